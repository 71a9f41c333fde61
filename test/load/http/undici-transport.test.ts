import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Socket } from 'node:net';
import { serveBytes, serveHttp } from '../../support/serve.ts';
import { sleep, TestTransport, textOf } from '../../support/send-call.ts';
import { closedPort } from '../../support/truth-server.ts';

test('An answer comes with status, headers, body and the spans of its first connection', async () => {
  await using server = await serveHttp((_request, reply) => {
    setTimeout(() => {
      reply.writeHead(201, { 'x-a': 'b' });
      reply.write('one');
      setTimeout(() => reply.end('two'), 120);
    }, 60);
  });
  using transport = new TestTransport();
  const call = await transport.fetch(`${server.url}/x?y=1`);
  assert.equal(call.error, undefined);
  assert.equal(call.status, 201);
  assert.equal(call.responseHeaders['x-a'], 'b');
  assert.equal(textOf(call), 'onetwo');
  assert.equal(call.bytesReceived, 6);
  assert.ok(call.connectUs > 0, 'it connected');
  assert.equal(call.tlsUs, -1);
  assert.equal(call.queueUs, -1);
  assert.ok(call.headUs - call.sentUs >= 55_000, 'the head took its 60 ms');
  assert.ok(call.endUs - call.headUs >= 110_000, 'the body took its 120 ms');
});

test('A second call reuses the connection, and says so', async () => {
  await using server = await serveHttp((_request, reply) => reply.end('ok'));
  using transport = new TestTransport();
  for (let index = 0; index < 5; index++) {
    const call = await transport.fetch(server.url);
    assert.equal(call.connectUs >= 0, index === 0);
  }
  assert.deepEqual(transport.transport.summarize(), {
    connectionsOpened: 1,
    requestsOnReusedConnections: 4,
    protocols: { 'http/1.1': 5 },
  });
  assert.equal(server.connections(), 1);
});

test('A server that closes each connection gets a new one for each call, and none is an error', async () => {
  await using server = await serveHttp((_request, reply) => reply.writeHead(200, { connection: 'close' }).end('ok'));
  using transport = new TestTransport();
  for (let index = 0; index < 4; index++) assert.equal((await transport.fetch(server.url)).error, undefined);
  assert.equal(transport.transport.summarize().connectionsOpened, 4);
  assert.equal(transport.transport.summarize().requestsOnReusedConnections, 0);
});

test('A connection that the server closed while it was idle is opened anew, unseen by the next call', async () => {
  const sockets: Socket[] = [];
  await using server = await serveHttp((request, reply) => {
    sockets.push(request.socket);
    reply.end('ok');
  });
  using transport = new TestTransport();
  await transport.fetch(server.url);
  sockets[0]?.end();
  await sleep(50);
  const call = await transport.fetch(server.url);
  assert.equal(call.error, undefined);
  assert.ok(call.connectUs >= 0);
  assert.equal(transport.transport.summarize().connectionsOpened, 2);
});

test('With a limit, calls wait in line and their wait is a span of its own', async () => {
  let most = 0;
  let now = 0;
  await using server = await serveHttp((_request, reply) => {
    most = Math.max(most, ++now);
    setTimeout(() => {
      now--;
      reply.end();
    }, 40);
  });
  using transport = new TestTransport({ limit: 2 });
  const calls = await Promise.all(Array.from({ length: 6 }, () => transport.fetch(server.url)));
  assert.equal(most, 2);
  assert.equal(server.connections(), 2);
  assert.deepEqual(
    calls.map((call) => call.queueUs >= 0),
    [false, false, true, true, true, true],
  );
  assert.ok((calls[5]?.queueUs ?? 0) > (calls[2]?.queueUs ?? 0), 'the last waited longer');
  assert.equal(transport.told, 6);
});

