import { highestValueOfBucket, mergeDistributions, percentileUs, type Distribution } from '../../src/metrics/distribution.ts';
import type { Burst } from '../../src/verdict/regression/baseline-run.ts';
import { medianOf } from '../../src/verdict/regression/median-of.ts';
import { listTracks, type Track } from '../../src/verdict/regression/list-tracks.ts';

/** What one endpoint did in one second: Fisher's k-statistics (1930) of ln µs, which estimate the cumulants κ₁ … κ₄ without bias. */
export interface SecondMoments {
  readonly second: number;
  readonly count: number;
  readonly mean: number;
  readonly k2: number;
  readonly k3: number;
  readonly k4: number;
}

/** One side of one burst. */
export interface MeasuredBurst {
  /** By endpoint, in the order of seconds; those with a stall, and those with hardly any sample, are left out. */
  readonly endpoints: ReadonlyMap<string, readonly SecondMoments[]>;
  /** The longest wait of each second that had a stall, ms. */
  readonly stallsMs: readonly number[];
  /** Of the burst, stalled ones included. */
  readonly seconds: number;
}

/** Below, a k-statistic says nothing. */
const LEAST_SAMPLES = 8;
/** A second so unlikely without a stall has one. */
const STALL_CHANCE = 1e-6;

/** The judged seconds of a burst as moments. */
export function measureSeconds(burst: Burst): MeasuredBurst {
  const tracks = listTracks(burst);
  const stalls = findStalls(tracks);
  const endpoints = new Map(
    tracks.map(({ name, slices }) => [
      name,
      slices.flatMap(({ second, latency }) =>
        latency.count < LEAST_SAMPLES || stalls.has(second) ? [] : [{ second, ...measureMoments(latency) }],
      ),
    ]),
  );
  const seconds = new Set(
    tracks.flatMap(({ slices }) => slices.flatMap(({ second, latency }) => (latency.count < LEAST_SAMPLES ? [] : [second]))),
  );
  return { endpoints, stallsMs: [...stalls.values()], seconds: seconds.size };
}

/**
 * Seconds with far more slow requests than one in fifty, all endpoints together, and the longest wait in each, ms. A request is slow when it is beyond the lower
 * quartile of its second by more than p99 is in the median second: a second that is slower as a whole has no more of them than others, and a stall moves the
 * quartile only when it takes three quarters of the second. (p99 of a hundred samples has one or two beyond it, hence one in fifty.)
 */
function findStalls(tracks: readonly Track[]): ReadonlyMap<number, number> {
  const seconds = new Map<number, { count: number; slow: number; longestUs: number }>();
  for (const { slices } of tracks) {
    const usualUs = percentileUs(mergeDistributions(slices.map(({ latency }) => latency)), 50) ?? 0;
    const ratio = medianOf(slices.flatMap(({ latency }) => (latency.count < LEAST_SAMPLES ? [] : [spreadOf(latency)])));
    for (const { second, latency } of slices) {
      const known = seconds.get(second) ?? { count: 0, slow: 0, longestUs: 0 };
      known.count += latency.count;
      known.slow += countBeyond(latency, (percentileUs(latency, 25) ?? 0) * ratio);
      known.longestUs = Math.max(known.longestUs, latency.highestUs - usualUs);
      seconds.set(second, known);
    }
  }
  const stalled = [...seconds].filter(([, { count, slow }]) => poissonTail(slow, count / 50) < STALL_CHANCE);
  return new Map(stalled.map(([second, { longestUs }]) => [second, longestUs / 1_000]));
}

/** p99 ÷ lower quartile. */
function spreadOf(latency: Distribution): number {
  return (percentileUs(latency, 99) ?? 0) / Math.max(1, percentileUs(latency, 25) ?? 1);
}

function countBeyond({ buckets, counts }: Distribution, limitUs: number): number {
  return buckets.reduce((sum, bucket, place) => sum + (highestValueOfBucket(bucket) > limitUs ? (counts[place] ?? 0) : 0), 0);
}

/** P(X ≥ count) for a mean of `mean`. */
function poissonTail(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let below = 0;
  for (let k = 0; k < count; k++) {
    below += term;
    term *= mean / (k + 1);
  }
  return 1 - below;
}

function measureMoments({ buckets, counts, count }: Distribution): Omit<SecondMoments, 'second'> {
  const logs = buckets.map((bucket) => Math.log(Math.max(1, highestValueOfBucket(bucket))));
  const average = (of: (log: number) => number): number =>
    logs.reduce((sum, log, place) => sum + (counts[place] ?? 0) * of(log), 0) / count;
  const mean = average((log) => log);
  const [m2, m3, m4] = [average((log) => (log - mean) ** 2), average((log) => (log - mean) ** 3), average((log) => (log - mean) ** 4)];
  const n = count;
  return {
    count,
    mean,
    k2: (n * m2) / (n - 1),
    k3: (n * n * m3) / ((n - 1) * (n - 2)),
    k4: (n * n * ((n + 1) * m4 - 3 * (n - 1) * m2 * m2)) / ((n - 1) * (n - 2) * (n - 3)),
  };
}
