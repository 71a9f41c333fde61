import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareValue, describeValue } from '../../../src/verdict/regression/compare-baseline-values.ts';
import { describeNote, describeRegression, describeRow } from '../../../src/verdict/regression/describe-regression.ts';
import type { RegressionNote, RegressionResult, RegressionRow } from '../../../src/verdict/regression/regression-result.ts';

const HEAD = {
  name: 'POST /orders p95',
  endpoint: 'POST /orders',
  metric: { kind: 'percentile', percentile: 95 },
  tolerance: 0.1,
  samples: { baseline: 9_000, candidate: 9_000 },
} as const;
const LOOK = { change: 0.234, error: 0.04, degrees: 30, p: 0.0001 };
const VALUES = { baseline: 212_000, candidate: 268_000, change: 268 / 212 - 1 };

type JudgedRow = Exclude<RegressionRow, { readonly state: 'not-eligible' }>;

function row(state: JudgedRow['state'], parts: Partial<JudgedRow> = {}): RegressionRow {
  return { ...HEAD, values: VALUES, looks: [LOOK, LOOK], detectable: 0.14, ...parts, state };
}

const ROWS: readonly (readonly [row: RegressionRow, text: string])[] = [
  [
    row('regressed'),
    'POST /orders p95 212 ms → 268 ms (+26 %, tolerance 10 %); confirmed on fresh data; this run could see changes from +14 %',
  ],
  [
    row('regressed', { looks: [LOOK] }),
    'POST /orders p95 212 ms → 268 ms (+26 %, tolerance 10 %); decided by one look; this run could see changes from +14 %',
  ],
  [
    row('not-confirmed'),
    'POST /orders p95 212 ms → 268 ms (+26 %, tolerance 10 %); looked slower at first, and was not confirmed on fresh data; this run could see changes from +14 %',
  ],
  [
    row('unchanged', { values: { baseline: 212_000, candidate: 203_000, change: 203 / 212 - 1 }, detectable: undefined }),
    'POST /orders p95 212 ms → 203 ms (−4.2 %, tolerance 10 %); this run was too short or too noisy to see any change up to tenfold',
  ],
  [
    row('regressed', {
      name: 'GET /x error_rate',
      metric: { kind: 'error-ratio' },
      tolerance: 0.005,
      values: { baseline: 0.001, candidate: 0.021, change: 0.02 },
      detectable: 0.008,
    }),
    'GET /x error_rate 0.1 % → 2.1 % (+2 points, tolerance 0.5 points); confirmed on fresh data; this run could see changes from +0.8 points',
  ],
  [
    row('regressed', {
      name: 'total throughput',
      metric: { kind: 'throughput' },
      values: { baseline: 500, candidate: 400, change: -0.2 },
      detectable: 0.12,
    }),
    'total throughput 500/s → 400/s (−20 %, tolerance 10 %); confirmed on fresh data; this run could see changes from −12 %',
  ],
  [
    { ...HEAD, state: 'not-eligible', reason: 'the candidate has no samples' },
    'POST /orders p95 is reported, not gated: the candidate has no samples',
  ],
];
for (const [one, text] of ROWS) test(`a row reads: ${text}`, () => assert.equal(describeRow(one), text));

const REGRESSED = row('regressed');
const RESULTS: readonly (readonly [result: RegressionResult, text: string])[] = [
  [{ state: 'decided', regressed: [REGRESSED.name], looks: 2, rows: [REGRESSED], notes: [] }, `Regression: ${describeRow(REGRESSED)}.`],
  [
    { state: 'decided', regressed: [], looks: 1, rows: [row('unchanged')], notes: [] },
    'Regression: none; this run could see changes from +14 %.',
  ],
  [
    {
      state: 'decided',
      regressed: [],
      looks: 1,
      rows: [row('unchanged'), row('unchanged', { detectable: 0.31 }), { ...HEAD, state: 'not-eligible', reason: 'x' }],
      notes: [],
    },
    'Regression: none; this run could see changes from +14 % (the quietest metric) or +31 % (the noisiest); 1 metric was not gated.',
  ],
  [
    { state: 'second-look', suspects: ['a p95', 'b p95'], rows: [], notes: [] },
    'Regression: not decided; a p95, b p95 need a second look at fresh data.',
  ],
  [
    { state: 'not-judged', why: { reason: 'none-admitted', stored: 3 }, rows: [], notes: [] },
    'Regression: not judged; none of the 3 stored runs counts.',
  ],
  [
    { state: 'not-judged', why: { reason: 'not-comparable', differences: ['another scenario'] }, rows: [], notes: [] },
    'Regression: not judged; the baseline is not comparable (another scenario).',
  ],
  [
    { state: 'not-judged', why: { reason: 'nothing-eligible' }, rows: [], notes: [] },
    'Regression: not judged; no latency has enough samples on both sides; longer phases or a higher rate give more.',
  ],
];
for (const [result, text] of RESULTS) test(`the first line reads: ${text}`, () => assert.equal(describeRegression(result), text));

const NOTES: readonly (readonly [note: RegressionNote, text: string])[] = [
  [
    { kind: 'environment-moved', factor: 1.31, moved: 9, of: 10 },
    'The whole environment moved: 9 of 10 endpoints changed by about +31 %; the verdict stays',
  ],
  [
    { kind: 'creep', name: 'GET /a p95', change: 0.18 },
    'GET /a p95 has crept +18 % away from its anchor, in steps too small to fail a build',
  ],
  [
    { kind: 'level-shift', name: 'GET /a p95', from: 'run-7', change: -0.4 },
    'GET /a p95 has had a new level since run run-7 (−40 %); older runs no longer count',
  ],
  [
    {
      kind: 'outliers',
      runs: [
        { id: 'run-9', name: 'GET /a p95', change: 2.04, more: 2 },
        { id: 'run-4', name: 'GET /b p95', change: -0.4, more: 0 },
      ],
    },
    'Too far from the other runs to count there: run run-9 in GET /a p95 (+204 %) and 2 more rows, run run-4 in GET /b p95 (−40 %)',
  ],
  [
    { kind: 'other-machine', own: '2 × A (linux-x64)', stored: ['4 × B (linux-x64)', '4 × C (linux-x64)', '8 × D (linux-x64)'], more: 1 },
    "Measured on another machine than the baseline: here 2 × A (linux-x64), there 4 × B (linux-x64), 4 × C (linux-x64), 8 × D (linux-x64) and 1 more kind; a change may be the machine's",
  ],
  [{ kind: 'gone-endpoints', names: ['a', 'b', 'c', 'd', 'e', 'f'] }, 'In the baseline only, gone or renamed: a, b, c, d, e and 1 more'],
];
for (const [note, text] of NOTES) test(`a remark reads: ${text}`, () => assert.equal(describeNote(note), text));

test('a hand-written baseline is compared plainly, and says that it knows no noise', () => {
  const value = { endpoint: 'POST /v1/messages', percentile: 95, us: 120_000 };
  const equal = compareValue(value, 132_000, 0.1);
  assert.ok(equal?.state === 'within');
  assert.equal(describeValue(equal), 'POST /v1/messages p95 120 ms → 132 ms (by hand, no noise model)');
  assert.equal(compareValue(value, 132_001, 0.1)?.state, 'beyond');
  assert.equal(compareValue(value, undefined, 0.1), undefined);
  assert.throws(() => compareValue({ ...value, us: 0 }, 1, 0.1), RangeError);
});
