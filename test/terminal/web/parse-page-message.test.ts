import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FromPage } from '../../../src/terminal/web/live-messages.ts';
import { parsePageMessage } from '../../../src/terminal/web/parse-page-message.ts';

const START = { kind: 'start', target: 'http://a.test', levels: [] } as const;

describe('a message of the page', () => {
  const known: readonly (readonly [string, FromPage])[] = [
    ['stop', { kind: 'stop' }],
    ['a level', { kind: 'level', phase: 1, users: 30, spawnRatePerSec: 0.5 }],
    ['a level of nobody', { kind: 'level', phase: 0, users: 0, spawnRatePerSec: 1 }],
    ['a start as the files have it', START],
    [
      'a start with levels',
      {
        ...START,
        levels: [
          { phase: 'steady', users: 5, spawnRatePerSec: 2 },
          { phase: 'p', arrivalRatePerSec: 9.5 },
        ],
      },
    ],
  ];
  for (const [title, message] of known) {
    it(`is read: ${title}`, () => assert.deepEqual(parsePageMessage(JSON.stringify(message)), message));
  }

  it('has no fields but those that are known', () =>
    assert.deepEqual(parsePageMessage('{"kind":"stop","reason":"x","__proto__":{"a":1}}'), { kind: 'stop' }));

  const refused: readonly (readonly [string, unknown])[] = [
    ['of another kind', { kind: 'run', command: 'ls' }],
    ['without a kind', {}],
    ['a list', [{ kind: 'stop' }]],
    ['null', null],
    ['a level without users', { kind: 'level', phase: 0, spawnRatePerSec: 1 }],
    ['half a user', { kind: 'level', phase: 0, users: 1.5, spawnRatePerSec: 1 }],
    ['fewer users than none', { kind: 'level', phase: 0, users: -1, spawnRatePerSec: 1 }],
    ['users in a text', { kind: 'level', phase: 0, users: '5', spawnRatePerSec: 1 }],
    ['users beyond every cap', { kind: 'level', phase: 0, users: 1e12, spawnRatePerSec: 1 }],
    ['a phase that is no place', { kind: 'level', phase: -1, users: 1, spawnRatePerSec: 1 }],
    ['no pace', { kind: 'level', phase: 0, users: 1, spawnRatePerSec: 0 }],
    ['a start without a target', { kind: 'start', levels: [] }],
    ['a target beyond bounds', { ...START, target: 'x'.repeat(2_049) }],
    ['levels that are no list', { ...START, levels: { 0: {} } }],
    ['more levels than phases can be', { ...START, levels: Array.from({ length: 1_001 }, () => ({ phase: 'p' })) }],
    ['a level without a phase', { ...START, levels: [{ users: 5 }] }],
    ['a rate below 0', { ...START, levels: [{ phase: 'p', arrivalRatePerSec: -1 }] }],
    ['one good level and a bad one', { ...START, levels: [{ phase: 'p', users: 5 }, null] }],
  ];
  for (const [title, message] of refused) {
    it(`is refused: ${title}`, () => assert.equal(parsePageMessage(JSON.stringify(message)), undefined));
  }
  it('is refused: an infinite rate', () =>
    assert.equal(parsePageMessage('{"kind":"level","phase":0,"users":1,"spawnRatePerSec":1e999}'), undefined));
  it('is refused: half a message', () => assert.equal(parsePageMessage('{"kind":"st'), undefined));
});
