import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LevelChange } from '../../src/metrics/run-summary.ts';
import { planOf } from '../support/build-plan.ts';
import { runEngines, type EngineRun, type EngineWishes } from '../support/run-engines.ts';

type Levels = NonNullable<EngineWishes['levels']>;

const LOGIN = 'users: { one: { think: 50ms, start: [ { get: /login } ], steps: [ { get: /a } ] } }';

/** Runs phases in which each user logs in once. */
function run(phases: string, levels: Levels, workers = 1): EngineRun {
  return runEngines(planOf(`${LOGIN}\nphases: [ ${phases} ]`), { workers, levels, answer: () => ({ afterMs: 20 }) });
}

/** A straight line between corners, each a time in ms and a number of users. */
function along(corners: readonly (readonly [atMs: number, users: number])[], ms: number): number {
  const next = corners.findIndex(([atMs]) => atMs >= ms);
  const [toMs, to] = corners[next] ?? corners.at(-1) ?? [0, 0];
  const [fromMs, from] = corners[next - 1] ?? [toMs, to];
  return toMs === fromMs ? to : from + ((to - from) * (ms - fromMs)) / (toMs - fromMs);
}

/** The users at the end of each second are those of the line, but for one who joins in that moment and those who finish what they do. */
function assertFollows({ seconds, run: { imbalances } }: EngineRun, corners: readonly (readonly [number, number])[]): void {
  assert.deepEqual(imbalances, []);
  for (const { second, users } of seconds.filter((each) => (each.second + 1) * 1_000 < (corners.at(-1)?.[0] ?? 0))) {
    const asked = along(corners, (second + 1) * 1_000);
    assert.ok(Math.abs(users - asked) <= 2, `${users} users after second ${second}, asked are ${asked}`);
  }
}

const CASES: readonly {
  readonly name: string;
  readonly phases: string;
  readonly levels: Levels;
  readonly corners: readonly (readonly [number, number])[];
  readonly logins: number;
}[] = [
  {
    name: 'raised, then lowered',
    phases: '{ users: 10, duration: 10s }',
    levels: [
      { phase: 0, users: 30, spawnRatePerSec: 10, atMs: 2_000 },
      { phase: 0, users: 5, spawnRatePerSec: 10, atMs: 6_000 },
    ],
    // 20 more at 10 a second take 2 s; 25 fewer take 2.5 s.
    corners: [[0, 10], [2_005, 10], [4_005, 30], [6_005, 30], [8_505, 5], [10_000, 5]], // prettier-ignore
    logins: 30,
  },
  {
    name: 'turned round in the middle of a ramp up',
    phases: '{ users: 40, ramp: 8s, duration: 10s }',
    levels: [{ phase: 0, users: 4, spawnRatePerSec: 8, atMs: 4_000 }],
    corners: [
      [0, 0],
      [4_005, 20],
      [6_005, 4],
      [10_000, 4],
    ],
    logins: 21,
  },
  {
    name: 'stopped in the middle of a ramp down, and raised',
    phases: '{ users: 24, duration: 1s }, { users: 0, ramp: 8s, duration: 10s }',
    levels: [{ phase: 1, users: 20, spawnRatePerSec: 4, atMs: 5_000 }],
    corners: [
      [0, 24],
      [1_000, 24],
      [5_005, 12],
      [7_005, 20],
      [11_000, 20],
    ],
    logins: 32,
  },
  {
    name: 'lowered to nobody, and raised again',
    phases: '{ users: 6, duration: 8s }',
    levels: [
      { phase: 0, users: 0, spawnRatePerSec: 1_000, atMs: 1_500 },
      { phase: 0, users: 3, spawnRatePerSec: 1_000, atMs: 4_500 },
    ],
    corners: [
      [0, 6],
      [1_505, 6],
      [1_511, 0],
      [4_505, 0],
      [4_508, 3],
      [8_000, 3],
    ],
    logins: 9,
  },
  {
    name: 'carried into a phase with a spawn rate, which it keeps',
    phases: '{ users: 10, duration: 2s }, { users: 20, spawn_rate: 10/s, duration: 6s }, { users: 4, spawn_rate: 8/s, duration: 3s }',
    levels: [{ phase: 0, users: 50, spawnRatePerSec: 100, atMs: 1_000 }],
    // From 50 to 20 at 10 a second: 3 s instead of the second that was planned.
    corners: [
      [0, 10],
      [1_005, 10],
      [1_405, 50],
      [2_000, 50],
      [5_000, 20],
      [8_000, 20],
      [10_000, 4],
      [11_000, 4],
    ],
    logins: 50,
  },
  {
    name: 'carried into a phase with a ramp, whose time it keeps',
    phases: '{ users: 10, duration: 2s }, { users: 20, ramp: 4s, duration: 6s }',
    levels: [{ phase: 0, users: 40, spawnRatePerSec: 100, atMs: 1_000 }],
    corners: [
      [0, 10],
      [1_005, 10],
      [1_305, 40],
      [2_000, 40],
      [6_000, 20],
      [8_000, 20],
    ],
    logins: 40,
  },
  {
    name: 'carried half-way into a phase that begins at once',
    phases: '{ users: 10, duration: 2s }, { users: 12, duration: 3s }',
    levels: [{ phase: 0, users: 40, spawnRatePerSec: 10, atMs: 1_000 }],
    corners: [
      [0, 10],
      [1_005, 10],
      [2_000, 20],
      [2_001, 12],
      [5_000, 12],
    ],
    logins: 20,
  },
  {
    name: 'carried through a phase into the one after it, and changed there once more',
    phases: '{ users: 2, duration: 2s }, { users: 2, spawn_rate: 2/s, duration: 4s }, { users: 2, duration: 4s }',
    levels: [
      { phase: 0, users: 18, spawnRatePerSec: 100, atMs: 1_000 },
      { phase: 2, users: 6, spawnRatePerSec: 2, atMs: 7_000 },
    ],
    corners: [
      [0, 2],
      [1_005, 2],
      [1_165, 18],
      [2_000, 18],
      [6_000, 10],
      [6_001, 2],
      [7_005, 2],
      [9_005, 6],
      [10_000, 6],
    ],
    logins: 22,
  },
];

