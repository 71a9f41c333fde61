import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanText } from '../../src/report/clean-text.ts';

const ROWS: readonly (readonly [name: string, text: string, clean: string])[] = [
  ['plain text stays', 'GET /api/items?page=${page}', 'GET /api/items?page=${page}'],
  ['letters of any script stay', 'Übung 日本 😀 е́', 'Übung 日本 😀 е́'],
  ['line breaks become one space', 'a\r\n\n\tb', 'a b'],
  ['colours are taken out', 'a\u001b[31;1mred\u001b[0mb', 'aredb'],
  ['8-bit control sequences are taken out', 'a\u009b2Jb', 'ab'],
  ['titles and links of terminals are taken out', 'a\u001b]0;title\u0007b\u001b]8;;http://x\u001b\\c', 'abc'],
  ['a sequence without an end is taken out', 'a\u001b[', 'a'],
  ['NUL and DEL become a space', 'a\u0000\u007fb', 'a b'],
  ['marks that turn the direction become a space', 'a\u202eb\u2066c\u200fd', 'a b c d'],
  ['what cannot be seen becomes a space', 'a\u200b\u2060\ufeffb\u{e0041}c', 'a b c'],
  ['half a surrogate pair is replaced', 'a\ud800b', 'a\ufffdb'],
  ['spaces at the ends go', '  a  ', 'a'],
  ['nothing stays nothing', '', ''],
];

for (const [name, text, clean] of ROWS) {
  test(`Cleaned text: ${name}.`, () => {
    assert.equal(cleanText(text), clean);
  });
}

test('Long text is cut after code points and ends in an ellipsis.', () => {
  assert.equal(cleanText('😀'.repeat(5), 5), '😀😀😀😀😀');
  assert.equal(cleanText('😀'.repeat(6), 5), '😀😀😀😀…');
});

test('A megabyte from a server costs no more than a line.', () => {
  assert.ok(cleanText(`${'\u001b['.repeat(500_000)}x`).length <= 300);
  assert.equal(cleanText('a'.repeat(1_000_000)).length, 300);
});
