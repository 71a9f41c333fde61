import type { LatencySpan } from '../config/sla.ts';
import { maxUs, minUs, rankOf, valueAtRank } from '../metrics/distribution.ts';
import type { Distribution } from '../metrics/distribution.ts';
import { lostOf } from '../metrics/counts.ts';
import type { JudgedView } from './merge-series-phases.ts';

/** Successes with their latency, and requests that never came back, which are ranked after all of them. */
export interface JudgedLatency {
  readonly answered: Distribution;
  readonly lost: number;
  /** What is known of the lost ones: not less than this, µs. Undefined: nothing is known. */
  readonly lowerBoundUs: number | undefined;
}

/** A latency, µs; or the lower bound of one that falls among the lost requests (undefined: no bound is known). */
export type LatencyValue =
  | { readonly state: 'exact'; readonly us: number }
  | { readonly state: 'censored'; readonly atLeastUs: number | undefined };

/**
 * Timed out, cut and dropped requests are ranked last; failures that ended by themselves only when `failuresLost`.
 * The lower bound is the slowest success. `failedService` tells how long the lost ones were waited for; where it speaks for all of them
 * (none was dropped before it started) and for this span (the head of a request that timed out may have come early), the longer of the two.
 */
export function judgeLatency(view: JudgedView, span: LatencySpan, failuresLost: boolean): JudgedLatency {
  const answered = view[span];
  // A session that has not ended is open, not lost: it counts when it ends, and by the end of a run all have.
  if (span === 'session') return { answered, lost: 0, lowerBoundUs: undefined };
  const lost = lostOf(view.counts) + (failuresLost ? view.counts.failed : 0);
  const slowest = maxUs(answered);
  const waited = span === 'ttfb' ? undefined : minUs(view.failedService);
  const waitedByAll = view.counts.dropped === 0 ? (waited ?? 0) : 0;
  const lowerBoundUs = slowest === undefined ? waited : Math.max(slowest, waitedByAll);
  return { answered, lost, lowerBoundUs };
}

/** The number of requests that a judged percentile is taken over. */
export function countJudged(judged: JudgedLatency): number {
  return judged.answered.count + judged.lost;
}

/** Nearest-rank percentile (0 … 100) over successes and lost requests; undefined when there are neither. */
export function judgedPercentile(judged: JudgedLatency, percentile: number): LatencyValue | undefined {
  const rank = rankOf(countJudged(judged), percentile);
  if (rank === 0) return undefined;
  const us = valueAtRank(judged.answered, rank);
  return us === undefined ? { state: 'censored', atLeastUs: judged.lowerBoundUs } : { state: 'exact', us };
}
