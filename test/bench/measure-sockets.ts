import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spawnStagingServer } from '../../src/demo/spawn-staging-server.ts';
import { parseResults } from '../../src/report/parse-results.ts';
import type { Report } from '../../src/report/report.ts';
import { alternate, type BenchFrame, type Row } from './measure.ts';
import { median, runMeasured, type Usage } from './run-measured.ts';

const WAIT_SEC = 4;
const JOIN_SEC = 10;
const ECHO_USERS = 100;

/** Ten thousand WebSockets in one worker, held with heartbeats while each gets pushes; then as many as are asked for beyond; then echo round trips. */
export async function measureSockets(frame: BenchFrame): Promise<readonly Row[]> {
  const server = await spawnStagingServer({
    routes: [],
    sockets: [
      { path: '/held', welcome: { type: 'welcome' }, push: { everyMs: 10_000 } },
      { path: '/echo', reply: { kind: 'echo' } },
    ],
    spinMs: 0,
  });
  try {
    const holdSec = frame.quick ? 10 : 30;
    const many = frame.quick ? 2_000 : 10_000;
    const rows = [...(await measureHeld(frame, server.url, { many, holdSec }))];
    if (!frame.quick) rows.push(await tryHeld(frame, server.url, { many: 20_000, holdSec: 10 }));
    return [...rows, ...(await measureEcho(frame, server.url))];
  } finally {
    await server.stop();
  }
}

interface Hold {
  readonly many: number;
  readonly holdSec: number;
}

async function measureHeld(frame: BenchFrame, url: string, hold: Hold): Promise<readonly Row[]> {
  const samples = [WAIT_SEC - 1, WAIT_SEC + JOIN_SEC + hold.holdSec - 1];
  const own = await runMeasured(await holdArgs(frame, url, hold), samples);
  const stay = [String(WAIT_SEC), String(JOIN_SEC), String(hold.holdSec)];
  const bare = await runMeasured(
    [join(import.meta.dirname, 'ws-clients.ts'), 'hold', `${url.replace('http', 'ws')}/held`, String(hold.many), ...stay],
    samples,
  );
  const { series } = readReport(own).run;
  const held = series[0]?.perPhase.at(-1);
  const what = `${hold.many.toLocaleString('en')} WebSockets held ${hold.holdSec} s`;
  return [
    {
      what: `${what}: connected, dropped, messages in`,
      goal: `${hold.many.toLocaleString('en')}, 0`,
      measured: `${held?.socket?.concurrent ?? 0}, ${held?.counts.drops ?? 0}, ${held?.socket?.counts.messagesIn ?? 0}; ${readReport(own).verdict.state}`,
    },
    { what: '  resident memory for each: load-gate', goal: 'at most 20 KB', measured: perConnection(own, hold.many) },
    { what: '  resident memory for each: bare ws', goal: '', measured: perConnection(bare, hold.many) },
    {
      what: '  CPU, all of it: load-gate · bare ws',
      goal: '',
      measured: `${own.cpuSeconds.toFixed(1)} s · ${bare.cpuSeconds.toFixed(1)} s`,
    },
  ];
}

/** More than this machine may allow: what load-gate says then is the figure. */
async function tryHeld(frame: BenchFrame, url: string, hold: Hold): Promise<Row> {
  const what = `${hold.many.toLocaleString('en')} WebSockets, tried`;
  try {
    const own = await runMeasured(await holdArgs(frame, url, hold), [WAIT_SEC - 1, WAIT_SEC + JOIN_SEC + hold.holdSec - 1]);
    const held = readReport(own).run.series[0]?.perPhase.at(-1);
    return { what, goal: '', measured: `${held?.socket?.concurrent ?? 0} held, ${perConnection(own, hold.many)} each` };
  } catch (thrown) {
    const said = thrown instanceof Error ? (/error\s+(.*)/.exec(thrown.message)?.[1] ?? thrown.message) : String(thrown);
    return { what, goal: '', measured: `refused: ${said}` };
  }
}

