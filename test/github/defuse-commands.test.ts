import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defuseCommands } from '../../src/github/defuse-commands.ts';

const ROWS: readonly (readonly [text: string, expected: string])[] = [
  ['plain', 'plain'],
  ['a::b', 'a::b'],
  ['std::string', 'std::string'],
  ['::error::x', ': :error::x'],
  ['  ::error::x', '  : :error::x'],
  ['a\n::error::x\r::b', 'a\n: :error::x\r: :b'],
  ['a ##[error]x', 'a ## [error]x'],
  ['\u0085::error::x', '\u0085: :error::x'],
  [':', ':'],
  ['', ''],
];

for (const [text, expected] of ROWS) {
  test(`${JSON.stringify(text)} is printed as ${JSON.stringify(expected)}`, () => assert.equal(defuseCommands(text), expected));
}

test('no text yields a line that the runner obeys', () => {
  const pieces = fc.constantFrom(
    '::',
    ':',
    '#',
    '##[',
    '[',
    ' ',
    '\t',
    '\n',
    '\r',
    '\u00a0',
    '\u2028',
    'error',
    '\u000b',
    '\ufeff',
    '\u0085',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      for (const line of defuseCommands(parts.join('')).split(/\r\n|\r|\n/)) {
        assert.ok(!/^[\s\u0085]*::/.test(line) && !line.includes('##['), JSON.stringify(line));
      }
    }),
    { seed: 1 },
  );
});
