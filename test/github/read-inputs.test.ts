import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runInChild } from './run-in-child.ts';

test('inputs are read as the runner passes them: trimmed, absent ones empty, dashes kept', () => {
  const env = { INPUT_TARGET: ' https://x.test ', 'INPUT_WORKING-DIRECTORY': 'api', INPUT_SET: 'a=1\nb=2\n' };
  const { stderr } = runInChild('read-inputs.ts', 'readInputs', { args: [['target', 'working-directory', 'set', 'seed']], env });
  assert.deepEqual(JSON.parse(stderr), { target: 'https://x.test', 'working-directory': 'api', set: 'a=1\nb=2', seed: '' });
});
