import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { SeededRandom } from '../../../src/seeded-random.ts';
import { k6Json, type PointInput } from './k6-points.ts';
import { statsCsv } from './locust-files.ts';
import { runImport, type ImportRun } from './run-import.ts';

const SLA = 'endpoints: { "*": { error_budget: 1% } }\nregression: { p95: 10% }\n';
const FIRST_MS = Date.UTC(2026, 2, 1);
const DAY_MS = 86_400_000;

/** The same test of a day: 60 s, 20 requests a second to each endpoint, around 50 ms; `slower` is what a change of the target does to one of them. */
function k6Day(day: number, { slower = 1, other = '/b', everyMs = 50, firstMs = FIRST_MS } = {}): string {
  const random = new SeededRandom(day + 1);
  const requests: PointInput[] = [];
  for (let at = 0; at < 60_000; at += everyMs) {
    const ms = (): number => 40 + 20 * random.next();
    requests.push({ atMs: firstMs + day * DAY_MS + at, ms: slower * ms(), name: 'http://t/a' });
    requests.push({ atMs: firstMs + day * DAY_MS + at, ms: ms(), name: `http://t${other}` });
  }
  return k6Json(requests);
}

async function storeDays(context: TestContext, days: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'load-gate-history-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  for (let day = 0; day < days; day++) {
    const run = await importDay(context, k6Day(day), [`--baseline=file:${folder}`, '--update-baseline']);
    assert.equal(run.code, 0, run.notes.join('\n'));
    assert.match(run.notes.join('\n'), /Stored as 2026/);
  }
  return folder;
}

function importDay(context: TestContext, text: string, args: readonly string[]): Promise<ImportRun> {
  return runImport(context, 'k6', { files: { 'k6.json': text }, sla: SLA, args });
}

test('a test of k6 is compared with those that were stored: the same passes, a slower one does not, and says what to do', async (context) => {
  const folder = await storeDays(context, 5);
  const same = await importDay(context, k6Day(5), [`--baseline=file:${folder}`]);
  assert.equal(same.code, 0, same.notes.join('\n'));
  assert.equal(same.report?.comparison?.result.state, 'decided');
  assert.equal(same.report?.comparison?.kind === 'stored' && same.report.comparison.runs, 5);
  const slower = await importDay(context, k6Day(6, { slower: 1.5 }), [`--baseline=file:${folder}`]);
  assert.equal(slower.code, 3);
  assert.match(slower.notes.join('\n'), /GET \/a p95 may be worse than the baseline, and there is no second look: the test is over/);
  assert.doesNotMatch(slower.notes.join('\n'), /GET \/b/);
  assert.equal((await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.json')).length, 5);
});

test('users who wait for a target that stalls make fewer requests, and the throughput tells', async (context) => {
  const folder = await storeDays(context, 5);
  const fewer = await importDay(context, k6Day(6, { everyMs: 75 }), [`--baseline=file:${folder}`]);
  assert.equal(fewer.code, 3);
  assert.match(fewer.notes.join('\n'), /total throughput may be worse than the baseline/);
});

test('without a second look being asked for, a slower test of k6 is a regression at once', async (context) => {
  const folder = await storeDays(context, 5);
  const slower = await runImport(context, 'k6', {
    files: { 'k6.json': k6Day(5, { slower: 1.5 }) },
    sla: SLA.replace('10% }', '10%, confirm: false }'),
    args: [`--baseline=file:${folder}`],
  });
  assert.equal(slower.code, 1, slower.notes.join('\n'));
  assert.equal(slower.report?.verdict.state, 'regression');
});

test('what is imported again is not compared with itself', async (context) => {
  const folder = await storeDays(context, 1);
  const again = await importDay(context, k6Day(0), [`--baseline=file:${folder}`, '--update-baseline', '--fail-on=breach,no-baseline']);
  assert.match(again.notes.join('\n'), /in the baseline is this very measurement, and is not compared with itself/);
  assert.equal(again.code, 1);
  assert.equal(again.report?.comparison?.result.state, 'not-judged');
});

test('a test of other endpoints is not compared', async (context) => {
  const folder = await storeDays(context, 1);
  const other = await importDay(context, k6Day(1, { other: '/c' }), [`--baseline=file:${folder}`]);
  const result = other.report?.comparison?.result;
  assert.deepEqual(result?.state === 'not-judged' && result.why, { reason: 'not-comparable', differences: ['another scenario'] });
});

test('a file without seconds is never compared, and whoever asked for it is told', async (context) => {
  const files = { 'a_stats.csv': statsCsv([{ name: '/a', timesMs: Array.from({ length: 500 }, (_, index) => 40 + (index % 20)) }]) };
  const asked = await runImport(context, 'locust', { files, sla: SLA, args: ['--baseline=file:runs', '--update-baseline'] });
  assert.equal(asked.code, 2);
  assert.match(
    asked.issues[0]?.message ?? '',
    /cannot be compared with a baseline: Locust's stats\.csv does not say when each request ended.*leave --baseline out/,
  );
  assert.equal((await runImport(context, 'locust', { files, sla: SLA })).code, 0);
});

test('another test that began in the same second and took as long is compared', async (context) => {
  const folder = await storeDays(context, 1);
  const [same, other] = await Promise.all(
    [1, 0.99].map((slower) => importDay(context, k6Day(0, { slower }), [`--baseline=file:${folder}`])),
  );
  assert.ok(same?.report && other?.report);
  assert.deepEqual([other.report.run.startedAt, other.report.run.durationMs], [same.report.run.startedAt, same.report.run.durationMs]);
  assert.equal(other.report.comparison?.result.state, 'decided', other.notes.join('\n'));
  assert.equal(same.report.comparison?.result.state, 'not-judged');
});

test('a file that does not say when its test was made has no place in a history', async (context) => {
  const run = await importDay(context, k6Day(0, { firstMs: 60_000 }), ['--baseline=file:runs']);
  assert.equal(run.code, 2);
  assert.match(run.issues[0]?.message ?? '', /does not say when the test was made, and a history has an order/);
});
