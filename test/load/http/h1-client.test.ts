import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { suite, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Dispatcher } from 'undici';
import { H1Client } from '../../../src/load/http/h1-client.ts';
import type { H1Request } from '../../../src/load/http/h1-request.ts';

interface Answer {
  status: number;
  body: string;
  error: (Error & { code?: string }) | undefined;
}

const OK = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok';

/** A server that says literally what it is told to, and what it heard. */
async function startServer(onRequest: (socket: Socket, request: number) => void, onBytes?: (socket: Socket, chunk: Buffer) => void) {
  const heard: string[] = [];
  let connections = 0;
  let requests = 0;
  let nowUs = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    connections++;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      onBytes?.(socket, chunk);
      heard.push(chunk.toString('latin1'));
      if (/^[A-Z]+ /.test(chunk.toString('latin1'))) onRequest(socket, ++requests);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const client = new H1Client(
    `http://127.0.0.1:${port}`,
    (_options, callback) => {
      const socket = connect(port, '127.0.0.1');
      const failed = (error: Error): void => callback(error, null);
      socket.once('error', failed).once('connect', () => callback(null, socket.off('error', failed)));
    },
    { idleMs: 60_000, clock: { nowUs: () => nowUs } },
  );
  return {
    client,
    port,
    heard,
    sockets,
    connections: () => connections,
    waitUs: (us: number) => void (nowUs += us),
    [Symbol.asyncDispose]: async () => {
      await client.destroy();
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function ask(client: H1Client, request: Partial<H1Request> = {}): Promise<Answer> {
  return new Promise((resolve) => {
    const answer: Answer = { status: 0, body: '', error: undefined };
    // The transport hands over a call's fields in the same way.
    client.dispatch({ method: 'GET', path: '/', headers: [], body: null, ...request } as Dispatcher.DispatchOptions, {
      onRequestStart: () => undefined,
      onResponseStart: (_controller, status) => void (answer.status = status),
      onResponseData: (_controller, chunk) => void (answer.body += chunk.toString()),
      onResponseEnd: () => resolve(answer),
      onResponseError: (_controller, error) => resolve({ ...answer, error }),
    });
  });
}

suite('the client for plain HTTP/1.1', () => {
  test('carries one request after the other over one connection', async () => {
    await using server = await startServer((socket) => socket.write(OK));
    for (let turn = 0; turn < 5; turn++) assert.deepEqual(await ask(server.client), { status: 200, body: 'ok', error: undefined });
    assert.equal(server.connections(), 1);
  });

  test('sends exactly this', async () => {
    await using server = await startServer((socket) => socket.write(OK));
    await ask(server.client, { method: 'POST', path: '/a?b=c', headers: ['X-Name', 'caf\u00e9', 'Connection', 'close'], body: '{"é":1}' });
    await ask(server.client, { method: 'PUT', headers: ['host', 'example.com'] });
    await ask(server.client, { method: 'DELETE' });
    assert.deepEqual(server.heard, [
      `POST /a?b=c HTTP/1.1\r\nhost: 127.0.0.1:${server.port}\r\nconnection: close\r\nX-Name: caf\u00e9\r\ncontent-length: 8\r\n\r\n${Buffer.from('{"é":1}').toString('latin1')}`,
      'PUT / HTTP/1.1\r\nhost: example.com\r\nconnection: keep-alive\r\ncontent-length: 0\r\n\r\n',
      `DELETE / HTTP/1.1\r\nhost: 127.0.0.1:${server.port}\r\nconnection: keep-alive\r\n\r\n`,
    ]);
  });

  test('ends the connection after a request that asks for it, even if the server would keep it', async () => {
    await using server = await startServer((socket) => socket.write(OK));
    for (let turn = 0; turn < 3; turn++) {
      assert.deepEqual(await ask(server.client, { headers: ['connection', 'close'] }), { status: 200, body: 'ok', error: undefined });
    }
    await ask(server.client);
    await ask(server.client);
    assert.equal(server.connections(), 4);
  });

  test('sends long and streamed bodies whole', async () => {
    const part = 'x'.repeat(100_000);
    const parts = function* (): Generator<Uint8Array> {
      for (let count = 0; count < 100; count++) yield Buffer.from(part);
    };
    let wanted = 0;
    let received = 0;
    await using server = await startServer(
      () => undefined,
      (socket, chunk) => {
        received += chunk.length;
        if (received === wanted) socket.write(OK);
      },
    );
    const head = (length: number): number =>
      `POST / HTTP/1.1\r\nhost: 127.0.0.1:${server.port}\r\nconnection: keep-alive\r\ncontent-length: ${length}\r\n\r\n`.length;
    for (const { body, headers, length } of [
      { body: part, headers: [], length: 100_000 },
      { body: Buffer.from(part), headers: [], length: 100_000 },
      { body: parts(), headers: ['content-length', '10000000'], length: 10_000_000 },
    ]) {
      received = 0;
      wanted = head(length) + length;
      assert.deepEqual(await ask(server.client, { method: 'POST', body, headers }), { status: 200, body: 'ok', error: undefined });
    }
    assert.equal(server.connections(), 1);
  });

  test('opens a new connection after one that the server announced to end, or ended without a word', async () => {
    await using server = await startServer((socket, request) => {
      if (request === 1) socket.end('HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\nok');
      else if (request === 2) socket.end(OK);
      else socket.write(OK);
    });
    for (let turn = 1; turn <= 3; turn++) {
      assert.deepEqual(await ask(server.client), { status: 200, body: 'ok', error: undefined });
      await sleep(20);
    }
    assert.equal(server.connections(), 3);
  });

  test('opens a new connection a second before the server gives the old one up', async () => {
    await using server = await startServer((socket) => socket.write('HTTP/1.1 204 No Content\r\nKeep-Alive: timeout=5, max=99\r\n\r\n'));
    for (const { passesUs, connections } of [
      { passesUs: 0, connections: 1 },
      { passesUs: 3_900_000, connections: 1 },
      { passesUs: 3_900_000, connections: 1 },
      { passesUs: 4_000_000, connections: 2 },
    ]) {
      server.waitUs(passesUs);
      await ask(server.client);
      assert.equal(server.connections(), connections);
    }
  });

  test('trusts no bytes that nobody asked for', async () => {
    await using server = await startServer((socket, request) => {
      socket.write(OK);
      if (request === 1) setTimeout(() => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nevil'), 10);
    });
    await ask(server.client);
    await sleep(40);
    assert.equal((await ask(server.client)).body, 'ok');
    assert.equal(server.connections(), 2);
  });

  for (const { name, says, ends, code, status } of [
    { name: 'ends without an answer', says: '', ends: 'fin', code: 'UND_ERR_SOCKET', status: 0 },
    { name: 'resets', says: '', ends: 'reset', code: 'ECONNRESET', status: 0 },
    { name: 'ends in the body', says: OK.slice(0, -1), ends: 'fin', code: 'UND_ERR_SOCKET', status: 200 },
    { name: 'says what is no HTTP', says: 'hello\r\n\r\n', ends: 'no', code: 'INVALID_STATUS_LINE', status: 0 },
  ] as const) {
    test(`tells that the server ${name}, once, and goes on with a new connection`, async () => {
      await using server = await startServer((socket, request) => {
        if (request > 1) socket.write(OK);
        else if (ends === 'reset') socket.resetAndDestroy();
        else if (ends === 'fin') socket.end(says);
        else socket.write(says);
      });
      const answer = await ask(server.client);
      assert.deepEqual([answer.error?.code, answer.status], [code, status]);
      assert.equal((await ask(server.client)).body, 'ok');
      assert.equal(server.connections(), 2);
    });
  }

  test('takes an answer that comes before the whole body is sent, and sends the rest to nobody', async () => {
    await using server = await startServer((socket, request) => {
      socket.write(request === 1 ? 'HTTP/1.1 413 Content Too Large\r\ncontent-length: 0\r\n\r\n' : OK);
    });
    let closed = false;
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      try {
        for (;;) {
          yield Buffer.from('small');
          await sleep(5);
        }
      } finally {
        closed = true;
      }
    };
    assert.equal((await ask(server.client, { method: 'POST', body: endless(), headers: ['content-length', '1000000'] })).status, 413);
    assert.equal((await ask(server.client)).body, 'ok');
    await sleep(20);
    assert.deepEqual([server.connections(), closed], [2, true]);
  });

  for (const { name, size } of [
    { name: 'shorter', size: '6' },
    { name: 'longer', size: '4' },
  ]) {
    test(`fails a request whose body is ${name} than it says`, async () => {
      await using server = await startServer(() => undefined);
      const answer = await ask(server.client, { method: 'POST', body: [Buffer.from('hello')], headers: ['content-length', size] });
      assert.equal(answer.error?.code, 'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH');
    });
  }

  for (const { name, request } of [
    { name: 'a line break in a header', request: { headers: ['a', 'b\r\nc: d'] } },
    { name: 'a header name with a colon', request: { headers: ['a:b', 'c'] } },
    { name: 'a space in the path', request: { path: '/a b' } },
    { name: 'a line break in the path', request: { path: '/a\r\nb: c' } },
    { name: 'a path that does not begin with a slash', request: { path: 'a' } },
    { name: 'a transfer coding of its own', request: { headers: ['transfer-encoding', 'chunked'] } },
    { name: 'a length that is not that of its body', request: { method: 'POST', body: 'hello', headers: ['content-length', '4'] } },
  ]) {
    test(`sends nothing of a request with ${name}`, async () => {
      await using server = await startServer((socket) => socket.write(OK));
      assert.equal((await ask(server.client, request)).error?.code, 'UND_ERR_INVALID_ARG');
      assert.deepEqual(server.heard, []);
      assert.equal((await ask(server.client)).body, 'ok');
    });
  }

  test('tells nothing more once it is destroyed', async () => {
    await using server = await startServer(() => undefined);
    let told = false;
    void ask(server.client).then(() => (told = true));
    while (server.heard.length === 0) await sleep(1);
    await server.client.destroy();
    await sleep(20);
    assert.equal(told, false);
  });
});
