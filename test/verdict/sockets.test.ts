import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import type { Metric } from '../../src/config/sla.ts';
import type { RunSummary } from '../../src/metrics/run-summary.ts';
import { checkSla } from '../../src/verdict/check-sla.ts';
import { decide } from '../../src/verdict/decide.ts';
import { describeFailures } from '../../src/verdict/describe-failures.ts';
import { mergeSeriesPhases } from '../../src/verdict/merge-series-phases.ts';
import { chargeableOf } from '../../src/verdict/merge-sockets.ts';
import { nameMetric } from '../../src/verdict/name-metric.ts';
import type { Check } from '../../src/verdict/verdict.ts';
import { buildRunSummary, everySecond, times, type SecondInput, type SeriesInput } from '../support/build-run-summary.ts';
import { buildLimit, buildRow, buildSla } from '../support/build-sla.ts';

const CHAT = 'ws /chat';

/** 20 connections are opened in the first second; 12 messages come, 8 go. */
const OPENED: readonly SecondInput[] = [
  { okMs: times(20, 5), open: 20, messagesIn: 12 },
  { open: 20, messagesOut: 8 },
  { open: 17, drops: 3 },
  { open: 17 },
];
const chat: SeriesInput = { name: CHAT, kind: 'ws', method: 'WS', seconds: OPENED, messages: { unmatched: 4 } };
const reply: SeriesInput = {
  name: 'reply',
  kind: 'receive',
  method: 'WS',
  seconds: [{ okMs: [1, 2], failed: 2 }],
  messages: { late: 2, duplicates: 1 },
};

function check(run: RunSummary, pattern: string, metric: Metric, comparison: '<=' | '>=', value: number): Check {
  const row = buildRow(pattern, buildLimit(metric, comparison, value));
  const sla = pattern === 'total' ? buildSla({ total: row }) : buildSla({ endpoints: [row] });
  const [only] = checkSla(run, sla, 1);
  assert.ok(only);
  return only;
}

const valueOf = (found: Check): number | undefined => ('observed' in found ? found.observed.value : undefined);

describe('a metric of WebSockets', () => {
  const run = buildRunSummary({ series: [chat, reply] });
  const rows: readonly { readonly metric: Metric; readonly of: string; readonly value: number }[] = [
    { metric: { kind: 'concurrent' }, of: CHAT, value: 20 },
    { metric: { kind: 'drops' }, of: CHAT, value: 3 },
    { metric: { kind: 'messages-in' }, of: CHAT, value: 12 },
    { metric: { kind: 'messages-out' }, of: CHAT, value: 8 },
    { metric: { kind: 'unmatched' }, of: CHAT, value: 4 },
    { metric: { kind: 'late' }, of: 'reply', value: 2 },
    { metric: { kind: 'duplicates' }, of: 'reply', value: 1 },
    { metric: { kind: 'failures' }, of: CHAT, value: 3 },
    { metric: { kind: 'count' }, of: CHAT, value: 20 },
    { metric: { kind: 'error-budget' }, of: CHAT, value: 3 / 20 },
    { metric: { kind: 'error-budget' }, of: 'reply', value: 1 / 2 },
    { metric: { kind: 'late' }, of: 'total', value: 2 },
    { metric: { kind: 'messages-in' }, of: 'total', value: 12 },
  ];
  for (const { metric, of, value } of rows) {
    it(`${nameMetric(metric)} of ${of} holds at its value from both sides, and breaks just beyond`, () => {
      const state = (comparison: '<=' | '>=', limit: number): string => check(run, of, metric, comparison, limit).state;
      const step = Number.isInteger(value) ? 1 : 1e-6;
      assert.deepEqual([state('<=', value), state('>=', value)], ['passed', 'passed']);
      assert.deepEqual([state('<=', value - step), state('>=', value + step)], ['breached', 'breached']);
    });
  }

  it('session_p50 needs its samples like any percentile', () => {
    const p50: Metric = { kind: 'percentile', span: 'session', percentile: 50 };
    const of = (drops: number): Check =>
      check(
        buildRunSummary({ series: [{ name: CHAT, kind: 'ws', seconds: [{ okMs: times(40, 5), open: 40, drops }] }] }),
        CHAT,
        p50,
        '>=',
        2e6,
      );
    assert.equal(of(19).state, 'no-data');
    assert.deepEqual([of(20).state, valueOf(of(20))], ['passed', 2e6]);
    assert.equal(of(0).state, 'no-data');
  });

  it('session_p50 of a server that let nobody in is its breach', () => {
    const p50: Metric = { kind: 'percentile', span: 'session', percentile: 50 };
    const closed = buildRunSummary({ series: [{ name: CHAT, kind: 'ws', seconds: [{ failed: 100 }] }] });
    assert.equal(check(closed, CHAT, p50, '>=', 1).state, 'breached');
  });
});

