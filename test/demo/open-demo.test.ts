import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { openDemo } from '../../src/demo/open-demo.ts';
import { listSystems } from '../../src/demo/systems/find-system.ts';
import { prepareParts } from '../../src/gate-parts.ts';
import { parseArgv } from '../../src/options/parse-argv.ts';
import { resolveScenarios } from '../../src/workspace/resolve-scenarios.ts';

const MINUTE_MS = 60_000;

for (const { name } of listSystems()) {
  test(`The demo of ${name} makes load for about a minute, pauses included.`, async () => {
    const demo = await openDemo(name);
    try {
      const parsed = parseArgv(['check', demo.scenario, '--target', demo.url, ...demo.flags]);
      assert.ok(parsed.ok && parsed.value.command === 'check');
      const context = { env: demo.env, cwd: process.cwd(), workers: 1, requireSecrets: false };
      const asked = resolveScenarios(parsed.value, { ...context, root: undefined, workingDirectory: process.cwd() });
      assert.ok(asked.ok);
      if (typeof asked.value === 'string') return assert.ok(existsSync(asked.value));
      const parts = prepareParts(asked.value, parsed.value, context);
      assert.ok(parts.ok, JSON.stringify(parts));
      const pausesMs = asked.value.steps.reduce((sum, step) => sum + (step.kind === 'pause' ? step.ms : 0), 0);
      // Fixed work ends when it is done, long before the time that it may take.
      const phases = parts.value.flatMap(({ ready }) => ready.value.plan.phases).filter(({ model }) => model !== 'iterations');
      assert.ok(pausesMs + phases.reduce((sum, { durationMs }) => sum + durationMs, 0) <= 1.1 * MINUTE_MS, `${pausesMs} ms of pauses`);
    } finally {
      await demo.stop();
    }
  });
}

test('The shop of the demo needs nothing of the environment.', async () => {
  const demo = await openDemo(undefined);
  await demo.stop();
  assert.deepEqual([demo.env, demo.flags], [{}, []]);
});
