import { studentTCdf } from '../student-t.ts';
import { estimateComponents, meanOf, type NoisePrior } from './estimate-components.ts';

const ANCHOR_RUNS = 10;
const LATEST_RUNS = 3;
const LEVEL = 0.01;

/** One run of the history with the values of its bursts, larger is worse. */
export interface CreepPoint {
  readonly values: readonly number[];
  readonly isAcceptedByHand: boolean;
}

/**
 * How far the last 3 accepted runs have crept from the anchor, the first 10 since somebody last accepted a level by hand: a rolling window moves along
 * with small steps and never sees them. Undefined: less than `tolerance`, not beyond the noise, or the history is too short. `points` in time order.
 */
export function findCreep(points: readonly CreepPoint[], tolerance: number, prior: NoisePrior): number | undefined {
  const pinned = points.slice(
    Math.max(
      0,
      points.findLastIndex(({ isAcceptedByHand }) => isAcceptedByHand),
    ),
  );
  if (pinned.length < ANCHOR_RUNS + LATEST_RUNS) return undefined;
  const anchor = estimateComponents(
    pinned.slice(0, ANCHOR_RUNS).map(({ values }) => values),
    prior,
  );
  const latest = pinned.slice(-LATEST_RUNS).map(({ values }) => meanOf(values));
  if (!anchor) return undefined;
  const change = meanOf(latest) - anchor.mean;
  const each = anchor.jobVariance + anchor.burstVariance / anchor.burstsEach;
  const error = Math.sqrt(each * (1 / LATEST_RUNS + 1 / anchor.jobs));
  const p = 1 - studentTCdf(change / error, anchor.degrees);
  return change >= tolerance && p <= LEVEL ? change : undefined;
}
