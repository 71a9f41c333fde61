import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WindowRule } from '../../src/config/sla.ts';
import { checkWindows, listCompletedSeconds } from '../../src/verdict/check-windows.ts';
import type { Check } from '../../src/verdict/verdict.ts';
import { WindowWatch } from '../../src/verdict/window-watch.ts';
import { windowSamples } from '../../src/verdict/window-streak.ts';
import { buildRunSummary, everySecond, times } from '../support/build-run-summary.ts';
import type { RunInput, SecondInput } from '../support/build-run-summary.ts';
import { buildRow, buildSla, buildWindow, budget } from '../support/build-sla.ts';

const p95: Pick<WindowRule, 'metric' | 'value'> = { metric: { kind: 'percentile', span: 'latency', percentile: 95 }, value: 100_000 };

/** One letter a second: `.` fine, `x` all fail, ` ` silent, `h` half of it fails, `s` slow, `l` lost, `o` one fast success. */
const LETTERS: Readonly<Record<string, SecondInput>> = {
  '.': { okMs: times(20, 10) },
  x: { failed: 20 },
  ' ': {},
  h: { okMs: times(10, 10), failed: 10 },
  s: { okMs: times(20, 500) },
  l: { timedOut: 20 },
  o: { okMs: [10] },
};
const draw = (letters: string): readonly SecondInput[] => letters.split('').map((letter) => LETTERS[letter] ?? {});

function check(letters: string, rule: Partial<WindowRule>): Check {
  const run = buildRunSummary({ series: [{ name: 'GET /a', seconds: draw(letters) }] });
  const [first, ...more] = checkWindows(run, buildSla({ windows: [buildWindow(rule)], total: buildRow('total', budget(1)) }));
  assert.ok(first && more.length === 0);
  return first;
}

const cases: readonly {
  readonly name: string;
  readonly letters: string;
  readonly rule: Partial<WindowRule>;
  readonly state: Check['state'];
}[] = [
  { name: 'a run without failures keeps the rule', letters: '..........', rule: { windowMs: 2_000 }, state: 'passed' },
  { name: 'one window at its limit keeps the rule', letters: '....h.....', rule: { windowMs: 1_000 }, state: 'passed' },
  { name: 'one window beyond its limit breaks a rule for one', letters: '....x.....', rule: { windowMs: 1_000 }, state: 'breached' },
  {
    name: 'windows slide by a second, so that a breach across two aligned windows is found',
    letters: '.xx.',
    rule: { windowMs: 2_000 },
    state: 'breached',
  },
  {
    name: 'overlapping windows count once: three bad seconds hold only one window of two',
    letters: '..xxx...',
    rule: { windowMs: 2_000, forWindows: 2 },
    state: 'passed',
  },
  {
    name: 'two disjoint windows in a row break a rule for two',
    letters: '..xxxx...',
    rule: { windowMs: 2_000, forWindows: 2 },
    state: 'breached',
  },
  {
    name: 'a good window between two bad ones breaks the streak',
    letters: 'xx..xx',
    rule: { windowMs: 2_000, forWindows: 2 },
    state: 'passed',
  },
  {
    name: 'a silent stretch between two bad windows does not break the streak',
    letters: 'xx    xx',
    rule: { windowMs: 2_000, forWindows: 2 },
    state: 'breached',
  },
  { name: 'a silent second inside is no window of its own', letters: 'x x', rule: { windowMs: 1_000, forWindows: 2 }, state: 'breached' },
  { name: 'a run shorter than the window has no full window', letters: 'xh.', rule: { windowMs: 5_000 }, state: 'no-data' },
  { name: 'a run of exactly one window has one', letters: 'xxx.x', rule: { windowMs: 5_000 }, state: 'breached' },
  { name: 'a slow window breaks a percentile', letters: '...ss...', rule: { ...p95, windowMs: 2_000 }, state: 'breached' },
  {
    name: 'a window whose percentile falls among lost requests is beyond every limit',
    letters: '...ll...',
    rule: { ...p95, value: 3.6e9, windowMs: 2_000 },
    state: 'breached',
  },
  {
    name: 'a window with too few samples for its percentile is no evidence either way',
    letters: 'ssoooss',
    rule: { ...p95, windowMs: 2_000, forWindows: 2 },
    state: 'breached',
  },
  { name: 'nothing but windows with too few samples is no data', letters: 'oooooo', rule: { ...p95, windowMs: 2_000 }, state: 'no-data' },
  { name: 'a lower limit is judged too', letters: '....', rule: { ...p95, comparison: '>=', windowMs: 2_000 }, state: 'breached' },
];
for (const { name, letters, rule, state } of cases) {
  test(name, () => assert.equal(check(letters, rule).state, state));
}

test('percentiles of a window are those of its merged samples', () => {
  // 95 of 100 in the window are fast: the merged p95 is 10 ms, whereas the second's own p95 is 500 ms.
  const run = buildRunSummary({ series: [{ name: 'GET /a', seconds: [{ okMs: times(95, 10) }, { okMs: times(5, 500) }] }] });
  const [first] = checkWindows(run, buildSla({ windows: [buildWindow({ ...p95, windowMs: 2_000 })] }));
  assert.ok(first?.state === 'passed');
  assert.equal(first.observed.samples, 100);
  assert.ok(first.observed.value < 10_100);
});

