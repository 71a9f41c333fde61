import type { ApiClient } from './api-client.ts';
import { classifyProblem } from './classify-problem.ts';
import { readField, readId, readList, readText } from './read-field.ts';

/** Where comments are. */
export interface Thread {
  readonly owner: string;
  readonly repo: string;
  readonly issue_number: number;
}

/** A comment that an earlier run, or another job, has written. */
export interface OwnComment {
  readonly id: number;
  readonly url: string | undefined;
}

interface Marked extends OwnComment {
  readonly author: string;
  readonly isBot: boolean;
}

const PER_PAGE = 100;
/** GitHub allows 2,500 comments on a pull request; a list without an end is not followed. */
const MOST_PAGES = 50;

/**
 * The comments that begin with the marker and are of the token's own account, the oldest first. Anybody can write the marker into a comment: those of others are
 * never touched. Throws as `call` does.
 */
export async function findComments(client: ApiClient, thread: Thread, marker: string): Promise<readonly OwnComment[]> {
  const marked: Marked[] = [];
  for (let page = 1, isLast = false; !isLast && page <= MOST_PAGES; page++) {
    const { data, headers } = await client.call('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      ...thread,
      per_page: PER_PAGE,
      page,
    });
    const items = readList(data);
    marked.push(...items.flatMap((item) => readMarked(item, marker)));
    isLast = items.length < PER_PAGE && !/;\s*rel="next"/.test(readText(headers, 'link') ?? '');
  }
  if (marked.length === 0) return [];
  const self = await readSelf(client);
  return marked
    .filter(({ author, isBot }) => (self === undefined ? isBot : author === self))
    .toSorted((left, right) => left.id - right.id)
    .map(({ id, url }) => ({ id, url }));
}

function readMarked(item: unknown, marker: string): readonly Marked[] {
  const id = readId(item, 'id');
  const body = readField(item, 'body');
  const author = readText(item, 'user', 'login');
  if (id === undefined || author === undefined || typeof body !== 'string' || body.split(/\r?\n/, 1)[0] !== marker) return [];
  return [{ id, url: readUrl(item), author, isBot: readField(item, 'user', 'type') === 'Bot' }];
}

/** The page of a comment. */
export function readUrl(item: unknown): string | undefined {
  const url = readText(item, 'html_url');
  return url !== undefined && /^https?:\/\/[^\s<>"'`]+$/.test(url) ? url : undefined;
}

/**
 * The account of a personal token. Undefined: the token is that of an app, `GITHUB_TOKEN` among them, which has no user and writes as a bot; no person can
 * write as one.
 */
async function readSelf(client: ApiClient): Promise<string | undefined> {
  try {
    const { data } = await client.call('GET /user', {});
    return readText(data, 'login');
  } catch (thrown) {
    const problem = classifyProblem(thrown, 0);
    if (problem.kind === 'refused' && [401, 403, 404].includes(problem.status)) return undefined;
    throw thrown;
  }
}
