import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  GateError
} from "./chunk-WYDHRVNK.js";
import "./chunk-5PVW3TJC.js";

// src/engine/locust/find-locust.ts
import { execFile } from "node:child_process";
import { basename } from "node:path";
var OLDEST = [2, 40];
var LONGEST_MS = 6e4;
var HINT = "pip install locust, or set LOAD_GATE_LOCUST to the locust (or python) of a virtual environment";
var asked = /* @__PURE__ */ new Map();
function findLocust(env) {
  const key = JSON.stringify([env["LOAD_GATE_LOCUST"], env["PATH"]]);
  const known = asked.get(key) ?? askAll(env);
  asked.set(key, known);
  return known;
}
async function askAll(env) {
  const named = env["LOAD_GATE_LOCUST"] ?? "";
  const commands = named === "" ? [["locust"], ["python3", "-m", "locust"]] : [commandOf(named)];
  for (const command of commands) {
    const said = await askVersion(command, env);
    if (said !== void 0) return readVersion(command, said);
  }
  const where = named === "" ? "there is no locust on the PATH, and python3 has none" : "LOAD_GATE_LOCUST names no Locust that runs";
  throw new GateError("LOAD_GATE_LOCUST_MISSING", `${where}: --engine locust needs Locust ${OLDEST.join(".")} or newer`, { hint: HINT });
}
function commandOf(named) {
  return /^python[\d.]*$/.test(basename(named)) ? [named, "-m", "locust"] : [named];
}
function askVersion([program, ...args], env) {
  return new Promise((resolve) => {
    const options = { env, timeout: LONGEST_MS, maxBuffer: 65536, killSignal: "SIGKILL" };
    execFile(program, [...args, "--version"], options, (error, stdout) => resolve(error ? void 0 : stdout));
  });
}
function readVersion(command, said) {
  const [, version = "", major = "", minor = ""] = /^locust ((\d{1,4})\.(\d{1,4})[\w.+-]{0,40})/m.exec(said) ?? [];
  const isOld = Number(major) < OLDEST[0] || Number(major) === OLDEST[0] && Number(minor) < OLDEST[1];
  if (version === "" || isOld) {
    const found = version === "" ? `${command.join(" ")} does not say its version` : `Locust ${version} is too old`;
    throw new GateError("LOAD_GATE_LOCUST_MISSING", `${found}: --engine locust needs ${OLDEST.join(".")} or newer`, {
      hint: "pip install --upgrade locust"
    });
  }
  return { command, version, python: /\(Python ([\w.+-]{1,40})/.exec(said)?.[1] ?? "" };
}
export {
  findLocust
};
