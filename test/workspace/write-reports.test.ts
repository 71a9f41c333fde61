import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeReports } from '../../src/workspace/write-reports.ts';

const FILES = new Map([['summary.md', 'a report']]);
const UNWRITABLE = { code: 'LOAD_GATE_OUTPUT_UNWRITABLE' };

test('folders that are missing are made, level by level', async () => {
  const root = await mkdtemp(join(tmpdir(), 'load-gate-'));
  try {
    const folder = join(root, 'a', 'b', 'c');
    await writeReports(folder, FILES);
    await writeReports(folder, FILES);
    assert.equal(await readFile(join(folder, 'summary.md'), 'utf8'), 'a report');
  } finally {
    await rm(root, { recursive: true });
  }
});

test('a folder below a file is refused', async () => {
  const root = await mkdtemp(join(tmpdir(), 'load-gate-'));
  try {
    await writeFile(join(root, 'file'), '');
    await assert.rejects(writeReports(join(root, 'file', 'below'), FILES), UNWRITABLE);
  } finally {
    await rm(root, { recursive: true });
  }
});

test('a file system that has no such folders is refused, and does not hang', { skip: !existsSync('/proc/self') }, async () => {
  await assert.rejects(writeReports('/proc/load-gate', FILES), UNWRITABLE);
});
