import { percentileUs, type Distribution } from '../metrics/distribution.ts';
import { formatLatency } from '../units.ts';
import type { LatencyValue } from '../verdict/judged-latency.ts';

/** What stands where nothing was measured: never a 0. */
export const NOTHING = '–';

/** `142 ms`, `> 2.10 s` for a request that never came back, `no answer` where not even a bound is known, or a dash. */
export function formatReading(reading: LatencyValue | undefined): string {
  if (!reading) return NOTHING;
  if (reading.state === 'exact') return formatLatency(reading.us);
  return reading.atLeastUs === undefined ? 'no answer' : `> ${formatLatency(reading.atLeastUs)}`;
}

/** A percentile (0 … 100) of one distribution, or a dash when it is empty. */
export function formatPercentile(distribution: Distribution, percentile: number): string {
  const us = percentileUs(distribution, percentile);
  return us === undefined ? NOTHING : formatLatency(us);
}
