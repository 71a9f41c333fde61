import type { Metric, Sla } from '../config/sla.ts';
import { explainMissing, type EngineInfo } from '../metrics/engine-info.ts';
import type { RunSummary } from '../metrics/run-summary.ts';
import { drawResampling } from './block-bootstrap.ts';
import type { Resampling } from './block-bootstrap.ts';
import { holds, holdsFromBound } from './compare-value.ts';
import { buildPercentileOfDraw, errorRatioInterval, percentileInterval, throughputInterval } from './estimate-interval.ts';
import type { Interval, PercentileOfDraw } from './estimate-interval.ts';
import { doubtChecks } from './doubt-checks.ts';
import { formatCensored, formatLimit, formatObserved, formatValue } from './format-check.ts';
import { guardsFailures } from './guards-failures.ts';
import { listJudgedPhases } from './list-judged-seconds.ts';
import { measureBudget } from './measure-budget.ts';
import { judgeBetween } from './judge-between.ts';
import { measureForeign } from './measure-foreign.ts';
import { measureMetric } from './measure-metric.ts';
import type { Measurement } from './measure-metric.ts';
import { mergeSeriesPhases } from './merge-series-phases.ts';
import type { JudgedView } from './merge-series-phases.ts';
import { nameMetric } from './name-metric.ts';
import { resolvePromises } from './resolve-promises.ts';
import type { Scope, SlaPromise } from './resolve-promises.ts';
import type { Check, Observed } from './verdict.ts';

/**
 * Judges every promise of `endpoints:`, `total:` and `phases:` by what the run measured; windows are in `check-windows.ts`.
 * Point estimate against the limit, with an interval beside it. `seed` draws the intervals alone: no state depends on it; undefined: none are drawn.
 */
export function checkSla(run: JudgedRun, sla: Sla, seed: number | undefined): readonly Check[] {
  const shape = { series: run.series, phases: run.phases.map(({ plan }) => plan) };
  const promises = resolvePromises(sla, shape);
  const subjects = new Map<string, Subject>();
  const names = new Map<string, number>();
  return promises.map((promise): Check => {
    const base = describePromise(promise, names);
    if (promise.state === 'skipped') return { ...base, state: 'skipped', reason: promise.reason };
    if (promise.state === 'unmeasurable') return { ...base, state: 'no-data', reason: promise.reason, samples: 0 };
    const key = JSON.stringify([promise.scope, promise.phase]);
    const subject = subjects.get(key) ?? buildSubject(run, promise, !guardsFailures(promises, shape, promise.scope, promise.phase), seed);
    subjects.set(key, subject);
    return { ...base, ...judge(promise, subject, sla.minSamples) };
  });
}

/** Without an engine it is ours. */
type JudgedRun = Pick<RunSummary, 'phases' | 'series'> & Partial<Pick<RunSummary, 'engine' | 'statedTotal'>>;

/** One view and what is computed of it once for all its promises. */
interface Subject {
  readonly view: JudgedView;
  readonly engine: EngineInfo | undefined;
  readonly failuresLost: boolean;
  readonly resampling: () => Resampling | undefined;
  readonly phaseResampling: () => Resampling | undefined;
  readonly percentileOfDraw: () => PercentileOfDraw | undefined;
}

function buildSubject(run: JudgedRun, promise: SlaPromise, failuresLost: boolean, seed: number | undefined): Subject {
  const { scope, phase } = promise;
  const places =
    phase === undefined ? listJudgedPhases(run.phases) : run.phases.flatMap(({ plan }, place) => (plan.name === phase ? [place] : []));
  const chosen = new Set(places);
  const series = run.series.filter(({ name }) => scope.kind === 'total' || name === scope.name);
  const parts = series.map(({ perPhase }) => perPhase.filter((_, place) => chosen.has(place)));
  const merged = mergeSeriesPhases(
    parts,
    run.phases.filter((_, place) => chosen.has(place)),
  );
  const view = scope.kind === 'total' && run.statedTotal ? { ...merged, stated: run.statedTotal } : merged;
  const hasSeconds = explainMissing(run.engine, 'seconds') === undefined;
  const draw = (slices: typeof view.slices): Resampling | undefined =>
    seed === undefined || !hasSeconds ? undefined : drawResampling(slices, seed);
  const resampling = once(() => draw(view.slices));
  return {
    view,
    engine: run.engine,
    failuresLost,
    resampling,
    phaseResampling: once(() => draw(view.phaseSlices)),
    percentileOfDraw: once(() => {
      const drawn = resampling();
      return drawn && buildPercentileOfDraw(drawn.slices, failuresLost);
    }),
  };
}

