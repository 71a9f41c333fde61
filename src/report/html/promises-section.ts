import type { RunSummary } from '../../metrics/run-summary.ts';
import { formatNumber } from '../../units.ts';
import type { Check, Observed } from '../../verdict/verdict.ts';
import { describeBudget, describeObserved, describeState } from '../describe-check.ts';
import { NOTHING } from '../format-reading.ts';
import type { Report } from '../report.ts';
import { sortChecks } from '../sort-checks.ts';
import { markup, NOTHING_TO_SHOW, showName, type Content, type Html } from './markup.ts';
import { renderTable, type Row } from './render-html-table.ts';
import { renderSection, type Section } from './section.ts';
import { drawSparkline } from './sparkline.ts';
import { showState, signCheck } from './state-sign.ts';

/** `isOptional`: left out where no row has any. */
const COLUMNS = [
  { title: 'state' },
  { title: 'endpoint' },
  { title: 'limit', isFigure: true },
  { title: 'observed', isFigure: true },
  { title: 'about 85 %', isFigure: true, isOptional: true },
  { title: 'budget used', isFigure: true, isOptional: true },
  { title: 'samples', isFigure: true },
  { title: 'over time' },
];

/** Rows beyond have no picture, so that a page of a thousand promises stays small. */
const MOST_SPARKLINES = 100;

/** What was promised and what became of it, the broken first. An SLA without a promise has no such section. */
export function promisesSection(report: Report): Section | undefined {
  if (report.verdict.checks.length === 0) return undefined;
  const note = markup`<p class="note">About 85 %: an interval that holds the true value in about 85 of 100 such runs. The dashed line over time is the limit; every second counts as it was, so a short peak beyond it need not break the promise.</p>`;
  return renderSection('promises', 'Promises', markup`${renderPromises(report, 'Promises of the SLA, and what was observed')}${note}`);
}

/** The promises in a table below a sentence; the caption is unique on its page. */
export function renderPromises({ run, verdict }: Report, caption: string): Html {
  const checks = sortChecks(verdict.checks);
  const rows = checks.map((check, index) => promiseRow(check, index < MOST_SPARKLINES ? run : undefined));
  const isShown = COLUMNS.map((column, place) => !('isOptional' in column) || rows.some(({ cells }) => cells[place] !== NOTHING));
  const columns = COLUMNS.filter((_, place) => isShown[place]);
  const shown = rows.map((row) => ({ ...row, cells: row.cells.filter((_, place) => isShown[place]) }));
  const table = renderTable({ caption, columns, rows: shown, head: 1, asCards: true });
  const broken = checks.filter(({ state, severity }) => state === 'breached' && severity === 'fail').length;
  const warned = checks.filter(({ state, severity }) => state === 'breached' && severity === 'warn').length;
  const open = checks.filter(({ state }) => state === 'no-data').length;
  const lead = [
    `${formatNumber(checks.length, 0)} ${checks.length === 1 ? 'promise' : 'promises'}`,
    ...(broken > 0 ? [`${formatNumber(broken, 0)} broken`] : []),
    ...(warned > 0 ? [`${formatNumber(warned, 0)} broken as a warning`] : []),
    ...(open > 0 ? [`${formatNumber(open, 0)} not judged`] : []),
  ];
  return markup`<p class="lead">${lead.join(', ')}.</p>${table}`;
}

function promiseRow(check: Check, run: RunSummary | undefined): Row {
  const seen = 'observed' in check ? check.observed : undefined;
  const samples = seen?.samples ?? (check.state === 'no-data' ? check.samples : undefined);
  const sign = signCheck(check);
  return {
    ...(sign === 'bad' || sign === 'doubt' ? { tone: sign } : {}),
    cells: [
      showState(sign, check.state === 'passed' ? 'holds' : describeState(check)),
      markup`${showName(check.series)}${check.phase === undefined ? undefined : markup` <small>in ${showName(check.phase, 60)}</small>`} <small>${check.metric}</small>`,
      check.limit,
      seen ? markup`<strong>${describeObserved(check)}</strong>` : markup`<small class="why">${describeObserved(check)}</small>`,
      seen?.interval?.text ?? NOTHING,
      seen ? showBudget(seen) : NOTHING,
      samples === undefined ? NOTHING : formatNumber(samples, 0),
      (run && drawSparkline(check, run)) ?? NOTHING_TO_SHOW,
    ],
  };
}

const METER = 56;

/** The share of an error budget that is gone, and how fast it went at its worst. */
function showBudget(observed: Observed): Content {
  if (observed.budgetUsed === undefined) return NOTHING;
  const used = Math.round(Math.min(1, observed.budgetUsed) * METER);
  const tone = observed.budgetUsed > 1 ? 'bad' : 'good';
  const burn = observed.burnRate === undefined ? undefined : markup`<br/><small>burn rate ${formatNumber(observed.burnRate)}×</small>`;
  return markup`<svg class="meter" width="${METER}" height="6" aria-hidden="true"><rect width="${METER}" height="6" rx="3"/><rect class="${tone}" width="${used}" height="6" rx="3"/></svg> ${describeBudget(observed)}${burn}`;
}
