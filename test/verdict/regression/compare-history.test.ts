import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_REGRESSION_RULES } from '../../../src/config/regression-rules.ts';
import type { Fingerprint } from '../../../src/metrics/build-fingerprint.ts';
import type { BaselineRun } from '../../../src/verdict/regression/baseline-run.ts';
import { compareHistory } from '../../../src/verdict/regression/compare-history.ts';
import { describeNote, describeRegression } from '../../../src/verdict/regression/describe-regression.ts';
import { estimateComponents, LOG_PRIOR, predictVariance } from '../../../src/verdict/regression/estimate-components.ts';
import { findCreep } from '../../../src/verdict/regression/find-creep.ts';
import { followLevel } from '../../../src/verdict/regression/follow-level.ts';
import type { RegressionResult } from '../../../src/verdict/regression/regression-result.ts';
import { fastRandom } from '../../sim/fast-random.ts';
import { buildBurst, type EndpointInput } from './build-burst.ts';

const FINGERPRINT: Fingerprint = { scenarioHash: 'a'.repeat(64), profile: 'steady', target: 'staging', major: 0 };

/** A stored run of two bursts; its jobs differ by ± 2 %, in turn. */
function stored(index: number, parts: Partial<BaselineRun> = {}, endpoint: EndpointInput = { ms: 40 }): BaselineRun {
  const ms = endpoint.ms * (1 + 0.02 * ((index % 3) - 1));
  return {
    id: `run-${index}`,
    startedAt: `2026-01-${String(index + 1).padStart(2, '0')}T00:00:00.000Z`,
    commit: String(index).padStart(40, '0'),
    fingerprint: FINGERPRINT,
    event: 'push',
    isDefaultBranch: true,
    isValid: true,
    isAccepted: true,
    isAcceptedByHand: false,
    bursts: [buildBurst([{ ...endpoint, ms }], { seed: 100 + index }), buildBurst([{ ...endpoint, ms }], { seed: 200 + index })],
    ...parts,
  };
}

function history(count: number): readonly BaselineRun[] {
  return Array.from({ length: count }, (_, index) => stored(index));
}

function compare(runs: readonly BaselineRun[], candidate: EndpointInput, looks: 1 | 2 = 2, fingerprint = FINGERPRINT): RegressionResult {
  const first = [buildBurst([candidate], { seed: 1 })];
  const second = [buildBurst([candidate], { seed: 2 }), buildBurst([candidate], { seed: 3 })];
  return compareHistory({ looks: looks === 1 ? [first] : [first, second], history: runs, fingerprint, rules: DEFAULT_REGRESSION_RULES });
}

function regressedOf(result: RegressionResult): readonly string[] {
  assert.ok(result.state === 'decided', result.state);
  return result.regressed;
}

test('the first run ever has no baseline, which is not a failure and not a pass', () => {
  const result = compare([], { ms: 40 }, 1);
  assert.ok(result.state === 'not-judged' && result.why.reason === 'no-baseline');
  assert.equal(describeRegression(result), 'Regression: not judged; there is no baseline yet.');
});

test('the same speed is unchanged, half as fast again is a regression', () => {
  assert.deepEqual(regressedOf(compare(history(10), { ms: 40 })), []);
  assert.equal(compare(history(10), { ms: 60 }, 1).state, 'second-look');
  assert.deepEqual(regressedOf(compare(history(10), { ms: 60 })), ['GET /items p95']);
});

test('one stored run is enough to begin with, and says how little it sees; more see more', () => {
  const reach = [1, 5, 20].map((count) => {
    const row = compare(history(count), { ms: 40 }, 1).rows.find(({ name }) => name === 'GET /items p95');
    assert.ok(row && row.state !== 'not-eligible' && row.detectable !== undefined);
    return row.detectable;
  });
  const [one = 0, five = 0, twenty = 0] = reach;
  assert.ok(one > five && five > twenty && twenty > 0.1, reach.join(' '));
});

