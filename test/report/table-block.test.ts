import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tableBlock } from '../../src/report/table-block.ts';

const CELLS: readonly (readonly [name: string, cell: string, figure: string, text: string])[] = [
  ['a figure stays with its unit, and text may be broken', '12.3 ms', '12.3\u00a0ms', '12.3 ms'],
  ['nothing is broken behind a dash', '5 – 9 ms', '5\u00a0–\u2060\u00a09\u00a0ms', '5 – 9 ms'],
  ['a pipe is escaped', '`a|b`', '`a\\|b`', '`a\\|b`'],
  ['a pipe after a backslash cannot be, and is broken', '`a\\|b`', '`a\\¦b`', '`a\\¦b`'],
];

for (const [name, cell, figure, text] of CELLS) {
  test(`In a cell ${name}.`, () => {
    assert.deepEqual(tableBlock('', ['figure >', 'text'], [[cell, cell]]), {
      head: ['', '| figure | text |', '| --: | :-- |'],
      rows: [`| ${figure} | ${text} |`],
      tail: [],
    });
  });
}

test('A title stands above the head, and a percentage in the head is not broken.', () => {
  assert.deepEqual(tableBlock('### T', ['about 85 % >'], []).head, ['### T', '', '| about 85\u00a0% |', '| --: |']);
});
