import type { Position } from '../config/issue.ts';
import type { Severity } from '../config/sla.ts';

/** The one verdict of a run. Precedence and exit codes: `decide.ts`. */
export interface Verdict {
  readonly state: 'pass' | 'breach' | 'regression' | 'inconclusive';
  /** Why, most important first, whole sentences; at least one. */
  readonly reasons: readonly string[];
  readonly checks: readonly Check[];
}

/** One promise and what became of it: a union on its state, never a 0 for "nothing measured". */
export type Check = {
  /** `POST /v1/messages p95`; unique within a verdict. */
  readonly name: string;
  /** The series, `total`, or undefined for a window over all series; the name of a row of `server:`. */
  readonly series: string;
  /** The phase, for promises of one phase. */
  readonly phase: string | undefined;
  readonly kind: 'sla' | 'window' | 'server';
  readonly metric: string;
  /** As written in the SLA: `p95: 150ms`. */
  readonly promise: string;
  /** The limit as reports show it: `≤ 150 ms`. */
  readonly limit: string;
  readonly severity: Severity;
  readonly at: Position;
} & (
  | { readonly state: 'passed' | 'breached'; readonly observed: Observed }
  /** Its tasks were filtered out. */
  | { readonly state: 'skipped'; readonly reason: string }
  /** Nothing or too little was measured: inconclusive. */
  | { readonly state: 'no-data'; readonly reason: string; readonly samples: number }
);

export interface Observed {
  /** In the metric's unit (µs, ratio, number, per second); a lower bound when `censored`. */
  readonly value: number;
  /** The percentile falls among requests that never came back: shown as `> 2.1 s`. */
  readonly censored: boolean;
  /** As reports show it: `142 ms`. */
  readonly text: string;
  /** The limit in the same unit. */
  readonly limitValue: number;
  readonly samples: number;
  /** About 85 % (see `block-bootstrap.ts`); undefined when the run is too short for one. */
  readonly interval: { readonly low: number; readonly high: number; readonly text: string } | undefined;
  /** Error budgets: used ÷ allowed (1 is all of it); undefined where the budget is 0 or the metric is another. */
  readonly budgetUsed: number | undefined;
  /** Error budgets: the highest burn rate over any 10 % of the judged time; undefined as above. */
  readonly burnRate: number | undefined;
}
