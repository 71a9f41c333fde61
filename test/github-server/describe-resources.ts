import type { ArtifactState, CommentState, GithubState, PullState, RepositoryState, RunState } from './github-state.ts';

/** Where the emulator answers; every URL in a resource begins with it. */
export interface Place {
  readonly api: string;
  /** The site for people. */
  readonly html: string;
}

/** Resources as REST answers and events of workflows hold them: what load-gate may ask for is said, the rest is filled by the description. */
export function describeUser(login: string, type: 'Bot' | 'User', { api, html }: Place): object {
  return {
    login,
    id: login === 'github-actions[bot]' ? 41_898_282 : idOf(login),
    type,
    url: `${api}/users/${login}`,
    html_url: `${html}/${login}`,
  };
}

/** A repository; `default_branch` is that of the state's own one, forks have a `main`. */
export function describeRepository(repository: RepositoryState & { defaultBranch?: string }, place: Place): object {
  const fullName = `${repository.owner}/${repository.name}`;
  return {
    id: repository.id,
    name: repository.name,
    full_name: fullName,
    private: repository.private,
    fork: repository.fork,
    visibility: repository.private ? 'private' : 'public',
    default_branch: repository.defaultBranch ?? 'main',
    owner: describeUser(repository.owner, 'User', place),
    url: `${place.api}/repos/${fullName}`,
    html_url: `${place.html}/${fullName}`,
  };
}

/** A pull request. */
export function describePull(pull: PullState, state: GithubState, place: Place): object {
  const base = describeRepository(state.repository, place);
  const url = `${urlOf(state, place.api, 'repos/')}/pulls/${pull.number}`;
  const side = (ref: string, sha: string, owner: string, repo: object): object => ({
    ref,
    sha,
    repo,
    label: `${owner}:${ref}`,
    user: describeUser(owner, 'User', place),
  });
  return {
    id: 300_000 + pull.number,
    number: pull.number,
    state: pull.state,
    title: pull.title,
    url,
    html_url: `${urlOf(state, place.html)}/pull/${pull.number}`,
    user: describeUser(pull.author, pull.author.endsWith('[bot]') ? 'Bot' : 'User', place),
    merge_commit_sha: pull.mergeSha,
    head: side(pull.head.ref, pull.head.sha, pull.head.repository.owner, describeRepository(pull.head.repository, place)),
    base: side(pull.base.ref, pull.base.sha, state.repository.owner, base),
  };
}

/** A comment of an issue or a pull request. */
export function describeComment(comment: CommentState, state: GithubState, place: Place): object {
  const api = urlOf(state, place.api, 'repos/');
  return {
    id: comment.id,
    body: comment.body,
    user: describeUser(comment.author, comment.authorType, place),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    url: `${api}/issues/comments/${comment.id}`,
    issue_url: `${api}/issues/${comment.issue}`,
    html_url: `${urlOf(state, place.html)}/pull/${comment.issue}#issuecomment-${comment.id}`,
    author_association: comment.authorType === 'Bot' ? 'NONE' : 'CONTRIBUTOR',
    performed_via_github_app: null,
  };
}

/** A run of a workflow. */
export function describeRun(run: RunState, state: GithubState, place: Place): object {
  const url = `${urlOf(state, place.api, 'repos/')}/actions/runs/${run.id}`;
  const small = (repository: RepositoryState): object => ({
    id: repository.id,
    url: `${place.api}/repos/${repository.owner}/${repository.name}`,
    name: repository.name,
  });
  return {
    id: run.id,
    name: run.name,
    display_title: run.name,
    workflow_id: run.workflowId,
    path: run.path,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    head_branch: run.headBranch,
    head_sha: run.headSha,
    head_commit: null,
    run_number: run.number,
    run_attempt: run.attempt,
    created_at: run.createdAt,
    run_started_at: run.createdAt,
    updated_at: run.createdAt,
    url,
    html_url: `${urlOf(state, place.html)}/actions/runs/${run.id}`,
    artifacts_url: `${url}/artifacts`,
    workflow_url: `${urlOf(state, place.api, 'repos/')}/actions/workflows/${run.workflowId}`,
    repository: describeRepository(state.repository, place),
    head_repository: run.headRepository === null ? null : describeRepository(run.headRepository, place),
    pull_requests: state.pulls
      .filter(({ number }) => run.pullRequests.includes(number))
      .map(({ number, head, base }) => ({
        id: 300_000 + number,
        number,
        url: `${urlOf(state, place.api, 'repos/')}/pulls/${number}`,
        head: { ref: head.ref, sha: head.sha, repo: small(head.repository) },
        base: { ref: base.ref, sha: base.sha, repo: small(state.repository) },
      })),
  };
}

/** An artifact. */
export function describeArtifact(artifact: ArtifactState, state: GithubState, place: Place): object {
  const url = `${urlOf(state, place.api, 'repos/')}/actions/artifacts/${artifact.id}`;
  const run = state.runs.find(({ id }) => id === artifact.runId);
  return {
    id: artifact.id,
    name: artifact.name,
    size_in_bytes: artifact.bytes,
    url,
    archive_download_url: `${url}/zip`,
    expired: artifact.expired,
    digest: artifact.digest,
    created_at: artifact.createdAt,
    updated_at: artifact.createdAt,
    expires_at: artifact.expiresAt,
    workflow_run:
      run === undefined
        ? null
        : {
            id: run.id,
            repository_id: state.repository.id,
            // Where the repository of the head is gone, so is its number.
            ...(run.headRepository !== null && { head_repository_id: run.headRepository.id }),
            head_branch: run.headBranch,
            head_sha: run.headSha,
          },
  };
}

function urlOf({ repository }: GithubState, origin: string, kind = ''): string {
  return `${origin}/${kind}${repository.owner}/${repository.name}`;
}

function idOf(login: string): number {
  return Buffer.from(login).reduce((sum, byte) => (sum * 31 + byte) % 1_000_000, 7);
}
