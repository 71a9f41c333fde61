import { normalCdf, normalDensity } from './normal-distribution.ts';

/** Two statistics of which each is, by itself, a standard normal one (or Student's t, when both share one estimated scale). */
export interface TwoLooks {
  /** −1 … 1. */
  readonly correlation: number;
  /** Degrees of freedom of the scale that both are divided by; undefined: the scale is known. */
  readonly sharedDegrees: number | undefined;
}

/**
 * P(T₁ > first and T₂ > second), 0 … 1. With a known scale it is ∫ φ(x)·Φ((ρx − second)/√(1 − ρ²)) dx over x > first
 * (Simpson's rule, error below 1e-5); with a shared one, the mean of that over the scale's distribution (bivariate t, Dunnett & Sobel 1954).
 */
export function probabilityBeyondBoth(first: number, second: number, looks: TwoLooks): number {
  const { correlation, sharedDegrees } = looks;
  if (sharedDegrees === undefined) return normalBeyondBoth(first, second, correlation);
  let sum = 0;
  for (const { scale, weight } of scaleNodes(sharedDegrees)) sum += weight * normalBeyondBoth(first * scale, second * scale, correlation);
  return sum;
}

const STEPS = 64;
/** Beyond this many deviations no chance worth counting is left. */
const FAR = 6.5;

function normalBeyondBoth(first: number, second: number, correlation: number): number {
  if (correlation > 0.99999) return normalCdf(-Math.max(first, second));
  const rest = Math.sqrt(1 - correlation * correlation);
  const from = Math.max(first, -FAR);
  const to = Math.max(FAR, from + 4);
  const width = (to - from) / STEPS;
  let sum = 0;
  for (let step = 0; step <= STEPS; step++) {
    const x = from + step * width;
    const factor = step === 0 || step === STEPS ? 1 : step % 2 === 1 ? 4 : 2;
    sum += factor * normalDensity(x) * normalCdf((correlation * x - second) / rest);
  }
  return (sum * width) / 3;
}

const NODES = 24;

interface ScaleNode {
  readonly scale: number;
  readonly weight: number;
}

/** Scale w = √(χ²_ν/ν) has the density w^(ν−1)·e^(−νw²/2), up to a factor; equally spaced nodes where it is not negligible. */
function scaleNodes(degrees: number): readonly ScaleNode[] {
  const spread = 6 / Math.sqrt(2 * degrees);
  const from = Math.max(1e-6, 1 - spread);
  const to = 1 + spread;
  const nodes: { readonly scale: number; readonly weight: number }[] = [];
  let total = 0;
  for (let step = 0; step < NODES; step++) {
    const scale = from + ((step + 0.5) * (to - from)) / NODES;
    const weight = Math.exp((degrees - 1) * Math.log(scale) - (degrees * (scale * scale - 1)) / 2);
    nodes.push({ scale, weight });
    total += weight;
  }
  return nodes.map(({ scale, weight }) => ({ scale, weight: weight / total }));
}
