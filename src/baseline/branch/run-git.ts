import { execFile } from 'node:child_process';

/** A fetch over a slow line; beyond it git hangs, most often at a question that nobody will answer. */
const LONGEST_MS = 120_000;

/** How git ended. `stderr` may hold credentials: it must go through a mask before anybody sees it. */
export interface GitResult {
  /** Undefined when it did not end by itself. */
  readonly code: number | undefined;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Where and how git runs. */
export interface GitPlace {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** What one call may need beyond its words. */
export interface GitCall {
  readonly input?: Uint8Array;
  /** Of stdout and of stderr; more ends git. */
  readonly mostBytes?: number;
  /** Added to the environment. */
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs git without a shell. Rejects only when git cannot be started; whatever git itself says is a result. */
export function runGit(place: GitPlace, args: readonly string[], { input, mostBytes = 16_000_000, env }: GitCall = {}): Promise<GitResult> {
  const { promise, resolve, reject } = Promise.withResolvers<GitResult>();
  const options = {
    cwd: place.cwd,
    env: { ...place.env, ...env },
    encoding: 'buffer',
    maxBuffer: mostBytes,
    timeout: LONGEST_MS,
    killSignal: 'SIGKILL',
  } as const;
  const child = execFile('git', [...args], options, (error, stdout, stderr) => {
    if (error === null) return resolve({ code: 0, stdout, stderr: stderr.toString() });
    if (typeof error.code === 'number') return resolve({ code: error.code, stdout, stderr: stderr.toString() });
    if (error.killed === true) {
      return resolve({ code: undefined, stdout, stderr: `${stderr.toString()}\ngit was ended: it took too long or wrote too much` });
    }
    if (error.signal) return resolve({ code: undefined, stdout, stderr: `${stderr.toString()}\ngit was ended by ${error.signal}` });
    if (String(error.code) === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') {
      return resolve({ code: undefined, stdout, stderr: 'git wrote too much' });
    }
    // Not the error itself: its text repeats the command line.
    return reject(new Error(`git cannot be started (${error.code ?? 'no code'})`));
  });
  // git may end before it has read everything; its exit code says why.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input ?? '');
  return promise;
}