async function measureEcho(frame: BenchFrame, url: string): Promise<readonly Row[]> {
  const seconds = frame.quick ? 4 : 20;
  const path = await writePair(frame, 'echo', {
    scenario: `target: ${url}
vars: { id: { uuid: true } }
steps:
  - ws: /echo
  - repeat: 1000000
    steps:
      - send: { type: ask, id: "\${id}" }
      - receive: { type: ask, id: "\${id}" }
phases: [{ users: ${ECHO_USERS}, duration: ${seconds}s }]
`,
    sla: 'endpoints: { receive ws: { error_budget: 0% } }\ngenerator: { cpu: 100%, event_loop_p99: 5s, schedule_lag_p99: 5s }\n',
  });
  const clients = ['echo', `${url.replace('http', 'ws')}/echo`, String(ECHO_USERS), '0', '0', String(seconds)];
  // Both warm up for a while: the machine code of a larger program takes longer to be made.
  const samples = [Math.floor(seconds / 4), seconds - 1];
  const [own = [], bare = []] = await alternate(3, [
    () => runMeasured(gateArgs(frame, path), samples),
    () => runMeasured([join(import.meta.dirname, 'ws-clients.ts'), ...clients], samples),
  ]);
  const whole = ratioOf(
    own.map((run) => sum(ownTrips(run)) / run.cpuSeconds),
    bare.map((run) => sum(bareTrips(run)) / run.cpuSeconds),
  );
  const warm = ratioOf(
    own.map((run) => warmRate(run, ownTrips(run), samples)),
    bare.map((run) => warmRate(run, bareTrips(run), samples)),
  );
  const rate = (value: number): string => `${Math.round(value).toLocaleString('en')} a CPU-second`;
  return [
    { what: `echo round trips on ${ECHO_USERS} WebSockets: load-gate, each matched and timed`, goal: '', measured: rate(warm.own) },
    { what: `echo round trips on ${ECHO_USERS} WebSockets: bare ws loop`, goal: '', measured: rate(warm.bare) },
    { what: `load-gate ÷ bare ws, from second ${samples[0] ?? 0} on`, goal: 'at least 0.8', measured: warm.ratio.toFixed(2) },
    { what: `load-gate ÷ bare ws, processes of ${seconds} s with their start-up`, goal: '', measured: whole.ratio.toFixed(2) },
  ];
}

function ratioOf(own: readonly number[], bare: readonly number[]): { readonly own: number; readonly bare: number; readonly ratio: number } {
  return { own: median(own), bare: median(bare), ratio: median(own.map((value, index) => value / (bare[index] ?? Number.NaN))) };
}

/** Round trips for each second of CPU between the samples; a burst begins some tenths of a second after its process, which moves a steady rate by little. */
function warmRate(run: Usage, trips: readonly number[], [from = 0, to = 0]: readonly number[]): number {
  const [before = Number.NaN, after = Number.NaN] = run.cpuSamples;
  return sum(trips.slice(from, to)) / (after - before);
}

function ownTrips(run: Usage): readonly number[] {
  const trips: number[] = [];
  for (const { second, ok } of readReport(run).run.series[1]?.perPhase[0]?.slices ?? []) trips[second] = ok;
  return Array.from(trips, (count: number | undefined) => count ?? 0);
}

function bareTrips(run: Usage): readonly number[] {
  // ws-clients.ts prints exactly this.
  return (JSON.parse(run.output) as { readonly perSecond: readonly number[] }).perSecond;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

async function holdArgs(frame: BenchFrame, url: string, { many, holdSec }: Hold): Promise<readonly string[]> {
  const path = await writePair(frame, `held-${many}`, {
    scenario: `target: ${url}
time_box: 3m
steps:
  - ws: /held
    ready: { type: welcome }
    heartbeat: 10s
    timeout: 10s
  - hold: 1h
phases:
  - { name: before, pause: ${WAIT_SEC}s }
  - { name: join, users: ${many}, ramp: ${JOIN_SEC}s, warmup: true }
  - { name: held, users: ${many}, duration: ${holdSec}s }
`,
    sla: `endpoints: { ws /held: { concurrent: ">= ${many}", drops: "<= 0", messages_in: ">= ${Math.floor(many * (holdSec / 10 - 1))}", error_budget: 0% } }\n`,
  });
  return gateArgs(frame, path, ['--max-users', String(many)]);
}

async function writePair(frame: BenchFrame, name: string, texts: { readonly scenario: string; readonly sla: string }): Promise<string> {
  const path = join(frame.folder, `${name}.yaml`);
  await writeFile(path, texts.scenario);
  await writeFile(join(frame.folder, `${name}.sla.yaml`), texts.sla);
  return path;
}

function gateArgs(frame: BenchFrame, path: string, more: readonly string[] = []): readonly string[] {
  return [frame.cli, 'run', path, '--out', join(frame.folder, 'reports'), '--workers', '1', '--json', '--quiet', ...more];
}

function readReport(run: Usage): Report {
  const parsed = parseResults(run.output);
  if (!parsed.ok) throw new Error('the run left no results');
  return parsed.report;
}

function perConnection(run: Usage, many: number): string {
  const [before, after] = run.samples;
  return before === undefined || after === undefined ? 'n/a' : `${((after - before) / many / 1_000).toFixed(1)} KB`;
}