describe('concurrent of the total', () => {
  const of = (series: readonly SeriesInput[]): number | undefined =>
    valueOf(check(buildRunSummary({ series }), 'total', { kind: 'concurrent' }, '>=', 1));
  const socket = (name: string, open: readonly number[]): SeriesInput => ({
    name,
    kind: 'ws',
    seconds: open.map((count) => ({ okMs: [1], open: count })),
  });

  it('adds what was open in the same second', () => assert.equal(of([socket('ws /a', [3, 9, 0]), socket('ws /b', [5, 2, 8])]), 11));
  it('does not add what was never open together', () => assert.equal(of([socket('ws /a', [9, 0]), socket('ws /b', [0, 8])]), 9));
});

/** `held` connections from the warm-up on, and what the judged second has. */
function heldRun(held: number, judged: SecondInput): RunSummary {
  return buildRunSummary({
    phases: [
      { name: 'warm', seconds: 1, warmup: true },
      { name: 'steady', seconds: 1 },
    ],
    series: [
      {
        name: CHAT,
        kind: 'ws',
        in: { warm: [{ okMs: times(held, 5), open: held }], steady: [{ open: held - (judged.drops ?? 0), ...judged }] },
      },
    ],
  });
}

describe('connections that a warm-up has opened', () => {
  const rows: readonly { readonly name: string; readonly held: number; readonly judged: SecondInput; readonly ratio: number }[] = [
    { name: 'are what drops are a share of', held: 10_000, judged: { drops: 50, open: 10_000 }, ratio: 0.005 },
    { name: 'and all drop are all lost', held: 40, judged: { drops: 40, open: 40 }, ratio: 1 },
    { name: 'and all drop at once, before anybody counted them, are all lost', held: 40, judged: { drops: 40, open: 0 }, ratio: 1 },
    { name: 'and are opened again count once', held: 100, judged: { drops: 10, okMs: times(10, 5), open: 100 }, ratio: 0.1 },
    { name: 'and drop, and drop again, are never more than all', held: 10, judged: { drops: 20, okMs: times(10, 5), open: 10 }, ratio: 1 },
    { name: 'and merely stay are no failure', held: 10_000, judged: { open: 10_000 }, ratio: 0 },
  ];
  for (const { name, held, judged, ratio } of rows) {
    it(`${name}: ${ratio * 100} %`, () => {
      const found = check(heldRun(held, judged), CHAT, { kind: 'error-budget' }, '<=', ratio);
      assert.deepEqual([found.state, valueOf(found)], ['passed', ratio]);
      assert.equal(check(heldRun(held, judged), 'total', { kind: 'error-budget' }, '<=', ratio).state, 'passed');
      if (ratio > 0) assert.equal(check(heldRun(held, judged), CHAT, { kind: 'error-budget' }, '<=', ratio - 1e-6).state, 'breached');
    });
  }

  it('are measured although nothing was attempted: only latencies have no data', () => {
    const run = heldRun(10_000, { open: 10_000 });
    assert.equal(check(run, CHAT, { kind: 'concurrent' }, '>=', 10_000).state, 'passed');
    assert.equal(check(run, CHAT, { kind: 'drops' }, '<=', 0).state, 'passed');
    assert.equal(check(run, CHAT, { kind: 'count' }, '<=', 0).state, 'passed');
    for (const span of ['latency', 'ttfb', 'session'] as const) {
      assert.equal(check(run, CHAT, { kind: 'percentile', span, percentile: 50 }, '<=', 1e9).state, 'no-data');
    }
  });

  it('that are not there any more leave no data, never a 0 that passes', () => {
    const run = heldRun(0, { open: 0 });
    for (const metric of [{ kind: 'drops' }, { kind: 'concurrent' }, { kind: 'error-budget' }, { kind: 'unmatched' }] as const) {
      assert.equal(check(run, CHAT, metric, '<=', 1).state, 'no-data');
    }
  });

  it('are no longer carried where the warm-up itself is not left out', () => {
    const run = heldRun(100, { open: 100 });
    const view = mergeSeriesPhases([run.series[0]?.perPhase ?? []], run.phases);
    assert.deepEqual([view.carried, chargeableOf(view), view.concurrent], [0, 100, 100]);
  });
});

