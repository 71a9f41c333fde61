import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Checked } from '../../src/config/issue.ts';
import { parseScenario } from '../../src/config/parse-scenario.ts';
import type { WaitFor } from '../../src/options/request.ts';
import { countAt, evenFireTimes, poissonFireTimes } from '../../src/plan/fire-times.ts';
import { interleavePhases } from '../../src/plan/interleave-phases.ts';
import { planLive, type LivePlans } from '../../src/plan/plan-live.ts';
import { seedOfPhase } from '../../src/plan/plan-phases.ts';
import type { PlanRequest } from '../../src/plan/plan-request.ts';
import type { PlannedPhase } from '../../src/plan/plan.ts';
import { reseedPlan } from '../../src/plan/reseed-plan.ts';
import { sourceOf } from '../config/read-fixtures.ts';
import { NO_WISHES, planOf } from '../support/build-plan.ts';

interface Wishes extends Partial<PlanRequest> {
  readonly url?: string;
  readonly takesTurns?: boolean;
  readonly waitFor?: WaitFor;
  readonly moreBursts?: number;
}

function planBoth(
  yaml: string,
  { url = 'http://old.test', takesTurns = false, waitFor, moreBursts, ...wishes }: Wishes = {},
): Checked<LivePlans> {
  const parsed = parseScenario(sourceOf(`target: http://new.test\n${yaml}`, { env: { ...wishes.secrets } }));
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return planLive(parsed.value, { ...NO_WISHES, ...wishes }, { url, takesTurns, waitFor, moreBursts });
}

function plansOf(yaml: string, wishes?: Wishes): LivePlans {
  const planned = planBoth(yaml, wishes);
  assert.ok(planned.ok, JSON.stringify(planned));
  return planned.value;
}

const STEP = 'steps: [ { get: / } ]\n';

describe('the plans of two targets', () => {
  test('differ in the target alone, and begin with a warm-up of 10 s at the first rate that is thrown away', () => {
    const { candidate, baseline } = plansOf(`${STEP}phases: [ { name: steady, arrival_rate: 30/s, duration: 20s } ]`);
    assert.equal(candidate.shownTarget, 'http://new.test');
    assert.equal(baseline.shownTarget, 'http://old.test');
    assert.deepEqual(candidate.phases, baseline.phases);
    assert.deepEqual([candidate.seed, candidate.streams], [baseline.seed, baseline.streams]);
    const [warmUp, steady] = candidate.phases;
    assert.ok(warmUp?.model === 'open' && steady?.model === 'open');
    assert.deepEqual([warmUp.warmup, warmUp.durationMs, warmUp.ratePerSec, warmUp.plannedArrivals], [true, 10_000, 30, 300]);
    assert.deepEqual([steady.warmup, steady.fromRatePerSec, steady.plannedArrivals], [false, 0, 600]);
    assert.deepEqual(candidate.streams, [1, 0]);
  });

  test('keep a warm-up that the scenario has', () => {
    const phases = '[ { name: mine, arrival_rate: 5/s, duration: 2s, warmup: true }, { name: steady, arrival_rate: 30/s, duration: 20s } ]';
    assert.deepEqual(
      plansOf(`${STEP}phases: ${phases}`).candidate.phases.map(({ name }) => name),
      ['mine', 'steady'],
    );
  });

  test('have no warm-up where users have a start, which would be over before anything is judged', () => {
    const users = 'users: { u: { start: [ { post: /login } ], steps: [ { get: / } ] } }';
    assert.deepEqual(
      plansOf(`${users}\nphases: [ { name: steady, arrival_rate: 30/s, duration: 20s } ]`).candidate.phases.map(({ name }) => name),
      ['steady'],
    );
  });

  test('hide the secrets of either target in both', () => {
    const { candidate, baseline } = plansOf(`${STEP}phases: [ { arrival_rate: 30/s, duration: 20s } ]`, {
      url: 'https://${secret.OLD}',
      secrets: { OLD: 'hidden.example' },
    });
    assert.ok(candidate.program.secrets.includes('hidden.example'));
    assert.equal(baseline.shownTarget, '(from a secret)');
  });
});

