import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Product } from '../e2e/build-product.ts';
import { makeFolder, PATIENT, readFolder } from '../e2e/make-folder.ts';
import { startAction, type ActionEnded } from '../e2e/start-action.ts';
import { startTarget, type Target } from '../e2e/start-target.ts';
import type { JobOptions } from '../github-server/build-environment.ts';
import {
  buildPull,
  buildRun,
  buildState,
  JOB_TOKEN,
  type ArtifactState,
  type GithubState,
  type PullState,
  type RunState,
} from '../github-server/github-state.ts';
import type { Emulator } from '../github-server/serve-answers.ts';

/** GitHub's side, with or without a place for artifacts. */
export type Side = Emulator & { readonly env: (options: JobOptions) => Promise<Record<string, string>> };

/** How `GET /items` answers; may be changed at any time. */
export interface Dial {
  status: number;
  delayMs: number;
}

/** A job of the action. */
export interface ShopJob {
  /** What the run is, beside a run in progress; one that is there already: its id alone. */
  readonly run?: Partial<RunState>;
  readonly job?: string;
  readonly payload?: object;
  readonly files?: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

export interface JobEnded extends ActionEnded {
  readonly run: RunState;
  readonly workspace: string;
  /** Those of the run, in the order of their uploads. */
  readonly artifacts: readonly ArtifactState[];
  /** The files of the reports. */
  readonly reports: ReadonlyMap<string, string>;
}

export interface StartedJob extends Omit<Awaited<ReturnType<typeof startAction>>, 'ended'> {
  readonly run: RunState;
  readonly ended: Promise<JobEnded>;
}

/** A user's repository `octo/shop` with a target, in which jobs of the action run. */
export interface Shop<Github extends Side> {
  readonly github: Github;
  readonly state: GithubState;
  /** Number 7, from a branch of the repository unless it is replaced. */
  readonly pull: PullState;
  readonly target: Target;
  readonly dial: Dial;
  readonly start: (job: ShopJob) => Promise<StartedJob>;
  readonly run: (job: ShopJob) => Promise<JobEnded>;
}

/** Opens it for one test. The state may be set up before, and changed afterwards. */
export async function openShop<Github extends Side>(
  context: TestContext,
  product: Product,
  openGithub: (context: TestContext, state: GithubState) => Promise<Github>,
): Promise<Shop<Github>> {
  const state = buildState();
  const pull = buildPull(state);
  state.pulls.push(pull);
  const dial: Dial = { status: 200, delayMs: 0 };
  const target = await startTarget({
    '/items': (_, response) => void sleep(dial.delayMs).then(() => response.writeHead(dial.status).end('{}')),
    '/hang': () => undefined,
  });
  context.after(() => target.stop());
  const github = await openGithub(context, state);
  const start = async (job: ShopJob): Promise<StartedJob> => startJob(context, job, { product, github, target });
  return { github, state, pull, target, dial, start, run: async (job) => (await start(job)).ended };
}

/** A run of a pull request of the repository itself. */
export function ofPull({ number, head }: Pick<PullState, 'number' | 'head'>, more: Partial<RunState> = {}): Partial<RunState> {
  return {
    event: 'pull_request',
    headBranch: head.ref,
    headSha: head.sha,
    headRepository: head.repository,
    pullRequests: [number],
    ...more,
  };
}

/** Promises of `GET /items`: every answer keeps them but one that failed. */
export const SLA = `endpoints:\n  GET /items: { p95: 30s, error_budget: 1% }\n${PATIENT}`;

/** For the environment: as on a runner that offers no place for artifacts. */
export const NO_ARTIFACTS = { ACTIONS_RESULTS_URL: '', ACTIONS_RUNTIME_TOKEN: '' };

/** A burst of some hundreds of requests, more than enough to judge a p95. */
export function scenario(target: string): string {
  return `target: ${target}\nsteps:\n  - get: /items\nphases:\n  - { name: burst, arrival_rate: 150/s, duration: 2s }\n`;
}

interface Around {
  readonly product: Product;
  readonly github: Side;
  readonly target: Target;
}

async function startJob(context: TestContext, shopJob: ShopJob, { product, github, target }: Around): Promise<StartedJob> {
  const { state } = github;
  const { run: about = {}, job = 'gate', payload, files, inputs, env } = shopJob;
  const known = state.runs.find(({ id }) => id === about.id);
  const run = known ?? buildRun(state, { status: 'in_progress', conclusion: null, ...about });
  if (known === undefined) state.runs.push(run);
  const workspace = await makeFolder(context, { 'load-gate.yaml': scenario(target.url), 'load-gate.sla.yaml': SLA, ...files });
  const runner = await makeFolder(context, {});
  const started = await startAction(product.action, {
    workspace,
    runner,
    inputs: { 'github-token': JOB_TOKEN, baseline: 'none', ...inputs },
    env: { ...(await github.env({ runId: run.id, job, ...(payload && { payload }) })), RUNNER_TEMP: runner, ...env },
  });
  const ended = started.ended.then(async (end): Promise<JobEnded> => {
    Object.assign(run, { status: 'completed', conclusion: end.code === 0 ? 'success' : 'failure' });
    const artifacts = state.artifacts.filter(({ runId }) => runId === run.id);
    const reports = await readFolder(join(workspace, 'load-gate-report')).catch(() => new Map<string, string>()); // none were written
    return { ...end, run, workspace, artifacts, reports };
  });
  return { ...started, run, ended };
}
