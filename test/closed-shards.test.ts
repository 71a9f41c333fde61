import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { buildRunFile } from '../src/baseline/build-files.ts';
import { calibrate } from '../src/command-calibrate.ts';
import { compareStored } from '../src/command-compare.ts';
import { viewStored } from '../src/command-view.ts';
import { explainUnfit } from '../src/gate-baseline.ts';
import { buildForeignReport } from '../src/github/build-foreign-report.ts';
import { buildFingerprint } from '../src/metrics/build-fingerprint.ts';
import { mergeRuns } from '../src/metrics/merge-runs.ts';
import { renderReportHtml } from '../src/report/html/render-report-html.ts';
import { renderResults } from '../src/report/render-results.ts';
import { renderSummaryMd } from '../src/report/render-summary-md.ts';
import { paintPlain } from '../src/terminal/paint.ts';
import { renderFinal } from '../src/terminal/render-final.ts';
import { exitCodeFor } from '../src/verdict/exit-code.ts';
import { judgeRun } from '../src/verdict/judge-run.ts';
import { makeFolder } from './e2e/make-folder.ts';
import { buildReport } from './support/build-report.ts';
import { buildShardRun, buildShardRuns, renderShard } from './support/build-shards.ts';
import { atMostMs, buildRow, buildSla } from './support/build-sla.ts';
import { collectPorts } from './support/build-stored-runs.ts';

const PART = buildShardRun(1, 4);
const WHOLE = mergeRuns(buildShardRuns(4));
const ALONE = /shard 2 of 4 alone; load-gate merge judges all of them together/;

/** A folder with one shard's results and those of all, each also in a folder of its own. */
function store(context: TestContext): Promise<string> {
  const whole = renderResults(buildReport({ run: WHOLE }));
  return makeFolder(context, { 'part.json': renderShard(PART), 'parts/results.json': renderShard(PART), 'whole.json': whole });
}

const SLA = buildSla({ endpoints: [buildRow('GET /health', atMostMs(50, 1_000))] });

test('one shard alone is never judged: no promise that its part keeps makes a pass', () => {
  const { state, reasons } = judgeRun(PART, SLA, 1);
  assert.equal(state, 'inconclusive');
  assert.match(reasons[0] ?? '', ALONE);
  assert.equal(judgeRun(WHOLE, SLA, 1).state, 'pass');
});

test('compare takes one shard neither as a result nor as a baseline, alone or in a folder', async (context) => {
  const folder = await store(context);
  const compare = (result: string, baselines: readonly string[]): Promise<unknown> =>
    compareStored({ command: 'compare', result, baselines, sla: undefined, json: false }, collectPorts(folder));
  const refused = { code: 'LOAD_GATE_RESULT_INVALID', message: ALONE };
  await assert.rejects(compare('part.json', ['whole.json']), refused);
  await assert.rejects(compare('whole.json', ['part.json']), refused);
  await assert.rejects(compare('whole.json', ['parts']), refused);
});

test('calibrate does not take it either', async (context) => {
  const folder = await store(context);
  const request = { command: 'calibrate', results: ['part.json'], sla: undefined, json: false } as const;
  await assert.rejects(calibrate(request, collectPorts(folder)), { code: 'LOAD_GATE_RESULT_INVALID', message: ALONE });
});

test('view shows it, and what it is', async (context) => {
  const folder = await store(context);
  const ports = collectPorts(folder);
  let page = '';
  const outcome = await viewStored({ command: 'view', results: ['part.json'], port: undefined }, ports, async () => {
    const url = /http:\/\/127\.0\.0\.1:\d+\/\S+\//.exec(ports.out())?.[0] ?? assert.fail(ports.out());
    page = await (await fetch(url)).text();
  });
  assert.equal(exitCodeFor(outcome), 0);
  assert.match(page, ALONE);
});

test('it is no baseline: neither stored, nor read from a store that has it', async (context) => {
  const report = buildReport({ run: PART });
  assert.equal(explainUnfit(report), 'a part of a burst is no baseline');
  assert.equal(explainUnfit(buildReport({ run: WHOLE, verdict: { state: 'pass' } })), undefined);
  const origin = {
    key: 'default',
    fingerprint: buildFingerprint(PART),
    commit: undefined,
    branch: undefined,
    event: undefined,
    accepted: true,
  };
  assert.throws(() => buildRunFile(origin, report), { code: 'LOAD_GATE_BASELINE_INVALID', message: ALONE });
  const { id } = buildRunFile(origin, buildReport({ run: WHOLE }));
  assert.match(id, /^20260301T/);
  // Whatever its name is.
  const folder = await store(context);
  await mkdir(join(folder, 'runs'));
  await writeFile(join(folder, 'runs', `${id}.json`), renderShard(PART));
  const asked = { command: 'compare', result: 'whole.json', baselines: ['runs'], sla: undefined, json: false } as const;
  await assert.rejects(compareStored(asked, collectPorts(folder)), { code: 'LOAD_GATE_RESULT_INVALID' });
});

test('the second half for forks does not judge it', () => {
  const judge = (): never => assert.fail('it was judged');
  const foreign = buildForeignReport(renderShard(PART), { names: new Set(), title: 'Shop' }, judge);
  assert.deepEqual(foreign, {
    ok: false,
    sentence: 'The results of the other run cannot be used: they are those of one shard of several.',
  });
});

test('reports of a merged run say how many machines made it, and how far apart they began', () => {
  const report = buildReport({ run: WHOLE });
  const says = /4 shards, started within 12 ms of each other \(± 10 ms\)/;
  assert.match(renderSummaryMd(report), says);
  assert.match(renderFinal(report, { width: 120, paint: paintPlain, reportPath: undefined }), says);
  const page = renderReportHtml(report);
  assert.match(page, says);
  assert.match(page, /Shards: the machines that made the burst/);
});
