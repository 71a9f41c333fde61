import { answerPage, answerWith, type Call } from './call.ts';
import { describeComment, describePull } from './describe-resources.ts';
import { refuse, type Answer } from './faults.ts';
import { mintId } from './github-state.ts';

/** "body is too long (maximum is 65536 characters)"; the column behind it holds four bytes for each. */
const LONGEST_COMMENT = 65_536;

/** Pull requests, open ones unless asked for others. */
export function listPulls(call: Call): Answer {
  const { state, query, place } = call;
  const wanted = query.get('state') ?? 'open';
  const found = state.pulls
    .filter((pull) => wanted === 'all' || pull.state === wanted)
    .filter(({ head }) => [null, `${head.repository.owner}:${head.ref}`].includes(query.get('head')))
    .filter(({ base }) => [null, base.ref].includes(query.get('base')));
  return answerPage(
    call,
    found.map((pull) => describePull(pull, state, place)),
  );
}

/** Of a commit that is not on the default branch GitHub knows open pull requests alone. */
export function listPullsOfCommit(call: Call): Answer {
  const { state, params, place } = call;
  const found = state.pulls.filter(
    ({ head, mergeSha, state: open }) => [head.sha, mergeSha].includes(params['commit_sha'] ?? '') && open === 'open',
  );
  return answerPage(
    call,
    found.map((pull) => describePull(pull, state, place)),
  );
}

/** One pull request. */
export function getPull({ state, params, place }: Call): Answer {
  const pull = state.pulls.find(({ number }) => number === Number(params['pull_number']));
  return pull === undefined ? refuse(404) : answerWith(describePull(pull, state, place));
}

/** Comments of a pull request, the oldest first. */
export function listComments(call: Call): Answer {
  const { state, params, place } = call;
  const issue = Number(params['issue_number']);
  if (!state.pulls.some(({ number }) => number === issue)) return refuse(404);
  const found = state.comments.filter((comment) => comment.issue === issue).toSorted((left, right) => left.id - right.id);
  return answerPage(
    call,
    found.map((comment) => describeComment(comment, state, place)),
  );
}

/** A comment by whose token it is. */
export function createComment(call: Call): Answer {
  const { state, params, token, place } = call;
  const issue = Number(params['issue_number']);
  if (!state.pulls.some(({ number }) => number === issue)) return refuse(404);
  const body = bodyOf(call);
  const refusal = refuseBody(body);
  if (refusal !== undefined) return refusal;
  const now = new Date().toISOString();
  const id = mintId(9_000, state.comments);
  const by =
    token?.kind === 'user'
      ? ({ author: token.login, authorType: 'User' } as const)
      : ({ author: 'github-actions[bot]', authorType: 'Bot' } as const);
  const comment = { id, issue, body, ...by, createdAt: now, updatedAt: now };
  state.comments.push(comment);
  return answerWith(describeComment(comment, state, place), 201);
}

/** One comment: read, changed or deleted. */
export function withComment(call: Call, what: 'keep' | 'update' | 'delete'): Answer {
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
  return answerWith(describeComment(comment, state, place));
}

function bodyOf({ body }: Call): string {
  // The description has let it pass: an object with a text.
  return (body as { readonly body: string }).body;
}

function refuseBody(body: string): Answer | undefined {
  if (body.trim() === '') return refuse(422, 'Body cannot be blank');
  const tooLong = Array.from(body).length > LONGEST_COMMENT || Buffer.byteLength(body) > 4 * LONGEST_COMMENT;
  return tooLong ? refuse(422, `Body is too long (maximum is ${LONGEST_COMMENT} characters)`) : undefined;
}
