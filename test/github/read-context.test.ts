import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Change, TokenReach } from '../../src/github/github-context.ts';
import { readContext } from '../../src/github/read-context.ts';

const [SHA, HEAD, OTHER] = ['a'.repeat(40), 'b'.repeat(40), 'c'.repeat(40)];
const ENV = {
  GITHUB_REPOSITORY: 'org/shop',
  GITHUB_REPOSITORY_ID: '77',
  GITHUB_RUN_ID: '123456789',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_SHA: SHA,
  GITHUB_WORKFLOW: 'ci',
  GITHUB_JOB: 'load',
  GITHUB_ACTOR: 'somebody',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_SERVER_URL: 'https://github.com',
};
const REPOSITORY = { id: 77, default_branch: 'main' };

function pullEvent(pull: object = {}): unknown {
  const base = { ref: 'release/1.x', repo: { id: 77 } };
  return { repository: REPOSITORY, pull_request: { number: 12, head: { sha: HEAD, ref: 'faster', repo: { id: 77 } }, base, ...pull } };
}

interface Row {
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
  readonly payload: unknown;
  readonly change: Change;
  readonly headSha?: string;
  readonly baselineBranch?: string | undefined;
  readonly reach?: TokenReach;
}

const PULL: Change = { kind: 'found', pull: { number: 12, headSha: HEAD, baseBranch: 'release/1.x' } };
const plain = { repository: REPOSITORY };

