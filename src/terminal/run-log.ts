import { formatNumber } from '../units.ts';

// oxlint-disable-next-line no-control-regex
const STYLES = /\u001b\[[0-9;]*m/g;
/** A run of days with a line every 5 s stays below; beyond, lines are counted and no longer kept. */
const MOST_LINES = 50_000;

/** Collects run.log: what was printed, and more; without colours, each line with the time of the run at which it came. */
export class RunLog {
  readonly #lines: string[] = [];
  #dropped = 0;

  /** `elapsedMs` counts from the start of the process's work; text of several lines keeps them, indented alike. */
  add(elapsedMs: number, text: string): void {
    const stamp = `${(elapsedMs / 1_000).toFixed(3).padStart(9)}  `;
    for (const line of text.replace(STYLES, '').split('\n')) {
      if (this.#lines.length < MOST_LINES) this.#lines.push(`${stamp}${line}`.trimEnd());
      else this.#dropped++;
    }
  }

  /** The whole log; empty when nothing was added. */
  text(): string {
    const note = this.#dropped > 0 ? [`… ${formatNumber(this.#dropped, 0)} more lines were not kept`] : [];
    return [...this.#lines, ...note].map((line) => `${line}\n`).join('');
  }
}
