import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  holds,
  holdsFromBound
} from "./chunk-GCV36XLM.js";
import {
  explainMissing
} from "./chunk-B3YCOJUD.js";
import {
  EMPTY_DISTRIBUTION,
  addCounts,
  addStatus,
  attemptsOf,
  failuresOf,
  lostOf,
  maxUs,
  meanUs,
  mergeDistributions,
  minUs,
  percentileUs,
  rankOf,
  sumCounts,
  valueAtRank,
  zeroMessages,
  zeroRequests
} from "./chunk-QC36IMXK.js";
import {
  formatNumber,
  formatRatio
} from "./chunk-BRFOQZPS.js";

// src/verdict/judged-latency.ts
function judgeLatency(view, span, failuresLost) {
  const answered = view[span];
  if (span === "session") return { answered, lost: 0, lowerBoundUs: void 0 };
  const lost = lostOf(view.counts) + (failuresLost ? view.counts.failed : 0);
  const slowest = maxUs(answered);
  const waited = span === "ttfb" ? void 0 : minUs(view.failedService);
  const waitedByAll = view.counts.dropped === 0 ? waited ?? 0 : 0;
  const lowerBoundUs = slowest === void 0 ? waited : Math.max(slowest, waitedByAll);
  return { answered, lost, lowerBoundUs };
}
function countJudged(judged) {
  return judged.answered.count + judged.lost;
}
function judgedPercentile(judged, percentile) {
  const rank = rankOf(countJudged(judged), percentile);
  if (rank === 0) return void 0;
  const us = valueAtRank(judged.answered, rank);
  return us === void 0 ? { state: "censored", atLeastUs: judged.lowerBoundUs } : { state: "exact", us };
}

// src/verdict/explain-lack.ts
function explainLack(metric, engine) {
  const facet = facetOf(metric);
  return facet && explainMissing(engine, facet);
}
function facetOf(metric) {
  switch (metric.kind) {
    case "percentile":
      return metric.span === "ttfb" ? "first byte" : metric.span === "session" ? "sessions" : void 0;
    case "error-budget":
    case "failures":
    case "count":
    case "throughput":
      return "failures";
    case "status":
      return "statuses";
    case "upload":
      return "bytes sent";
    case "download":
      return "bytes received";
    case "concurrent":
    case "drops":
      return "connections";
    case "messages-in":
    case "messages-out":
      return "messages";
    case "late":
    case "duplicates":
    case "unmatched":
      return "matching";
    case "mean":
    case "min":
    case "max":
    case "duration":
      return void 0;
  }
}

// src/verdict/merge-sockets.ts
function mergeSockets(series, phases) {
  const messages = zeroMessages();
  for (const { socket } of series.flat()) if (socket) addCounts(messages, socket.counts);
  return {
    messages,
    concurrent: Math.max(mostOfOne(series.flat()), ...phases.map((phase, place) => mostTogether(series, phase, place))),
    carried: series.reduce((sum, parts) => sum + countCarried(parts), 0)
  };
}
function chargeableOf({ counts, carried }) {
  return attemptsOf(counts) + carried;
}
function countCarried(parts) {
  const counts = zeroRequests();
  for (const part of parts) addCounts(counts, part.counts);
  return Math.max(0, mostOfOne(parts) - attemptsOf(counts), counts.drops - counts.ok);
}
function mostOfOne(parts) {
  return parts.reduce((most, { socket }) => Math.max(most, socket?.concurrent ?? 0), 0);
}
function mostTogether(series, { endMs }, place) {
  const bySecond = /* @__PURE__ */ new Map();
  let most = 0;
  for (const parts of series) {
    for (const { second, open } of parts[place]?.socket?.seconds ?? []) {
      if (second * 1e3 >= (endMs ?? Number.POSITIVE_INFINITY)) continue;
      const together = (bySecond.get(second) ?? 0) + open;
      bySecond.set(second, together);
      most = Math.max(most, together);
    }
  }
  return most;
}

