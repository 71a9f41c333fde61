import type { Figure, Figures, MetricDials } from '../backend/backend-dials.ts';
import type { Answer, RouteDials } from '../dials.ts';
import type { SocketDials } from '../sockets/socket-dials.ts';
import { around, type DemoSystem, poolMetrics, redisMemory, residentMemory } from './demo-system.ts';

/*
 * Git in a database: webhooks, alerts, a dashboard, a cache of two tiers. What to change for each criterion to break:
 *
 * p50, p95, p99 of a route  its latency (or its query): around(…); quantiles with a jump break one of the three alone
 * error rate of a route     faults { kind: 'status', status: 500, every: 50 }; of health: one in any number
 * socket connect time       handshakeMs 130, or connectionFaults { kind: 'late', byMs, every }; error rate: connectionFaults { kind: 'refuse', status: 503, every: 20 }
 * connection stability      connectionFaults { kind: 'drop', afterMs, every }; message throughput: push.everyMs larger, replies lost
 * authentication            expiresInMs of the login small: 401s
 * webhook CRUD              faults { kind: 'wrong' }, or another answer: `DELETE` with { kind: 'json', value: {}, status: 204 } deletes nothing
 * alerts acknowledged       answer of the acknowledge route without its `set`
 * cache hit rates           tiers with capacity 0 (cold), or a short ttlMs; L1 alone: the first tier
 * cache routes              latency of `GET /api/v1/cache/stats`; invalidate that removes nothing: another answer
 * database pool             pool db: held: 28 of 30; waiting: size 1 and a slow query; timeoutMs: 503s
 * query time                query.latency of a route
 * memory                    residentMemory(…, leakBytes)
 * deep health               answer of `GET /health/deep` with another status
 */
const query = (medianMs: number, p95Ms: number): Pick<RouteDials, 'query'> => ({ query: { pool: 'db', latency: around(medianMs, p95Ms) } });
const webhooks = (does: 'get' | 'delete' | 'create' | 'update'): Answer =>
  does === 'create'
    ? { kind: 'collection', collection: 'webhooks', do: does, set: { active: true } }
    : { kind: 'collection', collection: 'webhooks', do: does };

const webhookRoutes: readonly RouteDials[] = [
  {
    method: 'GET',
    path: '/api/v1/webhooks',
    ...query(3, 9),
    latency: around(5, 15),
    answer: { kind: 'collection', collection: 'webhooks', do: 'list', limit: 20 },
  },
  { method: 'POST', path: '/api/v1/webhooks', ...query(4, 12), latency: around(6, 18), answer: webhooks('create') },
  { method: 'GET', path: '/api/v1/webhooks/:id', ...query(2, 6), latency: around(4, 12), answer: webhooks('get') },
  { method: 'PUT', path: '/api/v1/webhooks/:id', ...query(4, 12), latency: around(6, 18), answer: webhooks('update') },
  { method: 'DELETE', path: '/api/v1/webhooks/:id', ...query(4, 12), latency: around(6, 18), answer: webhooks('delete') },
];

const alertRoutes: readonly RouteDials[] = [
  {
    method: 'GET',
    path: '/api/v1/alerts',
    cache: 'api',
    ...query(5, 14),
    latency: around(8, 22),
    answer: { kind: 'collection', collection: 'alerts', do: 'list', limit: 50 },
  },
  {
    method: 'GET',
    path: '/api/v1/alerts/:id',
    ...query(2, 6),
    latency: around(4, 12),
    answer: { kind: 'collection', collection: 'alerts', do: 'get' },
  },
  {
    method: 'POST',
    path: '/api/v1/alerts/:id/acknowledge',
    ...query(4, 12),
    latency: around(6, 18),
    answer: { kind: 'collection', collection: 'alerts', do: 'update', set: { acknowledged: true } },
    notify: { socket: '/ws/updates', to: 'channel', channel: 'alerts', value: { channel: 'alerts' }, delay: around(5, 15) },
  },
];

const DASHBOARD = ['summary', 'metrics', 'activity'] as const;
const dashboardRoutes = DASHBOARD.map((part): RouteDials => ({
  method: 'GET',
  path: `/api/v1/dashboard/${part}`,
  cache: 'api',
  ...query(8, 20),
  latency: around(10, 28),
  answer: { kind: 'json', value: { part, repositories: 42, commits_today: 318, open_alerts: 7 } },
}));

const statsOf = (prefix: string, tier?: string): Figures => {
  const of = (what: 'hits' | 'misses' | 'entries' | 'hit_ratio'): Figure => ({
    figure: 'cache',
    cache: 'api',
    of: what,
    ...(tier === undefined ? {} : { tier }),
  });
  return {
    [`${prefix}hit_rate`]: of('hit_ratio'),
    [`${prefix}hits`]: of('hits'),
    [`${prefix}misses`]: of('misses'),
    [`${prefix}entries`]: of('entries'),
  };
};

