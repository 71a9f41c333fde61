import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import type { ConnectionFault, MessageFault } from '../../../src/demo/sockets/socket-dials.ts';
import { sendRequest } from '../send-request.ts';
import { withServer } from '../with-server.ts';
import { openSocket, tryOpen, until } from './open-socket.ts';

const messageFaults: readonly MessageFault[] = [
  { kind: 'lose', every: 10 },
  { kind: 'duplicate', every: 10, offset: 1 },
  { kind: 'late', every: 10, offset: 2, byMs: 150 },
];

for (const reply of [{ kind: 'echo' }, { kind: 'reply', latency: { kind: 'constant', ms: 3 } }] as const) {
  test(`Replies (${reply.kind}) are lost, doubled and delayed exactly as planted, and the books say so.`, async () => {
    await withServer({ sockets: [{ path: '/a', reply, messageFaults }] }, async (server) => {
      const { send, received, messages } = await openSocket(`${server.url}/a`);
      const startMs = performance.now();
      for (let id = 1; id <= 100; id += 1) send({ id });
      // 100 − 10 lost + 10 doubled; every number that ends in 8 is late.
      const ids = (await received(100)).map((message) => Number(/"id":(\d+)/.exec(message)?.[1]));
      assert.ok(performance.now() - startMs >= 150);
      const isLate = (id: number): boolean => id % 10 === 8;
      const onTime = Array.from({ length: 100 }, (_, i) => i + 1).filter((id) => id % 10 !== 0 && !isLate(id));
      assert.deepEqual(
        ids.filter((id) => !isLate(id)),
        onTime.flatMap((id) => (id % 10 === 9 ? [id, id] : [id])),
      );
      assert.deepEqual(
        ids.filter(isLate),
        Array.from({ length: 10 }, (_, i) => i * 10 + 8),
      );
      const { lost, duplicated, delayed, messagesOut } = server.counts().sockets['WS /a'] ?? {};
      assert.deepEqual({ lost, duplicated, delayed, messagesOut }, { lost: 10, duplicated: 10, delayed: 10, messagesOut: 100 });
      assert.equal(server.truth('WS /a')?.count, 80);
      assert.equal(messages.length, 100);
    });
  });
}

test('Handshakes are refused, connections rejected, dropped with and without a code, each on its number.', async () => {
  const connectionFaults: readonly ConnectionFault[] = [
    { kind: 'refuse', every: 5, status: 503 },
    { kind: 'reject', every: 5, offset: 1, code: 4_001, reason: 'full' },
    { kind: 'drop', every: 5, offset: 2, afterMs: 10, code: 1_012 },
    { kind: 'drop', every: 5, offset: 3, afterMs: 10 },
  ];
  await withServer({ sockets: [{ path: '/a', welcome: 'hi', reply: { kind: 'echo' }, connectionFaults }] }, async (server) => {
    const ends: string[] = [];
    for (let i = 1; i <= 15; i += 1) {
      const opening = await tryOpen(`${server.url}/a`);
      if (!('open' in opening)) {
        ends.push(JSON.stringify(opening));
        continue;
      }
      const { open } = opening;
      if (i % 5 === 1) {
        await open.received(1);
        open.socket.close(1_000);
      }
      const { code, reason } = await open.closed;
      ends.push(`${code} ${reason} ${open.messages.length}`);
    }
    const round = ['1000  1', '1006  1', '1012  1', '4001 full 0', '{"status":503}'];
    assert.deepEqual(ends, [...round, ...round, ...round]);
    await until(() => server.counts().sockets['WS /a']?.open === 0);
    const { opened, refused, rejected, dropped } = server.counts().sockets['WS /a'] ?? {};
    assert.deepEqual({ opened, refused, rejected, dropped }, { opened: 12, refused: 3, rejected: 3, dropped: 6 });
  });
});

test('A handshake is answered late on its number, and is no refusal.', async () => {
  await withServer({ sockets: [{ path: '/a', connectionFaults: [{ kind: 'late', every: 2, byMs: 120 }] }] }, async (server) => {
    await openSocket(`${server.url}/a`);
    const startMs = performance.now();
    await openSocket(`${server.url}/a`);
    assert.ok(performance.now() - startMs >= 120);
    assert.equal(server.counts().sockets['WS /a']?.refused, 0);
  });
});

test('A reset is a reset: no close frame, no FIN.', async () => {
  await withServer({ sockets: [{ path: '/a', connectionFaults: [{ kind: 'drop', every: 1, afterMs: 1 }] }] }, async (server) => {
    const error = await new Promise<string>((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () =>
        socket.write(
          'GET /a HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
        ),
      );
      socket.resume().on('error', (failure: NodeJS.ErrnoException) => resolve(failure.code ?? ''));
      socket.on('end', () => resolve('end'));
    });
    assert.equal(error, 'ECONNRESET');
  });
});

test('A silent connection stays open and says nothing: no pong, no echo, no push, no close.', async () => {
  const connectionFaults: readonly ConnectionFault[] = [{ kind: 'silence', every: 2, afterMs: 0 }];
  const sockets = [{ path: '/a', reply: { kind: 'echo' }, push: { everyMs: 20 }, connectionFaults }] as const;
  await withServer({ sockets }, async (server) => {
    const [alive, silent] = [await openSocket(`${server.url}/a`), await openSocket(`${server.url}/a`)];
    let pongs = 0;
    silent.socket.on('pong', () => (pongs += 1));
    await until(() => server.counts().sockets['WS /a']?.silenced === 1);
    silent.socket.ping();
    silent.send('hello');
    silent.socket.close();
    alive.send('hello');
    await until(() => alive.messages.includes('hello'));
    await alive.received(6);
    assert.deepEqual([pongs, silent.messages, silent.socket.readyState], [0, [], silent.socket.CLOSING]);
    const { open, silenced, messagesIn, pings } = server.counts().sockets['WS /a'] ?? {};
    assert.deepEqual({ open, silenced, messagesIn, pings }, { open: 2, silenced: 1, messagesIn: 1, pings: 0 });
    silent.socket.terminate();
  });
});

test('A client that leaves during its handshake or breaks the protocol harms nobody.', async () => {
  await withServer({ routes: [{ method: 'GET', path: '/ok' }], sockets: [{ path: '/a', handshakeMs: 30 }] }, async (server) => {
    const head =
      'GET /a HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n';
    const leaver = connect(server.port, '127.0.0.1', () => leaver.write(head, () => leaver.resetAndDestroy()));
    // An unmasked frame, which RFC 6455 forbids a client to send.
    const breaker = connect(server.port, '127.0.0.1', () => breaker.write(head));
    breaker.once('data', () => breaker.write(Buffer.from([0x81, 0x01, 0x61])));
    await new Promise((resolve) => breaker.resume().once('close', resolve));
    await until(() => server.counts().sockets['WS /a']?.open === 0);
    assert.deepEqual([server.counts().sockets['WS /a']?.opened, server.counts().sockets['WS /a']?.messagesIn], [1, 0]);
    assert.ok('status' in (await sendRequest(`${server.url}/ok`)));
  });
});
