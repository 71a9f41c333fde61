import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  chooseProxy
} from "./chunk-BW6LJQHZ.js";
import {
  SPANS,
  addFailure,
  emptyCell
} from "./chunk-6QARX67P.js";
import {
  matchesHost
} from "./chunk-ZBZHH72O.js";
import {
  parser_default
} from "./chunk-M3TBPBE2.js";
import {
  jsonKey,
  textKey
} from "./chunk-QFYDUHTM.js";
import {
  formatDuration
} from "./chunk-BRFOQZPS.js";
import {
  Histogram
} from "./chunk-2WSC4MNV.js";
import {
  SeededRandom
} from "./chunk-6YJF3WAO.js";
import {
  createMasker
} from "./chunk-ZR3GJHUS.js";
import {
  zeroIterations,
  zeroMessages,
  zeroRequests
} from "./chunk-PQ7UTJ5X.js";
import {
  require_undici
} from "./chunk-RYQVFUXL.js";
import {
  messageOf
} from "./chunk-2EGEYTRJ.js";
import {
  __toESM
} from "./chunk-5PVW3TJC.js";

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
  countIteration(phase, what, count2 = 1) {
    const tally = this.#iterations[phase] ??= zeroIterations();
    tally[what] += count2;
    this.iterationTotals[what] += count2;
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

// src/load/flow/expand-text.ts
function expandText(text, values) {
  if (typeof text === "string") return text;
  let expanded = "";
  for (const part of text) expanded += typeof part === "string" ? part : toText(values.read(part));
  return expanded;
}
function expandJson(json, values) {
  if (typeof json === "string") return json;
  let expanded = "";
  for (const part of json) {
    if (typeof part === "string") expanded += part;
    else if (part.whole) expanded += JSON.stringify(values.read(part) ?? null);
    else expanded += JSON.stringify(toText(values.read(part))).slice(1, -1);
  }
  return expanded;
}
function toText(value2) {
  return typeof value2 === "string" ? value2 : JSON.stringify(value2) ?? "";
}

// src/load/http/check-response.ts
var EXCERPT = 120;
function readBody(call) {
  return new KeptBody(call.chunks);
}
var KeptBody = class {
  #chunks;
  #text;
  #json;
  #parsed = false;
  constructor(chunks) {
    this.#chunks = chunks;
  }
  text() {
    return this.#text ??= decodeChunks(this.#chunks);
  }
  json() {
    if (!this.#parsed) {
      this.#parsed = true;
      try {
        this.#json = JSON.parse(this.text());
      } catch {
        this.#json = void 0;
      }
    }
    return this.#json;
  }
};
function decodeChunks(chunks) {
  const [only] = chunks;
  return only && chunks.length === 1 ? Buffer.from(only.buffer, only.byteOffset, only.byteLength).toString("utf8") : Buffer.concat(chunks).toString("utf8");
}
function checkResponse(call, request, context) {
  const { program } = request;
  if (!isExpectedStatus(call.status, program.expect.status)) {
    const wanted = program.expect.status.map(({ from, to }) => from === to ? String(from) : `${from / 100}xx`).join(", ");
    return { class: "status", reason: `status ${call.status}`, sample: `answered ${call.status}; expected ${wanted}${retryAfter(call)}` };
  }
  if (call.bytesReceived > request.maxSizeBytes) {
    return check("body is larger than max_size", `the body has ${call.bytesReceived} bytes; max_size allows ${request.maxSizeBytes}`);
  }
  if (call.keepBody && call.bytesReceived > call.maxKept) {
    return check("body is too large to be checked", `the body has ${call.bytesReceived} bytes; up to ${call.maxKept} are kept for checks`);
  }
  try {
    return checkHeaders(call, request, context) ?? checkBody(request, context) ?? checkJson(request, context);
  } catch (thrown) {
    return tooDeep(thrown);
  }
}
function tooDeep(thrown) {
  if (thrown instanceof RangeError)
    return check("body is nested too deeply", "the JSON of the answer is nested too deeply to be looked at");
  throw thrown;
}
function isExpectedStatus(status, ranges) {
  for (const range of ranges) if (status >= range.from && status <= range.to) return true;
  return false;
}
function retryAfter(call) {
  const value2 = call.responseHeaders["retry-after"];
  return typeof value2 === "string" ? ` (retry-after: ${value2.slice(0, 40)})` : "";
}
function check(reason, sample) {
  return { class: "check", reason: `check ${reason}`, sample };
}
function checkHeaders(call, request, context) {
  for (const { name, wanted: template, regex } of request.headers) {
    const value2 = Object.hasOwn(call.responseHeaders, name) ? call.responseHeaders[name] : void 0;
    const text = Array.isArray(value2) ? value2.join(", ") : value2;
    if (text === void 0) return check(`header ${name} is missing`, `the answer has no header ${name}`);
    const wanted = expandText(template, context.values);
    const holds = regex ? regex.test(text) : text === wanted;
    if (!holds)
      return check(`header ${name}`, `header ${name} is "${excerpt(text, context)}"; expected ${regex ? String(regex) : `"${wanted}"`}`);
  }
  return void 0;
}
function checkBody(request, context) {
  for (const { expectation, wanted: template, regex } of request.body) {
    const text = context.body.text();
    if (expectation.kind === "matches") {
      if (!regex?.test(text)) return check(`body does not match ${String(regex)}`, `the body is "${excerpt(text, context)}"`);
      continue;
    }
    const wanted = expandText(template, context.values);
    const holds = expectation.kind === "contains" ? text.includes(wanted) : text === wanted;
    if (!holds)
      return check(
        `body does not ${expectation.kind === "contains" ? "contain" : "equal"} "${cut(expectation.text)}"`,
        `the body is "${excerpt(text, context)}"`
      );
  }
  return void 0;
}
function checkJson(request, context) {
  if (request.json.length === 0) return void 0;
  const document = context.body.json();
  const whole = () => excerpt(context.body.text(), context);
  if (document === void 0) return check("body is not JSON", `the body is "${whole()}"`);
  for (const expectation of request.json) {
    const { path, test } = expectation;
    const found = expectation.find(document);
    const show = () => excerpt(JSON.stringify(found[0]) ?? "undefined", context);
    if (test.exists === false) {
      if (found.length > 0) return check(`json ${path} exists`, `${path} is ${show()}; expected nothing there`);
      continue;
    }
    if (found.length === 0) return check(`json ${path} is missing`, `${path} finds nothing in "${whole()}"`);
    const wrong = testValue(found[0], expectation, context.values);
    if (wrong !== void 0) return check(`json ${path}`, `${path} is ${show()}; expected ${wrong}`);
  }
  return void 0;
}
function testValue(value2, { test, regex, wanted, constant }, values) {
  if (constant) {
    if (!isDeepEqual(value2, constant.value)) return constant.text;
  } else if (wanted !== void 0) {
    const expected = expandJson(wanted, values);
    if (!isDeepEqual(value2, JSON.parse(expected))) return expected;
  }
  if (regex && !regex.test(typeof value2 === "string" ? value2 : JSON.stringify(value2))) return String(regex);
  if (test.min !== void 0 && !(typeof value2 === "number" && value2 >= test.min)) return `at least ${test.min}`;
  if (test.max !== void 0 && !(typeof value2 === "number" && value2 <= test.max)) return `at most ${test.max}`;
  if (test.minLength !== void 0 && !(lengthOf(value2) >= test.minLength)) return `a length of at least ${test.minLength}`;
  return void 0;
}
function lengthOf(value2) {
  return typeof value2 === "string" || Array.isArray(value2) ? value2.length : -1;
}
function isDeepEqual(left, right) {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every(
    (key) => Object.hasOwn(right, key) && isDeepEqual(left[key], right[key])
  );
}
function excerpt(text, { mask }) {
  return cut(mask(text));
}
function cut(text) {
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text;
}

// src/load/flow/user-values.ts
var MissingVariable = class extends Error {
  constructor(name) {
    super(`\${${name}} is not set`);
    this.name = "MissingVariable";
  }
};
var DataExhausted = class extends Error {
  table;
  constructor(table) {
    super(`every row of ${table} has been used`);
    this.name = "DataExhausted";
    this.table = table;
  }
};
var UserValues = class {
  #source;
  #random;
  #values = [];
  constructor(source, random) {
    this.#source = source;
    this.#random = random;
  }
  has(slot) {
    return this.#values[slot] !== void 0;
  }
  set(slot, value2) {
    this.#values[slot] = value2;
  }
  clear(slots) {
    for (const slot of slots) this.#values[slot] = void 0;
  }
  /** The values of `slots` now, to be put back by `restore`. */
  save(slots) {
    return slots.map((slot) => this.#values[slot]);
  }
  restore(slots, values) {
    for (const [index, slot] of slots.entries()) this.#values[slot] = values[index];
  }
  /** What the user has captured so far, as text: must not be shown. */
  captured() {
    return this.#values.flatMap(
      (value2, slot) => value2 !== void 0 && this.#source.program.slots[slot]?.kind === "capture" ? listTexts(value2) : []
    );
  }
  /** The value behind a placeholder. Throws MissingVariable or DataExhausted. */
  read(reference) {
    const value2 = this.#values[reference.slot] ?? this.#draw(reference.slot);
    if (reference.column === void 0) return value2;
    if (typeof value2 === "object" && value2 !== null && Object.hasOwn(value2, reference.column)) {
      return value2[reference.column];
    }
    throw new MissingVariable(`${this.#source.program.slots[reference.slot]?.name ?? "?"}.${reference.column}`);
  }
  #draw(index) {
    const slot = this.#source.program.slots[index];
    if (slot?.kind === "drawn") return this.#values[index] = drawVariable(slot.variable, this.#random, this.#source.wallMs);
    if (slot?.kind === "data") return this.#values[index] = this.#drawRow(slot.table);
    throw new MissingVariable(slot?.name ?? "?");
  }
  #drawRow(tableIndex) {
    const table = this.#source.program.data[tableIndex];
    if (!table) throw new MissingVariable("?");
    if (table.pick === "random") return table.rows[this.#random.nextInt(0, table.rows.length - 1)];
    const { index, count: count2 } = this.#source.shard;
    const row = Atomics.add(this.#source.rowCounters, tableIndex, 1) * count2 + index;
    if (table.pick === "sequential") return table.rows[row % table.rows.length];
    if (row >= table.rows.length) throw new DataExhausted(table.name);
    return table.rows[row];
  }
};
var LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
function drawVariable(variable, random, wallMs) {
  switch (variable.kind) {
    case "int":
      return random.nextInt(variable.min, variable.max);
    case "uuid":
      return drawUuid(random);
    case "string":
      return Array.from({ length: variable.length }, () => LETTERS_AND_DIGITS[random.nextInt(0, LETTERS_AND_DIGITS.length - 1)]).join("");
    case "now": {
      const nowMs = Math.floor(wallMs());
      if (variable.format === "iso") return new Date(nowMs).toISOString();
      return variable.format === "s" ? Math.floor(nowMs / 1e3) : nowMs;
    }
  }
}
var HEX = Array.from({ length: 256 }, (_, value2) => value2.toString(16).padStart(2, "0"));
function drawUuid(random) {
  const [a, b, c, d] = [random.nextUint32(), random.nextUint32(), random.nextUint32(), random.nextUint32()];
  const version = b & 4095 | 16384;
  const variant = c >>> 16 & 16383 | 32768;
  return `${hex(a >>> 16)}${hex(a)}-${hex(b >>> 16)}-${hex(version)}-${hex(variant)}-${hex(c)}${hex(d >>> 16)}${hex(d)}`;
}
function hex(value2) {
  return (HEX[value2 >>> 8 & 255] ?? "") + (HEX[value2 & 255] ?? "");
}
function listTexts(value2) {
  if (typeof value2 === "string") return [value2];
  if (typeof value2 === "object" && value2 !== null) return Object.values(value2).flatMap(listTexts);
  return [JSON.stringify(value2)];
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
    const value2 = found[isDrawn ? user.random.nextInt(0, found.length - 1) : 0];
    if (value2 === void 0 || value2 === null) {
      const { name, from } = capture.program;
      const where = from.kind === "json" ? from.path : from.kind === "header" ? `header ${from.name}` : `/${from.source}/`;
      return {
        class: "check",
        reason: `check capture ${name} found nothing`,
        sample: `${where} finds nothing in ${source.shown}`
      };
    }
    if (isDeeper(value2, MOST_LEVELS)) return tooDeep(new RangeError("nested too deeply"));
    taken.push({ slot: capture.program.slot, value: value2 });
  }
  for (const { slot, value: value2 } of taken) user.values.set(slot, value2);
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
    const value2 = Object.hasOwn(headers, name) ? headers[name] : void 0;
    return value2 === void 0 ? [] : typeof value2 === "string" ? [value2] : value2;
  }
  if (find) {
    const document = body.json();
    return document === void 0 ? [] : find(document);
  }
  const match2 = regex?.exec(body.text());
  return match2 ? [match2[1] ?? match2[0]] : [];
}
function isDeeper(value2, levels) {
  if (typeof value2 !== "object" || value2 === null) return false;
  return levels === 0 || Object.values(value2).some((child) => isDeeper(child, levels - 1));
}

