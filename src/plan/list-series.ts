import type { Scenario, UserProfile } from '../config/scenario.ts';
import type { Step } from '../config/step.ts';
import type { Series } from './plan.ts';

/** Every series of a scenario, in order of first appearance; `selectedUsers` are the profiles and tasks that will run. */
export function listSeries(scenario: Scenario, selectedUsers: readonly UserProfile[]): readonly Series[] {
  const selected = new Set<string>();
  forEachSeries(selectedUsers, (entry) => selected.add(entry.name));
  const series = new Map<string, Series>();
  forEachSeries(scenario.users, (entry) => {
    const known = series.get(entry.name);
    const tags = known ? [...new Set([...known.tags, ...entry.tags])] : entry.tags;
    series.set(entry.name, { ...(known ?? entry), tags, selected: selected.has(entry.name) });
  });
  return [...series.values()];
}

function forEachSeries(users: readonly UserProfile[], visit: (entry: Omit<Series, 'selected'>) => void): void {
  for (const user of users) {
    for (const step of user.start) visitStep(step, user.tags, visit);
    for (const task of user.tasks) for (const step of task.steps) visitStep(step, task.tags, visit);
  }
}

function visitStep(step: Step, tags: readonly string[], visit: (entry: Omit<Series, 'selected'>) => void): void {
  switch (step.kind) {
    case 'http':
      visit({ name: step.name, kind: 'http', method: step.method, tags: [...new Set([...tags, ...step.tags])] });
      break;
    case 'poll':
      visit({ name: step.name, kind: 'poll', method: step.request.method, tags: [...new Set([...tags, ...step.tags])] });
      break;
    case 'ws':
    case 'receive':
      visit({ name: step.name, kind: step.kind, method: 'WS', tags: [...new Set([...tags, ...step.tags])] });
      break;
    case 'parallel':
    case 'repeat':
    case 'for-each':
      for (const inner of step.steps) visitStep(inner, tags, visit);
      break;
    case 'think':
    case 'send':
    case 'hold':
    case 'close':
      break;
  }
}
