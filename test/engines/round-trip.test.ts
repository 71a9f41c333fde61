import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RegressionResult } from '../../src/verdict/regression/regression-result.ts';
import { listCases } from './list-cases.ts';
import { compareCase, compareStoredCase, storeCase } from './stored-case.ts';

const CASES = listCases();
const results = new Map<string, RegressionResult>();

for (const one of CASES) {
  test(`what files hold has the verdict of what was measured: ${one.name}`, () => {
    const measured = compareCase(one);
    results.set(one.name, measured);
    const stored = storeCase(one);
    assert.deepEqual(compareStoredCase(stored), measured);
    // Once more through JSON, as `.ci/test-engines.ts` hands the cases to another engine; and the whole result as it would be printed.
    const again = compareStoredCase(JSON.parse(JSON.stringify(stored)));
    assert.equal(JSON.stringify(again), JSON.stringify(measured));
  });
}

test('the cases hold every outcome of a comparison, of a row, and every remark', () => {
  const all = [...results.values()];
  const states = (values: readonly string[]): readonly string[] => [...new Set(values)].toSorted();
  assert.equal(all.length, CASES.length);
  assert.equal(new Set(CASES.map(({ name }) => name)).size, CASES.length);
  assert.deepEqual(states(all.map((result) => (result.state === 'not-judged' ? result.why.reason : result.state))), [
    'baseline-failed',
    'decided',
    'no-baseline',
    'none-admitted',
    'not-comparable',
    'nothing-eligible',
    'second-look',
  ]);
  assert.deepEqual(states(all.flatMap(({ rows }) => rows.map(({ state }) => state))), [
    'improved',
    'not-confirmed',
    'not-eligible',
    'regressed',
    'suspect',
    'unchanged',
  ]);
  assert.deepEqual(states(all.flatMap(({ notes }) => notes.map(({ kind }) => kind))), [
    'creep',
    'environment-moved',
    'gone-endpoints',
    'left-out',
    'level-shift',
    'new-endpoints',
    'outliers',
  ]);
});
