import { join } from 'node:path';
import type { Latency } from '../../src/demo/dial-values.ts';
import type { Dials, Fault as RouteFault, RouteDials } from '../../src/demo/dials.ts';
import type { ConnectionFault, SocketDials } from '../../src/demo/sockets/socket-dials.ts';
import { constant, residentMemory } from '../../src/demo/systems/demo-system.ts';
import { pggit as played } from '../../src/demo/systems/pggit.ts';
import type { Fault, SystemCase, TargetCase } from './system-case.ts';

type Change = Fault['dials'];

/** Changes one route, by its `METHOD /path`. */
function route(name: string, change: Partial<RouteDials>): Change {
  return (healthy) => {
    const routes = healthy.routes.map((one) => (`${one.method} ${one.path}` === name ? { ...one, ...change } : one));
    if (routes.every((one, place) => one === healthy.routes[place])) throw new Error(`there is no route ${name}`);
    return { ...healthy, routes };
  };
}

/** Each so many-th request fails. */
function failing(name: string, every: number): Change {
  const faults: readonly RouteFault[] = [{ kind: 'status', status: 500, every }];
  return route(name, { faults });
}

function socket(change: Partial<SocketDials>): Change {
  return (healthy) => ({ ...healthy, sockets: (healthy.sockets ?? []).map((one) => ({ ...one, ...change })) });
}

function connections(fault: ConnectionFault): Change {
  return socket({ connectionFaults: [fault] });
}

function metric(name: string, value: Extract<NonNullable<Dials['metrics']>[number], { type: 'gauge' | 'counter' }>['value']): Change {
  return (healthy) => ({
    ...healthy,
    metrics: [...(healthy.metrics ?? []).filter((one) => one.name !== name), { name, help: 'Changed.', type: 'gauge', value }],
  });
}

const always = (ms: number): Latency => ({ kind: 'constant', ms });

/** So many of a hundred take `ms`, the others are healthy. */
const some = (percent: number, ms: number): Latency => ({
  kind: 'quantiles',
  points: [
    [0, 2],
    [100 - percent, 6],
    [100 - percent, ms],
    [100, ms],
  ],
});

/** The alerts come out of the cache, and so do the dashboards, of whose times nothing is promised. */
const hit =
  (latency: Latency): Change =>
  (healthy) => ({
    ...healthy,
    caches: (healthy.caches ?? []).map((cache) => ({ ...cache, tiers: cache.tiers.map((tier) => ({ ...tier, hit: latency })) })),
  });

/** Tiers that keep nothing; all without a name. */
const cold =
  (name?: string): Change =>
  (healthy) => ({
    ...healthy,
    caches: (healthy.caches ?? []).map((cache) => ({
      ...cache,
      tiers: cache.tiers.map((tier) => (name === undefined || tier.name === name ? { ...tier, capacity: 0 } : tier)),
    })),
  });

/** Connections of the pool that nobody gives back. */
const held =
  (count: number): Change =>
  (healthy) => ({ ...healthy, pools: (healthy.pools ?? []).map((pool) => ({ ...pool, held: count })) });

const waiting = metric('db_pool_connections_waiting', constant(12));
const leak: Change = (healthy) => ({
  ...healthy,
  metrics: (healthy.metrics ?? []).map((one) => (one.name === 'process_resident_memory_bytes' ? residentMemory(260_000_000, 30_000) : one)),
});

interface Timed {
  readonly row: string;
  readonly every: number;
  /** What half, a tenth, and three of a hundred take: above their limit, and below the next. */
  readonly ms: readonly [number, number, number];
  readonly slow: (latency: Latency) => Change;
  readonly fail: (every: number) => Change;
  readonly profile: string;
}

const ofRoute = (name: string): Pick<Timed, 'slow' | 'fail'> => ({
  slow: (latency) => route(name, { latency }),
  fail: (every) => failing(name, every),
});

/** "Performance Targets". */
const TIMED: readonly Timed[] = [
  { row: 'webhooks_list', profile: 'quick', every: 50, ms: [65, 200, 400], ...ofRoute('GET /api/v1/webhooks') },
  { row: 'alerts_list', profile: 'quick', every: 50, ms: [95, 270, 550], slow: hit, fail: ofRoute('GET /api/v1/alerts').fail },
  { row: 'webhook_detail', profile: 'quick', every: 50, ms: [50, 135, 270], ...ofRoute('GET /api/v1/webhooks/:id') },
  { row: 'cache_stats', profile: 'quick-cache', every: 100, ms: [40, 100, 220], ...ofRoute('GET /api/v1/cache/stats') },
  { row: 'health_check', profile: 'quick-health', every: 200, ms: [14, 35, 75], ...ofRoute('GET /health') },
];

