import { formatNumber } from '../../units.ts';
import { NOTHING } from '../format-reading.ts';
import type { FoundHistory, HistoryRun, Standing, UnusedFile } from '../run-history.ts';
import { markup, showName, type Content, type Html } from './markup.ts';
import { renderTable } from './render-html-table.ts';
import { renderSection, type Section } from './section.ts';
import { showMark } from './standing-marks.ts';
import { showState, signVerdict } from './state-sign.ts';
import { showMinute } from './trend-chart.ts';
import { VERDICT_WORDS } from './verdict-section.ts';

const COLUMNS = [
  { title: 'started (UTC)' },
  { title: 'run' },
  { title: 'commit' },
  { title: 'branch, event' },
  { title: 'judged' },
  { title: 'counts' },
];

const MACHINE = { title: 'machine' } as const;

/** Every stored run, the newest first, and why it does or does not count. */
export function runsSection({ runs }: Pick<FoundHistory, 'runs'>): Section {
  const machines = new Set(runs.map(({ machine }) => machine));
  const [only = ''] = machines;
  const isMixed = machines.size > 1;
  const rows = runs
    .toReversed()
    .map((run) => [...runCells(run), ...(isMixed ? [markup`<small class="machine"><bdi>${run.machine}</bdi></small>`] : [])]);
  return renderSection('runs', 'Stored runs', [
    isMixed ? undefined : markup`<p class="lead">All made on <bdi>${only}</bdi>.</p>`,
    markup`<div class="stored">${renderTable({ caption: 'Stored runs, the newest first', columns: isMixed ? [...COLUMNS, MACHINE] : COLUMNS, rows, asCards: true })}</div>`,
  ]);
}

function runCells({ id, startedAt, commit, branch, event, judged, standing }: HistoryRun): readonly Content[] {
  const from = [branch, event].flatMap((word) => (word === undefined ? [] : [showName(word, 60)]));
  return [
    markup`<span class="whole">${showMinute(startedAt)}</span>`,
    markup`<code>${id}</code>`,
    commit === undefined ? NOTHING : markup`<span class="whole">${commit.slice(0, 8)}</span>`,
    from.length === 0 ? NOTHING : markup`${from.map((word, place) => markup`${place > 0 ? COMMA : undefined}${word}`)}`,
    showState(signVerdict({ state: judged }), VERDICT_WORDS[judged]),
    markup`${showMark(standing.kind)}${explain(standing)}`,
  ];
}

const COMMA = markup`, `;

function explain(standing: Standing): Html | undefined {
  switch (standing.kind) {
    case 'counts':
      return undefined;
    case 'by-hand':
      return markup` <small class="reason">by ${showName(standing.by, 60)}, ${showMinute(standing.at)}: <bdi>${standing.why}</bdi></small>`;
    case 'earlier':
    case 'slower':
    case 'left-out':
      return markup` <small class="reason"><bdi>${standing.why}</bdi></small>`;
  }
}

/** Files that are there and not used, and runs that are not read; undefined where there is neither. */
export function unusedSection(setAside: readonly UnusedFile[], unread: number): Section | undefined {
  if (setAside.length === 0 && unread === 0) return undefined;
  const columns = [{ title: 'file' }, { title: 'why' }];
  const rows = setAside.map(({ file, reason }) => [showName(file, 160), markup`<bdi>${reason}</bdi>`]);
  return renderSection('unused', 'Not used', [
    rows.length > 0 ? renderTable({ caption: 'Files that are set aside', columns, rows }) : undefined,
    unread > 0
      ? markup`<p class="note">${formatNumber(unread, 0)} older ${unread === 1 ? 'run is' : 'runs are'} not read; <code>load-gate baseline prune</code> takes out what is not needed.</p>`
      : undefined,
  ]);
}
