/** Plain JSON, as it crosses to the server's process and to its clients. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** The fields that a dial adds to an object. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Falls on number `every − offset`, `2 every − offset` …, counted from 1; `offset` is 0 … every − 1, default 0. */
export interface Turn {
  readonly every: number;
  readonly offset?: number;
}

/** `spread` (default): a fixed cycle in which every quantile is exact, and nearly so in any stretch of it; `random`: seeded draws. */
export type Latency = (
  | { readonly kind: 'constant'; readonly ms: number }
  | { readonly kind: 'uniform'; readonly minMs: number; readonly maxMs: number }
  | { readonly kind: 'lognormal'; readonly medianMs: number; readonly p95Ms: number }
  /** Straight lines between [percentile 0 … 100, ms] points; two points at one percentile make a jump. */
  | { readonly kind: 'quantiles'; readonly points: readonly (readonly [number, number])[] }
) & {
  readonly order?: 'spread' | 'random';
  /** Length of the `spread` cycle; default 1,000 requests. */
  readonly cycle?: number;
};
