import type { Metric } from '../config/sla.ts';
import { rankOf } from '../metrics/distribution.ts';
import type { EngineInfo } from '../metrics/engine-info.ts';
import { attemptsOf } from '../metrics/counts.ts';
import type { StatedLatency } from '../metrics/stated-latency.ts';
import { formatNumber, formatRatio } from '../units.ts';
import { explainLack } from './explain-lack.ts';
import { listKnownTimes, type KnownTimes } from './known-times.ts';
import { nameSamples, requiredSamples, type MeasureOptions, type Measurement } from './measure-metric.ts';
import type { JudgedView } from './merge-series-phases.ts';

type LatencyMetric = Extract<Metric, { kind: 'percentile' | 'mean' | 'min' | 'max' }>;

/**
 * Failures whose times nobody knows move a percentile by as many ranks as there are of them, at most. Up to this share of what lies beyond the percentile (of p95 0.5 %, of
 * p99 0.1 % of all requests) it is taken as the generator states it: the figure itself is no better known.
 */
export const MOST_OF_TAIL = 0.1;
/** Nothing bounds what failures add to a mean: up to this share of all requests it is taken as the generator states it. */
const MOST_IN_MEAN = 0.005;

/**
 * The same as `measureMetric` for what another load generator has left and its files tell in another way than ours; undefined: they tell it as ours do.
 * Nothing is made up: figures are taken as they stand, and where failures may have moved them, by the bounds that the file itself gives.
 */
export function measureForeign(
  metric: Metric,
  view: JudgedView,
  options: MeasureOptions & { readonly engine: EngineInfo | undefined },
): Measurement | undefined {
  const { engine } = options;
  if (engine?.kind !== 'import') return undefined;
  const attempts = attemptsOf(view.counts);
  const lack = explainLack(metric, engine);
  if (lack !== undefined) return noData(lack, attempts);
  if (metric.kind !== 'percentile' && metric.kind !== 'mean' && metric.kind !== 'min' && metric.kind !== 'max') return undefined;
  const times = listKnownTimes(view);
  if (times === undefined) return undefined;
  if (times.count === undefined)
    return noData(`${engine.format} does not say how many requests these figures are of, or how many of them failed`, attempts);
  if (attempts === 0) return noData('no request was made', 0);
  if (times.count === 0 && view.counts.ok > 0) return noData(`${engine.format} has no times of these requests`, attempts);
  if (view.counts.ok === 0) return { state: 'censored', atLeast: undefined, samples: attempts };
  return measureTimes(metric, { ...times, count: times.count }, { view, options, format: engine.format });
}

interface Around {
  readonly view: JudgedView;
  readonly options: MeasureOptions;
  readonly format: string;
}

function measureTimes(metric: LatencyMetric, times: KnownTimes & { readonly count: number }, around: Around): Measurement {
  const { view, options, format } = around;
  if (metric.kind === 'percentile') return measurePercentile(metric.percentile, times, around);
  if (metric.kind === 'max') return measurePercentile(100, times, around);
  const samples = attemptsOf(view.counts);
  const { failed } = view.counts;
  if (failed > 0 && options.failuresLost) return noData(explainUnguarded(view), samples);
  if (failed > MOST_IN_MEAN * samples) return noData(explainMixed(view, times.of), samples);
  const [value, name] = metric.kind === 'mean' ? [times.meanUs, 'mean'] : [times.minUs, 'lowest value'];
  return value === undefined ? noData(`${format} has no ${name}`, samples) : { state: 'measured', value, samples };
}

function measurePercentile(
  percentile: number,
  times: KnownTimes & { readonly count: number },
  { view, options, format }: Around,
): Measurement {
  const samples = attemptsOf(view.counts);
  const figure = times.figure(percentile);
  if (figure === undefined) return noData(`${format} has no ${percentile === 100 ? 'highest value' : `p${percentile}`}`, samples);
  const needed = requiredSamples(percentile, options.minSamples);
  // Requests without a time are attempts, and no samples of it.
  const timed = Math.min(samples, times.count + (times.of === 'all' ? 0 : view.counts.failed));
  if (timed < needed) return noData(`${nameSamples(timed)}; p${percentile} needs ${formatNumber(needed, 0)}`, timed);
  const own = rankOf(times.count, percentile);
  const ranks = rankPercentile(percentile, times, { failed: view.counts.failed, failuresLost: options.failuresLost });
  if (ranks.low > ranks.most) return { state: 'censored', atLeast: times.at(ranks.most).low, samples };
  if (ranks.high === own) return { state: 'measured', value: figure, samples };
  const low = ranks.low === own ? figure : times.at(ranks.low).low;
  const high = Number.isFinite(ranks.high) ? times.at(ranks.high).high : undefined;
  const reason = options.failuresLost ? explainUnguarded(view) : explainMixed(view, times.of);
  return { state: 'between', low: low ?? 0, high, samples, reason };
}

/**
 * Where the judged percentile may stand among the n known times, with f failures of which nobody knows the times, nor which of them are timeouts. `most`: beyond it are
 * requests that never came back.
 *
 *   n holds the failures, they are left out     p·n        … p·n + f: they were the fastest, or timeouts, which rank last
 *   n is of successes, failures are left out    p·n        … p·(n + f): all of them are timeouts
 *   n holds the failures, they rank last        p·n        … p·n + f, and beyond n − f there are they themselves
 *   n is of successes, failures rank last       p·(n + f)  exactly, and beyond n there are they themselves
 */
function rankPercentile(
  percentile: number,
  { of, count }: { readonly of: StatedLatency['of']; readonly count: number },
  { failed, failuresLost }: { readonly failed: number; readonly failuresLost: boolean },
): { readonly low: number; readonly high: number; readonly most: number } {
  const own = rankOf(count, percentile);
  if (failed === 0) return { low: own, high: own, most: count };
  const withAll = rankOf(count + failed, percentile);
  if (of === 'successes' && failuresLost) return { low: withAll, high: withAll, most: count };
  const most = of === 'all' && failuresLost ? Math.max(1, count - failed) : count;
  if (!failuresLost && failed <= MOST_OF_TAIL * (1 - percentile / 100) * count) return { low: own, high: own, most };
  const isBounded = of === 'all' ? own <= count - failed : withAll <= count;
  const highest = of === 'all' ? own + failed : withAll;
  return { low: own, high: isBounded ? highest : Number.POSITIVE_INFINITY, most };
}

function explainUnguarded({ counts }: JudgedView): string {
  return `${formatNumber(counts.failed, 0)} of ${formatNumber(attemptsOf(counts), 0)} requests failed, the file does not keep their times apart, and no error_budget charges them`;
}

function explainMixed({ counts }: JudgedView, of: StatedLatency['of']): string {
  const why = of === 'all' ? 'does not keep their times apart' : 'does not say how many of them were timeouts, which rank last';
  return `${formatRatio(counts.failed / attemptsOf(counts))} of the requests failed, and the file ${why}`;
}

function noData(reason: string, samples: number): Measurement {
  return { state: 'no-data', reason, samples };
}
