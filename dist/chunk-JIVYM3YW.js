import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

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

export {
  readEnvironment
};
