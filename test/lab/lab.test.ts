import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fastRandom } from '../sim/fast-random.ts';
import { drawLevels, makeBurst } from '../sim/make-burst.ts';
import { readMeasuredWorld, WORLDS, type World } from '../sim/world.ts';
import { planText } from '../support/build-plan.ts';
import { estimateNoise, varianceFactor, type MeasuredPair, type MeasuredRun } from './estimate-noise.ts';
import { listMissing, parseLines, type LabHead, type LabLine, type LabOutcome } from './lab-lines.ts';
import { drawSeeds, LAB_ENDPOINTS, planRuns, renderLabScenario } from './lab-scenario.ts';
import { measureSeconds } from './measure-seconds.ts';
import { renderLab } from './render-lab.ts';

const QUIET = WORLDS[0] as World;
const SECONDS = 20;

/** Runs of a simulated system whose noise is known: four endpoints, `bursts` bursts of 20 s at 100/s. */
function simulateRuns(world: World, runs: number, bursts: number): readonly MeasuredRun[] {
  const random = fastRandom(7);
  const draw = (): Float64Array => drawLevels(world.levelSd, world.levelCorrelation, SECONDS, random);
  const drawThree = () => ({ shared: draw(), candidate: draw(), baseline: draw() });
  return Array.from({ length: runs }, (): MeasuredRun => {
    const middles = LAB_ENDPOINTS.map(({ medianMs }) => {
      const job = Math.log(1_000 * medianMs) + world.jobSd * random.normal();
      return { candidate: job + world.deploymentSd * random.normal(), baseline: job + world.deploymentSd * random.normal() };
    });
    const pairs = Array.from({ length: bursts }, (): MeasuredPair => {
      const one = drawThree();
      const noises = LAB_ENDPOINTS.map(() => (world.isOneSystem ? one : drawThree()));
      const makeSide = (side: 'candidate' | 'baseline') => {
        const endpoints = LAB_ENDPOINTS.map(({ path }, place) => {
          const middle = (middles[place]?.[side] ?? 0) + world.burstSd * random.normal();
          const noise = noises[place] ?? one;
          const levels = noise.shared.map(
            (level, second) =>
              middle + Math.sqrt(world.levelShared) * level + Math.sqrt(1 - world.levelShared) * (noise[side][second] ?? 0),
          );
          return { name: path, ratePerSec: 100, levels };
        });
        return measureSeconds(makeBurst(world, SECONDS, endpoints, random));
      };
      return { candidate: makeSide('candidate'), baseline: makeSide('baseline') };
    });
    return { bursts: pairs, isUnchanged: true };
  });
}

/** Of a standard deviation that is 0: the root of a small variance is not so small. */
const NO_SD = 0.025;

function assertSd(measured: number, known: number, what: string): void {
  assertNear(measured, known, known === 0 ? NO_SD : 0.02, what);
}

function assertNear(measured: number, known: number, width: number, what: string): void {
  assert.ok(Math.abs(measured - known) <= width, `${what}: ${measured} instead of ${known} ± ${width}`);
}

const KNOWN: readonly (readonly [name: string, world: World])[] = [
  ['requests alone', { ...QUIET, deploymentSd: 0, jobSd: 0, requestSd: 0.4 }],
  ['levels that the sides share', { ...QUIET, requestSd: 0.4, levelSd: 0.1, levelCorrelation: 0.5, levelShared: 0.7 }],
  ['slow levels', { ...QUIET, requestSd: 0.4, levelSd: 0.1, levelCorrelation: 0.8 }],
  ['one system', { ...QUIET, requestSd: 0.4, levelSd: 0.1, levelCorrelation: 0.3, isOneSystem: true }],
  ['deployments and jobs', { ...QUIET, requestSd: 0.3, deploymentSd: 0.05, jobSd: 0.1 }],
  ['bursts', { ...QUIET, requestSd: 0.3, burstSd: 0.06, jobSd: 0 }],
  ['heavy tails', { ...QUIET, requestSd: 0.4, tail: { share: 0.1, index: 2 } }],
];

