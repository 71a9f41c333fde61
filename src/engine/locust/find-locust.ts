import { execFile, type ExecFileException } from 'node:child_process';
import { basename, resolve } from 'node:path';
import { GateError } from '../../gate-error.ts';
import { cleanText } from '../../report/clean-text.ts';
import { formatDuration } from '../../units.ts';

/** A Locust that can be started. */
export interface Locust {
  /** Program and its first arguments. */
  readonly command: readonly [string, ...string[]];
  /** As it names itself: `2.47.0`. */
  readonly version: string;
  /** Of the Python that it runs in; empty: it does not say. */
  readonly python: string;
}

type Env = Readonly<Record<string, string | undefined>>;

/** The oldest that has what the locustfile asks of it. */
const OLDEST = [2, 40] as const;
const NEEDED = `${OLDEST.join('.')} or newer`;
/** A cold start of Python on a busy machine. */
const LONGEST_MS = 60_000;
/** Of what a program says when it fails. */
const LONGEST_WORDS = 200;
const HINT = 'pip install locust, or set LOAD_GATE_LOCUST to the locust (or python) of a virtual environment';

const asked = new Map<string, Promise<Locust>>();

/** The Locust of LOAD_GATE_LOCUST (its program, or a Python that has it), or the one on the PATH, or that of python3; asked once. Throws GateError when there is none. */
export function findLocust(env: Env): Promise<Locust> {
  const key = JSON.stringify([env['LOAD_GATE_LOCUST'], env['PATH']]);
  const known = asked.get(key) ?? askAll(env);
  asked.set(key, known);
  return known;
}

async function askAll(env: Env): Promise<Locust> {
  const named = env['LOAD_GATE_LOCUST'] ?? '';
  const commands: readonly Locust['command'][] = named === '' ? [['locust'], ['python3', '-m', 'locust']] : [commandOf(named)];
  const problems: string[] = [];
  for (const command of commands) {
    const answer = await askVersion(command, env);
    if (answer.kind === 'said') return readVersion(command, answer.text);
    problems.push(answer.why);
  }
  const why = `${named === '' ? '' : 'LOAD_GATE_LOCUST names no Locust that runs: '}${problems.join(', and ')}`;
  throw missing(`${why}; --engine locust needs Locust ${NEEDED}`, HINT);
}

function missing(message: string, hint: string): GateError {
  return new GateError('LOAD_GATE_LOCUST_MISSING', message, { hint });
}

/** A path is made whole: Locust is started in a folder of its own. */
function commandOf(named: string): Locust['command'] {
  const program = basename(named) === named ? named : resolve(named);
  return /^python[\d.]*$/.test(basename(named)) ? [program, '-m', 'locust'] : [program];
}

/** What came of `locust --version`: what it prints, or in words why it prints nothing. */
type Answer = { readonly kind: 'said'; readonly text: string } | { readonly kind: 'failed'; readonly why: string };

function askVersion(command: Locust['command'], env: Env): Promise<Answer> {
  const [program, ...args] = command;
  return new Promise((answer) => {
    const options = { env, timeout: LONGEST_MS, maxBuffer: 65_536, killSignal: 'SIGKILL' } as const;
    execFile(program, [...args, '--version'], options, (error, stdout, stderr) =>
      answer(error ? { kind: 'failed', why: explainFailure(command, error, stderr) } : { kind: 'said', text: stdout }),
    );
  });
}

/** A script whose Python is gone is told as one that is not there. */
function explainFailure(command: Locust['command'], { code, killed }: ExecFileException, stderr: string): string {
  const [program] = command;
  if (code === 'ENOENT')
    return program === basename(program) ? `there is no ${program} on the PATH` : `there is no ${program}, or no Python for it`;
  if (typeof code === 'string') return `${program} cannot be run (${code})`;
  if (killed === true) return `${command.join(' ')} has not answered within ${formatDuration(LONGEST_MS)}`;
  const last = stderr.trim().split('\n').at(-1) ?? '';
  return last === ''
    ? `${command.join(' ')} ended with exit code ${code ?? 'unknown'}`
    : `${command.join(' ')} says "${cleanText(last, LONGEST_WORDS)}"`;
}

function readVersion(command: Locust['command'], said: string): Locust {
  const [, version = '', major = '', minor = ''] = /^locust ((\d{1,4})\.(\d{1,4})[\w.+-]{0,40})/m.exec(said) ?? [];
  if (version === '') throw missing(`${command.join(' ')} does not say its version: --engine locust needs Locust ${NEEDED}`, HINT);
  const isOld = Number(major) < OLDEST[0] || (Number(major) === OLDEST[0] && Number(minor) < OLDEST[1]);
  if (isOld) {
    const hint = 'pip install --upgrade locust, or set LOAD_GATE_LOCUST to the locust of a virtual environment that has a newer one';
    throw missing(`Locust ${version} is too old (${command.join(' ')}): --engine locust needs ${NEEDED}`, hint);
  }
  return { command, version, python: /\(Python ([\w.+-]{1,40})/.exec(said)?.[1] ?? '' };
}
