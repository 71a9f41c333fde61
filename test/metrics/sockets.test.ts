import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import fc from 'fast-check';
import type { Delta, SocketDelta } from '../../src/metrics/delta.ts';
import { LiveProgress } from '../../src/metrics/live-progress.ts';
import { Recorder } from '../../src/metrics/recorder.ts';
import { RunCollector } from '../../src/metrics/run-collector.ts';
import type { SeriesPhase, SocketCounts } from '../../src/metrics/run-summary.ts';
import { emptySample } from '../../src/metrics/sample.ts';
import { SeriesTotals } from '../../src/metrics/series-totals.ts';
import { planOf } from '../support/build-plan.ts';

const DROP = { class: 'ws-close', reason: 'closed 1006', sample: 'closed without a close frame' } as const;

/** A worker with three series, and what it hands on. */
function startRecorder(): { readonly recorder: Recorder; readonly deltas: readonly Delta[] } {
  const deltas: Delta[] = [];
  const onDelta = (delta: Delta): void => void deltas.push(structuredClone(delta));
  return { recorder: new Recorder({ seriesCount: 3, onDelta, countUsers: () => 0, currentPhase: () => 0 }), deltas };
}

function socketsOf(deltas: readonly Delta[], phase: number, series: number): readonly (SocketDelta | undefined)[] {
  return deltas.map(({ cells }) => cells.find((cell) => cell.phase === phase && cell.series === series)?.socket);
}

const held = (socket: SocketDelta | undefined): readonly number[] => (socket ? [socket.open, socket.most, socket.fewest] : []);
const end = (nowUs: number, drop?: typeof DROP): Parameters<Recorder['recordSocketEnded']>[2] => ({ nowUs, heldUs: 1_000, drop });

/** One `ws` series in one phase, as several workers recorded it. */
function merge(workers: readonly (readonly Delta[])[], endMs?: number): SeriesPhase {
  const totals = new SeriesTotals('ws');
  for (const { second, cells } of workers.flat()) {
    for (const cell of cells) if (cell.series === 0 && cell.phase === 0) totals.add(second, cell);
  }
  return totals.summarize(endMs);
}

describe('connections', () => {
  it('are counted at the end of each second, with the most and fewest within it', () => {
    const { recorder, deltas } = startRecorder();
    for (const atUs of [100, 200, 300]) recorder.recordSocketOpened(1, 0, atUs);
    recorder.recordSocketEnded(1, 0, end(400));
    recorder.recordSocketEnded(1, 0, end(1_000_000));
    recorder.recordSocketOpened(1, 0, 1_000_001);
    recorder.recordSocketOpened(1, 0, 1_000_002);
    recorder.finish(1_999_999);
    assert.deepEqual(socketsOf(deltas, 0, 1).map(held), [
      [2, 3, 0],
      [3, 3, 1],
    ]);
    assert.deepEqual(recorder.socketTotals, { opened: 5, ended: 2 });
  });

  it('that are quietly held have a cell in every second of every phase, and none elsewhere', () => {
    const { recorder, deltas } = startRecorder();
    recorder.beginPhase(0, 0);
    recorder.setPhaseEnd(0, 2_500_000);
    recorder.setPhaseEnd(1, 4_000_000);
    for (let count = 0; count < 10_000; count++) recorder.recordSocketOpened(0, 0, 500_000);
    recorder.beginPhase(1, 2_500_000);
    recorder.beginPhase(2, 4_000_300);
    recorder.finish(5_100_000);
    const all = [10_000, 10_000, 10_000];
    assert.deepEqual(socketsOf(deltas, 0, 0).map(held), [[10_000, 10_000, 0], all, all, [], [], []]);
    assert.deepEqual(socketsOf(deltas, 1, 0).map(held), [[], [], all, all, [], []]);
    assert.deepEqual(socketsOf(deltas, 2, 0).map(held), [[], [], [], [], all, all]);
    assert.ok(deltas.flatMap(({ cells }) => cells).every(({ series }) => series === 0));
  });

  it('that drop are failures of the phase that is named, and leave the phase that it is now', () => {
    const { recorder, deltas } = startRecorder();
    recorder.recordSocketOpened(0, 0, 0);
    recorder.recordSocketOpened(0, 0, 0);
    recorder.beginPhase(1, 100_000);
    recorder.recordSocketEnded(0, 0, { nowUs: 200_000, heldUs: 200_000, drop: DROP });
    recorder.finish(300_000);
    const [first] = deltas;
    const cell = first?.cells.find(({ phase }) => phase === 0);
    assert.deepEqual([cell?.counts.drops, cell?.spans.session?.sumUs, recorder.requestTotals.drops], [1, 200_000, 1]);
    assert.deepEqual(cell?.failures, [{ ...DROP, count: 1, firstMs: 200, lastMs: 200 }]);
    assert.deepEqual([...socketsOf(deltas, 0, 0), ...socketsOf(deltas, 1, 0)].map(held), [
      [2, 2, 0],
      [1, 2, 1],
    ]);
  });

  it('that end well are no failure', () => {
    const { recorder, deltas } = startRecorder();
    recorder.recordSocketOpened(0, 0, 0);
    recorder.recordSocketEnded(0, 0, end(10));
    recorder.finish(20);
    assert.deepEqual([deltas[0]?.cells[0]?.counts.drops, deltas[0]?.cells[0]?.failures], [0, []]);
  });

  it('cannot end more often than they were opened', () => {
    const { recorder } = startRecorder();
    assert.throws(() => recorder.recordSocketEnded(0, 0, end(0)), RangeError);
  });
});

