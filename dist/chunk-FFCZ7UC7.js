import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  codeOf
} from "./chunk-62LH7HJX.js";
import {
  GateError
} from "./chunk-WYDHRVNK.js";

// src/engine/locust/read-runtime.ts
import { readFileSync } from "node:fs";
var WHOLE = [
  "python/plan.py",
  "python/distribution.py",
  "python/cell.py",
  "python/recorder.py",
  "python/phase-clock.py",
  "python/http.py",
  "python/answer.py",
  "python/connection.py",
  "python/cookies.py",
  "python/regex.py",
  "python/json.py",
  "python/words.py",
  "python/check.py",
  "python/capture.py",
  "python/data.py",
  "python/frames.py",
  "python/socket.py",
  "python/socket-steps.py",
  "python/call.py",
  "python/values.py",
  "python/samples.py",
  "python/flow-steps.py",
  "python/request-steps.py",
  "python/user.py",
  "python/pool.py",
  "python/closed-pool.py",
  "python/open-pool.py",
  "python/work-pool.py",
  "python/seats.py",
  "python/make-request.py",
  "python/run.py",
  "python/report-pipe.py",
  "python/master.py",
  "python/worker.py",
  "python/locust.py"
];
var SOCKETS = /* @__PURE__ */ new Set(["python/frames.py", "python/socket.py", "python/socket-steps.py"]);
var NO_SOCKETS = "python/no-sockets.py";
var RUNTIME_FILES = [...WHOLE, NO_SOCKETS];
var SOCKET_STEPS = /* @__PURE__ */ new Set(["ws", "send", "receive", "hold", "close"]);
function readRuntime() {
  return readParts(WHOLE);
}
function readRuntimeFor({ program }) {
  const hasSockets = program.users.flatMap(codeOf).some(({ op }) => SOCKET_STEPS.has(op));
  return hasSockets ? readRuntime() : readParts(WHOLE.flatMap((file) => !SOCKETS.has(file) ? file : file === "python/socket-steps.py" ? NO_SOCKETS : []));
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
