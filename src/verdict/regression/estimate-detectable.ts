import type { RegressionRules } from '../../config/regression-rules.ts';
import { roundStatistic } from '../compare-value.ts';
import { studentTQuantile } from '../student-t.ts';
import { fromEvidence } from './gauged-row.ts';
import { suspectLevel, type Gauge } from './look-procedure.ts';
import { normalQuantile } from './normal-distribution.ts';
import type { ComparedMetric } from './regression-result.ts';
import { probabilityBeyondBoth, type TwoLooks } from './two-look-probability.ts';

/** The probability with which a change of the detectable size is found. */
const POWER = 0.95;
/** Look 1 is a third of all data. */
const DATA_RATIO = 3;
const MOST_EVIDENCE = Math.log(10);

export interface DetectableContext {
  /** Number of gated metrics; at least 1. */
  readonly family: number;
  readonly rules: Pick<RegressionRules, 'falseAlarm' | 'confirm'>;
}

/**
 * The smallest true change (as `RegressionRow.tolerance`) that passes both looks with a probability of 95 %: the smallest of which a report can honestly
 * say that it would have been seen. Before look 2 its error is foretold from look 1. Undefined when it is beyond a factor of ten, or 100 points.
 */
export function estimateDetectable(gauge: Gauge, metric: ComparedMetric, context: DetectableContext): number | undefined {
  const { first, sharedDegrees } = gauge;
  const { family, rules } = context;
  const level = rules.falseAlarm / family;
  const most = metric.kind === 'error-ratio' ? 1 : MOST_EVIDENCE;
  const degrees = sharedDegrees ?? first.degrees;
  const least = Math.max(gauge.tolerance, gauge.least);
  if (!rules.confirm) {
    const bar = Math.max(studentTQuantile(1 - level, degrees) * first.error, least);
    return describe(bar + studentTQuantile(POWER, degrees) * first.error, most, metric);
  }
  const errorOfBoth = gauge.both?.error ?? Math.sqrt(gauge.first.floor + (first.error ** 2 - first.floor) / DATA_RATIO);
  if (first.error === 0 || errorOfBoth === 0) return describe(least, most, metric);
  const looks: TwoLooks = { correlation: Math.min(1, errorOfBoth / first.error), sharedDegrees };
  const suspect = suspectLevel(family);
  const firstBar = Math.max(studentTQuantile(1 - suspect, degrees) * first.error, gauge.halfTolerance);
  const bothBar = Math.max(criticalValue(suspect, level, looks) * errorOfBoth, least);
  const power = (change: number): number =>
    probabilityBeyondBoth((firstBar - change) / first.error, (bothBar - change) / errorOfBoth, looks);
  return describe(solve(power, POWER, bothBar, most), most, metric);
}

/** The t that an unchanged metric, suspect at look 1 with probability `suspect`, exceeds on all data with probability `level` in all. */
function criticalValue(suspect: number, level: number, looks: TwoLooks): number {
  const first = looks.sharedDegrees === undefined ? normalQuantile(1 - suspect) : studentTQuantile(1 - suspect, looks.sharedDegrees);
  return solve((value) => -probabilityBeyondBoth(first, value, looks), -level, -5, 12);
}

/** Where a rising function reaches `value`, to 1e-6, by false position with halving (Illinois); `high` when it never does in between. */
function solve(rising: (x: number) => number, value: number, low: number, high: number): number {
  let [from, to] = [low, high];
  let [atFrom, atTo] = [rising(from) - value, rising(to) - value];
  if (atTo < 0) return high;
  if (atFrom >= 0) return low;
  let side = 0;
  for (let step = 0; step < 60 && to - from > 1e-6; step++) {
    const share = Math.min(0.9, Math.max(0.1, atFrom / (atFrom - atTo)));
    const middle = from + share * (to - from);
    const at = rising(middle) - value;
    if (at < 0) {
      [from, atFrom] = [middle, at];
      if (side === -1) atTo /= 2;
      side = -1;
    } else {
      [to, atTo] = [middle, at];
      if (side === 1) atFrom /= 2;
      side = 1;
    }
  }
  return roundStatistic(to);
}

function describe(evidence: number, most: number, metric: ComparedMetric): number | undefined {
  return evidence < most * 0.999 ? Math.abs(fromEvidence(metric, evidence)) : undefined;
}
