import type { LiveSnapshot } from '../metrics/live-snapshot.ts';

/** Where to write, as much of a stream as is needed (process.stdout, process.stderr). */
export interface Screen {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
}

/** What a run tells while it goes on. */
export interface ProgressView {
  /** Any number of times a second. */
  update(snapshot: LiveSnapshot): void;
  /** A line that stays. */
  log(line: string): void;
  /** The burst is over; the view leaves the screen to the report. */
  finish(): void;
}
