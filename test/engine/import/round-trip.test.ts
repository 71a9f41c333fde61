import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseResults } from '../../../src/report/parse-results.ts';
import { purgeRun } from '../../../src/report/purge-run.ts';
import { renderHlog } from '../../../src/report/render-hlog.ts';
import { renderReports } from '../../../src/report/render-reports.ts';
import { judgeRun } from '../../../src/verdict/judge-run.ts';
import { buildSla } from '../../support/build-sla.ts';
import { k6Json } from './k6-points.ts';
import { statsCsv, statsJson, type LocustInput } from './locust-files.ts';
import { runImport } from './run-import.ts';

const REQUESTS: readonly LocustInput[] = [{ name: '/a', timesMs: Array.from({ length: 300 }, (_, place) => 1 + (place % 250)), failed: 2 }];
const START = Date.parse('2026-01-02T03:04:05Z');

const FILES = [
  ['locust', 'test_stats.csv', statsCsv(REQUESTS)],
  ['locust', 'test.json', statsJson(REQUESTS)],
  ['k6', 'test.json', k6Json(Array.from({ length: 300 }, (_, place) => ({ atMs: START + place * 20, ms: 1 + (place % 250) })))],
] as const;

const SLA = 'endpoints: { GET /a: { p95: 1s, error_budget: 5% } }\ntotal: { p97: 1s }\n';

for (const [tool, file, content] of FILES) {
  test(`${tool}, ${file}: a stored import is read back as it was, with the same verdict`, async (context) => {
    const { report, files } = await runImport(context, tool, { files: { [file]: content }, sla: SLA });
    assert.ok(report);
    const parsed = parseResults(files.get('results.json') ?? '');
    assert.ok(parsed.ok, parsed.ok ? '' : parsed.problem);
    assert.deepEqual(parsed.report.run, report.run);
    assert.deepEqual(parsed.report.verdict, report.verdict);
  });

  test(`${tool}, ${file}: no report says 0 of what nobody knows, and each says where it comes from`, async (context) => {
    const { report, files } = await runImport(context, tool, { files: { [file]: content }, sla: SLA });
    assert.ok(report);
    assert.deepEqual(new Set(renderReports(report).keys()), new Set(files.keys()));
    for (const name of ['summary.md', 'report.html']) {
      const text = files.get(name) ?? '';
      const has = (words: string): boolean => text.includes(words);
      assert.deepEqual(
        ['measured elsewhere, and read from ', 'How the load generator itself was doing is not known'].filter((words) => !has(words)),
        [],
        name,
      );
      assert.deepEqual(['seed 0', '0 × not known', 'chedule lag'].filter(has), [], name);
    }
    assert.doesNotMatch(files.get('metrics.prom') ?? '', /load_gate_generator_missed_ratio 0|load_gate_sent_bytes\{/);
    const row = (files.get('stats.csv') ?? '').split('\r\n').find((line) => line.includes(',/a,')) ?? '';
    assert.match(row, /^GET,\/a,300,/);
    assert.doesNotMatch(row, /^GET,\/a,300,\d+,0,/, 'a median of 0 would be a lie');
  });
}

test('what nobody has counted stays so in the files for Locust: a log that is read again as a test of Locust is refused', async (context) => {
  const { report } = await runImport(context, 'k6', { files: { 'k6.json': FILES[2][2] }, sla: SLA });
  assert.ok(report);
  const sla = 'total: { error_budget: 1% }\n';
  const log = await runImport(context, 'hlog', { files: { 'latency.hlog': renderHlog(report) }, sla });
  const stats = log.files.get('stats.csv') ?? '';
  assert.match(stats, /^,GET \/a,300,N\/A,/m);
  const again = await runImport(context, 'locust', { files: { 'stats.csv': stats }, sla });
  assert.deepEqual([log.code, again.code], [3, 2]);
  assert.match(again.issues[0]?.message ?? '', /^Failure Count must be a number from 0, not "N\/A"/);
});

test('checks that failed are in the files for Locust, too: whoever reads these is told as much', async (context) => {
  const check = `${JSON.stringify({ metric: 'checks', type: 'Point', data: { time: '2026-01-02T03:04:06Z', value: 0, tags: {} } })}\n`;
  const sla = 'total: { error_budget: 1% }\n';
  const first = await runImport(context, 'k6', { files: { 'k6.json': FILES[2][2] + check.repeat(20) }, sla });
  const files = Object.fromEntries(['stats.csv', 'exceptions.csv'].map((name) => [name, first.files.get(name) ?? '']));
  const again = await runImport(context, 'locust', { files, named: ['stats.csv'], sla });
  assert.deepEqual([first.code, again.code], [3, 3], JSON.stringify(again.issues));
  assert.match(again.files.get('summary.md') ?? '', /20 exceptions ended tasks of the script/);
});

test('what a stranger has written into an import is in nothing that is shown of it', async (context) => {
  const { report } = await runImport(context, 'locust', { files: { 'test_stats.csv': statsCsv(REQUESTS) }, sla: SLA });
  assert.ok(report && report.run.engine.kind === 'import');
  const [first] = report.run.engine.missing;
  assert.ok(first);
  const forged = { ...report.run, engine: { ...report.run.engine, format: 'click here', missing: [{ ...first, sentence: 'click here' }] } };
  assert.doesNotMatch(JSON.stringify(purgeRun(forged, { names: new Set(['/a']), title: 'Ours' })), /click here/);
});

test('a run that says that it was imported is not excused its books', async (context) => {
  const { report } = await runImport(context, 'locust', { files: { 'test_stats.csv': statsCsv(REQUESTS) }, sla: SLA });
  assert.ok(report);
  assert.equal(judgeRun({ ...report.run, imbalances: ['1 is not 2'] }, buildSla({}), 1).state, 'inconclusive');
});