// src/verdict/measure-metric.ts
function measureMetric(metric, view, options) {
  const samples = chargeableOf(view);
  if (metric.kind === "duration" && view.durationMs <= 0) return noData("no judged phase has run", samples);
  if (samples === 0) return noData("no request was made", samples);
  switch (metric.kind) {
    case "duration":
      return view.hasWorkLeft ? { state: "censored", atLeast: view.durationMs * 1e3, samples } : { state: "measured", value: view.durationMs * 1e3, samples };
    case "percentile":
    case "mean":
    case "min":
    case "max":
      return measureLatency(metric, judgeLatency(view, metric.span, options.failuresLost), options.minSamples, view.counts);
    case "error-budget":
      return { state: "measured", value: failuresOf(view.counts) / samples, samples };
    case "failures":
      return { state: "measured", value: failuresOf(view.counts), samples };
    case "count":
      return { state: "measured", value: attemptsOf(view.counts), samples };
    case "status":
      return { state: "measured", value: countAnswers(view, metric.from, metric.to), samples };
    case "throughput":
      return perSecond(view.counts.okBeforeEnd, view, samples);
    case "upload":
      return perSecond(view.counts.sentBeforeEnd, view, samples);
    case "download":
      return perSecond(view.counts.receivedBeforeEnd, view, samples);
    case "concurrent":
      return { state: "measured", value: view.concurrent, samples };
    case "drops":
      return { state: "measured", value: view.counts.drops, samples };
    case "messages-in":
      return { state: "measured", value: view.messages.messagesIn, samples };
    case "messages-out":
      return { state: "measured", value: view.messages.messagesOut, samples };
    case "late":
    case "duplicates":
    case "unmatched":
      return { state: "measured", value: view.messages[metric.kind], samples };
  }
}
function requiredSamples(percentile, minSamples) {
  if (minSamples !== "auto") return Math.max(1, minSamples);
  return percentile >= 100 ? 1 : Math.ceil(1e3 / (100 - percentile) * (1 - 1e-9));
}
var NO_SPAN = {
  latency: "no request was made",
  service: "no request was made",
  ttfb: "nothing that has a first byte was answered",
  session: "no session has ended"
};
function measureLatency(metric, judged, minSamples, counts) {
  const attempts = attemptsOf(counts);
  if (judged.answered.count === 0 && (attempts === 0 || counts.ok > 0)) return noData(NO_SPAN[metric.span], 0);
  if (judged.answered.count === 0) return { state: "censored", atLeast: judged.lowerBoundUs, samples: attempts };
  const samples = countJudged(judged);
  switch (metric.kind) {
    case "percentile": {
      const needed = requiredSamples(metric.percentile, minSamples);
      const isDecided = judged.lost > needed - rankOf(needed, metric.percentile);
      if (samples >= needed || isDecided) return toMeasurement(judgedPercentile(judged, metric.percentile), samples);
      return noData(`${nameSamples(samples)}; p${metric.percentile} needs ${formatNumber(needed, 0)}`, samples);
    }
    case "max":
      return toMeasurement(judgedPercentile(judged, 100), samples);
    case "min":
      return toMeasurement(exact(minUs(judged.answered)), samples);
    case "mean": {
      const mean = meanUs(judged.answered);
      return toMeasurement(judged.lost > 0 ? { state: "censored", atLeastUs: mean } : exact(mean), samples);
    }
  }
}
function exact(us) {
  return us === void 0 ? void 0 : { state: "exact", us };
}
function toMeasurement(value, samples) {
  if (value === void 0) return noData("no request was answered", samples);
  return value.state === "exact" ? { state: "measured", value: value.us, samples } : { state: "censored", atLeast: value.atLeastUs, samples };
}
function countAnswers(view, from, to) {
  let count = 0;
  for (const [code, answers] of Object.entries(view.status)) {
    if (Number(code) >= from && Number(code) <= to) count += answers;
  }
  return count;
}
function perSecond(amount, view, samples) {
  return view.durationMs > 0 ? { state: "measured", value: amount / (view.durationMs / 1e3), samples } : noData("no judged phase has run", samples);
}
function noData(reason, samples) {
  return { state: "no-data", reason, samples };
}
function nameSamples(samples) {
  return samples === 1 ? "only 1 sample" : `only ${formatNumber(samples, 0)} samples`;
}

