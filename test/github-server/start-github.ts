import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { buildEvent } from './build-event.ts';
import { buildState, type ArtifactState, type GithubState } from './github-state.ts';
import { HTML, serveRestApi } from './rest-api.ts';
import { serveResultsService } from './results-service.ts';
import { buildRuntimeToken } from './runtime-token.ts';
import type { Emulator } from './serve-answers.ts';
import { startAzurite } from './start-azurite.ts';

/** A job of a run that is in the state. */
export interface JobOptions {
  readonly runId: number;
  /** Its name; two of a run have the same artifacts. */
  readonly job?: string;
  /** Instead of the event that the run's own fields make. */
  readonly payload?: object;
}

/** What is needed of an artifact that is planted, beside its content. */
export type PlantedArtifact = Pick<ArtifactState, 'runId' | 'name'> & Partial<ArtifactState> & { readonly content: string | Uint8Array };

export interface Github extends Emulator {
  readonly apiUrl: string;
  readonly resultsUrl: string;
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
  readonly env: (options: JobOptions) => Promise<Record<string, string>>;
  /** Puts an artifact there as if a run had uploaded it; everything but its content can be set to what it is not. */
  readonly addArtifact: (planted: PlantedArtifact) => Promise<ArtifactState>;
  /** The content as it was stored; undefined when there is none. */
  readonly readArtifact: (artifact: ArtifactState) => Promise<Uint8Array | undefined>;
  /** Ends all of it; throws when caller or emulator have broken GitHub's description on the way. */
  readonly close: () => Promise<void>;
}

/** Starts GitHub's server side on 127.0.0.1: the REST API, the results service, and Azurite for blobs. */
export async function startGithub(state: GithubState = buildState()): Promise<Github> {
  const emulator: Emulator = { state, log: [], violations: [] };
  const [azurite, folder] = await Promise.all([startAzurite(), mkdtemp(join(tmpdir(), 'load-gate-github-'))]);
  const [rest, results] = await Promise.all([serveRestApi(emulator, azurite.blobs), serveResultsService(emulator, azurite.blobs)]);
  return {
    ...emulator,
    apiUrl: rest.url,
    resultsUrl: results.url,
    env: (options) => buildEnvironment(options, { state, folder, apiUrl: rest.url, resultsUrl: results.url }),
    addArtifact: async ({ content, ...planted }) => {
      const bytes = Buffer.from(content);
      const artifact = buildArtifact(state, bytes, planted);
      await azurite.blobs.write(artifact.blob, bytes, artifact.mimeType);
      state.artifacts.push(artifact);
      return artifact;
    },
    readArtifact: ({ blob }) => azurite.blobs.read(blob),
    close: async () => {
      await Promise.all([
        rest[Symbol.asyncDispose](),
        results[Symbol.asyncDispose](),
        azurite.close(),
        rm(folder, { recursive: true, force: true }),
      ]);
      if (emulator.violations.length > 0) throw new Error(`GitHub's own description was broken:\n${emulator.violations.join('\n')}`);
    },
  };
}

/** The same for one test: closed after it, which then fails for what was broken. */
export async function startGithubFor(context: TestContext, state?: GithubState): Promise<Github> {
  const github = await startGithub(state);
  context.after(() => github.close());
  return github;
}

interface Where {
  readonly state: GithubState;
  readonly folder: string;
  readonly apiUrl: string;
  readonly resultsUrl: string;
}

async function buildEnvironment({ runId, job = 'gate', payload }: JobOptions, where: Where): Promise<Record<string, string>> {
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

function buildArtifact(state: GithubState, content: Buffer, planted: Omit<PlantedArtifact, 'content'>): ArtifactState {
  const id = Math.max(70_000, ...state.artifacts.map((artifact) => artifact.id)) + 1;
  const run = state.runs.find((each) => each.id === planted.runId);
  const createdAt = run?.createdAt ?? new Date().toISOString();
  return {
    id,
    attempt: run?.attempt ?? 1,
    bytes: content.byteLength,
    digest: `sha256:${createHash('sha256').update(content).digest('hex')}`,
    createdAt,
    expiresAt: new Date(Date.parse(createdAt) + 90 * 86_400_000).toISOString(),
    expired: false,
    mimeType: 'application/json',
    blob: `planted/${id}`,
    ...planted,
  };
}
