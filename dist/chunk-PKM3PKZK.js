import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  formatDuration
} from "./chunk-BRFOQZPS.js";

// src/plan/resolve-start.ts
var MOST_AHEAD_MS = 6 * 36e5;
function resolveStart({ kind, ms }, nowMs) {
  return kind === "at" ? ms : Math.ceil((nowMs + ms) / 1e3) * 1e3;
}
function explainFar(startAtMs, nowMs) {
  if (startAtMs - nowMs <= MOST_AHEAD_MS) return void 0;
  return `the start ${new Date(startAtMs).toISOString()} is more than ${formatDuration(MOST_AHEAD_MS)} ahead`;
}
function explainOver(startAtMs, nowMs) {
  return startAtMs > nowMs ? void 0 : `the start ${new Date(startAtMs).toISOString()} is over`;
}
function explainLate(lateMs) {
  return `it was ready ${formatDuration(Math.max(1, Math.round(lateMs)))} too late to begin with the others; give the plan a later start-at`;
}

export {
  resolveStart,
  explainFar,
  explainOver,
  explainLate
};
