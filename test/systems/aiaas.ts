import type { Latency } from '../../src/demo/dial-values.ts';
import type { Fault as RouteFault } from '../../src/demo/dials.ts';
import { aiaas as played } from '../../src/demo/systems/aiaas.ts';
import { constant, redisMemory, residentMemory } from '../../src/demo/systems/demo-system.ts';
import { changeMetric, changePool, changeQueue, changeRoute, changeRoutes, changeSocket } from '../demo/change-dials.ts';
import type { Fault, SystemCase, TargetCase } from './system-case.ts';

type Change = Fault['dials'];

const always = (ms: number): Latency => ({ kind: 'constant', ms });

/** So many of a hundred take `ms`, the others `healthyMs`. */
function some(percent: number, ms: number, healthyMs = 10): Latency {
  return {
    kind: 'quantiles',
    points: [
      [0, healthyMs],
      [100 - percent, healthyMs],
      [100 - percent, ms],
      [100, ms],
    ],
  };
}

function refusals(every: number): readonly RouteFault[] {
  return [{ kind: 'status', status: 500, every }];
}

/** Each so many-th request of one route fails. */
function failing(route: string, every: number): Change {
  return (healthy) => changeRoute(healthy, route, { faults: refusals(every) });
}

/** The latency of one route. */
function slow(route: string, latency: Latency): Change {
  return (healthy) => changeRoute(healthy, route, { latency });
}

/** The latency of every route but the login, which is no part of the users' tasks, and what is asked of the server beside them. */
function slowTasks(latency: Latency): Change {
  return (healthy) => ({
    ...healthy,
    routes: healthy.routes.map((route) => (['/auth/login', '/metrics'].includes(route.path) ? route : { ...route, latency })),
  });
}

/** Each so many-th request of every route fails, but for what is asked of the server beside the load. */
function failingTasks(every: number): Change {
  return (healthy) => ({
    ...healthy,
    routes: healthy.routes.map((route) => (route.path === '/metrics' ? route : { ...route, faults: refusals(every) })),
  });
}

const socket =
  (change: Parameters<typeof changeSocket>[2]): Change =>
  (healthy) =>
    changeSocket(healthy, 'WS /ws/chat', change);

const refused = (every: number): Change => socket({ connectionFaults: [{ kind: 'refuse', status: 503, every }] });
const lost = (every: number): Change => socket({ messageFaults: [{ kind: 'lose', every }] });
const metric =
  (...[one]: [Parameters<typeof changeMetric>[1]]): Change =>
  (healthy) =>
    changeMetric(healthy, one);

const heldConnections: Change = (healthy) => changePool(healthy, 'db', { size: 80, held: 44 });

const websocket: TargetCase = {
  scenario: 'websocket.yaml',
  healthy: ['local', 'quick'],
  quick: 'quick',
  faults: [
    { row: 'ws /ws/chat error_budget', what: 'one connection in twelve is refused', dials: refused(12) },
    { row: 'ws /ws/chat p95', what: 'a handshake takes 1.3 s', dials: socket({ handshakeMs: 1_300 }) },
    {
      row: 'agent response error_budget',
      what: 'one response in seven is lost (who waits in vain more than five times in 100 has no p95)',
      dials: lost(7),
      also: ['agent response p95'],
    },
    {
      row: 'agent response p95',
      what: 'the agent takes 700 ms',
      dials: socket({ reply: { kind: 'reply', latency: always(700), fields: { author: 'agent' } } }),
    },
    {
      row: 'total failures',
      what: 'one connection in 27 is refused and one response in 30 is lost; each of them is within its own limit',
      dials: socket({ connectionFaults: [{ kind: 'refuse', status: 503, every: 27 }], messageFaults: [{ kind: 'lose', every: 30 }] }),
      profile: 'many',
    },
    {
      row: 'ws /ws/chat concurrent in 100 users',
      what: 'one login in five takes 15 s, so that 80 of 100 users are connected',
      dials: slow('POST /auth/login', some(20, 15_000)),
      profile: 'local',
    },
  ],
};

const SLOWER = 'in so much time 200 users who wait for a second between requests cannot make more';

