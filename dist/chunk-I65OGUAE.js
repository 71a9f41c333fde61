import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  roundStatistic
} from "./chunk-SYZ5DSLP.js";
import {
  listMatches
} from "./chunk-B56ZWI64.js";
import {
  buildFingerprint,
  buildRunFile
} from "./chunk-VPNJNPXV.js";
import {
  addSlices,
  listJudgedPhases,
  listSecondsOf
} from "./chunk-E6NH22QY.js";
import {
  EMPTY_DISTRIBUTION,
  highestValueOfBucket,
  rankOf
} from "./chunk-DEPG7QEM.js";
import {
  GateError
} from "./chunk-2EGEYTRJ.js";

// src/config/regression-rules.ts
var DEFAULT_REGRESSION_RULES = Object.freeze({
  percentiles: Object.freeze([Object.freeze({ percentile: 95, tolerance: 0.1 })]),
  throughput: 0.1,
  errorRatio: 5e-3,
  minChangeUs: 1e3,
  falseAlarm: 0.01,
  confirm: true,
  endpoints: Object.freeze([])
});

// src/verdict/regression/admit-runs.ts
var WINDOW_RUNS = 20;
var ADMITTED_EVENTS = /* @__PURE__ */ new Set(["push", "schedule"]);
function admitRuns(stored, fingerprint) {
  const ordered = [...stored].sort((left, right) => compareText(left.startedAt, right.startedAt) || compareText(left.id, right.id));
  const eligible = [];
  const leftOut = [];
  for (const run of ordered) {
    const reason = explainRefusal(run, fingerprint);
    if (reason === void 0) eligible.push(run);
    else leftOut.push({ run, reason });
  }
  const old = eligible.slice(0, Math.max(0, eligible.length - WINDOW_RUNS));
  const aged = old.map((run) => ({ run, reason: `older than the newest ${WINDOW_RUNS} runs` }));
  return { admitted: eligible.slice(old.length), eligible, leftOut: [...leftOut, ...aged] };
}
function explainRefusal(run, fingerprint) {
  const differences = listDifferences(run.fingerprint, fingerprint);
  if (differences.length > 0) return `not comparable: ${differences.join(", ")}`;
  if (!run.isDefaultBranch) return "not from the default branch";
  if (!ADMITTED_EVENTS.has(run.event)) return `started by ${run.event}, not by a push or a schedule`;
  if (!run.isValid) return "its measurement is not valid";
  if (!run.isAccepted) return "judged a regression, and not accepted yet";
  if (run.bursts.length === 0) return "holds no measurement";
  return void 0;
}
function listDifferences(stored, current) {
  return [
    ...stored.scenarioHash === current.scenarioHash ? [] : ["another scenario"],
    ...stored.profile === current.profile ? [] : [`profile ${stored.profile ?? "(none)"} instead of ${current.profile ?? "(none)"}`],
    ...stored.target === current.target ? [] : [`target ${stored.target} instead of ${current.target}`],
    ...stored.major === current.major ? [] : [`version ${stored.major} of load-gate instead of ${current.major}`]
  ];
}
function compareText(left, right) {
  return left < right ? -1 : left > right ? 1 : 0;
}

// src/gate-baseline.ts
import { randomInt } from "node:crypto";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

