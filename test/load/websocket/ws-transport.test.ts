import assert from 'node:assert/strict';
import https from 'node:https';
import http from 'node:http';
import net from 'node:net';
import { suite, test } from 'node:test';
import { type WebSocket, WebSocketServer, type ServerOptions } from 'ws';
import { type HeardSocket, TestSockets } from '../../support/open-websocket.ts';
import { PLAIN } from '../../support/send-call.ts';
import { listen, type Served } from '../../support/serve.ts';
import { closedPort, readCert } from '../../support/truth-server.ts';

const CA = { ...PLAIN.tls, ca: readCert('ca.pem') };
const OWN = { cert: readCert('server.pem'), key: readCert('server.key') };

interface Host extends Served {
  readonly asked: http.IncomingMessage[];
  /** Codes and reasons with which clients closed. */
  readonly closes: string[];
}

/** The `ws` server, an implementation that is not ours; it echoes unless it is told otherwise. */
async function serve(
  onSocket: (socket: WebSocket) => void = echo,
  options: ServerOptions = {},
  server: http.Server = http.createServer(),
): Promise<Host> {
  const sockets = new WebSocketServer({ server, perMessageDeflate: false, ...options });
  const asked: http.IncomingMessage[] = [];
  const closes: string[] = [];
  sockets.on('connection', (socket, request) => {
    asked.push(request);
    socket.on('error', () => undefined);
    socket.on('close', (code, reason) => closes.push(`${code} ${reason.toString()}`));
    onSocket(socket);
  });
  const served = await listen(server, server instanceof https.Server ? 'https' : 'http');
  return { ...served, asked, closes };
}

function echo(socket: WebSocket): void {
  socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
}

/** A proxy that makes tunnels and nothing else. */
async function startProxy(): Promise<Served & { readonly seen: readonly string[] }> {
  const seen: string[] = [];
  const server = http.createServer((_request, reply) => reply.writeHead(500).end());
  server.on('connect', (request, socket) => {
    seen.push(`CONNECT ${request.url}`);
    const [host, port] = (request.url ?? '').split(':');
    const target = net.connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.pipe(socket).pipe(target);
    });
    target.on('error', () => socket.destroy());
    socket.on('error', () => target.destroy());
  });
  return { ...(await listen(server, 'http')), seen };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** Sends messages of these sizes in one go and compares what comes back. */
async function exchange(heard: HeardSocket, sizes: readonly number[]): Promise<void> {
  await heard.opened();
  const sent = sizes.flatMap((size) => ['ä'.repeat(size / 2), Buffer.alloc(size, size)]);
  for (const message of sent) assert.equal(heard.link.send(message), Buffer.byteLength(message));
  await heard.until(({ messages, ends }) => messages.length === sent.length || ends.length > 0);
  assert.deepEqual(heard.messages, sent);
}

const SIZES = [0, 2, 124, 126, 128, 65_534, 65_536, 300_000, 5_000_000];

