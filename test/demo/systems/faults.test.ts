import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Dials } from '../../../src/demo/dials.ts';
import { constant, redisMemory, residentMemory } from '../../../src/demo/systems/demo-system.ts';
import { changeMetric, changePool, changeQueue, changeRoute, changeRoutes, changeSocket, coolCache, stripRoute } from '../change-dials.ts';
import { fieldOf } from '../send-request.ts';
import { openSocket, tryOpen, until } from '../sockets/open-socket.ts';
import { withServer } from '../with-server.ts';
import { dialsOf, enter, type SystemUser } from './ask-system.ts';

/** One fault: what a user sees of it, healthy and broken. */
interface Fault {
  readonly system: string;
  readonly what: string;
  readonly plant: (dials: Dials) => Dials;
  readonly see: (user: SystemUser) => Promise<unknown>;
  readonly healthy: unknown;
  readonly broken: unknown;
}

/** How often each status comes, as an object. */
async function statuses({ ask }: SystemUser, request: string, count: number): Promise<Record<string, number>> {
  const seen: Record<string, number> = {};
  for (let i = 0; i < count; i += 1) {
    const { status = 0 } = await ask(request, request.startsWith('POST') ? '{}' : '');
    seen[status] = (seen[status] ?? 0) + 1;
  }
  return seen;
}

/** Whether a metric is at most so much. */
function atMost(line: string, limit: number, prepare?: string): Fault['see'] {
  return async (user) => {
    if (prepare !== undefined) for (let i = 0; i < 20; i += 1) await user.ask(prepare, prepare.startsWith('POST') ? '{}' : '');
    return ((await user.metric(line)) ?? 0) <= limit;
  };
}

/** How many of so many messages on a socket are replied to. */
async function replies({ url, token, server }: SystemUser, path: string, times: number): Promise<number> {
  const socket = await openSocket(`${url}${path}?token=${token}`);
  await socket.received(1);
  for (let i = 0; i < times; i += 1) socket.send({ type: 'message', id: i });
  const told = (): number => {
    const { messagesOut = 0, lost = 0 } = server.counts().sockets[`WS ${path}`] ?? {};
    return messagesOut - 1 + lost;
  };
  await until(() => told() === times);
  return (server.counts().sockets[`WS ${path}`]?.messagesOut ?? 0) - 1;
}

/** Waits for a metric to become 0, two seconds at most; what it is then. */
async function drain({ metric }: SystemUser, line: string): Promise<number | undefined> {
  const startMs = performance.now();
  let value = await metric(line);
  while (value !== 0 && performance.now() - startMs < 2_000) value = await metric(line);
  return value;
}