// src/verdict/student-t.ts
function studentTCdf(t, degrees) {
  const squared = t * t;
  const beyond = squared < degrees ? 1 - regularizedBeta(squared / (degrees + squared), 0.5, degrees / 2) : regularizedBeta(degrees / (degrees + squared), degrees / 2, 0.5);
  return t >= 0 ? 1 - beyond / 2 : beyond / 2;
}
function studentTQuantile(probability, degrees) {
  if (!(probability > 0 && probability < 1) || !(degrees > 0))
    throw new RangeError(`no t quantile for ${probability} and ${degrees} degrees of freedom`);
  if (probability === 0.5) return 0;
  if (probability < 0.5) return -studentTQuantile(1 - probability, degrees);
  let low = 0;
  let high = 1;
  while (studentTCdf(high, degrees) < probability && high < 1e300) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-13 * high; step++) {
    const middle = (low + high) / 2;
    if (studentTCdf(middle, degrees) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
function regularizedBeta(x, a, b) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - regularizedBeta(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b));
  return front * betaFraction(x, a, b) / a;
}
function betaFraction(x, a, b) {
  const tiny = 1e-300;
  const away = (value) => Math.abs(value) < tiny ? tiny : value;
  let c = 1;
  let d = 1 / away(1 - (a + b) * x / (a + 1));
  let fraction2 = d;
  for (let m = 1; m <= 1e3; m++) {
    const even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction2 *= d * c;
    const odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    fraction2 *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return fraction2;
}
function logGamma(x) {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  let sum = 0.9999999999998099;
  for (const [index, coefficient] of LANCZOS.entries()) sum += coefficient / (shifted + index + 1);
  const base = shifted + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(sum);
}
var LANCZOS = [
  676.5203681218851,
  -1259.1392167224028,
  771.3234287776531,
  -176.6150291621406,
  12.507343278686905,
  -0.13857109526572012,
  9984369578019572e-21,
  15056327351493116e-23
];

// src/verdict/regression/normal-distribution.ts
function normalCdf(z) {
  if (Number.isNaN(z)) return Number.NaN;
  const x = Math.abs(z);
  const beyond = x > 38 ? 0 : Math.exp(-0.5 * x * x) * (x < 7.07106781186547 ? horner(x, UPPER) / horner(x, LOWER) : fraction(x));
  return z > 0 ? 1 - beyond : beyond;
}
var UPPER = [
  0.0352624965998911,
  0.700383064443688,
  6.37396220353165,
  33.912866078383,
  112.079291497871,
  221.213596169931,
  220.206867912376
];
var LOWER = [
  0.0883883476483184,
  1.75566716318264,
  16.064177579207,
  86.7807322029461,
  296.564248779674,
  637.333633378831,
  793.826512519948,
  440.413735824752
];
function horner(x, coefficients) {
  let sum = 0;
  for (let index = 0; index < coefficients.length; index++) sum = sum * x + (coefficients[index] ?? 0);
  return sum;
}
function fraction(x) {
  let value = x + 0.65;
  for (let term = 4; term >= 1; term--) value = x + term / value;
  return 1 / (value * 2.506628274631);
}
function normalDensity(z) {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}
function normalQuantile(probability) {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`no normal quantile for ${probability}`);
  if (probability > 0.5) return -normalQuantile(1 - probability);
  let low = -40;
  let high = 0;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

// src/verdict/regression/reject-by-holm.ts
function rejectByHolm(pValues, level, family) {
  const rejected = pValues.map(() => false);
  const known = pValues.map((p) => Number.isNaN(p) ? 1 : p);
  const order = [...known.keys()].sort((left, right) => (known[left] ?? 1) - (known[right] ?? 1) || left - right);
  for (const [rank, place] of order.entries()) {
    if ((known[place] ?? 1) > level / (family - rank)) break;
    rejected[place] = true;
  }
  return rejected;
}

// src/verdict/regression/two-look-probability.ts
function probabilityBeyondBoth(first, second, looks) {
  const { correlation, sharedDegrees } = looks;
  if (sharedDegrees === void 0) return normalBeyondBoth(first, second, correlation);
  let sum = 0;
  for (const { scale, weight } of scaleNodes(sharedDegrees)) sum += weight * normalBeyondBoth(first * scale, second * scale, correlation);
  return sum;
}
var STEPS = 64;
var FAR = 6.5;
function normalBeyondBoth(first, second, correlation) {
  if (correlation > 0.99999) return normalCdf(-Math.max(first, second));
  const rest = Math.sqrt(1 - correlation * correlation);
  const from = Math.max(first, -FAR);
  const to = Math.max(FAR, from + 4);
  const width = (to - from) / STEPS;
  let sum = 0;
  for (let step = 0; step <= STEPS; step++) {
    const x = from + step * width;
    const factor = step === 0 || step === STEPS ? 1 : step % 2 === 1 ? 4 : 2;
    sum += factor * normalDensity(x) * normalCdf((correlation * x - second) / rest);
  }
  return sum * width / 3;
}
var NODES = 24;
function scaleNodes(degrees) {
  const spread = 6 / Math.sqrt(2 * degrees);
  const from = Math.max(1e-6, 1 - spread);
  const to = 1 + spread;
  const nodes = [];
  let total = 0;
  for (let step = 0; step < NODES; step++) {
    const scale = from + (step + 0.5) * (to - from) / NODES;
    const weight = Math.exp((degrees - 1) * Math.log(scale) - degrees * (scale * scale - 1) / 2);
    nodes.push({ scale, weight });
    total += weight;
  }
  return nodes.map(({ scale, weight }) => ({ scale, weight: weight / total }));
}

// src/verdict/regression/look-procedure.ts
var SUSPECT_EACH = 0.15;
var SUSPECT_FAMILY = 0.18;
function judgeLook(evidence) {
  const change = roundStatistic(evidence.change);
  const error = roundStatistic(evidence.error);
  const degrees = roundStatistic(evidence.degrees);
  if (!Number.isFinite(change) || !Number.isFinite(error) || !(degrees > 0) || error < 0)
    throw new RangeError(`no evidence in a change of ${change} ± ${error} with ${degrees} degrees of freedom`);
  const p = error === 0 ? change > 0 ? 0 : 1 : roundStatistic(1 - studentTCdf(change / error, degrees));
  return { change, error, degrees, p };
}
function suspectLevel(family) {
  return Math.min(SUSPECT_EACH, SUSPECT_FAMILY / family);
}
function isSuspect(gauge, family) {
  const look = judgeLook(gauge.first);
  return look.p <= suspectLevel(family) && look.change >= roundStatistic(gauge.halfTolerance);
}
function decideGauges(gauges, falseAlarm, confirm) {
  const family = gauges.length;
  const suspects = gauges.map((gauge) => confirm ? isSuspect(gauge, family) : true);
  const pValues = gauges.map((gauge, index) => suspects[index] ? finalP(gauge, confirm ? suspectLevel(family) : void 0) : 1);
  const rejected = rejectByHolm(pValues, falseAlarm, family);
  return gauges.map((gauge, index) => {
    const look = judgeLook(gauge.both ?? gauge.first);
    if (confirm && suspects[index] === true && gauge.both === void 0) return "suspect";
    if (rejected[index] === true && look.change >= roundStatistic(gauge.tolerance) && gauge.isWorthwhile) return "regressed";
    if (isImproved(gauge, look, falseAlarm / family)) return "improved";
    return confirm && suspects[index] === true ? "not-confirmed" : "unchanged";
  });
}
function isImproved(gauge, look, level) {
  const p = judgeLook({ ...look, change: -look.change }).p;
  return p <= level && -look.change >= roundStatistic(gauge.tolerance) && gauge.isWorthwhile;
}
function finalP(gauge, level) {
  const first = judgeLook(gauge.first);
  if (level === void 0) return first.p;
  if (!gauge.both) return 1;
  const both = judgeLook(gauge.both);
  if (both.error === 0 || first.error === 0) return both.p;
  const correlation = Math.min(1, both.error / first.error);
  const { sharedDegrees } = gauge;
  if (sharedDegrees !== void 0) {
    const firstT = studentTQuantile(1 - level, sharedDegrees);
    return roundStatistic(probabilityBeyondBoth(firstT, both.change / both.error, { correlation, sharedDegrees }));
  }
  const second = toNormal(both.p);
  return roundStatistic(probabilityBeyondBoth(normalQuantile(1 - level), second, { correlation, sharedDegrees }));
}
function toNormal(p) {
  return -normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, p)));
}

