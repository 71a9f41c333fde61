import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunSummary } from '../../../src/metrics/run-summary.ts';
import { drawUsers } from '../../../src/report/html/draw-users.ts';
import { usersChart } from '../../../src/report/html/load-charts.ts';
import { phasesSection } from '../../../src/report/html/run-sections.ts';
import { buildRunSummary } from '../../support/build-run-summary.ts';

const SECONDS = { stepSec: 1, endSec: 14 };

/** A ramp from 0 to 8 users in 4 s, a pause, 6 s with 6 users; as many were there in each second as `users` says. */
function buildRun(users: readonly number[], more: Partial<RunSummary> = {}): RunSummary {
  const run = buildRunSummary({
    phases: [
      { name: 'climb', seconds: 6 },
      { name: 'rest', seconds: 2, model: 'pause' },
      { name: 'steady', seconds: 6 },
    ],
  });
  const [climb, rest, steady] = run.phases;
  assert.ok(climb && rest && steady && climb.plan.model === 'closed' && steady.plan.model === 'closed');
  const timeline = users.map((count, second) => ({ ...run.timeline[0], second, users: count }) as RunSummary['timeline'][number]);
  return {
    ...run,
    phases: [
      { ...climb, plan: { ...climb.plan, fromUsers: 0, users: 8, rampMs: 4_000 }, peakUsers: 9 },
      rest,
      { ...steady, plan: { ...steady.plan, fromUsers: 0, users: 6, rampMs: 0 }, peakUsers: 7 },
    ],
    timeline,
    ...more,
  };
}

const there = [2, 4, 6, 8, 8, 8, 8, 8, 6, 6, 6, 6, 6, 0];
const planned = [2, 4, 6, 8, 8, 8, undefined, undefined, 6, 6, 6, 6, 6, 6];
const valuesOf = (run: RunSummary, axis = SECONDS): unknown =>
  Object.fromEntries(drawUsers(run, axis).map(({ label, values }) => [label, values]));

test('Users over time are those that were there at the end of each second, beside those that were planned.', () => {
  assert.deepEqual(valuesOf(buildRun(there)), { there, 'planned, or allowed': planned });
});

test('A coarser step has the users of its end.', () => {
  const axis = { stepSec: 4, endSec: 14 };
  assert.deepEqual(valuesOf(buildRun(there), axis), { there: [8, 8, 6, 0], 'planned, or allowed': [8, undefined, 6, 6] });
});

test('A second that nobody counted is a gap, and results without any have the most of each phase.', () => {
  const run = buildRun(there);
  const gap = { ...run, timeline: run.timeline.filter(({ second }) => second !== 3) };
  assert.deepEqual(drawUsers(gap, SECONDS)[0]?.values, there.with(3, undefined as unknown as number));
  const old = [9, 9, 9, 9, 9, 9, undefined, undefined, 7, 7, 7, 7, 7, 7];
  assert.deepEqual(valuesOf(buildRun([])), { 'at most in the phase': old, 'planned, or allowed': planned });
});

const CHANGES: RunSummary['levelChanges'] = [
  { atMs: 2_000, phase: 0, fromUsers: 5, users: 20, spawnRatePerSec: 5 },
  { atMs: 10_000, phase: 2, fromUsers: 6, users: 2, spawnRatePerSec: 2 },
];

test('What was set by hand is drawn from its moment to the end of its phase, and told in words and in a table.', () => {
  const run = buildRun([2, 4, 11, 16, 20, 20, 20, 20, 6, 6, 4, 2, 2, 0], { levelChanges: CHANGES });
  const byHand = drawUsers(run, SECONDS)[2];
  const none = undefined;
  assert.deepEqual(byHand?.values, [none, none, 10, 15, 20, 20, none, none, none, none, 4, 2, 2, 2]);
  const chart = usersChart(run, { id: 'chart-users', size: 'low', mostSteps: 300 }).toString();
  assert.match(chart, /Set by hand: from 5 to 20 at 2 s, from 6 to 2 at 10 s\./);
  const text = phasesSection(run)
    .html.toString()
    .replaceAll(/<[^>]*>/g, '|');
  assert.match(text, /\|climb\|+2 s\|+5\|+20\|+5\/s\|+20\|/);
  assert.match(text, /\|steady\|+10 s\|+6\|+2\|+2\/s\|+2\|/);
});

test('The phase after one that was changed is drawn from where it really began.', () => {
  const run = buildRunSummary({
    phases: [
      { name: 'one', seconds: 4 },
      { name: 'two', seconds: 6 },
    ],
    with: { levelChanges: [{ atMs: 2_000, phase: 0, fromUsers: 10, users: 30, spawnRatePerSec: 20 }] },
  });
  const [one, two] = run.phases;
  assert.ok(one && two && two.plan.model === 'closed');
  const paced = { ...run, phases: [one, { ...two, plan: { ...two.plan, spawnRatePerSec: 5 } }] };
  // Down from 30 to 10 at 5 a second.
  const none = undefined;
  assert.deepEqual(drawUsers(paced, { stepSec: 1, endSec: 10 })[2]?.values, [none, none, 30, 30, 25, 20, 15, 10, 10, 10]);
});
