import type { RunSummary } from '../metrics/run-summary.ts';
import type { Verdict } from '../verdict/verdict.ts';

/** What every renderer reads: one burst and what was decided about it. */
export interface Report {
  readonly run: RunSummary;
  readonly verdict: Verdict;
}
