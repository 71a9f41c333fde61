import { Worker } from 'node:worker_threads';
import { messageOf } from '../gate-error.ts';
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages.ts';

/** How a burst has its workers. */
export interface WorkerTerms {
  /** The file that a worker thread runs. */
  readonly entry: URL;
  /** A worker hands in every second; one that is silent for so long hangs. */
  readonly silentMs: number;
}

export const WORKER_TERMS: WorkerTerms = {
  entry: new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url),
  silentMs: 15_000,
};

/** Who hears of the workers, of each by its place. */
interface WorkerListener {
  readonly onMessage: (index: number, message: FromWorker) => void;
  /** One is gone before it was done, or has been silent for too long; told once. */
  readonly onLost: (index: number, why: string) => void;
}

interface Thread {
  readonly worker: Worker;
  heardMs: number;
  /** Done, or lost. */
  isOver: boolean;
}

/** The worker threads of a burst: started, told, heard and watched. What their words mean is up to the listener. */
export class WorkerThreads {
  readonly #threads: readonly Thread[];
  readonly #terms: WorkerTerms;
  readonly #listener: WorkerListener;
  #isClosed = false;

  /** Starts one for each of `starts`. */
  constructor(starts: readonly WorkerStart[], terms: WorkerTerms, listener: WorkerListener) {
    this.#terms = terms;
    this.#listener = listener;
    this.#threads = starts.map((start, index) => this.#start(start, index));
  }

  /** Whether each is done or lost. */
  get areOver(): boolean {
    return this.#threads.every(({ isOver }) => isOver);
  }

  tellAll(message: ToWorker): void {
    for (const { worker } of this.#threads) worker.postMessage(message);
  }

  /** Loses those that have been silent for too long. */
  loseSilent(): void {
    const { silentMs } = this.#terms;
    for (const [index, thread] of this.#threads.entries()) {
      if (thread.isOver || performance.now() - thread.heardMs < silentMs) continue;
      this.#lose(index, thread, `it has been silent for ${silentMs / 1_000} s`);
      void thread.worker.terminate();
    }
  }

  /** Ends them all; none is lost any more. One that has reported closes its port and ends by itself; one that waits for a socket to close need not keep us. */
  close(): void {
    this.#isClosed = true;
    for (const { worker } of this.#threads) void worker.terminate();
  }

  #start(workerData: WorkerStart, index: number): Thread {
    const worker = new Worker(this.#terms.entry, { workerData, name: `load-${index}` });
    const thread = { worker, heardMs: performance.now(), isOver: false };
    worker.on('message', (message: FromWorker) => {
      thread.heardMs = performance.now();
      if (message.kind === 'done') thread.isOver = true;
      this.#listener.onMessage(index, message);
    });
    worker.on('error', (error) => this.#lose(index, thread, messageOf(error)));
    worker.on('exit', () => this.#lose(index, thread, 'it exited'));
    return thread;
  }

  #lose(index: number, thread: Thread, why: string): void {
    if (thread.isOver || this.#isClosed) return;
    thread.isOver = true;
    this.#listener.onLost(index, why);
  }
}
