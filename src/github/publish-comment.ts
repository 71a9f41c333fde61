import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiClient } from './api-client.ts';
import { classifyProblem, waitBeforeRetry } from './classify-problem.ts';
import { explainApiError } from './explain-api-error.ts';
import { findComments, readUrl, type OwnComment, type Thread } from './find-comments.ts';
import type { PullRequest, Repository } from './github-context.ts';
import { readId, readSha, UnreadableAnswer } from './read-field.ts';

/** `auto`: no first comment without news; a comment that is there is always updated. */
export type CommentPolicy = 'auto' | 'always';

/** What to write, and where. */
export interface CommentInput {
  readonly repository: Repository;
  readonly pull: PullRequest;
  readonly policy: CommentPolicy;
  readonly hasNews: boolean;
  /** The first line of `markdown`, by which the comment is found again. */
  readonly marker: string;
  readonly markdown: string;
}

/** What became of a comment; the sentence is for the log and may hold words of GitHub. */
export type CommentOutcome =
  | { readonly kind: 'posted' | 'updated'; readonly url: string | undefined; readonly sentence: string }
  | { readonly kind: 'not-needed' | 'refused'; readonly sentence: string };

const ATTEMPT = { what: 'the comment on the pull request was not written', permission: 'pull-requests: write' };
const COMMENT = '/repos/{owner}/{repo}/issues/comments/{comment_id}';

/** Duplicates that one run takes away; more would be none of ours. */
const MOST_DUPLICATES = 10;
const PAUSE_MS = 1_000;

/**
 * Writes the comment of this key, or updates the one that is there. Never throws: whatever fails is in the outcome, and changes no verdict. Takes as long as
 * the client lets it.
 */
export async function publishComment(client: ApiClient, input: CommentInput, pauseMs = PAUSE_MS): Promise<CommentOutcome> {
  try {
    return await publish(client, input, pauseMs);
  } catch (thrown) {
    return { kind: 'refused', sentence: explainApiError(classifyProblem(thrown, Date.now()), ATTEMPT) };
  }
}

async function publish(client: ApiClient, input: CommentInput, pauseMs: number): Promise<CommentOutcome> {
  const { repository, pull, marker } = input;
  const thread: Thread = { owner: repository.owner, repo: repository.name, issue_number: pull.number };
  const moved = await findMove(client, thread, pull.headSha);
  if (moved !== undefined) return { kind: 'not-needed', sentence: moved };
  const [oldest, ...others] = await findComments(client, thread, marker);
  if (oldest) return update(client, input, { oldest, others });
  if (input.policy === 'auto' && !input.hasNews)
    return { kind: 'not-needed', sentence: 'No comment on the pull request: a first run without news needs none.' };
  return create(client, { input, thread, pauseMs });
}

/** A slower run must not write over what is said of newer commits. */
async function findMove(client: ApiClient, { owner, repo, issue_number }: Thread, ours: string | undefined): Promise<string | undefined> {
  if (ours === undefined) return undefined;
  const { data } = await client.call('GET /repos/{owner}/{repo}/pulls/{pull_number}', { owner, repo, pull_number: issue_number });
  const head = readSha(data, 'head', 'sha');
  if (head === undefined) throw new UnreadableAnswer();
  if (head === ours) return undefined;
  return `No comment on the pull request: it has moved on to ${head.slice(0, 7)}, and this run measured ${ours.slice(0, 7)}.`;
}

interface Creation {
  readonly input: CommentInput;
  readonly thread: Thread;
  readonly pauseMs: number;
}

async function create(client: ApiClient, { input, thread, pauseMs }: Creation): Promise<CommentOutcome> {
  try {
    return await settle(client, { input, thread }, await post(client, input, thread));
  } catch (thrown) {
    const waitMs = waitBeforeRetry(classifyProblem(thrown, Date.now()), 1, pauseMs);
    if (waitMs === undefined || waitMs >= client.remainingMs()) throw thrown;
    await sleep(waitMs);
    // What was posted without an answer may be there all the same.
    const [oldest, ...others] = await findComments(client, thread, input.marker);
    if (oldest) return update(client, input, { oldest, others });
    return tellPosted(input, await post(client, input, thread));
  }
}

/** Two jobs with one key may both have found nothing and both have posted: each looks again, and all agree on the oldest. */
async function settle(client: ApiClient, { input, thread }: Omit<Creation, 'pauseMs'>, created: OwnComment): Promise<CommentOutcome> {
  let found: readonly OwnComment[] = [];
  try {
    found = await findComments(client, thread, input.marker);
  } catch {
    // It is posted; a duplicate would be taken away by the next run.
  }
  // A list that is a moment old lacks what was just posted, and that may be the oldest all the same: each job would take away the comment of the other.
  const all = [...found.filter(({ id }) => id !== created.id), created].toSorted((left, right) => left.id - right.id);
  const [oldest = created, ...others] = all;
  if (oldest.id !== created.id) return update(client, input, { oldest, others });
  await removeAll(client, input, others);
  return tellPosted(input, created);
}

function tellPosted({ pull }: CommentInput, comment: OwnComment): CommentOutcome {
  return { kind: 'posted', url: comment.url, sentence: `Commented on pull request ${pull.number}.` };
}

async function post(client: ApiClient, { markdown }: CommentInput, thread: Thread): Promise<OwnComment> {
  const { data } = await client.call('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...thread, body: markdown });
  const id = readId(data, 'id');
  if (id === undefined) throw new UnreadableAnswer();
  return { id, url: readUrl(data) };
}

async function update(
  client: ApiClient,
  input: CommentInput,
  { oldest, others }: { readonly oldest: OwnComment; readonly others: readonly OwnComment[] },
): Promise<CommentOutcome> {
  const { owner, name } = input.repository;
  const { data } = await client.call(`PATCH ${COMMENT}`, { owner, repo: name, comment_id: oldest.id, body: input.markdown });
  if (readId(data, 'id') !== oldest.id) throw new UnreadableAnswer();
  await removeAll(client, input, others);
  return {
    kind: 'updated',
    url: readUrl(data) ?? oldest.url,
    sentence: `Updated the comment on pull request ${input.pull.number}.`,
  };
}

/** Duplicates of a race, one or two. Another job may take them away first, and one that stays does no harm. */
async function removeAll(client: ApiClient, { repository }: CommentInput, comments: readonly OwnComment[]): Promise<void> {
  for (const { id } of comments.slice(0, MOST_DUPLICATES)) {
    try {
      await client.call(`DELETE ${COMMENT}`, { owner: repository.owner, repo: repository.name, comment_id: id });
    } catch {
      // The comment that counts is written; the next run tries again.
    }
  }
}