test('a percentile of a window needs one sample beyond it', () => {
  assert.deepEqual([50, 90, 95, 99, 99.9, 100].map(windowSamples), [2, 10, 20, 100, 1_000, 1]);
});

test('a streak that fell short is shown with its length', () => {
  const short = check('xx..xxxx', { windowMs: 2_000, forWindows: 3 });
  assert.ok(short.state === 'passed');
  assert.equal(short.observed.text, '100 % (2 of 3 windows in a row)');
  assert.equal(short.name, 'total error_rate in 3 windows of 2 s');
});

test('warm-ups are no evidence, and no window reaches over a pause or a drain', () => {
  const input: RunInput = {
    phases: [
      { name: 'warm', seconds: 4, warmup: true },
      { name: 'one', seconds: 2 },
      { name: 'rest', seconds: 4, model: 'pause' },
      { name: 'two', seconds: 2 },
    ],
    series: [{ name: 'GET /a', in: { warm: draw('xxxx'), one: draw('..xxx'), two: draw('..xxxx') } }],
  };
  const run = buildRunSummary(input);
  assert.deepEqual(
    listCompletedSeconds(run).map(({ second }) => second),
    [4, 5, 10, 11],
  );
  const [short, long] = checkWindows(run, buildSla({ windows: [buildWindow({ windowMs: 2_000 }), buildWindow({ windowMs: 3_000 })] }));
  assert.equal(short?.state, 'passed');
  assert.equal(long?.state, 'no-data');
});

test('a rule on a pattern watches each selected series by itself', () => {
  const run = buildRunSummary({
    series: [
      { name: 'GET /a', seconds: draw('......') },
      { name: 'GET /b', seconds: draw('xxxxxx') },
      { name: 'GET /c', selected: false },
    ],
  });
  const rules = [
    buildWindow({ endpoint: 'GET*' }),
    buildWindow({ endpoint: 'GET /c' }),
    buildWindow({ endpoint: 'GET /x', then: 'warn' }),
    buildWindow({ value: 0.9 }),
  ];
  assert.deepEqual(
    checkWindows(run, buildSla({ windows: rules })).map(({ series, state, severity }) => [series, state, severity]),
    [
      ['GET /a', 'passed', 'fail'],
      ['GET /b', 'breached', 'fail'],
      ['GET /c', 'skipped', 'fail'],
      ['GET /x', 'no-data', 'warn'],
      ['total', 'passed', 'fail'],
    ],
  );
});

test('fast failures that no budget charges are ranked last in a window too', () => {
  const run = buildRunSummary({ series: [{ name: 'GET /a', seconds: draw('....xxxx') }] });
  const windows = [buildWindow({ ...p95, windowMs: 2_000 })];
  assert.equal(checkWindows(run, buildSla({ windows }))[0]?.state, 'breached');
  assert.equal(checkWindows(run, buildSla({ windows, total: buildRow('total', budget(0)) }))[0]?.state, 'passed');
});

test('a target that never answers breaks a rule even when no window has evidence', () => {
  const dead = check('     lx', { ...p95, windowMs: 60_000 });
  assert.ok(dead.state === 'breached');
  assert.equal(dead.observed.text, 'no answer');
  assert.equal(check('l', { windowMs: 60_000 }).state, 'breached');
});

test('a live watch fires at the second that completes the streak, for abort rules alone', () => {
  const run = buildRunSummary({ series: [{ name: 'GET /a', seconds: draw('....xxxxxx') }] });
  const rules = [buildWindow({ windowMs: 2_000, forWindows: 2, then: 'abort' }), buildWindow({ windowMs: 1_000 })];
  const watch = new WindowWatch(buildSla({ windows: rules }), { series: run.series, phases: run.phases.map(({ plan }) => plan) });
  const fired = listCompletedSeconds(run).map((second) => watch.feed(second).map(({ rule }) => rule.windowMs));
  assert.deepEqual(fired, [[], [], [], [], [], [], [], [2_000], [2_000], [2_000]]);
});

test('seconds that come twice or backwards are refused', () => {
  const watch = new WindowWatch(buildSla({ windows: [buildWindow()] }), { series: [], phases: [] });
  watch.feed({ second: 3, series: [] });
  for (const second of [3, 2]) assert.throws(() => watch.feed({ second, series: [] }), RangeError);
});

test('a live watch and the check afterwards agree on random runs', () => {
  let state = 12_345;
  const next = (end: number): number => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) % end;
  for (let round = 0; round < 200; round++) {
    const letters = everySecond(30, {})
      .map(() => '.xh slo'.charAt(next(7)))
      .join('');
    const rule = buildWindow({ ...(next(2) === 0 ? p95 : {}), windowMs: 1_000 * (1 + next(4)), forWindows: 1 + next(3), then: 'abort' });
    const run = buildRunSummary({ series: [{ name: 'GET /a', seconds: draw(letters) }] });
    const sla = buildSla({ windows: [rule] });
    const watch = new WindowWatch(sla, { series: run.series, phases: run.phases.map(({ plan }) => plan) });
    const fired = listCompletedSeconds(run).some((second) => watch.feed(second).length > 0);
    assert.equal(checkWindows(run, sla)[0]?.state === 'breached', fired, letters);
  }
});
