import type { WorkerReport } from '../../metrics/worker-report.ts';

type SlowSample = WorkerReport['slowRequests'][number];

/** How many a worker remembers. */
const MOST = 50;

/** The slowest of the requests beyond `slower_than`, slowest first; bounded, so that a run in which all are slow costs no more. */
export class SlowRequests {
  readonly #slowest: SlowSample[] = [];

  /** Takes a request in if it is among the slowest so far. */
  remember(request: SlowSample): void {
    if (this.#slowest.length >= MOST) {
      const last = this.#slowest.at(-1);
      if (last && last.latencyUs >= request.latencyUs) return;
      this.#slowest.pop();
    }
    this.#slowest.push(request);
    this.#slowest.sort((left, right) => right.latencyUs - left.latencyUs);
  }

  list(): readonly SlowSample[] {
    return this.#slowest;
  }
}
