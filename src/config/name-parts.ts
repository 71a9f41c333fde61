import type { SuiteStep } from './suite.ts';

/** Gives each part without a name that of its scenario's file, with its profile where two would be alike, and at last with a number. */
export function nameParts(steps: readonly SuiteStep[]): readonly SuiteStep[] {
  const plain = steps.map((step) => (step.kind === 'part' ? step.name || baseName(step.scenario) : ''));
  const taken = new Set<string>();
  return steps.map((step, index) => {
    if (step.kind === 'pause') return step;
    const own = plain[index] ?? '';
    const isAlone = plain.indexOf(own) === plain.lastIndexOf(own);
    const wanted = isAlone || step.profile === undefined ? own : `${own} ${step.profile}`;
    let name = wanted;
    for (let number = 2; taken.has(name); number++) name = `${wanted} ${number}`;
    taken.add(name);
    return { ...step, name };
  });
}

/** `load/api.yaml` → `api`. */
export function baseName(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? file).replace(/\.ya?ml$/i, '');
}
