import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { runInChild } from './run-in-child.ts';

test('each output is written, and a value of several lines sets no other', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'load-gate-outputs-')), 'output');
  writeFileSync(file, '');
  const outputs = { verdict: 'breach', summary: 'a\nverdict=pass\nverdict<<EOF\npass\nEOF' };
  const { status } = runInChild('publish-outputs.ts', 'publishOutputs', { args: [outputs], env: { GITHUB_OUTPUT: file } });
  assert.equal(status, 0);
  assert.deepEqual(readOutputs(readFileSync(file, 'utf8')), outputs);
});

test('outputs that cannot be written are an error with the code of unwritable output', () => {
  const env = { GITHUB_OUTPUT: join(tmpdir(), 'load-gate-no-such-folder', 'output') };
  const { stderr, status } = runInChild('publish-outputs.ts', 'publishOutputs', { args: [{ verdict: 'pass' }], env });
  assert.notEqual(status, 0);
  assert.match(stderr, /LOAD_GATE_OUTPUT_UNWRITABLE/);
});

/** As the runner reads the file: `name<<DELIMITER`, lines, `DELIMITER`; or `name=value`. */
function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    const [, name, delimiter] = /^([^=]+?)<<(.+)$/.exec(line) ?? [];
    if (name !== undefined && delimiter !== undefined) {
      outputs[name] = lines.splice(0, lines.indexOf(delimiter)).join('\n');
      lines.shift();
    } else if (line !== '') {
      outputs[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
    }
  }
  return outputs;
}
