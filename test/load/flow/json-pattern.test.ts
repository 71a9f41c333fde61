import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { expandPattern, holdsPattern, patternOf, preparePattern } from '../../../src/load/flow/json-pattern.ts';
import { UserValues } from '../../../src/load/flow/user-values.ts';
import type { JsonText } from '../../../src/plan/program.ts';
import { SeededRandom } from '../../../src/seeded-random.ts';
import { planOf } from '../../support/build-plan.ts';

function valuesOf(taken: readonly unknown[]): UserValues {
  const { program } = planOf('steps: [ { get: / } ]\nphases: [ { users: 1, duration: 1s } ]');
  const slots = taken.map((_, index) => ({ name: `v${index}`, kind: 'capture' }) as const);
  const source = { program: { ...program, slots }, rowCounters: new Int32Array(1), shard: { index: 0, count: 1 }, wallMs: () => 0 };
  const values = new UserValues(source, new SeededRandom(1));
  for (const [slot, value] of taken.entries()) values.set(slot, value);
  return values;
}

const place = (slot: number, whole: boolean): Exclude<JsonText[number], string> => ({ slot, column: undefined, whole });

test('A place that stands for a whole value keeps its type, one inside a text becomes text.', () => {
  const prepared = preparePattern(['{"id":', place(0, true), ',"path":"/a/', place(0, false), '/', place(1, false), '","n":1}']);
  const pattern = expandPattern(prepared, valuesOf([7, 'x"y']));
  assert.deepEqual(pattern, patternOf({ id: 7, path: '/a/7/x"y', n: 1 }));
});

test('A place may stand for a map, of which a message must hold at least as much.', () => {
  const pattern = expandPattern(preparePattern(['{"a":', place(0, true), '}']), valuesOf([{ b: [1] }]));
  assert.equal(holdsPattern({ a: { b: [1], c: 2 } }, pattern), true);
  assert.equal(holdsPattern({ a: { b: [1, 2] } }, pattern), false);
});

test('A text that is all place is a text.', () => {
  assert.deepEqual(expandPattern(preparePattern(['{"a":"', place(0, false), '"}']), valuesOf([5])), patternOf({ a: '5' }));
});

test('Every JSON value holds itself, and what is prepared from its text is the same pattern.', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json: unknown = JSON.parse(JSON.stringify(value));
      const prepared = preparePattern(JSON.stringify(json));
      assert.ok(prepared.kind === 'constant');
      assert.deepEqual(prepared.pattern, patternOf(json));
      assert.ok(holdsPattern(json, prepared.pattern));
    }),
  );
});

test('A key more in the message changes nothing, a key less does.', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.integer(), { minKeys: 1 }), fc.string(), (map, key) => {
      const pattern = patternOf(map);
      assert.equal(holdsPattern(Object.hasOwn(map, key) ? map : { ...map, [key]: 0 }, pattern), true);
      const [first] = Object.keys(map);
      const less = Object.fromEntries(Object.entries(map).filter(([name]) => name !== first));
      assert.equal(holdsPattern(less, pattern), false);
    }),
  );
});
