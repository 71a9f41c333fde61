import type { Issue, Position } from '../../../config/issue.ts';
import type { Phase, Scenario } from '../../../config/scenario.ts';
import { planError, planWarning } from '../../../plan/plan-issue.ts';
import type { Plan, PlannedPhase } from '../../../plan/plan.ts';
import { formatNumber, formatRate } from '../../../units.ts';

/** What one process of Locust starts in a second with room to spare, a third of what `npm run bench -- capacity` reached: beyond, its own lateness would be measured as the target's. */
export const MOST_ARRIVALS_PER_SEC = 1_000;
/** Users are greenlets of one thread: with more of them, each waits for its turn. */
export const MOST_USERS = 5_000;

interface PhaseCheck {
  readonly scenario: Scenario;
  readonly plan: Plan;
  /** Undefined: not known yet, and what depends on it is a warning. */
  readonly processes: number | undefined;
}

/** Phases that Locust cannot make, or not with so few processes. */
export function checkLocustPhases({ scenario, plan, processes }: PhaseCheck): readonly Issue[] {
  const written: readonly Phase[] = scenario.profiles.find(({ name }) => name === plan.profile)?.phases ?? scenario.phases;
  return plan.phases.flatMap((phase, index): readonly Issue[] => {
    const at = written[index]?.at ?? { file: scenario.file, line: 1, column: 1 };
    const isEarly = phase.model === 'iterations' && index < plan.phases.length - 1;
    const why = `phase ${phase.name} is fixed work, which ends when it ends, in each process at another time; what comes after it would not begin together`;
    return [
      ...(isEarly ? [planError(at, 'locust', why, 'put it last, or give it a run of its own')] : []),
      ...checkSize(phase, at, processes),
    ];
  });
}

function checkSize(phase: PlannedPhase, at: Position, processes: number | undefined): readonly Issue[] {
  const rate = phase.model === 'open' ? Math.max(phase.fromRatePerSec, phase.ratePerSec) : 0;
  const users = phase.model === 'open' ? phase.maxUsers : phase.model === 'pause' ? 0 : phase.users;
  const sizes = [
    { asked: formatRate(rate), needed: Math.ceil(rate / MOST_ARRIVALS_PER_SEC), each: formatRate(MOST_ARRIVALS_PER_SEC) },
    { asked: `${formatNumber(users)} users`, needed: Math.ceil(users / MOST_USERS), each: formatNumber(MOST_USERS) },
  ];
  const issues: Issue[] = [];
  for (const { asked, needed, each } of sizes) {
    if (needed <= (processes ?? 1)) continue;
    const message = `phase ${phase.name} asks for ${asked}, and a process of Locust is trusted with ${each}`;
    if (processes === undefined) issues.push(planWarning(at, 'locust', message, `run it with at least ${needed} workers`));
    else
      issues.push(
        planError(
          at,
          'locust',
          `${message}; here ${processes === 1 ? 'is' : 'are'} ${processes}`,
          `use at least ${needed}: --workers ${needed} where there are as many cores, or --expect-workers ${needed}`,
        ),
      );
  }
  return issues;
}