suite('WebSockets to another implementation', () => {
  test('Messages of every size come back as they went, in order', async () => {
    await using host = await serve();
    using sockets = new TestSockets();
    const heard = sockets.open(`${host.url}/chat?a=1`, { headers: ['x-token', 'abc', 'cookie', 'a=1'] });
    await exchange(heard, SIZES);
    const { url, headers } = host.asked[0] ?? {};
    assert.deepEqual([url, headers?.['x-token'], headers?.cookie], ['/chat?a=1', 'abc', 'a=1']);
    const { status, stage, connectUs, tlsUs, headUs } = heard.link;
    assert.deepEqual([status, stage, tlsUs, heard.tooEarly], [101, 'body', -1, 0]);
    assert.ok(connectUs >= 0 && headUs >= connectUs);
  });

  test('Over a name that has several addresses', async () => {
    await using host = await serve();
    using sockets = new TestSockets();
    await exchange(sockets.open(`http://localhost:${host.port}/`), SIZES);
  });

  test('Over TLS, with its own span', async () => {
    await using host = await serve(echo, {}, https.createServer(OWN));
    using sockets = new TestSockets({ tls: CA });
    const heard = sockets.open(host.url);
    await exchange(heard, SIZES);
    assert.ok(heard.link.connectUs >= 0 && heard.link.tlsUs > 0);
  });

  for (const scheme of ['http', 'https'] as const) {
    test(`Over a tunnel to ${scheme}`, async () => {
      await using host = await serve(echo, {}, scheme === 'http' ? http.createServer() : https.createServer(OWN));
      await using proxy = await startProxy();
      using sockets = new TestSockets({ tls: CA, proxy: proxy.url });
      const heard = sockets.open(host.url);
      await exchange(heard, SIZES);
      assert.deepEqual(proxy.seen, [`CONNECT 127.0.0.1:${host.port}`]);
      assert.ok(heard.link.connectUs > 0);
      assert.equal(heard.link.tlsUs > 0, scheme === 'https');
    });
  }

  for (const threshold of [0, 1_000_000]) {
    test(`Compressed, when the server compresses from ${threshold} bytes on`, async () => {
      await using host = await serve(echo, { perMessageDeflate: { threshold } });
      using sockets = new TestSockets();
      const heard = sockets.open(host.url, { deflate: true });
      await exchange(heard, SIZES);
      assert.match(String(heard.headers?.['sec-websocket-extensions']), /^permessage-deflate/);
      const plain = sockets.open(host.url);
      await exchange(plain, SIZES);
      assert.equal(plain.headers?.['sec-websocket-extensions'], undefined);
    });
  }

  test('Subprotocol and set-cookie are there', async () => {
    await using host = await serve(echo, { handleProtocols: (asked) => [...asked][0] ?? false });
    using sockets = new TestSockets();
    const heard = await sockets.open(host.url, { subprotocol: 'v2.chat' }).opened();
    assert.equal(heard.headers?.['sec-websocket-protocol'], 'v2.chat');
  });

  test('Fragments are joined, also around a ping', async () => {
    await using host = await serve((socket) => {
      socket.send('one ', { fin: false });
      socket.ping('now');
      socket.send('two ', { fin: false });
      socket.send('three', { fin: true });
      socket.send(Buffer.alloc(200_000, 1), { fin: false });
      socket.send(Buffer.alloc(200_000, 2), { fin: true });
    });
    using sockets = new TestSockets();
    const heard = await sockets.open(host.url).until(({ messages }) => messages.length === 2);
    assert.deepEqual(heard.messages, ['one two three', Buffer.concat([Buffer.alloc(200_000, 1), Buffer.alloc(200_000, 2)])]);
  });

  test('Pings are answered with what they carried, and ours are', async () => {
    const pongs: string[] = [];
    await using host = await serve((socket) => {
      socket.on('pong', (data) => pongs.push(data.toString()));
      socket.ping('mark');
    });
    using sockets = new TestSockets();
    const heard = await sockets.open(host.url).opened();
    await until(() => pongs.length > 0);
    heard.link.ping();
    await heard.until((known) => known.pongs > 0);
    assert.deepEqual([pongs, heard.pongs], [['mark'], 1]);
  });

  const ENDS: readonly {
    readonly name: string;
    readonly end: (socket: WebSocket) => void;
    readonly reason: string;
    readonly code: number | undefined;
  }[] = [
    { name: 'with a code and words', end: (socket) => socket.close(1_008, 'who are "you"?'), reason: 'closed 1008', code: 1_008 },
    { name: 'with a code of its own', end: (socket) => socket.close(4_001), reason: 'closed 4001', code: 4_001 },
    { name: 'without a code', end: (socket) => socket.close(), reason: 'closed 1005', code: 1_005 },
    { name: 'without a close frame', end: (socket) => socket.terminate(), reason: 'closed 1006', code: undefined },
  ];

  for (const { name, end, reason, code } of ENDS) {
    test(`A server that closes ${name} is a failure of class ws-close, told once`, async () => {
      await using host = await serve((socket) => void setImmediate(end, socket));
      using sockets = new TestSockets();
      const heard = sockets.open(host.url);
      const told = await heard.ended();
      assert.deepEqual([told.failure.class, told.failure.reason, told.code], ['ws-close', reason, code]);
      assert.equal(told.failure.sample.includes('who are \\"you\\"?'), code === 1_008);
      await until(() => host.closes.length > 0);
      // What `ws` says when our frame has come; 1006 after its own terminate.
      assert.equal(host.closes[0]?.split(' ')[0], String(code ?? 1_006));
      assert.equal(heard.ends.length, 1);
      assert.throws(() => heard.link.send('x'), /not open/);
    });
  }

  test('A server that closes right after it opens has opened', async () => {
    await using host = await serve((socket) => socket.close(1_008, 'token expired'));
    using sockets = new TestSockets();
    const heard = sockets.open(host.url);
    assert.equal((await heard.ended()).failure.reason, 'closed 1008');
    assert.ok(heard.headers);
  });

  test('Closing says the code, and nothing more is heard', async () => {
    let other: WebSocket | undefined;
    await using host = await serve((socket) => {
      other = socket;
      socket.on('message', () => socket.send('too late'));
    });
    using sockets = new TestSockets();
    const heard = await sockets.open(host.url).opened();
    heard.link.send('hello');
    heard.link.close(1_000);
    await until(() => host.closes.length > 0);
    assert.deepEqual([host.closes, heard.messages, heard.ends], [['1000 '], [], []]);
    assert.equal(other?.readyState, 3);
  });

  test('Destroying ends at once, in every state, and is heard by nobody', async () => {
    await using host = await serve();
    using sockets = new TestSockets();
    const connecting = sockets.open(host.url);
    connecting.link.destroy();
    const closed = sockets.open(host.url);
    closed.link.close(1_000);
    const open = await sockets.open(host.url).opened();
    open.link.destroy();
    open.link.destroy();
    await until(() => host.closes.length > 0);
    assert.deepEqual(
      [connecting, closed, open].map(({ ends }) => ends.length),
      [0, 0, 0],
    );
    assert.deepEqual([connecting.headers, closed.headers], [undefined, undefined]);
  });

  test('The end of the transport ends every connection', async () => {
    await using host = await serve();
    const sockets = new TestSockets();
    const many = await Promise.all(Array.from({ length: 20 }, () => sockets.open(host.url).opened()));
    sockets.open(host.url);
    sockets.transport.close();
    await until(() => host.closes.length >= 20);
    assert.deepEqual(new Set(many.map(({ ends }) => ends.length)), new Set([0]));
  });
});

