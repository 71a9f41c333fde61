import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Answer, RouteDials } from '../../src/demo/dials.ts';
import { startStagingServer, type StagingServer } from '../../src/demo/staging-server.ts';
import { fieldOf, jsonOf, sendMany, sendRequest, type Seen } from './send-request.ts';

const on = (method: string, path: string, answer: Answer): RouteDials => ({ method, path, answer });
const routes: readonly RouteDials[] = [
  on('GET', '/json', { kind: 'json', value: { a: [1, null, 'x'] }, status: 203 }),
  on('GET', '/text', { kind: 'text', body: 'grüezi', contentType: 'text/plain; charset=utf-8' }),
  on('GET', '/none', { kind: 'text', body: '', status: 204 }),
  on('GET', '/download', { kind: 'bytes', size: 3_000_001 }),
  on('GET', '/nothing', { kind: 'bytes', size: 0 }),
  on('POST', '/sink', { kind: 'sink' }),
  on('*', '/echo', { kind: 'echo' }),
  on('GET', '/items', { kind: 'list', count: 3, fields: { name: 'desk' } }),
  on('GET', '/items/:id', { kind: 'item', fields: { name: 'desk' } }),
  on('POST', '/items', { kind: 'create', fields: { state: 'new' } }),
  on('GET', '/moved', { kind: 'redirect', to: '/json', status: 307 }),
  on('POST', '/login', { kind: 'login' }),
  on('GET', '/me', { kind: 'session' }),
  on('POST', '/jobs', { kind: 'submit-job', queuedMs: 60, runningMs: 60 }),
  on('GET', '/jobs/:id', { kind: 'job' }),
  on('GET', '/form', { kind: 'csrf-form' }),
  on('POST', '/form', { kind: 'csrf-check' }),
  { method: 'GET', path: '/empty' },
];
let server: StagingServer;
before(async () => {
  server = await startStagingServer({ routes });
});
after(() => server.close());

async function ask(
  method: string,
  path: string,
  options: { body?: string | Buffer; headers?: Record<string, string> } = {},
): Promise<Extract<Seen, { status: number }>> {
  const seen = await sendRequest(server.url + path, { method, ...options });
  assert.ok('status' in seen, JSON.stringify(seen));
  return seen;
}

const plain: readonly { path: string; status: number; type: string | undefined; body: string }[] = [
  { path: '/json', status: 203, type: 'application/json', body: '{"a":[1,null,"x"]}' },
  { path: '/text', status: 200, type: 'text/plain; charset=utf-8', body: 'grüezi' },
  {
    path: '/items',
    status: 200,
    type: 'application/json',
    body: '{"items":[{"id":1,"name":"desk"},{"id":2,"name":"desk"},{"id":3,"name":"desk"}],"total":3}',
  },
  { path: '/items/17', status: 200, type: 'application/json', body: '{"id":17,"name":"desk"}' },
  { path: '/items/a-b', status: 200, type: 'application/json', body: '{"id":"a-b","name":"desk"}' },
  { path: '/empty', status: 200, type: 'application/json', body: '{"ok":true}' },
  { path: '/nothing', status: 200, type: 'application/octet-stream', body: '' },
];
for (const { path, status, type, body } of plain) {
  test(`GET ${path} answers as its dial says, with its length.`, async () => {
    const seen = await ask('GET', path);
    assert.deepEqual([seen.status, seen.headers['content-type'], seen.body.toString()], [status, type, body]);
    assert.equal(Number(seen.headers['content-length']), Buffer.byteLength(body));
  });
}

test('A 204 has neither body nor length.', async () => {
  const seen = await ask('GET', '/none');
  assert.deepEqual([seen.status, seen.headers['content-length'], seen.body.length], [204, undefined, 0]);
});

test('HEAD has the head of its GET and no body, a download included.', async () => {
  const seen = await ask('HEAD', '/download');
  assert.deepEqual([seen.status, seen.headers['content-length'], seen.body.length], [200, '3000001', 0]);
});

