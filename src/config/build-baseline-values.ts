import { parseDuration } from '../units.ts';
import { entriesOf, keyPositionOf, positionOf, quantityOf, type Cursor } from './cursor.ts';
import type { IssueList } from './issue-list.ts';
import { readPercentiles } from './read-percentiles.ts';
import type { BaselineLatency } from './sla.ts';

/** `baseline_values:` in file order; empty when absent. A normal of 0 is an issue: no change can be told from it. */
export function buildBaselineValues(cursor: Cursor | undefined, issues: IssueList): readonly BaselineLatency[] {
  return entriesOf(cursor).flatMap(([endpoint, row]) =>
    readPercentiles(row, issues).flatMap(({ percentile, key, value }): readonly BaselineLatency[] => {
      const ms = quantityOf(value, parseDuration);
      if (ms === undefined) return [];
      // Thousandths of a microsecond are kept, the noise of the multiplication is not.
      const us = Math.round(ms * 1e6) / 1e3;
      if (us > 0) return [{ endpoint, percentile, us, at: keyPositionOf(row) }];
      issues.error(positionOf(value), 'range', `${key} must be more than 0`);
      return [];
    }),
  );
}
