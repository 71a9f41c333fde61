import type { MeasuredPair } from './estimate-noise.ts';
import type { SecondMoments } from './measure-seconds.ts';

/** The level of a second: an AR(1) series around the mean of its burst. */
export interface Levels {
  readonly variance: number;
  /** Between neighbouring seconds, 0 … 0.9: what is slower cannot be told from a burst that is slow as a whole. */
  readonly correlation: number;
  /** Share of the variance that both sides have in common in the same second, 0 … 1. */
  readonly shared: number;
  /** Share that the endpoints of one side have in common, 0 … 1. */
  readonly sharedByEndpoints: number;
}

const MOST_LAG = 6;
/** Of levels that move less than 2 %, nobody can tell what they share. */
const LEAST_VARIANCE = 0.02 ** 2;

/**
 * The semivariogram of the means of seconds, γ(h) = ½·E(m(t+h) − m(t))², does not know the mean of its burst, so that short bursts do not bias it. Requests add
 * s²/count to it, which is known and taken off; what is left is level²·(1 − ρ^h), fitted at lags 1 … 6 by least squares. The same products between two series
 * are not touched by the requests, and their ratio to it is what the two share.
 */
export function fitLevels(pairs: readonly MeasuredPair[]): Levels {
  const own = new Products();
  const betweenSides = new Products();
  const betweenEndpoints = new Products();
  for (const { candidate, baseline } of pairs) {
    for (const { endpoints } of [candidate, baseline]) {
      const series = [...endpoints.values()].map(indexSeconds);
      for (const [place, one] of series.entries()) {
        own.add(one, one);
        for (const other of series.slice(place + 1)) betweenEndpoints.add(one, other);
      }
    }
    for (const [name, seconds] of candidate.endpoints)
      betweenSides.add(indexSeconds(seconds), indexSeconds(baseline.endpoints.get(name) ?? []));
  }
  const gammas = own.means();
  const { variance, correlation } = fitVariogram(gammas);
  const total = sumOf(gammas);
  const shareOf = (products: Products): number =>
    variance < LEAST_VARIANCE || total <= 0 ? 0 : Math.min(1, Math.max(0, sumOf(products.means()) / total));
  return { variance, correlation, shared: shareOf(betweenSides), sharedByEndpoints: shareOf(betweenEndpoints) };
}

type Series = ReadonlyMap<number, SecondMoments>;

function indexSeconds(seconds: readonly SecondMoments[]): Series {
  return new Map(seconds.map((one) => [one.second, one]));
}

/** Means of ½·(a(t+h) − a(t))·(b(t+h) − b(t)) at each lag, what requests put into them taken off. */
class Products {
  readonly #sums = new Float64Array(MOST_LAG);
  readonly #counts = new Float64Array(MOST_LAG);

  add(one: Series, other: Series): void {
    for (const [second, first] of one) {
      const otherFirst = other.get(second);
      if (!otherFirst) continue;
      for (let lag = 1; lag <= MOST_LAG; lag++) {
        const last = one.get(second + lag);
        const otherLast = other.get(second + lag);
        if (!last || !otherLast) continue;
        const requests = one === other ? (first.k2 / first.count + last.k2 / last.count) / 2 : 0;
        const product = ((last.mean - first.mean) * (otherLast.mean - otherFirst.mean)) / 2;
        this.#sums[lag - 1] = (this.#sums[lag - 1] ?? 0) + product - requests;
        this.#counts[lag - 1] = (this.#counts[lag - 1] ?? 0) + 1;
      }
    }
  }

  /** 0 where there were none. */
  means(): Float64Array {
    return this.#sums.map((sum, place) => sum / Math.max(1, this.#counts[place] ?? 0));
  }
}

/** Least squares in the variance for each ρ of a grid. */
function fitVariogram(gammas: Float64Array): { readonly variance: number; readonly correlation: number } {
  let best = { variance: 0, correlation: 0, squares: Number.POSITIVE_INFINITY };
  for (let step = 0; step <= 90; step++) {
    const correlation = step / 100;
    const shape = gammas.map((_, place) => 1 - correlation ** (place + 1));
    const variance = Math.max(0, productOf(gammas, shape) / productOf(shape, shape));
    const squares = gammas.reduce((sum, gamma, place) => sum + (gamma - variance * (shape[place] ?? 0)) ** 2, 0);
    if (squares < best.squares) best = { variance, correlation: variance === 0 ? 0 : correlation, squares };
  }
  return best;
}

function productOf(left: Float64Array, right: Float64Array): number {
  return left.reduce((sum, value, place) => sum + value * (right[place] ?? 0), 0);
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
