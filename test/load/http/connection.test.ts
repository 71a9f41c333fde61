import assert from 'node:assert/strict';
import http2 from 'node:http2';
import https from 'node:https';
import { test } from 'node:test';
import type { ConnectionSettings } from '../../../src/plan/program.ts';
import { listen, serveBytes, serveHttp, serveHttps } from '../../support/serve.ts';
import { PLAIN, sleep, TestTransport, textOf } from '../../support/send-call.ts';
import { readCert } from '../../support/truth-server.ts';

const CA = { ...PLAIN.tls, ca: readCert('ca.pem') };
const OWN = { cert: readCert('server.pem'), key: readCert('server.key') };

test('Over TLS the handshake is a span of its own, and reuse has none', async () => {
  await using server = await serveHttps((_request, reply) => reply.end('ok'));
  using transport = new TestTransport({ tls: CA });
  const first = await transport.fetch(server.url);
  assert.equal(first.error, undefined);
  assert.ok(first.connectUs >= 0 && first.tlsUs > 0);
  const second = await transport.fetch(server.url);
  assert.deepEqual([second.status, second.connectUs, second.tlsUs], [200, -1, -1]);
});

const REFUSED: readonly {
  readonly name: string;
  readonly server: https.ServerOptions;
  readonly tls: ConnectionSettings['tls'];
  readonly reason: RegExp;
}[] = [
  {
    name: 'of an unknown authority',
    server: {},
    tls: PLAIN.tls,
    reason: /^tls (?:UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT_LOCALLY)$/,
  },
  {
    name: 'that is self-signed',
    server: { cert: readCert('wrong.pem'), key: readCert('wrong.key') },
    tls: CA,
    reason: /^tls DEPTH_ZERO_SELF_SIGNED_CERT$/,
  },
];

for (const { name, server: options, tls: settings, reason } of REFUSED) {
  test(`A certificate ${name} is a failure of class tls, and insecure takes it`, async () => {
    await using server = await serveHttps((_request, reply) => reply.end('ok'), options);
    using strict = new TestTransport({ tls: settings });
    const refused = await strict.fetch(server.url);
    assert.equal(refused.error?.class, 'tls');
    assert.match(refused.error?.reason ?? '', reason);
    using insecure = new TestTransport({ tls: { ...settings, insecure: true } });
    assert.equal((await insecure.fetch(server.url)).status, 200);
  });
}

test('A certificate for another host is a failure of class tls, told once', async () => {
  await using server = await listen(
    https.createServer(OWN, (_request, reply) => reply.end('ok')),
    'https',
    '0.0.0.0',
  );
  using transport = new TestTransport({ tls: CA });
  for (let round = 0; round < 2; round++) {
    const call = await transport.fetch(`https://127.0.0.2:${server.port}/`);
    assert.deepEqual([call.error?.class, call.error?.reason], ['tls', 'tls ERR_TLS_CERT_ALTNAME_INVALID']);
  }
  assert.equal(transport.told, 2);
});

test('A server without TLS behind an https URL is a failure of class tls', async () => {
  await using server = await serveHttp((_request, reply) => reply.end('ok'));
  using transport = new TestTransport({ tls: CA });
  const call = await transport.fetch(server.url.replace('http:', 'https:'));
  assert.equal(call.error?.class, 'tls');
});

test('A server that closes during the handshake is a failure of class tls', async () => {
  await using server = await serveBytes((socket) => socket.resetAndDestroy());
  using transport = new TestTransport({ tls: CA });
  const call = await transport.fetch(server.url.replace('http:', 'https:'));
  assert.equal(call.error?.class, 'tls');
  assert.equal(call.tlsUs, -1);
});

for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
  test(`With ${version}, a client certificate is shown, and its absence is a failure of class tls`, async () => {
    const mutual = { requestCert: true, rejectUnauthorized: true, ca: readCert('ca.pem'), minVersion: version, maxVersion: version };
    await using server = await serveHttps((_request, reply) => reply.end('ok'), mutual);
    using known = new TestTransport({ tls: { ...CA, cert: readCert('client.pem'), key: readCert('client.key') } });
    assert.equal((await known.fetch(server.url)).status, 200);
    using unknown = new TestTransport({ tls: CA });
    const refused = await unknown.fetch(server.url);
    assert.equal(refused.error?.class, 'tls', JSON.stringify(refused.error));
  });
}

