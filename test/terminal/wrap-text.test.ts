import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wrapText } from '../../src/terminal/wrap-text.ts';

const ROWS = [
  { name: 'breaks between words', text: 'one two three', width: 8, lines: ['one two', '  three'] },
  { name: 'keeps a number with its unit', text: 'missed 0 %, memory', width: 8, lines: ['missed', '  0 %,', '  memory'] },
  { name: 'keeps a latency with its unit', text: 'p95 is 1.2 ms now', width: 10, lines: ['p95 is', '  1.2 ms', '  now'] },
  { name: 'breaks after a number that no unit follows', text: '200 samples', width: 9, lines: ['200', '  samples'] },
  { name: 'takes a word that only begins like a unit for a word', text: '12 starts', width: 10, lines: ['12 starts'] },
  { name: 'makes nothing of nothing', text: '', width: 10, lines: [] },
];

for (const { name, text, width, lines } of ROWS) {
  test(`wrapText ${name}`, () => assert.deepEqual(wrapText(text, width, '  '), lines));
}
