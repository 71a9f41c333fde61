import type { Metric } from '../config/sla.ts';
import { explainMissing, type EngineInfo, type Facet } from '../metrics/engine-info.ts';

/** Why a metric cannot be judged by what this engine has left, without a full stop; undefined: it can. */
export function explainLack(metric: Metric, engine: EngineInfo): string | undefined {
  const facet = facetOf(metric);
  return facet && explainMissing(engine, facet);
}

/** Undefined: every file says enough, or what it says decides. */
function facetOf(metric: Metric): Facet | undefined {
  switch (metric.kind) {
    case 'percentile':
      return metric.span === 'ttfb' ? 'first byte' : metric.span === 'session' ? 'sessions' : undefined;
    case 'error-budget':
    case 'failures':
    case 'count':
    case 'throughput':
      return 'failures';
    case 'status':
      return 'statuses';
    case 'upload':
      return 'bytes sent';
    case 'download':
      return 'bytes received';
    case 'concurrent':
    case 'drops':
      return 'connections';
    case 'messages-in':
    case 'messages-out':
      return 'messages';
    case 'late':
    case 'duplicates':
    case 'unmatched':
      return 'matching';
    case 'mean':
    case 'min':
    case 'max':
    case 'duration':
      return undefined;
  }
}
