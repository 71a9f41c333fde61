import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countArrivals, countAt, evenFireTimes, poissonFireTimes } from '../../src/plan/fire-times.ts';
import type { FireTimes, RateCurve, Stripe } from '../../src/plan/fire-times.ts';

const SEED = 11;

/** Both generators keep the same promises; the second number is how many standard deviations of a Poisson count they may stray. */
const GENERATORS = [
  { name: 'evenly spaced arrivals', arrivals: 'even', open: evenFireTimes, strays: 0 },
  {
    name: 'Poisson arrivals',
    arrivals: 'poisson',
    open: (curve: RateCurve, stripe?: Stripe): FireTimes => poissonFireTimes(curve, SEED, stripe),
    strays: 5,
  },
] as const;

const CURVES: Readonly<Record<string, RateCurve>> = {
  'a level': { fromRatePerSec: 0, ratePerSec: 50, rampMs: 0, durationMs: 20_000 },
  'a level below one a second': { fromRatePerSec: 0, ratePerSec: 0.5, rampMs: 0, durationMs: 60_000 },
  'a rate that no double holds': { fromRatePerSec: 0, ratePerSec: 1 / 3, rampMs: 0, durationMs: 1_800_000 },
  'a ramp from nothing': { fromRatePerSec: 0, ratePerSec: 100, rampMs: 10_000, durationMs: 10_000 },
  'a ramp and a level': { fromRatePerSec: 10, ratePerSec: 100, rampMs: 5_000, durationMs: 15_000 },
  'a ramp down': { fromRatePerSec: 100, ratePerSec: 10, rampMs: 10_000, durationMs: 12_000 },
  'a ramp down to nothing': { fromRatePerSec: 100, ratePerSec: 0, rampMs: 60_000, durationMs: 60_000 },
  'a ramp down to nothing, and nothing': { fromRatePerSec: 30, ratePerSec: 0, rampMs: 7_000, durationMs: 20_000 },
  'a sudden end': { fromRatePerSec: 100, ratePerSec: 0, rampMs: 0, durationMs: 5_000 },
  'nothing at all': { fromRatePerSec: 0, ratePerSec: 0, rampMs: 0, durationMs: 5_000 },
};

function drain(times: FireTimes): readonly number[] {
  const all: number[] = [];
  for (let next = times.next(); next !== Number.POSITIVE_INFINITY; next = times.next()) all.push(next);
  return all;
}

/** Arrivals up to `ms`, by the trapezoids of the rate: the oracle shares no formula with the code. */
function expectedBy(curve: RateCurve, ms: number): number {
  const steps = 20_000;
  const rateAt = (atMs: number): number =>
    atMs >= curve.rampMs ? curve.ratePerSec : curve.fromRatePerSec + ((curve.ratePerSec - curve.fromRatePerSec) * atMs) / curve.rampMs;
  let sum = 0;
  for (let step = 0; step < steps; step++) sum += rateAt(((step + 0.5) * ms) / steps);
  return (sum * ms) / steps / 1_000;
}

