import type { Latency } from '../../src/demo/dial-values.ts';
import type { Dials, Fault as RouteFault, RouteDials } from '../../src/demo/dials.ts';
import { routeName } from '../../src/demo/route-name.ts';
import type { ConnectionFault } from '../../src/demo/sockets/socket-dials.ts';
import { allthrive as played } from '../../src/demo/systems/allthrive.ts';
import { redisMemory } from '../../src/demo/systems/demo-system.ts';
import { changeMetric, changePool, changeQueue, changeRoute, changeSocket, coolCache, stripRoute } from '../demo/change-dials.ts';
import type { SystemCase, TargetCase } from './system-case.ts';

type Change = (healthy: Dials) => Dials;

const LOGIN = 'POST /api/v1/auth/login';
const STATUS = 'GET /api/v1/integrations/status';
const MINE = 'GET /api/v1/me/projects';

/** The routes that tasks use, but for what fails by itself or is asked again until the answer is good. */
function changeTasks(healthy: Dials, change: Partial<RouteDials>): Dials {
  const spared = new Set([LOGIN, STATUS, 'GET /api/v1/imports/:id', 'GET /health', 'GET /metrics']);
  const routes = healthy.routes.map((route) => (spared.has(routeName(route)) ? route : { ...route, ...change }));
  return { ...healthy, routes };
}

/** Each so many-th request of each task fails. */
const failing =
  (every: number): Change =>
  (healthy) =>
    changeTasks(healthy, { faults: [{ kind: 'status', status: 500, every, offset: 1 }] });

const share = (percent: number, ms: number): Latency => ({
  kind: 'quantiles',
  points: [
    [0, 10],
    [100 - percent, 60],
    [100 - percent, ms],
    [100, ms],
  ],
});

/** So many of a hundred answers take `ms`, those that the cache has and those on sockets included. */
const slow =
  (percent: number, ms: number): Change =>
  (healthy) => {
    const latency = share(percent, ms);
    const caches = (healthy.caches ?? []).map((cache) => ({ ...cache, tiers: cache.tiers.map((tier) => ({ ...tier, hit: latency })) }));
    const sockets = (healthy.sockets ?? []).map((socket) => ({ ...socket, reply: { kind: 'reply', latency } as const }));
    return { ...changeTasks(healthy, { latency }), caches, sockets };
  };

/** Three connections of four end without an answer, as those of a process that is gone. */
const crashed: Change = (healthy) => {
  const faults = [0, 1, 2].map((offset): RouteFault => ({ kind: 'close', every: 4, offset }));
  return changeTasks(healthy, { faults });
};

const sockets =
  (fault: ConnectionFault): Change =>
  (healthy) =>
    changeSocket(healthy, 'WS /ws/chat', { connectionFaults: [fault] });

const errors = (every: number) => ({ row: 'total error_budget', what: `one request in ${every} fails`, dials: failing(every) });

const baseline: TargetCase = {
  scenario: 'baseline.yaml',
  healthy: ['local', 'quick'],
  quick: 'quick',
  faults: [
    errors(12),
    { row: 'total p95', what: 'one answer in ten takes 1.5 s', dials: slow(10, 1_500) },
    {
      row: 'total error_rate in a window of 3 s',
      what: 'three requests of four are never answered, as by a process that has crashed (no total keeps 1 % then)',
      dials: crashed,
      also: ['total error_budget'],
    },
  ],
};

const phase1: TargetCase = {
  scenario: 'phase1.yaml',
  healthy: ['local', 'quick'],
  quick: 'quick',
  faults: [
    {
      row: `${LOGIN} error_budget`,
      what: 'one login in 40 fails, from the first on',
      dials: (healthy) => changeRoute(healthy, LOGIN, { faults: [{ kind: 'status', status: 500, every: 40, offset: 39 }] }),
    },
    {
      row: `${MINE} without a token error_budget`,
      what: 'who has no token is let in',
      dials: (healthy) => stripRoute(healthy, MINE, ['auth']),
    },
    {
      row: 'POST /api/v1/chat status 429',
      what: 'nobody is limited',
      dials: (healthy) => stripRoute(healthy, 'POST /api/v1/chat', ['limit']),
    },
    { row: `${STATUS} status 503`, what: 'the breaker never opens', dials: (healthy) => stripRoute(healthy, STATUS, ['breaker']) },
    errors(12),
    { row: 'total p95', what: 'twelve answers of 100 take 3 s', dials: slow(12, 3_000) },
  ],
};

