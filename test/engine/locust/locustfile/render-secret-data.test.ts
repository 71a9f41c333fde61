import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { renderScenario } from '../render-scenario.ts';

const STEPS = 'phases: [{ users: 1, duration: 5s }]\n';
const account = (password: string): string => `data:
  account: { pick: unique, secret: [password], values: [{ name: ann, password: ${password} }, { name: bob, password: 4711, is_admin: true }] }
  pin: { secret: true, values: [11223, zwölf, null] }
  word: { values: [open] }
steps: [{ post: '/\${word}', json: { name: '\${account.name}', password: '\${account.password}', pin: '\${pin}' } }]
${STEPS}`;
const FILE = renderScenario(account('hunter-2'));
const DATA = {
  account: [
    { name: 'ann', password: 'hunter-2' },
    { name: 'bob', password: 4711, is_admin: true },
  ],
  pin: [11223, 'zwölf', null],
};

test('no row of data with secrets is in the file, nor what is no secret in it', () => {
  for (const value of ['hunter-2', '4711', 'ann', 'bob', 'is_admin', '11223', 'zw']) assert.ok(!FILE.text.includes(value), value);
  assert.match(FILE.text, /"word": \{"pick": "random", "rows": \["open"\]\}/);
});

test('which columns are secret stands in the file, and where the rows are', () => {
  assert.match(FILE.text, /"account": \{"pick": "unique", "rows": None, "secret": \["password"\]\}/);
  assert.match(FILE.text, /"pin": \{"pick": "random", "rows": None, "secret": \[""\]\}/);
  assert.match(FILE.text, /^# Rows with secrets are not here: they are read from the file that LOAD_GATE_DATA names\.\nDATA = /m);
  assert.match(FILE.text, /^The environment must hold LOAD_GATE_DATA\.$/m);
  assert.match(FILE.text, /^LOAD_GATE_DATA names a JSON file with the rows of account, pin, which hold secrets:$/m);
});

test('the rows are one JSON file, whose hash stands in the plan', () => {
  assert.deepEqual(JSON.parse(FILE.data ?? ''), DATA);
  const hash = createHash('sha256')
    .update(FILE.data ?? '')
    .digest('hex');
  assert.ok(FILE.text.includes(`"dataSha256": "${hash}",`));
});

test('other rows are another plan', () => {
  const other = renderScenario(account('hunter-3'));
  assert.notEqual(other.hash, FILE.hash);
  assert.equal(other.text.length, FILE.text.length);
});

test('data that no profile reads needs no file', () => {
  const { text, data } = renderScenario(`data: { pin: { values: [11223], secret: true } }\nsteps: [{ get: /a }]\n${STEPS}`);
  assert.equal(data, undefined);
  assert.doesNotMatch(text, /11223|LOAD_GATE_DATA|dataSha256/);
});

test('many rows with secrets need no JSON in the file', () => {
  const rows = Array.from({ length: 1_200 }, (_, index) => `pin-${index}`);
  const { text } = renderScenario(`data: { pin: { values: [${rows.join()}], secret: true } }\nsteps: [{ get: '/\${pin}' }]\n${STEPS}`);
  assert.doesNotMatch(text, /import json|pin-1/);
});
