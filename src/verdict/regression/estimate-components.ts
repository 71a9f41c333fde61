/** How noisy a kind of metric is assumed to be before anything is known, with the weight of four observations each. */
export interface NoisePrior {
  /** Standard deviation between jobs, in the unit of the values. */
  readonly job: number;
  /** Between bursts of one job. */
  readonly burst: number;
}

export const LOG_PRIOR: NoisePrior = { job: 0.08, burst: 0.04 };
export const RATIO_PRIOR: NoisePrior = { job: 0.001, burst: 0.0005 };
const PRIOR_DEGREES = 4;

/** What a history says about a metric. Variances in the square of the values' unit. */
export interface Components {
  /** Mean of the jobs' means. */
  readonly mean: number;
  readonly jobs: number;
  /** Bursts of a job; the harmonic mean where they differ. */
  readonly burstsEach: number;
  readonly jobVariance: number;
  readonly burstVariance: number;
  /** 4 + jobs − 1. */
  readonly degrees: number;
}

/**
 * One-way random effects: the variance within jobs is that of bursts, and the variance of the jobs' means is that of jobs plus a burst's ÷ bursts
 * each. Both are shrunk towards the prior as if it were four observations more, so that one stored job is enough to begin with, with wide errors.
 * `jobs` holds the values of each job's bursts; jobs without any are skipped. Undefined when none is left.
 */
export function estimateComponents(
  jobs: readonly (readonly number[])[],
  prior: NoisePrior,
  leastBurstVariance = 0,
): Components | undefined {
  const filled = jobs.filter((bursts) => bursts.length > 0);
  const count = filled.length;
  if (count === 0) return undefined;
  const means = filled.map(meanOf);
  const mean = meanOf(means);
  const within = filled
    .flatMap((bursts, job) => bursts.map((value) => (value - (means[job] ?? 0)) ** 2))
    .reduce((sum, one) => sum + one, 0);
  const withinDegrees = filled.reduce((sum, bursts) => sum + bursts.length - 1, 0);
  const burstVariance = Math.max(leastBurstVariance, (PRIOR_DEGREES * prior.burst ** 2 + within) / (PRIOR_DEGREES + withinDegrees));
  const burstsEach = count / filled.reduce((sum, bursts) => sum + 1 / bursts.length, 0);
  const between = means.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const degrees = PRIOR_DEGREES + count - 1;
  const jobVariance = Math.max(0, (PRIOR_DEGREES * prior.job ** 2 + between - ((count - 1) * burstVariance) / burstsEach) / degrees);
  return { mean, jobs: count, burstsEach, jobVariance, burstVariance, degrees };
}

/** SE² of candidate − history for a candidate of one job with `bursts` bursts, split into what more bursts lessen and what they do not. */
export function predictVariance(components: Components, bursts: number): { readonly total: number; readonly floor: number } {
  const { jobs, burstsEach, jobVariance, burstVariance } = components;
  const floor = jobVariance * (1 + 1 / jobs) + burstVariance / (jobs * burstsEach);
  return { total: floor + burstVariance / bursts, floor };
}

/** Arithmetic mean; NaN for none. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
