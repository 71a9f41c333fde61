import assert from 'node:assert/strict';
import http from 'node:http';
import { connect } from 'node:net';
import { test } from 'node:test';
import type { RouteCounts } from '../../src/demo/counts.ts';
import type { RouteDials } from '../../src/demo/dials.ts';
import { startStagingServer, type StagingServer } from '../../src/demo/staging-server.ts';
import { sendMany, sendRequest, tallyOf } from './send-request.ts';
import { withServer } from './with-server.ts';

const at = (path: string, route: Partial<RouteDials> = {}): RouteDials => ({ method: 'GET', path, ...route });
const routeCounts = (server: StagingServer, name: string): RouteCounts => {
  const counts = server.counts().routes[name];
  assert.ok(counts, `no counts of ${name}`);
  return counts;
};

test('Each fault falls on exactly its share of the requests, the client sees it as what it is, and the books balance.', async () => {
  const faults = [
    { kind: 'status', status: 500, every: 10 },
    { kind: 'reset', every: 20, offset: 1 },
    { kind: 'close', every: 20, offset: 2 },
    { kind: 'truncate', every: 20, offset: 3 },
    { kind: 'wrong', every: 20, offset: 4, body: 'something else' },
    { kind: 'garbage', every: 20, offset: 5 },
    { kind: 'hang', every: 50, offset: 16 },
  ] as const;
  await withServer({ routes: [at('/a', { faults })] }, async (server) => {
    const seen = await sendMany(`${server.url}/a`, 200, { giveUpMs: 1_500, atOnce: 20 });
    const { answered, faults: done, ...rest } = routeCounts(server, 'GET /a');
    assert.deepEqual(done, { status: 20, reset: 10, close: 10, truncate: 10, wrong: 10, garbage: 10, hang: 4 });
    assert.deepEqual(answered, { 200: 136, 500: 20 });
    assert.deepEqual(
      { requests: rest.requests, aborted: rest.aborted, inFlight: rest.inFlight },
      { requests: 200, aborted: 0, inFlight: 0 },
    );
    // A reset, an end without an answer and a body cut short are all ECONNRESET to node:http.
    assert.deepEqual(tallyOf(seen), { 200: 136, 500: 20, ECONNRESET: 30, HPE_INVALID_CONSTANT: 10, GAVE_UP: 4 });
    assert.equal(seen.filter((one) => 'status' in one && one.body.toString() === 'something else').length, 10);
    assert.equal(server.truth('GET /a')?.count, 136);
  });
});

test('Faults on keep-alive connections hit the same numbers, whoever sends them.', async () => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 4 });
  await withServer({ routes: [at('/a', { faults: [{ kind: 'status', status: 503, every: 7 }] })] }, async (server) => {
    const seen = await sendMany(`${server.url}/a`, 700, { agent, atOnce: 8 });
    assert.deepEqual(tallyOf(seen), { 200: 600, 503: 100 });
    assert.equal(server.counts().connections, 4);
    agent.destroy();
  });
});

test('Without keep-alive each request has its own connection.', async () => {
  const agent = new http.Agent({ keepAlive: true });
  await withServer({ keepAlive: false, routes: [at('/a')] }, async (server) => {
    const seen = await sendMany(`${server.url}/a`, 30, { agent, atOnce: 3 });
    assert.equal(server.counts().connections, 30);
    assert.ok(seen.every((one) => 'status' in one && one.headers.connection === 'close'));
    agent.destroy();
  });
});

test('A client that goes away is counted, and its place in service is freed.', async () => {
  await withServer(
    { capacity: { concurrent: 1 }, routes: [at('/slow', { latency: { kind: 'constant', ms: 60_000 } }), at('/fast')] },
    async (server) => {
      const slow = sendRequest(`${server.url}/slow`, { giveUpMs: 50 });
      const queued = sendRequest(`${server.url}/slow`, { giveUpMs: 50 });
      const fast = sendRequest(`${server.url}/fast`);
      assert.deepEqual(tallyOf(await Promise.all([slow, queued, fast])), { GAVE_UP: 2, 200: 1 });
      const { aborted, inFlight } = routeCounts(server, 'GET /slow');
      assert.deepEqual({ aborted, inFlight }, { aborted: 2, inFlight: 0 });
    },
  );
});

test('A hung request keeps its place in service until its client gives up.', async () => {
  await withServer(
    { capacity: { concurrent: 1 }, routes: [at('/hang', { faults: [{ kind: 'hang', every: 1 }] }), at('/fast')] },
    async (server) => {
      const order: string[] = [];
      const hung = sendRequest(`${server.url}/hang`, { giveUpMs: 100 }).then(() => order.push('hung'));
      while ((server.counts().routes['GET /hang']?.faults.hang ?? 0) === 0) await new Promise((resolve) => setTimeout(resolve, 1));
      const fast = sendRequest(`${server.url}/fast`).then(() => order.push('fast'));
      await Promise.all([hung, fast]);
      assert.deepEqual(order, ['hung', 'fast']);
    },
  );
});

test('Capacity serves one after the other: the last of five waits for the service of all.', async () => {
  await withServer(
    { capacity: { concurrent: 1, queue: 4 }, routes: [at('/a', { latency: { kind: 'constant', ms: 30 } })] },
    async (server) => {
      const seen = await sendMany(`${server.url}/a`, 6, { atOnce: 6 });
      assert.deepEqual(tallyOf(seen), { 200: 5, 503: 1 });
      assert.equal(routeCounts(server, 'GET /a').refused, 1);
      assert.deepEqual([server.counts().peakWaiting, server.counts().peakInFlight], [4, 6]);
      const truth = server.truth('GET /a');
      assert.ok(truth && truth.minUs >= 30_000 && truth.maxUs >= 140_000, JSON.stringify(truth));
    },
  );
});

