import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildEvent } from './build-event.ts';
import type { GithubState } from './github-state.ts';
import { HTML } from './rest-api.ts';
import { buildRuntimeToken } from './runtime-token.ts';

/** A job of a run that is in the state. */
export interface JobOptions {
  readonly runId: number;
  /** Its name; two of a run have the same artifacts. */
  readonly job?: string;
  /** Instead of the event that the run's own fields make. */
  readonly payload?: object;
}

/** Whose environment it is, and where its sides answer. `folder`: for the file of the event. */
export interface Where {
  readonly state: GithubState;
  readonly folder: string;
  readonly apiUrl: string;
  readonly resultsUrl: string;
}

/**
 * The environment of a job as a runner sets it. It is all that the emulators need: nothing else points to them.
 *
 * - `GITHUB_API_URL`: the REST API. @actions/github reads it when it is imported, so it must be set before the process starts.
 * - `GITHUB_SERVER_URL`: `https://github.com`. @actions/artifact refuses to work when the host is not github.com, *.ghe.com or *.localhost.
 * - `ACTIONS_RESULTS_URL` (an origin) and `ACTIONS_RUNTIME_TOKEN` (a JWT with the run and the job): the results service. Runners give them to
 *   JavaScript actions only, not to `run:` steps.
 * - `GITHUB_EVENT_NAME`, `GITHUB_EVENT_PATH` (a file that exists until close), `GITHUB_REF`, `GITHUB_SHA`, `GITHUB_HEAD_REF`, `GITHUB_BASE_REF`.
 * - `GITHUB_REPOSITORY` (and `_ID`, `_OWNER`), `GITHUB_RUN_ID`, `GITHUB_RUN_ATTEMPT`, `GITHUB_RUN_NUMBER`, `GITHUB_WORKFLOW`,
 *   `GITHUB_WORKFLOW_REF`, `GITHUB_JOB`, `GITHUB_ACTOR`, `GITHUB_RETENTION_DAYS`, `GITHUB_ACTIONS`, `CI`, `RUNNER_TEMP`.
 *
 * Not in it, since they are of the step: GITHUB_WORKSPACE, GITHUB_OUTPUT, GITHUB_STEP_SUMMARY, inputs. The token is the input `github-token`
 * (`JOB_TOKEN`).
 */
export async function buildEnvironment({ runId, job = 'gate', payload }: JobOptions, where: Where): Promise<Record<string, string>> {
  const { state, folder, apiUrl, resultsUrl } = where;
  const run = state.runs.find(({ id }) => id === runId);
  if (run === undefined) throw new Error(`no run ${runId} in the state`);
  const { repository } = state;
  const event = buildEvent(run, state, { api: apiUrl, html: HTML });
  const eventPath = join(folder, `event-${runId}-${job}.json`);
  await writeFile(eventPath, JSON.stringify(payload ?? event.payload));
  const { ref, sha, headRef, baseRef } = event.refs;
  const fullName = `${repository.owner}/${repository.name}`;
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: apiUrl,
    GITHUB_GRAPHQL_URL: `${apiUrl}/graphql`,
    GITHUB_SERVER_URL: HTML,
    ACTIONS_RESULTS_URL: `${resultsUrl}/`,
    ACTIONS_RUNTIME_TOKEN: buildRuntimeToken(run.id, run.attempt, job),
    GITHUB_EVENT_NAME: run.event,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_REF: ref,
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REF_NAME: ref.replace(/^refs\/(heads|pull)\//, ''),
    GITHUB_SHA: sha,
    GITHUB_HEAD_REF: headRef,
    GITHUB_BASE_REF: baseRef,
    GITHUB_REPOSITORY: fullName,
    GITHUB_REPOSITORY_ID: `${repository.id}`,
    GITHUB_REPOSITORY_OWNER: repository.owner,
    GITHUB_RUN_ID: `${run.id}`,
    GITHUB_RUN_ATTEMPT: `${run.attempt}`,
    GITHUB_RUN_NUMBER: `${run.number}`,
    GITHUB_WORKFLOW: run.name,
    GITHUB_WORKFLOW_REF: `${fullName}/${run.path}@${ref}`,
    GITHUB_JOB: job,
    GITHUB_ACTOR: state.pulls.find(({ number }) => run.pullRequests.includes(number))?.author ?? 'dev',
    GITHUB_RETENTION_DAYS: '90',
    RUNNER_TEMP: folder,
  };
}
