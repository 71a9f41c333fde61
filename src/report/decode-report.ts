import type { Distribution } from '../metrics/distribution.ts';
import type {
  Ending,
  IterationBook,
  LevelChange,
  PhaseSummary,
  RequestCounts,
  RunSummary,
  SeriesPhase,
  SeriesSummary,
  Slice,
  SocketCounts,
  SocketSecond,
  SocketSummary,
} from '../metrics/run-summary.ts';
import type { StatedLatency, StatedPercentile } from '../metrics/stated-latency.ts';
import type { Check, Observed, Verdict } from '../verdict/verdict.ts';
import {
  both,
  count,
  DecodeProblem,
  list,
  map,
  number,
  object,
  optional,
  positive,
  tagged,
  text,
  truth,
  word,
  type Decoder,
} from './decode-json.ts';
import { decodeDistribution } from './encode-distribution.ts';
import { decodeEngine } from './decode-engine.ts';
import { decodeServer } from './encode-server.ts';
import { decodeShards } from './decode-shards.ts';
import { decodeTimeline } from './encode-timeline.ts';

const distribution: Decoder<Distribution> = (value, path) => {
  const decoded = decodeDistribution(text(value, path));
  if (!decoded) throw new DecodeProblem(`${path} must be an encoded distribution`);
  return decoded;
};

const isoTime: Decoder<string> = (value, path) => {
  const time = text(value, path);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(time) || Number.isNaN(Date.parse(time))) {
    throw new DecodeProblem(`${path} must be a time such as 2026-03-01T12:00:00.000Z`);
  }
  return time;
};

type AnyPhase = PhaseSummary['plan'];
type Model<Name extends AnyPhase['model']> = Omit<Extract<AnyPhase, { model: Name }>, 'name' | 'warmup'>;

/** Absent where the ramp has its own time, and in files of older versions. */
const spawnRate: Decoder<Pick<Model<'closed'>, 'spawnRatePerSec'>> = (value, path) => {
  const { spawnRatePerSec } = object<{ spawnRatePerSec: number | undefined }>({ spawnRatePerSec: optional(positive) })(value, path);
  return spawnRatePerSec === undefined ? {} : { spawnRatePerSec };
};

const plannedPhase: Decoder<AnyPhase> = both(
  object<{ name: string; warmup: boolean }>({ name: text, warmup: truth }),
  tagged<Model<'open'> | Model<'closed'> | Model<'iterations'> | Model<'pause'> | Model<'foreign'>>('model', {
    open: object<Model<'open'>>({
      model: word('open'),
      fromRatePerSec: number,
      ratePerSec: number,
      rampMs: number,
      durationMs: number,
      arrivals: word('even', 'poisson'),
      maxUsers: count,
      plannedArrivals: count,
    }),
    closed: both(
      object<Omit<Model<'closed'>, 'spawnRatePerSec'>>({
        model: word('closed'),
        fromUsers: count,
        users: count,
        rampMs: number,
        durationMs: number,
      }),
      spawnRate,
    ),
    iterations: object<Model<'iterations'>>({ model: word('iterations'), iterations: count, users: count, durationMs: number }),
    pause: object<Model<'pause'>>({ model: word('pause'), durationMs: number }),
    foreign: object<Model<'foreign'>>({ model: word('foreign'), durationMs: number }),
  }),
);

const phase: Decoder<PhaseSummary> = object<PhaseSummary>({
  plan: plannedPhase,
  startMs: optional(number),
  endMs: optional(number),
  iterations: object<IterationBook>({
    planned: count,
    started: count,
    dropped: count,
    missed: count,
    ok: count,
    failed: count,
    cut: count,
    interrupted: count,
  }),
  peakUsers: count,
});

const socket: Decoder<SocketSummary> = object<SocketSummary>({
  counts: object<SocketCounts>({ messagesIn: count, messagesOut: count, unmatched: count, late: count, duplicates: count }),
  concurrent: count,
  seconds: list(object<SocketSecond>({ second: count, open: count, messagesIn: count, messagesOut: count })),
});

const stated: Decoder<StatedLatency> = object<StatedLatency>({
  of: word('successes', 'all'),
  count: optional(count),
  percentiles: list(object<StatedPercentile>({ percentile: number, us: number })),
  meanUs: optional(number),
  minUs: optional(number),
  maxUs: optional(number),
});

const seriesFigures = object<Omit<SeriesPhase, 'stated'>>({
  counts: object<RequestCounts>({
    started: count,
    ok: count,
    failed: count,
    timedOut: count,
    cut: count,
    dropped: count,
    interrupted: count,
    okBeforeEnd: count,
    sentBeforeEnd: count,
    receivedBeforeEnd: count,
    drops: count,
  }),
  status: map(count),
  failures: list(
    object({
      class: word('connect', 'timeout', 'tls', 'reset', 'protocol', 'status', 'check', 'ws-close', 'data', 'dropped', 'cut'),
      reason: text,
      count,
      sample: text,
      firstMs: number,
      lastMs: number,
    }),
  ),
  latency: distribution,
  service: distribution,
  ttfb: distribution,
  failedLatency: distribution,
  failedService: distribution,
  queue: distribution,
  connect: distribution,
  tls: distribution,
  body: distribution,
  session: distribution,
  socket: optional(socket),
  bytesSent: count,
  bytesReceived: count,
  slices: list(object<Slice>({ second: count, ok: count, failed: count, censored: count, latency: distribution })),
});

