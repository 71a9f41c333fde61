import type { Missing } from '../../metrics/engine-info.ts';
import type { SeriesSummary, TimelineSecond } from '../../metrics/run-summary.ts';
import type { StatedLatency } from '../../metrics/stated-latency.ts';

/** What was read out of the files of another load generator. */
export interface Imported {
  /** `k6's JSON lines`: the beginning of a sentence. */
  readonly format: string;
  readonly missing: readonly Missing[];
  /** Each with one phase: the whole. */
  readonly series: readonly SeriesSummary[];
  readonly statedTotal?: StatedLatency;
  /** Since the epoch; seconds of slices and of the timeline count from here. */
  readonly startedAtMs: number;
  /** When the first request began and the last one ended, ms since `startedAtMs`; equal: the file does not say how long it took. */
  readonly startMs: number;
  readonly endMs: number;
  readonly timeline: readonly TimelineSecond[];
  /** Passes of users through the script; 0: not known. */
  readonly iterations: number;
  /** Passes that were due and never began; absent: nobody says. */
  readonly dropped?: number;
  /** Checks of the script that failed, of nobody knows which requests; absent: nobody says. */
  readonly failedChecks?: number;
  /** 0: not known. */
  readonly peakUsers: number;
  /** The origin of most requests; empty: not known. */
  readonly target: string;
}

/** What is true of every file of a generator whose users wait for an answer before they go on. */
export const CLOSED_USERS: Missing = Object.freeze({
  facets: [],
  sentence:
    'latency counts from the actual start of each request: users who wait for the target start later, and that waiting is in no figure',
});

/** Nobody has written it down. */
export const NO_HEALTH: Missing = Object.freeze({
  facets: [],
  sentence:
    'how the load generator itself was doing is not known: one that was short of CPU has measured its own waits as those of the target',
});
