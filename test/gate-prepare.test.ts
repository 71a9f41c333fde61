import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { prepareGate, type Prepared } from '../src/gate-prepare.ts';
import { parseArgv } from '../src/options/parse-argv.ts';
import { makeFolder } from './e2e/make-folder.ts';

const START = Date.UTC(2026, 2, 1, 12);

/** What a shard prepares, or what is wrong. */
async function prepare(context: TestContext, index: number, args: readonly string[] = []): Promise<Prepared | string> {
  const cwd = await makeFolder(context, {
    'load-gate.yaml': 'target: http://127.0.0.1:9\nsteps: [ { get: /a } ]\nphases: [ { users: 8, duration: 1s } ]\n',
    'load-gate.sla.yaml': 'server: { lag: { promql: max(lag), max: 5 } }\n',
  });
  const parsed = parseArgv(['run', ...args]);
  assert.ok(parsed.ok && parsed.value.command === 'run');
  const shard = { index, count: 4 };
  const ready = prepareGate(parsed.value, { env: {}, cwd, workers: 1, requireSecrets: true, startAtMs: START, shard });
  return ready.ok ? ready.value : ready.issues.map(({ message }) => message).join('; ');
}

test('all shards of a plan draw from its hash, which a seed replaces', async (context) => {
  const [second, third] = [await prepare(context, 1), await prepare(context, 2)];
  assert.ok(typeof second === 'object' && typeof third === 'object');
  assert.equal(second.planHash, third.planHash);
  assert.equal(second.plan.seed, Number.parseInt(second.planHash?.slice(0, 8) ?? '', 16));
  assert.equal(third.plan.seed, second.plan.seed);
  assert.deepEqual(third.plan.shard, { index: 2, count: 4 });
  const seeded = await prepare(context, 1, ['--seed', '5']);
  assert.ok(typeof seeded === 'object');
  assert.equal(seeded.plan.seed, 5);
  assert.notEqual(seeded.planHash, second.planHash);
});

test('the first shard alone asks the target about itself, and needs what that takes', async (context) => {
  assert.match(JSON.stringify(await prepare(context, 0)), /lag asks Prometheus, and nobody said where it is/);
  const [first, second] = [await prepare(context, 0, ['--prometheus-url', 'http://127.0.0.1:9']), await prepare(context, 1)];
  assert.ok(typeof first === 'object' && typeof second === 'object');
  assert.deepEqual([first.plan.server.rows.length, second.plan.server.rows.length], [1, 0]);
  assert.equal(first.planHash, second.planHash);
});
