import { formatLatency } from '../../units.ts';
import { roundStatistic } from '../compare-value.ts';

/** A latency that somebody wrote down by hand as the normal. */
export interface BaselineValue {
  readonly endpoint: string;
  readonly percentile: number;
  readonly us: number;
}

/** A plain comparison: nothing is known of the noise, so it is told and never gated on its own. */
export interface ValueRow {
  readonly name: string;
  readonly baselineUs: number;
  readonly candidateUs: number;
  /** candidate ÷ baseline − 1. */
  readonly change: number;
  readonly tolerance: number;
  readonly state: 'within' | 'beyond';
}

/** Equal to the tolerance is within; `measuredUs` undefined: nothing was measured, no row. */
export function compareValue(value: BaselineValue, measuredUs: number | undefined, tolerance: number): ValueRow | undefined {
  if (measuredUs === undefined) return undefined;
  if (!(value.us > 0)) throw new RangeError(`a baseline of ${value.us} µs cannot be compared with`);
  const change = roundStatistic(measuredUs / value.us - 1);
  const state = change > roundStatistic(tolerance) ? 'beyond' : 'within';
  return { name: `${value.endpoint} p${value.percentile}`, baselineUs: value.us, candidateUs: measuredUs, change, tolerance, state };
}

/** `POST /v1/messages p95 120 ms → 131 ms (by hand, no noise model)`. */
export function describeValue(row: ValueRow): string {
  return `${row.name} ${formatLatency(row.baselineUs)} → ${formatLatency(row.candidateUs)} (by hand, no noise model)`;
}
