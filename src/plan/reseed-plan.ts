import { countArrivals } from './fire-times.ts';
import { seedOfPhase } from './plan-phases.ts';
import type { Plan } from './plan.ts';

/** The same plan for fresh data: every draw anew, the random arrivals and their number among them. */
export function reseedPlan(plan: Plan, seed: number): Plan {
  const phases = plan.phases.map((phase, place) => {
    if (phase.model !== 'open' || phase.arrivals === 'even') return phase;
    return { ...phase, plannedArrivals: countArrivals(phase, phase.arrivals, seedOfPhase(seed, plan.streams?.[place] ?? place)) };
  });
  return { ...plan, seed, phases };
}
