import type { ComparedRow } from '../../src/verdict/regression/format-change.ts';
import type { Comparison, LiveBaseline, Report } from '../../src/report/report.ts';
import { describeNote, describeRegression } from '../../src/verdict/regression/describe-regression.ts';
import type { Look, RegressionNote, RegressionResult, RegressionRow } from '../../src/verdict/regression/regression-result.ts';
import { buildCheck, buildShopRun } from './build-report.ts';

/** The look that a change comes from, with a standard error of 4 %; of error ratios 0.3 points. */
function lookAt({ metric, values }: Pick<ComparedRow, 'metric' | 'values'>): Look {
  const isRatio = metric.kind === 'error-ratio';
  const change = isRatio ? values.change : Math.log1p(values.change) * (metric.kind === 'throughput' ? -1 : 1);
  return { change, error: isRatio ? 0.003 : 0.04, degrees: 30, p: 0.0001 };
}

/** A compared row of `POST /orders p95`, 212 ms → 268 ms, unless told otherwise. */
export function buildRow(state: ComparedRow['state'], parts: Partial<ComparedRow> = {}): ComparedRow {
  const { metric = { kind: 'percentile', percentile: 95 }, values = { baseline: 212_000, candidate: 268_000, change: 268 / 212 - 1 } } =
    parts;
  const look = lookAt({ metric, values });
  return {
    name: 'POST /orders p95',
    endpoint: 'POST /orders',
    metric,
    tolerance: 0.1,
    samples: { baseline: 9_000, candidate: 9_000 },
    values,
    looks: [look, look],
    detectable: 0.14,
    ...parts,
    state,
  };
}

/** A row that was not gated. */
export function buildUngated(endpoint: string, reason: string): RegressionRow {
  const metric = { kind: 'percentile', percentile: 95 } as const;
  const samples = { baseline: 9_000, candidate: 0 };
  return { name: `${endpoint} p95`, endpoint, metric, tolerance: 0.1, samples, state: 'not-eligible', reason };
}

/** A decided comparison of these rows with twelve runs in `file:history`. */
export function buildComparison(rows: readonly RegressionRow[], notes: readonly RegressionNote[] = []): Comparison {
  const regressed = rows.filter(({ state }) => state === 'regressed').map(({ name }) => name);
  return { kind: 'stored', where: 'file:history', runs: 12, result: { state: 'decided', regressed, looks: 2, rows, notes }, at: AT };
}

const AT = { file: 'sla/shop.sla.yaml', line: 9, column: 1 };

/** What `decide` says of a comparison. */
export function reasonsOf(result: RegressionResult): readonly string[] {
  return [describeRegression(result), ...result.notes.map((note) => `${describeNote(note)}.`)];
}

/** A regression of the shop: a row in every state, many without a change, two that were not gated, remarks of every kind, values by hand. */
export function buildRegressionReport(): Report {
  const comparison = buildComparison([...unchangedRows(9), ...CHANGED_ROWS, ...UNGATED_ROWS], NOTES);
  return {
    run: buildShopRun(),
    verdict: { state: 'regression', reasons: reasonsOf(comparison.result), checks: [buildCheck()] },
    comparison,
    handRows: [
      { name: 'GET /health p95', baselineUs: 5_000, candidateUs: 5_400, change: 0.08, tolerance: 0.1, state: 'within' },
      { name: 'order done p95', baselineUs: 500_000, candidateUs: 812_500, change: 0.625, tolerance: 0.1, state: 'beyond' },
      { name: 'POST /api/orders p99', baselineUs: 200_000, tolerance: 0.1, state: 'lost', atLeastUs: 2_104_000 },
      { name: 'DELETE /api/orders/${id} p95', baselineUs: 20_000, tolerance: 0.1, state: 'no-data' },
    ],
  };
}

/** A regression of the shop against another target, at the same time or by turns; one endpoint was broken there. */
export function buildLiveReport(interleave: LiveBaseline['interleave']): Report {
  const rows = [...unchangedRows(2), buildRow('regressed'), buildUngated('GET /rare', "52 % of the baseline's requests failed")];
  const { result } = buildComparison(rows, [{ kind: 'gone-endpoints', names: ['GET /old'] }]);
  return {
    run: buildShopRun(),
    verdict: { state: 'regression', reasons: reasonsOf(result), checks: [buildCheck()] },
    comparison: { kind: 'live', where: 'https://old.example', interleave, result, at: AT },
  };
}

function unchangedRows(count: number): readonly RegressionRow[] {
  return Array.from({ length: count }, (_, index) => {
    const change = (index - 4) / 100;
    const name = `GET /items/${index}`;
    const values = { baseline: 30_000, candidate: 30_000 * (1 + change), change };
    return buildRow('unchanged', { name: `${name} p95`, endpoint: name, values, detectable: 0.1 + index / 100 });
  });
}

const CHANGED_ROWS: readonly RegressionRow[] = [
  buildRow('improved', {
    name: 'GET /api/items?page=${page} p95',
    endpoint: 'GET /api/items?page=${page}',
    values: { baseline: 60_000, candidate: 45_300, change: -0.245 },
  }),
  buildRow('not-confirmed', {
    name: 'GET /health p95',
    endpoint: 'GET /health',
    values: { baseline: 5_000, candidate: 5_450, change: 0.09 },
    detectable: undefined,
  }),
  buildRow('suspect', { name: 'order done p95', endpoint: 'order done', values: { baseline: 700_000, candidate: 812_500, change: 0.161 } }),
  buildRow('regressed', {
    name: 'total throughput',
    endpoint: 'total',
    metric: { kind: 'throughput' },
    values: { baseline: 500, candidate: 400, change: -0.2 },
    detectable: 0.12,
  }),
  buildRow('regressed', {
    name: 'POST /api/orders error_rate',
    endpoint: 'POST /api/orders',
    metric: { kind: 'error-ratio' },
    tolerance: 0.005,
    values: { baseline: 0.001, candidate: 0.021, change: 0.02 },
    detectable: 0.008,
  }),
];

const UNGATED_ROWS: readonly RegressionRow[] = [
  buildUngated('GET /rare', 'the candidate has no samples'),
  buildUngated('GET /rarer', 'the candidate has no samples'),
  buildUngated('GET /short', 'the judged phases are shorter than 15 s'),
];

const NOTES: readonly RegressionNote[] = [
  { kind: 'new-endpoints', names: ['GET /new'] },
  { kind: 'gone-endpoints', names: ['GET /old'] },
  { kind: 'environment-moved', factor: 1.31, moved: 9, of: 10 },
  { kind: 'creep', name: 'GET /items/0 p95', change: 0.18 },
  { kind: 'level-shift', name: 'GET /items/1 p95', from: 'run-7', change: -0.4 },
  {
    kind: 'left-out',
    runs: [
      ...Array.from({ length: 5 }, (_, index) => ({ id: `run-${index}`, reason: 'older than the newest 20 runs' })),
      { id: 'run-40', reason: 'judged a regression, and not accepted yet' },
    ],
  },
];
