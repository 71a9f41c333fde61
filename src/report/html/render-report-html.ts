import type { RunSummary } from '../../metrics/run-summary.ts';
import type { Report } from '../report.ts';
import { summarizeEndpoints } from '../summarize-endpoints.ts';
import { comparisonSection } from './comparison-section.ts';
import { endpointsSection } from './endpoints-section.ts';
import { errorChart } from './error-chart.ts';
import { failuresSection, slowSection } from './failures-section.ts';
import { heatMap } from './heat-map.ts';
import { markup, type Html } from './markup.ts';
import { latencyChart } from './latency-chart.ts';
import { arrivalsChart, throughputChart, usersChart } from './load-charts.ts';
import { listSides, percentileChart } from './percentile-chart.ts';
import { promisesSection } from './promises-section.ts';
import { environmentSection, healthSection, phasesSection } from './run-sections.ts';
import { renderPage } from './render-page.ts';
import { renderSection, type Section } from './section.ts';
import { serverSection } from './server-section.ts';
import { socketsSection } from './sockets-section.ts';
import { renderVerdict, VERDICT_WORDS } from './verdict-section.ts';

/**
 * report.html: the whole run on one page that loads nothing, and says so in its policy. All of it can be read without the script, which adds the reading of charts, the
 * filter, and the change of theme.
 */
export function renderReportHtml(report: Report): string {
  const { run, verdict } = report;
  const endpoints = summarizeEndpoints(run);
  return renderPage({
    title: `${VERDICT_WORDS[verdict.state]}: ${run.scenario.name}`,
    skip: 'Skip to the report',
    top: renderVerdict(report, endpoints),
    sections: listSections(report, endpoints),
    source: markup`Everything behind these figures is in <code>results.json</code> beside this file.`,
    version: run.tool.version,
  });
}

function listSections(report: Report, endpoints: ReturnType<typeof summarizeEndpoints>): readonly Section[] {
  const { run, verdict } = report;
  const sides = listSides(report);
  const [promises, comparison] = [promisesSection(report), comparisonSection(report)];
  const curve = percentileChart(sides, undefined, { id: 'chart-percentiles', size: 'tall', mostSteps: 240 });
  const sections = [
    // What decided comes first.
    ...(verdict.state === 'regression' ? [comparison, promises] : [promises, comparison]),
    chartSection('latency', 'Latency over time', latencyChart(run, run.series, { ...TALL, id: 'chart-latency' })),
    loadSection(run),
    chartSection('errors', 'Failures over time', errorChart(run, { ...TALL, id: 'chart-errors' })),
    chartSection('percentiles', 'Latency by percentile', curve),
    chartSection('heat', 'Spread of latency over time', heatMap(run, run.series, { ...TALL, id: 'chart-heat', mostSteps: 150 })),
    endpointsSection(run, endpoints, sides),
    failuresSection(run, endpoints),
    slowSection(run),
    socketsSection(run, endpoints),
    serverSection(report),
    healthSection(run),
    phasesSection(run),
    environmentSection(run),
  ];
  return sections.filter((section) => section !== undefined);
}

/** Undefined where an import says nothing of it. */
function loadSection(run: RunSummary): Section | undefined {
  const throughput = throughputChart(run, run.series, { ...TALL, id: 'chart-throughput' });
  const beside = markup`${arrivalsChart(run, { ...LOW, id: 'chart-arrivals' })}${usersChart(run, { ...LOW, id: 'chart-users' })}`;
  if (`${throughput.toString()}${beside.toString()}` === '') return undefined;
  return renderSection('load', 'Throughput and users', [throughput, markup`<div class="pair">${beside}</div>`]);
}

const TALL = { size: 'tall', mostSteps: 300 } as const;
const LOW = { size: 'low', mostSteps: 300 } as const;

/** A section of one chart; undefined where there is nothing to draw. */
function chartSection(id: string, title: string, chart: Html): Section | undefined {
  return chart.toString() === '' ? undefined : renderSection(id, title, chart);
}
