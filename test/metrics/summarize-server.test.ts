import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ServerReading, TimedValue } from '../../src/metrics/server-reading.ts';
import { endOfLoad } from '../../src/metrics/summarize-recoveries.ts';
import { summarizeServer } from '../../src/metrics/summarize-server.ts';
import type { RunSummary } from '../../src/metrics/run-summary.ts';
import { buildRunSummary, type PhaseInput } from '../support/build-run-summary.ts';

const OWN = { beforeMs: 10_000, betweenMs: 10_000, afterMs: 10_000 };

function phasesOf(...phases: readonly PhaseInput[]): RunSummary['phases'] {
  return buildRunSummary({ phases, series: [{ name: 'GET /' }] }).phases;
}

/** A value each second, asked for 10 ms before it came. */
function every(fromSec: number, toSec: number, value: (second: number) => number = (second) => second): readonly TimedValue[] {
  return Array.from({ length: toSec - fromSec }, (_, index) => {
    const second = fromSec + index;
    return { atMs: second * 1_000 + 500, asOfMs: second * 1_000 + 490, value: value(second) };
  });
}

function reading(samples: readonly TimedValue[], parts: Partial<ServerReading> = {}): ServerReading {
  const last = samples.at(-1)?.atMs ?? 0;
  return {
    name: 'queue',
    source: 'json /health $.queue',
    unit: 'plain',
    samples,
    lost: 0,
    lostMs: [],
    problem: undefined,
    patience: OWN,
    recovers: undefined,
    wantsEnd: false,
    watchedUntilMs: last,
    ...parts,
  };
}

