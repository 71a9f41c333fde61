import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkBooks, type Books } from '../../src/metrics/check-books.ts';
import { zeroRequests } from '../../src/metrics/counts.ts';
import { buildRunSummary } from '../support/build-run-summary.ts';

type Mutable<T> = T extends object ? { -readonly [Key in keyof T]: Mutable<T[Key]> } : T;

/** Books of a run of two series in one open phase, with everything in them, that balance. */
function goodBooks(): Mutable<Books> {
  const traffic = [
    { okMs: [10, 20, 30], failed: 1, timedOut: 1, cut: 0, dropped: 2, drops: 3 },
    { okMs: [15], failed: 0, timedOut: 0, cut: 1, dropped: 0 },
  ];
  const { phases, series } = buildRunSummary({
    phases: [{ name: 'steady', seconds: 2, model: 'open' }],
    series: [
      { name: 'GET /a', seconds: traffic, bytesSent: 64 },
      { name: 'GET /b', seconds: traffic, bytesSent: 64 },
    ],
  });
  const requests = {
    ...zeroRequests(),
    started: 14,
    ok: 8,
    failed: 2,
    timedOut: 2,
    cut: 2,
    dropped: 4,
    okBeforeEnd: 8,
    sentBeforeEnd: 64,
    drops: 6,
  };
  const iterations = { planned: 0, started: 14, dropped: 4, missed: 0, ok: 8, failed: 4, cut: 2, interrupted: 0 };
  const half = <T extends Record<string, number>>(counts: T): T =>
    Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, count / 2])) as T; // the same keys
  const worker = (): Books['workers'][number] => ({
    requestsStarted: 7,
    requests: half(requests),
    iterations: half(iterations),
    sockets: { opened: 3, ended: 3 },
  });
  const books: Books = { phases, series, workers: [worker(), worker()], complete: true };
  return structuredClone(books) as Mutable<Books>; // a copy of our own
}

function at<T>(list: readonly T[], index: number): T {
  const entry = list[index];
  assert.ok(entry !== undefined);
  return entry;
}

function cellOf(books: Mutable<Books>, series: number): Mutable<Books>['series'][number]['perPhase'][number] {
  return at(at(books.series, series).perPhase, 0);
}

const ROWS: readonly { readonly name: string; readonly spoil: (books: Mutable<Books>) => void; readonly said: readonly RegExp[] }[] = [
  {
    name: 'an iteration too many was planned',
    spoil: (b) => void at(b.phases, 0).iterations.planned++,
    said: [/phase steady: planned iterations: 19 is not 18/],
  },
  {
    name: 'a phase started one more',
    spoil: (b) => void at(b.phases, 0).iterations.started++,
    said: [/planned iterations/, /phase steady: started iterations: 15 is not 14/, /iterations started, phases against workers/],
  },
  {
    name: 'a miss is not in the phases',
    spoil: (b) => void at(b.workers, 0).iterations.missed++,
    said: [/iterations missed, phases against workers: 0 is not 1/],
  },
  {
    name: 'an iteration ended twice',
    spoil: (b) => void at(b.phases, 0).iterations.ok++,
    said: [/phase steady: started/, /iterations ok, phases/],
  },
  {
    name: 'a request has no end',
    spoil: (b) => void cellOf(b, 0).counts.started++,
    said: [
      /GET \/a: started requests: 8 is not 7/,
      /requests started, series against workers/,
      /requests sent against requests ended: 14 is not 15/,
    ],
  },
  {
    name: 'a request was interrupted that no worker knows',
    spoil: (b) => void cellOf(b, 1).counts.interrupted++,
    said: [/GET \/b: started requests/, /requests interrupted, series against workers/],
  },
  {
    name: 'a latency is lost',
    spoil: (b) => void cellOf(b, 0).latency.count--,
    said: [/GET \/a: successes against latencies/, /GET \/a: latencies against slices/],
  },
  { name: 'a slice lost a success', spoil: (b) => void at(cellOf(b, 0).slices, 0).ok--, said: [/GET \/a: successes against slices/] },
  { name: 'a slice lost a failure', spoil: (b) => void at(cellOf(b, 0).slices, 0).failed--, said: [/GET \/a: failures against slices/] },
  {
    name: 'a slice lost a lost request',
    spoil: (b) => void at(cellOf(b, 0).slices, 0).censored--,
    said: [/GET \/a: lost requests against slices/],
  },
  {
    name: 'a slice took a failure for a lost request',
    spoil: (b) => {
      const slice = at(cellOf(b, 0).slices, 0);
      slice.failed--;
      slice.censored++;
    },
    said: [/failures against slices/, /lost requests against slices/],
  },
  {
    name: 'a slice lost a latency',
    spoil: (b) => void at(cellOf(b, 0).slices, 0).latency.count--,
    said: [/GET \/a: latencies against slices/],
  },
  {
    name: 'a worker sent one more',
    spoil: (b) => void at(b.workers, 1).requestsStarted++,
    said: [/requests sent against requests ended: 15 is not 14/],
  },
  {
    name: 'a worker counted a drop less',
    spoil: (b) => void at(b.workers, 1).requests.dropped--,
    said: [/requests dropped, series against workers/],
  },
  {
    name: 'a connection of a series was dropped twice',
    spoil: (b) => void cellOf(b, 0).counts.drops++,
    said: [/requests drops, series against workers: 7 is not 6/],
  },
  {
    name: 'bytes were counted twice',
    spoil: (b) => void (cellOf(b, 0).counts.receivedBeforeEnd += 5),
    said: [/requests receivedBeforeEnd, series against workers: 5 is not 0/],
  },
  {
    name: 'a WebSocket that was opened never ended',
    spoil: (b) => void at(b.workers, 0).sockets.opened++,
    said: [/WebSockets opened against WebSockets ended: 7 is not 6/],
  },
  {
    name: 'a session was lost on its way',
    spoil: (b) => void cellOf(b, 1).session.count--,
    said: [/WebSockets ended, workers against sessions: 6 is not 5/],
  },
  {
    name: 'a worker is gone',
    spoil: (b) => void b.workers.pop(),
    said: [
      ...['started', 'dropped', 'ok', 'failed', 'cut'].map((key) => new RegExp(`iterations ${key}, phases`)),
      ...['started', 'ok', 'failed', 'timedOut', 'cut', 'dropped', 'okBeforeEnd', 'sentBeforeEnd', 'drops'].map(
        (key) => new RegExp(`requests ${key}, series`),
      ),
      /requests sent/,
      /WebSockets ended, workers against sessions: 3 is not 6/,
    ],
  },
];

describe('the books', () => {
  it('balance when nothing is wrong with them', () => assert.deepEqual(checkBooks(goodBooks()), []));

  for (const { name, spoil, said } of ROWS) {
    it(`do not balance when ${name}, and say where`, () => {
      const books = goodBooks();
      spoil(books);
      const wrong = checkBooks(books);
      assert.equal(wrong.length, said.length, wrong.join('\n'));
      for (const [index, pattern] of said.entries()) assert.match(wrong[index] ?? '', pattern);
    });
  }

  it('do not ask for starts that were not due when a run was ended early', () => {
    const books = goodBooks();
    at(books.phases, 0).iterations.planned = 500;
    books.complete = false;
    assert.deepEqual(checkBooks(books), []);
  });
});
