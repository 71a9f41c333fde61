import type { Slice } from '../../metrics/run-summary.ts';
import { estimateLongRunError, type LongRunError } from './long-run-error.ts';
import type { Evidence } from './look-procedure.ts';
import { measureErrorRatio } from './measure-error-ratio.ts';
import { measureQuantile } from './measure-quantile.ts';

/** Both sides of a live comparison: the same clock, so the same second is the same moment. */
export interface SlicePair {
  readonly baseline: readonly Slice[];
  readonly candidate: readonly Slice[];
}

/** A measured difference, with what reports show of it. */
export type Compared =
  | {
      readonly state: 'compared';
      readonly evidence: Evidence;
      readonly baseline: number;
      readonly candidate: number;
      readonly samples: SampleCounts;
    }
  | { readonly state: 'not-eligible'; readonly reason: string; readonly samples: SampleCounts };

export interface SampleCounts {
  readonly baseline: number;
  readonly candidate: number;
}

/** A percentile needs so many samples beyond it, on each side, in so many different seconds. */
export const LEAST_BEYOND = 30;
export const LEAST_SECONDS = 12;

/**
 * ln(candidate ÷ baseline) of a percentile. The seconds of both sides are paired, so that what slowed both at once is no noise; `tau` is how much two
 * deployments of one commit differ (standard deviation of the logarithm), and each side has it once: √(SE² + 2τ²), with Satterthwaite's degrees of freedom.
 */
export function compareQuantiles(pair: SlicePair, percentile: number, tau: number): Compared {
  const lostUs = Math.max(highestUs(pair.baseline), highestUs(pair.candidate));
  const baseline = measureQuantile(pair.baseline, percentile, lostUs);
  const candidate = measureQuantile(pair.candidate, percentile, lostUs);
  const samples = { baseline: baseline?.samples ?? 0, candidate: candidate?.samples ?? 0 };
  if (!baseline || !candidate)
    return { state: 'not-eligible', reason: `the ${baseline ? 'candidate' : 'baseline'} has no samples`, samples };
  if (baseline.isBound && candidate.isBound)
    return { state: 'not-eligible', reason: `p${percentile} falls among lost requests on both sides`, samples };
  for (const [side, measure] of [
    ['baseline', baseline],
    ['candidate', candidate],
  ] as const) {
    const reason = explainTooFew(measure.samplesBeyond, measure.secondsBeyond, percentile);
    if (reason !== undefined) return { state: 'not-eligible', reason: `the ${side} has ${reason}`, samples };
  }
  const noise = pairedError(pair, baseline.parts, candidate.parts);
  if (!noise) return { state: 'not-eligible', reason: 'the judged phases are shorter than 15 s', samples };
  const change = candidate.log - baseline.log;
  return {
    state: 'compared',
    evidence: { change, ...addFloor(noise, 2 * tau * tau), floor: 2 * tau * tau },
    ...showAround(baseline.us, candidate.us, change),
    samples,
  };
}

/**
 * The two latencies that are shown: their ratio is the smooth one that is judged, and their geometric mean that of the two percentiles as measured,
 * so that neither is far from what other reports say and the percentage agrees with both.
 */
export function showAround(
  baselineUs: number,
  candidateUs: number,
  change: number,
): { readonly baseline: number; readonly candidate: number } {
  const middle = (Math.log(Math.max(1, baselineUs)) + Math.log(Math.max(1, candidateUs))) / 2;
  return { baseline: Math.exp(middle - change / 2), candidate: Math.exp(middle + change / 2) };
}

/** Undefined: enough. */
export function explainTooFew(samplesBeyond: number, secondsBeyond: number, percentile: number): string | undefined {
  if (samplesBeyond < LEAST_BEYOND) return `only ${samplesBeyond} samples beyond p${percentile}; ${LEAST_BEYOND} are needed`;
  if (secondsBeyond < LEAST_SECONDS)
    return `its samples beyond p${percentile} in only ${secondsBeyond} different seconds; ${LEAST_SECONDS} are needed`;
  return undefined;
}

/**
 * Candidate − baseline of the error ratio. Errors are rare, and slices without any show no noise, so the variance is at least the binomial one of
 * both sides together.
 */
export function compareErrorRatios(pair: SlicePair): Compared {
  const baseline = measureErrorRatio(pair.baseline);
  const candidate = measureErrorRatio(pair.candidate);
  const samples = { baseline: baseline?.attempts ?? 0, candidate: candidate?.attempts ?? 0 };
  if (!baseline || !candidate)
    return { state: 'not-eligible', reason: `the ${baseline ? 'candidate' : 'baseline'} has no samples`, samples };
  const noise = pairedError(pair, baseline.parts, candidate.parts);
  if (!noise) return { state: 'not-eligible', reason: 'the judged phases are shorter than 15 s', samples };
  const pooled = (baseline.bad + candidate.bad) / (baseline.attempts + candidate.attempts);
  const binomial = Math.sqrt(pooled * (1 - pooled) * (1 / baseline.attempts + 1 / candidate.attempts));
  return {
    state: 'compared',
    evidence: { change: candidate.ratio - baseline.ratio, error: Math.max(noise.error, binomial), degrees: noise.degrees, floor: 0 },
    baseline: baseline.ratio,
    candidate: candidate.ratio,
    samples,
  };
}

/** SE² + floor, and the degrees of freedom that such a sum of an estimated and a known variance has (Satterthwaite 1946). */
export function addFloor(noise: LongRunError, floor: number): LongRunError {
  const total = noise.error ** 2 + floor;
  if (total === 0 || noise.error === 0) return { error: Math.sqrt(total), degrees: floor > 0 ? 1e6 : noise.degrees };
  return { error: Math.sqrt(total), degrees: Math.min(1e6, noise.degrees * (total / noise.error ** 2) ** 2) };
}

function pairedError(pair: SlicePair, baseline: Float64Array, candidate: Float64Array): LongRunError | undefined {
  const bySecond = new Map<number, number>();
  for (const [index, { second }] of pair.candidate.entries()) bySecond.set(second, candidate[index] ?? 0);
  for (const [index, { second }] of pair.baseline.entries()) bySecond.set(second, (bySecond.get(second) ?? 0) - (baseline[index] ?? 0));
  const ordered = [...bySecond].sort(([left], [right]) => left - right).map(([, part]) => part);
  return estimateLongRunError(Float64Array.from(ordered));
}

function highestUs(slices: readonly Slice[]): number {
  return slices.reduce((highest, { latency }) => Math.max(highest, latency.highestUs), 0);
}

/**
 * Bursts one after the other as one: the seconds of each follow those of the one before. Both sides move by the same, or what they had in common in a moment would
 * no longer be in one second: they need not begin or end in the same one.
 */
export function joinPairs(pairs: readonly SlicePair[]): SlicePair {
  const baseline: Slice[] = [];
  const candidate: Slice[] = [];
  let offset = 0;
  for (const pair of pairs) {
    const sides = [pair.baseline, pair.candidate].filter((slices) => slices.length > 0);
    const first = Math.min(...sides.map((slices) => slices[0]?.second ?? 0));
    const move = (slice: Slice): Slice => ({ ...slice, second: offset + slice.second - first });
    baseline.push(...pair.baseline.map(move));
    candidate.push(...pair.candidate.map(move));
    if (sides.length > 0) offset += Math.max(...sides.map((slices) => slices.at(-1)?.second ?? 0)) - first + 1;
  }
  return { baseline, candidate };
}
