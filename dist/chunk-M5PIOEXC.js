import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  STILL_RUNS
} from "./chunk-TYBVWMX6.js";
import {
  describeRun,
  summarizeUnbegun
} from "./chunk-3VIWAPV4.js";
import {
  RunCollector
} from "./chunk-SSNSFCKQ.js";
import "./chunk-Q6SUR2IB.js";
import "./chunk-EVO6VOKN.js";
import {
  DecodeProblem,
  count,
  decodeRequestCounts,
  list,
  map,
  nullable,
  number,
  object,
  tagged,
  text,
  truth,
  word
} from "./chunk-NE3VJX42.js";
import "./chunk-B3YCOJUD.js";
import "./chunk-V5SBQFRO.js";
import "./chunk-7GDODETR.js";
import {
  SPANS
} from "./chunk-36QIXGWF.js";
import "./chunk-6YJF3WAO.js";
import {
  withholdCredentials
} from "./chunk-IIID24TU.js";
import {
  isDistribution
} from "./chunk-QC36IMXK.js";
import {
  formatDuration
} from "./chunk-BRFOQZPS.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";
import {
  messageOf
} from "./chunk-WYDHRVNK.js";
import "./chunk-5PVW3TJC.js";

// src/engine/locust/run-locust.ts
import { hostname } from "node:os";

// src/engine/locust/build-start.ts
import { createServer } from "node:net";
var MASTER_PORT = "5557";
var BIND = ["LOCUST_MASTER_BIND_HOST", "LOCUST_MASTER_BIND_PORT"];
async function buildFlags(workers) {
  if (workers.kind === "expected") return ["--master", "--expect-workers", String(workers.count)];
  const [host, port] = ["127.0.0.1", String(await findPort())];
  const bind = ["--master-bind-host", host, "--master-bind-port", port];
  return ["--processes", String(workers.count), ...bind, "--master-host", host, "--master-port", port];
}
function buildEnvironment(env, workers, { secrets, host }) {
  const kept = /* @__PURE__ */ new Set([...secrets, ...workers.kind === "expected" ? BIND : []]);
  const own = Object.entries(withholdCredentials(env)).filter(([name]) => !name.startsWith("LOCUST_"));
  const given = [...kept].map((name) => [name, env[name]]);
  return { ...Object.fromEntries(own), ...Object.fromEntries(given), ...host !== void 0 && { LOCUST_HOST: host } };
}
function describeWorkers(count2, host, env, needsData) {
  const bound = env["LOCUST_MASTER_BIND_HOST"] ?? "*";
  const port = env["LOCUST_MASTER_BIND_PORT"] ?? MASTER_PORT;
  const address = bound === "*" || bound === "0.0.0.0" || bound === "" ? host : bound;
  const command = `${needsData ? "LOAD_GATE_DATA=FILE " : ""}locust -f - --worker --master-host ${address} --master-port ${port}`;
  const from = needsData ? "load-gate export locust --data FILE writes the rows with secrets there, and prints what may stand after -f, too" : "or -f with the file that load-gate export locust prints";
  return `Waiting for ${count2 === 1 ? "a Locust worker" : `${count2} Locust workers`} on port ${port}. On each machine: ${command} (${from})`;
}
function findPort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

// src/engine/locust/explain-silence.ts
function explainSilence({ state, stateMs, quietMs, elapsedMs }, limits) {
  const { startMs, waitMs, silentMs, timeBoxMs, workers } = limits;
  switch (state) {
    case "starting":
      return stateMs < startMs ? void 0 : `Locust did not start within ${formatDuration(startMs)}`;
    case "waiting": {
      const limitMs = waitMs[workers.kind];
      const all = workers.count === 1 ? "the Locust worker did not come" : `the ${workers.count} Locust workers were not all there`;
      const advice = workers.kind === "expected" ? " (start what is missing by then, where it reaches the port of this machine)" : "";
      return stateMs < limitMs ? void 0 : `${all} within ${formatDuration(limitMs)}${advice}`;
    }
    case "running":
      if (elapsedMs >= 0 && quietMs >= silentMs) return `Locust has reported nothing for ${formatDuration(silentMs)}`;
      return elapsedMs > timeBoxMs + silentMs ? "Locust went on beyond the time box" : void 0;
    case "ended":
    case "settled":
      return void 0;
  }
}

