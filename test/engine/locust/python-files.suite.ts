import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readRuntime } from '../../../src/engine/locust/read-runtime.ts';
import { FIXTURES } from '../../config/read-fixtures.ts';
import { runPython } from '../../other-tools/run-python.ts';
import { exportListed, listScenarios } from './list-scenarios.ts';
import { renderScenario } from './render-scenario.ts';

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'load-gate-files-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Names of fixtures, by what becomes of them; the five systems have a table of their own. */
const FIXTURES_REFUSED = [
  'scenario-bodies.yaml -',
  'scenario-chat.yaml -',
  'scenario-chat.yaml smoke',
  'scenario-chat.yaml spike',
  'scenario-chat.yaml reading',
  'scenario-websocket.yaml -',
];

test('Python accepts the file of every scenario that is not refused, whole', () => {
  const runtime = readRuntime();
  const refused: string[] = [];
  const files: string[] = [];
  for (const [index, one] of listScenarios('sla/*/*.yaml', 'test/fixtures/valid/scenario-*').entries()) {
    const exported = exportListed(one, runtime);
    if ('issues' in exported) {
      assert.ok(exported.issues.length > 0 && exported.issues.every(({ suggestion }) => suggestion !== undefined), one.file);
      refused.push(`${one.file} ${one.profile}`);
      continue;
    }
    files.push(`${index}.py`);
    writeFileSync(join(folder, `${index}.py`), exported.text);
  }
  assert.deepEqual(
    refused.filter((name) => name.startsWith('test/')).map((name) => name.replace('test/fixtures/valid/', '')),
    FIXTURES_REFUSED,
  );
  assert.ok(files.length > 50, String(files.length));
  const { status, stderr } = runPython(folder, ['-W', 'error', '-m', 'py_compile', ...files]);
  assert.equal(status, 0, stderr);
});

test('Locust itself finds the users of the rich scenario in its file', () => {
  const yaml = readFileSync(join(FIXTURES, 'locust/rich.yaml'), 'utf8');
  writeFileSync(join(folder, 'rich.py'), renderScenario(yaml, {}, readRuntime()).text);
  const { status, stdout, stderr } = runPython(folder, ['-m', 'locust', '-f', 'rich.py', '--list']);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /\bClass\n\s*Chatter\b/);
});
