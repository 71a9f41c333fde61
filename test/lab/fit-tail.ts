import type { World } from '../sim/world.ts';
import type { SecondMoments } from './measure-seconds.ts';

const MOST_SHARE = 0.5;

/**
 * Requests within a second: ln latency is normal, and a share p of the requests has an exponential part with index k on top (a Pareto factor). The cumulants of that
 * part are κ₂ = c₂(p)/k², κ₃ = c₃(p)/k³, κ₄ = c₄(p)/k⁴, with those of p·Exp(1) below; a normal variable has no κ₃ and κ₄. So κ₃⁴/κ₄³ = c₃⁴/c₄³ gives p, by
 * halving, and κ₄/κ₃ then gives k. No tail where the two are not positive, or no p up to 0.5 fits.
 */
export function fitTail(cells: readonly SecondMoments[]): Pick<World, 'requestSd' | 'tail'> {
  const k2 = weigh(cells, (cell) => cell.k2);
  const k3 = weigh(cells, (cell) => cell.k3);
  const k4 = weigh(cells, (cell) => cell.k4);
  const none = { requestSd: Math.sqrt(Math.max(0, k2)), tail: { share: 0, index: 2 } };
  if (k3 <= 0 || k4 <= 0) return none;
  const wanted = k3 ** 4 / k4 ** 3;
  if (wanted >= shapeOf(MOST_SHARE)) return none;
  let [low, high] = [0, MOST_SHARE];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (shapeOf(middle) < wanted) low = middle;
    else high = middle;
  }
  const share = (low + high) / 2;
  const { c2, c3, c4 } = cumulantsOf(share);
  const index = ((c4 / c3) * k3) / k4;
  const rest = k2 - c2 / index ** 2;
  return rest > 0 ? { requestSd: Math.sqrt(rest), tail: { share, index } } : none;
}

/** Of a variable that is Exp(1) with probability p, else 0; its raw moments are p·n!. */
function cumulantsOf(p: number): { readonly c2: number; readonly c3: number; readonly c4: number } {
  return { c2: 2 * p - p ** 2, c3: 6 * p - 6 * p ** 2 + 2 * p ** 3, c4: 24 * p - 36 * p ** 2 + 24 * p ** 3 - 6 * p ** 4 };
}

/** Rises with p, from 0. */
function shapeOf(p: number): number {
  const { c3, c4 } = cumulantsOf(p);
  return c4 === 0 ? 0 : c3 ** 4 / c4 ** 3;
}

function weigh(cells: readonly SecondMoments[], of: (cell: SecondMoments) => number): number {
  const count = cells.reduce((sum, cell) => sum + cell.count, 0);
  return count === 0 ? 0 : cells.reduce((sum, cell) => sum + cell.count * of(cell), 0) / count;
}