// src/verdict/measure-foreign.ts
var MOST_OF_TAIL = 0.1;
var MOST_IN_MEAN = 5e-3;
function measureForeign(metric, view, options) {
  const { engine } = options;
  if (engine?.kind !== "import") return void 0;
  const attempts = attemptsOf(view.counts);
  const lack = explainLack(metric, engine);
  if (lack !== void 0) return noData2(lack, attempts);
  if (metric.kind !== "percentile" && metric.kind !== "mean" && metric.kind !== "min" && metric.kind !== "max") return void 0;
  const times = listTimes(view);
  if (times === void 0) return void 0;
  if (times.count === void 0)
    return noData2(`${engine.format} does not say how many requests these figures are of, or how many of them failed`, attempts);
  if (attempts === 0) return noData2("no request was made", 0);
  if (times.count === 0 && view.counts.ok > 0) return noData2(`${engine.format} has no times of these requests`, attempts);
  if (view.counts.ok === 0) return { state: "censored", atLeast: void 0, samples: attempts };
  return measureTimes(metric, { ...times, count: times.count }, { view, options, format: engine.format });
}
function listTimes(view) {
  const { stated, latency } = view;
  if (stated) return latency.count > 0 ? listRounded(latency, stated) : listStated(stated);
  return latency.count === 0 && view.counts.ok > 0 ? { ...NO_TIMES, count: view.counts.ok } : void 0;
}
var NO_TIMES = {
  of: "successes",
  meanUs: void 0,
  minUs: void 0,
  at: () => ({ low: void 0, high: void 0 }),
  figure: () => void 0
};
function listRounded(latency, { of, meanUs: meanUs2, minUs: minUs2, maxUs: maxUs2 }) {
  const whole = (us) => us === void 0 ? void 0 : wholeMilliseconds(us);
  const at = (rank) => ({ low: whole(valueAtRank(latency, rank)), high: whole(valueAtRank(latency, rank)) });
  const figure = (percentile) => percentile === 100 ? maxUs2 : whole(percentileUs(latency, percentile));
  return { of, count: latency.count, meanUs: meanUs2, minUs: minUs2, at, figure };
}
function listStated({ of, count, percentiles, meanUs: mean, minUs: least, maxUs: most }) {
  const known = most === void 0 ? percentiles : [...percentiles.filter(({ percentile }) => percentile < 100), { percentile: 100, us: most }];
  const ranked = known.map(({ percentile, us }) => ({ percentile, rank: rankOf(count ?? 0, percentile), us }));
  return {
    of,
    count,
    meanUs: mean,
    minUs: least,
    at: (rank) => ({
      low: ranked.findLast((one) => one.rank < rank)?.us,
      high: ranked.find((one) => one.percentile === 100 || one.rank > rank)?.us
    }),
    figure: (wanted) => known.find(({ percentile }) => percentile === wanted)?.us
  };
}
function wholeMilliseconds(us) {
  return Math.floor(us / 1e3) * 1e3;
}
function measureTimes(metric, times, around) {
  const { view, options, format } = around;
  if (metric.kind === "percentile") return measurePercentile(metric.percentile, times, around);
  if (metric.kind === "max") return measurePercentile(100, times, around);
  const samples = attemptsOf(view.counts);
  const { failed } = view.counts;
  if (failed > 0 && options.failuresLost) return noData2(explainUnguarded(view), samples);
  if (failed > MOST_IN_MEAN * samples) return noData2(explainMixed(view, times.of), samples);
  const [value, name] = metric.kind === "mean" ? [times.meanUs, "mean"] : [times.minUs, "lowest value"];
  return value === void 0 ? noData2(`${format} has no ${name}`, samples) : { state: "measured", value, samples };
}
function measurePercentile(percentile, times, { view, options, format }) {
  const samples = attemptsOf(view.counts);
  const figure = times.figure(percentile);
  if (figure === void 0) return noData2(`${format} has no ${percentile === 100 ? "highest value" : `p${percentile}`}`, samples);
  const needed = requiredSamples(percentile, options.minSamples);
  const timed = Math.min(samples, times.count + (times.of === "all" ? 0 : view.counts.failed));
  if (timed < needed) return noData2(`${nameSamples(timed)}; p${percentile} needs ${formatNumber(needed, 0)}`, timed);
  const own = rankOf(times.count, percentile);
  const ranks = rankPercentile(percentile, times, { failed: view.counts.failed, failuresLost: options.failuresLost });
  if (ranks.low > ranks.most) return { state: "censored", atLeast: times.at(ranks.most).low, samples };
  if (ranks.high === own) return { state: "measured", value: figure, samples };
  const low = ranks.low === own ? figure : times.at(ranks.low).low;
  const high = Number.isFinite(ranks.high) ? times.at(ranks.high).high : void 0;
  const reason = options.failuresLost ? explainUnguarded(view) : explainMixed(view, times.of);
  return { state: "between", low: low ?? 0, high, samples, reason };
}
function rankPercentile(percentile, { of, count }, { failed, failuresLost }) {
  const own = rankOf(count, percentile);
  if (failed === 0) return { low: own, high: own, most: count };
  const withAll = rankOf(count + failed, percentile);
  if (of === "successes" && failuresLost) return { low: withAll, high: withAll, most: count };
  const most = of === "all" && failuresLost ? Math.max(1, count - failed) : count;
  if (!failuresLost && failed <= MOST_OF_TAIL * (1 - percentile / 100) * count) return { low: own, high: own, most };
  const isBounded = of === "all" ? own <= count - failed : withAll <= count;
  const highest = of === "all" ? own + failed : withAll;
  return { low: own, high: isBounded ? highest : Number.POSITIVE_INFINITY, most };
}
function explainUnguarded({ counts }) {
  return `${formatNumber(counts.failed, 0)} of ${formatNumber(attemptsOf(counts), 0)} requests failed, the file does not keep their times apart, and no error_budget charges them`;
}
function explainMixed({ counts }, of) {
  const why = of === "all" ? "does not keep their times apart" : "does not say how many of them were timeouts, which rank last";
  return `${formatRatio(counts.failed / attemptsOf(counts))} of the requests failed, and the file ${why}`;
}
function noData2(reason, samples) {
  return { state: "no-data", reason, samples };
}
function judgeBetween({ low, high }, comparison, limit) {
  const isHeld = (value) => holds(value, comparison, limit);
  switch (comparison) {
    case "<":
    case "<=":
      if (high !== void 0 && isHeld(high)) return { kept: true, value: high };
      return isHeld(low) ? void 0 : { kept: false, value: low };
    case ">":
    case ">=":
      if (holdsFromBound(low, comparison, limit)) return { kept: true, value: low };
      return high === void 0 || isHeld(high) ? void 0 : { kept: false, value: high };
    case "==":
    case "!=":
      return void 0;
  }
}

