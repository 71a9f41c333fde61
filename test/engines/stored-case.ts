import type { RunOrigin } from '../../src/baseline/baseline-store.ts';
import { parseRun } from '../../src/baseline/parse-run.ts';
import type { RegressionRules } from '../../src/config/regression-rules.ts';
import { compareWithHistory } from '../../src/gate-baseline.ts';
import { parseResults } from '../../src/report/parse-results.ts';
import type { Report } from '../../src/report/report.ts';
import { compareLive } from '../../src/verdict/regression/compare-live.ts';
import type { RegressionResult } from '../../src/verdict/regression/regression-result.ts';
import type { Origin } from '../../src/workspace/read-origin.ts';

/** One comparison as files hold it: JSON, and texts of files. */
export interface StoredCase {
  readonly name: string;
  readonly rules: RegressionRules;
  /** A results.json; with `live` in it, it is compared with that side. */
  readonly result: string;
  /** Files of a baseline. */
  readonly baseline: readonly { readonly id: string; readonly text: string; readonly isAcceptedByHand: boolean }[];
}

/** The key of every stored run. */
export const KEY: RunOrigin['key'] = 'ci / load';

const ANYWHERE: Origin = { event: undefined, branch: undefined, commit: undefined, defaultBranch: undefined, isCi: false };
const ACCEPTANCE = { by: 'somebody', at: '2026-03-20T08:00:00Z', why: 'worth it' };

/** Reads the files of a case and compares them as the gate does: what can be read back decides, and nothing else. */
export function compareStoredCase({ name, rules, result, baseline }: StoredCase): RegressionResult {
  const parsed = parseResults(result);
  if (!parsed.ok) throw new Error(`${name}: ${parsed.problem}`);
  const runs = baseline.map(({ id, text, isAcceptedByHand }) => {
    const read = parseRun({ id, key: KEY }, new TextEncoder().encode(text));
    if (!read.ok) throw new Error(`${name}: ${id}: ${read.reason}`);
    return { ...read.run, acceptance: isAcceptedByHand ? ACCEPTANCE : undefined };
  });
  return compareReports(parsed.report, runs, rules);
}

/** The same comparison of what is in memory. */
export function compareReports(
  report: Report,
  runs: Parameters<typeof listHistory>[0],
  rules: RegressionRules,
): RegressionResult {
  const { run, further = [], live } = report;
  if (live === undefined) return compareWithHistory(run, further, { history: listHistory(runs), rules, origin: ANYWHERE });
  const [first, ...second] = [run, ...further].map((candidate, index) => {
    const baseline = live.runs[index];
    if (baseline === undefined) throw new Error('a burst has no other side');
    return { candidate, baseline };
  });
  if (first === undefined) throw new Error('a report has a burst');
  return compareLive({ first, second, rules });
}

function listHistory(runs: readonly import('../../src/baseline/baseline-store.ts').StoredRun[]): import('../../src/baseline/baseline-store.ts').History {
  const [first, ...more] = runs;
  if (first === undefined) return { state: 'none-yet', otherKeys: [] };
  return { state: 'found', runs: [first, ...more], setAside: [], unread: 0 };
}