const REFUSED: readonly (readonly [what: string, parts: Partial<BaselineRun>, reason: string])[] = [
  ['of a pull request', { isDefaultBranch: false }, 'not from the default branch'],
  ['that was started by hand', { event: 'workflow_dispatch' }, 'started by workflow_dispatch, not by a push or a schedule'],
  ['whose measurement is invalid', { isValid: false }, 'its measurement is not valid'],
  ['that was judged a regression', { isAccepted: false }, 'judged a regression, and not accepted yet'],
  ['without a measurement', { bursts: [] }, 'holds no measurement'],
  ['of another scenario', { fingerprint: { ...FINGERPRINT, scenarioHash: 'b'.repeat(64) } }, 'not comparable: another scenario'],
  ['of another profile', { fingerprint: { ...FINGERPRINT, profile: 'spike' } }, 'not comparable: profile spike instead of steady'],
];
for (const [what, parts, reason] of REFUSED) {
  test(`a run ${what} does not count, and the report says why`, () => {
    const bad = stored(9, parts, { ms: 400 });
    const result = compare([...history(9), bad], { ms: 60 });
    assert.deepEqual(regressedOf(result), ['GET /items p95']);
    const note = result.notes.find(({ kind }) => kind === 'left-out');
    assert.ok(note);
    assert.equal(describeNote(note), `Run run-9 does not count: ${reason}`);
    const alone = compare([bad], { ms: 40 }, 1);
    assert.ok(
      alone.state === 'not-judged' && alone.why.reason === (reason.startsWith('not comparable') ? 'not-comparable' : 'none-admitted'),
    );
  });
}

test('one bad run among the stored ones moves nothing, wherever it stands', () => {
  for (const place of [0, 4, 9]) {
    const runs = history(10).map((run, index) => (index === place ? stored(index, {}, { ms: 120 }) : run));
    assert.deepEqual(regressedOf(compare(runs, { ms: 60 })), ['GET /items p95'], `bad run at ${place}`);
  }
});

test('only the newest 20 runs count', () => {
  const result = compare(history(25), { ms: 40 }, 1);
  const note = result.notes.find(({ kind }) => kind === 'left-out');
  assert.ok(note?.kind === 'left-out' && note.runs.length === 5 && note.runs[0]?.reason === 'older than the newest 20 runs');
});

test('a renamed endpoint is new and gone, never a regression', () => {
  const result = compare(history(10), { name: 'GET /things', ms: 400 }, 1);
  assert.ok(result.state === 'not-judged');
  assert.deepEqual(result.notes.map(describeNote), [
    'New, and without a baseline: GET /things',
    'In the baseline only, gone or renamed: GET /items',
  ]);
});

test('more failures than the history ever had are a regression of the error rate', () => {
  assert.deepEqual(regressedOf(compare(history(10), { ms: 40, failedPerSecond: 2 })), ['GET /items error_rate']);
});

function points(values: readonly number[], byHand: readonly number[] = []) {
  return values.map((value, index) => ({ id: `run-${index}`, value, isAcceptedByHand: byHand.includes(index) }));
}

const CALM = [0, 0.02, -0.01, 0.01, -0.02, 0, 0.01];
const LEVELS: readonly (readonly [
  what: string,
  values: readonly number[],
  byHand: readonly number[],
  members: number,
  shiftFrom: string | undefined,
])[] = [
  ['calm', CALM, [], 7, undefined],
  ['one mishap, slower', [...CALM, 0.5, 0], [], 8, undefined],
  ['one mishap, faster', [...CALM, -0.5, 0], [], 8, undefined],
  ['two successive faster ones begin a new level', [...CALM, -0.5, -0.5], [], 2, 'run-7'],
  ['two successive slower ones do not', [...CALM, 0.5, 0.5], [], 7, undefined],
  ['a slower one that was accepted by hand does', [...CALM, 0.5, 0.51], [7], 2, 'run-7'],
  ['two faster ones with a calm one between them do not', [...CALM, -0.5, 0, -0.5], [], 8, undefined],
  ['an early mishap', [0.9, ...CALM], [], 7, undefined],
];
for (const [what, values, byHand, members, shiftFrom] of LEVELS) {
  test(`the level of a history: ${what}`, () => {
    const level = followLevel(points(values, byHand), 0.02);
    assert.equal(level.members.length, members);
    assert.equal(level.shift?.from.id, shiftFrom);
  });
}

