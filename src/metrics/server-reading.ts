import type { Recovery, ServerUnit } from '../config/sla.ts';
import type { ServerSample } from './server-series.ts';

/** What a probe brings home of one row. */
export interface ServerReading {
  readonly name: string;
  readonly source: string;
  readonly unit: ServerUnit;
  /** Values may be infinite, and are never NaN. */
  readonly samples: readonly TimedValue[];
  readonly lost: number;
  /** When during the run that was; empty where nobody asks before its end. */
  readonly lostMs: readonly number[];
  /** Why no value came the last time that none did; masked. */
  readonly problem: string | undefined;
  readonly patience: Patience;
  readonly recovers: Recovery | undefined;
  /** Something is promised of the value right after the load. */
  readonly wantsEnd: boolean;
  readonly watchedUntilMs: number;
}

/** A value, when it was there, and since when it may have been so: when it was asked for, or when Prometheus scraped it. */
export interface TimedValue extends ServerSample {
  readonly asOfMs: number;
}

/** The longest stretches of the judged time without a value, ms: before the first, between two, after the last. */
export interface Patience {
  readonly beforeMs: number;
  readonly betweenMs: number;
  readonly afterMs: number;
}
