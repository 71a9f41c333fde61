import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sla } from '../../src/config/sla.ts';
import { judgeRun } from '../../src/verdict/judge-run.ts';
import { listCompletedSeconds } from '../../src/verdict/check-windows.ts';
import { LiveJudge, type LiveJudgement } from '../../src/verdict/live-judge.ts';
import { buildRunSummary, everySecond, times, type SecondInput } from '../support/build-run-summary.ts';
import { atMostMs, budget, buildLimit, buildRow, buildSla, buildWindow } from '../support/build-sla.ts';

/** Feeds a run to a live judge second by second; at the end it has seen the whole run, as the verdict does. */
function follow(seconds: readonly SecondInput[], sla: Sla): readonly LiveJudgement[] {
  const run = buildRunSummary({ series: [{ name: 'GET /a', seconds }] });
  const plan = { phases: run.phases.flatMap(({ plan: phase }) => (phase.model === 'foreign' ? [] : [phase])), series: run.series };
  const judge = new LiveJudge(sla, plan);
  return listCompletedSeconds(run).map((second) => {
    const soFar = buildRunSummary({ series: [{ name: 'GET /a', seconds: seconds.slice(0, second.second + 1) }] });
    return judge.judge(second, (series) => soFar.series[series]?.perPhase ?? []);
  });
}

const promises = buildSla({ endpoints: [buildRow('GET /a', atMostMs(95, 100))], total: buildRow('total', budget(0.1)) });

test('A row waits until it has enough samples, and turns to broken in the second that breaks it.', () => {
  const told = follow(
    everySecond(10, (second) => ({ okMs: times(50, second < 6 ? 10 : 500) })),
    promises,
  );
  const states = told.map(({ checks }) => checks.find((check) => check.name === 'GET /a p95')?.state);
  // 50 a second: 200 samples, which a p95 needs, are there with the fourth; 5 % of 350 are slow with the seventh.
  assert.deepEqual(states, ['waiting', 'waiting', 'waiting', 'holding', 'holding', 'holding', 'broken', 'broken', 'broken', 'broken']);
});

test('With the last second it says what the verdict says.', () => {
  for (const okMs of [10, 500]) {
    const seconds = everySecond(10, { okMs: times(50, okMs) });
    const last = follow(seconds, promises).at(-1);
    const verdict = judgeRun(buildRunSummary({ series: [{ name: 'GET /a', seconds }] }), promises, 1);
    for (const check of verdict.checks) {
      const live = last?.checks.find(({ name }) => name === check.name);
      assert.equal(live?.state, check.state === 'breached' ? 'broken' : 'holding', check.name);
    }
  }
});

test('A window with abort asks for the end in the second that completes it, and names its rule; other rules do not.', () => {
  const seconds = everySecond(8, (second) => (second < 4 ? { okMs: times(20, 10) } : { failed: 20 }));
  for (const then of ['abort', 'fail', 'warn'] as const) {
    const sla = buildSla({ windows: [buildWindow({ windowMs: 2_000, then })], total: buildRow('total', budget(1)) });
    const told = follow(seconds, sla);
    const first = told.findIndex(({ abort }) => abort !== undefined);
    assert.equal(first, then === 'abort' ? 5 : -1);
    if (then === 'abort') assert.match(told[5]?.abort ?? '', /^total: /);
    assert.equal(told.at(-1)?.checks.at(-1)?.state, then === 'warn' ? 'warning' : 'broken');
  }
});

test('A check tells what was seen so far, its limit, and what it is about.', () => {
  const sla = buildSla({
    endpoints: [buildRow('GET /a', atMostMs(95, 100), atMostMs(50, 5))],
    total: buildRow('total', budget(0.1), buildLimit({ kind: 'count' }, '>=', 300), buildLimit({ kind: 'failures' }, '<=', 3)),
    windows: [buildWindow({ windowMs: 2_000, then: 'fail' })],
  });
  const told = follow(
    everySecond(8, (second) => ({ okMs: times(40, 10), failed: second >= 4 ? 2 : 0 })),
    sla,
  );
  const at = (second: number): readonly string[] =>
    (told[second]?.checks ?? []).map(({ name, state, observed, limit, series, metric, scope }) =>
      [name, state, observed, limit, `${series}/${metric}/${scope}`].join(' | '),
    );
  assert.deepEqual(at(1), [
    'GET /a p95 | waiting | 80 samples | ≤ 100 ms | GET /a/p95/run',
    'GET /a p50 | broken | 10.0 ms | ≤ 5 ms | GET /a/p50/run',
    'total error_budget | holding | 0 % | ≤ 10 % | total/error_budget/run',
    'total count | waiting | 80 | ≥ 300 | total/count/run',
    'total failures | holding | 0 | ≤ 3 | total/failures/run',
    'total error_rate in a window of 2 s | holding | 0 % | ≤ 50 % | total/error_rate/window',
  ]);
  assert.deepEqual(
    at(7).map((line) => line.split(' | ').slice(0, 3).join(' | ')),
    [
      'GET /a p95 | holding | 10.0 ms',
      'GET /a p50 | broken | 10.0 ms',
      'total error_budget | holding | 2.44 %',
      'total count | holding | 328',
      'total failures | broken | 8',
      'total error_rate in a window of 2 s | holding | 4.76 %',
    ],
  );
});

test('A target of which nothing comes back breaks a window when the window is full, and not before.', () => {
  const sla = buildSla({ windows: [buildWindow({ windowMs: 3_000, forWindows: 2 })] });
  const states = follow(everySecond(9, { timedOut: 5 }), sla).map(({ checks }) => checks[0]?.state);
  // A window is three seconds, and two that do not overlap are six.
  assert.deepEqual(states, ['waiting', 'waiting', 'holding', 'holding', 'holding', 'broken', 'broken', 'broken', 'broken']);
});
