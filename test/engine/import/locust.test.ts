import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statsCsv, statsJson, type LocustInput } from './locust-files.ts';
import { checkOf, percentileOf, reasonOf, runImport, type ImportRun } from './run-import.ts';

/** 1,000 requests of 1 … 99 ms, and 400 of 10 … 49 ms. */
const REQUESTS: readonly LocustInput[] = [
  { name: '/a', timesMs: Array.from({ length: 1_000 }, (_, place) => 1 + (place % 99)) },
  { method: 'POST', name: '/b', timesMs: Array.from({ length: 400 }, (_, place) => 10 + (place % 40)) },
];

function valueOf(run: ImportRun, name: string): number {
  const check = checkOf(run, name);
  assert.ok('observed' in check, `${name}: ${reasonOf(run, name)}`);
  return check.observed.value;
}

const SLA = `endpoints: { GET /a: { p50: 1s, p95: 1s, p99: 1s, mean: 1s, min: 1s, max: 1s, throughput: 1/s }, POST /b: { p95: 1s } }
total: { p95: 1s, error_budget: 1%, count: ">= 1400", duration: "<= 11s" }\n`;

for (const [format, file, build] of [
  ['stats.csv', 'test_stats.csv', statsCsv],
  ['--json', 'test.json', statsJson],
] as const) {
  test(`${format}: percentiles, mean and extremes are those of the samples, and rates those of the test`, async (context) => {
    const run = await runImport(context, 'locust', { files: { [file]: build(REQUESTS) }, sla: SLA });
    assert.equal(run.code, 0, JSON.stringify([run.issues, run.report?.verdict.reasons]));
    const [a, b] = REQUESTS.map(({ timesMs }) => timesMs);
    assert.ok(a && b);
    for (const percentile of [50, 95, 99]) {
      // Locust takes one place further than the nearest rank.
      const value = valueOf(run, `GET /a p${percentile}`) / 1_000;
      assert.ok(Math.abs(value - percentileOf(a, percentile)) <= 1, `p${percentile} is ${value}, not ${percentileOf(a, percentile)}`);
    }
    assert.deepEqual([valueOf(run, 'GET /a min'), valueOf(run, 'GET /a max')], [1_000, 99_000]);
    assert.ok(Math.abs(valueOf(run, 'GET /a mean') - 1_000 * (a.reduce((sum, ms) => sum + ms, 0) / a.length)) < 1);
    assert.ok(Math.abs(valueOf(run, 'GET /a throughput') - 100) < 0.2, String(valueOf(run, 'GET /a throughput')));
    assert.ok(Math.abs(valueOf(run, 'total p95') / 1_000 - percentileOf([...a, ...b], 95)) <= 1);
    assert.equal(valueOf(run, 'total count'), 1_400);
  });

  test(`${format}: what it does not say is inconclusive, each with its reason`, async (context) => {
    const sla = `endpoints: { GET /a: { p97: 1s, ttfb_p95: 1s, upload: 1KB/s, download: 1KB/s, status: { 200: ">= 1" } } }
total: { p95: 1s }
windows: [ { endpoint: GET /a, p50: 1s, window: 2s, for: 1, then: fail } ]
phases: { steady: { total: { p50: 1s } } }
server: { lag: { command: [echo, "1"], max: 1 } }\n`;
    const run = await runImport(context, 'locust', { files: { [file]: build(REQUESTS) }, sla });
    assert.equal(run.code, 3);
    const reasons = Object.fromEntries(
      run.report?.verdict.checks.map((check) => [check.name, 'reason' in check ? check.reason : 'judged']) ?? [],
    );
    const name = `Locust's ${format}`;
    const none = `${name} has no statuses, no times to the first byte, no bytes sent, and nothing of WebSockets`;
    assert.deepEqual(reasons, {
      'GET /a p97': format === 'stats.csv' ? `${name} has no p97` : 'judged',
      'GET /a ttfb_p95': none,
      'GET /a upload': none,
      'GET /a download': 'Locust adds the bodies of failures to those of successes',
      'GET /a status 200': none,
      'total p95': 'judged',
      'total p50 in steady': 'what was imported does not say when steady was',
      'GET /a p50 in a window of 2 s': `${name} does not say when each request ended`,
      'server lag max': 'this run has no values of it',
    });
  });

  test(`${format}: failures are charged to the budget, and with none, a percentile that they may have moved is not judged`, async (context) => {
    const files = (failed: number): Record<string, string> => ({
      [file]: build(REQUESTS.map((request, place) => (place === 0 ? { ...request, failed } : request))),
    });
    const table: readonly (readonly [failed: number, sla: string, code: number])[] = [
      [0, 'endpoints: { GET /a: { p90: 91ms } }', 0],
      [4, 'endpoints: { GET /a: { p90: 91ms, error_budget: 1% } }', 0],
      // A histogram knows each rank, the columns of a table only their own.
      [4, 'endpoints: { GET /a: { p90: 91ms } }', format === 'stats.csv' ? 3 : 0],
      [4, 'endpoints: { GET /a: { p90: 99ms } }', 0],
      [4, 'endpoints: { GET /a: { p90: 80ms } }', 1],
      [20, 'endpoints: { GET /a: { p90: 91ms, error_budget: 1% } }', 1],
      [200, 'endpoints: { GET /a: { p90: 1s } }', 1],
      [1_000, 'endpoints: { GET /a: { p90: 1s, error_budget: 100% } }', 1],
    ];
    for (const [failed, sla, code] of table)
      assert.equal((await runImport(context, 'locust', { files: files(failed), sla: `${sla}\n` })).code, code, `${failed}: ${sla}`);
  });
}