describe('messages', () => {
  it('count with their bytes, before the end of the phase or not', () => {
    const { recorder, deltas } = startRecorder();
    recorder.setPhaseEnd(0, 1_000);
    for (const nowUs of [1_000, 1_001]) {
      recorder.countMessage(0, 0, 'messagesIn', { nowUs, bytes: 7 });
      recorder.countMessage(0, 0, 'messagesOut', { nowUs, bytes: 100 });
      recorder.countMessage(0, 0, 'unmatched', { nowUs, bytes: 7 });
    }
    recorder.finish(2_000);
    const [cell] = deltas[0]?.cells ?? [];
    assert.deepEqual(cell?.socket?.counts, { messagesIn: 2, messagesOut: 2, unmatched: 2, late: 0, duplicates: 0 });
    assert.deepEqual([cell?.bytesReceived, cell?.bytesSent], [14, 200]);
    assert.deepEqual([cell?.counts.receivedBeforeEnd, cell?.counts.sentBeforeEnd], [7, 100]);
    assert.deepEqual([recorder.requestTotals.receivedBeforeEnd, recorder.requestTotals.sentBeforeEnd], [7, 100]);
  });
});

describe('bytes before the end of a phase', () => {
  const rows: readonly {
    readonly name: string;
    readonly outcome: 'ok' | 'failed' | 'timed-out' | 'cut';
    readonly endUs: number;
    readonly counted: number;
  }[] = [
    { name: 'are those of a success at its very end', outcome: 'ok', endUs: 1_000, counted: 10 },
    { name: 'are not those of a success in its drain', outcome: 'ok', endUs: 1_001, counted: 0 },
    { name: 'are not those of a refused upload', outcome: 'failed', endUs: 500, counted: 0 },
    { name: 'are not those of one that timed out', outcome: 'timed-out', endUs: 500, counted: 0 },
    { name: 'are not those of one that was cut', outcome: 'cut', endUs: 500, counted: 0 },
  ];
  for (const { name, outcome, endUs, counted } of rows) {
    it(name, () => {
      const { recorder, deltas } = startRecorder();
      recorder.setPhaseEnd(0, 1_000);
      recorder.record({ ...emptySample(), outcome, endUs, headUs: endUs, bytesSent: 10, bytesReceived: 20 });
      recorder.finish(2_000);
      const [cell] = deltas[0]?.cells ?? [];
      assert.deepEqual([cell?.bytesSent, cell?.counts.sentBeforeEnd, cell?.counts.receivedBeforeEnd], [10, counted, 2 * counted]);
    });
  }
});

test('a success without a response has no first byte, and a latency all the same', () => {
  const { recorder, deltas } = startRecorder();
  recorder.record({ ...emptySample(), endUs: 50 });
  recorder.finish(100);
  const spans = deltas[0]?.cells[0]?.spans ?? {};
  assert.deepEqual([spans.latency?.count, spans.ttfb, spans.body], [1, undefined, undefined]);
});

describe('the connections of several workers', () => {
  const worker = (act: (recorder: Recorder) => void): readonly Delta[] => {
    const { recorder, deltas } = startRecorder();
    act(recorder);
    recorder.finish(2_999_999);
    return deltas;
  };
  const hold = (count: number, fromUs: number, toUs: number): readonly Delta[] =>
    worker((recorder) => {
      for (let index = 0; index < count; index++) recorder.recordSocketOpened(0, 0, fromUs);
      for (let index = 0; index < count; index++) recorder.recordSocketEnded(0, 0, end(toUs));
    });

  it('that are held over the end of a second add up', () => {
    const { socket } = merge([hold(5, 10, 1_500_000), hold(7, 900_000, 1_000_001)]);
    assert.deepEqual(socket?.concurrent, 12);
    assert.deepEqual(
      socket.seconds.map(({ second, open }) => [second, open]),
      [[0, 12]],
    );
  });

  it('that were never there together do not add up', () => {
    assert.equal(merge([hold(5, 100, 200), hold(7, 300, 400)]).socket?.concurrent, 7);
  });

  it('of one worker are exact, however short they were', () => {
    assert.equal(merge([hold(9, 100, 101)]).socket?.concurrent, 9);
  });

  it('are not concurrent in the phase when they came in its drain', () => {
    const late = hold(5, 2_000_000, 2_500_000);
    assert.deepEqual([merge([late], 2_000).socket?.concurrent, merge([late], 2_001).socket?.concurrent], [0, 5]);
  });

  it('of a series without any are none, and of an HTTP series not known', () => {
    assert.deepEqual(merge([]).socket, {
      counts: { messagesIn: 0, messagesOut: 0, unmatched: 0, late: 0, duplicates: 0 },
      concurrent: 0,
      seconds: [],
    });
    assert.equal(new SeriesTotals('http').summarize().socket, undefined);
  });
});

