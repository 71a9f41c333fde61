import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const ORDER = '{"product":7,"quantity":2,"note":"please ring twice"}';

const STEPS = `
steps:
  - get: /health
    expect: { header: { content-type: /json/ }, json: { $.status: healthy } }
  - get: /api/products
    expect: { header: { content-type: application/json }, json: { $.total: 5, $.items: { min_length: 5 } } }
  - get: /api/products/7
    expect: { header: { cache-control: no-store }, json: { $.id: 7, $.price: { min: 1 } } }
  - post: /api/orders
    json: { product: 7, quantity: 2, note: please ring twice }
    expect: { status: 201, header: { content-type: /json/ }, json: { $.state: accepted } }
  - get: /api/orders/3
    expect: { header: { content-type: /json/ }, json: { $.state: accepted, $.lines: { max: 9 } } }
`;

// The generator may well be saturated here; the bench is about its cost, and nothing but a failed request is to fail it.
const SLA = `
endpoints: { "*": { p95: 10s, error_budget: 0% } }
generator: { schedule_lag_p99: 60s, event_loop_p99: 60s, cpu: 100%, missed: 100% }
`;

/** The five endpoints, as load-gate and as autocannon want them. */
export interface BenchInputs {
  readonly sla: string;
  /** A scenario with these phases, as a file. */
  scenario(name: string, phases: string): Promise<string>;
  readonly har: string;
}

/** Writes the inputs of both tools into a folder. */
export async function writeInputs(folder: string, origin: string): Promise<BenchInputs> {
  await mkdir(folder, { recursive: true });
  const write = async (name: string, text: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };
  const gets = ['/health', '/api/products', '/api/products/7'].map((path) => ({ method: 'GET', url: origin + path, headers: [] }));
  const entries = [
    ...gets,
    {
      method: 'POST',
      url: `${origin}/api/orders`,
      headers: [{ name: 'content-type', value: 'application/json' }],
      postData: { mimeType: 'application/json', text: ORDER },
    },
    { method: 'GET', url: `${origin}/api/orders/3`, headers: [] },
  ].map((request) => ({ request }));
  return {
    sla: await write('sla.yaml', SLA),
    har: await write('requests.har', JSON.stringify({ log: { entries } })),
    scenario: (name, phases) =>
      write(
        `${name}.yaml`,
        `name: bench ${name}\ntarget: ${origin}\ntime_box: 5m\nhttp: { timeout: 30s }\n${STEPS}phases:\n  - ${phases}\n`,
      ),
  };
}
