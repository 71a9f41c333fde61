import type { Phase } from '../config/scenario.ts';
import { countArrivals } from './fire-times.ts';
import type { PlannedPhase } from './plan.ts';
import { levelAtMs } from './user-levels.ts';

export interface PhaseContext {
  readonly seed: number;
  readonly timeBoxMs: number;
  /** What the time box must leave for the last answers. */
  readonly drainMs: number;
}

/** Written phases → planned ones: the level before is carried over, ramps and user limits are settled, arrivals are counted. */
export function planPhases(phases: readonly Phase[], context: PhaseContext): readonly PlannedPhase[] {
  const planned: PlannedPhase[] = [];
  for (const [index, phase] of fitFixedWork(phases, context).entries()) {
    planned.push(planPhase(phase, planned[index - 1], seedOfPhase(context.seed, index)));
  }
  return planned;
}

/** Fixed work without a `max_duration` has the whole time box written as its own; what the other phases and the last answers leave of it is shared. */
function fitFixedWork(phases: readonly Phase[], { timeBoxMs, drainMs }: PhaseContext): readonly Phase[] {
  const isOpenEnded = (phase: Phase): boolean => phase.kind === 'iterations' && phase.maxDurationMs === timeBoxMs;
  const openEnded = phases.filter(isOpenEnded).length;
  const takenMs = phases.reduce((sum, phase) => sum + (isOpenEnded(phase) ? 0 : durationOf(phase)), drainMs);
  const leftMs = (timeBoxMs - takenMs) / openEnded;
  // Nothing is left: the phases stay as they are, and the time box refuses them.
  if (!(leftMs > 0)) return phases;
  return phases.map((phase) => (phase.kind === 'iterations' && isOpenEnded(phase) ? { ...phase, maxDurationMs: leftMs } : phase));
}

function durationOf(phase: Phase): number {
  return phase.kind === 'iterations' ? phase.maxDurationMs : phase.durationMs;
}

/** Each phase draws its Poisson arrivals from a stream of its own. */
export function seedOfPhase(seed: number, phaseIndex: number): number {
  return seed + phaseIndex * 7_919;
}

function planPhase(phase: Phase, before: PlannedPhase | undefined, seed: number): PlannedPhase {
  const { name, warmup } = phase;
  switch (phase.kind) {
    case 'pause':
      return { name, warmup, model: 'pause', durationMs: phase.durationMs };
    case 'iterations':
      return { name, warmup, model: 'iterations', iterations: phase.iterations, users: phase.users, durationMs: phase.maxDurationMs };
    case 'closed': {
      const fromUsers = before?.model === 'closed' ? levelAtMs(before, before.durationMs) : 0;
      const spawnMs = phase.spawnRatePerSec === undefined ? 0 : (Math.abs(phase.users - fromUsers) / phase.spawnRatePerSec) * 1_000;
      return {
        name,
        warmup,
        model: 'closed',
        fromUsers,
        users: phase.users,
        rampMs: Math.max(phase.rampMs, spawnMs),
        ...(phase.spawnRatePerSec === undefined ? {} : { spawnRatePerSec: phase.spawnRatePerSec }),
        durationMs: phase.durationMs,
      };
    }
    case 'open': {
      const fromRatePerSec = before?.model === 'open' ? before.ratePerSec : 0;
      const curve = { fromRatePerSec, ratePerSec: phase.arrivalRatePerSec, rampMs: phase.rampMs, durationMs: phase.durationMs };
      return {
        ...curve,
        name,
        warmup,
        model: 'open',
        arrivals: phase.arrivals,
        maxUsers: phase.maxUsers ?? defaultMaxUsers(Math.max(fromRatePerSec, phase.arrivalRatePerSec)),
        plannedArrivals: countArrivals(curve, phase.arrivals, seed),
      };
    }
  }
}

/** Users enough for responses of 2 s at the phase's highest rate, 10 to 10,000. */
function defaultMaxUsers(ratePerSec: number): number {
  return Math.min(10_000, Math.max(10, Math.ceil(2 * ratePerSec)));
}