for (const [name, world] of KNOWN) {
  test(`the estimators find what was put in: ${name}`, () => {
    const found = estimateNoise(simulateRuns(world, 40, 2));
    // Deployments and jobs are those of one burst, and the burst of each side is its own.
    const burst = world.burstSd ** 2;
    assertSd(found.requestSd, world.requestSd, 'requestSd');
    assertSd(found.levelSd, world.levelSd, 'levelSd');
    if (world.levelSd > 0) assertNear(found.levelCorrelation, world.levelCorrelation, 0.12, 'levelCorrelation');
    if (world.levelSd > 0) assertNear(found.levelShared, world.levelShared, 0.1, 'levelShared');
    assert.equal(found.isOneSystem, world.isOneSystem);
    assertSd(found.burstSd, world.burstSd, 'burstSd');
    assertSd(found.deploymentSd, Math.sqrt(world.deploymentSd ** 2 + burst), 'deploymentSd');
    assertSd(found.jobSd, world.jobSd, 'jobSd');
    assertNear(found.tail.share / found.tail.index, world.tail.share / world.tail.index, 0.01, 'mean of the tail');
    assert.equal(found.stalls.perSec, 0);
  });
}

test('stalls are found and set apart, so that they are no noise of levels', () => {
  const found = estimateNoise(simulateRuns({ ...QUIET, requestSd: 0.3, stalls: { perSec: 0.05, ms: 300 } }, 30, 2));
  assertNear(found.stalls.perSec, 0.05, 0.015, 'perSec');
  assertNear(found.stalls.ms, 300, 60, 'ms');
  assert.ok(found.levelSd < 0.05, String(found.levelSd));
});

test('fewer than two unchanged runs are no measurement', () => {
  const [run] = simulateRuns(QUIET, 1, 1);
  assert.ok(run);
  assert.throws(() => estimateNoise([run, { ...run, isUnchanged: false }]), RangeError);
});

test('the variance of a mean of neighbours is that of white noise without correlation, and that of one value with full correlation', () => {
  assert.equal(varianceFactor(0, 20), 1 / 20);
  assert.ok(Math.abs(varianceFactor(1, 20) - 1) < 1e-12);
});

test('measured noise is read as a world, whole', () => {
  const noise = estimateNoise(simulateRuns({ ...QUIET, requestSd: 0.4, tail: { share: 0.1, index: 2 } }, 4, 2));
  const world = readMeasuredWorld(JSON.parse(JSON.stringify(noise)));
  assert.deepEqual({ ...world, ...noise }, world);
});

const HEAD: LabHead = { lab: 1, seed: 1, seconds: 20, machine: '2 cores' };

function judged(regressed: readonly string[], looks: 1 | 2): LabOutcome {
  const row = { name: 'GET /search p95', shown: 0.19, change: 0.03, error: 0.04, reach: 0.17 };
  return {
    state: 'judged',
    verdict: regressed.length > 0 ? 'regression' : 'pass',
    looks,
    regressed,
    rows: [row],
    file: 'runs/0/results.json',
  };
}

const LINES: readonly LabLine[] = [
  { number: 0, planted: undefined, attempt: 0, outcome: judged([], 1) },
  { number: 1, planted: '/search', attempt: 0, outcome: { state: 'unfit', reason: 'busy' } },
  { number: 1, planted: '/search', attempt: 1, outcome: judged(['GET /search p95'], 2) },
  { number: 2, planted: undefined, attempt: 0, outcome: judged([], 2) },
  { number: 3, planted: '/search', attempt: 0, outcome: judged(['GET /basket p95'], 2) },
];

