import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextBelow, seededRandom } from '../../src/verdict/seeded-random.ts';

test('a seed always gives the same numbers, and another seed gives others', () => {
  const draw = (seed: number): readonly number[] => {
    const next = seededRandom(seed);
    return Array.from({ length: 20 }, next);
  };
  assert.deepEqual(draw(42), draw(42));
  for (const other of [43, 0, -42, 42.5, 42 + 2 ** 32]) assert.notDeepEqual(draw(42), draw(other));
});

test('numbers below an end are spread evenly over 0 to the end', () => {
  const next = seededRandom(7);
  const seen = new Array<number>(10).fill(0);
  for (let draw = 0; draw < 100_000; draw++) {
    const value = nextBelow(next, 10);
    seen[value] = (seen[value] ?? 0) + 1;
  }
  assert.equal(seen.length, 10);
  // Chi-square with 9 degrees of freedom: 27.9 is exceeded once in a thousand seeds, and this seed is fixed.
  const chiSquare = seen.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
  assert.ok(chiSquare < 27.9, `chi-square ${chiSquare}`);
});
