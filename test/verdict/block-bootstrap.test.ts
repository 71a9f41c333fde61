import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeDistributions, percentileUs } from '../../src/metrics/distribution.ts';
import type { Slice } from '../../src/metrics/run-summary.ts';
import { bootstrapError, drawResampling, halfWidth, RESAMPLES } from '../../src/verdict/block-bootstrap.ts';
import type { Resampling } from '../../src/verdict/block-bootstrap.ts';
import { buildPercentileOfDraw, errorRatioInterval, percentileInterval, throughputInterval } from '../../src/verdict/estimate-interval.ts';
import { seededRandom } from '../../src/verdict/seeded-random.ts';
import { recordDistribution } from '../support/build-run-summary.ts';

function slice(second: number, okUs: readonly number[], failed = 0, censored = 0): Slice {
  return { second, ok: okUs.length, failed, censored, latency: recordDistribution(okUs) };
}

function draw(slices: readonly Slice[], seed = 1): Resampling {
  const resampling = drawResampling(slices, seed);
  assert.ok(resampling);
  return resampling;
}

/** Normal numbers by Box and Muller. */
function gaussian(seed: number): () => number {
  const next = seededRandom(seed);
  const uniform = (): number => (next() + 0.5) / 2 ** 32;
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

test('each draw takes as many seconds as the run has, in blocks of five neighbours around the circle', () => {
  const slices = Array.from({ length: 60 }, (_, second) => slice(second, [1_000]));
  const { weights, blocks } = draw(slices);
  assert.equal(blocks, 12);
  for (let row = 0; row < RESAMPLES; row++) {
    const taken = [...weights.subarray(row * 60, (row + 1) * 60)];
    assert.equal(
      taken.reduce((sum, weight) => sum + weight, 0),
      60,
    );
    // A sum of circular blocks of five starts rising only where blocks start: undo the blocks and 12 starts remain.
    const rises = taken.reduce((sum, weight, index) => sum + Math.max(0, weight - (taken.at(index - 1) ?? 0)), 0);
    assert.ok(rises <= 12, `row ${row} rises ${rises} times`);
  }
});

test('fourteen seconds are too short for an interval, fifteen are three blocks', () => {
  const slices = Array.from({ length: 15 }, (_, second) => slice(second, [1_000]));
  assert.equal(drawResampling(slices.slice(1), 1), undefined);
  assert.equal(draw(slices).blocks, 3);
  assert.equal(drawResampling([], 1), undefined);
});

test('a long run has its seconds merged to at most 240 slices, and none is lost', () => {
  const { slices, blocks } = draw(Array.from({ length: 3_601 }, (_, second) => slice(second, [1_000 + second], 1, 2)));
  assert.ok(slices.length <= 240);
  assert.equal(
    slices.reduce((sum, { ok }) => sum + ok, 0),
    3_601,
  );
  assert.equal(
    slices.reduce((sum, { censored }) => sum + censored, 0),
    7_202,
  );
  assert.equal(blocks, slices.length);
});

test('the half width is the standard error times the t quantile for two-sided 95 %', () => {
  const resampling = draw(Array.from({ length: 60 }, (_, second) => slice(second, [1_000])));
  assert.ok(Math.abs(halfWidth(resampling, 0.1) - 0.22009851601) < 1e-8);
});

test('the percentile of a draw is that of the samples it repeats', () => {
  const normal = gaussian(5);
  const slices = Array.from({ length: 20 }, (_, second) =>
    slice(
      second,
      Array.from({ length: 30 }, () => Math.round(20_000 * Math.exp(0.8 * normal()))),
    ),
  );
  const { weights } = draw(slices);
  const statistic = buildPercentileOfDraw(slices, false);
  for (let row = 0; row < RESAMPLES; row += 40) {
    const own = weights.subarray(row * 20, (row + 1) * 20);
    const repeated = mergeDistributions(slices.flatMap(({ latency }, index) => new Array<typeof latency>(own[index] ?? 0).fill(latency)));
    for (const percentile of [1, 50, 95, 99, 100]) {
      const expected = percentileUs(repeated, percentile);
      assert.ok(expected !== undefined);
      const got = Math.exp(statistic(own, percentile) ?? Number.NaN);
      // At the very end a draw may show the end of the bucket, and the repeated samples their exact maximum.
      assert.ok(Math.abs(got - expected) <= expected / 1_000, `row ${row} p${percentile}: ${got} and ${expected}`);
    }
  }
});

test('a percentile that many draws put among the lost requests has no interval', () => {
  const lossy = Array.from({ length: 60 }, (_, second) =>
    slice(second, new Array<number>(100).fill(1_000 + second), 0, second < 20 ? 14 : 0),
  );
  const sound = Array.from({ length: 60 }, (_, second) =>
    slice(second, new Array<number>(100).fill(1_000 + second), 0, second < 20 ? 1 : 0),
  );
  assert.equal(percentileInterval(draw(lossy), buildPercentileOfDraw(lossy, false), 95, 1_050), undefined);
  assert.ok(percentileInterval(draw(sound), buildPercentileOfDraw(sound, false), 95, 1_050));
});

test('the same data and seed give the same interval, and another seed nearly the same', () => {
  const normal = gaussian(9);
  const slices = Array.from({ length: 60 }, (_, second) =>
    slice(
      second,
      Array.from({ length: 50 }, () => Math.round(20_000 * Math.exp(0.4 * normal()))),
    ),
  );
  const statistic = buildPercentileOfDraw(slices, false);
  const intervals = [1, 1, 2].map((seed) => percentileInterval(draw(slices, seed), statistic, 95, 38_000));
  const [first, second, other] = intervals;
  assert.ok(first && second && other);
  assert.deepEqual(first, second);
  assert.ok(first.low < 38_000 && 38_000 < first.high);
  assert.ok(Math.abs(other.low / first.low - 1) < 0.05 && Math.abs(other.high / first.high - 1) < 0.05);
});

test('the error of a mean of independent seconds is the textbook one', () => {
  const normal = gaussian(11);
  const counts = Array.from({ length: 240 }, () => Math.max(0, Math.round(100 + 10 * normal())));
  const resampling = draw(counts.map((count, second) => slice(second, new Array<number>(count).fill(1_000))));
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const deviation = Math.sqrt(counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (counts.length - 1));
  const error = bootstrapError(
    resampling,
    (weights) => counts.reduce((sum, count, index) => sum + count * (weights[index] ?? 0), 0) / counts.length,
  );
  assert.ok(error !== undefined && Math.abs(error / (deviation / Math.sqrt(240)) - 1) < 0.25);
  const interval = throughputInterval(resampling, mean);
  assert.ok(interval && interval.low < 100 && 100 < interval.high);
  assert.equal(throughputInterval(draw(Array.from({ length: 20 }, (_, second) => slice(second, []))), 0), undefined);
});

test('an error ratio stays within 0 … 1, and none failed has no interval', () => {
  const bursty = draw(Array.from({ length: 60 }, (_, second) => slice(second, new Array<number>(10).fill(1_000), second < 3 ? 10 : 0)));
  const interval = errorRatioInterval(bursty, 30 / 630);
  assert.ok(interval);
  assert.equal(interval.low, 0);
  assert.ok(interval.high > 30 / 630 && interval.high < 0.3);
  assert.equal(errorRatioInterval(draw(Array.from({ length: 60 }, (_, second) => slice(second, [1_000]))), 0), undefined);
});

/** The share of 60 s bursts at 50 requests per second whose interval holds the true p95; the level of each second is AR(1) in the logarithm. */
function coverage(world: { readonly correlation: number; readonly levelSd: number }, bursts: number): number {
  const normal = gaussian(2_026);
  const noiseSd = 0.4;
  const trueP95 = 20_000 * Math.exp(1.6448536269514722 * Math.hypot(world.levelSd, noiseSd));
  let held = 0;
  for (let burst = 0; burst < bursts; burst++) {
    let level = world.levelSd * normal();
    const slices = Array.from({ length: 60 }, (_, second) => {
      level = world.correlation * level + Math.sqrt(1 - world.correlation ** 2) * world.levelSd * normal();
      return slice(
        second,
        Array.from({ length: 50 }, () => Math.round(20_000 * Math.exp(level + noiseSd * normal()))),
      );
    });
    const point = percentileUs(mergeDistributions(slices.map(({ latency }) => latency)), 95);
    assert.ok(point !== undefined);
    const interval = percentileInterval(draw(slices, burst), buildPercentileOfDraw(slices, false), 95, point);
    if (interval && interval.low <= trueP95 && trueP95 <= interval.high) held++;
  }
  return held / bursts;
}

const worlds = [
  { name: 'independent', correlation: 0, levelSd: 0, least: 0.86, most: 0.99 },
  { name: 'mildly correlated', correlation: 0.5, levelSd: 0.1, least: 0.86, most: 0.99 },
  { name: 'strongly correlated', correlation: 0.8, levelSd: 0.2, least: 0.7, most: 0.92 },
] as const;
for (const world of worlds) {
  test(`in ${world.name} seconds the interval of p95 covers the truth about as often as it is said to`, () => {
    const share = coverage(world, 200);
    assert.ok(share >= world.least && share <= world.most, `covers ${share}`);
  });
}
