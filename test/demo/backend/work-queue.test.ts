import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QueueDials } from '../../../src/demo/backend/backend-dials.ts';
import { readFigure } from '../../../src/demo/backend/read-figure.ts';
import { WorkQueue } from '../../../src/demo/backend/work-queue.ts';
import type { RouteDials } from '../../../src/demo/dials.ts';
import { fieldOf, jsonOf, sendMany, sendRequest, tallyOf } from '../send-request.ts';
import { withServer } from '../with-server.ts';

const WORK = { kind: 'constant', ms: 20 } as const;

/** A queue whose timers the test rings. */
function build(dials: Partial<QueueDials>): { readonly queue: WorkQueue; readonly ring: () => number } {
  const due: (() => void)[] = [];
  const queue = new WorkQueue({ name: 'q', workers: 1, ...dials }, 1, (_, run) => due.push(run));
  return {
    queue,
    ring: () => {
      const now = due.splice(0);
      for (const run of now) run();
      return now.length;
    },
  };
}

function add(queue: WorkQueue, count: number): readonly boolean[] {
  const nowMs = performance.now();
  return Array.from({ length: count }, (_, i) => queue.add(`m${i}`, nowMs, nowMs));
}

test('workers take full batches, and what is left when its oldest has waited', () => {
  const { queue, ring } = build({ workers: 2, batch: 50, batchWaitMs: 60_000, work: WORK });
  add(queue, 120);
  assert.deepEqual([queue.length, queue.lag, queue.committed], [20, 120, 0]);
  ring();
  assert.deepEqual([queue.length, queue.lag, queue.committed, queue.batches], [20, 20, 100, 2]);
  queue.setDials({ name: 'q', workers: 2, batch: 50, batchWaitMs: 0, work: WORK }, 1);
  assert.deepEqual([queue.length, queue.lag], [0, 20]);
  ring();
  assert.deepEqual([queue.lag, queue.committed, queue.batches], [0, 120, 3]);
});

test('a message goes through queued and running to done', () => {
  const { queue, ring } = build({ workers: 1, work: WORK });
  add(queue, 2);
  assert.deepEqual([queue.stateOf('m0'), queue.stateOf('m1'), queue.stateOf('m2')], ['running', 'queued', undefined]);
  ring();
  assert.deepEqual([queue.stateOf('m0'), queue.stateOf('m1')], ['done', 'running']);
});

test('without workers nothing moves, and with them again all of it', () => {
  const { queue } = build({ workers: 0, batch: 7 });
  add(queue, 20_000);
  assert.deepEqual([queue.length, queue.committed], [20_000, 0]);
  queue.setDials({ name: 'q', workers: 1, batch: 7 }, 1);
  assert.deepEqual([queue.length, queue.committed, queue.enqueued], [0, 20_000, 20_000]);
});

for (const [what, dials, expected] of [
  ['each tenth fails', { failEvery: 10 }, { committed: 90, failed: 10, lag: 0 }],
  ['each tenth is lost', { loseEvery: 10 }, { committed: 90, failed: 0, lag: 0 }],
  ['messages that nobody takes', { held: 30 }, { committed: 100, failed: 0, lag: 30 }],
] as const) {
  test(`the planted share is exact: ${what}`, () => {
    const { queue } = build(dials);
    add(queue, 100);
    const { committed, failed, lag } = queue;
    assert.deepEqual({ committed, failed, lag }, expected);
  });
}

test('a full queue takes no more', () => {
  const { queue } = build({ workers: 0, capacity: 3 });
  assert.deepEqual(add(queue, 5), [true, true, true, false, false]);
});

const route: RouteDials = { method: 'POST', path: '/messages', answer: { kind: 'enqueue', queue: 'q', fields: { shard: 1 } } };
const figure = (of: 'committed' | 'avg_ms' | 'p99_ms' | 'length' | 'rps'): { figure: 'queue'; queue: string; of: typeof of } => ({
  figure: 'queue',
  queue: 'q',
  of,
});
const stats: RouteDials = {
  method: 'GET',
  path: '/stats',
  answer: {
    kind: 'figures',
    value: { redis: 'connected' },
    figures: { count: figure('committed'), avg_ms: figure('avg_ms'), p99_ms: figure('p99_ms'), queue_length: figure('length') },
  },
};

