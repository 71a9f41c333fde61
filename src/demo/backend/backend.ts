import type { BackendDials } from './backend-dials.ts';
import { Collection } from './collection.ts';
import { ConnectionPool } from './connection-pool.ts';
import { Tenants } from './tenants.ts';
import { TieredCache } from './tiered-cache.ts';
import { WorkQueue } from './work-queue.ts';

/** What stands behind the routes of a running server, by name; it outlives a change of dials. */
export class Backend {
  readonly tenants = new Tenants();
  readonly #schedule: (dueMs: number, run: () => void) => void;
  readonly #queues = new Map<string, WorkQueue>();
  readonly #caches = new Map<string, TieredCache>();
  readonly #pools = new Map<string, ConnectionPool>();
  readonly #collections = new Map<string, Collection>();
  #dials: BackendDials = {};

  constructor(dials: BackendDials, seed: number, schedule: (dueMs: number, run: () => void) => void) {
    this.#schedule = schedule;
    this.setDials(dials, seed);
  }

  /** What the dials do not name any more goes on as it was, for those who still use it. */
  setDials(dials: BackendDials, seed: number): void {
    this.#dials = dials;
    this.tenants.setDials(dials.tenants);
    for (const [i, queue] of (dials.queues ?? []).entries()) {
      const known = this.#queues.get(queue.name);
      if (known === undefined) this.#queues.set(queue.name, new WorkQueue(queue, seed + i, this.#schedule));
      else known.setDials(queue, seed + i);
    }
    for (const [i, cache] of (dials.caches ?? []).entries()) {
      const known = this.#caches.get(cache.name) ?? new TieredCache();
      known.setDials(cache, seed + 10 * i);
      this.#caches.set(cache.name, known);
    }
    for (const pool of dials.pools ?? []) {
      const known = this.#pools.get(pool.name);
      if (known === undefined) this.#pools.set(pool.name, new ConnectionPool(pool, this.#schedule));
      else known.setDials(pool);
    }
    for (const collection of dials.collections ?? [])
      if (!this.#collections.has(collection.name)) this.#collections.set(collection.name, new Collection(collection));
  }

  /** Counts begin again; caches are empty and collections as in the beginning; what waits in queues goes on. */
  reset(): void {
    for (const queue of this.#queues.values()) queue.reset();
    for (const cache of this.#caches.values()) {
      cache.remove('*');
      cache.reset();
    }
    for (const pool of this.#pools.values()) pool.reset();
    for (const collection of this.#dials.collections ?? []) this.#collections.set(collection.name, new Collection(collection));
    this.tenants.reset();
  }

  /** Of a name that the dials were checked for. */
  queue(name: string): WorkQueue {
    return found(this.#queues.get(name), name);
  }

  cache(name: string): TieredCache {
    return found(this.#caches.get(name), name);
  }

  pool(name: string): ConnectionPool {
    return found(this.#pools.get(name), name);
  }

  collection(name: string): Collection {
    return found(this.#collections.get(name), name);
  }
}

function found<T>(part: T | undefined, name: string): T {
  if (part === undefined) throw new Error(`The staging server has no ${name}`);
  return part;
}
