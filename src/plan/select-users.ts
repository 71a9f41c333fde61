import type { UserProfile } from '../config/scenario.ts';

/** What --only, --skip, --user-class and a profile choose; empty lists choose everything. */
export interface Selection {
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly userClasses: readonly string[];
}

/** The profiles and tasks that run: any tag of `only` selects a task, any tag of `skip` wins; a profile without a task is left out. */
export function selectUsers(users: readonly UserProfile[], selection: Selection): readonly UserProfile[] {
  return users
    .filter((user) => selection.userClasses.length === 0 || selection.userClasses.includes(user.name))
    .map((user) => ({ ...user, tasks: user.tasks.filter((task) => isSelected(task.tags, selection)) }))
    .filter((user) => user.tasks.length > 0);
}

function isSelected(tags: readonly string[], { only, skip }: Selection): boolean {
  if (tags.some((tag) => skip.includes(tag))) return false;
  return only.length === 0 || tags.some((tag) => only.includes(tag));
}
