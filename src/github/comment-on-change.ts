import { messageOf } from '../gate-error.ts';
import { cleanText } from '../report/clean-text.ts';
import { renderMarker, type CommentText } from '../report/render-comment.ts';
import type { ApiClient } from './api-client.ts';
import { classifyProblem } from './classify-problem.ts';
import { explainApiError } from './explain-api-error.ts';
import { findChange, findChangeOfRun } from './find-change.ts';
import type { Change, GithubContext, Repository, TokenReach } from './github-context.ts';
import { openClient, type ClientLimits } from './open-client.ts';
import { publishComment, type CommentOutcome, type CommentPolicy } from './publish-comment.ts';

/** What a comment is asked for with. */
export interface CommentRequest {
  readonly context: GithubContext;
  readonly policy: CommentPolicy | 'never';
  /** Empty: none was given. */
  readonly token: string;
  /** Tells the comments of several jobs apart. */
  readonly key: string;
  /** The run that was measured, when it is another one than this: a fork's. Undefined: this one. */
  readonly ofRun: number | undefined;
  /** Where the reports are; undefined: nowhere that GitHub knows. */
  readonly reportUrl: string | undefined;
  readonly note?: string | undefined;
}

/** Where the calls go, and how long they may take. */
export interface CommentPorts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly limits?: Partial<ClientLimits>;
}

const SEARCH = { what: 'the pull request was not found', permission: 'pull-requests: read' };

/**
 * The whole way of a comment: which pull request, whether the token can write at all, what it says. Never throws and changes no verdict: whatever stands in the
 * way is a sentence of the outcome.
 */
export async function commentOnChange(text: CommentText, request: CommentRequest, ports: CommentPorts): Promise<CommentOutcome> {
  try {
    const { context, policy, token } = request;
    if (policy === 'never') return noNeed('none was asked for');
    if (context.repository === undefined) return noNeed('this is no workflow of GitHub');
    if (request.ofRun === undefined && context.change.kind === 'none') return noNeed(context.change.why);
    if (policy === 'auto' && request.ofRun === undefined && context.tokenReach !== 'as-permitted') return explainReach(context.tokenReach);
    if (token === '') return { kind: 'refused', sentence: 'No comment on the pull request: there is no `github-token`.' };
    const client = await openClient(token, ports.env, ports.limits);
    return await comment(client, text, { ...request, policy, repository: context.repository });
  } catch (thrown) {
    return { kind: 'refused', sentence: `No comment on the pull request: ${cleanText(messageOf(thrown))}.` };
  }
}

type Ready = CommentRequest & { readonly policy: CommentPolicy; readonly repository: Repository };

async function comment(client: ApiClient, text: CommentText, ready: Ready): Promise<CommentOutcome> {
  const { context, repository, key, reportUrl, note, policy } = ready;
  const change = await resolveChange(client, ready);
  if (typeof change === 'string') return { kind: 'refused', sentence: change };
  if (change.kind !== 'found') return noNeed(change.kind === 'none' ? change.why : 'it is not known');
  const { pull } = change;
  const commit = ready.ofRun === undefined ? context.headSha : pull.headSha;
  const runUrl = ready.ofRun === undefined ? context.runUrl : context.runUrl?.replace(/\/runs\/.*$/, `/runs/${ready.ofRun}`);
  const markdown = text.renderComment({ key, commit, reportUrl, runUrl, note });
  return publishComment(client, { repository, pull, policy, hasNews: text.hasNews, marker: renderMarker(key), markdown });
}

/** A sentence: why GitHub could not be asked. */
async function resolveChange(client: ApiClient, { context, repository, ofRun }: Ready): Promise<Change | string> {
  try {
    if (ofRun !== undefined) return await findChangeOfRun(client, repository, ofRun);
    return context.change.kind === 'to-find' ? await findChange(client, repository, context.change.sha) : context.change;
  } catch (thrown) {
    return explainApiError(classifyProblem(thrown, Date.now()), SEARCH);
  }
}

function noNeed(why: string): CommentOutcome {
  return { kind: 'not-needed', sentence: `No comment on a pull request: ${why}.` };
}

/** Said before anything is tried; `comment: always` tries all the same. */
function explainReach(reach: Exclude<TokenReach, 'as-permitted'>): CommentOutcome {
  const sentence =
    reach === 'read-only-fork'
      ? 'No comment on the pull request: it comes from a fork, whose token may only read. The job summary has everything; "Pull requests from forks" in the README has the pair of workflows that comments all the same.'
      : 'No comment on the pull request: Dependabot started this run, with a token that by default may only read. The job summary has everything; `comment: always` tries, where the job has `permissions: pull-requests: write`.';
  return { kind: 'refused', sentence };
}
