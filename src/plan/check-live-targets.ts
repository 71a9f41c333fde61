import type { Issue } from '../config/issue.ts';
import type { Scenario } from '../config/scenario.ts';
import { chooseProfile, chooseSelection } from './choose-selection.ts';
import { listRequests } from './list-requests.ts';
import { planWarning } from './plan-issue.ts';
import type { PlanRequest } from './plan-request.ts';
import type { Plan } from './plan.ts';
import { selectUsers } from './select-users.ts';

/** What a live comparison of these two plans could not see: a target that is compared with itself, and steps that go to one address on both sides. Warnings. */
export function checkLiveTargets(
  scenario: Scenario,
  request: PlanRequest,
  plans: { readonly candidate: Plan; readonly baseline: Plan },
): readonly Issue[] {
  return [...warnOfSame(plans), ...warnOfShared(scenario, request)];
}

function warnOfSame({ candidate, baseline }: { readonly candidate: Plan; readonly baseline: Plan }): readonly Issue[] {
  if (candidate.target !== baseline.target) return [];
  const at = { file: '--baseline', line: 1, column: 1 };
  const hint = 'name the address of the version before; one address for two versions in turn is not enough';
  return [
    planWarning(
      at,
      'live-same',
      'the baseline has the address of the target: it is compared with itself, and no change can be found',
      hint,
    ),
  ];
}

function warnOfShared(scenario: Scenario, request: PlanRequest): readonly Issue[] {
  const users = selectUsers(scenario.users, chooseSelection(scenario, request, chooseProfile(scenario, request, []), []));
  return listRequests([], users)
    .filter(({ request: { url } }) => /^(?:http|ws)s?:\/\//i.test(url))
    .map(({ at }) =>
      planWarning(
        at,
        'live-shared',
        'this step has an address of its own, the same for both targets: no change can be found in it',
        'write a path to measure the targets',
      ),
    );
}
