import type { Metric } from '../config/sla.ts';

/** What a check measures: a metric of a row, or the error rate of a window. */
export type CheckedMetric = Metric | { readonly kind: 'error-rate' };

/** The word of the SLA for a metric, unique for each of them: `p95`, `ttfb_p99`, `messages_in`, `error_budget`, `status 429`, `status 5xx`. */
export function nameMetric(metric: CheckedMetric): string {
  switch (metric.kind) {
    case 'percentile':
      return `${metric.span === 'latency' ? '' : `${metric.span}_`}p${metric.percentile}`;
    case 'error-budget':
      return 'error_budget';
    case 'error-rate':
      return 'error_rate';
    case 'messages-in':
      return 'messages_in';
    case 'messages-out':
      return 'messages_out';
    case 'status':
      return `status ${nameStatus(metric.from, metric.to)}`;
    case 'mean':
    case 'min':
    case 'max':
    case 'failures':
    case 'count':
    case 'throughput':
    case 'upload':
    case 'download':
    case 'concurrent':
    case 'drops':
    case 'late':
    case 'duplicates':
    case 'unmatched':
    case 'duration':
      return metric.kind;
  }
}

function nameStatus(from: number, to: number): string {
  if (from === to) return String(from);
  return from % 100 === 0 && to === from + 99 ? `${from / 100}xx` : `${from}-${to}`;
}
