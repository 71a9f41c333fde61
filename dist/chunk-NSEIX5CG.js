import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/plan/user-levels.ts
function joinMs(curve, ordinal) {
  if (ordinal >= curve.users) return Number.POSITIVE_INFINITY;
  if (ordinal < curve.fromUsers) return 0;
  return curve.rampMs * (ordinal - curve.fromUsers) / (curve.users - curve.fromUsers);
}
function leaveMs(curve, ordinal) {
  if (ordinal < curve.users) return Number.POSITIVE_INFINITY;
  if (ordinal >= curve.fromUsers) return 0;
  return curve.rampMs * (curve.fromUsers - ordinal) / (curve.fromUsers - curve.users);
}
function levelAtMs(curve, ms) {
  const { fromUsers, users, rampMs } = curve;
  if (ms >= rampMs) return users;
  const isRise = users >= fromUsers;
  const isThere = (ordinal) => isRise ? joinMs(curve, ordinal) <= ms : leaveMs(curve, ordinal) > ms;
  let level = Math.round(fromUsers + (users - fromUsers) * ms / rampMs);
  while (level < Math.max(fromUsers, users) && isThere(level)) level++;
  while (level > 0 && !isThere(level - 1)) level--;
  return level;
}
function curveTo(fromUsers, users, spawnRatePerSec) {
  return { fromUsers, users, rampMs: Math.abs(users - fromUsers) / spawnRatePerSec * 1e3 };
}
function curveFrom(planned, fromUsers) {
  const { users, rampMs, spawnRatePerSec } = planned;
  return spawnRatePerSec === void 0 ? { fromUsers, users, rampMs } : curveTo(fromUsers, users, spawnRatePerSec);
}
function assignProfiles(weights, count) {
  const totalWeight = weights.reduce((sum, weight) => sum + weight, 0);
  const given = weights.map(() => 0);
  const assigned = [];
  for (let ordinal = 0; ordinal < count; ordinal++) {
    let furthest = 0;
    let largestDeficit = Number.NEGATIVE_INFINITY;
    for (const [index, weight] of weights.entries()) {
      const deficit = weight / totalWeight * (ordinal + 1) - (given[index] ?? 0);
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
function pickWeighted(weights, draw) {
  let rest = draw * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, weight] of weights.entries()) {
    rest -= weight;
    if (rest < 0) return index;
  }
  return weights.length - 1;
}

export {
  joinMs,
  leaveMs,
  levelAtMs,
  curveTo,
  curveFrom,
  assignProfiles,
  pickWeighted
};
