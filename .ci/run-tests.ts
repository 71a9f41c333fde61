/**
 * Runs all tests (`node .ci/run-tests.ts test`) or all suites that need tools (`node .ci/run-tests.ts suite`), or those whose path holds one of the
 * words that follow. Those that measure nothing run side by side, first; the
 * others one after the other, alone on the machine. A new folder measures until it is named here.
 */
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

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
  // Counts alone, and most of the time it waits.
  'truth/shards',
  'verdict',
  'workspace',
];

const [kind = 'test', ...wanted] = process.argv.slice(2);
const files = globSync(`test/**/*.${kind}.ts`, { cwd: ROOT })
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .sort();
// Closed: a pattern that finds nothing would pass.
if (files.length === 0) throw new Error(`there is no test/**/*.${kind}.ts`);
const isCalm = (file: string): boolean => CALM.some((start) => file.startsWith(`test/${start}/`) || file.startsWith(`test/${start}.`));
const slowest: { readonly file: string; readonly ms: number }[] = [];
const began = performance.now();
await runAll(files.filter(isCalm), Math.max(2, availableParallelism()));
await runAll(
  files.filter((file) => !isCalm(file)),
  1,
);
const told = slowest.sort((left, right) => right.ms - left.ms).slice(0, 12);
console.log(`\n${files.length} files, ${seconds(performance.now() - began)}; the slowest:`);
for (const { file, ms } of told) console.log(`${seconds(ms).padStart(8)}  ${file}`);

/** A file that fails, or cannot be run, is an exit code of 1. */
async function runAll(some: readonly string[], concurrency: number): Promise<void> {
  if (some.length === 0) return;
  const stream = run({ files: some.map((file) => join(ROOT, file)), concurrency });
  stream.on('test:fail', (data) => {
    if (data.todo === undefined || data.todo === false) process.exitCode = 1;
  });
  stream.on('test:summary', ({ file, duration_ms: ms, success }) => {
    if (!success) process.exitCode = 1;
    if (file !== undefined) slowest.push({ file: relative(ROOT, file), ms });
  });
  const before = slowest.length;
  await pipeline(stream.compose(new spec()), process.stdout, { end: false });
  // Closed: a file that tells nothing did not pass.
  if (slowest.length - before < some.length) process.exitCode = 1;
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