test('A call that is given up in line leaves it; one in flight makes room for the next', async () => {
  const urls: string[] = [];
  await using server = await serveHttp((request, reply) => {
    urls.push(request.url ?? '');
    if (request.url !== '/hang') reply.end();
  });
  using transport = new TestTransport({ limit: 1 });
  const hanging = transport.call(`${server.url}/hang`);
  const waiting = transport.call(`${server.url}/waiting`);
  void transport.send(hanging);
  void transport.send(waiting);
  const last = transport.fetch(`${server.url}/last`);
  await sleep(50);
  assert.equal(transport.transport.abandon(waiting), 'line');
  assert.ok(waiting.queueUs >= 40_000, 'how long it waited is known');
  assert.equal(transport.transport.abandon(hanging), 'sent');
  assert.equal((await last).status, 200);
  assert.deepEqual(urls, ['/hang', '/last']);
  assert.equal(transport.told, 1, 'nothing is heard of those that were given up');
});

test('A call can be given up while it connects and while its body comes', async () => {
  await using server = await serveHttp((_request, reply) => {
    reply.writeHead(200);
    reply.write('x'.repeat(10));
  });
  using transport = new TestTransport();
  const inBody = transport.call(server.url);
  void transport.send(inBody);
  await sleep(60);
  assert.equal(inBody.status, 200);
  assert.equal(transport.transport.abandon(inBody), 'body');
  const connecting = transport.call(server.url);
  void transport.send(connecting);
  assert.equal(transport.transport.abandon(connecting), 'connect');
  await sleep(50);
  assert.equal(transport.told, 0);
});

const FAULTS: readonly {
  readonly name: string;
  readonly bytes: string | undefined;
  readonly then: 'end' | 'reset';
  readonly want: [string, RegExp];
}[] = [
  { name: 'closes without a word', bytes: undefined, then: 'end', want: ['reset', /^reset connection closed$/] },
  { name: 'resets without a word', bytes: undefined, then: 'reset', want: ['reset', /^reset ECONNRESET$/] },
  { name: 'ends in the head', bytes: 'HTTP/1.1 200 OK\r\ncontent-le', then: 'end', want: ['reset', /^reset connection closed$/] },
  {
    name: 'ends in the body',
    bytes: 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc',
    then: 'end',
    want: ['protocol', /body ended early/],
  },
  {
    name: 'ends in a chunk',
    bytes: 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nab',
    then: 'end',
    want: ['protocol', /body ended early/],
  },
  {
    name: 'ends between chunks',
    bytes: 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nab\r\n',
    then: 'end',
    want: ['protocol', /body ended early/],
  },
  { name: 'speaks no HTTP', bytes: 'SSH-2.0-OpenSSH_9.6\r\n', then: 'end', want: ['protocol', /^protocol /] },
  {
    name: 'sends a chunk size that is none',
    bytes: 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
    then: 'end',
    want: ['protocol', /^protocol /],
  },
  {
    name: 'sends two lengths',
    bytes: 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab',
    then: 'end',
    want: ['protocol', /^protocol /],
  },
  {
    name: 'sends a header line break without a name',
    bytes: 'HTTP/1.1 200 OK\r\nfoo bar\r\n\r\n',
    then: 'end',
    want: ['protocol', /^protocol /],
  },
  {
    name: 'changes the protocol unasked',
    bytes: 'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
    then: 'end',
    want: ['protocol', /^protocol /],
  },
];

for (const { name, bytes, then, want } of FAULTS) {
  test(`A server that ${name} is a failure of class ${want[0]}, told once, and the next call is not harmed`, async () => {
    let first = true;
    await using server = await serveBytes((socket) => {
      if (!first) {
        socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok');
        return;
      }
      first = false;
      if (bytes !== undefined) socket.write(bytes);
      if (then === 'end') socket.end();
      else socket.resetAndDestroy();
    });
    using transport = new TestTransport();
    const call = await transport.fetch(server.url);
    assert.equal(call.error?.class, want[0]);
    assert.match(call.error?.reason ?? '', want[1]);
    assert.doesNotMatch(call.error?.reason ?? '', /127\.0\.0\.1|\d{5}/, 'a reason groups: no address in it');
    const next = await transport.fetch(server.url);
    assert.equal(next.error, undefined);
    assert.equal(textOf(next), 'ok');
    await sleep(20);
    assert.equal(transport.told, 2);
  });
}

