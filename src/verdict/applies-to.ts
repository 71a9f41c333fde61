import type { Metric } from '../config/sla.ts';
import type { Series } from '../plan/plan.ts';

/** Can series of this kind have this metric? Only wildcard rows ask: an exact one that cannot is an error of the SLA. */
export function appliesTo(metric: Metric, kind: Series['kind']): boolean {
  switch (metric.kind) {
    case 'concurrent':
    case 'drops':
    case 'messages-in':
    case 'messages-out':
    case 'unmatched':
      return kind === 'ws';
    case 'late':
    case 'duplicates':
      return kind === 'receive';
    case 'percentile':
      return metric.span === 'session' ? kind === 'ws' : metric.span !== 'ttfb' || kind !== 'receive';
    case 'status':
    case 'upload':
    case 'download':
      return kind !== 'receive';
    case 'mean':
    case 'min':
    case 'max':
    case 'error-budget':
    case 'failures':
    case 'count':
    case 'throughput':
    case 'duration':
      return true;
  }
}
