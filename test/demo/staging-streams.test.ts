import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonOf, sendMany, sendRequest } from './send-request.ts';
import { withServer } from './with-server.ts';

const events = { kind: 'events', count: 5, everyMs: 30, firstAfterMs: 50, value: { text: 'ö' } } as const;

test('Events come one by one after the first, chunked, numbered, and the books hold their bytes.', async () => {
  await withServer({ routes: [{ method: 'GET', path: '/events', answer: events }] }, async (server) => {
    const seen = await sendRequest(`${server.url}/events`);
    assert.ok('status' in seen);
    assert.deepEqual(
      [seen.status, seen.headers['content-type'], seen.headers['content-length'], seen.headers['transfer-encoding']],
      [200, 'text/event-stream', undefined, 'chunked'],
    );
    assert.equal(seen.body.toString(), [1, 2, 3, 4, 5].map((seq) => `id: ${seq}\ndata: {"seq":${seq},"text":"ö"}\n\n`).join(''));
    const truth = server.truth('GET /events');
    assert.ok(truth && truth.minUs >= 169_900 && seen.endMs - seen.headMs >= 100, JSON.stringify({ truth, seen }));
    const counts = server.counts().routes['GET /events'];
    assert.deepEqual([counts?.answered, counts?.bytesOut, counts?.inFlight], [{ 200: 1 }, seen.body.length, 0]);
  });
});

test('A stream has its size in whatever pieces, also when they are due at once or larger than a buffer.', async () => {
  const answers = [
    { kind: 'stream', size: 1_000_003, chunks: 7, everyMs: 2 },
    { kind: 'stream', size: 50_000, chunks: 50_000, everyMs: 0 },
    { kind: 'stream', size: 5_000_000, chunks: 1, everyMs: 1_000 },
  ] as const;
  const routes = answers.map((answer, i) => ({ method: 'GET', path: `/${i}`, answer }));
  await withServer({ routes }, async (server) => {
    for (const [i, { size }] of answers.entries()) {
      const seen = await sendRequest(`${server.url}/${i}`);
      assert.ok('status' in seen);
      assert.deepEqual([seen.body.length, seen.headers['content-length']], [size, undefined]);
      const head = await sendRequest(`${server.url}/${i}`, { method: 'HEAD' });
      assert.ok('status' in head && head.body.length === 0);
    }
  });
});

test('A client that leaves a stream is counted; a stream that is cut short ends without its last chunk.', async () => {
  const faults = [{ kind: 'truncate', every: 2 }] as const;
  await withServer({ routes: [{ method: 'GET', path: '/events', answer: { ...events, everyMs: 60_000 }, faults }] }, async (server) => {
    assert.deepEqual(await sendRequest(`${server.url}/events`, { giveUpMs: 30 }), { error: 'GAVE_UP' });
    assert.deepEqual(await sendRequest(`${server.url}/events`), { error: 'ECONNRESET' });
    const { aborted, inFlight, answered } = server.counts().routes['GET /events'] ?? {};
    assert.deepEqual({ aborted, inFlight, answered }, { aborted: 1, inFlight: 0, answered: {} });
  });
});

const uploads = [
  { method: 'POST', path: '/uploads', answer: { kind: 'upload-initiate' } },
  { method: 'PUT', path: '/uploads/:id/chunks', answer: { kind: 'upload-chunk' } },
  { method: 'POST', path: '/uploads/:id/complete', answer: { kind: 'upload-complete' } },
] as const;

test('An upload in chunks is complete when all are there, whatever their order, and not before.', async () => {
  await withServer({ routes: uploads }, async (server) => {
    const ask = async (method: string, path: string, body: string | Buffer = ''): Promise<readonly [number, unknown]> => {
      const seen = await sendRequest(server.url + path, { method, body });
      return ['status' in seen ? seen.status : 0, jsonOf(seen)];
    };
    assert.deepEqual(await ask('POST', '/uploads'), [201, { file_id: 'file-1' }]);
    const chunk = (index: string, bytes: number) => ask('PUT', `/uploads/file-1/chunks?index=${index}`, Buffer.alloc(bytes));
    const complete = (query: string, body = '') => ask('POST', `/uploads/file-1/complete${query}`, body);
    assert.deepEqual(await complete(''), [200, { state: 'complete', bytes: 0, chunks: 0 }]);
    assert.deepEqual(await chunk('2', 300_000), [200, { index: 2, bytes: 300_000 }]);
    assert.deepEqual(await complete(''), [409, { state: 'incomplete', bytes: 300_000, chunks: 1 }]);
    assert.deepEqual(await chunk('0', 100), [200, { index: 0, bytes: 100 }]);
    assert.deepEqual(await chunk('1', 7), [200, { index: 1, bytes: 7 }]);
    assert.deepEqual(await chunk('1', 200), [200, { index: 1, bytes: 200 }]);
    const whole = [200, { state: 'complete', bytes: 300_300, chunks: 3 }];
    assert.deepEqual(await complete(''), whole);
    assert.deepEqual(await complete('?chunks=3'), whole);
    assert.deepEqual(await complete('', '{"chunks":3}'), whole);
    for (const [query, body] of [
      ['?chunks=4', ''],
      ['?chunks=2', ''],
      ['', '{"chunks":4}'],
    ] as const) {
      assert.equal((await complete(query, body))[0], 409);
    }
    for (const index of ['', '-1', '1.5', 'x', '99999999']) assert.equal((await chunk(index, 1))[0], 400);
    for (const [query, body] of [
      ['?chunks=-1', ''],
      ['', '{"chunks":"x"}'],
    ] as const)
      assert.equal((await complete(query, body))[0], 400);
    assert.equal((await ask('PUT', '/uploads/file-9/chunks?index=0', 'x'))[0], 404);
    assert.equal((await ask('POST', '/uploads/file-9/complete'))[0], 404);
  });
});

test('Each so many-th job fails in the end, and the queue is as long as the jobs that wait in it.', async () => {
  const routes = [
    { method: 'POST', path: '/jobs', answer: { kind: 'submit-job', queuedMs: 0, runningMs: 0, failEvery: 3 } },
    { method: 'POST', path: '/waiting', answer: { kind: 'submit-job', queuedMs: 600_000, runningMs: 0 } },
    { method: 'POST', path: '/running', answer: { kind: 'submit-job', queuedMs: 0, runningMs: 600_000 } },
    { method: 'GET', path: '/queue', answer: { kind: 'queue-length' } },
    { method: 'GET', path: '/jobs/:id', answer: { kind: 'job' } },
  ] as const;
  await withServer({ routes }, async (server) => {
    await sendMany(`${server.url}/jobs`, 6, { method: 'POST' });
    await sendMany(`${server.url}/waiting`, 4, { method: 'POST' });
    await sendRequest(`${server.url}/running`, { method: 'POST' });
    const states = await Promise.all(
      Array.from({ length: 11 }, async (_, i) => JSON.stringify(jsonOf(await sendRequest(`${server.url}/jobs/${i + 1}`)))),
    );
    const expected = ['done', 'done', 'failed', 'done', 'done', 'failed', 'queued', 'queued', 'queued', 'queued', 'running'];
    assert.deepEqual(
      states,
      expected.map((state, i) => JSON.stringify({ id: String(i + 1), state })),
    );
    assert.deepEqual(jsonOf(await sendRequest(`${server.url}/queue`)), { queue_length: 4 });
  });
});
