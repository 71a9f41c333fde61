import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  roundStatistic
} from "./chunk-UQLPUTMJ.js";
import {
  listMatches
} from "./chunk-SW7VNKFN.js";
import {
  addSlices,
  listJudgedPhases,
  listSecondsOf
} from "./chunk-Z7FK4KV3.js";
import {
  formatNumber,
  formatRatio
} from "./chunk-BRFOQZPS.js";
import {
  EMPTY_DISTRIBUTION,
  highestValueOfBucket,
  rankOf
} from "./chunk-VBOHBSWN.js";

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

// src/verdict/regression/align-turns.ts
function alignTurns(candidate, baseline) {
  const [own, other] = [listJudgedSeconds(candidate), listJudgedSeconds(baseline)];
  if (own.length === other.length && own.every((second, index) => second === other[index])) return void 0;
  return { candidate: (slices) => countThrough(slices, own), baseline: (slices) => countThrough(slices, other) };
}
function listJudgedSeconds({ phases }) {
  return listSecondsOf(listJudgedPhases(phases).flatMap((place) => phases[place] ?? []));
}
function countThrough(slices, seconds) {
  const byTurn = /* @__PURE__ */ new Map();
  let turn = 0;
  for (const slice of slices) {
    while (turn + 1 < seconds.length && (seconds[turn + 1] ?? 0) <= slice.second) turn++;
    const together = byTurn.get(turn);
    if (together) together.push(slice);
    else byTurn.set(turn, [slice]);
  }
  return [...byTurn].map(([second, together]) => addSlices(second, together));
}

// src/verdict/log-gamma.ts
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

