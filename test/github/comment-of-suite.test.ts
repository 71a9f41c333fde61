import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tellSuite } from '../../src/action-told.ts';
import { commentOnChange } from '../../src/github/comment-on-change.ts';
import type { GithubContext } from '../../src/github/github-context.ts';
import type { CommentOutcome } from '../../src/github/publish-comment.ts';
import type { SuiteReport } from '../../src/report/suite/suite-report.ts';
import { buildReport } from '../support/build-report.ts';
import { buildFullSuite, buildSuite, renderSuiteFiles } from '../support/build-suite.ts';
import { OURS, pretendGithub, REPOSITORY, type Pretended } from './pretend-github.ts';

const CONTEXT: GithubContext = {
  repository: REPOSITORY,
  runId: 5,
  runAttempt: 1,
  workflow: 'ci',
  job: 'load',
  event: 'pull_request',
  headSha: OURS,
  change: { kind: 'found', pull: { number: 12, headSha: OURS, baseBranch: 'main' } },
  tokenReach: 'as-permitted',
  defaultBranch: 'main',
  baselineBranch: 'main',
  isGhes: false,
  runUrl: 'https://github.com/org/shop/actions/runs/5',
};

function told(report: SuiteReport): ReturnType<typeof tellSuite> {
  return tellSuite({ report, reportPath: 'out', files: renderSuiteFiles(report), outcome: { kind: 'suite', parts: [], isWritten: true } });
}

function comment(github: Pretended, report: SuiteReport): Promise<CommentOutcome> {
  const request = {
    context: CONTEXT,
    policy: 'auto',
    token: 'a-token-of-tests',
    key: 'nightly',
    ofRun: undefined,
    reportUrl: undefined,
  } as const;
  return commentOnChange(told(report), request, { env: github.env, limits: { pauseMs: 5 } });
}

test('A suite is one comment, with its verdict and a row for each part, and the next run of it changes that comment.', async () => {
  await using github = await pretendGithub();
  assert.equal((await comment(github, buildFullSuite())).kind, 'posted');
  assert.match(
    github.state.comments[0]?.body ?? '',
    /^<!-- load-gate key=nightly -->\n## ❌ Breach: Nightly\n[^]*^\| `shop` \| ❌ Breach \|/m,
  );
  assert.equal((await comment(github, buildSuite([['api', buildReport()]]))).kind, 'updated');
  assert.equal(github.state.comments.length, 1);
  assert.match(github.state.comments[0]?.body ?? '', /## ✅ Pass: Nightly/);
});

test('A first suite that passes without news is not commented on; one with a part that did not run is.', async () => {
  await using github = await pretendGithub();
  assert.equal((await comment(github, buildSuite([['api', buildReport()]]))).kind, 'not-needed');
  const left = buildSuite([
    ['api', buildReport()],
    ['chat', { leftOut: 'SIGINT' }],
  ]);
  assert.equal((await comment(github, left)).kind, 'posted');
});

test('The outputs of a suite count what is broken in all of its parts.', () => {
  const outputs = told(buildFullSuite()).renderOutputs({ reportPath: 'out', resultsPath: 'out/results.json', summary: '' });
  assert.deepEqual([outputs['verdict'], outputs['breaches'], outputs['regressions']], ['breach', '1', '2']);
});
