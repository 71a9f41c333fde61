import { createServer } from 'node:net';

/**
 * The target of the bench, in its own process: keep-alive, an answer per request at once, and hardly any CPU, so that the generators get the core.
 * It reads no more HTTP than it must: heads end with an empty line, bodies are as long as content-length says.
 */
const PRODUCT = { id: 7, name: 'Walnut desk', price: 249, currency: 'EUR', stock: 12, description: 'Solid wood, oiled by hand.' };

const ANSWERS: readonly (readonly [start: string, answer: Buffer])[] = [
  ['GET /health ', answerOf(200, { status: 'healthy' })],
  ['GET /api/products ', answerOf(200, { items: Array.from({ length: 5 }, (_entry, id) => ({ ...PRODUCT, id })), total: 5 })],
  ['GET /api/products/7 ', answerOf(200, PRODUCT)],
  ['POST /api/orders ', answerOf(201, { id: 3, state: 'accepted' })],
  ['GET /api/orders/3 ', answerOf(200, { id: 3, state: 'accepted', lines: 1 })],
];
const NOT_FOUND = answerOf(404, { error: 'not found' });

function answerOf(status: number, value: unknown): Buffer {
  const body = JSON.stringify(value);
  const head = `HTTP/1.1 ${status} ${status < 300 ? 'OK' : 'Not Found'}\r\ncontent-type: application/json\r\ncache-control: no-store\r\n`;
  return Buffer.from(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

let answered = 0;

const server = createServer({ noDelay: true }, (socket) => {
  let rest = '';
  socket.on('data', (chunk) => {
    rest += chunk.toString('latin1');
    for (let end = rest.indexOf('\r\n\r\n'); end >= 0; end = rest.indexOf('\r\n\r\n')) {
      const length = rest.startsWith('POST') ? Number(/\r\ncontent-length: (\d+)/i.exec(rest.slice(0, end + 2))?.[1] ?? 0) : 0;
      if (rest.length < end + 4 + length) return;
      const head = rest;
      answered++;
      socket.write(ANSWERS.find(([start]) => head.startsWith(start))?.[1] ?? NOT_FOUND);
      rest = rest.slice(end + 4 + length);
    }
  });
  // A generator that ends cuts its connections; the next one opens new ones.
  socket.on('error', () => socket.destroy());
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) process.send?.(address.port);
});
// Whoever asks is told the CPU of this process so far, ms, or how many requests it has answered.
process.on('message', (asked: 'cpu' | 'answered') => {
  const { user, system } = process.cpuUsage();
  process.send?.(asked === 'cpu' ? (user + system) / 1_000 : answered);
});
process.on('disconnect', () => process.exit());
