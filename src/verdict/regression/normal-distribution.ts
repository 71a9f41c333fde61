/**
 * P(Z ≤ z) of the standard normal distribution, 0 … 1, to about 1e-15: Hart's rational approximation (1968, algorithm 5666) within 7.07 of the middle,
 * Laplace's continued fraction beyond, as in West, "Better approximations to cumulative normal functions" (2005).
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  const x = Math.abs(z);
  const beyond = x > 38 ? 0 : Math.exp(-0.5 * x * x) * (x < 7.07106781186547 ? horner(x, UPPER) / horner(x, LOWER) : fraction(x));
  return z > 0 ? 1 - beyond : beyond;
}

/** Highest power first. */
const UPPER = [
  3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931, 220.206867912376,
] as const;
const LOWER = [
  8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831, 793.826512519948,
  440.413735824752,
] as const;

function horner(x: number, coefficients: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < coefficients.length; index++) sum = sum * x + (coefficients[index] ?? 0);
  return sum;
}

function fraction(x: number): number {
  let value = x + 0.65;
  for (let term = 4; term >= 1; term--) value = x + term / value;
  return 1 / (value * 2.506628274631);
}

/** The density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

/** The z that P(Z ≤ z) = `probability` (above 0, below 1) belongs to; by bisection, to about 1e-13. */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`no normal quantile for ${probability}`);
  if (probability > 0.5) return -normalQuantile(1 - probability);
  let low = -40;
  let high = 0;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
