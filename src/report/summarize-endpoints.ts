import { mergeDistributions, type Distribution } from '../metrics/distribution.ts';
import { explainMissing, type EngineInfo } from '../metrics/engine-info.ts';
import type { Series } from '../plan/plan.ts';
import type { FailureSummary, PhaseSummary, RunSummary, SeriesPhase } from '../metrics/run-summary.ts';
import { attemptsOf, failuresOf } from '../metrics/counts.ts';
import { judgedPercentile, judgeLatency, type LatencyValue } from '../verdict/judged-latency.ts';
import { wholeMilliseconds } from '../verdict/measure-foreign.ts';
import { listJudgedPhases } from '../verdict/list-judged-seconds.ts';
import { mergeSeriesPhases, type JudgedView } from '../verdict/merge-series-phases.ts';
import { chargeableOf } from '../verdict/merge-sockets.ts';

/** One series, or all together, over the judged phases: what a row of a report is made of. */
export interface EndpointSummary extends JudgedView {
  readonly name: string;
  readonly kind: Series['kind'] | 'total';
  readonly method: string;
  readonly selected: boolean;
  readonly attempts: number;
  /** failed + timed out + cut + dropped, and drops of WebSockets. */
  readonly failed: number;
  /** False: an import that names this request and its times, and not how often it was made. */
  readonly knowsAttempts: boolean;
  /** False: an import that does not say how many failed; `failed` and `okPerSec` say nothing then. */
  readonly knowsFailures: boolean;
  /** False: an import that does not say which WebSockets were open, dropped or answered. */
  readonly knowsConnections: boolean;
  /** What `failed` is a share of: attempts, and connections that were open before. */
  readonly chargeable: number;
  /** Complete successes per second of the phases, pauses and drains left out; undefined when no such time passed or nothing was attempted. */
  readonly okPerSec: number | undefined;
  /** One entry for each class and reason, the most frequent first. */
  readonly failures: readonly FailureSummary[];
  readonly failedLatency: Distribution;
  readonly queue: Distribution;
  readonly connect: Distribution;
  readonly tls: Distribution;
  readonly body: Distribution;
}

/** The series in the order of the plan, and all of them merged. */
export interface EndpointSummaries {
  readonly rows: readonly EndpointSummary[];
  readonly total: EndpointSummary;
}

/** Over the phases that are judged, with the same merging as the verdict's. */
export function summarizeEndpoints(run: RunSummary): EndpointSummaries {
  const judged = listJudgedPhases(run.phases);
  const phases = judged.flatMap((index) => run.phases[index] ?? []);
  const partsOf = run.series.map((series) => judged.flatMap((index) => series.perPhase[index] ?? []));
  const rows = run.series.map(({ name, kind, method, selected }, index) => ({
    name,
    kind,
    method,
    selected,
    ...summarize([partsOf[index] ?? []], phases, run.engine),
  }));
  const whole = summarize(partsOf, phases, run.engine);
  const { statedTotal: stated = whole.stated } = run;
  return { rows, total: { name: 'total', kind: 'total', method: '', selected: true, ...whole, ...(stated && { stated }) } };
}

type Figures = Omit<EndpointSummary, 'name' | 'kind' | 'method' | 'selected'>;

function summarize(series: readonly (readonly SeriesPhase[])[], phases: readonly PhaseSummary[], engine: EngineInfo): Figures {
  const view = mergeSeriesPhases(series, phases);
  const parts = series.flat();
  const knowsAttempts = attemptsOf(view.counts) > 0 || view.stated === undefined || view.stated.count !== undefined;
  const knowsFailures = knowsAttempts && explainMissing(engine, 'failures') === undefined;
  const isCounted = knowsFailures && view.durationMs > 0 && attemptsOf(view.counts) > 0;
  const span = (pick: (part: SeriesPhase) => Distribution): Distribution => mergeDistributions(parts.map(pick));
  return {
    ...view,
    attempts: attemptsOf(view.counts),
    failed: failuresOf(view.counts),
    chargeable: chargeableOf(view),
    knowsAttempts,
    knowsFailures,
    knowsConnections: explainMissing(engine, 'connections') === undefined,
    okPerSec: isCounted ? view.counts.okBeforeEnd / (view.durationMs / 1_000) : undefined,
    failures: mergeFailures(parts.flatMap((part) => part.failures)),
    failedLatency: span((part) => part.failedLatency),
    queue: span((part) => part.queue),
    connect: span((part) => part.connect),
    tls: span((part) => part.tls),
    body: span((part) => part.body),
  };
}

function mergeFailures(failures: readonly FailureSummary[]): readonly FailureSummary[] {
  const merged = new Map<string, FailureSummary>();
  for (const failure of failures) {
    const key = `${failure.class}\n${failure.reason}`;
    const known = merged.get(key);
    const earlier = known && known.firstMs <= failure.firstMs ? known : failure;
    const count = failure.count + (known?.count ?? 0);
    merged.set(key, { ...earlier, count, lastMs: Math.max(failure.lastMs, known?.lastMs ?? 0) });
  }
  return [...merged.values()].sort((left, right) => right.count - left.count || compareText(left.reason, right.reason));
}

/** The order of code units: the same on every platform, unlike a locale's. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The latency at a percentile (0 … 100) with lost requests ranked last, and fast failures left to the error budget. Undefined without an attempt. */
export function percentileOf(endpoint: EndpointSummary, percentile: number): LatencyValue | undefined {
  const { stated } = endpoint;
  if (stated && (endpoint.latency.count === 0 || percentile === 100)) {
    const us = stated.percentiles.find((known) => known.percentile === percentile)?.us ?? (percentile === 100 ? stated.maxUs : undefined);
    return us === undefined ? undefined : { state: 'exact', us };
  }
  const reading = judgedPercentile(judgeLatency(endpoint, 'latency', false), percentile);
  return stated && reading?.state === 'exact' ? { state: 'exact', us: wholeMilliseconds(reading.us) } : reading;
}

/** How long new iterations could start in a phase, ms; 0 for one that never began. */
export function lengthOf(phase: PhaseSummary): number {
  return phase.startMs === undefined || phase.endMs === undefined ? 0 : Math.max(0, phase.endMs - phase.startMs);
}
