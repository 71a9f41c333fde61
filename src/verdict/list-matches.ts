import { matchPattern } from '../config/match-pattern.ts';

/** How closely a pattern names: without a wildcard it is infinite, else the number of its literal characters. */
export function specificity(pattern: string): number {
  return pattern.includes('*') ? pattern.replaceAll('*', '').length : Number.POSITIVE_INFINITY;
}

/** The rows that match, the most specific first: exact before wildcard, then more literal characters, then the earlier in the file. */
export function listMatches<Row extends { readonly pattern: string }>(rows: readonly Row[], name: string): readonly Row[] {
  return rows
    .filter((row) => matchPattern(row.pattern, name))
    .map((row) => ({ row, rank: specificity(row.pattern) }))
    .sort((left, right) => (left.rank === right.rank ? 0 : right.rank - left.rank))
    .map(({ row }) => row);
}
