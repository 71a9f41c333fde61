import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  RunCollector,
  describeRun,
  summarizeUnbegun
} from "./chunk-WL5GGP2O.js";
import "./chunk-7GDODETR.js";
import {
  readProxyEnvironment
} from "./chunk-BW6LJQHZ.js";
import "./chunk-UNEDPV2J.js";
import "./chunk-6YJF3WAO.js";
import "./chunk-DEPG7QEM.js";
import {
  GateError,
  messageOf
} from "./chunk-2EGEYTRJ.js";
import "./chunk-NV5WPINZ.js";

// src/load/run-burst.ts
import { randomBytes } from "node:crypto";
import { Worker } from "node:worker_threads";
var LEAD_NS = 30000000n;
var NEXT_PHASE_LEAD_US = 2e4;
var WORKER_TERMS = {
  entry: new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url),
  silentMs: 15e3
};
function runBurst(plan, options, terms = WORKER_TERMS) {
  return new BurstRun(plan, options, terms);
}
var BurstRun = class {
  collector;
  done;
  #plan;
  #options;
  #terms;
  #workers = [];
  #heardMs = [];
  #finished = /* @__PURE__ */ new Set();
  #phaseDone = /* @__PURE__ */ new Map();
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
  constructor(plan, options, terms) {
    this.#plan = plan;
    this.#options = options;
    this.#terms = terms;
    this.collector = new RunCollector(plan.phases, plan.series, plan.workers);
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#startWorkers();
  }
  elapsedMs() {
    return this.#originNs === 0n ? -1 : Number(process.hrtime.bigint() - this.#originNs) / 1e6;
  }
  stop(reason) {
    this.#end({ state: "cut-short", reason });
  }
  #startWorkers() {
    const plan = this.#plan;
    const rowCounters = new SharedArrayBuffer(4 * Math.max(1, plan.program.data.length));
    for (let index = 0; index < plan.workers; index++) {
      const start = {
        program: { ...plan.program, connections: shareConnections(plan.program.connections, { index, count: plan.workers }) },
        phases: plan.phases,
        series: plan.series,
        seed: plan.seed,
        stripe: { index, count: plan.workers },
        shard: { index: 0, count: 1 },
        rowCounters,
        timeBoxMs: plan.timeBoxMs,
        proxies: readProxyEnvironment(this.#options.env),
        tracePrefix: randomBytes(8).toString("hex"),
        maxBytes: plan.program.maxBytes / plan.workers
      };
      const worker = new Worker(this.#terms.entry, { workerData: start, name: `load-${index}` });
      worker.on("message", (message) => this.#hear(index, message));
      worker.on("error", (error) => this.#lose(index, messageOf(error)));
      worker.on("exit", () => this.#lose(index, "it exited"));
      this.#workers.push(worker);
      this.#heardMs.push(performance.now());
    }
    this.#watchdog = setInterval(() => this.#watch(), Math.min(1e3, this.#terms.silentMs));
  }
  #hear(index, message) {
    this.#heardMs[index] = performance.now();
    switch (message.kind) {
      case "ready":
        if (++this.#ready === this.#workers.length) this.#begin();
        break;
      case "delta": {
        const closed = this.collector.addDelta(message.delta);
        if (closed && !this.#settled) this.#tellSecond(closed);
        break;
      }
      case "phase-done":
        this.#phaseDoneBy(index, message.phase);
        break;
      case "over-cap":
        this.#end({ state: "cut-short", reason: "the cap on bytes was reached; raise it with --max-bytes" });
        break;
      case "done":
        this.collector.addReport(message.report);
        this.#finished.add(index);
        if (this.#finished.size === this.#workers.length) this.#settle();
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
    if (this.#ending.state === "cut-short") {
      this.#settled = true;
      this.#close();
      this.#resolve(summarizeUnbegun(this.#plan, this.#options, this.#ending.reason));
      return;
    }
    this.#originNs = process.hrtime.bigint() + LEAD_NS;
    this.#startedAt = new Date(Date.now() + Number(LEAD_NS / 1000000n)).toISOString();
    this.#tellAll({ kind: "begin", originNs: this.#originNs });
  }
  #phaseDoneBy(index, phase) {
    const done = this.#phaseDone.get(phase) ?? /* @__PURE__ */ new Set();
    done.add(index);
    this.#phaseDone.set(phase, done);
    if (done.size === this.#workers.length)
      this.#tellAll({ kind: "begin-phase", phase: phase + 1, startUs: this.elapsedMs() * 1e3 + NEXT_PHASE_LEAD_US });
  }
  #end(ending) {
    if (this.#ending.state !== "complete" || this.#settled) return;
    this.#ending = ending;
    if (this.#originNs !== 0n) this.#tellAll({ kind: "stop" });
  }
  #tellAll(message) {
    for (const worker of this.#workers) worker.postMessage(message);
  }
  /** A worker that is gone before it reported takes its measurements with it: the run ends, and its books cannot balance (fail closed). */
  #lose(index, why) {
    if (this.#finished.has(index) || this.#settled) return;
    this.#finished.add(index);
    if (this.#originNs === 0n) {
      this.#fail(
        new GateError("LOAD_GATE_WORKER_LOST", `load worker ${index} did not start: ${why}`, {
          hint: "this is a bug in load-gate, or the machine is out of memory"
        })
      );
      return;
    }
    this.#end({ state: "cut-short", reason: `load worker ${index} was lost: ${why}` });
    if (this.#finished.size === this.#workers.length) this.#settle();
  }
  #watch() {
    this.#peakMemoryBytes = Math.max(this.#peakMemoryBytes, process.memoryUsage.rss());
    for (const [index, worker] of this.#workers.entries()) {
      if (this.#finished.has(index) || performance.now() - (this.#heardMs[index] ?? 0) < this.#terms.silentMs) continue;
      this.#lose(index, `it has been silent for ${this.#terms.silentMs / 1e3} s`);
      void worker.terminate();
    }
  }
  #settle() {
    if (this.#settled) return;
    this.#settled = true;
    this.#close();
    const cpu = process.cpuUsage(this.#cpuAtStart);
    this.#resolve(
      this.collector.summarize({
        ...describeRun(this.#plan, this.#options),
        startedAt: this.#startedAt,
        durationMs: Math.max(0, this.elapsedMs()),
        ending: this.#ending,
        processCpuSeconds: (cpu.user + cpu.system) / 1e6,
        peakMemoryBytes: Math.max(this.#peakMemoryBytes, process.memoryUsage.rss())
      })
    );
  }
  #close() {
    clearInterval(this.#watchdog);
    for (const worker of this.#workers) void worker.terminate();
  }
};
function shareConnections(settings, { index, count }) {
  return settings.map((one) => {
    if (one.limit === void 0) return one;
    return { ...one, limit: Math.max(1, Math.floor(one.limit / count) + (index < one.limit % count ? 1 : 0)) };
  });
}
export {
  runBurst
};
