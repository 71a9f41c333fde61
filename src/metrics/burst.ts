import type { ClosedSecond, RunCollector } from './run-collector.ts';
import type { LevelChange, RunSummary } from './run-summary.ts';

/** A level of users as somebody wants it. */
export interface WantedLevel {
  /** The place of the phase that is meant. */
  readonly phase: number;
  readonly users: number;
  readonly spawnRatePerSec: number;
}

/** What every engine is told of a burst, beside the plan. */
export interface BurstOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly scenarioHash: string;
  /** Of load-gate. */
  readonly version: string;
  /** Called when all workers have handed in a second; a sentence ends the run as aborted. */
  readonly onSecond: (second: ClosedSecond, burst: Burst) => string | undefined;
  /** When it begins, ms since 1970; workers that are ready later than that make no load. Undefined: as soon as they are ready. */
  readonly startAtMs?: number | undefined;
}

/** A burst that is under way, whatever makes it. */
export interface Burst {
  /** Of the first plan. */
  readonly collector: RunCollector;
  /** Milliseconds since the start of the run; negative before. */
  elapsedMs(): number;
  /** Ends it now; it resolves with what there is, marked as cut short. The first reason counts. */
  stop(reason: string): void;
  /**
   * Users of the closed phase that runs now, from the level at this moment to another at that rate, on every worker and side; the phase ends when it was to. False,
   * and nothing happens: that phase does not run or is about to end, it is beyond the cap on users, or the engine cannot be steered.
   */
  setLevel(level: WantedLevel): boolean;
  /** The levels that were set so far, ascending. */
  readonly levelChanges: readonly LevelChange[];
  /** The first plan's run so far, for whoever watches: it ends as cut short, so that nothing can take it for a whole one. */
  summarize(): RunSummary;
  /** A summary for each plan. */
  readonly done: Promise<readonly [RunSummary, ...RunSummary[]]>;
}

/** How the summary of a run that goes on says that it has ended. */
export const STILL_RUNS = 'it still runs';
