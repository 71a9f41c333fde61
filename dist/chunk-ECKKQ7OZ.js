import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  latencyChart,
  renderComparison,
  renderPromises,
  throughputChart
} from "./chunk-4OKLBAXO.js";
import {
  VERDICT_WORDS,
  drawSign,
  listNames,
  markNames,
  markup,
  renderPage,
  renderSection,
  renderTable,
  showName,
  showState,
  signVerdict
} from "./chunk-XR53GZEW.js";
import {
  listReasons
} from "./chunk-RNRZHEU7.js";
import {
  NOTHING,
  formatCount
} from "./chunk-ZLLVWJAM.js";
import {
  summarizeEndpoints
} from "./chunk-XW65F56M.js";
import {
  formatDuration,
  formatNumber,
  formatRatio
} from "./chunk-BRFOQZPS.js";

// src/report/suite/suite-report.ts
function verdictOf(part) {
  switch (part.state) {
    case "ran":
      return part.report.verdict;
    case "left-out":
      return { state: "inconclusive", reasons: [`It was left out: ${part.reason}.`] };
    case "lost":
      return { state: "inconclusive", reasons: [`It could not be measured: ${part.reason}.`] };
  }
}
function nameAbsence({ state }) {
  switch (state) {
    case "ran":
      return void 0;
    case "left-out":
      return "left out";
    case "lost":
      return "not measured";
  }
}
var MOST_REASONS = 12;
function firstReasons({ verdict: { reasons } }) {
  const left = reasons.length - MOST_REASONS + 1;
  return left > 1 ? [...reasons.slice(0, MOST_REASONS - 1), `… and ${left} more.`] : reasons;
}

// src/report/suite/list-parts.ts
function listParts({ parts }) {
  return parts.map((part) => {
    const [{ state }, absence] = [verdictOf(part), nameAbsence(part)];
    if (part.state !== "ran") return { part, state, absence, promises: NOTHING, requests: NOTHING, failed: NOTHING, duration: NOTHING };
    const { run, verdict } = part.report;
    const { total } = summarizeEndpoints(run);
    const holding = verdict.checks.filter((check) => check.state === "passed").length;
    const counted = verdict.checks.filter((check) => check.state !== "skipped").length;
    return {
      part,
      state,
      absence,
      promises: counted === 0 ? "none" : `${formatNumber(holding, 0)} of ${formatNumber(counted, 0)} hold`,
      requests: formatCount(total.attempts),
      failed: total.failedRatio === void 0 ? NOTHING : formatRatio(total.failedRatio),
      duration: formatDuration(run.durationMs)
    };
  });
}

// src/report/suite/render-suite-html.ts
var COLUMNS = [
  { title: "part" },
  { title: "verdict" },
  { title: "promises", isFigure: true },
  { title: "requests", isFigure: true },
  { title: "failed", isFigure: true },
  { title: "time", isFigure: true }
];
function renderSuiteHtml(report, beside) {
  const { name, verdict, parts } = report;
  return renderPage({
    title: `${VERDICT_WORDS[verdict.state]}: ${name}`,
    skip: "Skip to the report",
    top: renderTop(report),
    sections: [renderSection("parts", "Parts", renderParts(report)), ...parts.flatMap((part, index) => renderPart(part, index, beside))],
    source: beside === "folders" ? markup`The whole report of each part is in its folder beside this file.` : markup`This page stands by itself. The whole report of each part is in its folder among the reports of the run.`,
    version: parts.find((part) => part.state === "ran")?.report.run.tool.version ?? ""
  });
}
function renderTop(report) {
  const { name, verdict } = report;
  const [first = "", ...others] = firstReasons(report);
  const more = others.length > 0 ? markup`<ul class="reasons">${others.map((reason) => markup`<li>${showName(reason, 600)}</li>`)}</ul>` : void 0;
  return markup`<header class="top ${signVerdict(verdict)}"><p class="what">${showName(name, 120)} <span class="tool">load-gate report of a suite</span></p>
<h1>${drawSign(signVerdict(verdict))}<span><strong>${VERDICT_WORDS[verdict.state]}:</strong> ${showName(first, 600)}</span></h1>
${more}</header>`;
}
function renderParts(report) {
  const rows = listParts(report).map(({ part, absence, promises, requests, failed, duration }, index) => [
    part.state === "ran" ? markup`<a href="#part-${index + 1}">${showName(part.name, 80)}</a>` : showName(part.name, 80),
    showState(signVerdict(verdictOf(part)), absence ?? VERDICT_WORDS[verdictOf(part).state]),
    promises,
    requests,
    failed,
    duration
  ]);
  return renderTable({ caption: "Parts of the suite", columns: COLUMNS, rows, asCards: true });
}
function renderPart(part, index, beside) {
  if (part.state !== "ran") return [];
  const { report, folder, name } = part;
  const { run, verdict } = report;
  const id = `part-${index + 1}`;
  const place = { size: "low", mostSteps: 150 };
  const body = markup`<p class="lead">${showState(signVerdict(verdict), VERDICT_WORDS[verdict.state])}</p>
${beside === "folders" ? markup`<p><a href="${encodeURIComponent(folder)}/report.html">The whole report of this part</a></p>` : void 0}
${renderReasons(report)}${verdict.checks.length > 0 ? renderPromises(report, `Promises of part ${index + 1}`) : void 0}${renderComparison(report, `Metrics of part ${index + 1} compared with the baseline`)}
<div class="pair">${latencyChart(run, run.series, { ...place, id: `${id}-latency` })}${throughputChart(run, run.series, { ...place, id: `${id}-throughput` })}</div>`;
  return [renderSection(id, name.slice(0, 80), body)];
}
var MOST_REASONS2 = 10;
function renderReasons(report) {
  const reasons = report.verdict.state === "pass" ? [] : listReasons(report);
  const names = listNames(report);
  const shown = reasons.slice(0, MOST_REASONS2).map((reason) => markup`<li>${markNames(reason, names)}</li>`);
  return shown.length === 0 ? void 0 : markup`<ul class="reasons">${shown}</ul>`;
}

export {
  verdictOf,
  nameAbsence,
  firstReasons,
  listParts,
  renderSuiteHtml
};
