import type { RegressionRules } from '../../config/regression-rules.ts';
import { compareLive } from './compare-live.ts';
import { describeNotJudged } from './describe-regression.ts';
import type { NoisePoint } from './estimate-deployment-noise.ts';
import { explainUnfitEndpoint, explainUnfitSide, type BaselineSide } from './explain-unfit-side.ts';
import { listTracks } from './list-tracks.ts';

/** What an A/A run tells of the noise of deployments, or why it tells nothing. */
export type MeasuredNoise =
  | { readonly state: 'measured'; readonly points: readonly NoisePoint[] }
  | { readonly state: 'unfit'; readonly reason: string };

/**
 * The differences of all gated percentiles in the first look, as the gate measures them. A second look was made only where the first was odd: it would make the
 * noise look smaller than it is.
 */
export function measureNoise(candidate: BaselineSide, baseline: BaselineSide, rules: RegressionRules): MeasuredNoise {
  const unfit = explainUnfitSide(candidate);
  if (unfit !== undefined) return { state: 'unfit', reason: `the candidate did not answer soundly (${unfit})` };
  const result = compareLive({ first: { candidate, baseline }, second: [], rules: { ...rules, deploymentNoise: 0 } });
  if (result.state === 'not-judged') return { state: 'unfit', reason: describeNotJudged(result.why) };
  const broken = new Set(listTracks(candidate).flatMap(({ name, slices }) => (explainUnfitEndpoint(slices) === undefined ? [] : [name])));
  const points = result.rows.flatMap((row): readonly NoisePoint[] => {
    const look = row.state === 'not-eligible' || row.metric.kind !== 'percentile' || broken.has(row.endpoint) ? undefined : row.looks[0];
    return look ? [{ name: row.name, change: look.change, error: look.error }] : [];
  });
  return points.length > 0 ? { state: 'measured', points } : { state: 'unfit', reason: 'no latency has enough samples on both sides' };
}