// src/verdict/regression/gauged-row.ts
function gaugeRow(row) {
  if (row.first.state !== "compared" || !canMatter(row)) return void 0;
  const both = row.both?.state === "compared" ? row.both : void 0;
  const last = both ?? row.first;
  return {
    first: row.first.evidence,
    both: both?.evidence,
    tolerance: toEvidence(row.metric, row.tolerance),
    halfTolerance: toEvidence(row.metric, row.tolerance / 2),
    least: leastEvidence(row.metric, last.baseline, row.minChange),
    isWorthwhile: Math.abs(last.candidate - last.baseline) >= row.minChange,
    sharedDegrees: row.sharedDegrees
  };
}
function finishRow(row, outcome, detectable) {
  const head = { name: nameRow(row), endpoint: row.endpoint, metric: row.metric, tolerance: row.tolerance };
  if (row.first.state === "not-eligible") return { ...head, samples: row.first.samples, state: "not-eligible", reason: row.first.reason };
  const measured = [row.first, ...row.both?.state === "compared" ? [row.both] : []];
  const { baseline, candidate, evidence, samples } = measured.at(-1) ?? row.first;
  const looks = measured.map((one) => judgeLook(one.evidence));
  const change = row.metric.kind === "error-ratio" ? candidate - baseline : fromEvidence(row.metric, evidence.change);
  return { ...head, samples, state: outcome ?? "unchanged", values: { baseline, candidate, change }, looks, detectable: detectable() };
}
function nameRow({ endpoint, metric }) {
  switch (metric.kind) {
    case "percentile":
      return `${endpoint} p${metric.percentile}`;
    case "error-ratio":
      return `${endpoint} error_rate`;
    case "throughput":
      return `${endpoint} throughput`;
  }
}
function toEvidence(metric, tolerance) {
  switch (metric.kind) {
    case "percentile":
      return Math.log1p(tolerance);
    case "throughput":
      return tolerance < 1 ? -Math.log1p(-tolerance) : Number.MAX_VALUE;
    case "error-ratio":
      return tolerance;
  }
}
function leastEvidence(metric, baseline, minChange) {
  switch (metric.kind) {
    case "percentile":
      return Math.log1p(minChange / Math.max(1, baseline));
    case "throughput":
      return minChange < baseline ? -Math.log1p(-minChange / baseline) : Number.MAX_VALUE;
    case "error-ratio":
      return minChange;
  }
}
function fromEvidence(metric, evidence) {
  switch (metric.kind) {
    case "percentile":
      return Math.expm1(evidence);
    case "throughput":
      return Math.expm1(-evidence);
    case "error-ratio":
      return evidence;
  }
}
function canMatter({ metric, tolerance, first }) {
  if (metric.kind !== "error-ratio" || first.state !== "compared") return true;
  const { baseline, candidate, samples } = first;
  const bad = baseline * samples.baseline + candidate * samples.candidate;
  return bad / Math.min(samples.baseline, samples.candidate) >= tolerance / 2;
}

// src/verdict/regression/estimate-detectable.ts
var POWER = 0.95;
var DATA_RATIO = 3;
var MOST_EVIDENCE = Math.log(10);
function estimateDetectable(gauge, metric, context) {
  const { first, sharedDegrees } = gauge;
  const { family, rules } = context;
  const level = rules.falseAlarm / family;
  const most = metric.kind === "error-ratio" ? 1 : MOST_EVIDENCE;
  const degrees = sharedDegrees ?? first.degrees;
  const least = Math.max(gauge.tolerance, gauge.least);
  if (!rules.confirm) {
    const bar = Math.max(studentTQuantile(1 - level, degrees) * first.error, least);
    return describe(bar + studentTQuantile(POWER, degrees) * first.error, most, metric);
  }
  const errorOfBoth = gauge.both?.error ?? Math.sqrt(gauge.first.floor + (first.error ** 2 - first.floor) / DATA_RATIO);
  if (first.error === 0 || errorOfBoth === 0) return describe(least, most, metric);
  const looks = { correlation: Math.min(1, errorOfBoth / first.error), sharedDegrees };
  const suspect = suspectLevel(family);
  const firstBar = Math.max(studentTQuantile(1 - suspect, degrees) * first.error, gauge.halfTolerance);
  const bothBar = Math.max(criticalValue(suspect, level, looks) * errorOfBoth, least);
  const power = (change) => probabilityBeyondBoth((firstBar - change) / first.error, (bothBar - change) / errorOfBoth, looks);
  return describe(solve(power, POWER, bothBar, most), most, metric);
}
function criticalValue(suspect, level, looks) {
  const first = looks.sharedDegrees === void 0 ? normalQuantile(1 - suspect) : studentTQuantile(1 - suspect, looks.sharedDegrees);
  return solve((value) => -probabilityBeyondBoth(first, value, looks), -level, -5, 12);
}
function solve(rising, value, low, high) {
  let [from, to] = [low, high];
  let [atFrom, atTo] = [rising(from) - value, rising(to) - value];
  if (atTo < 0) return high;
  if (atFrom >= 0) return low;
  let side = 0;
  for (let step = 0; step < 60 && to - from > 1e-6; step++) {
    const share = Math.min(0.9, Math.max(0.1, atFrom / (atFrom - atTo)));
    const middle = from + share * (to - from);
    const at = rising(middle) - value;
    if (at < 0) {
      [from, atFrom] = [middle, at];
      if (side === -1) atTo /= 2;
      side = -1;
    } else {
      [to, atTo] = [middle, at];
      if (side === 1) atFrom /= 2;
      side = 1;
    }
  }
  return roundStatistic(to);
}
function describe(evidence, most, metric) {
  return evidence < most * 0.999 ? Math.abs(fromEvidence(metric, evidence)) : void 0;
}

// src/verdict/regression/median-of.ts
function medianOf(values) {
  const sorted = [...values].sort((left, right) => left - right);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}

