import type { OpenArtifacts } from './gate-artifacts.ts';
import type { Paint } from './terminal/paint.ts';

/** What a command that makes no load works with. */
export interface CommandPorts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Standard output. */
  readonly write: (text: string) => void;
  /** Standard error. */
  readonly writeAside: (text: string) => void;
  /** Columns. */
  readonly width: number;
  readonly paint: Paint;
  /** Opens the artifacts of a baseline; absent outside of a workflow. */
  readonly artifacts?: OpenArtifacts;
}
