import type { ServerUnit } from '../config/sla.ts';

/** What one row of `server:` came to in one burst. Times are milliseconds since the start of the run. */
export interface ServerSeries {
  readonly name: string;
  /** Where it came from, for people; masked. */
  readonly source: string;
  readonly unit: ServerUnit;
  /** Ascending, of the whole burst and of the wait after it; at most 3,600: of more, the lowest and highest of each stretch. For pictures. */
  readonly samples: readonly ServerSample[];
  /** Over the judged phases, of every value that came; undefined: none did. */
  readonly judged: ServerTotals | undefined;
  /** Why nothing may be judged by it, without a full stop; undefined: it may. */
  readonly trouble: string | undefined;
  /** How often it was asked, or its connection had to be opened again, and no value came. */
  readonly lost: number;
  /** One for each stretch of load; empty where the row has no `recovers`. */
  readonly recoveries: readonly ServerRecovery[];
}

export interface ServerSample {
  readonly atMs: number;
  readonly value: number;
}

/** In the unit of the values. */
export interface ServerTotals {
  readonly count: number;
  readonly min: number;
  readonly max: number;
  readonly avg: number;
  readonly first: number;
  readonly last: number;
  /** As it stood when the judged time began and when it was over: the values right before and right after it, where there are any. */
  readonly atStart: number;
  readonly atEnd: number;
}

/** Whether the value was back to normal after a stretch of load. */
export type ServerRecovery = {
  /** The last phase of the stretch, and its end. */
  readonly phase: string;
  readonly endMs: number;
} & (
  | { readonly state: 'reached'; readonly tookMs: number }
  /** `value`: the last that came in time. */
  | { readonly state: 'missed'; readonly value: number }
  /** The next load came too early. */
  | { readonly state: 'not-judged'; readonly pauseMs: number }
  | { readonly state: 'unknown'; readonly reason: string }
);
