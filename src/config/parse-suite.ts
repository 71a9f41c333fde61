import { readDuration, readFilePath } from './build-context.ts';
import type { BuildContext } from './build-context.ts';
import type { ConfigSource } from './config-source.ts';
import { childOf, entriesOf, itemsOf, positionOf, rootOf, textOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { freezeDeep } from './freeze-deep.ts';
import { validate } from './generated/validate-scenario.js';
import type { Checked } from './issue.ts';
import { createIssueList } from './issue-list.ts';
import { baseName, nameParts } from './name-parts.ts';
import { parseYaml } from './parse-yaml.ts';
import { isMap } from './source-tree.ts';
import { substituteEnv } from './substitute-env.ts';
import { MOST_PARTS, type Suite, type SuiteStep } from './suite.ts';
import { validateTree } from './validate-tree.ts';

/** YAML text → the frozen suite, or all that is wrong with it; undefined: the file is no suite, and whatever is wrong with it somebody else will say. */
export function parseSuite(source: Omit<ConfigSource, 'sets'>): Checked<Suite> | undefined {
  // A scenario is not parsed twice for nothing.
  if (!source.text.includes('suite')) return undefined;
  const issues = createIssueList();
  const parsed = parseYaml(source.file, source.text, issues);
  if (parsed === undefined || !isMap(parsed.root) || !Object.hasOwn(parsed.root, 'suite')) return undefined;
  const tree = substituteEnv(parsed, source.env, issues);
  validateTree(tree, validate, issues);
  if (issues.hasErrors) return { ok: false, issues: issues.sorted() };
  const root = rootOf(tree);
  const context = { source: { ...source, sets: [] }, issues };
  const steps = itemsOf(childOf(root, 'suite')).flatMap((item) => buildStep(item, context) ?? []);
  const count = steps.filter(({ kind }) => kind === 'part').length;
  if (!issues.hasErrors && count === 0)
    issues.error(positionOf(root), 'missing', 'a suite needs a scenario', 'suite: [{ scenario: api.yaml }]');
  if (count > MOST_PARTS) issues.error(positionOf(root), 'too-large', `${count} parts are more than the ${MOST_PARTS} that one run takes`);
  if (issues.hasErrors) return { ok: false, issues: issues.sorted() };
  const suite: Suite = {
    name: textOf(childOf(root, 'name')) ?? baseName(source.file),
    file: source.file,
    steps: nameParts(steps),
    stopOn: textOf(childOf(root, 'stop_on')) === 'breach' ? 'breach' : 'never',
  };
  return { ok: true, value: freezeDeep(suite), warnings: issues.sorted() };
}

function buildStep(item: Cursor, context: BuildContext): SuiteStep | undefined {
  const { issues } = context;
  const scenario = childOf(item, 'scenario');
  const ms = readDuration(item, 'pause', context);
  if (scenario === undefined) {
    const others = entriesOf(item).filter(([key]) => key !== 'pause');
    if (ms !== undefined && others.length === 0) return { kind: 'pause', ms };
    issues.error(positionOf(item), 'missing', 'a part of a suite is a scenario or a pause', '{ scenario: api.yaml } or { pause: 30s }');
    return undefined;
  }
  if (childOf(item, 'pause')) {
    issues.error(positionOf(item), 'conflict', 'a part is a scenario or a pause, not both', 'make two parts of it');
    return undefined;
  }
  // A suite reaches what a scenario in its place would reach, and nothing else.
  const [file, sla] = [readFilePath(item, 'scenario', context), readFilePath(item, 'sla', context)];
  if (!file) return undefined;
  return {
    kind: 'part',
    name: (textOf(childOf(item, 'name')) ?? '').replace(/\s+/g, ' ').trim(),
    scenario: file.path,
    sla: sla?.path,
    profile: textOf(childOf(item, 'profile')),
    at: positionOf(item),
  };
}
