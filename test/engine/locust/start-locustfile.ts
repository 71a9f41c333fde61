import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { findTool } from '../../../.ci/install-tools.ts';
import { reportLineParser, type ReportLine } from '../../../src/engine/locust/parse-report-line.ts';
import { readRuntime } from '../../../src/engine/locust/read-runtime.ts';
import { RunCollector, type ClosedSecond } from '../../../src/metrics/run-collector.ts';
import type { Ending, RunSummary } from '../../../src/metrics/run-summary.ts';
import { countArrivals } from '../../../src/plan/fire-times.ts';
import type { PlannedPhase, Series } from '../../../src/plan/plan.ts';
import { drawPort } from '../../support/truth-server.ts';

/** A locustfile that is written by hand: what the renderer would make of a scenario. */
export interface HandWritten {
  readonly target: string;
  readonly phases: readonly PlannedPhase[];
  /** `GET /a`, `poll /b`, `ws /c`, `receive inbox`: the first word says of which kind. */
  readonly series: readonly string[];
  /** The classes, in Python. */
  readonly classes: string;
  /** Their names. */
  readonly profiles: readonly string[];
  readonly vars?: string;
  readonly data?: string;
  readonly timeBoxMs?: number;
  readonly hash?: string;
  readonly seed?: number;
  readonly more?: Readonly<Record<string, unknown>>;
}

type OpenPhase = Extract<PlannedPhase, { model: 'open' }>;

/** An open phase at a steady rate. */
export function open(ratePerSec: number, durationMs: number, more: Partial<OpenPhase> = {}): PlannedPhase {
  const curve = { fromRatePerSec: ratePerSec, ratePerSec, rampMs: 0, durationMs, ...more };
  const { arrivals = 'even' } = more;
  return {
    name: 'open',
    warmup: false,
    model: 'open',
    maxUsers: 200,
    ...more,
    ...curve,
    arrivals,
    plannedArrivals: countArrivals(curve, arrivals, 7),
  };
}

/** A closed phase. */
export function closed(users: number, durationMs: number, more: Partial<Extract<PlannedPhase, { model: 'closed' }>> = {}): PlannedPhase {
  return { name: 'closed', warmup: false, model: 'closed', fromUsers: 0, users, rampMs: 0, durationMs, ...more };
}

const KINDS: Readonly<Record<string, Series['kind']>> = { poll: 'poll', ws: 'ws', receive: 'receive' };

function seriesOf(name: string): Series {
  const [first = ''] = name.split(' ');
  return { name, kind: KINDS[first] ?? 'http', method: first.toUpperCase(), tags: [], selected: true };
}

/** The whole file. */
export function writeLocustfile(file: HandWritten): string {
  const plan = {
    name: 'by hand',
    hash: file.hash ?? 'f00d',
    seed: file.seed ?? 7,
    host: file.target,
    phases: file.phases,
    series: file.series.map(seriesOf).map(({ name, kind, method }) => ({ name, kind, method })),
    profiles: file.profiles,
    timeBoxMs: file.timeBoxMs ?? 60_000,
    drainMs: 10_000,
    allowedHosts: [],
    secrets: [],
    insecure: false,
    ca: null,
    ...file.more,
  };
  // JSON in a JSON text is a Python literal, too.
  return [
    'import json',
    `PLAN = json.loads(${JSON.stringify(JSON.stringify(plan))})`,
    `VARS = ${file.vars ?? '{}'}`,
    `DATA = ${file.data ?? '{}'}`,
    file.classes,
    readRuntime(),
    ...file.profiles.map((profile) => `${profile} = gate_user(${profile})`),
    '',
  ].join('\n\n');
}

/** What a Locust has said and done. */
export interface LocustRun {
  readonly lines: readonly ReportLine[];
  readonly run: RunSummary;
  readonly seconds: readonly ClosedSecond[];
  readonly log: string;
  readonly code: number | null;
}

/** A Locust that runs; it does not outlive the test. */
export interface RunningFile {
  readonly pid: number;
  readonly ended: Promise<LocustRun>;
  /** Resolves with the first line of a kind. */
  until(kind: ReportLine['kind']): Promise<ReportLine>;
  kill(signal: NodeJS.Signals): void;
  /** Its worker processes. */
  children(): readonly number[];
}

let files = 0;

/** Runs a locustfile; every line that it reports is decoded as the driver does it, and what is measured goes through the collector. */
export function startLocustfile(folder: string, file: HandWritten, flags: readonly string[] = []): RunningFile {
  const path = join(folder, `locustfile${++files}.py`);
  writeFileSync(path, writeLocustfile(file));
  return startFile(folder, path, file, flags);
}