type Judgement = { readonly state: 'passed' | 'breached'; readonly observed: Observed };
type NoData = { readonly state: 'no-data'; readonly reason: string; readonly samples: number };

function judge(promise: SlaPromise, subject: Subject, minSamples: 'auto' | number): Judgement | NoData {
  const { metric, comparison, value: limit } = promise.limit;
  const { view, engine, failuresLost } = subject;
  const options = { minSamples, failuresLost };
  const measured = measureForeign(metric, view, { ...options, engine }) ?? measureMetric(metric, view, options);
  const measurement = doubtChecks(metric, measured, { view, engine, failuresLost });
  switch (measurement.state) {
    case 'no-data':
      return measurement;
    case 'censored': {
      const kept = holdsFromBound(measurement.atLeast, comparison, limit);
      return { state: kept ? 'passed' : 'breached', observed: observeCensored(promise, measurement) };
    }
    case 'between': {
      const end = judgeBetween(measurement, comparison, limit);
      if (end === undefined) return { state: 'no-data', reason: measurement.reason, samples: measurement.samples };
      return {
        state: end.kept ? 'passed' : 'breached',
        observed: observe(promise, { state: 'measured', samples: measurement.samples, value: measurement.stated ?? end.value }, subject),
      };
    }
    case 'measured': {
      const kept = holds(measurement.value, comparison, limit);
      return { state: kept ? 'passed' : 'breached', observed: observe(promise, measurement, subject) };
    }
  }
}

function observe(promise: SlaPromise, { value, samples }: Extract<Measurement, { state: 'measured' }>, subject: Subject): Observed {
  const { metric, value: limitValue } = promise.limit;
  const interval = estimate(metric, value, subject);
  const hasSeconds = explainMissing(subject.engine, 'seconds') === undefined;
  const budget = measureBudget(promise.limit, value, hasSeconds && isOfRequests(subject.view) ? subject.view.slices : []);
  return {
    value,
    censored: false,
    text: formatObserved(metric, value, limitValue),
    limitValue,
    samples,
    interval: interval && { ...interval, text: `${formatValue(metric, interval.low)} to ${formatValue(metric, interval.high)}` },
    budgetUsed: budget?.used,
    burnRate: budget?.burnRate,
  };
}

/** Without any bound the value is the limit itself, never a made-up 0: all that is known of a request that never came back is that it did not keep it. */
function observeCensored(promise: SlaPromise, { atLeast, samples }: Extract<Measurement, { state: 'censored' }>): Observed {
  const { metric, value: limitValue } = promise.limit;
  const text = formatCensored(metric, atLeast);
  return {
    value: atLeast ?? limitValue,
    censored: true,
    text,
    limitValue,
    samples,
    interval: undefined,
    budgetUsed: undefined,
    burnRate: undefined,
  };
}

function estimate(metric: Metric, point: number, subject: Subject): Interval | undefined {
  if (metric.kind === 'throughput') {
    const resampling = subject.phaseResampling();
    return resampling && throughputInterval(resampling, point);
  }
  const resampling = subject.resampling();
  if (resampling === undefined) return undefined;
  if (metric.kind === 'error-budget') return isOfRequests(subject.view) ? errorRatioInterval(resampling, point) : undefined;
  // Slices hold the latency from the intended start alone, so the other spans have no interval.
  if (metric.kind !== 'percentile' || metric.span !== 'latency') return undefined;
  const statistic = subject.percentileOfDraw();
  return statistic && percentileInterval(resampling, statistic, metric.percentile, point);
}

/** Slices hold requests alone: dropped connections, and those that were only held, are not in them. */
function isOfRequests({ counts, carried }: JudgedView): boolean {
  return counts.drops + carried === 0;
}

type CheckBase = Omit<Extract<Check, { state: 'skipped' }>, 'state' | 'reason'>;

function describePromise({ scope, phase, limit, severity }: SlaPromise, names: Map<string, number>): CheckBase {
  const series = nameScope(scope);
  const metric = nameMetric(limit.metric);
  const name = `${series} ${metric}${phase === undefined ? '' : ` in ${phase}`}`;
  const times = (names.get(name) ?? 0) + 1;
  names.set(name, times);
  return {
    name: times === 1 ? name : `${name} (${times})`,
    series,
    phase,
    kind: 'sla',
    metric,
    promise: limit.text,
    limit: formatLimit(limit.metric, limit.comparison, limit.value),
    severity,
    at: limit.at,
  };
}

function nameScope(scope: Scope): string {
  return scope.kind === 'total' ? 'total' : scope.name;
}

function once<T>(compute: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => (done ??= { value: compute() }).value;
}
