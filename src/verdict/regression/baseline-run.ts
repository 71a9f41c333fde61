import type { Fingerprint } from '../../metrics/build-fingerprint.ts';
import type { RunSummary } from '../../metrics/run-summary.ts';

/** What the comparison reads of one burst of load; without an engine it is ours. */
export type Burst = Pick<RunSummary, 'phases' | 'series'> & Partial<Pick<RunSummary, 'engine'>>;

/** One stored job of the default branch. */
export interface BaselineRun {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly commit: string;
  readonly fingerprint: Fingerprint;
  /** `push`, `schedule` …: what started the job. */
  readonly event: string;
  readonly isDefaultBranch: boolean;
  /** The measurement itself was trusted: no invalid generator, whole, books balanced. */
  readonly isValid: boolean;
  /** False: it was judged a regression and nobody has accepted it since. */
  readonly isAccepted: boolean;
  /** Somebody accepted it by hand: from then on it is the normal, outlier or not. */
  readonly isAcceptedByHand: boolean;
  /** In time order; two where the job made two. */
  readonly bursts: readonly Burst[];
}
