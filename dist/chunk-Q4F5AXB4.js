import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/terminal/paint.ts
var CODES = { broken: "31", good: "32", warning: "33", quiet: "2", strong: "1" };
var paintColour = (style, text) => style === "plain" || text === "" ? text : `\x1B[${CODES[style]}m${text}\x1B[0m`;
var paintPlain = (_style, text) => text;
function choosePaint(isTerminal, env) {
  if ((env["NO_COLOR"] ?? "") !== "") return paintPlain;
  const forced = env["FORCE_COLOR"];
  if (forced !== void 0) return forced === "0" || forced === "false" ? paintPlain : paintColour;
  return isTerminal && env["TERM"] !== "dumb" ? paintColour : paintPlain;
}

export {
  paintPlain,
  choosePaint
};
