import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const SRC = join(import.meta.dirname, '../../src/github');

/**
 * Calls an exported function of src/github/ in a Node of its own, because workflow commands go to standard output, which is the test runner's here.
 * The environment is exactly what is given.
 */
export function runInChild(
  file: string,
  name: string,
  call: { args: readonly unknown[]; env?: Record<string, string> },
): { stdout: string; stderr: string; status: number | null } {
  const script = `
    const module = await import(${JSON.stringify(join(SRC, file))});
    const answer = await module[${JSON.stringify(name)}](...${JSON.stringify(call.args)});
    if (answer !== undefined) process.stderr.write(JSON.stringify(answer));
  `;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { ...call.env },
  });
  return { stdout, stderr, status };
}
