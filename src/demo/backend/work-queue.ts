import type { JobState } from '../memory.ts';
import { buildLatencySequence } from '../latency-sequence.ts';
import { remember } from '../remember.ts';
import { DurationHistogram } from '../metrics/duration-histogram.ts';
import type { QueueDials } from './backend-dials.ts';
import { RecentRate } from './recent-rate.ts';
import { RecentTimes } from './recent-times.ts';

interface Message {
  /** When its request arrived. */
  readonly createdMs: number;
  readonly queuedMs: number;
  state: JobState;
}

type Schedule = (dueMs: number, run: () => void) => void;

/** One work queue with its workers; its own clock measures from a request's arrival to the commit. */
export class WorkQueue {
  readonly #schedule: Schedule;
  readonly #messages = new Map<string, Message>();
  /** Waiting from `#first` on. */
  #waiting: Message[] = [];
  #first = 0;
  #dials: QueueDials;
  #nextWorkMs: () => number;
  #busy = 0;
  #inWork = 0;
  #taken = 0;
  #wakesAtMs = Infinity;
  /** What was put in before is committed, and counted nowhere. */
  #countsFromMs = 0;
  #latencies = new RecentTimes(100);
  #rate = new RecentRate(10);
  histogram = new DurationHistogram();
  enqueued = 0;
  committed = 0;
  failed = 0;
  batches = 0;

  constructor(dials: QueueDials, seed: number, schedule: Schedule) {
    this.#schedule = schedule;
    this.#dials = dials;
    this.#nextWorkMs = buildWork(dials, seed);
  }

  /** Messages that wait or are held. */
  get length(): number {
    return this.#waiting.length - this.#first + (this.#dials.held ?? 0);
  }

  /** Messages that are not done yet. */
  get lag(): number {
    return this.length + this.#inWork;
  }

  get latencies(): RecentTimes {
    return this.#latencies;
  }

  /** Commits per second. */
  rps(nowMs: number): number {
    return this.#rate.perSec(nowMs);
  }

  /** Holds for the batches to come. */
  setDials(dials: QueueDials, seed: number): void {
    this.#dials = dials;
    this.#nextWorkMs = buildWork(dials, seed);
    this.#work();
  }

  /** Counts and times begin again; messages stay where they are. */
  reset(): void {
    this.#countsFromMs = performance.now();
    this.#latencies = new RecentTimes(100);
    this.#rate = new RecentRate(10);
    this.histogram = new DurationHistogram();
    this.enqueued = 0;
    this.committed = 0;
    this.failed = 0;
    this.batches = 0;
    this.#taken = 0;
  }

  /** False: the queue is full. */
  add(id: string, createdMs: number, nowMs: number): boolean {
    if (this.length >= (this.#dials.capacity ?? Infinity)) return false;
    const message: Message = { createdMs, queuedMs: nowMs, state: 'queued' };
    remember(this.#messages, id, message);
    this.#waiting.push(message);
    this.enqueued += 1;
    this.#work();
    return true;
  }

  /** Undefined: no such message. */
  stateOf(id: string): JobState | undefined {
    return this.#messages.get(id)?.state;
  }

  #work(): void {
    const { workers, batch = 1, batchWaitMs = 0 } = this.#dials;
    for (let oldest = this.#waiting[this.#first]; oldest !== undefined && this.#busy < workers; oldest = this.#waiting[this.#first]) {
      const nowMs = performance.now();
      const dueMs = oldest.queuedMs + batchWaitMs;
      if (this.#waiting.length - this.#first < batch && nowMs < dueMs) {
        this.#wakeAt(dueMs);
        return;
      }
      this.#begin(this.#take(batch), nowMs);
    }
  }

  #wakeAt(dueMs: number): void {
    if (this.#wakesAtMs <= dueMs) return;
    this.#wakesAtMs = dueMs;
    this.#schedule(dueMs, () => {
      this.#wakesAtMs = Infinity;
      this.#work();
    });
  }

  #take(count: number): readonly Message[] {
    const batch = this.#waiting.slice(this.#first, this.#first + count);
    this.#first += batch.length;
    if (this.#first > 1_000 && this.#first * 2 > this.#waiting.length) {
      this.#waiting = this.#waiting.slice(this.#first);
      this.#first = 0;
    }
    return batch;
  }

  #begin(batch: readonly Message[], nowMs: number): void {
    const workMs = this.#nextWorkMs();
    if (workMs === 0) {
      this.#commit(batch, nowMs);
      return;
    }
    for (const message of batch) message.state = 'running';
    this.#busy += 1;
    this.#inWork += batch.length;
    // Never within this very call, where it would come back to the loop of workers from inside.
    this.#schedule(nowMs + Math.max(workMs, 0.1), () => {
      this.#busy -= 1;
      this.#inWork -= batch.length;
      this.#commit(batch, performance.now());
      this.#work();
    });
  }

  #commit(batch: readonly Message[], nowMs: number): void {
    const { failEvery = Infinity, loseEvery = Infinity } = this.#dials;
    if (batch.some(({ queuedMs }) => queuedMs >= this.#countsFromMs)) this.batches += 1;
    for (const message of batch) {
      if (message.queuedMs < this.#countsFromMs) {
        message.state = 'done';
        continue;
      }
      this.#taken += 1;
      if (this.#taken % loseEvery === 0) continue;
      if (this.#taken % failEvery === 0) {
        message.state = 'failed';
        this.failed += 1;
        continue;
      }
      message.state = 'done';
      this.committed += 1;
      this.#rate.add(nowMs);
      this.#latencies.add(nowMs - message.createdMs);
      this.histogram.record((nowMs - message.createdMs) / 1_000);
    }
  }
}

function buildWork(dials: QueueDials, seed: number): () => number {
  return dials.work ? buildLatencySequence(dials.work, seed) : () => 0;
}
