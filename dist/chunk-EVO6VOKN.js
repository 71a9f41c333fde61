import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  addCounts,
  zeroRequests
} from "./chunk-QC36IMXK.js";

// src/metrics/check-books.ts
var MISSING_WORKERS = "workers that reported: ";
function checkBooks(books) {
  return [...checkIterations(books), ...checkRequests(books), ...checkSockets(books)];
}
function checkIterations(books) {
  const wrong = [];
  for (const { plan, iterations: book, endMs } of books.phases) {
    const begun = book.started + book.dropped + book.missed;
    if (books.complete && endMs !== void 0) expectEqual(wrong, `phase ${plan.name}: planned iterations`, book.planned, begun);
    expectEqual(wrong, `phase ${plan.name}: started iterations`, book.started, book.ok + book.failed + book.cut + book.interrupted);
  }
  for (const key of ["started", "dropped", "missed", "ok", "failed", "cut", "interrupted"]) {
    const inPhases = sum(books.phases.map((phase) => phase.iterations[key]));
    const inWorkers = sum(books.workers.map((worker) => worker.iterations[key]));
    expectEqual(wrong, `iterations ${key}, phases against workers`, inPhases, inWorkers);
  }
  return wrong;
}
function checkRequests(books) {
  const wrong = [];
  const total = zeroRequests();
  for (const series of books.series) {
    for (const { counts, slices, latency } of series.perPhase) {
      addCounts(total, counts);
      const ended = counts.ok + counts.failed + counts.timedOut + counts.cut + counts.interrupted;
      expectEqual(wrong, `${series.name}: started requests`, counts.started, ended);
      expectEqual(wrong, `${series.name}: successes against latencies`, counts.ok, latency.count);
      expectEqual(wrong, `${series.name}: successes against slices`, counts.ok, sum(slices.map((slice) => slice.ok)));
      expectEqual(wrong, `${series.name}: latencies against slices`, latency.count, sum(slices.map((slice) => slice.latency.count)));
      expectEqual(wrong, `${series.name}: failures against slices`, counts.failed, sum(slices.map((slice) => slice.failed)));
      const lost = counts.timedOut + counts.cut + counts.dropped;
      expectEqual(wrong, `${series.name}: lost requests against slices`, lost, sum(slices.map((slice) => slice.censored)));
    }
  }
  for (const key of Object.keys(total)) {
    expectEqual(wrong, `requests ${key}, series against workers`, total[key], sum(books.workers.map((worker) => worker.requests[key])));
  }
  expectEqual(wrong, "requests sent against requests ended", sum(books.workers.map((worker) => worker.requestsStarted)), total.started);
  return wrong;
}
function checkSockets(books) {
  const wrong = [];
  const ended = sum(books.workers.map((worker) => worker.sockets.ended));
  const parts = books.series.flatMap((series) => series.perPhase);
  expectEqual(wrong, "WebSockets opened against WebSockets ended", sum(books.workers.map((worker) => worker.sockets.opened)), ended);
  expectEqual(wrong, "WebSockets ended, workers against sessions", ended, sum(parts.map((part) => part.session.count)));
  return wrong;
}
function expectEqual(wrong, what, left, right) {
  if (left !== right) wrong.push(`${what}: ${left} is not ${right}`);
}
function sum(numbers) {
  return numbers.reduce((total, value) => total + value, 0);
}

export {
  MISSING_WORKERS,
  checkBooks
};