// src/load/http/follow-redirect.ts
var MOST_HOPS = 20;
var REDIRECTS = /* @__PURE__ */ new Set([301, 302, 303, 307, 308]);
function nextHop(flight, allowedHosts) {
  const location = flight.responseHeaders["location"];
  if (!REDIRECTS.has(flight.status) || typeof location !== "string") return void 0;
  if (flight.hops >= MOST_HOPS)
    return { class: "protocol", reason: "protocol too many redirects", sample: `more than ${MOST_HOPS} redirects` };
  const from = new URL(flight.origin + flight.path);
  const to = URL.parse(location, from.href);
  if (!to || to.protocol !== "http:" && to.protocol !== "https:")
    return { class: "protocol", reason: "protocol redirect to no URL", sample: "the location header is not an http URL" };
  if (!matchesHost(to.hostname, allowedHosts)) {
    return {
      class: "protocol",
      reason: "protocol redirect to a host that is not allowed",
      sample: `redirected to ${to.hostname.slice(0, 80)}, which is not in allowed_hosts`
    };
  }
  const becomesGet = flight.status === 303 ? flight.method !== "HEAD" : flight.status < 303 && flight.method === "POST";
  if (!becomesGet && flight.body !== null && typeof flight.body !== "string" && !(flight.body instanceof Uint8Array)) {
    return {
      class: "protocol",
      reason: "protocol redirect of a streamed body",
      sample: `${flight.status} asks for a streamed body to be sent again`
    };
  }
  if (becomesGet) {
    flight.method = "GET";
    flight.body = null;
    flight.headers = withoutHeaders(flight.headers, (name) => name === "content-type" || name === "content-length");
  }
  if (to.origin !== from.origin)
    flight.headers = withoutHeaders(
      flight.headers,
      (name) => name === "authorization" || name === "cookie" || name === "proxy-authorization"
    );
  flight.earlierSent += flight.bodyBytes;
  flight.earlierReceived += flight.bytesReceived;
  if (becomesGet) flight.bodyBytes = 0;
  flight.origin = to.origin;
  flight.path = to.pathname + to.search;
  flight.hops++;
  return "sent";
}
function withoutHeaders(headers, unwanted) {
  const kept = [];
  for (let index = 0; index + 1 < headers.length; index += 2) {
    const name = headers[index] ?? "";
    if (!unwanted(name.toLowerCase())) kept.push(name, headers[index + 1] ?? "");
  }
  return kept;
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
  const value2 = at < 0 ? "" : headers[at + 1] ?? "";
  const own = before !== void 0 && value2.endsWith(before) ? value2.slice(0, -before.length).replace(/; $/, "") : value2;
  const all = [own, cookie ?? ""].filter((part) => part !== "").join("; ");
  if (at >= 0) headers.splice(at, 2);
  if (all !== "") headers.push("cookie", all);
  call.jarCookie = cookie;
}

