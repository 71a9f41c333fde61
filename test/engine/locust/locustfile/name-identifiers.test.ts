import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Identifiers, listTakenWords } from '../../../../src/engine/locust/locustfile/name-identifiers.ts';

const TAKEN = listTakenWords('class Phases:\n    def draw(self): pass\n');

const CLASSES: readonly (readonly [text: string, name: string])[] = [
  ['browser', 'Browser'],
  ['api user', 'ApiUser'],
  ['AllThriveUser', 'AllThriveUser'],
  ['none', 'NoneProfile'],
  ['phases', 'PhasesProfile'],
  ['1st', 'User1st'],
  ['größte Last', 'GroTeLast'],
  ['日本', 'User'],
  ['', 'User'],
  ['a"; import os #', 'AImportOs'],
  ['x'.repeat(100), `X${'x'.repeat(59)}`],
];
for (const [text, name] of CLASSES)
  test(`a class for the users ${JSON.stringify(text)}`, () => assert.equal(new Identifiers(TAKEN).nameClass(text), name));

const FLOWS: readonly (readonly [text: string, name: string])[] = [
  ['Browse projects', 'browse_projects'],
  ['Rapid-fire chat messages', 'rapid_fire_chat_messages'],
  ['run', 'run_flow'],
  ['start', 'start_flow'],
  ['for', 'for_flow'],
  ['weight', 'weight_flow'],
  ['draw', 'draw_flow'],
  ['__init__', 'init'],
  ['2 steps', 'flow_2_steps'],
  ['日本', 'flow'],
];
for (const [text, name] of FLOWS)
  test(`a function for the task ${JSON.stringify(text)}`, () => assert.equal(new Identifiers(TAKEN).nameFlow(text), name));

test('no name is given out twice', () => {
  const names = new Identifiers(TAKEN);
  assert.deepEqual(
    ['a b', 'a-b', 'A B', 'a_b'].map((text) => names.nameFlow(text)),
    ['a_b', 'a_b_flow', 'a_b_flow2', 'a_b_flow3'],
  );
});
