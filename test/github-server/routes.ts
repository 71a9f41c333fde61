import { createComment, getPull, listComments, listPulls, listPullsOfCommit, withComment } from './answer-pulls.ts';
import { downloadArtifact, getRun, listArtifacts, listRuns, listRunsOfWorkflow, withArtifact } from './answer-runs.ts';
import { answerWith, type Call } from './call.ts';
import { describeRepository, describeUser } from './describe-resources.ts';
import { refuse, type Answer } from './faults.ts';
import type { GithubState, Permission, Token } from './github-state.ts';

export interface Route {
  /** One of these is needed; empty: any token will do. */
  readonly needs: readonly Permission[];
  /** `public`: to be read by anybody unless the repository is private. */
  readonly access: 'public' | 'read' | 'write';
  readonly answer: (call: Call) => Answer;
}

const REPO = '/repos/{owner}/{repo}';
const TALK = ['issues', 'pull-requests'] as const;
/** What the emulator answers, by the operations of GitHub's description. */
export const ROUTES: Readonly<Record<string, Route>> = {
  'GET /user': { needs: [], access: 'read', answer: getUser },
  [`GET ${REPO}`]: { needs: [], access: 'public', answer: ({ state, place }) => answerWith(describeRepository(state.repository, place)) },
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
  [`DELETE ${REPO}/actions/artifacts/{artifact_id}`]: {
    needs: ['actions'],
    access: 'write',
    answer: (call) => withArtifact(call, 'delete'),
  },
  [`GET ${REPO}/actions/artifacts/{artifact_id}/{archive_format}`]: { needs: ['actions'], access: 'read', answer: downloadArtifact },
};

/** Why the token may not do it, as GitHub says it; undefined: it may. */
export function refuseToken(route: Route, token: Token | undefined, { repository }: GithubState): Answer | undefined {
  if (route.access === 'public' && !repository.private) return undefined;
  if (token === undefined) return route.access === 'write' ? refuse(401, 'Requires authentication') : refuse(404);
  if (route.needs.length === 0) return undefined;
  const given = route.needs.map((name) => token.permissions[name]);
  if (given.includes('write') || (route.access !== 'write' && given.includes('read'))) return undefined;
  return refuse(403, token.kind === 'user' ? 'Resource not accessible by personal access token' : undefined);
}

function getUser({ token, place }: Call): Answer {
  if (token === undefined) return refuse(401, 'Requires authentication');
  if (token.kind === 'actions') return refuse(403);
  return answerWith({ ...describeUser(token.login, 'User', place), id: token.id, user_view_type: 'public' });
}
