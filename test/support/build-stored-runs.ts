import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { RunOrigin } from '../../src/baseline/baseline-store.ts';
import { buildRunFile } from '../../src/baseline/build-files.ts';
import { openFileStore } from '../../src/baseline/open-file-store.ts';
import type { CommandPorts } from '../../src/command-ports.ts';
import { buildFingerprint } from '../../src/metrics/build-fingerprint.ts';
import type { RunSummary } from '../../src/metrics/run-summary.ts';
import type { Report } from '../../src/report/report.ts';
import { paintPlain } from '../../src/terminal/paint.ts';
import { buildReport } from './build-report.ts';
import { buildRunSummary, everySecond } from './build-run-summary.ts';

const DAY_MS = 86_400_000;

/** One run to be stored: `day` of March, `factor` on all of its latencies. */
export interface StoredInput {
  readonly day: number;
  readonly factor?: number;
  readonly state?: Report['verdict']['state'];
  readonly origin?: Partial<RunOrigin>;
  /** Bursts beyond the first. */
  readonly further?: number;
}

/** A burst of 15 seconds, 60 requests each, 10 to 30 ms; bursts of different numbers differ by some 2 %. */
export function burstOf(day: number, number: number, factor: number): RunSummary {
  const wobble = 1 + 0.01 * (((day * 7 + number * 3) % 5) - 2);
  const okMs = (second: number): readonly number[] =>
    Array.from({ length: 60 }, (_, index) => factor * wobble * (10 + 20 * (((index * 17 + second * 11) % 60) / 60)));
  return buildRunSummary({
    phases: [{ name: 'burst', seconds: 15, model: 'open' }],
    series: [{ name: 'GET /items', seconds: everySecond(15, (second) => ({ okMs: okMs(second) })) }],
    with: { startedAt: new Date(Date.UTC(2026, 2, 1, 12) + day * DAY_MS).toISOString() },
  });
}

/** The report of such a run. */
export function reportOf({ day, factor = 1, state = 'pass', further = 1 }: StoredInput): Report {
  const report = buildReport({ run: burstOf(day, 0, factor), verdict: { state } });
  if (further === 0) return report;
  return { ...report, further: Array.from({ length: further }, (_, index) => burstOf(day, index + 1, factor)) };
}

/** A folder with these runs under the key `default`, gone after the test; and their ids. */
export async function storeRuns(
  context: TestContext,
  inputs: readonly StoredInput[],
): Promise<{ readonly folder: string; readonly ids: readonly string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'load-gate-stored-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const store = openFileStore(folder, 'default');
  const ids: string[] = [];
  for (const input of inputs) {
    const report = reportOf(input);
    const from: RunOrigin = {
      key: 'default',
      fingerprint: buildFingerprint(report.run),
      commit: input.day.toString(16).padStart(40, 'a'),
      branch: 'main',
      event: 'push',
      accepted: report.verdict.state !== 'regression',
      ...input.origin,
    };
    const file = buildRunFile(from, report);
    await store.add(file);
    ids.push(file.id);
  }
  return { folder, ids };
}

/** Ports that collect what is written. */
export function collectPorts(
  cwd: string,
  env: CommandPorts['env'] = {},
): CommandPorts & { readonly out: () => string; readonly aside: () => string } {
  let [out, aside] = ['', ''];
  return {
    env,
    cwd,
    now: () => Date.UTC(2026, 3, 1),
    write: (text) => void (out += text),
    writeAside: (text) => void (aside += text),
    width: 120,
    paint: paintPlain,
    out: () => out,
    aside: () => aside,
  };
}
