import { fork } from 'node:child_process';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { ToPage } from '../../src/terminal/web/live-messages.ts';
import { compareBlocks, isOn, lengthOf, type Blocks, type Measured, type Sample } from './compare-blocks.ts';
import type { BenchFrame, Row } from './measure.ts';
import type { FromBurst } from './watched-burst.ts';

const RATE_PER_SEC = 5_000;
const STEPS = 5;

/** What the live page costs the generator: CPU of one burst, in blocks in which a page is told of it and in blocks in which nobody watches. */
export async function measureLivePage(frame: BenchFrame): Promise<readonly Row[]> {
  // Start-up, and the page's first connection, are over after the first seconds.
  const blocks: Blocks = { fromSec: 5, blockSec: 4, pairs: frame.quick ? 4 : 10 };
  const durationSec = lengthOf(blocks) + 1;
  const scenario = await frame.inputs.scenario(
    'live',
    `{ arrival_rate: ${RATE_PER_SEC / STEPS}/s, duration: ${durationSec}s, max_users: 2000 }`,
  );
  const page: Page = { seconds: 0, bytes: 0 };
  const samples = await runWatched(frame, scenario, blocks, page);
  const told = samples.filter(({ second }) => isOn(blocks, second)).length;
  if (page.seconds !== told) throw new Error(`the page was told ${page.seconds} seconds of ${told} that it was on`);
  const { offMs, onMs, ratio, perServer, mainMs } = compareBlocks(blocks, samples);
  const cpu = (ms: number): string => `${((ms * 1_000) / RATE_PER_SEC).toFixed(1)} µs`;
  return [
    { what: `CPU per request at ${RATE_PER_SEC.toLocaleString('en')}/s`, goal: '', measured: cpu(offMs) },
    { what: '  while a live page is told', goal: '', measured: cpu(onMs) },
    { what: `  ratio, ${blocks.pairs} pairs of blocks of one burst`, goal: '', measured: show(ratio, 3) },
    { what: "  the same, for each ms of the server's CPU", goal: 'below 1.03', measured: show(perServer, 3) },
    { what: '  more of the main thread, in a second', goal: '', measured: `${show(mainMs, 2)} ms` },
    { what: '    that is, of all CPU', goal: 'below 3 %', measured: `${show(scale(mainMs, 100 / offMs), 2)} %` },
    { what: '  told the page in a second', goal: '', measured: `${(page.bytes / page.seconds / 1_000).toFixed(1)} kB` },
  ];
}

/** What a page was told of the burst's seconds. */
interface Page {
  seconds: number;
  bytes: number;
}

/** The burst in a process of its own, with a page in this one. */
async function runWatched(frame: BenchFrame, scenario: string, blocks: Blocks, page: Page): Promise<readonly Sample[]> {
  const files = [scenario, '--sla', frame.inputs.sla, '--out', join(frame.folder, 'reports')];
  const args = ['run', ...files, '--workers', '1', '--max-rate', `${RATE_PER_SEC}/s`, '--ui'];
  const child = fork(join(import.meta.dirname, 'watched-burst.ts'), [JSON.stringify(blocks), ...args]);
  const samples: Promise<Sample>[] = [];
  child.on('message', (message: FromBurst) => {
    if (message.kind === 'page') openPage(message.url, page);
    else samples.push(frame.serverCpuMs().then((serverMs) => ({ ...message.sample, serverMs })));
  });
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Error(`the burst ended with ${code}`);
  return Promise.all(samples);
}

function openPage(url: string, page: Page): void {
  const socket = new WebSocket(new URL('live', url.replace('http:', 'ws:')), { origin: new URL(url).origin });
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as ToPage;
    if (message.kind !== 'second') return;
    page.seconds++;
    page.bytes += data.length;
  });
}

function scale({ value, error }: Measured, by: number): Measured {
  return { value: value * by, error: error * by };
}

function show({ value, error }: Measured, places: number): string {
  return `${value.toFixed(places)} ± ${error.toFixed(places)}`;
}
