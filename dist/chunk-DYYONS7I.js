import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  DataExhausted,
  Flight,
  MissingVariable,
  checkResponse,
  escapeTarget,
  expandJson,
  expandText,
  fileBytes,
  joinBodies,
  listTexts,
  nextHop,
  readBody,
  sharedBytes,
  tooDeep,
  wholeBytes
} from "./chunk-4NOXZN2J.js";
import {
  query
} from "./chunk-3LYM6ZRV.js";
import {
  matchesHost
} from "./chunk-ZBZHH72O.js";
import {
  Histogram,
  SPANS,
  addFailure,
  emptyCell
} from "./chunk-36QIXGWF.js";
import {
  createMasker
} from "./chunk-IIID24TU.js";
import {
  zeroIterations,
  zeroMessages,
  zeroRequests
} from "./chunk-QC36IMXK.js";
import {
  formatDuration
} from "./chunk-BRFOQZPS.js";
import {
  jsonKey,
  textKey
} from "./chunk-MFS6CBON.js";

// src/metrics/socket-tally.ts
var SocketTally = class {
  /** By series. */
  #open;
  /** The phase that it is now: open connections count there. */
  phase = 0;
  totals = { opened: 0, ended: 0 };
  constructor(seriesCount) {
    this.#open = new Array(seriesCount).fill(0);
  }
  /** A cell's count of a second that begins, or in which nothing happened so far; connections are held in the phase that it is now alone. */
  cell(phase, series) {
    const open = phase === this.phase ? this.#open[series] ?? 0 : 0;
    return { counts: zeroMessages(), open, most: open, fewest: open };
  }
  /** One more; `cell` is the one of the phase that it is now. */
  opened(series, cell) {
    this.totals.opened++;
    cell.open = this.#open[series] = (this.#open[series] ?? 0) + 1;
    if (cell.open > cell.most) cell.most = cell.open;
  }
  /** One less. Throws RangeError when none was open: that is a bug of the caller. */
  ended(series, cell) {
    const open = (this.#open[series] ?? 0) - 1;
    if (open < 0) throw new RangeError(`series ${series} has no open connection that could end`);
    this.totals.ended++;
    cell.open = this.#open[series] = open;
    if (open < cell.fewest) cell.fewest = open;
  }
  /** The series that have open connections. */
  listHeld() {
    return this.#open.flatMap((open, series) => open > 0 ? [series] : []);
  }
};

// src/metrics/recorder.ts
var SLICE_US = 1e6;
var Recorder = class {
  #options;
  #cells = [];
  #iterations = [];
  #phaseEndUs = [];
  #spare = [];
  #lag = new Histogram();
  #sockets;
  #second = 0;
  /** Independent of the slices, for the books: sums of slices must equal these. */
  requestTotals = zeroRequests();
  iterationTotals = zeroIterations();
  constructor(options) {
    this.#options = options;
    this.#sockets = new SocketTally(options.seriesCount);
  }
  /** For the books: every WebSocket that was opened must have ended. */
  get socketTotals() {
    return this.#sockets.totals;
  }
  /** A request ended. */
  record(sample) {
    this.#advanceTo(sample.endUs);
    const cell = this.#cell(sample.phase, sample.series);
    const latencyUs = sample.endUs - sample.intendedUs;
    const serviceUs = sample.endUs - sample.startUs;
    this.requestTotals.started++;
    cell.counts.started++;
    cell.bytesSent += sample.bytesSent;
    cell.bytesReceived += sample.bytesReceived;
    if (sample.status > 0) cell.status[sample.status] = (cell.status[sample.status] ?? 0) + 1;
    if (sample.queueUs >= 0) this.#span(cell, "queue").record(sample.queueUs);
    if (sample.connectUs >= 0) this.#span(cell, "connect").record(sample.connectUs);
    if (sample.tlsUs >= 0) this.#span(cell, "tls").record(sample.tlsUs);
    switch (sample.outcome) {
      case "ok":
        this.#recordSuccess(cell, sample);
        this.#span(cell, "latency").record(latencyUs);
        this.#span(cell, "service").record(serviceUs);
        break;
      case "failed":
        cell.counts.failed++;
        this.requestTotals.failed++;
        this.#span(cell, "failedLatency").record(latencyUs);
        this.#span(cell, "failedService").record(serviceUs);
        break;
      case "timed-out":
        cell.counts.timedOut++;
        this.requestTotals.timedOut++;
        this.#span(cell, "failedService").record(serviceUs);
        break;
      case "cut":
        cell.counts.cut++;
        this.requestTotals.cut++;
        this.#span(cell, "failedService").record(serviceUs);
        break;
      case "interrupted":
        cell.counts.interrupted++;
        this.requestTotals.interrupted++;
        break;
    }
    if (sample.failure) addFailure(cell, sample.failure, sample.endUs);
  }
  /** A request that could not be made, charged to the series that should have had it. */
  recordDropped(phase, series, at) {
    this.#advanceTo(at.nowUs);
    const cell = this.#cell(phase, series);
    cell.counts.dropped++;
    this.requestTotals.dropped++;
    addFailure(cell, { class: "dropped", reason: at.reason, sample: at.reason }, at.nowUs);
  }
  /** A WebSocket is ready. */
  recordSocketOpened(series, phase, nowUs) {
    this.#advanceTo(nowUs);
    if (phase > this.#sockets.phase) this.#carryOver(phase);
    this.#sockets.opened(series, this.#heldCell(series));
  }
  /** A WebSocket that was ready is over, after `heldUs`; `drop` says why it was not wanted. */
  recordSocketEnded(series, phase, end) {
    this.#advanceTo(end.nowUs);
    this.#sockets.ended(series, this.#heldCell(series));
    const cell = this.#cell(phase, series);
    this.#span(cell, "session").record(end.heldUs);
    if (!end.drop) return;
    cell.counts.drops++;
    this.requestTotals.drops++;
    addFailure(cell, end.drop, end.nowUs);
  }
  /** A message came or went, or something is known of one that came. `bytes` count where it came or went. */
  countMessage(series, phase, what, at) {
    this.#advanceTo(at.nowUs);
    const cell = this.#cell(phase, series);
    this.#socket(cell).counts[what]++;
    if (what === "messagesIn") {
      cell.bytesReceived += at.bytes;
      if (!this.#isBeforeEnd(phase, at.nowUs)) return;
      cell.counts.receivedBeforeEnd += at.bytes;
      this.requestTotals.receivedBeforeEnd += at.bytes;
    } else if (what === "messagesOut") {
      cell.bytesSent += at.bytes;
      if (!this.#isBeforeEnd(phase, at.nowUs)) return;
      cell.counts.sentBeforeEnd += at.bytes;
      this.requestTotals.sentBeforeEnd += at.bytes;
    }
  }
  /** A phase begins: connections that are open are held in it from now on. */
  beginPhase(phase, nowUs) {
    this.#advanceTo(nowUs);
    this.#carryOver(phase);
  }
  /** Counts one iteration's start or end. */
  countIteration(phase, what, count = 1) {
    const tally = this.#iterations[phase] ??= zeroIterations();
    tally[what] += count;
    this.iterationTotals[what] += count;
  }
  /** Actual − intended start of something that the schedule planned, µs; early is 0. */
  recordScheduleLag(lagUs) {
    this.#lag.record(Math.max(0, lagUs));
  }
  /** From now on, successes of this phase that end later are not before its end. */
  setPhaseEnd(phase, endUs) {
    this.#phaseEndUs[phase] = endUs;
  }
  /** Hands on every second that is over at `nowUs`. */
  flush(nowUs) {
    this.#advanceTo(nowUs);
  }
  /** Hands on the second that has begun, too: the run is over. */
  finish(nowUs) {
    this.#advanceTo(nowUs);
    this.#emit();
  }
  #advanceTo(nowUs) {
    while (nowUs >= (this.#second + 1) * SLICE_US) this.#emit();
  }
  #cell(phase, series) {
    const index = phase * this.#options.seriesCount + series;
    const cell = this.#cells[index] ??= emptyCell(phase, series);
    cell.touched = true;
    return cell;
  }
  #span(cell, span) {
    return cell.spans[span] ??= this.#spare.pop() ?? new Histogram();
  }
  #socket(cell) {
    return cell.socket ??= this.#sockets.cell(cell.phase, cell.series);
  }
  /** The cell in which connections of a series are held now. */
  #heldCell(series) {
    return this.#socket(this.#cell(this.#sockets.phase, series));
  }
  #carryOver(phase) {
    if (this.#isBeforeEnd(this.#sockets.phase, this.#second * SLICE_US + 1)) this.#touchHeld();
    this.#sockets.phase = phase;
  }
  /** What is merely held counts, too. */
  #touchHeld() {
    for (const series of this.#sockets.listHeld()) this.#heldCell(series);
  }
  #isBeforeEnd(phase, nowUs) {
    return nowUs <= (this.#phaseEndUs[phase] ?? Number.POSITIVE_INFINITY);
  }
  #recordSuccess(cell, sample) {
    cell.counts.ok++;
    this.requestTotals.ok++;
    if (sample.headUs >= 0) {
      this.#span(cell, "ttfb").record(sample.headUs - sample.startUs);
      this.#span(cell, "body").record(sample.endUs - sample.headUs);
    }
    if (!this.#isBeforeEnd(sample.phase, sample.endUs)) return;
    addBeforeEnd(cell.counts, sample);
    addBeforeEnd(this.requestTotals, sample);
  }
  #emit() {
    this.#touchHeld();
    const cells = [];
    let clamped = this.#lag.clamped;
    for (const cell of this.#cells) {
      if (!cell?.touched) continue;
      const spans = {};
      for (const span of SPANS) {
        const histogram = cell.spans[span];
        if (!histogram) continue;
        spans[span] = histogram.toDistribution();
        clamped += histogram.clamped;
        histogram.reset();
        this.#spare.push(histogram);
      }
      const { phase, series, counts, status, bytesSent, bytesReceived, socket } = cell;
      cells.push({ phase, series, counts, status, failures: [...cell.failures.values()], spans, bytesSent, bytesReceived, socket });
      Object.assign(cell, emptyCell(phase, series));
    }
    const iterations = this.#iterations.flatMap((book, phase) => book ? [{ phase, book }] : []);
    this.#iterations.length = 0;
    const scheduleLag = this.#lag.toDistribution();
    this.#lag.reset();
    const { countUsers, currentPhase, onDelta } = this.#options;
    onDelta({ second: this.#second, cells, iterations, scheduleLag, users: countUsers(), phase: currentPhase(), clamped });
    this.#second++;
  }
};
function addBeforeEnd(counts, sample) {
  counts.okBeforeEnd++;
  counts.sentBeforeEnd += sample.bytesSent;
  counts.receivedBeforeEnd += sample.bytesReceived;
}

// src/load/time/due-queue.ts
var DueQueue = class {
  #clock;
  #heap = [];
  #timer;
  #timerDueUs = Number.POSITIVE_INFINITY;
  #running = false;
  #stopped = false;
  constructor(clock) {
    this.#clock = clock;
  }
  /** Puts `due` at `atUs`, from wherever it is now. */
  schedule(due, atUs) {
    if (due.place >= 0) this.cancel(due);
    due.dueUs = atUs;
    due.place = this.#heap.length;
    this.#heap.push(due);
    this.#up(due.place);
    if (!this.#running && this.#heap[0] === due) this.#arm();
  }
  /** Takes `due` out; nothing happens when it is not in. */
  cancel(due) {
    const place = due.place;
    if (place < 0) return;
    due.place = -1;
    const last = this.#heap.pop();
    if (!last || last === due) return;
    this.#heap[place] = last;
    last.place = place;
    this.#up(place);
    this.#down(last.place);
  }
  /** Stops the timer; what is in the queue stays and never fires. */
  stop() {
    clearTimeout(this.#timer);
    this.#timer = void 0;
    this.#stopped = true;
  }
  #fireAll() {
    this.#timer = void 0;
    this.#timerDueUs = Number.POSITIVE_INFINITY;
    this.#running = true;
    let nowUs = this.#clock.nowUs();
    for (let fired = 0; fired < 1e4; fired++) {
      const next = this.#heap[0];
      if (!next || next.dueUs > nowUs || this.#stopped) break;
      this.cancel(next);
      next.fire(nowUs);
      if ((fired & 15) === 15) nowUs = this.#clock.nowUs();
    }
    this.#running = false;
    this.#arm();
  }
  #arm() {
    const next = this.#heap[0];
    if (!next || this.#running || this.#stopped || next.dueUs >= this.#timerDueUs) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timerDueUs = next.dueUs;
    const waitMs = (next.dueUs - this.#clock.nowUs()) / 1e3;
    this.#timer = setTimeout(() => this.#fireAll(), Math.min(2e9, Math.max(1, Math.floor(waitMs))));
  }
  #up(from) {
    let place = from;
    const due = this.#heap[place];
    if (!due) return;
    while (place > 0) {
      const above = place - 1 >> 1;
      const parent = this.#heap[above];
      if (!parent || parent.dueUs <= due.dueUs) break;
      this.#heap[place] = parent;
      parent.place = place;
      place = above;
    }
    this.#heap[place] = due;
    due.place = place;
  }
  #down(from) {
    let place = from;
    const due = this.#heap[place];
    if (!due) return;
    for (; ; ) {
      let below = 2 * place + 1;
      const left = this.#heap[below];
      if (!left) break;
      const right = this.#heap[below + 1];
      let child = left;
      if (right && right.dueUs < left.dueUs) {
        child = right;
        below++;
      }
      if (child.dueUs >= due.dueUs) break;
      this.#heap[place] = child;
      child.place = place;
      place = below;
    }
    this.#heap[place] = due;
    due.place = place;
  }
};

// src/load/flow/draw-think.ts
function drawThinkUs(think, random) {
  switch (think.kind) {
    case "fixed":
    case "pace":
      return think.ms * 1e3;
    case "uniform":
      return (think.minMs + (think.maxMs - think.minMs) * random.next()) * 1e3;
    case "exponential":
      return -think.meanMs * 1e3 * Math.log(1 - random.next());
  }
}

// src/load/http/capture-values.ts
var MOST_LEVELS = 200;
function captureValues(source, captures, user) {
  const taken = [];
  for (const capture of captures) {
    let found;
    try {
      found = findValues(source, capture);
    } catch (thrown) {
      return tooDeep(thrown);
    }
    const isDrawn = found.length > 1 && capture.program.pick !== "first";
    const value = found[isDrawn ? user.random.nextInt(0, found.length - 1) : 0];
    if (value === void 0 || value === null) {
      const { name, from } = capture.program;
      const where = from.kind === "json" ? from.path : from.kind === "header" ? `header ${from.name}` : `/${from.source}/`;
      return {
        class: "check",
        reason: `check capture ${name} found nothing`,
        sample: `${where} finds nothing in ${source.shown}`
      };
    }
    if (isDeeper(value, MOST_LEVELS)) return tooDeep(new RangeError("nested too deeply"));
    taken.push({ slot: capture.program.slot, value });
  }
  for (const { slot, value } of taken) user.values.set(slot, value);
  return void 0;
}
function listCapturable(source, captures) {
  return captures.flatMap((capture) => {
    try {
      return findValues(source, capture).flatMap(listTexts);
    } catch (thrown) {
      tooDeep(thrown);
      return [];
    }
  });
}
function findValues({ headers, body }, { program, find, regex }) {
  if (program.from.kind === "header") {
    const name = program.from.name.toLowerCase();
    const value = Object.hasOwn(headers, name) ? headers[name] : void 0;
    return value === void 0 ? [] : typeof value === "string" ? [value] : value;
  }
  if (find) {
    const document = body.json();
    return document === void 0 ? [] : find(document);
  }
  const match = regex?.exec(body.text());
  return match ? [match[1] ?? match[0]] : [];
}
function isDeeper(value, levels) {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((child) => isDeeper(child, levels - 1));
}

// src/load/flow/poll-runner.ts
var PollRunner = class {
  #queue;
  #requests;
  constructor(queue, requests) {
    this.#queue = queue;
    this.#requests = requests;
  }
  /** Starts a poll with its first request. */
  begin(user, poll, nowUs) {
    const fromUs = poll.since < 0 ? Math.min(user.intendedUs, nowUs) : user.stepStarts?.get(poll.since)?.intendedUs;
    if (fromUs === void 0) throw new MissingVariable("since");
    const flight = this.#requests.prepare(user, poll.request, nowUs);
    this.#requests.requestsStarted++;
    user.poll = {
      poll,
      phase: flight.phase,
      startUs: nowUs,
      fromUs,
      deadlineUs: nowUs + poll.withinUs,
      attempts: 1,
      bytesSent: 0,
      bytesReceived: 0,
      lastReason: "no answer"
    };
    this.#queue.schedule(user, user.poll.deadlineUs);
    this.#requests.launch(flight, nowUs, poll.request.program.timeoutUs);
    return user.poll !== void 0;
  }
  /** The pause between two requests is over, or the poll's whole time. */
  again(user, nowUs) {
    const state = user.poll;
    if (!state) return false;
    if (nowUs >= state.deadlineUs) {
      for (const flight2 of [...user.flights]) {
        this.#requests.abandon(flight2, void 0, nowUs);
        this.#drop(user, flight2);
      }
      return this.#timeOut(user, nowUs);
    }
    state.attempts++;
    const flight = this.#requests.prepare(user, state.poll.request, nowUs);
    this.#queue.schedule(user, state.deadlineUs);
    this.#requests.launch(flight, nowUs, state.poll.request.program.timeoutUs);
    return true;
  }
  /** An answer came: it is what was wanted, or the next request is set. */
  landed(user, flight) {
    const state = user.poll;
    if (!state) return false;
    const { request } = state.poll;
    const hop = flight.error === void 0 && request.program.followRedirects ? nextHop(flight, this.#requests.allowedHosts) : void 0;
    if (hop === "sent") {
      this.#requests.sendAgain(flight);
      return true;
    }
    state.bytesSent += flight.bodyBytes + flight.earlierSent;
    state.bytesReceived += flight.bytesReceived + flight.earlierReceived;
    const mask = (text) => this.#requests.mask(text, user);
    const failure = flight.error ?? hop ?? checkResponse(flight, request, { body: readBody(flight), values: user.values, mask });
    const { endUs, headUs, status } = flight;
    this.#drop(user, flight);
    if (!failure) {
      this.#queue.cancel(user);
      user.poll = void 0;
      user.intendedUs = Math.max(user.intendedUs, endUs);
      this.#requests.recordSample((sample) => {
        Object.assign(sample, frameOf(state), { outcome: "ok", endUs, headUs, status });
      }, user);
      return false;
    }
    state.lastReason = failure.class === "check" ? `${failure.reason}: ${failure.sample}` : failure.reason;
    return this.#waitForNext(user, endUs);
  }
  /** One request of the poll took too long: the poll goes on while it may. */
  expired(user, flight, nowUs) {
    this.#requests.abandon(flight, void 0, nowUs);
    this.#drop(user, flight);
    return this.#waitForNext(user, nowUs);
  }
  /** The run ends: the poll is recorded as it stands. */
  giveUp(user, outcome, nowUs) {
    const state = user.poll;
    if (!state) return;
    this.#requests.recordSample((sample) => {
      Object.assign(sample, frameOf(state), { outcome, endUs: nowUs });
      if (outcome === "cut")
        sample.failure = { class: "cut", reason: "cut at the time box", sample: "still polling when the time box ended" };
    }, user);
  }
  #waitForNext(user, nowUs) {
    const state = user.poll;
    if (!state) return false;
    if (nowUs >= state.deadlineUs) return this.#timeOut(user, nowUs);
    const passed = Math.ceil((nowUs - state.startUs) / state.poll.everyUs);
    this.#queue.schedule(user, Math.min(state.deadlineUs, state.startUs + Math.max(passed, state.attempts) * state.poll.everyUs));
    return true;
  }
  #timeOut(user, nowUs) {
    const state = user.poll;
    this.#queue.cancel(user);
    user.poll = void 0;
    user.failed = true;
    user.intendedUs = Math.max(user.intendedUs, nowUs);
    if (!state) return false;
    const within = formatDuration(state.poll.withinUs / 1e3);
    this.#requests.recordSample((sample) => {
      Object.assign(sample, frameOf(state), { outcome: "timed-out", endUs: nowUs });
      sample.failure = {
        class: "timeout",
        reason: `timeout: not so within ${within}`,
        sample: `not so within ${within} (${state.attempts} ${state.attempts === 1 ? "request" : "requests"}, the last: ${state.lastReason})`
      };
    }, user);
    return false;
  }
  #drop(user, flight) {
    user.flights.splice(user.flights.indexOf(flight), 1);
    this.#requests.reuse(flight);
  }
};
function frameOf({
  poll,
  phase,
  fromUs,
  startUs,
  bytesSent,
  bytesReceived
}) {
  return { series: poll.series, phase, intendedUs: fromUs, startUs, bytesSent, bytesReceived };
}

