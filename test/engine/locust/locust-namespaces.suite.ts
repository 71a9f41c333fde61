/** Locust workers in network namespaces of their own: machines as far as the network goes. Needs Locust, and root (or sudo) for the cables. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Started } from '../../e2e/start-process.ts';
import { makeFolder } from '../../e2e/make-folder.ts';
import { PATIENT, seriesIn } from '../../support/run-gate.ts';
import { drawPort } from '../../support/truth-server.ts';
import { openNetwork, type Machine } from './open-network.ts';
import { readReport, runGateIn, startGate, startWorker } from './start-gate.ts';

interface Burst {
  readonly folder: string;
  readonly gate: Started;
  readonly machines: readonly Machine[];
  /** Requests by the address that they came from. */
  readonly requests: ReadonlyMap<string, number>;
}

/** The gate as the master on this machine, and a worker on each of two others; the target is here. */
async function startBurst(context: TestContext, durationSec: number): Promise<Burst> {
  const { address, machines } = openNetwork(context, 2);
  const requests = new Map<string, number>();
  const server = createServer((request, response) => {
    const from = request.socket.remoteAddress ?? '';
    requests.set(from, (requests.get(from) ?? 0) + 1);
    response.end('{"ok":true}');
  });
  const port = drawPort();
  await new Promise<void>((resolve) => server.listen(port, address, resolve));
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const folder = await makeFolder(context, {
    'load-gate.yaml': JSON.stringify({
      target: `http://${address}:${port}`,
      http: { timeout: '5s' },
      steps: [{ get: '/a' }],
      phases: [{ arrival_rate: '40/s', duration: `${durationSec}s` }],
    }),
    'load-gate.sla.yaml': JSON.stringify({ total: { error_budget: '50%' }, generator: PATIENT }),
  });
  const exported = await runGateIn(context, folder, ['export', 'locust']);
  assert.equal(exported.code, 0, exported.stderr);
  const workerFolder = await makeFolder(context, { 'locustfile.py': exported.stdout });
  const masterPort = String(drawPort());
  const env = { LOCUST_MASTER_BIND_HOST: address, LOCUST_MASTER_BIND_PORT: masterPort };
  const gate = startGate(context, folder, ['run', '--engine', 'locust', '--expect-workers', '2', '--out', 'out'], { env });
  await gate.saw(`--master-host ${address} --master-port ${masterPort}`);
  for (const { inside } of machines) {
    startWorker(context, workerFolder, ['-f', 'locustfile.py', '--master-host', address, '--master-port', masterPort], { inside });
  }
  return { folder, gate, machines, requests };
}

test('Workers on two other machines make the burst together, each its part, and the verdict is a pass.', async (context) => {
  const { folder, gate, requests } = await startBurst(context, 4);
  const ended = await gate.ended;
  assert.equal(ended.code, 0, `${ended.stdout}\n${ended.stderr}`);
  const { run } = await readReport(folder);
  assert.equal(run.workers, 2);
  assert.equal(seriesIn(run, 'GET /a').counts.ok, 160);
  assert.deepEqual([...requests.values()], [80, 80], 'each machine has made every other arrival');
  assert.deepEqual(run.imbalances, []);
});

test('A machine that is cut off half-way makes it inconclusive, whatever the other one measures.', async (context) => {
  const { folder, gate, machines, requests } = await startBurst(context, 60);
  const isMade = async (): Promise<void> => {
    while ([...requests.values()].filter((count) => count >= 20).length < 2) await sleep(50);
  };
  await gate.until(isMade());
  machines[1]?.cut();
  const ended = await gate.ended;
  assert.equal(ended.code, 3, `${ended.stdout}\n${ended.stderr}`);
  const { run, verdict } = await readReport(folder);
  assert.equal(verdict.state, 'inconclusive');
  assert.ok(run.ending.state === 'cut-short');
  assert.match(run.ending.reason, /^worker [12] of 2 .* was lost after \d+ s: Locust does not hear from it any more$/);
  assert.ok(run.durationMs < 30_000, 'it ends when the worker is missed, not when the burst would');
  assert.ok(seriesIn(run, 'GET /a').counts.ok >= 40, 'what came before stays');
});
