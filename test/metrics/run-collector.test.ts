import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CellDelta, Delta } from '../../src/metrics/delta.ts';
import { EMPTY_DISTRIBUTION } from '../../src/metrics/distribution.ts';
import { findSilentStretches } from '../../src/metrics/find-silent-stretches.ts';
import { LiveProgress } from '../../src/metrics/live-progress.ts';
import { Recorder } from '../../src/metrics/recorder.ts';
import { RunCollector } from '../../src/metrics/run-collector.ts';
import type { PhaseSummary } from '../../src/metrics/run-summary.ts';
import { emptySample } from '../../src/metrics/sample.ts';
import { SeriesTotals } from '../../src/metrics/series-totals.ts';
import { planOf } from '../support/build-plan.ts';

function collect(act: (recorder: Recorder) => void): readonly Delta[] {
  const deltas: Delta[] = [];
  const recorder = new Recorder({ seriesCount: 1, onDelta: (delta) => deltas.push(delta), countUsers: () => 3, currentPhase: () => 0 });
  act(recorder);
  return deltas;
}

const failed = (reason: string, endUs = 0): Parameters<Recorder['record']>[0] => ({
  ...emptySample(),
  outcome: 'failed',
  endUs,
  failure: { class: 'check', reason, sample: reason },
});

describe('a recorder', () => {
  it('has a second end right before the next begins', () => {
    const [first, second] = collect((recorder) => {
      recorder.record({ ...emptySample(), endUs: 999_999, headUs: 0 });
      recorder.record({ ...emptySample(), endUs: 1_000_000, headUs: 0 });
      recorder.finish(1_500_000);
    });
    assert.deepEqual([first?.cells[0]?.counts.ok, second?.cells[0]?.counts.ok], [1, 1]);
  });

  it('counts a success at the end of its phase as before it, and a later one not', () => {
    const [delta] = collect((recorder) => {
      recorder.setPhaseEnd(0, 500_000);
      recorder.record({ ...emptySample(), endUs: 500_000, headUs: 0 });
      recorder.record({ ...emptySample(), endUs: 500_001, headUs: 0 });
      recorder.finish(600_000);
    });
    assert.deepEqual([delta?.cells[0]?.counts.ok, delta?.cells[0]?.counts.okBeforeEnd], [2, 1]);
  });

  it('keeps the reasons of failures in bounds and their count whole', () => {
    const deltas = collect((recorder) => {
      for (let index = 0; index < 5_000; index++) recorder.record(failed(`reason ${index}`));
      recorder.finish(10);
    });
    const failures = deltas[0]?.cells[0]?.failures ?? [];
    assert.ok(failures.length <= 25);
    assert.equal(
      failures.reduce((sum, { count }) => sum + count, 0),
      5_000,
    );
  });

  it('refuses an answer that came before it was asked for', () => {
    assert.throws(() => collect((recorder) => recorder.record({ ...emptySample(), startUs: 10, endUs: 5 })), RangeError);
  });

  it('passes a lag that could not be recorded as such on as clamped', () => {
    const [delta] = collect((recorder) => {
      recorder.recordScheduleLag(-5);
      recorder.recordScheduleLag(7_200_000_000);
      recorder.finish(10);
    });
    assert.deepEqual([delta?.clamped, delta?.scheduleLag.count, delta?.scheduleLag.lowestUs], [1, 2, 0]);
  });
});

describe('the totals of a series', () => {
  const cell = (reasons: readonly string[]): CellDelta => {
    const [delta] = collect((recorder) => {
      for (const reason of reasons) recorder.record(failed(reason));
      recorder.finish(10);
    });
    const [only] = delta?.cells ?? [];
    assert.ok(only);
    return only;
  };

  it('keep the reasons of a whole run in bounds and their count whole', () => {
    const totals = new SeriesTotals('http');
    for (let second = 0; second < 300; second++) totals.add(second, cell([`reason ${second}`, 'always']));
    const { failures, counts } = totals.summarize();
    assert.ok(failures.length <= 55);
    assert.equal(counts.failed, 600);
    assert.equal(
      failures.reduce((sum, { count }) => sum + count, 0),
      600,
    );
    assert.equal(failures.find(({ reason }) => reason === 'always')?.count, 300);
  });
});

describe('a long run', () => {
  it('takes no more memory than its slices: a million samples are as small as a thousand', () => {
    const size = (perSecond: number): number => {
      const totals = new SeriesTotals('http');
      const recorder = new Recorder({
        seriesCount: 1,
        onDelta: (delta) => delta.cells.forEach((cell) => totals.add(delta.second, cell)),
        countUsers: () => 0,
        currentPhase: () => 0,
      });
      const sample = emptySample();
      for (let second = 0; second < 20; second++) {
        for (let index = 0; index < perSecond; index++) {
          sample.endUs = second * 1e6 + Math.floor((index * 1e6) / perSecond);
          sample.startUs = sample.endUs - 1_000 - (index % 50) * 100;
          sample.intendedUs = sample.startUs;
          sample.headUs = sample.endUs;
          recorder.record(sample);
        }
      }
      recorder.finish(20e6);
      return JSON.stringify(totals.summarize()).length;
    };
    // Fifty latencies: the same buckets, only with longer numbers in them.
    assert.ok(size(50_000) < 2 * size(1_000));
  });
});

