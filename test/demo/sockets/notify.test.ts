import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NotifyDials, RouteDials } from '../../../src/demo/dials.ts';
import { fieldOf, sendMany, sendRequest } from '../send-request.ts';
import { withServer } from '../with-server.ts';
import { openSocket, until } from './open-socket.ts';

const login: RouteDials = { method: 'POST', path: '/login', answer: { kind: 'jwt-login' } };
const post = (notify: NotifyDials, route: Partial<RouteDials> = {}): RouteDials => ({
  method: 'POST',
  path: '/messages',
  notify,
  ...route,
});
const inbox = { path: '/inbox', name: 'inbox' } as const;
const notification = (id: unknown): string => JSON.stringify({ type: 'notification', message_id: id });

test('A notification goes to the connections of the same token, and to no other.', async () => {
  await withServer({ routes: [login, post({ socket: '/inbox', to: 'own' })], sockets: [{ ...inbox, auth: 'token' }] }, async (server) => {
    const tokens = await Promise.all(
      [1, 2].map(async () => fieldOf(await sendRequest(`${server.url}/login`, { method: 'POST' }), 'access_token')),
    );
    const [mine, mineToo, theirs] = await Promise.all(
      [tokens[0], tokens[0], tokens[1]].map((token) => openSocket(`${server.url}/inbox?token=${token}`)),
    );
    assert.ok(mine && mineToo && theirs);
    const send = (token: string | undefined, body: string) =>
      sendRequest(`${server.url}/messages`, { method: 'POST', body, headers: { authorization: `Bearer ${token}` } });
    await send(tokens[0], '{"id":"a"}');
    await send(tokens[1], '{"id":"b"}');
    await send(tokens[0], 'no JSON');
    await send('stranger', '{"id":"c"}');
    assert.deepEqual(await mine.received(2), [notification('a'), notification(null)]);
    assert.deepEqual(await mineToo.received(2), [notification('a'), notification(null)]);
    assert.deepEqual(await theirs.received(1), [notification('b')]);
    const { notified, unheard, messagesOut } = server.counts().sockets['inbox'] ?? {};
    assert.deepEqual({ notified, unheard, messagesOut }, { notified: 5, unheard: 1, messagesOut: 5 });
    assert.equal(server.truth('notify POST /messages')?.count, 5);
  });
});

test('A channel’s subscribers hear what is sent to it; all hear what is for all.', async () => {
  const all: RouteDials = { method: 'POST', path: '/all', notify: { socket: 'inbox', to: 'all', value: { urgent: true } } };
  await withServer({ routes: [post({ socket: 'inbox', to: 'channel' }), all], sockets: [inbox] }, async (server) => {
    const [subscriber, other] = [await openSocket(`${server.url}/inbox`), await openSocket(`${server.url}/inbox`)];
    subscriber.send({ type: 'subscribe', channel: 7 });
    await subscriber.received(1);
    for (const body of ['{"id":1,"channel":"7"}', '{"id":2,"channel":"8"}', '{"id":3}']) {
      await sendRequest(`${server.url}/messages`, { method: 'POST', body });
    }
    await sendRequest(`${server.url}/all`, { method: 'POST', body: '{"id":4}' });
    const forAll = '{"type":"notification","message_id":4,"urgent":true}';
    assert.deepEqual(await subscriber.received(3), ['{"type":"subscribed","channel":7}', notification(1), forAll]);
    assert.deepEqual(await other.received(1), [forAll]);
    subscriber.socket.close();
    await until(() => server.counts().sockets['inbox']?.open === 1);
    await sendRequest(`${server.url}/messages`, { method: 'POST', body: '{"id":5,"channel":7}' });
    assert.equal(server.counts().sockets['inbox']?.unheard, 3);
  });
});

test('With a delay below the route’s latency the push comes before the answer, and both delays count from the request.', async () => {
  const routes = [post({ socket: 'inbox', to: 'all', delay: { kind: 'constant', ms: 20 } }, { latency: { kind: 'constant', ms: 200 } })];
  await withServer({ routes, sockets: [inbox] }, async (server) => {
    const { received } = await openSocket(`${server.url}/inbox`);
    const order: string[] = [];
    await Promise.all([
      sendRequest(`${server.url}/messages`, { method: 'POST', body: '{"id":1}' }).then(() => order.push('answer')),
      received(1).then(() => order.push('push')),
    ]);
    assert.deepEqual(order, ['push', 'answer']);
    const [push, answer] = [server.truth('notify POST /messages'), server.truth('POST /messages')];
    assert.ok(push && answer && push.minUs >= 19_900 && answer.minUs >= 199_900, JSON.stringify({ push, answer }));
  });
});

test('Only requests without a fault notify, and the faults of messages fall on their notifications.', async () => {
  const routes = [post({ socket: 'inbox', to: 'all' }, { faults: [{ kind: 'status', status: 503, every: 2 }] })];
  const messageFaults = [
    { kind: 'lose', every: 5 },
    { kind: 'duplicate', every: 5, offset: 1 },
    { kind: 'late', every: 5, offset: 2, byMs: 20 },
  ] as const;
  await withServer({ routes, sockets: [{ ...inbox, messageFaults }] }, async (server) => {
    const { received } = await openSocket(`${server.url}/inbox`);
    await sendMany(`${server.url}/messages`, 100, { method: 'POST', body: '{"id":1}', atOnce: 4 });
    await received(50);
    const { notified, lost, duplicated, delayed, messagesOut } = server.counts().sockets['inbox'] ?? {};
    assert.deepEqual(
      { notified, lost, duplicated, delayed, messagesOut },
      { notified: 50, lost: 10, duplicated: 10, delayed: 10, messagesOut: 50 },
    );
    assert.equal(server.truth('notify POST /messages')?.count, 30);
  });
});
