import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  parseCsv
} from "./chunk-IFVUP5D5.js";
import {
  usageIssue
} from "./chunk-6KYQQO5W.js";
import {
  judgeOnce,
  readSlaAlone
} from "./chunk-IUP6OBTI.js";
import {
  RunLog,
  forgetEarlier,
  forgetReports,
  renderFinal,
  resolvePlaces
} from "./chunk-FG3ZWFYC.js";
import "./chunk-O6M2G4GT.js";
import "./chunk-JZEOROUZ.js";
import "./chunk-4OKLBAXO.js";
import {
  choosePaint
} from "./chunk-Q4F5AXB4.js";
import "./chunk-JSR3KTVL.js";
import "./chunk-SIO4AA7A.js";
import "./chunk-EW3JHPTR.js";
import "./chunk-XFBL2BYX.js";
import "./chunk-Q7O4VZSC.js";
import {
  renderIssues
} from "./chunk-7O3YJNJG.js";
import "./chunk-H3FF2RGQ.js";
import "./chunk-HU2CD3QW.js";
import "./chunk-Q7GH57CB.js";
import "./chunk-XR53GZEW.js";
import "./chunk-RNRZHEU7.js";
import "./chunk-457D4EUQ.js";
import "./chunk-B4CW4QRU.js";
import "./chunk-JEDR5GJU.js";
import "./chunk-B352537M.js";
import "./chunk-JHW4SND7.js";
import "./chunk-D753NKHP.js";
import "./chunk-A3SLCI4C.js";
import "./chunk-ZLLVWJAM.js";
import "./chunk-2TOVJSTJ.js";
import "./chunk-GCV36XLM.js";
import "./chunk-NFQGUP3O.js";
import "./chunk-5YB5ZHND.js";
import "./chunk-WKKYXOXW.js";
import "./chunk-XW65F56M.js";
import {
  SeriesTotals,
  Timeline
} from "./chunk-Q6SUR2IB.js";
import "./chunk-EVO6VOKN.js";
import {
  DecodeProblem,
  count,
  list,
  map,
  number,
  object,
  text
} from "./chunk-NE3VJX42.js";
import {
  describeFailedChecks,
  explainMissing
} from "./chunk-B3YCOJUD.js";
import "./chunk-CNZLAFSP.js";
import "./chunk-M3TBPBE2.js";
import "./chunk-NSEIX5CG.js";
import "./chunk-7GDODETR.js";
import {
  HIGHEST_US,
  addFailure,
  emptyCell
} from "./chunk-36QIXGWF.js";
import "./chunk-6YJF3WAO.js";
import {
  EMPTY_DISTRIBUTION,
  bucketOfValue,
  mergeDistributions,
  zeroMessages,
  zeroRequests
} from "./chunk-QC36IMXK.js";
import {
  formatLatency,
  formatNumber
} from "./chunk-BRFOQZPS.js";
import "./chunk-IW22IME3.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";
import {
  messageOf
} from "./chunk-WYDHRVNK.js";
import {
  VERSION
} from "./chunk-MLCRLLSN.js";
import "./chunk-5PVW3TJC.js";

// src/gate-import.ts
import { createHash } from "node:crypto";
import { resolve } from "node:path";

// src/engine/import/build-run.ts
function buildImportedRun(imported, frame) {
  const { format, missing, series, statedTotal, startedAtMs, startMs, endMs, timeline, failedChecks = 0 } = imported;
  const engine = { kind: "import", tool: frame.tool, format, missing, ...failedChecks > 0 && { failedChecks } };
  return {
    schemaVersion: 1,
    tool: { name: "load-gate", version: frame.version },
    scenario: { name: frame.name, file: frame.file, hash: frame.hash, profile: void 0 },
    target: frame.target ?? imported.target,
    seed: 0,
    startedAt: new Date(startedAtMs).toISOString(),
    durationMs: endMs,
    ending: { state: "complete" },
    environment: { node: "not known", platform: "not known", cpuModel: "not known", cores: 0, memoryBytes: 0, runnerImage: void 0 },
    workers: 0,
    phases: [buildPhase(imported, endMs - startMs)],
    series,
    health: {
      scheduleLag: EMPTY_DISTRIBUTION,
      eventLoopDelay: EMPTY_DISTRIBUTION,
      busiestWorkerCpu: void 0,
      processCpuSeconds: 0,
      peakMemoryBytes: 0,
      missedRatio: 0,
      silentStretchesMs: [],
      clamped: 0
    },
    transport: { connectionsOpened: 0, requestsOnReusedConnections: 0, protocols: {} },
    imbalances: [],
    slowRequests: [],
    timeline,
    server: [],
    levelChanges: [],
    shards: [],
    engine,
    ...statedTotal && { statedTotal }
  };
}
function buildPhase({ startMs, endMs, iterations: made, dropped = 0, peakUsers }, durationMs) {
  return {
    plan: { name: "imported", warmup: false, model: "foreign", durationMs },
    startMs,
    endMs,
    iterations: { planned: made + dropped, started: made, dropped, missed: 0, ok: made, failed: 0, cut: 0, interrupted: 0 },
    peakUsers
  };
}

// src/engine/import/read-import.ts
import { basename } from "node:path";

// src/engine/import/hlog/read-hlog.ts
import { inflateSync } from "node:zlib";

// src/engine/import/build-series.ts
var NOTHING_KNOWN = new SeriesTotals("http").summarize();
function buildSeries({ name: name2, kind, method }, known) {
  return { name: name2, kind, method, tags: [], selected: true, perPhase: [{ ...NOTHING_KNOWN, ...known }] };
}

// src/engine/import/imported.ts
var CLOSED_USERS = Object.freeze({
  facets: [],
  sentence: "latency counts from the actual start of each request: users who wait for the target start later, and that waiting is in no figure"
});
var NO_HEALTH = Object.freeze({
  facets: [],
  sentence: "how the load generator itself was doing is not known: one that was short of CPU has measured its own waits as those of the target"
});

// src/engine/import/import-problem.ts
var ImportProblem = class extends Error {
  file;
  /** From 1. */
  line;
  /** The next step; undefined: there is none but another file. */
  hint;
  /** `message`: one sentence without a full stop. */
  constructor(at, message, hint) {
    super(message);
    this.name = "ImportProblem";
    this.file = at.file;
    this.line = at.line;
    this.hint = hint;
  }
};

// src/engine/import/read-lines.ts
import { open } from "node:fs/promises";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
var LONGEST_LINE = 4e6;
var CHUNK_BYTES = 256 * 1024;
async function* readLines(path, file, mayBeOpen = false) {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  let rest = "";
  const at = () => ({ file, line });
  try {
    for await (const chunk of await openBytes(path)) {
      const lines = (rest + decode(decoder, chunk, at())).split("\n");
      rest = lines.pop() ?? "";
      if (lines.length > 0) yield { firstLine: line, lines, isEnded: true };
      line += lines.length;
      if (rest.length > LONGEST_LINE) throw new ImportProblem(at(), `this line has more than ${LONGEST_LINE / 1e6} million characters`);
    }
    rest += decode(decoder, void 0, at());
  } catch (thrown) {
    if (thrown instanceof ImportProblem || isMissing(thrown)) throw thrown;
    throw new ImportProblem(at(), `the file cannot be read to its end: ${messageOf(thrown)}`);
  }
  if (rest === "") return;
  if (!mayBeOpen) throw new ImportProblem(at(), "the last line has no end: the file was cut off", "let the load generator come to its end");
  yield { firstLine: line, lines: [rest], isEnded: false };
}
function isMissing(thrown) {
  return thrown instanceof Error && "syscall" in thrown;
}
async function readWhole(path, file) {
  const parts = [];
  let length = 0;
  for await (const { lines, isEnded } of readLines(path, file, true)) {
    for (const line of lines) length += line.length + 1;
    if (length > MOST_CHARACTERS)
      throw new ImportProblem({ file, line: 1 }, `the file has more than ${MOST_CHARACTERS / 1e6} million characters`);
    parts.push(lines.join("\n"), isEnded ? "\n" : "");
  }
  return parts.join("");
}
var MOST_CHARACTERS = 64e6;
var HEAD_CHARACTERS = 65536;
async function readHead(path, file) {
  let head = "";
  for await (const { lines } of readLines(path, file, true)) {
    head += `${lines.join("\n")}
`;
    if (head.length >= HEAD_CHARACTERS) break;
  }
  return head.slice(0, HEAD_CHARACTERS);
}
function decode(decoder, chunk, at) {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new ImportProblem(at, "the file is not text in UTF-8");
  }
}
async function openBytes(path) {
  const isPacked = await isGzip(path);
  const source = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  if (!isPacked) return source;
  const unpacked = createGunzip();
  source.on("error", (error) => void unpacked.destroy(error));
  unpacked.on("close", () => void source.destroy());
  return source.pipe(unpacked);
}
async function isGzip(path) {
  const handle = await open(path);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 31 && buffer[1] === 139;
  } finally {
    await handle.close();
  }
}

