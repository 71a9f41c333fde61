import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Slice } from '../../src/metrics/run-summary.ts';
import { drawResampling } from '../../src/verdict/block-bootstrap.ts';
import { errorRatioInterval, throughputInterval, type Interval } from '../../src/verdict/estimate-interval.ts';
import { estimateLongRunError } from '../../src/verdict/regression/long-run-error.ts';
import { studentTCdf, studentTQuantile } from '../../src/verdict/student-t.ts';
import { drawLevels } from '../sim/make-burst.ts';
import { exactInterval } from '../sim/clopper-pearson.ts';
import { fastRandom, type FastRandom } from '../sim/fast-random.ts';
import { recordDistribution } from '../support/build-run-summary.ts';

const TRIALS = 3_000;
const SECONDS = 60;

/** Deviations of 60 seconds from their mean, each a part of it; neighbours are correlated by `correlation` (AR(1), true mean 0). */
function drawParts(correlation: number, random: FastRandom): { readonly mean: number; readonly parts: Float64Array } {
  const levels = drawLevels(1, correlation, SECONDS, random);
  const mean = levels.reduce((sum, level) => sum + level, 0) / SECONDS;
  return { mean, parts: levels.map((level) => (level - mean) / SECONDS) };
}

/** How many of the trials a count satisfies. */
function countTrials(holds: (random: FastRandom) => boolean): number {
  let count = 0;
  for (let trial = 0; trial < TRIALS; trial++) if (holds(fastRandom(7_000 + trial))) count++;
  return count;
}

// Nominal 95 %. The error has 10 % on top, which is meant for correlated seconds; where they are correlated too far for blocks of 5 s the interval must be short.
const MEANS = [
  { correlation: 0, least: 0.93, most: 0.99 },
  { correlation: 0.3, least: 0.92, most: 0.98 },
  { correlation: 0.5, least: 0.9, most: 0.97 },
  { correlation: 0.9, least: 0.6, most: 0.85 },
] as const;
for (const { correlation, least, most } of MEANS) {
  test(`with seconds correlated by ${correlation}, mean ± t × error covers the truth in ${least} to ${most} of the bursts`, () => {
    const held = countTrials((random) => {
      const { mean, parts } = drawParts(correlation, random);
      const noise = estimateLongRunError(parts);
      assert.ok(noise);
      return Math.abs(mean) <= studentTQuantile(0.975, noise.degrees) * noise.error;
    });
    assert.ok(held / TRIALS >= least && held / TRIALS <= most, `${held} of ${TRIALS}`);
  });
}

for (const level of [0.1, 0.01] as const) {
  test(`of unchanged bursts of mildly correlated seconds about ${level} have a one-sided p-value that small`, () => {
    const small = countTrials((random) => {
      const { mean, parts } = drawParts(0.3, random);
      const noise = estimateLongRunError(parts);
      assert.ok(noise);
      return 1 - studentTCdf(mean / noise.error, noise.degrees) <= level;
    });
    const { low, high } = exactInterval(small, TRIALS);
    assert.ok(low <= 1.5 * level && high >= 0.5 * level, `${small} of ${TRIALS}`);
  });
}

function slice(second: number, ok: number, failed: number): Slice {
  return { second, ok, failed, censored: 0, latency: recordDistribution([]) };
}

/** The share of 300 bursts of the AR(1) world (correlation 0.5) whose interval holds the truth. */
function coverIntervals(
  draw: (level: number, random: FastRandom, second: number) => Slice,
  estimate: (slices: readonly Slice[]) => Interval | undefined,
  truth: number,
): number {
  const bursts = 300;
  let held = 0;
  for (let burst = 0; burst < bursts; burst++) {
    const random = fastRandom(90_000 + burst);
    const slices = [...drawLevels(1, 0.5, SECONDS, random)].map((level, second) => draw(level, random, second));
    const interval = estimate(slices);
    if (interval && interval.low <= truth && truth <= interval.high) held++;
  }
  return held / bursts;
}

test('the interval of an error ratio covers the truth as often as it is said to: about 85 %, and up to its nominal 95 %', () => {
  const share = coverIntervals(
    (level, random, second) => {
      const chance = 0.05 * (1 + 0.3 * level);
      const failed = Array.from({ length: 50 }, () => random.uniform() < chance).filter(Boolean).length;
      return slice(second, 50 - failed, failed);
    },
    (slices) => {
      const resampling = drawResampling(slices, 1);
      const bad = slices.reduce((sum, { failed }) => sum + failed, 0);
      return resampling && errorRatioInterval(resampling, bad / (50 * SECONDS));
    },
    0.05,
  );
  assert.ok(share >= 0.82 && share <= 0.98, `${share}`);
});

test('the interval of a throughput covers the truth as often as it is said to', () => {
  const share = coverIntervals(
    (level, random, second) => slice(second, Math.max(0, Math.round(100 + 8 * level + 3 * random.normal())), 0),
    (slices) => {
      const resampling = drawResampling(slices, 1);
      return resampling && throughputInterval(resampling, slices.reduce((sum, { ok }) => sum + ok, 0) / SECONDS);
    },
    100,
  );
  assert.ok(share >= 0.82 && share <= 0.98, `${share}`);
});
