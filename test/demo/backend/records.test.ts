import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BackendAnswer } from '../../../src/demo/backend/backend-answer.ts';
import { Collection } from '../../../src/demo/backend/collection.ts';
import type { Answer, RouteDials } from '../../../src/demo/dials.ts';
import { fieldOf, jsonOf, type Seen, type SendOptions, sendMany, sendRequest, tallyOf } from '../send-request.ts';
import { withServer } from '../with-server.ts';

const hooks = (does: 'get' | 'delete'): BackendAnswer => ({ kind: 'collection', collection: 'hooks', do: does });
const routes: readonly RouteDials[] = [
  { method: 'GET', path: '/hooks', answer: { kind: 'collection', collection: 'hooks', do: 'list', limit: 2 } },
  { method: 'POST', path: '/hooks', answer: { kind: 'collection', collection: 'hooks', do: 'create', set: { active: true } } },
  { method: 'GET', path: '/hooks/:id', answer: hooks('get') },
  { method: 'PUT', path: '/hooks/:id', answer: { kind: 'collection', collection: 'hooks', do: 'update' } },
  { method: 'POST', path: '/hooks/:id/done', answer: { kind: 'collection', collection: 'hooks', do: 'update', set: { done: true } } },
  { method: 'DELETE', path: '/hooks/:id', answer: hooks('delete') },
];

const statusOf = (seen: Seen): number => ('status' in seen ? seen.status : 0);

test('an object is created, read, changed, listed and deleted, and then it is gone', async () => {
  const collections = [{ name: 'hooks', seeded: { count: 2, fields: { url: 'x' } } }];
  await withServer({ routes, collections }, async ({ url }) => {
    const ask = (method: string, path: string, body = ''): Promise<Seen> => sendRequest(url + path, { method, body });
    const created = await ask('POST', '/hooks', '{"url":"http://a","id":99}');
    assert.equal(statusOf(created), 201);
    assert.deepEqual(jsonOf(created), { url: 'http://a', active: true, id: 3 });
    assert.equal('headers' in created && created.headers.location, '/hooks/3');
    assert.deepEqual(jsonOf(await ask('PUT', '/hooks/3', '{"url":"http://b","id":7}')), { url: 'http://b', active: true, id: 3 });
    assert.deepEqual(jsonOf(await ask('POST', '/hooks/1/done')), { url: 'x', done: true, id: 1 });
    assert.deepEqual(jsonOf(await ask('GET', '/hooks')), {
      items: [
        { url: 'x', id: 2 },
        { url: 'http://b', active: true, id: 3 },
      ],
      total: 3,
    });
    const deleted = await ask('DELETE', '/hooks/3');
    assert.deepEqual([statusOf(deleted), 'body' in deleted && deleted.body.length], [204, 0]);
    for (const method of ['GET', 'PUT', 'DELETE']) assert.equal(statusOf(await ask(method, '/hooks/3')), 404, method);
    assert.equal(statusOf(await ask('GET', '/hooks/nonsense')), 404);
    assert.equal(fieldOf(await ask('GET', '/hooks'), 'total'), '2');
  });
});

test('ten thousand objects are kept, and the oldest go', () => {
  const collection = new Collection({ name: 'c' });
  for (let i = 0; i < 10_005; i += 1) collection.create({});
  assert.equal(collection.get('5'), undefined);
  assert.deepEqual(collection.get('6'), { id: 6 });
  assert.equal(collection.list(0).total, 10_000);
});

const login: RouteDials = { method: 'POST', path: '/login', answer: { kind: 'jwt-login' } };

test('a route with auth lets in a token of its own server and nobody else', async () => {
  const guarded: RouteDials = { method: 'GET', path: '/secret', auth: 'token', latency: { kind: 'constant', ms: 5 } };
  await withServer({ routes: [login, guarded] }, async (server) => {
    const { url } = server;
    const token = fieldOf(await sendRequest(`${url}/login`, { method: 'POST' }), 'access_token');
    const ask = async (authorization?: string): Promise<number> =>
      statusOf(await sendRequest(`${url}/secret`, authorization === undefined ? {} : { headers: { authorization } }));
    assert.deepEqual(
      [await ask(), await ask('Bearer x.y.z'), await ask(`Bearer ${token}x`), await ask(`Bearer ${token}`)],
      [401, 401, 401, 200],
    );
    assert.deepEqual(server.counts().routes['GET /secret']?.answered, { 200: 1, 401: 3 });
  });
});

