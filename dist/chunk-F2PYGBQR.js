import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import "./chunk-5PVW3TJC.js";

// src/load/measure-clock.ts
import { setTimeout as sleep } from "node:timers/promises";
var STALE_MS = 50;
var SECOND_MS = 1e3;
var ENOUGH_MS = 40 + STALE_MS;
var MOST_ASKED = 12;
function rangeOf({ sentMs, receivedMs, saysMs }) {
  return { fromMs: saysMs - receivedMs, toMs: saysMs + SECOND_MS + STALE_MS - sentMs };
}
function narrowRange(left, right) {
  const range = { fromMs: Math.max(left.fromMs, right.fromMs), toMs: Math.min(left.toMs, right.toMs) };
  return range.fromMs <= range.toMs ? range : void 0;
}
function waitForEdge({ fromMs, toMs }, sendMs) {
  const there = sendMs + (fromMs + toMs) / 2;
  return Math.ceil(there / SECOND_MS) * SECOND_MS - there;
}
async function measureClock({ ask, now, untilMs, signal }) {
  let range;
  let tripMs = 0;
  for (let asked = 0; asked < MOST_ASKED; asked++) {
    const waitMs = range === void 0 ? 0 : waitForEdge(range, now() + tripMs / 2);
    if (now() + waitMs + tripMs >= untilMs) break;
    if (waitMs > 0) await sleep(waitMs, void 0, { signal }).catch(() => void 0);
    if (signal.aborted) break;
    const sentMs = now();
    const date = await ask().catch(() => void 0);
    const receivedMs = now();
    const saysMs = Date.parse(date ?? "");
    if (Number.isNaN(saysMs)) return toOffset(range);
    tripMs = receivedMs - sentMs;
    const next = rangeOf({ sentMs, receivedMs, saysMs });
    const both = range === void 0 ? next : narrowRange(range, next);
    if (both === void 0) return void 0;
    range = both;
    if (range.toMs - range.fromMs <= ENOUGH_MS + tripMs) break;
  }
  return toOffset(range);
}
function toOffset(range) {
  if (range === void 0) return void 0;
  return { offsetMs: Math.round((range.fromMs + range.toMs) / 2), withinMs: Math.ceil((range.toMs - range.fromMs) / 2) };
}
export {
  measureClock,
  narrowRange,
  rangeOf,
  waitForEdge
};
