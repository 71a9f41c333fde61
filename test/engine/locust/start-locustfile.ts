import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { findTool } from '../../../.ci/install-tools.ts';
import { reportLineParser, type ReportLine } from '../../../src/engine/locust/parse-report-line.ts';
import { RunCollector, type ClosedSecond } from '../../../src/metrics/run-collector.ts';
import type { Ending, RunSummary, SeriesPhase } from '../../../src/metrics/run-summary.ts';
import { drawPort } from '../../support/truth-server.ts';
import { seriesOf, writeLocustfile, type HandWritten } from './write-locustfile.ts';

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
  /** Goes away as a driver does that is killed: nobody reads any more, neither reports nor log. */
  abandon(): void;
  /** Its worker processes. */
  children(): readonly number[];
}

/** How a locustfile is to be run. */
export interface RunWishes {
  /** Processes of their own; undefined: all in one. */
  readonly workers?: number;
  readonly flags?: readonly string[];
  /** It does not come to its end. */
  readonly isStopped?: boolean;
}

let files = 0;

/** Runs a locustfile; every line that it reports is decoded as the driver does it, and what is measured goes through the collector. */
export function startLocustfile(folder: string, file: HandWritten, wishes: RunWishes = {}): RunningFile {
  const { workers, flags = [] } = wishes;
  // Ports of our own: on Locust's default the workers of somebody else may come.
  const port = String(drawPort());
  const ports = ['--master-bind-host', '127.0.0.1', '--master-bind-port', port, '--master-port', port];
  const together = workers === undefined ? [] : ['--processes', String(workers), ...ports];
  const args = ['-m', 'locust', '-f', putFile(folder, file), '--headless', '--only-summary', ...together, ...flags];
  const child = spawn(findTool('python'), args, {
    cwd: folder,
    detached: true,
    env: { ...process.env, LOAD_GATE_REPORT_FD: '3', PYTHONDONTWRITEBYTECODE: '1' },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const heard = new HeardReports(file, wishes);
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
    abandon: () => [child.stderr, pipe].forEach((stream) => stream?.destroy()),
    children: () => listChildren(child.pid ?? 0),
  };
}

/** The same to its end; a run that nobody disturbs ends well. */
export async function runLocustfile(folder: string, file: HandWritten, wishes: RunWishes = {}): Promise<LocustRun> {
  const result = await startLocustfile(folder, file, wishes).ended;
  assert.equal(result.code, 0, result.log);
  assert.doesNotMatch(result.log, /Traceback/, result.log);
  assert.equal(result.lines.at(-1)?.kind, 'end', result.log);
  return result;
}

/** A worker of a master that runs elsewhere. */
export function startPlainWorker(folder: string, file: HandWritten, port: number): { kill(): void; readonly ended: Promise<string> } {
  const child = spawn(findTool('python'), ['-m', 'locust', '-f', putFile(folder, file), '--worker', '--master-port', String(port)], {
    cwd: folder,
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString('utf8')));
  return { kill: () => void child.kill('SIGKILL'), ended: new Promise((resolve) => child.on('close', () => resolve(log))) };
}

function putFile(folder: string, file: HandWritten): string {
  const path = join(folder, `locustfile${++files}.py`);
  writeFileSync(path, writeLocustfile(file));
  return path;
}

/** What a series has in a phase. */
export function cellOf({ series }: RunSummary, name: string, phase = 0): SeriesPhase {
  const cell = series.find((entry) => entry.name === name)?.perPhase[phase];
  assert.ok(cell, `${name} in phase ${phase}`);
  return cell;
}

/** Failures of a series in the first phase: class and reason, and how many. */
export function reasonsOf(run: RunSummary, name: string): Readonly<Record<string, number>> {
  return Object.fromEntries(cellOf(run, name).failures.map(({ class: kind, reason, count }) => [`${kind}: ${reason}`, count]));
}

/** The books balance, and every worker has handed in every second up to the last that it was in. */
export function assertBalanced({ run, seconds }: LocustRun): void {
  assert.deepEqual(run.imbalances, []);
  assert.deepEqual(
    seconds.map(({ second }) => second),
    seconds.map((_, index) => index),
  );
  assert.equal(run.health.clamped, 0);
}

class HeardReports {
  readonly #parse: ReturnType<typeof reportLineParser>;
  readonly #collector: RunCollector;
  readonly #file: HandWritten;
  readonly #isStopped: boolean;
  readonly #lines: ReportLine[] = [];
  readonly #seconds: ClosedSecond[] = [];
  readonly #waiting: { readonly kind: ReportLine['kind']; readonly resolve: (line: ReportLine) => void }[] = [];
  #rest = '';

  constructor(file: HandWritten, { workers = 1, isStopped = false }: RunWishes) {
    this.#file = file;
    this.#isStopped = isStopped;
    this.#parse = reportLineParser({ phases: file.phases.length, series: file.series.length });
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
    const isCut = this.#isStopped || this.#lines.some(({ kind }) => kind === 'lost');
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
