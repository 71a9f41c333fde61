import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { SUMMARY_CAP_BYTES, cutSummary } from '../../src/github/publish-summary.ts';
import { runInChild } from './run-in-child.ts';

const GITHUB_LIMIT_BYTES = 1_048_576;

test('the summary is appended to what the step has written', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'load-gate-summary-')), 'summary.md');
  writeFileSync(file, 'before\n');
  const { stdout, stderr } = runInChild('publish-summary.ts', 'publishSummary', {
    args: ['## ✅ pass'],
    env: { GITHUB_STEP_SUMMARY: file },
  });
  assert.equal(readFileSync(file, 'utf8'), 'before\n## ✅ pass\n');
  assert.equal(stdout, '');
  assert.equal(stderr, 'true');
});

const BROKEN: readonly (readonly [what: string, env: Record<string, string>])[] = [
  ['no summary file is named', {}],
  ['the file does not exist', { GITHUB_STEP_SUMMARY: join(tmpdir(), 'load-gate-no-such-folder', 'summary.md') }],
];

for (const [what, env] of BROKEN) {
  test(`when ${what}, that is a warning and the run goes on`, () => {
    const { stdout, stderr, status } = runInChild('publish-summary.ts', 'publishSummary', { args: ['text'], env });
    assert.equal(status, 0);
    assert.equal(stderr, 'false');
    assert.match(stdout, /^::warning title=load-gate::the job summary could not be written: /);
  });
}

test('what fits is left as it is', () => {
  assert.equal(cutSummary('a\nb\n', 4), 'a\nb\n');
});

test('what does not fit is cut at the end of a line, says so, and keeps within the cap in bytes', () => {
  const line = `| ${'ü€😀'.repeat(20)} |\n`;
  const cut = cutSummary(line.repeat(10_000), SUMMARY_CAP_BYTES);
  const [note = '', , ...lines] = cut.split('\n');
  assert.match(note, /was cut to fit/);
  assert.ok(Buffer.byteLength(cut) <= SUMMARY_CAP_BYTES && SUMMARY_CAP_BYTES < GITHUB_LIMIT_BYTES);
  assert.ok(Buffer.byteLength(cut) > SUMMARY_CAP_BYTES - 500);
  assert.deepEqual(
    lines.slice(0, -1).filter((each) => `${each}\n` !== line),
    [],
  );
});

test('one line that is too long leaves the note alone', () => {
  assert.match(cutSummary('x'.repeat(1_000), 500), /^> This summary was cut to fit[^\n]*\n\n$/);
});
