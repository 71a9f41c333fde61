import { execFile } from 'node:child_process';
import { basename } from 'node:path';
import { GateError } from '../../gate-error.ts';

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
/** A cold start of Python on a busy machine. */
const LONGEST_MS = 60_000;
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
  for (const command of commands) {
    const said = await askVersion(command, env);
    if (said !== undefined) return readVersion(command, said);
  }
  const where = named === '' ? 'there is no locust on the PATH, and python3 has none' : 'LOAD_GATE_LOCUST names no Locust that runs';
  throw new GateError('LOAD_GATE_LOCUST_MISSING', `${where}: --engine locust needs Locust ${OLDEST.join('.')} or newer`, { hint: HINT });
}

function commandOf(named: string): Locust['command'] {
  return /^python[\d.]*$/.test(basename(named)) ? [named, '-m', 'locust'] : [named];
}

/** What `locust --version` prints; undefined: it cannot be run. */
function askVersion([program, ...args]: Locust['command'], env: Env): Promise<string | undefined> {
  return new Promise((resolve) => {
    const options = { env, timeout: LONGEST_MS, maxBuffer: 65_536, killSignal: 'SIGKILL' } as const;
    execFile(program, [...args, '--version'], options, (error, stdout) => resolve(error ? undefined : stdout));
  });
}

function readVersion(command: Locust['command'], said: string): Locust {
  const [, version = '', major = '', minor = ''] = /^locust ((\d{1,4})\.(\d{1,4})[\w.+-]{0,40})/m.exec(said) ?? [];
  const isOld = Number(major) < OLDEST[0] || (Number(major) === OLDEST[0] && Number(minor) < OLDEST[1]);
  if (version === '' || isOld) {
    const found = version === '' ? `${command.join(' ')} does not say its version` : `Locust ${version} is too old`;
    throw new GateError('LOAD_GATE_LOCUST_MISSING', `${found}: --engine locust needs ${OLDEST.join('.')} or newer`, {
      hint: 'pip install --upgrade locust',
    });
  }
  return { command, version, python: /\(Python ([\w.+-]{1,40})/.exec(said)?.[1] ?? '' };
}