// src/load/http/cookie-header.ts
function putJarCookie(call, cookie) {
  const { headers, jarCookie: before } = call;
  const at = headers.findIndex((name, index) => index % 2 === 0 && name.toLowerCase() === "cookie");
  const value = at < 0 ? "" : headers[at + 1] ?? "";
  const own = before !== void 0 && value.endsWith(before) ? value.slice(0, -before.length).replace(/; $/, "") : value;
  const all = [own, cookie ?? ""].filter((part) => part !== "").join("; ");
  if (at >= 0) headers.splice(at, 2);
  if (all !== "") headers.push("cookie", all);
  call.jarCookie = cookie;
}

// src/load/http/prepare-regex.ts
import { setFlagsFromString } from "node:v8";
setFlagsFromString("--enable-experimental-regexp-engine-on-excessive-backtracks");
function prepareRegex({ source, flags }) {
  return new RegExp(source, flags.replace(/[gy]/g, ""));
}

// src/load/http/json-path.ts
var SEGMENT = /\.(\*|[A-Za-z_][A-Za-z0-9_]*)|\[(?:(\*)|(\d{1,9})|'([^'\\]*)'|"([^"\\]*)")\]/gy;
function prepareJsonPath(path) {
  const segments = simpleSegments(path);
  if (!segments) {
    return (document) => query(document, path);
  }
  const names = segments.filter((segment) => segment.kind === "name").map((segment) => segment.name);
  if (names.length === segments.length) return (document) => findByNames(document, names);
  return (document) => {
    let found = [document];
    for (const segment of segments) {
      const next = [];
      for (const value of found) addChildren(value, segment, next);
      found = next;
      if (found.length === 0) break;
    }
    return found;
  };
}
function findByNames(document, names) {
  let value = document;
  for (const name of names) {
    if (typeof value !== "object" || value === null || Array.isArray(value) || !Object.hasOwn(value, name)) return [];
    value = value[name];
  }
  return [value];
}
function simpleSegments(path) {
  if (!path.startsWith("$")) return void 0;
  const segments = [];
  SEGMENT.lastIndex = 1;
  let end = 1;
  for (let match = SEGMENT.exec(path); match; match = SEGMENT.exec(path)) {
    const [, dotted, star, index, single, double] = match;
    end = SEGMENT.lastIndex;
    const name = dotted ?? single ?? double;
    if (star !== void 0 || dotted === "*") segments.push({ kind: "all" });
    else if (index !== void 0) segments.push({ kind: "index", index: Number(index) });
    else if (name !== void 0) segments.push({ kind: "name", name });
  }
  return end === path.length ? segments : void 0;
}
function addChildren(value, segment, into) {
  if (typeof value !== "object" || value === null) return;
  switch (segment.kind) {
    case "all":
      for (const child of Array.isArray(value) ? value : Object.values(value)) into.push(child);
      break;
    case "index":
      if (Array.isArray(value) && segment.index < value.length) into.push(value[segment.index]);
      break;
    case "name":
      if (!Array.isArray(value) && Object.hasOwn(value, segment.name)) into.push(value[segment.name]);
      break;
  }
}

