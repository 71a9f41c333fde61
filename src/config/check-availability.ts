import { childOf, keyPositionOf, rootOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import type { IssueList } from './issue-list.ts';
import type { SourceTree } from './source-tree.ts';

/** Words that the format has and this version does not act on yet. Each comes with its feature, and then leaves this table. */
const UNAVAILABLE = {
  scenario: ['suite'],
  sla: ['server'],
} as const;

/** Closed: a promise or a step that would be ignored must not pass silently. */
export function checkScenarioAvailability(tree: SourceTree, issues: IssueList): void {
  reportKeys(rootOf(tree), UNAVAILABLE.scenario, issues);
}

/** The same for an SLA. */
export function checkSlaAvailability(tree: SourceTree, issues: IssueList): void {
  reportKeys(rootOf(tree), UNAVAILABLE.sla, issues);
}

function reportKeys(map: Cursor, words: readonly string[], issues: IssueList): void {
  for (const word of words) {
    const child = childOf(map, word);
    if (child) issues.error(keyPositionOf(child), 'not-available-yet', `${word} is not available yet in this version of load-gate`);
  }
}
