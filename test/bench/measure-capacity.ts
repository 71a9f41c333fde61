import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { findTool, installTool } from '../../.ci/install-tools.ts';
import { spawnStagingServer } from '../../src/demo/spawn-staging-server.ts';
import { parseResults } from '../../src/report/parse-results.ts';
import type { RunSummary } from '../../src/metrics/run-summary.ts';
import { listInvalidities } from '../../src/verdict/generator-validity.ts';
import { gateCommand, gateEnv, GATE_CODES, PROCESSES, TOLERANT, type EnginePlaces, type GateEngine } from './engine-programs.ts';
import { keepMeasured } from './keep-measured.ts';
import type { BenchFrame, Row } from './measure.ts';
import { peakOf, runCounted, type Counted } from './run-counted.ts';
import { median } from './run-measured.ts';

const ENGINES: readonly GateEngine[] = ['embedded', 'locust'];
const NAMES: Readonly<Record<GateEngine, string>> = { embedded: 'load-gate', locust: 'load-gate --engine locust' };

/** Arrivals a second that are tried, ascending. */
const RATES: Readonly<Record<GateEngine, readonly number[]>> = {
  embedded: [2_000, 4_000, 6_000, 8_000, 10_000, 12_000, 14_000, 16_000, 18_000, 20_000, 24_000, 28_000],
  locust: [500, 1_000, 1_500, 2_000, 2_500, 3_000, 3_500, 4_000, 5_000, 6_000],
};
const SOCKETS: Readonly<Record<GateEngine, number>> = { embedded: 5_000, locust: 1_000 };
const CHUNK_BYTES = 10_000_000;
/** As the SLA has them where nobody writes `generator:`. */
const LIMITS = { scheduleLagP99Us: 20_000, eventLoopP99Us: 20_000, cpuRatio: 0.9, missedRatio: 0.01 };

interface Measured extends Counted {
  readonly run: RunSummary;
  readonly peakBytes: number;
}

/** A scenario below its target → what it cost, and what it measured. */
type Run = (scenario: string) => Promise<Measured>;