test('Downloads have exactly their size, and the books say so.', async () => {
  const earlier = server.counts().routes['GET /download']?.bytesOut ?? 0;
  const seen = await sendMany(`${server.url}/download`, 3, { atOnce: 3 });
  assert.deepEqual(
    seen.map((one) => ('status' in one ? one.body.length : one.error)),
    [3_000_001, 3_000_001, 3_000_001],
  );
  assert.equal((server.counts().routes['GET /download']?.bytesOut ?? 0) - earlier, 9_000_003);
});

test('An upload is read to its end and counted.', async () => {
  assert.deepEqual(jsonOf(await ask('POST', '/sink', { body: Buffer.alloc(5_000_000) })), { bytes: 5_000_000 });
  assert.deepEqual(jsonOf(await ask('POST', '/sink', {})), { bytes: 0 });
  assert.equal(server.counts().routes['POST /sink']?.bytesIn, 5_000_000);
});

test('The echo says what came: method, path, query, headers, body.', async () => {
  const sent = { 'x-trace': 'abc', 'content-type': 'application/json', host: 'shop.example', 'content-length': '10', connection: 'close' };
  const answer = jsonOf(await ask('PATCH', '/echo?a=1&b=%20', { body: '{"x":"é"}', headers: sent }));
  assert.deepEqual(answer, { method: 'PATCH', path: '/echo', query: 'a=1&b=%20', headers: sent, body: '{"x":"é"}' });
});

test('Creating gives a new id each time, and where it is.', async () => {
  const [first, second] = [await ask('POST', '/items', { body: '{}' }), await ask('POST', '/items', { body: '{}' })];
  const ids = [first, second].map((seen) => fieldOf(seen, 'id'));
  assert.deepEqual([first.status, ids[1] === ids[0], first.headers.location], [201, false, `/items/${ids[0]}`]);
});

test('A redirect says where to.', async () => {
  const seen = await ask('GET', '/moved');
  assert.deepEqual([seen.status, seen.headers.location], [307, '/json']);
});

test('A session is known by cookie and by token, and nobody else is let in.', async () => {
  const login = await ask('POST', '/login', { body: '{"user":"ada"}' });
  const token = fieldOf(login, 'token');
  const cookie = String(login.headers['set-cookie']).split(';')[0] ?? '';
  assert.deepEqual(jsonOf(await ask('GET', '/me', { headers: { cookie: `theme=dark; ${cookie}` } })), { session: token });
  assert.deepEqual(jsonOf(await ask('GET', '/me', { headers: { authorization: `Bearer ${token}` } })), { session: token });
  for (const headers of [{}, { cookie: 'sid=other' }, { authorization: 'Bearer other' }, { authorization: `Basic ${token}` }]) {
    assert.equal((await ask('GET', '/me', { headers })).status, 401);
  }
});

test('A job goes from queued over running to done, and never back.', async () => {
  const submitted = await ask('POST', '/jobs', { body: '{}' });
  assert.equal(submitted.status, 202);
  const states: string[] = [];
  while (states.at(-1) !== 'done') {
    const state = fieldOf(await ask('GET', String(submitted.headers.location)), 'state');
    if (states.at(-1) !== state) states.push(state);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  // A machine that sleeps through a state may miss it, but the order holds.
  assert.deepEqual(
    states,
    ['queued', 'running', 'done'].filter((state) => states.includes(state)),
  );
  assert.equal((await ask('GET', '/jobs/none')).status, 404);
});

test('A form token is good once.', async () => {
  const token = /name="csrf" value="([^"]+)"/.exec((await ask('GET', '/form')).body.toString())?.[1];
  assert.ok(token);
  const post = async (body: string): Promise<number> => (await ask('POST', '/form', { body })).status;
  assert.deepEqual(
    [await post('csrf=forged'), await post(`note=hi&csrf=${token}`), await post(`csrf=${token}`), await post('')],
    [403, 200, 403, 403],
  );
});
