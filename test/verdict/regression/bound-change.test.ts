import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boundChange, type MeasuredChange } from '../../../src/verdict/regression/bound-change.ts';
import { formatBounds } from '../../../src/verdict/regression/format-change.ts';
import type { ComparedMetric, Look } from '../../../src/verdict/regression/regression-result.ts';

const P95 = { kind: 'percentile', percentile: 95 } as const;
const look = (change: number, error: number, degrees: number): Look => ({ change, error, degrees, p: 0.01 });
const measure = (metric: ComparedMetric, change: number, looks: readonly Look[]): MeasuredChange => ({
  metric,
  values: { baseline: 1, candidate: 1 + change, change },
  looks,
});

// t(0.95) from published tables (NIST/SEMATECH e-Handbook 1.3.6.7.2), and that of the normal distribution for very many degrees.
const PUBLISHED: readonly (readonly [degrees: number, t: number])[] = [
  [1, 6.3137515],
  [4, 2.1318468],
  [10, 1.8124611],
  [30, 1.6972609],
  [1e6, 1.6448554],
];

for (const [degrees, t] of PUBLISHED) {
  test(`With ${degrees} degrees of freedom a latency is known to ${t} standard errors of its logarithm.`, () => {
    const bounds = boundChange(measure(P95, Math.expm1(0.2), [look(0.2, 0.03, degrees)]));
    assert.ok(bounds);
    assert.ok(Math.abs(Math.log1p(bounds.low) - (0.2 - 0.03 * t)) < 1e-6);
    assert.ok(Math.abs(Math.log1p(bounds.high) - (0.2 + 0.03 * t)) < 1e-6);
  });
}

test('Throughput falls where its evidence rises, and the lower end is the lower one.', () => {
  const bounds = boundChange(measure({ kind: 'throughput' }, -0.2, [look(-Math.log(0.8), 0.05, 30)]));
  assert.ok(bounds && bounds.low < -0.2 && bounds.high > -0.2);
  assert.ok(Math.abs((1 + bounds.low) * (1 + bounds.high) - 0.64) < 1e-9, 'symmetric in logarithms around 0.8');
});

test('An error ratio has its interval around the difference that is shown.', () => {
  const bounds = boundChange(measure({ kind: 'error-ratio' }, 0.02, [look(0.019, 0.003, 30)]));
  assert.ok(bounds);
  assert.ok(Math.abs(bounds.low + bounds.high - 0.04) < 1e-12);
  assert.ok(Math.abs(bounds.high - bounds.low - 2 * 0.003 * 1.6972609) < 1e-8);
});

test('The last look is what is shown, because it holds all data.', () => {
  const both = measure(P95, 0.1, [look(0.3, 0.2, 30), look(0.1, 0.02, 60)]);
  assert.deepEqual(boundChange(both), boundChange(measure(P95, 0.1, [look(0.1, 0.02, 60)])));
});

for (const [name, looks] of [
  ['no look', []],
  ['a look without noise', [look(0, 0, 30)]],
] as const) {
  test(`Of ${name} there is no interval.`, () => {
    assert.equal(boundChange(measure(P95, 0, looks)), undefined);
    assert.equal(formatBounds(measure(P95, 0, looks)), undefined);
  });
}

const T30 = 1.6972609;
const TEXTS: readonly (readonly [text: string, metric: ComparedMetric, low: number, high: number])[] = [
  ['+14 … +39', P95, 0.14, 0.39],
  ['−9 … +1', P95, -0.091, 0.014],
  ['−0.9 … +0.4', P95, -0.0091, 0.0042],
  ['−5 … +12', P95, -0.05, 0.12],
  ['0 … +5', P95, 0.0001, 0.05],
  ['+3 … > 10×', P95, 0.03, 12],
  ['> 10× … > 10×', P95, 10, 12],
  ['−35 … −4', { kind: 'throughput' }, -0.35, -0.04],
];

for (const [text, metric, low, high] of TEXTS) {
  test(`An interval reads ${text}.`, () => {
    const [from, to] = [Math.log1p(low), Math.log1p(high)];
    const sign = metric.kind === 'throughput' ? -1 : 1;
    const row = measure(metric, 0, [look((sign * (from + to)) / 2, (to - from) / 2 / T30, 30)]);
    assert.equal(formatBounds(row), text);
  });
}

test('The interval of an error ratio is in points.', () => {
  assert.equal(formatBounds(measure({ kind: 'error-ratio' }, 0.02, [look(0.02, 0.006 / T30, 30)])), '+1.4 … +2.6');
  assert.equal(formatBounds(measure({ kind: 'error-ratio' }, 0.002, [look(0.002, 0.0009 / T30, 30)])), '+0.11 … +0.29');
});
