import { Histogram } from '../../metrics/histogram.ts';
import type { Distribution } from '../../metrics/distribution.ts';

const PERIOD_MS = 10;

/**
 * How late the event loop serves a timer, sampled every 10 ms while it is on. A timer alone is up to about 1 ms late (whole milliseconds), which stays in the
 * figure: it is what everything else on this loop suffers, too.
 */
export class EventLoopProbe {
  readonly #delays = new Histogram();
  #timer: NodeJS.Timeout | undefined;
  #dueMs = 0;

  start(): void {
    if (this.#timer) return;
    this.#dueMs = performance.now() + PERIOD_MS;
    this.#timer = setTimeout(() => this.#tick(), PERIOD_MS);
  }

  stop(): void {
    if (!this.#timer) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // A tick that is overdue now would be lost: the longest stall of all may be the one that ends here.
    const lateMs = performance.now() - this.#dueMs;
    if (lateMs > 0) this.#delays.record(lateMs * 1_000);
  }

  /** All delays so far, µs. */
  delays(): Distribution {
    return this.#delays.toDistribution();
  }

  #tick(): void {
    const nowMs = performance.now();
    this.#delays.record(Math.max(0, nowMs - this.#dueMs) * 1_000);
    this.#dueMs = nowMs + PERIOD_MS;
    this.#timer = setTimeout(() => this.#tick(), PERIOD_MS);
  }
}
