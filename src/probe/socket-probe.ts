import { messageOf } from '../gate-error.ts';
import type { RequestProgram } from '../plan/program.ts';
import { findNumber } from './find-number.ts';
import { MOST_VALUES, pause, probeNow, type ProbeSample, type RowProbe } from './row-probe.ts';
import type { TargetLine } from './target-line.ts';

const LEAST_WAIT_MS = 1_000;

export interface SocketProbeOptions {
  readonly line: TargetLine;
  readonly request: RequestProgram;
  /** JSONPath. */
  readonly path: string;
  readonly everyMs: number;
  /** How long a value is waited for. */
  readonly patienceMs: number;
}

/** Listens to a WebSocket; each message that has the path is a value, all others are passed over. A connection that ends is opened again. */
export class SocketProbe implements RowProbe {
  readonly samples: ProbeSample[] = [];
  readonly lostMs: number[] = [];
  problem: string | undefined;
  readonly #options: SocketProbeOptions;
  readonly #stopped = new AbortController();
  #link: { close(): void } | undefined;
  #waiting: (() => void)[] = [];

  constructor(options: SocketProbeOptions) {
    this.#options = options;
  }

  start(): void {
    const { line, request } = this.#options;
    if (this.#stopped.signal.aborted) return;
    try {
      this.#link = line.listen(request, {
        opened: () => undefined,
        message: (text) => this.#take(text),
        ended: (reason) => void this.#openAgain(reason),
      });
    } catch (thrown) {
      void this.#openAgain(messageOf(thrown));
    }
  }

  stop(): Promise<void> {
    this.#stopped.abort();
    this.#link?.close();
    this.#tell();
    return Promise.resolve();
  }

  async refresh(): Promise<void> {
    const timeout = AbortSignal.timeout(this.#options.patienceMs);
    const came = new Promise<void>((resolve) => this.#waiting.push(resolve));
    await Promise.race([came, pause(this.#options.patienceMs, AbortSignal.any([timeout, this.#stopped.signal]))]);
  }

  #take(text: string): void {
    const nowMs = probeNow();
    try {
      const value = findNumber(text, this.#options.path);
      if (this.samples.length >= MOST_VALUES) throw new Error(`more than ${MOST_VALUES} messages came`);
      this.samples.push({ askedMs: nowMs, atMs: nowMs, value });
      this.#tell();
    } catch (thrown) {
      this.problem = `a message: ${messageOf(thrown)}`;
    }
  }

  async #openAgain(reason: string): Promise<void> {
    this.#link = undefined;
    if (this.#stopped.signal.aborted) return;
    this.lostMs.push(probeNow());
    this.problem = reason;
    await pause(Math.max(LEAST_WAIT_MS, this.#options.everyMs), this.#stopped.signal);
    this.start();
  }

  #tell(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
