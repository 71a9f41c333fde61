import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Recovery, ServerLimit, ServerRow } from '../../src/config/sla.ts';
import type { ServerRecovery, ServerSeries } from '../../src/metrics/server-series.ts';
import { checkServer } from '../../src/verdict/check-server.ts';
import { judgeRun } from '../../src/verdict/judge-run.ts';
import type { Check } from '../../src/verdict/verdict.ts';
import { buildRunSummary } from '../support/build-run-summary.ts';
import { buildServerLimit, buildServerRow, buildServerSeries } from '../support/build-server.ts';
import { budget, buildRow, buildSla } from '../support/build-sla.ts';

function checkOf(row: ServerRow, series: ServerSeries | undefined): Check {
  const [check, ...others] = checkServer(buildRunSummary({ with: { server: series ? [series] : [] } }), buildSla({ server: [row] }));
  assert.ok(check && others.length === 0);
  return check;
}

const limitOf = (parts: Partial<ServerLimit>): ServerRow => buildServerRow({ limits: [buildServerLimit(parts)] });

describe('a promise of what the target says of itself', () => {
  const rows: readonly (readonly [string, Partial<ServerLimit>, 'passed' | 'breached', string])[] = [
    ['its highest value is below', { value: 50 }, 'passed', '19'],
    ['its highest value is the limit itself', { value: 19 }, 'passed', '19'],
    ['its highest value is above', { value: 18.9 }, 'breached', '19'],
    ['its highest value must be below the limit', { comparison: '<', value: 19 }, 'breached', '19'],
    ['its lowest value is above', { reduction: 'min', comparison: '>=', value: 10 }, 'passed', '10'],
    ['its lowest value is below', { reduction: 'min', comparison: '>=', value: 10.001 }, 'breached', '10'],
    ['its mean', { reduction: 'avg', value: 14.5 }, 'passed', '14.5'],
    ['its mean is above', { reduction: 'avg', value: 14.4 }, 'breached', '14.5'],
    ['its last value', { reduction: 'last', value: 19 }, 'passed', '19'],
    ['its last value is above', { reduction: 'last', value: 18 }, 'breached', '19'],
    ['its growth from 10 to 19', { reduction: 'growth', value: 0.9 }, 'passed', '90 %'],
    ['its growth is more', { reduction: 'growth', value: 0.89 }, 'breached', '90 %'],
    ['it must grow', { reduction: 'growth', comparison: '>=', value: 1 }, 'breached', '90 %'],
    ['its change over the judged time, with the values at its edges', { reduction: 'delta', comparison: '>=', value: 10 }, 'passed', '10'],
    ['its change is less', { reduction: 'delta', comparison: '>=', value: 10.5 }, 'breached', '10'],
  ];
  for (const [name, parts, state, text] of rows)
    it(`is ${state} where ${name}`, () => {
      const check = checkOf(limitOf(parts), buildServerSeries());
      assert.equal(check.state, state);
      assert.ok('observed' in check);
      assert.deepEqual([check.observed.text, check.observed.samples, check.observed.limitValue], [text, 10, parts.value]);
    });

  it('has a name that stays, whatever its limit', () => {
    for (const value of [1, 100]) assert.equal(checkOf(limitOf({ value }), buildServerSeries()).name, 'server queue length max');
  });

  const open: readonly (readonly [string, ServerRow, ServerSeries | undefined, RegExp])[] = [
    ['the run has no values of it', buildServerRow(), undefined, /no values of it/],
    [
      'its values are in trouble, although all that came hold',
      buildServerRow(),
      buildServerSeries({ trouble: 'no value came between 3 s and 40 s' }),
      /between 3 s and 40 s/,
    ],
    ['no value came', buildServerRow(), { ...buildServerSeries(), judged: undefined }, /no value came/],
    ['it grows from 0', limitOf({ reduction: 'growth', value: 9 }), buildServerSeries({ judged: { first: 0 } }), /not above 0/],
    ['it grows from below 0', limitOf({ reduction: 'growth', value: 9 }), buildServerSeries({ judged: { first: -5 } }), /not above 0/],
    ['one value alone grows', limitOf({ reduction: 'growth', value: 9 }), buildServerSeries({ judged: { count: 1 } }), /one value alone/],
    ['one value alone changes', limitOf({ reduction: 'delta', value: 9 }), buildServerSeries({ judged: { count: 1 } }), /one value alone/],
    [
      'its change is beyond a double',
      limitOf({ reduction: 'delta', value: 9 }),
      buildServerSeries({ judged: { atStart: -1.7e308, atEnd: 1.7e308 } }),
      /too large/,
    ],
  ];
  for (const [name, row, series, reason] of open)
    it(`is never kept where ${name}`, () => {
      const check = checkOf(row, series);
      assert.ok(check.state === 'no-data', check.state);
      assert.match(check.reason, reason);
    });

  it('shows its values in the unit of its limit, with as many digits as tell them apart', () => {
    const show = (unit: ServerRow['unit'], value: number, limit: number): string => {
      const check = checkOf(
        buildServerRow({ unit, limits: [buildServerLimit({ value: limit })] }),
        buildServerSeries({ unit, judged: { max: value } }),
      );
      assert.ok('observed' in check);
      return `${check.observed.text} ${check.limit}`;
    };
    assert.equal(show('ratio', 0.613, 0.6), '61.3 % ≤ 60 %');
    assert.equal(show('seconds', 0.212, 0.1), '212 ms ≤ 100 ms');
    assert.equal(show('bytes', 1.94e9, 2e9), '1.9 GB ≤ 2,000 MB');
    assert.equal(show('plain', 1_000.4, 1_000), '1,000.4 ≤ 1,000');
  });
});

