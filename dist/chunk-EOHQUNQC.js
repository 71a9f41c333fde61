import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  parseLabels
} from "./chunk-HU2CD3QW.js";
import {
  holds
} from "./chunk-GCV36XLM.js";
import {
  query
} from "./chunk-3LYM6ZRV.js";
import "./chunk-M3TBPBE2.js";
import {
  withholdCredentials
} from "./chunk-IIID24TU.js";
import {
  formatDuration,
  formatNumber
} from "./chunk-BRFOQZPS.js";
import {
  messageOf
} from "./chunk-WYDHRVNK.js";
import "./chunk-5PVW3TJC.js";

// src/metrics/summarize-recoveries.ts
function summarizeRecoveries(reading, phases) {
  return listLoads(phases).map((load) => {
    const { phase, endMs } = load;
    return { phase, endMs: Math.round(endMs), ...findRecovery(load, reading) };
  });
}
function endOfLoad(phases) {
  return listLoads(phases).at(-1)?.endMs;
}
function listLoads(phases) {
  const loads = [];
  let isOpen = false;
  for (const { plan, startMs, endMs } of phases) {
    const isLoad = plan.model !== "pause" && startMs !== void 0 && endMs !== void 0;
    const last = loads.at(-1);
    if (isLoad && isOpen && last) {
      loads[loads.length - 1] = { phase: plan.name, endMs, untilMs: Number.POSITIVE_INFINITY, isJudged: last.isJudged || !plan.warmup };
    } else if (isLoad) {
      if (last) loads[loads.length - 1] = { ...last, untilMs: startMs };
      loads.push({ phase: plan.name, endMs, untilMs: Number.POSITIVE_INFINITY, isJudged: !plan.warmup });
    }
    isOpen = isLoad;
  }
  return loads.filter(({ isJudged }) => isJudged);
}
function findRecovery({ endMs, untilMs }, { samples, recovers, patience, problem, watchedUntilMs }) {
  const { comparison, to, withinMs } = recovers;
  const deadlineMs = endMs + withinMs;
  const after = samples.filter(({ atMs, asOfMs }) => asOfMs >= endMs && atMs <= Math.min(deadlineMs, untilMs));
  const reached = after.find(({ value }) => holds(value, comparison, to));
  if (reached) return { state: "reached", tookMs: Math.round(reached.atMs - endMs) };
  if (untilMs < deadlineMs) return { state: "not-judged", pauseMs: Math.round(untilMs - endMs) };
  if (watchedUntilMs < deadlineMs)
    return {
      state: "unknown",
      reason: `it was watched for ${formatDuration(Math.max(0, watchedUntilMs - endMs))} of ${formatDuration(withinMs)} alone`
    };
  const because = problem === void 0 ? "" : `: ${problem}`;
  const last = after.at(-1);
  if (!last || deadlineMs - last.atMs > patience.afterMs)
    return { state: "unknown", reason: `no value came at the end of ${formatDuration(withinMs)} after the load${because}` };
  return { state: "missed", value: last.value };
}

