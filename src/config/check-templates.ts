import type { BuildContext } from './build-context.ts';
import { PLAIN_COLUMN } from './build-data.ts';
import { flowsOf, listOf } from './check-references.ts';
import { childOf, entriesOf, itemsOf, positionOf, rootOf, textOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { parseRegex } from './parse-regex.ts';
import type { Scenario } from './scenario.ts';
import { isList, isMap } from './source-tree.ts';
import type { SourceTree } from './source-tree.ts';
import { suggestWord } from './suggest-word.ts';
import { parseTemplate } from './template.ts';

/** Columns by variable name; undefined: a single value without columns. */
type Scope = ReadonlyMap<string, readonly string[] | undefined>;

/** Keys of a step whose text is no template. */
const PLAIN_KEYS = new Set([
  'name',
  'tags',
  'as',
  'for_each',
  'since',
  'on',
  'close',
  'capture',
  'every',
  'within',
  'think',
  'timeout',
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

/** Maps whose keys are the user's own: a form field may be called `name`. */
const FREE_KEYS = /\/(?:json(?:\/.*)?|form|query|headers|header|multipart)$/;

/**
 * Every `${…}` of a scenario: well formed, a secret that is set, a variable that something can set. Data and vars are known everywhere, captures in the
 * whole user profile (a task whose variables are not set yet is not drawn, so the order of tasks does not matter), a loop's variable inside the loop.
 */
export function checkTemplates(tree: SourceTree, scenario: Scenario, context: BuildContext): void {
  const root = rootOf(tree);
  const shared = sharedScope(root, scenario);
  const none: Scope = new Map();
  for (const key of ['target', 'allowed_hosts']) checkValue(childOf(root, key), none, context);
  const before = childOf(root, 'before');
  if (before) checkSteps(before, new Map([...shared, ...capturesOf([before])]), context);
  const top = childOf(root, 'steps');
  const holders = [...(top ? [root] : []), ...entriesOf(childOf(root, 'users')).map(([, user]) => user)];
  const scopes = holders.map((holder) => {
    const flows = holder === root && top ? [top] : flowsOf(holder);
    const own: Scope = new Map([...shared, ...capturesOf([...flows, ...taskStepsOf(holder)])]);
    for (const flow of new Set([...flows, ...taskStepsOf(holder)])) checkSteps(flow, own, context);
    return own;
  });
  const [first = shared, ...others] = scopes;
  checkValue(childOf(root, 'http'), new Map([...first].filter(([name]) => others.every((scope) => scope.has(name)))), context);
}

function taskStepsOf(user: Cursor): readonly Cursor[] {
  return entriesOf(childOf(user, 'tasks')).flatMap(([, task]) => childOf(task, 'steps') ?? []);
}

function sharedScope(root: Cursor, scenario: Scenario): Scope {
  const scope = new Map<string, readonly string[] | undefined>();
  for (const key of ['data', 'vars']) for (const [name] of entriesOf(childOf(root, key))) scope.set(name, undefined);
  for (const { name, rows } of scenario.data) {
    const columns = Object.keys(rows[0] ?? {});
    scope.set(name, columns.includes(PLAIN_COLUMN) ? undefined : columns);
  }
  return scope;
}

function capturesOf(flows: readonly Cursor[]): readonly (readonly [string, undefined])[] {
  return flows.flatMap((flow) =>
    itemsOf(flow).flatMap((step) => [
      ...entriesOf(childOf(step, 'capture')).map(([name]) => [name, undefined] as const),
      ...capturesOf([childOf(step, 'steps'), childOf(step, 'parallel')].flatMap((nested) => nested ?? [])),
    ]),
  );
}

function checkSteps(steps: Cursor, scope: Scope, context: BuildContext): void {
  for (const step of itemsOf(steps)) {
    for (const [key, value] of entriesOf(step)) if (!PLAIN_KEYS.has(key)) checkValue(value, scope, context);
    for (const key of ['steps', 'parallel']) {
      const nested = childOf(step, key);
      if (nested) checkSteps(nested, insideLoop(step, scope), context);
    }
  }
}

function insideLoop(step: Cursor, scope: Scope): Scope {
  const data = textOf(childOf(step, 'for_each'));
  const as = textOf(childOf(step, 'as'));
  if (data !== undefined) return new Map([...scope, [as ?? data, scope.get(data)]]);
  return as !== undefined && childOf(step, 'repeat') ? new Map([...scope, [as, undefined]]) : scope;
}

function checkValue(cursor: Cursor | undefined, scope: Scope, context: BuildContext): void {
  if (cursor === undefined) return;
  if (isList(cursor.value)) for (const item of itemsOf(cursor)) checkValue(item, scope, context);
  else if (isMap(cursor.value)) {
    const areKeysFree = FREE_KEYS.test(cursor.pointer);
    for (const [key, value] of entriesOf(cursor)) if (areKeysFree || !PLAIN_KEYS.has(key)) checkValue(value, scope, context);
  } else if (typeof cursor.value === 'string' && cursor.value.includes('${') && parseRegex(cursor.value) === undefined)
    checkText(cursor.value, { cursor, scope, context });
}

interface TextCheck {
  readonly cursor: Cursor;
  readonly scope: Scope;
  readonly context: BuildContext;
}

function checkText(text: string, { cursor, scope, context }: TextCheck): void {
  const at = positionOf(cursor);
  const template = parseTemplate(text);
  if (!template.ok) {
    context.issues.error(at, 'template', template.error, 'a literal ${ is written $${');
    return;
  }
  for (const part of template.parts) {
    if (part.kind === 'secret') checkSecret(part.name, { cursor, scope, context });
    if (part.kind !== 'variable') continue;
    const columns = scope.get(part.name);
    const known = [...scope.keys()];
    if (!scope.has(part.name))
      context.issues.error(at, 'reference', `nothing here sets \${${part.name}}`, suggestWord(part.name, known) ?? listOf(known));
    else if (part.column !== undefined && columns === undefined)
      context.issues.error(at, 'reference', `${part.name} has no columns`, `\${${part.name}}`);
    else if (part.column === undefined && columns !== undefined)
      context.issues.error(
        at,
        'reference',
        `${part.name} is a row: name one of its columns`,
        columns
          .map((column) => `\${${part.name}.${column}}`)
          .slice(0, 4)
          .join(' or '),
      );
    else if (part.column !== undefined && !columns?.includes(part.column))
      context.issues.error(
        at,
        'reference',
        `${part.name} has no column ${part.column}`,
        suggestWord(part.column, columns ?? []) ?? listOf(columns ?? []),
      );
  }
}

function checkSecret(name: string, { cursor, context }: TextCheck): void {
  const { env, requireSecrets } = context.source;
  if (Object.hasOwn(env, name) && env[name] !== undefined && env[name] !== '') return;
  const message = `the secret ${name} is not set in the environment`;
  if (requireSecrets) context.issues.error(positionOf(cursor), 'secret', message, `env: { ${name}: … } in the workflow`);
  else context.issues.warn(positionOf(cursor), 'secret', message);
}
