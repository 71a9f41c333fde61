import assert from 'node:assert/strict';
import { test } from 'node:test';
import { percentileUs } from '../../../src/metrics/distribution.ts';
import type { FailureSummary, RunSummary } from '../../../src/metrics/run-summary.ts';
import { buildTimeAxis, buildTimeline, listSlices } from '../../../src/report/html/build-timeline.ts';
import { countClasses } from '../../../src/report/html/error-chart.ts';
import { drawPercentiles } from '../../../src/report/html/time-chart.ts';
import { buildRunSummary, everySecond, recordDistribution, times } from '../../support/build-run-summary.ts';

const twoSpeeds = buildRunSummary({
  series: [
    { name: 'fast', seconds: everySecond(10, { okMs: times(10, 5) }) },
    { name: 'slow', seconds: everySecond(10, (second) => ({ okMs: second < 5 ? times(10, 50) : [], failed: second === 7 ? 3 : 0 })) },
  ],
});

test('a run is cut into equal steps that hold everything once, drains too', () => {
  for (const most of [1, 3, 4, 10, 300]) {
    const axis = buildTimeAxis(twoSpeeds, most);
    const { steps } = buildTimeline(listSlices(twoSpeeds.series), axis);
    assert.ok(steps.length <= most);
    assert.equal(
      steps.reduce((sum, { ok }) => sum + ok, 0),
      150,
    );
    assert.equal(
      steps.reduce((sum, { failed }) => sum + failed, 0),
      3,
    );
    assert.equal(
      steps.reduce((sum, step) => sum + step.latency().count, 0),
      150,
    );
  }
  const late = buildRunSummary({ phases: [{ name: 'a', seconds: 2 }], series: [{ name: 'x', in: { a: everySecond(6, { okMs: [1] }) } }] });
  assert.equal(buildTimeAxis(late, 300).endSec, 6);
});

test('percentiles of a step are those of all its requests together, and a gap where nothing succeeded', () => {
  const curves = drawPercentiles(listSlices(twoSpeeds.series), { stepSec: 5, endSec: 15 });
  const first = recordDistribution([...times(50, 5_000), ...times(50, 50_000)]);
  assert.deepEqual(
    curves.map(({ values }) => values[0]),
    [50, 95, 99].map((percentile) => percentileUs(first, percentile)),
  );
  assert.deepEqual(
    curves.map(({ values }) => values[1]),
    times(3, 5_000).map((us) => percentileUs(recordDistribution([us]), 50)),
  );
  assert.deepEqual(
    curves.map(({ values }) => values[2]),
    [undefined, undefined, undefined],
  );
});

/** The same run with other failures in its only series. */
function withFailures(run: RunSummary, failures: readonly Partial<FailureSummary>[]): RunSummary {
  const full = failures.map((one): FailureSummary => ({
    class: 'status',
    reason: 'x',
    count: 1,
    sample: '',
    firstMs: 0,
    lastMs: 1e6,
    ...one,
  }));
  return { ...run, series: run.series.map((one) => ({ ...one, perPhase: one.perPhase.map((part) => ({ ...part, failures: full })) })) };
}

const failing = buildRunSummary({ series: [{ name: 'x', seconds: everySecond(4, { okMs: [1], failed: 2, timedOut: 1 }) }] });
const perClass = (run: RunSummary): unknown =>
  Object.fromEntries([...countClasses(run)].map(([kind, seconds]) => [kind, Object.fromEntries(seconds)]));

const CLASSES: readonly (readonly [name: string, failures: readonly Partial<FailureSummary>[], expected: unknown])[] = [
  [
    'one class of each kind has all of its seconds',
    [{ class: 'status' }, { class: 'timeout' }],
    { status: { 0: 2, 1: 2, 2: 2, 3: 2 }, timeout: { 0: 1, 1: 1, 2: 1, 3: 1 } },
  ],
  [
    'classes one after the other are told apart by when they were seen',
    [{ class: 'connect', firstMs: 0, lastMs: 1_900 }, { class: 'reset', firstMs: 2_100, lastMs: 3_900 }, { class: 'cut' }],
    { connect: { 0: 2, 1: 2 }, reset: { 2: 2, 3: 2 }, cut: { 0: 1, 1: 1, 2: 1, 3: 1 } },
  ],
  [
    'where two may have been at work nothing is guessed',
    [{ class: 'connect', lastMs: 1_900 }, { class: 'reset', firstMs: 1_100 }, { class: 'timeout' }],
    { connect: { 0: 2 }, 'several classes': { 1: 2 }, reset: { 2: 2, 3: 2 }, timeout: { 0: 1, 1: 1, 2: 1, 3: 1 } },
  ],
  [
    'a time that was rounded up to the next second still finds its second',
    [{ class: 'check', firstMs: 1_000, lastMs: 4_000 }, { class: 'reset', firstMs: 0, lastMs: 0 }, { class: 'timeout' }],
    { 'several classes': { 0: 2 }, check: { 1: 2, 2: 2, 3: 2 }, timeout: { 0: 1, 1: 1, 2: 1, 3: 1 } },
  ],
  ['failures without a class are kept', [], { 'several classes': { 0: 3, 1: 3, 2: 3, 3: 3 } }],
];
for (const [name, failures, expected] of CLASSES) {
  test(`failures over time: ${name}`, () => assert.deepEqual(perClass(withFailures(failing, failures)), expected));
}
