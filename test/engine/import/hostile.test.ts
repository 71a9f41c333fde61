import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { k6Json, FIRST_LINE, pointLines } from './k6-points.ts';
import { statsCsv, statsJson } from './locust-files.ts';
import { runImport } from './run-import.ts';

const START = Date.parse('2026-01-02T03:04:05Z');
const GOOD = Array.from({ length: 5 }, (_, place) => ({ atMs: START + place * 1_000, ms: 5 }));
const LINES = k6Json(GOOD);
const point = (data: string, metric = 'http_req_duration'): string => `{"metric":"${metric}","type":"Point","data":${data}}\n`;
const OK_TAGS = '"tags":{"name":"a","method":"GET","status":"200","expected_response":"true"}';

const CSV_HEAD = 'metric_name,timestamp,metric_value,error,error_code,expected_response,method,name,status,url,extra_tags\n';
const CSV = `${CSV_HEAD}http_req_duration,1767323045,5.000000,,,true,GET,http://t/a,200,http://t/a,\n`;
const STATS = statsCsv([
  { name: '/a', timesMs: [1, 2, 3, 4] },
  { name: '/b', timesMs: [5, 6] },
]);
const JSON_STATS = statsJson([{ name: '/a', timesMs: [1, 2, 3, 4] }]);
const HLOG = '#[Histogram log format version 1.3]\n#[Values: microseconds]\n';

type Tool = 'locust' | 'k6' | 'hlog';

