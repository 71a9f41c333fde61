import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { matchesHost } from '../../src/plan/match-host.ts';

describe('an allowed host', () => {
  const rows: readonly (readonly [host: string, pattern: string, matches: boolean])[] = [
    ['a.test', 'a.test', true],
    ['A.TEST', 'a.test', true],
    ['a.test.', 'a.test', true],
    ['a.test', 'A.test.', true],
    ['b.a.test', '*.a.test', true],
    ['c.b.a.test', '*.a.test', true],
    ['[::1]', '::1', true],
    ['[::1]', '[::1]', true],
    ['a.test', '*.a.test', false],
    ['.a.test', '*.a.test', false],
    ['evila.test', '*.a.test', false],
    ['a.test.evil.test', 'a.test', false],
    ['b.a.test', 'a.test', false],
    ['a.test', '*', false],
    ['', 'a.test', false],
  ];
  for (const [host, pattern, matches] of rows)
    it(`${pattern} ${matches ? 'allows' : 'does not allow'} ${host === '' ? 'nothing' : host}`, () =>
      assert.equal(matchesHost(host, [pattern]), matches));
  it('is none of an empty list', () => assert.equal(matchesHost('a.test', []), false));
});
