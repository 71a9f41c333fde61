import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_REGRESSION_RULES, type RegressionRules } from '../../../src/config/regression-rules.ts';
import type { RunSummary } from '../../../src/metrics/run-summary.ts';
import { compareLive } from '../../../src/verdict/regression/compare-live.ts';
import { describeRegression, describeRow } from '../../../src/verdict/regression/describe-regression.ts';
import { decideGauges, judgeLook, type Gauge } from '../../../src/verdict/regression/look-procedure.ts';
import type { RegressionResult, RegressionRow } from '../../../src/verdict/regression/regression-result.ts';
import { recordDistribution } from '../../support/build-run-summary.ts';
import { buildBurst, type EndpointInput } from './build-burst.ts';

const RULES = DEFAULT_REGRESSION_RULES;

/** Both sides at one or two looks; `seconds` of look 1, twice as many of look 2. */
function compare(
  baseline: readonly EndpointInput[],
  candidate: readonly EndpointInput[],
  { looks = 2, seconds = 60, rules = RULES }: { readonly looks?: 1 | 2; readonly seconds?: number; readonly rules?: RegressionRules } = {},
): RegressionResult {
  const look = (length: number, seed: number) => ({
    baseline: buildBurst(baseline, { seconds: length, seed }),
    candidate: buildBurst(candidate, { seconds: length, seed: seed + 1 }),
  });
  const first = look(seconds, 11);
  return compareLive({ first, second: looks === 1 ? [] : [look(2 * seconds, 21)], rules });
}

function rowOf(result: RegressionResult, name = 'GET /items p95'): RegressionRow {
  const row = result.rows.find((one) => one.name === name);
  assert.ok(row, `no row ${name}`);
  return row;
}

test('an unchanged deployment ends after look 1, and says what it could have seen', () => {
  const result = compare([{ ms: 40 }], [{ ms: 40 }], { looks: 1 });
  assert.equal(result.state, 'decided');
  const row = rowOf(result);
  assert.ok(row.state === 'unchanged' && row.detectable !== undefined && row.detectable > 0.1 && row.detectable < 0.3);
  assert.match(describeRegression(result), /^Regression: none; this run could see changes from \+\d+ %\.$/);
});

test('a slower one is suspect first, and a regression when fresh data confirm it', () => {
  const first = compare([{ ms: 40 }], [{ ms: 52 }], { looks: 1 });
  assert.ok(first.state === 'second-look');
  assert.deepEqual(first.suspects, ['GET /items p95']);
  const result = compare([{ ms: 40 }], [{ ms: 52 }]);
  assert.ok(result.state === 'decided' && result.looks === 2);
  assert.deepEqual(result.regressed, ['GET /items p95']);
  const row = rowOf(result);
  assert.ok(row.state === 'regressed' && Math.abs(row.values.change - 0.3) < 0.06);
  assert.ok(Math.abs(row.values.candidate / row.values.baseline - 1 - row.values.change) < 1e-9);
  assert.match(
    describeRow(row),
    /^GET \/items p95 \d+\.\d ms → \d+\.\d ms \(\+\d+ %, tolerance 10 %\); confirmed on fresh data; this run could see changes from \+\d+ %$/,
  );
});

test('what look 2 takes back is not confirmed', () => {
  const first = { baseline: buildBurst([{ ms: 40 }], { seed: 1 }), candidate: buildBurst([{ ms: 46 }], { seed: 2 }) };
  const second = {
    baseline: buildBurst([{ ms: 40 }], { seed: 3, seconds: 120 }),
    candidate: buildBurst([{ ms: 40 }], { seed: 4, seconds: 120 }),
  };
  const result = compareLive({ first, second: [second], rules: RULES });
  assert.ok(result.state === 'decided' && result.regressed.length === 0);
  assert.equal(rowOf(result).state, 'not-confirmed');
});

test('without confirmation one look decides', () => {
  const result = compare([{ ms: 40 }], [{ ms: 60 }], { looks: 1, rules: { ...RULES, confirm: false } });
  assert.ok(result.state === 'decided');
  assert.deepEqual(result.regressed, ['GET /items p95']);
});

