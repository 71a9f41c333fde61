import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { findTool } from '../../.ci/install-tools.ts';

/** What a program said, and how it ended. */
export interface PythonRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs Python with these arguments in a folder, for a minute at most; figures are drawn to nowhere. */
export function runPython(folder: string, args: readonly string[]): PythonRun {
  const { status, stdout, stderr } = spawnSync(findTool('python'), args, {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, MPLBACKEND: 'Agg', MPLCONFIGDIR: folder, PYTHONWARNINGS: 'ignore', PYTHONDONTWRITEBYTECODE: '1' },
  });
  return { status, stdout, stderr };
}

/** The JSON that a script prints, given on its standard input's place as `-c`. Fails with what the script complained of. */
export function evaluatePython(folder: string, script: string): unknown {
  const { status, stdout, stderr } = runPython(folder, ['-c', script]);
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as unknown;
}
