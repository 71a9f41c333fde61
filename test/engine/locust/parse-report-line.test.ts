import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import fc from 'fast-check';
import { reportLineParser, type ParsedLine } from '../../../src/engine/locust/parse-report-line.ts';

const PLAN = 'a'.repeat(64);
const parse = reportLineParser({ phases: 2, series: 3 });

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Fields = { readonly [key: string]: Json };

const NOTHING = { count: 0, lowestUs: 0, highestUs: 0, sumUs: 0, buckets: [], counts: [] };
/** Two samples of 1,000 µs and one of 3,000 µs, which shares its bucket with 3,001 µs. */
const SOME = { count: 3, lowestUs: 1_000, highestUs: 3_000, sumUs: 5_000, buckets: [1_000, 2_524], counts: [2, 1] };
const REQUESTS = {
  ...{ started: 3, ok: 3, failed: 0, timedOut: 0, cut: 0, dropped: 0, interrupted: 0 },
  ...{ okBeforeEnd: 3, sentBeforeEnd: 10, receivedBeforeEnd: 20, drops: 0 },
};
const ITERATIONS = { planned: 0, started: 1, dropped: 0, missed: 0, ok: 1, failed: 0, cut: 0, interrupted: 0 };
const FAILURE = { class: 'status', reason: 'status 503', sample: 'GET /a: 503', count: 1, firstMs: 3, lastMs: 3 };
const SOCKET = { counts: { messagesIn: 1, messagesOut: 0, unmatched: 0, late: 0, duplicates: 0 }, open: 1, most: 1, fewest: 0 };
const CELL: Fields = {
  ...{ phase: 1, series: 2, counts: REQUESTS, status: { 200: 3 }, failures: [FAILURE], spans: { latency: SOME, service: SOME } },
  ...{ bytesSent: 10, bytesReceived: 20, socket: null },
};
const DELTA: Fields = {
  ...{ second: 0, cells: [CELL], iterations: [{ phase: 1, book: ITERATIONS }] },
  ...{ scheduleLag: SOME, users: 3, phase: 2, clamped: 0 },
};
const REPORT: Fields = {
  ...{ requestsStarted: 3, requests: REQUESTS, iterations: ITERATIONS, sockets: { opened: 0, ended: 0 } },
  phases: [
    { startUs: 0, endUs: 1_000_000, peakUsers: 2 },
    { startUs: null, endUs: null, peakUsers: 0 },
  ],
  ...{ eventLoopDelay: NOTHING, cpuRatio: 0.5 },
  transport: { connectionsOpened: 2, requestsOnReusedConnections: 1, protocols: { 'http/1.1': 3 } },
  slowRequests: [{ series: 2, atMs: 1, latencyUs: 9, traceId: null }],
};
const seconds = (...deltas: readonly Json[]): Fields => ({ kind: 'seconds', worker: 0, plan: PLAN, deltas });
const report = (more: Fields = {}): Fields => ({
  kind: 'report',
  worker: 0,
  plan: PLAN,
  report: { ...REPORT, ...more },
  cpuSeconds: 1.5,
  peakMemoryBytes: 9,
});

function say(line: Json): ParsedLine {
  return parse(JSON.stringify(line));
}

describe('A line as the locustfile writes it', () => {
  const RIGHT: readonly (readonly [name: string, line: Json])[] = [
    ['hello', { kind: 'hello', locust: '2.47.0', python: '3.11.7', plan: PLAN }],
    ['begin', { kind: 'begin', workers: ['a', 'b'], inMs: 1_500 }],
    ['seconds', seconds(DELTA, { ...DELTA, second: 1, cells: [] })],
    ['seconds with WebSockets', seconds({ ...DELTA, cells: [{ ...CELL, socket: SOCKET }] })],
    ['no seconds, of a worker that makes nothing', seconds()],
    ['report', report()],
    ['report without its CPU', report({ cpuRatio: null })],
    ['lost', { kind: 'lost', id: 'a', worker: 1, why: 'early' }],
    ['lost, of nobody known', { kind: 'lost', id: 'a', worker: null, why: 'silent' }],
    ['surplus', { kind: 'surplus', id: 'a' }],
    ['end', { kind: 'end', complete: true }],
    ['a line with a key of a later version', { kind: 'end', complete: false, more: 1 }],
  ];
  for (const [name, line] of RIGHT) {
    it(`is read: ${name}`, () => {
      const parsed = say(line);
      assert.ok(parsed.ok, JSON.stringify(parsed));
    });
  }

  it('comes out as it went in, with what Python has no word for left out', () => {
    const parsed = say(seconds(DELTA));
    assert.ok(parsed.ok && parsed.line.kind === 'seconds');
    assert.deepEqual(parsed.line.deltas, [{ ...DELTA, cells: [{ ...CELL, socket: undefined }] }]);
    const done = say(report());
    assert.ok(done.ok && done.line.kind === 'report');
    assert.deepEqual(done.line.report.phases[1], { startUs: undefined, endUs: undefined, peakUsers: 0 });
  });

  it('shows what a server has said as one harmless line', () => {
    const parsed = say(
      seconds({ ...DELTA, cells: [{ ...CELL, failures: [{ ...FAILURE, reason: `a\u001b[31m\nb${'x'.repeat(5_000)}` }] }] }),
    );
    assert.ok(parsed.ok && parsed.line.kind === 'seconds');
    const reason = parsed.line.deltas[0]?.cells[0]?.failures[0]?.reason ?? '';
    assert.match(reason, /^a bx+…$/);
    assert.equal(reason.length, 300);
  });
});

