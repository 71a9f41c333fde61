import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  formatDuration
} from "./chunk-BRFOQZPS.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";
import {
  GateError
} from "./chunk-WYDHRVNK.js";
import "./chunk-5PVW3TJC.js";

// src/engine/locust/find-locust.ts
import { execFile } from "node:child_process";
import { basename, resolve } from "node:path";
var OLDEST = [2, 40];
var NEEDED = `${OLDEST.join(".")} or newer`;
var LONGEST_MS = 6e4;
var LONGEST_WORDS = 200;
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
  const problems = [];
  for (const command of commands) {
    const answer = await askVersion(command, env);
    if (answer.kind === "said") return readVersion(command, answer.text);
    problems.push(answer.why);
  }
  const why = `${named === "" ? "" : "LOAD_GATE_LOCUST names no Locust that runs: "}${problems.join(", and ")}`;
  throw missing(`${why}; --engine locust needs Locust ${NEEDED}`, HINT);
}
function missing(message, hint) {
  return new GateError("LOAD_GATE_LOCUST_MISSING", message, { hint });
}
function commandOf(named) {
  const program = basename(named) === named ? named : resolve(named);
  return /^python[\d.]*$/.test(basename(named)) ? [program, "-m", "locust"] : [program];
}
function askVersion(command, env) {
  const [program, ...args] = command;
  return new Promise((answer) => {
    const options = { env, timeout: LONGEST_MS, maxBuffer: 65536, killSignal: "SIGKILL" };
    execFile(
      program,
      [...args, "--version"],
      options,
      (error, stdout, stderr) => answer(error ? { kind: "failed", why: explainFailure(command, error, stderr) } : { kind: "said", text: stdout })
    );
  });
}
function explainFailure(command, { code, killed }, stderr) {
  const [program] = command;
  if (code === "ENOENT")
    return program === basename(program) ? `there is no ${program} on the PATH` : `there is no ${program}, or no Python for it`;
  if (typeof code === "string") return `${program} cannot be run (${code})`;
  if (killed === true) return `${command.join(" ")} has not answered within ${formatDuration(LONGEST_MS)}`;
  const last = stderr.trim().split("\n").at(-1) ?? "";
  return last === "" ? `${command.join(" ")} ended with exit code ${code ?? "unknown"}` : `${command.join(" ")} says "${cleanText(last, LONGEST_WORDS)}"`;
}
function readVersion(command, said) {
  const [, version = "", major = "", minor = ""] = /^locust ((\d{1,4})\.(\d{1,4})[\w.+-]{0,40})/m.exec(said) ?? [];
  if (version === "") throw missing(`${command.join(" ")} does not say its version: --engine locust needs Locust ${NEEDED}`, HINT);
  const isOld = Number(major) < OLDEST[0] || Number(major) === OLDEST[0] && Number(minor) < OLDEST[1];
  if (isOld) {
    const hint = "pip install --upgrade locust, or set LOAD_GATE_LOCUST to the locust of a virtual environment that has a newer one";
    throw missing(`Locust ${version} is too old (${command.join(" ")}): --engine locust needs ${NEEDED}`, hint);
  }
  return { command, version, python: /\(Python ([\w.+-]{1,40})/.exec(said)?.[1] ?? "" };
}
export {
  findLocust
};
