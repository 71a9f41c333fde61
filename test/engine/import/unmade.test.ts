import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseResults } from '../../../src/report/parse-results.ts';
import { k6Json } from './k6-points.ts';
import { statsCsv, statsJson } from './locust-files.ts';
import { checkOf, reasonOf, runImport } from './run-import.ts';

const START = Date.parse('2026-01-02T03:04:05Z');
const TIME = '2026-01-02T03:04:06Z';

/** 1,000 requests in 10 s, of which the first `failed` have status 500. */
function requests(failed: number): string {
  return k6Json(
    Array.from({ length: 1_000 }, (_, place) => ({
      atMs: START + place * 10,
      ms: 5,
      ...(place < failed && { status: '500', expected: 'false' }),
    })),
  );
}

function points(metric: string, value: number, count: number): string {
  return `${JSON.stringify({ metric, type: 'Point', data: { time: TIME, value, tags: {} } })}\n`.repeat(count);
}

function summary(more: Readonly<Record<string, unknown>>): string {
  const times = { avg: 5, min: 1, med: 5, max: 9, 'p(95)': 8 };
  return JSON.stringify({
    metrics: { http_reqs: { count: 1_000, rate: 100 }, http_req_failed: { passes: 0, fails: 1_000 }, http_req_duration: times, ...more },
  });
}

const BUDGET = 'total: { p95: 50ms, error_budget: 1% }\n';

/** Each failed check may be one more failure; the share that is shown is what k6 states. */
const CHECKS: readonly (readonly [failed: number, checks: number, sla: string, code: number])[] = [
  [0, 0, BUDGET, 0],
  [0, 10, BUDGET, 0],
  [0, 11, BUDGET, 3],
  [5, 5, BUDGET, 0],
  [5, 6, BUDGET, 3],
  [11, 5_000, BUDGET, 1],
  [0, 5, 'total: { failures: "< 6" }\n', 0],
  [0, 6, 'total: { failures: "< 6" }\n', 3],
  [0, 100, 'total: { throughput: 90/s, error_budget: 100% }\n', 0],
  [0, 110, 'total: { throughput: 90/s, error_budget: 100% }\n', 3],
  [0, 1, 'total: { p95: 50ms }\n', 3],
  [0, 1, 'total: { p95: 4ms }\n', 1],
];

for (const [failed, checks, sla, code] of CHECKS) {
  test(`k6: ${failed} failures and ${checks} failed checks of 1,000 requests, ${sla.trim()}: exit ${code}`, async (context) => {
    const files = { 'k6.json': requests(failed) + points('checks', 0, checks) + points('checks', 1, 50) };
    const run = await runImport(context, 'k6', { files, sla });
    assert.equal(run.code, code, JSON.stringify([run.issues, run.report?.verdict.reasons]));
    if (code !== 0 || sla !== BUDGET) return;
    const check = checkOf(run, 'total error_budget');
    assert.ok('observed' in check);
    assert.equal(check.observed.value, failed / 1_000);
  });
}

test('k6: failed checks are told, of a summary too, and are in the stored result', async (context) => {
  const whole = { 'k6.json': requests(0) + points('checks', 0, 20) };
  const shapes = [summary({ checks: { passes: 5, fails: 20 } }), summary({ checks: { rate: 0.2, matches: 5, total: 25 } })];
  for (const files of [whole, ...shapes.map((text) => ({ 's.json': text }))]) {
    const run = await runImport(context, 'k6', { files, sla: BUDGET });
    assert.equal(reasonOf(run, 'total error_budget'), '20 checks of the script failed, and nobody knows of which requests');
    assert.equal(run.code, 3);
    assert.match(run.files.get('summary.md') ?? '', /20 checks of the script failed/);
    const stored = parseResults(run.files.get('results.json') ?? '');
    assert.deepEqual(stored.ok && stored.report.run.engine, run.report?.run.engine);
  }
});

test('k6: dropped iterations beyond the share that may be missed leave no pass, and take back no breach', async (context) => {
  const files = (dropped: number): readonly Readonly<Record<string, string>>[] => [
    { 'k6.json': requests(0) + points('iterations', 1, 990) + points('dropped_iterations', 1, dropped) },
    { 's.json': summary({ iterations: { count: 990 }, dropped_iterations: { count: dropped } }) },
  ];
  const table = [
    [10, BUDGET, 0],
    [11, BUDGET, 3],
    [11, `${BUDGET}generator: { missed: 5% }\n`, 0],
    [900, 'total: { p95: 4ms, error_budget: 1% }\n', 1],
  ] as const;
  for (const [dropped, sla, code] of table) {
    for (const each of files(dropped)) {
      const run = await runImport(context, 'k6', { files: each, sla });
      assert.equal(run.code, code, JSON.stringify([run.issues, run.report?.verdict.reasons]));
      assert.match(run.files.get('summary.md') ?? '', new RegExp(`k6 dropped ${dropped} of `));
      if (code === 3)
        assert.match(run.report?.verdict.reasons[0] ?? '', /^The load generator dropped 1.1 % of the iterations that were due/);
    }
  }
});

