import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeBetween } from '../../src/verdict/judge-between.ts';

const BETWEEN = [
  ['<=', 100, { kept: true, value: 100 }],
  ['<', 100, undefined],
  ['<', 101, { kept: true, value: 100 }],
  ['<=', 99, undefined],
  ['<=', 50, undefined],
  ['<=', 49, { kept: false, value: 50 }],
  ['>=', 50, { kept: true, value: 50 }],
  ['>=', 51, undefined],
  ['>', 100, { kept: false, value: 100 }],
  ['==', 75, undefined],
  ['!=', 75, undefined],
] as const;

for (const [comparison, limit, expected] of BETWEEN) {
  test(`of a value from 50 to 100, ${comparison} ${limit} is ${expected === undefined ? 'not known' : expected.kept ? 'kept' : 'broken'}`, () => {
    assert.deepEqual(judgeBetween({ low: 50, high: 100 }, comparison, limit), expected);
  });
}

test('without an upper bound an upper limit is broken or not known, and never kept', () => {
  assert.deepEqual(judgeBetween({ low: 50, high: undefined }, '<=', 49), { kept: false, value: 50 });
  assert.equal(judgeBetween({ low: 50, high: undefined }, '<=', 1e9), undefined);
  assert.deepEqual(judgeBetween({ low: 50, high: undefined }, '>=', 50), { kept: true, value: 50 });
  assert.equal(judgeBetween({ low: 50, high: undefined }, '>', 1e9), undefined);
});
