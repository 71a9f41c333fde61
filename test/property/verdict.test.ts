import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Ending } from '../../src/metrics/run-summary.ts';
import { checkSla } from '../../src/verdict/check-sla.ts';
import { decide } from '../../src/verdict/decide.ts';
import { exitCodeOf } from '../../src/verdict/exit-code.ts';
import { matchPattern } from '../../src/config/match-pattern.ts';
import { measureMetric } from '../../src/verdict/measure-metric.ts';
import { mergeSeriesPhases } from '../../src/verdict/merge-series-phases.ts';
import { buildCheck } from '../support/build-check.ts';
import { buildRunSummary } from '../support/build-run-summary.ts';
import type { SecondInput } from '../support/build-run-summary.ts';
import { atMostMs, buildRow, buildSla, budget } from '../support/build-sla.ts';

const wordOf = (letters: string): fc.Arbitrary<string> => fc.string({ unit: fc.constantFrom(...letters.split('')), maxLength: 12 });

test('the wildcard matcher agrees with a regular expression made of the same pattern', () => {
  fc.assert(
    fc.property(wordOf('ab.*'), wordOf('ab.'), (pattern, name) => {
      const oracle = new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`, 's');
      assert.equal(matchPattern(pattern, name), oracle.test(name));
    }),
    { numRuns: 5_000 },
  );
});

const second: fc.Arbitrary<SecondInput> = fc.record({
  okMs: fc.array(fc.integer({ min: 1, max: 5_000 }), { maxLength: 30 }),
  failed: fc.nat(2),
  timedOut: fc.nat(2),
  cut: fc.nat(1),
  dropped: fc.nat(2),
});
const series = fc.array(fc.array(second, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 });

test('a judged percentile of merged series is the exact nearest rank of all samples, to a thousandth', () => {
  fc.assert(
    fc.property(series, fc.double({ min: 0.1, max: 100, noNaN: true }), (lists, percentile) => {
      const run = buildRunSummary({ series: lists.map((seconds, index) => ({ name: `GET /${index}`, seconds })) });
      const view = mergeSeriesPhases(
        run.series.map(({ perPhase }) => perPhase),
        run.phases,
      );
      const seconds = lists.flat();
      const samples = [
        ...seconds.flatMap(({ okMs = [] }) => okMs.map((ms) => ms * 1_000)),
        ...seconds.flatMap(({ timedOut = 0, cut = 0, dropped = 0 }) =>
          new Array<number>(timedOut + cut + dropped).fill(Number.POSITIVE_INFINITY),
        ),
      ].sort((left, right) => left - right);
      const measured = measureMetric({ kind: 'percentile', span: 'latency', percentile }, view, { minSamples: 1, failuresLost: false });
      if (seconds.every(({ okMs = [] }) => okMs.length === 0)) {
        assert.notEqual(measured.state, 'measured');
        return;
      }
      const expected = samples[Math.max(0, Math.ceil((percentile / 100) * samples.length - 1e-9) - 1)];
      assert.ok(expected !== undefined);
      if (expected === Number.POSITIVE_INFINITY) {
        assert.equal(measured.state, 'censored');
        return;
      }
      assert.ok(measured.state === 'measured');
      assert.ok(measured.value >= expected && measured.value <= expected * 1.001, `${measured.value} and ${expected}`);
    }),
    { numRuns: 500 },
  );
});

test('making samples slower, or losing them, never turns a broken latency promise into a kept one', () => {
  const worse = fc.record({ add: fc.integer({ min: 0, max: 2_000 }), lose: fc.nat(5), fail: fc.nat(5) });
  fc.assert(
    fc.property(
      fc.array(second, { minLength: 1, maxLength: 6 }),
      worse,
      fc.integer({ min: 1, max: 5_000 }),
      fc.boolean(),
      (seconds, { add, lose, fail }, limitMs, slower) => {
        const worsened = seconds.map((one, index) => {
          const { okMs = [], timedOut = 0, failed = 0 } = one;
          if (index > 0) return one;
          const rest = slower ? okMs.map((ms) => ms + add) : okMs.slice(lose + fail);
          const gone = okMs.length - rest.length;
          const lost = Math.min(lose, gone);
          return { ...one, okMs: rest, timedOut: timedOut + lost, failed: failed + gone - lost };
        });
        // Without a budget beside it, so that a success turned into a fast failure is ranked last and cannot leave the latency.
        const sla = buildSla({ endpoints: [buildRow('*', atMostMs(50, limitMs), atMostMs(95, limitMs))], minSamples: 1 });
        const states = [seconds, worsened].map((list) =>
          checkSla(buildRunSummary({ series: [{ name: 'GET /a', seconds: list }] }), sla, 1).map(({ state }) => state),
        );
        const [before = [], after = []] = states;
        for (const [index, state] of before.entries()) {
          if (state === 'breached') assert.equal(after[index], 'breached');
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('one more failure never turns a broken error budget into a kept one', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(20), fc.double({ min: 0, max: 0.3, noNaN: true }), (ok, failed, ratio) => {
      const stateOf = (failures: number): string | undefined =>
        checkSla(
          buildRunSummary({ series: [{ name: 'a', seconds: [{ okMs: new Array<number>(ok).fill(1), failed: failures }] }] }),
          buildSla({ endpoints: [buildRow('*', budget(ratio))] }),
          1,
        )[0]?.state;
      if (stateOf(failed) === 'breached') assert.equal(stateOf(failed + 1), 'breached');
    }),
  );
});

test('the verdict never is pass when anything is broken, and always has a reason', () => {
  const endings: fc.Arbitrary<Ending> = fc.constantFrom(
    { state: 'complete' },
    { state: 'aborted', reason: 'r' },
    { state: 'cut-short', reason: 'r' },
  );
  const checks = fc.array(
    fc
      .tuple(fc.constantFrom('passed', 'breached', 'skipped', 'no-data'), fc.constantFrom('fail', 'warn'))
      .map(([state, severity]) => buildCheck(state, severity)),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(endings, checks, fc.array(fc.constant('Broken.'), { maxLength: 2 }), fc.boolean(), (ending, list, invalidities, began) => {
      const run = buildRunSummary({ phases: [{ name: 'one', seconds: 1, neverBegan: !began }], series: [], with: { ending } });
      const verdict = decide({ run, checks: list, invalidities });
      assert.ok(verdict.reasons.length > 0);
      const counts = (state: string): number => list.filter((check) => check.state === state && check.severity === 'fail').length;
      const measured = list.some(({ state }) => state === 'passed' || state === 'breached');
      const isSound = ending.state === 'complete' && began && invalidities.length === 0;
      const mayPass = isSound && measured && counts('breached') === 0 && counts('no-data') === 0;
      assert.equal(verdict.state === 'pass', mayPass);
      assert.equal(exitCodeOf(verdict.state) === 0, mayPass);
      if (invalidities.length > 0 || ending.state === 'cut-short') assert.equal(verdict.state, 'inconclusive');
    }),
    { numRuns: 1_000 },
  );
});
