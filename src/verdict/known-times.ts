import { percentileUs, rankOf, valueAtRank, type Distribution } from '../metrics/distribution.ts';
import type { StatedLatency } from '../metrics/stated-latency.ts';
import type { JudgedView } from './merge-series-phases.ts';

/** Times in ascending order, as far as a file of another load generator tells them. */
export interface KnownTimes {
  readonly of: 'successes' | 'all';
  readonly count: number | undefined;
  readonly meanUs: number | undefined;
  readonly minUs: number | undefined;
  /** The time at a rank from 1: not less, not more. Undefined: the file says nothing that bounds it. */
  readonly at: (rank: number) => Bounds;
  /** This very percentile, as the generator has it. */
  readonly figure: (percentile: number) => number | undefined;
}

interface Bounds {
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** Undefined: it tells them as ours do, by samples, or there was no success. */
export function listKnownTimes({ stated, latency, counts }: Pick<JudgedView, 'stated' | 'latency' | 'counts'>): KnownTimes | undefined {
  if (stated) return latency.count > 0 ? listRounded(latency, stated) : listStated(stated);
  // Figures of several parts, or none at all: their samples are not there to be merged.
  return latency.count === 0 && counts.ok > 0 ? { ...NO_TIMES, count: counts.ok } : undefined;
}

const NO_TIMES: Omit<KnownTimes, 'count'> = {
  of: 'successes',
  meanUs: undefined,
  minUs: undefined,
  at: () => ({ low: undefined, high: undefined }),
  figure: () => undefined,
};

/** Each rank is known, to the step that the times were rounded to; the extremes and the mean exactly. */
function listRounded(latency: Distribution, { of, meanUs, minUs, maxUs }: StatedLatency): KnownTimes {
  const whole = (us: number | undefined): number | undefined => (us === undefined ? undefined : wholeMilliseconds(us));
  const at = (rank: number): Bounds => ({ low: whole(valueAtRank(latency, rank)), high: whole(valueAtRank(latency, rank)) });
  const figure = (percentile: number): number | undefined => (percentile === 100 ? maxUs : whole(percentileUs(latency, percentile)));
  return { of, count: latency.count, meanUs, minUs, at, figure };
}

/** Tools round a rank up or down, or go between two of them: a figure bounds what lies one further. */
function listStated({ of, count, percentiles, meanUs: mean, minUs: least, maxUs: most }: StatedLatency): KnownTimes {
  const known =
    most === undefined ? percentiles : [...percentiles.filter(({ percentile }) => percentile < 100), { percentile: 100, us: most }];
  const ranked = known.map(({ percentile, us }) => ({ percentile, rank: rankOf(count ?? 0, percentile), us }));
  return {
    of,
    count,
    meanUs: mean,
    minUs: least,
    at: (rank) => ({
      low: ranked.findLast((one) => one.rank < rank)?.us,
      high: ranked.find((one) => one.percentile === 100 || one.rank > rank)?.us,
    }),
    figure: (wanted) => known.find(({ percentile }) => percentile === wanted)?.us,
  };
}

/** A time that was a whole number of milliseconds before it became the end of a bucket, which is less than one further below a second, and a thousandth above. */
function wholeMilliseconds(us: number): number {
  return Math.floor(us / 1_000) * 1_000;
}
