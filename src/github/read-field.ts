/** What stands at a path of keys in JSON of others; undefined where anything on the way is not there or of another kind. */
export function readField(value: unknown, ...path: readonly string[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[key];
  }
  return at;
}

/** Longer texts are none that anybody meant: names, addresses and SHAs are far below. */
const LONGEST = 2_000;

/** Text of one line that is not empty, at most 2,000 characters; undefined for anything else. */
export function readText(value: unknown, ...path: readonly string[]): string | undefined {
  const text = readField(value, ...path);
  // oxlint-disable-next-line no-control-regex -- controls are what is refused
  return typeof text === 'string' && text !== '' && text.length <= LONGEST && !/[\u0000-\u001f\u007f]/.test(text) ? text : undefined;
}

/** A whole number from 1, as GitHub counts runs, comments and pull requests; undefined for anything else. */
export function readId(value: unknown, ...path: readonly string[]): number | undefined {
  const id = readField(value, ...path);
  return typeof id === 'number' && Number.isSafeInteger(id) && id >= 1 ? id : undefined;
}

/** A full SHA-1 or SHA-256 in lower case; undefined for anything else. */
export function readSha(value: unknown, ...path: readonly string[]): string | undefined {
  const sha = readField(value, ...path);
  return typeof sha === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha) ? sha : undefined;
}

/** What a proxy or a portal on the way puts in the place of an answer: closed, for it must not be taken for an empty one. */
export class UnreadableAnswer extends Error {
  constructor() {
    super("the answer is not one of GitHub's API");
  }
}

/** The items of a list; throws `UnreadableAnswer` for anything else. */
export function readList(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new UnreadableAnswer();
  return value;
}
