import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { median, runMeasured, timeProcess, type Usage } from './run-measured.ts';
import type { BenchInputs } from './write-inputs.ts';

/** A line of the table; an empty goal: the figure is there to compare with. */
export interface Row {
  readonly what: string;
  readonly goal: string;
  readonly measured: string;
}

export interface BenchFrame {
  readonly quick: boolean;
  /** What was measured is kept for the page about capacity. */
  readonly keeps: boolean;
  readonly origin: string;
  /** CPU of the server so far, ms. */
  readonly serverCpuMs: () => Promise<number>;
  /** Requests that the server has answered so far. */
  readonly serverAnswered: () => Promise<number>;
  /** For whatever is written. */
  readonly folder: string;
  readonly inputs: BenchInputs;
  readonly cli: string;
  readonly autocannon: string;
  readonly undiciLoop: string;
}

const CONNECTIONS = 50;
const ENDPOINTS = 5;
const RATE_PER_SEC = 1_000;

/** Start-up against bare Node, and `check` of a scenario and an SLA. */
export async function measureStartUp(frame: BenchFrame): Promise<readonly Row[]> {
  const rounds = frame.quick ? 5 : 15;
  const demo = join(import.meta.dirname, '../../sla/demo/load-gate');
  const [bare, version, check] = await alternate(rounds, [
    () => timeProcess(['-e', '0']),
    () => timeProcess([frame.cli, '--version']),
    () => timeProcess([frame.cli, 'check', `${demo}.yaml`, '--sla', `${demo}.sla.yaml`]),
  ]);
  const bareMs = median(bare ?? []);
  return [
    { what: 'node -e 0', goal: '', measured: ms(bareMs) },
    { what: '--version', goal: `under ${ms(1.5 * bareMs + 50)}`, measured: ms(median(version ?? [])) },
    { what: "check of the demo's scenario and SLA", goal: 'under 150 ms', measured: ms(median(check ?? [])) },
  ];
}

/** CPU for the same number of requests in a closed loop on the same number of connections, whole processes, start-up included. */
export async function measureCost(frame: BenchFrame): Promise<readonly Row[]> {
  const requests = frame.quick ? 100_000 : 400_000;
  const scenario = await frame.inputs.scenario(
    'fixed-work',
    `{ iterations: ${requests / ENDPOINTS}, users: ${CONNECTIONS}, max_duration: 4m }`,
  );
  const [own = [], other = [], floor = []] = await alternate(frame.quick ? 3 : 5, [
    () => runMeasured(gateArgs(frame, scenario)),
    () => runMeasured(autocannonArgs(frame, ['-a', String(requests)])),
    () => runMeasured([frame.undiciLoop, frame.origin, String(CONNECTIONS), String(requests)]),
  ]);
  const cost = (runs: readonly Usage[]): number => (median(runs.map((run) => run.cpuSeconds)) * 100_000) / requests;
  const ratio = median(own.map((run, index) => run.cpuSeconds / (other[index]?.cpuSeconds ?? Number.NaN)));
  const title = `CPU per 100,000 requests (of ${requests.toLocaleString('en')})`;
  return [
    { what: `${title}: load-gate, every answer checked`, goal: '', measured: seconds(cost(own)) },
    { what: `${title}: autocannon, nothing checked`, goal: '', measured: seconds(cost(other)) },
    { what: `${title}: undici alone, nothing measured`, goal: '', measured: seconds(cost(floor)) },
    { what: 'load-gate ÷ autocannon', goal: 'at most 1.15', measured: ratio.toFixed(2) },
    {
      what: 'peak memory, load-gate · autocannon',
      goal: '',
      measured: `${megabytes(peak(own))} · ${megabytes(peak(other))}`,
    },
  ];
}

