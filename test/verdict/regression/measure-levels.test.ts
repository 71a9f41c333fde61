import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildFingerprint } from '../../../src/metrics/build-fingerprint.ts';
import { mergeDistributions, percentileUs } from '../../../src/metrics/distribution.ts';
import type { BaselineRun } from '../../../src/verdict/regression/baseline-run.ts';
import { followLevel, measureFence, type LevelPoint } from '../../../src/verdict/regression/follow-level.ts';
import { measureLevels } from '../../../src/verdict/regression/measure-levels.ts';
import { burstOf } from '../../support/build-stored-runs.ts';

const FINGERPRINT = buildFingerprint(burstOf(0, 0, 1));

function runOf(day: number, factor: number, rest: Partial<BaselineRun> = {}): BaselineRun {
  const bursts = [burstOf(day, 0, factor), burstOf(day, 1, factor)];
  return {
    id: `run-${day}`,
    startedAt: bursts[0]?.startedAt ?? '',
    commit: '',
    fingerprint: FINGERPRINT,
    event: 'push',
    isDefaultBranch: true,
    isValid: true,
    isAccepted: true,
    isAcceptedByHand: false,
    bursts,
    ...rest,
  };
}

const levelOf = (history: readonly BaselineRun[], percentile = 95) =>
  measureLevels({ history, fingerprint: FINGERPRINT, percentiles: [percentile] }).get(`GET /items p${percentile}`);

test('the level is the geometric mean of the percentiles that reports show, over the bursts and the runs that make it', () => {
  const history = [1, 2, 3, 4, 5, 6].map((day) => runOf(day, 1));
  const logs = history.flatMap(({ bursts }) =>
    bursts.map(({ series }) =>
      Math.log(percentileUs(mergeDistributions(series.flatMap(({ perPhase }) => perPhase.map(({ latency }) => latency))), 95) ?? 0),
    ),
  );
  const expected = Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length);
  const level = levelOf(history);
  assert.ok(level);
  assert.ok(Math.abs(level.us / expected - 1) < 1e-9);
  assert.deepEqual(
    [...level.members].sort(),
    history.map(({ id }) => id),
  );
  assert.ok(level.fence && level.fence.lowUs < level.us && level.us < level.fence.highUs);
});

test('a run far from the others is an outlier, beyond the fence, and no part of the level', () => {
  const steady = [1, 2, 3, 4, 5, 6, 7].map((day) => runOf(day, 1));
  const level = levelOf([...steady, runOf(8, 3), runOf(9, 1)]);
  assert.ok(level?.fence);
  assert.deepEqual([...level.outliers.keys()], ['run-8']);
  assert.ok(!level.members.has('run-8'));
  const change = level.outliers.get('run-8') ?? 0;
  assert.ok(Math.abs(change - 2) < 0.1, String(change));
  assert.ok(level.us * (1 + change) > level.fence.highUs);
  assert.ok(level.fence.highUs < 1.5 * level.us);
});

test('an accepted run begins a level, and what was before is no part of it', () => {
  const before = [1, 2, 3, 4, 5, 6].map((day) => runOf(day, 1));
  const level = levelOf([...before, runOf(7, 2, { isAcceptedByHand: true }), runOf(8, 2)]);
  assert.deepEqual([...(level?.members ?? [])], ['run-7', 'run-8']);
  assert.equal(level?.fence, undefined);
});

test('runs that do not count have no part in it, and without any there is no level', () => {
  const level = levelOf([runOf(1, 1), runOf(2, 5, { isAccepted: false }), runOf(3, 5, { isDefaultBranch: false })]);
  assert.deepEqual([...(level?.members ?? [])], ['run-1']);
  assert.equal(levelOf([runOf(2, 5, { isAccepted: false })]), undefined);
  assert.equal(levelOf([]), undefined);
});

test('a percentile without enough samples beyond it has none', () => {
  assert.ok(levelOf([runOf(1, 1)], 50));
  assert.equal(levelOf([runOf(1, 1)], 99.9), undefined);
});

test('the fence is where the next run would be an outlier, and not before', () => {
  const points = [10, 10.1, 9.9, 10.2, 9.8, 10.05].map((value, place): LevelPoint => ({ id: `${place}`, value, isAcceptedByHand: false }));
  const fence = measureFence(points, 0.02);
  assert.ok(fence);
  const middle = 10.025;
  for (const [share, isOut] of [
    [0.99, false],
    [1.01, true],
    [-0.99, false],
    [-1.01, true],
  ] as const) {
    const next: LevelPoint = { id: 'next', value: middle + share * fence, isAcceptedByHand: false };
    const found = followLevel([...points, next], 0.02).outliers.some(({ point }) => point === next);
    assert.equal(found, isOut, `${share} of the fence`);
  }
  assert.equal(measureFence(points.slice(0, 4), 0.02), undefined);
});
