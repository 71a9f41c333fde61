import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  COMMANDS,
  EXIT_CODES,
  OPTIONS
} from "./chunk-ESAGJDLE.js";
import "./chunk-NV5WPINZ.js";

// src/options/render-help.ts
var WIDTH = 80;
var COLUMN = 24;
var USAGE = {
  run: "load-gate run [SCENARIO] [flags]",
  check: "load-gate check [SCENARIO] [flags]",
  demo: "load-gate demo [flags]"
};
function renderHelp(topic) {
  const blocks = topic === void 0 ? renderOverview() : renderCommand(topic);
  return `${[...blocks, renderExitCodes()].join("\n\n")}
`;
}
function renderOverview() {
  const commands = COMMANDS.filter((row) => row.available).map((row) => renderRow(row.name, row.help));
  return [
    wrap("load-gate puts load on a target, judges it against an SLA, and fails the build on a breach.", 0).join("\n"),
    `Usage
${Object.values(USAGE).map((line) => `  ${line}`).join("\n")}`,
    `Commands
${commands.join("\n")}`,
    `Flags
${renderRow("--help", "this help; after a command, the help of that command")}
${renderRow("--version", "the version")}`
  ];
}
function renderCommand(topic) {
  const rows = OPTIONS.filter((row) => row.available && row.commands.includes(topic));
  const lines = (form) => rows.filter((row) => row.form === form).map(renderOption).join("\n");
  const help = COMMANDS.find((row) => row.name === topic)?.help ?? "";
  const positional = lines("argument");
  return [
    wrap(`load-gate ${topic}: ${help}.`, 0).join("\n"),
    `Usage
  ${USAGE[topic]}`,
    ...positional === "" ? [] : [`Arguments
${positional}`],
    `Flags
${lines("flag")}
${renderRow("--help", "this help")}`
  ];
}
function renderOption(option) {
  const name = option.form === "argument" ? option.placeholder : `--${option.name}${option.placeholder === "" ? "" : ` ${option.placeholder}`}`;
  return renderRow(name, option.fallback === "" ? option.help : `${option.help}; default: ${option.fallback}`);
}
function renderExitCodes() {
  return `Exit codes
${EXIT_CODES.map(({ code, meaning }) => renderRow(String(code).padStart(2), meaning, 6)).join("\n")}`;
}
function renderRow(name, help, column = COLUMN) {
  const [first = "", ...more] = wrap(help, column);
  const head = `  ${name}`;
  const start = head.length + 2 > column ? `${head}
${" ".repeat(column)}${first}` : head.padEnd(column) + first;
  return [start, ...more.map((line) => " ".repeat(column) + line)].join("\n");
}
function wrap(text, indent) {
  const lines = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== void 0 && last.length + 1 + word.length <= WIDTH - indent) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
export {
  renderHelp
};
