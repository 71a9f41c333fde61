import { performance } from 'node:perf_hooks';

/** A value, never NaN, and when it was asked for and came, ms of this process's monotonic clock. */
export interface ProbeSample {
  readonly askedMs: number;
  readonly atMs: number;
  readonly value: number;
}

/** What watches one row while a burst goes on. It never throws: what goes wrong is counted and told. */
export interface RowProbe {
  start(): void;
  /** Ends it; nothing of it is left behind. */
  stop(): Promise<void>;
  /** Until a value that was asked for from now on has come, or could not. */
  refresh(): Promise<void>;
  readonly samples: readonly ProbeSample[];
  /** When no value came, on the clock of the samples. */
  readonly lostMs: readonly number[];
  /** Why, the last time; not masked. */
  readonly problem: string | undefined;
}

/** Now, on the clock of the samples. */
export function probeNow(): number {
  return performance.now();
}

/** More values than this are no longer figures but a stream; beyond, none is kept. */
export const MOST_VALUES = 1_000_000;

/** Waits, at most until the signal is aborted. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted || ms <= 0) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
  });
}
