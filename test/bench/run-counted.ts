import { spawn } from 'node:child_process';
import { join } from 'node:path';

interface Peak {
  readonly name: string;
  readonly bytes: number;
  /** 1: what was started; 2: what that has started. */
  readonly depth: number;
}

/** What the operating system says of a program and of everything that it has started, whoever waited for it. */
export interface Counted {
  readonly cpuSeconds: number;
  /** Highest resident memory of each process that lived for some tenths of a second. */
  readonly peaks: readonly Peak[];
  readonly wallMs: number;
  readonly output: string;
}

export interface Program {
  readonly command: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
  /** After so long it is killed, with all that it has started, and the run is none. */
  readonly withinMs: number;
  /** Exit codes of a run that counts; absent: 0 alone. */
  readonly codes?: readonly number[];
}

const COUNTER = join(import.meta.dirname, 'count-usage.py');

/** Runs any program to its end, with the same counter for all, and counts it. Throws when it fails: a figure of a run that broke is none. */
export async function runCounted(python: string, { command, env = {}, withinMs, codes = [0] }: Program): Promise<Counted> {
  const began = performance.now();
  const child = spawn(python, [COUNTER, ...command], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, GITHUB_ACTIONS: '', CI: '', ...env },
    // A group of its own: all of it can be ended at once.
    detached: true,
  });
  const texts = ['', '', ''];
  for (const index of texts.keys()) child.stdio[index + 1]?.on('data', (chunk: Buffer) => (texts[index] += chunk.toString()));
  const timer = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), withinMs);
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  clearTimeout(timer);
  const [output = '', errors = '', usage = ''] = texts;
  if (code === null || !codes.includes(code))
    throw new Error(`${command.join(' ')} ended with ${code}\n${output.slice(-4_000)}\n${errors.slice(-4_000)}`);
  // The counter above has written exactly this.
  const counted = JSON.parse(usage) as Pick<Counted, 'cpuSeconds' | 'peaks'>;
  return { ...counted, wallMs: performance.now() - began, output };
}

/** Of the largest process with such a name; of several generations the youngest, for a Locust starts its workers. Throws without any. */
export function peakOf({ peaks }: Counted, process: RegExp): number {
  const named = peaks.filter(({ name }) => process.test(name));
  if (named.length === 0) throw new Error(`no process is called ${process.source}: ${peaks.map(({ name }) => name).join(', ')}`);
  const depth = Math.max(...named.map((peak) => peak.depth));
  return Math.max(...named.flatMap((peak) => (peak.depth === depth ? [peak.bytes] : [])));
}
