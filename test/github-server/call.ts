import type { Place } from './describe-resources.ts';
import type { Answer } from './faults.ts';
import type { GithubState, Token } from './github-state.ts';

/** A request that is known, allowed to ask and checked. */
export interface Call {
  readonly state: GithubState;
  readonly token: Token | undefined;
  readonly params: Readonly<Record<string, string>>;
  /** What follows the repository in the path, such as `/actions/runs`. */
  readonly pathInRepository: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly place: Place;
  /** A link to a blob, valid for some minutes. */
  readonly signDownload: (blob: string, name: string, mimeType: string) => string;
}

/** What was asked for. */
export function answerWith(body: unknown, status = 200): Answer {
  return { status, body };
}

/** One page of a list: 30 unless asked for, 100 at most, with links to the others at the repository's number, as GitHub writes them. */
export function answerPage({ state, pathInRepository, query, place }: Call, all: readonly object[], name?: string): Answer {
  const size = Math.min(100, Math.max(1, Number(query.get('per_page') ?? 30)));
  const current = Math.max(1, Number(query.get('page') ?? 1));
  const last = Math.max(1, Math.ceil(all.length / size));
  const rows = all.slice((current - 1) * size, current * size);
  const link = (rel: string, to: number): string => {
    const search = new URLSearchParams([...query].filter(([key]) => key !== 'page'));
    search.set('page', `${to}`);
    return `<${place.api}/repositories/${state.repository.id}${pathInRepository}?${search.toString()}>; rel="${rel}"`;
  };
  const links = [
    ...(current > 1 ? [link('prev', current - 1)] : []),
    ...(current < last ? [link('next', current + 1), link('last', last)] : []),
    ...(current > 1 ? [link('first', 1)] : []),
  ];
  const body = name === undefined ? rows : { total_count: all.length, [name]: rows };
  return { status: 200, body, headers: links.length > 0 ? { link: links.join(', ') } : {} };
}