const phase23: TargetCase = {
  scenario: 'phase23.yaml',
  healthy: ['local', 'quick'],
  quick: 'quick',
  faults: [
    {
      row: 'ws /ws/chat error_budget',
      what: 'one handshake in 40 is refused',
      dials: sockets({ kind: 'refuse', status: 503, every: 40 }),
    },
    {
      row: 'ws /ws/chat drops',
      what: 'one connection in 300 is lost after 2 s',
      dials: sockets({ kind: 'drop', afterMs: 2_000, every: 300 }),
    },
    errors(12),
    { row: 'total p95', what: 'one answer in ten takes 4.5 s', dials: slow(10, 4_500) },
    {
      row: 'ws /ws/chat concurrent in 2000 users',
      what: 'two connections too few are let in',
      dials: (healthy) => changeSocket(healthy, 'WS /ws/chat', { maxOpen: 1_998, handshakeMs: 0 }),
      profile: 'local',
    },
    {
      row: 'server Celery queue depth max',
      what: '80 tasks lie in the queue that no worker takes',
      dials: (healthy) => changeQueue(healthy, 'celery', { held: 80 }),
    },
    { row: 'server Redis cache hit rate last', what: 'Redis keeps nothing', dials: (healthy) => coolCache(healthy, 'redis') },
  ],
  elsewhere: [{ row: 'ws /ws/chat concurrent in 10000 users', why: 'a machine of 4 cores' }],
};

const custom: TargetCase = {
  scenario: 'phase23.yaml',
  sla: 'custom.sla.yaml',
  healthy: ['local-chat-only', 'local-project-creation-only'],
  quick: 'local-project-creation-only',
  faults: [errors(12)],
};

/** 59 of 60 are gone, and the last one is always busy with what no cache has, though no query takes long. */
const held: Change = (healthy) => {
  const asked = [MINE, 'POST /api/v1/imports/github', 'POST /api/v1/imports/youtube'];
  const query = { pool: 'db', latency: { kind: 'constant', ms: 40 } } as const;
  return asked.reduce((dials, name) => changeRoute(dials, name, { query }), changePool(healthy, 'db', { held: 59 }));
};
const redis: Change = (healthy) => changeMetric(healthy, redisMemory(0.96));

const phase4: TargetCase = {
  scenario: 'phase4.yaml',
  healthy: ['local', 'quick'],
  quick: 'quick',
  faults: [
    errors(12),
    { row: 'total p95', what: 'one answer in ten takes 7 s', dials: slow(10, 7_000) },
    { row: 'server Redis memory max', what: 'Redis has used 96 % of its memory', dials: redis },
    {
      row: 'server connection pool waiting max',
      what: '59 connections of 60 are never given back, and queries wait for the last',
      dials: held,
    },
  ],
};

const SAME = 'Prometheus and the users see the same answers';

const prometheus: TargetCase = {
  scenario: 'phase4.yaml',
  sla: 'prometheus.sla.yaml',
  healthy: ['watched'],
  quick: 'watched',
  needsPrometheus: true,
  env: { RATE_WINDOW: '4s' },
  faults: [
    {
      row: 'total error_budget',
      what: 'one connection in 25 ends without an answer, which the server does not count',
      dials: unanswered(25),
    },
    {
      row: 'total p95',
      // So many that, since the server's start, one in 20 has come by the end: those of the last 7 s have not.
      what: `one answer in five takes 7 s (${SAME})`,
      dials: slow(20, 7_000),
      also: ['server response time p95 max', 'server response time p95 of the slowest route last'],
    },
    {
      row: 'server PostgreSQL query time p95 max',
      what: 'one query in ten takes 400 ms',
      dials: slowQueries(share(10, 400)),
    },
    { row: 'server Redis memory max', what: 'Redis has used 96 % of its memory', dials: redis },
    { row: 'server connection pool in use max', what: '59 connections of 60 are never given back', dials: held },
    { row: 'server error rate max', what: `one request in 12 fails (${SAME})`, dials: failing(12), also: ['total error_budget'] },
    {
      row: 'server response time p95 max',
      what: `one answer in five takes 6.5 s (${SAME})`,
      dials: slow(20, 6_500),
      also: ['total p95', 'server response time p95 of the slowest route last'],
    },
    {
      row: 'server response time p95 of the slowest route last',
      what: 'the list of one’s own projects, of which there are few, takes 7 s',
      dials: (healthy) => changeRoute(healthy, MINE, { latency: { kind: 'constant', ms: 7_000 } }),
    },
  ],
};

function unanswered(every: number): Change {
  return (healthy) => changeTasks(healthy, { faults: [{ kind: 'close', every, offset: 1 }] });
}

function slowQueries(latency: Latency): Change {
  return (healthy) => {
    const routes = healthy.routes.map((route) => (route.query ? { ...route, query: { ...route.query, latency } } : route));
    return { ...healthy, routes };
  };
}

/** A showcase of projects with an agent: the testing ladder of four phases, and runs of one user profile. */
export const allthrive: SystemCase = {
  system: 'allthrive',
  dials: played.dials,
  targets: [baseline, phase1, phase23, phase4, custom, prometheus],
};