// src/load/http/escape-target.ts
var ILLEGAL = /[^\x21-\x7e]|["<>\\^`{|}#]/;
var EVERY_ILLEGAL = new RegExp(ILLEGAL.source, "gu");
function escapeTarget(target) {
  return ILLEGAL.test(target) ? target.toWellFormed().replace(EVERY_ILLEGAL, encodeURIComponent) : target;
}

// src/load/http/prepare-regex.ts
import { setFlagsFromString } from "node:v8";
setFlagsFromString("--enable-experimental-regexp-engine-on-excessive-backtracks");
function prepareRegex({ source, flags }) {
  return new RegExp(source, flags.replace(/[gy]/g, ""));
}

// node_modules/jsonpath-rfc9535/dist/esm/utils/stack.js
var Stack = class {
  head = null;
  tail = null;
  size = 0;
  push(element) {
    const newNode = { value: element, next: null };
    if (this.tail !== null) {
      this.tail.next = newNode;
    }
    this.tail = newNode;
    if (this.head === null) {
      this.head = newNode;
    }
    this.size++;
  }
  pop() {
    if (this.head === null)
      return;
    const value2 = this.head.value;
    this.head = this.head.next;
    if (this.head === null) {
      this.tail = null;
    }
    this.size--;
    return value2;
  }
};

// node_modules/jsonpath-rfc9535/dist/esm/utils/guards.js
function isPlainObject(value2) {
  if (typeof value2 !== "object" || value2 === null) {
    return false;
  }
  const prototype = Object.getPrototypeOf(value2);
  return prototype === null || prototype === Object.prototype;
}
var isStackItemWithArrayValue = (item) => Array.isArray(item.value);
var isStackItemWithObjectValue = (item) => isPlainObject(item.value);

// node_modules/jsonpath-rfc9535/dist/esm/core/results.js
var nodeLists = /* @__PURE__ */ new WeakSet();
var isNodeList = (value2) => {
  return typeof value2 === "object" && value2 !== null && nodeLists.has(value2);
};
var isJsonValue = (value2) => {
  switch (typeof value2) {
    case "string":
    case "number":
    case "boolean":
      return true;
    case "object":
      return value2 === null || isPlainObject(value2) || isArray(value2);
    default:
      return false;
  }
};
var isArray = (value2) => Array.isArray(value2) && !isNodeList(value2);
var createNodeList = () => {
  const list = [];
  nodeLists.add(list);
  return list;
};
var Nothing = /* @__PURE__ */ Symbol("Nothing");

// node_modules/jsonpath-rfc9535/dist/esm/core/functions/count.js
var count_default = {
  declaration: function count(ctx, value2) {
    if (isNodeList(value2)) {
      return value2.length;
    }
    return 0;
  },
  definition: {
    parameters: ["NodesType"],
    returnType: "ValueType"
  }
};

// node_modules/jsonpath-rfc9535/dist/esm/core/functions/length.js
function countUnicodeScalarValues(str) {
  let count2 = 0;
  for (let i = 0; i < str.length; i++) {
    const code = str.charCodeAt(i);
    if (code >= 0 && code <= 55295 || code >= 57344 && code <= 1114111) {
      count2++;
    }
  }
  return count2;
}
var length_default = {
  declaration: function length(ctx, value2) {
    if (typeof value2 === "string") {
      return countUnicodeScalarValues(value2);
    }
    if (Array.isArray(value2)) {
      return value2.length;
    }
    if (isPlainObject(value2)) {
      return Object.keys(value2).length;
    }
    return Nothing;
  },
  definition: {
    parameters: ["ValueType"],
    returnType: "ValueType"
  }
};

// node_modules/jsonpath-rfc9535/dist/esm/core/functions/utils/construct-regex.js
function isBackslash(code) {
  return code === 92;
}
function eatCharacterClass(pattern, start) {
  let maybeEscaped = false;
  let i = start;
  while (i < pattern.length) {
    const ch = pattern.charCodeAt(i);
    i++;
    if (isBackslash(ch)) {
      maybeEscaped = true;
      continue;
    }
    if (ch === 93) {
      if (!maybeEscaped) {
        break;
      }
      maybeEscaped = false;
    }
  }
  return i;
}
function toEcmaScriptPattern(pattern) {
  let ecmaScriptPattern = pattern;
  for (let i = 0; i < pattern.length; i++) {
    const ch = pattern.charCodeAt(i);
    if (isBackslash(ch)) {
      i++;
    } else if (ch === 91) {
      i = eatCharacterClass(pattern, i);
    } else if (ch === 46) {
      ecmaScriptPattern = `${pattern.slice(0, i)}[^
\r]${pattern.slice(i + 1)}`;
    }
  }
  return ecmaScriptPattern;
}
function constructRegex({ cache }, pattern) {
  const store = cache.get("regexps") ?? {};
  if (!cache.has("regexps")) {
    cache.set("regexps", store);
  }
  if (Object.hasOwn(store, pattern)) {
    return store[pattern];
  }
  try {
    const r = RegExp(toEcmaScriptPattern(pattern), "u");
    store[pattern] = r;
    return r;
  } catch {
    store[pattern] = null;
    return null;
  }
}

// node_modules/jsonpath-rfc9535/dist/esm/core/functions/match.js
var match_default = {
  declaration: function match(ctx, value2, pattern) {
    if (typeof value2 !== "string" || typeof pattern !== "string") {
      return false;
    }
    return constructRegex(ctx, `^${pattern}$`)?.test(value2) === true;
  },
  definition: {
    parameters: ["ValueType", "ValueType"],
    returnType: "LogicalType"
  }
};

// node_modules/jsonpath-rfc9535/dist/esm/core/functions/search.js
var search_default = {
  declaration: function search(ctx, value2, pattern) {
    if (typeof value2 !== "string" || typeof pattern !== "string") {
      return false;
    }
    return constructRegex(ctx, pattern)?.test(value2) === true;
  },
  definition: {
    parameters: ["ValueType", "ValueType"],
    returnType: "LogicalType"
  }
};

// node_modules/jsonpath-rfc9535/dist/esm/core/functions/value.js
var value_default = {
  declaration: function value(ctx, nodes) {
    if (nodes.length === 1) {
      return nodes[0];
    }
    return Nothing;
  },
  definition: {
    parameters: ["NodesType"],
    returnType: "ValueType"
  }
};

// node_modules/jsonpath-rfc9535/dist/esm/core/path.js
var EMPTY_PATH = [];
function joinPathWithKey(path, key) {
  if (path === EMPTY_PATH) {
    return EMPTY_PATH;
  }
  if (typeof key === "number") {
    return [...path, key];
  }
  return [...path, toNormalizedKey(key)];
}
function getInitialPath(capturePaths) {
  return capturePaths ? [] : EMPTY_PATH;
}
var ESCAPE_REGEX = (
  // biome-ignore lint/suspicious/noControlCharactersInRegex: we need control characters to escape Unicode characters
  /[\u0000-\u001f'\\]/g
);
function escapeValue(ch) {
  const code = ch.charCodeAt(0);
  switch (code) {
    case 8:
      return "\\b";
    case 12:
      return "\\f";
    case 10:
      return "\\n";
    case 13:
      return "\\r";
    case 9:
      return "\\t";
    case 39:
      return "\\'";
    case 92:
      return "\\\\";
    default:
      return `\\u${code.toString(16).padStart(4, "0")}`;
  }
}
function toNormalizedKey(key) {
  return key.replace(ESCAPE_REGEX, escapeValue);
}

// node_modules/jsonpath-rfc9535/dist/esm/utils/assertions.js
function assertDefinedNodeType(node) {
  throw new TypeError(
    // biome-ignore lint/complexity/useLiteralKeys: type exhaustiveness
    `Unexpected node type: ${node["type"]}`
  );
}
function assertDefinedComparisonOp(op) {
  throw new TypeError(`Unexpected comparison operator: ${op}`);
}
function assertNever(_, message) {
  throw new Error(message);
}

// node_modules/jsonpath-rfc9535/dist/esm/utils/get-type.js
function getType(value2) {
  switch (typeof value2) {
    case "object":
      if (value2 === null) {
        return "null";
      }
      if (isNodeList(value2)) {
        return "NodeList";
      }
      if (isArray(value2)) {
        return "array";
      }
      if (isPlainObject(value2)) {
        return "object";
      }
      throw new TypeError(`Unknown type: ${value2}`);
    case "string":
      return "string";
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    default:
      if (value2 === Nothing) {
        return "Nothing";
      }
      throw new TypeError(`Unknown type: ${value2}`);
  }
}

// node_modules/jsonpath-rfc9535/dist/esm/utils/is-equal.js
function isEqualArray(a, b) {
  if (a.length !== b.length) {
    return false;
  }
  for (let i = 0; i < a.length; i++) {
    if (!isEqual(a[i], b[i])) {
      return false;
    }
  }
  return true;
}
function isEqualObject(a, b) {
  const aKeys = Object.keys(a);
  const bKeys = Object.keys(b);
  if (aKeys.length !== bKeys.length) {
    return false;
  }
  for (const key of aKeys) {
    if (!Object.hasOwn(b, key)) {
      return false;
    }
    if (!isEqual(a[key], b[key])) {
      return false;
    }
  }
  return true;
}
function isEqual(left, right) {
  if (getType(left) !== getType(right)) {
    return false;
  }
  switch (getType(left)) {
    case "string":
    case "number":
    case "boolean":
    case "null":
      return left === right;
    case "object":
      return isEqualObject(left, right);
    case "array":
    case "NodeList":
      return isEqualArray(left, right);
    default:
      return false;
  }
}

// node_modules/jsonpath-rfc9535/dist/esm/utils/comparers/array.js
function compareArrays(a, b, op) {
  switch (op) {
    case "==":
    case ">=":
    // does not offer < comparison
    case "<=":
      return !isNodeList(a) && !isNodeList(b) && isEqual(a, b);
    case "<":
    // does not offer < comparison
    case ">":
      return false;
    case "!=":
      return !compareArrays(a, b, "==");
    default:
      assertDefinedComparisonOp(op);
  }
}

// node_modules/jsonpath-rfc9535/dist/esm/utils/comparers/node-lists.js
function compareNodeLists(a, b, op) {
  switch (op) {
    case "==":
    case "<=":
    // does not offer < comparison
    case ">=":
      return isNodeList(a) && (isNodeList(b) && isEqual(a, b) || b === Nothing);
    case "<":
    // does not offer < comparison
    case ">":
      return false;
    case "!=":
      return !compareNodeLists(a, b, "==");
    default:
      assertDefinedComparisonOp(op);
  }
}

// node_modules/jsonpath-rfc9535/dist/esm/utils/comparers/nothing.js
function compareNothing(a, b, op) {
  switch (op) {
    case "==":
    case "<=":
    // does not offer < comparison
    case ">=":
      return b === Nothing || isNodeList(b) && b.length === 0;
    case "<":
    // does not offer < comparison
    case ">":
      return false;
    case "!=":
      return !compareNothing(a, b, "==");
    default:
      assertDefinedComparisonOp(op);
  }
}

// node_modules/jsonpath-rfc9535/dist/esm/utils/comparers/number.js
function compareNumbers(a, b, op) {
  switch (op) {
    case "==":
      return a === b;
    case "<":
      return typeof b === "number" && a < b;
    case "!=":
      return !compareNumbers(a, b, "==");
    case "<=":
      return compareNumbers(a, b, "<") || compareNumbers(a, b, "==");
    case ">":
      return typeof b === "number" && compareNumbers(b, a, "<");
    case ">=":
      return typeof b === "number" && compareNumbers(b, a, "<") || compareNumbers(a, b, "==");
    default:
      assertDefinedComparisonOp(op);
  }
}

// node_modules/jsonpath-rfc9535/dist/esm/utils/comparers/object.js
function compareObjects(a, b, op) {
  switch (op) {
    case "==":
    case "<=":
    // does not offer < comparison
    case ">=":
      return isEqual(a, b);
    case "<":
    // does not offer < comparison
    case ">":
      return false;
    case "!=":
      return !isEqual(a, b);
    default:
      assertDefinedComparisonOp(op);
  }
}

// node_modules/jsonpath-rfc9535/dist/esm/utils/comparers/primitives.js
function comparePrimitives(a, b, op) {
  switch (op) {
    case "==":
    case "<=":
    // do not offer < comparison
    case ">=":
      return a === b;
    case "<":
    case ">":
      return false;
    case "!=":
      return !comparePrimitives(a, b, "==");
    default:
      assertDefinedComparisonOp(op);
  }
}

// node_modules/jsonpath-rfc9535/dist/esm/utils/comparers/string.js
function compareString(a, b, op) {
  if (typeof a !== "string" || typeof b !== "string") {
    return false;
  }
  switch (op) {
    case "==":
      return a === b;
    case "<": {
      let index = 0;
      while (a.length > index && b.length > index) {
        const leftCode = a.charCodeAt(index);
        const rightCode = b.charCodeAt(index);
        if (leftCode === rightCode) {
          index++;
          continue;
        }
        return a.charCodeAt(index) < b.charCodeAt(index);
      }
      return a.length < b.length;
    }
    default:
      assertDefinedComparisonOp(op);
  }
}
function string_default(a, b, op) {
  switch (op) {
    case "==":
    case "<":
      return compareString(a, b, op);
    case "!=":
      return !compareString(a, b, "==");
    case "<=":
      return compareString(a, b, "<") || compareString(a, b, "==");
    case ">":
      return compareString(b, a, "<");
    case ">=":
      return compareString(b, a, "<") || compareString(a, b, "==");
    default:
      assertDefinedComparisonOp(op);
  }
}

// node_modules/jsonpath-rfc9535/dist/esm/utils/comparers/compare.js
function compare(a, b, op) {
  const leftValue = isNodeList(a) && a.length === 1 ? a[0] : a;
  const leftType = getType(leftValue);
  const rightValue = isNodeList(b) && b.length === 1 ? b[0] : b;
  switch (leftType) {
    case "string":
      return string_default(leftValue, rightValue, op);
    case "number":
      return compareNumbers(leftValue, rightValue, op);
    case "boolean":
    case "null":
      return comparePrimitives(leftValue, rightValue, op);
    case "object":
      return compareObjects(leftValue, rightValue, op);
    case "array":
      return compareArrays(leftValue, rightValue, op);
    case "Nothing":
      return compareNothing(leftValue, rightValue, op);
    case "NodeList":
      return compareNodeLists(leftValue, rightValue, op);
    default:
      assertNever(leftType, "Unknown type");
  }
}

// node_modules/jsonpath-rfc9535/dist/esm/core/evaluators/filter-query.js
function evalFilterQuery(ctx, item, node) {
  const list = createNodeList();
  switch (node.value.type) {
    case "RelQuery":
      visitQuery(ctx, item.root, item.value, node.value, (value2) => {
        list.push(value2);
      });
      break;
    case "JsonPathQuery":
      visitQuery(ctx, item.root, item.root, node.value, (value2) => {
        list.push(value2);
      });
      break;
    default:
      assertDefinedNodeType(node.value);
  }
  return list;
}

// node_modules/jsonpath-rfc9535/dist/esm/core/evaluators/test-expr.js
function evalTestExpr(ctx, item, node) {
  switch (node.expression.type) {
    case "FilterQuery":
      return evalFilterQuery(ctx, item, node.expression).length > 0;
    case "FunctionExpr":
      return evalFunctionExpr(ctx, item, node.expression) === true;
    default:
      assertDefinedNodeType(node.expression);
  }
}

// node_modules/jsonpath-rfc9535/dist/esm/core/evaluators/logical-expr.js
function evalLogicalExpr(ctx, item, node) {
  switch (node.type) {
    case "LogicalNotExpr":
      return !evalLogicalExpr(ctx, item, node.expression);
    case "LogicalAndExpr":
      return evalLogicalExpr(ctx, item, node.left) && evalLogicalExpr(ctx, item, node.right);
    case "LogicalOrExpr":
      return evalLogicalExpr(ctx, item, node.left) || evalLogicalExpr(ctx, item, node.right);
    case "TestExpr":
      return evalTestExpr(ctx, item, node);
    case "ComparisonExpr":
      return evalComparisonExpr(ctx, item, node);
    default:
      assertDefinedNodeType(node);
  }
}

// node_modules/jsonpath-rfc9535/dist/esm/core/evaluators/function-argument.js
function evalFunctionArgument(ctx, item, node) {
  switch (node.type) {
    case "FunctionExpr":
      return evalFunctionExpr(ctx, item, node);
    case "FilterQuery":
      return evalFilterQuery(ctx, item, node);
    case "LogicalNotExpr":
    case "LogicalAndExpr":
    case "LogicalOrExpr":
    case "TestExpr":
      return evalLogicalExpr(ctx, item, node);
    case "Literal":
      return node.value;
    default:
      assertDefinedNodeType(node);
  }
}

// node_modules/jsonpath-rfc9535/dist/esm/core/evaluators/function-expr.js
function coerceValueType(value2) {
  if (isNodeList(value2)) {
    return value2.length === 1 ? value2[0] : Nothing;
  }
  return value2;
}
function evalFunctionExpr(ctx, item, node) {
  if (!isKnownFunction(ctx.functions, node.name)) {
    return false;
  }
  const fn = ctx.functions[node.name];
  if (fn.definition.parameters.length !== node.arguments.length) {
    return false;
  }
  const args = [];
  for (let i = 0; i < node.arguments.length; i++) {
    const value2 = evalFunctionArgument(ctx, item, node.arguments[i]);
    const param = fn.definition.parameters[i];
    switch (param) {
      case "ValueType":
        if (!isNodeList(value2) && !isJsonValue(value2)) {
          return false;
        }
        args.push(coerceValueType(value2));
        break;
      case "NodesType":
        if (!isNodeList(value2)) {
          return false;
        }
        args.push(value2);
        break;
      case "LogicalType":
        if (typeof value2 === "boolean") {
          args.push(value2);
        } else if (isNodeList(value2)) {
          args.push(value2.length > 0);
        } else {
          return false;
        }
        break;
      default:
        assertNever(param, "Unknown function argument type");
    }
  }
  return fn.declaration(
    ctx,
    ...args
  );
}
function isKnownFunction(functions, name) {
  return Object.hasOwn(functions, name);
}

// node_modules/jsonpath-rfc9535/dist/esm/core/evaluators/comparable.js
function evalComparable(ctx, item, node) {
  switch (node.type) {
    case "Literal":
      return node.value;
    case "RelSingularQuery":
    case "AbsSingularQuery": {
      const root = node.type === "RelSingularQuery" ? item.value : item.root;
      if (node.segments.length === 0) {
        return root;
      }
      const nodeList = createNodeList();
      visitQuery(ctx, item.root, root, node, (v) => {
        nodeList.push(v);
      });
      return nodeList;
    }
    case "FunctionExpr":
      return evalFunctionExpr(ctx, item, node);
    default:
      assertDefinedNodeType(node);
  }
}

// node_modules/jsonpath-rfc9535/dist/esm/core/evaluators/comparison-expr.js
function evalComparisonExpr(ctx, item, node) {
  const leftValue = evalComparable(ctx, item, node.left);
  const rightValue = evalComparable(ctx, item, node.right);
  return compare(leftValue, rightValue, node.op);
}

// node_modules/jsonpath-rfc9535/dist/esm/core/visitors/filter-selector.js
function visitFilterSelector(ctx, item, node) {
  if (node.value.type === "ComparisonExpr") {
    if (!evalComparisonExpr(ctx, item, node.value)) {
      return;
    }
  } else if (!evalLogicalExpr(ctx, item, node.value)) {
    return;
  }
  ctx.stack.push({
    root: item.root,
    path: item.path,
    value: item.value,
    index: item.index + 1
  });
}

// node_modules/jsonpath-rfc9535/dist/esm/core/visitors/index-selector.js
function getArrayIndex(index, length2) {
  return index < 0 ? length2 + index : index;
}
function visitIndexSelector(ctx, item, node) {
  const index = getArrayIndex(node.value, item.value.length);
  if (index >= 0 && index < item.value.length) {
    ctx.stack.push({
      root: item.root,
      path: joinPathWithKey(item.path, index),
      value: item.value[index],
      index: item.index + 1
    });
  }
}

// node_modules/jsonpath-rfc9535/dist/esm/core/visitors/name-selector.js
function visitNameSelector(ctx, { root, path, value: value2, index }, node) {
  if (Object.hasOwn(value2, node.value)) {
    ctx.stack.push({
      root,
      path: joinPathWithKey(path, node.value),
      value: value2[node.value],
      index: index + 1
    });
  }
}

// node_modules/jsonpath-rfc9535/dist/esm/core/visitors/slice-selector.js
function normalize(i, len) {
  return i >= 0 ? i : len + i;
}
function bounds(start, end, step, len) {
  const nStart = normalize(start, len);
  const nEnd = normalize(end, len);
  if (step >= 0) {
    const lower2 = Math.min(Math.max(nStart, 0), len);
    const upper2 = Math.min(Math.max(nEnd, 0), len);
    return [lower2, upper2];
  }
  const upper = Math.min(Math.max(nStart, -1), len - 1);
  const lower = Math.min(Math.max(nEnd, -1), len - 1);
  return [lower, upper];
}
function visitSliceSelector(ctx, { root, path, value: value2, index }, node) {
  const step = node.step ?? 1;
  const defaultStart = step >= 0 ? 0 : value2.length - 1;
  const defaultEnd = step >= 0 ? value2.length : -value2.length - 1;
  const nStart = node.start === null ? defaultStart : normalize(node.start, value2.length);
  const nEnd = node.end === null ? defaultEnd : normalize(node.end, value2.length);
  const [lower, upper] = bounds(nStart, nEnd, step, value2.length);
  if (step > 0) {
    let i = lower;
    while (i < upper) {
      ctx.stack.push({
        root,
        path: joinPathWithKey(path, i),
        value: value2[i],
        index: index + 1
      });
      i += step;
    }
  } else if (step < 0) {
    let i = upper;
    while (lower < i) {
      ctx.stack.push({
        root,
        path: joinPathWithKey(path, i),
        value: value2[i],
        index: index + 1
      });
      i += step;
    }
  }
}

// node_modules/jsonpath-rfc9535/dist/esm/core/visitors/wildcard-selector.js
function visitWildcardSelector(ctx, { root, path, value: value2, index }) {
  if (Array.isArray(value2)) {
    for (let i = 0; i < value2.length; i++) {
      ctx.stack.push({
        root,
        path: joinPathWithKey(path, i),
        value: value2[i],
        index: index + 1
      });
    }
  } else if (isPlainObject(value2)) {
    for (const key of Object.keys(value2)) {
      ctx.stack.push({
        root,
        path: joinPathWithKey(path, key),
        value: value2[key],
        index: index + 1
      });
    }
  }
}

// node_modules/jsonpath-rfc9535/dist/esm/core/visitors/bracketed-selection.js
function visitBracketedSelection(ctx, item, node) {
  for (const selector of node.selectors) {
    switch (selector.type) {
      case "NameSelector":
        if (isStackItemWithObjectValue(item)) {
          visitNameSelector(ctx, item, selector);
        }
        break;
      case "SliceSelector":
        if (isStackItemWithArrayValue(item)) {
          visitSliceSelector(ctx, item, selector);
        }
        break;
      case "IndexSelector": {
        if (isStackItemWithArrayValue(item)) {
          visitIndexSelector(ctx, item, selector);
        }
        break;
      }
      case "WildcardSelector":
        visitWildcardSelector(ctx, item);
        break;
      case "FilterSelector": {
        if (isStackItemWithArrayValue(item)) {
          visitFilterSelectorForArrayItem(ctx, item, selector);
        } else if (isStackItemWithObjectValue(item)) {
          visitFilterSelectorForObjectItem(ctx, item, selector);
        }
        break;
      }
      default:
        assertDefinedNodeType(selector);
    }
  }
}
function visitFilterSelectorForArrayItem(ctx, { root, path, value: value2, index }, node) {
  for (let i = 0; i < value2.length; i++) {
    visitFilterSelector(ctx, {
      root,
      path: joinPathWithKey(path, i),
      value: value2[i],
      index
    }, node);
  }
}
function visitFilterSelectorForObjectItem(ctx, { root, path, value: value2, index }, node) {
  for (const key of Object.keys(value2)) {
    visitFilterSelector(ctx, {
      root,
      path: joinPathWithKey(path, key),
      value: value2[key],
      index
    }, node);
  }
}

// node_modules/jsonpath-rfc9535/dist/esm/core/visitors/member-name-shorthand.js
function visitMemberNameShorthand(ctx, { root, path, value: value2, index }, node) {
  if (Object.hasOwn(value2, node.value)) {
    ctx.stack.push({
      root,
      path: joinPathWithKey(path, node.value),
      value: value2[node.value],
      index: index + 1
    });
  }
}

// node_modules/jsonpath-rfc9535/dist/esm/core/visitors/segment.js
function visitSegment(ctx, item, node) {
  switch (node.type) {
    case "BracketedSelection":
      return visitBracketedSelection(ctx, item, node);
    case "WildcardSelector":
      return visitWildcardSelector(ctx, item);
    case "MemberNameShorthand":
      if (isStackItemWithObjectValue(item)) {
        visitMemberNameShorthand(ctx, item, node);
      }
      break;
    case "NameSelector":
      if (isStackItemWithObjectValue(item)) {
        visitNameSelector(ctx, item, node);
      }
      break;
    case "IndexSelector":
      if (isStackItemWithArrayValue(item)) {
        visitIndexSelector(ctx, item, node);
      }
      break;
    default:
      assertDefinedNodeType(node);
  }
}

// node_modules/jsonpath-rfc9535/dist/esm/core/visitors/query.js
function visitQuery(ctx, root, input, node, cb) {
  const stack = new Stack();
  stack.push({
    root,
    path: getInitialPath(ctx.capturePaths),
    value: input,
    index: 0
  });
  const context = {
    cache: ctx.cache,
    capturePaths: false,
    functions: ctx.functions,
    regexp: ctx.regexp,
    stack
  };
  while (stack.size > 0) {
    const item = stack.pop();
    if (item.index === node.segments.length) {
      cb(item.value, item.path);
      continue;
    }
    const { path, value: value2, index } = item;
    const segment = node.segments[index];
    visitSegment(context, item, segment.node);
    if (segment.type === "DescendantSegment") {
      if (Array.isArray(value2)) {
        for (let i = 0; i < value2.length; i++) {
          stack.push({
            root,
            path: joinPathWithKey(path, i),
            value: value2[i],
            index
          });
        }
      } else if (value2 !== null && typeof value2 === "object") {
        for (const key of Object.keys(value2)) {
          stack.push({
            root,
            path: joinPathWithKey(path, key),
            value: value2[key],
            index
          });
        }
      }
    }
  }
}

// node_modules/jsonpath-rfc9535/dist/esm/core/exec.js
function exec(input, expression, opts, cb) {
  const ctx = {
    cache: /* @__PURE__ */ new Map(),
    capturePaths: opts.capturePaths,
    functions: {
      count: count_default,
      search: search_default,
      value: value_default,
      match: match_default,
      length: length_default
    },
    regexp: "i-regexp",
    stack: new Stack()
  };
  visitQuery(ctx, input, input, parser_default(expression), cb);
}

// node_modules/jsonpath-rfc9535/dist/esm/index.js
function query(input, expression) {
  const values = [];
  exec(input, expression, { capturePaths: false }, (value2) => {
    values.push(value2);
  });
  return values;
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
      for (const value2 of found) addChildren(value2, segment, next);
      found = next;
      if (found.length === 0) break;
    }
    return found;
  };
}
function findByNames(document, names) {
  let value2 = document;
  for (const name of names) {
    if (typeof value2 !== "object" || value2 === null || Array.isArray(value2) || !Object.hasOwn(value2, name)) return [];
    value2 = value2[name];
  }
  return [value2];
}
function simpleSegments(path) {
  if (!path.startsWith("$")) return void 0;
  const segments = [];
  SEGMENT.lastIndex = 1;
  let end = 1;
  for (let match2 = SEGMENT.exec(path); match2; match2 = SEGMENT.exec(path)) {
    const [, dotted, star, index, single, double] = match2;
    end = SEGMENT.lastIndex;
    const name = dotted ?? single ?? double;
    if (star !== void 0 || dotted === "*") segments.push({ kind: "all" });
    else if (index !== void 0) segments.push({ kind: "index", index: Number(index) });
    else if (name !== void 0) segments.push({ kind: "name", name });
  }
  return end === path.length ? segments : void 0;
}
function addChildren(value2, segment, into) {
  if (typeof value2 !== "object" || value2 === null) return;
  switch (segment.kind) {
    case "all":
      for (const child of Array.isArray(value2) ? value2 : Object.values(value2)) into.push(child);
      break;
    case "index":
      if (Array.isArray(value2) && segment.index < value2.length) into.push(value2[segment.index]);
      break;
    case "name":
      if (!Array.isArray(value2) && Object.hasOwn(value2, segment.name)) into.push(value2[segment.name]);
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
    headers: expect.headers.map(({ name, value: value2 }) => ({
      name: name.toLowerCase(),
      wanted: value2.kind === "literal" ? expectedText(program, textKey(value2.text)) : "",
      regex: value2.kind === "regex" ? prepareRegex(value2) : void 0
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

// src/load/http/stream-body.ts
import { createReadStream } from "node:fs";
import { basename } from "node:path";
var PIECE_BYTES = 1048576;
var SHARED = Buffer.allocUnsafeSlow(PIECE_BYTES);
for (let index = 0, state = 625341585; index < PIECE_BYTES; index += 4) {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  for (let byte = 0; byte < 4; byte++) SHARED[index + byte] = 65 + (state >>> byte * 8 & 31) % 26;
}
function sharedBytes(size) {
  return size <= PIECE_BYTES ? SHARED.subarray(0, size) : repeatShared(size);
}
function wholeBytes(size) {
  return size <= PIECE_BYTES ? SHARED.subarray(0, size) : Buffer.alloc(size, SHARED);
}
var BODY_CHANGED = "BODY_CHANGED";
var BodyChanged = class extends Error {
  code = BODY_CHANGED;
};
async function* fileBytes(path, size) {
  const name = basename(path);
  let read = 0;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 262144 })) {
      const bytes = chunk;
      read += bytes.byteLength;
      if (read > size) break;
      yield bytes;
    }
  } catch (thrown) {
    throw new BodyChanged(`${name} could not be read: ${codeOrMessage(thrown)}`, { cause: thrown });
  }
  if (read !== size) throw new BodyChanged(`${name} had ${size} bytes when the run was planned and has ${read > size ? "more" : read} now`);
}
function codeOrMessage(thrown) {
  return thrown instanceof Error && "code" in thrown && typeof thrown.code === "string" ? thrown.code : messageOf(thrown);
}
async function* joinBodies(pieces) {
  for (const piece of pieces) {
    if (piece === null) continue;
    if (typeof piece === "string") yield Buffer.from(piece);
    else if (piece instanceof Uint8Array) yield piece;
    else yield* piece;
  }
}
function* repeatShared(size) {
  for (let left = size; left > 0; left -= PIECE_BYTES) yield left >= PIECE_BYTES ? SHARED : SHARED.subarray(0, left);
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

// src/load/socket/classify-error.ts
var RESET_CODES = /* @__PURE__ */ new Set(["ECONNRESET", "EPIPE", "ECONNABORTED", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "ENETDOWN"]);
var UNSENT_CODES = /* @__PURE__ */ new Set([BODY_CHANGED, "UND_ERR_INVALID_ARG", "UND_ERR_NOT_SUPPORTED", "UND_ERR_REQ_CONTENT_LENGTH_MISMATCH"]);
function classifyError(thrown, stage) {
  const code = codeOf(thrown);
  const message = rootMessage(thrown);
  if (code !== void 0 && UNSENT_CODES.has(code))
    return { class: "data", reason: `request ${shorten(message)}`, message: `the request could not be made: ${message}` };
  if (stage === "tls" || code !== void 0 && /^ERR_(?:SSL|TLS|OSSL)_/.test(code))
    return { class: "tls", reason: `tls ${code ?? shorten(message)}`, message };
  if (stage === "connect") return { class: "connect", reason: `connect ${code ?? shorten(message)}`, message };
  if (code !== void 0 && RESET_CODES.has(code)) return { class: "reset", reason: `reset ${code}`, message };
  if (code === "UND_ERR_SOCKET" && (message === "bad response" || message === "bad upgrade"))
    return {
      class: "protocol",
      reason: `protocol ${message}`,
      message: `the server sent an informational answer that was not asked for (${message})`
    };
  if (code === "UND_ERR_SOCKET" || code === "UND_ERR_CLOSED" || code === "UND_ERR_DESTROYED" || code === "ERR_HTTP2_STREAM_ERROR") {
    return stage === "body" ? {
      class: "protocol",
      reason: "protocol body ended early",
      message: `the connection closed before the body was complete (${message})`
    } : { class: "reset", reason: "reset connection closed", message: `the connection closed before an answer came (${message})` };
  }
  return { class: "protocol", reason: `protocol ${code ?? shorten(message)}`, message };
}
function codeOf(thrown) {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 4; error = error.cause, depth++) {
    const inner = error instanceof AggregateError ? error.errors[0] : error;
    const code = inner instanceof Error && "code" in inner ? inner.code : void 0;
    if (typeof code === "string" && code !== "") return code;
  }
  return void 0;
}
function rootMessage(thrown) {
  const error = thrown instanceof AggregateError ? thrown.errors[0] ?? thrown : thrown;
  return messageOf(error);
}
function shorten(message) {
  return message.length > 60 ? `${message.slice(0, 59)}…` : message;
}

// src/load/http/connection.ts
var import_undici2 = __toESM(require_undici(), 1);

// src/load/http/h1-parser.ts
var H1ProtocolError = class extends Error {
  code;
  constructor(code, message) {
    super(message);
    this.name = "H1ProtocolError";
    this.code = code;
  }
};
var LONGEST_HEAD = 16384;
var LONGEST_CHUNK_LINE = 4096;
var HEAD_BEGIN = "HTTP/1.";
var STATUS_LINE = /^HTTP\/1\.([01]) ([1-9]\d\d)(?:$| [\t\x20-\x7e\x80-\xff]*$)/;
var TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
var NOT_IN_VALUE = /[^\t\x20-\x7e\x80-\xff]/;
var LENGTH = /^\d{1,15}$/;
var CHUNK_SIZE = /^([0-9a-fA-F]{1,13})[\t ]*(?:;[\t\x20-\x7e\x80-\xff]*)?$/;
var EMPTY = Buffer.alloc(0);
var H1Parser = class {
  #sink;
  #state = "idle";
  #rest = EMPTY;
  #left = 0;
  #isHead = false;
  #reusable = false;
  #trailerBytes = 0;
  constructor(sink) {
    this.#sink = sink;
  }
  /** A request was sent: an answer may come. */
  expect(method) {
    this.#state = "head";
    this.#rest = EMPTY;
    this.#isHead = method === "HEAD";
  }
  /** Takes in what came. Throws H1ProtocolError, after which the parser is of no use any more. */
  execute(chunk) {
    let at = 0;
    let bytes = chunk;
    if (this.#rest.length > 0) {
      bytes = Buffer.concat([this.#rest, chunk]);
      this.#rest = EMPTY;
    }
    while (at < bytes.length) {
      const next = this.#step(bytes, at);
      if (next < 0) {
        this.#rest = bytes.subarray(at);
        return;
      }
      at = next;
    }
  }
  /** The other side has ended. True: that was the end of the body. */
  finish() {
    if (this.#state !== "open") return false;
    this.#complete(false);
    return true;
  }
  /** Where it goes on; -1: more is needed. */
  #step(bytes, at) {
    switch (this.#state) {
      case "idle":
        throw new H1ProtocolError("UNEXPECTED_BYTES", "the server sent more than the answer");
      case "head":
        return this.#readHead(bytes, at);
      case "open":
        this.#sink.onData(at === 0 ? bytes : bytes.subarray(at));
        return bytes.length;
      case "fixed":
      case "chunk":
        return this.#readBody(bytes, at);
      case "chunk-line":
        return this.#readChunkLine(bytes, at);
      case "chunk-end":
        if (bytes.length < at + 2) return -1;
        if (bytes[at] !== 13 || bytes[at + 1] !== 10) throw new H1ProtocolError("INVALID_CHUNK", "a chunk does not end where it should");
        this.#state = "chunk-line";
        return at + 2;
      case "trailers":
        return this.#readTrailer(bytes, at);
    }
  }
  #readHead(bytes, at) {
    const head = splitHead(bytes, at);
    if (!head) return -1;
    if (head.status === 101) throw new H1ProtocolError("UNEXPECTED_UPGRADE", "the server changed the protocol unasked");
    if (head.status >= 200) this.#beginAnswer(head.status, head.isVersion11, readHeaders(head.lines));
    return head.end;
  }
  #beginAnswer(status, isVersion11, headers) {
    const connection = joined(headers["connection"]).toLowerCase();
    const coding = headers["transfer-encoding"];
    const length2 = lengthOf2(headers["content-length"]);
    if (coding !== void 0 && length2 !== void 0)
      throw new H1ProtocolError("INVALID_LENGTH", "content-length and transfer-encoding exclude each other");
    this.#reusable = isVersion11 ? !hasToken(connection, "close") : hasToken(connection, "keep-alive");
    const isBodiless = this.#isHead || status === 204 || status === 304;
    if (isBodiless && !this.#isHead && (coding !== void 0 || (length2 ?? 0) > 0)) this.#reusable = false;
    if (isBodiless || coding === void 0 && length2 === 0) {
      this.#sink.onHead(status, headers);
      this.#complete(this.#reusable);
      return;
    }
    if (coding !== void 0 && /(?:^|,)[\t ]*chunked[\t ]*$/i.test(joined(coding))) {
      this.#state = "chunk-line";
    } else if (coding === void 0 && length2 !== void 0) {
      this.#state = "fixed";
      this.#left = length2;
    } else {
      this.#state = "open";
    }
    this.#sink.onHead(status, headers);
  }
  #readBody(bytes, at) {
    const end = Math.min(bytes.length, at + this.#left);
    this.#left -= end - at;
    this.#sink.onData(bytes.subarray(at, end));
    if (this.#left > 0) return end;
    if (this.#state === "chunk") {
      this.#state = "chunk-end";
      return end;
    }
    this.#complete(this.#reusable && end === bytes.length);
    return bytes.length;
  }
  #readChunkLine(bytes, at) {
    const end = bytes.indexOf("\r\n", at, "latin1");
    if (end < 0) {
      if (bytes.length - at > LONGEST_CHUNK_LINE) throw new H1ProtocolError("INVALID_CHUNK", "the line of a chunk does not end");
      return -1;
    }
    const match2 = CHUNK_SIZE.exec(bytes.toString("latin1", at, end));
    if (!match2) throw new H1ProtocolError("INVALID_CHUNK", "the size of a chunk is not a hexadecimal number");
    this.#left = Number.parseInt(match2[1] ?? "", 16);
    this.#trailerBytes = 0;
    this.#state = this.#left === 0 ? "trailers" : "chunk";
    return end + 2;
  }
  #readTrailer(bytes, at) {
    const end = bytes.indexOf("\r\n", at, "latin1");
    this.#trailerBytes += (end < 0 ? bytes.length : end) - at;
    if (this.#trailerBytes > LONGEST_HEAD)
      throw new H1ProtocolError("HEADERS_OVERFLOW", `the trailers have more than ${LONGEST_HEAD} bytes`);
    if (end < 0) {
      this.#trailerBytes -= bytes.length - at;
      return -1;
    }
    if (end > at) return end + 2;
    this.#complete(this.#reusable && end + 2 === bytes.length);
    return bytes.length;
  }
  #complete(reusable) {
    this.#state = "idle";
    this.#rest = EMPTY;
    this.#sink.onEnd(reusable);
  }
};
function splitHead(bytes, at) {
  const end = bytes.indexOf("\r\n\r\n", at, "latin1");
  if (end < 0 || end - at > LONGEST_HEAD) {
    const begin = bytes.toString("latin1", at, at + HEAD_BEGIN.length);
    if (!HEAD_BEGIN.startsWith(begin)) throw new H1ProtocolError("INVALID_STATUS_LINE", "the answer does not begin with HTTP/1");
    if (bytes.length - at > LONGEST_HEAD) throw new H1ProtocolError("HEADERS_OVERFLOW", `the head has more than ${LONGEST_HEAD} bytes`);
    if (bytes.includes("\n\n", at, "latin1")) throw new H1ProtocolError("INVALID_LINE_BREAK", "lines of the head end without a CR");
    return void 0;
  }
  const lines = bytes.toString("latin1", at, end).split("\r\n");
  const match2 = STATUS_LINE.exec(lines[0] ?? "");
  if (!match2) throw new H1ProtocolError("INVALID_STATUS_LINE", "the answer does not begin with a status line of HTTP/1");
  return { status: Number(match2[2]), isVersion11: match2[1] === "1", lines, end: end + 4 };
}
function readHeaders(lines) {
  const headers = {};
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(0, colon)).toLowerCase();
    const value2 = line.slice(colon + 1).trim();
    if (!TOKEN.test(name) || NOT_IN_VALUE.test(value2)) throw new H1ProtocolError("INVALID_HEADER", "a header of the answer is malformed");
    if (name === "__proto__") continue;
    const known = Object.hasOwn(headers, name) ? headers[name] : void 0;
    if (known === void 0) headers[name] = value2;
    else if (typeof known === "string") headers[name] = [known, value2];
    else known.push(value2);
  }
  return headers;
}
function lengthOf2(value2) {
  if (value2 === void 0) return void 0;
  const first = typeof value2 === "string" ? value2 : value2.every((other) => other === value2[0]) ? value2[0] ?? "" : "";
  if (!LENGTH.test(first)) throw new H1ProtocolError("INVALID_LENGTH", "content-length is not one whole number");
  return Number(first);
}
function joined(value2) {
  return value2 === void 0 ? "" : typeof value2 === "string" ? value2 : value2.join(",");
}
function hasToken(list, token) {
  return list !== "" && list.split(",").some((part) => part.trim() === token);
}

