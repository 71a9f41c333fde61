import assert from 'node:assert/strict';
import http2 from 'node:http2';
import { test } from 'node:test';
import type { Dials } from '../../src/demo/dials.ts';
import { startStagingServer, type StagingServer } from '../../src/demo/staging-server.ts';
import { readCert } from '../support/truth-server.ts';
import { sendMany, sendRequest, tallyOf } from './send-request.ts';

const ca = readCert('ca.pem');
const tls = { cert: readCert('server.pem'), key: readCert('server.key') };
const client = { ca, cert: readCert('client.pem'), key: readCert('client.key') };

async function withServer(dials: Omit<Dials, 'routes'> & Partial<Dials>, use: (server: StagingServer) => Promise<void>): Promise<void> {
  const server = await startStagingServer({ routes: [{ method: 'GET', path: '/a' }], ...dials });
  try {
    await use(server);
  } finally {
    await server.close();
  }
}

test('Over TLS it is known by its authority, by name and by address.', async () => {
  await withServer({ tls }, async (server) => {
    assert.match(server.url, /^https:\/\/127\.0\.0\.1:\d+$/);
    const urls = [`${server.url}/a`, `https://localhost:${server.port}/a`];
    const seen = await Promise.all(urls.map((url) => sendRequest(url, { ca, family: 4 })));
    assert.deepEqual(tallyOf(seen), { 200: 2 });
  });
});

test('Who does not know its authority refuses it, and it notices.', async () => {
  await withServer({ tls }, async (server) => {
    assert.deepEqual(tallyOf([await sendRequest(`${server.url}/a`)]), { UNABLE_TO_VERIFY_LEAF_SIGNATURE: 1 });
    assert.equal(server.counts().requests, 0);
  });
  await withServer({ tls: { cert: readCert('wrong.pem'), key: readCert('wrong.key') } }, async (server) => {
    assert.deepEqual(tallyOf([await sendRequest(`${server.url}/a`, { ca })]), { DEPTH_ZERO_SELF_SIGNED_CERT: 1 });
  });
});

test('Mutual TLS lets in whom its authority knows, and nobody else.', async () => {
  await withServer({ tls: { ...tls, clientCa: ca } }, async (server) => {
    assert.deepEqual(tallyOf([await sendRequest(`${server.url}/a`, client)]), { 200: 1 });
    const strangers = [{ ca }, { ca, cert: readCert('wrong.pem'), key: readCert('wrong.key') }];
    const seen = await Promise.all(strangers.map((options) => sendRequest(`${server.url}/a`, options)));
    assert.ok(
      seen.every((one) => 'error' in one),
      JSON.stringify(seen),
    );
    assert.deepEqual([server.counts().tlsErrors, server.counts().requests], [2, 1]);
  });
});

test('Faults are exact over TLS too.', async () => {
  const faults = [
    { kind: 'reset', every: 4 },
    { kind: 'truncate', every: 4, offset: 1 },
  ] as const;
  await withServer({ tls, routes: [{ method: 'GET', path: '/a', faults }] }, async (server) => {
    assert.deepEqual(tallyOf(await sendMany(`${server.url}/a`, 40, { ca })), { 200: 20, ECONNRESET: 20 });
    assert.deepEqual(server.counts().routes['GET /a']?.answered, { 200: 20 });
  });
});

/** Status and body of one h2 stream, or `broken`. */
function sendStream(session: http2.ClientHttp2Session, path: string, body?: string): Promise<string> {
  return new Promise((resolve) => {
    const stream = session.request({ ':path': path, ':method': body === undefined ? 'GET' : 'POST' }, { endStream: body === undefined });
    let status: unknown;
    let text = '';
    stream.on('response', (headers) => {
      status = headers[':status'];
    });
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    stream.on('error', () => undefined);
    stream.on('close', () => resolve(stream.rstCode === http2.constants.NGHTTP2_NO_ERROR ? `${String(status)} ${text}` : 'broken'));
    if (body !== undefined) stream.end(body);
  });
}

test('By ALPN it speaks h2 on one connection, faults break single streams, and HTTP/1.1 still works.', async () => {
  const faults = [
    { kind: 'reset', every: 10 },
    { kind: 'truncate', every: 10, offset: 1 },
    { kind: 'status', status: 500, every: 10, offset: 2 },
  ] as const;
  const routes = [
    { method: 'GET', path: '/a', faults, latency: { kind: 'constant', ms: 2 } },
    { method: 'POST', path: '/up', answer: { kind: 'sink' } },
    { method: 'GET', path: '/down', answer: { kind: 'bytes', size: 200_000 }, bodyAfterMs: 1 },
  ] as const;
  await withServer({ tls, protocol: 'h2', routes }, async (server) => {
    const session = http2.connect(server.url, { ca });
    try {
      const seen = await Promise.all(Array.from({ length: 50 }, () => sendStream(session, '/a')));
      const count = (wanted: string): number => seen.filter((one) => one === wanted).length;
      assert.deepEqual([count('200 {"ok":true}'), count('500 {"error":"planted"}'), count('broken')], [35, 5, 10]);
      assert.equal(await sendStream(session, '/up', 'x'.repeat(100_000)), '200 {"bytes":100000}');
      assert.equal((await sendStream(session, '/down')).length, '200 '.length + 200_000);
      assert.equal(await sendStream(session, '/none'), '404 ');
      assert.equal(server.counts().connections, 1);
    } finally {
      session.destroy();
    }
    assert.deepEqual(tallyOf([await sendRequest(`${server.url}/down`, { ca })]), { 200: 1 });
  });
});
