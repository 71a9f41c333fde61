/** Upper bounds in seconds, as Prometheus's client libraries have them, and two finer ones. */
export const BUCKETS_SEC: readonly number[] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** A histogram of durations in seconds as `/metrics` shows it. */
export class DurationHistogram {
  readonly #counts = new Float64Array(BUCKETS_SEC.length + 1);
  #sumSec = 0;

  record(sec: number): void {
    let bucket = 0;
    while (bucket < BUCKETS_SEC.length && sec > (BUCKETS_SEC[bucket] ?? Infinity)) bucket += 1;
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1;
    this.#sumSec += sec;
  }

  get sumSec(): number {
    return this.#sumSec;
  }

  /** By upper bound, the last one without a bound: how many were at most that long. */
  cumulative(): readonly number[] {
    let total = 0;
    return Array.from(this.#counts, (count) => {
      total += count;
      return total;
    });
  }

  /** Takes in what another has recorded. */
  add(other: DurationHistogram): void {
    for (const [i, count] of other.#counts.entries()) this.#counts[i] = (this.#counts[i] ?? 0) + count;
    this.#sumSec += other.#sumSec;
  }
}
