import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  LineLog,
  RunLog,
  buildRequest,
  catchStrayErrors,
  choosePaint,
  explainError,
  formatSeconds,
  listenForSignals,
  quoteText,
  renderFinal,
  renderProgress,
  renderProgressLine,
  usageIssue
} from "./chunk-647EMUVC.js";
import "./chunk-CNVOKAUC.js";
import {
  COMMANDS,
  COMMANDS_LATER,
  OPTIONS,
  exitCodeFor
} from "./chunk-53UYXX7X.js";
import "./chunk-YWA76544.js";
import "./chunk-4EUKXEYM.js";
import {
  renderIssues
} from "./chunk-7O3YJNJG.js";
import {
  suggestWord
} from "./chunk-H3FF2RGQ.js";
import "./chunk-V5IUYEX3.js";
import "./chunk-ZN5WLTNX.js";
import {
  fitText,
  measureWidth,
  renderTable
} from "./chunk-HVJM47ZC.js";
import {
  NOTHING
} from "./chunk-6T3VPJOM.js";
import "./chunk-IB275GZ3.js";
import "./chunk-3AHBISAZ.js";
import {
  formatLatency,
  formatNumber,
  formatRate
} from "./chunk-BRFOQZPS.js";
import {
  createMasker
} from "./chunk-ZR3GJHUS.js";
import "./chunk-PQ7UTJ5X.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";
import "./chunk-2EGEYTRJ.js";
import "./chunk-5PVW3TJC.js";

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
  const following = inline === void 0 && next !== void 0 && !next.startsWith("--") ? next : void 0;
  if (option === void 0) return { issue: flagIssue(command, flag), tookNext: following !== void 0 };
  if (!option.commands.includes(command)) {
    const message = `${flag} does not go with ${command}; it goes with ${listWords(option.commands, "and")}`;
    return { issue: usageIssue(flag, "unexpected-flag", message), tookNext: option.kind !== "switch" && following !== void 0 };
  }
  if (option.kind === "switch") return { given: { option, text: inline ?? "true", at: flag }, tookNext: false };
  const text = inline ?? following;
  if (text === void 0 || text === "") {
    if (!option.available) return { given: { option, text: "", at: flag }, tookNext: false };
    return {
      issue: usageIssue(flag, "missing-value", `${flag} needs a value: ${flag} ${option.placeholder}`),
      tookNext: text === following
    };
  }
  return { given: { option, text, at: flag }, tookNext: inline === void 0 };
}
function flagIssue(command, flag) {
  const known = OPTIONS.filter((row) => row.form === "flag" && row.available && row.commands.includes(command)).map(
    (row) => `--${row.name}`
  );
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

// src/terminal/render-live-table.ts
var OTHER_LINES = 8;
function renderLiveTable(snapshot, room) {
  const { width, height, paint } = room;
  const most = Math.max(1, height - OTHER_LINES);
  const shown = snapshot.rows.length > most ? snapshot.rows.slice(0, most) : snapshot.rows;
  const left = snapshot.rows.length - shown.length;
  const table = renderTable(
    COLUMNS,
    [...shown.map((row) => describeRow(row, "plain")), describeRow(snapshot.total, "strong")],
    width,
    paint
  );
  const lines = [
    paint("quiet", fitText(cleanText(describePlace(snapshot)), width)),
    renderProgress(snapshot, width),
    "",
    ...table.slice(0, -1),
    ...left > 0 ? [paint("quiet", fitText(`… ${left} more endpoints`, width))] : [],
    ...table.slice(-1),
    ...renderChecks(snapshot, width, paint)
  ];
  return lines.slice(0, Math.max(2, height));
}
function describePlace(snapshot) {
  const sockets = snapshot.openSockets ? ` · ${formatNumber(snapshot.openSockets, 0)} open sockets` : "";
  return `${snapshot.phase} · ${formatNumber(snapshot.users, 0)} users${sockets} · ${formatSeconds(snapshot.elapsedMs)} of ${formatSeconds(snapshot.plannedMs)}`;
}
var COLUMNS = [
  { title: "endpoint", align: "left", shrinksTo: 20 },
  { title: "requests", align: "right", goes: 2 },
  { title: "failures", align: "right" },
  { title: "rate", align: "right", goes: 3 },
  { title: "p50", align: "right", goes: 4 },
  { title: "p95", align: "right", goes: 1 },
  { title: "p99", align: "right", goes: 5 }
];
function describeRow(row, style) {
  const latency = (us) => ({ text: us === void 0 ? NOTHING : formatLatency(us), style });
  return [
    { text: row.name, style },
    { text: formatNumber(row.requests, 0), style },
    { text: formatNumber(row.failures, 0), style: row.failures > 0 ? "broken" : style },
    { text: formatRate(row.ratePerSec), style },
    latency(row.p50Us),
    latency(row.p95Us),
    latency(row.p99Us)
  ];
}
function renderChecks(snapshot, width, paint) {
  const checks = snapshot.checks ?? [];
  if (checks.length === 0) return [];
  const broken = checks.filter((check2) => check2.state === "broken");
  const tally = fitText(`promises: ${checks.length - broken.length} of ${checks.length} hold so far`, width);
  if (broken.length === 0) return ["", tally];
  return ["", tally, paint("broken", fitText(`broken: ${broken.map((check2) => cleanText(check2.name, 80)).join(", ")}`, width))];
}

// src/terminal/live-view.ts
var DEFAULT_COLUMNS = 80;
var DEFAULT_ROWS = 24;
var STYLES = /\u001b\[[0-9;]*m/g;
var LiveView = class {
  #screen;
  #paint;
  #frame = [];
  constructor(screen, paint) {
    this.#screen = screen;
    this.#paint = paint;
  }
  update(snapshot) {
    const { width, height } = this.#room();
    this.#repaint([], renderLiveTable(snapshot, { width, height, paint: this.#paint }));
  }
  log(line) {
    this.#repaint([line], this.#frame);
  }
  finish() {
    this.#repaint([], []);
  }
  /** One column and one row less than there are: a full line would wrap, and a full screen scroll. */
  #room() {
    return {
      width: Math.max(1, (this.#screen.columns ?? DEFAULT_COLUMNS) - 1),
      height: Math.max(1, (this.#screen.rows ?? DEFAULT_ROWS) - 1)
    };
  }
  #repaint(above, frame) {
    const up = this.#rowsOfFrame();
    const lines = [...above, ...frame].map((line) => `${line}\x1B[K
`).join("");
    this.#screen.write(`${up > 0 ? `\x1B[${up}A\r` : ""}${lines}\x1B[J`);
    this.#frame = frame;
  }
  /** Rows that the last frame takes now: a terminal that became narrower has wrapped its lines. */
  #rowsOfFrame() {
    const columns = Math.max(1, this.#screen.columns ?? DEFAULT_COLUMNS);
    return this.#frame.reduce((rows, line) => rows + Math.max(1, Math.ceil(measureWidth(line.replace(STYLES, "")) / columns)), 0);
  }
};

// src/terminal/open-progress-view.ts
function openProgressView(screen, paint, quiet) {
  if (quiet) return { update: () => void 0, log: (line) => void screen.write(`${line}
`), finish: () => void 0 };
  return screen.isTTY === true ? new LiveView(screen, paint) : new LineLog((line) => void screen.write(`${line}
`));
}

// src/command.ts
var mask = (text) => text;
async function runCommand(argv) {
  catchStrayErrors(explainThrown);
  try {
    const parsed = parseArgv(argv, process.env);
    return exitCodeFor(parsed.ok ? await dispatch(parsed.value) : refuse(parsed.issues));
  } catch (thrown) {
    return explainThrown(thrown);
  }
}
function explainThrown(thrown) {
  const { lines, outcome } = explainError(thrown);
  process.stderr.write(`${mask(lines.join("\n"))}
`);
  return exitCodeFor(outcome);
}
function refuse(issues) {
  process.stderr.write(renderIssues(issues, choosePaint(process.stderr.isTTY, process.env)));
  return { kind: "user-error" };
}
async function dispatch(request) {
  switch (request.command) {
    case "help": {
      const { renderHelp } = await import("./chunk-Y5AMC2RF.js");
      process.stdout.write(renderHelp(request.topic));
      return { kind: "done" };
    }
    case "version": {
      const { VERSION } = await import("./chunk-4DSLVLRC.js");
      process.stdout.write(`${VERSION}
`);
      return { kind: "done" };
    }
    case "check":
      return check(request);
    case "run":
      return run(request);
    case "demo":
      return demo(request);
    case "compare": {
      const { compareStored } = await import("./chunk-S2HHABFA.js");
      return compareStored(request, openCommandPorts());
    }
    case "calibrate": {
      const { calibrate } = await import("./chunk-IQGI5P7O.js");
      return calibrate(request, openCommandPorts());
    }
    case "baseline show":
    case "baseline accept":
    case "baseline prune": {
      const { changeBaseline } = await import("./chunk-JATKGXVV.js");
      return changeBaseline(request, openCommandPorts());
    }
  }
}
function openCommandPorts() {
  return {
    env: process.env,
    cwd: process.cwd(),
    now: () => Date.now(),
    write: (text) => void process.stdout.write(text),
    writeAside: (text) => void process.stderr.write(text),
    width: process.stdout.columns ?? 100,
    paint: choosePaint(process.stdout.isTTY, process.env)
  };
}
async function check(request) {
  const { prepareGate } = await import("./chunk-Q7IRSXSK.js");
  const prepared = prepareGate(request, { env: process.env, cwd: process.cwd(), workers: void 0, requireSecrets: false });
  if (!prepared.ok) return refuse(prepared.issues);
  const { renderPlan } = await import("./chunk-HNTR7N22.js");
  const { plan, config } = prepared.value;
  const paint = choosePaint(process.stdout.isTTY, process.env);
  const isSeedGiven = (request.seed ?? config.scenario.seed) !== void 0;
  const width = process.stdout.columns ?? 100;
  process.stdout.write(renderPlan({ plan, sla: config.sla, hasSla: config.hasSla, caps: request.caps, isSeedGiven, width, paint }));
  if (prepared.warnings.length > 0) process.stdout.write(`
${renderIssues(prepared.warnings, paint)}`);
  return { kind: "done" };
}
async function run(request) {
  const { runGate } = await import("./chunk-MRKIHWCE.js");
  const out = request.json ? process.stderr : process.stdout;
  const paint = choosePaint(out.isTTY, process.env);
  const view = openProgressView(out, paint, request.quiet);
  let result;
  try {
    result = await runGate(
      request,
      openPorts(view, (issues) => renderIssues(issues, paint))
    );
  } finally {
    view.finish();
  }
  if (result.kind === "issues") return refuse(result.issues);
  const width = out.columns ?? 100;
  out.write(`${request.quiet ? "" : "\n"}${renderFinal(result.report, { width, paint, reportPath: result.reportPath })}`);
  if (request.json) process.stdout.write(result.files.get("results.json") ?? "");
  return result.outcome;
}
function openPorts(view, show) {
  const log = new RunLog();
  const began = performance.now();
  const say = (text) => {
    const shown = mask(text);
    log.add(performance.now() - began, shown);
    view.log(shown);
  };
  return {
    env: process.env,
    cwd: process.cwd(),
    onIssues: (issues) => {
      if (issues.length > 0) say(show(issues).trimEnd());
    },
    onSecrets: (secrets) => {
      mask = createMasker(secrets);
      return Promise.resolve();
    },
    onNote: say,
    onProgress: (snapshot) => {
      log.add(performance.now() - began, renderProgressLine(snapshot));
      view.update(snapshot);
    },
    stopped: listenForSignals(say),
    log: () => log.text()
  };
}
async function demo(request) {
  const { openDemo } = await import("./chunk-LHT7NQBS.js");
  const opened = await openDemo();
  try {
    const { csvPrefix, json, out, quiet } = request;
    const prefix = csvPrefix === void 0 ? [] : [`--csv-prefix=${csvPrefix}`];
    const flags = [...prefix, ...quiet ? ["--quiet"] : [], ...json ? ["--json"] : []];
    const parsed = parseArgv(["run", opened.scenario, "--target", opened.url, "--out", out, ...flags]);
    if (!parsed.ok || parsed.value.command !== "run") throw new Error("the demo asks for something that the options refuse");
    return await run(parsed.value);
  } finally {
    await opened.stop();
  }
}
export {
  runCommand
};