// src/engine/locust/last-words.ts
var STAMP = /^\[[^\]]*\]\s*(?:[^\s/]+\/)?([A-Z]+)\/[\w.]+:\s*/;
var MOST_LINES = 5e3;
var LastWords = class {
  #words = "";
  #lines = 0;
  /** Takes a line; answers it as it may be kept, undefined when there were too many. `isWaiting`: even what it chats tells who is there. */
  hear(line, isWaiting) {
    const [stamp = "", level = ""] = STAMP.exec(line) ?? [];
    if (level !== "INFO" || isWaiting) this.#words = cleanText(line.slice(stamp.length), 300);
    return ++this.#lines > MOST_LINES ? void 0 : cleanText(line, 1e3);
  }
  /** A problem with what it said last, if it said anything. */
  blame(problem) {
    return this.#words === "" ? problem : `${problem}; its last words: ${this.#words}`;
  }
};

// src/engine/locust/locust-terms.ts
var LOCUST_TERMS = Object.freeze({
  startMs: 6e4,
  waitMs: { processes: 6e4, expected: 3e5 },
  silentMs: 15e3,
  graceMs: 2500
});

// src/engine/locust/decode-delta.ts
var MOST_REASONS = 100;
var MOST_STATUS = 600;
var MOST_PROTOCOLS = 20;
var MOST_SLOW = 50;
var LONGEST_TEXT = 300;
function below(limit) {
  return (value, path) => {
    const found = count(value, path);
    if (found >= limit) throw new DecodeProblem(`${path} must be below ${limit}`);
    return found;
  };
}
function fewKeys(most, key) {
  const each = map(count);
  return (value, path) => {
    const found = each(value, path);
    const keys = Object.keys(found);
    if (keys.length > most || !keys.every((name) => key.test(name)))
      throw new DecodeProblem(`${path} must have at most ${most} keys such as ${key.source}`);
    return found;
  };
}
var atLeastZero = (value, path) => {
  const found = number(value, path);
  if (found < 0) throw new DecodeProblem(`${path} must not be below 0`);
  return found;
};
var phrase = (value, path) => cleanText(text(value, path), LONGEST_TEXT);
var numbers = list(number);
var distribution = (value, path) => {
  const { count: samples, ...rest } = object({
    count,
    lowestUs: number,
    highestUs: number,
    sumUs: number,
    buckets: numbers,
    counts: numbers
  })(value, path);
  const found = { count: samples, ...rest };
  if (!isDistribution(found)) throw new DecodeProblem(`${path} must be a histogram that something can have measured`);
  return found;
};
var iterationBook = object({
  planned: count,
  started: count,
  dropped: count,
  missed: count,
  ok: count,
  failed: count,
  cut: count,
  interrupted: count
});
var failure = object({
  class: word("connect", "timeout", "tls", "reset", "protocol", "status", "check", "ws-close", "data", "dropped", "cut"),
  reason: phrase,
  count,
  sample: phrase,
  firstMs: atLeastZero,
  lastMs: atLeastZero
});
var socket = object({
  counts: object({ messagesIn: count, messagesOut: count, unmatched: count, late: count, duplicates: count }),
  open: count,
  most: count,
  fewest: count
});
var spans = (value, path) => {
  const found = map(distribution)(value, path);
  const stranger = Object.keys(found).find((name) => !SPANS.some((span) => span === name));
  if (stranger !== void 0) throw new DecodeProblem(`${path} must hold spans such as ${SPANS[0]}`);
  return found;
};
function once(decode, of) {
  return (value, path) => {
    const found = decode(value, path);
    if (new Set(found.map(of)).size < found.length) throw new DecodeProblem(`${path} must have each entry once`);
    return found;
  };
}
function decodeDelta({ phases, series }) {
  const cell = object({
    phase: below(phases),
    series: below(series),
    counts: decodeRequestCounts,
    status: fewKeys(MOST_STATUS, /^[1-9]\d\d$/),
    failures: list(failure, 0, MOST_REASONS),
    spans,
    bytesSent: count,
    bytesReceived: count,
    socket: nullable(socket)
  });
  const iterations = object({ phase: below(phases), book: iterationBook });
  return object({
    second: count,
    cells: once(list(cell, 0, phases * series), (one) => `${one.phase} ${one.series}`),
    iterations: once(list(iterations, 0, phases), (one) => String(one.phase)),
    scheduleLag: distribution,
    users: count,
    phase: below(phases + 1),
    clamped: count
  });
}
function decodeWorkerReport({ phases, series }) {
  const phase = object({ startUs: nullable(atLeastZero), endUs: nullable(atLeastZero), peakUsers: count });
  const listPhases = list(phase);
  const slow = object({
    series: below(series),
    atMs: atLeastZero,
    latencyUs: atLeastZero,
    traceId: nullable(phrase)
  });
  return object({
    requestsStarted: count,
    requests: decodeRequestCounts,
    iterations: iterationBook,
    sockets: object({ opened: count, ended: count }),
    phases: (value, path) => {
      const found = listPhases(value, path);
      if (found.length !== phases) throw new DecodeProblem(`${path} must have ${phases} entries`);
      return found;
    },
    eventLoopDelay: distribution,
    cpuRatio: nullable(atLeastZero),
    transport: object({
      connectionsOpened: count,
      requestsOnReusedConnections: count,
      protocols: fewKeys(MOST_PROTOCOLS, /^[a-z0-9./-]{1,20}$/)
    }),
    slowRequests: list(slow, 0, MOST_SLOW)
  });
}

