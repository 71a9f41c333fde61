import type { Position } from '../config/issue.ts';
import type { RunSummary } from '../metrics/run-summary.ts';
import type { RegressionResult } from '../verdict/regression/regression-result.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { HandRow } from './compare-values.ts';

/** What every renderer reads: one burst and what was decided about it. */
export interface Report {
  readonly run: RunSummary;
  /** Fresh bursts of the same plan: a second look, or the second burst of a baseline; absent: none was made. */
  readonly further?: readonly RunSummary[];
  readonly verdict: Verdict;
  /** Absent: no baseline was asked for. Not stored: the same data always have the same result. */
  readonly comparison?: Comparison;
  /** `baseline_values:` of the SLA, from `compareValues`; absent or empty: there are none. Told, never gating, and not stored either. */
  readonly handRows?: readonly HandRow[];
}

/** What the comparison with stored runs came to, and where they are. */
export interface Comparison {
  readonly where: string;
  readonly result: RegressionResult;
  /** How many of the stored runs count; absent: not known. */
  readonly runs?: number;
  /** Where `regression:` of the SLA stands, or the SLA begins; absent: remarks stand on the first line of the scenario. */
  readonly at?: Position;
}
