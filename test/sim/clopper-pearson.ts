/** Exact 95 % interval of a proportion (Clopper & Pearson 1934), 0 … 1: `count` of `of` (at least 1) trials. */
export function exactInterval(count: number, of: number): { readonly low: number; readonly high: number } {
  return {
    low: count === 0 ? 0 : solveShare((share) => 1 - binomialCdf(count - 1, of, share), 0.025),
    high: count === of ? 1 : solveShare((share) => -binomialCdf(count, of, share), -0.025),
  };
}

function solveShare(rising: (share: number) => number, value: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (rising(middle) < value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(X ≤ count), summed from the likeliest term outwards in logarithms. */
function binomialCdf(count: number, of: number, share: number): number {
  if (share <= 0) return 1;
  if (share >= 1) return count >= of ? 1 : 0;
  let log = of * Math.log1p(-share);
  let sum = Math.exp(log);
  for (let k = 1; k <= count; k++) {
    log += Math.log((of - k + 1) / k) + Math.log(share) - Math.log1p(-share);
    sum += Math.exp(log);
  }
  return Math.min(1, sum);
}