/** CPU and memory at a fixed rate, which is how a gate spends most of its time. */
export async function measureOpenModel(frame: BenchFrame): Promise<readonly Row[]> {
  const samples = frame.quick ? [4, 8, 12] : [10, 30, 60];
  const durationSec = (samples.at(-1) ?? 0) + 2;
  const rate = `{ arrival_rate: ${RATE_PER_SEC / ENDPOINTS}/s, duration: ${durationSec}s, max_users: 500 }`;
  const own = await runMeasured(gateArgs(frame, await frame.inputs.scenario('open', rate)), samples);
  const other = await runMeasured(autocannonArgs(frame, ['-R', String(RATE_PER_SEC), '-d', String(durationSec)]));
  const cores = (run: Usage): string => `${((100 * run.cpuSeconds) / durationSec).toFixed(1)} % of a core`;
  const at = `at ${RATE_PER_SEC.toLocaleString('en')} requests/s for ${durationSec} s`;
  return [
    { what: `CPU ${at}: load-gate`, goal: '', measured: cores(own) },
    { what: `CPU ${at}: autocannon (the second's requests at once)`, goal: '', measured: cores(other) },
    {
      what: `memory after ${samples.join(' · ')} s`,
      goal: 'flat',
      measured: own.samples.map((bytes) => (bytes === undefined ? 'n/a' : megabytes(bytes))).join(' · '),
    },
  ];
}

/** Ten thousand virtual users with think time in one worker. */
export async function measureUsers(frame: BenchFrame): Promise<readonly Row[]> {
  const users = 10_000;
  const durationSec = frame.quick ? 10 : 30;
  const idle = await runMeasured(
    gateArgs(frame, await frame.inputs.scenario('one-user', '{ iterations: 500, users: 1, max_duration: 1m }')),
  );
  const path = await frame.inputs.scenario('users', `{ users: ${users}, duration: ${durationSec}s }`);
  const run = await runMeasured(gateArgs(frame, await withThinkTime(path)));
  return [
    {
      what: `${users.toLocaleString('en')} users, think 1s..5s, ${durationSec} s, one worker: CPU`,
      goal: '',
      measured: seconds(run.cpuSeconds),
    },
    { what: '  peak memory', goal: '', measured: megabytes(run.peakBytes) },
    {
      what: '  beyond a run of one user, per user',
      goal: '',
      measured: `${((run.peakBytes - idle.peakBytes) / users / 1_000).toFixed(1)} KB`,
    },
  ];
}

/** The same steps as a profile with one task, so that its users think between tasks. */
async function withThinkTime(scenario: string): Promise<string> {
  const { writeFile } = await import('node:fs/promises');
  const text = await readFile(scenario, 'utf8');
  const path = scenario.replace(/\.yaml$/, '-think.yaml');
  const indented = text.replace(/\nsteps:\n([\s\S]*?)\nphases:/, (_all, steps: string) => {
    const nested = steps.replaceAll(/^/gm, '    ');
    return `\nusers:\n  visitor:\n    think: 1s..5s\n    steps:\n${nested}\nphases:`;
  });
  await writeFile(path, indented);
  return path;
}

function gateArgs(frame: BenchFrame, scenario: string): string[] {
  return [frame.cli, 'run', scenario, '--sla', frame.inputs.sla, '--out', join(frame.folder, 'reports'), '--workers', '1'];
}

function autocannonArgs(frame: BenchFrame, flags: readonly string[]): string[] {
  return [frame.autocannon, '--har', frame.inputs.har, '-c', String(CONNECTIONS), '-n', '-j', ...flags, frame.origin];
}

/** Runs them A B C A B C …, so that what else the machine does falls on all of them alike. */
export async function alternate<T>(rounds: number, runs: readonly (() => Promise<T>)[]): Promise<readonly (readonly T[])[]> {
  const results: T[][] = runs.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, run] of runs.entries()) results[index]?.push(await run());
  }
  return results;
}

function peak(runs: readonly Usage[]): number {
  return median(runs.map((run) => run.peakBytes));
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}

function seconds(value: number): string {
  return `${value.toFixed(2)} s`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