const FAULTS: readonly Fault[] = [
  {
    system: 'chat4all',
    what: 'one request in ten fails',
    plant: (dials) => changeRoute(dials, 'POST /v1/messages', { faults: [{ kind: 'status', status: 500, every: 10 }] }),
    see: (user) => statuses(user, 'POST /v1/messages', 20),
    healthy: { 202: 20 },
    broken: { 202: 18, 500: 2 },
  },
  {
    system: 'chat4all',
    what: 'messages lie on Kafka, the API not knowing',
    plant: (dials) => changeQueue(dials, 'messages', { held: 5_000 }),
    see: atMost('kafka_consumer_lag{topic="messages"}', 1_000, 'POST /v1/messages'),
    healthy: true,
    broken: false,
  },
  {
    system: 'chat4all',
    what: 'connections of the database leak',
    plant: (dials) => changePool(dials, 'db', { held: 46 }),
    see: atMost('db_pool_connections_active', 45, 'POST /v1/messages'),
    healthy: true,
    broken: false,
  },
  {
    system: 'chat4all',
    what: 'no room for a third socket',
    plant: (dials) => changeSocket(dials, 'WS /ws', { maxOpen: 2 }),
    see: async ({ url, token }) => {
      const openings = [];
      for (let i = 0; i < 3; i += 1) openings.push(await tryOpen(`${url}/ws?token=${token}`));
      return openings.filter((opening) => 'open' in opening).length;
    },
    healthy: 3,
    broken: 2,
  },
  {
    system: 'chat4all',
    what: 'merging fails',
    plant: (dials) =>
      changeRoute(dials, 'POST /v1/files/:id/complete', { answer: { kind: 'upload-complete', mergeMs: 10, mergeFailEvery: 1 } }),
    see: async ({ ask }) => {
      const id = fieldOf(await ask('POST /v1/files/initiate'), 'file_id');
      await ask(`POST /v1/files/${id}/chunks?index=0`, 'x');
      await ask(`POST /v1/files/${id}/complete`, '{"chunks":1}');
      let state = 'merging';
      while (state === 'merging') state = fieldOf(await ask(`GET /v1/files/${id}`), 'state');
      return state;
    },
    healthy: 'complete',
    broken: 'failed',
  },
  {
    system: 'chat4all',
    what: 'memory grows with each request',
    plant: (dials) => changeMetric(dials, residentMemory(420_000_000, 10_000_000)),
    see: atMost('process_resident_memory_bytes', 440_000_000, 'GET /health'),
    healthy: true,
    broken: false,
  },
  {
    system: 'aiaas',
    what: 'replies of the agent are lost',
    plant: (dials) => changeSocket(dials, 'WS /ws/chat', { messageFaults: [{ kind: 'lose', every: 5 }] }),
    see: (user) => replies(user, '/ws/chat', 10),
    healthy: 10,
    broken: 8,
  },
  {
    system: 'aiaas',
    what: 'nobody enforces a plan',
    plant: (dials) => changeRoute(dials, 'POST /chat/messages', { tenant: 'known', latency: { kind: 'constant', ms: 1 } }),
    see: async ({ ask }) => {
      const sent = Array.from({ length: 12 }, () => ask('POST /chat/messages', '{}', { 'x-tenant-id': 'tenant_free' }));
      return (await Promise.all(sent)).filter(({ status }) => status === 402).length;
    },
    healthy: 2,
    broken: 0,
  },
  {
    system: 'aiaas',
    what: 'tokens expire at once',
    plant: (dials) => changeRoute(dials, 'POST /auth/login', { answer: { kind: 'jwt-login', expiresInMs: 0 } }),
    see: (user) => statuses(user, 'GET /auth/status', 2),
    healthy: { 200: 2 },
    broken: { 401: 2 },
  },
  {
    system: 'aiaas',
    what: 'the CPU is busy',
    plant: (dials) => changeMetric(dials, { name: 'system_cpu_usage_ratio', help: 'Busy.', type: 'gauge', value: constant(0.95) }),
    see: async ({ metric }) => (await metric('system_cpu_usage_ratio')) === 0.95,
    healthy: false,
    broken: true,
  },
  {
    system: 'pggit',
    what: 'a cold cache',
    plant: (dials) => coolCache(dials, 'api'),
    see: async ({ ask }) => {
      for (let i = 0; i < 10; i += 1) await ask('GET /api/v1/alerts');
      return fieldOf(await ask('GET /api/v1/cache/stats'), 'hit_rate');
    },
    healthy: '0.9',
    broken: '0',
  },
  {
    system: 'pggit',
    what: 'a webhook that is deleted stays',
    plant: (dials) => changeRoute(dials, 'DELETE /api/v1/webhooks/:id', { answer: { kind: 'text', status: 204, body: '' } }),
    see: async ({ ask }) => {
      await ask('POST /api/v1/webhooks', '{}');
      await ask('DELETE /api/v1/webhooks/1');
      return (await ask('GET /api/v1/webhooks/1')).status;
    },
    healthy: 404,
    broken: 200,
  },
  {
    system: 'allthrive',
    what: 'every route fails now and then',
    plant: (dials) => changeRoutes(dials, { faults: [{ kind: 'status', status: 500, every: 5, offset: 1 }] }),
    see: async (user) => [await statuses(user, 'GET /api/v1/me/projects', 10), await statuses(user, 'GET /api/v1/search', 10)],
    healthy: [{ 200: 10 }, { 200: 10 }],
    broken: [
      { 200: 8, 500: 2 },
      { 200: 8, 500: 2 },
    ],
  },
  {
    system: 'allthrive',
    what: 'no rate limit',
    plant: (dials) => stripRoute(dials, 'POST /api/v1/chat', ['limit']),
    see: async ({ ask }) => {
      const sent = Array.from({ length: 400 }, () => ask('POST /api/v1/chat', '{}'));
      return (await Promise.all(sent)).some(({ status }) => status === 429);
    },
    healthy: true,
    broken: false,
  },
  {
    system: 'allthrive',
    what: 'a breaker that never opens',
    plant: (dials) => stripRoute(dials, 'GET /api/v1/integrations/status', ['breaker']),
    see: async (user) => (await statuses(user, 'GET /api/v1/integrations/status', 12))['503'] !== undefined,
    healthy: true,
    broken: false,
  },
  {
    system: 'allthrive',
    what: 'Celery tasks pile up',
    plant: (dials) => changeQueue(dials, 'celery', { held: 80 }),
    see: atMost('celery_queue_depth', 50, 'POST /api/v1/imports/github'),
    healthy: true,
    broken: false,
  },
  {
    system: 'allthrive',
    what: 'queries are slow, answers nearly as fast as before',
    plant: (dials) => changeRoute(dials, 'GET /api/v1/me/projects', { query: { pool: 'db', latency: { kind: 'constant', ms: 150 } } }),
    see: async (user) => {
      await user.ask('GET /api/v1/me/projects');
      const below = await user.metric('pg_query_duration_seconds_bucket{le="0.1"}');
      return below === (await user.metric('pg_query_duration_seconds_count'));
    },
    healthy: true,
    broken: false,
  },
  {
    system: 'allthrive',
    what: 'Redis is nearly full',
    plant: (dials) => changeMetric(dials, redisMemory(0.93)),
    see: atMost('redis_memory_used_ratio', 0.8),
    healthy: true,
    broken: false,
  },
  {
    system: 'ingestor',
    what: 'messages are acknowledged and never committed',
    plant: (dials) => changeQueue(dials, 'messages', { loseEvery: 4 }),
    see: async (user) => {
      await Promise.all(Array.from({ length: 40 }, () => user.ask('POST /messages', '{}')));
      await drain(user, 'ingestor_messages_pending');
      return fieldOf(await user.ask('GET /messages/count'), 'count');
    },
    healthy: '40',
    broken: '30',
  },
  {
    system: 'ingestor',
    what: 'workers are stuck',
    plant: (dials) => changeQueue(dials, 'messages', { workers: 0 }),
    see: async (user) => {
      await Promise.all(Array.from({ length: 60 }, () => user.ask('POST /messages', '{}')));
      return drain(user, 'ingestor_queue_length');
    },
    healthy: 0,
    broken: 60,
  },
  {
    system: 'ingestor',
    what: "the guide's own batch timeout of 2 s",
    plant: (dials) => changeQueue(dials, 'messages', { batchWaitMs: 2_000 }),
    see: async ({ ask, metric }) => {
      await ask('POST /messages', '{}');
      let averageSec: number | undefined;
      while (averageSec === undefined) averageSec = await metric('ingestor_latency_avg_seconds');
      return averageSec > 2;
    },
    healthy: false,
    broken: true,
  },
];

for (const { system, what, plant, see, healthy, broken } of FAULTS) {
  test(`${system}: by its dials alone the fault shows: ${what}`, async () => {
    const dials = dialsOf(system);
    await withServer(dials, async (server) => {
      assert.deepEqual(await see(await enter(server, system)), healthy);
    });
    await withServer(plant(dials), async (server) => {
      assert.deepEqual(await see(await enter(server, system)), broken);
    });
  });
}