function startFile(folder: string, path: string, file: HandWritten, flags: readonly string[]): RunningFile {
  // Ports of our own: on Locust's default the workers of somebody else may come.
  const port = String(drawPort());
  const ports = flags.includes('--master') ? [] : ['--master-bind-host', '127.0.0.1', '--master-bind-port', port, '--master-port', port];
  const child = spawn(findTool('python'), ['-m', 'locust', '-f', path, '--headless', '--only-summary', ...ports, ...flags], {
    cwd: folder,
    detached: true,
    env: { ...process.env, LOAD_GATE_REPORT_FD: '3', PYTHONDONTWRITEBYTECODE: '1' },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const heard = new HeardReports(file);
  let log = '';
  child.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString('utf8')));
  const pipe = child.stdio[3] as Readable;
  pipe.on('data', (chunk: Buffer) => heard.hear(chunk));
  const ended = new Promise<LocustRun>((resolve) => {
    child.on('close', (code) => {
      endGroup(child);
      resolve({ ...heard.summarize(log), code });
    });
  });
  return {
    pid: child.pid ?? 0,
    ended,
    until: (kind) => heard.until(kind),
    kill: (signal) => void child.kill(signal),
    children: () => listChildren(child.pid ?? 0),
  };
}

/** The same to its end; a run that nobody disturbs ends well. */
export async function runLocustfile(folder: string, file: HandWritten, flags: readonly string[] = []): Promise<LocustRun> {
  const result = await startLocustfile(folder, file, flags).ended;
  assert.equal(result.code, 0, result.log);
  assert.doesNotMatch(result.log, /Traceback/, result.log);
  assert.equal(result.lines.at(-1)?.kind, 'end', result.log);
  return result;
}

/** A worker of a master that runs elsewhere. */
export function startPlainWorker(folder: string, file: HandWritten, port: number): { kill(): void; readonly ended: Promise<string> } {
  const path = join(folder, `locustfile${++files}.py`);
  writeFileSync(path, writeLocustfile(file));
  const child = spawn(findTool('python'), ['-m', 'locust', '-f', path, '--worker', '--master-port', String(port)], {
    cwd: folder,
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString('utf8')));
  return { kill: () => void child.kill('SIGKILL'), ended: new Promise((resolve) => child.on('close', () => resolve(log))) };
}

class HeardReports {
  readonly #parse: ReturnType<typeof reportLineParser>;
  readonly #collector: RunCollector;
  readonly #file: HandWritten;
  readonly #lines: ReportLine[] = [];
  readonly #seconds: ClosedSecond[] = [];
  readonly #waiting: { readonly kind: ReportLine['kind']; readonly resolve: (line: ReportLine) => void }[] = [];
  #rest = '';

  constructor(file: HandWritten) {
    this.#file = file;
    this.#parse = reportLineParser({ phases: file.phases.length, series: file.series.length });
    const workers = Number(file.more?.['testWorkers'] ?? 1);
    this.#collector = new RunCollector(file.phases, file.series.map(seriesOf), workers);
  }

  hear(chunk: Buffer): void {
    const texts = (this.#rest + chunk.toString('utf8')).split('\n');
    this.#rest = texts.pop() ?? '';
    for (const text of texts) this.#take(text);
  }

  until(kind: ReportLine['kind']): Promise<ReportLine> {
    const known = this.#lines.find((line) => line.kind === kind);
    return known ? Promise.resolve(known) : new Promise((resolve) => this.#waiting.push({ kind, resolve }));
  }

  summarize(log: string): Omit<LocustRun, 'code'> {
    const isCut = this.#lines.some(({ kind }) => kind === 'lost') || this.#file.more?.['testStopped'] === true;
    const ending: Ending = isCut ? { state: 'cut-short', reason: 'a test' } : { state: 'complete' };
    const run = this.#collector.summarize({
      tool: { name: 'load-gate', version: '0.0.0' },
      scenario: { name: 'test', file: 'test.yaml', hash: '', profile: undefined },
      target: this.#file.target,
      seed: 7,
      startedAt: '2026-01-01T00:00:00.000Z',
      durationMs: 0,
      ending,
      levelChanges: [],
      environment: { node: '', platform: '', cpuModel: '', cores: 1, memoryBytes: 1, runnerImage: undefined },
      processCpuSeconds: 0,
      peakMemoryBytes: 0,
    });
    return { lines: this.#lines, run, seconds: this.#seconds, log };
  }

  #take(text: string): void {
    const parsed = this.#parse(text);
    assert.ok(parsed.ok, `${text.slice(0, 2_000)}\n${parsed.ok ? '' : parsed.problem}`);
    const { line } = parsed;
    this.#lines.push(line);
    if (line.kind === 'seconds') this.#takeSeconds(line);
    else if (line.kind === 'report') this.#collector.addReport(line.report);
    for (const { kind, resolve } of this.#waiting) if (kind === line.kind) resolve(line);
  }

  #takeSeconds({ deltas }: Extract<ReportLine, { kind: 'seconds' }>): void {
    for (const delta of deltas) {
      const second = this.#collector.addDelta(delta);
      if (second) this.#seconds.push(second);
    }
  }
}

function listChildren(pid: number): readonly number[] {
  const { stdout } = spawnSync('ps', ['--ppid', String(pid), '-o', 'pid='], { encoding: 'utf8' });
  return stdout.trim().split(/\s+/).filter(Boolean).map(Number);
}

function endGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nothing of it is left.
  }
}
