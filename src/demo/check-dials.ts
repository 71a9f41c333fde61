import { checkBackend } from './backend/check-backend.ts';
import { checkReferences } from './backend/check-references.ts';
import { checkAnswer } from './check-answer.ts';
import { checkLatency } from './check-latency.ts';
import { checkTurns, isAmount, isCount } from './check-turns.ts';
import type { BreakerDials, Dials, RouteDials } from './dials.ts';
import { routeName, socketName } from './route-name.ts';
import { checkSocketDials } from './sockets/check-socket-dials.ts';

/** What is wrong with the dials, one sentence each; empty when the server can honour all of them exactly. */
export function checkDials(dials: Dials): readonly string[] {
  const problems: string[] = [];
  const check = (holds: boolean, problem: string): void => {
    if (!holds) problems.push(problem);
  };
  const sockets = dials.sockets ?? [];
  check(dials.routes.length + sockets.length > 0, 'routes: at least one is needed');
  check(isCount(dials.port ?? 0) && (dials.port ?? 0) < 65_536, 'port: 0 … 65535');
  check(dials.protocol !== 'h2' || dials.tls !== undefined, 'protocol h2 needs tls');
  check(dials.protocol !== 'h2' || dials.keepAlive !== false, 'keepAlive: false is for http1');
  check(isAmount(dials.spinMs ?? 0) && (dials.spinMs ?? 0) <= 20, 'spinMs: 0 … 20');
  check(Number.isFinite(dials.seed ?? 0), 'seed: a number');
  for (const stall of dials.stalls ?? []) check(isAmount(stall.afterMs) && isAmount(stall.forMs), 'stalls: milliseconds, 0 or more');
  if (dials.capacity) check(isCount(dials.capacity.concurrent) && dials.capacity.concurrent > 0, 'capacity.concurrent: 1 or more');
  if (dials.capacity) check(isCount(dials.capacity.queue ?? 0), 'capacity.queue: 0 or more');
  if (dials.die) check('afterMs' in dials.die ? isAmount(dials.die.afterMs) : isCount(dials.die.afterRequests), 'die: a number, 0 or more');
  const checkNamed = (names: Set<string>, name: string, found: readonly string[]): void => {
    check(!names.has(name), `${name}: the name is taken`);
    names.add(name);
    problems.push(...found.map((problem) => `${name}: ${problem}`));
  };
  const names = new Set<string>();
  for (const route of dials.routes) checkNamed(names, routeName(route), checkRoute(route));
  for (const socket of sockets) checkNamed(names, socketName(socket), checkSocketDials(socket));
  problems.push(...checkBackend(dials), ...checkReferences(dials));
  const known = new Set(sockets.flatMap((socket) => [socketName(socket), socket.path]));
  for (const route of dials.routes)
    check(
      route.notify === undefined || known.has(route.notify.socket),
      `${routeName(route)}: notify: there is no socket ${route.notify?.socket}`,
    );
  return problems;
}

function checkRoute(route: RouteDials): readonly string[] {
  const problems: string[] = [];
  if (!/^(\*|[A-Z]+)$/.test(route.method)) problems.push('method: upper case, or *');
  if (!route.path.startsWith('/')) problems.push('path: begins with /');
  if (!isAmount(route.bodyAfterMs ?? 0)) problems.push('bodyAfterMs: 0 or more');
  if (route.latency) problems.push(...checkLatency(route.latency));
  if (route.query) problems.push(...checkLatency(route.query.latency).map((problem) => `query: ${problem}`));
  problems.push(...checkTurns(route.faults ?? [], 'requests'));
  for (const [i, fault] of (route.faults ?? []).entries())
    if (fault.kind === 'status' && !isStatus(fault.status)) problems.push(`fault ${i + 1}: status is 200 … 599`);
  const { limit, breaker } = route;
  if (limit?.kind === 'bucket' && !(limit.perSec > 0 && Number.isFinite(limit.perSec) && limit.burst >= 1))
    problems.push('limit: perSec above 0, burst 1 or more');
  if (limit?.kind === 'window' && !(isCount(limit.max) && limit.windowMs > 0)) problems.push('limit: max 0 or more, windowMs above 0');
  if (breaker && !breakerHolds(breaker)) problems.push('breaker: failures above 0 … 1, minRequests 1 or more, windowMs and openMs above 0');
  if (route.notify?.delay) problems.push(...checkLatency(route.notify.delay).map((problem) => `notify: ${problem}`));
  if (route.answer) problems.push(...checkAnswer(route.answer));
  return problems;
}

function breakerHolds({ failures, minRequests, windowMs, openMs }: BreakerDials): boolean {
  return (
    failures > 0 &&
    failures <= 1 &&
    isCount(minRequests) &&
    minRequests > 0 &&
    isAmount(windowMs) &&
    windowMs > 0 &&
    isAmount(openMs) &&
    openMs > 0
  );
}

function isStatus(status: number): boolean {
  return isCount(status) && status >= 200 && status <= 599;
}
