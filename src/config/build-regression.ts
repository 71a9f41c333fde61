import { parseDuration, parseRatio } from '../units.ts';
import { childOf, entriesOf, quantityOf, textOf, type Cursor } from './cursor.ts';
import { DEFAULT_REGRESSION_RULES, type EndpointTolerances, type PercentileTolerance, type RegressionRules } from './regression-rules.ts';

/** `regression:` with its defaults; absent: the defaults. What is malformed the schema has reported. */
export function buildRegression(cursor: Cursor | undefined): RegressionRules {
  const ratio = (key: string): number | undefined => quantityOf(childOf(cursor, key), parseRatio);
  const minChangeMs = quantityOf(childOf(cursor, 'min_change'), parseDuration);
  const confirm = textOf(childOf(cursor, 'confirm'));
  const defaults = DEFAULT_REGRESSION_RULES;
  return {
    percentiles: mergePercentiles(defaults.percentiles, buildPercentiles(cursor)),
    throughput: ratio('throughput') ?? defaults.throughput,
    errorRatio: ratio('error_rate') ?? defaults.errorRatio,
    minChangeUs: minChangeMs === undefined ? defaults.minChangeUs : Math.round(minChangeMs * 1_000),
    falseAlarm: ratio('false_alarm') ?? defaults.falseAlarm,
    confirm: confirm === undefined ? defaults.confirm : confirm === 'true',
    deploymentNoise: ratio('deployment_noise') ?? defaults.deploymentNoise,
    endpoints: entriesOf(childOf(cursor, 'endpoints')).map(([pattern, row]): EndpointTolerances => ({
      pattern,
      percentiles: buildPercentiles(row),
      errorRatio: quantityOf(childOf(row, 'error_rate'), parseRatio),
    })),
  };
}

function buildPercentiles(cursor: Cursor | undefined): readonly PercentileTolerance[] {
  return entriesOf(cursor).flatMap(([key, value]) => {
    const percentile = /^p\d/.test(key) ? Number(key.slice(1)) : Number.NaN;
    const tolerance = quantityOf(value, parseRatio);
    return percentile > 0 && tolerance !== undefined ? [{ percentile, tolerance }] : [];
  });
}

function mergePercentiles(general: readonly PercentileTolerance[], own: readonly PercentileTolerance[]): readonly PercentileTolerance[] {
  const merged = new Map([...general, ...own].map((entry) => [entry.percentile, entry]));
  return [...merged.values()].sort((left, right) => left.percentile - right.percentile);
}
