import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demoDials } from '../../../src/demo/demo-dials.ts';
import { fieldOf, jsonOf, sendRequest, tallyOf } from '../send-request.ts';
import { withServer } from '../with-server.ts';
import { openSocket } from './open-socket.ts';

test('The demo knows the whole session: login, inbox, chat, a message and its notification.', async () => {
  await withServer(demoDials, async (server) => {
    const token = fieldOf(await sendRequest(`${server.url}/auth/login`, { method: 'POST', body: '{}' }), 'access_token');
    const [inbox, chat, stranger] = [
      await openSocket(`${server.url}/ws/notifications?token=${token}`),
      await openSocket(`${server.url}/ws/chat`),
      await openSocket(`${server.url}/ws/notifications?token=other`),
    ];
    assert.equal((await stranger.closed).code, 1_008);
    await Promise.all([inbox.received(1), chat.received(1)]);
    const headers = { authorization: `Bearer ${token}` };
    const sent = await sendRequest(`${server.url}/api/messages`, { method: 'POST', headers, body: '{"id":"m-1"}' });
    assert.deepEqual(tallyOf([sent]), { 201: 1 });
    chat.send({ type: 'say', id: 'c-1' });
    assert.deepEqual(await inbox.received(2), ['{"type":"welcome"}', '{"type":"notification","message_id":"m-1"}']);
    assert.match((await chat.received(2))[1] ?? '', /^\{"type":"reply","id":"c-1",/);
  });
});

test('The demo takes uploads in chunks, streams an answer and works on a job.', async () => {
  await withServer(demoDials, async (server) => {
    const send = (method: string, path: string, body = '') => sendRequest(server.url + path, { method, body });
    const file = fieldOf(await send('POST', '/api/uploads'), 'file_id');
    for (const index of [0, 1]) await send('POST', `/api/uploads/${file}/chunks?index=${index}`, 'x'.repeat(1_000));
    const complete = await send('POST', `/api/uploads/${file}/complete?chunks=2`);
    assert.deepEqual(jsonOf(complete), { state: 'complete', bytes: 2_000, chunks: 2 });
    const stream = await send('GET', '/api/assistant/stream');
    assert.equal('status' in stream && stream.body.toString().match(/^data: /gm)?.length, 20);
    const job = fieldOf(await send('POST', '/api/jobs'), 'id');
    assert.equal(fieldOf(await send('GET', '/api/jobs/queue'), 'queue_length'), '1');
    assert.equal(fieldOf(await send('GET', `/api/jobs/${job}`), 'state'), 'queued');
  });
});
