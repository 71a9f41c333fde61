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
  /** The promises in the order of the SLA, but for those that are no part of this run; absent: none. */
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

/** How one promise stands. */
export interface LiveCheck {
  /** `POST /v1/messages p95`; unique within a snapshot. */
  readonly name: string;
  /** `warning`: broken, and it fails no build. `waiting`: there is too little yet, or what only grows is not there yet. */
  readonly state: 'holding' | 'broken' | 'warning' | 'waiting';
  /** `≤ 150 ms`. */
  readonly limit: string;
  /** `142 ms`, or how many samples there are while it waits for more; empty: nothing. */
  readonly observed: string;
  /** The series, or `total`. */
  readonly series: string;
  /** `p95`, `error_budget` … */
  readonly metric: string;
  /** What it is about: all judged phases, one of them, or a window that slides. */
  readonly scope: 'run' | 'phase' | 'window';
}
