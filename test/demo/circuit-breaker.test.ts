import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CircuitBreaker } from '../../src/demo/circuit-breaker.ts';
import { sendRequest, tallyOf, type Seen } from './send-request.ts';
import { withServer } from './with-server.ts';

const dials = { failures: 0.5, minRequests: 4, windowMs: 1_000, openMs: 300 };

/** Asks at each time and answers at once; what was asked in vain shows its wait. */
function drive(breaker: CircuitBreaker, steps: readonly (readonly [number, 'good' | 'failed' | 'none'])[]): readonly (number | string)[] {
  return steps.map(([nowMs, outcome]) => {
    const passage = breaker.ask(nowMs);
    if ('waitMs' in passage) return passage.waitMs;
    breaker.tell(passage.ticket, outcome, nowMs);
    return outcome;
  });
}

const rows: readonly {
  name: string;
  steps: readonly (readonly [number, 'good' | 'failed' | 'none'])[];
  sees: readonly (number | string)[];
}[] = [
  {
    name: 'stays closed below its share of failures',
    steps: [
      [0, 'good'],
      [1, 'good'],
      [2, 'good'],
      [3, 'failed'],
      [4, 'failed'],
      [5, 'good'],
    ],
    sees: ['good', 'good', 'good', 'failed', 'failed', 'good'],
  },
  {
    name: 'forgets what is older than its window',
    steps: [
      [0, 'failed'],
      [1, 'failed'],
      [2, 'failed'],
      [1_003, 'good'],
      [1_004, 'good'],
      [1_005, 'good'],
      [1_006, 'failed'],
      [1_007, 'good'],
    ],
    sees: ['failed', 'failed', 'failed', 'good', 'good', 'good', 'failed', 'good'],
  },
  {
    name: 'says how long it is open, then closes on a good probe with an empty window',
    steps: [
      [0, 'failed'],
      [0, 'failed'],
      [0, 'failed'],
      [0, 'failed'],
      [100, 'good'],
      [299, 'good'],
      [300, 'good'],
      [301, 'failed'],
      [302, 'good'],
    ],
    sees: ['failed', 'failed', 'failed', 'failed', 200, 1, 'good', 'failed', 'good'],
  },
  {
    name: 'opens anew on a failed probe, and probes again after one without an answer',
    steps: [
      [0, 'failed'],
      [0, 'failed'],
      [0, 'failed'],
      [0, 'failed'],
      [300, 'failed'],
      [400, 'good'],
      [600, 'none'],
      [601, 'good'],
      [602, 'good'],
    ],
    sees: ['failed', 'failed', 'failed', 'failed', 'failed', 200, 'none', 'good', 'good'],
  },
];
for (const { name, steps, sees } of rows) {
  test(`A breaker ${name}.`, () => {
    assert.deepEqual(drive(new CircuitBreaker(dials), steps), sees);
  });
}

test('A breaker stays closed below its number of requests and opens with it.', () => {
  const breaker = new CircuitBreaker(dials);
  assert.deepEqual(
    drive(breaker, [
      [0, 'failed'],
      [1, 'failed'],
      [2, 'failed'],
    ]),
    ['failed', 'failed', 'failed'],
  );
  assert.deepEqual(
    drive(breaker, [
      [3, 'good'],
      [4, 'good'],
    ]),
    ['good', 299],
  );
});

test('While one request probes, the others are short-circuited, and answers from before the opening judge nothing.', () => {
  const breaker = new CircuitBreaker(dials);
  const early = breaker.ask(0);
  drive(
    breaker,
    Array.from({ length: 4 }, () => [0, 'failed'] as const),
  );
  const probe = breaker.ask(300);
  assert.ok('ticket' in early && 'ticket' in probe);
  breaker.tell(early.ticket, 'good', 301);
  assert.ok('waitMs' in breaker.ask(302));
  breaker.tell(probe.ticket, 'good', 303);
  assert.ok('ticket' in breaker.ask(304));
});

test('A route with a breaker answers 503 with Retry-After once it is open, without touching its faults.', async () => {
  const breaker = { failures: 0.5, minRequests: 10, windowMs: 60_000, openMs: 60_000 };
  const route = { method: 'GET', path: '/a', faults: [{ kind: 'status', status: 500, every: 2 }], breaker } as const;
  await withServer({ routes: [route] }, async (server) => {
    const seen: Seen[] = [];
    for (let i = 0; i < 15; i += 1) seen.push(await sendRequest(`${server.url}/a`));
    assert.deepEqual(tallyOf(seen), { 200: 5, 500: 5, 503: 5 });
    const { shortCircuited, answered, faults, inFlight } = server.counts().routes['GET /a'] ?? {};
    assert.deepEqual([shortCircuited, answered, faults?.status, inFlight], [5, { 200: 5, 500: 5, 503: 5 }, 5, 0]);
    const waits = seen.flatMap((one) => ('status' in one && one.status === 503 ? [Number(one.headers['retry-after'])] : []));
    assert.ok(
      waits.every((seconds) => Number.isInteger(seconds) && seconds >= 1 && seconds <= 60),
      String(waits),
    );
  });
});

test('An open breaker recovers by one good request after its time.', async () => {
  const breaker = { failures: 1, minRequests: 1, windowMs: 60_000, openMs: 50 };
  const route = { method: 'GET', path: '/a', faults: [{ kind: 'status', status: 500, every: 1_000, offset: 999 }], breaker } as const;
  await withServer({ routes: [route] }, async (server) => {
    const seen: Seen[] = [await sendRequest(`${server.url}/a`)];
    while (!seen.some((one) => 'status' in one && one.status === 200)) seen.push(await sendRequest(`${server.url}/a`));
    const { shortCircuited = 0, answered } = server.counts().routes['GET /a'] ?? {};
    assert.deepEqual([answered?.['500'], answered?.['200'], shortCircuited], [1, 1, seen.length - 2]);
  });
});
