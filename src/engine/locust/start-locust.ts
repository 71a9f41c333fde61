import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Locust } from './find-locust.ts';
import { splitLines } from './split-lines.ts';

/** How a Locust is to run. */
export interface LocustStart {
  readonly locust: Locust;
  /** The locustfile. */
  readonly text: string;
  /** What it reads from the file that LOAD_GATE_DATA names; undefined: nothing. */
  readonly data: string | undefined;
  /** What makes the load, as flags of Locust. */
  readonly flags: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A line that the locustfile reports; undefined: one that is too long to be one. */
  readonly onLine: (line: string | undefined) => void;
  /** A line of its log, as it came. */
  readonly onLog: (line: string) => void;
  /** It is over, in words. */
  readonly onExit: (how: string) => void;
}

/** A Locust that runs, with all processes that it has started. */
export interface RunningLocust {
  /** Tells its first process alone: the others follow its word. */
  signal(name: 'SIGINT' | 'SIGTERM'): void;
  /** Takes the rows away that it has read: they hold secrets, and this process may be killed before `close`. */
  dropData(): void;
  /** Ends everything that is left of it, at once, and takes its file away. Idle when it is over. */
  close(): void;
}

/** The descriptor of the pipe that the locustfile reports to. */
const REPORT_FD = 3;
const DATA_FILE = 'data.json';
/** A worker's seconds of some minutes, which a master that hung hands in at once. */
const LONGEST_LINE = 64 * 1024 * 1024;
const LONGEST_LOG_LINE = 16 * 1024;

/** Starts a Locust on that file, in a process group of its own; nothing of it outlives `close`, nor this process. */
export function startLocust(start: LocustStart): RunningLocust {
  const folder = mkdtempSync(join(tmpdir(), 'load-gate-locust-'));
  const file = keepFile(folder, 'locustfile.py', start.text);
  const [program, ...args] = start.locust.command;
  const child = spawn(program, [...args, '-f', file, '--headless', '--only-summary', ...start.flags], {
    cwd: folder,
    env: {
      ...start.env,
      LOAD_GATE_REPORT_FD: String(REPORT_FD),
      ...(start.data !== undefined && { LOAD_GATE_DATA: keepFile(folder, DATA_FILE, start.data) }),
      PYTHONUTF8: '1',
      PYTHONUNBUFFERED: '1',
      PYTHONDONTWRITEBYTECODE: '1',
    },
    shell: false,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const close = (): void => {
    process.off('exit', close);
    killGroup(child);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', close);
  listen(child, start);
  return {
    signal: (name) => void child.kill(name),
    dropData: () => rmSync(join(folder, DATA_FILE), { force: true }),
    close,
  };
}

/** For nobody else on this machine. */
function keepFile(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text, { mode: 0o600, flag: 'wx' });
  return path;
}

function listen(child: ChildProcess, { onLine, onLog, onExit }: LocustStart): void {
  let isOver = false;
  const exit = (how: string): void => {
    if (isOver) return;
    isOver = true;
    onExit(how);
  };
  // First: without file descriptors left there are no streams to listen to, and this is how it is told.
  child.on('error', (error) => exit(`could not be started: ${'code' in error ? String(error.code) : error.message}`));
  const [, , log, reports] = child.stdio;
  if (log instanceof Readable) void splitLines(log, LONGEST_LOG_LINE, (line) => line !== undefined && onLog(line));
  if (!(reports instanceof Readable)) return;
  const told = splitLines(reports, LONGEST_LINE, onLine);
  // Children that are left keep the pipe open: what the first process has said is in it by then.
  child.on('exit', (code, signal) => {
    const how = `ended with ${code === null ? String(signal) : `exit code ${code}`}`;
    void Promise.race([told, new Promise((resolve) => setTimeout(resolve, LAST_WORDS_MS))]).then(() => exit(how));
  });
}

/** Between the end of the first process and the end of what it has said. */
const LAST_WORDS_MS = 1_000;

function killGroup(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The whole group is gone already.
  }
}