const RECOVERS: Recovery = { comparison: '<=', to: 5, withinMs: 30_000, text: 'recovers: to 5 within 30s', at: buildServerRow().at };
const reached = (tookMs: number, phase = 'burst'): ServerRecovery => ({ phase, endMs: 10_000, state: 'reached', tookMs });

describe('a promise to be back to normal', () => {
  const rows: readonly (readonly [string, readonly ServerRecovery[], Check['state'], string])[] = [
    ['it was back', [reached(3_200)], 'passed', 'after 3.2 s'],
    ['it was back after each burst', [reached(1_000, 'one'), reached(4_000, 'two')], 'passed', 'after 4 s (after two)'],
    ['it was not', [{ phase: 'burst', endMs: 1, state: 'missed', value: 17 }], 'breached', 'still 17 after 30 s'],
    [
      'it was not after one of two',
      [{ phase: 'one', endMs: 1, state: 'missed', value: 17 }, reached(1)],
      'breached',
      'still 17 after 30 s (after one)',
    ],
    [
      'a pause that was too short does not count',
      [{ phase: 'one', endMs: 1, state: 'not-judged', pauseMs: 5 }, reached(1_000)],
      'passed',
      'after 1 s',
    ],
    ['nobody knows', [{ phase: 'burst', endMs: 1, state: 'unknown', reason: 'no value came' }], 'no-data', 'no value came'],
    [
      'nobody knows of one of two',
      [reached(1), { phase: 'b', endMs: 1, state: 'unknown', reason: 'no value came' }],
      'no-data',
      'no value came',
    ],
    ['every pause was too short', [{ phase: 'one', endMs: 1, state: 'not-judged', pauseMs: 5 }], 'no-data', 'no load came to its end'],
    ['it was measured by another time', [reached(31_000)], 'no-data', 'longer than 30 s'],
    ['no load ended', [], 'no-data', 'no load came to its end'],
  ];
  for (const [name, recoveries, state, text] of rows)
    it(`is ${state} where ${name}`, () => {
      const check = checkOf(buildServerRow({ limits: [], recovers: RECOVERS }), buildServerSeries({ recoveries }));
      assert.deepEqual([check.name, check.limit, check.state], ['server queue length recovers', '≤ 5 within 30 s', state]);
      assert.match('observed' in check ? check.observed.text : check.reason, new RegExp(text.replaceAll(/[()]/g, '\\$&')));
    });
});

describe('the verdict', () => {
  const verdictOf = (
    series: readonly ServerSeries[],
    severity: 'fail' | 'warn' = 'fail',
    more: readonly ServerRow[] = [],
  ): ReturnType<typeof judgeRun> => {
    const at = buildServerRow().at;
    const sla = buildSla({
      endpoints: [buildRow('*', budget(0.01))],
      server: [buildServerRow(), ...more],
      severity: [{ pattern: 'queue*', severity, at }],
    });
    return judgeRun(buildRunSummary({ with: { server: series } }), sla, 1);
  };
  it('is a breach with a limit that is broken, and says which', () => {
    const { state, reasons } = verdictOf([buildServerSeries({ judged: { max: 51 } })]);
    assert.equal(state, 'breach');
    assert.match(reasons[0] ?? '', /^server queue length max is 51; the limit is 50 \(10 samples\)\.$/);
  });
  it('is inconclusive without its values', () => assert.equal(verdictOf([]).state, 'inconclusive'));
  it('is inconclusive when its values are in trouble', () => {
    assert.equal(verdictOf([buildServerSeries({ trouble: 'it was away' })]).state, 'inconclusive');
  });
  it('passes with values that hold', () => assert.equal(verdictOf([buildServerSeries()]).state, 'pass'));
  it('passes with a warning, by the name of the row', () => {
    const { state, reasons } = verdictOf([buildServerSeries({ judged: { max: 51 } })], 'warn');
    assert.equal(state, 'pass');
    assert.ok(reasons.some((reason) => reason.startsWith('Warning only: server queue length max')));
  });
});
