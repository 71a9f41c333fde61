import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  chooseProxy
} from "./chunk-JJHWQA64.js";
import {
  matchesHost
} from "./chunk-ZBZHH72O.js";
import {
  SeededRandom
} from "./chunk-6YJF3WAO.js";
import {
  require_undici
} from "./chunk-RYQVFUXL.js";
import {
  messageOf
} from "./chunk-WYDHRVNK.js";
import {
  __toESM
} from "./chunk-5PVW3TJC.js";

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

// src/load/http/parse-set-cookie.ts
import { isIP } from "node:net";
var LONGEST_PAIR = 4096;
var LONGEST_ATTRIBUTE = 1024;
function parseSetCookie(text, nowMs) {
  if (/[\0-\x08\x0a-\x1f\x7f]/.test(text)) return void 0;
  const [pair = "", ...attributes] = text.split(";");
  const equals = pair.indexOf("=");
  const name = pair.slice(0, Math.max(0, equals)).trim();
  const value = pair.slice(equals + 1).trim();
  if (equals < 0 || name === "" || name.length + value.length > LONGEST_PAIR) return void 0;
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
    value: asBytes(value),
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
  const { name, value, domain, path, secure, expiresMs = Number.POSITIVE_INFINITY } = cookie;
  if (domain !== void 0 && !mayCoverDomain(host, domain)) return void 0;
  return {
    name,
    value,
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
  set(slot, value) {
    this.#values[slot] = value;
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
      (value, slot) => value !== void 0 && this.#source.program.slots[slot]?.kind === "capture" ? listTexts(value) : []
    );
  }
  /** The value behind a placeholder. Throws MissingVariable or DataExhausted. */
  read(reference) {
    const value = this.#values[reference.slot] ?? this.#draw(reference.slot);
    if (reference.column === void 0) return value;
    if (typeof value === "object" && value !== null && Object.hasOwn(value, reference.column)) {
      return value[reference.column];
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
    const { index, count } = this.#source.shard;
    const row = Atomics.add(this.#source.rowCounters, tableIndex, 1) * count + index;
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
var HEX = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, "0"));
function drawUuid(random) {
  const [a, b, c, d] = [random.nextUint32(), random.nextUint32(), random.nextUint32(), random.nextUint32()];
  const version = b & 4095 | 16384;
  const variant = c >>> 16 & 16383 | 32768;
  return `${hex(a >>> 16)}${hex(a)}-${hex(b >>> 16)}-${hex(version)}-${hex(variant)}-${hex(c)}${hex(d >>> 16)}${hex(d)}`;
}
function hex(value) {
  return (HEX[value >>> 8 & 255] ?? "") + (HEX[value & 255] ?? "");
}
function listTexts(value) {
  if (typeof value === "string") return [value];
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(listTexts);
  return [JSON.stringify(value)];
}

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
  /** When the rest between its iterations is over; of an earlier one while it is in a flow. */
  restUntilUs = 0;
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
function toText(value) {
  return typeof value === "string" ? value : JSON.stringify(value) ?? "";
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
  const value = call.responseHeaders["retry-after"];
  return typeof value === "string" ? ` (retry-after: ${value.slice(0, 40)})` : "";
}
function check(reason, sample) {
  return { class: "check", reason: `check ${reason}`, sample };
}
function checkHeaders(call, request, context) {
  for (const { name, wanted: template, regex } of request.headers) {
    const value = Object.hasOwn(call.responseHeaders, name) ? call.responseHeaders[name] : void 0;
    const text = Array.isArray(value) ? value.join(", ") : value;
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
function testValue(value, { test, regex, wanted, constant }, values) {
  if (constant) {
    if (!isDeepEqual(value, constant.value)) return constant.text;
  } else if (wanted !== void 0) {
    const expected = expandJson(wanted, values);
    if (!isDeepEqual(value, JSON.parse(expected))) return expected;
  }
  if (regex && !regex.test(typeof value === "string" ? value : JSON.stringify(value))) return String(regex);
  if (test.min !== void 0 && !(typeof value === "number" && value >= test.min)) return `at least ${test.min}`;
  if (test.max !== void 0 && !(typeof value === "number" && value <= test.max)) return `at most ${test.max}`;
  if (test.minLength !== void 0 && !(lengthOf(value) >= test.minLength)) return `a length of at least ${test.minLength}`;
  return void 0;
}
function lengthOf(value) {
  return typeof value === "string" || Array.isArray(value) ? value.length : -1;
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

// src/load/http/escape-target.ts
var ILLEGAL = /[^\x21-\x7e]|["<>\\^`{|}#]/;
var EVERY_ILLEGAL = new RegExp(ILLEGAL.source, "gu");
function escapeTarget(target) {
  return ILLEGAL.test(target) ? target.toWellFormed().replace(EVERY_ILLEGAL, encodeURIComponent) : target;
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
    const length = lengthOf2(headers["content-length"]);
    if (coding !== void 0 && length !== void 0)
      throw new H1ProtocolError("INVALID_LENGTH", "content-length and transfer-encoding exclude each other");
    this.#reusable = isVersion11 ? !hasToken(connection, "close") : hasToken(connection, "keep-alive");
    const isBodiless = this.#isHead || status === 204 || status === 304;
    if (isBodiless && !this.#isHead && (coding !== void 0 || (length ?? 0) > 0)) this.#reusable = false;
    if (isBodiless || coding === void 0 && length === 0) {
      this.#sink.onHead(status, headers);
      this.#complete(this.#reusable);
      return;
    }
    if (coding !== void 0 && /(?:^|,)[\t ]*chunked[\t ]*$/i.test(joined(coding))) {
      this.#state = "chunk-line";
    } else if (coding === void 0 && length !== void 0) {
      this.#state = "fixed";
      this.#left = length;
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
    const match = CHUNK_SIZE.exec(bytes.toString("latin1", at, end));
    if (!match) throw new H1ProtocolError("INVALID_CHUNK", "the size of a chunk is not a hexadecimal number");
    this.#left = Number.parseInt(match[1] ?? "", 16);
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
  const match = STATUS_LINE.exec(lines[0] ?? "");
  if (!match) throw new H1ProtocolError("INVALID_STATUS_LINE", "the answer does not begin with a status line of HTTP/1");
  return { status: Number(match[2]), isVersion11: match[1] === "1", lines, end: end + 4 };
}
function readHeaders(lines) {
  const headers = {};
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(0, colon)).toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (!TOKEN.test(name) || NOT_IN_VALUE.test(value)) throw new H1ProtocolError("INVALID_HEADER", "a header of the answer is malformed");
    if (name === "__proto__") continue;
    const known = Object.hasOwn(headers, name) ? headers[name] : void 0;
    if (known === void 0) headers[name] = value;
    else if (typeof known === "string") headers[name] = [known, value];
    else known.push(value);
  }
  return headers;
}
function lengthOf2(value) {
  if (value === void 0) return void 0;
  const first = typeof value === "string" ? value : value.every((other) => other === value[0]) ? value[0] ?? "" : "";
  if (!LENGTH.test(first)) throw new H1ProtocolError("INVALID_LENGTH", "content-length is not one whole number");
  return Number(first);
}
function joined(value) {
  return value === void 0 ? "" : typeof value === "string" ? value : value.join(",");
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
  let length = lengthOf3(body);
  let lines = "";
  let closes = false;
  for (let index = 0; index + 1 < headers.length; index += 2) {
    const name = headers[index] ?? "";
    const value = headers[index + 1] ?? "";
    checkHeader(name, value);
    switch (name.length > 17 ? "" : name.toLowerCase()) {
      case "host":
        shownHost = value;
        break;
      case "content-length":
        if (!/^\d{1,15}$/.test(value) || length !== void 0 && length !== Number(value))
          throw new InvalidRequest("invalid content-length header");
        length = Number(value);
        break;
      case "connection":
        closes = value.toLowerCase().split(",").some((token) => token.trim() === "close");
        break;
      case "transfer-encoding":
      case "keep-alive":
      case "upgrade":
      case "expect":
        throw new InvalidRequest(`invalid ${name} header`);
      default:
        lines += `${name}: ${value}\r
`;
    }
  }
  if (length === void 0) throw new InvalidRequest("a streamed body needs a content-length");
  const tellsLength = length > 0 || method === "POST" || method === "PUT" || method === "PATCH";
  const connection = closes ? "close" : "keep-alive";
  const head = `${method} ${path} HTTP/1.1\r
host: ${shownHost}\r
connection: ${connection}\r
${lines}${tellsLength ? `content-length: ${length}\r
` : ""}\r
`;
  return { head, closes };
}
function checkPath(path) {
  if (path[0] !== "/" || NOT_IN_PATH.test(path)) throw new InvalidRequest("invalid request path");
}
function checkHeader(name, value) {
  if (!TOKEN2.test(name)) throw new InvalidRequest("invalid header key");
  if (NOT_IN_VALUE2.test(value)) throw new InvalidRequest(`invalid ${name} header`);
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
function isSocket(value) {
  return typeof value === "object" && value !== null && "destroy" in value && "once" in value;
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
    const isPlain = origin.startsWith("http:");
    this.forwardProxy = isPlain ? proxy : void 0;
    const allowH2 = settings.http2 && !this.forwardProxy;
    const { clock, resolver } = context;
    this.#opener = new SocketOpener({
      settings,
      tunnelProxy: isPlain ? void 0 : proxy,
      // A proxy is the user's own choice, wherever its name leads.
      lookup: this.forwardProxy ? void 0 : resolver,
      allowH2,
      clock
    });
    const connect = (options, callback) => this.#connect(options, callback);
    this.#client = isPlain && !proxy ? new H1Client(origin, connect, { idleMs: KEEP_ALIVE_MS, clock }) : new import_undici2.Client(this.forwardProxy?.origin ?? origin, {
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
    const isFull = this.#settings.limit !== void 0 && this.#all.size >= this.#settings.limit;
    const isBehind = !isFull && this.#partner !== void 0 && this.#partner.#all.size > this.#all.size;
    const idle = isBehind ? void 0 : this.#idle.pop();
    if (idle) return idle;
    if (isFull) {
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
  nextHop,
  MissingVariable,
  DataExhausted,
  listTexts,
  VirtualUser,
  Flight,
  expandText,
  expandJson,
  readBody,
  checkResponse,
  tooDeep,
  escapeTarget,
  sharedBytes,
  wholeBytes,
  fileBytes,
  joinBodies,
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
  RunClock
};
