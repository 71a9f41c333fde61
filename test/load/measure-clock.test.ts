import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { measureClock, narrowRange, rangeOf, waitForEdge, type OffsetRange } from '../../src/load/measure-clock.ts';

const NOON = Date.UTC(2026, 2, 1, 12);

/** The date that a server writes whose clock is ahead by `offsetMs`. */
function dateOf(nowMs: number, offsetMs: number): string {
  return new Date(Math.floor((nowMs + offsetMs) / 1_000) * 1_000).toUTCString();
}

test('the true offset is never out of the range, and each answer at an edge about halves it', () => {
  const offset = fc.integer({ min: -5_000, max: 5_000 });
  fc.assert(
    fc.property(
      offset,
      fc.integer({ min: 0, max: 999 }),
      fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 14, maxLength: 14 }),
      (offsetMs, began, trips) => {
        let nowMs = NOON + began;
        let range: OffsetRange | undefined;
        for (const tripMs of trips) {
          const before = range === undefined ? undefined : range.toMs - range.fromMs;
          nowMs += range === undefined ? 0 : waitForEdge(range, nowMs + tripMs / 2);
          const sentMs = nowMs;
          const saysMs = Date.parse(dateOf(sentMs + tripMs / 2, offsetMs));
          nowMs += tripMs;
          const next = rangeOf({ sentMs, receivedMs: nowMs, saysMs });
          range = range === undefined ? next : narrowRange(range, next);
          assert.ok(range && range.fromMs <= offsetMs && offsetMs <= range.toMs, JSON.stringify({ range, offsetMs }));
          if (before !== undefined) assert.ok(range.toMs - range.fromMs <= before / 2 + 61 + 50);
        }
        assert.ok(range && range.toMs - range.fromMs <= 250, JSON.stringify(range));
      },
    ),
    { numRuns: 300 },
  );
});

/** Asks a pretended server, whose answers take no time. */
function measure(ask: () => Promise<string | undefined>, withinMs = 5_000): ReturnType<typeof measureClock> {
  return measureClock({ ask, now: () => Date.now(), untilMs: Date.now() + withinMs, signal: new AbortController().signal });
}

test('a server that is ahead by some minutes is found out', async () => {
  const clock = await measure(() => Promise.resolve(dateOf(Date.now(), 123_456)), 15_000);
  assert.ok(clock && Math.abs(clock.offsetMs - 123_456) <= clock.withinMs, JSON.stringify(clock));
  assert.ok(clock.withinMs <= 300, `± ${clock.withinMs} ms`);
});

test('without a date, an answer or a clock that agrees with itself nothing is known', async () => {
  assert.equal(await measure(() => Promise.resolve(undefined)), undefined);
  assert.equal(await measure(() => Promise.resolve('yesterday')), undefined);
  assert.equal(await measure(() => Promise.reject(new Error('refused'))), undefined);
  let nth = 0;
  assert.equal(await measure(() => Promise.resolve(dateOf(Date.now(), nth++ * 10_000))), undefined);
});

test('what there is no time for is not asked', async () => {
  let asked = 0;
  const ask = (): Promise<string> => {
    asked++;
    return Promise.resolve(dateOf(Date.now(), 0));
  };
  assert.equal(await measure(ask, 0), undefined);
  assert.equal(asked, 0);
});
