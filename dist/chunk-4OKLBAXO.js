import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  traceLevels
} from "./chunk-Q7GH57CB.js";
import {
  NOTHING_TO_SHOW,
  buildLatencyScale,
  buildLinearScale,
  buildTimeAxis,
  buildTimeline,
  countSteps,
  describeCurves,
  describeStep,
  drawPercentiles,
  drawRate,
  formatLatencyTick,
  frameTime,
  listSlices,
  listValues,
  markNames,
  markup,
  pathData,
  perSecond,
  renderChart,
  renderSection,
  renderTable,
  showName,
  showState,
  signCheck,
  signRow
} from "./chunk-XR53GZEW.js";
import {
  describeComparison,
  describeLevelChanges
} from "./chunk-RNRZHEU7.js";
import {
  boundChange,
  formatBounds,
  formatChange,
  formatReach,
  formatSide,
  formatTolerance
} from "./chunk-A3SLCI4C.js";
import {
  NOTHING,
  formatPair
} from "./chunk-ZLLVWJAM.js";
import {
  lengthOf,
  listJudgedPhases
} from "./chunk-XW65F56M.js";
import {
  explainMissing
} from "./chunk-B3YCOJUD.js";
import {
  maxUs,
  meanUs,
  minUs,
  percentileUs
} from "./chunk-QC36IMXK.js";
import {
  formatNumber,
  formatRate,
  formatRatio
} from "./chunk-BRFOQZPS.js";

// src/report/sort-checks.ts
function sortChecks(checks) {
  return checks.toSorted((left, right) => rankOf(left) - rankOf(right) || excessOf(right) - excessOf(left));
}
function rankOf(check) {
  switch (check.state) {
    case "breached":
      return check.severity === "fail" ? 0 : 2;
    case "no-data":
      return check.severity === "fail" ? 1 : 3;
    case "passed":
      return 4;
    case "skipped":
      return 5;
  }
}
function excessOf(check) {
  if (check.state !== "breached") return 0;
  const { value, limitValue, censored } = check.observed;
  if (censored || limitValue === 0) return Number.MAX_VALUE;
  return Math.abs(value - limitValue) / Math.abs(limitValue);
}

// src/report/describe-check.ts
function describeSubject(check) {
  return check.phase === void 0 ? check.series : `${check.series} in ${check.phase}`;
}
function describeObserved(check) {
  return "observed" in check ? check.observed.text : check.reason;
}
function describeState(check) {
  const word = check.state === "no-data" ? "not judged" : check.state;
  return check.severity === "warn" && (check.state === "breached" || check.state === "no-data") ? `${word} (warning)` : word;
}
function describeCheck(check) {
  switch (check.state) {
    case "passed":
    case "breached":
      return `${check.name} is ${check.observed.text}; promised is ${check.limit} (${check.promise}).`;
    case "skipped":
      return `${check.name} was skipped: ${check.reason}`;
    case "no-data":
      return `${check.name} could not be judged: ${check.reason}`;
  }
}
function describeBudget(observed) {
  return observed.budgetUsed === void 0 ? NOTHING : formatRatio(Math.round(observed.budgetUsed * 100) / 100);
}

