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

const SHARD_PREFIX = 'load-gate-shard-';
/** Room for the place of the shard and the attempt. */
const LONGEST_SHARD_KEY = 60;

/** Whose shards: those of one key in one attempt of a workflow run. */
interface ShardsOf {
  readonly key: string;
  /** From 1. */
  readonly attempt: number;
}

/** The artifact of what one shard has measured: `load-gate-shard-KEY-2-of-4.json`. A repeated attempt has names of its own. */
export function nameShardArtifact({
  shard: { index, count },
  ...of
}: ShardsOf & { readonly shard: { readonly index: number; readonly count: number } }): string {
  return `${startOfShards(of)}${index + 1}-of-${count}${endOfShards(of)}`;
}

/** The place of a shard by its artifact's name; undefined for another artifact, or that of another key or attempt. */
export function parseShardArtifact(name: string, of: ShardsOf): { readonly index: number; readonly count: number } | undefined {
  const [start, end] = [startOfShards(of), endOfShards(of)];
  if (!name.startsWith(start) || !name.endsWith(end) || name.length <= start.length + end.length) return undefined;
  const [, place, count] = /^([1-9]\d{0,2})-of-([1-9]\d{0,2})$/.exec(name.slice(start.length, -end.length)) ?? [];
  return place === undefined || count === undefined ? undefined : { index: Number(place) - 1, count: Number(count) };
}

function startOfShards({ key }: ShardsOf): string {
  const fit = key.normalize('NFC').replace(UNFIT, '-').replace(/-{2,}/g, '-');
  return `${SHARD_PREFIX}${trimEnds(Array.from(fit).slice(0, LONGEST_SHARD_KEY).join(''))}-`;
}

function endOfShards({ attempt }: ShardsOf): string {
  return `${attempt > 1 ? `-attempt-${attempt}` : ''}.json`;
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
