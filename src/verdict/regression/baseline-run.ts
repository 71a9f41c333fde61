import type { RunSummary } from '../../metrics/run-summary.ts';

/** What the comparison reads of one burst of load. */
export type Burst = Pick<RunSummary, 'phases' | 'series'>;

/** What two runs must share to be comparable. */
export interface Fingerprint {
  /** SHA-256 of the scenario, hexadecimal. */
  readonly scenarioHash: string;
  readonly profile: string | undefined;
  /** The label of the target, not its URL. */
  readonly target: string;
  /** Major version of load-gate. */
  readonly major: number;
}

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
