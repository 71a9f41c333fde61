import type { Backend } from './backend/backend.ts';
import type { ConnectionPool } from './backend/connection-pool.ts';
import type { TieredCache } from './backend/tiered-cache.ts';
import { CircuitBreaker } from './circuit-breaker.ts';
import { buildRouteTally, type RouteTally } from './counts.ts';
import type { Answer, Dials, Fault, RouteDials } from './dials.ts';
import { buildFaultSequence } from './fault-sequence.ts';
import { buildLatencySequence } from './latency-sequence.ts';
import { DurationHistogram } from './metrics/duration-histogram.ts';
import { buildLimiter, type Limiter } from './rate-limit.ts';
import { ServiceTimes } from './service-times.ts';
import { buildNotifier, type Notify } from './sockets/notify.ts';
import type { SocketRoutes } from './sockets/socket-routes.ts';

/** What is counted of a route; it outlives a change of dials. */
export interface RouteRecord {
  readonly method: string;
  readonly path: string;
  readonly tally: RouteTally;
  readonly times: ServiceTimes;
  /** From a request's arrival to each notification of it. */
  readonly notifyTimes: ServiceTimes;
  /** Of whole answers of every status. */
  readonly durations: DurationHistogram;
  /** How often its breaker has opened. */
  trips: number;
}

/** One route as it runs. */
export interface RouteState {
  readonly method: string;
  readonly path: string;
  readonly answer: Answer;
  readonly auth: RouteDials['auth'];
  readonly tenant: RouteDials['tenant'];
  readonly cache: TieredCache | undefined;
  readonly query: { readonly pool: ConnectionPool; readonly nextLatencyMs: () => number } | undefined;
  readonly bodyAfterMs: number;
  readonly limiter: Limiter;
  readonly nextLatencyMs: () => number;
  /** Of requests that a fault falls on: a sequence apart, so that the good answers alone have the planted quantiles. */
  readonly nextFaultLatencyMs: () => number;
  /** The fault that falls on the next request, if any; counts that request. */
  readonly nextFault: () => Fault | undefined;
  readonly breaker: CircuitBreaker | undefined;
  readonly notify: Notify | undefined;
  readonly record: RouteRecord;
}

/** All counters at zero, nothing recorded. */
export function buildRouteRecord({ method, path }: Pick<RouteDials, 'method' | 'path'>): RouteRecord {
  return {
    method,
    path,
    tally: buildRouteTally(),
    times: new ServiceTimes(),
    notifyTimes: new ServiceTimes(),
    durations: new DurationHistogram(),
    trips: 0,
  };
}

/** What routes lean on. */
export interface RouteWorld {
  readonly sockets: SocketRoutes;
  readonly backend: Backend;
  readonly recordOf: (route: RouteDials) => RouteRecord;
}

/** Routes whose limits, latencies and faults begin afresh, each with its record by name. */
export function buildRouteStates(dials: Dials, { sockets, backend, recordOf }: RouteWorld): readonly RouteState[] {
  return dials.routes.map((route, i) => {
    const record = recordOf(route);
    const seed = (dials.seed ?? 1) + i;
    return {
      method: route.method,
      path: route.path,
      answer: route.answer ?? { kind: 'json', value: { ok: true } },
      auth: route.auth,
      tenant: route.tenant,
      cache: route.cache === undefined ? undefined : backend.cache(route.cache),
      query: route.query && { pool: backend.pool(route.query.pool), nextLatencyMs: buildLatencySequence(route.query.latency, seed) },
      bodyAfterMs: route.bodyAfterMs ?? 0,
      limiter: buildLimiter(route.limit),
      nextLatencyMs: buildLatency(route, seed),
      nextFaultLatencyMs: buildLatency(route, seed),
      nextFault: buildFaultSequence(route.faults ?? []),
      breaker:
        route.breaker &&
        new CircuitBreaker(route.breaker, () => {
          record.trips += 1;
        }),
      notify: route.notify && buildNotifier(route.notify, sockets, { seed, times: record.notifyTimes }),
      record,
    };
  });
}

function buildLatency(route: RouteDials, seed: number): () => number {
  return route.latency ? buildLatencySequence(route.latency, seed) : () => 0;
}
