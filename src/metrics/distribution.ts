/**
 * The counts of an HDR histogram (integer microseconds, 3 significant digits, lowest 1 µs, highest 1 hour) as plain, frozen, JSON-safe data.
 * Only buckets with a count are listed; `buckets` are HDR counts-array indexes, ascending, `counts` stands beside it.
 */
export interface Distribution {
  readonly count: number;
  /** Exact, not rounded to a bucket. Both are 0 when count is 0: read them through `minUs` and `maxUs` below. */
  readonly lowestUs: number;
  readonly highestUs: number;
  readonly sumUs: number;
  readonly buckets: readonly number[];
  readonly counts: readonly number[];
}

export const EMPTY_DISTRIBUTION: Distribution = Object.freeze({
  count: 0,
  lowestUs: 0,
  highestUs: 0,
  sumUs: 0,
  buckets: Object.freeze([]),
  counts: Object.freeze([]),
});

const SUB_BUCKET_HALF_COUNT = 1_024; // 3 significant digits: 2,048 linear sub-buckets, the upper half of each power of two

/**
 * The highest value that falls into bucket `index`, µs. HDR: index = (b + 1) · 1024 + s − 1024 for bucket b and sub-bucket s,
 * and a bucket b is 2^b wide (HdrHistogram, valueFromIndex and highestEquivalentValue).
 */
export function highestValueOfBucket(index: number): number {
  const half = Math.floor(index / SUB_BUCKET_HALF_COUNT);
  if (half === 0) return index;
  const bucket = half - 1;
  const subBucket = (index % SUB_BUCKET_HALF_COUNT) + SUB_BUCKET_HALF_COUNT;
  return (subBucket + 1) * 2 ** bucket - 1;
}

/** The bucket that a value falls into: the inverse of the above. `valueUs` is a whole number from 0. */
export function bucketOfValue(valueUs: number): number {
  const half = Math.floor(valueUs / SUB_BUCKET_HALF_COUNT);
  if (half < 2) return valueUs;
  const bucket = Math.floor(Math.log2(half));
  return (bucket + 1) * SUB_BUCKET_HALF_COUNT + Math.floor(valueUs / 2 ** bucket) - SUB_BUCKET_HALF_COUNT;
}

/** One hour, the highest value that is recorded, lies in it. */
export const HIGHEST_BUCKET = 23_220;

/**
 * Whether a histogram can have come to this, and not only to something of its shape: buckets ascend and hold samples, as many as it says; the exact values lie in
 * the outermost buckets, and the sum between the extremes. Otherwise it was damaged or made up.
 */
export function isDistribution(distribution: Distribution): boolean {
  const { lowestUs, highestUs, sumUs, count, buckets, counts } = distribution;
  if (count === 0) return lowestUs === 0 && highestUs === 0 && sumUs === 0 && buckets.length === 0 && counts.length === 0;
  const isWhole = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
  if (![count, lowestUs, highestUs, sumUs, ...buckets, ...counts].every(isWhole)) return false;
  if (buckets.length !== counts.length || (buckets.at(-1) ?? 0) > HIGHEST_BUCKET) return false;
  if (buckets.some((bucket, position) => bucket <= (buckets[position - 1] ?? -1)) || counts.includes(0)) return false;
  if (counts.reduce((sum, each) => sum + each, 0) !== count) return false;
  const inBucket = (valueUs: number, bucket: number): boolean =>
    valueUs <= highestValueOfBucket(bucket) && (bucket === 0 || valueUs > highestValueOfBucket(bucket - 1));
  return (
    inBucket(lowestUs, buckets[0] ?? -1) &&
    inBucket(highestUs, buckets.at(-1) ?? -1) &&
    sumUs >= count * lowestUs &&
    sumUs <= count * highestUs
  );
}

/**
 * Nearest-rank percentile, µs: the smallest recorded value (rounded up to its bucket's end, never above the highest) that at least `percentile` % of
 * the samples do not exceed. `percentile` is 0 … 100. Undefined when nothing was recorded.
 */
export function percentileUs(distribution: Distribution, percentile: number): number | undefined {
  return valueAtRank(distribution, rankOf(distribution.count, percentile));
}

/** The rank (from 1) of a percentile among `count` samples; 0 when there are none. The tolerance keeps 99.9 % of 1,000 at 999. */
export function rankOf(count: number, percentile: number): number {
  if (count === 0) return 0;
  return Math.min(count, Math.max(1, Math.ceil((percentile / 100) * count - 1e-9)));
}

/** The value at a rank (from 1), µs; undefined when the rank is outside 1 … count. */
export function valueAtRank(distribution: Distribution, rank: number): number | undefined {
  if (rank < 1 || rank > distribution.count) return undefined;
  let seen = 0;
  for (let position = 0; position < distribution.buckets.length; position++) {
    seen += distribution.counts[position] ?? 0;
    if (seen >= rank) return Math.min(highestValueOfBucket(distribution.buckets[position] ?? 0), distribution.highestUs);
  }
  return distribution.highestUs;
}

/** Mean, µs, of the exact sum; undefined when nothing was recorded. */
export function meanUs(distribution: Distribution): number | undefined {
  return distribution.count === 0 ? undefined : distribution.sumUs / distribution.count;
}

/** Exact smallest value, µs; undefined when nothing was recorded. */
export function minUs(distribution: Distribution): number | undefined {
  return distribution.count === 0 ? undefined : distribution.lowestUs;
}

/** Exact largest value, µs; undefined when nothing was recorded. */
export function maxUs(distribution: Distribution): number | undefined {
  return distribution.count === 0 ? undefined : distribution.highestUs;
}

/** All samples of all parts in one distribution: merged, never averaged. No parts: the empty one. */
export function mergeDistributions(parts: readonly Distribution[]): Distribution {
  const filled = parts.filter((part) => part.count > 0);
  if (filled.length === 0) return EMPTY_DISTRIBUTION;
  if (filled.length === 1 && filled[0]) return filled[0];
  const byBucket = new Map<number, number>();
  let count = 0;
  let sumUs = 0;
  let lowestUs = Number.POSITIVE_INFINITY;
  let highestUs = 0;
  for (const part of filled) {
    count += part.count;
    sumUs += part.sumUs;
    lowestUs = Math.min(lowestUs, part.lowestUs);
    highestUs = Math.max(highestUs, part.highestUs);
    for (const [position, bucket] of part.buckets.entries()) {
      byBucket.set(bucket, (byBucket.get(bucket) ?? 0) + (part.counts[position] ?? 0));
    }
  }
  const buckets = [...byBucket.keys()].sort((left, right) => left - right);
  return { count, lowestUs, highestUs, sumUs, buckets, counts: buckets.map((bucket) => byBucket.get(bucket) ?? 0) };
}
