/**
 * Runs all tests (`node .ci/run-tests.ts test`) or all suites that need tools (`node .ci/run-tests.ts suite`), or those whose path holds one of the
 * words that follow. Those that a busy machine does not change run side by side, first; the others, which measure, one after the other, alone on the machine. A
 * new file or folder runs alone until it is named here.
 */
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

const ROOT = join(import.meta.dirname, '..');

/** Files and folders of test/ that make load or wait for it, and of which all that is asserted holds however slow the machine is: counts, texts, exit codes, verdicts with generous limits. What takes longest comes first. */
const STURDY = [
  'github-e2e/act-workflows',
  'github-e2e/act-pairs',
  'github-e2e/act-shards',
  'engine/locust/hostile-workers',
  'engine/locust/runtime-ends',
  'engine/locust/locust-endings',
  'truth/shards',
  'e2e/command',
  'e2e/suite',
  'github-e2e/action-trouble',
  'github-e2e/action-baseline',
  'e2e/action',
  'gate-suite',
  'e2e/branch-baseline',
  'e2e/live-page',
  'github-e2e/action',
  'github-e2e/action-canary',
  'github-e2e/action-fork',
  'github-e2e/action-merge',
  'github-e2e/act',
  'engine/locust/runtime-signals',
  'e2e/canary',
  'e2e/terminal',
  'e2e/view',
];

/** Files and folders of test/ in which nothing is measured and no load is made. */
const CALM = [
  'report-browser',
  'baseline',
  'command-view',
  'config',
  'contract/baseline-stores',
  'docs',
  'bench/keep-measured',
  'engine/import',
  'gate-parts',
  'github-e2e/actionlint',
  'github-e2e/artifacts',
  'github-e2e/emulator',
  'github-e2e/markdown',
  'github-e2e/serve',
  'github-server',
  'house',
  'metrics',
  'options',
  'other-tools/hdr-histogram',
  'other-tools/pandas',
  'plan',
  'property',
  'report',
  'systems/explain-repeat',
  'verdict',
  'workspace',
];

const [kind = 'test', ...wanted] = process.argv.slice(2);
const files = globSync(`test/**/*.${kind}.ts`, { cwd: ROOT })
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .sort();
// Closed: a pattern that finds nothing would pass.
if (files.length === 0) throw new Error(`there is no test/**/*.${kind}.ts`);
const BESIDE_OTHERS = [...STURDY, ...CALM];
/** Where it is in the lists; -1: it is in none. */
const placeOf = (file: string): number =>
  BESIDE_OTHERS.findIndex((start) => file.startsWith(`test/${start}/`) || file.startsWith(`test/${start}.`));
for (const start of BESIDE_OTHERS)
  if (globSync(`test/${start}{/**/*,}.{test,suite}.ts`, { cwd: ROOT }).length === 0) throw new Error(`there is no test/${start}`);
const slowest: { readonly file: string; readonly ms: number }[] = [];
const began = performance.now();
const beside = files.filter((file) => placeOf(file) >= 0).sort((left, right) => placeOf(left) - placeOf(right));
// One more than there are cores: at any time one of them waits.
await runAll(beside, availableParallelism() + 1);
console.log(`\n${beside.length} files side by side, ${seconds(performance.now() - began)}`);
await runAll(
  files.filter((file) => placeOf(file) < 0),
  1,
);
const told = slowest.sort((left, right) => right.ms - left.ms).slice(0, 12);
console.log(`\n${files.length} files, ${seconds(performance.now() - began)}; the slowest:`);
for (const { file, ms } of told) console.log(`${seconds(ms).padStart(8)}  ${file}`);

/** A file that fails, cannot be run, or tells of no test is an exit code of 1. */
async function runAll(some: readonly string[], concurrency: number): Promise<void> {
  if (some.length === 0) return;
  const silent = new Set(some);
  const stream = run({ files: some.map((file) => join(ROOT, file)), concurrency });
  stream.on('test:fail', () => {
    process.exitCode = 1;
  });
  stream.on('test:summary', ({ file, counts, duration_ms: ms, success }) => {
    if (!success) process.exitCode = 1;
    if (file === undefined) return;
    const path = relative(ROOT, file);
    slowest.push({ file: path, ms });
    if (counts.tests > 0) silent.delete(path);
  });
  await pipeline(stream.compose(new spec()), process.stdout, { end: false });
  // Closed: a file that tells nothing did not pass, though the reporter above has a tick for it.
  for (const file of silent) {
    process.exitCode = 1;
    console.log(`FAILED  ${file}: it tells of no test; it has none, or ended before they were through (process.exit?)`);
  }
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
