import type { Series } from '../../plan/plan.ts';

/** What a load generator calls a request. */
export interface RequestName {
  /** The same for the same request. */
  readonly key: string;
  readonly kind: Series['kind'];
  /** Empty: none. */
  readonly method: string;
  /** A name, a path or a whole URL. */
  readonly name: string;
}

/** One of them. Who signs in by the URL does not do so in every report. */
export function buildName(kind: Series['kind'], method: string, given: string): RequestName {
  const name = given.includes('@') ? given.replace(/^((?:https?|wss?):\/\/)[^/?#]*@/i, '$1') : given;
  return { key: `${kind} ${method} ${name}`, kind, method, name };
}

/** `http://127.0.0.1:8000` of a whole URL; undefined for anything else. */
export function originOf(name: string): string | undefined {
  return /^(?:https?|wss?):\/\/[^/?#]+/i.exec(name)?.[0];
}

/**
 * How series are called, by their keys: `METHOD /path`, as in our own scenarios; URLs of the one origin by their path and query, those of others whole. A name that begins
 * with its method already keeps it. Two that would become the same keep their URLs.
 */
export function nameAll(names: readonly RequestName[], origin: string | undefined): ReadonlyMap<string, string> {
  const short = names.map((name) => [name, nameSeries(name, shorten(name.name, origin))] as const);
  const taken = Map.groupBy(short, ([, shown]) => shown);
  return new Map(short.map(([name, shown]) => [name.key, taken.get(shown)?.length === 1 ? shown : nameSeries(name, name.name)]));
}

function nameSeries({ kind, method }: RequestName, shown: string): string {
  const prefix = kind === 'ws' ? 'ws' : method;
  return prefix === '' || shown.startsWith(`${prefix} `) ? shown : `${prefix} ${shown}`;
}

function shorten(name: string, origin: string | undefined): string {
  const own = originOf(name);
  return own !== undefined && origin !== undefined && hostOf(own) === hostOf(origin) ? name.slice(own.length) || '/' : name;
}

/** Requests and WebSockets of one host are one target. */
function hostOf(origin: string): string {
  return origin.replace(/^\w+:\/\//, '').toLowerCase();
}

/** The origin that has most of the requests; of equals, the first by its name. Undefined: no name is a URL. */
export function chooseOrigin(names: Iterable<readonly [name: string, count: number]>): string | undefined {
  const counts = new Map<string, number>();
  for (const [name, count] of names) {
    const origin = originOf(name);
    if (origin !== undefined) counts.set(origin, (counts.get(origin) ?? 0) + count);
  }
  const [most] = [...counts].sort(([left, one], [right, other]) => other - one || (left < right ? -1 : 1));
  return most?.[0];
}
