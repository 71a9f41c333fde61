/** How many virtual users a closed phase wants: linear from `fromUsers` to `users` over `rampMs`, then level. */
export interface UserCurve {
  readonly fromUsers: number;
  readonly users: number;
  readonly rampMs: number;
}

/**
 * When virtual user `ordinal` (from 0) joins, ms since the phase's start: 0 for those that are there already, Infinity for those beyond the level.
 * The first of a ramp joins at once, the last one step before the ramp's end, as Locust spawns.
 */
export function joinMs(curve: UserCurve, ordinal: number): number {
  if (ordinal >= curve.users) return Number.POSITIVE_INFINITY;
  if (ordinal < curve.fromUsers) return 0;
  return (curve.rampMs * (ordinal - curve.fromUsers)) / (curve.users - curve.fromUsers);
}

/** When virtual user `ordinal` leaves, ms since the phase's start: Infinity for those who stay. The youngest leave first. */
export function leaveMs(curve: UserCurve, ordinal: number): number {
  if (ordinal < curve.users) return Number.POSITIVE_INFINITY;
  if (ordinal >= curve.fromUsers) return 0;
  return (curve.rampMs * (curve.fromUsers - ordinal)) / (curve.fromUsers - curve.users);
}

/** How many virtual users are there `ms` (from 0) after the phase's start, those that join or leave in that moment included. */
export function levelAtMs(curve: UserCurve, ms: number): number {
  const { fromUsers, users, rampMs } = curve;
  if (ms >= rampMs) return users;
  const isRise = users >= fromUsers;
  const isThere = (ordinal: number): boolean => (isRise ? joinMs(curve, ordinal) <= ms : leaveMs(curve, ordinal) > ms);
  // The first ordinal that is not there; a step or two from the estimate, which is rounded otherwise than the moments are.
  let level = Math.round(fromUsers + ((users - fromUsers) * ms) / rampMs);
  while (level < Math.max(fromUsers, users) && isThere(level)) level++;
  while (level > 0 && !isThere(level - 1)) level--;
  return level;
}

/** The way from one level to another at so many users per second. */
export function curveTo(fromUsers: number, users: number, spawnRatePerSec: number): UserCurve {
  return { fromUsers, users, rampMs: (Math.abs(users - fromUsers) / spawnRatePerSec) * 1_000 };
}

/** A planned curve from another level than planned: a ramp keeps its time, a spawn rate its pace. */
export function curveFrom(planned: UserCurve & { readonly spawnRatePerSec?: number }, fromUsers: number): UserCurve {
  const { users, rampMs, spawnRatePerSec } = planned;
  return spawnRatePerSec === undefined ? { fromUsers, users, rampMs } : curveTo(fromUsers, users, spawnRatePerSec);
}

/**
 * The profile of each virtual user, by weights: user n gets the profile that is furthest behind its share of the first n + 1
 * (largest deficit, ties to the first), so that every prefix holds the weights as nearly as whole users can.
 */
export function assignProfiles(weights: readonly number[], count: number): readonly number[] {
  const totalWeight = weights.reduce((sum, weight) => sum + weight, 0);
  const given = weights.map(() => 0);
  const assigned: number[] = [];
  for (let ordinal = 0; ordinal < count; ordinal++) {
    let furthest = 0;
    let largestDeficit = Number.NEGATIVE_INFINITY;
    for (const [index, weight] of weights.entries()) {
      const deficit = (weight / totalWeight) * (ordinal + 1) - (given[index] ?? 0);
      if (deficit > largestDeficit + 1e-9) {
        largestDeficit = deficit;
        furthest = index;
      }
    }
    given[furthest] = (given[furthest] ?? 0) + 1;
    assigned.push(furthest);
  }
  return assigned;
}

/** The index that a uniform draw 0 ≤ u < 1 picks from `weights`; -1 for an empty list. */
export function pickWeighted(weights: readonly number[], draw: number): number {
  let rest = draw * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, weight] of weights.entries()) {
    rest -= weight;
    if (rest < 0) return index;
  }
  return weights.length - 1;
}
