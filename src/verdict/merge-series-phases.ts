import { EMPTY_DISTRIBUTION, mergeDistributions } from '../metrics/distribution.ts';
import type { Distribution } from '../metrics/distribution.ts';
import type { PhaseSummary, RequestCounts, SeriesPhase, Slice } from '../metrics/run-summary.ts';
import { listSecondsOf } from './list-judged-seconds.ts';

/** What one promise is judged by: one or more series in one or more phases, merged. */
export interface JudgedView {
  readonly counts: RequestCounts;
  readonly status: Readonly<Record<string, number>>;
  readonly latency: Distribution;
  readonly service: Distribution;
  readonly ttfb: Distribution;
  readonly failedService: Distribution;
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
}

/** Merges parts (of several series, phases, or both) that ran in `phases`; the same second of several parts is added. */
export function mergeSeriesPhases(parts: readonly SeriesPhase[], phases: readonly PhaseSummary[]): JudgedView {
  const inPhases = new Set(listSecondsOf(phases));
  const slices = mergeSlices(
    parts.map((part) => part.slices),
    inPhases,
  );
  return {
    counts: addCounts(parts.map((part) => part.counts)),
    status: addStatus(parts.map((part) => part.status)),
    latency: mergeDistributions(parts.map((part) => part.latency)),
    service: mergeDistributions(parts.map((part) => part.service)),
    ttfb: mergeDistributions(parts.map((part) => part.ttfb)),
    failedService: mergeDistributions(parts.map((part) => part.failedService)),
    bytesSent: parts.reduce((sum, part) => sum + part.bytesSent, 0),
    bytesReceived: parts.reduce((sum, part) => sum + part.bytesReceived, 0),
    durationMs: phases.reduce((sum, { startMs, endMs }) => sum + (startMs === undefined || endMs === undefined ? 0 : endMs - startMs), 0),
    hasWorkLeft: phases.some(({ plan, iterations }) => plan.model === 'iterations' && iterations.dropped > 0),
    slices,
    phaseSlices: slices.filter(({ second }) => inPhases.has(second)),
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

function addCounts(all: readonly RequestCounts[]): RequestCounts {
  const sum = { started: 0, ok: 0, failed: 0, timedOut: 0, cut: 0, dropped: 0, interrupted: 0, okBeforeEnd: 0 };
  for (const counts of all) {
    sum.started += counts.started;
    sum.ok += counts.ok;
    sum.failed += counts.failed;
    sum.timedOut += counts.timedOut;
    sum.cut += counts.cut;
    sum.dropped += counts.dropped;
    sum.interrupted += counts.interrupted;
    sum.okBeforeEnd += counts.okBeforeEnd;
  }
  return sum;
}

function addStatus(all: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const sum = new Map<string, number>();
  for (const [code, count] of all.flatMap((status) => Object.entries(status))) sum.set(code, (sum.get(code) ?? 0) + count);
  return Object.fromEntries(sum);
}
