import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { importResults } from '../../../src/gate-import.ts';
import type { Issue } from '../../../src/config/issue.ts';
import { parseArgv } from '../../../src/options/parse-argv.ts';
import type { Report } from '../../../src/report/report.ts';
import { exitCodeFor, type ExitCode } from '../../../src/verdict/exit-code.ts';
import type { Check } from '../../../src/verdict/verdict.ts';

/** What an import came to. */
export interface ImportRun {
  readonly code: ExitCode;
  /** Undefined: the files were refused. */
  readonly report: Report | undefined;
  readonly issues: readonly Issue[];
  readonly files: ReadonlyMap<string, string>;
  /** What was said on the way. */
  readonly notes: readonly string[];
}

/** Imports files by their names and contents, as the command line does; all of them are named, unless `named` says which. */
export async function runImport(
  context: TestContext,
  tool: 'locust' | 'k6' | 'hlog',
  {
    files,
    sla,
    named = Object.keys(files),
    args = [],
  }: {
    readonly files: Readonly<Record<string, string | Uint8Array>>;
    readonly sla: string;
    readonly named?: readonly string[];
    readonly args?: readonly string[];
  },
): Promise<ImportRun> {
  const cwd = await mkdtemp(join(tmpdir(), 'load-gate-import-'));
  context.after(() => rm(cwd, { recursive: true, force: true }));
  for (const [name, content] of Object.entries({ ...files, 'sla.yaml': sla })) await writeFile(join(cwd, name), content);
  const parsed = parseArgv(['import', tool, ...named, '--sla', 'sla.yaml', ...args]);
  assert.ok(parsed.ok && parsed.value.command === 'import', JSON.stringify(parsed));
  const notes: string[] = [];
  const result = await importResults(parsed.value, {
    env: {},
    cwd,
    onIssues: () => undefined,
    onNote: (note) => void notes.push(note),
    log: () => '',
  });
  if (result.kind === 'issues')
    return { code: exitCodeFor({ kind: 'user-error' }), report: undefined, issues: result.issues, files: new Map(), notes };
  return { code: exitCodeFor(result.outcome), report: result.report, issues: [], files: result.files, notes };
}

/** A check by its name. */
export function checkOf({ report }: ImportRun, name: string): Check {
  const found = report?.verdict.checks.find((check) => check.name === name);
  assert.ok(
    found,
    `${name} is not among ${report?.verdict.checks.map((check) => check.name).join(', ') ?? 'the checks of a refused file'}`,
  );
  return found;
}

/** Why a check could not be judged; empty: it could. */
export function reasonOf(run: ImportRun, name: string): string {
  const check = checkOf(run, name);
  return 'reason' in check ? check.reason : '';
}

/** Nearest rank among samples of one's own: what every percentile is held against. */
export function percentileOf(samples: readonly number[], percentile: number): number {
  const sorted = samples.toSorted((left, right) => left - right);
  const rank = Math.max(1, Math.ceil((percentile / 100) * sorted.length - 1e-9));
  const value = sorted[rank - 1];
  assert.ok(value !== undefined);
  return value;
}
