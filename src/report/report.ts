import type { Position } from '../config/issue.ts';
import type { Interleave } from '../options/request.ts';
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
  /** The other side of a live comparison; absent: there was none. */
  readonly live?: LiveBaseline;
  /** Absent: no baseline was asked for. Not stored: the same data always have the same result. */
  readonly comparison?: Comparison;
  /** `baseline_values:` of the SLA, from `compareValues`; absent or empty: there are none. Told, never gating, and not stored either. */
  readonly handRows?: readonly HandRow[];
}

/** What the target of `--baseline url:` did under the same load. */
export interface LiveBaseline {
  /** Where it is, for people. */
  readonly where: string;
  readonly interleave: Interleave;
  /** One burst beside `run`, then one beside each of `further`: as many as there are of those, and one. */
  readonly runs: readonly RunSummary[];
}

/** What the run was compared with, and what that came to. */
export type Comparison = ComparedWith & {
  readonly result: RegressionResult;
  /** Where `regression:` of the SLA stands, or the SLA begins; absent: remarks stand on the first line of the scenario. */
  readonly at?: Position;
};

type ComparedWith =
  | {
      readonly kind: 'stored';
      /** Where the stored runs are. */
      readonly where: string;
      /** How many of them count; absent: not known. */
      readonly runs?: number;
    }
  /** Another target, under the same load. */
  | ({ readonly kind: 'live' } & Pick<LiveBaseline, 'where' | 'interleave'>);
