import { LineLog } from './line-log.ts';
import { LiveView } from './live-view.ts';
import type { Paint } from './paint.ts';
import type { ProgressView, Screen } from './progress-view.ts';

/** A table that repaints itself on a terminal, a line every 5 s elsewhere, only the lines that stay with `quiet`. */
export function openProgressView(screen: Screen, paint: Paint, quiet: boolean): ProgressView {
  if (quiet) return { update: () => undefined, log: (line) => void screen.write(`${line}\n`), finish: () => undefined };
  return screen.isTTY === true ? new LiveView(screen, paint) : new LineLog((line) => void screen.write(`${line}\n`));
}
