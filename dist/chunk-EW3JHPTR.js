import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  listInvalidities
} from "./chunk-XFBL2BYX.js";
import {
  compareValue,
  describeComparison,
  describeLevelChanges
} from "./chunk-RNRZHEU7.js";
import {
  renderTable,
  wrapText
} from "./chunk-B4CW4QRU.js";
import {
  SECOND_LOOK_BURSTS,
  compareWithHistory,
  hasSuccess
} from "./chunk-B352537M.js";
import {
  listTolerances
} from "./chunk-JHW4SND7.js";
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
} from "./chunk-ZLLVWJAM.js";
import {
  countCarried,
  listJudgedPhases,
  percentileOf,
  summarizeEndpoints
} from "./chunk-XW65F56M.js";
import {
  seedOfPhase
} from "./chunk-CNZLAFSP.js";
import {
  countArrivals
} from "./chunk-7GDODETR.js";
import {
  attemptsOf
} from "./chunk-QC36IMXK.js";
import {
  formatDuration,
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
  const { attempts, carried, drops, hasSuccess: hasSuccess2 } = countJudged(run);
  const isPromised = checks.some(({ state }) => state !== "skipped");
  if (!isPromised || attempts + carried === 0 || hasSuccess2) return [];
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

// src/plan/reseed-plan.ts
function reseedPlan(plan, seed) {
  const phases = plan.phases.map((phase, place) => {
    if (phase.model !== "open" || phase.arrivals === "even") return phase;
    return { ...phase, plannedArrivals: countArrivals(phase, phase.arrivals, seedOfPhase(seed, plan.streams?.[place] ?? place)) };
  });
  return { ...plan, seed, phases };
}

// src/gate-looks.ts
async function lookAtBaseline(run, input) {
  const { baseline, sla, origin, storesBursts, onNote } = input;
  if (!isSound(run, sla)) return { further: [], made: [], comparison: void 0 };
  const first = input.mask(run);
  const compare = (further) => compareWithHistory(first, further, { history: baseline.history, rules: sla.regression, origin });
  let result = compare([]);
  let more = { further: [], made: [] };
  if (result.state === "second-look") {
    onNote(`A second look at fresh data: ${result.suspects.join(", ")} may be worse than the baseline.`);
    more = await runMore(first, SECOND_LOOK_BURSTS, input);
    if (more.further.length === SECOND_LOOK_BURSTS) result = compare(more.further);
  } else if (storesBursts) {
    onNote("A second burst for the baseline.");
    more = await runMore(first, 1, input);
  }
  return {
    ...more,
    comparison: { kind: "stored", where: baseline.store.where, at: sla.regressionPlaces.at, runs: countAdmitted(baseline, result), result }
  };
}
function lookOnce(run, { baseline, sla, origin, mask, onNote, noSecondLook }) {
  if (!isSound(run, sla)) return void 0;
  const result = compareWithHistory(mask(run), [], { history: baseline.history, rules: sla.regression, origin });
  if (result.state === "second-look")
    onNote(`${result.suspects.join(", ")} may be worse than the baseline, and there is no second look: ${noSecondLook}.`);
  return { kind: "stored", where: baseline.store.where, at: sla.regressionPlaces.at, runs: countAdmitted(baseline, result), result };
}
function explainUnusable(run, sla) {
  const { ending } = run;
  const [doubt] = listInvalidities(run, sla.generator);
  if (ending.state !== "complete")
    return `It cannot be used: the burst was ${ending.state === "aborted" ? "aborted" : "cut short"}: ${ending.reason.replace(/\.$/, "")}.`;
  if (doubt !== void 0) return `It cannot be used: ${doubt}`;
  if (run.levelChanges.length > 0) return `It cannot be used: its users were set by hand (${describeLevelChanges(run.levelChanges)}).`;
  return hasSuccess(run) ? void 0 : "It cannot be used: nothing succeeded.";
}
function explainNoTime(burstMs, count, { timeBoxMs, maxDurationMs }) {
  const neededMs = (count + 1) * burstMs;
  const take = `There is no time for it: ${count + 1} bursts take ${formatDuration(neededMs)}`;
  const seconds = Math.ceil((count + 1.1) * (burstMs / 1e3));
  if (neededMs > timeBoxMs) return `${take}, the time box is ${formatDuration(timeBoxMs)}; set \`time_box: ${seconds}s\`.`;
  if (neededMs > maxDurationMs) return `${take}, --max-duration leaves ${formatDuration(maxDurationMs)}; raise it.`;
  return void 0;
}
async function runMore(first, count, input) {
  const { plan, sla, runBurst, mask, onNote, maxDurationMs } = input;
  const refusal = explainNoTime(first.durationMs, count, { timeBoxMs: plan.timeBoxMs, maxDurationMs });
  if (refusal !== void 0) {
    onNote(refusal);
    return { further: [], made: [] };
  }
  const made = [];
  for (let number = 1; number <= count; number++) {
    const burst = mask(await runBurst(reseedPlan(plan, plan.seed + number >>> 0)));
    made.push(burst);
    const why = explainUnusable(burst, sla);
    if (why === void 0) continue;
    onNote(why);
    return { further: made.slice(0, -1), made };
  }
  return { further: made, made };
}
function countAdmitted({ history }, { notes }) {
  const stored = history.state === "found" ? history.runs.length : 0;
  return stored - notes.reduce((sum, note) => sum + (note.kind === "left-out" ? note.runs.length : 0), 0);
}
function isSound(run, sla) {
  return run.ending.state === "complete" && run.levelChanges.length === 0 && listInvalidities(run, sla.generator).length === 0;
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
  decide,
  reseedPlan,
  lookAtBaseline,
  lookOnce,
  explainUnusable,
  explainNoTime,
  isSound
};
