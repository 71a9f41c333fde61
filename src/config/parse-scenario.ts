import { applySets } from './apply-sets.ts';
import { buildScenario } from './build-scenario.ts';
import { checkReferences } from './check-references.ts';
import { checkTemplates } from './check-templates.ts';
import type { ConfigSource } from './config-source.ts';
import { freezeDeep } from './freeze-deep.ts';
import { validate } from './generated/validate-scenario.js';
import type { Checked } from './issue.ts';
import { createIssueList } from './issue-list.ts';
import { parseYaml } from './parse-yaml.ts';
import type { Scenario } from './scenario.ts';
import { isMap } from './source-tree.ts';
import { substituteEnv } from './substitute-env.ts';
import { validateTree } from './validate-tree.ts';

/** YAML text → the frozen scenario, or everything that is wrong with it. */
export function parseScenario(source: ConfigSource): Checked<Scenario> {
  const issues = createIssueList();
  const parsed = parseYaml(source.file, source.text, issues);
  if (parsed === undefined) return { ok: false, issues: issues.sorted() };
  const tree = substituteEnv(applySets(parsed, source.sets, issues), source.env, issues);
  validateTree(tree, validate, issues);
  if (isMap(tree.root) && Object.hasOwn(tree.root, 'suite'))
    issues.error(
      { file: source.file, line: 1, column: 1 },
      'nested',
      'this file is a suite, and a suite has no suites in it',
      'name its scenarios one by one',
    );
  // A suite, a list or a version from the future has none of the parts that are built here.
  if (!isMap(tree.root) || Object.hasOwn(tree.root, 'suite') || issues.has('version')) return { ok: false, issues: issues.sorted() };
  const context = { source, issues };
  const scenario = buildScenario(tree, context);
  checkReferences(tree, scenario, context);
  checkTemplates(tree, scenario, context);
  return issues.hasErrors ? { ok: false, issues: issues.sorted() } : { ok: true, value: freezeDeep(scenario), warnings: issues.sorted() };
}