test('over HTTP a message is accepted at once, found by its id, and its way to the commit is measured from its arrival', async () => {
  const queues = [{ name: 'q', workers: 1, batch: 10, batchWaitMs: 0, work: { kind: 'constant', ms: 40 } as const }];
  const routes = [route, stats, { method: 'GET', path: '/messages/:id', answer: { kind: 'task', queue: 'q' } } as const];
  await withServer({ routes, queues }, async ({ url }) => {
    assert.deepEqual(jsonOf(await sendRequest(`${url}/stats`)), {
      redis: 'connected',
      count: 0,
      avg_ms: null,
      p99_ms: null,
      queue_length: 0,
    });
    const accepted = await sendRequest(`${url}/messages`, { method: 'POST', body: '{}' });
    assert.ok('status' in accepted && accepted.status === 202);
    assert.deepEqual(jsonOf(accepted), { id: '1', state: 'queued', shard: 1 });
    const location = `${url}${String(accepted.headers.location)}`;
    assert.equal(fieldOf(await sendRequest(location), 'state'), 'running');
    let state = 'running';
    while (state === 'running') state = fieldOf(await sendRequest(location), 'state');
    assert.equal(state, 'done');
    const averageMs = Number(fieldOf(await sendRequest(`${url}/stats`), 'avg_ms'));
    assert.ok(averageMs >= 40, `${averageMs}`);
    assert.equal(((await sendRequest(`${url}/messages/999`)) as { status: number }).status, 404);
  });
});

test('a full queue answers 503, and every 202 is committed in the end', async () => {
  const queues = [{ name: 'q', workers: 1, batch: 5, capacity: 10, work: { kind: 'constant', ms: 15 } as const }];
  await withServer({ routes: [route, stats], queues }, async ({ url }) => {
    const tally = tallyOf(await sendMany(`${url}/messages`, 200, { method: 'POST', body: '{}', atOnce: 40 }));
    const { 202: accepted = 0, 503: refused = 0 } = tally;
    assert.equal(accepted + refused, 200);
    assert.ok(refused > 0);
    let committed = 0;
    while (committed < accepted) committed = Number(fieldOf(await sendRequest(`${url}/stats`), 'count'));
    assert.equal(committed, accepted);
  });
});

test('a stuck queue grows by what is sent, and drains when its workers come back', async () => {
  const dials = { routes: [route, stats], queues: [{ name: 'q', workers: 0 }] };
  await withServer(dials, async (server) => {
    const { url } = server;
    await sendMany(`${url}/messages`, 30, { method: 'POST', body: '{}' });
    assert.equal(fieldOf(await sendRequest(`${url}/stats`), 'queue_length'), '30');
    server.setDials({ ...dials, queues: [{ name: 'q', workers: 3, work: { kind: 'constant', ms: 1 } }] });
    let length = '30';
    while (length !== '0') length = fieldOf(await sendRequest(`${url}/stats`), 'queue_length');
  });
});

test('a sum has no value while one of its terms has none', () => {
  const none = {
    figure: 'sum',
    terms: [{ of: { figure: 'constant', value: 1 } }, { of: { figure: 'cache', cache: 'c', of: 'hits' } }],
  } as const;
  const backend = { cache: () => ({ counts: () => undefined }) };
  // Only the cache is looked at.
  const sources = { backend } as unknown as Parameters<typeof readFigure>[1];
  assert.equal(readFigure(none, sources), undefined);
  assert.equal(
    readFigure(
      { figure: 'sum', terms: [{ times: 3, of: { figure: 'constant', value: 2 } }, { of: { figure: 'constant', value: 1 } }] },
      sources,
    ),
    7,
  );
});
