import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  roundStatistic
} from "./chunk-GCV36XLM.js";
import {
  listJudgedPhases
} from "./chunk-XW65F56M.js";
import {
  MISSING_WORKERS
} from "./chunk-EVO6VOKN.js";
import {
  attemptsOf,
  maxUs,
  percentileUs
} from "./chunk-QC36IMXK.js";
import {
  formatDuration,
  formatLatency,
  formatNumber,
  formatRatio
} from "./chunk-BRFOQZPS.js";

// src/verdict/generator-validity.ts
var LEAST_SAMPLED_MS = 1e3;
var LONGEST_FREEZE_US = 1e6;
function listInvalidities(run, limits) {
  if (run.engine.kind === "import") return [...listUnbalanced(run), ...listClamped(run.health)];
  return [...listUnbalanced(run), ...listHealthProblems(run, limits)];
}
function listForeignDrops({ engine, phases }, { missedRatio }) {
  if (engine.kind !== "import") return [];
  const [dropped, planned] = ["dropped", "planned"].map(
    (key) => phases.reduce((sum, { iterations }) => sum + iterations[key], 0)
  );
  return judgeRatio("The load generator dropped", planned ? (dropped ?? 0) / planned : void 0, missedRatio, {
    of: " of the iterations that were due",
    next: "give it more users (maxVUs), or the target less load"
  });
}
function listSharedInvalidities(run, limits) {
  return [...listUnbalanced(run), ...listMissed(run, limits), ...listSilences(run.health), ...listClamped(run.health)];
}
function listUnbalanced({ imbalances, ending }) {
  return imbalances.map(
    (equation) => ending.state !== "complete" && equation.startsWith(MISSING_WORKERS) ? `The books do not balance: ${equation}, and what the others have made is not all.` : `The books do not balance: ${equation}. This is a bug in load-gate; please report it.`
  );
}
function listMissed({ health }, limits) {
  return judgeRatio("The generator missed", health.missedRatio, limits.missedRatio, {
    of: " of its planned starts",
    next: "lower the rate, add workers or use a larger runner"
  });
}
function listHealthProblems(run, limits) {
  const { health } = run;
  return [
    ...isRefused(run) ? [] : listStrain(health, limits),
    ...judgeFreeze(health.eventLoopDelay),
    // Closed: a loop that was never sampled in all that time was blocked, or nobody looked.
    ...health.eventLoopDelay.count === 0 && judgedMs(run) >= LEAST_SAMPLED_MS ? ["The event-loop delay was not measured; run it again."] : [],
    ...listMissed(run, limits),
    ...listSilences(health),
    ...listClamped(health)
  ];
}
function listStrain(health, limits) {
  return [
    ...judgeDelay("Schedule lag", health.scheduleLag, limits.scheduleLagP99Us, "lower the rate, add workers or use a larger runner"),
    ...judgeDelay("Event-loop delay", health.eventLoopDelay, limits.eventLoopP99Us, "add workers or use a larger runner"),
    ...judgeRatio("The busiest worker used", health.busiestWorkerCpu, limits.cpuRatio, {
      of: " of a core",
      next: "add workers or use a larger runner"
    })
  ];
}
var REFUSALS = /* @__PURE__ */ new Set(["connect", "tls", "reset", "protocol", "status", "ws-close"]);
function isRefused({ phases, series }) {
  const judged = listJudgedPhases(phases);
  const parts = series.flatMap(({ perPhase }) => judged.flatMap((place) => perPhase[place] ?? []));
  const attempts = parts.reduce((sum, { counts }) => sum + attemptsOf(counts), 0);
  const refused = parts.flatMap(({ failures }) => failures).reduce((sum, { class: kind, count }) => sum + (REFUSALS.has(kind) ? count : 0), 0);
  return attempts > 0 && parts.every(({ counts }) => counts.ok === 0) && refused >= 0.9 * attempts;
}
function judgedMs({ phases, durationMs }) {
  return listJudgedPhases(phases).reduce((sum, place) => {
    const { startMs, endMs = durationMs } = phases[place] ?? {};
    return startMs === void 0 ? sum : sum + endMs - startMs;
  }, 0);
}
function judgeDelay(what, delay, limitUs, next) {
  const p99Us = percentileUs(delay, 99);
  if (p99Us === void 0 || p99Us <= limitUs) return [];
  return [`${what} p99 was ${formatLatency(p99Us)}, beyond ${formatLatency(limitUs)}: the generator was too slow to be trusted; ${next}.`];
}
function judgeFreeze(delay) {
  const longestUs = maxUs(delay);
  if (longestUs === void 0 || longestUs <= LONGEST_FREEZE_US) return [];
  return [
    `The generator stood still for ${formatLatency(longestUs)} (limit ${formatLatency(LONGEST_FREEZE_US)}); use a larger or quieter runner.`
  ];
}
function judgeRatio(what, ratio, limit, words) {
  if (ratio === void 0 || roundStatistic(ratio) <= roundStatistic(limit)) return [];
  return [`${what} ${formatRatio(ratio)}${words.of}, beyond ${formatRatio(limit)}; ${words.next}.`];
}
function listSilences({ silentStretchesMs }) {
  const [first] = silentStretchesMs;
  if (first === void 0) return [];
  const times = silentStretchesMs.length === 1 ? "a stretch" : `${formatNumber(silentStretchesMs.length, 0)} stretches`;
  return [
    `The generator made none of its planned starts in ${times} of 5 s (limit 0), first at ${formatDuration(first)}; use a larger or quieter runner.`
  ];
}
function listClamped({ clamped }) {
  if (clamped === 0) return [];
  return [
    `${formatNumber(clamped, 0)} values above one hour were recorded as one hour (limit 0): the clock of the machine jumped; run it again.`
  ];
}

export {
  listInvalidities,
  listForeignDrops,
  listSharedInvalidities
};
