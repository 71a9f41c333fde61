import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findTool } from '../../.ci/install-tools.ts';
import { listen } from './serve.ts';

/** A real Prometheus. */
export interface RunningPrometheus extends AsyncDisposable {
  readonly url: string;
}

const READY_MS = 30_000;

/** Starts one that scrapes `/metrics` of an address (`127.0.0.1:8080`, or a URL) every second, and waits until it answers. Rejects when it does not in time. */
export async function startPrometheus(target: string): Promise<RunningPrometheus> {
  const folder = await mkdtemp(join(tmpdir(), 'load-gate-prometheus-'));
  const address = target.replace(/^https?:\/\//, '');
  const config = `scrape_configs: [ { job_name: staging, scrape_interval: 1s, static_configs: [ { targets: ["${address}"] } ] } ]\n`;
  await writeFile(join(folder, 'prometheus.yml'), config);
  const port = await findPort();
  const url = `http://127.0.0.1:${port}`;
  const listening = [`--web.listen-address=127.0.0.1:${port}`, `--storage.tsdb.path=${folder}/data`];
  const binary = join(dirname(findTool('prometheus')), 'prometheus');
  const child = spawn(binary, [`--config.file=${folder}/prometheus.yml`, ...listening], { stdio: 'ignore' });
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    await rm(folder, { recursive: true, force: true });
  };
  for (let waitedMs = 0; waitedMs < READY_MS; waitedMs += 100) {
    const answer = await fetch(`${url}/-/ready`).catch(() => undefined);
    if (answer?.ok === true) return { url, [Symbol.asyncDispose]: stop };
    if (child.exitCode !== null) break;
    await sleep(100);
  }
  await stop();
  throw new Error('Prometheus did not begin to answer');
}

async function findPort(): Promise<number> {
  await using server = await listen(createServer(), 'tcp');
  return server.port;
}
