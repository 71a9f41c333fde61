import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseResults } from '../../src/report/parse-results.ts';
import { alternate, type BenchFrame, type Row } from './measure.ts';
import { median, runMeasured } from './run-measured.ts';

const UPLOADERS = 100;
const CHUNK_BYTES = 10_000_000;

/** A hundred uploads at once of chunks of 10 MB each, against a sink that reads and forgets, beside curl on the same sink. */
export async function measureUploads(frame: BenchFrame): Promise<readonly Row[]> {
  const sink = fork(join(import.meta.dirname, 'upload-sink.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  try {
    const [port]: unknown[] = await once(sink, 'message');
    const origin = `http://127.0.0.1:${String(port)}`;
    const chunksEach = frame.quick ? 3 : 10;
    const [own = [], curl = []] = await alternate(frame.quick ? 1 : 3, [
      () => uploadByGate(frame, origin, chunksEach),
      () => uploadByCurl(frame, origin, chunksEach),
    ]);
    const rates = (runs: readonly Upload[]): number => median(runs.map(({ bytesPerSec }) => bytesPerSec));
    const ratio = median(own.map(({ bytesPerSec }, index) => bytesPerSec / (curl[index]?.bytesPerSec ?? Number.NaN)));
    const what = `${UPLOADERS} uploads at once, ${(UPLOADERS * chunksEach).toLocaleString('en')} chunks of 10 MB`;
    return [
      { what: `${what}: load-gate`, goal: '', measured: `${(rates(own) / 1e9).toFixed(2)} GB/s` },
      { what: `${what}: curl --parallel`, goal: '', measured: `${(rates(curl) / 1e9).toFixed(2)} GB/s` },
      { what: 'load-gate ÷ curl', goal: 'at least 0.9', measured: ratio.toFixed(2) },
      {
        what: '  peak memory, load-gate',
        goal: 'under 200 MB',
        measured: `${(Math.max(...own.map(({ peakBytes }) => peakBytes)) / 1e6).toFixed(0)} MB`,
      },
    ];
  } finally {
    sink.disconnect();
  }
}

interface Upload {
  readonly bytesPerSec: number;
  readonly peakBytes: number;
}

async function uploadByGate(frame: BenchFrame, origin: string, chunksEach: number): Promise<Upload> {
  const path = join(frame.folder, 'uploads.yaml');
  await writeFile(
    path,
    `target: ${origin}
time_box: 4m
http: { timeout: 60s }
steps:
  - repeat: ${chunksEach}
    as: chunk
    steps:
      - put: /v1/files/1/chunks?index=\${chunk}
        bytes: 10MB
        name: upload chunk
phases: [{ iterations: ${UPLOADERS}, users: ${UPLOADERS}, max_duration: 2m }]
`,
  );
  await writeFile(
    path.replace('.yaml', '.sla.yaml'),
    'endpoints: { upload chunk: { error_budget: 0% } }\ngenerator: { cpu: 100%, event_loop_p99: 5s, schedule_lag_p99: 5s }\n',
  );
  const run = await runMeasured([frame.cli, 'run', path, '--out', join(frame.folder, 'reports'), '--workers', '1', '--json', '--quiet']);
  const results = parseResults(run.output);
  if (!results.ok) throw new Error('the run left no results');
  const { series, phases } = results.report.run;
  const seconds = ((phases[0]?.endMs ?? 0) - (phases[0]?.startMs ?? 0)) / 1_000;
  return { bytesPerSec: (series[0]?.perPhase[0]?.bytesSent ?? 0) / seconds, peakBytes: run.peakBytes };
}

async function uploadByCurl(frame: BenchFrame, origin: string, chunksEach: number): Promise<Upload> {
  const file = join(frame.folder, 'chunk.bin');
  await writeFile(file, Buffer.alloc(CHUNK_BYTES, 'load-gate '));
  const config = join(frame.folder, 'curl.txt');
  const chunks = Array.from({ length: UPLOADERS * chunksEach }, (_, index) => index);
  await writeFile(
    config,
    chunks.map((index) => `upload-file = "${file}"\nurl = "${origin}/v1/files/1/chunks?index=${index}"\noutput = "/dev/null"\n`).join(''),
  );
  const began = performance.now();
  await promisify(execFile)('curl', ['--silent', '--fail', '--parallel', '--parallel-max', String(UPLOADERS), '--config', config]);
  const seconds = (performance.now() - began) / 1_000;
  return { bytesPerSec: (chunks.length * CHUNK_BYTES) / seconds, peakBytes: 0 };
}
