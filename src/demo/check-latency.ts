import { isAmount, isCount } from './check-turns.ts';
import type { Latency } from './dial-values.ts';

/** What is wrong with a latency; empty: nothing. */
export function checkLatency(latency: Latency): readonly string[] {
  const cycle = latency.cycle ?? 1_000;
  const problems = isCount(cycle) && cycle > 0 && cycle <= 1_000_000 ? [] : ['latency.cycle: 1 … 1,000,000'];
  if (!latencyHolds(latency)) problems.push(`latency: not a ${latency.kind} distribution of 0 ms or more`);
  return problems;
}

function latencyHolds(latency: Latency): boolean {
  switch (latency.kind) {
    case 'constant':
      return isAmount(latency.ms);
    case 'uniform':
      return isAmount(latency.minMs) && isAmount(latency.maxMs) && latency.minMs <= latency.maxMs;
    case 'lognormal':
      return latency.medianMs > 0 && latency.p95Ms >= latency.medianMs && Number.isFinite(latency.p95Ms);
    case 'quantiles': {
      const { points } = latency;
      const sorted = points.every(([percentile, ms], i) => {
        const before = points[i - 1];
        return (
          isAmount(ms) && percentile >= 0 && percentile <= 100 && (before === undefined || (percentile >= before[0] && ms >= before[1]))
        );
      });
      return points.length > 0 && sorted;
    }
  }
}
