import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitText, measureWidth, padText } from '../../src/terminal/measure-width.ts';
import { wrapText } from '../../src/terminal/wrap-text.ts';

const WIDTHS: readonly (readonly [name: string, text: string, width: number])[] = [
  ['letters', 'GET /', 5],
  ['accents', 'äöü', 3],
  ['a combining accent', 'e\u0301', 1],
  ['Chinese', '日本', 4],
  ['Hangul', '한글', 4],
  ['full-width forms', 'ＡＢ', 4],
  ['an emoji', '😀', 2],
  ['blocks of the bar', '█░', 2],
  ['signs', '✓✗…–', 4],
  ['nothing', '', 0],
];

for (const [name, text, width] of WIDTHS) {
  test(`Width on a terminal: ${name}.`, () => {
    assert.equal(measureWidth(text), width);
  });
}

const FITS: readonly (readonly [text: string, width: number, fitted: string])[] = [
  ['abcdef', 6, 'abcdef'],
  ['abcdef', 5, 'ab…ef'],
  ['abcdef', 4, 'ab…f'],
  ['abcdef', 2, 'a…'],
  ['abcdef', 1, '…'],
  ['abcdef', 0, ''],
  ['日本語です', 7, '日…です'],
  ['日本語です', 6, '日…す'],
];

for (const [text, width, fitted] of FITS) {
  test(`"${text}" in ${width} columns is "${fitted}".`, () => {
    assert.equal(fitText(text, width), fitted);
    assert.ok(measureWidth(fitText(text, width)) <= width);
  });
}

test('Padding counts columns, not characters.', () => {
  assert.equal(padText('日本', 6, 'left'), '日本  ');
  assert.equal(padText('日本', 6, 'right'), '  日本');
  assert.equal(padText('abc', 2, 'right'), 'abc');
});

test('Wrapped lines keep to their width and indent from the second on.', () => {
  assert.deepEqual(wrapText('one two three four', 9, '  '), ['one two', '  three', '  four']);
  assert.deepEqual(wrapText('averyveryverylongword x', 10, '  '), ['avery…word', '  x']);
  assert.deepEqual(wrapText('', 10), []);
});
