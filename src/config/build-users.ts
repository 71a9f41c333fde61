import type { BuildContext } from './build-context.ts';
import { buildSteps, buildThink } from './build-steps.ts';
import { childOf, entriesOf, keyPositionOf, numberOf, positionOf, textsOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import type { Task, UserProfile } from './scenario.ts';

/** `users:`, or the one profile `default` of `steps:`; an issue when there are both or none. */
export function buildUsers(root: Cursor, context: BuildContext): readonly UserProfile[] {
  const users = childOf(root, 'users');
  const steps = childOf(root, 'steps');
  if (users && steps)
    context.issues.error(keyPositionOf(users), 'conflict', 'a scenario has either users or steps', 'move the steps into a user profile');
  if (!users && !steps) context.issues.error(positionOf(root), 'missing', 'a scenario needs steps (or users with steps or tasks)');
  const profiles = entriesOf(users).map(([name, user]) => buildUser(name, user, context));
  if (!steps) return profiles;
  return [
    {
      name: 'default',
      weight: 1,
      think: undefined,
      tags: [],
      start: [],
      tasks: [{ name: 'default', weight: 1, tags: [], steps: buildSteps(steps, context) }],
    },
    ...profiles,
  ];
}

function buildUser(name: string, cursor: Cursor, context: BuildContext): UserProfile {
  const steps = childOf(cursor, 'steps');
  const tasks = childOf(cursor, 'tasks');
  if (steps && tasks) context.issues.error(keyPositionOf(tasks), 'conflict', `the user profile ${name} has either tasks or steps`);
  if (!steps && !tasks) context.issues.error(keyPositionOf(cursor), 'missing', `the user profile ${name} needs tasks or steps`);
  const think = childOf(cursor, 'think');
  const tags = textsOf(childOf(cursor, 'tags'));
  return {
    name,
    weight: numberOf(childOf(cursor, 'weight')) ?? 1,
    think: think && buildThink(think, context),
    tags,
    start: buildSteps(childOf(cursor, 'start'), context),
    tasks: steps
      ? [{ name, weight: 1, tags, steps: buildSteps(steps, context) }]
      : entriesOf(tasks).map(([task, entry]) => buildTask(task, entry, tags, context)),
  };
}

function buildTask(name: string, cursor: Cursor, userTags: readonly string[], context: BuildContext): Task {
  return {
    name,
    weight: numberOf(childOf(cursor, 'weight')) ?? 1,
    tags: [...new Set([...textsOf(childOf(cursor, 'tags')), ...userTags])],
    steps: buildSteps(childOf(cursor, 'steps'), context),
  };
}
