import type { Clock } from './run-clock.ts';

/** Something that is to happen at a time. `place` belongs to the queue: -1 while it is not in it. */
export interface Due {
  dueUs: number;
  place: number;
  /** Called once, at or after its time. */
  fire(nowUs: number): void;
}

/**
 * All that a worker waits for, in one binary heap behind one timer: next arrivals, think times, timeouts, slice borders, phase borders.
 * Timers have whole milliseconds, so the median start is about half a millisecond late; spinning would be exact and cost a whole core.
 */
export class DueQueue {
  readonly #clock: Clock;
  readonly #heap: Due[] = [];
  #timer: NodeJS.Timeout | undefined;
  #timerDueUs = Number.POSITIVE_INFINITY;
  #running = false;
  #stopped = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Puts `due` at `atUs`, from wherever it is now. */
  schedule(due: Due, atUs: number): void {
    if (due.place >= 0) this.cancel(due);
    due.dueUs = atUs;
    due.place = this.#heap.length;
    this.#heap.push(due);
    this.#up(due.place);
    if (!this.#running && this.#heap[0] === due) this.#arm();
  }

  /** Takes `due` out; nothing happens when it is not in. */
  cancel(due: Due): void {
    const place = due.place;
    if (place < 0) return;
    due.place = -1;
    const last = this.#heap.pop();
    if (!last || last === due) return;
    this.#heap[place] = last;
    last.place = place;
    this.#up(place);
    this.#down(last.place);
  }

  /** Stops the timer; what is in the queue stays and never fires. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#stopped = true;
  }

  #fireAll(): void {
    this.#timer = undefined;
    this.#timerDueUs = Number.POSITIVE_INFINITY;
    this.#running = true;
    let nowUs = this.#clock.nowUs();
    // What a fired item schedules for now runs in the same round, bounded so that responses are read in between.
    for (let fired = 0; fired < 10_000; fired++) {
      const next = this.#heap[0];
      if (!next || next.dueUs > nowUs || this.#stopped) break;
      this.cancel(next);
      next.fire(nowUs);
      if ((fired & 15) === 15) nowUs = this.#clock.nowUs();
    }
    this.#running = false;
    this.#arm();
  }

  #arm(): void {
    const next = this.#heap[0];
    if (!next || this.#running || this.#stopped || next.dueUs >= this.#timerDueUs) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timerDueUs = next.dueUs;
    const waitMs = (next.dueUs - this.#clock.nowUs()) / 1_000;
    // Node rounds below 1 ms up to 1 ms; longer waits are cut to whole milliseconds, and a short last one follows.
    this.#timer = setTimeout(() => this.#fireAll(), Math.min(2_000_000_000, Math.max(1, Math.floor(waitMs))));
  }

  #up(from: number): void {
    let place = from;
    const due = this.#heap[place];
    if (!due) return;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = this.#heap[above];
      if (!parent || parent.dueUs <= due.dueUs) break;
      this.#heap[place] = parent;
      parent.place = place;
      place = above;
    }
    this.#heap[place] = due;
    due.place = place;
  }

  #down(from: number): void {
    let place = from;
    const due = this.#heap[place];
    if (!due) return;
    for (;;) {
      let below = 2 * place + 1;
      const left = this.#heap[below];
      if (!left) break;
      const right = this.#heap[below + 1];
      let child = left;
      if (right && right.dueUs < left.dueUs) {
        child = right;
        below++;
      }
      if (child.dueUs >= due.dueUs) break;
      this.#heap[place] = child;
      child.place = place;
      place = below;
    }
    this.#heap[place] = due;
    due.place = place;
  }
}
