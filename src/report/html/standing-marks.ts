import type { MeasuredLevel } from '../../verdict/regression/measure-levels.ts';
import type { HistoryRun, Standing } from '../run-history.ts';
import { markup, type Html } from './markup.ts';

/** What a run is in the history of one endpoint: as it stands, or too far from the others in this one. */
export type MarkKind = Standing['kind'] | 'outlying';

/** In the order of the legend. */
export const MARKS: readonly { readonly kind: MarkKind; readonly word: string }[] = [
  { kind: 'counts', word: 'counts' },
  { kind: 'by-hand', word: 'accepted by hand' },
  { kind: 'outlying', word: 'outlying here' },
  { kind: 'slower', word: 'slower, not accepted' },
  { kind: 'left-out', word: 'left out' },
  { kind: 'earlier', word: 'counted earlier' },
];

/** The shapes, once on a page: told apart by their form as much as by their colour. */
export const MARK_SHAPES = markup`<svg class="unseen" aria-hidden="true"><path id="m-counts" d="M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z"/><path id="m-by-hand" d="M0-6L6 0L0 6L-6 0z"/><path id="m-outlying" d="M0-6L6 4.6H-6z"/><path id="m-slower" d="M-4.5-4.5L4.5 4.5M4.5-4.5L-4.5 4.5"/><path id="m-left-out" d="M-3.6 0a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0z"/><path id="m-earlier" d="M-2.4 0a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0z"/></svg> `;

/** A mark on a chart, at lengths such as `12%`. */
export function drawMark(kind: MarkKind, { x, y }: { readonly x: string; readonly y: string }): Html {
  return markup`<use class="mark ${kind}" href="#m-${kind}" x="${x}" y="${y}"/>`;
}

/** A mark beside its word. */
export function showMark(kind: MarkKind, word = wordOf(kind)): Html {
  return markup`<span class="standing"><svg class="key" width="16" height="16" aria-hidden="true">${drawMark(kind, { x: '8', y: '8' })}</svg>${word}</span>`;
}

/** `counts`, `slower, not accepted`. */
export function wordOf(kind: MarkKind): string {
  return MARKS.find((mark) => mark.kind === kind)?.word ?? kind;
}

/** How each of the runs, oldest first, stands in the history of one percentile: those before its present level count there no more. */
export function listMarks(runs: readonly HistoryRun[], level: MeasuredLevel | undefined): readonly MarkKind[] {
  const start = runs.findIndex(({ id }) => level?.members.has(id));
  return runs.map(({ id, standing }, place) => {
    if (standing.kind !== 'counts' && standing.kind !== 'by-hand') return standing.kind;
    if (level?.outliers.has(id)) return 'outlying';
    return place < start ? 'earlier' : standing.kind;
  });
}

/** True for what makes the normal: the line of a chart goes through these. */
export function isNormal(kind: MarkKind): boolean {
  return kind === 'counts' || kind === 'by-hand' || kind === 'earlier';
}
