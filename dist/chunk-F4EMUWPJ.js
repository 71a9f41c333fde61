import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  renderTable,
  wrapText
} from "./chunk-B4GFSIFH.js";
import {
  listTolerances
} from "./chunk-X3GCCWZK.js";
import {
  compareValue,
  describeComparison
} from "./chunk-RNRZHEU7.js";
import {
  describeNote,
  describeRegression,
  formatBounds,
  formatChange,
  formatReach,
  formatSide,
  formatTolerance
} from "./chunk-A3SLCI4C.js";
import {
  NOTHING
} from "./chunk-XZJX6MQI.js";
import {
  countCarried,
  listJudgedPhases,
  percentileOf,
  summarizeEndpoints
} from "./chunk-AZSV6FOX.js";
import {
  attemptsOf
} from "./chunk-QC36IMXK.js";
import {
  formatNumber
} from "./chunk-BRFOQZPS.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";

// src/report/compare-values.ts
var USUAL = 95;
function compareValues(run, sla) {
  if (sla.baselineValues.length === 0) return [];
  const { rows } = summarizeEndpoints(run);
  return sla.baselineValues.flatMap((value) => {
    const { endpoint, percentile, us } = value;
    const { percentiles } = listTolerances(sla.regression, endpoint);
    const toleranceOf = (wanted) => percentiles.find((one) => one.percentile === wanted)?.tolerance;
    const tolerance = toleranceOf(percentile) ?? toleranceOf(USUAL) ?? 0;
    const head = { name: `${endpoint} p${percentile}`, baselineUs: us, tolerance };
    const measured = rows.find(({ name }) => name === endpoint);
    const reading = measured && percentileOf(measured, percentile);
    if (!reading) return [{ ...head, state: "no-data" }];
    if (reading.state === "censored") return [{ ...head, state: "lost", atLeastUs: reading.atLeastUs }];
    return [compareValue(value, reading.us, tolerance) ?? { ...head, state: "no-data" }];
  });
}

