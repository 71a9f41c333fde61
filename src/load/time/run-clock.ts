import { performance } from 'node:perf_hooks';

/** The time of the run; an argument of everything that acts on it, so that a test can hold its hands. */
export interface Clock {
  /** Microseconds since the start of the run; negative before. */
  nowUs(): number;
}

/**
 * Microseconds since the start of the run, on the machine's one monotonic clock: the same in every thread, whenever it was started.
 * `process.hrtime` gives the common origin once; `performance.now` (35 ns against 45 ns) gives the readings.
 */
export class RunClock implements Clock {
  readonly #offsetUs: number;

  /** `originNs` is the `process.hrtime.bigint()` of the run's start, which may lie ahead. */
  constructor(originNs: bigint) {
    const before = performance.now();
    const hereNs = process.hrtime.bigint();
    const after = performance.now();
    this.#offsetUs = ((before + after) / 2) * 1_000 - Number(hereNs - originNs) / 1_000;
  }

  /** Now; negative before the start. */
  nowUs(): number {
    return performance.now() * 1_000 - this.#offsetUs;
  }
}
