import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_REGRESSION_RULES } from '../../../src/config/regression-rules.ts';
import type { Fingerprint } from '../../../src/metrics/build-fingerprint.ts';
import type { RunSummary } from '../../../src/metrics/run-summary.ts';
import type { BaselineRun } from '../../../src/verdict/regression/baseline-run.ts';
import { compareHistory } from '../../../src/verdict/regression/compare-history.ts';
import type { RegressionResult } from '../../../src/verdict/regression/regression-result.ts';
import { recordDistribution } from '../../support/build-run-summary.ts';
import { buildBurst, type EndpointInput } from './build-burst.ts';

const FINGERPRINT: Fingerprint = { scenarioHash: 'a'.repeat(64), profile: undefined, target: 'staging', major: 0 };

function stored(index: number, bursts: readonly RunSummary[]): BaselineRun {
  return {
    id: `run-${index}`,
    startedAt: `2026-01-${String(index + 1).padStart(2, '0')}T00:00:00.000Z`,
    commit: '0'.repeat(40),
    fingerprint: FINGERPRINT,
    event: 'push',
    isDefaultBranch: true,
    isValid: true,
    isAccepted: true,
    isAcceptedByHand: false,
    bursts,
  };
}

/** A candidate at three bursts against ten jobs of two bursts each. */
function compare(baseline: (seed: number) => RunSummary, candidate: (seed: number) => RunSummary): RegressionResult {
  const history = Array.from({ length: 10 }, (_, index) => stored(index, [baseline(100 + index), baseline(200 + index)]));
  const looks = [[candidate(1)], [candidate(2), candidate(3)]] as const;
  return compareHistory({ looks, history, fingerprint: FINGERPRINT, rules: DEFAULT_REGRESSION_RULES });
}

const burst =
  (endpoint: EndpointInput, seconds = 60) =>
  (seed: number): RunSummary =>
    buildBurst([endpoint], { seed, seconds });

/** Every latency of every burst the same. */
const constant =
  (us: number) =>
  (seed: number): RunSummary => {
    const run = buildBurst([{ ms: 40 }], { seed });
    const latency = recordDistribution(new Array<number>(50).fill(us));
    const series = run.series.map((one) => ({
      ...one,
      perPhase: one.perPhase.map((part) => ({ ...part, slices: part.slices.map((slice) => ({ ...slice, latency })) })),
    }));
    return { ...run, series };
  };

test('a history without any noise is compared with by what is assumed of noise, not by none', () => {
  const same = compare(constant(40_000), constant(40_000));
  const [row] = same.rows;
  assert.ok(same.state === 'decided' && same.regressed.length === 0);
  // Ten equal jobs of two equal bursts leave the prior (8 % between jobs, 4 % between bursts) the weight of 4 in 13 and 4 in 14 observations.
  const burstVariance = (4 * 0.04 ** 2) / 14;
  const jobVariance = (4 * 0.08 ** 2 - (9 * burstVariance) / 2) / 13;
  const error = Math.sqrt(jobVariance * 1.1 + burstVariance / 20 + burstVariance);
  assert.ok(row && row.state === 'unchanged' && Math.abs(row.values.change) < 1e-9);
  assert.ok(Math.abs((row.looks[0]?.error ?? 0) - error) < 1e-9);
  const slow = compare(constant(40_000), constant(60_000));
  assert.ok(slow.state === 'decided' && slow.regressed.length === 1);
});

const NOT_JUDGED: readonly (readonly [
  what: string,
  baseline: (seed: number) => RunSummary,
  candidate: (seed: number) => RunSummary,
  reason: RegExp,
])[] = [
  ['one sample', burst({ ms: 40 }), burst({ ms: 40, perSecond: 1 }, 1), /the candidate has only 0 samples beyond p95/],
  ['two slices', burst({ ms: 40 }), burst({ ms: 40, perSecond: 1_000 }, 2), /its samples beyond p95 in only 2 different seconds/],
  ['two slices on either side', burst({ ms: 40, perSecond: 1_000 }, 2), burst({ ms: 40, perSecond: 1_000 }, 2), /^$/],
];
for (const [what, baseline, candidate, reason] of NOT_JUDGED) {
  test(`${what} cannot be compared with a history, and that is no pass of the comparison`, () => {
    const result = compare(baseline, candidate);
    assert.ok(result.state === 'not-judged' && result.why.reason === 'nothing-eligible');
    const row = result.rows.find(({ metric }) => metric.kind === 'percentile');
    if (row) assert.match(row.state === 'not-eligible' ? row.reason : row.state, reason);
    else assert.equal(reason.source, '^$');
  });
}

test('a candidate that fails everything regresses by its errors; its latency is not measured', () => {
  const result = compare(burst({ ms: 40 }), burst({ ms: 40, perSecond: 0, failedPerSecond: 50 }));
  assert.ok(result.state === 'decided');
  assert.deepEqual(result.regressed, ['GET /items error_rate']);
  const lost = compare(burst({ ms: 40 }), burst({ ms: 40, perSecond: 0, timedOutPerSecond: 50 }));
  assert.ok(lost.state === 'decided' && lost.regressed.includes('GET /items error_rate'));
  assert.ok(lost.rows.every(({ state }) => state !== 'improved'));
});

test('a history that failed everything makes nobody look fast', () => {
  const result = compare(burst({ ms: 40, perSecond: 0, failedPerSecond: 50 }), burst({ ms: 40 }));
  assert.ok(result.rows.every(({ metric, state }) => metric.kind === 'error-ratio' || state === 'not-eligible'));
  assert.ok(result.state === 'not-judged');
});
