import { addCounts, zeroIterations } from './counts.ts';
import { nameShard } from './explain-part.ts';
import { mergeDistributions, percentileUs } from './distribution.ts';
import { mergeSeriesParts } from './merge-series.ts';
import { MOST_SLOW_REQUESTS, mergeTransports } from './run-collector.ts';
import type { Ending, GeneratorHealth, PhaseSummary, RunSummary, SeriesSummary, TimelineSecond } from './run-summary.ts';

/**
 * What the shards of one plan have measured, as one run: counts are added, histograms merged bucket by bucket, so that every percentile is the one that a single recorder
 * of all samples would give. Seconds are those since the common start. The caller has checked that they are the shards of one plan, each once, in order; at least one.
 */
export function mergeRuns(runs: readonly RunSummary[]): RunSummary {
  const [first] = runs;
  if (!first) throw new RangeError('there is no run to merge');
  if (runs.length === 1) return first;
  const name = (index: number): string => nameShard({ index, count: runs.length });
  const phases = first.phases.map((phase, place) =>
    mergePhases(
      phase,
      pick(runs, (run) => run.phases[place]),
    ),
  );
  return {
    ...first,
    durationMs: most(runs, ({ durationMs }) => durationMs),
    ending: mergeEndings(runs, name),
    workers: add(runs, ({ workers }) => workers),
    phases,
    series: first.series.map((series, place): SeriesSummary => ({
      ...series,
      perPhase: series.perPhase.map((_, phase) => mergeSeriesParts(pick(runs, (run) => run.series[place]?.perPhase[phase]))),
    })),
    health: mergeHealth(runs),
    transport: mergeTransports(runs.map(({ transport }) => transport)),
    imbalances: [
      ...runs.flatMap(({ imbalances }, place) => imbalances.map((text) => `${name(place)}: ${text}`)),
      ...checkShares(runs, phases),
    ],
    slowRequests: runs
      .flatMap(({ slowRequests }) => slowRequests)
      .sort((left, right) => right.latencyUs - left.latencyUs)
      .slice(0, MOST_SLOW_REQUESTS),
    timeline: mergeTimelines(runs.map(({ timeline }) => timeline)),
    // One of them alone asks the target about itself.
    server: runs.flatMap(({ server }) => server),
    levelChanges: runs.flatMap(({ levelChanges }) => levelChanges),
    shards: runs.flatMap(({ shards }) => shards),
  };
}

/** What all of them together were to start is what the plan has: the stripes leave nothing out, and take nothing twice. */
function checkShares(runs: readonly RunSummary[], phases: readonly PhaseSummary[]): readonly string[] {
  if (runs.some(({ ending }) => ending.state !== 'complete')) return [];
  return phases.flatMap(({ plan, iterations: { planned } }) => {
    const asked = plan.model === 'open' ? plan.plannedArrivals : plan.model === 'iterations' ? plan.iterations : planned;
    return asked === planned ? [] : [`phase ${plan.name}: planned starts of all shards: ${planned} is not ${asked}`];
  });
}

/** Closed: one that is cut short makes the whole so, whatever became of the others. */
function mergeEndings(runs: readonly RunSummary[], name: (place: number) => string): Ending {
  for (const state of ['cut-short', 'aborted'] as const) {
    const reasons = runs.flatMap(({ ending }, place) => (ending.state === state ? [`${name(place)}: ${ending.reason}`] : []));
    if (reasons.length > 0) return { state, reason: reasons.join('; ') };
  }
  return { state: 'complete' };
}

