import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  formatNumber
} from "./chunk-BRFOQZPS.js";

// src/metrics/engine-info.ts
var FACETS = [
  /** What ended in each second: windows, intervals, burn rates. */
  "seconds",
  /** How many requests failed, and so how many succeeded. */
  "failures",
  "statuses",
  "bytes sent",
  "bytes received",
  "first byte",
  /** How many connections were held, and how many were dropped. */
  "connections",
  "sessions",
  "messages",
  /** Which message a step waited for. */
  "matching"
];
var EMBEDDED_ENGINE = Object.freeze({ kind: "embedded" });
function nameEngine(engine) {
  switch (engine.kind) {
    case "embedded":
      return "the embedded engine";
    case "locust":
      return "Locust";
    case "import":
      return `an import of ${engine.tool}`;
  }
}
function explainMissing(engine, facet) {
  return engine?.kind === "import" ? engine.missing.find(({ facets }) => facets.includes(facet))?.sentence : void 0;
}
function describeFailedChecks(tool, count) {
  const [what, of] = tool === "k6" ? ["check", "of the script failed, and nobody knows of which requests"] : ["exception", "ended tasks of the script, and nobody knows after which requests"];
  return `${formatNumber(count, 0)} ${what}${count === 1 ? "" : "s"} ${of}`;
}

export {
  FACETS,
  EMBEDDED_ENGINE,
  nameEngine,
  explainMissing,
  describeFailedChecks
};
