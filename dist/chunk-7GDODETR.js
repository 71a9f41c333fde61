import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  SeededRandom
} from "./chunk-6YJF3WAO.js";

// src/plan/fire-times.ts
var EVERYTHING = { index: 0, count: 1 };
function evenFireTimes(curve, stripe = EVERYTHING) {
  const planned = countEvenArrivals(curve);
  const latestUs = curve.durationMs * 1e3 * (1 - 2 ** -40);
  let arrival = stripe.index;
  return {
    next() {
      if (arrival >= planned) return Number.POSITIVE_INFINITY;
      const dueUs = Math.min(timeOfCount(curve, arrival), latestUs);
      arrival += stripe.count;
      return dueUs;
    }
  };
}
function poissonFireTimes(curve, seed, stripe = EVERYTHING) {
  const endUs = curve.durationMs * 1e3;
  const random = new SeededRandom(seed, 1886349683);
  let reached = 0;
  let arrival = 0;
  return {
    next() {
      for (; ; ) {
        reached -= Math.log(1 - random.next());
        const dueUs = timeOfCount(curve, reached);
        if (!(dueUs < endUs)) return Number.POSITIVE_INFINITY;
        if (arrival++ % stripe.count === stripe.index) return dueUs;
      }
    }
  };
}
function countArrivals(curve, arrivals, seed) {
  if (arrivals === "even") return countEvenArrivals(curve);
  const times = poissonFireTimes(curve, seed);
  let count = 0;
  while (times.next() !== Number.POSITIVE_INFINITY) count++;
  return count;
}
function countEvenArrivals(curve) {
  return Math.max(0, Math.ceil(countAt(curve, curve.durationMs) - 1e-6));
}
function countAt(curve, ms) {
  const rampMs = Math.min(ms, curve.rampMs);
  const slopePerMs = curve.rampMs > 0 ? (curve.ratePerSec - curve.fromRatePerSec) / curve.rampMs : 0;
  const onRamp = (curve.fromRatePerSec * rampMs + slopePerMs * rampMs * rampMs / 2) / 1e3;
  return onRamp + curve.ratePerSec * Math.max(0, ms - curve.rampMs) / 1e3;
}
function timeOfCount(curve, count) {
  if (count <= 0) return curve.fromRatePerSec > 0 || curve.ratePerSec > 0 ? 0 : Number.POSITIVE_INFINITY;
  const onRamp = countAt(curve, curve.rampMs);
  if (count > onRamp)
    return curve.ratePerSec > 0 ? curve.rampMs * 1e3 + (count - onRamp) / curve.ratePerSec * 1e6 : Number.POSITIVE_INFINITY;
  const slopePerSec2 = (curve.ratePerSec - curve.fromRatePerSec) / curve.rampMs * 1e3;
  const root = Math.sqrt(Math.max(0, curve.fromRatePerSec ** 2 + 2 * slopePerSec2 * count));
  return 2 * count / (curve.fromRatePerSec + root) * 1e6;
}

export {
  evenFireTimes,
  poissonFireTimes,
  countArrivals,
  countAt
};