interface Act {
  readonly atUs: number;
  readonly what: 'open' | 'end' | 'drop' | keyof SocketCounts;
}

/** Ends only what is open; at the end, everything. */
function play(acts: readonly Act[]): { readonly deltas: readonly Delta[]; readonly book: Recorder['socketTotals'] } {
  const { recorder, deltas } = startRecorder();
  recorder.setPhaseEnd(0, 3_000_000);
  let open = 0;
  for (const { atUs, what } of acts.toSorted((left, right) => left.atUs - right.atUs)) {
    if (what === 'open') {
      open++;
      recorder.recordSocketOpened(0, 0, atUs);
    } else if (what === 'end' || what === 'drop') {
      if (open === 0) continue;
      open--;
      recorder.recordSocketEnded(0, 0, end(atUs, what === 'drop' ? DROP : undefined));
    } else recorder.countMessage(0, 0, what, { nowUs: atUs, bytes: 3 });
  }
  while (open-- > 0) recorder.recordSocketEnded(0, 0, end(5_000_000));
  recorder.finish(5_000_000);
  return { deltas, book: recorder.socketTotals };
}

test('what several workers counted adds up, and concurrent is never more than was there, nor less than at the end of any second', () => {
  const act = fc.record({
    atUs: fc.integer({ min: 0, max: 4_999_999 }),
    what: fc.constantFrom<Act['what']>(
      'open',
      'open',
      'open',
      'end',
      'drop',
      'messagesIn',
      'messagesOut',
      'unmatched',
      'late',
      'duplicates',
    ),
  });
  fc.assert(
    fc.property(fc.array(fc.array(act, { maxLength: 40 }), { minLength: 1, maxLength: 4 }), (workers) => {
      const played = workers.map(play);
      const merged = merge(played.map(({ deltas }) => deltas));
      const alone = played.map(({ deltas }) => merge([deltas]));
      const total = (pick: (part: SeriesPhase) => number): number => alone.reduce((sum, part) => sum + pick(part), 0);
      for (const key of ['messagesIn', 'messagesOut', 'unmatched', 'late', 'duplicates'] as const) {
        assert.equal(merged.socket?.counts[key], workers.flat().filter(({ what }) => what === key).length);
      }
      assert.equal(
        merged.counts.drops,
        total(({ counts }) => counts.drops),
      );
      assert.equal(merged.bytesReceived, 3 * (merged.socket?.counts.messagesIn ?? 0));
      assert.equal(
        merged.counts.receivedBeforeEnd,
        3 * workers.flat().filter(({ what, atUs }) => what === 'messagesIn' && atUs <= 3_000_000).length,
      );
      assert.equal(
        merged.session.count,
        played.reduce((sum, { book }) => sum + book.ended, 0),
      );
      assert.ok(played.every(({ book }) => book.opened === book.ended));
      const concurrent = merged.socket?.concurrent ?? 0;
      assert.ok(concurrent <= total(({ socket }) => socket?.concurrent ?? 0));
      assert.ok(alone.every(({ socket }) => (socket?.concurrent ?? 0) <= concurrent));
      assert.ok(merged.socket?.seconds.every(({ open }) => open <= concurrent));
      assert.equal(
        merged.socket?.seconds.some(({ second }) => second >= 5),
        false,
      );
    }),
    { numRuns: 100 },
  );
});

test('the live view counts open connections of all series once, and says nothing where there are none', () => {
  const plan = planOf('steps: [ { get: /a } ]\nphases: [ { users: 1, duration: 1500ms }, { users: 1, duration: 2s } ]');
  const series = ['ws /a', 'ws /b', 'GET /c'].map(
    (name) => ({ name, kind: name.startsWith('ws') ? 'ws' : 'http', method: 'WS', tags: [], selected: true }) as const,
  );
  const collector = new RunCollector(plan.phases, series, 1);
  const progress = new LiveProgress({ phases: plan.phases, series }, collector);
  const shown: (number | undefined)[] = [];
  let phase = 0;
  const onDelta = (delta: Delta): void => {
    const closed = collector.addDelta(structuredClone(delta));
    if (closed) shown.push(progress.snapshot(closed, []).openSockets);
  };
  const recorder = new Recorder({ seriesCount: 3, onDelta, countUsers: () => 1, currentPhase: () => phase });
  recorder.recordSocketOpened(0, 0, 10);
  recorder.recordSocketOpened(1, 0, 20);
  recorder.recordSocketOpened(1, 0, 30);
  phase = 1;
  recorder.beginPhase(1, 1_500_000);
  recorder.recordSocketEnded(0, 1, end(2_000_000));
  phase = 2;
  for (const nowUs of [3_500_000, 3_500_001]) recorder.recordSocketEnded(1, 1, end(nowUs));
  recorder.finish(4_000_000);
  // Second 1 holds the end of one phase and the begin of the next.
  assert.deepEqual(shown, [3, 3, 2, undefined, undefined]);
});
