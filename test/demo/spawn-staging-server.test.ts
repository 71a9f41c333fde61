import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import http from 'node:http';
import { test } from 'node:test';
import { quantileOf } from '../../src/demo/latency-sequence.ts';
import { stagingServerEntry, spawnStagingServer } from '../../src/demo/spawn-staging-server.ts';
import { startTruthServer } from '../support/start-truth-server.ts';
import { closedPort } from '../support/truth-server.ts';
import { sendMany, sendRequest, tallyOf } from './send-request.ts';

const routes = [{ method: 'GET', path: '/a' }] as const;

/** Resolves when no such process is left; signal 0 only asks. */
async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test('The entry is serve.ts beside the sources and staging-server.js beside the bundle.', () => {
  assert.match(stagingServerEntry().href, /\/src\/demo\/serve\.ts$/);
  assert.equal(stagingServerEntry('file:///x/dist/chunk-ABC.js').href, 'file:///x/dist/staging-server.js');
});

test('The quantiles of a whole cycle are the planted ones to 1 ms and the machine’s own noise, by the server’s own clock.', async () => {
  const latency = {
    kind: 'quantiles',
    points: [
      [0, 5],
      [50, 10],
      [95, 30],
      [99, 60],
      [100, 65],
    ],
  } as const;
  const faults = [{ kind: 'status', status: 500, every: 11 }] as const;
  const control = { method: 'GET', path: '/control', latency: { kind: 'constant', ms: 10 } } as const;
  await using server = await startTruthServer({ routes: [{ method: 'GET', path: '/a', latency, faults }, control] });
  const agent = new http.Agent({ keepAlive: true });
  // 1,100 requests, 100 of them planted errors: the 1,000 good ones are one whole cycle.
  const send = (path: string): ReturnType<typeof sendMany> => sendMany(server.url + path, 1_100, { agent, atOnce: 8 });
  const [seen] = await Promise.all([send('/a'), send('/control')]);
  agent.destroy();
  assert.deepEqual(tallyOf(seen), { 200: 1_000, 500: 100 });
  const [truth, noise] = [await server.truth('GET /a'), await server.truth('GET /control')];
  assert.ok(truth && noise && truth.count === 1_000);
  assert.ok(noise.minUs >= 10_000 && noise.minUs < 11_000, `the most punctual of all took ${noise.minUs} µs instead of 10,000`);
  // A busy machine makes answers later, never earlier, and the control beside it shows by how much.
  const noiseUs = noise.maxUs - 10_000;
  for (const [name, percentile] of [
    ['p50Us', 50],
    ['p95Us', 95],
    ['p99Us', 99],
  ] as const) {
    // The p-th percentile of 1,000 is the stratum half a thousandth below p.
    const excessUs = truth[name] - quantileOf(latency, percentile - 0.05) * 1_000;
    assert.ok(
      excessUs >= -1 && excessUs <= 1_000 + noiseUs,
      `${name} is ${excessUs.toFixed(0)} µs beyond the plan, the noise ${noiseUs} µs`,
    );
  }
});

test('Counts, truth, new dials and reset go through the channel.', async () => {
  await using server = await startTruthServer({ routes });
  assert.equal(await server.truth('GET /a'), undefined);
  await sendMany(`${server.url}/a`, 20);
  assert.deepEqual((await server.counts()).routes['GET /a']?.answered, { 200: 20 });
  assert.equal((await server.truth('GET /a'))?.count, 20);
  await server.setDials({ routes: [{ method: 'GET', path: '/a', faults: [{ kind: 'status', status: 503, every: 1 }] }] });
  assert.deepEqual(tallyOf(await sendMany(`${server.url}/a`, 5)), { 503: 5 });
  await assert.rejects(server.setDials({ routes: [] }), /at least one/);
  await server.reset();
  assert.equal((await server.counts()).requests, 0);
});

test('Wrong dials and an entry that is not there are errors, and leave no process.', async () => {
  await assert.rejects(spawnStagingServer({ routes: [] }), { name: 'TypeError', message: /at least one/ });
  await assert.rejects(
    spawnStagingServer({ routes }, new URL('./no-such-entry.js', import.meta.url)),
    /has ended \(exit 1\).*no-such-entry/s,
  );
});

test('After the stop the port is closed, the process is gone, and questions are refused.', async () => {
  const server = await spawnStagingServer({ routes });
  await Promise.all([server.stop(), server.stop()]);
  await server.ended;
  await gone(server.pid);
  assert.deepEqual(tallyOf([await sendRequest(`${server.url}/a`)]), { ECONNREFUSED: 1 });
  await assert.rejects(server.counts(), /has ended/);
});

test('A server that dies of its dial leaves its last counts.', async () => {
  await using server = await startTruthServer({ routes, die: { afterRequests: 3 } });
  assert.deepEqual(tallyOf(await sendMany(`${server.url}/a`, 4, { atOnce: 1 })), { 200: 3, ECONNRESET: 1 });
  await server.ended;
  assert.equal((await server.counts()).requests, 4);
  await assert.rejects(server.truth('GET /a'), /has ended/);
});

test('The child never outlives its parent, however that one ends.', async () => {
  const module = new URL('../../src/demo/spawn-staging-server.ts', import.meta.url).href;
  const script = `
    const { spawnStagingServer } = await import(${JSON.stringify(module)});
    const server = await spawnStagingServer({ routes: [{ method: 'GET', path: '/a' }] });
    process.stdout.write(String(server.pid) + '\\n');
  `;
  for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const childPid = await new Promise<number>((resolve) => parent.stdout.once('data', (text: Buffer) => resolve(Number(text.toString()))));
    process.kill(childPid, 0);
    parent.kill(signal);
    await gone(childPid);
  }
});

test('On a closed port nothing listens, for as long as it is held.', async () => {
  await using port = await closedPort();
  await using other = await closedPort();
  assert.notEqual(port.port, other.port);
  for (let i = 0; i < 3; i += 1) {
    assert.deepEqual(tallyOf([await sendRequest(port.url), await sendRequest(other.url)]), { ECONNREFUSED: 2 });
  }
});
