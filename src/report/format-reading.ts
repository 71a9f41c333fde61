import { percentileUs, type Distribution } from '../metrics/distribution.ts';
import { formatLatency, formatNumber } from '../units.ts';
import type { LatencyValue } from '../verdict/judged-latency.ts';

/** What stands where nothing was measured: never a 0. */
export const NOTHING = '–';

/** `142 ms`, `> 2.10 s` for a request that never came back, `no answer` where not even a bound is known, or a dash. */
export function formatReading(reading: LatencyValue | undefined): string {
  if (!reading) return NOTHING;
  if (reading.state === 'exact') return formatLatency(reading.us);
  return reading.atLeastUs === undefined ? 'no answer' : `> ${formatLatency(reading.atLeastUs)}`;
}

/** How many there were, or a dash where nobody says. */
export function formatCount(count: number | undefined): string {
  return count === undefined ? NOTHING : formatNumber(count, 0);
}

/** A percentile (0 … 100) of one distribution, or a dash when it is empty. */
export function formatPercentile(distribution: Distribution, percentile: number): string {
  const us = percentileUs(distribution, percentile);
  return us === undefined ? NOTHING : formatLatency(us);
}

/** Two figures with the unit once where both have the same: `700 → 813 ms`, `990 ms → 1.20 s`; `between` stands between them, spaces included. */
export function formatPair(from: string, to: string, between: string): string {
  const [, figure = '', unit = ''] = /^([\d.,]+)(.*)$/s.exec(from) ?? [];
  return figure !== '' && unit !== '' && /^[\d.,]/.test(to) && to.replace(/^[\d.,]+/, '') === unit
    ? `${figure}${between}${to}`
    : `${from}${between}${to}`;
}