describe('what is judged of the values of a burst', () => {
  const phases = phasesOf(
    { name: 'warm-up', seconds: 5, warmup: true },
    { name: 'one', seconds: 10 },
    { name: 'rest', seconds: 5, model: 'pause' },
    { name: 'two', seconds: 10 },
  );
  it('is what came in judged phases; a change counts from right before them to right after them', () => {
    const { judged, trouble, samples } = summarizeServer(reading(every(-1, 35)), phases);
    assert.equal(trouble, undefined);
    // Seconds 5 to 14 and 20 to 29.
    const inside = [...Array.from({ length: 10 }, (_, index) => 5 + index), ...Array.from({ length: 10 }, (_, index) => 20 + index)];
    const mean = inside.reduce((sum, value) => sum + value, 0) / inside.length;
    assert.ok(judged && Math.abs(judged.avg - mean) < 1e-9);
    const told = { ...judged, avg: 0, atStart: Math.round(judged.atStart * 1_000) };
    assert.deepEqual(told, { count: 20, min: 5, max: 29, avg: 0, first: 5, last: 29, atStart: 4_500, atEnd: 30 });
    assert.equal(samples.length, 35, 'what came before the start of the run is not drawn');
  });

  it('begins a change with the value right before the load where nothing was under load then, and between two values after a warm-up', () => {
    const [, ...judged] = phases;
    assert.equal(summarizeServer(reading(every(-1, 35)), judged).judged?.atStart, 4);
    assert.equal(summarizeServer(reading(every(-1, 35)), phases).judged?.atStart, 4.5);
  });

  it('leaves out what was asked for before a phase and came in it', () => {
    const slow = { atMs: 5_100, asOfMs: 4_900, value: 1e6 };
    assert.equal(summarizeServer(reading([...every(0, 35), slow]), phases).judged?.max, 29);
  });

  it('has no end after the load where nothing came then: the last value stands for it', () => {
    const { judged } = summarizeServer(reading(every(6, 30)), phases);
    assert.deepEqual([judged?.atStart, judged?.atEnd], [6, 29]);
  });

  const steady = phasesOf({ name: 'steady', seconds: 60 });
  const troubles: readonly (readonly [string, readonly TimedValue[], RegExp | undefined])[] = [
    ['one that is lost', every(0, 60).filter(({ value }) => value !== 30), undefined],
    ['nine seconds without one', every(0, 60).filter(({ value }) => value < 30 || value >= 39), undefined],
    ['eleven seconds without one', every(0, 60).filter(({ value }) => value < 30 || value >= 41), /between 29.5 s and 41.5 s/],
    ['a late begin', every(9, 60), undefined],
    ['a begin that is too late', every(12, 60), /between 0 s and 12.5 s/],
    ['an early end', every(0, 51), undefined],
    ['an end that is too early', every(0, 49), /between 48.5 s and 60 s/],
    ['none at all', [], /no value came in the judged time: it answered 503/],
    ['values after the load alone', every(60, 90), /no value came in the judged time/],
  ];
  for (const [name, samples, expected] of troubles)
    it(`${expected ? 'is not to be trusted with' : 'stands with'} ${name}`, () => {
      const { trouble } = summarizeServer(reading(samples, { problem: 'it answered 503' }), steady);
      if (expected) assert.match(trouble ?? '', expected);
      else assert.equal(trouble, undefined);
    });

  it('is not to be trusted when more values were lost in the judged time than came', () => {
    const lostMs = Array.from({ length: 61 }, (_, index) => index * 999);
    const lose = (times: readonly number[]): string | undefined =>
      summarizeServer(reading(every(0, 60), { lostMs: times, problem: 'it answered 503' }), steady).trouble;
    assert.equal(lose(lostMs), 'in the judged time 60 values came and 61 did not: it answered 503');
    assert.equal(lose(lostMs.slice(1)), undefined);
    assert.equal(lose(lostMs.map((atMs) => atMs + 60_001)), undefined, 'what was lost after the load is no loss of it');
  });

  for (const value of [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
    it(`is not to be trusted with ${value} among its values, and shows none of it`, () => {
      const endless = { atMs: 20_700, asOfMs: 20_690, value };
      const { judged, trouble, samples } = summarizeServer(reading([...every(0, 60), endless]), steady);
      assert.match(trouble ?? '', /^the value was -?infinite at 20.7 s of the run$/);
      assert.deepEqual([judged?.count, judged?.min, judged?.max, samples.length], [60, 0, 59, 60]);
      assert.equal(summarizeServer(reading([...every(0, 60), { ...endless, atMs: 61_000 }]), steady).trouble, undefined);
    });

  it('is not to be trusted without a value after the load, where something is promised of that', () => {
    const wants = { wantsEnd: true, problem: 'it answered 503' };
    assert.equal(summarizeServer(reading(every(0, 60), wants), steady).trouble, 'no value came after the load: it answered 503');
    assert.equal(summarizeServer(reading(every(0, 61), wants), steady).trouble, undefined);
  });

  it('is not to be trusted when a short stretch of judged phases has no value', () => {
    const two = phasesOf({ name: 'one', seconds: 5 }, { name: 'rest', seconds: 5, model: 'pause' }, { name: 'two', seconds: 5 });
    assert.match(summarizeServer(reading(every(0, 9)), two).trouble ?? '', /between 10 s and 15 s/);
  });

  it('is nothing when no judged phase began', () => {
    const { judged, trouble } = summarizeServer(reading(every(0, 9)), phasesOf({ name: 'steady', seconds: 5, neverBegan: true }));
    assert.deepEqual([judged, trouble], [undefined, 'no judged phase began']);
  });

  it('is the same for any number of values, of which a picture keeps at most 3,600 with their extremes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 9_000 }),
        (values) => {
          const step = 60_000 / (values.length + 1);
          const samples = values.map((value, index) => ({ atMs: (index + 1) * step, asOfMs: (index + 1) * step, value }));
          const series = summarizeServer(reading(samples, { patience: { beforeMs: 1e9, betweenMs: 1e9, afterMs: 1e9 } }), steady);
          const drawn = series.samples.map(({ value }) => value);
          assert.ok(drawn.length <= 3_600);
          const [low, high] = [Math.min(...values), Math.max(...values)];
          assert.deepEqual([series.judged?.min, series.judged?.max, Math.min(...drawn), Math.max(...drawn)], [low, high, low, high]);
          assert.ok(series.judged && series.judged.avg >= low - 1e-3 && series.judged.avg <= high + 1e-3);
          assert.deepEqual(
            series.samples,
            series.samples.toSorted((left, right) => left.atMs - right.atMs),
          );
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('whether the target was back to normal', () => {
  const phases = phasesOf({ name: 'burst', seconds: 10 }, { name: 'rest', seconds: 10, model: 'pause' }, { name: 'again', seconds: 10 });
  const recovers = { comparison: '<=', to: 5, withinMs: 15_000, text: '', at: { file: '', line: 1, column: 1 } } as const;
  const summarize = (value: (second: number) => number, parts: Partial<ServerReading> = {}): readonly unknown[] =>
    summarizeServer(reading(every(0, 50, value), { recovers, ...parts }), phases).recoveries;

  it('is known after each stretch of load, from its end', () => {
    assert.deepEqual(
      summarize((second) => ((second >= 10 && second < 14) || (second >= 20 && second < 32) || second < 10 ? 40 : 1)),
      [
        { phase: 'burst', endMs: 10_000, state: 'reached', tookMs: 4_500 },
        { phase: 'again', endMs: 30_000, state: 'reached', tookMs: 2_500 },
      ],
    );
  });
  it('is not judged after a pause that is shorter than its time, if it was not back by then', () => {
    assert.deepEqual(
      summarize((second) => (second < 40 ? 40 : 1)),
      [
        { phase: 'burst', endMs: 10_000, state: 'not-judged', pauseMs: 10_000 },
        { phase: 'again', endMs: 30_000, state: 'reached', tookMs: 10_500 },
      ],
    );
  });
  it('is missed when the time is up, with the last value that came in it', () => {
    assert.deepEqual(summarize((second) => (second < 46 ? 30 + second : 1)).at(-1), {
      phase: 'again',
      endMs: 30_000,
      state: 'missed',
      value: 74,
    });
  });
  it('is not told by a value that was asked for while the load went on', () => {
    const late = { atMs: 30_100, asOfMs: 29_900, value: 0 };
    const samples = [...every(0, 50, () => 40), late];
    const { recoveries } = summarizeServer(reading(samples, { recovers, watchedUntilMs: 60_000 }), phases);
    assert.equal(recoveries.at(-1)?.state, 'missed');
  });
  it('is unknown when it was not watched long enough, or nothing came at the end of its time', () => {
    const cut = summarizeServer(
      reading(
        every(0, 40, () => 40),
        { recovers },
      ),
      phases,
    ).recoveries.at(-1);
    assert.equal(cut?.state, 'unknown');
    const dumb = summarizeServer(
      reading(
        every(0, 33, () => 40),
        { recovers, watchedUntilMs: 60_000, problem: 'it answered 500' },
      ),
      phases,
    ).recoveries.at(-1);
    assert.ok(dumb?.state === 'unknown');
    assert.match(dumb.reason, /no value came at the end of 15 s after the load: it answered 500/);
  });
  it('goes on behind a pause at the end, and ends where load ended, warm-ups alone left out', () => {
    const rest = phasesOf(
      { name: 'warm', seconds: 2, warmup: true },
      { name: 'p', seconds: 2, model: 'pause' },
      { name: 'burst', seconds: 6 },
      { name: 'end', seconds: 4, model: 'pause' },
    );
    assert.equal(endOfLoad(rest), 10_000);
    assert.deepEqual(
      summarizeServer(
        reading(
          every(0, 50, (second) => (second < 20 ? 9 : 1)),
          { recovers },
        ),
        rest,
      ).recoveries,
      [{ phase: 'burst', endMs: 10_000, state: 'reached', tookMs: 10_500 }],
    );
  });
});
