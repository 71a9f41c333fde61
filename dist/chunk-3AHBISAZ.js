import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  addCounts,
  attemptsOf,
  lostOf,
  maxUs,
  minUs,
  rankOf,
  valueAtRank,
  zeroMessages,
  zeroRequests
} from "./chunk-PQ7UTJ5X.js";

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

export {
  mergeSockets,
  chargeableOf,
  countCarried,
  judgeLatency,
  countJudged,
  judgedPercentile
};