// src/verdict/regression/explain-unfit-side.ts
var MOST_FAILED = 0.5;
function explainUnfitSide({ phases, series, ending }) {
  if (ending.state !== "complete")
    return `its burst was ${ending.state === "aborted" ? "aborted" : "cut short"}: ${withoutStop(ending.reason)}`;
  const judged = listJudgedPhases(phases);
  const silent = judged.flatMap((place) => phases[place] ?? []).find(({ startMs }) => startMs === void 0);
  if (silent) return `its phase ${silent.plan.name} never began`;
  const slices = listTracks({ phases, series }).flatMap((track) => track.slices);
  if (slices.some(({ ok }) => ok > 0)) return void 0;
  const attempts = slices.reduce((sum, slice) => sum + slice.failed + slice.censored, 0);
  return attempts === 0 ? "no request was made to it" : `not one of its ${formatNumber(attempts, 0)} requests succeeded`;
}
function explainUnfitEndpoint(slices) {
  let failed = 0;
  let attempts = 0;
  for (const slice of slices) {
    failed += slice.failed + slice.censored;
    attempts += slice.ok + slice.failed + slice.censored;
  }
  if (attempts === 0 || failed / attempts <= MOST_FAILED) return void 0;
  return `${formatRatio(failed / attempts)} of the baseline's requests failed`;
}
function withoutStop(sentence) {
  return sentence.replace(/\.$/, "");
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

// src/verdict/regression/long-run-error.ts
var BLOCK_SECONDS = 5;
var MOST_BLOCKS = 36;
var LEAST_BLOCKS = 3;
var CALIBRATION = 1.1;
function estimateLongRunError(parts) {
  const length = parts.length;
  const block = Math.max(BLOCK_SECONDS, Math.ceil(length / MOST_BLOCKS));
  const blocks = Math.floor(length / block);
  if (blocks < LEAST_BLOCKS) return void 0;
  let sum = 0;
  for (let index = 0; index < block; index++) sum += parts[index] ?? 0;
  let squares = 0;
  for (let start = 0; start < length; start++) {
    squares += sum * sum;
    sum += (parts[(start + block) % length] ?? 0) - (parts[start] ?? 0);
  }
  const variance = squares / block * (blocks / (blocks - 1));
  return { error: roundStatistic(CALIBRATION * Math.sqrt(Math.max(0, variance))), degrees: blocks - 1 };
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
  let highestUs2 = 0;
  for (const { latency } of slices) {
    if (latency.count === 0) continue;
    lowest = Math.min(lowest, latency.buckets[0] ?? lowest);
    highest = Math.max(highest, latency.buckets.at(-1) ?? highest);
    highestUs2 = Math.max(highestUs2, latency.highestUs);
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
  return { lowest, counts, answered, lost, highestUs: highestUs2 };
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
  const { counts, lost, lowest, highestUs: highestUs2 } = counted;
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
    if (count > 0) visit(cell, count, Math.min(highestValueOfBucket(lowest + cell), highestUs2));
  }
  if (lost > 0) visit(counts.length, lost, Math.max(lostUs, highestUs2));
  for (let cell = counts.length - 2; cell >= 0; cell--) above[cell] = (above[cell] ?? 0) + (above[cell + 1] ?? 0);
  return { log, center, above };
}

// src/verdict/regression/live-evidence.ts
var LEAST_BEYOND = 30;
var LEAST_SECONDS = 12;
function compareQuantiles(pair, percentile, tau) {
  const lostUs = Math.max(highestUs(pair.baseline), highestUs(pair.candidate));
  const baseline = measureQuantile(pair.baseline, percentile, lostUs);
  const candidate = measureQuantile(pair.candidate, percentile, lostUs);
  const samples = { baseline: baseline?.samples ?? 0, candidate: candidate?.samples ?? 0 };
  if (!baseline || !candidate)
    return { state: "not-eligible", reason: `the ${baseline ? "candidate" : "baseline"} has no samples`, samples };
  if (baseline.isBound && candidate.isBound)
    return { state: "not-eligible", reason: `p${percentile} falls among lost requests on both sides`, samples };
  for (const [side, measure] of [
    ["baseline", baseline],
    ["candidate", candidate]
  ]) {
    const reason = explainTooFew(measure.samplesBeyond, measure.secondsBeyond, percentile);
    if (reason !== void 0) return { state: "not-eligible", reason: `the ${side} has ${reason}`, samples };
  }
  const noise = pairedError(pair, baseline.parts, candidate.parts);
  if (!noise) return { state: "not-eligible", reason: "the judged phases are shorter than 15 s", samples };
  const change = candidate.log - baseline.log;
  return {
    state: "compared",
    evidence: { change, ...addFloor(noise, 2 * tau * tau), floor: 2 * tau * tau },
    ...showAround(baseline.us, candidate.us, change),
    samples
  };
}
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
function compareErrorRatios(pair) {
  const baseline = measureErrorRatio(pair.baseline);
  const candidate = measureErrorRatio(pair.candidate);
  const samples = { baseline: baseline?.attempts ?? 0, candidate: candidate?.attempts ?? 0 };
  if (!baseline || !candidate)
    return { state: "not-eligible", reason: `the ${baseline ? "candidate" : "baseline"} has no samples`, samples };
  const noise = pairedError(pair, baseline.parts, candidate.parts);
  if (!noise) return { state: "not-eligible", reason: "the judged phases are shorter than 15 s", samples };
  const pooled = (baseline.bad + candidate.bad) / (baseline.attempts + candidate.attempts);
  const binomial = Math.sqrt(pooled * (1 - pooled) * (1 / baseline.attempts + 1 / candidate.attempts));
  return {
    state: "compared",
    evidence: { change: candidate.ratio - baseline.ratio, error: Math.max(noise.error, binomial), degrees: noise.degrees, floor: 0 },
    baseline: baseline.ratio,
    candidate: candidate.ratio,
    samples
  };
}
function addFloor(noise, floor) {
  const total = noise.error ** 2 + floor;
  if (total === 0 || noise.error === 0) return { error: Math.sqrt(total), degrees: floor > 0 ? 1e6 : noise.degrees };
  return { error: Math.sqrt(total), degrees: Math.min(1e6, noise.degrees * (total / noise.error ** 2) ** 2) };
}
function pairedError(pair, baseline, candidate) {
  const bySecond = /* @__PURE__ */ new Map();
  for (const [index, { second }] of pair.candidate.entries()) bySecond.set(second, candidate[index] ?? 0);
  for (const [index, { second }] of pair.baseline.entries()) bySecond.set(second, (bySecond.get(second) ?? 0) - (baseline[index] ?? 0));
  const ordered = [...bySecond].sort(([left], [right]) => left - right).map(([, part]) => part);
  return estimateLongRunError(Float64Array.from(ordered));
}
function highestUs(slices) {
  return slices.reduce((highest, { latency }) => Math.max(highest, latency.highestUs), 0);
}
function joinPairs(pairs) {
  const baseline = [];
  const candidate = [];
  let offset = 0;
  for (const pair of pairs) {
    const sides = [pair.baseline, pair.candidate].filter((slices) => slices.length > 0);
    const first = Math.min(...sides.map((slices) => slices[0]?.second ?? 0));
    const move = (slice) => ({ ...slice, second: offset + slice.second - first });
    baseline.push(...pair.baseline.map(move));
    candidate.push(...pair.candidate.map(move));
    if (sides.length > 0) offset += Math.max(...sides.map((slices) => slices.at(-1)?.second ?? 0)) - first + 1;
  }
  return { baseline, candidate };
}

// src/verdict/regression/compare-live.ts
function compareLive({ first, second, rules }) {
  const failed = [first, ...second].map(({ baseline }) => explainUnfitSide(baseline)).find((why2) => why2 !== void 0);
  if (failed !== void 0) return { state: "not-judged", why: { reason: "baseline-failed", why: failed }, rows: [], notes: [] };
  const look = pairTracks(first);
  const others = second.map((one) => pairTracks(one).pairs);
  const rows = [...look.pairs].flatMap(
    ([endpoint, pair]) => listRows(endpoint, { first: pair, both: joinLooks(endpoint, pair, others) }, rules)
  );
  const result = concludeRows({ rows, rules, notes: look.notes, hasSecondLook: second.length > 0 });
  if (result.state !== "not-judged") return result;
  const why = explainNoneFit(first.candidate, look.pairs);
  return why === void 0 ? result : { ...result, why: { reason: "baseline-failed", why } };
}
function joinLooks(endpoint, first, others) {
  const more = others.flatMap((pairs) => pairs.get(endpoint) ?? []);
  if (more.length === 0 || more.length < others.length) return void 0;
  const all = [first, ...more];
  return { ...joinPairs(all), unfit: all.map(({ unfit }) => unfit).find((why) => why !== void 0) };
}
function listRows(endpoint, pairs, rules) {
  const { percentiles, errorRatio } = listTolerances(rules, endpoint);
  const compareBoth = (compare) => ({
    first: compareFit(pairs.first, compare),
    both: pairs.both && compareFit(pairs.both, compare),
    sharedDegrees: void 0
  });
  return [
    ...percentiles.map(({ percentile, tolerance }) => ({
      endpoint,
      metric: { kind: "percentile", percentile },
      tolerance,
      minChange: rules.minChangeUs,
      ...compareBoth((pair) => compareQuantiles(pair, percentile, rules.deploymentNoise))
    })),
    { endpoint, metric: { kind: "error-ratio" }, tolerance: errorRatio, minChange: 0, ...compareBoth(compareErrorRatios) }
  ];
}
function compareFit(pair, compare) {
  const compared = compare(pair);
  return pair.unfit === void 0 ? compared : { state: "not-eligible", reason: pair.unfit, samples: compared.samples };
}
function explainNoneFit(candidate, pairs) {
  if (pairs.size === 0) return listTracks(candidate).length === 0 ? void 0 : "no endpoint was reached on both sides";
  const unfit = [...pairs].find(([, pair]) => pair.unfit !== void 0);
  return unfit && `${unfit[0]}: ${unfit[1].unfit ?? ""}`;
}
function pairTracks(look) {
  const candidates = listTracks(look.candidate);
  const align = alignTurns(look.candidate, look.baseline);
  const baselines = new Map(listTracks(look.baseline).map((track) => [track.name, track]));
  const pairs = new Map(
    candidates.flatMap((track) => {
      const other = baselines.get(track.name);
      if (!other) return [];
      const [own, others] = align ? [align.candidate(track.slices), align.baseline(other.slices)] : [track.slices, other.slices];
      return [[track.name, { baseline: others, candidate: own, unfit: explainUnfitEndpoint(others) }]];
    })
  );
  return { pairs, notes: noteDifferences(candidates, [...baselines.values()]) };
}
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

export {
  logGamma,
  studentTCdf,
  studentTQuantile,
  listTolerances,
  WINDOW_RUNS,
  admitRuns,
  listDifferences,
  nameRow,
  toEvidence,
  fromEvidence,
  medianOf,
  concludeRows,
  listTracks,
  listPacedSeconds,
  explainUnfitSide,
  explainUnfitEndpoint,
  measureErrorRatio,
  measureQuantile,
  showAround,
  explainTooFew,
  compareLive,
  noteDifferences
};