test('k6: a summary that does not say how many failed keeps no promise of latency', async (context) => {
  const run = await runImport(context, 'k6', { files: { 's.json': summary({ http_req_failed: {} }) }, sla: 'total: { p95: 50ms }\n' });
  assert.equal(run.code, 3);
  assert.match(reasonOf(run, 'total p95'), /or how many of them failed$/);
});

test('k6: a summary shows no number where it has none, no chart of seconds, and no start in 1970', async (context) => {
  const files = { 's.json': summary({ 'http_req_duration{name:login}': { avg: 5, min: 1, med: 5, max: 9, 'p(95)': 8 } }) };
  const run = await runImport(context, 'k6', { files, sla: BUDGET });
  assert.equal(run.code, 0, JSON.stringify(run.report?.verdict.reasons));
  assert.match(run.files.get('summary.md') ?? '', /\| `login` \| – \| – \| – \| 5\.0\sms \| 8\.0\sms \|/);
  assert.match(run.files.get('summary.md') ?? '', /\| `all requests` \| 1,000 \| 0 \| 100\/s \| 5\.0\sms \| 8\.0\sms \|/);
  const page = run.files.get('report.html') ?? '';
  assert.doesNotMatch(page, /Requests per second|Virtual users|1970/);
});

const ROWS = [{ name: '/a', timesMs: Array.from({ length: 1_000 }, (_, place) => 1 + (place % 20)), failed: 2 }];
const EXCEPTIONS = (count: number): string => `Count,Message,Traceback,Nodes\r\n${count},'x',"Traceback\n  line",local\r\n`;

for (const [what, statistics, named] of [
  ['stats.csv, beside it', { 'a_stats.csv': statsCsv(ROWS) }, ['a_stats.csv']],
  ['--json, with their file', { 'a.json': statsJson(ROWS) }, ['a.json', 'a_exceptions.csv']],
] as const) {
  test(`locust, ${what}: exceptions that ended tasks may each be one more failure, and that there is no file of them is told`, async (context) => {
    for (const [count, code] of [
      [8, 0],
      [9, 3],
    ] as const) {
      const files = { ...statistics, 'a_exceptions.csv': EXCEPTIONS(count) };
      const run = await runImport(context, 'locust', { files, named, sla: BUDGET });
      assert.equal(run.code, code, JSON.stringify([run.issues, run.report?.verdict.reasons]));
      assert.match(run.files.get('summary.md') ?? '', new RegExp(`${count} exceptions ended tasks of the script`));
    }
    const without = await runImport(context, 'locust', { files: statistics, sla: BUDGET });
    assert.match(without.files.get('summary.md') ?? '', /Exceptions that ended tasks are in .*exceptions\.csv alone, which is not there/);
  });
}

test('locust: the files that are named with a --json say why requests failed and how many users there were; of another test they are refused', async (context) => {
  const failures = (count: number): string =>
    `Method,Name,Error,Occurrences,First Seen,Last Seen\r\nGET,/a,HTTPError(503),${count},2026-01-02T03:04:06Z,2026-01-02T03:04:07Z\r\n`;
  const files = (count: number): Readonly<Record<string, string>> => ({
    'a.json': statsJson(ROWS),
    'a_failures.csv': failures(count),
    'a_stats_history.csv': 'Timestamp,User Count,Type,Name\r\n1767323045,25,,Aggregated\r\n',
  });
  const run = await runImport(context, 'locust', { files: files(2), sla: BUDGET });
  assert.deepEqual([run.code, run.report?.run.phases[0]?.peakUsers], [0, 25], JSON.stringify(run.issues));
  assert.deepEqual(
    run.report?.run.series[0]?.perPhase[0]?.failures.map(({ class: kind, count }) => [kind, count]),
    [['status', 2]],
  );
  const foreign = await runImport(context, 'locust', { files: files(3), sla: BUDGET });
  assert.deepEqual(
    [foreign.code, foreign.issues[0]?.message],
    [2, 'it has 3 failures of /a, and the statistics have 2: it is not of the same test'],
  );
});

test('locust: requests without a time are no samples of one', async (context) => {
  const row = (name: string): string => `X,${name},1000,0,0,0.0,0,0,0.0,100,0.0,0,0,0,0,0,0,0,0,0,0,0\r\n`;
  const [header = ''] = statsCsv([]).split('\r\n');
  const csv = `${header}\r\n${row('a')}${row('Aggregated').replace('X,', ',')}`;
  const none = await runImport(context, 'locust', { files: { 'a_stats.csv': csv }, sla: BUDGET });
  assert.deepEqual([none.code, reasonOf(none, 'total p95')], [3, "Locust's stats.csv has no times of these requests"]);
  const json = statsJson([{ name: '/a', timesMs: [5] }])
    .replace('"num_requests":1', '"num_requests":1000')
    .replace('"num_none_requests":0', '"num_none_requests":999');
  const one = await runImport(context, 'locust', { files: { 'a.json': json }, sla: BUDGET });
  assert.deepEqual([one.code, reasonOf(one, 'total p95')], [3, 'only 1 sample; p95 needs 200']);
});