// src/verdict/list-judged-seconds.ts
function listJudgedPhases(phases) {
  return phases.flatMap(({ plan }, index) => plan.warmup || plan.model === "pause" ? [] : [index]);
}
function isSecondOf(phases, second) {
  const middleMs = second * 1e3 + 500;
  return phases.some(
    ({ startMs, endMs }) => startMs !== void 0 && startMs <= middleMs && middleMs < (endMs ?? Number.POSITIVE_INFINITY)
  );
}
function listSecondsOf(phases) {
  const seconds = /* @__PURE__ */ new Set();
  for (const { startMs, endMs } of phases) {
    if (startMs === void 0 || endMs === void 0) continue;
    for (let second = Math.ceil((startMs - 500) / 1e3); second * 1e3 + 500 < endMs; second++) seconds.add(second);
  }
  return [...seconds].sort((left, right) => left - right);
}

// src/verdict/merge-series-phases.ts
function mergeSeriesPhases(series, phases) {
  const parts = series.flat();
  const inPhases = new Set(listSecondsOf(phases));
  const slices = mergeSlices(
    parts.map((part) => part.slices),
    inPhases
  );
  return {
    ...mergeSockets(series, phases),
    counts: sumCounts(parts.map((part) => part.counts)),
    status: addStatus(parts.map((part) => part.status)),
    latency: mergeDistributions(parts.map((part) => part.latency)),
    service: mergeDistributions(parts.map((part) => part.service)),
    ttfb: mergeDistributions(parts.map((part) => part.ttfb)),
    session: mergeDistributions(parts.map((part) => part.session)),
    failedService: mergeDistributions(parts.map((part) => part.failedService)),
    bytesSent: parts.reduce((sum, part) => sum + part.bytesSent, 0),
    bytesReceived: parts.reduce((sum, part) => sum + part.bytesReceived, 0),
    durationMs: phases.reduce((sum, { startMs, endMs }) => sum + (startMs === void 0 || endMs === void 0 ? 0 : endMs - startMs), 0),
    hasWorkLeft: phases.some(({ plan, iterations }) => plan.model === "iterations" && iterations.dropped > 0),
    slices,
    phaseSlices: slices.filter(({ second }) => inPhases.has(second)),
    ...parts.length === 1 && parts[0]?.stated && { stated: parts[0].stated }
  };
}
function mergeSlices(lists, seconds) {
  const bySecond = new Map([...seconds].map((second) => [second, []]));
  for (const slice of lists.flat()) {
    const together = bySecond.get(slice.second);
    if (together) together.push(slice);
    else bySecond.set(slice.second, [slice]);
  }
  return [...bySecond].sort(([left], [right]) => left - right).map(([second, slices]) => addSlices(second, slices));
}
function addSlices(second, slices) {
  let ok = 0;
  let failed = 0;
  let censored = 0;
  for (const slice of slices) {
    ok += slice.ok;
    failed += slice.failed;
    censored += slice.censored;
  }
  const latency = slices.length === 0 ? EMPTY_DISTRIBUTION : mergeDistributions(slices.map((slice) => slice.latency));
  return { second, ok, failed, censored, latency };
}

