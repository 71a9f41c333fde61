import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { getOctokit } from '@actions/github';
import { openBlobLinks } from './blob-links.ts';
import type { Fault } from './faults.ts';
import {
  buildComment,
  buildFork,
  buildPull,
  buildRun,
  buildState,
  JOB_TOKEN,
  mintId,
  type ArtifactState,
  type GithubState,
  type Token,
} from './github-state.ts';
import { serveRestApi } from './rest-api.ts';
import { ROUTES } from './routes.ts';
import { refuseViolations, type Emulator } from './serve-answers.ts';
import { startRestFor, type Rest } from './start-rest.ts';

const REPO = { owner: 'octo', repo: 'shop' };

/** A repository with pull request 7 from a fork, a run of the fork's `main`, and one artifact of it. */
function buildShop(): GithubState {
  const state = buildState();
  const fork = buildFork();
  state.pulls.push(buildPull(state, { head: { ref: 'main', sha: 'b'.repeat(40), repository: fork } }));
  state.runs.push(buildRun(state), buildRun(state, { event: 'pull_request', headRepository: fork, headSha: 'b'.repeat(40) }));
  state.runs.push(buildRun(state, { status: 'in_progress', conclusion: null, workflowId: 78, path: '.github/workflows/other.yml' }));
  state.comments.push(buildComment(state));
  state.artifacts.push(buildArtifact(state));
  return state;
}

function buildArtifact(state: GithubState, changes: Partial<ArtifactState> = {}): ArtifactState {
  const id = mintId(70_000, state.artifacts);
  const times = { createdAt: '2026-02-01T00:00:00Z', expiresAt: '2026-05-01T00:00:00Z', expired: false };
  const file = { name: 'a.json', bytes: 2, digest: `sha256:${'1'.repeat(64)}`, mimeType: 'application/json', blob: 'a' };
  return { id, runId: state.runs[1]?.id ?? 0, attempt: 1, ...file, ...times, ...changes };
}

async function openShop(
  context: TestContext,
  state = buildShop(),
  token = JOB_TOKEN,
): Promise<Rest & { readonly client: ReturnType<typeof getOctokit> }> {
  const rest = await startRestFor(context, state);
  const github = await import('@actions/github');
  return { ...rest, client: github.getOctokit(token, { baseUrl: rest.apiUrl }) };
}

test('every operation of the description is answered, and its answer fits the description', async (context) => {
  const { client, state, log, apiUrl } = await openShop(context);
  const run_id = state.runs[1]?.id ?? 0;
  const artifact_id = state.artifacts[0]?.id ?? 0;
  const { rest } = client;
  const { data: made } = await rest.issues.createComment({ ...REPO, issue_number: 7, body: 'new' });
  await rest.issues.updateComment({ ...REPO, comment_id: made.id, body: 'changed' });
  assert.equal((await rest.issues.getComment({ ...REPO, comment_id: made.id })).data.body, 'changed');
  await rest.issues.listComments({ ...REPO, issue_number: 7 });
  await rest.issues.deleteComment({ ...REPO, comment_id: made.id });
  assert.equal((await rest.repos.get(REPO)).data.default_branch, 'main');
  await rest.pulls.list(REPO);
  assert.equal((await rest.pulls.get({ ...REPO, pull_number: 7 })).data.head.repo.fork, true);
  const { data: pulls } = await rest.repos.listPullRequestsAssociatedWithCommit({ ...REPO, commit_sha: 'b'.repeat(40) });
  assert.deepEqual(
    pulls.map(({ number }) => number),
    [7],
  );
  await rest.actions.listWorkflowRunsForRepo(REPO);
  await rest.actions.listWorkflowRuns({ ...REPO, workflow_id: 77 });
  assert.equal((await rest.actions.getWorkflowRun({ ...REPO, run_id })).data.head_repository.id, 2_002);
  await rest.actions.listWorkflowRunArtifacts({ ...REPO, run_id });
  await rest.actions.listArtifactsForRepo({ ...REPO, name: 'a.json' });
  assert.equal((await rest.actions.getArtifact({ ...REPO, artifact_id })).data.workflow_run?.head_repository_id, 2_002);
  const zip = await rest.actions.downloadArtifact({ ...REPO, artifact_id, archive_format: 'zip', request: { redirect: 'manual' } });
  assert.match(zip.headers.location ?? '', /^http:.*[?&]sig=/);
  await rest.actions.deleteArtifact({ ...REPO, artifact_id });
  state.tokens['ghp_user'] = { kind: 'user', login: 'dev', id: 5, permissions: {} };
  const user = await fetch(`${apiUrl}/user`, { headers: { authorization: 'token ghp_user' } });
  assert.equal(((await user.json()) as { login: string }).login, 'dev');
  assert.deepEqual([...new Set(log.map(({ route }) => route))].toSorted(), Object.keys(ROUTES).toSorted());
});

