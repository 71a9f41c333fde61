import { globSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { FileReader } from '../config/config-source.ts';
import type { Checked, Issue } from '../config/issue.ts';
import { baseName, nameParts } from '../config/name-parts.ts';
import { parseSuite } from '../config/parse-suite.ts';
import { MOST_PARTS, type Suite } from '../config/suite.ts';
import type { PlanRequest } from '../options/request.ts';
import { createFileReader } from './file-reader.ts';
import type { ConfigContext } from './read-config.ts';
import { usageIssue } from '../config/usage-issue.ts';

const NO_WARNINGS = { ok: true, warnings: [] } as const;

/**
 * What was asked for → a suite of scenarios; a text: it is one scenario, alone. A pattern with `*` is all files it finds, in the order of their names, without
 * SLA files. Whether a scenario can be read is not looked at here.
 */
export function resolveScenarios(request: Pick<PlanRequest, 'scenarios' | 'sla'>, context: ConfigContext): Checked<Suite | string> {
  const { scenarios, sla } = request;
  const found = scenarios.map((word) => (word.includes('*') ? expand(word, context) : word));
  const issues = found.flatMap((one): readonly Issue[] => (typeof one === 'object' && 'issue' in one ? [one.issue] : []));
  if (issues.length > 0) return { ok: false, issues };
  const files = dropRepeated(found.flatMap((one) => (typeof one === 'object' && 'files' in one ? one.files : one)).filter(isText), context);
  const [first = ''] = files;
  if (files.length === 1) {
    const suite = readSuite(first, context);
    if (suite === undefined) return { ...NO_WARNINGS, value: first };
    return suite.ok && sla.given ? refuse('--sla', 'a suite names the SLA of each part in its file') : suite;
  }
  if (sla.given)
    return refuse('--sla', 'with several scenarios each has the SLA of its own name (api.yaml → api.sla.yaml), or a suite file names them');
  if (files.length > MOST_PARTS) return refuse('SCENARIO', `${files.length} scenarios are more than the ${MOST_PARTS} that one run takes`);
  const at = { file: first, line: 1, column: 1 };
  const parts = files.map((scenario) => ({ kind: 'part', name: '', scenario, sla: undefined, profile: undefined, at }) as const);
  return {
    ...NO_WARNINGS,
    value: { name: files.map(baseName).join(', ').slice(0, 120), file: first, steps: nameParts(parts), stopOn: 'never' },
  };
}

/** The first of each file, however it is spelt. */
function dropRepeated(files: readonly string[], { workingDirectory }: ConfigContext): readonly string[] {
  const kept = new Map<string, string>();
  for (const file of files) {
    const place = resolve(workingDirectory, file);
    if (!kept.has(place)) kept.set(place, file);
  }
  return [...kept.values()];
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function readSuite(file: string, context: ConfigContext): Checked<Suite> | undefined {
  const files = createFileReader(context, file);
  const { env, requireSecrets, workingDirectory } = context;
  const text = files.text(resolve(workingDirectory, file));
  if (typeof text !== 'string') return undefined;
  // Paths of a suite are as its folder sees them; shown are they as the user would name them.
  const shown: FileReader = {
    resolve: (from, path) => relative(workingDirectory, files.resolve(from, path)),
    text: (path) => files.text(resolve(workingDirectory, path)),
    size: (path) => files.size(resolve(workingDirectory, path)),
  };
  return parseSuite({ file, text, env, requireSecrets, files: shown });
}

function expand(pattern: string, { workingDirectory }: ConfigContext): { readonly files: readonly string[] } | { readonly issue: Issue } {
  const files = globSync(pattern, { cwd: workingDirectory })
    .filter((file) => /\.ya?ml$/i.test(file) && !/\.sla\.ya?ml$/i.test(file))
    .sort();
  if (files.length > 0) return { files };
  return {
    issue: usageIssue('SCENARIO', 'file', `no scenario is named like ${pattern}`),
  };
}

function refuse(file: string, message: string): { readonly ok: false; readonly issues: readonly Issue[] } {
  return { ok: false, issues: [{ file, line: 1, column: 1, code: 'conflict', severity: 'error', message }] };
}