// src/load/http/prepare-request.ts
var MOST_KEPT_BYTES = 16777216;
function prepareRequest(program) {
  const { expect } = program;
  return {
    program,
    constantBody: constantBodyOf(program),
    constantTarget: typeof program.path === "string" && program.query.length === 0 && program.origin !== void 0 ? escapeTarget(program.path) : void 0,
    expectReferences: Object.values(program.expectTexts).flatMap(
      (text) => typeof text === "string" ? [] : text.flatMap((part) => typeof part === "string" ? [] : [part])
    ),
    maxSizeBytes: expect.maxSizeBytes ?? Number.POSITIVE_INFINITY,
    headers: expect.headers.map(({ name, value }) => ({
      name: name.toLowerCase(),
      wanted: value.kind === "literal" ? expectedText(program, textKey(value.text)) : "",
      regex: value.kind === "regex" ? prepareRegex(value) : void 0
    })),
    body: expect.body.map((expectation) => ({
      expectation,
      wanted: expectation.kind === "matches" ? "" : expectedText(program, textKey(expectation.text)),
      regex: expectation.kind === "matches" ? prepareRegex(expectation) : void 0
    })),
    json: expect.json.map((expectation) => prepareJsonCheck(expectation, program)),
    captures: program.captures.map(prepareCapture),
    plain: isPlain(expect) && program.captures.length === 0
  };
}
function prepareCapture(program) {
  const { from } = program;
  return {
    program,
    find: from.kind === "json" ? prepareJsonPath(from.path) : void 0,
    regex: from.kind === "body" ? prepareRegex(from) : void 0
  };
}
function prepareJsonCheck({ path, test }, program) {
  const wanted = test.equals === void 0 ? void 0 : expectedText(program, jsonKey(test.equals));
  return {
    path,
    test,
    find: prepareJsonPath(path),
    regex: test.matches ? prepareRegex(test.matches) : void 0,
    wanted,
    constant: typeof wanted === "string" ? { text: wanted, value: JSON.parse(wanted) } : void 0
  };
}
function expectedText(program, key) {
  const text = program.expectTexts[key];
  if (text === void 0) throw new RangeError(`the expectation ${key} of ${program.name} was not compiled`);
  return text;
}
function isPlain(expect) {
  const [range] = expect.status;
  return expect.status.length === 1 && range?.from === 200 && range.to === 299 && expect.headers.length + expect.body.length + expect.json.length === 0 && expect.maxSizeBytes === void 0;
}
function constantBodyOf({ body }) {
  if (body.kind === "text" && typeof body.text === "string") return Buffer.from(body.text);
  if (body.kind === "json" && typeof body.json === "string") return Buffer.from(body.json);
  return void 0;
}

// src/load/http/fill-call.ts
var HostRefused = class extends Error {
  constructor(host) {
    super(`${host} is not an allowed host; add it to allowed_hosts if it is yours`);
    this.name = "HostRefused";
  }
};
function fillCall(call, request, context) {
  const { program } = request;
  const { values } = context;
  for (const reference of request.expectReferences) values.read(reference);
  if (program.origin === void 0) {
    const url = urlOf(withQuery(request, values), program.base);
    if (!url || !matchesHost(url.hostname, context.allowedHosts)) throw new HostRefused(url?.hostname || "a URL that is none");
    call.origin = url.origin;
    call.path = url.pathname + url.search;
  } else {
    call.origin = program.origin;
    call.path = request.constantTarget ?? escapeTarget(withQuery(request, values));
  }
  call.method = program.method;
  call.connection = program.connection;
  call.keepBody = program.keepBody;
  call.maxKept = Math.min(MOST_KEPT_BYTES, request.maxSizeBytes);
  call.headers = program.headers;
  const cookie = context.jar && program.cookies ? context.jar.header(new URL(call.origin + call.path), context.wallMs()) : void 0;
  call.jarCookie = void 0;
  if (program.templatedHeaders.length > 0 || cookie !== void 0 || context.traceparent !== void 0) {
    call.headers = [...program.headers];
    for (const header of program.templatedHeaders) call.headers.push(header.name, expandText(header.value, values));
    putJarCookie(call, cookie);
    if (context.traceparent !== void 0) call.headers.push("traceparent", context.traceparent);
  }
  setBody(call, request, values);
}
function urlOf(text, base) {
  const url = text.startsWith("/") ? URL.parse(text, base) : URL.parse(text);
  return url?.protocol === "http:" || url?.protocol === "https:" ? url : void 0;
}
function withQuery({ program }, values) {
  const path = expandText(program.path, values);
  if (program.query.length === 0) return path;
  const fields = program.query.map((field) => `${encodeField(field.name)}=${encodeField(expandText(field.value, values))}`);
  return `${path}${path.includes("?") ? "&" : "?"}${fields.join("&")}`;
}
function encodeField(text) {
  return encodeURIComponent(text.toWellFormed());
}
function setBody(call, { program, constantBody }, values) {
  if (program.body.kind === "none") {
    call.body = null;
    call.bodyBytes = 0;
    return;
  }
  const body = constantBody ?? bodyOf(program.body, values);
  call.body = body;
  if (typeof body === "string") {
    call.bodyBytes = Buffer.byteLength(body);
  } else if (body instanceof Uint8Array) {
    call.bodyBytes = body.byteLength;
  } else {
    call.bodyBytes = sizeOf(program.body, values);
    call.headers = [...call.headers, "content-length", String(call.bodyBytes)];
  }
}
function bodyOf(body, values) {
  switch (body.kind) {
    case "none":
      return null;
    case "text":
      return expandText(body.text, values);
    case "json":
      return expandJson(body.json, values);
    case "form":
      return new URLSearchParams(body.fields.map((field) => [field.name, expandText(field.value, values)])).toString();
    case "bytes":
      return sharedBytes(body.size);
    case "file":
      return fileBytes(body.path, body.size);
    case "multipart":
      return joinBodies([...body.parts.flatMap((part) => [part.head, bodyOf(part.body, values), "\r\n"]), `--${body.boundary}--\r
`]);
  }
}
function sizeOf(body, values) {
  switch (body.kind) {
    case "bytes":
    case "file":
      return body.size;
    case "text":
      return Buffer.byteLength(expandText(body.text, values));
    case "multipart":
      return body.parts.reduce((sum, part) => sum + Buffer.byteLength(part.head) + sizeOf(part.body, values) + 2, body.boundary.length + 6);
    case "none":
    case "json":
    case "form":
      return 0;
  }
}

