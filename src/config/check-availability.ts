import { childOf, entriesOf, itemsOf, keyPositionOf, rootOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import type { IssueList } from './issue-list.ts';
import type { SourceTree } from './source-tree.ts';

/** Words that the format has and this version does not act on yet. Each comes with its feature, and then leaves this table. */
const UNAVAILABLE = {
  scenario: ['suite'],
  steps: ['ws', 'send', 'receive', 'hold', 'close'],
  sla: ['server', 'regression', 'baseline_values'],
  metrics: ['concurrent', 'drops', 'messages_in', 'messages_out', 'session_p95'],
} as const;
const SESSION_METRIC = /^session_p\d/;

/** Closed: a promise or a step that would be ignored must not pass silently. */
export function checkScenarioAvailability(tree: SourceTree, issues: IssueList): void {
  const root = rootOf(tree);
  reportKeys(root, UNAVAILABLE.scenario, issues);
  checkSteps(childOf(root, 'steps'), issues);
  for (const [, user] of entriesOf(childOf(root, 'users'))) {
    checkSteps(childOf(user, 'start'), issues);
    checkSteps(childOf(user, 'steps'), issues);
    for (const [, task] of entriesOf(childOf(user, 'tasks'))) checkSteps(childOf(task, 'steps'), issues);
  }
}

/** The same for an SLA. */
export function checkSlaAvailability(tree: SourceTree, issues: IssueList): void {
  const root = rootOf(tree);
  reportKeys(root, UNAVAILABLE.sla, issues);
  for (const part of [root, ...entriesOf(childOf(root, 'phases')).map(([, phase]) => phase)]) {
    const rows = [...entriesOf(childOf(part, 'endpoints')).map(([, row]) => row), childOf(part, 'total')];
    for (const row of rows) {
      const metrics = entriesOf(row)
        .map(([metric]) => metric)
        .filter((metric) => SESSION_METRIC.test(metric));
      if (row) reportKeys(row, [...UNAVAILABLE.metrics, ...metrics], issues);
    }
  }
}

function checkSteps(steps: Cursor | undefined, issues: IssueList): void {
  for (const step of itemsOf(steps)) {
    reportKeys(step, UNAVAILABLE.steps, issues);
    checkSteps(childOf(step, 'steps'), issues);
  }
}

function reportKeys(map: Cursor, words: readonly string[], issues: IssueList): void {
  for (const word of words) {
    const child = childOf(map, word);
    if (child) issues.error(keyPositionOf(child), 'not-available-yet', `${word} is not available yet in this version of load-gate`);
  }
}
