import type { SocketBook } from '../../metrics/socket-tally.ts';
import { SPANS, type CellDelta, type Delta, type IterationDelta, type SocketDelta } from '../../metrics/delta.ts';
import { isDistribution, type Distribution } from '../../metrics/distribution.ts';
import type { FailureSummary, IterationBook, SocketCounts, TransportSummary } from '../../metrics/run-summary.ts';
import type { WorkerPhase, WorkerReport } from '../../metrics/worker-report.ts';
import { cleanText } from '../../report/clean-text.ts';
import { count, DecodeProblem, list, map, nullable, number, object, text, word, type Decoder } from '../../report/decode-json.ts';
import { decodeRequestCounts } from '../../report/decode-series.ts';

/** What the plan has, and so what a worker may speak of. */
export interface PlanShape {
  readonly phases: number;
  readonly series: number;
}

/** Failures that one series keeps apart in a second; what a worker has beyond is its own mistake. */
const MOST_REASONS = 100;
const MOST_STATUS = 600;
const MOST_PROTOCOLS = 20;
const MOST_SLOW = 50;
/** Code points of a reason or an example. */
const LONGEST_TEXT = 300;

function below(limit: number): Decoder<number> {
  return (value, path) => {
    const found = count(value, path);
    if (found >= limit) throw new DecodeProblem(`${path} must be below ${limit}`);
    return found;
  };
}

function fewKeys(most: number, key: RegExp): Decoder<Readonly<Record<string, number>>> {
  const each = map(count);
  return (value, path) => {
    const found = each(value, path);
    const keys = Object.keys(found);
    if (keys.length > most || !keys.every((name) => key.test(name)))
      throw new DecodeProblem(`${path} must have at most ${most} keys such as ${key.source}`);
    return found;
  };
}

const atLeastZero: Decoder<number> = (value, path) => {
  const found = number(value, path);
  if (found < 0) throw new DecodeProblem(`${path} must not be below 0`);
  return found;
};

/** What a server or a worker has said, as one short line. */
const phrase: Decoder<string> = (value, path) => cleanText(text(value, path), LONGEST_TEXT);

const numbers = list(number);

const distribution: Decoder<Distribution> = (value, path) => {
  const { count: samples, ...rest } = object<Distribution>({
    count,
    lowestUs: number,
    highestUs: number,
    sumUs: number,
    buckets: numbers,
    counts: numbers,
  })(value, path);
  const found = { count: samples, ...rest };
  if (!isDistribution(found)) throw new DecodeProblem(`${path} must be a histogram that something can have measured`);
  return found;
};

const iterationBook = object<IterationBook>({
  planned: count,
  started: count,
  dropped: count,
  missed: count,
  ok: count,
  failed: count,
  cut: count,
  interrupted: count,
});

const failure = object<FailureSummary>({
  class: word('connect', 'timeout', 'tls', 'reset', 'protocol', 'status', 'check', 'ws-close', 'data', 'dropped', 'cut'),
  reason: phrase,
  count,
  sample: phrase,
  firstMs: atLeastZero,
  lastMs: atLeastZero,
});

const socket = object<SocketDelta>({
  counts: object<SocketCounts>({ messagesIn: count, messagesOut: count, unmatched: count, late: count, duplicates: count }),
  open: count,
  most: count,
  fewest: count,
});

const spans: Decoder<CellDelta['spans']> = (value, path) => {
  const found = map(distribution)(value, path);
  const stranger = Object.keys(found).find((name) => !SPANS.some((span) => span === name));
  if (stranger !== undefined) throw new DecodeProblem(`${path} must hold spans such as ${SPANS[0]}`);
  return found;
};

/** A place that is there twice would be counted twice. */
function once<T>(decode: Decoder<readonly T[]>, of: (item: T) => string): Decoder<readonly T[]> {
  return (value, path) => {
    const found = decode(value, path);
    if (new Set(found.map(of)).size < found.length) throw new DecodeProblem(`${path} must have each entry once`);
    return found;
  };
}

/** One second of one worker. */
export function decodeDelta({ phases, series }: PlanShape): Decoder<Delta> {
  const cell = object<CellDelta>({
    phase: below(phases),
    series: below(series),
    counts: decodeRequestCounts,
    status: fewKeys(MOST_STATUS, /^[1-9]\d\d$/),
    failures: list(failure, 0, MOST_REASONS),
    spans,
    bytesSent: count,
    bytesReceived: count,
    socket: nullable(socket),
  });
  const iterations = object<IterationDelta>({ phase: below(phases), book: iterationBook });
  return object<Delta>({
    second: count,
    cells: once(list(cell, 0, phases * series), (one) => `${one.phase} ${one.series}`),
    iterations: once(list(iterations, 0, phases), (one) => String(one.phase)),
    scheduleLag: distribution,
    users: count,
    phase: below(phases + 1),
    clamped: count,
  });
}

/** What one worker says at its end. */
export function decodeWorkerReport({ phases, series }: PlanShape): Decoder<WorkerReport> {
  const phase = object<WorkerPhase>({ startUs: nullable(atLeastZero), endUs: nullable(atLeastZero), peakUsers: count });
  const listPhases = list(phase);
  const slow = object<WorkerReport['slowRequests'][number]>({
    series: below(series),
    atMs: atLeastZero,
    latencyUs: atLeastZero,
    traceId: nullable(phrase),
  });
  return object<WorkerReport>({
    requestsStarted: count,
    requests: decodeRequestCounts,
    iterations: iterationBook,
    sockets: object<SocketBook>({ opened: count, ended: count }),
    phases: (value, path) => {
      const found = listPhases(value, path);
      if (found.length !== phases) throw new DecodeProblem(`${path} must have ${phases} entries`);
      return found;
    },
    eventLoopDelay: distribution,
    cpuRatio: nullable(atLeastZero),
    transport: object<TransportSummary>({
      connectionsOpened: count,
      requestsOnReusedConnections: count,
      protocols: fewKeys(MOST_PROTOCOLS, /^[a-z0-9./-]{1,20}$/),
    }),
    slowRequests: list(slow, 0, MOST_SLOW),
  });
}
