import type { Metric } from '../config/sla.ts';
import { attemptsOf, failuresOf } from '../metrics/counts.ts';
import { describeFailedChecks, type EngineInfo } from '../metrics/engine-info.ts';
import { MOST_OF_TAIL } from './measure-foreign.ts';
import type { Measurement } from './measure-metric.ts';
import type { JudgedView } from './merge-series-phases.ts';
import { chargeableOf } from './merge-sockets.ts';

/**
 * What failed checks of another load generator's script leave of a measurement. A check of k6, or an exception in a task of Locust, says of which step it is and not of which request:
 * each may have failed a request that is counted as a success, or one that failed anyhow. So failures are between what is stated and that many more, and successes that many
 * fewer; where no budget charges failures, they rank last among the times, and no latency has an upper bound. Where one does, the successes that are left may be the slower
 * ones: without f of n the percentile p stands (1 − p)·f ranks higher at most, and the mean is m·n ÷ (n − f) at most. Closed: a page that is fast, has status 200 and not what
 * the script looks for is no success.
 */
export function doubtChecks(
  metric: Metric,
  measurement: Measurement,
  { view, engine, failuresLost }: { readonly view: JudgedView; readonly engine: EngineInfo | undefined; readonly failuresLost: boolean },
): Measurement {
  if (engine?.kind !== 'import') return measurement;
  const { failedChecks = 0 } = engine;
  if (failedChecks === 0 || (measurement.state !== 'measured' && measurement.state !== 'between')) return measurement;
  const { counts } = view;
  const most = Math.min(attemptsOf(counts), failuresOf(counts) + failedChecks);
  const stated = measurement.state === 'measured' ? measurement.value : measurement.low;
  const between = (low: number, high: number | undefined): Measurement => ({
    state: 'between',
    low,
    high,
    stated,
    samples: measurement.samples,
    reason: describeFailedChecks(engine.tool, failedChecks),
  });
  switch (metric.kind) {
    case 'failures':
      return between(stated, most);
    case 'error-budget':
      return between(stated, most / chargeableOf(view));
    case 'throughput':
      return between(stated * Math.max(0, 1 - failedChecks / Math.max(1, counts.ok)), stated);
    case 'percentile':
      return failuresLost || failedChecks > MOST_OF_TAIL * attemptsOf(counts) ? between(stated, undefined) : measurement;
    case 'mean': {
      const left = counts.ok - failedChecks;
      return between(stated, failuresLost || left <= 0 ? undefined : (stated * counts.ok) / left);
    }
    case 'min':
    case 'max':
      return failuresLost ? between(stated, undefined) : measurement;
    default:
      return measurement;
  }
}
