import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Figure, MetricDials } from '../../../src/demo/backend/backend-dials.ts';
import type { Dials, RouteDials } from '../../../src/demo/dials.ts';
import { BUCKETS_SEC, DurationHistogram } from '../../../src/demo/metrics/duration-histogram.ts';
import { renderMetrics } from '../../../src/demo/metrics/render-metrics.ts';
import type { StagingServer } from '../../../src/demo/staging-server.ts';
import { sendMany, sendRequest } from '../send-request.ts';
import { openSocket } from '../sockets/open-socket.ts';
import { withServer } from '../with-server.ts';
import { type Page, readPage } from './read-page.ts';

const page: RouteDials = { method: 'GET', path: '/metrics', answer: { kind: 'metrics' } };

async function scrape({ url }: StagingServer): Promise<Page> {
  const seen = await sendRequest(`${url}/metrics`);
  assert.ok('status' in seen && seen.status === 200);
  assert.match(String(seen.headers['content-type']), /^text\/plain; version=0\.0\.4/);
  return readPage(seen.body.toString());
}

test('requests are counted by method, route and status, and timed by route', async () => {
  const routes: readonly RouteDials[] = [
    page,
    { method: 'GET', path: '/items/:id', latency: { kind: 'constant', ms: 60 } },
    { method: 'POST', path: '/orders', faults: [{ kind: 'status', status: 503, every: 4 }] },
    { method: 'GET', path: '/cut', faults: [{ kind: 'reset', every: 1 }] },
  ];
  await withServer({ routes }, async (server) => {
    const { url } = server;
    for (const id of [1, 2, 3]) await sendRequest(`${url}/items/${id}`);
    await sendMany(`${url}/orders`, 12, { method: 'POST' });
    await sendRequest(`${url}/cut`);
    await sendRequest(`${url}/nowhere`);
    const { samples, types } = await scrape(server);
    assert.equal(types.get('http_requests_total'), 'counter');
    assert.equal(samples.get('http_requests_total{method="GET",path="/items/:id",status="200"}'), 3);
    assert.equal(samples.get('http_requests_total{method="POST",path="/orders",status="200"}'), 9);
    assert.equal(samples.get('http_requests_total{method="POST",path="/orders",status="503"}'), 3);
    assert.equal(samples.get('http_requests_total{method="*",path="unmatched",status="404"}'), 1);
    assert.equal(server.counts().routes['GET /cut']?.faults.reset, 1);
    assert.ok(![...samples.keys()].some((line) => line.startsWith('http_requests_total') && line.includes('/cut')), 'no answer, no count');
    const bucket = (le: string): number | undefined =>
      samples.get(`http_request_duration_seconds_bucket{method="GET",path="/items/:id",le="${le}"}`);
    assert.deepEqual([bucket('0.05'), bucket('+Inf')], [0, 3]);
    assert.ok((samples.get('http_request_duration_seconds_sum{method="GET",path="/items/:id"}') ?? 0) >= 0.18);
    assert.equal(samples.get('http_request_duration_seconds_count{method="POST",path="/orders"}'), 12);
    assert.ok((samples.get('process_resident_memory_bytes') ?? 0) > 1e7);
  });
});

test('open sockets are counted by their path, and follow the connections', async () => {
  await withServer({ routes: [page], sockets: [{ path: '/ws/:room' }, { path: '/chat' }] }, async (server) => {
    await openSocket(`${server.url}/ws/1`);
    const second = await openSocket(`${server.url}/ws/2`);
    const { samples } = await scrape(server);
    assert.equal(samples.get('websocket_connections{path="/ws/:room"}'), 2);
    assert.equal(samples.get('websocket_connections{path="/chat"}'), 0);
    second.socket.close();
    for (let open: number | undefined = 2; open !== 1;)
      open = (await scrape(server)).samples.get('websocket_connections{path="/ws/:room"}');
  });
});

const gauge = (name: string, value: Figure): MetricDials => ({ name, help: 'What it is.', type: 'gauge', value });

