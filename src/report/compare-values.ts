import type { Sla } from '../config/sla.ts';
import type { RunSummary } from '../metrics/run-summary.ts';
import { compareValue, type ValueRow } from '../verdict/regression/compare-baseline-values.ts';
import { listTolerances } from '../verdict/regression/list-tolerances.ts';
import { percentileOf, summarizeEndpoints } from './summarize-endpoints.ts';

/** One of `baseline_values:` beside what was measured. */
export type HandRow =
  | ValueRow
  | (HandHead & {
      /** The percentile falls among requests that never came back: not less than `atLeastUs`, if even that is known. */
      readonly state: 'lost';
      readonly atLeastUs: number | undefined;
    })
  | (HandHead & { readonly state: 'no-data' });

type HandHead = Pick<ValueRow, 'name' | 'baselineUs' | 'tolerance'>;

/** Used where `regression:` has no tolerance for a percentile: that of p95, which always has one. */
const USUAL = 95;

/** The values of the SLA that were written by hand beside the judged latencies of a run, in the order of the file; empty when there are none. */
export function compareValues(run: RunSummary, sla: Pick<Sla, 'baselineValues' | 'regression'>): readonly HandRow[] {
  if (sla.baselineValues.length === 0) return [];
  const { rows } = summarizeEndpoints(run);
  return sla.baselineValues.flatMap((value): readonly HandRow[] => {
    const { endpoint, percentile, us } = value;
    const { percentiles } = listTolerances(sla.regression, endpoint);
    const toleranceOf = (wanted: number): number | undefined => percentiles.find((one) => one.percentile === wanted)?.tolerance;
    const tolerance = toleranceOf(percentile) ?? toleranceOf(USUAL) ?? 0;
    const head = { name: `${endpoint} p${percentile}`, baselineUs: us, tolerance };
    const measured = rows.find(({ name }) => name === endpoint);
    const reading = measured && percentileOf(measured, percentile);
    if (!reading) return [{ ...head, state: 'no-data' }];
    if (reading.state === 'censored') return [{ ...head, state: 'lost', atLeastUs: reading.atLeastUs }];
    return [compareValue(value, reading.us, tolerance) ?? { ...head, state: 'no-data' }];
  });
}
