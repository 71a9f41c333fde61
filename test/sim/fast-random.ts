import { normalQuantile } from '../../src/verdict/regression/normal-distribution.ts';
import { seededRandom } from '../../src/verdict/seeded-random.ts';

/** Seeded chance for simulations: cheap, and exact to the 65,536 quantiles of its table. */
export interface FastRandom {
  /** 0 … 1, both left out. */
  readonly uniform: () => number;
  /** Standard normal, within ±4.3. */
  readonly normal: () => number;
}

const TABLE = Float64Array.from({ length: 65_536 }, (_, index) => normalQuantile((index + 0.5) / 65_536));

/** The same numbers for the same seed. */
export function fastRandom(seed: number): FastRandom {
  const next = seededRandom(seed);
  return { uniform: () => (next() + 0.5) / 2 ** 32, normal: () => TABLE[next() >>> 16] ?? 0 };
}
