import { completeAs } from './description.ts';
import { describePull, describeRepository, describeRun, describeUser, type Place } from './describe-resources.ts';
import type { GithubState, PullState, RunState } from './github-state.ts';

/** The refs of a job. Empty texts where GitHub sets none. */
export interface Refs {
  readonly ref: string;
  readonly sha: string;
  readonly headRef: string;
  readonly baseRef: string;
}

/** What `github.event` and the refs of a run are: from its event, branch, commit and pull requests, in GitHub's form. */
export function buildEvent(run: RunState, state: GithubState, place: Place): { readonly payload: object; readonly refs: Refs } {
  const repository = completeAs('full-repository', describeRepository(state.repository, place));
  const shared = { repository, sender: completeAs('simple-user', describeUser('dev', 'User', place)) };
  const branch: Refs = { ref: `refs/heads/${run.headBranch}`, sha: run.headSha, headRef: '', baseRef: '' };
  const base = `refs/heads/${state.repository.defaultBranch}`;
  switch (run.event) {
    case 'pull_request': {
      const pull = findPull(run, state);
      const { number, head, mergeSha } = pull;
      const details = completeAs('pull-request', describePull(pull, state, place));
      return {
        payload: { action: 'synchronize', number, pull_request: details, ...shared },
        refs: { ref: `refs/pull/${number}/merge`, sha: mergeSha, headRef: head.ref, baseRef: pull.base.ref },
      };
    }
    case 'merge_group':
      return {
        payload: {
          action: 'checks_requested',
          merge_group: { head_sha: run.headSha, head_ref: branch.ref, base_sha: 'a'.repeat(40), base_ref: base },
          ...shared,
        },
        refs: branch,
      };
    case 'deployment_status':
      return {
        payload: {
          deployment_status: { id: 1, state: 'success', environment: 'staging', environment_url: 'https://staging.example.com' },
          deployment: { id: 1, sha: run.headSha, ref: run.headBranch, task: 'deploy', environment: 'staging' },
          ...shared,
        },
        refs: branch,
      };
    case 'workflow_run': {
      const before = state.runs.findLast(({ id }) => id < run.id);
      const details = before === undefined ? null : completeAs('workflow-run', describeRun(before, state, place));
      return { payload: { action: 'completed', workflow_run: details, ...shared }, refs: { ...branch, ref: base } };
    }
    case 'schedule':
      return { payload: { schedule: '0 3 * * *', ...shared }, refs: branch };
    case 'push':
      return {
        payload: { ref: branch.ref, before: 'a'.repeat(40), after: run.headSha, forced: false, commits: [], ...shared },
        refs: branch,
      };
    default:
      return { payload: { ref: branch.ref, inputs: {}, ...shared }, refs: branch };
  }
}

/** Of a fork the run does not name its pull request, so the commit tells. */
function findPull(run: RunState, { pulls }: GithubState): PullState {
  const found = pulls.find(({ number, head }) => run.pullRequests.includes(number) || head.sha === run.headSha);
  if (found === undefined) throw new Error(`run ${run.id} has no pull request in the state`);
  return found;
}
