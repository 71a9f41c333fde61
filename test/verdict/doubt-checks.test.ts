import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Metric } from '../../src/config/sla.ts';
import { zeroRequests } from '../../src/metrics/counts.ts';
import type { EngineInfo } from '../../src/metrics/engine-info.ts';
import { doubtChecks } from '../../src/verdict/doubt-checks.ts';
import type { Measurement } from '../../src/verdict/measure-metric.ts';
import { mergeSeriesPhases, type JudgedView } from '../../src/verdict/merge-series-phases.ts';

/** 95 of 100 requests succeeded. */
const VIEW: JudgedView = { ...mergeSeriesPhases([], []), counts: { ...zeroRequests(), started: 100, ok: 95, failed: 5 } };
const MEAN: Metric = { kind: 'mean', span: 'latency' };
const P95: Metric = { kind: 'percentile', span: 'latency', percentile: 95 };

function doubt(metric: Metric, value: number, failedChecks: number, failuresLost = false): Measurement {
  const engine: EngineInfo = { kind: 'import', tool: 'k6', format: 'The file', missing: [], failedChecks };
  return doubtChecks(metric, { state: 'measured', value, samples: 100 }, { view: VIEW, engine, failuresLost });
}

const TABLE: readonly (readonly [
  what: string,
  measured: Measurement,
  bounds: readonly [low: number, high: number | undefined] | undefined,
])[] = [
  ['failures may be that many more', doubt({ kind: 'failures' }, 5, 10), [5, 15]],
  ['and never more than requests', doubt({ kind: 'failures' }, 5, 1_000), [5, 100]],
  ['so may their share', doubt({ kind: 'error-budget' }, 0.05, 10), [0.05, 0.15]],
  ['successes may be that many fewer', doubt({ kind: 'throughput' }, 9.5, 19), [7.6, 9.5]],
  ['and never fewer than none', doubt({ kind: 'throughput' }, 9.5, 1_000), [0, 9.5]],
  ['a latency whose failures a budget charges stands as it is', doubt(P95, 5_000, 10), undefined],
  ['unless so many may be none that the tail is another', doubt(P95, 5_000, 11), [5_000, undefined]],
  ['without a budget it may be anything above', doubt(P95, 5_000, 1, true), [5_000, undefined]],
  ['a mean may be that of the slower ones alone, all others at 0', doubt(MEAN, 5_000, 19), [5_000, 6_250]],
  ['and of none that is left nothing is known', doubt(MEAN, 5_000, 95), [5_000, undefined]],
  ['without a budget a mean may be anything above', doubt(MEAN, 5_000, 1, true), [5_000, undefined]],
  ['a number of requests is the same whatever became of them', doubt({ kind: 'count' }, 100, 10), undefined],
  ['without a failed check nothing changes', doubt({ kind: 'failures' }, 5, 0), undefined],
];

for (const [what, measured, bounds] of TABLE) {
  test(what, () => {
    if (bounds === undefined) assert.equal(measured.state, 'measured');
    else assert.ok(measured.state === 'between' && Math.abs(measured.low - bounds[0]) < 1e-9 && measured.stated !== undefined);
    if (bounds !== undefined && measured.state === 'between')
      assert.equal(measured.high?.toFixed(9), bounds[1]?.toFixed(9), JSON.stringify(measured));
  });
}

test('what is not known anyhow, and a run of ours, are left alone', () => {
  const lacking: Measurement = { state: 'no-data', reason: 'x', samples: 0 };
  const engine: EngineInfo = { kind: 'import', tool: 'locust', format: 'The file', missing: [], failedChecks: 5 };
  assert.equal(doubtChecks(P95, lacking, { view: VIEW, engine, failuresLost: true }), lacking);
  const measured: Measurement = { state: 'measured', value: 5, samples: 100 };
  assert.equal(doubtChecks({ kind: 'failures' }, measured, { view: VIEW, engine: undefined, failuresLost: true }), measured);
});
