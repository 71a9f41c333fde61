/** The word of `words` that `word` was most likely meant to be; undefined when none is near. */
export function suggestWord(word: string, words: readonly string[]): string | undefined {
  const most = word.length <= 3 ? 1 : Math.max(2, Math.floor(word.length / 3));
  let best: string | undefined;
  let bestDistance = most + 1;
  for (const candidate of words) {
    if (Math.abs(candidate.length - word.length) >= bestDistance && !isShortened(word, candidate)) continue;
    const distance = Math.min(editDistance(word.toLowerCase(), candidate.toLowerCase()), isShortened(word, candidate) ? most : Infinity);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** `warning` for `warn`, `dur` for `duration`: as good as the most letters that may differ. */
function isShortened(word: string, candidate: string): boolean {
  const [short, long] = word.length < candidate.length ? [word, candidate] : [candidate, word];
  return short.length >= 3 && long.toLowerCase().startsWith(short.toLowerCase());
}

/**
 * Damerau–Levenshtein distance in its restricted form (optimal string alignment): insertions, deletions, substitutions and swaps of neighbours,
 * d(i, j) = min(d(i−1, j) + 1, d(i, j−1) + 1, d(i−1, j−1) + [a_i ≠ b_j], d(i−2, j−2) + 1 where two neighbours are swapped).
 */
function editDistance(left: string, right: string): number {
  const a = left.slice(0, 200);
  const b = right.slice(0, 200);
  let twoBack: number[] = [];
  let oneBack = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const substitution = (oneBack[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      let cost = Math.min((oneBack[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, substitution);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (twoBack[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    twoBack = oneBack;
    oneBack = current;
  }
  return oneBack[b.length] ?? 0;
}

/** The known words, when they are few enough to show. */
export function listOf(words: readonly string[]): string | undefined {
  const unique = [...new Set(words)];
  if (unique.length === 0) return undefined;
  return unique.length === 1 ? unique[0] : `one of ${unique.slice(0, 8).join(', ')}`;
}
