import { describeArtifact, describeComment, describePull, describeRepository, describeRun, describeUser, type Place } from './describe-resources.ts';
import { refuse, type Answer } from './faults.ts';
import type { GithubState, Permission, RunState, Token } from './github-state.ts';

/** A request that is known, allowed to ask and checked. */
export interface Call {
  readonly state: GithubState;
  readonly token: Token | undefined;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly place: Place;
  /** A link to a blob; `spent`: one that is no longer valid. */
  readonly signDownload: (blob: string, name: string, mimeType: string) => string;
}

interface Route {
  /** One of these is needed; empty: any token will do. */
  readonly needs: readonly Permission[];
  /** `public`: to be read by anybody unless the repository is private. */
  readonly access: 'public' | 'read' | 'write';
  readonly answer: (call: Call) => Answer;
}

const REPO = '/repos/{owner}/{repo}';
const TALK = ['issues', 'pull-requests'] as const;
/** "body is too long (maximum is 65536 characters)"; the column behind it holds four bytes for each. */
const LONGEST_COMMENT = 65_536;

/** What the emulator answers, by the operations of GitHub's description. */
export const ROUTES: Readonly<Record<string, Route>> = {
  'GET /user': { needs: [], access: 'read', answer: getUser },
  [`GET ${REPO}`]: { needs: [], access: 'public', answer: ({ state, place }) => ok(describeRepository(state.repository, place)) },
  [`GET ${REPO}/commits/{commit_sha}/pulls`]: { needs: ['pull-requests', 'contents'], access: 'public', answer: listPullsOfCommit },
  [`GET ${REPO}/pulls`]: { needs: ['pull-requests'], access: 'public', answer: listPulls },
  [`GET ${REPO}/pulls/{pull_number}`]: { needs: ['pull-requests'], access: 'public', answer: getPull },
  [`GET ${REPO}/issues/{issue_number}/comments`]: { needs: TALK, access: 'public', answer: listComments },
  [`POST ${REPO}/issues/{issue_number}/comments`]: { needs: TALK, access: 'write', answer: createComment },
  [`GET ${REPO}/issues/comments/{comment_id}`]: { needs: TALK, access: 'public', answer: (call) => withComment(call, 'keep') },
  [`PATCH ${REPO}/issues/comments/{comment_id}`]: { needs: TALK, access: 'write', answer: (call) => withComment(call, 'update') },
  [`DELETE ${REPO}/issues/comments/{comment_id}`]: { needs: TALK, access: 'write', answer: (call) => withComment(call, 'delete') },
  [`GET ${REPO}/actions/runs`]: { needs: ['actions'], access: 'public', answer: (call) => listRuns(call, () => true) },
  [`GET ${REPO}/actions/runs/{run_id}`]: { needs: ['actions'], access: 'public', answer: getRun },
  [`GET ${REPO}/actions/runs/{run_id}/artifacts`]: {
    needs: ['actions'],
    access: 'public',
    answer: (call) => listArtifacts(call, Number(call.params['run_id'])),
  },
  [`GET ${REPO}/actions/workflows/{workflow_id}/runs`]: { needs: ['actions'], access: 'public', answer: listRunsOfWorkflow },
  [`GET ${REPO}/actions/artifacts`]: { needs: ['actions'], access: 'public', answer: (call) => listArtifacts(call, undefined) },
  [`GET ${REPO}/actions/artifacts/{artifact_id}`]: { needs: ['actions'], access: 'public', answer: (call) => withArtifact(call, 'keep') },
  [`DELETE ${REPO}/actions/artifacts/{artifact_id}`]: { needs: ['actions'], access: 'write', answer: (call) => withArtifact(call, 'delete') },
  [`GET ${REPO}/actions/artifacts/{artifact_id}/{archive_format}`]: { needs: ['actions'], access: 'read', answer: downloadArtifact },
};

function ok(body: unknown, status = 200): Answer {
  return { status, body };
}

function getUser({ token, place }: Call): Answer {
  if (token === undefined) return refuse(401, 'Requires authentication');
  if (token.kind === 'actions') return refuse(403);
  return ok({ ...describeUser(token.login, 'User', place), id: token.id, user_view_type: 'public' });
}

function listPulls(call: Call): Answer {
  const { state, query, place } = call;
  const wanted = query.get('state') ?? 'open';
  const found = state.pulls
    .filter((pull) => wanted === 'all' || pull.state === wanted)
    .filter(({ head }) => [null, `${head.repository.owner}:${head.ref}`].includes(query.get('head')))
    .filter(({ base }) => [null, base.ref].includes(query.get('base')));
  return page(call, found.map((pull) => describePull(pull, state, place)));
}

/** Of a commit that is not on the default branch GitHub knows open pull requests alone. */
function listPullsOfCommit(call: Call): Answer {
  const { state, params, place } = call;
  const found = state.pulls.filter(({ head, mergeSha, state: open }) => [head.sha, mergeSha].includes(params['commit_sha'] ?? '') && open === 'open');
  return page(call, found.map((pull) => describePull(pull, state, place)));
}

function getPull({ state, params, place }: Call): Answer {
  const pull = state.pulls.find(({ number }) => number === Number(params['pull_number']));
  return pull === undefined ? refuse(404) : ok(describePull(pull, state, place));
}

function listComments(call: Call): Answer {
  const { state, params, place } = call;
  const issue = Number(params['issue_number']);
  if (!state.pulls.some(({ number }) => number === issue)) return refuse(404);
  const found = state.comments.filter((comment) => comment.issue === issue).toSorted((left, right) => left.id - right.id);
  return page(call, found.map((comment) => describeComment(comment, state, place)));
}