// src/verdict/decide.ts
function decide(input) {
  const { run, checks, invalidities, unmade = [], failures, further = [], others = [], notCompared = [], regression } = input;
  const doubts = [
    ...invalidities,
    ...listGaps(run),
    ...further.flatMap((burst) => listGaps(burst).map(tellFurther)),
    ...others.flatMap((side) => [...side.invalidities, ...listGaps(side.run)].map(tellOther))
  ];
  const breaches = listBroken(run, checks);
  const broken = [
    ...breaches.length > 0 ? breaches : listDead(run, checks),
    ...further.flatMap((burst) => (burst.ending.state === "aborted" ? listBroken(burst, []) : listDead(burst, checks)).map(tellFurther))
  ];
  const causes = failures === void 0 ? [] : [failures];
  const undecided = notCompared.length > 0 ? notCompared : listUndecided(regression, others);
  const missing = [...listMissing(checks, regression), ...unmade, ...listIdle(run, checks), ...undecided];
  const notes = [...listNotes(checks), ...isOpen(regression, others) ? [] : tellRegression(regression)];
  if (doubts.length > 0) return { state: "inconclusive", reasons: [...doubts, ...broken, ...causes, ...missing, ...notes], checks };
  if (broken.length > 0) return { state: "breach", reasons: [...broken, ...causes, ...missing, ...notes], checks };
  if (notCompared.length === 0 && regression?.state === "decided" && regression.regressed.length > 0)
    return { state: "regression", reasons: [...tellRegression(regression), ...missing, ...listNotes(checks)], checks };
  if (missing.length > 0) return { state: "inconclusive", reasons: [...missing, ...causes, ...notes], checks };
  return {
    state: "pass",
    reasons: regression?.state === "not-judged" ? [...notes, describePass(checks)] : [describePass(checks), ...notes],
    checks
  };
}
function tellFurther(sentence) {
  return `In a further burst: ${sentence}`;
}
function tellOther(sentence) {
  return `On the baseline's side: ${sentence}`;
}
function listUndecided(regression, others) {
  if (regression === void 0) return others.length === 0 ? [] : ["The two targets were not compared."];
  return isOpen(regression, others) ? [describeRegression(regression)] : [];
}
function isOpen(regression, others) {
  if (regression === void 0 || regression.state === "decided") return false;
  return regression.state === "second-look" || others.length > 0 || regression.why.reason === "baseline-failed";
}
function tellRegression(regression) {
  if (regression === void 0 || regression.state === "second-look") return [];
  return [describeRegression(regression), ...regression.notes.map((note) => `${describeNote(note)}.`)];
}
function listGaps({ ending, phases }) {
  switch (ending.state) {
    case "cut-short":
      return [`The run was cut short: ${withoutStop(ending.reason)}.`];
    case "aborted":
      return [];
    case "complete":
      return phases.filter(({ plan, startMs }) => plan.model !== "pause" && startMs === void 0).map(({ plan }) => `The phase ${plan.name} never began, although the run says that it is complete.`);
  }
}
function listBroken({ ending }, checks) {
  const broken = checks.filter(({ state, severity }) => state === "breached" && severity === "fail");
  const sentences = broken.map(describeCheck);
  if (ending.state !== "aborted" || broken.some(({ kind }) => kind === "window")) return sentences;
  return [`The run was aborted: ${withoutStop(ending.reason)}.`, ...sentences];
}
function listDead(run, checks) {
  const { attempts, carried, drops, hasSuccess } = countJudged(run);
  const isPromised = checks.some(({ state }) => state !== "skipped");
  if (!isPromised || attempts + carried === 0 || hasSuccess) return [];
  if (drops < carried) return [];
  if (attempts === 0) return [`Every connection that was open was dropped: ${formatNumber(drops, 0)}.`];
  return [
    attempts === 1 ? "The one request that was made did not succeed." : `Not one of ${formatNumber(attempts, 0)} requests succeeded.`
  ];
}
function listIdle(run, checks) {
  const isAsked = checks.some(({ kind, state }) => kind === "server" && (state === "passed" || state === "breached"));
  const { attempts, carried } = countJudged(run);
  return isAsked && attempts + carried === 0 ? ["No request was made in the judged phases, so nothing is known of the target under load."] : [];
}
function countJudged({ phases, series }) {
  const judged = new Set(listJudgedPhases(phases));
  const parts = series.map(({ perPhase }) => perPhase.filter((_, place) => judged.has(place)));
  const counts = parts.flat().map((part) => part.counts);
  return {
    attempts: counts.reduce((sum, part) => sum + attemptsOf(part), 0),
    carried: parts.reduce((sum, own) => sum + countCarried(own), 0),
    drops: counts.reduce((sum, part) => sum + part.drops, 0),
    hasSuccess: counts.some(({ ok }) => ok > 0)
  };
}
function listMissing(checks, regression) {
  if (checks.length === 0 && regression?.state === "decided") return [];
  if (checks.length === 0) return ["Nothing was promised, so nothing was judged; add a row to the SLA."];
  const missing = checks.filter(({ state, severity }) => state === "no-data" && severity === "fail").map(describeCheck);
  if (missing.length > 0) return missing;
  if (checks.some(({ state }) => state === "passed" || state === "breached")) return [];
  return checks.every(({ state }) => state === "skipped") ? ["Every promise was skipped, because the tasks and phases that they name are not part of this run."] : ["No promise was measured."];
}
function listNotes(checks) {
  const warnings = checks.filter(({ state, severity }) => severity === "warn" && (state === "breached" || state === "no-data")).map((check) => `Warning only: ${describeCheck(check)}`);
  const skipped = checks.filter(({ state }) => state === "skipped").length;
  if (skipped === 0) return warnings;
  return [
    ...warnings,
    skipped === 1 ? "1 promise was skipped, because it is not part of this run." : `${formatNumber(skipped, 0)} promises were skipped, because they are not part of this run.`
  ];
}
function describePass(checks) {
  const count = checks.filter(({ state }) => state === "passed").length;
  if (checks.length === 0) return "Nothing is slower than the baseline.";
  if (count === 0) return "Every promise that was measured is a warning only.";
  return count === 1 ? "The one promise that was measured holds." : `All ${formatNumber(count, 0)} promises that count were measured and hold.`;
}
function describeCheck(check) {
  switch (check.state) {
    case "passed":
    case "breached": {
      const { text, censored, samples } = check.observed;
      const why = censored ? explainBound(check.metric) : "";
      return `${check.name} is ${text}${why}; ${describeLimit(check.limit)} (${formatNumber(samples, 0)} ${samples === 1 ? "sample" : "samples"}).`;
    }
    case "skipped":
      return `${check.name} was skipped: ${check.reason}.`;
    case "no-data":
      return `${check.name} could not be judged: ${check.reason}.`;
  }
}
function explainBound(metric) {
  return metric === "duration" ? ", because the work was not finished when its time was up" : ", because it falls among requests that failed or never came back";
}
function describeLimit(limit) {
  if (limit.startsWith("≤ ")) return `the limit is ${limit.slice(2)}`;
  if (limit.startsWith("≥ ")) return `at least ${limit.slice(2)} is promised`;
  return `the promise is ${limit}`;
}
function withoutStop(sentence) {
  return sentence.replace(/\.$/, "");
}

