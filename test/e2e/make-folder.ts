import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { parseResults } from '../../src/report/parse-results.ts';
import type { Report } from '../../src/report/report.ts';

/** A folder with these files, gone after the test. */
export async function makeFolder(context: TestContext, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'load-gate-e2e-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  return folder;
}

/** Every file below a folder by its relative path. */
export async function readFolder(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(paths.map(async (path): Promise<[string, string]> => [path.slice(folder.length + 1), await readFile(path, 'utf8')])),
  );
}

/** Limits of the generator that a busy machine keeps; what is tested here is not how well it measures. */
export const PATIENT = 'generator: { schedule_lag_p99: 30s, event_loop_p99: 30s, cpu: 100%, missed: 100% }\n';

/** A scenario of some tens of requests: one arrival each 20 ms for 1 s. */
export function shortScenario(target: string, steps = '  - get: /ok\n'): string {
  return `target: ${target}\nsteps:\n${steps}phases:\n  - { name: burst, arrival_rate: 50/s, duration: 1s }\n`;
}

/** A burst that nobody waits for to end. */
export function longScenario(target: string, steps = '  - get: /ok\n'): string {
  return shortScenario(target, steps).replace('duration: 1s', 'duration: 60s');
}

/** Promises that any answer keeps. */
export const HOLDING = `endpoints:\n  GET /ok: { error_budget: 0% }\n${PATIENT}`;

/** A promise that no server keeps. */
export const BROKEN = `endpoints:\n  GET /ok: { status: { 503: ">= 1" } }\n${PATIENT}`;

/** The report in the text of a results.json. */
export function readResults(text: string): Report {
  const parsed = parseResults(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.report;
}
