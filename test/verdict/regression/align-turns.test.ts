import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_REGRESSION_RULES } from '../../../src/config/regression-rules.ts';
import type { PhaseSummary, RunSummary, SeriesPhase } from '../../../src/metrics/run-summary.ts';
import { alignTurns } from '../../../src/verdict/regression/align-turns.ts';
import { compareLive } from '../../../src/verdict/regression/compare-live.ts';
import { buildBurst } from './build-burst.ts';

const SEGMENT = 10;

/** A burst of one judged phase as it would have been measured in turns: segments of 10 s in the order A B B A. */
function takeTurns(run: RunSummary, side: 0 | 1): RunSummary {
  const [phase] = run.phases;
  assert.ok(phase?.plan.model === 'open' && run.phases.length === 1);
  const segments = Math.ceil(phase.plan.durationMs / 1_000 / SEGMENT);
  const firstSecond = (segment: number): number => 2 * SEGMENT * segment + ((segment + side) % 2) * SEGMENT;
  const phases = Array.from({ length: segments }, (_, segment): PhaseSummary => {
    const startMs = firstSecond(segment) * 1_000;
    return { ...phase, startMs, endMs: startMs + SEGMENT * 1_000 };
  });
  const series = run.series.map((one) => {
    const [all] = one.perPhase;
    assert.ok(all);
    const perPhase = phases.map((_, segment): SeriesPhase => {
      const own = all.slices.filter(({ second }) => Math.floor(second / SEGMENT) === segment);
      const slices = own.map((slice) => ({ ...slice, second: firstSecond(segment) + (slice.second % SEGMENT) }));
      return { ...all, slices };
    });
    return { ...one, perPhase };
  });
  return { ...run, phases, series };
}

for (const seed of [1, 2, 3]) {
  test(`what was measured in turns is compared as if it had been at the same time, seed ${seed}`, () => {
    const endpoints = [{ ms: 40 }, { name: 'POST /orders', ms: 60 }];
    const candidate = buildBurst(
      endpoints.map((one, index) => (index === 0 ? { ...one, ms: 52 } : one)),
      { seed },
    );
    const baseline = buildBurst(endpoints, { seed: seed + 100 });
    const compare = (left: RunSummary, right: RunSummary) =>
      compareLive({ first: { candidate: left, baseline: right }, second: [], rules: DEFAULT_REGRESSION_RULES });
    assert.equal(alignTurns(candidate, baseline), undefined);
    assert.deepEqual(compare(takeTurns(candidate, 0), takeTurns(baseline, 1)), compare(candidate, baseline));
  });
}

test('what ends in the turn of the other target counts for the last second of its own', () => {
  const candidate = takeTurns(buildBurst([{ ms: 40 }], { seed: 1 }), 0);
  const baseline = takeTurns(buildBurst([{ ms: 40 }], { seed: 2 }), 1);
  const align = alignTurns(candidate, baseline);
  const [slice] = candidate.series[0]?.perPhase[0]?.slices ?? [];
  assert.ok(align && slice);
  const at = (second: number) => ({ ...slice, second });
  // The candidate has the seconds 0–9 and 30–49, the baseline 10–29.
  const places = (slices: readonly { readonly second: number }[]) => slices.map(({ second }) => second);
  assert.deepEqual(places(align.candidate([at(0), at(9), at(12), at(30), at(52)])), [0, 9, 10, 29]);
  assert.deepEqual(places(align.baseline([at(10), at(19), at(20), at(29), at(31)])), [0, 9, 10, 19]);
  const [, ninth] = align.candidate([at(0), at(9), at(12)]);
  assert.equal(ninth?.ok, 2 * slice.ok);
});
