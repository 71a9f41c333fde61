import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  SOCKET_TITLES,
  describeBudget,
  describeObserved,
  describeState,
  describeSubject,
  listSocketRows,
  socketFigures,
  sortChecks
} from "./chunk-CNVOKAUC.js";
import {
  OPTIONS,
  exitCodeFor
} from "./chunk-53UYXX7X.js";
import {
  comparisonLines
} from "./chunk-YWA76544.js";
import {
  listReasons
} from "./chunk-4EUKXEYM.js";
import {
  suggestWord
} from "./chunk-H3FF2RGQ.js";
import {
  renderTable,
  wrapText
} from "./chunk-HVJM47ZC.js";
import {
  NOTHING,
  formatReading
} from "./chunk-6T3VPJOM.js";
import {
  percentileOf,
  summarizeEndpoints
} from "./chunk-IB275GZ3.js";
import {
  formatBytes,
  formatDuration,
  formatLatency,
  formatNumber,
  formatRate,
  formatRatio,
  parseDuration,
  parseRate,
  parseSize
} from "./chunk-BRFOQZPS.js";
import {
  percentileUs
} from "./chunk-PQ7UTJ5X.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";
import {
  GateError,
  messageOf
} from "./chunk-2EGEYTRJ.js";

// src/terminal/run-log.ts
var STYLES = /\u001b\[[0-9;]*m/g;
var MOST_LINES = 5e4;
var RunLog = class {
  #lines = [];
  #dropped = 0;
  /** `elapsedMs` counts from the start of the process's work; text of several lines keeps them, indented alike. */
  add(elapsedMs, text) {
    const stamp = `${(elapsedMs / 1e3).toFixed(3).padStart(9)}  `;
    for (const line of text.replace(STYLES, "").split("\n")) {
      if (this.#lines.length < MOST_LINES) this.#lines.push(`${stamp}${line}`.trimEnd());
      else this.#dropped++;
    }
  }
  /** The whole log; empty when nothing was added. */
  text() {
    const note = this.#dropped > 0 ? [`… ${formatNumber(this.#dropped, 0)} more lines were not kept`] : [];
    return [...this.#lines, ...note].map((line) => `${line}
`).join("");
  }
};

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

// src/terminal/render-final.ts
var MOST_FAILURES = 10;
var MOST_REASONS = 8;
function renderFinal(report, options) {
  const { run, verdict } = report;
  const { width, paint } = options;
  const endpoints = summarizeEndpoints(run);
  const [promises, comparison] = [checkLines(verdict, width, paint), comparisonLines(report, width, paint)];
  const sections = [
    titleLines(report, endpoints, options),
    reasonLines(listReasons(report), options),
    // What decided comes first.
    ...verdict.state === "regression" ? [comparison, promises] : [promises, comparison],
    endpointLines(endpoints, width, paint),
    socketLines(endpoints, width, paint),
    failureLines(endpoints, width, paint),
    wrapText(describeHealth(run), width, "  ").map((line) => paint("quiet", line)),
    options.reportPath === void 0 ? [] : wrapText(`reports: ${cleanText(options.reportPath)}`, width, "  ")
  ];
  return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}
`;
}
var TITLES = {
  pass: ["good", "PASS"],
  breach: ["broken", "BREACH"],
  regression: ["broken", "REGRESSION"],
  inconclusive: ["warning", "INCONCLUSIVE"]
};
function titleLines({ run, verdict }, { total }, { width, paint }) {
  const [style, word] = TITLES[verdict.state];
  const profile = run.scenario.profile === void 0 ? "" : ` (${run.scenario.profile})`;
  const facts = `${run.scenario.name}${profile} on ${run.target}, ${formatDuration(run.durationMs)}, ${formatNumber(total.attempts, 0)} requests, seed ${run.seed}`;
  const [first = "", ...rest] = wrapText(`${word}  ${cleanText(facts)}`, width, "  ");
  const ending = run.ending.state === "complete" ? [] : wrapText(`${run.ending.state === "aborted" ? "aborted" : "cut short"}: ${cleanText(run.ending.reason)}`, width, "  ");
  return [paint(style, word) + first.slice(word.length), ...rest, ...ending.map((line) => paint("warning", line))];
}
function reasonLines(reasons, { width, paint }) {
  const shown = reasons.length > MOST_REASONS ? reasons.slice(0, MOST_REASONS - 1) : reasons;
  const left = reasons.length - shown.length;
  const lines = shown.flatMap((reason) => wrapText(`- ${cleanText(reason, 600)}`, width, "  "));
  return left > 0 ? [...lines, paint("quiet", `- ${left} more`)] : lines;
}
var CHECK_COLUMNS = [
  { title: "", align: "left" },
  { title: "promise of", align: "left", shrinksTo: 22 },
  { title: "promised", align: "left" },
  { title: "observed", align: "right" },
  { title: "about 85 %", align: "right", goes: 4 },
  { title: "budget used", align: "right", goes: 2 },
  { title: "samples", align: "right", goes: 3 }
];
function checkLines(verdict, width, paint) {
  return renderTable(CHECK_COLUMNS, sortChecks(verdict.checks).map(checkRow), width, paint);
}
function checkRow(check) {
  const seen = "observed" in check ? check.observed : void 0;
  const samples = seen?.samples ?? (check.state === "no-data" ? check.samples : void 0);
  const [sign, style] = signOf(check);
  return [
    { text: sign, style },
    { text: describeSubject(check) },
    { text: check.promise },
    { text: seen ? describeObserved(check) : describeState(check), style },
    { text: seen?.interval?.text ?? NOTHING, style: "quiet" },
    { text: seen ? describeBudget(seen) : NOTHING },
    { text: samples === void 0 ? NOTHING : formatNumber(samples, 0) }
  ];
}
function signOf(check) {
  switch (check.state) {
    case "passed":
      return ["✓", "good"];
    case "breached":
      return check.severity === "warn" ? ["!", "warning"] : ["✗", "broken"];
    case "no-data":
      return ["?", "warning"];
    case "skipped":
      return ["-", "quiet"];
  }
}
var ENDPOINT_COLUMNS = [
  { title: "endpoint", align: "left", shrinksTo: 20 },
  { title: "requests", align: "right", goes: 2 },
  { title: "failures", align: "right" },
  { title: "ok/s", align: "right", goes: 3 },
  { title: "p50", align: "right", goes: 4 },
  { title: "p95", align: "right", goes: 1 },
  { title: "p99", align: "right", goes: 5 },
  { title: "max", align: "right", goes: 6 }
];
function endpointLines({ rows, total }, width, paint) {
  const selected = rows.filter((row) => row.selected);
  return renderTable(ENDPOINT_COLUMNS, [...selected.map((row) => endpointRow(row, "plain")), endpointRow(total, "strong")], width, paint);
}
function endpointRow(row, style) {
  return [
    { text: row.name, style },
    { text: formatNumber(row.attempts, 0), style },
    { text: formatNumber(row.failed, 0), style: row.failed > 0 ? "broken" : style },
    { text: row.okPerSec === void 0 ? NOTHING : formatRate(row.okPerSec), style },
    ...[50, 95, 99, 100].map((percentile) => ({ text: formatReading(percentileOf(row, percentile)), style }))
  ];
}
var SOCKET_GOES = [1, 7, 2, 4, 5, 8, 3, 6, 9, 10];
var SOCKET_COLUMNS = [
  { title: "WebSockets", align: "left", shrinksTo: 20 },
  ...SOCKET_TITLES.map((title, place) => ({ title, align: "right", goes: SOCKET_GOES[place] ?? 0 }))
];
function socketLines(endpoints, width, paint) {
  const rows = listSocketRows(endpoints).map((row) => [{ text: row.name }, ...socketFigures(row).map((text) => ({ text }))]);
  return renderTable(SOCKET_COLUMNS, rows, width, paint);
}
var FAILURE_COLUMNS = [
  { title: "count", align: "right" },
  { title: "class", align: "left", goes: 1 },
  { title: "endpoint", align: "left", shrinksTo: 20, goes: 2 },
  { title: "reason", align: "left", shrinksTo: 20 }
];
function failureLines({ rows }, width, paint) {
  const failures = rows.flatMap((row) => row.failures.map((failure) => ({ name: row.name, ...failure }))).sort((left2, right2) => right2.count - left2.count);
  const shown = failures.slice(0, MOST_FAILURES);
  const cells = shown.map((failure) => [
    { text: formatNumber(failure.count, 0) },
    { text: failure.class },
    { text: failure.name },
    { text: failure.reason }
  ]);
  const left = failures.length - shown.length;
  return [...renderTable(FAILURE_COLUMNS, cells, width, paint), ...left > 0 ? [paint("quiet", `… ${left} more in results.json`)] : []];
}
function describeHealth({ health, workers }) {
  const p99 = (us) => us === void 0 ? NOTHING : formatLatency(us);
  const parts = [
    `schedule lag p99 ${p99(percentileUs(health.scheduleLag, 99))}`,
    `event loop p99 ${p99(percentileUs(health.eventLoopDelay, 99))}`,
    `busiest CPU ${health.busiestWorkerCpu === void 0 ? "unknown" : formatRatio(health.busiestWorkerCpu)}`,
    `missed ${formatRatio(health.missedRatio)}`,
    `memory ${formatBytes(health.peakMemoryBytes)}`
  ];
  return `generator (${workers} ${workers === 1 ? "worker" : "workers"}): ${parts.join(", ")}`;
}

// src/terminal/render-progress.ts
function measureProgress(snapshot) {
  const { elapsedMs, plannedMs, starts, plannedStarts } = snapshot;
  const leftMs = Math.max(0, plannedMs - elapsedMs);
  if (plannedStarts === void 0 || plannedStarts === 0) {
    const ratio2 = plannedMs > 0 ? Math.min(1, elapsedMs / plannedMs) : 1;
    return { ratio: ratio2, text: `${formatSeconds(Math.min(elapsedMs, plannedMs))}/${formatSeconds(plannedMs)}`, etaMs: leftMs };
  }
  const ratio = Math.min(1, starts / plannedStarts);
  const text = `${formatNumber(starts, 0)}/${formatNumber(plannedStarts, 0)}`;
  return { ratio, text, etaMs: starts > 0 ? Math.min(leftMs, elapsedMs / starts * Math.max(0, plannedStarts - starts)) : leftMs };
}
function renderProgress(snapshot, width) {
  const { total } = snapshot;
  const progress = measureProgress(snapshot);
  const done = `${progress.text} (${(progress.ratio * 100).toFixed(1)} %)`;
  const rate = formatRate(total.ratePerSec);
  const ok = `ok ${formatNumber(total.requests - total.failures, 0)}`;
  const failed = `failed ${formatNumber(total.failures, 0)}`;
  const eta = `ETA ${formatSeconds(progress.etaMs)}`;
  const choices = [[done, rate, ok, failed, eta], [done, rate, ok, failed], [done, ok, failed], [done, failed], [done]].map(
    (parts) => parts.join(" | ")
  );
  const text = (choices.find((choice) => choice.length <= width) ?? done).slice(0, width);
  const room = Math.min(WIDEST_BAR, width - text.length - 3);
  return room < NARROWEST_BAR ? text : `[${renderBar(progress.ratio, room)}] ${text}`;
}
var WIDEST_BAR = 30;
var NARROWEST_BAR = 5;
function renderBar(ratio, width) {
  const full = Math.floor(ratio * width + 1e-9);
  return "█".repeat(full) + "░".repeat(width - full);
}
function formatSeconds(durationMs) {
  const seconds = Math.round(durationMs / 1e3);
  return seconds === 0 ? "0 s" : formatDuration(seconds * 1e3);
}

// src/terminal/line-log.ts
var EVERY_MS = 5e3;
var LineLog = class {
  #write;
  #nextMs = EVERY_MS;
  constructor(write) {
    this.#write = write;
  }
  update(snapshot) {
    if (snapshot.elapsedMs < this.#nextMs) return;
    this.#nextMs = (Math.floor(snapshot.elapsedMs / EVERY_MS) + 1) * EVERY_MS;
    this.#write(renderProgressLine(snapshot));
  }
  log(line) {
    this.#write(line);
  }
  finish() {
    this.#nextMs = Number.POSITIVE_INFINITY;
  }
};
function renderProgressLine(snapshot) {
  const { total } = snapshot;
  const progress = measureProgress(snapshot);
  const broken = (snapshot.checks ?? []).filter((check) => check.state === "broken").map((check) => cleanText(check.name, 80));
  return [
    formatSeconds(snapshot.elapsedMs).padStart(5),
    cleanText(snapshot.phase, 40),
    `${formatNumber(snapshot.users, 0)} users`,
    ...snapshot.openSockets ? [`${formatNumber(snapshot.openSockets, 0)} open sockets`] : [],
    `${progress.text} (${(progress.ratio * 100).toFixed(1)} %)`,
    formatRate(total.ratePerSec),
    `ok ${formatNumber(total.requests - total.failures, 0)}`,
    `failed ${formatNumber(total.failures, 0)}`,
    ...total.p95Us === void 0 ? [] : [`p95 ${formatLatency(total.p95Us)}`],
    ...broken.length === 0 ? [] : [`broken: ${broken.join(", ")}`]
  ].join("  ");
}

// src/terminal/listen-for-signals.ts
function listenForSignals(say) {
  const controller = new AbortController();
  const onSignal = (name) => {
    if (controller.signal.aborted) process.exit(exitCodeFor({ kind: "not-measured" }));
    say(`${name}: ending the burst and writing the reports; once more to quit at once`);
    controller.abort(name === "SIGINT" ? "interrupted (SIGINT)" : `ended from outside (${name})`);
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return controller.signal;
}

// src/explain-error.ts
var LONGEST_MESSAGE = 2e3;
function explainError(thrown) {
  if (thrown instanceof GateError) {
    const message = cleanText(thrown.message, LONGEST_MESSAGE);
    const lines = [`load-gate: ${message}`, ...thrown.hint === void 0 ? [] : [`  ${thrown.hint}`], `  (${thrown.code})`];
    return { lines, outcome: outcomeOf(thrown) };
  }
  const stack = thrown instanceof Error ? thrown.stack ?? thrown.message : messageOf(thrown);
  return { lines: ["load-gate: this is a bug in load-gate; please report it with the lines below", stack], outcome: { kind: "bug" } };
}
function outcomeOf(error) {
  switch (error.code) {
    case "LOAD_GATE_USAGE":
    case "LOAD_GATE_FILE_UNREADABLE":
    case "LOAD_GATE_UNSAFE_PATH":
    case "LOAD_GATE_RESULT_INVALID":
    case "LOAD_GATE_BASELINE_NO_RUN":
    case "LOAD_GATE_NODE_TOO_OLD":
      return { kind: "user-error" };
    case "LOAD_GATE_BEFORE_FAILED":
    case "LOAD_GATE_WORKER_LOST":
    case "LOAD_GATE_OUTPUT_UNWRITABLE":
    case "LOAD_GATE_BASELINE_UNREADABLE":
    case "LOAD_GATE_BASELINE_UNWRITABLE":
    case "LOAD_GATE_BASELINE_FORBIDDEN":
    case "LOAD_GATE_BASELINE_BUSY":
    case "LOAD_GATE_BASELINE_INVALID":
      return { kind: "not-measured" };
  }
}

// src/terminal/catch-stray-errors.ts
function catchStrayErrors(explain) {
  process.on("uncaughtException", (thrown) => process.exit(explain(thrown)));
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error) => {
      if (error.code !== "EPIPE") process.exit(explain(error));
    });
  }
}

// src/options/build-key.ts
import { createHash } from "node:crypto";
var LONGEST = 100;
var DIGITS = 8;
var AMBIGUOUS = / \/ |, |^\s|\s$|^$/;
function buildKey(env, leg) {
  if (env["GITHUB_ACTIONS"] !== "true") return "default";
  const names = [env["GITHUB_WORKFLOW"] ?? "", env["GITHUB_JOB"] ?? ""].filter((name) => name !== "");
  const entries = Object.entries((leg === void 0 ? void 0 : parseLeg(leg)) ?? {}).sort(([left], [right2]) => left < right2 ? -1 : 1);
  const values = entries.map(([, value]) => typeof value === "string" ? value : JSON.stringify(value));
  if (names.length + values.length === 0) return "default";
  const whole = [...names, ...values.length > 0 ? [values.join(", ")] : []].join(" / ");
  const isPlain = ![...names, ...values].some((part) => AMBIGUOUS.test(part));
  if (isPlain && whole.length <= LONGEST && cleanText(whole, LONGEST) === whole) return whole;
  const hash = createHash("sha256").update(JSON.stringify([names, entries])).digest("hex").slice(0, DIGITS);
  const room = LONGEST - DIGITS - " #".length;
  return `${cleanText(
    cleanText(whole, LONGEST).slice(0, room).replace(/[\ud800-\udbff]$/, ""),
    room
  )} #${hash}`.trim();
}
function parseLeg(text) {
  try {
    const leg = JSON.parse(text);
    if (leg === null) return {};
    return typeof leg === "object" && !Array.isArray(leg) ? { ...leg } : void 0;
  } catch {
    return void 0;
  }
}

// src/options/parse-wait-for.ts
var DEFAULT_WITHIN_MS = 3e5;
var LONGEST2 = 2e3;
var WAIT_FOR_FORM = '/version, /version contains TEXT or /version = TEXT, each with " within 5m" if need be';
function parseWaitFor(value) {
  if (value.length > LONGEST2 || /[\u0000-\u001f\u007f]|\$\{/.test(value)) return void 0;
  const { rest, withinMs } = splitWithin(value.trim());
  if (withinMs === void 0 || withinMs <= 0) return void 0;
  const [, path = "", operator, text = ""] = /^(\S+)(?:\s+(contains|=)(?:\s+(.*))?)?$/.exec(rest) ?? [];
  if (!isPath(path)) return void 0;
  if (operator === void 0) return { path, test: { kind: "answers" }, withinMs };
  const wanted = text.trim();
  return wanted === "" ? void 0 : { path, test: { kind: operator === "=" ? "equals" : "contains", text: wanted }, withinMs };
}
function splitWithin(value) {
  const [, rest, time = ""] = /^(.*\S)\s+within\s+(\S+)$/.exec(value) ?? [];
  const withinMs = parseDuration(time);
  if (rest !== void 0 && withinMs !== void 0) return { rest, withinMs };
  const isMistake = /^\S+\s+within\b/.test(value);
  return { rest: value, withinMs: isMistake ? void 0 : DEFAULT_WITHIN_MS };
}
function isPath(path) {
  if (/^https?:\/\//i.test(path)) return URL.canParse(path);
  return path.startsWith("/") && !path.startsWith("//");
}

// src/options/parse-value.ts
var SEED_MAX = 4294967295;
var SHOWN = 80;
var WRONG_URL = { ok: false, code: "value", message: "this is not an http or https URL such as https://staging.example.com" };
function parseValue(option, text) {
  switch (option.kind) {
    case "switch":
      return text === "true" || text === "false" ? right(text === "true") : wrong(text, "true or false");
    case "text":
      return text.trim() === "" || text.includes("\0") ? wrong(text, "a text") : right(text);
    case "wait":
      return parseWaitFor(text) === void 0 ? wrong(text, WAIT_FOR_FORM) : right(text);
    case "prefix":
      return isPrefix(text) ? right(text) : wrong(text, "a path that ends in the first part of a file name such as reports/test");
    case "line":
      return isLine(text) ? right(text) : wrong(text, "one line of text, at most 1,000 characters");
    case "place":
      return parsePlace(option, text);
    case "leg":
      return parseLeg(text) ? right(text) : wrong(text, "the leg of a matrix as ${{ toJSON(matrix) }} writes it");
    case "branch":
      return isBranchName(text) ? right(text) : wrong(text, "the name of a branch such as load-gate-baselines");
    case "url":
      return isTarget(text) ? right(text) : WRONG_URL;
    case "list":
    case "choices":
      return parseList(option, text);
    case "choice":
      return parseChoice(option, text);
    case "assignment":
      return /^[^=\s][^=]*=/.test(text) ? right(text) : wrong(text, "PATH=VALUE such as phases.steady.users=50");
    case "run-id":
      return /^[1-9]\d{0,14}$/.test(text) ? right(Number(text)) : wrong(text, "the id of a workflow run");
    case "count":
      return parseWhole(text, 1, 1e9, "a whole number from 1");
    case "seed":
      return parseWhole(text, 0, SEED_MAX, `a whole number from 0 to ${SEED_MAX}`);
    case "rate":
      return parseQuantity(text, parseRate, "a rate above 0 such as 2000/s or 600/m");
    case "duration":
      return parseQuantity(text, parseDuration, "a duration above 0 such as 30m or 90s");
    case "size":
      return parseQuantity(text, parseSize, "a size above 0 such as 100GB or 64MiB");
  }
}
function splitList(text) {
  return text.split(/[,\n]/).map((item) => item.trim()).filter((item) => item !== "");
}
function quoteText(text) {
  return JSON.stringify(text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
}
function isPrefix(text) {
  const name = text.split(/[\\/]/).at(-1)?.trim() ?? "";
  return !text.includes("\0") && !["", ".", ".."].includes(name);
}
function parseList(option, text) {
  const items = splitList(text);
  if (items.length === 0) return wrong(text, option.kind === "choices" ? oneOf(option) : "one or more words");
  if (option.kind === "choices") {
    for (const item of items) {
      const choice = parseChoice(option, item);
      if (!choice.ok) return choice;
    }
  }
  return right([...new Set(items)]);
}
function parseChoice(option, word) {
  if (option.choices.includes(word)) return right(word);
  if (option.laterChoices.includes(word)) {
    return { ok: false, code: "not-available-yet", message: `${quoteText(word)} is not available yet; expected ${oneOf(option)}` };
  }
  const near = suggestWord(word, option.choices);
  return { ...wrong(word, oneOf(option)), ...near === void 0 ? {} : { suggestion: near } };
}
function parsePlace(option, text) {
  const words = `one of ${option.choices.join(", ")}`;
  const [kind = ""] = text.split(":", 1);
  if (option.laterChoices.some((later) => later === text || later.startsWith(`${kind}:`))) {
    return { ok: false, code: "not-available-yet", message: `the baseline ${quoteText(kind)} is not available yet; expected ${words}` };
  }
  if (option.choices.includes(text) && !text.includes(":")) return right(text);
  const url = /^url:(.+)$/s.exec(text)?.[1];
  if (url !== void 0 && option.choices.includes("url:URL"))
    return isTarget(url) ? right(text) : { ok: false, code: "value", message: "what follows `url:` is not an http or https URL" };
  const folder = /^file:(.+)$/s.exec(text)?.[1];
  if (folder !== void 0 && folder.trim() !== "" && !folder.includes("\0")) return right(text);
  const near = /^\.{0,2}\//.test(text) ? `file:${text}` : suggestWord(text, option.choices);
  return { ...wrong(text, words), ...near === void 0 ? {} : { suggestion: near } };
}
function isLine(text) {
  return text.trim() !== "" && /^[^\u0000-\u001f\u007f]{1,1000}$/.test(text);
}
function isBranchName(text) {
  if (text.length > 200 || text === "@" || /[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{/.test(text)) return false;
  return !text.startsWith("-") && text.split("/").every((part) => /^[^.](?:.*[^.])?$/.test(part) && !part.endsWith(".lock"));
}
function parseWhole(text, min, max, expected) {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? right(value) : wrong(text, expected);
}
function parseQuantity(text, parse, expected) {
  const value = parse(text);
  if (value !== void 0 && value > 0) return right(value);
  return { ok: false, code: "unit", message: `${quoteText(text)} is not ${expected}` };
}
function oneOf(option) {
  return option.choices.length > 1 ? `one of ${option.choices.join(", ")}` : `the word ${option.choices.join()}`;
}
function isTarget(text) {
  if (text.includes("${")) return true;
  if (!/^https?:\/\//i.test(text)) return false;
  return URL.canParse(text);
}
function right(value) {
  return { ok: true, value };
}
function wrong(text, expected) {
  return { ok: false, code: "value", message: `${quoteText(text)} is not ${expected}` };
}

// src/options/is-ci.ts
function isCi(env) {
  const { GITHUB_ACTIONS: actions, CI: ci = "" } = env;
  return actions === "true" || ["true", "1"].includes(ci.toLowerCase());
}

// src/options/build-request.ts
function buildRequest(command, given, env) {
  const issues = [];
  const values = /* @__PURE__ */ new Map();
  for (const entry of given) {
    const parsed = parseGiven(entry);
    if ("issue" in parsed) issues.push(parsed.issue);
    else values.set(entry.option.name, [...values.get(entry.option.name) ?? [], parsed.value]);
  }
  issues.push(...listRepeated(given));
  if (issues.length > 0) return { ok: false, issues };
  const all = new Values(values, env);
  const missing = listMissing(command, all, (name) => given.find(({ option }) => option.name === name)?.at ?? "command line");
  if (missing.length > 0) return { ok: false, issues: missing };
  return { ok: true, value: Object.freeze(assemble(command, all)), warnings: [] };
}
function usageIssue(at, code, message, suggestion) {
  return { file: at, line: 1, column: 1, code, severity: "error", message, ...suggestion === void 0 ? {} : { suggestion } };
}
function parseGiven({ option, text, at }) {
  if (!option.available && option.choices.length === 0) {
    return { issue: usageIssue(at, "not-available-yet", `${at} is not available yet`) };
  }
  const parsed = parseValue(option, text);
  return parsed.ok ? { value: parsed.value } : { issue: usageIssue(at, parsed.code, parsed.message, parsed.suggestion) };
}
function listRepeated(given) {
  const seen = /* @__PURE__ */ new Map();
  const issues = [];
  for (const { option, at } of given) {
    const times = (seen.get(option.name) ?? 0) + 1;
    seen.set(option.name, times);
    if (times !== 2 || option.isMany || option.kind === "list" || option.kind === "assignment") continue;
    const name = option.form === "argument" ? option.placeholder : at;
    const message = option.name === "scenario" ? "several scenarios in one run are not available yet; give one file" : `${name} is given more than once`;
    issues.push(usageIssue(at, option.name === "scenario" ? "not-available-yet" : "duplicate", message));
  }
  return issues;
}
function listMissing(command, values, placeOf) {
  const need = (name, message) => usageIssue(placeOf(name), "missing-value", message);
  const how = "--baseline file:DIR or --baseline branch";
  if (command === "compare" && values.text("result") === void 0) {
    return [
      usageIssue("command line", "missing-value", "compare needs a result and what it is held against: load-gate compare RESULT BASELINE…")
    ];
  }
  if (command === "calibrate" && values.list("results").length === 0) {
    return [usageIssue("command line", "missing-value", "calibrate needs the results of runs with --baseline url:URL")];
  }
  if (values.number("run-id") !== void 0 && isStoreMode(values)) {
    const message = "run-id comments on what another run has measured, and stores nothing; leave mode out";
    return [usageIssue(placeOf("run-id"), "conflict", message)];
  }
  const { kind } = readWhere(values, "implied");
  const isStored = command === "baseline update" || isStoreCommand(command) || isStoreMode(values);
  if (kind === "url" && isStored) return [need("baseline", `url: names a target to measure, and no place that holds runs; use ${how}`)];
  if (kind !== "none") return [];
  if (command === "baseline update" || isStoreCommand(command)) {
    return [need("baseline", `${command} needs to know where the stored runs are: ${how}`)];
  }
  if (command !== "run") return [];
  if (isStoreMode(values)) {
    return [need("mode", `${values.text("mode") ?? ""} needs to know where the stored runs are; set baseline to file:DIR or branch`)];
  }
  return values.list("fail-on").includes("no-baseline") ? [need("fail-on", `no-baseline goes with a baseline only: ${how}`)] : [];
}
function isStoreMode(values) {
  return values.text("mode") === "update-baseline" || values.text("mode") === "accept-baseline";
}
function isStoreCommand(command) {
  return command === "baseline show" || command === "baseline accept" || command === "baseline prune";
}
function assemble(command, values) {
  switch (command) {
    case "run":
      if (values.text("mode") === "accept-baseline")
        return { command: "baseline accept", ...assembleHistory(values), id: void 0, why: "accepted by a workflow" };
      return assembleRun(values, values.text("mode") === "update-baseline" ? "update-baseline" : "gate");
    case "baseline update":
      return assembleRun(values, "update-baseline");
    case "check":
      return { command, ...assemblePlan(values) };
    case "demo":
      return { command, ...assembleOutput(values) };
    case "compare": {
      const [result, baselines] = [values.text("result") ?? "", values.list("baselines")];
      return { command, result, baselines, sla: values.text("sla"), json: values.flag("json") };
    }
    case "calibrate":
      return { command, results: values.list("results"), sla: values.text("sla"), json: values.flag("json") };
    case "baseline show":
      return { command, ...assembleHistory(values) };
    case "baseline accept":
      return { command, ...assembleHistory(values), id: values.text("id"), why: values.text("why") ?? "" };
    case "baseline prune":
      return { command, ...assembleHistory(values), keep: values.cap("keep") };
  }
}
function assembleRun(values, mode) {
  return {
    command: "run",
    ...assemblePlan(values),
    ...assembleOutput(values),
    workers: values.number("workers"),
    failOn: values.list("fail-on").filter(isFailOn),
    interleave: values.text("interleave") === "abba" ? "abba" : "simultaneous",
    baseline: readWhere(values, mode === "gate" ? "implied" : "branch"),
    mode,
    key: readKey(values),
    artifactName: values.text("artifact-name"),
    retentionDays: values.number("retention-days"),
    comment: readPolicy(values.text("comment")),
    githubToken: values.text("github-token") ?? "",
    runId: values.number("run-id"),
    workingDirectory: values.text("working-directory") ?? "."
  };
}
function readPolicy(word) {
  return word === "always" || word === "never" ? word : "auto";
}
function assembleHistory(values) {
  const baseline = readWhere(values, "branch");
  if (baseline.kind === "none" || baseline.kind === "implied" || baseline.kind === "url") {
    throw new Error("a command that reads a baseline was let through without one");
  }
  return { baseline, key: readKey(values) };
}
function readWhere(values, inCi) {
  const where = values.text("baseline");
  const branch = values.text("baseline-branch") ?? "";
  if (where === void 0) return isCi(values.env) ? { kind: inCi, branch } : { kind: "none" };
  if (where === "none") return { kind: "none" };
  if (where === "branch") return { kind: "branch", branch };
  if (where === "artifact") return { kind: "artifact" };
  if (where.startsWith("url:")) return { kind: "url", url: where.slice("url:".length) };
  return { kind: "file", path: where.slice("file:".length) };
}
function readKey(values) {
  return values.text("key") ?? buildKey(values.env, values.text("matrix"));
}
function assemblePlan(values) {
  const scenario = values.text("scenario") ?? "";
  const [sla, waitFor] = [values.text("sla"), values.text("wait-for")];
  return {
    scenario,
    sla: sla === void 0 ? { file: defaultSlaFile(scenario), given: false } : { file: sla, given: true },
    target: values.text("target"),
    profile: values.text("profile"),
    only: values.words("only"),
    skip: values.words("skip"),
    userClasses: values.words("user-class"),
    sets: values.list("set").map(splitAssignment),
    seed: values.number("seed"),
    caps: {
      maxRatePerSec: values.cap("max-rate"),
      maxUsers: values.cap("max-users"),
      maxDurationMs: values.cap("max-duration"),
      maxBytes: values.cap("max-bytes")
    },
    waitFor: waitFor === void 0 ? void 0 : parseWaitFor(waitFor)
  };
}
function assembleOutput(values) {
  return { out: values.text("out") ?? "", csvPrefix: values.text("csv-prefix"), quiet: values.flag("quiet"), json: values.flag("json") };
}
function defaultSlaFile(scenario) {
  return `${scenario.replace(/\.ya?ml$/i, "")}.sla.yaml`;
}
function splitAssignment(text) {
  const equals = text.indexOf("=");
  return { path: text.slice(0, equals).trim(), value: text.slice(equals + 1).trim() };
}
function isFailOn(word) {
  return word === "breach" || word === "regression" || word === "inconclusive" || word === "no-baseline";
}
var Values = class {
  env;
  #given;
  constructor(given, env) {
    this.env = env;
    this.#given = given;
  }
  text(name) {
    const value = this.#one(name);
    return typeof value === "string" ? value : void 0;
  }
  number(name) {
    const value = this.#one(name);
    return typeof value === "number" ? value : void 0;
  }
  /** A cap without a number would be no cap: closed. */
  cap(name) {
    const value = this.number(name);
    if (value === void 0) throw new Error(`the table has no default for ${name}`);
    return value;
  }
  flag(name) {
    return this.#one(name) === true;
  }
  /** Each word once. */
  words(name) {
    return [...new Set(this.list(name))];
  }
  list(name) {
    return this.#all(name).flatMap((value) => typeof value === "string" || Array.isArray(value) ? value : []);
  }
  #one(name) {
    return this.#all(name)[0];
  }
  #all(name) {
    const given = this.#given.get(name);
    if (given !== void 0) return given;
    const option = OPTIONS.find((row) => row.name === name);
    if (option === void 0 || option.fallback === "") return [];
    const parsed = parseValue(option, option.fallback);
    if (!parsed.ok) throw new Error(`the default of ${name} is wrong: ${parsed.message}`);
    return [parsed.value];
  }
};

export {
  RunLog,
  paintPlain,
  choosePaint,
  renderFinal,
  renderProgress,
  formatSeconds,
  LineLog,
  renderProgressLine,
  listenForSignals,
  explainError,
  quoteText,
  buildRequest,
  usageIssue,
  catchStrayErrors
};