test('a token that has expired is nobody', async () => {
  const short: RouteDials = { ...login, answer: { kind: 'jwt-login', expiresInMs: 0 } };
  await withServer({ routes: [short, { method: 'GET', path: '/secret', auth: 'token' }] }, async ({ url }) => {
    const token = fieldOf(await sendRequest(`${url}/login`, { method: 'POST' }), 'access_token');
    assert.equal(statusOf(await sendRequest(`${url}/secret`, { headers: { authorization: `Bearer ${token}` } })), 401);
  });
});

test('tenants: unknown ones are refused, metered requests count, and a plan that is used up is enforced', async () => {
  const usage: Answer = { kind: 'usage', fields: { plan: 'small' } };
  const tenantRoutes: readonly RouteDials[] = [
    { method: 'POST', path: '/chat', tenant: 'metered' },
    { method: 'GET', path: '/usage', tenant: 'known', answer: usage },
  ];
  const tenants = { header: 'x-tenant-id', plans: { small: 3, large: 1_000 } };
  await withServer({ routes: tenantRoutes, tenants }, async ({ url }) => {
    const as = (tenant: string): SendOptions => ({ headers: { 'X-Tenant-ID': tenant } });
    assert.equal(statusOf(await sendRequest(`${url}/usage`)), 400);
    for (const stranger of ['nobody', '__proto__', 'constructor'])
      assert.equal(statusOf(await sendRequest(`${url}/usage`, as(stranger))), 403);
    assert.deepEqual(tallyOf(await sendMany(`${url}/chat`, 5, { method: 'POST', ...as('small') })), { 200: 3, 402: 2 });
    assert.deepEqual(tallyOf(await sendMany(`${url}/chat`, 5, { method: 'POST', ...as('large') })), { 200: 5 });
    const used = { tenant_id: 'small', used: 3, quota: 3, remaining: 0, allowed: false, plan: 'small' };
    assert.deepEqual(jsonOf(await sendRequest(`${url}/usage`, as('small'))), used);
  });
});

test('an upload is merged for a while, and some merges fail in the end', async () => {
  const uploads: readonly RouteDials[] = [
    { method: 'POST', path: '/files', answer: { kind: 'upload-initiate' } },
    { method: 'POST', path: '/files/:id/chunks', answer: { kind: 'upload-chunk' } },
    { method: 'POST', path: '/files/:id/complete', answer: { kind: 'upload-complete', mergeMs: 80, mergeFailEvery: 2 } },
    { method: 'GET', path: '/files/:id', answer: { kind: 'upload-state' } },
    {
      method: 'GET',
      path: '/count',
      answer: { kind: 'figures', figures: { open: { figure: 'uploads', of: 'open' }, completed: { figure: 'uploads', of: 'completed' } } },
    },
  ];
  await withServer({ routes: uploads }, async ({ url }) => {
    const ends: string[] = [];
    for (let i = 0; i < 2; i += 1) {
      const file = `${url}/files/${fieldOf(await sendRequest(`${url}/files`, { method: 'POST' }), 'file_id')}`;
      assert.equal(fieldOf(await sendRequest(file), 'state'), 'uploading');
      await sendRequest(`${file}/chunks?index=0`, { method: 'POST', body: Buffer.alloc(1_000) });
      assert.equal(statusOf(await sendRequest(`${file}/complete?chunks=2`, { method: 'POST' })), 409);
      const complete = await sendRequest(`${file}/complete`, { method: 'POST', body: '{"chunks":1}' });
      assert.deepEqual([statusOf(complete), fieldOf(complete, 'state'), fieldOf(complete, 'bytes')], [202, 'merging', '1000']);
      let state = 'merging';
      while (state === 'merging') state = fieldOf(await sendRequest(file), 'state');
      ends.push(state);
    }
    assert.deepEqual(ends, ['complete', 'failed']);
    assert.deepEqual(jsonOf(await sendRequest(`${url}/count`)), { open: 0, completed: 1 });
    assert.equal(statusOf(await sendRequest(`${url}/files/none`)), 404);
  });
});
