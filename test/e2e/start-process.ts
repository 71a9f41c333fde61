import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** How a process ended and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly pid: number;
  kill(signal: NodeJS.Signals): void;
  /** Resolves when standard output or standard error has held the text; rejects when the process ends before. */
  saw(text: string): Promise<void>;
  /** The first match in standard output or standard error, however long it takes to come; rejects when the process ends before. */
  read(pattern: RegExp): Promise<RegExpExecArray>;
  /** What is waited for; rejects when the process ends before. */
  until(event: Promise<void>): Promise<void>;
  readonly ended: Promise<Ended>;
}

export interface ProcessOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The Node to run it with; default: this one. */
  readonly node?: string;
}

const LONGEST_MS = 90_000; // a hang is a failure, and must not outlive its test

/** Runs a file with Node in an environment that holds nothing but what is given (and PATH). */
export function startProcess(file: string, args: readonly string[], options: ProcessOptions): Started {
  const env = { PATH: process.env['PATH'] ?? '', ...options.env };
  const child = spawn(options.node ?? process.execPath, [file, ...args], { cwd: options.cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { stdout: '', stderr: '' };
  const watchers = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      texts[name] += chunk;
      for (const watcher of watchers) watcher();
    });
  }
  const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_MS);
  const ended = once(child, 'close').then((): Ended => {
    clearTimeout(timer);
    return { code: child.exitCode, signal: child.signalCode, ...texts };
  });
  const until = (event: Promise<void>): Promise<void> =>
    Promise.race([
      event,
      ended.then((end) => Promise.reject(new Error(`it ended too early, with ${end.code ?? end.signal}:\n${end.stdout}\n${end.stderr}`))),
    ]);
  const find = async <Found>(look: (text: string) => Found | undefined): Promise<Found> => {
    const found = Promise.withResolvers<Found>();
    const watcher = (): void => {
      const value = look(`${texts.stdout}\n${texts.stderr}`);
      if (value === undefined) return;
      watchers.delete(watcher);
      found.resolve(value);
    };
    watchers.add(watcher);
    watcher();
    await until(found.promise.then(() => undefined));
    return found.promise;
  };
  return {
    pid: child.pid ?? -1,
    kill: (signal) => void child.kill(signal),
    saw: async (text) => void (await find((said) => (said.includes(text) ? true : undefined))),
    read: (pattern) => find((said) => pattern.exec(said) ?? undefined),
    until,
    ended,
  };
}

/** Runs it to its end. */
export function runProcess(file: string, args: readonly string[], options: ProcessOptions): Promise<Ended> {
  return startProcess(file, args, options).ended;
}
