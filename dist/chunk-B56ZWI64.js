import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/config/match-pattern.ts
function matchPattern(pattern, name) {
  if (pattern === name) return true;
  let at = 0;
  let inPattern = 0;
  let star = -1;
  let starAt = 0;
  while (at < name.length) {
    if (pattern[inPattern] === "*") {
      star = inPattern++;
      starAt = at;
    } else if (pattern[inPattern] === name[at]) {
      inPattern++;
      at++;
    } else if (star >= 0) {
      inPattern = star + 1;
      at = ++starAt;
    } else return false;
  }
  while (pattern[inPattern] === "*") inPattern++;
  return inPattern === pattern.length;
}

// src/verdict/list-matches.ts
function specificity(pattern) {
  return pattern.includes("*") ? pattern.replaceAll("*", "").length : Number.POSITIVE_INFINITY;
}
function listMatches(rows, name) {
  return rows.filter((row) => matchPattern(row.pattern, name)).map((row) => ({ row, rank: specificity(row.pattern) })).sort((left, right) => left.rank === right.rank ? 0 : right.rank - left.rank).map(({ row }) => row);
}

export {
  matchPattern,
  listMatches
};