test('the files beside stats.csv are found, and say when it began, how many users there were, and why requests failed', async (context) => {
  const files = {
    'test_stats.csv': statsCsv([{ ...REQUESTS[0], name: '/a', timesMs: REQUESTS[0]?.timesMs ?? [], failed: 3 }]),
    'test_stats_history.csv':
      'Timestamp,User Count,Type,Name,Requests/s\r\n1767323045,0,,Aggregated,0.0\r\n1767323046,25,,Aggregated,10.0\r\n17673',
    'test_failures.csv':
      'Method,Name,Error,Occurrences,First Seen,Last Seen\r\nGET,/a,"HTTPError(\'503\', ""x"")",3,2026-01-02T03:04:06Z,2026-01-02T03:04:07Z\r\n',
  };
  const run = await runImport(context, 'locust', { files, named: ['test_stats.csv'], sla: 'total: { error_budget: 1% }\n' });
  assert.equal(run.code, 0, JSON.stringify(run.issues));
  assert.deepEqual([run.report?.run.startedAt, run.report?.run.phases[0]?.peakUsers], ['2026-01-02T03:04:05.000Z', 25]);
  assert.deepEqual(run.report?.run.series[0]?.perPhase[0]?.failures, [
    { class: 'status', reason: `HTTPError('503', "x")`, count: 3, sample: `HTTPError('503', "x")`, firstMs: 1_000, lastMs: 2_000 },
  ]);
  const foreign = { ...files, 'test_failures.csv': files['test_failures.csv'].replace(',3,2026', ',4,2026') };
  const refused = await runImport(context, 'locust', { files: foreign, named: ['test_stats.csv'], sla: 'total: { error_budget: 1% }\n' });
  assert.deepEqual(
    [refused.code, refused.issues[0]?.message],
    [2, 'it has 4 failures of /a, and the statistics have 3: it is not of the same test'],
  );
});

test('what we write in the way of Locust can be read as a test of Locust', async (context) => {
  const first = await runImport(context, 'locust', { files: { 'test_stats.csv': statsCsv(REQUESTS) }, sla: SLA });
  const own = first.files.get('stats.csv');
  assert.ok(own !== undefined);
  const again = await runImport(context, 'locust', { files: { 'stats.csv': own }, sla: SLA });
  assert.equal(again.code, 0, JSON.stringify(again.issues));
  assert.deepEqual(again.report?.run.statedTotal, first.report?.run.statedTotal);
  assert.deepEqual(
    again.report?.run.series.map(({ name, perPhase }) => [name, perPhase[0]?.counts, perPhase[0]?.stated]),
    first.report?.run.series.map(({ name, perPhase }) => [name, perPhase[0]?.counts, perPhase[0]?.stated]),
  );
});
