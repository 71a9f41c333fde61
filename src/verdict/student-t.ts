import { logGamma } from './log-gamma.ts';

/**
 * P(T ≤ t) of Student's t with `degrees` (above 0) degrees of freedom, 0 … 1.
 * For t ≥ 0 it is 1 − I_x(ν/2, 1/2)/2 with x = ν/(ν + t²) (Abramowitz & Stegun 26.7.1 and 26.5.27), and symmetric.
 */
export function studentTCdf(t: number, degrees: number): number {
  const squared = t * t;
  // Near the middle x is close to 1, where 1 − x would lose its digits: use I_x(a, b) = 1 − I_{1−x}(b, a).
  const beyond =
    squared < degrees
      ? 1 - regularizedBeta(squared / (degrees + squared), 0.5, degrees / 2)
      : regularizedBeta(degrees / (degrees + squared), degrees / 2, 0.5);
  return t >= 0 ? 1 - beyond / 2 : beyond / 2;
}

/** The t that P(T ≤ t) = `probability` (above 0, below 1) belongs to; by bisection, to about 1e-12 of its size. */
export function studentTQuantile(probability: number, degrees: number): number {
  if (!(probability > 0 && probability < 1) || !(degrees > 0))
    throw new RangeError(`no t quantile for ${probability} and ${degrees} degrees of freedom`);
  if (probability === 0.5) return 0;
  if (probability < 0.5) return -studentTQuantile(1 - probability, degrees);
  let low = 0;
  let high = 1;
  while (studentTCdf(high, degrees) < probability && high < 1e300) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-13 * high; step++) {
    const middle = (low + high) / 2;
    if (studentTCdf(middle, degrees) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The regularised incomplete beta function I_x(a, b), by the continued fraction of DLMF 8.17.22, which converges fast for x < (a + 1)/(a + b + 2);
 * beyond, I_x(a, b) = 1 − I_{1−x}(b, a) (DLMF 8.17.4).
 */
function regularizedBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - regularizedBeta(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b));
  return (front * betaFraction(x, a, b)) / a;
}

/** 1/(1 + d₁/(1 + d₂/(1 + …))) by the modified Lentz method (Thompson & Barnett 1986). */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const away = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 1_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return fraction;
}
