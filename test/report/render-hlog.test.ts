import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HistogramLogReader, listTags, type Histogram } from 'hdr-histogram-js';
import { bucketOfValue, mergeDistributions, percentileUs, type Distribution } from '../../src/metrics/distribution.ts';
import { encodeHistogram } from '../../src/metrics/histogram.ts';
import { renderHlog } from '../../src/report/render-hlog.ts';
import { buildReport, buildShopReport } from '../support/build-report.ts';
import { buildRunSummary, everySecond, recordDistribution } from '../support/build-run-summary.ts';
import { fastRandom } from '../sim/fast-random.ts';

/** Every interval, as the project's own reader has it. */
function readAll(log: string): readonly Histogram[] {
  const reader = new HistogramLogReader(log);
  const intervals: Histogram[] = [];
  for (let next = reader.nextIntervalHistogram(); next !== null; next = reader.nextIntervalHistogram()) intervals.push(next);
  return intervals;
}

/** The counts of a histogram by bucket. */
function countsOf(intervals: readonly Histogram[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const interval of intervals) {
    for (const { countAddedInThisIterationStep: count, valueIteratedTo: value } of iterate(interval)) {
      counts.set(bucketOfValue(value), (counts.get(bucketOfValue(value)) ?? 0) + count);
    }
  }
  return counts;
}

interface Step {
  readonly countAddedInThisIterationStep: number;
  readonly valueIteratedTo: number;
}

function iterate(histogram: Histogram): readonly Step[] {
  const steps: Step[] = [];
  const { recordedValuesIterator } = histogram as Histogram & {
    readonly recordedValuesIterator: { reset(): void; hasNext(): boolean; next(): Step };
  };
  recordedValuesIterator.reset();
  while (recordedValuesIterator.hasNext()) steps.push({ ...recordedValuesIterator.next() });
  return steps;
}

function bucketsOf({ buckets, counts }: Distribution): ReadonlyMap<number, number> {
  return new Map(buckets.map((bucket, position) => [bucket, counts[position] ?? 0]));
}

test("HdrHistogram's log reader gets back every sample of every series, to its bucket.", () => {
  const report = buildShopReport();
  const log = renderHlog(report);
  const intervals = readAll(log);
  const steady = report.run.series.map(({ name, perPhase }) => ({
    name,
    latency: mergeDistributions(perPhase.flatMap((part, index) => (report.run.phases[index]?.plan.warmup ? [] : part.latency))),
  }));
  const filled = steady.filter(({ latency }) => latency.count > 0);
  assert.deepEqual(new Set(listTags(log)), new Set(filled.map(({ name }) => name.replaceAll(' ', '_'))));
  for (const { name, latency } of filled) {
    const mine = intervals.filter(({ tag }) => tag === name.replaceAll(' ', '_'));
    assert.deepEqual(new Map([...countsOf(mine)].sort(([left], [right]) => left - right)), bucketsOf(latency), name);
  }
});

test('Intervals lie where they were in the run, one second each, in the order of time.', () => {
  const { run } = buildShopReport();
  const intervals = readAll(renderHlog(buildReport({ run })));
  const startedMs = Date.parse(run.startedAt);
  const health = intervals.filter(({ tag }) => tag === 'GET_/health');
  assert.deepEqual(
    health.map(({ startTimeStampMsec, endTimeStampMsec }) => [startTimeStampMsec, endTimeStampMsec]),
    Array.from({ length: 10 }, (_, second) => [startedMs + (second + 2) * 1_000, startedMs + (second + 3) * 1_000]),
  );
  const starts = intervals.map(({ startTimeStampMsec }) => startTimeStampMsec);
  assert.deepEqual(
    starts,
    starts.toSorted((left, right) => left - right),
  );
});

