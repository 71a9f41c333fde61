import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { evenFireTimes, poissonFireTimes, type FireTimes } from '../../src/plan/fire-times.ts';
import { planText } from '../support/build-plan.ts';
import { shareOf, shareOfWorker, stripeOf, workOfShard, workOfWorker, type WorkerPlace } from '../../src/plan/shard.ts';

/** Shards of which each has workers of its own number. */
const machines = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 9 });

function listPlaces(workers: readonly number[]): readonly WorkerPlace[] {
  return workers.flatMap((count, index) =>
    Array.from({ length: count }, (_, worker) => ({ shard: { index, count: workers.length }, worker: { index: worker, count } })),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0);
}

function drain(times: FireTimes): readonly number[] {
  const all: number[] = [];
  for (let dueUs = times.next(); dueUs !== Number.POSITIVE_INFINITY; dueUs = times.next()) all.push(dueUs);
  return all;
}

test('every numbered thing belongs to exactly one worker of one shard, however many workers each shard has', () => {
  fc.assert(
    fc.property(machines, fc.integer({ min: 0, max: 500 }), (workers, total) => {
      const stripes = listPlaces(workers).map(stripeOf);
      const taken = stripes.flatMap(({ index, count }) => {
        const own: number[] = [];
        for (let number = index; number < total; number += count) own.push(number);
        return own;
      });
      assert.deepEqual(
        taken.sort((left, right) => left - right),
        Array.from({ length: total }, (_, number) => number),
      );
    }),
  );
});

test('shares add up to the whole, and a share is how many of the numbers a stripe has', () => {
  fc.assert(
    fc.property(machines, fc.integer({ min: 0, max: 500 }), (workers, total) => {
      const places = listPlaces(workers);
      assert.equal(sum(places.map((place) => shareOfWorker(total, place))), total);
      for (const [index, count] of workers.entries()) {
        const shard = { index, count: workers.length };
        const own = places.filter((place) => place.shard.index === index);
        assert.equal(own.length, count);
        assert.equal(sum(own.map((place) => shareOfWorker(total, place))), shareOf(total, shard));
      }
    }),
  );
});

test('fixed work is done once in all, and only by those who have a user for it', () => {
  fc.assert(
    fc.property(machines, fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 40 }), (workers, iterations, users) => {
      const places = listPlaces(workers);
      assert.equal(sum(places.map((place) => workOfWorker(iterations, users, place))), iterations);
      assert.equal(sum(workers.map((_, index) => workOfShard(iterations, users, { index, count: workers.length }))), iterations);
      for (const place of places) {
        const { index } = stripeOf(place);
        if (index >= users) assert.equal(workOfWorker(iterations, users, place), 0);
      }
    }),
  );
});

for (const arrivals of ['even', 'poisson'] as const) {
  test(`the intended starts of four shards are those of one machine: ${arrivals}`, () => {
    const curve = { fromRatePerSec: 20, ratePerSec: 80, rampMs: 2_000, durationMs: 5_000 };
    const open = (place: WorkerPlace): FireTimes =>
      arrivals === 'even' ? evenFireTimes(curve, stripeOf(place)) : poissonFireTimes(curve, 42, stripeOf(place));
    const [whole] = listPlaces([1]);
    assert.ok(whole);
    const alone = drain(open(whole));
    assert.ok(alone.length > 200);
    const parts = listPlaces([2, 1, 3, 2]).flatMap((place) => drain(open(place)));
    assert.deepEqual(
      parts.sort((left, right) => left - right),
      alone,
    );
  });
}

test('unique rows must suffice for what a shard makes itself: it has every N-th of them', () => {
  const refusals = (rows: number, index: number, count: number): readonly string[] => {
    const data = `data: { item: { values: [${Array.from({ length: rows }, (_, row) => row).join(', ')}], pick: unique } }`;
    const phases = 'phases: [ { arrival_rate: 9/s, duration: 1s }, { arrival_rate: 9/s, duration: 1s } ]';
    const plan = planText(`${data}\nsteps: [ { get: "/\${item}" } ]\n${phases}`, { shard: { index, count } });
    return plan.ok ? [] : plan.issues.map(({ message }) => message);
  };
  // 9 arrivals twice: 10 on the first of two, 8 on the second.
  assert.deepEqual(refusals(18, 0, 1), []);
  assert.deepEqual(refusals(18, 1, 2), []);
  assert.deepEqual(refusals(20, 0, 2), []);
  assert.match(refusals(18, 0, 2).join(), /item has for shard 1 of 2 9 unique rows; its part of the plan uses at least 10/);
});
