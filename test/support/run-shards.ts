import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../../src/report/report.ts';
import { parseResults } from '../../src/report/parse-results.ts';
import { runProcess, type Ended } from '../e2e/start-process.ts';

/** The command line as it is in the sources. */
export const CLI = join(import.meta.dirname, '../../src/cli.ts');

/** Between the moment when all processes are started and the start of the burst: each must be ready by then, on a machine that is busy. */
const LEAD_MS = 16_000;

/** The command line in a folder. */
export function runCli(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return runProcess(CLI, args, { cwd: folder, env });
}

/** A start for shards that begin now, as a flag has it. */
export function soon(leadMs = LEAD_MS): string {
  return new Date(Math.ceil((Date.now() + leadMs) / 1_000) * 1_000).toISOString();
}

/** Shards of the plan in the folder, each a process of its own with one worker, at the same time; each leaves its results in `shard-I`. */
export async function runShards(folder: string, count: number, args: readonly string[]): Promise<readonly Ended[]> {
  const startAt = soon();
  return Promise.all(
    Array.from({ length: count }, (_, index) => {
      const place = ['--shard', `${index + 1}/${count}`, '--start-at', startAt, '--out', `shard-${index + 1}`, '--workers', '1'];
      return runCli(folder, ['run', ...place, ...args]);
    }),
  );
}

/** The folders that they leave. */
export function foldersOf(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `shard-${index + 1}`);
}

/** What one of them has left. */
export async function readReport(folder: string, place: string): Promise<Report> {
  const parsed = parseResults(await readFile(join(folder, place, 'results.json'), 'utf8'));
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return parsed.report;
}
