import { renderComment } from '../../src/report/render-comment.ts';
import { renderSummaryMd } from '../../src/report/render-summary-md.ts';
import type { Report } from '../../src/report/report.ts';
import type { ComparedRow } from '../../src/verdict/regression/format-change.ts';
import { buildComparison, buildLiveReport, buildRegressionReport, buildRow, buildUngated, reasonsOf } from '../support/build-comparison.ts';
import { buildCheck, buildReport, buildShopReport, buildShopRun } from '../support/build-report.ts';
import { buildRunSummary, everySecond, type SecondInput } from '../support/build-run-summary.ts';

/** Everything that Markdown, HTML, Mermaid or GitHub's own filters could take for more than text. */
export const HOSTILE = [
  '</td></details><script>alert(1)</script><iframe src="//e.example"></iframe><img src=x onerror=alert(1)> | @octocat @org/team #12 GH-12 org/shop#3',
  '`x` [a](http://e.example) ![i](https://e.example/i.png) www.e.example a@e.example $x$ $$y$$ $`z`$ :tada: ~~s~~ <!-- --> \n\n# title\n```mermaid\ngraph',
  '---\n[^1] &lt;b&gt; &#64;octocat <a href="javascript:alert(1)">x</a> \u202e',
].join(' ');

const FRAME = {
  commit: 'abcdef0123456789abcdef0123456789abcdef01',
  reportUrl: 'https://github.com/org/shop/actions/runs/5/artifacts/9',
  runUrl: 'https://github.com/org/shop/actions/runs/5',
};

/** All that may be linked, in a comment alone. */
export const LINKS: readonly string[] = [`https://github.com/org/shop/commit/${FRAME.commit}`, FRAME.reportUrl, FRAME.runUrl];

/** A comment and a job summary of the same report. */
export interface Sample {
  readonly name: string;
  readonly comment: string;
  readonly summary: string;
  readonly report: Report;
}

/** One of each kind, from arithmetic: the same on every machine. */
export function buildSamples(): readonly Sample[] {
  const reports: readonly (readonly [name: string, report: Report])[] = [
    ['pass', buildPass()],
    ['breach', buildShopReport()],
    ['regression', buildRegressionReport()],
    ['live', buildLiveReport('simultaneous')],
    ['inconclusive', buildInconclusive()],
    ['forty', buildForty()],
    ['hostile', buildHostile()],
  ];
  return reports.map(([name, report]) => ({
    name,
    comment: renderComment(report, {
      ...FRAME,
      key: name === 'hostile' ? HOSTILE : 'ci / load / 20',
      ...(name === 'hostile' && { note: HOSTILE }),
    }),
    summary: renderSummaryMd(report),
    report,
  }));
}

function latencies(count: number, medianMs: number, second: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => medianMs * (0.6 + 0.9 * (((index * 7 + second * 3) % count) / count) ** 2));
}

/** A minute that slows down in the middle. */
function minute(count: number, medianMs: number): readonly SecondInput[] {
  return everySecond(60, (second) => ({ okMs: latencies(count, medianMs * (1 + Math.exp(-((second - 35) ** 2) / 40)), second) }));
}

function buildPass(): Report {
  const series = [
    { name: 'GET /health', seconds: minute(20, 4) },
    { name: 'GET /api/items?page=${page}', seconds: minute(20, 32) },
    { name: 'POST /api/orders', method: 'POST', seconds: minute(10, 110) },
  ];
  const checks = series.map(({ name }) => buildCheck({ name: `${name} p95`, series: name }));
  const rows = series.map(({ name }, index) =>
    buildRow('unchanged', {
      name: `${name} p95`,
      endpoint: name,
      values: { baseline: 30_000, candidate: 30_000 * (1.01 + index / 50), change: 0.01 + index / 50 },
    }),
  );
  const comparison = buildComparison(rows);
  const reasons = [`All ${checks.length} promises hold.`, ...reasonsOf(comparison.result)];
  const run = buildRunSummary({ phases: [{ name: 'steady', seconds: 60, model: 'open' }], series });
  return { ...buildReport({ run, verdict: { state: 'pass', reasons, checks } }), comparison };
}

