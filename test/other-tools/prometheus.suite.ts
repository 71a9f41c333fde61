import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { findTool } from '../../.ci/install-tools.ts';
import { buildImportedRun } from '../../src/engine/import/build-run.ts';
import { buildSeries } from '../../src/engine/import/build-series.ts';
import { renderMetrics } from '../../src/report/render-metrics.ts';
import type { Report } from '../../src/report/report.ts';
import { buildRegressionReport } from '../support/build-comparison.ts';
import { buildCheck, buildReport, buildShopReport } from '../support/build-report.ts';
import { buildRunSummary, everySecond } from '../support/build-run-summary.ts';
import { serveHttp } from '../support/serve.ts';
import { startPrometheus } from '../support/start-prometheus.ts';

const HOSTILE = 'GET /a"b\\c\nd,{e="f"} # EOF \u202e<script>';

function buildHostileReport(): Report {
  const series = [{ name: HOSTILE, seconds: everySecond(5, { okMs: [5], timedOut: 1 }) }];
  const checks = [buildCheck({ series: HOSTILE })];
  return buildReport({ run: buildRunSummary({ series }), verdict: { checks } });
}

/** Of which nobody says how many there were: quantiles without a sum and a count. */
function buildImportedReport(): Report {
  const stated = {
    of: 'all',
    count: undefined,
    percentiles: [{ percentile: 95, us: 5_000 }],
    meanUs: 3_000,
    minUs: 1,
    maxUs: 9_000,
  } as const;
  const run = buildImportedRun(
    {
      format: "k6's summary",
      missing: [{ facets: ['failures'], sentence: 'it has none' }],
      series: [buildSeries({ name: 'GET /a', kind: 'http', method: 'GET' }, { stated })],
      statedTotal: stated,
      startedAtMs: 1_767_323_045_000,
      startMs: 0,
      endMs: 10_000,
      timeline: [],
      iterations: 0,
      peakUsers: 0,
      target: '',
    },
    { tool: 'k6', version: '0.1.0', name: 'test', file: 'k6.json', hash: '0'.repeat(64), target: undefined },
  );
  return buildReport({ run });
}

const REPORTS: readonly (readonly [what: string, report: Report])[] = [
  ['the shop, a breach', buildShopReport()],
  ['a regression', buildRegressionReport()],
  ['figures of another load generator', buildImportedReport()],
  ['names that try to break out', buildHostileReport()],
  ['a run without a sample or a promise', buildReport({ run: buildRunSummary({ series: [{ name: 'GET /x' }] }), verdict: { checks: [] } })],
];

function lint(text: string): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(findTool('prometheus'), ['check', 'metrics'], { input: text, encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

for (const [what, report] of REPORTS) {
  test(`promtool finds nothing in metrics.prom: ${what}`, () => {
    assert.deepEqual(lint(renderMetrics(report)), { status: 0, said: '' });
  });
}

for (const [what, from, to, found] of [
  ['a family without its help', /^# HELP load_gate_verdict .*\n/m, '', /no help text/],
  ['a quote that is not escaped', 'scenario="Shop"', 'scenario="Sh"op"', /error while linting/],
  ['a unit that is short for another', /load_gate_run_duration_seconds/g, 'load_gate_run_duration_ms', /abbreviated units/],
] as const) {
  test(`promtool is asked the right question: it finds ${what}`, () => {
    const text = renderMetrics(buildShopReport());
    assert.notEqual(text.replace(from, to), text);
    const { status, said } = lint(text.replace(from, to));
    assert.notEqual(status, 0);
    assert.match(said, found);
  });
}

/** The samples of a query once the page has been read; fails with what Prometheus says of the page. */
async function query(address: string, expression: string): Promise<readonly Sample[]> {
  let problem: unknown = 'nobody answers';
  for (let attempt = 0; attempt < 150; attempt++) {
    try {
      const answer = (await (await fetch(`${address}/api/v1/query?query=${encodeURIComponent(expression)}`)).json()) as Answer;
      if (answer.data.result.length > 0) return answer.data.result;
      problem = await (await fetch(`${address}/api/v1/targets`)).text();
    } catch (error) {
      problem = error;
    }
    await sleep(200);
  }
  assert.fail(`no answer to ${expression}: ${String(problem)}`);
}

interface Sample {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: readonly [time: number, value: string];
}

interface Answer {
  readonly data: { readonly result: readonly Sample[] };
}

for (const [what, type] of [
  ['OpenMetrics', 'application/openmetrics-text; version=1.0.0; charset=utf-8'],
  ['the older text format', 'text/plain; version=0.0.4; charset=utf-8'],
] as const) {
  test(
    `a real Prometheus takes metrics.prom as ${what}, names as they were and values that are infinite`,
    { timeout: 60_000 },
    async () => {
      const text = renderMetrics(buildHostileReport());
      await using page = await serveHttp((_request, response) => response.setHeader('content-type', type).end(text));
      await using prometheus = await startPrometheus(`127.0.0.1:${page.port}`);
      const address = prometheus.url;
      const [verdict] = await query(address, 'load_gate_verdict == 1');
      assert.equal(verdict?.metric['state'], 'pass');
      const quantiles = await query(address, 'load_gate_latency_seconds');
      assert.deepEqual(
        new Map(quantiles.map(({ metric, value }) => [`${metric['quantile']} of ${metric['endpoint']}`, value[1]])),
        new Map(
          ['0.5', '0.9', '0.95', '0.99', '0.999'].map((quantile) => [`${quantile} of ${HOSTILE}`, quantile === '0.5' ? '0.005' : '+Inf']),
        ),
      );
      const [up] = await query(address, 'up');
      assert.equal(up?.value[1], '1');
    },
  );
}