for (const { name, arrivals, open, strays } of GENERATORS) {
  describe(name, () => {
    for (const [title, curve] of Object.entries(CURVES)) {
      it(`follow the integral of ${title} at all times`, () => {
        const all = drain(open(curve));
        for (const part of [0.1, 0.25, 0.5, 0.75, 0.9, 1]) {
          const expected = expectedBy(curve, curve.durationMs * part);
          const fired = all.filter((us) => us < curve.durationMs * part * 1_000).length;
          const slack = 1.01 + strays * Math.sqrt(expected);
          assert.ok(Math.abs(fired - expected) <= slack, `${fired} until ${part}, expected ${expected}`);
        }
      });
      it(`are as many as were planned for ${title}, ascending, within the phase`, () => {
        const all = drain(open(curve));
        assert.equal(all.length, countArrivals(curve, arrivals, SEED));
        assert.ok(all.every((us, index) => us >= (all[index - 1] ?? 0) && us < curve.durationMs * 1_000));
      });
      it(`are shared out by stripes of ${title} without one lost or doubled`, () => {
        const whole = drain(open(curve));
        for (const count of [2, 3, 7]) {
          const stripes = Array.from({ length: count }, (_, index) => drain(open(curve, { index, count })));
          assert.deepEqual(
            whole,
            whole.map((_, index) => stripes[index % count]?.[Math.floor(index / count)]),
          );
          assert.equal(
            stripes.reduce((sum, stripe) => sum + stripe.length, 0),
            whole.length,
          );
        }
      });
    }
    it('go on answering that there is no more', () => {
      const times = open({ fromRatePerSec: 0, ratePerSec: 2, rampMs: 0, durationMs: 1_000 });
      drain(times);
      assert.equal(times.next(), Number.POSITIVE_INFINITY);
      assert.equal(times.next(), Number.POSITIVE_INFINITY);
    });
  });
}

describe('evenly spaced arrivals', () => {
  it('are due exactly every n / rate from the start on', () => {
    assert.deepEqual(
      drain(evenFireTimes({ fromRatePerSec: 0, ratePerSec: 4, rampMs: 0, durationMs: 1_000 })),
      [0, 250_000, 500_000, 750_000],
    );
  });
  it('of a ramp from 0 to r are due at √(2nR/r)', () => {
    // The integral of r·t/R is r·t²/2R = n; r = 8/s, R = 1 s.
    const times = drain(evenFireTimes({ fromRatePerSec: 0, ratePerSec: 8, rampMs: 1_000, durationMs: 1_000 }));
    assert.equal(times.length, 4);
    for (const [n, us] of times.entries()) assert.ok(Math.abs(us - Math.sqrt(n / 4) * 1e6) < 0.01);
  });
  it('count half of rate × time on a ramp', () => {
    assert.equal(countAt({ fromRatePerSec: 0, ratePerSec: 100, rampMs: 10_000, durationMs: 10_000 }, 10_000), 500);
  });
});

describe('Poisson arrivals', () => {
  const curve: RateCurve = { fromRatePerSec: 0, ratePerSec: 200, rampMs: 0, durationMs: 20_000 };
  it('have exponential gaps (Kolmogorov–Smirnov, seeded, 0.1 %)', () => {
    const all = drain(poissonFireTimes(curve, SEED));
    const gaps = all.map((us, index) => (us - (all[index - 1] ?? 0)) / 1e6).sort((left, right) => left - right);
    const n = gaps.length;
    const distance = Math.max(
      ...gaps.map((gap, index) => {
        const expected = 1 - Math.exp(-gap * curve.ratePerSec);
        return Math.max(Math.abs(expected - index / n), Math.abs(expected - (index + 1) / n));
      }),
    );
    // Critical value of the one-sample test: 1.95 / √n at 0.1 %.
    assert.ok(distance < 1.95 / Math.sqrt(n), `distance ${distance} of ${n} gaps`);
  });
  it('of a ramp are uniform once time is stretched by the integral of the rate', () => {
    const ramp: RateCurve = { fromRatePerSec: 0, ratePerSec: 400, rampMs: 20_000, durationMs: 20_000 };
    const all = drain(poissonFireTimes(ramp, SEED));
    const n = all.length;
    const distance = Math.max(...all.map((us, index) => Math.abs((us / 20e6) ** 2 - (index + 0.5) / n)));
    assert.ok(distance < 1.95 / Math.sqrt(n) + 1 / n, `distance ${distance} of ${n}`);
  });
  it('are the same for the same seed, and others for another', () => {
    assert.deepEqual(drain(poissonFireTimes(curve, SEED)), drain(poissonFireTimes(curve, SEED)));
    assert.notDeepEqual(drain(poissonFireTimes(curve, SEED)).slice(0, 5), drain(poissonFireTimes(curve, SEED + 1)).slice(0, 5));
  });
});
