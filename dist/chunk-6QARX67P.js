import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  zeroRequests
} from "./chunk-PQ7UTJ5X.js";

// src/metrics/cell.ts
var MOST_REASONS = 20;
function emptyCell(phase, series) {
  return {
    phase,
    series,
    counts: zeroRequests(),
    status: {},
    failures: /* @__PURE__ */ new Map(),
    spans: {},
    bytesSent: 0,
    bytesReceived: 0,
    socket: void 0,
    touched: false
  };
}
function addFailure(cell, failure, nowUs) {
  const atMs = Math.round(nowUs / 1e3);
  const isKnown = cell.failures.size < MOST_REASONS || cell.failures.has(keyOf(failure));
  const reason = isKnown ? failure.reason : `${failure.class} (other)`;
  const key = keyOf({ class: failure.class, reason });
  const known = cell.failures.get(key);
  if (known) {
    known.count++;
    known.lastMs = atMs;
    return;
  }
  cell.failures.set(key, { class: failure.class, reason, sample: failure.sample, count: 1, firstMs: atMs, lastMs: atMs });
}
function keyOf(failure) {
  return `${failure.class}: ${failure.reason}`;
}

// src/metrics/delta.ts
var SPANS = [
  "latency",
  "service",
  "ttfb",
  "failedLatency",
  "failedService",
  "queue",
  "connect",
  "tls",
  "body",
  "session"
];

export {
  emptyCell,
  addFailure,
  keyOf,
  SPANS
};
