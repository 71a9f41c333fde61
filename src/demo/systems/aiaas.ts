import type { MetricDials } from '../backend/backend-dials.ts';
import type { RouteDials } from '../dials.ts';
import type { SocketDials } from '../sockets/socket-dials.ts';
import { around, cpuUsage, type DemoSystem, poolMetrics, redisMemory, residentMemory } from './demo-system.ts';

/*
 * Assistants as a service, for many tenants. What to change for each criterion to break:
 *
 * response time (p50, p95)  latency of the route: around(600, 1,500) breaks both, quantiles with a jump at 94 the p95 alone
 * success and error rate    faults { kind: 'status', status: 500, every: 15 }; `Errors < 50` by fewer
 * throughput                latency of every route so long that the users cannot ask 100 times a second
 * socket connections        connectionFaults { kind: 'refuse', status: 503, every: 15 }; connection duration: handshakeMs 1,500
 * concurrent connections    socket maxOpen below the users; or { kind: 'drop', afterMs, every: 1 }
 * messages                  messageFaults { kind: 'lose', every: 8 }; message latency: reply.latency around(400, 900)
 * sockets kept alive 30 s   connectionFaults { kind: 'drop', afterMs: 3,000, every }
 * authentication            expiresInMs of the login small: 401s
 * tenants                   tenants.plans without one of them (403), or with a small plan (402)
 * usage tracking            latency of `POST /billing/usage`: around(120, 300); lost events: queue usage loseEvery
 * invoices                  latency of `POST /billing/invoices`: around(1,500, 2,800)
 * plan enforcement          latency of `GET /billing/plan`: around(60, 120); a plan that nobody enforces: tenant 'known' on `POST /chat/messages`
 * webhook processing        latency of `POST /billing/webhooks`: around(250, 500)
 * database pool, Redis      pool db: held: 38 of 40; redisMemory(0.93)
 * CPU, memory leaks         metric system_cpu_usage_ratio constant(0.95); residentMemory(…, leakBytes)
 * rate limiting             limit on `POST /chat/messages`: 429s
 * health                    faults on `GET /healthz`
 */
const guarded = { auth: 'token', tenant: 'known' } as const;

const routes: readonly RouteDials[] = [
  { method: 'POST', path: '/auth/login', latency: around(8, 24), answer: { kind: 'jwt-login' } },
  { method: 'GET', path: '/auth/status', auth: 'token', latency: around(4, 12), answer: { kind: 'json', value: { authenticated: true } } },
  { method: 'GET', path: '/healthz', answer: { kind: 'json', value: { status: 'healthy' } } },
  { method: 'GET', path: '/metrics', answer: { kind: 'metrics' } },
  {
    method: 'POST',
    path: '/chat/messages',
    auth: 'token',
    tenant: 'metered',
    query: { pool: 'db', latency: around(3, 8) },
    latency: around(90, 220),
    answer: { kind: 'create', fields: { reply: 'We are open from nine to five.', author: 'agent' }, status: 200 },
  },
  {
    method: 'GET',
    path: '/analytics/kpi',
    ...guarded,
    query: { pool: 'db', latency: around(8, 20) },
    latency: around(20, 60),
    answer: { kind: 'json', value: { kpi: { conversations: 1_284, resolved_ratio: 0.93, satisfaction: 4.6 } } },
  },
  {
    method: 'GET',
    path: '/analytics/dashboard',
    ...guarded,
    query: { pool: 'db', latency: around(12, 30) },
    latency: around(30, 90),
    answer: { kind: 'list', count: 12, fields: { title: 'Conversations by hour', unit: 'count' } },
  },
  { method: 'GET', path: '/billing/usage', ...guarded, latency: around(10, 25), answer: { kind: 'usage', fields: { period: 'month' } } },
  { method: 'POST', path: '/billing/usage', ...guarded, latency: around(12, 28), answer: { kind: 'enqueue', queue: 'usage' } },
  { method: 'GET', path: '/billing/plan', ...guarded, latency: around(3, 8), answer: { kind: 'usage', fields: { plan: 'business' } } },
  {
    method: 'POST',
    path: '/billing/invoices',
    ...guarded,
    query: { pool: 'db', latency: around(30, 70) },
    latency: around(250, 500),
    answer: { kind: 'collection', collection: 'invoices', do: 'create', set: { state: 'issued' } },
  },
  {
    method: 'GET',
    path: '/billing/invoices/:id',
    ...guarded,
    latency: around(10, 25),
    answer: { kind: 'collection', collection: 'invoices', do: 'get' },
  },
  {
    method: 'POST',
    path: '/billing/webhooks',
    auth: 'token',
    latency: around(25, 60),
    answer: { kind: 'json', value: { received: true } },
  },
];

const sockets: readonly SocketDials[] = [
  {
    path: '/ws/chat',
    auth: 'token',
    handshakeMs: 10,
    welcome: { type: 'welcome' },
    reply: { kind: 'reply', latency: around(70, 170), fields: { author: 'agent', text: 'We are open from nine to five.' } },
  },
];

const metrics: readonly MetricDials[] = [
  ...poolMetrics('db_pool_connections', 'db'),
  redisMemory(0.4),
  cpuUsage,
  residentMemory(510_000_000),
  {
    name: 'billing_usage_queue_length',
    help: 'Usage events that wait to be booked.',
    type: 'gauge',
    value: { figure: 'queue', queue: 'usage', of: 'length' },
  },
  {
    name: 'billing_usage_events_total',
    help: 'Usage events that were booked.',
    type: 'counter',
    value: { figure: 'queue', queue: 'usage', of: 'committed' },
  },
];

/** Chat, analytics and billing. */
export const aiaas: DemoSystem = {
  name: 'aiaas',
  title: 'assistants as a service, with tenants and billing',
  dials: {
    spinMs: 0,
    seed: 2,
    routes,
    sockets,
    queues: [{ name: 'usage', workers: 2, batch: 50, batchWaitMs: 50, work: around(6, 15) }],
    pools: [{ name: 'db', size: 40 }],
    collections: [{ name: 'invoices' }],
    tenants: {
      header: 'x-tenant-id',
      plans: { tenant_001: 1e9, tenant_002: 1e9, tenant_003: 1e9, tenant_004: 1e9, tenant_005: 1e9, tenant_free: 10 },
    },
    metrics,
  },
};
