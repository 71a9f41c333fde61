import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSecondOf, listJudgedPhases, listSecondsOf } from '../../src/verdict/list-judged-seconds.ts';
import { buildRunSummary } from '../support/build-run-summary.ts';

const run = buildRunSummary({
  phases: [
    { name: 'warm', seconds: 2, warmup: true },
    { name: 'one', seconds: 2.4 },
    { name: 'two', seconds: 3.1 },
    { name: 'rest', seconds: 2, model: 'pause' },
    { name: 'three', seconds: 1, neverBegan: true },
  ],
  series: [],
});

test('all phases but warm-ups and pauses are judged', () => {
  assert.deepEqual(listJudgedPhases(run.phases), [1, 2, 4]);
});

test('a second belongs to the phase that holds its middle, so that neighbours share none', () => {
  const [, one, two, , three] = run.phases;
  assert.ok(one && two && three);
  assert.deepEqual(listSecondsOf([one]), [2, 3]);
  assert.deepEqual(listSecondsOf([two]), [4, 5, 6]);
  assert.deepEqual(listSecondsOf([two, three, one]), [2, 3, 4, 5, 6]);
});

test('asking second by second, as a live run does, gives the same seconds', () => {
  const judged = run.phases.filter((_, place) => listJudgedPhases(run.phases).includes(place));
  const asked = Array.from({ length: 20 }, (_, second) => second).filter((second) => isSecondOf(judged, second));
  assert.deepEqual(asked, listSecondsOf(judged));
});

test('a phase that has begun and not ended goes on, and one that never began has no second', () => {
  assert.equal(isSecondOf([{ startMs: 5_000, endMs: undefined }], 99), true);
  assert.equal(isSecondOf([{ startMs: 5_000, endMs: undefined }], 4), false);
  assert.equal(isSecondOf([{ startMs: undefined, endMs: undefined }], 4), false);
});
