import type { CacheDials, MetricDials, PoolDials, QueueDials } from '../../src/demo/backend/backend-dials.ts';
import type { Dials, RouteDials } from '../../src/demo/dials.ts';
import { routeName, socketName } from '../../src/demo/route-name.ts';
import type { SocketDials } from '../../src/demo/sockets/socket-dials.ts';

/** The dials with one route changed, by name; throws when there is none, as a fault that is not planted proves nothing. */
export function changeRoute(dials: Dials, name: string, change: Partial<RouteDials>): Dials {
  return { ...dials, routes: changeOne(dials.routes, (route) => routeName(route) === name, change) };
}

/** The same with some keys of a route taken away. */
export function stripRoute(
  dials: Dials,
  name: string,
  keys: readonly ('limit' | 'breaker' | 'faults' | 'notify' | 'auth' | 'cache')[],
): Dials {
  const stripped = changeRoute(dials, name, {});
  return {
    ...stripped,
    routes: stripped.routes.map((route) => {
      if (routeName(route) !== name) return route;
      const rest = { ...route };
      for (const key of keys) delete rest[key];
      return rest;
    }),
  };
}

/** The dials with every route changed. */
export function changeRoutes(dials: Dials, change: Partial<RouteDials>): Dials {
  return { ...dials, routes: dials.routes.map((route) => ({ ...route, ...change })) };
}

/** The dials with one socket route changed, by name. */
export function changeSocket(dials: Dials, name: string, change: Partial<SocketDials>): Dials {
  return { ...dials, sockets: changeOne(dials.sockets ?? [], (socket) => socketName(socket) === name, change) };
}

/** The dials with one queue changed, by name. */
export function changeQueue(dials: Dials, name: string, change: Partial<QueueDials>): Dials {
  return { ...dials, queues: changeOne(dials.queues ?? [], (queue) => queue.name === name, change) };
}

/** The dials with one pool changed, by name. */
export function changePool(dials: Dials, name: string, change: Partial<PoolDials>): Dials {
  return { ...dials, pools: changeOne(dials.pools ?? [], (pool) => pool.name === name, change) };
}

/** The dials with a cache that keeps nothing. */
export function coolCache(dials: Dials, name: string): Dials {
  const cool = (cache: CacheDials): CacheDials => ({ ...cache, tiers: cache.tiers.map((tier) => ({ ...tier, capacity: 0 })) });
  const [cache] = (dials.caches ?? []).filter((one) => one.name === name);
  if (cache === undefined) throw new Error(`there is no cache ${name}`);
  return { ...dials, caches: (dials.caches ?? []).map((one) => (one === cache ? cool(one) : one)) };
}

/** The dials with one metric in place of that of its name and labels. */
export function changeMetric(dials: Dials, metric: MetricDials): Dials {
  const same = (one: MetricDials): boolean => one.name === metric.name && JSON.stringify(one.labels) === JSON.stringify(metric.labels);
  if (!(dials.metrics ?? []).some(same)) throw new Error(`there is no metric ${metric.name}`);
  return { ...dials, metrics: (dials.metrics ?? []).map((one) => (same(one) ? metric : one)) };
}

function changeOne<T extends object>(parts: readonly T[], isMeant: (part: T) => boolean, change: Partial<T>): readonly T[] {
  if (parts.filter(isMeant).length !== 1) throw new Error('there is not exactly one such part to change');
  return parts.map((part) => (isMeant(part) ? { ...part, ...change } : part));
}
