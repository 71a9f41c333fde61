import type { BuildContext } from './build-context.ts';
import { childOf, entriesOf, itemsOf, keyPositionOf, positionOf, rawTextOf, rootOf, textOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { isRequest, nameRequest } from './build-request.ts';
import { nameSocketStep } from './build-socket-steps.ts';
import { checkConnections } from './check-connections.ts';
import type { SeriesKind } from './list-series-names.ts';
import type { Scenario } from './scenario.ts';
import type { SourceTree } from './source-tree.ts';
import { listOf, suggestWord } from './suggest-word.ts';

/** Every flow of a file: the steps of each task, each start, and the top level. */
export function flowsOf(root: Cursor): readonly Cursor[] {
  const users = entriesOf(childOf(root, 'users')).map(([, user]) => user);
  return [root, ...users, ...users.flatMap((user) => entriesOf(childOf(user, 'tasks')).map(([, task]) => task))]
    .flatMap((holder) => [childOf(holder, 'start'), childOf(holder, 'steps')])
    .flatMap((steps) => steps ?? []);
}

/** Names that point at nothing, or that two different things have: `since`, `on`, `for_each`, `only`, `skip`, `user_classes`, series, variables. */
export function checkReferences(tree: SourceTree, scenario: Scenario, context: BuildContext): void {
  const root = rootOf(tree);
  const series = new Map<string, SeriesKind>();
  for (const flow of flowsOf(root)) checkFlow(flow, { series, earlier: [], context });
  checkConnections(root, context);
  checkSelections(root, scenario, context);
  checkNames(root, context);
}

interface FlowCheck {
  /** Of the whole file. */
  readonly series: Map<string, SeriesKind>;
  /** HTTP steps of this flow so far. */
  readonly earlier: string[];
  readonly context: BuildContext;
}

function checkFlow(steps: Cursor, check: FlowCheck): void {
  for (const step of itemsOf(steps)) {
    checkSeries(step, check);
    checkSince(step, check);
    checkForEach(step, check);
    for (const key of ['steps', 'parallel']) {
      const nested = childOf(step, key);
      if (nested) checkFlow(nested, check);
    }
    const name = isRequest(step) ? (rawTextOf(childOf(step, 'name')) ?? nameRequest(step)) : undefined;
    if (name !== undefined) check.earlier.push(name);
  }
}

const KINDS: Readonly<Record<SeriesKind, string>> = { http: 'request', poll: 'poll', ws: 'WebSocket', receive: 'receive' };

/** Two requests may share a series, a request and a poll may not: their latencies are different things. */
function checkSeries(step: Cursor, { series, context }: FlowCheck): void {
  const own = seriesOf(step);
  if (own === undefined) return;
  const { kind, name } = own;
  const other = series.get(name);
  if (other !== undefined && other !== kind)
    context.issues.error(
      positionOf(childOf(step, 'name') ?? step),
      'duplicate',
      `the name ${name} belongs to a ${KINDS[other]} already; a ${KINDS[kind]} needs another one`,
    );
  series.set(name, other ?? kind);
}

function seriesOf(step: Cursor): { readonly kind: SeriesKind; readonly name: string } | undefined {
  const poll = childOf(step, 'poll');
  const kind = isRequest(step) ? 'http' : poll ? 'poll' : childOf(step, 'ws') ? 'ws' : childOf(step, 'receive') ? 'receive' : undefined;
  if (kind === undefined) return undefined;
  const request = nameRequest(poll ?? step);
  const own = kind === 'http' ? request : kind === 'poll' ? request && `${request} (poll)` : nameSocketStep(step);
  const name = rawTextOf(childOf(step, 'name')) ?? own;
  return name === undefined ? undefined : { kind, name };
}

function checkSince(step: Cursor, { earlier, context }: FlowCheck): void {
  const since = childOf(step, 'since');
  const name = rawTextOf(since);
  if (since === undefined || name === undefined || earlier.includes(name)) return;
  if (childOf(step, 'poll') === undefined && childOf(step, 'receive') === undefined) return;
  context.issues.error(
    positionOf(since),
    'reference',
    `since names ${name}, which is no earlier HTTP step of this flow`,
    suggestWord(name, earlier) ?? listOf(earlier),
  );
}

function checkForEach(step: Cursor, { context }: FlowCheck): void {
  const data = childOf(step, 'for_each');
  const name = textOf(data);
  if (data === undefined || name === undefined) return;
  const known = entriesOf(childOf(rootOf(step.tree), 'data')).map(([key]) => key);
  if (!known.includes(name))
    context.issues.error(
      positionOf(data),
      'reference',
      `for_each names ${name}, which is no data list`,
      suggestWord(name, known) ?? listOf(known),
    );
}

function checkSelections(root: Cursor, scenario: Scenario, context: BuildContext): void {
  const tags = [...new Set(scenario.users.flatMap((user) => [...user.tags, ...user.tasks.flatMap((task) => task.tags)]))];
  const users = scenario.users.map((user) => user.name);
  for (const [, profile] of entriesOf(childOf(root, 'profiles'))) {
    for (const [key, known, what] of [
      ['only', tags, 'tag of a task'],
      ['skip', tags, 'tag of a task'],
      ['user_classes', users, 'user profile'],
    ] as const) {
      for (const item of itemsOf(childOf(profile, key))) {
        const name = textOf(item);
        if (name !== undefined && !known.includes(name))
          context.issues.error(
            positionOf(item),
            'reference',
            `${key} names ${name}, which is no ${what}`,
            suggestWord(name, known) ?? listOf(known),
          );
      }
    }
  }
}

/** A variable has one origin: data, vars, captures and loops share their names with nothing else, and `env` and `secret` are taken. */
function checkNames(root: Cursor, { issues }: BuildContext): void {
  const owners = new Map<string, string>();
  for (const [key, what] of [
    ['data', 'a data list'],
    ['vars', 'a variable'],
  ] as const) {
    for (const [name, entry] of entriesOf(childOf(root, key))) {
      const owner = name === 'env' || name === 'secret' ? 'a word of load-gate' : owners.get(name);
      if (owner !== undefined) issues.error(keyPositionOf(entry), 'duplicate', `the name ${name} is ${owner} already`);
      else owners.set(name, what);
    }
  }
  const visit = (steps: Cursor): void => {
    for (const step of itemsOf(steps)) {
      for (const [name, entry] of entriesOf(childOf(step, 'capture'))) claim(owners, name, keyPositionOf(entry));
      const as = childOf(step, 'as');
      const name = textOf(as);
      if (
        as &&
        name !== undefined &&
        (childOf(step, 'repeat') || (childOf(step, 'for_each') && name !== textOf(childOf(step, 'for_each'))))
      )
        claim(owners, name, positionOf(as));
      for (const key of ['steps', 'parallel']) {
        const nested = childOf(step, key);
        if (nested) visit(nested);
      }
    }
  };
  const claim = (taken: ReadonlyMap<string, string>, name: string, at: ReturnType<typeof positionOf>): void => {
    const owner = name === 'env' || name === 'secret' ? 'a word of load-gate' : taken.get(name);
    if (owner !== undefined) issues.error(at, 'duplicate', `the name ${name} is ${owner} already`);
  };
  const before = childOf(root, 'before');
  for (const flow of before ? [before, ...flowsOf(root)] : flowsOf(root)) visit(flow);
}
