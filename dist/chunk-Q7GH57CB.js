import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  curveFrom,
  curveTo,
  levelAtMs
} from "./chunk-NSEIX5CG.js";

// src/metrics/trace-levels.ts
function traceLevels(phases, changes) {
  const stretches = [];
  for (const [place, { plan, startMs, endMs = Number.POSITIVE_INFINITY }] of phases.entries()) {
    if (plan.model !== "closed" || startMs === void 0) continue;
    const before = stretches.at(-1);
    const carried = before?.isByHand === true && before.phase === place - 1 ? before : void 0;
    const own = changes.filter(({ phase, atMs }) => phase === place && atMs >= startMs && atMs <= endMs);
    const first = carried ? curveFrom(plan, levelAtMs(carried.curve, startMs - carried.startMs)) : plan;
    const begun = [
      { startMs, curve: first, isByHand: carried !== void 0 },
      ...own.map(({ atMs, fromUsers, users, spawnRatePerSec }) => ({
        startMs: atMs,
        curve: curveTo(fromUsers, users, spawnRatePerSec),
        isByHand: true
      }))
    ];
    stretches.push(...begun.map((each, index) => ({ ...each, phase: place, endMs: begun[index + 1]?.startMs ?? endMs })));
  }
  return stretches;
}

export {
  traceLevels
};
