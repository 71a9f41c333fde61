import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LevelChange } from '../../src/metrics/run-summary.ts';
import { traceLevels } from '../../src/metrics/trace-levels.ts';
import { planOf } from '../support/build-plan.ts';

type Stretch = readonly [
  phase: number,
  startMs: number,
  endMs: number,
  fromUsers: number,
  users: number,
  rampMs: number,
  by: 'hand' | 'plan',
];

const change = (phase: number, atMs: number, fromUsers: number, users: number, spawnRatePerSec: number): LevelChange => ({
  atMs,
  phase,
  fromUsers,
  users,
  spawnRatePerSec,
});

const CASES: readonly {
  readonly name: string;
  readonly phases: string;
  readonly changes: readonly LevelChange[];
  readonly expected: readonly Stretch[];
}[] = [
  {
    name: 'without a change are the plan',
    phases: '{ users: 4, duration: 4s }, { users: 8, ramp: 2s, duration: 4s }',
    changes: [],
    expected: [
      [0, 0, 4_000, 0, 4, 0, 'plan'],
      [1, 4_000, 8_000, 4, 8, 2_000, 'plan'],
    ],
  },
  {
    name: 'follow each change to the next, and the phase after begins from there in its time',
    phases: '{ users: 4, duration: 4s }, { users: 8, ramp: 2s, duration: 4s }',
    changes: [change(0, 1_000, 4, 10, 6), change(0, 3_000, 10, 20, 5)],
    expected: [
      [0, 0, 1_000, 0, 4, 0, 'plan'],
      [0, 1_000, 3_000, 4, 10, 1_000, 'hand'],
      // One second of two.
      [0, 3_000, 4_000, 10, 20, 2_000, 'hand'],
      [1, 4_000, 8_000, 16, 8, 2_000, 'hand'],
    ],
  },
  {
    name: 'forget it all after a pause',
    phases: '{ users: 4, duration: 4s }, { name: rest, pause: 1s }, { users: 8, spawn_rate: 4/s, duration: 4s }',
    changes: [change(0, 1_000, 4, 10, 6)],
    expected: [
      [0, 0, 1_000, 0, 4, 0, 'plan'],
      [0, 1_000, 4_000, 4, 10, 1_000, 'hand'],
      [2, 5_000, 9_000, 0, 8, 2_000, 'plan'],
    ],
  },
  {
    name: 'know nothing of phases without a level, and of changes that came too late',
    phases: '{ arrival_rate: 5/s, duration: 4s }, { users: 8, duration: 4s }',
    changes: [change(1, 8_500, 8, 10, 6)],
    expected: [[1, 4_000, 8_000, 0, 8, 0, 'plan']],
  },
];

for (const { name, phases, changes, expected } of CASES) {
  test(`levels ${name}`, () => {
    let endMs = 0;
    const timed = planOf(`steps: [ { get: / } ]\nphases: [ ${phases} ]`).phases.map((plan) => {
      const startMs = endMs;
      endMs += plan.durationMs;
      return { plan, startMs, endMs };
    });
    const traced = traceLevels(timed, changes).map(({ phase, startMs, endMs: until, curve, isByHand }): Stretch => [
      phase,
      startMs,
      until,
      curve.fromUsers,
      curve.users,
      curve.rampMs,
      isByHand ? 'hand' : 'plan',
    ]);
    assert.deepEqual(traced, expected);
  });
}

test('levels of phases that never began are left out', () => {
  const [plan] = planOf('steps: [ { get: / } ]\nphases: [ { users: 4, duration: 4s } ]').phases;
  assert.ok(plan);
  assert.deepEqual(traceLevels([{ plan, startMs: undefined, endMs: undefined }], []), []);
});
