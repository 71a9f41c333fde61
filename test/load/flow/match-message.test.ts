import assert from 'node:assert/strict';
import { test } from 'node:test';
import { patternOf } from '../../../src/load/flow/json-pattern.ts';
import { isMatch, Message, prepareMatch, type MessageMatch } from '../../../src/load/flow/match-message.ts';

const json = (value: unknown): MessageMatch => ({ kind: 'json', pattern: patternOf(value) });

const ROWS: readonly (readonly [string, MessageMatch, string, boolean])[] = [
  ['a subset of the keys', json({ type: 'reply' }), '{"id":1,"type":"reply"}', true],
  ['nested keys', json({ data: { id: 7 } }), '{"data":{"id":7,"more":true}}', true],
  ['another value', json({ type: 'reply' }), '{"type":"push"}', false],
  ['a missing key', json({ type: 'reply', id: 1 }), '{"type":"reply"}', false],
  ['a number is no text', json({ id: '1' }), '{"id":1}', false],
  ['null is a value', json({ id: null }), '{"id":null}', true],
  ['null is not the absence of a key', json({ id: null }), '{}', false],
  ['a list as long', json({ ids: [1, { a: 1 }] }), '{"ids":[1,{"a":1,"b":2}]}', true],
  ['a longer list', json({ ids: [1] }), '{"ids":[1,2]}', false],
  ['a list is no map', json({ ids: {} }), '{"ids":[]}', false],
  ['a map is no list', json({ ids: [] }), '{"ids":{}}', false],
  ['an empty map fits every map', json({}), '{"any":1}', true],
  ['an empty map fits no text', json({}), '"text"', false],
  ['what is not JSON fits no JSON', json({}), 'hello', false],
  ['what a map inherits is no key of it', json({ toString: 'x' }), '{}', false],
  ['the whole text', { kind: 'text', text: 'pong' }, 'pong', true],
  ['a part of the text', { kind: 'text', text: 'pong' }, 'pong!', false],
  ['an expression', { kind: 'regex', regex: /^42\["x",/ }, '42["x",1]', true],
  ['another expression', { kind: 'regex', regex: /^43/ }, '42["x",1]', false],
];

for (const [name, match, text, expected] of ROWS) {
  test(`${name}: ${expected ? 'fits' : 'does not fit'}`, () => {
    assert.equal(isMatch(match, new Message(text, 0, 0)), expected);
  });
}

test('Messages that are nested as deep as a server likes are no match and no crash.', () => {
  const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  assert.equal(isMatch(json({ a: { b: 1 } }), new Message(deep, 0, 0)), false);
});

test('A match without variables is the same object each time, so that a repeated one is remembered once.', () => {
  const prepared = prepareMatch({ kind: 'json', json: '{"type":"reply"}' });
  assert.ok(prepared.kind === 'constant');
  assert.deepEqual(prepared.match, json({ type: 'reply' }));
});
