import { spawn, type ChildProcess } from 'node:child_process';
import { withholdCredentials } from '../mask-secrets.ts';
import { formatDuration } from '../units.ts';

const MOST_BYTES = 65_536;

export interface CommandOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly timeoutMs: number;
}

/**
 * Runs a program without a shell, and answers the one number that it prints. Fails with a sentence, in which the last line of its errors is whole. Whatever it has started is killed with it when its time is up, when it
 * prints too much, when the signal is aborted, and when it is done.
 */
export function runCommand([program = '', ...args]: readonly string[], options: CommandOptions, signal: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new Error('it was given up'));
    // A group of its own, so that its children can be ended with it.
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: { ...withholdCredentials(options.env) },
      shell: false,
      detached: true,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const heard = { out: '', err: '', bytes: 0 };
    let isOver = false;
    const settle = (act: () => void): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      // What it has left running is of no more use than what hangs.
      killTree(child);
      act();
    };
    const fail = (reason: string): void => settle(() => reject(new Error(reason)));
    const giveUp = (): void => fail('it was given up');
    const timer = setTimeout(() => fail(`it did not end within ${formatDuration(options.timeoutMs)}`), options.timeoutMs);
    signal.addEventListener('abort', giveUp, { once: true });
    const hear = (stream: 'out' | 'err') => (chunk: Buffer) => {
      heard.bytes += chunk.byteLength;
      if (heard.bytes > MOST_BYTES) return fail(`it printed more than ${MOST_BYTES} bytes`);
      heard[stream] += chunk.toString('utf8');
    };
    // First: without file descriptors left there are no streams to listen to, and this is how it is told.
    child.on('error', (error) => fail(`it could not be started: ${'code' in error ? String(error.code) : error.message}`));
    child.stdout.on('data', hear('out'));
    child.stderr.on('data', hear('err'));
    child.on('close', (code, killedBy) => {
      const said = heard.err.trim().split('\n').at(-1) ?? '';
      if (code !== 0)
        return fail(`it ended with ${code === null ? String(killedBy) : `exit code ${code}`}${said === '' ? '' : `: ${said}`}`);
      const number = parseNumber(heard.out);
      if (number === undefined) return fail(`it did not print one number: ${JSON.stringify(heard.out.trim())}`);
      settle(() => resolve(number));
    });
  });
}

/** One number and nothing else but space around it. */
function parseNumber(text: string): number | undefined {
  const word = text.trim();
  return /^[+-]?\d{1,300}(?:\.\d{1,300})?(?:[eE][+-]?\d{1,3})?$/.test(word) ? Number(word) : undefined;
}

function killTree(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The group is gone already, or the system has none: then its first process alone.
    child.kill('SIGKILL');
  }
}