test('variance components are recovered from a long history, and are the prior of a short one', () => {
  const random = fastRandom(4);
  const jobs = Array.from({ length: 4_000 }, () => {
    const job = 0.06 * random.normal();
    return [job + 0.03 * random.normal(), job + 0.03 * random.normal()];
  });
  const long = estimateComponents(jobs, LOG_PRIOR);
  assert.ok(long && Math.abs(Math.sqrt(long.jobVariance) - 0.06) < 0.004 && Math.abs(Math.sqrt(long.burstVariance) - 0.03) < 0.002);
  const short = estimateComponents([[1]], LOG_PRIOR);
  assert.ok(short);
  assert.deepEqual([short.degrees, Math.sqrt(short.jobVariance), Math.sqrt(short.burstVariance)], [4, 0.08, 0.04]);
  // SE² = s_job²(1 + 1/K) + s_burst²(1/n + 1/(K·n_b))
  assert.ok(Math.abs(predictVariance(short, 2).total - (0.0064 * 2 + 0.0016 * (1 / 2 + 1))) < 1e-12);
  assert.equal(estimateComponents([], LOG_PRIOR), undefined);
  assert.equal(estimateComponents([[]], LOG_PRIOR), undefined);
});

test('two per cent a merge over 15 merges is seen against the anchor, and an even history is not', () => {
  const random = fastRandom(6);
  const drift = (each: number) =>
    Array.from({ length: 25 }, (_, index) => ({
      values: [Math.max(0, index - 9) * Math.log1p(each) + 0.05 * random.normal()],
      isAcceptedByHand: false,
    }));
  assert.ok((findCreep(drift(0.02), Math.log1p(0.1), LOG_PRIOR) ?? 0) > 0.1);
  assert.equal(findCreep(drift(0), Math.log1p(0.1), LOG_PRIOR), undefined);
  assert.equal(findCreep(drift(0.02).slice(0, 12), Math.log1p(0.1), LOG_PRIOR), undefined);
});

function closedRun(index: number, perSecond: number): BaselineRun {
  const burst = (seed: number) => buildBurst([{ ms: 40, perSecond }], { seed, model: 'closed' });
  return stored(index, { bursts: [burst(300 + index), burst(400 + index)] });
}

function compareClosed(perSecond: number): RegressionResult {
  const runs = Array.from({ length: 12 }, (_, index) => closedRun(index, 48 + (index % 3)));
  const burst = (seed: number) => buildBurst([{ ms: 40, perSecond, failedPerSecond: perSecond === 0 ? 10 : 0 }], { seed, model: 'closed' });
  return compareHistory({
    looks: [[burst(1)], [burst(2), burst(3)]],
    history: runs,
    fingerprint: FINGERPRINT,
    rules: DEFAULT_REGRESSION_RULES,
  });
}

test('throughput is gated in closed phases: less is a regression, more an improvement', () => {
  const less = compareClosed(28).rows.find(({ name }) => name === 'total throughput');
  assert.ok(less?.state === 'regressed' && Math.abs(less.values.change - (28 / 49 - 1)) < 0.02);
  assert.equal(compareClosed(90).rows.find(({ name }) => name === 'total throughput')?.state, 'improved');
  assert.ok(compare(history(3), { ms: 40 }, 1).rows.every(({ metric }) => metric.kind !== 'throughput'));
});

test('a candidate without one success has no throughput, and fails by its errors', () => {
  const result = compareClosed(0);
  assert.equal(result.rows.find(({ name }) => name === 'total throughput')?.state, 'not-eligible');
  assert.deepEqual(regressedOf(result), ['GET /items error_rate']);
});
