import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  SeriesTotals,
  mergeSlices,
  planTimes,
  toSlice
} from "./chunk-NE2NK7I4.js";
import {
  countAt
} from "./chunk-7GDODETR.js";
import {
  Histogram
} from "./chunk-QOQTFCX6.js";
import {
  EMPTY_DISTRIBUTION,
  addCounts,
  bucketOfValue,
  highestValueOfBucket,
  mergeDistributions,
  percentileUs,
  zeroIterations,
  zeroRequests
} from "./chunk-PQ7UTJ5X.js";

// src/metrics/check-books.ts
function checkBooks(books) {
  return [...checkIterations(books), ...checkRequests(books), ...checkSockets(books)];
}
function checkIterations(books) {
  const wrong = [];
  for (const { plan, iterations: book, endMs } of books.phases) {
    const begun = book.started + book.dropped + book.missed;
    if (books.complete && endMs !== void 0) expectEqual(wrong, `phase ${plan.name}: planned iterations`, book.planned, begun);
    expectEqual(wrong, `phase ${plan.name}: started iterations`, book.started, book.ok + book.failed + book.cut + book.interrupted);
  }
  for (const key of ["started", "dropped", "missed", "ok", "failed", "cut", "interrupted"]) {
    const inPhases = sum(books.phases.map((phase) => phase.iterations[key]));
    const inWorkers = sum(books.workers.map((worker) => worker.iterations[key]));
    expectEqual(wrong, `iterations ${key}, phases against workers`, inPhases, inWorkers);
  }
  return wrong;
}
function checkRequests(books) {
  const wrong = [];
  const total = zeroRequests();
  for (const series of books.series) {
    for (const { counts, slices, latency } of series.perPhase) {
      addCounts(total, counts);
      const ended = counts.ok + counts.failed + counts.timedOut + counts.cut + counts.interrupted;
      expectEqual(wrong, `${series.name}: started requests`, counts.started, ended);
      expectEqual(wrong, `${series.name}: successes against latencies`, counts.ok, latency.count);
      expectEqual(wrong, `${series.name}: successes against slices`, counts.ok, sum(slices.map((slice) => slice.ok)));
      expectEqual(wrong, `${series.name}: latencies against slices`, latency.count, sum(slices.map((slice) => slice.latency.count)));
      expectEqual(wrong, `${series.name}: failures against slices`, counts.failed, sum(slices.map((slice) => slice.failed)));
      const lost = counts.timedOut + counts.cut + counts.dropped;
      expectEqual(wrong, `${series.name}: lost requests against slices`, lost, sum(slices.map((slice) => slice.censored)));
    }
  }
  for (const key of Object.keys(total)) {
    expectEqual(wrong, `requests ${key}, series against workers`, total[key], sum(books.workers.map((worker) => worker.requests[key])));
  }
  expectEqual(wrong, "requests sent against requests ended", sum(books.workers.map((worker) => worker.requestsStarted)), total.started);
  return wrong;
}
function checkSockets(books) {
  const wrong = [];
  const ended = sum(books.workers.map((worker) => worker.sockets.ended));
  const parts = books.series.flatMap((series) => series.perPhase);
  expectEqual(wrong, "WebSockets opened against WebSockets ended", sum(books.workers.map((worker) => worker.sockets.opened)), ended);
  expectEqual(wrong, "WebSockets ended, workers against sessions", ended, sum(parts.map((part) => part.session.count)));
  return wrong;
}
function expectEqual(wrong, what, left, right) {
  if (left !== right) wrong.push(`${what}: ${left} is not ${right}`);
}
function sum(numbers) {
  return numbers.reduce((total, value) => total + value, 0);
}

