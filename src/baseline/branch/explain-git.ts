import { GateError } from '../../gate-error.ts';
import { cleanText } from '../../report/clean-text.ts';
import type { GitResult } from './run-git.ts';

/** What a failed push or fetch means for what comes next. */
export type Trouble = 'lost-race' | 'forbidden' | 'protected' | 'passing' | 'other';

/** Somebody else's update came first: git's own porcelain says so, whatever names stand around it. */
const REJECTED = /^!\t\S+\t\[rejected\] /m;
/** Somebody else's update is being written at this moment. */
const LOCKED =
  /cannot lock ref|failed to update ref|failed to lock|unable to lock|incorrect old value|reference already exists|\.lock': File exists/i;
const PROTECTED = /GH006|GH013|protected branch|rule violations|hook declined|denying (?:non-fast-forward|ref deletion)/i;
const FORBIDDEN =
  /returned error: 40[13]|permission to \S+ denied|permission denied|write access to repository not granted|not allowed to push|authentication failed|could not read (?:username|password)|terminal prompts disabled|resource not accessible|insufficient permission/i;
/** Among them a branch that came to be between two questions. */
const PASSING =
  /returned error: (?:5\d\d|429)|HTTP 5\d\d|early EOF|hung up|connection (?:reset|refused|timed out)|could not resolve|operation timed out|RPC failed|took too long|index-pack failed|shallow file has changed|couldn't find remote ref/i;

/** Which trouble git's words tell of. A rule of the remote and a missing permission come before a taken lock: no retry will help. */
export function classifyTrouble({ stdout, stderr }: Pick<GitResult, 'stdout' | 'stderr'>): Trouble {
  const text = `${stdout.toString()}\n${stderr}`;
  if (REJECTED.test(text)) return 'lost-race';
  if (PROTECTED.test(text)) return 'protected';
  if (FORBIDDEN.test(text)) return 'forbidden';
  if (LOCKED.test(text)) return 'lost-race';
  return PASSING.test(text) ? 'passing' : 'other';
}

/** What the remote or git said, without git's own preamble, as one line. `mask` takes credentials out. */
export function describeGit({ stdout, stderr, code }: GitResult, mask: (text: string) => string): string {
  const lines = `${stderr}\n${stdout.subarray(0, 4_000).toString()}`
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^(?:remote:|fatal:|error:|!|git was|git wrote)/.test(line));
  const said = lines.length > 0 ? lines.join(' ') : stderr;
  return cleanText(mask(said), 400) || `git ended with ${code ?? 'a signal'}`;
}

/** The error for a push that no retry will help. */
export function explainPush(trouble: Trouble, where: string, said: string): GateError {
  if (trouble === 'forbidden') {
    return new GateError('LOAD_GATE_BASELINE_FORBIDDEN', `the baselines may not be written to ${where}: ${said}`, {
      hint: 'give the job `permissions: contents: write`, and let checkout keep its credentials; a pull request from a fork cannot have them',
    });
  }
  const hint =
    trouble === 'protected'
      ? 'a rule or a hook of the repository refuses it: exempt this branch (pruning needs force pushes to it)'
      : 'see what git says above; the run itself was measured';
  return new GateError('LOAD_GATE_BASELINE_UNWRITABLE', `the baselines cannot be written to ${where}: ${said}`, { hint });
}

/** The error for a branch that cannot be read: never the same as a branch that is not there. */
export function explainFetch(where: string, said: string): GateError {
  const hint = /dubious ownership/.test(said)
    ? 'the checkout belongs to another user: `git config --global --add safe.directory <its path>`'
    : 'this is not the same as having none: check the remote, the credentials and `permissions: contents: read`';
  return new GateError('LOAD_GATE_BASELINE_UNREADABLE', `the baselines on ${where} cannot be read: ${said}`, { hint });
}