// src/terminal/comparison-lines.ts
var COLUMNS = [
  { title: "", align: "left" },
  { title: "metric", align: "left", shrinksTo: 18 },
  { title: "baseline", align: "right" },
  { title: "now", align: "right" },
  { title: "change", align: "right" },
  { title: "about 90 %", align: "right", goes: 4 },
  { title: "tolerance", align: "right", goes: 3 },
  { title: "could see", align: "right", goes: 2 },
  { title: "", align: "left", goes: 1 }
];
var MOST_ROWS = 10;
var LONGEST_SENTENCE = 600;
function comparisonLines(report, width, paint) {
  const text = describeComparison(report);
  if (!text) return [];
  const changed = text.rows.filter(({ state }) => state !== "unchanged").length;
  const shown = text.rows.slice(0, Math.max(MOST_ROWS, changed));
  const left = text.rows.length - shown.length;
  return [
    ...wrapText(cleanText(text.title), width, "  ").map((line) => paint("strong", line)),
    ...renderTable(COLUMNS, shown.map(rowCells), width, paint),
    ...left > 0 ? [paint("quiet", `… ${formatNumber(left, 0)} more unchanged`)] : [],
    ...text.sentences.flatMap((sentence) => wrapText(`- ${cleanText(sentence, LONGEST_SENTENCE)}`, width, "  "))
  ];
}
function rowCells(row) {
  const { metric, values, tolerance } = row;
  const [sign, style, word] = SIGNS[row.state];
  return [
    { text: sign, style },
    { text: row.name },
    { text: formatSide(metric, values.baseline) },
    { text: formatSide(metric, values.candidate) },
    { text: formatChange(metric, values.change), style: row.state === "unchanged" ? "plain" : style },
    { text: formatBounds(row) ?? NOTHING, style: "quiet" },
    { text: formatTolerance(metric, tolerance) },
    { text: formatReach(row), style: "quiet" },
    { text: word, style }
  ];
}
var SIGNS = {
  regressed: ["✗", "broken", "regressed"],
  suspect: ["?", "warning", "suspect"],
  "not-confirmed": ["✓", "warning", "not confirmed"],
  improved: ["✓", "good", "improved"],
  unchanged: ["✓", "good", "unchanged"]
};

export {
  comparisonLines,
  compareValues,
  decide
};
