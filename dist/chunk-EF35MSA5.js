import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  COMMANDS,
  COMMANDS_LATER
} from "./chunk-SOBLQ3OW.js";
import {
  buildRequest,
  quoteText
} from "./chunk-UJR7YCJD.js";
import {
  OPTIONS
} from "./chunk-3GHHVNTZ.js";
import {
  usageIssue
} from "./chunk-6KYQQO5W.js";
import {
  suggestWord
} from "./chunk-H3FF2RGQ.js";

// src/options/parse-argv.ts
function parseArgv(argv, env = {}) {
  const [first] = argv;
  const end = argv.indexOf("--");
  const words = end === -1 ? argv : argv.slice(0, end);
  if (words.includes("--help") || words.includes("-h")) return right({ command: "help", topic: findCommand(argv)?.name });
  if (words.includes("--version") || words.includes("-v")) return right({ command: "version" });
  if (first === void 0) return right({ command: "help", topic: void 0 });
  if (first === "help") return parseHelp(argv.slice(1));
  const command = findCommand(argv);
  if (command === void 0) return { ok: false, issues: [commandIssue(argv)] };
  const { given, issues } = readWords(command.name, argv.slice(command.words));
  const built = buildRequest(command.name, given, env);
  if (issues.length === 0) return built;
  return { ok: false, issues: built.ok ? issues : [...issues, ...built.issues] };
}
function parseHelp(topic) {
  const command = findCommand(topic);
  if (command === void 0 && topic.length > 0) return { ok: false, issues: [commandIssue(topic)] };
  const extra = topic[command?.words ?? 0];
  if (extra !== void 0)
    return { ok: false, issues: [usageIssue("command line", "unexpected-argument", `help takes no ${quoteText(extra)} here`)] };
  return right({ command: "help", topic: command?.name });
}
function findCommand(argv) {
  const row = COMMANDS.find(({ name }) => name.split(" ").every((word, place) => word === argv[place]));
  return row && { name: row.name, words: row.name.split(" ").length };
}
function readWords(command, words) {
  const given = [];
  const issues = [];
  let flagsEnded = false;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    if (!flagsEnded && word === "--") {
      flagsEnded = true;
    } else if (flagsEnded || !word.startsWith("-") || word === "-") {
      readArgument(command, word, given, issues);
    } else {
      const read = readFlag(command, word, words[index + 1]);
      if ("issue" in read) issues.push(read.issue);
      else given.push(read.given);
      if (read.tookNext) index++;
    }
  }
  return { given, issues };
}
function readArgument(command, word, given, issues) {
  const places = OPTIONS.filter((row) => row.form === "argument" && row.commands.includes(command));
  const last = places.at(-1);
  const taken = given.filter(({ option: option2 }) => option2.form === "argument").length;
  const option = places[taken] ?? last;
  if (option === void 0)
    issues.push(usageIssue("command line", "unexpected-argument", `${command} takes no argument ${quoteText(word)}`));
  else given.push({ option, text: word, at: option.name === "scenario" ? option.placeholder : "command line" });
}
function readFlag(command, word, next) {
  const equals = word.indexOf("=");
  const flag = equals === -1 ? word : word.slice(0, equals);
  const inline = equals === -1 ? void 0 : word.slice(equals + 1);
  const option = OPTIONS.find((row) => row.form === "flag" && `--${row.name}` === flag);
  if (option !== void 0 && option.alone !== "" && inline === void 0 && option.commands.includes(command))
    return { given: { option, text: option.alone, at: flag }, tookNext: false };
  const following = inline === void 0 && next !== void 0 && !next.startsWith("--") ? next : void 0;
  if (option === void 0) return { issue: flagIssue(command, flag), tookNext: following !== void 0 };
  if (!option.commands.includes(command)) {
    const message = `${flag} does not go with ${command}; it goes with ${listWords(option.commands, "and")}`;
    return { issue: usageIssue(flag, "unexpected-flag", message), tookNext: option.kind !== "switch" && following !== void 0 };
  }
  if (option.kind === "switch") return { given: { option, text: inline ?? "true", at: flag }, tookNext: false };
  const text = inline ?? following;
  if (text === void 0 || text === "") {
    return {
      issue: usageIssue(flag, "missing-value", `${flag} needs a value: ${flag} ${option.placeholder}`),
      tookNext: text === following
    };
  }
  return { given: { option, text, at: flag }, tookNext: inline === void 0 };
}
function flagIssue(command, flag) {
  const known = OPTIONS.filter((row) => row.form === "flag" && row.commands.includes(command)).map((row) => `--${row.name}`);
  const near = suggestWord(flag, [...known, "--help", "--version"]);
  return usageIssue("command line", "unknown-flag", `unknown flag ${quoteText(flag)} for ${command}`, near);
}
function commandIssue([word = "", second = ""]) {
  if (word.startsWith("-")) {
    return usageIssue(
      "command line",
      "missing-command",
      `the command comes before its flags: load-gate run ${quoteText(word).slice(1, -1)} …`
    );
  }
  if (COMMANDS_LATER.includes(word)) return usageIssue("command line", "not-available-yet", `the command ${word} is not available yet`);
  const follow = COMMANDS.flatMap(({ name }) => name.startsWith(`${word} `) ? [name.slice(word.length + 1)] : []);
  if (follow.length > 0) {
    const message = second === "" || second.startsWith("-") ? "is not a command alone" : `has no command ${quoteText(second)}`;
    return usageIssue(
      "command line",
      "unknown-command",
      `${word} ${message}; expected ${listWords(follow, "or")}`,
      suggestWord(second, follow)
    );
  }
  const known = [...new Set(COMMANDS.map(({ name }) => name.split(" ")[0] ?? ""))];
  const near = suggestWord(word, [...known, "help"]);
  return usageIssue("command line", "unknown-command", `unknown command ${quoteText(word)}; expected ${known.join(", ")} or help`, near);
}
function listWords(words, last) {
  return [words.slice(0, -1).join(", "), words.at(-1)].filter(Boolean).join(` ${last} `);
}
function right(value) {
  return { ok: true, value: Object.freeze(value), warnings: [] };
}

export {
  parseArgv
};
