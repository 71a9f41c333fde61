import type { Slice } from '../metrics/run-summary.ts';
import { roundStatistic } from './compare-value.ts';
import { addSlices } from './merge-series-phases.ts';
import { nextBelow, seededRandom } from './seeded-random.ts';
import { studentTQuantile } from './student-t.ts';

/** How often the run is drawn anew. */
export const RESAMPLES = 400;
const BLOCK_SECONDS = 5;
/** Longer runs have adjacent slices merged, so that an hour costs no more than four minutes. */
const MOST_SLICES = 240;
const LEAST_BLOCKS = 3;

/** The slices of a run and 400 ways to draw them anew, shared by all statistics of one series. */
export interface Resampling {
  readonly slices: readonly Slice[];
  /** Row r holds, for each slice, how often draw r takes it: RESAMPLES × slices.length. */
  readonly weights: Uint16Array;
  /** Independent blocks in the run; degrees of freedom are one less. */
  readonly blocks: number;
}

/**
 * Circular moving-block bootstrap (Politis & Romano 1992): requests in a burst share queues, so neighbours in time are drawn together, in blocks of 5 s.
 * `slices` are all seconds in order, silent ones too. Undefined when they make fewer than three blocks.
 */
export function drawResampling(slices: readonly Slice[], seed: number): Resampling | undefined {
  const secondsEach = Math.max(1, Math.ceil(slices.length / MOST_SLICES));
  const coarse = coarsen(slices, secondsEach);
  const blockLength = Math.ceil(BLOCK_SECONDS / secondsEach);
  const blocks = Math.floor(coarse.length / blockLength);
  if (blocks < LEAST_BLOCKS) return undefined;
  const next = seededRandom(seed);
  const length = coarse.length;
  const weights = new Uint16Array(RESAMPLES * length);
  for (let row = 0; row < RESAMPLES; row++) {
    let start = 0;
    for (let drawn = 0; drawn < length; drawn++) {
      if (drawn % blockLength === 0) start = nextBelow(next, length);
      const cell = row * length + ((start + (drawn % blockLength)) % length);
      weights[cell] = (weights[cell] ?? 0) + 1;
    }
  }
  return { slices: coarse, weights, blocks };
}

/** Standard error of a statistic over the draws that have one; undefined when fewer than nine in ten have. */
export function bootstrapError(resampling: Resampling, statistic: (weights: Uint16Array) => number | undefined): number | undefined {
  const { slices, weights } = resampling;
  const values: number[] = [];
  for (let row = 0; row < RESAMPLES; row++) {
    const value = statistic(weights.subarray(row * slices.length, (row + 1) * slices.length));
    if (value !== undefined) values.push(roundStatistic(value));
  }
  if (values.length < 0.9 * RESAMPLES) return undefined;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return roundStatistic(Math.sqrt(squares / (values.length - 1)));
}

/** Half the width of the two-sided interval: standard error × t(0.975, blocks − 1). It is meant to cover 95 %, and covers about 85 % of real bursts. */
export function halfWidth(resampling: Resampling, standardError: number): number {
  return roundStatistic(roundStatistic(studentTQuantile(0.975, resampling.blocks - 1)) * standardError);
}

function coarsen(slices: readonly Slice[], secondsEach: number): readonly Slice[] {
  if (secondsEach === 1) return slices;
  const coarse: Slice[] = [];
  for (let from = 0; from < slices.length; from += secondsEach) {
    const together = slices.slice(from, from + secondsEach);
    coarse.push(addSlices(together[0]?.second ?? 0, together));
  }
  return coarse;
}
