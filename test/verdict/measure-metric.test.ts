import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Metric } from '../../src/config/sla.ts';
import { measureMetric, requiredSamples } from '../../src/verdict/measure-metric.ts';
import { mergeSeriesPhases } from '../../src/verdict/merge-series-phases.ts';
import type { JudgedView } from '../../src/verdict/merge-series-phases.ts';
import { buildRunSummary, everySecond, spread, times } from '../support/build-run-summary.ts';
import type { SeriesInput } from '../support/build-run-summary.ts';

const OPTIONS = { minSamples: 'auto', failuresLost: false } as const;
const p = (percentile: number, span: 'latency' | 'service' | 'ttfb' = 'latency'): Metric => ({ kind: 'percentile', span, percentile });

function viewOf(...series: readonly SeriesInput[]): JudgedView {
  const run = buildRunSummary({ series });
  return mergeSeriesPhases(
    run.series.map(({ perPhase }) => perPhase),
    run.phases,
  );
}
const viewOfSeconds = (seconds: SeriesInput['seconds'] = []): JudgedView => viewOf({ name: 'GET /a', seconds });

const needed: readonly (readonly [percentile: number, samples: number])[] = [
  [50, 20],
  [75, 40],
  [90, 100],
  [95, 200],
  [98, 500],
  [99, 1_000],
  [99.5, 2_000],
  [99.9, 10_000],
  [99.99, 100_000],
  [100, 1],
];
for (const [percentile, samples] of needed) {
  test(`p${percentile} needs ${samples} samples`, () => assert.equal(requiredSamples(percentile, 'auto'), samples));
}

test('a number of samples given by the user replaces the rule', () => assert.equal(requiredSamples(99, 30), 30));

test('one sample less than needed is no data, and the reason says how many there were', () => {
  const few = measureMetric(p(95), viewOfSeconds(spread(times(199, 10), 10)), OPTIONS);
  assert.deepEqual(few, { state: 'no-data', reason: 'only 199 samples; p95 needs 200', samples: 199 });
  const enough = measureMetric(p(95), viewOfSeconds(spread(times(200, 10), 10)), OPTIONS);
  assert.deepEqual(enough, { state: 'measured', value: 10_000, samples: 200 });
});

test('a percentile of several series is that of their merged samples, not the mean of their percentiles', () => {
  const view = viewOf({ name: 'a', seconds: spread(times(900, 1), 10) }, { name: 'b', seconds: spread(times(100, 1.5), 10) });
  assert.deepEqual(measureMetric(p(90), view, OPTIONS), { state: 'measured', value: 1_000, samples: 1_000 });
  assert.deepEqual(measureMetric(p(90.1), view, OPTIONS), { state: 'measured', value: 1_500, samples: 1_000 });
});

for (const [kind, bound] of [
  ['timedOut', 10_000_000],
  ['cut', 5_000_000],
  ['dropped', 1_000],
] as const) {
  test(`requests that were ${kind} are ranked last: a percentile among them has only a lower bound`, () => {
    const withLost = (lost: number): JudgedView => viewOfSeconds(everySecond(10, { okMs: times(100 - lost, 1), [kind]: lost }));
    assert.deepEqual(measureMetric(p(95), withLost(5), OPTIONS), { state: 'measured', value: 1_000, samples: 1_000 });
    for (const metric of [p(95), p(95, 'service')])
      assert.deepEqual(measureMetric(metric, withLost(6), OPTIONS), { state: 'censored', atLeast: bound, samples: 1_000 });
    assert.deepEqual(measureMetric(p(95, 'ttfb'), withLost(6), OPTIONS), { state: 'censored', atLeast: 1_000, samples: 1_000 });
    assert.equal(measureMetric({ kind: 'max', span: 'latency' }, withLost(1), OPTIONS).state, 'censored');
    assert.equal(measureMetric({ kind: 'mean', span: 'latency' }, withLost(1), OPTIONS).state, 'censored');
    assert.deepEqual(measureMetric({ kind: 'min', span: 'latency' }, withLost(1), OPTIONS), {
      state: 'measured',
      value: 1_000,
      samples: 1_000,
    });
  });
}

test('the wait of the timeouts is no bound for requests that were dropped before they started', () => {
  const view = viewOfSeconds(everySecond(10, { okMs: times(80, 1), timedOut: 10, dropped: 10 }));
  assert.deepEqual(measureMetric(p(95), view, OPTIONS), { state: 'censored', atLeast: 1_000, samples: 1_000 });
});

test('fast failures are in the budget alone, unless no budget charges them: then they are ranked last', () => {
  const view = viewOfSeconds(everySecond(10, { okMs: times(90, 20), failed: 10 }));
  assert.deepEqual(measureMetric(p(95), view, OPTIONS), { state: 'measured', value: 20_000, samples: 900 });
  assert.deepEqual(measureMetric(p(95), view, { ...OPTIONS, failuresLost: true }), { state: 'censored', atLeast: 20_000, samples: 1_000 });
});

