import type { PhaseSummary } from '../metrics/run-summary.ts';

/** The places (in `RunSummary.phases`) of all phases that are judged: no warm-ups, no pauses. */
export function listJudgedPhases(phases: readonly Pick<PhaseSummary, 'plan'>[]): readonly number[] {
  return phases.flatMap(({ plan }, index) => (plan.warmup || plan.model === 'pause' ? [] : [index]));
}

/**
 * True when the middle of this second of the run lies in one of the phases, so that phases which follow each other share no second.
 * A phase that has begun and not ended (a live run) goes on without end.
 */
export function isSecondOf(phases: readonly Pick<PhaseSummary, 'startMs' | 'endMs'>[], second: number): boolean {
  const middleMs = second * 1_000 + 500;
  return phases.some(
    ({ startMs, endMs }) => startMs !== undefined && startMs <= middleMs && middleMs < (endMs ?? Number.POSITIVE_INFINITY),
  );
}

/** All seconds of these ended phases, ascending; phases that never began have none. */
export function listSecondsOf(phases: readonly PhaseSummary[]): readonly number[] {
  const seconds = new Set<number>();
  for (const { startMs, endMs } of phases) {
    if (startMs === undefined || endMs === undefined) continue;
    for (let second = Math.ceil((startMs - 500) / 1_000); second * 1_000 + 500 < endMs; second++) seconds.add(second);
  }
  return [...seconds].sort((left, right) => left - right);
}