test('Each line has the greatest value of its interval in milliseconds, as it was measured.', () => {
  const run = buildRunSummary({ series: [{ name: 'GET /x', seconds: [{ okMs: [1.5, 70.123] }] }] });
  const [, line = ''] = /^Tag=(.*)$/m.exec(renderHlog(buildReport({ run }))) ?? [];
  assert.equal(line.split(',').slice(0, 4).join(','), 'GET_/x,0.000,1.000,70.123');
});

const NAMES: readonly (readonly [what: string, names: readonly string[], tags: readonly string[]])[] = [
  ['a comma, a line break and spaces', ['GET /a, b\nc'], ['GET_/a_b_c']],
  ['names that become the same', ['GET /a b', 'GET /a,b', 'GET /a_b'], ['GET_/a_b', 'GET_/a_b~2', 'GET_/a_b~3']],
  ['nothing but spaces', ['  '], ['_']],
  ['what a line begins with', ['#[BaseTime: 5 (seconds since epoch)]'], ['#[BaseTime:_5_(seconds_since_epoch)]']],
];

for (const [what, names, tags] of NAMES) {
  test(`A name becomes a tag that every reader takes: ${what}.`, () => {
    const run = buildRunSummary({ series: names.map((name) => ({ name, seconds: [{ okMs: [5] }] })) });
    const log = renderHlog(buildReport({ run }));
    assert.deepEqual(listTags(log), tags);
    assert.equal(readAll(log).length, names.length);
    assert.ok(log.split('\n').every((line) => line === '' || /^(#\[|"|Tag=[^, ]+(,[\d.]+){3},[A-Za-z0-9+/=]+$)/.test(line)));
  });
}

test('Ten minutes of twenty endpoints stay below 1 MB, and lose no sample.', (context) => {
  const random = fastRandom(5);
  const series = Array.from({ length: 20 }, (_, index) => ({
    name: `GET /api/v1/endpoint-${index}`,
    seconds: everySecond(600, () => ({ okMs: Array.from({ length: 10 }, () => (20 + index) * Math.exp(0.4 * random.normal())) })),
  }));
  const log = renderHlog(buildReport({ run: buildRunSummary({ series }) }));
  context.diagnostic(`latency.hlog: ${(log.length / 1_000).toFixed(0)} KB`);
  assert.ok(log.length < 1_000_000, `${log.length} bytes`);
  const intervals = readAll(log);
  assert.equal(
    intervals.reduce((sum, { totalCount }) => sum + totalCount, 0),
    20 * 600 * 10,
  );
  const lengths = new Set(intervals.map((interval) => interval.endTimeStampMsec - interval.startTimeStampMsec));
  assert.equal(lengths.size, 1);
});

test('A run in which nothing succeeded has a head and no lines.', () => {
  const run = buildRunSummary({ series: [{ name: 'GET /x', seconds: [{ failed: 3 }] }] });
  const log = renderHlog(buildReport({ run }));
  assert.deepEqual(readAll(log), []);
  assert.ok(log.endsWith('"StartTimestamp","Interval_Length","Interval_Max","Interval_Compressed_Histogram"\n'));
});

const VALUES: readonly (readonly [what: string, valuesUs: readonly number[]])[] = [
  ['nothing', []],
  ['zero', [0, 0]],
  ['one value', [1]],
  ['the last value that has a bucket of its own, and the next', [2_047, 2_048]],
  ['an hour', [3_600_000_000]],
  ['the whole range', [0, 5, 2_049, 65_535, 65_536, 1_000_000, 3_599_999_999]],
];

for (const [what, valuesUs] of VALUES) {
  test(`An encoded histogram holds what was recorded: ${what}.`, () => {
    const distribution = recordDistribution(valuesUs);
    const [histogram] = readAll(`Tag=x,0.000,1.000,0.000,${encodeHistogram(distribution)}\n`);
    assert.ok(histogram);
    assert.equal(histogram.totalCount, valuesUs.length);
    assert.deepEqual(countsOf([histogram]), bucketsOf(distribution));
    const p100 = percentileUs(distribution, 100) ?? 0;
    assert.equal(bucketOfValue(histogram.maxValue), bucketOfValue(p100));
  });
}
