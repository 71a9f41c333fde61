import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sla } from '../../src/config/sla.ts';
import { judgeRun } from '../../src/verdict/judge-run.ts';
import { listCompletedSeconds } from '../../src/verdict/check-windows.ts';
import { LiveJudge, type LiveJudgement } from '../../src/verdict/live-judge.ts';
import { buildRunSummary, everySecond, times, type SecondInput } from '../support/build-run-summary.ts';
import { atMostMs, budget, buildRow, buildSla, buildWindow } from '../support/build-sla.ts';

/** Feeds a run to a live judge second by second; at the end it has seen the whole run, as the verdict does. */
function follow(seconds: readonly SecondInput[], sla: Sla): readonly LiveJudgement[] {
  const run = buildRunSummary({ series: [{ name: 'GET /a', seconds }] });
  const plan = { phases: run.phases.map((phase) => phase.plan), series: run.series };
  const judge = new LiveJudge(sla, plan);
  return listCompletedSeconds(run).map((second) => {
    const soFar = buildRunSummary({ series: [{ name: 'GET /a', seconds: seconds.slice(0, second.second + 1) }] });
    return judge.judge(second, (series) => soFar.series[series]?.perPhase ?? []);
  });
}

const promises = buildSla({ endpoints: [buildRow('GET /a', atMostMs(95, 100))], total: buildRow('total', budget(0.1)) });

test('A row is shown from the second in which it has enough samples, and turns to broken in the second that breaks it.', () => {
  const told = follow(
    everySecond(10, (second) => ({ okMs: times(50, second < 6 ? 10 : 500) })),
    promises,
  );
  const states = told.map(({ checks }) => checks.find((check) => check.name === 'GET /a p95')?.state);
  // 50 a second: 200 samples, which a p95 needs, are there with the fourth; 5 % of 350 are slow with the seventh.
  assert.deepEqual(states, [undefined, undefined, undefined, 'holding', 'holding', 'holding', 'broken', 'broken', 'broken', 'broken']);
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
    assert.equal(told.at(-1)?.checks.at(-1)?.state, 'broken');
  }
});
