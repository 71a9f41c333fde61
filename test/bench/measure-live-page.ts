import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { BenchFrame, Row } from './measure.ts';
import { median, runMeasured } from './run-measured.ts';

const RATE_PER_SEC = 5_000;
const STEPS = 5;
/** Start-up, and the page's first connection, are over by then. */
const FROM_SEC = 4;

/** What the live page costs the generator: CPU of a stretch of the same load with and without `--ui` and a page that reads it, in turns. */
export async function measureLivePage(frame: BenchFrame): Promise<readonly Row[]> {
  const stretchSec = frame.quick ? 6 : 16;
  const rounds = frame.quick ? 3 : 9;
  const durationSec = FROM_SEC + stretchSec + 2;
  const scenario = await frame.inputs.scenario(
    'live',
    `{ arrival_rate: ${RATE_PER_SEC / STEPS}/s, duration: ${durationSec}s, max_users: 2000 }`,
  );
  const plain: number[] = [];
  const watched: number[] = [];
  const pages: Page[] = [];
  const measurePlain = async (): Promise<void> => void plain.push(await measure(frame, scenario, stretchSec));
  const measureWatched = async (): Promise<void> => {
    const page: Page = { messages: 0, bytes: 0 };
    watched.push(await measure(frame, scenario, stretchSec, page));
    if (page.messages < durationSec) throw new Error(`the page was told ${page.messages} things of a burst of ${durationSec} s`);
    pages.push(page);
  };
  for (let round = 0; round < rounds; round++) {
    // In turns, and each first as often as second: what else the machine does falls on both alike.
    const order = round % 2 === 0 ? [measurePlain, measureWatched] : [measureWatched, measurePlain];
    for (const one of order) await one();
  }
  const ratios = watched.map((cpu, index) => cpu / (plain[index] ?? Number.NaN));
  const perRequest = (cpu: readonly number[]): string => `${((median(cpu) * 1e6) / (RATE_PER_SEC * stretchSec)).toFixed(1)} µs`;
  const perSecond = median(pages.map(({ bytes, messages }) => bytes / messages));
  const sorted = ratios.toSorted((left, right) => left - right);
  return [
    { what: `CPU per request at ${RATE_PER_SEC.toLocaleString('en')}/s`, goal: '', measured: perRequest(plain) },
    { what: '  with the live page open', goal: '', measured: perRequest(watched) },
    { what: `  ratio, median of ${rounds} pairs`, goal: 'below 1.03', measured: median(ratios).toFixed(3) },
    { what: '  ratio, lowest and highest pair', goal: '', measured: `${sorted[0]?.toFixed(3)} · ${sorted.at(-1)?.toFixed(3)}` },
    { what: '  told the page a second', goal: '', measured: `${(perSecond / 1_000).toFixed(1)} kB` },
  ];
}

/** What a page was told. */
interface Page {
  messages: number;
  bytes: number;
}

/** CPU seconds of the stretch, all threads of the process. */
async function measure(frame: BenchFrame, scenario: string, stretchSec: number, page?: Page): Promise<number> {
  const args = [
    frame.cli,
    'run',
    scenario,
    '--sla',
    frame.inputs.sla,
    '--out',
    join(frame.folder, 'reports'),
    '--workers',
    '1',
    '--max-rate',
    '5000/s',
  ];
  let socket: WebSocket | undefined;
  const onOutput = (output: string): void => {
    const url = page && !socket && /live page: (\S+\/)\s/.exec(output)?.[1];
    if (!page || url === undefined || url === false) return;
    socket = new WebSocket(new URL('live', url.replace('http:', 'ws:')), { origin: new URL(url).origin });
    socket.on('message', (data: Buffer) => {
      page.messages++;
      page.bytes += data.length;
    });
  };
  const samples = [FROM_SEC, FROM_SEC + stretchSec];
  const { cpuSamples } = await runMeasured([...args, ...(page ? ['--ui'] : [])], samples, onOutput);
  const [from, to] = cpuSamples;
  if (from === undefined || to === undefined) throw new Error('the burst ended before it was measured');
  return to - from;
}
