import assert from 'node:assert/strict';
import http from 'node:http';
import net from 'node:net';
import { test } from 'node:test';
import { listen, serveHttp, serveHttps, type Served } from '../../support/serve.ts';
import { PLAIN, TestTransport, textOf } from '../../support/send-call.ts';
import { closedPort, readCert } from '../../support/truth-server.ts';

const CA = { ...PLAIN.tls, ca: readCert('ca.pem') };

interface Proxy extends Served {
  readonly seen: readonly string[];
}

/** A proxy as squid is one: CONNECT for tunnels, whole URLs for plain HTTP; with `credentials` it wants them. */
async function startProxy(credentials?: string): Promise<Proxy> {
  const seen: string[] = [];
  const isAllowed = (request: http.IncomingMessage): boolean =>
    credentials === undefined || request.headers['proxy-authorization'] === `Basic ${Buffer.from(credentials).toString('base64')}`;
  const server = http.createServer((request, reply) => {
    seen.push(`${request.method} ${request.url} host=${request.headers.host}`);
    if (!isAllowed(request)) return void reply.writeHead(407).end('who are you?');
    const { 'proxy-authorization': _own, ...headers } = request.headers;
    request.pipe(
      http.request(request.url ?? '', { method: request.method ?? 'GET', headers }, (answer) => {
        reply.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(reply);
      }),
    );
  });
  server.on('connect', (request, socket, head) => {
    seen.push(`CONNECT ${request.url}`);
    if (!isAllowed(request)) return void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n');
    const [host, port] = (request.url ?? '').split(':');
    const target = net.connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.write(head);
      target.pipe(socket).pipe(target);
    });
    target.on('error', () => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
    socket.on('error', () => target.destroy());
  });
  return { ...(await listen(server, 'http')), seen };
}

test('Plain HTTP goes over a proxy as a whole URL with the target as its host; the connection is reused and counted', async () => {
  await using target = await serveHttp((request, reply) =>
    reply.end(`${request.url} ${request.headers.host} ${request.headers['proxy-authorization']}`),
  );
  await using proxy = await startProxy('us er:p@ss');
  using transport = new TestTransport({ proxy: `http://us%20er:p%40ss@127.0.0.1:${proxy.port}` });
  for (let round = 0; round < 2; round++) {
    const call = await transport.fetch(`${target.url}/a?b=1`, { headers: ['x-a', '1'] });
    assert.equal(textOf(call), `/a?b=1 127.0.0.1:${target.port} undefined`);
    assert.equal(call.connectUs >= 0, round === 0);
  }
  assert.deepEqual(proxy.seen, Array(2).fill(`GET ${target.url}/a?b=1 host=127.0.0.1:${target.port}`));
  assert.deepEqual(transport.transport.summarize(), {
    connectionsOpened: 1,
    requestsOnReusedConnections: 1,
    protocols: { 'http/1.1': 2 },
  });
});

test('https goes through a tunnel; the way to the target and the handshake are spans of their own', async () => {
  await using target = await serveHttps((request, reply) => reply.end(`${request.url} ${request.headers['proxy-authorization']}`));
  await using proxy = await startProxy('me:secret');
  using transport = new TestTransport({ proxy: `http://me:secret@127.0.0.1:${proxy.port}`, tls: CA });
  const first = await transport.fetch(`${target.url}/a`);
  assert.equal(textOf(first), '/a undefined');
  assert.ok(first.connectUs > 0 && first.tlsUs > 0);
  const second = await transport.fetch(`${target.url}/b`);
  assert.deepEqual([second.status, second.connectUs], [200, -1]);
  assert.deepEqual(proxy.seen, [`CONNECT 127.0.0.1:${target.port}`]);
});

for (const scheme of ['http', 'https'] as const) {
  test(`A proxy that wants other credentials for ${scheme} is a failure to connect that shows none of them`, async () => {
    await using target = await serveHttp((_request, reply) => reply.end('never'));
    await using proxy = await startProxy('me:right');
    using transport = new TestTransport({ proxy: `http://me:wrong-secret@127.0.0.1:${proxy.port}` });
    const call = await transport.fetch(`${scheme}://127.0.0.1:${target.port}/`);
    assert.deepEqual([call.error?.class, call.error?.reason], ['connect', 'connect PROXY_407']);
    assert.doesNotMatch(JSON.stringify(call.error), /secret|bWU6/);
  });

  test(`A proxy that is not there is a failure to connect for ${scheme}`, async () => {
    await using closed = await closedPort();
    using transport = new TestTransport({ proxy: `http://me:secret@127.0.0.1:${closed.port}` });
    const call = await transport.fetch(`${scheme}://127.0.0.1:9/`);
    assert.deepEqual([call.error?.class, call.error?.reason], ['connect', 'connect ECONNREFUSED']);
    assert.doesNotMatch(JSON.stringify(call.error), /secret/);
  });
}

test('A target that the proxy cannot reach is a failure to connect', async () => {
  await using closed = await closedPort();
  await using proxy = await startProxy();
  using transport = new TestTransport({ proxy: proxy.url });
  const call = await transport.fetch(`https://127.0.0.1:${closed.port}/`);
  assert.deepEqual([call.error?.class, call.error?.reason], ['connect', 'connect PROXY_502']);
});

test('A tunnel to a server with a certificate that nobody knows is a failure of class tls', async () => {
  await using target = await serveHttps((_request, reply) => reply.end('never'));
  await using proxy = await startProxy();
  using transport = new TestTransport({ proxy: proxy.url });
  assert.equal((await transport.fetch(target.url)).error?.class, 'tls');
});

test('A proxy that never answers can be given up on while it connects', async () => {
  await using silent = await listen(
    net.createServer((socket) => void socket.resume()),
    'http',
  );
  using transport = new TestTransport({ proxy: silent.url });
  const call = transport.call('https://127.0.0.1:9/');
  void transport.send(call);
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal(transport.transport.abandon(call), 'connect');
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal(transport.told, 0);
});

test('The environment names a proxy for each scheme, and NO_PROXY leaves hosts out', async () => {
  await using target = await serveHttp((_request, reply) => reply.end('ok'));
  await using proxy = await startProxy();
  using over = new TestTransport({}, { HTTP_PROXY: `127.0.0.1:${proxy.port}` });
  assert.equal((await over.fetch(target.url)).status, 200);
  assert.equal(proxy.seen.length, 1);
  using past = new TestTransport({}, { HTTP_PROXY: proxy.url, NO_PROXY: 'example.com, 127.0.0.1' });
  assert.equal((await past.fetch(target.url)).status, 200);
  assert.equal(proxy.seen.length, 1);
});