/** Users peak at about the same time everywhere, so that their peaks are added. */
function mergePhases({ plan }: PhaseSummary, parts: readonly PhaseSummary[]): PhaseSummary {
  const iterations = zeroIterations();
  for (const part of parts) addCounts(iterations, part.iterations);
  const starts = parts.flatMap(({ startMs }) => (startMs === undefined ? [] : [startMs]));
  const ends = parts.flatMap(({ endMs }) => (endMs === undefined ? [] : [endMs]));
  return {
    plan,
    // Closed: a phase that one of them never began was not made as planned.
    startMs: starts.length === parts.length ? Math.min(...starts) : undefined,
    endMs: ends.length === parts.length ? Math.max(...ends) : undefined,
    iterations,
    peakUsers: parts.reduce((sum, { peakUsers }) => sum + peakUsers, 0),
  };
}

/** The worst machine counts, but for the lag and what was missed, which are those of all starts together. */
function mergeHealth(runs: readonly RunSummary[]): GeneratorHealth {
  const all = runs.map(({ health }) => health);
  const planned = runs.map((run) =>
    run.phases
      .filter(({ plan }) => plan.model === 'open' && !plan.warmup)
      .reduce((sum, { iterations }) => ({ planned: sum.planned + iterations.planned, missed: sum.missed + iterations.missed }), {
        planned: 0,
        missed: 0,
      }),
  );
  const asked = planned.reduce((sum, one) => sum + one.planned, 0);
  const cpus = all.map(({ busiestWorkerCpu }) => busiestWorkerCpu);
  const known = cpus.filter((cpu) => cpu !== undefined);
  const tailOf = ({ eventLoopDelay }: GeneratorHealth): number => percentileUs(eventLoopDelay, 99) ?? -1;
  const worst = all.reduce((left, right) => (tailOf(right) > tailOf(left) ? right : left));
  return {
    scheduleLag: mergeDistributions(all.map(({ scheduleLag }) => scheduleLag)),
    eventLoopDelay: worst.eventLoopDelay,
    busiestWorkerCpu: known.length > 0 ? Math.max(...known) : undefined,
    processCpuSeconds: all.reduce((sum, { processCpuSeconds }) => sum + processCpuSeconds, 0),
    peakMemoryBytes: Math.max(...all.map(({ peakMemoryBytes }) => peakMemoryBytes)),
    missedRatio: asked === 0 ? 0 : planned.reduce((sum, one) => sum + one.missed, 0) / asked,
    silentStretchesMs: [...new Set(all.flatMap(({ silentStretchesMs }) => silentStretchesMs))].sort((left, right) => left - right),
    clamped: all.reduce((sum, { clamped }) => sum + clamped, 0),
  };
}

function mergeTimelines(timelines: readonly (readonly TimelineSecond[])[]): readonly TimelineSecond[] {
  const bySecond = new Map<number, TimelineSecond>();
  for (const one of timelines.flat()) {
    const known = bySecond.get(one.second);
    bySecond.set(one.second, known ? addSecond(known, one) : one);
  }
  return [...bySecond.values()].sort((left, right) => left.second - right.second);
}

function addSecond(left: TimelineSecond, right: TimelineSecond): TimelineSecond {
  const lows = [left, right].filter(({ service }) => service.count > 0).map(({ lowestUs }) => lowestUs);
  return {
    second: left.second,
    users: left.users + right.users,
    requests: left.requests + right.requests,
    failures: left.failures + right.failures,
    bytesReceived: left.bytesReceived + right.bytesReceived,
    sumUs: left.sumUs + right.sumUs,
    lowestUs: lows.length === 0 ? 0 : Math.min(...lows),
    highestUs: Math.max(left.highestUs, right.highestUs),
    service: mergeDistributions([left.service, right.service]),
  };
}

function pick<T>(runs: readonly RunSummary[], of: (run: RunSummary) => T | undefined): readonly T[] {
  return runs.map((run) => {
    const found = of(run);
    if (found === undefined) throw new RangeError('these runs are not of one plan');
    return found;
  });
}

function add(runs: readonly RunSummary[], of: (run: RunSummary) => number): number {
  return runs.reduce((sum, run) => sum + of(run), 0);
}

function most(runs: readonly RunSummary[], of: (run: RunSummary) => number): number {
  return Math.max(...runs.map(of));
}