function createComment(call: Call): Answer {
  const { state, params, token, place } = call;
  const issue = Number(params['issue_number']);
  if (!state.pulls.some(({ number }) => number === issue)) return refuse(404);
  const body = bodyOf(call);
  const refusal = refuseBody(body);
  if (refusal !== undefined) return refusal;
  const now = new Date().toISOString();
  const id = Math.max(9_000, ...state.comments.map((comment) => comment.id)) + 1;
  const by = token?.kind === 'user' ? ({ author: token.login, authorType: 'User' } as const) : ({ author: 'github-actions[bot]', authorType: 'Bot' } as const);
  const comment = { id, issue, body, ...by, createdAt: now, updatedAt: now };
  state.comments.push(comment);
  return ok(describeComment(comment, state, place), 201);
}

function withComment(call: Call, what: 'keep' | 'update' | 'delete'): Answer {
  const { state, params, place } = call;
  const comment = state.comments.find(({ id }) => id === Number(params['comment_id']));
  if (comment === undefined) return refuse(404);
  if (what === 'delete') {
    state.comments.splice(state.comments.indexOf(comment), 1);
    return { status: 204 };
  }
  if (what === 'update') {
    const refusal = refuseBody(bodyOf(call));
    if (refusal !== undefined) return refusal;
    Object.assign(comment, { body: bodyOf(call), updatedAt: new Date().toISOString() });
  }
  return ok(describeComment(comment, state, place));
}

function bodyOf({ body }: Call): string {
  // The description has let it pass: an object with a text.
  return (body as { readonly body: string }).body;
}

function refuseBody(body: string): Answer | undefined {
  if (body.trim() === '') return refuse(422, 'Body cannot be blank');
  const tooLong = [...body].length > LONGEST_COMMENT || Buffer.byteLength(body) > 4 * LONGEST_COMMENT;
  return tooLong ? refuse(422, `Body is too long (maximum is ${LONGEST_COMMENT} characters)`) : undefined;
}

function getRun({ state, params, place }: Call): Answer {
  const run = state.runs.find(({ id }) => id === Number(params['run_id']));
  return run === undefined ? refuse(404) : ok(describeRun(run, state, place));
}

function listRunsOfWorkflow(call: Call): Answer {
  const wanted = call.params['workflow_id'] ?? '';
  const isWanted = ({ workflowId, path }: RunState): boolean => `${workflowId}` === wanted || path.split('/').at(-1) === wanted;
  return call.state.runs.some(isWanted) ? listRuns(call, isWanted) : refuse(404);
}

function listRuns(call: Call, isWanted: (run: RunState) => boolean): Answer {
  const { state, query, place } = call;
  const matches = (name: string, ...values: readonly (string | null)[]): boolean => !query.has(name) || values.includes(query.get(name));
  const found = state.runs
    .filter(isWanted)
    .filter((run) => matches('branch', run.headBranch) && matches('event', run.event) && matches('head_sha', run.headSha))
    .filter((run) => matches('status', run.status, run.conclusion))
    .toSorted((left, right) => right.id - left.id);
  return page(call, found.map((run) => describeRun(run, state, place)), 'workflow_runs');
}

function listArtifacts(call: Call, runId: number | undefined): Answer {
  const { state, query, place } = call;
  if (runId !== undefined && !state.runs.some(({ id }) => id === runId)) return refuse(404);
  const found = state.artifacts
    .filter((artifact) => runId === undefined || artifact.runId === runId)
    .filter(({ name }) => [null, name].includes(query.get('name')))
    .toSorted((left, right) => right.id - left.id);
  return page(call, found.map((artifact) => describeArtifact(artifact, state, place)), 'artifacts');
}

function withArtifact({ state, params, place }: Call, what: 'keep' | 'delete'): Answer {
  const artifact = state.artifacts.find(({ id }) => id === Number(params['artifact_id']));
  if (artifact === undefined) return refuse(404);
  if (what === 'keep') return ok(describeArtifact(artifact, state, place));
  state.artifacts.splice(state.artifacts.indexOf(artifact), 1);
  return { status: 204 };
}

function downloadArtifact({ state, params, signDownload }: Call): Answer {
  const artifact = state.artifacts.find(({ id }) => id === Number(params['artifact_id']));
  if (artifact === undefined || params['archive_format'] !== 'zip') return refuse(404);
  if (artifact.expired) return refuse(410, 'Artifact has expired');
  return { status: 302, headers: { location: signDownload(artifact.blob, artifact.name, artifact.mimeType) } };
}

/** One page of a list: 30 unless asked for, 100 at most, with links to the others at the repository's number, as GitHub writes them. */
function page({ state, params, query, place }: Call, all: readonly object[], name?: string): Answer {
  const size = Math.min(100, Math.max(1, Number(query.get('per_page') ?? 30)));
  const current = Math.max(1, Number(query.get('page') ?? 1));
  const last = Math.max(1, Math.ceil(all.length / size));
  const rows = all.slice((current - 1) * size, current * size);
  const path = params['path'] ?? '';
  const link = (rel: string, to: number): string => {
    const search = new URLSearchParams([...query].filter(([key]) => key !== 'page'));
    search.set('page', `${to}`);
    return `<${place.api}/repositories/${state.repository.id}${path}?${search}>; rel="${rel}"`;
  };
  const links = [
    ...(current > 1 ? [link('prev', current - 1)] : []),
    ...(current < last ? [link('next', current + 1), link('last', last)] : []),
    ...(current > 1 ? [link('first', 1)] : []),
  ];
  const body = name === undefined ? rows : { total_count: all.length, [name]: rows };
  return { status: 200, body, headers: links.length > 0 ? { link: links.join(', ') } : {} };
}
