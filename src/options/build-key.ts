import { createHash } from 'node:crypto';
import { cleanText } from '../report/clean-text.ts';

/** Characters of a key that load-gate makes; one of a user may be longer. */
const LONGEST = 100;
const DIGITS = 8;

/** What could be read in two ways beside the separators of a key. */
const AMBIGUOUS = / \/ |, |^\s|\s$|^$/;

/**
 * The key of a history that nobody has named: `default` outside of GitHub Actions; there workflow, job and the values of the matrix leg by the order of their
 * names, such as `ci / load / 20, ubuntu-latest`. One line of at most 100 characters. What must be cut or cleaned, or could be read in two ways, ends in
 * `#` and eight digits of a hash of all of it, so that no two legs share a key. `leg` is JSON, as `parseLeg` takes it; undefined: none is known.
 */
export function buildKey(env: Readonly<Record<string, string | undefined>>, leg: string | undefined): string {
  if (env['GITHUB_ACTIONS'] !== 'true') return 'default';
  const names = [env['GITHUB_WORKFLOW'] ?? '', env['GITHUB_JOB'] ?? ''].filter((name) => name !== '');
  const entries = Object.entries((leg === undefined ? undefined : parseLeg(leg)) ?? {}).sort(([left], [right]) => (left < right ? -1 : 1));
  const values = entries.map(([, value]) => (typeof value === 'string' ? value : JSON.stringify(value)));
  if (names.length + values.length === 0) return 'default';
  const whole = [...names, ...(values.length > 0 ? [values.join(', ')] : [])].join(' / ');
  const isPlain = ![...names, ...values].some((part) => AMBIGUOUS.test(part));
  if (isPlain && whole.length <= LONGEST && cleanText(whole, LONGEST) === whole) return whole;
  const hash = createHash('sha256')
    .update(JSON.stringify([names, entries]))
    .digest('hex')
    .slice(0, DIGITS);
  const room = LONGEST - DIGITS - ' #'.length;
  // By code units, as the limit is; half a character at the cut is cleaned away.
  return `${cleanText(
    cleanText(whole, LONGEST)
      .slice(0, room)
      .replace(/[\ud800-\udbff]$/, ''),
    room,
  )} #${hash}`.trim();
}

/** The same for all shards and for what merges them, which are jobs and legs of their own: the workflow alone. */
export function buildSharedKey(env: Readonly<Record<string, string | undefined>>): string {
  return buildKey({ ...env, GITHUB_JOB: '' }, undefined);
}

/** The leg of a matrix as `toJSON(matrix)` writes it; a job without a matrix has an empty one. Undefined: the text is no such thing. */
export function parseLeg(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const leg: unknown = JSON.parse(text);
    if (leg === null) return {};
    return typeof leg === 'object' && !Array.isArray(leg) ? { ...leg } : undefined;
  } catch {
    return undefined; // Not JSON: JSON.parse throws for nothing else.
  }
}
