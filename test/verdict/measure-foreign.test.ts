import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Metric } from '../../src/config/sla.ts';
import { zeroRequests } from '../../src/metrics/counts.ts';
import { EMPTY_DISTRIBUTION } from '../../src/metrics/distribution.ts';
import type { EngineInfo } from '../../src/metrics/engine-info.ts';
import { Histogram } from '../../src/metrics/histogram.ts';
import type { StatedLatency } from '../../src/metrics/stated-latency.ts';
import { measureForeign } from '../../src/verdict/measure-foreign.ts';
import type { Measurement } from '../../src/verdict/measure-metric.ts';
import { mergeSeriesPhases, type JudgedView } from '../../src/verdict/merge-series-phases.ts';
import { fastRandom } from '../sim/fast-random.ts';

const ENGINE: EngineInfo = {
  kind: 'import',
  tool: 'locust',
  format: 'The file',
  missing: [{ facets: ['statuses'], sentence: 'The file has no statuses' }],
};

interface Known {
  readonly ok: number;
  readonly failed?: number;
  readonly latencyUs?: readonly number[];
  readonly stated?: Partial<StatedLatency>;
}

function viewOf({ ok, failed = 0, latencyUs = [], stated }: Known): JudgedView {
  const histogram = new Histogram();
  for (const us of latencyUs) histogram.record(us);
  const latency = latencyUs.length === 0 ? EMPTY_DISTRIBUTION : histogram.toDistribution();
  const count = ok + failed;
  return {
    ...mergeSeriesPhases([], []),
    counts: { ...zeroRequests(), started: count, ok, failed },
    latency,
    stated: { of: 'all', count, percentiles: [], meanUs: undefined, minUs: undefined, maxUs: undefined, ...stated },
  };
}

const PERCENTILES = [50, 66, 75, 80, 90, 95, 98, 99, 99.9];

/** Figures as a tool computes them that takes the sample at the nearest rank. */
function stateFigures(sorted: readonly number[]): Partial<StatedLatency> {
  const at = (percentile: number): number => sorted[Math.max(1, Math.ceil((percentile / 100) * sorted.length)) - 1] ?? 0;
  return { percentiles: PERCENTILES.map((percentile) => ({ percentile, us: at(percentile) })), maxUs: sorted.at(-1) };
}

function measure(percentile: number, view: JudgedView, failuresLost: boolean): Measurement | undefined {
  const metric: Metric = { kind: 'percentile', span: 'latency', percentile };
  return measureForeign(metric, view, { minSamples: 1, failuresLost, engine: ENGINE });
}

type Fate = 'success' | 'failure' | 'timeout';

/** What our own judge would say of requests whose fates are known: undefined where the percentile falls among those that are lost. */
function judgeTruly(
  requests: readonly { readonly us: number; readonly fate: Fate }[],
  percentile: number,
  failuresLost: boolean,
): number | undefined {
  const good = requests
    .filter(({ fate }) => fate === 'success')
    .map(({ us }) => us)
    .toSorted((left, right) => left - right);
  const lost = requests.filter(({ fate }) => fate === 'timeout' || (fate === 'failure' && failuresLost)).length;
  return good[Math.max(1, Math.ceil((percentile / 100) * (good.length + lost) - 1e-9)) - 1];
}

for (const how of ['histogram', 'figures'] as const) {
  test(`whatever became of the requests, the true percentile is never above what the ${how} of all of them allow`, () => {
    const { uniform: random } = fastRandom(7);
    let bounded = 0;
    for (let round = 0; round < 400; round++) {
      const count = 200 + Math.floor(random() * 800);
      const share = [0.001, 0.01, 0.05, 0.3][round % 4] ?? 0;
      const shape = round % 3;
      const requests = Array.from({ length: count }, () => {
        const isBad = random() < share;
        const us = 1_000 * Math.ceil((isBad ? ([0.5, 60, 90][shape] ?? 1) : 20 + 80 * random() ** 4) + random());
        const fate: Fate = isBad ? (random() < 0.5 ? 'failure' : 'timeout') : 'success';
        return { us, fate };
      });
      const failed = requests.filter(({ fate }) => fate !== 'success').length;
      const sorted = requests.map(({ us }) => us).toSorted((left, right) => left - right);
      const view = viewOf({
        ok: count - failed,
        failed,
        ...(how === 'histogram' ? { latencyUs: sorted, stated: { maxUs: sorted.at(-1) } } : { stated: stateFigures(sorted) }),
      });
      for (const failuresLost of [false, true]) {
        for (const percentile of [50, 90, 95, 99, 100]) {
          const measured = measure(percentile, view, failuresLost);
          const truth = judgeTruly(requests, percentile, failuresLost);
          // What is stated as it stands is within the tolerance of its own definition.
          if (measured?.state !== 'between' || measured.high === undefined) continue;
          bounded++;
          assert.ok(truth !== undefined && truth <= measured.high, `p${percentile}: ${truth} of ${measured.low} to ${measured.high}`);
        }
      }
    }
    assert.ok(bounded > 100, `${bounded}`);
  });
}