const cell = (more: Fields): Json => seconds({ ...DELTA, cells: [{ ...CELL, ...more }] });
const lag = (more: Fields): Json => seconds({ ...DELTA, scheduleLag: { ...SOME, ...more } });

/** What no honest file writes, and what of it the sentence names. */
const WRONG: readonly (readonly [name: string, line: Json | undefined, says: RegExp])[] = [
  ['nothing', null, /^line must be an object$/],
  ['a list', [seconds(DELTA)], /must be an object/],
  ['no kind', {}, /line\.kind must be one of/],
  ['an unknown kind', { kind: 'pass' }, /line\.kind must be one of/],
  ['a kind of the prototype', { kind: 'constructor' }, /line\.kind must be one of/],
  ['hello of a novel', { kind: 'hello', locust: 'x'.repeat(1_000), python: '3', plan: PLAN }, /locust must have at most/],
  ['begin without workers', { kind: 'begin', workers: [], inMs: 0 }, /not empty/],
  ['begin with a number as a worker', { kind: 'begin', workers: [1], inMs: 0 }, /must be text/],
  ['begin with too many workers', { kind: 'begin', workers: Array.from({ length: 10_001 }, String), inMs: 0 }, /at most 10000/],
  ['begin in the past', { kind: 'begin', workers: ['a'], inMs: -1 }, /inMs must be from 0/],
  ['begin in a year', { kind: 'begin', workers: ['a'], inMs: 3e10 }, /inMs must be from 0/],
  ['seconds of no worker', { ...seconds(DELTA), worker: -1 }, /worker must be a whole number/],
  ['seconds of half a worker', { ...seconds(DELTA), worker: 0.5 }, /worker must be a whole number/],
  ['seconds without a plan', { ...seconds(DELTA), plan: null }, /plan must be text/],
  ['a second before the first', seconds({ ...DELTA, second: -1 }), /second must be a whole number/],
  ['a broken second', seconds({ ...DELTA, second: 1.5 }), /second must be a whole number/],
  ['a second as text', seconds({ ...DELTA, second: '1' }), /second must be a whole number/],
  ['users below 0', seconds({ ...DELTA, users: -1 }), /users must be a whole number/],
  ['a phase beyond the last', seconds({ ...DELTA, phase: 3 }), /phase must be below 3/],
  ['a cell of a phase that is not there', cell({ phase: 2 }), /phase must be below 2/],
  ['a cell of a series that is not there', cell({ series: 3 }), /series must be below 3/],
  ['a cell twice', seconds({ ...DELTA, cells: [CELL, CELL] }), /each entry once/],
  ['more cells than there are', seconds({ ...DELTA, cells: Array.from({ length: 7 }, () => CELL) }), /at most 6 entries/],
  ['iterations twice', seconds({ ...DELTA, iterations: [0, 0].map((phase) => ({ phase, book: ITERATIONS })) }), /each entry once/],
  ['a negative count', cell({ counts: { ...REQUESTS, ok: -1 } }), /ok must be a whole number/],
  ['a count beyond what can be counted', cell({ counts: { ...REQUESTS, ok: 2 ** 60 } }), /ok must be a whole number/],
  ['a count that is missing', cell({ counts: { started: 1 } }), /ok must be a whole number/],
  ['a status of its own', cell({ status: { teapot: 1 } }), /status must have/],
  ['a status of a prototype', cell({ status: JSON.parse('{"__proto__": 1}') as Json }), /__proto__/],
  ['a class of failure of its own', cell({ failures: [{ ...FAILURE, class: 'mood' }] }), /class must be one of/],
  ['a flood of reasons', cell({ failures: Array.from({ length: 101 }, () => FAILURE) }), /at most 100 entries/],
  ['a span of its own', cell({ spans: { mood: SOME } }), /spans must hold spans/],
  ['bytes as a fraction', cell({ bytesSent: 0.1 }), /bytesSent must be a whole number/],
  ['a histogram without its samples', lag({ counts: [2] }), /scheduleLag must be a histogram/],
  ['a histogram with a sample too many', lag({ count: 4 }), /scheduleLag must be a histogram/],
  ['a histogram that descends', lag({ buckets: [2_524, 1_000] }), /scheduleLag must be a histogram/],
  ['a histogram with an empty bucket', lag({ counts: [3, 0] }), /scheduleLag must be a histogram/],
  ['a histogram with half a sample', lag({ counts: [2.5, 0.5] }), /scheduleLag must be a histogram/],
  ['a histogram beyond an hour', lag({ buckets: [1_000, 23_221] }), /scheduleLag must be a histogram/],
  ['a histogram with a highest value elsewhere', lag({ highestUs: 9_000 }), /scheduleLag must be a histogram/],
  ['a histogram with a sum that its values cannot have', lag({ sumUs: 1 }), /scheduleLag must be a histogram/],
  ['a histogram of nothing with a sum', lag({ count: 0, buckets: [], counts: [] }), /scheduleLag must be a histogram/],
  ['a histogram as text', seconds({ ...DELTA, scheduleLag: 'AAAA' }), /must be an object/],
  ['a report with a phase too few', report({ phases: [] }), /phases must have 2 entries/],
  ['a report with a CPU below 0', report({ cpuRatio: -1 }), /cpuRatio must not be below 0/],
  [
    'a report with a flood of protocols',
    report({
      transport: {
        connectionsOpened: 0,
        requestsOnReusedConnections: 0,
        protocols: Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`p${n}`, 1])),
      },
    }),
    /protocols must have/,
  ],
  ['a report with slow requests of nobody', report({ slowRequests: [{ series: 3, atMs: 0, latencyUs: 0 }] }), /series must be below 3/],
  ['a report without a cost', { ...report(), cpuSeconds: null }, /cpuSeconds must be a number/],
  ['an end that does not say whether it is whole', { kind: 'end' }, /complete must be true or false/],
  ['lost, without a name', { kind: 'lost', worker: 1, why: 'silent' }, /id must be text/],
  ['lost, nobody knows why', { kind: 'lost', id: 'a', worker: 1 }, /why must be/],
];