const timed = TIMED.flatMap(({ row, every, ms: [half, tenth, few], slow, fail, profile }): readonly Fault[] => [
  { row: `${row} p50`, what: `every answer takes ${half} ms`, dials: slow(always(half)), profile },
  { row: `${row} p95`, what: `one answer in ten takes ${tenth} ms`, dials: slow(some(10, tenth)), profile },
  { row: `${row} p99`, what: `three answers of 100 take ${few} ms`, dials: slow(some(3, few)), profile },
  { row: `${row} error_budget`, what: `one answer in ${every} is a 500`, dials: fail(every), profile },
]);

/** Each so many-th of a route fails; the others of the same route are the same series. */
const FAILING: readonly (readonly [row: string, route: string])[] = [
  ['login', 'POST /auth/token'],
  ['alerts_to_acknowledge', 'GET /api/v1/alerts'],
  ['alert_detail', 'GET /api/v1/alerts/:id'],
  ['dashboard_summary', 'GET /api/v1/dashboard/summary'],
  ['dashboard_metrics', 'GET /api/v1/dashboard/metrics'],
  ['dashboard_activity', 'GET /api/v1/dashboard/activity'],
];

const CACHE_FAILING: typeof FAILING = [
  ['cache_invalidate', 'POST /api/v1/cache/invalidate'],
  ['cache_clear', 'POST /api/v1/cache/clear'],
  ['cache_warm', 'POST /api/v1/cache/warm'],
];

const oneInSeven = (rows: typeof FAILING): readonly Fault[] =>
  rows.map(([row, name]) => ({ row: `${row} error_budget`, what: 'one in seven is a 500', dials: failing(name, 7) }));

const cacheOperations = oneInSeven(CACHE_FAILING).map((fault) => ({ ...fault, profile: 'quick-cache' }));

const written: readonly Fault[] = [
  ...oneInSeven(FAILING),
  {
    row: 'webhook_create error_budget',
    what: 'one in seven is a 500 (what follows is then done to the webhook before, which is deleted)',
    dials: failing('POST /api/v1/webhooks', 7),
    also: ['webhook_read error_budget', 'webhook_update error_budget', 'webhook_delete error_budget'],
  },
  {
    row: 'webhook_read error_budget',
    what: 'one in seven is a 500 (and so it is where 404 is expected: it is the same route)',
    dials: failing('GET /api/v1/webhooks/:id', 7),
    also: ['webhook_gone error_budget'],
  },
  {
    row: 'webhook_update error_budget',
    what: 'an update answers, and changes nothing',
    dials: route('PUT /api/v1/webhooks/:id', { answer: { kind: 'collection', collection: 'webhooks', do: 'get' } }),
  },
  {
    row: 'webhook_delete error_budget',
    what: 'one in seven is a 500 (and that webhook is not gone)',
    dials: failing('DELETE /api/v1/webhooks/:id', 7),
    also: ['webhook_gone error_budget'],
  },
  {
    row: 'webhook_gone error_budget',
    what: 'a delete answers, and deletes nothing',
    dials: route('DELETE /api/v1/webhooks/:id', { answer: { kind: 'json', value: {}, status: 204 } }),
  },
  {
    row: 'alert_acknowledge error_budget',
    what: 'an alert that was acknowledged is not',
    dials: route('POST /api/v1/alerts/:id/acknowledge', { answer: { kind: 'collection', collection: 'alerts', do: 'get' } }),
  },
  {
    row: 'health_deep error_budget',
    what: 'every twentieth deep health check is a 500',
    dials: failing('GET /health/deep', 20),
  },
].map((fault) => ({ ...fault, profile: 'quick-write' }));

