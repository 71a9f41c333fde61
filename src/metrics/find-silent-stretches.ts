import { countAt } from '../plan/fire-times.ts';
import type { PhaseSummary } from './run-summary.ts';

const STRETCH_SECONDS = 5;

/**
 * The 5 s stretches (whole seconds, side by side) of open phases that should hold starts and hold none, as ms of run time. Dropped arrivals count as
 * starts: the schedule reached them. A stretch is expected to hold some when the plan has at least 2 (evenly spaced) or 10 (Poisson: none has
 * probability e^-10) in it, or for each of `shards` machines so many. `startsBySecond` counts started + dropped iterations of open phases by second of the run.
 */
export function findSilentStretches(
  phases: readonly PhaseSummary[],
  startsBySecond: ReadonlyMap<number, number>,
  shards = 1,
): readonly number[] {
  const silent: number[] = [];
  for (const { plan, startMs, endMs } of phases) {
    if (plan.model !== 'open' || startMs === undefined) continue;
    const expectedAtLeast = shards * (plan.arrivals === 'even' ? 2 : 10);
    const lastMs = endMs ?? startMs + plan.durationMs;
    for (let second = Math.ceil(startMs / 1_000); (second + STRETCH_SECONDS) * 1_000 <= lastMs; second += STRETCH_SECONDS) {
      const from = second * 1_000 - startMs;
      const planned = countAt(plan, from + STRETCH_SECONDS * 1_000) - countAt(plan, from);
      let starts = 0;
      for (let offset = 0; offset < STRETCH_SECONDS; offset++) starts += startsBySecond.get(second + offset) ?? 0;
      if (planned >= expectedAtLeast && starts === 0) silent.push(second * 1_000);
    }
  }
  return silent;
}
