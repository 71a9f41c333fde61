import type { Phase, Scenario } from '../../config/scenario.ts';
import type { PlanRequest } from '../../options/request.ts';
import type { Plan } from '../../plan/plan.ts';
import type { StartForm, StartPhase } from './live-messages.ts';

/** What the start form offers: the plan of the files and flags. `hasTarget` false: they name none, and the plan's is no answer. */
export function buildStartForm(
  request: Pick<PlanRequest, 'target' | 'profile' | 'caps'>,
  { scenario, plan, hasTarget }: { readonly scenario: Scenario; readonly plan: Plan; readonly hasTarget: boolean },
): StartForm {
  const { caps, profile } = request;
  const phases = scenario.profiles.find(({ name }) => name === profile)?.phases ?? scenario.phases;
  return {
    name: plan.name,
    target: hasTarget ? plan.shownTarget : '',
    // Closed: whoever has the page must not learn a secret, and a target beside it would lead its other secrets astray.
    isTargetFixed: (request.target ?? scenario.target ?? '').includes('${secret.'),
    maxUsers: caps.maxUsers,
    maxRatePerSec: caps.maxRatePerSec,
    phases: phases.map(describePhase),
  };
}

function describePhase(phase: Phase): StartPhase {
  const { name, warmup } = phase;
  switch (phase.kind) {
    case 'closed':
      return { name, warmup, durationMs: phase.durationMs, model: 'closed', users: phase.users, spawnRatePerSec: phase.spawnRatePerSec };
    case 'open':
      return { name, warmup, durationMs: phase.durationMs, model: 'open', arrivalRatePerSec: phase.arrivalRatePerSec };
    case 'iterations':
      return { name, warmup, durationMs: phase.maxDurationMs, model: 'iterations', iterations: phase.iterations, users: phase.users };
    case 'pause':
      return { name, warmup, durationMs: phase.durationMs, model: 'pause' };
  }
}
