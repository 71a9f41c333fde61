import type { PlannedPhase, Series } from '../../src/plan/plan.ts';
import { EMBEDDED_ENGINE } from '../../src/metrics/engine-info.ts';
import { EMPTY_DISTRIBUTION, highestValueOfBucket, mergeDistributions } from '../../src/metrics/distribution.ts';
import type { Distribution } from '../../src/metrics/distribution.ts';
import type {
  FailureClass,
  GeneratorHealth,
  IterationBook,
  PhaseSummary,
  RequestCounts,
  RunSummary,
  SeriesPhase,
  SeriesSummary,
  Slice,
  SocketCounts,
} from '../../src/metrics/run-summary.ts';
import { buildSocketSummary } from './build-socket-summary.ts';
import { buildTimeline } from './build-timeline.ts';

/** What ended in one second: latencies of successes in ms, and counts of the rest. */
export interface SecondInput {
  readonly okMs?: readonly number[];
  /** Fast failures, `status 500`, 1 ms each. */
  readonly failed?: number;
  /** Given up after 10 s. */
  readonly timedOut?: number;
  /** Cut after 5 s. */
  readonly cut?: number;
  readonly dropped?: number;
  /** Connections at its end. */
  readonly open?: number;
  /** Connections that the other side ended; they were open for 2 s. */
  readonly drops?: number;
  readonly messagesIn?: number;
  readonly messagesOut?: number;
}

export interface PhaseInput {
  readonly name: string;
  readonly seconds: number;
  readonly warmup?: boolean;
  readonly model?: PlannedPhase['model'];
  /** The run ended before it. */
  readonly neverBegan?: boolean;
}

export interface SeriesInput extends Partial<Series> {
  readonly name: string;
  /** Seconds of the first phase that is judged; those beyond its length are its drain. */
  readonly seconds?: readonly SecondInput[];
  /** Seconds by phase name. */
  readonly in?: Readonly<Record<string, readonly SecondInput[]>>;
  /** In each phase with traffic, half of it before its end. */
  readonly bytesSent?: number;
  readonly bytesReceived?: number;
  /** In each phase with traffic; messages are in `seconds`. */
  readonly messages?: Partial<Pick<SocketCounts, 'unmatched' | 'late' | 'duplicates'>>;
}

export interface RunInput {
  /** Default: one closed phase `steady` as long as the longest series. */
  readonly phases?: readonly PhaseInput[];
  readonly series?: readonly SeriesInput[];
  readonly health?: Partial<GeneratorHealth>;
  /** Anything else of the summary. */
  readonly with?: Partial<RunSummary>;
}

/** A valid, balanced, frozen run of a healthy generator; each request is one iteration, and phases follow each other without a gap. */
export function buildRunSummary(input: RunInput = {}): RunSummary {
  const seriesInputs = input.series ?? [{ name: 'GET /health', seconds: everySecond(10, { okMs: [5] }) }];
  const longest = Math.max(1, ...seriesInputs.map(({ seconds }) => seconds?.length ?? 0));
  const phaseInputs = input.phases ?? [{ name: 'steady', seconds: longest }];
  let startMs = 0;
  const spans = phaseInputs.map((phase) => {
    const span = { phase, startMs, endMs: startMs + phase.seconds * 1_000 };
    startMs = span.endMs;
    return span;
  });
  const firstJudged = phaseInputs.find(({ warmup, model }) => !warmup && model !== 'pause')?.name;
  const trafficOf = (one: SeriesInput, { name }: PhaseInput): readonly SecondInput[] =>
    one.in?.[name] ?? (name === firstJudged ? one.seconds : undefined) ?? [];
  const series = seriesInputs.map((one): SeriesSummary => {
    const { name, kind = 'http', method = 'GET', tags = [], selected = true } = one;
    const perPhase = spans.map((span) => buildSeriesPhase(trafficOf(one, span.phase), span.startMs / 1_000, span.phase.seconds, one));
    return { name, kind, method, tags, selected, perPhase };
  });
  const phases = spans.map((span, place) =>
    buildPhase(
      span,
      series.flatMap(({ perPhase }) => perPhase[place] ?? []),
    ),
  );
  const run: RunSummary = {
    schemaVersion: 1,
    tool: { name: 'load-gate', version: '0.0.0' },
    scenario: { name: 'Example', file: 'load-gate.yaml', hash: '0'.repeat(64), profile: undefined },
    target: 'http://127.0.0.1:8000',
    seed: 42,
    startedAt: '2026-01-02T03:04:05.000Z',
    durationMs: startMs,
    ending: { state: 'complete' },
    environment: { node: 'v24.0.0', platform: 'linux-x64', cpuModel: 'Example CPU', cores: 4, memoryBytes: 16e9, runnerImage: undefined },
    workers: 1,
    phases,
    series,
    health: { ...HEALTHY, ...input.health },
    transport: {
      connectionsOpened: 10,
      requestsOnReusedConnections: 0,
      protocols: { 'http/1.1': series.flatMap(({ perPhase }) => perPhase).reduce((sum, { counts }) => sum + counts.started, 0) },
    },
    imbalances: [],
    slowRequests: [],
    server: [],
    timeline: buildTimeline(
      startMs / 1_000,
      seriesInputs.flatMap((one) =>
        spans.flatMap(({ phase, startMs: beganMs }) => {
          const traffic = trafficOf(one, phase);
          const bytesReceived = traffic.length > 0 ? (one.bytesReceived ?? 0) : 0;
          return { phase, firstSecond: beganMs / 1_000, traffic, bytesReceived };
        }),
      ),
    ),
    levelChanges: [],
    shards: [],
    engine: EMBEDDED_ENGINE,
    ...input.with,
  };
  return freeze(run);
}

