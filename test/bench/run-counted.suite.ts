import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findTool } from '../../.ci/install-tools.ts';
import { peakOf, runCounted } from './run-counted.ts';

const python = findTool('python');
const BURN = 'import time\nwhile time.process_time() < 0.5: pass';

/** Programs of a shell, each with at least half a second of CPU somewhere below it. */
const PROGRAMS: readonly (readonly [what: string, script: string])[] = [
  ['the program itself', 'exec "$0" -c "$1"'],
  ['what it has started', '"$0" -c "$1"; true'],
  ['what goes on in a session of its own after the program has ended', 'setsid "$0" -c "$1" & sleep 0.1'],
];

for (const [what, script] of PROGRAMS) {
  test(`the CPU of ${what} is counted`, async () => {
    const { cpuSeconds, wallMs } = await runCounted(python, { command: ['sh', '-c', script, python, BURN], withinMs: 30_000 });
    assert.ok(cpuSeconds >= 0.5 && cpuSeconds < 2, String(cpuSeconds));
    assert.ok(wallMs >= 500);
  });
}

test('the memory of a process is found by its name, of the youngest generation', async () => {
  const hold = (megabytes: number, then: string): string =>
    `held = bytearray(${megabytes}_000_000)\nimport subprocess, sys, time\ntime.sleep(0.6)\n${then}`;
  const inner = hold(50, '');
  const outer = hold(150, `subprocess.run([sys.executable, "-c", ${JSON.stringify(inner)}])`);
  const counted = await runCounted(python, { command: [python, '-c', outer], withinMs: 30_000 });
  const peak = peakOf(counted, /python/);
  assert.ok(peak > 50e6 && peak < 110e6, JSON.stringify(counted.peaks));
  assert.throws(() => peakOf(counted, /^k6$/), /no process/);
});

test('a program that fails is no measurement', async () => {
  await assert.rejects(runCounted(python, { command: ['sh', '-c', 'exit 3'], withinMs: 30_000 }), /ended with 3/);
});

test('a program that hangs is ended', async () => {
  await assert.rejects(runCounted(python, { command: ['sleep', '60'], withinMs: 300 }), /ended with null/);
});
