import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { splitLines } from '../../../src/engine/locust/split-lines.ts';

async function split(chunks: readonly (string | Buffer)[], longest = 20): Promise<readonly (string | undefined)[]> {
  const lines: (string | undefined)[] = [];
  await splitLines(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), longest, (line) => lines.push(line));
  return lines;
}

const ROWS: readonly (readonly [name: string, chunks: readonly (string | Buffer)[], lines: readonly (string | undefined)[]])[] = [
  ['nothing', [], []],
  ['lines in one piece', ['a\nb\n'], ['a', 'b']],
  ['a line in many pieces', ['a', 'b', 'c\n', 'd\n'], ['abc', 'd']],
  ['a last line without a break', ['a\nb'], ['a', 'b']],
  ['lines of Windows, and empty ones', ['a\r\n\n\r\nb\r\n'], ['a', 'b']],
  ['a character that is cut in two', [Buffer.from('ä\n').subarray(0, 1), Buffer.from('ä\n').subarray(1)], ['ä']],
  ['a line that is too long, told once, and the next is read', ['x'.repeat(15), 'x'.repeat(15), 'x'.repeat(15), '\nb\n'], [undefined, 'b']],
  ['a line as long as it may be', [`${'x'.repeat(20)}\n`], ['x'.repeat(20)]],
];
for (const [name, chunks, lines] of ROWS) {
  test(`A stream is split: ${name}.`, async () => {
    assert.deepEqual(await split(chunks), lines);
  });
}

test('A stream that breaks ends where it broke.', async () => {
  const lines: (string | undefined)[] = [];
  const stream = new Readable({ read: () => undefined });
  const over = splitLines(stream, 20, (line) => lines.push(line));
  stream.push('a\nb');
  setImmediate(() => stream.destroy(new Error('broken')));
  await over;
  assert.deepEqual(lines, ['a', 'b']);
});
