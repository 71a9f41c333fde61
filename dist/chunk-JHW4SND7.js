import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  decideGauges,
  finishRow,
  fromEvidence,
  gaugeRow,
  normalQuantile,
  probabilityBeyondBoth,
  studentTQuantile,
  suspectLevel
} from "./chunk-2TOVJSTJ.js";
import {
  roundStatistic
} from "./chunk-GCV36XLM.js";
import {
  addSlices,
  listJudgedPhases,
  listSecondsOf
} from "./chunk-XW65F56M.js";
import {
  EMPTY_DISTRIBUTION,
  highestValueOfBucket,
  rankOf
} from "./chunk-QC36IMXK.js";
import {
  formatNumber,
  formatRatio
} from "./chunk-BRFOQZPS.js";
import {
  messageOf
} from "./chunk-WYDHRVNK.js";

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
  return phase?.plan.model === "closed" || phase?.plan.model === "iterations" || phase?.plan.model === "foreign";
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
var OUTAGE_SECONDS = 5;
var OUTAGE_FAILURES = 10;
function explainUnfitSide({ phases, series, ending }) {
  if (ending.state !== "complete")
    return `its burst was ${ending.state === "aborted" ? "aborted" : "cut short"}: ${withoutStop(ending.reason)}`;
  const judged = listJudgedPhases(phases);
  const silent = judged.flatMap((place) => phases[place] ?? []).find(({ startMs }) => startMs === void 0);
  if (silent) return `its phase ${silent.plan.name} never began`;
  const slices = listTracks({ phases, series }).flatMap((track) => track.slices);
  if (slices.some(({ ok }) => ok > 0)) return explainOutage(slices);
  const attempts = slices.reduce((sum, slice) => sum + slice.failed + slice.censored, 0);
  return attempts === 0 ? "no request was made to it" : `not one of its ${formatNumber(attempts, 0)} requests succeeded`;
}
function explainOutage(slices) {
  let seconds = 0;
  let failures = 0;
  for (const [, together] of [...Map.groupBy(slices, ({ second }) => second)].sort(([left], [right]) => left - right)) {
    const isAlive = together.some(({ ok }) => ok > 0);
    seconds = isAlive ? 0 : seconds + 1;
    failures = isAlive ? 0 : together.reduce((sum, { failed, censored }) => sum + failed + censored, failures);
    if (seconds >= OUTAGE_SECONDS && failures >= OUTAGE_FAILURES)
      return `it was down: ${formatNumber(failures, 0)} requests failed in ${OUTAGE_SECONDS} s or more without a success`;
  }
  return void 0;
}
function explainUnfitEndpoint(slices, most = MOST_FAILED) {
  let failed = 0;
  let attempts = 0;
  for (const slice of slices) {
    failed += slice.failed + slice.censored;
    attempts += slice.ok + slice.failed + slice.censored;
  }
  if (attempts === 0 || failed / attempts <= most) return void 0;
  return `${formatRatio(failed / attempts)} of the baseline's requests failed`;
}
function withoutStop(sentence) {
  return sentence.replace(/\.$/, "");
}

// src/config/match-pattern.ts
function matchPattern(pattern, name) {
  if (pattern === name) return true;
  let at = 0;
  let inPattern = 0;
  let star = -1;
  let starAt = 0;
  while (at < name.length) {
    if (pattern[inPattern] === "*") {
      star = inPattern++;
      starAt = at;
    } else if (pattern[inPattern] === name[at]) {
      inPattern++;
      at++;
    } else if (star >= 0) {
      inPattern = star + 1;
      at = ++starAt;
    } else return false;
  }
  while (pattern[inPattern] === "*") inPattern++;
  return inPattern === pattern.length;
}

