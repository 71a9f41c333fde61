import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_REGRESSION_RULES } from '../../src/config/regression-rules.ts';
import { compareValues } from '../../src/report/compare-values.ts';
import { buildRunSummary, everySecond } from '../support/build-run-summary.ts';
import { buildSla } from '../support/build-sla.ts';

const AT = { file: 'load-gate.sla.yaml', line: 2, column: 3 };
const run = buildRunSummary({
  phases: [
    { name: 'warm-up', seconds: 2, warmup: true },
    { name: 'steady', seconds: 10 },
  ],
  series: [
    { name: 'GET /a', in: { 'warm-up': everySecond(2, { okMs: [900] }), steady: everySecond(10, { okMs: [110] }) } },
    { name: 'GET /lost', in: { steady: everySecond(10, { okMs: [20], timedOut: 1 }) } },
    { name: 'GET /dead', in: { steady: everySecond(10, { dropped: 5 }) } },
    { name: 'GET /never', selected: false },
  ],
});
const regression = {
  ...DEFAULT_REGRESSION_RULES,
  endpoints: [{ pattern: 'GET /l*', percentiles: [{ percentile: 50, tolerance: 0.5 }], errorRatio: undefined }],
};
const value = (endpoint: string, percentile: number, us: number) => ({ endpoint, percentile, us, at: AT });
/** Histograms hold three significant digits. */
const isAbout = (us: number | undefined, want: number): boolean => us !== undefined && Math.abs(us / want - 1) < 0.001;

test('Without values by hand there are no rows.', () => assert.deepEqual(compareValues(run, buildSla()), []));

test('Judged phases alone are compared, in the order of the file, at the tolerance of p95 where a percentile has none of its own.', () => {
  const baselineValues = [value('GET /a', 50, 105_000), value('GET /a', 95, 90_000)];
  const rows = compareValues(run, buildSla({ baselineValues, regression }));
  assert.deepEqual(
    rows.map(({ name, state, tolerance }) => [name, state, tolerance]),
    [
      ['GET /a p50', 'within', 0.1],
      ['GET /a p95', 'beyond', 0.1],
    ],
  );
  for (const row of rows) assert.ok('candidateUs' in row && isAbout(row.candidateUs, 110_000));
});

test('The tolerance of the endpoint counts where it has one.', () => {
  const [row] = compareValues(run, buildSla({ baselineValues: [value('GET /lost', 50, 15_000)], regression }));
  assert.deepEqual([row?.state, row?.tolerance], ['within', 0.5]);
});

test('A percentile among requests that never came back is beyond any value, with the bound that is known.', () => {
  const rows = compareValues(run, buildSla({ baselineValues: [value('GET /lost', 95, 1e9), value('GET /dead', 50, 1e9)], regression }));
  assert.deepEqual(
    rows.map((row) => [row.state, 'atLeastUs' in row && row.atLeastUs !== undefined]),
    [
      ['lost', true],
      ['lost', false],
    ],
  );
});

test('What was not measured is a row that says so, never one that is missing.', () => {
  const rows = compareValues(run, buildSla({ baselineValues: [value('GET /never', 95, 1), value('GET /unknown', 95, 1)] }));
  assert.deepEqual(
    rows.map(({ name, state }) => [name, state]),
    [
      ['GET /never p95', 'no-data'],
      ['GET /unknown p95', 'no-data'],
    ],
  );
});