/** The same in each of `count` seconds, or what `second` (from 0) has. */
export function everySecond(count: number, what: SecondInput | ((second: number) => SecondInput)): readonly SecondInput[] {
  return Array.from({ length: count }, (_, second) => (typeof what === 'function' ? what(second) : what));
}

/** Latencies in ms spread in turn over the seconds. */
export function spread(okMs: readonly number[], seconds: number): readonly SecondInput[] {
  return everySecond(seconds, (second) => ({ okMs: okMs.filter((_, index) => index % seconds === second) }));
}

/** `count` times the same latency. */
export function times(count: number, ms: number): readonly number[] {
  return new Array<number>(count).fill(ms);
}

/** Records whole microseconds as HDR histograms do: 3 significant digits, 1,024 buckets for each power of two. */
export function recordDistribution(valuesUs: readonly number[]): Distribution {
  if (valuesUs.length === 0) return EMPTY_DISTRIBUTION;
  const byBucket = new Map<number, number>();
  for (const value of valuesUs) {
    const bucket = bucketOf(value);
    if (!(value <= highestValueOfBucket(bucket))) throw new RangeError(`${value} does not lie in bucket ${bucket}`);
    byBucket.set(bucket, (byBucket.get(bucket) ?? 0) + 1);
  }
  const entries = [...byBucket].sort(([left], [right]) => left - right);
  return {
    count: valuesUs.length,
    lowestUs: valuesUs.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY),
    highestUs: valuesUs.reduce((high, value) => Math.max(high, value), 0),
    sumUs: valuesUs.reduce((sum, value) => sum + value, 0),
    buckets: entries.map(([bucket]) => bucket),
    counts: entries.map(([, count]) => count),
  };
}

const HEALTHY: GeneratorHealth = {
  scheduleLag: recordDistribution(times(1_000, 200)),
  eventLoopDelay: recordDistribution(times(1_000, 500)),
  busiestWorkerCpu: 0.2,
  processCpuSeconds: 3,
  peakMemoryBytes: 120e6,
  missedRatio: 0,
  silentStretchesMs: [],
  clamped: 0,
};

function bucketOf(valueUs: number): number {
  if (!Number.isSafeInteger(valueUs) || valueUs < 0) throw new RangeError(`${valueUs} is not a whole number of microseconds`);
  if (valueUs < 2_048) return valueUs;
  const power = Math.floor(Math.log2(valueUs)) - 10;
  return (power + 1) * 1_024 + Math.floor(valueUs / 2 ** power) - 1_024;
}