// src/metrics/summarize-server.ts
var MOST_SAMPLES = 3600;
function summarizeServer(reading, phases) {
  const samples = reading.samples.filter(({ value }) => Number.isFinite(value)).toSorted((left, right) => left.atMs - right.atMs);
  const stretches = listStretches(phases);
  const inside = stretches.map((stretch) => samples.filter((sample) => isIn(sample, stretch)));
  const { name, source, unit, lost } = reading;
  return {
    name,
    source,
    unit,
    samples: thin(samples.filter(({ atMs }) => atMs >= 0).map(({ atMs, value }) => ({ atMs: Math.round(atMs), value }))),
    judged: total(inside.flat(), samples, { stretches, followsLoad: followsLoad(phases) }),
    trouble: findInfinite(reading, stretches) ?? findTrouble({ ...reading, samples }, stretches, inside),
    lost,
    recoveries: reading.recovers ? summarizeRecoveries({ ...reading, samples, recovers: reading.recovers }, phases) : []
  };
}
function listStretches(phases) {
  const stretches = [];
  let isOpen = false;
  for (const { plan, startMs, endMs } of phases) {
    const isJudged = !plan.warmup && plan.model !== "pause" && startMs !== void 0 && endMs !== void 0;
    const last = stretches.at(-1);
    if (isJudged && isOpen && last) stretches[stretches.length - 1] = { startMs: last.startMs, endMs };
    else if (isJudged) stretches.push({ startMs, endMs });
    isOpen = isJudged;
  }
  return stretches;
}
function isIn({ atMs, asOfMs }, { startMs, endMs }) {
  return startMs <= asOfMs && atMs <= endMs;
}
function total(inside, samples, { stretches, followsLoad: isBusy }) {
  const [first, last] = [inside[0], inside.at(-1)];
  const [begin, end] = [stretches[0]?.startMs, stretches.at(-1)?.endMs];
  if (!first || !last || begin === void 0 || end === void 0) return void 0;
  let [min, max, sum] = [first.value, first.value, 0];
  for (const { value } of inside) {
    min = Math.min(min, value);
    max = Math.max(max, value);
    sum += value / inside.length;
  }
  const before = samples.findLast(({ atMs }) => atMs <= begin);
  const after = samples.find(({ asOfMs }) => asOfMs >= end);
  return {
    count: inside.length,
    min,
    max,
    avg: sum,
    first: first.value,
    last: last.value,
    atStart: before && isBusy ? valueBetween(before, first, begin) : (before ?? first).value,
    atEnd: (after ?? last).value
  };
}
function followsLoad(phases) {
  const place = phases.findIndex(({ plan, startMs }) => !plan.warmup && plan.model !== "pause" && startMs !== void 0);
  const before = phases[place - 1];
  return before !== void 0 && before.plan.model !== "pause" && before.startMs !== void 0;
}
function valueBetween(left, right, atMs) {
  const spanMs = right.atMs - left.atMs;
  const share = spanMs > 0 ? Math.min(1, Math.max(0, (atMs - left.atMs) / spanMs)) : 1;
  return left.value + (right.value - left.value) * share;
}
function findTrouble({ samples, patience, problem, lostMs, wantsEnd }, stretches, inside) {
  const because = problem === void 0 ? "" : `: ${problem}`;
  if (stretches.length === 0) return "no judged phase began";
  if (inside.every((values) => values.length === 0)) return `no value came in the judged time${because}`;
  const gaps = stretches.flatMap((stretch, place) => findGap(stretch, inside[place] ?? [], patience) ?? []);
  const [gap] = gaps;
  if (gap) return `no value came between ${showSeconds(gap.startMs)} and ${showSeconds(gap.endMs)} of the run${because}`;
  const came = inside.flat().length;
  const lost = lostMs.filter((atMs) => stretches.some(({ startMs, endMs: endMs2 }) => startMs <= atMs && atMs <= endMs2)).length;
  if (lost > came) return `in the judged time ${came === 1 ? "1 value" : `${came} values`} came and ${lost} did not${because}`;
  const endMs = stretches.at(-1)?.endMs ?? 0;
  return wantsEnd && !samples.some(({ asOfMs }) => asOfMs >= endMs) ? `no value came after the load${because}` : void 0;
}
function findInfinite({ samples }, stretches) {
  const found = samples.find((sample) => !Number.isFinite(sample.value) && stretches.some((stretch) => isIn(sample, stretch)));
  return found && `the value was ${found.value < 0 ? "-" : ""}infinite at ${showSeconds(found.atMs)} of the run`;
}
function findGap({ startMs, endMs }, values, patience) {
  let fromMs = startMs;
  for (const [index, { atMs }] of values.entries()) {
    if (atMs - fromMs > (index === 0 ? patience.beforeMs : patience.betweenMs)) return { startMs: fromMs, endMs: atMs };
    fromMs = atMs;
  }
  return values.length === 0 || endMs - fromMs > patience.afterMs ? { startMs: fromMs, endMs } : void 0;
}
function showSeconds(ms) {
  return `${formatNumber(ms / 1e3, 1)} s`;
}
function thin(samples) {
  if (samples.length <= MOST_SAMPLES) return samples;
  const size = Math.ceil(samples.length / (MOST_SAMPLES / 2));
  const kept = [];
  for (let from = 0; from < samples.length; from += size) {
    const bucket = samples.slice(from, from + size);
    const low = bucket.reduce((least, sample) => sample.value < least.value ? sample : least);
    const high = bucket.reduce((most, sample) => sample.value > most.value ? sample : most);
    kept.push(...low === high ? [low] : low.atMs <= high.atMs ? [low, high] : [high, low]);
  }
  return kept;
}