test('a target that never answered is a censored latency, however few the attempts, and never a made-up 0', () => {
  assert.deepEqual(measureMetric(p(95), viewOfSeconds([{ timedOut: 3 }]), OPTIONS), { state: 'censored', atLeast: 10_000_000, samples: 3 });
  assert.deepEqual(measureMetric(p(95), viewOfSeconds([{ dropped: 3 }]), OPTIONS), { state: 'censored', atLeast: undefined, samples: 3 });
  for (const kind of ['mean', 'min', 'max'] as const) {
    assert.deepEqual(measureMetric({ kind, span: 'latency' }, viewOfSeconds([{ failed: 1 }]), OPTIONS), {
      state: 'censored',
      atLeast: 1_000,
      samples: 1,
    });
  }
});

test('too few samples still decide when the lost ones alone push the percentile among them', () => {
  const view = (lost: number): JudgedView => viewOfSeconds([{ okMs: times(40, 1), dropped: lost }]);
  assert.equal(measureMetric(p(95), view(10), OPTIONS).state, 'no-data');
  assert.deepEqual(measureMetric(p(95), view(11), OPTIONS), { state: 'censored', atLeast: 1_000, samples: 51 });
});

test('each other metric is what its name says', () => {
  const view = viewOf({
    name: 'a',
    bytesSent: 4_000,
    bytesReceived: 20_000,
    seconds: everySecond(10, { okMs: [1, 2, 6], failed: 1, timedOut: 2, cut: 3, dropped: 4 }),
  });
  const values: readonly (readonly [Metric, number])[] = [
    [{ kind: 'error-budget' }, 100 / 130],
    [{ kind: 'failures' }, 100],
    [{ kind: 'count' }, 130],
    [{ kind: 'throughput' }, 3],
    [{ kind: 'upload' }, 200],
    [{ kind: 'download' }, 1_000],
    [{ kind: 'duration' }, 10e6],
    [{ kind: 'status', from: 200, to: 299 }, 30],
    [{ kind: 'status', from: 500, to: 500 }, 10],
    [{ kind: 'status', from: 429, to: 429 }, 0],
    [{ kind: 'min', span: 'latency' }, 1_000],
  ];
  for (const [metric, value] of values) {
    const measured = measureMetric(metric, view, OPTIONS);
    assert.deepEqual(measured, { state: 'measured', value, samples: measured.samples }, metric.kind);
  }
  assert.deepEqual(measureMetric({ kind: 'mean', span: 'latency' }, viewOfSeconds([{ okMs: [1, 2, 6] }]), OPTIONS), {
    state: 'measured',
    value: 3_000,
    samples: 3,
  });
});

test('what completes in the drain succeeds, but is not in the throughput', () => {
  const run = buildRunSummary({
    phases: [{ name: 'steady', seconds: 2 }],
    series: [{ name: 'a', seconds: everySecond(3, { okMs: times(10, 1) }) }],
  });
  const view = mergeSeriesPhases(
    run.series.map(({ perPhase }) => perPhase),
    run.phases,
  );
  assert.deepEqual(measureMetric({ kind: 'throughput' }, view, OPTIONS), { state: 'measured', value: 10, samples: 30 });
  assert.equal(view.slices.length, 3);
  assert.equal(view.phaseSlices.length, 2);
});

test('without a single attempt every metric is no data, never 0, the duration of nothing too', () => {
  const kinds: readonly Metric[] = [
    p(50),
    { kind: 'max', span: 'latency' },
    { kind: 'error-budget' },
    { kind: 'failures' },
    { kind: 'count' },
    { kind: 'throughput' },
    { kind: 'status', from: 429, to: 429 },
    { kind: 'upload' },
    { kind: 'download' },
    { kind: 'duration' },
  ];
  for (const metric of kinds)
    assert.deepEqual(measureMetric(metric, viewOfSeconds([]), OPTIONS), { state: 'no-data', reason: 'no request was made', samples: 0 });
});

test('the duration of fixed work is only a lower bound when some of it was not begun in time', () => {
  const duration = (dropped: number): unknown => {
    const run = buildRunSummary({
      phases: [{ name: 'volume', seconds: 2, model: 'iterations' }],
      series: [{ name: 'a', seconds: [{ okMs: [1] }, { okMs: [1], dropped }] }],
    });
    const parts = run.series.map(({ perPhase }) => perPhase);
    return measureMetric({ kind: 'duration' }, mergeSeriesPhases(parts, run.phases), OPTIONS);
  };
  assert.deepEqual(duration(0), { state: 'measured', value: 2e6, samples: 2 });
  assert.deepEqual(duration(8), { state: 'censored', atLeast: 2e6, samples: 10 });
});

test('the same second of several series and phases is added, and silent seconds are kept', () => {
  const run = buildRunSummary({
    phases: [
      { name: 'one', seconds: 2 },
      { name: 'two', seconds: 3 },
    ],
    series: [
      { name: 'a', in: { one: [{ okMs: [1] }, {}, { okMs: [5] }], two: [{ failed: 2 }] } },
      { name: 'b', in: { two: [{ okMs: [7], dropped: 1 }] } },
    ],
  });
  const view = mergeSeriesPhases(
    run.series.map(({ perPhase }) => perPhase),
    run.phases,
  );
  assert.deepEqual(
    view.slices.map(({ second, ok, failed, censored, latency }) => [second, ok, failed, censored, latency.sumUs]),
    [
      [0, 1, 0, 0, 1_000],
      [1, 0, 0, 0, 0],
      [2, 2, 2, 1, 12_000],
      [3, 0, 0, 0, 0],
      [4, 0, 0, 0, 0],
    ],
  );
});
