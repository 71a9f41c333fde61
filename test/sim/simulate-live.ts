import { DEFAULT_REGRESSION_RULES, type RegressionRules } from '../../src/config/regression-rules.ts';
import { compareLive, type LiveLook } from '../../src/verdict/regression/compare-live.ts';
import type { RegressionResult } from '../../src/verdict/regression/regression-result.ts';
import { fastRandom, type FastRandom } from './fast-random.ts';
import { drawLevels, makeBurst, type EndpointTraffic } from './make-burst.ts';
import type { World } from './world.ts';

/** A kind of build, many of which are simulated. */
export interface Experiment {
  readonly world: World;
  readonly endpoints: number;
  /** Planted in the first endpoint: 0.2 is 20 % slower. */
  readonly change: number;
  readonly tolerance: number;
}

export interface BuildOutcome {
  readonly isRed: boolean;
  /** The first endpoint is among the regressed ones. */
  readonly isFound: boolean;
  readonly looks: 1 | 2;
  readonly result: RegressionResult;
}

const RATE_PER_SEC = 50;
const FIRST_LOOK_SECONDS = 60;
const SECOND_LOOK_SECONDS = 120;

/** One build under live comparison: look 1, and look 2 where it is asked for. */
export function simulateLiveBuild(experiment: Experiment, seed: number): BuildOutcome {
  const random = fastRandom(seed);
  const system = drawSystem(experiment, random);
  const rules: RegressionRules = { ...DEFAULT_REGRESSION_RULES, percentiles: [{ percentile: 95, tolerance: experiment.tolerance }] };
  const first = drawLook(experiment, system, FIRST_LOOK_SECONDS, random);
  const early = compareLive({ first, second: [], rules });
  if (early.state !== 'second-look') return describeOutcome(early, 1);
  const second = drawLook(experiment, system, SECOND_LOOK_SECONDS, random);
  return describeOutcome(compareLive({ first, second: [second], rules }), 2);
}

/** The first look alone: a measurement of two deployments that were drawn anew. */
export function simulateFirstLook(experiment: Experiment, seed: number): LiveLook {
  const random = fastRandom(seed);
  return drawLook(experiment, drawSystem(experiment, random), FIRST_LOOK_SECONDS, random);
}

/** A comparison as the simulator counts it; what is not decided counts as red. */
export function describeOutcome(result: RegressionResult, looks: 1 | 2): BuildOutcome {
  const regressed = result.state === 'decided' ? result.regressed : [];
  return { isRed: result.state !== 'decided' || regressed.length > 0, isFound: regressed.includes('endpoint-0 p95'), looks, result };
}

/** ln µs of the median of each endpoint on each side, the same for both looks of a build. */
interface System {
  readonly baseline: Float64Array;
  readonly candidate: Float64Array;
}

function drawSystem({ world, endpoints, change }: Experiment, random: FastRandom): System {
  const runner = random.uniform() < world.slowRunners.share ? Math.log(world.slowRunners.factor) : 0;
  const one = { job: random.normal(), baseline: random.normal(), candidate: random.normal() };
  const baseline = new Float64Array(endpoints);
  const candidate = new Float64Array(endpoints);
  for (let endpoint = 0; endpoint < endpoints; endpoint++) {
    const own = world.isOneSystem ? one : { job: random.normal(), baseline: random.normal(), candidate: random.normal() };
    const level = Math.log(20_000 + 8_000 * endpoint) + runner + world.jobSd * own.job;
    baseline[endpoint] = level + world.deploymentSd * own.baseline;
    candidate[endpoint] = level + world.deploymentSd * own.candidate + (endpoint === 0 ? Math.log1p(change) : 0);
  }
  return { baseline, candidate };
}

function drawLook({ world, endpoints }: Experiment, system: System, seconds: number, random: FastRandom): LiveLook {
  const shared = Math.sqrt(world.levelShared);
  const own = Math.sqrt(1 - world.levelShared);
  const draw = (): Float64Array => drawLevels(world.levelSd, world.levelCorrelation, seconds, random);
  const drawThree = () => ({ shared: draw(), baseline: draw(), candidate: draw() });
  const one = world.isOneSystem ? drawThree() : undefined;
  const sides = { baseline: [] as EndpointTraffic[], candidate: [] as EndpointTraffic[] };
  for (let endpoint = 0; endpoint < endpoints; endpoint++) {
    const noise = one ?? drawThree();
    for (const side of ['baseline', 'candidate'] as const) {
      const middle = system[side][endpoint] ?? 0;
      const levels = noise.shared.map((level, second) => middle + shared * level + own * (noise[side][second] ?? 0));
      sides[side].push({ name: `endpoint-${endpoint}`, ratePerSec: RATE_PER_SEC, levels });
    }
  }
  return {
    baseline: { ...makeBurst(world, seconds, sides.baseline, random), ending: { state: 'complete' } },
    candidate: makeBurst(world, seconds, sides.candidate, random),
  };
}
