import type { PlannedPhase, Series } from '../plan/plan.ts';
import { shareOf, WHOLE_BURST, workOfShard, type Shard } from '../plan/shard.ts';
import { checkBooks, MISSING_WORKERS } from './check-books.ts';
import { addCounts, zeroIterations } from './counts.ts';
import type { Delta } from './delta.ts';
import { mergeDistributions, percentileUs, type Distribution } from './distribution.ts';
import { EMBEDDED_ENGINE, type EngineInfo } from './engine-info.ts';
import { findSilentStretches } from './find-silent-stretches.ts';
import { placePhases } from './place-phases.ts';
import { Histogram } from './histogram.ts';
import type { GeneratorHealth, PhaseSummary, RunSummary, SeriesSummary, Slice, SlowRequest, TransportSummary } from './run-summary.ts';
import { mergeSlices, SeriesTotals, toSlice } from './series-totals.ts';
import { Timeline } from './timeline.ts';
import type { WorkerReport } from './worker-report.ts';

/** Slow requests that a report lists. */
export const MOST_SLOW_REQUESTS = 50;

/** One second of the run that every worker has handed in. */
export interface ClosedSecond {
  readonly second: number;
  /** Judged phases only; series without a sample are left out. */
  readonly series: readonly (Slice & { readonly name: string })[];
  readonly users: number;
  /** The phase that the slowest worker was in at its end; as many as there are phases: they are all over. */
  readonly phase: number;
  /** Iterations that were started, dropped or missed in it, warm-ups included. */
  readonly starts: number;
  /** What it is made of, one part for each worker. */
  readonly deltas: readonly Delta[];
}

/** What only the outside knows. */
export type RunFrame = Pick<
  RunSummary,
  'tool' | 'scenario' | 'target' | 'seed' | 'startedAt' | 'durationMs' | 'ending' | 'environment' | 'levelChanges'
> & {
  readonly processCpuSeconds: number;
  readonly peakMemoryBytes: number;
  /** Absent: the embedded engine. */
  readonly engine?: EngineInfo;
};

/** Merges what the workers hand in, second by second, into one summary. */
export class RunCollector {
  readonly #phases: readonly PlannedPhase[];
  readonly #series: readonly Series[];
  readonly #totals: SeriesTotals[][];
  readonly #iterations = new Map<number, ReturnType<typeof zeroIterations>>();
  readonly #reports: WorkerReport[] = [];
  readonly #open = new Map<number, { readonly deltas: Delta[] }>();
  readonly #startsBySecond = new Map<number, number>();
  readonly #lag = new Histogram();
  readonly #timeline: Timeline;
  readonly #workers: number;
  readonly #shard: Shard;
  /** Phases by their place → the second in which they were first seen. */
  readonly #seenMs = new Map<number, number>();
  #clamped = 0;

  /** Of a shard: the burst as it is planned for all, of which this machine makes its part. */
  constructor(phases: readonly PlannedPhase[], series: readonly Series[], workers: number, shard: Shard = WHOLE_BURST) {
    this.#shard = shard;
    this.#phases = phases;
    this.#series = series;
    this.#workers = workers;
    this.#timeline = new Timeline(phases);
    this.#totals = series.map(({ kind }) => phases.map(() => new SeriesTotals(kind)));
  }

  /** Adds one worker's second; answers the second once every worker has handed it in. */
  addDelta(delta: Delta): ClosedSecond | undefined {
    this.#clamped += delta.clamped;
    this.#lag.add(delta.scheduleLag);
    this.#timeline.add(delta);
    for (const cell of delta.cells) this.#totals[cell.series]?.[cell.phase]?.add(delta.second, cell);
    for (const { phase, book } of delta.iterations) {
      const total = this.#iterations.get(phase) ?? zeroIterations();
      addCounts(total, book);
      this.#iterations.set(phase, total);
      if (this.#phases[phase]?.model === 'open') {
        this.#startsBySecond.set(delta.second, (this.#startsBySecond.get(delta.second) ?? 0) + book.started + book.dropped);
      }
    }
    const waiting = this.#open.get(delta.second) ?? { deltas: [] };
    waiting.deltas.push(delta);
    if (waiting.deltas.length < this.#workers) {
      this.#open.set(delta.second, waiting);
      return undefined;
    }
    this.#open.delete(delta.second);
    return this.#close(delta.second, waiting.deltas);
  }

  /** Adds what a worker says at its end. */
  addReport(report: WorkerReport): void {
    this.#reports.push(report);
  }

  /** The series so far, in the order of the plan; for live views and for the summary. */
  totals(series: number): readonly SeriesTotals[] {
    return this.#totals[series] ?? [];
  }

