import type { PlannedPhase } from '../plan/plan.ts';
import { planTimes } from '../plan/plan-times.ts';
import type { PhaseSummary } from './run-summary.ts';

/**
 * When the phases of a run that goes on were, ms of run time: as planned where that is known; after fixed work, from the second in which a phase was first seen
 * (`seenMs`, by its place; that of the last phase and one is when all were over). A phase that runs ends now; one that has not begun has no times.
 */
export function placePhases(
  phases: readonly PlannedPhase[],
  seenMs: ReadonlyMap<number, number>,
  nowMs: number,
): readonly Pick<PhaseSummary, 'startMs' | 'endMs'>[] {
  const planned = planTimes(phases);
  return phases.map((_phase, index) => {
    const startMs = planned[index]?.startMs ?? seenMs.get(index);
    if (startMs === undefined || startMs > nowMs) return { startMs: undefined, endMs: undefined };
    const endMs = planned[index]?.endMs ?? seenMs.get(index + 1) ?? nowMs;
    return { startMs, endMs: Math.min(endMs, nowMs) };
  });
}
