import { zeroRequests, type RequestTally } from './counts.ts';
import type { Span } from './delta.ts';
import type { Histogram } from './histogram.ts';
import type { FailureClass, FailureSummary } from './run-summary.ts';
import type { SocketCell } from './socket-tally.ts';

/** Different reasons that one cell keeps apart in one second; the rest is counted as `other`. */
const MOST_REASONS = 20;

/** Why something failed. */
export interface Failure {
  readonly class: FailureClass;
  readonly reason: string;
  readonly sample: string;
}

/** What one series records in one phase and second. */
export interface Cell {
  readonly phase: number;
  readonly series: number;
  counts: RequestTally;
  status: Record<string, number>;
  failures: Map<string, { -readonly [Key in keyof FailureSummary]: FailureSummary[Key] }>;
  spans: Partial<Record<Span, Histogram>>;
  bytesSent: number;
  bytesReceived: number;
  /** Undefined: no WebSocket was open in it, and none had a message. */
  socket: SocketCell | undefined;
  touched: boolean;
}

/** A cell that nothing has touched. */
export function emptyCell(phase: number, series: number): Cell {
  return {
    phase,
    series,
    counts: zeroRequests(),
    status: {},
    failures: new Map(),
    spans: {},
    bytesSent: 0,
    bytesReceived: 0,
    socket: undefined,
    touched: false,
  };
}

/** Counts a failure under its class and reason. */
export function addFailure(cell: Cell, failure: Failure, nowUs: number): void {
  const atMs = Math.round(nowUs / 1_000);
  const isKnown = cell.failures.size < MOST_REASONS || cell.failures.has(keyOf(failure));
  const reason = isKnown ? failure.reason : `${failure.class} (other)`;
  const key = keyOf({ class: failure.class, reason });
  const known = cell.failures.get(key);
  if (known) {
    known.count++;
    known.lastMs = atMs;
    return;
  }
  cell.failures.set(key, { class: failure.class, reason, sample: failure.sample, count: 1, firstMs: atMs, lastMs: atMs });
}

/** What two failures must share to be counted as one. */
export function keyOf(failure: Pick<Failure, 'class' | 'reason'>): string {
  return `${failure.class}: ${failure.reason}`;
}