// src/load/http/h1-request.ts
var InvalidRequest = class extends Error {
  code = "UND_ERR_INVALID_ARG";
};
var NOT_IN_PATH = /[^\u0021-\u00ff]/;
var NOT_IN_VALUE2 = /[^\t\x20-\x7e\x80-\xff]/;
var TOKEN2 = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
var ONE_PIECE = 16384;
function renderHead(request, host) {
  const { method, path, headers, body } = request;
  if (!TOKEN2.test(method)) throw new InvalidRequest("invalid request path");
  checkPath(path);
  let shownHost = host;
  let length2 = lengthOf3(body);
  let lines = "";
  let closes = false;
  for (let index = 0; index + 1 < headers.length; index += 2) {
    const name = headers[index] ?? "";
    const value2 = headers[index + 1] ?? "";
    checkHeader(name, value2);
    switch (name.length > 17 ? "" : name.toLowerCase()) {
      case "host":
        shownHost = value2;
        break;
      case "content-length":
        if (!/^\d{1,15}$/.test(value2) || length2 !== void 0 && length2 !== Number(value2))
          throw new InvalidRequest("invalid content-length header");
        length2 = Number(value2);
        break;
      case "connection":
        closes = value2.toLowerCase().split(",").some((token) => token.trim() === "close");
        break;
      case "transfer-encoding":
      case "keep-alive":
      case "upgrade":
      case "expect":
        throw new InvalidRequest(`invalid ${name} header`);
      default:
        lines += `${name}: ${value2}\r
`;
    }
  }
  if (length2 === void 0) throw new InvalidRequest("a streamed body needs a content-length");
  const tellsLength = length2 > 0 || method === "POST" || method === "PUT" || method === "PATCH";
  const connection = closes ? "close" : "keep-alive";
  const head = `${method} ${path} HTTP/1.1\r
host: ${shownHost}\r
connection: ${connection}\r
${lines}${tellsLength ? `content-length: ${length2}\r
` : ""}\r
`;
  return { head, closes };
}
function checkPath(path) {
  if (path[0] !== "/" || NOT_IN_PATH.test(path)) throw new InvalidRequest("invalid request path");
}
function checkHeader(name, value2) {
  if (!TOKEN2.test(name)) throw new InvalidRequest("invalid header key");
  if (NOT_IN_VALUE2.test(value2)) throw new InvalidRequest(`invalid ${name} header`);
}
function joinRequest(head, body) {
  if (body === null || body === "") return head;
  if (typeof body === "string") return body.length > ONE_PIECE ? void 0 : joinRequest(head, Buffer.from(body));
  if (!(body instanceof Uint8Array) || body.byteLength > ONE_PIECE) return void 0;
  const joined2 = Buffer.allocUnsafe(head.length + body.byteLength);
  joined2.write(head, 0, "latin1");
  joined2.set(body, head.length);
  return joined2;
}
function declaredLength(headers) {
  for (let index = 0; index + 1 < headers.length; index += 2) {
    if (headers[index]?.toLowerCase() === "content-length") return Number(headers[index + 1]);
  }
  return void 0;
}
function lengthOf3(body) {
  if (body === null) return 0;
  if (typeof body === "string") return Buffer.byteLength(body);
  return body instanceof Uint8Array ? body.byteLength : void 0;
}