test('a faster one is an improvement', () => {
  assert.equal(rowOf(compare([{ ms: 40 }], [{ ms: 28 }], { looks: 1 })).state, 'improved');
});

test('a change below min_change is no regression, however sure it is', () => {
  const result = compare([{ ms: 1 }], [{ ms: 1.4 }]);
  assert.ok(result.state === 'decided' && result.regressed.length === 0);
});

test('an endpoint of its own tolerance is judged by that', () => {
  const rules: RegressionRules = {
    ...RULES,
    endpoints: [{ pattern: 'GET /i*', percentiles: [{ percentile: 95, tolerance: 0.6 }], errorRatio: undefined }],
  };
  const result = compare([{ ms: 40 }], [{ ms: 52 }], { rules });
  assert.ok(result.state === 'decided' && result.regressed.length === 0);
});

test('more failures are a regression of the error rate, as a difference', () => {
  const result = compare([{ ms: 40 }], [{ ms: 40, failedPerSecond: 2 }]);
  assert.ok(result.state === 'decided');
  assert.deepEqual(result.regressed, ['GET /items error_rate']);
});

test('a deployment that only fails is a regression, although it has no latency', () => {
  const result = compare([{ ms: 40 }], [{ ms: 40, perSecond: 0, failedPerSecond: 50 }]);
  assert.ok(result.state === 'decided');
  assert.deepEqual(result.regressed, ['GET /items error_rate']);
  assert.equal(rowOf(result).state, 'not-eligible');
});

test('requests that never come back make the percentile worse, not better', () => {
  const result = compare([{ ms: 40 }], [{ ms: 20, timedOutPerSecond: 6 }]);
  assert.ok(result.state === 'decided');
  assert.ok(result.regressed.includes('GET /items p95'));
});

test('a percentile that falls among lost requests on both sides is not compared', () => {
  const result = compare([{ ms: 40, timedOutPerSecond: 10 }], [{ ms: 80, timedOutPerSecond: 10 }], { looks: 1 });
  const row = rowOf(result);
  assert.ok(row.state === 'not-eligible' && /lost requests on both sides/.test(row.reason));
});

const NOT_JUDGED: readonly (readonly [what: string, input: EndpointInput, seconds: number, reason: RegExp])[] = [
  ['too few samples', { ms: 40, perSecond: 5 }, 60, /only 15 samples beyond p95; 30 are needed/],
  ['one sample a second for 20 s', { ms: 40, perSecond: 1 }, 20, /only 1 samples? beyond p95/],
  ['ten seconds', { ms: 40, perSecond: 200 }, 10, /only 10 different seconds/],
  ['two seconds', { ms: 40, perSecond: 1_000 }, 2, /only 2 different seconds/],
  ['fourteen seconds', { ms: 40, perSecond: 100 }, 14, /shorter than 15 s/],
];
for (const [what, input, seconds, reason] of NOT_JUDGED) {
  test(`${what}: regression is not judged, and the first line says so`, () => {
    const result = compare([input], [input], { looks: 1, seconds });
    assert.ok(result.state === 'not-judged' && result.why.reason === 'nothing-eligible');
    const row = rowOf(result);
    assert.ok(row.state === 'not-eligible');
    assert.match(row.reason, reason);
    assert.match(describeRegression(result), /^Regression: not judged;/);
  });
}

test('empty bursts are not judged', () => {
  const empty = { phases: [], series: [], ending: { state: 'complete' } } as const;
  const result = compareLive({ first: { baseline: empty, candidate: empty }, second: [], rules: RULES });
  assert.ok(result.state === 'not-judged' && result.why.reason === 'baseline-failed');
});

