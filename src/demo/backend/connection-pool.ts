import { DurationHistogram } from '../metrics/duration-histogram.ts';
import type { PoolDials } from './backend-dials.ts';

/** One query: how long it holds its connection, and what comes of it. */
export interface Query {
  readonly latencyMs: number;
  readonly done: () => void;
  /** No connection came free in time. */
  readonly gaveUp: () => void;
}

type Schedule = (dueMs: number, run: () => void) => void;

/** Connections that queries share; a query runs to its end whether anybody still waits for it or not. */
export class ConnectionPool {
  readonly #schedule: Schedule;
  /** In the order of their coming. */
  readonly #waiting = new Set<Query>();
  #dials: PoolDials;
  #running = 0;
  #handing = false;
  histogram = new DurationHistogram();

  constructor(dials: PoolDials, schedule: Schedule) {
    this.#dials = dials;
    this.#schedule = schedule;
  }

  get size(): number {
    return this.#dials.size;
  }

  /** Running and held; beyond `size` only while a pool that was made smaller empties. */
  get inUse(): number {
    return this.#running + (this.#dials.held ?? 0);
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Queries that run already keep their connections. */
  setDials(dials: PoolDials): void {
    this.#dials = dials;
    this.#next();
  }

  /** Query times begin again. */
  reset(): void {
    this.histogram = new DurationHistogram();
  }

  run(query: Query): void {
    this.#waiting.add(query);
    this.#next();
    const { timeoutMs } = this.#dials;
    if (timeoutMs === undefined || !this.#waiting.has(query)) return;
    this.#schedule(performance.now() + timeoutMs, () => {
      if (this.#waiting.delete(query)) query.gaveUp();
    });
  }

  /** A query that is over at once comes back here from inside; the loop that goes on already serves the next one. */
  #next(): void {
    if (this.#handing) return;
    this.#handing = true;
    for (const query of this.#waiting) {
      if (this.inUse >= this.#dials.size) break;
      this.#waiting.delete(query);
      this.#begin(query);
    }
    this.#handing = false;
  }

  #begin(query: Query): void {
    const startMs = performance.now();
    this.#running += 1;
    this.#schedule(startMs + query.latencyMs, () => {
      this.#running -= 1;
      this.histogram.record((performance.now() - startMs) / 1_000);
      query.done();
      this.#next();
    });
  }
}