function buildInconclusive(): Report {
  const { comparison } = { comparison: buildComparison([buildUngated('GET /health', 'the judged phases are shorter than 15 s')]) };
  const result = { state: 'not-judged', why: { reason: 'nothing-eligible' }, rows: comparison.result.rows, notes: [] } as const;
  const reasons = ['The load generator could not keep up: schedule lag p99 is 214 ms; at most 20 ms are allowed.', ...reasonsOf(result)];
  const run = buildRunSummary({ with: { ending: { state: 'cut-short', reason: 'SIGINT after 3 s' } } });
  const checks = [
    buildCheck({ state: 'no-data', reason: '10 samples; p95 needs 200.', samples: 10 }),
    buildCheck({ series: 'GET /items' }),
  ];
  return { ...buildReport({ run, verdict: { state: 'inconclusive', reasons, checks } }), comparison: { ...comparison, result } };
}

function buildForty(): Report {
  const names = Array.from(
    { length: 40 },
    (_, index) => `GET /api/v1/customers/\${customer_id}/documents/${index}?expand=owner,permissions,history`,
  );
  const checks = names.map((name, index) =>
    buildCheck({
      name: `${name} p95`,
      series: name,
      ...(index % 13 === 5 && { state: 'breached', observed: { value: 31_000 + index, text: '31.4 ms' } }),
    }),
  );
  const rows = names.map((name, index): ComparedRow => {
    const change = index % 17 === 4 ? 0.31 : (index - 20) / 400;
    const state = index % 17 === 4 ? 'regressed' : 'unchanged';
    return buildRow(state, { name: `${name} p95`, endpoint: name, values: { baseline: 12_300, candidate: 12_300 * (1 + change), change } });
  });
  const comparison = buildComparison(rows);
  const broken = checks.filter(({ state }) => state === 'breached');
  const reasons = [...broken.map(({ name }) => `${name} is 31.4 ms; the limit is 25 ms (3,000 samples).`), ...reasonsOf(comparison.result)];
  const run = buildRunSummary({
    phases: [{ name: 'steady', seconds: 20, model: 'open' }],
    series: names.map((name, index) => ({ name, seconds: everySecond(20, (second) => ({ okMs: latencies(5, 10 + index, second) })) })),
  });
  return { ...buildReport({ run, verdict: { state: 'breach', reasons, checks } }), comparison };
}

function buildHostile(): Report {
  const run = buildRunSummary({
    phases: [{ name: HOSTILE, seconds: 3 }],
    series: [{ name: HOSTILE, seconds: everySecond(3, { okMs: [5], failed: 1 }) }],
    with: {
      scenario: { name: HOSTILE, file: HOSTILE, hash: HOSTILE, profile: HOSTILE },
      target: HOSTILE,
      startedAt: HOSTILE,
      ending: { state: 'aborted', reason: HOSTILE },
      environment: { ...buildShopRun().environment, node: HOSTILE, platform: HOSTILE, cpuModel: HOSTILE, runnerImage: HOSTILE },
      imbalances: [HOSTILE],
      transport: { connectionsOpened: 1, requestsOnReusedConnections: 0, protocols: { [HOSTILE]: 1 } },
      slowRequests: [{ series: HOSTILE, atMs: 0, latencyUs: 1, traceId: HOSTILE }],
    },
  });
  const failing = run.series.map((series) => ({
    ...series,
    perPhase: series.perPhase.map((part) => ({
      ...part,
      failures: part.failures.map((failure) => ({ ...failure, reason: HOSTILE, sample: HOSTILE })),
    })),
  }));
  const notes = [{ kind: 'new-endpoints', names: [HOSTILE] }] as const;
  const rows = [buildRow('regressed', { name: HOSTILE, endpoint: HOSTILE }), buildUngated(HOSTILE, HOSTILE)];
  const comparison = { ...buildComparison(rows, notes), where: HOSTILE };
  const checks = [
    buildCheck({
      name: HOSTILE,
      series: HOSTILE,
      phase: HOSTILE,
      promise: HOSTILE,
      state: 'breached',
      observed: { text: HOSTILE, interval: { low: 1, high: 2, text: HOSTILE } },
    }),
    buildCheck({ name: `${HOSTILE}2`, series: HOSTILE, state: 'no-data', reason: HOSTILE, samples: 1 }),
  ];
  return {
    run: { ...run, series: failing },
    verdict: { state: 'breach', reasons: [HOSTILE, `about ${HOSTILE}`], checks },
    comparison,
    handRows: [{ name: HOSTILE, baselineUs: 1, tolerance: 0.1, state: 'no-data' }],
  };
}
