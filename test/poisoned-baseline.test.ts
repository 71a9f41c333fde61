import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { History } from '../src/baseline/baseline-store.ts';
import { openFileStore } from '../src/baseline/open-file-store.ts';
import { DEFAULT_REGRESSION_RULES } from '../src/config/regression-rules.ts';
import { compareWithHistory } from '../src/gate-baseline.ts';
import type { RunSummary } from '../src/metrics/run-summary.ts';
import { describeNote, describeRegression } from '../src/verdict/regression/describe-regression.ts';
import type { RegressionResult } from '../src/verdict/regression/regression-result.ts';
import { readOrigin } from '../src/workspace/read-origin.ts';
import { burstOf, storeRuns, type StoredInput } from './support/build-stored-runs.ts';

const USUAL: readonly StoredInput[] = Array.from({ length: 8 }, (_, day) => ({ day }));

interface Stored {
  readonly history: History;
  /** In the order of the inputs. */
  readonly ids: readonly string[];
}

/** What a store gives back of these runs. */
async function storeAndRead(context: TestContext, inputs: readonly StoredInput[]): Promise<Stored> {
  const { folder, ids } = await storeRuns(context, inputs);
  return { history: await openFileStore(folder, 'default').list(), ids };
}

/** A job of three bursts against them; `edit` stands for what else is different about it. */
function compare({ history }: Stored, factor: number, edit: (run: RunSummary) => RunSummary = (run) => run): RegressionResult {
  const [first, ...further] = [0, 1, 2].map((number) => edit(burstOf(30, number, factor)));
  assert.ok(first);
  return compareWithHistory(first, further, { history, rules: DEFAULT_REGRESSION_RULES, origin: readOrigin({}) });
}

function wordsOf(result: RegressionResult): readonly string[] {
  return result.notes.map(describeNote);
}

function regressedOf(result: RegressionResult): readonly string[] {
  return result.state === 'decided' ? result.regressed : [result.state];
}

for (const factor of [4, 0.25]) {
  test(`one bad run, ${factor} times as slow, moves nothing, and is named`, async (context) => {
    const stored = await storeAndRead(context, [...USUAL.slice(0, 6), { day: 6, factor }, { day: 7 }]);
    assert.deepEqual(regressedOf(compare(stored, 1)), []);
    const slower = compare(stored, 1.5);
    assert.deepEqual(regressedOf(slower), ['GET /items p95']);
    const [words = '', ...others] = wordsOf(slower);
    assert.match(words, /^Too far from the other runs to count there: run \S+ in GET \/items p95 \([+−]\d+ %\)$/);
    assert.ok(words.includes(`run ${stored.ids[6]} in`) && words.includes(factor > 1 ? '(+' : '(−'), words);
    assert.deepEqual(others, []);
  });
}

test('a run that had regressed is no normal for the next that is as slow, until somebody accepts it', async (context) => {
  const stored = await storeAndRead(context, [...USUAL, { day: 8, state: 'regression', factor: 1.5 }]);
  const next = compare(stored, 1.5);
  assert.deepEqual(regressedOf(next), ['GET /items p95']);
  assert.deepEqual(wordsOf(next), [`Run ${stored.ids[8]} does not count: judged a regression, and not accepted yet`]);
  const alone = await storeAndRead(context, [{ day: 8, state: 'regression', factor: 1.5 }]);
  assert.equal(describeRegression(compare(alone, 1.5)), 'Regression: not judged; none of the 1 stored runs counts.');
});

test('a slow run that was stored as a pass does not become the normal either', async (context) => {
  // A look that was not confirmed, or a wide tolerance: two of them in the slower direction begin no new level.
  const stored = await storeAndRead(context, [...USUAL, { day: 8, factor: 1.5 }, { day: 9, factor: 1.5 }]);
  const next = compare(stored, 1.5);
  assert.deepEqual(regressedOf(next), ['GET /items p95']);
  assert.match(wordsOf(next).join(), new RegExp(`run ${stored.ids[9] ?? '?'} in GET /items p95 .*, run ${stored.ids[8] ?? '?'} in`));
});

test('a run whose measurement was not valid does not count, and it is said', async (context) => {
  const stored = await storeAndRead(context, [...USUAL, { day: 8, state: 'inconclusive', factor: 9 }]);
  const same = compare(stored, 1);
  assert.deepEqual(regressedOf(same), []);
  assert.deepEqual(wordsOf(same), [`Run ${stored.ids[8]} does not count: its measurement is not valid`]);
});

const MACHINES: readonly (readonly [what: string, machine: Partial<RunSummary['environment']>, words: readonly string[]])[] = [
  [
    'another CPU',
    { cpuModel: 'Slow CPU' },
    ["here 4 × Slow CPU (linux-x64), there 4 × Example CPU (linux-x64); a change may be the machine's"],
  ],
  ['fewer cores', { cores: 2 }, ["here 2 × Example CPU (linux-x64), there 4 × Example CPU (linux-x64); a change may be the machine's"]],
  ['another image of the same machine', { runnerImage: 'ubuntu24 20260301.1', node: 'v24.99.0', memoryBytes: 8e9 }, []],
  ['a machine that does not say what it is', { cpuModel: 'unknown' }, []],
  ['the same machine', {}, []],
];
for (const [what, machine, words] of MACHINES) {
  test(`a run on ${what} is compared all the same, and ${words.length > 0 ? 'it is said' : 'nothing is said'}`, async (context) => {
    const move = (run: RunSummary): RunSummary => ({ ...run, environment: { ...run.environment, ...machine } });
    const stored = await storeAndRead(context, USUAL);
    assert.deepEqual(regressedOf(compare(stored, 1.5, move)), ['GET /items p95']);
    assert.deepEqual(
      wordsOf(compare(stored, 1.5, move)),
      words.map((text) => `Measured on another machine than the baseline: ${text}`),
    );
  });
}

test('runs that do not count say nothing of their machine', async (context) => {
  const stored = await storeAndRead(context, [{ day: 1, state: 'regression' }]);
  const moved = compare(stored, 1, (run) => ({ ...run, environment: { ...run.environment, cpuModel: 'Slow CPU' } }));
  assert.deepEqual(wordsOf(moved), [`Run ${stored.ids[0]} does not count: judged a regression, and not accepted yet`]);
});

test('a renamed endpoint is new and gone, however slow it is, and the others are judged as before', async (context) => {
  const stored = await storeAndRead(context, USUAL);
  const [one] = burstOf(0, 0, 1).series;
  assert.ok(one);
  const rename = (run: RunSummary): RunSummary => ({ ...run, series: run.series.map((series) => ({ ...series, name: 'GET /things' })) });
  const renamed = compare(stored, 5, rename);
  assert.equal(
    describeRegression(renamed),
    'Regression: not judged; no latency has enough samples on both sides; longer phases or a higher rate give more.',
  );
  assert.deepEqual(wordsOf(renamed), ['New, and without a baseline: GET /things', 'In the baseline only, gone or renamed: GET /items']);
  const beside = (run: RunSummary): RunSummary => ({ ...run, series: [...run.series, ...rename(run).series] });
  const both = compare(stored, 1.5, beside);
  assert.deepEqual(regressedOf(both), ['GET /items p95']);
  assert.deepEqual(wordsOf(both), ['New, and without a baseline: GET /things']);
});
