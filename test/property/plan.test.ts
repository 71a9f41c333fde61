import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { parseScenario } from '../../src/config/parse-scenario.ts';
import { buildPlan } from '../../src/plan/build-plan.ts';
import { certainTotal } from '../../src/plan/count-certain.ts';
import { countArrivals, countAt, evenFireTimes, poissonFireTimes } from '../../src/plan/fire-times.ts';
import type { FireTimes, RateCurve, Stripe } from '../../src/plan/fire-times.ts';
import { matchesHost } from '../../src/plan/match-host.ts';
import { planPhases } from '../../src/plan/plan-phases.ts';
import { assignProfiles, joinMs, leaveMs, levelAtMs, pickWeighted } from '../../src/plan/user-levels.ts';
import { SeededRandom } from '../../src/seeded-random.ts';
import { sourceOf } from '../config/read-fixtures.ts';
import { NO_WISHES } from '../support/build-plan.ts';

const rate = fc.oneof(
  fc.constant(0),
  fc.double({ min: 0.01, max: 300, noNaN: true }),
  fc.integer({ min: 1, max: 18_000 }).map((perMinute) => perMinute / 60),
);
const curve: fc.Arbitrary<RateCurve> = fc
  .record({
    fromRatePerSec: rate,
    ratePerSec: rate,
    durationMs: fc.integer({ min: 1, max: 30_000 }),
    part: fc.constantFrom(0, 0.3, 0.5, 1),
  })
  .map(({ part, ...levels }) => ({ ...levels, rampMs: Math.round(levels.durationMs * part) }));
const stripes = fc.integer({ min: 1, max: 9 });

function drain(times: FireTimes): number[] {
  const all: number[] = [];
  for (let next = times.next(); next !== Number.POSITIVE_INFINITY; next = times.next()) all.push(next);
  return all;
}

test('every n-th of k stripes together are the whole sequence, whatever the curve', () => {
  fc.assert(
    fc.property(curve, stripes, fc.boolean(), fc.nat(), (line, count, isEven, seed) => {
      const open = (stripe?: Stripe): FireTimes => (isEven ? evenFireTimes(line, stripe) : poissonFireTimes(line, seed, stripe));
      const parts = Array.from({ length: count }, (_, index) => drain(open({ index, count })));
      const whole = drain(open());
      assert.deepEqual(
        parts.flat().sort((left, right) => left - right),
        whole,
      );
      assert.equal(whole.length, countArrivals(line, isEven ? 'even' : 'poisson', seed));
    }),
    { numRuns: 300 },
  );
});

test('the n-th even arrival is due when the integral of the rate reaches n', () => {
  fc.assert(
    fc.property(curve, (line) => {
      for (const [n, us] of drain(evenFireTimes(line)).entries()) {
        assert.ok(us < line.durationMs * 1_000);
        assert.ok(Math.abs(countAt(line, us / 1_000) - n) < 1e-3, `arrival ${n} at ${us} µs`);
      }
    }),
    { numRuns: 300 },
  );
});

test('the level that a phase reaches is the one that the next begins with', () => {
  const phase = fc.record({ users: fc.nat(60), rampMs: fc.integer({ min: 0, max: 5_000 }), more: fc.integer({ min: 1, max: 5_000 }) });
  fc.assert(
    fc.property(fc.array(phase, { minLength: 1, maxLength: 6 }), (list) => {
      const at = { file: 'load.yaml', line: 1, column: 1 };
      const planned = planPhases(
        list.map(({ users, rampMs, more }, index) => ({
          kind: 'closed',
          name: `phase-${index}`,
          warmup: false,
          at,
          users,
          rampMs,
          durationMs: rampMs + more,
          spawnRatePerSec: undefined,
        })),
        { seed: 1, timeBoxMs: 1e9, drainMs: 0 },
      );
      let before = 0;
      for (const [index, each] of planned.entries()) {
        assert.ok(each.model === 'closed');
        assert.equal(each.fromUsers, before);
        assert.equal(levelAtMs(each, each.durationMs), each.users);
        before = list[index]?.users ?? 0;
      }
    }),
  );
});

test('nobody joins or leaves outside of the ramp, and the level never leaves its two ends', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.nat(50), fc.integer({ min: 1, max: 10_000 }), (fromUsers, users, rampMs) => {
      const line = { fromUsers, users, rampMs };
      for (let ordinal = 0; ordinal < Math.max(fromUsers, users); ordinal++) {
        const moment = users >= fromUsers ? joinMs(line, ordinal) : leaveMs(line, ordinal);
        assert.ok(moment === Number.POSITIVE_INFINITY ? ordinal < users : moment >= 0 && moment <= rampMs);
      }
      const levels = [0, 0.25, 0.5, 0.75, 1].map((part) => levelAtMs(line, part * rampMs));
      assert.ok(levels.every((level) => level >= Math.min(fromUsers, users) && level <= Math.max(fromUsers, users)));
    }),
  );
});

