import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseArgv } from '../../src/options/parse-argv.ts';
import { parseWaitFor } from '../../src/options/parse-wait-for.ts';
import type { WaitFor } from '../../src/options/request.ts';

const FIVE_MINUTES = 300_000;
const answers = (path: string, withinMs = FIVE_MINUTES): WaitFor => ({ path, test: { kind: 'answers' }, withinMs });
const contains = (path: string, text: string, withinMs = FIVE_MINUTES): WaitFor => ({ path, test: { kind: 'contains', text }, withinMs });

const RIGHT: readonly (readonly [value: string, expected: WaitFor])[] = [
  ['/version', answers('/version')],
  ['  /version  ', answers('/version')],
  ['/version within 90s', answers('/version', 90_000)],
  ['/version contains 1a2b3c4', contains('/version', '1a2b3c4')],
  ['/version   contains   "sha": "1a2b"   within   1h', contains('/version', '"sha": "1a2b"', 3_600_000)],
  ['/v contains ready within a minute', contains('/v', 'ready within a minute')],
  ['/v contains within 5m within 10s', contains('/v', 'within 5m', 10_000)],
  ['/v = 1.2.3', { path: '/v', test: { kind: 'equals', text: '1.2.3' }, withinMs: FIVE_MINUTES }],
  ['/v = = within 2m', { path: '/v', test: { kind: 'equals', text: '=' }, withinMs: 120_000 }],
  ['/v?a=b contains c', contains('/v?a=b', 'c')],
  ['/v contains $1.00', contains('/v', '$1.00')],
  ['https://api.example.com/version contains x', contains('https://api.example.com/version', 'x')],
];

for (const [value, expected] of RIGHT) test(`${value} is understood`, () => assert.deepEqual(parseWaitFor(value), expected));

const WRONG: readonly (readonly [what: string, value: string])[] = [
  ['nothing', ''],
  ['a path without its slash', 'version'],
  ['a host without its scheme', '//evil.example/version'],
  ['another scheme', 'ftp://example.com/x'],
  ['a URL without a host', 'https://'],
  ['a text that is empty, as of a variable that is not set', '/version contains '],
  ['an equal text that is empty', '/version ='],
  ['a text that is empty before its time', '/version contains within 5m'],
  ['a test that there is not', '/version matches x'],
  ['words without a test', '/version 1a2b'],
  ['a time without its unit', '/version within 5'],
  ['a time of nothing', '/version within 0s'],
  ['a time that is missing', '/version within'],
  ['a placeholder, which nobody would fill in', '/version contains ${secret.SHA}'],
  ['an expression of a workflow that was not evaluated', '/version contains ${{ github.sha }}'],
  ['two lines', '/version contains a\nb'],
  ['a text without end', `/version contains ${'x'.repeat(3_000)}`],
];

for (const [what, value] of WRONG) {
  test(`${what} is refused`, () => assert.equal(parseWaitFor(value), undefined));
}

test('a wrong value is a usage error with the form that is right, before any load', () => {
  for (const command of ['run', 'check']) {
    const parsed = parseArgv([command, '--wait-for', 'version'], {});
    assert.ok(!parsed.ok);
    assert.match(parsed.issues.map(({ message }) => message).join(), /"version" is not \/version, \/version contains TEXT/);
  }
});
