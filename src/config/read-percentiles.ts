import { entriesOf, keyPositionOf, type Cursor } from './cursor.ts';
import type { IssueList } from './issue-list.ts';

/** `p95: …` of a row. */
export interface PercentileEntry {
  /** As written: `p95`, `p95.0`. */
  readonly key: string;
  /** Above 0, below 100. */
  readonly percentile: number;
  readonly value: Cursor;
}

/** The percentiles of a row in file order, other keys left out; one that is written twice (`p95` and `p95.0`) is an issue. */
export function readPercentiles(row: Cursor | undefined, issues: IssueList): readonly PercentileEntry[] {
  const first = new Map<number, PercentileEntry>();
  for (const [key, value] of entriesOf(row)) {
    const percentile = /^p\d{1,2}(?:\.\d{1,4})?$/.test(key) ? Number(key.slice(1)) : 0;
    if (percentile === 0) continue;
    const known = first.get(percentile);
    if (known) issues.error(keyPositionOf(value), 'duplicate', `${key} is ${known.key}, which is there already`);
    else first.set(percentile, { key, percentile, value });
  }
  return [...first.values()];
}