describe('a level that is set by hand', () => {
  for (const { name, phases, levels, corners, logins } of CASES) {
    for (const workers of [1, 2, 3]) {
      it(`is followed to the user when it is ${name}, over ${workers} workers`, () => {
        const told = run(phases, levels, workers);
        assertFollows(told, corners);
        assert.equal(told.run.levelChanges.length, levels.length);
        const came = told.sent.filter(({ path }) => path === '/login').length;
        assert.ok(Math.abs(came - logins) <= 1, `${came} users came, ${logins} were to`);
      });
    }
  }

  it('says from which level it was changed, and when', () => {
    const { run: summary } = run('{ users: 10, ramp: 10s, duration: 12s }', [
      { phase: 0, users: 30, spawnRatePerSec: 5, atMs: 4_495 },
      { phase: 0, users: 1, spawnRatePerSec: 50, atMs: 6_500 },
    ]);
    const expected: readonly LevelChange[] = [
      // User n of the plan joins after n seconds: 0 to 4 are there; then one every 200 ms, the first at once.
      { atMs: 4_500, phase: 0, fromUsers: 5, users: 30, spawnRatePerSec: 5 },
      { atMs: 6_505, phase: 0, fromUsers: 5 + 11, users: 1, spawnRatePerSec: 50 },
    ];
    assert.deepEqual(summary.levelChanges, expected);
  });

  it('is forgotten after a pause, as the level of the plan is', () => {
    const told = run('{ users: 3, duration: 2s }, { name: rest, pause: 1s }, { users: 5, duration: 2s }', [
      { phase: 0, users: 9, spawnRatePerSec: 100, atMs: 1_000 },
    ]);
    assert.deepEqual(
      told.seconds.slice(0, 4).map(({ users }) => users),
      [3, 9, 9, 5],
    );
    assert.equal(told.sent.filter(({ path }) => path === '/login').length, 9);
  });

  it('is refused in fixed work, in a pause, in an open phase, and in a phase that is over or yet to come', () => {
    const phases =
      '{ iterations: 40, users: 2, max_duration: 5s }, { name: rest, pause: 1s }, { arrival_rate: 10/s, duration: 1s }, { users: 2, duration: 1s }';
    const times = [300, 900, 1_700, 2_700, 3_300];
    const { run: summary } = run(
      phases,
      times.flatMap((atMs, place) => [0, 1, 2, 3].map((phase) => ({ atMs, phase, users: 3 + place, spawnRatePerSec: 10 }))),
    );
    // 40 iterations of 20 ms by two users take 0.4 s: the phases begin near 0.4, 1.4 and 2.4 s, and the last is over near 3.4 s.
    assert.deepEqual(
      summary.levelChanges.map(({ phase, users }) => [phase, users]),
      [[3, 6]],
    );
    assert.equal(summary.phases[3]?.peakUsers, 6);
  });

  it('does not wake a user who rests and may stay after all', () => {
    const yaml = 'users: { one: { think: 4s, steps: [ { get: /a } ] } }\nphases: [ { users: 4, duration: 6s } ]';
    const { sent } = runEngines(planOf(yaml), {
      levels: [
        { phase: 0, users: 0, spawnRatePerSec: 1, atMs: 500 },
        { phase: 0, users: 4, spawnRatePerSec: 100, atMs: 900 },
      ],
      answer: () => ({ afterMs: 20 }),
    });
    const times = sent.map(({ atMs }) => Math.round(atMs / 10) * 10);
    assert.deepEqual(times, [0, 0, 0, 0, 4_020, 4_020, 4_020, 4_020]);
  });

  it('keeps a user who was busy when it was to leave, and does not bring it back before its time', () => {
    const yaml = 'http: { timeout: 9s }\nsteps: [ { get: /a } ]\nphases: [ { users: 4, duration: 8s } ]';
    const { sent, run: summary } = runEngines(planOf(yaml), {
      levels: [
        { phase: 0, users: 0, spawnRatePerSec: 1_000, atMs: 500 },
        { phase: 0, users: 4, spawnRatePerSec: 1, atMs: 1_995 },
      ],
      answer: ({ atMs }) => ({ afterMs: atMs < 500 ? 2_500 : 100 }),
    });
    // All four are busy until 2.5 s; from 2 s on user n is back n seconds later.
    const inSecond = (second: number): number => sent.filter(({ atMs }) => Math.floor(atMs / 1_000) === second).length;
    assert.deepEqual([0, 1, 2, 3, 4, 5].map(inSecond), [4, 0, 5, 20, 30, 40]);
    assert.deepEqual(summary.imbalances, []);
  });
});