// src/load/flow/unsent-step.ts
function describeUnsent(thrown) {
  if (thrown instanceof DataExhausted) return { class: "data", reason: `data ${thrown.table} is used up`, sample: thrown.message };
  if (thrown instanceof HostRefused) return { class: "protocol", reason: "protocol host is not allowed", sample: thrown.message };
  return void 0;
}
function seriesOfStep(step, user) {
  switch (step.op) {
    case "http":
      return step.request.program.series;
    case "parallel":
      return step.requests[0]?.program.series;
    case "poll":
      return step.poll.request.program.series;
    case "ws":
      return step.socket.program.series;
    case "send":
      return user.sessions.find(({ socket }) => socket.program.slot === step.send.program.slot)?.socket.program.series;
    case "receive":
      return step.receive.program.series;
    case "think":
    case "hold":
    case "close":
    case "loop":
    case "next":
      return void 0;
  }
}

// src/load/flow/flow-runner.ts
var FlowRunner = class {
  #queue;
  #recorder;
  #requests;
  #polls;
  #sockets;
  constructor(parts) {
    const { queue, recorder, requests, sockets } = parts;
    this.#queue = queue;
    this.#recorder = recorder;
    this.#requests = requests;
    this.#polls = new PollRunner(queue, requests);
    this.#sockets = sockets;
    sockets.continuation.onGoOn = (user, nowUs) => this.#goOn(user, nowUs);
    requests.onLanded = (flight) => this.#landed(flight);
    requests.onExpired = (flight, nowUs) => this.#expired(flight, nowUs);
  }
  /** Runs a user from where it is until it waits. */
  run(user, nowUs) {
    user.running = true;
    let us = nowUs;
    for (; ; ) {
      const waits = this.#runFlow(user, us);
      if (waits) break;
      us = Math.max(us, this.#requests.clock.nowUs());
      if (!this.endFlow(user, user.failed ? "failed" : "ok", us)) break;
    }
    user.running = false;
  }
  continueAfterWait(user, nowUs) {
    user.waited = true;
    if (user.poll) {
      if (this.#polls.again(user, nowUs)) return;
      this.#goOn(user, nowUs);
      return;
    }
    if (user.socketWait) {
      if (!this.#sockets.expired(user, nowUs)) this.run(user, nowUs);
      return;
    }
    user.intendedUs = user.dueUs;
    this.#requests.recordLag(user, nowUs - user.dueUs);
    this.run(user, nowUs);
  }
  /** Ends a user's flow where it is; true: the host has given it a new one. */
  endFlow(user, outcome, nowUs) {
    this.#queue.cancel(user);
    user.poll = void 0;
    user.socketWait = void 0;
    if (user.flow === "iteration") this.#recorder.countIteration(user.phase, outcome);
    return user.host.flowEnded(user, outcome, nowUs);
  }
  /** Gives up all that a user has in flight and ends its flow. Cut ones are charged, interrupted ones are not. */
  giveUp(user, outcome, nowUs) {
    const flights = user.flights;
    const wasInFlight = user.isInFlight;
    user.flights = [];
    this.#sockets.giveUp(user, outcome, nowUs);
    if (user.poll) this.#polls.giveUp(user, outcome, nowUs);
    for (const flight of flights) this.#requests.abandon(flight, user.poll ? void 0 : outcome, nowUs);
    user.poll = void 0;
    if (user.flow !== "none") this.endFlow(user, wasInFlight ? outcome : "interrupted", nowUs);
  }
  /** A virtual user ends for good: what it holds open is closed. */
  retire(user, nowUs) {
    if (user.sessions.length > 0) this.#sockets.retire(user, nowUs);
  }
  /** True: the user waits. False: the flow is over. */
  #runFlow(user, nowUs) {
    try {
      while (user.pc < user.code.length) {
        const instruction = user.code[user.pc];
        if (!instruction) break;
        if (user.host.stopping && instruction.op !== "loop" && instruction.op !== "next") {
          this.endFlow(user, "interrupted", nowUs);
          return true;
        }
        user.pc++;
        if (this.#runInstruction(user, instruction, nowUs)) return true;
        if (user.flow === "none") return true;
      }
      return false;
    } catch (thrown) {
      this.#recordUnsent(user, thrown, nowUs);
      user.failed = true;
      user.pc = user.code.length;
      return user.flights.length > 0;
    }
  }
  #runInstruction(user, instruction, nowUs) {
    switch (instruction.op) {
      case "http":
        this.#requests.start(user, instruction.request, nowUs);
        return user.flights.length > 0;
      case "parallel":
        for (const request of instruction.requests) this.#requests.start(user, request, nowUs);
        return user.flights.length > 0;
      case "poll":
        return this.#polls.begin(user, instruction.poll, nowUs);
      case "think": {
        const thinkUs = drawThinkUs(instruction.think, user.random);
        this.#queue.schedule(user, Math.max(nowUs, user.intendedUs + thinkUs));
        return true;
      }
      case "ws":
        return this.#sockets.open(user, instruction.socket, nowUs);
      case "send":
        return this.#sockets.send(user, instruction.send, nowUs);
      case "receive":
        return this.#sockets.receive(user, instruction.receive, nowUs);
      case "hold":
        return this.#sockets.hold(user, instruction, nowUs);
      case "close":
        this.#sockets.close(user, instruction.slot, nowUs);
        return false;
      case "loop":
        this.#enterLoop(user, instruction);
        return false;
      case "next":
        this.#nextPass(user, instruction.body);
        return false;
    }
  }
  #enterLoop(user, loop) {
    const rows = loop.table >= 0 ? this.#requests.rowsOf(loop.table) : void 0;
    const passes = rows ? rows.length : loop.times;
    if (passes === 0) {
      user.pc = loop.exit;
      return;
    }
    const saved = user.values.save(user.program.passSlots);
    user.loops.push({ pass: -1, passes, rows, slot: loop.slot, exit: loop.exit, saved });
    this.#nextPass(user, user.pc);
  }
  #nextPass(user, body) {
    const frame = user.loops.at(-1);
    if (!frame) return;
    frame.pass++;
    if (frame.pass >= frame.passes) {
      user.loops.pop();
      user.values.restore(user.program.passSlots, frame.saved);
      user.pc = frame.exit;
      return;
    }
    user.values.clear(user.program.passSlots);
    if (frame.slot >= 0) user.values.set(frame.slot, frame.rows ? frame.rows[frame.pass] : frame.pass);
    user.pc = body;
  }
  /** An answer, or a failure of the transport. */
  #landed(flight) {
    const { user, request } = flight;
    if (!user || !request) return;
    if (!user.running) user.waited = true;
    if (flight.error === void 0 && request.program.cookies)
      this.#requests.storeCookies(user, flight.origin + flight.path, flight.responseHeaders["set-cookie"]);
    if (user.poll) {
      const { endUs } = flight;
      if (this.#polls.landed(user, flight)) return;
      this.#goOn(user, endUs);
      return;
    }
    if (flight.error === void 0 && request.program.followRedirects) {
      const hop = nextHop(flight, this.#requests.allowedHosts);
      if (hop === "sent") return this.#requests.sendAgain(flight);
      if (hop !== void 0) return this.#settle(user, flight, hop);
    }
    this.#settle(user, flight, this.#judge(user, flight, request));
  }
  #judge(user, flight, request) {
    if (flight.error) return { class: flight.error.class, reason: flight.error.reason, sample: flight.error.message };
    if (request.plain && flight.status >= 200 && flight.status < 300) return void 0;
    const body = readBody(flight);
    const { responseHeaders: headers, status, bytesReceived } = flight;
    const source = { headers, body, shown: `the answer (status ${status}, ${bytesReceived} bytes)` };
    const mask = (text) => this.#requests.mask(text, user, listCapturable(source, request.captures));
    const unexpected = checkResponse(flight, request, { body, values: user.values, mask });
    if (unexpected || request.captures.length === 0) return unexpected;
    const notFound = captureValues(source, request.captures, user);
    if (notFound) user.pc = user.code.length;
    return notFound;
  }
  #settle(user, flight, failure) {
    if (failure) user.failed = true;
    this.#requests.record(flight, failure ? "failed" : "ok", failure);
    this.#leave(user, flight);
  }
  #expired(flight, nowUs) {
    const { user } = flight;
    if (!user) return;
    user.waited = true;
    if (user.poll) {
      if (this.#polls.expired(user, flight, nowUs)) return;
      this.#goOn(user, nowUs);
      return;
    }
    user.failed = true;
    this.#requests.abandon(flight, "timed-out", nowUs);
    this.#leave(user, flight);
  }
  /** One of the user's requests is over; when it was the last, the flow goes on. */
  #leave(user, flight) {
    const endUs = flight.endUs;
    if (user.flights.at(-1) === flight) user.flights.pop();
    else user.flights.splice(user.flights.indexOf(flight), 1);
    user.intendedUs = Math.max(user.intendedUs, endUs);
    this.#requests.reuse(flight);
    if (user.flights.length === 0) this.#goOn(user, endUs);
  }
  #goOn(user, nowUs) {
    if (!user.running) this.run(user, nowUs);
  }
  /** A step that could not even be sent: without a row or host it is a failure of its series; without a variable or connection the iteration just ends. */
  #recordUnsent(user, thrown, nowUs) {
    if (thrown instanceof MissingVariable) return;
    const step = user.code[user.pc - 1];
    const series = step && seriesOfStep(step, user);
    const failure = describeUnsent(thrown);
    if (series === void 0 || failure === void 0) throw thrown;
    this.#requests.recordUnsent(user, series, failure, nowUs);
  }
};

