import { roundStatistic } from '../compare-value.ts';
import { studentTQuantile } from '../student-t.ts';
import { fromEvidence } from './gauged-row.ts';
import type { ComparedMetric, ComparedValues, Look } from './regression-result.ts';

/** Each end leaves out 5 %, so that both together hold the true change in about 90 of 100 runs. */
const UPPER = 0.95;

/** What an interval is made of: a row that was compared. */
export interface MeasuredChange {
  readonly metric: ComparedMetric;
  readonly values: ComparedValues;
  readonly looks: readonly Look[];
}

/** Both ends of an interval around `values.change`, in its unit and with its sign: relative, or of error ratios the difference. */
export interface ChangeBounds {
  readonly low: number;
  readonly high: number;
}

/**
 * The two-sided interval of a change, of about 90 %: change ± t₀.₉₅(degrees) × error of the last look, in the scale of the evidence (logarithms, of error ratios
 * the difference itself), and carried back from there. Undefined where no noise was measured, or none at all of the last look.
 */
export function boundChange({ metric, values, looks }: MeasuredChange): ChangeBounds | undefined {
  const look = looks.at(-1);
  if (!look || !(look.error > 0)) return undefined;
  const half = roundStatistic(studentTQuantile(UPPER, look.degrees) * look.error);
  // A difference of ratios is shown as it was counted; the estimate of it may be weighted otherwise.
  const middle = metric.kind === 'error-ratio' ? values.change : look.change;
  const ends = [fromEvidence(metric, middle - half), fromEvidence(metric, middle + half)];
  // Evidence for less throughput is above 0, so its ends change places.
  return { low: Math.min(...ends), high: Math.max(...ends) };
}
