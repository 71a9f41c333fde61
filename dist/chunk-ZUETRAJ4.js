import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  codeOf
} from "./chunk-MTFGZTSO.js";
import {
  GateError
} from "./chunk-WYDHRVNK.js";

// src/engine/locust/read-runtime.ts
import { readFileSync } from "node:fs";
var WHOLE = [
  "runtime-plan.py",
  "runtime-measure.py",
  "runtime-http.py",
  "runtime-answer.py",
  "runtime-connection.py",
  "runtime-cookies.py",
  "runtime-regex.py",
  "runtime-check.py",
  "runtime-data.py",
  "runtime-frames.py",
  "runtime-sockets.py",
  "runtime-user.py",
  "runtime-pools.py",
  "runtime-run.py",
  "runtime-master.py"
];
var SOCKETS = /* @__PURE__ */ new Set(["runtime-frames.py", "runtime-sockets.py"]);
var NO_SOCKETS = "runtime-no-sockets.py";
var RUNTIME_FILES = [...WHOLE, NO_SOCKETS];
var SOCKET_STEPS = /* @__PURE__ */ new Set(["ws", "send", "receive", "hold", "close"]);
function readRuntime() {
  return readParts(WHOLE);
}
function readRuntimeFor({ program }) {
  const hasSockets = program.users.flatMap(codeOf).some(({ op }) => SOCKET_STEPS.has(op));
  return hasSockets ? readRuntime() : readParts(WHOLE.flatMap((file) => !SOCKETS.has(file) ? file : file === "runtime-sockets.py" ? NO_SOCKETS : []));
}
function readParts(files) {
  try {
    return files.map((file) => readFileSync(new URL(file, import.meta.url), "utf8").trim()).join("\n\n\n");
  } catch (cause) {
    throw new GateError("LOAD_GATE_FILE_UNREADABLE", "what runs in Locust is not there", { hint: "build it: npm run build", cause });
  }
}

export {
  RUNTIME_FILES,
  readRuntime,
  readRuntimeFor
};
