import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import * as fc from 'fast-check';
import { DueQueue, type Due } from '../../../src/load/time/due-queue.ts';
import { TimeoutList, type Expiring } from '../../../src/load/time/timeout-list.ts';

let us = 0;
const clock = { nowUs: () => us };

function pass(ms: number): void {
  for (let step = 0; step < ms; step++) {
    us += 1_000;
    mock.timers.tick(1);
  }
}

beforeEach(() => {
  us = 0;
  mock.timers.enable({ apis: ['setTimeout'] });
});
afterEach(() => mock.timers.reset());

class Noted implements Due {
  dueUs = 0;
  place = -1;
  readonly name: number;
  readonly fired: { readonly name: number; readonly dueUs: number; readonly atUs: number }[];
  constructor(name: number, fired: Noted['fired']) {
    this.name = name;
    this.fired = fired;
  }
  fire(nowUs: number): void {
    this.fired.push({ name: this.name, dueUs: this.dueUs, atUs: nowUs });
  }
}

describe('the queue of what is due', () => {
  it('fires everything once, in order of its time, never early and at most 2 ms late, whatever is put in, moved and taken out', () => {
    const action = fc.record({ name: fc.nat(19), atUs: fc.integer({ min: -5_000, max: 60_000 }), cancel: fc.boolean(), waitMs: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
        const fired: Noted['fired'] = [];
        const queue = new DueQueue(clock);
        const dues = Array.from({ length: 20 }, (_none, name) => new Noted(name, fired));
        const startUs = us;
        // The oracle: a plain map of what is planned.
        const planned = new Map<number, number>();
        let expected = 0;
        const settle = (): void => {
          for (const [name, dueUs] of planned) {
            if (dues[name]?.place !== -1) continue;
            planned.delete(name);
            expected++;
            const last = fired.findLast((entry) => entry.name === name);
            assert.equal(last?.dueUs, dueUs);
          }
          assert.equal(fired.length, expected);
        };
        for (const { name, atUs, cancel, waitMs } of actions) {
          const due = dues[name];
          assert.ok(due);
          if (cancel) {
            queue.cancel(due);
            planned.delete(name);
          } else {
            const dueUs = startUs + atUs;
            queue.schedule(due, Math.max(us, dueUs));
            planned.set(name, Math.max(us, dueUs));
          }
          pass(waitMs);
          settle();
        }
        pass(70);
        settle();
        assert.equal(planned.size, 0);
        for (const { dueUs, atUs } of fired) assert.ok(atUs >= dueUs && atUs <= dueUs + 2_000, `${dueUs} fired at ${atUs}`);
        queue.stop();
      }),
      { numRuns: 150 },
    );
  });

  it('fires in ascending order what is due in one round, also what is put in while it fires', () => {
    const queue = new DueQueue(clock);
    const order: number[] = [];
    const at = (dueUs: number, then?: () => void): void =>
      queue.schedule(
        {
          dueUs: 0,
          place: -1,
          fire: () => {
            order.push(dueUs);
            then?.();
          },
        },
        dueUs,
      );
    at(900);
    at(100, () => at(500));
    at(700, () => at(600));
    pass(2);
    assert.deepEqual(order, [100, 500, 700, 600, 900]);
  });

  it('fires nothing any more once it is stopped, also in the round that stops it', () => {
    const queue = new DueQueue(clock);
    const fired: Noted['fired'] = [];
    queue.schedule({ dueUs: 0, place: -1, fire: () => queue.stop() }, 100);
    queue.schedule(new Noted(1, fired), 200);
    queue.schedule(new Noted(2, fired), 5_000);
    pass(20);
    assert.deepEqual(fired, []);
  });

  it('keeps times beyond what a timer can hold', () => {
    const queue = new DueQueue(clock);
    const fired: Noted['fired'] = [];
    queue.schedule(new Noted(1, fired), 3_000_000_000_000);
    pass(5);
    assert.deepEqual(fired, []);
    queue.stop();
  });
});

describe('a list of time limits', () => {
  it('expires what is still in it, in order, at its time, and nothing that was taken out', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ gapMs: fc.nat(4), removeAfterMs: fc.option(fc.nat(30)) }), { maxLength: 40 }), (rows) => {
        const queue = new DueQueue(clock);
        const list = new TimeoutList(queue);
        const expired: number[] = [];
        const expected: number[] = [];
        const items = rows.map(({ removeAfterMs }, index) => {
          const item: Expiring = {
            deadlineUs: 0,
            earlier: undefined,
            later: undefined,
            list: undefined,
            expire: (nowUs) => {
              expired.push(index);
              assert.ok(nowUs >= item.deadlineUs && nowUs <= item.deadlineUs + 2_000);
            },
          };
          // A limit of 20 ms; one that is taken out at 17 ms or before does not expire, from 20 ms on it has (or, at about its time, may have).
          const takenMs = removeAfterMs === null || (removeAfterMs > 17 && removeAfterMs < 23) ? undefined : removeAfterMs;
          if (takenMs === undefined || takenMs >= 23) expected.push(index);
          return { item, takenMs };
        });
        const removals: { readonly atUs: number; readonly item: Expiring }[] = [];
        for (const [index, { gapMs }] of rows.entries()) {
          const entry = items[index];
          assert.ok(entry);
          list.add(entry.item, us + 20_000);
          if (entry.takenMs !== undefined) removals.push({ atUs: us + entry.takenMs * 1_000, item: entry.item });
          for (let step = 0; step < gapMs; step++) {
            for (const removal of removals) if (removal.atUs === us) list.remove(removal.item);
            pass(1);
          }
        }
        for (let step = 0; step < 60; step++) {
          for (const removal of removals) if (removal.atUs <= us) list.remove(removal.item);
          pass(1);
        }
        assert.deepEqual(expired, expected);
        assert.equal(list.place, -1);
      }),
      { numRuns: 100 },
    );
  });

  it('takes a new item while it expires another', () => {
    const queue = new DueQueue(clock);
    const list = new TimeoutList(queue);
    const expired: string[] = [];
    const make = (name: string, then?: () => void): Expiring => ({
      deadlineUs: 0,
      earlier: undefined,
      later: undefined,
      list: undefined,
      expire: () => {
        expired.push(name);
        then?.();
      },
    });
    list.add(
      make('first', () => list.add(make('second'), us + 5_000)),
      5_000,
    );
    pass(20);
    assert.deepEqual(expired, ['first', 'second']);
  });
});
