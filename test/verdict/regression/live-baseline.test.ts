import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_REGRESSION_RULES } from '../../../src/config/regression-rules.ts';
import type { RunSummary, Slice } from '../../../src/metrics/run-summary.ts';
import { compareLive, type LiveLook } from '../../../src/verdict/regression/compare-live.ts';
import { describeRegression } from '../../../src/verdict/regression/describe-regression.ts';
import { joinPairs } from '../../../src/verdict/regression/live-evidence.ts';
import type { RegressionResult, RegressionRow } from '../../../src/verdict/regression/regression-result.ts';
import { explainUnfitSide } from '../../../src/verdict/regression/explain-unfit-side.ts';
import { buildRunSummary, everySecond, type SecondInput } from '../../support/build-run-summary.ts';
import { buildBurst, type EndpointInput } from './build-burst.ts';

const RULES = DEFAULT_REGRESSION_RULES;
const SOUND: readonly EndpointInput[] = [{ ms: 40 }, { name: 'POST /orders', ms: 60 }];

/** A candidate that answers 50 requests a second. */
function lookAt(baseline: RunSummary, seed = 1): LiveLook {
  return { candidate: buildBurst(SOUND, { seed }), baseline };
}

function compare(baseline: RunSummary): RegressionResult {
  return compareLive({ first: lookAt(baseline), second: [], rules: RULES });
}

const dead = (input: Partial<EndpointInput>): RunSummary =>
  buildBurst(
    SOUND.map((one) => ({ ...one, perSecond: 0, ...input })),
    { seed: 2 },
  );
const mostlyFailing = (count: number): RunSummary =>
  buildBurst(
    SOUND.map((one, index) => (index < count ? { ...one, perSecond: 24, failedPerSecond: 26 } : one)),
    { seed: 2 },
  );
/** 50 requests a second; those of the seconds from `from` to before `to` fail, or never come back. */
const downFrom = (from: number, to: number, how: 'failed' | 'timedOut'): RunSummary =>
  buildRunSummary({
    phases: [{ name: 'steady', seconds: 60, model: 'open' }],
    series: SOUND.map(({ name = 'GET /items', ms }) => ({
      name,
      seconds: everySecond(60, (second): SecondInput =>
        second < from || second >= to ? { okMs: Array.from({ length: 50 }, (_, index) => ms * (0.8 + index / 100)) } : { [how]: 50 },
      ),
    })),
  });
const ended = (ending: RunSummary['ending']): RunSummary => ({ ...buildBurst(SOUND, { seed: 2 }), ending });

