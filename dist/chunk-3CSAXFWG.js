import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  parseSla
} from "./chunk-BQ36ZSIO.js";
import {
  createFileReader
} from "./chunk-X3GCCWZK.js";

// src/workspace/read-sla.ts
import { existsSync } from "node:fs";
import { resolve } from "node:path";
function readSlaAlone({ file, isGiven }, { workingDirectory, root, env, requireSecrets }) {
  const files = createFileReader({ workingDirectory, root }, ".");
  const path = resolve(workingDirectory, file);
  const text = isGiven || existsSync(path) ? files.text(path) : "{}";
  if (typeof text === "string") return parseSla({ file, text, env, files, sets: [], requireSecrets });
  const suggestion = "name the SLA: --sla path/to/sla.yaml";
  return { ok: false, issues: [{ file, line: 1, column: 1, code: "file", severity: "error", message: text.error, suggestion }] };
}

export {
  readSlaAlone
};
