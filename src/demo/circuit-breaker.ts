import type { BreakerDials } from './dials.ts';

/** Let through under a ticket that its answer comes back with, or short-circuited with the time until the next may pass. */
export type Passage = { readonly ticket: number } | { readonly waitMs: number };

/**
 * closed ── the share of failures in the window reaches its limit ──▶ open ── openMs ──▶ half-open, one request at a time:
 * its good answer closes, its failure opens anew, and no answer lets the next one try.
 * Each change of state makes the tickets before it void, so that late answers judge nothing.
 */
export class CircuitBreaker {
  readonly #dials: BreakerDials;
  readonly #opened: () => void;
  #state: 'closed' | 'open' | 'probing' = 'closed';
  #ticket = 1;
  #opensUntilMs = 0;
  /** Answers in the window, the oldest at `#first`. */
  #answers: { readonly atMs: number; readonly failed: boolean }[] = [];
  #first = 0;
  #failed = 0;

  /** `opened` runs each time that it opens from closed. */
  constructor(dials: BreakerDials, opened: () => void = () => undefined) {
    this.#dials = dials;
    this.#opened = opened;
  }

  /** Open or half-open. */
  get isOpen(): boolean {
    return this.#state !== 'closed';
  }

  /** `nowMs` never goes back. */
  ask(nowMs: number): Passage {
    if (this.#state === 'closed') return { ticket: this.#ticket };
    if (this.#state === 'probing') return { waitMs: 1 };
    if (nowMs < this.#opensUntilMs) return { waitMs: this.#opensUntilMs - nowMs };
    this.#enter('probing');
    return { ticket: this.#ticket };
  }

  /** How a request that was let through ended; `none`: it was never answered. */
  tell(ticket: number, outcome: 'good' | 'failed' | 'none', nowMs: number): void {
    if (ticket !== this.#ticket || this.#state === 'open') return;
    if (this.#state === 'closed') {
      if (outcome !== 'none') this.#count(outcome === 'failed', nowMs);
      return;
    }
    if (outcome === 'good') this.#enter('closed');
    else this.#open(outcome === 'failed' ? nowMs + this.#dials.openMs : nowMs);
  }

  #count(failed: boolean, nowMs: number): void {
    this.#answers.push({ atMs: nowMs, failed });
    if (failed) this.#failed += 1;
    for (
      let oldest = this.#answers[this.#first];
      oldest && oldest.atMs <= nowMs - this.#dials.windowMs;
      oldest = this.#answers[this.#first]
    ) {
      this.#first += 1;
      if (oldest.failed) this.#failed -= 1;
    }
    if (this.#first > 1_000 && this.#first * 2 > this.#answers.length) {
      this.#answers = this.#answers.slice(this.#first);
      this.#first = 0;
    }
    const size = this.#answers.length - this.#first;
    if (size >= this.#dials.minRequests && this.#failed >= this.#dials.failures * size) this.#open(nowMs + this.#dials.openMs);
  }

  #open(untilMs: number): void {
    if (this.#state === 'closed') this.#opened();
    this.#opensUntilMs = untilMs;
    this.#enter('open');
  }

  #enter(state: 'closed' | 'open' | 'probing'): void {
    this.#state = state;
    this.#ticket += 1;
    this.#answers = [];
    this.#first = 0;
    this.#failed = 0;
  }
}
