/**
 * Holm's step-down test (1979): which of these p-values are rejected so that the chance of any false rejection among `family` hypotheses
 * is at most `level`. `family` may be larger than the list: those left out count as never rejected. Same order as given; empty for none.
 */
export function rejectByHolm(pValues: readonly number[], level: number, family: number): readonly boolean[] {
  const rejected = pValues.map(() => false);
  const order = [...pValues.keys()].sort((left, right) => (pValues[left] ?? 1) - (pValues[right] ?? 1) || left - right);
  for (const [rank, place] of order.entries()) {
    const p = pValues[place] ?? 1;
    // Closed the other way round on purpose: what is not a number is no evidence for a change.
    if (!(p <= level / (family - rank))) break;
    rejected[place] = true;
  }
  return rejected;
}