function buildSeriesPhase(traffic: readonly SecondInput[], firstSecond: number, phaseSeconds: number, input: SeriesInput): SeriesPhase {
  const slices = traffic.flatMap((second, index) => buildSlice(second, firstSecond + index));
  const sum = (of: (second: SecondInput) => number): number => traffic.reduce((total, second) => total + of(second), 0);
  const counts: RequestCounts = {
    started: sum(({ okMs = [], failed = 0, timedOut = 0, cut = 0 }) => okMs.length + failed + timedOut + cut),
    ok: sum(({ okMs = [] }) => okMs.length),
    failed: sum(({ failed = 0 }) => failed),
    timedOut: sum(({ timedOut = 0 }) => timedOut),
    cut: sum(({ cut = 0 }) => cut),
    dropped: sum(({ dropped = 0 }) => dropped),
    interrupted: 0,
    okBeforeEnd: traffic.slice(0, phaseSeconds).reduce((total, { okMs = [] }) => total + okMs.length, 0),
    sentBeforeEnd: traffic.length > 0 ? Math.floor((input.bytesSent ?? 0) / 2) : 0,
    receivedBeforeEnd: traffic.length > 0 ? Math.floor((input.bytesReceived ?? 0) / 2) : 0,
    drops: sum(({ drops = 0 }) => drops),
  };
  const latency = mergeDistributions(slices.map((slice) => slice.latency));
  const atMs = firstSecond * 1_000;
  const failure = (kind: FailureClass, reason: string, count: number): SeriesPhase['failures'] =>
    count === 0 ? [] : [{ class: kind, reason, count, sample: reason, firstMs: atMs, lastMs: atMs + traffic.length * 1_000 }];
  return {
    counts,
    status: { ...(counts.ok > 0 ? { 200: counts.ok } : {}), ...(counts.failed > 0 ? { 500: counts.failed } : {}) },
    failures: [
      ...failure('status', 'status 500', counts.failed),
      ...failure('timeout', 'timeout', counts.timedOut),
      ...failure('cut', 'cut at the end of the drain', counts.cut),
      ...failure('dropped', 'no virtual user was free', counts.dropped),
      ...failure('ws-close', 'closed 1006', counts.drops),
    ],
    latency,
    service: latency,
    ttfb: latency,
    failedLatency: recordDistribution(times(counts.failed, 1_000)),
    failedService: recordDistribution([
      ...times(counts.failed, 1_000),
      ...times(counts.timedOut, 10_000_000),
      ...times(counts.cut, 5_000_000),
    ]),
    queue: EMPTY_DISTRIBUTION,
    connect: EMPTY_DISTRIBUTION,
    tls: EMPTY_DISTRIBUTION,
    body: EMPTY_DISTRIBUTION,
    session: recordDistribution(times(counts.drops, 2_000_000)),
    socket:
      input.kind === 'ws' || input.kind === 'receive'
        ? buildSocketSummary(traffic, { firstSecond, phaseSeconds, messages: input.messages })
        : undefined,
    bytesSent: traffic.length > 0 ? (input.bytesSent ?? 0) : 0,
    bytesReceived: traffic.length > 0 ? (input.bytesReceived ?? 0) : 0,
    slices,
  };
}

function buildSlice({ okMs = [], failed = 0, timedOut = 0, cut = 0, dropped = 0 }: SecondInput, second: number): readonly Slice[] {
  const censored = timedOut + cut + dropped;
  if (okMs.length + failed + censored === 0) return [];
  return [{ second, ok: okMs.length, failed, censored, latency: recordDistribution(okMs.map((ms) => Math.round(ms * 1_000))) }];
}

function buildPhase(
  { phase, startMs, endMs }: { readonly phase: PhaseInput; readonly startMs: number; readonly endMs: number },
  parts: readonly SeriesPhase[],
): PhaseSummary {
  const sum = (of: (counts: RequestCounts) => number): number => parts.reduce((total, { counts }) => total + of(counts), 0);
  const started = sum((counts) => counts.started);
  const dropped = sum((counts) => counts.dropped);
  const iterations: IterationBook = {
    planned: started + dropped,
    started,
    dropped,
    missed: 0,
    ok: sum((counts) => counts.ok),
    failed: sum((counts) => counts.failed + counts.timedOut),
    cut: sum((counts) => counts.cut),
    interrupted: 0,
  };
  const plan = buildPlan(phase, iterations.planned);
  return {
    plan,
    startMs: phase.neverBegan ? undefined : startMs,
    endMs: phase.neverBegan ? undefined : endMs,
    iterations,
    peakUsers: plan.model === 'pause' ? 0 : 10,
  };
}

function buildPlan({ name, seconds, warmup = false, model = 'closed' }: PhaseInput, planned: number): PlannedPhase {
  const durationMs = seconds * 1_000;
  switch (model) {
    case 'open': {
      const ratePerSec = planned / seconds;
      return {
        name,
        warmup,
        model,
        fromRatePerSec: ratePerSec,
        ratePerSec,
        rampMs: 0,
        durationMs,
        arrivals: 'even',
        maxUsers: 100,
        plannedArrivals: planned,
      };
    }
    case 'closed':
      return { name, warmup, model, fromUsers: 10, users: 10, rampMs: 0, durationMs };
    case 'iterations':
      return { name, warmup, model, iterations: planned, users: 10, durationMs };
    case 'pause':
      return { name, warmup, model, durationMs };
  }
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    for (const part of Object.values(value)) freeze(part);
    Object.freeze(value);
  }
  return value;
}
