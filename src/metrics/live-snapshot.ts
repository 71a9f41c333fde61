/** How a burst stands at one moment; for progress alone: the verdict never reads it. */
export interface LiveSnapshot {
  /** Since the first phase began. */
  readonly elapsedMs: number;
  /** The whole plan, without the drain after it. */
  readonly plannedMs: number;
  /** The phase that runs now. */
  readonly phase: string;
  /** Virtual users that live now. */
  readonly users: number;
  /** WebSockets that are open now; absent: none. */
  readonly openSockets?: number;
  /** Iterations that were due so far: started, dropped or missed. */
  readonly starts: number;
  /** Iterations that the whole plan asks for; undefined where a closed phase has no such number. */
  readonly plannedStarts: number | undefined;
  /** One for each series, in the order of the plan. */
  readonly rows: readonly LiveRow[];
  readonly total: LiveRow;
  /** Promises that can be looked at while the burst runs; absent: none. */
  readonly checks?: readonly LiveCheck[];
}

/** One series so far, warm-ups included; the percentiles are of successes and undefined before the first. */
export interface LiveRow {
  readonly name: string;
  /** Attempts that ended: successes and failures. */
  readonly requests: number;
  readonly failures: number;
  /** Of the last seconds. */
  readonly ratePerSec: number;
  readonly p50Us: number | undefined;
  readonly p95Us: number | undefined;
  readonly p99Us: number | undefined;
}

export interface LiveCheck {
  readonly name: string;
  readonly state: 'holding' | 'broken';
}
