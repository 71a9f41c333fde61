import assert from 'node:assert/strict';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { findTool } from '../../../.ci/install-tools.ts';
import { parseResults } from '../../../src/report/parse-results.ts';
import type { Report } from '../../../src/report/report.ts';
import { makeFolder } from '../../e2e/make-folder.ts';
import { PATIENT } from '../../support/run-gate.ts';
import { startProcess, type Ended, type Started } from '../../e2e/start-process.ts';

const CLI = join(import.meta.dirname, '../../../src/cli.ts');

/** Where the gates of this process put their locustfiles, and those of no other. */
const OWN_FOLDER = mkdtempSync(join(tmpdir(), 'load-gate-gates-'));
process.once('exit', () => rmSync(OWN_FOLDER, { recursive: true, force: true }));

/** How a process is to run. */
export interface ProcessWishes {
  readonly env?: Readonly<Record<string, string>>;
  /** What stands before the command: `ip netns exec NAME`. */
  readonly inside?: readonly string[];
}

/** `load-gate` from the sources in a folder, with the Locust of the tools; it does not outlive the test. */
export function startGate(
  context: Pick<TestContext, 'after'>,
  folder: string,
  args: readonly string[],
  { env = {} }: ProcessWishes = {},
): Started {
  const gate = startProcess(CLI, args, { cwd: folder, env: { LOAD_GATE_LOCUST: findTool('python'), TMPDIR: OWN_FOLDER, ...env } });
  return endWith(context, gate);
}

/** The same to its end. */
export function runGateIn(
  context: Pick<TestContext, 'after'>,
  folder: string,
  args: readonly string[],
  wishes?: ProcessWishes,
): Promise<Ended> {
  return startGate(context, folder, args, wishes).ended;
}

/** A plain Locust worker: nothing of ours but the file. It does not outlive the test. */
export function startWorker(
  context: Pick<TestContext, 'after'>,
  folder: string,
  args: readonly string[],
  { env = {}, inside = [] }: ProcessWishes = {},
): Started {
  const [program = '', ...rest] = [...inside, findTool('python'), '-m', 'locust', '--worker', ...args];
  const [first = '', ...others] = rest;
  return endWith(context, startProcess(first, others, { cwd: folder, env, node: program }));
}

function endWith(context: Pick<TestContext, 'after'>, started: Started): Started {
  context.after(async () => {
    started.kill('SIGKILL');
    await started.ended;
  });
  return started;
}

/** A folder with a scenario and an SLA, as JSON, which is YAML too. */
export function makeGate(context: TestContext, scenario: object, sla: object = { total: { error_budget: '0%' } }): Promise<string> {
  const files = { 'load-gate.yaml': JSON.stringify(scenario), 'load-gate.sla.yaml': JSON.stringify({ generator: PATIENT, ...sla }) };
  return makeFolder(context, files);
}

/** Fails with all that was printed. */
export function assertCode(ended: Ended, code: number): void {
  assert.equal(ended.code, code, `${ended.stdout}\n${ended.stderr}`);
}

/** Command lines of processes that hold a locustfile of this process's gates. */
export function listLeft(): readonly string[] {
  const commands = globSync('/proc/[0-9]*/cmdline').flatMap((path) => {
    try {
      return [readFileSync(path, 'utf8').replaceAll('\0', ' ')];
    } catch {
      return [];
    }
  });
  return commands.filter((command) => command.includes(OWN_FOLDER));
}

/** What a run has left in `out`. */
export async function readReport(folder: string, out = 'out'): Promise<Report> {
  const results = parseResults(await readFile(join(folder, out, 'results.json'), 'utf8'));
  assert.ok(results.ok, JSON.stringify(results));
  return results.report;
}
