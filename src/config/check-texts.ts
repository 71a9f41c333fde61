import type { BuildContext } from './build-context.ts';
import { entriesOf, itemsOf, positionOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { parseRegex } from './parse-regex.ts';
import { isList, isMap } from './source-tree.ts';
import { listOf, suggestWord } from './suggest-word.ts';
import { parseTemplate } from './template.ts';

/** Columns by variable name; undefined: a single value without columns. */
export type Scope = ReadonlyMap<string, readonly string[] | undefined>;

/** Keys of ours whose text is no template. */
const PLAIN_KEYS = new Set([
  'name',
  'tags',
  'as',
  'for_each',
  'since',
  'on',
  'close',
  'hold',
  'capture',
  'every',
  'within',
  'think',
  'timeout',
  'heartbeat',
  'slower_than',
  'bytes',
  'file',
  'filename',
  'content_type',
  'matches',
  'tls',
  'max_size',
  'status',
  'steps',
  'parallel',
]);

/**
 * Whose words a part of a file is made of, which says what is a template in it:
 *   ours     keys of load-gate, some of them plain
 *   expect   the same, of an expectation
 *   names    keys of the user's own, whose values are ours: a form field may be called `name`
 *   tests    the same; a text may be a regular expression, which is no template
 *   test     keys of ours, or a value to compare with
 *   match    data, or a text that may be a regular expression
 *   data     the user's own, all of it
 */
type Place = 'ours' | 'expect' | 'names' | 'tests' | 'test' | 'match' | 'data';

function placeBelow(place: Place, key: string): Place {
  switch (place) {
    case 'ours':
      return PLACES.get(key) ?? 'ours';
    case 'expect':
      return key === 'header' || key === 'json' ? 'tests' : 'ours';
    case 'names':
      return 'ours';
    case 'tests':
      return 'test';
    case 'test':
    case 'match':
    case 'data':
      return 'data';
  }
}

const PLACES: ReadonlyMap<string, Place> = new Map([
  ['json', 'data'],
  ['send', 'data'],
  ['ready', 'match'],
  ['receive', 'match'],
  ['expect', 'expect'],
  ['until', 'expect'],
  ['form', 'names'],
  ['query', 'names'],
  ['headers', 'names'],
  ['multipart', 'names'],
]);

/** What names are looked up in, and where issues go. */
export interface TextContext {
  readonly scope: Scope;
  readonly context: BuildContext;
}

/** Every `${…}` in a value of ours: a text, or a step, or `http`. */
export function checkTexts(cursor: Cursor | undefined, context: TextContext): void {
  if (cursor) checkValue(cursor, 'ours', context);
}

function checkValue(cursor: Cursor, place: Place, context: TextContext): void {
  if (isList(cursor.value)) for (const item of itemsOf(cursor)) checkValue(item, place === 'test' ? 'data' : place, context);
  else if (isMap(cursor.value)) {
    const arePlain = place === 'ours' || place === 'expect' || place === 'test';
    for (const [key, value] of entriesOf(cursor)) if (!arePlain || !PLAIN_KEYS.has(key)) checkValue(value, placeBelow(place, key), context);
  } else if (typeof cursor.value === 'string' && cursor.value.includes('${')) {
    const mayBeRegex = place === 'test' || place === 'match';
    if (!mayBeRegex || parseRegex(cursor.value) === undefined) checkText(cursor, cursor.value, context);
  }
}

function checkText(cursor: Cursor, text: string, { scope, context }: TextContext): void {
  const at = positionOf(cursor);
  const template = parseTemplate(text);
  if (!template.ok) {
    context.issues.error(at, 'template', template.error, 'a literal ${ is written $${');
    return;
  }
  for (const part of template.parts) {
    if (part.kind === 'secret') checkSecret(cursor, part.name, context);
    if (part.kind === 'variable') checkVariable(cursor, part, { scope, context });
  }
}

function checkVariable(
  cursor: Cursor,
  { name, column }: { readonly name: string; readonly column?: string },
  { scope, context }: TextContext,
): void {
  const columns = scope.get(name);
  const report = (message: string, suggestion: string | undefined): void =>
    context.issues.error(positionOf(cursor), 'reference', message, suggestion);
  if (!scope.has(name)) {
    const known = [...scope.keys()];
    report(`nothing here sets \${${name}}`, suggestWord(name, known) ?? listOf(known));
  } else if (column !== undefined && columns === undefined) report(`${name} has no columns`, `\${${name}}`);
  else if (column === undefined && columns !== undefined) {
    const whole = columns.map((known) => `\${${name}.${known}}`).slice(0, 4);
    report(`${name} is a row: name one of its columns`, whole.join(' or '));
  } else if (column !== undefined && !columns?.includes(column))
    report(`${name} has no column ${column}`, suggestWord(column, columns ?? []) ?? listOf(columns ?? []));
}

function checkSecret(cursor: Cursor, name: string, { source, issues }: BuildContext): void {
  const { env, requireSecrets } = source;
  if (Object.hasOwn(env, name) && env[name] !== undefined && env[name] !== '') return;
  const message = `the secret ${name} is not set in the environment`;
  if (requireSecrets) issues.error(positionOf(cursor), 'secret', message, `env: { ${name}: … } in the workflow`);
  else issues.warn(positionOf(cursor), 'secret', message);
}
