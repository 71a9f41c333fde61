import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  SeriesTotals,
  Timeline,
  mergeSlices,
  toSlice
} from "./chunk-Q6SUR2IB.js";
import {
  MISSING_WORKERS,
  checkBooks
} from "./chunk-EVO6VOKN.js";
import {
  EMBEDDED_ENGINE
} from "./chunk-B3YCOJUD.js";
import {
  WHOLE_BURST,
  shareOf,
  workOfShard
} from "./chunk-V5SBQFRO.js";
import {
  countAt
} from "./chunk-7GDODETR.js";
import {
  Histogram
} from "./chunk-36QIXGWF.js";
import {
  addCounts,
  mergeDistributions,
  percentileUs,
  zeroIterations
} from "./chunk-QC36IMXK.js";

// src/metrics/find-silent-stretches.ts
var STRETCH_SECONDS = 5;
function findSilentStretches(phases, startsBySecond, shards = 1) {
  const silent = [];
  for (const { plan, startMs, endMs } of phases) {
    if (plan.model !== "open" || startMs === void 0) continue;
    const expectedAtLeast = shards * (plan.arrivals === "even" ? 2 : 10);
    const lastMs = endMs ?? startMs + plan.durationMs;
    for (let second = Math.ceil(startMs / 1e3); (second + STRETCH_SECONDS) * 1e3 <= lastMs; second += STRETCH_SECONDS) {
      const from = second * 1e3 - startMs;
      const planned = countAt(plan, from + STRETCH_SECONDS * 1e3) - countAt(plan, from);
      let starts = 0;
      for (let offset = 0; offset < STRETCH_SECONDS; offset++) starts += startsBySecond.get(second + offset) ?? 0;
      if (planned >= expectedAtLeast && starts === 0) silent.push(second * 1e3);
    }
  }
  return silent;
}

// src/plan/plan-times.ts
function planTimes(phases) {
  const times = [];
  let startMs = 0;
  for (const [index, phase] of phases.entries()) {
    if (phase.model === "iterations") {
      if (index === phases.length - 1) times.push({ startMs, endMs: void 0 });
      break;
    }
    times.push({ startMs, endMs: startMs + phase.durationMs });
    startMs += phase.durationMs;
  }
  return times;
}

// src/metrics/place-phases.ts
function placePhases(phases, seenMs, nowMs) {
  const planned = planTimes(phases);
  return phases.map((_phase, index) => {
    const startMs = planned[index]?.startMs ?? seenMs.get(index);
    if (startMs === void 0 || startMs > nowMs) return { startMs: void 0, endMs: void 0 };
    const endMs = planned[index]?.endMs ?? seenMs.get(index + 1) ?? nowMs;
    return { startMs, endMs: Math.min(endMs, nowMs) };
  });
}

