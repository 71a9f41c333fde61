import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PlannedPhase } from '../../src/plan/plan.ts';
import { planOf } from '../support/build-plan.ts';

function phasesOf(phases: string, more = ''): readonly PlannedPhase[] {
  return planOf(`steps: [ { get: / } ]\n${more}\nphases: ${phases}`).phases;
}

describe('a planned phase', () => {
  const rows: readonly { name: string; phases: string; expected: readonly Partial<Record<string, unknown>>[] }[] = [
    {
      name: 'of the open model ramps from the rate before',
      phases: '[ { arrival_rate: 10/s, duration: 10s }, { arrival_rate: 30/s, ramp: 10s } ]',
      expected: [
        { fromRatePerSec: 0, ratePerSec: 10, rampMs: 0, plannedArrivals: 100 },
        { fromRatePerSec: 10, ratePerSec: 30, rampMs: 10_000, plannedArrivals: 200 },
      ],
    },
    {
      name: 'begins from nothing after a pause',
      phases: '[ { arrival_rate: 10/s, duration: 10s }, { pause: 5s }, { arrival_rate: 30/s, ramp: 10s } ]',
      expected: [{}, { model: 'pause', durationMs: 5_000 }, { fromRatePerSec: 0, plannedArrivals: 150 }],
    },
    {
      name: 'begins from nothing after a change of model',
      phases: '[ { users: 10, duration: 10s }, { arrival_rate: 30/s, ramp: 10s }, { users: 4, ramp: 4s } ]',
      expected: [{ fromUsers: 0, users: 10 }, { fromRatePerSec: 0 }, { fromUsers: 0, users: 4, rampMs: 4_000 }],
    },
    {
      name: 'of the closed model counts its ramp from the spawn rate, up and down',
      phases: '[ { users: 100, spawn_rate: 20/s, duration: 10s }, { users: 40, spawn_rate: 10/s, duration: 10s } ]',
      expected: [
        { fromUsers: 0, users: 100, rampMs: 5_000 },
        { fromUsers: 100, users: 40, rampMs: 6_000 },
      ],
    },
    {
      name: 'begins at the level that the one before reached, not at the one it was after',
      phases: '[ { users: 100, spawn_rate: 2/s, duration: 10.25s }, { users: 100, duration: 10s } ]',
      expected: [{ users: 100, rampMs: 50_000 }, { fromUsers: 21 }],
    },
    {
      name: 'has twice as many users as arrivals a second, 10 to 10,000, where nothing is said',
      phases: '[ { arrival_rate: 2/s, duration: 1s }, { arrival_rate: 33/s, duration: 1s }, { arrival_rate: 9000/s, duration: 1s } ]',
      expected: [{ maxUsers: 10 }, { maxUsers: 66 }, { maxUsers: 10_000 }],
    },
    {
      name: 'has users enough for the rate that it ramps down from',
      phases: '[ { arrival_rate: 50/s, duration: 1s }, { arrival_rate: 0/s, ramp: 2s } ]',
      expected: [{ maxUsers: 100 }, { maxUsers: 100, plannedArrivals: 50 }],
    },
    {
      name: 'has the users that were written',
      phases: '[ { arrival_rate: 2/s, duration: 1s, max_users: 3 } ]',
      expected: [{ maxUsers: 3 }],
    },
    {
      name: 'of fixed work keeps its own time',
      phases: '[ { iterations: 50, users: 5, max_duration: 20s } ]',
      expected: [{ model: 'iterations', iterations: 50, users: 5, durationMs: 20_000 }],
    },
  ];
  for (const { name, phases, expected } of rows) {
    it(name, () => {
      const planned = phasesOf(phases);
      assert.equal(planned.length, expected.length);
      for (const [index, part] of expected.entries()) assert.deepEqual({ ...planned[index], ...part }, planned[index]);
    });
  }
  it('of fixed work without a limit may take what the time box leaves', () => {
    // 60 s − 10 s of load − 5 s of pause − 10 s for the last answers.
    const [, , work] = phasesOf('[ { users: 1, duration: 10s }, { pause: 5s }, { iterations: 50 } ]', 'time_box: 1m');
    assert.equal(work?.durationMs, 35_000);
  });
  it('of fixed work shares that with others of its kind', () => {
    const planned = phasesOf('[ { iterations: 50 }, { iterations: 5 } ]', 'time_box: 1m');
    assert.deepEqual(
      planned.map((phase) => phase.durationMs),
      [25_000, 25_000],
    );
  });
  it('has other Poisson arrivals than the same phase after it', () => {
    const planned = phasesOf(
      '[ { arrival_rate: 50/s, duration: 20s, arrivals: poisson }, { arrival_rate: 50/s, duration: 20s, arrivals: poisson } ]',
    );
    const [first, second] = planned.map((phase) => (phase.model === 'open' ? phase.plannedArrivals : 0));
    assert.notEqual(first, second);
  });
});
