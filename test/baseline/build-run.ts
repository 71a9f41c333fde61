import { nameRun } from '../../src/baseline/name-files.ts';
import { buildRunFile } from '../../src/baseline/build-files.ts';
import type { RunFile, RunOrigin } from '../../src/baseline/baseline-store.ts';
import { buildFingerprint } from '../../src/metrics/build-fingerprint.ts';
import type { Report } from '../../src/report/report.ts';
import { buildReport } from '../support/build-report.ts';
import { buildRunSummary } from '../support/build-run-summary.ts';

export const KEY = 'perf / gate / node 24';

/** A report of a small run on that day of March. */
export function reportOf(day: number, state: Report['verdict']['state'] = 'pass'): Report {
  const run = { ...buildRunSummary(), startedAt: new Date(Date.UTC(2026, 2, 1, 12) + day * 86_400_000).toISOString() };
  return buildReport({ run, verdict: { state } });
}

/** A run file of that day; `origin` stands over what is usual. */
export function runOf(day: number, origin: Partial<RunOrigin> = {}): RunFile {
  return buildRunFile(originOf(day, origin), reportOf(day));
}

export function originOf(day: number, origin: Partial<RunOrigin> = {}): RunOrigin {
  return {
    key: KEY,
    fingerprint: buildFingerprint(reportOf(day).run),
    commit: day.toString(16).padStart(40, '0'),
    branch: 'main',
    event: 'push',
    accepted: true,
    ...origin,
  };
}

/** The text of a run as an editor of the file would leave it, under the name that its content then has. */
export function editedRun(day: number, edit: (text: string) => string): { readonly name: string; readonly content: Uint8Array } {
  const content = new TextEncoder().encode(edit(runOf(day).text));
  return { name: `${nameRun(reportOf(day).run.startedAt, content)}.json`, content };
}