// src/load/http/h1-client.ts
var KEEP_ALIVE_MARGIN_US = 1e6;
var ConnectionClosed = class extends Error {
  code = "UND_ERR_SOCKET";
};
var LengthMismatch = class extends Error {
  code = "UND_ERR_REQ_CONTENT_LENGTH_MISMATCH";
};
var NO_CONTROLLER = Object.freeze({
  aborted: false,
  paused: false,
  reason: null,
  rawHeaders: null,
  rawTrailers: null,
  abort: () => void 0,
  pause: () => void 0,
  resume: () => void 0
});
var H1Client = class {
  #url;
  #connect;
  #idleUs;
  #clock;
  #parser = new H1Parser(this);
  #socket;
  /** Of the request that is under way. */
  #handler;
  #request;
  #wasSent = false;
  #isWriting = false;
  #idleUntilUs = 0;
  /** The request has asked for the connection to end with it. */
  #closesAfter = false;
  #destroyed = false;
  /** `connect` is asked for a new TCP connection; an idle one is given up after `idleMs`, or sooner when the server says so. */
  constructor(origin, connect, options) {
    this.#url = new URL(origin);
    this.#connect = connect;
    this.#idleUs = options.idleMs * 1e3;
    this.#clock = options.clock;
  }
  dispatch(request, handler) {
    if (this.#handler || this.#destroyed) throw new Error("the connection is in use");
    this.#handler = handler;
    this.#request = request;
    this.#wasSent = false;
    if (!this.#socket) {
      this.#open();
    } else if (this.#clock.nowUs() >= this.#idleUntilUs) {
      this.#drop();
      this.#open();
    } else {
      setImmediate(this.#sendOnUsed);
    }
    return true;
  }
  /** Ends it at once; nothing more is told to any handler. */
  destroy() {
    this.#destroyed = true;
    this.#handler = void 0;
    this.#drop();
    return Promise.resolve();
  }
  onHead(status, headers) {
    this.#idleUntilUs = this.#clock.nowUs() + this.#idleTime(headers["keep-alive"]);
    this.#handler?.onResponseStart?.(NO_CONTROLLER, status, headers);
  }
  onData(chunk) {
    this.#handler?.onResponseData?.(NO_CONTROLLER, chunk);
  }
  onEnd(reusable) {
    const handler = this.#handler;
    this.#handler = void 0;
    this.#request = void 0;
    if (!reusable || this.#isWriting || this.#closesAfter) this.#drop();
    handler?.onResponseEnd?.(NO_CONTROLLER, {});
  }
  #sendOnUsed = () => {
    if (!this.#handler) return;
    if (this.#socket) this.#send(this.#socket);
    else this.#open();
  };
  #open() {
    const { host, hostname, protocol, port } = this.#url;
    const bare = hostname.startsWith("[") ? hostname.slice(1, -1) : hostname;
    this.#connect({ host, hostname: bare, protocol, port }, (error, socket) => {
      if (error || !socket) {
        this.#fail(error ?? new ConnectionClosed("there is no connection"));
      } else if (this.#destroyed) {
        socket.destroy();
      } else {
        this.#listen(socket);
        this.#send(socket);
      }
    });
  }
  #listen(socket) {
    this.#socket = socket;
    socket.on("data", (chunk) => {
      if (socket !== this.#socket) return;
      try {
        this.#parser.execute(chunk);
      } catch (thrown) {
        if (!(thrown instanceof H1ProtocolError)) throw thrown;
        this.#breakOff(socket, thrown);
      }
    });
    socket.on("end", () => {
      if (socket === this.#socket && !this.#parser.finish()) this.#breakOff(socket, new ConnectionClosed("other side closed"));
    });
    socket.on("error", (error) => this.#breakOff(socket, error));
    socket.on("close", () => this.#breakOff(socket, new ConnectionClosed("closed")));
  }
  #send(socket) {
    const request = this.#request;
    if (!request) return;
    this.#wasSent = true;
    try {
      this.#handler?.onRequestStart?.(NO_CONTROLLER, null);
      const { head, closes } = renderHead(request, this.#url.host);
      this.#closesAfter = closes;
      this.#parser.expect(request.method);
      const whole = joinRequest(head, request.body);
      if (whole !== void 0) {
        socket.write(whole, "latin1");
      } else if (typeof request.body === "string" || request.body instanceof Uint8Array) {
        socket.cork();
        socket.write(head, "latin1");
        socket.write(request.body);
        socket.uncork();
      } else {
        socket.write(head, "latin1");
        void this.#stream(socket, request.body);
      }
    } catch (thrown) {
      this.#fail(thrown);
    }
  }
  /** Never rejects: a body that cannot be read is the request's failure. */
  async #stream(socket, body) {
    const handler = this.#handler;
    let left = declaredLength(this.#request?.headers ?? []) ?? 0;
    this.#isWriting = true;
    try {
      for await (const chunk of body ?? []) {
        if (socket !== this.#socket || this.#handler !== handler) return;
        const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
        left -= bytes.byteLength;
        if (left < 0) break;
        if (!socket.write(bytes)) await drained(socket);
      }
      if (socket !== this.#socket || this.#handler !== handler) return;
      if (left !== 0) throw new LengthMismatch("the body is not as long as its content-length says");
      this.#isWriting = false;
    } catch (thrown) {
      this.#breakOff(socket, thrown);
    }
  }
  /** The connection is of no use any more; a request that is under way on it fails. */
  #breakOff(socket, thrown) {
    if (socket !== this.#socket) return;
    this.#drop();
    if (this.#handler && this.#wasSent) this.#fail(thrown);
  }
  #fail(thrown) {
    const handler = this.#handler;
    this.#handler = void 0;
    this.#request = void 0;
    handler?.onResponseError?.(NO_CONTROLLER, thrown instanceof Error ? thrown : new Error(String(thrown)));
  }
  #drop() {
    const socket = this.#socket;
    this.#socket = void 0;
    this.#isWriting = false;
    socket?.destroy();
  }
  #idleTime(keepAlive) {
    if (keepAlive === void 0) return this.#idleUs;
    const hint = /(?:^|[,;\s])timeout=(\d{1,9})/i.exec(String(keepAlive))?.[1];
    if (hint === void 0) return this.#idleUs;
    const hintUs = Number(hint) * 1e6;
    return Math.min(this.#idleUs, Math.max(hintUs / 2, hintUs - KEEP_ALIVE_MARGIN_US));
  }
};
function drained(socket) {
  return new Promise((resolve) => {
    const done = () => {
      socket.off("drain", done).off("close", done);
      resolve();
    };
    if (socket.destroyed) resolve();
    else socket.once("drain", done).once("close", done);
  });
}

// src/load/socket/open-socket.ts
var import_undici = __toESM(require_undici(), 1);

// src/load/socket/open-tunnel.ts
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
var ProxyRefused = class extends Error {
  code;
  constructor(status) {
    super(`the proxy answered ${status} in place of a connection to the target`);
    this.name = "ProxyRefused";
    this.code = `PROXY_${status}`;
  }
};
function openTunnel({ proxy, hostname, port, tls }, callback) {
  const authority = `${hostname.includes(":") ? `[${hostname}]` : hostname}:${port}`;
  const authorization = proxyAuthorization(proxy);
  const options = {
    method: "CONNECT",
    host: proxy.hostname.replace(/^\[|\]$/g, ""),
    port: proxy.port || (proxy.protocol === "https:" ? 443 : 80),
    path: authority,
    headers: { host: authority, ...authorization === void 0 ? {} : { "proxy-authorization": authorization } },
    agent: false
  };
  const asked = proxy.protocol === "https:" ? requestHttps({ ...options, ...tls }) : requestHttp(options);
  asked.on("connect", (answer, socket, head) => {
    const status = answer.statusCode ?? 0;
    if (status >= 200 && status < 300) {
      if (head.length > 0) socket.unshift(head);
      callback(null, socket);
      return;
    }
    socket.destroy();
    callback(new ProxyRefused(status));
  });
  asked.on("error", callback);
  asked.end();
  return asked;
}
function proxyAuthorization(proxy) {
  if (proxy.username === "") return void 0;
  const credentials = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return `Basic ${Buffer.from(credentials).toString("base64")}`;
}

// src/load/socket/open-socket.ts
var SocketOpener = class {
  #clock;
  #tls;
  #connector;
  #tunnelProxy;
  constructor({ settings, tunnelProxy, lookup: lookup2, allowH2, clock, onread }) {
    const { ca, cert, key, insecure } = settings.tls;
    this.#tls = {
      ...ca === void 0 ? {} : { ca },
      ...cert === void 0 ? {} : { cert },
      ...key === void 0 ? {} : { key },
      rejectUnauthorized: !insecure
    };
    this.#clock = clock;
    this.#tunnelProxy = tunnelProxy;
    const own = { ...this.#tls, ...lookup2 ? { lookup: lookup2 } : {}, ...onread ? { onread } : {} };
    this.#connector = (0, import_undici.buildConnector)({ ...own, allowH2, preferH2: allowH2, timeout: 0 });
  }
  /** The callback comes later and once; never, if what is being opened is destroyed. */
  open(trace, options, callback) {
    const beganUs = this.#clock.nowUs();
    trace.stage = "connect";
    trace.socketError = void 0;
    trace.connectUs = -1;
    trace.tlsUs = -1;
    const proxy = this.#tunnelProxy;
    if (!proxy) {
      this.#connect(trace, options, { beganUs, callback });
      return;
    }
    const isTls = options.protocol === "https:";
    const { hostname } = options;
    const port = Number(options.port || (isTls ? 443 : 80));
    trace.opening = openTunnel({ proxy, hostname, port, tls: this.#tls }, (error, socket) => {
      if (!socket) {
        callback(error ?? new Error("the proxy gave no connection"), null);
      } else if (isTls) {
        this.#connect(trace, { ...options, httpSocket: socket }, { beganUs, callback });
      } else {
        keep(trace, socket);
        trace.connectUs = this.#clock.nowUs() - beganUs;
        trace.stage = "sent";
        callback(null, socket);
      }
    });
  }
  #connect(trace, options, { beganUs, callback }) {
    const isTls = options.protocol === "https:";
    let connectedUs = this.#clock.nowUs();
    if (options.httpSocket) trace.stage = "tls";
    const socket = this.#connector(options, (...result) => {
      const [error, connected] = result;
      if (error === null && connected) {
        const nowUs = this.#clock.nowUs();
        trace.connectUs = (isTls ? connectedUs : nowUs) - beganUs;
        if (isTls) trace.tlsUs = nowUs - connectedUs;
        trace.stage = "sent";
      }
      callback(...result);
    });
    if (!isSocket(socket)) return;
    keep(trace, socket);
    if (!isTls || options.httpSocket) return;
    socket.once("connect", () => {
      connectedUs = this.#clock.nowUs();
      trace.stage = "tls";
    });
  }
};
function keep(trace, socket) {
  trace.opening = socket;
  socket.on("error", (error) => {
    if (trace.opening === socket) trace.socketError ??= error;
  });
}
function isSocket(value2) {
  return typeof value2 === "object" && value2 !== null && "destroy" in value2 && "once" in value2;
}

// src/load/http/connection.ts
var KEEP_ALIVE_MS = 6e4;
var Connection = class {
  #client;
  #opener;
  /** Plain HTTP over a proxy: the proxy is asked for whole URLs (RFC 9112 section 3.2.2). */
  forwardProxy;
  /** Of the newest connect, the way through a proxy included; -1 before, and when it failed. */
  connectUs = -1;
  tlsUs = -1;
  /** Connects so far, those that failed included. */
  attempts = 0;
  /** Opened so far: the first and every reconnect. */
  opened = 0;
  protocol = "http/1.1";
  stage = "sent";
  /** The first error of the newest socket: undici forgets it over the end that follows. */
  socketError;
  opening;
  constructor(origin, settings, proxy, context) {
    const isPlain2 = origin.startsWith("http:");
    this.forwardProxy = isPlain2 ? proxy : void 0;
    const allowH2 = settings.http2 && !this.forwardProxy;
    const { clock, resolver } = context;
    this.#opener = new SocketOpener({
      settings,
      tunnelProxy: isPlain2 ? void 0 : proxy,
      // A proxy is the user's own choice, wherever its name leads.
      lookup: this.forwardProxy ? void 0 : resolver,
      allowH2,
      clock
    });
    const connect = (options, callback) => this.#connect(options, callback);
    this.#client = isPlain2 && !proxy ? new H1Client(origin, connect, { idleMs: KEEP_ALIVE_MS, clock }) : new import_undici2.Client(this.forwardProxy?.origin ?? origin, {
      pipelining: 1,
      keepAliveTimeout: KEEP_ALIVE_MS,
      // Time limits are the caller's: undici's own tick only every 500 ms.
      headersTimeout: 0,
      bodyTimeout: 0,
      allowH2,
      connect
    });
  }
  /** Sends a request; the handler is told what becomes of it. */
  dispatch(request, handler) {
    const proxy = this.forwardProxy;
    this.#client.dispatch(proxy ? toForwarded(request, proxy) : request, handler);
  }
  /** Closes it at once, also while it connects. */
  destroy() {
    this.opening?.destroy();
    this.#client.destroy(null).catch(() => void 0);
  }
  #connect(options, callback) {
    this.attempts++;
    this.#opener.open(this, options, (...result) => {
      const [error, connected] = result;
      if (error === null && connected) {
        this.protocol = "alpnProtocol" in connected && connected.alpnProtocol === "h2" ? "h2" : "http/1.1";
        this.opened++;
      }
      callback(...result);
    });
  }
};
function toForwarded(request, proxy) {
  const target = new URL(String(request.origin));
  const headers = [...request.headers];
  if (!headers.some((name, index) => index % 2 === 0 && name.toLowerCase() === "host")) headers.push("host", target.host);
  const authorization = proxyAuthorization(proxy);
  if (authorization !== void 0) headers.push("proxy-authorization", authorization);
  return { ...request, path: target.origin + request.path, headers };
}

