import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import { SeededRandom } from '../../src/seeded-random.ts';
import { LAB_ENDPOINTS, type LabEndpoint } from './lab-scenario.ts';

/*
 * One deployment, in a process of its own, with the noise that services have: single requests differ (log-normal), they queue for one of a few connections
 * to their data, so that one slow moment makes the next one slow, they share one thread that renders and signs answers, and its garbage is collected.
 *
 *   node lab-server.ts SEED [PATH FACTOR]   PATH is slower by FACTOR in all of its quantiles
 *
 * It tells its parent the port, and ends with it.
 */

/** At 100 requests per second and endpoint two thirds of them are busy, and bursts of arrivals queue. */
const CONNECTIONS = 15;
/** Of ln service time: p95 is 1.9 times the median. */
const SERVICE_SD = 0.4;
const ITEMS = 40;

interface Waiting {
  readonly arrivedMs: number;
  readonly endpoint: LabEndpoint;
  readonly response: ServerResponse;
}

const [seed = '', slowPath = '', slowFactor = '1'] = process.argv.slice(2);
const random = new SeededRandom(Number(seed));
const queue: Waiting[] = [];
let busy = 0;

/** Box & Muller 1958. */
function drawNormal(): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

function serveNext(): void {
  const waiting = busy < CONNECTIONS ? queue.shift() : undefined;
  if (!waiting) return;
  const { arrivedMs, endpoint, response } = waiting;
  busy++;
  const factor = endpoint.path === slowPath ? Number(slowFactor) : 1;
  const waitedMs = performance.now() - arrivedMs;
  const serviceMs = endpoint.medianMs * Math.exp(SERVICE_SD * drawNormal());
  // The connection is held for the unchanged time: only the planted endpoint is slower, and by the factor in what it waited, too.
  setTimeout(() => {
    busy--;
    serveNext();
  }, serviceMs);
  setTimeout(() => answer(endpoint, response), serviceMs * factor + waitedMs * (factor - 1));
}

function answer({ path }: LabEndpoint, response: ServerResponse): void {
  const items = Array.from({ length: ITEMS }, (_, id) => ({ id, path, price: random.nextInt(1, 500), note: `item ${id} of ${path}` }));
  const text = JSON.stringify(items);
  let signature = '';
  for (let round = 0; round < 8; round++) signature = createHash('sha256').update(signature).update(text).digest('hex');
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ items: items.slice(0, 5), total: items.length, signature }));
}

const server = createServer((request, response) => {
  const endpoint = LAB_ENDPOINTS.find(({ path }) => path === request.url);
  request.resume();
  if (!endpoint) {
    response.statusCode = 404;
    response.end();
    return;
  }
  queue.push({ arrivedMs: performance.now(), endpoint, response });
  serveNext();
});
// Idle connections stay: a fresh one is no part of what is compared.
server.keepAliveTimeout = 600_000;
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' && address ? address.port : 0);
});
