import type { Latency } from './dial-values.ts';

/** The planted latency in ms at a percentile (0 … 100, both excluded for a lognormal one). */
export function quantileOf(latency: Latency, percentile: number): number {
  switch (latency.kind) {
    case 'constant':
      return latency.ms;
    case 'uniform':
      return latency.minMs + (latency.maxMs - latency.minMs) * (percentile / 100);
    case 'lognormal':
      return latency.medianMs * (latency.p95Ms / latency.medianMs) ** (normalQuantile(percentile / 100) / Z95);
    case 'quantiles':
      return interpolate(latency.points, percentile);
  }
}

/**
 * The latencies of one route, request after request, in ms.
 * `spread` visits the N strata (i + ½)/N of the distribution, each once per cycle, in the order in which the fractions of k/φ lie (Weyl's sequence
 * with the golden ratio): quantiles over whole cycles are exact, and any stretch of a cycle is spread evenly.
 */
export function buildLatencySequence(latency: Latency, seed: number): () => number {
  if (latency.kind === 'constant') return () => latency.ms;
  if (latency.order === 'random') {
    const random = buildRandom(seed);
    return () => quantileOf(latency, 100 * (0.5 / 2 ** 32 + random()));
  }
  const length = latency.cycle ?? 1_000;
  const fractions = Float64Array.from({ length }, (_, k) => (k / GOLDEN_RATIO) % 1);
  const latenciesMs = new Float64Array(length);
  for (const [stratum, k] of [...fractions.keys()].toSorted((a, b) => (fractions[a] ?? 0) - (fractions[b] ?? 0)).entries()) {
    latenciesMs[k] = quantileOf(latency, (100 * (stratum + 0.5)) / length);
  }
  let position = Math.abs(Math.trunc(seed * 377)) % length;
  return () => {
    position = (position + 1) % length;
    return latenciesMs[position] ?? 0;
  };
}

const GOLDEN_RATIO = (1 + Math.sqrt(5)) / 2;
const Z95 = normalQuantile(0.95);

function interpolate(points: readonly (readonly [number, number])[], percentile: number): number {
  let [before] = points;
  for (const point of points) {
    if (point[0] >= percentile) {
      if (before === undefined || point[0] === before[0] || before[0] > percentile) return point[1];
      return before[1] + ((point[1] - before[1]) * (percentile - before[0])) / (point[0] - before[0]);
    }
    before = point;
  }
  return before?.[1] ?? 0;
}

/** mulberry32, 0 ≤ x < 1: public domain, by Tommy Ettinger. */
function buildRandom(seed: number): () => number {
  let state = Math.trunc(seed) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Inverse of the normal distribution for 0 < p < 1, relative error below 1.2e-9 (P. J. Acklam's rational approximation). */
function normalQuantile(p: number): number {
  if (p > 0.97575) return -normalQuantile(1 - p);
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p));
    const top =
      ((((-7.784894002430293e-3 * q - 3.223964580411365e-1) * q - 2.400758277161838) * q - 2.549732539343734) * q + 4.374664141464968) * q +
      2.938163982698783;
    return top / ((((7.784695709041462e-3 * q + 3.224671290700398e-1) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1);
  }
  const q = p - 0.5;
  const r = q * q;
  const top =
    ((((-3.969683028665376e1 * r + 2.209460984245205e2) * r - 2.759285104469687e2) * r + 1.38357751867269e2) * r - 3.066479806614716e1) *
      r +
    2.506628277459239;
  const bottom =
    ((((-5.447609879822406e1 * r + 1.615858368580409e2) * r - 1.556989798598866e2) * r + 6.680131188771972e1) * r - 1.328068155288572e1) *
      r +
    1;
  return (top * q) / bottom;
}
