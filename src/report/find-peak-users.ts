import type { PhaseSummary } from '../metrics/run-summary.ts';

/** Most virtual users at once in a phase; undefined: an import that does not say it. */
export function findPeakUsers({ plan, peakUsers }: PhaseSummary): number | undefined {
  return plan.model === 'foreign' && peakUsers === 0 ? undefined : peakUsers;
}