const FINE: readonly {
  readonly name: string;
  readonly method?: string;
  readonly bytes: string;
  readonly status: number;
  readonly body: string;
}[] = [
  {
    name: '103 early hints before the answer',
    bytes: 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok',
    status: 200,
    body: 'ok',
  },
  { name: 'a 204 without a length', bytes: 'HTTP/1.1 204 No Content\r\n\r\n', status: 204, body: '' },
  {
    name: 'a HEAD with a length and no body',
    method: 'HEAD',
    bytes: 'HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n',
    status: 200,
    body: '',
  },
  { name: 'a 304', bytes: 'HTTP/1.1 304 Not Modified\r\netag: "a"\r\n\r\n', status: 304, body: '' },
  {
    name: 'chunks with extensions and trailers',
    bytes: 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2;a=b\r\nok\r\n0\r\nx-t: 1\r\n\r\n',
    status: 200,
    body: 'ok',
  },
  { name: 'a body of length zero', bytes: 'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n', status: 200, body: '' },
  { name: 'no reason phrase', bytes: 'HTTP/1.1 200 \r\ncontent-length: 2\r\n\r\nok', status: 200, body: 'ok' },
];

for (const { name, method, bytes, status, body } of FINE) {
  test(`An answer with ${name} is read, and the connection serves the next`, async () => {
    await using server = await serveBytes((socket) => socket.write(bytes));
    using transport = new TestTransport();
    for (let index = 0; index < 2; index++) {
      const call = await transport.fetch(server.url, method === undefined ? {} : { method });
      assert.equal(call.error, undefined);
      assert.equal(call.status, status);
      assert.equal(textOf(call), body);
    }
    assert.equal(server.connections(), 1);
  });
}

test('A body that lasts until the connection ends is whole', async () => {
  await using server = await serveBytes((socket) => socket.end('HTTP/1.1 200 OK\r\nconnection: close\r\n\r\nuntil the end'));
  using transport = new TestTransport();
  assert.equal(textOf(await transport.fetch(server.url)), 'until the end');
});

test('A head of a hundred thousand headers is refused and no memory is kept for it', async () => {
  await using server = await serveBytes((socket) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    for (let index = 0; index < 100; index++) socket.write(`x-${index}: y\r\n`.repeat(1_000));
    socket.write('\r\n');
  });
  using transport = new TestTransport();
  const call = await transport.fetch(server.url);
  assert.equal(call.error?.class, 'protocol');
  assert.match(call.error?.reason ?? '', /OVERFLOW/);
});

test('Of a body no more than is asked for is kept', async () => {
  const piece = Buffer.alloc(1_000_000, 65);
  await using server = await serveHttp((_request, reply) => {
    let left = 400;
    const more = (): void => {
      while (left-- > 0) if (!reply.write(piece)) return void reply.once('drain', more);
      reply.end();
    };
    more();
  });
  using transport = new TestTransport();
  const before = process.memoryUsage().rss;
  const call = await transport.fetch(server.url, { maxKept: 10_000 });
  assert.equal(call.bytesReceived, 400_000_000);
  assert.ok(Buffer.concat(call.chunks).length <= 10_000);
  assert.ok(process.memoryUsage().rss - before < 200_000_000, 'less than half of the body');
});

test('A port on which nobody listens is a failure to connect, each time anew, without a stale connect time', async () => {
  await using closed = await closedPort();
  using transport = new TestTransport();
  for (let index = 0; index < 3; index++) {
    const call = await transport.fetch(closed.url);
    assert.deepEqual([call.error?.class, call.error?.reason, call.connectUs], ['connect', 'connect ECONNREFUSED', -1]);
  }
  const { connectionsOpened, requestsOnReusedConnections } = transport.transport.summarize();
  assert.deepEqual([connectionsOpened, requestsOnReusedConnections], [0, 0]);
});

