import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRatio } from '../../src/units.ts';
import { holds, holdsFromBound } from '../../src/verdict/compare-value.ts';

const boundaries = [
  { comparison: '<', below: true, equal: false, above: false },
  { comparison: '<=', below: true, equal: true, above: false },
  { comparison: '>', below: false, equal: false, above: true },
  { comparison: '>=', below: false, equal: true, above: true },
  { comparison: '==', below: false, equal: true, above: false },
  { comparison: '!=', below: true, equal: false, above: true },
] as const;
for (const { comparison, below, equal, above } of boundaries) {
  test(`"${comparison}" is decided on both sides of its boundary and on it`, () => {
    for (const limit of [0.01, 1, 150_000, 2e8]) {
      assert.equal(holds(limit * 0.999, comparison, limit), below);
      assert.equal(holds(limit, comparison, limit), equal);
      assert.equal(holds(limit * 1.001, comparison, limit), above);
    }
    assert.equal(holds(0, comparison, 0), equal);
  });
}

test('every tenth of a percent, as the user writes it, equals the same share of 1,000 requests', () => {
  for (let failures = 0; failures <= 1_000; failures++) {
    const limit = parseRatio(`${failures / 10}%`);
    assert.ok(limit !== undefined);
    assert.equal(holds(failures / 1_000, '<=', limit), true, `${failures} of 1,000`);
    assert.equal(holds((failures + 1) / 1_000, '<=', limit), false, `${failures + 1} of 1,000`);
  }
});

test('a value of which only a lower bound is known never keeps an upper limit', () => {
  for (const comparison of ['<', '<=', '=='] as const) {
    for (const bound of [undefined, 0, 1, 100]) assert.equal(holdsFromBound(bound, comparison, 10), false);
  }
});

test('a lower bound keeps a lower limit only when the bound itself does', () => {
  assert.equal(holdsFromBound(10, '>=', 10), true);
  assert.equal(holdsFromBound(9, '>=', 10), false);
  assert.equal(holdsFromBound(10, '>', 10), false);
  assert.equal(holdsFromBound(11, '!=', 10), true);
  assert.equal(holdsFromBound(10, '!=', 10), false);
  assert.equal(holdsFromBound(undefined, '>=', 0), false);
});

test('what is not a number is a bug and throws, whatever the comparison', () => {
  for (const { comparison } of boundaries) {
    assert.throws(() => holds(Number.NaN, comparison, 1), RangeError);
    assert.throws(() => holds(1, comparison, Number.POSITIVE_INFINITY), RangeError);
  }
});
