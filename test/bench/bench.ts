import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDist } from '../../.ci/build.ts';
import { measureCost, measureOpenModel, measureStartUp, measureUsers, type BenchFrame, type Row } from './measure.ts';
import { measureCapacity } from './measure-capacity.ts';
import { measureEngines } from './measure-engines.ts';
import { measureLivePage } from './measure-live-page.ts';
import { measureSockets } from './measure-sockets.ts';
import { measureUploads } from './measure-uploads.ts';
import { writeInputs } from './write-inputs.ts';

const PARTS = {
  'start-up': measureStartUp,
  cost: measureCost,
  'open-model': measureOpenModel,
  users: measureUsers,
  sockets: measureSockets,
  uploads: measureUploads,
  'live-page': measureLivePage,
} as const;

/** These take other tools, which they install, and are measured when they are named. */
const NAMED_PARTS = { engines: measureEngines, capacity: measureCapacity } as const;

/**
 * What load-gate costs, against autocannon and against undici alone, on one keep-alive server in its own process. Everything is a ratio within this run, or
 * stands beside the figure that it is to be compared with; nothing is asserted. `--quick` takes fewer and shorter runs; a word (`sockets`, `uploads` …) takes that part alone;
 * `--write` keeps what `engines` and `capacity` have measured for sla/CAPACITY.md.
 */
async function main(): Promise<void> {
  const quick = process.argv.includes('--quick');
  const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  const parts = [
    ...Object.entries(PARTS).filter(([name]) => wanted.length === 0 || wanted.includes(name)),
    ...Object.entries(NAMED_PARTS).filter(([name]) => wanted.includes(name)),
  ];
  const folder = await mkdtemp(join(tmpdir(), 'load-gate-bench-'));
  const server = fork(join(import.meta.dirname, 'bench-server.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  try {
    const [port]: unknown[] = await once(server, 'message');
    const origin = `http://127.0.0.1:${String(port)}`;
    await buildDist(join(folder, 'dist'));
    const frame: BenchFrame = {
      quick,
      keeps: process.argv.includes('--write'),
      origin,
      serverCpuMs: () => ask(server, 'cpu'),
      serverAnswered: () => ask(server, 'answered'),
      folder,
      inputs: await writeInputs(join(folder, 'inputs'), origin),
      cli: join(folder, 'dist', 'cli.js'),
      autocannon: createRequire(import.meta.url).resolve('autocannon'),
      undiciLoop: await bundleUndiciLoop(folder),
    };
    const rows: Row[] = [];
    for (const [, measure] of parts) {
      rows.push(...(await measure(frame)));
      process.stderr.write('.');
    }
    process.stderr.write('\n');
    console.log(render(rows));
  } finally {
    server.disconnect();
    await rm(folder, { recursive: true, force: true });
  }
}

async function ask(server: ChildProcess, what: 'cpu' | 'answered'): Promise<number> {
  server.send(what);
  const [answer]: unknown[] = await once(server, 'message');
  return Number(answer);
}

/** Bundled, as load-gate is: otherwise the loop would also pay for reading a hundred files. */
async function bundleUndiciLoop(folder: string): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'undici-loop.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    logLevel: 'warning',
  });
  const path = join(folder, 'undici-loop.cjs');
  await writeFile(path, outputFiles[0]?.text ?? '');
  return path;
}

function render(rows: readonly Row[]): string {
  const lines = [{ what: `Node ${process.version}, ${process.platform}`, goal: 'goal', measured: 'measured' }, ...rows];
  const width = (pick: (row: Row) => string): number => Math.max(...lines.map((row) => pick(row).length));
  const [first, second] = [width((row) => row.what), width((row) => row.goal)];
  return lines.map((row) => `${row.what.padEnd(first)}  ${row.goal.padEnd(second)}  ${row.measured}`).join('\n');
}

await main();
