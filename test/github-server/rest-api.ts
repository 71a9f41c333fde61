import type { Served } from '../support/serve.ts';
import type { BlobLinks } from './blob-links.ts';
import { checkAnswer, checkRequest, completeAnswer, matchOperation, type Matched } from './description.ts';
import type { Place } from './describe-resources.ts';
import { refuse, type Answer } from './faults.ts';
import type { GithubState } from './github-state.ts';
import { refuseToken, ROUTES } from './routes.ts';
import { serveAnswers, type Asked, type Emulator } from './serve-answers.ts';

/** Where people look at the repository; the library takes any other host for an Enterprise Server. */
export const HTML = 'https://github.com';
const NOTHING = 'nothing in the subset';

/**
 * GitHub's REST API as far as load-gate uses it. What comes in and what goes out is checked against GitHub's own description: what does not fit is
 * a violation, and answered with 500.
 */
export function serveRestApi(emulator: Emulator, blobs: BlobLinks): Promise<Served> {
  return serveAnswers(emulator, (api) => ({
    routeOf: ({ method, url }) => matchOperation(method, byName(url.pathname, emulator.state))?.route ?? NOTHING,
    answer: (asked, route, spentUrl) =>
      Promise.resolve(answerCall(emulator, { asked, route, place: { api, html: HTML }, blobs, spentUrl })),
  }));
}

interface Incoming {
  readonly asked: Asked;
  readonly route: string;
  readonly place: Place;
  readonly blobs: BlobLinks;
  readonly spentUrl: boolean;
}

function answerCall({ state, violations }: Emulator, { asked, route, place, blobs, spentUrl }: Incoming): Answer {
  const { method, url, token, body } = asked;
  const violate = (problems: readonly string[]): Answer => {
    violations.push(...problems.map((problem) => `${method} ${url.pathname}${url.search}: ${problem}`));
    return refuse(500, `emulator: ${problems.join('; ')}`);
  };
  const path = byName(url.pathname, state);
  const matched = matchOperation(method, path);
  const known = ROUTES[route];
  if (matched === undefined || known === undefined) return violate(['the subset of GitHub has no such operation']);
  const problems = checkRequest(matched, url.searchParams, body);
  if (problems.length > 0) return violate(problems);
  const caller = token === undefined ? undefined : state.tokens[token];
  if (token !== undefined && caller === undefined) return refuse(401);
  if (!isOurs(matched, state)) return refuse(404);
  const refusal = refuseToken(known, caller, state);
  if (refusal !== undefined) return refusal;
  const answer = known.answer({
    state,
    token: caller,
    params: matched.params,
    pathInRepository: path
      .split('/')
      .slice(4)
      .map((part) => `/${part}`)
      .join(''),
    query: url.searchParams,
    body,
    place,
    signDownload: (blob, name, mimeType) => signDownload(blobs, { blob, name, mimeType }, spentUrl),
  });
  const whole = { ...answer, ...(answer.body !== undefined && { body: completeAnswer(route, answer.status, answer.body) }) };
  const misfits = checkAnswer(route, whole.status, whole.body);
  return misfits.length === 0 ? whole : violate(misfits);
}

/** A link to the content of an artifact. `spent`: one that is no longer valid. */
export function signDownload(
  blobs: BlobLinks,
  { blob, name, mimeType }: { readonly blob: string; readonly name: string; readonly mimeType: string },
  spent: boolean,
): string {
  const fileName = mimeType === 'application/zip' ? `${name}.zip` : name;
  return blobs.sign(
    blob,
    'r',
    { disposition: `attachment; filename="${encodeURIComponent(fileName)}"`, mimeType },
    spent ? -60_000 : undefined,
  );
}

/** GitHub's links name a repository by its number. */
function byName(path: string, { repository }: GithubState): string {
  return path.replace(new RegExp(`^/repositories/${repository.id}(?=/|$)`), `/repos/${repository.owner}/${repository.name}`);
}

function isOurs({ params }: Matched, { repository }: GithubState): boolean {
  const { owner, repo } = params;
  return owner === undefined || `${owner}/${repo}`.toLowerCase() === `${repository.owner}/${repository.name}`.toLowerCase();
}
