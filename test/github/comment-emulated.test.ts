import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commentOnChange, type CommentRequest } from '../../src/github/comment-on-change.ts';
import type { CommentOutcome } from '../../src/github/publish-comment.ts';
import { readContext } from '../../src/github/read-context.ts';
import { readEvent } from '../../src/github/read-event.ts';
import { renderMarker, tellInComment } from '../../src/report/render-comment.ts';
import type { Fault } from '../github-server/faults.ts';
import {
  buildComment,
  buildFork,
  buildPull,
  buildRun,
  buildState,
  JOB_TOKEN,
  type GithubState,
  type PullState,
  type RunState,
} from '../github-server/github-state.ts';
import { startRestFor, type Rest } from '../github-server/start-rest.ts';
import { buildReport, buildShopReport } from '../support/build-report.ts';

const HEAD = 'b'.repeat(40);
const COMMENTS = '/repos/{owner}/{repo}/issues/{issue_number}/comments';

/** Pull request 7 and one run. */
function buildShop(
  run: (state: GithubState) => Partial<RunState>,
  pull: (state: GithubState) => Partial<PullState> = () => ({}),
): GithubState {
  const state = buildState();
  state.pulls.push(buildPull(state, pull(state)));
  state.runs.push(buildRun(state, { status: 'in_progress', conclusion: null, ...run(state) }));
  return state;
}

const onPull = (): GithubState => buildShop(() => ({ event: 'pull_request', headBranch: 'feature', headSha: HEAD, pullRequests: [7] }));

async function comment(rest: Rest, request: Partial<CommentRequest> = {}, report = buildShopReport()): Promise<CommentOutcome> {
  const env = await rest.env({ runId: rest.state.runs.at(-1)?.id ?? 0 });
  const context = readContext(env, await readEvent(env));
  const asked = { context, policy: 'auto', token: JOB_TOKEN, key: 'k', ofRun: undefined, reportUrl: undefined } as const;
  return commentOnChange(tellInComment(report), { ...asked, ...request }, { env, limits: { pauseMs: 5 } });
}

interface Row {
  readonly name: string;
  readonly state: () => GithubState;
  readonly kind: CommentOutcome['kind'];
  readonly sentence?: RegExp;
}

const EVENTS: readonly Row[] = [
  { name: 'a pull request', state: onPull, kind: 'posted' },
  { name: 'a push to its branch', state: () => buildShop(() => ({ event: 'push', headBranch: 'feature', headSha: HEAD })), kind: 'posted' },
  {
    name: 'a dispatch on its branch',
    state: () => buildShop(() => ({ event: 'workflow_dispatch', headBranch: 'feature', headSha: HEAD })),
    kind: 'posted',
  },
  {
    name: 'a deployment of its head',
    state: () => buildShop(() => ({ event: 'deployment_status', headBranch: 'feature', headSha: HEAD })),
    kind: 'posted',
  },
  {
    name: 'the merge queue',
    state: () =>
      buildShop(() => ({ event: 'merge_group', headBranch: `gh-readonly-queue/main/pr-7-${'a'.repeat(40)}`, headSha: 'd'.repeat(40) })),
    kind: 'posted',
  },
  {
    name: 'a push to the default branch',
    state: () => buildShop(() => ({ event: 'push' })),
    kind: 'not-needed',
    sentence: /on the default branch/,
  },
  { name: 'a schedule', state: () => buildShop(() => ({ event: 'schedule' })), kind: 'not-needed', sentence: /scheduled/ },
  {
    name: 'a deployment of another commit',
    state: () => buildShop(() => ({ event: 'deployment_status', headSha: 'e'.repeat(40) })),
    kind: 'not-needed',
    sentence: /no open pull request has eeeeeee/,
  },
  {
    name: 'a pull request of a fork',
    state: () =>
      buildShop(
        () => ({ event: 'pull_request', headBranch: 'main', headSha: HEAD, headRepository: buildFork() }),
        () => ({ head: { ref: 'main', sha: HEAD, repository: buildFork() } }),
      ),
    kind: 'refused',
    sentence: /comes from a fork/,
  },
  {
    name: 'a pull request of Dependabot',
    state: () =>
      buildShop(
        () => ({ event: 'pull_request', headBranch: 'feature', headSha: HEAD, pullRequests: [7] }),
        () => ({ author: 'dependabot[bot]' }),
      ),
    kind: 'refused',
    sentence: /Dependabot/,
  },
];

for (const { name, state, kind, sentence } of EVENTS) {
  test(`As GitHub describes itself, ${name} is ${kind}.`, async (context) => {
    const rest = await startRestFor(context, state());
    const outcome = await comment(rest);
    assert.equal(outcome.kind, kind, outcome.sentence);
    if (sentence) assert.match(outcome.sentence, sentence);
    assert.equal(rest.state.comments.length, kind === 'posted' ? 1 : 0);
    assert.ok(rest.state.comments.every(({ issue }) => issue === 7));
    if (kind === 'refused') assert.deepEqual(rest.log, []);
  });
}

