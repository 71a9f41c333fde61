import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/config/suggest-word.ts
function suggestWord(word, words) {
  const most = word.length <= 3 ? 1 : Math.max(2, Math.floor(word.length / 3));
  let best;
  let bestDistance = most + 1;
  for (const candidate of words) {
    if (Math.abs(candidate.length - word.length) >= bestDistance && !isShortened(word, candidate)) continue;
    const distance = Math.min(editDistance(word.toLowerCase(), candidate.toLowerCase()), isShortened(word, candidate) ? most : Infinity);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}
function isShortened(word, candidate) {
  const [short, long] = word.length < candidate.length ? [word, candidate] : [candidate, word];
  return short.length >= 3 && long.toLowerCase().startsWith(short.toLowerCase());
}
function editDistance(left, right) {
  const a = left.slice(0, 200);
  const b = right.slice(0, 200);
  let twoBack = [];
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
function listOf(words) {
  const unique = [...new Set(words)];
  if (unique.length === 0) return void 0;
  return unique.length === 1 ? unique[0] : `one of ${unique.slice(0, 8).join(", ")}`;
}

export {
  suggestWord,
  listOf
};
