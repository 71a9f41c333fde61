import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The same users, waits and requests, for any of the engines. */
export interface Users {
  readonly users: number;
  readonly seconds: number;
  /** None: the next request follows the answer at once. */
  readonly wait: 'none' | '1s..5s';
}

/** A load generator, and how it is told what to do. */
export interface Engine {
  readonly name: string;
  command(users: Users): Promise<readonly [string, ...string[]]>;
  readonly env: Readonly<Record<string, string>>;
  /** The name of the process that has the users. */
  readonly process: RegExp;
  readonly codes: readonly number[];
}

export interface EnginePlaces {
  /** For whatever is written. */
  readonly folder: string;
  readonly origin: string;
  readonly cli: string;
  readonly python: string;
  readonly k6: string;
}

// A small answer and a small request, each with a token; an id of its own and a random number in what is sent; the status is checked.
const STEPS = `
vars: { id: { uuid: true }, product: { int: [1, 10000] } }
users:
  visitor:
    think: THINK
    steps:
      - get: /api/products/7
        headers: { authorization: Bearer 0123456789abcdef }
      - post: /api/orders
        headers: { authorization: Bearer 0123456789abcdef }
        json: { id: "\${id}", product: "\${product}", quantity: 2, note: please ring twice }
`;

const LOCUSTFILE = `import random
import uuid

from locust import FastHttpUser, between, task

SIGNED = {"authorization": "Bearer 0123456789abcdef"}


class Visitor(FastHttpUser):
    WAIT

    @task
    def visit(self):
        self.client.get("/api/products/7", headers=SIGNED)
        order = {"id": str(uuid.uuid4()), "product": random.randint(1, 10000), "quantity": 2, "note": "please ring twice"}
        self.client.post("/api/orders", headers=SIGNED, json=order)
`;

const K6_SCRIPT = `import http from 'k6/http';
import { check, sleep } from 'k6';

const signed = { authorization: 'Bearer 0123456789abcdef' };
export const options = { thresholds: { checks: ['rate==1'] } };

export default function () {
  const product = http.get(\`\${__ENV.TARGET}/api/products/7\`, { headers: signed });
  check(product, { 'is 200': (answer) => answer.status === 200 });
  const order = { id: crypto.randomUUID(), product: 1 + Math.floor(10000 * Math.random()), quantity: 2, note: 'please ring twice' };
  const made = http.post(\`\${__ENV.TARGET}/api/orders\`, JSON.stringify(order), { headers: { ...signed, 'content-type': 'application/json' } });
  check(made, { 'is 201': (answer) => answer.status === 201 });
  WAIT
}
`;

/** Nothing but a failed request fails it: the bench is about its cost. */
export const TOLERANT = `endpoints: { "*": { error_budget: 0% } }
generator: { schedule_lag_p99: 60s, event_loop_p99: 60s, cpu: 100%, missed: 100% }
`;

/** load-gate's two engines, Locust as its users write it, and k6. */
export function listEngines(places: EnginePlaces): readonly Engine[] {
  const { folder, origin, python, k6 } = places;
  const gate = (engine: GateEngine): Omit<Engine, 'name'> => ({
    process: PROCESSES[engine],
    codes: GATE_CODES,
    command: ({ users, seconds, wait }) => {
      const steps = STEPS.replace('    think: THINK\n', wait === 'none' ? '' : `    think: ${wait}\n`);
      const phases = `phases: [{ users: ${users}, duration: ${seconds}s }]\n`;
      const scenario = `name: engines\ntarget: ${origin}\ntime_box: 10m\nhttp: { timeout: 30s }\n${steps}${phases}`;
      return gateCommand(places, engine, { scenario, sla: TOLERANT });
    },
    env: gateEnv(places),
  });
  const locust: Engine['command'] = async ({ users, seconds, wait }) => {
    const text =
      wait === 'none'
        ? LOCUSTFILE.replace('    WAIT\n\n', '').replace('between, ', '')
        : LOCUSTFILE.replace('WAIT', 'wait_time = between(1, 5)');
    const file = await write(folder, 'locustfile.py', text);
    const flags = ['--headless', '--only-summary', '--users', `${users}`, '--spawn-rate', `${users}`, '--run-time', `${seconds}s`];
    return [python, '-m', 'locust', '--locustfile', file, '--host', origin, ...flags];
  };
  const script: Engine['command'] = async ({ users, seconds, wait }) => {
    const file = await write(
      folder,
      'script.js',
      K6_SCRIPT.replace('  WAIT\n', wait === 'none' ? '' : '  sleep(1 + 4 * Math.random());\n'),
    );
    return [k6, 'run', '--quiet', '--no-usage-report', '--vus', `${users}`, '--duration', `${seconds}s`, file];
  };
  return [
    { name: 'load-gate', ...gate('embedded') },
    { name: 'load-gate --engine locust', ...gate('locust') },
    { name: 'Locust (FastHttpUser)', command: locust, env: {}, process: PROCESSES.locust, codes: [0] },
    { name: 'k6', command: script, env: { TARGET: origin }, process: /^k6$/, codes: [0] },
  ];
}

/** A neighbour that stops the machine for a second makes a run inconclusive, and costs it no CPU. */
export const GATE_CODES: readonly number[] = [0, 3];

export type GateEngine = 'embedded' | 'locust';

/** Node names its main thread. */
export const PROCESSES: Readonly<Record<GateEngine, RegExp>> = { embedded: /node|MainThread/, locust: /python|locust/ };

/** Of one thread or Locust process. */
export async function gateCommand(
  { folder, cli }: EnginePlaces,
  engine: GateEngine,
  files: { readonly scenario: string; readonly sla: string },
): Promise<readonly [string, ...string[]]> {
  const scenario = await write(folder, 'scenario.yaml', files.scenario);
  const sla = await write(folder, 'scenario.sla.yaml', files.sla);
  const flags = ['--out', join(folder, 'reports'), '--workers', '1', '--max-users', '20000', '--max-rate', '100000/s', '--json', '--quiet'];
  return [process.execPath, cli, 'run', scenario, '--sla', sla, ...flags, ...(engine === 'locust' ? ['--engine', engine] : [])];
}

/** Which Locust it drives. */
export function gateEnv({ python }: Pick<EnginePlaces, 'python'>): Readonly<Record<string, string>> {
  return { LOAD_GATE_LOCUST: python };
}

async function write(folder: string, name: string, text: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}
