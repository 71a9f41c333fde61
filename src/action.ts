import { acceptOnGithub } from './action-accept.ts';
import { commentOnFork } from './action-comment.ts';
import { gateOnGithub, refuseOnGithub } from './action-gate.ts';
import { ActionLog } from './action-log.ts';
import { mergeOnGithub, scheduleOnGithub, shardOnGithub } from './action-shards.ts';
import { publishThrown, type AwaitedVerdict } from './action-unjudged.ts';
import { explainError } from './explain-error.ts';
import { GateError } from './gate-error.ts';
import { readContext } from './github/read-context.ts';
import { readEvent } from './github/read-event.ts';
import { readInputs } from './github/read-inputs.ts';
import { OPTIONS } from './options.ts';
import { parseInputs } from './options/parse-inputs.ts';
import type { MergeRequest, Request, RunRequest } from './options/request.ts';
import { catchStrayErrors } from './terminal/catch-stray-errors.ts';
import { exitCodeFor, type ExitCode, type GateOutcome } from './verdict/exit-code.ts';
import { resolveWorkspace } from './workspace/resolve-workspace.ts';

const log = new ActionLog();
/** What the gate came to, once that is told. */
let told: GateOutcome | undefined;
/** Who waits for a verdict, once that is known. */
let awaited: AwaitedVerdict | undefined;

/** The entry of the GitHub Action: inputs → the same gate → everything that GitHub has a place for → exit code. One catch, for whatever comes. */
catchStrayErrors(explainStray);
let exitCode: ExitCode;
try {
  exitCode = exitCodeFor(await main());
} catch (thrown) {
  exitCode = explainThrown(thrown);
  // Closed: what cannot be told changes nothing about the exit code.
  await publishThrown(thrown, log, told === undefined ? awaited : undefined).catch(explainThrown);
}
// An upload or a call that was given up would keep the process alive; all that was printed is out first.
process.exitCode = exitCode;
process.stdout.write('', () => process.exit(exitCode));

async function main(): Promise<GateOutcome> {
  const inputs = await readInputs(OPTIONS.filter((option) => option.input).map((option) => option.name));
  const githubToken = inputs['github-token'] ?? '';
  if (githubToken !== '') await log.hide([githubToken]);
  const parsed = parseInputs(inputs, process.env);
  if (!parsed.ok) return refuseOnGithub(parsed.issues, (path) => path, log);
  const request = parsed.value;
  const workspace = resolveWorkspace(inputs['working-directory'] ?? '', process.env);
  const context = readContext(process.env, await readEvent(process.env));
  if (context.event === 'pull_request_target')
    throw new GateError(
      'LOAD_GATE_USAGE',
      'load-gate does not run on pull_request_target, where the files of a fork would meet your secrets',
      {
        hint: 'use pull_request; for comments on pull requests of forks, the pair of workflows in the README',
      },
    );
  const onTold = (outcome: GateOutcome): void => {
    told = outcome;
  };
  if (awaitsVerdict(request)) awaited = { request, context };
  const job = { workspace, context, log, onTold, isKeyGiven: inputs['key'] !== '' };
  switch (request.command) {
    case 'run':
      if (request.shard) return shardOnGithub({ ...request, shard: request.shard }, job);
      return request.runId === undefined ? gateOnGithub(request, job) : commentOnFork({ ...request, runId: request.runId }, job);
    case 'plan':
      return scheduleOnGithub(request, githubToken, job);
    case 'merge':
      return mergeOnGithub(request, job);
    case 'baseline accept':
      return acceptOnGithub(request, githubToken, job);
    default:
      throw new Error('the action asked for a command that it does not have');
  }
}

/** A shard has none of its own, and the second half for forks has the other run's. */
function awaitsVerdict(request: Request): request is RunRequest | MergeRequest {
  return request.command === 'merge' || (request.command === 'run' && request.shard === undefined && request.runId === undefined);
}

function explainThrown(thrown: unknown): ExitCode {
  const { lines, outcome } = explainError(thrown);
  log.print(lines.join('\n'));
  return exitCodeFor(outcome);
}

/** What a library throws where nobody can catch it, while reports are sent away, changes no verdict that is told. */
function explainStray(thrown: unknown): ExitCode {
  const code = explainThrown(thrown);
  return told === undefined ? code : exitCodeFor(told);
}
