import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { buildLiveSecond } from '../../src/metrics/build-live-second.ts';
import type { LiveSecond } from '../../src/metrics/live-second.ts';
import { placePhases } from '../../src/metrics/place-phases.ts';
import { RunCollector } from '../../src/metrics/run-collector.ts';
import type { RunSummary, Slice } from '../../src/metrics/run-summary.ts';
import { renderLocustCsv } from '../../src/report/render-locust-csv.ts';
import { planOf } from '../support/build-plan.ts';
import { runEngines } from '../support/run-engines.ts';

const PLAN = planOf(`steps: [ { get: /a }, { get: /b } ]
phases:
  - { name: warm, warmup: true, users: 3, duration: 2s }
  - { name: steady, users: 5, duration: 4s }
  - { name: work, iterations: 40, users: 4 }
  - { name: open, arrival_rate: 30/s, duration: 3s }
`);
const WORKERS = 2;

/** A run, and what whoever watched it was told second by second. */
interface Watched {
  readonly run: RunSummary;
  readonly seconds: readonly LiveSecond[];
  /** The run so far, as it was seen after each second. */
  readonly soFar: readonly RunSummary[];
}

let watched: Watched;

before(() => {
  const { run, seconds } = runEngines(PLAN, {
    workers: WORKERS,
    answer: ({ path, atMs }) => ({
      afterMs: path === '/a' ? 30 : 110,
      status: path === '/b' && Math.floor(atMs / 100) % 3 === 0 ? 503 : 200,
    }),
  });
  const collector = new RunCollector(PLAN.phases, PLAN.series, WORKERS);
  const told: LiveSecond[] = [];
  const soFar: RunSummary[] = [];
  for (const second of seconds) {
    for (const delta of second.deltas) collector.addDelta(delta);
    told.push(buildLiveSecond(second, collector));
    const { tool, scenario, target, seed, startedAt, environment } = run;
    const frame = { tool, scenario, target, seed, startedAt, environment, levelChanges: [], processCpuSeconds: 0, peakMemoryBytes: 0 };
    const durationMs = (second.second + 1) * 1_000;
    soFar.push(collector.summarizeSoFar({ ...frame, durationMs, ending: { state: 'cut-short', reason: 'it still runs' } }));
  }
  watched = { run, seconds: told, soFar };
});

describe('what is told of each second', () => {
  it('together is what the run has: every slice of every series and phase, warm-ups included', () => {
    const { run, seconds } = watched;
    const told = new Map<string, Slice[]>();
    for (const { series, phase, slice } of seconds.flatMap(({ slices }) => slices)) {
      const key = `${series} ${phase}`;
      told.set(key, [...(told.get(key) ?? []), slice]);
    }
    for (const [series, { perPhase }] of run.series.entries())
      for (const [phase, { slices }] of perPhase.entries()) assert.deepEqual(told.get(`${series} ${phase}`) ?? [], slices);
    assert.ok(told.has('0 0') && told.has('1 3'), 'there was something to tell');
  });

  it('has each part once, and none without a sample', () => {
    for (const { slices, second } of watched.seconds) {
      assert.equal(new Set(slices.map(({ series, phase }) => `${series} ${phase}`)).size, slices.length);
      for (const { slice } of slices) assert.ok(slice.second === second && slice.ok + slice.failed + slice.censored > 0);
    }
  });

  it('has failures as they stand, and at the end as the run has them', () => {
    const { run, seconds } = watched;
    const last = new Map(
      seconds.flatMap(({ failures }) =>
        failures.map(({ series, phase, failure }) => [`${series} ${phase} ${failure.reason}`, failure] as const),
      ),
    );
    const expected = run.series.flatMap(({ perPhase }, series) =>
      perPhase.flatMap(({ failures }, phase) => failures.map((failure) => [`${series} ${phase} ${failure.reason}`, failure] as const)),
    );
    assert.ok(expected.length > 0);
    assert.deepEqual(last, new Map(expected));
  });

  it('tells no failure again whose count is the same', () => {
    const counts = new Map<string, number>();
    for (const { series, phase, failure } of watched.seconds.flatMap(({ failures }) => failures)) {
      const key = `${series} ${phase} ${failure.reason}`;
      assert.ok(failure.count > (counts.get(key) ?? 0));
      counts.set(key, failure.count);
    }
  });

  it('has the starts that the run has', () => {
    const due = watched.run.phases.reduce((sum, { iterations: { started, dropped, missed } }) => sum + started + dropped + missed, 0);
    assert.equal(
      watched.seconds.reduce((sum, { starts }) => sum + starts, 0),
      due,
    );
  });

  it('is JSON through and through', () => {
    for (const second of watched.seconds) assert.deepEqual(JSON.parse(JSON.stringify(second)), second);
  });
});

