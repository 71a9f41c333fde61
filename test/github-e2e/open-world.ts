import { randomInt } from 'node:crypto';
import { cp, readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Dials, RouteDials } from '../../src/demo/dials.ts';
import { spawnStagingServer, type SpawnedServer } from '../../src/demo/spawn-staging-server.ts';
import { buildPull, buildRun, buildState, type ArtifactState, type GithubState, type RunState } from '../github-server/github-state.ts';
import { runAct, type ActEnded, type ActOptions } from '../github-server/run-act.ts';
import { startGithubFor, type Github } from '../github-server/start-github.ts';
import type { Product } from '../e2e/build-product.ts';
import { makeUserRepository, type UserRepository } from './user-repository.ts';

/** A run of a workflow that has ended. */
export interface Ended extends ActEnded {
  readonly run: RunState;
  /** That this run has left. */
  readonly artifacts: readonly ArtifactState[];
}

/** A user's repository with the workflows in it, their staging server, and GitHub's side. */
export interface World extends UserRepository {
  readonly state: GithubState;
  readonly github: Github;
  readonly staging: SpawnedServer;
  /** Where the application of a fork listens. */
  readonly port: number;
  /** Runs `load-gate-NAME.yml` with the variable STAGING_URL set; `event` and what else the run is are its own. */
  readonly run: (name: string, run: Partial<RunState>, options?: Partial<ActOptions>) => Promise<Ended>;
}

const MARK = 'LOAD_GATE_ACT_CASE';
const ROOT = join(import.meta.dirname, '../..');

/** The folder of the action as its repository holds it: what the sources build, and action.yml. */
export async function completeProduct(product: Product): Promise<string> {
  const folder = dirname(dirname(product.action));
  await cp(join(ROOT, 'action.yml'), join(folder, 'action.yml'));
  return folder;
}

const QUICK = { kind: 'uniform', minMs: 2, maxMs: 20, order: 'random' } as const;

/** What the staging server is: `/items` and `/orders` answer quickly, unless the changes say otherwise. */
export function stagingDials(sha: string, changes: Partial<Record<'/items' | '/orders', Omit<RouteDials, 'method' | 'path'>>> = {}): Dials {
  return {
    spinMs: 0,
    routes: [
      { method: 'GET', path: '/health' },
      { method: 'GET', path: '/version', answer: { kind: 'json', value: { sha } } },
      { method: 'GET', path: '/items', latency: QUICK, ...changes['/items'] },
      { method: 'GET', path: '/orders', latency: QUICK, ...changes['/orders'] },
    ],
  };
}

/** A server that refuses every third request. */
export const FAULTY = { faults: [{ kind: 'status', every: 3, status: 503 }] } as const;

/** Opens it for one test. `changes`: files of the repository that differ. */
export async function openWorld(context: TestContext, action: string, changes: Readonly<Record<string, string>> = {}): Promise<World> {
  const port = await findPort();
  const repository = await makeUserRepository(context, port, changes);
  const state = buildState();
  state.pulls.push(buildPull(state, { head: { ref: 'feature', sha: repository.sha, repository: state.repository } }));
  const github = await startGithubFor(context, state);
  const staging = await spawnStagingServer(stagingDials(repository.sha));
  context.after(() => staging.stop());
  const mark = `${process.pid}-${port}`;
  context.after(() => endProcesses(mark));
  const run: World['run'] = async (name, about, options = {}) => {
    const began = buildRun(state, {
      name: name === '' ? 'ci' : `load-gate ${name}`,
      path: `.github/workflows/load-gate-${name}.yml`,
      headSha: repository.sha,
      status: 'in_progress',
      conclusion: null,
      ...about,
    });
    state.runs.push(began);
    const ended = await runAct({
      github,
      runId: began.id,
      folder: repository.folder,
      workflow: began.path,
      actions: { 'org/load-gate@v1': action },
      vars: { STAGING_URL: staging.url },
      ...options,
      env: { [MARK]: mark, PORT: `${port}`, ...options.env },
    });
    Object.assign(began, { status: 'completed', conclusion: ended.code === 0 ? 'success' : 'failure' });
    return { ...ended, text: readText(ended.text), run: began, artifacts: state.artifacts.filter(({ runId }) => runId === began.id) };
  };
  return { ...repository, state, github, staging, port, run };
}

/** What act has said, without the JSON around it. */
function readText(lines: string): string {
  return lines
    .split('\n')
    .map((line) => (line.startsWith('{') ? (JSON.parse(line) as { readonly msg: string }).msg.trimEnd() : line)) // act has written it
    .join('\n');
}

/** Below those that a system gives to whoever asks for any, so that nobody takes it meanwhile. */
const [LEAST_PORT, MOST_PORT] = [10_240, 32_000];

/** One that nobody listens on now. */
async function findPort(): Promise<number> {
  for (;;) {
    const port = randomInt(LEAST_PORT, MOST_PORT);
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!isFree) continue;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    return port;
  }
}

/** A runner ends what its steps have started; act leaves it. They are told by the mark in their environment. */
async function endProcesses(mark: string): Promise<void> {
  const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  for (const id of ids) {
    const env = await readFile(`/proc/${id}/environ`, 'latin1').catch(() => ''); // it is somebody else's, or has ended meanwhile
    if (env.split('\0').includes(`${MARK}=${mark}`)) process.kill(Number(id), 'SIGKILL');
  }
}
