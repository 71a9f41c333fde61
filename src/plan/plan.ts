import type { BeforeProgram, Program } from './program.ts';
import type { Shard } from './shard.ts';
import type { ServerProgram } from './server-program.ts';

/**
 * All that is decided before the first byte, as plain data: it crosses to the worker threads and stands in results.json.
 * The compiled steps that the workers run are in `program.ts`.
 */
export type PlannedPhase = {
  readonly name: string;
  readonly warmup: boolean;
} & (
  | {
      readonly model: 'open';
      /** Linear from `fromRatePerSec` to `ratePerSec` over `rampMs`, then level until `durationMs`. */
      readonly fromRatePerSec: number;
      readonly ratePerSec: number;
      readonly rampMs: number;
      readonly durationMs: number;
      readonly arrivals: 'even' | 'poisson';
      readonly maxUsers: number;
      /** Arrivals of all workers and shards together. */
      readonly plannedArrivals: number;
    }
  | {
      readonly model: 'closed';
      readonly fromUsers: number;
      readonly users: number;
      readonly rampMs: number;
      /** `rampMs` comes of it: from another level than `fromUsers` the ramp takes another time. Absent: the ramp has its time. */
      readonly spawnRatePerSec?: number;
      readonly durationMs: number;
    }
  | { readonly model: 'iterations'; readonly iterations: number; readonly users: number; readonly durationMs: number }
  | { readonly model: 'pause'; readonly durationMs: number }
);

/** One row of every report. The place in the list is the series' index. */
export interface Series {
  readonly name: string;
  readonly kind: 'http' | 'poll' | 'ws' | 'receive';
  /** The HTTP method, `WS` for WebSockets; for Locust's CSV. */
  readonly method: string;
  readonly tags: readonly string[];
  /** False: its tasks were filtered out by --only, --skip, --user-class or a profile, so no sample can come. */
  readonly selected: boolean;
}

/** All that is decided before the first byte. */
export interface Plan {
  readonly name: string;
  readonly file: string;
  readonly profile: string | undefined;
  /** The URL that requests go to; may hold a secret: never shown. */
  readonly target: string;
  /** The same, for people. */
  readonly shownTarget: string;
  readonly seed: number;
  readonly workers: number;
  /** Which part of the burst this machine makes; all else of the plan is the whole. */
  readonly shard: Shard;
  readonly timeBoxMs: number;
  /** The longest that requests in flight at the end can take. */
  readonly drainMs: number;
  readonly phases: readonly PlannedPhase[];
  /** The stream of chance that each phase draws from; absent: that of its place. */
  readonly streams?: readonly number[];
  readonly series: readonly Series[];
  readonly program: Program;
  /** Steps of `before`, each as a flow of one instruction; one virtual user runs them all. */
  readonly before: readonly BeforeProgram[];
  /** What the target is asked about itself. */
  readonly server: ServerProgram;
}

/** One plan, or those of a candidate and of the baseline that it is compared with: the same arrivals at the same times, for another target. */
export type Plans = readonly [Plan] | readonly [Plan, Plan];
