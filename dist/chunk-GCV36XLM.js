import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/verdict/compare-value.ts
function roundStatistic(value) {
  return Math.round(value * 1e9) / 1e9;
}
function holds(observed, comparison, limit) {
  if (!Number.isFinite(observed) || !Number.isFinite(limit)) throw new RangeError(`cannot compare ${observed} with ${limit}`);
  const left = roundStatistic(observed);
  const right = roundStatistic(limit);
  switch (comparison) {
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
    case "==":
      return left === right;
    case "!=":
      return left !== right;
  }
}
function holdsFromBound(lowerBound, comparison, limit) {
  if (lowerBound === void 0) return false;
  switch (comparison) {
    case ">":
    case ">=":
      return holds(lowerBound, comparison, limit);
    case "!=":
      return holds(lowerBound, ">", limit);
    case "<":
    case "<=":
    case "==":
      return false;
  }
}

export {
  roundStatistic,
  holds,
  holdsFromBound
};
