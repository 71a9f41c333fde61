import { CircuitBreaker } from './circuit-breaker.ts';
import { buildRouteTally, type RouteTally } from './counts.ts';
import { routeName } from './route-name.ts';
import type { Answer, Dials, Fault, RouteDials } from './dials.ts';
import { buildFaultSequence } from './fault-sequence.ts';
import { buildLatencySequence } from './latency-sequence.ts';
import { buildLimiter, type Limiter } from './rate-limit.ts';
import { ServiceTimes } from './service-times.ts';
import { buildNotifier, type Notify } from './sockets/notify.ts';
import type { SocketRoutes } from './sockets/socket-routes.ts';

/** What is counted of a route; it outlives a change of dials. */
export interface RouteRecord {
  readonly tally: RouteTally;
  readonly times: ServiceTimes;
  /** From a request's arrival to each notification of it. */
  readonly notifyTimes: ServiceTimes;
}

/** One route as it runs. */
export interface RouteState {
  readonly method: string;
  readonly path: string;
  readonly answer: Answer;
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
export function buildRouteRecord(): RouteRecord {
  return { tally: buildRouteTally(), times: new ServiceTimes(), notifyTimes: new ServiceTimes() };
}

/** Routes whose limits, latencies and faults begin afresh, each with its record by name. */
export function buildRouteStates(dials: Dials, recordOf: (name: string) => RouteRecord, sockets: SocketRoutes): readonly RouteState[] {
  return dials.routes.map((route, i) => {
    const record = recordOf(routeName(route));
    return {
      method: route.method,
      path: route.path,
      answer: route.answer ?? { kind: 'json', value: { ok: true } },
      bodyAfterMs: route.bodyAfterMs ?? 0,
      limiter: buildLimiter(route.limit),
      nextLatencyMs: buildLatency(route, (dials.seed ?? 1) + i),
      nextFaultLatencyMs: buildLatency(route, (dials.seed ?? 1) + i),
      nextFault: buildFaultSequence(route.faults ?? []),
      breaker: route.breaker && new CircuitBreaker(route.breaker),
      notify: route.notify && buildNotifier(route.notify, sockets, { seed: (dials.seed ?? 1) + i, times: record.notifyTimes }),
      record,
    };
  });
}

function buildLatency(route: RouteDials, seed: number): () => number {
  return route.latency ? buildLatencySequence(route.latency, seed) : () => 0;
}
