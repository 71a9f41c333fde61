import { DEFAULT_REGRESSION_RULES, type RegressionRules } from '../../src/config/regression-rules.ts';
import type { Fingerprint } from '../../src/metrics/build-fingerprint.ts';
import type { BaselineRun, Burst } from '../../src/verdict/regression/baseline-run.ts';
import { compareHistory } from '../../src/verdict/regression/compare-history.ts';
import type { BuildOutcome, Experiment } from './simulate-live.ts';
import { describeOutcome } from './simulate-live.ts';
import { fastRandom, type FastRandom } from './fast-random.ts';
import { drawLevels, makeBurst } from './make-burst.ts';
import type { World } from './world.ts';

const FINGERPRINT: Fingerprint = { scenarioHash: '0'.repeat(64), profile: undefined, target: 'staging', major: 0 };
const BURST_SECONDS = 60;
const BURSTS_EACH = 2;

/** One build against a history of `stored` unchanged jobs of two bursts each: look 1 is one burst, look 2 two more of the same job. */
export function simulateHistoryBuild(experiment: Experiment, stored: number, seed: number): BuildOutcome {
  const random = fastRandom(seed);
  const { world, endpoints, change } = experiment;
  const rules: RegressionRules = { ...DEFAULT_REGRESSION_RULES, percentiles: [{ percentile: 95, tolerance: experiment.tolerance }] };
  const history = Array.from({ length: stored }, (_, index): BaselineRun => {
    const job = drawJob(world, endpoints, random);
    return {
      ...STORED,
      id: `run-${index}`,
      startedAt: `2026-01-01T00:00:${String(index).padStart(2, '0')}Z`,
      bursts: drawBursts(world, job, BURSTS_EACH, random),
    };
  });
  const job = drawJob(world, endpoints, random);
  job[0] = (job[0] ?? 0) + Math.log1p(change);
  const first = drawBursts(world, job, 1, random);
  const early = compareHistory({ looks: [first], history, fingerprint: FINGERPRINT, rules });
  if (early.state !== 'second-look') return describeOutcome(early, 1);
  const second = drawBursts(world, job, 2, random);
  return describeOutcome(compareHistory({ looks: [first, second], history, fingerprint: FINGERPRINT, rules }), 2);
}

const STORED = {
  commit: '0'.repeat(40),
  fingerprint: FINGERPRINT,
  event: 'push',
  isDefaultBranch: true,
  isValid: true,
  isAccepted: true,
  isAcceptedByHand: false,
};

/** ln µs of the median of each endpoint in one job, deployed anew. */
function drawJob(world: World, endpoints: number, random: FastRandom): Float64Array {
  const runner = random.uniform() < world.slowRunners.share ? Math.log(world.slowRunners.factor) : 0;
  const one = random.normal();
  const sd = Math.hypot(world.jobSd, world.deploymentSd);
  return Float64Array.from(
    { length: endpoints },
    (_, endpoint) => Math.log(20_000 + 8_000 * endpoint) + runner + sd * (world.isOneSystem ? one : random.normal()),
  );
}

function drawBursts(world: World, job: Float64Array, count: number, random: FastRandom): readonly Burst[] {
  return Array.from({ length: count }, () => {
    const common = world.isOneSystem ? drawLevels(world.levelSd, world.levelCorrelation, BURST_SECONDS, random) : undefined;
    const endpoints = [...job].map((middle, endpoint) => {
      const burst = middle + world.burstSd * random.normal();
      const noise = common ?? drawLevels(world.levelSd, world.levelCorrelation, BURST_SECONDS, random);
      return { name: `endpoint-${endpoint}`, ratePerSec: 50, levels: noise.map((level) => burst + level) };
    });
    return makeBurst(world, BURST_SECONDS, endpoints, random);
  });
}
