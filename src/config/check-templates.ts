import type { BuildContext } from './build-context.ts';
import { PLAIN_COLUMN } from './build-data.ts';
import { flowsOf } from './check-references.ts';
import { checkTexts, type Scope } from './check-texts.ts';
import { childOf, entriesOf, itemsOf, rootOf, textOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import type { Scenario } from './scenario.ts';
import type { SourceTree } from './source-tree.ts';

/**
 * Every `${…}` of a scenario: well formed, a secret that is set, a variable that something can set. Data and vars are known everywhere, captures in the
 * whole user profile (a task whose variables are not set yet is not drawn, so the order of tasks does not matter), a loop's variable inside the loop.
 */
export function checkTemplates(tree: SourceTree, scenario: Scenario, context: BuildContext): void {
  const root = rootOf(tree);
  const shared = sharedScope(root, scenario);
  const none: Scope = new Map();
  for (const key of ['target', 'allowed_hosts']) checkTexts(childOf(root, key), { scope: none, context });
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
  checkTexts(childOf(root, 'http'), { scope: new Map([...first].filter(([name]) => others.every((scope) => scope.has(name)))), context });
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
    checkTexts(step, { scope, context });
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
