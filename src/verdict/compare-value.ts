import type { Comparison } from '../config/sla.ts';

/**
 * Statistics are rounded to 1e-9 before any comparison: `0.7%` is parsed as 0.006999…, and the math functions of engines differ in the last bit.
 */
export function roundStatistic(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

/** Does the observed value keep the promise? Equal passes for `<=` and `>=`. Throws for what is not a number: that is a bug, not a result. */
export function holds(observed: number, comparison: Comparison, limit: number): boolean {
  if (!Number.isFinite(observed) || !Number.isFinite(limit)) throw new RangeError(`cannot compare ${observed} with ${limit}`);
  const left = roundStatistic(observed);
  const right = roundStatistic(limit);
  switch (comparison) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '==':
      return left === right;
    case '!=':
      return left !== right;
  }
}

/**
 * The same for a value of which only a lower bound is known. Closed: it holds only if every value from the bound upwards keeps the promise,
 * so it never keeps an upper limit, and without a bound it keeps none.
 */
export function holdsFromBound(lowerBound: number | undefined, comparison: Comparison, limit: number): boolean {
  if (lowerBound === undefined) return false;
  switch (comparison) {
    case '>':
    case '>=':
      return holds(lowerBound, comparison, limit);
    case '!=':
      return holds(lowerBound, '>', limit);
    case '<':
    case '<=':
    case '==':
      return false;
  }
}
