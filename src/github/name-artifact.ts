/** GitHub allows 255 bytes; a file of the name must fit, too. */
const LONGEST = 100;

/** What no artifact's name may hold, because some file system cannot; and what would need quoting in a shell or a URL. */
const UNFIT = /[^\p{L}\p{N}._-]+/gu;

/**
 * The name of the artifact of reports: as asked for, or `load-gate-<key>`. A repeated attempt of a run has a name of its own, because the artifacts of the
 * earlier one are still there.
 */
export function nameReports(asked: string | undefined, { key, attempt }: { readonly key: string; readonly attempt: number }): string {
  const name = asked === undefined ? `load-gate-${key}` : asked;
  const fit = name.normalize('NFC').replace(UNFIT, '-').replace(/-{2,}/g, '-');
  const short = trimEnds(Array.from(fit).slice(0, LONGEST).join(''));
  return `${short === '' ? 'load-gate' : short}${attempt > 1 ? `-attempt-${attempt}` : ''}`;
}

/** The name for the next try when the first is taken in this run: two jobs with one key. */
export function nameAgain(name: string, nth: number): string {
  return nth === 1 ? name : `${name}-${nth}`;
}

/** A leading dot hides a file, a trailing one is cut off by Windows. */
function trimEnds(name: string): string {
  return name.replace(/^[-.]+|[-.]+$/g, '');
}

const PREFIX = 'load-gate-baseline-';
const SUFFIX = '.ndjson';

/**
 * The name of the artifacts of one history, the same in every run: GitHub finds artifacts by their whole name alone. `folder` is the key as the stores name
 * it; its percent signs would be read as escapes in a URL.
 */
export function nameBaseline(folder: string): string {
  return `${PREFIX}${folder.replaceAll('%', '~')}${SUFFIX}`;
}

/** The folder of an artifact's name; undefined for another artifact. */
export function parseBaselineName(name: string): string | undefined {
  if (!name.startsWith(PREFIX) || !name.endsWith(SUFFIX)) return undefined;
  return name.slice(PREFIX.length, -SUFFIX.length).replaceAll('~', '%');
}
