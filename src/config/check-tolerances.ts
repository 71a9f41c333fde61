import { parseRatio } from '../units.ts';
import { childOf, entriesOf, positionOf, quantityOf, type Cursor } from './cursor.ts';
import type { IssueList } from './issue-list.ts';
import { readPercentiles } from './read-percentiles.ts';

/** What the schema cannot say of `regression:`: shares that would let nothing or everything be a regression. */
export function checkTolerances(regression: Cursor | undefined, issues: IssueList): void {
  const checkAll = (row: Cursor): void => {
    for (const { key, value } of readPercentiles(row, issues)) checkShare(key, value, 'any', issues);
    checkShare('error_rate', childOf(row, 'error_rate'), 'below 100%', issues);
  };
  if (regression === undefined) return;
  checkAll(regression);
  for (const [, row] of entriesOf(childOf(regression, 'endpoints'))) checkAll(row);
  checkShare('throughput', childOf(regression, 'throughput'), 'below 100%', issues);
  checkShare('false_alarm', childOf(regression, 'false_alarm'), 'below 100%', issues);
  checkNoise(childOf(regression, 'deployment_noise'), issues);
}

/** Deployments that differ by more than this cannot be gated at all, and a floor that wide would never let a regression through. */
const MOST_NOISE = 0.5;

function checkNoise(cursor: Cursor | undefined, issues: IssueList): void {
  const noise = quantityOf(cursor, parseRatio);
  if (cursor !== undefined && noise !== undefined && noise > MOST_NOISE)
    issues.error(positionOf(cursor), 'range', 'deployment_noise must be at most 50%');
}

/** A latency may more than double; throughput cannot fall, nor errors rise, by more than all there is. */
function checkShare(key: string, cursor: Cursor | undefined, bound: 'any' | 'below 100%', issues: IssueList): void {
  const share = quantityOf(cursor, parseRatio);
  if (cursor === undefined || share === undefined) return;
  if (share <= 0) issues.error(positionOf(cursor), 'range', `${key} must be more than 0%`);
  else if (bound === 'below 100%' && share >= 1) issues.error(positionOf(cursor), 'range', `${key} must be less than 100%`);
}