// src/report/html/comparison-section.ts
var COLUMNS = [
  { title: "state" },
  { title: "metric" },
  { title: "base → now", isFigure: true },
  { title: "change", isFigure: true },
  { title: "about 90 %", isFigure: true },
  { title: "tolerance", isFigure: true },
  { title: "could see", isFigure: true },
  { title: "change and tolerance" }
];
function comparisonSection(report) {
  const body = renderComparison(report, "Metrics compared with the baseline");
  return body && renderSection("comparison", "Comparison with the baseline", body);
}
function renderComparison(report, caption) {
  const text = describeComparison(report);
  if (!text) return void 0;
  const rows = text.rows.map(comparedRow);
  const table = rows.length === 0 ? void 0 : renderTable({ caption, columns: COLUMNS, rows, head: 1, asCards: true });
  const legend = markup`<p class="note">About 90 %: where the true change lies. Could see: the smallest true change that this run would have found. In the picture the shade is what is tolerated, the bar the interval, the dot the change.</p>`;
  const sentences = text.sentences.map((sentence) => markup`<li>${markNames(sentence, text.names)}</li>`);
  return markup`<p class="lead">${markNames(text.title, text.names)}.</p>${table}${table && legend}${sentences.length > 0 ? markup`<ul class="sentences">${sentences}</ul>` : void 0}`;
}
function comparedRow(row) {
  const { metric, values, tolerance, state } = row;
  const sign = signRow(row);
  return {
    ...sign === "bad" || sign === "doubt" ? { tone: sign } : {},
    cells: [
      showState(sign, state === "not-confirmed" ? "not confirmed" : state),
      showName(row.name),
      formatPair(formatSide(metric, values.baseline), formatSide(metric, values.candidate), " → "),
      markup`<strong>${formatChange(metric, values.change)}</strong>`,
      formatBounds(row) ?? "–",
      formatTolerance(metric, tolerance),
      formatReach(row),
      drawChange(row)
    ]
  };
}
var WIDTH = 120;
var HEIGHT = 20;
var REACH = 4;
function drawChange(row) {
  const { metric, values, tolerance } = row;
  const x = (change) => {
    const share = tolerance > 0 && !Number.isNaN(change) ? change / tolerance / REACH : 0;
    return Math.round((Math.min(1, Math.max(-1, share)) * 0.48 + 0.5) * WIDTH * 10) / 10;
  };
  const bounds = boundChange(row);
  const [from, to] = metric.kind === "throughput" ? [x(-tolerance), WIDTH] : [0, x(tolerance)];
  const interval = bounds ? markup`<path class="reach" d="${pathData(`M${x(bounds.low)} 10H${x(bounds.high)}`)}"/>` : void 0;
  return markup`<svg class="change" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true"><rect x="${from}" width="${Math.round((to - from) * 10) / 10}" height="${HEIGHT}"/><path class="zero" d="M60 0V20"/>${interval}<circle cx="${x(values.change)}" cy="10" r="3.5"/></svg>`;
}

// src/report/html/latency-chart.ts
function latencyChart(run, series, { id, size, mostSteps }) {
  const slices = listSlices(series);
  const frame = frameTime(run, (axis) => drawPercentiles(slices, axis), mostSteps);
  const values = listValues(frame.drawn.curves);
  if (values.length === 0) return NOTHING_TO_SHOW;
  const scale = buildLatencyScale(values);
  const samples = slices.reduce((sum, { latency }) => sum + latency.count, 0);
  const perPoint = samples / frame.drawn.at.length;
  const notes = [
    scale.kind === "log" ? "Logarithmic scale." : "",
    describeStep(buildTimeAxis(run, mostSteps)),
    perPoint < 100 ? `About ${formatNumber(Math.max(1, perPoint), 0)} successes a point: p99 is close to their slowest.` : ""
  ];
  return renderChart({
    id,
    size,
    title: "Latency over time",
    summary: describeCurves(frame.drawn),
    note: markup`Of successes${run.engine.kind === "import" ? "" : ", from the intended start"}, by the time at which they ended. ${notes.filter((note) => note !== "").join(" ")}`,
    scale,
    showTick: formatLatencyTick,
    ...frame
  });
}

// src/report/find-peak-users.ts
function findPeakUsers({ plan, peakUsers }) {
  return plan.model === "foreign" && peakUsers === 0 ? void 0 : peakUsers;
}

