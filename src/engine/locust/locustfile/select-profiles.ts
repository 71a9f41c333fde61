import type { Scenario, Task, UserProfile } from '../../../config/scenario.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { Instruction, TaskProgram, UserProgram } from '../../../plan/program.ts';

/** A user profile that takes part, as written and as compiled; only tasks that take part are in it. */
export interface SelectedProfile {
  readonly user: UserProfile;
  readonly program: UserProgram;
  readonly tasks: readonly { readonly task: Task; readonly program: TaskProgram }[];
}

/** The profiles of a plan in its order. Throws when the plan is not one of this scenario. */
export function selectProfiles(scenario: Scenario, plan: Plan): readonly SelectedProfile[] {
  return plan.program.users.map((program) => {
    const user = found(scenario.users, program.name);
    const tasks = program.tasks.map((taskProgram) => ({ task: found(user.tasks, taskProgram.name), program: taskProgram }));
    return { user: { ...user, tasks: tasks.map(({ task }) => task) }, program, tasks };
  });
}

/** All flows of a profile, compiled. */
export function codeOf({ start, tasks }: UserProgram): readonly Instruction[] {
  return [...start, ...tasks.flatMap((task) => task.code)];
}

function found<Named extends { readonly name: string }>(list: readonly Named[], name: string): Named {
  const one = list.find((entry) => entry.name === name);
  if (one === undefined) throw new RangeError(`the plan is not one of this scenario: it has ${name}`);
  return one;
}
