/** The last so many times, in ms. */
export class RecentTimes {
  readonly #kept: number;
  readonly #timesMs: number[] = [];
  #next = 0;

  constructor(kept: number) {
    this.#kept = kept;
  }

  add(ms: number): void {
    this.#timesMs[this.#next] = ms;
    this.#next = (this.#next + 1) % this.#kept;
  }

  /** Undefined: none yet. */
  averageMs(): number | undefined {
    const { length } = this.#timesMs;
    return length === 0 ? undefined : this.#timesMs.reduce((sum, ms) => sum + ms, 0) / length;
  }

  /** Exact nearest rank; undefined: none yet. */
  percentileMs(percentile: number): number | undefined {
    const sorted = this.#timesMs.toSorted((a, b) => a - b);
    return sorted[Math.max(1, Math.ceil((percentile * sorted.length) / 100)) - 1];
  }
}