/** What the page about capacity computes with, beside the cost of a request: one thread of load-gate, and one process of Locust under it. */
export async function measureCapacity(frame: BenchFrame): Promise<readonly Row[]> {
  installTool('python');
  const cli = await copyWithoutBound(frame);
  const places = { folder: join(frame.folder, 'capacity'), origin: frame.origin, cli, python: findTool('python'), k6: '' };
  const server = await spawnStagingServer({
    routes: [],
    sockets: [
      { path: '/held', welcome: { type: 'welcome' }, push: { everyMs: 10_000 } },
      { path: '/echo', reply: { kind: 'echo' } },
    ],
    spinMs: 0,
  });
  const sink = fork(join(import.meta.dirname, 'upload-sink.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  try {
    const [port]: unknown[] = await once(sink, 'message');
    const rows: Row[] = [];
    for (const engine of ENGINES) {
      const on = (target: string): Run => runOn(places, engine, target);
      const figures = {
        arrivalsPerSec: await findHighestRate(on(frame.origin), RATES[engine], frame.quick),
        ...(await measureMessages(on(server.url), frame.quick)),
        ...(await measureHeld(on(server.url), SOCKETS[engine], frame.quick)),
        ...(await measureSent(on(`http://127.0.0.1:${String(port)}`), frame.quick)),
      };
      if (frame.keeps) await keepMeasured({ [NAMES[engine]]: figures });
      rows.push(...describeFigures(NAMES[engine], figures, SOCKETS[engine]));
      process.stderr.write('.');
    }
    return rows;
  } finally {
    sink.disconnect();
    await server.stop();
  }
}

/** load-gate refuses Locust more arrivals than this bench has found: the copy that is to find them does not. */
async function copyWithoutBound({ folder, cli }: BenchFrame): Promise<string> {
  const copy = join(folder, 'dist-without-bound');
  await cp(dirname(cli), copy, { recursive: true });
  const names = (await readdir(copy)).filter((name) => name.endsWith('.js'));
  const changed = names.map(async (name) => {
    const path = join(copy, name);
    const before = await readFile(path, 'utf8');
    const after = before.replace(/\bMOST_ARRIVALS_PER_SEC = [\d_e]+/, 'MOST_ARRIVALS_PER_SEC = 1e6');
    if (after !== before) await writeFile(path, after);
    return after !== before;
  });
  if (!(await Promise.all(changed)).includes(true)) throw new Error('the bundle has no MOST_ARRIVALS_PER_SEC');
  return join(copy, basename(cli));
}

function runOn(places: EnginePlaces, engine: GateEngine, target: string): Run {
  return async (scenario) => {
    const files = { scenario: `name: capacity\ntarget: ${target}\ntime_box: 5m\nhttp: { timeout: 30s }\n${scenario}`, sla: TOLERANT };
    const command = await gateCommand(places, engine, files);
    const counted = await runCounted(places.python, { command, env: gateEnv(places), withinMs: 240_000, codes: GATE_CODES });
    const results = parseResults(counted.output);
    if (!results.ok) throw new Error(`the run left no results: ${results.problem}`);
    const { ending, imbalances } = results.report.run;
    if (ending.state !== 'complete' || imbalances.length > 0) throw new Error(`the run is none: ${JSON.stringify({ ending, imbalances })}`);
    return { ...counted, run: results.report.run, peakBytes: peakOf(counted, PROCESSES[engine]) };
  };
}

/** The highest rate of POSTs at which two of three short runs keep within the limits for generators; the first that does not ends the search. */
async function findHighestRate(run: Run, rates: readonly number[], quick: boolean): Promise<number> {
  const seconds = quick ? 3 : 6;
  let highest = 0;
  for (const rate of rates) {
    const scenario = `vars: { id: { uuid: true } }
steps:
  - post: /api/orders
    headers: { authorization: Bearer 0123456789abcdef }
    json: { id: "\${id}", quantity: 2, note: please ring twice }
phases:
  - { arrival_rate: ${rate}/s, duration: 3s, max_users: 5000, warmup: true }
  - { arrival_rate: ${rate}/s, duration: ${seconds}s, max_users: 5000 }
`;
    const isSound = async (): Promise<boolean> => listInvalidities((await run(scenario)).run, LIMITS).length === 0;
    const tries = [await isSound(), await isSound()];
    if (tries[0] !== tries[1]) tries.push(await isSound());
    if (tries.filter(Boolean).length < 2) return highest;
    highest = rate;
  }
  return highest;
}

/** A message and its answer, matched by an id. */
async function measureMessages(run: Run, quick: boolean): Promise<{ readonly messageCpuUs: number }> {
  const echo = (seconds: number): Promise<Measured> =>
    run(`vars: { id: { uuid: true } }
steps:
  - ws: /echo
  - repeat: 1000000
    steps:
      - send: { type: ask, id: "\${id}" }
      - receive: { type: ask, id: "\${id}" }
phases: [{ users: 50, duration: ${seconds}s }]
`);
  const costs = await repeat(quick ? 1 : 3, async () => {
    const [short, long] = [await echo(3), await echo(quick ? 6 : 13)];
    return (1e6 * (long.cpuSeconds - short.cpuSeconds)) / (answersOf(long) - answersOf(short));
  });
  return { messageCpuUs: median(costs) };
}

function answersOf({ run }: Measured): number {
  return sum(run.series.filter(({ kind }) => kind === 'receive').flatMap(({ perPhase }) => perPhase.map(({ counts }) => counts.ok)));
}

/** A WebSocket that is held, with a ping and a push each 10 s. */
async function measureHeld(
  run: Run,
  many: number,
  quick: boolean,
): Promise<{ readonly socketBytes: number; readonly heldCpuUsPerSec: number }> {
  const few = Math.floor(many / 20);
  const hold = (users: number, seconds: number): Promise<Measured> =>
    run(`steps:
  - { ws: /held, ready: { type: welcome }, heartbeat: 10s, timeout: 20s }
  - hold: 1h
phases:
  - { users: ${users}, ramp: 10s, duration: 11s, warmup: true }
  - { users: ${users}, duration: ${seconds}s }
`);
  const [shortSec, longSec] = quick ? [3, 8] : [5, 35];
  const rounds = await repeat(quick ? 1 : 3, async () => {
    const [base, short, long] = [await hold(few, shortSec), await hold(many, shortSec), await hold(many, longSec)];
    return {
      socketBytes: (long.peakBytes - base.peakBytes) / (many - few),
      heldCpuUsPerSec: (1e6 * (long.cpuSeconds - short.cpuSeconds)) / ((longSec - shortSec) * many),
    };
  });
  return {
    socketBytes: median(rounds.map(({ socketBytes }) => socketBytes)),
    heldCpuUsPerSec: median(rounds.map(({ heldCpuUsPerSec }) => heldCpuUsPerSec)),
  };
}

/** Chunks of 10 MB. */
async function measureSent(run: Run, quick: boolean): Promise<{ readonly sentBytesPerCpuSec: number }> {
  const upload = (chunks: number): Promise<Measured> =>
    run(`steps: [{ put: /chunks, bytes: 10MB }]
phases: [{ iterations: ${chunks}, users: 20, max_duration: 2m }]
`);
  const [fewChunks, manyChunks] = quick ? [20, 120] : [50, 650];
  const rates = await repeat(quick ? 1 : 3, async () => {
    const [short, long] = [await upload(fewChunks), await upload(manyChunks)];
    return ((manyChunks - fewChunks) * CHUNK_BYTES) / (long.cpuSeconds - short.cpuSeconds);
  });
  return { sentBytesPerCpuSec: median(rates) };
}

function describeFigures(name: string, figures: Readonly<Record<string, number>>, sockets: number): readonly Row[] {
  const { arrivalsPerSec = 0, messageCpuUs = 0, socketBytes = 0, heldCpuUsPerSec = 0, sentBytesPerCpuSec = 0 } = figures;
  const row = (what: string, measured: string): Row => ({ what: `${what}: ${name}`, goal: '', measured });
  return [
    row('arrivals a second within the limits for generators, one thread or process', `${arrivalsPerSec.toLocaleString('en')}/s`),
    row('CPU per 100,000 messages over WebSockets, each answered', `${(messageCpuUs / 10).toFixed(2)} s`),
    row(`memory of a WebSocket, of ${sockets.toLocaleString('en')} held`, `${(socketBytes / 1e3).toFixed(1)} KB`),
    row('CPU of 1,000 held WebSockets, a ping and a push each 10 s', `${(heldCpuUsPerSec / 10).toFixed(1)} % of a core`),
    row('upload for each second of CPU', `${(sentBytesPerCpuSec / 1e9).toFixed(2)} GB`),
  ];
}

async function repeat<T>(times: number, run: () => Promise<T>): Promise<readonly T[]> {
  const results: T[] = [];
  for (let time = 0; time < times; time++) results.push(await run());
  return results;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