/** 1,000 requests of 1 … 1,000 ms. */
const RAMP = Array.from({ length: 1_000 }, (_, place) => (place + 1) * 1_000);

const TABLE: readonly (readonly [
  what: string,
  percentile: number,
  failed: number,
  failuresLost: boolean,
  expected: Partial<Measurement>,
])[] = [
  ['no failures: the very figure', 95, 0, true, { state: 'measured', value: 950_000 }],
  ['a few failures that a budget charges: the very figure', 95, 5, false, { state: 'measured', value: 950_000 }],
  ['more of them: between', 95, 20, false, { state: 'between', low: 950_000, high: 980_000 }],
  ['so many that they may be all that is beyond: no upper bound', 95, 60, false, { state: 'between', low: 950_000, high: undefined }],
  ['one failure that nobody charges: between', 95, 1, true, { state: 'between', low: 950_000, high: 980_000 }],
  ['more failures than requests beyond it, that nobody charges: it falls among them', 95, 51, true, { state: 'censored' }],
  ['the highest with one failure has no upper bound', 100, 1, false, { state: 'between', low: 1_000_000, high: undefined }],
  ['a percentile that is not there', 97, 0, false, { state: 'no-data', reason: 'The file has no p97' }],
];

for (const [what, percentile, failed, failuresLost, expected] of TABLE) {
  test(what, () => {
    const measured = measure(percentile, viewOf({ ok: 1_000 - failed, failed, stated: stateFigures(RAMP) }), failuresLost);
    for (const [key, value] of Object.entries(expected))
      assert.deepEqual(measured?.[key as keyof Measurement], value, JSON.stringify(measured));
  });
}

test('figures of successes: timeouts rank behind them, and a percentile among these breaks every upper limit', () => {
  const view = (failed: number): JudgedView =>
    viewOf({ ok: 1_000, failed, stated: { ...stateFigures(RAMP), of: 'successes', count: 1_000 } });
  assert.equal(measure(95, view(100), true)?.state, 'censored');
  assert.deepEqual(measure(90, view(50), true), {
    state: 'between',
    low: 900_000,
    high: 950_000,
    samples: 1_050,
    reason: reasonOf(view(50)),
  });
  assert.equal(measure(95, view(2), false)?.state, 'measured');
});

function reasonOf(view: JudgedView): string {
  const result = measure(90, view, true);
  return result?.state === 'between' ? result.reason : '';
}

test('a target of which not one request succeeded is censored, whatever its figures say', () => {
  assert.equal(measure(95, viewOf({ ok: 0, failed: 1_000, stated: stateFigures(RAMP) }), false)?.state, 'censored');
});

test('a run of ours, and a metric that is told as ours, are left to the judge of ours', () => {
  const metric: Metric = { kind: 'percentile', span: 'latency', percentile: 95 };
  const options = { minSamples: 1, failuresLost: false };
  assert.equal(measureForeign(metric, viewOf({ ok: 1 }), { ...options, engine: undefined }), undefined);
  assert.equal(measureForeign(metric, viewOf({ ok: 1 }), { ...options, engine: { kind: 'embedded' } }), undefined);
  assert.equal(measureForeign({ kind: 'error-budget' }, viewOf({ ok: 1 }), { ...options, engine: ENGINE }), undefined);
  const status = measureForeign({ kind: 'status', from: 200, to: 299 }, viewOf({ ok: 1 }), { ...options, engine: ENGINE });
  assert.deepEqual(status, { state: 'no-data', reason: 'The file has no statuses', samples: 1 });
});