// src/engine/locust/parse-report-line.ts
var LONGEST_ID = 200;
var MOST_WORKERS = 1e4;
var MOST_SECONDS = 1e5;
var LONGEST_LEAD_MS = 6e4;
var short = (value, path) => {
  const found = text(value, path);
  if (found.length > LONGEST_ID) throw new DecodeProblem(`${path} must have at most ${LONGEST_ID} characters`);
  return found;
};
function within(most) {
  return (value, path) => {
    const found = number(value, path);
    if (found < 0 || found > most) throw new DecodeProblem(`${path} must be from 0 to ${most}`);
    return found;
  };
}
function reportLineParser(shape) {
  const decode = tagged("kind", {
    hello: object({ kind: word("hello"), locust: short, python: short, plan: short }),
    begin: object({ kind: word("begin"), workers: list(short, 1, MOST_WORKERS), inMs: within(LONGEST_LEAD_MS) }),
    seconds: object({
      kind: word("seconds"),
      worker: count,
      plan: short,
      deltas: list(decodeDelta(shape), 0, MOST_SECONDS)
    }),
    report: object({
      kind: word("report"),
      worker: count,
      plan: short,
      report: decodeWorkerReport(shape),
      cpuSeconds: within(Number.MAX_SAFE_INTEGER),
      peakMemoryBytes: within(Number.MAX_SAFE_INTEGER)
    }),
    lost: object({ kind: word("lost"), id: short, worker: nullable(count), why: word("silent", "broke-down", "early") }),
    surplus: object({ kind: word("surplus"), id: short }),
    end: object({ kind: word("end"), complete: truth })
  });
  return (line) => {
    try {
      const value = JSON.parse(line);
      return { ok: true, line: decode(value, "line") };
    } catch (error) {
      if (error instanceof DecodeProblem) return { ok: false, problem: error.message };
      if (error instanceof SyntaxError) return { ok: false, problem: "it is no JSON" };
      return { ok: false, problem: messageOf(error) };
    }
  };
}

// src/engine/locust/start-locust.ts
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";

// src/engine/locust/split-lines.ts
import { StringDecoder } from "node:string_decoder";
function splitLines(stream, longest, onLine) {
  const decoder = new StringDecoder("utf8");
  let parts = [];
  let length = 0;
  let isTooLong = false;
  const tell = () => {
    const line = parts.join("").trim();
    if (!isTooLong && line !== "") onLine(line);
    parts = [];
    length = 0;
    isTooLong = false;
  };
  const take = (text2) => {
    if (isTooLong || text2 === "") return;
    length += text2.length;
    parts.push(text2);
    if (length <= longest) return;
    isTooLong = true;
    parts = [];
    onLine(void 0);
  };
  return new Promise((resolve) => {
    let isOver = false;
    const end = () => {
      if (isOver) return;
      isOver = true;
      take(decoder.end());
      tell();
      resolve();
    };
    stream.on("data", (chunk) => {
      const [first = "", ...rest] = decoder.write(chunk).split("\n");
      take(first);
      for (const text2 of rest) {
        tell();
        take(text2);
      }
    });
    stream.once("end", end).once("close", end).once("error", end);
  });
}

