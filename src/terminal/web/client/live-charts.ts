import { errorChart } from '../../../report/html/error-chart.ts';
import { heatMap } from '../../../report/html/heat-map.ts';
import { latencyChart, type Place } from '../../../report/html/latency-chart.ts';
import { throughputChart, usersChart } from '../../../report/html/load-charts.ts';
import { NOTHING_TO_SHOW, type Html } from '../../../report/html/markup.ts';
import { percentileChart, type Side } from '../../../report/html/percentile-chart.ts';
import type { RunSummary } from '../../../metrics/run-summary.ts';
import { summarizeEndpoints } from '../../../report/summarize-endpoints.ts';
import type { LiveBurst } from '../live-messages.ts';
import type { LiveRun } from './live-run.ts';
import { socketsChart, startsChart } from './live-load-charts.ts';

/** A picture of the run so far. */
export interface LiveChart {
  readonly id: string;
  readonly title: string;
  /** What stands in its place until there is something to draw. */
  readonly empty: string;
  /** Across the whole page. */
  readonly isWide?: true;
  /** False: a run of this kind has no such chart, or one endpoint alone has none. */
  readonly isShown: (burst: LiveBurst, focus: number | undefined) => boolean;
  /** Of one series (its place in the plan), or of all of them together; nothing where there is nothing to draw. */
  readonly draw: (run: LiveRun, focus: number | undefined) => Html;
}

const ALWAYS = (): boolean => true;
const OF_ALL = (_burst: LiveBurst, focus: number | undefined): boolean => focus === undefined;

/** The same pictures as in report.html, and what is worth seeing second by second only while it runs. */
export const LIVE_CHARTS: readonly LiveChart[] = [
  {
    id: 'chart-latency',
    title: 'Latency over time',
    empty: 'Nothing has succeeded yet.',
    isShown: ALWAYS,
    draw: (run, focus) => drawOf(run, focus, (summary) => latencyChart(summary, summary.series, place('chart-latency'))),
  },
  {
    id: 'chart-throughput',
    title: 'Requests per second',
    empty: 'Nothing has ended yet.',
    isShown: ALWAYS,
    draw: (run, focus) => drawOf(run, focus, (summary) => throughputChart(summary, summary.series, place('chart-throughput'))),
  },
  {
    id: 'chart-users',
    title: 'Virtual users',
    empty: 'Nobody is there yet.',
    isShown: OF_ALL,
    draw: (run) => drawOf(run, undefined, (summary) => usersChart(summary, place('chart-users'))),
  },
  {
    id: 'chart-starts',
    title: 'Iterations started per second',
    empty: 'Nothing has started yet.',
    isShown: OF_ALL,
    draw: (run) => drawOf(run, undefined, (summary) => startsChart(summary, run.starts, place('chart-starts'))),
  },
  {
    id: 'chart-errors',
    title: 'Failures over time, by class',
    empty: 'Nothing has failed so far.',
    isShown: ALWAYS,
    // Which class a failure is of is known series by series only.
    draw: (run, focus) =>
      run.seconds === 0
        ? NOTHING_TO_SHOW
        : errorChart(focus === undefined ? run.summarize() : run.summarizeOne(focus), place('chart-errors')),
  },
  {
    id: 'chart-percentiles',
    title: 'Latency by percentile',
    empty: 'Nothing that is judged has succeeded yet; warm-ups are not.',
    isShown: ALWAYS,
    draw: (run, focus) =>
      drawOf(run, focus, (summary) => percentileChart([listSide(summary)], undefined, { ...place('chart-percentiles'), mostSteps: 240 })),
  },
  {
    id: 'chart-sockets',
    title: 'Open WebSockets',
    empty: 'No WebSocket is open yet.',
    isShown: ({ series }, focus) => focus === undefined && series.some(({ kind, selected }) => kind === 'ws' && selected),
    draw: (run) => drawOf(run, undefined, (summary) => socketsChart(summary, run.sockets, place('chart-sockets'))),
  },
  {
    id: 'chart-heat',
    isWide: true,
    title: 'Spread of latency over time',
    empty: 'Nothing has succeeded yet.',
    isShown: ALWAYS,
    draw: (run, focus) => drawOf(run, focus, (summary) => heatMap(summary, summary.series, { ...place('chart-heat'), mostSteps: 150 })),
  },
];

function place(id: string): Place {
  return { id, size: 'tall', mostSteps: 300 };
}

function drawOf(run: LiveRun, focus: number | undefined, draw: (summary: RunSummary) => Html): Html {
  if (run.seconds === 0) return NOTHING_TO_SHOW;
  return draw(focus === undefined ? run.summarizeTogether() : run.summarizeOne(focus));
}

/** All series of a run as one curve. */
function listSide(summary: RunSummary): Side {
  const { total } = summarizeEndpoints(summary);
  return { label: 'so far', tone: 'now', find: () => total };
}