// src/load/flow/json-pattern.ts
function patternOf(value) {
  if (typeof value !== "object" || value === null) return { kind: "value", value };
  if (Array.isArray(value)) return { kind: "list", items: value.map(patternOf) };
  return { kind: "map", keys: Object.keys(value), values: Object.values(value).map(patternOf) };
}
function preparePattern(json) {
  if (typeof json === "string") return { kind: "constant", pattern: patternOf(JSON.parse(json)) };
  const places = [];
  let text = "";
  for (const part of json) {
    if (typeof part === "string") text += part;
    else text += part.whole ? `"${markOf(places.push(part) - 1)}"` : markOf(places.push(part) - 1);
  }
  return prepareValue(JSON.parse(text), places);
}
function expandPattern(prepared, values) {
  switch (prepared.kind) {
    case "constant":
      return prepared.pattern;
    case "map":
      return { kind: "map", keys: prepared.keys, values: prepared.values.map((value) => expandPattern(value, values)) };
    case "list":
      return { kind: "list", items: prepared.items.map((item) => expandPattern(item, values)) };
    case "whole":
      return patternOf(values.read(prepared.reference) ?? null);
    case "text":
      return { kind: "value", value: expandText(prepared.text, values) };
  }
}
function holdsPattern(value, pattern) {
  if (pattern.kind === "value") return value === pattern.value;
  if (typeof value !== "object" || value === null) return false;
  if (pattern.kind === "list") {
    const { items } = pattern;
    return Array.isArray(value) && value.length === items.length && items.every((item, index) => holdsPattern(value[index], item));
  }
  if (Array.isArray(value)) return false;
  const { keys, values } = pattern;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] ?? "";
    const wanted = values[index];
    if (!Object.hasOwn(value, key) || !wanted || !holdsPattern(value[key], wanted)) return false;
  }
  return true;
}
var MARK = /\u{F8FF}lg(\d+)\u{F8FF}/u;
function markOf(place) {
  return `lg${place}`;
}
function prepareValue(value, places) {
  if (typeof value === "string") return prepareString(value, places);
  if (typeof value !== "object" || value === null) return { kind: "constant", pattern: patternOf(value) };
  const inner = Object.values(value).map((child) => prepareValue(child, places));
  if (inner.every(({ kind }) => kind === "constant")) return { kind: "constant", pattern: patternOf(value) };
  return Array.isArray(value) ? { kind: "list", items: inner } : { kind: "map", keys: Object.keys(value), values: inner };
}
function prepareString(text, places) {
  const parts = text.split(MARK).map((part, index) => index % 2 === 0 ? part : places[Number(part)]);
  const [before, only, after] = parts;
  if (parts.length === 1) return { kind: "constant", pattern: patternOf(text) };
  if (parts.length === 3 && before === "" && after === "" && typeof only === "object" && only.whole)
    return { kind: "whole", reference: only };
  return { kind: "text", text: parts.filter((part) => part !== void 0 && part !== "") };
}

// src/load/flow/match-message.ts
function prepareMatch(program) {
  switch (program.kind) {
    case "regex":
      return { kind: "constant", match: { kind: "regex", regex: prepareRegex(program) } };
    case "json": {
      const pattern = preparePattern(program.json);
      return pattern.kind === "constant" ? { kind: "constant", match: { kind: "json", pattern: pattern.pattern } } : { kind: "json", pattern };
    }
    case "text":
      return typeof program.text === "string" ? { kind: "constant", match: { kind: "text", text: program.text } } : program;
  }
}
function expandMatch(prepared, values) {
  switch (prepared.kind) {
    case "constant":
      return prepared.match;
    case "json":
      return { kind: "json", pattern: expandPattern(prepared.pattern, values) };
    case "text":
      return { kind: "text", text: expandText(prepared.text, values) };
  }
}
var Message = class {
  text;
  arrivedUs;
  /** The phase that it came in. */
  phase;
  #json;
  #isParsed = false;
  constructor(text, arrivedUs, phase) {
    this.text = text;
    this.arrivedUs = arrivedUs;
    this.phase = phase;
  }
  /** Undefined when it is not JSON. */
  json() {
    if (!this.#isParsed) {
      this.#isParsed = true;
      try {
        this.#json = JSON.parse(this.text);
      } catch {
        this.#json = void 0;
      }
    }
    return this.#json;
  }
};
function isMatch(match, message) {
  switch (match.kind) {
    case "json":
      return holdsPattern(message.json(), match.pattern);
    case "text":
      return message.text === match.text;
    case "regex":
      return match.regex.test(message.text);
  }
}

// src/load/flow/prepare-flow.ts
function prepareUsers(program) {
  return program.users.map(({ start, tasks }) => {
    const steps = [start, ...tasks.map(({ code }) => code)].flat();
    return { start: prepareFlow(start, steps), tasks: tasks.map(({ code }) => prepareFlow(code, steps)) };
  });
}
function prepareFlow(code, steps) {
  return code.map((instruction) => {
    switch (instruction.op) {
      case "http":
        return { op: "http", request: prepareRequest(instruction.step) };
      case "parallel":
        return { op: "parallel", requests: instruction.steps.map(prepareRequest) };
      case "poll":
        return { op: "poll", poll: { ...instruction.poll, request: prepareRequest(instruction.poll.request) } };
      case "ws":
        return { op: "ws", socket: prepareSocket(instruction.socket, steps) };
      case "send":
        return { op: "send", send: { program: instruction.send, constant: constantOf(instruction.send) } };
      case "receive": {
        const { receive: program } = instruction;
        return {
          op: "receive",
          receive: { program, match: prepareMatch(program.match), captures: program.captures.map(prepareCapture) }
        };
      }
      case "think":
      case "hold":
      case "close":
      case "loop":
      case "next":
        return instruction;
    }
  });
}
function prepareSocket(program, steps) {
  const taken = steps.flatMap((step) => step.op === "receive" && step.receive.slot === program.slot ? step.receive.captures : []);
  return {
    program,
    request: prepareRequest(program.request),
    ready: program.ready && prepareMatch(program.ready),
    captures: program.captures.map(prepareCapture),
    capturable: [...program.captures, ...taken].map(prepareCapture)
  };
}
function constantOf({ message }) {
  switch (message.kind) {
    case "bytes":
      return wholeBytes(message.size);
    case "json":
      return typeof message.json === "string" ? message.json : void 0;
    case "text":
      return typeof message.text === "string" ? message.text : void 0;
  }
}

// src/metrics/sample.ts
function emptySample() {
  return {
    series: 0,
    phase: 0,
    outcome: "ok",
    intendedUs: 0,
    startUs: 0,
    endUs: 0,
    headUs: -1,
    queueUs: -1,
    connectUs: -1,
    tlsUs: -1,
    status: 0,
    bytesSent: 0,
    bytesReceived: 0,
    failure: void 0
  };
}
function clearSample(sample) {
  sample.series = 0;
  sample.phase = 0;
  sample.outcome = "ok";
  sample.intendedUs = 0;
  sample.startUs = 0;
  sample.endUs = 0;
  sample.headUs = -1;
  sample.queueUs = -1;
  sample.connectUs = -1;
  sample.tlsUs = -1;
  sample.status = 0;
  sample.bytesSent = 0;
  sample.bytesReceived = 0;
  sample.failure = void 0;
  return sample;
}

// src/load/flow/slow-requests.ts
var MOST = 50;
var SlowRequests = class {
  #slowest = [];
  /** Takes a request in if it is among the slowest so far. */
  remember(request) {
    if (this.#slowest.length >= MOST) {
      const last = this.#slowest.at(-1);
      if (last && last.latencyUs >= request.latencyUs) return;
      this.#slowest.pop();
    }
    this.#slowest.push(request);
    this.#slowest.sort((left, right) => right.latencyUs - left.latencyUs);
  }
  list() {
    return this.#slowest;
  }
};

