import type { JsonObject, Latency } from '../dial-values.ts';

/** What stands behind the routes: work queues, caches, connection pools, collections and tenants. Each is known by its name, and keeps its state when dials change. */
export interface BackendDials {
  readonly queues?: readonly QueueDials[];
  readonly caches?: readonly CacheDials[];
  readonly pools?: readonly PoolDials[];
  readonly collections?: readonly CollectionDials[];
  readonly tenants?: TenantDials;
}

/** A queue whose workers take messages in batches, first come, first served. Durations are milliseconds. */
export interface QueueDials {
  readonly name: string;
  /** 0: stuck. */
  readonly workers: number;
  /** Messages that a worker takes at most at once, 1 or more; default 1. */
  readonly batch?: number;
  /** A batch that is not full is taken when its oldest message has waited so long. Default 0: at once. */
  readonly batchWaitMs?: number;
  /** What a worker needs for a batch, full or not. Default: nothing. */
  readonly work?: Latency;
  /** Messages that may wait; beyond, the route answers 503. Default: any number. */
  readonly capacity?: number;
  /** Each so many-th message ends as `failed`; it counts as done, and not as committed. */
  readonly failEvery?: number;
  /** Each so many-th message is taken and never seen again: it stays `running`. */
  readonly loseEvery?: number;
  /** Messages that lie in the queue and that no worker takes; they count in its length. Default 0. */
  readonly held?: number;
}

/** A cache of one or more tiers; what is found in a lower tier moves up. The least recently used goes first. */
export interface CacheDials {
  readonly name: string;
  /** The fastest first; at least one. */
  readonly tiers: readonly CacheTierDials[];
}

export interface CacheTierDials {
  readonly name: string;
  /** Entries; 0 keeps it cold. */
  readonly capacity: number;
  /** Milliseconds an entry lives; default for ever. */
  readonly ttlMs?: number;
  /** Of an answer from this tier, in place of the route's latency and query. Default: at once. */
  readonly hit?: Latency;
}

/** Connections that queries share; who finds none waits, first come, first served. */
export interface PoolDials {
  readonly name: string;
  readonly size: number;
  /** Connections that nobody gives back; they count as in use. Default 0, and less than `size`. */
  readonly held?: number;
  /** Milliseconds; who has waited so long gets a 503. Default: waits for ever. */
  readonly timeoutMs?: number;
}

/** Objects with ids that routes create, list, get, update and delete; the oldest beyond 10,000 is forgotten. */
export interface CollectionDials {
  readonly name: string;
  /** Objects with the ids 1 … count that are there from the beginning. */
  readonly seeded?: { readonly count: number; readonly fields?: JsonObject };
}

/** Who may use a route that asks for a tenant. */
export interface TenantDials {
  /** Lower case. */
  readonly header: string;
  /** Tenant → metered requests that its plan pays for; beyond: 402. */
  readonly plans: Readonly<Record<string, number>>;
}

/** A number that the server knows of itself at this moment. */
export type Figure =
  | { readonly figure: 'constant'; readonly value: number }
  | {
      readonly figure: 'queue';
      readonly queue: string;
      /**
       * `length`: waiting and held; `lag`: those, and those in work; `done`: committed or failed; `rps`: committed per second over the last 10 s;
       * `avg_ms` `p95_ms` `p99_ms`: from a request's arrival to the commit, over the last 100 messages, no value before the first.
       */
      readonly of: 'length' | 'lag' | 'enqueued' | 'committed' | 'failed' | 'done' | 'batches' | 'rps' | 'avg_ms' | 'p95_ms' | 'p99_ms';
    }
  /** Of one tier, or of the cache as a whole, where a hit in any tier is one; `hit_ratio` has no value before the first request. */
  | {
      readonly figure: 'cache';
      readonly cache: string;
      readonly tier?: string;
      readonly of: 'hits' | 'misses' | 'hit_ratio' | 'entries';
    }
  | { readonly figure: 'pool'; readonly pool: string; readonly of: 'in_use' | 'waiting' | 'size' }
  /** Over all routes, or of one by name; `breaker_open` 0 or 1 (over all: how many). */
  | {
      readonly figure: 'requests';
      readonly route?: string;
      readonly of: 'received' | 'in_flight' | 'limited' | 'short_circuited' | 'breaker_trips' | 'breaker_open';
    }
  /** Connections open now, on one socket route by name or on all. */
  | { readonly figure: 'sockets'; readonly socket?: string }
  | { readonly figure: 'uploads'; readonly of: 'open' | 'completed' }
  /** Of the server's own process: resident bytes, seconds of CPU since its start, and the share of a core over the last second or so. */
  | { readonly figure: 'process'; readonly of: 'memory_bytes' | 'cpu_seconds' | 'cpu_ratio' }
  /** The sum of figures, each times a number (default 1); no value when one of them has none. */
  | { readonly figure: 'sum'; readonly terms: readonly { readonly times?: number; readonly of: Figure }[] };

/** Dotted path → figure: what an answer or a push says beside its constant fields; `null` for a figure without a value. */
export type Figures = Readonly<Record<string, Figure>>;

/** A line of `/metrics`; several of one name differ in their labels. One that is named like a built-in metric takes its place. */
export type MetricDials = { readonly name: string; readonly help: string; readonly labels?: Readonly<Record<string, string>> } & (
  | { readonly type: 'gauge' | 'counter'; readonly value: Figure }
  /** Seconds: of a pool its queries, of a queue the time from a request's arrival to the commit. */
  | { readonly type: 'histogram'; readonly of: { readonly pool: string } | { readonly queue: string } }
);
