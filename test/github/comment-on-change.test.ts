import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commentOnChange, type CommentRequest } from '../../src/github/comment-on-change.ts';
import type { GithubContext } from '../../src/github/github-context.ts';
import type { CommentOutcome } from '../../src/github/publish-comment.ts';
import { tellInComment } from '../../src/report/render-comment.ts';
import { buildReport, buildShopReport } from '../support/build-report.ts';
import { OURS, pretendGithub, REPOSITORY, type Pretended, type PretendState } from './pretend-github.ts';

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
const LIMITS = { pauseMs: 5 };

function comment(github: Pretended, context: Partial<GithubContext> = {}, request: Partial<CommentRequest> = {}): Promise<CommentOutcome> {
  const asked = { policy: 'auto', token: 'a-token-of-tests', key: 'default', ofRun: undefined, reportUrl: undefined } as const;
  return commentOnChange(
    tellInComment(buildShopReport()),
    { ...asked, ...request, context: { ...CONTEXT, ...context } },
    { env: github.env, limits: LIMITS },
  );
}

test('A report becomes a comment that names commit, report and run.', async () => {
  await using github = await pretendGithub();
  const outcome = await comment(github, {}, { reportUrl: 'https://github.com/org/shop/actions/runs/5/artifacts/9' });
  assert.equal(outcome.kind, 'posted');
  const body = github.state.comments[0]?.body ?? '';
  assert.match(body, /^<!-- load-gate key=default -->\n## ❌ Breach: Shop\n/);
  assert.match(
    body,
    /^commit \[`aaaaaaa`\]\(https:\/\/github\.com\/org\/shop\/commit\/a{40}\) · \[report\]\(https:\/\/github\.com\/org\/shop\/actions\/runs\/5\/artifacts\/9\) · \[workflow run\]\(/m,
  );
});

const QUIET: readonly (readonly [
  name: string,
  context: Partial<GithubContext>,
  request: Partial<CommentRequest>,
  kind: string,
  sentence: RegExp,
])[] = [
  ['nobody wants one', {}, { policy: 'never' }, 'not-needed', /none was asked for/],
  [
    'the run is about no pull request',
    { change: { kind: 'none', why: 'a scheduled run is about no change' } },
    {},
    'not-needed',
    /a scheduled run is about no change/,
  ],
  ['there is no repository', { repository: undefined }, {}, 'not-needed', /no workflow of GitHub/],
  ['there is no token', {}, { token: '' }, 'refused', /no `github-token`/],
  [
    'the pull request is of a fork',
    { tokenReach: 'read-only-fork' },
    {},
    'refused',
    /comes from a fork, whose token may only read\. The job summary has everything; "Pull requests from forks"/,
  ],
  ['Dependabot started it', { tokenReach: 'read-only-dependabot' }, {}, 'refused', /Dependabot started this run/],
];

for (const [name, context, request, kind, sentence] of QUIET) {
  test(`When ${name}, GitHub is not asked at all, and a sentence says why.`, async () => {
    await using github = await pretendGithub();
    const outcome = await comment(github, context, request);
    assert.equal(outcome.kind, kind);
    assert.match(outcome.sentence, sentence);
    assert.deepEqual(github.calls, []);
  });
}

test('Who always wants a comment gets a try with any token.', async () => {
  await using github = await pretendGithub();
  assert.equal((await comment(github, { tokenReach: 'read-only-dependabot' }, { policy: 'always' })).kind, 'posted');
});

test('A first pass without news is not commented on.', async () => {
  await using github = await pretendGithub();
  const request = {
    context: CONTEXT,
    policy: 'auto',
    token: 'a-token-of-tests',
    key: 'k',
    ofRun: undefined,
    reportUrl: undefined,
  } as const;
  const outcome = await commentOnChange(tellInComment(buildReport()), request, { env: github.env, limits: LIMITS });
  assert.equal(outcome.kind, 'not-needed');
  assert.deepEqual(github.state.comments, []);
});

test('The pull request of a deployed commit is found first.', async () => {
  const pull = { number: 12, state: 'open', head: { sha: OURS, ref: 'x', repo: { id: 77 } }, base: { ref: 'main', repo: { id: 77 } } };
  const answers: PretendState['answers'] = { [`/repos/org/shop/commits/${OURS}/pulls`]: [pull] };
  await using github = await pretendGithub({ answers });
  assert.equal((await comment(github, { change: { kind: 'to-find', sha: OURS } })).kind, 'posted');
});

test('Where the pull request cannot be asked for, that is said with the permission.', async () => {
  await using github = await pretendGithub({
    faults: { 'GET /repos': [{ status: 403, message: 'Resource not accessible by integration' }] },
  });
  const outcome = await comment(github, { change: { kind: 'to-find', sha: OURS } });
  assert.deepEqual(outcome, {
    kind: 'refused',
    sentence: 'The pull request was not found: the token may not do that (403); give the job `permissions: pull-requests: read`.',
  });
});

test('The run of a fork is commented on by another, which links to it.', async () => {
  const pull = { number: 12, state: 'open', head: { sha: OURS, ref: 'x', repo: { id: 99 } }, base: { ref: 'main', repo: { id: 77 } } };
  const run = { event: 'pull_request', head_sha: OURS, head_branch: 'x', head_repository: { id: 99, owner: { login: 'mallory' } } };
  await using github = await pretendGithub({ answers: { '/repos/org/shop/actions/runs/4': run, '/repos/org/shop/pulls': [pull] } });
  const outcome = await comment(
    github,
    { event: 'workflow_run', change: { kind: 'none', why: 'the run is on the default branch' } },
    { ofRun: 4, note: 'From a fork.' },
  );
  assert.equal(outcome.kind, 'posted');
  assert.match(
    github.state.comments[0]?.body ?? '',
    /\[workflow run\]\(https:\/\/github\.com\/org\/shop\/actions\/runs\/4\)\n\nFrom a fork\.\n/,
  );
});

test('A server that is none is a sentence.', async () => {
  const request = {
    context: CONTEXT,
    policy: 'always',
    token: 'a-token-of-tests',
    key: 'k',
    ofRun: undefined,
    reportUrl: undefined,
  } as const;
  for (const url of ['http://127.0.0.1:1', 'not an address', 'file:///etc/passwd']) {
    const outcome = await commentOnChange(tellInComment(buildReport()), request, { env: { GITHUB_API_URL: url }, limits: LIMITS });
    assert.equal(outcome.kind, 'refused');
  }
});
