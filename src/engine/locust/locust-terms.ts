import type { BurstOptions } from '../../metrics/burst.ts';
import type { Environment } from '../../metrics/run-summary.ts';
import type { Locust } from './find-locust.ts';
import type { Locustfile } from './locustfile/render-locustfile.ts';

/** Who makes the load: processes of this machine, or workers that come from others. */
export type LocustWorkers = { readonly kind: 'processes' | 'expected'; readonly count: number };

/** What a burst on Locust is told, beside the plan. */
export interface LocustOptions extends BurstOptions {
  readonly locust: Locust;
  readonly file: Locustfile;
  readonly workers: LocustWorkers;
  readonly environment: Environment;
  readonly onNote: (note: string) => void;
  /** A line of Locust's own log. */
  readonly onLog: (line: string) => void;
}

/** How long things may take, all in ms. */
export interface LocustTerms {
  /** From the start of Python to the first word of the locustfile. */
  readonly startMs: number;
  /** Until all workers are there. */
  readonly waitMs: { readonly [Kind in LocustWorkers['kind']]: number };
  /** Each worker hands in every second; one, or a Locust, that is silent for so long hangs. */
  readonly silentMs: number;
  /** Between the first word that it is to end and the second; half of it is left after that. */
  readonly graceMs: number;
}

/** A job of GitHub that is cancelled has 10 s in all. */
export const LOCUST_TERMS: LocustTerms = Object.freeze({
  startMs: 60_000,
  waitMs: { processes: 60_000, expected: 300_000 },
  silentMs: 15_000,
  graceMs: 2_500,
});
