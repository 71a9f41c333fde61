import type { Dials, Fault, Latency, RouteDials } from './dials.ts';

/** What is wrong with the dials, one sentence each; empty when the server can honour all of them exactly. */
export function checkDials(dials: Dials): readonly string[] {
  const problems: string[] = [];
  const check = (holds: boolean, problem: string): void => {
    if (!holds) problems.push(problem);
  };
  check(dials.routes.length > 0, 'routes: at least one is needed');
  check(isCount(dials.port ?? 0) && (dials.port ?? 0) < 65_536, 'port: 0 … 65535');
  check(dials.protocol !== 'h2' || dials.tls !== undefined, 'protocol h2 needs tls');
  check(dials.protocol !== 'h2' || dials.keepAlive !== false, 'keepAlive: false is for http1');
  check(isAmount(dials.spinMs ?? 0) && (dials.spinMs ?? 0) <= 20, 'spinMs: 0 … 20');
  check(Number.isFinite(dials.seed ?? 0), 'seed: a number');
  for (const stall of dials.stalls ?? []) check(isAmount(stall.afterMs) && isAmount(stall.forMs), 'stalls: milliseconds, 0 or more');
  if (dials.capacity) check(isCount(dials.capacity.concurrent) && dials.capacity.concurrent > 0, 'capacity.concurrent: 1 or more');
  if (dials.capacity) check(isCount(dials.capacity.queue ?? 0), 'capacity.queue: 0 or more');
  if (dials.die) check('afterMs' in dials.die ? isAmount(dials.die.afterMs) : isCount(dials.die.afterRequests), 'die: a number, 0 or more');
  const names = new Set<string>();
  for (const route of dials.routes) {
    const name = routeName(route);
    check(!names.has(name), `${name}: the name is taken`);
    names.add(name);
    for (const problem of checkRoute(route)) problems.push(`${name}: ${problem}`);
  }
  return problems;
}

/** The key of a route in counts and truth. */
export function routeName(route: RouteDials): string {
  return route.name ?? `${route.method} ${route.path}`;
}

function checkRoute(route: RouteDials): readonly string[] {
  const problems: string[] = [];
  if (!/^(\*|[A-Z]+)$/.test(route.method)) problems.push('method: upper case, or *');
  if (!route.path.startsWith('/')) problems.push('path: begins with /');
  if (!isAmount(route.bodyAfterMs ?? 0)) problems.push('bodyAfterMs: 0 or more');
  if (route.latency) problems.push(...checkLatency(route.latency));
  problems.push(...checkFaults(route.faults ?? []));
  const { limit, answer } = route;
  if (limit?.kind === 'bucket' && !(limit.perSec > 0 && Number.isFinite(limit.perSec) && limit.burst >= 1))
    problems.push('limit: perSec above 0, burst 1 or more');
  if (limit?.kind === 'window' && !(isCount(limit.max) && limit.windowMs > 0)) problems.push('limit: max 0 or more, windowMs above 0');
  if (answer?.kind === 'bytes' && !isCount(answer.size)) problems.push('answer.size: whole bytes');
  if (answer?.kind === 'list' && !(isCount(answer.count) && answer.count <= 100_000)) problems.push('answer.count: 0 … 100,000');
  if (answer?.kind === 'submit-job' && !(isAmount(answer.queuedMs) && isAmount(answer.runningMs)))
    problems.push('answer: milliseconds, 0 or more');
  return problems;
}

function checkLatency(latency: Latency): readonly string[] {
  const cycle = latency.cycle ?? 1_000;
  const problems = isCount(cycle) && cycle > 0 && cycle <= 1_000_000 ? [] : ['latency.cycle: 1 … 1,000,000'];
  if (!latencyHolds(latency)) problems.push(`latency: not a ${latency.kind} distribution of 0 ms or more`);
  return problems;
}

function latencyHolds(latency: Latency): boolean {
  switch (latency.kind) {
    case 'constant':
      return isAmount(latency.ms);
    case 'uniform':
      return isAmount(latency.minMs) && isAmount(latency.maxMs) && latency.minMs <= latency.maxMs;
    case 'lognormal':
      return latency.medianMs > 0 && latency.p95Ms >= latency.medianMs && Number.isFinite(latency.p95Ms);
    case 'quantiles': {
      const { points } = latency;
      const sorted = points.every(([percentile, ms], i) => {
        const before = points[i - 1];
        return (
          isAmount(ms) && percentile >= 0 && percentile <= 100 && (before === undefined || (percentile >= before[0] && ms >= before[1]))
        );
      });
      return points.length > 0 && sorted;
    }
  }
}

/** Two arithmetic progressions with steps a and b share a term exactly when their offsets are equal modulo gcd(a, b). */
function checkFaults(faults: readonly Fault[]): readonly string[] {
  const problems: string[] = [];
  for (const [i, fault] of faults.entries()) {
    const offset = fault.offset ?? 0;
    if (!(isCount(fault.every) && fault.every > 0 && isCount(offset) && offset < fault.every)) {
      problems.push(`fault ${i + 1}: every is 1 or more, offset 0 … every − 1`);
      continue;
    }
    if (fault.kind === 'status' && !(isCount(fault.status) && fault.status >= 200 && fault.status <= 599))
      problems.push(`fault ${i + 1}: status is 200 … 599`);
    for (const [j, other] of faults.slice(0, i).entries()) {
      const step = greatestCommonDivisor(fault.every, other.every);
      if ((offset - (other.offset ?? 0)) % step === 0)
        problems.push(`faults ${j + 1} and ${i + 1} fall on the same requests; give one an offset`);
    }
  }
  return problems;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isAmount(value: number): boolean {
  return Number.isFinite(value) && value >= 0;
}
