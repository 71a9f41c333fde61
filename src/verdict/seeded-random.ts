/** A whole number from 0 to 2^32 − 1; the next one at each call. */
export type NextUint32 = () => number;

/**
 * sfc32 (Chris Doty-Humphrey, PractRand), its state filled from the seed by splitmix32: 32-bit integer operations alone,
 * so that a seed gives the same numbers on every platform. Any finite seed; fractions count towards it.
 */
export function seededRandom(seed: number): NextUint32 {
  const low = Math.floor(seed) >>> 0;
  const high = Math.floor(seed / 2 ** 32) >>> 0;
  const fraction = Math.floor((seed - Math.floor(seed)) * 2 ** 32) >>> 0;
  const fill = splitmix32((low ^ Math.imul(high, 0x9e3779b1) ^ Math.imul(fraction, 0x85ebca77)) >>> 0);
  let a = fill();
  let b = fill();
  let c = fill();
  let counter = 1;
  const next = (): number => {
    const result = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + result) | 0;
    return result >>> 0;
  };
  for (let warmUp = 0; warmUp < 12; warmUp++) next();
  return next;
}

/** A whole number from 0 to below `end` (1 … 2^32). */
export function nextBelow(next: NextUint32, end: number): number {
  return Math.floor((next() / 2 ** 32) * end);
}

function splitmix32(seed: number): NextUint32 {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
}