test('the table counts false alarms, detections at the right endpoint and wrong ones, with exact intervals, and tells what was repeated', () => {
  const text = renderLab(HEAD, LINES);
  // 0 of 2 and 1 of 2: 1 − 0.025^(1/2) = 0.842, and 1 ∓ √(1 − 0.025)  = 0.013 and 0.987.
  for (const part of [
    '| unchanged: fails | ≤ 1 % | 0 of 2 (0.0 %) | 0.0 % – 84.2 % |',
    '| unchanged: ends after look 1 | ≥ 85 % | 1 of 2 (50.0 %) | 1.3 % – 98.7 % |',
    '| +20 % on one of 4: seen, and there | ≥ 95 % | 1 of 2 (50.0 %) | 1.3 % – 98.7 % |',
    '| the same, where look 1 says that it can see +20 % | ≥ 95 % | 1 of 2 (50.0 %) | 1.3 % – 98.7 % |',
    '| +20 % on one of 4: another one blamed | ≤ 1 % | 1 of 2 (50.0 %) | 1.3 % – 98.7 % |',
    '1 inconclusive run was repeated.',
    'changes from +17.0 %',
    'differed by 3.0 % (root mean square, look 1); the reports reckon with 4.0 %',
    'shown as +19.0 %',
  ])
    assert.ok(text.includes(part), `${part}\n${text}`);
  assert.doesNotMatch(renderLab(HEAD, LINES.slice(0, 1)), /\+20 % on/);
});

test('an unchanged run that breaches counts as one that fails', () => {
  const [first] = LINES;
  assert.ok(first && first.outcome.state === 'judged');
  const text = renderLab(HEAD, [{ ...first, outcome: { ...first.outcome, verdict: 'breach' } }]);
  assert.match(text, /unchanged: fails \| ≤ 1 % \| 1 of 1/);
});

test('a lab goes on where it was interrupted: runs without an outcome are made, unfit ones again, and a line that was cut off counts for nothing', () => {
  const text = [HEAD, ...LINES.slice(0, 2)].map((line) => `${JSON.stringify(line)}\n`).join('');
  const known = parseLines(`${text}{"number":2,"atte`);
  assert.ok(known);
  assert.deepEqual(known.head, HEAD);
  assert.deepEqual(
    listMissing(planRuns(2), known.lines).map(({ number, attempt }) => [number, attempt]),
    [
      [1, 1],
      [2, 0],
      [3, 0],
    ],
  );
  assert.deepEqual(listMissing(planRuns(2), LINES), []);
  assert.equal(parseLines(''), undefined);
  for (const bad of ['{}\n', `${JSON.stringify(HEAD)}\n{}\n`]) assert.throws(() => parseLines(bad), TypeError);
});

test('unchanged and planted runs take turns, and every endpoint has its turn', () => {
  const planned = planRuns(8);
  assert.deepEqual(
    planned.map(({ number }) => number),
    planned.map((_, place) => place),
  );
  assert.ok(planned.every(({ planted }, place) => (planted === undefined) === (place % 2 === 0)));
  for (const { path } of LAB_ENDPOINTS) assert.equal(planned.filter(({ planted }) => planted === path).length, 2);
});

test('each attempt has seeds of its own, and always the same', () => {
  const all = [0, 1, 2].flatMap((number) => [0, 1].map((attempt) => drawSeeds(1, number, attempt)));
  assert.equal(new Set(all.flatMap(({ load, candidate, baseline }) => [load, candidate, baseline])).size, 18);
  assert.deepEqual(drawSeeds(1, 2, 1), all.at(-1));
});

test('the scenario of the lab is valid, warms up by itself, and three of its bursts fit into its time box', () => {
  const plan = planText(renderLabScenario(SECONDS));
  assert.ok(plan.ok, JSON.stringify(plan));
  const { phases, timeBoxMs, series } = plan.value;
  assert.deepEqual(
    phases.map((phase) => [phase.warmup, phase.durationMs]),
    [
      [true, 3_000],
      [false, 1_000 * SECONDS],
    ],
  );
  assert.deepEqual(
    series.map(({ name }) => name),
    LAB_ENDPOINTS.map(({ path }) => `GET ${path}`),
  );
  assert.ok(timeBoxMs >= 3 * (23_000 + 1_000));
});