// src/load/time/timeout-list.ts
var TimeoutList = class {
  dueUs = 0;
  place = -1;
  #queue;
  #first;
  #last;
  constructor(queue) {
    this.#queue = queue;
  }
  /** Deadlines must be added in ascending order. */
  add(item, deadlineUs) {
    item.deadlineUs = deadlineUs;
    item.list = this;
    item.earlier = this.#last;
    item.later = void 0;
    if (this.#last) this.#last.later = item;
    else this.#first = item;
    this.#last = item;
    if (this.place < 0) this.#queue.schedule(this, deadlineUs);
  }
  /** Takes an item out that is in this list. */
  remove(item) {
    if (item.list !== this) return;
    if (item.earlier) item.earlier.later = item.later;
    else this.#first = item.later;
    if (item.later) item.later.earlier = item.earlier;
    else this.#last = item.earlier;
    item.earlier = void 0;
    item.later = void 0;
    item.list = void 0;
  }
  fire(nowUs) {
    while (this.#first && this.#first.deadlineUs <= nowUs) {
      const item = this.#first;
      this.remove(item);
      item.expire(nowUs);
    }
    if (this.#first && this.place < 0) this.#queue.schedule(this, this.#first.deadlineUs);
  }
};

// src/load/flow/request-runner.ts
var LONGEST_SAMPLE = 300;
var SHORTEST_CAPTURED = 4;
var WHERE = {
  line: "while it waited for a connection",
  connect: "while it connected",
  tls: "during the TLS handshake",
  sent: "while it waited for an answer",
  body: "while the body came"
};
var RequestRunner = class {
  clock;
  #options;
  #timeouts = /* @__PURE__ */ new Map();
  #spare = [];
  #sample = emptySample();
  slowRequests = new SlowRequests();
  /** Counted when they are handed over, apart from the recorder: the two must agree. */
  requestsStarted = 0;
  bytesMoved = 0;
  #traces = 0;
  onLanded = () => void 0;
  onExpired = () => void 0;
  constructor(options) {
    this.#options = options;
    this.clock = options.clock;
  }
  get allowedHosts() {
    return this.#options.source.program.allowedHosts;
  }
  rowsOf(table) {
    return this.#options.source.program.data[table]?.rows ?? [];
  }
  /** Sends a step's request and counts it. Throws, before anything is sent, when a variable is missing. */
  start(user, request, nowUs) {
    const flight = this.prepare(user, request, nowUs);
    this.requestsStarted++;
    this.launch(flight, nowUs, request.program.timeoutUs);
  }
  /** A flight with the request in it, not yet sent. */
  prepare(user, request, nowUs) {
    const { source, phases } = this.#options;
    const flight = this.#spare.pop() ?? new Flight();
    flight.traceId = request.program.traceparent ? this.#newTraceId() : void 0;
    try {
      fillCall(flight, request, {
        values: user.values,
        jar: user.jarIfAny,
        allowedHosts: source.program.allowedHosts,
        wallMs: source.wallMs,
        traceparent: flight.traceId === void 0 ? void 0 : `00-${flight.traceId}-${flight.traceId.slice(16)}-01`
      });
    } catch (thrown) {
      this.#spare.push(flight);
      throw thrown;
    }
    flight.owner = this;
    flight.user = user;
    flight.request = request;
    flight.phase = phases.currentPhase;
    flight.intendedUs = Math.min(user.intendedUs, nowUs);
    flight.hops = 0;
    flight.earlierSent = 0;
    flight.earlierReceived = 0;
    user.stepStarts?.set(request.program.series, { intendedUs: flight.intendedUs, startUs: nowUs });
    return flight;
  }
  /** Puts a prepared flight on its way. */
  launch(flight, nowUs, timeoutUs) {
    flight.user?.flights.push(flight);
    let list = this.#timeouts.get(timeoutUs);
    if (!list) this.#timeouts.set(timeoutUs, list = new TimeoutList(this.#options.queue));
    list.add(flight, nowUs + timeoutUs);
    flight.startUs = nowUs;
    this.#options.transport.send(flight);
  }
  /** The next hop of a redirect: same time limit, same sample; the jar's cookies are those for the new address. */
  sendAgain(flight) {
    if (flight.request?.program.cookies) {
      flight.headers = [...flight.headers];
      putJarCookie(flight, flight.user?.jarIfAny?.header(new URL(flight.origin + flight.path), this.#options.source.wallMs()));
    }
    this.#options.transport.send(flight);
  }
  callDone(call) {
    const flight = call;
    const hasNextHop = flight.error === void 0 && flight.request?.program.followRedirects === true;
    if (!hasNextHop) flight.list?.remove(flight);
    this.onLanded(flight);
  }
  callExpired(call, nowUs) {
    this.onExpired(call, nowUs);
  }
  /** Gives a flight up; with an outcome it is recorded, without one it only ends (a poll's own request). */
  abandon(flight, outcome, nowUs) {
    const where = WHERE[this.#options.transport.abandon(flight)];
    flight.list?.remove(flight);
    flight.endUs = nowUs;
    if (outcome === void 0) return;
    const limit = formatDuration((flight.request?.program.timeoutUs ?? 0) / 1e3);
    const failure = outcome === "timed-out" ? { class: "timeout", reason: `timeout after ${limit}`, sample: `given up after ${limit}, ${where}` } : outcome === "cut" ? { class: "cut", reason: "cut at the time box", sample: `still in flight when the time box ended, ${where}` } : void 0;
    this.record(flight, outcome, failure);
  }
  /** Records a flight that is over. */
  record(flight, outcome, failure) {
    flight.list?.remove(flight);
    const sample = this.#sample;
    sample.series = flight.request?.program.series ?? 0;
    sample.phase = flight.phase;
    sample.outcome = outcome;
    sample.intendedUs = flight.intendedUs;
    sample.startUs = flight.startUs;
    sample.endUs = flight.endUs;
    sample.headUs = flight.headUs;
    sample.queueUs = flight.queueUs;
    sample.connectUs = flight.connectUs;
    sample.tlsUs = flight.tlsUs;
    sample.status = outcome === "ok" || outcome === "failed" ? flight.status : 0;
    sample.bytesSent = flight.bodyBytes + flight.earlierSent;
    sample.bytesReceived = flight.bytesReceived + flight.earlierReceived;
    sample.failure = failure && this.maskFailure(failure, flight.user);
    this.bytesMoved += sample.bytesSent + sample.bytesReceived;
    this.#options.recorder.record(sample);
    const latencyUs = flight.endUs - flight.intendedUs;
    if (flight.request && latencyUs > flight.request.program.slowerThanUs) {
      const { traceId } = flight;
      this.slowRequests.remember({
        series: sample.series,
        atMs: Math.round(flight.intendedUs / 1e3),
        latencyUs: Math.round(latencyUs),
        traceId
      });
    }
  }
  /** Records a request that could not be made, as a failure of its series that took no time. */
  recordUnsent(user, series, failure, nowUs) {
    const sample = clearSample(this.#sample);
    sample.series = series;
    sample.phase = this.#options.phases.currentPhase;
    this.requestsStarted++;
    sample.outcome = "failed";
    sample.intendedUs = nowUs;
    sample.startUs = nowUs;
    sample.endUs = nowUs;
    sample.failure = this.maskFailure(failure, user);
    this.#options.recorder.record(sample);
  }
  /** Records a sample that somebody else has made: of polls and WebSockets. */
  recordSample(fill, user) {
    const sample = clearSample(this.#sample);
    fill(sample);
    if (sample.failure) sample.failure = this.maskFailure(sample.failure, user);
    this.bytesMoved += sample.bytesSent + sample.bytesReceived;
    this.#options.recorder.record(sample);
  }
  /** Puts the cookies of an answer into the user's jar. */
  storeCookies(user, url, header) {
    if (header !== void 0) user.jar.store(new URL(url), header, this.#options.source.wallMs());
  }
  /** The lateness of something that the schedule planned, in judged phases. */
  recordLag(user, lagUs) {
    if (this.#options.phases.isJudged(user.phase)) this.#options.recorder.recordScheduleLag(lagUs);
  }
  /** Takes a flight back that nobody uses any more. */
  reuse(flight) {
    flight.list?.remove(flight);
    flight.user = void 0;
    flight.request = void 0;
    flight.body = null;
    flight.clearResponse();
    this.#spare.push(flight);
  }
  /**
   * Takes out of a text all secrets, cookies and all that the user has captured; to be done before a text is cut, or the beginning of a value would stay. `also`: values
   * that are yet to be captured.
   */
  mask(text, user, also = []) {
    const values = [...user?.values.captured() ?? [], ...user?.jarIfAny?.values() ?? [], ...also];
    const hide = createMasker(values.filter((value) => value.length >= SHORTEST_CAPTURED));
    return this.#options.mask(hide(text));
  }
  /** A failure as it may be shown: without secrets, and bounded. */
  maskFailure(failure, user) {
    const text = this.mask(failure.sample, user);
    return {
      class: failure.class,
      reason: this.#options.mask(failure.reason),
      sample: text.length > LONGEST_SAMPLE ? `${text.slice(0, LONGEST_SAMPLE - 1)}…` : text
    };
  }
  #newTraceId() {
    return this.#options.tracePrefix + (++this.#traces).toString(16).padStart(16, "0");
  }
};

// src/load/flow/continuation.ts
var Continuation = class {
  #queue;
  /** Of the flow runner. */
  onGoOn = () => void 0;
  constructor(queue) {
    this.#queue = queue;
  }
  /** The wait is over: the next step is due now. */
  goOn(user, nowUs) {
    this.#queue.cancel(user);
    user.socketWait = void 0;
    user.waited = true;
    user.sendsInARow = 0;
    user.intendedUs = Math.max(user.intendedUs, nowUs);
    this.onGoOn(user, nowUs);
  }
  /** The wait has failed, and what follows cannot be meant without what it waited for: the flow ends. */
  endFlow(user, nowUs) {
    user.failed = true;
    user.pc = user.code.length;
    this.goOn(user, nowUs);
  }
};

// src/load/flow/inbox.ts
var MOST_MESSAGES = 64;
var MOST_CHARS = 65536;
var MOST_REMEMBERED = 64;
var Inbox = class {
  #owner;
  #kept = [];
  #chars = 0;
  /** A ring; `#next` is where the next goes. */
  #received = [];
  #next = 0;
  #expired = [];
  constructor(owner) {
    this.#owner = owner;
  }
  /** A message that no step waits for. */
  put(message) {
    const late = this.#expired.findIndex(({ match }) => isMatch(match, message));
    const missed = this.#expired[late];
    if (missed) {
      this.#expired.splice(late, 1);
      this.noteReceived(missed.match, missed.series);
      this.#owner.countLate(missed.series, message);
      return;
    }
    const twin = this.#received.find(({ match }) => isMatch(match, message));
    this.#kept.push({ message, twinOf: twin?.series ?? -1 });
    this.#chars += message.text.length;
    while (this.#kept.length > MOST_MESSAGES || this.#chars > MOST_CHARS && this.#kept.length > 1) this.#letGo(this.#kept.shift());
  }
  /**
   * Takes out the oldest message that fits; undefined: none has come yet. `sinceUs`: a message that came before cannot be the effect of what it is awaited for. Where
   * that is only supposed (`isStrict` false), one that was never received before may all the same have been sent by itself, as a greeting is.
   */
  take(match, sinceUs, isStrict) {
    if (this.#kept.length === 0) return void 0;
    const place = this.#kept.findIndex(
      ({ message, twinOf }) => (message.arrivedUs >= sinceUs || !isStrict && twinOf < 0) && isMatch(match, message)
    );
    const [found] = place < 0 ? [] : this.#kept.splice(place, 1);
    if (found) this.#chars -= found.message.text.length;
    return found?.message;
  }
  /** A step has received what it wanted: more of the same are duplicates. */
  noteReceived(match, series) {
    if (this.#received[(this.#next + MOST_REMEMBERED - 1) % MOST_REMEMBERED]?.match === match) return;
    this.#received[this.#next] = { match, series };
    this.#next = (this.#next + 1) % MOST_REMEMBERED;
  }
  /** A step has waited in vain: what still comes is late. */
  noteExpired(match, series) {
    if (this.#expired.length >= MOST_REMEMBERED) this.#expired.shift();
    this.#expired.push({ match, series });
  }
  /** Counts what is left; the connection is over. */
  close() {
    for (const kept of this.#kept) this.#letGo(kept);
    this.#kept = [];
    this.#chars = 0;
  }
  /** The newest message that nobody has received, for the words of a failure. */
  get newest() {
    return this.#kept.at(-1)?.message;
  }
  #letGo(kept) {
    if (!kept) return;
    if (kept.twinOf >= 0) this.#owner.countDuplicate(kept.twinOf, kept.message);
    else this.#owner.countUnmatched(kept.message);
    this.#chars -= kept.message.text.length;
  }
};

// src/load/flow/receive-runner.ts
var ReceiveRunner = class {
  #queue;
  #book;
  #continuation;
  constructor(queue, book, continuation) {
    this.#queue = queue;
    this.#book = book;
    this.#continuation = continuation;
  }
  /** Takes a message that has come already, or waits. True: the user waits. */
  begin(user, session, receive, nowUs) {
    const { program } = receive;
    const match = expandMatch(receive.match, user.values);
    const from = beginOf(user, session, receive, nowUs);
    const wait = { kind: "receive", receive, match, session, phase: this.#book.phase, ...from };
    this.#book.begin();
    const early = session.inbox?.take(match, from.startUs, program.since >= 0);
    if (early) {
      user.waited = true;
      this.#succeed(wait, early, nowUs);
      return false;
    }
    session.waiting = wait;
    user.socketWait = wait;
    this.#queue.schedule(user, nowUs + program.withinUs);
    return true;
  }
  /** A message came on an open connection. */
  deliver(session, message, nowUs) {
    const wait = session.waiting;
    if (wait && isMatch(wait.match, message)) {
      session.waiting = void 0;
      this.#succeed(wait, message, nowUs);
      this.#continuation.goOn(session.user, nowUs);
    } else if (session.inbox) session.inbox.put(message);
    else this.#book.unmatched(session, nowUs);
  }
  /** The message has not come in time; the flow goes on with its next step. */
  timeOut(wait, nowUs) {
    const { user, inbox } = wait.session;
    const { program, captures } = wait.receive;
    const within = formatDuration(program.withinUs / 1e3);
    const failure = {
      class: "timeout",
      reason: `timeout: no such message within ${within}`,
      sample: `no message like ${program.shownMatch} within ${within}; ${this.#describeNewest(wait.session)}`
    };
    wait.session.waiting = void 0;
    inbox?.noteExpired(wait.match, program.series);
    this.#book.received(wait, { outcome: "timed-out", failure, endUs: nowUs });
    user.failed = true;
    user.intendedUs = Math.max(user.intendedUs, nowUs);
    if (captures.length > 0) user.pc = user.code.length;
  }
  /** The connection ended under it. */
  fail(wait, failure, nowUs) {
    wait.session.waiting = void 0;
    this.#book.received(wait, { outcome: "failed", failure, endUs: nowUs });
    this.#continuation.endFlow(wait.session.user, nowUs);
  }
  /** The run ends; recorded with the outcome. */
  giveUp(wait, outcome, nowUs) {
    const sample = "still waiting for a message when the time box ended";
    const failure = outcome === "cut" ? { class: "cut", reason: "cut at the time box", sample } : void 0;
    wait.session.waiting = void 0;
    this.#book.received(wait, { outcome, failure, endUs: nowUs });
  }
  /** Without what a step takes from such messages, which may not have been taken yet. */
  #describeNewest({ inbox, socket, user }) {
    const newest = inbox?.newest;
    if (!newest) return "no other message waits";
    const values = listCapturable(sourceOf(newest), socket.capturable);
    return `the newest that nobody has received: ${this.#book.mask(newest.text, user, values)}`;
  }
  #succeed(wait, message, nowUs) {
    const { user, inbox } = wait.session;
    const { program, captures } = wait.receive;
    inbox?.noteReceived(wait.match, program.series);
    const unfound = captureMessage(user, captures, message);
    if (unfound) {
      user.failed = true;
      user.pc = user.code.length;
    }
    const endUs = Math.max(message.arrivedUs, wait.startUs);
    this.#book.received(wait, { outcome: unfound ? "failed" : "ok", failure: unfound, endUs });
    user.intendedUs = Math.max(user.intendedUs, nowUs);
  }
};
function captureMessage(user, captures, message) {
  if (captures.length === 0) return void 0;
  return captureValues(sourceOf(message), captures, user);
}
function sourceOf(message) {
  const body = { text: () => message.text, json: () => message.json() };
  return { headers: {}, body, shown: `the message of ${message.text.length} characters` };
}
function beginOf(user, session, { program }, nowUs) {
  if (program.since >= 0) {
    const start = user.stepStarts?.get(program.since);
    if (start === void 0) throw new MissingVariable("since");
    return start;
  }
  if (session.sentUs >= 0) return { intendedUs: session.sendDueUs, startUs: session.sentUs };
  return { intendedUs: Math.min(user.intendedUs, nowUs), startUs: nowUs };
}

// src/load/flow/session-keeper.ts
var NORMAL_CLOSURE = 1e3;
var SessionKeeper = class {
  #parts;
  constructor(parts) {
    this.#parts = parts;
  }
  sessionOpened(session, headers, nowUs) {
    const { program } = session.socket.request;
    if (program.cookies) this.#parts.requests.storeCookies(session.user, session.url, headers["set-cookie"]);
    if (session.ready === void 0) this.#becomeReady(session, void 0, nowUs);
  }
  sessionMessage(session, payload, nowUs) {
    const { book, receives } = this.#parts;
    book.messageIn(session, payload.byteLength, nowUs);
    const isConnecting = session.state === "connecting";
    if (!isConnecting && session.waiting === void 0 && session.inbox === void 0) {
      book.unmatched(session, nowUs);
      return;
    }
    const message = new Message(payload.toString("utf8"), nowUs, book.phase);
    if (!isConnecting) receives.deliver(session, message, nowUs);
    else if (session.ready !== void 0 && isMatch(session.ready, message)) this.#becomeReady(session, message, nowUs);
    else if (session.inbox) session.inbox.put(message);
    else book.unmatched(session, nowUs);
  }
  sessionPong(session, nowUs) {
    if (session.pingUs < 0) return;
    const nextUs = session.pingUs + session.socket.program.heartbeatUs;
    session.pingUs = -1;
    this.#parts.queue.schedule(session, Math.max(nowUs, nextUs));
  }
  sessionEnded(session, { failure }, nowUs) {
    if (session.state === "connecting") this.#failConnect(session, "failed", failure, nowUs);
    else this.#drop(session, failure, nowUs);
  }
  /** Its time to connect is over, or a ping is due, or the pong of one. */
  sessionDue(session, nowUs) {
    const { timeoutUs } = session.socket.request.program;
    const limit = formatDuration(timeoutUs / 1e3);
    if (session.state === "connecting") {
      const where = session.link?.status === 101 ? "while it waited for the message that makes it ready" : "while it connected";
      session.link?.destroy();
      const failure = { class: "timeout", reason: `timeout after ${limit}`, sample: `given up after ${limit}, ${where}` };
      this.#failConnect(session, "timed-out", failure, nowUs);
    } else if (session.pingUs >= 0) {
      session.link?.destroy();
      this.#drop(session, { class: "ws-close", reason: "closed: no pong", sample: `no pong came within ${limit} of a ping` }, nowUs);
    } else {
      session.pingUs = nowUs;
      session.link?.ping();
      this.#parts.queue.schedule(session, nowUs + timeoutUs);
    }
  }
  /** The other side has not taken what was sent in the time that it has. */
  giveUpSending(session, nowUs) {
    const limit = formatDuration(session.socket.request.program.timeoutUs / 1e3);
    const sample = `the other side reads too little: what was sent to it was not taken within ${limit}`;
    session.link?.destroy();
    this.#drop(session, { class: "timeout", reason: `timeout: messages not taken within ${limit}`, sample }, nowUs);
  }
  /** The user ends it. */
  leave(session, nowUs) {
    if (session.state === "open") {
      session.link?.close(NORMAL_CLOSURE);
      this.#end(session, nowUs, void 0);
    } else {
      session.link?.destroy();
      this.#forget(session);
    }
  }
  /** Gives up connecting; recorded with the outcome. */
  giveUpConnect(session, outcome, nowUs) {
    const sample = "still connecting when the time box ended";
    const failure = outcome === "cut" ? { class: "cut", reason: "cut at the time box", sample } : void 0;
    this.#parts.book.connected(session, { outcome, failure, endUs: nowUs });
    session.link?.destroy();
    this.#forget(session);
  }
  #becomeReady(session, message, nowUs) {
    const { user, socket } = session;
    const { book, queue, continuation } = this.#parts;
    const unfound = message && captureMessage(user, socket.captures, message);
    if (unfound) {
      session.link?.destroy();
      this.#failConnect(session, "failed", unfound, nowUs);
      return;
    }
    session.state = "open";
    session.openedUs = nowUs;
    session.url = "";
    user.values.set(socket.program.slot, session);
    book.connected(session, { outcome: "ok", failure: void 0, endUs: nowUs });
    book.opened(session, nowUs);
    if (socket.program.heartbeatUs === Number.POSITIVE_INFINITY) queue.cancel(session);
    else queue.schedule(session, nowUs + socket.program.heartbeatUs);
    continuation.goOn(user, nowUs);
  }
  #failConnect(session, outcome, failure, nowUs) {
    this.#parts.book.connected(session, { outcome, failure, endUs: nowUs });
    this.#forget(session);
    this.#parts.continuation.endFlow(session.user, nowUs);
  }
  /** The other side has ended it, or has fallen silent: who waits for it need not wait any longer. */
  #drop(session, failure, nowUs) {
    const { user, waiting } = session;
    this.#end(session, nowUs, failure);
    const wait = user.socketWait;
    if (waiting) this.#parts.receives.fail(waiting, failure, nowUs);
    else if (wait?.kind === "hold" && wait.slots.every((slot) => !user.values.has(slot))) this.#parts.continuation.endFlow(user, nowUs);
  }
  #end(session, nowUs, drop) {
    this.#parts.book.ended(session, nowUs, drop);
    this.#forget(session);
  }
  #forget(session) {
    const { user, socket } = session;
    session.state = "over";
    session.inbox?.close();
    this.#parts.queue.cancel(session);
    const place = user.sessions.indexOf(session);
    if (place >= 0) user.sessions.splice(place, 1);
    user.values.clear([socket.program.slot]);
  }
};

// src/load/flow/session-book.ts
var SessionBook = class {
  #recorder;
  #requests;
  #phases;
  constructor(recorder, requests, phases) {
    this.#recorder = recorder;
    this.#requests = requests;
    this.#phases = phases;
  }
  get phase() {
    return this.#phases.currentPhase;
  }
  /** A text as it may be shown; `also`: values that are yet to be captured. */
  mask(text, user, also) {
    return this.#requests.mask(text, user, also);
  }
  /** A `ws` or `receive` step begins: exactly one sample of it follows. */
  begin() {
    this.#requests.requestsStarted++;
  }
  connected(session, { outcome, failure, endUs }) {
    const { link, socket } = session;
    this.#requests.recordSample((sample) => {
      sample.series = socket.program.series;
      sample.phase = session.phase;
      sample.outcome = outcome;
      sample.intendedUs = session.intendedUs;
      sample.startUs = session.startUs;
      sample.endUs = endUs;
      sample.failure = failure;
      if (!link) return;
      sample.headUs = link.headUs;
      sample.connectUs = link.connectUs;
      sample.tlsUs = link.tlsUs;
      sample.status = outcome === "ok" || outcome === "failed" ? link.status : 0;
    }, session.user);
  }
  received(wait, { outcome, failure, endUs }) {
    this.#requests.recordSample((sample) => {
      sample.series = wait.receive.program.series;
      sample.phase = wait.phase;
      sample.outcome = outcome;
      sample.intendedUs = wait.intendedUs;
      sample.startUs = wait.startUs;
      sample.endUs = endUs;
      sample.failure = failure;
    }, wait.session.user);
  }
  opened(session, nowUs) {
    this.#recorder.recordSocketOpened(session.socket.program.series, this.phase, nowUs);
  }
  /** `drop`: why it ended though nobody here wanted it to. */
  ended(session, nowUs, drop) {
    const masked = drop && this.#requests.maskFailure(drop, session.user);
    const heldUs = nowUs - session.openedUs;
    const phase = drop ? this.#phases.chargedPhase : this.phase;
    this.#recorder.recordSocketEnded(session.socket.program.series, phase, { nowUs, heldUs, drop: masked });
  }
  messageIn(session, bytes, nowUs) {
    this.#requests.bytesMoved += bytes;
    this.#recorder.countMessage(session.socket.program.series, this.phase, "messagesIn", { nowUs, bytes });
  }
  messageOut(session, bytes, nowUs) {
    this.#requests.bytesMoved += bytes;
    this.#recorder.countMessage(session.socket.program.series, this.phase, "messagesOut", { nowUs, bytes });
  }
  unmatched(session, nowUs) {
    this.#recorder.countMessage(session.socket.program.series, this.phase, "unmatched", { nowUs, bytes: 0 });
  }
  /** Messages that an inbox lets go belong to the phase in which they came, however much later that turns out. */
  inboxOwner(series) {
    const count = (of, what, phase) => this.#recorder.countMessage(of, phase, what, { nowUs: this.#requests.clock.nowUs(), bytes: 0 });
    return {
      countLate: (of, message) => count(of, "late", message.phase),
      countDuplicate: (of, message) => count(of, "duplicates", message.phase),
      countUnmatched: (message) => count(series, "unmatched", message.phase)
    };
  }
};

// src/load/flow/session.ts
var Session = class {
  dueUs = 0;
  place = -1;
  user;
  socket;
  #owner;
  link;
  state = "connecting";
  /** What makes it ready; undefined: the handshake alone. */
  ready;
  /** While it connects: where to, for cookies. */
  url = "";
  /** The phase in which it was due to connect. */
  phase = 0;
  intendedUs = 0;
  startUs = 0;
  /** When it was ready. */
  openedUs = 0;
  /** Of the last message sent: when it was due, and when it went; -1: none yet. */
  sendDueUs = -1;
  sentUs = -1;
  /** When the ping went that has no pong yet; -1: none is out. */
  pingUs = -1;
  /** Undefined: no step ever receives from it. */
  inbox;
  /** The step that waits for a message. */
  waiting;
  constructor(owner, user, socket) {
    this.#owner = owner;
    this.user = user;
    this.socket = socket;
  }
  fire(nowUs) {
    this.#owner.sessionDue(this, nowUs);
  }
  socketOpened(headers, nowUs) {
    this.#owner.sessionOpened(this, headers, nowUs);
  }
  socketMessage(payload, _isText, nowUs) {
    this.#owner.sessionMessage(this, payload, nowUs);
  }
  socketPong(nowUs) {
    this.#owner.sessionPong(this, nowUs);
  }
  socketEnded(end, nowUs) {
    this.#owner.sessionEnded(this, end, nowUs);
  }
};

// src/load/flow/socket-runner.ts
var SENDS_IN_A_ROW = 64;
var MOST_BUFFERED_BYTES = 1048576;
var BUFFER_CHECK_US = 1e4;
var TURN_US = 1e3;
var SocketRunner = class {
  continuation;
  #queue;
  #requests;
  #transport;
  #book;
  #receives;
  #keeper;
  constructor({ queue, recorder, requests, transport, phases }) {
    this.#queue = queue;
    this.#requests = requests;
    this.#transport = transport;
    this.continuation = new Continuation(queue);
    this.#book = new SessionBook(recorder, requests, phases);
    this.#receives = new ReceiveRunner(queue, this.#book, this.continuation);
    this.#keeper = new SessionKeeper({ queue, requests, book: this.#book, receives: this.#receives, continuation: this.continuation });
  }
  /** Begins to connect; the user waits. Throws, before anything is sent, when a variable is missing. */
  open(user, socket, nowUs) {
    const { program, request } = socket;
    const subprotocol = program.subprotocol === void 0 ? void 0 : expandText(program.subprotocol, user.values);
    const session = new Session(this.#keeper, user, socket);
    session.ready = socket.ready && expandMatch(socket.ready, user.values);
    const flight = this.#requests.prepare(user, request, nowUs);
    this.close(user, program.slot, nowUs);
    session.phase = flight.phase;
    session.intendedUs = flight.intendedUs;
    session.startUs = nowUs;
    session.url = flight.origin + flight.path;
    if (program.keepsMessages) session.inbox = new Inbox(this.#book.inboxOwner(program.series));
    this.#book.begin();
    user.sessions.push(session);
    user.socketWait = { kind: "connect", session };
    const { origin, path, headers, connection } = flight;
    session.link = this.#transport.open({ origin, path, headers, connection, subprotocol, deflate: program.deflate }, session);
    this.#requests.reuse(flight);
    this.#queue.schedule(session, nowUs + request.program.timeoutUs);
    return true;
  }
  /** Sends a message. True: the user has to wait before it goes on. */
  send(user, { program, constant }, nowUs) {
    const session = openSession(user, program.slot);
    const { message } = program;
    const payload = constant ?? (message.kind === "json" ? expandJson(message.json, user.values) : message.kind === "text" ? expandText(message.text, user.values) : "");
    session.sendDueUs = Math.min(user.intendedUs, nowUs);
    session.sentUs = this.#requests.clock.nowUs();
    this.#book.messageOut(session, session.link?.send(payload) ?? 0, nowUs);
    if (++user.sendsInARow < SENDS_IN_A_ROW && !isFull(session)) return false;
    user.sendsInARow = 0;
    user.socketWait = { kind: "turn", session, sinceUs: nowUs };
    this.#queue.schedule(user, this.#requests.clock.nowUs() + TURN_US);
    return true;
  }
  /** Waits for a message unless it has come already. True: the user has to wait. */
  receive(user, receive, nowUs) {
    return this.#receives.begin(user, openSession(user, receive.program.slot), receive, nowUs);
  }
  /** Keeps the user where it is, with its connections open. */
  hold(user, hold, nowUs) {
    for (const slot of hold.slots) openSession(user, slot);
    user.socketWait = { kind: "hold", slots: hold.slots };
    this.#queue.schedule(user, Math.max(nowUs, user.intendedUs + hold.holdUs));
    return true;
  }
  /** Closes a connection; one that is over already needs no closing. */
  close(user, slot, nowUs) {
    const session = user.sessions.find((known) => known.socket.program.slot === slot);
    if (session) this.#keeper.leave(session, nowUs);
  }
  /** The time of a user's wait is over. True: it waits on. */
  expired(user, nowUs) {
    const wait = user.socketWait;
    user.socketWait = void 0;
    if (wait?.kind === "turn" && wait.session.state === "open" && isFull(wait.session)) return this.#waitForReader(user, wait, nowUs);
    if (wait?.kind === "receive") this.#receives.timeOut(wait, nowUs);
    else if (wait?.kind === "hold") {
      user.intendedUs = user.dueUs;
      this.#requests.recordLag(user, nowUs - user.dueUs);
    }
    return false;
  }
  /** Looks again soon; a target that has not read what was sent by the time limit of its connection has failed. */
  #waitForReader(user, wait, nowUs) {
    if (nowUs - wait.sinceUs < wait.session.socket.request.program.timeoutUs) {
      user.socketWait = wait;
      this.#queue.schedule(user, nowUs + BUFFER_CHECK_US);
      return true;
    }
    this.#keeper.giveUpSending(wait.session, nowUs);
    user.failed = true;
    user.pc = user.code.length;
    return false;
  }
  /** Gives up what a user waits for; recorded with the outcome. */
  giveUp(user, outcome, nowUs) {
    const wait = user.socketWait;
    user.socketWait = void 0;
    if (wait?.kind === "connect") this.#keeper.giveUpConnect(wait.session, outcome, nowUs);
    else if (wait?.kind === "receive") this.#receives.giveUp(wait, outcome, nowUs);
  }
  /** A virtual user ends: its connections are closed. */
  retire(user, nowUs) {
    for (const session of [...user.sessions]) this.#keeper.leave(session, nowUs);
  }
};
function openSession(user, slot) {
  const session = user.sessions.find((known) => known.socket.program.slot === slot);
  if (session?.state === "open") return session;
  throw new MissingVariable("the connection");
}
function isFull(session) {
  return (session.link?.bufferedBytes ?? 0) > MOST_BUFFERED_BYTES;
}

export {
  Recorder,
  DueQueue,
  drawThinkUs,
  FlowRunner,
  prepareUsers,
  prepareFlow,
  RequestRunner,
  SocketRunner
};