// src/engine/locust/start-locust.ts
var REPORT_FD = 3;
var DATA_FILE = "data.json";
var LONGEST_LINE = 64 * 1024 * 1024;
var LONGEST_LOG_LINE = 16 * 1024;
function startLocust(start) {
  const folder = mkdtempSync(join(tmpdir(), "load-gate-locust-"));
  const file = keepFile(folder, "locustfile.py", start.text);
  const [program, ...args] = start.locust.command;
  const child = spawn(program, [...args, "-f", file, "--headless", "--only-summary", ...start.flags], {
    cwd: folder,
    env: {
      ...start.env,
      LOAD_GATE_REPORT_FD: String(REPORT_FD),
      ...start.data !== void 0 && { LOAD_GATE_DATA: keepFile(folder, DATA_FILE, start.data) },
      PYTHONUTF8: "1",
      PYTHONUNBUFFERED: "1",
      PYTHONDONTWRITEBYTECODE: "1"
    },
    shell: false,
    detached: true,
    stdio: ["ignore", "ignore", "pipe", "pipe"]
  });
  const close = () => {
    process.off("exit", close);
    killGroup(child);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", close);
  listen(child, start);
  return {
    signal: (name) => void child.kill(name),
    dropData: () => rmSync(join(folder, DATA_FILE), { force: true }),
    close
  };
}
function keepFile(folder, name, text2) {
  const path = join(folder, name);
  writeFileSync(path, text2, { mode: 384, flag: "wx" });
  return path;
}
function listen(child, { onLine, onLog, onExit }) {
  let isOver = false;
  const exit = (how) => {
    if (isOver) return;
    isOver = true;
    onExit(how);
  };
  child.on("error", (error) => exit(`could not be started: ${"code" in error ? String(error.code) : error.message}`));
  const [, , log, reports] = child.stdio;
  if (log instanceof Readable) void splitLines(log, LONGEST_LOG_LINE, (line) => line !== void 0 && onLog(line));
  if (!(reports instanceof Readable)) return;
  const told = splitLines(reports, LONGEST_LINE, onLine);
  child.on("exit", (code, signal) => {
    const how = `ended with ${code === null ? String(signal) : `exit code ${code}`}`;
    void Promise.race([told, new Promise((resolve) => setTimeout(resolve, LAST_WORDS_MS))]).then(() => exit(how));
  });
}
var LAST_WORDS_MS = 1e3;
function killGroup(child) {
  const { pid } = child;
  if (pid === void 0) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
  }
}

