import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  RunCollector
} from "./chunk-SSNSFCKQ.js";

// src/metrics/describe-run.ts
function summarizeUnbegun(plan, identity, { reason, at, peakMemoryBytes }) {
  return new RunCollector(plan.phases, plan.series, 0).summarize({
    ...describeRun(plan, identity),
    startedAt: at,
    durationMs: 0,
    ending: { state: "cut-short", reason },
    processCpuSeconds: 0,
    peakMemoryBytes,
    levelChanges: []
  });
}
function describeRun({ name, file, profile, shownTarget, seed }, { environment, scenarioHash, version, engine }) {
  return {
    tool: { name: "load-gate", version },
    scenario: { name, file, hash: scenarioHash, profile },
    target: shownTarget,
    seed,
    environment,
    engine
  };
}

export {
  summarizeUnbegun,
  describeRun
};