describe('A line that cannot be is told, with its place, and never left out', () => {
  for (const [name, line, says] of WRONG) {
    it(name, () => {
      const parsed = say(line ?? null);
      assert.ok(!parsed.ok, JSON.stringify(parsed));
      assert.match(parsed.problem, says);
    });
  }
  for (const text of [
    '',
    '{',
    'NaN',
    '{"kind":"end"}{"kind":"end"}',
    '{"kind":"begin","workers":["a"],"inMs":NaN}',
    '\u0000',
    'Traceback (most recent call last):',
  ]) {
    it(`no JSON: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(parse(text), { ok: false, problem: 'it is no JSON' });
    });
  }
});

test('whatever value stands anywhere in a line, it is read or refused, and never thrown', () => {
  const lines = [seconds(DELTA), report(), { kind: 'begin', workers: ['a'], inMs: 0 }];
  const paths = lines.flatMap((line, place) => listPaths(line).map((path) => [place, path] as const));
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.jsonValue(), ([place, path], value) => {
      const changed: unknown = put(lines[place], path, value);
      const parsed = parse(JSON.stringify(changed));
      if (!parsed.ok) assert.ok(parsed.problem.length > 0 && parsed.problem.length < 500);
    }),
    { numRuns: 2_000 },
  );
});

function listPaths(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  const own = path.length > 0 ? [path] : [];
  if (typeof value !== 'object' || value === null) return own;
  return [...own, ...Object.entries(value).flatMap(([key, part]) => listPaths(part, [...path, key]))];
}

function put(value: unknown, [key, ...rest]: readonly string[], part: unknown): unknown {
  if (key === undefined) return part;
  if (Array.isArray(value)) return value.map((item: unknown, place) => (String(place) === key ? put(item, rest, part) : item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, name === key ? put(item, rest, part) : item]));
}