// src/report/html/draw-users.ts
function drawUsers(run, axis) {
  const show = (value) => formatNumber(value, 0);
  const planned = drawPhases(run, axis, plannedUsers);
  const there = run.timeline.length > 0 ? { label: "there", tone: "now", form: "area", values: countThere(run, axis), show } : { label: "at most in the phase", tone: "now", form: "area", values: drawPhases(run, axis, ({ peakUsers }) => peakUsers), show };
  const curves = [there, { label: "planned, or allowed", tone: "plan", form: "line", values: planned, show }];
  if (run.levelChanges.length === 0) return curves;
  return [...curves, { label: "set by hand", tone: "base", form: "line", values: drawByHand(run, axis), show }];
}
function countThere({ timeline }, axis) {
  const bySecond = new Map(timeline.map(({ second, users }) => [second, users]));
  return listEnds(axis).map((endMs) => bySecond.get(Math.ceil(endMs / 1e3) - 1));
}
function drawPhases(run, axis, of) {
  return listEnds(axis).map((atMs) => {
    const phase = run.phases.find(({ startMs, endMs }) => startMs !== void 0 && startMs < atMs && atMs <= (endMs ?? 0));
    return phase && phase.plan.model !== "pause" ? of(phase, atMs - (phase.startMs ?? 0)) : void 0;
  });
}
function plannedUsers({ plan }, atMs) {
  switch (plan.model) {
    case "open":
      return plan.maxUsers;
    case "closed":
      return levelOn(plan, atMs);
    case "iterations":
      return plan.users;
    case "pause":
    case "foreign":
      return void 0;
  }
}
function drawByHand({ phases, levelChanges }, axis) {
  const stretches = traceLevels(phases, levelChanges).filter(({ isByHand }) => isByHand);
  return listEnds(axis).map((atMs) => {
    const stretch = stretches.findLast(({ startMs, endMs }) => startMs < atMs && atMs <= endMs);
    return stretch && levelOn(stretch.curve, atMs - stretch.startMs);
  });
}
function levelOn({ fromUsers, users, rampMs }, atMs) {
  return atMs >= rampMs ? users : fromUsers + (users - fromUsers) * atMs / rampMs;
}
function listEnds(axis) {
  return Array.from({ length: countSteps(axis) }, (_, step) => Math.min(axis.endSec, (step + 1) * axis.stepSec) * 1e3);
}

// src/report/html/load-charts.ts
function throughputChart(run, series, { id, size, mostSteps }) {
  if (explainMissing(run.engine, "seconds") !== void 0) return NOTHING_TO_SHOW;
  const slices = listSlices(series);
  const frame = frameTime(
    run,
    (axis) => {
      const timeline = buildTimeline(slices, axis);
      return [
        drawRate(timeline, { label: "succeeded", tone: "now", form: "area" }, ({ ok }) => ok),
        drawRate(
          timeline,
          { label: "ended, failures too", tone: "plan", form: "line" },
          ({ ok, failed, censored }) => ok + failed + censored
        )
      ];
    },
    mostSteps
  );
  const note = markup`By the time at which they ended. ${describeStep(buildTimeAxis(run, mostSteps))}`;
  const scale = buildLinearScale(listValues(frame.drawn.curves));
  return renderChart({
    id,
    size,
    title: "Requests per second",
    summary: describeCurves(frame.drawn),
    note,
    scale,
    showTick: formatCount,
    ...frame
  });
}
function arrivalsChart(run, { id, size, mostSteps }) {
  if (!run.phases.some(({ plan }) => plan.model === "open")) return NOTHING_TO_SHOW;
  const frame = frameTime(
    run,
    (axis) => [
      drawLevels(
        run,
        axis,
        { label: "achieved (mean of the phase)", tone: "now", form: "area", show: formatRate },
        ({ phase }) => measureStarts(phase)
      ),
      drawLevels(
        run,
        axis,
        { label: "planned", tone: "plan", form: "line", show: formatRate },
        ({ phase, atMs }) => plannedRate(phase.plan, atMs)
      )
    ],
    mostSteps
  );
  const scale = buildLinearScale(listValues(frame.drawn.curves));
  const note = markup`An iteration is one pass of a user through the steps.`;
  return renderChart({
    id,
    size,
    title: "Iterations started per second",
    summary: describeCurves(frame.drawn),
    note,
    scale,
    showTick: formatCount,
    ...frame
  });
}
function usersChart(run, { id, size, mostSteps }) {
  if (run.phases.length > 0 && run.phases.every((phase) => findPeakUsers(phase) === void 0)) return NOTHING_TO_SHOW;
  const frame = frameTime(run, (axis) => drawUsers(run, axis), mostSteps);
  const changes = run.levelChanges.length > 0 ? markup` Set by hand: ${describeLevelChanges(run.levelChanges)}.` : void 0;
  return renderChart({
    id,
    size,
    title: "Virtual users",
    summary: describeCurves(frame.drawn),
    note: markup`Phases with an arrival rate take as many users as they need, up to what is allowed.${changes}`,
    scale: buildLinearScale(listValues(frame.drawn.curves)),
    showTick: formatCount,
    ...frame
  });
}
function drawLevels(run, axis, curve, of) {
  const values = Array.from({ length: countSteps(axis) }, (_, step) => {
    const middleMs = Math.min(axis.endSec, (step + 0.5) * axis.stepSec) * 1e3;
    const phase = run.phases.find(({ startMs, endMs }) => startMs !== void 0 && startMs <= middleMs && middleMs < (endMs ?? 0));
    return phase && phase.plan.model !== "pause" ? of({ phase, atMs: middleMs - (phase.startMs ?? 0) }) : void 0;
  });
  return { ...curve, values };
}
function measureStarts(phase) {
  const lengthMs = lengthOf(phase);
  return phase.plan.model === "open" && lengthMs > 0 ? phase.iterations.started / (lengthMs / 1e3) : void 0;
}
function plannedRate(plan, atMs) {
  if (plan.model !== "open") return void 0;
  return atMs >= plan.rampMs ? plan.ratePerSec : plan.fromRatePerSec + (plan.ratePerSec - plan.fromRatePerSec) * atMs / plan.rampMs;
}
function formatCount(value) {
  return formatNumber(value, 2);
}

