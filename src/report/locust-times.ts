import { valueAtRank, type Distribution } from '../metrics/distribution.ts';
import type { StatedLatency } from '../metrics/stated-latency.ts';
import { formatPythonFloat } from './format-python-float.ts';

/** Columns of the percentiles that Locust writes. */
export const PERCENTILE_COLUMNS = '50%,66%,75%,80%,90%,95%,98%,99%,99.9%,99.99%,100%';
const FRACTIONS = [0.5, 0.66, 0.75, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999, 0.9999, 1];

/** Columns of counts, times and sizes, without what Locust puts before and after them. */
export const TOTAL_COLUMNS = [
  'Request Count',
  'Failure Count',
  'Median Response Time',
  'Average Response Time',
  'Min Response Time',
  'Max Response Time',
  'Average Content Size',
] as const;

/** What those columns are made of: requests that were sent and ended, and the service times of those that have one. Extremes and sum are 0 without any. */
export interface LocustTotals {
  readonly requests: number;
  readonly failures: number;
  readonly bytesReceived: number;
  readonly times: Distribution;
  readonly sumUs: number;
  readonly lowestUs: number;
  readonly highestUs: number;
}

/** The same where `failures` may be undefined: an import that does not say it. */
type ToldTotals = Omit<LocustTotals, 'failures'> & { readonly failures: number | undefined };

/** One field for each of `TOTAL_COLUMNS`. Without a request Locust prints its starting values: integers, but a float for the mean. */
export function formatTotals({ requests, failures, bytesReceived, times, sumUs, lowestUs, highestUs }: ToldTotals): readonly string[] {
  return [
    String(requests),
    formatFailures(failures),
    formatMedian(times, lowestUs, highestUs),
    formatPythonFloat(times.count === 0 ? 0 : sumUs / 1_000 / times.count),
    lowestUs === 0 ? '0' : formatPythonFloat(lowestUs / 1_000),
    times.count === 0 ? '0' : formatPythonFloat(highestUs / 1_000),
    requests === 0 ? '0' : formatPythonFloat(bytesReceived / requests),
  ];
}

/** Not as Locust writes it, so that nobody reads a 0 that was never counted. */
function formatFailures(failures: number | undefined): string {
  return failures === undefined ? 'N/A' : String(failures);
}

/** A whole number as a percentile, but never beyond the extremes, which have fractions (StatsEntry.median_response_time). */
function formatMedian(times: Distribution, lowestUs: number, highestUs: number): string {
  if (times.count === 0) return '0';
  const median = milliseconds(times, 0.5);
  const us = Number(median) * 1_000;
  return us > highestUs ? formatPythonFloat(highestUs / 1_000) : us < lowestUs ? formatPythonFloat(lowestUs / 1_000) : median;
}

/** One field for each of `PERCENTILE_COLUMNS`: whole milliseconds, `N/A` without a request. */
export function formatPercentiles(times: Distribution): readonly string[] {
  return FRACTIONS.map((fraction) => milliseconds(times, fraction));
}

/** Locust takes the sample at place int(count × fraction), counted from 0 (calculate_response_time_percentile): one further than nearest rank. */
function milliseconds(times: Distribution, fraction: number): string {
  const us = valueAtRank(times, Math.min(times.count, Math.floor(times.count * fraction) + 1));
  return us === undefined ? 'N/A' : String(Math.round(us / 1_000));
}

/** What a file says instead of samples, one field for each of `TOTAL_COLUMNS`; `N/A` for what it does not say. */
export function formatStated(
  { percentiles, meanUs, minUs, maxUs }: StatedLatency,
  { requests, failures, bytesReceived }: Pick<ToldTotals, 'requests' | 'failures' | 'bytesReceived'>,
): readonly string[] {
  const median = percentiles.find(({ percentile }) => percentile === 50)?.us;
  const times = [median, meanUs, minUs, maxUs].map((us) => (us === undefined ? 'N/A' : formatPythonFloat(us / 1_000)));
  return [String(requests), formatFailures(failures), ...times, requests === 0 ? '0' : formatPythonFloat(bytesReceived / requests)];
}

/** The same for each of `PERCENTILE_COLUMNS`. */
export function formatStatedPercentiles({ percentiles, maxUs }: StatedLatency): readonly string[] {
  return FRACTIONS.map((fraction) => {
    const us = fraction === 1 ? maxUs : percentiles.find(({ percentile }) => Math.abs(percentile - fraction * 100) < 1e-9)?.us;
    return us === undefined ? 'N/A' : String(Math.round(us / 1_000));
  });
}
