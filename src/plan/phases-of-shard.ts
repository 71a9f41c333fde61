import type { PlannedPhase } from './plan.ts';
import { shareOf, workOfShard, type Shard } from './shard.ts';

/** The phases with a shard's own arrivals, users and fixed work in them; rates and the most users are still those of all. */
export function phasesOfShard(phases: readonly PlannedPhase[], shard: Shard): readonly PlannedPhase[] {
  if (shard.count === 1) return phases;
  return phases.map((phase): PlannedPhase => {
    switch (phase.model) {
      case 'open':
        return { ...phase, plannedArrivals: shareOf(phase.plannedArrivals, shard) };
      case 'closed':
        return { ...phase, fromUsers: shareOf(phase.fromUsers, shard), users: shareOf(phase.users, shard) };
      case 'iterations':
        return { ...phase, iterations: workOfShard(phase.iterations, phase.users, shard), users: shareOf(phase.users, shard) };
      case 'pause':
        return phase;
    }
  });
}
