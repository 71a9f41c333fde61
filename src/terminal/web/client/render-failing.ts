import { markup, NOTHING_TO_SHOW, showName, type Html } from '../../../report/html/markup.ts';
import { renderTable } from '../../../report/html/render-html-table.ts';
import { formatDuration, formatNumber } from '../../../units.ts';
import type { LiveRun } from './live-run.ts';
import type { View } from './view.ts';

const COLUMNS = [
  { title: 'endpoint' },
  { title: 'class' },
  { title: 'reason' },
  { title: 'count', isFigure: true },
  { title: 'first seen', isFigure: true },
  { title: 'last seen', isFigure: true },
  { title: 'a sample' },
];

/** Shown before somebody asks for all of them, and at most. */
const FEW_ROWS = 10;
const MOST_ROWS = 200;

/** What failed so far, the most frequent first, warm-ups included; nothing where nothing did. */
export function renderFailing(run: LiveRun | undefined, { showsAll }: View): Html {
  const failures = run?.listFailures() ?? [];
  if (failures.length === 0) return NOTHING_TO_SHOW;
  const sorted = failures.toSorted((left, right) => right.failure.count - left.failure.count);
  const shown = sorted.slice(0, showsAll ? MOST_ROWS : FEW_ROWS);
  const rows = shown.map(({ name, failure }) => [
    showName(name),
    failure.class,
    markup`<bdi>${failure.reason}</bdi>`,
    formatNumber(failure.count, 0),
    formatDuration(failure.firstMs),
    formatDuration(failure.lastMs),
    markup`<bdi class="sample">${failure.sample}</bdi>`,
  ]);
  const left = failures.length - shown.length;
  return markup`<h2 id="failing-h">Failures</h2>${renderTable({ caption: 'Failures so far by endpoint, class and reason', columns: COLUMNS, rows, asCards: true })}${
    left > 0
      ? markup`<p class="note">${formatNumber(left, 0)} more kinds. ${showsAll ? 'The report will have them.' : markup`<button type="button" class="plain" data-do="all">Show all</button>`}</p>`
      : undefined
  }`;
}

/** What the terminal was told, the latest first; nothing where it was told nothing. */
export function renderNotes(notes: readonly string[]): Html {
  if (notes.length === 0) return NOTHING_TO_SHOW;
  return markup`<h2 id="notes-h">Notes</h2><ul class="sentences">${notes.toReversed().map((note) => markup`<li><bdi>${note}</bdi></li>`)}</ul>`;
}