test('metrics of the dials show the state of queue, pool and cache, and what has no value is left out', async () => {
  const dials: Dials = {
    routes: [
      page,
      { method: 'POST', path: '/messages', answer: { kind: 'enqueue', queue: 'kafka' } },
      { method: 'GET', path: '/items', cache: 'redis', query: { pool: 'db', latency: { kind: 'constant', ms: 2 } } },
    ],
    queues: [{ name: 'kafka', workers: 0, held: 5 }],
    pools: [{ name: 'db', size: 10, held: 4 }],
    caches: [{ name: 'redis', tiers: [{ name: 'redis', capacity: 10 }] }],
    metrics: [
      { ...gauge('kafka_consumer_lag', { figure: 'queue', queue: 'kafka', of: 'lag' }), labels: { topic: 'a "b" \\ c' } },
      { ...gauge('kafka_consumer_lag', { figure: 'constant', value: 0 }), labels: { topic: 'other' } },
      gauge('db_pool_connections_active', { figure: 'pool', pool: 'db', of: 'in_use' }),
      gauge('cache_hit_ratio', { figure: 'cache', cache: 'redis', of: 'hit_ratio' }),
      gauge('process_resident_memory_bytes', {
        figure: 'sum',
        terms: [
          { of: { figure: 'constant', value: 1_000 } },
          { times: 10, of: { figure: 'requests', route: 'GET /items', of: 'received' } },
        ],
      }),
      { name: 'pg_query_duration_seconds', help: 'Queries.', type: 'histogram', of: { pool: 'db' } },
    ],
  };
  await withServer(dials, async (server) => {
    assert.equal((await scrape(server)).samples.has('cache_hit_ratio'), false);
    await sendMany(`${server.url}/messages`, 7, { method: 'POST' });
    for (let i = 0; i < 4; i += 1) await sendRequest(`${server.url}/items`);
    const { samples } = await scrape(server);
    assert.equal(samples.get(String.raw`kafka_consumer_lag{topic="a \"b\" \\ c"}`), 12);
    assert.equal(samples.get('kafka_consumer_lag{topic="other"}'), 0);
    assert.equal(samples.get('db_pool_connections_active'), 4);
    assert.equal(samples.get('cache_hit_ratio'), 0.75);
    assert.equal(samples.get('process_resident_memory_bytes'), 1_040, 'the metric of the dials takes the place of the built-in one');
    assert.equal(samples.get('pg_query_duration_seconds_count'), 1);
  });
});

test('a breaker that opens is seen as open, and its trips are counted over new dials', async () => {
  const flaky: RouteDials = {
    method: 'GET',
    path: '/flaky',
    faults: [{ kind: 'status', status: 500, every: 1 }],
    breaker: { failures: 0.5, minRequests: 3, windowMs: 10_000, openMs: 60_000 },
  };
  const metrics = [
    gauge('breaker_open', { figure: 'requests', of: 'breaker_open' }),
    gauge('breaker_trips', { figure: 'requests', route: 'GET /flaky', of: 'breaker_trips' }),
    gauge('short_circuited', { figure: 'requests', of: 'short_circuited' }),
  ];
  await withServer({ routes: [page, flaky], metrics }, async (server) => {
    const read = async (): Promise<readonly (number | undefined)[]> => {
      const { samples } = await scrape(server);
      return ['breaker_open', 'breaker_trips', 'short_circuited'].map((name) => samples.get(name));
    };
    assert.deepEqual(await read(), [0, 0, 0]);
    for (let i = 0; i < 5; i += 1) await sendRequest(`${server.url}/flaky`);
    assert.deepEqual(await read(), [1, 1, 2]);
    server.setDials({ routes: [page, { method: 'GET', path: '/flaky' }], metrics });
    assert.deepEqual(await read(), [0, 1, 2]);
  });
});

test('a route that new dials have renamed stays one line', async () => {
  await withServer({ routes: [page, { method: 'GET', path: '/a' }] }, async (server) => {
    await sendRequest(`${server.url}/a`);
    server.setDials({ routes: [page, { method: 'GET', path: '/a', name: 'renamed' }] });
    await sendRequest(`${server.url}/a`);
    assert.equal((await scrape(server)).samples.get('http_requests_total{method="GET",path="/a",status="200"}'), 2);
  });
});

test('a histogram counts each duration in its bucket and all above it', () => {
  const histogram = new DurationHistogram();
  const durations = [0, 0.001, 0.0011, 0.3, 2.5, 11];
  for (const sec of durations) histogram.record(sec);
  const expected = [...BUCKETS_SEC, Infinity].map((bound) => durations.filter((sec) => sec <= bound).length);
  assert.deepEqual(histogram.cumulative(), expected);
  histogram.add(histogram);
  assert.deepEqual(
    histogram.cumulative(),
    expected.map((count) => 2 * count),
  );
});

test('a family without a line is left out', () => {
  assert.equal(renderMetrics([{ name: 'a', help: 'A.', type: 'gauge', samples: [] }]), '');
});