// src/probe/show-labels.ts
var MOST_VALUE = 60;
var MOST_SHOWN = 120;
function showLabels(labels) {
  const texts = labels.map(
    ({ name, value }) => `${name}${value}`.length > MOST_VALUE ? `${name.slice(0, MOST_VALUE)}="…"` : `${name}=${JSON.stringify(value)}`
  );
  const shown = [];
  for (const text of texts) {
    if ([...shown, text].join(",").length > MOST_SHOWN) return `{${shown.join(",")},…}`;
    shown.push(text);
  }
  return `{${shown.join(",")}}`;
}

// src/probe/prometheus.ts
var MOST_POINTS = 11e3;
var MOST_TOLD = 1e4;
var MOST_SHOWN2 = 4;
var ABOUT_EXPRESSION = /^PromQL (?:info|warning):/;
var Prometheus = class {
  #line;
  #request;
  /** `request` is the range query with an empty form. */
  constructor(line, request) {
    this.#line = line;
    this.#request = request;
  }
  /**
   * The values of an expression that are no NaN, step by step up to `toMs`, the first at `fromMs` or less than a step before it; a coarser step where there would be too
   * many. None where it had none. Fails where it has several series.
   */
  async readRange(expression, { fromMs, toMs, stepMs }, signal) {
    const spanMs = Math.max(0, toMs - fromMs);
    const step = Math.max(stepMs, Math.ceil(spanMs / (MOST_POINTS - 1)));
    const endMs = fromMs + spanMs;
    const startMs = endMs - Math.ceil(spanMs / step) * step;
    const form = { query: expression, start: seconds(startMs), end: seconds(endMs), step: seconds(step) };
    const series = parseMatrix(await this.#ask(this.#request, form, signal));
    if (series.length > 1) {
      const shown = series.slice(0, MOST_SHOWN2).map(({ labels }) => labels);
      const more = series.length > MOST_SHOWN2 ? ` and ${series.length - MOST_SHOWN2} more` : "";
      throw new QueryRefused(`it has ${series.length} series: ${shown.join(", ")}${more}; aggregate them, such as max(…) or sum(…)`);
    }
    return (series[0]?.points ?? []).filter(({ value }) => !Number.isNaN(value));
  }
  /** How far its clock is ahead of ours, ms; 0 where that is within what the question itself takes. */
  async readClockLead(signal) {
    const { path } = this.#request;
    if (typeof path !== "string") return 0;
    const askedMs = Date.now();
    const answer = await this.#ask({ ...this.#request, path: path.replace(/query_range$/, "query") }, { query: "time()" }, signal);
    const tookMs = Date.now() - askedMs;
    const [, word] = isRecord(answer) && Array.isArray(answer["result"]) ? answer["result"] : [];
    const leadMs = Number(word) * 1e3 - (askedMs + tookMs / 2);
    return Number.isFinite(leadMs) && Math.abs(leadMs) > Math.max(LEAST_LEAD_MS, tookMs) ? leadMs : 0;
  }
  /** `data` of a successful answer; fails with what Prometheus says otherwise. */
  async #ask(request, form, signal) {
    const { status, text } = await this.#line.ask(request, new URLSearchParams(form).toString(), signal);
    const answer = parseJson(text);
    if (isRecord(answer) && answer["status"] === "success") {
      const [doubt] = Array.isArray(answer["warnings"]) ? answer["warnings"].filter((one) => !ABOUT_EXPRESSION.test(String(one))) : [];
      if (doubt !== void 0) throw new Error(`Prometheus answered in part: ${String(doubt).slice(0, MOST_TOLD)}`);
      return answer["data"];
    }
    const said = isRecord(answer) && typeof answer["error"] === "string" ? `: ${answer["error"].slice(0, MOST_TOLD)}` : "";
    if (status === 400 || status === 422) throw new QueryRefused(`Prometheus refuses the expression${said}`);
    throw new Error(`Prometheus answered ${status}${said}`);
  }
};
var QueryRefused = class extends Error {
};
var LEAST_LEAD_MS = 250;
function parseMatrix(data) {
  if (!isRecord(data) || data["resultType"] !== "matrix" || !Array.isArray(data["result"]))
    throw new Error("its answer is no range of values");
  return data["result"].map((entry) => {
    if (!isRecord(entry) || !Array.isArray(entry["values"])) throw new Error("its answer is no range of values");
    return { labels: showLabels(readLabels(entry["metric"])), points: entry["values"].map(parsePoint) };
  });
}
function parsePoint(pair) {
  const [at, word] = Array.isArray(pair) ? pair : [];
  if (typeof at !== "number" || typeof word !== "string") throw new Error("its answer holds a value that is none");
  const infinite = /^([+-]?)Inf$/.exec(word);
  if (infinite) return { atMs: at * 1e3, value: infinite[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY };
  return { atMs: at * 1e3, value: word.trim() === "" ? Number.NaN : Number(word) };
}
function readLabels(metric) {
  return isRecord(metric) ? Object.entries(metric).map(([name, value]) => ({ name, value: String(value) })) : [];
}
function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function seconds(ms) {
  return (Math.round(ms) / 1e3).toFixed(3);
}

// src/probe/row-probe.ts
import { performance } from "node:perf_hooks";
function probeNow() {
  return performance.now();
}
var MOST_VALUES = 1e6;
function pause(ms, signal) {
  return new Promise((resolve) => {
    if (signal.aborted || ms <= 0) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done, { once: true });
  });
}

