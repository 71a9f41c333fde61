import { chiSquaredQuantile } from '../chi-squared.ts';
import { roundStatistic } from '../compare-value.ts';

/** One latency of one endpoint in one A/A run. */
export interface NoisePoint {
  /** `POST /orders p95`. */
  readonly name: string;
  /** ln(candidate ÷ baseline). */
  readonly change: number;
  /** Its standard error within the run, without any noise of deployments. */
  readonly error: number;
}

/** One latency of one endpoint over the runs; logarithms. */
export interface NoiseRow {
  readonly name: string;
  /** Runs that measured it. */
  readonly runs: number;
  readonly meanChange: number;
  /** Standard deviation of the changes; 0 for one run. */
  readonly spread: number;
  /** Root mean square of the errors within runs: what the spread would be if deployments did not differ. */
  readonly error: number;
}

/** How much two deployments of one commit differ: standard deviation of ln latency of one, τ. */
export interface DeploymentNoise {
  readonly tau: number;
  /** Two-sided 95 %. */
  readonly interval: { readonly low: number; readonly high: number };
  readonly runs: number;
  /** In the order in which they first appear. */
  readonly rows: readonly NoiseRow[];
}

/** So few runs say next to nothing of a spread. */
export const LEAST_RUNS = 10;
/** What is assumed at least, however alike the deployments were. */
export const LEAST_TAU = 0.01;

/**
 * τ² = max(0.01², (mean L² − mean SE²)/2), the means over all runs and latencies: the two deployments of a run are drawn from the same population, so
 * E L² = SE² + 2τ². The endpoints of a run may share their deployment's speed as a whole, so that n runs are only sure to have n degrees of freedom:
 * n·mean L² ÷ (SE² + 2τ²) is χ²ₙ then, and the interval follows from that; with endpoints of their own speed it is wider than it need be. Throws when
 * no run has a point.
 */
export function estimateDeploymentNoise(runs: readonly (readonly NoisePoint[])[]): DeploymentNoise {
  const points = runs.flat();
  const count = runs.filter((own) => own.length > 0).length;
  if (points.length === 0) throw new RangeError('no noise can be estimated from nothing');
  const meanSquare = meanOf(points.map(({ change }) => change ** 2));
  const meanVariance = meanOf(points.map(({ error }) => error ** 2));
  const toTau = (square: number): number => roundStatistic(Math.max(LEAST_TAU, Math.sqrt(Math.max(0, (square - meanVariance) / 2))));
  const bound = (probability: number): number => toTau((count * meanSquare) / chiSquaredQuantile(probability, count));
  const groups = Map.groupBy(points, ({ name }) => name);
  return {
    tau: toTau(meanSquare),
    interval: { low: bound(0.975), high: bound(0.025) },
    runs: count,
    rows: [...groups].map(([name, own]) => describeRow(name, own)),
  };
}

function describeRow(name: string, points: readonly NoisePoint[]): NoiseRow {
  const meanChange = meanOf(points.map(({ change }) => change));
  const squares = points.reduce((sum, { change }) => sum + (change - meanChange) ** 2, 0);
  return {
    name,
    runs: points.length,
    meanChange: roundStatistic(meanChange),
    spread: roundStatistic(points.length > 1 ? Math.sqrt(squares / (points.length - 1)) : 0),
    error: roundStatistic(Math.sqrt(meanOf(points.map(({ error }) => error ** 2)))),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
