import { Client, type Dispatcher } from 'undici';

/** The floor: undici's raw dispatch in a closed loop, one client per connection, nothing measured and nothing checked. */
const [origin = '', connections = '1', requests = '1'] = process.argv.slice(2);

const ORDER = Buffer.from('{"product":7,"quantity":2,"note":"please ring twice"}');
const CALLS: readonly Pick<Dispatcher.DispatchOptions, 'method' | 'path' | 'headers' | 'body'>[] = [
  { method: 'GET', path: '/health' },
  { method: 'GET', path: '/api/products' },
  { method: 'GET', path: '/api/products/7' },
  { method: 'POST', path: '/api/orders', headers: ['content-type', 'application/json'], body: ORDER },
  { method: 'GET', path: '/api/orders/3' },
];

let left = Number(requests);

function loop(client: Client, turn: number): void {
  const call = CALLS[turn % CALLS.length];
  if (!call || left === 0) {
    client.close().catch(fail);
    return;
  }
  left--;
  client.dispatch(call, {
    onRequestStart: () => undefined,
    onResponseStart: () => undefined,
    onResponseData: () => undefined,
    onResponseEnd: () => loop(client, turn + 1),
    onResponseError: (_controller, error) => fail(error),
  });
}

function fail(error: unknown): void {
  console.error(error);
  process.exit(1);
}

for (let index = 0; index < Number(connections); index++) {
  loop(new Client(origin, { pipelining: 1, headersTimeout: 0, bodyTimeout: 0 }), 0);
}
