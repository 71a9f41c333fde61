import type { WorkerTotals } from './check-books.ts';
import type { Distribution } from './distribution.ts';
import type { SlowRequest, TransportSummary } from './run-summary.ts';

/** What a worker says when it is done: its own books, its health, and when its phases really were. */
export interface WorkerReport extends WorkerTotals {
  readonly phases: readonly WorkerPhase[];
  /** Delay of its event loop in judged phases, µs. */
  readonly eventLoopDelay: Distribution;
  /** CPU of its thread ÷ time, in judged phases; undefined when the platform cannot tell or less than 1 s was judged. */
  readonly cpuRatio: number | undefined;
  readonly transport: TransportSummary;
  readonly slowRequests: readonly (Omit<SlowRequest, 'series'> & { readonly series: number })[];
}

/** Undefined times: the phase did not begin, or did not end. µs since the start of the run. */
export interface WorkerPhase {
  readonly startUs: number | undefined;
  readonly endUs: number | undefined;
  readonly peakUsers: number;
}
