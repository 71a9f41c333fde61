import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { explainRepeat, listRed } from './explain-repeat.ts';

type Case = readonly [name: string, exitCode: number, states: Readonly<Record<string, string>>, expected: readonly string[], why?: string];

const CASES: readonly Case[] = [
  ['healthy, all green', 0, { p95: 'passed', drops: 'skipped' }, []],
  ['healthy, one red', 1, { p95: 'breached', drops: 'passed' }, [], 'p95 red'],
  ['healthy, not judged', 3, { p95: 'passed' }, [], 'The generator was late.'],
  ['broken, red alone', 1, { p95: 'breached', drops: 'passed' }, ['p95']],
  ['broken, red with another', 1, { p95: 'breached', drops: 'breached' }, ['p95'], 'drops red'],
  ['broken, red beside one that was not measured', 1, { p95: 'breached', drops: 'no-data' }, ['p95'], 'drops red'],
  ['broken, not judged', 3, { p95: 'breached' }, ['p95'], 'The generator was late.'],
  ['broken, green', 0, { p95: 'passed', drops: 'passed' }, ['p95']],
  ['broken, green, and another is red', 1, { p95: 'passed', drops: 'breached' }, ['p95']],
  ['broken, one of two green, and another is red', 1, { p95: 'breached', p99: 'passed', drops: 'breached' }, ['p95', 'p99']],
  ['broken, not there, and another is red', 1, { drops: 'breached' }, ['p95']],
  ['broken, green, and not judged', 3, { p95: 'passed' }, ['p95']],
];

describe('a run of a system is made once more, or counts:', () => {
  for (const [name, exitCode, states, expected, why] of CASES)
    it(`${name}: ${why === undefined ? 'counts' : 'once more'}`, () => {
      const end = { exitCode, states: new Map(Object.entries(states)), reasons: ['The generator was late.'] };
      assert.equal(explainRepeat(end, expected), why);
    });
});

it('red is whatever does not hold and was not left out', () => {
  const states = new Map([
    ['a', 'passed'],
    ['b', 'breached'],
    ['c', 'no-data'],
    ['d', 'skipped'],
  ]);
  assert.deepEqual(listRed(states), ['b', 'c']);
});
