import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  Histogram,
  SPANS,
  keyOf
} from "./chunk-36QIXGWF.js";
import {
  EMPTY_DISTRIBUTION,
  addCounts,
  bucketOfValue,
  highestValueOfBucket,
  mergeDistributions,
  zeroMessages,
  zeroRequests
} from "./chunk-QC36IMXK.js";

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
    sumUs: [...byValue].reduce((sum, [value, count]) => sum + value * count, 0),
    buckets: values.map(bucketOfValue),
    counts: [...byValue.values()]
  };
}
function emptySecond(second) {
  return { second, users: 0, requests: 0, failures: 0, bytesReceived: 0, sumUs: 0, lowestUs: 0, highestUs: 0, service: EMPTY_DISTRIBUTION };
}

export {
  MOST_REASONS,
  SeriesTotals,
  reasonBeyond,
  toSlice,
  mergeSlices,
  Timeline
};