// src/probe/ask-again.ts
var ATTEMPTS = 3;
var BETWEEN_MS = 2e3;
async function askAgain(ask2, signal) {
  const problems = [];
  for (let attempt = 1; attempt <= ATTEMPTS && !signal.aborted; attempt++) {
    try {
      return { ok: true, value: await ask2(), problems };
    } catch (thrown) {
      problems.push(messageOf(thrown));
      if (thrown instanceof QueryRefused) break;
      await pause(attempt < ATTEMPTS ? BETWEEN_MS : 0, signal);
    }
  }
  return { ok: false, problems };
}

// src/probe/find-metric.ts
var MOST_SHOWN3 = 4;
function findMetric(text, { metric, labels }) {
  const found = [];
  for (const line of text.split("\n")) {
    if (!line.startsWith(metric) || !/^[ \t{]/.test(line.slice(metric.length))) continue;
    const parsed = parseLine(line.slice(metric.length));
    if (!parsed) throw new Error(`a line of ${metric} is not in the text format of Prometheus`);
    if (labels.every(({ name, value }) => parsed.labels.some((label) => label.name === name && label.value === value))) found.push(parsed);
  }
  const [only] = found;
  if (!only) throw new Error(`it has no ${metric}${labels.length > 0 ? " with these labels" : ""}`);
  if (found.length > 1) {
    const shown = found.slice(0, MOST_SHOWN3).map((one) => showLabels(one.labels));
    const more = found.length > MOST_SHOWN3 ? ` and ${found.length - MOST_SHOWN3} more` : "";
    throw new Error(
      `${metric} has ${found.length} values: ${shown.join(", ")}${more}; name the labels of one, or aggregate them with promql`
    );
  }
  return only.value;
}
var REST = /^[ \t]*(?:\{((?:[^"}]|"(?:[^"\\]|\\.)*")*)\})?[ \t]*(\S+)/;
function parseLine(rest) {
  const [, inside = "", word = ""] = REST.exec(rest) ?? [];
  const labels = parseLabels(inside);
  const value = parseValue(word);
  return labels && value !== void 0 ? { labels, value } : void 0;
}
function parseValue(word) {
  if (/^[+-]?inf(?:inity)?$/i.test(word)) return word.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (/^nan$/i.test(word)) return Number.NaN;
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(word) ? Number(word) : void 0;
}

// src/probe/find-number.ts
function findNumber(text, path) {
  const found = query(parseJson2(text), path);
  if (found.length === 0) throw new Error(`it has nothing at ${path}`);
  if (found.length > 1) throw new Error(`it has ${found.length} values at ${path}; a path to one of them is needed`);
  const [value] = found;
  if (typeof value === "number") return value;
  if (typeof value === "string" && NUMBER.test(value)) return Number(value);
  throw new Error(`at ${path} is ${describe(value)} and no number`);
}
var NUMBER = /^-?\d{1,300}(?:\.\d{1,300})?(?:[eE][+-]?\d{1,3})?$/;
function parseJson2(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error("it is not JSON");
  }
}
function describe(value) {
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : typeof value === "object" ? "an object" : typeof value === "boolean" ? String(value) : "a text";
}

// src/probe/poller.ts
var Poller = class {
  samples = [];
  lostMs = [];
  problem;
  #read;
  #everyMs;
  #stopped = new AbortController();
  #woken = new AbortController();
  #running = Promise.resolve();
  #asked = 0;
  #answered = 0;
  #waiting = [];
  /** `read` fails with a sentence where there is no value. */
  constructor(read, everyMs) {
    this.#read = read;
    this.#everyMs = everyMs;
  }
  start() {
    this.#running = this.#run();
  }
  async stop() {
    this.#stopped.abort();
    this.#woken.abort();
    await this.#running;
  }
  async refresh() {
    const wanted = this.#asked + 1;
    this.#woken.abort();
    while (this.#answered < wanted && !this.#stopped.signal.aborted) {
      this.#woken.abort();
      await new Promise((resolve) => this.#waiting.push(resolve));
    }
  }
  async #run() {
    let dueMs = probeNow();
    while (!this.#stopped.signal.aborted) {
      this.#woken = new AbortController();
      await this.#poll();
      const late = Math.max(0, probeNow() - dueMs);
      dueMs += Math.max(1, Math.ceil(late / this.#everyMs)) * this.#everyMs;
      await pause(dueMs - probeNow(), this.#woken.signal);
    }
    this.#tell();
  }
  async #poll() {
    const askedMs = probeNow();
    this.#asked++;
    try {
      const value = await this.#read(this.#stopped.signal);
      if (Number.isNaN(value)) throw new Error("the value is NaN");
      if (this.samples.length >= MOST_VALUES) throw new Error(`more than ${MOST_VALUES} values came`);
      this.samples.push({ askedMs, atMs: probeNow(), value });
    } catch (thrown) {
      if (!this.#stopped.signal.aborted) {
        this.lostMs.push(probeNow());
        this.problem = messageOf(thrown);
      }
    }
    this.#answered = this.#asked;
    this.#tell();
  }
  #tell() {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
};

// src/probe/run-command.ts
import { spawn } from "node:child_process";
var MOST_BYTES = 65536;
function runCommand([program = "", ...args], options, signal) {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new Error("it was given up"));
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: { ...withholdCredentials(options.env) },
      shell: false,
      detached: true,
      windowsHide: true,
      stdio: ["ignore", "pipe", "pipe"]
    });
    const heard = { out: "", err: "", bytes: 0 };
    let isOver = false;
    const settle = (act) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      signal.removeEventListener("abort", giveUp);
      killTree(child);
      act();
    };
    const fail = (reason) => settle(() => reject(new Error(reason)));
    const giveUp = () => fail("it was given up");
    const timer = setTimeout(() => fail(`it did not end within ${formatDuration(options.timeoutMs)}`), options.timeoutMs);
    signal.addEventListener("abort", giveUp, { once: true });
    const hear = (stream) => (chunk) => {
      heard.bytes += chunk.byteLength;
      if (heard.bytes > MOST_BYTES) return fail(`it printed more than ${MOST_BYTES} bytes`);
      heard[stream] += chunk.toString("utf8");
    };
    child.on("error", (error) => fail(`it could not be started: ${"code" in error ? String(error.code) : error.message}`));
    child.stdout.on("data", hear("out"));
    child.stderr.on("data", hear("err"));
    child.on("close", (code, killedBy) => {
      const said = heard.err.trim().split("\n").at(-1) ?? "";
      if (code !== 0)
        return fail(`it ended with ${code === null ? String(killedBy) : `exit code ${code}`}${said === "" ? "" : `: ${said}`}`);
      const number = parseNumber(heard.out);
      if (number === void 0) return fail(`it did not print one number: ${JSON.stringify(heard.out.trim())}`);
      settle(() => resolve(number));
    });
  });
}
function parseNumber(text) {
  const word = text.trim();
  return /^[+-]?\d{1,300}(?:\.\d{1,300})?(?:[eE][+-]?\d{1,3})?$/.test(word) ? Number(word) : void 0;
}
function killTree(child) {
  const { pid } = child;
  if (pid === void 0) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}

