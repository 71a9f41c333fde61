import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  demoDials,
  isServerRequest
} from "./chunk-QR2XVYH6.js";
import {
  messageOf
} from "./chunk-2EGEYTRJ.js";
import "./chunk-NV5WPINZ.js";

// src/demo/staging-server.ts
import http from "node:http";
import http2 from "node:http2";
import https from "node:https";

// src/demo/check-dials.ts
function checkDials(dials) {
  const problems = [];
  const check = (holds, problem) => {
    if (!holds) problems.push(problem);
  };
  check(dials.routes.length > 0, "routes: at least one is needed");
  check(isCount(dials.port ?? 0) && (dials.port ?? 0) < 65536, "port: 0 … 65535");
  check(dials.protocol !== "h2" || dials.tls !== void 0, "protocol h2 needs tls");
  check(dials.protocol !== "h2" || dials.keepAlive !== false, "keepAlive: false is for http1");
  check(isAmount(dials.spinMs ?? 0) && (dials.spinMs ?? 0) <= 20, "spinMs: 0 … 20");
  check(Number.isFinite(dials.seed ?? 0), "seed: a number");
  for (const stall of dials.stalls ?? []) check(isAmount(stall.afterMs) && isAmount(stall.forMs), "stalls: milliseconds, 0 or more");
  if (dials.capacity) check(isCount(dials.capacity.concurrent) && dials.capacity.concurrent > 0, "capacity.concurrent: 1 or more");
  if (dials.capacity) check(isCount(dials.capacity.queue ?? 0), "capacity.queue: 0 or more");
  if (dials.die) check("afterMs" in dials.die ? isAmount(dials.die.afterMs) : isCount(dials.die.afterRequests), "die: a number, 0 or more");
  const names = /* @__PURE__ */ new Set();
  for (const route of dials.routes) {
    const name = routeName(route);
    check(!names.has(name), `${name}: the name is taken`);
    names.add(name);
    for (const problem of checkRoute(route)) problems.push(`${name}: ${problem}`);
  }
  return problems;
}
function routeName(route) {
  return route.name ?? `${route.method} ${route.path}`;
}
function checkRoute(route) {
  const problems = [];
  if (!/^(\*|[A-Z]+)$/.test(route.method)) problems.push("method: upper case, or *");
  if (!route.path.startsWith("/")) problems.push("path: begins with /");
  if (!isAmount(route.bodyAfterMs ?? 0)) problems.push("bodyAfterMs: 0 or more");
  if (route.latency) problems.push(...checkLatency(route.latency));
  problems.push(...checkFaults(route.faults ?? []));
  const { limit, answer: answer2 } = route;
  if (limit?.kind === "bucket" && !(limit.perSec > 0 && Number.isFinite(limit.perSec) && limit.burst >= 1))
    problems.push("limit: perSec above 0, burst 1 or more");
  if (limit?.kind === "window" && !(isCount(limit.max) && limit.windowMs > 0)) problems.push("limit: max 0 or more, windowMs above 0");
  if (answer2?.kind === "bytes" && !isCount(answer2.size)) problems.push("answer.size: whole bytes");
  if (answer2?.kind === "list" && !(isCount(answer2.count) && answer2.count <= 1e5)) problems.push("answer.count: 0 … 100,000");
  if (answer2?.kind === "submit-job" && !(isAmount(answer2.queuedMs) && isAmount(answer2.runningMs)))
    problems.push("answer: milliseconds, 0 or more");
  return problems;
}
function checkLatency(latency) {
  const cycle = latency.cycle ?? 1e3;
  const problems = isCount(cycle) && cycle > 0 && cycle <= 1e6 ? [] : ["latency.cycle: 1 … 1,000,000"];
  if (!latencyHolds(latency)) problems.push(`latency: not a ${latency.kind} distribution of 0 ms or more`);
  return problems;
}
function latencyHolds(latency) {
  switch (latency.kind) {
    case "constant":
      return isAmount(latency.ms);
    case "uniform":
      return isAmount(latency.minMs) && isAmount(latency.maxMs) && latency.minMs <= latency.maxMs;
    case "lognormal":
      return latency.medianMs > 0 && latency.p95Ms >= latency.medianMs && Number.isFinite(latency.p95Ms);
    case "quantiles": {
      const { points } = latency;
      const sorted = points.every(([percentile, ms], i) => {
        const before = points[i - 1];
        return isAmount(ms) && percentile >= 0 && percentile <= 100 && (before === void 0 || percentile >= before[0] && ms >= before[1]);
      });
      return points.length > 0 && sorted;
    }
  }
}
function checkFaults(faults) {
  const problems = [];
  for (const [i, fault] of faults.entries()) {
    const offset = fault.offset ?? 0;
    if (!(isCount(fault.every) && fault.every > 0 && isCount(offset) && offset < fault.every)) {
      problems.push(`fault ${i + 1}: every is 1 or more, offset 0 … every − 1`);
      continue;
    }
    if (fault.kind === "status" && !(isCount(fault.status) && fault.status >= 200 && fault.status <= 599))
      problems.push(`fault ${i + 1}: status is 200 … 599`);
    for (const [j, other] of faults.slice(0, i).entries()) {
      const step = greatestCommonDivisor(fault.every, other.every);
      if ((offset - (other.offset ?? 0)) % step === 0)
        problems.push(`faults ${j + 1} and ${i + 1} fall on the same requests; give one an offset`);
    }
  }
  return problems;
}
function greatestCommonDivisor(a, b) {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
function isCount(value) {
  return Number.isSafeInteger(value) && value >= 0;
}
function isAmount(value) {
  return Number.isFinite(value) && value >= 0;
}

// src/demo/handle-request.ts
import { IncomingMessage } from "node:http";
import { constants } from "node:http2";

// src/demo/build-answer.ts
function keepsBody(answer2) {
  return answer2.kind === "echo" || answer2.kind === "csrf-check";
}
function buildAnswer(answer2, request, memory, nowMs) {
  switch (answer2.kind) {
    case "json":
      return json(answer2.status ?? 200, answer2.value);
    case "text":
      return text(answer2.status ?? 200, answer2.contentType ?? "text/plain; charset=utf-8", answer2.body);
    case "bytes":
      return { status: 200, headers: { "content-type": "application/octet-stream" }, body: { size: answer2.size } };
    case "sink":
      return json(200, { bytes: request.bodyBytes });
    case "echo":
      return json(200, echo(request));
    case "list":
      return json(200, { items: Array.from({ length: answer2.count }, (_, i) => ({ id: i + 1, ...answer2.fields })), total: answer2.count });
    case "item":
      return json(200, { id: asNumber(lastParam(request)), ...answer2.fields });
    case "create":
      return create(memory.newId(), request.path, answer2.fields);
    case "redirect":
      return { ...text(answer2.status ?? 302, "text/plain; charset=utf-8", ""), headers: { location: answer2.to } };
    default:
      return buildStatefulAnswer(answer2, request, memory, nowMs);
  }
}
function buildStatefulAnswer(answer2, request, memory, nowMs) {
  switch (answer2.kind) {
    case "login": {
      const session = memory.openSession();
      return json(200, { token: session }, { "set-cookie": `sid=${session}; Path=/; HttpOnly; SameSite=Lax` });
    }
    case "session": {
      const session = sessionOf(request.headers);
      return session !== void 0 && memory.hasSession(session) ? json(200, { session }) : json(401, { error: "no session" }, { "www-authenticate": "Bearer" });
    }
    case "submit-job": {
      const id = memory.submitJob(nowMs, answer2.queuedMs, answer2.runningMs);
      return json(202, { id, state: "queued" }, { location: `${request.path}/${id}` });
    }
    case "job": {
      const id = lastParam(request);
      const state = memory.jobState(id, nowMs);
      return state === void 0 ? json(404, { error: "no such job" }) : json(200, { id, state });
    }
    case "csrf-form":
      return text(
        200,
        "text/html; charset=utf-8",
        `<form method="post"><input type="hidden" name="csrf" value="${memory.issueFormToken()}"></form>
`
      );
    case "csrf-check": {
      const token = new URLSearchParams(request.body.toString()).get("csrf") ?? "";
      return memory.useFormToken(token) ? json(200, { ok: true }) : json(403, { error: "the form token is unknown or used" });
    }
  }
}
function json(status, value, headers = {}) {
  return { status, headers: { "content-type": "application/json", ...headers }, body: Buffer.from(JSON.stringify(value)) };
}
function text(status, contentType, body) {
  return { status, headers: { "content-type": contentType }, body: Buffer.from(body) };
}
function create(id, path, fields) {
  return json(201, { id, ...fields }, { location: `${path}/${id}` });
}
function echo(request) {
  const headers = Object.entries(request.headers).flatMap(
    ([name, value]) => value === void 0 || name.startsWith(":") ? [] : [[name, String(value)]]
  );
  return {
    method: request.method,
    path: request.path,
    query: request.query,
    headers: Object.fromEntries(headers),
    body: request.body.toString()
  };
}
function lastParam(request) {
  return [...request.params.values()].at(-1) ?? "";
}
function asNumber(id) {
  return /^\d{1,15}$/.test(id) ? Number(id) : id;
}
function sessionOf(headers) {
  const bearer = /^Bearer (\S+)$/i.exec(String(headers["authorization"] ?? ""));
  if (bearer) return bearer[1];
  for (const pair of String(headers["cookie"] ?? "").split(";")) {
    const [name, value] = pair.split("=", 2);
    if (name?.trim() === "sid") return value?.trim();
  }
  return void 0;
}

// src/demo/write-answer.ts
var FILLER = Buffer.alloc(65536, "load-gate ");
function sizeOf(answer2) {
  return "size" in answer2.body ? answer2.body.size : answer2.body.length;
}
function writeHead(reply, answer2, contentLength) {
  const bodiless = answer2.status === 204 || answer2.status === 304;
  reply.writeHead(answer2.status, bodiless ? { ...answer2.headers } : { ...answer2.headers, "content-length": contentLength });
}
function writeBody(reply, body, done) {
  if (!("size" in body)) {
    reply.end(body);
    done();
    return;
  }
  let left = body.size;
  const pump = () => {
    while (left > FILLER.length) {
      left -= FILLER.length;
      if (!reply.write(FILLER)) {
        reply.once("drain", pump);
        return;
      }
    }
    reply.end(FILLER.subarray(0, left));
    done();
  };
  pump();
}
function buildSocketWire(socket) {
  return {
    endConnection: () => socket.end(),
    reset: () => {
      if ("encrypted" in socket) socket.destroy();
      else socket.resetAndDestroy();
    },
    writeRaw: (text2) => {
      socket.end(text2);
    }
  };
}

// src/demo/exchange.ts
var KEPT_BODY_BYTES = 1e6;
var Exchange = class {
  #state;
  #route;
  #request;
  #reply;
  #wire;
  #capacity;
  #serve = () => this.#serveNow();
  #body = [];
  #bodyBytes = 0;
  #bodyEnded = false;
  #answerWhenBodyEnds;
  #place = "none";
  #over = false;
  constructor(state, route, request, connection) {
    this.#state = state;
    this.#route = route;
    this.#request = request;
    this.#reply = connection.reply;
    this.#wire = connection.wire;
    this.#capacity = state.capacity;
  }
  start() {
    const { tally } = this.#route.record;
    tally.requests += 1;
    tally.inFlight += 1;
    this.#reply.once("close", () => this.#leave());
    this.#readBody();
    const waitMs = this.#route.limiter(this.#request.arrivedMs);
    if (waitMs > 0) {
      tally.limited += 1;
      this.#answerAt(
        this.#request.arrivedMs,
        json(429, { error: "too many requests" }, { "retry-after": String(Math.ceil(waitMs / 1e3)) })
      );
      return;
    }
    this.#place = "waiting";
    if (this.#capacity.enter(this.#serve)) return;
    this.#place = "none";
    tally.refused += 1;
    this.#answerAt(this.#request.arrivedMs, json(503, { error: "overloaded" }));
  }
  #serveNow() {
    this.#place = "held";
    const fault = this.#route.nextFault();
    const latencyMs = fault ? this.#route.nextFaultLatencyMs() : this.#route.nextLatencyMs();
    const dueMs = performance.now() + latencyMs;
    this.#state.queue.at(this.#state.afterStalls(dueMs), () => {
      const answer2 = () => this.#answer(fault);
      if (this.#bodyEnded) answer2();
      else this.#answerWhenBodyEnds = answer2;
    });
  }
  #readBody() {
    const kept = keepsBody(this.#route.answer);
    this.#request.stream.on("data", (chunk) => {
      this.#bodyBytes += chunk.length;
      this.#route.record.tally.bytesIn += chunk.length;
      if (kept && this.#bodyBytes <= KEPT_BODY_BYTES) this.#body.push(chunk);
    });
    this.#request.stream.on("end", () => {
      this.#bodyEnded = true;
      this.#answerWhenBodyEnds?.();
    });
    this.#request.stream.on("error", () => void 0);
  }
  #answer(fault) {
    if (this.#over) return;
    if (fault) this.#route.record.tally.faults[fault.kind] += 1;
    if (fault?.kind === "status") {
      this.#write(json(fault.status, { error: "planted" }));
      return;
    }
    const request = { ...this.#request, body: Buffer.concat(this.#body), bodyBytes: this.#bodyBytes };
    const good = buildAnswer(this.#route.answer, request, this.#state.memory, performance.now());
    if (fault === void 0) this.#write(good);
    else if (fault.kind === "wrong") this.#write({ ...good, status: 200, body: Buffer.from(fault.body ?? '{"unexpected":true}') });
    else this.#break(fault, good);
  }
  #answerAt(dueMs, answer2) {
    this.#state.queue.at(this.#state.afterStalls(dueMs), () => this.#write(answer2, 0));
  }
  #write(answer2, bodyAfterMs = this.#route.bodyAfterMs) {
    if (this.#over) return;
    const headers = this.#state.keepAlive ? answer2.headers : { ...answer2.headers, connection: "close" };
    writeHead(this.#reply, { ...answer2, headers }, sizeOf(answer2));
    const body = this.#request.method === "HEAD" ? Buffer.alloc(0) : answer2.body;
    const finish = () => writeBody(this.#reply, body, () => this.#answered(answer2.status, "size" in body ? body.size : body.length));
    if (bodyAfterMs === 0) {
      finish();
      return;
    }
    this.#reply.flushHeaders?.();
    this.#state.queue.at(this.#state.afterStalls(performance.now() + bodyAfterMs), () => {
      if (!this.#over) finish();
    });
  }
  #answered(status, bytes) {
    const { tally, times } = this.#route.record;
    tally.answered[status] = (tally.answered[status] ?? 0) + 1;
    tally.bytesOut += bytes;
    if (status < 400) times.record((performance.now() - this.#request.arrivedMs) * 1e3);
    this.#end();
  }
  #break(fault, good) {
    const { kind } = fault;
    if (kind === "hang") {
      this.#over = true;
      this.#settle();
      return;
    }
    this.#end();
    if (kind === "reset") this.#wire.reset();
    if (kind === "close") this.#wire.endConnection();
    if (kind === "garbage") this.#wire.writeRaw?.("NOT HTTP AT ALL\r\n\r\n");
    if (kind !== "truncate") return;
    const body = "size" in good.body ? Buffer.alloc(Math.min(good.body.size, 65536)) : good.body;
    writeHead(this.#reply, good, sizeOf(good) + 100);
    this.#reply.write(body.length > 0 ? body : Buffer.from(" "), () => this.#wire.endConnection());
  }
  #leave() {
    if (this.#over) {
      this.#giveUpPlace();
      return;
    }
    this.#route.record.tally.aborted += 1;
    this.#end();
  }
  #end() {
    this.#over = true;
    this.#settle();
    this.#giveUpPlace();
  }
  #settle() {
    this.#route.record.tally.inFlight -= 1;
    this.#state.release();
  }
  #giveUpPlace() {
    const place = this.#place;
    this.#place = "none";
    if (place === "waiting") this.#capacity.cancel(this.#serve);
    if (place === "held") this.#capacity.leave();
  }
};

