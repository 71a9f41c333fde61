import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findTool } from '../../.ci/install-tools.ts';
import { renderEnvFile } from './env-file.ts';
import { JOB_TOKEN } from './github-state.ts';
import type { Github } from './start-github.ts';

export interface ActOptions {
  readonly github: Github;
  /** A run of its state: its event is what happened. */
  readonly runId: number;
  /** A git repository with a commit. A checkout copies all of it that git does not ignore, committed or not. */
  readonly folder: string;
  /** The workflow, relative to the folder. */
  readonly workflow: string;
  /** Folders to take for actions that are not here, such as `org/load-gate@v1`; no action is ever fetched. */
  readonly actions?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  /** Variables of the repository: `vars.NAME`. */
  readonly vars?: Readonly<Record<string, string>>;
  /** Instead of the event that the run's own fields make; the one place for inputs of a workflow_dispatch. */
  readonly payload?: object;
  /** The one job to run; undefined: all. */
  readonly job?: string;
}

export interface StepEnded {
  /** Job and leg of the matrix: `gate`, `gate {"leg":"one"}`. */
  readonly job: string;
  /** The step's id, or its number from 0. */
  readonly id: string;
  readonly result: string;
  readonly outputs: ReadonlyMap<string, string>;
  readonly summary: string;
  /** Commands such as warning and error, with their properties. */
  readonly commands: readonly { readonly command: string; readonly text: string; readonly properties: Readonly<Record<string, string>> }[];
  readonly log: string;
}

export interface ActEnded {
  readonly code: number | null;
  /** By job and leg: `success` or `failure`. */
  readonly jobs: ReadonlyMap<string, string>;
  readonly steps: readonly StepEnded[];
  /** All that act has written. */
  readonly text: string;
}

/** A line of `act --json`, as far as it is read here. */
interface Line {
  readonly jobID?: string;
  readonly matrix?: Readonly<Record<string, unknown>>;
  readonly stepID?: readonly string[];
  readonly stage?: string;
  readonly stepResult?: string;
  readonly jobResult?: string;
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
  readonly kvPairs?: Readonly<Record<string, string>>;
  readonly raw_output?: boolean;
  readonly msg?: string;
}

const LONGEST_MS = 180_000;

/**
 * Runs a workflow with act on this machine, against the emulators. What differs from a runner: SHA and ref are those of the folder's HEAD (or of the
 * event), `permissions` and `concurrency` are not kept to, `run:` steps see the runtime token too, and a cancelled step is killed without a signal before.
 */
export async function runAct({ github, runId, folder, workflow, env = {}, payload, ...given }: ActOptions): Promise<ActEnded> {
  const home = await mkdtemp(join(tmpdir(), 'load-gate-act-'));
  try {
    const job = await github.env({ runId, ...(payload && { payload }) });
    await writeFile(join(home, 'env'), renderEnvFile({ ...job, ...env }));
    const event = ['-e', job['GITHUB_EVENT_PATH'] ?? '', '--actor', job['GITHUB_ACTOR'] ?? ''];
    const place = [
      '-W',
      workflow,
      '-P',
      'ubuntu-latest=-self-hosted',
      '--action-cache-path',
      join(home, 'cache'),
      '--no-cache-server',
      '--rm',
      '--json',
    ];
    const eventName = job['GITHUB_EVENT_NAME'] ?? '';
    const args = [eventName, ...event, ...place, '--env-file', join(home, 'env'), '--action-offline-mode', ...listGiven(given)];
    const { code, text } = await start(args, folder, { HOME: home, PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}` });
    return { code, text, ...readLines(text) };
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

function listGiven({ actions = {}, secrets = {}, vars = {}, job }: Partial<ActOptions>): readonly string[] {
  const list = (flag: string, values: Readonly<Record<string, string>>): readonly string[] =>
    Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`]);
  return [
    ...list('--secret', { GITHUB_TOKEN: JOB_TOKEN, ...secrets }),
    ...list('--local-repository', actions),
    ...list('--var', vars),
    ...(job === undefined ? [] : ['--job', job]),
  ];
}

async function start(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly text: string }> {
  const child = spawn(findTool('act'), args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: LONGEST_MS, killSignal: 'SIGKILL' });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  await once(child, 'close');
  return { code: child.exitCode, text };
}

function readLines(text: string): Pick<ActEnded, 'jobs' | 'steps'> {
  const lines = text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line); // act has written it
  const jobs = new Map(lines.filter(({ jobResult }) => jobResult !== undefined).map((line) => [jobOf(line), line.jobResult ?? '']));
  const steps = Map.groupBy(
    lines.filter(({ stage, stepID }) => stage === 'Main' && stepID !== undefined),
    (line) => `${jobOf(line)}\n${line.stepID?.join('/')}`,
  );
  return { jobs, steps: [...steps.values()].map(readStep) };
}

function readStep(lines: readonly Line[]): StepEnded {
  const [first] = lines;
  const said = (command: string): readonly Line[] => lines.filter((line) => line.command === command);
  return {
    job: jobOf(first ?? {}),
    id: first?.stepID?.join('/') ?? '',
    result: lines.find(({ stepResult }) => stepResult !== undefined)?.stepResult ?? 'none',
    outputs: new Map(said('set-output').map(({ name = '', arg = '' }) => [name, arg])),
    summary: said('summary')
      .map(({ content = '' }) => content)
      .join(''),
    commands: ['error', 'warning', 'notice'].flatMap((command) =>
      said(command).map(({ arg = '', kvPairs = {} }) => ({ command, text: arg, properties: kvPairs })),
    ),
    log: lines
      .filter((line) => line.raw_output === true)
      .map(({ msg = '' }) => msg)
      .join(''),
  };
}

function jobOf({ jobID = '', matrix = {} }: Line): string {
  return Object.keys(matrix).length === 0 ? jobID : `${jobID} ${JSON.stringify(matrix)}`;
}