// src/load/http/connection-pool.ts
var ConnectionPool = class {
  #origin;
  #settings;
  #proxy;
  #context;
  #all = /* @__PURE__ */ new Set();
  #idle = [];
  /** Calls for which no connection was free; `#nextWaiting` is the head, so that taking one costs no shift. */
  #waiting = [];
  #nextWaiting = 0;
  #openedByGone = 0;
  #partner;
  constructor(origin, settings, route) {
    this.#origin = origin;
    this.#settings = settings;
    this.#proxy = route.proxy;
    this.#context = route.context;
  }
  /** The pool of the other target of a comparison; undefined: it has none yet, and will say so itself. */
  pairWith(partner) {
    this.#partner = partner;
    if (partner) partner.#partner = this;
  }
  /** A connection for a call; undefined: all are busy and the limit is reached, the call waits in line. */
  acquire(call) {
    const isFull2 = this.#settings.limit !== void 0 && this.#all.size >= this.#settings.limit;
    const isBehind = !isFull2 && this.#partner !== void 0 && this.#partner.#all.size > this.#all.size;
    const idle = isBehind ? void 0 : this.#idle.pop();
    if (idle) return idle;
    if (isFull2) {
      this.#waiting.push(call);
      return void 0;
    }
    const connection = new Connection(this.#origin, this.#settings, this.#proxy, this.#context);
    this.#all.add(connection);
    return connection;
  }
  /** Takes a connection back; answers the call that is next in line for it. */
  release(connection) {
    const next = this.#takeWaiting();
    if (!next) this.#idle.push(connection);
    return next;
  }
  /** Closes a connection whose call was given up; answers a call that can now have a new one. */
  discard(connection) {
    this.#all.delete(connection);
    this.#openedByGone += connection.opened;
    connection.destroy();
    return this.#takeWaiting();
  }
  /** Takes a call that was given up out of the line. */
  forget(call) {
    const place = this.#waiting.indexOf(call, this.#nextWaiting);
    if (place >= 0) this.#waiting.splice(place, 1);
  }
  /** Connections opened so far, reconnects included. */
  get opened() {
    let opened = this.#openedByGone;
    for (const connection of this.#all) opened += connection.opened;
    return opened;
  }
  /** Closes everything. */
  close() {
    for (const connection of this.#all) connection.destroy();
  }
  #takeWaiting() {
    const call = this.#waiting[this.#nextWaiting];
    if (!call) return void 0;
    this.#nextWaiting++;
    if (this.#nextWaiting > 1024 && this.#nextWaiting * 2 > this.#waiting.length) {
      this.#waiting = this.#waiting.slice(this.#nextWaiting);
      this.#nextWaiting = 0;
    }
    return call;
  }
};

// src/load/socket/resolve-host.ts
import { lookup } from "node:dns";

// src/load/socket/allow-hosts.ts
import { BlockList, isIPv6 } from "node:net";
var NEVER_BY_NAME = new BlockList();
NEVER_BY_NAME.addSubnet("0.0.0.0", 8);
NEVER_BY_NAME.addSubnet("169.254.0.0", 16);
NEVER_BY_NAME.addSubnet("224.0.0.0", 4);
NEVER_BY_NAME.addAddress("255.255.255.255");
NEVER_BY_NAME.addAddress("::", "ipv6");
NEVER_BY_NAME.addSubnet("fe80::", 10, "ipv6");
NEVER_BY_NAME.addSubnet("ff00::", 8, "ipv6");
function isAddressAllowed(address) {
  if (!isIPv6(address)) return !NEVER_BY_NAME.check(address);
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  return mapped === void 0 ? !NEVER_BY_NAME.check(address, "ipv6") : !NEVER_BY_NAME.check(mapped);
}

// src/load/socket/resolve-host.ts
var KEEP_MS = 3e4;
var KEEP_FAILURE_MS = 1e3;
function createHostResolver() {
  const known = /* @__PURE__ */ new Map();
  const asked = /* @__PURE__ */ new Map();
  return (hostname, options, callback) => {
    const answer = ({ error, addresses }) => {
      if (error) {
        callback(error, "");
        return;
      }
      const wanted = addresses.filter((entry) => !options.family || entry.family === options.family);
      const allowed = wanted.filter((entry) => isAddressAllowed(entry.address));
      const first = allowed[0];
      if (!first) {
        callback(refusal(hostname, wanted), "");
      } else if (options.all) {
        callback(null, allowed);
      } else {
        callback(null, first.address, first.family);
      }
    };
    const nowMs = performance.now();
    const remembered = known.get(hostname);
    if (remembered && remembered.untilMs > nowMs) {
      process.nextTick(answer, remembered);
      return;
    }
    const others = asked.get(hostname);
    if (others) {
      others.push(answer);
      return;
    }
    const waiting = [answer];
    asked.set(hostname, waiting);
    lookup(hostname, { all: true, verbatim: true }, (error, addresses) => {
      const found = { untilMs: performance.now() + (error ? KEEP_FAILURE_MS : KEEP_MS), error, addresses: error ? [] : addresses };
      asked.delete(hostname);
      known.set(hostname, found);
      for (const tell of waiting) tell(found);
    });
  };
}
function refusal(hostname, addresses) {
  const shown = addresses.map((entry) => entry.address).join(", ") || "no address";
  const error = new Error(`${hostname} resolves to ${shown}, which no test may reach by name`);
  error.code = "ADDRESS_REFUSED";
  return error;
}

// src/load/http/undici-transport.ts
var UndiciTransport = class {
  clock;
  #settings;
  #proxies;
  #resolver = createHostResolver();
  #pools;
  #protocols = {};
  #reused = 0;
  #partner;
  constructor(clock, settings, proxies) {
    this.clock = clock;
    this.#settings = settings;
    this.#proxies = proxies;
    this.#pools = settings.map(() => /* @__PURE__ */ new Map());
  }
  /** Holds as many connections as the transport of the other target, opened in pairs: neither has more of the target's attention, or more handshakes, than the other. */
  pairWith(other) {
    this.#partner = other;
    other.#partner = this;
  }
  send(call) {
    call.clearResponse();
    const pool = this.#pool(call);
    const connection = pool.acquire(call);
    if (connection) {
      this.#dispatch(call, pool, connection);
    } else {
      call.queuedUs = this.clock.nowUs();
      call.handle = pool;
    }
  }
  abandon(call) {
    const handle = call.handle;
    call.handle = void 0;
    if (handle instanceof CallHandler) {
      const stage = call.status > 0 ? "body" : handle.connection.stage;
      handle.call = void 0;
      handle.controller?.abort(new Error("given up"));
      const next = handle.pool.discard(handle.connection);
      if (next) this.#dispatchOnNew(next, handle.pool);
      return stage;
    }
    if (handle instanceof ConnectionPool) handle.forget(call);
    call.queueUs = call.queuedUs < 0 ? -1 : this.clock.nowUs() - call.queuedUs;
    return "line";
  }
  close() {
    for (const pools of this.#pools) for (const pool of pools.values()) pool.close();
  }
  summarize() {
    let connectionsOpened = 0;
    for (const pools of this.#pools) for (const pool of pools.values()) connectionsOpened += pool.opened;
    return { connectionsOpened, requestsOnReusedConnections: this.#reused, protocols: { ...this.#protocols } };
  }
  /** A handler is done with its call: the connection goes to the next in line, then the owner hears of it. */
  finish(handler, call) {
    const { pool, connection, attemptsBefore } = handler;
    handler.call = void 0;
    call.handle = void 0;
    call.endUs = this.clock.nowUs();
    if (connection.attempts === attemptsBefore) {
      if (call.error?.class !== "data") this.#reused++;
    } else {
      call.connectUs = connection.connectUs;
      call.tlsUs = connection.tlsUs;
    }
    if (call.status > 0) this.#protocols[connection.protocol] = (this.#protocols[connection.protocol] ?? 0) + 1;
    if (call.error) {
      const next = pool.discard(connection);
      if (next) this.#dispatchOnNew(next, pool);
    } else {
      const next = pool.release(connection);
      if (next) this.#dispatch(next, pool, connection);
    }
    try {
      call.owner?.callDone(call);
    } catch (thrown) {
      queueMicrotask(() => {
        throw thrown;
      });
    }
  }
  #pool(call) {
    const pools = this.#pools[call.connection];
    const settings = this.#settings[call.connection];
    if (!pools || !settings) throw new RangeError(`there are no connection settings ${call.connection}`);
    let pool = pools.get(call.origin);
    if (!pool) {
      const proxy = chooseProxy(new URL(call.origin), settings.proxy, this.#proxies);
      pool = new ConnectionPool(call.origin, settings, { proxy, context: { clock: this.clock, resolver: this.#resolver } });
      pools.set(call.origin, pool);
      if (this.#partner) pool.pairWith([...this.#partner.#pools[call.connection]?.values() ?? []][pools.size - 1]);
    }
    return pool;
  }
  #dispatchOnNew(call, pool) {
    const connection = pool.acquire(call);
    if (connection) this.#dispatch(call, pool, connection);
  }
  #dispatch(call, pool, connection) {
    call.sentUs = this.clock.nowUs();
    if (call.queuedUs >= 0) call.queueUs = call.sentUs - call.queuedUs;
    const handler = new CallHandler(this, call, pool, connection);
    call.handle = handler;
    const body = call.body;
    try {
      connection.dispatch({ origin: call.origin, path: call.path, method: call.method, headers: call.headers, body }, handler);
    } catch (thrown) {
      handler.fail(thrown);
    }
    handler.isDispatched = true;
  }
};
var CallHandler = class {
  call;
  pool;
  connection;
  attemptsBefore;
  /** Of undici, which must know that a request is given up before its HTTP/2 connection may go (assert in client.js, _resume). */
  controller;
  /** `dispatch` has returned. */
  isDispatched = false;
  #transport;
  constructor(transport, call, pool, connection) {
    this.#transport = transport;
    this.call = call;
    this.pool = pool;
    this.connection = connection;
    this.attemptsBefore = connection.attempts;
  }
  onRequestStart(controller) {
    this.controller = controller;
  }
  onResponseStart(_controller, status, headers) {
    const call = this.call;
    if (!call || status < 200) return;
    call.headUs = this.#transport.clock.nowUs();
    call.status = status;
    call.responseHeaders = headers;
  }
  onResponseData(_controller, chunk) {
    const call = this.call;
    if (!call) return;
    call.bytesReceived += chunk.byteLength;
    if (call.keepBody && call.bytesReceived <= call.maxKept) call.chunks.push(chunk);
  }
  onResponseEnd() {
    const call = this.call;
    if (!call) return;
    const { forwardProxy } = this.connection;
    if (forwardProxy && call.status === 407)
      call.error = { class: "connect", reason: "connect PROXY_407", message: "the proxy answered 407: it wants other credentials" };
    this.#transport.finish(this, call);
  }
  onResponseError(_controller, thrown) {
    this.fail(thrown);
  }
  /**
   * The call has failed. One that fails before `dispatch` returns is told in the next turn of the event loop: a user whose every request fails at once would
   * otherwise never let go of the thread.
   */
  fail(thrown) {
    if (!this.isDispatched) {
      setImmediate(() => {
        this.isDispatched = true;
        this.fail(thrown);
      });
      return;
    }
    const call = this.call;
    if (!call) return;
    const { stage, socketError } = this.connection;
    const isVague = thrown instanceof Error && "code" in thrown && thrown.code === "UND_ERR_SOCKET";
    call.error = classifyError(isVague ? socketError ?? thrown : thrown, call.status > 0 ? "body" : stage);
    this.#transport.finish(this, call);
  }
};

// src/load/flow/json-pattern.ts
function patternOf(value2) {
  if (typeof value2 !== "object" || value2 === null) return { kind: "value", value: value2 };
  if (Array.isArray(value2)) return { kind: "list", items: value2.map(patternOf) };
  return { kind: "map", keys: Object.keys(value2), values: Object.values(value2).map(patternOf) };
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
      return { kind: "map", keys: prepared.keys, values: prepared.values.map((value2) => expandPattern(value2, values)) };
    case "list":
      return { kind: "list", items: prepared.items.map((item) => expandPattern(item, values)) };
    case "whole":
      return patternOf(values.read(prepared.reference) ?? null);
    case "text":
      return { kind: "value", value: expandText(prepared.text, values) };
  }
}
function holdsPattern(value2, pattern) {
  if (pattern.kind === "value") return value2 === pattern.value;
  if (typeof value2 !== "object" || value2 === null) return false;
  if (pattern.kind === "list") {
    const { items } = pattern;
    return Array.isArray(value2) && value2.length === items.length && items.every((item, index) => holdsPattern(value2[index], item));
  }
  if (Array.isArray(value2)) return false;
  const { keys, values } = pattern;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] ?? "";
    const wanted = values[index];
    if (!Object.hasOwn(value2, key) || !wanted || !holdsPattern(value2[key], wanted)) return false;
  }
  return true;
}
var MARK = /\u{F8FF}lg(\d+)\u{F8FF}/u;
function markOf(place) {
  return `lg${place}`;
}
function prepareValue(value2, places) {
  if (typeof value2 === "string") return prepareString(value2, places);
  if (typeof value2 !== "object" || value2 === null) return { kind: "constant", pattern: patternOf(value2) };
  const inner = Object.values(value2).map((child) => prepareValue(child, places));
  if (inner.every(({ kind }) => kind === "constant")) return { kind: "constant", pattern: patternOf(value2) };
  return Array.isArray(value2) ? { kind: "list", items: inner } : { kind: "map", keys: Object.keys(value2), values: inner };
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
function isMatch(match2, message) {
  switch (match2.kind) {
    case "json":
      return holdsPattern(message.json(), match2.pattern);
    case "text":
      return message.text === match2.text;
    case "regex":
      return match2.regex.test(message.text);
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

// src/load/http/parse-set-cookie.ts
import { isIP } from "node:net";
var LONGEST_PAIR = 4096;
var LONGEST_ATTRIBUTE = 1024;
function parseSetCookie(text, nowMs) {
  if (/[\0-\x08\x0a-\x1f\x7f]/.test(text)) return void 0;
  const [pair = "", ...attributes] = text.split(";");
  const equals = pair.indexOf("=");
  const name = pair.slice(0, Math.max(0, equals)).trim();
  const value2 = pair.slice(equals + 1).trim();
  if (equals < 0 || name === "" || name.length + value2.length > LONGEST_PAIR) return void 0;
  const given = /* @__PURE__ */ new Map();
  for (const attribute of attributes) {
    const at = attribute.indexOf("=");
    const key = (at < 0 ? attribute : attribute.slice(0, at)).trim().toLowerCase();
    const said = at < 0 ? "" : attribute.slice(at + 1).trim();
    if (said.length <= LONGEST_ATTRIBUTE) given.set(key, said);
  }
  const path = given.get("path");
  return {
    name: asBytes(name),
    value: asBytes(value2),
    domain: given.get("domain")?.replace(/^\./, "").toLowerCase() || void 0,
    path: path?.startsWith("/") ? path : void 0,
    secure: given.has("secure"),
    expiresMs: expiryOf(given, nowMs)
  };
}
function mayCoverDomain(host, domain) {
  if (host === domain) return true;
  return host.endsWith(`.${domain}`) && domain.includes(".") && isIP(host) === 0 && !host.startsWith("[");
}
function expiryOf(given, nowMs) {
  const maxAge = given.get("max-age");
  if (maxAge !== void 0 && /^-?\d+$/.test(maxAge)) return Number(maxAge) > 0 ? nowMs + Number(maxAge) * 1e3 : Number.NEGATIVE_INFINITY;
  const expires = given.get("expires");
  if (expires === void 0) return void 0;
  const parsed = Date.parse(expires.replace(/(\d)-([A-Za-z]{3})-(\d)/, "$1 $2 $3"));
  return Number.isNaN(parsed) ? void 0 : parsed;
}
function asBytes(text) {
  return /[^\0-\xff]/.test(text) ? Buffer.from(text, "utf8").toString("latin1") : text;
}

// src/load/http/cookie-jar.ts
var MOST_COOKIES = 100;
var CookieJar = class {
  #cookies = [];
  /** Takes the `set-cookie` headers of an answer in; malformed ones and those for foreign domains are left out, as browsers do. */
  store(url, setCookie, nowMs) {
    for (const text of typeof setCookie === "string" ? [setCookie] : setCookie) {
      const cookie = toStored(url, text, nowMs);
      if (!cookie) continue;
      this.#cookies = this.#cookies.filter(
        (known) => known.name !== cookie.name || known.domain !== cookie.domain || known.path !== cookie.path
      );
      if (cookie.expiresMs > nowMs) this.#cookies.push(cookie);
      if (this.#cookies.length > MOST_COOKIES) this.#cookies.shift();
    }
  }
  /** The values of all cookies: must not be shown. */
  values() {
    return this.#cookies.map((cookie) => cookie.value);
  }
  /** The `cookie` header for a request; undefined when there is nothing to send. Longer paths come first (RFC 6265 section 5.4). */
  header(url, nowMs) {
    if (this.#cookies.length === 0) return void 0;
    const host = url.hostname.toLowerCase();
    const sent = this.#cookies.filter(
      (cookie) => cookie.expiresMs > nowMs && (host === cookie.domain || !cookie.hostOnly && host.endsWith(`.${cookie.domain}`)) && pathMatches(url.pathname, cookie.path) && (!cookie.secure || url.protocol === "https:" || isLoopback(host))
    );
    if (sent.length === 0) return void 0;
    return sent.sort((left, right) => right.path.length - left.path.length).map((cookie) => `${cookie.name}=${cookie.value}`).join("; ");
  }
};
function toStored(url, text, nowMs) {
  const cookie = parseSetCookie(text, nowMs);
  if (!cookie) return void 0;
  const host = url.hostname.toLowerCase();
  const { name, value: value2, domain, path, secure, expiresMs = Number.POSITIVE_INFINITY } = cookie;
  if (domain !== void 0 && !mayCoverDomain(host, domain)) return void 0;
  return {
    name,
    value: value2,
    domain: domain ?? host,
    hostOnly: domain === void 0,
    path: path ?? defaultPath(url.pathname),
    secure,
    expiresMs
  };
}
function defaultPath(pathname) {
  const last = pathname.lastIndexOf("/");
  return last <= 0 ? "/" : pathname.slice(0, last);
}
function pathMatches(pathname, path) {
  return pathname === path || pathname.startsWith(path) && (path.endsWith("/") || pathname[path.length] === "/");
}
function isLoopback(host) {
  return host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || /^127(?:\.\d+){3}$/.test(host);
}

// src/load/http/http-call.ts
var HttpCall = class {
  owner;
  /** Of the owner: which step this is, and for whom. */
  token;
  origin = "";
  method = "GET";
  path = "/";
  /** Name, value, name, value. */
  headers = [];
  body = null;
  bodyBytes = 0;
  /** What the cookie jar has put into the `cookie` header. */
  jarCookie;
  /** Index of the connection settings. */
  connection = 0;
  keepBody = false;
  /** Bytes of body that are kept at most. */
  maxKept = 0;
  /** µs since the start of the run; -1: did not happen. */
  sentUs = -1;
  headUs = -1;
  endUs = -1;
  queueUs = -1;
  connectUs = -1;
  tlsUs = -1;
  status = 0;
  responseHeaders = {};
  chunks = [];
  bytesReceived = 0;
  error;
  /** Of the transport: when it was put in line, -1 if it was not. */
  queuedUs = -1;
  /** Of the transport. */
  handle;
  deadlineUs = 0;
  earlier;
  later;
  list;
  expire(nowUs) {
    this.owner?.callExpired(this, nowUs);
  }
  /** Makes the lower half new, for the next send. */
  clearResponse() {
    this.sentUs = -1;
    this.headUs = -1;
    this.endUs = -1;
    this.queueUs = -1;
    this.queuedUs = -1;
    this.connectUs = -1;
    this.tlsUs = -1;
    this.status = 0;
    this.responseHeaders = NO_HEADERS;
    if (this.chunks.length > 0) this.chunks = [];
    this.bytesReceived = 0;
    this.error = void 0;
    this.handle = void 0;
  }
};
var NO_HEADERS = Object.freeze({});

// src/load/flow/virtual-user.ts
var VirtualUser = class {
  dueUs = 0;
  place = -1;
  profile;
  program;
  /** Of a closed phase: its place in the line of all users. */
  ordinal;
  random;
  values;
  host;
  runner;
  #jar;
  /** Where it is in its flow. */
  code = [];
  pc = 0;
  loops = [];
  flow = "none";
  /** The phase that its iteration counts for. */
  phase = 0;
  /** When the next request is due to start: the arrival, or the end of the step before plus think time. */
  intendedUs = 0;
  /** When its iteration was due to start. */
  iterationDueUs = 0;
  failed = false;
  /** Waited for anything since its flow began: a flow that never waits must not be repeated at once. */
  waited = false;
  /** `start` has been run and left every variable that it should. */
  ready = false;
  /** In the runner's hands: an answer that comes now is noticed by the loop, not by a nested call. */
  running = false;
  /** Requests in flight. */
  flights = [];
  poll;
  /** When steps were last due and when they really began, by series; only kept for scenarios with `since`. */
  stepStarts;
  /** Its WebSockets, those that still connect included. */
  sessions = [];
  socketWait;
  /** Messages since it last let others have their turn. */
  sendsInARow = 0;
  /** Closed phases: when it is to leave. */
  leaveUs = Number.POSITIVE_INFINITY;
  constructor(options) {
    this.profile = options.profile;
    this.program = options.program;
    this.ordinal = options.ordinal;
    const [seed, ...keys] = options.seed;
    this.random = new SeededRandom(seed, ...keys);
    this.values = new UserValues(options.source, this.random);
    this.host = options.host;
    this.runner = options.runner;
    this.ready = options.program.start.length === 0;
  }
  /** Made when it is first needed: most users of most scenarios get no cookie. */
  get jar() {
    return this.#jar ??= new CookieJar();
  }
  /** The jar if there is one. */
  get jarIfAny() {
    return this.#jar;
  }
  /** Something of its is on the way, and may still end by itself when the run does. */
  get isInFlight() {
    return this.flights.length > 0 || this.poll !== void 0 || this.socketWait?.kind === "connect" || this.socketWait?.kind === "receive";
  }
  /** Enters a flow at its first step. */
  enter(code, flow, dueUs) {
    this.code = code;
    this.pc = 0;
    if (this.loops.length > 0) this.loops = [];
    this.flow = flow;
    this.intendedUs = dueUs;
    this.iterationDueUs = dueUs;
    this.failed = false;
    this.waited = false;
    this.stepStarts?.clear();
    for (const session of this.sessions) session.sentUs = -1;
    this.values.clear(this.program.iterationSlots);
  }
  fire(nowUs) {
    if (this.flow === "none") this.host.wake(this, nowUs);
    else this.runner.continueAfterWait(this, nowUs);
  }
};
var Flight = class extends HttpCall {
  user;
  request;
  /** The phase in which it was due. */
  phase = 0;
  intendedUs = 0;
  /** When the first hop began. */
  startUs = 0;
  hops = 0;
  /** Of hops that were redirected. */
  earlierSent = 0;
  earlierReceived = 0;
  traceId;
};

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
    const hide = createMasker(values.filter((value2) => value2.length >= SHORTEST_CAPTURED));
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
    const late = this.#expired.findIndex(({ match: match2 }) => isMatch(match2, message));
    const missed = this.#expired[late];
    if (missed) {
      this.#expired.splice(late, 1);
      this.noteReceived(missed.match, missed.series);
      this.#owner.countLate(missed.series, message);
      return;
    }
    const twin = this.#received.find(({ match: match2 }) => isMatch(match2, message));
    this.#kept.push({ message, twinOf: twin?.series ?? -1 });
    this.#chars += message.text.length;
    while (this.#kept.length > MOST_MESSAGES || this.#chars > MOST_CHARS && this.#kept.length > 1) this.#letGo(this.#kept.shift());
  }
  /**
   * Takes out the oldest message that fits; undefined: none has come yet. `sinceUs`: a message that came before cannot be the effect of what it is awaited for. Where
   * that is only supposed (`isStrict` false), one that was never received before may all the same have been sent by itself, as a greeting is.
   */
  take(match2, sinceUs, isStrict) {
    if (this.#kept.length === 0) return void 0;
    const place = this.#kept.findIndex(
      ({ message, twinOf }) => (message.arrivedUs >= sinceUs || !isStrict && twinOf < 0) && isMatch(match2, message)
    );
    const [found] = place < 0 ? [] : this.#kept.splice(place, 1);
    if (found) this.#chars -= found.message.text.length;
    return found?.message;
  }
  /** A step has received what it wanted: more of the same are duplicates. */
  noteReceived(match2, series) {
    if (this.#received[(this.#next + MOST_REMEMBERED - 1) % MOST_REMEMBERED]?.match === match2) return;
    this.#received[this.#next] = { match: match2, series };
    this.#next = (this.#next + 1) % MOST_REMEMBERED;
  }
  /** A step has waited in vain: what still comes is late. */
  noteExpired(match2, series) {
    if (this.#expired.length >= MOST_REMEMBERED) this.#expired.shift();
    this.#expired.push({ match: match2, series });
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
    const match2 = expandMatch(receive.match, user.values);
    const from = beginOf(user, session, receive, nowUs);
    const wait = { kind: "receive", receive, match: match2, session, phase: this.#book.phase, ...from };
    this.#book.begin();
    const early = session.inbox?.take(match2, from.startUs, program.since >= 0);
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
    const count2 = (of, what, phase) => this.#recorder.countMessage(of, phase, what, { nowUs: this.#requests.clock.nowUs(), bytes: 0 });
    return {
      countLate: (of, message) => count2(of, "late", message.phase),
      countDuplicate: (of, message) => count2(of, "duplicates", message.phase),
      countUnmatched: (message) => count2(series, "unmatched", message.phase)
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

// src/load/time/run-clock.ts
import { performance as performance2 } from "node:perf_hooks";
var RunClock = class {
  #offsetUs;
  /** `originNs` is the `process.hrtime.bigint()` of the run's start, which may lie ahead. */
  constructor(originNs) {
    const before = performance2.now();
    const hereNs = process.hrtime.bigint();
    const after = performance2.now();
    this.#offsetUs = (before + after) / 2 * 1e3 - Number(hereNs - originNs) / 1e3;
  }
  /** Now; negative before the start. */
  nowUs() {
    return performance2.now() * 1e3 - this.#offsetUs;
  }
};

export {
  Recorder,
  DueQueue,
  drawThinkUs,
  FlowRunner,
  classifyError,
  H1ProtocolError,
  splitHead,
  readHeaders,
  InvalidRequest,
  checkPath,
  checkHeader,
  SocketOpener,
  createHostResolver,
  UndiciTransport,
  prepareUsers,
  prepareFlow,
  VirtualUser,
  RequestRunner,
  SocketRunner,
  RunClock
};