test('600 comments are on pages with links from one to the next', async (context) => {
  const state = buildShop();
  for (let count = 1; count < 600; count++) state.comments.push(buildComment(state));
  const { client, log } = await openShop(context, state);
  const found = await client.paginate(client.rest.issues.listComments, { ...REPO, issue_number: 7, per_page: 100 });
  assert.deepEqual(
    found.map(({ id }) => id),
    state.comments.map(({ id }) => id),
  );
  assert.equal(log.length, 6);
  const { data, headers } = await client.rest.issues.listComments({ ...REPO, issue_number: 7 });
  assert.equal(data.length, 30);
  assert.match(headers.link ?? '', /page=2>; rel="next", <.*page=20>; rel="last"/);
});

const FILTERS: readonly (readonly [title: string, query: object, runs: readonly number[]])[] = [
  ['all, the newest first', {}, [2, 1, 0]],
  ['of a branch: that of a fork has the same name', { branch: 'main', event: 'pull_request' }, [1]],
  ['in progress', { status: 'in_progress' }, [2]],
  ['by conclusion', { status: 'success', event: 'push' }, [0]],
  ['of a commit', { head_sha: 'b'.repeat(40) }, [1]],
];

for (const [title, query, expected] of FILTERS) {
  test(`runs are listed ${title}`, async (context) => {
    const { client, state } = await openShop(context);
    const { data } = await client.rest.actions.listWorkflowRunsForRepo({ ...REPO, ...query });
    assert.deepEqual(
      data.workflow_runs.map(({ id }) => id),
      expected.map((index) => state.runs[index]?.id),
    );
    assert.equal(data.total_count, expected.length);
  });
}

test('runs of a workflow are found by its number and its file; of one that is not there none', async (context) => {
  const { client, state } = await openShop(context);
  for (const workflow_id of [78, 'other.yml']) {
    const { data } = await client.rest.actions.listWorkflowRuns({ ...REPO, workflow_id });
    assert.deepEqual(
      data.workflow_runs.map(({ id }) => id),
      [state.runs[2]?.id],
    );
  }
  await assert.rejects(client.rest.actions.listWorkflowRuns({ ...REPO, workflow_id: 'none.yml' }), { status: 404 });
});

const REFUSALS: readonly (readonly [title: string, token: Token | undefined, status: number, message: RegExp])[] = [
  ['a job without the permission', { kind: 'actions', permissions: {} }, 403, /Resource not accessible by integration/],
  ['a job that may only read', { kind: 'actions', permissions: { issues: 'read' } }, 403, /Resource not accessible by integration/],
  ['a user without the permission', { kind: 'user', login: 'dev', id: 1, permissions: {} }, 403, /by personal access token/],
  ['nobody', undefined, 401, /Bad credentials/],
];

