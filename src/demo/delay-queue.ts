interface Task {
  readonly dueMs: number;
  /** Order of arrival decides between equal times. */
  readonly order: number;
  readonly run: () => void;
}

/**
 * Runs each task when it is due by `performance.now()`, one timer for all of them.
 * Node's timers are whole milliseconds and up to 1.1 ms late; so the timer is set to `spinMs` before, and setImmediate, which lets I/O pass,
 * bridges the rest. Idle, it costs nothing; with `spinMs` 0 it never spins.
 */
export class DelayQueue {
  readonly #spinMs: number;
  readonly #heap: Task[] = [];
  #order = 0;
  #timer: NodeJS.Timeout | undefined;
  #timerDueMs = Infinity;
  #immediate: NodeJS.Immediate | undefined;

  constructor(spinMs: number) {
    this.#spinMs = spinMs;
  }

  /** Runs now, inside the call, what is due already. */
  at(dueMs: number, run: () => void): void {
    if (dueMs <= performance.now()) {
      run();
      return;
    }
    this.#push({ dueMs, order: this.#order++, run });
    this.#arm();
  }

  /** Forgets every task. */
  clear(): void {
    this.#heap.length = 0;
    clearTimeout(this.#timer);
    clearImmediate(this.#immediate);
    this.#timerDueMs = Infinity;
    this.#immediate = undefined;
  }

  #arm(): void {
    const first = this.#heap[0];
    if (first === undefined || this.#immediate !== undefined) return;
    const wakeMs = first.dueMs - performance.now() - this.#spinMs;
    if (wakeMs < (this.#spinMs > 0 ? 1 : 0)) {
      this.#immediate = setImmediate(() => this.#fire());
      return;
    }
    if (this.#timerDueMs <= first.dueMs) return;
    clearTimeout(this.#timer);
    this.#timerDueMs = first.dueMs;
    // Beyond 2^31 − 1 ms a timer would fire at once; a day is as good, since firing arms again.
    const delayMs = Math.min(86_400_000, this.#spinMs > 0 ? Math.floor(wakeMs) : Math.ceil(wakeMs));
    this.#timer = setTimeout(() => {
      this.#timerDueMs = Infinity;
      this.#fire();
    }, delayMs);
  }

  #fire(): void {
    clearImmediate(this.#immediate);
    this.#immediate = undefined;
    const nowMs = performance.now();
    for (let first = this.#heap[0]; first !== undefined && first.dueMs <= nowMs; first = this.#heap[0]) {
      this.#pop();
      first.run();
    }
    this.#arm();
  }

  #push(task: Task): void {
    let index = this.#heap.push(task) - 1;
    while (index > 0) {
      const parentIndex = (index - 1) >> 1;
      const parent = this.#heap[parentIndex];
      if (parent === undefined || isBefore(parent, task)) break;
      this.#heap[index] = parent;
      index = parentIndex;
    }
    this.#heap[index] = task;
  }

  #pop(): void {
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return;
    let index = 0;
    for (;;) {
      let childIndex = 2 * index + 1;
      let child = this.#heap[childIndex];
      const right = this.#heap[childIndex + 1];
      if (child !== undefined && right !== undefined && isBefore(right, child)) {
        childIndex += 1;
        child = right;
      }
      if (child === undefined || isBefore(last, child)) break;
      this.#heap[index] = child;
      index = childIndex;
    }
    this.#heap[index] = last;
  }
}

function isBefore(a: Task, b: Task): boolean {
  return a.dueMs < b.dueMs || (a.dueMs === b.dueMs && a.order < b.order);
}
