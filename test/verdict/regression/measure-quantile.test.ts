import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Slice } from '../../../src/metrics/run-summary.ts';
import { bootstrapError, drawResampling } from '../../../src/verdict/block-bootstrap.ts';
import { estimateLongRunError } from '../../../src/verdict/regression/long-run-error.ts';
import { measureErrorRatio } from '../../../src/verdict/regression/measure-error-ratio.ts';
import { measureQuantile, windowOf } from '../../../src/verdict/regression/measure-quantile.ts';
import { fastRandom } from '../../sim/fast-random.ts';
import { drawLevels } from '../../sim/make-burst.ts';
import { recordDistribution } from '../../support/build-run-summary.ts';

function slice(second: number, us: readonly number[], censored = 0, failed = 0): Slice {
  return { second, ok: us.length, failed, censored, latency: recordDistribution(us) };
}

/** 60 s at 50 requests per second, log-normal, with a level of each second that depends on the one before. */
function drawSlices(seed: number): readonly Slice[] {
  const random = fastRandom(seed);
  const levels = drawLevels(0.14, 0.5, 60, random);
  return [...levels].map((level, second) =>
    slice(
      second,
      Array.from({ length: 50 }, () => Math.round(40_000 * Math.exp(level + 0.5 * random.normal()))),
    ),
  );
}

test('the window of ranks surrounds each percentile, within 0 … 1', () => {
  for (const percentile of [1, 25, 50, 75, 90, 95, 99, 99.9]) {
    const { from, to } = windowOf(percentile);
    assert.ok(0 < from && from < percentile / 100 && percentile / 100 < to && to < 1, `p${percentile}`);
  }
});

test('a smooth percentile of many equally spaced logarithms is the mean logarithm over its window', () => {
  const us = Array.from({ length: 4_000 }, (_, index) => Math.round(Math.exp(9 + (3 * (index + 0.5)) / 4_000)));
  const { from, to } = windowOf(95);
  const measure = measureQuantile([slice(0, us)], 95, 0);
  assert.ok(measure && Math.abs(measure.log - (9 + (3 * (from + to)) / 2)) < 2e-3);
  assert.ok(Math.abs(Math.log(measure.us) - (9 + 3 * 0.95)) < 2e-3);
});

test('the parts of the seconds sum to nothing, and are what leaving a second out changes', () => {
  const slices = drawSlices(3);
  const measure = measureQuantile(slices, 95, 0);
  assert.ok(measure);
  assert.ok(Math.abs(measure.parts.reduce((sum, part) => sum + part, 0)) < 1e-9);
  let [product, squares, others] = [0, 0, 0];
  for (const second of slices.keys()) {
    const without = measureQuantile(slices.toSpliced(second, 1), 95, 0);
    assert.ok(without);
    // The jackknife: n − n_t of n samples stay, so the estimate moves by −part · n/(n − n_t).
    const moved = (measure.log - without.log) * (59 / 60);
    product += moved * (measure.parts[second] ?? 0);
    squares += moved ** 2;
    others += (measure.parts[second] ?? 0) ** 2;
  }
  assert.ok(product / Math.sqrt(squares * others) > 0.98);
  assert.ok(Math.abs(Math.sqrt(others / squares) - 1) < 0.1);
});

test('the error is that of a block bootstrap that redraws the run', () => {
  const ratios = [1, 2, 3, 4, 5, 6].map((seed) => {
    const slices = drawSlices(seed);
    const measure = measureQuantile(slices, 95, 0);
    const resampling = drawResampling(slices, seed);
    assert.ok(measure && resampling);
    const drawn = bootstrapError(resampling, (weights) => {
      const again = slices.flatMap((one, index) => new Array<Slice>(weights[index] ?? 0).fill(one));
      return measureQuantile(again, 95, 0)?.log;
    });
    const direct = estimateLongRunError(measure.parts);
    assert.ok(drawn !== undefined && direct);
    // The direct one carries the small-sample factor √(b/(b − 1)) and the calibration of 1.1.
    return direct.error / Math.sqrt(12 / 11) / 1.1 / drawn;
  });
  const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
  assert.ok(Math.abs(mean - 1) < 0.06, ratios.join(' '));
});

test('ln p95 ± 1.96 errors covers most unchanged bursts, and more than 85 % of them', () => {
  const middle = Array.from({ length: 400 }, (_, seed) => measureQuantile(drawSlices(10_000 + seed), 95, 0)?.log ?? Number.NaN);
  const truth = middle.reduce((sum, log) => sum + log, 0) / middle.length;
  let covered = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const measure = measureQuantile(drawSlices(seed), 95, 0);
    const error = measure && estimateLongRunError(measure.parts);
    assert.ok(measure && error);
    if (Math.abs(measure.log - truth) <= 1.96 * error.error) covered++;
  }
  assert.ok(covered / 300 > 0.85 && covered / 300 < 0.98, `${covered} of 300`);
});

test('lost requests are ranked last, with the value that they are given', () => {
  const us = Array.from({ length: 80 }, (_, index) => 1_000 + index);
  const measure = measureQuantile([slice(0, us, 20)], 95, 5_000_000);
  assert.ok(measure && Math.abs(measure.log - Math.log(5_000_000)) < 1e-9);
  assert.equal(measure.samples, 100);
  assert.ok(measure.isBound);
  assert.ok(measure.us >= 5_000_000);
});

test('edges: nothing, one sample, constant data, and fast failures alone', () => {
  assert.equal(measureQuantile([], 95, 0), undefined);
  assert.equal(measureQuantile([slice(0, [], 0, 5)], 95, 0), undefined);
  const one = measureQuantile([slice(0, [1_500])], 95, 0);
  assert.ok(one && Math.abs(one.log - Math.log(1_500)) < 1e-9);
  const constant = measureQuantile(
    Array.from({ length: 20 }, (_, second) => slice(second, [7_000, 7_000])),
    95,
    0,
  );
  assert.ok(constant && constant.parts.every((part) => part === 0));
  assert.equal(estimateLongRunError(constant.parts)?.error, 0);
});

test('two seconds have no error, and fifteen make three blocks', () => {
  assert.equal(estimateLongRunError(new Float64Array(2)), undefined);
  assert.equal(estimateLongRunError(new Float64Array(14)), undefined);
  assert.equal(estimateLongRunError(new Float64Array(15))?.degrees, 2);
});

test('a long run has at most 36 blocks', () => {
  assert.ok((estimateLongRunError(new Float64Array(3_600))?.degrees ?? 99) <= 36);
});

test('the error of independent parts is the textbook one', () => {
  const random = fastRandom(8);
  const parts = Float64Array.from({ length: 4_000 }, () => random.normal() / 4_000);
  const estimated = estimateLongRunError(parts)?.error ?? 0;
  assert.ok(Math.abs(estimated / (1.1 / Math.sqrt(4_000)) - 1) < 0.3);
});

test('an error ratio is failures, timeouts, cut and dropped ones ÷ attempts, and its parts sum to nothing', () => {
  const measure = measureErrorRatio([slice(0, [1_000, 1_000], 1, 1), slice(1, [1_000], 0, 0)]);
  assert.ok(measure);
  assert.equal(measure.ratio, 2 / 5);
  assert.ok(Math.abs(measure.parts.reduce((sum, part) => sum + part, 0)) < 1e-12);
  assert.equal(measureErrorRatio([]), undefined);
});
