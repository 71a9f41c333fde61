/**
 * Runs all tests (`node .ci/run-tests.ts test`) or all suites that need tools (`node .ci/run-tests.ts suite`). Those that measure nothing run side by side, first; the
 * others one after the other, alone on the machine. A new folder measures until it is named here.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** Folders of test/ in which nothing is measured and no load is made. */
const CALM = [
  'baseline',
  'config',
  'docs',
  'house',
  'metrics',
  'options',
  'other-tools/hdr-histogram',
  'other-tools/pandas',
  'plan',
  'property',
  'report',
  'report-browser',
  'verdict',
  'workspace',
];

const [kind = 'test'] = process.argv.slice(2);
const files = globSync(`test/**/*.${kind}.ts`, { cwd: ROOT }).sort();
// Closed: a pattern that finds nothing would pass.
if (files.length === 0) throw new Error(`there is no test/**/*.${kind}.ts`);
const isCalm = (file: string): boolean => CALM.some((start) => file.startsWith(`test/${start}/`) || file.startsWith(`test/${start}.`));
const calm = await run(files.filter(isCalm), Math.max(2, availableParallelism()));
const measuring = await run(
  files.filter((file) => !isCalm(file)),
  1,
);
process.exitCode = calm === 0 && measuring === 0 ? 0 : 1;

async function run(some: readonly string[], atOnce: number): Promise<number> {
  if (some.length === 0) return 0;
  const child = spawn(process.execPath, ['--test', `--test-concurrency=${atOnce}`, ...some], { cwd: ROOT, stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
