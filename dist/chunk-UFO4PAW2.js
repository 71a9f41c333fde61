import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  COMMANDS
} from "./chunk-SOBLQ3OW.js";
import {
  EXIT_CODES
} from "./chunk-O7J3BUEA.js";
import {
  OPTIONS
} from "./chunk-3GHHVNTZ.js";
import "./chunk-5PVW3TJC.js";

// src/options/render-help.ts
var WIDTH = 80;
var COLUMN = 24;
function renderHelp(topic) {
  const blocks = topic === void 0 ? renderOverview() : renderCommand(topic);
  return `${[...blocks, renderExitCodes()].join("\n\n")}
`;
}
function renderOverview() {
  const commands = COMMANDS.map((row) => renderRow(row.name, row.help));
  return [
    wrap("load-gate puts load on a target, judges it against an SLA, and fails the build on a breach.", 0).join("\n"),
    `Usage
${COMMANDS.map(renderUsage).join("\n")}`,
    `Commands
${commands.join("\n")}`,
    `Flags
${renderRow("--help", "this help; after a command, the help of that command")}
${renderRow("--version", "the version")}`
  ];
}
function renderCommand(topic) {
  const rows = OPTIONS.filter((row) => row.commands.includes(topic));
  const lines = (form) => rows.filter((row) => row.form === form).map(renderOption).join("\n");
  const command = COMMANDS.find((row) => row.name === topic);
  const positional = lines("argument");
  return [
    wrap(`load-gate ${topic}: ${command?.help ?? ""}.`, 0).join("\n"),
    `Usage
${command ? renderUsage(command) : ""}`,
    ...positional === "" ? [] : [`Arguments
${positional}`],
    `Flags
${lines("flag")}
${renderRow("--help", "this help")}`
  ];
}
function renderUsage({ name, usage }) {
  return `  load-gate ${name} ${usage}`;
}
function renderOption(option) {
  const { form, name, placeholder, help } = option;
  const word = form === "argument" ? placeholder : `--${name}${renderValue(option)}`;
  return renderRow(word, option.fallback === "" ? help : `${help}; default: ${option.fallback}`);
}
function renderValue({ placeholder, alone }) {
  if (placeholder === "") return "";
  return alone === "" ? ` ${placeholder}` : `[=${placeholder}]`;
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