for (const [title, token, status, message] of REFUSALS) {
  test(`${title} writes no comment`, async (context) => {
    const state = buildShop();
    if (token !== undefined) state.tokens['one'] = token;
    const { client } = await openShop(context, state, 'one');
    await assert.rejects(client.rest.issues.createComment({ ...REPO, issue_number: 7, body: 'x' }), { status, message });
    assert.equal(state.comments.length, 1);
  });
}

test('without a token a private repository is not there, a public one is read and not written', async (context) => {
  const { apiUrl, state } = await openShop(context);
  const comments = `${apiUrl}/repos/octo/shop/issues/7/comments`;
  assert.equal((await fetch(comments)).status, 404);
  state.repository.private = false;
  assert.equal((await fetch(comments)).status, 200);
  assert.equal((await fetch(comments, { method: 'POST', body: '{"body":"x"}' })).status, 401);
  assert.equal((await fetch(`${apiUrl}/repos/octo/shop/actions/artifacts/${state.artifacts[0]?.id}/zip`)).status, 404);
});

test('a comment is by whose token it is, and a job has no user', async (context) => {
  const state = buildShop();
  state.tokens['ghp_user'] = { kind: 'user', login: 'reviewer', id: 5, permissions: { issues: 'write' } };
  const { client, apiUrl } = await openShop(context, state);
  await client.rest.issues.createComment({ ...REPO, issue_number: 7, body: 'x' });
  await fetch(`${apiUrl}/repos/octo/shop/issues/7/comments`, {
    method: 'POST',
    body: '{"body":"y"}',
    headers: { authorization: 'bearer ghp_user' },
  });
  assert.deepEqual(
    state.comments.slice(1).map(({ author, authorType }) => [author, authorType]),
    [
      ['github-actions[bot]', 'Bot'],
      ['reviewer', 'User'],
    ],
  );
  await assert.rejects(client.rest.users.getAuthenticated(), { status: 403 });
});

const BODIES: readonly (readonly [title: string, body: string, status: number])[] = [
  ['65,536 characters', 'x'.repeat(65_536), 201],
  ['65,536 characters of four bytes', '😀'.repeat(65_536), 201],
  ['one character more', 'x'.repeat(65_537), 422],
  ['nothing but spaces', '  ', 422],
];

for (const [title, body, expected] of BODIES) {
  test(`a comment of ${title} is answered with ${expected}`, async (context) => {
    const { client } = await openShop(context);
    const status = await client.rest.issues.createComment({ ...REPO, issue_number: 7, body }).then(
      (answer) => answer.status,
      (error: { readonly status: number }) => error.status,
    );
    assert.equal(status, expected);
  });
}

test('an expired artifact is listed and not handed out', async (context) => {
  const state = buildShop();
  const old = buildArtifact(state, { expired: true });
  state.artifacts.push(old);
  const { client } = await openShop(context, state);
  const { data } = await client.rest.actions.listArtifactsForRepo(REPO);
  assert.deepEqual(
    data.artifacts.map(({ expired }) => expired),
    [true, false],
  );
  await assert.rejects(client.rest.actions.downloadArtifact({ ...REPO, artifact_id: old.id, archive_format: 'zip' }), { status: 410 });
});

