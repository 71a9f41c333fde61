import { randomBytes } from 'node:crypto';
import type { Plans } from '../plan/plan.ts';
import type { ConnectionSettings } from '../plan/program.ts';
import { shareOfWorker, type WorkerPlace } from '../plan/shard.ts';
import { readProxyEnvironment } from './socket/choose-proxy.ts';
import type { SideStart, WorkerStart } from './worker-messages.ts';

/** What each worker of a burst is started with, by its place; all of them share the counters of the data's rows. */
export function buildWorkerStart(plans: Plans, env: Readonly<Record<string, string | undefined>>): (index: number) => WorkerStart {
  const [{ seed, shard, timeBoxMs, workers, program }] = plans;
  const rowCounters = plans.map((plan) => new SharedArrayBuffer(4 * Math.max(1, plan.program.data.length)));
  const proxies = readProxyEnvironment(env);
  return (index) => {
    const place = { shard, worker: { index, count: workers } };
    return {
      seed,
      place,
      timeBoxMs,
      proxies,
      maxBytes: program.maxBytes / shard.count / workers / plans.length,
      sides: plans.map((plan, side): SideStart => ({
        program: { ...plan.program, connections: shareConnections(plan.program.connections, place) },
        phases: plan.phases,
        streams: plan.streams ?? plan.phases.map((_, phase) => phase),
        series: plan.series,
        rowCounters: rowCounters[side] as SharedArrayBuffer,
        tracePrefix: randomBytes(8).toString('hex'),
      })),
    };
  };
}

/** A limit of connections holds for the whole run: each worker has its share, and the plan has no more workers than connections. */
function shareConnections(settings: readonly ConnectionSettings[], place: WorkerPlace): readonly ConnectionSettings[] {
  return settings.map((one) => {
    if (one.limit === undefined) return one;
    return { ...one, limit: Math.max(1, shareOfWorker(one.limit, place)) };
  });
}
