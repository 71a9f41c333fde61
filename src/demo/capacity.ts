/** Room for a number of requests in service; the others wait, first come, first served. */
export class Capacity {
  readonly #concurrent: number;
  readonly #queueLimit: number;
  readonly #waiting = new Set<() => void>();
  #inService = 0;
  #peakWaiting = 0;

  /** Infinity for no limit. */
  constructor(concurrent: number, queueLimit: number) {
    this.#concurrent = concurrent;
    this.#queueLimit = queueLimit;
  }

  /** The longest the queue has been. */
  get peakWaiting(): number {
    return this.#peakWaiting;
  }

  /** Runs `serve` now or when its turn comes; false when the queue is full. What was served must `leave`. */
  enter(serve: () => void): boolean {
    if (this.#inService < this.#concurrent) {
      this.#inService += 1;
      serve();
      return true;
    }
    if (this.#waiting.size >= this.#queueLimit) return false;
    this.#waiting.add(serve);
    this.#peakWaiting = Math.max(this.#peakWaiting, this.#waiting.size);
    return true;
  }

  /** Gives up a place in the queue; false when its turn has come already. */
  cancel(serve: () => void): boolean {
    return this.#waiting.delete(serve);
  }

  /** One request is done; the next in the queue takes its place. */
  leave(): void {
    for (const next of this.#waiting) {
      this.#waiting.delete(next);
      next();
      return;
    }
    this.#inService -= 1;
  }
}
