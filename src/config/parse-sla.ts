import { applySets } from './apply-sets.ts';
import { buildSla } from './build-sla.ts';
import type { ConfigSource } from './config-source.ts';
import { freezeDeep } from './freeze-deep.ts';
import { validate } from './generated/validate-sla.js';
import type { Checked } from './issue.ts';
import { createIssueList } from './issue-list.ts';
import { parseYaml } from './parse-yaml.ts';
import type { Sla } from './sla.ts';
import { isMap } from './source-tree.ts';
import { substituteEnv } from './substitute-env.ts';
import { validateTree } from './validate-tree.ts';

/** YAML text → the frozen SLA, or everything that is wrong with it. An SLA without a check is one: the verdict says that nothing was promised. */
export function parseSla(source: ConfigSource): Checked<Sla> {
  const issues = createIssueList();
  const parsed = parseYaml(source.file, source.text, issues);
  if (parsed === undefined) return { ok: false, issues: issues.sorted() };
  const tree = substituteEnv(applySets(parsed, source.sets, issues), source.env, issues);
  validateTree(tree, validate, issues);
  if (!isMap(tree.root) || issues.has('version')) return { ok: false, issues: issues.sorted() };
  const sla = buildSla(tree, { source, issues });
  return issues.hasErrors ? { ok: false, issues: issues.sorted() } : { ok: true, value: freezeDeep(sla), warnings: issues.sorted() };
}
