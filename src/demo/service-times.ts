/** What the server itself measured on one route, in µs: whole answers below status 400, from the request's arrival to the answer's last write. */
export interface Truth {
  /** At least 1. */
  readonly count: number;
  readonly minUs: number;
  readonly p50Us: number;
  readonly p95Us: number;
  readonly p99Us: number;
  readonly maxUs: number;
}

const KEPT = 200_000;

/** The last 200,000 service times of one route. */
export class ServiceTimes {
  #timesUs = new Uint32Array(1_024);
  #recorded = 0;

  record(serviceUs: number): void {
    if (this.#recorded === this.#timesUs.length && this.#recorded < KEPT) {
      const larger = new Uint32Array(Math.min(KEPT, this.#timesUs.length * 4));
      larger.set(this.#timesUs);
      this.#timesUs = larger;
    }
    this.#timesUs[this.#recorded % this.#timesUs.length] = Math.round(serviceUs);
    this.#recorded += 1;
  }

  /** Forgets all. */
  clear(): void {
    this.#timesUs = new Uint32Array(1_024);
    this.#recorded = 0;
  }

  /** Exact nearest-rank percentiles of what is kept; undefined when nothing was recorded. */
  summarize(): Truth | undefined {
    const sorted = this.#timesUs.slice(0, Math.min(this.#recorded, this.#timesUs.length)).sort();
    const atRank = (rank: number): number => sorted[Math.min(sorted.length, Math.max(1, rank)) - 1] ?? 0;
    if (sorted.length === 0) return undefined;
    const percentile = (p: number): number => atRank(Math.ceil((p * sorted.length) / 100));
    return {
      count: this.#recorded,
      minUs: atRank(1),
      p50Us: percentile(50),
      p95Us: percentile(95),
      p99Us: percentile(99),
      maxUs: atRank(sorted.length),
    };
  }
}
