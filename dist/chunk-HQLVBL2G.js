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
} from "./chunk-63LDAJXY.js";
import {
  describeComparison,
  groupReasons,
  listGated,
  listReasons,
  listRegressed
} from "./chunk-GYP35PTV.js";
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
  describeRow,
  formatBounds,
  formatChange,
  formatReach,
  formatSide,
  formatTolerance
} from "./chunk-HSEGUEGN.js";
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
  mergeDistributions,
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
var COLUMNS = [
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
      perSecond(window.map(({ requests }) => requests)),
      perSecond(window.map(({ failures }) => failures)),
      ...formatPercentiles(totals.times),
      ...formatTotals(totals)
    ];
  });
  return formatCsv(COLUMNS, rows);
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
function perSecond(counts) {
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
  const perSecond2 = (count) => formatPythonFloat(seconds > 0 ? count / seconds : 0);
  return [
    row.method,
    row.name,
    ...formatTotals({ ...times, requests, failures, bytesReceived: row.bytesReceived, times }),
    perSecond2(requests),
    perSecond2(failures),
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
    `# HELP ${name} ${escapeText(help)}`,
    `# TYPE ${name} ${type}`,
    ...unit === void 0 ? [] : [`# UNIT ${name} ${unit}`],
    ...samples.map(({ suffix = "", labels, value }) => `${name}${suffix}${formatLabels(labels)} ${formatValue2(value)}`)
  ];
}
function formatLabels(labels) {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}="${escapeText(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}
function escapeText(text) {
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
    gauge("load_gate_failures", "Failures, by endpoint and class.", rows.flatMap(countClasses)),
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
function countClasses({ name, failures }) {
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

// src/report/escape-markdown.ts
var REFERENCES = {
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
  return line.replace(MARKS, (mark) => `${mark}​`).replace(STRUCTURE, (character) => REFERENCES[character] ?? "").replaceAll("​", "&#8203;").replace(BEGINNING, (marker) => `${marker.slice(0, -1)}&#${marker.charCodeAt(marker.length - 1)};`);
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
    `  y-axis "${unit}" 0 --> ${roundUp(highest * HEADROOM / unitUs)}`,
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
function roundUp(value) {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1e-3)));
  const factor = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8].find((step) => step * power >= value) ?? 10;
  return Number((factor * power).toPrecision(2));
}

// src/report/summary-chart.ts
var MOST_POINTS = 60;
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
  const stepSec = Math.ceil(Math.max(seconds / MOST_POINTS, SAMPLES_A_POINT * slices.length / samples));
  const steps = Map.groupBy(slices, ({ second }) => Math.floor((second - first) / stepSec));
  const points = Array.from({ length: Math.floor((last - first) / stepSec) + 1 }, (_, step) => measurePoint(steps.get(step) ?? []));
  return { fromSec: first, stepSec, points };
}
function measurePoint(slices) {
  const latency = mergeDistributions(slices.map((slice) => slice.latency));
  const [p50Us, p95Us] = [percentileUs(latency, 50), percentileUs(latency, 95)];
  return p50Us === void 0 || p95Us === void 0 ? void 0 : { p50Us, p95Us };
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

// src/report/summary-comparison.ts
var COLUMNS2 = ["", "metric", "base → now >", "change >", "tolerance >", "could see >"];
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
    open.length > 0 ? tableBlock(title, COLUMNS2, open.map(rowCells)) : { head: [title], rows: [], tail: [] },
    ...folded.length > 0 ? [{ summary: `Unchanged: ${formatNumber(folded.length, 0)}`, blocks: [tableBlock("", COLUMNS2, folded.map(rowCells))] }] : [],
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
var COLUMNS3 = ["", "endpoint", "promise", "observed >", "about 85 % >", "budget used >", "samples >"];
var OPTIONAL = /* @__PURE__ */ new Set(["about 85 % >", "budget used >"]);
function promiseTable(title, checks) {
  const rows = checks.map(checkRow);
  const shown = COLUMNS3.map((column, index) => !OPTIONAL.has(column) || rows.some((row) => row[index] !== NOTHING));
  const pick = (cells) => cells.filter((_, index) => shown[index]);
  return tableBlock(title, pick(COLUMNS3), rows.map(pick));
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
  const body = [...selected.map((row) => endpointRow(row, codeSpan(row.name, 120))), endpointRow(total, "**total**")];
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
function endpointRow(row, name) {
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
