import type { Figure, MetricDials } from '../backend/backend-dials.ts';
import type { RouteDials } from '../dials.ts';
import type { SocketDials } from '../sockets/socket-dials.ts';
import { around, type DemoSystem, poolMetrics, redisMemory, residentMemory } from './demo-system.ts';

/*
 * A showcase of projects with an agent to chat with and imports by Celery. What to change for each criterion to break:
 *
 * error rate                faults { kind: 'status', status: 500, every: 30 } on a route, or on all
 * response time p95         latency of the routes: around(1,200, 2,500), and more for the later phases
 * no crashes                die { afterRequests: … }
 * 429s seen                 no limit on `POST /api/v1/chat`
 * circuit breaker seen      no breaker on `GET /api/v1/integrations/status` (502s alone), or no faults there (nothing to break)
 * sockets stable            connectionFaults { kind: 'drop', afterMs, every }; refused: { kind: 'refuse' }; replies lost: messageFaults
 * authentication            expiresInMs of the login small: 401s
 * Celery queue depth        queue celery: held: 80 (only the depth), workers: 0 (tasks stay queued); failed tasks: failEvery
 * cache hit rate            tier redis with capacity 0, or a short ttlMs
 * PostgreSQL query time     query.latency around(150, 400): the queries alone, the answers stay far below their seconds
 * connection pool           pool db: held: 57 of 60 (only the gauge); waiting and 503s: size 1, timeoutMs 500
 * Redis memory              redisMemory(0.93)
 * memory                    residentMemory(…, leakBytes)
 */
const query = (medianMs: number, p95Ms: number): Pick<RouteDials, 'query'> => ({ query: { pool: 'db', latency: around(medianMs, p95Ms) } });
const cached = { cache: 'redis', ...query(6, 18) } as const;
const PROJECT = { title: 'A garden that waters itself', likes: 12, tools: ['python', 'mqtt'] } as const;

const readRoutes: readonly RouteDials[] = [
  { method: 'GET', path: '/api/v1/projects', ...cached, latency: around(25, 70), answer: { kind: 'list', count: 40, fields: PROJECT } },
  { method: 'GET', path: '/api/v1/projects/:id', ...cached, latency: around(18, 50), answer: { kind: 'item', fields: PROJECT } },
  {
    method: 'GET',
    path: '/api/v1/tools',
    ...cached,
    latency: around(20, 55),
    answer: { kind: 'list', count: 25, fields: { kind: 'library' } },
  },
  { method: 'GET', path: '/api/v1/tools/:id', ...cached, latency: around(15, 40), answer: { kind: 'item', fields: { kind: 'library' } } },
  { method: 'GET', path: '/api/v1/search', ...cached, latency: around(35, 100), answer: { kind: 'list', count: 10, fields: PROJECT } },
  {
    method: 'GET',
    path: '/api/v1/me/projects',
    ...query(6, 18),
    latency: around(20, 55),
    answer: { kind: 'list', count: 5, fields: PROJECT },
  },
];

const writeRoutes: readonly RouteDials[] = [
  {
    method: 'POST',
    path: '/api/v1/chat',
    ...query(4, 12),
    latency: around(70, 180),
    limit: { kind: 'bucket', perSec: 150, burst: 150 },
    answer: { kind: 'create', fields: { reply: 'Try the drip line first.' }, status: 200 },
  },
  ...(['github', 'youtube'] as const).map((from): RouteDials => ({
    method: 'POST',
    path: `/api/v1/imports/${from}`,
    ...query(8, 24),
    latency: around(30, 80),
    answer: { kind: 'enqueue', queue: 'celery', fields: { source: from } },
  })),
  { method: 'GET', path: '/api/v1/imports/:id', latency: around(8, 24), answer: { kind: 'task', queue: 'celery' } },
  {
    method: 'GET',
    path: '/api/v1/integrations/status',
    latency: around(10, 30),
    answer: { kind: 'json', value: { github: 'connected' } },
    faults: [{ kind: 'status', status: 502, every: 2 }],
    breaker: { failures: 0.4, minRequests: 5, windowMs: 10_000, openMs: 2_000 },
  },
];

const openRoutes: readonly RouteDials[] = [
  { method: 'POST', path: '/api/v1/auth/login', latency: around(10, 30), answer: { kind: 'jwt-login' } },
  {
    method: 'GET',
    path: '/health',
    answer: {
      kind: 'figures',
      value: { status: 'healthy' },
      figures: { queue_length: { figure: 'queue', queue: 'celery', of: 'length' } },
    },
  },
  { method: 'GET', path: '/metrics', answer: { kind: 'metrics' } },
];

const sockets: readonly SocketDials[] = [
  {
    path: '/ws/chat',
    auth: 'token',
    handshakeMs: 5,
    welcome: { type: 'welcome' },
    reply: { kind: 'reply', latency: around(60, 160), fields: { text: 'Try the drip line first.' } },
  },
];

const tasks = (state: 'done' | 'failed', of: 'committed' | 'failed'): MetricDials => ({
  name: 'celery_tasks_total',
  help: 'Tasks that have ended.',
  type: 'counter',
  labels: { state },
  value: { figure: 'queue', queue: 'celery', of },
});
const redis = (of: 'hits' | 'misses' | 'hit_ratio'): Figure => ({ figure: 'cache', cache: 'redis', of });
const breaker = (of: 'breaker_open' | 'breaker_trips'): Figure => ({ figure: 'requests', of });

const metrics: readonly MetricDials[] = [
  {
    name: 'celery_queue_depth',
    help: 'Tasks that wait for a worker.',
    type: 'gauge',
    value: { figure: 'queue', queue: 'celery', of: 'length' },
  },
  tasks('done', 'committed'),
  tasks('failed', 'failed'),
  { name: 'redis_cache_hits_total', help: 'Answers that the cache had.', type: 'counter', value: redis('hits') },
  { name: 'redis_cache_misses_total', help: 'Answers that the cache did not have.', type: 'counter', value: redis('misses') },
  { name: 'redis_cache_hit_ratio', help: 'Share of the answers that the cache had.', type: 'gauge', value: redis('hit_ratio') },
  redisMemory(0.45),
  { name: 'pg_query_duration_seconds', help: 'Time that queries take.', type: 'histogram', of: { pool: 'db' } },
  ...poolMetrics('db_pool_connections', 'db'),
  { name: 'rate_limited_requests_total', help: 'Answers 429.', type: 'counter', value: { figure: 'requests', of: 'limited' } },
  { name: 'circuit_breaker_open', help: 'Breakers that are open now.', type: 'gauge', value: breaker('breaker_open') },
  { name: 'circuit_breaker_trips_total', help: 'How often a breaker has opened.', type: 'counter', value: breaker('breaker_trips') },
  residentMemory(640_000_000),
];

/** Projects, chat and imports. */
export const allthrive: DemoSystem = {
  name: 'allthrive',
  title: 'a showcase of projects with an agent and imports',
  dials: {
    spinMs: 0,
    seed: 4,
    routes: [...openRoutes, ...[...readRoutes, ...writeRoutes].map((route): RouteDials => ({ ...route, auth: 'token' }))],
    sockets,
    queues: [{ name: 'celery', workers: 20, work: around(120, 260) }],
    caches: [{ name: 'redis', tiers: [{ name: 'redis', capacity: 1_000, ttlMs: 60_000, hit: around(4, 12) }] }],
    pools: [{ name: 'db', size: 60 }],
    metrics,
  },
};
