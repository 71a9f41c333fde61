import type { Issue } from './config/issue.ts';
import type { LiveSnapshot } from './metrics/live-snapshot.ts';
import { type PublishPorts } from './gate-publish.ts';
import type { OpenArtifacts } from './gate-artifacts.ts';

/** How the outside takes part in a run: it is told what happens, and it can end the burst. */
export interface GatePorts extends PublishPorts {
  /** Warnings of the files, before the burst. */
  onIssues(issues: readonly Issue[]): void;
  /** Everything that must never be shown; before anything else is printed. */
  onSecrets(secrets: readonly string[]): Promise<void>;
  onProgress(snapshot: LiveSnapshot): void;
  /** Aborted: the user or the runner wants the burst to end; the reason is its `reason`. */
  readonly stopped: AbortSignal;
  /** The artifacts of a history; undefined: this is no job of the action. */
  readonly artifacts?: OpenArtifacts | undefined;
}
