import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  EMPTY_DISTRIBUTION,
  highestValueOfBucket,
  meanUs,
  mergeDistributions,
  percentileUs,
  rankOf,
} from '../../src/metrics/distribution.ts';
import { HIGHEST_US, Histogram } from '../../src/metrics/histogram.ts';

describe('a histogram', () => {
  for (const [name, value, kept] of [
    ['nothing', 0, 0],
    ['a microsecond', 1, 1],
    ['a fraction, to the nearest whole', 1.5, 2],
    ['an hour', HIGHEST_US, HIGHEST_US],
    ['the last value before the counts must grow', 65_535, 65_535],
    ['the first value after', 65_536, 65_536],
  ] as const) {
    it(`keeps ${name}`, () => {
      const histogram = new Histogram();
      histogram.record(value);
      const distribution = histogram.toDistribution();
      assert.deepEqual([distribution.count, distribution.sumUs, distribution.highestUs, histogram.clamped], [1, kept, kept, 0]);
      assert.equal(percentileUs(distribution, 100), kept);
    });
  }

  for (const value of [Number.NaN, -1, Number.NEGATIVE_INFINITY]) {
    it(`refuses ${value}`, () => {
      const histogram = new Histogram();
      assert.throws(() => histogram.record(value), RangeError);
      assert.equal(histogram.count, 0);
      assert.deepEqual(histogram.toDistribution(), EMPTY_DISTRIBUTION);
    });
  }

  for (const value of [HIGHEST_US + 1, 1e15, Number.POSITIVE_INFINITY]) {
    it(`records ${value} as an hour, and counts that it did`, () => {
      const histogram = new Histogram();
      histogram.record(value);
      assert.equal(histogram.clamped, 1);
      assert.equal(histogram.toDistribution().highestUs, HIGHEST_US);
    });
  }
});

describe('a distribution', () => {
  it('says nothing when nothing was recorded', () => {
    assert.equal(percentileUs(EMPTY_DISTRIBUTION, 50), undefined);
    assert.equal(meanUs(EMPTY_DISTRIBUTION), undefined);
    assert.equal(mergeDistributions([]), EMPTY_DISTRIBUTION);
    assert.equal(mergeDistributions([EMPTY_DISTRIBUTION, EMPTY_DISTRIBUTION]).count, 0);
  });

  it('has buckets no wider than a thousandth of their values', () => {
    for (let index = 1; index < 22_000; index++) {
      const [low, high] = [highestValueOfBucket(index - 1) + 1, highestValueOfBucket(index)];
      assert.ok(high >= low && high - low <= low / 1_000, `bucket ${index}: ${low} to ${high}`);
    }
  });

  for (const [count, percentile, rank] of [
    [1_000, 99.9, 999],
    [1_000, 99, 990],
    [200, 95, 190],
    [3, 50, 2],
    [7, 0, 1],
    [7, 100, 7],
    [0, 50, 0],
  ] as const) {
    it(`ranks p${percentile} of ${count} as number ${rank}`, () => assert.equal(rankOf(count, percentile), rank));
  }
});
