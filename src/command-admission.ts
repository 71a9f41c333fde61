import type { StoredRun } from './baseline/baseline-store.ts';
import { DEFAULT_REGRESSION_RULES } from './config/regression-rules.ts';
import { compareWithHistory } from './gate-baseline.ts';
import type { RegressionResult } from './verdict/regression/regression-result.ts';
import type { Origin } from './workspace/read-origin.ts';

/** What admission alone asks for: no latency needs to be measured. */
const NO_PERCENTILES = { ...DEFAULT_REGRESSION_RULES, percentiles: [] };

/**
 * Those of the runs, oldest first, that count as the newest of them sees it, beyond the window of a comparison too. The gate's own comparison says which, so
 * that it cannot differ: one window after the other, from the newest back.
 */
export function listCounting(runs: readonly StoredRun[], origin: Origin): readonly StoredRun[] {
  const newest = runs.at(-1);
  let rest = runs;
  let counting: readonly StoredRun[] = [];
  for (;;) {
    const [first, ...more] = rest;
    if (newest === undefined || first === undefined) return counting;
    const history = { state: 'found', runs: [first, ...more], setAside: [], unread: 0 } as const;
    const reasons = listLeftOut(compareWithHistory(newest.report.run, [], { history, rules: NO_PERCENTILES, origin }));
    const window = rest.filter(({ id }) => !reasons.has(id));
    if (window.length === 0) return counting;
    counting = [...window, ...counting];
    rest = rest.filter(({ id }) => reasons.has(id));
  }
}

/** Why runs do not count, by id. */
export function listLeftOut({ notes }: Pick<RegressionResult, 'notes'>): ReadonlyMap<string, string> {
  const runs = notes.flatMap((note) => (note.kind === 'left-out' ? note.runs : []));
  return new Map(runs.map(({ id, reason }) => [id, reason]));
}
