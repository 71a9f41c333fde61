import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/verdict/exit-code.ts
var EXIT_CODES = [
  { code: 0, meaning: "pass" },
  { code: 1, meaning: "SLA breach or regression; no baseline, where `--fail-on` says so" },
  { code: 2, meaning: "the user's files or flags are wrong" },
  { code: 3, meaning: "inconclusive" },
  { code: 4, meaning: "the verdict passed but `--out` or the baseline could not be written" },
  { code: 70, meaning: "a bug in load-gate" }
];
function exitCodeOf(state) {
  switch (state) {
    case "pass":
      return 0;
    case "breach":
    case "regression":
      return 1;
    case "inconclusive":
      return 3;
  }
}
var WORST_FIRST = [70, 2, 1, 3, 4];
function exitCodeFor(outcome) {
  switch (outcome.kind) {
    case "done":
      return 0;
    case "user-error":
      return 2;
    case "not-measured":
      return 3;
    case "bug":
      return 70;
    case "judged": {
      const isExcused = outcome.verdict !== "pass" && !outcome.failOn.includes(outcome.verdict);
      const code = isExcused ? 0 : exitCodeOf(outcome.verdict);
      if (code === 0 && outcome.lacksBaseline && outcome.failOn.includes("no-baseline")) return 1;
      return code === 0 && !outcome.isWritten ? 4 : code;
    }
    case "shard":
      if (!outcome.isSound) return 3;
      return outcome.isWritten ? 0 : 4;
    case "suite": {
      const codes = outcome.parts.map(exitCodeFor);
      if (codes.length === 0) return 3;
      return WORST_FIRST.find((code) => codes.includes(code)) ?? (outcome.isWritten ? 0 : 4);
    }
  }
}
function outcomeOfError(code) {
  switch (code) {
    case "LOAD_GATE_USAGE":
    case "LOAD_GATE_FILE_UNREADABLE":
    case "LOAD_GATE_UNSAFE_PATH":
    case "LOAD_GATE_RESULT_INVALID":
    case "LOAD_GATE_BASELINE_NO_RUN":
    case "LOAD_GATE_PORT_TAKEN":
    case "LOAD_GATE_LOCUST_MISSING":
    case "LOAD_GATE_NODE_TOO_OLD":
      return { kind: "user-error" };
    case "LOAD_GATE_BEFORE_FAILED":
    case "LOAD_GATE_WORKER_LOST":
    case "LOAD_GATE_OUTPUT_UNWRITABLE":
    case "LOAD_GATE_SHARDS_UNFIT":
    case "LOAD_GATE_BASELINE_UNREADABLE":
    case "LOAD_GATE_BASELINE_UNWRITABLE":
    case "LOAD_GATE_BASELINE_FORBIDDEN":
    case "LOAD_GATE_BASELINE_BUSY":
    case "LOAD_GATE_BASELINE_INVALID":
      return { kind: "not-measured" };
  }
}

export {
  EXIT_CODES,
  exitCodeFor,
  outcomeOfError
};