test('the level is the number of users who have joined and not left', () => {
  const moment = fc.double({ min: 0, max: 12_000, noNaN: true });
  fc.assert(
    fc.property(
      fc.nat(60),
      fc.nat(60),
      fc.integer({ min: 0, max: 10_000 }),
      moment,
      fc.nat(59),
      (fromUsers, users, rampMs, anyMs, whose) => {
        const line = { fromUsers, users, rampMs };
        const isThere = (ordinal: number, ms: number): boolean =>
          users >= fromUsers ? joinMs(line, ordinal) <= ms : leaveMs(line, ordinal) > ms;
        // Any moment, and those in which somebody joins or leaves.
        const own = users >= fromUsers ? joinMs(line, whose) : leaveMs(line, whose);
        for (const ms of [anyMs, ...(Number.isFinite(own) ? [own] : [])]) {
          const there = Array.from({ length: 60 }, (_, ordinal) => ordinal).filter((ordinal) => isThere(ordinal, ms));
          assert.equal(levelAtMs(line, ms), there.length);
        }
      },
    ),
  );
});

test('every prefix of the users holds the weights to within a user, and more users only add to it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 0, max: 300 }),
      (weights, count) => {
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const assigned = assignProfiles(weights, count);
        assert.deepEqual(assignProfiles(weights, count + 7).slice(0, count), assigned);
        const given = weights.map(() => 0);
        for (const [index, profile] of assigned.entries()) {
          given[profile] = (given[profile] ?? 0) + 1;
          for (const [each, weight] of weights.entries()) {
            const share = (weight / total) * (index + 1);
            assert.ok(
              Math.abs((given[each] ?? 0) - share) < 1.3,
              `profile ${each} has ${given[each]} of ${index + 1}, its share is ${share}`,
            );
          }
        }
      },
    ),
  );
});

test('a host pattern with a star allows names below its domain and nothing else', () => {
  const label = fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/);
  fc.assert(
    fc.property(label, fc.array(label, { minLength: 1, maxLength: 3 }), (word, domain) => {
      const base = domain.join('.');
      assert.ok(matchesHost(`${word}.${base}`, [`*.${base}`]));
      assert.ok(matchesHost(base.toUpperCase(), [base]));
      assert.ok(!matchesHost(base, [`*.${base}`]));
      assert.ok(!matchesHost(`${word}${base}`, [`*.${base}`]));
      assert.ok(!matchesHost(`${base}.${word}`, [base, `*.${base}`]) || base.endsWith(word));
    }),
  );
});

test('what a plan certainly needs is never more than what it draws, and exactly that where nothing is left to chance', () => {
  const task = fc.record({ weight: fc.integer({ min: 1, max: 9 }), bytes: fc.integer({ min: 0, max: 50 }) });
  const user = fc.record({ weight: fc.integer({ min: 1, max: 9 }), tasks: fc.array(task, { minLength: 1, maxLength: 3 }) });
  fc.assert(
    fc.property(fc.array(user, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 400 }), fc.nat(), (users, arrivals, seed) => {
      const yaml = JSON.stringify({
        users: Object.fromEntries(
          users.map(({ weight, tasks }, index) => [
            `u${index}`,
            {
              weight,
              tasks: Object.fromEntries(
                tasks.map((each, place) => [`t${place}`, { weight: each.weight, steps: [{ get: `/${each.bytes}` }] }]),
              ),
            },
          ]),
        ),
        phases: [{ arrival_rate: `${arrivals}/s`, duration: '1s' }],
      }).replace('{', '{"target":"http://target.test",');
      const parsed = parseScenario(sourceOf(yaml));
      assert.ok(parsed.ok);
      const planned = buildPlan(parsed.value, NO_WISHES);
      assert.ok(planned.ok);
      const bytesOf = (path: unknown): number => Number(String(path).slice(1));
      const certain = certainTotal(planned.value, {
        ofStart: () => 0,
        ofTask: ({ code }) => (code[0]?.op === 'http' ? bytesOf(code[0].step.path) : 0),
      });
      const random = new SeededRandom(seed);
      let drawn = 0;
      for (let arrival = 0; arrival < arrivals; arrival++) {
        const profile =
          users[
            pickWeighted(
              users.map(({ weight }) => weight),
              random.next(),
            )
          ];
        const tasks = profile?.tasks ?? [];
        drawn +=
          tasks[
            pickWeighted(
              tasks.map(({ weight }) => weight),
              random.next(),
            )
          ]?.bytes ?? 0;
      }
      assert.ok(certain <= drawn + 1e-6, `certain ${certain}, drawn ${drawn}`);
      if (users.length === 1 && users[0]?.tasks.length === 1) assert.ok(Math.abs(certain - drawn) < 1e-6);
    }),
    { numRuns: 200 },
  );
});
