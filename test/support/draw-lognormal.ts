/** Reproducible chance for tests (mulberry32, Box–Muller). */
export interface SeededRandom {
  /** 0 … 1, 1 left out. */
  next(): number;
  /** Median in, spread in natural logarithms. */
  lognormal(median: number, sigma: number): number;
}

/** The same numbers for the same seed. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const lognormal = (median: number, sigma: number): number =>
    median * Math.exp(sigma * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()));
  return { next, lognormal };
}