const sockets: readonly Fault[] = [
  { row: 'websocket_connect p50', what: 'a handshake takes 130 ms', dials: socket({ handshakeMs: 130 }) },
  { row: 'websocket_connect p95', what: 'one handshake in ten takes 420 ms', dials: connections({ kind: 'late', byMs: 420, every: 10 }) },
  { row: 'websocket_connect p99', what: 'one handshake in 33 takes 800 ms', dials: connections({ kind: 'late', byMs: 800, every: 33 }) },
  {
    row: 'websocket_connect error_budget',
    what: 'one handshake in 40 is refused',
    dials: connections({ kind: 'refuse', status: 503, every: 40 }),
  },
  { row: 'websocket_connect drops', what: 'one connection in 300 is reset', dials: connections({ kind: 'drop', afterMs: 1, every: 300 }) },
  {
    row: 'websocket_reply error_budget',
    what: 'one reply in 40 comes after 12 s, when nobody waits any more',
    dials: socket({ messageFaults: [{ kind: 'late', byMs: 12_000, every: 40 }] }),
  },
  {
    row: 'websocket_reply throughput',
    what: 'a reply takes 8 s',
    dials: socket({ reply: { kind: 'reply', latency: always(8_000) } }),
  },
  {
    row: 'websocket_update error_budget',
    what: 'updates come once a minute',
    dials: socket({ push: { everyMs: 60_000, value: { type: 'update' } } }),
  },
  { row: 'websocket_subscribed error_budget', what: 'another field than channel subscribes', dials: socket({ channelField: 'room' }) },
].map((fault) => ({ ...fault, profile: 'quick-websocket' }));

const main: TargetCase = {
  scenario: 'load-gate.yaml',
  healthy: ['local', 'local-websocket'],
  quick: 'quick',
  faults: [
    ...timed,
    ...sockets,
    ...written,
    ...cacheOperations,
    { row: 'server database connections max', what: '28 of 30 connections are never given back', dials: held(28), profile: 'quick-health' },
    { row: 'server queries that wait max', what: '12 queries wait for a connection', dials: waiting, profile: 'quick-write' },
    { row: 'server cache hit rate min', what: 'both tiers of the cache keep nothing', dials: cold() },
    { row: 'server memory growth', what: 'each request leaves 30 kB behind', dials: leak, profile: 'quick-write' },
  ],
};

const smoke: TargetCase = {
  scenario: 'load-gate.yaml',
  sla: 'smoke.sla.yaml',
  healthy: ['local-smoke', 'local-normal', 'local-spike', 'local-sustained', 'local-ramp', 'local-cache', 'local-stress', 'local-custom'],
  quick: 'quick-few',
  faults: [
    { row: 'health_check error_budget', what: 'one health check in 50 fails', dials: failing('GET /health', 50) },
    {
      row: 'total p50',
      what: 'health checks, statistics and handshakes take 130 ms',
      dials: (healthy) =>
        [
          route('GET /health', { latency: always(130) }),
          route('GET /api/v1/cache/stats', { latency: always(130) }),
          hit(always(130)),
          socket({ handshakeMs: 130 }),
        ].reduce((dials, change) => change(dials), healthy),
    },
    { row: 'total error_budget', what: 'one list of webhooks in ten fails', dials: failing('GET /api/v1/webhooks', 10) },
  ],
};

const prometheus: TargetCase = {
  scenario: 'load-gate.yaml',
  sla: 'prometheus.sla.yaml',
  needsPrometheus: true,
  env: { RATE_WINDOW: '5s' },
  healthy: ['quick-monitored'],
  quick: 'quick-monitored',
  faults: [
    { row: 'server L1 hit rate min', what: 'L1 keeps nothing', dials: cold('l1') },
    { row: 'server L2 hit rate min', what: 'L2 keeps nothing', dials: cold('l2') },
    { row: 'server database connections max', what: '28 of 30 connections are never given back', dials: held(28) },
    { row: 'server queries that wait max', what: '12 queries wait for a connection', dials: waiting },
    {
      row: 'server query time avg',
      what: 'the query behind the list of webhooks takes 160 ms',
      dials: route('GET /api/v1/webhooks', { query: { pool: 'db', latency: always(160) } }),
    },
    {
      row: 'server cpu avg',
      what: 'each request costs 10 ms of CPU',
      dials: metric('process_cpu_seconds_total', { figure: 'sum', terms: [{ of: { figure: 'requests', of: 'received' }, times: 0.01 }] }),
    },
    { row: 'server memory growth', what: 'each request leaves 30 kB behind', dials: leak },
  ],
};

const postgres: TargetCase = {
  scenario: 'load-gate.yaml',
  sla: 'postgres.sla.yaml',
  flags: ['--allow-commands'],
  env: { PATH: `${join(import.meta.dirname, 'pggit-tools')}:${process.env['PATH'] ?? ''}` },
  healthy: ['quick-few'],
  quick: 'quick-few',
  faults: [{ row: 'server pg_stat_activity max', what: '28 of 30 connections are never given back', dials: held(28) }],
};

/** Git in a database: nine scenarios, ten tags, webhooks, alerts, dashboard, cache, WebSocket updates. */
export const pggit: SystemCase = { system: 'pggit', dials: played.dials, targets: [main, smoke, prometheus, postgres] };