// src/demo/handle-request.ts
function handleRequest(state, request, reply) {
  const arrivedMs = performance.now();
  const url = request.url ?? "/";
  const queryAt = url.indexOf("?");
  const path = queryAt < 0 ? url : url.slice(0, queryAt);
  const method = request.method ?? "GET";
  const match = state.receive(method, path, arrivedMs);
  if (match === void 0) return;
  if (match === "unmatched") {
    request.resume();
    const answer2 = json(404, { error: "no such route" });
    writeHead(reply, answer2, 0);
    writeBody(reply, Buffer.alloc(0), () => void 0);
    return;
  }
  const incoming = {
    method,
    path,
    query: queryAt < 0 ? "" : url.slice(queryAt + 1),
    params: match.params,
    headers: request.headers,
    stream: request,
    arrivedMs
  };
  new Exchange(state, match.route, incoming, { reply, wire: buildWire(request) }).start();
}
function buildWire(request) {
  return request instanceof IncomingMessage ? buildSocketWire(request.socket) : buildStreamWire(request.stream);
}
function buildStreamWire(stream) {
  const reset = () => stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  return { endConnection: reset, reset, writeRaw: void 0 };
}

// src/demo/capacity.ts
var Capacity = class {
  #concurrent;
  #queueLimit;
  #waiting = /* @__PURE__ */ new Set();
  #inService = 0;
  #peakWaiting = 0;
  /** Infinity for no limit. */
  constructor(concurrent, queueLimit) {
    this.#concurrent = concurrent;
    this.#queueLimit = queueLimit;
  }
  /** The longest the queue has been. */
  get peakWaiting() {
    return this.#peakWaiting;
  }
  /** Runs `serve` now or when its turn comes; false when the queue is full. What was served must `leave`. */
  enter(serve) {
    if (this.#inService < this.#concurrent) {
      this.#inService += 1;
      serve();
      return true;
    }
    if (this.#waiting.size >= this.#queueLimit) return false;
    this.#waiting.add(serve);
    this.#peakWaiting = Math.max(this.#peakWaiting, this.#waiting.size);
    return true;
  }
  /** Gives up a place in the queue; false when its turn has come already. */
  cancel(serve) {
    return this.#waiting.delete(serve);
  }
  /** One request is done; the next in the queue takes its place. */
  leave() {
    for (const next of this.#waiting) {
      this.#waiting.delete(next);
      next();
      return;
    }
    this.#inService -= 1;
  }
};

// src/demo/delay-queue.ts
var DelayQueue = class {
  #spinMs;
  #heap = [];
  #order = 0;
  #timer;
  #timerDueMs = Infinity;
  #immediate;
  constructor(spinMs) {
    this.#spinMs = spinMs;
  }
  /** Runs now, inside the call, what is due already. */
  at(dueMs, run) {
    if (dueMs <= performance.now()) {
      run();
      return;
    }
    this.#push({ dueMs, order: this.#order++, run });
    this.#arm();
  }
  /** Forgets every task. */
  clear() {
    this.#heap.length = 0;
    clearTimeout(this.#timer);
    clearImmediate(this.#immediate);
    this.#timerDueMs = Infinity;
    this.#immediate = void 0;
  }
  #arm() {
    const first = this.#heap[0];
    if (first === void 0 || this.#immediate !== void 0) return;
    const wakeMs = first.dueMs - performance.now() - this.#spinMs;
    if (wakeMs < (this.#spinMs > 0 ? 1 : 0)) {
      this.#immediate = setImmediate(() => this.#fire());
      return;
    }
    if (this.#timerDueMs <= first.dueMs) return;
    clearTimeout(this.#timer);
    this.#timerDueMs = first.dueMs;
    const delayMs = Math.min(864e5, this.#spinMs > 0 ? Math.floor(wakeMs) : Math.ceil(wakeMs));
    this.#timer = setTimeout(() => {
      this.#timerDueMs = Infinity;
      this.#fire();
    }, delayMs);
  }
  #fire() {
    clearImmediate(this.#immediate);
    this.#immediate = void 0;
    const nowMs = performance.now();
    for (let first = this.#heap[0]; first !== void 0 && first.dueMs <= nowMs; first = this.#heap[0]) {
      this.#pop();
      first.run();
    }
    this.#arm();
  }
  #push(task) {
    let index = this.#heap.push(task) - 1;
    while (index > 0) {
      const parentIndex = index - 1 >> 1;
      const parent = this.#heap[parentIndex];
      if (parent === void 0 || isBefore(parent, task)) break;
      this.#heap[index] = parent;
      index = parentIndex;
    }
    this.#heap[index] = task;
  }
  #pop() {
    const last = this.#heap.pop();
    if (last === void 0 || this.#heap.length === 0) return;
    let index = 0;
    for (; ; ) {
      let childIndex = 2 * index + 1;
      let child = this.#heap[childIndex];
      const right = this.#heap[childIndex + 1];
      if (child !== void 0 && right !== void 0 && isBefore(right, child)) {
        childIndex += 1;
        child = right;
      }
      if (child === void 0 || isBefore(last, child)) break;
      this.#heap[index] = child;
      index = childIndex;
    }
    this.#heap[index] = last;
  }
};
function isBefore(a, b) {
  return a.dueMs < b.dueMs || a.dueMs === b.dueMs && a.order < b.order;
}

// src/demo/match-route.ts
var NO_PARAMS = /* @__PURE__ */ new Map();
function buildRouter(routes) {
  const literal = /* @__PURE__ */ new Map();
  const patterns = [];
  for (const route of routes) {
    const segments = route.path.split("/");
    if (segments.some((segment) => segment.startsWith(":") || segment === "*")) patterns.push({ route, segments });
    else if (!literal.has(`${route.method} ${route.path}`)) literal.set(`${route.method} ${route.path}`, route);
  }
  const find = (method, path) => {
    const exact = literal.get(`${method} ${path}`) ?? literal.get(`* ${path}`);
    if (exact !== void 0) return { route: exact, params: NO_PARAMS };
    const parts = path.split("/");
    for (const { route, segments } of patterns) {
      if (route.method !== "*" && route.method !== method) continue;
      const params = bindSegments(segments, parts);
      if (params !== void 0) return { route, params };
    }
    return void 0;
  };
  return (method, path) => find(method, path) ?? (method === "HEAD" ? find("GET", path) : void 0);
}
function bindSegments(segments, parts) {
  const params = /* @__PURE__ */ new Map();
  for (const [i, segment] of segments.entries()) {
    const part = parts[i];
    if (part === void 0) return void 0;
    if (segment === "*" && i === segments.length - 1) return params.set("*", parts.slice(i).join("/"));
    if (segment.startsWith(":") && part !== "") params.set(segment.slice(1), part);
    else if (segment !== part) return void 0;
  }
  return segments.length === parts.length ? params : void 0;
}

// src/demo/memory.ts
var Memory = class {
  #sessions = /* @__PURE__ */ new Map();
  #formTokens = /* @__PURE__ */ new Map();
  #jobs = /* @__PURE__ */ new Map();
  #nextId = 1;
  /** 1, 2, 3 … over everything that gets an id. */
  newId() {
    return this.#nextId++;
  }
  openSession() {
    return remember(this.#sessions, `session-${this.newId()}`, true);
  }
  hasSession(session) {
    return this.#sessions.has(session);
  }
  issueFormToken() {
    return remember(this.#formTokens, `form-${this.newId()}`, true);
  }
  /** True once for each token that was issued. */
  useFormToken(token) {
    return this.#formTokens.delete(token);
  }
  submitJob(nowMs, queuedMs, runningMs) {
    return remember(this.#jobs, String(this.newId()), { runsAtMs: nowMs + queuedMs, doneAtMs: nowMs + queuedMs + runningMs });
  }
  /** Undefined: no such job. */
  jobState(id, nowMs) {
    const job = this.#jobs.get(id);
    if (job === void 0) return void 0;
    if (nowMs >= job.doneAtMs) return "done";
    return nowMs >= job.runsAtMs ? "running" : "queued";
  }
};
var KEPT = 1e5;
function remember(map, key, value) {
  map.set(key, value);
  if (map.size > KEPT) {
    for (const oldest of map.keys()) {
      map.delete(oldest);
      break;
    }
  }
  return key;
}

// src/demo/counts.ts
function buildRouteTally() {
  return {
    requests: 0,
    answered: {},
    faults: { status: 0, reset: 0, close: 0, hang: 0, truncate: 0, wrong: 0, garbage: 0 },
    limited: 0,
    refused: 0,
    aborted: 0,
    inFlight: 0,
    bytesIn: 0,
    bytesOut: 0
  };
}

// src/demo/latency-sequence.ts
function quantileOf(latency, percentile) {
  switch (latency.kind) {
    case "constant":
      return latency.ms;
    case "uniform":
      return latency.minMs + (latency.maxMs - latency.minMs) * (percentile / 100);
    case "lognormal":
      return latency.medianMs * (latency.p95Ms / latency.medianMs) ** (normalQuantile(percentile / 100) / Z95);
    case "quantiles":
      return interpolate(latency.points, percentile);
  }
}
function buildLatencySequence(latency, seed) {
  if (latency.kind === "constant") return () => latency.ms;
  if (latency.order === "random") {
    const random = buildRandom(seed);
    return () => quantileOf(latency, 100 * (0.5 / 2 ** 32 + random()));
  }
  const length = latency.cycle ?? 1e3;
  const fractions = Float64Array.from({ length }, (_, k) => k / GOLDEN_RATIO % 1);
  const latenciesMs = new Float64Array(length);
  for (const [stratum, k] of [...fractions.keys()].toSorted((a, b) => (fractions[a] ?? 0) - (fractions[b] ?? 0)).entries()) {
    latenciesMs[k] = quantileOf(latency, 100 * (stratum + 0.5) / length);
  }
  let position = Math.abs(Math.trunc(seed * 377)) % length;
  return () => {
    position = (position + 1) % length;
    return latenciesMs[position] ?? 0;
  };
}
var GOLDEN_RATIO = (1 + Math.sqrt(5)) / 2;
var Z95 = normalQuantile(0.95);
function interpolate(points, percentile) {
  let [before] = points;
  for (const point of points) {
    if (point[0] >= percentile) {
      if (before === void 0 || point[0] === before[0] || before[0] > percentile) return point[1];
      return before[1] + (point[1] - before[1]) * (percentile - before[0]) / (point[0] - before[0]);
    }
    before = point;
  }
  return before?.[1] ?? 0;
}
function buildRandom(seed) {
  let state = Math.trunc(seed) >>> 0;
  return () => {
    state = state + 1831565813 >>> 0;
    let mixed = Math.imul(state ^ state >>> 15, state | 1);
    mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
    return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32;
  };
}
function normalQuantile(p) {
  if (p > 0.97575) return -normalQuantile(1 - p);
  if (p < 0.02425) {
    const q2 = Math.sqrt(-2 * Math.log(p));
    const top2 = ((((-0.007784894002430293 * q2 - 0.3223964580411365) * q2 - 2.400758277161838) * q2 - 2.549732539343734) * q2 + 4.374664141464968) * q2 + 2.938163982698783;
    return top2 / ((((0.007784695709041462 * q2 + 0.3224671290700398) * q2 + 2.445134137142996) * q2 + 3.754408661907416) * q2 + 1);
  }
  const q = p - 0.5;
  const r = q * q;
  const top = ((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r - 30.66479806614716) * r + 2.506628277459239;
  const bottom = ((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r - 13.28068155288572) * r + 1;
  return top * q / bottom;
}

// src/demo/rate-limit.ts
function buildLimiter(limit) {
  if (limit === void 0) return () => 0;
  return limit.kind === "bucket" ? buildBucket(limit.perSec, limit.burst) : buildWindow(limit.max, limit.windowMs);
}
function buildBucket(perSec, burst) {
  let tokens = burst;
  let filledMs = -Infinity;
  return (nowMs) => {
    tokens = Math.min(burst, tokens + (nowMs - filledMs) * perSec / 1e3);
    filledMs = nowMs;
    if (tokens < 1) return (1 - tokens) / perSec * 1e3;
    tokens -= 1;
    return 0;
  };
}
function buildWindow(max, windowMs) {
  let startMs = -Infinity;
  let used = 0;
  return (nowMs) => {
    if (nowMs >= startMs + windowMs) {
      startMs = startMs === -Infinity ? nowMs : nowMs - (nowMs - startMs) % windowMs;
      used = 0;
    }
    used += 1;
    return used <= max ? 0 : startMs + windowMs - nowMs;
  };
}

// src/demo/service-times.ts
var KEPT2 = 2e5;
var ServiceTimes = class {
  #timesUs = new Uint32Array(1024);
  #recorded = 0;
  record(serviceUs) {
    if (this.#recorded === this.#timesUs.length && this.#recorded < KEPT2) {
      const larger = new Uint32Array(Math.min(KEPT2, this.#timesUs.length * 4));
      larger.set(this.#timesUs);
      this.#timesUs = larger;
    }
    this.#timesUs[this.#recorded % this.#timesUs.length] = Math.round(serviceUs);
    this.#recorded += 1;
  }
  /** Exact nearest-rank percentiles of what is kept; undefined when nothing was recorded. */
  summarize() {
    const sorted = this.#timesUs.slice(0, Math.min(this.#recorded, this.#timesUs.length)).sort();
    const atRank = (rank) => sorted[Math.min(sorted.length, Math.max(1, rank)) - 1] ?? 0;
    if (sorted.length === 0) return void 0;
    const percentile = (p) => atRank(Math.ceil(p * sorted.length / 100));
    return {
      count: this.#recorded,
      minUs: atRank(1),
      p50Us: percentile(50),
      p95Us: percentile(95),
      p99Us: percentile(99),
      maxUs: atRank(sorted.length)
    };
  }
};

// src/demo/route-state.ts
function buildRouteRecord() {
  return { tally: buildRouteTally(), times: new ServiceTimes() };
}
function buildRouteStates(dials, recordOf) {
  return dials.routes.map((route, i) => ({
    method: route.method,
    path: route.path,
    answer: route.answer ?? { kind: "json", value: { ok: true } },
    bodyAfterMs: route.bodyAfterMs ?? 0,
    limiter: buildLimiter(route.limit),
    nextLatencyMs: buildLatency(route, (dials.seed ?? 1) + i),
    nextFaultLatencyMs: buildLatency(route, (dials.seed ?? 1) + i),
    nextFault: buildFaultSequence(route),
    record: recordOf(routeName(route))
  }));
}
function buildLatency(route, seed) {
  return route.latency ? buildLatencySequence(route.latency, seed) : () => 0;
}
function buildFaultSequence(route) {
  const faults = route.faults ?? [];
  let served = 0;
  return () => {
    served += 1;
    return faults.find((fault) => (served + (fault.offset ?? 0)) % fault.every === 0);
  };
}

// src/demo/server-state.ts
var ServerState = class {
  memory = new Memory();
  queue;
  #onDeath;
  #records = /* @__PURE__ */ new Map();
  #dials;
  /** By their beginning. */
  #stalls;
  #dead = false;
  #capacity;
  #findRoute;
  #firstRequestMs;
  #requests = 0;
  #unmatched = 0;
  #inFlight = 0;
  #peakInFlight = 0;
  connections = 0;
  openConnections = 0;
  tlsErrors = 0;
  constructor(dials, onDeath) {
    this.#dials = dials;
    this.#stalls = sortStalls(dials);
    this.#onDeath = onDeath;
    this.queue = new DelayQueue(dials.spinMs ?? 1.2);
    this.#capacity = buildCapacity(dials);
    this.#findRoute = this.#buildRouter();
  }
  get capacity() {
    return this.#capacity;
  }
  get keepAlive() {
    return this.#dials.keepAlive ?? true;
  }
  /** Behaves by these from now on; counts go on, limits and sequences begin afresh; what is in service ends as it began. */
  setDials(dials) {
    this.#dials = dials;
    this.#stalls = sortStalls(dials);
    this.#capacity = buildCapacity(dials);
    this.#findRoute = this.#buildRouter();
  }
  /** Forgets counts, service times and the moment of the first request; only between requests, else those in flight unbalance the counts. */
  reset() {
    this.#records.clear();
    this.#firstRequestMs = void 0;
    this.#requests = 0;
    this.#unmatched = 0;
    this.#peakInFlight = this.#inFlight;
    this.connections = this.openConnections;
    this.tlsErrors = 0;
    this.setDials(this.#dials);
  }
  /** Notes a request; undefined when the server dies of it, `unmatched` when no route wants it. */
  receive(method, path, nowMs) {
    this.#requests += 1;
    const { die } = this.#dials;
    if (this.#firstRequestMs === void 0) {
      this.#firstRequestMs = nowMs;
      if (die && "afterMs" in die) {
        this.queue.at(nowMs + die.afterMs, () => {
          if (this.#firstRequestMs === nowMs) this.#diesNow();
        });
      }
    }
    if (die && "afterRequests" in die && this.#requests > die.afterRequests) {
      this.#diesNow();
      return void 0;
    }
    const match = this.#findRoute(method, path);
    if (match === void 0) {
      this.#unmatched += 1;
      return "unmatched";
    }
    this.#inFlight += 1;
    this.#peakInFlight = Math.max(this.#peakInFlight, this.#inFlight);
    return match;
  }
  /** One request that `receive` matched is over. */
  release() {
    this.#inFlight -= 1;
  }
  /** When an answer that is due at `dueMs` may be written: then, or at the end of the stalls it falls into. */
  afterStalls(dueMs) {
    const firstMs = this.#firstRequestMs ?? dueMs;
    let writeMs = dueMs;
    for (const { afterMs, forMs } of this.#stalls) {
      if (writeMs >= firstMs + afterMs && writeMs < firstMs + afterMs + forMs) writeMs = firstMs + afterMs + forMs;
    }
    return writeMs;
  }
  counts() {
    return {
      connections: this.connections,
      openConnections: this.openConnections,
      tlsErrors: this.tlsErrors,
      requests: this.#requests,
      unmatched: this.#unmatched,
      peakInFlight: this.#peakInFlight,
      peakWaiting: this.#capacity.peakWaiting,
      routes: structuredClone(Object.fromEntries([...this.#records].map(([name, { tally }]) => [name, tally])))
    };
  }
  /** Undefined: no such route, or no whole answer of it yet. */
  truth(route) {
    return this.#records.get(route)?.times.summarize();
  }
  #diesNow() {
    if (this.#dead) return;
    this.#dead = true;
    this.#onDeath();
  }
  #buildRouter() {
    const recordOf = (name) => {
      const record = this.#records.get(name) ?? buildRouteRecord();
      this.#records.set(name, record);
      return record;
    };
    return buildRouter(buildRouteStates(this.#dials, recordOf));
  }
};
function sortStalls(dials) {
  return (dials.stalls ?? []).toSorted((a, b) => a.afterMs - b.afterMs);
}
function buildCapacity(dials) {
  return new Capacity(dials.capacity?.concurrent ?? Infinity, dials.capacity?.queue ?? Infinity);
}

// src/demo/staging-server.ts
async function startStagingServer(dials, onDeath) {
  assertDials(dials);
  const sockets = /* @__PURE__ */ new Set();
  const cutAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  const state = new ServerState(dials, () => {
    server.close();
    cutAll();
    onDeath?.(state.counts());
  });
  const server = buildServer(dials, state);
  server.on("connection", (socket) => {
    state.connections += 1;
    state.openConnections += 1;
    sockets.add(socket);
    socket.once("close", () => {
      state.openConnections -= 1;
      sockets.delete(socket);
    });
  });
  server.on("tlsClientError", () => {
    state.tlsErrors += 1;
  });
  const port = await listen(server, dials.port ?? 0);
  return {
    url: `${dials.tls ? "https" : "http"}://127.0.0.1:${port}`,
    port,
    counts: () => state.counts(),
    truth: (route) => state.truth(route),
    setDials: (next) => {
      assertDials(next);
      state.setDials(next);
    },
    reset: () => state.reset(),
    close: () => new Promise((resolve) => {
      state.queue.clear();
      server.close(() => resolve());
      cutAll();
    })
  };
}
function assertDials(dials) {
  const problems = checkDials(dials);
  if (problems.length > 0) throw new TypeError(`The staging server cannot do that: ${problems.join("; ")}`);
}
var PATIENCE = {
  keepAliveTimeout: 6e5,
  requestTimeout: 0,
  headersTimeout: 0,
  connectionsCheckingInterval: 6e4,
  noDelay: true
};
function buildServer(dials, state) {
  const answer2 = (request, reply) => handleRequest(state, request, reply);
  if (dials.tls === void 0) return http.createServer(PATIENCE, answer2);
  const tls = tlsOptions(dials.tls);
  if (dials.protocol !== "h2") return https.createServer({ ...PATIENCE, ...tls }, answer2);
  const server = http2.createSecureServer({ ...tls, allowHTTP1: true }, answer2);
  server.on("sessionError", () => void 0);
  return server;
}
function tlsOptions(tls) {
  const { cert, key, clientCa } = tls;
  return clientCa === void 0 ? { cert, key } : { cert, key, ca: clientCa, requestCert: true, rejectUnauthorized: true };
}
function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host: "127.0.0.1", backlog: 4096 }, () => {
      server.off("error", reject);
      const address = server.address();
      if (isAddress(address)) resolve(address.port);
      else reject(new Error("The staging server listens on no port"));
    });
  });
}
function isAddress(address) {
  return typeof address === "object" && address !== null;
}

// src/demo/serve.ts
function say(message, then) {
  process.send?.(message, void 0, {}, () => then?.());
}
async function start(request) {
  try {
    const server = await startStagingServer(request.dials, (counts) => say({ say: "died", counts }, () => process.exit(0)));
    say({ say: "listening", url: server.url, port: server.port });
    return server;
  } catch (error) {
    say({ say: "failed", message: messageOf(error) }, () => process.exit(1));
    return void 0;
  }
}
function answer(server, request) {
  const { id } = request;
  switch (request.ask) {
    case "counts":
      return { say: "answer", id, counts: server.counts() };
    case "truth": {
      const truth = server.truth(request.route);
      return truth === void 0 ? { say: "answer", id } : { say: "answer", id, truth };
    }
    case "setDials":
      try {
        server.setDials(request.dials);
        return { say: "answer", id };
      } catch (error) {
        return { say: "answer", id, problem: messageOf(error) };
      }
    case "reset":
      server.reset();
      return { say: "answer", id };
  }
}
if (process.connected) {
  process.on("disconnect", () => process.exit(0));
  process.on("SIGINT", () => void 0);
  process.on("SIGTERM", () => process.exit(0));
  let server;
  const onMessage = async (message) => {
    if (!isServerRequest(message)) return;
    if (message.ask === "start") server = await start(message);
    else if (server !== void 0) say(answer(server, message));
  };
  process.on("message", (message) => void onMessage(message));
} else {
  const server = await startStagingServer({ ...demoDials, port: Number(process.argv[2] ?? 0) });
  process.stdout.write(`The demo server listens on ${server.url}
`);
}
