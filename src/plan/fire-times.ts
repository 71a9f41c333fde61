import { SeededRandom } from '../seeded-random.ts';

/**
 * The intended starts of one stripe of an open phase, µs since the phase's start, ascending; Infinity when there are no more.
 * The whole sequence is fixed by plan and seed, whatever the number of workers or shards: stripe i of k takes every k-th arrival from i on.
 */
export interface FireTimes {
  next(): number;
}

/** How the rate runs: linear from `fromRatePerSec` to `ratePerSec` over `rampMs`, then level until `durationMs`. */
export interface RateCurve {
  readonly fromRatePerSec: number;
  readonly ratePerSec: number;
  readonly rampMs: number;
  readonly durationMs: number;
}

export interface Stripe {
  readonly index: number;
  readonly count: number;
}

const EVERYTHING: Stripe = { index: 0, count: 1 };

/** Evenly spaced arrivals: the n-th (from 0) is due when the integral of the rate reaches n. */
export function evenFireTimes(curve: RateCurve, stripe: Stripe = EVERYTHING): FireTimes {
  const planned = countEvenArrivals(curve);
  // Rounding must not move the last arrival out of its phase.
  const latestUs = curve.durationMs * 1_000 * (1 - 2 ** -40);
  let arrival = stripe.index;
  return {
    next() {
      // Counted, not compared with the end: where a ramp runs out, the inverse of its integral loses half of its digits.
      if (arrival >= planned) return Number.POSITIVE_INFINITY;
      const dueUs = Math.min(timeOfCount(curve, arrival), latestUs);
      arrival += stripe.count;
      return dueUs;
    },
  };
}

/**
 * A Poisson process with the curve's rate: unit-rate exponential gaps −ln(1 − u), stretched by the inverse of the rate's integral
 * (time-rescaling theorem). Every stripe draws the whole sequence and keeps its own part.
 */
export function poissonFireTimes(curve: RateCurve, seed: number, stripe: Stripe = EVERYTHING): FireTimes {
  const endUs = curve.durationMs * 1_000;
  const random = new SeededRandom(seed, 0x706f6973);
  let reached = 0;
  let arrival = 0;
  return {
    next() {
      for (;;) {
        reached -= Math.log(1 - random.next());
        const dueUs = timeOfCount(curve, reached);
        if (!(dueUs < endUs)) return Number.POSITIVE_INFINITY;
        if (arrival++ % stripe.count === stripe.index) return dueUs;
      }
    },
  };
}

/** How many arrivals a phase has over all stripes. */
export function countArrivals(curve: RateCurve, arrivals: 'even' | 'poisson', seed: number): number {
  if (arrivals === 'even') return countEvenArrivals(curve);
  const times = poissonFireTimes(curve, seed);
  let count = 0;
  while (times.next() !== Number.POSITIVE_INFINITY) count++;
  return count;
}

/** Arrivals 0 … n − 1 for an integral of n: the n-th would be due when the phase is over. */
function countEvenArrivals(curve: RateCurve): number {
  return Math.max(0, Math.ceil(countAt(curve, curve.durationMs) - 1e-6));
}

/** The integral of the rate from 0 to `ms`. On the ramp: a·t + (b − a)·t² / 2R. */
export function countAt(curve: RateCurve, ms: number): number {
  const rampMs = Math.min(ms, curve.rampMs);
  const slopePerMs = curve.rampMs > 0 ? (curve.ratePerSec - curve.fromRatePerSec) / curve.rampMs : 0;
  const onRamp = (curve.fromRatePerSec * rampMs + (slopePerMs * rampMs * rampMs) / 2) / 1_000;
  return onRamp + (curve.ratePerSec * Math.max(0, ms - curve.rampMs)) / 1_000;
}

/**
 * The inverse of `countAt`, µs. On the ramp, with k = (b − a) / R: t = 2n / (a + √(a² + 2kn)), the form of the quadratic's root that
 * also holds for k = 0 and does not cancel for small n.
 */
function timeOfCount(curve: RateCurve, count: number): number {
  if (count <= 0) return curve.fromRatePerSec > 0 || curve.ratePerSec > 0 ? 0 : Number.POSITIVE_INFINITY;
  const onRamp = countAt(curve, curve.rampMs);
  if (count > onRamp)
    return curve.ratePerSec > 0 ? curve.rampMs * 1_000 + ((count - onRamp) / curve.ratePerSec) * 1e6 : Number.POSITIVE_INFINITY;
  const slopePerSec2 = ((curve.ratePerSec - curve.fromRatePerSec) / curve.rampMs) * 1_000;
  const root = Math.sqrt(Math.max(0, curve.fromRatePerSec ** 2 + 2 * slopePerSec2 * count));
  return ((2 * count) / (curve.fromRatePerSec + root)) * 1e6;
}
