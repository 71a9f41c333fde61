import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Compares text with a file of test/golden byte by byte. After a change that is meant, `UPDATE_GOLDEN=1 node --test <the test>` writes the files
 * anew; read their diff before it is committed, for that is the review.
 */
export function compareGolden(name: string, text: string): void {
  const file = new URL(`../golden/${name}`, import.meta.url);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
  assert.equal(text, readFileSync(file, 'utf8'), `test/golden/${name} differs; UPDATE_GOLDEN=1 writes it anew`);
}
