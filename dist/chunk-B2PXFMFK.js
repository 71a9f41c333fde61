import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readEnvironment
} from "./chunk-JIVYM3YW.js";
import {
  STILL_RUNS
} from "./chunk-TYBVWMX6.js";
import {
  explainLate
} from "./chunk-PKM3PKZK.js";
import {
  traceLevels
} from "./chunk-Q7GH57CB.js";
import {
  describeRun,
  summarizeUnbegun
} from "./chunk-3VIWAPV4.js";
import {
  RunCollector,
  planTimes
} from "./chunk-SSNSFCKQ.js";
import "./chunk-Q6SUR2IB.js";
import "./chunk-EVO6VOKN.js";
import {
  EMBEDDED_ENGINE
} from "./chunk-B3YCOJUD.js";
import {
  readProxyEnvironment
} from "./chunk-JJHWQA64.js";
import {
  levelAtMs
} from "./chunk-NSEIX5CG.js";
import {
  shareOfWorker
} from "./chunk-V5SBQFRO.js";
import "./chunk-7GDODETR.js";
import "./chunk-36QIXGWF.js";
import "./chunk-6YJF3WAO.js";
import "./chunk-QC36IMXK.js";
import "./chunk-BRFOQZPS.js";
import {
  GateError,
  messageOf
} from "./chunk-WYDHRVNK.js";
import "./chunk-5PVW3TJC.js";

// src/load/build-worker-start.ts
import { randomBytes } from "node:crypto";
function buildWorkerStart(plans, env) {
  const [{ seed, shard, timeBoxMs, workers, program }] = plans;
  const rowCounters = plans.map((plan) => new SharedArrayBuffer(4 * Math.max(1, plan.program.data.length)));
  const proxies = readProxyEnvironment(env);
  return (index) => {
    const place = { shard, worker: { index, count: workers } };
    return {
      seed,
      place,
      timeBoxMs,
      proxies,
      maxBytes: program.maxBytes / shard.count / workers / plans.length,
      sides: plans.map((plan, side) => ({
        program: { ...plan.program, connections: shareConnections(plan.program.connections, place) },
        phases: plan.phases,
        streams: plan.streams ?? plan.phases.map((_, phase) => phase),
        series: plan.series,
        rowCounters: rowCounters[side],
        tracePrefix: randomBytes(8).toString("hex")
      }))
    };
  };
}
function shareConnections(settings, place) {
  return settings.map((one) => {
    if (one.limit === void 0) return one;
    return { ...one, limit: Math.max(1, shareOfWorker(one.limit, place)) };
  });
}