// src/report/html/sparkline.ts
var MOST_STEPS = 60;
var WIDTH2 = 120;
var HEIGHT2 = 28;
function drawSparkline(check, run) {
  const read = check.kind === "server" ? void 0 : findRead(check.metric);
  if (!read) return void 0;
  const known = run.series.filter(({ name }) => name === check.series);
  const phases = listJudgedPhases(run.phases).filter((place) => check.phase === void 0 || run.phases[place]?.plan.name === check.phase);
  const axis = buildTimeAxis(run, MOST_STEPS);
  const { steps } = buildTimeline(listSlices(known.length > 0 ? known : run.series, phases), axis);
  const values = steps.map((step, index) => read(step, index, axis));
  const measured = values.filter((value) => value !== void 0);
  if (measured.length < 2) return void 0;
  const limit = "observed" in check && isLevel(check.metric) ? check.observed.limitValue : void 0;
  const top = Math.max(...measured, limit ?? 0) * 1.1 || 1;
  const y = (value) => Math.round((1 - value / top) * (HEIGHT2 - 2) * 10) / 10 + 1;
  const x = (index) => Math.round(index / Math.max(1, values.length - 1) * WIDTH2 * 10) / 10;
  let d = "";
  for (const [index, value] of values.entries()) {
    if (value !== void 0)
      d += `${values[index - 1] === void 0 ? "M" : "L"}${x(index)} ${y(value)}${isAlone(values, index) ? "h0" : ""}`;
  }
  const line = limit === void 0 ? void 0 : markup`<path class="limit" d="${pathData(`M0 ${y(limit)}H${WIDTH2}`)}"/>`;
  return markup`<svg class="spark" width="${WIDTH2}" height="${HEIGHT2}" viewBox="0 0 ${WIDTH2} ${HEIGHT2}" preserveAspectRatio="none" aria-hidden="true">${line}<path class="line now" d="${pathData(d)}"/></svg>`;
}
function isAlone(values, index) {
  return values[index - 1] === void 0 && values[index + 1] === void 0;
}
function findRead(metric) {
  const percentile = /^p(\d+(?:\.\d+)?)$/.exec(metric)?.[1];
  if (percentile !== void 0) return (step) => percentileUs(step.latency(), Number(percentile));
  switch (metric) {
    case "mean":
      return (step) => meanUs(step.latency());
    case "max":
      return (step) => maxUs(step.latency());
    case "min":
      return (step) => minUs(step.latency());
    case "error_budget":
    case "error_rate":
      return ({ ok, failed, censored }) => ok + failed + censored > 0 ? (failed + censored) / (ok + failed + censored) : void 0;
    case "failures":
      return ({ failed, censored }) => failed + censored;
    case "throughput":
      return ({ ok }, index, axis) => perSecond(ok, index, axis);
    default:
      return void 0;
  }
}
function isLevel(metric) {
  return metric !== "failures";
}

