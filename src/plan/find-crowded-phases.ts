import { estimateIterationMs, sharesOf } from './estimate-iteration.ts';
import type { Plan } from './plan.ts';

/** An open phase whose virtual users are busy with `think` and `hold` alone, however fast the target is. */
export interface CrowdedPhase {
  readonly name: string;
  /** That many would be busy at its rate, more than there may be. */
  readonly busy: number;
  readonly maxUsers: number;
}

/** Open phases that must drop arrivals which the target could have served: Little's law, an arrival rate of λ/s with iterations of W seconds keeps λ·W users busy. */
export function findCrowdedPhases({ phases, program }: Pick<Plan, 'phases' | 'program'>): readonly CrowdedPhase[] {
  const shares = sharesOf(program.users.map(({ weight }) => weight));
  const ownMs = program.users.reduce((sum, user, place) => sum + estimateIterationMs(user, program, () => 0) * (shares[place] ?? 0), 0);
  return phases.flatMap((phase) => {
    if (phase.model !== 'open') return [];
    // A phase that is shorter than an iteration is over before all of them are busy.
    const busy = Math.ceil(Math.min((phase.ratePerSec * ownMs) / 1_000, phase.plannedArrivals) - 1e-9);
    return busy > phase.maxUsers ? { name: phase.name, busy, maxUsers: phase.maxUsers } : [];
  });
}