test('A rate limit answers 429 with Retry-After beyond its number, and faults count what it lets through.', async () => {
  const limit = { kind: 'window', max: 5, windowMs: 60_000 } as const;
  await withServer({ routes: [at('/a', { limit, faults: [{ kind: 'status', status: 500, every: 5 }] })] }, async (server) => {
    const seen = await sendMany(`${server.url}/a`, 20);
    assert.deepEqual(tallyOf(seen), { 200: 4, 500: 1, 429: 15 });
    assert.equal(routeCounts(server, 'GET /a').limited, 15);
    const waits = seen.flatMap((one) => ('status' in one && one.status === 429 ? [Number(one.headers['retry-after'])] : []));
    assert.ok(
      waits.every((seconds) => Number.isInteger(seconds) && seconds >= 1 && seconds <= 60),
      String(waits),
    );
  });
});

test('All answers that are due within a stall wait for its end.', async () => {
  await withServer(
    { stalls: [{ afterMs: 0, forMs: 300 }], routes: [at('/a'), at('/b', { latency: { kind: 'constant', ms: 100 } })] },
    async (server) => {
      await Promise.all([
        sendMany(`${server.url}/a`, 10, { atOnce: 10 }),
        sendMany(`${server.url}/b`, 10, { atOnce: 10 }),
        sendRequest(`${server.url}/none`),
      ]);
      const [a, b] = [server.truth('GET /a'), server.truth('GET /b')];
      // The first request waits the whole stall, the last one less by as much as it came later.
      assert.ok(a && b && Math.max(a.maxUs, b.maxUs) >= 299_900, JSON.stringify({ a, b }));
      await sendMany(`${server.url}/a`, 10, { atOnce: 1 });
      assert.ok((server.truth('GET /a')?.minUs ?? Infinity) < 150_000);
    },
  );
});

test('A slow body comes after its head by as much as planted.', async () => {
  await withServer({ routes: [at('/a', { bodyAfterMs: 200 })] }, async (server) => {
    const seen = await sendRequest(`${server.url}/a`);
    assert.ok('status' in seen && seen.endMs - seen.headMs >= 150, JSON.stringify(seen));
    assert.ok((server.truth('GET /a')?.minUs ?? 0) >= 199_900);
  });
});

test('It dies on the request after its last one, unanswered, and tells its counts.', async () => {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = await startStagingServer({ die: { afterRequests: 5 }, routes: [at('/a')] }, (counts) => resolve(counts.requests));
  const seen = await sendMany(`${server.url}/a`, 8, { atOnce: 1 });
  assert.deepEqual(tallyOf(seen), { 200: 5, ECONNRESET: 1, ECONNREFUSED: 2 });
  assert.equal(await promise, 6);
});

test('It dies so long after its first request, however few there are.', async () => {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = await startStagingServer({ die: { afterMs: 50 }, routes: [at('/a')] }, (counts) => resolve(counts.requests));
  assert.deepEqual(tallyOf([await sendRequest(`${server.url}/a`)]), { 200: 1 });
  assert.equal(await promise, 1);
  assert.deepEqual(tallyOf([await sendRequest(`${server.url}/a`)]), { ECONNREFUSED: 1 });
});

test('New dials change what comes, keep the counts, and a reset forgets them.', async () => {
  const routes = [at('/a', { faults: [{ kind: 'status', status: 500, every: 2 }] })];
  await withServer({ routes }, async (server) => {
    assert.deepEqual(tallyOf(await sendMany(`${server.url}/a`, 10)), { 200: 5, 500: 5 });
    server.setDials({ routes: [at('/a'), at('/b')] });
    assert.deepEqual(tallyOf(await sendMany(`${server.url}/a`, 10)), { 200: 10 });
    assert.deepEqual(routeCounts(server, 'GET /a').answered, { 200: 15, 500: 5 });
    server.reset();
    assert.deepEqual([server.counts().requests, routeCounts(server, 'GET /a').requests, server.truth('GET /a')], [0, 0, undefined]);
    assert.throws(() => server.setDials({ routes: [] }), /at least one/);
  });
});

test('A path that no route wants is a 404 of its own count.', async () => {
  await withServer({ routes: [at('/a')] }, async (server) => {
    assert.deepEqual(tallyOf([await sendRequest(`${server.url}/b`, { method: 'POST', body: 'x'.repeat(100_000) })]), { 404: 1 });
    assert.deepEqual([server.counts().requests, server.counts().unmatched], [1, 1]);
  });
});

test('Wrong dials never listen; a port that is taken is an error.', async () => {
  await assert.rejects(startStagingServer({ routes: [] }), TypeError);
  await withServer({ routes: [at('/a')] }, async (server) => {
    await assert.rejects(startStagingServer({ port: server.port, routes: [at('/a')] }), { code: 'EADDRINUSE' });
  });
});

test('Bytes that are no request harm nobody.', async () => {
  await withServer({ routes: [at('/a')] }, async (server) => {
    await new Promise<void>((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () => socket.end('\0\0 nonsense\r\n\r\n'));
      socket.resume().once('close', () => resolve());
    });
    assert.deepEqual(tallyOf([await sendRequest(`${server.url}/a`)]), { 200: 1 });
    assert.equal(server.counts().requests, 1);
  });
});