const EVENTS: readonly Row[] = [
  {
    name: 'a pull request is about its head, not about the merge commit, and compares with its base',
    env: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/12/merge' },
    payload: pullEvent(),
    change: PULL,
    headSha: HEAD,
    baselineBranch: 'release/1.x',
  },
  {
    name: 'a pull request of a fork has a token that may only read',
    env: { GITHUB_EVENT_NAME: 'pull_request' },
    payload: pullEvent({ head: { sha: HEAD, repo: { id: 99 } } }),
    change: PULL,
    headSha: HEAD,
    baselineBranch: 'release/1.x',
    reach: 'read-only-fork',
  },
  {
    name: 'a pull request of a fork that is gone is one of a fork',
    env: { GITHUB_EVENT_NAME: 'pull_request' },
    payload: pullEvent({ head: { sha: HEAD, repo: null } }),
    change: PULL,
    headSha: HEAD,
    baselineBranch: 'release/1.x',
    reach: 'read-only-fork',
  },
  {
    name: 'a pull request that Dependabot started has a token that may only read',
    env: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_ACTOR: 'dependabot[bot]' },
    payload: pullEvent(),
    change: PULL,
    headSha: HEAD,
    baselineBranch: 'release/1.x',
    reach: 'read-only-dependabot',
  },
  {
    name: 'a push to the default branch is about no pull request',
    env: { GITHUB_EVENT_NAME: 'push' },
    payload: { ...plain, ref: 'refs/heads/main' },
    change: { kind: 'none', why: 'the run is on the default branch' },
    baselineBranch: 'main',
  },
  {
    name: 'a push to another branch may have a pull request',
    env: { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/faster' },
    payload: plain,
    change: { kind: 'to-find', sha: SHA },
    baselineBranch: 'main',
  },
  {
    name: 'a pushed tag is about no pull request',
    env: { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/tags/v1' },
    payload: plain,
    change: { kind: 'none', why: 'the run is not on a branch' },
    baselineBranch: 'main',
  },
  {
    name: 'a merge queue names its last pull request in the ref, whose base may hold slashes',
    env: { GITHUB_EVENT_NAME: 'merge_group' },
    payload: {
      ...plain,
      merge_group: {
        head_sha: HEAD,
        head_ref: `refs/heads/gh-readonly-queue/release/1.x/pr-34-${OTHER}`,
        base_ref: 'refs/heads/release/1.x',
      },
    },
    change: { kind: 'found', pull: { number: 34, headSha: undefined, baseBranch: 'release/1.x' } },
    headSha: HEAD,
    baselineBranch: 'release/1.x',
  },
  {
    name: 'a merge queue whose ref is of another form has no pull request',
    env: { GITHUB_EVENT_NAME: 'merge_group' },
    payload: { ...plain, merge_group: { head_sha: HEAD, head_ref: 'refs/heads/gh-readonly-queue/main/pr-0-x' } },
    change: { kind: 'none', why: 'the event does not say which pull request stands in the merge queue' },
    headSha: HEAD,
    baselineBranch: 'main',
  },
  {
    name: 'a deployment has a commit, whose pull request must be asked for',
    env: { GITHUB_EVENT_NAME: 'deployment_status', GITHUB_REF: '' },
    payload: { ...plain, deployment: { sha: HEAD }, deployment_status: { state: 'success' } },
    change: { kind: 'to-find', sha: HEAD },
    headSha: HEAD,
    baselineBranch: 'main',
  },
  {
    name: 'a dispatch on the default branch is about no pull request',
    env: { GITHUB_EVENT_NAME: 'workflow_dispatch' },
    payload: plain,
    change: { kind: 'none', why: 'the run is on the default branch' },
    baselineBranch: 'main',
  },
  {
    name: 'a dispatch on another branch may have a pull request',
    env: { GITHUB_EVENT_NAME: 'workflow_dispatch', GITHUB_REF: 'refs/heads/faster' },
    payload: plain,
    change: { kind: 'to-find', sha: SHA },
    baselineBranch: 'main',
  },
  {
    name: 'a schedule is about no change, and runs on the default branch, though its event is empty',
    env: { GITHUB_EVENT_NAME: 'schedule', GITHUB_REF: 'refs/heads/trunk' },
    payload: { schedule: '0 3 * * *' },
    change: { kind: 'none', why: 'a scheduled run is about no change' },
    baselineBranch: 'trunk',
  },
  {
    name: 'the second half of a pair is on the default branch, and its token may do what the job permits',
    env: { GITHUB_EVENT_NAME: 'workflow_run', GITHUB_ACTOR: 'dependabot[bot]' },
    payload: { ...plain, workflow_run: { id: 5 } },
    change: { kind: 'none', why: 'the run is on the default branch' },
    baselineBranch: 'main',
  },
  {
    name: 'pull_request_target is not served',
    env: { GITHUB_EVENT_NAME: 'pull_request_target' },
    payload: pullEvent(),
    change: {
      kind: 'none',
      why: 'load-gate does not serve pull_request_target, whose token must not meet the code of a fork; use pull_request',
    },
    baselineBranch: 'main',
  },
];

for (const row of EVENTS) {
  test(`Of the events, ${row.name}.`, () => {
    const context = readContext({ ...ENV, ...row.env }, row.payload);
    assert.deepEqual(context.change, row.change);
    assert.equal(context.headSha, row.headSha ?? SHA);
    assert.equal(context.baselineBranch, row.baselineBranch);
    assert.equal(context.tokenReach, row.reach ?? 'as-permitted');
    assert.deepEqual(context.repository, { owner: 'org', name: 'shop', id: 77 });
    assert.equal(context.runUrl, 'https://github.com/org/shop/actions/runs/123456789');
  });
}

test('A repeated attempt has a page of its own.', () => {
  const context = readContext({ ...ENV, GITHUB_RUN_ATTEMPT: '3' }, plain);
  assert.equal(context.runAttempt, 3);
  assert.equal(context.runUrl, 'https://github.com/org/shop/actions/runs/123456789/attempts/3');
});

for (const [server, expected] of [
  ['https://github.com', false],
  ['https://org.ghe.com', false],
  ['https://git.example.com', true],
] as const) {
  test(`${server} is ${expected ? 'an' : 'no'} Enterprise Server.`, () => {
    assert.equal(readContext({ ...ENV, GITHUB_SERVER_URL: server }, plain).isGhes, expected);
  });
}

test('Outside of a workflow there is nothing, and nothing is thrown.', () => {
  const context = readContext({}, undefined);
  assert.equal(context.repository, undefined);
  assert.equal(context.runUrl, undefined);
  assert.equal(context.change.kind, 'none');
});

const HOSTILE: readonly (readonly [name: string, pull: unknown])[] = [
  ['a number that is text', { number: '12', head: { sha: HEAD } }],
  ['a number below 1', { number: 0, head: { sha: HEAD } }],
  ['a number with a fraction', { number: 1.5, head: { sha: HEAD } }],
  ['a SHA that is a branch', { number: 12, head: { sha: '../../main' } }],
  ['a SHA that is a list', { number: 12, head: { sha: [HEAD] } }],
  ['no head', { number: 12, head: null }],
  ['a pull request that is text', 'pull'],
  ['a huge text for a SHA', { number: 12, head: { sha: 'a'.repeat(5_000_000) } }],
  ['keys of a prototype', JSON.parse('{"__proto__": {"number": 12}, "head": {}}')],
];

for (const [name, pull] of HOSTILE) {
  test(`An event with ${name} has no pull request, and that is said.`, () => {
    const context = readContext({ ...ENV, GITHUB_EVENT_NAME: 'pull_request' }, { repository: REPOSITORY, pull_request: pull });
    assert.deepEqual(context.change, { kind: 'none', why: 'the event does not say which pull request it is about' });
  });
}

test('No variables and no payload make it throw, and what it gives is well-formed.', () => {
  const event = fc.constantFrom('pull_request', 'push', 'merge_group', 'deployment_status', 'workflow_dispatch', 'schedule', 'odd', '');
  const env = fc.record(Object.fromEntries(Object.keys(ENV).map((key) => [key, fc.string({ unit: 'binary', maxLength: 60 })])));
  const part = fc.dictionary(
    fc.constantFrom('pull_request', 'merge_group', 'deployment', 'repository', 'number', 'head', 'base', 'sha', 'repo', 'ref'),
    fc.jsonValue(),
  );
  fc.assert(
    fc.property(event, env, fc.oneof(fc.jsonValue(), part), (name, variables, payload) => {
      const { change, repository } = readContext({ ...variables, GITHUB_EVENT_NAME: name }, payload);
      if (change.kind === 'found') assert.ok(Number.isSafeInteger(change.pull.number) && change.pull.number > 0);
      if (change.kind === 'to-find') assert.match(change.sha, /^[0-9a-f]{40,64}$/);
      if (repository) assert.match(`${repository.owner}/${repository.name}`, /^[\w-]+\/[\w.-]+$/);
    }),
    { numRuns: 300 },
  );
});
