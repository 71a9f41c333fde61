import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { k6Json, FIRST_LINE } from './k6-points.ts';
import { statsCsv, statsJson } from './locust-files.ts';
import { runImport } from './run-import.ts';

const START = Date.parse('2026-01-02T03:04:05Z');
const REQUESTS = Array.from({ length: 300 }, (_, place) => ({ atMs: START + place * 20, ms: 5 }));
const TIMES = Array.from({ length: 300 }, (_, place) => 1 + (place % 250));
const STATS = statsCsv([{ name: '/a', timesMs: TIMES }]);
const JSON_STATS = statsJson([{ name: '/a', timesMs: TIMES }]);
const HISTORY = 'Timestamp,User Count,Type,Name\r\n';

/** Changes the same column of every row of STATS. */
function change(column: string, value: string): string {
  const [header = '', ...rows] = STATS.trimEnd().split('\r\n');
  const place = header.split(',').indexOf(column);
  assert.ok(place >= 0);
  return [header, ...rows.map((row) => row.split(',').with(place, value).join(',')), ''].join('\r\n');
}

/** The row of one endpoint alone: ten times slower than what the last row says. */
function slowRow(): string {
  const slow = statsCsv([{ name: '/a', timesMs: TIMES.map((ms) => ms * 10) }]).split('\r\n')[1] ?? '';
  return STATS.replace(/GET,\/a,.*\r\n/, `${slow}\r\n`);
}

function summary(metrics: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({
    metrics: {
      http_reqs: { count: 300, rate: 50 },
      http_req_failed: { passes: 0, fails: 300 },
      http_req_duration: { avg: 5, min: 1, med: 4, max: 9, 'p(90)': 7, 'p(95)': 8 },
      ...metrics,
    },
  });
}

type Row = readonly [what: string, tool: 'locust' | 'k6' | 'hlog', files: Readonly<Record<string, string>>, line: number, says: RegExp];

/** Figures that cannot be of one test: each of these passed, or ended in a bug, before somebody looked. */
const TABLE: readonly Row[] = [
  [
    'columns that were swapped',
    'locust',
    { 'a_stats.csv': STATS.replace('50%,66%', 'x').replace(',95%,', ',50%,').replace(',x,', ',95%,66%,') },
    2,
    /its p66 .* is below its p50/,
  ],
  ['a column twice', 'locust', { 'a_stats.csv': STATS.replace(',99.99%,', ',95%,') }, 1, /a column twice/],
  ['a p95 above the highest', 'locust', { 'a_stats.csv': change('Max Response Time', '100') }, 2, /is above its highest value 100 ms/],
  ['a mean above the highest', 'locust', { 'a_stats.csv': change('Average Response Time', '5000') }, 2, /its mean 5.00 s is above/],
  ['a lowest above the p50', 'locust', { 'a_stats.csv': change('Min Response Time', '240') }, 2, /its p50 .* is below its lowest value/],
  ['a time beyond all numbers', 'locust', { 'a_stats.csv': change('Max Response Time', '1e308') }, 2, /longer than an hour/],
  ['bytes beyond all numbers', 'locust', { 'a_stats.csv': change('Average Content Size', '1e308') }, 1, /than can be counted/],
  ['a rate that makes years of it', 'locust', { 'a_stats.csv': change('Requests/s', '1e-8') }, 1, /days \(7 at most\)/],
  [
    'rows of another test than the last one',
    'locust',
    { 'a_stats.csv': slowRow() },
    3,
    /the rows and Aggregated are not of the same test: the p50/,
  ],
  [
    'a history of no time that there is',
    'locust',
    { 'a_stats.csv': STATS, 'a_stats_history.csv': `${HISTORY}1e300,5,,Aggregated\r\n` },
    1,
    /a time that cannot be/,
  ],
  [
    'a histogram of faster requests',
    'locust',
    { 'a.json': JSON_STATS.replace(/"max_response_time":\d+/, '"max_response_time":900') },
    1,
    /not 900 ms/,
  ],
  [
    'a sum of slower requests',
    'locust',
    { 'a.json': JSON_STATS.replace(/"total_response_time":\d+/, '"total_response_time":900000') },
    1,
    /total_response_time ÷ requests is about .*, not 3.00 s/,
  ],
  ['a start in the year 1970', 'locust', { 'a.json': JSON_STATS.replace(/"start_time":\d+/, '"start_time":5') }, 1, /days \(7 at most\)/],
  [
    'a time far beyond all dates',
    'locust',
    { 'a.json': JSON_STATS.replaceAll(/"(start_time|last_request_timestamp)":\d+/g, '"$1":1e300') },
    1,
    /a time that cannot be/,
  ],
  ['one clock that was wrong', 'k6', { 'a.json': k6Json([...REQUESTS, { atMs: 5_000, ms: 5 }]) }, 1, /days \(7 at most\)/],
  [
    'half an iteration',
    'k6',
    {
      'a.json': `${k6Json(REQUESTS)}{"metric":"iterations","type":"Point","data":{"time":"2026-01-02T03:04:05Z","value":0.5,"tags":{}}}\n`,
    },
    1,
    /no whole number from 0/,
  ],
  [
    'iterations that were dropped less than never',
    'k6',
    { 'a.json': summary({ dropped_iterations: { count: -5 } }) },
    1,
    /no whole number from 0/,
  ],
  ['checks that failed less than never', 'k6', { 'a.json': summary({ checks: { passes: 5, fails: -1 } }) }, 1, /no whole number from 0/],
  ['more checks that held than there were', 'k6', { 'a.json': summary({ checks: { matches: 6, total: 5 } }) }, 1, /no whole number from 0/],
  ['checks as a share of nobody knows how many', 'k6', { 'a.json': summary({ checks: { rate: 0.5 } }) }, 1, /do not say how many/],
  [
    'a summary of swapped percentiles',
    'k6',
    { 'a.json': summary({ http_req_duration: { med: 8, max: 9, 'p(95)': 4 } }) },
    1,
    /its p95 4.0 ms is below its p50 8.0 ms/,
  ],
  ['a summary of years', 'k6', { 'a.json': summary({ http_reqs: { count: 300, rate: 1e-300 } }) }, 1, /days \(7 at most\)/],
];