// src/load/level-book.ts
var LEAST_LEFT_MS = 250;
var MOST_CHANGES = 1e3;
var LevelBook = class {
  #plan;
  /** As far as they are known. */
  #startsMs;
  #changes = [];
  constructor(plan) {
    this.#plan = plan;
    this.#startsMs = planTimes(plan.phases).map(({ startMs }) => startMs);
  }
  /** Ascending. */
  get changes() {
    return this.#changes;
  }
  /** Fixed work is done, and the phase after it begins: the times of the phases from it on are known. */
  beginPhase(place, startMs) {
    const times = planTimes(this.#plan.phases.slice(place));
    for (const [index, time] of times.entries()) this.#startsMs[place + index] = startMs + time.startMs;
  }
  /** Notes the change, if the phase runs at that time; `as-it-is`: the users are there already, or on their way at that pace. */
  set(wanted, atMs) {
    const { users, spawnRatePerSec, phase } = wanted;
    const plan = this.#plan.phases[phase];
    const startMs = this.#startsMs[phase];
    if (plan?.model !== "closed" || startMs === void 0 || this.#changes.length >= MOST_CHANGES) return "refused";
    if (!(atMs >= startMs && atMs <= startMs + plan.durationMs - LEAST_LEFT_MS)) return "refused";
    if (atMs <= (this.#changes.at(-1)?.atMs ?? -1)) return "refused";
    if (!Number.isInteger(users) || users < 0 || users > this.#plan.program.maxUsers) return "refused";
    if (!Number.isFinite(spawnRatePerSec) || spawnRatePerSec <= 0) return "refused";
    const stretch = traceLevels(this.#timePhases(), this.#changes).findLast((each) => each.phase === phase && each.startMs <= atMs);
    if (!stretch) return "refused";
    const fromUsers = levelAtMs(stretch.curve, atMs - stretch.startMs);
    if (stretch.curve.users === users && fromUsers === users) return "as-it-is";
    const change = { atMs, phase, fromUsers, users, spawnRatePerSec };
    this.#changes.push(change);
    return change;
  }
  #timePhases() {
    return this.#plan.phases.map((plan, place) => {
      const startMs = this.#startsMs[place];
      return { plan, startMs, endMs: startMs === void 0 ? void 0 : startMs + plan.durationMs };
    });
  }
};

// src/load/worker-threads.ts
import { Worker } from "node:worker_threads";
var WORKER_TERMS = {
  entry: new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url),
  silentMs: 15e3
};
var WorkerThreads = class {
  #threads;
  #terms;
  #listener;
  #isClosed = false;
  /** Starts one for each of `starts`. */
  constructor(starts, terms, listener) {
    this.#terms = terms;
    this.#listener = listener;
    this.#threads = starts.map((start, index) => this.#start(start, index));
  }
  /** Whether each is done or lost. */
  get areOver() {
    return this.#threads.every(({ isOver }) => isOver);
  }
  tellAll(message) {
    for (const { worker } of this.#threads) worker.postMessage(message);
  }
  /** Loses those that have been silent for too long. */
  loseSilent() {
    const { silentMs } = this.#terms;
    for (const [index, thread] of this.#threads.entries()) {
      if (thread.isOver || performance.now() - thread.heardMs < silentMs) continue;
      this.#lose(index, thread, `it has been silent for ${silentMs / 1e3} s`);
      void thread.worker.terminate();
    }
  }
  /** Ends them all; none is lost any more. One that has reported closes its port and ends by itself; one that waits for a socket to close need not keep us. */
  close() {
    this.#isClosed = true;
    for (const { worker } of this.#threads) void worker.terminate();
  }
  #start(workerData, index) {
    const worker = new Worker(this.#terms.entry, { workerData, name: `load-${index}` });
    const thread = { worker, heardMs: performance.now(), isOver: false };
    worker.on("message", (message) => {
      thread.heardMs = performance.now();
      if (message.kind === "done") thread.isOver = true;
      this.#listener.onMessage(index, message);
    });
    worker.on("error", (error) => this.#lose(index, thread, messageOf(error)));
    worker.on("exit", () => this.#lose(index, thread, "it exited"));
    return thread;
  }
  #lose(index, thread, why) {
    if (thread.isOver || this.#isClosed) return;
    thread.isOver = true;
    this.#listener.onLost(index, why);
  }
};

// src/load/run-burst.ts
var LEAD_MS = 30;
var NEXT_PHASE_LEAD_US = 2e4;
var LEVEL_LEAD_US = 2e4;
var WATCH_MS = 1e3;
function runBurst(plans, options, terms = WORKER_TERMS) {
  return new BurstRun(plans, options, terms);
}
var BurstRun = class {
  collector;
  done;
  #plans;
  /** One for each plan. */
  #collectors;
  #options;
  #identity;
  #threads;
  #phaseDone = /* @__PURE__ */ new Map();
  #levels;
  #cpuAtStart = process.cpuUsage();
  #ready = 0;
  #originNs = 0n;
  #startedAt = "";
  #ending = { state: "complete" };
  #peakMemoryBytes = process.memoryUsage.rss();
  #watchdog;
  #settled = false;
  #resolve = () => void 0;
  #reject = () => void 0;
  constructor(plans, options, terms) {
    this.#plans = plans;
    this.#options = options;
    const { env, scenarioHash, version } = options;
    this.#identity = { environment: readEnvironment(env), scenarioHash, version, engine: EMBEDDED_ENGINE };
    const [plan] = plans;
    const { workers } = plan;
    this.#levels = new LevelBook(plan);
    this.#collectors = plans.map(({ phases, series }) => new RunCollector(phases, series, workers, plan.shard));
    this.collector = this.#collectors[0];
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    const buildStart = buildWorkerStart(plans, env);
    this.#threads = new WorkerThreads(
      Array.from({ length: workers }, (_, index) => buildStart(index)),
      terms,
      {
        onMessage: (index, message) => this.#hear(index, message),
        onLost: (index, why) => this.#lose(index, why)
      }
    );
    this.#watchdog = setInterval(() => this.#watch(), Math.min(WATCH_MS, terms.silentMs));
  }
  elapsedMs() {
    return this.#originNs === 0n ? -1 : Number(process.hrtime.bigint() - this.#originNs) / 1e6;
  }
  stop(reason) {
    this.#end({ state: "cut-short", reason });
  }
  get levelChanges() {
    return this.#levels.changes;
  }
  setLevel(level) {
    if (this.#originNs === 0n || this.#settled || this.#ending.state !== "complete") return false;
    const atUs = Math.ceil(this.elapsedMs() * 1e3) + LEVEL_LEAD_US;
    const change = this.#levels.set(level, atUs / 1e3);
    if (typeof change === "string") return change === "as-it-is";
    const { atMs: _, ...order } = change;
    this.#threads.tellAll({ kind: "set-level", ...order, atUs });
    return true;
  }
  summarize() {
    const [plan] = this.#plans;
    if (this.#originNs === 0n) return this.#summarizeUnbegun(plan, STILL_RUNS);
    const frame = this.#frame({ state: "cut-short", reason: STILL_RUNS });
    return this.collector.summarizeSoFar({ ...describeRun(plan, this.#identity), ...frame });
  }
  #hear(index, message) {
    switch (message.kind) {
      case "ready":
        if (++this.#ready === this.#plans[0].workers) this.#begin();
        break;
      case "delta": {
        const closed = this.#collectors[message.side]?.addDelta(message.delta);
        if (closed && message.side === 0 && !this.#settled) this.#tellSecond(closed);
        break;
      }
      case "phase-done":
        this.#phaseDoneBy(index, message.phase);
        break;
      case "over-cap":
        this.#end({ state: "cut-short", reason: "the cap on bytes was reached; raise it with --max-bytes" });
        break;
      case "done":
        for (const [side, report] of message.reports.entries()) this.#collectors[side]?.addReport(report);
        if (this.#threads.areOver) this.#settle();
        break;
    }
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
  #fail(error) {
    this.#settled = true;
    this.#close();
    this.#reject(error);
  }
  #begin() {
    if (this.#ending.state === "cut-short") return this.#refuse(this.#ending.reason);
    const nowMs = Date.now();
    const { startAtMs = nowMs + LEAD_MS } = this.#options;
    const leadMs = startAtMs - nowMs;
    if (leadMs < LEAD_MS) return this.#refuse(explainLate(LEAD_MS - leadMs));
    this.#originNs = process.hrtime.bigint() + BigInt(Math.round(leadMs * 1e6));
    this.#startedAt = new Date(startAtMs).toISOString();
    this.#threads.tellAll({ kind: "begin", originNs: this.#originNs });
  }
  #refuse(reason) {
    this.#settled = true;
    this.#close();
    this.#resolve(this.#describeEach((plan) => this.#summarizeUnbegun(plan, reason)));
  }
  #summarizeUnbegun(plan, reason) {
    const [at, peakMemoryBytes] = [(/* @__PURE__ */ new Date()).toISOString(), process.memoryUsage.rss()];
    return summarizeUnbegun(plan, this.#identity, { reason, at, peakMemoryBytes });
  }
  #phaseDoneBy(index, phase) {
    const done = this.#phaseDone.get(phase) ?? /* @__PURE__ */ new Set();
    done.add(index);
    this.#phaseDone.set(phase, done);
    if (done.size < this.#plans[0].workers) return;
    const startUs = this.elapsedMs() * 1e3 + NEXT_PHASE_LEAD_US;
    this.#levels.beginPhase(phase + 1, startUs / 1e3);
    this.#threads.tellAll({ kind: "begin-phase", phase: phase + 1, startUs });
  }
  #end(ending) {
    if (this.#ending.state !== "complete" || this.#settled) return;
    this.#ending = ending;
    if (this.#originNs !== 0n) this.#threads.tellAll({ kind: "stop" });
  }
  /** A worker that is gone before it reported takes its measurements with it: the run ends, and its books cannot balance (fail closed). */
  #lose(index, why) {
    if (this.#originNs === 0n) {
      this.#fail(
        new GateError("LOAD_GATE_WORKER_LOST", `load worker ${index} did not start: ${why}`, {
          hint: "this is a bug in load-gate, or the machine is out of memory"
        })
      );
      return;
    }
    this.#end({ state: "cut-short", reason: `load worker ${index} was lost: ${why}` });
    if (this.#threads.areOver) this.#settle();
  }
  #watch() {
    this.#peakMemoryBytes = Math.max(this.#peakMemoryBytes, process.memoryUsage.rss());
    this.#threads.loseSilent();
  }
  #settle() {
    if (this.#settled) return;
    this.#settled = true;
    this.#close();
    const frame = this.#frame(this.#ending);
    this.#resolve(this.#describeEach((plan, collector) => collector.summarize({ ...describeRun(plan, this.#identity), ...frame })));
  }
  #frame(ending) {
    const cpu = process.cpuUsage(this.#cpuAtStart);
    return {
      startedAt: this.#startedAt,
      durationMs: Math.max(0, this.elapsedMs()),
      ending,
      levelChanges: [...this.#levels.changes],
      processCpuSeconds: (cpu.user + cpu.system) / 1e6,
      peakMemoryBytes: Math.max(this.#peakMemoryBytes, process.memoryUsage.rss())
    };
  }
  #describeEach(describe) {
    const [first, ...others] = this.#plans;
    return [describe(first, this.collector), ...others.map((plan, index) => describe(plan, this.#collectors[index + 1]))];
  }
  #close() {
    clearInterval(this.#watchdog);
    this.#threads.close();
  }
};
export {
  runBurst
};