describe('a time box or a cap without room for the second look is warned of', () => {
  const capped = (seconds: number): Pick<PlanRequest, 'caps'> => ({ caps: { ...NO_WISHES.caps, maxDurationMs: seconds * 1_000 } });
  // 10 s of warm-up and 20 s: 90 s for three bursts, 180 s by turns.
  for (const { name, timeBox, wishes, warned } of [
    { name: 'never without a second look', timeBox: '60s', wishes: capped(60), warned: [] },
    { name: 'not where it just fits', timeBox: '90s', wishes: { moreBursts: 2, ...capped(90) }, warned: [] },
    { name: 'where the time box is too short', timeBox: '89s', wishes: { moreBursts: 2 }, warned: ['time-box: set `time_box: 93s`'] },
    {
      name: 'where the cap is',
      timeBox: '5m',
      wishes: { moreBursts: 2, ...capped(89) },
      warned: ['cap: raise it with --max-duration 93s'],
    },
    {
      name: 'by turns, which take twice the time',
      timeBox: '179s',
      wishes: { moreBursts: 2, takesTurns: true, ...capped(179) },
      warned: ['time-box: set `time_box: 186s`', 'cap: raise it with --max-duration 186s'],
    },
  ]) {
    test(name, () => {
      const planned = planBoth(`time_box: ${timeBox}\n${STEP}phases: [ { arrival_rate: 30/s, duration: 20s } ]`, wishes);
      assert.ok(planned.ok, JSON.stringify(planned));
      const told = planned.warnings.filter(({ message }) => message.includes('no room for a second look'));
      assert.deepEqual(
        told.map(({ code, suggestion }) => `${code}: ${suggestion}`),
        warned.map((next) => `${next} or shorten the phases`),
      );
    });
  }
});

describe('what a live comparison could not see is warned of', () => {
  const PHASES = 'phases: [ { arrival_rate: 30/s, duration: 20s } ]\n';
  const tagged =
    'users: { u: { tasks: { own: { tags: [own], steps: [ { get: / } ] }, far: { tags: [far], steps: [ { get: http://new.test/x } ] } } } }\n';
  for (const { name, yaml, wishes, codes } of [
    { name: 'two targets: nothing', yaml: STEP, wishes: {}, codes: [] },
    { name: 'the address of the target itself', yaml: STEP, wishes: { url: 'http://NEW.test:80/' }, codes: ['--baseline live-same'] },
    { name: 'another path is another target: nothing', yaml: STEP, wishes: { url: 'http://new.test/old' }, codes: [] },
    {
      name: 'a step with an address of its own',
      yaml: 'allowed_hosts: [new.test, old.test]\nsteps: [ { get: / }, { get: "http://new.test/x" } ]\n',
      wishes: {},
      codes: ['load.yaml live-shared'],
    },
    {
      name: 'such a step that is left out: nothing',
      yaml: `allowed_hosts: [new.test, old.test]\n${tagged}`,
      wishes: { only: ['own'] },
      codes: [],
    },
  ]) {
    test(name, () => {
      const planned = planBoth(`${yaml}${PHASES}`, wishes);
      assert.ok(planned.ok, JSON.stringify(planned));
      assert.deepEqual(
        planned.warnings.filter(({ code }) => code.startsWith('live')).map(({ file, code }) => `${file} ${code}`),
        codes,
      );
    });
  }
});

test('what was just deployed is awaited on the candidate alone, what the scenario does before on both', () => {
  const waitFor: WaitFor = { path: '/version', test: { kind: 'contains', text: '1a2b' }, withinMs: 5_000 };
  const { candidate, baseline } = plansOf(`before: [ { get: /warm } ]\n${STEP}phases: [ { arrival_rate: 30/s, duration: 20s } ]`, {
    waitFor,
  });
  assert.deepEqual(
    [candidate.before, baseline.before].map((steps) => steps.map(({ name }) => name)),
    [['wait_for GET /version', 'GET /warm'], ['GET /warm']],
  );
});

describe('two targets are refused', () => {
  for (const { name, yaml, wishes, says } of [
    {
      name: 'virtual users, with the rate that would replace them',
      yaml: 'users: { u: { think: 900ms, steps: [ { get: / } ] } }\nphases: [ { name: steady, users: 20, duration: 20s } ]',
      wishes: {},
      // 20 users with cycles of 900 ms of thought and 100 ms of request.
      says: /load\.yaml:3 live-model phase steady has virtual users.*write \{ name: steady, arrival_rate: 20\/s, duration: 20s \}/,
    },
    {
      name: 'fixed work, with the rate that would replace it',
      yaml: `${STEP}phases: [ { name: volume, iterations: 600, users: 5, max_duration: 1m } ]`,
      wishes: {},
      says: /live-model phase volume has virtual users.*arrival_rate: 10\/s, duration: 1m/,
    },
    {
      name: 'a baseline that the scenario does not allow, and the flag is named',
      yaml: `allowed_hosts: [new.test]\n${STEP}phases: [ { arrival_rate: 30/s, duration: 20s } ]`,
      wishes: {},
      says: /--baseline:1 host the target's host old\.test is not in allowed_hosts/,
    },
    {
      name: 'a time box that has no room for the warm-up',
      yaml: `time_box: 35s\n${STEP}phases: [ { arrival_rate: 30/s, duration: 20s } ]`,
      wishes: {},
      says: /time-box the plan needs 40 s.*warm-up of 10 s for the comparison/,
    },
    {
      name: 'a time box that has no room for turns',
      yaml: `time_box: 45s\n${STEP}phases: [ { arrival_rate: 30/s, duration: 20s } ]`,
      wishes: { takesTurns: true },
      says: /time-box the plan needs 1 m 10 s.*twice the time, because the targets take turns/,
    },
  ]) {
    test(`with ${name}`, () => {
      const planned = planBoth(yaml, wishes);
      assert.ok(!planned.ok);
      const texts = planned.issues.map(
        ({ file, line, code, message, suggestion }) => `${file}:${line} ${code} ${message} ${suggestion ?? ''}`,
      );
      assert.ok(
        texts.some((text) => says.test(text)),
        texts.join('\n'),
      );
    });
  }
});

