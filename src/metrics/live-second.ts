import type { FailureSummary, LevelChange, Slice } from './run-summary.ts';

/** All that one second of a burst brought, for those who draw it while it runs; the verdict never reads it. JSON-safe. */
export interface LiveSecond {
  /** Whole seconds since the start of the run. */
  readonly second: number;
  /** The phase that the slowest worker was in at its end, by its place; as many as there are phases: they are all over. */
  readonly phase: number;
  /** Virtual users at its end. */
  readonly users: number;
  /** Iterations that were due in it: started, dropped or missed. */
  readonly starts: number;
  /** Those that began. */
  readonly began: number;
  /** What ended in it, warm-ups included; series and phases by their place in the plan, those without a sample left out. */
  readonly slices: readonly { readonly series: number; readonly phase: number; readonly slice: Slice }[];
  /** Failures whose count has changed in it, with all that is known of them so far. */
  readonly failures: readonly { readonly series: number; readonly phase: number; readonly failure: FailureSummary }[];
  /** All levels of users that were set by hand so far; absent: none. */
  readonly levelChanges?: readonly LevelChange[];
}
