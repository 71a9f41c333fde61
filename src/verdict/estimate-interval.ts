import { highestValueOfBucket, rankOf } from '../metrics/distribution.ts';
import type { Slice } from '../metrics/run-summary.ts';
import { bootstrapError, halfWidth } from './block-bootstrap.ts';
import type { Resampling } from './block-bootstrap.ts';
import { roundStatistic } from './compare-value.ts';

/** Both ends in the metric's unit. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** An interval that reaches beyond ten times the value, or a tenth of it, says nothing; it is not shown. */
const WIDEST_LOG = Math.log(10);

/** Percentile → logarithm of the percentile of a weighted draw; undefined where it falls among the lost requests or nothing was drawn. */
export type PercentileOfDraw = (weights: Uint16Array, percentile: number) => number | undefined;

/**
 * Interval of a judged percentile with the point estimate `pointUs`. Latency is multiplicative, so the error is that of its logarithm:
 * ln(point) ± half width. Undefined when more than one draw in ten puts the percentile among the lost requests: its upper end is not known;
 * undefined, too, when it would be wider than a factor of ten either way.
 */
export function percentileInterval(
  resampling: Resampling,
  statistic: PercentileOfDraw,
  percentile: number,
  pointUs: number,
): Interval | undefined {
  const error = bootstrapError(resampling, (weights) => statistic(weights, percentile));
  if (error === undefined) return undefined;
  const middle = Math.log(Math.max(1, pointUs));
  const half = halfWidth(resampling, error);
  if (half > WIDEST_LOG) return undefined;
  return { low: Math.exp(roundStatistic(middle - half)), high: Math.exp(roundStatistic(middle + half)) };
}

/** Interval of failures ÷ attempts, within 0 … 1; undefined when nothing failed, because the draws cannot tell how rare "none" is. */
export function errorRatioInterval(resampling: Resampling, point: number): Interval | undefined {
  if (point === 0) return undefined;
  const bad = resampling.slices.map(({ failed, censored }) => failed + censored);
  const all = resampling.slices.map(({ ok, failed, censored }) => ok + failed + censored);
  const error = bootstrapError(resampling, (weights) => {
    const attempts = weigh(weights, all);
    return attempts === 0 ? undefined : weigh(weights, bad) / attempts;
  });
  if (error === undefined) return undefined;
  const half = halfWidth(resampling, error);
  return { low: Math.max(0, point - half), high: Math.min(1, point + half) };
}

/** Interval of successes per second; `resampling` holds the seconds of the phases alone. The relative error of the draws is laid around the point estimate. */
export function throughputInterval(resampling: Resampling, pointPerSec: number): Interval | undefined {
  const ok = resampling.slices.map((slice) => slice.ok);
  const mean = ok.reduce((sum, value) => sum + value, 0) / ok.length;
  if (mean === 0) return undefined;
  const error = bootstrapError(resampling, (weights) => weigh(weights, ok) / ok.length / mean);
  if (error === undefined) return undefined;
  const half = halfWidth(resampling, error) * pointPerSec;
  return { low: Math.max(0, pointPerSec - half), high: pointPerSec + half };
}

/**
 * Prepares percentiles of draws: row by row the cumulative counts of each slice up to each bucket, so that a draw needs one weighted sum
 * for each step of a binary search and no histogram of its own.
 */
export function buildPercentileOfDraw(slices: readonly Slice[], failuresLost: boolean): PercentileOfDraw {
  const buckets = [...new Set(slices.flatMap(({ latency }) => latency.buckets))].sort((left, right) => left - right);
  const cumulative = accumulate(slices, buckets);
  const lost = slices.map(({ censored, failed }) => censored + (failuresLost ? failed : 0));
  const highestUs = slices.reduce((highest, { latency }) => Math.max(highest, latency.highestUs), 0);
  const width = slices.length;
  const answeredUpTo = (weights: Uint16Array, row: number): number => {
    let sum = 0;
    for (let slice = 0, cell = row * width; slice < width; slice++, cell++) sum += (weights[slice] ?? 0) * (cumulative[cell] ?? 0);
    return sum;
  };
  return (weights, percentile) => {
    const answered = buckets.length === 0 ? 0 : answeredUpTo(weights, buckets.length - 1);
    const rank = rankOf(answered + weigh(weights, lost), percentile);
    if (rank === 0 || rank > answered) return undefined;
    let low = 0;
    let high = buckets.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (answeredUpTo(weights, middle) >= rank) high = middle;
      else low = middle + 1;
    }
    return Math.log(Math.max(1, Math.min(highestValueOfBucket(buckets[low] ?? 0), highestUs)));
  };
}

/** Cell [row × slices + slice]: how many samples of the slice lie in the buckets up to this row's. */
function accumulate(slices: readonly Slice[], buckets: readonly number[]): Uint32Array {
  const width = slices.length;
  const rowOf = new Map(buckets.map((bucket, row) => [bucket, row]));
  const table = new Uint32Array(buckets.length * width);
  for (const [slice, { latency }] of slices.entries()) {
    for (const [place, bucket] of latency.buckets.entries()) table[(rowOf.get(bucket) ?? 0) * width + slice] = latency.counts[place] ?? 0;
  }
  for (let cell = width; cell < table.length; cell++) table[cell] = (table[cell] ?? 0) + (table[cell - width] ?? 0);
  return table;
}

function weigh(weights: Uint16Array, values: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += (weights[index] ?? 0) * (values[index] ?? 0);
  return sum;
}
