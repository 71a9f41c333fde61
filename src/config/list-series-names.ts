import type { Scenario } from './scenario.ts';
import type { Step } from './step.ts';

/** The names of all series, each once, in the order in which the file first has them; `before` is not measured and has none. */
export function listSeriesNames(scenario: Scenario): readonly string[] {
  const names = new Set<string>();
  for (const user of scenario.users) {
    addSteps(user.start, names);
    for (const task of user.tasks) addSteps(task.steps, names);
  }
  return [...names];
}

function addSteps(steps: readonly Step[], names: Set<string>): void {
  for (const step of steps) {
    if (step.kind === 'http' || step.kind === 'poll') names.add(step.name);
    else if (step.kind !== 'think') addSteps(step.steps, names);
  }
}
