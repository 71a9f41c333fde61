/**
 * Holm's step-down test (1979): which of these p-values are rejected so that the chance of any false rejection among `family` hypotheses
 * is at most `level`. `family` may be larger than the list: those left out count as never rejected. Same order as given; empty for none.
 */
export function rejectByHolm(pValues: readonly number[], level: number, family: number): readonly boolean[] {
  const rejected = pValues.map(() => false);
  // What is not a number is no evidence for a change; `judgeLook` throws long before for what should have been one.
  const known = pValues.map((p) => (Number.isNaN(p) ? 1 : p));
  const order = [...known.keys()].sort((left, right) => (known[left] ?? 1) - (known[right] ?? 1) || left - right);
  for (const [rank, place] of order.entries()) {
    if ((known[place] ?? 1) > level / (family - rank)) break;
    rejected[place] = true;
  }
  return rejected;
}