const UNFIT: readonly (readonly [what: string, baseline: RunSummary, words: RegExp])[] = [
  ['refuses every request', dead({ failedPerSecond: 50 }), /not one of its 6,000 requests succeeded/],
  ['answers none', dead({ timedOutPerSecond: 50 }), /not one of its 6,000 requests succeeded/],
  ['was sent nothing', dead({}), /no request was made to it/],
  ['fails most of each endpoint', mostlyFailing(2), /GET \/items: 52 % of the baseline's requests failed/],
  ['died half-way', downFrom(36, 60, 'failed'), /it was down: 500 requests failed in 5 s or more without a success/],
  ['hung near the end', downFrom(55, 60, 'timedOut'), /it was down: 500 requests failed in 5 s or more without a success/],
  ['was down in the middle', downFrom(20, 26, 'failed'), /it was down: 500 requests/],
  ['was cut short', ended({ state: 'cut-short', reason: 'Ctrl-C.' }), /its burst was cut short: Ctrl-C\)/],
  ['was aborted', ended({ state: 'aborted', reason: 'p99: 2s' }), /its burst was aborted: p99: 2s\)/],
  [
    'never reached a phase',
    buildRunSummary({
      phases: [
        { name: 'steady', seconds: 60, model: 'open' },
        { name: 'peak', seconds: 60, model: 'open', neverBegan: true },
      ],
    }),
    /its phase peak never began/,
  ],
  ['has other endpoints alone', buildBurst([{ name: 'GET /old', ms: 40 }], { seed: 2 }), /no endpoint was reached on both sides/],
];
for (const [what, baseline, words] of UNFIT) {
  test(`a baseline that ${what} is not compared with, and nothing is an improvement`, () => {
    const result = compare(baseline);
    assert.ok(result.state === 'not-judged' && result.why.reason === 'baseline-failed', result.state);
    assert.match(describeRegression(result), /^Regression: not judged; the baseline did not answer soundly \(/);
    assert.match(describeRegression(result), words);
    assert.ok(result.rows.every(({ state }) => state === 'not-eligible'));
  });
  test(`a baseline that ${what} in the second look alone leaves nothing decided`, () => {
    const first = { candidate: buildBurst([{ ms: 90 }]), baseline: buildBurst([{ ms: 40 }], { seed: 2 }) };
    const sound = { candidate: buildBurst([{ ms: 90 }], { seed: 3 }), baseline: buildBurst([{ ms: 40 }], { seed: 4 }) };
    const result = compareLive({ first, second: [sound, { ...sound, baseline }], rules: RULES });
    assert.ok(result.state === 'not-judged' || result.state === 'second-look', result.state);
  });
}

test('one endpoint that fails mostly on the baseline is told and not gated, and the others are', () => {
  const result = compare(mostlyFailing(1));
  assert.equal(result.state, 'decided');
  const states = result.rows.map((row) => [row.name, row.state === 'not-eligible' ? row.reason : row.state]);
  assert.deepEqual(states, [
    ['GET /items p95', "52 % of the baseline's requests failed"],
    ['GET /items error_rate', "52 % of the baseline's requests failed"],
    ['POST /orders p95', 'unchanged'],
    ['POST /orders error_rate', 'unchanged'],
  ]);
});

test('a baseline that was down for less than 5 s is compared with', () => {
  assert.notEqual(compare(downFrom(20, 24, 'failed')).state, 'not-judged');
});

test('a baseline at a low rate, with few failures between its answers, was not down', () => {
  const rare = buildRunSummary({
    phases: [{ name: 'steady', seconds: 60, model: 'open' }],
    series: [
      {
        name: 'GET /items',
        seconds: everySecond(60, (second): SecondInput => (second % 10 === 0 ? { okMs: [40] } : { failed: second % 2 })),
      },
    ],
  });
  assert.equal(explainUnfitSide(rare), undefined);
});

test('a baseline that has too few samples because it failed is no run that was too short, unless the candidate failed as much', () => {
  // 20 s × 30/s: p95 has the 30 samples beyond it that it needs, and not one to spare.
  const flaky = (seed: number, failedPerSecond: number): RunSummary =>
    buildBurst([{ ms: 40, perSecond: 30 - failedPerSecond, failedPerSecond }], { seconds: 20, seed });
  const judge = (candidate: number, baseline: number): RegressionResult =>
    compareLive({ first: { candidate: flaky(1, candidate), baseline: flaky(2, baseline) }, second: [], rules: RULES });
  const why = (result: RegressionResult): string | undefined => (result.state === 'not-judged' ? result.why.reason : undefined);
  assert.deepEqual(
    [judge(0, 0), judge(0, 10), judge(10, 10)].map((result) => why(result) ?? result.state),
    ['decided', 'baseline-failed', 'nothing-eligible'],
  );
});

test('half of the requests may fail, and then both error rates are compared', () => {
  const result = compare(
    buildBurst(
      [
        { ms: 40, perSecond: 25, failedPerSecond: 25 },
        { name: 'POST /orders', ms: 60 },
      ],
      { seed: 2 },
    ),
  );
  assert.equal(result.rows.find(({ name }) => name === 'GET /items error_rate')?.state, 'improved');
});

test('a candidate of which nothing succeeds is a regression of its error rate, however healthy the baseline', () => {
  const look = (seed: number): LiveLook => ({
    candidate: buildBurst([{ ms: 40, perSecond: 0, failedPerSecond: 50 }], { seed }),
    baseline: buildBurst([{ ms: 40 }], { seed: seed + 1 }),
  });
  const result = compareLive({ first: look(1), second: [look(3), look(5)], rules: RULES });
  assert.ok(result.state === 'decided');
  assert.deepEqual(result.regressed, ['GET /items error_rate']);
  assert.equal(result.rows.find(({ name }) => name === 'GET /items p95')?.state, 'not-eligible');
});

test('noisier deployments need more of a change', () => {
  const pair = (seed: number): LiveLook => ({
    candidate: buildBurst([{ ms: 50 }], { seed }),
    baseline: buildBurst([{ ms: 40 }], { seed: seed + 1 }),
  });
  const judge = (deploymentNoise: number): RegressionResult =>
    compareLive({ first: pair(1), second: [pair(3), pair(5)], rules: { ...RULES, deploymentNoise } });
  const reach = (result: RegressionResult): number => {
    const row = result.rows[0] as Extract<RegressionRow, { detectable: unknown }>;
    return row.detectable ?? Number.POSITIVE_INFINITY;
  };
  const [quiet, noisy] = [judge(0.01), judge(0.15)];
  assert.ok(quiet.state === 'decided' && quiet.regressed.length === 1);
  assert.ok(noisy.state === 'decided' && noisy.regressed.length === 0);
  assert.ok(reach(quiet) < reach(noisy));
});

test('two bursts of the second look count as one of twice the length', () => {
  const pair = (seed: number, seconds = 60): LiveLook => ({
    candidate: buildBurst([{ ms: 50 }], { seed, seconds }),
    baseline: buildBurst([{ ms: 40 }], { seed: seed + 1, seconds }),
  });
  const result = compareLive({ first: pair(1), second: [pair(3), pair(5)], rules: RULES });
  const row = result.rows.find(({ name }) => name === 'GET /items p95');
  assert.ok(row?.state === 'regressed');
  assert.deepEqual(row.samples, { baseline: 9_000, candidate: 9_000 });
  assert.deepEqual(
    row.looks.map(({ degrees }) => Math.round(degrees) > 11),
    [true, true],
  );
});

test('joined bursts keep the moments of both sides together, wherever each begins and ends', () => {
  const slices = (...seconds: readonly number[]): readonly Slice[] =>
    seconds.map((second) => ({
      second,
      ok: 1,
      failed: 0,
      censored: 0,
      latency: { count: 0, lowestUs: 0, highestUs: 0, sumUs: 0, buckets: [], counts: [] },
    }));
  const joined = joinPairs([
    { baseline: slices(10, 11, 12), candidate: slices(11, 12, 13, 14) },
    { baseline: [], candidate: [] },
    { baseline: slices(12, 13), candidate: slices(10, 11) },
    { baseline: slices(5), candidate: [] },
  ]);
  assert.deepEqual(
    [joined.baseline, joined.candidate].map((side) => side.map(({ second }) => second)),
    [
      [0, 1, 2, 7, 8, 9],
      [1, 2, 3, 4, 5, 6],
    ],
  );
});
