import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderLocustCsv } from '../../src/report/render-locust-csv.ts';
import { buildReport, buildShopReport } from '../support/build-report.ts';
import { buildRunSummary, everySecond } from '../support/build-run-summary.ts';
import { compareGolden } from '../support/compare-golden.ts';

test('The CSV files of the shop are byte for byte the golden ones.', () => {
  const { stats, history, failures } = renderLocustCsv(buildShopReport());
  compareGolden('stats.csv', stats);
  compareGolden('stats_history.csv', history);
  compareGolden('failures.csv', failures);
});

/** The rule of Locust's calculate_response_time_percentile, over exact values in ms. */
function locustPercentile(valuesMs: readonly number[], fraction: number): number {
  const place = Math.trunc(valuesMs.length * fraction);
  let processed = 0;
  for (const value of [...new Set(valuesMs)].sort((left, right) => right - left)) {
    processed += valuesMs.filter((other) => other === value).length;
    if (valuesMs.length - processed <= place) return value;
  }
  return 0;
}

test('A row is what Locust would have written for the same response times.', () => {
  const okMs = Array.from({ length: 40 }, (_, index) => index + 2);
  const run = buildRunSummary({ series: [{ name: 'GET /x', seconds: everySecond(5, { okMs, failed: 2 }), bytesReceived: 5_250 }] });
  const [, row = ''] = renderLocustCsv(buildReport({ run })).stats.split('\r\n');
  const all = [...everySecond(5, {}).flatMap(() => okMs), ...new Array<number>(10).fill(1)];
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  const percentiles = [0.5, 0.66, 0.75, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999, 0.9999, 1].map((fraction) => locustPercentile(all, fraction));
  assert.equal(row, ['GET', '/x', 210, 10, percentiles[0], mean, '1.0', '41.0', '25.0', '42.0', '2.0', ...percentiles].join(','));
});

test('The headers are to the letter, lines end in CRLF, and Aggregated comes last with an empty type.', () => {
  const { stats, failures } = renderLocustCsv(buildShopReport());
  const lines = stats.split('\r\n');
  assert.equal(
    lines[0],
    'Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,Min Response Time,Max Response Time,Average Content Size,Requests/s,Failures/s,50%,66%,75%,80%,90%,95%,98%,99%,99.9%,99.99%,100%',
  );
  assert.equal(failures.split('\r\n')[0], 'Method,Name,Error,Occurrences,First Seen,Last Seen');
  assert.match(lines.at(-2) ?? '', /^,Aggregated,/);
  assert.equal(lines.at(-1), '');
  assert.doesNotMatch(stats.replaceAll('\r\n', ''), /[\r\n]/);
});

test('Rows are sorted by name; a series that was never asked is not there, as in Locust.', () => {
  const names = renderLocustCsv(buildShopReport())
    .stats.split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(',')[1]);
  assert.deepEqual(names, ['/api/items?page=${page}', '/api/orders', '/health', 'order done', 'Aggregated']);
});

test('Without a request the percentiles of Aggregated are N/A.', () => {
  const run = buildRunSummary({ series: [{ name: 'GET /x' }] });
  const { stats, failures } = renderLocustCsv(buildReport({ run }));
  assert.equal(stats.split('\r\n')[1], ',Aggregated,0,0,0,0.0,0,0,0,0.0,0.0,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A');
  assert.equal(failures, 'Method,Name,Error,Occurrences,First Seen,Last Seen\r\n');
});

test('The failures of failures.csv add up to the failure count of stats.csv.', () => {
  const { stats, failures } = renderLocustCsv(buildShopReport());
  const occurrences = failures
    .split('\r\n')
    .slice(1, -1)
    .map((line) => Number(line.split(',')[3]));
  const aggregated = stats.split('\r\n').at(-2)?.split(',') ?? [];
  assert.equal(
    occurrences.reduce((sum, count) => sum + count, 0),
    Number(aggregated[3]),
  );
});

test('Commas, quotes and line breaks in names and reasons stay in their field.', () => {
  const run = buildRunSummary({ series: [{ name: 'GET /a,b"c', seconds: [{ failed: 1 }] }] });
  const series = run.series.map((one) => ({
    ...one,
    perPhase: one.perPhase.map((part) => ({
      ...part,
      failures: part.failures.map((failure) => ({ ...failure, reason: 'check "a",\r\n=1+1' })),
    })),
  }));
  const { stats, failures } = renderLocustCsv(buildReport({ run: { ...run, series } }));
  assert.match(stats, /^GET,"\/a,b""c",1,1,/m);
  assert.equal(failures.split('\r\n')[1], 'GET,"/a,b""c","check ""a"", =1+1",1,2026-01-02T03:04:05Z,2026-01-02T03:04:06Z');
});