// src/verdict/regression/find-common-shift.ts
var LEAST_ENDPOINTS = 4;
var MOST_OF_THEM = 0.8;
var LEAST_FACTOR = 0.05;
function noteCommonShift(rows) {
  const byEndpoint = /* @__PURE__ */ new Map();
  for (const { endpoint, metric, first, both } of rows) {
    const last = both ?? first;
    if (metric.kind === "percentile" && last.state === "compared" && !byEndpoint.has(endpoint)) byEndpoint.set(endpoint, last.evidence);
  }
  const shifts = [...byEndpoint.values()];
  if (shifts.length < LEAST_ENDPOINTS) return [];
  const middle = medianOf(shifts.map(({ change }) => change));
  if (Math.abs(middle) < LEAST_FACTOR) return [];
  const moved = shifts.filter(
    ({ change, error }) => Math.sign(change) === Math.sign(middle) && Math.abs(change - middle) <= Math.max(2 * error, LEAST_FACTOR) && Math.abs(change) >= LEAST_FACTOR / 2
  );
  if (moved.length < MOST_OF_THEM * shifts.length) return [];
  return [{ kind: "environment-moved", factor: Math.exp(middle), moved: moved.length, of: shifts.length }];
}

// src/verdict/regression/conclude-rows.ts
function concludeRows({ rows, rules, notes, hasSecondLook }) {
  const gauged = rows.flatMap((row) => {
    const gauge = gaugeRow(row);
    return gauge ? [{ row, gauge }] : [];
  });
  const family = gauged.length;
  const outcomes = decideGauges(
    gauged.map(({ gauge }) => gauge),
    rules.falseAlarm,
    rules.confirm
  );
  const known = /* @__PURE__ */ new Map();
  for (const [index, { row, gauge }] of gauged.entries()) known.set(row, { outcome: outcomes[index] ?? "suspect", gauge });
  const finished = rows.map((row) => {
    const own = known.get(row);
    return finishRow(row, own?.outcome, () => own && estimateDetectable(own.gauge, row.metric, { family, rules }));
  });
  const all = [...notes, ...noteCommonShift(rows)];
  if (!finished.some(isJudged)) return { state: "not-judged", why: { reason: "nothing-eligible" }, rows: finished, notes: all };
  const named = (state) => finished.filter((row) => row.state === state).map(({ name }) => name);
  const [regressed, suspects] = [named("regressed"), named("suspect")];
  if (suspects.length > 0 && regressed.length === 0) return { state: "second-look", suspects, rows: finished, notes: all };
  return { state: "decided", regressed, looks: hasSecondLook ? 2 : 1, rows: finished, notes: all };
}
function isJudged(row) {
  if (row.state === "not-eligible") return false;
  return row.metric.kind !== "error-ratio" || row.state === "regressed" || row.state === "suspect";
}

// src/verdict/regression/list-tracks.ts
function listTracks(burst) {
  const places = listJudgedPhases(burst.phases);
  const seconds = listSecondsOf(places.flatMap((place) => burst.phases[place] ?? []));
  return burst.series.flatMap((series) => {
    if (!series.selected) return [];
    const slices = collectSlices(series, places, seconds);
    return slices.some(({ ok, failed, censored }) => ok + failed + censored > 0) ? [{ name: series.name, slices }] : [];
  });
}
function listPacedSeconds(burst) {
  const places = listJudgedPhases(burst.phases).filter((place) => isPaced(burst.phases[place]));
  const seconds = listSecondsOf(places.flatMap((place) => burst.phases[place] ?? []));
  const all = new Set(seconds);
  const bySecond = new Map(seconds.map((second) => [second, []]));
  for (const series of burst.series) {
    for (const slice of collectSlices(series, places, seconds)) if (all.has(slice.second)) bySecond.get(slice.second)?.push(slice);
  }
  return [...bySecond].map(([second, slices]) => ({
    second,
    ok: slices.reduce((sum, { ok }) => sum + ok, 0),
    failed: slices.reduce((sum, { failed }) => sum + failed, 0),
    censored: slices.reduce((sum, { censored }) => sum + censored, 0),
    latency: EMPTY_DISTRIBUTION
  }));
}
function isPaced(phase) {
  return phase?.plan.model === "closed" || phase?.plan.model === "iterations";
}
function collectSlices(series, places, seconds) {
  const bySecond = /* @__PURE__ */ new Map();
  for (const second of seconds) bySecond.set(second, { second, ok: 0, failed: 0, censored: 0, latency: EMPTY_DISTRIBUTION });
  for (const place of places) {
    for (const slice of series.perPhase[place]?.slices ?? []) {
      const known = bySecond.get(slice.second);
      const isSilent = known === void 0 || known.ok + known.failed + known.censored === 0;
      bySecond.set(slice.second, isSilent ? slice : addSlices(slice.second, [known, slice]));
    }
  }
  return [...bySecond.values()].sort((left, right) => left.second - right.second);
}

// src/verdict/regression/list-tolerances.ts
function listTolerances(rules, endpoint) {
  const [own] = listMatches(rules.endpoints, endpoint);
  if (!own) return { percentiles: rules.percentiles, errorRatio: rules.errorRatio };
  const byPercentile = new Map([...rules.percentiles, ...own.percentiles].map((one) => [one.percentile, one]));
  return {
    percentiles: [...byPercentile.values()].sort((left, right) => left.percentile - right.percentile),
    errorRatio: own.errorRatio ?? rules.errorRatio
  };
}

// src/verdict/regression/measure-error-ratio.ts
function measureErrorRatio(slices) {
  let bad = 0;
  let attempts = 0;
  for (const { ok, failed, censored } of slices) {
    bad += failed + censored;
    attempts += ok + failed + censored;
  }
  if (attempts === 0) return void 0;
  const ratio = bad / attempts;
  const parts = Float64Array.from(slices, ({ ok, failed, censored }) => (failed + censored - ratio * (ok + failed + censored)) / attempts);
  return { ratio, parts, attempts, bad };
}

