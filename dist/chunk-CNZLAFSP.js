import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  levelAtMs
} from "./chunk-NSEIX5CG.js";
import {
  countArrivals
} from "./chunk-7GDODETR.js";

// src/plan/plan-phases.ts
function planPhases(phases, context) {
  const planned = [];
  for (const [index, phase] of fitFixedWork(phases, context).entries()) {
    planned.push(planPhase(phase, planned[index - 1], seedOfPhase(context.seed, index)));
  }
  return planned;
}
function fitFixedWork(phases, { timeBoxMs, drainMs }) {
  const isOpenEnded = (phase) => phase.kind === "iterations" && phase.maxDurationMs === timeBoxMs;
  const openEnded = phases.filter(isOpenEnded).length;
  const takenMs = phases.reduce((sum, phase) => sum + (isOpenEnded(phase) ? 0 : durationOf(phase)), drainMs);
  const leftMs = (timeBoxMs - takenMs) / openEnded;
  if (!(leftMs > 0)) return phases;
  return phases.map((phase) => phase.kind === "iterations" && isOpenEnded(phase) ? { ...phase, maxDurationMs: leftMs } : phase);
}
function durationOf(phase) {
  return phase.kind === "iterations" ? phase.maxDurationMs : phase.durationMs;
}
function seedOfPhase(seed, phaseIndex) {
  return seed + phaseIndex * 7919;
}
function planPhase(phase, before, seed) {
  const { name, warmup } = phase;
  switch (phase.kind) {
    case "pause":
      return { name, warmup, model: "pause", durationMs: phase.durationMs };
    case "iterations":
      return { name, warmup, model: "iterations", iterations: phase.iterations, users: phase.users, durationMs: phase.maxDurationMs };
    case "closed": {
      const fromUsers = before?.model === "closed" ? levelAtMs(before, before.durationMs) : 0;
      const spawnMs = phase.spawnRatePerSec === void 0 ? 0 : Math.abs(phase.users - fromUsers) / phase.spawnRatePerSec * 1e3;
      return {
        name,
        warmup,
        model: "closed",
        fromUsers,
        users: phase.users,
        rampMs: Math.max(phase.rampMs, spawnMs),
        ...phase.spawnRatePerSec === void 0 ? {} : { spawnRatePerSec: phase.spawnRatePerSec },
        durationMs: phase.durationMs
      };
    }
    case "open": {
      const fromRatePerSec = before?.model === "open" ? before.ratePerSec : 0;
      const curve = { fromRatePerSec, ratePerSec: phase.arrivalRatePerSec, rampMs: phase.rampMs, durationMs: phase.durationMs };
      return {
        ...curve,
        name,
        warmup,
        model: "open",
        arrivals: phase.arrivals,
        maxUsers: phase.maxUsers ?? defaultMaxUsers(Math.max(fromRatePerSec, phase.arrivalRatePerSec)),
        plannedArrivals: countArrivals(curve, phase.arrivals, seed)
      };
    }
  }
}
function defaultMaxUsers(ratePerSec) {
  return Math.min(1e4, Math.max(10, Math.ceil(2 * ratePerSec)));
}

export {
  planPhases,
  seedOfPhase
};
