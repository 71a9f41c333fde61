import type { LiveSnapshot } from '../metrics/live-snapshot.ts';
import { measureWidth } from './measure-width.ts';
import type { Paint } from './paint.ts';
import type { ProgressView, Screen } from './progress-view.ts';
import { renderLiveTable } from './render-live-table.ts';

const DEFAULT_COLUMNS = 80;
const DEFAULT_ROWS = 24;
// oxlint-disable-next-line no-control-regex
const STYLES = /\u001b\[[0-9;]*m/g;

/**
 * Repaints one frame in place: up to its first line, each line written over the old one and cleared behind its end, then whatever is left below.
 * One write for each frame, nothing is hidden or saved on the terminal, so that there is nothing to restore when the process dies.
 */
export class LiveView implements ProgressView {
  readonly #screen: Screen;
  readonly #paint: Paint;
  #frame: readonly string[] = [];

  constructor(screen: Screen, paint: Paint) {
    this.#screen = screen;
    this.#paint = paint;
  }

  update(snapshot: LiveSnapshot): void {
    const { width, height } = this.#room();
    this.#repaint([], renderLiveTable(snapshot, { width, height, paint: this.#paint }));
  }

  log(line: string): void {
    this.#repaint([line], this.#frame);
  }

  finish(): void {
    this.#repaint([], []);
  }

  /** One column and one row less than there are: a full line would wrap, and a full screen scroll. */
  #room(): { readonly width: number; readonly height: number } {
    return {
      width: Math.max(1, (this.#screen.columns ?? DEFAULT_COLUMNS) - 1),
      height: Math.max(1, (this.#screen.rows ?? DEFAULT_ROWS) - 1),
    };
  }

  #repaint(above: readonly string[], frame: readonly string[]): void {
    const up = this.#rowsOfFrame();
    const lines = [...above, ...frame].map((line) => `${line}\u001b[K\n`).join('');
    this.#screen.write(`${up > 0 ? `\u001b[${up}A\r` : ''}${lines}\u001b[J`);
    this.#frame = frame;
  }

  /** Rows that the last frame takes now: a terminal that became narrower has wrapped its lines. */
  #rowsOfFrame(): number {
    const columns = Math.max(1, this.#screen.columns ?? DEFAULT_COLUMNS);
    return this.#frame.reduce((rows, line) => rows + Math.max(1, Math.ceil(measureWidth(line.replace(STYLES, '')) / columns)), 0);
  }
}
