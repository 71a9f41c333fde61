import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalCdf, normalQuantile } from '../../../src/verdict/regression/normal-distribution.ts';
import { rejectByHolm } from '../../../src/verdict/regression/reject-by-holm.ts';
import { probabilityBeyondBoth } from '../../../src/verdict/regression/two-look-probability.ts';
import { studentTCdf, studentTQuantile } from '../../../src/verdict/student-t.ts';
import { exactInterval } from '../../sim/clopper-pearson.ts';

/** Abramowitz & Stegun, tables 26.1 and 26.2. */
const NORMAL: readonly (readonly [z: number, probability: number])[] = [
  [0, 0.5],
  [-1, 0.15865525393145707],
  [1.6448536269514722, 0.95],
  [-3, 0.0013498980316300946],
  [-3.0000001, 0.0013498976],
  [-6, 9.865876450376981e-10],
  [-10, 7.61985302416e-24],
];

for (const [z, probability] of NORMAL) {
  test(`the normal distribution at ${z} is ${probability}`, () => {
    assert.ok(Math.abs(normalCdf(z) / probability - 1) < 1e-6);
    assert.ok(Math.abs(normalCdf(z) + normalCdf(-z) - 1) < 1e-12);
    if (z > -8) assert.ok(Math.abs(normalQuantile(normalCdf(z)) - z) < 1e-6);
  });
}

test('a normal quantile of 0 or 1 is refused', () => {
  for (const probability of [0, 1, Number.NaN]) assert.throws(() => normalQuantile(probability), RangeError);
});

for (const correlation of [-0.5, 0, 0.3, 0.7, 0.95]) {
  test(`both of two looks with a correlation of ${correlation} lie above 0 with the probability 1/4 + asin(ρ)/2π`, () => {
    const exact = 0.25 + Math.asin(correlation) / (2 * Math.PI);
    assert.ok(Math.abs(probabilityBeyondBoth(0, 0, { correlation, sharedDegrees: undefined }) - exact) < 1e-5);
    assert.ok(Math.abs(probabilityBeyondBoth(0, 0, { correlation, sharedDegrees: 7 }) - exact) < 1e-5);
  });
}

test('independent looks multiply, equal ones are one', () => {
  const known = (correlation: number) => ({ correlation, sharedDegrees: undefined });
  assert.ok(Math.abs(probabilityBeyondBoth(1, 2, known(0)) / (normalCdf(-1) * normalCdf(-2)) - 1) < 1e-5);
  assert.ok(Math.abs(probabilityBeyondBoth(1, 2, known(1)) / normalCdf(-2) - 1) < 1e-9);
});

for (const degrees of [4, 13, 23, 200]) {
  test(`equal looks with a shared scale of ${degrees} degrees of freedom are Student's t`, () => {
    for (const t of [0.5, 2, 3.5]) {
      const both = probabilityBeyondBoth(-5, t, { correlation: 0.999999, sharedDegrees: degrees });
      assert.ok(Math.abs(both / (1 - studentTCdf(t, degrees)) - 1) < 0.01, `${t}: ${both}`);
    }
  });
}

test("Student's t agrees with the published table at the levels of the gate", () => {
  for (const [degrees, probability, t] of [
    [11, 0.9, 1.363],
    [11, 0.975, 2.201],
    [23, 0.99, 2.5],
    [13, 0.999, 3.852],
    [4, 0.95, 2.132],
  ] as const)
    assert.ok(Math.abs(studentTQuantile(probability, degrees) - t) < 6e-4, `${degrees} ${probability}`);
});

/** Holm (1979); the second is the worked example of R's p.adjust documentation style: sorted p × (m − rank). */
const HOLM: readonly (readonly [what: string, p: readonly number[], level: number, family: number, rejected: readonly boolean[]])[] = [
  ['none', [], 0.05, 1, []],
  ['stops at the first that fails, although a later one would pass alone', [0.01, 0.04, 0.03, 0.005], 0.05, 4, [true, false, false, true]],
  ['lets the last have the whole level', [0.01, 0.02, 0.05], 0.05, 3, [true, true, true]],
  ['counts those left out', [0.01], 0.05, 10, [false]],
  ['takes what is not a number for no evidence', [Number.NaN, 0.0001], 0.05, 2, [false, true]],
];
for (const [what, p, level, family, rejected] of HOLM) {
  test(`Holm ${what}`, () => assert.deepEqual(rejectByHolm(p, level, family), rejected));
}

/** Clopper & Pearson (1934) and the rule 1 − 0.025^(1/n) for none of n. */
const EXACT: readonly (readonly [count: number, of: number, low: number, high: number])[] = [
  [0, 40, 0, 1 - 0.025 ** (1 / 40)],
  [40, 40, 0.025 ** (1 / 40), 1],
  [5, 10, 0.187086, 0.812914],
  [1, 20, 0.001265, 0.248733],
  [16, 20, 0.563386, 0.942666],
];
for (const [count, of, low, high] of EXACT) {
  test(`the exact interval of ${count} of ${of} is the published one`, () => {
    const interval = exactInterval(count, of);
    assert.ok(Math.abs(interval.low - low) < 1e-5, `${interval.low}`);
    assert.ok(Math.abs(interval.high - high) < 1e-5, `${interval.high}`);
  });
}