/** Every file here must be refused: nothing of it may be judged. */
const TABLE: readonly (readonly [what: string, tool: Tool, file: string, content: string | Uint8Array, line: number, says: RegExp])[] = [
  ['an empty file', 'k6', 'a.json', '', 1, /nothing that k6 writes/],
  ['a file of another tool', 'k6', 'a.json', '<html>\n', 1, /nothing that k6 writes/],
  ['bytes that are no text', 'k6', 'a.json', new Uint8Array([0x7b, 0xff, 0xfe, 0x0a]), 1, /not text in UTF-8/],
  ['a last line that is cut off', 'k6', 'a.json', LINES.slice(0, -20), 21, /cut off/],
  [
    'a cut between two lines of a request',
    'k6',
    'a.json',
    LINES + pointLines({ atMs: START, ms: 5 }).split('\n')[0] + '\n',
    1,
    /http_reqs counts 6 requests, and there are 5/,
  ],
  ['a packed file that is cut off', 'k6', 'a.json.gz', gzipSync(LINES).subarray(0, 120), 1, /cannot be read to its end: .*end of file/],
  ['rubbish behind the first line', 'k6', 'a.json', `${FIRST_LINE}rubbish\n`, 2, /no line of k6's JSON output: "rubbish"/],
  [
    'a broken line',
    'k6',
    'a.json',
    `${FIRST_LINE}${point(`{"time":"2026-01-02T03:04:05Z","value":5,${OK_TAGS}}`).replace('}}}', '}}')}`,
    2,
    /no JSON/,
  ],
  ['a negative time', 'k6', 'a.json', FIRST_LINE + point(`{"time":"2026-01-02T03:04:05Z","value":-5,${OK_TAGS}}`), 2, /0 or more/],
  [
    'a value that is no number',
    'k6',
    'a.json',
    FIRST_LINE + point(`{"time":"2026-01-02T03:04:05Z","value":"5",${OK_TAGS}}`),
    2,
    /0 or more/,
  ],
  [
    'a value that is not there',
    'k6',
    'a.json',
    FIRST_LINE + point(`{"time":"2026-01-02T03:04:05Z","value":null,${OK_TAGS}}`),
    2,
    /0 or more/,
  ],
  ['a time that is none', 'k6', 'a.json', FIRST_LINE + point(`{"time":"soon","value":5,${OK_TAGS}}`), 2, /has no time/],
  [
    'a request of more than an hour',
    'k6',
    'a.json',
    FIRST_LINE + point(`{"time":"2026-01-02T03:04:05Z","value":3600001,${OK_TAGS}}`),
    2,
    /longer than an hour/,
  ],
  [
    'a request of which nobody knows how it ended',
    'k6',
    'a.json',
    FIRST_LINE + point('{"time":"2026-01-02T03:04:05Z","value":5,"tags":{"name":"a"}}'),
    2,
    /neither expected_response nor status/,
  ],
  [
    'a request without a name',
    'k6',
    'a.json',
    FIRST_LINE + point('{"time":"2026-01-02T03:04:05Z","value":5,"tags":{"status":"200"}}'),
    2,
    /neither name nor url/,
  ],
  [
    'metrics without a request',
    'k6',
    'a.json',
    FIRST_LINE + point('{"time":"2026-01-02T03:04:05Z","value":5,"tags":null}', 'vus'),
    1,
    /holds no request/,
  ],
  [
    'gRPC alone',
    'k6',
    'a.json',
    FIRST_LINE + point('{"time":"2026-01-02T03:04:05Z","value":5,"tags":null}', 'grpc_req_duration'),
    1,
    /gRPC requests alone/,
  ],
  ['a line of millions of characters', 'k6', 'a.json', `${FIRST_LINE}{"metric":"${'x'.repeat(5_000_000)}`, 2, /4 million characters/],
  [
    'more endpoints than anybody has',
    'k6',
    'a.json',
    k6Json(Array.from({ length: 1_001 }, (_, place) => ({ atMs: START, ms: 5, name: `http://t/${place}` }))),
    4_003,
    /more than 1000 different requests; .*name tag/,
  ],
  ['a CSV row with a field too few', 'k6', 'a.csv', `${CSV}http_req_duration,1767323045,5\n`, 3, /3 of 11 fields/],
  ['a CSV row that is not closed', 'k6', 'a.csv', `${CSV}http_req_duration,1767323045,5,"open,,true,GET,a,200,a,\n`, 3, /not closed/],
  ['a CSV row with a negative time', 'k6', 'a.csv', CSV.replace('5.000000', '-5.000000'), 2, /0 or more/],
  ['a CSV row with NaN', 'k6', 'a.csv', CSV.replace('5.000000', 'NaN'), 2, /0 or more/],
  ['a CSV without its last line end', 'k6', 'a.csv', CSV.trimEnd(), 2, /cut off/],
  ['a CSV header with a column twice', 'k6', 'a.csv', CSV.replace('error_code', 'error'), 1, /nothing that k6 writes/],
  ['a summary that is cut off', 'k6', 'a.json', '{ "metrics": { "http_reqs": ', 1, /no JSON, or it was cut off/],
  ['a summary without a request', 'k6', 'a.json', '{ "metrics": { "http_reqs": { "count": 0 } } }', 1, /no HTTP request/],
  [
    'a summary with a negative figure',
    'k6',
    'a.json',
    '{ "metrics": { "http_reqs": { "count": 5 }, "http_req_duration": { "p(95)": -1 } } }',
    1,
    /not a number from 0/,
  ],
  [
    'a summary of which the failures are of another test',
    'k6',
    'a.json',
    '{ "metrics": { "http_reqs": { "count": 5 }, "http_req_duration": { "p(95)": 1 }, "http_req_failed": { "passes": 0, "fails": 4 } } }',
    1,
    /http_reqs counts 5 requests, http_req_failed 4/,
  ],
  [
    'a summary of which a part is more than the whole',
    'k6',
    'a.json',
    JSON.stringify({
      metrics: {
        http_reqs: { count: 5 },
        http_req_failed: { passes: 0, fails: 5 },
        http_req_duration: { 'p(95)': 1 },
        'http_req_duration{name:a}': { 'p(95)': 1 },
        'http_reqs{name:a}': { count: 6 },
        'http_req_failed{name:a}': { passes: 0, fails: 6 },
      },
    }),
    1,
    /more than all requests/,
  ],
  ['another JSON file', 'k6', 'a.json', '{ "name": "x" }', 1, /no summary of k6/],
  ['an empty file', 'locust', 'a_stats.csv', '', 1, /cut off/],
  ['a file of another tool', 'locust', 'a_stats.csv', 'a,b\n1,2\n', 1, /no column Type/],
  [
    'a table without its last row',
    'locust',
    'a_stats.csv',
    `${STATS.split('\r\n').slice(0, 3).join('\r\n')}\r\n`,
    3,
    /last row must be Aggregated/,
  ],
  [
    'a table without a row',
    'locust',
    'a_stats.csv',
    STATS.split('\r\n')
      .filter((row) => !row.startsWith('GET,/b'))
      .join('\r\n'),
    3,
    /rows have 4 requests, and Aggregated has 6/,
  ],
  ['a row twice', 'locust', 'a_stats.csv', STATS.replace(/(GET,\/a,.*\r\n)/, '$1$1'), 3, /GET \/a is there twice/],
  ['a last line that is cut off', 'locust', 'a_stats.csv', STATS.slice(0, -4), 4, /cut off/],
  ['a negative count', 'locust', 'a_stats.csv', STATS.replace('GET,/a,4,0', 'GET,/a,-4,0'), 2, /Request Count must be a number from 0/],
  ['more failures than requests', 'locust', 'a_stats.csv', STATS.replace('GET,/a,4,0', 'GET,/a,4,5'), 2, /5 failures of 4 requests/],
  ['NaN', 'locust', 'a_stats.csv', STATS.replace('GET,/a,4,0,3,2.5', 'GET,/a,4,0,3,nan'), 2, /Average Response Time must be a number/],
  [
    'no request',
    'locust',
    'a_stats.csv',
    'Type,Name,Request Count,Failure Count,Average Response Time,Min Response Time,Max Response Time,Average Content Size,Requests/s,50%\n,Aggregated,0,0,0,0,0,0,0,N/A\n',
    2,
    /no request/,
  ],
  ['JSON that is cut off', 'locust', 'a.json', JSON_STATS.slice(0, -5), 1, /no JSON, or it was cut off/],
  ['a log before the JSON', 'locust', 'a.json', `[2026-01-02] INFO/locust.main\n${JSON_STATS}`, 1, /no JSON/],
  [
    'a negative time in JSON',
    'locust',
    'a.json',
    JSON_STATS.replace('"max_response_time":4', '"max_response_time":-4'),
    1,
    /must not be negative/,
  ],
  ['a histogram that does not add up', 'locust', 'a.json', JSON_STATS.replace('"1":1', '"1":2'), 1, /must count 4 requests, not 5/],
  ['a time that is no number', 'locust', 'a.json', JSON_STATS.replace('"1":1', '"x":1'), 1, /has the time "x"/],
  ['a key that reaches into prototypes', 'locust', 'a.json', JSON_STATS.replace('"1":1', '"__proto__":1'), 1, /__proto__/],
  ['JSON without a request', 'locust', 'a.json', '[]', 1, /no request/],
  ['failures without statistics', 'locust', 'a_failures.csv', 'Method,Name,Error,Occurrences\n', 1, /nothing of latency/],
  ['an empty file', 'hlog', 'a.hlog', '', 1, /no sample/],
  ['a file of another tool', 'hlog', 'a.hlog', 'a,b,c\n', 1, /no line of an HdrHistogram log/],
  ['a histogram that is no base64', 'hlog', 'a.hlog', `${HLOG}0.000,1.000,1.000,HIST!\n`, 3, /no base64/],
  ['a histogram that is none', 'hlog', 'a.hlog', `${HLOG}0.000,1.000,1.000,AAAAAAAAAAAAAAAA\n`, 3, /not a compressed histogram/],
  ['a histogram that is cut off', 'hlog', 'a.hlog', `${HLOG}0.000,1.000,1.000,HISTFAAAAIR4nDWL\n`, 3, /cut off/],
  ['a histogram that cannot be unpacked', 'hlog', 'a.hlog', `${HLOG}0.000,1.000,1.000,HISTFAAAAAR4nDWL\n`, 3, /cannot be unpacked/],
  ['a negative start', 'hlog', 'a.hlog', `${HLOG}-1.000,1.000,1.000,HISTFAAAAAR4nDWL\n`, 3, /in numbers from 0/],
];

for (const [what, tool, file, content, line, says] of TABLE) {
  test(`${tool}: ${what} is refused with its line`, async (context) => {
    const run = await runImport(context, tool, { files: { [file]: content }, sla: 'total: { count: ">= 0" }\nmin_samples: 1\n' });
    assert.equal(run.code, 2, JSON.stringify(run.report?.verdict.reasons));
    assert.equal(run.issues.length, 1);
    assert.match(run.issues[0]?.message ?? '', says);
    assert.deepEqual([run.issues[0]?.file, run.issues[0]?.line], [file, line], run.issues[0]?.message);
  });
}

test('a file that is not there, and one that is named twice, are refused', async (context) => {
  const missing = await runImport(context, 'k6', { files: {}, named: ['no.json'], sla: 'total: { p95: 1s }\n' });
  assert.deepEqual(
    [missing.code, missing.issues[0]?.file, missing.issues[0]?.message.startsWith('the file cannot be read')],
    [2, 'no.json', true],
  );
  const twice = await runImport(context, 'k6', { files: { 'a.json': LINES }, named: ['a.json', './a.json'], sla: 'total: { p95: 1s }\n' });
  assert.deepEqual([twice.code, twice.issues[0]?.message], [2, 'this file is named twice']);
  const mixed = await runImport(context, 'k6', { files: { 'a.json': LINES, 'b.csv': CSV }, sla: 'total: { p95: 1s }\n' });
  assert.deepEqual([mixed.code, mixed.issues[0]?.file], [2, 'b.csv']);
});
