import { checkLatency } from '../check-latency.ts';
import { isAmount, isCount } from '../check-turns.ts';
import type { BackendDials, CacheDials, PoolDials, QueueDials } from './backend-dials.ts';

/** What is wrong with the queues, caches, pools, collections and tenants; empty: nothing. */
export function checkBackend({ queues = [], caches = [], pools = [], collections = [], tenants }: BackendDials): readonly string[] {
  return [
    ...queues.flatMap((queue) => named(`queue ${queue.name}`, checkQueue(queue))),
    ...caches.flatMap((cache) => named(`cache ${cache.name}`, checkCache(cache))),
    ...pools.flatMap((pool) => named(`pool ${pool.name}`, checkPool(pool))),
    ...collections.flatMap(({ name, seeded }) =>
      named(`collection ${name}`, isCount(seeded?.count ?? 0) ? [] : ['seeded.count: 0 or more']),
    ),
    ...[queues, caches, pools, collections].flatMap(checkNames),
    ...Object.entries(tenants?.plans ?? {}).flatMap(([tenant, quota]) =>
      isCount(quota) ? [] : [`tenant ${tenant}: its plan is 0 or more`],
    ),
    ...(tenants === undefined || /^[a-z0-9-]+$/.test(tenants.header) ? [] : ['tenants.header: lower case']),
  ];
}

function checkQueue(queue: QueueDials): readonly string[] {
  const { workers, batch = 1, batchWaitMs = 0, work, capacity = 0, held = 0, failEvery = 1, loseEvery = 1 } = queue;
  return [
    ...(isCount(workers) ? [] : ['workers: 0 or more']),
    ...(isPositive(batch) ? [] : ['batch: 1 or more']),
    ...(isAmount(batchWaitMs) ? [] : ['batchWaitMs: 0 or more']),
    ...(isCount(capacity) && isCount(held) ? [] : ['capacity, held: 0 or more']),
    ...(isPositive(failEvery) && isPositive(loseEvery) ? [] : ['failEvery, loseEvery: 1 or more']),
    ...(work ? checkLatency(work).map((problem) => `work: ${problem}`) : []),
  ];
}

function checkCache({ tiers }: CacheDials): readonly string[] {
  return [
    ...(tiers.length > 0 ? [] : ['tiers: at least one']),
    ...checkNames(tiers),
    ...tiers.flatMap(({ name, capacity, ttlMs = 0, hit }) => [
      ...(isCount(capacity) && isAmount(ttlMs) ? [] : [`${name}: capacity and ttlMs are 0 or more`]),
      ...(hit ? checkLatency(hit).map((problem) => `${name}: hit: ${problem}`) : []),
    ]),
  ];
}

function checkPool({ size, held = 0, timeoutMs = 0 }: PoolDials): readonly string[] {
  return [
    ...(isPositive(size) && isCount(held) && held < size ? [] : ['size: 1 or more; held: less than that']),
    ...(isAmount(timeoutMs) ? [] : ['timeoutMs: 0 or more']),
  ];
}

function checkNames(parts: readonly { readonly name: string }[]): readonly string[] {
  const taken = new Set<string>();
  return parts.flatMap(({ name }) => {
    const twice = taken.has(name);
    taken.add(name);
    return twice ? [`${name}: the name is taken`] : [];
  });
}

function isPositive(count: number): boolean {
  return isCount(count) && count > 0;
}

function named(name: string, problems: readonly string[]): readonly string[] {
  return problems.map((problem) => `${name}: ${problem}`);
}
