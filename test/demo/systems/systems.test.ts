import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDials } from '../../../src/demo/check-dials.ts';
import { quantileOf } from '../../../src/demo/latency-sequence.ts';
import { findSystem, listSystems } from '../../../src/demo/systems/find-system.ts';
import { readPage } from '../metrics/read-page.ts';
import { fieldOf, jsonOf, sendRequest } from '../send-request.ts';
import { openSocket } from '../sockets/open-socket.ts';
import { withServer } from '../with-server.ts';
import { dialsOf, enter } from './ask-system.ts';

test('the systems of the five guides are there, each under its name', () => {
  assert.deepEqual(
    listSystems().map(({ name }) => name),
    ['chat4all', 'aiaas', 'pggit', 'allthrive', 'ingestor'],
  );
  for (const system of listSystems()) assert.equal(findSystem(system.name), system);
  assert.equal(findSystem('nobody'), undefined);
});

for (const { name, dials } of listSystems()) {
  test(`${name}: its dials are right, plain JSON, and burn no CPU`, () => {
    assert.deepEqual(checkDials(dials), []);
    assert.deepEqual(JSON.parse(JSON.stringify(dials)), dials);
    assert.equal(dials.spinMs, 0);
  });

  test(`${name}: healthy routes have neither faults nor latencies beyond a second, but for the upstream that fails on purpose`, () => {
    const faulty = dials.routes.filter(({ faults }) => faults !== undefined).map(({ path }) => path);
    assert.deepEqual(faulty, name === 'allthrive' ? ['/api/v1/integrations/status'] : []);
    for (const { path, latency, query } of dials.routes) {
      const p99Ms = [latency, query?.latency].reduce((sum, one) => sum + (one ? quantileOf(one, 99) : 0), 0);
      assert.ok(p99Ms < 1_000, `${path}: ${p99Ms}`);
    }
  });

  test(`${name}: its page of metrics is well formed and has what every guide asks for`, async () => {
    await withServer(dials, async ({ url }) => {
      await sendRequest(`${url}/metrics`);
      const seen = await sendRequest(`${url}/metrics`);
      assert.ok('body' in seen);
      const { types } = readPage(seen.body.toString());
      const common = ['http_requests_total', 'http_request_duration_seconds', 'websocket_connections', 'process_resident_memory_bytes'];
      for (const metric of [...common, 'redis_memory_used_ratio']) assert.ok(types.has(metric), metric);
    });
  });
}

/** Request → expected status, of a user with a token and as tenant_001, in this order. */
const WALKS: Readonly<Record<string, readonly (readonly [request: string, status: number, body?: string])[]>> = {
  chat4all: [
    ['GET /health', 200],
    ['POST /v1/messages', 202, '{"message_id":"m","conversation_id":"c","text":"hi"}'],
    ['GET /v1/conversations', 200],
    ['GET /v1/conversations/7', 200],
    ['GET /v1/conversations/7/messages', 200],
    ['POST /v1/files/initiate', 201],
    ['POST /v1/files/unknown/chunks?index=0', 404, 'x'],
    ['GET /v1/files/unknown', 404],
  ],
  aiaas: [
    ['GET /auth/status', 200],
    ['GET /healthz', 200],
    ['POST /chat/messages', 200, '{"message":"hi","user_id":"user_001"}'],
    ['GET /analytics/kpi', 200],
    ['GET /analytics/dashboard', 200],
    ['GET /billing/usage', 200],
    ['POST /billing/usage', 202, '{"metric":"messages"}'],
    ['GET /billing/plan', 200],
    ['POST /billing/invoices', 201, '{"month":"2026-01"}'],
    ['GET /billing/invoices/1', 200],
    ['POST /billing/webhooks', 200, '{"type":"invoice.paid"}'],
  ],
  pggit: [
    ['GET /health', 200],
    ['GET /health/deep', 200],
    ['GET /api/v1/webhooks', 200],
    ['POST /api/v1/webhooks', 201, '{"url":"http://a"}'],
    ['GET /api/v1/webhooks/1', 200],
    ['PUT /api/v1/webhooks/1', 200, '{"url":"http://b"}'],
    ['DELETE /api/v1/webhooks/1', 204],
    ['GET /api/v1/webhooks/1', 404],
    ['GET /api/v1/alerts', 200],
    ['GET /api/v1/alerts/50', 200],
    ['POST /api/v1/alerts/50/acknowledge', 200],
    ['GET /api/v1/dashboard/summary', 200],
    ['GET /api/v1/dashboard/metrics', 200],
    ['GET /api/v1/dashboard/activity', 200],
    ['GET /api/v1/cache/stats', 200],
    ['POST /api/v1/cache/invalidate', 200, '{"pattern":"/api/v1/alerts*"}'],
    ['POST /api/v1/cache/warm', 200],
    ['POST /api/v1/cache/clear', 200],
  ],
  allthrive: [
    ['GET /health', 200],
    ['GET /api/v1/projects', 200],
    ['GET /api/v1/projects/3', 200],
    ['GET /api/v1/tools', 200],
    ['GET /api/v1/tools/3', 200],
    ['GET /api/v1/search?q=garden', 200],
    ['GET /api/v1/me/projects', 200],
    ['POST /api/v1/chat', 200, '{"message":"hi"}'],
    ['POST /api/v1/imports/github', 202, '{"url":"http://a"}'],
    ['POST /api/v1/imports/youtube', 202, '{"url":"http://a"}'],
    ['GET /api/v1/imports/unknown', 404],
    ['GET /api/v1/integrations/status', 200],
  ],
  ingestor: [
    ['GET /', 200],
    ['GET /health', 200],
    ['POST /messages', 202, '{"user_id":1,"channel_id":2,"content":"hi"}'],
    ['GET /stats', 200],
    ['GET /messages/count', 200],
    ['GET /messages/recent', 200],
  ],
};