const api: TargetCase = {
  scenario: 'api.yaml',
  healthy: ['local', 'quick'],
  quick: 'quick',
  faults: [
    ...['POST /chat/messages', 'GET /healthz', 'GET /analytics/kpi', 'GET /billing/usage', 'GET /auth/status'].map((name): Fault => ({
      row: `${name} error_budget`,
      what: 'one of twelve fails',
      dials: failing(name, 12),
    })),
    {
      row: 'total error_budget',
      what: 'every third message fails (no total is beyond 5 % while each of its parts is within)',
      dials: failing('POST /chat/messages', 3),
      also: ['POST /chat/messages error_budget'],
    },
    { row: 'total p95', what: 'eight requests of 100 take 1.3 s', dials: slowTasks(some(8, 1_300)) },
    { row: 'total p50', what: 'every request takes 620 ms', dials: slowTasks(always(620)) },
    { row: 'total failures', what: 'one request in 25 fails', dials: failingTasks(25), profile: 'local' },
    {
      row: 'total throughput in 200 users',
      what: `every request takes 1.5 s (${SLOWER})`,
      dials: slowTasks(always(1_500)),
      profile: 'local',
      also: ['total p95', 'total p50'],
    },
    {
      row: 'server cpu avg',
      what: 'the CPU is wholly busy',
      dials: metric({ name: 'system_cpu_usage_ratio', help: 'Share of a core in use.', type: 'gauge', value: constant(1.1) }),
    },
    {
      row: 'server memory growth',
      what: 'each request leaves 300 kB behind',
      dials: metric(residentMemory(510_000_000, 300_000)),
    },
    { row: 'server database connections max', what: 'connections are never given back: 44 of them', dials: heldConnections },
    { row: 'server redis memory max', what: 'Redis has used all of its memory', dials: metric(redisMemory(1.1)) },
  ],
};

const locust: TargetCase = {
  scenario: 'locust.yaml',
  healthy: ['local', 'quick'],
  quick: 'quick',
  faults: [
    { row: 'ws /ws/chat error_budget', what: 'one connection in twelve is refused', dials: refused(12) },
    { row: 'agent response error_budget', what: 'one response in seven is lost', dials: lost(7) },
    { row: 'total error_budget', what: 'one request in eleven fails', dials: failingTasks(11) },
    {
      row: 'total p50',
      what: 'two requests of three take 620 ms, and so does a handshake',
      dials: (healthy) => socket({ handshakeMs: 620 })(changeRoutes(healthy, { latency: some(66, 620) })),
    },
    { row: 'total p95', what: 'nine requests of 100 take 1.3 s', dials: slowTasks(some(9, 1_300)) },
    {
      row: 'total throughput',
      what: 'every request takes 3.5 s (users who wait so long cannot ask 100 times a second)',
      dials: (healthy) => socket({ handshakeMs: 3_500 })(changeRoutes(healthy, { latency: always(3_500) })),
      profile: 'local',
      also: ['total p95', 'total p50'],
    },
  ],
};

const billing: TargetCase = {
  scenario: 'billing.yaml',
  healthy: ['local', 'quick'],
  quick: 'quick',
  faults: [
    { row: 'POST /billing/usage p95', what: 'eight events of 100 take 200 ms', dials: slow('POST /billing/usage', some(8, 200)) },
    { row: 'POST /billing/invoices p95', what: 'eight invoices of 100 take 2.6 s', dials: slow('POST /billing/invoices', some(8, 2_600)) },
    { row: 'GET /billing/plan p95', what: 'eight answers of 100 take 120 ms', dials: slow('GET /billing/plan', some(8, 120)) },
    { row: 'POST /billing/webhooks p95', what: 'eight webhooks of 100 take 350 ms', dials: slow('POST /billing/webhooks', some(8, 350)) },
    {
      row: 'chat beyond the plan status 402',
      what: 'a plan that is used up is not enforced',
      dials: (healthy) => changeRoute(healthy, 'POST /chat/messages', { tenant: 'known' }),
    },
    { row: 'GET /analytics/kpi p95', what: 'eight answers of 100 take 1.3 s', dials: slow('GET /analytics/kpi', some(8, 1_300)) },
    {
      row: 'GET /analytics/dashboard p95',
      what: 'eight answers of 100 take 1.3 s',
      dials: slow('GET /analytics/dashboard', some(8, 1_300)),
    },
    { row: 'total error_budget', what: 'one request in fourteen fails', dials: failingTasks(14) },
    {
      row: 'server usage queue recovers',
      what: 'events lie in the queue that nobody books',
      dials: (healthy) => changeQueue(healthy, 'usage', { held: 200 }),
    },
  ],
};

const prometheus: TargetCase = {
  scenario: 'api.yaml',
  sla: 'prometheus.sla.yaml',
  healthy: ['local'],
  quick: 'local',
  needsPrometheus: true,
  env: { RATE_WINDOW: '5s' },
  faults: [
    { row: 'server response time last', what: 'every tenth request takes 1.5 s', dials: slowTasks(some(10, 1_500)) },
    { row: 'server error rate last', what: 'one request in eleven fails', dials: failingTasks(11) },
    {
      row: 'server throughput last',
      what: `every request takes 1.6 s (${SLOWER})`,
      dials: slowTasks(always(1_600)),
      also: ['server response time last'],
    },
    { row: 'server database connections max', what: 'connections are never given back: 44 of them', dials: heldConnections },
  ],
};

/** Assistants as a service: chat over WebSockets, the API, both user types, billing and analytics. */
export const aiaas: SystemCase = {
  system: 'aiaas',
  dials: played.dials,
  targets: [websocket, api, locust, billing, prometheus],
};