// src/metrics/find-silent-stretches.ts
var STRETCH_SECONDS = 5;
function findSilentStretches(phases, startsBySecond) {
  const silent = [];
  for (const { plan, startMs, endMs } of phases) {
    if (plan.model !== "open" || startMs === void 0) continue;
    const expectedAtLeast = plan.arrivals === "even" ? 2 : 10;
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

// src/metrics/timeline.ts
var Timeline = class {
  #phases;
  #seconds = /* @__PURE__ */ new Map();
  constructor(phases) {
    this.#phases = phases;
  }
  /** Adds one worker's second: its users, and what ended in it in phases that are judged. */
  add(delta) {
    const tally = this.#seconds.get(delta.second) ?? emptySecond(delta.second);
    this.#seconds.set(delta.second, tally);
    tally.users += delta.users;
    const judged = delta.cells.filter((cell) => this.#phases[cell.phase]?.warmup === false);
    for (const { counts, bytesReceived } of judged) {
      const failures = counts.failed + counts.timedOut + counts.cut + counts.drops;
      tally.requests += counts.ok + failures;
      tally.failures += failures;
      tally.bytesReceived += bytesReceived;
    }
    const service = mergeDistributions(judged.flatMap(listServiceTimes));
    if (service.count === 0) return;
    tally.sumUs += service.sumUs;
    tally.lowestUs = tally.service.count === 0 ? service.lowestUs : Math.min(tally.lowestUs, service.lowestUs);
    tally.highestUs = Math.max(tally.highestUs, service.highestUs);
    tally.service = mergeDistributions([tally.service, coarsen(service)]);
  }
  /** Every second, ascending. */
  summarize() {
    return [...this.#seconds.values()].sort((left, right) => left.second - right.second);
  }
};
function listServiceTimes({ spans }) {
  return [spans.service, spans.failedService].flatMap((part) => part ?? []);
}
function coarsen(distribution) {
  const byValue = /* @__PURE__ */ new Map();
  for (const [position, bucket] of distribution.buckets.entries()) {
    const us = Math.min(highestValueOfBucket(bucket), distribution.highestUs);
    const stepUs = us < 1e5 ? 1e3 : 10 ** Math.floor(Math.log10(us)) / 50;
    const value = Math.round(us / stepUs) * stepUs;
    byValue.set(value, (byValue.get(value) ?? 0) + (distribution.counts[position] ?? 0));
  }
  const values = [...byValue.keys()];
  return {
    count: distribution.count,
    lowestUs: values[0] ?? 0,
    highestUs: values.at(-1) ?? 0,
    sumUs: [...byValue].reduce((sum2, [value, count]) => sum2 + value * count, 0),
    buckets: values.map(bucketOfValue),
    counts: [...byValue.values()]
  };
}
function emptySecond(second) {
  return { second, users: 0, requests: 0, failures: 0, bytesReceived: 0, sumUs: 0, lowestUs: 0, highestUs: 0, service: EMPTY_DISTRIBUTION };
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
  /** Phases by their place → the second in which they were first seen. */
  #seenMs = /* @__PURE__ */ new Map();
  #clamped = 0;
  constructor(phases, series, workers) {
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
    const imbalances = [...checkBooks({ phases, series, workers: this.#reports, complete })];
    if (this.#reports.length !== this.#workers) imbalances.push(`workers that reported: ${this.#reports.length} is not ${this.#workers}`);
    const { processCpuSeconds, peakMemoryBytes, ...rest } = frame;
    return {
      schemaVersion: 1,
      ...rest,
      workers: this.#workers,
      phases,
      series,
      health: this.#summarizeHealth(phases, { processCpuSeconds, peakMemoryBytes }),
      transport: mergeTransports(this.#reports.map((report) => report.transport)),
      imbalances,
      slowRequests: this.#slowRequests(),
      timeline: this.#timeline.summarize(),
      server: []
    };
  }
  #close(second, deltas) {
    const bySeries = /* @__PURE__ */ new Map();
    for (const cell of deltas.flatMap((delta) => delta.cells)) {
      if (this.#phases[cell.phase]?.warmup) continue;
      bySeries.set(cell.series, mergeSlices(bySeries.get(cell.series), toSlice(second, cell)));
    }
    const series = [...bySeries].map(([index, slice]) => ({ ...slice, name: this.#series[index]?.name ?? "" }));
    const starts = deltas.flatMap((delta) => delta.iterations).reduce((sum2, { book }) => sum2 + book.started + book.dropped + book.missed, 0);
    const phase = Math.min(...deltas.map((delta) => delta.phase));
    for (let index = 0; index <= phase; index++) if (!this.#seenMs.has(index)) this.#seenMs.set(index, second * 1e3);
    return { second, series, users: deltas.reduce((sum2, delta) => sum2 + delta.users, 0), phase, starts, deltas };
  }
  #summarizePhase(plan, index, complete) {
    const reports = this.#reports.map((report) => report.phases[index]).filter((phase) => phase !== void 0);
    const starts = reports.flatMap((phase) => phase.startUs === void 0 ? [] : [phase.startUs]);
    const ends = reports.flatMap((phase) => phase.endUs === void 0 ? [] : [phase.endUs]);
    const book = this.#iterations.get(index) ?? zeroIterations();
    const begun = book.started + book.dropped + book.missed;
    const asked = plan.model === "open" ? plan.plannedArrivals : plan.model === "iterations" ? plan.iterations : begun;
    return {
      plan,
      startMs: starts.length > 0 ? Math.min(...starts) / 1e3 : void 0,
      endMs: ends.length > 0 ? Math.max(...ends) / 1e3 : void 0,
      iterations: { ...book, planned: complete ? asked : Math.min(asked, begun) },
      peakUsers: reports.reduce((sum2, phase) => sum2 + phase.peakUsers, 0)
    };
  }
  #summarizeHealth(phases, process2) {
    const judged = phases.filter((phase) => phase.plan.model === "open" && !phase.plan.warmup);
    const planned = judged.reduce((sum2, phase) => sum2 + phase.iterations.planned, 0);
    const missed = judged.reduce((sum2, phase) => sum2 + phase.iterations.missed, 0);
    const cpus2 = this.#reports.flatMap((report) => report.cpuRatio === void 0 ? [] : [report.cpuRatio]);
    const worstLoop = this.#reports.map((report) => report.eventLoopDelay).reduce((worst, delay) => tail(delay) > tail(worst) ? delay : worst, mergeDistributions([]));
    return {
      scheduleLag: this.#lag.toDistribution(),
      eventLoopDelay: worstLoop,
      busiestWorkerCpu: cpus2.length > 0 ? Math.max(...cpus2) : void 0,
      ...process2,
      missedRatio: planned === 0 ? 0 : missed / planned,
      silentStretchesMs: findSilentStretches(
        phases.filter((phase) => !phase.plan.warmup),
        this.#startsBySecond
      ),
      clamped: this.#clamped
    };
  }
  #slowRequests() {
    return this.#reports.flatMap((report) => report.slowRequests).map((request) => ({ ...request, series: this.#series[request.series]?.name ?? "" })).sort((left, right) => right.latencyUs - left.latencyUs).slice(0, MOST_SLOW_REQUESTS);
  }
};
function tail(delay) {
  return percentileUs(delay, 99) ?? -1;
}
function mergeTransports(parts) {
  const protocols = {};
  for (const part of parts) {
    for (const [protocol, count] of Object.entries(part.protocols)) protocols[protocol] = (protocols[protocol] ?? 0) + count;
  }
  return {
    connectionsOpened: parts.reduce((sum2, part) => sum2 + part.connectionsOpened, 0),
    requestsOnReusedConnections: parts.reduce((sum2, part) => sum2 + part.requestsOnReusedConnections, 0),
    protocols
  };
}

// src/load/read-environment.ts
import { cpus, totalmem } from "node:os";
function readEnvironment(env) {
  const processors = cpus();
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cpuModel: processors[0]?.model.trim() || "unknown",
    cores: processors.length,
    memoryBytes: totalmem(),
    runnerImage: env["ImageOS"] === void 0 ? void 0 : `${env["ImageOS"]} ${env["ImageVersion"] ?? ""}`.trim()
  };
}

// src/load/summarize-unbegun.ts
function summarizeUnbegun(plan, context, reason) {
  return new RunCollector(plan.phases, plan.series, 0).summarize({
    ...describeRun(plan, context),
    startedAt: (/* @__PURE__ */ new Date()).toISOString(),
    durationMs: 0,
    ending: { state: "cut-short", reason },
    processCpuSeconds: 0,
    peakMemoryBytes: process.memoryUsage.rss(),
    levelChanges: []
  });
}
function describeRun({ name, file, profile, shownTarget, seed }, { env, scenarioHash, version }) {
  return {
    tool: { name: "load-gate", version },
    scenario: { name, file, hash: scenarioHash, profile },
    target: shownTarget,
    seed,
    environment: readEnvironment(env)
  };
}

export {
  RunCollector,
  summarizeUnbegun,
  describeRun
};
