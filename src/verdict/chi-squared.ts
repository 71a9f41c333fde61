import { logGamma } from './log-gamma.ts';

/**
 * P(X ≤ x) of the χ² distribution with `degrees` (above 0) degrees of freedom, 0 … 1: the regularised incomplete gamma function P(ν/2, x/2) by its series
 * P(a, z) = z^a·e^(−z)/Γ(a + 1) · Σ zⁿ/((a + 1)…(a + n)) (DLMF 8.11.4), all of whose terms are positive.
 */
export function chiSquaredCdf(x: number, degrees: number): number {
  if (!(x > 0)) return 0;
  const [a, z] = [degrees / 2, x / 2];
  let term = 1;
  let sum = 1;
  for (let n = 1; n < 100_000 && term > sum * 1e-16; n++) {
    term *= z / (a + n);
    sum += term;
  }
  return Math.min(1, Math.exp(a * Math.log(z) - z - logGamma(a + 1) + Math.log(sum)));
}

/** The x that P(X ≤ x) = `probability` (above 0, below 1) belongs to; by bisection, to about 1e-12 of its size. */
export function chiSquaredQuantile(probability: number, degrees: number): number {
  if (!(probability > 0 && probability < 1) || !(degrees > 0))
    throw new RangeError(`no χ² quantile for ${probability} and ${degrees} degrees of freedom`);
  let low = 0;
  let high = degrees;
  while (chiSquaredCdf(high, degrees) < probability) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-13 * high; step++) {
    const middle = (low + high) / 2;
    if (chiSquaredCdf(middle, degrees) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
