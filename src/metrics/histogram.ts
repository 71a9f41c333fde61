import { encodeIntoCompressedBase64, Int32Histogram } from 'hdr-histogram-js';
import { EMPTY_DISTRIBUTION, highestValueOfBucket, type Distribution } from './distribution.ts';

/** Larger values are recorded as this and counted in `clamped`: one hour, µs. */
export const HIGHEST_US = 3_600_000_000;
const SIGNIFICANT_DIGITS = 3;
/** Where the counts array starts; it grows with the largest value seen, so that fast endpoints stay small. */
const FIRST_HIGHEST_US = 65_535;

/**
 * The one home of hdr-histogram-js: a growing HDR histogram of whole microseconds with 3 significant digits.
 * NaN and negatives are refused (the library would count them as samples), overflow is clamped and counted.
 */
export class Histogram {
  readonly #counts = new Int32Histogram(1, FIRST_HIGHEST_US, SIGNIFICANT_DIGITS);
  #lowestUs = Number.POSITIVE_INFINITY;
  #highestUs = 0;
  #sumUs = 0;
  #count = 0;
  #clamped = 0;

  constructor() {
    this.#counts.autoResize = true;
  }

  get count(): number {
    return this.#count;
  }

  /** Values above `HIGHEST_US` so far. */
  get clamped(): number {
    return this.#clamped;
  }

  /** Records one latency, µs; rounded to a whole microsecond. Throws RangeError for NaN and negatives: they are a bug of the caller. */
  record(valueUs: number): void {
    let value = Math.round(valueUs);
    if (!(value >= 0)) throw new RangeError(`a latency must be 0 or more microseconds, not ${valueUs}`);
    if (value > HIGHEST_US) {
      value = HIGHEST_US;
      this.#clamped++;
    }
    this.#counts.recordValue(value);
    this.#count++;
    this.#sumUs += value;
    if (value < this.#lowestUs) this.#lowestUs = value;
    if (value > this.#highestUs) this.#highestUs = value;
  }

  /** Adds all samples of a distribution, exactly: same buckets, same unit. */
  add(part: Distribution): void {
    if (part.count === 0) return;
    if (part.highestUs > this.#counts.highestTrackableValue) this.#counts.resize(part.highestUs);
    for (let position = 0; position < part.buckets.length; position++) {
      this.#counts.addToCountAtIndex(part.buckets[position] ?? 0, part.counts[position] ?? 0);
    }
    this.#count += part.count;
    this.#sumUs += part.sumUs;
    this.#lowestUs = Math.min(this.#lowestUs, part.lowestUs);
    this.#highestUs = Math.max(this.#highestUs, part.highestUs);
  }

  /** Everything recorded, as data; the empty distribution when nothing was. */
  toDistribution(): Distribution {
    if (this.#count === 0) return EMPTY_DISTRIBUTION;
    const buckets: number[] = [];
    const counts: number[] = [];
    const last = this.#counts.countsArrayIndex(this.#highestUs);
    for (let index = this.#counts.countsArrayIndex(this.#lowestUs); index <= last; index++) {
      const count = this.#counts.getCountAtIndex(index);
      if (count > 0) {
        buckets.push(index);
        counts.push(count);
      }
    }
    return { count: this.#count, lowestUs: this.#lowestUs, highestUs: this.#highestUs, sumUs: this.#sumUs, buckets, counts };
  }

  /** Empties it for reuse; the counts array keeps its size. */
  reset(): void {
    if (this.#count === 0) return;
    this.#counts.clearCounts();
    this.#lowestUs = Number.POSITIVE_INFINITY;
    this.#highestUs = 0;
    this.#sumUs = 0;
    this.#count = 0;
    this.#clamped = 0;
  }
}

/**
 * The HdrHistogram project's own text of a histogram: V2, compressed, in base64. Readers get the buckets and their counts; the bytes differ between versions
 * of zlib. The empty distribution is a histogram without a sample.
 */
export function encodeHistogram(distribution: Distribution): string {
  const histogram = new Int32Histogram(1, Math.max(2, distribution.highestUs), SIGNIFICANT_DIGITS);
  for (const [position, bucket] of distribution.buckets.entries()) {
    histogram.recordValueWithCount(Math.min(highestValueOfBucket(bucket), distribution.highestUs), distribution.counts[position] ?? 0);
  }
  return encodeIntoCompressedBase64(histogram);
}
