import { mergeDistributions, type Distribution } from '../metrics/distribution.ts';
import { explainMissing, type EngineInfo } from '../metrics/engine-info.ts';
import type { Series } from '../plan/plan.ts';
import type { FailureSummary, PhaseSummary, RunSummary, SeriesPhase } from '../metrics/run-summary.ts';
import { attemptsOf, failuresOf } from '../metrics/counts.ts';
import { judgedPercentile, judgeLatency, type LatencyValue } from '../verdict/judged-latency.ts';
import { listKnownTimes } from '../verdict/known-times.ts';
import { listJudgedPhases } from '../verdict/list-judged-seconds.ts';
import { mergeSeriesPhases, type JudgedView } from '../verdict/merge-series-phases.ts';
import { chargeableOf } from '../verdict/merge-sockets.ts';

/** One series, or all together, over the judged phases: what a row of a report is made of. */
export interface EndpointSummary extends JudgedView {
  readonly name: string;
  readonly kind: Series['kind'] | 'total';
  readonly method: string;
  readonly selected: boolean;
  /** Undefined: an import that names this request and its times, and not how often it was made. */
  readonly attempts: number | undefined;
  /** failed + timed out + cut + dropped, and drops of WebSockets; undefined: an import that does not say how many failed. */
  readonly failed: number | undefined;
  /** False: an import that does not say which WebSockets were open, dropped or answered. */
  readonly knowsConnections: boolean;
  /** `failed` as a share of the attempts, and of connections that were open before; undefined when there was none of them, and where `failed` is. */
  readonly failedRatio: number | undefined;
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
  const isCounted = attemptsOf(view.counts) > 0 || view.stated === undefined || view.stated.count !== undefined;
  const attempts = isCounted ? attemptsOf(view.counts) : undefined;
  const failed = isCounted && explainMissing(engine, 'failures') === undefined ? failuresOf(view.counts) : undefined;
  const hasRate = failed !== undefined && view.durationMs > 0 && attemptsOf(view.counts) > 0;
  const chargeable = chargeableOf(view);
  const span = (pick: (part: SeriesPhase) => Distribution): Distribution => mergeDistributions(parts.map(pick));
  return {
    ...view,
    attempts,
    failed,
    failedRatio: failed === undefined || chargeable === 0 ? undefined : failed / chargeable,
    knowsConnections: explainMissing(engine, 'connections') === undefined,
    okPerSec: hasRate ? view.counts.okBeforeEnd / (view.durationMs / 1_000) : undefined,
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
  if (!endpoint.stated) return judgedPercentile(judgeLatency(endpoint, 'latency', false), percentile);
  const us = listKnownTimes(endpoint)?.figure(percentile);
  return us === undefined ? undefined : { state: 'exact', us };
}

/** How long new iterations could start in a phase, ms; 0 for one that never began. */
export function lengthOf(phase: PhaseSummary): number {
  return phase.startMs === undefined || phase.endMs === undefined ? 0 : Math.max(0, phase.endMs - phase.startMs);
}
