import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RouteDials } from '../../../src/demo/dials.ts';
import type { SocketCounts } from '../../../src/demo/sockets/socket-counts.ts';
import type { StagingServer } from '../../../src/demo/staging-server.ts';
import { readCert } from '../../support/truth-server.ts';
import { fieldOf, sendRequest, tallyOf } from '../send-request.ts';
import { withServer } from '../with-server.ts';
import { openSocket, tryOpen, until } from './open-socket.ts';

const countsOf = (server: StagingServer, name: string): SocketCounts => {
  const counts = server.counts().sockets[name];
  assert.ok(counts, `no counts of ${name}`);
  return counts;
};

test('An echo sends text and binary back as they came, and the books hold every byte.', async () => {
  await withServer({ sockets: [{ path: '/echo', reply: { kind: 'echo' } }] }, async (server) => {
    const { socket, send, received } = await openSocket(`${server.url}/echo`);
    const kinds: boolean[] = [];
    socket.on('message', (_, binary) => kinds.push(binary));
    const messages = ['grüezi', 'x'.repeat(200_000), '{"type":"subscribe","channel":"a"}'];
    for (const message of messages) send(message);
    send(Buffer.from('bytes'));
    assert.deepEqual(await received(4), [...messages, 'bytes']);
    assert.deepEqual(kinds, [false, false, false, true]);
    const bytes = [...messages, 'bytes'].reduce((sum, message) => sum + Buffer.byteLength(message), 0);
    const { messagesIn, messagesOut, bytesIn, bytesOut } = countsOf(server, 'WS /echo');
    assert.deepEqual({ messagesIn, messagesOut, bytesIn, bytesOut }, { messagesIn: 4, messagesOut: 4, bytesIn: bytes, bytesOut: bytes });
  });
});

test('Each message with an id gets its reply after its latency, and the server knows how long that took.', async () => {
  const latency = { kind: 'uniform', minMs: 10, maxMs: 50, cycle: 20 } as const;
  await withServer(
    { sockets: [{ path: '/chat', name: 'chat', reply: { kind: 'reply', latency, fields: { ok: true } } }] },
    async (server) => {
      const { send, received } = await openSocket(`${server.url}/chat`);
      for (let id = 0; id < 20; id += 1) send({ type: 'say', id });
      for (const nothing of ['not JSON', '[{"id":1}]', '{"type":"say"}', 'null']) send(nothing);
      const replies = await received(20);
      assert.deepEqual(replies.toSorted(), Array.from({ length: 20 }, (_, id) => `{"type":"reply","id":${id},"ok":true}`).toSorted());
      const { messagesIn, messagesOut } = countsOf(server, 'chat');
      assert.deepEqual([messagesIn, messagesOut], [24, 20]);
      // The strata of 10 … 50 ms in twenty steps begin at 11 ms and end at 49 ms, and no reply is early.
      const truth = server.truth('chat');
      assert.ok(truth && truth.count === 20 && truth.minUs >= 10_900 && truth.maxUs >= 48_900, JSON.stringify(truth));
    },
  );
});

test('A welcome comes first, and a subscription is confirmed.', async () => {
  await withServer({ sockets: [{ path: '/rooms/:id', welcome: { type: 'welcome' } }] }, async (server) => {
    const { send, received } = await openSocket(`${server.url}/rooms/7?x=1`);
    await received(1);
    send({ type: 'subscribe', channel: 'news' });
    send({ type: 'subscribe', channel: 7 });
    assert.deepEqual(await received(3), [
      '{"type":"welcome"}',
      '{"type":"subscribed","channel":"news"}',
      '{"type":"subscribed","channel":7}',
    ]);
  });
});

