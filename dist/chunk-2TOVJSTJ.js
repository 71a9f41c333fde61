import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  roundStatistic
} from "./chunk-GCV36XLM.js";

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

export {
  logGamma,
  studentTCdf,
  studentTQuantile,
  normalQuantile,
  probabilityBeyondBoth,
  suspectLevel,
  decideGauges,
  gaugeRow,
  finishRow,
  nameRow,
  toEvidence,
  fromEvidence
};
