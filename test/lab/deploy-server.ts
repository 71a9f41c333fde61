import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A running deployment. */
export interface Deployment {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const START_MS = 20_000;

/** Starts a fresh process and waits until it listens; rejects when it does not in time, and leaves no process then. */
export async function deployServer(seed: number, slow?: { readonly path: string; readonly factor: number }): Promise<Deployment> {
  const args = [String(seed), ...(slow ? [slow.path, String(slow.factor)] : [])];
  const child = fork(join(import.meta.dirname, 'lab-server.ts'), args, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = once(child, 'close');
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  try {
    const heard: unknown = await Promise.race([once(child, 'message', { signal: AbortSignal.timeout(START_MS) }), ended.then(() => [0])]);
    const port: unknown = Array.isArray(heard) ? heard[0] : 0;
    if (typeof port !== 'number' || port === 0) throw new Error('a server of the lab does not listen');
    return { url: `http://127.0.0.1:${port}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