// src/report/html/promises-section.ts
var COLUMNS2 = [
  { title: "state" },
  { title: "endpoint" },
  { title: "limit", isFigure: true },
  { title: "observed", isFigure: true },
  { title: "about 85 %", isFigure: true, isOptional: true },
  { title: "budget used", isFigure: true, isOptional: true },
  { title: "samples", isFigure: true },
  { title: "over time" }
];
var MOST_SPARKLINES = 100;
function promisesSection(report) {
  if (report.verdict.checks.length === 0) return void 0;
  const note = markup`<p class="note">About 85 %: an interval that holds the true value in about 85 of 100 such runs. The dashed line over time is the limit; every second counts as it was, so a short peak beyond it need not break the promise.</p>`;
  return renderSection("promises", "Promises", markup`${renderPromises(report, "Promises of the SLA, and what was observed")}${note}`);
}
function renderPromises({ run, verdict }, caption) {
  const checks = sortChecks(verdict.checks);
  const rows = checks.map((check, index) => promiseRow(check, index < MOST_SPARKLINES ? run : void 0));
  const isShown = COLUMNS2.map((column, place) => !("isOptional" in column) || rows.some(({ cells }) => cells[place] !== NOTHING));
  const columns = COLUMNS2.filter((_, place) => isShown[place]);
  const shown = rows.map((row) => ({ ...row, cells: row.cells.filter((_, place) => isShown[place]) }));
  const table = renderTable({ caption, columns, rows: shown, head: 1, asCards: true });
  const broken = checks.filter(({ state, severity }) => state === "breached" && severity === "fail").length;
  const warned = checks.filter(({ state, severity }) => state === "breached" && severity === "warn").length;
  const open = checks.filter(({ state }) => state === "no-data").length;
  const lead = [
    `${formatNumber(checks.length, 0)} ${checks.length === 1 ? "promise" : "promises"}`,
    ...broken > 0 ? [`${formatNumber(broken, 0)} broken`] : [],
    ...warned > 0 ? [`${formatNumber(warned, 0)} broken as a warning`] : [],
    ...open > 0 ? [`${formatNumber(open, 0)} not judged`] : []
  ];
  return markup`<p class="lead">${lead.join(", ")}.</p>${table}`;
}
function promiseRow(check, run) {
  const seen = "observed" in check ? check.observed : void 0;
  const samples = seen?.samples ?? (check.state === "no-data" ? check.samples : void 0);
  const sign = signCheck(check);
  return {
    ...sign === "bad" || sign === "doubt" ? { tone: sign } : {},
    cells: [
      showState(sign, check.state === "passed" ? "holds" : describeState(check)),
      markup`${showName(check.series)}${check.phase === void 0 ? void 0 : markup` <small>in ${showName(check.phase, 60)}</small>`} <small>${check.metric}</small>`,
      check.limit,
      seen ? markup`<strong>${describeObserved(check)}</strong>` : markup`<small class="why">${describeObserved(check)}</small>`,
      seen?.interval?.text ?? NOTHING,
      seen ? showBudget(seen) : NOTHING,
      samples === void 0 ? NOTHING : formatNumber(samples, 0),
      (run && drawSparkline(check, run)) ?? NOTHING_TO_SHOW
    ]
  };
}
var METER = 56;
function showBudget(observed) {
  if (observed.budgetUsed === void 0) return NOTHING;
  const used = Math.round(Math.min(1, observed.budgetUsed) * METER);
  const tone = observed.budgetUsed > 1 ? "bad" : "good";
  const burn = observed.burnRate === void 0 ? void 0 : markup`<br/><small>burn rate ${formatNumber(observed.burnRate)}×</small>`;
  return markup`<svg class="meter" width="${METER}" height="6" aria-hidden="true"><rect width="${METER}" height="6" rx="3"/><rect class="${tone}" width="${used}" height="6" rx="3"/></svg> ${describeBudget(observed)}${burn}`;
}

export {
  sortChecks,
  describeSubject,
  describeObserved,
  describeState,
  describeCheck,
  describeBudget,
  comparisonSection,
  renderComparison,
  latencyChart,
  findPeakUsers,
  throughputChart,
  arrivalsChart,
  usersChart,
  promisesSection,
  renderPromises
};