for (const [system, walk] of Object.entries(WALKS)) {
  test(`${system}: each route answers as it should, and to strangers not at all where it asks for a token`, async () => {
    const dials = dialsOf(system);
    await withServer(dials, async (server) => {
      const { ask } = await enter(server, system);
      for (const [request, status, body] of walk) assert.equal((await ask(request, body)).status, status, request);
      for (const { method, path, auth } of dials.routes)
        if (auth === 'token')
          assert.equal((await ask(`${method} ${path.replaceAll(/:\w+/g, '1')}`, '', { authorization: '' })).status, 401, path);
      const { routes, unmatched } = server.counts();
      assert.equal(unmatched, 0);
      for (const { method, path } of dials.routes)
        if (path !== '/metrics') assert.ok(routes[`${method} ${path}`], `${method} ${path} was not asked`);
    });
  });
}

test('chat4all: a message reaches who has subscribed to its conversation, and a stranger gets no socket', async () => {
  await withServer(dialsOf('chat4all'), async (server) => {
    const { url, token, ask } = await enter(server, 'chat4all');
    await assert.rejects(openSocket(`${url}/ws`), /401/);
    const socket = await openSocket(`${url}/ws?token=${token}`);
    socket.send({ type: 'subscribe', conversation_id: 'c7' });
    await socket.received(2);
    await ask('POST /v1/messages', '{"message_id":"m1","conversation_id":"c7","text":"hi"}');
    const messages = await socket.received(3);
    assert.deepEqual(
      messages.map((message): unknown => JSON.parse(message)),
      [
        { type: 'welcome' },
        { type: 'subscribed', conversation_id: 'c7' },
        { type: 'notification', message_id: 'm1', conversation_id: 'c7' },
      ],
    );
  });
});

test('chat4all: a file in chunks is merged', async () => {
  await withServer(dialsOf('chat4all'), async (server) => {
    const { ask } = await enter(server, 'chat4all');
    const id = fieldOf(await ask('POST /v1/files/initiate'), 'file_id');
    for (const index of [0, 1]) assert.equal((await ask(`POST /v1/files/${id}/chunks?index=${index}`, Buffer.alloc(100_000))).status, 200);
    assert.equal((await ask(`POST /v1/files/${id}/complete`, '{"chunks":2}')).status, 202);
    let state = 'merging';
    while (state === 'merging') state = fieldOf(await ask(`GET /v1/files/${id}`), 'state');
    assert.equal(state, 'complete');
  });
});

test('allthrive: an import is queued, runs and is done; the Celery counter says so', async () => {
  await withServer(dialsOf('allthrive'), async (server) => {
    const { ask, metric } = await enter(server, 'allthrive');
    const id = fieldOf(await ask('POST /api/v1/imports/github', '{}'), 'id');
    let state = '';
    while (state !== 'done') state = fieldOf(await ask(`GET /api/v1/imports/${id}`), 'state');
    assert.equal(await metric('celery_tasks_total{state="done"}'), 1);
  });
});

test('ingestor: what is posted is committed, and the live stats say so', async () => {
  await withServer(dialsOf('ingestor'), async (server) => {
    const { url, ask } = await enter(server, 'ingestor');
    const socket = await openSocket(`${url}/ws/stats`);
    for (let i = 0; i < 3; i += 1) await ask('POST /messages', '{}');
    let total = 0;
    while (total < 3) {
      const [last = '{}'] = (await socket.received(socket.messages.length + 1)).slice(-1);
      const stats = JSON.parse(last) as { readonly total_messages: number; readonly type: string };
      assert.equal(stats.type, 'stats');
      total = stats.total_messages;
    }
    assert.equal(fieldOf(await ask('GET /messages/count'), 'count'), '3');
    assert.deepEqual(Object.keys(jsonOf(await ask('GET /stats')) as object), [
      'total_messages',
      'current_rps',
      'avg_latency_ms',
      'p95_latency_ms',
      'p99_latency_ms',
      'queue_length',
      'batches',
    ]);
  });
});
