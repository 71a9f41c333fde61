import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
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
  mergeDistributions,
  minUs,
  percentileUs,
  rankOf,
  sumCounts,
  valueAtRank,
  zeroMessages,
  zeroRequests
} from "./chunk-QC36IMXK.js";

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

// src/verdict/known-times.ts
function listKnownTimes({ stated, latency, counts }) {
  if (stated) return latency.count > 0 ? listRounded(latency, stated) : listStated(stated);
  return latency.count === 0 && counts.ok > 0 ? { ...NO_TIMES, count: counts.ok } : void 0;
}
var NO_TIMES = {
  of: "successes",
  meanUs: void 0,
  minUs: void 0,
  at: () => ({ low: void 0, high: void 0 }),
  figure: () => void 0
};
function listRounded(latency, { of, meanUs, minUs: minUs2, maxUs: maxUs2 }) {
  const whole = (us) => us === void 0 ? void 0 : wholeMilliseconds(us);
  const at = (rank) => ({ low: whole(valueAtRank(latency, rank)), high: whole(valueAtRank(latency, rank)) });
  const figure = (percentile) => percentile === 100 ? maxUs2 : whole(percentileUs(latency, percentile));
  return { of, count: latency.count, meanUs, minUs: minUs2, at, figure };
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
  const isCounted = attemptsOf(view.counts) > 0 || view.stated === void 0 || view.stated.count !== void 0;
  const attempts = isCounted ? attemptsOf(view.counts) : void 0;
  const failed = isCounted && explainMissing(engine, "failures") === void 0 ? failuresOf(view.counts) : void 0;
  const hasRate = failed !== void 0 && view.durationMs > 0 && attemptsOf(view.counts) > 0;
  const chargeable = chargeableOf(view);
  const span = (pick) => mergeDistributions(parts.map(pick));
  return {
    ...view,
    attempts,
    failed,
    failedRatio: failed === void 0 || chargeable === 0 ? void 0 : failed / chargeable,
    knowsConnections: explainMissing(engine, "connections") === void 0,
    okPerSec: hasRate ? view.counts.okBeforeEnd / (view.durationMs / 1e3) : void 0,
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
  if (!endpoint.stated) return judgedPercentile(judgeLatency(endpoint, "latency", false), percentile);
  const us = listKnownTimes(endpoint)?.figure(percentile);
  return us === void 0 ? void 0 : { state: "exact", us };
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
  listKnownTimes,
  summarizeEndpoints,
  compareText,
  percentileOf,
  lengthOf
};
