import type { Report } from '../report.ts';
import type { RunTone } from './chart.ts';
import { markup, type Html } from './markup.ts';

/** One of the runs that stand side by side. */
export interface ViewedRun {
  /** `A` for the first, which the others are held against. */
  readonly tag: string;
  readonly tone: RunTone;
  /** As the user has named its file. */
  readonly name: string;
  /** Undefined: its file says nothing of it. */
  readonly commit: string | undefined;
  readonly report: Report;
  /** Where its own report is, relative to the page; undefined: nowhere. */
  readonly address: string | undefined;
}

const TAGS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const;
const TONES: readonly RunTone[] = ['r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7'];

/** So many lines can still be told apart. */
export const MOST_RUNS = TAGS.length;

/** Gives runs their letters and lines; at most `MOST_RUNS`, or a RangeError. */
export function tagRuns(runs: readonly Omit<ViewedRun, 'tag' | 'tone'>[]): readonly ViewedRun[] {
  return runs.map((run, place) => {
    const [tag, tone] = [TAGS[place], TONES[place]];
    if (tag === undefined || tone === undefined) throw new RangeError(`at most ${MOST_RUNS} runs stand side by side`);
    return { ...run, tag, tone };
  });
}

/** The letter of a run beside its line. */
export function showTag({ tag, tone }: Pick<ViewedRun, 'tag' | 'tone'>): Html {
  return markup`<span class="tag"><svg class="key" width="26" height="12" aria-hidden="true"><path class="line ${tone}" d="M1 6H25"/></svg>${tag}</span>`;
}
