import type { History, RunOrigin, StoredRun } from '../../src/baseline/baseline-store.ts';
import { buildRunFile } from '../../src/baseline/build-files.ts';
import { parseRun } from '../../src/baseline/parse-run.ts';
import type { RegressionRules } from '../../src/config/regression-rules.ts';
import { compareWithHistory } from '../../src/gate-baseline.ts';
import { buildFingerprint } from '../../src/metrics/build-fingerprint.ts';
import { parseResults } from '../../src/report/parse-results.ts';
import { renderResults } from '../../src/report/render-results.ts';
import type { Report } from '../../src/report/report.ts';
import { compareLive } from '../../src/verdict/regression/compare-live.ts';
import type { RegressionResult } from '../../src/verdict/regression/regression-result.ts';
import type { Origin } from '../../src/workspace/read-origin.ts';

/** One comparison: a report with another side, or with stored runs beside it. */
export interface CaseInput {
  readonly name: string;
  readonly rules: RegressionRules;
  readonly report: Report;
  readonly stored: readonly StoredInput[];
}

export interface StoredInput {
  readonly report: Report;
  readonly origin?: Partial<RunOrigin>;
  readonly isAcceptedByHand?: boolean;
}

/** The same as files hold it: JSON, and texts of files. */
export interface StoredCase extends Pick<CaseInput, 'name' | 'rules'> {
  /** A results.json. */
  readonly result: string;
  /** Files of a baseline. */
  readonly baseline: readonly { readonly id: string; readonly text: string; readonly isAcceptedByHand: boolean }[];
}

const KEY = 'ci / load';
const ANYWHERE: Origin = { event: undefined, branch: undefined, commit: undefined, defaultBranch: undefined, isCi: false };
const ACCEPTANCE = { by: 'somebody', at: '2026-03-20T08:00:00Z', why: 'worth it' };

/** What is in memory → files. */
export function storeCase({ name, rules, report, stored }: CaseInput): StoredCase {
  const baseline = stored.map((input) => ({
    ...buildRunFile(originOf(input), input.report),
    isAcceptedByHand: input.isAcceptedByHand ?? false,
  }));
  return { name, rules, result: renderResults(report), baseline };
}

/** Compares what is in memory. */
export function compareCase({ rules, report, stored }: CaseInput): RegressionResult {
  const runs = stored.map((input): StoredRun => {
    const { id, text } = buildRunFile(originOf(input), input.report);
    const { report: one, isAcceptedByHand } = input;
    const acceptance = isAcceptedByHand ? ACCEPTANCE : undefined;
    return { id, fileName: `${id}.json`, bytes: text.length, origin: originOf(input), judged: one.verdict.state, acceptance, report: one };
  });
  return compareReport(report, runs, rules);
}

/** Compares what files hold, as the gate does: what can be read back decides, and nothing else. */
export function compareStoredCase({ name, rules, result, baseline }: StoredCase): RegressionResult {
  const parsed = parseResults(result);
  if (!parsed.ok) throw new Error(`${name}: ${parsed.problem}`);
  const runs = baseline.map(({ id, text, isAcceptedByHand }): StoredRun => {
    const read = parseRun({ id, key: KEY }, new TextEncoder().encode(text));
    if (!read.ok) throw new Error(`${name}: ${id}: ${read.reason}`);
    return { ...read.run, acceptance: isAcceptedByHand ? ACCEPTANCE : undefined };
  });
  return compareReport(parsed.report, runs, rules);
}

function originOf({ report, origin }: StoredInput): RunOrigin {
  const accepted = report.verdict.state !== 'regression';
  return {
    key: KEY,
    fingerprint: buildFingerprint(report.run),
    commit: 'a'.repeat(40),
    branch: 'main',
    event: 'push',
    accepted,
    ...origin,
  };
}

function compareReport({ run, further = [], live }: Report, runs: readonly StoredRun[], rules: RegressionRules): RegressionResult {
  const [oldest, ...newer] = runs;
  const history: History =
    oldest === undefined ? { state: 'none-yet', otherKeys: [] } : { state: 'found', runs: [oldest, ...newer], setAside: [], unread: 0 };
  if (live === undefined) return compareWithHistory(run, further, { history, rules, origin: ANYWHERE });
  const pair = (candidate: Report['run'], index: number) => {
    const baseline = live.runs[index];
    if (baseline === undefined) throw new Error('a burst has no other side');
    return { candidate, baseline };
  };
  return compareLive({ first: pair(run, 0), second: further.map((burst, index) => pair(burst, index + 1)), rules });
}
