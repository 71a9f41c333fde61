import { highestValueOfBucket, rankOf } from '../../metrics/distribution.ts';
import type { Slice } from '../../metrics/run-summary.ts';

/** A percentile of one side, with what each of its seconds contributed. */
export interface QuantileMeasure {
  /** ln µs, smoothed. */
  readonly log: number;
  /** The nearest-rank percentile that other reports show, µs; a lower bound when it falls among lost requests. */
  readonly us: number;
  /** One for each slice: what it adds to `log`, as a deviation; their sum is 0. */
  readonly parts: Float64Array;
  /** Successes and lost requests. */
  readonly samples: number;
  readonly samplesBeyond: number;
  /** Different seconds in which a sample at the percentile or beyond it ended. */
  readonly secondsBeyond: number;
  /** Lost requests are among those it is taken over: `log` is a lower bound. */
  readonly isBound: boolean;
}

/**
 * The ranks over which a percentile (0 … 100) is averaged, as shares: p95 over p90 … p97.5, p99 over p98 … p99.5, p50 over p25 … p75. Wider below, where samples
 * are many; of log-normal latencies its variance is 26 % less than that of one order statistic, and a change that all slow requests share moves it as much.
 */
export function windowOf(percentile: number): { readonly from: number; readonly to: number } {
  const beyond = 1 - percentile / 100;
  return { from: Math.max(percentile / 200, 1 - 2 * beyond), to: 1 - beyond / 2 };
}

/**
 * A smooth percentile: the mean of ln Q(u) over a window of ranks u around p (an L-statistic; Serfling 1980, chapter 8), less noisy than one
 * order statistic. A sample at value j moves it by IF(j) = Σ_b g_b·F_b − Σ_{b ≥ j} g_b, where b runs over the values that occur, F_b is the share
 * of samples up to b, and g_b = (ln of the next value − ln b) ÷ (width of the window) where F_b lies in the window, else 0.
 * Lost requests are ranked last, with the value `lostUs`. Undefined when there are no samples.
 */
export function measureQuantile(slices: readonly Slice[], percentile: number, lostUs: number): QuantileMeasure | undefined {
  const counted = countBuckets(slices);
  const samples = counted.answered + counted.lost;
  if (samples === 0) return undefined;
  const window = windowOf(percentile);
  const walked = walkValues(counted, window, lostUs);
  const rank = rankOf(samples, percentile);
  const beyond = bucketAtRank(counted, rank);
  const parts = new Float64Array(slices.length);
  let secondsBeyond = 0;
  for (const [index, slice] of slices.entries()) {
    const { buckets, counts } = slice.latency;
    let sum = 0;
    for (let place = buckets.length - 1; place >= 0; place--) {
      const above = walked.above[(buckets[place] ?? 0) - counted.lowest] ?? 0;
      sum += (counts[place] ?? 0) * above;
    }
    parts[index] = ((slice.latency.count + slice.censored) * walked.center - sum) / samples;
    if (slice.censored > 0 || (buckets.at(-1) ?? -1) >= beyond) secondsBeyond++;
  }
  const us = Number.isFinite(beyond) ? Math.min(highestValueOfBucket(beyond), counted.highestUs) : Math.max(lostUs, counted.highestUs);
  return {
    log: walked.log,
    us,
    parts,
    samples,
    samplesBeyond: samples - rank,
    secondsBeyond,
    isBound: counted.answered < window.to * samples,
  };
}

interface Counted {
  /** The lowest bucket that holds something; `counts[0]` belongs to it. */
  readonly lowest: number;
  readonly counts: Float64Array;
  readonly answered: number;
  readonly lost: number;
  readonly highestUs: number;
}

function countBuckets(slices: readonly Slice[]): Counted {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = -1;
  let highestUs = 0;
  for (const { latency } of slices) {
    if (latency.count === 0) continue;
    lowest = Math.min(lowest, latency.buckets[0] ?? lowest);
    highest = Math.max(highest, latency.buckets.at(-1) ?? highest);
    highestUs = Math.max(highestUs, latency.highestUs);
  }
  const counts = new Float64Array(highest < 0 ? 0 : highest - lowest + 1);
  let answered = 0;
  let lost = 0;
  for (const { latency, censored } of slices) {
    lost += censored;
    answered += latency.count;
    for (let place = 0; place < latency.buckets.length; place++) {
      const cell = (latency.buckets[place] ?? 0) - lowest;
      counts[cell] = (counts[cell] ?? 0) + (latency.counts[place] ?? 0);
    }
  }
  return { lowest, counts, answered, lost, highestUs };
}

/** Infinity when the rank falls among the lost. */
function bucketAtRank({ counts, lowest }: Counted, rank: number): number {
  let seen = 0;
  for (let cell = 0; cell < counts.length; cell++) {
    seen += counts[cell] ?? 0;
    if (seen >= rank) return lowest + cell;
  }
  return Number.POSITIVE_INFINITY;
}

interface Walked {
  readonly log: number;
  /** Σ g_b·F_b. */
  readonly center: number;
  /** Cell i: Σ g_b over the values from cell i upwards. */
  readonly above: Float64Array;
}

/** One walk over the values in ascending order, the lost ones as the last of them. */
function walkValues(counted: Counted, window: { readonly from: number; readonly to: number }, lostUs: number): Walked {
  const { counts, lost, lowest, highestUs } = counted;
  const samples = counted.answered + lost;
  const width = window.to - window.from;
  const above = new Float64Array(counts.length);
  let log = 0;
  let center = 0;
  let seen = 0;
  let before: { readonly cell: number; readonly log: number; readonly share: number } | undefined;
  const visit = (cell: number, count: number, valueUs: number): void => {
    const own = Math.log(Math.max(1, valueUs));
    if (before && before.share > window.from && before.share < window.to) {
      const step = (own - before.log) / width;
      above[before.cell] = step;
      center += step * before.share;
    }
    const shareBefore = seen / samples;
    seen += count;
    const share = seen / samples;
    log += (own * Math.max(0, Math.min(share, window.to) - Math.max(shareBefore, window.from))) / width;
    before = { cell, log: own, share };
  };
  for (let cell = 0; cell < counts.length; cell++) {
    const count = counts[cell] ?? 0;
    if (count > 0) visit(cell, count, Math.min(highestValueOfBucket(lowest + cell), highestUs));
  }
  if (lost > 0) visit(counts.length, lost, Math.max(lostUs, highestUs));
  for (let cell = counts.length - 2; cell >= 0; cell--) above[cell] = (above[cell] ?? 0) + (above[cell + 1] ?? 0);
  return { log, center, above };
}