test('As GitHub describes itself, the second half of a pair finds the pull request of the fork.', async (context) => {
  const fork = buildFork();
  const state = buildShop(
    () => ({ id: 6_001, event: 'pull_request', headBranch: 'main', headSha: HEAD, headRepository: fork }),
    () => ({ head: { ref: 'main', sha: HEAD, repository: fork } }),
  );
  state.pulls.push(buildPull(state, { number: 8, head: { ref: 'main', sha: HEAD, repository: buildFork('other', 2_003) } }));
  state.runs.push(buildRun(state, { id: 6_002, event: 'workflow_run' }));
  const rest = await startRestFor(context, state);
  const outcome = await comment(rest, { ofRun: 6_001 });
  assert.equal(outcome.kind, 'posted', outcome.sentence);
  assert.deepEqual(
    state.comments.map(({ issue }) => issue),
    [7],
  );
  assert.match(state.comments[0]?.body ?? '', /actions\/runs\/6001\)/);
});

test('As GitHub describes itself, among 600 comments ours is found and updated, once and again.', async (context) => {
  const state = onPull();
  for (let index = 0; index < 300; index++) state.comments.push(buildComment(state));
  state.comments.push(buildComment(state, { author: 'mallory', body: `${renderMarker('k')}\nmine` }));
  const ours = buildComment(state, { author: 'github-actions[bot]', authorType: 'Bot', body: `${renderMarker('k')}\nold` });
  state.comments.push(ours);
  for (let index = 0; index < 298; index++) state.comments.push(buildComment(state));
  const rest = await startRestFor(context, state);
  for (const report of [buildShopReport(), buildReport()]) {
    const outcome = await comment(rest, {}, report);
    assert.equal(outcome.kind, 'updated', outcome.sentence);
    assert.equal(outcome.kind === 'updated' && outcome.url?.includes(String(ours.id)), true);
    assert.equal(state.comments.length, 600);
  }
  assert.match(ours.body, /## ✅ Pass/);
});

test('As GitHub describes itself, a personal token has its own comments.', async (context) => {
  const state = onPull();
  state.tokens['ghp_personal'] = {
    kind: 'user',
    login: 'us',
    id: 3,
    permissions: { 'pull-requests': 'write', issues: 'write', contents: 'read' },
  };
  state.comments.push(buildComment(state, { author: 'us', body: `${renderMarker('k')}\nold` }));
  const rest = await startRestFor(context, state);
  assert.equal((await comment(rest, { token: 'ghp_personal' })).kind, 'updated');
  assert.equal((await comment(rest)).kind, 'posted');
});

test('As GitHub describes itself, six jobs that race leave one comment.', async (context) => {
  const rest = await startRestFor(context, onPull());
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => comment(rest)));
  assert.ok(
    outcomes.every(({ kind }) => kind === 'posted' || kind === 'updated'),
    JSON.stringify(outcomes),
  );
  assert.equal(rest.state.comments.length, 1);
});

test('As GitHub describes itself, a pull request that has moved on is left alone.', async (context) => {
  const rest = await startRestFor(context, onPull());
  const env = await rest.env({ runId: rest.state.runs[0]?.id ?? 0 });
  const before = readContext(env, await readEvent(env));
  const [pull] = rest.state.pulls;
  if (pull) pull.head = { ...pull.head, sha: 'f'.repeat(40) };
  const outcome = await comment(rest, { context: before });
  assert.equal(outcome.kind, 'not-needed');
  assert.match(outcome.sentence, /moved on to fffffff/);
});

const FAULTS: readonly (readonly [name: string, fault: Fault, kind: CommentOutcome['kind'], sentence: RegExp])[] = [
  ['no permission', { route: `POST ${COMMENTS}`, kind: 'forbidden' }, 'refused', /permissions: pull-requests: write/],
  ['422', { route: `POST ${COMMENTS}`, kind: 'status', status: 422 }, 'refused', /refuses the content/],
  [
    'a secondary limit of a minute',
    { route: `POST ${COMMENTS}`, kind: 'secondary-rate-limit', retryAfterSeconds: 60 },
    'refused',
    /rate limit is used up for 1 m/,
  ],
  ['the primary limit', { route: '*', kind: 'rate-limit', resetSeconds: 600 }, 'refused', /rate limit is used up for/],
  [
    'a secondary limit that is over',
    { route: `POST ${COMMENTS}`, times: 1, kind: 'secondary-rate-limit', retryAfterSeconds: 0 },
    'posted',
    /Commented/,
  ],
  ['trouble that passes', { route: `GET ${COMMENTS}`, times: 2, kind: 'status', status: 502 }, 'posted', /Commented/],
  ['trouble that stays', { route: '*', kind: 'status', status: 503 }, 'refused', /GitHub has trouble \(503\)/],
  ['a cut connection', { route: `POST ${COMMENTS}`, times: 1, kind: 'drop' }, 'posted', /Commented/],
];

for (const [name, fault, kind, sentence] of FAULTS) {
  test(`As GitHub describes itself, ${name} is ${kind}, in a sentence.`, async (context) => {
    const state = onPull();
    state.faults.push(fault);
    const outcome = await comment(await startRestFor(context, state));
    assert.equal(outcome.kind, kind, outcome.sentence);
    assert.match(outcome.sentence, sentence);
    assert.equal(state.comments.length, kind === 'posted' ? 1 : 0);
  });
}

test('A page of a proxy in the place of an answer is a sentence, and nothing is written over.', async (context) => {
  const state = onPull();
  state.faults.push({ route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}', kind: 'garbage', text: '<html>sign in</html>' });
  const outcome = await comment(await startRestFor(context, state));
  assert.equal(outcome.kind, 'refused');
  assert.match(outcome.sentence, /check the network and proxy/);
  assert.deepEqual(state.comments, []);
});
