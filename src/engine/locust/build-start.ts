import { createServer } from 'node:net';
import { withholdCredentials } from '../../mask-secrets.ts';
import type { LocustWorkers } from './locust-terms.ts';
import type { Locustfile } from './locustfile/render-locustfile.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Locust's own, where nobody says otherwise. */
const MASTER_PORT = '5557';
/** Where the workers of other machines find the master. */
const BIND = ['LOCUST_MASTER_BIND_HOST', 'LOCUST_MASTER_BIND_PORT'] as const;

/** Flags of Locust for these workers; those of this machine meet on a port that is free, and that no other machine reaches. */
export async function buildFlags(workers: LocustWorkers): Promise<readonly string[]> {
  if (workers.kind === 'expected') return ['--master', '--expect-workers', String(workers.count)];
  const [host, port] = ['127.0.0.1', String(await findPort())];
  const bind = ['--master-bind-host', host, '--master-bind-port', port];
  return ['--processes', String(workers.count), ...bind, '--master-host', host, '--master-port', port];
}

/**
 * What Locust is given of the environment: not what is meant for load-gate alone but for the secrets that the scenario names, and none of the variables that are flags of
 * Locust, or they would change the load. Where a master of other machines' workers listens stays the user's.
 */
export function buildEnvironment(env: Env, workers: LocustWorkers, { secrets, host }: Pick<Locustfile, 'secrets' | 'host'>): Env {
  const kept = new Set<string>([...secrets, ...(workers.kind === 'expected' ? BIND : [])]);
  const own = Object.entries(withholdCredentials(env)).filter(([name]) => !name.startsWith('LOCUST_'));
  const given = [...kept].map((name) => [name, env[name]] as const);
  return { ...Object.fromEntries(own), ...Object.fromEntries(given), ...(host !== undefined && { LOCUST_HOST: host }) };
}

/** What is to be typed on the other machines, as a note. `host` is what this one calls itself; `needsData`: rows are not in the file. */
export function describeWorkers(count: number, host: string, env: Env, needsData: boolean): string {
  const bound = env['LOCUST_MASTER_BIND_HOST'] ?? '*';
  const port = env['LOCUST_MASTER_BIND_PORT'] ?? MASTER_PORT;
  const address = bound === '*' || bound === '0.0.0.0' || bound === '' ? host : bound;
  const command = `${needsData ? 'LOAD_GATE_DATA=FILE ' : ''}locust -f - --worker --master-host ${address} --master-port ${port}`;
  const from = needsData
    ? 'load-gate export locust --data FILE writes the rows with secrets there, and prints what may stand after -f, too'
    : 'or -f with the file that load-gate export locust prints';
  return `Waiting for ${count === 1 ? 'a Locust worker' : `${count} Locust workers`} on port ${port}. On each machine: ${command} (${from})`;
}

function findPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
