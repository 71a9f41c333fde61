import { bucketOfValue, EMPTY_DISTRIBUTION, type Distribution } from '../../metrics/distribution.ts';
import { HIGHEST_US } from '../../metrics/histogram.ts';

/** Counts times by their HDR bucket, as `Histogram` does, with room for the buckets that are used alone: there is one for each endpoint and second of a file. */
export class Tally {
  readonly #buckets = new Map<number, number>();
  #count = 0;
  #lowestUs = Number.POSITIVE_INFINITY;
  #highestUs = 0;
  #sumUs = 0;

  /** `us`: 0 … 1 hour, rounded to whole microseconds; `count` of them, 1 or more. Throws RangeError beyond: the reader has to refuse it. */
  add(us: number, count = 1): void {
    const value = Math.round(us);
    if (!(value >= 0 && value <= HIGHEST_US)) throw new RangeError(`a latency must be from 0 to one hour, not ${us} µs`);
    const bucket = bucketOfValue(value);
    this.#buckets.set(bucket, (this.#buckets.get(bucket) ?? 0) + count);
    this.#count += count;
    this.#sumUs += value * count;
    if (value < this.#lowestUs) this.#lowestUs = value;
    if (value > this.#highestUs) this.#highestUs = value;
  }

  get count(): number {
    return this.#count;
  }

  /** Everything so far; the empty distribution when nothing was added. */
  toDistribution(): Distribution {
    if (this.#count === 0) return EMPTY_DISTRIBUTION;
    const buckets = [...this.#buckets.keys()].sort((left, right) => left - right);
    return {
      count: this.#count,
      lowestUs: this.#lowestUs,
      highestUs: this.#highestUs,
      sumUs: this.#sumUs,
      buckets,
      counts: buckets.map((bucket) => this.#buckets.get(bucket) ?? 0),
    };
  }
}
