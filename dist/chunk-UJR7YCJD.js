import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  OPTIONS
} from "./chunk-3GHHVNTZ.js";
import {
  defaultSlaFile
} from "./chunk-54YPKBCZ.js";
import {
  usageIssue
} from "./chunk-6KYQQO5W.js";
import {
  suggestWord
} from "./chunk-H3FF2RGQ.js";
import {
  MOST_SHARDS
} from "./chunk-WKKYXOXW.js";
import {
  parseDuration,
  parseRate,
  parseSize
} from "./chunk-BRFOQZPS.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";

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
function buildSharedKey(env) {
  return buildKey({ ...env, GITHUB_JOB: "" }, void 0);
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

// src/options/parse-shard.ts
var SHARD_FORM = `I/N such as 2/4: I from 1 to N, N from 2 to ${MOST_SHARDS}`;
function parseShard(value) {
  const [, place = "", all = ""] = /^([1-9]\d{0,2})\/([1-9]\d{0,2})$/.exec(value) ?? [];
  const [number, count] = [Number(place), Number(all)];
  if (number < 1 || count < 2 || number > count || count > MOST_SHARDS) return void 0;
  return { index: number - 1, count };
}

// src/options/parse-start-at.ts
var START_AT_FORM = "a time with its zone such as 2026-03-01T12:00:00Z, or +2m from now";
var MOMENT = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/;
function parseStartAt(value) {
  if (value.startsWith("+")) {
    const ms2 = parseDuration(value.slice(1));
    return ms2 === void 0 || ms2 <= 0 ? void 0 : { kind: "in", ms: ms2 };
  }
  const day = MOMENT.exec(value)?.[1];
  const ms = Date.parse(value);
  if (day === void 0 || Number.isNaN(ms) || !isDay(day)) return void 0;
  return { kind: "at", ms };
}
function isDay(day) {
  const midnight = /* @__PURE__ */ new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
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
    case "shard":
      return parseShard(text) === void 0 ? wrong(text, SHARD_FORM) : right(text);
    case "start":
      return parseStartAt(text) === void 0 ? wrong(text, START_AT_FORM) : right(text);
    case "hash":
      return /^[0-9a-f]{64}$/.test(text) ? right(text) : wrong(text, "the plan hash that check or mode plan has given, 64 hex digits");
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
    case "port":
      return text === option.alone ? right(text) : parseWhole(text, 1, 65535, "a port from 1 to 65535");
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
  const near = suggestWord(word, option.choices);
  return { ...wrong(word, oneOf(option)), ...near === void 0 ? {} : { suggestion: near } };
}
function parsePlace(option, text) {
  const words = `one of ${option.choices.join(", ")}`;
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

// src/options/values.ts
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
  /** Whether there is a value at all, a default included. */
  has(name) {
    return this.#all(name).length > 0;
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

// src/options/assemble-request.ts
function assembleRequest(command, values) {
  switch (command) {
    case "run":
      return assembleMode(values);
    case "baseline update":
      return assembleRun(values, "update-baseline");
    case "check":
      return { command, ...assemblePlan(values), startAt: readStart(values) };
    case "export locust":
      return { command, ...assemblePlan(values), engine: { kind: "locust", expectWorkers: void 0 }, data: values.text("data") };
    case "demo":
      return { command, ...assembleOutput(values), system: values.text("system") };
    case "compare": {
      const [result, baselines] = [values.text("result") ?? "", values.list("baselines")];
      return { command, result, baselines, sla: values.text("sla"), json: values.flag("json") };
    }
    case "calibrate":
      return { command, results: values.list("results"), sla: values.text("sla"), json: values.flag("json") };
    case "merge":
      return assembleMerge(values);
    case "import locust":
      return assembleImport(values, "locust");
    case "import k6":
      return assembleImport(values, "k6");
    case "import hlog":
      return assembleImport(values, "hlog");
    case "view":
      return { command, results: values.list("views"), port: values.number("port") };
    case "baseline show":
      return { command, ...assembleHistory(values), html: values.text("html") };
    case "baseline accept":
      return { command, ...assembleHistory(values), id: values.text("id"), why: values.text("why") ?? "" };
    case "baseline prune":
      return { command, ...assembleHistory(values), keep: values.cap("keep") };
  }
}
function assembleMode(values) {
  switch (values.text("mode")) {
    case "accept-baseline":
      return { command: "baseline accept", ...assembleHistory(values), id: void 0, why: "accepted by a workflow" };
    case "plan":
      return assembleSchedule(values);
    case "merge":
      return assembleMerge(values);
    default:
      return assembleRun(values, values.text("mode") === "update-baseline" ? "update-baseline" : "gate");
  }
}
var DEFAULT_LEAD_MS = 12e4;
function assembleSchedule(values) {
  return { command: "plan", ...assemblePlan(values), startAt: readStart(values) ?? { kind: "in", ms: DEFAULT_LEAD_MS } };
}
function assembleMerge(values) {
  return {
    command: "merge",
    ...assembleJudged(values, readStoring(values), true),
    results: values.list("shards"),
    sla: values.text("sla")
  };
}
function assembleImport(values, tool) {
  const unit = values.text("unit");
  return {
    command: "import",
    ...assembleJudged(values, readStoring(values), false),
    tool,
    files: values.list("files"),
    sla: values.text("sla") ?? "",
    target: values.text("target"),
    unit: unit === "ns" || unit === "us" || unit === "ms" ? unit : void 0
  };
}
function readStoring(values) {
  return values.flag("update-baseline") ? "update-baseline" : "gate";
}
function assembleJudged(values, mode, isShared) {
  return {
    ...assembleOutput(values),
    failOn: values.list("fail-on").filter(isFailOn),
    baseline: readWhere(values, mode === "gate" ? "implied" : "branch"),
    mode,
    key: isShared ? values.text("key") ?? buildSharedKey(values.env) : readKey(values),
    artifactName: values.text("artifact-name"),
    retentionDays: values.number("retention-days"),
    comment: readPolicy(values.text("comment")),
    githubToken: values.text("github-token") ?? ""
  };
}
function readStart(values) {
  const text = values.text("start-at");
  return text === void 0 ? void 0 : parseStartAt(text);
}
function readShard(values) {
  const shard = parseShard(values.text("shard") ?? "");
  const startAt = readStart(values);
  if (shard === void 0) return void 0;
  if (startAt?.kind !== "at") throw new Error("a shard was let through without its start");
  return { ...shard, startAtMs: startAt.ms, planHash: values.text("plan-hash") };
}
function assembleRun(values, mode) {
  const shard = readShard(values);
  return {
    command: "run",
    ...assemblePlan(values),
    ...assembleJudged(values, mode, shard !== void 0),
    shard,
    workers: values.number("workers"),
    interleave: values.text("interleave") === "abba" ? "abba" : "simultaneous",
    runId: values.number("run-id"),
    workingDirectory: values.text("working-directory") ?? ".",
    page: assemblePage(values)
  };
}
function assemblePage(values) {
  return values.has("ui") ? { port: values.number("ui"), waits: values.flag("wait") } : void 0;
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
function readKey(values) {
  return values.text("key") ?? buildKey(values.env, values.text("matrix"));
}
function assemblePlan(values) {
  const scenarios = values.list("scenario");
  const [scenario = ""] = scenarios;
  const [sla, waitFor] = [values.text("sla"), values.text("wait-for")];
  return {
    scenario,
    scenarios,
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
    waitFor: waitFor === void 0 ? void 0 : parseWaitFor(waitFor),
    engine: readEngine(values),
    prometheusUrl: values.text("prometheus-url"),
    allowCommands: values.flag("allow-commands")
  };
}
function readEngine(values) {
  return values.text("engine") === "locust" ? { kind: "locust", expectWorkers: values.number("expect-workers") } : { kind: "embedded" };
}
function assembleOutput(values) {
  return { out: values.text("out") ?? "", csvPrefix: values.text("csv-prefix"), quiet: values.flag("quiet"), json: values.flag("json") };
}
function splitAssignment(text) {
  const equals = text.indexOf("=");
  return { path: text.slice(0, equals).trim(), value: text.slice(equals + 1).trim() };
}
function isFailOn(word) {
  return word === "breach" || word === "regression" || word === "inconclusive" || word === "no-baseline";
}

// src/options/list-engine-issues.ts
function listEngineIssues(values, placeOf) {
  const expects = values.has("expect-workers");
  if (values.text("engine") !== "locust")
    return expects ? [usageIssue(placeOf("expect-workers"), "missing-value", "expect-workers waits for workers of Locust: add engine locust")] : [];
  const mode = values.text("mode");
  const scenarios = values.list("scenario");
  const refuse = (name, message) => usageIssue(placeOf(name), "conflict", message);
  const machines = "Locust has its own way over several machines: leave it out, and use expect-workers";
  return [
    ...values.has("shard") ? [refuse("shard", `a shard is made by the embedded engine; ${machines}`)] : [],
    ...mode === "plan" || mode === "shard" ? [refuse("mode", `mode ${mode} is for shards of the embedded engine; ${machines}`)] : [],
    ...readWhere(values, "implied").kind === "url" ? [
      refuse(
        "baseline",
        "Locust makes load on one target, and a live comparison has two; compare with stored runs, or use the embedded engine"
      )
    ] : [],
    ...expects && values.has("workers") ? [refuse("workers", "workers counts processes of this machine and expect-workers those of others; leave one of them out")] : [],
    ...expects && (scenarios.length > 1 || scenarios.some((name) => name.includes("*"))) ? [refuse("expect-workers", "Locust workers make one scenario and end with it; run each scenario on its own")] : []
  ];
}

// src/options/list-shard-issues.ts
function listShardIssues(command, values, placeOf) {
  const mode = values.text("mode");
  const isMerge = command === "merge" || mode === "merge";
  if (!isMerge && values.flag("update-baseline"))
    return [
      usageIssue(
        placeOf("update-baseline"),
        "conflict",
        "it goes with merge and import; what one machine has measured is stored by mode update-baseline"
      )
    ];
  if (mode === "plan") return refuseAll(["shard", "plan-hash", "run-id"], "mode plan is for all shards together", values, placeOf);
  if (mode === "merge") return refuseAll(["shard", "start-at", "plan-hash", "run-id"], "mode merge measures nothing", values, placeOf);
  if (command !== "run" && command !== "baseline update") return [];
  const isShard = values.has("shard");
  if (!isShard && mode === "shard")
    return [usageIssue(placeOf("mode"), "missing-value", "mode shard needs to know which one it is: shard: ${{ matrix.shard }}/4")];
  if (!isShard)
    return refuseAll(["start-at", "plan-hash"], "it goes with shard: one machine alone begins when it is ready", values, placeOf);
  return [...listMissingStart(values, placeOf), ...listConflicts(command, values, placeOf)];
}
function listMissingStart(values, placeOf) {
  const how = "give all of them the time that load-gate check --start-at +2m prints, or the output start-at of mode plan";
  const given = values.text("start-at");
  if (given === void 0)
    return [usageIssue(placeOf("shard"), "missing-value", `all shards begin at the same time: add start-at; ${how}`)];
  if (parseStartAt(given)?.kind === "at") return [];
  return [usageIssue(placeOf("start-at"), "value", `from now is another time on each machine; ${how}`)];
}
function listConflicts(command, values, placeOf) {
  const at = placeOf("shard");
  const refuse = (message) => usageIssue(at, "conflict", message);
  const scenarios = values.list("scenario");
  return [
    ...command === "baseline update" || values.text("mode") === "update-baseline" || values.text("mode") === "accept-baseline" ? [refuse("a shard stores nothing; load-gate merge --update-baseline stores what all of them have measured")] : [],
    ...values.number("run-id") === void 0 ? [] : [refuse("run-id makes no load, and so has no shards")],
    ...values.has("csv-prefix") ? [refuse("one part of a burst has no CSV files; give csv-prefix to merge, which has those of the whole")] : [],
    ...values.has("ui") ? [refuse("the live page shows one machine, and steers it alone; leave ui out")] : [],
    ...readWhere(values, "implied").kind === "url" ? [refuse("a live comparison pairs the requests of both targets in one process, and cannot be divided; use another baseline")] : [],
    ...scenarios.length > 1 || scenarios.some((name) => name.includes("*")) ? [refuse("shards make one scenario; give each scenario its own plan, shards and merge")] : []
  ];
}
function refuseAll(names, why, values, placeOf) {
  return names.filter((name) => values.has(name)).map((name) => usageIssue(placeOf(name), "conflict", `${name} has no place here: ${why}`));
}

// src/options/list-missing.ts
function listMissing(command, values, placeOf) {
  const need = (name, message) => usageIssue(placeOf(name), "missing-value", message);
  const argument = explainArguments(command, values);
  if (command.startsWith("import ")) return listImportIssues(command, values, need, argument);
  if (argument !== void 0) return [usageIssue("command line", "missing-value", argument)];
  if (values.flag("wait") && !values.has("ui")) return [need("wait", "wait begins the run from the live page: add --ui")];
  if (values.number("run-id") !== void 0 && isStoreMode(values)) {
    const message = "run-id comments on what another run has measured, and stores nothing; leave mode out";
    return [usageIssue(placeOf("run-id"), "conflict", message)];
  }
  const parts = [...listShardIssues(command, values, placeOf), ...listEngineIssues(values, placeOf)];
  if (parts.length > 0) return parts;
  const { kind } = readWhere(values, "implied");
  if (command === "merge" || values.text("mode") === "merge") return listOfflineIssues("merge", values, need);
  const isStored = command === "baseline update" || isStoreCommand(command) || isStoreMode(values);
  if (kind === "url" && isStored) return [need("baseline", `url: names a target to measure, and no place that holds runs; use ${HOW}`)];
  if (kind !== "none") return [];
  if (command === "baseline update" || isStoreCommand(command)) {
    return [need("baseline", `${command} needs to know where the stored runs are: ${HOW}`)];
  }
  if (command !== "run") return [];
  if (isStoreMode(values)) {
    return [need("mode", `${values.text("mode") ?? ""} needs to know where the stored runs are; set baseline to file:DIR or branch`)];
  }
  return values.list("fail-on").includes("no-baseline") ? [need("fail-on", LONE_NO_BASELINE)] : [];
}
var HOW = "--baseline file:DIR or --baseline branch";
var LONE_NO_BASELINE = `no-baseline goes with a baseline only: ${HOW}`;
function listOfflineIssues(command, values, need) {
  const { kind } = readWhere(values, "implied");
  if (kind === "url") return [need("baseline", `url: names a target to measure, and ${command} measures nothing; use ${HOW}`)];
  if (kind !== "none") return [];
  if (values.flag("update-baseline")) return [need("update-baseline", `it needs to know where the stored runs are: ${HOW}`)];
  return values.list("fail-on").includes("no-baseline") ? [need("fail-on", LONE_NO_BASELINE)] : [];
}
function listImportIssues(command, values, need, argument) {
  return [
    ...values.text("sla") === void 0 ? [need("sla", `${command} needs what is promised: --sla FILE`)] : [],
    ...argument === void 0 ? [] : [usageIssue("command line", "missing-value", argument)],
    ...listOfflineIssues("import", values, need)
  ];
}
var MOST_VIEWED = 8;
var IMPORT_EXAMPLES = {
  "import locust": "test_stats.csv",
  "import k6": "k6.json",
  "import hlog": "latency.hlog"
};
function explainArguments(command, values) {
  if (command === "compare" && values.text("result") === void 0)
    return "compare needs a result and what it is held against: load-gate compare RESULT BASELINE…";
  if (command === "calibrate" && values.list("results").length === 0) return "calibrate needs the results of runs with --baseline url:URL";
  if (command === "merge" && values.list("shards").length === 0)
    return "merge needs what the shards have left: load-gate merge shard-1 shard-2 shard-3";
  if (command.startsWith("import ") && values.list("files").length === 0)
    return `${command} needs what was measured: load-gate ${command} ${IMPORT_EXAMPLES[command] ?? "FILE"} --sla sla.yaml`;
  if (command !== "view") return void 0;
  const count = values.list("views").length;
  if (count === 0) return "view needs a results.json, or the folder of one: load-gate view load-gate-report";
  return count > MOST_VIEWED ? `view shows at most ${MOST_VIEWED} results side by side; here are ${count}` : void 0;
}
function isStoreMode(values) {
  return values.text("mode") === "update-baseline" || values.text("mode") === "accept-baseline";
}
function isStoreCommand(command) {
  return command === "baseline show" || command === "baseline accept" || command === "baseline prune";
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
  return { ok: true, value: Object.freeze(assembleRequest(command, all)), warnings: [] };
}
function parseGiven({ option, text, at }) {
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
    issues.push(usageIssue(at, "duplicate", `${name} is given more than once`));
  }
  return issues;
}

export {
  quoteText,
  buildRequest
};
