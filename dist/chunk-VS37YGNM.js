import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  parseSla
} from "./chunk-Q7O4VZSC.js";
import {
  createFileReader
} from "./chunk-JHW4SND7.js";

// src/command-sla.ts
import { resolve } from "node:path";
function readSla(file, { cwd, env }) {
  const files = createFileReader({ workingDirectory: cwd, root: void 0 }, file ?? ".");
  const text = file === void 0 ? "{}" : files.text(resolve(cwd, file));
  if (typeof text === "string") return parseSla({ file: file ?? "", text, env, files, sets: [], requireSecrets: false });
  return { ok: false, issues: [{ file: file ?? "", line: 1, column: 1, code: "file", severity: "error", message: text.error }] };
}

export {
  readSla
};