/** Absent where there are samples: no key then, as it was written. */
const statedPart: Decoder<Pick<SeriesPhase, 'stated'>> = (value, path) => {
  const { stated: found } = object<{ stated: StatedLatency | undefined }>({ stated: optional(stated) })(value, path);
  return found === undefined ? {} : { stated: found };
};

const statedTotal: Decoder<Pick<RunSummary, 'statedTotal'>> = (value, path) => {
  const { statedTotal: found } = object<{ statedTotal: StatedLatency | undefined }>({ statedTotal: optional(stated) })(value, path);
  return found === undefined ? {} : { statedTotal: found };
};

const seriesPhase: Decoder<SeriesPhase> = both(seriesFigures, statedPart);

const series: Decoder<SeriesSummary> = object<SeriesSummary>({
  name: text,
  kind: word('http', 'poll', 'ws', 'receive'),
  method: text,
  tags: list(text),
  selected: truth,
  perPhase: list(seriesPhase),
});

const ending: Decoder<Ending> = tagged<Ending>('state', {
  complete: object<Extract<Ending, { state: 'complete' }>>({ state: word('complete') }),
  aborted: object<Extract<Ending, { state: 'aborted' }>>({ state: word('aborted'), reason: text }),
  'cut-short': object<Extract<Ending, { state: 'cut-short' }>>({ state: word('cut-short'), reason: text }),
});

const listOfChanges = list(object<LevelChange>({ atMs: number, phase: count, fromUsers: count, users: count, spawnRatePerSec: positive }));

/** Empty where it is absent, as in files of older versions. */
const levelChanges: Decoder<readonly LevelChange[]> = (value, path) => (value === undefined ? [] : listOfChanges(value, path));

/** `run` of results.json; its version stands at the top of the file. */
export const decodeRun: Decoder<Omit<RunSummary, 'schemaVersion'>> = both(
  object<Omit<RunSummary, 'schemaVersion' | 'statedTotal'>>({
    tool: object({ name: word('load-gate'), version: text }),
    scenario: object({ name: text, file: text, hash: text, profile: optional(text) }),
    target: text,
    seed: number,
    startedAt: isoTime,
    durationMs: number,
    ending,
    environment: object({ node: text, platform: text, cpuModel: text, cores: count, memoryBytes: count, runnerImage: optional(text) }),
    workers: count,
    phases: list(phase),
    series: list(series),
    health: object({
      scheduleLag: distribution,
      eventLoopDelay: distribution,
      busiestWorkerCpu: optional(number),
      processCpuSeconds: number,
      peakMemoryBytes: number,
      missedRatio: number,
      silentStretchesMs: list(number),
      clamped: count,
    }),
    transport: object({ connectionsOpened: count, requestsOnReusedConnections: count, protocols: map(count) }),
    imbalances: list(text),
    slowRequests: list(object({ series: text, atMs: number, latencyUs: number, traceId: optional(text) })),
    timeline: decodeTimeline,
    levelChanges,
    server: decodeServer,
    shards: decodeShards,
    engine: decodeEngine,
  }),
  statedTotal,
);

const observed: Decoder<Observed> = object<Observed>({
  value: number,
  censored: truth,
  text,
  limitValue: number,
  samples: count,
  interval: optional(object({ low: number, high: number, text })),
  budgetUsed: optional(number),
  burnRate: optional(number),
});

type InState<State extends Check['state']> = Pick<Extract<Check, { state: State }>, 'state'>;
type Measured = { readonly state: 'passed' | 'breached'; readonly observed: Observed };
type Skipped = InState<'skipped'> & { readonly reason: string };
type NoData = InState<'no-data'> & { readonly reason: string; readonly samples: number };

const measured = object<Measured>({ state: word('passed', 'breached'), observed });

const check: Decoder<Check> = both(
  object<Pick<Check, 'name' | 'series' | 'phase' | 'kind' | 'metric' | 'promise' | 'limit' | 'severity' | 'at'>>({
    name: text,
    series: text,
    phase: optional(text),
    kind: word('sla', 'window', 'server'),
    metric: text,
    promise: text,
    limit: text,
    severity: word('fail', 'warn'),
    at: object({ file: text, line: count, column: count }),
  }),
  tagged<Measured | Skipped | NoData>('state', {
    passed: measured,
    breached: measured,
    skipped: object<Skipped>({ state: word('skipped'), reason: text }),
    'no-data': object<NoData>({ state: word('no-data'), reason: text, samples: count }),
  }),
);

/** `verdict` of results.json. */
export const decodeVerdict: Decoder<Verdict> = object<Verdict>({
  state: word('pass', 'breach', 'regression', 'inconclusive'),
  reasons: list(text, 1),
  checks: list(check),
});