// src/report/summarize-endpoints.ts
function summarizeEndpoints(run) {
  const judged = listJudgedPhases(run.phases);
  const phases = judged.flatMap((index) => run.phases[index] ?? []);
  const partsOf = run.series.map((series) => judged.flatMap((index) => series.perPhase[index] ?? []));
  const rows = run.series.map(({ name, kind, method, selected }, index) => ({
    name,
    kind,
    method,
    selected,
    ...summarize([partsOf[index] ?? []], phases, run.engine)
  }));
  const whole = summarize(partsOf, phases, run.engine);
  const { statedTotal: stated = whole.stated } = run;
  return { rows, total: { name: "total", kind: "total", method: "", selected: true, ...whole, ...stated && { stated } } };
}
function summarize(series, phases, engine) {
  const view = mergeSeriesPhases(series, phases);
  const parts = series.flat();
  const knowsAttempts = attemptsOf(view.counts) > 0 || view.stated === void 0 || view.stated.count !== void 0;
  const knowsFailures = knowsAttempts && explainMissing(engine, "failures") === void 0;
  const isCounted = knowsFailures && view.durationMs > 0 && attemptsOf(view.counts) > 0;
  const span = (pick) => mergeDistributions(parts.map(pick));
  return {
    ...view,
    attempts: attemptsOf(view.counts),
    failed: failuresOf(view.counts),
    chargeable: chargeableOf(view),
    knowsAttempts,
    knowsFailures,
    knowsConnections: explainMissing(engine, "connections") === void 0,
    okPerSec: isCounted ? view.counts.okBeforeEnd / (view.durationMs / 1e3) : void 0,
    failures: mergeFailures(parts.flatMap((part) => part.failures)),
    failedLatency: span((part) => part.failedLatency),
    queue: span((part) => part.queue),
    connect: span((part) => part.connect),
    tls: span((part) => part.tls),
    body: span((part) => part.body)
  };
}
function mergeFailures(failures) {
  const merged = /* @__PURE__ */ new Map();
  for (const failure of failures) {
    const key = `${failure.class}
${failure.reason}`;
    const known = merged.get(key);
    const earlier = known && known.firstMs <= failure.firstMs ? known : failure;
    const count = failure.count + (known?.count ?? 0);
    merged.set(key, { ...earlier, count, lastMs: Math.max(failure.lastMs, known?.lastMs ?? 0) });
  }
  return [...merged.values()].sort((left, right) => right.count - left.count || compareText(left.reason, right.reason));
}
function compareText(left, right) {
  return left < right ? -1 : left > right ? 1 : 0;
}
function percentileOf(endpoint, percentile) {
  const { stated } = endpoint;
  if (stated && (endpoint.latency.count === 0 || percentile === 100)) {
    const us = stated.percentiles.find((known) => known.percentile === percentile)?.us ?? (percentile === 100 ? stated.maxUs : void 0);
    return us === void 0 ? void 0 : { state: "exact", us };
  }
  const reading = judgedPercentile(judgeLatency(endpoint, "latency", false), percentile);
  return stated && reading?.state === "exact" ? { state: "exact", us: wholeMilliseconds(reading.us) } : reading;
}
function lengthOf(phase) {
  return phase.startMs === void 0 || phase.endMs === void 0 ? 0 : Math.max(0, phase.endMs - phase.startMs);
}

export {
  listJudgedPhases,
  isSecondOf,
  listSecondsOf,
  chargeableOf,
  countCarried,
  mergeSeriesPhases,
  mergeSlices,
  addSlices,
  judgeLatency,
  countJudged,
  judgedPercentile,
  measureMetric,
  requiredSamples,
  measureForeign,
  judgeBetween,
  summarizeEndpoints,
  compareText,
  percentileOf,
  lengthOf
};
