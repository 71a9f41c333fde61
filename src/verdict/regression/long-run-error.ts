import { roundStatistic } from '../compare-value.ts';

const BLOCK_SECONDS = 5;
/** Long runs have longer blocks, which see slower drifts, and never more than this many. */
const MOST_BLOCKS = 36;
const LEAST_BLOCKS = 3;
/**
 * Blocks of 5 s miss what seconds further apart have in common, and Satterthwaite's degrees are an approximation: without this factor the simulator has
 * 1.2 – 1.3 % false alarms where 1 % was asked for, with it 1.0 % (levels of seconds correlated by 0.5), at the price of 2 points of power.
 */
const CALIBRATION = 1.1;

/** Standard error of a sum of parts that depend on their neighbours in time. */
export interface LongRunError {
  readonly error: number;
  /** Independent blocks minus one; at least 2. */
  readonly degrees: number;
}

/**
 * `parts[t]` is what second t adds to a statistic that is centred on 0. The error is that of the circular moving-block bootstrap
 * (Politis & Romano 1992) with infinitely many draws: its variance of a sum of n parts in blocks of l is (1/l)·Σ B², over the n sums B of l neighbours
 * around the circle, so nothing needs to be drawn and no chance is left in the verdict. b blocks have b − 1 degrees of freedom: times b/(b − 1), and `CALIBRATION`.
 * Undefined when the parts make fewer than three blocks.
 */
export function estimateLongRunError(parts: Float64Array): LongRunError | undefined {
  const length = parts.length;
  const block = Math.max(BLOCK_SECONDS, Math.ceil(length / MOST_BLOCKS));
  const blocks = Math.floor(length / block);
  if (blocks < LEAST_BLOCKS) return undefined;
  let sum = 0;
  for (let index = 0; index < block; index++) sum += parts[index] ?? 0;
  let squares = 0;
  for (let start = 0; start < length; start++) {
    squares += sum * sum;
    sum += (parts[(start + block) % length] ?? 0) - (parts[start] ?? 0);
  }
  const variance = (squares / block) * (blocks / (blocks - 1));
  return { error: roundStatistic(CALIBRATION * Math.sqrt(Math.max(0, variance))), degrees: blocks - 1 };
}