// src/verdict/regression/measure-quantile.ts
function windowOf(percentile) {
  const beyond = 1 - percentile / 100;
  return { from: Math.max(percentile / 200, 1 - 2 * beyond), to: 1 - beyond / 2 };
}
function measureQuantile(slices, percentile, lostUs) {
  const counted = countBuckets(slices);
  const samples = counted.answered + counted.lost;
  if (samples === 0) return void 0;
  const window = windowOf(percentile);
  const walked = walkValues(counted, window, lostUs);
  const rank = rankOf(samples, percentile);
  const beyond = bucketAtRank(counted, rank);
  const parts = new Float64Array(slices.length);
  let secondsBeyond = 0;
  for (const [index, slice] of slices.entries()) {
    const { buckets, counts } = slice.latency;
    let sum = 0;
    for (let place = buckets.length - 1; place >= 0; place--) {
      const above = walked.above[(buckets[place] ?? 0) - counted.lowest] ?? 0;
      sum += (counts[place] ?? 0) * above;
    }
    parts[index] = ((slice.latency.count + slice.censored) * walked.center - sum) / samples;
    if (slice.censored > 0 || (buckets.at(-1) ?? -1) >= beyond) secondsBeyond++;
  }
  const us = Number.isFinite(beyond) ? Math.min(highestValueOfBucket(beyond), counted.highestUs) : Math.max(lostUs, counted.highestUs);
  return {
    log: walked.log,
    us,
    parts,
    samples,
    samplesBeyond: samples - rank,
    secondsBeyond,
    isBound: counted.answered < window.to * samples
  };
}
function countBuckets(slices) {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = -1;
  let highestUs = 0;
  for (const { latency } of slices) {
    if (latency.count === 0) continue;
    lowest = Math.min(lowest, latency.buckets[0] ?? lowest);
    highest = Math.max(highest, latency.buckets.at(-1) ?? highest);
    highestUs = Math.max(highestUs, latency.highestUs);
  }
  const counts = new Float64Array(highest < 0 ? 0 : highest - lowest + 1);
  let answered = 0;
  let lost = 0;
  for (const { latency, censored } of slices) {
    lost += censored;
    answered += latency.count;
    for (let place = 0; place < latency.buckets.length; place++) {
      const cell = (latency.buckets[place] ?? 0) - lowest;
      counts[cell] = (counts[cell] ?? 0) + (latency.counts[place] ?? 0);
    }
  }
  return { lowest, counts, answered, lost, highestUs };
}
function bucketAtRank({ counts, lowest }, rank) {
  let seen = 0;
  for (let cell = 0; cell < counts.length; cell++) {
    seen += counts[cell] ?? 0;
    if (seen >= rank) return lowest + cell;
  }
  return Number.POSITIVE_INFINITY;
}
function walkValues(counted, window, lostUs) {
  const { counts, lost, lowest, highestUs } = counted;
  const samples = counted.answered + lost;
  const width = window.to - window.from;
  const above = new Float64Array(counts.length);
  let log = 0;
  let center = 0;
  let seen = 0;
  let before;
  const visit = (cell, count, valueUs) => {
    const own = Math.log(Math.max(1, valueUs));
    if (before && before.share > window.from && before.share < window.to) {
      const step = (own - before.log) / width;
      above[before.cell] = step;
      center += step * before.share;
    }
    const shareBefore = seen / samples;
    seen += count;
    const share = seen / samples;
    log += own * Math.max(0, Math.min(share, window.to) - Math.max(shareBefore, window.from)) / width;
    before = { cell, log: own, share };
  };
  for (let cell = 0; cell < counts.length; cell++) {
    const count = counts[cell] ?? 0;
    if (count > 0) visit(cell, count, Math.min(highestValueOfBucket(lowest + cell), highestUs));
  }
  if (lost > 0) visit(counts.length, lost, Math.max(lostUs, highestUs));
  for (let cell = counts.length - 2; cell >= 0; cell--) above[cell] = (above[cell] ?? 0) + (above[cell + 1] ?? 0);
  return { log, center, above };
}

// src/verdict/regression/live-evidence.ts
var LEAST_BEYOND = 30;
var LEAST_SECONDS = 12;
function showAround(baselineUs, candidateUs, change) {
  const middle = (Math.log(Math.max(1, baselineUs)) + Math.log(Math.max(1, candidateUs))) / 2;
  return { baseline: Math.exp(middle - change / 2), candidate: Math.exp(middle + change / 2) };
}
function explainTooFew(samplesBeyond, secondsBeyond, percentile) {
  if (samplesBeyond < LEAST_BEYOND) return `only ${samplesBeyond} samples beyond p${percentile}; ${LEAST_BEYOND} are needed`;
  if (secondsBeyond < LEAST_SECONDS)
    return `its samples beyond p${percentile} in only ${secondsBeyond} different seconds; ${LEAST_SECONDS} are needed`;
  return void 0;
}

// src/verdict/regression/compare-live.ts
function noteDifferences(candidates, baselines) {
  const missingFrom = (all, others) => {
    const known = new Set(others.map(({ name }) => name));
    return all.map(({ name }) => name).filter((name) => !known.has(name));
  };
  const fresh = missingFrom(candidates, baselines);
  const gone = missingFrom(baselines, candidates);
  return [
    ...fresh.length > 0 ? [{ kind: "new-endpoints", names: fresh }] : [],
    ...gone.length > 0 ? [{ kind: "gone-endpoints", names: gone }] : []
  ];
}

