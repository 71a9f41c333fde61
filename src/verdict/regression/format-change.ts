import { formatLatency, formatNumber, formatRate, formatRatio } from '../../units.ts';
import { boundChange, type MeasuredChange } from './bound-change.ts';
import type { ComparedMetric, RegressionRow } from './regression-result.ts';

/** A row that was compared. */
export type ComparedRow = Exclude<RegressionRow, { readonly state: 'not-eligible' }>;

/** One side in its unit: `212 ms`, `0.1 %`, `500/s`. */
export function formatSide(metric: ComparedMetric, value: number): string {
  switch (metric.kind) {
    case 'percentile':
      return formatLatency(value);
    case 'error-ratio':
      return formatRatio(value);
    case 'throughput':
      return formatRate(value);
  }
}

/** `+26 %`, `−4.2 %`; of error ratios `+2 points`. */
export function formatChange(metric: ComparedMetric, change: number): string {
  return metric.kind === 'error-ratio' ? `${signNumber(change * 100, 2)} points` : formatSigned(change);
}

/** `+26 %`, `−4.2 %`: a relative change, with a decimal where it is small. */
export function formatSigned(ratio: number): string {
  return `${signNumber(ratio * 100, Math.abs(ratio) < 0.0995 ? 1 : 0)} %`;
}

/** `10 %`; of error ratios `0.5 points`. */
export function formatTolerance(metric: ComparedMetric, tolerance: number): string {
  return metric.kind === 'error-ratio' ? `${formatNumber(tolerance * 100, 2)} points` : `${formatNumber(tolerance * 100, 1)} %`;
}

/** The smallest change that would have been seen: `+14 %`, of throughput `−12 %`; `> 10×` when not even a tenfold one would; of error ratios a dash when it is not known. */
export function formatReach({ metric, detectable }: Pick<ComparedRow, 'metric' | 'detectable'>): string {
  if (detectable === undefined) return metric.kind === 'error-ratio' ? '–' : '> 10×';
  return formatChange(metric, metric.kind === 'throughput' ? -detectable : detectable);
}

/** Beyond it a change is no percentage that says anything. */
const TENFOLD = 9;

/** The interval of a change without its unit, of about 90 %: `+14 … +39`, `−0.9 … +0.4`, `+3 … > 10×`; undefined where there is none. */
export function formatBounds(row: MeasuredChange): string | undefined {
  const bounds = boundChange(row);
  if (!bounds) return undefined;
  const { low, high } = bounds;
  const isRatio = row.metric.kind === 'error-ratio';
  // One digit more where the ends would else read alike.
  const digits = isRatio ? (high - low < 0.002 ? 2 : 1) : high - low < 0.02 ? 1 : 0;
  const end = (value: number): string => (!isRatio && value > TENFOLD ? '> 10×' : signNumber(value * 100, digits));
  return `${end(low)} … ${end(high)}`;
}

/** With its sign, unless it reads as nothing. */
function signNumber(value: number, digits: number): string {
  const text = formatNumber(Math.abs(value), digits);
  return text === '0' ? text : `${value < 0 ? '−' : '+'}${text}`;
}
