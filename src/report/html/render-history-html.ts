import { formatNumber } from '../../units.ts';
import type { FoundHistory, RunHistory, Standing } from '../run-history.ts';
import { runsSection, unusedSection } from './history-runs.ts';
import { markNames } from './mark-names.ts';
import { markup, showName, type Content, type Html } from './markup.ts';
import { MORE_STYLE } from './more-style.ts';
import { renderPage, type Page } from './render-page.ts';
import { MARK_SHAPES, showMark, wordOf } from './standing-marks.ts';
import { showMinute } from './trend-chart.ts';
import { trendsSection } from './trends-section.ts';

/** The page of `baseline show --html`: the stored runs of one key and how each endpoint fared through them. `version` is that of load-gate. */
export function renderHistoryHtml(history: RunHistory, version: string): string {
  const common = {
    skip: 'Skip to the history',
    source: markup`The stored runs themselves are in ${showName(history.where, 200)}.`,
    version,
    more: MORE_STYLE,
    shapes: MARK_SHAPES,
  };
  return renderPage({ ...common, ...describePage(history) });
}

function describePage(history: RunHistory): Pick<Page, 'title' | 'top' | 'sections'> {
  switch (history.state) {
    case 'none-yet':
      return { title: 'No stored run yet', top: renderEmpty(history), sections: [] };
    case 'unusable':
      return {
        title: 'No stored run can be used',
        top: renderTop(history.where, markup`<strong>None of the stored files can be used</strong>`, [
          markup`<p>They are listed below with what is wrong with each. A comparison with them is an error until they are taken away.</p>`,
        ]),
        sections: [unusedSection(history.setAside, 0)].filter((section) => section !== undefined),
      };
    case 'found':
      return {
        title: `History: ${history.runs.length} stored runs`,
        top: renderFound(history),
        sections: [trendsSection(history), runsSection(history), unusedSection(history.setAside, history.unread)].filter(
          (section) => section !== undefined,
        ),
      };
  }
}

function renderTop(where: string, heading: Html, below: Content): Html {
  return markup`<header class="top"><p class="what">${showName(where, 200)} <span class="tool">load-gate baseline show</span></p>
<h1><span>${heading}</span></h1>
${below}</header>`;
}

function renderEmpty({ where, otherKeys }: Extract<RunHistory, { state: 'none-yet' }>): Html {
  return renderTop(where, markup`<strong>No run is stored here yet</strong>`, [
    markup`<p>A history begins with one run of the default branch: <code>load-gate baseline update</code> runs the scenario and stores what it measured; in a workflow, <code>mode: update-baseline</code> on a push does. This page then has a chart for each endpoint.</p>`,
    otherKeys === '' ? undefined : markup`<p><bdi>${otherKeys}</bdi></p>`,
  ]);
}

const TILES: readonly Standing['kind'][] = ['counts', 'by-hand', 'slower', 'left-out', 'earlier'];

function renderFound({ where, runs, notes, names }: FoundHistory): Html {
  const counting = runs.filter(({ standing }) => standing.kind === 'counts' || standing.kind === 'by-hand').length;
  const [first, last] = [runs[0], runs.at(-1)];
  const tiles = TILES.map((kind) => ({ kind, count: runs.filter(({ standing }) => standing.kind === kind).length }));
  const slower = runs.findLast(({ standing }) => standing.kind === 'slower');
  const heading = markup`<strong>${formatNumber(runs.length, 0)} stored ${runs.length === 1 ? 'run' : 'runs'}</strong>, ${formatNumber(counting, 0)} of which ${counting === 1 ? 'counts' : 'count'} for the next comparison`;
  const span =
    first && last
      ? markup`<p class="about"><span>${first === last ? undefined : markup`${showMinute(first.startedAt)} to `}${showMinute(last.startedAt)} UTC</span></p>`
      : undefined;
  return renderTop(where, heading, [
    span,
    renderNotes(notes, names),
    slower
      ? markup`<p class="waiting">The newest run that was judged slower waits: if that is meant to stay, <code>load-gate baseline accept ${slower.id} --baseline …</code> lets it count.</p>`
      : undefined,
    markup`<dl class="figures five">${tiles.map(({ kind, count }) => markup`<div><dt>${showMark(kind, wordOf(kind))}</dt><dd>${formatNumber(count, 0)}</dd></div>`)}</dl>`,
  ]);
}

const MOST_NOTES = 3;

/** The first of them, and the others in a fold. */
function renderNotes(notes: readonly string[], names: readonly string[]): Html | undefined {
  const items = notes.map((note) => markup`<li>${markNames(note, names)}</li>`);
  const [first, more] = [items.slice(0, MOST_NOTES), items.slice(MOST_NOTES)];
  if (first.length === 0) return undefined;
  const fold = markup`<details class="more"><summary>${formatNumber(more.length, 0)} more</summary><ul class="reasons">${more}</ul></details>`;
  return markup`<ul class="reasons">${first}</ul>${more.length > 0 ? fold : undefined}`;
}
