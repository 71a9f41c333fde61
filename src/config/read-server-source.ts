import type { BuildContext } from './build-context.ts';
import { checkJsonPath } from './check-json-path.ts';
import { checkTexts } from './check-texts.ts';
import { childOf, entriesOf, keyPositionOf, positionOf, textOf, textsOf, type Cursor } from './cursor.ts';
import { parseMetricSelector } from './parse-metric-selector.ts';
import type { ServerSource } from './sla.ts';

type Kind = ServerSource['kind'];

const KINDS: readonly Kind[] = ['promql', 'json', 'metrics', 'ws', 'command'];
/** What goes with a source, by the key. */
const COMPANIONS: Readonly<Record<'path' | 'name', readonly Kind[]>> = { path: ['json', 'ws'], name: ['metrics'] };

/** Where a row of `server:` has its value from; undefined, with issues, when that is not clear. */
export function readSource(name: string, row: Cursor, context: BuildContext): ServerSource | undefined {
  const { issues } = context;
  const given = entriesOf(row).flatMap(([key, cursor]) => KINDS.flatMap((kind) => (kind === key ? [{ kind, cursor }] : [])));
  const [first, second] = given;
  if (!first) {
    issues.error(keyPositionOf(row), 'missing', `${name} has no source`, `add one of ${KINDS.join(', ')}`);
    return undefined;
  }
  if (second) {
    issues.error(
      keyPositionOf(second.cursor),
      'conflict',
      `a row has one source: here are both ${first.kind} and ${second.kind}`,
      'make two rows of it',
    );
    return undefined;
  }
  for (const key of ['path', 'name'] as const) {
    const child = childOf(row, key);
    if (child && !COMPANIONS[key].includes(first.kind))
      issues.error(keyPositionOf(child), 'conflict', `${key} goes with ${COMPANIONS[key].join(' and ')}, not with ${first.kind}`);
  }
  // A virtual user's variables are not there: the scope is empty.
  checkTexts(first.cursor, { scope: new Map(), context });
  return readKind(first.kind, first.cursor, { row, context });
}

interface Place {
  readonly row: Cursor;
  readonly context: BuildContext;
}

function readKind(kind: Kind, cursor: Cursor, place: Place): ServerSource | undefined {
  const { issues } = place.context;
  const text = textOf(cursor) ?? '';
  switch (kind) {
    case 'promql':
      return text.trim() === '' ? undefined : { kind, query: text };
    case 'command': {
      const argv = textsOf(cursor);
      if (argv[0]?.trim() === '') issues.error(positionOf(cursor), 'value', 'a command begins with the name of a program');
      return argv.length === 0 ? undefined : { kind, argv };
    }
    case 'json':
    case 'ws': {
      const path = readPath(kind, place);
      return checkUrl(kind, cursor, place) && path !== undefined ? { kind, url: text, path } : undefined;
    }
    case 'metrics': {
      const selector = readSelector(place);
      return checkUrl(kind, cursor, place) && selector ? { kind, url: text, ...selector } : undefined;
    }
  }
}

/** A path of the target, or a whole URL; a secret may stand for either. */
function checkUrl(kind: 'json' | 'ws' | 'metrics', cursor: Cursor, { context }: Place): boolean {
  const text = textOf(cursor) ?? '';
  const scheme = kind === 'ws' ? /^wss?:\/\//i : /^https?:\/\//i;
  if (text.startsWith('/') || text.startsWith('${') || scheme.test(text)) {
    if (!/[\s\p{Cc}]/u.test(text)) return true;
    context.issues.error(positionOf(cursor), 'url', `a URL has no spaces: ${text.slice(0, 80)}`, 'write a space as %20');
    return false;
  }
  const schemes = kind === 'ws' ? 'ws:// or wss://' : 'http:// or https://';
  context.issues.error(positionOf(cursor), 'url', `${kind} needs a path such as /health, or a URL that begins with ${schemes}`);
  return false;
}

function readPath(kind: Kind, { row, context }: Place): string | undefined {
  const cursor = childOf(row, 'path');
  const path = textOf(cursor);
  if (!cursor || path === undefined) {
    context.issues.error(keyPositionOf(row), 'missing', `${kind} needs the path of the number`, 'add path: $.queue_length');
    return undefined;
  }
  const problem = checkJsonPath(path);
  if (problem === undefined) return path;
  context.issues.error(positionOf(cursor), 'json-path', problem);
  return undefined;
}

function readSelector({ row, context }: Place): ReturnType<typeof parseMetricSelector> {
  const cursor = childOf(row, 'name');
  const name = textOf(cursor);
  if (!cursor || name === undefined) {
    context.issues.error(keyPositionOf(row), 'missing', 'metrics needs the name of the metric', 'add name: db_pool_connections_active');
    return undefined;
  }
  const selector = parseMetricSelector(name);
  if (!selector) context.issues.error(positionOf(cursor), 'name', `${name} is not a metric`, 'write it as db_pool or db_pool{pool="main"}');
  return selector;
}
