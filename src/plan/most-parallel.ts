import type { PlannedPhase } from './plan.ts';
import type { ConnectionSettings } from './program.ts';

/** A worker or shard without a share of an open phase's users could only drop its arrivals, and one without a connection could only wait. */
export function mostParallel(phases: readonly PlannedPhase[], connections: readonly ConnectionSettings[]): number {
  return Math.min(
    ...phases.map((phase) => (phase.model === 'open' ? phase.maxUsers : Number.POSITIVE_INFINITY)),
    ...connections.map(({ limit }) => limit ?? Number.POSITIVE_INFINITY),
  );
}
