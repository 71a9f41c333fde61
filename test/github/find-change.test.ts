import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findChange, findChangeOfRun } from '../../src/github/find-change.ts';
import type { Change } from '../../src/github/github-context.ts';
import { OURS, pretendGithub, REPOSITORY } from './pretend-github.ts';

const OTHER = 'b'.repeat(40);
const [HOME, FORK] = [77, 99];

function pull(
  number: number,
  parts: {
    readonly sha?: string;
    readonly from?: number | null;
    readonly ref?: string;
    readonly state?: string;
    readonly to?: number;
  } = {},
): unknown {
  const { sha = OURS, from = HOME, ref = 'faster', state = 'open', to = HOME } = parts;
  return { number, state, head: { sha, ref, repo: from === null ? null : { id: from } }, base: { ref: 'main', repo: { id: to } } };
}

const FOUND = (number: number): Change => ({ kind: 'found', pull: { number, headSha: OURS, baseBranch: 'main' } });
const NONE: Change = { kind: 'none', why: 'no open pull request has aaaaaaa as its newest commit' };

const BY_COMMIT: readonly (readonly [name: string, answer: unknown, change: Change])[] = [
  ['one whose newest commit it is', [pull(12)], FOUND(12)],
  ['none', [], NONE],
  ['one that has moved on', [pull(12, { sha: OTHER })], NONE],
  ['one that is closed', [pull(12, { state: 'closed' })], NONE],
  ['one to another repository', [pull(12, { to: FORK })], NONE],
  ['two: the older one', [pull(14), pull(12)], FOUND(12)],
  ['one of a fork with the same commit: ours', [pull(11, { from: FORK }), pull(12)], FOUND(12)],
  ['one of a fork alone', [pull(11, { from: FORK })], FOUND(11)],
  ['oddities', [null, 'x', { number: '12' }, { number: 12, state: 'open', head: { sha: OURS } }], NONE],
];

for (const [name, answer, change] of BY_COMMIT) {
  test(`By its commit a run finds, of ${name}.`, async () => {
    await using github = await pretendGithub({ answers: { [`/repos/org/shop/commits/${OURS}/pulls`]: answer } });
    assert.deepEqual(await findChange(await github.open(), REPOSITORY, OURS), change);
  });
}

test('What is no list of pull requests is not taken for an empty one.', async () => {
  await using github = await pretendGithub({ answers: { [`/repos/org/shop/commits/${OURS}/pulls`]: { message: 'x' } } });
  await assert.rejects(findChange(await github.open(), REPOSITORY, OURS), /not one of GitHub's API/);
});

const RUN = { event: 'pull_request', head_sha: OURS, head_branch: 'faster', head_repository: { id: FORK, owner: { login: 'mallory' } } };
const fork = { from: FORK };

const BY_RUN: readonly (readonly [name: string, run: unknown, pulls: unknown, change: Change])[] = [
  ['of a fork', RUN, [pull(12, fork)], FOUND(12)],
  ['of a fork whose branch another fork has, too', RUN, [pull(11, { from: 98 }), pull(12, fork)], FOUND(12)],
  ['of a branch with two, of which one has moved on', RUN, [pull(11, { ...fork, sha: OTHER }), pull(12, fork)], FOUND(12)],
  ['that has moved on, so that it can be told', RUN, [pull(12, { ...fork, sha: OTHER })], FOUND(12)],
  ['of another branch', RUN, [pull(12, { ...fork, ref: 'faster-2' })], { kind: 'none', why: 'the run 5 has no open pull request' }],
  ['of a push', { ...RUN, event: 'push' }, [pull(12, fork)], { kind: 'none', why: 'the run 5 was not made for a pull request' }],
  [
    'of a fork that is gone',
    { ...RUN, head_repository: null },
    [pull(12, { from: null })],
    { kind: 'none', why: 'the run 5 is of a repository that is gone' },
  ],
  ['of nothing we know', 'x', [], { kind: 'none', why: 'the run 5 was not made for a pull request' }],
];

for (const [name, run, pulls, change] of BY_RUN) {
  test(`By another run it finds the pull request ${name}.`, async () => {
    await using github = await pretendGithub({ answers: { '/repos/org/shop/actions/runs/5': run, '/repos/org/shop/pulls': pulls } });
    assert.deepEqual(await findChangeOfRun(await github.open(), REPOSITORY, 5), change);
  });
}

test('The branch of the fork is asked for, encoded.', async () => {
  const run = { ...RUN, head_branch: 'a&state=closed#x' };
  await using github = await pretendGithub({ answers: { '/repos/org/shop/actions/runs/5': run, '/repos/org/shop/pulls': [] } });
  await findChangeOfRun(await github.open(), REPOSITORY, 5);
  assert.equal(new URL(github.calls[1]?.slice(4) ?? '', 'http://x').searchParams.get('head'), 'mallory:a&state=closed#x');
});
