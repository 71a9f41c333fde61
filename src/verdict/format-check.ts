import type { Comparison } from '../config/sla.ts';
import { formatBytes, formatDuration, formatLatency, formatNumber, formatRate, formatRatio } from '../units.ts';
import type { CheckedMetric } from './name-metric.ts';

/** How a comparison is shown. */
export const SIGNS: Readonly<Record<Comparison, string>> = { '<': '<', '<=': '≤', '>': '>', '>=': '≥', '==': '=', '!=': '≠' };

/** `≤ 150 ms`, `< 100`, `≥ 100/s`: the limit as reports show it, with all the digits that the user wrote. */
export function formatLimit(metric: CheckedMetric, comparison: Comparison, limit: number): string {
  return `${SIGNS[comparison]} ${formatExact(metric, limit)}`;
}

/** `142 ms`, `0.31 %`, `1,204`, `98.5/s`: a value as reports show it, in the metric's unit. */
export function formatValue(metric: CheckedMetric, value: number): string {
  switch (metric.kind) {
    case 'percentile':
    case 'mean':
    case 'min':
    case 'max':
      return formatLatency(value);
    case 'duration':
      return formatDuration(value / 1_000);
    case 'error-budget':
    case 'error-rate':
      return formatRatio(value);
    case 'throughput':
      return formatRate(value);
    case 'upload':
    case 'download':
      return `${formatBytes(value)}/s`;
    case 'failures':
    case 'count':
    case 'status':
    case 'concurrent':
    case 'drops':
    case 'messages-in':
    case 'messages-out':
    case 'late':
    case 'duplicates':
    case 'unmatched':
      return formatNumber(value, 0);
  }
}

/** A value beside its limit: where rounding would make two different numbers look equal, with more digits, so that `150 ms` never breaks `≤ 150 ms`. */
export function formatObserved(metric: CheckedMetric, value: number, limit: number): string {
  const rounded = formatValue(metric, value);
  return value !== limit && rounded === formatValue(metric, limit) ? formatExact(metric, value) : rounded;
}

/** A value that falls among requests which never came back: `> 2.10 s`, or `no answer` when not even a lower bound is known. */
export function formatCensored(metric: CheckedMetric, atLeast: number | undefined): string {
  return atLeast === undefined ? 'no answer' : `> ${formatValue(metric, atLeast)}`;
}

function formatExact(metric: CheckedMetric, value: number): string {
  switch (metric.kind) {
    case 'percentile':
    case 'mean':
    case 'min':
    case 'max':
    case 'duration':
      return value < 1e6 ? `${formatNumber(value / 1e3, 3)} ms` : `${formatNumber(value / 1e6, 6)} s`;
    case 'error-budget':
    case 'error-rate':
      return `${formatNumber(value * 100, 7)} %`;
    case 'throughput':
      return `${formatNumber(value, 6)}/s`;
    case 'upload':
    case 'download':
      return value < 1e3
        ? `${formatNumber(value, 3)} B/s`
        : value < 1e6
          ? `${formatNumber(value / 1e3, 6)} KB/s`
          : `${formatNumber(value / 1e6, 9)} MB/s`;
    case 'failures':
    case 'count':
    case 'status':
    case 'concurrent':
    case 'drops':
    case 'messages-in':
    case 'messages-out':
    case 'late':
    case 'duplicates':
    case 'unmatched':
      return formatNumber(value, 6);
  }
}
