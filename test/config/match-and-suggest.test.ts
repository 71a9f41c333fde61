import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { matchPattern } from '../../src/config/match-pattern.ts';
import { parseThink } from '../../src/config/parse-think.ts';
import { suggestKey, suggestQuantity } from '../../src/config/suggest-key.ts';
import { suggestWord } from '../../src/config/suggest-word.ts';

describe('a pattern fits a series', () => {
  for (const [pattern, name, expected] of [
    ['GET /a', 'GET /a', true],
    ['GET /a', 'GET /ab', false],
    ['*', '', true],
    ['*', 'anything', true],
    ['GET *', 'GET /a/b', true],
    ['GET *', 'POST /a', false],
    ['*a*', 'bab', true],
    ['*a*', 'bbb', false],
    ['a*b*c', 'aXbYc', true],
    ['a*b*c', 'aXbY', false],
    ['a*', 'a', true],
    ['GET /a.c', 'GET /abc', false],
    ['GET /x?a=*', 'GET /x?a=1', true],
    ['GET /${id}', 'GET /${id}', true],
    ['a**b', 'ab', true],
    ['ab*ab', 'ab', false],
  ] as const) {
    it(`${pattern} ${expected ? 'fits' : 'does not fit'} ${name || 'the empty name'}`, () =>
      assert.equal(matchPattern(pattern, name), expected));
  }
});

describe('the nearest word', () => {
  const words = ['duration', 'users', 'ramp', 'arrival_rate'];
  for (const [word, expected] of [
    ['duratoin', 'duration'],
    ['user', 'users'],
    ['USERS', 'users'],
    ['rmap', 'ramp'],
    ['arival_rate', 'arrival_rate'],
    ['dur', 'duration'],
    ['zzz', undefined],
    ['', undefined],
  ] as const) {
    it(`of ${word || 'nothing'} is ${expected ?? 'none'}`, () => assert.equal(suggestWord(word, words), expected));
  }
  it('is the word of another tool translated, where it is one', () => assert.equal(suggestKey('vus', words), 'users'));
});

describe('a quantity that is nearly right is corrected', () => {
  const duration = 'a duration such as 250ms';
  for (const [value, expected, correction] of [
    ['5 s', duration, '5s'],
    ['5sec', duration, '5s'],
    ['2 minutes', duration, '2m'],
    ['1,5s', duration, '1.5s'],
    [5, duration, '5s'],
    [5000, duration, '5000ms'],
    ['5mb', duration, undefined],
    ['50rps', 'a rate such as 500/s', '50/s'],
    [50, 'a rate such as 500/s', '50/s'],
    ['1 %', 'a share such as 1%', '1%'],
    ['10 mib', 'a size such as 64KB', '10MiB'],
    ['soon', duration, undefined],
  ] as const) {
    it(`${value} as ${expected} is ${correction ?? 'left alone'}`, () => assert.equal(suggestQuantity(value, expected), correction));
  }
});

describe('a think time', () => {
  for (const [text, expected] of [
    ['2s', { kind: 'fixed', ms: 2_000 }],
    ['1s..5s', { kind: 'uniform', minMs: 1_000, maxMs: 5_000 }],
    ['exp 5s', { kind: 'exponential', meanMs: 5_000 }],
    ['pace 2s', { kind: 'pace', ms: 2_000 }],
    ['0s', { kind: 'fixed', ms: 0 }],
    ['5s..1s', undefined],
    ['2', undefined],
    ['exp', undefined],
    ['1s..', undefined],
    ['', undefined],
    ['norm 2s', undefined],
    ['1s..2s..3s', undefined],
  ] as const) {
    it(`${text || 'of nothing'} is ${expected?.kind ?? 'refused'}`, () => assert.deepEqual(parseThink(text), expected));
  }
});
