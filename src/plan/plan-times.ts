import type { PlannedPhase } from './plan.ts';

/** When a phase is, as planned, ms of run time; `endMs` undefined: when its work is done. */
export interface PhaseTimes {
  readonly startMs: number;
  readonly endMs: number | undefined;
}

/** The planned times of the phases, as far as they are known: fixed work ends when it is done, so nothing after it is. */
export function planTimes(phases: readonly PlannedPhase[]): readonly PhaseTimes[] {
  const times: PhaseTimes[] = [];
  let startMs = 0;
  for (const [index, phase] of phases.entries()) {
    if (phase.model === 'iterations') {
      if (index === phases.length - 1) times.push({ startMs, endMs: undefined });
      break;
    }
    times.push({ startMs, endMs: startMs + phase.durationMs });
    startMs += phase.durationMs;
  }
  return times;
}
