import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  buildLatencyScale,
  buildLinearScale,
  buildLogScale,
  formatLatencyTick,
  formatMoment,
  listTimeTicks,
} from '../../../src/report/html/scale.ts';

const LINEAR: readonly (readonly [name: string, values: readonly number[], ticks: readonly number[]])[] = [
  ['nothing', [], [0, 0.5, 1]],
  ['only zeros', [0, 0], [0, 0.5, 1]],
  ['some', [3, 17], [0, 5, 10, 15, 20]],
  ['a round highest has room above it', [100], [0, 50, 100, 150]],
];
for (const [name, values, ticks] of LINEAR) {
  test(`a linear scale of ${name} begins at 0 and ends above the highest`, () => {
    assert.deepEqual(buildLinearScale(values).ticks, ticks);
  });
}

test('latencies far apart have a logarithmic scale, others a linear one', () => {
  assert.equal(buildLatencyScale([5_000, 90_000]).kind, 'linear');
  assert.equal(buildLatencyScale([500, 90_000]).kind, 'log');
  assert.equal(buildLatencyScale([]).kind, 'linear');
  assert.deepEqual(buildLogScale(500, 90_000).ticks, [500, 1_000, 10_000, 100_000]);
  assert.deepEqual(buildLogScale(2_100, 30_000).ticks, [2_000, 5_000, 10_000, 20_000, 50_000]);
  assert.deepEqual(buildLogScale(1, 1).ticks, [1, 2]);
});

test('whatever the values are, places on a scale are between 0 and 1, rise with the value, and the ends of the marks are the ends of the scale', () => {
  const value = fc.double({ min: 0, max: 3.6e9, noNaN: true });
  fc.assert(
    fc.property(fc.array(value, { maxLength: 20 }), (values) => {
      for (const scale of [buildLinearScale(values), buildLatencyScale(values)]) {
        const sorted = values.toSorted((left, right) => left - right).map((one) => scale.toShare(one));
        for (const [index, share] of sorted.entries()) assert.ok(share >= (sorted[index - 1] ?? 0) && share <= 1);
        assert.ok(scale.ticks.length >= 2 && scale.ticks.length <= 30);
        assert.ok(Math.abs(scale.toShare(scale.ticks[0] ?? -1)) < 1e-9);
        assert.ok(Math.abs(scale.toShare(scale.ticks.at(-1) ?? -1) - 1) < 1e-9);
      }
    }),
  );
});

test('times are marked at round places, at most seven of them', () => {
  assert.deepEqual(
    listTimeTicks(90).map(({ label }) => label),
    ['0 s', '15 s', '30 s', '45 s', '1 m', '1 m 15 s', '1 m 30 s'],
  );
  for (const endSec of [1, 2, 7, 61, 599, 3_600, 86_400]) {
    const ticks = listTimeTicks(endSec);
    assert.ok(ticks.length >= 2 && ticks.length <= 8, `${endSec}: ${ticks.length}`);
    for (const { share } of ticks) assert.ok(share >= 0 && share <= 1);
  }
});

test('marks say their value in the shortest form', () => {
  assert.deepEqual([0, 500, 2_500, 50_000, 1e6, 2.5e6].map(formatLatencyTick), ['0', '500 µs', '2.5 ms', '50 ms', '1 s', '2.5 s']);
  assert.deepEqual([0, 5, 90].map(formatMoment), ['0 s', '5 s', '1 m 30 s']);
});