  /** Everything. A worker that did not report leaves books that do not balance. */
  summarize(frame: RunFrame): RunSummary {
    const complete = frame.ending.state === 'complete';
    return this.#summarize(
      frame,
      this.#phases.map((plan, index) => this.#summarizePhase(plan, index, complete)),
    );
  }

  /** The same of a run that goes on: until workers report, phases are where the plan has them, and the health of the generator is not known. */
  summarizeSoFar(frame: RunFrame): RunSummary {
    const times = this.#reports.length < this.#workers ? placePhases(this.#phases, this.#seenMs, frame.durationMs) : [];
    return this.#summarize(
      frame,
      this.#phases.map((plan, index) => ({ ...this.#summarizePhase(plan, index, false), ...times[index] })),
    );
  }

  #summarize(frame: RunFrame, phases: readonly PhaseSummary[]): RunSummary {
    const complete = frame.ending.state === 'complete';
    const series = this.#series.map((entry, index): SeriesSummary => ({
      ...entry,
      perPhase: this.totals(index).map((totals, place) => totals.summarize(phases[place]?.endMs)),
    }));
    // What a worker has not reported is missing on one side of every equation: that it is missing says it all.
    const imbalances =
      this.#reports.length === this.#workers
        ? checkBooks({ phases, series, workers: this.#reports, complete })
        : [`${MISSING_WORKERS}${this.#reports.length} is not ${this.#workers}`];
    const { processCpuSeconds, peakMemoryBytes, ...rest } = frame;
    return {
      schemaVersion: 1,
      engine: EMBEDDED_ENGINE,
      ...rest,
      workers: this.#workers,
      phases,
      series,
      health: this.#summarizeHealth(phases, { processCpuSeconds, peakMemoryBytes }),
      transport: mergeTransports(this.#reports.map((report) => report.transport)),
      imbalances,
      slowRequests: this.#slowRequests(),
      timeline: this.#timeline.summarize(),
      server: [],
      shards: [],
    };
  }

  #close(second: number, deltas: readonly Delta[]): ClosedSecond {
    const bySeries = new Map<number, Slice>();
    for (const cell of deltas.flatMap((delta) => delta.cells)) {
      if (this.#phases[cell.phase]?.warmup) continue;
      bySeries.set(cell.series, mergeSlices(bySeries.get(cell.series), toSlice(second, cell)));
    }
    const series = [...bySeries].map(([index, slice]) => ({ ...slice, name: this.#series[index]?.name ?? '' }));
    const starts = deltas
      .flatMap((delta) => delta.iterations)
      .reduce((sum, { book }) => sum + book.started + book.dropped + book.missed, 0);
    const phase = Math.min(...deltas.map((delta) => delta.phase));
    for (let index = 0; index <= phase; index++) if (!this.#seenMs.has(index)) this.#seenMs.set(index, second * 1_000);
    return { second, series, users: deltas.reduce((sum, delta) => sum + delta.users, 0), phase, starts, deltas };
  }

  #summarizePhase(plan: PlannedPhase, index: number, complete: boolean): PhaseSummary {
    const reports = this.#reports.map((report) => report.phases[index]).filter((phase) => phase !== undefined);
    const starts = reports.flatMap((phase) => (phase.startUs === undefined ? [] : [phase.startUs]));
    const ends = reports.flatMap((phase) => (phase.endUs === undefined ? [] : [phase.endUs]));
    const book = this.#iterations.get(index) ?? zeroIterations();
    const begun = book.started + book.dropped + book.missed;
    const asked = countAsked(plan, this.#shard) ?? begun;
    return {
      plan,
      startMs: starts.length > 0 ? Math.min(...starts) / 1_000 : undefined,
      endMs: ends.length > 0 ? Math.max(...ends) / 1_000 : undefined,
      iterations: { ...book, planned: complete ? asked : Math.min(asked, begun) },
      peakUsers: reports.reduce((sum, phase) => sum + phase.peakUsers, 0),
    };
  }

  #summarizeHealth(
    phases: readonly PhaseSummary[],
    process: Pick<GeneratorHealth, 'processCpuSeconds' | 'peakMemoryBytes'>,
  ): GeneratorHealth {
    const judged = phases.filter((phase) => phase.plan.model === 'open' && !phase.plan.warmup);
    const planned = judged.reduce((sum, phase) => sum + phase.iterations.planned, 0);
    const missed = judged.reduce((sum, phase) => sum + phase.iterations.missed, 0);
    const cpus = this.#reports.flatMap((report) => (report.cpuRatio === undefined ? [] : [report.cpuRatio]));
    const worstLoop = this.#reports
      .map((report) => report.eventLoopDelay)
      .reduce((worst, delay) => (tail(delay) > tail(worst) ? delay : worst), mergeDistributions([]));
    return {
      scheduleLag: this.#lag.toDistribution(),
      eventLoopDelay: worstLoop,
      busiestWorkerCpu: cpus.length > 0 ? Math.max(...cpus) : undefined,
      ...process,
      missedRatio: planned === 0 ? 0 : missed / planned,
      silentStretchesMs: findSilentStretches(
        phases.filter((phase) => !phase.plan.warmup),
        this.#startsBySecond,
        this.#shard.count,
      ),
      clamped: this.#clamped,
    };
  }

  #slowRequests(): readonly SlowRequest[] {
    return this.#reports
      .flatMap((report) => report.slowRequests)
      .map((request) => ({ ...request, series: this.#series[request.series]?.name ?? '' }))
      .sort((left, right) => right.latencyUs - left.latencyUs)
      .slice(0, MOST_SLOW_REQUESTS);
  }
}

/** Iterations that a phase asks of a shard; undefined where its users make as many as they can. */
export function countAsked(plan: PlannedPhase, shard: Shard): number | undefined {
  if (plan.model === 'open') return shareOf(plan.plannedArrivals, shard);
  return plan.model === 'iterations' ? workOfShard(plan.iterations, plan.users, shard) : undefined;
}

/** Which loop is worst: by its p99. */
function tail(delay: Distribution): number {
  return percentileUs(delay, 99) ?? -1;
}

/** What several workers or machines did with connections, as one. */
export function mergeTransports(parts: readonly TransportSummary[]): TransportSummary {
  const protocols: Record<string, number> = {};
  for (const part of parts) {
    for (const [protocol, count] of Object.entries(part.protocols)) protocols[protocol] = (protocols[protocol] ?? 0) + count;
  }
  return {
    connectionsOpened: parts.reduce((sum, part) => sum + part.connectionsOpened, 0),
    requestsOnReusedConnections: parts.reduce((sum, part) => sum + part.requestsOnReusedConnections, 0),
    protocols,
  };
}
