import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  defaultSlaFile
} from "./chunk-54YPKBCZ.js";
import {
  parseCsv
} from "./chunk-IFVUP5D5.js";
import {
  usageIssue
} from "./chunk-6KYQQO5W.js";
import {
  applySets,
  booleanOf,
  buildExpectations,
  checkJsonPath,
  checkTexts,
  childOf,
  compileRegex,
  createIssueList,
  entriesOf,
  freezeDeep,
  isList,
  isMap,
  itemsOf,
  keyPositionOf,
  numberOf,
  parseRegex,
  parseSla,
  parseThink,
  parseYaml,
  positionOf,
  quantityOf,
  rawTextOf,
  readDuration,
  readFilePath,
  rootOf,
  substituteEnv,
  suggestQuantity,
  textOf,
  textsOf,
  validateTree
} from "./chunk-Q7O4VZSC.js";
import {
  listOf,
  suggestWord
} from "./chunk-H3FF2RGQ.js";
import {
  safeName
} from "./chunk-JEDR5GJU.js";
import {
  SECOND_LOOK_BURSTS
} from "./chunk-B352537M.js";
import {
  createFileReader,
  matchPattern
} from "./chunk-JHW4SND7.js";
import {
  nameShard
} from "./chunk-WKKYXOXW.js";
import {
  EMBEDDED_ENGINE
} from "./chunk-B3YCOJUD.js";
import {
  buildSlotTable,
  compileHandshake,
  compileReceive,
  compileSend,
  compileSocket,
  listBounds,
  listConnections,
  listRequests,
  listSteps,
  requestsOfStep,
  seriesOfStep,
  slotsReadByStep,
  slotsSetByStep,
  socketSlotName,
  socketsOpenAfter
} from "./chunk-2GSS2K66.js";
import {
  selectProfiles
} from "./chunk-62LH7HJX.js";
import {
  planPhases,
  seedOfPhase
} from "./chunk-CNZLAFSP.js";
import {
  matchesHost
} from "./chunk-ZBZHH72O.js";
import {
  assignProfiles,
  joinMs,
  leaveMs,
  levelAtMs
} from "./chunk-NSEIX5CG.js";
import {
  WHOLE_BURST,
  shareOf,
  workOfShard
} from "./chunk-V5SBQFRO.js";
import {
  countArrivals
} from "./chunk-7GDODETR.js";
import {
  createMasker,
  withholdCredentials
} from "./chunk-IIID24TU.js";
import {
  formatBytes,
  formatDuration,
  formatNumber,
  formatRate,
  parseDuration,
  parseRate,
  parseSize
} from "./chunk-BRFOQZPS.js";
import {
  compileRequest,
  compileText,
  mergeOptions
} from "./chunk-MFS6CBON.js";
import {
  parseTemplate
} from "./chunk-IW22IME3.js";
import {
  messageOf
} from "./chunk-WYDHRVNK.js";
import {
  VERSION
} from "./chunk-MLCRLLSN.js";

// src/plan/plan-issue.ts
function planError(at, code, message, suggestion) {
  return planIssue("error", { at, code, message, suggestion });
}
function planWarning(at, code, message, suggestion) {
  return planIssue("warning", { at, code, message, suggestion });
}
function planIssue(severity, { at, code, message, suggestion }) {
  const { file, line, column } = at;
  return { file, line, column, code, severity, message, ...suggestion === void 0 ? {} : { suggestion } };
}

// src/gate-prepare.ts
import { randomInt } from "node:crypto";
import { availableParallelism } from "node:os";

// src/engine/locust/check/check-locust-phases.ts
var MOST_ARRIVALS_PER_SEC = 1e3;
var MOST_USERS = 5e3;
function checkLocustPhases({ scenario, plan, processes }) {
  const written = scenario.profiles.find(({ name }) => name === plan.profile)?.phases ?? scenario.phases;
  return plan.phases.flatMap((phase, index) => {
    const at = written[index]?.at ?? { file: scenario.file, line: 1, column: 1 };
    const isEarly = phase.model === "iterations" && index < plan.phases.length - 1;
    const why = `phase ${phase.name} is fixed work, which ends when it ends, in each process at another time; what comes after it would not begin together`;
    return [
      ...isEarly ? [planError(at, "locust", why, "put it last, or give it a run of its own")] : [],
      ...checkSize(phase, at, processes)
    ];
  });
}
function checkSize(phase, at, processes) {
  const rate = phase.model === "open" ? Math.max(phase.fromRatePerSec, phase.ratePerSec) : 0;
  const users = phase.model === "open" ? phase.maxUsers : phase.model === "pause" ? 0 : phase.users;
  const sizes = [
    { asked: formatRate(rate), needed: Math.ceil(rate / MOST_ARRIVALS_PER_SEC), each: formatRate(MOST_ARRIVALS_PER_SEC) },
    { asked: `${formatNumber(users)} users`, needed: Math.ceil(users / MOST_USERS), each: formatNumber(MOST_USERS) }
  ];
  const issues = [];
  for (const { asked, needed, each } of sizes) {
    if (needed <= (processes ?? 1)) continue;
    const message = `phase ${phase.name} asks for ${asked}, and a process of Locust is trusted with ${each}`;
    if (processes === void 0) issues.push(planWarning(at, "locust", message, `run it with at least ${needed} workers`));
    else
      issues.push(
        planError(
          at,
          "locust",
          `${message}; here ${processes === 1 ? "is" : "are"} ${processes}`,
          `use at least ${needed}: --workers ${needed} where there are as many cores, or --expect-workers ${needed}`
        )
      );
  }
  return issues;
}

// src/engine/locust/check/check-pattern.ts
var FLAGS = /[^ims]/;
var ESCAPES = /^\\(?:[dDwWsSbBnrtfv]|0(?!\d)|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[^A-Za-z0-9])/;
function explainPattern(source, flags) {
  const flag = FLAGS.exec(flags)?.[0];
  if (flag !== void 0) return `the flag ${flag} has no like in Python`;
  if (/[\u{10000}-\u{10ffff}]/u.test(source)) return "a character beyond U+FFFF is two characters for JavaScript and one for Python";
  if (flags.includes("i") && new RegExp("\\P{ASCII}", "u").test(source)) return "the flag i is about ASCII letters only, and the expression holds others";
  const bare = source.replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]/g, (part) => part.startsWith("[") ? "[]" : ".");
  if (/\(\?</.test(bare)) return "named groups and looking behind are written otherwise in Python";
  if (/\(\?[^:=!]/.test(bare)) return "flags within an expression are read otherwise by Python";
  for (let at = source.indexOf("\\"); at >= 0; at = source.indexOf("\\", at + 2)) {
    const escape = source.slice(at, at + 6);
    if (!ESCAPES.test(escape)) return `${escape.slice(0, 2)} is read otherwise by Python`;
  }
  return void 0;
}
var NAME = String.raw`(?:(?!\s)[A-Za-z0-9_\u0080-\uffff])+`;
var STEP = String.raw`\.(?![0-9])${NAME}|\.\*|\[\*\]|\[-?\d{1,9}\]|\['[^'"\\\]]*'\]|\["[^'"\\\]]*"\]`;
var PATH = new RegExp(String.raw`^\$(?:${STEP})*$`);
function isPlainPath(path) {
  return PATH.test(path);
}

// src/engine/locust/check/list-patterns.ts
function listPatterns(step) {
  switch (step.kind) {
    case "http":
      return placed(step.at, [...ofExpect(step.expect), ...step.capture.map(ofCapture)].flat());
    case "poll":
      return placed(step.at, ofExpect(step.until));
    case "ws":
      return placed(step.at, [...ofMatch(step.ready), ...step.capture.flatMap(ofCapture)]);
    case "receive":
      return placed(step.at, [...ofMatch(step.match), ...step.capture.flatMap(ofCapture)]);
    case "think":
    case "send":
    case "hold":
    case "close":
      return [];
  }
}
function placed(at, patterns) {
  return patterns.map((pattern) => ({ ...pattern, at }));
}
function ofExpect({ headers, body, json }) {
  return [
    ...headers.flatMap(({ value }) => value.kind === "regex" ? [regexOf(value)] : []),
    ...body.flatMap((check) => check.kind === "matches" ? [regexOf(check)] : []),
    ...json.flatMap(({ path, test }) => [
      { kind: "json-path", path },
      ...test.matches ? [regexOf(test.matches)] : []
    ])
  ];
}
function ofCapture({ from }) {
  if (from.kind === "json") return [{ kind: "json-path", path: from.path }];
  return from.kind === "body" ? [regexOf(from)] : [];
}
function ofMatch(match) {
  return match?.kind === "regex" ? [regexOf(match)] : [];
}
function regexOf({ source, flags }) {
  return { kind: "regex", source, flags };
}

// src/engine/locust/check/check-locust.ts
function checkLocust(check) {
  const users = selectProfiles(check.scenario, check.plan).map(({ user }) => user);
  const steps = listSteps(users);
  const requests = listRequests([], users);
  return dropRepeated([
    ...checkRun(check),
    ...checkConnections(check, requests),
    ...checkHeaders(check.scenario.http.headers, topOf(check.scenario)),
    ...requests.flatMap((request) => checkRequest(request, check.scenario)),
    ...steps.flatMap(checkStep),
    ...steps.flatMap(listPatterns).flatMap(checkPattern),
    ...checkLocustPhases(check)
  ]);
}
function dropRepeated(issues) {
  return [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()];
}
function topOf({ file }) {
  return { file, line: 1, column: 1 };
}
function refuse(at, message, suggestion) {
  return planError(at, "locust", message, suggestion);
}
var EMBEDDED = "use the embedded engine";
function checkRun({ scenario, plan, request }) {
  const flag = (name) => ({ file: `--${name}`, line: 1, column: 1 });
  return [
    ...request.baseline?.kind === "url" ? [
      refuse(
        flag("baseline"),
        "Locust makes load on one target, and a live comparison has two",
        `compare with stored runs, or ${EMBEDDED}`
      )
    ] : [],
    ...request.page?.waits === true ? [
      refuse(
        flag("wait"),
        "what is chosen on the live page comes too late for Locust, whose file holds the plan",
        `leave --wait out, or ${EMBEDDED}`
      )
    ] : [],
    ...plan.shard.count > 1 ? [refuse(topOf(scenario), "a shard is made by the embedded engine", "leave --shard out: Locust has workers on several machines")] : []
  ];
}
function checkConnections({ scenario, plan }, requests) {
  const trusts = new Set(listConnections(plan).map(({ tls }) => JSON.stringify([tls.ca, tls.insecure])));
  const counts = { tls: trusts.size, connections: listBounds(plan).length };
  return ["tls", "connections"].filter((key) => counts[key] > 1).map((key) => {
    const at = requests.find(({ request }) => request.options[key] !== void 0)?.at ?? topOf(scenario);
    return refuse(at, `Locust has one \`${key}\` for all requests, and here are several`, "set it below `http:` alone");
  });
}
function checkRequest({ kind, request, at }, scenario) {
  const own = request.options;
  const options = mergeOptions(scenario.http, own);
  const place = (key) => own[key] === void 0 ? topOf(scenario) : at;
  const issues = [];
  if (kind === "request" && options.http2 === true)
    issues.push(refuse(place("http2"), "Locust speaks HTTP/1.1, not HTTP/2", `leave http2 out, or ${EMBEDDED}`));
  if (kind === "request" && options.followRedirects === true)
    issues.push(
      refuse(
        place("followRedirects"),
        "redirects are not followed in Locust: each hop would be a request of its own",
        "make a step of each hop, with the location captured"
      )
    );
  if (options.proxy !== void 0)
    issues.push(refuse(place("proxy"), "a proxy cannot be used with Locust", `leave it out, or ${EMBEDDED}`));
  if (options.tls?.cert !== void 0 || options.tls?.key !== void 0)
    issues.push(refuse(place("tls"), "client certificates cannot be used with Locust: the file would hold the key", EMBEDDED));
  return [...issues, ...checkHeaders(own.headers, at)];
}
function checkHeaders(headers, at) {
  return headers.filter(({ name, value }) => /^(?:proxy-)?authorization$|^cookie$/i.test(name) && !value.includes("${")).map(
    ({ name }) => planWarning(at, "locust", `the header ${name} stands in the file for Locust as it stands here`, "write it as ${secret.NAME}")
  );
}
function checkStep(step) {
  if (step.kind === "ws" && step.deflate)
    return [refuse(step.at, "the WebSockets of Locust do not compress messages", "leave `deflate` out")];
  if (step.kind !== "http") return [];
  const { body } = step;
  const files = body.kind === "file" ? [body.path] : body.kind === "multipart" ? body.parts.flatMap((part) => part.body.kind === "file" ? part.body.path : []) : [];
  return files.map(
    (path) => planWarning(step.at, "locust", `every machine with a worker needs ${path} in the same place`, "or send `bytes`")
  );
}
function checkPattern(pattern) {
  const { at } = pattern;
  if (pattern.kind === "json-path") {
    if (isPlainPath(pattern.path)) return [];
    const message = `the JSONPath ${pattern.path} cannot be followed in Locust, only names, places and * can: $.items[0].id`;
    return [refuse(at, message, `write it plainly, or ${EMBEDDED}`)];
  }
  const why = explainPattern(pattern.source, pattern.flags);
  return why === void 0 ? [] : [refuse(at, `/${pattern.source}/${pattern.flags} cannot be given to Python: ${why}`, `write it otherwise, or ${EMBEDDED}`)];
}

// src/gate-locust.ts
function checkEngine(request, { scenario }, plan, isMade) {
  const { engine } = request;
  if (engine.kind === "embedded") return [];
  const asked = "page" in request ? { page: request.page, baseline: request.baseline } : {};
  const processes = engine.expectWorkers ?? (isMade ? plan.workers : void 0);
  return checkLocust({ scenario, plan, request: asked, processes });
}
async function describeEngine({ engine }, { env }) {
  if (engine.kind === "embedded") return EMBEDDED_ENGINE;
  const { version, python } = await findLocust(env);
  return { kind: "locust", version, python };
}
function describeWorkers({ engine }, { workers }) {
  const words = engine.kind === "embedded" ? ["worker", "workers"] : engine.expectWorkers === void 0 ? ["Locust process", "Locust processes"] : ["Locust worker", "Locust workers"];
  return `${workers} ${workers === 1 ? words[0] : words[1]}`;
}
async function startOnLocust(prepared, plan, options, ports) {
  const { engine, config } = prepared;
  if (engine.kind !== "locust") throw new Error("Locust was not asked for");
  const { runLocust } = await import("./chunk-M5PIOEXC.js");
  const { renderLocustfile } = await import("./chunk-FDTXJCQO.js");
  const { readRuntimeFor } = await import("./chunk-W2VE75Z2.js");
  const { readEnvironment } = await import("./chunk-SB462RWD.js");
  const workers = { kind: engine.expectWorkers === void 0 ? "processes" : "expected", count: plan.workers };
  return runLocust(plan, {
    ...options,
    locust: await findLocust(ports.env),
    file: renderLocustfile({ scenario: config.scenario, plan, runtime: readRuntimeFor(plan) }),
    workers,
    environment: readEnvironment(ports.env),
    onNote: (note) => ports.onNote(note),
    onLog: (line) => ports.onLog?.(line)
  });
}
async function findLocust(env) {
  const { findLocust: find } = await import("./chunk-5RWHKOCA.js");
  return find(withholdCredentials(env));
}

// src/gate-plan-hash.ts
import { createHash } from "node:crypto";
function hashScenario(scenario, { only, skip, userClasses }) {
  const selection = only.length + skip.length + userClasses.length > 0 ? { only, skip, userClasses } : void 0;
  return hash({ ...scenario, file: void 0, target: void 0, seed: void 0, selection });
}
function hashPlan({ scenario, sla }, request, startAtMs) {
  const { file: _, regressionPlaces: __, ...promises } = sla;
  return hash({
    scenario: hashScenario(scenario, request),
    sla: promises,
    profile: request.profile,
    sets: request.sets,
    caps: request.caps,
    target: request.target ?? scenario.target,
    seed: request.seed ?? scenario.seed,
    startAt: new Date(startAtMs).toISOString(),
    version: VERSION
  });
}
function seedOfPlan(planHash) {
  return Number.parseInt(planHash.slice(0, 8), 16);
}
function hash(value) {
  const text = JSON.stringify(value, (key, part) => key === "at" && isPosition(part) ? void 0 : part);
  return createHash("sha256").update(text).digest("hex");
}
function isPosition(value) {
  return typeof value === "object" && value !== null && "file" in value && "line" in value && "column" in value;
}

// src/plan/check-headers.ts
function checkHeaders2({ file, program, before }) {
  const flows = [
    ...program.users.flatMap((user) => [user.start, ...user.tasks.map((task) => task.code)]),
    ...before.map(({ code }) => code)
  ];
  const broken = new Set(flows.flatMap((code) => code.flatMap(requestsOfStep).flatMap(brokenHeaders)));
  return [...broken].map(
    (name) => planError(
      { file, line: 1, column: 1 },
      "header",
      `the header ${name} holds a line break that comes from a secret`,
      "set the secret again without it: printf %s instead of echo"
    )
  );
}
function brokenHeaders({ headers, templatedHeaders }) {
  const constant = headers.flatMap((value, index) => index % 2 === 1 && isBroken(value) ? [headers[index - 1] ?? ""] : []);
  const templated = templatedHeaders.filter(
    ({ value }) => typeof value !== "string" && value.some((part) => typeof part === "string" && isBroken(part))
  );
  return [...constant, ...templated.map(({ name }) => name)];
}
function isBroken(text) {
  return /[\u0000\r\n]/.test(text);
}

// src/plan/check-hosts.ts
function listAllowedHosts(scenario, target) {
  return scenario.allowedHosts.length > 0 ? scenario.allowedHosts.map((host) => host.toLowerCase()) : [target.hostname.toLowerCase()];
}
function checkHosts(requests, { allowed, secrets }) {
  return requests.flatMap(({ request, at }) => {
    const known = knownAuthority(request.url, secrets);
    const host = known && URL.parse(known.authority)?.hostname;
    if (!known || host === void 0) return [];
    if (host === "")
      return [planError(at, "url", `${request.method} has no host in its URL`, "write a path such as /health, or a whole URL")];
    if (matchesHost(host, allowed)) return [];
    const what = known.isSecret ? "a host from a secret" : host;
    return [
      planError(
        at,
        "host",
        `the request goes to ${what}, which is not an allowed host`,
        known.isSecret ? "add the host to allowed_hosts if it is yours" : `allowed: ${allowed.join(", ")}; add ${host} to allowed_hosts if it is yours`
      )
    ];
  });
}
function knownAuthority(url, secrets) {
  const template = parseTemplate(url);
  if (!template.ok) return void 0;
  let text = "";
  let isSecret = false;
  for (const part of template.parts) {
    if (/^(?:http|ws)s?:\/\/[^/?#]*[/?#]/i.test(text)) break;
    if (part.kind === "variable") return void 0;
    isSecret ||= part.kind === "secret";
    text += part.kind === "text" ? part.text : secrets[part.name] ?? "";
  }
  const authority = /^(?:http|ws)s?:\/\/[^/?#]*/i.exec(text)?.[0];
  return authority === void 0 ? void 0 : { authority, isSecret };
}

// src/plan/check-limits.ts
function checkLimits({ scenario, phases, positions, drainMs, caps }) {
  const top = { file: scenario.file, line: 1, column: 1 };
  const issues = phases.flatMap((phase, index) => checkPhase(phase, positions[index] ?? top, caps));
  const plannedMs = phases.reduce((sum, phase) => sum + phase.durationMs, 0);
  if (plannedMs > caps.maxDurationMs) {
    const message = `the phases take ${formatDuration(plannedMs)}; the cap is ${formatDuration(caps.maxDurationMs)}`;
    issues.push(planError(top, "cap", message, `raise it with --max-duration ${Math.ceil(plannedMs / 1e3)}s`));
  }
  const neededMs = plannedMs + drainMs;
  if (neededMs > scenario.timeBoxMs) {
    const needed = `${formatDuration(neededMs)}: ${formatDuration(plannedMs)} of phases and up to ${formatDuration(drainMs)} for the last answers`;
    issues.push(
      planError(
        top,
        "time-box",
        `the plan needs ${needed}; the time box is ${formatDuration(scenario.timeBoxMs)}`,
        `set \`time_box: ${Math.ceil(neededMs / 1e3)}s\` or shorten the phases`
      )
    );
  }
  return issues;
}
function checkPhase(phase, at, caps) {
  const issues = [];
  const rate = phase.model === "open" ? Math.max(phase.fromRatePerSec, phase.ratePerSec) : 0;
  const users = phase.model === "open" ? phase.maxUsers : phase.model === "pause" ? 0 : phase.users;
  if (rate > caps.maxRatePerSec) {
    const message = `phase ${phase.name} asks for ${formatRate(rate)}; the cap is ${formatRate(caps.maxRatePerSec)}`;
    issues.push(planError(at, "cap", message, `raise it with --max-rate ${rate}/s`));
  }
  if (users > caps.maxUsers) {
    const message = `phase ${phase.name} asks for ${formatNumber(users)} virtual users; the cap is ${formatNumber(caps.maxUsers)}`;
    issues.push(planError(at, "cap", message, `raise it with --max-users ${users}`));
  }
  return issues;
}
function longestTimeoutMs(http, steps) {
  return steps.reduce((longest, step) => {
    switch (step.kind) {
      case "http":
        return Math.max(longest, step.options.timeoutMs ?? http.timeoutMs ?? 1e4);
      case "ws":
        return Math.max(longest, step.request.options.timeoutMs ?? http.timeoutMs ?? 1e4);
      case "poll":
      case "receive":
        return Math.max(longest, step.withinMs);
      case "parallel":
      case "repeat":
      case "for-each":
        return Math.max(longest, longestTimeoutMs(http, step.steps));
      case "think":
      case "send":
      case "hold":
      case "close":
        return longest;
    }
  }, 0);
}

// src/plan/walk-flow.ts
function walkFlow(code, tables) {
  const steps = [];
  const loops = [];
  for (const instruction of code) {
    if (instruction.op === "loop") {
      const times = instruction.table >= 0 ? tables[instruction.table]?.rows.length ?? 0 : instruction.times;
      loops.push({ times, slot: instruction.slot });
    } else if (instruction.op === "next") loops.pop();
    else
      steps.push({
        instruction,
        times: loops.reduce((product, loop) => product * loop.times, 1),
        loopSlots: loops.flatMap(({ slot }) => slot >= 0 ? [slot] : [])
      });
  }
  return steps;
}

// src/plan/estimate-iteration.ts
var SHORTEST_MS = 1;
function estimateIterationMs(user, program, requestMs) {
  const shares = sharesOf(user.tasks.map((task) => task.weight));
  const mean = user.tasks.reduce((sum, task, index) => {
    const taskMs = walkFlow(task.code, program.data).reduce((ms, { instruction, times }) => {
      return ms + times * estimateStepMs(instruction, requestMs);
    }, 0);
    return sum + taskMs * (shares[index] ?? 0);
  }, 0);
  return Math.max(SHORTEST_MS, mean);
}
function estimateStepMs(instruction, requestMs) {
  switch (instruction.op) {
    case "think":
      return meanThinkMs(instruction.think);
    case "hold":
      return instruction.holdUs / 1e3;
    case "send":
    case "close":
    case "loop":
    case "next":
      return 0;
    case "http":
    case "parallel":
    case "poll":
    case "ws":
    case "receive":
      return Math.max(...seriesOfStep(instruction).map(requestMs));
  }
}
function cycleMs(iterationMs, think) {
  if (think?.kind === "pace") return Math.max(think.ms, iterationMs);
  return iterationMs + (think ? meanThinkMs(think) : 0);
}
function meanThinkMs(think) {
  switch (think.kind) {
    case "fixed":
    case "pace":
      return think.ms;
    case "uniform":
      return (think.minMs + think.maxMs) / 2;
    case "exponential":
      return think.meanMs;
  }
}
function sharesOf(weights) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => total > 0 ? weight / total : 0);
}

// src/plan/count-sockets.ts
function mostSockets(plan) {
  const { users } = plan.program;
  const sockets = users.map(socketsOfUser);
  const asks = users.map((user) => listInstructions(user).some(asksByItself) ? 1 : 0);
  const limit = mostRequests(plan.program);
  let most = { webSockets: 0, requests: 0, phase: -1 };
  let arrivals = 0;
  for (const [phase, planned] of plan.phases.entries()) {
    if (planned.model === "open") arrivals += planned.plannedArrivals;
    const counts = usersOfPhase(planned, users, arrivals);
    const sum = (each) => counts.reduce((all, count, user) => all + count * (each[user] ?? 0), 0);
    const peak = { webSockets: sum(sockets), requests: Math.min(sum(asks), limit), phase };
    if (peak.webSockets + peak.requests > most.webSockets + most.requests) most = peak;
  }
  return most;
}
function listInstructions(user) {
  return [user.start, ...user.tasks.map(({ code }) => code)].flat();
}
function asksByItself(instruction) {
  return instruction.op !== "ws" && requestsOfStep(instruction).length > 0;
}
function mostRequests({ users, connections }) {
  const limits = /* @__PURE__ */ new Map();
  for (const { connection, origin } of users.flatMap(listInstructions).filter(asksByItself).flatMap(requestsOfStep))
    limits.set(`${connection} ${origin}`, (origin === void 0 ? void 0 : connections[connection]?.limit) ?? Number.POSITIVE_INFINITY);
  return [...limits.values()].reduce((sum, limit) => sum + limit, 0);
}
function socketsOfUser(user) {
  const flows = [user.start, ...user.tasks.map(({ code }) => code)];
  const lasting = new Set(flows.flatMap((code) => socketsOpenAfter(code, [])));
  const peaks = flows.map((code) => {
    const open = new Set(lasting);
    let most = open.size;
    for (const instruction of code) {
      if (instruction.op === "ws") open.add(instruction.socket.slot);
      else if (instruction.op === "close") open.delete(instruction.slot);
      most = Math.max(most, open.size);
    }
    return most;
  });
  return Math.max(...peaks);
}
function usersOfPhase(phase, users, arrivals) {
  const weights = users.map(({ weight }) => weight);
  switch (phase.model) {
    case "pause":
      return weights.map(() => 0);
    case "open":
      return sharesOf(weights).map((share) => Math.ceil(Math.min(phase.maxUsers, arrivals) * share - 1e-9));
    case "closed":
      return countProfiles(weights, Math.max(phase.fromUsers, levelAtMs(phase, phase.durationMs)));
    case "iterations":
      return countProfiles(weights, phase.users);
  }
}
function countProfiles(weights, users) {
  const counts = weights.map(() => 0);
  for (const profile of assignProfiles(weights, users)) counts[profile] = (counts[profile] ?? 0) + 1;
  return counts;
}

// src/plan/check-machine.ts
var OTHER_FILES = 64;
function checkMachine({ plan, positions, request }) {
  const { targets = 1 } = request;
  const most = mostSockets(plan);
  const { count } = plan.shard;
  const [webSockets, requests] = [Math.ceil(most.webSockets / count) * targets, Math.ceil(most.requests / count) * targets];
  const { openFiles, ports } = request.machine;
  const at = positions[most.phase] ?? { file: plan.file, line: 1, column: 1 };
  const needed = webSockets + requests;
  const say = request.requireSecrets && webSockets > 0 ? planError : planWarning;
  const wants = `phase ${plan.phases[most.phase]?.name ?? ""} may hold ${describe(webSockets, requests)} at once`;
  const issues = [];
  if (openFiles !== void 0 && needed > openFiles - OTHER_FILES) {
    const limit = `this machine lets a process open ${formatNumber(openFiles, 0)} files, of which load-gate keeps ${OTHER_FILES} for itself`;
    const fix = `run \`ulimit -n ${needed + OTHER_FILES}\` before it (as root where the hard limit is lower), plan fewer users, or share the load among machines`;
    issues.push(say(at, "open-files", `${wants}; ${limit}`, fix));
  }
  if (ports !== void 0 && needed > ports) {
    const limit = `this machine has ${formatNumber(ports, 0)} local ports for connections`;
    const range = ports < WIDEST_PORTS ? `run \`sysctl -w net.ipv4.ip_local_port_range="1024 65535"\` as root, ` : "";
    issues.push(say(at, "ports", `${wants}; ${limit}`, `${range}plan fewer users, or share the load among machines`));
  }
  return issues;
}
var WIDEST_PORTS = 64512;
function describe(webSockets, requests) {
  const held = `${formatNumber(webSockets, 0)} WebSocket${webSockets === 1 ? "" : "s"}`;
  const asked = `${formatNumber(requests, 0)} HTTP connection${requests === 1 ? "" : "s"}`;
  if (requests === 0) return held;
  return webSockets === 0 ? asked : `${held} and ${asked}`;
}

// src/plan/check-settings.ts
function checkSettings(check) {
  return [...checkHttp2(check), ...checkThink(check), ...checkSpawnRates(check)];
}
function checkHttp2({ scenario, requests, target }) {
  if (target.protocol === "https:") return [];
  const top = { file: scenario.file, line: 1, column: 1 };
  const toTarget = requests.filter(({ kind, request }) => kind === "request" && request.url.startsWith("/"));
  const own = toTarget.filter(({ request }) => request.options.http2 === true).map(({ at }) => at);
  const places = scenario.http.http2 === true && toTarget.length > 0 ? [top, ...own] : own;
  return places.map(
    (at) => planWarning(
      at,
      "http2",
      "http2 has no effect: HTTP/2 is agreed on in TLS, and the target is an http URL",
      "use an https target, or leave it out"
    )
  );
}
function checkThink({ scenario, users, phases }) {
  const thinking = users.filter((user) => user.think !== void 0).map((user) => user.name);
  const working = phases.filter((phase) => phase.model !== "pause");
  if (thinking.length === 0 || working.length === 0 || working.some((phase) => phase.model === "closed")) return [];
  return [
    planWarning(
      { file: scenario.file, line: 1, column: 1 },
      "think",
      `the think time of ${thinking.join(", ")} has no effect: it holds between the tasks of phases with \`users\` and a duration, and the plan has none`,
      working.every((phase) => phase.model === "open") ? "the arrival rate alone says how often a flow starts" : "a step `think` within the flow holds in every phase"
    )
  ];
}
function checkSpawnRates({ scenario, phases, positions }) {
  return phases.flatMap(
    (phase, index) => phase.model === "closed" && phase.rampMs > phase.durationMs ? [
      planWarning(
        positions[index] ?? { file: scenario.file, line: 1, column: 1 },
        "spawn-rate",
        `phase ${phase.name} ends at ${levelAtMs(phase, phase.durationMs)} of ${phase.users} users: its spawn_rate is too low for its duration`,
        "raise its spawn_rate or its duration"
      )
    ] : []
  );
}

// src/plan/most-parallel.ts
function mostParallel(phases, connections) {
  return Math.min(
    ...phases.map((phase) => phase.model === "open" ? phase.maxUsers : Number.POSITIVE_INFINITY),
    ...connections.map(({ limit }) => limit ?? Number.POSITIVE_INFINITY)
  );
}

// src/plan/check-shard.ts
function checkShard({ plan, positions }) {
  const { file, phases, program, shard } = plan;
  if (shard.count === 1) return [];
  const issues = [];
  const most = mostParallel(phases, program.connections);
  if (shard.count > most) {
    const message = `${shard.count} shards are more than the ${formatNumber(most, 0)} users or connections that a phase has at most, so some of them could only wait`;
    issues.push(planError({ file, line: 1, column: 1 }, "shards", message, `use at most ${most} shards`));
  }
  const early = phases.findIndex(({ model }, index) => model === "iterations" && index < phases.length - 1);
  if (early >= 0) {
    const at = positions[early] ?? { file, line: 1, column: 1 };
    const message = `phase ${phases[early]?.name ?? ""} is fixed work, which ends when it ends, on each shard at another time; what comes after it would not begin together`;
    issues.push(planError(at, "shards", message, "put it last, or give it a run of its own"));
  }
  return issues;
}

// src/plan/estimate-work.ts
function estimateWork({ phases, program }, requestMs) {
  const profiles = program.users.map((user) => {
    const iterationMs = estimateIterationMs(user, program, requestMs);
    return { weight: user.weight, iterationMs, cycleMs: cycleMs(iterationMs, user.think) };
  });
  const none = { model: "none", users: profiles.map(() => 0), joinedMs: [] };
  let pool = none;
  let startMs = 0;
  return phases.map((phase) => {
    if (phase.model === "pause") return profiles.map(() => ({ iterations: 0, spans: [], iterationsPerSec: 0, newUsers: 0 }));
    const before = pool.model === phase.model && phase.model !== "iterations" ? pool : none;
    const { work, users, joinedMs } = phase.model === "open" ? workOfOpen(phase, profiles, before.users) : phase.model === "closed" ? workOfClosed(phase, profiles, before, startMs) : workOfIterations(phase, profiles);
    pool = { model: phase.model, users, joinedMs };
    startMs += phase.durationMs;
    return work;
  });
}
function workOfOpen(phase, profiles, before) {
  const shares = sharesOf(profiles.map((profile) => profile.weight));
  const users = profiles.map((profile, index) => {
    const share = shares[index] ?? 0;
    const busy = Math.ceil(phase.ratePerSec * share * profile.iterationMs / 1e3);
    return Math.max(before[index] ?? 0, Math.min(phase.maxUsers * share, busy));
  });
  const work = profiles.map((_, index) => ({
    iterations: phase.plannedArrivals * (shares[index] ?? 0),
    spans: [],
    iterationsPerSec: phase.ratePerSec * (shares[index] ?? 0),
    newUsers: (users[index] ?? 0) - (before[index] ?? 0)
  }));
  return { work, users, joinedMs: [] };
}
function workOfClosed(phase, profiles, before, startMs) {
  const most = Math.max(phase.users, phase.fromUsers);
  const assigned = assignProfiles(
    profiles.map((profile) => profile.weight),
    most
  );
  const spans = profiles.map(() => []);
  const joinedMs = [];
  for (const [ordinal, profile] of assigned.entries()) {
    const [fromMs, leavesMs] = [ordinal < phase.users ? joinMs(phase, ordinal) : 0, leaveMs(phase, ordinal)];
    const joined = before.joinedMs[ordinal] ?? startMs + fromMs;
    joinedMs.push(joined);
    const bornMs = joined - startMs;
    const toMs = Math.min(phase.durationMs, leavesMs);
    if (toMs > fromMs) spans[profile]?.push({ fromMs: fromMs - bornMs, toMs: toMs - bornMs, stays: leavesMs > phase.durationMs });
  }
  const level = levelAtMs(phase, phase.durationMs);
  const users = profiles.map((_, index) => assigned.slice(0, level).filter((profile) => profile === index).length);
  const work = profiles.map(({ cycleMs: cycle }, index) => ({
    iterations: 0,
    spans: spans[index] ?? [],
    iterationsPerSec: 1e3 * (users[index] ?? 0) / cycle,
    newUsers: Math.max(0, (users[index] ?? 0) - (before.users[index] ?? 0))
  }));
  return { work, users, joinedMs: joinedMs.slice(0, level) };
}
function workOfIterations(phase, profiles) {
  const assigned = assignProfiles(
    profiles.map((profile) => profile.weight),
    phase.users
  );
  const users = profiles.map((_, index) => assigned.filter((profile) => profile === index).length);
  const shares = sharesOf(profiles.map((profile, index) => (users[index] ?? 0) / profile.iterationMs));
  const work = users.map((count, index) => ({
    iterations: phase.iterations * (shares[index] ?? 0),
    spans: [],
    iterationsPerSec: 0,
    newUsers: count
  }));
  return { work, users, joinedMs: [] };
}

// src/plan/count-certain.ts
var DOUBT = 9 * Math.LN10;
function certainTotal(plan, amounts) {
  const { users } = plan.program;
  const draws = users.map((user) => drawOf(user, amounts));
  const starts = users.map((user) => amounts.ofStart(user));
  const work = estimateWork(plan, () => 0);
  let mean = 0;
  let variance = 0;
  let farthest = 0;
  const add = (count, draw) => {
    if (count === 0) return;
    mean += count * draw.mean;
    if (draw.mean - draw.least <= 1e-12 * draw.mean) return;
    variance += count * Math.max(0, draw.meanSquare - draw.mean ** 2);
    farthest = Math.max(farthest, draw.mean - draw.least);
  };
  for (const [index, phase] of plan.phases.entries()) {
    if (phase.model === "pause") continue;
    const newUsers = users.map((_, user) => work[index]?.[user]?.newUsers ?? 0);
    if (phase.model !== "open") mean += starts.reduce((sum, start, user) => sum + start * (newUsers[user] ?? 0), 0);
    if (phase.model === "open") add(phase.plannedArrivals, mixDraws(draws, sharesOf(users.map((user) => user.weight))));
    else if (phase.model === "closed") for (const [user, draw] of draws.entries()) add(newUsers[user] ?? 0, draw);
    else add(phase.iterations, leastDraw(draws.filter((_, user) => (newUsers[user] ?? 0) > 0)));
  }
  const linear = DOUBT * farthest / 3;
  return Math.max(0, mean - (linear + Math.sqrt(linear ** 2 + 2 * DOUBT * variance)));
}
function drawOf(user, amounts) {
  const shares = sharesOf(user.tasks.map((task) => task.weight));
  const draws = user.tasks.map((task) => amounts.ofTask(task, user)).map((amount) => ({ mean: amount, meanSquare: amount ** 2, least: amount }));
  return user.tasks.length > 1 && user.tasks.some((task) => task.needs.length > 0) ? leastDraw(draws) : mixDraws(draws, shares);
}
function mixDraws(draws, shares) {
  const average = (key) => draws.reduce((sum, draw, index) => sum + draw[key] * (shares[index] ?? 0), 0);
  return { mean: average("mean"), meanSquare: average("meanSquare"), least: Math.min(...draws.map((draw) => draw.least)) };
}
function leastDraw(draws) {
  return draws.reduce((least, draw) => draw.mean < least.mean ? draw : least, draws[0] ?? { mean: 0, meanSquare: 0, least: 0 });
}

// src/plan/phases-of-shard.ts
function phasesOfShard(phases, shard) {
  if (shard.count === 1) return phases;
  return phases.map((phase) => {
    switch (phase.model) {
      case "open":
        return { ...phase, plannedArrivals: shareOf(phase.plannedArrivals, shard) };
      case "closed":
        return { ...phase, fromUsers: shareOf(phase.fromUsers, shard), users: shareOf(phase.users, shard) };
      case "iterations":
        return { ...phase, iterations: workOfShard(phase.iterations, phase.users, shard), users: shareOf(phase.users, shard) };
      case "pause":
        return phase;
    }
  });
}

// src/plan/check-work.ts
function checkWork(plan, steps) {
  return [...checkUniqueRows(plan, steps), ...checkBytes(plan)];
}
function checkUniqueRows({ file, phases, program, shard }, steps) {
  return program.slots.flatMap((slot, index) => {
    const table = slot.kind === "data" ? program.data[slot.table] : void 0;
    if (table?.pick !== "unique") return [];
    const needed = Math.floor(certainTotal({ phases: phasesOfShard(phases, shard), program }, rowsOf(index, program)) + 1e-6);
    const length = shareOf(table.rows.length, shard);
    if (needed <= length) return [];
    const used = `${shard.count === 1 ? "the plan" : "its part of the plan"} uses at least ${formatNumber(needed, 0)}, each of them once`;
    return [
      planError(
        placeOf(table.name, steps) ?? { file, line: 1, column: 1 },
        "data",
        `${table.name} has ${shard.count === 1 ? "" : `for ${nameShard(shard)} `}${length === 1 ? "1 unique row" : `${formatNumber(length, 0)} unique rows`}; ${used}`,
        "add rows, plan less load, or write `pick: sequential` if a row may be used again"
      )
    ];
  });
}
function rowsOf(slot, program) {
  const isKept = (user) => !user.iterationSlots.includes(slot);
  const draws = (code) => {
    const readers = walkFlow(code, program.data).filter((step) => step.times > 0 && !step.loopSlots.includes(slot));
    return readers.some((step) => slotsReadByStep(step.instruction).includes(slot)) ? 1 : 0;
  };
  return {
    ofStart: (user) => isKept(user) ? draws(user.start) : 0,
    ofTask: (task, user) => isKept(user) ? 0 : draws(task.code)
  };
}
function placeOf(name, steps) {
  const reference = new RegExp(`\\$\\{${name}[.}]`);
  const step = steps.find((candidate) => reference.test(JSON.stringify(candidate)));
  return step && "at" in step ? step.at : void 0;
}
function checkBytes({ file, phases, program }) {
  const bytes = (code) => walkFlow(code, program.data).reduce((sum, { instruction, times }) => sum + times * bytesOfStep(instruction), 0);
  const needed = certainTotal({ phases, program }, { ofStart: (user) => bytes(user.start), ofTask: (task) => bytes(task.code) });
  if (needed <= program.maxBytes) return [];
  return [
    planError(
      { file, line: 1, column: 1 },
      "cap",
      `the plan uploads at least ${formatBytes(needed)}; the cap is ${formatBytes(program.maxBytes)}`,
      `raise it with --max-bytes ${Math.ceil(1.1 * needed / 1e9)}GB, or plan less load`
    )
  ];
}
function bytesOfStep(instruction) {
  if (instruction.op === "send") {
    const { message } = instruction.send;
    return message.kind === "bytes" ? message.size : message.kind === "text" ? lengthOf(message.text) : 0;
  }
  return requestsOfStep(instruction).reduce((all, request) => all + bytesOfBody(request.body), 0);
}
function bytesOfBody(body) {
  switch (body.kind) {
    case "none":
    case "json":
    case "form":
      return 0;
    case "text":
      return lengthOf(body.text);
    case "bytes":
    case "file":
      return body.size;
    case "multipart":
      return body.parts.reduce((sum, part) => sum + lengthOf(part.head) + bytesOfBody(part.body), 0);
  }
}
function lengthOf(text) {
  return typeof text === "string" ? text.length : text.reduce((sum, part) => sum + (typeof part === "string" ? part.length : 0), 0);
}

// src/plan/choose-selection.ts
function chooseProfile(scenario, request, issues) {
  const { profile: name } = request;
  if (name === void 0) return void 0;
  const profile = scenario.profiles.find((candidate) => candidate.name === name);
  if (!profile) {
    const known = scenario.profiles.map((candidate) => candidate.name);
    const listed = known.length > 0 ? `it has ${known.join(", ")}` : "it has no `profiles`";
    issues.push(
      planError(flagPosition("--profile"), "reference", `${scenario.file} has no profile ${name}`, suggestWord(name, known) ?? listed)
    );
  }
  return profile;
}
function chooseSelection(scenario, request, profile, issues) {
  const first = (asked, own) => asked.length > 0 ? asked : own ?? [];
  const selection = {
    only: first(request.only, profile?.only),
    skip: [...request.skip, ...profile?.skip ?? []],
    userClasses: first(request.userClasses, profile?.userClasses)
  };
  const tags = [...new Set(scenario.users.flatMap((user) => user.tasks.flatMap((task) => task.tags)))];
  const classes = scenario.users.map((user) => user.name);
  checkWords({ flag: "--only", asked: selection.only, known: tags, what: "tag of a task" }, scenario, issues);
  checkWords({ flag: "--skip", asked: selection.skip, known: tags, what: "tag of a task" }, scenario, issues);
  checkWords({ flag: "--user-class", asked: selection.userClasses, known: classes, what: "user profile" }, scenario, issues);
  return selection;
}
function checkWords({ flag, asked, known, what }, scenario, issues) {
  for (const word of asked) {
    if (known.includes(word)) continue;
    const listed = known.length > 0 ? `known: ${known.join(", ")}` : `no task of ${scenario.file} has a tag`;
    issues.push(
      planError(flagPosition(flag), "reference", `${word} is no ${what} of ${scenario.file}`, suggestWord(word, known) ?? listed)
    );
  }
}
function flagPosition(file) {
  return { file, line: 1, column: 1 };
}

// src/plan/compile-flow.ts
function compileFlow(steps, context) {
  const code = [];
  for (const step of steps) addStep(step, code, context);
  return code;
}
function slotsNeededBy(code, { names }) {
  const needed = /* @__PURE__ */ new Set();
  const set = /* @__PURE__ */ new Set();
  for (const instruction of code) {
    for (const slot of slotsReadByStep(instruction)) {
      const kind = names.slots[slot]?.kind;
      if ((kind === "capture" || kind === "socket") && !set.has(slot)) needed.add(slot);
    }
    for (const slot of slotsSetByStep(instruction)) set.add(slot);
  }
  return [...needed];
}
function addStep(step, code, context) {
  switch (step.kind) {
    case "http":
      code.push({ op: "http", step: compileStep(step, context) });
      break;
    case "think":
      code.push({ op: "think", think: step.think });
      break;
    case "parallel":
      code.push({ op: "parallel", steps: step.steps.map((inner) => compileStep(inner, context)) });
      break;
    case "poll":
      code.push({ op: "poll", poll: compilePoll(step, context) });
      break;
    case "ws":
      code.push({ op: "ws", socket: compileSocket(step, context) });
      break;
    case "send":
      code.push({ op: "send", send: compileSend(step, context) });
      break;
    case "receive":
      code.push({ op: "receive", receive: compileReceive(step, context) });
      break;
    case "hold":
      code.push({ op: "hold", holdUs: step.ms * 1e3, slots: socketsOpenAfter(code, context.open) });
      break;
    case "close":
      code.push({ op: "close", slot: context.names.slotOf(socketSlotName(step.on)) });
      break;
    case "repeat":
      addLoop(code, { times: step.times, table: -1, slot: step.as === void 0 ? -1 : context.names.slotOf(step.as) }, () => {
        for (const inner of step.steps) addStep(inner, code, context);
      });
      break;
    case "for-each":
      addLoop(code, { times: 0, table: context.names.tableOf(step.data), slot: context.names.slotOf(step.as) }, () => {
        for (const inner of step.steps) addStep(inner, code, context);
      });
      break;
  }
}
function addLoop(code, loop, addBody) {
  const head = code.length;
  code.push({ op: "loop", ...loop, exit: -1 });
  addBody();
  code.push({ op: "next", body: head + 1 });
  code[head] = { op: "loop", ...loop, exit: code.length };
}
function compileStep(step, context) {
  return compileRequest(step, context.seriesOf(step.name), context);
}
function compilePoll(step, context) {
  const series = context.seriesOf(step.name);
  return {
    series,
    request: compileRequest({ ...step.request, name: step.name, expect: step.until }, series, context),
    everyUs: step.everyMs * 1e3,
    withinUs: step.withinMs * 1e3,
    since: step.since === void 0 ? -1 : context.seriesOf(step.since)
  };
}

// src/plan/no-options.ts
var NO_OPTIONS = {
  headers: [],
  timeoutMs: void 0,
  followRedirects: void 0,
  connections: void 0,
  http2: void 0,
  cookies: void 0,
  tls: void 0,
  proxy: void 0,
  traceparent: void 0,
  slowerThanMs: void 0
};

// src/plan/resolve-prometheus.ts
var AT = { file: "--prometheus-url", line: 1, column: 1 };
function resolvePrometheus({ server, secrets, requireSecrets }, issues) {
  const template = server?.prometheusUrl;
  if (template === void 0) return void 0;
  const values = [];
  const text = template.replace(/\$\{secret\.([A-Za-z_][A-Za-z0-9_]*)\}/g, (_whole, name) => {
    const value = (secrets[name] ?? "").trim();
    values.push(value);
    return value;
  });
  if (values.includes("") && !requireSecrets) return void 0;
  const url = URL.parse(text);
  const isUsable = (url?.protocol === "http:" || url?.protocol === "https:") && url.hostname !== "" && url.search === "" && url.hash === "";
  if (!url || !isUsable) {
    const what = values.includes("") ? "a secret in it is not set in the environment" : "it is not an http or https URL without a query";
    issues.push(planError(AT, "prometheus", `Prometheus cannot be asked: ${what}`, "write it as http://prometheus:9090"));
    return void 0;
  }
  const [user, password] = [decode(url.username), decode(url.password)];
  const credentials = user === "" && password === "" ? void 0 : toBase64(`${user}:${password}`);
  url.username = "";
  url.password = "";
  url.pathname = url.pathname.replace(/\/+$/, "");
  const whole = values.length > 0 ? [...values, text, url.href, url.origin, url.host, url.hostname] : [];
  return {
    url,
    authorization: credentials === void 0 ? void 0 : `Basic ${credentials}`,
    secrets: [...whole, password, credentials ?? ""].filter((value) => value !== "")
  };
}
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
function toBase64(text) {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

// src/plan/compile-server.ts
function compileServer(request, context, issues) {
  const rows = request.server?.rows ?? [];
  const asks = rows.filter(({ source }) => source.kind === "promql");
  issues.push(...request.requireSecrets ? listForbidden(rows, request) : []);
  const prometheus = asks.length > 0 ? resolvePrometheus(request, issues) : void 0;
  return {
    program: {
      rows: rows.map((row) => compileRow(row, context)),
      prometheus: prometheus && compileQuery(prometheus, context)
    },
    secrets: prometheus?.secrets ?? []
  };
}
function listServerRequests(rows) {
  return rows.flatMap(
    ({ source, at }) => "url" in source ? [{ kind: source.kind === "ws" ? "handshake" : "request", request: specOf(source.url), at }] : []
  );
}
function listForbidden(rows, { server }) {
  return rows.flatMap(({ name, source, at }) => {
    if (source.kind === "promql" && server?.prometheusUrl === void 0)
      return [
        planError(at, "prometheus", `${name} asks Prometheus, and nobody said where it is`, "add --prometheus-url http://prometheus:9090")
      ];
    if (source.kind === "command" && server?.allowCommands !== true)
      return [
        planError(
          at,
          "command",
          `${name} runs a command on this machine, which no file can allow`,
          "add --allow-commands if you trust this SLA"
        )
      ];
    return [];
  });
}
function compileRow(row, context) {
  const { name, source, unit, everyMs, recovers } = row;
  const base = {
    name,
    unit,
    everyMs,
    recovers,
    shown: describeSource(source),
    wantsEnd: row.limits.some(({ reduction }) => reduction === "delta")
  };
  const text = (template) => {
    const compiled = compileText(template, context.names);
    if (typeof compiled !== "string") throw new RangeError(`${name} holds a variable`);
    return compiled;
  };
  switch (source.kind) {
    case "promql":
      return { ...base, kind: source.kind, query: text(source.query) };
    case "command":
      return { ...base, kind: source.kind, argv: source.argv.map(text) };
    case "json":
      return { ...base, kind: source.kind, path: source.path, request: compileAsking(source.url, context) };
    case "metrics": {
      const { metric, labels } = source;
      return { ...base, kind: source.kind, selector: { metric, labels }, request: compileAsking(source.url, context) };
    }
    case "ws":
      return { ...base, kind: source.kind, path: source.path, request: compileOpening(name, source.url, context) };
  }
}
function compileAsking(url, context) {
  return { ...compileRequest(specOf(url), 0, context), templatedHeaders: [], keepBody: true };
}
function compileOpening(name, url, context) {
  return { ...compileHandshake({ name, request: specOf(url) }, 0, context), templatedHeaders: [] };
}
function specOf(url) {
  return { method: "GET", url: url.replace(/^ws(?=s?:)/i, "http"), query: [], body: { kind: "none" }, options: NO_OPTIONS };
}
function compileQuery({ url, authorization }, context) {
  const headers = authorization === void 0 ? [] : [{ name: "authorization", value: authorization }];
  const spec = {
    ...specOf("/api/v1/query_range"),
    method: "POST",
    body: { kind: "form", fields: [] },
    options: { ...NO_OPTIONS, headers }
  };
  return { ...compileRequest(spec, 0, { ...context, defaults: NO_OPTIONS, target: url }), keepBody: true };
}
function describeSource(source) {
  switch (source.kind) {
    case "promql":
      return `promql ${source.query}`;
    case "command":
      return `command ${source.argv.join(" ")}`;
    case "json":
    case "ws":
      return `${source.kind} ${source.url} ${source.path}`;
    case "metrics": {
      const labels = source.labels.map(({ name, value }) => `${name}=${JSON.stringify(value)}`).join(",");
      return `metrics ${source.url} ${source.metric}${labels === "" ? "" : `{${labels}}`}`;
    }
  }
}

// src/plan/compile-program.ts
function compileProgram(scenario, { users, series, target, request }) {
  const issues = [];
  const names = buildSlotTable(scenario, request.secrets);
  const connections = [];
  const context = {
    names,
    defaults: scenario.http,
    target: target.url,
    userAgent: request.userAgent,
    seriesOf: (name) => series.findIndex((entry) => entry.name === name),
    received: /* @__PURE__ */ new Set(),
    open: [],
    connectionFor: (options) => indexOfSettings(connections, toSettings(options, { names, request, issues, file: scenario.file }))
  };
  const programs = users.map((user) => compileUser(user, context));
  const before = scenario.before.map((step) => compileBefore(step, context));
  const asked = compileAsked(context, { names, request, issues, file: scenario.file });
  if (issues.length > 0) return { ok: false, issues };
  return {
    ok: true,
    warnings: [],
    value: {
      program: {
        slots: names.slots,
        data: names.tables,
        connections,
        users: programs,
        secrets: secretValues(scenario, names, [...target.secrets, ...asked.secrets]),
        allowedHosts: listAllowedHosts(scenario, target.url),
        maxBytes: request.caps.maxBytes,
        maxUsers: request.caps.maxUsers
      },
      before,
      server: asked.server
    }
  };
}
function compileAsked(shared, settings) {
  const connections = [];
  const context = {
    ...shared,
    connectionFor: (options) => indexOfSettings(connections, toSettings({ ...options, connections: void 0 }, settings))
  };
  const { program, secrets } = compileServer(settings.request, context, settings.issues);
  return { server: { ...program, connections }, secrets };
}
function compileUser(user, shared) {
  const received = new Set(listSteps([user]).flatMap((step) => step.kind === "receive" ? step.on : []));
  const start = compileFlow(user.start, { ...shared, received });
  const context = { ...shared, received, open: socketsOpenAfter(start, []) };
  const kept = new Set(dataReadBy(start, context));
  const drawn = context.names.slots.flatMap((slot, index) => slot.kind === "drawn" || slot.kind === "data" ? [{ slot, index }] : []);
  return {
    name: user.name,
    weight: user.weight,
    think: user.think,
    start,
    tasks: user.tasks.map((task) => {
      const code = compileFlow(task.steps, context);
      return { name: task.name, weight: task.weight, code, needs: slotsNeededBy(code, context), firstSeries: firstSeriesOf(code) };
    }),
    iterationSlots: drawn.filter(({ index }) => !kept.has(index)).map(({ index }) => index),
    // A unique row is one an iteration, not one a pass.
    passSlots: drawn.filter(({ slot, index }) => !kept.has(index) && !(slot.kind === "data" && context.names.tables[slot.table]?.pick === "unique")).map(({ index }) => index)
  };
}
function dataReadBy(start, { names }) {
  return walkFlow(start, names.tables).flatMap((step) => slotsReadByStep(step.instruction).filter((slot) => !step.loopSlots.includes(slot))).filter((slot) => names.slots[slot]?.kind === "data");
}
function firstSeriesOf(code) {
  return code.flatMap(seriesOfStep)[0] ?? -1;
}
function compileBefore(step, context) {
  if (step.kind === "request") {
    const request = compileRequest(step.request, 0, context);
    return { name: step.request.name, code: [{ op: "http", step: request }], at: step.request.at };
  }
  const name = `${step.request.method} ${step.request.url}`;
  const asked = { name, expect: step.until };
  const poll = {
    series: 0,
    request: compileRequest({ ...step.request, ...asked }, 0, context),
    everyUs: step.everyMs * 1e3,
    withinUs: step.withinMs * 1e3,
    since: -1
  };
  return { name: `wait_for ${name}`, code: [{ op: "poll", poll }], at: step.at };
}
function toSettings(options, context) {
  return {
    limit: options.connections,
    http2: options.http2 ?? false,
    proxy: readProxy(options.proxy, context),
    tls: readTls(options.tls, context)
  };
}
function readProxy(template, { names, issues, file }) {
  if (template === void 0) return void 0;
  const proxy = compileText(template, names);
  const url = typeof proxy === "string" ? URL.parse(proxy) : null;
  if (url?.protocol === "http:" || url?.protocol === "https:") return url.href;
  addOnce(issues, {
    file,
    message: typeof proxy === "string" ? "the proxy is not an http or https URL" : "the proxy cannot hold a variable: it is the same for all requests",
    code: "proxy",
    suggestion: "write it as http://proxy:3128; ${secret.X} and ${env.X} may stand in it"
  });
  return void 0;
}
function addOnce(issues, issue) {
  if (issues.some(({ message: message2 }) => message2 === issue.message)) return;
  const { file, code, message, suggestion } = issue;
  issues.push(planError({ file, line: 1, column: 1 }, code, message, suggestion));
}
function readTls(tls, { request, issues, file }) {
  const read = (path) => {
    if (path === void 0) return void 0;
    const text = request.readText(path);
    if (typeof text === "string") return text;
    const message = `the certificate file cannot be read: ${text.error}`;
    addOnce(issues, { file, code: "file", message, suggestion: "check the paths below `tls`" });
    return void 0;
  };
  return { ca: read(tls?.ca), cert: read(tls?.cert), key: read(tls?.key), insecure: tls?.insecure ?? false };
}
function indexOfSettings(known, settings) {
  const wanted = JSON.stringify(settings);
  const index = known.findIndex((entry) => JSON.stringify(entry) === wanted);
  if (index >= 0) return index;
  known.push(settings);
  return known.length - 1;
}
var PRIVATE_HEADERS = /^(?:proxy-)?authorization$|^cookie$/i;
function secretValues(scenario, names, others) {
  const values = /* @__PURE__ */ new Set([...names.usedSecrets(), ...others]);
  for (const source of scenario.data) {
    for (const column of source.secretColumns) for (const row of source.rows) values.add(String(row[column] ?? ""));
  }
  const owners = [scenario.http, ...listRequests(scenario.before, scenario.users).map(({ request }) => request.options)];
  const headers = owners.flatMap((owner) => owner.headers);
  for (const { name, value } of headers)
    if (PRIVATE_HEADERS.test(name) && !value.includes("${")) values.add(value).add(value.split(" ").at(-1) ?? "");
  return [...values].filter((value) => value.length > 0).sort((left, right) => right.length - left.length);
}

// src/plan/list-series.ts
function listSeries(scenario, selectedUsers) {
  const selected = /* @__PURE__ */ new Set();
  forEachSeries(selectedUsers, (entry) => selected.add(entry.name));
  const series = /* @__PURE__ */ new Map();
  forEachSeries(scenario.users, (entry) => {
    const known = series.get(entry.name);
    const tags = known ? [.../* @__PURE__ */ new Set([...known.tags, ...entry.tags])] : entry.tags;
    series.set(entry.name, { ...known ?? entry, tags, selected: selected.has(entry.name) });
  });
  return [...series.values()];
}
function forEachSeries(users, visit) {
  for (const user of users) {
    for (const step of user.start) visitStep(step, user.tags, visit);
    for (const task of user.tasks) for (const step of task.steps) visitStep(step, task.tags, visit);
  }
}
function visitStep(step, tags, visit) {
  switch (step.kind) {
    case "http":
      visit({ name: step.name, kind: "http", method: step.method, tags: [.../* @__PURE__ */ new Set([...tags, ...step.tags])] });
      break;
    case "poll":
      visit({ name: step.name, kind: "poll", method: step.request.method, tags: [.../* @__PURE__ */ new Set([...tags, ...step.tags])] });
      break;
    case "ws":
    case "receive":
      visit({ name: step.name, kind: step.kind, method: "WS", tags: [.../* @__PURE__ */ new Set([...tags, ...step.tags])] });
      break;
    case "parallel":
    case "repeat":
    case "for-each":
      for (const inner of step.steps) visitStep(inner, tags, visit);
      break;
    case "think":
    case "send":
    case "hold":
    case "close":
      break;
  }
}

// src/plan/resolve-target.ts
var UNKNOWN = { url: new URL("https://target.invalid"), shown: "(from a secret that is not set here)", secrets: [] };
function resolveTarget(scenario, request, issues) {
  const template = request.target ?? scenario.target;
  const at = { file: request.target === void 0 ? scenario.file : "--target", line: 1, column: 1 };
  if (template === void 0) {
    issues.push(planError(at, "target", "there is no target", "add `target: https://staging.example.com` or use --target"));
    return void 0;
  }
  const values = [];
  const unset = [];
  const text = template.replace(/\$\{secret\.([A-Za-z_][A-Za-z0-9_]*)\}/g, (_whole, name) => {
    const value = (request.secrets[name] ?? "").trim();
    if (value === "") unset.push(name);
    values.push(value);
    return value;
  });
  if (unset.length > 0 && !request.requireSecrets) return UNKNOWN;
  const isSecret = values.length > 0;
  const url = URL.parse(text);
  if (!url || url.protocol !== "http:" && url.protocol !== "https:" || url.hostname === "") {
    const what = isSecret ? "the target from a secret" : `the target "${text}"`;
    const why = unset.length > 0 ? `; ${unset.join(", ")} is not set in the environment` : "";
    issues.push(planError(at, "target", `${what} is not an http or https URL${why}`, "write it as https://staging.example.com"));
    return void 0;
  }
  checkParts(url, at, issues);
  checkAllowed({ url, isSecret, at, scenario }, issues);
  const secrets = isSecret ? [...values, url.href, url.origin, url.host, url.hostname].filter((value) => value !== "") : [];
  return { url, secrets, shown: isSecret ? "(from a secret)" : `${url.origin}${url.pathname === "/" ? "" : url.pathname}` };
}
function checkParts(url, at, issues) {
  if (url.search !== "" || url.hash !== "")
    issues.push(planError(at, "target", "the target must not have a query or a fragment", "put them into the steps"));
  if (url.username !== "" || url.password !== "")
    issues.push(
      planError(at, "target", "the target must not hold a user name or password", "send them as an authorization header from ${secret.X}")
    );
}
function checkAllowed({ url, isSecret, at, scenario }, issues) {
  if (scenario.allowedHosts.length === 0 || matchesHost(url.hostname, scenario.allowedHosts)) return;
  issues.push(
    planError(
      at,
      "host",
      `${isSecret ? "the target from a secret" : `the target's host ${url.hostname}`} is not in allowed_hosts of ${scenario.file}`,
      `allowed: ${scenario.allowedHosts.join(", ")}; add the host if it is yours`
    )
  );
}

// src/plan/select-users.ts
function selectUsers(users, selection) {
  return users.filter((user) => selection.userClasses.length === 0 || selection.userClasses.includes(user.name)).map((user) => ({ ...user, tasks: user.tasks.filter((task) => isSelected(task.tags, selection)) })).filter((user) => user.tasks.length > 0);
}
function isSelected(tags, { only, skip }) {
  if (tags.some((tag) => skip.includes(tag))) return false;
  return only.length === 0 || tags.some((tag) => only.includes(tag));
}

// src/plan/build-plan.ts
function buildPlan(scenario, request) {
  const issues = [];
  const profile = chooseProfile(scenario, request, issues);
  const users = selectUsers(scenario.users, chooseSelection(scenario, request, profile, issues));
  const steps = users.flatMap((user) => [...user.start, ...user.tasks.flatMap((task) => task.steps)]);
  const drainMs = longestTimeoutMs(scenario.http, steps);
  const written = profile?.phases ?? scenario.phases;
  const phases = planPhases(written, { seed: request.seed, timeBoxMs: scenario.timeBoxMs, drainMs });
  const target = resolveTarget(scenario, request, issues);
  const top = { file: scenario.file, line: 1, column: 1 };
  if (users.length === 0 && !issues.some(({ code }) => code === "reference"))
    issues.push(planError(top, "selection", "the selection leaves no task to run", "check --only, --skip, --user-class and the profile"));
  if (phases.every((phase) => phase.model === "pause"))
    issues.push(planError(top, "phases", "the plan has no phase that makes load", adviseOnPhases(scenario)));
  const positions = written.map((phase) => phase.at);
  issues.push(...checkLimits({ scenario, phases, positions, drainMs, caps: request.caps }));
  if (!target) return { ok: false, issues };
  const requests = listRequests(scenario.before, users);
  const allowed = listAllowedHosts(scenario, target.url);
  issues.push(...checkHosts([...requests, ...listServerRequests(request.server?.rows ?? [])], { allowed, secrets: request.secrets }));
  issues.push(...checkSettings({ scenario, users, phases, positions, requests, target: target.url }));
  const plan = compilePlan(scenario, { users, phases, target, drainMs, request });
  if (!plan.ok) return { ok: false, issues: [...issues, ...plan.issues] };
  issues.push(...checkHeaders2(plan.value), ...checkWork(plan.value, listSteps(users)));
  issues.push(...checkMachine({ plan: plan.value, positions, request }), ...checkShard({ plan: plan.value, positions }));
  if (issues.some((issue) => issue.severity === "error")) return { ok: false, issues };
  return { ok: true, warnings: issues, value: plan.value };
}
function adviseOnPhases({ profiles }) {
  if (profiles.length === 0) return "add a phase such as { arrival_rate: 50/s, duration: 30s }";
  const names = profiles.slice(0, 8).map(({ name }) => name);
  return `choose a profile with --profile: ${names.join(", ")}${profiles.length > names.length ? " …" : ""}`;
}
function compilePlan(scenario, { users, phases, target, drainMs, request }) {
  const { shard = WHOLE_BURST } = request;
  const series = listSeries(scenario, users);
  const compiled = compileProgram(scenario, { users, series, target, request });
  if (!compiled.ok) return compiled;
  return {
    ok: true,
    warnings: [],
    value: {
      name: scenario.name,
      file: scenario.file,
      profile: request.profile,
      target: target.url.href,
      shownTarget: target.shown,
      seed: request.seed,
      workers: Math.max(1, Math.min(request.workers, Math.floor(mostParallel(phases, compiled.value.program.connections) / shard.count))),
      shard,
      timeBoxMs: scenario.timeBoxMs,
      drainMs,
      phases,
      series,
      ...compiled.value
    }
  };
}

// src/plan/add-wait.ts
var EVERY_MS = 2e3;
function addWait(scenario, waitFor) {
  return waitFor === void 0 ? scenario : { ...scenario, before: [buildWait(waitFor), ...scenario.before] };
}
function buildWait({ path, test, withinMs }) {
  return {
    kind: "wait-for",
    request: { method: "GET", url: path, query: [], body: { kind: "none" }, options: NO_OPTIONS },
    until: { status: [{ from: 200, to: 299 }], headers: [], body: buildBody(test), json: [], maxSizeBytes: void 0 },
    everyMs: Math.min(EVERY_MS, withinMs),
    withinMs,
    at: { file: "--wait-for", line: 1, column: 1 }
  };
}
function buildBody(test) {
  switch (test.kind) {
    case "answers":
      return [];
    case "contains":
      return [{ kind: "contains", text: test.text }];
    case "equals":
      return [{ kind: "matches", source: `^\\s*${test.text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")}\\s*$`, flags: "" }];
  }
}

// src/plan/check-live-targets.ts
function checkLiveTargets(scenario, request, plans) {
  return [...warnOfSame(plans), ...warnOfShared(scenario, request)];
}
function warnOfSame({ candidate, baseline }) {
  if (candidate.target !== baseline.target) return [];
  const at = { file: "--baseline", line: 1, column: 1 };
  const hint = "name the address of the version before; one address for two versions in turn is not enough";
  return [
    planWarning(
      at,
      "live-same",
      "the baseline has the address of the target: it is compared with itself, and no change can be found",
      hint
    )
  ];
}
function warnOfShared(scenario, request) {
  const users = selectUsers(scenario.users, chooseSelection(scenario, request, chooseProfile(scenario, request, []), []));
  return listRequests([], users).filter(({ request: { url } }) => /^(?:http|ws)s?:\/\//i.test(url)).map(
    ({ at }) => planWarning(
      at,
      "live-shared",
      "this step has an address of its own, the same for both targets: no change can be found in it",
      "write a path to measure the targets"
    )
  );
}

// src/plan/interleave-phases.ts
var SEGMENT_MS = 1e4;
function interleavePhases(phases, seed) {
  const sides = [0, 1].map(() => ({ phases: [], streams: [] }));
  const [first, second] = sides;
  let turn = 0;
  const add = (side, phase) => {
    side.phases.push(phase);
    side.streams.push(turn);
  };
  for (const phase of phases) {
    if (phase.model !== "open") {
      for (const side of [first, second]) add(side, phase);
      turn++;
      continue;
    }
    for (const segment of cutPhase(phase)) {
      const own = { ...segment, plannedArrivals: countArrivals(segment, segment.arrivals, seedOfPhase(seed, turn)) };
      const pause = { name: phase.name, warmup: phase.warmup, model: "pause", durationMs: segment.durationMs };
      const [earlier, later] = turn % 2 === 0 ? [first, second] : [second, first];
      add(earlier, own);
      add(later, pause);
      add(earlier, pause);
      add(later, own);
      turn++;
    }
  }
  return [first, second];
}
function cutPhase(phase) {
  const count = Math.max(1, Math.ceil(phase.durationMs / SEGMENT_MS));
  const durationMs = phase.durationMs / count;
  return Array.from({ length: count }, (_, index) => {
    const [fromMs, toMs] = [index * durationMs, (index + 1) * durationMs];
    const rampMs = Math.min(durationMs, Math.max(0, phase.rampMs - fromMs));
    return {
      ...phase,
      durationMs,
      rampMs,
      fromRatePerSec: rateAt(phase, fromMs),
      ratePerSec: rateAt(phase, rampMs > 0 ? Math.min(toMs, phase.rampMs) : toMs)
    };
  });
}
function rateAt(curve, ms) {
  if (ms >= curve.rampMs) return curve.ratePerSec;
  return curve.fromRatePerSec + (curve.ratePerSec - curve.fromRatePerSec) * ms / curve.rampMs;
}

// src/plan/plan-live.ts
var WARM_UP_MS = 1e4;
var WARM_UP_NAME = "warm-up of the comparison";
var USUAL_REQUEST_MS = 100;
function planLive(scenario, request, wishes) {
  const own = { ...request, targets: 2 };
  const candidate = buildPlan(addWait(scenario, wishes.waitFor), own);
  if (!candidate.ok) return candidate;
  const baseline = buildPlan(scenario, { ...own, target: wishes.url, server: void 0 });
  if (!baseline.ok) return { ok: false, issues: listOfBaseline(baseline.issues, []) };
  const written = scenario.profiles.find(({ name }) => name === request.profile)?.phases ?? scenario.phases;
  const issues = [...candidate.warnings, ...listOfBaseline(baseline.warnings, candidate.warnings)];
  issues.push(...refuseOtherModels(candidate.value, written));
  issues.push(...checkLiveTargets(scenario, request, { candidate: candidate.value, baseline: baseline.value }));
  const secrets = [.../* @__PURE__ */ new Set([...candidate.value.program.secrets, ...baseline.value.program.secrets])];
  const plans = [candidate.value, baseline.value].map((plan) => warmUp({ ...plan, program: { ...plan.program, secrets } }));
  const [first, second] = wishes.takesTurns ? takeTurns(plans) : plans;
  const { phases, drainMs } = first;
  const fitted = checkLimits({ scenario, phases, positions: [], drainMs, caps: request.caps });
  if (fitted.length === 0) issues.push(...warnOfOneLook(first, request.caps, wishes));
  issues.push(...fitted.map((issue) => ({ ...issue, message: `${issue.message}${describeLength(first.phases, wishes)}` })));
  if (issues.some(({ severity }) => severity === "error")) return { ok: false, issues };
  return { ok: true, warnings: issues, value: { candidate: first, baseline: second } };
}
function warnOfOneLook({ file, phases, timeBoxMs }, { maxDurationMs }, { moreBursts = 0, ...wishes }) {
  const neededMs = (1 + moreBursts) * phases.reduce((sum, { durationMs }) => sum + durationMs, 0);
  const seconds = Math.ceil(neededMs * (1.1 + moreBursts) / (1 + moreBursts) / 1e3);
  const warn = (code, room, raise) => {
    const message = `${room} has no room for a second look, which takes ${formatDuration(neededMs)} in all${describeLength(phases, wishes)}; where the candidate looks slower, the run will be inconclusive`;
    return planWarning({ file, line: 1, column: 1 }, code, message, `${raise} or shorten the phases`);
  };
  return [
    ...neededMs > timeBoxMs ? [warn("time-box", `the time box of ${formatDuration(timeBoxMs)}`, `set \`time_box: ${seconds}s\``)] : [],
    ...neededMs > maxDurationMs ? [warn("cap", `the cap of ${formatDuration(maxDurationMs)}`, `raise it with --max-duration ${seconds}s`)] : []
  ];
}
function describeLength(phases, { takesTurns }) {
  const parts = [
    ...phases[0]?.name === WARM_UP_NAME ? [`a warm-up of ${formatDuration(WARM_UP_MS)} for the comparison`] : [],
    ...takesTurns ? ["twice the time, because the targets take turns"] : []
  ];
  return parts.length === 0 ? "" : ` (with ${parts.join(", and ")})`;
}
function listOfBaseline(issues, known) {
  const said = new Set(known.map(({ file, line, message }) => `${file}:${line}:${message}`));
  return issues.filter(({ file, line, message }) => !said.has(`${file}:${line}:${message}`)).map((issue) => issue.file === "--target" ? { ...issue, file: "--baseline" } : issue);
}
function refuseOtherModels({ phases, program, file }, written) {
  const work = estimateWork({ phases, program }, () => USUAL_REQUEST_MS);
  return phases.flatMap((phase, place) => {
    if (phase.model === "open" || phase.model === "pause") return [];
    const at = written[place]?.at ?? { file, line: 1, column: 1 };
    const rate = phase.model === "iterations" ? phase.iterations / (phase.durationMs / 1e3) : (work[place] ?? []).reduce((sum, { iterationsPerSec }) => sum + iterationsPerSec, 0);
    const lasts = formatDuration(phase.durationMs).replaceAll(" ", "");
    const hint = `write { name: ${phase.name}, arrival_rate: ${formatNumber(Math.max(1, Math.round(rate)), 0).replaceAll(",", "")}/s, duration: ${lasts} }: about what it makes if a request takes ${USUAL_REQUEST_MS} ms`;
    return [
      planError(at, "live-model", `phase ${phase.name} has virtual users; two targets can only be compared at once under arrivals`, hint)
    ];
  });
}
function warmUp(plan) {
  const first = plan.phases.find((phase2) => phase2.model === "open");
  if (!first || first.warmup || plan.program.users.some(({ start }) => start.length > 0)) return plan;
  const { ratePerSec, maxUsers } = first;
  const phase = {
    name: WARM_UP_NAME,
    warmup: true,
    model: "open",
    fromRatePerSec: ratePerSec,
    ratePerSec,
    rampMs: 0,
    durationMs: WARM_UP_MS,
    arrivals: "even",
    maxUsers,
    plannedArrivals: Math.ceil(ratePerSec * WARM_UP_MS / 1e3 - 1e-6)
  };
  const streams = [plan.phases.length, ...plan.phases.map((_, place) => place)];
  return { ...plan, phases: [phase, ...plan.phases], streams };
}
function takeTurns([candidate, baseline]) {
  const [first, second] = interleavePhases(candidate.phases, candidate.seed);
  return [
    { ...candidate, ...first },
    { ...baseline, ...second }
  ];
}

// src/workspace/read-config.ts
import { existsSync } from "node:fs";
import { resolve } from "node:path";

// src/config/list-series-names.ts
function listSeriesKinds(scenario) {
  const kinds = /* @__PURE__ */ new Map();
  for (const user of scenario.users) {
    addSteps(user.start, kinds);
    for (const task of user.tasks) addSteps(task.steps, kinds);
  }
  return kinds;
}
function addSteps(steps, kinds) {
  for (const step of steps) {
    switch (step.kind) {
      case "http":
      case "poll":
      case "ws":
      case "receive":
        if (!kinds.has(step.name)) kinds.set(step.name, step.kind);
        break;
      case "parallel":
      case "repeat":
      case "for-each":
        addSteps(step.steps, kinds);
        break;
      case "think":
      case "send":
      case "hold":
      case "close":
        break;
    }
  }
}

// src/config/check-sla-against-scenario.ts
function checkSlaAgainstScenario(scenario, sla) {
  const issues = createIssueList();
  const kinds = listSeriesKinds(scenario);
  const series = [...kinds.keys()];
  const checkPattern2 = (pattern, at, what) => {
    if (series.some((name) => matchPattern(pattern, name))) return true;
    const reason = pattern.includes("*") ? `${what} ${pattern} fits no step of the scenario` : `${what} ${pattern} is no step of the scenario`;
    issues.error(at, "reference", reason, suggestWord(pattern, series) ?? (series.length <= 8 ? `one of ${series.join(", ")}` : void 0));
    return false;
  };
  const checkName = (name, at) => {
    if (series.includes(name)) return;
    const reason = name.includes("*") ? "baseline_values has the names of steps, without *" : `the baseline value of ${name} fits no step of the scenario`;
    issues.error(at, "reference", reason, suggestWord(name, series) ?? listOf(series));
  };
  const checkRows = ({ endpoints, total }) => {
    for (const row of endpoints) if (checkPattern2(row.pattern, row.at, "the row")) checkHomes(row, kinds, issues);
    if (total) checkHomes({ ...total, pattern: "*" }, kinds, issues);
  };
  checkRows(sla);
  checkPhases(scenario, sla, issues);
  for (const phase of sla.phases) checkRows(phase);
  for (const window of sla.windows)
    if (window.endpoint !== void 0 && window.endpoint !== "total") checkPattern2(window.endpoint, window.at, "the window of");
  for (const { pattern, at } of sla.severity)
    if (pattern !== "total" && !sla.server.some(({ name }) => matchPattern(pattern, name))) checkPattern2(pattern, at, "the severity of");
  for (const { pattern, at } of sla.regressionPlaces.endpoints) checkPattern2(pattern, at, "the regression of");
  for (const { endpoint, at } of new Map(sla.baselineValues.map((value) => [value.endpoint, value])).values()) checkName(endpoint, at);
  return issues.sorted();
}
function checkPhases(scenario, sla, issues) {
  const written = [...scenario.phases, ...scenario.profiles.flatMap((profile) => profile.phases)];
  const phases = [...new Set(written.map((phase) => phase.name))];
  for (const { phase, at } of sla.phases) {
    if (!phases.includes(phase)) {
      const nearest = suggestWord(phase, phases) ?? `one of ${phases.slice(0, 8).join(", ")}`;
      issues.error(at, "reference", `there is no phase ${phase} in the scenario`, nearest);
    } else if (written.every(({ name, warmup, kind }) => name !== phase || warmup || kind === "pause")) {
      const message = `the phase ${phase} is never judged: it is a warm-up or a pause`;
      issues.error(at, "reference", message, "promise something of another phase");
    }
  }
}
function checkHomes(row, kinds, issues) {
  for (const { metric, text, at } of row.limits) {
    const home = homeOf(metric);
    if (home === void 0) continue;
    const homes = [...kinds].flatMap(([name, kind]) => home.kinds.includes(kind) ? name : []);
    if (homes.some((name) => matchPattern(row.pattern, name))) continue;
    const word = text.split(":")[0] ?? text;
    const where = row.pattern === "*" ? "the scenario has no such step" : `${row.pattern} ${row.pattern.includes("*") ? "fits" : "is"} none`;
    issues.error(at, "reference", `${word} is measured of ${home.name}, and ${where}`, listOf(homes));
  }
}
var OPENING = { kinds: ["ws"], name: "a ws step" };
var RECEIVING = { kinds: ["receive"], name: "a receive step" };
var ANSWERED = { kinds: ["http", "poll", "ws"], name: "a request or ws step" };
function homeOf(metric) {
  switch (metric.kind) {
    case "concurrent":
    case "drops":
    case "messages-in":
    case "messages-out":
    case "unmatched":
      return OPENING;
    case "late":
    case "duplicates":
      return RECEIVING;
    case "status":
    case "upload":
    case "download":
      return ANSWERED;
    case "percentile":
      return metric.span === "session" ? OPENING : metric.span === "ttfb" ? ANSWERED : void 0;
    default:
      return void 0;
  }
}

// src/config/parse-data-file.ts
function parseDataFile(path, text) {
  if (path.endsWith(".csv")) return parseCsvRows(text);
  if (path.endsWith(".ndjson")) return parseJsonLines(text);
  const parsed = parseJson(text);
  if ("error" in parsed) return { ok: false, line: lineOfError(text), error: parsed.error };
  if (!Array.isArray(parsed.value)) return { ok: false, line: 1, error: "the file must hold a list of rows" };
  return { ok: true, lines: parsed.value.map((value) => ({ line: 1, value })) };
}
function parseCsvRows(text) {
  const csv = parseCsv(text);
  if (!csv.ok) return csv;
  const [header, ...records] = csv.records;
  if (header === void 0) return { ok: false, line: 1, error: "the file is empty: the first line must name the columns" };
  const names = header.fields.map((field) => field.trim());
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== void 0) return { ok: false, line: header.line, error: `the column ${twice} is there twice` };
  if (names.includes("")) return { ok: false, line: header.line, error: "a column has no name" };
  for (const { line, fields } of records) {
    if (fields.length !== names.length)
      return { ok: false, line, error: `the row has ${fields.length} fields, the header ${names.length}` };
  }
  return {
    ok: true,
    lines: records.map(({ line, fields }) => ({
      line,
      value: Object.fromEntries(names.map((name, index) => [name, fields[index] ?? ""]))
    }))
  };
}
function parseJsonLines(text) {
  const lines = [];
  for (const [index, source] of text.split("\n").entries()) {
    if (source.trim() === "") continue;
    const parsed = parseJson(source);
    if ("error" in parsed) return { ok: false, line: index + 1, error: parsed.error };
    lines.push({ line: index + 1, value: parsed.value });
  }
  return { ok: true, lines };
}
function parseJson(text) {
  try {
    const value = JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text);
    return { value };
  } catch (thrown) {
    return { error: messageOf(thrown) };
  }
}
function lineOfError(text) {
  const lines = text.trimEnd().split("\n");
  let low = 1;
  let high = lines.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isBeginning(lines.slice(0, middle).join("\n").trimEnd())) low = middle + 1;
    else high = middle;
  }
  return low;
}
function isBeginning(text) {
  const parsed = parseJson(text);
  if ("value" in parsed || parsed.error.includes("end of JSON input")) return true;
  const position = /at position (\d+)/.exec(parsed.error)?.[1];
  return position !== void 0 && Number(position) >= text.length;
}

// src/config/build-data.ts
var PLAIN_COLUMN = "";
function buildData(cursor, context) {
  return entriesOf(cursor).flatMap(([name, entry]) => {
    const rows = buildRows(readRows(entry, context), context);
    if (rows === void 0) return [];
    const pick = textOf(childOf(entry, "pick"));
    return {
      name,
      pick: pick === "sequential" || pick === "unique" ? pick : "random",
      rows,
      secretColumns: buildSecretColumns(childOf(entry, "secret"), rows, context)
    };
  });
}
function readRows(entry, context) {
  if (isList(entry.value)) return itemsOf(entry).map((item) => ({ at: positionOf(item), value: item.value }));
  const values = childOf(entry, "values");
  const file = childOf(entry, "file");
  if (values && file) context.issues.error(keyPositionOf(file), "conflict", "a data list has either values or file");
  if (values) return itemsOf(values).map((item) => ({ at: positionOf(item), value: item.value }));
  if (file) return typeof file.value === "string" ? readFileRows(file.value, file, context) : void 0;
  if (isMap(entry.value)) context.issues.error(keyPositionOf(entry), "missing", "a data list needs values or file");
  return void 0;
}
function readFileRows(path, cursor, context) {
  const { files, file } = context.source;
  const text = files.text(files.resolve(file, path));
  if (typeof text !== "string") {
    context.issues.error(positionOf(cursor), "file", `${path} cannot be read: ${text.error}`);
    return void 0;
  }
  const parsed = parseDataFile(path, text);
  if (!parsed.ok) {
    context.issues.error({ file: path, line: parsed.line, column: 1 }, "data", parsed.error);
    return void 0;
  }
  if (parsed.lines.length === 0) {
    context.issues.error(positionOf(cursor), "data", `${path} holds no row`);
    return void 0;
  }
  return parsed.lines.map(({ line, value }) => ({ at: { file: path, line, column: 1 }, value }));
}
function buildRows(placed2, context) {
  const first = placed2?.[0];
  if (placed2 === void 0 || first === void 0) return void 0;
  const columns = isMap(first.value) ? Object.keys(first.value) : void 0;
  const rows = [];
  for (const [index, { at, value }] of placed2.entries()) {
    const row = buildRow(value);
    const missing = row === void 0 ? void 0 : columns?.find((column) => !Object.hasOwn(row, column));
    if (row === void 0) context.issues.error(at, "data", `row ${index + 1} is neither a plain value nor an object of plain values`);
    else if (isMap(value) !== (columns !== void 0))
      context.issues.error(
        at,
        "data",
        `row ${index + 1} is ${columns ? "a plain value, row 1 is an object" : "an object, row 1 is a plain value"}`
      );
    else if (missing !== void 0) context.issues.error(at, "data", `row ${index + 1} has no column ${missing}, row 1 has`);
    else rows.push(row);
  }
  return rows.length === 0 ? void 0 : rows;
}
function buildRow(value) {
  if (!isMap(value)) return isPlain(value) ? { [PLAIN_COLUMN]: value } : void 0;
  const entries = [];
  for (const [column, field] of Object.entries(value)) {
    if (!isPlain(field)) return void 0;
    entries.push([column, field]);
  }
  return Object.fromEntries(entries);
}
function isPlain(value) {
  return value === null || typeof value !== "object";
}
function buildSecretColumns(cursor, rows, context) {
  const columns = Object.keys(rows[0] ?? {});
  if (cursor?.value === true) return columns;
  for (const item of itemsOf(cursor)) {
    const column = textOf(item) ?? "";
    if (columns.includes(column) && column !== PLAIN_COLUMN) continue;
    const isPlainList = columns.includes(PLAIN_COLUMN);
    context.issues.error(
      positionOf(item),
      "reference",
      `there is no column ${column}`,
      isPlainList ? "secret: true" : suggestWord(column, columns)
    );
  }
  return textsOf(cursor).filter((column) => columns.includes(column));
}

// src/config/build-defaults.ts
function buildDefaults(cursor, context) {
  return {
    headers: buildHeaders(childOf(cursor, "headers"), context),
    timeoutMs: readDuration(cursor, "timeout", context),
    followRedirects: booleanOf(childOf(cursor, "follow_redirects")),
    connections: numberOf(childOf(cursor, "connections")),
    http2: booleanOf(childOf(cursor, "http2")),
    cookies: booleanOf(childOf(cursor, "cookies")),
    tls: buildTls(childOf(cursor, "tls"), context),
    proxy: textOf(childOf(cursor, "proxy")),
    traceparent: booleanOf(childOf(cursor, "traceparent")),
    slowerThanMs: readDuration(cursor, "slower_than", context)
  };
}
function buildHeaders(cursor, context) {
  const seen = /* @__PURE__ */ new Map();
  return entriesOf(cursor).flatMap(([name, value]) => {
    const first = seen.get(name.toLowerCase());
    if (first !== void 0) context.issues.error(keyPositionOf(value), "duplicate", `the header ${name} is already there as ${first}`);
    seen.set(name.toLowerCase(), name);
    return { name, value: textOf(value) ?? "" };
  });
}
function buildTls(cursor, context) {
  if (cursor === void 0) return void 0;
  const has = (key) => childOf(cursor, key) !== void 0;
  if (has("cert") !== has("key"))
    context.issues.error(keyPositionOf(cursor), "missing", "tls: a client certificate needs both cert and key");
  return {
    ca: readFilePath(cursor, "ca", context)?.path,
    cert: readFilePath(cursor, "cert", context)?.path,
    key: readFilePath(cursor, "key", context)?.path,
    insecure: booleanOf(childOf(cursor, "insecure")) ?? false
  };
}
function buildFields(cursor) {
  return entriesOf(cursor).flatMap(([name, value]) => {
    const items = itemsOf(value);
    return (items.length > 0 ? items : [value]).flatMap((item) => {
      const text = textOf(item);
      return text === void 0 ? [] : { name, value: text };
    });
  });
}

// src/config/build-phases.ts
function buildPhases(cursor, context) {
  const phases = itemsOf(cursor).flatMap((item, index) => buildPhase(item, `phase-${index + 1}`, context) ?? []);
  const seen = /* @__PURE__ */ new Set();
  for (const [index, item] of itemsOf(cursor).entries()) {
    const name = textOf(childOf(item, "name")) ?? `phase-${index + 1}`;
    const at = childOf(item, "name");
    if (seen.has(name)) context.issues.error(at ? positionOf(at) : positionOf(item), "duplicate", `there is already a phase ${name}`);
    seen.add(name);
  }
  if (cursor && phases.length > 0 && phases.every((phase) => phase.kind === "pause")) {
    context.issues.error(keyPositionOf(cursor), "missing", "all phases are pauses: at least one must load the target");
  }
  return phases;
}
function buildPhase(cursor, defaultName, context) {
  const common = {
    name: textOf(childOf(cursor, "name")) ?? defaultName,
    warmup: booleanOf(childOf(cursor, "warmup")) ?? false,
    at: positionOf(cursor)
  };
  const { issues } = context;
  if (childOf(cursor, "pause")) return { ...common, kind: "pause", durationMs: readDuration(cursor, "pause", context) ?? 0 };
  const iterations = numberOf(childOf(cursor, "iterations"));
  const users = numberOf(childOf(cursor, "users"));
  if (childOf(cursor, "iterations")) {
    return {
      ...common,
      kind: "iterations",
      iterations: iterations ?? 0,
      users: users ?? 1,
      maxDurationMs: readDuration(cursor, "max_duration", context) ?? context.timeBoxMs
    };
  }
  const times = buildTimes(cursor, context);
  const arrivalRatePerSec = quantityOf(childOf(cursor, "arrival_rate"), parseRate);
  if (childOf(cursor, "arrival_rate")) {
    const arrivals = textOf(childOf(cursor, "arrivals")) === "poisson" ? "poisson" : "even";
    return {
      ...common,
      ...times,
      kind: "open",
      arrivalRatePerSec: arrivalRatePerSec ?? 0,
      maxUsers: numberOf(childOf(cursor, "max_users")),
      arrivals
    };
  }
  if (users === void 0) return void 0;
  const spawn = childOf(cursor, "spawn_rate");
  const spawnRatePerSec = quantityOf(spawn, parseRate);
  if (spawn && childOf(cursor, "ramp"))
    issues.error(keyPositionOf(spawn), "conflict", "spawn_rate and ramp both say how fast the users come; give one of them");
  if (spawn && spawnRatePerSec === 0) issues.error(positionOf(spawn), "range", "spawn_rate must be more than 0");
  return { ...common, ...times, kind: "closed", users, spawnRatePerSec };
}
function buildTimes(cursor, context) {
  const ramp = childOf(cursor, "ramp");
  const rampMs = quantityOf(ramp, parseDuration);
  const duration = childOf(cursor, "duration");
  const durationMs = duration ? readDuration(cursor, "duration", context) : rampMs;
  if (!duration && !ramp) context.issues.error(positionOf(cursor), "missing", "a phase needs a duration, or a ramp", "duration: 30s");
  if (!duration && ramp && rampMs === 0)
    context.issues.error(positionOf(ramp), "range", "a phase without a duration needs a ramp of more than 0");
  if (ramp && rampMs !== void 0 && durationMs !== void 0 && rampMs > durationMs) {
    context.issues.error(
      positionOf(ramp),
      "range",
      `the ramp of ${textOf(ramp)} is longer than the duration of ${textOf(duration)}, which includes it`
    );
  }
  return { durationMs: durationMs ?? 0, rampMs: rampMs ?? 0 };
}
function buildProfiles(cursor, context) {
  return entriesOf(cursor).map(([name, profile]) => ({
    name,
    phases: buildPhases(isList(profile.value) ? profile : childOf(profile, "phases"), context),
    only: textsOf(childOf(profile, "only")),
    skip: textsOf(childOf(profile, "skip")),
    userClasses: textsOf(childOf(profile, "user_classes"))
  }));
}

// src/config/build-body.ts
var BODY_KEYS = ["json", "form", "text", "multipart", "bytes", "file"];
function buildBody2(cursor, context) {
  const present = BODY_KEYS.flatMap((key) => childOf(cursor, key) ?? []);
  const [first, second] = present;
  if (first && second) {
    const [one, other] = BODY_KEYS.filter((key) => childOf(cursor, key) !== void 0);
    context.issues.error(keyPositionOf(second), "conflict", `a request has one body: here are both ${one} and ${other}`);
  }
  return first === void 0 ? { kind: "none" } : buildOneBody(cursor, context);
}
function buildOneBody(cursor, context) {
  const json = childOf(cursor, "json");
  if (json) return { kind: "json", value: json.value };
  const form = childOf(cursor, "form");
  if (form) return { kind: "form", fields: buildFields(form) };
  const text = childOf(cursor, "text");
  if (text) return { kind: "text", text: textOf(text) ?? "" };
  const multipart = childOf(cursor, "multipart");
  if (multipart) return { kind: "multipart", parts: entriesOf(multipart).map(([name, part]) => buildPart(name, part, context)) };
  return buildBlob(cursor, context) ?? { kind: "none" };
}
function buildBlob(cursor, context) {
  const size = quantityOf(childOf(cursor, "bytes"), parseSize);
  if (size !== void 0) return { kind: "bytes", size };
  const file = readFilePath(cursor, "file", context);
  return file && { kind: "file", ...file };
}
function buildPart(name, part, context) {
  const plain = { name, filename: void 0, contentType: void 0 };
  if (!isMap(part.value)) return { ...plain, body: { kind: "text", text: textOf(part) ?? "" } };
  const kinds = ["text", "bytes", "file"].filter((key) => childOf(part, key) !== void 0);
  if (kinds.length !== 1)
    context.issues.error(positionOf(part), kinds.length === 0 ? "missing" : "conflict", "a part has exactly one of text, bytes and file");
  const text = textOf(childOf(part, "text"));
  return {
    name,
    filename: textOf(childOf(part, "filename")) ?? baseName(textOf(childOf(part, "file"))),
    contentType: textOf(childOf(part, "content_type")),
    body: text === void 0 ? buildBlob(part, context) ?? { kind: "text", text: "" } : { kind: "text", text }
  };
}
function baseName(path) {
  return path?.split(/[\\/]/).at(-1);
}

// src/config/build-captures.ts
function buildCaptures(cursor, context) {
  return entriesOf(cursor).flatMap(([name, value]) => {
    const from = buildOrigin(value, context);
    return from ? [{ name, pick: textOf(childOf(value, "pick")) === "first" ? "first" : "random", from }] : [];
  });
}
function buildOrigin(cursor, context) {
  if (!isMap(cursor.value)) return buildJsonOrigin(cursor, context);
  const [kind, second] = ["json", "header", "body"].filter((key) => childOf(cursor, key) !== void 0);
  const child = kind === void 0 ? void 0 : childOf(cursor, kind);
  if (child === void 0 || second !== void 0) {
    context.issues.error(
      positionOf(cursor),
      second === void 0 ? "missing" : "conflict",
      "a capture has exactly one of json, header and body"
    );
    return void 0;
  }
  if (kind === "json") return buildJsonOrigin(child, context);
  const text = textOf(child);
  if (text === void 0) return void 0;
  return kind === "header" ? { kind: "header", name: text } : buildBodyOrigin(text, child, context);
}
function buildJsonOrigin(cursor, context) {
  const path = textOf(cursor);
  if (path === void 0) return void 0;
  const error = checkJsonPath(path);
  if (error !== void 0) context.issues.error(positionOf(cursor), "json-path", error);
  return { kind: "json", path };
}
function buildBodyOrigin(text, cursor, context) {
  const regex = parseRegex(text) ?? compileRegex(text, "");
  if (regex.ok) return { kind: "body", source: regex.source, flags: regex.flags };
  context.issues.error(keyPositionOf(cursor), "regex", regex.error);
  return void 0;
}

// src/config/build-request.ts
var METHODS = [
  ["get", "GET"],
  ["post", "POST"],
  ["put", "PUT"],
  ["patch", "PATCH"],
  ["delete", "DELETE"],
  ["head", "HEAD"],
  ["options", "OPTIONS"]
];
function isRequest(cursor) {
  return METHODS.some(([key]) => childOf(cursor, key) !== void 0);
}
function buildRequest(cursor, context) {
  const [first, second] = METHODS.flatMap(([key, method]) => {
    const child = childOf(cursor, key);
    return child ? [{ key, method, child }] : [];
  });
  if (first === void 0) {
    context.issues.error(positionOf(cursor), "missing", `expected a request: one of ${METHODS.map(([key]) => key).join(", ")}`);
    return void 0;
  }
  if (second)
    context.issues.error(
      keyPositionOf(second.child),
      "conflict",
      `a step does one thing: here are both ${first.key} and ${second.key}`,
      "make two steps of it"
    );
  const url = textOf(first.child);
  if (url === void 0) return void 0;
  const body = buildBody2(cursor, context);
  if (body.kind !== "none" && (first.method === "GET" || first.method === "HEAD")) {
    context.issues.warn(positionOf(first.child), "body", `a ${first.method} request with a body is unusual, and servers may ignore it`);
  }
  return { method: first.method, url, query: buildFields(childOf(cursor, "query")), body, options: buildDefaults(cursor, context) };
}
function nameRequest(cursor) {
  for (const [key, method] of METHODS) {
    const url = rawTextOf(childOf(cursor, key));
    if (url !== void 0) return `${method} ${url}`;
  }
  return void 0;
}
function buildHttpStep(cursor, context) {
  const request = buildRequest(cursor, context);
  const name = rawTextOf(childOf(cursor, "name")) ?? nameRequest(cursor);
  const expect = buildExpectations(childOf(cursor, "expect"), context);
  const capture = buildCaptures(childOf(cursor, "capture"), context);
  if (request === void 0 || name === void 0) return void 0;
  return { ...request, kind: "http", name, tags: textsOf(childOf(cursor, "tags")), expect, capture, at: positionOf(cursor) };
}
function buildPolling(cursor, context) {
  const everyMs = readDuration(cursor, "every", context);
  const withinMs = readDuration(cursor, "within", context);
  const every = childOf(cursor, "every");
  if (every && everyMs !== void 0 && withinMs !== void 0 && everyMs > withinMs) {
    context.issues.error(positionOf(every), "range", `every ${textOf(every)} is longer than within ${textOf(childOf(cursor, "within"))}`);
  }
  return {
    request: buildRequest(cursor, context),
    until: buildExpectations(childOf(cursor, "until"), context),
    everyMs: everyMs ?? 0,
    withinMs: withinMs ?? 0
  };
}

// src/config/build-match.ts
function buildMatch(cursor, context) {
  if (isMap(cursor.value)) return { kind: "json", value: cursor.value };
  const text = textOf(cursor) ?? "";
  const regex = typeof cursor.value === "string" ? parseRegex(text) : void 0;
  if (regex === void 0) return { kind: "text", text };
  if (regex.ok) return { kind: "regex", source: regex.source, flags: regex.flags };
  context.issues.error(positionOf(cursor), "regex", regex.error);
  return { kind: "text", text };
}

// src/config/check-handshake.ts
var NO_OPENING_HEADER = /^(?:connection|upgrade|keep-alive|transfer-encoding|content-length|expect|sec-websocket-.*)$/i;
var TOKEN = /^(?:[!#$%&'*+\-.^_`|~0-9A-Za-z]|\$\{[^}]*\})+$/;
function checkHandshake(step, { issues }) {
  const url = childOf(step, "ws");
  if (url && textOf(url)?.includes("#")) issues.error(positionOf(url), "value", "the URL of a WebSocket has no fragment (#)");
  for (const [name, value] of entriesOf(childOf(step, "headers"))) {
    if (!NO_OPENING_HEADER.test(name)) continue;
    const instead = /^sec-websocket-protocol$/i.test(name) ? "subprotocol" : /^sec-websocket-extensions$/i.test(name) ? "deflate" : void 0;
    issues.error(keyPositionOf(value), "header", `the handshake of a WebSocket sets the header ${name} itself`, instead);
  }
  const subprotocol = childOf(step, "subprotocol");
  const text = textOf(subprotocol);
  if (subprotocol && text !== void 0 && !TOKEN.test(text))
    issues.error(
      positionOf(subprotocol),
      "value",
      `expected the name of one subprotocol, without spaces and commas, not \`${text.slice(0, 80)}\``
    );
}

// src/config/build-socket-steps.ts
var DEFAULT_CONNECTION = "ws";
var DEFAULT_WITHIN_MS = 1e4;
function openedBy(step) {
  return childOf(step, "ws") && (textOf(childOf(step, "as")) ?? DEFAULT_CONNECTION);
}
function usedBy(step) {
  return (childOf(step, "send") ?? childOf(step, "receive")) && (textOf(childOf(step, "on")) ?? DEFAULT_CONNECTION);
}
function nameSocketStep(step) {
  const path = rawTextOf(childOf(step, "ws"));
  if (path !== void 0) return `ws ${path}`;
  return childOf(step, "receive") && `receive ${usedBy(step)}`;
}
function buildSocketStep(cursor, context) {
  if (childOf(cursor, "ws")) return buildOpening(cursor, context);
  const send = childOf(cursor, "send");
  if (send) return { kind: "send", on: usedBy(cursor) ?? DEFAULT_CONNECTION, message: buildMessage(send, context), at: positionOf(cursor) };
  const receive = childOf(cursor, "receive");
  if (receive) return buildReceive(cursor, receive, context);
  if (childOf(cursor, "hold")) {
    const ms = readDuration(cursor, "hold", context);
    return ms === void 0 ? void 0 : { kind: "hold", ms, at: positionOf(cursor) };
  }
  const close = textOf(childOf(cursor, "close"));
  return close === void 0 ? void 0 : { kind: "close", on: close, at: positionOf(cursor) };
}
function buildOpening(cursor, context) {
  const url = textOf(childOf(cursor, "ws"));
  const name = rawTextOf(childOf(cursor, "name")) ?? nameSocketStep(cursor);
  const ready = childOf(cursor, "ready");
  const captures = childOf(cursor, "capture");
  if (captures && !ready)
    context.issues.error(
      keyPositionOf(captures),
      "missing",
      "a ws step captures from the message that is `ready`, and this one waits for none",
      "add `ready`, or capture in a receive step"
    );
  const capture = buildCaptures(captures, context);
  const heartbeatMs = readDuration(cursor, "heartbeat", context);
  const options = buildDefaults(cursor, context);
  checkHandshake(cursor, context);
  if (url === void 0 || name === void 0) return void 0;
  return {
    kind: "ws",
    name,
    tags: textsOf(childOf(cursor, "tags")),
    as: openedBy(cursor) ?? DEFAULT_CONNECTION,
    request: { method: "GET", url: toHttpUrl(url), query: buildFields(childOf(cursor, "query")), body: { kind: "none" }, options },
    subprotocol: textOf(childOf(cursor, "subprotocol")),
    ready: ready && buildMatch(ready, context),
    capture,
    heartbeatMs,
    deflate: booleanOf(childOf(cursor, "deflate")) ?? false,
    at: positionOf(cursor)
  };
}
function toHttpUrl(url) {
  return url.replace(/^ws(?=s?:\/\/)/, "http");
}
function buildMessage(cursor, context) {
  const { value } = cursor;
  if (typeof value === "string") return { kind: "text", text: value };
  const [entry, second] = entriesOf(cursor);
  if (!isMap(value) || entry === void 0 || second !== void 0 || entry[0] !== "bytes") return { kind: "json", value };
  const [, bytes] = entry;
  const size = quantityOf(bytes, parseSize);
  if (size !== void 0) return { kind: "bytes", size };
  const written = typeof bytes.value === "number" ? String(bytes.value) : bytes.value;
  if (typeof written === "string" && /^\s*\d/.test(written))
    context.issues.error(
      positionOf(bytes),
      "unit",
      `expected a size such as 64KB, 10MB or 1GiB, not \`${written.slice(0, 80)}\`; a JSON message of this one key can be sent as a text`,
      typeof bytes.value === "number" ? `${written}B` : suggestQuantity(written, "a size")
    );
  return { kind: "json", value };
}
function buildReceive(cursor, receive, context) {
  const name = rawTextOf(childOf(cursor, "name")) ?? nameSocketStep(cursor);
  const match = buildMatch(receive, context);
  const capture = buildCaptures(childOf(cursor, "capture"), context);
  const withinMs = readDuration(cursor, "within", context);
  if (name === void 0) return void 0;
  return {
    kind: "receive",
    name,
    tags: textsOf(childOf(cursor, "tags")),
    on: usedBy(cursor) ?? DEFAULT_CONNECTION,
    match,
    withinMs: withinMs ?? DEFAULT_WITHIN_MS,
    since: rawTextOf(childOf(cursor, "since")),
    capture,
    at: positionOf(cursor)
  };
}

// src/config/build-steps.ts
function buildSteps(cursor, context) {
  return itemsOf(cursor).flatMap((step) => buildStep(step, context) ?? []);
}
function buildStep(cursor, context) {
  if (isRequest(cursor)) return buildHttpStep(cursor, context);
  const think = childOf(cursor, "think");
  if (think) {
    const time = buildThink(think, context);
    return time && { kind: "think", think: time };
  }
  const repeat = childOf(cursor, "repeat");
  if (repeat)
    return {
      kind: "repeat",
      times: numberOf(repeat) ?? 0,
      as: textOf(childOf(cursor, "as")),
      steps: buildSteps(childOf(cursor, "steps"), context)
    };
  const data = textOf(childOf(cursor, "for_each"));
  if (data !== void 0)
    return { kind: "for-each", data, as: textOf(childOf(cursor, "as")) ?? data, steps: buildSteps(childOf(cursor, "steps"), context) };
  const parallel = childOf(cursor, "parallel");
  if (parallel)
    return { kind: "parallel", steps: itemsOf(parallel).flatMap((step) => isRequest(step) ? buildHttpStep(step, context) ?? [] : []) };
  const poll = childOf(cursor, "poll");
  return poll ? buildPoll(cursor, poll, context) : buildSocketStep(cursor, context);
}
function buildPoll(cursor, poll, context) {
  const { request, ...polling } = buildPolling(poll, context);
  const own = nameRequest(poll);
  const name = rawTextOf(childOf(cursor, "name")) ?? (own && `${own} (poll)`);
  if (request === void 0 || name === void 0) return void 0;
  return {
    kind: "poll",
    name,
    tags: textsOf(childOf(cursor, "tags")),
    request,
    ...polling,
    since: rawTextOf(childOf(cursor, "since")),
    at: positionOf(cursor)
  };
}
function buildThink(cursor, context) {
  const text = textOf(cursor) ?? "";
  const think = parseThink(text);
  if (think === void 0 && /^\S+\.\.\S+$/.test(text))
    context.issues.error(positionOf(cursor), "range", `the think time ${text} must begin with the shorter time`);
  return think;
}
function buildBefore(cursor, context) {
  return itemsOf(cursor).flatMap((step) => {
    const waitFor = childOf(step, "wait_for");
    if (waitFor === void 0) {
      const request2 = isRequest(step) ? buildHttpStep(step, context) : void 0;
      return request2 ? [{ kind: "request", request: request2 }] : [];
    }
    const { request, ...polling } = buildPolling(waitFor, context);
    return request ? [{ kind: "wait-for", request, ...polling, at: positionOf(step) }] : [];
  });
}

// src/config/build-users.ts
function buildUsers(root, context) {
  const users = childOf(root, "users");
  const steps = childOf(root, "steps");
  if (users && steps)
    context.issues.error(keyPositionOf(users), "conflict", "a scenario has either users or steps", "move the steps into a user profile");
  if (!users && !steps) context.issues.error(positionOf(root), "missing", "a scenario needs steps (or users with steps or tasks)");
  const profiles = entriesOf(users).map(([name, user]) => buildUser(name, user, context));
  if (!steps) return profiles;
  return [
    {
      name: "default",
      weight: 1,
      think: void 0,
      tags: [],
      start: [],
      tasks: [{ name: "default", weight: 1, tags: [], steps: buildSteps(steps, context) }]
    },
    ...profiles
  ];
}
function buildUser(name, cursor, context) {
  const steps = childOf(cursor, "steps");
  const tasks = childOf(cursor, "tasks");
  if (steps && tasks) context.issues.error(keyPositionOf(tasks), "conflict", `the user profile ${name} has either tasks or steps`);
  if (!steps && !tasks) context.issues.error(keyPositionOf(cursor), "missing", `the user profile ${name} needs tasks or steps`);
  const think = childOf(cursor, "think");
  const tags = textsOf(childOf(cursor, "tags"));
  return {
    name,
    weight: numberOf(childOf(cursor, "weight")) ?? 1,
    think: think && buildThink(think, context),
    tags,
    start: buildSteps(childOf(cursor, "start"), context),
    tasks: steps ? [{ name, weight: 1, tags, steps: buildSteps(steps, context) }] : entriesOf(tasks).map(([task, entry]) => buildTask(task, entry, tags, context))
  };
}
function buildTask(name, cursor, userTags, context) {
  return {
    name,
    weight: numberOf(childOf(cursor, "weight")) ?? 1,
    tags: [.../* @__PURE__ */ new Set([...textsOf(childOf(cursor, "tags")), ...userTags])],
    steps: buildSteps(childOf(cursor, "steps"), context)
  };
}

// src/config/build-variables.ts
function buildVariables(cursor, context) {
  return entriesOf(cursor).flatMap(([name, entry]) => {
    const kinds = entriesOf(entry);
    const second = kinds[1];
    if (second)
      context.issues.error(
        keyPositionOf(second[1]),
        "conflict",
        `a variable has one kind: here are both ${kinds[0]?.[0]} and ${second[0]}`
      );
    const variable = buildVariable(name, entry, context);
    return variable ? [variable] : [];
  });
}
function buildVariable(name, entry, context) {
  const int = childOf(entry, "int");
  if (int) {
    const [min, max] = itemsOf(int).map(numberOf);
    if (min === void 0 || max === void 0) return void 0;
    if (min > max)
      context.issues.error(positionOf(int), "range", `the first number, ${min}, is more than the second, ${max}`, `[${max}, ${min}]`);
    return { name, kind: "int", min, max };
  }
  if (childOf(entry, "uuid")) return { name, kind: "uuid" };
  const length = numberOf(childOf(entry, "string"));
  if (length !== void 0) return { name, kind: "string", length };
  const format = textOf(childOf(entry, "now"));
  return format === "iso" || format === "ms" || format === "s" ? { name, kind: "now", format } : void 0;
}

// src/config/build-scenario.ts
var DEFAULT_TIME_BOX_MS = 3e5;
function buildScenario(tree, context) {
  const root = rootOf(tree);
  const timeBoxMs = readDuration(root, "time_box", context) ?? DEFAULT_TIME_BOX_MS;
  const phases = childOf(root, "phases");
  const profiles = childOf(root, "profiles");
  if (!phases && !profiles)
    context.issues.error(
      positionOf(root),
      "missing",
      "a scenario needs phases, or profiles",
      "phases: [ { arrival_rate: 50/s, duration: 30s } ]"
    );
  return {
    file: context.source.file,
    name: textOf(childOf(root, "name")) ?? baseName2(context.source.file),
    target: textOf(childOf(root, "target")),
    allowedHosts: textsOf(childOf(root, "allowed_hosts")),
    timeBoxMs,
    seed: numberOf(childOf(root, "seed")),
    before: buildBefore(childOf(root, "before"), context),
    http: buildDefaults(childOf(root, "http"), context),
    data: buildData(childOf(root, "data"), context),
    vars: buildVariables(childOf(root, "vars"), context),
    users: buildUsers(root, context),
    phases: buildPhases(phases, { ...context, timeBoxMs }),
    profiles: buildProfiles(profiles, { ...context, timeBoxMs })
  };
}
function baseName2(file) {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  return name.replace(/(.)\.ya?ml$/, "$1");
}

// src/config/check-connections.ts
function checkConnections2(root, context) {
  for (const holder of [root, ...entriesOf(childOf(root, "users")).map(([, user]) => user)]) {
    const atStart = /* @__PURE__ */ new Map();
    walkSteps(childOf(holder, "start"), atStart, context);
    const tasks = entriesOf(childOf(holder, "tasks")).map(([, task]) => task);
    for (const flow of [holder, ...tasks]) walkSteps(childOf(flow, "steps"), new Map(atStart), context);
  }
}
function walkSteps(steps, connections, context) {
  for (const step of itemsOf(steps)) {
    const opened = openedBy(step);
    if (opened !== void 0) connections.set(opened, true);
    const used = usedBy(step);
    if (used !== void 0) checkUse(childOf(step, "on") ?? step, used, { connections, context });
    const close = childOf(step, "close");
    const closed = textOf(close);
    if (close && closed !== void 0) {
      checkUse(close, closed, { connections, context });
      if (connections.has(closed)) connections.set(closed, false);
    }
    if (childOf(step, "hold") && openOf(connections).length === 0)
      context.issues.error(positionOf(step), "reference", "no WebSocket is open here for `hold` to keep", OPEN_ONE);
    const body = childOf(step, "steps");
    walkSteps(body, connections, context);
    if (body && numberOf(childOf(step, "repeat")) !== 1) walkSteps(body, connections, context);
  }
}
var OPEN_ONE = "open one before, in this flow or in `start`; to wait without one, use `think`";
function checkUse(at, name, { connections, context }) {
  if (connections.get(name) === true) return;
  const open = openOf(connections);
  if (connections.has(name)) {
    context.issues.error(
      positionOf(at),
      "reference",
      `the WebSocket ${name} is closed here by a step before`,
      listOf(open) ?? "open it again first; a loop begins anew after its last step"
    );
    return;
  }
  const message = `no ws step before, in this flow or in \`start\`, opens the WebSocket ${name}`;
  context.issues.error(positionOf(at), "reference", message, suggestWord(name, open) ?? listOf(open) ?? `- ws: /path, as: ${name}`);
}
function openOf(connections) {
  return [...connections].flatMap(([name, isOpen]) => isOpen ? name : []);
}

// src/config/check-references.ts
function flowsOf(root) {
  const users = entriesOf(childOf(root, "users")).map(([, user]) => user);
  return [root, ...users, ...users.flatMap((user) => entriesOf(childOf(user, "tasks")).map(([, task]) => task))].flatMap((holder) => [childOf(holder, "start"), childOf(holder, "steps")]).flatMap((steps) => steps ?? []);
}
function checkReferences(tree, scenario, context) {
  const root = rootOf(tree);
  const series = /* @__PURE__ */ new Map();
  for (const flow of flowsOf(root)) checkFlow(flow, { series, earlier: [], context });
  checkConnections2(root, context);
  checkSelections(root, scenario, context);
  checkNames(root, context);
}
function checkFlow(steps, check) {
  for (const step of itemsOf(steps)) {
    checkSeries(step, check);
    checkSince(step, check);
    checkForEach(step, check);
    for (const key of ["steps", "parallel"]) {
      const nested = childOf(step, key);
      if (nested) checkFlow(nested, check);
    }
    const name = isRequest(step) ? rawTextOf(childOf(step, "name")) ?? nameRequest(step) : void 0;
    if (name !== void 0) check.earlier.push(name);
  }
}
var KINDS = { http: "request", poll: "poll", ws: "WebSocket", receive: "receive" };
function checkSeries(step, { series, context }) {
  const own = seriesOf(step);
  if (own === void 0) return;
  const { kind, name } = own;
  const other = series.get(name);
  if (other !== void 0 && other !== kind)
    context.issues.error(
      positionOf(childOf(step, "name") ?? step),
      "duplicate",
      `the name ${name} belongs to a ${KINDS[other]} already; a ${KINDS[kind]} needs another one`
    );
  series.set(name, other ?? kind);
}
function seriesOf(step) {
  const poll = childOf(step, "poll");
  const kind = isRequest(step) ? "http" : poll ? "poll" : childOf(step, "ws") ? "ws" : childOf(step, "receive") ? "receive" : void 0;
  if (kind === void 0) return void 0;
  const request = nameRequest(poll ?? step);
  const own = kind === "http" ? request : kind === "poll" ? request && `${request} (poll)` : nameSocketStep(step);
  const name = rawTextOf(childOf(step, "name")) ?? own;
  return name === void 0 ? void 0 : { kind, name };
}
function checkSince(step, { earlier, context }) {
  const since = childOf(step, "since");
  const name = rawTextOf(since);
  if (since === void 0 || name === void 0 || earlier.includes(name)) return;
  if (childOf(step, "poll") === void 0 && childOf(step, "receive") === void 0) return;
  context.issues.error(
    positionOf(since),
    "reference",
    `since names ${name}, which is no earlier HTTP step of this flow`,
    suggestWord(name, earlier) ?? listOf(earlier)
  );
}
function checkForEach(step, { context }) {
  const data = childOf(step, "for_each");
  const name = textOf(data);
  if (data === void 0 || name === void 0) return;
  const known = entriesOf(childOf(rootOf(step.tree), "data")).map(([key]) => key);
  if (!known.includes(name))
    context.issues.error(
      positionOf(data),
      "reference",
      `for_each names ${name}, which is no data list`,
      suggestWord(name, known) ?? listOf(known)
    );
}
function checkSelections(root, scenario, context) {
  const tags = [...new Set(scenario.users.flatMap((user) => [...user.tags, ...user.tasks.flatMap((task) => task.tags)]))];
  const users = scenario.users.map((user) => user.name);
  for (const [, profile] of entriesOf(childOf(root, "profiles"))) {
    for (const [key, known, what] of [
      ["only", tags, "tag of a task"],
      ["skip", tags, "tag of a task"],
      ["user_classes", users, "user profile"]
    ]) {
      for (const item of itemsOf(childOf(profile, key))) {
        const name = textOf(item);
        if (name !== void 0 && !known.includes(name))
          context.issues.error(
            positionOf(item),
            "reference",
            `${key} names ${name}, which is no ${what}`,
            suggestWord(name, known) ?? listOf(known)
          );
      }
    }
  }
}
function checkNames(root, { issues }) {
  const owners = /* @__PURE__ */ new Map();
  for (const [key, what] of [
    ["data", "a data list"],
    ["vars", "a variable"]
  ]) {
    for (const [name, entry] of entriesOf(childOf(root, key))) {
      const owner = name === "env" || name === "secret" ? "a word of load-gate" : owners.get(name);
      if (owner !== void 0) issues.error(keyPositionOf(entry), "duplicate", `the name ${name} is ${owner} already`);
      else owners.set(name, what);
    }
  }
  const visit = (steps) => {
    for (const step of itemsOf(steps)) {
      for (const [name2, entry] of entriesOf(childOf(step, "capture"))) claim(owners, name2, keyPositionOf(entry));
      const as = childOf(step, "as");
      const name = textOf(as);
      if (as && name !== void 0 && (childOf(step, "repeat") || childOf(step, "for_each") && name !== textOf(childOf(step, "for_each"))))
        claim(owners, name, positionOf(as));
      for (const key of ["steps", "parallel"]) {
        const nested = childOf(step, key);
        if (nested) visit(nested);
      }
    }
  };
  const claim = (taken, name, at) => {
    const owner = name === "env" || name === "secret" ? "a word of load-gate" : taken.get(name);
    if (owner !== void 0) issues.error(at, "duplicate", `the name ${name} is ${owner} already`);
  };
  const before = childOf(root, "before");
  for (const flow of before ? [before, ...flowsOf(root)] : flowsOf(root)) visit(flow);
}

// src/config/check-templates.ts
function checkTemplates(tree, scenario, context) {
  const root = rootOf(tree);
  const shared = sharedScope(root, scenario);
  const none = /* @__PURE__ */ new Map();
  for (const key of ["target", "allowed_hosts"]) checkTexts(childOf(root, key), { scope: none, context });
  const before = childOf(root, "before");
  if (before) checkSteps(before, new Map([...shared, ...capturesOf([before])]), context);
  const top = childOf(root, "steps");
  const holders = [...top ? [root] : [], ...entriesOf(childOf(root, "users")).map(([, user]) => user)];
  const scopes = holders.map((holder) => {
    const flows = holder === root && top ? [top] : flowsOf(holder);
    const own = new Map([...shared, ...capturesOf([...flows, ...taskStepsOf(holder)])]);
    for (const flow of /* @__PURE__ */ new Set([...flows, ...taskStepsOf(holder)])) checkSteps(flow, own, context);
    return own;
  });
  const [first = shared, ...others] = scopes;
  checkTexts(childOf(root, "http"), { scope: new Map([...first].filter(([name]) => others.every((scope) => scope.has(name)))), context });
}
function taskStepsOf(user) {
  return entriesOf(childOf(user, "tasks")).flatMap(([, task]) => childOf(task, "steps") ?? []);
}
function sharedScope(root, scenario) {
  const scope = /* @__PURE__ */ new Map();
  for (const key of ["data", "vars"]) for (const [name] of entriesOf(childOf(root, key))) scope.set(name, void 0);
  for (const { name, rows } of scenario.data) {
    const columns = Object.keys(rows[0] ?? {});
    scope.set(name, columns.includes(PLAIN_COLUMN) ? void 0 : columns);
  }
  return scope;
}
function capturesOf(flows) {
  return flows.flatMap(
    (flow) => itemsOf(flow).flatMap((step) => [
      ...entriesOf(childOf(step, "capture")).map(([name]) => [name, void 0]),
      ...capturesOf([childOf(step, "steps"), childOf(step, "parallel")].flatMap((nested) => nested ?? []))
    ])
  );
}
function checkSteps(steps, scope, context) {
  for (const step of itemsOf(steps)) {
    checkTexts(step, { scope, context });
    for (const key of ["steps", "parallel"]) {
      const nested = childOf(step, key);
      if (nested) checkSteps(nested, insideLoop(step, scope), context);
    }
  }
}
function insideLoop(step, scope) {
  const data = textOf(childOf(step, "for_each"));
  const as = textOf(childOf(step, "as"));
  if (data !== void 0) return new Map([...scope, [as ?? data, scope.get(data)]]);
  return as !== void 0 && childOf(step, "repeat") ? new Map([...scope, [as, void 0]]) : scope;
}

// src/config/generated/validate-scenario.js
var validate = validate10;
var schema11 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "scenario.schema.json", "title": "load-gate scenario", "description": "A scenario of load-gate: target, data, users with their steps, and the phases of the load; or a suite of scenarios.", "type": "object", "x-expected": "a scenario: a map with target, steps and phases", "if": { "required": ["suite"] }, "then": { "$ref": "#/definitions/suiteFile" }, "else": { "$ref": "#/definitions/scenarioFile" }, "definitions": { "scenarioFile": { "description": "What is done to the target.", "type": "object", "properties": { "version": { "description": "The version of this format: 1.", "type": "integer", "minimum": 1 }, "name": { "description": "The name that reports show; default: the file name.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "target": { "description": "The base URL; the target input and --target override it.", "type": "string", "pattern": "^(https?://|\\$\\{)\\S*$", "x-expected": "an http:// or https:// URL" }, "allowed_hosts": { "description": "Hosts that may be called; *.example.com allows all below; default: the host of the target.", "type": "array", "items": { "description": "A host, without scheme and path.", "type": "string", "pattern": "\\S", "x-expected": "some text" } }, "time_box": { "$ref": "#/definitions/duration" }, "seed": { "description": "Every random choice comes from it.", "type": "integer", "minimum": 0, "maximum": 9007199254740991 }, "before": { "description": "Once, before any load; not measured.", "type": "array", "items": { "$ref": "#/definitions/beforeStep" } }, "http": { "description": "Defaults of every request; each can be set on a step too.", "type": "object", "properties": { "headers": { "$ref": "#/definitions/headers" }, "timeout": { "$ref": "#/definitions/duration" }, "follow_redirects": { "description": "Follow redirects (default false); each hop is checked against allowed_hosts.", "type": "boolean" }, "connections": { "description": "Connections per origin; absent: as many as the users need.", "type": "integer", "minimum": 1, "maximum": 1e5 }, "http2": { "description": "true: negotiate HTTP/2 by ALPN.", "type": "boolean" }, "cookies": { "description": "One cookie jar for each virtual user (default true).", "type": "boolean" }, "tls": { "description": "TLS of the client: paths are relative to this file.", "type": "object", "properties": { "ca": { "description": "PEM file with the certificates to trust.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "cert": { "description": "PEM file with the client certificate.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "key": { "description": "PEM file with the key of the client certificate.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "insecure": { "description": "true: accept any certificate.", "type": "boolean" } }, "additionalProperties": false }, "proxy": { "description": "Proxy URL; HTTP(S)_PROXY and NO_PROXY are honoured without it.", "type": "string", "pattern": "^(https?://|\\$\\{)\\S*$", "x-expected": "the URL of a proxy such as http://proxy:3128" }, "traceparent": { "description": "Send W3C trace context with each request.", "type": "boolean" }, "slower_than": { "$ref": "#/definitions/duration" } }, "additionalProperties": false }, "data": { "description": "Lists of test data; a column of the row is ${name.column}.", "type": "object", "additionalProperties": { "$ref": "#/definitions/data" }, "propertyNames": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "x-expected": "a name of letters, digits and underscores that does not begin with a digit" } }, "vars": { "description": "Drawn once per iteration.", "type": "object", "additionalProperties": { "$ref": "#/definitions/variable" }, "propertyNames": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "x-expected": "a name of letters, digits and underscores that does not begin with a digit" } }, "users": { "description": "User profiles by name.", "type": "object", "additionalProperties": { "$ref": "#/definitions/user" }, "minProperties": 1 }, "steps": { "$ref": "#/definitions/steps" }, "phases": { "$ref": "#/definitions/phases" }, "profiles": { "description": "Named alternatives to phases: a list of phases, or an object that also selects tasks.", "type": "object", "additionalProperties": { "$ref": "#/definitions/profile" }, "minProperties": 1 } }, "additionalProperties": false }, "suiteFile": { "description": "Several scenarios as one run with one verdict.", "type": "object", "properties": { "version": { "description": "The version of this format: 1.", "type": "integer", "minimum": 1 }, "name": { "description": "The name that reports show.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "suite": { "description": "The parts, run one after another.", "type": "array", "items": { "description": "A scenario, or a pause.", "type": "object", "properties": { "name": { "description": "What reports and its folder are called; default: the name of its file.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "scenario": { "description": "A scenario file.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "sla": { "description": "Its SLA file.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "profile": { "description": "The profile to run.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "pause": { "$ref": "#/definitions/duration" } }, "additionalProperties": false }, "minItems": 1 }, "stop_on": { "description": "breach: leave out the rest after a breach; never (default).", "type": "string", "enum": ["breach", "never"] } }, "additionalProperties": false }, "duration": { "description": "A duration with its unit: 250ms, 5s, 2m, 1h.", "type": "string", "pattern": "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", "x-unit": true, "x-expected": "a duration such as 250ms, 5s, 2m or 1h" }, "rate": { "description": "A rate with its unit: 500/s, 10000/m, 20/h.", "type": "string", "pattern": "^\\d{1,12}(\\.\\d{1,9})?/(s|m|h)$", "x-unit": true, "x-expected": "a rate such as 500/s or 10000/m" }, "size": { "description": "A size with its unit: 64KB, 10MB, 1GB (powers of 1000) or KiB, MiB, GiB.", "type": "string", "pattern": "^\\d{1,12}(\\.\\d{1,9})?(B|KB|MB|GB|KiB|MiB|GiB)$", "x-unit": true, "x-expected": "a size such as 64KB, 10MB or 1GiB" }, "think": { "description": "Time between tasks: 2s, 1s..5s (uniform), exp 5s (exponential), pace 2s (one task every 2 s).", "type": "string", "pattern": "^(\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)|\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)\\.\\.\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)|exp +\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)|pace +\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h))$", "x-unit": true, "x-expected": 'a think time such as 2s, 1s..5s, "exp 5s" or "pace 2s"' }, "tags": { "description": "Labels.", "type": "array", "items": { "description": "A tag.", "type": "string", "pattern": "^[^\\s,]+$", "x-expected": "a tag without spaces and commas" } }, "headers": { "description": "Headers by name; the values are templates.", "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"], "pattern": "^[^\\r\\n\\u0000]*$", "x-expected": "a header value: one line of text, a number, true or false" }, "propertyNames": { "type": "string", "pattern": "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$", "x-expected": "a header name such as content-type" } }, "fields": { "description": "Names and values; a list repeats the name; the values are templates.", "type": "object", "additionalProperties": { "type": ["string", "number", "boolean", "array"], "items": { "type": ["string", "number", "boolean"], "x-expected": "a text, a number, true or false" }, "x-expected": "a text, a number, true, false or a list of these" } }, "part": { "description": "Text, or bytes or a file with a filename.", "type": ["string", "number", "boolean", "object"], "x-expected": "a text, { bytes: 10MB, filename: a.bin } or { file: path }", "properties": { "text": { "description": "The part as text; a template.", "type": "string" }, "bytes": { "$ref": "#/definitions/size" }, "file": { "description": "The part is this file.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "filename": { "description": "The name that the server is told.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "content_type": { "description": "The media type of the part.", "type": "string", "pattern": "\\S", "x-expected": "some text" } }, "additionalProperties": false }, "status": { "description": "A code, a class, or a list of both.", "type": ["integer", "string", "array"], "minimum": 100, "maximum": 599, "pattern": "^[1-5]xx$", "items": { "$ref": "#/definitions/statusItem" }, "minItems": 1, "x-expected": "a status such as 429, a class such as 2xx, or a list of both" }, "statusItem": { "type": ["integer", "string"], "minimum": 100, "maximum": 599, "pattern": "^[1-5]xx$", "x-expected": "a status such as 429, or a class such as 2xx" }, "expect": { "description": "What makes an answer a success.", "type": "object", "properties": { "status": { "$ref": "#/definitions/status" }, "header": { "description": "Headers: the exact text, or /regex/.", "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"], "x-expected": "a text, a number, true or false" } }, "body": { "description": "The body as text.", "type": "object", "properties": { "contains": { "description": "It holds this text.", "type": "string" }, "matches": { "description": "It matches this /regex/.", "type": "string" }, "equals": { "description": "It is this text.", "type": "string" } }, "additionalProperties": false }, "json": { "description": 'RFC 9535 JSONPath to a literal, a "/regex/" or a test.', "type": "object", "additionalProperties": { "$ref": "#/definitions/jsonTest" } }, "max_size": { "$ref": "#/definitions/size" } }, "additionalProperties": false }, "jsonTest": { "description": 'A literal, a "/regex/", or { min, max, exists, min_length, matches, equals }.', "type": ["null", "boolean", "number", "string", "array", "object"], "if": { "type": "object" }, "then": { "description": "All that are set must hold.", "type": "object", "properties": { "min": { "description": "At least.", "type": "number" }, "max": { "description": "At most.", "type": "number" }, "exists": { "description": "The path finds a value.", "type": "boolean" }, "min_length": { "description": "Length of a list or text, at least.", "type": "integer", "minimum": 0 }, "matches": { "description": "A /regex/.", "type": "string" }, "equals": { "description": "Exactly this JSON." } }, "additionalProperties": false, "minProperties": 1 } }, "capture": { "description": "Variables from the answer: a JSONPath, { header }, { body: regex } or { json, pick }.", "type": "object", "additionalProperties": { "type": ["string", "object"], "pattern": "^\\$", "x-expected": 'a JSONPath that begins with $, { header: name } or { body: "regex" }', "if": { "type": "object" }, "then": { "description": "Where the value comes from.", "type": "object", "properties": { "json": { "description": "A JSONPath.", "type": "string", "pattern": "^\\$", "x-expected": "a JSONPath that begins with $" }, "header": { "description": "A header.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "body": { "description": "A regular expression; its first group is taken.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "pick": { "description": "Which of several values: random (default) or first.", "type": "string", "enum": ["random", "first"] } }, "additionalProperties": false } }, "propertyNames": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "x-expected": "a name of letters, digits and underscores that does not begin with a digit" } }, "messageCapture": { "description": "Variables from the message: a JSONPath, { body: regex } or { json, pick }.", "type": "object", "additionalProperties": { "type": ["string", "object"], "pattern": "^\\$", "x-expected": 'a JSONPath that begins with $, or { body: "regex" }', "if": { "type": "object" }, "then": { "description": "Where the value comes from.", "type": "object", "properties": { "json": { "description": "A JSONPath.", "type": "string", "pattern": "^\\$", "x-expected": "a JSONPath that begins with $" }, "body": { "description": "A regular expression; its first group is taken.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "pick": { "description": "Which of several values: random (default) or first.", "type": "string", "enum": ["random", "first"] } }, "additionalProperties": false } }, "propertyNames": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "x-expected": "a name of letters, digits and underscores that does not begin with a digit" } }, "httpStep": { "description": "One request.", "type": "object", "properties": { "get": { "description": "GET this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "post": { "description": "POST this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "put": { "description": "PUT this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "patch": { "description": "PATCH this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "delete": { "description": "DELETE this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "head": { "description": "HEAD this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "options": { "description": "OPTIONS this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "query": { "$ref": "#/definitions/fields" }, "json": { "description": "The body as JSON; every string in it is a template." }, "form": { "$ref": "#/definitions/fields" }, "text": { "description": "The body as text; a template.", "type": "string" }, "multipart": { "description": "The parts of a multipart/form-data body by name.", "type": "object", "additionalProperties": { "$ref": "#/definitions/part" } }, "bytes": { "$ref": "#/definitions/size" }, "file": { "description": "The body is this file, streamed; relative to this file.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "headers": { "$ref": "#/definitions/headers" }, "timeout": { "$ref": "#/definitions/duration" }, "follow_redirects": { "description": "Follow redirects (default false); each hop is checked against allowed_hosts.", "type": "boolean" }, "connections": { "description": "Connections per origin; absent: as many as the users need.", "type": "integer", "minimum": 1, "maximum": 1e5 }, "http2": { "description": "true: negotiate HTTP/2 by ALPN.", "type": "boolean" }, "cookies": { "description": "One cookie jar for each virtual user (default true).", "type": "boolean" }, "tls": { "description": "TLS of the client: paths are relative to this file.", "type": "object", "properties": { "ca": { "description": "PEM file with the certificates to trust.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "cert": { "description": "PEM file with the client certificate.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "key": { "description": "PEM file with the key of the client certificate.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "insecure": { "description": "true: accept any certificate.", "type": "boolean" } }, "additionalProperties": false }, "proxy": { "description": "Proxy URL; HTTP(S)_PROXY and NO_PROXY are honoured without it.", "type": "string", "pattern": "^(https?://|\\$\\{)\\S*$", "x-expected": "the URL of a proxy such as http://proxy:3128" }, "traceparent": { "description": "Send W3C trace context with each request.", "type": "boolean" }, "slower_than": { "$ref": "#/definitions/duration" }, "name": { "description": "The series of this step in every report and in the SLA.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "tags": { "$ref": "#/definitions/tags" }, "expect": { "$ref": "#/definitions/expect" }, "capture": { "$ref": "#/definitions/capture" } }, "additionalProperties": false }, "thinkStep": { "description": "Wait.", "type": "object", "properties": { "think": { "$ref": "#/definitions/think" } }, "additionalProperties": false }, "repeatStep": { "description": "The steps, several times.", "type": "object", "properties": { "repeat": { "description": "How often.", "type": "integer", "minimum": 1, "maximum": 1e6 }, "as": { "description": "The variable that holds 0, 1, 2 …", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "x-expected": "a name of letters, digits and underscores that does not begin with a digit" }, "steps": { "$ref": "#/definitions/steps" } }, "additionalProperties": false, "required": ["steps"] }, "forEachStep": { "description": "The steps once for each row of a data list.", "type": "object", "properties": { "for_each": { "description": "The name of a data list.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "x-expected": "a name of letters, digits and underscores that does not begin with a digit" }, "as": { "description": "The variable that holds the row; default: the name of the data list.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "x-expected": "a name of letters, digits and underscores that does not begin with a digit" }, "steps": { "$ref": "#/definitions/steps" } }, "additionalProperties": false, "required": ["steps"] }, "parallelStep": { "description": "Started together, awaited together.", "type": "object", "properties": { "parallel": { "description": "HTTP steps.", "type": "array", "items": { "$ref": "#/definitions/parallelItem" }, "minItems": 1 } }, "additionalProperties": false }, "parallelItem": { "description": "One HTTP step.", "type": "object", "x-expected": "an HTTP step (get, post, put, patch, delete, head or options)", "if": { "required": ["get"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["post"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["put"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["patch"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["delete"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["head"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["options"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "x-expected": "an HTTP step (get, post, put, patch, delete, head or options)", "x-choices": ["get", "post", "put", "patch", "delete", "head", "options"], "not": {} } } } } } } } }, "pollStep": { "description": "Ask until the answer is as wanted.", "type": "object", "properties": { "poll": { "$ref": "#/definitions/poll" }, "since": { "description": "The name of an earlier HTTP step: latency counts from its start.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "name": { "description": "The series of this step in every report and in the SLA.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "tags": { "$ref": "#/definitions/tags" } }, "additionalProperties": false }, "poll": { "description": "The request, and when it is done.", "type": "object", "properties": { "get": { "description": "GET this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "post": { "description": "POST this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "put": { "description": "PUT this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "patch": { "description": "PATCH this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "delete": { "description": "DELETE this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "head": { "description": "HEAD this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "options": { "description": "OPTIONS this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "query": { "$ref": "#/definitions/fields" }, "json": { "description": "The body as JSON; every string in it is a template." }, "form": { "$ref": "#/definitions/fields" }, "text": { "description": "The body as text; a template.", "type": "string" }, "multipart": { "description": "The parts of a multipart/form-data body by name.", "type": "object", "additionalProperties": { "$ref": "#/definitions/part" } }, "bytes": { "$ref": "#/definitions/size" }, "file": { "description": "The body is this file, streamed; relative to this file.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "headers": { "$ref": "#/definitions/headers" }, "timeout": { "$ref": "#/definitions/duration" }, "follow_redirects": { "description": "Follow redirects (default false); each hop is checked against allowed_hosts.", "type": "boolean" }, "connections": { "description": "Connections per origin; absent: as many as the users need.", "type": "integer", "minimum": 1, "maximum": 1e5 }, "http2": { "description": "true: negotiate HTTP/2 by ALPN.", "type": "boolean" }, "cookies": { "description": "One cookie jar for each virtual user (default true).", "type": "boolean" }, "tls": { "description": "TLS of the client: paths are relative to this file.", "type": "object", "properties": { "ca": { "description": "PEM file with the certificates to trust.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "cert": { "description": "PEM file with the client certificate.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "key": { "description": "PEM file with the key of the client certificate.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "insecure": { "description": "true: accept any certificate.", "type": "boolean" } }, "additionalProperties": false }, "proxy": { "description": "Proxy URL; HTTP(S)_PROXY and NO_PROXY are honoured without it.", "type": "string", "pattern": "^(https?://|\\$\\{)\\S*$", "x-expected": "the URL of a proxy such as http://proxy:3128" }, "traceparent": { "description": "Send W3C trace context with each request.", "type": "boolean" }, "slower_than": { "$ref": "#/definitions/duration" }, "every": { "$ref": "#/definitions/duration" }, "within": { "$ref": "#/definitions/duration" }, "until": { "$ref": "#/definitions/expect" } }, "additionalProperties": false, "required": ["every", "within", "until"] }, "wsStep": { "description": "Open a WebSocket.", "type": "object", "properties": { "ws": { "description": "Open the WebSocket at this path on the target, or at this absolute ws:// or wss:// URL on an allowed host.", "type": "string", "pattern": "^(?=/|(?:ws|http)s?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute ws:// or wss:// URL, without spaces" }, "as": { "description": "The name of the connection; default ws.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "x-expected": "a name of letters, digits and underscores that does not begin with a digit" }, "subprotocol": { "description": "The subprotocol to ask for.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "timeout": { "$ref": "#/definitions/duration" }, "ready": { "description": 'Connected only once such a message came: a part of its JSON, its text or a "/regex/".', "type": ["object", "string"], "x-expected": 'a message: a map (a part of its JSON), a text or a "/regex/"' }, "capture": { "$ref": "#/definitions/messageCapture" }, "heartbeat": { "$ref": "#/definitions/duration" }, "deflate": { "description": "Offer to compress messages (permessage-deflate); default false.", "type": "boolean" }, "query": { "$ref": "#/definitions/fields" }, "headers": { "$ref": "#/definitions/headers" }, "cookies": { "description": "One cookie jar for each virtual user (default true).", "type": "boolean" }, "tls": { "description": "TLS of the client: paths are relative to this file.", "type": "object", "properties": { "ca": { "description": "PEM file with the certificates to trust.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "cert": { "description": "PEM file with the client certificate.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "key": { "description": "PEM file with the key of the client certificate.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "insecure": { "description": "true: accept any certificate.", "type": "boolean" } }, "additionalProperties": false }, "proxy": { "description": "Proxy URL; HTTP(S)_PROXY and NO_PROXY are honoured without it.", "type": "string", "pattern": "^(https?://|\\$\\{)\\S*$", "x-expected": "the URL of a proxy such as http://proxy:3128" }, "name": { "description": "The series of this step in every report and in the SLA.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "tags": { "$ref": "#/definitions/tags" } }, "additionalProperties": false }, "sendStep": { "description": "Send a message.", "type": "object", "properties": { "send": { "description": "Object or list: JSON text; string: text; { bytes: 1KB }: so many bytes, binary.", "type": ["object", "array", "string"] }, "on": { "description": "The connection; default ws.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "x-expected": "a name of letters, digits and underscores that does not begin with a digit" } }, "additionalProperties": false }, "receiveStep": { "description": "Wait for a message.", "type": "object", "properties": { "receive": { "description": `A part of the message's JSON, its text or a "/regex/".`, "type": ["object", "string"], "x-expected": 'a message: a map (a part of its JSON), a text or a "/regex/"' }, "on": { "description": "The connection; default ws.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "x-expected": "a name of letters, digits and underscores that does not begin with a digit" }, "within": { "$ref": "#/definitions/duration" }, "since": { "description": "The name of an earlier HTTP step: latency counts from its start; absent: from the last send on the connection.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "capture": { "$ref": "#/definitions/messageCapture" }, "name": { "description": "The series of this step in every report and in the SLA.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "tags": { "$ref": "#/definitions/tags" } }, "additionalProperties": false }, "holdStep": { "description": "Keep the connections open.", "type": "object", "properties": { "hold": { "$ref": "#/definitions/duration" } }, "additionalProperties": false }, "closeStep": { "description": "Close a connection.", "type": "object", "properties": { "close": { "description": "The connection.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "x-expected": "a name of letters, digits and underscores that does not begin with a digit" } }, "additionalProperties": false }, "step": { "description": "One step.", "type": "object", "x-expected": "a step: a map with one of get, post, put, patch, delete, head, options, think, repeat, for_each, parallel, poll, ws, send, receive, hold or close", "if": { "required": ["get"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["post"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["put"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["patch"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["delete"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["head"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["options"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["think"] }, "then": { "$ref": "#/definitions/thinkStep" }, "else": { "if": { "required": ["repeat"] }, "then": { "$ref": "#/definitions/repeatStep" }, "else": { "if": { "required": ["for_each"] }, "then": { "$ref": "#/definitions/forEachStep" }, "else": { "if": { "required": ["parallel"] }, "then": { "$ref": "#/definitions/parallelStep" }, "else": { "if": { "required": ["poll"] }, "then": { "$ref": "#/definitions/pollStep" }, "else": { "if": { "required": ["ws"] }, "then": { "$ref": "#/definitions/wsStep" }, "else": { "if": { "required": ["send"] }, "then": { "$ref": "#/definitions/sendStep" }, "else": { "if": { "required": ["receive"] }, "then": { "$ref": "#/definitions/receiveStep" }, "else": { "if": { "required": ["hold"] }, "then": { "$ref": "#/definitions/holdStep" }, "else": { "if": { "required": ["close"] }, "then": { "$ref": "#/definitions/closeStep" }, "else": { "x-expected": "a step: a map with one of get, post, put, patch, delete, head, options, think, repeat, for_each, parallel, poll, ws, send, receive, hold or close", "x-choices": ["get", "post", "put", "patch", "delete", "head", "options", "think", "repeat", "for_each", "parallel", "poll", "ws", "send", "receive", "hold", "close"], "not": {} } } } } } } } } } } } } } } } } } }, "steps": { "description": "Run from top to bottom.", "type": "array", "items": { "$ref": "#/definitions/step" }, "minItems": 1 }, "beforeStep": { "description": "A request, or wait_for.", "type": "object", "x-expected": "an HTTP step (get, post, put, patch, delete, head or options) or wait_for", "if": { "required": ["wait_for"] }, "then": { "$ref": "#/definitions/waitForStep" }, "else": { "if": { "required": ["get"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["post"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["put"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["patch"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["delete"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["head"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["options"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "x-expected": "an HTTP step (get, post, put, patch, delete, head or options) or wait_for", "x-choices": ["wait_for", "get", "post", "put", "patch", "delete", "head", "options"], "not": {} } } } } } } } } }, "waitForStep": { "description": "Ask until the answer is as wanted.", "type": "object", "properties": { "wait_for": { "$ref": "#/definitions/waitFor" } }, "additionalProperties": false }, "waitFor": { "description": "The request, and when it is done.", "type": "object", "properties": { "get": { "description": "GET this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "post": { "description": "POST this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "put": { "description": "PUT this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "patch": { "description": "PATCH this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "delete": { "description": "DELETE this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "head": { "description": "HEAD this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "options": { "description": "OPTIONS this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "query": { "$ref": "#/definitions/fields" }, "json": { "description": "The body as JSON; every string in it is a template." }, "form": { "$ref": "#/definitions/fields" }, "text": { "description": "The body as text; a template.", "type": "string" }, "multipart": { "description": "The parts of a multipart/form-data body by name.", "type": "object", "additionalProperties": { "$ref": "#/definitions/part" } }, "bytes": { "$ref": "#/definitions/size" }, "file": { "description": "The body is this file, streamed; relative to this file.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "headers": { "$ref": "#/definitions/headers" }, "timeout": { "$ref": "#/definitions/duration" }, "follow_redirects": { "description": "Follow redirects (default false); each hop is checked against allowed_hosts.", "type": "boolean" }, "connections": { "description": "Connections per origin; absent: as many as the users need.", "type": "integer", "minimum": 1, "maximum": 1e5 }, "http2": { "description": "true: negotiate HTTP/2 by ALPN.", "type": "boolean" }, "cookies": { "description": "One cookie jar for each virtual user (default true).", "type": "boolean" }, "tls": { "description": "TLS of the client: paths are relative to this file.", "type": "object", "properties": { "ca": { "description": "PEM file with the certificates to trust.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "cert": { "description": "PEM file with the client certificate.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "key": { "description": "PEM file with the key of the client certificate.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "insecure": { "description": "true: accept any certificate.", "type": "boolean" } }, "additionalProperties": false }, "proxy": { "description": "Proxy URL; HTTP(S)_PROXY and NO_PROXY are honoured without it.", "type": "string", "pattern": "^(https?://|\\$\\{)\\S*$", "x-expected": "the URL of a proxy such as http://proxy:3128" }, "traceparent": { "description": "Send W3C trace context with each request.", "type": "boolean" }, "slower_than": { "$ref": "#/definitions/duration" }, "every": { "$ref": "#/definitions/duration" }, "within": { "$ref": "#/definitions/duration" }, "until": { "$ref": "#/definitions/expect" } }, "additionalProperties": false, "required": ["every", "within", "until"] }, "data": { "description": "A list of values or objects, or { values } or { file } with pick and secret.", "type": ["array", "object"], "x-expected": "a list of values, { values: […] } or { file: path.csv }", "items": { "$ref": "#/definitions/row" }, "minItems": 1, "if": { "type": "object" }, "then": { "$ref": "#/definitions/dataObject" } }, "dataObject": { "description": "A list of test data.", "type": "object", "properties": { "values": { "description": "Values or objects.", "type": "array", "items": { "$ref": "#/definitions/row" }, "minItems": 1 }, "file": { "description": "A .csv, .json or .ndjson file, relative to this file.", "type": "string", "pattern": "\\.(csv|json|ndjson)$", "x-expected": "a .csv, .json or .ndjson file" }, "pick": { "description": "random (default), sequential, or unique: each row once over the whole run.", "type": "string", "enum": ["random", "sequential", "unique"] }, "secret": { "description": "Columns that are masked everywhere; true: all.", "type": ["boolean", "array"], "items": { "description": "A column.", "type": "string" }, "x-expected": "true or a list of columns" } }, "additionalProperties": false }, "row": { "type": ["string", "number", "boolean", "null", "object"], "x-expected": "a value, or an object of plain values", "additionalProperties": { "type": ["string", "number", "boolean", "null"], "x-expected": "a plain value" }, "minProperties": 1 }, "variable": { "description": "One of int, uuid, string, now.", "type": "object", "properties": { "int": { "description": "Whole numbers from … to.", "type": "array", "items": { "type": "integer" }, "minItems": 2, "maxItems": 2, "x-expected": "a list of two whole numbers such as [1, 100]" }, "uuid": { "description": "A random UUID.", "type": "boolean", "enum": [true], "x-expected": "true" }, "string": { "description": "So many random letters and digits.", "type": "integer", "minimum": 1, "maximum": 65536 }, "now": { "description": "The time: iso, ms or s.", "type": "string", "enum": ["iso", "ms", "s"] } }, "additionalProperties": false, "minProperties": 1 }, "weight": { "description": "Share; above 0.", "type": "number", "exclusiveMinimum": 0 }, "user": { "description": "A kind of user.", "type": "object", "properties": { "weight": { "$ref": "#/definitions/weight" }, "think": { "$ref": "#/definitions/think" }, "tags": { "$ref": "#/definitions/tags" }, "start": { "$ref": "#/definitions/steps" }, "tasks": { "description": "Tasks by name.", "type": "object", "additionalProperties": { "$ref": "#/definitions/task" }, "minProperties": 1 }, "steps": { "$ref": "#/definitions/steps" } }, "additionalProperties": false }, "task": { "description": "A task.", "type": "object", "properties": { "weight": { "$ref": "#/definitions/weight" }, "tags": { "$ref": "#/definitions/tags" }, "steps": { "$ref": "#/definitions/steps" } }, "additionalProperties": false, "required": ["steps"] }, "phases": { "description": "How much load, when; one after another.", "type": "array", "items": { "$ref": "#/definitions/phase" }, "minItems": 1 }, "phase": { "description": "One phase.", "type": "object", "x-expected": "a phase: a map with one of users, arrival_rate, iterations or pause", "if": { "required": ["pause"] }, "then": { "$ref": "#/definitions/pausePhase" }, "else": { "if": { "required": ["arrival_rate"] }, "then": { "$ref": "#/definitions/openPhase" }, "else": { "if": { "required": ["iterations"] }, "then": { "$ref": "#/definitions/iterationsPhase" }, "else": { "if": { "required": ["users"] }, "then": { "$ref": "#/definitions/closedPhase" }, "else": { "x-expected": "a phase: a map with one of users, arrival_rate, iterations or pause", "x-choices": ["pause", "arrival_rate", "iterations", "users"], "not": {} } } } } }, "closedPhase": { "description": "Closed model: so many virtual users.", "type": "object", "properties": { "name": { "description": "Unique; default phase-1, phase-2 … by position.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "warmup": { "description": "Recorded and shown, never judged.", "type": "boolean" }, "users": { "description": "Virtual users.", "type": "integer", "minimum": 0, "maximum": 1e6 }, "spawn_rate": { "$ref": "#/definitions/rate" }, "ramp": { "$ref": "#/definitions/duration" }, "duration": { "$ref": "#/definitions/duration" } }, "additionalProperties": false }, "openPhase": { "description": "Open model: so many iterations begin per time.", "type": "object", "properties": { "name": { "description": "Unique; default phase-1, phase-2 … by position.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "warmup": { "description": "Recorded and shown, never judged.", "type": "boolean" }, "arrival_rate": { "$ref": "#/definitions/rate" }, "ramp": { "$ref": "#/definitions/duration" }, "duration": { "$ref": "#/definitions/duration" }, "max_users": { "description": "Most virtual users at once.", "type": "integer", "minimum": 1, "maximum": 1e6 }, "arrivals": { "description": "even (default) or poisson.", "type": "string", "enum": ["even", "poisson"] } }, "additionalProperties": false }, "iterationsPhase": { "description": "Fixed work.", "type": "object", "properties": { "name": { "description": "Unique; default phase-1, phase-2 … by position.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "warmup": { "description": "Recorded and shown, never judged.", "type": "boolean" }, "iterations": { "description": "In total, over all users and shards.", "type": "integer", "minimum": 1, "maximum": 1e9 }, "users": { "description": "Virtual users (default 1).", "type": "integer", "minimum": 1, "maximum": 1e6 }, "max_duration": { "$ref": "#/definitions/duration" } }, "additionalProperties": false }, "pausePhase": { "description": "No load.", "type": "object", "properties": { "name": { "description": "Unique; default phase-1, phase-2 … by position.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "pause": { "$ref": "#/definitions/duration" } }, "additionalProperties": false }, "profile": { "description": "A list of phases, or an object that also selects tasks.", "type": ["array", "object"], "x-expected": "a list of phases, or a map with phases", "if": { "type": "array" }, "then": { "$ref": "#/definitions/phases" }, "else": { "$ref": "#/definitions/profileObject" } }, "profileObject": { "description": "Phases and which tasks run.", "type": "object", "properties": { "phases": { "$ref": "#/definitions/phases" }, "only": { "$ref": "#/definitions/tags" }, "skip": { "$ref": "#/definitions/tags" }, "user_classes": { "description": "Names of user profiles.", "type": "array", "items": { "description": "A user profile.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "minItems": 1 } }, "additionalProperties": false, "required": ["phases"] } } };
var schema12 = { "description": "Several scenarios as one run with one verdict.", "type": "object", "properties": { "version": { "description": "The version of this format: 1.", "type": "integer", "minimum": 1 }, "name": { "description": "The name that reports show.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "suite": { "description": "The parts, run one after another.", "type": "array", "items": { "description": "A scenario, or a pause.", "type": "object", "properties": { "name": { "description": "What reports and its folder are called; default: the name of its file.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "scenario": { "description": "A scenario file.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "sla": { "description": "Its SLA file.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "profile": { "description": "The profile to run.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "pause": { "$ref": "#/definitions/duration" } }, "additionalProperties": false }, "minItems": 1 }, "stop_on": { "description": "breach: leave out the rest after a breach; never (default).", "type": "string", "enum": ["breach", "never"] } }, "additionalProperties": false };
var schema13 = { "description": "A duration with its unit: 250ms, 5s, 2m, 1h.", "type": "string", "pattern": "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", "x-unit": true, "x-expected": "a duration such as 250ms, 5s, 2m or 1h" };
var pattern0 = new RegExp("\\S", "u");
var pattern5 = new RegExp("^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", "u");
function validate11(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "version" || key0 === "name" || key0 === "suite" || key0 === "stop_on")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema12, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.version !== void 0) {
      let data0 = data.version;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        const err1 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "integer" }, schema: schema12.properties.version.type, parentSchema: schema12.properties.version, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 < 1 || isNaN(data0)) {
          const err2 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema12.properties.version, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      }
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 === "string") {
        if (!pattern0.test(data1)) {
          const err3 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema12.properties.name, data: data1 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema12.properties.name.type, parentSchema: schema12.properties.name, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.suite !== void 0) {
      let data2 = data.suite;
      if (Array.isArray(data2)) {
        if (data2.length < 1) {
          const err5 = { instancePath: instancePath + "/suite", schemaPath: "#/properties/suite/minItems", keyword: "minItems", params: { limit: 1 }, schema: 1, parentSchema: schema12.properties.suite, data: data2 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
            for (const key1 in data3) {
              if (!(key1 === "name" || key1 === "scenario" || key1 === "sla" || key1 === "profile" || key1 === "pause")) {
                const err6 = { instancePath: instancePath + "/suite/" + i0, schemaPath: "#/properties/suite/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, schema: false, parentSchema: schema12.properties.suite.items, data: data3 };
                if (vErrors === null) {
                  vErrors = [err6];
                } else {
                  vErrors.push(err6);
                }
                errors++;
              }
            }
            if (data3.name !== void 0) {
              let data4 = data3.name;
              if (typeof data4 === "string") {
                if (!pattern0.test(data4)) {
                  const err7 = { instancePath: instancePath + "/suite/" + i0 + "/name", schemaPath: "#/properties/suite/items/properties/name/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema12.properties.suite.items.properties.name, data: data4 };
                  if (vErrors === null) {
                    vErrors = [err7];
                  } else {
                    vErrors.push(err7);
                  }
                  errors++;
                }
              } else {
                const err8 = { instancePath: instancePath + "/suite/" + i0 + "/name", schemaPath: "#/properties/suite/items/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema12.properties.suite.items.properties.name.type, parentSchema: schema12.properties.suite.items.properties.name, data: data4 };
                if (vErrors === null) {
                  vErrors = [err8];
                } else {
                  vErrors.push(err8);
                }
                errors++;
              }
            }
            if (data3.scenario !== void 0) {
              let data5 = data3.scenario;
              if (typeof data5 === "string") {
                if (!pattern0.test(data5)) {
                  const err9 = { instancePath: instancePath + "/suite/" + i0 + "/scenario", schemaPath: "#/properties/suite/items/properties/scenario/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema12.properties.suite.items.properties.scenario, data: data5 };
                  if (vErrors === null) {
                    vErrors = [err9];
                  } else {
                    vErrors.push(err9);
                  }
                  errors++;
                }
              } else {
                const err10 = { instancePath: instancePath + "/suite/" + i0 + "/scenario", schemaPath: "#/properties/suite/items/properties/scenario/type", keyword: "type", params: { type: "string" }, schema: schema12.properties.suite.items.properties.scenario.type, parentSchema: schema12.properties.suite.items.properties.scenario, data: data5 };
                if (vErrors === null) {
                  vErrors = [err10];
                } else {
                  vErrors.push(err10);
                }
                errors++;
              }
            }
            if (data3.sla !== void 0) {
              let data6 = data3.sla;
              if (typeof data6 === "string") {
                if (!pattern0.test(data6)) {
                  const err11 = { instancePath: instancePath + "/suite/" + i0 + "/sla", schemaPath: "#/properties/suite/items/properties/sla/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema12.properties.suite.items.properties.sla, data: data6 };
                  if (vErrors === null) {
                    vErrors = [err11];
                  } else {
                    vErrors.push(err11);
                  }
                  errors++;
                }
              } else {
                const err12 = { instancePath: instancePath + "/suite/" + i0 + "/sla", schemaPath: "#/properties/suite/items/properties/sla/type", keyword: "type", params: { type: "string" }, schema: schema12.properties.suite.items.properties.sla.type, parentSchema: schema12.properties.suite.items.properties.sla, data: data6 };
                if (vErrors === null) {
                  vErrors = [err12];
                } else {
                  vErrors.push(err12);
                }
                errors++;
              }
            }
            if (data3.profile !== void 0) {
              let data7 = data3.profile;
              if (typeof data7 === "string") {
                if (!pattern0.test(data7)) {
                  const err13 = { instancePath: instancePath + "/suite/" + i0 + "/profile", schemaPath: "#/properties/suite/items/properties/profile/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema12.properties.suite.items.properties.profile, data: data7 };
                  if (vErrors === null) {
                    vErrors = [err13];
                  } else {
                    vErrors.push(err13);
                  }
                  errors++;
                }
              } else {
                const err14 = { instancePath: instancePath + "/suite/" + i0 + "/profile", schemaPath: "#/properties/suite/items/properties/profile/type", keyword: "type", params: { type: "string" }, schema: schema12.properties.suite.items.properties.profile.type, parentSchema: schema12.properties.suite.items.properties.profile, data: data7 };
                if (vErrors === null) {
                  vErrors = [err14];
                } else {
                  vErrors.push(err14);
                }
                errors++;
              }
            }
            if (data3.pause !== void 0) {
              let data8 = data3.pause;
              if (typeof data8 === "string") {
                if (!pattern5.test(data8)) {
                  const err15 = { instancePath: instancePath + "/suite/" + i0 + "/pause", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data8 };
                  if (vErrors === null) {
                    vErrors = [err15];
                  } else {
                    vErrors.push(err15);
                  }
                  errors++;
                }
              } else {
                const err16 = { instancePath: instancePath + "/suite/" + i0 + "/pause", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data8 };
                if (vErrors === null) {
                  vErrors = [err16];
                } else {
                  vErrors.push(err16);
                }
                errors++;
              }
            }
          } else {
            const err17 = { instancePath: instancePath + "/suite/" + i0, schemaPath: "#/properties/suite/items/type", keyword: "type", params: { type: "object" }, schema: schema12.properties.suite.items.type, parentSchema: schema12.properties.suite.items, data: data3 };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
      } else {
        const err18 = { instancePath: instancePath + "/suite", schemaPath: "#/properties/suite/type", keyword: "type", params: { type: "array" }, schema: schema12.properties.suite.type, parentSchema: schema12.properties.suite, data: data2 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.stop_on !== void 0) {
      let data9 = data.stop_on;
      if (typeof data9 !== "string") {
        const err19 = { instancePath: instancePath + "/stop_on", schemaPath: "#/properties/stop_on/type", keyword: "type", params: { type: "string" }, schema: schema12.properties.stop_on.type, parentSchema: schema12.properties.stop_on, data: data9 };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
      if (!(data9 === "breach" || data9 === "never")) {
        const err20 = { instancePath: instancePath + "/stop_on", schemaPath: "#/properties/stop_on/enum", keyword: "enum", params: { allowedValues: schema12.properties.stop_on.enum }, schema: schema12.properties.stop_on.enum, parentSchema: schema12.properties.stop_on, data: data9 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
  } else {
    const err21 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema12.type, parentSchema: schema12, data };
    if (vErrors === null) {
      vErrors = [err21];
    } else {
      vErrors.push(err21);
    }
    errors++;
  }
  validate11.errors = vErrors;
  return errors === 0;
}
var schema14 = { "description": "What is done to the target.", "type": "object", "properties": { "version": { "description": "The version of this format: 1.", "type": "integer", "minimum": 1 }, "name": { "description": "The name that reports show; default: the file name.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "target": { "description": "The base URL; the target input and --target override it.", "type": "string", "pattern": "^(https?://|\\$\\{)\\S*$", "x-expected": "an http:// or https:// URL" }, "allowed_hosts": { "description": "Hosts that may be called; *.example.com allows all below; default: the host of the target.", "type": "array", "items": { "description": "A host, without scheme and path.", "type": "string", "pattern": "\\S", "x-expected": "some text" } }, "time_box": { "$ref": "#/definitions/duration" }, "seed": { "description": "Every random choice comes from it.", "type": "integer", "minimum": 0, "maximum": 9007199254740991 }, "before": { "description": "Once, before any load; not measured.", "type": "array", "items": { "$ref": "#/definitions/beforeStep" } }, "http": { "description": "Defaults of every request; each can be set on a step too.", "type": "object", "properties": { "headers": { "$ref": "#/definitions/headers" }, "timeout": { "$ref": "#/definitions/duration" }, "follow_redirects": { "description": "Follow redirects (default false); each hop is checked against allowed_hosts.", "type": "boolean" }, "connections": { "description": "Connections per origin; absent: as many as the users need.", "type": "integer", "minimum": 1, "maximum": 1e5 }, "http2": { "description": "true: negotiate HTTP/2 by ALPN.", "type": "boolean" }, "cookies": { "description": "One cookie jar for each virtual user (default true).", "type": "boolean" }, "tls": { "description": "TLS of the client: paths are relative to this file.", "type": "object", "properties": { "ca": { "description": "PEM file with the certificates to trust.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "cert": { "description": "PEM file with the client certificate.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "key": { "description": "PEM file with the key of the client certificate.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "insecure": { "description": "true: accept any certificate.", "type": "boolean" } }, "additionalProperties": false }, "proxy": { "description": "Proxy URL; HTTP(S)_PROXY and NO_PROXY are honoured without it.", "type": "string", "pattern": "^(https?://|\\$\\{)\\S*$", "x-expected": "the URL of a proxy such as http://proxy:3128" }, "traceparent": { "description": "Send W3C trace context with each request.", "type": "boolean" }, "slower_than": { "$ref": "#/definitions/duration" } }, "additionalProperties": false }, "data": { "description": "Lists of test data; a column of the row is ${name.column}.", "type": "object", "additionalProperties": { "$ref": "#/definitions/data" }, "propertyNames": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "x-expected": "a name of letters, digits and underscores that does not begin with a digit" } }, "vars": { "description": "Drawn once per iteration.", "type": "object", "additionalProperties": { "$ref": "#/definitions/variable" }, "propertyNames": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "x-expected": "a name of letters, digits and underscores that does not begin with a digit" } }, "users": { "description": "User profiles by name.", "type": "object", "additionalProperties": { "$ref": "#/definitions/user" }, "minProperties": 1 }, "steps": { "$ref": "#/definitions/steps" }, "phases": { "$ref": "#/definitions/phases" }, "profiles": { "description": "Named alternatives to phases: a list of phases, or an object that also selects tasks.", "type": "object", "additionalProperties": { "$ref": "#/definitions/profile" }, "minProperties": 1 } }, "additionalProperties": false };
var schema24 = { "description": "Headers by name; the values are templates.", "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"], "pattern": "^[^\\r\\n\\u0000]*$", "x-expected": "a header value: one line of text, a number, true or false" }, "propertyNames": { "type": "string", "pattern": "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$", "x-expected": "a header name such as content-type" } };
var schema50 = { "description": "One of int, uuid, string, now.", "type": "object", "properties": { "int": { "description": "Whole numbers from … to.", "type": "array", "items": { "type": "integer" }, "minItems": 2, "maxItems": 2, "x-expected": "a list of two whole numbers such as [1, 100]" }, "uuid": { "description": "A random UUID.", "type": "boolean", "enum": [true], "x-expected": "true" }, "string": { "description": "So many random letters and digits.", "type": "integer", "minimum": 1, "maximum": 65536 }, "now": { "description": "The time: iso, ms or s.", "type": "string", "enum": ["iso", "ms", "s"] } }, "additionalProperties": false, "minProperties": 1 };
var func2 = Object.prototype.hasOwnProperty;
var pattern7 = new RegExp("^(https?://|\\$\\{)\\S*$", "u");
var pattern23 = new RegExp("^[!#$%&'*+.^_`|~0-9A-Za-z-]+$", "u");
var pattern24 = new RegExp("^[^\\r\\n\\u0000]*$", "u");
var pattern55 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
var schema16 = { "description": "A request, or wait_for.", "type": "object", "x-expected": "an HTTP step (get, post, put, patch, delete, head or options) or wait_for", "if": { "required": ["wait_for"] }, "then": { "$ref": "#/definitions/waitForStep" }, "else": { "if": { "required": ["get"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["post"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["put"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["patch"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["delete"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["head"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["options"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "x-expected": "an HTTP step (get, post, put, patch, delete, head or options) or wait_for", "x-choices": ["wait_for", "get", "post", "put", "patch", "delete", "head", "options"], "not": {} } } } } } } } } };
var schema17 = { "description": "Ask until the answer is as wanted.", "type": "object", "properties": { "wait_for": { "$ref": "#/definitions/waitFor" } }, "additionalProperties": false };
var schema18 = { "description": "The request, and when it is done.", "type": "object", "properties": { "get": { "description": "GET this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "post": { "description": "POST this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "put": { "description": "PUT this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "patch": { "description": "PATCH this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "delete": { "description": "DELETE this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "head": { "description": "HEAD this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "options": { "description": "OPTIONS this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "query": { "$ref": "#/definitions/fields" }, "json": { "description": "The body as JSON; every string in it is a template." }, "form": { "$ref": "#/definitions/fields" }, "text": { "description": "The body as text; a template.", "type": "string" }, "multipart": { "description": "The parts of a multipart/form-data body by name.", "type": "object", "additionalProperties": { "$ref": "#/definitions/part" } }, "bytes": { "$ref": "#/definitions/size" }, "file": { "description": "The body is this file, streamed; relative to this file.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "headers": { "$ref": "#/definitions/headers" }, "timeout": { "$ref": "#/definitions/duration" }, "follow_redirects": { "description": "Follow redirects (default false); each hop is checked against allowed_hosts.", "type": "boolean" }, "connections": { "description": "Connections per origin; absent: as many as the users need.", "type": "integer", "minimum": 1, "maximum": 1e5 }, "http2": { "description": "true: negotiate HTTP/2 by ALPN.", "type": "boolean" }, "cookies": { "description": "One cookie jar for each virtual user (default true).", "type": "boolean" }, "tls": { "description": "TLS of the client: paths are relative to this file.", "type": "object", "properties": { "ca": { "description": "PEM file with the certificates to trust.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "cert": { "description": "PEM file with the client certificate.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "key": { "description": "PEM file with the key of the client certificate.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "insecure": { "description": "true: accept any certificate.", "type": "boolean" } }, "additionalProperties": false }, "proxy": { "description": "Proxy URL; HTTP(S)_PROXY and NO_PROXY are honoured without it.", "type": "string", "pattern": "^(https?://|\\$\\{)\\S*$", "x-expected": "the URL of a proxy such as http://proxy:3128" }, "traceparent": { "description": "Send W3C trace context with each request.", "type": "boolean" }, "slower_than": { "$ref": "#/definitions/duration" }, "every": { "$ref": "#/definitions/duration" }, "within": { "$ref": "#/definitions/duration" }, "until": { "$ref": "#/definitions/expect" } }, "additionalProperties": false, "required": ["every", "within", "until"] };
var schema19 = { "description": "Names and values; a list repeats the name; the values are templates.", "type": "object", "additionalProperties": { "type": ["string", "number", "boolean", "array"], "items": { "type": ["string", "number", "boolean"], "x-expected": "a text, a number, true or false" }, "x-expected": "a text, a number, true, false or a list of these" } };
var schema22 = { "description": "A size with its unit: 64KB, 10MB, 1GB (powers of 1000) or KiB, MiB, GiB.", "type": "string", "pattern": "^\\d{1,12}(\\.\\d{1,9})?(B|KB|MB|GB|KiB|MiB|GiB)$", "x-unit": true, "x-expected": "a size such as 64KB, 10MB or 1GiB" };
var pattern10 = new RegExp("^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "u");
var pattern17 = new RegExp("^\\d{1,12}(\\.\\d{1,9})?(B|KB|MB|GB|KiB|MiB|GiB)$", "u");
var schema21 = { "description": "Text, or bytes or a file with a filename.", "type": ["string", "number", "boolean", "object"], "x-expected": "a text, { bytes: 10MB, filename: a.bin } or { file: path }", "properties": { "text": { "description": "The part as text; a template.", "type": "string" }, "bytes": { "$ref": "#/definitions/size" }, "file": { "description": "The part is this file.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "filename": { "description": "The name that the server is told.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "content_type": { "description": "The media type of the part.", "type": "string", "pattern": "\\S", "x-expected": "some text" } }, "additionalProperties": false };
function validate17(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !(typeof data == "number" && isFinite(data)) && typeof data !== "boolean" && !(data && typeof data == "object" && !Array.isArray(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema21.type }, schema: schema21.type, parentSchema: schema21, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "text" || key0 === "bytes" || key0 === "file" || key0 === "filename" || key0 === "content_type")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema21, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.text !== void 0) {
      let data0 = data.text;
      if (typeof data0 !== "string") {
        const err2 = { instancePath: instancePath + "/text", schemaPath: "#/properties/text/type", keyword: "type", params: { type: "string" }, schema: schema21.properties.text.type, parentSchema: schema21.properties.text, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.bytes !== void 0) {
      let data1 = data.bytes;
      if (typeof data1 === "string") {
        if (!pattern17.test(data1)) {
          const err3 = { instancePath: instancePath + "/bytes", schemaPath: "#/definitions/size/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(B|KB|MB|GB|KiB|MiB|GiB)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(B|KB|MB|GB|KiB|MiB|GiB)$", parentSchema: schema22, data: data1 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/bytes", schemaPath: "#/definitions/size/type", keyword: "type", params: { type: "string" }, schema: schema22.type, parentSchema: schema22, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.file !== void 0) {
      let data2 = data.file;
      if (typeof data2 === "string") {
        if (!pattern0.test(data2)) {
          const err5 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema21.properties.file, data: data2 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" }, schema: schema21.properties.file.type, parentSchema: schema21.properties.file, data: data2 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.filename !== void 0) {
      let data3 = data.filename;
      if (typeof data3 === "string") {
        if (!pattern0.test(data3)) {
          const err7 = { instancePath: instancePath + "/filename", schemaPath: "#/properties/filename/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema21.properties.filename, data: data3 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/filename", schemaPath: "#/properties/filename/type", keyword: "type", params: { type: "string" }, schema: schema21.properties.filename.type, parentSchema: schema21.properties.filename, data: data3 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.content_type !== void 0) {
      let data4 = data.content_type;
      if (typeof data4 === "string") {
        if (!pattern0.test(data4)) {
          const err9 = { instancePath: instancePath + "/content_type", schemaPath: "#/properties/content_type/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema21.properties.content_type, data: data4 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/content_type", schemaPath: "#/properties/content_type/type", keyword: "type", params: { type: "string" }, schema: schema21.properties.content_type.type, parentSchema: schema21.properties.content_type, data: data4 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
  }
  validate17.errors = vErrors;
  return errors === 0;
}
var schema29 = { "description": "What makes an answer a success.", "type": "object", "properties": { "status": { "$ref": "#/definitions/status" }, "header": { "description": "Headers: the exact text, or /regex/.", "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"], "x-expected": "a text, a number, true or false" } }, "body": { "description": "The body as text.", "type": "object", "properties": { "contains": { "description": "It holds this text.", "type": "string" }, "matches": { "description": "It matches this /regex/.", "type": "string" }, "equals": { "description": "It is this text.", "type": "string" } }, "additionalProperties": false }, "json": { "description": 'RFC 9535 JSONPath to a literal, a "/regex/" or a test.', "type": "object", "additionalProperties": { "$ref": "#/definitions/jsonTest" } }, "max_size": { "$ref": "#/definitions/size" } }, "additionalProperties": false };
var schema32 = { "description": 'A literal, a "/regex/", or { min, max, exists, min_length, matches, equals }.', "type": ["null", "boolean", "number", "string", "array", "object"], "if": { "type": "object" }, "then": { "description": "All that are set must hold.", "type": "object", "properties": { "min": { "description": "At least.", "type": "number" }, "max": { "description": "At most.", "type": "number" }, "exists": { "description": "The path finds a value.", "type": "boolean" }, "min_length": { "description": "Length of a list or text, at least.", "type": "integer", "minimum": 0 }, "matches": { "description": "A /regex/.", "type": "string" }, "equals": { "description": "Exactly this JSON." } }, "additionalProperties": false, "minProperties": 1 } };
var schema30 = { "description": "A code, a class, or a list of both.", "type": ["integer", "string", "array"], "minimum": 100, "maximum": 599, "pattern": "^[1-5]xx$", "items": { "$ref": "#/definitions/statusItem" }, "minItems": 1, "x-expected": "a status such as 429, a class such as 2xx, or a list of both" };
var schema31 = { "type": ["integer", "string"], "minimum": 100, "maximum": 599, "pattern": "^[1-5]xx$", "x-expected": "a status such as 429, or a class such as 2xx" };
var pattern33 = new RegExp("^[1-5]xx$", "u");
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data)) && typeof data !== "string" && !Array.isArray(data)) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema30.type }, schema: schema30.type, parentSchema: schema30, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == "number" && isFinite(data)) {
    if (data > 599 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 }, schema: 599, parentSchema: schema30, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data < 100 || isNaN(data)) {
      const err2 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 }, schema: 100, parentSchema: schema30, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  if (typeof data === "string") {
    if (!pattern33.test(data)) {
      const err3 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[1-5]xx$" }, schema: "^[1-5]xx$", parentSchema: schema30, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
  }
  if (Array.isArray(data)) {
    if (data.length < 1) {
      const err4 = { instancePath, schemaPath: "#/minItems", keyword: "minItems", params: { limit: 1 }, schema: 1, parentSchema: schema30, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0)) && typeof data0 !== "string") {
        const err5 = { instancePath: instancePath + "/" + i0, schemaPath: "#/definitions/statusItem/type", keyword: "type", params: { type: schema31.type }, schema: schema31.type, parentSchema: schema31, data: data0 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 599 || isNaN(data0)) {
          const err6 = { instancePath: instancePath + "/" + i0, schemaPath: "#/definitions/statusItem/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 }, schema: 599, parentSchema: schema31, data: data0 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data0 < 100 || isNaN(data0)) {
          const err7 = { instancePath: instancePath + "/" + i0, schemaPath: "#/definitions/statusItem/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 }, schema: 100, parentSchema: schema31, data: data0 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
      if (typeof data0 === "string") {
        if (!pattern33.test(data0)) {
          const err8 = { instancePath: instancePath + "/" + i0, schemaPath: "#/definitions/statusItem/pattern", keyword: "pattern", params: { pattern: "^[1-5]xx$" }, schema: "^[1-5]xx$", parentSchema: schema31, data: data0 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
    }
  }
  validate20.errors = vErrors;
  return errors === 0;
}
function validate19(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "status" || key0 === "header" || key0 === "body" || key0 === "json" || key0 === "max_size")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema29, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.status !== void 0) {
      if (!validate20(data.status, { instancePath: instancePath + "/status", parentData: data, parentDataProperty: "status", rootData })) {
        vErrors = vErrors === null ? validate20.errors : vErrors.concat(validate20.errors);
        errors = vErrors.length;
      }
    }
    if (data.header !== void 0) {
      let data1 = data.header;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        for (const key1 in data1) {
          let data2 = data1[key1];
          if (typeof data2 !== "string" && !(typeof data2 == "number" && isFinite(data2)) && typeof data2 !== "boolean") {
            const err1 = { instancePath: instancePath + "/header/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/header/additionalProperties/type", keyword: "type", params: { type: schema29.properties.header.additionalProperties.type }, schema: schema29.properties.header.additionalProperties.type, parentSchema: schema29.properties.header.additionalProperties, data: data2 };
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
      } else {
        const err2 = { instancePath: instancePath + "/header", schemaPath: "#/properties/header/type", keyword: "type", params: { type: "object" }, schema: schema29.properties.header.type, parentSchema: schema29.properties.header, data: data1 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.body !== void 0) {
      let data3 = data.body;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        for (const key2 in data3) {
          if (!(key2 === "contains" || key2 === "matches" || key2 === "equals")) {
            const err3 = { instancePath: instancePath + "/body", schemaPath: "#/properties/body/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, schema: false, parentSchema: schema29.properties.body, data: data3 };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
        if (data3.contains !== void 0) {
          let data4 = data3.contains;
          if (typeof data4 !== "string") {
            const err4 = { instancePath: instancePath + "/body/contains", schemaPath: "#/properties/body/properties/contains/type", keyword: "type", params: { type: "string" }, schema: schema29.properties.body.properties.contains.type, parentSchema: schema29.properties.body.properties.contains, data: data4 };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
        if (data3.matches !== void 0) {
          let data5 = data3.matches;
          if (typeof data5 !== "string") {
            const err5 = { instancePath: instancePath + "/body/matches", schemaPath: "#/properties/body/properties/matches/type", keyword: "type", params: { type: "string" }, schema: schema29.properties.body.properties.matches.type, parentSchema: schema29.properties.body.properties.matches, data: data5 };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        if (data3.equals !== void 0) {
          let data6 = data3.equals;
          if (typeof data6 !== "string") {
            const err6 = { instancePath: instancePath + "/body/equals", schemaPath: "#/properties/body/properties/equals/type", keyword: "type", params: { type: "string" }, schema: schema29.properties.body.properties.equals.type, parentSchema: schema29.properties.body.properties.equals, data: data6 };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
      } else {
        const err7 = { instancePath: instancePath + "/body", schemaPath: "#/properties/body/type", keyword: "type", params: { type: "object" }, schema: schema29.properties.body.type, parentSchema: schema29.properties.body, data: data3 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.json !== void 0) {
      let data7 = data.json;
      if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
        for (const key3 in data7) {
          let data8 = data7[key3];
          if (typeof data8 != "object" && typeof data8 !== "boolean" && !(typeof data8 == "number" && isFinite(data8)) && typeof data8 !== "string") {
            const err8 = { instancePath: instancePath + "/json/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/jsonTest/type", keyword: "type", params: { type: schema32.type }, schema: schema32.type, parentSchema: schema32, data: data8 };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
          const _errs23 = errors;
          let valid5 = true;
          const _errs24 = errors;
          if (!(data8 && typeof data8 == "object" && !Array.isArray(data8))) {
            const err9 = {};
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
          var _valid0 = _errs24 === errors;
          errors = _errs23;
          if (vErrors !== null) {
            if (_errs23) {
              vErrors.length = _errs23;
            } else {
              vErrors = null;
            }
          }
          if (_valid0) {
            const _errs26 = errors;
            if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
              if (Object.keys(data8).length < 1) {
                const err10 = { instancePath: instancePath + "/json/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/jsonTest/then/minProperties", keyword: "minProperties", params: { limit: 1 }, schema: 1, parentSchema: schema32.then, data: data8 };
                if (vErrors === null) {
                  vErrors = [err10];
                } else {
                  vErrors.push(err10);
                }
                errors++;
              }
              for (const key4 in data8) {
                if (!(key4 === "min" || key4 === "max" || key4 === "exists" || key4 === "min_length" || key4 === "matches" || key4 === "equals")) {
                  const err11 = { instancePath: instancePath + "/json/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/jsonTest/then/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, schema: false, parentSchema: schema32.then, data: data8 };
                  if (vErrors === null) {
                    vErrors = [err11];
                  } else {
                    vErrors.push(err11);
                  }
                  errors++;
                }
              }
              if (data8.min !== void 0) {
                let data9 = data8.min;
                if (!(typeof data9 == "number" && isFinite(data9))) {
                  const err12 = { instancePath: instancePath + "/json/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/min", schemaPath: "#/definitions/jsonTest/then/properties/min/type", keyword: "type", params: { type: "number" }, schema: schema32.then.properties.min.type, parentSchema: schema32.then.properties.min, data: data9 };
                  if (vErrors === null) {
                    vErrors = [err12];
                  } else {
                    vErrors.push(err12);
                  }
                  errors++;
                }
              }
              if (data8.max !== void 0) {
                let data10 = data8.max;
                if (!(typeof data10 == "number" && isFinite(data10))) {
                  const err13 = { instancePath: instancePath + "/json/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/max", schemaPath: "#/definitions/jsonTest/then/properties/max/type", keyword: "type", params: { type: "number" }, schema: schema32.then.properties.max.type, parentSchema: schema32.then.properties.max, data: data10 };
                  if (vErrors === null) {
                    vErrors = [err13];
                  } else {
                    vErrors.push(err13);
                  }
                  errors++;
                }
              }
              if (data8.exists !== void 0) {
                let data11 = data8.exists;
                if (typeof data11 !== "boolean") {
                  const err14 = { instancePath: instancePath + "/json/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/exists", schemaPath: "#/definitions/jsonTest/then/properties/exists/type", keyword: "type", params: { type: "boolean" }, schema: schema32.then.properties.exists.type, parentSchema: schema32.then.properties.exists, data: data11 };
                  if (vErrors === null) {
                    vErrors = [err14];
                  } else {
                    vErrors.push(err14);
                  }
                  errors++;
                }
              }
              if (data8.min_length !== void 0) {
                let data12 = data8.min_length;
                if (!(typeof data12 == "number" && (!(data12 % 1) && !isNaN(data12)) && isFinite(data12))) {
                  const err15 = { instancePath: instancePath + "/json/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/min_length", schemaPath: "#/definitions/jsonTest/then/properties/min_length/type", keyword: "type", params: { type: "integer" }, schema: schema32.then.properties.min_length.type, parentSchema: schema32.then.properties.min_length, data: data12 };
                  if (vErrors === null) {
                    vErrors = [err15];
                  } else {
                    vErrors.push(err15);
                  }
                  errors++;
                }
                if (typeof data12 == "number" && isFinite(data12)) {
                  if (data12 < 0 || isNaN(data12)) {
                    const err16 = { instancePath: instancePath + "/json/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/min_length", schemaPath: "#/definitions/jsonTest/then/properties/min_length/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema32.then.properties.min_length, data: data12 };
                    if (vErrors === null) {
                      vErrors = [err16];
                    } else {
                      vErrors.push(err16);
                    }
                    errors++;
                  }
                }
              }
              if (data8.matches !== void 0) {
                let data13 = data8.matches;
                if (typeof data13 !== "string") {
                  const err17 = { instancePath: instancePath + "/json/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/matches", schemaPath: "#/definitions/jsonTest/then/properties/matches/type", keyword: "type", params: { type: "string" }, schema: schema32.then.properties.matches.type, parentSchema: schema32.then.properties.matches, data: data13 };
                  if (vErrors === null) {
                    vErrors = [err17];
                  } else {
                    vErrors.push(err17);
                  }
                  errors++;
                }
              }
            } else {
              const err18 = { instancePath: instancePath + "/json/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/jsonTest/then/type", keyword: "type", params: { type: "object" }, schema: schema32.then.type, parentSchema: schema32.then, data: data8 };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
            var _valid0 = _errs26 === errors;
            valid5 = _valid0;
          }
          if (!valid5) {
            const err19 = { instancePath: instancePath + "/json/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/jsonTest/if", keyword: "if", params: { failingKeyword: "then" }, schema: schema32.if, parentSchema: schema32, data: data8 };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
      } else {
        const err20 = { instancePath: instancePath + "/json", schemaPath: "#/properties/json/type", keyword: "type", params: { type: "object" }, schema: schema29.properties.json.type, parentSchema: schema29.properties.json, data: data7 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.max_size !== void 0) {
      let data14 = data.max_size;
      if (typeof data14 === "string") {
        if (!pattern17.test(data14)) {
          const err21 = { instancePath: instancePath + "/max_size", schemaPath: "#/definitions/size/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(B|KB|MB|GB|KiB|MiB|GiB)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(B|KB|MB|GB|KiB|MiB|GiB)$", parentSchema: schema22, data: data14 };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
      } else {
        const err22 = { instancePath: instancePath + "/max_size", schemaPath: "#/definitions/size/type", keyword: "type", params: { type: "string" }, schema: schema22.type, parentSchema: schema22, data: data14 };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
  } else {
    const err23 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema29.type, parentSchema: schema29, data };
    if (vErrors === null) {
      vErrors = [err23];
    } else {
      vErrors.push(err23);
    }
    errors++;
  }
  validate19.errors = vErrors;
  return errors === 0;
}
function validate16(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.every === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "every" }, schema: schema18.required, parentSchema: schema18, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.within === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "within" }, schema: schema18.required, parentSchema: schema18, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.until === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "until" }, schema: schema18.required, parentSchema: schema18, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema18.properties, key0)) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema18, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.get !== void 0) {
      let data0 = data.get;
      if (typeof data0 === "string") {
        if (!pattern10.test(data0)) {
          const err4 = { instancePath: instancePath + "/get", schemaPath: "#/properties/get/pattern", keyword: "pattern", params: { pattern: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$" }, schema: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", parentSchema: schema18.properties.get, data: data0 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/get", schemaPath: "#/properties/get/type", keyword: "type", params: { type: "string" }, schema: schema18.properties.get.type, parentSchema: schema18.properties.get, data: data0 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.post !== void 0) {
      let data1 = data.post;
      if (typeof data1 === "string") {
        if (!pattern10.test(data1)) {
          const err6 = { instancePath: instancePath + "/post", schemaPath: "#/properties/post/pattern", keyword: "pattern", params: { pattern: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$" }, schema: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", parentSchema: schema18.properties.post, data: data1 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/post", schemaPath: "#/properties/post/type", keyword: "type", params: { type: "string" }, schema: schema18.properties.post.type, parentSchema: schema18.properties.post, data: data1 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.put !== void 0) {
      let data2 = data.put;
      if (typeof data2 === "string") {
        if (!pattern10.test(data2)) {
          const err8 = { instancePath: instancePath + "/put", schemaPath: "#/properties/put/pattern", keyword: "pattern", params: { pattern: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$" }, schema: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", parentSchema: schema18.properties.put, data: data2 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/put", schemaPath: "#/properties/put/type", keyword: "type", params: { type: "string" }, schema: schema18.properties.put.type, parentSchema: schema18.properties.put, data: data2 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.patch !== void 0) {
      let data3 = data.patch;
      if (typeof data3 === "string") {
        if (!pattern10.test(data3)) {
          const err10 = { instancePath: instancePath + "/patch", schemaPath: "#/properties/patch/pattern", keyword: "pattern", params: { pattern: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$" }, schema: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", parentSchema: schema18.properties.patch, data: data3 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/patch", schemaPath: "#/properties/patch/type", keyword: "type", params: { type: "string" }, schema: schema18.properties.patch.type, parentSchema: schema18.properties.patch, data: data3 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.delete !== void 0) {
      let data4 = data.delete;
      if (typeof data4 === "string") {
        if (!pattern10.test(data4)) {
          const err12 = { instancePath: instancePath + "/delete", schemaPath: "#/properties/delete/pattern", keyword: "pattern", params: { pattern: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$" }, schema: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", parentSchema: schema18.properties.delete, data: data4 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/delete", schemaPath: "#/properties/delete/type", keyword: "type", params: { type: "string" }, schema: schema18.properties.delete.type, parentSchema: schema18.properties.delete, data: data4 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.head !== void 0) {
      let data5 = data.head;
      if (typeof data5 === "string") {
        if (!pattern10.test(data5)) {
          const err14 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/pattern", keyword: "pattern", params: { pattern: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$" }, schema: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", parentSchema: schema18.properties.head, data: data5 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/type", keyword: "type", params: { type: "string" }, schema: schema18.properties.head.type, parentSchema: schema18.properties.head, data: data5 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.options !== void 0) {
      let data6 = data.options;
      if (typeof data6 === "string") {
        if (!pattern10.test(data6)) {
          const err16 = { instancePath: instancePath + "/options", schemaPath: "#/properties/options/pattern", keyword: "pattern", params: { pattern: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$" }, schema: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", parentSchema: schema18.properties.options, data: data6 };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      } else {
        const err17 = { instancePath: instancePath + "/options", schemaPath: "#/properties/options/type", keyword: "type", params: { type: "string" }, schema: schema18.properties.options.type, parentSchema: schema18.properties.options, data: data6 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.query !== void 0) {
      let data7 = data.query;
      if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
        for (const key1 in data7) {
          let data8 = data7[key1];
          if (typeof data8 !== "string" && !(typeof data8 == "number" && isFinite(data8)) && typeof data8 !== "boolean" && !Array.isArray(data8)) {
            const err18 = { instancePath: instancePath + "/query/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/fields/additionalProperties/type", keyword: "type", params: { type: schema19.additionalProperties.type }, schema: schema19.additionalProperties.type, parentSchema: schema19.additionalProperties, data: data8 };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
          if (Array.isArray(data8)) {
            const len0 = data8.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data9 = data8[i0];
              if (typeof data9 !== "string" && !(typeof data9 == "number" && isFinite(data9)) && typeof data9 !== "boolean") {
                const err19 = { instancePath: instancePath + "/query/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0, schemaPath: "#/definitions/fields/additionalProperties/items/type", keyword: "type", params: { type: schema19.additionalProperties.items.type }, schema: schema19.additionalProperties.items.type, parentSchema: schema19.additionalProperties.items, data: data9 };
                if (vErrors === null) {
                  vErrors = [err19];
                } else {
                  vErrors.push(err19);
                }
                errors++;
              }
            }
          }
        }
      } else {
        const err20 = { instancePath: instancePath + "/query", schemaPath: "#/definitions/fields/type", keyword: "type", params: { type: "object" }, schema: schema19.type, parentSchema: schema19, data: data7 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.form !== void 0) {
      let data10 = data.form;
      if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
        for (const key2 in data10) {
          let data11 = data10[key2];
          if (typeof data11 !== "string" && !(typeof data11 == "number" && isFinite(data11)) && typeof data11 !== "boolean" && !Array.isArray(data11)) {
            const err21 = { instancePath: instancePath + "/form/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/fields/additionalProperties/type", keyword: "type", params: { type: schema19.additionalProperties.type }, schema: schema19.additionalProperties.type, parentSchema: schema19.additionalProperties, data: data11 };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
          if (Array.isArray(data11)) {
            const len1 = data11.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data12 = data11[i1];
              if (typeof data12 !== "string" && !(typeof data12 == "number" && isFinite(data12)) && typeof data12 !== "boolean") {
                const err22 = { instancePath: instancePath + "/form/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i1, schemaPath: "#/definitions/fields/additionalProperties/items/type", keyword: "type", params: { type: schema19.additionalProperties.items.type }, schema: schema19.additionalProperties.items.type, parentSchema: schema19.additionalProperties.items, data: data12 };
                if (vErrors === null) {
                  vErrors = [err22];
                } else {
                  vErrors.push(err22);
                }
                errors++;
              }
            }
          }
        }
      } else {
        const err23 = { instancePath: instancePath + "/form", schemaPath: "#/definitions/fields/type", keyword: "type", params: { type: "object" }, schema: schema19.type, parentSchema: schema19, data: data10 };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.text !== void 0) {
      let data13 = data.text;
      if (typeof data13 !== "string") {
        const err24 = { instancePath: instancePath + "/text", schemaPath: "#/properties/text/type", keyword: "type", params: { type: "string" }, schema: schema18.properties.text.type, parentSchema: schema18.properties.text, data: data13 };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.multipart !== void 0) {
      let data14 = data.multipart;
      if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
        for (const key3 in data14) {
          if (!validate17(data14[key3], { instancePath: instancePath + "/multipart/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data14, parentDataProperty: key3, rootData })) {
            vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err25 = { instancePath: instancePath + "/multipart", schemaPath: "#/properties/multipart/type", keyword: "type", params: { type: "object" }, schema: schema18.properties.multipart.type, parentSchema: schema18.properties.multipart, data: data14 };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.bytes !== void 0) {
      let data16 = data.bytes;
      if (typeof data16 === "string") {
        if (!pattern17.test(data16)) {
          const err26 = { instancePath: instancePath + "/bytes", schemaPath: "#/definitions/size/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(B|KB|MB|GB|KiB|MiB|GiB)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(B|KB|MB|GB|KiB|MiB|GiB)$", parentSchema: schema22, data: data16 };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
      } else {
        const err27 = { instancePath: instancePath + "/bytes", schemaPath: "#/definitions/size/type", keyword: "type", params: { type: "string" }, schema: schema22.type, parentSchema: schema22, data: data16 };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
    if (data.file !== void 0) {
      let data17 = data.file;
      if (typeof data17 === "string") {
        if (!pattern0.test(data17)) {
          const err28 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema18.properties.file, data: data17 };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
      } else {
        const err29 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" }, schema: schema18.properties.file.type, parentSchema: schema18.properties.file, data: data17 };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.headers !== void 0) {
      let data18 = data.headers;
      if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
        for (const key4 in data18) {
          const _errs46 = errors;
          if (typeof key4 === "string") {
            if (!pattern23.test(key4)) {
              const err30 = { instancePath: instancePath + "/headers", schemaPath: "#/definitions/headers/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$" }, schema: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$", parentSchema: schema24.propertyNames, data: key4, propertyName: key4 };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
          } else {
            const err31 = { instancePath: instancePath + "/headers", schemaPath: "#/definitions/headers/propertyNames/type", keyword: "type", params: { type: "string" }, schema: schema24.propertyNames.type, parentSchema: schema24.propertyNames, data: key4, propertyName: key4 };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
          var valid12 = _errs46 === errors;
          if (!valid12) {
            const err32 = { instancePath: instancePath + "/headers", schemaPath: "#/definitions/headers/propertyNames", keyword: "propertyNames", params: { propertyName: key4 }, schema: schema24.propertyNames, parentSchema: schema24, data: data18 };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
        for (const key5 in data18) {
          let data19 = data18[key5];
          if (typeof data19 !== "string" && !(typeof data19 == "number" && isFinite(data19)) && typeof data19 !== "boolean") {
            const err33 = { instancePath: instancePath + "/headers/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/headers/additionalProperties/type", keyword: "type", params: { type: schema24.additionalProperties.type }, schema: schema24.additionalProperties.type, parentSchema: schema24.additionalProperties, data: data19 };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
          if (typeof data19 === "string") {
            if (!pattern24.test(data19)) {
              const err34 = { instancePath: instancePath + "/headers/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/headers/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^[^\\r\\n\\u0000]*$" }, schema: "^[^\\r\\n\\u0000]*$", parentSchema: schema24.additionalProperties, data: data19 };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
          }
        }
      } else {
        const err35 = { instancePath: instancePath + "/headers", schemaPath: "#/definitions/headers/type", keyword: "type", params: { type: "object" }, schema: schema24.type, parentSchema: schema24, data: data18 };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
    }
    if (data.timeout !== void 0) {
      let data20 = data.timeout;
      if (typeof data20 === "string") {
        if (!pattern5.test(data20)) {
          const err36 = { instancePath: instancePath + "/timeout", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data20 };
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        }
      } else {
        const err37 = { instancePath: instancePath + "/timeout", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data20 };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
    }
    if (data.follow_redirects !== void 0) {
      let data21 = data.follow_redirects;
      if (typeof data21 !== "boolean") {
        const err38 = { instancePath: instancePath + "/follow_redirects", schemaPath: "#/properties/follow_redirects/type", keyword: "type", params: { type: "boolean" }, schema: schema18.properties.follow_redirects.type, parentSchema: schema18.properties.follow_redirects, data: data21 };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
    if (data.connections !== void 0) {
      let data22 = data.connections;
      if (!(typeof data22 == "number" && (!(data22 % 1) && !isNaN(data22)) && isFinite(data22))) {
        const err39 = { instancePath: instancePath + "/connections", schemaPath: "#/properties/connections/type", keyword: "type", params: { type: "integer" }, schema: schema18.properties.connections.type, parentSchema: schema18.properties.connections, data: data22 };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
      if (typeof data22 == "number" && isFinite(data22)) {
        if (data22 > 1e5 || isNaN(data22)) {
          const err40 = { instancePath: instancePath + "/connections", schemaPath: "#/properties/connections/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e5 }, schema: 1e5, parentSchema: schema18.properties.connections, data: data22 };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
        if (data22 < 1 || isNaN(data22)) {
          const err41 = { instancePath: instancePath + "/connections", schemaPath: "#/properties/connections/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema18.properties.connections, data: data22 };
          if (vErrors === null) {
            vErrors = [err41];
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
      }
    }
    if (data.http2 !== void 0) {
      let data23 = data.http2;
      if (typeof data23 !== "boolean") {
        const err42 = { instancePath: instancePath + "/http2", schemaPath: "#/properties/http2/type", keyword: "type", params: { type: "boolean" }, schema: schema18.properties.http2.type, parentSchema: schema18.properties.http2, data: data23 };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
    }
    if (data.cookies !== void 0) {
      let data24 = data.cookies;
      if (typeof data24 !== "boolean") {
        const err43 = { instancePath: instancePath + "/cookies", schemaPath: "#/properties/cookies/type", keyword: "type", params: { type: "boolean" }, schema: schema18.properties.cookies.type, parentSchema: schema18.properties.cookies, data: data24 };
        if (vErrors === null) {
          vErrors = [err43];
        } else {
          vErrors.push(err43);
        }
        errors++;
      }
    }
    if (data.tls !== void 0) {
      let data25 = data.tls;
      if (data25 && typeof data25 == "object" && !Array.isArray(data25)) {
        for (const key6 in data25) {
          if (!(key6 === "ca" || key6 === "cert" || key6 === "key" || key6 === "insecure")) {
            const err44 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, schema: false, parentSchema: schema18.properties.tls, data: data25 };
            if (vErrors === null) {
              vErrors = [err44];
            } else {
              vErrors.push(err44);
            }
            errors++;
          }
        }
        if (data25.ca !== void 0) {
          let data26 = data25.ca;
          if (typeof data26 === "string") {
            if (!pattern0.test(data26)) {
              const err45 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/properties/tls/properties/ca/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema18.properties.tls.properties.ca, data: data26 };
              if (vErrors === null) {
                vErrors = [err45];
              } else {
                vErrors.push(err45);
              }
              errors++;
            }
          } else {
            const err46 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/properties/tls/properties/ca/type", keyword: "type", params: { type: "string" }, schema: schema18.properties.tls.properties.ca.type, parentSchema: schema18.properties.tls.properties.ca, data: data26 };
            if (vErrors === null) {
              vErrors = [err46];
            } else {
              vErrors.push(err46);
            }
            errors++;
          }
        }
        if (data25.cert !== void 0) {
          let data27 = data25.cert;
          if (typeof data27 === "string") {
            if (!pattern0.test(data27)) {
              const err47 = { instancePath: instancePath + "/tls/cert", schemaPath: "#/properties/tls/properties/cert/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema18.properties.tls.properties.cert, data: data27 };
              if (vErrors === null) {
                vErrors = [err47];
              } else {
                vErrors.push(err47);
              }
              errors++;
            }
          } else {
            const err48 = { instancePath: instancePath + "/tls/cert", schemaPath: "#/properties/tls/properties/cert/type", keyword: "type", params: { type: "string" }, schema: schema18.properties.tls.properties.cert.type, parentSchema: schema18.properties.tls.properties.cert, data: data27 };
            if (vErrors === null) {
              vErrors = [err48];
            } else {
              vErrors.push(err48);
            }
            errors++;
          }
        }
        if (data25.key !== void 0) {
          let data28 = data25.key;
          if (typeof data28 === "string") {
            if (!pattern0.test(data28)) {
              const err49 = { instancePath: instancePath + "/tls/key", schemaPath: "#/properties/tls/properties/key/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema18.properties.tls.properties.key, data: data28 };
              if (vErrors === null) {
                vErrors = [err49];
              } else {
                vErrors.push(err49);
              }
              errors++;
            }
          } else {
            const err50 = { instancePath: instancePath + "/tls/key", schemaPath: "#/properties/tls/properties/key/type", keyword: "type", params: { type: "string" }, schema: schema18.properties.tls.properties.key.type, parentSchema: schema18.properties.tls.properties.key, data: data28 };
            if (vErrors === null) {
              vErrors = [err50];
            } else {
              vErrors.push(err50);
            }
            errors++;
          }
        }
        if (data25.insecure !== void 0) {
          let data29 = data25.insecure;
          if (typeof data29 !== "boolean") {
            const err51 = { instancePath: instancePath + "/tls/insecure", schemaPath: "#/properties/tls/properties/insecure/type", keyword: "type", params: { type: "boolean" }, schema: schema18.properties.tls.properties.insecure.type, parentSchema: schema18.properties.tls.properties.insecure, data: data29 };
            if (vErrors === null) {
              vErrors = [err51];
            } else {
              vErrors.push(err51);
            }
            errors++;
          }
        }
      } else {
        const err52 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/type", keyword: "type", params: { type: "object" }, schema: schema18.properties.tls.type, parentSchema: schema18.properties.tls, data: data25 };
        if (vErrors === null) {
          vErrors = [err52];
        } else {
          vErrors.push(err52);
        }
        errors++;
      }
    }
    if (data.proxy !== void 0) {
      let data30 = data.proxy;
      if (typeof data30 === "string") {
        if (!pattern7.test(data30)) {
          const err53 = { instancePath: instancePath + "/proxy", schemaPath: "#/properties/proxy/pattern", keyword: "pattern", params: { pattern: "^(https?://|\\$\\{)\\S*$" }, schema: "^(https?://|\\$\\{)\\S*$", parentSchema: schema18.properties.proxy, data: data30 };
          if (vErrors === null) {
            vErrors = [err53];
          } else {
            vErrors.push(err53);
          }
          errors++;
        }
      } else {
        const err54 = { instancePath: instancePath + "/proxy", schemaPath: "#/properties/proxy/type", keyword: "type", params: { type: "string" }, schema: schema18.properties.proxy.type, parentSchema: schema18.properties.proxy, data: data30 };
        if (vErrors === null) {
          vErrors = [err54];
        } else {
          vErrors.push(err54);
        }
        errors++;
      }
    }
    if (data.traceparent !== void 0) {
      let data31 = data.traceparent;
      if (typeof data31 !== "boolean") {
        const err55 = { instancePath: instancePath + "/traceparent", schemaPath: "#/properties/traceparent/type", keyword: "type", params: { type: "boolean" }, schema: schema18.properties.traceparent.type, parentSchema: schema18.properties.traceparent, data: data31 };
        if (vErrors === null) {
          vErrors = [err55];
        } else {
          vErrors.push(err55);
        }
        errors++;
      }
    }
    if (data.slower_than !== void 0) {
      let data32 = data.slower_than;
      if (typeof data32 === "string") {
        if (!pattern5.test(data32)) {
          const err56 = { instancePath: instancePath + "/slower_than", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data32 };
          if (vErrors === null) {
            vErrors = [err56];
          } else {
            vErrors.push(err56);
          }
          errors++;
        }
      } else {
        const err57 = { instancePath: instancePath + "/slower_than", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data32 };
        if (vErrors === null) {
          vErrors = [err57];
        } else {
          vErrors.push(err57);
        }
        errors++;
      }
    }
    if (data.every !== void 0) {
      let data33 = data.every;
      if (typeof data33 === "string") {
        if (!pattern5.test(data33)) {
          const err58 = { instancePath: instancePath + "/every", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data33 };
          if (vErrors === null) {
            vErrors = [err58];
          } else {
            vErrors.push(err58);
          }
          errors++;
        }
      } else {
        const err59 = { instancePath: instancePath + "/every", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data33 };
        if (vErrors === null) {
          vErrors = [err59];
        } else {
          vErrors.push(err59);
        }
        errors++;
      }
    }
    if (data.within !== void 0) {
      let data34 = data.within;
      if (typeof data34 === "string") {
        if (!pattern5.test(data34)) {
          const err60 = { instancePath: instancePath + "/within", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data34 };
          if (vErrors === null) {
            vErrors = [err60];
          } else {
            vErrors.push(err60);
          }
          errors++;
        }
      } else {
        const err61 = { instancePath: instancePath + "/within", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data34 };
        if (vErrors === null) {
          vErrors = [err61];
        } else {
          vErrors.push(err61);
        }
        errors++;
      }
    }
    if (data.until !== void 0) {
      if (!validate19(data.until, { instancePath: instancePath + "/until", parentData: data, parentDataProperty: "until", rootData })) {
        vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err62 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema18.type, parentSchema: schema18, data };
    if (vErrors === null) {
      vErrors = [err62];
    } else {
      vErrors.push(err62);
    }
    errors++;
  }
  validate16.errors = vErrors;
  return errors === 0;
}
function validate15(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "wait_for")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema17, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.wait_for !== void 0) {
      if (!validate16(data.wait_for, { instancePath: instancePath + "/wait_for", parentData: data, parentDataProperty: "wait_for", rootData })) {
        vErrors = vErrors === null ? validate16.errors : vErrors.concat(validate16.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema17.type, parentSchema: schema17, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate15.errors = vErrors;
  return errors === 0;
}
var schema34 = { "description": "One request.", "type": "object", "properties": { "get": { "description": "GET this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "post": { "description": "POST this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "put": { "description": "PUT this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "patch": { "description": "PATCH this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "delete": { "description": "DELETE this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "head": { "description": "HEAD this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "options": { "description": "OPTIONS this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "query": { "$ref": "#/definitions/fields" }, "json": { "description": "The body as JSON; every string in it is a template." }, "form": { "$ref": "#/definitions/fields" }, "text": { "description": "The body as text; a template.", "type": "string" }, "multipart": { "description": "The parts of a multipart/form-data body by name.", "type": "object", "additionalProperties": { "$ref": "#/definitions/part" } }, "bytes": { "$ref": "#/definitions/size" }, "file": { "description": "The body is this file, streamed; relative to this file.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "headers": { "$ref": "#/definitions/headers" }, "timeout": { "$ref": "#/definitions/duration" }, "follow_redirects": { "description": "Follow redirects (default false); each hop is checked against allowed_hosts.", "type": "boolean" }, "connections": { "description": "Connections per origin; absent: as many as the users need.", "type": "integer", "minimum": 1, "maximum": 1e5 }, "http2": { "description": "true: negotiate HTTP/2 by ALPN.", "type": "boolean" }, "cookies": { "description": "One cookie jar for each virtual user (default true).", "type": "boolean" }, "tls": { "description": "TLS of the client: paths are relative to this file.", "type": "object", "properties": { "ca": { "description": "PEM file with the certificates to trust.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "cert": { "description": "PEM file with the client certificate.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "key": { "description": "PEM file with the key of the client certificate.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "insecure": { "description": "true: accept any certificate.", "type": "boolean" } }, "additionalProperties": false }, "proxy": { "description": "Proxy URL; HTTP(S)_PROXY and NO_PROXY are honoured without it.", "type": "string", "pattern": "^(https?://|\\$\\{)\\S*$", "x-expected": "the URL of a proxy such as http://proxy:3128" }, "traceparent": { "description": "Send W3C trace context with each request.", "type": "boolean" }, "slower_than": { "$ref": "#/definitions/duration" }, "name": { "description": "The series of this step in every report and in the SLA.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "tags": { "$ref": "#/definitions/tags" }, "expect": { "$ref": "#/definitions/expect" }, "capture": { "$ref": "#/definitions/capture" } }, "additionalProperties": false };
var schema41 = { "description": "Labels.", "type": "array", "items": { "description": "A tag.", "type": "string", "pattern": "^[^\\s,]+$", "x-expected": "a tag without spaces and commas" } };
var schema42 = { "description": "Variables from the answer: a JSONPath, { header }, { body: regex } or { json, pick }.", "type": "object", "additionalProperties": { "type": ["string", "object"], "pattern": "^\\$", "x-expected": 'a JSONPath that begins with $, { header: name } or { body: "regex" }', "if": { "type": "object" }, "then": { "description": "Where the value comes from.", "type": "object", "properties": { "json": { "description": "A JSONPath.", "type": "string", "pattern": "^\\$", "x-expected": "a JSONPath that begins with $" }, "header": { "description": "A header.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "body": { "description": "A regular expression; its first group is taken.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "pick": { "description": "Which of several values: random (default) or first.", "type": "string", "enum": ["random", "first"] } }, "additionalProperties": false } }, "propertyNames": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "x-expected": "a name of letters, digits and underscores that does not begin with a digit" } };
var pattern54 = new RegExp("^[^\\s,]+$", "u");
var pattern56 = new RegExp("^\\$", "u");
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema34.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema34, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.get !== void 0) {
      let data0 = data.get;
      if (typeof data0 === "string") {
        if (!pattern10.test(data0)) {
          const err1 = { instancePath: instancePath + "/get", schemaPath: "#/properties/get/pattern", keyword: "pattern", params: { pattern: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$" }, schema: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", parentSchema: schema34.properties.get, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/get", schemaPath: "#/properties/get/type", keyword: "type", params: { type: "string" }, schema: schema34.properties.get.type, parentSchema: schema34.properties.get, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.post !== void 0) {
      let data1 = data.post;
      if (typeof data1 === "string") {
        if (!pattern10.test(data1)) {
          const err3 = { instancePath: instancePath + "/post", schemaPath: "#/properties/post/pattern", keyword: "pattern", params: { pattern: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$" }, schema: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", parentSchema: schema34.properties.post, data: data1 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/post", schemaPath: "#/properties/post/type", keyword: "type", params: { type: "string" }, schema: schema34.properties.post.type, parentSchema: schema34.properties.post, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.put !== void 0) {
      let data2 = data.put;
      if (typeof data2 === "string") {
        if (!pattern10.test(data2)) {
          const err5 = { instancePath: instancePath + "/put", schemaPath: "#/properties/put/pattern", keyword: "pattern", params: { pattern: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$" }, schema: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", parentSchema: schema34.properties.put, data: data2 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/put", schemaPath: "#/properties/put/type", keyword: "type", params: { type: "string" }, schema: schema34.properties.put.type, parentSchema: schema34.properties.put, data: data2 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.patch !== void 0) {
      let data3 = data.patch;
      if (typeof data3 === "string") {
        if (!pattern10.test(data3)) {
          const err7 = { instancePath: instancePath + "/patch", schemaPath: "#/properties/patch/pattern", keyword: "pattern", params: { pattern: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$" }, schema: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", parentSchema: schema34.properties.patch, data: data3 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/patch", schemaPath: "#/properties/patch/type", keyword: "type", params: { type: "string" }, schema: schema34.properties.patch.type, parentSchema: schema34.properties.patch, data: data3 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.delete !== void 0) {
      let data4 = data.delete;
      if (typeof data4 === "string") {
        if (!pattern10.test(data4)) {
          const err9 = { instancePath: instancePath + "/delete", schemaPath: "#/properties/delete/pattern", keyword: "pattern", params: { pattern: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$" }, schema: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", parentSchema: schema34.properties.delete, data: data4 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/delete", schemaPath: "#/properties/delete/type", keyword: "type", params: { type: "string" }, schema: schema34.properties.delete.type, parentSchema: schema34.properties.delete, data: data4 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.head !== void 0) {
      let data5 = data.head;
      if (typeof data5 === "string") {
        if (!pattern10.test(data5)) {
          const err11 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/pattern", keyword: "pattern", params: { pattern: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$" }, schema: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", parentSchema: schema34.properties.head, data: data5 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/type", keyword: "type", params: { type: "string" }, schema: schema34.properties.head.type, parentSchema: schema34.properties.head, data: data5 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.options !== void 0) {
      let data6 = data.options;
      if (typeof data6 === "string") {
        if (!pattern10.test(data6)) {
          const err13 = { instancePath: instancePath + "/options", schemaPath: "#/properties/options/pattern", keyword: "pattern", params: { pattern: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$" }, schema: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", parentSchema: schema34.properties.options, data: data6 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = { instancePath: instancePath + "/options", schemaPath: "#/properties/options/type", keyword: "type", params: { type: "string" }, schema: schema34.properties.options.type, parentSchema: schema34.properties.options, data: data6 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.query !== void 0) {
      let data7 = data.query;
      if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
        for (const key1 in data7) {
          let data8 = data7[key1];
          if (typeof data8 !== "string" && !(typeof data8 == "number" && isFinite(data8)) && typeof data8 !== "boolean" && !Array.isArray(data8)) {
            const err15 = { instancePath: instancePath + "/query/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/fields/additionalProperties/type", keyword: "type", params: { type: schema19.additionalProperties.type }, schema: schema19.additionalProperties.type, parentSchema: schema19.additionalProperties, data: data8 };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
          if (Array.isArray(data8)) {
            const len0 = data8.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data9 = data8[i0];
              if (typeof data9 !== "string" && !(typeof data9 == "number" && isFinite(data9)) && typeof data9 !== "boolean") {
                const err16 = { instancePath: instancePath + "/query/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0, schemaPath: "#/definitions/fields/additionalProperties/items/type", keyword: "type", params: { type: schema19.additionalProperties.items.type }, schema: schema19.additionalProperties.items.type, parentSchema: schema19.additionalProperties.items, data: data9 };
                if (vErrors === null) {
                  vErrors = [err16];
                } else {
                  vErrors.push(err16);
                }
                errors++;
              }
            }
          }
        }
      } else {
        const err17 = { instancePath: instancePath + "/query", schemaPath: "#/definitions/fields/type", keyword: "type", params: { type: "object" }, schema: schema19.type, parentSchema: schema19, data: data7 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.form !== void 0) {
      let data10 = data.form;
      if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
        for (const key2 in data10) {
          let data11 = data10[key2];
          if (typeof data11 !== "string" && !(typeof data11 == "number" && isFinite(data11)) && typeof data11 !== "boolean" && !Array.isArray(data11)) {
            const err18 = { instancePath: instancePath + "/form/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/fields/additionalProperties/type", keyword: "type", params: { type: schema19.additionalProperties.type }, schema: schema19.additionalProperties.type, parentSchema: schema19.additionalProperties, data: data11 };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
          if (Array.isArray(data11)) {
            const len1 = data11.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data12 = data11[i1];
              if (typeof data12 !== "string" && !(typeof data12 == "number" && isFinite(data12)) && typeof data12 !== "boolean") {
                const err19 = { instancePath: instancePath + "/form/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i1, schemaPath: "#/definitions/fields/additionalProperties/items/type", keyword: "type", params: { type: schema19.additionalProperties.items.type }, schema: schema19.additionalProperties.items.type, parentSchema: schema19.additionalProperties.items, data: data12 };
                if (vErrors === null) {
                  vErrors = [err19];
                } else {
                  vErrors.push(err19);
                }
                errors++;
              }
            }
          }
        }
      } else {
        const err20 = { instancePath: instancePath + "/form", schemaPath: "#/definitions/fields/type", keyword: "type", params: { type: "object" }, schema: schema19.type, parentSchema: schema19, data: data10 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.text !== void 0) {
      let data13 = data.text;
      if (typeof data13 !== "string") {
        const err21 = { instancePath: instancePath + "/text", schemaPath: "#/properties/text/type", keyword: "type", params: { type: "string" }, schema: schema34.properties.text.type, parentSchema: schema34.properties.text, data: data13 };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.multipart !== void 0) {
      let data14 = data.multipart;
      if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
        for (const key3 in data14) {
          if (!validate17(data14[key3], { instancePath: instancePath + "/multipart/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data14, parentDataProperty: key3, rootData })) {
            vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err22 = { instancePath: instancePath + "/multipart", schemaPath: "#/properties/multipart/type", keyword: "type", params: { type: "object" }, schema: schema34.properties.multipart.type, parentSchema: schema34.properties.multipart, data: data14 };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.bytes !== void 0) {
      let data16 = data.bytes;
      if (typeof data16 === "string") {
        if (!pattern17.test(data16)) {
          const err23 = { instancePath: instancePath + "/bytes", schemaPath: "#/definitions/size/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(B|KB|MB|GB|KiB|MiB|GiB)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(B|KB|MB|GB|KiB|MiB|GiB)$", parentSchema: schema22, data: data16 };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      } else {
        const err24 = { instancePath: instancePath + "/bytes", schemaPath: "#/definitions/size/type", keyword: "type", params: { type: "string" }, schema: schema22.type, parentSchema: schema22, data: data16 };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.file !== void 0) {
      let data17 = data.file;
      if (typeof data17 === "string") {
        if (!pattern0.test(data17)) {
          const err25 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema34.properties.file, data: data17 };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
      } else {
        const err26 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" }, schema: schema34.properties.file.type, parentSchema: schema34.properties.file, data: data17 };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.headers !== void 0) {
      let data18 = data.headers;
      if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
        for (const key4 in data18) {
          const _errs46 = errors;
          if (typeof key4 === "string") {
            if (!pattern23.test(key4)) {
              const err27 = { instancePath: instancePath + "/headers", schemaPath: "#/definitions/headers/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$" }, schema: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$", parentSchema: schema24.propertyNames, data: key4, propertyName: key4 };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
          } else {
            const err28 = { instancePath: instancePath + "/headers", schemaPath: "#/definitions/headers/propertyNames/type", keyword: "type", params: { type: "string" }, schema: schema24.propertyNames.type, parentSchema: schema24.propertyNames, data: key4, propertyName: key4 };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
          var valid12 = _errs46 === errors;
          if (!valid12) {
            const err29 = { instancePath: instancePath + "/headers", schemaPath: "#/definitions/headers/propertyNames", keyword: "propertyNames", params: { propertyName: key4 }, schema: schema24.propertyNames, parentSchema: schema24, data: data18 };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        }
        for (const key5 in data18) {
          let data19 = data18[key5];
          if (typeof data19 !== "string" && !(typeof data19 == "number" && isFinite(data19)) && typeof data19 !== "boolean") {
            const err30 = { instancePath: instancePath + "/headers/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/headers/additionalProperties/type", keyword: "type", params: { type: schema24.additionalProperties.type }, schema: schema24.additionalProperties.type, parentSchema: schema24.additionalProperties, data: data19 };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
          if (typeof data19 === "string") {
            if (!pattern24.test(data19)) {
              const err31 = { instancePath: instancePath + "/headers/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/headers/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^[^\\r\\n\\u0000]*$" }, schema: "^[^\\r\\n\\u0000]*$", parentSchema: schema24.additionalProperties, data: data19 };
              if (vErrors === null) {
                vErrors = [err31];
              } else {
                vErrors.push(err31);
              }
              errors++;
            }
          }
        }
      } else {
        const err32 = { instancePath: instancePath + "/headers", schemaPath: "#/definitions/headers/type", keyword: "type", params: { type: "object" }, schema: schema24.type, parentSchema: schema24, data: data18 };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
    }
    if (data.timeout !== void 0) {
      let data20 = data.timeout;
      if (typeof data20 === "string") {
        if (!pattern5.test(data20)) {
          const err33 = { instancePath: instancePath + "/timeout", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data20 };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
      } else {
        const err34 = { instancePath: instancePath + "/timeout", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data20 };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
    }
    if (data.follow_redirects !== void 0) {
      let data21 = data.follow_redirects;
      if (typeof data21 !== "boolean") {
        const err35 = { instancePath: instancePath + "/follow_redirects", schemaPath: "#/properties/follow_redirects/type", keyword: "type", params: { type: "boolean" }, schema: schema34.properties.follow_redirects.type, parentSchema: schema34.properties.follow_redirects, data: data21 };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
    }
    if (data.connections !== void 0) {
      let data22 = data.connections;
      if (!(typeof data22 == "number" && (!(data22 % 1) && !isNaN(data22)) && isFinite(data22))) {
        const err36 = { instancePath: instancePath + "/connections", schemaPath: "#/properties/connections/type", keyword: "type", params: { type: "integer" }, schema: schema34.properties.connections.type, parentSchema: schema34.properties.connections, data: data22 };
        if (vErrors === null) {
          vErrors = [err36];
        } else {
          vErrors.push(err36);
        }
        errors++;
      }
      if (typeof data22 == "number" && isFinite(data22)) {
        if (data22 > 1e5 || isNaN(data22)) {
          const err37 = { instancePath: instancePath + "/connections", schemaPath: "#/properties/connections/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e5 }, schema: 1e5, parentSchema: schema34.properties.connections, data: data22 };
          if (vErrors === null) {
            vErrors = [err37];
          } else {
            vErrors.push(err37);
          }
          errors++;
        }
        if (data22 < 1 || isNaN(data22)) {
          const err38 = { instancePath: instancePath + "/connections", schemaPath: "#/properties/connections/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema34.properties.connections, data: data22 };
          if (vErrors === null) {
            vErrors = [err38];
          } else {
            vErrors.push(err38);
          }
          errors++;
        }
      }
    }
    if (data.http2 !== void 0) {
      let data23 = data.http2;
      if (typeof data23 !== "boolean") {
        const err39 = { instancePath: instancePath + "/http2", schemaPath: "#/properties/http2/type", keyword: "type", params: { type: "boolean" }, schema: schema34.properties.http2.type, parentSchema: schema34.properties.http2, data: data23 };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
    if (data.cookies !== void 0) {
      let data24 = data.cookies;
      if (typeof data24 !== "boolean") {
        const err40 = { instancePath: instancePath + "/cookies", schemaPath: "#/properties/cookies/type", keyword: "type", params: { type: "boolean" }, schema: schema34.properties.cookies.type, parentSchema: schema34.properties.cookies, data: data24 };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
    }
    if (data.tls !== void 0) {
      let data25 = data.tls;
      if (data25 && typeof data25 == "object" && !Array.isArray(data25)) {
        for (const key6 in data25) {
          if (!(key6 === "ca" || key6 === "cert" || key6 === "key" || key6 === "insecure")) {
            const err41 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, schema: false, parentSchema: schema34.properties.tls, data: data25 };
            if (vErrors === null) {
              vErrors = [err41];
            } else {
              vErrors.push(err41);
            }
            errors++;
          }
        }
        if (data25.ca !== void 0) {
          let data26 = data25.ca;
          if (typeof data26 === "string") {
            if (!pattern0.test(data26)) {
              const err42 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/properties/tls/properties/ca/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema34.properties.tls.properties.ca, data: data26 };
              if (vErrors === null) {
                vErrors = [err42];
              } else {
                vErrors.push(err42);
              }
              errors++;
            }
          } else {
            const err43 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/properties/tls/properties/ca/type", keyword: "type", params: { type: "string" }, schema: schema34.properties.tls.properties.ca.type, parentSchema: schema34.properties.tls.properties.ca, data: data26 };
            if (vErrors === null) {
              vErrors = [err43];
            } else {
              vErrors.push(err43);
            }
            errors++;
          }
        }
        if (data25.cert !== void 0) {
          let data27 = data25.cert;
          if (typeof data27 === "string") {
            if (!pattern0.test(data27)) {
              const err44 = { instancePath: instancePath + "/tls/cert", schemaPath: "#/properties/tls/properties/cert/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema34.properties.tls.properties.cert, data: data27 };
              if (vErrors === null) {
                vErrors = [err44];
              } else {
                vErrors.push(err44);
              }
              errors++;
            }
          } else {
            const err45 = { instancePath: instancePath + "/tls/cert", schemaPath: "#/properties/tls/properties/cert/type", keyword: "type", params: { type: "string" }, schema: schema34.properties.tls.properties.cert.type, parentSchema: schema34.properties.tls.properties.cert, data: data27 };
            if (vErrors === null) {
              vErrors = [err45];
            } else {
              vErrors.push(err45);
            }
            errors++;
          }
        }
        if (data25.key !== void 0) {
          let data28 = data25.key;
          if (typeof data28 === "string") {
            if (!pattern0.test(data28)) {
              const err46 = { instancePath: instancePath + "/tls/key", schemaPath: "#/properties/tls/properties/key/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema34.properties.tls.properties.key, data: data28 };
              if (vErrors === null) {
                vErrors = [err46];
              } else {
                vErrors.push(err46);
              }
              errors++;
            }
          } else {
            const err47 = { instancePath: instancePath + "/tls/key", schemaPath: "#/properties/tls/properties/key/type", keyword: "type", params: { type: "string" }, schema: schema34.properties.tls.properties.key.type, parentSchema: schema34.properties.tls.properties.key, data: data28 };
            if (vErrors === null) {
              vErrors = [err47];
            } else {
              vErrors.push(err47);
            }
            errors++;
          }
        }
        if (data25.insecure !== void 0) {
          let data29 = data25.insecure;
          if (typeof data29 !== "boolean") {
            const err48 = { instancePath: instancePath + "/tls/insecure", schemaPath: "#/properties/tls/properties/insecure/type", keyword: "type", params: { type: "boolean" }, schema: schema34.properties.tls.properties.insecure.type, parentSchema: schema34.properties.tls.properties.insecure, data: data29 };
            if (vErrors === null) {
              vErrors = [err48];
            } else {
              vErrors.push(err48);
            }
            errors++;
          }
        }
      } else {
        const err49 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/type", keyword: "type", params: { type: "object" }, schema: schema34.properties.tls.type, parentSchema: schema34.properties.tls, data: data25 };
        if (vErrors === null) {
          vErrors = [err49];
        } else {
          vErrors.push(err49);
        }
        errors++;
      }
    }
    if (data.proxy !== void 0) {
      let data30 = data.proxy;
      if (typeof data30 === "string") {
        if (!pattern7.test(data30)) {
          const err50 = { instancePath: instancePath + "/proxy", schemaPath: "#/properties/proxy/pattern", keyword: "pattern", params: { pattern: "^(https?://|\\$\\{)\\S*$" }, schema: "^(https?://|\\$\\{)\\S*$", parentSchema: schema34.properties.proxy, data: data30 };
          if (vErrors === null) {
            vErrors = [err50];
          } else {
            vErrors.push(err50);
          }
          errors++;
        }
      } else {
        const err51 = { instancePath: instancePath + "/proxy", schemaPath: "#/properties/proxy/type", keyword: "type", params: { type: "string" }, schema: schema34.properties.proxy.type, parentSchema: schema34.properties.proxy, data: data30 };
        if (vErrors === null) {
          vErrors = [err51];
        } else {
          vErrors.push(err51);
        }
        errors++;
      }
    }
    if (data.traceparent !== void 0) {
      let data31 = data.traceparent;
      if (typeof data31 !== "boolean") {
        const err52 = { instancePath: instancePath + "/traceparent", schemaPath: "#/properties/traceparent/type", keyword: "type", params: { type: "boolean" }, schema: schema34.properties.traceparent.type, parentSchema: schema34.properties.traceparent, data: data31 };
        if (vErrors === null) {
          vErrors = [err52];
        } else {
          vErrors.push(err52);
        }
        errors++;
      }
    }
    if (data.slower_than !== void 0) {
      let data32 = data.slower_than;
      if (typeof data32 === "string") {
        if (!pattern5.test(data32)) {
          const err53 = { instancePath: instancePath + "/slower_than", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data32 };
          if (vErrors === null) {
            vErrors = [err53];
          } else {
            vErrors.push(err53);
          }
          errors++;
        }
      } else {
        const err54 = { instancePath: instancePath + "/slower_than", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data32 };
        if (vErrors === null) {
          vErrors = [err54];
        } else {
          vErrors.push(err54);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data33 = data.name;
      if (typeof data33 === "string") {
        if (!pattern0.test(data33)) {
          const err55 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema34.properties.name, data: data33 };
          if (vErrors === null) {
            vErrors = [err55];
          } else {
            vErrors.push(err55);
          }
          errors++;
        }
      } else {
        const err56 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema34.properties.name.type, parentSchema: schema34.properties.name, data: data33 };
        if (vErrors === null) {
          vErrors = [err56];
        } else {
          vErrors.push(err56);
        }
        errors++;
      }
    }
    if (data.tags !== void 0) {
      let data34 = data.tags;
      if (Array.isArray(data34)) {
        const len2 = data34.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data35 = data34[i2];
          if (typeof data35 === "string") {
            if (!pattern54.test(data35)) {
              const err57 = { instancePath: instancePath + "/tags/" + i2, schemaPath: "#/definitions/tags/items/pattern", keyword: "pattern", params: { pattern: "^[^\\s,]+$" }, schema: "^[^\\s,]+$", parentSchema: schema41.items, data: data35 };
              if (vErrors === null) {
                vErrors = [err57];
              } else {
                vErrors.push(err57);
              }
              errors++;
            }
          } else {
            const err58 = { instancePath: instancePath + "/tags/" + i2, schemaPath: "#/definitions/tags/items/type", keyword: "type", params: { type: "string" }, schema: schema41.items.type, parentSchema: schema41.items, data: data35 };
            if (vErrors === null) {
              vErrors = [err58];
            } else {
              vErrors.push(err58);
            }
            errors++;
          }
        }
      } else {
        const err59 = { instancePath: instancePath + "/tags", schemaPath: "#/definitions/tags/type", keyword: "type", params: { type: "array" }, schema: schema41.type, parentSchema: schema41, data: data34 };
        if (vErrors === null) {
          vErrors = [err59];
        } else {
          vErrors.push(err59);
        }
        errors++;
      }
    }
    if (data.expect !== void 0) {
      if (!validate19(data.expect, { instancePath: instancePath + "/expect", parentData: data, parentDataProperty: "expect", rootData })) {
        vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
        errors = vErrors.length;
      }
    }
    if (data.capture !== void 0) {
      let data37 = data.capture;
      if (data37 && typeof data37 == "object" && !Array.isArray(data37)) {
        for (const key7 in data37) {
          const _errs91 = errors;
          if (typeof key7 === "string") {
            if (!pattern55.test(key7)) {
              const err60 = { instancePath: instancePath + "/capture", schemaPath: "#/definitions/capture/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, schema: "^[A-Za-z_][A-Za-z0-9_]*$", parentSchema: schema42.propertyNames, data: key7, propertyName: key7 };
              if (vErrors === null) {
                vErrors = [err60];
              } else {
                vErrors.push(err60);
              }
              errors++;
            }
          } else {
            const err61 = { instancePath: instancePath + "/capture", schemaPath: "#/definitions/capture/propertyNames/type", keyword: "type", params: { type: "string" }, schema: schema42.propertyNames.type, parentSchema: schema42.propertyNames, data: key7, propertyName: key7 };
            if (vErrors === null) {
              vErrors = [err61];
            } else {
              vErrors.push(err61);
            }
            errors++;
          }
          var valid21 = _errs91 === errors;
          if (!valid21) {
            const err62 = { instancePath: instancePath + "/capture", schemaPath: "#/definitions/capture/propertyNames", keyword: "propertyNames", params: { propertyName: key7 }, schema: schema42.propertyNames, parentSchema: schema42, data: data37 };
            if (vErrors === null) {
              vErrors = [err62];
            } else {
              vErrors.push(err62);
            }
            errors++;
          }
        }
        for (const key8 in data37) {
          let data38 = data37[key8];
          if (typeof data38 !== "string" && !(data38 && typeof data38 == "object" && !Array.isArray(data38))) {
            const err63 = { instancePath: instancePath + "/capture/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/capture/additionalProperties/type", keyword: "type", params: { type: schema42.additionalProperties.type }, schema: schema42.additionalProperties.type, parentSchema: schema42.additionalProperties, data: data38 };
            if (vErrors === null) {
              vErrors = [err63];
            } else {
              vErrors.push(err63);
            }
            errors++;
          }
          const _errs96 = errors;
          let valid23 = true;
          const _errs97 = errors;
          if (!(data38 && typeof data38 == "object" && !Array.isArray(data38))) {
            const err64 = {};
            if (vErrors === null) {
              vErrors = [err64];
            } else {
              vErrors.push(err64);
            }
            errors++;
          }
          var _valid0 = _errs97 === errors;
          errors = _errs96;
          if (vErrors !== null) {
            if (_errs96) {
              vErrors.length = _errs96;
            } else {
              vErrors = null;
            }
          }
          if (_valid0) {
            const _errs99 = errors;
            if (data38 && typeof data38 == "object" && !Array.isArray(data38)) {
              for (const key9 in data38) {
                if (!(key9 === "json" || key9 === "header" || key9 === "body" || key9 === "pick")) {
                  const err65 = { instancePath: instancePath + "/capture/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/capture/additionalProperties/then/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, schema: false, parentSchema: schema42.additionalProperties.then, data: data38 };
                  if (vErrors === null) {
                    vErrors = [err65];
                  } else {
                    vErrors.push(err65);
                  }
                  errors++;
                }
              }
              if (data38.json !== void 0) {
                let data39 = data38.json;
                if (typeof data39 === "string") {
                  if (!pattern56.test(data39)) {
                    const err66 = { instancePath: instancePath + "/capture/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/json", schemaPath: "#/definitions/capture/additionalProperties/then/properties/json/pattern", keyword: "pattern", params: { pattern: "^\\$" }, schema: "^\\$", parentSchema: schema42.additionalProperties.then.properties.json, data: data39 };
                    if (vErrors === null) {
                      vErrors = [err66];
                    } else {
                      vErrors.push(err66);
                    }
                    errors++;
                  }
                } else {
                  const err67 = { instancePath: instancePath + "/capture/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/json", schemaPath: "#/definitions/capture/additionalProperties/then/properties/json/type", keyword: "type", params: { type: "string" }, schema: schema42.additionalProperties.then.properties.json.type, parentSchema: schema42.additionalProperties.then.properties.json, data: data39 };
                  if (vErrors === null) {
                    vErrors = [err67];
                  } else {
                    vErrors.push(err67);
                  }
                  errors++;
                }
              }
              if (data38.header !== void 0) {
                let data40 = data38.header;
                if (typeof data40 === "string") {
                  if (!pattern0.test(data40)) {
                    const err68 = { instancePath: instancePath + "/capture/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/header", schemaPath: "#/definitions/capture/additionalProperties/then/properties/header/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema42.additionalProperties.then.properties.header, data: data40 };
                    if (vErrors === null) {
                      vErrors = [err68];
                    } else {
                      vErrors.push(err68);
                    }
                    errors++;
                  }
                } else {
                  const err69 = { instancePath: instancePath + "/capture/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/header", schemaPath: "#/definitions/capture/additionalProperties/then/properties/header/type", keyword: "type", params: { type: "string" }, schema: schema42.additionalProperties.then.properties.header.type, parentSchema: schema42.additionalProperties.then.properties.header, data: data40 };
                  if (vErrors === null) {
                    vErrors = [err69];
                  } else {
                    vErrors.push(err69);
                  }
                  errors++;
                }
              }
              if (data38.body !== void 0) {
                let data41 = data38.body;
                if (typeof data41 === "string") {
                  if (!pattern0.test(data41)) {
                    const err70 = { instancePath: instancePath + "/capture/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/body", schemaPath: "#/definitions/capture/additionalProperties/then/properties/body/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema42.additionalProperties.then.properties.body, data: data41 };
                    if (vErrors === null) {
                      vErrors = [err70];
                    } else {
                      vErrors.push(err70);
                    }
                    errors++;
                  }
                } else {
                  const err71 = { instancePath: instancePath + "/capture/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/body", schemaPath: "#/definitions/capture/additionalProperties/then/properties/body/type", keyword: "type", params: { type: "string" }, schema: schema42.additionalProperties.then.properties.body.type, parentSchema: schema42.additionalProperties.then.properties.body, data: data41 };
                  if (vErrors === null) {
                    vErrors = [err71];
                  } else {
                    vErrors.push(err71);
                  }
                  errors++;
                }
              }
              if (data38.pick !== void 0) {
                let data42 = data38.pick;
                if (typeof data42 !== "string") {
                  const err72 = { instancePath: instancePath + "/capture/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/pick", schemaPath: "#/definitions/capture/additionalProperties/then/properties/pick/type", keyword: "type", params: { type: "string" }, schema: schema42.additionalProperties.then.properties.pick.type, parentSchema: schema42.additionalProperties.then.properties.pick, data: data42 };
                  if (vErrors === null) {
                    vErrors = [err72];
                  } else {
                    vErrors.push(err72);
                  }
                  errors++;
                }
                if (!(data42 === "random" || data42 === "first")) {
                  const err73 = { instancePath: instancePath + "/capture/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/pick", schemaPath: "#/definitions/capture/additionalProperties/then/properties/pick/enum", keyword: "enum", params: { allowedValues: schema42.additionalProperties.then.properties.pick.enum }, schema: schema42.additionalProperties.then.properties.pick.enum, parentSchema: schema42.additionalProperties.then.properties.pick, data: data42 };
                  if (vErrors === null) {
                    vErrors = [err73];
                  } else {
                    vErrors.push(err73);
                  }
                  errors++;
                }
              }
            } else {
              const err74 = { instancePath: instancePath + "/capture/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/capture/additionalProperties/then/type", keyword: "type", params: { type: "object" }, schema: schema42.additionalProperties.then.type, parentSchema: schema42.additionalProperties.then, data: data38 };
              if (vErrors === null) {
                vErrors = [err74];
              } else {
                vErrors.push(err74);
              }
              errors++;
            }
            var _valid0 = _errs99 === errors;
            valid23 = _valid0;
          }
          if (!valid23) {
            const err75 = { instancePath: instancePath + "/capture/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/capture/additionalProperties/if", keyword: "if", params: { failingKeyword: "then" }, schema: schema42.additionalProperties.if, parentSchema: schema42.additionalProperties, data: data38 };
            if (vErrors === null) {
              vErrors = [err75];
            } else {
              vErrors.push(err75);
            }
            errors++;
          }
          if (typeof data38 === "string") {
            if (!pattern56.test(data38)) {
              const err76 = { instancePath: instancePath + "/capture/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/capture/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^\\$" }, schema: "^\\$", parentSchema: schema42.additionalProperties, data: data38 };
              if (vErrors === null) {
                vErrors = [err76];
              } else {
                vErrors.push(err76);
              }
              errors++;
            }
          }
        }
      } else {
        const err77 = { instancePath: instancePath + "/capture", schemaPath: "#/definitions/capture/type", keyword: "type", params: { type: "object" }, schema: schema42.type, parentSchema: schema42, data: data37 };
        if (vErrors === null) {
          vErrors = [err77];
        } else {
          vErrors.push(err77);
        }
        errors++;
      }
    }
  } else {
    const err78 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema34.type, parentSchema: schema34, data };
    if (vErrors === null) {
      vErrors = [err78];
    } else {
      vErrors.push(err78);
    }
    errors++;
  }
  validate25.errors = vErrors;
  return errors === 0;
}
function validate14(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data && typeof data == "object" && !Array.isArray(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema16.type, parentSchema: schema16, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.wait_for === void 0 && (missing0 = "wait_for")) {
      const err1 = {};
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  let ifClause0;
  if (_valid0) {
    const _errs3 = errors;
    if (!validate15(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs3 === errors;
    valid0 = _valid0;
    ifClause0 = "then";
  } else {
    const _errs4 = errors;
    const _errs5 = errors;
    let valid1 = true;
    const _errs6 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing1;
      if (data.get === void 0 && (missing1 = "get")) {
        const err2 = {};
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    var _valid1 = _errs6 === errors;
    errors = _errs5;
    if (vErrors !== null) {
      if (_errs5) {
        vErrors.length = _errs5;
      } else {
        vErrors = null;
      }
    }
    let ifClause1;
    if (_valid1) {
      const _errs7 = errors;
      if (!validate25(data, { instancePath, parentData, parentDataProperty, rootData })) {
        vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
        errors = vErrors.length;
      }
      var _valid1 = _errs7 === errors;
      valid1 = _valid1;
      ifClause1 = "then";
    } else {
      const _errs8 = errors;
      const _errs9 = errors;
      let valid2 = true;
      const _errs10 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing2;
        if (data.post === void 0 && (missing2 = "post")) {
          const err3 = {};
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
      var _valid2 = _errs10 === errors;
      errors = _errs9;
      if (vErrors !== null) {
        if (_errs9) {
          vErrors.length = _errs9;
        } else {
          vErrors = null;
        }
      }
      let ifClause2;
      if (_valid2) {
        const _errs11 = errors;
        if (!validate25(data, { instancePath, parentData, parentDataProperty, rootData })) {
          vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
          errors = vErrors.length;
        }
        var _valid2 = _errs11 === errors;
        valid2 = _valid2;
        ifClause2 = "then";
      } else {
        const _errs12 = errors;
        const _errs13 = errors;
        let valid3 = true;
        const _errs14 = errors;
        if (data && typeof data == "object" && !Array.isArray(data)) {
          let missing3;
          if (data.put === void 0 && (missing3 = "put")) {
            const err4 = {};
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
        var _valid3 = _errs14 === errors;
        errors = _errs13;
        if (vErrors !== null) {
          if (_errs13) {
            vErrors.length = _errs13;
          } else {
            vErrors = null;
          }
        }
        let ifClause3;
        if (_valid3) {
          const _errs15 = errors;
          if (!validate25(data, { instancePath, parentData, parentDataProperty, rootData })) {
            vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
            errors = vErrors.length;
          }
          var _valid3 = _errs15 === errors;
          valid3 = _valid3;
          ifClause3 = "then";
        } else {
          const _errs16 = errors;
          const _errs17 = errors;
          let valid4 = true;
          const _errs18 = errors;
          if (data && typeof data == "object" && !Array.isArray(data)) {
            let missing4;
            if (data.patch === void 0 && (missing4 = "patch")) {
              const err5 = {};
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
          }
          var _valid4 = _errs18 === errors;
          errors = _errs17;
          if (vErrors !== null) {
            if (_errs17) {
              vErrors.length = _errs17;
            } else {
              vErrors = null;
            }
          }
          let ifClause4;
          if (_valid4) {
            const _errs19 = errors;
            if (!validate25(data, { instancePath, parentData, parentDataProperty, rootData })) {
              vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
              errors = vErrors.length;
            }
            var _valid4 = _errs19 === errors;
            valid4 = _valid4;
            ifClause4 = "then";
          } else {
            const _errs20 = errors;
            const _errs21 = errors;
            let valid5 = true;
            const _errs22 = errors;
            if (data && typeof data == "object" && !Array.isArray(data)) {
              let missing5;
              if (data.delete === void 0 && (missing5 = "delete")) {
                const err6 = {};
                if (vErrors === null) {
                  vErrors = [err6];
                } else {
                  vErrors.push(err6);
                }
                errors++;
              }
            }
            var _valid5 = _errs22 === errors;
            errors = _errs21;
            if (vErrors !== null) {
              if (_errs21) {
                vErrors.length = _errs21;
              } else {
                vErrors = null;
              }
            }
            let ifClause5;
            if (_valid5) {
              const _errs23 = errors;
              if (!validate25(data, { instancePath, parentData, parentDataProperty, rootData })) {
                vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
                errors = vErrors.length;
              }
              var _valid5 = _errs23 === errors;
              valid5 = _valid5;
              ifClause5 = "then";
            } else {
              const _errs24 = errors;
              const _errs25 = errors;
              let valid6 = true;
              const _errs26 = errors;
              if (data && typeof data == "object" && !Array.isArray(data)) {
                let missing6;
                if (data.head === void 0 && (missing6 = "head")) {
                  const err7 = {};
                  if (vErrors === null) {
                    vErrors = [err7];
                  } else {
                    vErrors.push(err7);
                  }
                  errors++;
                }
              }
              var _valid6 = _errs26 === errors;
              errors = _errs25;
              if (vErrors !== null) {
                if (_errs25) {
                  vErrors.length = _errs25;
                } else {
                  vErrors = null;
                }
              }
              let ifClause6;
              if (_valid6) {
                const _errs27 = errors;
                if (!validate25(data, { instancePath, parentData, parentDataProperty, rootData })) {
                  vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
                  errors = vErrors.length;
                }
                var _valid6 = _errs27 === errors;
                valid6 = _valid6;
                ifClause6 = "then";
              } else {
                const _errs28 = errors;
                const _errs29 = errors;
                let valid7 = true;
                const _errs30 = errors;
                if (data && typeof data == "object" && !Array.isArray(data)) {
                  let missing7;
                  if (data.options === void 0 && (missing7 = "options")) {
                    const err8 = {};
                    if (vErrors === null) {
                      vErrors = [err8];
                    } else {
                      vErrors.push(err8);
                    }
                    errors++;
                  }
                }
                var _valid7 = _errs30 === errors;
                errors = _errs29;
                if (vErrors !== null) {
                  if (_errs29) {
                    vErrors.length = _errs29;
                  } else {
                    vErrors = null;
                  }
                }
                let ifClause7;
                if (_valid7) {
                  const _errs31 = errors;
                  if (!validate25(data, { instancePath, parentData, parentDataProperty, rootData })) {
                    vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
                    errors = vErrors.length;
                  }
                  var _valid7 = _errs31 === errors;
                  valid7 = _valid7;
                  ifClause7 = "then";
                } else {
                  const _errs32 = errors;
                  const err9 = { instancePath, schemaPath: "#/else/else/else/else/else/else/else/else/not", keyword: "not", params: {}, schema: schema16.else.else.else.else.else.else.else.else.not, parentSchema: schema16.else.else.else.else.else.else.else.else, data };
                  if (vErrors === null) {
                    vErrors = [err9];
                  } else {
                    vErrors.push(err9);
                  }
                  errors++;
                  var _valid7 = _errs32 === errors;
                  valid7 = _valid7;
                  ifClause7 = "else";
                }
                if (!valid7) {
                  const err10 = { instancePath, schemaPath: "#/else/else/else/else/else/else/else/if", keyword: "if", params: { failingKeyword: ifClause7 }, schema: schema16.else.else.else.else.else.else.else.if, parentSchema: schema16.else.else.else.else.else.else.else, data };
                  if (vErrors === null) {
                    vErrors = [err10];
                  } else {
                    vErrors.push(err10);
                  }
                  errors++;
                }
                var _valid6 = _errs28 === errors;
                valid6 = _valid6;
                ifClause6 = "else";
              }
              if (!valid6) {
                const err11 = { instancePath, schemaPath: "#/else/else/else/else/else/else/if", keyword: "if", params: { failingKeyword: ifClause6 }, schema: schema16.else.else.else.else.else.else.if, parentSchema: schema16.else.else.else.else.else.else, data };
                if (vErrors === null) {
                  vErrors = [err11];
                } else {
                  vErrors.push(err11);
                }
                errors++;
              }
              var _valid5 = _errs24 === errors;
              valid5 = _valid5;
              ifClause5 = "else";
            }
            if (!valid5) {
              const err12 = { instancePath, schemaPath: "#/else/else/else/else/else/if", keyword: "if", params: { failingKeyword: ifClause5 }, schema: schema16.else.else.else.else.else.if, parentSchema: schema16.else.else.else.else.else, data };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
            var _valid4 = _errs20 === errors;
            valid4 = _valid4;
            ifClause4 = "else";
          }
          if (!valid4) {
            const err13 = { instancePath, schemaPath: "#/else/else/else/else/if", keyword: "if", params: { failingKeyword: ifClause4 }, schema: schema16.else.else.else.else.if, parentSchema: schema16.else.else.else.else, data };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
          var _valid3 = _errs16 === errors;
          valid3 = _valid3;
          ifClause3 = "else";
        }
        if (!valid3) {
          const err14 = { instancePath, schemaPath: "#/else/else/else/if", keyword: "if", params: { failingKeyword: ifClause3 }, schema: schema16.else.else.else.if, parentSchema: schema16.else.else.else, data };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        var _valid2 = _errs12 === errors;
        valid2 = _valid2;
        ifClause2 = "else";
      }
      if (!valid2) {
        const err15 = { instancePath, schemaPath: "#/else/else/if", keyword: "if", params: { failingKeyword: ifClause2 }, schema: schema16.else.else.if, parentSchema: schema16.else.else, data };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
      var _valid1 = _errs8 === errors;
      valid1 = _valid1;
      ifClause1 = "else";
    }
    if (!valid1) {
      const err16 = { instancePath, schemaPath: "#/else/if", keyword: "if", params: { failingKeyword: ifClause1 }, schema: schema16.else.if, parentSchema: schema16.else, data };
      if (vErrors === null) {
        vErrors = [err16];
      } else {
        vErrors.push(err16);
      }
      errors++;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
    ifClause0 = "else";
  }
  if (!valid0) {
    const err17 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 }, schema: schema16.if, parentSchema: schema16, data };
    if (vErrors === null) {
      vErrors = [err17];
    } else {
      vErrors.push(err17);
    }
    errors++;
  }
  validate14.errors = vErrors;
  return errors === 0;
}
var schema46 = { "description": "A list of values or objects, or { values } or { file } with pick and secret.", "type": ["array", "object"], "x-expected": "a list of values, { values: […] } or { file: path.csv }", "items": { "$ref": "#/definitions/row" }, "minItems": 1, "if": { "type": "object" }, "then": { "$ref": "#/definitions/dataObject" } };
var schema48 = { "type": ["string", "number", "boolean", "null", "object"], "x-expected": "a value, or an object of plain values", "additionalProperties": { "type": ["string", "number", "boolean", "null"], "x-expected": "a plain value" }, "minProperties": 1 };
var schema47 = { "description": "A list of test data.", "type": "object", "properties": { "values": { "description": "Values or objects.", "type": "array", "items": { "$ref": "#/definitions/row" }, "minItems": 1 }, "file": { "description": "A .csv, .json or .ndjson file, relative to this file.", "type": "string", "pattern": "\\.(csv|json|ndjson)$", "x-expected": "a .csv, .json or .ndjson file" }, "pick": { "description": "random (default), sequential, or unique: each row once over the whole run.", "type": "string", "enum": ["random", "sequential", "unique"] }, "secret": { "description": "Columns that are masked everywhere; true: all.", "type": ["boolean", "array"], "items": { "description": "A column.", "type": "string" }, "x-expected": "true or a list of columns" } }, "additionalProperties": false };
var pattern69 = new RegExp("\\.(csv|json|ndjson)$", "u");
function validate37(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "values" || key0 === "file" || key0 === "pick" || key0 === "secret")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema47, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.values !== void 0) {
      let data0 = data.values;
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          const err1 = { instancePath: instancePath + "/values", schemaPath: "#/properties/values/minItems", keyword: "minItems", params: { limit: 1 }, schema: 1, parentSchema: schema47.properties.values, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 !== "string" && !(typeof data1 == "number" && isFinite(data1)) && typeof data1 !== "boolean" && data1 !== null && !(data1 && typeof data1 == "object" && !Array.isArray(data1))) {
            const err2 = { instancePath: instancePath + "/values/" + i0, schemaPath: "#/definitions/row/type", keyword: "type", params: { type: schema48.type }, schema: schema48.type, parentSchema: schema48, data: data1 };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
          if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
            if (Object.keys(data1).length < 1) {
              const err3 = { instancePath: instancePath + "/values/" + i0, schemaPath: "#/definitions/row/minProperties", keyword: "minProperties", params: { limit: 1 }, schema: 1, parentSchema: schema48, data: data1 };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
            }
            for (const key1 in data1) {
              let data2 = data1[key1];
              if (typeof data2 !== "string" && !(typeof data2 == "number" && isFinite(data2)) && typeof data2 !== "boolean" && data2 !== null) {
                const err4 = { instancePath: instancePath + "/values/" + i0 + "/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/row/additionalProperties/type", keyword: "type", params: { type: schema48.additionalProperties.type }, schema: schema48.additionalProperties.type, parentSchema: schema48.additionalProperties, data: data2 };
                if (vErrors === null) {
                  vErrors = [err4];
                } else {
                  vErrors.push(err4);
                }
                errors++;
              }
            }
          }
        }
      } else {
        const err5 = { instancePath: instancePath + "/values", schemaPath: "#/properties/values/type", keyword: "type", params: { type: "array" }, schema: schema47.properties.values.type, parentSchema: schema47.properties.values, data: data0 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.file !== void 0) {
      let data3 = data.file;
      if (typeof data3 === "string") {
        if (!pattern69.test(data3)) {
          const err6 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/pattern", keyword: "pattern", params: { pattern: "\\.(csv|json|ndjson)$" }, schema: "\\.(csv|json|ndjson)$", parentSchema: schema47.properties.file, data: data3 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" }, schema: schema47.properties.file.type, parentSchema: schema47.properties.file, data: data3 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.pick !== void 0) {
      let data4 = data.pick;
      if (typeof data4 !== "string") {
        const err8 = { instancePath: instancePath + "/pick", schemaPath: "#/properties/pick/type", keyword: "type", params: { type: "string" }, schema: schema47.properties.pick.type, parentSchema: schema47.properties.pick, data: data4 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (!(data4 === "random" || data4 === "sequential" || data4 === "unique")) {
        const err9 = { instancePath: instancePath + "/pick", schemaPath: "#/properties/pick/enum", keyword: "enum", params: { allowedValues: schema47.properties.pick.enum }, schema: schema47.properties.pick.enum, parentSchema: schema47.properties.pick, data: data4 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.secret !== void 0) {
      let data5 = data.secret;
      if (typeof data5 !== "boolean" && !Array.isArray(data5)) {
        const err10 = { instancePath: instancePath + "/secret", schemaPath: "#/properties/secret/type", keyword: "type", params: { type: schema47.properties.secret.type }, schema: schema47.properties.secret.type, parentSchema: schema47.properties.secret, data: data5 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      if (Array.isArray(data5)) {
        const len1 = data5.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data6 = data5[i1];
          if (typeof data6 !== "string") {
            const err11 = { instancePath: instancePath + "/secret/" + i1, schemaPath: "#/properties/secret/items/type", keyword: "type", params: { type: "string" }, schema: schema47.properties.secret.items.type, parentSchema: schema47.properties.secret.items, data: data6 };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
      }
    }
  } else {
    const err12 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema47.type, parentSchema: schema47, data };
    if (vErrors === null) {
      vErrors = [err12];
    } else {
      vErrors.push(err12);
    }
    errors++;
  }
  validate37.errors = vErrors;
  return errors === 0;
}
function validate36(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!data || typeof data != "object") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema46.type }, schema: schema46.type, parentSchema: schema46, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (!(data && typeof data == "object" && !Array.isArray(data))) {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs4 = errors;
    if (!validate37(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
  }
  if (!valid0) {
    const err2 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: "then" }, schema: schema46.if, parentSchema: schema46, data };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  if (Array.isArray(data)) {
    if (data.length < 1) {
      const err3 = { instancePath, schemaPath: "#/minItems", keyword: "minItems", params: { limit: 1 }, schema: 1, parentSchema: schema46, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      if (typeof data0 !== "string" && !(typeof data0 == "number" && isFinite(data0)) && typeof data0 !== "boolean" && data0 !== null && !(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
        const err4 = { instancePath: instancePath + "/" + i0, schemaPath: "#/definitions/row/type", keyword: "type", params: { type: schema48.type }, schema: schema48.type, parentSchema: schema48, data: data0 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        if (Object.keys(data0).length < 1) {
          const err5 = { instancePath: instancePath + "/" + i0, schemaPath: "#/definitions/row/minProperties", keyword: "minProperties", params: { limit: 1 }, schema: 1, parentSchema: schema48, data: data0 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        for (const key0 in data0) {
          let data1 = data0[key0];
          if (typeof data1 !== "string" && !(typeof data1 == "number" && isFinite(data1)) && typeof data1 !== "boolean" && data1 !== null) {
            const err6 = { instancePath: instancePath + "/" + i0 + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/row/additionalProperties/type", keyword: "type", params: { type: schema48.additionalProperties.type }, schema: schema48.additionalProperties.type, parentSchema: schema48.additionalProperties, data: data1 };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
      }
    }
  }
  validate36.errors = vErrors;
  return errors === 0;
}
var schema51 = { "description": "A kind of user.", "type": "object", "properties": { "weight": { "$ref": "#/definitions/weight" }, "think": { "$ref": "#/definitions/think" }, "tags": { "$ref": "#/definitions/tags" }, "start": { "$ref": "#/definitions/steps" }, "tasks": { "description": "Tasks by name.", "type": "object", "additionalProperties": { "$ref": "#/definitions/task" }, "minProperties": 1 }, "steps": { "$ref": "#/definitions/steps" } }, "additionalProperties": false };
var schema52 = { "description": "Share; above 0.", "type": "number", "exclusiveMinimum": 0 };
var schema53 = { "description": "Time between tasks: 2s, 1s..5s (uniform), exp 5s (exponential), pace 2s (one task every 2 s).", "type": "string", "pattern": "^(\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)|\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)\\.\\.\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)|exp +\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)|pace +\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h))$", "x-unit": true, "x-expected": 'a think time such as 2s, 1s..5s, "exp 5s" or "pace 2s"' };
var pattern71 = new RegExp("^(\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)|\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)\\.\\.\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)|exp +\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)|pace +\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h))$", "u");
var schema55 = { "description": "Run from top to bottom.", "type": "array", "items": { "$ref": "#/definitions/step" }, "minItems": 1 };
var schema56 = { "description": "One step.", "type": "object", "x-expected": "a step: a map with one of get, post, put, patch, delete, head, options, think, repeat, for_each, parallel, poll, ws, send, receive, hold or close", "if": { "required": ["get"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["post"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["put"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["patch"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["delete"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["head"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["options"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["think"] }, "then": { "$ref": "#/definitions/thinkStep" }, "else": { "if": { "required": ["repeat"] }, "then": { "$ref": "#/definitions/repeatStep" }, "else": { "if": { "required": ["for_each"] }, "then": { "$ref": "#/definitions/forEachStep" }, "else": { "if": { "required": ["parallel"] }, "then": { "$ref": "#/definitions/parallelStep" }, "else": { "if": { "required": ["poll"] }, "then": { "$ref": "#/definitions/pollStep" }, "else": { "if": { "required": ["ws"] }, "then": { "$ref": "#/definitions/wsStep" }, "else": { "if": { "required": ["send"] }, "then": { "$ref": "#/definitions/sendStep" }, "else": { "if": { "required": ["receive"] }, "then": { "$ref": "#/definitions/receiveStep" }, "else": { "if": { "required": ["hold"] }, "then": { "$ref": "#/definitions/holdStep" }, "else": { "if": { "required": ["close"] }, "then": { "$ref": "#/definitions/closeStep" }, "else": { "x-expected": "a step: a map with one of get, post, put, patch, delete, head, options, think, repeat, for_each, parallel, poll, ws, send, receive, hold or close", "x-choices": ["get", "post", "put", "patch", "delete", "head", "options", "think", "repeat", "for_each", "parallel", "poll", "ws", "send", "receive", "hold", "close"], "not": {} } } } } } } } } } } } } } } } } } };
var schema81 = { "description": "Send a message.", "type": "object", "properties": { "send": { "description": "Object or list: JSON text; string: text; { bytes: 1KB }: so many bytes, binary.", "type": ["object", "array", "string"] }, "on": { "description": "The connection; default ws.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "x-expected": "a name of letters, digits and underscores that does not begin with a digit" } }, "additionalProperties": false };
var schema88 = { "description": "Close a connection.", "type": "object", "properties": { "close": { "description": "The connection.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "x-expected": "a name of letters, digits and underscores that does not begin with a digit" } }, "additionalProperties": false };
var schema57 = { "description": "Wait.", "type": "object", "properties": { "think": { "$ref": "#/definitions/think" } }, "additionalProperties": false };
function validate50(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "think")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema57, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.think !== void 0) {
      let data0 = data.think;
      if (typeof data0 === "string") {
        if (!pattern71.test(data0)) {
          const err1 = { instancePath: instancePath + "/think", schemaPath: "#/definitions/think/pattern", keyword: "pattern", params: { pattern: "^(\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)|\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)\\.\\.\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)|exp +\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)|pace +\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h))$" }, schema: "^(\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)|\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)\\.\\.\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)|exp +\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)|pace +\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h))$", parentSchema: schema53, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/think", schemaPath: "#/definitions/think/type", keyword: "type", params: { type: "string" }, schema: schema53.type, parentSchema: schema53, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema57.type, parentSchema: schema57, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate50.errors = vErrors;
  return errors === 0;
}
var schema59 = { "description": "The steps, several times.", "type": "object", "properties": { "repeat": { "description": "How often.", "type": "integer", "minimum": 1, "maximum": 1e6 }, "as": { "description": "The variable that holds 0, 1, 2 …", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "x-expected": "a name of letters, digits and underscores that does not begin with a digit" }, "steps": { "$ref": "#/definitions/steps" } }, "additionalProperties": false, "required": ["steps"] };
var wrapper0 = { validate: validate41 };
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.steps === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "steps" }, schema: schema59.required, parentSchema: schema59, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "repeat" || key0 === "as" || key0 === "steps")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema59, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.repeat !== void 0) {
      let data0 = data.repeat;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        const err2 = { instancePath: instancePath + "/repeat", schemaPath: "#/properties/repeat/type", keyword: "type", params: { type: "integer" }, schema: schema59.properties.repeat.type, parentSchema: schema59.properties.repeat, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 1e6 || isNaN(data0)) {
          const err3 = { instancePath: instancePath + "/repeat", schemaPath: "#/properties/repeat/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema59.properties.repeat, data: data0 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data0 < 1 || isNaN(data0)) {
          const err4 = { instancePath: instancePath + "/repeat", schemaPath: "#/properties/repeat/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema59.properties.repeat, data: data0 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      }
    }
    if (data.as !== void 0) {
      let data1 = data.as;
      if (typeof data1 === "string") {
        if (!pattern55.test(data1)) {
          const err5 = { instancePath: instancePath + "/as", schemaPath: "#/properties/as/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, schema: "^[A-Za-z_][A-Za-z0-9_]*$", parentSchema: schema59.properties.as, data: data1 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/as", schemaPath: "#/properties/as/type", keyword: "type", params: { type: "string" }, schema: schema59.properties.as.type, parentSchema: schema59.properties.as, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.steps !== void 0) {
      if (!wrapper0.validate(data.steps, { instancePath: instancePath + "/steps", parentData: data, parentDataProperty: "steps", rootData })) {
        vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema59.type, parentSchema: schema59, data };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate52.errors = vErrors;
  return errors === 0;
}
var schema60 = { "description": "The steps once for each row of a data list.", "type": "object", "properties": { "for_each": { "description": "The name of a data list.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "x-expected": "a name of letters, digits and underscores that does not begin with a digit" }, "as": { "description": "The variable that holds the row; default: the name of the data list.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "x-expected": "a name of letters, digits and underscores that does not begin with a digit" }, "steps": { "$ref": "#/definitions/steps" } }, "additionalProperties": false, "required": ["steps"] };
function validate54(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.steps === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "steps" }, schema: schema60.required, parentSchema: schema60, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "for_each" || key0 === "as" || key0 === "steps")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema60, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.for_each !== void 0) {
      let data0 = data.for_each;
      if (typeof data0 === "string") {
        if (!pattern55.test(data0)) {
          const err2 = { instancePath: instancePath + "/for_each", schemaPath: "#/properties/for_each/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, schema: "^[A-Za-z_][A-Za-z0-9_]*$", parentSchema: schema60.properties.for_each, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/for_each", schemaPath: "#/properties/for_each/type", keyword: "type", params: { type: "string" }, schema: schema60.properties.for_each.type, parentSchema: schema60.properties.for_each, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.as !== void 0) {
      let data1 = data.as;
      if (typeof data1 === "string") {
        if (!pattern55.test(data1)) {
          const err4 = { instancePath: instancePath + "/as", schemaPath: "#/properties/as/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, schema: "^[A-Za-z_][A-Za-z0-9_]*$", parentSchema: schema60.properties.as, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/as", schemaPath: "#/properties/as/type", keyword: "type", params: { type: "string" }, schema: schema60.properties.as.type, parentSchema: schema60.properties.as, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.steps !== void 0) {
      if (!wrapper0.validate(data.steps, { instancePath: instancePath + "/steps", parentData: data, parentDataProperty: "steps", rootData })) {
        vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema60.type, parentSchema: schema60, data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate54.errors = vErrors;
  return errors === 0;
}
var schema61 = { "description": "Started together, awaited together.", "type": "object", "properties": { "parallel": { "description": "HTTP steps.", "type": "array", "items": { "$ref": "#/definitions/parallelItem" }, "minItems": 1 } }, "additionalProperties": false };
var schema62 = { "description": "One HTTP step.", "type": "object", "x-expected": "an HTTP step (get, post, put, patch, delete, head or options)", "if": { "required": ["get"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["post"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["put"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["patch"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["delete"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["head"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "if": { "required": ["options"] }, "then": { "$ref": "#/definitions/httpStep" }, "else": { "x-expected": "an HTTP step (get, post, put, patch, delete, head or options)", "x-choices": ["get", "post", "put", "patch", "delete", "head", "options"], "not": {} } } } } } } } };
function validate57(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data && typeof data == "object" && !Array.isArray(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema62.type, parentSchema: schema62, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.get === void 0 && (missing0 = "get")) {
      const err1 = {};
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  let ifClause0;
  if (_valid0) {
    const _errs3 = errors;
    if (!validate25(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs3 === errors;
    valid0 = _valid0;
    ifClause0 = "then";
  } else {
    const _errs4 = errors;
    const _errs5 = errors;
    let valid1 = true;
    const _errs6 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing1;
      if (data.post === void 0 && (missing1 = "post")) {
        const err2 = {};
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    var _valid1 = _errs6 === errors;
    errors = _errs5;
    if (vErrors !== null) {
      if (_errs5) {
        vErrors.length = _errs5;
      } else {
        vErrors = null;
      }
    }
    let ifClause1;
    if (_valid1) {
      const _errs7 = errors;
      if (!validate25(data, { instancePath, parentData, parentDataProperty, rootData })) {
        vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
        errors = vErrors.length;
      }
      var _valid1 = _errs7 === errors;
      valid1 = _valid1;
      ifClause1 = "then";
    } else {
      const _errs8 = errors;
      const _errs9 = errors;
      let valid2 = true;
      const _errs10 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing2;
        if (data.put === void 0 && (missing2 = "put")) {
          const err3 = {};
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
      var _valid2 = _errs10 === errors;
      errors = _errs9;
      if (vErrors !== null) {
        if (_errs9) {
          vErrors.length = _errs9;
        } else {
          vErrors = null;
        }
      }
      let ifClause2;
      if (_valid2) {
        const _errs11 = errors;
        if (!validate25(data, { instancePath, parentData, parentDataProperty, rootData })) {
          vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
          errors = vErrors.length;
        }
        var _valid2 = _errs11 === errors;
        valid2 = _valid2;
        ifClause2 = "then";
      } else {
        const _errs12 = errors;
        const _errs13 = errors;
        let valid3 = true;
        const _errs14 = errors;
        if (data && typeof data == "object" && !Array.isArray(data)) {
          let missing3;
          if (data.patch === void 0 && (missing3 = "patch")) {
            const err4 = {};
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
        var _valid3 = _errs14 === errors;
        errors = _errs13;
        if (vErrors !== null) {
          if (_errs13) {
            vErrors.length = _errs13;
          } else {
            vErrors = null;
          }
        }
        let ifClause3;
        if (_valid3) {
          const _errs15 = errors;
          if (!validate25(data, { instancePath, parentData, parentDataProperty, rootData })) {
            vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
            errors = vErrors.length;
          }
          var _valid3 = _errs15 === errors;
          valid3 = _valid3;
          ifClause3 = "then";
        } else {
          const _errs16 = errors;
          const _errs17 = errors;
          let valid4 = true;
          const _errs18 = errors;
          if (data && typeof data == "object" && !Array.isArray(data)) {
            let missing4;
            if (data.delete === void 0 && (missing4 = "delete")) {
              const err5 = {};
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
          }
          var _valid4 = _errs18 === errors;
          errors = _errs17;
          if (vErrors !== null) {
            if (_errs17) {
              vErrors.length = _errs17;
            } else {
              vErrors = null;
            }
          }
          let ifClause4;
          if (_valid4) {
            const _errs19 = errors;
            if (!validate25(data, { instancePath, parentData, parentDataProperty, rootData })) {
              vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
              errors = vErrors.length;
            }
            var _valid4 = _errs19 === errors;
            valid4 = _valid4;
            ifClause4 = "then";
          } else {
            const _errs20 = errors;
            const _errs21 = errors;
            let valid5 = true;
            const _errs22 = errors;
            if (data && typeof data == "object" && !Array.isArray(data)) {
              let missing5;
              if (data.head === void 0 && (missing5 = "head")) {
                const err6 = {};
                if (vErrors === null) {
                  vErrors = [err6];
                } else {
                  vErrors.push(err6);
                }
                errors++;
              }
            }
            var _valid5 = _errs22 === errors;
            errors = _errs21;
            if (vErrors !== null) {
              if (_errs21) {
                vErrors.length = _errs21;
              } else {
                vErrors = null;
              }
            }
            let ifClause5;
            if (_valid5) {
              const _errs23 = errors;
              if (!validate25(data, { instancePath, parentData, parentDataProperty, rootData })) {
                vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
                errors = vErrors.length;
              }
              var _valid5 = _errs23 === errors;
              valid5 = _valid5;
              ifClause5 = "then";
            } else {
              const _errs24 = errors;
              const _errs25 = errors;
              let valid6 = true;
              const _errs26 = errors;
              if (data && typeof data == "object" && !Array.isArray(data)) {
                let missing6;
                if (data.options === void 0 && (missing6 = "options")) {
                  const err7 = {};
                  if (vErrors === null) {
                    vErrors = [err7];
                  } else {
                    vErrors.push(err7);
                  }
                  errors++;
                }
              }
              var _valid6 = _errs26 === errors;
              errors = _errs25;
              if (vErrors !== null) {
                if (_errs25) {
                  vErrors.length = _errs25;
                } else {
                  vErrors = null;
                }
              }
              let ifClause6;
              if (_valid6) {
                const _errs27 = errors;
                if (!validate25(data, { instancePath, parentData, parentDataProperty, rootData })) {
                  vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
                  errors = vErrors.length;
                }
                var _valid6 = _errs27 === errors;
                valid6 = _valid6;
                ifClause6 = "then";
              } else {
                const _errs28 = errors;
                const err8 = { instancePath, schemaPath: "#/else/else/else/else/else/else/else/not", keyword: "not", params: {}, schema: schema62.else.else.else.else.else.else.else.not, parentSchema: schema62.else.else.else.else.else.else.else, data };
                if (vErrors === null) {
                  vErrors = [err8];
                } else {
                  vErrors.push(err8);
                }
                errors++;
                var _valid6 = _errs28 === errors;
                valid6 = _valid6;
                ifClause6 = "else";
              }
              if (!valid6) {
                const err9 = { instancePath, schemaPath: "#/else/else/else/else/else/else/if", keyword: "if", params: { failingKeyword: ifClause6 }, schema: schema62.else.else.else.else.else.else.if, parentSchema: schema62.else.else.else.else.else.else, data };
                if (vErrors === null) {
                  vErrors = [err9];
                } else {
                  vErrors.push(err9);
                }
                errors++;
              }
              var _valid5 = _errs24 === errors;
              valid5 = _valid5;
              ifClause5 = "else";
            }
            if (!valid5) {
              const err10 = { instancePath, schemaPath: "#/else/else/else/else/else/if", keyword: "if", params: { failingKeyword: ifClause5 }, schema: schema62.else.else.else.else.else.if, parentSchema: schema62.else.else.else.else.else, data };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
            var _valid4 = _errs20 === errors;
            valid4 = _valid4;
            ifClause4 = "else";
          }
          if (!valid4) {
            const err11 = { instancePath, schemaPath: "#/else/else/else/else/if", keyword: "if", params: { failingKeyword: ifClause4 }, schema: schema62.else.else.else.else.if, parentSchema: schema62.else.else.else.else, data };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
          var _valid3 = _errs16 === errors;
          valid3 = _valid3;
          ifClause3 = "else";
        }
        if (!valid3) {
          const err12 = { instancePath, schemaPath: "#/else/else/else/if", keyword: "if", params: { failingKeyword: ifClause3 }, schema: schema62.else.else.else.if, parentSchema: schema62.else.else.else, data };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        var _valid2 = _errs12 === errors;
        valid2 = _valid2;
        ifClause2 = "else";
      }
      if (!valid2) {
        const err13 = { instancePath, schemaPath: "#/else/else/if", keyword: "if", params: { failingKeyword: ifClause2 }, schema: schema62.else.else.if, parentSchema: schema62.else.else, data };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      var _valid1 = _errs8 === errors;
      valid1 = _valid1;
      ifClause1 = "else";
    }
    if (!valid1) {
      const err14 = { instancePath, schemaPath: "#/else/if", keyword: "if", params: { failingKeyword: ifClause1 }, schema: schema62.else.if, parentSchema: schema62.else, data };
      if (vErrors === null) {
        vErrors = [err14];
      } else {
        vErrors.push(err14);
      }
      errors++;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
    ifClause0 = "else";
  }
  if (!valid0) {
    const err15 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 }, schema: schema62.if, parentSchema: schema62, data };
    if (vErrors === null) {
      vErrors = [err15];
    } else {
      vErrors.push(err15);
    }
    errors++;
  }
  validate57.errors = vErrors;
  return errors === 0;
}
function validate56(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "parallel")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema61, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.parallel !== void 0) {
      let data0 = data.parallel;
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          const err1 = { instancePath: instancePath + "/parallel", schemaPath: "#/properties/parallel/minItems", keyword: "minItems", params: { limit: 1 }, schema: 1, parentSchema: schema61.properties.parallel, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate57(data0[i0], { instancePath: instancePath + "/parallel/" + i0, parentData: data0, parentDataProperty: i0, rootData })) {
            vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err2 = { instancePath: instancePath + "/parallel", schemaPath: "#/properties/parallel/type", keyword: "type", params: { type: "array" }, schema: schema61.properties.parallel.type, parentSchema: schema61.properties.parallel, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema61.type, parentSchema: schema61, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate56.errors = vErrors;
  return errors === 0;
}
var schema63 = { "description": "Ask until the answer is as wanted.", "type": "object", "properties": { "poll": { "$ref": "#/definitions/poll" }, "since": { "description": "The name of an earlier HTTP step: latency counts from its start.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "name": { "description": "The series of this step in every report and in the SLA.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "tags": { "$ref": "#/definitions/tags" } }, "additionalProperties": false };
var schema64 = { "description": "The request, and when it is done.", "type": "object", "properties": { "get": { "description": "GET this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "post": { "description": "POST this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "put": { "description": "PUT this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "patch": { "description": "PATCH this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "delete": { "description": "DELETE this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "head": { "description": "HEAD this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "options": { "description": "OPTIONS this path on the target, or this absolute URL on an allowed host.", "type": "string", "pattern": "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute http:// or https:// URL, without spaces" }, "query": { "$ref": "#/definitions/fields" }, "json": { "description": "The body as JSON; every string in it is a template." }, "form": { "$ref": "#/definitions/fields" }, "text": { "description": "The body as text; a template.", "type": "string" }, "multipart": { "description": "The parts of a multipart/form-data body by name.", "type": "object", "additionalProperties": { "$ref": "#/definitions/part" } }, "bytes": { "$ref": "#/definitions/size" }, "file": { "description": "The body is this file, streamed; relative to this file.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "headers": { "$ref": "#/definitions/headers" }, "timeout": { "$ref": "#/definitions/duration" }, "follow_redirects": { "description": "Follow redirects (default false); each hop is checked against allowed_hosts.", "type": "boolean" }, "connections": { "description": "Connections per origin; absent: as many as the users need.", "type": "integer", "minimum": 1, "maximum": 1e5 }, "http2": { "description": "true: negotiate HTTP/2 by ALPN.", "type": "boolean" }, "cookies": { "description": "One cookie jar for each virtual user (default true).", "type": "boolean" }, "tls": { "description": "TLS of the client: paths are relative to this file.", "type": "object", "properties": { "ca": { "description": "PEM file with the certificates to trust.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "cert": { "description": "PEM file with the client certificate.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "key": { "description": "PEM file with the key of the client certificate.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "insecure": { "description": "true: accept any certificate.", "type": "boolean" } }, "additionalProperties": false }, "proxy": { "description": "Proxy URL; HTTP(S)_PROXY and NO_PROXY are honoured without it.", "type": "string", "pattern": "^(https?://|\\$\\{)\\S*$", "x-expected": "the URL of a proxy such as http://proxy:3128" }, "traceparent": { "description": "Send W3C trace context with each request.", "type": "boolean" }, "slower_than": { "$ref": "#/definitions/duration" }, "every": { "$ref": "#/definitions/duration" }, "within": { "$ref": "#/definitions/duration" }, "until": { "$ref": "#/definitions/expect" } }, "additionalProperties": false, "required": ["every", "within", "until"] };
function validate68(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.every === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "every" }, schema: schema64.required, parentSchema: schema64, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.within === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "within" }, schema: schema64.required, parentSchema: schema64, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.until === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "until" }, schema: schema64.required, parentSchema: schema64, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema64.properties, key0)) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema64, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.get !== void 0) {
      let data0 = data.get;
      if (typeof data0 === "string") {
        if (!pattern10.test(data0)) {
          const err4 = { instancePath: instancePath + "/get", schemaPath: "#/properties/get/pattern", keyword: "pattern", params: { pattern: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$" }, schema: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", parentSchema: schema64.properties.get, data: data0 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/get", schemaPath: "#/properties/get/type", keyword: "type", params: { type: "string" }, schema: schema64.properties.get.type, parentSchema: schema64.properties.get, data: data0 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.post !== void 0) {
      let data1 = data.post;
      if (typeof data1 === "string") {
        if (!pattern10.test(data1)) {
          const err6 = { instancePath: instancePath + "/post", schemaPath: "#/properties/post/pattern", keyword: "pattern", params: { pattern: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$" }, schema: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", parentSchema: schema64.properties.post, data: data1 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/post", schemaPath: "#/properties/post/type", keyword: "type", params: { type: "string" }, schema: schema64.properties.post.type, parentSchema: schema64.properties.post, data: data1 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.put !== void 0) {
      let data2 = data.put;
      if (typeof data2 === "string") {
        if (!pattern10.test(data2)) {
          const err8 = { instancePath: instancePath + "/put", schemaPath: "#/properties/put/pattern", keyword: "pattern", params: { pattern: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$" }, schema: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", parentSchema: schema64.properties.put, data: data2 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/put", schemaPath: "#/properties/put/type", keyword: "type", params: { type: "string" }, schema: schema64.properties.put.type, parentSchema: schema64.properties.put, data: data2 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.patch !== void 0) {
      let data3 = data.patch;
      if (typeof data3 === "string") {
        if (!pattern10.test(data3)) {
          const err10 = { instancePath: instancePath + "/patch", schemaPath: "#/properties/patch/pattern", keyword: "pattern", params: { pattern: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$" }, schema: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", parentSchema: schema64.properties.patch, data: data3 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/patch", schemaPath: "#/properties/patch/type", keyword: "type", params: { type: "string" }, schema: schema64.properties.patch.type, parentSchema: schema64.properties.patch, data: data3 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.delete !== void 0) {
      let data4 = data.delete;
      if (typeof data4 === "string") {
        if (!pattern10.test(data4)) {
          const err12 = { instancePath: instancePath + "/delete", schemaPath: "#/properties/delete/pattern", keyword: "pattern", params: { pattern: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$" }, schema: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", parentSchema: schema64.properties.delete, data: data4 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/delete", schemaPath: "#/properties/delete/type", keyword: "type", params: { type: "string" }, schema: schema64.properties.delete.type, parentSchema: schema64.properties.delete, data: data4 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.head !== void 0) {
      let data5 = data.head;
      if (typeof data5 === "string") {
        if (!pattern10.test(data5)) {
          const err14 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/pattern", keyword: "pattern", params: { pattern: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$" }, schema: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", parentSchema: schema64.properties.head, data: data5 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = { instancePath: instancePath + "/head", schemaPath: "#/properties/head/type", keyword: "type", params: { type: "string" }, schema: schema64.properties.head.type, parentSchema: schema64.properties.head, data: data5 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.options !== void 0) {
      let data6 = data.options;
      if (typeof data6 === "string") {
        if (!pattern10.test(data6)) {
          const err16 = { instancePath: instancePath + "/options", schemaPath: "#/properties/options/pattern", keyword: "pattern", params: { pattern: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$" }, schema: "^(?=/|https?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", parentSchema: schema64.properties.options, data: data6 };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      } else {
        const err17 = { instancePath: instancePath + "/options", schemaPath: "#/properties/options/type", keyword: "type", params: { type: "string" }, schema: schema64.properties.options.type, parentSchema: schema64.properties.options, data: data6 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.query !== void 0) {
      let data7 = data.query;
      if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
        for (const key1 in data7) {
          let data8 = data7[key1];
          if (typeof data8 !== "string" && !(typeof data8 == "number" && isFinite(data8)) && typeof data8 !== "boolean" && !Array.isArray(data8)) {
            const err18 = { instancePath: instancePath + "/query/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/fields/additionalProperties/type", keyword: "type", params: { type: schema19.additionalProperties.type }, schema: schema19.additionalProperties.type, parentSchema: schema19.additionalProperties, data: data8 };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
          if (Array.isArray(data8)) {
            const len0 = data8.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data9 = data8[i0];
              if (typeof data9 !== "string" && !(typeof data9 == "number" && isFinite(data9)) && typeof data9 !== "boolean") {
                const err19 = { instancePath: instancePath + "/query/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0, schemaPath: "#/definitions/fields/additionalProperties/items/type", keyword: "type", params: { type: schema19.additionalProperties.items.type }, schema: schema19.additionalProperties.items.type, parentSchema: schema19.additionalProperties.items, data: data9 };
                if (vErrors === null) {
                  vErrors = [err19];
                } else {
                  vErrors.push(err19);
                }
                errors++;
              }
            }
          }
        }
      } else {
        const err20 = { instancePath: instancePath + "/query", schemaPath: "#/definitions/fields/type", keyword: "type", params: { type: "object" }, schema: schema19.type, parentSchema: schema19, data: data7 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.form !== void 0) {
      let data10 = data.form;
      if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
        for (const key2 in data10) {
          let data11 = data10[key2];
          if (typeof data11 !== "string" && !(typeof data11 == "number" && isFinite(data11)) && typeof data11 !== "boolean" && !Array.isArray(data11)) {
            const err21 = { instancePath: instancePath + "/form/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/fields/additionalProperties/type", keyword: "type", params: { type: schema19.additionalProperties.type }, schema: schema19.additionalProperties.type, parentSchema: schema19.additionalProperties, data: data11 };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
          if (Array.isArray(data11)) {
            const len1 = data11.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data12 = data11[i1];
              if (typeof data12 !== "string" && !(typeof data12 == "number" && isFinite(data12)) && typeof data12 !== "boolean") {
                const err22 = { instancePath: instancePath + "/form/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i1, schemaPath: "#/definitions/fields/additionalProperties/items/type", keyword: "type", params: { type: schema19.additionalProperties.items.type }, schema: schema19.additionalProperties.items.type, parentSchema: schema19.additionalProperties.items, data: data12 };
                if (vErrors === null) {
                  vErrors = [err22];
                } else {
                  vErrors.push(err22);
                }
                errors++;
              }
            }
          }
        }
      } else {
        const err23 = { instancePath: instancePath + "/form", schemaPath: "#/definitions/fields/type", keyword: "type", params: { type: "object" }, schema: schema19.type, parentSchema: schema19, data: data10 };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.text !== void 0) {
      let data13 = data.text;
      if (typeof data13 !== "string") {
        const err24 = { instancePath: instancePath + "/text", schemaPath: "#/properties/text/type", keyword: "type", params: { type: "string" }, schema: schema64.properties.text.type, parentSchema: schema64.properties.text, data: data13 };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.multipart !== void 0) {
      let data14 = data.multipart;
      if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
        for (const key3 in data14) {
          if (!validate17(data14[key3], { instancePath: instancePath + "/multipart/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data14, parentDataProperty: key3, rootData })) {
            vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err25 = { instancePath: instancePath + "/multipart", schemaPath: "#/properties/multipart/type", keyword: "type", params: { type: "object" }, schema: schema64.properties.multipart.type, parentSchema: schema64.properties.multipart, data: data14 };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.bytes !== void 0) {
      let data16 = data.bytes;
      if (typeof data16 === "string") {
        if (!pattern17.test(data16)) {
          const err26 = { instancePath: instancePath + "/bytes", schemaPath: "#/definitions/size/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(B|KB|MB|GB|KiB|MiB|GiB)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(B|KB|MB|GB|KiB|MiB|GiB)$", parentSchema: schema22, data: data16 };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
      } else {
        const err27 = { instancePath: instancePath + "/bytes", schemaPath: "#/definitions/size/type", keyword: "type", params: { type: "string" }, schema: schema22.type, parentSchema: schema22, data: data16 };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
    if (data.file !== void 0) {
      let data17 = data.file;
      if (typeof data17 === "string") {
        if (!pattern0.test(data17)) {
          const err28 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema64.properties.file, data: data17 };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
      } else {
        const err29 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" }, schema: schema64.properties.file.type, parentSchema: schema64.properties.file, data: data17 };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.headers !== void 0) {
      let data18 = data.headers;
      if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
        for (const key4 in data18) {
          const _errs46 = errors;
          if (typeof key4 === "string") {
            if (!pattern23.test(key4)) {
              const err30 = { instancePath: instancePath + "/headers", schemaPath: "#/definitions/headers/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$" }, schema: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$", parentSchema: schema24.propertyNames, data: key4, propertyName: key4 };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
          } else {
            const err31 = { instancePath: instancePath + "/headers", schemaPath: "#/definitions/headers/propertyNames/type", keyword: "type", params: { type: "string" }, schema: schema24.propertyNames.type, parentSchema: schema24.propertyNames, data: key4, propertyName: key4 };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
          var valid12 = _errs46 === errors;
          if (!valid12) {
            const err32 = { instancePath: instancePath + "/headers", schemaPath: "#/definitions/headers/propertyNames", keyword: "propertyNames", params: { propertyName: key4 }, schema: schema24.propertyNames, parentSchema: schema24, data: data18 };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
        for (const key5 in data18) {
          let data19 = data18[key5];
          if (typeof data19 !== "string" && !(typeof data19 == "number" && isFinite(data19)) && typeof data19 !== "boolean") {
            const err33 = { instancePath: instancePath + "/headers/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/headers/additionalProperties/type", keyword: "type", params: { type: schema24.additionalProperties.type }, schema: schema24.additionalProperties.type, parentSchema: schema24.additionalProperties, data: data19 };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
          if (typeof data19 === "string") {
            if (!pattern24.test(data19)) {
              const err34 = { instancePath: instancePath + "/headers/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/headers/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^[^\\r\\n\\u0000]*$" }, schema: "^[^\\r\\n\\u0000]*$", parentSchema: schema24.additionalProperties, data: data19 };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
          }
        }
      } else {
        const err35 = { instancePath: instancePath + "/headers", schemaPath: "#/definitions/headers/type", keyword: "type", params: { type: "object" }, schema: schema24.type, parentSchema: schema24, data: data18 };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
    }
    if (data.timeout !== void 0) {
      let data20 = data.timeout;
      if (typeof data20 === "string") {
        if (!pattern5.test(data20)) {
          const err36 = { instancePath: instancePath + "/timeout", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data20 };
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        }
      } else {
        const err37 = { instancePath: instancePath + "/timeout", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data20 };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
    }
    if (data.follow_redirects !== void 0) {
      let data21 = data.follow_redirects;
      if (typeof data21 !== "boolean") {
        const err38 = { instancePath: instancePath + "/follow_redirects", schemaPath: "#/properties/follow_redirects/type", keyword: "type", params: { type: "boolean" }, schema: schema64.properties.follow_redirects.type, parentSchema: schema64.properties.follow_redirects, data: data21 };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
    if (data.connections !== void 0) {
      let data22 = data.connections;
      if (!(typeof data22 == "number" && (!(data22 % 1) && !isNaN(data22)) && isFinite(data22))) {
        const err39 = { instancePath: instancePath + "/connections", schemaPath: "#/properties/connections/type", keyword: "type", params: { type: "integer" }, schema: schema64.properties.connections.type, parentSchema: schema64.properties.connections, data: data22 };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
      if (typeof data22 == "number" && isFinite(data22)) {
        if (data22 > 1e5 || isNaN(data22)) {
          const err40 = { instancePath: instancePath + "/connections", schemaPath: "#/properties/connections/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e5 }, schema: 1e5, parentSchema: schema64.properties.connections, data: data22 };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
        if (data22 < 1 || isNaN(data22)) {
          const err41 = { instancePath: instancePath + "/connections", schemaPath: "#/properties/connections/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema64.properties.connections, data: data22 };
          if (vErrors === null) {
            vErrors = [err41];
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
      }
    }
    if (data.http2 !== void 0) {
      let data23 = data.http2;
      if (typeof data23 !== "boolean") {
        const err42 = { instancePath: instancePath + "/http2", schemaPath: "#/properties/http2/type", keyword: "type", params: { type: "boolean" }, schema: schema64.properties.http2.type, parentSchema: schema64.properties.http2, data: data23 };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
    }
    if (data.cookies !== void 0) {
      let data24 = data.cookies;
      if (typeof data24 !== "boolean") {
        const err43 = { instancePath: instancePath + "/cookies", schemaPath: "#/properties/cookies/type", keyword: "type", params: { type: "boolean" }, schema: schema64.properties.cookies.type, parentSchema: schema64.properties.cookies, data: data24 };
        if (vErrors === null) {
          vErrors = [err43];
        } else {
          vErrors.push(err43);
        }
        errors++;
      }
    }
    if (data.tls !== void 0) {
      let data25 = data.tls;
      if (data25 && typeof data25 == "object" && !Array.isArray(data25)) {
        for (const key6 in data25) {
          if (!(key6 === "ca" || key6 === "cert" || key6 === "key" || key6 === "insecure")) {
            const err44 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, schema: false, parentSchema: schema64.properties.tls, data: data25 };
            if (vErrors === null) {
              vErrors = [err44];
            } else {
              vErrors.push(err44);
            }
            errors++;
          }
        }
        if (data25.ca !== void 0) {
          let data26 = data25.ca;
          if (typeof data26 === "string") {
            if (!pattern0.test(data26)) {
              const err45 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/properties/tls/properties/ca/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema64.properties.tls.properties.ca, data: data26 };
              if (vErrors === null) {
                vErrors = [err45];
              } else {
                vErrors.push(err45);
              }
              errors++;
            }
          } else {
            const err46 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/properties/tls/properties/ca/type", keyword: "type", params: { type: "string" }, schema: schema64.properties.tls.properties.ca.type, parentSchema: schema64.properties.tls.properties.ca, data: data26 };
            if (vErrors === null) {
              vErrors = [err46];
            } else {
              vErrors.push(err46);
            }
            errors++;
          }
        }
        if (data25.cert !== void 0) {
          let data27 = data25.cert;
          if (typeof data27 === "string") {
            if (!pattern0.test(data27)) {
              const err47 = { instancePath: instancePath + "/tls/cert", schemaPath: "#/properties/tls/properties/cert/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema64.properties.tls.properties.cert, data: data27 };
              if (vErrors === null) {
                vErrors = [err47];
              } else {
                vErrors.push(err47);
              }
              errors++;
            }
          } else {
            const err48 = { instancePath: instancePath + "/tls/cert", schemaPath: "#/properties/tls/properties/cert/type", keyword: "type", params: { type: "string" }, schema: schema64.properties.tls.properties.cert.type, parentSchema: schema64.properties.tls.properties.cert, data: data27 };
            if (vErrors === null) {
              vErrors = [err48];
            } else {
              vErrors.push(err48);
            }
            errors++;
          }
        }
        if (data25.key !== void 0) {
          let data28 = data25.key;
          if (typeof data28 === "string") {
            if (!pattern0.test(data28)) {
              const err49 = { instancePath: instancePath + "/tls/key", schemaPath: "#/properties/tls/properties/key/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema64.properties.tls.properties.key, data: data28 };
              if (vErrors === null) {
                vErrors = [err49];
              } else {
                vErrors.push(err49);
              }
              errors++;
            }
          } else {
            const err50 = { instancePath: instancePath + "/tls/key", schemaPath: "#/properties/tls/properties/key/type", keyword: "type", params: { type: "string" }, schema: schema64.properties.tls.properties.key.type, parentSchema: schema64.properties.tls.properties.key, data: data28 };
            if (vErrors === null) {
              vErrors = [err50];
            } else {
              vErrors.push(err50);
            }
            errors++;
          }
        }
        if (data25.insecure !== void 0) {
          let data29 = data25.insecure;
          if (typeof data29 !== "boolean") {
            const err51 = { instancePath: instancePath + "/tls/insecure", schemaPath: "#/properties/tls/properties/insecure/type", keyword: "type", params: { type: "boolean" }, schema: schema64.properties.tls.properties.insecure.type, parentSchema: schema64.properties.tls.properties.insecure, data: data29 };
            if (vErrors === null) {
              vErrors = [err51];
            } else {
              vErrors.push(err51);
            }
            errors++;
          }
        }
      } else {
        const err52 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/type", keyword: "type", params: { type: "object" }, schema: schema64.properties.tls.type, parentSchema: schema64.properties.tls, data: data25 };
        if (vErrors === null) {
          vErrors = [err52];
        } else {
          vErrors.push(err52);
        }
        errors++;
      }
    }
    if (data.proxy !== void 0) {
      let data30 = data.proxy;
      if (typeof data30 === "string") {
        if (!pattern7.test(data30)) {
          const err53 = { instancePath: instancePath + "/proxy", schemaPath: "#/properties/proxy/pattern", keyword: "pattern", params: { pattern: "^(https?://|\\$\\{)\\S*$" }, schema: "^(https?://|\\$\\{)\\S*$", parentSchema: schema64.properties.proxy, data: data30 };
          if (vErrors === null) {
            vErrors = [err53];
          } else {
            vErrors.push(err53);
          }
          errors++;
        }
      } else {
        const err54 = { instancePath: instancePath + "/proxy", schemaPath: "#/properties/proxy/type", keyword: "type", params: { type: "string" }, schema: schema64.properties.proxy.type, parentSchema: schema64.properties.proxy, data: data30 };
        if (vErrors === null) {
          vErrors = [err54];
        } else {
          vErrors.push(err54);
        }
        errors++;
      }
    }
    if (data.traceparent !== void 0) {
      let data31 = data.traceparent;
      if (typeof data31 !== "boolean") {
        const err55 = { instancePath: instancePath + "/traceparent", schemaPath: "#/properties/traceparent/type", keyword: "type", params: { type: "boolean" }, schema: schema64.properties.traceparent.type, parentSchema: schema64.properties.traceparent, data: data31 };
        if (vErrors === null) {
          vErrors = [err55];
        } else {
          vErrors.push(err55);
        }
        errors++;
      }
    }
    if (data.slower_than !== void 0) {
      let data32 = data.slower_than;
      if (typeof data32 === "string") {
        if (!pattern5.test(data32)) {
          const err56 = { instancePath: instancePath + "/slower_than", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data32 };
          if (vErrors === null) {
            vErrors = [err56];
          } else {
            vErrors.push(err56);
          }
          errors++;
        }
      } else {
        const err57 = { instancePath: instancePath + "/slower_than", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data32 };
        if (vErrors === null) {
          vErrors = [err57];
        } else {
          vErrors.push(err57);
        }
        errors++;
      }
    }
    if (data.every !== void 0) {
      let data33 = data.every;
      if (typeof data33 === "string") {
        if (!pattern5.test(data33)) {
          const err58 = { instancePath: instancePath + "/every", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data33 };
          if (vErrors === null) {
            vErrors = [err58];
          } else {
            vErrors.push(err58);
          }
          errors++;
        }
      } else {
        const err59 = { instancePath: instancePath + "/every", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data33 };
        if (vErrors === null) {
          vErrors = [err59];
        } else {
          vErrors.push(err59);
        }
        errors++;
      }
    }
    if (data.within !== void 0) {
      let data34 = data.within;
      if (typeof data34 === "string") {
        if (!pattern5.test(data34)) {
          const err60 = { instancePath: instancePath + "/within", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data34 };
          if (vErrors === null) {
            vErrors = [err60];
          } else {
            vErrors.push(err60);
          }
          errors++;
        }
      } else {
        const err61 = { instancePath: instancePath + "/within", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data34 };
        if (vErrors === null) {
          vErrors = [err61];
        } else {
          vErrors.push(err61);
        }
        errors++;
      }
    }
    if (data.until !== void 0) {
      if (!validate19(data.until, { instancePath: instancePath + "/until", parentData: data, parentDataProperty: "until", rootData })) {
        vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err62 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema64.type, parentSchema: schema64, data };
    if (vErrors === null) {
      vErrors = [err62];
    } else {
      vErrors.push(err62);
    }
    errors++;
  }
  validate68.errors = vErrors;
  return errors === 0;
}
function validate67(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "poll" || key0 === "since" || key0 === "name" || key0 === "tags")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema63, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.poll !== void 0) {
      if (!validate68(data.poll, { instancePath: instancePath + "/poll", parentData: data, parentDataProperty: "poll", rootData })) {
        vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
        errors = vErrors.length;
      }
    }
    if (data.since !== void 0) {
      let data1 = data.since;
      if (typeof data1 === "string") {
        if (!pattern0.test(data1)) {
          const err1 = { instancePath: instancePath + "/since", schemaPath: "#/properties/since/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema63.properties.since, data: data1 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/since", schemaPath: "#/properties/since/type", keyword: "type", params: { type: "string" }, schema: schema63.properties.since.type, parentSchema: schema63.properties.since, data: data1 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data2 = data.name;
      if (typeof data2 === "string") {
        if (!pattern0.test(data2)) {
          const err3 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema63.properties.name, data: data2 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema63.properties.name.type, parentSchema: schema63.properties.name, data: data2 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.tags !== void 0) {
      let data3 = data.tags;
      if (Array.isArray(data3)) {
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data4 = data3[i0];
          if (typeof data4 === "string") {
            if (!pattern54.test(data4)) {
              const err5 = { instancePath: instancePath + "/tags/" + i0, schemaPath: "#/definitions/tags/items/pattern", keyword: "pattern", params: { pattern: "^[^\\s,]+$" }, schema: "^[^\\s,]+$", parentSchema: schema41.items, data: data4 };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
          } else {
            const err6 = { instancePath: instancePath + "/tags/" + i0, schemaPath: "#/definitions/tags/items/type", keyword: "type", params: { type: "string" }, schema: schema41.items.type, parentSchema: schema41.items, data: data4 };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
      } else {
        const err7 = { instancePath: instancePath + "/tags", schemaPath: "#/definitions/tags/type", keyword: "type", params: { type: "array" }, schema: schema41.type, parentSchema: schema41, data: data3 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
  } else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema63.type, parentSchema: schema63, data };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  validate67.errors = vErrors;
  return errors === 0;
}
var schema74 = { "description": "Open a WebSocket.", "type": "object", "properties": { "ws": { "description": "Open the WebSocket at this path on the target, or at this absolute ws:// or wss:// URL on an allowed host.", "type": "string", "pattern": "^(?=/|(?:ws|http)s?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "x-expected": "a path that begins with /, or an absolute ws:// or wss:// URL, without spaces" }, "as": { "description": "The name of the connection; default ws.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "x-expected": "a name of letters, digits and underscores that does not begin with a digit" }, "subprotocol": { "description": "The subprotocol to ask for.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "timeout": { "$ref": "#/definitions/duration" }, "ready": { "description": 'Connected only once such a message came: a part of its JSON, its text or a "/regex/".', "type": ["object", "string"], "x-expected": 'a message: a map (a part of its JSON), a text or a "/regex/"' }, "capture": { "$ref": "#/definitions/messageCapture" }, "heartbeat": { "$ref": "#/definitions/duration" }, "deflate": { "description": "Offer to compress messages (permessage-deflate); default false.", "type": "boolean" }, "query": { "$ref": "#/definitions/fields" }, "headers": { "$ref": "#/definitions/headers" }, "cookies": { "description": "One cookie jar for each virtual user (default true).", "type": "boolean" }, "tls": { "description": "TLS of the client: paths are relative to this file.", "type": "object", "properties": { "ca": { "description": "PEM file with the certificates to trust.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "cert": { "description": "PEM file with the client certificate.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "key": { "description": "PEM file with the key of the client certificate.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "insecure": { "description": "true: accept any certificate.", "type": "boolean" } }, "additionalProperties": false }, "proxy": { "description": "Proxy URL; HTTP(S)_PROXY and NO_PROXY are honoured without it.", "type": "string", "pattern": "^(https?://|\\$\\{)\\S*$", "x-expected": "the URL of a proxy such as http://proxy:3128" }, "name": { "description": "The series of this step in every report and in the SLA.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "tags": { "$ref": "#/definitions/tags" } }, "additionalProperties": false };
var schema76 = { "description": "Variables from the message: a JSONPath, { body: regex } or { json, pick }.", "type": "object", "additionalProperties": { "type": ["string", "object"], "pattern": "^\\$", "x-expected": 'a JSONPath that begins with $, or { body: "regex" }', "if": { "type": "object" }, "then": { "description": "Where the value comes from.", "type": "object", "properties": { "json": { "description": "A JSONPath.", "type": "string", "pattern": "^\\$", "x-expected": "a JSONPath that begins with $" }, "body": { "description": "A regular expression; its first group is taken.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "pick": { "description": "Which of several values: random (default) or first.", "type": "string", "enum": ["random", "first"] } }, "additionalProperties": false } }, "propertyNames": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "x-expected": "a name of letters, digits and underscores that does not begin with a digit" } };
var pattern99 = new RegExp("^(?=/|(?:ws|http)s?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", "u");
function validate73(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema74.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema74, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.ws !== void 0) {
      let data0 = data.ws;
      if (typeof data0 === "string") {
        if (!pattern99.test(data0)) {
          const err1 = { instancePath: instancePath + "/ws", schemaPath: "#/properties/ws/pattern", keyword: "pattern", params: { pattern: "^(?=/|(?:ws|http)s?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$" }, schema: "^(?=/|(?:ws|http)s?://|\\$\\{)([^\\s$]|\\$\\{[^}]{0,200}\\}|\\$(?!\\{[^}]{0,200}\\}))*$", parentSchema: schema74.properties.ws, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/ws", schemaPath: "#/properties/ws/type", keyword: "type", params: { type: "string" }, schema: schema74.properties.ws.type, parentSchema: schema74.properties.ws, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.as !== void 0) {
      let data1 = data.as;
      if (typeof data1 === "string") {
        if (!pattern55.test(data1)) {
          const err3 = { instancePath: instancePath + "/as", schemaPath: "#/properties/as/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, schema: "^[A-Za-z_][A-Za-z0-9_]*$", parentSchema: schema74.properties.as, data: data1 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/as", schemaPath: "#/properties/as/type", keyword: "type", params: { type: "string" }, schema: schema74.properties.as.type, parentSchema: schema74.properties.as, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.subprotocol !== void 0) {
      let data2 = data.subprotocol;
      if (typeof data2 === "string") {
        if (!pattern0.test(data2)) {
          const err5 = { instancePath: instancePath + "/subprotocol", schemaPath: "#/properties/subprotocol/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema74.properties.subprotocol, data: data2 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/subprotocol", schemaPath: "#/properties/subprotocol/type", keyword: "type", params: { type: "string" }, schema: schema74.properties.subprotocol.type, parentSchema: schema74.properties.subprotocol, data: data2 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.timeout !== void 0) {
      let data3 = data.timeout;
      if (typeof data3 === "string") {
        if (!pattern5.test(data3)) {
          const err7 = { instancePath: instancePath + "/timeout", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data3 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/timeout", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data3 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.ready !== void 0) {
      let data4 = data.ready;
      if (!(data4 && typeof data4 == "object" && !Array.isArray(data4)) && typeof data4 !== "string") {
        const err9 = { instancePath: instancePath + "/ready", schemaPath: "#/properties/ready/type", keyword: "type", params: { type: schema74.properties.ready.type }, schema: schema74.properties.ready.type, parentSchema: schema74.properties.ready, data: data4 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.capture !== void 0) {
      let data5 = data.capture;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        for (const key1 in data5) {
          const _errs16 = errors;
          if (typeof key1 === "string") {
            if (!pattern55.test(key1)) {
              const err10 = { instancePath: instancePath + "/capture", schemaPath: "#/definitions/messageCapture/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, schema: "^[A-Za-z_][A-Za-z0-9_]*$", parentSchema: schema76.propertyNames, data: key1, propertyName: key1 };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          } else {
            const err11 = { instancePath: instancePath + "/capture", schemaPath: "#/definitions/messageCapture/propertyNames/type", keyword: "type", params: { type: "string" }, schema: schema76.propertyNames.type, parentSchema: schema76.propertyNames, data: key1, propertyName: key1 };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
          var valid3 = _errs16 === errors;
          if (!valid3) {
            const err12 = { instancePath: instancePath + "/capture", schemaPath: "#/definitions/messageCapture/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, schema: schema76.propertyNames, parentSchema: schema76, data: data5 };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        for (const key2 in data5) {
          let data6 = data5[key2];
          if (typeof data6 !== "string" && !(data6 && typeof data6 == "object" && !Array.isArray(data6))) {
            const err13 = { instancePath: instancePath + "/capture/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/messageCapture/additionalProperties/type", keyword: "type", params: { type: schema76.additionalProperties.type }, schema: schema76.additionalProperties.type, parentSchema: schema76.additionalProperties, data: data6 };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
          const _errs21 = errors;
          let valid5 = true;
          const _errs22 = errors;
          if (!(data6 && typeof data6 == "object" && !Array.isArray(data6))) {
            const err14 = {};
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
          var _valid0 = _errs22 === errors;
          errors = _errs21;
          if (vErrors !== null) {
            if (_errs21) {
              vErrors.length = _errs21;
            } else {
              vErrors = null;
            }
          }
          if (_valid0) {
            const _errs24 = errors;
            if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
              for (const key3 in data6) {
                if (!(key3 === "json" || key3 === "body" || key3 === "pick")) {
                  const err15 = { instancePath: instancePath + "/capture/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/messageCapture/additionalProperties/then/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, schema: false, parentSchema: schema76.additionalProperties.then, data: data6 };
                  if (vErrors === null) {
                    vErrors = [err15];
                  } else {
                    vErrors.push(err15);
                  }
                  errors++;
                }
              }
              if (data6.json !== void 0) {
                let data7 = data6.json;
                if (typeof data7 === "string") {
                  if (!pattern56.test(data7)) {
                    const err16 = { instancePath: instancePath + "/capture/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/json", schemaPath: "#/definitions/messageCapture/additionalProperties/then/properties/json/pattern", keyword: "pattern", params: { pattern: "^\\$" }, schema: "^\\$", parentSchema: schema76.additionalProperties.then.properties.json, data: data7 };
                    if (vErrors === null) {
                      vErrors = [err16];
                    } else {
                      vErrors.push(err16);
                    }
                    errors++;
                  }
                } else {
                  const err17 = { instancePath: instancePath + "/capture/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/json", schemaPath: "#/definitions/messageCapture/additionalProperties/then/properties/json/type", keyword: "type", params: { type: "string" }, schema: schema76.additionalProperties.then.properties.json.type, parentSchema: schema76.additionalProperties.then.properties.json, data: data7 };
                  if (vErrors === null) {
                    vErrors = [err17];
                  } else {
                    vErrors.push(err17);
                  }
                  errors++;
                }
              }
              if (data6.body !== void 0) {
                let data8 = data6.body;
                if (typeof data8 === "string") {
                  if (!pattern0.test(data8)) {
                    const err18 = { instancePath: instancePath + "/capture/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/body", schemaPath: "#/definitions/messageCapture/additionalProperties/then/properties/body/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema76.additionalProperties.then.properties.body, data: data8 };
                    if (vErrors === null) {
                      vErrors = [err18];
                    } else {
                      vErrors.push(err18);
                    }
                    errors++;
                  }
                } else {
                  const err19 = { instancePath: instancePath + "/capture/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/body", schemaPath: "#/definitions/messageCapture/additionalProperties/then/properties/body/type", keyword: "type", params: { type: "string" }, schema: schema76.additionalProperties.then.properties.body.type, parentSchema: schema76.additionalProperties.then.properties.body, data: data8 };
                  if (vErrors === null) {
                    vErrors = [err19];
                  } else {
                    vErrors.push(err19);
                  }
                  errors++;
                }
              }
              if (data6.pick !== void 0) {
                let data9 = data6.pick;
                if (typeof data9 !== "string") {
                  const err20 = { instancePath: instancePath + "/capture/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/pick", schemaPath: "#/definitions/messageCapture/additionalProperties/then/properties/pick/type", keyword: "type", params: { type: "string" }, schema: schema76.additionalProperties.then.properties.pick.type, parentSchema: schema76.additionalProperties.then.properties.pick, data: data9 };
                  if (vErrors === null) {
                    vErrors = [err20];
                  } else {
                    vErrors.push(err20);
                  }
                  errors++;
                }
                if (!(data9 === "random" || data9 === "first")) {
                  const err21 = { instancePath: instancePath + "/capture/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/pick", schemaPath: "#/definitions/messageCapture/additionalProperties/then/properties/pick/enum", keyword: "enum", params: { allowedValues: schema76.additionalProperties.then.properties.pick.enum }, schema: schema76.additionalProperties.then.properties.pick.enum, parentSchema: schema76.additionalProperties.then.properties.pick, data: data9 };
                  if (vErrors === null) {
                    vErrors = [err21];
                  } else {
                    vErrors.push(err21);
                  }
                  errors++;
                }
              }
            } else {
              const err22 = { instancePath: instancePath + "/capture/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/messageCapture/additionalProperties/then/type", keyword: "type", params: { type: "object" }, schema: schema76.additionalProperties.then.type, parentSchema: schema76.additionalProperties.then, data: data6 };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
            var _valid0 = _errs24 === errors;
            valid5 = _valid0;
          }
          if (!valid5) {
            const err23 = { instancePath: instancePath + "/capture/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/messageCapture/additionalProperties/if", keyword: "if", params: { failingKeyword: "then" }, schema: schema76.additionalProperties.if, parentSchema: schema76.additionalProperties, data: data6 };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
          if (typeof data6 === "string") {
            if (!pattern56.test(data6)) {
              const err24 = { instancePath: instancePath + "/capture/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/messageCapture/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^\\$" }, schema: "^\\$", parentSchema: schema76.additionalProperties, data: data6 };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
          }
        }
      } else {
        const err25 = { instancePath: instancePath + "/capture", schemaPath: "#/definitions/messageCapture/type", keyword: "type", params: { type: "object" }, schema: schema76.type, parentSchema: schema76, data: data5 };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.heartbeat !== void 0) {
      let data10 = data.heartbeat;
      if (typeof data10 === "string") {
        if (!pattern5.test(data10)) {
          const err26 = { instancePath: instancePath + "/heartbeat", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data10 };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
      } else {
        const err27 = { instancePath: instancePath + "/heartbeat", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data10 };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
    if (data.deflate !== void 0) {
      let data11 = data.deflate;
      if (typeof data11 !== "boolean") {
        const err28 = { instancePath: instancePath + "/deflate", schemaPath: "#/properties/deflate/type", keyword: "type", params: { type: "boolean" }, schema: schema74.properties.deflate.type, parentSchema: schema74.properties.deflate, data: data11 };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
    }
    if (data.query !== void 0) {
      let data12 = data.query;
      if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
        for (const key4 in data12) {
          let data13 = data12[key4];
          if (typeof data13 !== "string" && !(typeof data13 == "number" && isFinite(data13)) && typeof data13 !== "boolean" && !Array.isArray(data13)) {
            const err29 = { instancePath: instancePath + "/query/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/fields/additionalProperties/type", keyword: "type", params: { type: schema19.additionalProperties.type }, schema: schema19.additionalProperties.type, parentSchema: schema19.additionalProperties, data: data13 };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
          if (Array.isArray(data13)) {
            const len0 = data13.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data14 = data13[i0];
              if (typeof data14 !== "string" && !(typeof data14 == "number" && isFinite(data14)) && typeof data14 !== "boolean") {
                const err30 = { instancePath: instancePath + "/query/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0, schemaPath: "#/definitions/fields/additionalProperties/items/type", keyword: "type", params: { type: schema19.additionalProperties.items.type }, schema: schema19.additionalProperties.items.type, parentSchema: schema19.additionalProperties.items, data: data14 };
                if (vErrors === null) {
                  vErrors = [err30];
                } else {
                  vErrors.push(err30);
                }
                errors++;
              }
            }
          }
        }
      } else {
        const err31 = { instancePath: instancePath + "/query", schemaPath: "#/definitions/fields/type", keyword: "type", params: { type: "object" }, schema: schema19.type, parentSchema: schema19, data: data12 };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
    }
    if (data.headers !== void 0) {
      let data15 = data.headers;
      if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
        for (const key5 in data15) {
          const _errs49 = errors;
          if (typeof key5 === "string") {
            if (!pattern23.test(key5)) {
              const err32 = { instancePath: instancePath + "/headers", schemaPath: "#/definitions/headers/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$" }, schema: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$", parentSchema: schema24.propertyNames, data: key5, propertyName: key5 };
              if (vErrors === null) {
                vErrors = [err32];
              } else {
                vErrors.push(err32);
              }
              errors++;
            }
          } else {
            const err33 = { instancePath: instancePath + "/headers", schemaPath: "#/definitions/headers/propertyNames/type", keyword: "type", params: { type: "string" }, schema: schema24.propertyNames.type, parentSchema: schema24.propertyNames, data: key5, propertyName: key5 };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
          var valid13 = _errs49 === errors;
          if (!valid13) {
            const err34 = { instancePath: instancePath + "/headers", schemaPath: "#/definitions/headers/propertyNames", keyword: "propertyNames", params: { propertyName: key5 }, schema: schema24.propertyNames, parentSchema: schema24, data: data15 };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
        }
        for (const key6 in data15) {
          let data16 = data15[key6];
          if (typeof data16 !== "string" && !(typeof data16 == "number" && isFinite(data16)) && typeof data16 !== "boolean") {
            const err35 = { instancePath: instancePath + "/headers/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/headers/additionalProperties/type", keyword: "type", params: { type: schema24.additionalProperties.type }, schema: schema24.additionalProperties.type, parentSchema: schema24.additionalProperties, data: data16 };
            if (vErrors === null) {
              vErrors = [err35];
            } else {
              vErrors.push(err35);
            }
            errors++;
          }
          if (typeof data16 === "string") {
            if (!pattern24.test(data16)) {
              const err36 = { instancePath: instancePath + "/headers/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/headers/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^[^\\r\\n\\u0000]*$" }, schema: "^[^\\r\\n\\u0000]*$", parentSchema: schema24.additionalProperties, data: data16 };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
          }
        }
      } else {
        const err37 = { instancePath: instancePath + "/headers", schemaPath: "#/definitions/headers/type", keyword: "type", params: { type: "object" }, schema: schema24.type, parentSchema: schema24, data: data15 };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
    }
    if (data.cookies !== void 0) {
      let data17 = data.cookies;
      if (typeof data17 !== "boolean") {
        const err38 = { instancePath: instancePath + "/cookies", schemaPath: "#/properties/cookies/type", keyword: "type", params: { type: "boolean" }, schema: schema74.properties.cookies.type, parentSchema: schema74.properties.cookies, data: data17 };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
    if (data.tls !== void 0) {
      let data18 = data.tls;
      if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
        for (const key7 in data18) {
          if (!(key7 === "ca" || key7 === "cert" || key7 === "key" || key7 === "insecure")) {
            const err39 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, schema: false, parentSchema: schema74.properties.tls, data: data18 };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
        }
        if (data18.ca !== void 0) {
          let data19 = data18.ca;
          if (typeof data19 === "string") {
            if (!pattern0.test(data19)) {
              const err40 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/properties/tls/properties/ca/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema74.properties.tls.properties.ca, data: data19 };
              if (vErrors === null) {
                vErrors = [err40];
              } else {
                vErrors.push(err40);
              }
              errors++;
            }
          } else {
            const err41 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/properties/tls/properties/ca/type", keyword: "type", params: { type: "string" }, schema: schema74.properties.tls.properties.ca.type, parentSchema: schema74.properties.tls.properties.ca, data: data19 };
            if (vErrors === null) {
              vErrors = [err41];
            } else {
              vErrors.push(err41);
            }
            errors++;
          }
        }
        if (data18.cert !== void 0) {
          let data20 = data18.cert;
          if (typeof data20 === "string") {
            if (!pattern0.test(data20)) {
              const err42 = { instancePath: instancePath + "/tls/cert", schemaPath: "#/properties/tls/properties/cert/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema74.properties.tls.properties.cert, data: data20 };
              if (vErrors === null) {
                vErrors = [err42];
              } else {
                vErrors.push(err42);
              }
              errors++;
            }
          } else {
            const err43 = { instancePath: instancePath + "/tls/cert", schemaPath: "#/properties/tls/properties/cert/type", keyword: "type", params: { type: "string" }, schema: schema74.properties.tls.properties.cert.type, parentSchema: schema74.properties.tls.properties.cert, data: data20 };
            if (vErrors === null) {
              vErrors = [err43];
            } else {
              vErrors.push(err43);
            }
            errors++;
          }
        }
        if (data18.key !== void 0) {
          let data21 = data18.key;
          if (typeof data21 === "string") {
            if (!pattern0.test(data21)) {
              const err44 = { instancePath: instancePath + "/tls/key", schemaPath: "#/properties/tls/properties/key/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema74.properties.tls.properties.key, data: data21 };
              if (vErrors === null) {
                vErrors = [err44];
              } else {
                vErrors.push(err44);
              }
              errors++;
            }
          } else {
            const err45 = { instancePath: instancePath + "/tls/key", schemaPath: "#/properties/tls/properties/key/type", keyword: "type", params: { type: "string" }, schema: schema74.properties.tls.properties.key.type, parentSchema: schema74.properties.tls.properties.key, data: data21 };
            if (vErrors === null) {
              vErrors = [err45];
            } else {
              vErrors.push(err45);
            }
            errors++;
          }
        }
        if (data18.insecure !== void 0) {
          let data22 = data18.insecure;
          if (typeof data22 !== "boolean") {
            const err46 = { instancePath: instancePath + "/tls/insecure", schemaPath: "#/properties/tls/properties/insecure/type", keyword: "type", params: { type: "boolean" }, schema: schema74.properties.tls.properties.insecure.type, parentSchema: schema74.properties.tls.properties.insecure, data: data22 };
            if (vErrors === null) {
              vErrors = [err46];
            } else {
              vErrors.push(err46);
            }
            errors++;
          }
        }
      } else {
        const err47 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/type", keyword: "type", params: { type: "object" }, schema: schema74.properties.tls.type, parentSchema: schema74.properties.tls, data: data18 };
        if (vErrors === null) {
          vErrors = [err47];
        } else {
          vErrors.push(err47);
        }
        errors++;
      }
    }
    if (data.proxy !== void 0) {
      let data23 = data.proxy;
      if (typeof data23 === "string") {
        if (!pattern7.test(data23)) {
          const err48 = { instancePath: instancePath + "/proxy", schemaPath: "#/properties/proxy/pattern", keyword: "pattern", params: { pattern: "^(https?://|\\$\\{)\\S*$" }, schema: "^(https?://|\\$\\{)\\S*$", parentSchema: schema74.properties.proxy, data: data23 };
          if (vErrors === null) {
            vErrors = [err48];
          } else {
            vErrors.push(err48);
          }
          errors++;
        }
      } else {
        const err49 = { instancePath: instancePath + "/proxy", schemaPath: "#/properties/proxy/type", keyword: "type", params: { type: "string" }, schema: schema74.properties.proxy.type, parentSchema: schema74.properties.proxy, data: data23 };
        if (vErrors === null) {
          vErrors = [err49];
        } else {
          vErrors.push(err49);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data24 = data.name;
      if (typeof data24 === "string") {
        if (!pattern0.test(data24)) {
          const err50 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema74.properties.name, data: data24 };
          if (vErrors === null) {
            vErrors = [err50];
          } else {
            vErrors.push(err50);
          }
          errors++;
        }
      } else {
        const err51 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema74.properties.name.type, parentSchema: schema74.properties.name, data: data24 };
        if (vErrors === null) {
          vErrors = [err51];
        } else {
          vErrors.push(err51);
        }
        errors++;
      }
    }
    if (data.tags !== void 0) {
      let data25 = data.tags;
      if (Array.isArray(data25)) {
        const len1 = data25.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data26 = data25[i1];
          if (typeof data26 === "string") {
            if (!pattern54.test(data26)) {
              const err52 = { instancePath: instancePath + "/tags/" + i1, schemaPath: "#/definitions/tags/items/pattern", keyword: "pattern", params: { pattern: "^[^\\s,]+$" }, schema: "^[^\\s,]+$", parentSchema: schema41.items, data: data26 };
              if (vErrors === null) {
                vErrors = [err52];
              } else {
                vErrors.push(err52);
              }
              errors++;
            }
          } else {
            const err53 = { instancePath: instancePath + "/tags/" + i1, schemaPath: "#/definitions/tags/items/type", keyword: "type", params: { type: "string" }, schema: schema41.items.type, parentSchema: schema41.items, data: data26 };
            if (vErrors === null) {
              vErrors = [err53];
            } else {
              vErrors.push(err53);
            }
            errors++;
          }
        }
      } else {
        const err54 = { instancePath: instancePath + "/tags", schemaPath: "#/definitions/tags/type", keyword: "type", params: { type: "array" }, schema: schema41.type, parentSchema: schema41, data: data25 };
        if (vErrors === null) {
          vErrors = [err54];
        } else {
          vErrors.push(err54);
        }
        errors++;
      }
    }
  } else {
    const err55 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema74.type, parentSchema: schema74, data };
    if (vErrors === null) {
      vErrors = [err55];
    } else {
      vErrors.push(err55);
    }
    errors++;
  }
  validate73.errors = vErrors;
  return errors === 0;
}
var schema82 = { "description": "Wait for a message.", "type": "object", "properties": { "receive": { "description": `A part of the message's JSON, its text or a "/regex/".`, "type": ["object", "string"], "x-expected": 'a message: a map (a part of its JSON), a text or a "/regex/"' }, "on": { "description": "The connection; default ws.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "x-expected": "a name of letters, digits and underscores that does not begin with a digit" }, "within": { "$ref": "#/definitions/duration" }, "since": { "description": "The name of an earlier HTTP step: latency counts from its start; absent: from the last send on the connection.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "capture": { "$ref": "#/definitions/messageCapture" }, "name": { "description": "The series of this step in every report and in the SLA.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "tags": { "$ref": "#/definitions/tags" } }, "additionalProperties": false };
function validate75(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "receive" || key0 === "on" || key0 === "within" || key0 === "since" || key0 === "capture" || key0 === "name" || key0 === "tags")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema82, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.receive !== void 0) {
      let data0 = data.receive;
      if (!(data0 && typeof data0 == "object" && !Array.isArray(data0)) && typeof data0 !== "string") {
        const err1 = { instancePath: instancePath + "/receive", schemaPath: "#/properties/receive/type", keyword: "type", params: { type: schema82.properties.receive.type }, schema: schema82.properties.receive.type, parentSchema: schema82.properties.receive, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.on !== void 0) {
      let data1 = data.on;
      if (typeof data1 === "string") {
        if (!pattern55.test(data1)) {
          const err2 = { instancePath: instancePath + "/on", schemaPath: "#/properties/on/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, schema: "^[A-Za-z_][A-Za-z0-9_]*$", parentSchema: schema82.properties.on, data: data1 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/on", schemaPath: "#/properties/on/type", keyword: "type", params: { type: "string" }, schema: schema82.properties.on.type, parentSchema: schema82.properties.on, data: data1 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.within !== void 0) {
      let data2 = data.within;
      if (typeof data2 === "string") {
        if (!pattern5.test(data2)) {
          const err4 = { instancePath: instancePath + "/within", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data2 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/within", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data2 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.since !== void 0) {
      let data3 = data.since;
      if (typeof data3 === "string") {
        if (!pattern0.test(data3)) {
          const err6 = { instancePath: instancePath + "/since", schemaPath: "#/properties/since/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema82.properties.since, data: data3 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/since", schemaPath: "#/properties/since/type", keyword: "type", params: { type: "string" }, schema: schema82.properties.since.type, parentSchema: schema82.properties.since, data: data3 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.capture !== void 0) {
      let data4 = data.capture;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        for (const key1 in data4) {
          const _errs14 = errors;
          if (typeof key1 === "string") {
            if (!pattern55.test(key1)) {
              const err8 = { instancePath: instancePath + "/capture", schemaPath: "#/definitions/messageCapture/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, schema: "^[A-Za-z_][A-Za-z0-9_]*$", parentSchema: schema76.propertyNames, data: key1, propertyName: key1 };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
          } else {
            const err9 = { instancePath: instancePath + "/capture", schemaPath: "#/definitions/messageCapture/propertyNames/type", keyword: "type", params: { type: "string" }, schema: schema76.propertyNames.type, parentSchema: schema76.propertyNames, data: key1, propertyName: key1 };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
          var valid3 = _errs14 === errors;
          if (!valid3) {
            const err10 = { instancePath: instancePath + "/capture", schemaPath: "#/definitions/messageCapture/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, schema: schema76.propertyNames, parentSchema: schema76, data: data4 };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        for (const key2 in data4) {
          let data5 = data4[key2];
          if (typeof data5 !== "string" && !(data5 && typeof data5 == "object" && !Array.isArray(data5))) {
            const err11 = { instancePath: instancePath + "/capture/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/messageCapture/additionalProperties/type", keyword: "type", params: { type: schema76.additionalProperties.type }, schema: schema76.additionalProperties.type, parentSchema: schema76.additionalProperties, data: data5 };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
          const _errs19 = errors;
          let valid5 = true;
          const _errs20 = errors;
          if (!(data5 && typeof data5 == "object" && !Array.isArray(data5))) {
            const err12 = {};
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
          var _valid0 = _errs20 === errors;
          errors = _errs19;
          if (vErrors !== null) {
            if (_errs19) {
              vErrors.length = _errs19;
            } else {
              vErrors = null;
            }
          }
          if (_valid0) {
            const _errs22 = errors;
            if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
              for (const key3 in data5) {
                if (!(key3 === "json" || key3 === "body" || key3 === "pick")) {
                  const err13 = { instancePath: instancePath + "/capture/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/messageCapture/additionalProperties/then/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, schema: false, parentSchema: schema76.additionalProperties.then, data: data5 };
                  if (vErrors === null) {
                    vErrors = [err13];
                  } else {
                    vErrors.push(err13);
                  }
                  errors++;
                }
              }
              if (data5.json !== void 0) {
                let data6 = data5.json;
                if (typeof data6 === "string") {
                  if (!pattern56.test(data6)) {
                    const err14 = { instancePath: instancePath + "/capture/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/json", schemaPath: "#/definitions/messageCapture/additionalProperties/then/properties/json/pattern", keyword: "pattern", params: { pattern: "^\\$" }, schema: "^\\$", parentSchema: schema76.additionalProperties.then.properties.json, data: data6 };
                    if (vErrors === null) {
                      vErrors = [err14];
                    } else {
                      vErrors.push(err14);
                    }
                    errors++;
                  }
                } else {
                  const err15 = { instancePath: instancePath + "/capture/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/json", schemaPath: "#/definitions/messageCapture/additionalProperties/then/properties/json/type", keyword: "type", params: { type: "string" }, schema: schema76.additionalProperties.then.properties.json.type, parentSchema: schema76.additionalProperties.then.properties.json, data: data6 };
                  if (vErrors === null) {
                    vErrors = [err15];
                  } else {
                    vErrors.push(err15);
                  }
                  errors++;
                }
              }
              if (data5.body !== void 0) {
                let data7 = data5.body;
                if (typeof data7 === "string") {
                  if (!pattern0.test(data7)) {
                    const err16 = { instancePath: instancePath + "/capture/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/body", schemaPath: "#/definitions/messageCapture/additionalProperties/then/properties/body/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema76.additionalProperties.then.properties.body, data: data7 };
                    if (vErrors === null) {
                      vErrors = [err16];
                    } else {
                      vErrors.push(err16);
                    }
                    errors++;
                  }
                } else {
                  const err17 = { instancePath: instancePath + "/capture/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/body", schemaPath: "#/definitions/messageCapture/additionalProperties/then/properties/body/type", keyword: "type", params: { type: "string" }, schema: schema76.additionalProperties.then.properties.body.type, parentSchema: schema76.additionalProperties.then.properties.body, data: data7 };
                  if (vErrors === null) {
                    vErrors = [err17];
                  } else {
                    vErrors.push(err17);
                  }
                  errors++;
                }
              }
              if (data5.pick !== void 0) {
                let data8 = data5.pick;
                if (typeof data8 !== "string") {
                  const err18 = { instancePath: instancePath + "/capture/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/pick", schemaPath: "#/definitions/messageCapture/additionalProperties/then/properties/pick/type", keyword: "type", params: { type: "string" }, schema: schema76.additionalProperties.then.properties.pick.type, parentSchema: schema76.additionalProperties.then.properties.pick, data: data8 };
                  if (vErrors === null) {
                    vErrors = [err18];
                  } else {
                    vErrors.push(err18);
                  }
                  errors++;
                }
                if (!(data8 === "random" || data8 === "first")) {
                  const err19 = { instancePath: instancePath + "/capture/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/pick", schemaPath: "#/definitions/messageCapture/additionalProperties/then/properties/pick/enum", keyword: "enum", params: { allowedValues: schema76.additionalProperties.then.properties.pick.enum }, schema: schema76.additionalProperties.then.properties.pick.enum, parentSchema: schema76.additionalProperties.then.properties.pick, data: data8 };
                  if (vErrors === null) {
                    vErrors = [err19];
                  } else {
                    vErrors.push(err19);
                  }
                  errors++;
                }
              }
            } else {
              const err20 = { instancePath: instancePath + "/capture/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/messageCapture/additionalProperties/then/type", keyword: "type", params: { type: "object" }, schema: schema76.additionalProperties.then.type, parentSchema: schema76.additionalProperties.then, data: data5 };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
            var _valid0 = _errs22 === errors;
            valid5 = _valid0;
          }
          if (!valid5) {
            const err21 = { instancePath: instancePath + "/capture/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/messageCapture/additionalProperties/if", keyword: "if", params: { failingKeyword: "then" }, schema: schema76.additionalProperties.if, parentSchema: schema76.additionalProperties, data: data5 };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
          if (typeof data5 === "string") {
            if (!pattern56.test(data5)) {
              const err22 = { instancePath: instancePath + "/capture/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/messageCapture/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^\\$" }, schema: "^\\$", parentSchema: schema76.additionalProperties, data: data5 };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
          }
        }
      } else {
        const err23 = { instancePath: instancePath + "/capture", schemaPath: "#/definitions/messageCapture/type", keyword: "type", params: { type: "object" }, schema: schema76.type, parentSchema: schema76, data: data4 };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data9 = data.name;
      if (typeof data9 === "string") {
        if (!pattern0.test(data9)) {
          const err24 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema82.properties.name, data: data9 };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
      } else {
        const err25 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema82.properties.name.type, parentSchema: schema82.properties.name, data: data9 };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.tags !== void 0) {
      let data10 = data.tags;
      if (Array.isArray(data10)) {
        const len0 = data10.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data11 = data10[i0];
          if (typeof data11 === "string") {
            if (!pattern54.test(data11)) {
              const err26 = { instancePath: instancePath + "/tags/" + i0, schemaPath: "#/definitions/tags/items/pattern", keyword: "pattern", params: { pattern: "^[^\\s,]+$" }, schema: "^[^\\s,]+$", parentSchema: schema41.items, data: data11 };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
          } else {
            const err27 = { instancePath: instancePath + "/tags/" + i0, schemaPath: "#/definitions/tags/items/type", keyword: "type", params: { type: "string" }, schema: schema41.items.type, parentSchema: schema41.items, data: data11 };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
        }
      } else {
        const err28 = { instancePath: instancePath + "/tags", schemaPath: "#/definitions/tags/type", keyword: "type", params: { type: "array" }, schema: schema41.type, parentSchema: schema41, data: data10 };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
    }
  } else {
    const err29 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema82.type, parentSchema: schema82, data };
    if (vErrors === null) {
      vErrors = [err29];
    } else {
      vErrors.push(err29);
    }
    errors++;
  }
  validate75.errors = vErrors;
  return errors === 0;
}
var schema86 = { "description": "Keep the connections open.", "type": "object", "properties": { "hold": { "$ref": "#/definitions/duration" } }, "additionalProperties": false };
function validate77(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "hold")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema86, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.hold !== void 0) {
      let data0 = data.hold;
      if (typeof data0 === "string") {
        if (!pattern5.test(data0)) {
          const err1 = { instancePath: instancePath + "/hold", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/hold", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema86.type, parentSchema: schema86, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate77.errors = vErrors;
  return errors === 0;
}
function validate42(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data && typeof data == "object" && !Array.isArray(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema56.type, parentSchema: schema56, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.get === void 0 && (missing0 = "get")) {
      const err1 = {};
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  let ifClause0;
  if (_valid0) {
    const _errs3 = errors;
    if (!validate25(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs3 === errors;
    valid0 = _valid0;
    ifClause0 = "then";
  } else {
    const _errs4 = errors;
    const _errs5 = errors;
    let valid1 = true;
    const _errs6 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing1;
      if (data.post === void 0 && (missing1 = "post")) {
        const err2 = {};
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    var _valid1 = _errs6 === errors;
    errors = _errs5;
    if (vErrors !== null) {
      if (_errs5) {
        vErrors.length = _errs5;
      } else {
        vErrors = null;
      }
    }
    let ifClause1;
    if (_valid1) {
      const _errs7 = errors;
      if (!validate25(data, { instancePath, parentData, parentDataProperty, rootData })) {
        vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
        errors = vErrors.length;
      }
      var _valid1 = _errs7 === errors;
      valid1 = _valid1;
      ifClause1 = "then";
    } else {
      const _errs8 = errors;
      const _errs9 = errors;
      let valid2 = true;
      const _errs10 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing2;
        if (data.put === void 0 && (missing2 = "put")) {
          const err3 = {};
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
      var _valid2 = _errs10 === errors;
      errors = _errs9;
      if (vErrors !== null) {
        if (_errs9) {
          vErrors.length = _errs9;
        } else {
          vErrors = null;
        }
      }
      let ifClause2;
      if (_valid2) {
        const _errs11 = errors;
        if (!validate25(data, { instancePath, parentData, parentDataProperty, rootData })) {
          vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
          errors = vErrors.length;
        }
        var _valid2 = _errs11 === errors;
        valid2 = _valid2;
        ifClause2 = "then";
      } else {
        const _errs12 = errors;
        const _errs13 = errors;
        let valid3 = true;
        const _errs14 = errors;
        if (data && typeof data == "object" && !Array.isArray(data)) {
          let missing3;
          if (data.patch === void 0 && (missing3 = "patch")) {
            const err4 = {};
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
        var _valid3 = _errs14 === errors;
        errors = _errs13;
        if (vErrors !== null) {
          if (_errs13) {
            vErrors.length = _errs13;
          } else {
            vErrors = null;
          }
        }
        let ifClause3;
        if (_valid3) {
          const _errs15 = errors;
          if (!validate25(data, { instancePath, parentData, parentDataProperty, rootData })) {
            vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
            errors = vErrors.length;
          }
          var _valid3 = _errs15 === errors;
          valid3 = _valid3;
          ifClause3 = "then";
        } else {
          const _errs16 = errors;
          const _errs17 = errors;
          let valid4 = true;
          const _errs18 = errors;
          if (data && typeof data == "object" && !Array.isArray(data)) {
            let missing4;
            if (data.delete === void 0 && (missing4 = "delete")) {
              const err5 = {};
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
          }
          var _valid4 = _errs18 === errors;
          errors = _errs17;
          if (vErrors !== null) {
            if (_errs17) {
              vErrors.length = _errs17;
            } else {
              vErrors = null;
            }
          }
          let ifClause4;
          if (_valid4) {
            const _errs19 = errors;
            if (!validate25(data, { instancePath, parentData, parentDataProperty, rootData })) {
              vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
              errors = vErrors.length;
            }
            var _valid4 = _errs19 === errors;
            valid4 = _valid4;
            ifClause4 = "then";
          } else {
            const _errs20 = errors;
            const _errs21 = errors;
            let valid5 = true;
            const _errs22 = errors;
            if (data && typeof data == "object" && !Array.isArray(data)) {
              let missing5;
              if (data.head === void 0 && (missing5 = "head")) {
                const err6 = {};
                if (vErrors === null) {
                  vErrors = [err6];
                } else {
                  vErrors.push(err6);
                }
                errors++;
              }
            }
            var _valid5 = _errs22 === errors;
            errors = _errs21;
            if (vErrors !== null) {
              if (_errs21) {
                vErrors.length = _errs21;
              } else {
                vErrors = null;
              }
            }
            let ifClause5;
            if (_valid5) {
              const _errs23 = errors;
              if (!validate25(data, { instancePath, parentData, parentDataProperty, rootData })) {
                vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
                errors = vErrors.length;
              }
              var _valid5 = _errs23 === errors;
              valid5 = _valid5;
              ifClause5 = "then";
            } else {
              const _errs24 = errors;
              const _errs25 = errors;
              let valid6 = true;
              const _errs26 = errors;
              if (data && typeof data == "object" && !Array.isArray(data)) {
                let missing6;
                if (data.options === void 0 && (missing6 = "options")) {
                  const err7 = {};
                  if (vErrors === null) {
                    vErrors = [err7];
                  } else {
                    vErrors.push(err7);
                  }
                  errors++;
                }
              }
              var _valid6 = _errs26 === errors;
              errors = _errs25;
              if (vErrors !== null) {
                if (_errs25) {
                  vErrors.length = _errs25;
                } else {
                  vErrors = null;
                }
              }
              let ifClause6;
              if (_valid6) {
                const _errs27 = errors;
                if (!validate25(data, { instancePath, parentData, parentDataProperty, rootData })) {
                  vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
                  errors = vErrors.length;
                }
                var _valid6 = _errs27 === errors;
                valid6 = _valid6;
                ifClause6 = "then";
              } else {
                const _errs28 = errors;
                const _errs29 = errors;
                let valid7 = true;
                const _errs30 = errors;
                if (data && typeof data == "object" && !Array.isArray(data)) {
                  let missing7;
                  if (data.think === void 0 && (missing7 = "think")) {
                    const err8 = {};
                    if (vErrors === null) {
                      vErrors = [err8];
                    } else {
                      vErrors.push(err8);
                    }
                    errors++;
                  }
                }
                var _valid7 = _errs30 === errors;
                errors = _errs29;
                if (vErrors !== null) {
                  if (_errs29) {
                    vErrors.length = _errs29;
                  } else {
                    vErrors = null;
                  }
                }
                let ifClause7;
                if (_valid7) {
                  const _errs31 = errors;
                  if (!validate50(data, { instancePath, parentData, parentDataProperty, rootData })) {
                    vErrors = vErrors === null ? validate50.errors : vErrors.concat(validate50.errors);
                    errors = vErrors.length;
                  }
                  var _valid7 = _errs31 === errors;
                  valid7 = _valid7;
                  ifClause7 = "then";
                } else {
                  const _errs32 = errors;
                  const _errs33 = errors;
                  let valid8 = true;
                  const _errs34 = errors;
                  if (data && typeof data == "object" && !Array.isArray(data)) {
                    let missing8;
                    if (data.repeat === void 0 && (missing8 = "repeat")) {
                      const err9 = {};
                      if (vErrors === null) {
                        vErrors = [err9];
                      } else {
                        vErrors.push(err9);
                      }
                      errors++;
                    }
                  }
                  var _valid8 = _errs34 === errors;
                  errors = _errs33;
                  if (vErrors !== null) {
                    if (_errs33) {
                      vErrors.length = _errs33;
                    } else {
                      vErrors = null;
                    }
                  }
                  let ifClause8;
                  if (_valid8) {
                    const _errs35 = errors;
                    if (!validate52(data, { instancePath, parentData, parentDataProperty, rootData })) {
                      vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
                      errors = vErrors.length;
                    }
                    var _valid8 = _errs35 === errors;
                    valid8 = _valid8;
                    ifClause8 = "then";
                  } else {
                    const _errs36 = errors;
                    const _errs37 = errors;
                    let valid9 = true;
                    const _errs38 = errors;
                    if (data && typeof data == "object" && !Array.isArray(data)) {
                      let missing9;
                      if (data.for_each === void 0 && (missing9 = "for_each")) {
                        const err10 = {};
                        if (vErrors === null) {
                          vErrors = [err10];
                        } else {
                          vErrors.push(err10);
                        }
                        errors++;
                      }
                    }
                    var _valid9 = _errs38 === errors;
                    errors = _errs37;
                    if (vErrors !== null) {
                      if (_errs37) {
                        vErrors.length = _errs37;
                      } else {
                        vErrors = null;
                      }
                    }
                    let ifClause9;
                    if (_valid9) {
                      const _errs39 = errors;
                      if (!validate54(data, { instancePath, parentData, parentDataProperty, rootData })) {
                        vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
                        errors = vErrors.length;
                      }
                      var _valid9 = _errs39 === errors;
                      valid9 = _valid9;
                      ifClause9 = "then";
                    } else {
                      const _errs40 = errors;
                      const _errs41 = errors;
                      let valid10 = true;
                      const _errs42 = errors;
                      if (data && typeof data == "object" && !Array.isArray(data)) {
                        let missing10;
                        if (data.parallel === void 0 && (missing10 = "parallel")) {
                          const err11 = {};
                          if (vErrors === null) {
                            vErrors = [err11];
                          } else {
                            vErrors.push(err11);
                          }
                          errors++;
                        }
                      }
                      var _valid10 = _errs42 === errors;
                      errors = _errs41;
                      if (vErrors !== null) {
                        if (_errs41) {
                          vErrors.length = _errs41;
                        } else {
                          vErrors = null;
                        }
                      }
                      let ifClause10;
                      if (_valid10) {
                        const _errs43 = errors;
                        if (!validate56(data, { instancePath, parentData, parentDataProperty, rootData })) {
                          vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
                          errors = vErrors.length;
                        }
                        var _valid10 = _errs43 === errors;
                        valid10 = _valid10;
                        ifClause10 = "then";
                      } else {
                        const _errs44 = errors;
                        const _errs45 = errors;
                        let valid11 = true;
                        const _errs46 = errors;
                        if (data && typeof data == "object" && !Array.isArray(data)) {
                          let missing11;
                          if (data.poll === void 0 && (missing11 = "poll")) {
                            const err12 = {};
                            if (vErrors === null) {
                              vErrors = [err12];
                            } else {
                              vErrors.push(err12);
                            }
                            errors++;
                          }
                        }
                        var _valid11 = _errs46 === errors;
                        errors = _errs45;
                        if (vErrors !== null) {
                          if (_errs45) {
                            vErrors.length = _errs45;
                          } else {
                            vErrors = null;
                          }
                        }
                        let ifClause11;
                        if (_valid11) {
                          const _errs47 = errors;
                          if (!validate67(data, { instancePath, parentData, parentDataProperty, rootData })) {
                            vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
                            errors = vErrors.length;
                          }
                          var _valid11 = _errs47 === errors;
                          valid11 = _valid11;
                          ifClause11 = "then";
                        } else {
                          const _errs48 = errors;
                          const _errs49 = errors;
                          let valid12 = true;
                          const _errs50 = errors;
                          if (data && typeof data == "object" && !Array.isArray(data)) {
                            let missing12;
                            if (data.ws === void 0 && (missing12 = "ws")) {
                              const err13 = {};
                              if (vErrors === null) {
                                vErrors = [err13];
                              } else {
                                vErrors.push(err13);
                              }
                              errors++;
                            }
                          }
                          var _valid12 = _errs50 === errors;
                          errors = _errs49;
                          if (vErrors !== null) {
                            if (_errs49) {
                              vErrors.length = _errs49;
                            } else {
                              vErrors = null;
                            }
                          }
                          let ifClause12;
                          if (_valid12) {
                            const _errs51 = errors;
                            if (!validate73(data, { instancePath, parentData, parentDataProperty, rootData })) {
                              vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
                              errors = vErrors.length;
                            }
                            var _valid12 = _errs51 === errors;
                            valid12 = _valid12;
                            ifClause12 = "then";
                          } else {
                            const _errs52 = errors;
                            const _errs53 = errors;
                            let valid13 = true;
                            const _errs54 = errors;
                            if (data && typeof data == "object" && !Array.isArray(data)) {
                              let missing13;
                              if (data.send === void 0 && (missing13 = "send")) {
                                const err14 = {};
                                if (vErrors === null) {
                                  vErrors = [err14];
                                } else {
                                  vErrors.push(err14);
                                }
                                errors++;
                              }
                            }
                            var _valid13 = _errs54 === errors;
                            errors = _errs53;
                            if (vErrors !== null) {
                              if (_errs53) {
                                vErrors.length = _errs53;
                              } else {
                                vErrors = null;
                              }
                            }
                            let ifClause13;
                            if (_valid13) {
                              const _errs55 = errors;
                              if (data && typeof data == "object" && !Array.isArray(data)) {
                                for (const key0 in data) {
                                  if (!(key0 === "send" || key0 === "on")) {
                                    const err15 = { instancePath, schemaPath: "#/definitions/sendStep/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema81, data };
                                    if (vErrors === null) {
                                      vErrors = [err15];
                                    } else {
                                      vErrors.push(err15);
                                    }
                                    errors++;
                                  }
                                }
                                if (data.send !== void 0) {
                                  let data0 = data.send;
                                  if ((!data0 || typeof data0 != "object") && typeof data0 !== "string") {
                                    const err16 = { instancePath: instancePath + "/send", schemaPath: "#/definitions/sendStep/properties/send/type", keyword: "type", params: { type: schema81.properties.send.type }, schema: schema81.properties.send.type, parentSchema: schema81.properties.send, data: data0 };
                                    if (vErrors === null) {
                                      vErrors = [err16];
                                    } else {
                                      vErrors.push(err16);
                                    }
                                    errors++;
                                  }
                                }
                                if (data.on !== void 0) {
                                  let data1 = data.on;
                                  if (typeof data1 === "string") {
                                    if (!pattern55.test(data1)) {
                                      const err17 = { instancePath: instancePath + "/on", schemaPath: "#/definitions/sendStep/properties/on/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, schema: "^[A-Za-z_][A-Za-z0-9_]*$", parentSchema: schema81.properties.on, data: data1 };
                                      if (vErrors === null) {
                                        vErrors = [err17];
                                      } else {
                                        vErrors.push(err17);
                                      }
                                      errors++;
                                    }
                                  } else {
                                    const err18 = { instancePath: instancePath + "/on", schemaPath: "#/definitions/sendStep/properties/on/type", keyword: "type", params: { type: "string" }, schema: schema81.properties.on.type, parentSchema: schema81.properties.on, data: data1 };
                                    if (vErrors === null) {
                                      vErrors = [err18];
                                    } else {
                                      vErrors.push(err18);
                                    }
                                    errors++;
                                  }
                                }
                              } else {
                                const err19 = { instancePath, schemaPath: "#/definitions/sendStep/type", keyword: "type", params: { type: "object" }, schema: schema81.type, parentSchema: schema81, data };
                                if (vErrors === null) {
                                  vErrors = [err19];
                                } else {
                                  vErrors.push(err19);
                                }
                                errors++;
                              }
                              var _valid13 = _errs55 === errors;
                              valid13 = _valid13;
                              ifClause13 = "then";
                            } else {
                              const _errs63 = errors;
                              const _errs64 = errors;
                              let valid16 = true;
                              const _errs65 = errors;
                              if (data && typeof data == "object" && !Array.isArray(data)) {
                                let missing14;
                                if (data.receive === void 0 && (missing14 = "receive")) {
                                  const err20 = {};
                                  if (vErrors === null) {
                                    vErrors = [err20];
                                  } else {
                                    vErrors.push(err20);
                                  }
                                  errors++;
                                }
                              }
                              var _valid14 = _errs65 === errors;
                              errors = _errs64;
                              if (vErrors !== null) {
                                if (_errs64) {
                                  vErrors.length = _errs64;
                                } else {
                                  vErrors = null;
                                }
                              }
                              let ifClause14;
                              if (_valid14) {
                                const _errs66 = errors;
                                if (!validate75(data, { instancePath, parentData, parentDataProperty, rootData })) {
                                  vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
                                  errors = vErrors.length;
                                }
                                var _valid14 = _errs66 === errors;
                                valid16 = _valid14;
                                ifClause14 = "then";
                              } else {
                                const _errs67 = errors;
                                const _errs68 = errors;
                                let valid17 = true;
                                const _errs69 = errors;
                                if (data && typeof data == "object" && !Array.isArray(data)) {
                                  let missing15;
                                  if (data.hold === void 0 && (missing15 = "hold")) {
                                    const err21 = {};
                                    if (vErrors === null) {
                                      vErrors = [err21];
                                    } else {
                                      vErrors.push(err21);
                                    }
                                    errors++;
                                  }
                                }
                                var _valid15 = _errs69 === errors;
                                errors = _errs68;
                                if (vErrors !== null) {
                                  if (_errs68) {
                                    vErrors.length = _errs68;
                                  } else {
                                    vErrors = null;
                                  }
                                }
                                let ifClause15;
                                if (_valid15) {
                                  const _errs70 = errors;
                                  if (!validate77(data, { instancePath, parentData, parentDataProperty, rootData })) {
                                    vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);
                                    errors = vErrors.length;
                                  }
                                  var _valid15 = _errs70 === errors;
                                  valid17 = _valid15;
                                  ifClause15 = "then";
                                } else {
                                  const _errs71 = errors;
                                  const _errs72 = errors;
                                  let valid18 = true;
                                  const _errs73 = errors;
                                  if (data && typeof data == "object" && !Array.isArray(data)) {
                                    let missing16;
                                    if (data.close === void 0 && (missing16 = "close")) {
                                      const err22 = {};
                                      if (vErrors === null) {
                                        vErrors = [err22];
                                      } else {
                                        vErrors.push(err22);
                                      }
                                      errors++;
                                    }
                                  }
                                  var _valid16 = _errs73 === errors;
                                  errors = _errs72;
                                  if (vErrors !== null) {
                                    if (_errs72) {
                                      vErrors.length = _errs72;
                                    } else {
                                      vErrors = null;
                                    }
                                  }
                                  let ifClause16;
                                  if (_valid16) {
                                    const _errs74 = errors;
                                    if (data && typeof data == "object" && !Array.isArray(data)) {
                                      for (const key1 in data) {
                                        if (!(key1 === "close")) {
                                          const err23 = { instancePath, schemaPath: "#/definitions/closeStep/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, schema: false, parentSchema: schema88, data };
                                          if (vErrors === null) {
                                            vErrors = [err23];
                                          } else {
                                            vErrors.push(err23);
                                          }
                                          errors++;
                                        }
                                      }
                                      if (data.close !== void 0) {
                                        let data2 = data.close;
                                        if (typeof data2 === "string") {
                                          if (!pattern55.test(data2)) {
                                            const err24 = { instancePath: instancePath + "/close", schemaPath: "#/definitions/closeStep/properties/close/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, schema: "^[A-Za-z_][A-Za-z0-9_]*$", parentSchema: schema88.properties.close, data: data2 };
                                            if (vErrors === null) {
                                              vErrors = [err24];
                                            } else {
                                              vErrors.push(err24);
                                            }
                                            errors++;
                                          }
                                        } else {
                                          const err25 = { instancePath: instancePath + "/close", schemaPath: "#/definitions/closeStep/properties/close/type", keyword: "type", params: { type: "string" }, schema: schema88.properties.close.type, parentSchema: schema88.properties.close, data: data2 };
                                          if (vErrors === null) {
                                            vErrors = [err25];
                                          } else {
                                            vErrors.push(err25);
                                          }
                                          errors++;
                                        }
                                      }
                                    } else {
                                      const err26 = { instancePath, schemaPath: "#/definitions/closeStep/type", keyword: "type", params: { type: "object" }, schema: schema88.type, parentSchema: schema88, data };
                                      if (vErrors === null) {
                                        vErrors = [err26];
                                      } else {
                                        vErrors.push(err26);
                                      }
                                      errors++;
                                    }
                                    var _valid16 = _errs74 === errors;
                                    valid18 = _valid16;
                                    ifClause16 = "then";
                                  } else {
                                    const _errs80 = errors;
                                    const err27 = { instancePath, schemaPath: "#/else/else/else/else/else/else/else/else/else/else/else/else/else/else/else/else/else/not", keyword: "not", params: {}, schema: schema56.else.else.else.else.else.else.else.else.else.else.else.else.else.else.else.else.else.not, parentSchema: schema56.else.else.else.else.else.else.else.else.else.else.else.else.else.else.else.else.else, data };
                                    if (vErrors === null) {
                                      vErrors = [err27];
                                    } else {
                                      vErrors.push(err27);
                                    }
                                    errors++;
                                    var _valid16 = _errs80 === errors;
                                    valid18 = _valid16;
                                    ifClause16 = "else";
                                  }
                                  if (!valid18) {
                                    const err28 = { instancePath, schemaPath: "#/else/else/else/else/else/else/else/else/else/else/else/else/else/else/else/else/if", keyword: "if", params: { failingKeyword: ifClause16 }, schema: schema56.else.else.else.else.else.else.else.else.else.else.else.else.else.else.else.else.if, parentSchema: schema56.else.else.else.else.else.else.else.else.else.else.else.else.else.else.else.else, data };
                                    if (vErrors === null) {
                                      vErrors = [err28];
                                    } else {
                                      vErrors.push(err28);
                                    }
                                    errors++;
                                  }
                                  var _valid15 = _errs71 === errors;
                                  valid17 = _valid15;
                                  ifClause15 = "else";
                                }
                                if (!valid17) {
                                  const err29 = { instancePath, schemaPath: "#/else/else/else/else/else/else/else/else/else/else/else/else/else/else/else/if", keyword: "if", params: { failingKeyword: ifClause15 }, schema: schema56.else.else.else.else.else.else.else.else.else.else.else.else.else.else.else.if, parentSchema: schema56.else.else.else.else.else.else.else.else.else.else.else.else.else.else.else, data };
                                  if (vErrors === null) {
                                    vErrors = [err29];
                                  } else {
                                    vErrors.push(err29);
                                  }
                                  errors++;
                                }
                                var _valid14 = _errs67 === errors;
                                valid16 = _valid14;
                                ifClause14 = "else";
                              }
                              if (!valid16) {
                                const err30 = { instancePath, schemaPath: "#/else/else/else/else/else/else/else/else/else/else/else/else/else/else/if", keyword: "if", params: { failingKeyword: ifClause14 }, schema: schema56.else.else.else.else.else.else.else.else.else.else.else.else.else.else.if, parentSchema: schema56.else.else.else.else.else.else.else.else.else.else.else.else.else.else, data };
                                if (vErrors === null) {
                                  vErrors = [err30];
                                } else {
                                  vErrors.push(err30);
                                }
                                errors++;
                              }
                              var _valid13 = _errs63 === errors;
                              valid13 = _valid13;
                              ifClause13 = "else";
                            }
                            if (!valid13) {
                              const err31 = { instancePath, schemaPath: "#/else/else/else/else/else/else/else/else/else/else/else/else/else/if", keyword: "if", params: { failingKeyword: ifClause13 }, schema: schema56.else.else.else.else.else.else.else.else.else.else.else.else.else.if, parentSchema: schema56.else.else.else.else.else.else.else.else.else.else.else.else.else, data };
                              if (vErrors === null) {
                                vErrors = [err31];
                              } else {
                                vErrors.push(err31);
                              }
                              errors++;
                            }
                            var _valid12 = _errs52 === errors;
                            valid12 = _valid12;
                            ifClause12 = "else";
                          }
                          if (!valid12) {
                            const err32 = { instancePath, schemaPath: "#/else/else/else/else/else/else/else/else/else/else/else/else/if", keyword: "if", params: { failingKeyword: ifClause12 }, schema: schema56.else.else.else.else.else.else.else.else.else.else.else.else.if, parentSchema: schema56.else.else.else.else.else.else.else.else.else.else.else.else, data };
                            if (vErrors === null) {
                              vErrors = [err32];
                            } else {
                              vErrors.push(err32);
                            }
                            errors++;
                          }
                          var _valid11 = _errs48 === errors;
                          valid11 = _valid11;
                          ifClause11 = "else";
                        }
                        if (!valid11) {
                          const err33 = { instancePath, schemaPath: "#/else/else/else/else/else/else/else/else/else/else/else/if", keyword: "if", params: { failingKeyword: ifClause11 }, schema: schema56.else.else.else.else.else.else.else.else.else.else.else.if, parentSchema: schema56.else.else.else.else.else.else.else.else.else.else.else, data };
                          if (vErrors === null) {
                            vErrors = [err33];
                          } else {
                            vErrors.push(err33);
                          }
                          errors++;
                        }
                        var _valid10 = _errs44 === errors;
                        valid10 = _valid10;
                        ifClause10 = "else";
                      }
                      if (!valid10) {
                        const err34 = { instancePath, schemaPath: "#/else/else/else/else/else/else/else/else/else/else/if", keyword: "if", params: { failingKeyword: ifClause10 }, schema: schema56.else.else.else.else.else.else.else.else.else.else.if, parentSchema: schema56.else.else.else.else.else.else.else.else.else.else, data };
                        if (vErrors === null) {
                          vErrors = [err34];
                        } else {
                          vErrors.push(err34);
                        }
                        errors++;
                      }
                      var _valid9 = _errs40 === errors;
                      valid9 = _valid9;
                      ifClause9 = "else";
                    }
                    if (!valid9) {
                      const err35 = { instancePath, schemaPath: "#/else/else/else/else/else/else/else/else/else/if", keyword: "if", params: { failingKeyword: ifClause9 }, schema: schema56.else.else.else.else.else.else.else.else.else.if, parentSchema: schema56.else.else.else.else.else.else.else.else.else, data };
                      if (vErrors === null) {
                        vErrors = [err35];
                      } else {
                        vErrors.push(err35);
                      }
                      errors++;
                    }
                    var _valid8 = _errs36 === errors;
                    valid8 = _valid8;
                    ifClause8 = "else";
                  }
                  if (!valid8) {
                    const err36 = { instancePath, schemaPath: "#/else/else/else/else/else/else/else/else/if", keyword: "if", params: { failingKeyword: ifClause8 }, schema: schema56.else.else.else.else.else.else.else.else.if, parentSchema: schema56.else.else.else.else.else.else.else.else, data };
                    if (vErrors === null) {
                      vErrors = [err36];
                    } else {
                      vErrors.push(err36);
                    }
                    errors++;
                  }
                  var _valid7 = _errs32 === errors;
                  valid7 = _valid7;
                  ifClause7 = "else";
                }
                if (!valid7) {
                  const err37 = { instancePath, schemaPath: "#/else/else/else/else/else/else/else/if", keyword: "if", params: { failingKeyword: ifClause7 }, schema: schema56.else.else.else.else.else.else.else.if, parentSchema: schema56.else.else.else.else.else.else.else, data };
                  if (vErrors === null) {
                    vErrors = [err37];
                  } else {
                    vErrors.push(err37);
                  }
                  errors++;
                }
                var _valid6 = _errs28 === errors;
                valid6 = _valid6;
                ifClause6 = "else";
              }
              if (!valid6) {
                const err38 = { instancePath, schemaPath: "#/else/else/else/else/else/else/if", keyword: "if", params: { failingKeyword: ifClause6 }, schema: schema56.else.else.else.else.else.else.if, parentSchema: schema56.else.else.else.else.else.else, data };
                if (vErrors === null) {
                  vErrors = [err38];
                } else {
                  vErrors.push(err38);
                }
                errors++;
              }
              var _valid5 = _errs24 === errors;
              valid5 = _valid5;
              ifClause5 = "else";
            }
            if (!valid5) {
              const err39 = { instancePath, schemaPath: "#/else/else/else/else/else/if", keyword: "if", params: { failingKeyword: ifClause5 }, schema: schema56.else.else.else.else.else.if, parentSchema: schema56.else.else.else.else.else, data };
              if (vErrors === null) {
                vErrors = [err39];
              } else {
                vErrors.push(err39);
              }
              errors++;
            }
            var _valid4 = _errs20 === errors;
            valid4 = _valid4;
            ifClause4 = "else";
          }
          if (!valid4) {
            const err40 = { instancePath, schemaPath: "#/else/else/else/else/if", keyword: "if", params: { failingKeyword: ifClause4 }, schema: schema56.else.else.else.else.if, parentSchema: schema56.else.else.else.else, data };
            if (vErrors === null) {
              vErrors = [err40];
            } else {
              vErrors.push(err40);
            }
            errors++;
          }
          var _valid3 = _errs16 === errors;
          valid3 = _valid3;
          ifClause3 = "else";
        }
        if (!valid3) {
          const err41 = { instancePath, schemaPath: "#/else/else/else/if", keyword: "if", params: { failingKeyword: ifClause3 }, schema: schema56.else.else.else.if, parentSchema: schema56.else.else.else, data };
          if (vErrors === null) {
            vErrors = [err41];
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
        var _valid2 = _errs12 === errors;
        valid2 = _valid2;
        ifClause2 = "else";
      }
      if (!valid2) {
        const err42 = { instancePath, schemaPath: "#/else/else/if", keyword: "if", params: { failingKeyword: ifClause2 }, schema: schema56.else.else.if, parentSchema: schema56.else.else, data };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
      var _valid1 = _errs8 === errors;
      valid1 = _valid1;
      ifClause1 = "else";
    }
    if (!valid1) {
      const err43 = { instancePath, schemaPath: "#/else/if", keyword: "if", params: { failingKeyword: ifClause1 }, schema: schema56.else.if, parentSchema: schema56.else, data };
      if (vErrors === null) {
        vErrors = [err43];
      } else {
        vErrors.push(err43);
      }
      errors++;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
    ifClause0 = "else";
  }
  if (!valid0) {
    const err44 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 }, schema: schema56.if, parentSchema: schema56, data };
    if (vErrors === null) {
      vErrors = [err44];
    } else {
      vErrors.push(err44);
    }
    errors++;
  }
  validate42.errors = vErrors;
  return errors === 0;
}
function validate41(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (Array.isArray(data)) {
    if (data.length < 1) {
      const err0 = { instancePath, schemaPath: "#/minItems", keyword: "minItems", params: { limit: 1 }, schema: 1, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      if (!validate42(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData })) {
        vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, schema: schema55.type, parentSchema: schema55, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate41.errors = vErrors;
  return errors === 0;
}
var schema89 = { "description": "A task.", "type": "object", "properties": { "weight": { "$ref": "#/definitions/weight" }, "tags": { "$ref": "#/definitions/tags" }, "steps": { "$ref": "#/definitions/steps" } }, "additionalProperties": false, "required": ["steps"] };
function validate81(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.steps === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "steps" }, schema: schema89.required, parentSchema: schema89, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "weight" || key0 === "tags" || key0 === "steps")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema89, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.weight !== void 0) {
      let data0 = data.weight;
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 <= 0 || isNaN(data0)) {
          const err2 = { instancePath: instancePath + "/weight", schemaPath: "#/definitions/weight/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, schema: 0, parentSchema: schema52, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/weight", schemaPath: "#/definitions/weight/type", keyword: "type", params: { type: "number" }, schema: schema52.type, parentSchema: schema52, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.tags !== void 0) {
      let data1 = data.tags;
      if (Array.isArray(data1)) {
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (typeof data2 === "string") {
            if (!pattern54.test(data2)) {
              const err4 = { instancePath: instancePath + "/tags/" + i0, schemaPath: "#/definitions/tags/items/pattern", keyword: "pattern", params: { pattern: "^[^\\s,]+$" }, schema: "^[^\\s,]+$", parentSchema: schema41.items, data: data2 };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
          } else {
            const err5 = { instancePath: instancePath + "/tags/" + i0, schemaPath: "#/definitions/tags/items/type", keyword: "type", params: { type: "string" }, schema: schema41.items.type, parentSchema: schema41.items, data: data2 };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
      } else {
        const err6 = { instancePath: instancePath + "/tags", schemaPath: "#/definitions/tags/type", keyword: "type", params: { type: "array" }, schema: schema41.type, parentSchema: schema41, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.steps !== void 0) {
      if (!validate41(data.steps, { instancePath: instancePath + "/steps", parentData: data, parentDataProperty: "steps", rootData })) {
        vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema89.type, parentSchema: schema89, data };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate81.errors = vErrors;
  return errors === 0;
}
function validate40(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "weight" || key0 === "think" || key0 === "tags" || key0 === "start" || key0 === "tasks" || key0 === "steps")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema51, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.weight !== void 0) {
      let data0 = data.weight;
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 <= 0 || isNaN(data0)) {
          const err1 = { instancePath: instancePath + "/weight", schemaPath: "#/definitions/weight/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, schema: 0, parentSchema: schema52, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/weight", schemaPath: "#/definitions/weight/type", keyword: "type", params: { type: "number" }, schema: schema52.type, parentSchema: schema52, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.think !== void 0) {
      let data1 = data.think;
      if (typeof data1 === "string") {
        if (!pattern71.test(data1)) {
          const err3 = { instancePath: instancePath + "/think", schemaPath: "#/definitions/think/pattern", keyword: "pattern", params: { pattern: "^(\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)|\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)\\.\\.\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)|exp +\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)|pace +\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h))$" }, schema: "^(\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)|\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)\\.\\.\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)|exp +\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)|pace +\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h))$", parentSchema: schema53, data: data1 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/think", schemaPath: "#/definitions/think/type", keyword: "type", params: { type: "string" }, schema: schema53.type, parentSchema: schema53, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.tags !== void 0) {
      let data2 = data.tags;
      if (Array.isArray(data2)) {
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (typeof data3 === "string") {
            if (!pattern54.test(data3)) {
              const err5 = { instancePath: instancePath + "/tags/" + i0, schemaPath: "#/definitions/tags/items/pattern", keyword: "pattern", params: { pattern: "^[^\\s,]+$" }, schema: "^[^\\s,]+$", parentSchema: schema41.items, data: data3 };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
          } else {
            const err6 = { instancePath: instancePath + "/tags/" + i0, schemaPath: "#/definitions/tags/items/type", keyword: "type", params: { type: "string" }, schema: schema41.items.type, parentSchema: schema41.items, data: data3 };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
      } else {
        const err7 = { instancePath: instancePath + "/tags", schemaPath: "#/definitions/tags/type", keyword: "type", params: { type: "array" }, schema: schema41.type, parentSchema: schema41, data: data2 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.start !== void 0) {
      if (!validate41(data.start, { instancePath: instancePath + "/start", parentData: data, parentDataProperty: "start", rootData })) {
        vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
        errors = vErrors.length;
      }
    }
    if (data.tasks !== void 0) {
      let data5 = data.tasks;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        if (Object.keys(data5).length < 1) {
          const err8 = { instancePath: instancePath + "/tasks", schemaPath: "#/properties/tasks/minProperties", keyword: "minProperties", params: { limit: 1 }, schema: 1, parentSchema: schema51.properties.tasks, data: data5 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        for (const key1 in data5) {
          if (!validate81(data5[key1], { instancePath: instancePath + "/tasks/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data5, parentDataProperty: key1, rootData })) {
            vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/tasks", schemaPath: "#/properties/tasks/type", keyword: "type", params: { type: "object" }, schema: schema51.properties.tasks.type, parentSchema: schema51.properties.tasks, data: data5 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.steps !== void 0) {
      if (!validate41(data.steps, { instancePath: instancePath + "/steps", parentData: data, parentDataProperty: "steps", rootData })) {
        vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema51.type, parentSchema: schema51, data };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate40.errors = vErrors;
  return errors === 0;
}
var schema92 = { "description": "How much load, when; one after another.", "type": "array", "items": { "$ref": "#/definitions/phase" }, "minItems": 1 };
var schema93 = { "description": "One phase.", "type": "object", "x-expected": "a phase: a map with one of users, arrival_rate, iterations or pause", "if": { "required": ["pause"] }, "then": { "$ref": "#/definitions/pausePhase" }, "else": { "if": { "required": ["arrival_rate"] }, "then": { "$ref": "#/definitions/openPhase" }, "else": { "if": { "required": ["iterations"] }, "then": { "$ref": "#/definitions/iterationsPhase" }, "else": { "if": { "required": ["users"] }, "then": { "$ref": "#/definitions/closedPhase" }, "else": { "x-expected": "a phase: a map with one of users, arrival_rate, iterations or pause", "x-choices": ["pause", "arrival_rate", "iterations", "users"], "not": {} } } } } };
var schema94 = { "description": "No load.", "type": "object", "properties": { "name": { "description": "Unique; default phase-1, phase-2 … by position.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "pause": { "$ref": "#/definitions/duration" } }, "additionalProperties": false };
function validate89(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "pause")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema94, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (!pattern0.test(data0)) {
          const err1 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema94.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema94.properties.name.type, parentSchema: schema94.properties.name, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.pause !== void 0) {
      let data1 = data.pause;
      if (typeof data1 === "string") {
        if (!pattern5.test(data1)) {
          const err3 = { instancePath: instancePath + "/pause", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data1 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/pause", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema94.type, parentSchema: schema94, data };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate89.errors = vErrors;
  return errors === 0;
}
var schema96 = { "description": "Open model: so many iterations begin per time.", "type": "object", "properties": { "name": { "description": "Unique; default phase-1, phase-2 … by position.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "warmup": { "description": "Recorded and shown, never judged.", "type": "boolean" }, "arrival_rate": { "$ref": "#/definitions/rate" }, "ramp": { "$ref": "#/definitions/duration" }, "duration": { "$ref": "#/definitions/duration" }, "max_users": { "description": "Most virtual users at once.", "type": "integer", "minimum": 1, "maximum": 1e6 }, "arrivals": { "description": "even (default) or poisson.", "type": "string", "enum": ["even", "poisson"] } }, "additionalProperties": false };
var schema97 = { "description": "A rate with its unit: 500/s, 10000/m, 20/h.", "type": "string", "pattern": "^\\d{1,12}(\\.\\d{1,9})?/(s|m|h)$", "x-unit": true, "x-expected": "a rate such as 500/s or 10000/m" };
var pattern132 = new RegExp("^\\d{1,12}(\\.\\d{1,9})?/(s|m|h)$", "u");
function validate91(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "warmup" || key0 === "arrival_rate" || key0 === "ramp" || key0 === "duration" || key0 === "max_users" || key0 === "arrivals")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema96, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (!pattern0.test(data0)) {
          const err1 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema96.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema96.properties.name.type, parentSchema: schema96.properties.name, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.warmup !== void 0) {
      let data1 = data.warmup;
      if (typeof data1 !== "boolean") {
        const err3 = { instancePath: instancePath + "/warmup", schemaPath: "#/properties/warmup/type", keyword: "type", params: { type: "boolean" }, schema: schema96.properties.warmup.type, parentSchema: schema96.properties.warmup, data: data1 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.arrival_rate !== void 0) {
      let data2 = data.arrival_rate;
      if (typeof data2 === "string") {
        if (!pattern132.test(data2)) {
          const err4 = { instancePath: instancePath + "/arrival_rate", schemaPath: "#/definitions/rate/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?/(s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?/(s|m|h)$", parentSchema: schema97, data: data2 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/arrival_rate", schemaPath: "#/definitions/rate/type", keyword: "type", params: { type: "string" }, schema: schema97.type, parentSchema: schema97, data: data2 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.ramp !== void 0) {
      let data3 = data.ramp;
      if (typeof data3 === "string") {
        if (!pattern5.test(data3)) {
          const err6 = { instancePath: instancePath + "/ramp", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data3 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/ramp", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data3 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.duration !== void 0) {
      let data4 = data.duration;
      if (typeof data4 === "string") {
        if (!pattern5.test(data4)) {
          const err8 = { instancePath: instancePath + "/duration", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data4 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/duration", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data4 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.max_users !== void 0) {
      let data5 = data.max_users;
      if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
        const err10 = { instancePath: instancePath + "/max_users", schemaPath: "#/properties/max_users/type", keyword: "type", params: { type: "integer" }, schema: schema96.properties.max_users.type, parentSchema: schema96.properties.max_users, data: data5 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      if (typeof data5 == "number" && isFinite(data5)) {
        if (data5 > 1e6 || isNaN(data5)) {
          const err11 = { instancePath: instancePath + "/max_users", schemaPath: "#/properties/max_users/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema96.properties.max_users, data: data5 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (data5 < 1 || isNaN(data5)) {
          const err12 = { instancePath: instancePath + "/max_users", schemaPath: "#/properties/max_users/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema96.properties.max_users, data: data5 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      }
    }
    if (data.arrivals !== void 0) {
      let data6 = data.arrivals;
      if (typeof data6 !== "string") {
        const err13 = { instancePath: instancePath + "/arrivals", schemaPath: "#/properties/arrivals/type", keyword: "type", params: { type: "string" }, schema: schema96.properties.arrivals.type, parentSchema: schema96.properties.arrivals, data: data6 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      if (!(data6 === "even" || data6 === "poisson")) {
        const err14 = { instancePath: instancePath + "/arrivals", schemaPath: "#/properties/arrivals/enum", keyword: "enum", params: { allowedValues: schema96.properties.arrivals.enum }, schema: schema96.properties.arrivals.enum, parentSchema: schema96.properties.arrivals, data: data6 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
  } else {
    const err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema96.type, parentSchema: schema96, data };
    if (vErrors === null) {
      vErrors = [err15];
    } else {
      vErrors.push(err15);
    }
    errors++;
  }
  validate91.errors = vErrors;
  return errors === 0;
}
var schema100 = { "description": "Fixed work.", "type": "object", "properties": { "name": { "description": "Unique; default phase-1, phase-2 … by position.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "warmup": { "description": "Recorded and shown, never judged.", "type": "boolean" }, "iterations": { "description": "In total, over all users and shards.", "type": "integer", "minimum": 1, "maximum": 1e9 }, "users": { "description": "Virtual users (default 1).", "type": "integer", "minimum": 1, "maximum": 1e6 }, "max_duration": { "$ref": "#/definitions/duration" } }, "additionalProperties": false };
function validate93(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "warmup" || key0 === "iterations" || key0 === "users" || key0 === "max_duration")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema100, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (!pattern0.test(data0)) {
          const err1 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema100.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema100.properties.name.type, parentSchema: schema100.properties.name, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.warmup !== void 0) {
      let data1 = data.warmup;
      if (typeof data1 !== "boolean") {
        const err3 = { instancePath: instancePath + "/warmup", schemaPath: "#/properties/warmup/type", keyword: "type", params: { type: "boolean" }, schema: schema100.properties.warmup.type, parentSchema: schema100.properties.warmup, data: data1 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.iterations !== void 0) {
      let data2 = data.iterations;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err4 = { instancePath: instancePath + "/iterations", schemaPath: "#/properties/iterations/type", keyword: "type", params: { type: "integer" }, schema: schema100.properties.iterations.type, parentSchema: schema100.properties.iterations, data: data2 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 1e9 || isNaN(data2)) {
          const err5 = { instancePath: instancePath + "/iterations", schemaPath: "#/properties/iterations/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e9 }, schema: 1e9, parentSchema: schema100.properties.iterations, data: data2 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data2 < 1 || isNaN(data2)) {
          const err6 = { instancePath: instancePath + "/iterations", schemaPath: "#/properties/iterations/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema100.properties.iterations, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
    }
    if (data.users !== void 0) {
      let data3 = data.users;
      if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
        const err7 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/type", keyword: "type", params: { type: "integer" }, schema: schema100.properties.users.type, parentSchema: schema100.properties.users, data: data3 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 > 1e6 || isNaN(data3)) {
          const err8 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema100.properties.users, data: data3 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data3 < 1 || isNaN(data3)) {
          const err9 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema100.properties.users, data: data3 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      }
    }
    if (data.max_duration !== void 0) {
      let data4 = data.max_duration;
      if (typeof data4 === "string") {
        if (!pattern5.test(data4)) {
          const err10 = { instancePath: instancePath + "/max_duration", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data4 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/max_duration", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data4 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
  } else {
    const err12 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema100.type, parentSchema: schema100, data };
    if (vErrors === null) {
      vErrors = [err12];
    } else {
      vErrors.push(err12);
    }
    errors++;
  }
  validate93.errors = vErrors;
  return errors === 0;
}
var schema102 = { "description": "Closed model: so many virtual users.", "type": "object", "properties": { "name": { "description": "Unique; default phase-1, phase-2 … by position.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "warmup": { "description": "Recorded and shown, never judged.", "type": "boolean" }, "users": { "description": "Virtual users.", "type": "integer", "minimum": 0, "maximum": 1e6 }, "spawn_rate": { "$ref": "#/definitions/rate" }, "ramp": { "$ref": "#/definitions/duration" }, "duration": { "$ref": "#/definitions/duration" } }, "additionalProperties": false };
function validate95(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "warmup" || key0 === "users" || key0 === "spawn_rate" || key0 === "ramp" || key0 === "duration")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema102, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (!pattern0.test(data0)) {
          const err1 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema102.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema102.properties.name.type, parentSchema: schema102.properties.name, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.warmup !== void 0) {
      let data1 = data.warmup;
      if (typeof data1 !== "boolean") {
        const err3 = { instancePath: instancePath + "/warmup", schemaPath: "#/properties/warmup/type", keyword: "type", params: { type: "boolean" }, schema: schema102.properties.warmup.type, parentSchema: schema102.properties.warmup, data: data1 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.users !== void 0) {
      let data2 = data.users;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err4 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/type", keyword: "type", params: { type: "integer" }, schema: schema102.properties.users.type, parentSchema: schema102.properties.users, data: data2 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 1e6 || isNaN(data2)) {
          const err5 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema102.properties.users, data: data2 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data2 < 0 || isNaN(data2)) {
          const err6 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema102.properties.users, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
    }
    if (data.spawn_rate !== void 0) {
      let data3 = data.spawn_rate;
      if (typeof data3 === "string") {
        if (!pattern132.test(data3)) {
          const err7 = { instancePath: instancePath + "/spawn_rate", schemaPath: "#/definitions/rate/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?/(s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?/(s|m|h)$", parentSchema: schema97, data: data3 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/spawn_rate", schemaPath: "#/definitions/rate/type", keyword: "type", params: { type: "string" }, schema: schema97.type, parentSchema: schema97, data: data3 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.ramp !== void 0) {
      let data4 = data.ramp;
      if (typeof data4 === "string") {
        if (!pattern5.test(data4)) {
          const err9 = { instancePath: instancePath + "/ramp", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data4 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/ramp", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data4 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.duration !== void 0) {
      let data5 = data.duration;
      if (typeof data5 === "string") {
        if (!pattern5.test(data5)) {
          const err11 = { instancePath: instancePath + "/duration", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data5 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/duration", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data5 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
  } else {
    const err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema102.type, parentSchema: schema102, data };
    if (vErrors === null) {
      vErrors = [err13];
    } else {
      vErrors.push(err13);
    }
    errors++;
  }
  validate95.errors = vErrors;
  return errors === 0;
}
function validate88(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data && typeof data == "object" && !Array.isArray(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema93.type, parentSchema: schema93, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.pause === void 0 && (missing0 = "pause")) {
      const err1 = {};
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  let ifClause0;
  if (_valid0) {
    const _errs3 = errors;
    if (!validate89(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs3 === errors;
    valid0 = _valid0;
    ifClause0 = "then";
  } else {
    const _errs4 = errors;
    const _errs5 = errors;
    let valid1 = true;
    const _errs6 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing1;
      if (data.arrival_rate === void 0 && (missing1 = "arrival_rate")) {
        const err2 = {};
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    var _valid1 = _errs6 === errors;
    errors = _errs5;
    if (vErrors !== null) {
      if (_errs5) {
        vErrors.length = _errs5;
      } else {
        vErrors = null;
      }
    }
    let ifClause1;
    if (_valid1) {
      const _errs7 = errors;
      if (!validate91(data, { instancePath, parentData, parentDataProperty, rootData })) {
        vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
        errors = vErrors.length;
      }
      var _valid1 = _errs7 === errors;
      valid1 = _valid1;
      ifClause1 = "then";
    } else {
      const _errs8 = errors;
      const _errs9 = errors;
      let valid2 = true;
      const _errs10 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing2;
        if (data.iterations === void 0 && (missing2 = "iterations")) {
          const err3 = {};
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
      var _valid2 = _errs10 === errors;
      errors = _errs9;
      if (vErrors !== null) {
        if (_errs9) {
          vErrors.length = _errs9;
        } else {
          vErrors = null;
        }
      }
      let ifClause2;
      if (_valid2) {
        const _errs11 = errors;
        if (!validate93(data, { instancePath, parentData, parentDataProperty, rootData })) {
          vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
          errors = vErrors.length;
        }
        var _valid2 = _errs11 === errors;
        valid2 = _valid2;
        ifClause2 = "then";
      } else {
        const _errs12 = errors;
        const _errs13 = errors;
        let valid3 = true;
        const _errs14 = errors;
        if (data && typeof data == "object" && !Array.isArray(data)) {
          let missing3;
          if (data.users === void 0 && (missing3 = "users")) {
            const err4 = {};
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
        var _valid3 = _errs14 === errors;
        errors = _errs13;
        if (vErrors !== null) {
          if (_errs13) {
            vErrors.length = _errs13;
          } else {
            vErrors = null;
          }
        }
        let ifClause3;
        if (_valid3) {
          const _errs15 = errors;
          if (!validate95(data, { instancePath, parentData, parentDataProperty, rootData })) {
            vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
            errors = vErrors.length;
          }
          var _valid3 = _errs15 === errors;
          valid3 = _valid3;
          ifClause3 = "then";
        } else {
          const _errs16 = errors;
          const err5 = { instancePath, schemaPath: "#/else/else/else/else/not", keyword: "not", params: {}, schema: schema93.else.else.else.else.not, parentSchema: schema93.else.else.else.else, data };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
          var _valid3 = _errs16 === errors;
          valid3 = _valid3;
          ifClause3 = "else";
        }
        if (!valid3) {
          const err6 = { instancePath, schemaPath: "#/else/else/else/if", keyword: "if", params: { failingKeyword: ifClause3 }, schema: schema93.else.else.else.if, parentSchema: schema93.else.else.else, data };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        var _valid2 = _errs12 === errors;
        valid2 = _valid2;
        ifClause2 = "else";
      }
      if (!valid2) {
        const err7 = { instancePath, schemaPath: "#/else/else/if", keyword: "if", params: { failingKeyword: ifClause2 }, schema: schema93.else.else.if, parentSchema: schema93.else.else, data };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      var _valid1 = _errs8 === errors;
      valid1 = _valid1;
      ifClause1 = "else";
    }
    if (!valid1) {
      const err8 = { instancePath, schemaPath: "#/else/if", keyword: "if", params: { failingKeyword: ifClause1 }, schema: schema93.else.if, parentSchema: schema93.else, data };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
    ifClause0 = "else";
  }
  if (!valid0) {
    const err9 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 }, schema: schema93.if, parentSchema: schema93, data };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate88.errors = vErrors;
  return errors === 0;
}
function validate87(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (Array.isArray(data)) {
    if (data.length < 1) {
      const err0 = { instancePath, schemaPath: "#/minItems", keyword: "minItems", params: { limit: 1 }, schema: 1, parentSchema: schema92, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      if (!validate88(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData })) {
        vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, schema: schema92.type, parentSchema: schema92, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate87.errors = vErrors;
  return errors === 0;
}
var schema106 = { "description": "A list of phases, or an object that also selects tasks.", "type": ["array", "object"], "x-expected": "a list of phases, or a map with phases", "if": { "type": "array" }, "then": { "$ref": "#/definitions/phases" }, "else": { "$ref": "#/definitions/profileObject" } };
var schema107 = { "description": "Phases and which tasks run.", "type": "object", "properties": { "phases": { "$ref": "#/definitions/phases" }, "only": { "$ref": "#/definitions/tags" }, "skip": { "$ref": "#/definitions/tags" }, "user_classes": { "description": "Names of user profiles.", "type": "array", "items": { "description": "A user profile.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "minItems": 1 } }, "additionalProperties": false, "required": ["phases"] };
function validate101(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.phases === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "phases" }, schema: schema107.required, parentSchema: schema107, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "phases" || key0 === "only" || key0 === "skip" || key0 === "user_classes")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema107, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.phases !== void 0) {
      if (!validate87(data.phases, { instancePath: instancePath + "/phases", parentData: data, parentDataProperty: "phases", rootData })) {
        vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
        errors = vErrors.length;
      }
    }
    if (data.only !== void 0) {
      let data1 = data.only;
      if (Array.isArray(data1)) {
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (typeof data2 === "string") {
            if (!pattern54.test(data2)) {
              const err2 = { instancePath: instancePath + "/only/" + i0, schemaPath: "#/definitions/tags/items/pattern", keyword: "pattern", params: { pattern: "^[^\\s,]+$" }, schema: "^[^\\s,]+$", parentSchema: schema41.items, data: data2 };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
            }
          } else {
            const err3 = { instancePath: instancePath + "/only/" + i0, schemaPath: "#/definitions/tags/items/type", keyword: "type", params: { type: "string" }, schema: schema41.items.type, parentSchema: schema41.items, data: data2 };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
      } else {
        const err4 = { instancePath: instancePath + "/only", schemaPath: "#/definitions/tags/type", keyword: "type", params: { type: "array" }, schema: schema41.type, parentSchema: schema41, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.skip !== void 0) {
      let data3 = data.skip;
      if (Array.isArray(data3)) {
        const len1 = data3.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data4 = data3[i1];
          if (typeof data4 === "string") {
            if (!pattern54.test(data4)) {
              const err5 = { instancePath: instancePath + "/skip/" + i1, schemaPath: "#/definitions/tags/items/pattern", keyword: "pattern", params: { pattern: "^[^\\s,]+$" }, schema: "^[^\\s,]+$", parentSchema: schema41.items, data: data4 };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
          } else {
            const err6 = { instancePath: instancePath + "/skip/" + i1, schemaPath: "#/definitions/tags/items/type", keyword: "type", params: { type: "string" }, schema: schema41.items.type, parentSchema: schema41.items, data: data4 };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
      } else {
        const err7 = { instancePath: instancePath + "/skip", schemaPath: "#/definitions/tags/type", keyword: "type", params: { type: "array" }, schema: schema41.type, parentSchema: schema41, data: data3 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.user_classes !== void 0) {
      let data5 = data.user_classes;
      if (Array.isArray(data5)) {
        if (data5.length < 1) {
          const err8 = { instancePath: instancePath + "/user_classes", schemaPath: "#/properties/user_classes/minItems", keyword: "minItems", params: { limit: 1 }, schema: 1, parentSchema: schema107.properties.user_classes, data: data5 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        const len2 = data5.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data6 = data5[i2];
          if (typeof data6 === "string") {
            if (!pattern0.test(data6)) {
              const err9 = { instancePath: instancePath + "/user_classes/" + i2, schemaPath: "#/properties/user_classes/items/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema107.properties.user_classes.items, data: data6 };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
          } else {
            const err10 = { instancePath: instancePath + "/user_classes/" + i2, schemaPath: "#/properties/user_classes/items/type", keyword: "type", params: { type: "string" }, schema: schema107.properties.user_classes.items.type, parentSchema: schema107.properties.user_classes.items, data: data6 };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
      } else {
        const err11 = { instancePath: instancePath + "/user_classes", schemaPath: "#/properties/user_classes/type", keyword: "type", params: { type: "array" }, schema: schema107.properties.user_classes.type, parentSchema: schema107.properties.user_classes, data: data5 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
  } else {
    const err12 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema107.type, parentSchema: schema107, data };
    if (vErrors === null) {
      vErrors = [err12];
    } else {
      vErrors.push(err12);
    }
    errors++;
  }
  validate101.errors = vErrors;
  return errors === 0;
}
function validate99(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!data || typeof data != "object") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema106.type }, schema: schema106.type, parentSchema: schema106, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (!Array.isArray(data)) {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  let ifClause0;
  if (_valid0) {
    const _errs4 = errors;
    if (!validate87(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
    ifClause0 = "then";
  } else {
    const _errs5 = errors;
    if (!validate101(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs5 === errors;
    valid0 = _valid0;
    ifClause0 = "else";
  }
  if (!valid0) {
    const err2 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 }, schema: schema106.if, parentSchema: schema106, data };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate99.errors = vErrors;
  return errors === 0;
}
function validate13(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema14.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema14, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.version !== void 0) {
      let data0 = data.version;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        const err1 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "integer" }, schema: schema14.properties.version.type, parentSchema: schema14.properties.version, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 < 1 || isNaN(data0)) {
          const err2 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema14.properties.version, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      }
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 === "string") {
        if (!pattern0.test(data1)) {
          const err3 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema14.properties.name, data: data1 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema14.properties.name.type, parentSchema: schema14.properties.name, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.target !== void 0) {
      let data2 = data.target;
      if (typeof data2 === "string") {
        if (!pattern7.test(data2)) {
          const err5 = { instancePath: instancePath + "/target", schemaPath: "#/properties/target/pattern", keyword: "pattern", params: { pattern: "^(https?://|\\$\\{)\\S*$" }, schema: "^(https?://|\\$\\{)\\S*$", parentSchema: schema14.properties.target, data: data2 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/target", schemaPath: "#/properties/target/type", keyword: "type", params: { type: "string" }, schema: schema14.properties.target.type, parentSchema: schema14.properties.target, data: data2 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.allowed_hosts !== void 0) {
      let data3 = data.allowed_hosts;
      if (Array.isArray(data3)) {
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data4 = data3[i0];
          if (typeof data4 === "string") {
            if (!pattern0.test(data4)) {
              const err7 = { instancePath: instancePath + "/allowed_hosts/" + i0, schemaPath: "#/properties/allowed_hosts/items/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema14.properties.allowed_hosts.items, data: data4 };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          } else {
            const err8 = { instancePath: instancePath + "/allowed_hosts/" + i0, schemaPath: "#/properties/allowed_hosts/items/type", keyword: "type", params: { type: "string" }, schema: schema14.properties.allowed_hosts.items.type, parentSchema: schema14.properties.allowed_hosts.items, data: data4 };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/allowed_hosts", schemaPath: "#/properties/allowed_hosts/type", keyword: "type", params: { type: "array" }, schema: schema14.properties.allowed_hosts.type, parentSchema: schema14.properties.allowed_hosts, data: data3 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.time_box !== void 0) {
      let data5 = data.time_box;
      if (typeof data5 === "string") {
        if (!pattern5.test(data5)) {
          const err10 = { instancePath: instancePath + "/time_box", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data5 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/time_box", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data5 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.seed !== void 0) {
      let data6 = data.seed;
      if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
        const err12 = { instancePath: instancePath + "/seed", schemaPath: "#/properties/seed/type", keyword: "type", params: { type: "integer" }, schema: schema14.properties.seed.type, parentSchema: schema14.properties.seed, data: data6 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if (typeof data6 == "number" && isFinite(data6)) {
        if (data6 > 9007199254740991 || isNaN(data6)) {
          const err13 = { instancePath: instancePath + "/seed", schemaPath: "#/properties/seed/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema14.properties.seed, data: data6 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (data6 < 0 || isNaN(data6)) {
          const err14 = { instancePath: instancePath + "/seed", schemaPath: "#/properties/seed/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema14.properties.seed, data: data6 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      }
    }
    if (data.before !== void 0) {
      let data7 = data.before;
      if (Array.isArray(data7)) {
        const len1 = data7.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (!validate14(data7[i1], { instancePath: instancePath + "/before/" + i1, parentData: data7, parentDataProperty: i1, rootData })) {
            vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err15 = { instancePath: instancePath + "/before", schemaPath: "#/properties/before/type", keyword: "type", params: { type: "array" }, schema: schema14.properties.before.type, parentSchema: schema14.properties.before, data: data7 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.http !== void 0) {
      let data9 = data.http;
      if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
        for (const key1 in data9) {
          if (!func2.call(schema14.properties.http.properties, key1)) {
            const err16 = { instancePath: instancePath + "/http", schemaPath: "#/properties/http/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, schema: false, parentSchema: schema14.properties.http, data: data9 };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data9.headers !== void 0) {
          let data10 = data9.headers;
          if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
            for (const key2 in data10) {
              const _errs26 = errors;
              if (typeof key2 === "string") {
                if (!pattern23.test(key2)) {
                  const err17 = { instancePath: instancePath + "/http/headers", schemaPath: "#/definitions/headers/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$" }, schema: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$", parentSchema: schema24.propertyNames, data: key2, propertyName: key2 };
                  if (vErrors === null) {
                    vErrors = [err17];
                  } else {
                    vErrors.push(err17);
                  }
                  errors++;
                }
              } else {
                const err18 = { instancePath: instancePath + "/http/headers", schemaPath: "#/definitions/headers/propertyNames/type", keyword: "type", params: { type: "string" }, schema: schema24.propertyNames.type, parentSchema: schema24.propertyNames, data: key2, propertyName: key2 };
                if (vErrors === null) {
                  vErrors = [err18];
                } else {
                  vErrors.push(err18);
                }
                errors++;
              }
              var valid8 = _errs26 === errors;
              if (!valid8) {
                const err19 = { instancePath: instancePath + "/http/headers", schemaPath: "#/definitions/headers/propertyNames", keyword: "propertyNames", params: { propertyName: key2 }, schema: schema24.propertyNames, parentSchema: schema24, data: data10 };
                if (vErrors === null) {
                  vErrors = [err19];
                } else {
                  vErrors.push(err19);
                }
                errors++;
              }
            }
            for (const key3 in data10) {
              let data11 = data10[key3];
              if (typeof data11 !== "string" && !(typeof data11 == "number" && isFinite(data11)) && typeof data11 !== "boolean") {
                const err20 = { instancePath: instancePath + "/http/headers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/headers/additionalProperties/type", keyword: "type", params: { type: schema24.additionalProperties.type }, schema: schema24.additionalProperties.type, parentSchema: schema24.additionalProperties, data: data11 };
                if (vErrors === null) {
                  vErrors = [err20];
                } else {
                  vErrors.push(err20);
                }
                errors++;
              }
              if (typeof data11 === "string") {
                if (!pattern24.test(data11)) {
                  const err21 = { instancePath: instancePath + "/http/headers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/headers/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^[^\\r\\n\\u0000]*$" }, schema: "^[^\\r\\n\\u0000]*$", parentSchema: schema24.additionalProperties, data: data11 };
                  if (vErrors === null) {
                    vErrors = [err21];
                  } else {
                    vErrors.push(err21);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err22 = { instancePath: instancePath + "/http/headers", schemaPath: "#/definitions/headers/type", keyword: "type", params: { type: "object" }, schema: schema24.type, parentSchema: schema24, data: data10 };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
        if (data9.timeout !== void 0) {
          let data12 = data9.timeout;
          if (typeof data12 === "string") {
            if (!pattern5.test(data12)) {
              const err23 = { instancePath: instancePath + "/http/timeout", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data12 };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
          } else {
            const err24 = { instancePath: instancePath + "/http/timeout", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data12 };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
        if (data9.follow_redirects !== void 0) {
          let data13 = data9.follow_redirects;
          if (typeof data13 !== "boolean") {
            const err25 = { instancePath: instancePath + "/http/follow_redirects", schemaPath: "#/properties/http/properties/follow_redirects/type", keyword: "type", params: { type: "boolean" }, schema: schema14.properties.http.properties.follow_redirects.type, parentSchema: schema14.properties.http.properties.follow_redirects, data: data13 };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
        }
        if (data9.connections !== void 0) {
          let data14 = data9.connections;
          if (!(typeof data14 == "number" && (!(data14 % 1) && !isNaN(data14)) && isFinite(data14))) {
            const err26 = { instancePath: instancePath + "/http/connections", schemaPath: "#/properties/http/properties/connections/type", keyword: "type", params: { type: "integer" }, schema: schema14.properties.http.properties.connections.type, parentSchema: schema14.properties.http.properties.connections, data: data14 };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
          if (typeof data14 == "number" && isFinite(data14)) {
            if (data14 > 1e5 || isNaN(data14)) {
              const err27 = { instancePath: instancePath + "/http/connections", schemaPath: "#/properties/http/properties/connections/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e5 }, schema: 1e5, parentSchema: schema14.properties.http.properties.connections, data: data14 };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
            if (data14 < 1 || isNaN(data14)) {
              const err28 = { instancePath: instancePath + "/http/connections", schemaPath: "#/properties/http/properties/connections/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema14.properties.http.properties.connections, data: data14 };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
          }
        }
        if (data9.http2 !== void 0) {
          let data15 = data9.http2;
          if (typeof data15 !== "boolean") {
            const err29 = { instancePath: instancePath + "/http/http2", schemaPath: "#/properties/http/properties/http2/type", keyword: "type", params: { type: "boolean" }, schema: schema14.properties.http.properties.http2.type, parentSchema: schema14.properties.http.properties.http2, data: data15 };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        }
        if (data9.cookies !== void 0) {
          let data16 = data9.cookies;
          if (typeof data16 !== "boolean") {
            const err30 = { instancePath: instancePath + "/http/cookies", schemaPath: "#/properties/http/properties/cookies/type", keyword: "type", params: { type: "boolean" }, schema: schema14.properties.http.properties.cookies.type, parentSchema: schema14.properties.http.properties.cookies, data: data16 };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
        if (data9.tls !== void 0) {
          let data17 = data9.tls;
          if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
            for (const key4 in data17) {
              if (!(key4 === "ca" || key4 === "cert" || key4 === "key" || key4 === "insecure")) {
                const err31 = { instancePath: instancePath + "/http/tls", schemaPath: "#/properties/http/properties/tls/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, schema: false, parentSchema: schema14.properties.http.properties.tls, data: data17 };
                if (vErrors === null) {
                  vErrors = [err31];
                } else {
                  vErrors.push(err31);
                }
                errors++;
              }
            }
            if (data17.ca !== void 0) {
              let data18 = data17.ca;
              if (typeof data18 === "string") {
                if (!pattern0.test(data18)) {
                  const err32 = { instancePath: instancePath + "/http/tls/ca", schemaPath: "#/properties/http/properties/tls/properties/ca/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema14.properties.http.properties.tls.properties.ca, data: data18 };
                  if (vErrors === null) {
                    vErrors = [err32];
                  } else {
                    vErrors.push(err32);
                  }
                  errors++;
                }
              } else {
                const err33 = { instancePath: instancePath + "/http/tls/ca", schemaPath: "#/properties/http/properties/tls/properties/ca/type", keyword: "type", params: { type: "string" }, schema: schema14.properties.http.properties.tls.properties.ca.type, parentSchema: schema14.properties.http.properties.tls.properties.ca, data: data18 };
                if (vErrors === null) {
                  vErrors = [err33];
                } else {
                  vErrors.push(err33);
                }
                errors++;
              }
            }
            if (data17.cert !== void 0) {
              let data19 = data17.cert;
              if (typeof data19 === "string") {
                if (!pattern0.test(data19)) {
                  const err34 = { instancePath: instancePath + "/http/tls/cert", schemaPath: "#/properties/http/properties/tls/properties/cert/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema14.properties.http.properties.tls.properties.cert, data: data19 };
                  if (vErrors === null) {
                    vErrors = [err34];
                  } else {
                    vErrors.push(err34);
                  }
                  errors++;
                }
              } else {
                const err35 = { instancePath: instancePath + "/http/tls/cert", schemaPath: "#/properties/http/properties/tls/properties/cert/type", keyword: "type", params: { type: "string" }, schema: schema14.properties.http.properties.tls.properties.cert.type, parentSchema: schema14.properties.http.properties.tls.properties.cert, data: data19 };
                if (vErrors === null) {
                  vErrors = [err35];
                } else {
                  vErrors.push(err35);
                }
                errors++;
              }
            }
            if (data17.key !== void 0) {
              let data20 = data17.key;
              if (typeof data20 === "string") {
                if (!pattern0.test(data20)) {
                  const err36 = { instancePath: instancePath + "/http/tls/key", schemaPath: "#/properties/http/properties/tls/properties/key/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema14.properties.http.properties.tls.properties.key, data: data20 };
                  if (vErrors === null) {
                    vErrors = [err36];
                  } else {
                    vErrors.push(err36);
                  }
                  errors++;
                }
              } else {
                const err37 = { instancePath: instancePath + "/http/tls/key", schemaPath: "#/properties/http/properties/tls/properties/key/type", keyword: "type", params: { type: "string" }, schema: schema14.properties.http.properties.tls.properties.key.type, parentSchema: schema14.properties.http.properties.tls.properties.key, data: data20 };
                if (vErrors === null) {
                  vErrors = [err37];
                } else {
                  vErrors.push(err37);
                }
                errors++;
              }
            }
            if (data17.insecure !== void 0) {
              let data21 = data17.insecure;
              if (typeof data21 !== "boolean") {
                const err38 = { instancePath: instancePath + "/http/tls/insecure", schemaPath: "#/properties/http/properties/tls/properties/insecure/type", keyword: "type", params: { type: "boolean" }, schema: schema14.properties.http.properties.tls.properties.insecure.type, parentSchema: schema14.properties.http.properties.tls.properties.insecure, data: data21 };
                if (vErrors === null) {
                  vErrors = [err38];
                } else {
                  vErrors.push(err38);
                }
                errors++;
              }
            }
          } else {
            const err39 = { instancePath: instancePath + "/http/tls", schemaPath: "#/properties/http/properties/tls/type", keyword: "type", params: { type: "object" }, schema: schema14.properties.http.properties.tls.type, parentSchema: schema14.properties.http.properties.tls, data: data17 };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
        }
        if (data9.proxy !== void 0) {
          let data22 = data9.proxy;
          if (typeof data22 === "string") {
            if (!pattern7.test(data22)) {
              const err40 = { instancePath: instancePath + "/http/proxy", schemaPath: "#/properties/http/properties/proxy/pattern", keyword: "pattern", params: { pattern: "^(https?://|\\$\\{)\\S*$" }, schema: "^(https?://|\\$\\{)\\S*$", parentSchema: schema14.properties.http.properties.proxy, data: data22 };
              if (vErrors === null) {
                vErrors = [err40];
              } else {
                vErrors.push(err40);
              }
              errors++;
            }
          } else {
            const err41 = { instancePath: instancePath + "/http/proxy", schemaPath: "#/properties/http/properties/proxy/type", keyword: "type", params: { type: "string" }, schema: schema14.properties.http.properties.proxy.type, parentSchema: schema14.properties.http.properties.proxy, data: data22 };
            if (vErrors === null) {
              vErrors = [err41];
            } else {
              vErrors.push(err41);
            }
            errors++;
          }
        }
        if (data9.traceparent !== void 0) {
          let data23 = data9.traceparent;
          if (typeof data23 !== "boolean") {
            const err42 = { instancePath: instancePath + "/http/traceparent", schemaPath: "#/properties/http/properties/traceparent/type", keyword: "type", params: { type: "boolean" }, schema: schema14.properties.http.properties.traceparent.type, parentSchema: schema14.properties.http.properties.traceparent, data: data23 };
            if (vErrors === null) {
              vErrors = [err42];
            } else {
              vErrors.push(err42);
            }
            errors++;
          }
        }
        if (data9.slower_than !== void 0) {
          let data24 = data9.slower_than;
          if (typeof data24 === "string") {
            if (!pattern5.test(data24)) {
              const err43 = { instancePath: instancePath + "/http/slower_than", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data24 };
              if (vErrors === null) {
                vErrors = [err43];
              } else {
                vErrors.push(err43);
              }
              errors++;
            }
          } else {
            const err44 = { instancePath: instancePath + "/http/slower_than", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data24 };
            if (vErrors === null) {
              vErrors = [err44];
            } else {
              vErrors.push(err44);
            }
            errors++;
          }
        }
      } else {
        const err45 = { instancePath: instancePath + "/http", schemaPath: "#/properties/http/type", keyword: "type", params: { type: "object" }, schema: schema14.properties.http.type, parentSchema: schema14.properties.http, data: data9 };
        if (vErrors === null) {
          vErrors = [err45];
        } else {
          vErrors.push(err45);
        }
        errors++;
      }
    }
    if (data.data !== void 0) {
      let data25 = data.data;
      if (data25 && typeof data25 == "object" && !Array.isArray(data25)) {
        for (const key5 in data25) {
          const _errs62 = errors;
          if (typeof key5 === "string") {
            if (!pattern55.test(key5)) {
              const err46 = { instancePath: instancePath + "/data", schemaPath: "#/properties/data/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, schema: "^[A-Za-z_][A-Za-z0-9_]*$", parentSchema: schema14.properties.data.propertyNames, data: key5, propertyName: key5 };
              if (vErrors === null) {
                vErrors = [err46];
              } else {
                vErrors.push(err46);
              }
              errors++;
            }
          } else {
            const err47 = { instancePath: instancePath + "/data", schemaPath: "#/properties/data/propertyNames/type", keyword: "type", params: { type: "string" }, schema: schema14.properties.data.propertyNames.type, parentSchema: schema14.properties.data.propertyNames, data: key5, propertyName: key5 };
            if (vErrors === null) {
              vErrors = [err47];
            } else {
              vErrors.push(err47);
            }
            errors++;
          }
          var valid13 = _errs62 === errors;
          if (!valid13) {
            const err48 = { instancePath: instancePath + "/data", schemaPath: "#/properties/data/propertyNames", keyword: "propertyNames", params: { propertyName: key5 }, schema: schema14.properties.data.propertyNames, parentSchema: schema14.properties.data, data: data25 };
            if (vErrors === null) {
              vErrors = [err48];
            } else {
              vErrors.push(err48);
            }
            errors++;
          }
        }
        for (const key6 in data25) {
          if (!validate36(data25[key6], { instancePath: instancePath + "/data/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data25, parentDataProperty: key6, rootData })) {
            vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err49 = { instancePath: instancePath + "/data", schemaPath: "#/properties/data/type", keyword: "type", params: { type: "object" }, schema: schema14.properties.data.type, parentSchema: schema14.properties.data, data: data25 };
        if (vErrors === null) {
          vErrors = [err49];
        } else {
          vErrors.push(err49);
        }
        errors++;
      }
    }
    if (data.vars !== void 0) {
      let data27 = data.vars;
      if (data27 && typeof data27 == "object" && !Array.isArray(data27)) {
        for (const key7 in data27) {
          const _errs68 = errors;
          if (typeof key7 === "string") {
            if (!pattern55.test(key7)) {
              const err50 = { instancePath: instancePath + "/vars", schemaPath: "#/properties/vars/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, schema: "^[A-Za-z_][A-Za-z0-9_]*$", parentSchema: schema14.properties.vars.propertyNames, data: key7, propertyName: key7 };
              if (vErrors === null) {
                vErrors = [err50];
              } else {
                vErrors.push(err50);
              }
              errors++;
            }
          } else {
            const err51 = { instancePath: instancePath + "/vars", schemaPath: "#/properties/vars/propertyNames/type", keyword: "type", params: { type: "string" }, schema: schema14.properties.vars.propertyNames.type, parentSchema: schema14.properties.vars.propertyNames, data: key7, propertyName: key7 };
            if (vErrors === null) {
              vErrors = [err51];
            } else {
              vErrors.push(err51);
            }
            errors++;
          }
          var valid15 = _errs68 === errors;
          if (!valid15) {
            const err52 = { instancePath: instancePath + "/vars", schemaPath: "#/properties/vars/propertyNames", keyword: "propertyNames", params: { propertyName: key7 }, schema: schema14.properties.vars.propertyNames, parentSchema: schema14.properties.vars, data: data27 };
            if (vErrors === null) {
              vErrors = [err52];
            } else {
              vErrors.push(err52);
            }
            errors++;
          }
        }
        for (const key8 in data27) {
          let data28 = data27[key8];
          if (data28 && typeof data28 == "object" && !Array.isArray(data28)) {
            if (Object.keys(data28).length < 1) {
              const err53 = { instancePath: instancePath + "/vars/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/variable/minProperties", keyword: "minProperties", params: { limit: 1 }, schema: 1, parentSchema: schema50, data: data28 };
              if (vErrors === null) {
                vErrors = [err53];
              } else {
                vErrors.push(err53);
              }
              errors++;
            }
            for (const key9 in data28) {
              if (!(key9 === "int" || key9 === "uuid" || key9 === "string" || key9 === "now")) {
                const err54 = { instancePath: instancePath + "/vars/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/variable/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, schema: false, parentSchema: schema50, data: data28 };
                if (vErrors === null) {
                  vErrors = [err54];
                } else {
                  vErrors.push(err54);
                }
                errors++;
              }
            }
            if (data28.int !== void 0) {
              let data29 = data28.int;
              if (Array.isArray(data29)) {
                if (data29.length > 2) {
                  const err55 = { instancePath: instancePath + "/vars/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/int", schemaPath: "#/definitions/variable/properties/int/maxItems", keyword: "maxItems", params: { limit: 2 }, schema: 2, parentSchema: schema50.properties.int, data: data29 };
                  if (vErrors === null) {
                    vErrors = [err55];
                  } else {
                    vErrors.push(err55);
                  }
                  errors++;
                }
                if (data29.length < 2) {
                  const err56 = { instancePath: instancePath + "/vars/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/int", schemaPath: "#/definitions/variable/properties/int/minItems", keyword: "minItems", params: { limit: 2 }, schema: 2, parentSchema: schema50.properties.int, data: data29 };
                  if (vErrors === null) {
                    vErrors = [err56];
                  } else {
                    vErrors.push(err56);
                  }
                  errors++;
                }
                const len2 = data29.length;
                for (let i2 = 0; i2 < len2; i2++) {
                  let data30 = data29[i2];
                  if (!(typeof data30 == "number" && (!(data30 % 1) && !isNaN(data30)) && isFinite(data30))) {
                    const err57 = { instancePath: instancePath + "/vars/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/int/" + i2, schemaPath: "#/definitions/variable/properties/int/items/type", keyword: "type", params: { type: "integer" }, schema: schema50.properties.int.items.type, parentSchema: schema50.properties.int.items, data: data30 };
                    if (vErrors === null) {
                      vErrors = [err57];
                    } else {
                      vErrors.push(err57);
                    }
                    errors++;
                  }
                }
              } else {
                const err58 = { instancePath: instancePath + "/vars/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/int", schemaPath: "#/definitions/variable/properties/int/type", keyword: "type", params: { type: "array" }, schema: schema50.properties.int.type, parentSchema: schema50.properties.int, data: data29 };
                if (vErrors === null) {
                  vErrors = [err58];
                } else {
                  vErrors.push(err58);
                }
                errors++;
              }
            }
            if (data28.uuid !== void 0) {
              let data31 = data28.uuid;
              if (typeof data31 !== "boolean") {
                const err59 = { instancePath: instancePath + "/vars/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/uuid", schemaPath: "#/definitions/variable/properties/uuid/type", keyword: "type", params: { type: "boolean" }, schema: schema50.properties.uuid.type, parentSchema: schema50.properties.uuid, data: data31 };
                if (vErrors === null) {
                  vErrors = [err59];
                } else {
                  vErrors.push(err59);
                }
                errors++;
              }
              if (!(data31 === true)) {
                const err60 = { instancePath: instancePath + "/vars/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/uuid", schemaPath: "#/definitions/variable/properties/uuid/enum", keyword: "enum", params: { allowedValues: schema50.properties.uuid.enum }, schema: schema50.properties.uuid.enum, parentSchema: schema50.properties.uuid, data: data31 };
                if (vErrors === null) {
                  vErrors = [err60];
                } else {
                  vErrors.push(err60);
                }
                errors++;
              }
            }
            if (data28.string !== void 0) {
              let data32 = data28.string;
              if (!(typeof data32 == "number" && (!(data32 % 1) && !isNaN(data32)) && isFinite(data32))) {
                const err61 = { instancePath: instancePath + "/vars/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/string", schemaPath: "#/definitions/variable/properties/string/type", keyword: "type", params: { type: "integer" }, schema: schema50.properties.string.type, parentSchema: schema50.properties.string, data: data32 };
                if (vErrors === null) {
                  vErrors = [err61];
                } else {
                  vErrors.push(err61);
                }
                errors++;
              }
              if (typeof data32 == "number" && isFinite(data32)) {
                if (data32 > 65536 || isNaN(data32)) {
                  const err62 = { instancePath: instancePath + "/vars/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/string", schemaPath: "#/definitions/variable/properties/string/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65536 }, schema: 65536, parentSchema: schema50.properties.string, data: data32 };
                  if (vErrors === null) {
                    vErrors = [err62];
                  } else {
                    vErrors.push(err62);
                  }
                  errors++;
                }
                if (data32 < 1 || isNaN(data32)) {
                  const err63 = { instancePath: instancePath + "/vars/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/string", schemaPath: "#/definitions/variable/properties/string/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema50.properties.string, data: data32 };
                  if (vErrors === null) {
                    vErrors = [err63];
                  } else {
                    vErrors.push(err63);
                  }
                  errors++;
                }
              }
            }
            if (data28.now !== void 0) {
              let data33 = data28.now;
              if (typeof data33 !== "string") {
                const err64 = { instancePath: instancePath + "/vars/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/now", schemaPath: "#/definitions/variable/properties/now/type", keyword: "type", params: { type: "string" }, schema: schema50.properties.now.type, parentSchema: schema50.properties.now, data: data33 };
                if (vErrors === null) {
                  vErrors = [err64];
                } else {
                  vErrors.push(err64);
                }
                errors++;
              }
              if (!(data33 === "iso" || data33 === "ms" || data33 === "s")) {
                const err65 = { instancePath: instancePath + "/vars/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/now", schemaPath: "#/definitions/variable/properties/now/enum", keyword: "enum", params: { allowedValues: schema50.properties.now.enum }, schema: schema50.properties.now.enum, parentSchema: schema50.properties.now, data: data33 };
                if (vErrors === null) {
                  vErrors = [err65];
                } else {
                  vErrors.push(err65);
                }
                errors++;
              }
            }
          } else {
            const err66 = { instancePath: instancePath + "/vars/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/variable/type", keyword: "type", params: { type: "object" }, schema: schema50.type, parentSchema: schema50, data: data28 };
            if (vErrors === null) {
              vErrors = [err66];
            } else {
              vErrors.push(err66);
            }
            errors++;
          }
        }
      } else {
        const err67 = { instancePath: instancePath + "/vars", schemaPath: "#/properties/vars/type", keyword: "type", params: { type: "object" }, schema: schema14.properties.vars.type, parentSchema: schema14.properties.vars, data: data27 };
        if (vErrors === null) {
          vErrors = [err67];
        } else {
          vErrors.push(err67);
        }
        errors++;
      }
    }
    if (data.users !== void 0) {
      let data34 = data.users;
      if (data34 && typeof data34 == "object" && !Array.isArray(data34)) {
        if (Object.keys(data34).length < 1) {
          const err68 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/minProperties", keyword: "minProperties", params: { limit: 1 }, schema: 1, parentSchema: schema14.properties.users, data: data34 };
          if (vErrors === null) {
            vErrors = [err68];
          } else {
            vErrors.push(err68);
          }
          errors++;
        }
        for (const key10 in data34) {
          if (!validate40(data34[key10], { instancePath: instancePath + "/users/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data34, parentDataProperty: key10, rootData })) {
            vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err69 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/type", keyword: "type", params: { type: "object" }, schema: schema14.properties.users.type, parentSchema: schema14.properties.users, data: data34 };
        if (vErrors === null) {
          vErrors = [err69];
        } else {
          vErrors.push(err69);
        }
        errors++;
      }
    }
    if (data.steps !== void 0) {
      if (!validate41(data.steps, { instancePath: instancePath + "/steps", parentData: data, parentDataProperty: "steps", rootData })) {
        vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
        errors = vErrors.length;
      }
    }
    if (data.phases !== void 0) {
      if (!validate87(data.phases, { instancePath: instancePath + "/phases", parentData: data, parentDataProperty: "phases", rootData })) {
        vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
        errors = vErrors.length;
      }
    }
    if (data.profiles !== void 0) {
      let data38 = data.profiles;
      if (data38 && typeof data38 == "object" && !Array.isArray(data38)) {
        if (Object.keys(data38).length < 1) {
          const err70 = { instancePath: instancePath + "/profiles", schemaPath: "#/properties/profiles/minProperties", keyword: "minProperties", params: { limit: 1 }, schema: 1, parentSchema: schema14.properties.profiles, data: data38 };
          if (vErrors === null) {
            vErrors = [err70];
          } else {
            vErrors.push(err70);
          }
          errors++;
        }
        for (const key11 in data38) {
          if (!validate99(data38[key11], { instancePath: instancePath + "/profiles/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data38, parentDataProperty: key11, rootData })) {
            vErrors = vErrors === null ? validate99.errors : vErrors.concat(validate99.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err71 = { instancePath: instancePath + "/profiles", schemaPath: "#/properties/profiles/type", keyword: "type", params: { type: "object" }, schema: schema14.properties.profiles.type, parentSchema: schema14.properties.profiles, data: data38 };
        if (vErrors === null) {
          vErrors = [err71];
        } else {
          vErrors.push(err71);
        }
        errors++;
      }
    }
  } else {
    const err72 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema14.type, parentSchema: schema14, data };
    if (vErrors === null) {
      vErrors = [err72];
    } else {
      vErrors.push(err72);
    }
    errors++;
  }
  validate13.errors = vErrors;
  return errors === 0;
}
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (!(data && typeof data == "object" && !Array.isArray(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema11.type, parentSchema: schema11, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.suite === void 0 && (missing0 = "suite")) {
      const err1 = {};
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  let ifClause0;
  if (_valid0) {
    const _errs3 = errors;
    if (!validate11(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs3 === errors;
    valid0 = _valid0;
    ifClause0 = "then";
  } else {
    const _errs4 = errors;
    if (!validate13(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
    ifClause0 = "else";
  }
  if (!valid0) {
    const err2 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 }, schema: schema11.if, parentSchema: schema11, data };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}

// src/config/parse-scenario.ts
function parseScenario(source) {
  const issues = createIssueList();
  const parsed = parseYaml(source.file, source.text, issues);
  if (parsed === void 0) return { ok: false, issues: issues.sorted() };
  const tree = substituteEnv(applySets(parsed, source.sets, issues), source.env, issues);
  validateTree(tree, validate, issues);
  if (isMap(tree.root) && Object.hasOwn(tree.root, "suite"))
    issues.error(
      { file: source.file, line: 1, column: 1 },
      "nested",
      "this file is a suite, and a suite has no suites in it",
      "name its scenarios one by one"
    );
  if (!isMap(tree.root) || Object.hasOwn(tree.root, "suite") || issues.has("version")) return { ok: false, issues: issues.sorted() };
  const context = { source, issues };
  const scenario = buildScenario(tree, context);
  checkReferences(tree, scenario, context);
  checkTemplates(tree, scenario, context);
  return issues.hasErrors ? { ok: false, issues: issues.sorted() } : { ok: true, value: freezeDeep(scenario), warnings: issues.sorted() };
}

// src/workspace/read-config.ts
function readConfig(request, context) {
  const files = createFileReader(context, request.scenario);
  const read = (file) => {
    const text = files.text(resolve(context.workingDirectory, file));
    return typeof text === "string" ? text : fileIssue(file, text.error);
  };
  const source = { env: context.env, files, requireSecrets: context.requireSecrets };
  const scenarioText = read(request.scenario);
  const scenario = typeof scenarioText === "string" ? parseScenario({ ...source, file: request.scenario, text: scenarioText, sets: request.sets }) : { ok: false, issues: [{ ...scenarioText, suggestion: "name the scenario: load-gate run path/to/scenario.yaml" }] };
  const hasSla = request.sla.given || existsSync(resolve(context.workingDirectory, request.sla.file));
  const slaText = hasSla ? read(request.sla.file) : "{}";
  const sla = typeof slaText === "string" ? parseSla({ ...source, file: request.sla.file, text: slaText, sets: [] }) : { ok: false, issues: [{ ...slaText, suggestion: "name the SLA: --sla path/to/sla.yaml" }] };
  if (!scenario.ok || !sla.ok) return { ok: false, issues: [...issuesOf(scenario), ...issuesOf(sla)] };
  const crossed = checkSlaAgainstScenario(scenario.value, sla.value);
  const all = [...issuesOf(scenario), ...issuesOf(sla), ...crossed];
  if (all.some((issue) => issue.severity === "error")) return { ok: false, issues: all };
  return { ok: true, value: { scenario: scenario.value, sla: sla.value, hasSla, readText: (path) => files.text(path) }, warnings: all };
}
function issuesOf(checked) {
  return checked.ok ? checked.warnings : checked.issues;
}
function fileIssue(file, message) {
  return { file, line: 1, column: 1, code: "file", severity: "error", message };
}

// src/workspace/read-machine-limits.ts
import { readFileSync } from "node:fs";
function readMachineLimits(folder = "/proc") {
  return {
    openFiles: parseOpenFiles(readText(`${folder}/self/limits`)),
    ports: parsePorts(readText(`${folder}/sys/net/ipv4/ip_local_port_range`))
  };
}
function parseOpenFiles(limits) {
  const soft = /^Max open files +(\d{1,15})\s/m.exec(limits)?.[1];
  return soft === void 0 ? void 0 : Number(soft);
}
function parsePorts(range) {
  const [, first, last] = /^\s*(\d{1,5})\s+(\d{1,5})\s*$/.exec(range) ?? [];
  return first === void 0 || last === void 0 || Number(last) < Number(first) ? void 0 : Number(last) - Number(first) + 1;
}
function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

// src/gate-prepare.ts
function prepareGate(request, context) {
  const config = readConfig(request, {
    workingDirectory: context.cwd,
    root: context.root,
    env: context.env,
    requireSecrets: context.requireSecrets
  });
  if (!config.ok) return config;
  const { confirm } = config.value.sla.regression;
  const { startAtMs, shard } = context;
  const planHash = startAtMs === void 0 ? void 0 : hashPlan(config.value, request, startAtMs);
  const scenarioHash = hashScenario(config.value.scenario, request);
  const plan = planTargets(
    config.value.scenario,
    { ...request, moreBursts: confirm ? SECOND_LOOK_BURSTS : 0 },
    {
      ...request,
      seed: request.seed ?? config.value.scenario.seed ?? drawSeed(request.engine, planHash, scenarioHash),
      shard,
      workers: context.workers ?? Math.max(1, availableParallelism() - 1),
      secrets: context.env,
      requireSecrets: context.requireSecrets,
      userAgent: `load-gate/${VERSION}`,
      machine: isMadeElsewhere(request.engine) ? UNKNOWN_MACHINE : readMachineLimits(),
      // One of several machines asks the target about itself.
      server: {
        rows: (shard?.index ?? 0) === 0 ? config.value.sla.server : [],
        prometheusUrl: request.prometheusUrl,
        allowCommands: request.allowCommands
      },
      readText: config.value.readText
    }
  );
  if (!plan.ok) return { ok: false, issues: [...config.warnings, ...plan.issues] };
  const { engine } = request;
  const targets = setWorkers(engine, plan.value);
  const onEngine = checkEngine(request, config.value, targets.plan, context.requireSecrets);
  const warnings = [...config.warnings, ...plan.warnings, ...onEngine];
  if (onEngine.some(({ severity }) => severity === "error")) return { ok: false, issues: warnings };
  return { ok: true, value: { config: config.value, ...targets, scenarioHash, planHash, engine }, warnings };
}
function drawSeed(engine, planHash, scenarioHash) {
  if (planHash !== void 0) return seedOfPlan(planHash);
  return engine.kind === "locust" ? seedOfPlan(scenarioHash) : randomInt(2 ** 32);
}
var UNKNOWN_MACHINE = { openFiles: void 0, ports: void 0 };
function isMadeElsewhere(engine) {
  return engine.kind === "locust" && engine.expectWorkers !== void 0;
}
function setWorkers(engine, { plan, against }) {
  const workers = (engine.kind === "locust" ? engine.expectWorkers : void 0) ?? plan.workers;
  return { plan: { ...plan, workers }, against };
}
function planTargets(scenario, request, wishes) {
  if (!("baseline" in request) || request.baseline.kind !== "url") {
    const plan = buildPlan(addWait(scenario, request.waitFor), wishes);
    return plan.ok ? { ...plan, value: { plan: plan.value, against: void 0 } } : plan;
  }
  const live = planLive(scenario, wishes, {
    url: request.baseline.url,
    takesTurns: request.interleave === "abba",
    waitFor: request.waitFor,
    moreBursts: request.moreBursts
  });
  return live.ok ? { ...live, value: { plan: live.value.candidate, against: live.value.baseline } } : live;
}

// src/gate-parts.ts
function prepareParts(suite, request, context) {
  const { engine } = request;
  if (engine.kind === "locust" && engine.expectWorkers !== void 0) {
    const why = "Locust workers make one scenario and end with it; run each part on its own";
    return { ok: false, issues: [usageIssue("--expect-workers", "conflict", why)] };
  }
  const prepared = splitRequest(suite, request).map((part) => ({ ...part, ready: prepareGate(part.request, context) }));
  const parts = prepared.flatMap(({ ready, ...part }) => ready.ok ? [{ ...part, ready }] : []);
  const issues = [
    ...new Map(prepared.flatMap(({ ready }) => ready.ok ? [] : ready.issues).map((one) => [JSON.stringify(one), one])).values()
  ];
  if (issues.length === 0) issues.push(...checkDuration(suite, parts, request));
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: nameFolders(parts), warnings: [] };
}
function listSecrets(parts) {
  const all = parts.flatMap(({ ready: { value } }) => [...value.plan.program.secrets, ...value.against?.program.secrets ?? []]);
  return [...new Set(all)];
}
function durationOf({ steps }, parts) {
  const pauses = steps.reduce((sum, step) => sum + (step.kind === "pause" ? step.ms : 0), 0);
  return parts.reduce((sum, { ready }) => sum + ready.value.plan.phases.reduce((all, phase) => all + phase.durationMs, 0), pauses);
}
function narrowRequest(request, scenario) {
  const sla = request.sla.given ? request.sla : { file: defaultSlaFile(scenario), given: false };
  return { ...request, scenario, scenarios: [scenario], sla };
}
function splitRequest(suite, request) {
  return suite.steps.flatMap((step) => {
    if (step.kind === "pause") return [];
    const { scenario, name } = step;
    const sla = step.sla === void 0 ? { file: defaultSlaFile(scenario), given: false } : { file: step.sla, given: true };
    return [{ name, request: { ...request, scenario, scenarios: [scenario], sla, profile: request.profile ?? step.profile } }];
  });
}
function nameFolders(parts) {
  const mask = createMasker(listSecrets(parts));
  const [names, folders] = [/* @__PURE__ */ new Set(), /* @__PURE__ */ new Set()];
  return parts.map((part) => {
    const name = findFree(names, (number) => `${mask(part.name)}${number === 1 ? "" : ` ${number}`}`);
    return { ...part, name, folder: findFree(folders, (number) => `${nameFolder(name)}${number === 1 ? "" : `-${number}`}`) };
  });
}
function findFree(taken, build) {
  let number = 1;
  while (taken.has(build(number))) number++;
  taken.add(build(number));
  return build(number);
}
var DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
function nameFolder(name) {
  const plain = safeName(name).toLowerCase().replaceAll(".", "-").replace(/-+$/, "");
  return DEVICE.test(plain) ? `part-${plain}` : plain;
}
function checkDuration(suite, parts, { caps }) {
  const wholeMs = durationOf(suite, parts);
  if (wholeMs <= caps.maxDurationMs) return [];
  return [
    {
      file: suite.file,
      line: 1,
      column: 1,
      code: "cap",
      severity: "error",
      message: `the suite takes ${formatDuration(wholeMs)}, more than the cap of ${formatDuration(caps.maxDurationMs)}`,
      suggestion: `--max-duration ${Math.ceil(wholeMs / 6e4)}m`
    }
  ];
}

// src/workspace/resolve-scenarios.ts
import { globSync } from "node:fs";
import { relative, resolve as resolve2 } from "node:path";

// src/config/name-parts.ts
function nameParts(steps) {
  const names = addProfiles(addFolders(steps), steps);
  const taken = /* @__PURE__ */ new Set();
  return steps.map((step, index) => {
    if (step.kind === "pause") return step;
    const wanted = names[index] ?? "";
    let name = wanted;
    for (let number = 2; taken.has(name); number++) name = `${wanted} ${number}`;
    taken.add(name);
    return { ...step, name };
  });
}
function baseName3(file) {
  return withoutExtension(file.split(/[\\/]/).at(-1) ?? file);
}
function addFolders(steps) {
  const plain = steps.map((step) => step.kind === "part" ? step.name || baseName3(step.scenario) : "");
  return steps.map((step, index) => {
    if (step.kind === "pause" || step.name !== "") return plain[index] ?? "";
    const isOther = (other, place) => other.kind === "part" && plain[place] === plain[index] && other.scenario !== step.scenario;
    return steps.some(isOther) ? withoutExtension(step.scenario) : plain[index] ?? "";
  });
}
function addProfiles(names, steps) {
  return names.map((name, index) => {
    const [step, isAlone] = [steps[index], names.indexOf(name) === names.lastIndexOf(name)];
    return isAlone || step?.kind !== "part" || step.profile === void 0 ? name : `${name} ${step.profile}`;
  });
}
function withoutExtension(file) {
  return file.replace(/\.ya?ml$/i, "");
}

// src/config/suite.ts
var MOST_PARTS = 100;

// src/config/parse-suite.ts
function parseSuite(source) {
  if (!source.text.includes("suite")) return void 0;
  const issues = createIssueList();
  const parsed = parseYaml(source.file, source.text, issues);
  if (parsed === void 0 || !isMap(parsed.root) || !Object.hasOwn(parsed.root, "suite")) return void 0;
  const tree = substituteEnv(parsed, source.env, issues);
  validateTree(tree, validate, issues);
  if (issues.hasErrors) return { ok: false, issues: issues.sorted() };
  const root = rootOf(tree);
  const context = { source: { ...source, sets: [] }, issues };
  const steps = itemsOf(childOf(root, "suite")).flatMap((item) => buildStep2(item, context) ?? []);
  const count = steps.filter(({ kind }) => kind === "part").length;
  if (!issues.hasErrors && count === 0)
    issues.error(positionOf(root), "missing", "a suite needs a scenario", "suite: [{ scenario: api.yaml }]");
  if (count > MOST_PARTS) issues.error(positionOf(root), "too-large", `${count} parts are more than the ${MOST_PARTS} that one run takes`);
  if (issues.hasErrors) return { ok: false, issues: issues.sorted() };
  const suite = {
    name: textOf(childOf(root, "name")) ?? baseName3(source.file),
    file: source.file,
    steps: nameParts(steps),
    stopOn: textOf(childOf(root, "stop_on")) === "breach" ? "breach" : "never"
  };
  return { ok: true, value: freezeDeep(suite), warnings: issues.sorted() };
}
function buildStep2(item, context) {
  const { issues } = context;
  const scenario = childOf(item, "scenario");
  const ms = readDuration(item, "pause", context);
  if (scenario === void 0) {
    const others = entriesOf(item).filter(([key]) => key !== "pause");
    if (ms !== void 0 && others.length === 0) return { kind: "pause", ms };
    issues.error(positionOf(item), "missing", "a part of a suite is a scenario or a pause", "{ scenario: api.yaml } or { pause: 30s }");
    return void 0;
  }
  if (childOf(item, "pause")) {
    issues.error(positionOf(item), "conflict", "a part is a scenario or a pause, not both", "make two parts of it");
    return void 0;
  }
  const [file, sla] = [readFilePath(item, "scenario", context), readFilePath(item, "sla", context)];
  if (!file) return void 0;
  return {
    kind: "part",
    name: (textOf(childOf(item, "name")) ?? "").replace(/\s+/g, " ").trim(),
    scenario: file.path,
    sla: sla?.path,
    profile: textOf(childOf(item, "profile")),
    at: positionOf(item)
  };
}

// src/workspace/resolve-scenarios.ts
var NO_WARNINGS = { ok: true, warnings: [] };
function resolveScenarios(request, context) {
  const { scenarios, sla } = request;
  const found = scenarios.map((word) => word.includes("*") ? expand(word, context) : word);
  const issues = found.flatMap((one) => typeof one === "object" && "issue" in one ? [one.issue] : []);
  if (issues.length > 0) return { ok: false, issues };
  const files = dropRepeated2(found.flatMap((one) => typeof one === "object" && "files" in one ? one.files : one).filter(isText), context);
  const [first = ""] = files;
  if (files.length === 1) {
    const suite = readSuite(first, context);
    if (suite === void 0) return { ...NO_WARNINGS, value: first };
    return suite.ok && sla.given ? refuse2("--sla", "a suite names the SLA of each part in its file") : suite;
  }
  if (sla.given)
    return refuse2("--sla", "with several scenarios each has the SLA of its own name (api.yaml → api.sla.yaml), or a suite file names them");
  if (files.length > MOST_PARTS) return refuse2("SCENARIO", `${files.length} scenarios are more than the ${MOST_PARTS} that one run takes`);
  const at = { file: first, line: 1, column: 1 };
  const parts = files.map((scenario) => ({ kind: "part", name: "", scenario, sla: void 0, profile: void 0, at }));
  return {
    ...NO_WARNINGS,
    value: { name: files.map(baseName3).join(", ").slice(0, 120), file: first, steps: nameParts(parts), stopOn: "never" }
  };
}
function dropRepeated2(files, { workingDirectory }) {
  const kept = /* @__PURE__ */ new Map();
  for (const file of files) {
    const place = resolve2(workingDirectory, file);
    if (!kept.has(place)) kept.set(place, file);
  }
  return [...kept.values()];
}
function isText(value) {
  return typeof value === "string";
}
function readSuite(file, context) {
  const files = createFileReader(context, file);
  const { env, requireSecrets, workingDirectory } = context;
  const text = files.text(resolve2(workingDirectory, file));
  if (typeof text !== "string") return void 0;
  const shown = {
    resolve: (from, path) => relative(workingDirectory, files.resolve(from, path)),
    text: (path) => files.text(resolve2(workingDirectory, path)),
    size: (path) => files.size(resolve2(workingDirectory, path))
  };
  return parseSuite({ file, text, env, requireSecrets, files: shown });
}
function expand(pattern, { workingDirectory }) {
  const files = globSync(pattern, { cwd: workingDirectory }).filter((file) => /\.ya?ml$/i.test(file) && !/\.sla\.ya?ml$/i.test(file)).sort();
  if (files.length > 0) return { files };
  return {
    issue: usageIssue("SCENARIO", "file", `no scenario is named like ${pattern}`)
  };
}
function refuse2(file, message) {
  return { ok: false, issues: [{ file, line: 1, column: 1, code: "conflict", severity: "error", message }] };
}

export {
  planWarning,
  describeEngine,
  describeWorkers,
  startOnLocust,
  hashPlan,
  walkFlow,
  estimateIterationMs,
  estimateStepMs,
  cycleMs,
  sharesOf,
  mostSockets,
  estimateWork,
  prepareGate,
  prepareParts,
  listSecrets,
  durationOf,
  narrowRequest,
  resolveScenarios
};
