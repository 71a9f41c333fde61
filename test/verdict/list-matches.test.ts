import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchPattern } from '../../src/config/match-pattern.ts';
import { listMatches, specificity } from '../../src/verdict/list-matches.ts';

const cases: readonly (readonly [string, string, boolean])[] = [
  ['GET /a', 'GET /a', true],
  ['GET /projects*', 'GET /projects', true],
  ['GET /projects*', 'GET /projects/${id}', true],
  ['*', '', true],
  ['*', 'anything at all', true],
  ['* /a*b', 'POST /axxb', true],
  ['a*b*c', 'abc', true],
  ['a**c', 'ac', true],
  ['a*ab', 'aab', true],
  ['GET /a.c', 'GET /abc', false],
  ['GET /a', 'GET /ab', false],
  ['GET /a', 'xGET /a', false],
  ['get /a', 'GET /a', false],
  ['a*a', 'a', false],
  ['ab*bc', 'abc', false],
  ['a*bb*b', 'abb', false],
  ['*x*', 'abc', false],
  ['(a+)+*$', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaa!', false],
];
for (const [pattern, name, expected] of cases) {
  test(`the pattern "${pattern}" ${expected ? 'matches' : 'does not match'} "${name}"`, () => {
    assert.equal(matchPattern(pattern, name), expected);
  });
}

test('a hostile pattern on a long name ends at once, because the work is linear', () => {
  assert.equal(matchPattern(`${'*a'.repeat(2_000)}*b`, 'a'.repeat(100_000)), false);
});

test('an exact name is more specific than any wildcard, and more literal characters than fewer', () => {
  assert.ok(specificity('GET /a') > specificity('GET /averylongname*'));
  assert.ok(specificity('GET /a*') > specificity('GET *'));
  assert.equal(specificity('*'), 0);
});

test('matching rows come most specific first, and the earlier one in the file wins a tie', () => {
  const rows = [
    { pattern: '*' },
    { pattern: '*/a' },
    { pattern: 'GET*' },
    { pattern: 'GET /a*' },
    { pattern: 'POST /a' },
    { pattern: 'GET /a' },
    { pattern: '*T /' },
    { pattern: 'T*' },
    { pattern: 'GE*a' },
  ];
  assert.deepEqual(
    listMatches(rows, 'GET /a').map(({ pattern }) => pattern),
    ['GET /a', 'GET /a*', 'GET*', 'GE*a', '*/a', '*'],
  );
});