// src/verdict/list-matches.ts
function specificity(pattern) {
  return pattern.includes("*") ? pattern.replaceAll("*", "").length : Number.POSITIVE_INFINITY;
}
function listMatches(rows, name) {
  return rows.filter((row) => matchPattern(row.pattern, name)).map((row) => ({ row, rank: specificity(row.pattern) })).sort((left, right) => left.rank === right.rank ? 0 : right.rank - left.rank).map(({ row }) => row);
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
var SOME_FAILED = 0.05;
function explainNoneFit(candidate, pairs) {
  if (pairs.size === 0) return listTracks(candidate).length === 0 ? void 0 : "no endpoint was reached on both sides";
  const [first] = [...pairs].flatMap(([endpoint, pair]) => {
    const why = pair.unfit ?? explainWorse(pair);
    return why === void 0 ? [] : [`${endpoint}: ${why}`];
  });
  return first;
}
function explainWorse({ candidate, baseline }) {
  return explainUnfitEndpoint(candidate, SOME_FAILED) === void 0 ? explainUnfitEndpoint(baseline, SOME_FAILED) : void 0;
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

// src/config/regression-rules.ts
var DEFAULT_REGRESSION_RULES = Object.freeze({
  percentiles: Object.freeze([Object.freeze({ percentile: 95, tolerance: 0.1 })]),
  throughput: 0.1,
  errorRatio: 5e-3,
  minChangeUs: 1e3,
  falseAlarm: 0.01,
  confirm: true,
  deploymentNoise: 0.02,
  endpoints: Object.freeze([])
});

// src/workspace/file-reader.ts
import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
var MOST_TEXT_BYTES = 64e6;
function createFileReader({ workingDirectory, root }, scenarioFile) {
  const bound = root === void 0 ? void 0 : realPathOr(root);
  const roots = [workingDirectory, dirname(resolve(workingDirectory, scenarioFile))].map(realPathOr);
  const open = (path) => {
    try {
      const real = realpathSync(path);
      const isAllowed = roots.some((folder) => isInside(folder, real)) && (bound === void 0 || isInside(bound, real));
      if (!isAllowed) return { error: `${shown(workingDirectory, path)} lies outside of the workspace` };
      return { real };
    } catch (error) {
      return { error: explain(shown(workingDirectory, path), error) };
    }
  };
  return {
    resolve: (relativeTo, path) => isAbsolute(path) ? path : join(dirname(resolve(workingDirectory, relativeTo)), path),
    text(path) {
      const opened = open(path);
      if ("error" in opened) return opened;
      try {
        if (statSync(opened.real).size > MOST_TEXT_BYTES) return { error: `${shown(workingDirectory, path)} is larger than 64 MB` };
        return readFileSync(opened.real, "utf8");
      } catch (error) {
        return { error: explain(shown(workingDirectory, path), error) };
      }
    },
    size(path) {
      const opened = open(path);
      if ("error" in opened) return opened;
      const stats = statSync(opened.real);
      return stats.isFile() ? stats.size : { error: `${shown(workingDirectory, path)} is not a file` };
    }
  };
}
function isInside(root, path) {
  const way = relative(root, path);
  return way === "" || !way.startsWith(`..${sep}`) && way !== ".." && !isAbsolute(way);
}
function realPathOr(path) {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
function shown(workingDirectory, path) {
  const way = relative(workingDirectory, path);
  return way.startsWith("..") ? path : way || path;
}
function explain(path, error) {
  const code = error instanceof Error && "code" in error ? error.code : void 0;
  if (code === "ENOENT") return `${path} does not exist`;
  if (code === "EACCES") return `${path} may not be read`;
  if (code === "EISDIR") return `${path} is a folder`;
  return `${path} cannot be read: ${messageOf(error)}`;
}

export {
  createFileReader,
  isInside,
  medianOf,
  concludeRows,
  listTracks,
  listPacedSeconds,
  explainUnfitSide,
  explainUnfitEndpoint,
  matchPattern,
  listMatches,
  listTolerances,
  measureErrorRatio,
  measureQuantile,
  showAround,
  explainTooFew,
  compareLive,
  noteDifferences,
  DEFAULT_REGRESSION_RULES
};
