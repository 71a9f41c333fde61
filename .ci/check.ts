import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

type Step = readonly [name: string, command: string];

/** It writes what the other steps read, so it goes first and alone. */
const FIRST: Step = ['schemas', 'node .ci/compile-schemas.ts && git diff --exit-code -- src/config/generated'];

/** Everything else but the tests. None of it measures, so the steps run side by side. */
const STEPS: readonly Step[] = [
  ['types', 'tsc -p . && tsc -p src/terminal/web/client'],
  ['lint', 'oxlint'],
  ['dist', 'node .ci/check-dist.ts'],
  ['dead code', 'knip'],
  ['format', 'oxfmt --check'],
  ['house', 'node --test "test/house/**/*.test.ts"'],
  ['docs', 'node --test "test/docs/**/*.test.ts"'],
];

const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules/.bin');
const env = { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}` };

const waiting: Step[] = [FIRST];
const failed: string[] = [];
await runSteps();
waiting.push(...STEPS);
await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, runSteps));
console.log(failed.length === 0 ? `\nall ${STEPS.length + 1} checks passed` : `\nfailed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function runSteps(): Promise<void> {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    const [name, command] = step;
    const started = performance.now();
    const { code, output } = await run(command);
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    if (code === 0) {
      console.log(`ok      ${name} (${seconds} s)`);
    } else {
      failed.push(name);
      console.log(`FAILED  ${name} (${seconds} s): ${command}\n${output.trimEnd()}\n`);
    }
  }
}

function run(command: string): Promise<{ code: number; output: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ code: number; output: string }>();
  const child = spawn(command, { shell: true, cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  child.on('error', reject);
  // A step that a signal ended has no code, and a run of no tests has shown nothing: neither has passed.
  child.on('close', (code) => resolve({ code: /^\S+ tests 0$/m.test(output) ? 1 : (code ?? 1), output }));
  return promise;
}
