import { spawn } from 'node:child_process';

/** What the operating system says of a finished process, all of its threads together. */
export interface Usage {
  readonly cpuSeconds: number;
  /** Highest resident memory, bytes. */
  readonly peakBytes: number;
  readonly wallMs: number;
  /** Resident memory at the times that were asked for, bytes; undefined: it had ended by then, or the platform does not tell. */
  readonly samples: readonly (number | undefined)[];
  /** CPU until then, seconds; undefined as above. */
  readonly cpuSamples: readonly (number | undefined)[];
  readonly output: string;
}

// Printed by the process itself when it ends: getrusage counts its threads, and it is the same on every platform. Worker threads inherit the import.
const REPORT = `
import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakBytes: maxRSS * 1024 }));
});
if (isMainThread) for (const seconds of JSON.parse(process.env.BENCH_SAMPLES ?? '[]'))
  setTimeout(() => {
    const { userCPUTime, systemCPUTime } = process.resourceUsage();
    writeSync(4, [seconds, process.memoryUsage.rss(), (userCPUTime + systemCPUTime) / 1e6].join(' ') + '\\n');
  }, seconds * 1000).unref();
`;

/** Runs a Node program to its end and measures it. Throws when it fails: a figure of a run that broke is none. */
export async function runMeasured(args: readonly string[], sampleSeconds: readonly number[] = []): Promise<Usage> {
  const child = spawn(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(REPORT)}`, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, BENCH_SAMPLES: JSON.stringify(sampleSeconds), GITHUB_ACTIONS: '', CI: '' },
  });
  const began = performance.now();
  const texts = ['', '', '', ''];
  for (const index of texts.keys()) child.stdio[index + 1]?.on('data', (chunk: Buffer) => (texts[index] += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  const [output = '', errors = '', usage = '', memory = ''] = texts;
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}\n${output}\n${errors}`);
  // The line above has written exactly this.
  const { cpuSeconds, peakBytes } = JSON.parse(usage) as Pick<Usage, 'cpuSeconds' | 'peakBytes'>;
  const sampled = new Map(
    memory.split('\n').map((line): [number, readonly number[]] => [Number(line.split(' ')[0]), line.split(' ').map(Number)]),
  );
  const pick = (place: number): readonly (number | undefined)[] => sampleSeconds.map((at) => sampled.get(at)?.[place]);
  return { cpuSeconds, peakBytes, wallMs: performance.now() - began, samples: pick(1), cpuSamples: pick(2), output };
}

/** How long a Node program takes from its start to its end, ms, measured from outside with nothing added to it. */
export async function timeProcess(args: readonly string[]): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
  return performance.now() - began;
}

/** Of an odd number of runs the middle one. Throws without any. */
export function median(values: readonly number[]): number {
  const middle = [...values].sort((left, right) => left - right)[values.length >> 1];
  if (middle === undefined) throw new RangeError('there is no median of nothing');
  return middle;
}
