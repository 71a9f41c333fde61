import type { Scenario } from './scenario.ts';
import type { Step } from './step.ts';

/** What a series measures. */
export type SeriesKind = 'http' | 'poll' | 'ws' | 'receive';

/** The names of all series, each once, in the order in which the file first has them; `before` is not measured and has none. */
export function listSeriesNames(scenario: Scenario): readonly string[] {
  return [...listSeriesKinds(scenario).keys()];
}

/** The same, with what each measures. */
export function listSeriesKinds(scenario: Scenario): ReadonlyMap<string, SeriesKind> {
  const kinds = new Map<string, SeriesKind>();
  for (const user of scenario.users) {
    addSteps(user.start, kinds);
    for (const task of user.tasks) addSteps(task.steps, kinds);
  }
  return kinds;
}

function addSteps(steps: readonly Step[], kinds: Map<string, SeriesKind>): void {
  for (const step of steps) {
    switch (step.kind) {
      case 'http':
      case 'poll':
      case 'ws':
      case 'receive':
        if (!kinds.has(step.name)) kinds.set(step.name, step.kind);
        break;
      case 'parallel':
      case 'repeat':
      case 'for-each':
        addSteps(step.steps, kinds);
        break;
      case 'think':
      case 'send':
      case 'hold':
      case 'close':
        break;
    }
  }
}
