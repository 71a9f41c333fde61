import type { Issue } from '../config/issue.ts';
import type { Profile, Scenario } from '../config/scenario.ts';
import { suggestWord } from '../config/suggest-word.ts';
import { planError } from './plan-issue.ts';
import type { PlanRequest } from './plan-request.ts';
import type { Selection } from './select-users.ts';

/** The profile that was asked for; undefined when none was, or, with an issue, when there is none of that name. */
export function chooseProfile(scenario: Scenario, request: PlanRequest, issues: Issue[]): Profile | undefined {
  const { profile: name } = request;
  if (name === undefined) return undefined;
  const profile = scenario.profiles.find((candidate) => candidate.name === name);
  if (!profile) {
    const known = scenario.profiles.map((candidate) => candidate.name);
    const listed = known.length > 0 ? `it has ${known.join(', ')}` : 'it has no `profiles`';
    issues.push(
      planError(flagPosition('--profile'), 'reference', `${scenario.file} has no profile ${name}`, suggestWord(name, known) ?? listed),
    );
  }
  return profile;
}

/** What flags and profile choose together: a flag takes the place of the profile's list, skips add up. */
export function chooseSelection(scenario: Scenario, request: Selection, profile: Profile | undefined, issues: Issue[]): Selection {
  const first = (asked: readonly string[], own: readonly string[] | undefined): readonly string[] =>
    asked.length > 0 ? asked : (own ?? []);
  const selection = {
    only: first(request.only, profile?.only),
    skip: [...request.skip, ...(profile?.skip ?? [])],
    userClasses: first(request.userClasses, profile?.userClasses),
  };
  const tags = [...new Set(scenario.users.flatMap((user) => user.tasks.flatMap((task) => task.tags)))];
  const classes = scenario.users.map((user) => user.name);
  checkWords({ flag: '--only', asked: selection.only, known: tags, what: 'tag of a task' }, scenario, issues);
  checkWords({ flag: '--skip', asked: selection.skip, known: tags, what: 'tag of a task' }, scenario, issues);
  checkWords({ flag: '--user-class', asked: selection.userClasses, known: classes, what: 'user profile' }, scenario, issues);
  return selection;
}

interface Words {
  readonly flag: string;
  readonly asked: readonly string[];
  readonly known: readonly string[];
  readonly what: string;
}

function checkWords({ flag, asked, known, what }: Words, scenario: Scenario, issues: Issue[]): void {
  for (const word of asked) {
    if (known.includes(word)) continue;
    const listed = known.length > 0 ? `known: ${known.join(', ')}` : `no task of ${scenario.file} has a tag`;
    issues.push(
      planError(flagPosition(flag), 'reference', `${word} is no ${what} of ${scenario.file}`, suggestWord(word, known) ?? listed),
    );
  }
}

function flagPosition(file: string): { file: string; line: 1; column: 1 } {
  return { file, line: 1, column: 1 };
}
