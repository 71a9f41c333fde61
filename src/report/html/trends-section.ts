import { formatLatency, formatNumber, formatRate, formatRatio } from '../../units.ts';
import { formatSigned } from '../../verdict/regression/format-change.ts';
import { formatReading, NOTHING } from '../format-reading.ts';
import { PERCENTILES, type EndpointHistory, type EndpointPoint, type FoundHistory, type HistoryRun } from '../run-history.ts';
import type { Curve, Tone } from './chart.ts';
import { markup, pathData, showName, type Content, type Html } from './markup.ts';
import { renderTable, type Row } from './render-html-table.ts';
import { buildLatencyScale, buildLinearScale, formatLatencyTick } from './scale.ts';
import { renderSection, type Section } from './section.ts';
import { listMarks, MARKS, showMark, wordOf } from './standing-marks.ts';
import { listShown, showMinute, trendChart } from './trend-chart.ts';

/** Endpoints beyond have no charts; those beyond the first few are folded. */
const MOST_CHARTED = 60;
const MOST_OPEN = 3;
/** Rows of the numbers of one endpoint. */
const MOST_NUMBERS = 100;
/** The place of p95. */
const P95 = PERCENTILES.indexOf(95);

const COLUMNS = [
  { title: 'endpoint' },
  { title: 'p95 of the runs that count' },
  ...['least', 'most', 'level now', 'newest', 'against the level'].map((title) => ({ title, isFigure: true })),
];

/** Each endpoint through the runs: a table of its p95, and a fold with its charts. */
export function trendsSection({ runs, endpoints }: FoundHistory): Section {
  const charted = endpoints.filter(({ points }) => points.some((point) => point !== undefined)).slice(0, MOST_CHARTED);
  const folds = new Map(charted.map((endpoint, place) => [endpoint, `e${place}`]));
  const rows = endpoints.map((endpoint) => tableRow(endpoint, runs, folds.get(endpoint)));
  const left = endpoints.length - charted.length;
  return renderSection('endpoints', 'Endpoints', [
    markup`<div class="filter" hidden><label for="filter">Only endpoints whose name contains</label> <input type="search" id="filter" autocomplete="off" spellcheck="false"/> <label class="tick"><input type="checkbox" id="failing"/> with failures in the newest run</label> <span role="status"></span></div>`,
    renderTable({ caption: 'p95 of each endpoint through the runs', columns: COLUMNS, rows, asCards: true }),
    markup`<div class="legends"><fieldset class="choose"><legend>Draw</legend>${PERCENTILES.map(choice)}</fieldset><ul class="legend marks">${MARKS.map(({ kind }) => markup`<li>${showMark(kind)}</li>`)}</ul></div>`,
    markup`<p class="note">Each run has the same room, in the order of time; a point is the mean of the bursts of its run. The line goes through the runs that count, or counted before newer ones took their place or a new level began; the shade is where the next one would not be outlying.</p>`,
    charted.map((endpoint, place) => endpointFold(endpoint, runs, { id: `e${place}`, isOpen: place < MOST_OPEN })),
    left > 0
      ? markup`<p class="note">${formatNumber(left, 0)} more ${left === 1 ? 'endpoint has' : 'endpoints have'} no charts here.</p>`
      : undefined,
  ]);
}

/** Without a script: the style shows the pictures of the chosen one. */
function choice(percentile: number, place: number): Html {
  const checked = place === P95 ? markup` checked` : undefined;
  return markup`<label class="tick"><input type="radio" name="percentile" id="draw-p${percentile}"${checked}/> p${percentile}</label>`;
}

function nameForFilter({ name, points }: EndpointHistory): string {
  return `${(points.at(-1)?.failedRatio ?? 0) > 0 ? '!' : '.'}${name}`;
}

function exactUs(point: EndpointPoint | undefined, place: number): number | undefined {
  const latency = point?.latencies[place];
  return latency?.state === 'exact' ? latency.us : undefined;
}

function tableRow(endpoint: EndpointHistory, runs: readonly HistoryRun[], fold: string | undefined): Row {
  const { name, points, levels, isCurrent } = endpoint;
  const level = levels[P95];
  const counting = points.filter((_, place) => {
    const kind = runs[place]?.standing.kind;
    return kind === 'counts' || kind === 'by-hand';
  });
  const values = counting.map((point) => exactUs(point, P95));
  const known = values.filter((value) => value !== undefined);
  const newest = exactUs(points.at(-1), P95);
  const gone = isCurrent ? undefined : markup` <small>not in the newest run</small>`;
  const show = (us: number | undefined): string => (us === undefined ? NOTHING : formatLatency(us));
  return {
    name: nameForFilter(endpoint),
    cells: [
      markup`${fold === undefined ? showName(name) : markup`<a href="#${fold}-in">${showName(name)}</a>`}${gone}`,
      drawLine(values),
      show(known.length > 0 ? Math.min(...known) : undefined),
      show(known.length > 0 ? Math.max(...known) : undefined),
      show(level?.us),
      formatReading(points.at(-1)?.latencies[P95]),
      level && newest !== undefined ? formatSigned(newest / level.us - 1) : NOTHING,
    ],
  };
}

/** What the full height stands for at the least where hardly anything failed. */
const LEAST_FAILURES = 0.009;