test('A key that is none is a failure of class tls and no crash', async () => {
  await using server = await serveHttps((_request, reply) => reply.end('ok'));
  using transport = new TestTransport({ tls: { ...CA, cert: 'no certificate', key: 'no key' } });
  const call = await transport.fetch(server.url);
  assert.equal(call.error?.class, 'tls', JSON.stringify(call.error));
});

test('HTTP/2 is agreed on and reported; bodies go both ways', async () => {
  const server = http2.createSecureServer({ ...OWN, allowHTTP1: true }, (request, reply) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => reply.end(`${request.httpVersion} ${Buffer.concat(pieces).toString()}`));
  });
  await using served = await listen(server, 'https');
  using transport = new TestTransport({ tls: CA, http2: true });
  assert.equal(textOf(await transport.fetch(served.url)), '2.0 ');
  assert.equal(textOf(await transport.fetch(served.url, { method: 'POST', body: 'hello' })), '2.0 hello');
  const streamed = await transport.fetch(served.url, { method: 'POST', headers: ['content-length', '3'], body: [Buffer.from('abc')] });
  assert.equal(textOf(streamed), '2.0 abc');
  assert.deepEqual(transport.transport.summarize(), { connectionsOpened: 1, requestsOnReusedConnections: 2, protocols: { h2: 3 } });
});

test('A server that only has HTTP/1.1 is used with it, and that is reported', async () => {
  await using server = await serveHttps((_request, reply) => reply.end('ok'));
  using transport = new TestTransport({ tls: CA, http2: true });
  assert.equal((await transport.fetch(server.url)).status, 200);
  assert.deepEqual(transport.transport.summarize().protocols, { 'http/1.1': 1 });
});

test('Without http2 in the scenario, HTTP/1.1 is agreed on with a server that has both', async () => {
  await using served = await listen(
    http2.createSecureServer({ ...OWN, allowHTTP1: true }, (request, reply) => void reply.end(request.httpVersion)),
    'https',
  );
  using transport = new TestTransport({ tls: CA });
  assert.equal(textOf(await transport.fetch(served.url)), '1.1');
});

test('An HTTP/2 stream that the server resets is a failure told once, and the next call goes through', async () => {
  const server = http2.createSecureServer(OWN);
  server.on('sessionError', () => undefined);
  server.on('stream', (stream, headers) => {
    stream.on('error', () => undefined);
    if (headers[':path'] === '/bad') stream.close(http2.constants.NGHTTP2_INTERNAL_ERROR);
    else {
      stream.respond({ ':status': 200 });
      stream.end('ok');
    }
  });
  await using served = await listen(server, 'https');
  using transport = new TestTransport({ tls: CA, http2: true });
  const bad = await transport.fetch(`${served.url}/bad`);
  assert.equal(bad.error?.class, 'reset', JSON.stringify(bad.error));
  const good = await transport.fetch(`${served.url}/good`);
  assert.equal(textOf(good), 'ok');
  await sleep(20);
  assert.equal(transport.told, 2);
});

test('An HTTP/2 call can be given up while it waits', async () => {
  const server = http2.createSecureServer(OWN);
  server.on('sessionError', () => undefined);
  server.on('stream', (stream) => stream.on('error', () => undefined));
  await using served = await listen(server, 'https');
  using transport = new TestTransport({ tls: CA, http2: true });
  const call = transport.call(served.url);
  void transport.send(call);
  await sleep(100);
  assert.equal(transport.transport.abandon(call), 'sent');
  await sleep(30);
  assert.equal(transport.told, 0);
});

test('A handshake that never ends can be given up, and is known as one', async () => {
  await using server = await serveBytes(() => undefined);
  using transport = new TestTransport({ tls: CA });
  const call = transport.call(server.url.replace('http:', 'https:'));
  void transport.send(call);
  await sleep(80);
  assert.equal(transport.transport.abandon(call), 'tls');
});
