import { EMPTY_DISTRIBUTION, mergeDistributions } from '../metrics/distribution.ts';
import type { Distribution } from '../metrics/distribution.ts';
import { addStatus, sumCounts } from '../metrics/counts.ts';
import type { PhaseSummary, RequestCounts, SeriesPhase, Slice } from '../metrics/run-summary.ts';
import type { StatedLatency } from '../metrics/stated-latency.ts';
import { listSecondsOf } from './list-judged-seconds.ts';
import { mergeSockets, type SocketView } from './merge-sockets.ts';

/** What one promise is judged by: one or more series in one or more phases, merged. */
export interface JudgedView extends SocketView {
  readonly counts: RequestCounts;
  readonly status: Readonly<Record<string, number>>;
  readonly latency: Distribution;
  readonly service: Distribution;
  readonly ttfb: Distribution;
  readonly session: Distribution;
  readonly failedService: Distribution;
  /** Of all bodies and messages, failed ones too. */
  readonly bytesSent: number;
  readonly bytesReceived: number;
  /** From start to end of the phases, drains and pauses left out; 0 when none of them ran. */
  readonly durationMs: number;
  /** Some fixed work of the phases was not begun before its time was up. */
  readonly hasWorkLeft: boolean;
  /** One for each second of the phases, empty ones too, and for each second of a drain that saw something end; ascending. */
  readonly slices: readonly Slice[];
  /** Those of `slices` that lie in the phases themselves, drains left out. */
  readonly phaseSlices: readonly Slice[];
  /** In place of samples; absent: there are samples, or the figures of several parts, which cannot be merged. */
  readonly stated?: StatedLatency;
}

/** Merges one or more series, each with its parts in the order of `phases`; the same second of several parts is added. */
export function mergeSeriesPhases(series: readonly (readonly SeriesPhase[])[], phases: readonly PhaseSummary[]): JudgedView {
  const parts = series.flat();
  const inPhases = new Set(listSecondsOf(phases));
  const slices = mergeSlices(
    parts.map((part) => part.slices),
    inPhases,
  );
  return {
    ...mergeSockets(series, phases),
    counts: sumCounts(parts.map((part) => part.counts)),
    status: addStatus(parts.map((part) => part.status)),
    latency: mergeDistributions(parts.map((part) => part.latency)),
    service: mergeDistributions(parts.map((part) => part.service)),
    ttfb: mergeDistributions(parts.map((part) => part.ttfb)),
    session: mergeDistributions(parts.map((part) => part.session)),
    failedService: mergeDistributions(parts.map((part) => part.failedService)),
    bytesSent: parts.reduce((sum, part) => sum + part.bytesSent, 0),
    bytesReceived: parts.reduce((sum, part) => sum + part.bytesReceived, 0),
    durationMs: phases.reduce((sum, { startMs, endMs }) => sum + (startMs === undefined || endMs === undefined ? 0 : endMs - startMs), 0),
    hasWorkLeft: phases.some(({ plan, iterations }) => plan.model === 'iterations' && iterations.dropped > 0),
    slices,
    phaseSlices: slices.filter(({ second }) => inPhases.has(second)),
    ...(parts.length === 1 && parts[0]?.stated && { stated: parts[0].stated }),
  };
}

/** Adds what ended in the same second of several lists; `seconds` are listed even when nothing ended in them. Ascending. */
export function mergeSlices(lists: readonly (readonly Slice[])[], seconds: Iterable<number>): readonly Slice[] {
  const bySecond = new Map<number, Slice[]>([...seconds].map((second) => [second, []]));
  for (const slice of lists.flat()) {
    const together = bySecond.get(slice.second);
    if (together) together.push(slice);
    else bySecond.set(slice.second, [slice]);
  }
  return [...bySecond].sort(([left], [right]) => left - right).map(([second, slices]) => addSlices(second, slices));
}

/** Several slices as one that bears the name `second`. */
export function addSlices(second: number, slices: readonly Slice[]): Slice {
  let ok = 0;
  let failed = 0;
  let censored = 0;
  for (const slice of slices) {
    ok += slice.ok;
    failed += slice.failed;
    censored += slice.censored;
  }
  const latency = slices.length === 0 ? EMPTY_DISTRIBUTION : mergeDistributions(slices.map((slice) => slice.latency));
  return { second, ok, failed, censored, latency };
}
