import { isGhes } from './detect-ghes.ts';
import type { Change, GithubContext, PullRequest, Repository, TokenReach } from './github-context.ts';
import { readField, readId, readSha, readText } from './read-field.ts';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The variables of the runner and the event's payload (anything at all: it is checked) → what the run is about. What a payload lacks is not guessed: then
 * there is no pull request, with the reason.
 */
export function readContext(env: Env, payload: unknown): GithubContext {
  const event = env['GITHUB_EVENT_NAME'] ?? '';
  const repository = readRepository(env, payload);
  const defaultBranch = readText(payload, 'repository', 'default_branch') ?? (event === 'schedule' ? branchOf(env) : undefined);
  const change = readChange(env, payload, defaultBranch);
  const runId = readCount(env['GITHUB_RUN_ID']);
  return {
    repository,
    runId,
    runAttempt: readCount(env['GITHUB_RUN_ATTEMPT']) ?? 1,
    workflow: env['GITHUB_WORKFLOW'] ?? '',
    job: env['GITHUB_JOB'] ?? '',
    event,
    headSha: readHead(env, payload),
    change,
    tokenReach: readReach(env, payload),
    defaultBranch,
    baselineBranch: (change.kind === 'found' ? change.pull.baseBranch : undefined) ?? defaultBranch,
    isGhes: isGhes(env),
    runUrl: repository && runId !== undefined ? nameRun(env, repository, runId) : undefined,
  };
}

function readRepository(env: Env, payload: unknown): Repository | undefined {
  const [, owner, name] = /^([\w-]{1,100})\/([\w.-]{1,100})$/.exec(env['GITHUB_REPOSITORY'] ?? '') ?? [];
  if (owner === undefined || name === undefined) return undefined;
  return { owner, name, id: readCount(env['GITHUB_REPOSITORY_ID']) ?? readId(payload, 'repository', 'id') };
}

function readCount(text: string | undefined): number | undefined {
  return /^[1-9]\d{0,14}$/.test(text ?? '') ? Number(text) : undefined;
}

/** Of a pull request the ref is no branch, nor is a tag. */
function branchOf(env: Env): string | undefined {
  return /^refs\/heads\/(.+)$/.exec(env['GITHUB_REF'] ?? '')?.[1];
}

function readChange(env: Env, payload: unknown, defaultBranch: string | undefined): Change {
  const event = env['GITHUB_EVENT_NAME'];
  switch (event) {
    case 'pull_request':
      return readPull(payload);
    case 'merge_group':
      return readGroup(payload);
    case 'deployment_status': {
      const sha = readHead(env, payload);
      return sha === undefined ? none('the event does not say which commit was deployed') : { kind: 'to-find', sha };
    }
    case 'schedule':
      return none('a scheduled run is about no change');
    case 'pull_request_target':
      return none('load-gate does not serve pull_request_target, whose token must not meet the code of a fork; use pull_request');
    default:
      return readBranch(env, payload, defaultBranch);
  }
}

function readPull(payload: unknown): Change {
  const number = readId(payload, 'pull_request', 'number');
  const headSha = readSha(payload, 'pull_request', 'head', 'sha');
  if (number === undefined || headSha === undefined) return none('the event does not say which pull request it is about');
  return found({ number, headSha, baseBranch: readText(payload, 'pull_request', 'base', 'ref') });
}

/** `refs/heads/gh-readonly-queue/BASE/pr-NUMBER-SHA`: the last pull request of the group; BASE may hold slashes. */
function readGroup(payload: unknown): Change {
  const ref = readText(payload, 'merge_group', 'head_ref') ?? '';
  const [, branch, digits] = /^(?:refs\/heads\/)?gh-readonly-queue\/(.+)\/pr-(\d+)-[0-9a-f]{40,64}$/.exec(ref) ?? [];
  const number = readCount(digits);
  if (number === undefined) return none('the event does not say which pull request stands in the merge queue');
  const base = readText(payload, 'merge_group', 'base_ref')?.replace(/^refs\/heads\//, '');
  return found({ number, headSha: undefined, baseBranch: base ?? branch });
}

/** A push or a dispatch: a branch other than the default one may be that of a pull request. */
function readBranch(env: Env, payload: unknown, defaultBranch: string | undefined): Change {
  const branch = branchOf(env);
  if (branch === undefined) return none('the run is not on a branch');
  if (branch === defaultBranch) return none('the run is on the default branch');
  if (readField(payload, 'deleted') === true) return none('the branch was deleted');
  const sha = readHead(env, payload);
  return sha === undefined ? none('the runner does not say which commit this is') : { kind: 'to-find', sha };
}

function found(pull: PullRequest): Change {
  return { kind: 'found', pull };
}

function none(why: string): Change {
  return { kind: 'none', why };
}

function readHead(env: Env, payload: unknown): string | undefined {
  const own = readSha(env, 'GITHUB_SHA');
  switch (env['GITHUB_EVENT_NAME']) {
    case 'pull_request':
      return readSha(payload, 'pull_request', 'head', 'sha') ?? own;
    case 'merge_group':
      return readSha(payload, 'merge_group', 'head_sha') ?? own;
    case 'deployment_status':
      return readSha(payload, 'deployment', 'sha') ?? own;
    default:
      return own;
  }
}

/** Events whose token GitHub narrows when Dependabot caused them ("Troubleshooting Dependabot on GitHub Actions"). */
const NARROWED = new Set(['pull_request', 'push', 'deployment_status']);

function readReach(env: Env, payload: unknown): TokenReach {
  const event = env['GITHUB_EVENT_NAME'] ?? '';
  if (event === 'pull_request' && isFork(payload)) return 'read-only-fork';
  // Who caused the run counts, not who opened the pull request; running it again changes nothing.
  return NARROWED.has(event) && env['GITHUB_ACTOR'] === 'dependabot[bot]' ? 'read-only-dependabot' : 'as-permitted';
}

/** The fork of a pull request may be gone by now, and then has no id. */
function isFork(payload: unknown): boolean {
  const head = readId(payload, 'pull_request', 'head', 'repo', 'id');
  return head === undefined || head !== readId(payload, 'pull_request', 'base', 'repo', 'id');
}

function nameRun(env: Env, { owner, name }: Repository, runId: number): string {
  const server = (env['GITHUB_SERVER_URL'] || 'https://github.com').replace(/\/+$/, '');
  const attempt = readCount(env['GITHUB_RUN_ATTEMPT']) ?? 1;
  return `${server}/${owner}/${name}/actions/runs/${runId}${attempt > 1 ? `/attempts/${attempt}` : ''}`;
}
