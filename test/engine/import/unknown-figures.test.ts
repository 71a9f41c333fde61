import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineUpEndpoints } from '../../../src/report/line-up-endpoints.ts';
import { renderHlog } from '../../../src/report/render-hlog.ts';
import { buildReport } from '../../support/build-report.ts';
import { buildRunSummary, everySecond } from '../../support/build-run-summary.ts';
import { statsCsv } from './locust-files.ts';
import { runImport, type ImportRun } from './run-import.ts';

const TIMES = { avg: 5, min: 1, med: 5, max: 9, 'p(95)': 8 };
const SUMMARY = { http_reqs: { count: 1_000, rate: 100 }, http_req_duration: TIMES, 'http_req_duration{name:login}': TIMES };
const WITH_FAILURES = { ...SUMMARY, http_req_failed: { passes: 0, fails: 1_000 } };
const LOG = renderHlog(
  buildReport({ run: buildRunSummary({ series: [{ name: 'GET /a', seconds: everySecond(10, { okMs: [10, 20] }) }] }) }),
);
const STATS = statsCsv([{ name: '/a', timesMs: Array.from({ length: 100 }, (_, place) => 1 + place), failed: 2 }]);
const HISTORY = 'Timestamp,User Count,Type,Name\r\n1767323045,25,,Aggregated\r\n';

interface Told {
  /** Of each endpoint and of all, as results.json has them. */
  readonly endpoints: Readonly<Record<string, readonly [attempts: number | null, failures: number | null]>>;
  /** Samples of metrics.prom: of requests and users, and the numbers that latencies are of. */
  readonly samples: readonly string[];
  /** Side by side with others: how many, and how many of them failed. */
  readonly figures: Readonly<Record<string, readonly [attempts: number | undefined, failures: string | undefined]>>;
}

function listTold({ report, files }: ImportRun): Told {
  assert.ok(report);
  const { endpoints } = JSON.parse(files.get('results.json') ?? '') as {
    endpoints: readonly { name: string; attempts: number | null; failures: number | null }[];
  };
  const samples = (files.get('metrics.prom') ?? '')
    .split('\n')
    .filter((line) => /^load_gate_(?:requests|peak_users|\w*_count)\b/.test(line));
  const figures = lineUpEndpoints([report.run]).map(({ name, inRuns: [inRun] }) => {
    assert.ok(inRun?.state === 'measured', `${name} was called`);
    return [name, [inRun.endpoint.attempts, inRun.figures[3]?.text]] as const;
  });
  return {
    endpoints: Object.fromEntries(endpoints.map(({ name, attempts, failures }) => [name, [attempts, failures]])),
    samples,
    figures: Object.fromEntries(figures),
  };
}

type Row = readonly [what: string, tool: 'locust' | 'k6' | 'hlog', files: Readonly<Record<string, string>>, told: Told];

const TABLE: readonly Row[] = [
  [
    'a log knows its values, and neither failures nor users',
    'hlog',
    { 'a.hlog': LOG },
    {
      endpoints: { 'GET /a': [20, null], total: [20, null] },
      samples: ['load_gate_latency_seconds_count{endpoint="GET /a"} 20', 'load_gate_run_latency_seconds_count 20'],
      figures: { 'GET /a': [20, '–'], total: [20, '–'] },
    },
  ],
  [
    'a summary without failures knows of no success, and names a request without a number',
    'k6',
    { 's.json': JSON.stringify({ metrics: SUMMARY }) },
    {
      endpoints: { login: [null, null], 'all requests': [1_000, null], total: [1_000, null] },
      samples: [],
      figures: { login: [undefined, '–'], 'all requests': [1_000, '–'], total: [1_000, '–'] },
    },
  ],
  [
    'a summary with failures knows of all together',
    'k6',
    { 's.json': JSON.stringify({ metrics: WITH_FAILURES }) },
    {
      endpoints: { login: [null, null], 'all requests': [1_000, 0], total: [1_000, 0] },
      samples: [
        'load_gate_requests{endpoint="all requests",outcome="ok"} 1000',
        'load_gate_requests{endpoint="all requests",outcome="failed"} 0',
        'load_gate_latency_seconds_count{endpoint="all requests"} 1000',
        'load_gate_run_latency_seconds_count 1000',
      ],
      figures: { login: [undefined, '–'], 'all requests': [1_000, '0 %'], total: [1_000, '0 %'] },
    },
  ],
  [
    'a table of Locust mixes the times of successes and failures, and does not tell timeouts apart',
    'locust',
    { 'a_stats.csv': STATS, 'a_stats_history.csv': HISTORY },
    {
      endpoints: { 'GET /a': [100, 2], total: [100, 2] },
      samples: [
        'load_gate_peak_users{phase="imported"} 25',
        'load_gate_requests{endpoint="GET /a",outcome="ok"} 98',
        'load_gate_requests{endpoint="GET /a",outcome="failed"} 2',
      ],
      figures: { 'GET /a': [100, '2 %'], total: [100, '2 %'] },
    },
  ],
];

for (const [what, tool, files, told] of TABLE) {
  test(`${tool}: ${what}; no figure is made up of that`, async (context) => {
    const run = await runImport(context, tool, { files, sla: 'total: { p50: 1h }\nmin_samples: 1\n' });
    assert.deepEqual(listTold(run), told);
    const page = run.files.get('report.html') ?? '';
    assert.equal(/\d of [\d,]+ failed</.test(page), told.endpoints['total']?.[1] !== null);
    assert.doesNotMatch(run.files.get('metrics.prom') ?? '', /intended start/);
  });
}
