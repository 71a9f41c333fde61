import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Capacity } from '../../src/demo/capacity.ts';
import { DelayQueue } from '../../src/demo/delay-queue.ts';
import { buildRouter } from '../../src/demo/match-route.ts';
import { buildLimiter } from '../../src/demo/rate-limit.ts';
import { ServiceTimes } from '../../src/demo/service-times.ts';

for (const spinMs of [0, 1.2]) {
  test(`Tasks run in the order of their times, then of arrival, and never early (spin ${spinMs} ms).`, async () => {
    const queue = new DelayQueue(spinMs);
    const base = performance.now() + 5;
    const ran: { due: number; index: number; early: boolean }[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    // 0, 7, 14, 21, 3, 10 … ms: shuffled, with ties.
    const dues = Array.from({ length: 200 }, (_, index) => base + ((index * 7) % 25));
    for (const [index, due] of dues.entries()) {
      queue.at(due, () => {
        ran.push({ due, index, early: performance.now() < due });
        if (ran.length === dues.length) resolve();
      });
    }
    await promise;
    assert.deepEqual(
      ran.map(({ index }) => index),
      dues
        .map((due, index) => ({ due, index }))
        .toSorted((a, b) => a.due - b.due || a.index - b.index)
        .map(({ index }) => index),
    );
    assert.ok(ran.every(({ early }) => !early));
  });
}

test('What is due already runs at once; what was cleared never runs.', async () => {
  const queue = new DelayQueue(1.2);
  const ran: string[] = [];
  queue.at(0, () => ran.push('past'));
  assert.deepEqual(ran, ['past']);
  queue.at(performance.now() + 3, () => ran.push('cleared'));
  queue.at(performance.now() + 0.1, () => ran.push('cleared'));
  queue.clear();
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.deepEqual(ran, ['past']);
});

test('A task may ask for an earlier one than those that wait.', async () => {
  const queue = new DelayQueue(1.2);
  const ran: string[] = [];
  const start = performance.now();
  await new Promise<void>((resolve) => {
    queue.at(start + 40, () => {
      ran.push('late');
      resolve();
    });
    queue.at(start + 5, () => {
      ran.push('first');
      queue.at(performance.now() + 5, () => ran.push('second'));
    });
  });
  assert.deepEqual(ran, ['first', 'second', 'late']);
});

test('A bucket begins full, refills at its rate, and never beyond its burst.', () => {
  const limiter = buildLimiter({ kind: 'bucket', perSec: 10, burst: 2 });
  const asked = [
    [1_000, 0],
    [1_000, 0],
    [1_000, 100],
    [1_050, 50],
    [1_100, 0],
    [1_100, 100],
    [9_000, 0],
    [9_000, 0],
    [9_000, 100],
  ] as const;
  for (const [nowMs, waitMs] of asked) assert.ok(Math.abs(limiter(nowMs) - waitMs) < 1e-6, `at ${nowMs}`);
});

test('A window lets its number through and says when the next one begins.', () => {
  const limiter = buildLimiter({ kind: 'window', max: 2, windowMs: 1_000 });
  const asked = [
    [500, 0],
    [600, 0],
    [700, 800],
    [1_499, 1],
    [1_500, 0],
    [1_600, 0],
    [1_600, 900],
    [7_700, 0],
    [7_700, 0],
    [7_700, 800],
  ] as const;
  for (const [nowMs, waitMs] of asked) assert.equal(limiter(nowMs), waitMs, `at ${nowMs}`);
});

test('Without a limit everything passes.', () => {
  assert.equal(buildLimiter(undefined)(1), 0);
});

test('Capacity serves so many at once, the others in their order, and refuses beyond its queue.', () => {
  const capacity = new Capacity(2, 2);
  const served: string[] = [];
  const serve = (name: string) => (): void => void served.push(name);
  const [a, b, c, d, e] = [serve('a'), serve('b'), serve('c'), serve('d'), serve('e')];
  assert.deepEqual(
    [a, b, c, d, e].map((each) => capacity.enter(each)),
    [true, true, true, true, false],
  );
  assert.deepEqual(served, ['a', 'b']);
  assert.equal(capacity.peakWaiting, 2);
  assert.equal(capacity.cancel(c), true);
  assert.equal(capacity.cancel(a), false);
  capacity.leave();
  assert.deepEqual(served, ['a', 'b', 'd']);
  capacity.leave();
  capacity.leave();
  capacity.enter(e);
  assert.deepEqual(served, ['a', 'b', 'd', 'e']);
});

const routes = ['GET /items', 'GET /items/new', 'GET /items/:id', 'POST /items', '* /any', 'GET /files/*', 'GET /a/:x/b/:y'].map((name) => {
  const [method = '', path = ''] = name.split(' ');
  return { name, method, path };
});
const matches: readonly [string, string | undefined, Record<string, string>][] = [
  ['GET /items', 'GET /items', {}],
  ['HEAD /items', 'GET /items', {}],
  ['POST /items', 'POST /items', {}],
  ['DELETE /items', undefined, {}],
  ['GET /items/new', 'GET /items/new', {}],
  ['GET /items/7', 'GET /items/:id', { id: '7' }],
  ['HEAD /items/7', 'GET /items/:id', { id: '7' }],
  ['GET /items/', undefined, {}],
  ['GET /items/7/8', undefined, {}],
  ['PATCH /any', '* /any', {}],
  ['GET /files/a/b.txt', 'GET /files/*', { '*': 'a/b.txt' }],
  ['GET /a/1/b/2', 'GET /a/:x/b/:y', { x: '1', y: '2' }],
  ['GET /a/1/c/2', undefined, {}],
];
for (const [asked, route, params] of matches) {
  test(`${asked} goes to ${route ?? 'no route'}.`, () => {
    const [method = '', path = ''] = asked.split(' ');
    const match = buildRouter(routes)(method, path);
    assert.equal(match?.route.name, route);
    assert.deepEqual(Object.fromEntries(match?.params ?? []), params);
  });
}

test('Service times answer exact nearest-rank percentiles, and nothing for nothing.', () => {
  const times = new ServiceTimes();
  assert.equal(times.summarize(), undefined);
  for (let i = 0; i < 5_000; i += 1) times.record(((i * 2_731) % 5_000) + 1);
  assert.deepEqual(times.summarize(), { count: 5_000, minUs: 1, p50Us: 2_500, p95Us: 4_750, p99Us: 4_950, maxUs: 5_000 });
});

test('Service times keep the last 200,000 and count all.', () => {
  const times = new ServiceTimes();
  for (let i = 1; i <= 250_000; i += 1) times.record(i);
  assert.deepEqual(times.summarize(), { count: 250_000, minUs: 50_001, p50Us: 150_000, p95Us: 240_000, p99Us: 248_000, maxUs: 250_000 });
});
