import type { SchemaError } from './generated/validate-scenario.js';
import { explainSchemaError } from './explain-schema-error.ts';
import type { IssueList } from './issue-list.ts';
import type { SourceTree, SourceValue } from './source-tree.ts';

/** A validator that ajv generated. */
export type Validator = ((value: unknown) => boolean) & { errors?: readonly SchemaError[] | null };

/** How many errors of the schema are worth explaining; the list of issues is capped at less. */
const MOST_EXPLAINED = 1_000;

/** Adds an issue for each thing that the schema does not allow. */
export function validateTree(tree: SourceTree, validate: Validator, issues: IssueList): void {
  if (checkVersion(tree.root, tree, issues) && !validate(tree.root)) {
    for (const error of (validate.errors ?? []).slice(0, MOST_EXPLAINED)) explainSchemaError(tree, error, issues);
  }
}

/** False, with one issue, for a version from the future: whatever else it holds, we cannot know. */
function checkVersion(root: SourceValue, tree: SourceTree, issues: IssueList): boolean {
  const version = typeof root === 'object' && root !== null && 'version' in root ? root.version : undefined;
  if (typeof version !== 'number' || version <= 1) return true;
  const at = tree.places.get('/version')?.value ?? { file: tree.file, line: 1, column: 1 };
  issues.error(at, 'version', `version ${version} of the format is newer than this load-gate, which knows version 1`, 'update load-gate');
  return false;
}
