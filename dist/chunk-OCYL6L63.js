import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  renderLocustfile
} from "./chunk-GSNZQMAU.js";
import {
  readRuntimeFor
} from "./chunk-FFCZ7UC7.js";
import {
  narrowRequest,
  planWarning,
  prepareGate,
  resolveScenarios
} from "./chunk-JF6XPDQB.js";
import "./chunk-54YPKBCZ.js";
import "./chunk-IFVUP5D5.js";
import {
  usageIssue
} from "./chunk-6KYQQO5W.js";
import "./chunk-Q7O4VZSC.js";
import {
  renderIssues
} from "./chunk-7O3YJNJG.js";
import "./chunk-H3FF2RGQ.js";
import "./chunk-HU2CD3QW.js";
import "./chunk-JEDR5GJU.js";
import "./chunk-B352537M.js";
import "./chunk-JHW4SND7.js";
import "./chunk-D753NKHP.js";
import "./chunk-2TOVJSTJ.js";
import "./chunk-GCV36XLM.js";
import "./chunk-NFQGUP3O.js";
import "./chunk-5YB5ZHND.js";
import "./chunk-WKKYXOXW.js";
import "./chunk-XW65F56M.js";
import "./chunk-NE3VJX42.js";
import "./chunk-B3YCOJUD.js";
import "./chunk-2GSS2K66.js";
import "./chunk-62LH7HJX.js";
import "./chunk-CNZLAFSP.js";
import "./chunk-ZBZHH72O.js";
import "./chunk-M3TBPBE2.js";
import "./chunk-NSEIX5CG.js";
import "./chunk-V5SBQFRO.js";
import "./chunk-7GDODETR.js";
import "./chunk-6YJF3WAO.js";
import "./chunk-IIID24TU.js";
import "./chunk-QC36IMXK.js";
import "./chunk-BRFOQZPS.js";
import "./chunk-MFS6CBON.js";
import "./chunk-IW22IME3.js";
import "./chunk-6NJWPGFM.js";
import {
  messageOf
} from "./chunk-WYDHRVNK.js";
import "./chunk-MLCRLLSN.js";
import "./chunk-5PVW3TJC.js";

// src/workspace/write-secret-file.ts
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
function writeSecretFile(cwd, path, text) {
  const file = resolve(cwd, path);
  try {
    writeFileSync(file, text, { mode: 384, flag: "wx" });
    return void 0;
  } catch (error) {
    if (holds(file, text)) return void 0;
    const isThere = error instanceof Error && "code" in error && error.code === "EEXIST";
    return isThere ? `${path} is there already, and holds something else` : `${path} cannot be written: ${messageOf(error)}`;
  }
}
function holds(file, text) {
  try {
    if (readFileSync(file, "utf8") !== text) return false;
    chmodSync(file, 384);
    return true;
  } catch {
    return false;
  }
}

// src/command-export.ts
function exportLocust(request, { env, cwd, write, writeAside, paint, refuse }) {
  const context = { env, cwd, workers: void 0, requireSecrets: false };
  const asked = resolveScenarios(request, { ...context, workingDirectory: cwd, root: void 0 });
  if (!asked.ok) return refuse(asked.issues);
  if (typeof asked.value !== "string") {
    return refuse([usageIssue("SCENARIO", "conflict", "a locustfile holds one scenario, and this is a suite; export each of its parts")]);
  }
  const ready = prepareGate(narrowRequest(request, asked.value), context);
  if (!ready.ok) return refuse(ready.issues);
  const { config, plan } = ready.value;
  const file = renderLocustfile({ scenario: config.scenario, plan, runtime: readRuntimeFor(plan) });
  const told = keepData(request, file, plan.file, cwd);
  if (told?.severity === "error") return refuse([told]);
  write(file.text);
  writeAside(renderIssues(told === void 0 ? ready.warnings : [...ready.warnings, told], paint));
  return { kind: "done" };
}
function keepData({ data: path }, { data }, scenario, cwd) {
  const at = { file: scenario, line: 1, column: 1 };
  if (data === void 0)
    return path === void 0 ? void 0 : planWarning(at, "locust", `${path} was not written: no row that the file reads holds a secret`, "leave --data out");
  if (path === void 0) {
    const message = "rows of its data hold secrets and are not in the file for Locust: its workers read them from another";
    return planWarning(at, "locust", message, "write that with --data FILE, and set LOAD_GATE_DATA to it where workers run");
  }
  const problem = writeSecretFile(cwd, path, data);
  return problem === void 0 ? void 0 : usageIssue("--data", "conflict", `${problem}; name another file, or take it away`);
}
export {
  exportLocust
};