// src/verdict/regression/estimate-components.ts
var LOG_PRIOR = { job: 0.08, burst: 0.04 };
var RATIO_PRIOR = { job: 1e-3, burst: 5e-4 };
var PRIOR_DEGREES = 4;
function estimateComponents(jobs, prior, leastBurstVariance = 0) {
  const filled = jobs.filter((bursts) => bursts.length > 0);
  const count = filled.length;
  if (count === 0) return void 0;
  const means = filled.map(meanOf);
  const mean = meanOf(means);
  const within = filled.flatMap((bursts, job) => bursts.map((value) => (value - (means[job] ?? 0)) ** 2)).reduce((sum, one) => sum + one, 0);
  const withinDegrees = filled.reduce((sum, bursts) => sum + bursts.length - 1, 0);
  const burstVariance = Math.max(leastBurstVariance, (PRIOR_DEGREES * prior.burst ** 2 + within) / (PRIOR_DEGREES + withinDegrees));
  const burstsEach = count / filled.reduce((sum, bursts) => sum + 1 / bursts.length, 0);
  const between = means.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const degrees = PRIOR_DEGREES + count - 1;
  const jobVariance = Math.max(0, (PRIOR_DEGREES * prior.job ** 2 + between - (count - 1) * burstVariance / burstsEach) / degrees);
  return { mean, jobs: count, burstsEach, jobVariance, burstVariance, degrees };
}
function predictVariance(components, bursts) {
  const { jobs, burstsEach, jobVariance, burstVariance } = components;
  const floor = jobVariance * (1 + 1 / jobs) + burstVariance / (jobs * burstsEach);
  return { total: floor + burstVariance / bursts, floor };
}
function meanOf(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

// src/verdict/regression/find-creep.ts
var ANCHOR_RUNS = 10;
var LATEST_RUNS = 3;
var LEVEL = 0.01;
function findCreep(points, tolerance, prior) {
  const pinned = points.slice(
    Math.max(
      0,
      points.findLastIndex(({ isAcceptedByHand }) => isAcceptedByHand)
    )
  );
  if (pinned.length < ANCHOR_RUNS + LATEST_RUNS) return void 0;
  const anchor = estimateComponents(
    pinned.slice(0, ANCHOR_RUNS).map(({ values }) => values),
    prior
  );
  const latest = pinned.slice(-LATEST_RUNS).map(({ values }) => meanOf(values));
  if (!anchor) return void 0;
  const change = meanOf(latest) - anchor.mean;
  const each = anchor.jobVariance + anchor.burstVariance / anchor.burstsEach;
  const error = Math.sqrt(each * (1 / LATEST_RUNS + 1 / anchor.jobs));
  const p = 1 - studentTCdf(change / error, anchor.degrees);
  return change >= tolerance && p <= LEVEL ? change : void 0;
}

// src/verdict/regression/follow-level.ts
var OUTLIER_MADS = 5;
var LEAST_MEMBERS = 5;
var MISHAP_SHARE = 0.1;
function followLevel(points, leastMad) {
  let members = [];
  let shift;
  const outliers = [];
  let before;
  for (const point of points) {
    const distance = distanceFrom(members, point, leastMad);
    const isBetterOutlier = distance < -OUTLIER_MADS;
    const isOutlier = Math.abs(distance) > OUTLIER_MADS;
    const change = point.value - medianOf(members.map(({ value }) => value));
    if (isOutlier && point.isAcceptedByHand) {
      shift = { from: point, change };
      members = [point];
    } else if (isBetterOutlier && before?.isBetterOutlier) {
      shift = { from: before.point, change };
      members = [before.point, point];
      outliers.pop();
    } else if (isOutlier) {
      outliers.push({ point, direction: isBetterOutlier ? "better" : "worse" });
    } else members.push(point);
    before = { point, isBetterOutlier };
  }
  const kept = members.filter((point) => point.isAcceptedByHand || Math.abs(distanceFrom(members, point, leastMad)) <= OUTLIER_MADS);
  for (const point of members) {
    if (!kept.includes(point)) outliers.push({ point, direction: distanceFrom(members, point, leastMad) < 0 ? "better" : "worse" });
  }
  const recurring = listRecurring(points, kept, outliers);
  return {
    members: points.filter((point) => kept.includes(point) || recurring.has(point)),
    outliers: outliers.filter(({ point }) => !recurring.has(point)),
    shift
  };
}
function listRecurring(points, members, outliers) {
  const lastNormal = points.findLastIndex((point) => members.includes(point));
  const firstNormal = points.findIndex((point) => members.includes(point));
  const between = outliers.map(({ point }) => point).filter((point) => isBetween(points.indexOf(point), firstNormal, lastNormal));
  return new Set(between.length >= 2 && between.length > MISHAP_SHARE * (members.length + between.length) ? between : []);
}
function isBetween(place, first, last) {
  return first < place && place < last;
}
function distanceFrom(members, point, leastMad) {
  if (members.length < LEAST_MEMBERS) return 0;
  const middle = medianOf(members.map(({ value }) => value));
  const mad = medianOf(members.map(({ value }) => Math.abs(value - middle)));
  return (point.value - middle) / Math.max(mad, leastMad);
}

// src/verdict/regression/history-row.ts
function followRow(jobs, key) {
  const { members, shift } = followLevel(listPoints(jobs, key), key.metric.kind === "error-ratio" ? 1e-3 : 0.02);
  return {
    members,
    notes: shift ? [{ kind: "level-shift", from: shift.from.id, change: fromEvidence(key.metric, shift.change) }] : []
  };
}
function listPoints(jobs, key) {
  return jobs.flatMap(({ run, bursts }) => {
    const measured = pickMeasured(bursts, key);
    if (measured.length === 0) return [];
    return [{ id: run.id, value: meanOf(measured.map(({ value }) => value)), isAcceptedByHand: run.isAcceptedByHand, bursts: measured }];
  });
}
function pickMeasured(bursts, key) {
  return bursts.flat().filter((one) => one.state === "measured" && nameRow(one) === key.name);
}
function compareWithJobs(key, members, candidate) {
  const own = pickMeasured(candidate, key);
  const stored = members.flatMap(({ bursts }) => bursts);
  const samples = { baseline: sumSamples(stored), candidate: sumSamples(own) };
  const values = members.map(({ bursts }) => bursts.map(({ value }) => value));
  const components = estimateComponents(values, priorOf(key), leastVariance(key, stored, own));
  const degrees = components?.degrees ?? 1;
  const refused = candidate.flat().find((one) => one.state === "not-eligible" && nameRow(one) === key.name);
  if (refused?.state === "not-eligible")
    return { compared: { state: "not-eligible", reason: `the candidate has ${refused.reason}`, samples }, degrees };
  if (!components || own.length < candidate.length)
    return { compared: { state: "not-eligible", reason: "not every burst of the candidate has measured it", samples }, degrees };
  const { total, floor } = predictVariance(components, own.length);
  const change = meanOf(own.map(({ value }) => value)) - components.mean;
  const evidence = { change, error: Math.sqrt(total), degrees, floor };
  return { compared: { state: "compared", evidence, ...show(key, members, own, change), samples }, degrees };
}
function show(key, members, own, change) {
  const stored = members.map(({ bursts }) => bursts.map(({ shown: shown2 }) => shown2));
  const shown = own.map((one) => one.shown);
  if (key.metric.kind === "error-ratio") return { baseline: meanOf(stored.map(meanOf)), candidate: meanOf(shown) };
  const middle = (values) => meanOf(values.map((value) => Math.log(Math.max(1e-9, value))));
  if (key.metric.kind === "throughput") return { baseline: Math.exp(meanOf(stored.map(middle))), candidate: Math.exp(middle(shown)) };
  return showAround(Math.exp(meanOf(stored.map(middle))), Math.exp(middle(shown)), change);
}
function priorOf(key) {
  return key.metric.kind === "error-ratio" ? RATIO_PRIOR : LOG_PRIOR;
}
function leastVariance(key, stored, own) {
  if (key.metric.kind !== "error-ratio") return 0;
  const all = [...stored, ...own];
  const attempts = sumSamples(all);
  const bad = all.reduce((sum, { value, samples }) => sum + value * samples, 0);
  const ratio = attempts === 0 ? 0 : bad / attempts;
  return attempts === 0 ? 0 : ratio * (1 - ratio) * all.length / attempts;
}
function sumSamples(values) {
  return values.reduce((sum, { samples }) => sum + samples, 0);
}
function listCreep(jobs, keys) {
  return keys.flatMap((key) => {
    const points = listPoints(jobs, key).map(({ bursts, isAcceptedByHand }) => ({
      values: bursts.map(({ value }) => value),
      isAcceptedByHand
    }));
    const change = findCreep(points, toEvidence(key.metric, key.tolerance), priorOf(key));
    return change === void 0 ? [] : [{ kind: "creep", name: key.name, change: fromEvidence(key.metric, change) }];
  });
}

// src/verdict/regression/measure-burst.ts
function measureBurst(burst, percentilesOf) {
  const values = listTracks(burst).flatMap(({ name, slices }) => {
    const percentiles = percentilesOf(name).map(({ percentile }) => {
      const head = { endpoint: name, metric: { kind: "percentile", percentile } };
      const measure = measureQuantile(slices, percentile, 0);
      if (!measure) return { ...head, samples: 0, state: "not-eligible", reason: "no samples" };
      const { samples, samplesBeyond, secondsBeyond, isBound, log, us } = measure;
      const reason = explainTooFew(samplesBeyond, secondsBeyond, percentile);
      if (reason !== void 0) return { ...head, samples, state: "not-eligible", reason };
      if (isBound && slices.every(({ ok }) => ok === 0)) return { ...head, samples, state: "not-eligible", reason: "not one success" };
      return { ...head, samples, state: "measured", value: log, shown: us };
    });
    const errors = measureErrorRatio(slices);
    const metric = { kind: "error-ratio" };
    return errors ? [...percentiles, { endpoint: name, metric, samples: errors.attempts, state: "measured", value: errors.ratio, shown: errors.ratio }] : percentiles;
  });
  return [...values, ...measureThroughput(burst)];
}
function measureThroughput(burst) {
  const seconds = listPacedSeconds(burst);
  if (seconds.length === 0) return [];
  const head = { endpoint: "total", metric: { kind: "throughput" } };
  const ok = seconds.reduce((sum, slice) => sum + slice.ok, 0);
  if (ok === 0) return [{ ...head, samples: 0, state: "not-eligible", reason: "not one success" }];
  const perSecond = ok / seconds.length;
  return [{ ...head, samples: ok, state: "measured", value: -Math.log(perSecond), shown: perSecond }];
}

// src/verdict/regression/compare-history.ts
function compareHistory({ looks, history, fingerprint, rules }) {
  const admission = admitRuns(history, fingerprint);
  const leftOut = admission.leftOut.length > 0 ? [{ kind: "left-out", runs: admission.leftOut.map(({ run, reason }) => ({ id: run.id, reason })) }] : [];
  if (admission.admitted.length === 0) return { state: "not-judged", why: explainNone(admission), rows: [], notes: leftOut };
  const percentilesOf = (endpoint) => listTolerances(rules, endpoint).percentiles;
  const jobs = admission.eligible.map((run) => ({ run, bursts: run.bursts.map((burst) => measureBurst(burst, percentilesOf)) }));
  const inWindow = jobs.slice(-admission.admitted.length);
  const [first, second] = looks;
  const firstBursts = first.map((burst) => measureBurst(burst, percentilesOf));
  const secondBursts = second?.map((burst) => measureBurst(burst, percentilesOf));
  const keys = listKeys(firstBursts, rules);
  const followed = keys.map((key) => ({ key, level: followRow(inWindow, key) }));
  const rows = followed.flatMap(({ key, level }) => {
    if (level.members.length === 0) return [];
    const { endpoint, metric, tolerance, minChange } = key;
    const one = compareWithJobs(key, level.members, firstBursts);
    const both = secondBursts && compareWithJobs(key, level.members, [...firstBursts, ...secondBursts]);
    return [{ endpoint, metric, tolerance, minChange, first: one.compared, both: both?.compared, sharedDegrees: one.degrees }];
  });
  const latest = jobs.at(-1)?.bursts.flat() ?? [];
  const notes = [
    ...noteDifferences(nameEndpoints(firstBursts.flat()), nameEndpoints([...latest, ...rows.map(({ endpoint }) => ({ endpoint }))])),
    ...followed.flatMap(({ key, level }) => level.notes.map((note) => ({ ...note, name: key.name }))),
    ...listCreep(jobs, keys),
    ...leftOut
  ];
  return concludeRows({ rows, rules, notes, hasSecondLook: second !== void 0 });
}
function explainNone({ leftOut }) {
  if (leftOut.length === 0) return { reason: "no-baseline" };
  const differences = leftOut.map(({ reason }) => reason).filter((reason) => reason.startsWith(NOT_COMPARABLE));
  if (differences.length < leftOut.length) return { reason: "none-admitted", stored: leftOut.length };
  return { reason: "not-comparable", differences: [...new Set(differences.map((reason) => reason.slice(NOT_COMPARABLE.length)))] };
}
var NOT_COMPARABLE = "not comparable: ";
function listKeys(bursts, rules) {
  const keys = /* @__PURE__ */ new Map();
  for (const { endpoint, metric } of bursts.flat()) {
    const name = nameRow({ endpoint, metric });
    keys.set(name, { name, endpoint, metric, ...limitsOf(endpoint, metric, rules) });
  }
  return [...keys.values()];
}
function limitsOf(endpoint, metric, rules) {
  const { percentiles, errorRatio } = listTolerances(rules, endpoint);
  switch (metric.kind) {
    case "percentile":
      return {
        tolerance: percentiles.find(({ percentile }) => percentile === metric.percentile)?.tolerance ?? 0,
        minChange: rules.minChangeUs
      };
    case "error-ratio":
      return { tolerance: errorRatio, minChange: 0 };
    case "throughput":
      return { tolerance: rules.throughput, minChange: 0 };
  }
}
function nameEndpoints(values) {
  return [...new Set(values.map(({ endpoint }) => endpoint))].filter((name) => name !== "total").map((name) => ({ name }));
}

// src/gate-baseline.ts
var MOST_NAMED = 5;
var SECOND_LOOK_BURSTS = 2;
async function openBaseline(where, key, ports) {
  const store = await openStore(where, key, ports);
  if (store === void 0) return void 0;
  const history = await store.list();
  if (history.state === "none-yet") return { store, history };
  const files = history.setAside.slice(0, MOST_NAMED).map(({ file, reason }) => `${file}: ${reason}`);
  if (history.state === "unusable") {
    await store.close();
    throw new GateError("LOAD_GATE_BASELINE_UNREADABLE", `none of the stored runs in ${store.where} can be used: ${files.join("; ")}`, {
      hint: "take these files away, or name another place with --baseline"
    });
  }
  for (const file of files) ports.onNote(`Set aside, and not part of the baseline: ${file}.`);
  return { store, history };
}
async function openStore(where, key, { cwd, env }) {
  switch (where.kind) {
    case "none":
      return void 0;
    case "file": {
      const { openFileStore } = await import("./chunk-E5KFRVCP.js");
      return openFileStore(resolve(cwd, where.path), key);
    }
    case "branch": {
      const { openBranchStore } = await import("./chunk-A24JTHTK.js");
      const pace = { chance: () => randomInt(2 ** 32) / 2 ** 32, now: () => Date.now(), sleep: (ms) => sleep(ms) };
      return openBranchStore({ cwd, env, remote: "origin", branch: where.branch }, key, pace);
    }
  }
}
function compareWithHistory(first, further, input) {
  const stored = input.history.state === "found" ? input.history.runs : [];
  return compareHistory({
    looks: further.length >= SECOND_LOOK_BURSTS ? [[first], further] : [[first]],
    history: stored.map((run) => toBaselineRun(run, input.origin)),
    fingerprint: buildFingerprint(first),
    rules: input.rules
  });
}
function isSlower({ verdict, comparison }) {
  const { result } = comparison ?? {};
  return verdict.state === "regression" || result?.state === "decided" && result.regressed.length > 0;
}
function explainUnfit({ run, verdict, comparison }) {
  if (verdict.state === "inconclusive")
    return "an inconclusive run is no baseline. Its SLA must promise something, and all of it must have been measured";
  if (run.ending.state !== "complete") return "a run that was aborted is no baseline";
  if (!hasSuccess(run)) return "a run without one success is no baseline";
  if (comparison?.result.state === "second-look") return "a run that may be slower lacks its second look";
  return void 0;
}
function hasSuccess({ series }) {
  return series.some(({ perPhase }) => perPhase.some(({ counts }) => counts.ok > 0));
}
function buildStoredRun(report, key, origin) {
  const { event, branch, commit } = origin;
  const from = {
    key,
    fingerprint: buildFingerprint(report.run),
    commit,
    branch,
    event,
    accepted: !isSlower(report)
  };
  return buildRunFile(from, report);
}
function toBaselineRun({ id, origin, acceptance, judged, report }, { isCi, defaultBranch }) {
  const { commit, branch, event, fingerprint } = origin;
  const bursts = [report.run, ...report.further ?? []];
  const isByHand = branch === void 0 && event === void 0;
  return {
    id,
    startedAt: report.run.startedAt,
    commit: commit ?? "",
    fingerprint,
    event: event ?? "push",
    isDefaultBranch: !isCi || isByHand || branch !== void 0 && branch === defaultBranch,
    isValid: judged !== "inconclusive" && bursts.every(({ ending }) => ending.state === "complete"),
    isAccepted: origin.accepted || acceptance !== void 0,
    isAcceptedByHand: acceptance !== void 0,
    bursts
  };
}

export {
  listTolerances,
  studentTQuantile,
  DEFAULT_REGRESSION_RULES,
  WINDOW_RUNS,
  SECOND_LOOK_BURSTS,
  openBaseline,
  openStore,
  compareWithHistory,
  isSlower,
  explainUnfit,
  hasSuccess,
  buildStoredRun
};
