/**
 * GitHub's server side as a process of its own, for a runner such as act: `node test/github-server/serve-github.ts --state FILE --env-out FILE`.
 *
 * `--state`: JSON with what differs from an empty repository (see GithubState), with a run for each job. Rewritten at the end, with what came in.
 * `--env-out`: written when all answers: an environment file for the last run of the state and the job `--job` (default `gate`).
 * Ends with SIGTERM, SIGINT or the end of its standard input; exits with 1 when GitHub's description was broken.
 */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { renderEnvFile } from './env-file.ts';
import { buildRun, buildState, type GithubState } from './github-state.ts';
import { startGithub } from './start-github.ts';

const { values } = parseArgs({
  options: { state: { type: 'string' }, 'env-out': { type: 'string' }, job: { type: 'string', default: 'gate' } },
});
const { state: stateFile, 'env-out': envFile, job } = values;
if (stateFile === undefined || envFile === undefined) throw new Error('--state FILE and --env-out FILE are needed');

const state = buildState(JSON.parse(await readFile(stateFile, 'utf8')) as Partial<GithubState>); // written by who starts this
if (state.runs.length === 0) state.runs.push(buildRun(state, { status: 'in_progress', conclusion: null }));
const ended = new Promise<void>((resolve) => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, resolve);
  process.stdin.once('end', resolve).resume();
});

const github = await startGithub(state);
await writeFile(`${envFile}.part`, renderEnvFile(await github.env({ runId: state.runs.at(-1)?.id ?? 0, job })));
await rename(`${envFile}.part`, envFile);

await ended;
await writeFile(stateFile, `${JSON.stringify(state, null, 2)}\n`);
await github.close();
