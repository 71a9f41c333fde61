import { formatNumber } from '../../units.ts';
import { lineUpEndpoints, type LinedUp } from '../line-up-endpoints.ts';
import { deltaTable, describeAbsent, nameForFilter } from './delta-section.ts';
import { markup, showName, type Html } from './markup.ts';
import { MORE_STYLE } from './more-style.ts';
import { latencyMultiples, latencyOverlay, throughputMultiples, throughputOverlay } from './overlay-charts.ts';
import { buildSide, percentileChart, type Side } from './percentile-chart.ts';
import { renderPage } from './render-page.ts';
import { renderRunsHead } from './runs-head.ts';
import { renderSection, type Section } from './section.ts';
import type { ViewedRun } from './viewed-run.ts';

const TALL = { size: 'tall', mostSteps: 240 } as const;
const MULTIPLE_STEPS = 120;

/** Endpoints beyond have no charts of their own. */
const MOST_CHARTED = 60;
/** Points of all small charts of a kind together, those of every run counted, so that a page of many endpoints and runs stays small. */
const POINTS = 6_000;
const MOST_POINTS = 100;
const LEAST_POINTS = 30;

/** Two to eight runs side by side, on one page that loads nothing; the first is what the others are held against. `version` is that of load-gate. */
export function renderRunsHtml(runs: readonly ViewedRun[], version: string): string {
  const bursts = runs.map(({ report }) => report.run);
  const sides = runs.map(({ tag, tone, report }) => buildSide(tag, tone, report.run));
  const endpoints = lineUpEndpoints(bursts);
  const charted = endpoints.filter(isMeasured).slice(0, MOST_CHARTED);
  const folds = new Map(charted.map((endpoint, place) => [endpoint, `e${place}`]));
  const sections = [
    endpointsSection(endpoints, runs, folds),
    chartSection('percentiles', 'Latency by percentile', [percentileChart(sides, undefined, { ...TALL, id: 'chart-percentiles' })]),
    chartSection('latency', 'Latency over time', [
      latencyOverlay(runs, undefined, { ...TALL, id: 'chart-latency' }),
      latencyMultiples(runs, MULTIPLE_STEPS),
    ]),
    chartSection('load', 'Throughput over time', [
      throughputOverlay(runs, undefined, { ...TALL, id: 'chart-throughput' }),
      throughputMultiples(runs, MULTIPLE_STEPS),
    ]),
    foldsSection({ runs, sides, folds, left: endpoints.filter(isMeasured).length - charted.length }),
  ];
  const names = [...new Set(bursts.map(({ scenario }) => scenario.name))];
  return renderPage({
    title: `${runs.map(({ tag }) => tag).join(', ')} side by side: ${names.join(', ')}`,
    skip: 'Skip to the runs',
    top: renderRunsHead(runs),
    sections: sections.filter((section) => section !== undefined),
    source: markup`Everything behind these figures is in the results of each run.`,
    version,
    more: MORE_STYLE,
  });
}

/** Undefined where there is nothing to draw. */
function chartSection(id: string, title: string, charts: readonly Html[]): Section | undefined {
  return charts.every((chart) => chart.toString() === '') ? undefined : renderSection(id, title, charts);
}

function isMeasured({ kind, inRuns }: LinedUp): boolean {
  return kind !== 'total' && inRuns.some(({ state }) => state === 'measured');
}

function endpointsSection(endpoints: readonly LinedUp[], runs: readonly ViewedRun[], folds: ReadonlyMap<LinedUp, string>): Section {
  return renderSection('endpoints', 'Endpoints', [
    markup`<div class="filter" hidden><label for="filter">Only endpoints whose name contains</label> <input type="search" id="filter" autocomplete="off" spellcheck="false"/> <label class="tick"><input type="checkbox" id="failing"/> with failures</label> <span role="status"></span></div>`,
    deltaTable(endpoints, runs, (endpoint) => folds.get(endpoint)),
    markup`<p class="note">Over the judged phases of each run. Beside each figure its difference to that of ${runs[0]?.tag}; the bar ends at twice or half as much (of failures at ten points). Percentiles rank requests that never came back last.</p>`,
    describeAbsent(endpoints, runs).map((sentence) => markup`<p class="absent">${sentence}</p>`),
  ]);
}

interface Folds {
  readonly runs: readonly ViewedRun[];
  readonly sides: readonly Side[];
  readonly folds: ReadonlyMap<LinedUp, string>;
  /** Endpoints that have none. */
  readonly left: number;
}

/** The same curves for each endpoint; undefined where nothing was measured. */
function foldsSection({ runs, sides, folds, left }: Folds): Section | undefined {
  if (folds.size === 0) return undefined;
  const points = Math.floor(POINTS / (folds.size * runs.length));
  const mostSteps = Math.min(MOST_POINTS, Math.max(LEAST_POINTS, points));
  return renderSection('each', 'Each endpoint', [
    [...folds].map(([endpoint, id]) => endpointFold(endpoint, id, { runs, sides, mostSteps })),
    left > 0
      ? markup`<p class="note">${formatNumber(left, 0)} more ${left === 1 ? 'endpoint has' : 'endpoints have'} no charts here.</p>`
      : undefined,
  ]);
}

interface Shown {
  readonly runs: readonly ViewedRun[];
  readonly sides: readonly Side[];
  readonly mostSteps: number;
}

function endpointFold(endpoint: LinedUp, id: string, { runs, sides, mostSteps }: Shown): Html {
  const { name, inRuns } = endpoint;
  // A run that has not measured it would be an empty line in every legend.
  const isIn = (place: number): boolean => inRuns[place]?.state === 'measured';
  const having = runs.filter((_, place) => isIn(place));
  const place = (what: string): { readonly id: string; readonly size: 'low'; readonly mostSteps: number } => ({
    id: `${id}-${what}`,
    size: 'low',
    mostSteps,
  });
  const p95 = runs.flatMap(({ tag }, index) => {
    const inRun = inRuns[index];
    return inRun?.state === 'measured' ? [`${tag} ${inRun.figures[1]?.text ?? ''}`] : [];
  });
  const curve = percentileChart(
    sides.filter((_, index) => isIn(index)),
    name,
    place('p'),
  );
  return markup`<details class="endpoint" id="${id}" data-name="${nameForFilter(endpoint)}"><summary>${showName(name)} <span class="brief">p95: ${p95.join(', ')}</span></summary><div class="inside" id="${id}-in"><div class="pair">${curve}${latencyOverlay(having, name, place('l'))}${throughputOverlay(having, name, place('t'))}</div></div></details> `;
}