describe('the run so far', () => {
  it('never looks like one that is complete', () => {
    for (const run of watched.soFar) assert.equal(run.ending.state, 'cut-short');
  });

  it('has its phases where they were: to the millisecond where the plan knows, to a second after fixed work', () => {
    const { run, soFar } = watched;
    const last = soFar.at(-1);
    for (const [place, { startMs, endMs, plan }] of run.phases.entries()) {
      const seen = last?.phases[place];
      assert.ok(seen?.startMs !== undefined && seen.endMs !== undefined && startMs !== undefined && endMs !== undefined, plan.name);
      const tolerance = place < 2 ? 1 : 1_001;
      assert.ok(
        Math.abs(seen.startMs - startMs) <= tolerance && Math.abs(seen.endMs - endMs) <= tolerance,
        `${plan.name}: ${seen.startMs} ${seen.endMs}`,
      );
    }
  });

  it('has no times of a phase that is still to come', () => {
    const [first] = watched.soFar;
    assert.deepEqual(
      first?.phases.map(({ startMs, endMs }) => [startMs, endMs]),
      [
        [0, 1_000],
        [undefined, undefined],
        [undefined, undefined],
        [undefined, undefined],
      ],
    );
  });

  it('as CSV has at the end what the report has, but for rates, which depend on the time', () => {
    const { run, soFar } = watched;
    const last = soFar.at(-1);
    assert.ok(last);
    const [live, report] = [renderLocustCsv({ run: last }), renderLocustCsv({ run })];
    assert.equal(live.history, report.history);
    assert.equal(live.failures, report.failures);
    assert.equal(live.exceptions, report.exceptions);
    const withoutRates = (csv: string): readonly string[][] =>
      csv.split('\n').map((row) => row.split(',').filter((_, at) => at !== 9 && at !== 10));
    assert.deepEqual(withoutRates(live.stats), withoutRates(report.stats));
  });

  it('in the middle has more rows of history than before', () => {
    const rows = watched.soFar.map((run) => renderLocustCsv({ run }).history.split('\n').length);
    assert.ok((rows[3] ?? 0) > (rows[2] ?? 0) && (rows[2] ?? 0) > (rows[1] ?? 0), rows.join());
  });
});

describe('phases of a run that goes on', () => {
  const seen = new Map([
    [0, 0],
    [1, 7_000],
    [2, 9_000],
  ]);
  const phases = planOf(`steps: [ { get: / } ]
phases: [ { iterations: 5, users: 1 }, { users: 2, duration: 2s }, { users: 1, duration: 5s } ]`).phases;

  for (const [title, nowMs, expected] of [
    [
      'while fixed work goes on',
      3_000,
      [
        [0, 3_000],
        [undefined, undefined],
        [undefined, undefined],
      ],
    ],
    [
      'after it',
      8_000,
      [
        [0, 7_000],
        [7_000, 8_000],
        [undefined, undefined],
      ],
    ],
    [
      'in the last',
      10_000,
      [
        [0, 7_000],
        [7_000, 9_000],
        [9_000, 10_000],
      ],
    ],
  ] as const) {
    it(`are known as far as they were seen: ${title}`, () => {
      const known = new Map([...seen].filter(([, ms]) => ms <= nowMs));
      assert.deepEqual(
        placePhases(phases, known, nowMs).map(({ startMs, endMs }) => [startMs, endMs]),
        expected,
      );
    });
  }
});
