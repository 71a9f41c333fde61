import { curveFrom, curveTo, levelAtMs, type UserCurve } from '../plan/user-levels.ts';
import type { LevelChange, PhaseSummary } from './run-summary.ts';

/** A stretch of a closed phase in which the users were to follow one curve, ms of run time. */
export interface LevelStretch {
  /** The place of the phase. */
  readonly phase: number;
  readonly startMs: number;
  /** Where the next change, or the end of the phase, is. */
  readonly endMs: number;
  /** Counts from `startMs`. */
  readonly curve: UserCurve;
  /** False: as planned. */
  readonly isByHand: boolean;
}

/**
 * What closed phases were asked for, in order of time: the plan, and from each change on what was set by hand. The phase after one that was changed begins from the
 * level that was reached, by the plan's way; a pause forgets all of it, and so does a phase of another model. Phases that never began are left out.
 */
export function traceLevels(
  phases: readonly Pick<PhaseSummary, 'plan' | 'startMs' | 'endMs'>[],
  changes: readonly LevelChange[],
): readonly LevelStretch[] {
  const stretches: LevelStretch[] = [];
  for (const [place, { plan, startMs, endMs = Number.POSITIVE_INFINITY }] of phases.entries()) {
    if (plan.model !== 'closed' || startMs === undefined) continue;
    const before = stretches.at(-1);
    const carried = before?.isByHand === true && before.phase === place - 1 ? before : undefined;
    const own = changes.filter(({ phase, atMs }) => phase === place && atMs >= startMs && atMs <= endMs);
    const first = carried ? curveFrom(plan, levelAtMs(carried.curve, startMs - carried.startMs)) : plan;
    const begun = [
      { startMs, curve: first, isByHand: carried !== undefined },
      ...own.map(({ atMs, fromUsers, users, spawnRatePerSec }) => ({
        startMs: atMs,
        curve: curveTo(fromUsers, users, spawnRatePerSec),
        isByHand: true,
      })),
    ];
    stretches.push(...begun.map((each, index) => ({ ...each, phase: place, endMs: begun[index + 1]?.startMs ?? endMs })));
  }
  return stretches;
}
