import { listReasons } from '../describe-comparison.ts';
import { renderComparison } from '../html/comparison-section.ts';
import { listNames, markNames } from '../html/mark-names.ts';
import type { Report } from '../report.ts';
import { drawSign, showState, signVerdict } from '../html/state-sign.ts';
import { latencyChart } from '../html/latency-chart.ts';
import { throughputChart } from '../html/load-charts.ts';
import { markup, showName, type Html } from '../html/markup.ts';
import { renderPromises } from '../html/promises-section.ts';
import { renderPage } from '../html/render-page.ts';
import { renderTable } from '../html/render-html-table.ts';
import { renderSection, type Section } from '../html/section.ts';
import { VERDICT_WORDS } from '../html/verdict-section.ts';
import { listParts } from './list-parts.ts';
import { firstReasons, verdictOf, type SuitePart, type SuiteReport } from './suite-report.ts';

const COLUMNS = [
  { title: 'part' },
  { title: 'verdict' },
  { title: 'promises', isFigure: true },
  { title: 'requests', isFigure: true },
  { title: 'failed', isFigure: true },
  { title: 'time', isFigure: true },
];

/** What lies beside the page: the folder of each part, or nothing where it is told or kept by itself. */
export type Beside = 'folders' | 'nothing';

/** report.html of a suite: one verdict, a row for each part, and the promises and charts of each; the whole report of a part is in its folder. */
export function renderSuiteHtml(report: SuiteReport, beside: Beside): string {
  const { name, verdict, parts } = report;
  return renderPage({
    title: `${VERDICT_WORDS[verdict.state]}: ${name}`,
    skip: 'Skip to the report',
    top: renderTop(report),
    sections: [renderSection('parts', 'Parts', renderParts(report)), ...parts.flatMap((part, index) => renderPart(part, index, beside))],
    source:
      beside === 'folders'
        ? markup`The whole report of each part is in its folder beside this file.`
        : markup`This page stands by itself. The whole report of each part is in its folder among the reports of the run.`,
    version: parts.find((part) => part.state === 'ran')?.report.run.tool.version ?? '',
  });
}

function renderTop(report: SuiteReport): Html {
  const { name, verdict } = report;
  const [first = '', ...others] = firstReasons(report);
  const more =
    others.length > 0 ? markup`<ul class="reasons">${others.map((reason) => markup`<li>${showName(reason, 600)}</li>`)}</ul>` : undefined;
  return markup`<header class="top ${signVerdict(verdict)}"><p class="what">${showName(name, 120)} <span class="tool">load-gate report of a suite</span></p>
<h1>${drawSign(signVerdict(verdict))}<span><strong>${VERDICT_WORDS[verdict.state]}:</strong> ${showName(first, 600)}</span></h1>
${more}</header>`;
}

function renderParts(report: SuiteReport): Html {
  const rows = listParts(report).map(({ part, absence, promises, requests, failed, duration }, index) => [
    part.state === 'ran' ? markup`<a href="#part-${index + 1}">${showName(part.name, 80)}</a>` : showName(part.name, 80),
    showState(signVerdict(verdictOf(part)), absence ?? VERDICT_WORDS[verdictOf(part).state]),
    promises,
    requests,
    failed,
    duration,
  ]);
  return renderTable({ caption: 'Parts of the suite', columns: COLUMNS, rows, asCards: true });
}

function renderPart(part: SuitePart, index: number, beside: Beside): readonly Section[] {
  if (part.state !== 'ran') return [];
  const { report, folder, name } = part;
  const { run, verdict } = report;
  const id = `part-${index + 1}`;
  const place = { size: 'low', mostSteps: 150 } as const;
  const body = markup`<p class="lead">${showState(signVerdict(verdict), VERDICT_WORDS[verdict.state])}</p>
${beside === 'folders' ? markup`<p><a href="${encodeURIComponent(folder)}/report.html">The whole report of this part</a></p>` : undefined}
${renderReasons(report)}${verdict.checks.length > 0 ? renderPromises(report, `Promises of part ${index + 1}`) : undefined}${renderComparison(report, `Metrics of part ${index + 1} compared with the baseline`)}
<div class="pair">${latencyChart(run, run.series, { ...place, id: `${id}-latency` })}${throughputChart(run, run.series, { ...place, id: `${id}-throughput` })}</div>`;
  return [renderSection(id, name.slice(0, 80), body)];
}

/** Of one part; its own report has all of them. */
const MOST_REASONS = 10;

/** Why a part does not pass. */
function renderReasons(report: Report): Html | undefined {
  const reasons = report.verdict.state === 'pass' ? [] : listReasons(report);
  const names = listNames(report);
  const shown = reasons.slice(0, MOST_REASONS).map((reason) => markup`<li>${markNames(reason, names)}</li>`);
  return shown.length === 0 ? undefined : markup`<ul class="reasons">${shown}</ul>`;
}
