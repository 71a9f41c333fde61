import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build, encodeIntoCompressedBase64 } from 'hdr-histogram-js';
import { bucketOfValue, percentileUs } from '../../../src/metrics/distribution.ts';
import { renderHlog } from '../../../src/report/render-hlog.ts';
import { summarizeEndpoints } from '../../../src/report/summarize-endpoints.ts';
import { buildShopReport } from '../../support/build-report.ts';
import { percentileOf, reasonOf, runImport } from './run-import.ts';

const ANY = 'total: { p50: 1h }\nmin_samples: 1\n';

test('our own log has the same counts and percentiles when it is read again, to the bucket, and the same seconds', async (context) => {
  const report = buildShopReport();
  const run = await runImport(context, 'hlog', { files: { 'latency.hlog': renderHlog(report) }, sla: ANY });
  assert.equal(run.code, 0, JSON.stringify([run.issues, run.report?.verdict.reasons]));
  const measured = summarizeEndpoints(report.run).rows.filter(({ latency }) => latency.count > 0);
  assert.ok(run.report);
  const read = summarizeEndpoints(run.report.run).rows;
  assert.deepEqual(new Set(read.map(({ name }) => name)), new Set(measured.map(({ name }) => tagOf(name))));
  for (const { name, latency, slices } of measured) {
    const again = read.find((row) => row.name === tagOf(name));
    assert.deepEqual([again?.latency.buckets, again?.latency.counts], [latency.buckets, latency.counts], name);
    for (const percentile of [50, 90, 95, 99, 100])
      assert.equal(
        bucketOfValue(percentileUs(again?.latency ?? latency, percentile) ?? -1),
        bucketOfValue(percentileUs(latency, percentile) ?? -2),
      );
    const perSecond = (list: typeof slices): readonly number[] =>
      list.filter(({ latency: { count } }) => count > 0).map(({ latency: { count } }) => count);
    assert.deepEqual(perSecond(again?.slices ?? []), perSecond(slices), name);
  }
});

/** A tag has no spaces; the one after a method is known to be one. */
function tagOf(name: string): string {
  return /^[A-Z]+ \//.test(name) ? name : name.replaceAll(' ', '_');
}

interface LogInput {
  readonly tag?: string;
  readonly lengthSec?: number;
  readonly digits?: 1 | 2 | 3 | 4 | 5;
  readonly head?: string;
}

/** A log as other tools write them: nanoseconds, times from the epoch, a comma after the tag. */
function writeLog(values: readonly number[], { tag, lengthSec = 1, digits = 3, head = '' }: LogInput = { tag: 'checkout' }): string {
  const perSecond = Map.groupBy(
    values.map((value, place) => [value, Math.floor(place / 100)] as const),
    ([, second]) => second,
  );
  const lines = [...perSecond].map(([second, own]) => {
    const histogram = build({ highestTrackableValue: 3_600_000_000_000, numberOfSignificantValueDigits: digits, bitBucketSize: 32 });
    for (const [value] of own) histogram.recordValue(value);
    return `${tag === undefined ? '' : `Tag=${tag},`}${(1_767_323_045 + second * lengthSec).toFixed(3)},${lengthSec.toFixed(3)},1.000,${encodeIntoCompressedBase64(histogram)}`;
  });
  return `#[Histogram log format version 1.3]\n${head}"StartTimestamp","Interval_Length","Interval_Max","Interval_Compressed_Histogram"\n${lines.join('\n')}\n`;
}

const NANOSECONDS = Array.from({ length: 1_000 }, (_, place) => 1_000_000 + ((place * 7_919) % 997) * 250_000);

for (const digits of [2, 3, 4] as const) {
  test(`values in nanoseconds with ${digits} digits come to the microseconds of the samples, never to less`, async (context) => {
    const run = await runImport(context, 'hlog', {
      files: { 'x.hlog': writeLog(NANOSECONDS, { tag: 'checkout', digits }) },
      sla: ANY,
      args: ['--unit', 'ns'],
    });
    assert.equal(run.code, 0, JSON.stringify(run.issues));
    const [series] = run.report?.run.series ?? [];
    assert.deepEqual([series?.name, series?.perPhase[0]?.counts.ok], ['checkout', 1_000]);
    for (const percentile of [50, 95, 99, 100]) {
      const truth = percentileOf(NANOSECONDS, percentile) / 1_000;
      const value =
        percentileUs(
          series?.perPhase[0]?.latency ?? { count: 0, lowestUs: 0, highestUs: 0, sumUs: 0, buckets: [], counts: [] },
          percentile,
        ) ?? 0;
      assert.ok(value >= truth && value <= truth * (1 + 10 ** (1 - digits) + 0.001) + 1, `p${percentile}: ${value} of ${truth}`);
    }
  });
}