const ROUTE = 'GET /repos/{owner}/{repo}';
const FAULTS: readonly (readonly [fault: Fault, status: number, says: RegExp])[] = [
  [{ route: ROUTE, times: 1, kind: 'forbidden' }, 403, /Resource not accessible by integration/],
  [{ route: '*', times: 1, kind: 'status', status: 404 }, 404, /Not Found/],
  [{ route: ROUTE, times: 1, kind: 'status', status: 422, message: 'No' }, 422, /Validation Failed.*No/],
  [{ route: ROUTE, times: 1, kind: 'status', status: 429 }, 429, /Too Many/],
  [{ route: ROUTE, times: 1, kind: 'status', status: 502 }, 502, /Server Error/],
  [{ route: ROUTE, times: 1, kind: 'secondary-rate-limit', retryAfterSeconds: 3 }, 403, /retry-after":"3".*secondary rate limit/],
  [{ route: ROUTE, times: 1, kind: 'rate-limit', resetSeconds: 60 }, 403, /x-ratelimit-remaining":"0".*rate limit exceeded/],
  [{ route: ROUTE, times: 1, kind: 'garbage', text: '<html>' }, 200, /text\/html.*<html>/],
  [{ route: ROUTE, times: 1, kind: 'delay', delayMs: 1 }, 200, /octo\/shop/],
];

for (const [fault, status, says] of FAULTS) {
  test(`the fault ${JSON.stringify(fault)} comes once, then the right answer`, async (context) => {
    const state = buildShop();
    state.faults.push(fault);
    const { apiUrl } = await openShop(context, state);
    const ask = () => fetch(`${apiUrl}/repos/octo/shop`, { headers: { authorization: `token ${JOB_TOKEN}` } });
    const response = await ask();
    assert.equal(response.status, status);
    assert.match(`${JSON.stringify(Object.fromEntries(response.headers))} ${await response.text()}`, says);
    assert.equal((await ask()).status, 200);
  });
}

test('a fault hangs until the caller gives up, another cuts the connection', async (context) => {
  const state = buildShop();
  state.faults.push({ route: ROUTE, times: 1, kind: 'hang' }, { route: ROUTE, times: 1, kind: 'drop' });
  const { apiUrl, log } = await openShop(context, state);
  await assert.rejects(fetch(`${apiUrl}/repos/octo/shop`, { signal: AbortSignal.timeout(100) }), { name: 'TimeoutError' });
  await assert.rejects(fetch(`${apiUrl}/repos/octo/shop`), TypeError);
  assert.deepEqual(
    log.map(({ status }) => status),
    [0, 0],
  );
});

const VIOLATIONS: readonly (readonly [title: string, path: string, body: string | undefined, says: RegExp])[] = [
  ['an operation that is not in the subset', '/repos/octo/shop/branches', undefined, /no such operation/],
  ['a parameter that GitHub does not know', '/repos/octo/shop/issues/7/comments?per-page=100', undefined, /additional properties/],
  ['a parameter of the wrong type', '/repos/octo/shop/issues/seven/comments', undefined, /must be integer/],
  ['a value that is none of the choices', '/repos/octo/shop/actions/runs?status=running', undefined, /allowed values/],
  ['a body without what is required', '/repos/octo/shop/issues/7/comments', '{"text":"x"}', /required property 'body'/],
  ['a body of the wrong type', '/repos/octo/shop/issues/7/comments', '{"body":7}', /must be string/],
  ['a body that is no JSON', '/repos/octo/shop/issues/7/comments', '{', /JSON/],
];

for (const [title, path, body, says] of VIOLATIONS) {
  test(`${title} is a violation, which fails the test at its end`, async () => {
    const emulator: Emulator = { state: buildShop(), log: [], violations: [] };
    await using served = await serveRestApi(emulator, openBlobLinks('http://127.0.0.1:9'));
    const headers = { authorization: `token ${JOB_TOKEN}` };
    const response = await fetch(`${served.url}${path}`, { headers, ...(body !== undefined && { method: 'POST', body }) });
    assert.equal(response.status, 500);
    assert.throws(() => refuseViolations(emulator), says);
  });
}

test('an answer that does not fit is a violation of the emulator itself', async () => {
  const emulator: Emulator = { state: buildShop(), log: [], violations: [] };
  Object.assign(emulator.state.repository, { id: 'one' });
  await using served = await serveRestApi(emulator, openBlobLinks('http://127.0.0.1:9'));
  await fetch(`${served.url}/repos/octo/shop`, { headers: { authorization: `token ${JOB_TOKEN}` } });
  assert.throws(() => refuseViolations(emulator), /id: must be integer/);
});
