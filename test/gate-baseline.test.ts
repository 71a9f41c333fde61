import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StoredRun } from '../src/baseline/baseline-store.ts';
import { DEFAULT_REGRESSION_RULES } from '../src/config/regression-rules.ts';
import { buildStoredRun, compareWithHistory, explainUnfit } from '../src/gate-baseline.ts';
import { buildFingerprint } from '../src/metrics/build-fingerprint.ts';
import type { RunSummary } from '../src/metrics/run-summary.ts';
import type { Report } from '../src/report/report.ts';
import type { RegressionResult } from '../src/verdict/regression/regression-result.ts';
import { readOrigin, type Origin } from '../src/workspace/read-origin.ts';
import { buildReport } from './support/build-report.ts';
import { buildRunSummary } from './support/build-run-summary.ts';
import { burstOf, reportOf } from './support/build-stored-runs.ts';
import { steerRun } from './support/steer-run.ts';

const CI: Origin = { event: 'pull_request', branch: '7/merge', commit: undefined, defaultBranch: 'main', isCi: true };
const BY_HAND: Origin = { event: undefined, branch: undefined, commit: undefined, defaultBranch: undefined, isCi: false };
const ABORTED: Pick<RunSummary, 'ending'> = { ending: { state: 'aborted', reason: 'error_rate: 50% was broken' } };

function storedOf(report: Report, from: { readonly event?: string | undefined; readonly branch?: string | undefined } = {}): StoredRun {
  return {
    id: '20260301T120000000Z-00000000',
    fileName: '20260301T120000000Z-00000000.json',
    bytes: 1,
    origin: {
      key: 'default',
      fingerprint: buildFingerprint(report.run),
      commit: undefined,
      branch: 'main',
      event: 'push',
      accepted: true,
      ...from,
    },
    judged: report.verdict.state,
    acceptance: undefined,
    report,
  };
}

function compareWith(run: StoredRun, origin: Origin): RegressionResult {
  const history = { state: 'found', runs: [run], setAside: [], unread: 0 } as const;
  return compareWithHistory(burstOf(9, 0, 1), [], { history, rules: DEFAULT_REGRESSION_RULES, origin });
}

const usual = reportOf({ day: 1 });
const admissions = [
  { name: 'a push to the default branch', run: storedOf(usual), origin: CI, counts: true },
  { name: 'a push to another branch', run: storedOf(usual, { branch: 'feature' }), origin: CI, counts: false },
  { name: 'a push of a tag, which any commit may carry,', run: storedOf(usual, { branch: undefined }), origin: CI, counts: false },
  {
    name: 'a run stored outside of CI',
    run: storedOf(usual, { branch: undefined, event: undefined }),
    origin: CI,
    counts: true,
  },
  {
    name: 'a push, where CI does not say which branch is the default one,',
    run: storedOf(usual, { branch: undefined }),
    origin: { ...CI, defaultBranch: undefined },
    counts: false,
  },
  {
    name: 'a breach that was aborted',
    run: storedOf({ ...usual, run: { ...usual.run, ...ABORTED }, verdict: { ...usual.verdict, state: 'breach' } }),
    origin: BY_HAND,
    counts: false,
  },
  {
    name: 'a run with a burst that was aborted',
    run: storedOf({ ...usual, further: [{ ...burstOf(1, 1, 1), ...ABORTED }] }),
    origin: BY_HAND,
    counts: false,
  },
] as const;
for (const { name, run, origin, counts } of admissions) {
  test(`${name} ${counts ? 'counts' : 'does not count'}`, () => {
    assert.equal(compareWith(run, origin).state, counts ? 'decided' : 'not-judged');
  });
}

const SLOW: RegressionResult = { state: 'decided', regressed: ['GET /items p95'], looks: 2, rows: [], notes: [] };

test('a breach that has regressed too does not count until it is accepted', () => {
  for (const [regressed, accepted] of [
    [SLOW.regressed, false],
    [[], true],
  ] as const) {
    const report = {
      ...reportOf({ day: 1, state: 'breach' }),
      comparison: { kind: 'stored' as const, where: 'runs', result: { ...SLOW, regressed } },
    };
    const { text } = buildStoredRun(report, 'default', BY_HAND);
    assert.equal(text.includes(`"accepted":${accepted}`), true, text.slice(0, 400));
  }
});

const dead = buildRunSummary({ series: [{ name: 'GET /items', seconds: [{ failed: 5 }] }] });
const unfit = [
  { name: 'an inconclusive run', report: reportOf({ day: 1, state: 'inconclusive' }), why: /inconclusive/ },
  {
    name: 'an aborted run',
    report: buildReport({ run: buildRunSummary({ with: ABORTED }), verdict: { state: 'breach' } }),
    why: /aborted/,
  },
  {
    name: 'a run whose users were set by hand',
    report: buildReport({ run: steerRun(buildRunSummary()), verdict: { state: 'breach' } }),
    why: /set by hand/,
  },
  {
    name: 'a job of which the second burst was set by hand',
    report: { ...reportOf({ day: 1 }), further: [steerRun(buildRunSummary())] },
    why: /set by hand/,
  },
  { name: 'a run of a dead target', report: buildReport({ run: dead, verdict: { state: 'breach' } }), why: /without one success/ },
  {
    name: 'a breach that may be slower',
    report: {
      ...reportOf({ day: 1, state: 'breach' }),
      comparison: { kind: 'stored', where: 'runs', result: { state: 'second-look', suspects: [], rows: [], notes: [] } },
    },
    why: /lacks its second look/,
  },
] as const;
for (const { name, report, why } of unfit) {
  test(`${name} is no baseline`, () => {
    assert.match(explainUnfit(report) ?? '', why);
  });
}

test('a pass, a breach and a regression may be stored', () => {
  for (const state of ['pass', 'breach', 'regression'] as const) assert.equal(explainUnfit(reportOf({ day: 1, state })), undefined);
});

test('a schedule runs on the default branch, whatever its event says', () => {
  const env = { GITHUB_ACTIONS: 'true', GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'trunk' };
  assert.equal(readOrigin({ ...env, GITHUB_EVENT_NAME: 'schedule' }).defaultBranch, 'trunk');
  assert.equal(readOrigin({ ...env, GITHUB_EVENT_NAME: 'push' }).defaultBranch, undefined);
});
