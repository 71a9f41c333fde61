import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { bucketOfValue, percentileUs } from '../../../src/metrics/distribution.ts';
import type { SeriesPhase } from '../../../src/metrics/run-summary.ts';
import { k6Json, type PointInput } from './k6-points.ts';
import { checkOf, percentileOf, reasonOf, runImport, type ImportRun } from './run-import.ts';

/** A small test of k6 1.8.1, whole but for metrics that nobody reads: as JSON lines, CSV, and three shapes of a summary (of other runs of the same script). */
const FIXTURES = new URL('../../fixtures/import/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, FIXTURES), 'utf8');

const ANY = 'total: { count: ">= 1", error_budget: 100% }\nmin_samples: 1\n';

/** What the lines say, read in another way: latencies of successes in µs, and how the others ended. */
function readLines(): ReadonlyMap<
  string,
  { readonly ok: readonly number[]; readonly failed: number; readonly status: Readonly<Record<string, number>> }
> {
  const found = new Map<string, { ok: number[]; failed: number; status: Record<string, number> }>();
  for (const line of read('k6-lines.json').trim().split('\n')) {
    const { type, metric, data } = JSON.parse(line) as {
      type: string;
      metric: string;
      data: { value: number; tags: Record<string, string> };
    };
    if (type !== 'Point' || (metric !== 'http_req_duration' && metric !== 'ws_connecting')) continue;
    const { method = 'WS', name, url = '', status = '0', expected_response: expected } = data.tags;
    const key = `${method} ${name ?? url}`;
    const entry = found.get(key) ?? { ok: [], failed: 0, status: {} };
    found.set(key, entry);
    if (status !== '0') entry.status[status] = (entry.status[status] ?? 0) + 1;
    if (expected === 'true' || status === '101') entry.ok.push(Math.round(data.value * 1_000));
    else entry.failed++;
  }
  return found;
}

const ORIGIN = 'http://127.0.0.1:8123';
const NAMES: readonly (readonly [k6: string, ours: string])[] = [
  [`GET ${ORIGIN}/fast?a=1`, 'GET /fast?a=1'],
  ['GET GET slow', 'GET slow'],
  ['GET health', 'GET health'],
  [`POST ${ORIGIN}/bad`, 'POST /bad'],
  ['GET http://127.0.0.1:1/nope', 'GET http://127.0.0.1:1/nope'],
  ['WS ws://127.0.0.1:8123/chat', 'ws /chat'],
];

function seriesOf({ report }: ImportRun, name: string): SeriesPhase {
  const found = report?.run.series.find((series) => series.name === name)?.perPhase[0];
  assert.ok(found, `${name} is not among ${report?.run.series.map((series) => series.name).join(', ') ?? 'nothing'}`);
  return found;
}

const FORMATS: readonly (readonly [what: string, file: string, content: () => string | Uint8Array])[] = [
  ['JSON lines', 'k6.json', () => read('k6-lines.json')],
  ['JSON lines, packed', 'k6.json.gz', () => gzipSync(read('k6-lines.json'))],
  ['CSV rows', 'k6.csv', () => read('k6-rows.csv')],
  ['CSV rows, packed, under any name', 'k6.bin', () => gzipSync(read('k6-rows.csv'))],
  ['JSON lines with line ends of Windows', 'k6.json', () => read('k6-lines.json').replaceAll('\n', '\r\n')],
];

for (const [what, file, content] of FORMATS) {
  test(`${what}: every request is there once, with its status, and every percentile is that of its samples`, async (context) => {
    const run = await runImport(context, 'k6', { files: { [file]: content() }, sla: ANY });
    assert.equal(run.code, 0, JSON.stringify([run.issues, run.report?.verdict.reasons]));
    const expected = readLines();
    assert.deepEqual(new Set(run.report?.run.series.map(({ name }) => name)), new Set(NAMES.map(([, name]) => name)));
    assert.equal(run.report?.run.target, ORIGIN);
    for (const [key, name] of NAMES) {
      const oracle = expected.get(key);
      assert.ok(oracle, key);
      const { counts, status, latency, slices } = seriesOf(run, name);
      assert.equal(counts.ok, oracle.ok.length, name);
      assert.equal(counts.failed + counts.timedOut, oracle.failed, name);
      assert.deepEqual(status, oracle.status, name);
      assert.equal(
        slices.reduce((sum, { ok }) => sum + ok, 0),
        counts.ok,
      );
      assert.equal(
        slices.reduce((sum, { failed, censored }) => sum + failed + censored, 0),
        oracle.failed,
      );
      for (const percentile of oracle.ok.length === 0 ? [] : [50, 90, 95, 99, 100])
        assert.equal(
          bucketOfValue(percentileUs(latency, percentile) ?? -1),
          bucketOfValue(percentileOf(oracle.ok, percentile)),
          `${name} p${percentile}`,
        );
    }
  });
}

test('a timeout ranks last, a refused connection is a failure like any other, and both say why', async (context) => {
  const run = await runImport(context, 'k6', { files: { 'k6.json': read('k6-lines.json') }, sla: ANY });
  const timeout = seriesOf(run, 'GET slow');
  assert.deepEqual([timeout.counts.timedOut, timeout.counts.failed], [1, 0]);
  assert.deepEqual(
    timeout.failures.map(({ class: kind, reason, sample }) => [kind, reason, sample]),
    [['timeout', 'timeout 1050', 'request timeout']],
  );
  const refused = seriesOf(run, 'GET http://127.0.0.1:1/nope');
  assert.deepEqual([refused.counts.timedOut, refused.counts.failed], [0, 1]);
  assert.deepEqual(
    refused.failures.map(({ class: kind, reason }) => [kind, reason]),
    [['connect', 'connect 1212']],
  );
  const chat = seriesOf(run, 'ws /chat');
  assert.deepEqual([chat.counts.ok, chat.session.count, chat.socket?.counts.messagesIn, chat.socket?.counts.messagesOut], [2, 2, 2, 2]);
});

const SUMMARIES = ['k6-summary.json', 'k6-summary-export.json', 'k6-summary-new.json'] as const;

for (const file of SUMMARIES) {
  test(`${file}: what it names is judged as it stands, and nothing else is`, async (context) => {
    const sla = `endpoints: { GET slow: { p95: 1s, p97: 1s, error_budget: 20%, throughput: 0.1/s, status: { 2xx: ">= 1" } }, GET health: { p95: 1s } }
total: { p95: 1s, mean: 1s, max: 5s, failures: "< 5", duration: "<= 10s", upload: 1KB/s }
windows: [ { error_rate: 50%, window: 2s, for: 1, then: fail } ]
min_samples: 1\n`;
    const run = await runImport(context, 'k6', { files: { [file]: read(file) }, sla });
    assert.equal(run.code, 3, JSON.stringify([run.issues, run.report?.verdict.reasons]));
    const states = Object.fromEntries(run.report?.verdict.checks.map(({ name, state }) => [name, state]) ?? []);
    assert.deepEqual(states, {
      'GET slow p95': 'no-data',
      'GET slow p97': 'no-data',
      'GET slow error_budget': 'passed',
      'GET slow throughput': 'passed',
      'GET slow status 2xx': 'no-data',
      'GET health p95': 'no-data',
      'total p95': 'no-data',
      'total mean': 'no-data',
      'total max': 'no-data',
      'total failures': 'passed',
      'total duration': 'passed',
      'total upload': 'no-data',
      'total error_rate in a window of 2 s': 'no-data',
    });
    assert.equal(reasonOf(run, 'GET slow p97'), "k6's summary has no p97");
    assert.match(reasonOf(run, 'total p95'), /^11\.8 % of the requests failed/);
    assert.match(reasonOf(run, 'GET health p95'), /does not say how many requests/);
    assert.match(reasonOf(run, 'total error_rate in a window of 2 s'), /nothing of any second/);
    const names = run.report?.run.series.map(({ name, perPhase }) => [name, perPhase[0]?.counts.started]);
    assert.deepEqual(
      new Map(names as [string, number][]),
      new Map([
        ['GET slow', 9],
        ['GET health', 0],
        ['other requests', 25],
      ]),
    );
  });
}

test('a summary without failures is judged by its p95, to the microsecond of the file', async (context) => {
  const summary = (p95: number): string =>
    JSON.stringify({
      metrics: {
        http_req_duration: { avg: 10, min: 1, med: 9, max: 99, 'p(90)': 40, 'p(95)': p95 },
        http_reqs: { count: 1_000, rate: 100 },
        http_req_failed: { value: 0, passes: 0, fails: 1_000 },
      },
    });
  for (const [p95, code] of [
    [50, 0],
    [50.001, 1],
  ] as const) {
    const run = await runImport(context, 'k6', {
      files: { 's.json': summary(p95) },
      sla: 'total: { p95: 50ms, error_budget: 1%, throughput: 100/s }\n',
    });
    assert.equal(run.code, code, JSON.stringify(run.report?.verdict.reasons));
    assert.deepEqual(
      run.report?.run.series.map(({ name }) => name),
      ['all requests'],
    );
  }
});

/** 10 s of 20 requests a second; slow from second 4 to 6. */
function slowHalf(): readonly PointInput[] {
  const startMs = Date.parse('2026-01-02T03:04:05Z');
  return Array.from({ length: 200 }, (_, place) => {
    const second = Math.floor(place / 20);
    return { atMs: startMs + place * 50 + 40, ms: second >= 4 && second <= 6 ? 35 : 5 };
  });
}

test('windows are judged by the seconds of the file', async (context) => {
  const sla = (limit: string): string => `windows: [ { endpoint: GET /a, p50: ${limit}, window: 3s, for: 1, then: fail } ]\n`;
  const files = { 'k6.json': k6Json(slowHalf()) };
  assert.equal((await runImport(context, 'k6', { files, sla: sla('30ms') })).code, 1);
  assert.equal((await runImport(context, 'k6', { files, sla: sla('40ms') })).code, 0);
});

test('lines may be out of order: it changes nothing', async (context) => {
  const requests = slowHalf();
  const mixed = requests.toSorted((left, right) => ((left.atMs * 7_919) % 1_009) - ((right.atMs * 7_919) % 1_009));
  const [straight, shuffled] = await Promise.all(
    [requests, mixed].map((list) => runImport(context, 'k6', { files: { 'k6.json': k6Json(list) }, sla: ANY })),
  );
  assert.deepEqual(shuffled?.report?.run.series, straight?.report?.run.series);
  assert.deepEqual(shuffled?.report?.run.timeline, straight?.report?.run.timeline);
});

test('files of several machines are one test', async (context) => {
  const requests = slowHalf();
  const files = { 'a.json': k6Json(requests.slice(0, 90)), 'b.json': k6Json(requests.slice(90)) };
  const run = await runImport(context, 'k6', { files, sla: ANY });
  assert.equal(seriesOf(run, 'GET /a').counts.ok, 200);
});

test('without the tag expected_response a status of 200 to 399 is a success; where k6 counts otherwise, the file is refused', async (context) => {
  const strip = (text: string): string => text.replaceAll('"expected_response":"true",', '').replaceAll('"expected_response":"false",', '');
  const requests = [...slowHalf(), { atMs: Date.parse('2026-01-02T03:04:16Z'), ms: 9, status: '500', expected: 'false' }];
  const run = await runImport(context, 'k6', { files: { 'k6.json': strip(k6Json(requests)) }, sla: ANY });
  assert.equal(seriesOf(run, 'GET /a').counts.failed, 1);
  const odd = strip(k6Json([...requests, { atMs: Date.parse('2026-01-02T03:04:17Z'), ms: 9, status: '404', expected: 'true' }]));
  const refused = await runImport(context, 'k6', { files: { 'k6.json': odd }, sla: ANY });
  assert.deepEqual(
    [refused.code, refused.issues[0]?.message],
    [2, 'http_req_failed counts 1 failures, and by their status it is 2: keep the system tag expected_response'],
  );
});

test('two URLs that differ in their origin alone stay two endpoints; the same one by name and by URL too', async (context) => {
  const at = (second: number): number => Date.parse('2026-01-02T03:04:05Z') + second * 1_000;
  const requests = ['http://t/a', 'http://t/a', 'http://u/a', '/a'].map((name, place) => ({ atMs: at(place), ms: 5, name }));
  const run = await runImport(context, 'k6', { files: { 'k6.json': k6Json(requests) }, sla: ANY });
  assert.deepEqual(
    run.report?.run.series.map(({ name }) => name),
    ['GET /a', 'GET http://t/a', 'GET http://u/a'],
  );
});

test('who signs in by the URL is in no report', async (context) => {
  const at = Date.parse('2026-01-02T03:04:05Z');
  const names = ['http://joe:hush@t/a', 'http://joe:hush@t/a', 'https://joe:hush@u/b?c=d@e'];
  const run = await runImport(context, 'k6', {
    files: { 'k6.json': k6Json(names.map((name, place) => ({ atMs: at + place * 1_000, ms: 5, name }))) },
    sla: ANY,
  });
  assert.deepEqual(
    [run.report?.run.target, run.report?.run.series.map(({ name }) => name)],
    ['http://t', ['GET /a', 'GET https://u/b?c=d@e']],
  );
  for (const [file, text] of run.files) assert.doesNotMatch(text, /hush/, file);
});

test('exit codes: a pass is 0, a breach 1, what was not measured 3, and a name that is not there has the nearest beside it', async (context) => {
  const files = { 'k6.json': k6Json(slowHalf()) };
  const guard = 'total: { error_budget: 1% }\n';
  const table: readonly (readonly [sla: string, code: number])[] = [
    ['endpoints: { GET /a: { p95: 40ms } }', 0],
    ['endpoints: { GET /a: { p95: 30ms } }', 1],
    ['endpoints: { GET /a: { throughput: 19/s } }', 0],
    ['endpoints: { GET /a: { throughput: 21/s } }', 1],
    ['endpoints: { GET /b: { p95: 40ms } }', 3],
    ['endpoints: { GET /a: { p99: 40ms } }', 3],
    ['endpoints: { GET /a: { ttfb_p95: 40ms } }', 3],
    ['server: { lag: { command: [echo, "1"], max: 1 } }', 3],
    ['phases: { steady: { total: { p50: 1s } } }', 3],
  ];
  for (const [sla, code] of table)
    assert.equal((await runImport(context, 'k6', { files, sla: `${sla}\n${sla.includes('total') ? '' : guard}` })).code, code, sla);
  const near = await runImport(context, 'k6', { files, sla: `endpoints: { GET /aa: { p95: 40ms } }\n${guard}` });
  assert.equal(reasonOf(near, 'GET /aa p95'), 'no endpoint of this run has that name; the nearest is GET /a');
  assert.equal(checkOf(near, 'total error_budget').state, 'passed');
});

test('nothing promised is inconclusive, and a wrong SLA and a wrong file are told together', async (context) => {
  assert.equal((await runImport(context, 'k6', { files: { 'k6.json': k6Json(slowHalf()) }, sla: '{}' })).code, 3);
  const wrong = await runImport(context, 'k6', { files: { 'k6.json': 'no' }, sla: 'total: { p95: 1 }\n' });
  assert.deepEqual([wrong.code, wrong.issues.map(({ file }) => file)], [2, ['sla.yaml', 'k6.json']]);
});
