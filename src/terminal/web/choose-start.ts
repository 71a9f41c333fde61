import type { PlanRequest } from '../../options/request.ts';
import type { ChosenLevel, FromPage, StartForm, StartPhase } from './live-messages.ts';

/** A request with what was chosen on the page, as the command line would say it; or what cannot be chosen. */
export type Choice<R> = { readonly ok: true; readonly request: R } | { readonly ok: false; readonly issues: readonly string[] };

/**
 * What was chosen becomes `--target` and `--set`; what is as the files have it stays unsaid. Whether the plan holds is not looked at here: whatever comes is checked as the
 * command line's is.
 */
export function chooseStart<R extends Pick<PlanRequest, 'target' | 'sets' | 'profile'>>(
  request: R,
  form: StartForm,
  { target, levels }: Extract<FromPage, { kind: 'start' }>,
): Choice<R> {
  const wanted = target.trim();
  const isOther = wanted !== form.target && !(form.isTargetFixed && wanted === '');
  const parts = levels.map((level) => chooseLevel(level, form, request.profile));
  const issues = [...(isOther ? checkTarget(wanted, form) : []), ...parts.flatMap((part) => part.issues)];
  if (issues.length > 0) return { ok: false, issues };
  const sets = [...request.sets, ...parts.flatMap((part) => part.sets)];
  return { ok: true, request: { ...request, ...(isOther && { target: wanted }), sets } };
}

function checkTarget(target: string, { isTargetFixed }: StartForm): readonly string[] {
  if (isTargetFixed) return ['The target comes from a secret and cannot be changed here.'];
  // Closed: a page must not have a secret sent to it by name.
  return target.includes('${') ? ['A target that is chosen here is a plain address, without ${…}.'] : [];
}

interface Part {
  readonly sets: PlanRequest['sets'];
  readonly issues: readonly string[];
}

/** The keys of a phase that can be chosen, as the scenario names them, with their unit. */
const KEYS = { users: ['users', ''], spawnRatePerSec: ['spawn_rate', '/s'], arrivalRatePerSec: ['arrival_rate', '/s'] } as const;

function chooseLevel(level: ChosenLevel, { phases }: StartForm, profile: string | undefined): Part {
  const index = phases.findIndex(({ name }) => name === level.phase);
  const phase = phases[index];
  if (!phase) return { sets: [], issues: ['There is no phase of that name.'] };
  const now = valuesOf(phase);
  const parts = (['users', 'spawnRatePerSec', 'arrivalRatePerSec'] as const).map((field): Part => {
    const [key, unit] = KEYS[field];
    const value = level[field];
    if (value === undefined || value === now[field]) return { sets: [], issues: [] };
    if (!Object.hasOwn(now, field)) return { sets: [], issues: [`${phase.name} has no ${key}.`] };
    return { sets: [{ path: `${pathOf(phases, index, profile)}.${key}`, value: `${value}${unit}` }], issues: [] };
  });
  return { sets: parts.flatMap(({ sets }) => sets), issues: parts.flatMap((part) => part.issues) };
}

/** What can be chosen of a phase, as it is. */
function valuesOf(phase: StartPhase): Partial<Record<keyof typeof KEYS, number | undefined>> {
  switch (phase.model) {
    case 'closed':
      return { users: phase.users, spawnRatePerSec: phase.spawnRatePerSec };
    case 'open':
      return { arrivalRatePerSec: phase.arrivalRatePerSec };
    case 'iterations':
      return { users: phase.users };
    case 'pause':
      return {};
  }
}

/** By its place, as a name may hold dots; by its name where one phase has the place of another for a name. */
function pathOf(phases: readonly StartPhase[], index: number, profile: string | undefined): string {
  const part = phases.some(({ name }) => name === String(index)) ? (phases[index]?.name ?? '') : String(index);
  return profile === undefined ? `phases.${part}` : `profiles.${profile}.phases.${part}`;
}