// src/engine/import/name-requests.ts
function buildName(kind, method, given) {
  const name2 = given.includes("@") ? given.replace(/^((?:https?|wss?):\/\/)[^/?#]*@/i, "$1") : given;
  return { key: `${kind} ${method} ${name2}`, kind, method, name: name2 };
}
function originOf(name2) {
  return /^(?:https?|wss?):\/\/[^/?#]+/i.exec(name2)?.[0];
}
function nameAll(names, origin) {
  const short = names.map((name2) => [name2, nameSeries(name2, shorten(name2.name, origin))]);
  const taken = Map.groupBy(short, ([, shown]) => shown);
  return new Map(short.map(([name2, shown]) => [name2.key, taken.get(shown)?.length === 1 ? shown : nameSeries(name2, name2.name)]));
}
function nameSeries({ kind, method }, shown) {
  const prefix = kind === "ws" ? "ws" : method;
  return prefix === "" || shown.startsWith(`${prefix} `) ? shown : `${prefix} ${shown}`;
}
function shorten(name2, origin) {
  const own = originOf(name2);
  return own !== void 0 && origin !== void 0 && hostOf(own) === hostOf(origin) ? name2.slice(own.length) || "/" : name2;
}
function hostOf(origin) {
  return origin.replace(/^\w+:\/\//, "").toLowerCase();
}
function chooseOrigin(names) {
  const counts = /* @__PURE__ */ new Map();
  for (const [name2, count2] of names) {
    const origin = originOf(name2);
    if (origin !== void 0) counts.set(origin, (counts.get(origin) ?? 0) + count2);
  }
  const [most] = [...counts].sort(([left, one], [right, other]) => other - one || (left < right ? -1 : 1));
  return most?.[0];
}

// src/engine/import/tally.ts
var Tally = class {
  #buckets = /* @__PURE__ */ new Map();
  #count = 0;
  #lowestUs = Number.POSITIVE_INFINITY;
  #highestUs = 0;
  #sumUs = 0;
  /** `us`: 0 … 1 hour, rounded to whole microseconds; `count` of them, 1 or more. Throws RangeError beyond: the reader has to refuse it. */
  add(us, count2 = 1) {
    const value = Math.round(us);
    if (!(value >= 0 && value <= HIGHEST_US)) throw new RangeError(`a latency must be from 0 to one hour, not ${us} µs`);
    const bucket = bucketOfValue(value);
    this.#buckets.set(bucket, (this.#buckets.get(bucket) ?? 0) + count2);
    this.#count += count2;
    this.#sumUs += value * count2;
    if (value < this.#lowestUs) this.#lowestUs = value;
    if (value > this.#highestUs) this.#highestUs = value;
  }
  get count() {
    return this.#count;
  }
  /** Everything so far; the empty distribution when nothing was added. */
  toDistribution() {
    if (this.#count === 0) return EMPTY_DISTRIBUTION;
    const buckets = [...this.#buckets.keys()].sort((left, right) => left - right);
    return {
      count: this.#count,
      lowestUs: this.#lowestUs,
      highestUs: this.#highestUs,
      sumUs: this.#sumUs,
      buckets,
      counts: buckets.map((bucket) => this.#buckets.get(bucket) ?? 0)
    };
  }
};

// src/engine/import/sample-book.ts
var MOST_SERIES = 1e3;
var LATE_SECONDS = 5;
var SampleBook = class {
  #entries = /* @__PURE__ */ new Map();
  #timeline = new Timeline([{ warmup: false }]);
  #users = /* @__PURE__ */ new Map();
  #newest = 0;
  #firstMs = Number.POSITIVE_INFINITY;
  #lastMs = Number.NEGATIVE_INFINITY;
  /** How many series there are. */
  get size() {
    return this.#entries.size;
  }
  /** Whether a series has begun. */
  has({ key }) {
    return this.#entries.has(key);
  }
  /** Since the epoch; infinite where nothing was recorded. */
  get firstMs() {
    return this.#firstMs;
  }
  get lastMs() {
    return this.#lastMs;
  }
  /** A request. */
  record(name2, sample) {
    const { endMs, us, outcome, status, failure } = sample;
    const second = this.#second(name2, endMs);
    const { cell } = second;
    cell.counts.started++;
    if (outcome === "ok") {
      cell.counts.ok++;
      cell.counts.okBeforeEnd++;
      second.latency.add(us);
    } else if (outcome === "failed") {
      cell.counts.failed++;
      second.failed.add(us);
    } else {
      cell.counts.timedOut++;
      second.lost.add(us);
    }
    if (status > 0) cell.status[status] = (cell.status[status] ?? 0) + 1;
    if (failure) addFailure(cell, failure, endMs * 1e3);
    this.#firstMs = Math.min(this.#firstMs, endMs - us / 1e3);
    this.#lastMs = Math.max(this.#lastMs, endMs);
  }
  /** A WebSocket was open for so long. */
  recordSession(name2, endMs, us) {
    this.#second(name2, endMs).session.add(us);
  }
  /** Messages over a WebSocket. */
  countMessages(name2, atMs, counts) {
    const second = this.#second(name2, atMs);
    second.messages ??= { messagesIn: 0, messagesOut: 0 };
    second.messages.messagesIn += counts.messagesIn;
    second.messages.messagesOut += counts.messagesOut;
  }
  /** How often each request was made, by its name. */
  *countNames() {
    for (const { name: name2, totals, open: open2 } of this.#entries.values()) {
      yield [name2.name, [...open2.values()].reduce((sum, { cell }) => sum + cell.counts.started, totals.counts.started)];
    }
  }
  /** Users that were there at a time since the epoch; of a second, the last that was said. */
  setUsers(atMs, users) {
    this.#users.set(Math.floor(atMs / 1e3), users);
  }
  /** Most users at once; 0: nobody said. */
  peakUsers() {
    return [...this.#users.values()].reduce((most, users) => Math.max(most, users), 0);
  }
  /** All series, named, with seconds counted from `startedAtMs`, a whole second. */
  summarize(startedAtMs, origin) {
    for (const entry of this.#entries.values()) for (const [second, open2] of entry.open) this.#close(entry, second, open2);
    const base = startedAtMs / 1e3;
    const names = nameAll(
      [...this.#entries.values()].map(({ name: name2 }) => name2),
      origin
    );
    for (const [second, users] of this.#users) this.#timeline.add({ ...NO_DELTA, second, users });
    const series = [...this.#entries.values()].map(
      ({ name: name2, totals }) => buildSeries({ ...name2, name: names.get(name2.key) ?? name2.name }, shift(totals.summarize(), base))
    );
    const timeline = this.#timeline.summarize().filter(({ second }) => second >= base);
    return {
      series: series.sort((left, right) => left.name < right.name ? -1 : 1),
      timeline: timeline.map((second) => ({ ...second, second: second.second - base }))
    };
  }
  #second(name2, atMs) {
    const entry = this.#entry(name2);
    const second = Math.floor(atMs / 1e3);
    if (second > this.#newest) {
      this.#newest = second;
      this.#closeBefore(second - LATE_SECONDS);
    }
    let open2 = entry.open.get(second);
    if (!open2) entry.open.set(second, open2 = openSecond());
    return open2;
  }
  #entry(name2) {
    const known = this.#entries.get(name2.key);
    if (known) return known;
    const entry = { name: name2, totals: new SeriesTotals(name2.kind), open: /* @__PURE__ */ new Map() };
    this.#entries.set(name2.key, entry);
    return entry;
  }
  #closeBefore(limit) {
    for (const entry of this.#entries.values()) {
      for (const [second, open2] of entry.open) if (second < limit) this.#close(entry, second, open2);
    }
  }
  #close(entry, second, { cell, latency, failed, lost, session, messages }) {
    entry.open.delete(second);
    const [answered, refused, given] = [latency.toDistribution(), failed.toDistribution(), lost.toDistribution()];
    const delta = {
      phase: 0,
      series: 0,
      counts: cell.counts,
      status: cell.status,
      failures: [...cell.failures.values()],
      spans: {
        ...answered.count > 0 && { latency: answered, service: answered },
        ...refused.count > 0 && { failedLatency: refused },
        ...refused.count + given.count > 0 && { failedService: mergeDistributions([refused, given]) },
        ...session.count > 0 && { session: session.toDistribution() }
      },
      bytesSent: 0,
      bytesReceived: 0,
      socket: messages && describeMessages(messages)
    };
    entry.totals.add(second, delta);
    this.#timeline.add({ ...NO_DELTA, second, cells: [delta] });
  }
};
var NO_DELTA = { second: 0, cells: [], iterations: [], scheduleLag: EMPTY_DISTRIBUTION, users: 0, phase: 0, clamped: 0 };
function openSecond() {
  return {
    cell: emptyCell(0, 0),
    latency: new Tally(),
    failed: new Tally(),
    lost: new Tally(),
    session: new Tally(),
    messages: void 0
  };
}
function describeMessages(counts) {
  return { counts: { ...zeroMessages(), ...counts }, open: 0, most: 0, fewest: 0 };
}
function shift(part, base) {
  return {
    ...part,
    failures: part.failures.map((failure) => ({
      ...failure,
      firstMs: failure.firstMs - base * 1e3,
      lastMs: failure.lastMs - base * 1e3
    })),
    slices: part.slices.map((slice) => ({ ...slice, second: slice.second - base }))
  };
}

// src/engine/import/hlog/decode-histogram.ts
var HistogramProblem = class extends Error {
};
var V2_COOKIE = 478450435;
var V2_COMPRESSED = 478450436;
var HEADER_BYTES = 40;
var MOST_BUCKETS = 8e6;
function unwrapCompressed(bytes) {
  const view = viewOf(bytes);
  if (bytes.length < 9) throw new HistogramProblem("is cut off");
  const cookie = withoutSize(view.getUint32(0));
  if (cookie !== withoutSize(V2_COMPRESSED)) throw new HistogramProblem("is not a compressed histogram of HdrHistogram, version 2");
  const length = view.getUint32(4);
  if (length !== bytes.length - 8) throw new HistogramProblem("is cut off");
  return bytes.subarray(8);
}
function decodeHistogram(bytes) {
  if (bytes.length < HEADER_BYTES) throw new HistogramProblem("is cut off");
  const view = viewOf(bytes);
  if (withoutSize(view.getUint32(0)) !== withoutSize(V2_COOKIE)) throw new HistogramProblem("has an encoding that is not version 2");
  if (view.getUint32(4) !== bytes.length - HEADER_BYTES) throw new HistogramProblem("is cut off");
  const digits = view.getInt32(12);
  const lowest = Number(view.getBigInt64(16));
  if (digits < 0 || digits > 5 || !(lowest >= 1 && lowest <= 2 ** 40)) throw new HistogramProblem("has a header that cannot be");
  if (view.getFloat64(32) !== 1 && view.getBigInt64(32) !== 1n) throw new HistogramProblem("is of fractions, which are not read");
  const highestOf = buildHighest(digits, lowest);
  const buckets = [];
  let index = 0;
  for (const count2 of readNumbers(bytes.subarray(HEADER_BYTES))) {
    if (count2 < 0) index -= count2;
    else {
      if (count2 > 0) buckets.push({ highest: highestOf(index), count: count2 });
      index++;
    }
    if (index > MOST_BUCKETS) throw new HistogramProblem("has more buckets than there can be");
  }
  return buckets;
}
function buildHighest(digits, lowest) {
  const unit = Math.floor(Math.log2(lowest));
  const half = 2 ** (Math.max(1, Math.ceil(Math.log2(2 * 10 ** digits))) - 1);
  return (index) => {
    const bucket = Math.max(0, Math.floor(index / half) - 1);
    const sub = index < half ? index : index % half + half;
    return (sub + 1) * 2 ** (bucket + unit) - 1;
  };
}
function* readNumbers(bytes) {
  let at = 0;
  while (at < bytes.length) {
    let value = 0;
    let scale2 = 1;
    let isOpen = true;
    for (let length = 0; isOpen; length++) {
      const byte = bytes[at++];
      if (byte === void 0) throw new HistogramProblem("is cut off");
      isOpen = byte >= 128 && length < 8;
      value += (length < 8 ? byte % 128 : byte) * scale2;
      scale2 *= 128;
    }
    const number2 = value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    if (!Number.isSafeInteger(number2)) throw new HistogramProblem("has a count that cannot be");
    yield number2;
  }
}
function viewOf(bytes) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
function withoutSize(cookie) {
  return (cookie & ~240) >>> 0;
}

// src/engine/import/hlog/parse-log-line.ts
var OTHER = Object.freeze({ kind: "other" });
var OUR_UNIT = "#[Values: microseconds";
function parseLogLine(text2) {
  const line = text2.replace(/\r$/, "");
  if (line.startsWith("#")) return parseComment(line);
  if (line.trim() === "" || line.startsWith('"StartTimestamp"')) return OTHER;
  const fields = line.split(",").map((field) => field.trim());
  const tag = fields[0]?.startsWith("Tag=") === true ? fields.shift()?.slice("Tag=".length) : void 0;
  const [start = "", length = "", most = "", histogram = ""] = fields;
  if (fields.length !== 4 || tag === "") return wrong("this is no line of an HdrHistogram log");
  const [startSec, lengthSec] = [readNumber(start), readNumber(length)];
  if (startSec === void 0 || lengthSec === void 0 || readNumber(most) === void 0)
    return wrong("an interval needs a start, a length and a highest value, in numbers from 0");
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(histogram)) return wrong("the histogram is no base64");
  return { kind: "interval", tag, startSec, lengthSec, histogram };
}
function parseComment(line) {
  if (line.startsWith(OUR_UNIT)) return { kind: "unit", unit: "us" };
  const [, what, number2 = ""] = /^#\[(StartTime|BaseTime):\s*(\S+)/.exec(line) ?? [];
  if (what === void 0) return OTHER;
  const sec = readNumber(number2);
  if (sec === void 0) return wrong(`${what} must be a number of seconds`);
  return { kind: what === "StartTime" ? "start" : "base", sec };
}
function readNumber(text2) {
  const number2 = /^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text2) ? Number(text2) : Number.NaN;
  return Number.isFinite(number2) ? number2 : void 0;
}
function wrong(why) {
  return { kind: "wrong", why };
}

// src/engine/import/hlog/read-hlog.ts
var FORMAT = "an HdrHistogram log";
var MOST_BYTES = 16e6;
var LONGEST_SECOND = 1.1;
var MICROSECONDS = { ns: 1e-3, us: 1, ms: 1e3 };
async function readHlog(files, unit) {
  let intervals = [];
  for (const file of files) {
    const own = await readLog(file, unit);
    if (repeatsItself(own))
      throw new ImportProblem(
        { file: file.name, line: 1 },
        "it holds the same intervals more than once, and each would count again",
        "keep one of them"
      );
    intervals = intervals.concat(own);
  }
  const filled = intervals.filter(({ latency }) => latency.count > 0);
  const [name2 = ""] = files.map((file) => file.name);
  if (filled.length === 0) throw new ImportProblem({ file: name2, line: 1 }, "it holds no sample");
  const [firstMs, lastMs] = [
    filled.reduce((least, { startMs }) => Math.min(least, startMs), Infinity),
    filled.reduce((most, { endMs }) => Math.max(most, endMs), 0)
  ];
  const byTag = Map.groupBy(filled, ({ tag }) => tag);
  if (byTag.size > MOST_SERIES) throw new ImportProblem({ file: name2, line: 1 }, `there are more than ${MOST_SERIES} tags`);
  const startedAtMs = Math.floor(firstMs / 1e3) * 1e3;
  const isFine = filled.every(({ startMs, endMs }) => endMs - startMs <= LONGEST_SECOND * 1e3);
  const series = [...byTag].map(([tag, own]) => mergeIntervals(tag, own, isFine ? startedAtMs : void 0));
  return {
    format: FORMAT,
    missing: listMissing(isFine),
    series: series.sort((left, right) => left.name < right.name ? -1 : 1),
    startedAtMs,
    startMs: firstMs - startedAtMs,
    endMs: lastMs - startedAtMs,
    timeline: [],
    iterations: 0,
    peakUsers: 0,
    target: ""
  };
}
async function readLog({ path, name: file }, given) {
  const intervals = [];
  const clock = { startSec: 0, baseSec: void 0 };
  let unit = given;
  for await (const { firstLine, lines } of readLines(path, file, true)) {
    for (const [place, text2] of lines.entries()) {
      const at = { file, line: firstLine + place };
      const line = parseLogLine(text2);
      if (line.kind === "wrong") throw new ImportProblem(at, line.why, "expected is an HdrHistogram interval log, such as latency.hlog");
      if (line.kind === "start") clock.startSec = line.sec;
      if (line.kind === "base") clock.baseSec = line.sec;
      if (line.kind === "unit") {
        if (given !== void 0 && given !== line.unit)
          throw new ImportProblem(at, `the log says that its values are ${line.unit}, and --unit says ${given}`, "leave --unit out");
        unit = line.unit;
      }
      if (line.kind === "interval") intervals.push(readInterval(line, { at, unit, clock }));
    }
  }
  return intervals;
}
function repeatsItself(intervals) {
  const length = intervals.findIndex((one, place) => place > 0 && isSame(one, intervals[0]));
  return length > 0 && intervals.length % length === 0 && intervals.every((one, place) => isSame(one, intervals[place % length]));
}
function isSame({ tag, startMs, endMs, latency }, other) {
  if (!other || other.tag !== tag || other.startMs !== startMs || other.endMs !== endMs) return false;
  return JSON.stringify(other.latency) === JSON.stringify(latency);
}
var YEAR_SEC = 365 * 24 * 3600;
function readInterval({ tag, startSec, lengthSec, histogram }, {
  at,
  unit,
  clock
}) {
  if (unit === void 0)
    throw new ImportProblem(at, "the log does not say what its values count", "say it: --unit ns, --unit us or --unit ms");
  clock.baseSec ??= startSec < clock.startSec - YEAR_SEC ? clock.startSec : 0;
  const startMs = (clock.baseSec + startSec) * 1e3;
  return { tag, startMs, endMs: startMs + lengthSec * 1e3, latency: decode2(histogram, MICROSECONDS[unit], at) };
}
function decode2(base64, perUnit, at) {
  try {
    const inflated = inflateSync(unwrapCompressed(Buffer.from(base64, "base64")), { maxOutputLength: MOST_BYTES });
    const tally = new Tally();
    for (const { highest, count: count2 } of decodeHistogram(inflated)) tally.add(Math.ceil(highest * perUnit), count2);
    return tally.toDistribution();
  } catch (thrown) {
    if (thrown instanceof HistogramProblem) throw new ImportProblem(at, `the histogram ${thrown.message}`);
    if (thrown instanceof RangeError && !("code" in thrown))
      throw new ImportProblem(at, "a value is longer than an hour", "say what values count: --unit ns, --unit us or --unit ms");
    throw new ImportProblem(at, `the histogram cannot be unpacked: ${messageOf(thrown)}`);
  }
}
function mergeIntervals(tag, intervals, startedAtMs) {
  const latency = mergeDistributions(intervals.map((interval) => interval.latency));
  const bySecond = startedAtMs === void 0 ? /* @__PURE__ */ new Map() : Map.groupBy(intervals, ({ startMs, endMs }) => Math.floor(((startMs + endMs) / 2 - startedAtMs) / 1e3));
  const slices = [...bySecond].map(([second, own]) => {
    const merged = mergeDistributions(own.map((interval) => interval.latency));
    return { second, ok: merged.count, failed: 0, censored: 0, latency: merged };
  });
  const counts = { ...zeroRequests(), started: latency.count, ok: latency.count, okBeforeEnd: latency.count };
  return buildSeries(
    { name: nameTag(tag), kind: "http", method: "" },
    { counts, latency, service: latency, slices: slices.sort((left, right) => left.second - right.second) }
  );
}
function nameTag(tag) {
  return tag === void 0 ? "all requests" : tag.replace(/^([A-Z]{2,7}|ws|receive)_(?=\/)/, "$1 ");
}
function listMissing(hasSeconds) {
  return [
    NO_HEALTH,
    {
      facets: [],
      sentence: `${FORMAT} does not say what its values are: they are taken as latencies of successes, each as the highest value of its bucket`
    },
    { facets: ["failures"], sentence: `${FORMAT} does not say how many requests failed` },
    {
      facets: ["statuses", "first byte", "bytes sent", "bytes received", "connections", "sessions", "messages", "matching"],
      sentence: `${FORMAT} has no statuses, no times to the first byte, no bytes, and nothing of WebSockets`
    },
    ...hasSeconds ? [] : [{ facets: ["seconds"], sentence: "the intervals of the log are longer than a second" }]
  ];
}

// src/engine/import/guess-tool.ts
var SIGNS = [
  ["k6", /^metric_name,timestamp,metric_value\b/],
  ["k6", /^\{/, /^\{.*"type":\s?"(?:Metric|Point)"/],
  ["k6", /^\s*\{/, /"metrics"\s*:[^]*"http_req/],
  ["locust", /^(?:Type,Name,Request Count|Method,Name,Error|Timestamp,User Count|Count,Message,Traceback)\b/],
  ["locust", /^\s*\[\s*\{/, /"num_requests"\s*:/],
  ["hlog", /^(?:#\[|"StartTimestamp")/]
];
function guessTool(head) {
  return SIGNS.find(([, begins, holds = begins]) => begins.test(head) && holds.test(head))?.[0];
}
function nameTool(tool) {
  switch (tool) {
    case "locust":
      return "one of Locust";
    case "k6":
      return "one of k6";
    case "hlog":
      return "an HdrHistogram log";
  }
}

// src/engine/import/k6/list-unmade.ts
function listUnmade({
  dropped,
  iterations,
  failedChecks
}) {
  const [unmade, due] = [dropped, dropped + iterations].map((count2) => formatNumber(count2, 0));
  return [
    ...dropped > 0 ? [
      {
        facets: [],
        sentence: `k6 dropped ${unmade} of ${due} iterations, because no user was free: what these would have seen is in no figure`
      }
    ] : [],
    ...failedChecks > 0 ? [{ facets: [], sentence: `${describeFailedChecks("k6", failedChecks)}: they are in no figure` }] : []
  ];
}

// src/engine/import/k6/classify-outcome.ts
var TIMEOUTS = /* @__PURE__ */ new Set(["1050", "1211"]);
function classifyHttp(tags) {
  const { expected_response: expected, status: answered, error_code: code = "" } = tags;
  const status = answered !== void 0 && /^[1-9]\d{2}$/.test(answered) ? Number(answered) : 0;
  if (expected !== void 0 && expected !== "true" && expected !== "false") return void 0;
  if (expected === void 0 && answered === void 0) return void 0;
  const isOk = expected === void 0 ? status >= 200 && status <= 399 : expected === "true";
  if (isOk) return { outcome: "ok", status, failure: void 0 };
  if (TIMEOUTS.has(code)) return { outcome: "timed-out", status, failure: describe("timeout", `timeout ${code}`, tags) };
  if (status > 0) return { outcome: "failed", status, failure: describe("status", `status ${status}`, tags) };
  const kind = classOf(code);
  return { outcome: "failed", status, failure: describe(kind, code === "" ? `${kind}, no answer` : `${kind} ${code}`, tags) };
}
function classifySocket(tags) {
  const status = /^[1-9]\d{2}$/.test(tags["status"] ?? "") ? Number(tags["status"]) : 0;
  if (status === 101) return { outcome: "ok", status, failure: void 0 };
  const failure = status > 0 ? describe("status", `status ${status}`, tags) : describe("connect", "connect, no answer", tags);
  return { outcome: "failed", status, failure };
}
function classOf(code) {
  if (/^11\d\d$|^121\d$/.test(code)) return "connect";
  if (/^12\d\d$/.test(code)) return "reset";
  if (/^13\d\d$/.test(code)) return "tls";
  return code === "" ? "connect" : "protocol";
}
function describe(kind, reason, { error }) {
  return { class: kind, reason, sample: cleanText(error ?? reason) };
}

// src/engine/import/k6/collect-points.ts
var PointCollector = class {
  #book = new SampleBook();
  /** How often a metric counted something. */
  #sums = { http_reqs: 0, http_req_failed: 0, iterations: 0, dropped_iterations: 0, grpc_req_duration: 0 };
  #failedChecks = 0;
  #hasFailed = false;
  #requests = 0;
  #failures = 0;
  #guessed = 0;
  /** Undefined: it was taken. */
  add(point) {
    const { metric, timeMs, value, tags } = point;
    switch (metric) {
      case "http_req_duration":
        return this.#addRequest(point);
      case "http_req_failed":
        this.#hasFailed = true;
        this.#sums.http_req_failed += value;
        return void 0;
      case "checks":
        if (value === 0) this.#failedChecks++;
        return void 0;
      case "http_reqs":
      case "iterations":
      case "dropped_iterations":
        this.#sums[metric] += value;
        return void 0;
      case "grpc_req_duration":
        this.#sums.grpc_req_duration++;
        return void 0;
      case "vus":
        this.#book.setUsers(timeMs, value);
        return void 0;
      case "ws_connecting":
        return this.#record(nameSocket(tags), { timeMs, ms: value, ...classifySocket(tags) });
      case "ws_session_duration":
      case "ws_msgs_sent":
      case "ws_msgs_received":
        return this.#addToSocket(point);
      default:
        return void 0;
    }
  }
  #addToSocket({ metric, timeMs, value, tags }) {
    const name2 = nameSocket(tags);
    const isSession = metric === "ws_session_duration";
    const problem = this.#explainUnfit(name2, isSession ? value : 0);
    if (problem !== void 0) return problem;
    const isIn = metric === "ws_msgs_received";
    if (isSession) this.#book.recordSession(name2, timeMs, value * 1e3);
    else this.#book.countMessages(name2, timeMs, { messagesIn: isIn ? value : 0, messagesOut: isIn ? 0 : value });
    return void 0;
  }
  #explainUnfit(name2, ms) {
    if (ms * 1e3 > HIGHEST_US) return `${name2.name} took longer than an hour`;
    if (this.#book.size < MOST_SERIES || this.#book.has(name2)) return void 0;
    return `there are more than ${MOST_SERIES} different requests; give those whose URL holds a number a name tag: https://grafana.com/docs/k6/latest/using-k6/http-requests/#url-grouping`;
  }
  #addRequest({ timeMs, value, tags }) {
    const outcome = classifyHttp(tags);
    if (!outcome) return "http_req_duration has neither expected_response nor status, so nobody knows which requests failed";
    const name2 = tags["name"] ?? tags["url"];
    if (name2 === void 0) return "http_req_duration has neither name nor url";
    if (tags["expected_response"] === void 0) this.#guessed++;
    const problem = this.#record(buildName("http", tags["method"] ?? "", name2), { timeMs, ms: value, ...outcome });
    if (problem !== void 0) return problem;
    this.#requests++;
    if (outcome.outcome !== "ok") this.#failures++;
    return void 0;
  }
  #record(name2, { timeMs, ms, ...outcome }) {
    const problem = this.#explainUnfit(name2, ms);
    if (problem !== void 0) return problem;
    this.#book.record(name2, { endMs: timeMs, us: ms * 1e3, ...outcome });
    return void 0;
  }
  /** All of it; a text: why nothing may be judged by it. `stepMs`: how coarse its times are. */
  summarize(format, stepMs) {
    const { http_reqs: counted, http_req_failed: failed, iterations, dropped_iterations: dropped, grpc_req_duration: grpc } = this.#sums;
    if (this.#book.size === 0) return grpc > 0 ? "it holds gRPC requests alone, which are not read" : "it holds no request";
    if (counted > 0 && counted !== this.#requests)
      return `http_reqs counts ${counted} requests, and there are ${this.#requests} in it: the file is not whole`;
    if (this.#hasFailed && this.#guessed > 0 && failed !== this.#failures)
      return `http_req_failed counts ${failed} failures, and by their status it is ${this.#failures}: keep the system tag expected_response`;
    const origin = chooseOrigin(this.#book.countNames());
    const startedAtMs = Math.floor(this.#book.firstMs / 1e3) * 1e3;
    return {
      format,
      missing: listMissing2(format, { grpc, isCoarse: stepMs > 1, isGuessed: this.#guessed > 0 }).concat(
        listUnmade({ dropped, iterations, failedChecks: this.#failedChecks })
      ),
      ...this.#book.summarize(startedAtMs, origin),
      startedAtMs,
      startMs: this.#book.firstMs - startedAtMs,
      // The last one ended somewhere in its step: a rate must not be higher than it was.
      endMs: this.#book.lastMs + (stepMs > 1 ? stepMs : 0) - startedAtMs,
      iterations,
      dropped,
      failedChecks: this.#failedChecks,
      peakUsers: this.#book.peakUsers(),
      target: origin ?? ""
    };
  }
};
function nameSocket(tags) {
  return buildName("ws", "WS", tags["name"] ?? tags["url"] ?? "WebSocket");
}
function listMissing2(format, { grpc, isCoarse, isGuessed }) {
  return [
    NO_HEALTH,
    CLOSED_USERS,
    {
      facets: ["first byte"],
      sentence: "k6's http_req_duration leaves out DNS, connecting and TLS, and so does every latency here; none is of the first byte"
    },
    { facets: ["bytes sent", "bytes received"], sentence: "k6 counts the bytes of all requests together, failed ones and headers too" },
    { facets: ["connections", "matching"], sentence: `${format} does not say which WebSockets were open when, and which were dropped` },
    ...isCoarse ? [{ facets: [], sentence: `${format} has whole seconds: the duration is known to 2 s, and rates are taken as the lowest that fits` }] : [],
    ...isGuessed ? [{ facets: [], sentence: "without the tag expected_response, status 200 to 399 counts as a success" }] : [],
    ...grpc > 0 ? [{ facets: [], sentence: `${grpc} gRPC requests were left out` }] : []
  ];
}

// src/engine/import/k6/point.ts
var READ_METRICS = [
  "http_req_duration",
  "http_req_failed",
  "http_reqs",
  "iterations",
  "dropped_iterations",
  "checks",
  "vus",
  "ws_connecting",
  "ws_session_duration",
  "ws_msgs_sent",
  "ws_msgs_received",
  "grpc_req_duration"
];
function isRead(metric) {
  return READ.has(metric);
}
var READ = new Set(READ_METRICS);

// src/engine/import/k6/parse-csv-rows.ts
var NEEDED = ["metric_name", "timestamp", "metric_value"];
var TAGS = ["error", "error_code", "expected_response", "method", "name", "status", "url"];
function parseCsvHeader(line) {
  const names = line.replace(/\r$/, "").split(",");
  const places = new Map(names.map((name2, place) => [name2, place]));
  return NEEDED.every((name2, place) => names[place] === name2) && places.size === names.length ? { places, count: names.length } : void 0;
}
function parseCsvRow(text2, { places, count: count2 }) {
  const fields = text2.includes('"') ? readQuoted(text2) : text2.replace(/\r$/, "").split(",");
  if (typeof fields === "string") return wrong2(fields);
  if (fields.length !== count2) return wrong2(`this row has ${fields.length} of ${count2} fields`);
  const metric = fields[0] ?? "";
  if (metric === NEEDED[0]) return { kind: "definition", metric };
  if (!/^[A-Za-z_][\w{}:. -]{0,200}$/.test(metric))
    return wrong2(`this row begins with no name of a metric: ${JSON.stringify(metric.slice(0, 60))}`);
  if (!isRead(metric)) return { kind: "other" };
  const timeMs = parseTime(fields[1] ?? "");
  if (timeMs === void 0) return wrong2(`${metric} has no time`);
  const value = /^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(fields[2] ?? "") ? Number(fields[2]) : Number.NaN;
  if (!Number.isFinite(value)) return wrong2(`${metric} must have a value of 0 or more`);
  const tags = TAGS.flatMap((tag) => {
    const found = fields[places.get(tag) ?? -1];
    return found === void 0 || found === "" ? [] : [[tag, found]];
  });
  return { kind: "point", point: { metric, timeMs, value, tags: Object.fromEntries(tags) } };
}
function isOpenRecord(text2) {
  let quotes = 0;
  for (let at = text2.indexOf('"'); at !== -1; at = text2.indexOf('"', at + 1)) quotes++;
  return quotes % 2 === 1;
}
function readQuoted(text2) {
  const parsed = parseCsv(text2);
  if (!parsed.ok) return parsed.error;
  return parsed.records[0]?.fields ?? [];
}
function parseTime(text2) {
  if (/^\d{9,19}$/.test(text2)) {
    const number2 = Number(text2);
    const perMs = text2.length > 17 ? 1e6 : text2.length > 14 ? 1e3 : text2.length > 11 ? 1 : 1e-3;
    return number2 / perMs;
  }
  const time = /^\d{4}-\d\d-\d\dT/.test(text2) ? Date.parse(text2) : Number.NaN;
  return Number.isFinite(time) ? time : void 0;
}
function wrong2(why) {
  return { kind: "wrong", why };
}

// src/engine/import/k6/parse-json-line.ts
var OTHER2 = Object.freeze({ kind: "other" });
var MAY_COUNT = new RegExp(`"metric":\\s?"(?:${READ_METRICS.join("|")})"`);
var LONGEST_SHOWN = 60;
function parseJsonLine(line) {
  if (!MAY_COUNT.test(line)) return isEnvelope(line) ? OTHER2 : wrong3(`this is no line of k6's JSON output: ${show(line)}`);
  let parsed;
  try {
    parsed = JSON.parse(line);
  } catch {
    return wrong3(`this line is no JSON: ${show(line)}`);
  }
  const { type, metric, data } = isObject(parsed) ? parsed : {};
  if (type === "Metric" && typeof metric === "string") return { kind: "definition", metric };
  if (type !== "Point" || typeof metric !== "string") return wrong3(`this is no line of k6's JSON output: ${show(line)}`);
  if (!isRead(metric)) return OTHER2;
  const { time, value, tags } = isObject(data) ? data : {};
  const timeMs = typeof time === "string" ? Date.parse(time) : Number.NaN;
  if (!Number.isFinite(timeMs)) return wrong3(`${metric} has no time`);
  if (typeof value !== "number" || !(value >= 0 && Number.isFinite(value))) return wrong3(`${metric} must have a value of 0 or more`);
  return { kind: "point", point: { metric, timeMs, value, tags: readTags(tags) } };
}
function isEnvelope(line) {
  return line.startsWith("{") && (line.endsWith("}") || line.endsWith("}\r")) && line.includes('"metric":');
}
function readTags(tags) {
  if (!isObject(tags)) return {};
  const own = tags;
  const isText = ([, value]) => typeof value === "string";
  if (Object.values(own).every((value) => typeof value === "string")) return own;
  return Object.fromEntries(Object.entries(own).filter(isText));
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function wrong3(why) {
  return { kind: "wrong", why };
}
function show(line) {
  return JSON.stringify(line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN)}…` : line);
}

// src/engine/import/k6/parse-k6-summary.ts
import { statSync } from "node:fs";

// src/engine/import/check-stated.ts
var EXACT = (us) => us * 1e-6 + 1;
var TWO_DIGITS = (us) => us * 0.05 + 1e3;
function explainContradiction({ percentiles, meanUs, minUs, maxUs }, rounding) {
  const named = percentiles.map(({ percentile, us }) => ({ name: `p${percentile}`, us }));
  const exact = [...name("mean", meanUs), ...name("lowest value", minUs), ...name("highest value", maxUs)];
  const long = [...named, ...exact].find(({ us }) => !(us >= 0 && us <= HIGHEST_US));
  if (long) return `its ${long.name} is longer than an hour`;
  const falls = named.findIndex(({ us }, place) => us < (named[place - 1]?.us ?? 0));
  const [before, after] = [named[falls - 1], named[falls]];
  if (before && after) return `its ${tell(after)} is below its ${tell(before)}`;
  const [least, most] = [minUs ?? 0, maxUs ?? Number.POSITIVE_INFINITY];
  const below = [...named, ...exact].find(({ us }) => us < least - rounding(least));
  if (below) return `its ${tell(below)} is below its lowest value ${formatLatency(least)}`;
  const above = [...named, ...exact].find(({ us }) => us > most + rounding(most));
  return above && `its ${tell(above)} is above its highest value ${formatLatency(most)}`;
}
function explainWhole(whole, parts, rounding) {
  const filled = parts.filter(({ count: count2 }) => count2 !== 0);
  const check = (what, pick2) => {
    const us = pick2(whole);
    const known = filled.flatMap((part) => pick2(part) ?? []);
    if (us === void 0 || known.length === 0 || known.length < filled.length) return void 0;
    const lowest = filled.length < parts.length ? 0 : Number.POSITIVE_INFINITY;
    const [least, most] = [known.reduce((low, one) => Math.min(low, one), lowest), known.reduce((high, one) => Math.max(high, one))];
    if (us >= least - rounding(least) && us <= most + rounding(most)) return void 0;
    return `the ${what} of all is ${formatLatency(us)}, and those of the rows are ${formatLatency(least)} to ${formatLatency(most)}`;
  };
  const of = (percentile) => (one) => one.percentiles.find((known) => known.percentile === percentile)?.us;
  for (const { percentile } of whole.percentiles) {
    const why = check(`p${percentile}`, of(percentile));
    if (why !== void 0) return why;
  }
  return check("mean", (one) => one.meanUs) ?? check("lowest value", (one) => one.minUs) ?? check("highest value", (one) => one.maxUs);
}
function name(what, us) {
  return us === void 0 ? [] : [{ name: what, us }];
}
function tell({ name: what, us }) {
  return `${what} ${formatLatency(us)}`;
}

// src/engine/import/k6/list-metrics.ts
function listMetrics(text2) {
  let root;
  try {
    root = JSON.parse(text2);
  } catch (thrown) {
    return `it is no JSON, or it was cut off: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
  }
  const { metrics: named, state, results, config } = fieldsOf(root);
  const listed = fieldsOf(results)["metrics"];
  const entries = Array.isArray(listed) ? listed.map((item) => [textOf(fieldsOf(item)["name"]), fieldsOf(fieldsOf(item)["values"])]) : Object.entries(fieldsOf(named)).map(([name2, item]) => [name2, valuesOf(item)]);
  if (entries.length === 0) return "this is no summary of k6: it has no metrics";
  const metrics = /* @__PURE__ */ new Map();
  for (const [name2, values] of entries) {
    if (metrics.has(name2)) return `it has the metric ${JSON.stringify(name2.slice(0, 80))} twice`;
    const read2 = readNumbers2(name2, values);
    if (typeof read2 === "string") return read2;
    metrics.set(name2, read2);
  }
  const durationMs = numberOf(fieldsOf(state)["testRunDurationMs"]) ?? scale(numberOf(fieldsOf(config)["duration"]), 1e3);
  return { metrics, durationMs: durationMs ?? spanOf(metrics.get("http_reqs")) };
}
function spanOf(values) {
  const { count: count2, rate } = values ?? {};
  return count2 !== void 0 && rate !== void 0 && rate > 0 ? count2 / rate * 1e3 : void 0;
}
function valuesOf(item) {
  const own = fieldsOf(item);
  return "values" in own ? fieldsOf(own["values"]) : own;
}
function readNumbers2(name2, values) {
  const numbers = {};
  for (const [key, value] of Object.entries(values)) {
    if (typeof value === "object" || typeof value === "string" || typeof value === "boolean") continue;
    const isGood = typeof value === "number" && Number.isFinite(value) && (value >= 0 || !name2.startsWith("http_"));
    if (!isGood) return `${name2.slice(0, 80)} has a ${key.slice(0, 20)} that is not a number from 0`;
    if (!isWhole(key) || Number.isSafeInteger(value) || !name2.startsWith("http_")) numbers[key] = value;
    else return `${name2.slice(0, 80)} has a ${key} that is not a whole number`;
  }
  return numbers;
}
function isWhole(key) {
  return ["count", "passes", "fails", "matches", "total"].includes(key);
}
function fieldsOf(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
function textOf(value) {
  return typeof value === "string" ? value : "";
}
function numberOf(value) {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : void 0;
}
function scale(value, factor) {
  return value === void 0 ? void 0 : value * factor;
}

// src/engine/import/k6/list-summary-rows.ts
function listRows(metrics) {
  const rows = /* @__PURE__ */ new Map();
  for (const metric of metrics.keys()) {
    const selector = /^http_req_duration\{(.*)\}$/s.exec(metric)?.[1];
    const tags = selector === void 0 ? void 0 : parseSelector(selector);
    const name2 = tags?.get("name") ?? tags?.get("url");
    if (!tags || name2 === void 0 || selector === void 0) continue;
    const own = [...tags].filter(([tag]) => tag !== "expected_response").map(([tag, value]) => `${tag}:${value}`).join(",");
    const request = buildName("http", tags.get("method") ?? "", name2);
    const failed = failuresOf(metrics.get(`http_req_failed{${own}}`));
    const started = metrics.get(`http_reqs{${own}}`)?.["count"] ?? failed?.total;
    const isWhole2 = started !== void 0 && failed !== void 0 && failed.total === started;
    const stated = stateTimes(metrics, own, { count: isWhole2 ? started : void 0, failed: failed?.failed ?? 0 });
    if (stated) rows.set(request.key, { request, counts: isWhole2 ? countRequests(started, failed.failed) : void 0, stated });
  }
  return [...rows.values()];
}
var SELECTORS = /* @__PURE__ */ new Set(["name", "url", "method", "expected_response"]);
function parseSelector(selector) {
  const tags = /* @__PURE__ */ new Map();
  for (const part of selector.split(/,(?=\s*[a-z_]+:)/)) {
    const colon = part.indexOf(":");
    tags.set(part.slice(0, colon).trim(), part.slice(colon + 1));
  }
  return [...tags.keys()].every((tag) => SELECTORS.has(tag)) ? tags : void 0;
}
function failuresOf(values) {
  const { passes, fails, matches, total } = values ?? {};
  if (passes !== void 0 && fails !== void 0) return { failed: passes, total: passes + fails };
  return matches !== void 0 && total !== void 0 ? { failed: matches, total } : void 0;
}
function stateTimes(metrics, selector, { count: count2, failed }) {
  const join = (...parts) => parts.filter((part) => part !== "").join(",");
  const all = metrics.get(selector === "" ? "http_req_duration" : `http_req_duration{${selector}}`);
  const good = metrics.get(`http_req_duration{${join(selector, "expected_response:true")}}`) ?? metrics.get(`http_req_duration{${join("expected_response:true", selector)}}`);
  const values = all ?? good;
  if (!values) return void 0;
  const us = (key) => values[key] === void 0 ? void 0 : values[key] * 1e3;
  const percentiles = Object.keys(values).flatMap((key) => {
    const percentile = key === "med" ? 50 : Number(/^p\(?(\d{1,2}(?:\.\d+)?|100)\)?$/.exec(key)?.[1] ?? Number.NaN);
    return Number.isNaN(percentile) ? [] : [{ percentile, us: us(key) ?? 0 }];
  });
  const isOfSuccesses = all === void 0 || failed === 0;
  return {
    of: isOfSuccesses ? "successes" : "all",
    count: count2 === void 0 ? void 0 : isOfSuccesses ? count2 - failed : count2,
    percentiles: percentiles.sort((left, right) => left.percentile - right.percentile),
    meanUs: us("avg"),
    minUs: us("min"),
    maxUs: us("max")
  };
}
function countRequests(started, failed) {
  return { ...zeroRequests(), started, ok: started - failed, okBeforeEnd: started - failed, failed };
}

// src/engine/import/k6/parse-k6-summary.ts
var FORMAT2 = "k6's summary";
function parseK6Summary(text2, { name: file, path }) {
  const refuse = (why, hint) => {
    throw new ImportProblem({ file, line: 1 }, why, hint);
  };
  const read2 = listMetrics(text2);
  if (typeof read2 === "string")
    return refuse(read2, "expected is what --summary-export=FILE or JSON.stringify(data) of handleSummary writes");
  const { metrics, durationMs } = read2;
  const requests = metrics.get("http_reqs")?.["count"];
  if (requests === void 0 || requests === 0) return refuse("it holds no HTTP request: http_reqs is not there, or 0");
  const failed = failuresOf(metrics.get("http_req_failed"));
  if (failed !== void 0 && failed.total !== requests)
    return refuse(`http_reqs counts ${requests} requests, http_req_failed ${failed.total}`);
  const total = stateTimes(metrics, "", { count: failed && requests, failed: failed?.failed ?? 0 });
  if (!total) return refuse("it has no http_req_duration");
  const rows = listRows(metrics);
  for (const { name: name2, stated } of [
    { name: "", stated: total },
    ...rows.map(({ request, stated: own }) => ({ name: ` of ${request.name}`, stated: own }))
  ]) {
    const why = explainContradiction(stated, EXACT);
    if (why !== void 0) return refuse(`http_req_duration${name2} contradicts itself: ${why}`);
  }
  const origin = chooseOrigin(rows.map(({ request, counts }) => [request.name, counts?.started ?? 0]));
  const series = listSeries(rows, { origin, total, whole: countRequests(requests, failed?.failed ?? 0) });
  if (typeof series === "string") return refuse(series);
  const iterations = metrics.get("iterations")?.["count"] ?? 0;
  const dropped = metrics.get("dropped_iterations")?.["count"] ?? 0;
  const failedChecks = countFailedChecks(metrics.get("checks"));
  if (failedChecks === void 0) return refuse("its checks do not say how many of them failed");
  return {
    format: FORMAT2,
    missing: [...listMissing3(failed !== void 0), ...listUnmade({ dropped, iterations, failedChecks })],
    series,
    statedTotal: total,
    // It does not say when: it was written when the test had ended.
    startedAtMs: Math.max(0, Math.floor(statSync(path).mtimeMs - (durationMs ?? 0))),
    startMs: 0,
    endMs: durationMs ?? 0,
    timeline: [],
    iterations,
    dropped,
    failedChecks,
    // vus_max counts those that were made ready, too.
    peakUsers: metrics.get("vus")?.["max"] ?? 0,
    target: origin ?? ""
  };
}
function countFailedChecks(values) {
  if (!values) return 0;
  const { fails, matches, total } = values;
  return fails ?? (matches !== void 0 && total !== void 0 ? total - matches : void 0);
}
function listSeries(rows, { origin, total, whole }) {
  const names = nameAll(
    rows.map(({ request }) => request),
    origin
  );
  const series = rows.map(
    ({ request, counts, stated }) => buildSeries(
      { name: names.get(request.key) ?? request.name, kind: "http", method: request.method },
      { ...counts && { counts }, stated }
    )
  );
  const started = whole.started - rows.reduce((sum, { counts }) => sum + (counts?.started ?? 0), 0);
  const failed = whole.failed - rows.reduce((sum, { counts }) => sum + (counts?.failed ?? 0), 0);
  if (started < 0 || failed < 0 || failed > started)
    return "the requests of its thresholds add up to more than all requests: some are in several of them";
  if (started === 0) return series;
  const isAll = rows.every(({ counts }) => counts === void 0);
  const rest = buildSeries(
    { name: isAll ? "all requests" : "other requests", kind: "http", method: "" },
    { counts: countRequests(started, failed), ...isAll && { stated: total } }
  );
  return [...series, rest];
}
function listMissing3(hasFailures) {
  return [
    NO_HEALTH,
    CLOSED_USERS,
    { facets: ["seconds"], sentence: `${FORMAT2} has figures of the whole test alone, and says nothing of any second` },
    {
      facets: ["first byte"],
      sentence: "k6's http_req_duration leaves out DNS, connecting and TLS, and so does every latency here; none is of the first byte"
    },
    { facets: ["bytes sent", "bytes received"], sentence: "k6 counts the bytes of all requests together, failed ones and headers too" },
    {
      facets: ["statuses", "connections", "sessions", "messages", "matching"],
      sentence: `${FORMAT2} has no statuses, and what it says of WebSockets is not read`
    },
    { facets: [], sentence: `${FORMAT2} has the times of all requests together, failed ones and timeouts among them` },
    ...hasFailures ? [] : [{ facets: ["failures"], sentence: `${FORMAT2} has no http_req_failed` }]
  ];
}

// src/engine/import/k6/read-k6.ts
var FORMATS = { json: "k6's JSON output", csv: "k6's CSV output" };
async function readK6(files) {
  const kinds = await Promise.all(files.map(async (file) => ({ file, kind: await sniff(file) })));
  const [first] = kinds;
  if (!first) throw new Error("there is no file to read");
  const odd = kinds.find(({ kind }) => kind !== first.kind);
  if (odd)
    throw new ImportProblem(
      { file: odd.file.name, line: 1 },
      `this is not of the format of ${first.file.name}`,
      "name files of one format"
    );
  if (first.kind === "summary") {
    if (kinds[1])
      throw new ImportProblem(
        { file: kinds[1].file.name, line: 1 },
        "percentiles of several summaries cannot be put together",
        "import the lines of --out json= of each"
      );
    return parseK6Summary(await readWhole(first.file.path, first.file.name), first.file);
  }
  const collector = new PointCollector();
  const state = { hasFractions: false };
  for (const { file } of kinds) await (first.kind === "csv" ? readRows(file, collector, state) : readJson(file, collector));
  const summary = collector.summarize(FORMATS[first.kind], first.kind === "csv" && !state.hasFractions ? 1e3 : 1);
  if (typeof summary === "string") throw new ImportProblem({ file: first.file.name, line: 1 }, summary);
  return summary;
}
async function sniff({ path, name: name2 }) {
  for await (const { lines } of readLines(path, name2, true)) {
    const [line = ""] = lines;
    if (parseCsvHeader(line)) return "csv";
    if (/^\{.*"type":\s?"(?:Metric|Point)".*\}\r?$/.test(line)) return "json";
    if (/^\s*\{/.test(line)) return "summary";
    break;
  }
  throw new ImportProblem(
    { file: name2, line: 1 },
    "this is nothing that k6 writes",
    "expected are the files of --out json=FILE or --out csv=FILE, or of --summary-export=FILE"
  );
}
async function readJson({ path, name: name2 }, collector) {
  const defined = /* @__PURE__ */ new Set();
  for await (const { firstLine, lines } of readLines(path, name2)) {
    for (const [place, line] of lines.entries()) {
      if (line !== "") take(parseJsonLine(line), { collector, defined, at: { file: name2, line: firstLine + place } });
    }
  }
}
var MOST_LINES = 1e3;
async function readRows({ path, name: name2 }, collector, state) {
  const defined = /* @__PURE__ */ new Set(["metric_name"]);
  let columns;
  let open2 = "";
  let begun = 1;
  for await (const { firstLine, lines } of readLines(path, name2)) {
    for (const [place, line] of lines.entries()) {
      const at = { file: name2, line: firstLine + place };
      if (open2 === "") begun = at.line;
      const text2 = open2 === "" ? line : `${open2}
${line}`;
      open2 = isOpenRecord(text2) ? text2 : "";
      if (open2 !== "") {
        if (at.line - begun > MOST_LINES) throw new ImportProblem({ file: name2, line: begun }, "a quoted field is not closed");
        continue;
      }
      if (columns === void 0) {
        columns = parseCsvHeader(text2);
        if (!columns) throw new ImportProblem(at, "this is no header of k6's CSV output");
        continue;
      }
      if (text2 === "" || text2 === "\r") continue;
      const parsed = parseCsvRow(text2, columns);
      take(parsed, { collector, defined, at: { file: name2, line: begun } });
      state.hasFractions ||= parsed.kind === "point" && parsed.point.timeMs % 1e3 !== 0;
    }
  }
  if (open2 !== "") throw new ImportProblem({ file: name2, line: begun }, "a quoted field is not closed: the file was cut off");
}
function take(parsed, { collector, defined, at }) {
  switch (parsed.kind) {
    case "wrong":
      throw new ImportProblem(at, parsed.why);
    case "definition":
      if (defined.has(parsed.metric))
        throw new ImportProblem(
          at,
          `${parsed.metric} is defined here once more: this file was put together of several`,
          "name each of them by itself"
        );
      defined.add(parsed.metric);
      return;
    case "point": {
      const problem = collector.add(parsed.point);
      if (problem !== void 0) throw new ImportProblem(at, problem);
      return;
    }
    case "other":
  }
}

// src/engine/import/locust/read-locust.ts
import { statSync as statSync2 } from "node:fs";

// src/engine/import/locust/parse-stats-csv.ts
var NEEDED2 = [
  "Type",
  "Name",
  "Request Count",
  "Failure Count",
  "Average Response Time",
  "Min Response Time",
  "Max Response Time",
  "Average Content Size",
  "Requests/s"
];
var TOTAL = "Aggregated";
function parseStatsCsv(text2, file) {
  const refuse = (line, why2, hint) => {
    throw new ImportProblem({ file, line }, why2, hint);
  };
  if (!text2.endsWith("\n")) return refuse(1 + text2.split("\n").length - 1, "the last line has no end: the file was cut off");
  const parsed = parseCsv(text2);
  if (!parsed.ok) return refuse(parsed.line, parsed.error);
  const [header, ...records] = parsed.records;
  const names = header?.fields ?? [];
  const odd = NEEDED2.find((name2) => !names.includes(name2));
  if (odd !== void 0)
    return refuse(
      1,
      `this is no stats.csv of Locust: it has no column ${odd}`,
      "expected is the *_stats.csv of locust --csv, or its --json"
    );
  if (new Set(names).size !== names.length) return refuse(1, "it has a column twice");
  const all = records.map(({ line, fields }) => {
    if (fields.length !== names.length) return refuse(line, `this row has ${fields.length} of ${names.length} fields`);
    return parseRow(new Map(names.map((name2, place) => [name2, fields[place] ?? ""])), { file, line });
  });
  const total = all.at(-1);
  if (total?.name !== TOTAL || total.method !== "") return refuse(total?.line ?? 1, `the last row must be ${TOTAL}: the file was cut off`);
  const rows = all.slice(0, -1);
  checkSum(rows, total, file);
  for (const { line, stated } of all) {
    const why2 = explainContradiction(stated, TWO_DIGITS);
    if (why2 !== void 0) return refuse(line, `this row contradicts itself: ${why2}`);
  }
  const why = explainWhole(
    total.stated,
    rows.map(({ stated }) => stated),
    TWO_DIGITS
  );
  if (why !== void 0) return refuse(total.line, `the rows and ${TOTAL} are not of the same test: ${why}`);
  return { rows, total };
}
function checkSum(rows, total, file) {
  const seen = /* @__PURE__ */ new Set();
  for (const { line, method, name: name2 } of rows) {
    const key = JSON.stringify([method, name2]);
    if (seen.has(key)) throw new ImportProblem({ file, line }, `${method} ${name2} is there twice`);
    seen.add(key);
  }
  for (const key of ["started", "failed"]) {
    const sum = rows.reduce((all, { counts }) => all + counts[key], 0);
    if (sum === total.counts[key]) continue;
    const what = key === "started" ? "requests" : "failures";
    throw new ImportProblem(
      { file, line: total.line },
      `the rows have ${sum} ${what}, and ${TOTAL} has ${total.counts[key]}: the file is not whole`
    );
  }
}
function parseRow(row, at) {
  const number2 = (column) => {
    const text2 = row.get(column) ?? "";
    const value = /^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text2) ? Number(text2) : Number.NaN;
    if (!Number.isFinite(value)) throw new ImportProblem(at, `${column} must be a number from 0, not ${JSON.stringify(text2.slice(0, 40))}`);
    return value;
  };
  const [started, failed] = [number2("Request Count"), number2("Failure Count")];
  if (!Number.isSafeInteger(started) || !Number.isSafeInteger(failed) || failed > started)
    throw new ImportProblem(at, `${failed} failures of ${started} requests cannot be`);
  const ok = started - failed;
  const isTimed = started > 0 && number2("Max Response Time") > 0;
  const percentiles = [...row.keys()].flatMap((column) => {
    const percentile = Number(/^(\d{1,3}(?:\.\d+)?)%$/.exec(column)?.[1] ?? Number.NaN);
    return percentile >= 0 && percentile < 100 && isTimed ? [{ percentile, us: number2(column) * 1e3 }] : [];
  });
  const us = (column) => isTimed ? number2(column) * 1e3 : void 0;
  return {
    line: at.line,
    method: row.get("Type") ?? "",
    name: row.get("Name") ?? "",
    counts: { ...zeroRequests(), started, ok, okBeforeEnd: ok, failed },
    stated: {
      of: "all",
      count: isTimed ? started : 0,
      percentiles: percentiles.sort((left, right) => left.percentile - right.percentile),
      meanUs: us("Average Response Time"),
      minUs: us("Min Response Time"),
      maxUs: us("Max Response Time")
    },
    bytesReceived: Math.round(number2("Average Content Size") * started),
    perSec: number2("Requests/s")
  };
}

// src/engine/import/locust/parse-stats-json.ts
var fromZero = (value, path) => {
  const found = number(value, path);
  if (found < 0) throw new DecodeProblem(`${path} must not be negative`);
  return found;
};
var orZero = (value, path) => value === null ? 0 : fromZero(value, path);
var decode3 = list(
  object({
    name: text,
    method: (value, path) => value === null ? "" : text(value, path),
    start_time: fromZero,
    last_request_timestamp: orZero,
    num_requests: count,
    num_none_requests: count,
    num_failures: count,
    total_response_time: fromZero,
    max_response_time: fromZero,
    min_response_time: orZero,
    total_content_length: fromZero,
    response_times: map(count)
  })
);
function parseStatsJson(source, file) {
  const at = { file, line: 1 };
  let parsed;
  try {
    parsed = JSON.parse(source);
  } catch (thrown) {
    const hint = "locust --json prints it on standard output, and its log on standard error: keep them apart, with --skip-log";
    throw new ImportProblem(at, `it is no JSON, or it was cut off: ${thrown instanceof Error ? thrown.message : String(thrown)}`, hint);
  }
  try {
    const entries = decode3(parsed, "").map((raw, place) => buildEntry(raw, `[${place}]`));
    const names = new Set(entries.map(({ method, name: name2 }) => JSON.stringify([method, name2])));
    if (names.size !== entries.length) throw new DecodeProblem("a request is there twice");
    return entries;
  } catch (thrown) {
    if (!(thrown instanceof DecodeProblem)) throw thrown;
    throw new ImportProblem(at, `this is not what locust --json prints: ${thrown.message}`);
  }
}
function buildEntry(raw, path) {
  const {
    num_requests: started,
    num_failures: failed,
    num_none_requests: untimed,
    min_response_time: least,
    max_response_time: most
  } = raw;
  if (failed > started || untimed > started) throw new DecodeProblem(`${path} has more failures than requests`);
  const latency = buildTimes(raw, path);
  if (latency.count !== started - untimed)
    throw new DecodeProblem(`${path}.response_times must count ${started - untimed} requests, not ${latency.count}`);
  if (least > most) throw new DecodeProblem(`${path}.min_response_time must not be above max_response_time`);
  const ok = started - failed;
  const timed = latency.count > 0;
  const stated = {
    of: "all",
    count: latency.count,
    percentiles: [],
    meanUs: timed ? raw.total_response_time / latency.count * 1e3 : void 0,
    minUs: timed ? least * 1e3 : void 0,
    maxUs: timed ? most * 1e3 : void 0
  };
  const why = explainDifference(stated, latency);
  if (why !== void 0) throw new DecodeProblem(`${path} contradicts itself: ${why}`);
  return {
    method: raw.method,
    name: raw.name,
    counts: { ...zeroRequests(), started, ok, okBeforeEnd: ok, failed },
    latency,
    stated,
    bytesReceived: Math.round(raw.total_content_length),
    // An entry begins when its first request has ended.
    firstMs: raw.start_time * 1e3 - least,
    lastMs: raw.last_request_timestamp * 1e3
  };
}
function explainDifference({ meanUs, minUs, maxUs }, { count: timed, sumUs, lowestUs, highestUs }) {
  const pairs = [
    ["min_response_time", minUs, lowestUs],
    ["max_response_time", maxUs, highestUs],
    ["total_response_time ÷ requests", meanUs, sumUs / timed]
  ];
  const odd = pairs.find(([, us, known]) => us !== void 0 && !(Math.abs(us - known) <= TWO_DIGITS(us)));
  return odd && `by response_times its ${odd[0]} is about ${formatLatency(odd[2])}, not ${formatLatency(odd[1] ?? 0)}`;
}
var MOST_MS = 36e5;
function buildTimes({ response_times: times }, path) {
  const tally = new Tally();
  for (const [ms, requests] of Object.entries(times)) {
    const value = /^\d+$/.test(ms) ? Number(ms) : Number.NaN;
    if (!(value <= MOST_MS))
      throw new DecodeProblem(
        `${path}.response_times has the time ${JSON.stringify(ms.slice(0, 40))}, which is no whole number of 0 to ${MOST_MS} ms`
      );
    if (requests > 0) tally.add(value * 1e3, requests);
  }
  return tally.toDistribution();
}

// src/engine/import/locust/read-companions.ts
import { existsSync } from "node:fs";

// src/engine/import/locust/parse-companions.ts
function parseFailuresCsv(text2, file) {
  return listRows2(text2, file, ["Method", "Name", "Error", "Occurrences"]).map(({ line, row }) => {
    const count2 = Number(row.get("Occurrences"));
    if (!Number.isSafeInteger(count2) || count2 < 1) throw new ImportProblem({ file, line }, "Occurrences must be a whole number from 1");
    const error = cleanText(row.get("Error") ?? "");
    const timeOf = (column) => {
      const time = Date.parse(row.get(column) ?? "");
      return Number.isNaN(time) ? 0 : time;
    };
    const [firstMs, lastMs] = [timeOf("First Seen"), timeOf("Last Seen")];
    return {
      method: row.get("Method") ?? "",
      name: row.get("Name") ?? "",
      class: classOf2(error),
      reason: cleanText(error, 120),
      count: count2,
      sample: error,
      firstMs,
      lastMs
    };
  });
}
function countExceptions(text2, file) {
  return listRows2(text2, file, ["Count", "Message"]).reduce((sum, { line, row }) => {
    const count2 = Number(row.get("Count"));
    if (!Number.isSafeInteger(count2) || count2 < 1) throw new ImportProblem({ file, line }, "Count must be a whole number from 1");
    return sum + count2;
  }, 0);
}
function parseHistoryCsv(text2, file) {
  const whole = text2.slice(0, text2.lastIndexOf("\n") + 1);
  let firstMs;
  let peakUsers = 0;
  for (const { line, row } of listRows2(whole, file, ["Timestamp", "User Count", "Name"])) {
    const [seconds, users] = [Number(row.get("Timestamp")), Number(row.get("User Count"))];
    if (!Number.isFinite(seconds) || !Number.isSafeInteger(users) || users < 0)
      throw new ImportProblem({ file, line }, "Timestamp and User Count must be numbers from 0");
    firstMs = Math.min(firstMs ?? Number.POSITIVE_INFINITY, seconds * 1e3);
    peakUsers = Math.max(peakUsers, users);
  }
  return { firstMs, peakUsers };
}
function listRows2(text2, file, needed) {
  const parsed = parseCsv(text2);
  if (!parsed.ok) throw new ImportProblem({ file, line: parsed.line }, parsed.error);
  const [header, ...records] = parsed.records;
  const names = header?.fields ?? [];
  const odd = needed.find((name2) => !names.includes(name2));
  if (odd !== void 0)
    throw new ImportProblem({ file, line: 1 }, `this is not the file of Locust that its name says: it has no column ${odd}`);
  return records.map(({ line, fields }) => {
    if (fields.length !== names.length) throw new ImportProblem({ file, line }, `this row has ${fields.length} of ${names.length} fields`);
    return { line, row: new Map(names.map((name2, place) => [name2, fields[place] ?? ""])) };
  });
}
function classOf2(error) {
  if (/time[d ]*out/i.test(error)) return "timeout";
  if (/ConnectionRefused|NewConnection|gaierror|Name or service/i.test(error)) return "connect";
  if (/ConnectionReset|RemoteDisconnected|BrokenPipe|ConnectionError/i.test(error)) return "reset";
  return /HTTPError|BadStatusCode|status code/i.test(error) ? "status" : "check";
}

// src/engine/import/locust/read-companions.ts
var COMPANIONS = ["stats_history.csv", "failures.csv", "exceptions.csv"];
function isCompanion({ name: name2 }) {
  return COMPANIONS.some((what) => name2.endsWith(what));
}
async function readCompanions(named, main, rows) {
  const read2 = async (what, parse) => {
    const file = pick(named, main, what);
    return file && parse(await readWhole(file.path, file.name), file.name);
  };
  return {
    failures: await read2("failures.csv", (text2, file) => {
      const failures = parseFailuresCsv(text2, file);
      checkFailures(failures, rows, file);
      return failures;
    }) ?? [],
    exceptions: await read2("exceptions.csv", countExceptions),
    history: await read2("stats_history.csv", parseHistoryCsv)
  };
}
function pick(named, main, what) {
  const [given, other] = named.filter(({ name: name2 }) => name2.endsWith(what));
  if (other) throw new ImportProblem({ file: other.name, line: 1 }, `there are two files ${what}`, "name the files of one test");
  if (given) return given;
  const beside = (path) => path.replace(/stats\.csv$/, what);
  return main.path.endsWith("stats.csv") && existsSync(beside(main.path)) ? { name: beside(main.name), path: beside(main.path) } : void 0;
}
function checkFailures(failures, rows, file) {
  for (const [key, own] of Map.groupBy(failures, ({ method, name: name2 }) => JSON.stringify([method, name2]))) {
    const row = rows.find(({ method, name: name2 }) => JSON.stringify([method, name2]) === key);
    const count2 = own.reduce((sum, failure) => sum + failure.count, 0);
    if (count2 <= (row?.counts.failed ?? 0)) continue;
    throw new ImportProblem(
      { file, line: 1 },
      `it has ${count2} failures of ${own[0]?.name ?? ""}, and the statistics have ${row?.counts.failed ?? 0}: it is not of the same test`
    );
  }
}

// src/engine/import/locust/read-locust.ts
async function readLocust(files) {
  const companions = files.filter(isCompanion);
  const [main, ...others] = files.filter((file) => !companions.includes(file));
  const [other] = others;
  if (!main)
    throw new ImportProblem(
      { file: files[0]?.name ?? "", line: 1 },
      "it says nothing of latency",
      "name the *_stats.csv of the same test, or its --json"
    );
  if (other)
    throw new ImportProblem(
      { file: other.name, line: 1 },
      "percentiles of several tests cannot be put together",
      "name the files of one test"
    );
  const source = await readWhole(main.path, main.name);
  if (/^\s*[[{]/.test(source)) {
    const entries = parseStatsJson(source, main.name);
    return buildFromJson(entries, main, await readCompanions(companions, main, entries));
  }
  const table = parseStatsCsv(source, main.name);
  return buildFromCsv(table, main, await readCompanions(companions, main, table.rows));
}
var ROUNDED = "rounded to two digits: to 1 ms below 100 ms, 10 ms below 1 s, 100 ms below 10 s";
function buildFromCsv({ rows, total }, file, told) {
  const format = "Locust's stats.csv";
  const made = total.counts.started;
  if (made === 0) throw new ImportProblem({ file: file.name, line: total.line }, "it holds no request");
  const endMs = total.perSec > 0 ? made / total.perSec * 1e3 : 0;
  const startedAtMs = told.history?.firstMs ?? Math.max(0, Math.floor(statSync2(file.path).mtimeMs - endMs));
  const figures = rows.map((row) => ({ row, known: { ...pickKnown(row), failures: listFailures(row, told, startedAtMs) } }));
  return {
    ...nameRows(figures),
    format,
    missing: listMissing4(format, told, [
      `${format} has the percentiles of its columns alone, ${ROUNDED}`,
      "Locust writes it once a second: the last second of the test may be missing"
    ]),
    ...listUsersAndChecks(told),
    statedTotal: total.stated,
    startedAtMs,
    startMs: 0,
    endMs,
    timeline: [],
    iterations: 0
  };
}
function buildFromJson(entries, { name: file }, told) {
  const format = "Locust's --json";
  const made = entries.filter(({ counts }) => counts.started > 0);
  if (made.length === 0) throw new ImportProblem({ file, line: 1 }, "it holds no request");
  const firstMs = Math.min(...made.map((entry) => entry.firstMs));
  const lastMs = Math.max(...made.map((entry) => entry.lastMs));
  const startedAtMs = Math.max(0, Math.floor(firstMs));
  const figures = made.map((row) => ({
    row,
    known: { ...pickKnown(row), latency: row.latency, service: row.latency, failures: listFailures(row, told, startedAtMs) }
  }));
  return {
    ...nameRows(figures),
    format,
    missing: listMissing4(format, told, [`${format} has times ${ROUNDED}`]),
    ...listUsersAndChecks(told),
    statedTotal: joinExtremes(made.map(({ stated }) => stated)),
    startedAtMs,
    startMs: 0,
    endMs: Math.max(0, lastMs - startedAtMs),
    timeline: [],
    iterations: 0
  };
}
function joinExtremes(all) {
  const timed = all.filter(({ count: count3 = 0 }) => count3 > 0);
  const count2 = timed.reduce((sum, one) => sum + (one.count ?? 0), 0);
  if (count2 === 0) return { of: "all", count: count2, percentiles: [], meanUs: void 0, minUs: void 0, maxUs: void 0 };
  return {
    of: "all",
    count: count2,
    percentiles: [],
    meanUs: timed.reduce((sum, one) => sum + (one.meanUs ?? 0) * (one.count ?? 0), 0) / count2,
    minUs: Math.min(...timed.map(({ minUs = 0 }) => minUs)),
    maxUs: Math.max(...timed.map(({ maxUs = 0 }) => maxUs))
  };
}
function pickKnown({ counts, stated, bytesReceived }) {
  return { counts, stated, bytesReceived };
}
function listFailures(row, { failures }, startedAtMs) {
  return failures.filter(({ method, name: name2 }) => method === row.method && name2 === row.name).map(({ method: _method, name: _name, ...failure }) => ({
    ...failure,
    firstMs: Math.max(0, failure.firstMs - startedAtMs),
    lastMs: Math.max(0, failure.lastMs - startedAtMs)
  }));
}
function listUsersAndChecks({ history, exceptions = 0 }) {
  return { peakUsers: history?.peakUsers ?? 0, failedChecks: exceptions };
}
function nameRows(figures) {
  const rows = figures.map(({ row }) => row);
  const names = rows.map(({ method, name: name2 }) => buildName("http", method, name2));
  const origin = chooseOrigin(rows.map(({ counts }, place) => [names[place]?.name ?? "", counts.started]));
  const shown = nameAll(names, origin);
  const series = figures.map(
    ({ row: { method, name: name2 }, known }, place) => buildSeries({ name: shown.get(names[place]?.key ?? "") ?? name2, kind: "http", method }, known)
  );
  return { series, target: origin ?? "" };
}
function listMissing4(format, { exceptions }, also) {
  const unmade = exceptions === void 0 ? ["exceptions that ended tasks are in *_exceptions.csv alone, which is not there"] : exceptions > 0 ? [`${describeFailedChecks("locust", exceptions)}: they are in no figure`] : [];
  return [
    NO_HEALTH,
    CLOSED_USERS,
    ...[...also, ...unmade].map((sentence) => ({ facets: [], sentence })),
    { facets: [], sentence: "Locust's times are those of all requests, failed ones among them" },
    { facets: ["seconds"], sentence: `${format} does not say when each request ended` },
    {
      facets: ["statuses", "first byte", "bytes sent", "connections", "sessions", "messages", "matching"],
      sentence: `${format} has no statuses, no times to the first byte, no bytes sent, and nothing of WebSockets`
    },
    { facets: ["bytes received"], sentence: "Locust adds the bodies of failures to those of successes" }
  ];
}

// src/engine/import/refuse-copies.ts
import { realpathSync } from "node:fs";
async function refuseCopies(files) {
  if (files.length < 2) return;
  const heads = /* @__PURE__ */ new Map();
  for (const file of files) {
    const head = await readHead(file.path, file.name);
    const first = heads.get(head);
    if (first !== void 0)
      throw new ImportProblem(
        { file: file.name, line: 1 },
        realpathSync(first.path) === realpathSync(file.path) ? "this file is named twice" : `this file begins as ${first.name} does: it is of the same test, and would count twice`
      );
    heads.set(head, file);
  }
}

// src/engine/import/check-imported.ts
var LONGEST_DAYS = 7;
var DAY_MS = 24 * 36e5;
var LATEST_MS = 253402300799e3;
function explainImpossible(imported) {
  const { startedAtMs, startMs, endMs, series, iterations, dropped = 0, failedChecks = 0, peakUsers } = imported;
  if (!(startedAtMs >= 0 && startedAtMs <= LATEST_MS)) return "it begins at a time that cannot be";
  const days = (endMs - startMs) / DAY_MS;
  if (!(days >= 0)) return "it ends before it begins";
  if (days > LONGEST_DAYS)
    return `it would have taken ${days < 1e6 ? formatNumber(days, 0) : "millions of"} days (${LONGEST_DAYS} at most): a clock is wrong, or it holds tests of different days`;
  const sums = series.flatMap(
    ({ perPhase }) => perPhase.flatMap(({ counts, latency, bytesReceived }) => [counts.started, latency.count, latency.sumUs, bytesReceived])
  );
  const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
  const all = series.reduce((sum, { perPhase }) => sum + perPhase.reduce((own, { counts }) => own + counts.started, 0), 0);
  if (![...sums, all, peakUsers].every(isCount)) return "it has more requests, users or bytes than can be counted";
  return [iterations, dropped, iterations + dropped, failedChecks].every(isCount) ? void 0 : "its iterations, or its checks that failed, are no whole number from 0";
}

// src/engine/import/read-import.ts
async function readImport(tool, files, unit) {
  try {
    await refuseCopies(files);
    const imported = await read(tool, files, unit);
    const impossible = explainImpossible(imported);
    if (impossible !== void 0) throw new ImportProblem({ file: files[0]?.name ?? "", line: 1 }, impossible);
    return { ok: true, imported };
  } catch (thrown) {
    if (thrown instanceof ImportProblem) return { ok: false, issue: describe2(await findOtherTool(thrown, tool, files) ?? thrown) };
    if (thrown instanceof Error && "syscall" in thrown) {
      const path = "path" in thrown && typeof thrown.path === "string" ? thrown.path : "";
      const file = files.find((one) => one.path === path)?.name ?? files[0]?.name ?? "";
      return { ok: false, issue: { ...WRONG, file, line: 1, message: `the file cannot be read: ${cleanText(messageOf(thrown))}` } };
    }
    throw thrown;
  }
}
var WRONG = { column: 1, code: "file", severity: "error" };
function describe2({ file, line, message, hint }) {
  return { ...WRONG, file, line, message: cleanText(message, 400), ...hint !== void 0 && { suggestion: hint } };
}
async function findOtherTool({ file }, tool, files) {
  const path = files.find(({ name: name2 }) => name2 === file)?.path;
  const head = path === void 0 ? "" : await readHead(path, file).catch(() => "");
  const other = guessTool(head);
  if (other === void 0 || other === tool) return void 0;
  return new ImportProblem(
    { file, line: 1 },
    `this file is ${nameTool(other)}, and was to be ${nameTool(tool)}`,
    `import it as what it is: load-gate import ${other} ${cleanText(file, 200)}`
  );
}
function read(tool, files, unit) {
  switch (tool) {
    case "locust":
      return readLocust(files);
    case "k6":
      return readK6(files);
    case "hlog":
      return readHlog(files, unit);
  }
}
function nameOfFile(file) {
  const bare = basename(file).replace(/(?:\.(?:json|csv|hlog|gz|ndjson|txt))+$/i, "");
  return bare.replace(/_(?:stats|stats_history|failures|exceptions)$/, "") || bare || "import";
}

// src/gate-import.ts
async function importResults(request, ports) {
  const name2 = cleanText(nameOfFile(request.files[0] ?? ""), 80);
  await forget(request, ports, name2);
  const sla = readSlaAlone(
    { file: request.sla, isGiven: true },
    { workingDirectory: ports.cwd, root: ports.root, env: ports.env, requireSecrets: false }
  );
  const files = request.files.map((file) => ({ name: file, path: resolve(ports.cwd, file) }));
  const read2 = await readImport(request.tool, files, request.unit);
  if (!sla.ok || !read2.ok) return { kind: "issues", issues: [...sla.ok ? [] : sla.issues, ...read2.ok ? [] : [read2.issue]] };
  ports.onIssues(sla.warnings);
  const run = buildImportedRun(read2.imported, {
    tool: request.tool,
    version: VERSION,
    name: name2,
    file: request.files[0] ?? "",
    hash: hashOf(request.tool, read2.imported.series),
    target: request.target
  });
  const obstacle = explainIncomparable(run);
  const { kind } = request.baseline;
  if (obstacle !== void 0 && kind !== "none" && kind !== "implied") return { kind: "issues", issues: [refuseBaseline(obstacle)] };
  const judged = obstacle === void 0 ? request : { ...request, baseline: { kind: "none" } };
  return judgeOnce(run, { sla: sla.value, request: judged, ports, noSecondLook: "the test is over. Make it again, and import that" });
}
var EARLIEST_MS = Date.UTC(2e3, 0, 1);
function explainIncomparable({ engine, startedAt }) {
  const lack = explainMissing(engine, "seconds");
  if (lack !== void 0) return `${lack}, and without seconds nobody knows how sure a difference is`;
  return Date.parse(startedAt) < EARLIEST_MS ? "it does not say when the test was made, and a history has an order" : void 0;
}
function refuseBaseline(obstacle) {
  const message = `this file cannot be compared with a baseline: ${obstacle}; leave --baseline out, or import one that can be (k6 --out json=, an hlog with its StartTime)`;
  return usageIssue("--baseline", "conflict", message);
}
async function forget(request, ports, name2) {
  const places = resolvePlaces(request, ports, { time: "time", name: name2, profile: "default" });
  if (!request.out.includes("{time}")) await forgetReports(places.folder);
  await forgetEarlier(request, places);
}
function hashOf(tool, series) {
  return createHash("sha256").update(JSON.stringify([tool, series.map(({ name: name2 }) => name2)])).digest("hex");
}

// src/command-import.ts
async function importOnTerminal(request, { refuse, masking }) {
  const out = request.json ? process.stderr : process.stdout;
  const paint = choosePaint(out.isTTY, process.env);
  const log = new RunLog();
  const began = performance.now();
  const say = (text2) => {
    const shown = masking.mask(text2);
    log.add(performance.now() - began, shown);
    if (!request.quiet) out.write(`${shown}
`);
  };
  const result = await importResults(request, {
    env: process.env,
    cwd: process.cwd(),
    onIssues: (issues) => {
      if (issues.length > 0) say(renderIssues(issues, paint).trimEnd());
    },
    onNote: say,
    log: () => log.text()
  });
  if (result.kind === "issues") return refuse(result.issues);
  const final = renderFinal(result.report, { width: out.columns ?? 100, paint, reportPath: result.reportPath });
  out.write(`${request.quiet ? "" : "\n"}${final}`);
  if (request.json) process.stdout.write(result.files.get("results.json") ?? "");
  return result.outcome;
}
export {
  importOnTerminal
};
