import type { Metric } from '../config/sla.ts';
import { meanUs, minUs, rankOf } from '../metrics/distribution.ts';
import type { RequestCounts } from '../metrics/run-summary.ts';
import { formatNumber } from '../units.ts';
import { attemptsOf, failuresOf } from '../metrics/counts.ts';
import { countJudged, judgedPercentile, judgeLatency } from './judged-latency.ts';
import type { JudgedLatency, LatencyValue } from './judged-latency.ts';
import type { JudgedView } from './merge-series-phases.ts';
import { chargeableOf } from './merge-sockets.ts';

/** A value in the metric's unit, a lower bound of one, or why there is none. */
export type Measurement =
  | { readonly state: 'measured'; readonly value: number; readonly samples: number }
  /** Only bounds are known; without `high` it may be anything above. `reason`: why no more is known; `stated`: what is shown where all of them keep the promise. */
  | {
      readonly state: 'between';
      readonly low: number;
      readonly high: number | undefined;
      readonly stated?: number;
      readonly samples: number;
      readonly reason: string;
    }
  | { readonly state: 'censored'; readonly atLeast: number | undefined; readonly samples: number }
  | { readonly state: 'no-data'; readonly reason: string; readonly samples: number };

export interface MeasureOptions {
  readonly minSamples: 'auto' | number;
  /** Failures that ended by themselves count as lost requests (see `guards-failures.ts`). */
  readonly failuresLost: boolean;
}

/** Measures one metric. Nothing attempted and no connection held is `no-data`, whatever the metric; 0 of something among attempts is a measured 0. */
export function measureMetric(metric: Metric, view: JudgedView, options: MeasureOptions): Measurement {
  const samples = chargeableOf(view);
  if (metric.kind === 'duration' && view.durationMs <= 0) return noData('no judged phase has run', samples);
  if (samples === 0) return noData('no request was made', samples);
  switch (metric.kind) {
    case 'duration':
      // Fixed work that was not all begun when its time was up would have taken longer.
      return view.hasWorkLeft
        ? { state: 'censored', atLeast: view.durationMs * 1_000, samples }
        : { state: 'measured', value: view.durationMs * 1_000, samples };
    case 'percentile':
    case 'mean':
    case 'min':
    case 'max':
      return measureLatency(metric, judgeLatency(view, metric.span, options.failuresLost), options.minSamples, view.counts);
    case 'error-budget':
      return { state: 'measured', value: failuresOf(view.counts) / samples, samples };
    case 'failures':
      return { state: 'measured', value: failuresOf(view.counts), samples };
    case 'count':
      return { state: 'measured', value: attemptsOf(view.counts), samples };
    case 'status':
      return { state: 'measured', value: countAnswers(view, metric.from, metric.to), samples };
    case 'throughput':
      return perSecond(view.counts.okBeforeEnd, view, samples);
    case 'upload':
      return perSecond(view.counts.sentBeforeEnd, view, samples);
    case 'download':
      return perSecond(view.counts.receivedBeforeEnd, view, samples);
    case 'concurrent':
      return { state: 'measured', value: view.concurrent, samples };
    case 'drops':
      return { state: 'measured', value: view.counts.drops, samples };
    case 'messages-in':
      return { state: 'measured', value: view.messages.messagesIn, samples };
    case 'messages-out':
      return { state: 'measured', value: view.messages.messagesOut, samples };
    case 'late':
    case 'duplicates':
    case 'unmatched':
      return { state: 'measured', value: view.messages[metric.kind], samples };
  }
}

/** Samples that a percentile (0 … 100) needs: 10 ÷ (1 − p), so that 10 lie beyond it; p100 is the maximum and needs one. */
export function requiredSamples(percentile: number, minSamples: 'auto' | number): number {
  if (minSamples !== 'auto') return Math.max(1, minSamples);
  // 100 − 99.9 is not quite 0.1: without the tolerance p99.9 would need 10,001.
  return percentile >= 100 ? 1 : Math.ceil((1_000 / (100 - percentile)) * (1 - 1e-9));
}

type LatencyMetric = Extract<Metric, { kind: 'percentile' | 'mean' | 'min' | 'max' }>;

const NO_SPAN = {
  latency: 'no request was made',
  service: 'no request was made',
  ttfb: 'nothing that has a first byte was answered',
  session: 'no session has ended',
} as const;

function measureLatency(metric: LatencyMetric, judged: JudgedLatency, minSamples: 'auto' | number, counts: RequestCounts): Measurement {
  const attempts = attemptsOf(counts);
  // Nothing was asked for this span; what succeeded can have no such span (a `receive` no first byte, an open connection no session).
  if (judged.answered.count === 0 && (attempts === 0 || counts.ok > 0)) return noData(NO_SPAN[metric.span], 0);
  // A target of which not one request came back is dead, and that is its breach, however few samples there are and whatever failed.
  if (judged.answered.count === 0) return { state: 'censored', atLeast: judged.lowerBoundUs, samples: attempts };
  const samples = countJudged(judged);
  switch (metric.kind) {
    case 'percentile': {
      const needed = requiredSamples(metric.percentile, minSamples);
      // So many are lost that the percentile falls among them even if all samples that are still missing had been fast.
      const isDecided = judged.lost > needed - rankOf(needed, metric.percentile);
      if (samples >= needed || isDecided) return toMeasurement(judgedPercentile(judged, metric.percentile), samples);
      return noData(`${nameSamples(samples)}; p${metric.percentile} needs ${formatNumber(needed, 0)}`, samples);
    }
    case 'max':
      return toMeasurement(judgedPercentile(judged, 100), samples);
    case 'min':
      return toMeasurement(exact(minUs(judged.answered)), samples);
    case 'mean': {
      const mean = meanUs(judged.answered);
      // The lost ones are slower than any success, so the mean of the successes is a lower bound.
      return toMeasurement(judged.lost > 0 ? { state: 'censored', atLeastUs: mean } : exact(mean), samples);
    }
  }
}

function exact(us: number | undefined): LatencyValue | undefined {
  return us === undefined ? undefined : { state: 'exact', us };
}

function toMeasurement(value: LatencyValue | undefined, samples: number): Measurement {
  if (value === undefined) return noData('no request was answered', samples);
  return value.state === 'exact'
    ? { state: 'measured', value: value.us, samples }
    : { state: 'censored', atLeast: value.atLeastUs, samples };
}

function countAnswers(view: JudgedView, from: number, to: number): number {
  let count = 0;
  for (const [code, answers] of Object.entries(view.status)) {
    if (Number(code) >= from && Number(code) <= to) count += answers;
  }
  return count;
}

function perSecond(amount: number, view: JudgedView, samples: number): Measurement {
  return view.durationMs > 0
    ? { state: 'measured', value: amount / (view.durationMs / 1_000), samples }
    : noData('no judged phase has run', samples);
}

function noData(reason: string, samples: number): Measurement {
  return { state: 'no-data', reason, samples };
}

/** `only 12 samples`. */
export function nameSamples(samples: number): string {
  return samples === 1 ? 'only 1 sample' : `only ${formatNumber(samples, 0)} samples`;
}
