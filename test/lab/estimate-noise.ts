import type { World } from '../sim/world.ts';
import { fitLevels, type Levels } from './fit-levels.ts';
import { fitTail } from './fit-tail.ts';
import type { MeasuredBurst, SecondMoments } from './measure-seconds.ts';

/** Both sides of all bursts of one run; the first burst is look 1. */
export interface MeasuredRun {
  readonly bursts: readonly MeasuredPair[];
  /** Nothing was planted. */
  readonly isUnchanged: boolean;
}

export interface MeasuredPair {
  readonly candidate: MeasuredBurst;
  readonly baseline: MeasuredBurst;
}

/** The figures of a world that runs can tell. */
export type MeasuredNoise = Pick<
  World,
  'requestSd' | 'deploymentSd' | 'jobSd' | 'burstSd' | 'levelSd' | 'levelCorrelation' | 'levelShared' | 'isOneSystem' | 'stalls' | 'tail'
>;

/**
 * Estimates each figure of a simulated world from what was measured, by moments; a variance that comes out negative is 0. Seconds with a stall are set apart
 * first (`measureSeconds`). With m the mean of ln latency in a second, M its mean over a burst of n seconds, s² the variance of requests within a second:
 *
 *   requests     κ₂, κ₃ and κ₄ within seconds are those of a normal variable and a tail (`fitTail`)
 *   levels       ½·E(m(t+h) − m(t))² less s²/count = level²·(1 − ρ^h); the same between the sides gives what they share (`fitLevels`)
 *   bursts       variance of M between the bursts of a run, one side and endpoint, less what levels and requests put into it
 *   deployments  ½·E(M of candidate − M of baseline)² of unchanged runs, less the same
 *   jobs         variance of (M of candidate + M of baseline)/2 between unchanged runs, less the same, and half of that of deployments
 *
 * Deployments and jobs are those of one burst, so what bursts add is in them, too. Needs two unchanged runs at least; throws a RangeError otherwise.
 */
export function estimateNoise(runs: readonly MeasuredRun[]): MeasuredNoise {
  const unchanged = runs.filter(({ isUnchanged }) => isUnchanged);
  if (unchanged.length < 2) throw new RangeError('two unchanged runs are needed at least');
  const pairs = runs.flatMap(({ bursts }) => bursts);
  const sides = pairs.flatMap(({ candidate, baseline }) => [candidate, baseline]);
  const cells = sides.flatMap(({ endpoints }) => [...endpoints.values()].flat());
  const { requestSd, tail } = fitTail(cells);
  const levels = fitLevels(pairs);
  const deploymentVariance = estimateDeployments(unchanged, levels);
  return {
    requestSd,
    tail,
    levelSd: Math.sqrt(levels.variance),
    levelCorrelation: levels.correlation,
    levelShared: levels.shared,
    isOneSystem: levels.sharedByEndpoints >= 0.5,
    burstSd: Math.sqrt(estimateBursts(runs, levels)),
    deploymentSd: Math.sqrt(deploymentVariance),
    jobSd: Math.sqrt(estimateJobs(unchanged, levels, deploymentVariance)),
    stalls: describeStalls(sides),
  };
}

/** The mean of a burst, and the variance that levels and requests put into it. */
interface BurstMean {
  readonly mean: number;
  readonly levelVariance: number;
  readonly requestVariance: number;
}

function meanOf(seconds: readonly SecondMoments[], levels: Levels): BurstMean | undefined {
  const n = seconds.length;
  if (n === 0) return undefined;
  return {
    mean: average(seconds.map(({ mean }) => mean)),
    levelVariance: levels.variance * varianceFactor(levels.correlation, n),
    requestVariance: seconds.reduce((sum, { k2, count }) => sum + k2 / count, 0) / n ** 2,
  };
}

/** Variance of the mean of n neighbours of an AR(1) series with variance 1: (n + 2·Σ (n − h)·ρ^h)/n². */
export function varianceFactor(correlation: number, n: number): number {
  let sum = n;
  for (let h = 1; h < n; h++) sum += 2 * (n - h) * correlation ** h;
  return sum / n ** 2;
}

/** Both sides of the first burst, for each endpoint that both have. */
function pairMeans({ bursts }: MeasuredRun, levels: Levels): ReadonlyMap<string, readonly [BurstMean, BurstMean]> {
  const [first] = bursts;
  if (!first) return new Map();
  const found = [...first.candidate.endpoints].flatMap(
    ([name, seconds]): readonly (readonly [string, readonly [BurstMean, BurstMean]])[] => {
      const own = meanOf(seconds, levels);
      const other = meanOf(first.baseline.endpoints.get(name) ?? [], levels);
      return own && other ? [[name, [own, other]]] : [];
    },
  );
  return new Map(found);
}

function estimateDeployments(unchanged: readonly MeasuredRun[], levels: Levels): number {
  const squares = unchanged.flatMap((run) =>
    [...pairMeans(run, levels).values()].map(([own, other]) => {
      const known = (1 - levels.shared) * (own.levelVariance + other.levelVariance) + own.requestVariance + other.requestVariance;
      return ((own.mean - other.mean) ** 2 - known) / 2;
    }),
  );
  return Math.max(0, average(squares));
}

function estimateJobs(unchanged: readonly MeasuredRun[], levels: Levels, deploymentVariance: number): number {
  const byEndpoint = Map.groupBy(
    unchanged.flatMap((run) => [...pairMeans(run, levels)]),
    ([name]) => name,
  );
  const variances = [...byEndpoint.values()].flatMap((means) => {
    if (means.length < 2) return [];
    const known = means.map(([, [own, other]]) => {
      const level = ((1 + levels.shared) * (own.levelVariance + other.levelVariance)) / 4;
      return level + (own.requestVariance + other.requestVariance) / 4;
    });
    return [varianceOf(means.map(([, [own, other]]) => (own.mean + other.mean) / 2)) - average(known) - deploymentVariance / 2];
  });
  return Math.max(0, average(variances));
}

function estimateBursts(runs: readonly MeasuredRun[], levels: Levels): number {
  const variances = runs.flatMap(({ bursts }) =>
    (['candidate', 'baseline'] as const).flatMap((side) => {
      const [first] = bursts;
      return [...(first?.[side].endpoints.keys() ?? [])].flatMap((name) => {
        const means = bursts.flatMap((pair) => meanOf(pair[side].endpoints.get(name) ?? [], levels) ?? []);
        if (means.length < 2) return [];
        const known = means.map(({ levelVariance, requestVariance }) => levelVariance + requestVariance);
        return [varianceOf(means.map(({ mean }) => mean)) - average(known)];
      });
    }),
  );
  return Math.max(0, average(variances));
}

function describeStalls(sides: readonly MeasuredBurst[]): World['stalls'] {
  const seconds = sides.reduce((sum, side) => sum + side.seconds, 0);
  const lengths = sides.flatMap(({ stallsMs }) => stallsMs);
  return lengths.length === 0 ? { perSec: 0, ms: 0 } : { perSec: lengths.length / seconds, ms: average(lengths) };
}

/** 0 for none. */
function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function varianceOf(values: readonly number[]): number {
  const mean = average(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
