import type { Due, DueQueue } from './due-queue.ts';

/** Something that is given up when it takes too long. The links belong to the list. */
export interface Expiring {
  deadlineUs: number;
  earlier: Expiring | undefined;
  later: Expiring | undefined;
  list: TimeoutList | undefined;
  expire(nowUs: number): void;
}

/**
 * Deadlines of one duration, in the order in which they were set, which is the order in which they come: adding and removing cost a few
 * pointer writes, where a heap would cost a search for each request.
 */
export class TimeoutList implements Due {
  dueUs = 0;
  place = -1;
  readonly #queue: DueQueue;
  #first: Expiring | undefined;
  #last: Expiring | undefined;

  constructor(queue: DueQueue) {
    this.#queue = queue;
  }

  /** Deadlines must be added in ascending order. */
  add(item: Expiring, deadlineUs: number): void {
    item.deadlineUs = deadlineUs;
    item.list = this;
    item.earlier = this.#last;
    item.later = undefined;
    if (this.#last) this.#last.later = item;
    else this.#first = item;
    this.#last = item;
    if (this.place < 0) this.#queue.schedule(this, deadlineUs);
  }

  /** Takes an item out that is in this list. */
  remove(item: Expiring): void {
    if (item.list !== this) return;
    if (item.earlier) item.earlier.later = item.later;
    else this.#first = item.later;
    if (item.later) item.later.earlier = item.earlier;
    else this.#last = item.earlier;
    item.earlier = undefined;
    item.later = undefined;
    item.list = undefined;
  }

  fire(nowUs: number): void {
    while (this.#first && this.#first.deadlineUs <= nowUs) {
      const item = this.#first;
      this.remove(item);
      item.expire(nowUs);
    }
    if (this.#first && this.place < 0) this.#queue.schedule(this, this.#first.deadlineUs);
  }
}
