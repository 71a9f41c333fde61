import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkDials } from '../../src/demo/check-dials.ts';
import { demoDials } from '../../src/demo/demo-dials.ts';
import type { Dials, RouteDials } from '../../src/demo/dials.ts';
import type { SocketDials } from '../../src/demo/sockets/socket-dials.ts';

const socket = (...sockets: readonly Partial<SocketDials>[]): Dials => ({
  routes: [],
  sockets: sockets.map((each) => ({ path: '/ws', ...each })),
});
const on = (route: Partial<RouteDials>): Dials => ({ routes: [{ method: 'GET', path: '/', ...route }] });

test('The dials of the demo are right.', () => {
  assert.deepEqual(checkDials(demoDials), []);
});

test('Faults that never meet may share a route.', () => {
  const dials = on({
    faults: [
      { kind: 'reset', every: 10 },
      { kind: 'hang', every: 10, offset: 4 },
      { kind: 'status', every: 4, offset: 1, status: 500 },
    ],
  });
  assert.deepEqual(checkDials(dials), []);
});

const wrong: readonly { name: string; dials: Dials; says: RegExp }[] = [
  { name: 'no route', dials: { routes: [] }, says: /at least one/ },
  { name: 'a port beyond 65535', dials: { ...on({}), port: 70_000 }, says: /port/ },
  { name: 'h2 without TLS', dials: { ...on({}), protocol: 'h2' }, says: /needs tls/ },
  { name: 'a negative stall', dials: { ...on({}), stalls: [{ afterMs: 1, forMs: -1 }] }, says: /stalls/ },
  { name: 'room for nobody', dials: { ...on({}), capacity: { concurrent: 0 } }, says: /concurrent/ },
  { name: 'half a request before death', dials: { ...on({}), die: { afterRequests: 1.5 } }, says: /die/ },
  { name: 'two routes of one name', dials: { routes: [...on({}).routes, ...on({}).routes] }, says: /taken/ },
  { name: 'a method in lower case', dials: on({ method: 'get' }), says: /method/ },
  { name: 'a path without its slash', dials: on({ path: 'items' }), says: /path/ },
  { name: 'a latency that is no number', dials: on({ latency: { kind: 'constant', ms: Number.NaN } }), says: /constant/ },
  { name: 'a uniform latency upside down', dials: on({ latency: { kind: 'uniform', minMs: 2, maxMs: 1 } }), says: /uniform/ },
  { name: 'a lognormal p95 below its median', dials: on({ latency: { kind: 'lognormal', medianMs: 9, p95Ms: 8 } }), says: /lognormal/ },
  { name: 'a table without points', dials: on({ latency: { kind: 'quantiles', points: [] } }), says: /quantiles/ },
  {
    name: 'a table that falls',
    dials: on({
      latency: {
        kind: 'quantiles',
        points: [
          [0, 5],
          [100, 4],
        ],
      },
    }),
    says: /quantiles/,
  },
  { name: 'a cycle of nothing', dials: on({ latency: { kind: 'constant', ms: 1, cycle: 0 } }), says: /cycle/ },
  { name: 'a fault on every 0th request', dials: on({ faults: [{ kind: 'reset', every: 0 }] }), says: /every/ },
  { name: 'an offset of a whole round', dials: on({ faults: [{ kind: 'reset', every: 3, offset: 3 }] }), says: /offset/ },
  { name: 'a status that HTTP does not know', dials: on({ faults: [{ kind: 'status', every: 3, status: 99 }] }), says: /status/ },
  {
    name: 'faults that meet at request 15',
    dials: on({
      faults: [
        { kind: 'reset', every: 3 },
        { kind: 'hang', every: 5 },
      ],
    }),
    says: /same requests/,
  },
  { name: 'a bucket that never fills', dials: on({ limit: { kind: 'bucket', perSec: 0, burst: 1 } }), says: /perSec/ },
  { name: 'a window of no time', dials: on({ limit: { kind: 'window', max: 1, windowMs: 0 } }), says: /windowMs/ },
  {
    name: 'a breaker that opens at nothing',
    dials: on({ breaker: { failures: 0, minRequests: 1, windowMs: 1, openMs: 1 } }),
    says: /breaker/,
  },
  { name: 'a notification to no socket', dials: on({ notify: { socket: '/ws', to: 'all' } }), says: /no socket/ },
  {
    name: 'a job that fails every 0th time',
    dials: on({ answer: { kind: 'submit-job', queuedMs: 0, runningMs: 0, failEvery: 0 } }),
    says: /failEvery/,
  },
  { name: 'a stream of more chunks than bytes', dials: on({ answer: { kind: 'stream', size: 2, chunks: 3, everyMs: 0 } }), says: /chunks/ },
  { name: 'no events', dials: on({ answer: { kind: 'events', count: 0, everyMs: 0 } }), says: /count/ },
  { name: 'a token from the past', dials: on({ answer: { kind: 'jwt-login', expiresInMs: -1 } }), says: /expiresInMs/ },
  { name: 'two sockets of one name', dials: socket({}, {}), says: /taken/ },
  { name: 'a socket without its slash', dials: socket({ path: 'ws' }), says: /path/ },
  { name: 'a subprotocol of two words', dials: socket({ subprotocols: ['a b'] }), says: /subprotocols/ },
  { name: 'a welcome that never comes', dials: socket({ welcomeAfterMs: 5 }), says: /no welcome/ },
  { name: 'a rejection without a door', dials: socket({ reject: 'after-open' }), says: /no auth/ },
  { name: 'pushes without a pause', dials: socket({ push: { everyMs: 0 } }), says: /push/ },
  {
    name: 'a reply of no latency',
    dials: socket({ reply: { kind: 'reply', latency: { kind: 'constant', ms: -1 } } }),
    says: /reply: .*constant/,
  },
  {
    name: 'message faults that meet',
    dials: socket({
      messageFaults: [
        { kind: 'lose', every: 2 },
        { kind: 'duplicate', every: 3 },
      ],
    }),
    says: /same messages/,
  },
  {
    name: 'a message that is late by no number',
    dials: socket({ messageFaults: [{ kind: 'late', every: 1, byMs: Number.NaN }] }),
    says: /byMs/,
  },
  { name: 'a refusal by 101', dials: socket({ connectionFaults: [{ kind: 'refuse', every: 1, status: 101 }] }), says: /status/ },
  {
    name: 'a close code that is never sent',
    dials: socket({ connectionFaults: [{ kind: 'reject', every: 1, code: 1_006 }] }),
    says: /code/,
  },
  {
    name: 'a reason beyond its frame',
    dials: socket({ connectionFaults: [{ kind: 'reject', every: 1, code: 4_000, reason: 'ü'.repeat(62) }] }),
    says: /reason/,
  },
  { name: 'a drop before its opening', dials: socket({ connectionFaults: [{ kind: 'drop', every: 1, afterMs: -1 }] }), says: /afterMs/ },
];
for (const { name, dials, says } of wrong) {
  test(`It refuses ${name}, and says why.`, () => {
    const problems = checkDials(dials);
    assert.equal(problems.length, 1, problems.join('; '));
    assert.match(problems[0] ?? '', says);
  });
}

test('Two faults are refused exactly when they meet on some request.', () => {
  const fault = fc.integer({ min: 1, max: 24 }).chain((every) => fc.record({ every: fc.constant(every), offset: fc.nat(every - 1) }));
  fc.assert(
    fc.property(fault, fault, (a, b) => {
      const falls = (one: typeof a, request: number): boolean => (request + one.offset) % one.every === 0;
      const meet = Array.from({ length: 24 * 24 }, (_, i) => i + 1).some((request) => falls(a, request) && falls(b, request));
      const problems = checkDials(
        on({
          faults: [
            { kind: 'reset', ...a },
            { kind: 'hang', ...b },
          ],
        }),
      );
      assert.equal(problems.length > 0, meet);
    }),
  );
});