const WIDTH = 140;
const HEIGHT = 26;
/** A fifth is the least that the full height stands for, so that noise is not drawn as mountains. */
const LEAST_SPAN = 0.2;

/** The course of the values on a logarithmic scale; nothing for fewer than two. For the eye alone: the figures stand beside it. */
function drawLine(values: readonly (number | undefined)[]): Content {
  const logs = values.flatMap((value) => (value === undefined ? [] : [Math.log(Math.max(1, value))]));
  if (logs.length < 2) return '';
  const [low, high] = [Math.min(...logs), Math.max(...logs)];
  const span = Math.max(Math.log1p(LEAST_SPAN), high - low);
  const floor = (low + high - span) / 2;
  const points = logs.map((log, place) => {
    const x = Math.round((place / (logs.length - 1)) * WIDTH * 10) / 10;
    return `${x} ${Math.round((1 - (log - floor) / span) * (HEIGHT - 4) * 10) / 10 + 2}`;
  });
  return markup`<svg class="spark" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true"><path class="line now" d="${pathData(`M${points.join('L')}`)}"/></svg>`;
}

function endpointFold(
  endpoint: EndpointHistory,
  runs: readonly HistoryRun[],
  { id, isOpen }: { readonly id: string; readonly isOpen: boolean },
): Html {
  const { name, points, levels } = endpoint;
  const latencies = PERCENTILES.map(
    (percentile, place) => markup`<div class="of p${percentile}">${latencyTrend(endpoint, runs, { id, percentile, place })}</div>`,
  );
  const rates = points.map((point) => point?.okPerSec);
  const ratios = points.map((point) => point?.failedRatio);
  const outliers = levels[P95]?.outliers.size ?? 0;
  const brief = [
    `p95 ${formatReading(points.at(-1)?.latencies[P95])} in the newest run`,
    ...(outliers > 0 ? [`${outliers} outlying`] : []),
    ...(endpoint.isCurrent ? [] : ['gone']),
  ];
  return markup`<details class="endpoint trend" id="${id}" data-name="${nameForFilter(endpoint)}"${isOpen ? markup` open` : undefined}><summary>${showName(name)} <span class="brief">${brief.join(', ')}</span></summary><div class="inside" id="${id}-in">${latencies}<div class="pair">${trendChart(
    runs,
    {
      id: `${id}-t`,
      title: 'Successes per second',
      size: 'low',
      curve: curveOf('successes', 'now', rates, formatRate),
      scale: buildLinearScale(listShown(rates, undefined)),
      showTick: (value) => formatNumber(value, 2),
      level: undefined,
      lost: 0,
    },
  )}${trendChart(runs, {
    id: `${id}-f`,
    title: 'Failures',
    size: 'low',
    curve: curveOf('failed', 'now', ratios, formatRatio),
    scale: buildLinearScale([...listShown(ratios, undefined), LEAST_FAILURES]),
    showTick: formatRatio,
    level: undefined,
    lost: 0,
  })}</div>${renderNumbers(endpoint, runs)}</div></details> `;
}

function latencyTrend(
  { points, levels }: EndpointHistory,
  runs: readonly HistoryRun[],
  { id, percentile, place }: { readonly id: string; readonly percentile: (typeof PERCENTILES)[number]; readonly place: number },
): Html {
  const values = points.map((point) => exactUs(point, place));
  const level = levels[place];
  const scale = buildLatencyScale(listShown(values, level));
  return trendChart(runs, {
    id: `${id}-p${percentile}`,
    title: `Latency, p${percentile}`,
    size: 'tall',
    curve: curveOf(`p${percentile}`, 'now', values, formatLatency),
    scale,
    showTick: formatLatencyTick,
    level: level ?? 'none',
    lost: points.filter((point) => point?.latencies[place]?.state === 'censored').length,
  });
}

function curveOf(label: string, tone: Tone, values: Curve['values'], show: Curve['show']): Curve {
  return { label, tone, form: 'line', values, show };
}

/** Everything that is drawn of one endpoint, the newest run first. */
function renderNumbers({ name, points, levels }: EndpointHistory, runs: readonly HistoryRun[]): Html {
  const marks = listMarks(runs, levels[P95]);
  const rows = runs.flatMap((run, place): readonly (readonly Content[])[] => {
    const point = points[place];
    if (point === undefined) return [];
    return [
      [
        showMinute(run.startedAt),
        wordOf(marks[place] ?? run.standing.kind),
        ...point.latencies.map(formatReading),
        point.okPerSec === undefined ? NOTHING : formatRate(point.okPerSec),
        point.failedRatio === undefined ? NOTHING : formatRatio(point.failedRatio),
        formatNumber(point.attempts, 0),
      ],
    ];
  });
  const columns = [
    { title: 'started (UTC)' },
    { title: 'stands for p95' },
    ...[...PERCENTILES.map((percentile) => `p${percentile}`), 'ok/s', 'failures', 'requests'].map((title) => ({ title, isFigure: true })),
  ];
  const shown = rows.toReversed().slice(0, MOST_NUMBERS);
  return markup`<details class="numbers"><summary>Numbers</summary>${renderTable({ caption: `${name}: numbers`, columns, rows: shown })}</details>`;
}