// src/metrics/run-collector.ts
var MOST_SLOW_REQUESTS = 50;
var RunCollector = class {
  #phases;
  #series;
  #totals;
  #iterations = /* @__PURE__ */ new Map();
  #reports = [];
  #open = /* @__PURE__ */ new Map();
  #startsBySecond = /* @__PURE__ */ new Map();
  #lag = new Histogram();
  #timeline;
  #workers;
  #shard;
  /** Phases by their place → the second in which they were first seen. */
  #seenMs = /* @__PURE__ */ new Map();
  #clamped = 0;
  /** Of a shard: the burst as it is planned for all, of which this machine makes its part. */
  constructor(phases, series, workers, shard = WHOLE_BURST) {
    this.#shard = shard;
    this.#phases = phases;
    this.#series = series;
    this.#workers = workers;
    this.#timeline = new Timeline(phases);
    this.#totals = series.map(({ kind }) => phases.map(() => new SeriesTotals(kind)));
  }
  /** Adds one worker's second; answers the second once every worker has handed it in. */
  addDelta(delta) {
    this.#clamped += delta.clamped;
    this.#lag.add(delta.scheduleLag);
    this.#timeline.add(delta);
    for (const cell of delta.cells) this.#totals[cell.series]?.[cell.phase]?.add(delta.second, cell);
    for (const { phase, book } of delta.iterations) {
      const total = this.#iterations.get(phase) ?? zeroIterations();
      addCounts(total, book);
      this.#iterations.set(phase, total);
      if (this.#phases[phase]?.model === "open") {
        this.#startsBySecond.set(delta.second, (this.#startsBySecond.get(delta.second) ?? 0) + book.started + book.dropped);
      }
    }
    const waiting = this.#open.get(delta.second) ?? { deltas: [] };
    waiting.deltas.push(delta);
    if (waiting.deltas.length < this.#workers) {
      this.#open.set(delta.second, waiting);
      return void 0;
    }
    this.#open.delete(delta.second);
    return this.#close(delta.second, waiting.deltas);
  }
  /** Adds what a worker says at its end. */
  addReport(report) {
    this.#reports.push(report);
  }
  /** The series so far, in the order of the plan; for live views and for the summary. */
  totals(series) {
    return this.#totals[series] ?? [];
  }
  /** Everything. A worker that did not report leaves books that do not balance. */
  summarize(frame) {
    const complete = frame.ending.state === "complete";
    return this.#summarize(
      frame,
      this.#phases.map((plan, index) => this.#summarizePhase(plan, index, complete))
    );
  }
  /** The same of a run that goes on: until workers report, phases are where the plan has them, and the health of the generator is not known. */
  summarizeSoFar(frame) {
    const times = this.#reports.length < this.#workers ? placePhases(this.#phases, this.#seenMs, frame.durationMs) : [];
    return this.#summarize(
      frame,
      this.#phases.map((plan, index) => ({ ...this.#summarizePhase(plan, index, false), ...times[index] }))
    );
  }
  #summarize(frame, phases) {
    const complete = frame.ending.state === "complete";
    const series = this.#series.map((entry, index) => ({
      ...entry,
      perPhase: this.totals(index).map((totals, place) => totals.summarize(phases[place]?.endMs))
    }));
    const imbalances = this.#reports.length === this.#workers ? checkBooks({ phases, series, workers: this.#reports, complete }) : [`${MISSING_WORKERS}${this.#reports.length} is not ${this.#workers}`];
    const { processCpuSeconds, peakMemoryBytes, ...rest } = frame;
    return {
      schemaVersion: 1,
      engine: EMBEDDED_ENGINE,
      ...rest,
      workers: this.#workers,
      phases,
      series,
      health: this.#summarizeHealth(phases, { processCpuSeconds, peakMemoryBytes }),
      transport: mergeTransports(this.#reports.map((report) => report.transport)),
      imbalances,
      slowRequests: this.#slowRequests(),
      timeline: this.#timeline.summarize(),
      server: [],
      shards: []
    };
  }
  #close(second, deltas) {
    const bySeries = /* @__PURE__ */ new Map();
    for (const cell of deltas.flatMap((delta) => delta.cells)) {
      if (this.#phases[cell.phase]?.warmup) continue;
      bySeries.set(cell.series, mergeSlices(bySeries.get(cell.series), toSlice(second, cell)));
    }
    const series = [...bySeries].map(([index, slice]) => ({ ...slice, name: this.#series[index]?.name ?? "" }));
    const starts = deltas.flatMap((delta) => delta.iterations).reduce((sum, { book }) => sum + book.started + book.dropped + book.missed, 0);
    const phase = Math.min(...deltas.map((delta) => delta.phase));
    for (let index = 0; index <= phase; index++) if (!this.#seenMs.has(index)) this.#seenMs.set(index, second * 1e3);
    return { second, series, users: deltas.reduce((sum, delta) => sum + delta.users, 0), phase, starts, deltas };
  }
  #summarizePhase(plan, index, complete) {
    const reports = this.#reports.map((report) => report.phases[index]).filter((phase) => phase !== void 0);
    const starts = reports.flatMap((phase) => phase.startUs === void 0 ? [] : [phase.startUs]);
    const ends = reports.flatMap((phase) => phase.endUs === void 0 ? [] : [phase.endUs]);
    const book = this.#iterations.get(index) ?? zeroIterations();
    const begun = book.started + book.dropped + book.missed;
    const asked = countAsked(plan, this.#shard) ?? begun;
    return {
      plan,
      startMs: starts.length > 0 ? Math.min(...starts) / 1e3 : void 0,
      endMs: ends.length > 0 ? Math.max(...ends) / 1e3 : void 0,
      iterations: { ...book, planned: complete ? asked : Math.min(asked, begun) },
      peakUsers: reports.reduce((sum, phase) => sum + phase.peakUsers, 0)
    };
  }
  #summarizeHealth(phases, process) {
    const judged = phases.filter((phase) => phase.plan.model === "open" && !phase.plan.warmup);
    const planned = judged.reduce((sum, phase) => sum + phase.iterations.planned, 0);
    const missed = judged.reduce((sum, phase) => sum + phase.iterations.missed, 0);
    const cpus = this.#reports.flatMap((report) => report.cpuRatio === void 0 ? [] : [report.cpuRatio]);
    const worstLoop = this.#reports.map((report) => report.eventLoopDelay).reduce((worst, delay) => tail(delay) > tail(worst) ? delay : worst, mergeDistributions([]));
    return {
      scheduleLag: this.#lag.toDistribution(),
      eventLoopDelay: worstLoop,
      busiestWorkerCpu: cpus.length > 0 ? Math.max(...cpus) : void 0,
      ...process,
      missedRatio: planned === 0 ? 0 : missed / planned,
      silentStretchesMs: findSilentStretches(
        phases.filter((phase) => !phase.plan.warmup),
        this.#startsBySecond,
        this.#shard.count
      ),
      clamped: this.#clamped
    };
  }
  #slowRequests() {
    return this.#reports.flatMap((report) => report.slowRequests).map((request) => ({ ...request, series: this.#series[request.series]?.name ?? "" })).sort((left, right) => right.latencyUs - left.latencyUs).slice(0, MOST_SLOW_REQUESTS);
  }
};
function countAsked(plan, shard) {
  if (plan.model === "open") return shareOf(plan.plannedArrivals, shard);
  return plan.model === "iterations" ? workOfShard(plan.iterations, plan.users, shard) : void 0;
}
function tail(delay) {
  return percentileUs(delay, 99) ?? -1;
}
function mergeTransports(parts) {
  const protocols = {};
  for (const part of parts) {
    for (const [protocol, count] of Object.entries(part.protocols)) protocols[protocol] = (protocols[protocol] ?? 0) + count;
  }
  return {
    connectionsOpened: parts.reduce((sum, part) => sum + part.connectionsOpened, 0),
    requestsOnReusedConnections: parts.reduce((sum, part) => sum + part.requestsOnReusedConnections, 0),
    protocols
  };
}

export {
  planTimes,
  MOST_SLOW_REQUESTS,
  RunCollector,
  countAsked,
  mergeTransports
};
