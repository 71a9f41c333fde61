import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  SOCKET_TITLES,
  describeBudget,
  describeCheck,
  describeObserved,
  describeState,
  describeSubject,
  listSocketRows,
  socketFigures,
  sortChecks
} from "./chunk-CNVOKAUC.js";
import {
  prepareGate
} from "./chunk-WKWCYXMD.js";
import {
  readOrigin
} from "./chunk-457D4EUQ.js";
import {
  compareValues,
  decide,
  explainNoTime,
  explainUnusable,
  isSound,
  lookAtBaseline,
  reseedPlan
} from "./chunk-UL63CW6R.js";
import {
  describeComparison,
  groupReasons,
  listGated,
  listReasons,
  listRegressed
} from "./chunk-4EUKXEYM.js";
import {
  SECOND_LOOK_BURSTS,
  buildStoredRun,
  explainUnfit,
  isSlower,
  openBaseline
} from "./chunk-PSGNOOIB.js";
import {
  listInvalidities,
  listSharedInvalidities
} from "./chunk-E77E2WFA.js";
import {
  isInside
} from "./chunk-KV2MUJRO.js";
import {
  boundChange,
  describeRow,
  formatBounds,
  formatChange,
  formatReach,
  formatSide,
  formatTolerance
} from "./chunk-V5IUYEX3.js";
import {
  compareLive
} from "./chunk-JHT42YZD.js";
import {
  holds,
  holdsFromBound,
  roundStatistic,
  studentTQuantile
} from "./chunk-ZN5WLTNX.js";
import {
  measureMetric,
  nameMetric,
  resolvePromises
} from "./chunk-LF77CWJV.js";
import {
  NOTHING,
  formatPair,
  formatPercentile,
  formatReading
} from "./chunk-6T3VPJOM.js";
import {
  matchPattern
} from "./chunk-B56ZWI64.js";
import {
  buildFingerprint,
  renderResults
} from "./chunk-YEVMQISG.js";
import {
  addSlices,
  compareText,
  isSecondOf,
  lengthOf,
  listJudgedPhases,
  listSecondsOf,
  mergeSeriesPhases,
  mergeSlices,
  percentileOf,
  summarizeEndpoints
} from "./chunk-IB275GZ3.js";
import {
  countJudged,
  judgeLatency,
  judgedPercentile
} from "./chunk-3AHBISAZ.js";
import {
  formatBytes,
  formatDuration,
  formatLatency,
  formatNumber,
  formatRate,
  formatRatio
} from "./chunk-BRFOQZPS.js";
import {
  encodeHistogram
} from "./chunk-2WSC4MNV.js";
import {
  createMasker,
  maskDeep
} from "./chunk-ZR3GJHUS.js";
import {
  EMPTY_DISTRIBUTION,
  attemptsOf,
  failuresOf,
  highestValueOfBucket,
  maxUs,
  meanUs,
  mergeDistributions,
  minUs,
  percentileUs,
  rankOf,
  valueAtRank
} from "./chunk-PQ7UTJ5X.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";
import {
  GateError,
  messageOf
} from "./chunk-2EGEYTRJ.js";
import {
  VERSION
} from "./chunk-GBVFBZNR.js";

// src/metrics/live-progress.ts
var RATE_SECONDS = 3;
var LiveProgress = class {
  #phases;
  #series;
  #collector;
  #history = [];
  #starts = 0;
  #phase = 0;
  #phaseBeganMs = 0;
  constructor(phases, series, collector) {
    this.#phases = phases;
    this.#series = series;
    this.#collector = collector;
  }
  /** The run as it stands after a second. */
  snapshot(second, checks) {
    const elapsedMs = (second.second + 1) * 1e3;
    this.#starts += second.starts;
    this.#follow(second.phase, second.second * 1e3);
    const parts = this.#series.map((_entry, index) => this.#collector.totals(index));
    const requests = parts.map((perPhase) => perPhase.reduce((sum2, totals2) => sum2 + attemptsOf(totals2.counts), 0));
    this.#history.push(requests);
    if (this.#history.length > RATE_SECONDS + 1) this.#history.shift();
    const latencies = parts.map((perPhase) => mergeDistributions(perPhase.map((totals2) => totals2.distribution("latency"))));
    const rows = this.#series.map((entry, index) => {
      const failures = (parts[index] ?? []).reduce((sum2, totals2) => sum2 + failuresOf(totals2.counts), 0);
      return toRow(entry.name, { requests: requests[index] ?? 0, failures, ratePerSec: this.#rate(index) }, latencies[index]);
    });
    const openOf = (perPhase) => perPhase.findLast((totals2) => totals2.openAt(second.second) !== void 0)?.openAt(second.second) ?? 0;
    const openSockets = parts.reduce((all, perPhase) => all + openOf(perPhase), 0);
    const sum = (pick) => rows.reduce((total, row) => total + pick(row), 0);
    const totals = { requests: sum((row) => row.requests), failures: sum((row) => row.failures), ratePerSec: sum((row) => row.ratePerSec) };
    return {
      elapsedMs,
      plannedMs: this.#phaseBeganMs + sumDurations(this.#phases.slice(this.#phase)),
      phase: this.#phases[this.#phase]?.name ?? "draining",
      users: second.users,
      ...openSockets === 0 ? {} : { openSockets },
      starts: this.#starts,
      plannedStarts: this.#plannedStarts(),
      rows: rows.filter((_row, index) => this.#series[index]?.selected === true),
      total: toRow("total", totals, mergeDistributions(latencies)),
      ...checks.length === 0 ? {} : { checks }
    };
  }
  #rate(index) {
    const first = this.#history[0]?.[index] ?? 0;
    const last = this.#history.at(-1)?.[index] ?? 0;
    const seconds = this.#history.length - 1;
    return seconds < 1 ? last : (last - first) / seconds;
  }
  /** Fixed work ends when it ends; what comes after it is as long as planned. */
  #follow(phase, beganMs) {
    if (phase === this.#phase) return;
    const passed = this.#phases.slice(this.#phase, phase);
    const isPlanned = passed.every(({ model }) => model !== "iterations");
    this.#phaseBeganMs = isPlanned ? this.#phaseBeganMs + sumDurations(passed) : beganMs;
    this.#phase = phase;
  }
  #plannedStarts() {
    let planned = 0;
    for (const phase of this.#phases) {
      if (phase.model === "closed") return void 0;
      if (phase.model !== "pause") planned += phase.model === "open" ? phase.plannedArrivals : phase.iterations;
    }
    return planned;
  }
};
function sumDurations(phases) {
  return phases.reduce((sum, phase) => sum + phase.durationMs, 0);
}
function toRow(name, counts, latency) {
  const at = (percentile) => latency ? percentileUs(latency, percentile) : void 0;
  return { name, ...counts, p50Us: at(50), p95Us: at(95), p99Us: at(99) };
}

// src/plan/plan-times.ts
function planTimes(phases) {
  const times = [];
  let startMs = 0;
  for (const [index, phase] of phases.entries()) {
    if (phase.model === "iterations") {
      if (index === phases.length - 1) times.push({ startMs, endMs: void 0 });
      break;
    }
    times.push({ startMs, endMs: startMs + phase.durationMs });
    startMs += phase.durationMs;
  }
  return times;
}

// src/verdict/seeded-random.ts
function seededRandom(seed) {
  const low = Math.floor(seed) >>> 0;
  const high = Math.floor(seed / 2 ** 32) >>> 0;
  const fraction = Math.floor((seed - Math.floor(seed)) * 2 ** 32) >>> 0;
  const fill = splitmix32((low ^ Math.imul(high, 2654435761) ^ Math.imul(fraction, 2246822519)) >>> 0);
  let a = fill();
  let b = fill();
  let c = fill();
  let counter = 1;
  const next = () => {
    const result = (a + b | 0) + counter | 0;
    counter = counter + 1 | 0;
    a = b ^ b >>> 9;
    b = c + (c << 3) | 0;
    c = (c << 21 | c >>> 11) + result | 0;
    return result >>> 0;
  };
  for (let warmUp = 0; warmUp < 12; warmUp++) next();
  return next;
}
function nextBelow(next, end) {
  return Math.floor(next() / 2 ** 32 * end);
}
function splitmix32(seed) {
  let state = seed;
  return () => {
    state = state + 2654435769 | 0;
    let mixed = state ^ state >>> 16;
    mixed = Math.imul(mixed, 569420461);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 1935289751);
    return (mixed ^ mixed >>> 15) >>> 0;
  };
}

// src/verdict/block-bootstrap.ts
var RESAMPLES = 400;
var BLOCK_SECONDS = 5;
var MOST_SLICES = 240;
var LEAST_BLOCKS = 3;
function drawResampling(slices, seed) {
  const secondsEach = Math.max(1, Math.ceil(slices.length / MOST_SLICES));
  const coarse = coarsen(slices, secondsEach);
  const blockLength = Math.ceil(BLOCK_SECONDS / secondsEach);
  const blocks = Math.floor(coarse.length / blockLength);
  if (blocks < LEAST_BLOCKS) return void 0;
  const next = seededRandom(seed);
  const length = coarse.length;
  const weights = new Uint16Array(RESAMPLES * length);
  for (let row = 0; row < RESAMPLES; row++) {
    let start = 0;
    for (let drawn = 0; drawn < length; drawn++) {
      if (drawn % blockLength === 0) start = nextBelow(next, length);
      const cell = row * length + (start + drawn % blockLength) % length;
      weights[cell] = (weights[cell] ?? 0) + 1;
    }
  }
  return { slices: coarse, weights, blocks };
}
function bootstrapError(resampling, statistic) {
  const { slices, weights } = resampling;
  const values = [];
  for (let row = 0; row < RESAMPLES; row++) {
    const value = statistic(weights.subarray(row * slices.length, (row + 1) * slices.length));
    if (value !== void 0) values.push(roundStatistic(value));
  }
  if (values.length < 0.9 * RESAMPLES) return void 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return roundStatistic(Math.sqrt(squares / (values.length - 1)));
}
function halfWidth(resampling, standardError) {
  return roundStatistic(roundStatistic(studentTQuantile(0.975, resampling.blocks - 1)) * standardError);
}
function coarsen(slices, secondsEach) {
  if (secondsEach === 1) return slices;
  const coarse = [];
  for (let from = 0; from < slices.length; from += secondsEach) {
    const together = slices.slice(from, from + secondsEach);
    coarse.push(addSlices(together[0]?.second ?? 0, together));
  }
  return coarse;
}

// src/verdict/estimate-interval.ts
var WIDEST_LOG = Math.log(10);
function percentileInterval(resampling, statistic, percentile, pointUs) {
  const error = bootstrapError(resampling, (weights) => statistic(weights, percentile));
  if (error === void 0) return void 0;
  const middle = Math.log(Math.max(1, pointUs));
  const half = halfWidth(resampling, error);
  if (half > WIDEST_LOG) return void 0;
  return { low: Math.exp(roundStatistic(middle - half)), high: Math.exp(roundStatistic(middle + half)) };
}
function errorRatioInterval(resampling, point) {
  if (point === 0) return void 0;
  const bad = resampling.slices.map(({ failed, censored }) => failed + censored);
  const all = resampling.slices.map(({ ok, failed, censored }) => ok + failed + censored);
  const error = bootstrapError(resampling, (weights) => {
    const attempts = weigh(weights, all);
    return attempts === 0 ? void 0 : weigh(weights, bad) / attempts;
  });
  if (error === void 0) return void 0;
  const half = halfWidth(resampling, error);
  return { low: Math.max(0, point - half), high: Math.min(1, point + half) };
}
function throughputInterval(resampling, pointPerSec) {
  const ok = resampling.slices.map((slice) => slice.ok);
  const mean = ok.reduce((sum, value) => sum + value, 0) / ok.length;
  if (mean === 0) return void 0;
  const error = bootstrapError(resampling, (weights) => weigh(weights, ok) / ok.length / mean);
  if (error === void 0) return void 0;
  const half = halfWidth(resampling, error) * pointPerSec;
  return { low: Math.max(0, pointPerSec - half), high: pointPerSec + half };
}
function buildPercentileOfDraw(slices, failuresLost) {
  const buckets = [...new Set(slices.flatMap(({ latency }) => latency.buckets))].sort((left, right) => left - right);
  const cumulative = accumulate(slices, buckets);
  const lost = slices.map(({ censored, failed }) => censored + (failuresLost ? failed : 0));
  const highestUs = slices.reduce((highest, { latency }) => Math.max(highest, latency.highestUs), 0);
  const width = slices.length;
  const answeredUpTo = (weights, row) => {
    let sum = 0;
    for (let slice = 0, cell = row * width; slice < width; slice++, cell++) sum += (weights[slice] ?? 0) * (cumulative[cell] ?? 0);
    return sum;
  };
  return (weights, percentile) => {
    const answered = buckets.length === 0 ? 0 : answeredUpTo(weights, buckets.length - 1);
    const rank = rankOf(answered + weigh(weights, lost), percentile);
    if (rank === 0 || rank > answered) return void 0;
    let low = 0;
    let high = buckets.length - 1;
    while (low < high) {
      const middle = low + high >> 1;
      if (answeredUpTo(weights, middle) >= rank) high = middle;
      else low = middle + 1;
    }
    return Math.log(Math.max(1, Math.min(highestValueOfBucket(buckets[low] ?? 0), highestUs)));
  };
}
function accumulate(slices, buckets) {
  const width = slices.length;
  const rowOf = new Map(buckets.map((bucket, row) => [bucket, row]));
  const table = new Uint32Array(buckets.length * width);
  for (const [slice, { latency }] of slices.entries()) {
    for (const [place, bucket] of latency.buckets.entries()) table[(rowOf.get(bucket) ?? 0) * width + slice] = latency.counts[place] ?? 0;
  }
  for (let cell = width; cell < table.length; cell++) table[cell] = (table[cell] ?? 0) + (table[cell - width] ?? 0);
  return table;
}
function weigh(weights, values) {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += (weights[index] ?? 0) * (values[index] ?? 0);
  return sum;
}

// src/verdict/format-check.ts
var SIGNS = { "<": "<", "<=": "≤", ">": ">", ">=": "≥", "==": "=", "!=": "≠" };
function formatLimit(metric, comparison, limit) {
  return `${SIGNS[comparison]} ${formatExact(metric, limit)}`;
}
function formatValue(metric, value) {
  switch (metric.kind) {
    case "percentile":
    case "mean":
    case "min":
    case "max":
      return formatLatency(value);
    case "duration":
      return formatDuration(value / 1e3);
    case "error-budget":
    case "error-rate":
      return formatRatio(value);
    case "throughput":
      return formatRate(value);
    case "upload":
    case "download":
      return `${formatBytes(value)}/s`;
    case "failures":
    case "count":
    case "status":
    case "concurrent":
    case "drops":
    case "messages-in":
    case "messages-out":
    case "late":
    case "duplicates":
    case "unmatched":
      return formatNumber(value, 0);
  }
}
function formatObserved(metric, value, limit) {
  const rounded = formatValue(metric, value);
  return value !== limit && rounded === formatValue(metric, limit) ? formatExact(metric, value) : rounded;
}
function formatCensored(metric, atLeast) {
  return atLeast === void 0 ? "no answer" : `> ${formatValue(metric, atLeast)}`;
}
function formatExact(metric, value) {
  switch (metric.kind) {
    case "percentile":
    case "mean":
    case "min":
    case "max":
    case "duration":
      return value < 1e6 ? `${formatNumber(value / 1e3, 3)} ms` : `${formatNumber(value / 1e6, 6)} s`;
    case "error-budget":
    case "error-rate":
      return `${formatNumber(value * 100, 7)} %`;
    case "throughput":
      return `${formatNumber(value, 6)}/s`;
    case "upload":
    case "download":
      return value < 1e3 ? `${formatNumber(value, 3)} B/s` : value < 1e6 ? `${formatNumber(value / 1e3, 6)} KB/s` : `${formatNumber(value / 1e6, 9)} MB/s`;
    case "failures":
    case "count":
    case "status":
    case "concurrent":
    case "drops":
    case "messages-in":
    case "messages-out":
    case "late":
    case "duplicates":
    case "unmatched":
      return formatNumber(value, 6);
  }
}

// src/verdict/guards-failures.ts
function guardsFailures(promises, shape, scope, phase) {
  const guards = promises.filter((promise) => isGuard(promise) && (promise.phase === void 0 || promise.phase === phase));
  if (guards.some((guard) => guard.scope.kind === "total")) return true;
  const guarded = new Set(guards.map((guard) => guard.scope.kind === "series" ? guard.scope.name : void 0));
  if (scope.kind === "series") return guarded.has(scope.name);
  return shape.series.every(({ name, selected }) => !selected || guarded.has(name));
}
function isGuard({ state, severity, limit }) {
  const { metric, comparison } = limit;
  if (state !== "active" || severity !== "fail") return false;
  if (metric.kind !== "error-budget" && metric.kind !== "failures") return false;
  return comparison === "<" || comparison === "<=" || comparison === "==";
}

// src/verdict/measure-budget.ts
var BURN_SHARE = 0.1;
function measureBudget(limit, observedRatio, slices) {
  const isUpper = limit.comparison === "<" || limit.comparison === "<=";
  if (limit.metric.kind !== "error-budget" || !isUpper || limit.value <= 0) return void 0;
  return { used: observedRatio / limit.value, burnRate: highestBurnRate(slices, limit.value) };
}
function highestBurnRate(slices, allowedRatio) {
  const width = Math.max(1, Math.ceil(slices.length * BURN_SHARE));
  let highest;
  let bad = 0;
  let all = 0;
  for (const [index, slice] of slices.entries()) {
    const left = slices[index - width];
    bad += slice.failed + slice.censored - (left ? left.failed + left.censored : 0);
    all += slice.ok + slice.failed + slice.censored - (left ? left.ok + left.failed + left.censored : 0);
    if (index >= width - 1 && all > 0) highest = Math.max(highest ?? 0, bad / all / allowedRatio);
  }
  return highest;
}

// src/verdict/check-sla.ts
function checkSla(run, sla, seed) {
  const shape = { series: run.series, phases: run.phases.map(({ plan }) => plan) };
  const promises = resolvePromises(sla, shape);
  const subjects = /* @__PURE__ */ new Map();
  const names = /* @__PURE__ */ new Map();
  return promises.map((promise) => {
    const base = describePromise(promise, names);
    if (promise.state === "skipped") return { ...base, state: "skipped", reason: promise.reason };
    if (promise.state === "unmeasurable") return { ...base, state: "no-data", reason: promise.reason, samples: 0 };
    const key = JSON.stringify([promise.scope, promise.phase]);
    const subject = subjects.get(key) ?? buildSubject(run, promise, !guardsFailures(promises, shape, promise.scope, promise.phase), seed);
    subjects.set(key, subject);
    return { ...base, ...judge(promise, subject, sla.minSamples) };
  });
}
function buildSubject(run, promise, failuresLost, seed) {
  const { scope, phase } = promise;
  const places = phase === void 0 ? listJudgedPhases(run.phases) : run.phases.flatMap(({ plan }, place) => plan.name === phase ? [place] : []);
  const chosen = new Set(places);
  const series = run.series.filter(({ name }) => scope.kind === "total" || name === scope.name);
  const parts = series.map(({ perPhase }) => perPhase.filter((_, place) => chosen.has(place)));
  const view = mergeSeriesPhases(
    parts,
    run.phases.filter((_, place) => chosen.has(place))
  );
  const draw = (slices) => seed === void 0 ? void 0 : drawResampling(slices, seed);
  const resampling = once(() => draw(view.slices));
  return {
    view,
    failuresLost,
    resampling,
    phaseResampling: once(() => draw(view.phaseSlices)),
    percentileOfDraw: once(() => {
      const drawn = resampling();
      return drawn && buildPercentileOfDraw(drawn.slices, failuresLost);
    })
  };
}
function judge(promise, subject, minSamples) {
  const { metric, comparison, value: limit } = promise.limit;
  const measurement = measureMetric(metric, subject.view, { minSamples, failuresLost: subject.failuresLost });
  switch (measurement.state) {
    case "no-data":
      return measurement;
    case "censored": {
      const kept = holdsFromBound(measurement.atLeast, comparison, limit);
      return { state: kept ? "passed" : "breached", observed: observeCensored(promise, measurement) };
    }
    case "measured": {
      const kept = holds(measurement.value, comparison, limit);
      return { state: kept ? "passed" : "breached", observed: observe(promise, measurement, subject) };
    }
  }
}
function observe(promise, { value, samples }, subject) {
  const { metric, value: limitValue } = promise.limit;
  const interval = estimate(metric, value, subject);
  const budget = measureBudget(promise.limit, value, isOfRequests(subject.view) ? subject.view.slices : []);
  return {
    value,
    censored: false,
    text: formatObserved(metric, value, limitValue),
    limitValue,
    samples,
    interval: interval && { ...interval, text: `${formatValue(metric, interval.low)} to ${formatValue(metric, interval.high)}` },
    budgetUsed: budget?.used,
    burnRate: budget?.burnRate
  };
}
function observeCensored(promise, { atLeast, samples }) {
  const { metric, value: limitValue } = promise.limit;
  const text = formatCensored(metric, atLeast);
  return {
    value: atLeast ?? limitValue,
    censored: true,
    text,
    limitValue,
    samples,
    interval: void 0,
    budgetUsed: void 0,
    burnRate: void 0
  };
}
function estimate(metric, point, subject) {
  if (metric.kind === "throughput") {
    const resampling2 = subject.phaseResampling();
    return resampling2 && throughputInterval(resampling2, point);
  }
  const resampling = subject.resampling();
  if (resampling === void 0) return void 0;
  if (metric.kind === "error-budget") return isOfRequests(subject.view) ? errorRatioInterval(resampling, point) : void 0;
  if (metric.kind !== "percentile" || metric.span !== "latency") return void 0;
  const statistic = subject.percentileOfDraw();
  return statistic && percentileInterval(resampling, statistic, metric.percentile, point);
}
function isOfRequests({ counts, carried }) {
  return counts.drops + carried === 0;
}
function describePromise({ scope, phase, limit, severity }, names) {
  const series = nameScope(scope);
  const metric = nameMetric(limit.metric);
  const name = `${series} ${metric}${phase === void 0 ? "" : ` in ${phase}`}`;
  const times = (names.get(name) ?? 0) + 1;
  names.set(name, times);
  return {
    name: times === 1 ? name : `${name} (${times})`,
    series,
    phase,
    kind: "sla",
    metric,
    promise: limit.text,
    limit: formatLimit(limit.metric, limit.comparison, limit.value),
    severity,
    at: limit.at
  };
}
function nameScope(scope) {
  return scope.kind === "total" ? "total" : scope.name;
}
function once(compute) {
  let done;
  return () => (done ??= { value: compute() }).value;
}

