import type { Distribution } from './distribution.ts';
import type { FailureSummary, IterationBook, RequestCounts, SocketCounts } from './run-summary.ts';

/** What one worker recorded in one second of the run: the only way in which measurements leave a worker. */
export interface Delta {
  /** Whole seconds since the start of the run. */
  readonly second: number;
  readonly cells: readonly CellDelta[];
  readonly iterations: readonly IterationDelta[];
  /** Actual − intended starts of judged phases. */
  readonly scheduleLag: Distribution;
  /** Virtual users that live at the end of the second. */
  readonly users: number;
  /** The phase at the end of the second; as many as there are phases: they are all over. */
  readonly phase: number;
  readonly clamped: number;
}

/** The spans that are kept as distributions. */
export const SPANS = [
  'latency',
  'service',
  'ttfb',
  'failedLatency',
  'failedService',
  'queue',
  'connect',
  'tls',
  'body',
  'session',
] as const;
export type Span = (typeof SPANS)[number];

/** One series in one phase; spans without a sample are left out. */
export interface CellDelta {
  readonly phase: number;
  readonly series: number;
  readonly counts: RequestCounts;
  readonly status: Readonly<Record<string, number>>;
  readonly failures: readonly FailureSummary[];
  readonly spans: Readonly<Partial<Record<Span, Distribution>>>;
  readonly bytesSent: number;
  readonly bytesReceived: number;
  readonly socket: SocketDelta | undefined;
}

/** WebSockets of one series in one phase and second. */
export interface SocketDelta {
  readonly counts: SocketCounts;
  /** Connections of this worker at the end of the second, and the most and fewest within it. */
  readonly open: number;
  readonly most: number;
  readonly fewest: number;
}

/** Iterations of one phase; `planned` is filled in from the plan, not by the workers. */
export interface IterationDelta {
  readonly phase: number;
  readonly book: IterationBook;
}