test('a log that does not say what it counts is refused until somebody says so', async (context) => {
  const files = { 'x.hlog': writeLog(NANOSECONDS) };
  const refused = await runImport(context, 'hlog', { files, sla: ANY });
  assert.deepEqual(
    [refused.code, refused.issues.map(({ line, message, suggestion }) => [line, message, suggestion])],
    [2, [[3, 'the log does not say what its values count', 'say it: --unit ns, --unit us or --unit ms']]],
  );
});

test('our own log says what it counts: whoever says otherwise is told', async (context) => {
  const files = { 'latency.hlog': renderHlog(buildShopReport()) };
  const refused = await runImport(context, 'hlog', { files, sla: ANY, args: ['--unit', 'ns'] });
  assert.deepEqual(
    [refused.code, refused.issues.map(({ message, suggestion }) => [message, suggestion])],
    [2, [['the log says that its values are us, and --unit says ns', 'leave --unit out']]],
  );
  assert.equal((await runImport(context, 'hlog', { files, sla: ANY, args: ['--unit', 'us'] })).code, 0);
});

test('without a tag it is all requests; a start long before its times is where they count from', async (context) => {
  const log = writeLog(NANOSECONDS, { head: '#[StartTime: 1767323045.000 (seconds since epoch), Fri]\n' }).replaceAll(
    /^17673230(\d\d\.\d{3}),/gm,
    (_, rest: string) => `${Number(rest) - 45}.000,`,
  );
  const run = await runImport(context, 'hlog', { files: { 'x.hlog': log }, sla: ANY, args: ['--unit', 'ns'] });
  assert.equal(run.code, 0, JSON.stringify(run.issues));
  assert.deepEqual([run.report?.run.series[0]?.name, run.report?.run.startedAt], ['all requests', '2026-01-02T03:04:05.000Z']);
});

test('a log that was put behind itself is refused; one that only goes on is not', async (context) => {
  const log = writeLog(NANOSECONDS);
  const args = ['--unit', 'ns'];
  for (const times of [2, 3]) {
    const run = await runImport(context, 'hlog', { files: { 'x.hlog': log.repeat(times) }, sla: ANY, args });
    assert.deepEqual([run.code, run.issues[0]?.message], [2, 'it holds the same intervals more than once, and each would count again']);
  }
  const other = writeLog(NANOSECONDS.map((value) => value * 2));
  assert.equal((await runImport(context, 'hlog', { files: { 'x.hlog': log + other }, sla: ANY, args })).code, 0);
});

test('intervals of a second make windows, longer ones do not; failures and rates are in no log', async (context) => {
  const sla = 'total: { p50: 1h }\nwindows: [ { p50: 1h, window: 2s, for: 1, then: fail } ]\nmin_samples: 1\n';
  const args = ['--unit', 'ns'];
  assert.equal((await runImport(context, 'hlog', { files: { 'x.hlog': writeLog(NANOSECONDS) }, sla, args })).code, 0);
  const long = await runImport(context, 'hlog', {
    files: { 'x.hlog': writeLog(NANOSECONDS, { tag: 'checkout', lengthSec: 5 }) },
    sla,
    args,
  });
  assert.equal(long.code, 3);
  assert.equal(reasonOf(long, 'total p50 in a window of 2 s'), 'the intervals of the log are longer than a second');
  const rate = await runImport(context, 'hlog', {
    files: { 'x.hlog': writeLog(NANOSECONDS) },
    sla: 'total: { throughput: 1/s, error_budget: 1% }\n',
    args,
  });
  assert.equal(rate.code, 3);
  assert.equal(reasonOf(rate, 'total throughput'), 'an HdrHistogram log does not say how many requests failed');
});