describe('the verdict on connections that are merely held', () => {
  const limit = buildSla({ endpoints: [buildRow(CHAT, buildLimit({ kind: 'count' }, '<=', 1e6))] });
  const rows: readonly { readonly name: string; readonly judged: SecondInput; readonly state: string }[] = [
    { name: 'passes while they stay', judged: { open: 50 }, state: 'pass' },
    { name: 'passes while one is left', judged: { open: 50, drops: 49 }, state: 'pass' },
    { name: 'is a breach when all have dropped', judged: { open: 50, drops: 50 }, state: 'breach' },
    { name: 'passes when new ones fail, but the old ones stay', judged: { open: 50, failed: 5 }, state: 'pass' },
    { name: 'is a breach when new ones fail and the old ones drop', judged: { open: 50, drops: 50, failed: 5 }, state: 'breach' },
  ];
  for (const { name, judged, state } of rows) {
    it(name, () => {
      const run = heldRun(50, judged);
      assert.equal(decide({ run, checks: checkSla(run, limit, 1), invalidities: [] }).state, state);
    });
  }
});

describe('the sentence about failures', () => {
  const rows: readonly { readonly seconds: SecondInput; readonly sentence: string | undefined }[] = [
    { seconds: { okMs: [1], open: 1 }, sentence: undefined },
    { seconds: { okMs: [1], failed: 2 }, sentence: 'Of 3 requests 2 failed: 2 × status 500.' },
    { seconds: { okMs: [1], drops: 1 }, sentence: '1 connection was dropped: 1 × closed 1006.' },
    {
      seconds: { okMs: [1], failed: 2, drops: 3 },
      sentence: 'Of 3 requests 2 failed, and 3 connections were dropped: 3 × closed 1006, 2 × status 500.',
    },
  ];
  for (const { seconds, sentence } of rows) {
    it(`is ${sentence ?? 'left out'}`, () => {
      assert.equal(describeFailures(buildRunSummary({ series: [{ name: CHAT, kind: 'ws', seconds: [seconds] }] })), sentence);
    });
  }
});

test('a budget with drops in it has no interval and no burn rate: slices hold requests alone', () => {
  const series = (drops: number): SeriesInput => ({
    name: CHAT,
    kind: 'ws',
    seconds: everySecond(30, (second) => ({ okMs: times(10, 5), failed: second % 3, open: 10, drops })),
  });
  const observed = (drops: number): Check => check(buildRunSummary({ series: [series(drops)] }), CHAT, { kind: 'error-budget' }, '<=', 0.5);
  const seen = [observed(0), observed(1)].map(
    (found) => 'observed' in found && [found.observed.interval, found.observed.burnRate].map((part) => part !== undefined),
  );
  assert.deepEqual(seen, [
    [true, true],
    [false, false],
  ]);
});

test('upload and download count what was accepted before the end, not what was thrown at a target that refuses', () => {
  const run = buildRunSummary({
    series: [{ name: 'PUT /big', bytesSent: 8e9, bytesReceived: 8e9, seconds: everySecond(10, { failed: 4 }) }],
  });
  const refused = {
    ...run,
    series: run.series.map((one) => ({
      ...one,
      perPhase: one.perPhase.map((part) => ({ ...part, counts: { ...part.counts, sentBeforeEnd: 0, receivedBeforeEnd: 0 } })),
    })),
  };
  for (const kind of ['upload', 'download'] as const) {
    const found = check(refused, 'PUT /big', { kind }, '>=', 1);
    assert.deepEqual([found.state, valueOf(found)], ['breached', 0]);
  }
});
