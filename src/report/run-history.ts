import type { Verdict } from '../verdict/verdict.ts';
import type { LatencyValue } from '../verdict/judged-latency.ts';
import type { MeasuredLevel } from '../verdict/regression/measure-levels.ts';

/** What a place of stored runs holds, for a page that draws it. Texts are of the user, and of files. */
export type RunHistory = { readonly where: string } & (
  | {
      readonly state: 'none-yet';
      /** Other keys that have runs in this place, as a sentence; empty: there are none. */
      readonly otherKeys: string;
    }
  | { readonly state: 'unusable'; readonly setAside: readonly UnusedFile[] }
  | FoundHistory
);

/** Runs that can be drawn. */
export interface FoundHistory {
  readonly state: 'found';
  readonly where: string;
  /** Oldest first; at least one. */
  readonly runs: readonly HistoryRun[];
  /** Those of the newest run in its order, then those that are gone. */
  readonly endpoints: readonly EndpointHistory[];
  /** What the comparison remarks on levels, creep and outliers: sentences. */
  readonly notes: readonly string[];
  /** Names of the user that stand in the notes. */
  readonly names: readonly string[];
  readonly setAside: readonly UnusedFile[];
  /** Older run files beyond what is read at once. */
  readonly unread: number;
}

/** A file that is there and is not used. */
export interface UnusedFile {
  readonly file: string;
  readonly reason: string;
}

/** One stored run; what is not known is undefined. */
export interface HistoryRun {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly commit: string | undefined;
  readonly branch: string | undefined;
  readonly event: string | undefined;
  readonly judged: Verdict['state'];
  /** Processors. */
  readonly machine: string;
  readonly standing: Standing;
}

/** Whether a run counts for the next comparison, and why not. */
export type Standing =
  | { readonly kind: 'counts' }
  /** It was stored as slower, and somebody let it count since. */
  | { readonly kind: 'by-hand'; readonly by: string; readonly at: string; readonly why: string }
  /** It counted until newer runs took its place. */
  | { readonly kind: 'earlier'; readonly why: string }
  /** Slower than those before it, and nobody has accepted it. */
  | { readonly kind: 'slower'; readonly why: string }
  | { readonly kind: 'left-out'; readonly why: string };

/** One endpoint through the runs. */
export interface EndpointHistory {
  readonly name: string;
  /** False: the newest run does not have it. */
  readonly isCurrent: boolean;
  /** Beside `runs`; undefined: the run does not have it, or made no attempt. */
  readonly points: readonly (EndpointPoint | undefined)[];
  /** In the order of `PERCENTILES`; undefined: nothing that counts has measured it. */
  readonly levels: readonly (MeasuredLevel | undefined)[];
}

/** What a page of history draws. */
export const PERCENTILES = [50, 95, 99] as const;

/** One endpoint in one run: the mean of its bursts. */
export interface EndpointPoint {
  /** In the order of `PERCENTILES`. */
  readonly latencies: readonly (LatencyValue | undefined)[];
  /** Successes per second; undefined: no time passed in which there could have been some. */
  readonly okPerSec: number | undefined;
  /** 0 … 1. */
  readonly failedRatio: number | undefined;
  readonly attempts: number;
}
