import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  RunCollector
} from "./chunk-RMZHNBZP.js";

// src/load/read-environment.ts
import { cpus, totalmem } from "node:os";
function readEnvironment(env) {
  const processors = cpus();
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cpuModel: processors[0]?.model.trim() || "unknown",
    cores: processors.length,
    memoryBytes: totalmem(),
    runnerImage: env["ImageOS"] === void 0 ? void 0 : `${env["ImageOS"]} ${env["ImageVersion"] ?? ""}`.trim()
  };
}

// src/load/summarize-unbegun.ts
function summarizeUnbegun(plan, context, reason) {
  return new RunCollector(plan.phases, plan.series, 0).summarize({
    ...describeRun(plan, context),
    startedAt: (/* @__PURE__ */ new Date()).toISOString(),
    durationMs: 0,
    ending: { state: "cut-short", reason },
    processCpuSeconds: 0,
    peakMemoryBytes: process.memoryUsage.rss(),
    levelChanges: []
  });
}
function describeRun({ name, file, profile, shownTarget, seed }, { env, scenarioHash, version }) {
  return {
    tool: { name: "load-gate", version },
    scenario: { name, file, hash: scenarioHash, profile },
    target: shownTarget,
    seed,
    environment: readEnvironment(env)
  };
}

export {
  summarizeUnbegun,
  describeRun
};