const CACHED = ['/api/v1/alerts', ...DASHBOARD.map((part) => `/api/v1/dashboard/${part}`)];
const cacheRoutes: readonly RouteDials[] = [
  {
    method: 'GET',
    path: '/api/v1/cache/stats',
    latency: around(3, 8),
    answer: { kind: 'figures', figures: { ...statsOf(''), ...statsOf('l1.', 'l1'), ...statsOf('l2.', 'l2') } },
  },
  { method: 'POST', path: '/api/v1/cache/clear', latency: around(5, 14), answer: { kind: 'cache', cache: 'api', do: 'clear' } },
  { method: 'POST', path: '/api/v1/cache/invalidate', latency: around(5, 14), answer: { kind: 'cache', cache: 'api', do: 'invalidate' } },
  { method: 'POST', path: '/api/v1/cache/warm', latency: around(8, 20), answer: { kind: 'cache', cache: 'api', do: 'warm', keys: CACHED } },
];

const openRoutes: readonly RouteDials[] = [
  { method: 'POST', path: '/auth/token', latency: around(6, 18), answer: { kind: 'jwt-login' } },
  { method: 'GET', path: '/health', answer: { kind: 'json', value: { status: 'healthy' } } },
  {
    method: 'GET',
    path: '/health/deep',
    ...query(2, 6),
    latency: around(3, 9),
    answer: {
      kind: 'figures',
      value: { status: 'healthy', database: { status: 'connected' }, cache: { status: 'initialized' } },
      figures: {
        'database.pool_in_use': { figure: 'pool', pool: 'db', of: 'in_use' },
        'database.pool_size': { figure: 'pool', pool: 'db', of: 'size' },
        'cache.hit_rate': { figure: 'cache', cache: 'api', of: 'hit_ratio' },
        websocket_connections: { figure: 'sockets' },
      },
    },
  },
  { method: 'GET', path: '/metrics', answer: { kind: 'metrics' } },
];

const sockets: readonly SocketDials[] = [
  {
    path: '/ws/updates',
    auth: 'token',
    handshakeMs: 10,
    welcome: { type: 'welcome' },
    reply: { kind: 'reply', latency: around(5, 15) },
    push: { everyMs: 1_000, value: { type: 'update', commits_today: 318 } },
  },
];

const tierCounters = (['l1', 'l2'] as const).flatMap((tier): readonly MetricDials[] => [
  {
    name: 'cache_hits_total',
    help: 'Answers that the tier had.',
    type: 'counter',
    labels: { tier },
    value: { figure: 'cache', cache: 'api', tier, of: 'hits' },
  },
  {
    name: 'cache_misses_total',
    help: 'Answers that the tier did not have.',
    type: 'counter',
    labels: { tier },
    value: { figure: 'cache', cache: 'api', tier, of: 'misses' },
  },
]);

const metrics: readonly MetricDials[] = [
  ...tierCounters,
  {
    name: 'cache_hit_ratio',
    help: 'Share of the requests that some tier had the answer to.',
    type: 'gauge',
    value: { figure: 'cache', cache: 'api', of: 'hit_ratio' },
  },
  ...poolMetrics('db_pool_connections', 'db'),
  { name: 'pg_query_duration_seconds', help: 'Time that queries take.', type: 'histogram', of: { pool: 'db' } },
  redisMemory(0.3),
  residentMemory(260_000_000),
];

/** Webhooks, alerts, dashboard and cache. */
export const pggit: DemoSystem = {
  name: 'pggit',
  title: 'Git in a database: webhooks, alerts, dashboard, cache',
  dials: {
    spinMs: 0,
    seed: 3,
    routes: [
      ...openRoutes,
      ...[...webhookRoutes, ...alertRoutes, ...dashboardRoutes, ...cacheRoutes].map((route): RouteDials => ({ ...route, auth: 'token' })),
    ],
    sockets,
    caches: [
      {
        name: 'api',
        tiers: [
          { name: 'l1', capacity: 100, ttlMs: 5_000, hit: around(1, 3) },
          { name: 'l2', capacity: 1_000, ttlMs: 60_000, hit: around(3, 8) },
        ],
      },
    ],
    pools: [{ name: 'db', size: 30 }],
    collections: [{ name: 'webhooks' }, { name: 'alerts', seeded: { count: 50, fields: { severity: 'warning', acknowledged: false } } }],
    metrics,
  },
};