// src/probe/socket-probe.ts
var LEAST_WAIT_MS = 1e3;
var SocketProbe = class {
  samples = [];
  lostMs = [];
  problem;
  #options;
  #stopped = new AbortController();
  #link;
  #waiting = [];
  constructor(options) {
    this.#options = options;
  }
  start() {
    const { line, request } = this.#options;
    if (this.#stopped.signal.aborted) return;
    try {
      this.#link = line.listen(request, {
        opened: () => void 0,
        message: (text) => this.#take(text),
        ended: (reason) => void this.#openAgain(reason)
      });
    } catch (thrown) {
      void this.#openAgain(messageOf(thrown));
    }
  }
  stop() {
    this.#stopped.abort();
    this.#link?.close();
    this.#tell();
    return Promise.resolve();
  }
  async refresh() {
    const timeout = AbortSignal.timeout(this.#options.patienceMs);
    const came = new Promise((resolve) => this.#waiting.push(resolve));
    await Promise.race([came, pause(this.#options.patienceMs, AbortSignal.any([timeout, this.#stopped.signal]))]);
  }
  #take(text) {
    const nowMs = probeNow();
    try {
      const value = findNumber(text, this.#options.path);
      if (this.samples.length >= MOST_VALUES) throw new Error(`more than ${MOST_VALUES} messages came`);
      this.samples.push({ askedMs: nowMs, atMs: nowMs, value });
      this.#tell();
    } catch (thrown) {
      this.problem = `a message: ${messageOf(thrown)}`;
    }
  }
  async #openAgain(reason) {
    this.#link = void 0;
    if (this.#stopped.signal.aborted) return;
    this.lostMs.push(probeNow());
    this.problem = reason;
    await pause(Math.max(LEAST_WAIT_MS, this.#options.everyMs), this.#stopped.signal);
    this.start();
  }
  #tell() {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
};

// src/probe/open-row-probe.ts
var COMMAND_TIMEOUT_MS = 1e4;
var PATIENCE_MS = 1e4;
function openRowProbe(row, { line, cwd, env }) {
  const { everyMs } = row;
  switch (row.kind) {
    case "promql":
      return void 0;
    case "json":
      return new Poller(async (signal) => findNumber(await ask(line, row.request, signal), row.path), everyMs);
    case "metrics":
      return new Poller(async (signal) => findMetric(await ask(line, row.request, signal), row.selector), everyMs);
    case "command":
      return new Poller((signal) => runCommand(row.argv, { cwd, env, timeoutMs: COMMAND_TIMEOUT_MS }, signal), everyMs);
    case "ws":
      return new SocketProbe({ line, request: row.request, path: row.path, everyMs, patienceMs: Math.max(3 * everyMs, PATIENCE_MS) });
  }
}
async function ask(line, request, signal) {
  const { status, text } = await line.ask(request, void 0, signal);
  if (status < 200 || status > 299) throw new Error(`it answered ${status}`);
  return text;
}

// src/probe/list-selectors.ts
var TOKEN = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#[^\n]*|((?<![\w:.])[A-Za-z_:][\w:]*)?\s*(\{(?:[^{}"'`]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)*\})|(?<![\w:.])[A-Za-z_:][\w:]*(?!\s*\(|[\w:])/g;
var WORDS = new Set("and or unless by without on ignoring group_left group_right offset bool inf nan start end atan2".split(" "));
var MOST = 8;
function listSelectors(expression) {
  const found = /* @__PURE__ */ new Set();
  for (const [text, name = "", labels] of expression.matchAll(TOKEN)) {
    if (/^["'`#]/.test(text)) continue;
    const selector = labels === void 0 ? text.trim() : `${name}${labels}`;
    if (!WORDS.has(selector.toLowerCase()) && selector !== "{}") found.add(selector);
  }
  return [...found].slice(0, MOST);
}

// src/probe/range-reader.ts
var MOST_WAIT_MS = 75e3;
var RangeReader = class {
  #expression;
  #selectors;
  #options;
  lost = 0;
  problem;
  constructor(expression, options) {
    this.#expression = expression;
    this.#selectors = listSelectors(expression);
    this.#options = options;
  }
  /** Values from `fromMs` to `toMs` of the run; none, with a problem, where it cannot be read. */
  async read(fromMs, toMs, stepMs) {
    const { originMs, signal, prometheus } = this.#options;
    const range = { fromMs: fromMs + originMs, toMs: toMs + originMs, stepMs };
    const asked = await askAgain(
      async () => ({ points: await prometheus.readRange(this.#expression, range, signal), scrapes: await this.#readScrapes(range) }),
      signal
    );
    this.lost += asked.problems.length;
    this.problem = asked.problems.at(-1) ?? this.problem;
    if (!asked.ok) return [];
    const { points, scrapes } = asked.value;
    if (points.length === 0) this.problem = "Prometheus has no value of it then";
    return points.map(({ atMs, value }) => {
      const scrapedMs = scrapes.get(Math.round(atMs));
      return { atMs: atMs - originMs, value, asOfMs: (scrapedMs ?? atMs) - originMs };
    });
  }
  /**
   * Waits until a scrape that began after `atMs` has been seen, so that all before it are there; at most a bit longer than a minute. An expression that reads nothing, or of
   * which nothing is known, is not waited for.
   */
  async awaitScrape(atMs, stepMs) {
    const { originMs, signal, now } = this.#options;
    const deadlineMs = now() + MOST_WAIT_MS;
    while (this.#selectors.length > 0 && now() < deadlineMs && !signal.aborted) {
      const nowMs = now() + originMs;
      const asked = await askAgain(() => this.#readScrapes({ fromMs: nowMs, toMs: nowMs, stepMs }), signal);
      const [newest] = asked.ok ? asked.value.values() : [];
      if (newest === void 0 || newest - originMs >= atMs) return;
      await pause(Math.min(1e3, stepMs), signal);
    }
  }
  /** By moment, the oldest of the scrapes that the expression is made of. What is asked of words that are no metric has no answer, or is refused. */
  async #readScrapes(range) {
    const { prometheus, signal } = this.#options;
    const oldest = /* @__PURE__ */ new Map();
    const asked = this.#selectors.map((selector) => prometheus.readRange(`min(timestamp(${selector}))`, range, signal));
    const answers = await Promise.all(asked.map((answer) => answer.catch(refuseOnly)));
    for (const { atMs, value } of answers.flat()) {
      const key = Math.round(atMs);
      oldest.set(key, Math.min(oldest.get(key) ?? Number.POSITIVE_INFINITY, value * 1e3));
    }
    return oldest;
  }
};
function refuseOnly(thrown) {
  if (thrown instanceof QueryRefused) return [];
  throw thrown;
}

// src/probe/watch-server.ts
var CHECK_MS = 50;
var END_ATTEMPTS = 3;
var ServerWatch = class {
  #program;
  #ports;
  #probes;
  constructor(program, ports) {
    this.#program = program;
    this.#ports = ports;
    this.#probes = new Map(
      program.rows.flatMap((row) => {
        const probe = openRowProbe(row, ports);
        return probe ? [[row, probe]] : [];
      })
    );
  }
  /** Begins to ask; what cannot be reached at all is told early. */
  start() {
    for (const [row, probe] of this.#probes) {
      void this.#tellFirst(row, probe);
      probe.start();
    }
  }
  async #tellFirst(row, probe) {
    await probe.refresh();
    if (probe.samples.length > 0 || probe.problem === void 0) return;
    this.#ports.onNote(this.#ports.mask(`server ${row.name}: no value yet: ${probe.problem}`));
  }
  /** Stays until values are back to normal or their time is up, and answers what came of each row. */
  async finish(watched) {
    const { run } = watched;
    try {
      const readings = await Promise.all(this.#program.rows.map((row) => this.#conclude(row, watched)));
      return readings.map((reading) => summarizeServer(reading, run.phases));
    } finally {
      await this.close();
    }
  }
  /** Ends everything that is still open. */
  async close() {
    await Promise.all([...this.#probes.values()].map((probe) => probe.stop()));
    this.#ports.line.close();
  }
  async #conclude(row, watched) {
    const { mask } = this.#ports;
    const probe = this.#probes.get(row);
    const read = probe ? await this.#concludeProbe(row, probe, watched) : await this.#concludeRange(row, watched);
    const { name, unit, recovers, wantsEnd } = row;
    const problem = read.problem === void 0 ? void 0 : shorten(mask(read.problem));
    const own = { name, unit, recovers, wantsEnd, source: mask(row.shown), patience: patienceOf(row) };
    return { ...own, ...read, problem, watchedUntilMs: nowOf(watched) };
  }
  async #concludeProbe(row, probe, watched) {
    const endMs = endOfLoad(watched.run.phases);
    const collect = () => probe.samples.map(({ askedMs, atMs, value }) => ({ asOfMs: askedMs - watched.originMs, atMs: atMs - watched.originMs, value }));
    if (endMs !== void 0 && isWhole(watched)) {
      if (row.wantsEnd || row.recovers) await this.#awaitEnd(row, probe, watched);
      if (row.recovers) await this.#awaitRecovery(row, watched, () => Promise.resolve(collect()));
    }
    await probe.stop();
    const lostMs = probe.lostMs.map((atMs) => atMs - watched.originMs);
    return { samples: collect(), lost: lostMs.length, lostMs, problem: probe.problem };
  }
  /** Until there is a value from after the load; a moment of trouble must not cost the run its promises. */
  async #awaitEnd({ everyMs }, probe, { signal }) {
    const [beganMs, had] = [probeNow(), probe.samples.length];
    for (let attempt = 1; attempt <= END_ATTEMPTS && !signal.aborted; attempt++) {
      await orAborted(probe.refresh(), signal);
      if (probe.samples.slice(had).some(({ askedMs }) => askedMs >= beganMs)) return;
      await pause(attempt < END_ATTEMPTS ? Math.min(everyMs, 1e3) : 0, signal);
    }
  }
  /** PromQL is asked when all is over: Prometheus has kept what there was. */
  async #concludeRange(row, watched) {
    const { prometheus } = this.#program;
    const { run, signal } = watched;
    const [fromMs, endMs] = [firstJudgedMs(run.phases), endOfLoad(run.phases)];
    const nothing = { samples: [], lost: 0, lostMs: [], problem: void 0 };
    if (row.kind !== "promql" || !prometheus) return { ...nothing, problem: "nobody said where Prometheus is" };
    if (fromMs === void 0 || endMs === void 0 || signal.aborted) return nothing;
    const client = new Prometheus(this.#ports.line, prometheus);
    const lead = await askAgain(() => client.readClockLead(signal), signal);
    if (!lead.ok) return { ...nothing, lost: lead.problems.length, problem: lead.problems.at(-1) };
    const originMs = Date.parse(run.startedAt) + lead.value;
    const reader = new RangeReader(row.query, { prometheus: client, originMs, signal, now: () => nowOf(watched) });
    await reader.awaitScrape(endMs, row.everyMs);
    if (isWhole(watched)) await this.#awaitRecovery(row, watched, () => reader.read(endMs, nowOf(watched), row.everyMs));
    const samples = await reader.read(fromMs, nowOf(watched), row.everyMs);
    return { ...nothing, samples, lost: reader.lost, problem: reader.problem };
  }
  /** Until the value is back, or the time for it is up. */
  async #awaitRecovery(row, watched, read) {
    const { recovers } = row;
    const endMs = endOfLoad(watched.run.phases);
    if (!recovers || endMs === void 0) return;
    const isBack = (values) => values.some(({ asOfMs, value }) => asOfMs >= endMs && Number.isFinite(value) && holds(value, recovers.comparison, recovers.to));
    const deadlineMs = endMs + recovers.withinMs;
    let isTold = false;
    while (!watched.signal.aborted) {
      const askedMs = nowOf(watched);
      if (isBack(await read()) || askedMs > deadlineMs + GRACE_MS) return;
      if (!isTold)
        this.#ports.onNote(`server ${row.name}: waiting until it is back to normal, for at most ${Math.ceil(recovers.withinMs / 1e3)} s`);
      isTold = true;
      await pause(row.kind === "promql" ? row.everyMs : CHECK_MS, watched.signal);
    }
  }
};
var GRACE_MS = 200;
var MOST_TOLD2 = 300;
function shorten(text) {
  return text.length > MOST_TOLD2 ? `${text.slice(0, MOST_TOLD2)} …` : text;
}
function nowOf({ originMs }) {
  return probeNow() - originMs;
}
function isWhole({ run, signal }) {
  return run.ending.state === "complete" && !signal.aborted;
}
function firstJudgedMs(phases) {
  return phases.find(({ plan, startMs }) => !plan.warmup && plan.model !== "pause" && startMs !== void 0)?.startMs;
}
var LEAST_PATIENCE_MS = 1e4;
var SCRAPE_PATIENCE_MS = 6e4;
function patienceOf({ kind, everyMs }) {
  const own = Math.max(3 * everyMs, LEAST_PATIENCE_MS);
  if (kind !== "promql") return { beforeMs: own, betweenMs: own, afterMs: own };
  const scrape = Math.max(own, SCRAPE_PATIENCE_MS);
  return { beforeMs: scrape, betweenMs: scrape, afterMs: own };
}
function orAborted(work, signal) {
  return Promise.race([
    work,
    new Promise((resolve) => signal.aborted ? resolve() : signal.addEventListener("abort", () => resolve(), { once: true }))
  ]);
}
export {
  ServerWatch
};
