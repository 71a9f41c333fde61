import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Latency } from '../../src/demo/dial-values.ts';
import { buildLatencySequence, quantileOf } from '../../src/demo/latency-sequence.ts';

// Quantiles of the standard normal distribution, from published tables.
const Z = { 90: 1.2815515655446004, 95: 1.6448536269514722, 99: 2.3263478740408408, 99.9: 3.090232306167813 } as const;
const SIGMA = Math.log(90 / 30) / Z[95];

const rows: readonly { name: string; latency: Latency; at: number; ms: number }[] = [
  { name: 'a constant is itself', latency: { kind: 'constant', ms: 7 }, at: 99, ms: 7 },
  { name: 'a uniform one is a straight line', latency: { kind: 'uniform', minMs: 10, maxMs: 30 }, at: 75, ms: 25 },
  { name: 'a lognormal one has its median', latency: { kind: 'lognormal', medianMs: 30, p95Ms: 90 }, at: 50, ms: 30 },
  { name: 'a lognormal one has its p95', latency: { kind: 'lognormal', medianMs: 30, p95Ms: 90 }, at: 95, ms: 90 },
  {
    name: 'a lognormal one has the p99 of theory',
    latency: { kind: 'lognormal', medianMs: 30, p95Ms: 90 },
    at: 99,
    ms: 30 * Math.exp(SIGMA * Z[99]),
  },
  {
    name: 'a lognormal one has the p99.9 of theory',
    latency: { kind: 'lognormal', medianMs: 30, p95Ms: 90 },
    at: 99.9,
    ms: 30 * Math.exp(SIGMA * Z[99.9]),
  },
  {
    name: 'a lognormal one has the p10 of theory',
    latency: { kind: 'lognormal', medianMs: 30, p95Ms: 90 },
    at: 10,
    ms: 30 * Math.exp(-SIGMA * Z[90]),
  },
  {
    name: 'a table has its points',
    latency: {
      kind: 'quantiles',
      points: [
        [0, 1],
        [50, 10],
        [95, 50],
        [100, 100],
      ],
    },
    at: 95,
    ms: 50,
  },
  {
    name: 'a table is straight between its points',
    latency: {
      kind: 'quantiles',
      points: [
        [0, 0],
        [50, 10],
        [100, 30],
      ],
    },
    at: 75,
    ms: 20,
  },
  {
    name: 'a table may jump',
    latency: {
      kind: 'quantiles',
      points: [
        [0, 5],
        [90, 5],
        [90, 200],
        [100, 200],
      ],
    },
    at: 90.01,
    ms: 200,
  },
  {
    name: 'a table is level before its first point',
    latency: {
      kind: 'quantiles',
      points: [
        [50, 10],
        [100, 20],
      ],
    },
    at: 5,
    ms: 10,
  },
  {
    name: 'a table is level after its last point',
    latency: {
      kind: 'quantiles',
      points: [
        [0, 5],
        [90, 10],
      ],
    },
    at: 99,
    ms: 10,
  },
];
for (const { name, latency, at, ms } of rows) {
  test(`${name}.`, () => {
    assert.ok(Math.abs(quantileOf(latency, at) - ms) < 1e-6 * ms, `${quantileOf(latency, at)} instead of ${ms}`);
  });
}

test('A spread cycle has the planted quantiles whatever its seed.', () => {
  const latency: Latency = {
    kind: 'quantiles',
    points: [
      [0, 10],
      [50, 10],
      [50, 20],
      [95, 40],
      [99, 200],
      [100, 300],
    ],
  };
  for (const seed of [0, 1, 2, 17, -5, 3.5]) {
    const next = buildLatencySequence(latency, seed);
    const drawn = Array.from({ length: 1_000 }, next).toSorted((a, b) => a - b);
    assert.deepEqual(
      drawn.slice(0, 500),
      Array.from({ length: 500 }, () => 10),
    );
    for (const [percentile, ms, tolerance] of [
      [95, 40, 0.1],
      [99, 200, 2],
    ] as const) {
      const atRank = drawn[percentile * 10 - 1] ?? 0;
      assert.ok(Math.abs(atRank - ms) <= tolerance, `seed ${seed}: p${percentile} is ${atRank}`);
    }
  }
});

test('Every stretch of 200 in a spread cycle has the planted median and p95 to a percentile.', () => {
  const next = buildLatencySequence({ kind: 'uniform', minMs: 0, maxMs: 100 }, 3);
  const drawn = Array.from({ length: 2_000 }, next);
  for (let from = 0; from + 200 <= drawn.length; from += 50) {
    const stretch = drawn.slice(from, from + 200).toSorted((a, b) => a - b);
    assert.ok(Math.abs((stretch[99] ?? 0) - 50) < 2);
    assert.ok(Math.abs((stretch[189] ?? 0) - 95) < 2);
  }
});

test('A cycle of any length visits each stratum once.', () => {
  for (const cycle of [1, 2, 3, 10, 21, 618, 1_000, 1_001]) {
    const next = buildLatencySequence({ kind: 'uniform', minMs: 0, maxMs: cycle, cycle }, 1);
    const strata = new Set(Array.from({ length: cycle }, () => Math.floor(next())));
    assert.equal(strata.size, cycle);
  }
});

test('Random order repeats for a seed, differs between seeds, and has the distribution.', () => {
  const latency: Latency = { kind: 'uniform', minMs: 10, maxMs: 20, order: 'random' };
  const draw = (seed: number): number[] => Array.from({ length: 10_000 }, buildLatencySequence(latency, seed));
  assert.deepEqual(draw(1), draw(1));
  assert.notDeepEqual(draw(1), draw(2));
  const sorted = draw(3).toSorted((a, b) => a - b);
  assert.ok((sorted[0] ?? 0) >= 10 && (sorted.at(-1) ?? 99) <= 20);
  // The sample median of 10,000 uniform draws has a standard deviation of 0.05 here.
  assert.ok(Math.abs((sorted[5_000] ?? 0) - 15) < 0.3);
});
