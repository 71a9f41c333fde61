import type { Limit } from '../config/sla.ts';
import type { Slice } from '../metrics/run-summary.ts';

/** How much of an error budget is gone, and how fast it went at the worst time. */
export interface BudgetUse {
  /** Observed ÷ allowed ratio: 1 is all of it. */
  readonly used: number;
  /** The highest of the same quotient over any 10 % of the judged time; undefined when nothing ended in the slices. */
  readonly burnRate: number | undefined;
}

const BURN_SHARE = 0.1;

/** `slices` are all judged seconds in order, silent ones too. Undefined for other metrics, for lower limits and for a budget of 0. */
export function measureBudget(limit: Limit, observedRatio: number, slices: readonly Slice[]): BudgetUse | undefined {
  const isUpper = limit.comparison === '<' || limit.comparison === '<=';
  if (limit.metric.kind !== 'error-budget' || !isUpper || limit.value <= 0) return undefined;
  return { used: observedRatio / limit.value, burnRate: highestBurnRate(slices, limit.value) };
}

function highestBurnRate(slices: readonly Slice[], allowedRatio: number): number | undefined {
  const width = Math.max(1, Math.ceil(slices.length * BURN_SHARE));
  let highest: number | undefined;
  let bad = 0;
  let all = 0;
  for (const [index, slice] of slices.entries()) {
    const left = slices[index - width];
    bad += slice.failed + slice.censored - (left ? left.failed + left.censored : 0);
    all += slice.ok + slice.failed + slice.censored - (left ? left.ok + left.failed + left.censored : 0);
    if (index >= width - 1 && all > 0) highest = Math.max(highest ?? 0, bad / all / allowedRatio);
  }
  return highest;
}
