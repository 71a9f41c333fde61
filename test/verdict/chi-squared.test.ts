import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chiSquaredCdf, chiSquaredQuantile } from '../../src/verdict/chi-squared.ts';

// Published critical values: NIST/SEMATECH e-Handbook 1.3.6.7.4, lower and upper tail.
const PUBLISHED: readonly (readonly [probability: number, degrees: number, x: number])[] = [
  [0.025, 1, 0.001],
  [0.975, 1, 5.024],
  [0.025, 10, 3.247],
  [0.975, 10, 20.483],
  [0.025, 20, 9.591],
  [0.975, 20, 34.17],
  [0.95, 40, 55.758],
  [0.025, 100, 74.222],
  [0.975, 100, 129.561],
];
for (const [probability, degrees, x] of PUBLISHED) {
  test(`χ²(${probability}) with ${degrees} degrees of freedom is the published ${x}`, () => {
    assert.ok(Math.abs(chiSquaredQuantile(probability, degrees) - x) < 5.1e-4);
    assert.ok(Math.abs(chiSquaredCdf(chiSquaredQuantile(probability, degrees), degrees) - probability) < 1e-10);
  });
}

test('with two degrees of freedom it is the exponential distribution, with four its closed form', () => {
  for (const x of [0.01, 0.5, 2, 7, 30]) {
    assert.ok(Math.abs(chiSquaredCdf(x, 2) - (1 - Math.exp(-x / 2))) < 1e-13);
    assert.ok(Math.abs(chiSquaredCdf(x, 4) - (1 - Math.exp(-x / 2) * (1 + x / 2))) < 1e-13);
  }
});

test('nothing lies below 0, and a probability of 0 or 1 has no quantile', () => {
  assert.deepEqual([chiSquaredCdf(0, 3), chiSquaredCdf(-1, 3), chiSquaredCdf(Number.NaN, 3)], [0, 0, 0]);
  for (const probability of [0, 1, Number.NaN]) assert.throws(() => chiSquaredQuantile(probability, 3), RangeError);
  assert.throws(() => chiSquaredQuantile(0.5, 0), RangeError);
});
