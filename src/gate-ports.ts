import type { Issue } from './config/issue.ts';
import type { LiveSecond } from './metrics/live-second.ts';
import type { LiveSnapshot } from './metrics/live-snapshot.ts';
import type { RunSummary } from './metrics/run-summary.ts';
import type { Plan } from './plan/plan.ts';
import { type PublishPorts } from './gate-publish.ts';
import type { OpenArtifacts } from './gate-artifacts.ts';

/** A burst that can be watched and steered while it runs. */
export interface BurstHandle {
  /** Of the candidate. */
  readonly plan: Plan;
  /** The run so far, as if it were cut short now. */
  summarize(): RunSummary;
  /** Users of the closed phase that runs now, from the level at this moment at that rate; false: that phase does not run, or it is beyond the cap. */
  setLevel(level: { readonly phase: number; readonly users: number; readonly spawnRatePerSec: number }): boolean;
}

/** Somebody who watches the bursts of a run second by second. */
export interface LiveWatch {
  onBurst(burst: BurstHandle): void;
  onSecond(second: LiveSecond, snapshot: LiveSnapshot): void;
}

/** How the outside takes part in a run: it is told what happens, and it can end the burst. */
export interface GatePorts extends PublishPorts {
  /** Warnings of the files, before the burst. */
  onIssues(issues: readonly Issue[]): void;
  /** Everything that must never be shown, of all parts of a suite; once, before anything else is printed. */
  onSecrets(secrets: readonly string[]): Promise<void>;
  /** Of the other parts of a suite, which no report of this one may show either; undefined: there are none. */
  readonly secrets?: readonly string[] | undefined;
  onProgress(snapshot: LiveSnapshot): void;
  /** A line of run.log alone; undefined: nobody keeps one. */
  readonly onLog?: ((line: string) => void) | undefined;
  /** Aborted: the user or the runner wants the burst to end; the reason is its `reason`. */
  readonly stopped: AbortSignal;
  /** Undefined: nobody watches, and nothing is computed for it. */
  readonly live?: LiveWatch | undefined;
  /** The artifacts of a history; undefined: this is no job of the action. */
  readonly artifacts?: OpenArtifacts | undefined;
}
