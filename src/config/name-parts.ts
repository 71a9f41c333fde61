import type { SuiteStep } from './suite.ts';

/**
 * Gives each part a name of its own: that in the file, else that of its scenario's file, with its folder where two files would be alike, with its profile where two
 * parts would, and at last with a number. Names are keys of histories, so they do not depend on what else stands before a part as long as one of the others tells it
 * apart.
 */
export function nameParts(steps: readonly SuiteStep[]): readonly SuiteStep[] {
  const names = addProfiles(addFolders(steps), steps);
  const taken = new Set<string>();
  return steps.map((step, index) => {
    if (step.kind === 'pause') return step;
    const wanted = names[index] ?? '';
    let name = wanted;
    for (let number = 2; taken.has(name); number++) name = `${wanted} ${number}`;
    taken.add(name);
    return { ...step, name };
  });
}

/** `load/api.yaml` → `api`. */
export function baseName(file: string): string {
  return withoutExtension(file.split(/[\\/]/).at(-1) ?? file);
}

function addFolders(steps: readonly SuiteStep[]): readonly string[] {
  const plain = steps.map((step) => (step.kind === 'part' ? step.name || baseName(step.scenario) : ''));
  return steps.map((step, index) => {
    if (step.kind === 'pause' || step.name !== '') return plain[index] ?? '';
    const isOther = (other: SuiteStep, place: number): boolean =>
      other.kind === 'part' && plain[place] === plain[index] && other.scenario !== step.scenario;
    return steps.some(isOther) ? withoutExtension(step.scenario) : (plain[index] ?? '');
  });
}

function addProfiles(names: readonly string[], steps: readonly SuiteStep[]): readonly string[] {
  return names.map((name, index) => {
    const [step, isAlone] = [steps[index], names.indexOf(name) === names.lastIndexOf(name)];
    return isAlone || step?.kind !== 'part' || step.profile === undefined ? name : `${name} ${step.profile}`;
  });
}

function withoutExtension(file: string): string {
  return file.replace(/\.ya?ml$/i, '');
}