test('Handshake and welcome take as long as planted.', async () => {
  await withServer({ sockets: [{ path: '/slow', handshakeMs: 60, welcome: 'hi', welcomeAfterMs: 70 }] }, async (server) => {
    const startMs = performance.now();
    const { received } = await openSocket(`${server.url}/slow`);
    const openMs = performance.now() - startMs;
    await received(1);
    const readyMs = performance.now() - startMs;
    assert.ok(openMs >= 60 && readyMs >= 130, `${openMs} ${readyMs}`);
  });
});

test('It agrees on the first subprotocol that is offered and known, and on deflate only when its dial says so.', async () => {
  const sockets = [
    { path: '/a', subprotocols: ['chat.v2', 'chat.v1'] },
    { path: '/b', deflate: true, reply: { kind: 'echo' } },
  ] as const;
  await withServer({ sockets }, async (server) => {
    const agreed = await openSocket(`${server.url}/a`, { protocols: ['chat.v1', 'chat.v2'], perMessageDeflate: true });
    assert.deepEqual([agreed.socket.protocol, agreed.socket.extensions], ['chat.v1', '']);
    const unknown = await tryOpen(`${server.url}/b`, { protocols: ['chat.v1'] });
    assert.deepEqual(unknown, { error: 'Server sent no subprotocol' });
    const deflated = await openSocket(`${server.url}/b`, { perMessageDeflate: true });
    assert.match(deflated.socket.extensions, /^permessage-deflate/);
    deflated.send('x'.repeat(5_000));
    assert.deepEqual(await deflated.received(1), ['x'.repeat(5_000)]);
  });
});

test('Pings are counted and answered.', async () => {
  await withServer({ sockets: [{ path: '/a' }] }, async (server) => {
    const { socket } = await openSocket(`${server.url}/a`);
    const pongs: string[] = [];
    socket.on('pong', (data) => pongs.push(data.toString()));
    for (const each of ['1', '2', '3']) socket.ping(each);
    await until(() => pongs.length === 3);
    assert.deepEqual([pongs, countsOf(server, 'WS /a').pings], [['1', '2', '3'], 3]);
  });
});

test('Pushes reach every open connection in turn, numbered without a gap.', async () => {
  await withServer({ sockets: [{ path: '/a', push: { everyMs: 40, value: { price: 3 } } }] }, async (server) => {
    const clients = await Promise.all(Array.from({ length: 25 }, () => openSocket(`${server.url}/a`)));
    const seen = await Promise.all(clients.map(({ received }) => received(4)));
    for (const messages of seen) {
      assert.deepEqual(
        messages,
        Array.from({ length: 4 }, (_, i) => `{"type":"push","seq":${i + 1},"price":3}`),
      );
    }
    for (const { socket } of clients) socket.close();
    await until(() => countsOf(server, 'WS /a').open === 0);
    const { pushes, messagesOut } = countsOf(server, 'WS /a');
    assert.equal(pushes, messagesOut);
    await until(() => clients.every(({ socket }) => socket.readyState === socket.CLOSED));
    assert.equal(
      clients.reduce((sum, { messages }) => sum + messages.length, 0),
      pushes,
    );
  });
});

const logins: readonly RouteDials[] = [
  { method: 'POST', path: '/login', answer: { kind: 'login' } },
  { method: 'POST', path: '/auth', answer: { kind: 'jwt-login' } },
  { method: 'POST', path: '/brief', answer: { kind: 'jwt-login', expiresInMs: 0 } },
];

test('Tokens of both logins open the door by query and by header; anything else is a 401.', async () => {
  await withServer({ routes: logins, sockets: [{ path: '/in', auth: 'token' }] }, async (server) => {
    const tokenFrom = async (path: string, field: string): Promise<string> =>
      fieldOf(await sendRequest(server.url + path, { method: 'POST' }), field);
    const [session, jwt, expired] = [
      await tokenFrom('/login', 'token'),
      await tokenFrom('/auth', 'access_token'),
      await tokenFrom('/brief', 'access_token'),
    ];
    for (const token of [session, jwt]) {
      await openSocket(`${server.url}/in?token=${token}`);
      await openSocket(`${server.url}/in`, { headers: { authorization: `Bearer ${token}` } });
    }
    const forged = `${jwt.slice(0, -4)}AAAA`;
    for (const token of ['', 'other', expired, forged]) assert.deepEqual(await tryOpen(`${server.url}/in?token=${token}`), { status: 401 });
    assert.deepEqual(await tryOpen(`${server.url}/in`), { status: 401 });
    const { opened, refused, rejected, peakOpen } = countsOf(server, 'WS /in');
    assert.deepEqual({ opened, refused, rejected, peakOpen }, { opened: 4, refused: 5, rejected: 0, peakOpen: 4 });
  });
});

