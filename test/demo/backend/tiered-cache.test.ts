import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TieredCache } from '../../../src/demo/backend/tiered-cache.ts';
import type { CacheDials } from '../../../src/demo/backend/backend-dials.ts';
import { withServer } from '../with-server.ts';
import { jsonOf, sendRequest } from '../send-request.ts';

const TWO: CacheDials = {
  name: 'api',
  tiers: [
    { name: 'l1', capacity: 2, ttlMs: 100, hit: { kind: 'constant', ms: 1 } },
    { name: 'l2', capacity: 3, ttlMs: 1_000, hit: { kind: 'constant', ms: 5 } },
  ],
};

function build(dials = TWO): TieredCache {
  const cache = new TieredCache();
  cache.setDials(dials, 1);
  return cache;
}

test('a key that was put is in the fastest tier; when that has let it go, in the next, and then up again', () => {
  const cache = build();
  assert.equal(cache.ask('a', 0), undefined);
  cache.put('a', 0);
  assert.deepEqual(cache.ask('a', 50), { tier: 'l1', latencyMs: 1 });
  assert.deepEqual(cache.ask('a', 150), { tier: 'l2', latencyMs: 5 });
  assert.deepEqual(cache.ask('a', 160), { tier: 'l1', latencyMs: 1 });
  assert.equal(cache.ask('a', 1_000), undefined);
});

test('the least recently used goes first, tier by tier', () => {
  const cache = build();
  for (const [i, key] of ['a', 'b', 'c'].entries()) cache.put(key, i);
  assert.equal(cache.ask('b', 10)?.tier, 'l1');
  assert.equal(cache.ask('a', 11)?.tier, 'l2');
  cache.put('d', 12);
  assert.equal(cache.ask('b', 13), undefined, 'c and a and d fill the lower tier');
  assert.equal(cache.ask('d', 14)?.tier, 'l1');
});

test('hits and misses are counted for each tier and for the whole', () => {
  const cache = build();
  cache.ask('a', 0);
  cache.put('a', 0);
  cache.ask('a', 1);
  cache.ask('a', 200);
  assert.deepEqual(cache.counts(), { hits: 2, misses: 1, entries: 1 });
  assert.deepEqual(cache.counts('l1'), { hits: 1, misses: 2, entries: 1 });
  assert.deepEqual(cache.counts('l2'), { hits: 1, misses: 1, entries: 1 });
  assert.equal(cache.counts('l3'), undefined);
});

test('removing says how many keys there were, by name or by beginning', () => {
  const cache = build({ name: 'api', tiers: [{ name: 'l1', capacity: 10 }] });
  for (const key of ['/a', '/a/1', '/a/2', '/b']) cache.put(key, 0);
  assert.equal(cache.remove('/a'), 1);
  assert.equal(cache.remove('/a/*'), 2);
  assert.equal(cache.remove('/x'), 0);
  assert.equal(cache.remove('*'), 1);
  assert.equal(cache.counts()?.entries, 0);
});

test('a tier without room is cold for ever, and new dials make it so at once', () => {
  const cache = build();
  cache.put('a', 0);
  cache.setDials({ ...TWO, tiers: TWO.tiers.map((tier) => ({ ...tier, capacity: 0 })) }, 1);
  assert.equal(cache.ask('a', 1), undefined);
  cache.put('a', 1);
  assert.equal(cache.ask('a', 2), undefined);
});

const SLOW_MS = 120;

test('a cached route asks its database once for each path with its query, and answers the rest sooner', async () => {
  const hits = { figure: 'cache', cache: 'api', of: 'hit_ratio' } as const;
  const routes = [
    { method: 'GET', path: '/items/:id', cache: 'api', latency: { kind: 'constant', ms: SLOW_MS }, answer: { kind: 'item' } },
    { method: 'GET', path: '/stats', answer: { kind: 'figures', figures: { 'all.hit_rate': hits } } },
    { method: 'POST', path: '/clear', answer: { kind: 'cache', cache: 'api', do: 'clear' } },
    { method: 'POST', path: '/invalidate', answer: { kind: 'cache', cache: 'api', do: 'invalidate' } },
    { method: 'POST', path: '/warm', answer: { kind: 'cache', cache: 'api', do: 'warm', keys: ['/items/9', '/items/8'] } },
  ] as const;
  const caches = [{ name: 'api', tiers: [{ name: 'l1', capacity: 10 }] }];
  await withServer({ routes, caches }, async (server) => {
    const { url } = server;
    const ask = async (path: string): Promise<string> => {
      const seen = await sendRequest(url + path);
      assert.ok('status' in seen && seen.status === 200);
      return String(seen.headers['x-cache']);
    };
    const post = async (path: string, body = ''): Promise<unknown> => jsonOf(await sendRequest(url + path, { method: 'POST', body }));
    assert.deepEqual(jsonOf(await sendRequest(`${url}/stats`)), { all: { hit_rate: null } });
    assert.deepEqual([await ask('/items/1'), await ask('/items/1'), await ask('/items/1?x=1')], ['miss', 'l1', 'miss']);
    const { minUs = 0, maxUs = 0 } = server.truth('GET /items/:id') ?? {};
    assert.ok(minUs < SLOW_MS * 1_000 && maxUs >= SLOW_MS * 1_000, `${minUs} … ${maxUs}`);
    assert.deepEqual(jsonOf(await sendRequest(`${url}/stats`)), { all: { hit_rate: 1 / 3 } });
    assert.deepEqual(await post('/invalidate', '{"pattern":"/items/1?*"}'), { removed: 1 });
    assert.deepEqual([await ask('/items/1'), await ask('/items/1?x=1')], ['l1', 'miss']);
    assert.deepEqual(await post('/clear'), { removed: 2 });
    assert.deepEqual(await post('/warm'), { warmed: 2 });
    assert.deepEqual([await ask('/items/1'), await ask('/items/9')], ['miss', 'l1']);
    assert.equal(((await sendRequest(`${url}/invalidate`, { method: 'POST', body: 'x' })) as { status: number }).status, 400);
  });
});

test('an answer that failed is not kept', async () => {
  const routes = [{ method: 'GET', path: '/a', cache: 'api', answer: { kind: 'json', value: 'no', status: 500 } }] as const;
  await withServer({ routes, caches: [{ name: 'api', tiers: [{ name: 'l1', capacity: 10 }] }] }, async ({ url }) => {
    for (let i = 0; i < 2; i += 1) {
      const seen = await sendRequest(`${url}/a`);
      assert.equal('headers' in seen && seen.headers['x-cache'], 'miss');
    }
  });
});