// src/engine/locust/worker-book.ts
var EARLY_MS = 2e3;
var WorkerBook = class {
  #plan;
  #count;
  #workers = [];
  #cpuSeconds = 0;
  #memoryBytes = 0;
  /** `plan` is the hash of the locustfile, `count` how many workers there are to be. */
  constructor(plan, count2) {
    this.#plan = plan;
    this.#count = count2;
  }
  /** The workers that make the burst. Undefined: they are as many as they are to be. */
  begin({ workers }) {
    if (this.#workers.length > 0) return "Locust began twice";
    if (workers.length !== this.#count || new Set(workers).size !== workers.length)
      return `Locust began with ${workers.length} workers in place of ${this.#count}`;
    this.#workers = workers.map((id) => ({ id, nextSecond: 0, heardMs: 0, hasReported: false }));
    return void 0;
  }
  /** The seconds of a worker that may be added; `problem` says why no more of them. `atMs`: since the start of the burst. */
  admit(line, atMs) {
    const refused = this.#refuse(line);
    const worker = this.#workers[line.worker];
    if (refused !== void 0 || !worker) return { deltas: [], problem: refused ?? "Locust handed in a second before it began" };
    worker.heardMs = atMs;
    for (const [place, { second }] of line.deltas.entries()) {
      const problem = this.#explainSecond(line.worker, second, atMs);
      if (problem !== void 0) return { deltas: line.deltas.slice(0, place), problem };
      worker.nextSecond = second + 1;
    }
    return { deltas: line.deltas, problem: void 0 };
  }
  /** A worker is done. Undefined: its report counts. */
  close(line, atMs) {
    const refused = this.#refuse(line);
    const worker = this.#workers[line.worker];
    if (refused !== void 0 || !worker) return refused ?? "Locust handed in a report before it began";
    worker.heardMs = atMs;
    worker.hasReported = true;
    this.#cpuSeconds += line.cpuSeconds;
    this.#memoryBytes += line.peakMemoryBytes;
    return void 0;
  }
  /** What the workers that have reported say that they have used. */
  get usage() {
    return { cpuSeconds: this.#cpuSeconds, memoryBytes: this.#memoryBytes };
  }
  /** When the last worker has reported, ms since the start of the burst; undefined: one has not yet. */
  get closedMs() {
    const isClosed = this.#workers.length > 0 && this.#workers.every(({ hasReported }) => hasReported);
    return isClosed ? Math.max(...this.#workers.map(({ heardMs }) => heardMs)) : void 0;
  }
  /** A worker that is lost. */
  describeLost({ id, worker, why }, atMs) {
    const name = worker !== void 0 && this.#workers[worker] ? this.#name(worker) : `worker ${showId(id)}`;
    const after = `after ${Math.max(0, Math.round(atMs / 1e3))} s`;
    switch (why) {
      case "silent":
        return `${name} was lost ${after}: Locust does not hear from it any more`;
      case "broke-down":
        return `${name} ended ${after} without its part of the plan: it broke down, or was stopped alone`;
      case "early":
        return `${name} reported ${after}, before the plan was over`;
    }
  }
  /** A worker too many. */
  describeSurplus({ id }) {
    return `a worker more than the ${this.#count} that were expected came: ${showId(id)}`;
  }
  /** The worker that has been silent for too long; undefined: none. */
  describeSilent(nowMs, silentMs) {
    const place = this.#workers.findIndex(({ heardMs, hasReported }) => !hasReported && nowMs - heardMs >= silentMs);
    return place < 0 ? void 0 : `${this.#name(place)} has handed in nothing for ${silentMs / 1e3} s`;
  }
  /** The workers without a report; undefined: all have reported. */
  describeMissing() {
    const missing = this.#workers.flatMap(({ hasReported }, place) => hasReported ? [] : [this.#name(place)]);
    return missing.length === 0 ? void 0 : `${missing.join(", ")} did not report`;
  }
  #refuse({ worker, plan }) {
    if (this.#workers.length === 0) return void 0;
    const known = this.#workers[worker];
    if (!known) return `Locust speaks of a worker ${worker + 1}, and there are ${this.#count}`;
    if (plan !== this.#plan)
      return `${this.#name(worker)} follows another plan: its file is not the one of this run (load-gate export locust prints it)`;
    return known.hasReported ? `${this.#name(worker)} went on after its report` : void 0;
  }
  #explainSecond(place, second, atMs) {
    const expected = this.#workers[place]?.nextSecond ?? 0;
    if (second < expected) return `${this.#name(place)} handed in second ${second} twice`;
    if (second > expected) return `${this.#name(place)} skipped second ${expected}`;
    return second * 1e3 > atMs + EARLY_MS ? `${this.#name(place)} handed in second ${second} before its time` : void 0;
  }
  #name(place) {
    return `worker ${place + 1} of ${this.#count} (${showId(this.#workers[place]?.id ?? "")})`;
  }
};
function showId(id) {
  return cleanText(id.replace(/_([0-9a-f]{6})[0-9a-f]{26}$/, " $1"), 60);
}

// src/engine/locust/run-locust.ts
var WATCH_MS = 250;
function runLocust(plan, options, terms = LOCUST_TERMS) {
  return new LocustBurst(plan, options, terms);
}
var LocustBurst = class {
  collector;
  done;
  levelChanges = [];
  #plan;
  #options;
  #terms;
  #book;
  #parse;
  #cpuAtStart = process.cpuUsage();
  #identity;
  #locust;
  #heardMs = performance.now();
  #state = "starting";
  #sinceMs = performance.now();
  #originMs;
  #startedAt = "";
  #ending = { state: "complete" };
  #bytes = 0;
  #ownMemoryBytes = 0;
  #words = new LastWords();
  #watchdog;
  #ladder;
  #resolve = () => void 0;
  #reject = () => void 0;
  constructor(plan, options, terms) {
    this.#plan = plan;
    this.#options = options;
    this.#terms = terms;
    const { phases, series, workers } = plan;
    this.collector = new RunCollector(phases, series, workers);
    this.#book = new WorkerBook(options.file.hash, workers);
    this.#parse = reportLineParser({ phases: phases.length, series: series.length });
    const { environment, scenarioHash, version, locust } = options;
    this.#identity = { environment, scenarioHash, version, engine: { kind: "locust", version: locust.version, python: locust.python } };
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#watchdog = setInterval(() => this.#watch(), Math.min(WATCH_MS, terms.silentMs));
    void this.#start();
  }
  elapsedMs() {
    return this.#originMs === void 0 ? -1 : performance.now() - this.#originMs;
  }
  stop(reason) {
    this.#end({ state: "cut-short", reason });
  }
  setLevel() {
    return false;
  }
  summarize() {
    return this.#originMs === void 0 ? this.#summarizeUnbegun(STILL_RUNS) : this.#summarize({ state: "cut-short", reason: STILL_RUNS });
  }
  #enter(state) {
    this.#state = state;
    this.#sinceMs = performance.now();
  }
  async #start() {
    const { locust, file, workers, env } = this.#options;
    try {
      const flags = await buildFlags(workers);
      if (this.#ending.state !== "complete") return this.#settle();
      this.#locust = startLocust({
        locust,
        text: file.text,
        // Those of other machines have their own.
        data: workers.kind === "processes" ? file.data : void 0,
        flags,
        env: buildEnvironment(env, workers, file),
        onLine: (line) => this.#hear(line),
        onLog: (line) => this.#log(line),
        onExit: (how) => this.#exited(how)
      });
    } catch (error) {
      this.#fail(error);
    }
  }
  #log(line) {
    const kept = this.#words.hear(line, this.#state === "waiting");
    if (kept !== void 0) this.#options.onLog(kept);
  }
  #hear(text2) {
    if (this.#state === "settled") return;
    this.#heardMs = performance.now();
    const parsed = text2 === void 0 ? { ok: false, problem: "the line is too long" } : this.#parse(text2);
    if (!parsed.ok) this.stop(`Locust reported what cannot be: ${parsed.problem}`);
    else this.#take(parsed.line);
  }
  #take(line) {
    switch (line.kind) {
      case "hello":
        return this.#greet(line);
      case "begin":
        return this.#begin(line);
      case "seconds":
        return this.#addSeconds(line);
      case "report":
        return this.#addReport(line);
      case "lost":
        return this.#lose(line);
      case "surplus":
        return this.stop(this.#book.describeSurplus(line));
      case "end":
        return this.#conclude(line);
    }
  }
  #greet({ plan, locust, python }) {
    if (this.#state !== "starting" || plan !== this.#options.file.hash) return this.stop("Locust did not begin with the file of this run");
    this.#enter("waiting");
    this.#locust?.dropData();
    this.#identity = { ...this.#identity, engine: { kind: "locust", version: locust, python } };
    const { workers, env, file, onNote } = this.#options;
    if (workers.kind === "expected") onNote(describeWorkers(workers.count, hostname(), env, file.data !== void 0));
  }
  #begin(line) {
    const problem = this.#state === "waiting" ? this.#book.begin(line) : "Locust began out of turn";
    if (problem !== void 0) return this.stop(problem);
    if (this.#ending.state !== "complete") return;
    this.#enter("running");
    this.#originMs = performance.now() + line.inMs;
    this.#startedAt = new Date(Date.now() + line.inMs).toISOString();
  }
  /** Before the burst a worker may come and go. */
  #lose(line) {
    if (this.#originMs !== void 0) this.stop(this.#book.describeLost(line, this.elapsedMs()));
  }
  #addSeconds(line) {
    const { deltas, problem } = this.#book.admit(line, this.elapsedMs());
    for (const delta of deltas) this.#addDelta(delta);
    if (problem !== void 0) this.stop(problem);
  }
  #addDelta(delta) {
    for (const { bytesSent, bytesReceived } of delta.cells) this.#bytes += bytesSent + bytesReceived;
    const closed = this.collector.addDelta(delta);
    if (closed && this.#state === "running") this.#tellSecond(closed);
    if (this.#bytes > this.#plan.program.maxBytes) this.stop("the cap on bytes was reached; raise it with --max-bytes");
  }
  /** Closed: what throws in there is a bug, and ends the burst as one. */
  #tellSecond(second) {
    try {
      const reason = this.#options.onSecond(second, this);
      if (reason !== void 0) this.#end({ state: "aborted", reason });
    } catch (error) {
      this.#fail(error);
    }
  }
  #addReport(line) {
    const problem = this.#book.close(line, this.elapsedMs());
    if (problem !== void 0) this.stop(problem);
    else this.collector.addReport(line.report);
  }
  /** Locust has said all; its processes may take a moment to end. */
  #conclude({ complete }) {
    const missing = this.#state === "running" ? this.#book.describeMissing() : "Locust ended before it began";
    if (missing !== void 0) return this.stop(missing);
    if (!complete) this.#note({ state: "cut-short", reason: "Locust was stopped from outside before the burst was over" });
    this.#enter("ended");
    clearTimeout(this.#ladder);
    this.#ladder = setTimeout(() => this.#settle(), this.#terms.graceMs);
  }
  #exited(how) {
    if (this.#state === "settled") return;
    if (this.#state !== "ended") this.#note({ state: "cut-short", reason: this.#words.blame(`Locust ${how} before the burst was over`) });
    this.#settle();
  }
  #end(ending) {
    if (this.#note(ending)) this.#descend(this.#originMs === void 0 ? "SIGTERM" : "SIGINT");
  }
  /** The first reason counts. */
  #note(ending) {
    if (this.#ending.state !== "complete" || this.#state === "settled") return false;
    this.#ending = ending;
    return true;
  }
  /** A word that it is to end and hand in what it has, a second one, and then its end. */
  #descend(first) {
    if (!this.#locust) return;
    this.#locust.signal(first);
    const { graceMs } = this.#terms;
    clearTimeout(this.#ladder);
    this.#ladder = setTimeout(() => {
      this.#locust?.signal("SIGTERM");
      this.#ladder = setTimeout(() => this.#settle(), graceMs / 2);
    }, graceMs);
  }
  #watch() {
    this.#ownMemoryBytes = Math.max(this.#ownMemoryBytes, process.memoryUsage.rss());
    if (this.#ending.state !== "complete") return;
    const now = performance.now();
    const known = { state: this.#state, stateMs: now - this.#sinceMs, quietMs: now - this.#heardMs, elapsedMs: this.elapsedMs() };
    const limits = { ...this.#terms, workers: this.#options.workers, timeBoxMs: this.#plan.timeBoxMs };
    const problem = explainSilence(known, limits) ?? this.#explainSilentWorker();
    if (problem !== void 0) this.stop(this.#words.blame(problem));
  }
  #explainSilentWorker() {
    return this.#state === "running" ? this.#book.describeSilent(this.elapsedMs(), this.#terms.silentMs) : void 0;
  }
  #fail(error) {
    this.#close();
    this.#reject(error);
  }
  #settle() {
    if (this.#state === "settled") return;
    this.#close();
    const reason = this.#ending.state === "complete" ? "Locust never began" : this.#ending.reason;
    this.#resolve([this.#originMs === void 0 ? this.#summarizeUnbegun(reason) : this.#summarize(this.#ending)]);
  }
  #close() {
    this.#enter("settled");
    clearInterval(this.#watchdog);
    clearTimeout(this.#ladder);
    this.#locust?.close();
  }
  #summarizeUnbegun(reason) {
    const [at, peakMemoryBytes] = [(/* @__PURE__ */ new Date()).toISOString(), process.memoryUsage.rss()];
    return summarizeUnbegun(this.#plan, this.#identity, { reason, at, peakMemoryBytes });
  }
  #summarize(ending) {
    const [cpu, workers] = [process.cpuUsage(this.#cpuAtStart), this.#book.usage];
    const frame = {
      ...describeRun(this.#plan, this.#identity),
      startedAt: this.#startedAt,
      durationMs: Math.max(0, this.#book.closedMs ?? this.elapsedMs()),
      ending,
      levelChanges: [],
      processCpuSeconds: workers.cpuSeconds + (cpu.user + cpu.system) / 1e6,
      peakMemoryBytes: workers.memoryBytes + Math.max(this.#ownMemoryBytes, process.memoryUsage.rss())
    };
    return this.#state === "settled" ? this.collector.summarize(frame) : this.collector.summarizeSoFar(frame);
  }
};
export {
  runLocust
};
