/** Events per second over a sliding window of whole seconds; a second at its edge leaves at once. */
export class RecentRate {
  readonly #windowSec: number;
  readonly #counts: number[];
  #second = -1;
  #firstMs: number | undefined;

  constructor(windowSec: number) {
    this.#windowSec = windowSec;
    this.#counts = Array.from({ length: windowSec }, () => 0);
  }

  /** `nowMs` never goes back. */
  add(nowMs: number): void {
    this.#advance(nowMs);
    this.#firstMs ??= nowMs;
    const slot = this.#second % this.#windowSec;
    this.#counts[slot] = (this.#counts[slot] ?? 0) + 1;
  }

  /** 0 before the first event; a window that has just begun is divided by the time since then, a second at least. */
  perSec(nowMs: number): number {
    if (this.#firstMs === undefined) return 0;
    this.#advance(nowMs);
    // The newest second is still running, so the window is between windowSec − 1 and windowSec long.
    const coveredMs = (this.#windowSec - 1) * 1_000 + (nowMs % 1_000);
    const sinceMs = Math.max(1_000, Math.min(coveredMs, nowMs - this.#firstMs));
    return (this.#counts.reduce((sum, count) => sum + count, 0) * 1_000) / sinceMs;
  }

  #advance(nowMs: number): void {
    const second = Math.floor(nowMs / 1_000);
    for (let gone = Math.max(this.#second + 1, second - this.#windowSec + 1); gone <= second; gone += 1)
      this.#counts[gone % this.#windowSec] = 0;
    this.#second = second;
  }
}