test('A name that does not exist is a failure to connect', async () => {
  using transport = new TestTransport();
  const call = await transport.fetch('http://no-such-host.invalid/');
  assert.equal(call.error?.class, 'connect');
  assert.match(call.error?.reason ?? '', /^connect (?:ENOTFOUND|EAI_AGAIN)$/);
});

const UNSENDABLE: readonly { readonly name: string; readonly headers?: string[]; readonly path?: string; readonly body?: string }[] = [
  { name: 'a line break in a header', headers: ['x-a', 'b\r\nx-evil: 1'] },
  { name: 'a header beyond latin-1', headers: ['x-a', '€'] },
  { name: 'a length that is not that of the body', headers: ['content-length', '3'], body: 'four' },
  { name: 'an own transfer-encoding', headers: ['transfer-encoding', 'chunked'], body: 'x' },
  { name: 'a space in its path', path: '/a b' },
];

for (const { name, headers = [], path, body } of UNSENDABLE) {
  test(`A request with ${name} is never sent: class data, not at once, and the next call goes through`, async () => {
    const seen: string[] = [];
    await using server = await serveHttp((request, reply) => {
      seen.push(request.url ?? '');
      request.resume();
      reply.end('ok');
    });
    using transport = new TestTransport();
    await transport.fetch(`${server.url}/warm`);
    const call = transport.call(`${server.url}/bad`, { headers, ...(body === undefined ? {} : { method: 'POST', body }) });
    if (path !== undefined) call.path = path;
    let isDone = false;
    const done = transport.send(call).then(() => (isDone = true));
    await Promise.resolve();
    assert.equal(isDone, false, 'a user whose requests all fail so must let go of the thread');
    await done;
    assert.equal(call.error?.class, 'data');
    assert.equal((await transport.fetch(`${server.url}/next`)).status, 200);
    assert.deepEqual(seen, ['/warm', '/next']);
    assert.equal(transport.told, 3);
  });
}

test('An early answer to a body that is still on its way is the answer, and the line moves on', async () => {
  await using server = await serveHttp((request, reply) => {
    if (request.url === '/next') return void reply.end('ok');
    reply.writeHead(413, { connection: 'close' }).end('too large');
  });
  using transport = new TestTransport({ limit: 1 });
  async function* endless(): AsyncGenerator<Uint8Array> {
    try {
      for (let index = 0; index < 1_000; index++) {
        yield Buffer.alloc(65_536);
        await sleep(1);
      }
    } finally {
      released.resolve(true);
    }
  }
  const released = Promise.withResolvers<boolean>();
  const body = endless();
  const first = transport.fetch(`${server.url}/upload`, { method: 'POST', headers: ['content-length', String(65_536 * 1_000)], body });
  const next = transport.fetch(`${server.url}/next`);
  assert.equal((await first).status, 413);
  assert.equal((await first).error, undefined);
  assert.equal((await next).status, 200);
  assert.equal(transport.told, 2);
  assert.ok(await released.promise, 'the body was let go of');
});

test('A body that breaks is the failure of its call alone', async () => {
  await using server = await serveHttp((request, reply) => {
    request.resume();
    request.on('end', () => reply.end('ok'));
    request.on('error', () => undefined);
  });
  using transport = new TestTransport();
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.alloc(100);
    await sleep(5);
    throw new Error('the disk is gone');
  }
  const call = await transport.fetch(server.url, { method: 'POST', headers: ['content-length', '1000'], body: broken() });
  assert.ok(call.error);
  assert.match(call.error.message, /the disk is gone/);
  assert.equal((await transport.fetch(server.url)).status, 200);
  assert.equal(transport.told, 2);
});

test('Fifty users keep their calls apart', async () => {
  await using server = await serveHttp((request, reply) => setTimeout(() => reply.end(request.url), Math.random() * 10));
  using transport = new TestTransport();
  await Promise.all(
    Array.from({ length: 50 }, async (_, user) => {
      for (let round = 0; round < 5; round++)
        assert.equal(textOf(await transport.fetch(`${server.url}/${user}/${round}`)), `/${user}/${round}`);
    }),
  );
  assert.equal(transport.told, 250);
});