function openPhase(options: { readonly rate: number; readonly poisson?: boolean }): PhaseSummary {
  const [plan] = planOf(
    `steps: [ { get: / } ]\nphases: [ { arrival_rate: ${options.rate}/s, duration: 20s${options.poisson ? ', arrivals: poisson' : ''} } ]`,
  ).phases;
  assert.ok(plan);
  const iterations = { planned: 0, started: 0, dropped: 0, missed: 0, ok: 0, failed: 0, cut: 0, interrupted: 0 };
  return { plan, startMs: 0, endMs: 20_000, iterations, peakUsers: 1 };
}

describe('silent stretches', () => {
  const starts = (...silent: readonly number[]): Map<number, number> =>
    new Map(Array.from({ length: 20 }, (_none, second): [number, number] => [second, silent.includes(second) ? 0 : 3]));
  for (const { name, phase, from, found } of [
    { name: 'a run that starts something each second has none', phase: openPhase({ rate: 5 }), from: starts(), found: [] },
    { name: 'five silent seconds are one', phase: openPhase({ rate: 5 }), from: starts(5, 6, 7, 8, 9), found: [5_000] },
    { name: 'four are none', phase: openPhase({ rate: 5 }), from: starts(5, 6, 7, 8), found: [] },
    {
      name: 'a run without any start is silent all the time',
      phase: openPhase({ rate: 5 }),
      from: new Map<number, number>(),
      found: [0, 5_000, 10_000, 15_000],
    },
    {
      name: 'a rate that has less than two in 5 s is silent by itself',
      phase: openPhase({ rate: 0.3 }),
      from: new Map<number, number>(),
      found: [],
    },
    {
      name: 'Poisson arrivals of one a second may be silent by chance',
      phase: openPhase({ rate: 1, poisson: true }),
      from: new Map<number, number>(),
      found: [],
    },
    {
      name: 'a phase that never began is not silent',
      phase: { ...openPhase({ rate: 5 }), startMs: undefined },
      from: new Map<number, number>(),
      found: [],
    },
    {
      name: 'a phase that was ended early is silent up to its end alone',
      phase: { ...openPhase({ rate: 5 }), endMs: 9_900 },
      from: new Map<number, number>(),
      found: [0],
    },
  ] as const) {
    it(name, () => assert.deepEqual(findSilentStretches([phase], from), found));
  }
});

describe('live progress', () => {
  const delta = (second: number, phase: number, started = 0): Delta => ({
    second,
    cells: [],
    iterations:
      started === 0 ? [] : [{ phase, book: { planned: 0, started, dropped: 0, missed: 0, ok: 0, failed: 0, cut: 0, interrupted: 0 } }],
    scheduleLag: EMPTY_DISTRIBUTION,
    users: 2,
    phase,
    clamped: 0,
  });

  it('follows fixed work that ends early, and reckons what is left from there', () => {
    const plan = planOf(
      'steps: [ { get: / } ]\nphases: [ { name: work, iterations: 10, users: 2, max_duration: 60s }, { name: after, arrival_rate: 5/s, duration: 10s } ]',
    );
    const collector = new RunCollector(plan.phases, plan.series, 1);
    const progress = new LiveProgress(plan, collector);
    const shown = [
      [0, 0, 6],
      [1, 0, 4],
      [2, 1, 5],
      [12, 2, 0],
    ].map(([second = 0, phase = 0, started = 0]) => {
      const closed = collector.addDelta(delta(second, phase, started));
      assert.ok(closed);
      const { phase: name, plannedMs, starts, plannedStarts } = progress.snapshot(closed, []);
      return { name, plannedMs, starts, plannedStarts };
    });
    assert.deepEqual(shown, [
      { name: 'work', plannedMs: 70_000, starts: 6, plannedStarts: 60 },
      { name: 'work', plannedMs: 70_000, starts: 10, plannedStarts: 60 },
      { name: 'after', plannedMs: 12_000, starts: 15, plannedStarts: 60 },
      { name: 'draining', plannedMs: 12_000, starts: 15, plannedStarts: 60 },
    ]);
  });

  it('waits for the slowest worker', () => {
    const plan = planOf('steps: [ { get: / } ]\nphases: [ { users: 2, duration: 1s }, { users: 2, duration: 1s } ]');
    const collector = new RunCollector(plan.phases, plan.series, 2);
    assert.equal(collector.addDelta(delta(0, 1)), undefined);
    assert.equal(collector.addDelta(delta(0, 0))?.phase, 0);
  });
});
