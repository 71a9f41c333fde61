import { countArrivals, type RateCurve } from './fire-times.ts';
import { seedOfPhase } from './plan-phases.ts';
import type { Plan, PlannedPhase } from './plan.ts';

/** One target has the load for so long before it is the other's turn. */
const SEGMENT_MS = 10_000;

/** The phases of one of two targets that take turns, and from which stream of chance each draws. */
export type Turns = Required<Pick<Plan, 'phases' | 'streams'>>;

/**
 * One schedule for two targets that must not have load at the same time: every phase with load is cut into segments of about 10 s, and the targets take turns in
 * the order A B B A, so that a drift of the environment falls on both alike. Segments bear the name of their phase; where one target has load the other pauses.
 * Both draw the n-th segment from the same stream, so that its arrivals and data are the same. Takes twice the time.
 */
export function interleavePhases(phases: readonly PlannedPhase[], seed: number): readonly [Turns, Turns] {
  const sides = [0, 1].map(() => ({ phases: [] as PlannedPhase[], streams: [] as number[] }));
  const [first, second] = sides as [
    Turns & { phases: PlannedPhase[]; streams: number[] },
    Turns & { phases: PlannedPhase[]; streams: number[] },
  ];
  let turn = 0;
  const add = (side: typeof first, phase: PlannedPhase): void => {
    side.phases.push(phase);
    side.streams.push(turn);
  };
  for (const phase of phases) {
    if (phase.model !== 'open') {
      for (const side of [first, second]) add(side, phase);
      turn++;
      continue;
    }
    for (const segment of cutPhase(phase)) {
      const own = { ...segment, plannedArrivals: countArrivals(segment, segment.arrivals, seedOfPhase(seed, turn)) };
      const pause: PlannedPhase = { name: phase.name, warmup: phase.warmup, model: 'pause', durationMs: segment.durationMs };
      const [earlier, later] = turn % 2 === 0 ? [first, second] : [second, first];
      add(earlier, own);
      add(later, pause);
      add(earlier, pause);
      add(later, own);
      turn++;
    }
  }
  return [first, second];
}

type OpenPhase = Extract<PlannedPhase, { model: 'open' }>;

/** Equal parts of at most 10 s; a part of a linear ramp is a linear ramp. */
function cutPhase(phase: OpenPhase): readonly OpenPhase[] {
  const count = Math.max(1, Math.ceil(phase.durationMs / SEGMENT_MS));
  const durationMs = phase.durationMs / count;
  return Array.from({ length: count }, (_, index) => {
    const [fromMs, toMs] = [index * durationMs, (index + 1) * durationMs];
    const rampMs = Math.min(durationMs, Math.max(0, phase.rampMs - fromMs));
    return {
      ...phase,
      durationMs,
      rampMs,
      fromRatePerSec: rateAt(phase, fromMs),
      ratePerSec: rateAt(phase, rampMs > 0 ? Math.min(toMs, phase.rampMs) : toMs),
    };
  });
}

/** The rate of a phase so many ms after its start, per second. */
function rateAt(curve: RateCurve, ms: number): number {
  if (ms >= curve.rampMs) return curve.ratePerSec;
  return curve.fromRatePerSec + ((curve.ratePerSec - curve.fromRatePerSec) * ms) / curve.rampMs;
}
