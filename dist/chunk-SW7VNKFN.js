import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  matchPattern
} from "./chunk-6CU6QLVC.js";

// src/verdict/list-matches.ts
function specificity(pattern) {
  return pattern.includes("*") ? pattern.replaceAll("*", "").length : Number.POSITIVE_INFINITY;
}
function listMatches(rows, name) {
  return rows.filter((row) => matchPattern(row.pattern, name)).map((row) => ({ row, rank: specificity(row.pattern) })).sort((left, right) => left.rank === right.rank ? 0 : right.rank - left.rank).map(({ row }) => row);
}

export {
  listMatches
};