// src/verdict/window-streak.ts
var WindowStreak = class {
  #rule;
  #failuresLost;
  #width;
  #recent = [];
  #streak = 0;
  #countedSecond = Number.NEGATIVE_INFINITY;
  /** The worst window so far; undefined: none had evidence. */
  worst;
  longestStreak = 0;
  /** The most samples that any full window had. */
  mostSamples;
  /** The window that completed the first streak of `for`; undefined: the rule holds so far. */
  fired;
  constructor(rule, failuresLost) {
    this.#rule = rule;
    this.#failuresLost = failuresLost;
    this.#width = Math.max(1, Math.ceil(rule.windowMs / 1e3));
  }
  /** The next second; a gap before it empties the window, because only full windows count. */
  push(slice) {
    const last = this.#recent.at(-1);
    if (last && slice.second <= last.second) throw new RangeError(`second ${slice.second} comes after second ${last.second}`);
    if (last && slice.second !== last.second + 1) this.#recent = [];
    this.#recent.push(slice);
    if (this.#recent.length > this.#width) this.#recent.shift();
    if (this.#recent.length < this.#width) return;
    const reading = this.#read(addSlices(slice.second, this.#recent));
    if (reading !== void 0) this.#count(reading);
  }
  #count(reading) {
    if (this.worst === void 0 || isWorse(reading, this.worst)) this.worst = reading;
    if (!reading.breaches) {
      this.#streak = 0;
      this.#countedSecond = Number.NEGATIVE_INFINITY;
      return;
    }
    if (reading.lastSecond - this.#width < this.#countedSecond) return;
    this.#streak++;
    this.#countedSecond = reading.lastSecond;
    this.longestStreak = Math.max(this.longestStreak, this.#streak);
    if (this.#streak >= this.#rule.forWindows) this.fired ??= reading;
  }
  #read(window) {
    const { metric, comparison, value: limit } = this.#rule;
    const lastSecond = window.second;
    if (metric.kind === "error-rate") {
      const samples2 = window.ok + window.failed + window.censored;
      this.mostSamples = Math.max(this.mostSamples ?? 0, samples2);
      if (samples2 === 0) return void 0;
      const value = (window.failed + window.censored) / samples2;
      return { lastSecond, value, censored: false, samples: samples2, breaches: !holds(value, comparison, limit) };
    }
    const lost = window.censored + (this.#failuresLost ? window.failed : 0);
    const lowerBoundUs = window.latency.count > 0 ? window.latency.highestUs : void 0;
    const judged = { answered: window.latency, lost, lowerBoundUs };
    const samples = countJudged(judged);
    this.mostSamples = Math.max(this.mostSamples ?? 0, samples);
    if (samples < windowSamples(metric.percentile)) return void 0;
    const read = judgedPercentile(judged, metric.percentile);
    if (read === void 0) return void 0;
    if (read.state === "exact")
      return { lastSecond, value: read.us, censored: false, samples, breaches: !holds(read.us, comparison, limit) };
    return { lastSecond, value: read.atLeastUs, censored: true, samples, breaches: !holdsFromBound(read.atLeastUs, comparison, limit) };
  }
};
function windowSamples(percentile) {
  return percentile >= 100 ? 1 : Math.ceil(100 / (100 - percentile) * (1 - 1e-9));
}
function isWorse(left, right) {
  if (left.breaches !== right.breaches) return left.breaches;
  if (left.censored !== right.censored) return left.censored;
  return (left.value ?? Number.POSITIVE_INFINITY) > (right.value ?? Number.POSITIVE_INFINITY);
}

// src/verdict/window-watch.ts
var WindowWatch = class {
  watched;
  constructor(sla, shape) {
    const promises = resolvePromises(sla, shape);
    this.watched = sla.windows.flatMap(
      (rule) => listScopes(rule, shape).map((scope) => {
        const failuresLost = !guardsFailures(promises, shape, scope, void 0);
        return { rule, scope, streak: new WindowStreak(rule, failuresLost) };
      })
    );
  }
  /** Answers the abort rules that have fired by now, those of earlier seconds included; empty: go on. */
  feed(completed) {
    for (const { scope, streak } of this.watched) {
      const parts = scope.kind === "total" ? completed.series : completed.series.filter(({ name }) => name === scope.name);
      streak.push({
        second: completed.second,
        ok: parts.reduce((sum, { ok }) => sum + ok, 0),
        failed: parts.reduce((sum, { failed }) => sum + failed, 0),
        censored: parts.reduce((sum, { censored }) => sum + censored, 0),
        latency: mergeDistributions(parts.map(({ latency }) => latency))
      });
    }
    return this.watched.filter(({ rule, streak }) => rule.then === "abort" && streak.fired !== void 0);
  }
};
function listScopes(rule, shape) {
  const { endpoint } = rule;
  if (endpoint === void 0) return [{ kind: "total" }];
  return shape.series.filter(({ name, selected }) => selected && matchPattern(endpoint, name)).map(({ name }) => ({ kind: "series", name }));
}

// src/verdict/live-judge.ts
var GROWING = /^(?:throughput|count|upload|download|concurrent|messages_(?:in|out)|status\b.*|duration)$/;
var LiveJudge = class {
  #sla;
  #phases;
  #series;
  #watch;
  #times;
  #judged;
  constructor(sla, plan) {
    this.#sla = sla;
    this.#phases = plan.phases;
    this.#series = plan.series;
    this.#watch = new WindowWatch(sla, plan);
    this.#times = planTimes(plan.phases);
    this.#judged = this.#times.filter((_, index) => plan.phases[index]?.warmup === false && plan.phases[index]?.model !== "pause");
  }
  /** Takes in a second that is complete; `summarize` gives what a series measured so far, phase by phase. */
  judge(second, summarize) {
    const fired = isSecondOf(this.#judged, second.second) ? this.#watch.feed(second)[0] : void 0;
    const windows = this.#watch.watched.map(({ rule, scope, streak }) => {
      const subject2 = scope.kind === "total" ? "total" : scope.name;
      return { name: `${subject2} ${rule.text}`, state: streak.fired ? "broken" : "holding" };
    });
    const rows = checkSla(this.#interim(second.second, summarize), this.#sla, void 0).flatMap((check) => liveCheck(check));
    const subject = fired?.scope.kind === "series" ? fired.scope.name : "total";
    return { checks: [...rows, ...windows], abort: fired && `${subject}: ${fired.rule.text}` };
  }
  /** The run as if it ended with this second. */
  #interim(second, summarize) {
    const nowMs = (second + 1) * 1e3;
    const none = { planned: 0, started: 0, dropped: 0, missed: 0, ok: 0, failed: 0, cut: 0, interrupted: 0 };
    return {
      phases: this.#phases.map((plan, index) => {
        const times = this.#times[index];
        const hasBegun = times !== void 0 && times.startMs < nowMs;
        return {
          plan,
          startMs: hasBegun ? times.startMs : void 0,
          endMs: hasBegun ? Math.min(times.endMs ?? nowMs, nowMs) : void 0,
          iterations: none,
          peakUsers: 0
        };
      }),
      series: this.#series.map((series, index) => ({ ...series, perPhase: summarize(index) }))
    };
  }
};
function liveCheck(check) {
  if (check.severity === "warn" || GROWING.test(check.metric)) return [];
  if (check.state !== "passed" && check.state !== "breached") return [];
  return [{ name: check.name, state: check.state === "breached" ? "broken" : "holding" }];
}

// src/gate-load.ts
async function prepareTargets(plans, ports) {
  for (const plan of plans) {
    const side = plan === plans[0] ? "" : "on the baseline's side: ";
    const refusal = await prepareTarget(plan, { ...ports, onNote: (note) => ports.onNote(`${side}${note}`) });
    if (refusal !== void 0) return `${side}${refusal}`;
  }
  return void 0;
}
async function prepareTarget(plan, ports) {
  if (plan.before.length === 0) return void 0;
  const { runBefore } = await import("./chunk-2NE6QZNC.js");
  try {
    await runBefore(plan, { env: ports.env, onStep: (name) => ports.onNote(`before: ${cleanText(name)}`), signal: ports.stopped });
    return void 0;
  } catch (error) {
    if (ports.stopped.aborted) return String(ports.stopped.reason);
    if (!(error instanceof GateError) || error.code !== "LOAD_GATE_BEFORE_FAILED") throw error;
    return [error.message, error.hint].filter(Boolean).join("; ");
  }
}
async function describeUnbegun({ plan, scenarioHash }, ports, refusal) {
  const { summarizeUnbegun } = await import("./chunk-AQNK7II5.js");
  return summarizeUnbegun(plan, { env: ports.env, scenarioHash, version: VERSION }, refusal);
}
async function runLoad({ config, scenarioHash }, plans, ports) {
  const { runBurst } = await import("./chunk-OCKATLLQ.js");
  const [plan, against] = plans;
  ports.onNote(
    `${cleanText(plan.name)} → ${plan.shownTarget}${against ? ` and ${against.shownTarget}` : ""}, seed ${plan.seed}, ${plan.workers === 1 ? "1 worker" : `${plan.workers} workers`}`
  );
  const judge2 = new LiveJudge(config.sla, plan);
  let progress;
  const burst = runBurst(plans, {
    env: ports.env,
    scenarioHash,
    version: VERSION,
    onSecond: (second, { collector }) => {
      progress ??= new LiveProgress(plan.phases, plan.series, collector);
      const { checks, abort } = judge2.judge(second, (series) => collector.totals(series).map((totals) => totals.summarize()));
      ports.onProgress(progress.snapshot(second, checks));
      return abort;
    }
  });
  const stop = () => burst.stop(String(ports.stopped.reason));
  ports.stopped.addEventListener("abort", stop, { once: true });
  if (ports.stopped.aborted) stop();
  try {
    return await burst.done;
  } finally {
    ports.stopped.removeEventListener("abort", stop);
  }
}

// src/gate-seed.ts
import { createHash } from "node:crypto";
function dataSeed(run) {
  const slices = run.series.map((series) => [series.name, series.perPhase.map((phase) => phase.slices)]);
  return createHash("sha256").update(JSON.stringify(slices)).digest().readUInt32BE(0);
}

// src/verdict/check-windows.ts
function checkWindows(run, sla) {
  const watch = new WindowWatch(sla, { series: run.series, phases: run.phases.map(({ plan }) => plan) });
  for (const second of listCompletedSeconds(run)) watch.feed(second);
  const names = /* @__PURE__ */ new Map();
  return sla.windows.flatMap((rule) => {
    const watched = watch.watched.filter((candidate) => candidate.rule === rule);
    return watched.length > 0 ? watched.map((each) => checkRule(each, run, names)) : checkUnwatched(rule, run, names);
  });
}
function listCompletedSeconds(run) {
  const places = new Set(listJudgedPhases(run.phases));
  const seconds = listSecondsOf(run.phases.filter((_, place) => places.has(place)));
  const bySecond = new Map(seconds.map((second) => [second, { second, series: new Array() }]));
  for (const { name, perPhase } of run.series) {
    const lists = perPhase.filter((_, place) => places.has(place)).map(({ slices }) => slices);
    for (const slice of mergeSlices(lists, [])) bySecond.get(slice.second)?.series.push({ ...slice, name });
  }
  return [...bySecond.values()];
}
function checkRule({ rule, scope, streak }, run, names) {
  const series = scope.kind === "total" ? "total" : scope.name;
  const base = describeRule(rule, series, names);
  if (streak.fired) return { ...base, state: "breached", observed: observe2(rule, streak, streak.fired) };
  if (streak.worst) return { ...base, state: "passed", observed: observe2(rule, streak, streak.worst) };
  const { ok, attempts } = countJudgedAttempts(run, scope.kind === "total" ? void 0 : scope.name);
  if (ok === 0 && attempts > 0) {
    const dead = {
      lastSecond: 0,
      value: rule.metric.kind === "error-rate" ? 1 : void 0,
      censored: rule.metric.kind !== "error-rate",
      samples: attempts
    };
    return { ...base, state: "breached", observed: observe2(rule, streak, { ...dead, breaches: true }) };
  }
  return { ...base, state: "no-data", reason: explainNoEvidence(rule, streak), samples: streak.mostSamples ?? 0 };
}
function checkUnwatched(rule, run, names) {
  const pattern = rule.endpoint ?? "total";
  const filtered = run.series.filter(({ name }) => matchPattern(pattern, name));
  if (filtered.length === 0) {
    return [{ ...describeRule(rule, pattern, names), state: "no-data", reason: "no endpoint of this run has that name", samples: 0 }];
  }
  return filtered.map(({ name }) => ({
    ...describeRule(rule, name, names),
    state: "skipped",
    reason: "its tasks were filtered out of this run"
  }));
}
function observe2(rule, streak, reading) {
  const { metric, value: limitValue, forWindows } = rule;
  const value = reading.value === void 0 || reading.censored ? formatCensored(metric, reading.value) : formatObserved(metric, reading.value, limitValue);
  const isShort = streak.fired === void 0 && reading.breaches && streak.longestStreak > 0;
  return {
    value: reading.value ?? limitValue,
    censored: reading.censored,
    text: isShort ? `${value} (${streak.longestStreak} of ${forWindows} windows in a row)` : value,
    limitValue,
    samples: reading.samples,
    interval: void 0,
    budgetUsed: void 0,
    burnRate: void 0
  };
}
function explainNoEvidence({ metric, windowMs }, { mostSamples }) {
  const window = `${formatNumber(windowMs / 1e3, 3)} s`;
  if (mostSamples === void 0) return `the judged phases hold no full window of ${window}`;
  if (metric.kind === "error-rate" || mostSamples === 0) return `no request ended in any window of ${window}`;
  const needed = formatNumber(windowSamples(metric.percentile), 0);
  return `at most ${formatNumber(mostSamples, 0)} samples in a window of ${window}; p${metric.percentile} needs ${needed}`;
}
function countJudgedAttempts(run, series) {
  const places = new Set(listJudgedPhases(run.phases));
  const parts = run.series.filter(({ name }) => series === void 0 || name === series).flatMap(({ perPhase }) => perPhase.filter((_, place) => places.has(place)));
  return {
    ok: parts.reduce((sum, { counts }) => sum + counts.ok, 0),
    attempts: parts.reduce((sum, { counts }) => sum + attemptsOf(counts), 0)
  };
}
function describeRule(rule, series, names) {
  const metric = nameMetric(rule.metric);
  const window = `${formatNumber(rule.windowMs / 1e3, 3)} s`;
  const name = `${series} ${metric} in ${rule.forWindows === 1 ? "a window" : `${rule.forWindows} windows`} of ${window}`;
  const times = (names.get(name) ?? 0) + 1;
  names.set(name, times);
  return {
    name: times === 1 ? name : `${name} (${times})`,
    series,
    phase: void 0,
    kind: "window",
    metric,
    promise: rule.text,
    limit: formatLimit(rule.metric, rule.comparison, rule.value),
    severity: rule.then === "warn" ? "warn" : "fail",
    at: rule.at
  };
}

// src/verdict/describe-failures.ts
var MOST_NAMED = 3;
function describeFailures(run) {
  const places = new Set(listJudgedPhases(run.phases));
  const judged = run.series.flatMap(({ perPhase }) => perPhase.filter((_, place) => places.has(place)));
  const attempts = judged.reduce((sum, { counts }) => sum + attemptsOf(counts), 0);
  const drops = judged.reduce((sum, { counts }) => sum + counts.drops, 0);
  const failed = judged.reduce((sum, { counts }) => sum + failuresOf(counts), 0) - drops;
  if (failed + drops === 0) return void 0;
  const byReason = /* @__PURE__ */ new Map();
  for (const { reason, count } of judged.flatMap(({ failures: failures2 }) => failures2)) byReason.set(reason, (byReason.get(reason) ?? 0) + count);
  const worst = [...byReason].sort(([, left], [, right]) => right - left);
  const named = worst.slice(0, MOST_NAMED).map(([reason, count]) => `${formatNumber(count)} × ${reason}`);
  const others = worst.length > MOST_NAMED ? ", and others" : "";
  const failures = failed === 0 ? [] : [`Of ${formatNumber(attempts)} requests ${formatNumber(failed)} failed`];
  const dropped = drops === 0 ? [] : [drops === 1 ? "1 connection was dropped" : `${formatNumber(drops)} connections were dropped`];
  return `${[...failures, ...dropped].join(", and ")}: ${named.join(", ")}${others}.`;
}

// src/verdict/judge-run.ts
function judgeRun(run, sla, seed, { others, ...looks } = {}) {
  const checks = [...checkSla(run, sla, seed), ...checkWindows(run, sla)];
  return decide({
    run,
    checks,
    invalidities: listInvalidities(run, sla.generator),
    failures: describeFailures(run),
    ...looks,
    others: others?.map((side) => ({ run: side, invalidities: listSharedInvalidities(side, sla.generator) }))
  });
}

// src/workspace/write-reports.ts
import { existsSync, realpathSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
function resolveOut(from, out, names) {
  const folder = resolve(from.cwd, fillIn(out, names));
  refuseOutside(from.root, folder);
  return folder;
}
function resolvePrefix(from, prefix, names) {
  const path = resolve(from.cwd, fillIn(prefix, names));
  const place = { folder: dirname(path), name: basename(path) };
  refuseOutside(from.root, place.folder);
  return place;
}
function fillIn(template, names) {
  return template.replace(/\{(time|name|profile)\}/g, (_whole, key) => safeName(names[key]));
}
function refuseOutside(root, folder) {
  if (root === void 0 || isInside(realpathSync(root), followLinks(folder))) return;
  throw new GateError("LOAD_GATE_UNSAFE_PATH", `the reports would be written to ${folder}, outside of the workspace`, {
    hint: "name a folder inside the checkout"
  });
}
async function writeReports(folder, files) {
  try {
    await makeFolder(folder);
    for (const [name, content] of files) {
      const partial = join(folder, `.${name}.${process.pid}.partial`);
      try {
        await rm(partial, { force: true });
        await writeFile(partial, content, { flag: "wx" });
        await rename(partial, join(folder, name));
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
    }
  } catch (error) {
    throw new GateError("LOAD_GATE_OUTPUT_UNWRITABLE", `the reports cannot be written to ${folder}: ${messageOf(error)}`, {
      hint: "choose another folder with --out",
      cause: error
    });
  }
}
async function makeFolder(folder) {
  const missing = [];
  for (let path = folder; !existsSync(path) && dirname(path) !== path; path = dirname(path)) missing.unshift(path);
  for (const path of missing) {
    try {
      await mkdir(path);
    } catch (error) {
      if (!existsSync(path)) throw error;
    }
  }
}
function safeName(text) {
  const safe = text.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[.-]+|-+$/g, "");
  return safe === "" ? "run" : safe.slice(0, 80);
}
function followLinks(path) {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(followLinks(parent), basename(path));
  }
}
async function forgetFiles(folder, names) {
  for (const name of names) await rm(join(folder, name), { force: true }).catch(() => void 0);
}

// src/gate-files.ts
var LOCUST_FILES = ["stats.csv", "stats_history.csv", "failures.csv", "exceptions.csv"];
var READ_BY_TOOLS = ["results.json", "junit.xml", "badge.json", "metrics.prom", ...LOCUST_FILES];
function resolvePlaces(request, from, names) {
  const within = { cwd: from.cwd, root: from.root };
  return {
    folder: resolveOut(within, request.out, names),
    prefix: request.csvPrefix === void 0 ? void 0 : resolvePrefix(within, request.csvPrefix, names)
  };
}
async function forgetEarlier(request, { folder, prefix }) {
  if (!request.out.includes("{time}")) await forgetFiles(folder, READ_BY_TOOLS);
  if (prefix && request.csvPrefix?.includes("{time}") === false) await forgetFiles(prefix.folder, LOCUST_FILES.map(nameBehind(prefix)));
}
async function writeLocustFiles(prefix, files) {
  const name = nameBehind(prefix);
  const renamed = LOCUST_FILES.map((file) => {
    const text = files.get(file);
    if (text === void 0) throw new Error(`there is no ${file} to write`);
    return [name(file), text];
  });
  await writeReports(prefix.folder, new Map(renamed));
}
function nameBehind(prefix) {
  return (file) => `${prefix.name}_${file}`;
}

// src/gate-publish.ts
import { relative } from "node:path";

// src/report/html/markup.ts
var LONGEST = 1e3;
var REFERENCES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "`": "&#96;" };
var Html = class {
  #markup;
  constructor(text) {
    this.#markup = text;
  }
  toString() {
    return this.#markup;
  }
};
function markup(parts, ...contents) {
  return new Html(parts.map((part, index) => part + (index < contents.length ? escapeContent(contents[index]) : "")).join(""));
}
var NOTHING_TO_SHOW = new Html("");
function escapeContent(content) {
  if (content === void 0) return "";
  if (content instanceof Html) return content.toString();
  if (typeof content === "number") return escapeText(String(content));
  return typeof content === "string" ? escapeText(content) : content.map(escapeContent).join("");
}
function escapeText(text) {
  return cleanText(text, LONGEST).replace(/[&<>"'`]/g, (character) => REFERENCES[character] ?? "");
}
function trustMarkup(constant) {
  return new Html(constant);
}
function pathData(d) {
  if (!/^[MLHVZhvz\d .-]*$/.test(d)) throw new RangeError("a path holds commands and numbers alone");
  return new Html(d);
}
function dataBlock(data) {
  const json = JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
  return new Html(`<script type="application/json">${json}</script>`);
}
function showName(name, longest = 120) {
  return markup`<bdi class="name">${cleanText(name, longest)}</bdi>`;
}

// src/report/html/render-html-table.ts
function renderTable({ caption, columns, rows, head = 0, asCards = false }) {
  const heads = columns.map(
    ({ title, isFigure }) => markup`<th scope="col"${sayRole("columnheader", asCards)}${isFigure ? FIGURE : void 0}>${title}</th>`
  );
  const body = rows.map((row) => renderRow("cells" in row ? row : { cells: row }, { columns, head, asCards }));
  const group = sayRole("rowgroup", asCards);
  const table = markup`<table${asCards ? markup` class="cards" role="table"` : void 0}><caption class="unseen">${caption}</caption><thead${group}><tr${sayRole("row", asCards)}>${heads}</tr></thead><tbody${group}>${body}</tbody></table>`;
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">${table}</div>
`;
}
var FIGURE = markup` class="n"`;
function sayRole(role, asCards) {
  return asCards ? markup` role="${role}"` : void 0;
}
function renderRow({ cells, name, id, tone }, { columns, head, asCards }) {
  const body = cells.map((cell, index) => {
    const { title = "", isFigure = false } = columns[index] ?? {};
    const figure = isFigure ? FIGURE : void 0;
    if (index === head) return markup`<th scope="row"${sayRole("rowheader", asCards)}${figure}>${cell}</th>`;
    return markup`<td${asCards ? markup` role="cell" data-label="${title}"` : void 0}${figure}>${cell}</td>`;
  });
  const parts = [
    id === void 0 ? void 0 : markup` id="${id}"`,
    name === void 0 ? void 0 : markup` data-name="${name}"`,
    tone === void 0 ? void 0 : markup` class="${tone}"`
  ];
  return markup`
<tr${sayRole("row", asCards)}${parts}>${body}</tr>`;
}
function renderFacts(facts) {
  return markup`<dl class="facts">${facts.map(([word, what]) => markup`<div><dt>${word}</dt><dd>${what}</dd></div>`)}</dl>
`;
}

// src/report/escape-markdown.ts
var REFERENCES2 = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  "\\": "&#92;",
  "`": "&#96;",
  "*": "&#42;",
  _: "&#95;",
  "[": "&#91;",
  "]": "&#93;",
  "|": "&#124;",
  "~": "&#126;",
  // A reference hides it from parsers of the text, and an element of its own from those of the page ("Writing mathematical expressions", GitHub's documentation).
  $: "<span>&#36;</span>"
};
var STRUCTURE = /[<>&\\`*_[\]|~$]/g;
var MARKS = /[@#]|:(?=\/\/|(?!\d\d:)[\w+-]+:)|(?<![a-z0-9])(?:www(?=\.)|gh(?=-\d))/gi;
var LONGEST_SENTENCE = 600;
function escapeMarkdown(text, longest = 300) {
  return escapeLine(cleanText(text, longest));
}
var BEGINNING = /^(?:[-+=](?=[-=\s]|$)|\d{1,9}[.)](?=\s|$))/;
function escapeLine(line) {
  return line.replace(MARKS, (mark) => `${mark}​`).replace(STRUCTURE, (character) => REFERENCES2[character] ?? "").replaceAll("​", "&#8203;").replace(BEGINNING, (marker) => `${marker.slice(0, -1)}&#${marker.charCodeAt(marker.length - 1)};`);
}
function codeSpan(text, longest = 300) {
  const line = cleanText(text, longest);
  if (line === "") return "";
  const runs = line.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const padding = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${padding}${line}${padding}${fence}`;
}
function escapeSentence(sentence, names) {
  let rest = cleanText(sentence, LONGEST_SENTENCE);
  let text = "";
  for (let found = findName(rest, names); found; found = findName(rest, names)) {
    text += escapeLine(rest.slice(0, found.at)) + codeSpan(found.name, LONGEST_SENTENCE);
    rest = rest.slice(found.at + found.name.length);
  }
  return text + escapeLine(rest);
}
function findName(text, names) {
  let found;
  for (const name of names) {
    const at = name === "" || !name.isWellFormed() ? -1 : indexOfName(text, name);
    if (at < 0) continue;
    if (!found || at < found.at || at === found.at && name.length > found.name.length) found = { name, at };
  }
  return found;
}
function indexOfName(text, name) {
  const isWord = (character) => character !== void 0 && /[\p{L}\p{N}_]/u.test(character);
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const joinsBefore = isWord(name[0]) && isWord(text[at - 1]);
    const joinsAfter = isWord(name.at(-1)) && isWord(text[at + name.length]);
    if (!joinsBefore && !joinsAfter) return at;
  }
  return -1;
}

// src/report/html/mark-names.ts
var LONGEST_SENTENCE2 = 600;
function markNames(sentence, names) {
  let rest = cleanText(sentence, LONGEST_SENTENCE2);
  const parts = [];
  for (let found = findName(rest, names); found; found = findName(rest, names)) {
    parts.push(showPiece(rest.slice(0, found.at)), showName(found.name, LONGEST_SENTENCE2));
    rest = rest.slice(found.at + found.name.length);
  }
  return markup`${parts}${showPiece(rest)}`;
}
function showPiece(text) {
  return markup`${text.startsWith(" ") ? markup` ` : void 0}${text}${text.length > 1 && text.endsWith(" ") ? markup` ` : void 0}`;
}
function listNames({ run, verdict, comparison }) {
  return [
    ...verdict.checks.map((check) => check.name),
    ...run.series.map((series) => series.name),
    ...run.phases.map((phase) => phase.plan.name),
    ...(comparison?.result.rows ?? []).map((row) => row.name)
  ];
}

// src/report/html/section.ts
function renderSection(id, title, body) {
  return {
    id,
    title,
    html: markup`<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${title}</h2>
${body}</section>
`
  };
}

// src/report/html/state-sign.ts
var SIGN_SHAPES = markup`<svg class="unseen" aria-hidden="true"><symbol id="s-good" viewBox="0 0 16 16"><circle cx="8" cy="8" r="8"/><path d="M4.5 8.2l2.4 2.4 4.7-5"/></symbol><symbol id="s-bad" viewBox="0 0 16 16"><path class="body" d="M5 0h6l5 5v6l-5 5H5l-5-5V5z"/><path d="M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6"/></symbol><symbol id="s-doubt" viewBox="0 0 16 16"><path class="body" d="M8 .8l8 14.4H0z"/><path d="M8 6v4.2M8 12.6v.2"/></symbol><symbol id="s-none" viewBox="0 0 16 16"><circle class="ring" cx="8" cy="8" r="7"/><path d="M5 8h6"/></symbol></svg> `;
function showState(sign, word) {
  return markup`<span class="state ${sign}">${drawSign(sign)}${word}</span>`;
}
function drawSign(sign) {
  return markup`<svg class="sign ${sign}" width="16" height="16" aria-hidden="true"><use href="#s-${sign}"/></svg>`;
}
function signVerdict({ state }) {
  return state === "pass" ? "good" : state === "inconclusive" ? "doubt" : "bad";
}
function signCheck(check) {
  switch (check.state) {
    case "passed":
      return "good";
    case "breached":
      return check.severity === "warn" ? "doubt" : "bad";
    case "no-data":
      return "doubt";
    case "skipped":
      return "none";
  }
}
function signRow({ state }) {
  switch (state) {
    case "regressed":
      return "bad";
    case "suspect":
      return "doubt";
    case "not-confirmed":
    case "improved":
      return "good";
    case "unchanged":
      return "none";
  }
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
  const text = describeComparison(report);
  if (!text) return void 0;
  const table = text.rows.length === 0 ? void 0 : renderTable({
    caption: "Metrics compared with the baseline",
    columns: COLUMNS,
    rows: text.rows.map(comparedRow),
    head: 1,
    asCards: true
  });
  const legend = markup`<p class="note">About 90 %: where the true change lies. Could see: the smallest true change that this run would have found. In the picture the shade is what is tolerated, the bar the interval, the dot the change.</p>`;
  const sentences = text.sentences.map((sentence) => markup`<li>${markNames(sentence, text.names)}</li>`);
  return renderSection("comparison", "Comparison with the baseline", [
    markup`<p class="lead">${markNames(text.title, text.names)}.</p>`,
    table,
    table && legend,
    sentences.length > 0 ? markup`<ul class="sentences">${sentences}</ul>` : void 0
  ]);
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

// src/report/html/build-timeline.ts
function buildTimeAxis(run, mostSteps) {
  let last = 0;
  for (const { perPhase } of run.series)
    for (const { slices, socket } of perPhase) last = Math.max(last, slices.at(-1)?.second ?? 0, socket?.seconds.at(-1)?.second ?? 0);
  const endSec = Math.max(1, Math.ceil(run.durationMs / 1e3), last + 1);
  return { stepSec: Math.ceil(endSec / mostSteps), endSec };
}
function buildTimeline(slices, axis) {
  const groups = Array.from({ length: countSteps(axis) }, () => []);
  for (const slice of slices) groups[Math.floor(slice.second / axis.stepSec)]?.push(slice);
  return { ...axis, steps: groups.map(addStep) };
}
function countSteps({ stepSec, endSec }) {
  return Math.ceil(endSec / stepSec);
}
function listSlices(series, phases) {
  const isIn = (place) => phases === void 0 || phases.includes(place);
  return series.flatMap(({ perPhase }) => perPhase.filter((_, place) => isIn(place)).flatMap(({ slices }) => slices));
}
function addStep(slices) {
  const sum = (of) => slices.reduce((total, slice) => total + of(slice), 0);
  return {
    ok: sum(({ ok }) => ok),
    failed: sum(({ failed }) => failed),
    censored: sum(({ censored }) => censored),
    latency: () => mergeDistributions(slices.map(({ latency }) => latency))
  };
}
function perSecond(count, step, { stepSec, endSec }) {
  return count / Math.max(1, Math.min(stepSec, endSec - step * stepSec));
}

// src/report/html/draw-marks.ts
var WIDTH2 = 2e3;
var HEIGHT2 = 1e3;
function drawMarks({ scale, showTick, ticks, bands, drawn, size }) {
  return markup`${bands.map(drawBand)}${drawGrid(scale.ticks.map((value) => ({ share: scale.toShare(value), label: showTick(value) })))}${openCanvas(
    WIDTH2,
    HEIGHT2,
    drawCurves(drawn, (value) => scale.toShare(value))
  )}${drawLabels(scale.ticks.map((value) => ({ share: scale.toShare(value), label: showTick(value) })))}${bands.map((band) => labelBand(band, size === "tall"))}${drawTicks(ticks)}`;
}
function openCanvas(width, height, inside) {
  return markup`<svg width="100%" height="${percent(1, TALL)}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none">${inside}</svg>`;
}
function drawGrid(ticks) {
  return markup`<g class="grid">${ticks.map(({ share }) => markup`<line x2="100%" y1="${percent(1 - share, TALL)}" y2="${percent(1 - share, TALL)}"/>`)}</g>`;
}
function drawLabels(ticks) {
  const spaced = ticks.filter(({ share }, index) => index === 0 || Math.abs(share - (ticks[index - 1]?.share ?? 0)) > 0.02);
  return markup`<g class="scale">${spaced.map(({ share, label }) => markup`<text${share > 0.97 ? markup` class="top"` : void 0} y="${percent(1 - share, TALL)}" dy="${share > 0.97 ? 11 : -3}">${label}</text>`)}</g>`;
}
function drawTicks(ticks) {
  let last = -1;
  const shown = ticks.filter(({ share }) => {
    const isShown = share <= 1 && share - last >= CLOSEST;
    if (isShown) last = share;
    return isShown;
  });
  return markup`<g class="axis">${shown.map(({ share, label }) => {
    const anchor = share < 0.03 ? "start" : share > 0.95 ? "end" : "middle";
    return markup`<text x="${percent(share)}" y="100%" dy="-4" text-anchor="${anchor}">${label}</text>`;
  })}</g>`;
}
var CLOSEST = 0.1;
function drawBand({ from, to, kind, label }) {
  return markup`<rect class="band ${kind}" x="${percent(from)}" width="${percent(to - from)}" height="${percent(1, TALL)}"><title>${label}</title></rect><line class="edge" x1="${percent(from)}" x2="${percent(from)}" y2="${percent(1, TALL)}"/>`;
}
var NARROW = 42;
var WIDE = 100;
function labelBand({ from, to, label }, isWide) {
  const isRoomy = isWide && Array.from(label).length > (to - from) * NARROW;
  const room = Math.floor((to - from) * (isRoomy ? WIDE : NARROW));
  const points = Array.from(label);
  const text = points.length <= room ? label : `${points.slice(0, room - 1).join("")}…`;
  if (room < Math.min(5, points.length)) return void 0;
  return markup`<text class="${isRoomy ? "phase roomy" : "phase"}" x="${percent((from + to) / 2)}" y="0" dy="10" text-anchor="middle">${text}</text>`;
}
var TALL = 0.9;
function percent(share, of = 1) {
  return `${Math.round(share * of * 1e4) / 100}%`;
}
function drawCurves({ at, width, curves }, toShare) {
  const layers = curves.filter(({ form }) => form === "layer");
  const stack = layers.toReversed().map(({ tone }, index) => {
    const below = layers.slice(0, layers.length - index);
    const sums = at.map((_, place) => below.reduce((sum, { values }) => sum + (values[place] ?? 0), 0));
    return markup`<path class="fill ${tone}" d="${pathData(drawStairs(at, width, sums.map(toShare)))}"/>`;
  });
  return [...stack, ...curves.filter(({ form }) => form !== "layer").flatMap((curve) => drawCurve(curve, at, toShare))];
}
function drawCurve({ tone, form, values }, at, toShare) {
  const runs = splitRuns(at, values).map((run) => run.map(({ share, value }) => [toX(share), toY(toShare(value))]));
  const d = runs.map(([first, ...rest]) => first ? `M${first.join(" ")}${rest.length === 0 ? "h0" : `L${rest.flat().join(" ")}`}` : "").join("");
  const areas = runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    return form === "area" && first && last ? [`M${first[0]} ${HEIGHT2}L${run.flat().join(" ")}V${HEIGHT2}Z`] : [];
  });
  const line = markup`<path class="line ${tone}" d="${pathData(d)}"/>`;
  return areas.length > 0 ? [markup`<path class="shade ${tone}" d="${pathData(areas.join(""))}"/>`, line] : [line];
}
function splitRuns(at, values) {
  const runs = [];
  let open = false;
  for (const [index, share] of at.entries()) {
    const value = values[index];
    if (value !== void 0 && !open) runs.push([]);
    open = value !== void 0;
    if (value !== void 0) runs.at(-1)?.push({ share, value });
  }
  return runs;
}
function drawStairs(at, width, shares) {
  let d = "";
  let y = HEIGHT2;
  for (const [index, share] of shares.entries()) {
    const level = toY(share);
    if (level === y) continue;
    const x = toX((at[index] ?? 0) - width / 2);
    d += d === "" ? `M${x} ${HEIGHT2}V${level}` : `H${x}V${level}`;
    y = level;
  }
  return d === "" ? "" : `${d}H${WIDTH2}V${HEIGHT2}Z`;
}
function toX(share) {
  return Math.round(Math.min(1, Math.max(0, share)) * WIDTH2);
}
function toY(share) {
  return Math.round((1 - share) * HEIGHT2);
}

// src/report/html/render-chart.ts
function renderChart(chart) {
  const { id, title, note, summary, drawn } = chart;
  return renderFigure({ id, title, summary, note, size: chart.size, legend: drawn.curves.map(renderKey), marks: drawMarks(chart) }, [
    renderNumbers(chart),
    dataBlock({
      title,
      at: drawn.at.map((share) => Math.round(share * 1e3)),
      moments: drawn.moments,
      values: drawn.curves.map(({ values, show }) => values.map((value) => value === void 0 ? 0 : show(value)))
    })
  ]);
}
function renderFigure(figure, below) {
  const { id, title, summary, note, size, legend, marks } = figure;
  return markup`<figure class="chart ${size}" id="${id}"><figcaption><h3>${title}</h3>${note ? markup`<p class="note">${note}</p>` : void 0}</figcaption><ul class="legend">${legend}</ul><div class="plot"><svg role="img" aria-labelledby="${id}-t" aria-describedby="${id}-d"><title id="${id}-t">${title}</title><desc id="${id}-d">${summary}</desc>${marks}</svg></div>${below}</figure>
`;
}
function renderKey({ label, tone, form }) {
  const mark = form === "layer" ? markup`<rect class="fill ${tone}" width="14" height="10" y="1" rx="2"/>` : markup`<path class="line ${tone}" d="M1 6H13"/>`;
  return markup`<li><svg class="key" width="14" height="12" aria-hidden="true">${mark}</svg>${label}<b class="value"></b></li>`;
}
function renderNumbers({ title, axis, told }) {
  const rows = told.moments.map((moment, index) => [
    moment,
    ...told.curves.map(({ values, show }) => {
      const value = values[index];
      return value === void 0 ? NOTHING : show(value);
    })
  ]);
  const columns = [{ title: axis }, ...told.curves.map(({ label }) => ({ title: label, isFigure: true }))];
  return markup`<details class="numbers"><summary>Numbers</summary>${renderTable({ caption: `${title}: numbers`, columns, rows })}</details>`;
}

// src/report/html/scale.ts
var WIDEST_LINEAR = 40;
function buildLinearScale(values, lines = 4) {
  const most = maxOf(values);
  const highest = most > 1e-6 ? most * 1.08 : 1;
  const step = roundUp(highest / lines);
  const count = Math.max(1, Math.ceil(highest / step - 1e-9));
  const top = step * count;
  return {
    kind: "linear",
    ticks: Array.from({ length: count + 1 }, (_, index) => index * step),
    toShare: (value) => clamp(value / top)
  };
}
function buildLatencyScale(values) {
  const positive = values.filter((value) => value > 0);
  const [lowest, highest] = [minOf(positive), maxOf(positive)];
  return positive.length > 0 && highest / lowest > WIDEST_LINEAR ? buildLogScale(lowest, highest) : buildLinearScale(values);
}
function buildLogScale(lowest, highest) {
  const low = roundDown(Math.max(1, lowest));
  const high = Math.max(low * 2, roundUp(Math.max(1, highest)));
  const [from, to] = [Math.log10(low), Math.log10(high)];
  const steps = to - from > 2 ? [1] : [1, 2, 5];
  const powers = Array.from({ length: Math.ceil(to) - Math.floor(from) + 1 }, (_, index) => 10 ** (Math.floor(from) + index));
  const inner = powers.flatMap((power) => steps.map((step) => step * power)).filter((value) => value > low * 1.5 && value < high / 1.5);
  return {
    kind: "log",
    ticks: [low, ...inner, high],
    toShare: (value) => value > 0 ? clamp((Math.log10(value) - from) / (to - from)) : 0
  };
}
var TIME_STEPS_SEC = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400];
function listTimeTicks(endSec) {
  const step = TIME_STEPS_SEC.find((each) => endSec / each <= 6) ?? Math.ceil(endSec / 6);
  return Array.from({ length: Math.floor(endSec / step) + 1 }, (_, index) => ({
    share: endSec > 0 ? index * step / endSec : 0,
    label: formatMoment(index * step)
  }));
}
function formatMoment(seconds) {
  return seconds === 0 ? "0 s" : formatDuration(seconds * 1e3);
}
function formatLatencyTick(us) {
  if (us === 0) return "0";
  if (us < 1e3) return `${formatNumber(us, 0)} µs`;
  return us < 1e6 ? `${formatNumber(us / 1e3, 1)} ms` : `${formatNumber(us / 1e6, 2)} s`;
}
function roundUp(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5].find((step) => step * power >= value * (1 - 1e-9)) ?? 10) * power;
}
function roundDown(value) {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  return ([5, 2].find((step) => step * power <= value * (1 + 1e-9)) ?? 1) * power;
}
function clamp(share) {
  return Math.min(1, Math.max(0, share));
}
function maxOf(values) {
  let most = 0;
  for (const value of values) most = Math.max(most, value);
  return most;
}
function minOf(values) {
  let least = Number.POSITIVE_INFINITY;
  for (const value of values) least = Math.min(least, value);
  return least;
}

// src/report/html/time-chart.ts
var MOST_DRAWN = 300;
var MOST_TOLD = 20;
var FEWEST_TOLD = 10;
function frameTime(run, curvesOf, mostSteps = MOST_DRAWN) {
  const fine = buildTimeAxis(run, mostSteps);
  const coarse = buildTimeAxis(run, mostSteps < MOST_DRAWN ? FEWEST_TOLD : MOST_TOLD);
  return {
    ticks: listTimeTicks(fine.endSec),
    bands: listBands(run, fine.endSec),
    drawn: plotSteps(fine, curvesOf(fine)),
    told: plotSteps(coarse, curvesOf(coarse)),
    axis: "time"
  };
}
function plotSteps(axis, curves) {
  const { stepSec, endSec } = axis;
  const places = Array.from({ length: countSteps(axis) }, (_, step) => step * stepSec);
  return {
    at: places.map((second) => Math.min(1, (second + stepSec / 2) / endSec)),
    moments: places.map(formatMoment),
    width: stepSec / endSec,
    curves
  };
}
function listBands({ phases }, endSec) {
  return phases.flatMap(({ plan, startMs, endMs }) => {
    if (startMs === void 0 || endMs === void 0 || endMs <= startMs) return [];
    const kind = plan.warmup || plan.model === "pause" ? "other" : "judged";
    return [{ from: startMs / 1e3 / endSec, to: Math.min(1, endMs / 1e3 / endSec), label: plan.name, kind }];
  });
}
var PERCENTILES = [
  [50, "p50"],
  [95, "p95"],
  [99, "p99"]
];
function drawPercentiles(slices, axis) {
  const latencies = buildTimeline(slices, axis).steps.map((step) => step.latency());
  return PERCENTILES.map(([percentile, tone]) => ({
    label: tone,
    tone,
    form: "line",
    values: latencies.map((latency) => percentileUs(latency, percentile)),
    show: formatLatency
  }));
}
function drawRate(timeline, curve, of) {
  return { ...curve, values: timeline.steps.map((step, index) => perSecond(of(step), index, timeline)), show: formatRate };
}
function listValues(curves) {
  return curves.flatMap(({ values }) => values.filter((value) => value !== void 0));
}
function describeStep({ endSec, stepSec }) {
  return stepSec === 1 ? "" : `Each point covers ${formatNumber(Math.min(stepSec, endSec), 0)} s.`;
}
function describeRange({ moments }, { values, show }) {
  let [low, high] = [-1, -1];
  for (const [index, value] of values.entries()) {
    if (value === void 0) continue;
    if (low < 0 || value < (values[low] ?? 0)) low = index;
    if (high < 0 || value > (values[high] ?? 0)) high = index;
  }
  if (low < 0) return void 0;
  const tell = (index) => `${show(values[index] ?? 0)} (at ${moments[index] ?? ""})`;
  return `between ${tell(low)} and ${tell(high)}`;
}
function describeCurves(plot) {
  return plot.curves.map((curve) => `${curve.label} ${describeRange(plot, curve) ?? "was not measured"}.`).join(" ");
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
    note: markup`Of successes, from the intended start, by the time at which they ended. ${notes.filter((note) => note !== "").join(" ")}`,
    scale,
    showTick: formatLatencyTick,
    ...frame
  });
}

// src/report/html/load-charts.ts
function throughputChart(run, series, { id, size, mostSteps }) {
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
  const show = (value) => formatNumber(value, 0);
  const frame = frameTime(
    run,
    (axis) => [
      drawLevels(run, axis, { label: "at most in the phase", tone: "now", form: "area", show }, ({ phase }) => phase.peakUsers),
      drawLevels(
        run,
        axis,
        { label: "planned, or allowed", tone: "plan", form: "line", show },
        ({ phase, atMs }) => plannedUsers(phase.plan, atMs)
      )
    ],
    mostSteps
  );
  const scale = buildLinearScale(listValues(frame.drawn.curves));
  const note = markup`Phases with an arrival rate take as many users as they need, up to what is allowed.`;
  return renderChart({
    id,
    size,
    title: "Virtual users",
    summary: describeCurves(frame.drawn),
    note,
    scale,
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
function plannedUsers(plan, atMs) {
  switch (plan.model) {
    case "open":
      return plan.maxUsers;
    case "closed":
      return atMs >= plan.rampMs ? plan.users : plan.fromUsers + (plan.users - plan.fromUsers) * atMs / plan.rampMs;
    case "iterations":
      return plan.users;
    case "pause":
      return void 0;
  }
}
function formatCount(value) {
  return formatNumber(value, 2);
}

// src/report/html/percentile-chart.ts
function listSides({ run, further = [], live }) {
  const [baseline] = live?.runs ?? [];
  return [
    buildSide("this run", "now", run),
    ...further.slice(0, 1).map((burst) => buildSide("second burst", "again", burst)),
    ...baseline ? [buildSide("baseline", "base", baseline)] : []
  ];
}
function buildSide(label, tone, run) {
  const { rows, total } = summarizeEndpoints(run);
  const byName = new Map(rows.map((row) => [row.name, row]));
  return { label, tone, find: (name) => name === void 0 ? total : byName.get(name) };
}
var LANDMARKS = [50, 90, 99, 99.9, 99.99, 99.999, 99.9999];
function percentileChart(sides, name, { id, size, mostSteps }) {
  const judged = sides.flatMap(({ label, tone, find }) => {
    const endpoint = find(name);
    return endpoint ? [{ label, tone, latency: judgeLatency(endpoint, "latency", false) }] : [];
  });
  const reach = Math.max(1, ...judged.map(({ latency }) => Math.log10(Math.max(1, countJudged(latency) / Math.max(1, latency.lost)))));
  const plotAt = (steps) => ({
    at: steps.map((nines) => nines / reach),
    moments: steps.map(describeNines),
    width: 1 / steps.length,
    curves: judged.map(({ label, tone, latency }) => ({
      label,
      tone,
      form: "line",
      values: steps.map((nines) => readLatency(latency, nines)),
      show: formatLatency
    }))
  });
  const drawn = plotAt(Array.from({ length: mostSteps + 1 }, (_, index) => index / mostSteps * reach));
  const values = listValues(drawn.curves);
  if (values.length === 0) return NOTHING_TO_SHOW;
  const marks = LANDMARKS.map(toNines).filter((nines) => nines <= reach);
  const scale = buildLatencyScale(values);
  const lost = judged[0]?.latency.lost ?? 0;
  return renderChart({
    id,
    size,
    title: "Latency by percentile",
    summary: describeCurves(drawn),
    note: markup`Each nine has the same room.${lost > 0 ? markup` The curve ends where the ${formatNumber(lost, 0)} requests begin that never came back.` : void 0}${scale.kind === "log" ? markup` Logarithmic scale.` : void 0}`,
    scale,
    showTick: formatLatencyTick,
    ticks: marks.map((nines) => ({ share: nines / reach, label: describeNines(nines) })),
    bands: [],
    drawn,
    told: plotAt(marks),
    axis: "percentile"
  });
}
function toNines(percentile) {
  return -Math.log10(1 - percentile / 100);
}
function readLatency(latency, nines) {
  const count = countJudged(latency);
  if (count === 0 || nines > Math.log10(count) + 1e-9) return void 0;
  const reading = judgedPercentile(latency, 100 * (1 - 10 ** -nines));
  return reading?.state === "exact" ? reading.us : void 0;
}
function describeNines(nines) {
  const percentile = 100 * (1 - 10 ** -nines);
  return `${formatNumber(percentile, Math.max(0, Math.ceil(nines + 1e-9) - 1))} %`;
}

// src/report/html/endpoints-section.ts
var COLUMNS2 = [
  { title: "endpoint" },
  ...["requests", "failures", "ok/s", "p50", "p95", "p99", "max"].map((title) => ({ title, isFigure: true }))
];
var MOST_CHARTED = 60;
var POINTS = 2e3;
var MOST_POINTS = 100;
var LEAST_POINTS = 40;
function endpointsSection(run, { rows, total }, sides) {
  const shown = rows.map((row, index) => ({ row, id: `e${index}` })).filter(({ row }) => row.selected);
  const charted = shown.filter(({ row }) => row.attempts > 0).slice(0, MOST_CHARTED);
  const mostSteps = Math.min(MOST_POINTS, Math.max(LEAST_POINTS, Math.floor(POINTS / Math.max(1, charted.length))));
  const hasFold = new Set(charted.map(({ id }) => id));
  const table = renderTable({
    caption: "Endpoints over the judged phases",
    columns: COLUMNS2,
    rows: [
      ...shown.map(({ row, id }) => endpointRow(row, hasFold.has(id) ? id : void 0)),
      { ...endpointRow(total, void 0), tone: "total" }
    ]
  });
  const left = shown.filter(({ row }) => row.attempts > 0).length - charted.length;
  return renderSection("endpoints", "Endpoints", [
    markup`<div class="filter" hidden><label for="filter">Only endpoints whose name contains</label> <input type="search" id="filter" autocomplete="off" spellcheck="false"/> <label class="tick"><input type="checkbox" id="failing"/> with failures</label> <span role="status"></span></div>`,
    table,
    markup`<p class="note">Over the judged phases. Percentiles rank requests that never came back last.</p>`,
    charted.map(({ row, id }) => endpointFold({ run, row, id, mostSteps }, sides)),
    left > 0 ? markup`<p class="note">${formatNumber(left, 0)} more ${left === 1 ? "endpoint has" : "endpoints have"} no charts here.</p>` : void 0
  ]);
}
function endpointRow(row, id) {
  const share = row.chargeable === 0 ? "" : formatRatio(row.failed / row.chargeable);
  const name = row.kind === "total" ? "total" : showName(row.name);
  return {
    ...row.kind === "total" ? {} : { name: nameForFilter(row) },
    cells: [
      id === void 0 ? name : markup`<a href="#${id}-in">${name}</a>`,
      formatNumber(row.attempts, 0),
      row.failed === 0 ? "0" : markup`<strong>${formatNumber(row.failed, 0)}</strong> <small>${share}</small>`,
      row.okPerSec === void 0 ? NOTHING : formatRate(row.okPerSec),
      ...[50, 95, 99, 100].map((percentile) => formatReading(percentileOf(row, percentile)))
    ]
  };
}
function nameForFilter({ name, failed }) {
  return `${failed > 0 ? "!" : "."}${name}`;
}
function endpointFold({ run, row, id, mostSteps }, sides) {
  const series = run.series.filter(({ name }) => name === row.name);
  const place = (what) => ({
    id: `${id}-${what}`,
    size: "low",
    mostSteps
  });
  const p95 = formatReading(percentileOf(row, 95));
  return markup`<details class="endpoint" id="${id}" data-name="${nameForFilter(row)}"><summary>${showName(row.name)} <span class="brief">p95 ${p95}, ${formatNumber(row.failed, 0)} of ${formatNumber(row.attempts, 0)} failed</span></summary><div class="inside" id="${id}-in"><div class="pair">${latencyChart(run, series, place("l"))}${percentileChart(sides, row.name, place("p"))}${throughputChart(run, series, place("t"))}${spansTable(row)}</div>${renderFacts(transferFacts(row))}</div></details> `;
}
var SPANS = [
  ["waiting for a connection", "queue"],
  ["DNS and TCP", "connect"],
  ["TLS", "tls"],
  ["to the first byte", "ttfb"],
  ["body", "body"],
  ["from the actual start", "service"],
  ["from the intended start", "latency"],
  ["failures", "failedLatency"]
];
function spansTable(row) {
  const rows = SPANS.filter(([, span]) => row[span].count > 0).map(([word, span]) => [
    word,
    ...[50, 95, 99].map((percentile) => formatPercentile(row[span], percentile))
  ]);
  const columns = [{ title: "span" }, ...["p50", "p95", "p99"].map((title2) => ({ title: title2, isFigure: true }))];
  const title = markup`<h3>Where the time went</h3>`;
  return markup`<div class="spans">${title}${renderTable({ caption: `Spans of ${row.name}`, columns, rows })}</div>`;
}
function transferFacts({ status, bytesSent, bytesReceived }) {
  const codes = Object.entries(status).map(([code, count]) => `${code}: ${formatNumber(count, 0)}`);
  return [
    ...codes.length > 0 ? [["answers by status", codes.slice(0, 20).join(", ")]] : [],
    ["sent, received", markup`${formatBytes(bytesSent)}, ${formatBytes(bytesReceived)}`]
  ];
}

// src/report/html/error-chart.ts
var LOST = /* @__PURE__ */ new Set(["timeout", "cut", "dropped"]);
var TONES = ["k0", "k1", "k2", "k3", "k4", "k5"];
function errorChart(run, { id, size, mostSteps }) {
  const perSecond3 = countClasses(run);
  if (perSecond3.size === 0) return NOTHING_TO_SHOW;
  const frame = frameTime(run, (axis) => stackClasses(perSecond3, axis), mostSteps);
  const { at, curves } = frame.drawn;
  const scale = buildLinearScale(at.map((_, step) => curves.reduce((sum, { values }) => sum + (values[step] ?? 0), 0)));
  const drops = run.series.flatMap(({ perPhase }) => perPhase).reduce((sum, { counts }) => sum + counts.drops, 0);
  return renderChart({
    id,
    size,
    title: "Failures over time, by class",
    summary: describeCurves(frame.drawn),
    note: markup`Warm-ups are shown too.${perSecond3.has("several classes") ? markup` Where a second of an endpoint may hold several classes, they are not told apart.` : void 0}${drops > 0 ? markup` WebSockets that were dropped (${formatNumber(drops, 0)}) stand in the table of failures alone.` : void 0}`,
    scale,
    showTick: (value) => formatNumber(value, 2),
    ...frame
  });
}
function countClasses(run) {
  const byKind = /* @__PURE__ */ new Map();
  const add = (part, second, isLost, count) => {
    if (count === 0) return;
    const kind = findClass(part, second, isLost);
    const seconds = byKind.get(kind) ?? /* @__PURE__ */ new Map();
    byKind.set(kind, seconds.set(second, (seconds.get(second) ?? 0) + count));
  };
  for (const part of run.series.flatMap(({ perPhase }) => perPhase)) {
    for (const { second, failed, censored } of part.slices) {
      add(part, second, false, failed);
      add(part, second, true, censored);
    }
  }
  return byKind;
}
function findClass({ failures }, second, isLost) {
  const possible = failures.filter((failure) => LOST.has(failure.class) === isLost);
  const near = possible.filter(
    ({ firstMs, lastMs }) => Math.floor((firstMs - 1) / 1e3) <= second && second <= Math.floor(lastMs / 1e3)
  );
  const classes = new Set((near.length > 0 ? near : possible).map((failure) => failure.class));
  const [only] = classes;
  return classes.size === 1 && only !== void 0 ? only : "several classes";
}
function stackClasses(perSecond3, axis) {
  const layers = [...perSecond3].map(([kind, seconds]) => {
    const values = new Array(countSteps(axis)).fill(0);
    for (const [second, count] of seconds) {
      const step = Math.floor(second / axis.stepSec);
      values[step] = (values[step] ?? 0) + count;
    }
    return { kind, values, total: [...seconds.values()].reduce((sum, count) => sum + count, 0) };
  }).sort((left, right) => Number(left.kind === "several classes") - Number(right.kind === "several classes") || right.total - left.total);
  const rest = layers.slice(TONES.length);
  const shown = layers.slice(0, TONES.length).map(({ kind, values }, index) => ({ label: kind, tone: kind === "several classes" ? "k6" : TONES[index] ?? "k6", values }));
  const others = {
    label: "other classes",
    tone: "k6",
    values: (rest[0]?.values ?? []).map((_, step) => rest.reduce((sum, { values }) => sum + (values[step] ?? 0), 0))
  };
  return [...shown, ...rest.length > 0 ? [others] : []].map((layer) => ({
    ...layer,
    form: "layer",
    show: (value) => formatNumber(value, 0)
  }));
}

// src/report/html/failures-section.ts
var COLUMNS3 = [
  { title: "endpoint" },
  { title: "class" },
  { title: "reason" },
  { title: "count", isFigure: true },
  { title: "first seen", isFigure: true },
  { title: "last seen", isFigure: true },
  { title: "when" },
  { title: "a sample" }
];
var MOST_ROWS = 200;
function failuresSection(run, { rows }) {
  const failures = rows.flatMap(({ name, failures: list }) => list.map((failure) => ({ name, failure }))).sort((left2, right) => right.failure.count - left2.failure.count);
  if (failures.length === 0) return void 0;
  const lengthMs = Math.max(1, run.durationMs);
  const count = failures.reduce((sum, { failure }) => sum + failure.count, 0);
  const table = renderTable({
    caption: "Failures by endpoint, class and reason",
    columns: COLUMNS3,
    asCards: true,
    rows: failures.slice(0, MOST_ROWS).map(({ name, failure }) => ({
      name: `!${name}`,
      cells: [
        showName(name),
        failure.class,
        markup`<bdi>${failure.reason}</bdi>`,
        formatNumber(failure.count, 0),
        formatDuration(failure.firstMs),
        formatDuration(failure.lastMs),
        drawSpan(failure.firstMs / lengthMs, failure.lastMs / lengthMs),
        markup`<bdi class="sample">${failure.sample}</bdi>`
      ]
    }))
  });
  const left = failures.length - MOST_ROWS;
  return renderSection("failures", "Failures", [
    markup`<p class="lead">${formatNumber(count, 0)} in the judged phases.</p>`,
    table,
    left > 0 ? markup`<p class="note">${formatNumber(left, 0)} more kinds are in results.json.</p>` : void 0
  ]);
}
var WIDTH3 = 80;
function drawSpan(first, last) {
  const x = (share) => Math.round(Math.min(1, Math.max(0, share)) * (WIDTH3 - 6)) + 3;
  return markup`<svg class="span" width="${WIDTH3}" height="12" aria-hidden="true"><path class="ground" d="${pathData(`M0 6H${WIDTH3}`)}"/><path class="seen" d="${pathData(`M${x(first)} 6H${x(last)}h0`)}"/></svg>`;
}
function slowSection({ slowRequests }) {
  if (slowRequests.length === 0) return void 0;
  const columns = [{ title: "endpoint" }, { title: "took", isFigure: true }, { title: "at", isFigure: true }, { title: "trace" }];
  const rows = slowRequests.map(({ series, latencyUs, atMs, traceId }) => ({
    name: `.${series}`,
    cells: [showName(series), formatLatency(latencyUs), formatDuration(atMs), traceId === void 0 ? NOTHING : showName(traceId, 64)]
  }));
  return renderSection("slow", "Slow requests", renderTable({ caption: "Slow requests, the slowest first", columns, rows }));
}

// src/report/html/heat-map.ts
var ROWS = 36;
var MOST_TOLD2 = 20;
var LEVELS = 8;
var SHADES = markup`<li>few<svg class="key" width="${LEVELS * 14}" height="12" aria-hidden="true">${Array.from({ length: LEVELS }, (_, level) => markup`<rect class="heat h${level}" x="${level * 14}" width="14" height="12"/>`)}</svg>many</li>`;
function heatMap(run, series, { id, size, mostSteps }) {
  const slices = listSlices(series).filter(({ latency }) => latency.count > 0);
  if (slices.length === 0) return NOTHING_TO_SHOW;
  const heat = countCells(slices, buildTimeAxis(run, mostSteps));
  const told = countCells(slices, buildTimeAxis(run, Math.min(mostSteps, MOST_TOLD2)));
  const { endSec } = heat.axis;
  const labels = heat.scale.ticks.map((us) => ({ share: heat.scale.toShare(us), label: formatLatencyTick(us) }));
  const bands = listBands(run, endSec);
  const marks = markup`${bands.map(drawBand)}${drawGrid(labels)}${openCanvas(heat.cells.length, ROWS, drawCells(heat))}${drawLabels(labels)}${bands.map((band) => labelBand(band, size === "tall"))}${drawTicks(listTimeTicks(endSec))}`;
  const summary = `Of ${formatNumber(
    slices.reduce((sum, { latency }) => sum + latency.count, 0),
    0
  )} successes. ${describePeak(heat)}`;
  const note = markup`The stronger the colour, the more successes took so long. Logarithmic scale.`;
  const title = "Spread of latency over time";
  const columns = [{ title: "time" }, { title: "successes", isFigure: true }, { title: "most took", isFigure: true }];
  const rows = describeColumns(told).map(({ moment, values }) => [moment, ...values].map((text) => text));
  const seen = describeColumns(heat);
  return renderFigure(
    {
      id,
      title,
      summary,
      note,
      size,
      legend: [SHADES, ...["successes", "most took"].map((label) => markup`<li class="reading">${label}<b class="value"></b></li>`)],
      marks
    },
    [
      markup`<details class="numbers"><summary>Numbers</summary>${renderTable({ caption: `${title}: numbers`, columns, rows })}</details>`,
      dataBlock({
        title,
        at: seen.map((_, column) => Math.round((column + 0.5) / seen.length * 1e3)),
        moments: seen.map(({ moment }) => moment),
        values: [0, 1].map((place) => seen.map(({ values }) => values[place] ?? 0))
      })
    ]
  );
}
function countCells(slices, axis) {
  const scale = buildLogScale(
    slices.reduce((low, { latency }) => Math.min(low, latency.lowestUs), Number.POSITIVE_INFINITY),
    slices.reduce((high, { latency }) => Math.max(high, latency.highestUs), 1)
  );
  const cells = Array.from({ length: countSteps(axis) }, () => new Array(ROWS).fill(0));
  let most = 0;
  for (const { second, latency } of slices) {
    const column = cells[Math.floor(second / axis.stepSec)];
    if (!column) continue;
    for (const [place, bucket] of latency.buckets.entries()) {
      const row = Math.min(ROWS - 1, Math.floor(scale.toShare(highestValueOfBucket(bucket)) * ROWS));
      const count = (column[row] ?? 0) + (latency.counts[place] ?? 0);
      column[row] = count;
      most = Math.max(most, count);
    }
  }
  return { axis, scale, cells, most };
}
function drawCells({ cells, most }) {
  const paths = Array.from({ length: LEVELS }, () => "");
  for (let row = 0; row < ROWS; row++) {
    let from = 0;
    for (let column = 1; column <= cells.length; column++) {
      const level = levelOf(cells[from]?.[row] ?? 0, most);
      if (column < cells.length && levelOf(cells[column]?.[row] ?? 0, most) === level) continue;
      if (level >= 0) paths[level] += `M${from} ${ROWS - 1 - row}h${column - from}v1h${from - column}z`;
      from = column;
    }
  }
  return paths.flatMap((d, level) => d === "" ? [] : [markup`<path class="heat h${level}" d="${pathData(d)}"/>`]);
}
function levelOf(count, most) {
  if (count === 0) return -1;
  return Math.min(LEVELS - 1, Math.floor((count / most) ** 0.4 * LEVELS));
}
function describeColumns({ axis, cells, scale }) {
  return cells.map((column, index) => {
    const count = column.reduce((sum, cell) => sum + cell, 0);
    const row = column.indexOf(Math.max(...column));
    return {
      moment: formatMoment(index * axis.stepSec),
      values: [
        formatNumber(count, 0),
        count === 0 ? "–" : `${formatLatency(valueOfRow(row, scale))} – ${formatLatency(valueOfRow(row + 1, scale))}`
      ]
    };
  });
}
function valueOfRow(row, { ticks }) {
  const [low, high] = [ticks[0] ?? 1, ticks.at(-1) ?? 1];
  return low * (high / low) ** (row / ROWS);
}
function describePeak(heat) {
  const columns = describeColumns(heat);
  const [first, last] = [columns.find(({ values }) => values[0] !== "0"), columns.findLast(({ values }) => values[0] !== "0")];
  return first && last ? `Most took ${first.values[1]} at ${first.moment}, and ${last.values[1]} at ${last.moment}.` : "";
}

// src/report/html/page-policy.ts
var STYLE_HASH = "D8FDMo1EG3Pj+4NEba6K8j642bOYECcQDl2MsIx6dy0=";
var SCRIPT_HASH = "M9+y5vSjZkZFhD+uaznNcMzJntiAyrYLPA3ZTm6bSjw=";
var POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_HASH}'`,
  `script-src 'sha256-${SCRIPT_HASH}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'"
].join("; ");

// src/report/html/page-script.ts
var SCRIPT = `'use strict';
(() => {
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  const make = (name, className) => {
    const element = document.createElement(name);
    element.className = className;
    return element;
  };

  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset.theme || (dark.matches ? 'dark' : 'light')) === 'dark';
  const button = document.getElementById('theme');
  const nameTheme = () => {
    button.textContent = isDark() ? 'Light theme' : 'Dark theme';
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    nameTheme();
  });
  dark.addEventListener('change', nameTheme);
  nameTheme();

  const readChart = (figure) => {
    const block = figure.querySelector('script');
    const plot = figure.querySelector('.plot');
    const data = JSON.parse(block.textContent);
    data.at = data.at.map((at) => at / 1000);
    const last = data.at.length - 1;
    if (last < 0) return;
    const outputs = all('.legend .value', figure);
    const labels = outputs.map((output) => output.parentElement.textContent);
    const cursor = make('div', 'cursor');
    const moment = make('span', 'moment');
    const range = make('input', 'reader');
    cursor.append(moment);
    Object.assign(range, { type: 'range', min: 0, max: last, step: 1, value: 0 });
    range.setAttribute('aria-label', 'Read the chart: ' + data.title);
    let isPointed = false;
    const show = (index) => {
      const texts = data.values.map((values) => values[index] || '–');
      cursor.style.left = data.at[index] * 100 + '%';
      cursor.classList.toggle('late', data.at[index] > 0.6);
      moment.textContent = data.moments[index];
      figure.classList.add('read');
      outputs.forEach((output, place) => {
        output.textContent = texts[place];
      });
      range.value = index;
      range.setAttribute('aria-valuetext', data.moments[index] + ': ' + labels.map((label, place) => label + ' ' + texts[place]).join(', '));
    };
    const hide = () => {
      figure.classList.remove('read');
      outputs.forEach((output) => {
        output.textContent = '';
      });
    };
    const nearest = (share) => {
      let best = 0;
      data.at.forEach((at, index) => {
        if (Math.abs(at - share) < Math.abs(data.at[best] - share)) best = index;
      });
      return best;
    };
    const point = (event) => {
      const box = plot.getBoundingClientRect();
      isPointed = true;
      show(nearest((event.clientX - box.left) / box.width));
    };
    range.addEventListener('pointermove', point);
    range.addEventListener('pointerdown', point);
    range.addEventListener('pointerleave', () => {
      isPointed = false;
      if (document.activeElement !== range) hide();
    });
    range.addEventListener('input', () => {
      if (!isPointed) show(Number(range.value));
    });
    range.addEventListener('focus', () => show(Number(range.value)));
    range.addEventListener('blur', hide);
    plot.append(cursor, range);
  };
  all('figure.chart').forEach(readChart);

  const box = document.querySelector('.filter');
  const field = document.getElementById('filter');
  const failing = document.getElementById('failing');
  const rows = all('[data-name]');
  const counted = rows.filter((row) => row.closest('#endpoints') && row.localName === 'tr');
  const filter = () => {
    const wanted = field.value.trim().toLowerCase();
    rows.forEach((row) => {
      const name = row.dataset.name;
      row.hidden = !name.slice(1).toLowerCase().includes(wanted) || (failing.checked && name[0] !== '!');
    });
    const shown = counted.filter((row) => !row.hidden).length;
    box.querySelector('[role=status]').textContent = shown === counted.length ? '' : shown + ' of ' + counted.length + ' shown';
  };
  box.hidden = false;
  field.addEventListener('input', filter);
  failing.addEventListener('change', filter);

  const reveal = () => {
    const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    const fold = target && target.closest('details');
    if (!fold || fold.open) return;
    fold.open = true;
    fold.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();

  let folded = [];
  addEventListener('beforeprint', () => {
    folded = all('details.endpoint:not([open])');
    folded.forEach((fold) => {
      fold.open = true;
    });
  });
  addEventListener('afterprint', () => {
    folded.forEach((fold) => {
      fold.open = false;
    });
  });

  const links = new Map(all('nav a').map((link) => [link.getAttribute('href').slice(1), link]));
  const seen = new IntersectionObserver((entries) => {
    entries.forEach((entry) => {
      if (!entry.isIntersecting) return;
      links.forEach((link) => link.removeAttribute('aria-current'));
      links.get(entry.target.id).setAttribute('aria-current', 'true');
    });
  }, { rootMargin: '-10% 0px -80% 0px' });
  all('main > section').forEach((section) => seen.observe(section));
})();
`;

// src/report/html/page-style.ts
var LIGHT = `--ground:#fff;--raised:#f6f7f9;--line:#dfe3e8;--text:#1b2026;--quiet:#57606a;--accent:#0a5aa8;--p50:#5a9bd8;--p95:#0a5aa8;--p99:#062647;--base:#8a6d1d;--plan:#6b7480;--good:#1a7a3c;--bad:#b3211c;--doubt:#8f5a00;--good-soft:#eaf6ee;--bad-soft:#fdeeed;--doubt-soft:#fdf4e3;--band:#f3f5f8;--other:#e9ecf0;--k0:#0072b2;--k1:#e69f00;--k2:#cc79a7;--k3:#56b4e9;--k4:#f0e442;--k5:#444b54;--k6:#9aa3ad`;
var DARK = `--ground:#101418;--raised:#181d23;--line:#2c333b;--text:#e4e8ec;--quiet:#9ba6b2;--accent:#6fb3f5;--p50:#3f7fc1;--p95:#7dbdfa;--p99:#e2f0ff;--base:#d9b44a;--plan:#8e99a5;--good:#57c27d;--bad:#ff8079;--doubt:#e8b04b;--good-soft:#14241a;--bad-soft:#2c1817;--doubt-soft:#2a2113;--band:#151a20;--other:#1e242b;--k0:#3d9ad6;--k1:#e69f00;--k2:#cc79a7;--k3:#8fd0f5;--k4:#f0e442;--k5:#c3cad2;--k6:#6c7680`;
var STYLE = `:root{color-scheme:light dark;${LIGHT}}
@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${DARK}}}
@media screen{:root[data-theme=dark]{color-scheme:dark;${DARK}}}
:root[data-theme=light]{color-scheme:light}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:var(--ground);color:var(--text);font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif;font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%}
.page{max-width:1340px;margin:0 auto;padding:0 32px 64px;display:grid;grid-template-columns:200px minmax(0,1fr);gap:56px}
main{min-width:0;outline:0}
a{color:var(--accent);text-underline-offset:3px;text-decoration-thickness:1px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
h1{font-size:25px;line-height:1.35;font-weight:400;margin:0 0 16px;display:flex;gap:14px;overflow-wrap:anywhere;letter-spacing:-.01em}
h1 .sign{width:28px;height:28px;flex:none;margin-top:3px}
h1 strong,.top.good h1 strong{font-weight:650}
h2{font-size:19px;font-weight:650;margin:0 0 12px;letter-spacing:-.005em}
h3{font-size:15px;font-weight:600;margin:0}
p{margin:0 0 12px}
small{font-size:12.5px;color:var(--quiet)}
code,.sample{font:12.5px/1.5 ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
.note,.about,.lead,.tool,.brief{color:var(--quiet)}
.note{font-size:13px;max-width:80ch}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:8px;top:-60px;background:var(--ground);padding:8px 12px;z-index:3}
.skip:focus{top:8px}
[hidden]{display:none!important}
nav{position:sticky;top:0;align-self:start;padding-top:44px;max-height:100vh;overflow:auto;font-size:13.5px}
nav ul{list-style:none;margin:0 0 20px;padding:0}
nav a{display:block;padding:4px 0 4px 12px;border-left:2px solid var(--line);color:var(--quiet);text-decoration:none}
nav a:hover{color:var(--text)}
nav a[aria-current]{color:var(--text);border-left-color:var(--accent)}
button,input[type=search]{font:inherit;font-size:13.5px;color:var(--text);background:var(--ground);border:1px solid var(--line);border-radius:6px;padding:5px 12px}
button{cursor:pointer}
button:hover{border-color:var(--quiet)}
.top{padding:40px 0 0}
.what{font-size:15px;font-weight:600;margin-bottom:20px}
.tool{font-weight:400;margin-left:8px}
.ending{color:var(--doubt)}
.reasons,.sentences{margin:0 0 16px;padding-left:20px;max-width:90ch}
.reasons li,.sentences li{margin:4px 0;overflow-wrap:anywhere}
.about span:not(:last-child):after{content:"·";margin:0 8px}
.about bdi,.lead bdi{color:var(--text)}
.figures{display:grid;grid-template-columns:repeat(6,1fr);gap:1px;margin:28px 0 0;background:var(--line);border:1px solid var(--line);border-radius:8px;overflow:hidden}
.figures div{background:var(--ground);padding:14px 16px;display:flex;flex-direction:column-reverse;justify-content:flex-end}
.figures dt{font-size:12.5px;color:var(--quiet)}
.figures dd{margin:0;font-size:21px;font-weight:600;letter-spacing:-.01em;white-space:nowrap}
section{padding-top:56px}
.name{overflow-wrap:anywhere}
.scroll{overflow-x:auto;margin:0 0 12px}
table{border-collapse:collapse;width:100%;font-size:14px}
th,td{text-align:left;vertical-align:top;padding:9px 16px 9px 0;border-bottom:1px solid var(--line);font-weight:400}
th:last-child,td:last-child{padding-right:0}
thead th{font-size:12.5px;color:var(--quiet);white-space:nowrap;vertical-align:bottom;padding-top:0}
tbody th{min-width:17ch}
.cards tbody th{min-width:19ch}
#phases td:nth-child(2){min-width:26ch}
.n{text-align:right;white-space:nowrap}
td strong{font-weight:600}
.why{white-space:normal;display:inline-block;min-width:16ch;text-align:left}
tr.total th,tr.total td{font-weight:600;border-bottom:0}
.state{display:inline-flex;gap:8px;align-items:center;white-space:nowrap}
.state.good{color:var(--good)}.state.bad{color:var(--bad);font-weight:600}.state.doubt{color:var(--doubt)}.state.none{color:var(--quiet)}
tr.bad td strong{color:var(--bad)}tr.doubt td strong{color:var(--doubt)}
.sign,symbol{overflow:visible}
.sign{flex:none;stroke:var(--ground);stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round;fill:none}
.sign.good{color:var(--good)}.sign.bad{color:var(--bad)}.sign.doubt{color:var(--doubt)}.sign.none{color:var(--quiet);stroke:currentColor;stroke-width:1.3}
symbol circle:not(.ring),symbol .body{fill:currentColor;stroke:none}
.meter{vertical-align:middle;fill:var(--line);margin-right:4px}.meter .good{fill:var(--accent)}.meter .bad{fill:var(--bad)}
.spark,.change,.span{display:block;overflow:visible}
.limit{stroke:var(--quiet);stroke-dasharray:3 3;fill:none}
.change rect{fill:var(--other)}.zero{stroke:var(--quiet)}.reach{stroke:var(--accent);stroke-width:3;fill:none;stroke-linecap:round}.change circle{fill:var(--text)}
tr.bad .reach{stroke:var(--bad)}
.ground{stroke:var(--line);stroke-width:4;stroke-linecap:round}.seen{stroke:var(--k0);stroke-width:6;stroke-linecap:round}
figure{margin:0 0 20px;min-width:0}
figcaption .note{margin:2px 0 0}
.legend:empty{display:none}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:4px 22px;margin:10px 0 6px;padding:0;font-size:13px;color:var(--quiet);min-height:22px}
.legend li{display:inline-flex;align-items:center;gap:7px}
.reading{visibility:hidden}.read .reading{visibility:visible}
.value{font-weight:600;color:var(--text)}
.plot{position:relative;margin-left:52px}
.scale text{text-anchor:end;transform:translate(-8px,7px)}.scale .top{transform:translate(-8px,-6px)}
#latency h3,#errors h3,#percentiles h3,#heat h3{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.plot>svg{display:block;width:100%;height:280px;overflow:visible}
.low .plot>svg{height:180px}
.line{fill:none;vector-effect:non-scaling-stroke;stroke-width:1.75;stroke-linejoin:round;stroke-linecap:round}
.line.p50{stroke:var(--p50)}.line.p95{stroke:var(--p95);stroke-width:2}.line.p99{stroke:var(--p99);stroke-width:1.25}
.line.now{stroke:var(--accent)}.line.again{stroke:var(--p50);stroke-width:1.25}.line.base{stroke:var(--base);stroke-dasharray:6 4}.line.plan{stroke:var(--plan);stroke-dasharray:5 4;stroke-width:1.25;stroke-linecap:butt}
.shade.now{fill:var(--accent);fill-opacity:.12}
.fill{stroke:var(--ground);stroke-width:.5;vector-effect:non-scaling-stroke}
.k0{fill:var(--k0)}.k1{fill:var(--k1)}.k2{fill:var(--k2)}.k3{fill:var(--k3)}.k4{fill:var(--k4)}.k5{fill:var(--k5)}.k6{fill:var(--k6)}
.heat{fill:var(--accent);shape-rendering:crispEdges}.h0{fill-opacity:.13}.h1{fill-opacity:.24}.h2{fill-opacity:.36}.h3{fill-opacity:.48}.h4{fill-opacity:.61}.h5{fill-opacity:.74}.h6{fill-opacity:.87}
.grid line{stroke:var(--line);shape-rendering:crispEdges}
.band.judged{fill:none}.band.other{fill:var(--other)}.edge{stroke:var(--quiet);stroke-opacity:.45;stroke-dasharray:2 3;shape-rendering:crispEdges}
.plot text{font-size:11.5px;fill:var(--quiet);paint-order:stroke;stroke:var(--ground);stroke-width:3px;stroke-linejoin:round}
.plot .phase{fill:var(--text)}
.cursor{position:absolute;top:0;height:90%;border-left:1px solid var(--text);display:none;pointer-events:none}
.read .cursor{display:block}
.moment{position:absolute;bottom:4px;left:6px;font-size:12px;background:var(--text);color:var(--ground);padding:1px 7px;border-radius:4px;white-space:nowrap}
.late .moment{left:auto;right:6px}
.reader{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:crosshair;touch-action:pan-y}
.plot:has(.reader:focus-visible){outline:2px solid var(--accent);outline-offset:4px;border-radius:2px}
details>summary{cursor:pointer}
.numbers{font-size:13px;margin-top:4px}
.numbers>summary{color:var(--quiet);width:max-content}
.numbers .scroll{margin:8px 0 0;max-height:320px;overflow:auto}
.numbers table{width:auto;min-width:min(480px,100%);font-size:13px}
.numbers th,.numbers td{padding-top:4px;padding-bottom:4px}
.pair{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:28px 40px}
.pair>:only-child{grid-column:1/-1}
.filter{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:center;margin-bottom:16px;font-size:13.5px;color:var(--quiet)}
.filter input[type=search]{width:220px}
.tick{display:inline-flex;gap:6px;align-items:center}
.endpoint{border-top:1px solid var(--line)}
.endpoint:last-of-type{border-bottom:1px solid var(--line)}
.endpoint>summary{padding:11px 0}
.endpoint>summary:hover{background:var(--raised)}
.endpoint>summary .brief{font-size:13px;margin-left:8px}
.inside{padding:12px 0 24px}
.spans h3{margin-bottom:14px}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(230px,1fr));gap:14px 32px;margin:0 0 16px}
.facts dt{font-size:12.5px;color:var(--quiet)}
.facts dd{margin:0;overflow-wrap:anywhere}
.facts ul{margin:0;padding-left:18px}
#environment h3{margin:20px 0 4px}
footer{margin-top:64px;padding-top:16px;border-top:1px solid var(--line);font-size:13px;color:var(--quiet)}
@media (max-width:1260px){
.page{display:block;padding:0 24px 48px;max-width:1000px}
.figures{grid-template-columns:repeat(3,1fr)}
nav{position:static;padding:16px 0 0;max-height:none;display:flex;gap:16px;align-items:flex-start;justify-content:space-between}
nav ul{display:flex;flex-wrap:wrap;gap:2px 16px;margin:0}
nav a,nav a[aria-current]{border:0;padding:3px 0}
button{flex:none}
}
@media (max-width:640px){
.page{padding:0 16px 40px}
.top{padding-top:24px}
h1{font-size:20px;gap:10px}
h1 .sign{width:22px;height:22px}
section{padding-top:44px}
.pair{grid-template-columns:minmax(0,1fr)}
.plot{margin-left:0}
.scale text,.scale .top{text-anchor:start;transform:none}
.plot>svg{height:220px}
.figures{grid-template-columns:repeat(2,1fr)}
.figures dd{font-size:18px}
nav ul{display:none}
nav{justify-content:flex-end}
.roomy{display:none}
.cards,.cards tbody{display:block}
.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.cards tr{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:6px 16px;padding:14px 0;border-bottom:1px solid var(--line)}
.cards th,.cards td{display:block;border:0;padding:0;text-align:left;white-space:normal}
.cards tbody th{grid-column:1/-1;grid-row:1;font-weight:600;min-width:0}
.cards td:before{content:attr(data-label);display:block;font-size:12px;color:var(--quiet);font-weight:400}
.cards td:empty{display:none}
.cards .why{min-width:0}
.endpoint>summary .brief{display:block;margin-left:18px}
}
@media print{
:root,:root[data-theme]{color-scheme:light}
body{font-size:10.5pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.page{display:block;max-width:none;padding:0}
nav,.filter,.skip,.numbers,.reader,.cursor{display:none!important}
.scroll{overflow:visible}
section{padding-top:22pt}
figure,tr,.endpoint>summary,h2,h3{break-inside:avoid}
h2,h3,summary{break-after:avoid}
table,small{font-size:8pt}
th,td{padding-right:6pt}
.cards tbody th,#phases td:nth-child(2){min-width:12ch}
.spark,.change{width:64px}
.plot>svg{height:190px}
}
`;

// src/report/html/sparkline.ts
var MOST_STEPS = 60;
var WIDTH4 = 120;
var HEIGHT3 = 28;
function drawSparkline(check, run) {
  const read = findRead(check.metric);
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
  const y = (value) => Math.round((1 - value / top) * (HEIGHT3 - 2) * 10) / 10 + 1;
  const x = (index) => Math.round(index / Math.max(1, values.length - 1) * WIDTH4 * 10) / 10;
  let d = "";
  for (const [index, value] of values.entries()) {
    if (value !== void 0)
      d += `${values[index - 1] === void 0 ? "M" : "L"}${x(index)} ${y(value)}${isAlone(values, index) ? "h0" : ""}`;
  }
  const line = limit === void 0 ? void 0 : markup`<path class="limit" d="${pathData(`M0 ${y(limit)}H${WIDTH4}`)}"/>`;
  return markup`<svg class="spark" width="${WIDTH4}" height="${HEIGHT3}" viewBox="0 0 ${WIDTH4} ${HEIGHT3}" preserveAspectRatio="none" aria-hidden="true">${line}<path class="line now" d="${pathData(d)}"/></svg>`;
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
var COLUMNS4 = [
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
function promisesSection({ run, verdict }) {
  if (verdict.checks.length === 0) return void 0;
  const checks = sortChecks(verdict.checks);
  const rows = checks.map((check, index) => promiseRow(check, index < MOST_SPARKLINES ? run : void 0));
  const isShown = COLUMNS4.map((column, place) => !("isOptional" in column) || rows.some(({ cells }) => cells[place] !== NOTHING));
  const columns = COLUMNS4.filter((_, place) => isShown[place]);
  const shown = rows.map((row) => ({ ...row, cells: row.cells.filter((_, place) => isShown[place]) }));
  const table = renderTable({ caption: "Promises of the SLA, and what was observed", columns, rows: shown, head: 1, asCards: true });
  const broken = checks.filter(({ state, severity }) => state === "breached" && severity === "fail").length;
  const warned = checks.filter(({ state, severity }) => state === "breached" && severity === "warn").length;
  const open = checks.filter(({ state }) => state === "no-data").length;
  const lead = [
    `${formatNumber(checks.length, 0)} ${checks.length === 1 ? "promise" : "promises"}`,
    ...broken > 0 ? [`${formatNumber(broken, 0)} broken`] : [],
    ...warned > 0 ? [`${formatNumber(warned, 0)} broken as a warning`] : [],
    ...open > 0 ? [`${formatNumber(open, 0)} not judged`] : []
  ];
  const note = markup`<p class="note">About 85 %: an interval that holds the true value in about 85 of 100 such runs. The dashed line over time is the limit; every second counts as it was, so a short peak beyond it need not break the promise.</p>`;
  return renderSection("promises", "Promises", markup`<p class="lead">${lead.join(", ")}.</p>${table}${note}`);
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

// src/report/table-block.ts
function tableBlock(title, columns, rows) {
  const heads = columns.map((column) => column.replace(/ >$/, "").replace(" %", `${NO_BREAK_SPACE}%`));
  const areFigures = columns.map((column) => column.endsWith(" >"));
  const rules = areFigures.map((isFigure) => isFigure ? "--:" : ":--");
  const body = rows.map((row) => row.map((cell, index) => areFigures[index] ? keepTogether(cell) : cell));
  return { head: [...title === "" ? [] : [title], "", tableRow(heads), tableRow(rules)], rows: body.map(tableRow), tail: [] };
}
var NO_BREAK_SPACE = " ";
var WORD_JOINER = "⁠";
function keepTogether(text) {
  return text.replaceAll("– ", `–${WORD_JOINER} `).replaceAll(" ", NO_BREAK_SPACE);
}
function tableRow(cells) {
  return `| ${cells.map(escapePipes).join(" | ")} |`;
}
function escapePipes(cell) {
  return cell.replace(/\\\|/g, "\\¦").replace(/\|/g, "\\|");
}

// src/report/summary-details.ts
function detailFolds({ run, verdict }, endpoints) {
  const attempted = endpoints.rows.filter((row) => row.attempts > 0);
  const blocks = [
    phaseBlock(run),
    ...latencyBlocks(attempted),
    ...transferBlocks(endpoints, verdict),
    ...slowBlocks(run),
    healthBlock(run),
    environmentBlock(run)
  ];
  return [...failureFolds(endpoints.rows), { summary: "Details: phases, latency, generator, surroundings", blocks }];
}
function failureFolds(rows) {
  const failures = rows.flatMap((row) => row.failures.map((failure) => ({ row, failure }))).sort((left, right) => right.failure.count - left.failure.count);
  if (failures.length === 0) return [];
  const cells = failures.map(({ row, failure }) => [
    failure.class,
    codeSpan(row.name, 120),
    codeSpan(failure.reason, 120),
    formatNumber(failure.count, 0),
    `${formatDuration(failure.firstMs)} – ${formatDuration(failure.lastMs)}`,
    codeSpan(failure.sample, 200)
  ]);
  const count = failures.reduce((sum, { failure }) => sum + failure.count, 0);
  const columns = ["class", "endpoint", "reason", "count >", "first – last >", "a sample"];
  return [{ summary: `Failures: ${formatNumber(count, 0)}`, blocks: [tableBlock("", columns, cells)] }];
}
function phaseBlock(run) {
  const columns = [
    "phase",
    "asked",
    "lasted >",
    "started >",
    "per second >",
    "dropped >",
    "missed >",
    "failed >",
    "unfinished >",
    "users at most >"
  ];
  return tableBlock("#### Phases: what was asked, and what happened", columns, run.phases.map(phaseRow));
}
function phaseRow(phase) {
  const { plan, iterations } = phase;
  const name = `${codeSpan(plan.name, 60)}${plan.warmup ? " (warm-up, not judged)" : ""}`;
  const lengthMs = lengthOf(phase);
  if (phase.startMs === void 0) return [name, describePlan(plan), "never began", ...Array.from({ length: 7 }, () => NOTHING)];
  if (plan.model === "pause") return [name, describePlan(plan), formatDuration(lengthMs), ...Array.from({ length: 7 }, () => NOTHING)];
  return [
    name,
    describePlan(plan),
    formatDuration(lengthMs),
    formatNumber(iterations.started, 0),
    lengthMs > 0 ? formatRate(iterations.started / (lengthMs / 1e3)) : NOTHING,
    ...[iterations.dropped, iterations.missed, iterations.failed + iterations.cut, iterations.interrupted, phase.peakUsers].map(
      (count) => formatNumber(count, 0)
    )
  ];
}
function describePlan(plan) {
  const span = `for ${formatDuration(plan.durationMs)}`;
  switch (plan.model) {
    case "open": {
      const rate = plan.rampMs > 0 ? `${formatRate(plan.fromRatePerSec)} to ${formatRate(plan.ratePerSec)} in ${formatDuration(plan.rampMs)}` : formatRate(plan.ratePerSec);
      return `${rate} ${span}: ${formatNumber(plan.plannedArrivals, 0)} arrivals, at most ${formatNumber(plan.maxUsers, 0)} users`;
    }
    case "closed": {
      const users = plan.rampMs > 0 ? `${plan.fromUsers} to ${plan.users} users in ${formatDuration(plan.rampMs)}` : `${formatNumber(plan.users, 0)} users`;
      return `${users} ${span}`;
    }
    case "iterations":
      return `${formatNumber(plan.iterations, 0)} iterations by ${formatNumber(plan.users, 0)} users within ${formatDuration(plan.durationMs)}`;
    case "pause":
      return `pause of ${formatDuration(plan.durationMs)}`;
  }
}
function latencyBlocks(rows) {
  if (rows.length === 0) return [];
  const readings = rows.map((row) => [
    codeSpan(row.name, 120),
    ...[50, 95, 99].map((percentile) => escapeMarkdown(formatReading(percentileOf(row, percentile)))),
    ...[50, 95, 99].map((percentile) => formatPercentile(row.latency, percentile)),
    formatPercentile(row.failedLatency, 95)
  ]);
  const spans = rows.map((row) => [
    codeSpan(row.name, 120),
    ...[row.queue, row.connect, row.tls, row.ttfb, row.body, row.service, row.latency].map(
      (span) => span.count === 0 ? NOTHING : formatPair(formatPercentile(span, 50), formatPercentile(span, 95), " / ")
    )
  ]);
  return [
    tableBlock(
      "#### Latency: with lost requests ranked last (judged), and of successes alone",
      ["endpoint", "judged p50 >", "p95 >", "p99 >", "successes p50 >", "p95 >", "p99 >", "failures p95 >"],
      readings
    ),
    tableBlock(
      "#### Spans (p50 / p95): from the actual start, and from the schedule",
      ["endpoint", "queue >", "connect >", "TLS >", "first byte >", "body >", "service >", "from schedule >"],
      spans
    )
  ];
}
var MUCH = 1e6;
function transferBlocks({ rows, total }, { checks }) {
  const perSec = (bytes) => total.durationMs > 0 ? bytes / (total.durationMs / 1e3) : 0;
  const isAsked = checks.some(({ metric }) => metric === "upload" || metric === "download");
  const isMuch = Math.max(perSec(total.counts.sentBeforeEnd), perSec(total.counts.receivedBeforeEnd)) >= MUCH;
  if (!isAsked && !isMuch) return [];
  const moved = rows.filter(({ counts }) => counts.sentBeforeEnd + counts.receivedBeforeEnd > 0);
  const cells = [...moved, total].map(({ name, kind, counts }) => [
    kind === "total" ? "**total**" : codeSpan(name, 120),
    `${formatBytes(perSec(counts.sentBeforeEnd))}/s`,
    `${formatBytes(perSec(counts.receivedBeforeEnd))}/s`,
    formatBytes(counts.sentBeforeEnd),
    formatBytes(counts.receivedBeforeEnd)
  ]);
  return [
    tableBlock(
      "#### Transfer: bodies of successes and messages of WebSockets, before the end of each phase",
      ["endpoint", "upload >", "download >", "sent >", "received >"],
      cells
    )
  ];
}
function slowBlocks(run) {
  if (run.slowRequests.length === 0) return [];
  const rows = run.slowRequests.map((slow) => [
    codeSpan(slow.series, 120),
    formatLatency(slow.latencyUs),
    formatDuration(slow.atMs),
    slow.traceId === void 0 ? NOTHING : codeSpan(slow.traceId, 64)
  ]);
  return [tableBlock(`#### Slow requests: ${run.slowRequests.length}`, ["endpoint", "took >", "at >", "trace"], rows)];
}
function healthBlock({ health, transport, workers, imbalances }) {
  const p99 = (us) => us === void 0 ? "nothing was scheduled" : formatLatency(us);
  const protocols = Object.entries(transport.protocols).map(([protocol, count]) => `${codeSpan(protocol, 20)} ${formatNumber(count, 0)}`);
  const rows = [
    `- schedule lag p99: ${p99(percentileUs(health.scheduleLag, 99))}`,
    `- event-loop delay p99: ${p99(percentileUs(health.eventLoopDelay, 99))}`,
    `- workers: ${workers}; CPU of the busiest: ${health.busiestWorkerCpu === void 0 ? "unknown" : `${formatRatio(health.busiestWorkerCpu)} of a core`}`,
    `- CPU ${formatNumber(health.processCpuSeconds)} s, memory at most ${formatBytes(health.peakMemoryBytes)}`,
    `- missed starts: ${formatRatio(health.missedRatio)}; silent stretches: ${health.silentStretchesMs.length}`,
    `- connections opened: ${formatNumber(transport.connectionsOpened, 0)}; requests on reused ones: ${formatNumber(transport.requestsOnReusedConnections, 0)}`,
    `- protocols: ${protocols.length === 0 ? NOTHING : protocols.join(", ")}`,
    `- books: ${imbalances.length === 0 ? "balanced" : imbalances.map((imbalance) => codeSpan(imbalance)).join("; ")}`
  ];
  return { head: ["#### Health of the generator", ""], rows, tail: [] };
}
function environmentBlock({ environment, scenario, startedAt, tool }) {
  const rows = [
    `- load-gate ${escapeMarkdown(tool.version, 40)}, Node ${escapeMarkdown(environment.node, 40)}, ${escapeMarkdown(environment.platform, 60)}`,
    `- ${environment.cores} × ${escapeMarkdown(environment.cpuModel, 80)}, ${formatBytes(environment.memoryBytes)}`,
    ...environment.runnerImage === void 0 ? [] : [`- runner image ${codeSpan(environment.runnerImage, 80)}`],
    `- ${codeSpan(scenario.file, 160)}, ${codeSpan(scenario.hash, 80)}`,
    `- started ${escapeMarkdown(startedAt, 40)}`
  ];
  return { head: ["#### Surroundings", ""], rows, tail: [] };
}

// src/report/html/run-sections.ts
function healthSection({ health, transport, workers, imbalances }) {
  const p99 = (us) => us === void 0 ? "nothing was scheduled" : formatLatency(us);
  const protocols = Object.entries(transport.protocols).slice(0, 10);
  const cpu = health.busiestWorkerCpu === void 0 ? "unknown" : `${formatRatio(health.busiestWorkerCpu)} of a core`;
  const silent = health.silentStretchesMs.slice(0, 10).map((startMs) => `from ${formatDuration(startMs)}`);
  return renderSection("health", "Health of the generator", [
    renderFacts([
      ["schedule lag, p99", p99(percentileUs(health.scheduleLag, 99))],
      ["delay of the event loop, p99", p99(percentileUs(health.eventLoopDelay, 99))],
      ["CPU of the busiest worker", cpu],
      ["workers", workers],
      ["CPU time", markup`${formatNumber(health.processCpuSeconds)} s`],
      ["memory at most", formatBytes(health.peakMemoryBytes)],
      ["missed starts", formatRatio(health.missedRatio)],
      ["silent stretches of 5 s", health.silentStretchesMs.length === 0 ? "none" : silent.join(", ")],
      ["values beyond an hour", formatNumber(health.clamped, 0)],
      ["connections opened", formatNumber(transport.connectionsOpened, 0)],
      ["requests on reused ones", formatNumber(transport.requestsOnReusedConnections, 0)],
      [
        "protocols",
        protocols.length === 0 ? NOTHING : markup`${protocols.map(([name, count]) => markup`${showName(name, 20)} ${formatNumber(count, 0)} `)}`
      ],
      [
        "books",
        imbalances.length === 0 ? "balanced" : markup`<ul>${imbalances.slice(0, 20).map((imbalance) => markup`<li><bdi>${imbalance}</bdi></li>`)}</ul>`
      ]
    ])
  ]);
}
var PHASE_COLUMNS = [
  { title: "phase" },
  { title: "asked" },
  ...["lasted", "started", "per second", "of planned", "dropped", "missed", "failed", "unfinished", "users at most"].map((title) => ({
    title,
    isFigure: true
  }))
];
function phasesSection({ phases }) {
  const table = renderTable({
    caption: "Phases: what was asked, and what happened",
    columns: PHASE_COLUMNS,
    rows: phases.map((phase) => phaseCells(phase))
  });
  return renderSection("phases", "What was asked, and what happened", [
    table,
    markup`<p class="note">Counted in iterations: passes of a user through the steps.</p>`
  ]);
}
function phaseCells(phase) {
  const { plan, iterations } = phase;
  const name = markup`${showName(plan.name, 60)}${plan.warmup ? markup` <small>warm-up, not judged</small>` : void 0}`;
  const lengthMs = lengthOf(phase);
  const empty = (count) => Array.from({ length: count }, () => NOTHING);
  if (phase.startMs === void 0) return [name, describePlan(plan), "never began", ...empty(8)];
  if (plan.model === "pause") return [name, describePlan(plan), formatDuration(lengthMs), ...empty(8)];
  const counts = [iterations.dropped, iterations.missed, iterations.failed + iterations.cut, iterations.interrupted, phase.peakUsers];
  return [
    name,
    describePlan(plan),
    formatDuration(lengthMs),
    formatNumber(iterations.started, 0),
    lengthMs > 0 ? formatRate(iterations.started / (lengthMs / 1e3)) : NOTHING,
    plan.model === "closed" || iterations.planned === 0 ? NOTHING : formatRatio(iterations.started / iterations.planned),
    ...counts.map((count) => formatNumber(count, 0))
  ];
}
function environmentSection(run) {
  const { environment, scenario, tool, startedAt, seed, target } = run;
  return renderSection("environment", "Environment and fingerprint", [
    renderFacts([
      ["started", startedAt],
      ["load-gate", tool.version],
      ["Node", environment.node],
      ["platform", environment.platform],
      ["CPU", markup`${environment.cores} × ${environment.cpuModel}`],
      ["memory", formatBytes(environment.memoryBytes)],
      ...environment.runnerImage === void 0 ? [] : [["runner image", showName(environment.runnerImage, 80)]],
      ["seed", seed]
    ]),
    markup`<h3>Fingerprint</h3><p class="note">Two runs are compared only where all of these agree.</p>`,
    renderFacts([
      ["scenario", markup`${showName(scenario.file, 160)} <code>${scenario.hash}</code>`],
      ["profile", scenario.profile === void 0 ? "none" : showName(scenario.profile, 60)],
      ["target", target === "" ? "not shown" : showName(target, 160)],
      ["major version", majorOf(run)]
    ])
  ]);
}
function majorOf(run) {
  return /^\d{1,6}\./.test(run.tool.version) ? String(buildFingerprint(run).major) : NOTHING;
}

// src/report/html/sockets-section.ts
function socketsSection(run, endpoints) {
  const rows = listSocketRows(endpoints);
  if (rows.length === 0) return void 0;
  const columns = [{ title: "endpoint" }, ...SOCKET_TITLES.map((title) => ({ title, isFigure: true }))];
  const table = renderTable({
    caption: "WebSockets over the judged phases",
    columns,
    rows: rows.map((row) => ({
      name: `${row.failed > 0 ? "!" : "."}${row.name}`,
      cells: [showName(row.name), ...socketFigures(row).map((figure) => figure)]
    }))
  });
  return renderSection("sockets", "WebSockets", [table, markup`<div class="pair">${openChart(run)}${messagesChart(run)}</div>`]);
}
function openChart(run) {
  const frame = frameTime(run, (axis) => [
    { label: "open", tone: "now", form: "area", values: measureOpen(run, axis), show: (value) => formatNumber(value, 0) }
  ]);
  const scale = buildLinearScale(listValues(frame.drawn.curves));
  const note = markup`At the end of each second; the most of a step.`;
  return renderChart({
    id: "sockets-open",
    size: "low",
    title: "Open connections",
    summary: describeCurves(frame.drawn),
    note,
    scale,
    showTick: (value) => formatNumber(value, 1),
    ...frame
  });
}
function messagesChart(run) {
  const frame = frameTime(run, (axis) => [
    { label: "in", tone: "now", form: "line", values: countMessages(run, axis, "messagesIn"), show: formatRate },
    { label: "out", tone: "plan", form: "line", values: countMessages(run, axis, "messagesOut"), show: formatRate }
  ]);
  const scale = buildLinearScale(listValues(frame.drawn.curves));
  const note = markup`Whole messages, control frames left out.`;
  return renderChart({
    id: "sockets-messages",
    size: "low",
    title: "Messages per second",
    summary: describeCurves(frame.drawn),
    note,
    scale,
    showTick: (value) => formatNumber(value, 1),
    ...frame
  });
}
function measureOpen(run, { stepSec, endSec }) {
  const bySecond = sumSeconds(run, "open");
  const steps = new Array(countSteps({ stepSec, endSec })).fill(0);
  for (const [second, open] of bySecond) {
    const step = Math.floor(second / stepSec);
    steps[step] = Math.max(steps[step] ?? 0, open);
  }
  return steps;
}
function countMessages(run, axis, what) {
  const steps = new Array(countSteps(axis)).fill(0);
  for (const [second, count] of sumSeconds(run, what)) {
    const step = Math.floor(second / axis.stepSec);
    steps[step] = (steps[step] ?? 0) + count;
  }
  return steps.map((count, step) => perSecond(count, step, axis));
}
function sumSeconds(run, what) {
  const sums = /* @__PURE__ */ new Map();
  for (const { kind, perPhase } of run.series) {
    if (kind !== "ws") continue;
    const own = /* @__PURE__ */ new Map();
    for (const one of perPhase.flatMap(({ socket }) => socket?.seconds ?? []))
      own.set(one.second, what === "open" ? one.open : (own.get(one.second) ?? 0) + one[what]);
    for (const [second, value] of own) sums.set(second, (sums.get(second) ?? 0) + value);
  }
  return sums;
}

// src/report/html/verdict-section.ts
var VERDICT_WORDS = {
  pass: "Pass",
  breach: "Breach",
  regression: "Regression",
  inconclusive: "Inconclusive"
};
function renderVerdict(report, endpoints) {
  const { run, verdict } = report;
  const names = listNames(report);
  const [first = "", ...others] = listReasons(report);
  const word = VERDICT_WORDS[verdict.state];
  const sentence = first.startsWith(`${word}: `) ? first.slice(word.length + 2) : first;
  const { ending } = run;
  const end = ending.state === "complete" ? void 0 : markup`<p class="ending"><strong>${ending.state === "aborted" ? "Aborted" : "Cut short"}:</strong> ${ending.reason}</p>`;
  const more = others.length > 0 ? markup`<ul class="reasons">${others.map((reason) => markup`<li>${markNames(reason, names)}</li>`)}</ul>` : void 0;
  return markup`<header class="top ${signVerdict(verdict)}"><p class="what">${showName(run.scenario.name, 80)} <span class="tool">load-gate report</span></p>
<h1>${drawSign(signVerdict(verdict))}<span><strong>${word}:</strong> ${markNames(sentence, names)}</span></h1>
${end}${more}<p class="about">${aboutRun(report)}</p>
${renderFigures(endpoints)}</header>`;
}
function aboutRun({ run }) {
  const facts = [
    run.scenario.profile === void 0 ? void 0 : markup`profile ${showName(run.scenario.profile, 60)}`,
    run.target === "" ? void 0 : markup`target ${showName(run.target, 120)}`,
    markup`started ${formatInstant(run.startedAt)}`,
    formatDuration(run.durationMs),
    markup`seed ${run.seed}`
  ];
  return facts.flatMap((fact) => fact ? [markup`<span>${fact}</span> `] : []);
}
function formatInstant(iso) {
  return iso.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z$/, "$1 $2 UTC");
}
function renderFigures({ total }) {
  const share = total.chargeable === 0 ? NOTHING : formatRatio(total.failed / total.chargeable);
  const figures = [
    ["requests", formatNumber(total.attempts, 0)],
    ["failed", share],
    ["successes per s", total.okPerSec === void 0 ? NOTHING : formatRate(total.okPerSec)],
    ...[50, 95, 99].map((percentile) => [`p${percentile}, all endpoints`, formatReading(percentileOf(total, percentile))])
  ];
  return markup`<dl class="figures">${figures.map(([word, figure]) => markup`<div><dt>${word}</dt><dd>${figure}</dd></div>`)}</dl>`;
}

// src/report/html/render-report-html.ts
function renderReportHtml(report) {
  const { run, verdict } = report;
  const endpoints = summarizeEndpoints(run);
  const sections = listSections(report, endpoints);
  const title = `${VERDICT_WORDS[verdict.state]}: ${run.scenario.name}`;
  const contents = sections.map((section) => markup`<li><a href="#${section.id}">${section.title}</a></li>`);
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trustMarkup(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${trustMarkup(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${SIGN_SHAPES}
<div class="page">
<nav aria-label="Contents"><ul>${contents}</ul><button type="button" id="theme" hidden>Dark theme</button></nav>
<main id="main" tabindex="-1">
${renderVerdict(report, endpoints)}
${sections.map((section) => section.html)}
<footer><p>Made by load-gate ${run.tool.version}. Everything behind these figures is in <code>results.json</code> beside this file.</p></footer>
</main>
</div>
<script>${trustMarkup(SCRIPT)}</script>
</body>
</html>
`.toString();
}
function listSections(report, endpoints) {
  const { run, verdict } = report;
  const sides = listSides(report);
  const [promises, comparison] = [promisesSection(report), comparisonSection(report)];
  const curve = percentileChart(sides, void 0, { id: "chart-percentiles", size: "tall", mostSteps: 240 });
  const sections = [
    // What decided comes first.
    ...verdict.state === "regression" ? [comparison, promises] : [promises, comparison],
    chartSection("latency", "Latency over time", latencyChart(run, run.series, { ...TALL2, id: "chart-latency" })),
    renderSection("load", "Throughput and users", [
      throughputChart(run, run.series, { ...TALL2, id: "chart-throughput" }),
      markup`<div class="pair">${arrivalsChart(run, { ...LOW, id: "chart-arrivals" })}${usersChart(run, { ...LOW, id: "chart-users" })}</div>`
    ]),
    chartSection("errors", "Failures over time", errorChart(run, { ...TALL2, id: "chart-errors" })),
    chartSection("percentiles", "Latency by percentile", curve),
    chartSection("heat", "Spread of latency over time", heatMap(run, run.series, { ...TALL2, id: "chart-heat", mostSteps: 150 })),
    endpointsSection(run, endpoints, sides),
    failuresSection(run, endpoints),
    slowSection(run),
    socketsSection(run, endpoints),
    healthSection(run),
    phasesSection(run),
    environmentSection(run)
  ];
  return sections.filter((section) => section !== void 0);
}
var TALL2 = { size: "tall", mostSteps: 300 };
var LOW = { size: "low", mostSteps: 300 };
function chartSection(id, title, chart) {
  return chart.toString() === "" ? void 0 : renderSection(id, title, chart);
}

// src/report/render-badge.ts
function renderBadge(report) {
  const { state } = report.verdict;
  return `${JSON.stringify({ schemaVersion: 1, label: "load gate", ...describe(report), ...state === "pass" ? {} : { isError: true } })}
`;
}
function describe(report) {
  const { state, checks } = report.verdict;
  switch (state) {
    case "pass":
      return { message: "pass", color: "brightgreen" };
    case "breach": {
      const broken = checks.filter((check) => check.state === "breached" && check.severity === "fail").length;
      return { message: broken === 0 ? "breach" : `${broken} broken`, color: "red" };
    }
    case "regression": {
      const slower = listRegressed(report).length;
      return { message: slower === 0 ? "regression" : `${slower} regressed`, color: "orange" };
    }
    case "inconclusive":
      return { message: "inconclusive", color: "yellow" };
  }
}

// src/report/render-hlog.ts
var INTERVALS = [1, 2, 5, 10, 15, 30, 60];
var MOST_BYTES = 9e5;
var BYTES_PER_LINE = 80;
var BYTES_PER_BUCKET = 4;
function renderHlog({ run }) {
  const { rows } = summarizeEndpoints(run);
  const tags = nameTags(rows.map(({ name }) => name));
  const { seconds, lines } = chooseIntervals(rows, tags);
  const startedMs = Date.parse(run.startedAt);
  const startSec = (startedMs / 1e3).toFixed(3);
  return [
    "#[Histogram log format version 1.3]",
    `#[StartTime: ${startSec} (seconds since epoch), ${new Date(startedMs).toISOString()}]`,
    `#[BaseTime: ${startSec} (seconds since epoch)]`,
    "#[Values: microseconds from the intended start, of successes; Interval_Max: milliseconds]",
    '"StartTimestamp","Interval_Length","Interval_Max","Interval_Compressed_Histogram"',
    ...lines.map((line) => renderLine(line, seconds)),
    ""
  ].join("\n");
}
function renderLine({ startSecond, tag, latency }, seconds) {
  const maxMs = (latency.highestUs / 1e3).toFixed(3);
  return `Tag=${tag},${startSecond.toFixed(3)},${seconds.toFixed(3)},${maxMs},${encodeHistogram(latency)}`;
}
function chooseIntervals(rows, tags) {
  for (const seconds of INTERVALS) {
    const lines = listLines(rows, tags, seconds);
    const bytes = lines.reduce((sum, { latency }) => sum + BYTES_PER_LINE + BYTES_PER_BUCKET * latency.buckets.length, 0);
    if (bytes <= MOST_BYTES || seconds === INTERVALS.at(-1)) return { seconds, lines };
  }
  throw new Error("there are no intervals to choose from");
}
function listLines(rows, tags, seconds) {
  return rows.flatMap(({ slices }, index) => {
    const byStart = Map.groupBy(
      slices.filter(({ latency }) => latency.count > 0),
      ({ second }) => second - second % seconds
    );
    return [...byStart].map(([startSecond, parts]) => ({
      startSecond,
      tag: tags[index] ?? "",
      latency: mergeDistributions(parts.map(({ latency }) => latency))
    }));
  }).sort((left, right) => left.startSecond - right.startSecond);
}
function nameTags(names) {
  const taken = /* @__PURE__ */ new Set();
  return names.map((name) => {
    const plain = cleanText(name).replace(/[\s,]+/g, "_") || "_";
    let tag = plain;
    for (let nth = 2; taken.has(tag); nth++) tag = `${plain}~${nth}`;
    taken.add(tag);
    return tag;
  });
}

// src/report/render-junit.ts
function renderJunit(report) {
  const cases = [
    ...report.verdict.checks.map(checkCase),
    ...listGated(report).map((row) => regressionCase(row, report)),
    verdictCase(report)
  ];
  const tally = (kind) => cases.filter((one) => one.kind === kind).length;
  const totals = `tests="${cases.length}" failures="${tally("failure")}" errors="${tally("error")}" skipped="${tally("skipped")}"`;
  const time = `time="${(report.run.durationMs / 1e3).toFixed(3)}"`;
  const suite = `name="${escapeXml(report.run.scenario.name)}" ${totals} ${time} timestamp="${escapeXml(report.run.startedAt)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="load-gate" ${totals} ${time}>`,
    `  <testsuite ${suite}>`,
    ...cases.map(renderCase),
    "  </testsuite>",
    "</testsuites>",
    ""
  ].join("\n");
}
function checkCase(check) {
  const place = { classname: check.series, name: check.name, file: check.at.file, line: check.at.line };
  const message = describeCheck(check);
  const isWarning = check.severity === "warn";
  switch (check.state) {
    case "passed":
      return { kind: "passed", ...place, message };
    case "breached":
      return { kind: isWarning ? "skipped" : "failure", ...place, message: isWarning ? `Warning only: ${message}` : message };
    case "no-data":
      return { kind: isWarning ? "skipped" : "error", ...place, message: isWarning ? `Warning only: ${message}` : message };
    case "skipped":
      return { kind: "skipped", ...place, message };
  }
}
function regressionCase(row, { run, comparison }) {
  const { file, line } = comparison?.at ?? { file: run.scenario.file, line: 1 };
  const kind = row.state === "regressed" ? "failure" : row.state === "suspect" ? "error" : "passed";
  const bounds = formatBounds(row);
  const interval = bounds === void 0 ? "" : `; about 90 % interval of the change ${bounds}`;
  const message = `${describeRow(row)}${interval}.`;
  return { kind, classname: row.endpoint, name: `${row.name} against the baseline`, file, line, message };
}
function verdictCase({ run, verdict }) {
  const kind = verdict.state === "pass" ? "passed" : verdict.state === "inconclusive" ? "error" : "failure";
  const message = `${verdict.state}: ${verdict.reasons.join(" ")}`;
  return { kind, classname: "load-gate", name: "verdict", file: run.scenario.file, line: 1, message };
}
function renderCase(one) {
  const place = `classname="${escapeXml(one.classname)}" name="${escapeXml(one.name)}" file="${escapeXml(one.file)}" line="${one.line}"`;
  const message = escapeXml(one.message);
  switch (one.kind) {
    case "passed":
      return `    <testcase ${place}><system-out>${message}</system-out></testcase>`;
    case "skipped":
      return `    <testcase ${place}><skipped message="${message}"/></testcase>`;
    case "failure":
    case "error":
      return `    <testcase ${place}><${one.kind} type="${one.kind}" message="${message}">${message}</${one.kind}></testcase>`;
  }
}
function escapeXml(text) {
  return cleanText(text, 2e3).replace(/[\ufffe\uffff]/g, "").replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

// src/report/format-csv.ts
function formatCsv(columns, rows) {
  return [columns, ...rows.map((row) => row.map(quote).join(","))].map((line) => `${line}\r
`).join("");
}
function quote(field) {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

// src/report/format-python-float.ts
function formatPythonFloat(value) {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const [mantissa = "0", power = "0"] = Math.abs(value).toExponential().split("e");
  const digits = mantissa.replace(".", "");
  const exponent = Number(power);
  if (exponent < -4 || exponent >= 16) {
    const shown = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
    return `${sign}${shown}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
  }
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.padEnd(exponent + 1, "0").slice(0, exponent + 1);
  return `${sign}${whole}.${digits.slice(exponent + 1) || "0"}`;
}

// src/report/locust-times.ts
var PERCENTILE_COLUMNS = "50%,66%,75%,80%,90%,95%,98%,99%,99.9%,99.99%,100%";
var FRACTIONS = [0.5, 0.66, 0.75, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999, 0.9999, 1];
var TOTAL_COLUMNS = [
  "Request Count",
  "Failure Count",
  "Median Response Time",
  "Average Response Time",
  "Min Response Time",
  "Max Response Time",
  "Average Content Size"
];
function formatTotals({ requests, failures, bytesReceived, times, sumUs, lowestUs, highestUs }) {
  return [
    String(requests),
    String(failures),
    formatMedian(times, lowestUs, highestUs),
    formatPythonFloat(times.count === 0 ? 0 : sumUs / 1e3 / times.count),
    lowestUs === 0 ? "0" : formatPythonFloat(lowestUs / 1e3),
    times.count === 0 ? "0" : formatPythonFloat(highestUs / 1e3),
    requests === 0 ? "0" : formatPythonFloat(bytesReceived / requests)
  ];
}
function formatMedian(times, lowestUs, highestUs) {
  if (times.count === 0) return "0";
  const median = milliseconds(times, 0.5);
  const us = Number(median) * 1e3;
  return us > highestUs ? formatPythonFloat(highestUs / 1e3) : us < lowestUs ? formatPythonFloat(lowestUs / 1e3) : median;
}
function formatPercentiles(times) {
  return FRACTIONS.map((fraction) => milliseconds(times, fraction));
}
function milliseconds(times, fraction) {
  const us = valueAtRank(times, Math.min(times.count, Math.floor(times.count * fraction) + 1));
  return us === void 0 ? "N/A" : String(Math.round(us / 1e3));
}

// src/report/render-locust-history.ts
var COLUMNS5 = [
  "Timestamp,User Count,Type,Name,Requests/s,Failures/s",
  PERCENTILE_COLUMNS,
  ...TOTAL_COLUMNS.map((column) => `Total ${column}`)
].join(",");
var RATE_FROM = 12;
var RATE_TO = 3;
function renderLocustHistory(run) {
  const startMs = listJudgedPhases(run.phases).flatMap((index) => run.phases[index]?.startMs ?? [])[0];
  const seconds = startMs === void 0 ? [] : run.timeline.filter(({ second }) => (second + 1) * 1e3 > startMs);
  const startedMs = Date.parse(run.startedAt);
  let totals = ZERO;
  let last;
  const rows = seconds.map((second, index) => {
    totals = addSecond(totals, second);
    if (second.requests > 0) last = index;
    const window = last === void 0 ? [] : seconds.slice(Math.max(0, last - RATE_FROM), Math.max(0, last - RATE_TO + 1));
    return [
      String(Math.floor((startedMs + (second.second + 1) * 1e3) / 1e3)),
      String(second.users),
      "",
      "Aggregated",
      perSecond2(window.map(({ requests }) => requests)),
      perSecond2(window.map(({ failures }) => failures)),
      ...formatPercentiles(totals.times),
      ...formatTotals(totals)
    ];
  });
  return formatCsv(COLUMNS5, rows);
}
var ZERO = { requests: 0, failures: 0, bytesReceived: 0, times: EMPTY_DISTRIBUTION, sumUs: 0, lowestUs: 0, highestUs: 0 };
function addSecond(totals, second) {
  const isFirst = totals.times.count === 0;
  return {
    requests: totals.requests + second.requests,
    failures: totals.failures + second.failures,
    bytesReceived: totals.bytesReceived + second.bytesReceived,
    times: mergeDistributions([totals.times, second.service]),
    sumUs: totals.sumUs + second.sumUs,
    lowestUs: second.service.count === 0 ? totals.lowestUs : isFirst ? second.lowestUs : Math.min(totals.lowestUs, second.lowestUs),
    highestUs: Math.max(totals.highestUs, second.highestUs)
  };
}
function perSecond2(counts) {
  return (counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length)).toFixed(6);
}

// src/report/render-locust-csv.ts
var STATS_COLUMNS = ["Type,Name", ...TOTAL_COLUMNS, "Requests/s,Failures/s", PERCENTILE_COLUMNS].join(",");
var FAILURES_COLUMNS = "Method,Name,Error,Occurrences,First Seen,Last Seen";
var EXCEPTIONS_COLUMNS = "Count,Message,Traceback,Nodes";
function renderLocustCsv({ run }) {
  const { rows, total } = summarizeEndpoints(run);
  const sent = rows.filter((row) => requestsOf(row) > 0).map((row) => ({ ...row, name: locustName(row) })).sort((left, right) => compareText(left.name, right.name) || compareText(left.method, right.method));
  const stats = [...sent, { ...total, name: "Aggregated", method: "" }].map((row) => statsRow(row, total.durationMs / 1e3));
  const startedMs = Date.parse(run.startedAt);
  const failures = sent.flatMap((row) => failureRows(row, startedMs));
  return {
    stats: formatCsv(STATS_COLUMNS, stats),
    history: renderLocustHistory(run),
    failures: formatCsv(FAILURES_COLUMNS, failures),
    exceptions: formatCsv(EXCEPTIONS_COLUMNS, [])
  };
}
function locustName({ name, kind, method }) {
  if (kind === "ws" && name.startsWith("ws /")) return name.slice("ws ".length);
  return name.startsWith(`${method} `) ? name.slice(method.length + 1) : name;
}
function requestsOf(row) {
  return row.counts.ok + failuresOf2(row);
}
function failuresOf2({ counts }) {
  return counts.failed + counts.timedOut + counts.cut + counts.drops;
}
function statsRow(row, seconds) {
  const requests = requestsOf(row);
  const failures = failuresOf2(row);
  const times = mergeDistributions([row.service, row.failedService]);
  const perSecond3 = (count) => formatPythonFloat(seconds > 0 ? count / seconds : 0);
  return [
    row.method,
    row.name,
    ...formatTotals({ ...times, requests, failures, bytesReceived: row.bytesReceived, times }),
    perSecond3(requests),
    perSecond3(failures),
    ...formatPercentiles(times)
  ];
}
function failureRows(row, startedMs) {
  return row.failures.filter((failure) => failure.class !== "dropped").toSorted((left, right) => compareText(left.reason, right.reason)).map((failure) => [
    row.method,
    row.name,
    cleanText(failure.reason),
    String(failure.count),
    timestamp(startedMs + failure.firstMs),
    timestamp(startedMs + failure.lastMs)
  ]);
}
function timestamp(epochMs) {
  return `${new Date(epochMs).toISOString().slice(0, 19)}Z`;
}

// src/report/format-open-metrics.ts
function formatOpenMetrics(families) {
  const lines = families.filter(({ samples }) => samples.length > 0).flatMap(formatFamily);
  return [...lines, "# EOF", ""].join("\n");
}
function formatFamily({ name, type, unit, help, samples }) {
  return [
    `# HELP ${name} ${escapeText2(help)}`,
    `# TYPE ${name} ${type}`,
    ...unit === void 0 ? [] : [`# UNIT ${name} ${unit}`],
    ...samples.map(({ suffix = "", labels, value }) => `${name}${suffix}${formatLabels(labels)} ${formatValue2(value)}`)
  ];
}
function formatLabels(labels) {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}="${escapeText2(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}
function escapeText2(text) {
  return text.toWellFormed().replace(/[\\"\n]/g, (character) => character === "\n" ? "\\n" : `\\${character}`);
}
function formatValue2(value) {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "+Inf" : "-Inf";
  return String(value);
}

// src/report/render-metrics.ts
function renderMetrics(report) {
  const { rows, total } = summarizeEndpoints(report.run);
  const selected = rows.filter((row) => row.selected);
  return formatOpenMetrics([
    ...describeRun(report),
    ...describeVerdict(report.verdict),
    ...describeComparison2(report),
    ...describeRequests(selected),
    latencyFamily("load_gate_latency_seconds", "Latency from the intended start, by endpoint", selected),
    latencyFamily("load_gate_run_latency_seconds", "Latency from the intended start, of all endpoints together", [total])
  ]);
}
function describeRun({ run }) {
  const labels = { scenario: run.scenario.name, profile: run.scenario.profile ?? "", version: run.tool.version };
  const began = run.phases.filter(({ startMs }) => startMs !== void 0);
  return [
    gauge("load_gate_run_info", "What was run, and by which version.", [{ labels, value: 1 }]),
    inUnit("seconds", "load_gate_run_start_timestamp_seconds", "When the run started, since the epoch.", [
      { labels: {}, value: Date.parse(run.startedAt) / 1e3 }
    ]),
    inUnit("seconds", "load_gate_run_duration_seconds", "How long the run took, warm-ups and pauses included.", [
      { labels: {}, value: run.durationMs / 1e3 }
    ]),
    gauge(
      "load_gate_peak_users",
      "Most virtual users at once, by phase.",
      began.map(({ plan, peakUsers }) => ({ labels: { phase: plan.name }, value: peakUsers }))
    ),
    inUnit("ratio", "load_gate_generator_missed_ratio", "Planned starts that the generator did not make in time.", [
      { labels: {}, value: run.health.missedRatio }
    ])
  ];
}
var VERDICTS = ["pass", "breach", "regression", "inconclusive"];
var CHECK_STATES = ["passed", "breached", "no-data", "skipped"];
function describeVerdict({ state, checks }) {
  const judged = checks.filter((check) => check.state !== "skipped");
  return [
    gauge(
      "load_gate_verdict",
      "The verdict: 1 for the state that it has, 0 for the others.",
      VERDICTS.map((one) => ({ labels: { state: one }, value: one === state ? 1 : 0 }))
    ),
    gauge(
      "load_gate_checks",
      "Promises of the SLA, by what became of them.",
      CHECK_STATES.map((one) => ({ labels: { state: one }, value: checks.filter((check) => check.state === one).length }))
    ),
    gauge(
      "load_gate_check_holds",
      "A promise of the SLA: 1 if it holds, 0 if it is broken or could not be judged.",
      judged.map(({ name, series, metric, phase, severity, state: became }) => ({
        labels: { check: name, endpoint: series, metric, phase: phase ?? "", severity },
        value: became === "passed" ? 1 : 0
      }))
    )
  ];
}
function describeComparison2(report) {
  const samples = report.comparison === void 0 ? [] : [{ labels: {}, value: listRegressed(report).length }];
  return [gauge("load_gate_regressions", "Metrics that are worse than in the baseline.", samples)];
}
var OUTCOMES = [
  ["ok", "ok"],
  ["failed", "failed"],
  ["timedOut", "timed-out"],
  ["cut", "cut"],
  ["dropped", "dropped"]
];
function describeRequests(rows) {
  const outcomes = rows.flatMap(
    ({ name, counts }) => OUTCOMES.map(([key, outcome]) => ({ labels: { endpoint: name, outcome }, value: counts[key] }))
  );
  const bytes = (pick) => rows.map((row) => ({ labels: { endpoint: row.name }, value: pick(row) }));
  return [
    gauge("load_gate_requests", "Attempts, by endpoint and how they ended.", outcomes),
    gauge("load_gate_failures", "Failures, by endpoint and class.", rows.flatMap(countClasses2)),
    gauge(
      "load_gate_successes_per_second",
      "Complete successes per second, pauses and drains left out.",
      rows.flatMap(({ name, okPerSec }) => okPerSec === void 0 ? [] : [{ labels: { endpoint: name }, value: okPerSec }])
    ),
    inUnit(
      "bytes",
      "load_gate_sent_bytes",
      "Bodies and messages that were sent.",
      bytes((row) => row.bytesSent)
    ),
    inUnit(
      "bytes",
      "load_gate_received_bytes",
      "Bodies and messages that were received.",
      bytes((row) => row.bytesReceived)
    )
  ];
}
function countClasses2({ name, failures }) {
  const byClass = /* @__PURE__ */ new Map();
  for (const failure of failures) byClass.set(failure.class, (byClass.get(failure.class) ?? 0) + failure.count);
  return [...byClass].map(([kind, value]) => ({ labels: { endpoint: name, class: kind }, value }));
}
var QUANTILES = [0.5, 0.9, 0.95, 0.99, 0.999];
function latencyFamily(name, what, rows) {
  const samples = rows.flatMap((row) => {
    const labels = row.kind === "total" ? {} : { endpoint: row.name };
    const quantiles = QUANTILES.flatMap((quantile) => {
      const reading = percentileOf(row, quantile * 100);
      if (reading === void 0) return [];
      const value = reading.state === "exact" ? reading.us / 1e6 : Number.POSITIVE_INFINITY;
      return [{ labels: { ...labels, quantile: String(quantile) }, value }];
    });
    return [
      ...quantiles,
      { suffix: "_sum", labels, value: row.latency.sumUs / 1e6 },
      { suffix: "_count", labels, value: row.latency.count }
    ];
  });
  const help = `${what}; what never came back is +Inf, sum and count are of successes.`;
  return { name, type: "summary", unit: "seconds", help, samples };
}
function gauge(name, help, samples) {
  return { name, type: "gauge", help, samples };
}
function inUnit(unit, name, help, samples) {
  return { ...gauge(name, help, samples), unit };
}

// src/report/fit-blocks.ts
var RESERVED = 200;
function fitBlocks(pieces, limit) {
  const whole = pieces.map(renderPiece).join("\n");
  if (sizeOf(whole) <= limit) return whole;
  const parts = [];
  let left = limit - RESERVED;
  let missing = 0;
  for (const [index, piece] of pieces.entries()) {
    const fitted = index === 0 ? { text: renderPiece(piece), missing: 0 } : fitPiece(piece, left);
    missing += fitted.missing;
    if (fitted.text === "") continue;
    parts.push(fitted.text);
    left -= sizeOf(fitted.text) + 1;
  }
  parts.push(`_${missing} rows in all were left out to keep this short; results.json has everything._
`);
  return parts.join("\n");
}
function fitPiece(piece, room) {
  return "summary" in piece ? fitFold(piece, room) : fitBlock(piece, room);
}
function fitFold({ summary, blocks }, room) {
  const texts = [];
  let left = room - sizeOf(wrapFold(summary, []));
  let missing = 0;
  for (const block of blocks) {
    const fitted = fitBlock(block, left);
    missing += fitted.missing;
    if (fitted.text === "") continue;
    texts.push(fitted.text);
    left -= sizeOf(fitted.text) + 1;
  }
  return { text: texts.length === 0 ? "" : wrapFold(summary, texts), missing };
}
function fitBlock(block, room) {
  const frame = sizeOf(renderBlock({ ...block, rows: [] })) + RESERVED / 2;
  let used = frame;
  let kept = 0;
  for (const row of block.rows) {
    used += sizeOf(row) + 1;
    if (used > room) break;
    kept++;
  }
  if (frame > room || kept === 0 && block.rows.length > 0) return { text: "", missing: block.rows.length };
  const missing = block.rows.length - kept;
  return { text: renderBlock(cutNote({ ...block, rows: block.rows.slice(0, kept) }, missing)), missing };
}
function cutNote(block, missing) {
  return missing === 0 ? block : { ...block, tail: ["", `_… and ${missing} more rows._`, ...block.tail] };
}
function renderPiece(piece) {
  return "summary" in piece ? wrapFold(piece.summary, piece.blocks.map(renderBlock)) : renderBlock(piece);
}
function wrapFold(summary, texts) {
  return `<details><summary>${summary}</summary>

${texts.join("\n").trimStart()}
</details>
`;
}
function renderBlock(block) {
  return [...block.head, ...block.rows, ...block.tail, ""].join("\n");
}
function sizeOf(text) {
  return new TextEncoder().encode(text).length;
}

// src/report/render-mermaid.ts
var COLOURS = { p95: "#db6d28", p50: "#388bfd" };
var SECOND_US = 1e6;
var HEADROOM = 1.02;
function drawLines({ fromSec, stepSec, points }) {
  const highest = points.reduce((high, point) => Math.max(high, point?.p95Us ?? 0), 0);
  const [unit, unitUs] = highest >= 10 * SECOND_US ? ["s", SECOND_US] : ["ms", 1e3];
  const line = (of) => `  line [${fillGaps(points.map((point) => point && of(point) / unitUs)).map(shorten).join(", ")}]`;
  return [
    "```mermaid",
    "---",
    "config:",
    "  xyChart: { width: 720, height: 260, showTitle: false }",
    `  themeVariables: { xyChart: { backgroundColor: "transparent", plotColorPalette: "${COLOURS.p95}, ${COLOURS.p50}" } }`,
    "---",
    "xychart-beta",
    `  x-axis "seconds since the start of the run" ${fromSec} --> ${fromSec + (points.length - 1) * stepSec}`,
    `  y-axis "${unit}" 0 --> ${roundUp2(highest * HEADROOM / unitUs)}`,
    line(({ p95Us }) => p95Us),
    line(({ p50Us }) => p50Us),
    "```"
  ];
}
function fillGaps(values) {
  const filled = [];
  let next = 0;
  for (const [index, value] of values.entries()) {
    if (next <= index) next = values.findIndex((other, place) => place > index && other !== void 0);
    if (value !== void 0) filled.push(value);
    else {
      const before = filled.at(-1) ?? 0;
      const after = values[next] ?? before;
      filled.push(before + (after - before) / (next - index + 1));
    }
  }
  return filled;
}
function shorten(value) {
  return Number(value.toPrecision(3));
}
function roundUp2(value) {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1e-3)));
  const factor = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8].find((step) => step * power >= value) ?? 10;
  return Number((factor * power).toPrecision(2));
}

// src/report/summary-chart.ts
var MOST_POINTS2 = 60;
var MOST_CHARTS = 3;
var SAMPLES_A_POINT = 20;
function chartBlocks(report) {
  const { run } = report;
  const subject = findSubject(report);
  const charts = listJudgedPhases(run.phases).flatMap((index) => drawPhase(run, index, subject));
  const [first, ...others] = charts.slice(0, MOST_CHARTS);
  if (!first) return [];
  const who = subject === void 0 ? "all endpoints together" : codeSpan(subject, 120);
  const intro = `Of ${who}: p95 (orange, above) and p50 (blue, below) of successes, by the time at which they ended.`;
  const left = charts.length - MOST_CHARTS;
  const note = `_${formatNumber(left, 0)} more ${left === 1 ? "phase has" : "phases have"} no chart here._`;
  return [["### Latency over time", "", intro, "", ...first], ...others, ...left > 0 ? [[note]] : []].map((head) => ({
    head,
    rows: [],
    tail: []
  }));
}
function findSubject(report) {
  const broken = sortChecks(report.verdict.checks).find(({ state }) => state === "breached");
  const name = broken?.series ?? listRegressed(report)[0]?.endpoint;
  return report.run.series.some((series) => series.name === name) ? name : void 0;
}
function drawPhase({ phases, series }, index, subject) {
  const parts = series.filter(({ name }) => subject === void 0 || name === subject).map(({ perPhase }) => perPhase[index]?.slices ?? []);
  const curve = mergePoints(mergeSlices(parts, []).filter(({ latency }) => latency.count > 0));
  if (!curve || curve.points.length < 2) return [];
  const caption = [`Phase ${codeSpan(phases[index]?.plan.name ?? "", 60)}`, ...describeCurve(curve)].join("; ");
  return [[`${caption}.`, "", ...drawLines(curve)]];
}
function describeCurve({ stepSec, points }) {
  const gaps = points.filter((point) => point === void 0).length * stepSec;
  return [
    ...stepSec > 1 ? [`each point covers ${formatNumber(stepSec, 0)} s`] : [],
    ...gaps > 0 ? [`for ${formatNumber(gaps, 0)} s nothing succeeded, and the lines run straight across`] : []
  ];
}
function mergePoints(slices) {
  const [first, last] = [slices[0]?.second, slices.at(-1)?.second];
  if (first === void 0 || last === void 0) return void 0;
  const seconds = last - first + 1;
  const samples = slices.reduce((sum, { latency }) => sum + latency.count, 0);
  const stepSec = Math.ceil(Math.max(seconds / MOST_POINTS2, SAMPLES_A_POINT * slices.length / samples));
  const steps = Map.groupBy(slices, ({ second }) => Math.floor((second - first) / stepSec));
  const points = Array.from({ length: Math.floor((last - first) / stepSec) + 1 }, (_, step) => measurePoint(steps.get(step) ?? []));
  return { fromSec: first, stepSec, points };
}
function measurePoint(slices) {
  const latency = mergeDistributions(slices.map((slice) => slice.latency));
  const [p50Us, p95Us] = [percentileUs(latency, 50), percentileUs(latency, 95)];
  return p50Us === void 0 || p95Us === void 0 ? void 0 : { p50Us, p95Us };
}

// src/report/summary-comparison.ts
var COLUMNS6 = ["", "metric", "base → now >", "change >", "tolerance >", "could see >"];
var NOTE = "_In brackets: where the true change lies (about 90 %). Could see: the smallest true change that this run would have found._";
var MOST_OPEN = 10;
function comparisonBlocks(report) {
  const text = describeComparison(report);
  if (!text) return [];
  const isOpen = text.rows.length <= MOST_OPEN;
  const open = text.rows.filter(({ state }) => isOpen || state !== "unchanged");
  const folded = text.rows.slice(open.length);
  const title = `### ${escapeSentence(text.title, text.names)}`;
  const sentences = text.sentences.map((sentence) => `- ${escapeSentence(sentence, text.names)}`);
  return [
    open.length > 0 ? tableBlock(title, COLUMNS6, open.map(rowCells)) : { head: [title], rows: [], tail: [] },
    ...folded.length > 0 ? [{ summary: `Unchanged: ${formatNumber(folded.length, 0)}`, blocks: [tableBlock("", COLUMNS6, folded.map(rowCells))] }] : [],
    ...text.rows.length > 0 ? [{ head: [NOTE], rows: [], tail: [] }] : [],
    ...sentences.length > 0 ? [{ head: [], rows: sentences, tail: [] }] : []
  ];
}
function rowCells(row) {
  const { metric, values, tolerance } = row;
  const change = formatChange(metric, values.change);
  const bounds = formatBounds(row);
  return [
    signOf(row),
    `${codeSpan(row.name, 120)}${row.state === "unchanged" ? "" : ` ${keepTogether(`· ${wordOf(row)}`)}`}`,
    formatPair(formatSide(metric, values.baseline), formatSide(metric, values.candidate), " → "),
    `${row.state === "regressed" ? `**${change}**` : change}${bounds === void 0 ? "" : ` (${escapeMarkdown(bounds)})`}`,
    formatTolerance(metric, tolerance),
    escapeMarkdown(formatReach(row))
  ];
}
function signOf({ state }) {
  switch (state) {
    case "regressed":
      return "❌";
    case "suspect":
      return "⚠️";
    case "not-confirmed":
    case "improved":
    case "unchanged":
      return "✅";
  }
}
function wordOf({ state }) {
  return state === "not-confirmed" ? "not confirmed" : state;
}

// src/report/summary-promises.ts
var COLUMNS7 = ["", "endpoint", "promise", "observed >", "about 85 % >", "budget used >", "samples >"];
var OPTIONAL = /* @__PURE__ */ new Set(["about 85 % >", "budget used >"]);
function promiseTable(title, checks) {
  const rows = checks.map(checkRow);
  const shown = COLUMNS7.map((column, index) => !OPTIONAL.has(column) || rows.some((row) => row[index] !== NOTHING));
  const pick = (cells) => cells.filter((_, index) => shown[index]);
  return tableBlock(title, pick(COLUMNS7), rows.map(pick));
}
function checkRow(check) {
  const seen = "observed" in check ? check.observed : void 0;
  const samples = seen?.samples ?? (check.state === "no-data" ? check.samples : void 0);
  const text = escapeMarkdown(describeObserved(check), 60);
  return [
    signOf2(check),
    codeSpan(describeSubject(check), 120),
    codeSpan(check.promise, 120),
    seen ? check.state === "breached" ? `**${text}**` : text : describeState(check),
    seen?.interval ? escapeMarkdown(seen.interval.text, 60) : NOTHING,
    seen ? `${describeBudget(seen)}${describeBurn(seen)}` : NOTHING,
    samples === void 0 ? NOTHING : formatNumber(samples, 0)
  ];
}
function describeBurn({ burnRate }) {
  return burnRate === void 0 ? "" : `, burn ${formatNumber(burnRate)}×`;
}
function signOf2(check) {
  switch (check.state) {
    case "passed":
      return "✅";
    case "breached":
      return check.severity === "warn" ? "⚠️" : "❌";
    case "no-data":
      return "⚠️";
    case "skipped":
      return "➖";
  }
}
function unjudgedBlocks(checks, told) {
  const rows = ["no-data", "skipped"].flatMap((state) => {
    const untold = checks.flatMap(
      (check) => check.state !== state || told.some((sentence2) => sentence2.includes(check.name) && sentence2.includes(check.reason)) ? [] : [check]
    );
    if (untold.length === 0) return [];
    const entries = untold.map(({ name, reason }) => ({ name, reason: reason.replace(/\.$/, "") }));
    const sentence = `${state === "skipped" ? "Skipped" : "Not judged"}: ${groupReasons(entries)}.`;
    return [
      `- ${escapeSentence(
        sentence,
        untold.map(({ name }) => name)
      )}`
    ];
  });
  return rows.length === 0 ? [] : [{ head: [], rows, tail: [] }];
}

// src/report/render-summary-md.ts
var LIMIT = 6e4;
var SIGNS2 = { pass: "✅", breach: "❌", regression: "❌", inconclusive: "⚠️" };
var WORDS = { pass: "Pass", breach: "Breach", regression: "Regression", inconclusive: "Inconclusive" };
function renderSummaryMd(report, limit = LIMIT) {
  const endpoints = summarizeEndpoints(report.run);
  const [promises, comparison] = [checkBlocks(report.verdict), comparisonBlocks(report)];
  return fitBlocks(
    [
      titleBlock(report, endpoints),
      reasonsBlock(report),
      // What decided comes first.
      ...report.verdict.state === "regression" ? [...comparison, ...promises] : [...promises, ...comparison],
      endpointTable("### Endpoints", endpoints),
      ...socketTables("### WebSockets", endpoints),
      ...chartBlocks(report),
      ...detailFolds(report, endpoints)
    ],
    limit
  );
}
function titleBlock({ run, verdict }, { total }) {
  const facts = [
    run.scenario.profile === void 0 ? "" : `profile ${codeSpan(run.scenario.profile, 60)}`,
    run.target === "" ? "" : `target ${codeSpan(run.target, 120)}`,
    formatDuration(run.durationMs),
    `${formatNumber(total.attempts, 0)} requests`,
    total.chargeable === 0 ? "" : `${formatRatio(total.failed / total.chargeable)} failed`,
    `seed ${run.seed}`
  ];
  const head = [
    `## ${SIGNS2[verdict.state]} ${WORDS[verdict.state]}: ${escapeMarkdown(run.scenario.name, 80)}`,
    "",
    facts.filter((fact) => fact !== "").join(" · "),
    ...run.ending.state === "complete" ? [] : ["", `**${run.ending.state === "aborted" ? "Aborted" : "Cut short"}**: ${escapeMarkdown(run.ending.reason, 200)}`]
  ];
  return { head, rows: [], tail: [] };
}
function reasonsBlock(report) {
  const { run, verdict, comparison } = report;
  const names = [
    ...verdict.checks.map((check) => check.name),
    ...run.series.map((series) => series.name),
    ...run.phases.map((phase) => phase.plan.name),
    ...(comparison?.result.rows ?? []).map((row) => row.name)
  ];
  return { head: [], rows: listReasons(report).map((reason) => `- ${escapeSentence(reason, names)}`), tail: [] };
}
function checkBlocks({ checks, reasons }) {
  return checks.length === 0 ? [] : [promiseTable("### Promises", sortChecks(checks)), ...unjudgedBlocks(checks, reasons)];
}
function endpointTable(title, { rows, total }) {
  const columns = ["endpoint", "requests >", "failures >", "ok/s >", "p50 >", "p95 >", "p99 >", "max >"];
  const selected = rows.filter((row) => row.selected);
  const body = [...selected.map((row) => endpointRow2(row, codeSpan(row.name, 120))), endpointRow2(total, "**total**")];
  return tableBlock(title, columns, body);
}
function socketTables(title, endpoints) {
  const rows = listSocketRows(endpoints);
  if (rows.length === 0) return [];
  const columns = ["endpoint", ...SOCKET_TITLES.map((name) => `${name} >`)];
  return [
    tableBlock(
      title,
      columns,
      rows.map((row) => [codeSpan(row.name, 120), ...socketFigures(row)])
    )
  ];
}
function endpointRow2(row, name) {
  const share = row.chargeable === 0 ? "" : ` (${formatRatio(row.failed / row.chargeable)})`;
  return [
    name,
    formatNumber(row.attempts, 0),
    row.failed === 0 ? "0" : `${formatNumber(row.failed, 0)}${share}`,
    row.okPerSec === void 0 ? NOTHING : formatRate(row.okPerSec),
    ...[50, 95, 99, 100].map((percentile) => escapeMarkdown(formatReading(percentileOf(row, percentile))))
  ];
}

// src/report/render-reports.ts
function renderReports(report) {
  const csv = renderLocustCsv(report);
  return /* @__PURE__ */ new Map([
    ["results.json", renderResults(report)],
    ["report.html", renderReportHtml(report)],
    ["summary.md", renderSummaryMd(report)],
    ["junit.xml", renderJunit(report)],
    ["badge.json", renderBadge(report)],
    ["stats.csv", csv.stats],
    ["stats_history.csv", csv.history],
    ["failures.csv", csv.failures],
    ["exceptions.csv", csv.exceptions],
    ["latency.hlog", renderHlog(report)],
    ["metrics.prom", renderMetrics(report)]
  ]);
}

// src/gate-publish.ts
async function publishRun(report, request, { ports, baseline }) {
  const { run, verdict } = report;
  const { folder, prefix } = resolvePlaces(request, ports, {
    time: run.startedAt,
    name: run.scenario.name,
    profile: run.scenario.profile ?? "default"
  });
  const files = new Map(renderReports(report));
  const shown = relative(ports.cwd, folder) || ".";
  let isWritten = await tryWriting(() => writeReports(folder, new Map([...files, ["run.log", ports.log()]])), ports);
  const hasReports = isWritten;
  if (prefix) isWritten = await tryWriting(() => writeLocustFiles(prefix, files), ports) && isWritten;
  if (baseline && request.mode === "update-baseline") isWritten = await store(report, request, { ports, baseline }) && isWritten;
  const lacksBaseline = !isCompared(report);
  if (lacksBaseline && request.failOn.includes("no-baseline"))
    ports.onNote("There was no baseline to compare with, which fails the build, because --fail-on has no-baseline.");
  return {
    report,
    reportPath: hasReports ? shown.startsWith("..") ? folder : shown : void 0,
    files,
    outcome: { kind: "judged", verdict: verdict.state, failOn: request.failOn, lacksBaseline, isWritten }
  };
}
function isCompared({ comparison }) {
  return comparison !== void 0 && comparison.result.state !== "not-judged";
}
async function tryWriting(write, ports) {
  try {
    await write();
    return true;
  } catch (error) {
    if (!(error instanceof GateError)) throw error;
    ports.onNote(`${error.message}. ${error.hint ?? ""}`.trim());
    return false;
  }
}
async function store(report, request, { ports, baseline }) {
  const unfit = explainUnfit(report);
  if (unfit !== void 0) {
    ports.onNote(`The baseline stays as it is: ${unfit}.`);
    return true;
  }
  return tryWriting(async () => {
    const file = buildStoredRun(report, request.key, readOrigin(ports.env));
    const written = await baseline.store.add(file);
    const kept = isSlower(report) ? "; it is slower, and does not count until it is accepted" : "";
    ports.onNote(`${written === "added" ? "Stored" : "Was stored already"} as ${file.id} in ${baseline.store.where}${kept}.`);
  }, ports);
}

// src/gate-live.ts
async function lookAtLive(first, input) {
  const { sla, interleave, onNote } = input;
  const pairs = [maskPair(first, input)];
  const describe2 = (result) => {
    const [, ...more] = pairs;
    const further = more.map(({ candidate }) => candidate);
    const where = input.plans.baseline.shownTarget;
    const live = { where, interleave, runs: pairs.map(({ baseline }) => baseline) };
    return { further, made: further, live, comparison: result && { kind: "live", where, interleave, at: sla.regressionPlaces.at, result } };
  };
  if (!isSound(first.candidate, sla)) return describe2();
  const compare = () => {
    const [look, ...second] = pairs;
    return compareLive({ first: look, second, rules: sla.regression });
  };
  const early = compare();
  if (early.state !== "second-look") return describe2(early);
  onNote(`A second look at fresh data: ${early.suspects.join(", ")} may be worse than the baseline.`);
  const refusal = explainNoTime(first.candidate.durationMs, SECOND_LOOK_BURSTS, input.plans.candidate.timeBoxMs);
  if (refusal !== void 0) {
    onNote(refusal);
    return describe2(early);
  }
  for (let number = 1; number <= SECOND_LOOK_BURSTS; number++) {
    const pair = maskPair(await input.runPair(reseed(input.plans, number)), input);
    pairs.push(pair);
    const why = explainUnusable(pair.candidate, sla);
    if (why === void 0) continue;
    onNote(why);
    return describe2(early);
  }
  return describe2(compare());
}
function maskPair({ candidate, baseline }, { mask }) {
  return { candidate: mask(candidate), baseline: mask(baseline) };
}
function reseed({ candidate, baseline }, number) {
  const seed = candidate.seed + number >>> 0;
  return { candidate: reseedPlan(candidate, seed), baseline: reseedPlan(baseline, seed) };
}

// src/gate.ts
async function runGate(request, ports) {
  const prepared = prepareGate(request, { ...ports, workers: request.workers, requireSecrets: true });
  if (!prepared.ok) return { kind: "issues", issues: prepared.issues };
  const { config, plan } = prepared.value;
  const places = resolvePlaces(request, ports, { time: "time", name: plan.name, profile: plan.profile ?? "default" });
  await forgetEarlier(request, places);
  await ports.onSecrets(plan.program.secrets);
  ports.onIssues(prepared.warnings);
  if (!config.hasSla) ports.onNote(`There is no ${request.sla.file}: nothing is promised, so the verdict will be inconclusive.`);
  const baseline = await openBaseline(request.baseline, request.key, ports);
  try {
    const report = await measure(prepared.value, request, { ports, baseline });
    return { kind: "judged", ...await publishRun(report, request, { ports, baseline }) };
  } finally {
    await baseline?.store.close();
  }
}
async function measure(prepared, request, { ports, baseline }) {
  const refusal = await prepareTargets(plansOf(prepared), ports);
  if (refusal !== void 0) return describeReport(await describeUnbegun(prepared, ports, refusal), prepared);
  const [run, other] = await runLoad(prepared, plansOf(prepared), ports);
  const looks = other ? await lookLive({ candidate: run, baseline: other }, prepared, request, ports) : baseline && await lookStored(run, prepared, request, { ports, baseline });
  return describeReport(run, prepared, looks);
}
function plansOf({ plan, against }) {
  return against ? [plan, against] : [plan];
}
function lookLive(first, prepared, { interleave }, ports) {
  const { plan, against, config } = prepared;
  if (!against) throw new Error("two targets were measured where one was planned");
  return lookAtLive(first, {
    plans: { candidate: plan, baseline: against },
    interleave,
    sla: config.sla,
    runPair: async (plans) => {
      const [candidate, baseline] = await runLoad(prepared, [plans.candidate, plans.baseline], ports);
      if (!baseline) throw new Error("a burst of two targets measured one");
      return { candidate, baseline };
    },
    mask: masked(plan),
    onNote: (note) => ports.onNote(note)
  });
}
function lookStored(run, prepared, request, { ports, baseline }) {
  const { plan, config } = prepared;
  return lookAtBaseline(run, {
    plan,
    sla: config.sla,
    baseline,
    origin: readOrigin(ports.env),
    storesBursts: request.mode === "update-baseline",
    runBurst: async (next) => (await runLoad(prepared, [next], ports))[0],
    mask: masked(plan),
    onNote: (note) => ports.onNote(note)
  });
}
function masked({ program }) {
  const mask = createMasker(program.secrets);
  return (burst) => maskDeep(burst, mask);
}
function describeReport(run, { plan, config }, looks) {
  const verdict = judgeRun(
    run,
    config.sla,
    dataSeed(run),
    looks && { further: looks.made, others: looks.live?.runs, regression: looks.comparison?.result }
  );
  const more = {
    ...looks && looks.further.length > 0 && { further: looks.further },
    ...looks?.live && { live: looks.live },
    ...looks?.comparison && { comparison: looks.comparison }
  };
  return maskDeep({ run, verdict, handRows: compareValues(run, config.sla), ...more }, createMasker(plan.program.secrets));
}

export {
  escapeMarkdown,
  codeSpan,
  fitBlocks,
  comparisonBlocks,
  promiseTable,
  unjudgedBlocks,
  detailFolds,
  renderSummaryMd,
  titleBlock,
  reasonsBlock,
  endpointTable,
  socketTables,
  dataSeed,
  judgeRun,
  runGate
};
