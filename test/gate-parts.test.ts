import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prepareParts } from '../src/gate-parts.ts';
import { parseArgv } from '../src/options/parse-argv.ts';
import { resolveScenarios } from '../src/workspace/resolve-scenarios.ts';
import { makeFolder } from './e2e/make-folder.ts';

const PART = 'target: http://127.0.0.1:9\nsteps: [ { get: /a } ]\nphases: [ { users: 2, duration: 2s } ]\n';
const FILES = { 'suite.yaml': 'suite: [ { scenario: a.yaml }, { scenario: b.yaml } ]\n', 'a.yaml': PART, 'b.yaml': PART };

for (const command of ['check', 'run'])
  test(`${command} of a suite takes the processes of this machine, and no Locust workers of others, who would make its first part alone`, async (context) => {
    const cwd = await makeFolder(context, FILES);
    const prepare = (flags: readonly string[]): ReturnType<typeof prepareParts> => {
      const parsed = parseArgv([command, 'suite.yaml', '--engine', 'locust', ...flags]);
      assert.ok(parsed.ok && (parsed.value.command === 'check' || parsed.value.command === 'run'), JSON.stringify(parsed));
      const place = { env: {}, requireSecrets: false };
      const suite = resolveScenarios(parsed.value, { ...place, workingDirectory: cwd, root: undefined });
      assert.ok(suite.ok && typeof suite.value !== 'string');
      return prepareParts(suite.value, parsed.value, { ...place, cwd, workers: 1 });
    };
    assert.ok(prepare([]).ok);
    const refused = prepare(['--expect-workers', '2']);
    assert.deepEqual(!refused.ok && refused.issues.map(({ file, code, message }) => `${code} ${file}: ${message}`), [
      'conflict --expect-workers: Locust workers make one scenario and end with it; run each part on its own',
    ]);
  });
