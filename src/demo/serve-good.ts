import { json, type PreparedAnswer } from './prepared-answer.ts';
import type { RouteState } from './route-state.ts';

/** What a request without a fault needs of its exchange. */
export interface GoodServer {
  /** Answers when it is due; `tier`: of the cache that has the answer, or `miss`; undefined: the route has no cache. */
  readonly answerAt: (dueMs: number, tier: string | undefined) => void;
  /** Answers at once, by something else. */
  readonly refuse: (answer: PreparedAnswer) => void;
}

/** How a request without a fault comes to its answer: from the cache, or by the query and then the latency of its route. */
export function serveGood(route: RouteState, cacheKey: string, { answerAt, refuse }: GoodServer): void {
  const hit = route.cache?.ask(cacheKey, performance.now());
  if (hit !== undefined) {
    answerAt(performance.now() + hit.latencyMs, hit.tier);
    return;
  }
  const tier = route.cache && 'miss';
  const latencyMs = route.nextLatencyMs();
  const { query } = route;
  if (query === undefined) {
    answerAt(performance.now() + latencyMs, tier);
    return;
  }
  query.pool.run({
    latencyMs: query.nextLatencyMs(),
    done: () => answerAt(performance.now() + latencyMs, tier),
    gaveUp: () => refuse(json(503, { error: 'connection pool exhausted' })),
  });
}