suite('WebSockets that do not open', () => {
  test('A refusal is a failure of class status', async () => {
    await using host = await serve(echo, { verifyClient: (_info, callback) => callback(false, 401) });
    using sockets = new TestSockets();
    const heard = sockets.open(host.url);
    const failure = { class: 'status', reason: 'status 401', sample: 'the handshake was answered 401' };
    assert.deepEqual(await heard.ended(), { failure, code: undefined });
    assert.deepEqual([heard.link.status, heard.headers, heard.link.headUs > 0], [401, undefined, true]);
  });

  test('A port that is closed is a failure to connect', async () => {
    await using closed = await closedPort();
    using sockets = new TestSockets();
    const heard = sockets.open(`http://127.0.0.1:${closed.port}/`);
    const { failure } = await heard.ended();
    assert.deepEqual([failure.class, failure.reason, heard.link.stage], ['connect', 'connect ECONNREFUSED', 'connect']);
  });

  test('A name that does not exist is a failure to connect', async () => {
    using sockets = new TestSockets();
    const { failure } = await sockets.open('http://no-such-host.invalid/').ended();
    assert.equal(failure.class, 'connect');
  });

  test('A certificate that nobody knows is a failure of class tls', async () => {
    await using host = await serve(echo, {}, https.createServer(OWN));
    using sockets = new TestSockets();
    assert.equal((await sockets.open(host.url).ended()).failure.class, 'tls');
  });

  test('A certificate of ours that is none is a failure of class tls, told later', async () => {
    await using host = await serve(echo, {}, https.createServer(OWN));
    using sockets = new TestSockets({ tls: { ...CA, cert: 'no certificate', key: 'no key' } });
    const heard = sockets.open(host.url);
    assert.equal((await heard.ended()).failure.class, 'tls');
    assert.equal(heard.tooEarly, 0);
  });

  test('A header that would break out is a failure of class data, told later and without a connection', async () => {
    await using host = await serve();
    using sockets = new TestSockets();
    const heard = sockets.open(host.url, { headers: ['x', 'a\r\nb: c'] });
    assert.equal(heard.ends.length, 0);
    assert.equal((await heard.ended()).failure.class, 'data');
    assert.deepEqual([heard.tooEarly, host.connections()], [0, 0]);
  });

  test('A proxy that is not there is a failure to connect', async () => {
    await using closed = await closedPort();
    using sockets = new TestSockets({ proxy: `http://127.0.0.1:${closed.port}` });
    const { failure } = await sockets.open('http://127.0.0.1:9/').ended();
    assert.equal(failure.reason, 'connect ECONNREFUSED');
  });

  test('A tunnel that is given up while it is being built is heard by nobody', async () => {
    await using proxy = await startProxy();
    using sockets = new TestSockets({ proxy: proxy.url });
    const heard = sockets.open('http://127.0.0.1:9/');
    heard.link.destroy();
    // By then the proxy has been reached, and has failed, if it ever is.
    await sockets.open('http://127.0.0.1:9/').ended();
    assert.equal(heard.ends.length, 0);
  });

  test('Connection settings that do not exist are a bug, not a failure of the target', () => {
    using sockets = new TestSockets();
    assert.throws(() => sockets.open('http://127.0.0.1:9/', { connection: 7 }), RangeError);
  });
});
