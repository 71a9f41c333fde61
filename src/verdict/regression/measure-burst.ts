import type { PercentileTolerance } from '../../config/regression-rules.ts';
import { explainMissing } from '../../metrics/engine-info.ts';
import type { Burst } from './baseline-run.ts';
import { listPacedSeconds, listTracks } from './list-tracks.ts';
import { explainTooFew } from './live-evidence.ts';
import { measureErrorRatio } from './measure-error-ratio.ts';
import { measureQuantile } from './measure-quantile.ts';
import type { ComparedMetric } from './regression-result.ts';

/** One metric of one endpoint in one burst, as history keeps it. */
export type BurstValue = { readonly endpoint: string; readonly metric: ComparedMetric; readonly samples: number } & (
  | {
      readonly state: 'measured';
      /** Larger is worse: ln µs, −ln(successes per second), or the error ratio. */
      readonly value: number;
      /** As shown: µs, per second, ratio. */
      readonly shown: number;
    }
  | { readonly state: 'not-eligible'; readonly reason: string }
);

/** All metrics of a burst; `percentilesOf` says which percentiles of an endpoint are wanted. Throughput is that of all endpoints together. */
export function measureBurst(burst: Burst, percentilesOf: (endpoint: string) => readonly PercentileTolerance[]): readonly BurstValue[] {
  // Closed: of an import that does not say how many failed, 0 failures would be made up, and so would successes.
  const knowsFailures = explainMissing(burst.engine, 'failures') === undefined;
  const values = listTracks(burst).flatMap(({ name, slices }): readonly BurstValue[] => {
    const percentiles = percentilesOf(name).map(({ percentile }): BurstValue => {
      const head = { endpoint: name, metric: { kind: 'percentile', percentile } as const };
      const measure = measureQuantile(slices, percentile, 0);
      if (!measure) return { ...head, samples: 0, state: 'not-eligible', reason: 'no samples' };
      const { samples, samplesBeyond, secondsBeyond, isBound, log, us } = measure;
      const reason = explainTooFew(samplesBeyond, secondsBeyond, percentile);
      if (reason !== undefined) return { ...head, samples, state: 'not-eligible', reason };
      // With lost requests ranked last at the slowest answer, the value is a lower bound: never a slow run made to look fast by more than that.
      if (isBound && slices.every(({ ok }) => ok === 0)) return { ...head, samples, state: 'not-eligible', reason: 'not one success' };
      return { ...head, samples, state: 'measured', value: log, shown: us };
    });
    const errors = knowsFailures ? measureErrorRatio(slices) : undefined;
    const metric = { kind: 'error-ratio' } as const;
    return errors
      ? [...percentiles, { endpoint: name, metric, samples: errors.attempts, state: 'measured', value: errors.ratio, shown: errors.ratio }]
      : percentiles;
  });
  return knowsFailures ? [...values, ...measureThroughput(burst)] : values;
}

/** None where no phase is closed, fixed work or imported: an open phase has the throughput that was asked for. */
function measureThroughput(burst: Burst): readonly BurstValue[] {
  const seconds = listPacedSeconds(burst);
  if (seconds.length === 0) return [];
  const head = { endpoint: 'total', metric: { kind: 'throughput' } as const };
  const ok = seconds.reduce((sum, slice) => sum + slice.ok, 0);
  if (ok === 0) return [{ ...head, samples: 0, state: 'not-eligible', reason: 'not one success' }];
  const perSecond = ok / seconds.length;
  return [{ ...head, samples: ok, state: 'measured', value: -Math.log(perSecond), shown: perSecond }];
}