describe('turns', () => {
  const open = (more: Partial<Extract<PlannedPhase, { model: 'open' }>>): PlannedPhase => ({
    name: 'steady',
    warmup: false,
    model: 'open',
    fromRatePerSec: 0,
    ratePerSec: 40,
    rampMs: 0,
    durationMs: 60_000,
    arrivals: 'even',
    maxUsers: 100,
    plannedArrivals: 2_400,
    ...more,
  });
  const isOpen = (phase: PlannedPhase): phase is Extract<PlannedPhase, { model: 'open' }> => phase.model === 'open';

  test('go A B B A in segments of 10 s, one target at a time', () => {
    const sides = interleavePhases([open({})], 1);
    const order = sides[0].phases.map((phase, place) => (isOpen(phase) ? 'A' : sides[1].phases[place]?.model === 'open' ? 'B' : '-'));
    assert.equal(order.join(''), 'ABBAABBAABBA');
    for (const { phases } of sides)
      assert.equal(
        phases.reduce((sum, { durationMs }) => sum + durationMs, 0),
        120_000,
      );
  });

  for (const { name, phase } of [
    { name: 'a level', phase: open({ durationMs: 25_000 }) },
    { name: 'a ramp over the whole phase', phase: open({ rampMs: 60_000 }) },
    { name: 'a ramp that ends inside of a segment', phase: open({ fromRatePerSec: 10, rampMs: 34_000 }) },
    { name: 'a ramp downwards', phase: open({ fromRatePerSec: 80, ratePerSec: 8, rampMs: 20_000, durationMs: 45_000 }) },
  ]) {
    test(`${name} makes as many arrivals in segments as it does whole`, () => {
      assert.ok(phase.model === 'open');
      for (const { phases } of interleavePhases([phase], 1)) {
        const segments = phases.filter(isOpen);
        const sum = segments.reduce((total, segment) => total + countAt(segment, segment.durationMs), 0);
        assert.ok(Math.abs(sum - countAt(phase, phase.durationMs)) < 1e-6, `${sum}`);
        for (const segment of segments) assert.equal(segment.plannedArrivals, drain(evenFireTimes(segment)));
      }
    });
  }

  test('draw the same random arrivals for both', () => {
    const [first, second] = interleavePhases(
      [open({ arrivals: 'poisson' }), { name: 'rest', warmup: false, model: 'pause', durationMs: 5_000 }, open({ arrivals: 'poisson' })],
      9,
    );
    const draws = ({ phases, streams }: typeof first): readonly (readonly [number | undefined, number])[] =>
      phases.flatMap((phase, place) => (isOpen(phase) ? [[streams[place], phase.plannedArrivals] as const] : []));
    assert.deepEqual(draws(first), draws(second));
    assert.equal(new Set(draws(first).map(([stream]) => stream)).size, 12);
  });
});

test('a plan for fresh data counts its random arrivals anew, so that its books balance', () => {
  const plan = planOf(`${STEP}phases: [ { arrival_rate: 30/s, duration: 5s }, { arrival_rate: 50/s, duration: 20s, arrivals: poisson } ]`);
  const next = reseedPlan(plan, plan.seed + 1);
  assert.equal(next.seed, plan.seed + 1);
  const [even, random] = next.phases;
  assert.ok(even?.model === 'open' && random?.model === 'open' && plan.phases[1]?.model === 'open');
  assert.equal(even.plannedArrivals, 150);
  assert.equal(random.plannedArrivals, drain(poissonFireTimes(random, seedOfPhase(next.seed, 1))));
  assert.notEqual(random.plannedArrivals, plan.phases[1].plannedArrivals);
});

function drain(times: { next(): number }): number {
  let count = 0;
  while (times.next() !== Number.POSITIVE_INFINITY) count++;
  return count;
}