test('constant latencies have no noise of their own, and the deployments have theirs', () => {
  const noise = (deploymentNoise: number): RegressionRules => ({ ...RULES, deploymentNoise });
  const constant = (us: number): Pick<RunSummary, 'phases' | 'series' | 'ending'> => {
    const burst = buildBurst([{ ms: 40 }]);
    const latency = recordDistribution(new Array<number>(50).fill(us));
    return {
      phases: burst.phases,
      ending: burst.ending,
      series: burst.series.map((one) => ({
        ...one,
        perPhase: one.perPhase.map((part) => ({ ...part, slices: part.slices.map((slice) => ({ ...slice, latency })) })),
      })),
    };
  };
  const same = { baseline: constant(40_000), candidate: constant(40_000) };
  const slow = { baseline: constant(40_000), candidate: constant(60_000) };
  assert.equal(rowOf(compareLive({ first: same, second: [], rules: noise(0) })).state, 'unchanged');
  const row = rowOf(compareLive({ first: same, second: [], rules: noise(0.02) }));
  assert.ok(row.state === 'unchanged' && Math.abs((row.looks[0]?.error ?? 0) - Math.SQRT2 * 0.02) < 1e-9);
  for (const tau of [0, 0.02]) {
    const result = compareLive({ first: slow, second: [slow], rules: noise(tau) });
    assert.ok(result.state === 'decided' && result.regressed.length === 1, `tau ${tau}`);
  }
});

test('endpoints of one side are named, and not compared', () => {
  const result = compare([{ ms: 40 }, { name: 'GET /old', ms: 10 }], [{ ms: 40 }, { name: 'GET /new', ms: 90 }], { looks: 1 });
  assert.deepEqual(result.notes, [
    { kind: 'new-endpoints', names: ['GET /new'] },
    { kind: 'gone-endpoints', names: ['GET /old'] },
  ]);
});

test('when all endpoints move by one factor it is said, and the verdict stays', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const result = compare(
    names.map((name) => ({ name, ms: 40 })),
    names.map((name) => ({ name, ms: 56 })),
  );
  assert.ok(result.state === 'decided' && result.regressed.length === 5);
  const [note] = result.notes;
  assert.ok(note?.kind === 'environment-moved' && note.of === 5 && Math.abs(note.factor - 1.4) < 0.1);
});

test('the same data have the same verdict, also after a JSON round trip', () => {
  const once = compare([{ ms: 40 }], [{ ms: 44 }]);
  const look = { baseline: buildBurst([{ ms: 40 }], { seed: 11 }), candidate: buildBurst([{ ms: 44 }], { seed: 12 }) };
  const copy = JSON.parse(JSON.stringify(look)) as typeof look;
  assert.deepEqual(compareLive({ first: look, second: [], rules: RULES }), compareLive({ first: copy, second: [], rules: RULES }));
  assert.deepEqual(once, compare([{ ms: 40 }], [{ ms: 44 }]));
});

test('what is not a number is a bug, never an unchanged metric', () => {
  const evidence = { change: Number.NaN, error: 0.1, degrees: 5, floor: 0 };
  assert.throws(() => judgeLook(evidence), RangeError);
  const gauge: Gauge = {
    first: evidence,
    both: undefined,
    tolerance: 0.1,
    halfTolerance: 0.05,
    least: 0,
    isWorthwhile: true,
    sharedDegrees: undefined,
  };
  assert.throws(() => decideGauges([gauge], 0.01, true), RangeError);
});

test('a suspect that look 2 did not measure stays undecided: that is no pass', () => {
  const first = { baseline: buildBurst([{ ms: 40 }], { seed: 1 }), candidate: buildBurst([{ ms: 60 }], { seed: 2 }) };
  const second = {
    baseline: buildBurst([{ name: 'other', ms: 40 }], { seed: 3 }),
    candidate: buildBurst([{ name: 'other', ms: 40 }], { seed: 4 }),
  };
  assert.equal(compareLive({ first, second: [second], rules: RULES }).state, 'second-look');
});

test('a suspect whose percentile is lost on both sides in look 2 stays undecided, too', () => {
  const first = { baseline: buildBurst([{ ms: 40 }], { seed: 1 }), candidate: buildBurst([{ ms: 60 }], { seed: 2 }) };
  const lost = [{ ms: 40, timedOutPerSecond: 20 }];
  const second = { baseline: buildBurst(lost, { seed: 3, seconds: 120 }), candidate: buildBurst(lost, { seed: 4, seconds: 120 }) };
  assert.equal(compareLive({ first, second: [second], rules: RULES }).state, 'second-look');
});
