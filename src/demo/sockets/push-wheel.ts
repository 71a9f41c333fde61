import type { SocketPeer } from './socket-peer.ts';

const SLOT_MS = 10;
const MOST_SLOTS = 1_000;

/** Serves every connection once in each interval, a slot of them at a time, so that thousands never go out in one tick; one task in all. */
export class PushWheel {
  readonly #slots: readonly Set<SocketPeer>[];
  readonly #slotMs: number;
  readonly #push: (peer: SocketPeer) => void;
  readonly #schedule: (dueMs: number, run: () => void) => void;
  readonly #slotOf = new Map<SocketPeer, Set<SocketPeer>>();
  #joined = 0;
  #turn = 0;
  #dueMs = 0;
  #turning = false;
  #stopped = false;

  constructor(everyMs: number, push: (peer: SocketPeer) => void, schedule: (dueMs: number, run: () => void) => void) {
    const count = Math.min(MOST_SLOTS, Math.max(1, Math.floor(everyMs / SLOT_MS)));
    this.#slots = Array.from({ length: count }, () => new Set());
    this.#slotMs = everyMs / count;
    this.#push = push;
    this.#schedule = schedule;
  }

  /** Its first push comes within one interval. */
  add(peer: SocketPeer): void {
    // Neighbours in arrival are far apart in the interval: the golden section spreads any number of them evenly.
    const index = Math.floor(((this.#joined * GOLDEN_SECTION) % 1) * this.#slots.length);
    const slot = this.#slots[index] ?? new Set();
    this.#joined += 1;
    slot.add(peer);
    this.#slotOf.set(peer, slot);
    if (this.#turning) return;
    this.#turning = true;
    this.#dueMs = performance.now() + this.#slotMs;
    this.#await();
  }

  delete(peer: SocketPeer): void {
    this.#slotOf.get(peer)?.delete(peer);
    this.#slotOf.delete(peer);
  }

  /** Nothing is pushed from now on. */
  stop(): void {
    this.#stopped = true;
  }

  #await(): void {
    this.#schedule(this.#dueMs, () => {
      if (this.#stopped || this.#slotOf.size === 0) {
        this.#turning = false;
        return;
      }
      for (const peer of this.#slots[this.#turn] ?? []) this.#push(peer);
      this.#turn = (this.#turn + 1) % this.#slots.length;
      // Late slots catch up one by one, each after a breath for what else is due.
      this.#dueMs = Math.max(this.#dueMs + this.#slotMs, performance.now() + 0.5);
      this.#await();
    });
  }
}

const GOLDEN_SECTION = (Math.sqrt(5) - 1) / 2;
