import type { Latency } from '../../src/demo/dial-values.ts';
import type { Dials, Fault as RouteFault, RouteDials } from '../../src/demo/dials.ts';
import type { ConnectionFault, SocketDials } from '../../src/demo/sockets/socket-dials.ts';
import { constant, redisMemory, residentMemory } from '../../src/demo/systems/demo-system.ts';
import type { Fault } from './system-case.ts';

/** What a fault does to the healthy server. */
export type Change = Fault['dials'];

/** Changes one route, by its `METHOD /path`. */
export function route(name: string, change: Partial<RouteDials>): Change {
  return (healthy) => {
    const routes = healthy.routes.map((one) => (`${one.method} ${one.path}` === name ? { ...one, ...change } : one));
    if (routes.every((one, place) => one === healthy.routes[place])) throw new Error(`there is no route ${name}`);
    return { ...healthy, routes };
  };
}

/** The latency of one route. */
export function slow(name: string, latency: Latency): Change {
  return route(name, { latency });
}

/** Each so many-th request fails. */
export function failing(name: string, every: number): Change {
  const faults: readonly RouteFault[] = [{ kind: 'status', status: 500, every }];
  return route(name, { faults });
}

/** Changes the socket route. */
export function socket(change: Partial<SocketDials>): Change {
  return (healthy) => ({ ...healthy, sockets: (healthy.sockets ?? []).map((one) => ({ ...one, ...change })) });
}

/** Strikes so many of the connections. */
export function connections(fault: ConnectionFault): Change {
  return socket({ connectionFaults: [fault] });
}

/** The time from a message to its notification. */
export function notifiedAfter(delay: Latency): Change {
  return (healthy) => ({
    ...healthy,
    routes: healthy.routes.map((one) => (one.notify ? { ...one, notify: { ...one.notify, delay } } : one)),
  });
}

/** Replaces what is told of one metric. */
export function metric(name: string, replaced: NonNullable<Dials['metrics']>[number]): Change {
  return (healthy) => ({ ...healthy, metrics: (healthy.metrics ?? []).map((one) => (one.name === name ? replaced : one)) });
}

/** The same latency for all, in ms. */
export const always = (ms: number): Latency => ({ kind: 'constant', ms });

/** So many of a hundred take `ms`, the others are healthy. */
export const some = (percent: number, ms: number): Latency => ({
  kind: 'quantiles',
  points: [
    [0, 6],
    [100 - percent, 20],
    [100 - percent, ms],
    [100, ms],
  ],
});

/** Changes Kafka and its consumers. */
export const queue =
  (change: Partial<NonNullable<Dials['queues']>[number]>): Change =>
  (healthy) => ({ ...healthy, queues: (healthy.queues ?? []).map((one) => ({ ...one, ...change })) });
/** 60 connections are never given back; the others are as many as before. */
export const heldPool: Change = (healthy) => ({
  ...healthy,
  pools: (healthy.pools ?? []).map((one) => ({ ...one, size: one.size + 60, held: 60 })),
});
/** The CPU is 90 % busy. */
export const cpu: Change = (healthy) =>
  metric('system_cpu_usage_ratio', {
    name: 'system_cpu_usage_ratio',
    help: 'Share of a core in use.',
    type: 'gauge',
    value: constant(0.9),
  })(healthy);
/** Redis has used 95 % of its memory. */
export const redis = metric('redis_memory_used_ratio', redisMemory(0.95));
/** Each request leaves so many bytes behind. */
export const leak = (bytes: number): Change => metric('process_resident_memory_bytes', residentMemory(420_000_000, bytes));

/** Tokens expire after 2 s. */
export const shortTokens = route('POST /v1/auth/token', { answer: { kind: 'jwt-login', expiresInMs: 2_000 } });
/** Connections that nobody closes. */
export const leakedSockets = {
  name: 'websocket_connections_active',
  help: 'WebSocket connections that are open.',
  type: 'gauge',
  value: constant(12_000),
} as const;

/** Kafka loses a broker with every thousandth request. */
export const lostBrokers: Change = (healthy) => ({
  ...healthy,
  metrics: [
    ...(healthy.metrics ?? []),
    {
      name: 'kafka_brokers_lost_total',
      help: 'Brokers that were lost.',
      type: 'counter',
      value: { figure: 'sum', terms: [{ of: { figure: 'requests', of: 'received' }, times: 0.001 }] },
    },
  ],
});
