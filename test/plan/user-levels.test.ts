import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assignProfiles, joinMs, leaveMs, levelAtMs, pickWeighted } from '../../src/plan/user-levels.ts';

describe('users that join', () => {
  const climb = { fromUsers: 2, users: 6, rampMs: 4_000 };
  it('come one after the other over the ramp, the first at once, the last a step before its end', () => {
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 6].map((ordinal) => joinMs(climb, ordinal)),
      [0, 0, 0, 1_000, 2_000, 3_000, Number.POSITIVE_INFINITY],
    );
  });
  it('come all at once without a ramp', () => {
    assert.deepEqual(
      [0, 4, 9].map((ordinal) => joinMs({ fromUsers: 0, users: 10, rampMs: 0 }, ordinal)),
      [0, 0, 0],
    );
  });
  it('do not leave while the level grows', () => {
    assert.ok([0, 1, 2, 3, 4, 5].every((ordinal) => leaveMs(climb, ordinal) === Number.POSITIVE_INFINITY));
  });
});

describe('users that leave', () => {
  const fall = { fromUsers: 6, users: 2, rampMs: 4_000 };
  it('go from the youngest on, the last of them when the ramp ends', () => {
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5].map((ordinal) => leaveMs(fall, ordinal)),
      [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 4_000, 3_000, 2_000, 1_000],
    );
  });
  it('go at once where they are beyond any level', () => {
    assert.equal(leaveMs(fall, 6), 0);
  });
  it('may be all of them', () => {
    assert.equal(leaveMs({ fromUsers: 3, users: 0, rampMs: 3_000 }, 0), 3_000);
  });
});

describe('the level', () => {
  const rows = [
    { name: 'before a ramp is the old one and the first who joins', curve: { fromUsers: 2, users: 6, rampMs: 4_000 }, ms: 0, level: 3 },
    { name: 'half-way up', curve: { fromUsers: 2, users: 6, rampMs: 4_000 }, ms: 1_500, level: 4 },
    { name: 'after the ramp', curve: { fromUsers: 2, users: 6, rampMs: 4_000 }, ms: 60_000, level: 6 },
    { name: 'half-way down', curve: { fromUsers: 6, users: 2, rampMs: 4_000 }, ms: 2_500, level: 4 },
    { name: 'after a fall', curve: { fromUsers: 6, users: 0, rampMs: 4_000 }, ms: 4_000, level: 0 },
    { name: 'of nobody', curve: { fromUsers: 0, users: 0, rampMs: 0 }, ms: 10, level: 0 },
  ];
  for (const { name, curve, ms, level } of rows) it(name, () => assert.equal(levelAtMs(curve, ms), level));
});

describe('profiles by weight', () => {
  it('are dealt out in turns', () => {
    assert.deepEqual(assignProfiles([1, 1], 4), [0, 1, 0, 1]);
    assert.deepEqual(assignProfiles([2, 1], 6), [0, 1, 0, 0, 1, 0]);
  });
  it('are exact after a whole round', () => {
    const assigned = assignProfiles([60, 30, 10], 100);
    assert.deepEqual(
      [0, 1, 2].map((profile) => assigned.filter((each) => each === profile).length),
      [60, 30, 10],
    );
  });
  it('are none for nobody', () => assert.deepEqual(assignProfiles([1, 2], 0), []));
});

describe('a weighted draw', () => {
  const rows = [
    { name: 'takes the first at the very start', draw: 0, picked: 0 },
    { name: 'takes the first below its share', draw: 0.2499, picked: 0 },
    { name: 'takes the second from there on', draw: 0.25, picked: 1 },
    { name: 'takes the last at the very end', draw: 1 - 2 ** -32, picked: 1 },
  ];
  for (const { name, draw, picked } of rows) it(name, () => assert.equal(pickWeighted([1, 3], draw), picked));
  it('of nothing is -1', () => assert.equal(pickWeighted([], 0.5), -1));
});
