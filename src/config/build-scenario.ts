import type { BuildContext } from './build-context.ts';
import { readDuration } from './build-context.ts';
import { buildData } from './build-data.ts';
import { buildDefaults } from './build-defaults.ts';
import { buildPhases, buildProfiles } from './build-phases.ts';
import { buildBefore } from './build-steps.ts';
import { buildUsers } from './build-users.ts';
import { buildVariables } from './build-variables.ts';
import { childOf, numberOf, positionOf, rootOf, textOf, textsOf } from './cursor.ts';
import type { Scenario } from './scenario.ts';
import type { SourceTree } from './source-tree.ts';

const DEFAULT_TIME_BOX_MS = 300_000;

/** A tree that the schema has looked at → the typed scenario; what is wrong is left out, with an issue. */
export function buildScenario(tree: SourceTree, context: BuildContext): Scenario {
  const root = rootOf(tree);
  const timeBoxMs = readDuration(root, 'time_box', context) ?? DEFAULT_TIME_BOX_MS;
  const phases = childOf(root, 'phases');
  const profiles = childOf(root, 'profiles');
  if (!phases && !profiles)
    context.issues.error(
      positionOf(root),
      'missing',
      'a scenario needs phases, or profiles',
      'phases: [ { arrival_rate: 50/s, duration: 30s } ]',
    );
  return {
    file: context.source.file,
    name: textOf(childOf(root, 'name')) ?? baseName(context.source.file),
    target: textOf(childOf(root, 'target')),
    allowedHosts: textsOf(childOf(root, 'allowed_hosts')),
    timeBoxMs,
    seed: numberOf(childOf(root, 'seed')),
    before: buildBefore(childOf(root, 'before'), context),
    http: buildDefaults(childOf(root, 'http'), context),
    data: buildData(childOf(root, 'data'), context),
    vars: buildVariables(childOf(root, 'vars'), context),
    users: buildUsers(root, context),
    phases: buildPhases(phases, { ...context, timeBoxMs }),
    profiles: buildProfiles(profiles, { ...context, timeBoxMs }),
  };
}

/** `load/chat.yaml` → `chat`. */
function baseName(file: string): string {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  return name.replace(/(.)\.ya?ml$/, '$1');
}
