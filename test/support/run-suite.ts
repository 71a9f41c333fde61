import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import type { GatePorts } from '../../src/gate-ports.ts';
import { runGates, type GatesResult, type SuiteRun } from '../../src/gate-suite.ts';
import { parseArgv } from '../../src/options/parse-argv.ts';

/** A suite on files in a folder of its own. */
export interface SuiteInput {
  readonly files: Readonly<Record<string, string>>;
  /** What stands after `load-gate`; default: `run` and the suite. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly ports?: Partial<GatePorts>;
  /** Called before the run with its folder; may answer further ports. */
  readonly prepare?: (folder: string) => Promise<Partial<GatePorts> | undefined>;
}

export interface SuiteEnded {
  readonly folder: string;
  readonly notes: readonly string[];
  readonly secrets: readonly (readonly string[])[];
  readonly result: GatesResult;
}

/** Limits of the generator that a busy machine keeps. */
export const PATIENT = 'generator: { schedule_lag_p99: 30s, event_loop_p99: 30s, cpu: 100%, missed: 100% }\n';

/** Some tens of requests in half a second. */
export function shortPlan(target: string, path = '/ok', more = ''): string {
  return `target: ${target}\n${more}steps:\n  - get: ${path}\nphases:\n  - { name: burst, arrival_rate: 40/s, duration: 500ms }\n`;
}

/** A promise that any answer keeps, and one that none does. */
export const holds = (path = '/ok'): string => `endpoints:\n  GET ${path}: { error_budget: 0% }\n${PATIENT}`;
export const breaks = (path = '/ok'): string => `endpoints:\n  GET ${path}: { status: { 503: ">= 1" } }\n${PATIENT}`;

/** Runs it to its end with the ports of a test. */
export async function runSuite(context: TestContext, { files, args, env = {}, ports = {}, prepare }: SuiteInput): Promise<SuiteEnded> {
  const folder = await mkdtemp(join(tmpdir(), 'load-gate-suite-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const more = await prepare?.(folder);
  const parsed = parseArgv([...(args ?? ['run', 'suite.yaml']), '--out', 'out', '--workers', '1']);
  assert.ok(parsed.ok && parsed.value.command === 'run', JSON.stringify(parsed));
  const notes: string[] = [];
  const secrets: (readonly string[])[] = [];
  const result = await runGates(parsed.value, {
    env,
    cwd: folder,
    onIssues: () => undefined,
    onSecrets: (all) => {
      secrets.push(all);
      return Promise.resolve();
    },
    onProgress: () => undefined,
    stopped: new AbortController().signal,
    log: () => notes.join('\n'),
    ...ports,
    ...more,
    onNote: (note) => {
      notes.push(note);
      ports.onNote?.(note);
    },
  });
  return { folder, notes, secrets, result };
}

/** The suite that came of it. */
export function suiteOf({ result }: SuiteEnded): SuiteRun {
  assert.ok(result.kind === 'suite', JSON.stringify(result));
  return result;
}

/** Each part as `name: state of its verdict`, or what became of it. */
export function statesOf(ended: SuiteEnded): readonly string[] {
  return suiteOf(ended).report.parts.map((part) => `${part.name}: ${part.state === 'ran' ? part.report.verdict.state : part.state}`);
}
