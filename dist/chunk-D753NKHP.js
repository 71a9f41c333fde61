import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  EMBEDDED_ENGINE,
  nameEngine
} from "./chunk-B3YCOJUD.js";

// src/verdict/regression/admit-runs.ts
var EMBEDDED = nameEngine(EMBEDDED_ENGINE);
var WINDOW_RUNS = 20;
var ADMITTED_EVENTS = /* @__PURE__ */ new Set(["push", "schedule"]);
function admitRuns(stored, fingerprint) {
  const ordered = [...stored].sort((left, right) => compareText(left.startedAt, right.startedAt) || compareText(left.id, right.id));
  const eligible = [];
  const leftOut = [];
  for (const run of ordered) {
    const reason = explainRefusal(run, fingerprint);
    if (reason === void 0) eligible.push(run);
    else leftOut.push({ run, reason });
  }
  const old = eligible.slice(0, Math.max(0, eligible.length - WINDOW_RUNS));
  const aged = old.map((run) => ({ run, reason: `older than the newest ${WINDOW_RUNS} runs` }));
  return { admitted: eligible.slice(old.length), eligible, leftOut: [...leftOut, ...aged] };
}
function explainRefusal(run, fingerprint) {
  const differences = listDifferences(run.fingerprint, fingerprint);
  if (differences.length > 0) return `not comparable: ${differences.join(", ")}`;
  if (!run.isDefaultBranch) return "not from the default branch";
  if (!ADMITTED_EVENTS.has(run.event)) return `started by ${run.event}, not by a push or a schedule`;
  if (!run.isValid) return "its measurement is not valid";
  if (!run.isAccepted) return "judged a regression, and not accepted yet";
  if (run.bursts.length === 0) return "holds no measurement";
  return void 0;
}
function listDifferences(stored, current) {
  return [
    ...stored.scenarioHash === current.scenarioHash ? [] : ["another scenario"],
    ...stored.profile === current.profile ? [] : [`profile ${stored.profile ?? "(none)"} instead of ${current.profile ?? "(none)"}`],
    ...stored.target === current.target ? [] : [`target ${stored.target} instead of ${current.target}`],
    ...stored.major === current.major ? [] : [`version ${stored.major} of load-gate instead of ${current.major}`],
    ...stored.engine === current.engine ? [] : [`measured by ${stored.engine ?? EMBEDDED} instead of ${current.engine ?? EMBEDDED}`]
  ];
}
function compareText(left, right) {
  return left < right ? -1 : left > right ? 1 : 0;
}

export {
  WINDOW_RUNS,
  admitRuns,
  listDifferences
};
