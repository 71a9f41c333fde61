import { keyOf } from './cell.ts';
import { addCounts, addStatus, sumCounts, zeroMessages } from './counts.ts';
import { mergeDistributions, type Distribution } from './distribution.ts';
import type { FailureSummary, SeriesPhase, Slice, SocketSecond, SocketSummary } from './run-summary.ts';
import { MOST_REASONS, mergeSlices, reasonBeyond } from './series-totals.ts';

/** One series in one phase as several machines have measured it at the same time, as one: added up, and merged, never averaged. At least one part. */
export function mergeSeriesParts(parts: readonly SeriesPhase[]): SeriesPhase {
  const merge = (span: (part: SeriesPhase) => Distribution): Distribution => mergeDistributions(parts.map(span));
  return {
    counts: sumCounts(parts.map(({ counts }) => counts)),
    status: addStatus(parts.map(({ status }) => status)),
    failures: mergeFailures(parts.flatMap(({ failures }) => failures)),
    latency: merge(({ latency }) => latency),
    service: merge(({ service }) => service),
    ttfb: merge(({ ttfb }) => ttfb),
    failedLatency: merge(({ failedLatency }) => failedLatency),
    failedService: merge(({ failedService }) => failedService),
    queue: merge(({ queue }) => queue),
    connect: merge(({ connect }) => connect),
    tls: merge(({ tls }) => tls),
    body: merge(({ body }) => body),
    session: merge(({ session }) => session),
    socket: mergeSockets(parts.flatMap(({ socket }) => (socket ? [socket] : []))),
    bytesSent: parts.reduce((sum, part) => sum + part.bytesSent, 0),
    bytesReceived: parts.reduce((sum, part) => sum + part.bytesReceived, 0),
    slices: addSlices(parts.flatMap(({ slices }) => slices)),
  };
}

/** Reasons beyond what a report lists are counted as `other`, as within one machine. */
function mergeFailures(all: readonly FailureSummary[]): readonly FailureSummary[] {
  const merged = new Map<string, FailureSummary>();
  const byCount = [...all].sort((left, right) => right.count - left.count);
  for (const failure of byCount) {
    const isKnown = merged.size < MOST_REASONS || merged.has(keyOf(failure));
    const told = isKnown ? failure : { ...failure, reason: reasonBeyond(failure) };
    const known = merged.get(keyOf(told));
    merged.set(keyOf(told), known ? addFailure(known, told) : told);
  }
  return [...merged.values()];
}

function addFailure(left: FailureSummary, right: FailureSummary): FailureSummary {
  return {
    ...left,
    count: left.count + right.count,
    firstMs: Math.min(left.firstMs, right.firstMs),
    lastMs: Math.max(left.lastMs, right.lastMs),
  };
}

function addSlices(slices: readonly Slice[]): readonly Slice[] {
  const bySecond = new Map<number, Slice>();
  for (const slice of slices) bySecond.set(slice.second, mergeSlices(bySecond.get(slice.second), slice));
  return [...bySecond.values()].sort((left, right) => left.second - right.second);
}

/** Most held at once is what stood open at the end of one second on all of them, or on one of them within a second: at least so many. */
function mergeSockets(parts: readonly SocketSummary[]): SocketSummary | undefined {
  if (parts.length === 0) return undefined;
  const counts = zeroMessages();
  for (const part of parts) addCounts(counts, part.counts);
  const bySecond = new Map<number, SocketSecond>();
  for (const { second, open, messagesIn, messagesOut } of parts.flatMap(({ seconds }) => seconds)) {
    const known = bySecond.get(second) ?? { second, open: 0, messagesIn: 0, messagesOut: 0 };
    bySecond.set(second, {
      second,
      open: known.open + open,
      messagesIn: known.messagesIn + messagesIn,
      messagesOut: known.messagesOut + messagesOut,
    });
  }
  const seconds = [...bySecond.values()].sort((left, right) => left.second - right.second);
  const concurrent = Math.max(...seconds.map(({ open }) => open), ...parts.map((part) => part.concurrent));
  return { counts, concurrent, seconds };
}
