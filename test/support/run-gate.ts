import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGate } from '../../src/gate.ts';
import { percentileUs, type Distribution } from '../../src/metrics/distribution.ts';
import { parseArgv } from '../../src/options/parse-argv.ts';
import type { FailureClass, RunSummary, SeriesPhase } from '../../src/metrics/run-summary.ts';
import { parseResults } from '../../src/report/parse-results.ts';
import type { Report } from '../../src/report/report.ts';
import type { Check } from '../../src/verdict/verdict.ts';

/** A plain value that is written as JSON, which is YAML too. */
export type Yaml = string | number | boolean | null | readonly Yaml[] | { readonly [key: string]: Yaml };

export interface GateInput {
  readonly target: string;
  readonly scenario: { readonly [key: string]: Yaml };
  /** Undefined: there is no SLA file. */
  readonly sla?: { readonly [key: string]: Yaml };
  /** Default 1. */
  readonly workers?: number;
  /** Further arguments of `load-gate run`. */
  readonly args?: readonly string[];
  /** Files beside the scenario, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** Default: none. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Told what is noted while it runs. */
  readonly onNote?: (note: string) => void;
  /** Ends the burst when it is aborted. */
  readonly stopped?: AbortSignal;
}

/**
 * `generator:` limits that no busy test machine breaks: for tests in which the generator's own health is not the subject. A pass or a breach that is
 * asserted with them is the target's doing.
 */
export const PATIENT = { schedule_lag_p99: '2s', event_loop_p99: '2s', cpu: '100%', missed: '50%' } as const;

/** The whole gate on files in a folder of its own, with worker threads; what is answered was read back from the results.json that it wrote. */
export async function runGateOnFiles(input: GateInput): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'load-gate-truth-'));
  try {
    await writeGateFiles(folder, input);
    const parsed = parseArgv(gateArguments(input));
    assert.ok(parsed.ok && parsed.value.command === 'run', JSON.stringify(parsed));
    const result = await runGate(parsed.value, {
      env: input.env ?? {},
      cwd: folder,
      onIssues: () => undefined,
      onSecrets: () => Promise.resolve(),
      onNote: input.onNote ?? (() => undefined),
      onProgress: () => undefined,
      stopped: input.stopped ?? new AbortController().signal,
      log: () => '',
    });
    assert.ok(result.kind === 'judged', `the files are refused: ${JSON.stringify(result, undefined, 1)}`);
    const results = parseResults(await readFile(join(folder, 'out', 'results.json'), 'utf8'));
    assert.ok(results.ok, JSON.stringify(results));
    assert.deepEqual(results.report.run.imbalances, [], 'the books balance');
    return results.report;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes scenario, SLA and the files beside them. */
export async function writeGateFiles(folder: string, { scenario, sla, files = {} }: GateInput): Promise<void> {
  await writeFile(join(folder, 'load-gate.yaml'), JSON.stringify(scenario));
  if (sla) await writeFile(join(folder, 'load-gate.sla.yaml'), JSON.stringify(sla));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}

/** The command line that goes with them, without the program's name. */
export function gateArguments({ target, workers = 1, args = [] }: GateInput): readonly string[] {
  return ['run', '--target', target, '--out', 'out', '--seed', '7', '--workers', String(workers), ...args];
}

/** One series in the phase of that name, by default the only or first one. */
export function seriesIn(run: RunSummary, name: string, phase?: string): SeriesPhase {
  const place = phase === undefined ? 0 : run.phases.findIndex(({ plan }) => plan.name === phase);
  const found = run.series.find((series) => series.name === name)?.perPhase[place];
  assert.ok(found, `there is a series ${name} in phase ${phase ?? 'number 0'}: ${run.series.map((series) => series.name).join(', ')}`);
  return found;
}

/** Failures by class, all series and phases together. */
export function failuresByClass(run: RunSummary): Partial<Record<FailureClass, number>> {
  const counts: Partial<Record<FailureClass, number>> = {};
  for (const failure of run.series.flatMap(({ perPhase }) => perPhase.flatMap(({ failures }) => failures))) {
    counts[failure.class] = (counts[failure.class] ?? 0) + failure.count;
  }
  return counts;
}

/** A percentile in ms; a test that asks for one of nothing fails. */
export function percentileMs(distribution: Distribution, percentile: number): number {
  const us = percentileUs(distribution, percentile);
  assert.ok(us !== undefined, 'something was measured');
  return us / 1_000;
}

/** The check of that name. */
export function checkNamed(report: Report, name: string): Check {
  const check = report.verdict.checks.find((one) => one.name === name);
  assert.ok(check, `there is a check ${name}: ${report.verdict.checks.map((one) => one.name).join(', ')}`);
  return check;
}

/** Fails with the verdict's own reasons. */
export function assertVerdict(report: Report, expected: Report['verdict']['state']): void {
  assert.equal(report.verdict.state, expected, report.verdict.reasons.join('\n'));
}
