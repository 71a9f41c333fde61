import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { findLocust, type Locust } from '../../../src/engine/locust/find-locust.ts';
import type { LocustTerms } from '../../../src/engine/locust/locust-terms.ts';
import { runLocust } from '../../../src/engine/locust/run-locust.ts';
import type { Burst, BurstOptions } from '../../../src/metrics/burst.ts';
import type { RunSummary } from '../../../src/metrics/run-summary.ts';
import { planOf } from '../../support/build-plan.ts';

/** The hash of the file that a pretended Locust is given. */
export const HASH = 'a'.repeat(64);

/**
 * What a pretended Locust knows: `say(line)`, `hello()`, `begin()`, `seconds(worker, …numbers)`, `report(worker)`, `end()`, `log(text)`, `stay()` so that it does not end by itself,
 * `on(signal, act)`; two workers make one phase of one series, and the file is that of the test or a real one.
 */
const PRELUDE = `
const { writeSync, readFileSync } = require('node:fs');
if (process.argv.includes('--version')) { console.log('locust 2.47.0 from /somewhere (Python 3.11.7)'); process.exit(0); }
const file = readFileSync(process.argv[process.argv.indexOf('-f') + 1], 'utf8');
const plan = /"hash": "([0-9a-f]{64})"/.exec(file)?.[1] ?? '${HASH}';
const fd = Number(process.env.LOAD_GATE_REPORT_FD);
const tell = (text) => writeSync(fd, text);
const say = (line) => tell(JSON.stringify(line) + '\\n');
const log = (text) => writeSync(2, text + '\\n');
const stay = () => setInterval(() => undefined, 1_000);
const on = (signal, act) => process.on(signal, act);
const empty = { count: 0, lowestUs: 0, highestUs: 0, sumUs: 0, buckets: [], counts: [] };
const requests = { started: 0, ok: 0, failed: 0, timedOut: 0, cut: 0, dropped: 0, interrupted: 0, okBeforeEnd: 0, sentBeforeEnd: 0, receivedBeforeEnd: 0, drops: 0 };
const sockets = { opened: 0, ended: 0 };
const iterations = { planned: 0, started: 0, dropped: 0, missed: 0, ok: 0, failed: 0, cut: 0, interrupted: 0 };
const cell = (more = {}) => ({ phase: 0, series: 0, counts: requests, status: {}, failures: [], spans: {}, bytesSent: 0, bytesReceived: 0, socket: null, ...more });
const delta = (second, more = {}) => ({ second, cells: [], iterations: [], scheduleLag: empty, users: 1, phase: 0, clamped: 0, ...more });
const hello = () => say({ kind: 'hello', locust: '2.47.0', python: '3.11.7', plan });
const begin = () => say({ kind: 'begin', workers: ['box_' + '1'.repeat(32), 'box_' + '2'.repeat(32)], inMs: 0 });
const seconds = (worker, ...numbers) => say({ kind: 'seconds', worker, plan, deltas: numbers.map((second) => delta(second)) });
const transport = { connectionsOpened: 3, requestsOnReusedConnections: 0, protocols: { 'http/1.1': 3 } };
const own = { requestsStarted: 0, requests, iterations, sockets, phases: [{ startUs: 0, endUs: 1_000_000, peakUsers: 1 }], eventLoopDelay: empty, cpuRatio: 0.25, transport, slowRequests: [] };
const report = (worker, more = {}) => say({ kind: 'report', worker, plan, report: { ...own, ...more }, cpuSeconds: 1.5, peakMemoryBytes: 1_000_000 });
const end = () => say({ kind: 'end', complete: true });
`;

/** A Locust that is a script of ours; it goes with the test. */
export async function fakeLocust(context: Pick<TestContext, 'after'>, code: string): Promise<Locust> {
  const folder = mkdtempSync(join(tmpdir(), 'fake-locust-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return findLocust({ LOAD_GATE_LOCUST: writeFake(folder, code), PATH: process.env['PATH'] });
}

/** The same as a program in a folder; answers its path. */
export function writeFake(folder: string, code: string): string {
  const program = join(folder, 'locust.cjs');
  writeFileSync(program, `#!${process.execPath}\n${PRELUDE}\n${code}\n`, { mode: 0o700 });
  return program;
}

export interface FakeWishes {
  readonly onSecond?: BurstOptions['onSecond'];
  readonly onStart?: (burst: Burst) => void;
  readonly terms?: Partial<LocustTerms>;
  readonly workers?: 'processes' | 'expected';
  readonly maxBytes?: number;
  readonly phases?: string;
  readonly data?: string;
}

export interface FakeRun {
  readonly run: RunSummary;
  readonly notes: readonly string[];
  readonly log: readonly string[];
}

/** Long enough for a busy machine where something is to happen, short where nothing is. */
const TERMS: LocustTerms = { startMs: 20_000, waitMs: { processes: 20_000, expected: 20_000 }, silentMs: 20_000, graceMs: 1_000 };

/** A burst of two workers on a pretended Locust. */
export async function runOnFake(context: Pick<TestContext, 'after'>, code: string, wishes: FakeWishes = {}): Promise<FakeRun> {
  const plan = planOf(`steps: [ { get: / } ]\nphases: [ ${wishes.phases ?? '{ users: 2, duration: 1s }'} ]`, { workers: 2 });
  assert.equal(plan.workers, 2);
  const program = { ...plan.program, maxBytes: wishes.maxBytes ?? plan.program.maxBytes };
  const [notes, log]: [string[], string[]] = [[], []];
  const burst = runLocust(
    { ...plan, program },
    {
      env: { PATH: process.env['PATH'], LOCUST_RUN_TIME: '1s' },
      scenarioHash: '',
      version: '0.0.0',
      onSecond: wishes.onSecond ?? (() => undefined),
      locust: await fakeLocust(context, code),
      file: { text: '# a locustfile', hash: HASH, secrets: [], host: undefined, data: wishes.data },
      workers: { kind: wishes.workers ?? 'processes', count: 2 },
      environment: { node: '', platform: '', cpuModel: '', cores: 1, memoryBytes: 1, runnerImage: undefined },
      onNote: (note) => notes.push(note),
      onLog: (line) => log.push(line),
    },
    { ...TERMS, ...wishes.terms },
  );
  wishes.onStart?.(burst);
  const [run] = await burst.done;
  return { run, notes, log };
}
