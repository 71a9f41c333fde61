import { messageOf } from '../gate-error.ts';
import { MOST_VALUES, pause, probeNow, type ProbeSample, type RowProbe } from './row-probe.ts';

/** Asks again and again, one question at a time: a source that is slower than its rhythm skips beats. */
export class Poller implements RowProbe {
  readonly samples: ProbeSample[] = [];
  readonly lostMs: number[] = [];
  problem: string | undefined;
  readonly #read: (signal: AbortSignal) => Promise<number>;
  readonly #everyMs: number;
  readonly #stopped = new AbortController();
  #woken = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #asked = 0;
  #answered = 0;
  #waiting: (() => void)[] = [];

  /** `read` fails with a sentence where there is no value. */
  constructor(read: (signal: AbortSignal) => Promise<number>, everyMs: number) {
    this.#read = read;
    this.#everyMs = everyMs;
  }

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#woken.abort();
    await this.#running;
  }

  async refresh(): Promise<void> {
    // One that is under way was asked for before.
    const wanted = this.#asked + 1;
    this.#woken.abort();
    while (this.#answered < wanted && !this.#stopped.signal.aborted) {
      this.#woken.abort();
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  async #run(): Promise<void> {
    let dueMs = probeNow();
    while (!this.#stopped.signal.aborted) {
      this.#woken = new AbortController();
      await this.#poll();
      const late = Math.max(0, probeNow() - dueMs);
      dueMs += Math.max(1, Math.ceil(late / this.#everyMs)) * this.#everyMs;
      await pause(dueMs - probeNow(), this.#woken.signal);
    }
    this.#tell();
  }

  async #poll(): Promise<void> {
    const askedMs = probeNow();
    this.#asked++;
    try {
      const value = await this.#read(this.#stopped.signal);
      if (Number.isNaN(value)) throw new Error('the value is NaN');
      if (this.samples.length >= MOST_VALUES) throw new Error(`more than ${MOST_VALUES} values came`);
      this.samples.push({ askedMs, atMs: probeNow(), value });
    } catch (thrown) {
      // What the end of the watch cut off is no trouble of the source.
      if (!this.#stopped.signal.aborted) {
        this.lostMs.push(probeNow());
        this.problem = messageOf(thrown);
      }
    }
    this.#answered = this.#asked;
    this.#tell();
  }

  #tell(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
