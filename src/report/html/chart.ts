import type { Html } from './markup.ts';
import type { Scale, Tick } from './scale.ts';

/**
 * The charts are SVG made here and not by a library: a page that may load nothing needs no second language of options, they are there without the script and on paper,
 * their text is text of the page, and all of it is smaller than the smallest library.
 */
export interface Chart {
  /** Of the element, unique on the page. */
  readonly id: string;
  readonly title: string;
  /** What the picture says, for those who do not see it. */
  readonly summary: string;
  /** Below the title; undefined: nothing. */
  readonly note?: Html;
  /** `low` for those of one endpoint. */
  readonly size: 'tall' | 'low';
  readonly scale: Scale;
  readonly showTick: (value: number) => string;
  readonly ticks: readonly Tick[];
  readonly bands: readonly Band[];
  /** What is drawn, and the same with fewer points as numbers. */
  readonly drawn: Plot;
  readonly told: Plot;
  /** Above the first column of the numbers: `time`. */
  readonly axis: string;
}

/** A stretch of the axis, such as a phase. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly kind: 'judged' | 'other';
}

/** Curves over common places on the axis. */
export interface Plot {
  /** 0 … 1, ascending; the values of a curve stand at these. */
  readonly at: readonly number[];
  /** What each place is called: `30 s`. */
  readonly moments: readonly string[];
  /** How wide a step is that stands on its own, as a share of the axis. */
  readonly width: number;
  readonly curves: readonly Curve[];
}

/** One line, one stair of a level, or one layer of a stack (the first at the bottom). */
export interface Curve {
  readonly label: string;
  /** Names its colour in the style sheet. */
  readonly tone: Tone;
  readonly form: 'line' | 'area' | 'layer';
  /** Undefined: nothing was measured there, and nothing is drawn. */
  readonly values: readonly (number | undefined)[];
  readonly show: (value: number) => string;
}

export type Tone = 'p50' | 'p95' | 'p99' | 'now' | 'again' | 'base' | 'plan' | `k${0 | 1 | 2 | 3 | 4 | 5 | 6}` | RunTone;

/** One of several runs side by side, in their order. */
export type RunTone = `r${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7}`;
