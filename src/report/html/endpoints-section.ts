import type { RunSummary } from '../../metrics/run-summary.ts';
import { formatBytes, formatNumber, formatRate, formatRatio } from '../../units.ts';
import { formatCount, formatPercentile, formatReading, NOTHING } from '../format-reading.ts';
import { percentileOf, type EndpointSummaries, type EndpointSummary } from '../summarize-endpoints.ts';
import { markup, showName, type Content, type Html } from './markup.ts';
import { renderFacts, renderTable, type Row } from './render-html-table.ts';
import { latencyChart } from './latency-chart.ts';
import { throughputChart } from './load-charts.ts';
import { percentileChart, type Side } from './percentile-chart.ts';
import { renderSection, type Section } from './section.ts';

const COLUMNS = [
  { title: 'endpoint' },
  ...['requests', 'failures', 'ok/s', 'p50', 'p95', 'p99', 'max'].map((title) => ({ title, isFigure: true })),
];

/** Endpoints beyond have no charts of their own. */
const MOST_CHARTED = 60;
/** Points of all small charts of a kind together, so that a page of many endpoints stays small. */
const POINTS = 2_000;
const MOST_POINTS = 100;
const LEAST_POINTS = 40;

/** Each endpoint with its figures, and a fold with its own charts. */
export function endpointsSection(run: RunSummary, { rows, total }: EndpointSummaries, sides: readonly Side[]): Section {
  const shown = rows.map((row, index) => ({ row, id: `e${index}` })).filter(({ row }) => row.selected);
  const charted = shown.filter(({ row }) => (row.attempts ?? 0) > 0).slice(0, MOST_CHARTED);
  const mostSteps = Math.min(MOST_POINTS, Math.max(LEAST_POINTS, Math.floor(POINTS / Math.max(1, charted.length))));
  const hasFold = new Set(charted.map(({ id }) => id));
  const table = renderTable({
    caption: 'Endpoints over the judged phases',
    columns: COLUMNS,
    rows: [
      ...shown.map(({ row, id }) => endpointRow(row, hasFold.has(id) ? id : undefined)),
      { ...endpointRow(total, undefined), tone: 'total' },
    ],
  });
  const left = shown.filter(({ row }) => (row.attempts ?? 0) > 0).length - charted.length;
  return renderSection('endpoints', 'Endpoints', [
    markup`<div class="filter" hidden><label for="filter">Only endpoints whose name contains</label> <input type="search" id="filter" autocomplete="off" spellcheck="false"/> <label class="tick"><input type="checkbox" id="failing"/> with failures</label> <span role="status"></span></div>`,
    table,
    markup`<p class="note">Over the judged phases. Percentiles rank requests that never came back last.</p>`,
    charted.map(({ row, id }) => endpointFold({ run, row, id, mostSteps }, sides)),
    left > 0
      ? markup`<p class="note">${formatNumber(left, 0)} more ${left === 1 ? 'endpoint has' : 'endpoints have'} no charts here.</p>`
      : undefined,
  ]);
}

function endpointRow(row: EndpointSummary, id: string | undefined): Row {
  const share = row.failedRatio === undefined ? '' : formatRatio(row.failedRatio);
  const name = row.kind === 'total' ? 'total' : showName(row.name);
  return {
    ...(row.kind === 'total' ? {} : { name: nameForFilter(row) }),
    cells: [
      id === undefined ? name : markup`<a href="#${id}-in">${name}</a>`,
      formatCount(row.attempts),
      row.failed === undefined || row.failed === 0
        ? formatCount(row.failed)
        : markup`<strong>${formatNumber(row.failed, 0)}</strong> <small>${share}</small>`,
      row.okPerSec === undefined ? NOTHING : formatRate(row.okPerSec),
      ...[50, 95, 99, 100].map((percentile) => formatReading(percentileOf(row, percentile))),
    ],
  };
}

/** `!` marks one with failures: no name is shown by it, and the filter looks for it. */
function nameForFilter({ name, failed }: EndpointSummary): string {
  return `${(failed ?? 0) > 0 ? '!' : '.'}${name}`;
}

interface Fold {
  readonly run: RunSummary;
  readonly row: EndpointSummary;
  readonly id: string;
  readonly mostSteps: number;
}

function endpointFold({ run, row, id, mostSteps }: Fold, sides: readonly Side[]): Html {
  const series = run.series.filter(({ name }) => name === row.name);
  const place = (what: string): { readonly id: string; readonly size: 'low'; readonly mostSteps: number } => ({
    id: `${id}-${what}`,
    size: 'low',
    mostSteps,
  });
  const p95 = formatReading(percentileOf(row, 95));
  const all = formatCount(row.attempts);
  const failures = row.failed === undefined ? `${all} requests` : `${formatCount(row.failed)} of ${all} failed`;
  return markup`<details class="endpoint" id="${id}" data-name="${nameForFilter(row)}"><summary>${showName(row.name)} <span class="brief">p95 ${p95}, ${failures}</span></summary><div class="inside" id="${id}-in"><div class="pair">${latencyChart(run, series, place('l'))}${percentileChart(sides, row.name, place('p'))}${throughputChart(run, series, place('t'))}${spansTable(row, run.engine.kind)}</div>${renderFacts(transferFacts(row, run.engine.kind))}</div></details> `;
}

const SPANS = [
  ['waiting for a connection', 'queue'],
  ['DNS and TCP', 'connect'],
  ['TLS', 'tls'],
  ['to the first byte', 'ttfb'],
  ['body', 'body'],
  ['from the actual start', 'service'],
  ['from the intended start', 'latency'],
  ['failures', 'failedLatency'],
] as const;

/** Of an import nobody knows when a request was meant to start. */
function spansTable(row: EndpointSummary, engine: RunSummary['engine']['kind']): Html {
  const rows = SPANS.filter(([, span]) => row[span].count > 0 && (engine !== 'import' || span !== 'latency')).map(([word, span]) => [
    word,
    ...[50, 95, 99].map((percentile) => formatPercentile(row[span], percentile)),
  ]);
  const columns = [{ title: 'span' }, ...['p50', 'p95', 'p99'].map((title) => ({ title, isFigure: true }))];
  const title = markup`<h3>Where the time went</h3>`;
  return markup`<div class="spans">${title}${renderTable({ caption: `Spans of ${row.name}`, columns, rows })}</div>`;
}

function transferFacts(
  { status, bytesSent, bytesReceived }: EndpointSummary,
  engine: RunSummary['engine']['kind'],
): readonly (readonly [string, Content])[] {
  // An import without bytes does not say that there were none.
  const isKnown = engine !== 'import' || bytesSent + bytesReceived > 0;
  const codes = Object.entries(status).map(([code, count]) => `${code}: ${formatNumber(count, 0)}`);
  return [
    ...(codes.length > 0 ? [['answers by status', codes.slice(0, 20).join(', ')] as const] : []),
    ...(isKnown ? [['sent, received', markup`${formatBytes(bytesSent)}, ${formatBytes(bytesReceived)}`] as const] : []),
  ];
}
