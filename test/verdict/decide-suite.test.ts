import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideSuite } from '../../src/verdict/decide-suite.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';

type State = Verdict['state'];

function decide(...states: readonly State[]): ReturnType<typeof decideSuite> {
  return decideSuite(states.map((state, place) => ({ name: `part ${place}`, verdict: { state, reasons: [`Because of ${state}.`] } })));
}

const STATES: readonly (readonly [states: readonly State[], worst: State])[] = [
  [['pass'], 'pass'],
  [['pass', 'pass', 'pass'], 'pass'],
  [['pass', 'inconclusive'], 'inconclusive'],
  [['regression', 'inconclusive', 'pass'], 'regression'],
  [['inconclusive', 'breach', 'regression'], 'breach'],
  [[], 'inconclusive'],
];

for (const [states, worst] of STATES) {
  test(`${states.length === 0 ? 'no part at all' : states.join(', ')}: the suite is ${worst}, with a reason.`, () => {
    const verdict = decide(...states);
    assert.equal(verdict.state, worst);
    assert.ok(verdict.reasons.length > 0);
  });
}

test('One part that does not pass is enough, wherever it stands among a hundred.', () => {
  for (const state of ['breach', 'regression', 'inconclusive'] as const)
    for (const place of [0, 50, 99]) {
      const states = Array.from({ length: 100 }, (_, index): State => (index === place ? state : 'pass'));
      assert.equal(decide(...states).state, state);
    }
});

test('The reasons are those of the parts that do not pass, the worst first, each with the name of its part.', () => {
  const { reasons } = decide('inconclusive', 'pass', 'breach', 'regression', 'breach');
  assert.deepEqual(reasons, [
    'part 2: Because of breach.',
    'part 4: Because of breach.',
    'part 3: Because of regression.',
    'part 0: Because of inconclusive.',
  ]);
});

test('A part with many reasons tells the first three, and how many more there are.', () => {
  const reasons = ['a', 'b', 'c', 'd', 'e'];
  const told = decideSuite([{ name: 'api', verdict: { state: 'breach', reasons } }]).reasons;
  assert.deepEqual(told, ['api: a', 'api: b', 'api: c', 'api: … and 2 more.']);
});

test('A pass says how many parts there were.', () => {
  assert.deepEqual(decide('pass').reasons, ['The one part passes.']);
  assert.deepEqual(decide('pass', 'pass').reasons, ['All 2 parts pass.']);
});
