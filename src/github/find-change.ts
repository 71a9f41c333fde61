import type { ApiClient } from './api-client.ts';
import type { Change, Repository } from './github-context.ts';
import { readField, readId, readList, readSha, readText } from './read-field.ts';

/** A pull request in a list of GitHub's, with where its commits are. */
interface Listed {
  readonly number: number;
  readonly sha: string;
  readonly baseBranch: string | undefined;
  /** Undefined: the fork is gone. */
  readonly headRepositoryId: number | undefined;
  readonly headBranch: string | undefined;
}

/** Asks GitHub for the open pull request whose newest commit this is; one of a branch of the repository before one of a fork, the oldest first. Throws as `call` does. */
export async function findChange(client: ApiClient, repository: Repository, sha: string): Promise<Change> {
  const { owner, name } = repository;
  const { data } = await client.call('GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', {
    owner,
    repo: name,
    commit_sha: sha,
    per_page: 100,
  });
  const pulls = listOpen(data, repository).filter((pull) => pull.sha === sha);
  const [pull] = pulls.toSorted(
    (left, right) => Number(isOwn(right, repository)) - Number(isOwn(left, repository)) || left.number - right.number,
  );
  return pull
    ? { kind: 'found', pull: { number: pull.number, headSha: sha, baseBranch: pull.baseBranch } }
    : { kind: 'none', why: `no open pull request has ${sha.slice(0, 7)} as its newest commit` };
}

/**
 * The pull request of another run of this repository, also when it comes from a fork: GitHub's record of that run says which branch of which repository it was, and nothing
 * that the run itself has written has a say. Throws as `call` does.
 */
export async function findChangeOfRun(client: ApiClient, repository: Repository, runId: number): Promise<Change> {
  const at = { owner: repository.owner, repo: repository.name };
  const { data: run } = await client.call('GET /repos/{owner}/{repo}/actions/runs/{run_id}', { ...at, run_id: runId });
  if (readField(run, 'event') !== 'pull_request') return none(runId, 'was not made for a pull request');
  const sha = readSha(run, 'head_sha');
  const headId = readId(run, 'head_repository', 'id');
  const owner = readText(run, 'head_repository', 'owner', 'login');
  const branch = readText(run, 'head_branch');
  if (sha === undefined || headId === undefined || owner === undefined || branch === undefined)
    return none(runId, 'is of a repository that is gone');
  const { data } = await client.call('GET /repos/{owner}/{repo}/pulls', {
    ...at,
    state: 'open',
    head: `${owner}:${branch}`,
    per_page: 100,
  });
  const pulls = listOpen(data, repository).filter((pull) => pull.headRepositoryId === headId && pull.headBranch === branch);
  // One that has moved on is found as well, so that its reader can say so.
  const [pull] = pulls.toSorted((left, right) => Number(right.sha === sha) - Number(left.sha === sha) || left.number - right.number);
  if (!pull) return none(runId, 'has no open pull request');
  return { kind: 'found', pull: { number: pull.number, headSha: sha, baseBranch: pull.baseBranch } };
}

function none(runId: number, why: string): Change {
  return { kind: 'none', why: `the run ${runId} ${why}` };
}

function isOwn({ headRepositoryId }: Listed, { id }: Repository): boolean {
  return headRepositoryId !== undefined && headRepositoryId === id;
}

/** Open pull requests to this repository; what is not one is left out. A repository may have been renamed, so that its id counts where it is known. */
function listOpen(data: unknown, { id }: Repository): readonly Listed[] {
  return readList(data).flatMap((item) => {
    const number = readId(item, 'number');
    const sha = readSha(item, 'head', 'sha');
    const isHere = id === undefined || readId(item, 'base', 'repo', 'id') === id;
    if (number === undefined || sha === undefined || !isHere || readField(item, 'state') !== 'open') return [];
    return [
      {
        number,
        sha,
        baseBranch: readText(item, 'base', 'ref'),
        headRepositoryId: readId(item, 'head', 'repo', 'id'),
        headBranch: readText(item, 'head', 'ref'),
      },
    ];
  });
}
