import type { PercentileTolerance, RegressionRules } from '../../config/regression-rules.ts';
import { listMatches } from '../list-matches.ts';

/** What is gated of one endpoint. */
export interface Tolerances {
  readonly percentiles: readonly PercentileTolerance[];
  readonly errorRatio: number;
}

/** The general tolerances with those of the most specific pattern that matches the endpoint laid over them; percentiles ascend. */
export function listTolerances(rules: RegressionRules, endpoint: string): Tolerances {
  const [own] = listMatches(rules.endpoints, endpoint);
  if (!own) return { percentiles: rules.percentiles, errorRatio: rules.errorRatio };
  const byPercentile = new Map([...rules.percentiles, ...own.percentiles].map((one) => [one.percentile, one]));
  return {
    percentiles: [...byPercentile.values()].sort((left, right) => left.percentile - right.percentile),
    errorRatio: own.errorRatio ?? rules.errorRatio,
  };
}
