import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  outcomeOfError
} from "./chunk-O7J3BUEA.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";
import {
  GateError,
  messageOf
} from "./chunk-WYDHRVNK.js";

// src/explain-error.ts
var LONGEST_MESSAGE = 2e3;
function explainError(thrown) {
  if (thrown instanceof GateError) {
    const message = cleanText(thrown.message, LONGEST_MESSAGE);
    const lines = [`load-gate: ${message}`, ...thrown.hint === void 0 ? [] : [`  ${thrown.hint}`], `  (${thrown.code})`];
    return { lines, outcome: outcomeOfError(thrown.code) };
  }
  const stack = thrown instanceof Error ? thrown.stack ?? thrown.message : messageOf(thrown);
  return { lines: ["load-gate: this is a bug in load-gate; please report it with the lines below", stack], outcome: { kind: "bug" } };
}

export {
  explainError
};
