import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseResults } from '../../src/report/parse-results.ts';
import type { Report } from '../../src/report/report.ts';
import type { TargetCase } from './system-case.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface RunPlace {
  readonly system: string;
  readonly url: string;
  readonly profile: string;
  /** Of the reports. */
  readonly out: string;
  readonly prometheusUrl: string | undefined;
}

/** What one run of the command line came to. */
export interface TargetRun {
  readonly exitCode: number;
  readonly report: Report;
}

/** Runs `load-gate run` as a user would, with the server's address in `STAGING_URL` for the commands that an SLA names; throws with its output when there are no results. */
export async function runTarget(target: TargetCase, { system, url, profile, out, prometheusUrl }: RunPlace): Promise<TargetRun> {
  const folder = join('sla', system);
  const words = [
    ...[
      process.env['LOAD_GATE_CLI'] ?? 'dist/cli.js',
      'run',
      join(folder, target.scenario),
      '--target',
      url,
      '--profile',
      profile,
      '--out',
      out,
      '--quiet',
      '--seed',
      '1',
    ],
    ...(target.sla === undefined ? [] : ['--sla', join(folder, target.sla)]),
    ...(prometheusUrl === undefined ? [] : ['--prometheus-url', prometheusUrl]),
    ...(target.flags ?? []),
  ];
  const child = spawn(process.execPath, words, {
    cwd: ROOT,
    env: { ...process.env, STAGING_URL: url, ...target.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  const parsed = parseResults(await readFile(join(out, 'results.json'), 'utf8').catch(() => ''));
  if (!parsed.ok) throw new Error(`${words.join(' ')} left no results: ${parsed.problem}\n${said}${complained}`);
  return { exitCode: child.exitCode ?? -1, report: parsed.report };
}

/** The checks of a run that may fail a build, and how each stands. */
export function readStates({ verdict }: Report): ReadonlyMap<string, string> {
  return new Map(verdict.checks.filter(({ severity }) => severity === 'fail').map((check) => [check.name, check.state]));
}

/** What was observed of a check, as reports show it. */
export function readObserved({ verdict }: Report, name: string): string {
  const check = verdict.checks.find((one) => one.name === name);
  if (check === undefined) return 'not there';
  return 'observed' in check ? check.observed.text : check.state;
}
