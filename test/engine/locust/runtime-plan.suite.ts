/** The arithmetic of the locustfile against that of the engine here, value by value. Needs Python with gevent (`node .ci/install-tools.ts python`). */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { bucketOfValue } from '../../../src/metrics/distribution.ts';
import { evenFireTimes, poissonFireTimes } from '../../../src/plan/fire-times.ts';
import { seedOfPhase } from '../../../src/plan/plan-phases.ts';
import { workOfWorker, shareOf, WHOLE_BURST } from '../../../src/plan/shard.ts';
import { assignProfiles, joinMs, leaveMs, pickWeighted } from '../../../src/plan/user-levels.ts';
import { SeededRandom } from '../../../src/seeded-random.ts';
import { formatDuration } from '../../../src/units.ts';
import { makeFolder } from '../../e2e/make-folder.ts';
import { runPython } from '../../other-tools/run-python.ts';
import { seededRandom } from '../../support/draw-lognormal.ts';
import { open } from './write-locustfile.ts';

const FILES = ['plan', 'distribution', 'http', 'json', 'words', 'seats'].map((part) =>
  fileURLToPath(new URL(`../../../src/engine/locust/python/${part}.py`, import.meta.url)),
);

/** Evaluates a Python expression in which `cases` is what is given; infinity comes back as null. */
async function evaluate(folder: string, expression: string, cases: unknown): Promise<unknown> {
  await writeFile(join(folder, 'cases.json'), JSON.stringify(cases));
  const script = [
    'import json, math',
    ...FILES.map((file) => `exec(open(${JSON.stringify(file)}).read())`),
    'finite = lambda x: None if isinstance(x, float) and math.isinf(x) else [finite(y) for y in x] if isinstance(x, (list, tuple)) else x',
    "cases = json.load(open('cases.json'))",
    `print(json.dumps(finite(${expression})))`,
  ].join('\n');
  const { status, stdout, stderr } = runPython(folder, ['-c', script]);
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

function assertClose(found: unknown, expected: readonly number[], what: string): void {
  assert.ok(Array.isArray(found), what);
  const values: readonly unknown[] = found;
  assert.equal(values.length, expected.length, what);
  for (const [index, value] of expected.entries()) {
    const other = values[index];
    assert.ok(
      typeof other === 'number' && Math.abs(other - value) <= 1e-6 * Math.max(1, value),
      `${what} ${index}: ${String(other)} is not ${value}`,
    );
  }
}

suite('What runs in Locust reckons as the engine here does', { concurrency: false }, () => {
  test('Every latency falls into the same bucket.', async (context) => {
    const folder = await makeFolder(context, {});
    const random = seededRandom(1);
    const values = [
      ...Array.from({ length: 5_000 }, (_, index) => index),
      ...Array.from({ length: 5_000 }, () => Math.floor(3.6e9 ** random.next())),
    ];
    assert.deepEqual(await evaluate(folder, '[bucket_of(v) for v in cases]', values), values.map(bucketOfValue));
  });

  test('Chance is the same for the same seed and keys.', async (context) => {
    const folder = await makeFolder(context, {});
    const keys = [[0], [7], [7, 1], [7, 1, 2], [2 ** 32 + 5, 3], [4_294_967_295, 0, 0, 9], [123_456_789_012, 1_000_000]];
    const expected = keys.map(([seed = 0, ...rest]) => {
      const random = new SeededRandom(seed, ...rest);
      return Array.from({ length: 20 }, () => random.nextUint32());
    });
    const found = await evaluate(folder, '[(lambda r: [r.next_uint32() for _ in range(20)])(SeededRandom(*k)) for k in cases]', keys);
    assert.deepEqual(found, expected);
  });

  test('Every arrival of every worker has the same intended start, even and Poisson, level and on ramps.', async (context) => {
    const folder = await makeFolder(context, {});
    const phases = [
      open(50, 3_000),
      open(40, 5_000, { fromRatePerSec: 0, rampMs: 5_000 }),
      open(10, 4_000, { fromRatePerSec: 90, rampMs: 2_500 }),
      open(0, 2_000, { fromRatePerSec: 30, rampMs: 2_000 }),
      open(60, 3_000, { arrivals: 'poisson' }),
      open(80, 3_000, { arrivals: 'poisson', fromRatePerSec: 5, rampMs: 2_000 }),
    ];
    const cases = phases.flatMap((phase) =>
      [1, 2, 3].flatMap((count) => Array.from({ length: count }, (_, index) => ({ phase, index, count }))),
    );
    const found = await evaluate(folder, '[[t for _, t in fire_times(c["phase"], 7, c["index"], c["count"])] for c in cases]', cases);
    assert.ok(Array.isArray(found));
    for (const [place, { phase, index, count }] of cases.entries()) {
      assert.ok(phase.model === 'open');
      const times = phase.arrivals === 'even' ? evenFireTimes(phase, { index, count }) : poissonFireTimes(phase, 7, { index, count });
      const expected: number[] = [];
      for (let next = times.next(); next < Infinity; next = times.next()) expected.push(next);
      assertClose(found[place], expected, `${phase.arrivals} ${phase.fromRatePerSec} to ${phase.ratePerSec}, worker ${index} of ${count}`);
    }
    assert.deepEqual(
      await evaluate(folder, '[seed_of_phase(7, n) for n in cases]', [0, 1, 5]),
      [0, 1, 5].map((phase) => seedOfPhase(7, phase)),
    );
  });

  test('Users join, leave, have their profiles and share fixed work alike.', async (context) => {
    const folder = await makeFolder(context, {});
    const curves = [
      { fromUsers: 0, users: 10, rampMs: 1_000 },
      { fromUsers: 10, users: 3, rampMs: 700 },
      { fromUsers: 4, users: 4, rampMs: 0 },
      { fromUsers: 2, users: 9, rampMs: 0 },
    ];
    const expected = curves.map((curve) => Array.from({ length: 12 }, (_, ordinal) => [joinMs(curve, ordinal), leaveMs(curve, ordinal)]));
    const found = await evaluate(folder, '[[[join_ms(c, n), leave_ms(c, n)] for n in range(12)] for c in cases]', curves);
    assert.deepEqual(found, JSON.parse(JSON.stringify(expected)));
    const weights = [[1], [60, 40], [5, 3, 2], [1, 1, 1, 1], [0.5, 0.25, 7]];
    assert.deepEqual(
      await evaluate(folder, '[assign_profiles(w, 97) for w in cases]', weights),
      weights.map((list) => assignProfiles(list, 97)),
    );
    const draws = weights.flatMap((list) => Array.from({ length: 50 }, (_, index) => [list, index / 50] as const));
    assert.deepEqual(
      await evaluate(folder, '[pick_weighted(w, d) for w, d in cases]', draws),
      draws.map(([list, draw]) => pickWeighted(list, draw)),
    );
    const works = [1, 2, 3, 4, 7]
      .flatMap((count) =>
        Array.from({ length: count }, (_, index) =>
          [1, 5, 17, 100].flatMap((work) => [1, 2, 6].map((users) => [work, users, index, count] as const)),
        ),
      )
      .flat();
    assert.deepEqual(
      await evaluate(folder, '[[work_of_worker(*c), share_of(c[0], c[2], c[3])] for c in cases]', works),
      works.map(([work, users, index, count]) => [
        workOfWorker(work, users, { shard: WHOLE_BURST, worker: { index, count } }),
        shareOf(work, { index, count }),
      ]),
    );
  });

  test('An open phase has as many users of each profile as there are arrivals of it, by far not all users of each.', async (context) => {
    const folder = await makeFolder(context, {});
    const rows = [
      { phase: open(100, 60_000, { maxUsers: 5_000 }), weights: [1, 1, 1, 1, 1, 1], most: 8_000 },
      { phase: open(100, 60_000, { maxUsers: 100 }), weights: [1, 1], most: 200 },
      { phase: open(5, 2_000, { maxUsers: 500 }), weights: [90, 9, 1], most: 30 },
      { phase: open(50, 20_000, { maxUsers: 5_000 }), weights: [999, 1], most: 1_040 },
    ];
    for (const { phase, weights, most } of rows) {
      assert.ok(phase.model === 'open');
      const seats = await evaluate(folder, 'seats_of_worker({"phases": [cases[0]]}, cases[1], 0, 1)', [phase, weights]);
      assert.ok(Array.isArray(seats));
      const found: readonly number[] = seats.map(Number);
      assert.ok(found.reduce((sum, count) => sum + count) <= most, JSON.stringify(found));
      for (let seed = 0; seed < 20; seed++) {
        const drawn = weights.map(() => 0);
        for (let arrival = 0; arrival < phase.plannedArrivals; arrival++) {
          const profile = pickWeighted(weights, new SeededRandom(seed, 2, 0, arrival).next());
          drawn[profile] = (drawn[profile] ?? 0) + 1;
        }
        const needed = drawn.map((count) => Math.min(count, phase.maxUsers));
        assert.ok(
          needed.every((count, profile) => count <= (found[profile] ?? 0)),
          `${JSON.stringify(needed)} of ${JSON.stringify(found)}`,
        );
      }
    }
  });

  test('Durations stand in reasons as they do in reports.', async (context) => {
    const folder = await makeFolder(context, {});
    const seconds = [0.05, 0.25, 0.5, 1, 1.5, 2.25, 10, 30, 59.9, 60, 61.4, 90, 3_600, 3_661, 7_325];
    assert.deepEqual(
      await evaluate(folder, '[format_duration(s) for s in cases]', seconds),
      seconds.map((value) => formatDuration(value * 1_000)),
    );
  });
});
