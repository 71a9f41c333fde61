/** How bursts on real Locust end, for better or worse. Needs Locust (`node .ci/install-tools.ts python`). */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, suite, test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Dials } from '../../../src/demo/dials.ts';
import type { SpawnedServer } from '../../../src/demo/spawn-staging-server.ts';
import { makeFolder, readFolder } from '../../e2e/make-folder.ts';
import type { Started } from '../../e2e/start-process.ts';
import { seriesIn } from '../../support/run-gate.ts';
import { startTruthServer } from '../../support/start-truth-server.ts';
import { closedPort, drawPort } from '../../support/truth-server.ts';
import { assertCode, listLeft, makeGate, readReport, runGateIn, startGate, startWorker } from './start-gate.ts';

const LOCUST = ['run', '--engine', 'locust', '--out', 'out', '--seed', '7'];
const FAST: Dials = { routes: [{ method: 'GET', path: '/a', latency: { kind: 'constant', ms: 10 } }] };

/** Until some have been answered, and not only sent. */
async function awaitRequests(server: Pick<SpawnedServer, 'counts'>): Promise<void> {
  for (;;) {
    if ((await server.counts()).requests > 10) return;
    await sleep(100);
  }
}

interface Distributed {
  readonly folder: string;
  readonly gate: Started;
  readonly workers: readonly Started[];
  readonly port: number;
}

/** The gate as the master of workers that are processes of their own, which know nothing but the exported file. */
async function startDistributed(context: TestContext, scenario: object, count: number): Promise<Distributed> {
  const folder = await makeGate(context, scenario);
  const exported = await runGateIn(context, folder, ['export', 'locust', '--seed', '7']);
  assertCode(exported, 0);
  const workerFolder = await makeFolder(context, { 'locustfile.py': exported.stdout });
  const port = drawPort();
  const env = { LOCUST_MASTER_BIND_HOST: '127.0.0.1', LOCUST_MASTER_BIND_PORT: String(port) };
  const gate = startGate(context, folder, [...LOCUST, '--expect-workers', '2'], { env });
  const told = await gate.read(/-f - --worker --master-host 127\.0\.0\.1 --master-port (\d+)/);
  assert.equal(told[1], String(port));
  const flags = ['--master-host', '127.0.0.1', '--master-port', String(port)];
  // The first has the file, the second asks the master for it.
  const workers = Array.from({ length: count }, (_, index) =>
    startWorker(context, workerFolder, ['-f', index === 0 ? 'locustfile.py' : '-', ...flags]),
  );
  context.after(async () => {
    // One that hung: what its workers saw of it.
    if ((await gate.ended).signal !== null) for (const worker of workers) context.diagnostic((await worker.ended).stderr);
  });
  return { folder, gate, workers, port };
}

