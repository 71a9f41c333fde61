import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  WHOLE_BURST,
  shareOf,
  workOfShard
} from "./chunk-V5SBQFRO.js";
import {
  countAt
} from "./chunk-7GDODETR.js";
import {
  Histogram,
  SPANS,
  keyOf
} from "./chunk-SCAQDBTE.js";
import {
  EMPTY_DISTRIBUTION,
  addCounts,
  bucketOfValue,
  highestValueOfBucket,
  mergeDistributions,
  percentileUs,
  zeroIterations,
  zeroMessages,
  zeroRequests
} from "./chunk-IB6763X2.js";

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

// src/metrics/socket-totals.ts
var SocketTotals = class {
  #counts = zeroMessages();
  #seconds = /* @__PURE__ */ new Map();
  /** Adds what one worker counted in one second. */
  add(second, part) {
    addCounts(this.#counts, part.counts);
    const tally = this.#seconds.get(second) ?? { open: 0, fewest: 0, widest: 0, messagesIn: 0, messagesOut: 0 };
    tally.open += part.open;
    tally.fewest += part.fewest;
    tally.widest = Math.max(tally.widest, part.most - part.fewest);
    tally.messagesIn += part.counts.messagesIn;
    tally.messagesOut += part.counts.messagesOut;
    this.#seconds.set(second, tally);
  }
  /** Connections at the end of a second; undefined: nothing was open, and nothing moved. */
  openAt(second) {
    return this.#seconds.get(second)?.open;
  }
  /** Everything, as data. What was held after the phase's end, in its drain, is listed and does not count as concurrent; undefined: it goes on. */
  summarize(endMs) {
    let concurrent = 0;
    const seconds = [];
    for (const [second, tally] of [...this.#seconds].sort(([left], [right]) => left - right)) {
      const { open, messagesIn, messagesOut } = tally;
      if (second * 1e3 < (endMs ?? Number.POSITIVE_INFINITY)) concurrent = Math.max(concurrent, mostAtOnce(tally));
      if (open + messagesIn + messagesOut > 0) seconds.push({ second, open, messagesIn, messagesOut });
    }
    return { counts: { ...this.#counts }, concurrent, seconds };
  }
};
function mostAtOnce({ open, fewest, widest }) {
  return Math.max(open, fewest + widest);
}

// src/metrics/series-totals.ts
var MOST_REASONS = 50;
var SeriesTotals = class {
  counts = zeroRequests();
  #status = {};
  #failures = /* @__PURE__ */ new Map();
  #spans = {};
  #slices = /* @__PURE__ */ new Map();
  #sockets;
  #bytesSent = 0;
  #bytesReceived = 0;
  constructor(kind) {
    this.#sockets = kind === "ws" || kind === "receive" ? new SocketTotals() : void 0;
  }
  /** Adds what one worker recorded in one second. */
  add(second, cell) {
    addCounts(this.counts, cell.counts);
    for (const [status, count] of Object.entries(cell.status)) this.#status[status] = (this.#status[status] ?? 0) + count;
    for (const failure of cell.failures) this.#addFailure(failure);
    for (const span of SPANS) {
      const part = cell.spans[span];
      if (part) (this.#spans[span] ??= new Histogram()).add(part);
    }
    this.#bytesSent += cell.bytesSent;
    this.#bytesReceived += cell.bytesReceived;
    if (cell.socket) this.#sockets?.add(second, cell.socket);
    this.#slices.set(second, mergeSlices(this.#slices.get(second), toSlice(second, cell)));
  }
  /** The distribution of a span so far. */
  distribution(span) {
    return this.#spans[span]?.toDistribution() ?? EMPTY_DISTRIBUTION;
  }
  /** A failure as it stands by now, under the reason that it was counted as; undefined: it was never counted. */
  failureLike(failure) {
    return this.#failures.get(keyOf(failure)) ?? this.#failures.get(keyOf({ class: failure.class, reason: reasonBeyond(failure) }));
  }
  /** Connections that were open at the end of a second, or of the phase in it; undefined for what has none. */
  openAt(second) {
    return this.#sockets?.openAt(second);
  }
  /** Everything, as data; `endMs` is the end of the phase; undefined: it goes on. */
  summarize(endMs) {
    return {
      counts: { ...this.counts },
      status: { ...this.#status },
      failures: [...this.#failures.values()].sort((left, right) => right.count - left.count || (keyOf(left) < keyOf(right) ? -1 : 1)),
      latency: this.distribution("latency"),
      service: this.distribution("service"),
      ttfb: this.distribution("ttfb"),
      failedLatency: this.distribution("failedLatency"),
      failedService: this.distribution("failedService"),
      queue: this.distribution("queue"),
      connect: this.distribution("connect"),
      tls: this.distribution("tls"),
      body: this.distribution("body"),
      session: this.distribution("session"),
      socket: this.#sockets?.summarize(endMs),
      bytesSent: this.#bytesSent,
      bytesReceived: this.#bytesReceived,
      slices: [...this.#slices.values()].filter((slice) => slice.ok + slice.failed + slice.censored > 0).sort((left, right) => left.second - right.second)
    };
  }
  #addFailure(failure) {
    const isKnown = this.#failures.size < MOST_REASONS || this.#failures.has(keyOf(failure));
    const reason = isKnown ? failure.reason : reasonBeyond(failure);
    const key = keyOf({ class: failure.class, reason });
    const known = this.#failures.get(key);
    this.#failures.set(
      key,
      known ? {
        ...known,
        count: known.count + failure.count,
        firstMs: Math.min(known.firstMs, failure.firstMs),
        lastMs: Math.max(known.lastMs, failure.lastMs)
      } : { ...failure, reason }
    );
  }
};
function reasonBeyond({ class: kind }) {
  return `${kind} (other)`;
}
function toSlice(second, cell) {
  const { ok, failed, timedOut, cut, dropped } = cell.counts;
  return { second, ok, failed, censored: timedOut + cut + dropped, latency: cell.spans.latency ?? EMPTY_DISTRIBUTION };
}
function mergeSlices(left, right) {
  if (!left) return right;
  return {
    second: right.second,
    ok: left.ok + right.ok,
    failed: left.failed + right.failed,
    censored: left.censored + right.censored,
    latency: mergeDistributions([left.latency, right.latency])
  };
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
    const asked = countAsked(plan, this.#shard) ?? begun;
    return {
      plan,
      startMs: starts.length > 0 ? Math.min(...starts) / 1e3 : void 0,
      endMs: ends.length > 0 ? Math.max(...ends) / 1e3 : void 0,
      iterations: { ...book, planned: complete ? asked : Math.min(asked, begun) },
      peakUsers: reports.reduce((sum2, phase) => sum2 + phase.peakUsers, 0)
    };
  }
  #summarizeHealth(phases, process) {
    const judged = phases.filter((phase) => phase.plan.model === "open" && !phase.plan.warmup);
    const planned = judged.reduce((sum2, phase) => sum2 + phase.iterations.planned, 0);
    const missed = judged.reduce((sum2, phase) => sum2 + phase.iterations.missed, 0);
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
    connectionsOpened: parts.reduce((sum2, part) => sum2 + part.connectionsOpened, 0),
    requestsOnReusedConnections: parts.reduce((sum2, part) => sum2 + part.requestsOnReusedConnections, 0),
    protocols
  };
}

export {
  MOST_REASONS,
  reasonBeyond,
  toSlice,
  mergeSlices,
  planTimes,
  MOST_SLOW_REQUESTS,
  RunCollector,
  countAsked,
  mergeTransports
};
