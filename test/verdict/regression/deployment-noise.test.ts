import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_REGRESSION_RULES } from '../../../src/config/regression-rules.ts';
import {
  estimateDeploymentNoise,
  type DeploymentNoise,
  type NoisePoint,
} from '../../../src/verdict/regression/estimate-deployment-noise.ts';
import { measureNoise } from '../../../src/verdict/regression/measure-noise.ts';
import { fastRandom } from '../../sim/fast-random.ts';
import { simulateFirstLook } from '../../sim/simulate-live.ts';
import { WORLDS, type World } from '../../sim/world.ts';
import { buildBurst } from './build-burst.ts';

const TYPICAL = WORLDS.find(({ name }) => name === 'AR(1), typical') as World;

/** A/A runs of the simulated world. */
function calibrate(world: World, runs: number, endpoints: number): DeploymentNoise {
  const measured = Array.from({ length: runs }, (_, seed) => {
    const { candidate, baseline } = simulateFirstLook({ world, endpoints, change: 0, tolerance: 0.1 }, 40_000 + seed);
    const noise = measureNoise({ ...candidate, ending: { state: 'complete' } }, baseline, DEFAULT_REGRESSION_RULES);
    assert.ok(noise.state === 'measured');
    return noise.points;
  });
  return estimateDeploymentNoise(measured);
}

for (const deploymentSd of [0, 0.02, 0.05, 0.1]) {
  for (const isOneSystem of [false, true]) {
    const how = isOneSystem ? 'as a whole' : 'endpoint by endpoint';
    test(`simulated deployments that differ by ${deploymentSd} ${how} are found to differ by about that`, () => {
      const noise = calibrate({ ...TYPICAL, deploymentSd, isOneSystem }, 40, 3);
      const truth = Math.max(0.01, deploymentSd);
      // 40 runs know a standard deviation to ± 11 % where it stands alone, and less where the noise within runs is of its size.
      assert.ok(Math.abs(noise.tau - truth) < 0.012 + 0.3 * deploymentSd, `${noise.tau}`);
      assert.ok(noise.interval.low <= noise.tau && noise.tau <= noise.interval.high);
      assert.deepEqual([noise.runs, noise.rows.length, noise.rows[0]?.runs], [40, 3, 40]);
    });
  }
}

/** Points of runs of which both deployments are drawn anew, with normal errors of a known size. */
function drawPoints(tau: number, error: number, runs: number, seed: number): readonly (readonly NoisePoint[])[] {
  const { normal } = fastRandom(seed);
  return Array.from({ length: runs }, () => [{ name: 'p95', change: Math.sqrt(2) * tau * normal() + error * normal(), error }]);
}

test('the interval covers the true noise of nineteen estimates in twenty', () => {
  const trials = 2_000;
  let held = 0;
  for (let trial = 0; trial < trials; trial++) {
    const { interval } = estimateDeploymentNoise(drawPoints(0.03, 0.02, 12, trial + 1));
    if (interval.low <= 0.03 && 0.03 <= interval.high) held++;
  }
  // 95 % within four standard errors of 2,000 trials; the floor of 1 % lies below the truth and takes nothing from it.
  assert.ok(Math.abs(held / trials - 0.95) < 4 * Math.sqrt((0.95 * 0.05) / trials), `${held}`);
});

test('the estimate is its formula: half of what the squares have over the errors, and 1 % at least', () => {
  const point = (change: number, error: number): NoisePoint => ({ name: 'GET / p95', change, error });
  const noise = estimateDeploymentNoise([[point(0.05, 0.02)], [point(-0.03, 0.01)], []]);
  assert.ok(Math.abs(noise.tau - Math.sqrt((0.0034 / 2 - 0.0005 / 2) / 2)) < 1e-9);
  assert.equal(noise.runs, 2);
  const [row] = noise.rows;
  assert.ok(row && Math.abs(row.meanChange - 0.01) < 1e-9 && Math.abs(row.spread - Math.sqrt(0.0032)) < 1e-9);
  assert.ok(Math.abs(row.error - Math.sqrt(0.00025)) < 1e-9);
  const still = estimateDeploymentNoise([[point(0, 0.02)], [point(0, 0.02)]]);
  assert.deepEqual([still.tau, still.interval, still.rows[0]?.spread], [0.01, { low: 0.01, high: 0.01 }, 0]);
  assert.throws(() => estimateDeploymentNoise([[], []]), RangeError);
});

test('an A/A run of which a side or an endpoint is broken tells nothing of it', () => {
  const sound = buildBurst([{ ms: 40 }], { seed: 1 });
  const dead = buildBurst([{ ms: 40, perSecond: 0, failedPerSecond: 50 }], { seed: 2 });
  const sparse = buildBurst([{ ms: 40, perSecond: 2 }], { seed: 3 });
  const reasonOf = (candidate: typeof sound, baseline: typeof sound): string => {
    const noise = measureNoise(candidate, baseline, DEFAULT_REGRESSION_RULES);
    return noise.state === 'unfit' ? noise.reason : '';
  };
  assert.match(reasonOf(dead, sound), /^the candidate did not answer soundly \(not one of its 3,000/);
  assert.match(reasonOf(sound, dead), /^the baseline did not answer soundly \(not one of its 3,000/);
  assert.match(reasonOf(sparse, sparse), /^no latency has enough samples/);
  const half = [{ ms: 40 }, { name: 'GET /b', ms: 40, perSecond: 24, failedPerSecond: 26 }];
  const noise = measureNoise(
    buildBurst(half, { seed: 4 }),
    buildBurst([{ ms: 40 }, { name: 'GET /b', ms: 40 }], { seed: 5 }),
    DEFAULT_REGRESSION_RULES,
  );
  assert.deepEqual(noise.state === 'measured' && noise.points.map(({ name }) => name), ['GET /items p95']);
});