test('A wrong token may also be let in, only to be closed with 1008 before any welcome.', async () => {
  await withServer({ routes: logins, sockets: [{ path: '/in', auth: 'token', reject: 'after-open', welcome: 'hi' }] }, async (server) => {
    const { closed, messages } = await openSocket(`${server.url}/in?token=wrong`);
    assert.deepEqual(await closed, { code: 1_008, reason: 'invalid token' });
    assert.deepEqual(messages, []);
    await until(() => countsOf(server, 'WS /in').open === 0);
    const { opened, refused, rejected } = countsOf(server, 'WS /in');
    assert.deepEqual({ opened, refused, rejected }, { opened: 1, refused: 0, rejected: 1 });
  });
});

test('A handshake that no socket wants is a 404, and one that is none a 400.', async () => {
  await withServer({ routes: [{ method: 'GET', path: '/page' }], sockets: [{ path: '/a' }] }, async (server) => {
    assert.deepEqual(await tryOpen(`${server.url}/page`), { status: 404 });
    const bad = { headers: { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' } };
    assert.deepEqual(tallyOf([await sendRequest(`${server.url}/a`, bad)]), { 400: 1 });
    // Another protocol's upgrade is declined by answering plainly.
    const other = { headers: { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c' } };
    assert.deepEqual(tallyOf([await sendRequest(`${server.url}/page`, other)]), { 200: 1 });
    assert.deepEqual([server.counts().requests, server.counts().unmatched, countsOf(server, 'WS /a').refused], [2, 1, 1]);
  });
});

test('New dials hold for messages to come on open connections; a reset forgets all but those that are open.', async () => {
  const echo = { path: '/a', reply: { kind: 'echo' } } as const;
  await withServer({ sockets: [echo] }, async (server) => {
    const { send, received } = await openSocket(`${server.url}/a`);
    send('1');
    await received(1);
    server.setDials({ routes: [], sockets: [{ ...echo, messageFaults: [{ kind: 'duplicate', every: 1 }] }] });
    send('2');
    assert.deepEqual(await received(3), ['1', '2', '2']);
    server.reset();
    const { open, opened, peakOpen, messagesOut } = countsOf(server, 'WS /a');
    assert.deepEqual({ open, opened, peakOpen, messagesOut }, { open: 1, opened: 1, peakOpen: 1, messagesOut: 0 });
    assert.equal(server.truth('WS /a'), undefined);
  });
});

for (const protocol of ['http1', 'h2'] as const) {
  test(`It works over TLS, with ${protocol} beside it.`, async () => {
    const tls = { cert: readCert('server.pem'), key: readCert('server.key') };
    await withServer({ tls, protocol, sockets: [{ path: '/a', reply: { kind: 'echo' } }] }, async (server) => {
      const { send, received } = await openSocket(`${server.url}/a`, { ca: readCert('ca.pem') });
      send('hello');
      assert.deepEqual(await received(1), ['hello']);
      server.setDials({ routes: [], tls, protocol, sockets: [{ path: '/a', connectionFaults: [{ kind: 'drop', every: 1, afterMs: 5 }] }] });
      const dropped = await openSocket(`${server.url}/a`, { ca: readCert('ca.pem') });
      assert.equal((await dropped.closed).code, 1_006);
    });
  });
}