for (const [what, tool, files, line, says] of TABLE) {
  test(`${tool}: ${what} is refused`, async (context) => {
    const named = Object.keys(files).slice(0, 1);
    const run = await runImport(context, tool, { files, named, sla: 'total: { p95: 1h }\n' });
    assert.deepEqual(
      [run.code, run.issues[0]?.file, run.issues[0]?.line],
      [2, named[0], line],
      JSON.stringify(run.report?.verdict.reasons),
    );
    assert.match(run.issues[0]?.message ?? '', says);
  });
}

test('a test and its copy are refused, packed or not; two halves of a test are one', async (context) => {
  const sla = 'total: { error_budget: 1% }\n';
  const whole = k6Json(REQUESTS);
  for (const copy of [whole, gzipSync(whole)]) {
    const run = await runImport(context, 'k6', { files: { 'a.json': whole, 'b.json.gz': copy }, sla });
    assert.deepEqual(
      [run.code, run.issues[0]?.file, run.issues[0]?.message],
      [2, 'b.json.gz', 'this file begins as a.json does: it is of the same test, and would count twice'],
    );
  }
  const halves = { 'a.json': k6Json(REQUESTS.slice(0, 150)), 'b.json': k6Json(REQUESTS.slice(150)), 'c.json': FIRST_LINE };
  assert.equal((await runImport(context, 'k6', { files: halves, sla })).code, 0);
});

const ROWS = 'metric_name,timestamp,metric_value,expected_response,name,status\nhttp_req_duration,1767323045,5.000000,true,/a,200\n';

const PUT_TOGETHER: readonly (readonly [what: string, file: string, content: string | Uint8Array, line: number])[] = [
  ['JSON lines twice', 'a.json', k6Json(REQUESTS).repeat(2), 1 + 4 * REQUESTS.length + 1],
  [
    'packed JSON lines twice',
    'a.json.gz',
    Buffer.concat([gzipSync(k6Json(REQUESTS)), gzipSync(k6Json(REQUESTS))]),
    1 + 4 * REQUESTS.length + 1,
  ],
  ['CSV rows twice', 'a.csv', ROWS.repeat(2), 3],
];

for (const [what, file, content, line] of PUT_TOGETHER) {
  test(`${what} in one file are refused: a test that is in it twice would count twice`, async (context) => {
    const run = await runImport(context, 'k6', { files: { [file]: content }, sla: 'total: { error_budget: 1% }\n' });
    assert.deepEqual([run.code, run.issues[0]?.line, run.issues[0]?.suggestion], [2, line, 'name each of them by itself']);
    assert.match(run.issues[0]?.message ?? '', /is defined here once more: this file was put together of several$/);
  });
}

test('two files of a kind that one test has once are refused, and all files of one test may be named', async (context) => {
  const files = {
    'a_stats.csv': STATS,
    'a_stats_history.csv': HISTORY,
    'a_failures.csv': 'Method,Name,Error,Occurrences,First Seen,Last Seen\r\n',
    'a_exceptions.csv': 'Count,Message,Traceback,Nodes\r\n',
  };
  const sla = 'total: { p95: 1s, error_budget: 1% }\n';
  const all = await runImport(context, 'locust', { files, named: Object.keys(files).toReversed(), sla });
  assert.deepEqual([all.code, all.report?.run.scenario.name], [0, 'a'], JSON.stringify(all.issues));
  const two = await runImport(context, 'locust', { files: { ...files, 'b_failures.csv': files['a_failures.csv'] }, sla });
  assert.equal(two.code, 2);
});
