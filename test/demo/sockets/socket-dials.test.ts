import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sendRequest } from '../send-request.ts';
import { withServer } from '../with-server.ts';
import { openSocket, tryOpen, until } from './open-socket.ts';

test('connections beyond maxOpen are refused by 503, and one that leaves makes room', async () => {
  await withServer({ sockets: [{ path: '/ws', maxOpen: 2 }] }, async (server) => {
    const { url } = server;
    const first = await openSocket(`${url}/ws`);
    await openSocket(`${url}/ws`);
    assert.deepEqual(await tryOpen(`${url}/ws`), { status: 503 });
    first.socket.close();
    await until(() => server.counts().sockets['WS /ws']?.open === 1);
    await openSocket(`${url}/ws`);
    const { opened = 0, refused = 0, peakOpen = 0 } = server.counts().sockets['WS /ws'] ?? {};
    assert.deepEqual({ opened, refused, peakOpen }, { opened: 3, refused: 1, peakOpen: 2 });
  });
});

test('a channel may go by another name, and a notification repeats what the body says', async () => {
  const notify = {
    socket: '/ws',
    to: 'channel',
    channelField: 'conversation_id',
    idField: 'message_id',
    repeats: ['conversation_id', 'missing'],
  } as const;
  const dials = { routes: [{ method: 'POST', path: '/messages', notify }], sockets: [{ path: '/ws', channelField: 'conversation_id' }] };
  await withServer(dials, async ({ url }) => {
    const socket = await openSocket(`${url}/ws`);
    socket.send({ type: 'subscribe', channel: 'c' });
    socket.send({ type: 'subscribe', conversation_id: 'c' });
    assert.deepEqual(await socket.received(1), ['{"type":"subscribed","conversation_id":"c"}']);
    for (const conversation of ['other', 'c'])
      await sendRequest(`${url}/messages`, {
        method: 'POST',
        body: JSON.stringify({ message_id: `to ${conversation}`, conversation_id: conversation }),
      });
    const [, message = ''] = await socket.received(2);
    assert.deepEqual(JSON.parse(message), { type: 'notification', message_id: 'to c', conversation_id: 'c', missing: null });
  });
});

test('a notification goes to a channel of the dials whatever the body says', async () => {
  const notify = { socket: '/ws', to: 'channel', channel: 'alerts', value: { channel: 'alerts' } } as const;
  await withServer({ routes: [{ method: 'POST', path: '/ack', notify }], sockets: [{ path: '/ws' }] }, async ({ url }) => {
    const socket = await openSocket(`${url}/ws`);
    socket.send({ type: 'subscribe', channel: 'alerts' });
    await socket.received(1);
    await sendRequest(`${url}/ack`, { method: 'POST' });
    assert.deepEqual(JSON.parse((await socket.received(2))[1] ?? ''), { type: 'notification', message_id: null, channel: 'alerts' });
  });
});

test('a push carries the figures of its moment', async () => {
  const figures = {
    'queue.length': { figure: 'queue', queue: 'q', of: 'length' },
    avg_ms: { figure: 'queue', queue: 'q', of: 'avg_ms' },
  } as const;
  const dials = {
    routes: [{ method: 'POST', path: '/messages', answer: { kind: 'enqueue', queue: 'q' } }],
    sockets: [{ path: '/ws', push: { everyMs: 20, value: { type: 'stats' }, figures } }],
    queues: [{ name: 'q', workers: 0 }],
  } as const;
  await withServer(dials, async ({ url }) => {
    const socket = await openSocket(`${url}/ws`);
    assert.deepEqual(JSON.parse((await socket.received(1))[0] ?? ''), { type: 'stats', seq: 1, queue: { length: 0 }, avg_ms: null });
    await sendRequest(`${url}/messages`, { method: 'POST' });
    const seen = socket.messages.length;
    const later = await socket.received(seen + 2);
    assert.deepEqual(JSON.parse(later.at(-1) ?? ''), { type: 'stats', seq: seen + 2, queue: { length: 1 }, avg_ms: null });
  });
});
