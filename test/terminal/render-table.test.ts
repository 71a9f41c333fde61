import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureWidth } from '../../src/terminal/measure-width.ts';
import { choosePaint, paintColour, paintPlain } from '../../src/terminal/paint.ts';
import { renderTable, type Column } from '../../src/terminal/render-table.ts';

const COLUMNS: readonly Column[] = [
  { title: 'name', align: 'left', shrinksTo: 6 },
  { title: 'count', align: 'right' },
  { title: 'rate', align: 'right', goes: 1 },
];
const row = (...texts: readonly string[]): readonly { readonly text: string }[] => texts.map((text) => ({ text }));
const ROWS = [row('GET /items', '1,204', '20/s'), row('x', '3', '–')];

const WIDTHS: readonly (readonly [name: string, width: number, lines: readonly string[]])[] = [
  ['all of it', 30, ['name        count  rate', 'GET /items  1,204  20/s', 'x               3     –']],
  ['the name shrinks', 20, ['name     count  rate', 'GET…ems  1,204  20/s', 'x            3     –']],
  ['a column goes', 17, ['name        count', 'GET /items  1,204', 'x               3']],
  ['everything shrinks', 9, ['n…e  co…t', 'G…s  1,…4', 'x       3']],
];

for (const [name, width, lines] of WIDTHS) {
  test(`A table in ${width} columns: ${name}.`, () => {
    assert.deepEqual(renderTable(COLUMNS, ROWS, width, paintPlain), lines);
  });
}

test('A column that may go and holds nothing but dashes goes.', () => {
  assert.deepEqual(renderTable(COLUMNS, [row('a', '1', '–'), row('b', '2', '–')], 80, paintPlain), [
    'name  count',
    'a         1',
    'b         2',
  ]);
});

test('No rows make no lines, not even titles.', () => {
  assert.deepEqual(renderTable(COLUMNS, [], 80, paintPlain), []);
});

test('Escapes, controls and line breaks of a cell never reach the terminal.', () => {
  const [, line = ''] = renderTable(COLUMNS, [row('\u001b[2J\u001b]0;x\u0007a\r\nb\u0000\u202ec', '1', '2')], 80, paintPlain);
  assert.equal(line, 'a b c      1     2');
});

test('At any width no line is wider than it, wide letters included.', () => {
  for (let width = 7; width < 60; width++) {
    for (const line of renderTable(COLUMNS, [...ROWS, row('日本語の長い名前です', '12,345', '1/s')], width, paintPlain)) {
      assert.ok(measureWidth(line) <= width, `${width}: ${line}`);
    }
  }
});

test('Colour changes nothing but colour.', () => {
  // oxlint-disable-next-line no-control-regex
  const bare = renderTable(COLUMNS, ROWS, 20, paintColour).map((line) => line.replace(/\u001b\[[0-9;]*m/g, '').trimEnd());
  assert.deepEqual(bare, renderTable(COLUMNS, ROWS, 20, paintPlain));
});

const PAINTS: readonly (readonly [name: string, isTerminal: boolean, env: Readonly<Record<string, string>>, isColoured: boolean])[] = [
  ['a terminal', true, {}, true],
  ['no terminal', false, {}, false],
  ['NO_COLOR', true, { NO_COLOR: '1' }, false],
  ['an empty NO_COLOR', true, { NO_COLOR: '' }, true],
  ['NO_COLOR before FORCE_COLOR', true, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  ['FORCE_COLOR without a terminal', false, { FORCE_COLOR: '1' }, true],
  ['FORCE_COLOR=0', true, { FORCE_COLOR: '0' }, false],
  ['a dumb terminal', true, { TERM: 'dumb' }, false],
];

for (const [name, isTerminal, env, isColoured] of PAINTS) {
  test(`Colour with ${name}: ${isColoured ? 'yes' : 'no'}.`, () => {
    assert.equal(choosePaint(isTerminal, env)('broken', 'x') !== 'x', isColoured);
  });
}
