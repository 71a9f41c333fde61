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
  let level = 0;
  for (let ordinal = 0; ordinal < Math.max(curve.fromUsers, curve.users); ordinal++) {
    if (curve.users >= curve.fromUsers ? joinMs(curve, ordinal) <= ms : leaveMs(curve, ordinal) > ms) level++;
  }
  return level;
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
  assignProfiles,
  pickWeighted
};
