import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LevelBook } from '../../src/load/level-book.ts';
import type { WantedLevel } from '../../src/metrics/burst.ts';
import { planOf } from '../support/build-plan.ts';

const CAPS = { maxRatePerSec: 1e6, maxUsers: 100, maxDurationMs: 1e9, maxBytes: 1e15 };
const PLAN = planOf(
  'steps: [ { get: / } ]\nphases: [ { users: 10, duration: 5s }, { name: rest, pause: 1s }, { users: 4, duration: 4s } ]',
  {
    caps: CAPS,
  },
);
const WISH: WantedLevel = { phase: 0, users: 20, spawnRatePerSec: 10 };

const REFUSED: readonly (readonly [name: string, wish: Partial<WantedLevel>, atMs: number])[] = [
  ['before the phase', { phase: 2 }, 5_900],
  ['after it', {}, 5_001],
  ['so near to its end that some workers might not hear of it', {}, 4_900],
  ['in a pause', { phase: 1 }, 5_500],
  ['in a phase that there is not', { phase: 3 }, 7_000],
  ['in no phase', { phase: Number.NaN }, 1_000],
  ['before the run', {}, -1],
  ['at no time', {}, Number.NaN],
  ['for more users than the cap', { users: 101 }, 1_000],
  ['for half a user', { users: 2.5 }, 1_000],
  ['for fewer than nobody', { users: -1 }, 1_000],
  ['for no number of users', { users: Number.NaN }, 1_000],
  ['at a rate of 0', { spawnRatePerSec: 0 }, 1_000],
  ['at a rate below 0', { spawnRatePerSec: -1 }, 1_000],
  ['at an endless rate', { spawnRatePerSec: Number.POSITIVE_INFINITY }, 1_000],
];

describe('a level is refused', () => {
  for (const [name, wish, atMs] of REFUSED) {
    it(name, () => {
      const book = new LevelBook(PLAN);
      assert.equal(book.set({ ...WISH, ...wish }, atMs), 'refused');
      assert.deepEqual(book.changes, []);
    });
  }

  it('when it comes out of order, or as one of thousands', () => {
    const book = new LevelBook(PLAN);
    for (let change = 0; change < 1_000; change++) book.set({ ...WISH, users: change % 2 }, 100 + change);
    assert.equal(book.changes.length, 1_000);
    assert.equal(book.set(WISH, 4_000), 'refused');
    const late = new LevelBook(PLAN);
    late.set(WISH, 1_000);
    assert.equal(late.set({ ...WISH, users: 5 }, 1_000), 'refused');
  });
});

describe('a level that is there already', () => {
  it('is no change, and leaves the run as it was planned', () => {
    const book = new LevelBook(PLAN);
    assert.equal(book.set({ ...WISH, users: 10 }, 1_000), 'as-it-is');
    assert.deepEqual(book.changes, []);
  });

  it('is one when the users are on their way to another', () => {
    const book = new LevelBook(PLAN);
    book.set(WISH, 1_000);
    assert.deepEqual(book.set({ ...WISH, users: 15 }, 1_400), { ...WISH, users: 15, fromUsers: 15, atMs: 1_400 });
  });
});

it('A level is changed from the one that the users then have, and after fixed work at the times that came of it.', () => {
  const plan = planOf(
    'steps: [ { get: / } ]\nphases: [ { iterations: 5, users: 1, max_duration: 9s }, { users: 10, ramp: 5s, duration: 5s }, { users: 4, spawn_rate: 2/s, duration: 4s } ]',
    { caps: CAPS },
  );
  const book = new LevelBook(plan);
  assert.equal(book.set({ ...WISH, phase: 1 }, 3_000), 'refused');
  book.beginPhase(1, 2_500);
  const first = book.set({ ...WISH, phase: 1, users: 40, spawnRatePerSec: 100 }, 4_000);
  // User n joins n half seconds after 2.5 s.
  assert.deepEqual(first, { phase: 1, atMs: 4_000, fromUsers: 4, users: 40, spawnRatePerSec: 100 });
  // The next phase goes down from 40 by two users a second.
  const second = book.set({ ...WISH, phase: 2 }, 9_750);
  assert.deepEqual(second, { phase: 2, atMs: 9_750, fromUsers: 36, users: 20, spawnRatePerSec: 10 });
});
