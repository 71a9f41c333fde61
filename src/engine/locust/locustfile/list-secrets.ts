import type { Scenario } from '../../../config/scenario.ts';
import { parseTemplate } from '../../../config/template.ts';
import { listSteps } from '../../../plan/list-requests.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { SelectedProfile } from './select-profiles.ts';

/** Environment variables that hold a secret of some profile, each once, in the order of the alphabet; not those of the target, whose address comes from outside. */
export function listSecrets(scenario: Scenario, profiles: readonly SelectedProfile[]): readonly string[] {
  const steps = listSteps(profiles.map(({ user }) => user));
  const names = new Set<string>();
  for (const text of listTexts([steps, scenario.http])) {
    const parsed = parseTemplate(text);
    if (parsed.ok) for (const part of parsed.parts) if (part.kind === 'secret') names.add(part.name);
  }
  return [...names].sort();
}

/** Whether the URL of the target must not be shown; then it must not stand in a file. */
export function isTargetSecret({ shownTarget }: Pick<Plan, 'shownTarget'>): boolean {
  return !URL.canParse(shownTarget);
}

/** Every text inside a value, however deep. */
function listTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTexts) : [];
}
