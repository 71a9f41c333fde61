import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConnectionPool } from '../../../src/demo/backend/connection-pool.ts';
import type { RouteDials } from '../../../src/demo/dials.ts';
import { jsonOf, sendMany, sendRequest, tallyOf } from '../send-request.ts';
import { withServer } from '../with-server.ts';

test('queries beyond the pool wait for a connection, first come, first served', () => {
  const due: (() => void)[] = [];
  const pool = new ConnectionPool({ name: 'db', size: 3, held: 1 }, (_, run) => due.push(run));
  const done: number[] = [];
  for (let i = 0; i < 5; i += 1) pool.run({ latencyMs: 5, done: () => done.push(i), gaveUp: () => assert.fail() });
  assert.deepEqual([pool.inUse, pool.waiting, pool.size], [3, 3, 3]);
  due.shift()?.();
  assert.deepEqual([pool.inUse, pool.waiting, done], [3, 2, [0]]);
  while (due.length > 0) due.shift()?.();
  assert.deepEqual([pool.inUse, pool.waiting, done], [1, 0, [0, 1, 2, 3, 4]]);
  assert.equal(pool.histogram.cumulative().at(-1), 5);
});

test('thousands of queries that take no time do not pile up', () => {
  const pool = new ConnectionPool({ name: 'db', size: 2, held: 1 }, (_, run) => run());
  let done = 0;
  const query = { latencyMs: 0, done: () => (done += 1), gaveUp: () => assert.fail() };
  const nested = { ...query, done: () => void (pool.run({ ...query }), (done += 1)) };
  for (let i = 0; i < 20_000; i += 1) pool.run({ ...nested });
  assert.equal(done, 40_000);
  assert.equal(pool.inUse, 1);
});

const QUERY_MS = 30;
const route: RouteDials = {
  method: 'GET',
  path: '/items',
  query: { pool: 'db', latency: { kind: 'constant', ms: QUERY_MS } },
  latency: { kind: 'constant', ms: 10 },
};
const gauges: RouteDials = {
  method: 'GET',
  path: '/pool',
  answer: {
    kind: 'figures',
    figures: { in_use: { figure: 'pool', pool: 'db', of: 'in_use' }, waiting: { figure: 'pool', pool: 'db', of: 'waiting' } },
  },
};

test('an answer takes its query and then its latency, and the pool says how many are in use', async () => {
  await withServer({ routes: [route, gauges], pools: [{ name: 'db', size: 2 }] }, async (server) => {
    const { url } = server;
    const sent = sendMany(`${url}/items`, 8, { atOnce: 8 });
    let seen: unknown;
    while (JSON.stringify(seen) !== '{"in_use":2,"waiting":6}') seen = jsonOf(await sendRequest(`${url}/pool`));
    assert.deepEqual(tallyOf(await sent), { 200: 8 });
    const { minUs = 0, maxUs = 0 } = server.truth('GET /items') ?? {};
    assert.ok(minUs >= 40_000, `${minUs}`);
    assert.ok(maxUs >= 4 * QUERY_MS * 1_000, `${maxUs}: the last two waited for three queries each`);
    assert.deepEqual(jsonOf(await sendRequest(`${url}/pool`)), { in_use: 0, waiting: 0 });
  });
});

test('who finds no connection in time gets a 503, and the pool forgets it', async () => {
  const routes = [{ ...route, query: { pool: 'db', latency: { kind: 'constant', ms: 400 } } } as const, gauges];
  await withServer({ routes, pools: [{ name: 'db', size: 1, timeoutMs: 20 }] }, async ({ url }) => {
    assert.deepEqual(tallyOf(await sendMany(`${url}/items`, 5, { atOnce: 5 })), { 200: 1, 503: 4 });
    assert.deepEqual(jsonOf(await sendRequest(`${url}/pool`)), { in_use: 0, waiting: 0 });
  });
});

test('a client that goes away leaves its query to end by itself', async () => {
  await withServer({ routes: [route, gauges], pools: [{ name: 'db', size: 1 }] }, async (server) => {
    const { url } = server;
    await sendRequest(`${url}/items`, { giveUpMs: 5 });
    let seen: unknown;
    while (JSON.stringify(seen) !== '{"in_use":0,"waiting":0}') seen = jsonOf(await sendRequest(`${url}/pool`));
    assert.equal(server.counts().routes['GET /items']?.inFlight, 0);
    assert.deepEqual(tallyOf(await sendMany(`${url}/items`, 3)), { 200: 3 });
  });
});