suite('Bursts on Locust', { concurrency: 2 }, () => {
  after(() => assert.deepEqual(listLeft(), [], 'nothing of Locust is left'));

  test('A promise that Locust’s measurements break is a breach, and a target that does not answer is one too.', async (context) => {
    await using server = await startTruthServer(FAST);
    const steps = { steps: [{ get: '/a' }], phases: [{ arrival_rate: '50/s', duration: '3s' }] };
    const slow = await makeGate(context, { ...steps, target: server.url }, { endpoints: { 'GET /a': { p50: '5ms' } } });
    assertCode(await runGateIn(context, slow, [...LOCUST, '--workers', '1']), 1);
    const { verdict } = await readReport(slow);
    assert.equal(verdict.checks[0]?.state, 'breached');

    await using port = await closedPort();
    const dead = await makeGate(context, { ...steps, target: port.url });
    assertCode(await runGateIn(context, dead, [...LOCUST, '--workers', '1']), 1);
    const { counts, failures } = seriesIn((await readReport(dead)).run, 'GET /a');
    assert.equal(counts.failed, 150);
    assert.deepEqual(
      failures.map(({ class: kind, reason, count }) => [kind, reason, count]),
      [['connect', 'connect ECONNREFUSED', 150]],
    );
  });

  test('A window that is broken ends the burst, as a breach.', async (context) => {
    await using server = await startTruthServer({
      routes: [{ method: 'GET', path: '/a', faults: [{ kind: 'status', status: 500, every: 1 }] }],
    });
    const folder = await makeGate(
      context,
      { target: server.url, steps: [{ get: '/a' }], phases: [{ arrival_rate: '20/s', duration: '60s' }] },
      { windows: [{ error_rate: '50%', window: '2s', for: 1, then: 'abort' }] },
    );
    assertCode(await runGateIn(context, folder, [...LOCUST, '--workers', '1']), 1);
    const { run } = await readReport(folder);
    assert.equal(run.ending.state, 'aborted');
    assert.ok(run.durationMs < 20_000);
    assert.deepEqual(run.imbalances, []);
  });

  test('Ctrl-C ends the burst: reports are there, marked as cut short, and nothing of Locust is left.', async (context) => {
    await using server = await startTruthServer(FAST);
    const folder = await makeGate(context, {
      target: server.url,
      steps: [{ get: '/a' }],
      phases: [{ arrival_rate: '20/s', duration: '60s' }],
    });
    const gate = startGate(context, folder, [...LOCUST, '--workers', '2']);
    await gate.until(awaitRequests(server));
    gate.kill('SIGINT');
    assertCode(await gate.ended, 3);
    const { run, verdict } = await readReport(folder);
    assert.equal(run.ending.state, 'cut-short');
    assert.equal(verdict.state, 'inconclusive');
    assert.deepEqual(run.imbalances, [], 'both workers have handed in what they had');
    assert.ok(seriesIn(run, 'GET /a').counts.ok > 0);
    assert.ok(existsSync(join(folder, 'out/report.html')));
  });

  test('A gate that is killed takes its load with it.', async (context) => {
    await using server = await startTruthServer(FAST);
    const folder = await makeGate(context, {
      target: server.url,
      steps: [{ get: '/a' }],
      phases: [{ arrival_rate: '20/s', duration: '60s' }],
    });
    const gate = startGate(context, folder, [...LOCUST, '--workers', '2']);
    await gate.until(awaitRequests(server));
    gate.kill('SIGKILL');
    await gate.ended;
    const count = async (): Promise<number> => (await server.counts()).requests;
    let before = -1;
    let isQuiet = false;
    for (let second = 0; second < 20 && !isQuiet; second++) {
      const now = await count();
      isQuiet = now === before;
      before = now;
      await sleep(1_000);
    }
    assert.ok(isQuiet, 'nobody makes load any more');
  });

  test('Workers of other machines need nothing but the file, or the address of the master.', async (context) => {
    await using server = await startTruthServer(FAST);
    const scenario = { target: server.url, steps: [{ get: '/a' }], phases: [{ arrival_rate: '40/s', duration: '4s' }] };
    const { gate, folder, workers } = await startDistributed(context, scenario, 2);
    assertCode(await gate.ended, 0);
    const { run } = await readReport(folder);
    assert.equal(run.workers, 2);
    assert.equal(seriesIn(run, 'GET /a').counts.ok, 160);
    assert.deepEqual(run.imbalances, []);
    for (const worker of workers) assert.equal((await worker.ended).code, 0, 'a worker ends with its burst');
  });

  test('A worker that is killed makes the run inconclusive, and the reports say which one it was.', async (context) => {
    await using server = await startTruthServer(FAST);
    const scenario = { target: server.url, steps: [{ get: '/a' }], phases: [{ arrival_rate: '40/s', duration: '60s' }] };
    const { gate, folder, workers } = await startDistributed(context, scenario, 2);
    await gate.until(awaitRequests(server));
    workers[1]?.kill('SIGKILL');
    assertCode(await gate.ended, 3);
    const { run, verdict } = await readReport(folder);
    assert.equal(verdict.state, 'inconclusive');
    assert.ok(run.ending.state === 'cut-short');
    assert.match(run.ending.reason, /^worker [12] of 2 \(\S+ [0-9a-f]{6}\) was lost after \d+ s/);
    assert.ok(seriesIn(run, 'GET /a').counts.ok > 0, 'what came stays');
  });

  test('A worker with another file, and one too many, make the run inconclusive.', async (context) => {
    await using server = await startTruthServer(FAST);
    const scenario = { target: server.url, steps: [{ get: '/a' }], phases: [{ arrival_rate: '40/s', duration: '30s' }] };
    const { gate, folder, workers } = await startDistributed(context, scenario, 3);
    assertCode(await gate.ended, 3);
    const surplus = await readReport(folder);
    assert.ok(surplus.run.ending.state === 'cut-short');
    assert.match(surplus.run.ending.reason, /^a worker more than the 2 that were expected came/);
    for (const worker of workers) await worker.ended;

    const foreign = await makeGate(context, { ...scenario, steps: [{ get: '/b' }] });
    const exported = await runGateIn(context, foreign, ['export', 'locust', '--seed', '7']);
    await writeFile(join(foreign, 'locustfile.py'), exported.stdout);
    const second = await startDistributed(context, scenario, 1);
    startWorker(context, foreign, ['-f', 'locustfile.py', '--master-host', '127.0.0.1', '--master-port', String(second.port)]);
    assertCode(await second.gate.ended, 3);
    const { run } = await readReport(second.folder);
    assert.ok(run.ending.state === 'cut-short');
    assert.match(run.ending.reason, /follows another plan/);
  });

  test('A secret target and a secret header are in no file and no report, and are used all the same.', async (context) => {
    await using server = await startTruthServer({
      routes: [
        { method: 'GET', path: '/a', auth: 'token' },
        { method: 'GET', path: '/b' },
      ],
    });
    const folder = await makeGate(
      context,
      {
        target: '${secret.TARGET}',
        http: { headers: { 'x-key': 'Key ${secret.KEY}' } },
        steps: [{ get: '/b' }],
        phases: [{ arrival_rate: '20/s', duration: '1s' }],
      },
      { endpoints: { 'GET /b': { status: { 200: '>= 20' } } } },
    );
    const port = new URL(server.url).port;
    const env = { TARGET: `http://127.0.0.1:${port}`, KEY: 'open-sesame-4711' };
    const exported = await runGateIn(context, folder, ['export', 'locust'], { env });
    assert.ok(!exported.stdout.includes(port) && !exported.stdout.includes('4711'));
    assertCode(await runGateIn(context, folder, [...LOCUST, '--workers', '1'], { env }), 0);
    for (const [name, text] of await readFolder(join(folder, 'out'))) {
      assert.ok(!text.includes('4711'), `${name} holds the key`);
      assert.ok(!text.includes(`127.0.0.1:${port}`), `${name} holds the target`);
    }
  });
});
