import type { ComparedRow } from './gauged-row.ts';
import { medianOf } from './median-of.ts';
import type { RegressionNote } from './regression-result.ts';

const LEAST_ENDPOINTS = 4;
const MOST_OF_THEM = 0.8;
/** Changes below this are not worth a note: ln 1.05. */
const LEAST_FACTOR = 0.05;

/**
 * "The whole environment moved": at least four endpoints, and at least 80 % of them changed by one common factor, which is the median, to within twice
 * the error of their own measurement, and in its direction. A remark for people; the verdict stays what it is.
 */
export function noteCommonShift(rows: readonly ComparedRow[]): readonly RegressionNote[] {
  const byEndpoint = new Map<string, { readonly change: number; readonly error: number }>();
  for (const { endpoint, metric, first, both } of rows) {
    const last = both ?? first;
    if (metric.kind === 'percentile' && last.state === 'compared' && !byEndpoint.has(endpoint)) byEndpoint.set(endpoint, last.evidence);
  }
  const shifts = [...byEndpoint.values()];
  if (shifts.length < LEAST_ENDPOINTS) return [];
  const middle = medianOf(shifts.map(({ change }) => change));
  if (Math.abs(middle) < LEAST_FACTOR) return [];
  const moved = shifts.filter(
    ({ change, error }) =>
      Math.sign(change) === Math.sign(middle) &&
      Math.abs(change - middle) <= Math.max(2 * error, LEAST_FACTOR) &&
      Math.abs(change) >= LEAST_FACTOR / 2,
  );
  if (moved.length < MOST_OF_THEM * shifts.length) return [];
  return [{ kind: 'environment-moved', factor: Math.exp(middle), moved: moved.length, of: shifts.length }];
}
