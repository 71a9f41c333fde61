import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  import_websocket,
  import_websocket_server
} from "./chunk-P7N3RRTJ.js";
import {
  demoDials,
  findSystem,
  isServerRequest,
  listSystems
} from "./chunk-SK4GNDHF.js";
import {
  messageOf
} from "./chunk-WYDHRVNK.js";
import "./chunk-5PVW3TJC.js";

// src/demo/staging-server.ts
import http from "node:http";
import http2 from "node:http2";
import https from "node:https";

// src/demo/check-turns.ts
function checkTurns(faults, what) {
  const problems = [];
  for (const [i, fault] of faults.entries()) {
    const offset = fault.offset ?? 0;
    if (!(isCount(fault.every) && fault.every > 0 && isCount(offset) && offset < fault.every)) {
      problems.push(`fault ${i + 1}: every is 1 or more, offset 0 … every − 1`);
      continue;
    }
    for (const [j, other] of faults.slice(0, i).entries()) {
      const step = greatestCommonDivisor(fault.every, other.every);
      if ((offset - (other.offset ?? 0)) % step === 0)
        problems.push(`faults ${j + 1} and ${i + 1} fall on the same ${what}; give one an offset`);
    }
  }
  return problems;
}
function isCount(value) {
  return Number.isSafeInteger(value) && value >= 0;
}
function isAmount(value) {
  return Number.isFinite(value) && value >= 0;
}
function greatestCommonDivisor(a, b) {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

// src/demo/check-latency.ts
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

// src/demo/backend/check-backend.ts
function checkBackend({ queues = [], caches = [], pools = [], collections = [], tenants }) {
  return [
    ...queues.flatMap((queue) => named(`queue ${queue.name}`, checkQueue(queue))),
    ...caches.flatMap((cache) => named(`cache ${cache.name}`, checkCache(cache))),
    ...pools.flatMap((pool) => named(`pool ${pool.name}`, checkPool(pool))),
    ...collections.flatMap(
      ({ name, seeded }) => named(`collection ${name}`, isCount(seeded?.count ?? 0) ? [] : ["seeded.count: 0 or more"])
    ),
    ...[queues, caches, pools, collections].flatMap(checkNames),
    ...Object.entries(tenants?.plans ?? {}).flatMap(
      ([tenant, quota]) => isCount(quota) ? [] : [`tenant ${tenant}: its plan is 0 or more`]
    ),
    ...tenants === void 0 || /^[a-z0-9-]+$/.test(tenants.header) ? [] : ["tenants.header: lower case"]
  ];
}
function checkQueue(queue) {
  const { workers, batch = 1, batchWaitMs = 0, work, capacity = 0, held = 0, failEvery = 1, loseEvery = 1 } = queue;
  return [
    ...isCount(workers) ? [] : ["workers: 0 or more"],
    ...isPositive(batch) ? [] : ["batch: 1 or more"],
    ...isAmount(batchWaitMs) ? [] : ["batchWaitMs: 0 or more"],
    ...isCount(capacity) && isCount(held) ? [] : ["capacity, held: 0 or more"],
    ...isPositive(failEvery) && isPositive(loseEvery) ? [] : ["failEvery, loseEvery: 1 or more"],
    ...work ? checkLatency(work).map((problem) => `work: ${problem}`) : []
  ];
}
function checkCache({ tiers }) {
  return [
    ...tiers.length > 0 ? [] : ["tiers: at least one"],
    ...checkNames(tiers),
    ...tiers.flatMap(({ name, capacity, ttlMs = 0, hit }) => [
      ...isCount(capacity) && isAmount(ttlMs) ? [] : [`${name}: capacity and ttlMs are 0 or more`],
      ...hit ? checkLatency(hit).map((problem) => `${name}: hit: ${problem}`) : []
    ])
  ];
}
function checkPool({ size, held = 0, timeoutMs = 0 }) {
  return [
    ...isPositive(size) && isCount(held) && held < size ? [] : ["size: 1 or more; held: less than that"],
    ...isAmount(timeoutMs) ? [] : ["timeoutMs: 0 or more"]
  ];
}
function checkNames(parts) {
  const taken = /* @__PURE__ */ new Set();
  return parts.flatMap(({ name }) => {
    const twice = taken.has(name);
    taken.add(name);
    return twice ? [`${name}: the name is taken`] : [];
  });
}
function isPositive(count) {
  return isCount(count) && count > 0;
}
function named(name, problems) {
  return problems.map((problem) => `${name}: ${problem}`);
}

// src/demo/route-name.ts
function routeName(route) {
  return route.name ?? `${route.method} ${route.path}`;
}
function socketName(socket) {
  return socket.name ?? `WS ${socket.path}`;
}

// src/demo/backend/check-references.ts
function checkReferences(dials) {
  const names = namesOf(dials);
  return [
    ...dials.routes.flatMap((route) => {
      const { cache, query, tenant, answer: answer2 } = route;
      const problems = [
        ...cache === void 0 ? [] : missing("cache", cache, names),
        ...query === void 0 ? [] : missing("pool", query.pool, names),
        ...answer2 === void 0 ? [] : checkAnswer(answer2, dials, names),
        ...tenant === void 0 || dials.tenants !== void 0 ? [] : ["tenant: there are no tenants"]
      ];
      return problems.map((problem) => `${routeName(route)}: ${problem}`);
    }),
    ...(dials.sockets ?? []).flatMap(
      (socket) => checkFigures(socket.push?.figures ?? {}, names).map((problem) => `${socketName(socket)}: push: ${problem}`)
    ),
    ...checkMetrics(dials.metrics ?? [], names)
  ];
}
function namesOf({ queues = [], caches = [], pools = [], collections = [], routes, sockets = [] }) {
  const all = (parts) => new Set(parts.map(({ name }) => name));
  return {
    queue: all(queues),
    cache: all(caches),
    tier: new Set(caches.flatMap(({ name, tiers }) => tiers.map((tier) => `${name} ${tier.name}`))),
    pool: all(pools),
    collection: all(collections),
    route: new Set(routes.map(routeName)),
    socket: new Set(sockets.flatMap((socket) => [socketName(socket), socket.path]))
  };
}
function missing(kind, name, names) {
  return names[kind].has(name) ? [] : [`there is no ${kind} ${name}`];
}
function checkAnswer(answer2, dials, names) {
  switch (answer2.kind) {
    case "figures":
      return checkFigures(answer2.figures, names);
    case "enqueue":
    case "task":
      return missing("queue", answer2.queue, names);
    case "cache":
      return missing("cache", answer2.cache, names);
    case "collection":
      return missing("collection", answer2.collection, names);
    case "usage":
      return dials.tenants === void 0 ? ["answer: there are no tenants"] : [];
    default:
      return [];
  }
}
function checkFigures(figures, names) {
  return Object.values(figures).flatMap((figure) => checkFigure(figure, names));
}
function checkFigure(figure, names) {
  switch (figure.figure) {
    case "constant":
      return Number.isFinite(figure.value) ? [] : ["a constant is a number"];
    case "queue":
      return missing("queue", figure.queue, names);
    case "cache":
      return figure.tier === void 0 ? missing("cache", figure.cache, names) : missing("tier", `${figure.cache} ${figure.tier}`, names);
    case "pool":
      return missing("pool", figure.pool, names);
    case "requests":
      return figure.route === void 0 ? [] : missing("route", figure.route, names);
    case "sockets":
      return figure.socket === void 0 ? [] : missing("socket", figure.socket, names);
    case "uploads":
    case "process":
      return [];
    case "sum":
      return figure.terms.flatMap(({ times = 1, of }) => [
        ...Number.isFinite(times) ? [] : ["times: a number"],
        ...checkFigure(of, names)
      ]);
  }
}
function checkMetrics(metrics, names) {
  const seen = /* @__PURE__ */ new Map();
  const lines = /* @__PURE__ */ new Set();
  return metrics.flatMap((metric) => {
    const { name, help, type, labels = {} } = metric;
    const line2 = JSON.stringify([name, Object.entries(labels).toSorted(([a], [b]) => a < b ? -1 : 1)]);
    const problems = [
      .../^[a-z_][a-z0-9_]*$/.test(name) && help !== "" ? [] : ["a name of [a-z0-9_] and a help are needed"],
      ...Object.keys(labels).every((label) => /^[a-z_][a-z0-9_]*$/.test(label) && label !== "le") ? [] : ["labels: names of [a-z0-9_]"],
      ...(seen.get(name) ?? type) === type ? [] : ["one name has one type"],
      ...lines.has(line2) ? ["the same labels twice"] : [],
      ...metric.type === "histogram" ? "pool" in metric.of ? missing("pool", metric.of.pool, names) : missing("queue", metric.of.queue, names) : checkFigure(metric.value, names)
    ];
    seen.set(name, type);
    lines.add(line2);
    return problems.map((problem) => `metric ${name}: ${problem}`);
  });
}

// src/demo/check-answer.ts
var MOST_ITEMS = 1e5;
function checkAnswer2(answer2) {
  switch (answer2.kind) {
    case "bytes":
      return isCount(answer2.size) ? [] : ["answer.size: whole bytes"];
    case "list":
      return isCount(answer2.count) && answer2.count <= MOST_ITEMS ? [] : ["answer.count: 0 … 100,000"];
    case "jwt-login":
      return isAmount(answer2.expiresInMs ?? 0) ? [] : ["answer.expiresInMs: milliseconds, 0 or more"];
    case "submit-job": {
      const { queuedMs, runningMs, failEvery = 1 } = answer2;
      const timed = isAmount(queuedMs) && isAmount(runningMs) ? [] : ["answer: milliseconds, 0 or more"];
      return isCount(failEvery) && failEvery > 0 ? timed : [...timed, "answer.failEvery: 1 or more"];
    }
    case "upload-complete": {
      const { mergeMs = 0, mergeFailEvery = 1 } = answer2;
      return [
        ...isAmount(mergeMs) ? [] : ["answer.mergeMs: milliseconds, 0 or more"],
        ...isCount(mergeFailEvery) && mergeFailEvery > 0 ? [] : ["answer.mergeFailEvery: 1 or more"]
      ];
    }
    case "collection":
      return answer2.do !== "list" || isCount(answer2.limit) ? [] : ["answer.limit: 0 or more"];
    case "events":
      return [
        ...isPart(answer2.count) ? [] : ["answer.count: 1 … 100,000"],
        ...isAmount(answer2.everyMs) && isAmount(answer2.firstAfterMs ?? 0) ? [] : ["answer: milliseconds, 0 or more"]
      ];
    case "stream":
      return [
        ...isCount(answer2.size) && isPart(answer2.chunks) && answer2.chunks <= answer2.size ? [] : ["answer: 1 … 100,000 chunks of at least a byte"],
        ...isAmount(answer2.everyMs) && isAmount(answer2.firstAfterMs ?? 0) ? [] : ["answer: milliseconds, 0 or more"]
      ];
    default:
      return [];
  }
}
function isPart(count) {
  return isCount(count) && count > 0 && count <= MOST_ITEMS;
}

// src/demo/sockets/check-socket-dials.ts
var LONGEST_REASON_BYTES = 123;
function checkSocketDials(socket) {
  const problems = [];
  const check = (holds, problem) => {
    if (!holds) problems.push(problem);
  };
  const { push, reply, messageFaults = [], connectionFaults = [] } = socket;
  check(socket.path.startsWith("/"), "path: begins with /");
  check(
    (socket.subprotocols ?? []).every((protocol) => /^[\w!#$%&'*+.^`|~-]+$/.test(protocol)),
    "subprotocols: tokens of RFC 9110"
  );
  check(isCount(socket.maxOpen ?? 0), "maxOpen: 0 or more");
  check(isAmount(socket.handshakeMs ?? 0), "handshakeMs: 0 or more");
  check(isAmount(socket.welcomeAfterMs ?? 0), "welcomeAfterMs: 0 or more");
  check(socket.welcomeAfterMs === void 0 || socket.welcome !== void 0, "welcomeAfterMs: there is no welcome");
  check(socket.reject === void 0 || socket.auth !== void 0, "reject: there is no auth");
  check(push === void 0 || isAmount(push.everyMs) && push.everyMs > 0, "push.everyMs: above 0");
  if (reply?.kind === "reply" && reply.latency) problems.push(...checkLatency(reply.latency).map((problem) => `reply: ${problem}`));
  problems.push(...checkTurns(messageFaults, "messages").map((problem) => `messageFaults: ${problem}`));
  for (const fault of messageFaults) check(fault.kind !== "late" || isAmount(fault.byMs), "messageFaults: byMs is 0 or more");
  problems.push(...checkTurns(connectionFaults, "connections").map((problem) => `connectionFaults: ${problem}`));
  for (const fault of connectionFaults) problems.push(...checkConnectionFault(fault).map((problem) => `connectionFaults: ${problem}`));
  return problems;
}
function checkConnectionFault(fault) {
  switch (fault.kind) {
    case "refuse":
      return isCount(fault.status) && fault.status >= 200 && fault.status <= 599 ? [] : ["status is 200 … 599"];
    case "late":
      return isAmount(fault.byMs) ? [] : ["byMs is 0 or more"];
    case "reject":
      return [
        ...isCloseCode(fault.code) ? [] : [CLOSE_CODES],
        ...Buffer.byteLength(fault.reason ?? "") <= LONGEST_REASON_BYTES ? [] : [`reason: ${LONGEST_REASON_BYTES} bytes at most`]
      ];
    case "drop":
      return [
        ...isAmount(fault.afterMs) ? [] : ["afterMs is 0 or more"],
        ...fault.code === void 0 || isCloseCode(fault.code) ? [] : [CLOSE_CODES]
      ];
    case "silence":
      return isAmount(fault.afterMs) ? [] : ["afterMs is 0 or more"];
  }
}
var CLOSE_CODES = "code is one that may be sent: 1000 … 1003, 1007 … 1014, 3000 … 4999";
function isCloseCode(code) {
  return isCount(code) && (code >= 1e3 && code <= 1014 && ![1004, 1005, 1006].includes(code) || code >= 3e3 && code <= 4999);
}

// src/demo/check-dials.ts
function checkDials(dials) {
  const problems = [];
  const check = (holds, problem) => {
    if (!holds) problems.push(problem);
  };
  const sockets = dials.sockets ?? [];
  check(dials.routes.length + sockets.length > 0, "routes: at least one is needed");
  check(isCount(dials.port ?? 0) && (dials.port ?? 0) < 65536, "port: 0 … 65535");
  check(dials.protocol !== "h2" || dials.tls !== void 0, "protocol h2 needs tls");
  check(dials.protocol !== "h2" || dials.keepAlive !== false, "keepAlive: false is for http1");
  check(isAmount(dials.spinMs ?? 0) && (dials.spinMs ?? 0) <= 20, "spinMs: 0 … 20");
  check(Number.isFinite(dials.seed ?? 0), "seed: a number");
  for (const stall of dials.stalls ?? []) check(isAmount(stall.afterMs) && isAmount(stall.forMs), "stalls: milliseconds, 0 or more");
  if (dials.capacity) check(isCount(dials.capacity.concurrent) && dials.capacity.concurrent > 0, "capacity.concurrent: 1 or more");
  if (dials.capacity) check(isCount(dials.capacity.queue ?? 0), "capacity.queue: 0 or more");
  if (dials.die) check("afterMs" in dials.die ? isAmount(dials.die.afterMs) : isCount(dials.die.afterRequests), "die: a number, 0 or more");
  const checkNamed = (names2, name, found3) => {
    check(!names2.has(name), `${name}: the name is taken`);
    names2.add(name);
    problems.push(...found3.map((problem) => `${name}: ${problem}`));
  };
  const names = /* @__PURE__ */ new Set();
  for (const route of dials.routes) checkNamed(names, routeName(route), checkRoute(route));
  for (const socket of sockets) checkNamed(names, socketName(socket), checkSocketDials(socket));
  problems.push(...checkBackend(dials), ...checkReferences(dials));
  const known = new Set(sockets.flatMap((socket) => [socketName(socket), socket.path]));
  for (const route of dials.routes)
    check(
      route.notify === void 0 || known.has(route.notify.socket),
      `${routeName(route)}: notify: there is no socket ${route.notify?.socket}`
    );
  return problems;
}
function checkRoute(route) {
  const problems = [];
  if (!/^(\*|[A-Z]+)$/.test(route.method)) problems.push("method: upper case, or *");
  if (!route.path.startsWith("/")) problems.push("path: begins with /");
  if (!isAmount(route.bodyAfterMs ?? 0)) problems.push("bodyAfterMs: 0 or more");
  if (route.latency) problems.push(...checkLatency(route.latency));
  if (route.query) problems.push(...checkLatency(route.query.latency).map((problem) => `query: ${problem}`));
  problems.push(...checkTurns(route.faults ?? [], "requests"));
  for (const [i, fault] of (route.faults ?? []).entries())
    if (fault.kind === "status" && !isStatus(fault.status)) problems.push(`fault ${i + 1}: status is 200 … 599`);
  const { limit, breaker } = route;
  if (limit?.kind === "bucket" && !(limit.perSec > 0 && Number.isFinite(limit.perSec) && limit.burst >= 1))
    problems.push("limit: perSec above 0, burst 1 or more");
  if (limit?.kind === "window" && !(isCount(limit.max) && limit.windowMs > 0)) problems.push("limit: max 0 or more, windowMs above 0");
  if (breaker && !breakerHolds(breaker)) problems.push("breaker: failures above 0 … 1, minRequests 1 or more, windowMs and openMs above 0");
  if (route.notify?.delay) problems.push(...checkLatency(route.notify.delay).map((problem) => `notify: ${problem}`));
  if (route.answer) problems.push(...checkAnswer2(route.answer));
  return problems;
}
function breakerHolds({ failures, minRequests, windowMs, openMs }) {
  return failures > 0 && failures <= 1 && isCount(minRequests) && minRequests > 0 && isAmount(windowMs) && windowMs > 0 && isAmount(openMs) && openMs > 0;
}
function isStatus(status) {
  return isCount(status) && status >= 200 && status <= 599;
}

// src/demo/handle-request.ts
import { IncomingMessage } from "node:http";
import { constants } from "node:http2";

// src/demo/parse-object.ts
function parseObject(text2) {
  try {
    const value = JSON.parse(text2.toString());
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/demo/prepared-answer.ts
function json(status, value, headers = {}) {
  return { status, headers: { "content-type": "application/json", ...headers }, body: Buffer.from(JSON.stringify(value)) };
}
function text(status, contentType, body) {
  return { status, headers: { "content-type": contentType }, body: Buffer.from(body) };
}
function lastParam(request) {
  return [...request.params.values()].at(-1) ?? "";
}
function tokenOf(headers) {
  const bearer = /^Bearer (\S+)$/i.exec(String(headers["authorization"] ?? ""));
  if (bearer) return bearer[1];
  for (const pair of String(headers["cookie"] ?? "").split(";")) {
    const [name, value] = pair.split("=", 2);
    if (name?.trim() === "sid") return value?.trim();
  }
  return void 0;
}

// src/demo/backend/read-figure.ts
function readFigure(figure, sources) {
  switch (figure.figure) {
    case "constant":
      return figure.value;
    case "queue":
      return readQueue(figure, sources.backend);
    case "cache":
      return readCache(figure, sources.backend);
    case "pool": {
      const pool = sources.backend.pool(figure.pool);
      return figure.of === "in_use" ? pool.inUse : pool[figure.of];
    }
    case "requests":
      return sources.requests(figure.of, figure.route);
    case "sockets":
      return sources.sockets(figure.socket);
    case "uploads":
      return sources.uploads(figure.of);
    case "process":
      return sources.process(figure.of);
    case "sum":
      return figure.terms.reduce((sum, { times = 1, of }) => {
        const value = readFigure(of, sources);
        return sum === void 0 || value === void 0 ? void 0 : sum + times * value;
      }, 0);
  }
}
function fillFigures(value, figures, sources) {
  let filled = value;
  for (const [path, figure] of Object.entries(figures)) filled = setAt(filled, path.split("."), readFigure(figure, sources) ?? null);
  return filled;
}
function setAt(object, [key = "", ...rest], value) {
  if (rest.length === 0) return { ...object, [key]: value };
  const below = object[key];
  return { ...object, [key]: setAt(isObject2(below) ? below : {}, rest, value) };
}
function isObject2(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function readQueue({ queue: name, of }, backend) {
  const queue = backend.queue(name);
  switch (of) {
    case "rps":
      return queue.rps(performance.now());
    case "avg_ms":
      return queue.latencies.averageMs();
    case "p95_ms":
      return queue.latencies.percentileMs(95);
    case "p99_ms":
      return queue.latencies.percentileMs(99);
    case "done":
      return queue.committed + queue.failed;
    default:
      return queue[of];
  }
}
function readCache({ cache, tier, of }, backend) {
  const counts = backend.cache(cache).counts(tier);
  if (counts === void 0 || of !== "hit_ratio") return counts?.[of === "hit_ratio" ? "hits" : of];
  const asked = counts.hits + counts.misses;
  return asked === 0 ? void 0 : counts.hits / asked;
}

// src/demo/backend/build-backend-answer.ts
function buildBackendAnswer(answer2, request, world, nowMs) {
  const { backend } = world;
  switch (answer2.kind) {
    case "figures":
      return json(200, fillFigures(answer2.value ?? {}, answer2.figures, world.figures));
    case "metrics":
      return text(200, "text/plain; version=0.0.4; charset=utf-8", world.renderMetrics());
    case "enqueue": {
      const id = String(world.memory.newId());
      if (!backend.queue(answer2.queue).add(id, request.arrivedMs, nowMs)) return json(503, { error: "queue full" });
      return json(202, { id, state: "queued", ...answer2.fields }, { location: `${request.path}/${id}` });
    }
    case "task": {
      const id = lastParam(request);
      const state = backend.queue(answer2.queue).stateOf(id);
      return state === void 0 ? json(404, { error: "no such task" }) : json(200, { id, state });
    }
    case "cache":
      return answerCache(answer2, request, backend, nowMs);
    case "collection":
      return answerCollection(answer2, request, backend);
    case "usage": {
      const usage = backend.tenants.usageOf(String(request.headers[backend.tenants.header] ?? ""));
      return usage === void 0 ? json(403, { error: "no such tenant" }) : json(200, { ...usage, ...answer2.fields });
    }
  }
}
function answerCache(answer2, request, backend, nowMs) {
  const cache = backend.cache(answer2.cache);
  switch (answer2.do) {
    case "clear":
      return json(200, { removed: cache.remove("*") });
    case "invalidate": {
      const { pattern } = parseObject(request.body);
      return typeof pattern === "string" ? json(200, { removed: cache.remove(pattern) }) : json(400, { error: "pattern: a text is needed" });
    }
    case "warm":
      for (const key of answer2.keys) cache.put(key, nowMs);
      return json(200, { warmed: answer2.keys.length });
  }
}
function answerCollection(answer2, request, backend) {
  const collection = backend.collection(answer2.collection);
  const id = lastParam(request);
  switch (answer2.do) {
    case "list":
      return json(200, collection.list(answer2.limit));
    case "create": {
      const object = collection.create({ ...parseObject(request.body), ...answer2.set });
      return json(201, object, { location: `${request.path}/${object.id}` });
    }
    case "get":
      return found(collection.get(id));
    case "update":
      return found(collection.update(id, { ...parseObject(request.body), ...answer2.set }));
    case "delete":
      return collection.delete(id) ? { ...text(204, "application/json", ""), headers: {} } : found(void 0);
  }
}
function found(object) {
  return object === void 0 ? json(404, { error: "no such object" }) : json(200, object);
}

// src/demo/build-stateful-answer.ts
var HOUR_MS = 36e5;
var MOST_CHUNKS = 1e6;
function buildStatefulAnswer(answer2, request, memory, nowMs) {
  switch (answer2.kind) {
    case "submit-job":
    case "job":
    case "queue-length":
      return answerWork(answer2, request, memory, nowMs);
    case "upload-initiate":
    case "upload-chunk":
    case "upload-complete":
    case "upload-state":
      return answerUpload(answer2, request, memory, nowMs);
    default:
      return answerAccount(answer2, request, memory);
  }
}
function answerAccount(answer2, request, memory) {
  switch (answer2.kind) {
    case "login": {
      const session = memory.openSession();
      return json(200, { token: session }, { "set-cookie": `sid=${session}; Path=/; HttpOnly; SameSite=Lax` });
    }
    case "jwt-login": {
      const expiresInMs = answer2.expiresInMs ?? HOUR_MS;
      return json(200, { access_token: memory.issueToken(expiresInMs), token_type: "bearer", expires_in: expiresInMs / 1e3 });
    }
    case "session": {
      const session = memory.whoHas(tokenOf(request.headers) ?? "");
      return session === void 0 ? json(401, { error: "no session" }, { "www-authenticate": "Bearer" }) : json(200, { session });
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
function answerWork(answer2, request, memory, nowMs) {
  switch (answer2.kind) {
    case "submit-job": {
      const id = memory.submitJob(nowMs, answer2, answer2.failEvery ?? Infinity);
      return json(202, { id, state: "queued" }, { location: `${request.path}/${id}` });
    }
    case "job": {
      const id = lastParam(request);
      const state = memory.jobState(id, nowMs);
      return state === void 0 ? json(404, { error: "no such job" }) : json(200, { id, state });
    }
    case "queue-length":
      return json(200, { queue_length: memory.queueLength(nowMs) });
  }
}
function answerUpload(answer2, request, memory, nowMs) {
  const [id = ""] = request.params.values();
  const query = new URLSearchParams(request.query);
  switch (answer2.kind) {
    case "upload-initiate": {
      const fileId = `file-${memory.newId()}`;
      memory.uploads.begin(fileId);
      return json(201, { file_id: fileId }, { location: `${request.path}/${fileId}` });
    }
    case "upload-chunk": {
      const index = parseCount(query.get("index"));
      if (index === void 0) return json(400, { error: "index: a whole number, 0 or more" });
      return memory.uploads.add(id, index, request.bodyBytes) ? json(200, { index, bytes: request.bodyBytes }) : json(404, { error: "no such upload" });
    }
    case "upload-complete": {
      const claimed = query.get("chunks") ?? chunksOf(request.body);
      const expected = claimed === void 0 ? void 0 : parseCount(claimed);
      if (claimed !== void 0 && expected === void 0) return json(400, { error: "chunks: a whole number, 0 or more" });
      const found3 = memory.uploads.check(id, expected);
      if (found3 === void 0) return json(404, { error: "no such upload" });
      const { complete, bytes, chunks } = found3;
      if (!complete) return json(409, { state: "incomplete", bytes, chunks });
      const { mergeMs = 0, mergeFailEvery = Infinity } = answer2;
      memory.uploads.merge(id, nowMs + mergeMs, mergeFailEvery);
      if (mergeMs === 0) return json(200, { state: "complete", bytes, chunks });
      return json(202, { file_id: id, state: "merging", bytes, chunks });
    }
    case "upload-state": {
      const upload = memory.uploads.look(id, nowMs);
      return upload === void 0 ? json(404, { error: "no such upload" }) : json(200, { file_id: id, ...upload });
    }
  }
}
function parseCount(digits) {
  return digits !== null && /^\d{1,7}$/.test(digits) && Number(digits) <= MOST_CHUNKS ? Number(digits) : void 0;
}
function chunksOf(body) {
  const { chunks } = parseObject(body);
  return chunks === void 0 ? void 0 : JSON.stringify(chunks);
}

// src/demo/write-pieces.ts
function eventPieces(dials) {
  const at = (index) => Buffer.from(`id: ${index + 1}
data: ${JSON.stringify({ seq: index + 1, ...dials.value })}

`);
  let totalBytes = 0;
  for (let index = 0; index < dials.count; index += 1) totalBytes += at(index).length;
  return { count: dials.count, totalBytes, firstAfterMs: dials.firstAfterMs ?? 0, everyMs: dials.everyMs, at };
}
function streamPieces(dials) {
  const { size, chunks } = dials;
  const endOf = (index) => Math.floor(size * (index + 1) / chunks);
  return {
    count: chunks,
    totalBytes: size,
    firstAfterMs: dials.firstAfterMs ?? 0,
    everyMs: dials.everyMs,
    at: (index) => ({ size: endOf(index) - endOf(index - 1) })
  };
}
function writePieces(pieces, startMs, writer) {
  const write = (index) => {
    if (index >= pieces.count) {
      writer.end();
      return;
    }
    writer.schedule(startMs + pieces.firstAfterMs + index * pieces.everyMs, () => {
      writer.write(pieces.at(index), () => write(index + 1));
    });
  };
  write(0);
}

// src/demo/build-answer.ts
function keepsBody(answer2) {
  switch (answer2.kind) {
    case "echo":
    case "csrf-check":
    case "upload-complete":
      return true;
    case "collection":
      return answer2.do === "create" || answer2.do === "update";
    case "cache":
      return answer2.do === "invalidate";
    default:
      return false;
  }
}
function buildAnswer(answer2, request, world, nowMs) {
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
      return create(world.memory.newId(), request.path, answer2);
    case "redirect":
      return { ...text(answer2.status ?? 302, "text/plain; charset=utf-8", ""), headers: { location: answer2.to } };
    case "events":
      return {
        status: 200,
        headers: { "content-type": "text/event-stream", "cache-control": "no-cache" },
        body: eventPieces(answer2)
      };
    case "stream":
      return { status: 200, headers: { "content-type": "application/octet-stream" }, body: streamPieces(answer2) };
    case "figures":
    case "metrics":
    case "enqueue":
    case "task":
    case "cache":
    case "collection":
    case "usage":
      return buildBackendAnswer(answer2, request, world, nowMs);
    default:
      return buildStatefulAnswer(answer2, request, world.memory, nowMs);
  }
}
function create(id, path, { status = 201, fields }) {
  return json(status, { id, ...fields }, { location: `${path}/${id}` });
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
function asNumber(id) {
  return /^\d{1,15}$/.test(id) ? Number(id) : id;
}

// src/demo/guard-request.ts
function guardRequest({ auth, tenant }, headers, { memory, backend }) {
  if (auth === "token" && memory.whoHas(tokenOf(headers) ?? "") === void 0)
    return json(401, { error: "no valid token" }, { "www-authenticate": "Bearer" });
  if (tenant === void 0) return void 0;
  const name = headers[backend.tenants.header];
  if (typeof name !== "string") return json(400, { error: `the header ${backend.tenants.header} is missing` });
  const usage = backend.tenants.usageOf(name);
  if (usage === void 0) return json(403, { error: "no such tenant" });
  if (tenant === "known") return void 0;
  if (!usage.allowed) return json(402, { error: "the plan is used up" });
  backend.tenants.meter(name);
  return void 0;
}

// src/demo/request-body.ts
var KEPT_BYTES = 1e6;
var RequestBody = class {
  #kept = [];
  #waiting = [];
  #bytes = 0;
  #ended = false;
  constructor(stream, keeps, tally) {
    stream.on("data", (chunk) => {
      this.#bytes += chunk.length;
      tally.bytesIn += chunk.length;
      if (keeps && this.#bytes <= KEPT_BYTES) this.#kept.push(chunk);
    });
    stream.on("end", () => {
      this.#ended = true;
      for (const run of this.#waiting) run();
    });
    stream.on("error", () => void 0);
  }
  /** What has come so far. */
  get bytes() {
    return this.#bytes;
  }
  /** Empty unless it is kept. */
  get kept() {
    return Buffer.concat(this.#kept);
  }
  /** Runs now or when the body has been read to its end; never for one that breaks off. */
  onceEnded(run) {
    if (this.#ended) run();
    else this.#waiting.push(run);
  }
};

// src/demo/serve-good.ts
function serveGood(route, cacheKey, { answerAt, refuse: refuse2 }) {
  const hit = route.cache?.ask(cacheKey, performance.now());
  if (hit !== void 0) {
    answerAt(performance.now() + hit.latencyMs, hit.tier);
    return;
  }
  const tier = route.cache && "miss";
  const latencyMs = route.nextLatencyMs();
  const { query } = route;
  if (query === void 0) {
    answerAt(performance.now() + latencyMs, tier);
    return;
  }
  query.pool.run({
    latencyMs: query.nextLatencyMs(),
    done: () => answerAt(performance.now() + latencyMs, tier),
    gaveUp: () => refuse2(json(503, { error: "connection pool exhausted" }))
  });
}

// src/demo/write-answer.ts
var FILLER = Buffer.alloc(65536, "load-gate ");
function sizeOf(body) {
  if ("totalBytes" in body) return body.totalBytes;
  return "size" in body ? body.size : body.length;
}
function writeHead(reply, answer2, contentLength) {
  const bare = answer2.status === 204 || answer2.status === 304 || contentLength === void 0;
  reply.writeHead(answer2.status, bare ? { ...answer2.headers } : { ...answer2.headers, "content-length": contentLength });
}
function writeBody(reply, body, done) {
  if (!("size" in body)) {
    reply.end(body);
    done();
    return;
  }
  pump(reply, body.size, (rest) => {
    reply.end(rest);
    done();
  });
}
function writePiece(reply, piece, written) {
  if ("size" in piece) pump(reply, piece.size, (rest) => reply.write(rest, written));
  else reply.write(piece, written);
}
function pump(reply, size, writeRest) {
  let left = size;
  const next = () => {
    while (left > FILLER.length) {
      left -= FILLER.length;
      if (!reply.write(FILLER)) {
        reply.once("drain", next);
        return;
      }
    }
    writeRest(FILLER.subarray(0, left));
  };
  next();
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
var Exchange = class {
  #state;
  #route;
  #request;
  #reply;
  #wire;
  #capacity;
  #serve = () => this.#serveNow();
  #body;
  /** Of the circuit breaker, until it is told the outcome. */
  #ticket;
  #place = "none";
  /** Of the cache that has the answer, or `miss`; undefined: there is no cache. */
  #cacheTier;
  #over = false;
  constructor(state, route, request, connection) {
    this.#state = state;
    this.#route = route;
    this.#request = request;
    this.#reply = connection.reply;
    this.#wire = connection.wire;
    this.#capacity = state.capacity;
    const keeps = route.notify !== void 0 || keepsBody(route.answer);
    this.#body = new RequestBody(request.stream, keeps, route.record.tally);
  }
  start() {
    const { tally } = this.#route.record;
    tally.requests += 1;
    tally.inFlight += 1;
    this.#reply.once("close", () => this.#leave());
    const refusal = guardRequest(this.#route, this.#request.headers, this.#state.world);
    if (refusal !== void 0) {
      this.#refuse(refusal);
      return;
    }
    const waitMs = this.#route.limiter(this.#request.arrivedMs);
    if (waitMs > 0) {
      tally.limited += 1;
      this.#refuse(json(429, { error: "too many requests" }, retryAfter(waitMs)));
      return;
    }
    const passage = this.#route.breaker?.ask(performance.now());
    if (passage && "waitMs" in passage) {
      tally.shortCircuited += 1;
      this.#refuse(json(503, { error: "circuit open" }, retryAfter(passage.waitMs)));
      return;
    }
    this.#ticket = passage?.ticket;
    this.#place = "waiting";
    if (this.#capacity.enter(this.#serve)) return;
    this.#place = "none";
    tally.refused += 1;
    this.#tellBreaker("none");
    this.#refuse(json(503, { error: "overloaded" }));
  }
  #serveNow() {
    this.#place = "held";
    const fault = this.#route.nextFault();
    if (fault !== void 0) {
      this.#answerAt(performance.now() + this.#route.nextFaultLatencyMs(), fault);
      return;
    }
    if (this.#route.notify) this.#body.onceEnded(() => this.#notify());
    serveGood(this.#route, this.#cacheKey, {
      answerAt: (dueMs, tier) => {
        this.#cacheTier = tier;
        this.#answerAt(dueMs, void 0);
      },
      refuse: (answer2) => {
        this.#tellBreaker("failed");
        this.#write(answer2, 0);
      }
    });
  }
  get #cacheKey() {
    const { path, query } = this.#request;
    return query === "" ? path : `${path}?${query}`;
  }
  #answerAt(dueMs, fault) {
    if (this.#over) return;
    this.#schedule(dueMs, () => this.#body.onceEnded(() => this.#answer(fault)));
  }
  #notify() {
    const { arrivedMs, headers } = this.#request;
    this.#route.notify?.({ body: this.#body.kept, token: tokenOf(headers), arrivedMs });
  }
  #schedule(dueMs, run) {
    this.#state.queue.at(this.#state.afterStalls(dueMs), () => {
      if (!this.#over) run();
    });
  }
  #answer(fault) {
    if (this.#over) return;
    if (fault) this.#route.record.tally.faults[fault.kind] += 1;
    if (fault?.kind === "status") {
      this.#tellBreaker(fault.status >= 500 ? "failed" : "good");
      this.#write(json(fault.status, { error: "planted" }));
      return;
    }
    const request = { ...this.#request, body: this.#body.kept, bodyBytes: this.#body.bytes };
    const good = this.#labelCached(buildAnswer(this.#route.answer, request, this.#state.world, performance.now()));
    if (fault === void 0 || fault.kind === "wrong") this.#tellBreaker(good.status >= 500 && fault === void 0 ? "failed" : "good");
    if (fault === void 0) this.#write(good);
    else if (fault.kind === "wrong") this.#write({ ...good, status: 200, body: Buffer.from(fault.body ?? '{"unexpected":true}') });
    else this.#break(fault, good);
  }
  /** Says where the answer comes from, and keeps a good one. */
  #labelCached(answer2) {
    if (this.#cacheTier === void 0) return answer2;
    if (this.#cacheTier === "miss" && answer2.status < 400) this.#route.cache?.put(this.#cacheKey, performance.now());
    return { ...answer2, headers: { ...answer2.headers, "x-cache": this.#cacheTier } };
  }
  /** At once, whatever the route's latency. */
  #refuse(answer2) {
    this.#schedule(this.#request.arrivedMs, () => this.#write(answer2, 0));
  }
  #tellBreaker(outcome) {
    if (this.#ticket !== void 0) this.#route.breaker?.tell(this.#ticket, outcome, performance.now());
    this.#ticket = void 0;
  }
  #write(answer2, bodyAfterMs = this.#route.bodyAfterMs) {
    if (this.#over) return;
    const headers = this.#state.keepAlive ? answer2.headers : { ...answer2.headers, connection: "close" };
    const body = this.#request.method === "HEAD" ? Buffer.alloc(0) : answer2.body;
    writeHead(this.#reply, { ...answer2, headers }, "everyMs" in answer2.body ? void 0 : sizeOf(answer2.body));
    if (bodyAfterMs === 0 && !("everyMs" in body)) {
      this.#writeWhole(answer2.status, body);
      return;
    }
    this.#reply.flushHeaders?.();
    this.#schedule(performance.now() + bodyAfterMs, () => {
      if ("everyMs" in body) this.#writeInPieces(answer2.status, body);
      else this.#writeWhole(answer2.status, body);
    });
  }
  #writeWhole(status, body) {
    writeBody(this.#reply, body, () => this.#answered(status, sizeOf(body)));
  }
  #writeInPieces(status, pieces) {
    writePieces(pieces, performance.now(), {
      schedule: (dueMs, run) => this.#schedule(dueMs, run),
      write: (piece, written) => writePiece(this.#reply, piece, written),
      end: () => {
        if (this.#over) return;
        this.#reply.end(Buffer.alloc(0));
        this.#answered(status, pieces.totalBytes);
      }
    });
  }
  #answered(status, bytes) {
    const { tally, times, durations } = this.#route.record;
    const serviceMs = performance.now() - this.#request.arrivedMs;
    tally.answered[status] = (tally.answered[status] ?? 0) + 1;
    tally.bytesOut += bytes;
    durations.record(serviceMs / 1e3);
    if (status < 400) times.record(serviceMs * 1e3);
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
    const body = Buffer.isBuffer(good.body) ? good.body : Buffer.alloc(Math.min(sizeOf(good.body), 65536));
    writeHead(this.#reply, good, sizeOf(good.body) + 100);
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
    this.#tellBreaker("none");
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
function retryAfter(waitMs) {
  return { "retry-after": String(Math.ceil(waitMs / 1e3)) };
}

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

// src/demo/backend/collection.ts
var KEPT = 1e4;
var Collection = class {
  #objects = /* @__PURE__ */ new Map();
  #nextId = 1;
  constructor({ seeded }) {
    for (let i = 0; i < (seeded?.count ?? 0); i += 1) this.create(seeded?.fields ?? {});
  }
  /** The new object with its id; whatever id the fields have is not taken. */
  create(fields) {
    const id = this.#nextId++;
    const object = { ...fields, id };
    this.#objects.set(id, object);
    if (this.#objects.size > KEPT) this.#forgetOldest();
    return object;
  }
  /** Undefined: no such object. */
  get(id) {
    return this.#objects.get(Number(id));
  }
  /** The object with the fields over its own, the id apart; undefined: no such object. */
  update(id, fields) {
    const object = this.get(id);
    if (object === void 0) return void 0;
    const updated = { ...object, ...fields, id: Number(id) };
    this.#objects.set(Number(id), updated);
    return updated;
  }
  /** False: no such object. */
  delete(id) {
    return this.#objects.delete(Number(id));
  }
  /** The newest `limit` objects, in the order of their ids, and how many there are in all. */
  list(limit) {
    const total = this.#objects.size;
    const items = [];
    let skip = total - limit;
    for (const object of this.#objects.values()) {
      if (skip > 0) skip -= 1;
      else items.push(object);
    }
    return { items, total };
  }
  #forgetOldest() {
    for (const id of this.#objects.keys()) {
      this.#objects.delete(id);
      return;
    }
  }
};

// src/demo/metrics/duration-histogram.ts
var BUCKETS_SEC = [1e-3, 25e-4, 5e-3, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
var DurationHistogram = class {
  #counts = new Float64Array(BUCKETS_SEC.length + 1);
  #sumSec = 0;
  record(sec) {
    let bucket = 0;
    while (bucket < BUCKETS_SEC.length && sec > (BUCKETS_SEC[bucket] ?? Infinity)) bucket += 1;
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1;
    this.#sumSec += sec;
  }
  get sumSec() {
    return this.#sumSec;
  }
  /** By upper bound, the last one without a bound: how many were at most that long. */
  cumulative() {
    let total = 0;
    return Array.from(this.#counts, (count) => {
      total += count;
      return total;
    });
  }
  /** Takes in what another has recorded. */
  add(other) {
    for (const [i, count] of other.#counts.entries()) this.#counts[i] = (this.#counts[i] ?? 0) + count;
    this.#sumSec += other.#sumSec;
  }
};

// src/demo/backend/connection-pool.ts
var ConnectionPool = class {
  #schedule;
  /** In the order of their coming. */
  #waiting = /* @__PURE__ */ new Set();
  #dials;
  #running = 0;
  #handing = false;
  histogram = new DurationHistogram();
  constructor(dials, schedule) {
    this.#dials = dials;
    this.#schedule = schedule;
  }
  get size() {
    return this.#dials.size;
  }
  /** Running and held; beyond `size` only while a pool that was made smaller empties. */
  get inUse() {
    return this.#running + (this.#dials.held ?? 0);
  }
  get waiting() {
    return this.#waiting.size;
  }
  /** Queries that run already keep their connections. */
  setDials(dials) {
    this.#dials = dials;
    this.#next();
  }
  /** Query times begin again. */
  reset() {
    this.histogram = new DurationHistogram();
  }
  run(query) {
    this.#waiting.add(query);
    this.#next();
    const { timeoutMs } = this.#dials;
    if (timeoutMs === void 0 || !this.#waiting.has(query)) return;
    this.#schedule(performance.now() + timeoutMs, () => {
      if (this.#waiting.delete(query)) query.gaveUp();
    });
  }
  /** A query that is over at once comes back here from inside; the loop that goes on already serves the next one. */
  #next() {
    if (this.#handing) return;
    this.#handing = true;
    for (const query of this.#waiting) {
      if (this.inUse >= this.#dials.size) break;
      this.#waiting.delete(query);
      this.#begin(query);
    }
    this.#handing = false;
  }
  #begin(query) {
    const startMs = performance.now();
    this.#running += 1;
    this.#schedule(startMs + query.latencyMs, () => {
      this.#running -= 1;
      this.histogram.record((performance.now() - startMs) / 1e3);
      query.done();
      this.#next();
    });
  }
};

// src/demo/backend/tenants.ts
var Tenants = class {
  #used = /* @__PURE__ */ new Map();
  #dials;
  /** Lower case; empty: no tenants at all. */
  get header() {
    return this.#dials?.header ?? "";
  }
  /** What was used stays used. */
  setDials(dials) {
    this.#dials = dials;
  }
  /** Nothing is used any more. */
  reset() {
    this.#used.clear();
  }
  /** Undefined: no such tenant. */
  usageOf(tenant) {
    const { plans = {} } = this.#dials ?? {};
    const quota = Object.hasOwn(plans, tenant) ? plans[tenant] : void 0;
    if (quota === void 0) return void 0;
    const used = this.#used.get(tenant) ?? 0;
    return { tenant_id: tenant, used, quota, remaining: quota - used, allowed: used < quota };
  }
  /** One metered request more; of a tenant that `usageOf` allows it. */
  meter(tenant) {
    this.#used.set(tenant, (this.#used.get(tenant) ?? 0) + 1);
  }
};

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

// src/demo/backend/tiered-cache.ts
var TieredCache = class {
  #tiers = [];
  #hits = 0;
  #misses = 0;
  /** Tiers keep their entries by name; what is beyond a smaller capacity goes. */
  setDials(dials, seed) {
    const before = this.#tiers;
    this.#tiers = dials.tiers.map((tier, i) => {
      const old = before.find((one) => one.dials.name === tier.name);
      const entries = old?.entries ?? /* @__PURE__ */ new Map();
      shrink(entries, tier.capacity);
      return {
        dials: tier,
        nextHitMs: tier.hit ? buildLatencySequence(tier.hit, seed + i) : () => 0,
        entries,
        hits: old?.hits ?? 0,
        misses: old?.misses ?? 0
      };
    });
  }
  /** Undefined: in no tier. */
  ask(key, nowMs) {
    for (const [i, tier] of this.#tiers.entries()) {
      const expiresMs = tier.entries.get(key);
      if (expiresMs === void 0 || expiresMs <= nowMs) {
        tier.entries.delete(key);
        tier.misses += 1;
        continue;
      }
      tier.hits += 1;
      this.#hits += 1;
      tier.entries.delete(key);
      tier.entries.set(key, expiresMs);
      for (const faster of this.#tiers.slice(0, i)) put(faster, key, nowMs);
      return { tier: tier.dials.name, latencyMs: tier.nextHitMs() };
    }
    this.#misses += 1;
    return void 0;
  }
  put(key, nowMs) {
    for (const tier of this.#tiers) put(tier, key, nowMs);
  }
  /** Forgets the key, or with a `*` at its end all that begin so; how many there were, a key in several tiers being one. */
  remove(pattern) {
    const removed = /* @__PURE__ */ new Set();
    for (const { entries } of this.#tiers)
      for (const key of entries.keys())
        if (pattern.endsWith("*") ? key.startsWith(pattern.slice(0, -1)) : key === pattern) {
          entries.delete(key);
          removed.add(key);
        }
    return removed.size;
  }
  /** Counts begin again; the entries stay. */
  reset() {
    this.#hits = 0;
    this.#misses = 0;
    for (const tier of this.#tiers) {
      tier.hits = 0;
      tier.misses = 0;
    }
  }
  /** Of one tier, or of the cache as a whole; undefined: no such tier. */
  counts(tier) {
    if (tier === void 0) {
      const keys = new Set(this.#tiers.flatMap(({ entries }) => [...entries.keys()]));
      return { hits: this.#hits, misses: this.#misses, entries: keys.size };
    }
    const found3 = this.#tiers.find(({ dials }) => dials.name === tier);
    return found3 && { hits: found3.hits, misses: found3.misses, entries: found3.entries.size };
  }
};
function put({ entries, dials }, key, nowMs) {
  entries.delete(key);
  entries.set(key, nowMs + (dials.ttlMs ?? Infinity));
  shrink(entries, dials.capacity);
}
function shrink(entries, capacity) {
  for (const oldest of entries.keys()) {
    if (entries.size <= capacity) return;
    entries.delete(oldest);
  }
}

// src/demo/remember.ts
var KEPT2 = 1e5;
function remember(map, key, value) {
  map.set(key, value);
  if (map.size > KEPT2) {
    for (const oldest of map.keys()) {
      map.delete(oldest);
      break;
    }
  }
  return key;
}

// src/demo/backend/recent-rate.ts
var RecentRate = class {
  #windowSec;
  #counts;
  #second = -1;
  #firstMs;
  constructor(windowSec) {
    this.#windowSec = windowSec;
    this.#counts = Array.from({ length: windowSec }, () => 0);
  }
  /** `nowMs` never goes back. */
  add(nowMs) {
    this.#advance(nowMs);
    this.#firstMs ??= nowMs;
    const slot = this.#second % this.#windowSec;
    this.#counts[slot] = (this.#counts[slot] ?? 0) + 1;
  }
  /** 0 before the first event; a window that has just begun is divided by the time since then, a second at least. */
  perSec(nowMs) {
    if (this.#firstMs === void 0) return 0;
    this.#advance(nowMs);
    const coveredMs = (this.#windowSec - 1) * 1e3 + nowMs % 1e3;
    const sinceMs = Math.max(1e3, Math.min(coveredMs, nowMs - this.#firstMs));
    return this.#counts.reduce((sum, count) => sum + count, 0) * 1e3 / sinceMs;
  }
  #advance(nowMs) {
    const second = Math.floor(nowMs / 1e3);
    for (let gone = Math.max(this.#second + 1, second - this.#windowSec + 1); gone <= second; gone += 1)
      this.#counts[gone % this.#windowSec] = 0;
    this.#second = second;
  }
};

// src/demo/backend/recent-times.ts
var RecentTimes = class {
  #kept;
  #timesMs = [];
  #next = 0;
  constructor(kept) {
    this.#kept = kept;
  }
  add(ms) {
    this.#timesMs[this.#next] = ms;
    this.#next = (this.#next + 1) % this.#kept;
  }
  /** Undefined: none yet. */
  averageMs() {
    const { length } = this.#timesMs;
    return length === 0 ? void 0 : this.#timesMs.reduce((sum, ms) => sum + ms, 0) / length;
  }
  /** Exact nearest rank; undefined: none yet. */
  percentileMs(percentile) {
    const sorted = this.#timesMs.toSorted((a, b) => a - b);
    return sorted[Math.max(1, Math.ceil(percentile * sorted.length / 100)) - 1];
  }
};

// src/demo/backend/work-queue.ts
var WorkQueue = class {
  #schedule;
  #messages = /* @__PURE__ */ new Map();
  /** Waiting from `#first` on. */
  #waiting = [];
  #first = 0;
  #dials;
  #nextWorkMs;
  #busy = 0;
  #inWork = 0;
  #taken = 0;
  #wakesAtMs = Infinity;
  /** What was put in before is committed, and counted nowhere. */
  #countsFromMs = 0;
  #latencies = new RecentTimes(100);
  #rate = new RecentRate(10);
  histogram = new DurationHistogram();
  enqueued = 0;
  committed = 0;
  failed = 0;
  batches = 0;
  constructor(dials, seed, schedule) {
    this.#schedule = schedule;
    this.#dials = dials;
    this.#nextWorkMs = buildWork(dials, seed);
  }
  /** Messages that wait or are held. */
  get length() {
    return this.#waiting.length - this.#first + (this.#dials.held ?? 0);
  }
  /** Messages that are not done yet. */
  get lag() {
    return this.length + this.#inWork;
  }
  get latencies() {
    return this.#latencies;
  }
  /** Commits per second. */
  rps(nowMs) {
    return this.#rate.perSec(nowMs);
  }
  /** Holds for the batches to come. */
  setDials(dials, seed) {
    this.#dials = dials;
    this.#nextWorkMs = buildWork(dials, seed);
    this.#work();
  }
  /** Counts and times begin again; messages stay where they are. */
  reset() {
    this.#countsFromMs = performance.now();
    this.#latencies = new RecentTimes(100);
    this.#rate = new RecentRate(10);
    this.histogram = new DurationHistogram();
    this.enqueued = 0;
    this.committed = 0;
    this.failed = 0;
    this.batches = 0;
    this.#taken = 0;
  }
  /** False: the queue is full. */
  add(id, createdMs, nowMs) {
    if (this.length >= (this.#dials.capacity ?? Infinity)) return false;
    const message = { createdMs, queuedMs: nowMs, state: "queued" };
    remember(this.#messages, id, message);
    this.#waiting.push(message);
    this.enqueued += 1;
    this.#work();
    return true;
  }
  /** Undefined: no such message. */
  stateOf(id) {
    return this.#messages.get(id)?.state;
  }
  #work() {
    const { workers, batch = 1, batchWaitMs = 0 } = this.#dials;
    for (let oldest = this.#waiting[this.#first]; oldest !== void 0 && this.#busy < workers; oldest = this.#waiting[this.#first]) {
      const nowMs = performance.now();
      const dueMs = oldest.queuedMs + batchWaitMs;
      if (this.#waiting.length - this.#first < batch && nowMs < dueMs) {
        this.#wakeAt(dueMs);
        return;
      }
      this.#begin(this.#take(batch), nowMs);
    }
  }
  #wakeAt(dueMs) {
    if (this.#wakesAtMs <= dueMs) return;
    this.#wakesAtMs = dueMs;
    this.#schedule(dueMs, () => {
      this.#wakesAtMs = Infinity;
      this.#work();
    });
  }
  #take(count) {
    const batch = this.#waiting.slice(this.#first, this.#first + count);
    this.#first += batch.length;
    if (this.#first > 1e3 && this.#first * 2 > this.#waiting.length) {
      this.#waiting = this.#waiting.slice(this.#first);
      this.#first = 0;
    }
    return batch;
  }
  #begin(batch, nowMs) {
    const workMs = this.#nextWorkMs();
    if (workMs === 0) {
      this.#commit(batch, nowMs);
      return;
    }
    for (const message of batch) message.state = "running";
    this.#busy += 1;
    this.#inWork += batch.length;
    this.#schedule(nowMs + Math.max(workMs, 0.1), () => {
      this.#busy -= 1;
      this.#inWork -= batch.length;
      this.#commit(batch, performance.now());
      this.#work();
    });
  }
  #commit(batch, nowMs) {
    const { failEvery = Infinity, loseEvery = Infinity } = this.#dials;
    if (batch.some(({ queuedMs }) => queuedMs >= this.#countsFromMs)) this.batches += 1;
    for (const message of batch) {
      if (message.queuedMs < this.#countsFromMs) {
        message.state = "done";
        continue;
      }
      this.#taken += 1;
      if (this.#taken % loseEvery === 0) continue;
      if (this.#taken % failEvery === 0) {
        message.state = "failed";
        this.failed += 1;
        continue;
      }
      message.state = "done";
      this.committed += 1;
      this.#rate.add(nowMs);
      this.#latencies.add(nowMs - message.createdMs);
      this.histogram.record((nowMs - message.createdMs) / 1e3);
    }
  }
};
function buildWork(dials, seed) {
  return dials.work ? buildLatencySequence(dials.work, seed) : () => 0;
}

// src/demo/backend/backend.ts
var Backend = class {
  tenants = new Tenants();
  #schedule;
  #queues = /* @__PURE__ */ new Map();
  #caches = /* @__PURE__ */ new Map();
  #pools = /* @__PURE__ */ new Map();
  #collections = /* @__PURE__ */ new Map();
  #dials = {};
  constructor(dials, seed, schedule) {
    this.#schedule = schedule;
    this.setDials(dials, seed);
  }
  /** What the dials do not name any more goes on as it was, for those who still use it. */
  setDials(dials, seed) {
    this.#dials = dials;
    this.tenants.setDials(dials.tenants);
    for (const [i, queue] of (dials.queues ?? []).entries()) {
      const known = this.#queues.get(queue.name);
      if (known === void 0) this.#queues.set(queue.name, new WorkQueue(queue, seed + i, this.#schedule));
      else known.setDials(queue, seed + i);
    }
    for (const [i, cache] of (dials.caches ?? []).entries()) {
      const known = this.#caches.get(cache.name) ?? new TieredCache();
      known.setDials(cache, seed + 10 * i);
      this.#caches.set(cache.name, known);
    }
    for (const pool of dials.pools ?? []) {
      const known = this.#pools.get(pool.name);
      if (known === void 0) this.#pools.set(pool.name, new ConnectionPool(pool, this.#schedule));
      else known.setDials(pool);
    }
    for (const collection of dials.collections ?? [])
      if (!this.#collections.has(collection.name)) this.#collections.set(collection.name, new Collection(collection));
  }
  /** Counts begin again; caches are empty and collections as in the beginning; what waits in queues goes on. */
  reset() {
    for (const queue of this.#queues.values()) queue.reset();
    for (const cache of this.#caches.values()) {
      cache.remove("*");
      cache.reset();
    }
    for (const pool of this.#pools.values()) pool.reset();
    for (const collection of this.#dials.collections ?? []) this.#collections.set(collection.name, new Collection(collection));
    this.tenants.reset();
  }
  /** Of a name that the dials were checked for. */
  queue(name) {
    return found2(this.#queues.get(name), name);
  }
  cache(name) {
    return found2(this.#caches.get(name), name);
  }
  pool(name) {
    return found2(this.#pools.get(name), name);
  }
  collection(name) {
    return found2(this.#collections.get(name), name);
  }
};
function found2(part, name) {
  if (part === void 0) throw new Error(`The staging server has no ${name}`);
  return part;
}

// src/demo/backend/process-figures.ts
var SHORTEST_MS = 900;
var ProcessFigures = class {
  #sinceMs = performance.now();
  #usage = process.cpuUsage();
  #ratio = 0;
  read(of) {
    if (of === "memory_bytes") return process.memoryUsage.rss();
    if (of === "cpu_ratio") return this.#cpuRatio();
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  }
  /** Between two looks that lie a second apart or more; who asks sooner gets the last answer. */
  #cpuRatio() {
    const nowMs = performance.now();
    if (nowMs - this.#sinceMs < SHORTEST_MS) return this.#ratio;
    const { user, system } = process.cpuUsage(this.#usage);
    this.#ratio = (user + system) / 1e3 / (nowMs - this.#sinceMs);
    this.#usage = process.cpuUsage();
    this.#sinceMs = nowMs;
    return this.#ratio;
  }
};

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

// src/demo/access-token.ts
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
var HEADER = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString("base64url");
var TokenKey = class {
  #key = randomBytes(32);
  /** Tokens whose signature was good: a signature costs more than the rest of a request. */
  #good = /* @__PURE__ */ new Map();
  sign(claims) {
    const signed = `${HEADER}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}`;
    return `${signed}.${this.#signatureOf(signed).toString("base64url")}`;
  }
  /** Undefined: not one of ours, or expired. A token with any other header is not ours, whatever algorithm it claims. */
  check(token, nowSec) {
    const claims = this.#good.get(token) ?? this.#verify(token);
    return claims !== void 0 && nowSec < claims.exp ? claims : void 0;
  }
  #verify(token) {
    const [header, payload, signature, ...rest] = token.split(".");
    if (header !== HEADER || payload === void 0 || signature === void 0 || rest.length > 0) return void 0;
    const given = Buffer.from(signature, "base64url");
    const wanted = this.#signatureOf(`${header}.${payload}`);
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return void 0;
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
    remember(this.#good, token, claims);
    return claims;
  }
  #signatureOf(signed) {
    return createHmac("sha256", this.#key).update(signed).digest();
  }
};

// src/demo/uploads.ts
var Uploads = class {
  #uploads = /* @__PURE__ */ new Map();
  #merges = 0;
  /** Forgets every upload. */
  reset() {
    this.#uploads.clear();
    this.#merges = 0;
  }
  /** The id is new. */
  begin(id) {
    remember(this.#uploads, id, { chunks: /* @__PURE__ */ new Map(), merge: void 0 });
  }
  /** A chunk that comes again replaces the earlier one; false: no such upload. */
  add(id, index, bytes) {
    const upload = this.#uploads.get(id);
    upload?.chunks.set(index, bytes);
    return upload !== void 0;
  }
  /** Whether the chunks 0 … expected − 1 (default: up to the highest that came) are all there and no other; undefined: no such upload. */
  check(id, expected) {
    const upload = this.#uploads.get(id);
    if (upload === void 0) return void 0;
    let highest = -1;
    for (const index of upload.chunks.keys()) highest = Math.max(highest, index);
    const count = expected ?? highest + 1;
    return { complete: upload.chunks.size === count && highest === count - 1, bytes: bytesOf(upload), chunks: upload.chunks.size };
  }
  /** Begins to merge the chunks of a known upload; each `failEvery`-th merge fails in the end. One that was begun before goes on. */
  merge(id, endsAtMs, failEvery) {
    const upload = this.#uploads.get(id);
    if (upload === void 0 || upload.merge !== void 0) return;
    this.#merges += 1;
    upload.merge = { endsAtMs, end: this.#merges % failEvery === 0 ? "failed" : "complete" };
  }
  /** Undefined: no such upload. */
  look(id, nowMs) {
    const upload = this.#uploads.get(id);
    return upload && { state: stateOf(upload, nowMs), bytes: bytesOf(upload), chunks: upload.chunks.size };
  }
  /** `open`: uploading or merging; `completed`: merged without failure. */
  count(what, nowMs) {
    let counted = 0;
    for (const upload of this.#uploads.values()) {
      const state = stateOf(upload, nowMs);
      if (what === "completed" ? state === "complete" : state === "uploading" || state === "merging") counted += 1;
    }
    return counted;
  }
};
function stateOf({ merge }, nowMs) {
  if (merge === void 0) return "uploading";
  return nowMs < merge.endsAtMs ? "merging" : merge.end;
}
function bytesOf({ chunks }) {
  let bytes = 0;
  for (const size of chunks.values()) bytes += size;
  return bytes;
}

// src/demo/memory.ts
var Memory = class {
  uploads = new Uploads();
  #tokenKey = new TokenKey();
  #sessions = /* @__PURE__ */ new Map();
  #formTokens = /* @__PURE__ */ new Map();
  #jobs = /* @__PURE__ */ new Map();
  #submitted = 0;
  #nextId = 1;
  /** 1, 2, 3 … over everything that gets an id. */
  newId() {
    return this.#nextId++;
  }
  openSession() {
    return remember(this.#sessions, `session-${this.newId()}`, true);
  }
  /** A JWT for a new user, by the wall clock. */
  issueToken(expiresInMs) {
    const nowSec = Date.now() / 1e3;
    return this.#tokenKey.sign({ sub: `user-${this.newId()}`, iat: Math.floor(nowSec), exp: nowSec + expiresInMs / 1e3 });
  }
  /** The session itself, or the user of a JWT; undefined: neither known nor valid now. */
  whoHas(token) {
    return this.#sessions.has(token) ? token : this.#tokenKey.check(token, Date.now() / 1e3)?.sub;
  }
  issueFormToken() {
    return remember(this.#formTokens, `form-${this.newId()}`, true);
  }
  /** True once for each token that was issued. */
  useFormToken(token) {
    return this.#formTokens.delete(token);
  }
  /** Each `failEvery`-th over all submissions ends as `failed`; Infinity: none. */
  submitJob(nowMs, times, failEvery) {
    this.#submitted += 1;
    const runsAtMs = nowMs + times.queuedMs;
    const end = this.#submitted % failEvery === 0 ? "failed" : "done";
    return remember(this.#jobs, String(this.newId()), { runsAtMs, endsAtMs: runsAtMs + times.runningMs, end });
  }
  /** Undefined: no such job. */
  jobState(id, nowMs) {
    const job = this.#jobs.get(id);
    if (job === void 0) return void 0;
    if (nowMs >= job.endsAtMs) return job.end;
    return nowMs >= job.runsAtMs ? "running" : "queued";
  }
  /** How many jobs are queued. */
  queueLength(nowMs) {
    let queued = 0;
    for (const { runsAtMs } of this.#jobs.values()) if (nowMs < runsAtMs) queued += 1;
    return queued;
  }
};

// src/demo/metrics/build-families.ts
function buildFamilies(dials, sources) {
  const own = buildOwnFamilies(dials, sources.figures);
  const taken = new Set(own.map(({ name }) => name));
  return [...buildHttpFamilies(sources), ...buildProcessFamilies(sources)].filter(({ name }) => !taken.has(name)).concat(own);
}
function buildHttpFamilies({ routes, unmatched }) {
  const requests = /* @__PURE__ */ new Map();
  const durations = /* @__PURE__ */ new Map();
  const count = (labels, value) => {
    const key = JSON.stringify(labels);
    requests.set(key, { labels, value: value + (requests.get(key)?.value ?? 0) });
  };
  for (const { method, path, tally, durations: own } of routes) {
    for (const [status, answered] of Object.entries(tally.answered)) count({ method, path, status }, answered);
    const key = `${method} ${path}`;
    const sample = durations.get(key) ?? { labels: { method, path }, value: new DurationHistogram() };
    sample.value.add(own);
    durations.set(key, sample);
  }
  if (unmatched > 0) count({ method: "*", path: "unmatched", status: "404" }, unmatched);
  return [
    { name: "http_requests_total", help: "Whole answers by route and status.", type: "counter", samples: [...requests.values()] },
    {
      name: "http_request_duration_seconds",
      help: "From the arrival of a request to its whole answer, whatever its status.",
      type: "histogram",
      samples: [...durations.values()]
    }
  ];
}
function buildProcessFamilies({ sockets, figures }) {
  const samples = [...sockets].map(([path, value]) => ({ labels: { path }, value }));
  const memory = figures.process("memory_bytes");
  const cpu = figures.process("cpu_seconds");
  return [
    { name: "websocket_connections", help: "WebSocket connections that are open.", type: "gauge", samples },
    {
      name: "process_resident_memory_bytes",
      help: "Resident memory of the server.",
      type: "gauge",
      samples: [{ labels: {}, value: memory }]
    },
    { name: "process_cpu_seconds_total", help: "CPU time of the server.", type: "counter", samples: [{ labels: {}, value: cpu }] }
  ];
}
function buildOwnFamilies(dials, figures) {
  return [...Map.groupBy(dials, ({ name }) => name).values()].flatMap((lines) => {
    const [first] = lines;
    if (first === void 0) return [];
    const samples = lines.flatMap((metric) => {
      const value = readMetric(metric, figures);
      return value === void 0 ? [] : [{ labels: metric.labels ?? {}, value }];
    });
    return [{ name: first.name, help: first.help, type: first.type, samples }];
  });
}
function readMetric(metric, figures) {
  if (metric.type !== "histogram") return readFigure(metric.value, figures);
  const { of } = metric;
  return "pool" in of ? figures.backend.pool(of.pool).histogram : figures.backend.queue(of.queue).histogram;
}

// src/demo/metrics/read-requests.ts
function readRequests(of, { records, routes }) {
  const sum = (read) => records.reduce((total, record) => total + read(record), 0);
  switch (of) {
    case "received":
      return sum(({ tally }) => tally.requests);
    case "in_flight":
      return sum(({ tally }) => tally.inFlight);
    case "limited":
      return sum(({ tally }) => tally.limited);
    case "short_circuited":
      return sum(({ tally }) => tally.shortCircuited);
    case "breaker_trips":
      return sum(({ trips }) => trips);
    case "breaker_open":
      return routes.filter(({ record, breaker }) => records.includes(record) && breaker?.isOpen === true).length;
  }
}

// src/demo/metrics/render-metrics.ts
function renderMetrics(families) {
  return families.filter(({ samples }) => samples.length > 0).map(({ name, help, type, samples }) => {
    const lines = samples.flatMap(
      ({ labels, value }) => typeof value === "number" ? [line(name, labels, value)] : histogramLines(name, labels, value)
    );
    return `# HELP ${name} ${escape(help)}
# TYPE ${name} ${type}
${lines.join("")}`;
  }).join("");
}
function histogramLines(name, labels, histogram) {
  const counts = histogram.cumulative();
  return [
    ...counts.map((count, i) => line(`${name}_bucket`, { ...labels, le: String(BUCKETS_SEC[i] ?? "+Inf") }, count)),
    line(`${name}_sum`, labels, histogram.sumSec),
    line(`${name}_count`, labels, counts.at(-1) ?? 0)
  ];
}
function line(name, labels, value) {
  const pairs = Object.entries(labels).map(([label, text2]) => `${label}="${escape(text2).replaceAll('"', '\\"')}"`);
  return `${name}${pairs.length === 0 ? "" : `{${pairs.join(",")}}`} ${value}
`;
}
function escape(text2) {
  return text2.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
}

// src/demo/circuit-breaker.ts
var CircuitBreaker = class {
  #dials;
  #opened;
  #state = "closed";
  #ticket = 1;
  #opensUntilMs = 0;
  /** Answers in the window, the oldest at `#first`. */
  #answers = [];
  #first = 0;
  #failed = 0;
  /** `opened` runs each time that it opens from closed. */
  constructor(dials, opened = () => void 0) {
    this.#dials = dials;
    this.#opened = opened;
  }
  /** Open or half-open. */
  get isOpen() {
    return this.#state !== "closed";
  }
  /** `nowMs` never goes back. */
  ask(nowMs) {
    if (this.#state === "closed") return { ticket: this.#ticket };
    if (this.#state === "probing") return { waitMs: 1 };
    if (nowMs < this.#opensUntilMs) return { waitMs: this.#opensUntilMs - nowMs };
    this.#enter("probing");
    return { ticket: this.#ticket };
  }
  /** How a request that was let through ended; `none`: it was never answered. */
  tell(ticket, outcome, nowMs) {
    if (ticket !== this.#ticket || this.#state === "open") return;
    if (this.#state === "closed") {
      if (outcome !== "none") this.#count(outcome === "failed", nowMs);
      return;
    }
    if (outcome === "good") this.#enter("closed");
    else this.#open(outcome === "failed" ? nowMs + this.#dials.openMs : nowMs);
  }
  #count(failed, nowMs) {
    this.#answers.push({ atMs: nowMs, failed });
    if (failed) this.#failed += 1;
    for (let oldest = this.#answers[this.#first]; oldest && oldest.atMs <= nowMs - this.#dials.windowMs; oldest = this.#answers[this.#first]) {
      this.#first += 1;
      if (oldest.failed) this.#failed -= 1;
    }
    if (this.#first > 1e3 && this.#first * 2 > this.#answers.length) {
      this.#answers = this.#answers.slice(this.#first);
      this.#first = 0;
    }
    const size = this.#answers.length - this.#first;
    if (size >= this.#dials.minRequests && this.#failed >= this.#dials.failures * size) this.#open(nowMs + this.#dials.openMs);
  }
  #open(untilMs) {
    if (this.#state === "closed") this.#opened();
    this.#opensUntilMs = untilMs;
    this.#enter("open");
  }
  #enter(state) {
    this.#state = state;
    this.#ticket += 1;
    this.#answers = [];
    this.#first = 0;
    this.#failed = 0;
  }
};

// src/demo/counts.ts
function buildRouteTally() {
  return {
    requests: 0,
    answered: {},
    faults: { status: 0, reset: 0, close: 0, hang: 0, truncate: 0, wrong: 0, garbage: 0 },
    limited: 0,
    shortCircuited: 0,
    refused: 0,
    aborted: 0,
    inFlight: 0,
    bytesIn: 0,
    bytesOut: 0
  };
}

// src/demo/fault-sequence.ts
function buildFaultSequence(faults) {
  let turn = 0;
  return () => {
    turn += 1;
    return faults.find((fault) => (turn + (fault.offset ?? 0)) % fault.every === 0);
  };
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
var KEPT3 = 2e5;
var ServiceTimes = class {
  #timesUs = new Uint32Array(1024);
  #recorded = 0;
  record(serviceUs) {
    if (this.#recorded === this.#timesUs.length && this.#recorded < KEPT3) {
      const larger = new Uint32Array(Math.min(KEPT3, this.#timesUs.length * 4));
      larger.set(this.#timesUs);
      this.#timesUs = larger;
    }
    this.#timesUs[this.#recorded % this.#timesUs.length] = Math.round(serviceUs);
    this.#recorded += 1;
  }
  /** Forgets all. */
  clear() {
    this.#timesUs = new Uint32Array(1024);
    this.#recorded = 0;
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

// src/demo/sockets/socket-messages.ts
function parseMessage(message, channelField) {
  const value = parseObject(message);
  return { id: value["id"], channel: value["type"] === "subscribe" ? value[channelField] : void 0 };
}
function channelKey(channel) {
  return typeof channel === "string" ? channel : JSON.stringify(channel);
}
function buildMessage(value) {
  return Buffer.from(JSON.stringify(value));
}
function buildPushes(value) {
  const { type = "push", ...rest } = value ?? {};
  const head = `{"type":${JSON.stringify(type)},"seq":`;
  const tail = Object.keys(rest).length === 0 ? "}" : `,${JSON.stringify(rest).slice(1)}`;
  return (seq) => Buffer.from(`${head}${seq}${tail}`);
}

// src/demo/sockets/notify.ts
function buildNotifier(dials, sockets, { seed, times }) {
  const nextDelayMs = dials.delay ? buildLatencySequence(dials.delay, seed) : () => 0;
  return ({ body, token, arrivedMs }) => {
    const asked = parseObject(body);
    const repeated = (dials.repeats ?? []).map((field) => [field, asked[field] ?? null]);
    const message = buildMessage({
      type: "notification",
      message_id: asked[dials.idField ?? "id"] ?? null,
      ...Object.fromEntries(repeated),
      ...dials.value
    });
    sockets.schedule(arrivedMs + nextDelayMs(), () => {
      const route = sockets.get(dials.socket);
      if (route === void 0) return;
      const channel = dials.channel ?? asked[dials.channelField ?? "channel"];
      const key = dials.to === "own" ? token : channel === void 0 ? void 0 : channelKey(channel);
      route.notify(
        dials.to === "all" ? { to: "all" } : { to: dials.to, key },
        message,
        () => times.record((performance.now() - arrivedMs) * 1e3)
      );
    });
  };
}

// src/demo/route-state.ts
function buildRouteRecord({ method, path }) {
  return {
    method,
    path,
    tally: buildRouteTally(),
    times: new ServiceTimes(),
    notifyTimes: new ServiceTimes(),
    durations: new DurationHistogram(),
    trips: 0
  };
}
function buildRouteStates(dials, { sockets, backend, recordOf }) {
  return dials.routes.map((route, i) => {
    const record = recordOf(route);
    const seed = (dials.seed ?? 1) + i;
    return {
      method: route.method,
      path: route.path,
      answer: route.answer ?? { kind: "json", value: { ok: true } },
      auth: route.auth,
      tenant: route.tenant,
      cache: route.cache === void 0 ? void 0 : backend.cache(route.cache),
      query: route.query && { pool: backend.pool(route.query.pool), nextLatencyMs: buildLatencySequence(route.query.latency, seed) },
      bodyAfterMs: route.bodyAfterMs ?? 0,
      limiter: buildLimiter(route.limit),
      nextLatencyMs: buildLatency(route, seed),
      nextFaultLatencyMs: buildLatency(route, seed),
      nextFault: buildFaultSequence(route.faults ?? []),
      breaker: route.breaker && new CircuitBreaker(route.breaker, () => {
        record.trips += 1;
      }),
      notify: route.notify && buildNotifier(route.notify, sockets, { seed, times: record.notifyTimes }),
      record
    };
  });
}
function buildLatency(route, seed) {
  return route.latency ? buildLatencySequence(route.latency, seed) : () => 0;
}

// src/demo/sockets/peer-index.ts
var PeerIndex = class {
  #peers = /* @__PURE__ */ new Map();
  add(key, peer) {
    const peers = this.#peers.get(key);
    if (peers === void 0) this.#peers.set(key, /* @__PURE__ */ new Set([peer]));
    else peers.add(peer);
  }
  delete(key, peer) {
    const peers = this.#peers.get(key);
    peers?.delete(peer);
    if (peers?.size === 0) this.#peers.delete(key);
  }
  /** In the order in which they came; empty for an unknown key. */
  of(key) {
    return this.#peers.get(key) ?? NOBODY;
  }
};
var NOBODY = /* @__PURE__ */ new Set();

// src/demo/sockets/push-wheel.ts
var SLOT_MS = 10;
var MOST_SLOTS = 1e3;
var PushWheel = class {
  #slots;
  #slotMs;
  #push;
  #schedule;
  #slotOf = /* @__PURE__ */ new Map();
  #joined = 0;
  #turn = 0;
  #dueMs = 0;
  #turning = false;
  #stopped = false;
  constructor(everyMs, push, schedule) {
    const count = Math.min(MOST_SLOTS, Math.max(1, Math.floor(everyMs / SLOT_MS)));
    this.#slots = Array.from({ length: count }, () => /* @__PURE__ */ new Set());
    this.#slotMs = everyMs / count;
    this.#push = push;
    this.#schedule = schedule;
  }
  /** Its first push comes within one interval. */
  add(peer) {
    const index = Math.floor(this.#joined * GOLDEN_SECTION % 1 * this.#slots.length);
    const slot = this.#slots[index] ?? /* @__PURE__ */ new Set();
    this.#joined += 1;
    slot.add(peer);
    this.#slotOf.set(peer, slot);
    if (this.#turning) return;
    this.#turning = true;
    this.#dueMs = performance.now() + this.#slotMs;
    this.#await();
  }
  delete(peer) {
    this.#slotOf.get(peer)?.delete(peer);
    this.#slotOf.delete(peer);
  }
  /** Nothing is pushed from now on. */
  stop() {
    this.#stopped = true;
  }
  #await() {
    this.#schedule(this.#dueMs, () => {
      if (this.#stopped || this.#slotOf.size === 0) {
        this.#turning = false;
        return;
      }
      for (const peer of this.#slots[this.#turn] ?? []) this.#push(peer);
      this.#turn = (this.#turn + 1) % this.#slots.length;
      this.#dueMs = Math.max(this.#dueMs + this.#slotMs, performance.now() + 0.5);
      this.#await();
    });
  }
};
var GOLDEN_SECTION = (Math.sqrt(5) - 1) / 2;

// src/demo/sockets/socket-behaviour.ts
var LARGEST_MESSAGE = 64 * 1024 * 1024;
function buildSocketBehaviour(dials, seed) {
  const latency = dials.reply?.kind === "reply" ? dials.reply.latency : void 0;
  const buildReplyMs = () => latency ? buildLatencySequence(latency, seed) : () => 0;
  return {
    dials,
    server: buildServer(dials),
    welcome: dials.welcome === void 0 ? void 0 : buildMessage(dials.welcome),
    nextReplyMs: buildReplyMs(),
    nextLateReplyMs: buildReplyMs(),
    nextMessageFault: buildFaultSequence(dials.messageFaults ?? []),
    nextConnectionFault: buildFaultSequence(dials.connectionFaults ?? [])
  };
}
function buildServer(dials) {
  const agreed = new Set(dials.subprotocols);
  return new import_websocket_server.default({
    noServer: true,
    clientTracking: false,
    maxPayload: LARGEST_MESSAGE,
    perMessageDeflate: dials.deflate ?? false,
    handleProtocols: (offered) => [...offered].find((protocol) => agreed.has(protocol)) ?? false
  });
}

// src/demo/sockets/socket-counts.ts
function buildSocketTally(open2) {
  return {
    opened: open2,
    refused: 0,
    rejected: 0,
    dropped: 0,
    silenced: 0,
    open: open2,
    peakOpen: open2,
    messagesIn: 0,
    bytesIn: 0,
    messagesOut: 0,
    bytesOut: 0,
    pushes: 0,
    notified: 0,
    unheard: 0,
    lost: 0,
    duplicated: 0,
    delayed: 0,
    pings: 0
  };
}

// src/demo/sockets/socket-route.ts
var SocketRoute = class {
  times = new ServiceTimes();
  tally = buildSocketTally(0);
  #world;
  #peers = /* @__PURE__ */ new Set();
  #byToken = new PeerIndex();
  #byChannel = new PeerIndex();
  #behaviour;
  #wheel;
  constructor(world) {
    this.#world = world;
  }
  /** Undefined until the first dials. */
  get behaviour() {
    return this.#behaviour;
  }
  get world() {
    return this.#world;
  }
  /** Holds for the handshakes and messages to come, on open connections too; sequences begin afresh. */
  setDials(dials, seed) {
    this.#behaviour = buildSocketBehaviour(dials, seed);
    this.#wheel?.stop();
    this.#wheel = dials.push && this.#buildWheel(dials.push);
    for (const peer of this.#peers) this.#wheel?.add(peer);
  }
  reset() {
    Object.assign(this.tally, buildSocketTally(this.tally.open));
    this.times.clear();
  }
  /** A connection has opened; from now on it is pushed to and notified. */
  open(peer) {
    this.tally.opened += 1;
    this.tally.open += 1;
    this.tally.peakOpen = Math.max(this.tally.peakOpen, this.tally.open);
    this.#peers.add(peer);
    if (peer.token !== void 0) this.#byToken.add(peer.token, peer);
  }
  /** A connection that nobody rejected gets its welcome and its place among the pushes. */
  greet(peer) {
    const { welcome, dials } = this.#behaviour ?? {};
    this.#wheel?.add(peer);
    if (welcome === void 0) return;
    this.#world.schedule(performance.now() + (dials?.welcomeAfterMs ?? 0), () => this.#send(peer, welcome));
  }
  /** The connection is over, however. */
  leave(peer) {
    this.tally.open -= 1;
    this.#peers.delete(peer);
    this.#wheel?.delete(peer);
    if (peer.token !== void 0) this.#byToken.delete(peer.token, peer);
    for (const channel of peer.channels ?? []) this.#byChannel.delete(channel, peer);
  }
  receive(peer, message, binary) {
    this.tally.messagesIn += 1;
    this.tally.bytesIn += message.length;
    const { reply, channelField = "channel" } = this.#behaviour?.dials ?? {};
    if (reply?.kind === "echo") {
      this.#reply(peer, message, binary);
      return;
    }
    const { id, channel } = parseMessage(message, channelField);
    if (channel !== void 0) this.#subscribe(peer, channelKey(channel), buildMessage({ type: "subscribed", [channelField]: channel }));
    else if (id !== void 0 && reply !== void 0) this.#reply(peer, buildMessage({ type: "reply", id, ...reply.fields }), false);
  }
  /** Sends one notification to each of its audience; `delivered` runs with each that is on time. */
  notify(audience, message, delivered) {
    let heard = 0;
    for (const peer of this.#audience(audience)) {
      if (!peer.isLive) continue;
      heard += 1;
      this.tally.notified += 1;
      const fault = this.#behaviour?.nextMessageFault();
      if (fault?.kind === "lose") this.tally.lost += 1;
      else if (fault?.kind === "late") this.#world.schedule(performance.now() + fault.byMs, () => this.#sendLate(peer, message, false));
      else if (this.#sendTimes(peer, { message, binary: false, copies: fault?.kind === "duplicate" ? 2 : 1 })) delivered();
    }
    if (heard === 0) this.tally.unheard += 1;
  }
  #audience(audience) {
    if (audience.to === "all") return this.#peers;
    return (audience.to === "own" ? this.#byToken : this.#byChannel).of(audience.key ?? "");
  }
  #subscribe(peer, key, answer2) {
    peer.channels ??= /* @__PURE__ */ new Set();
    peer.channels.add(key);
    this.#byChannel.add(key, peer);
    this.#send(peer, answer2);
  }
  #reply(peer, message, binary) {
    const behaviour = this.#behaviour;
    if (behaviour === void 0) return;
    const arrivedMs = performance.now();
    const fault = behaviour.nextMessageFault();
    if (fault?.kind === "lose") {
      this.tally.lost += 1;
      return;
    }
    if (fault?.kind === "late") {
      this.#world.schedule(arrivedMs + behaviour.nextLateReplyMs() + fault.byMs, () => this.#sendLate(peer, message, binary));
      return;
    }
    const copies = fault === void 0 ? 1 : 2;
    this.#world.schedule(arrivedMs + behaviour.nextReplyMs(), () => {
      if (this.#sendTimes(peer, { message, binary, copies })) this.times.record((performance.now() - arrivedMs) * 1e3);
    });
  }
  #sendTimes(peer, what) {
    const sent = this.#send(peer, what.message, what.binary);
    if (sent && what.copies === 2 && this.#send(peer, what.message, what.binary)) this.tally.duplicated += 1;
    return sent;
  }
  #sendLate(peer, message, binary) {
    if (this.#send(peer, message, binary)) this.tally.delayed += 1;
  }
  #send(peer, message, binary = false) {
    const bytes = peer.send(message, binary);
    if (bytes === void 0) return false;
    this.tally.messagesOut += 1;
    this.tally.bytesOut += bytes;
    return true;
  }
  #buildWheel(push) {
    const { value = {}, figures } = push;
    const buildPush = figures === void 0 ? buildPushes(value) : (seq) => buildMessage({ type: "push", seq, ...this.#world.fill(value, figures) });
    const pushTo = (peer) => {
      if (!this.#send(peer, buildPush(peer.pushed + 1))) return;
      peer.pushed += 1;
      this.tally.pushes += 1;
    };
    return new PushWheel(push.everyMs, pushTo, this.#world.schedulePush);
  }
};

// src/demo/sockets/socket-routes.ts
var SocketRoutes = class {
  #world;
  #routes = /* @__PURE__ */ new Map();
  #byPath = /* @__PURE__ */ new Map();
  #find = () => void 0;
  constructor(dials, world) {
    this.#world = world;
    this.setDials(dials);
  }
  /** Connections of a route that is gone keep its last behaviour. */
  setDials(dials) {
    const found3 = [];
    this.#byPath = /* @__PURE__ */ new Map();
    for (const [i, socket] of (dials.sockets ?? []).entries()) {
      const name = socketName(socket);
      const route = this.#routes.get(name) ?? new SocketRoute(this.#world);
      route.setDials(socket, (dials.seed ?? 1) + i);
      this.#routes.set(name, route);
      this.#byPath.set(socket.path, route);
      found3.push({ method: "GET", path: socket.path, route });
    }
    this.#find = buildRouter(found3);
  }
  /** The route of a handshake; undefined: none wants it. */
  find(path) {
    return this.#find("GET", path)?.route.route;
  }
  /** By name or path as in the dials; undefined: no such route, or not any more. */
  get(nameOrPath) {
    return this.#routes.get(nameOrPath) ?? this.#byPath.get(nameOrPath);
  }
  /** Connections open now: on one route by name or path, or without one on all. */
  openOn(nameOrPath) {
    if (nameOrPath !== void 0) return this.get(nameOrPath)?.tally.open ?? 0;
    let open2 = 0;
    for (const { tally } of this.#routes.values()) open2 += tally.open;
    return open2;
  }
  /** Runs it then, or at the end of a stall. */
  schedule(dueMs, run) {
    this.#world.schedule(dueMs, run);
  }
  counts() {
    return Object.fromEntries([...this.#routes].map(([name, route]) => [name, { ...route.tally }]));
  }
  /** Counts begin again, with the connections that are open. */
  reset() {
    for (const route of this.#routes.values()) route.reset();
  }
};

// src/demo/server-state.ts
var ServerState = class {
  memory = new Memory();
  queue;
  /** For pushes, which nobody times to the millisecond: it never spins. */
  #pushQueue = new DelayQueue(0);
  sockets;
  /** What answers are made from. */
  world;
  #backend;
  #onDeath;
  #records = /* @__PURE__ */ new Map();
  #dials;
  /** By their beginning. */
  #stalls;
  #dead = false;
  #capacity;
  #routes = [];
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
    const schedulePush = (dueMs, run) => this.#pushQueue.at(this.afterStalls(dueMs), run);
    this.#backend = new Backend(dials, dials.seed ?? 1, schedulePush);
    const figures = this.#buildFigures();
    this.sockets = new SocketRoutes(dials, {
      schedule: (dueMs, run) => this.queue.at(this.afterStalls(dueMs), run),
      schedulePush,
      knows: (token) => this.memory.whoHas(token) !== void 0,
      fill: (value, wanted) => fillFigures(value, wanted, figures)
    });
    this.world = { memory: this.memory, backend: this.#backend, figures, renderMetrics: () => this.#renderMetrics(figures) };
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
    this.#backend.setDials(dials, dials.seed ?? 1);
    this.sockets.setDials(dials);
    this.#findRoute = this.#buildRouter();
  }
  /** Forgets counts, service times, uploads and the moment of the first request; only between requests, else those in flight unbalance the counts. */
  reset() {
    this.#records.clear();
    this.sockets.reset();
    this.#backend.reset();
    this.memory.uploads.reset();
    this.#firstRequestMs = void 0;
    this.#requests = 0;
    this.#unmatched = 0;
    this.#peakInFlight = this.#inFlight;
    this.connections = this.openConnections;
    this.tlsErrors = 0;
    this.setDials(this.#dials);
  }
  /** Forgets everything that is due. */
  stop() {
    this.queue.clear();
    this.#pushQueue.clear();
  }
  /** Starts the clock of stalls and death, when nothing has before. */
  begin(nowMs) {
    if (this.#firstRequestMs !== void 0) return;
    this.#firstRequestMs = nowMs;
    const { die } = this.#dials;
    if (die === void 0 || !("afterMs" in die)) return;
    this.queue.at(nowMs + die.afterMs, () => {
      if (this.#firstRequestMs === nowMs) this.#diesNow();
    });
  }
  /** Notes a handshake that no socket route wanted. */
  missHandshake() {
    this.#requests += 1;
    this.#unmatched += 1;
  }
  /** Notes a request; undefined when the server dies of it, `unmatched` when no route wants it. */
  receive(method, path, nowMs) {
    this.#requests += 1;
    this.begin(nowMs);
    const { die } = this.#dials;
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
      routes: structuredClone(Object.fromEntries([...this.#records].map(([name, { tally }]) => [name, tally]))),
      sockets: this.sockets.counts()
    };
  }
  /** Of a route, of `notify <route>` or of a socket route; undefined: no such route, or nothing measured on it yet. */
  truth(name) {
    const route = this.#records.get(name);
    if (route !== void 0) return route.times.summarize();
    const notifying = name.startsWith("notify ") ? this.#records.get(name.slice("notify ".length)) : void 0;
    return (notifying?.notifyTimes ?? this.sockets.get(name)?.times)?.summarize();
  }
  #diesNow() {
    if (this.#dead) return;
    this.#dead = true;
    this.#onDeath();
  }
  #buildRouter() {
    const recordOf = (route) => {
      const name = routeName(route);
      const record = this.#records.get(name) ?? buildRouteRecord(route);
      this.#records.set(name, record);
      return record;
    };
    this.#routes = buildRouteStates(this.#dials, { recordOf, sockets: this.sockets, backend: this.#backend });
    return buildRouter(this.#routes);
  }
  #buildFigures() {
    const own = new ProcessFigures();
    return {
      backend: this.#backend,
      requests: (of, route) => readRequests(of, {
        records: route === void 0 ? [...this.#records.values()] : [this.#records.get(route)].filter((record) => record !== void 0),
        routes: this.#routes
      }),
      sockets: (socket) => this.sockets.openOn(socket),
      uploads: (of) => this.memory.uploads.count(of, performance.now()),
      process: (of) => own.read(of)
    };
  }
  #renderMetrics(figures) {
    const sockets = new Map((this.#dials.sockets ?? []).map(({ path }) => [path, this.sockets.openOn(path)]));
    const sources = { figures, routes: this.#records.values(), unmatched: this.#unmatched, sockets };
    return renderMetrics(buildFamilies(this.#dials.metrics ?? [], sources));
  }
};
function sortStalls(dials) {
  return (dials.stalls ?? []).toSorted((a, b) => a.afterMs - b.afterMs);
}
function buildCapacity(dials) {
  return new Capacity(dials.capacity?.concurrent ?? Infinity, dials.capacity?.queue ?? Infinity);
}

// src/demo/sockets/accept-socket.ts
import { STATUS_CODES } from "node:http";

// src/demo/sockets/socket-peer.ts
import { Socket } from "node:net";
var SocketPeer = class {
  /** What it showed at the handshake, whether anybody checks it or not. */
  token;
  /** Undefined until the first subscription, as most have none. */
  channels;
  /** Number of its last push. */
  pushed = 0;
  #socket;
  #wire;
  #silent = false;
  constructor(socket, wire, token) {
    this.#socket = socket;
    this.#wire = wire;
    this.token = token;
  }
  /** Whether a message may be sent. */
  get isLive() {
    return !this.#silent && this.#socket.readyState === import_websocket.default.OPEN;
  }
  /** Bytes of the message; undefined when the connection takes none any more. */
  send(message, binary) {
    if (!this.isLive) return void 0;
    this.#socket.send(message, { binary });
    return message.length;
  }
  close(code, reason) {
    this.#socket.close(code, reason);
  }
  /** Without a close frame: a TCP reset, over TLS an end. */
  reset() {
    if (this.#wire instanceof Socket) buildSocketWire(this.#wire).reset();
    else this.#wire.destroy();
  }
  /** Neither reads nor sends from now on; the kernel keeps the connection. */
  silence() {
    this.#silent = true;
    this.#socket.pause();
  }
};

// src/demo/sockets/accept-socket.ts
var POLICY_VIOLATION = 1008;
function acceptSocket(route, handshake) {
  const { behaviour, world } = route;
  if (behaviour === void 0) return;
  const { auth, reject = "handshake", handshakeMs = 0, maxOpen = Infinity } = behaviour.dials;
  const token = tokenIn(handshake.request);
  const known = auth === void 0 || token !== void 0 && world.knows(token);
  const doom = known ? behaviour.nextConnectionFault() : { kind: "unauthorized", at: reject };
  const lateMs = doom?.kind === "late" ? doom.byMs : 0;
  world.schedule(performance.now() + handshakeMs + lateMs, () => {
    if (doom?.kind === "refuse") refuse(route, handshake.wire, doom.status);
    else if (doom?.kind === "unauthorized" && doom.at === "handshake") refuse(route, handshake.wire, 401);
    else if (route.tally.open >= maxOpen) refuse(route, handshake.wire, 503);
    else open(route, handshake, { token, doom });
  });
}
function refuseHandshake(wire, status) {
  const body = '{"error":"refused"}';
  const challenge = status === 401 ? "WWW-Authenticate: Bearer\r\n" : "";
  wire.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? "Refused"}\r
Connection: close\r
Content-Type: application/json\r
${challenge}Content-Length: ${body.length}\r
\r
${body}`
  );
}
function refuse(route, wire, status) {
  route.tally.refused += 1;
  refuseHandshake(wire, status);
}
function open(route, { request, wire, head }, { token, doom }) {
  if (!wire.readable || !wire.writable) {
    wire.destroy();
    return;
  }
  let upgraded = false;
  route.behaviour?.server.handleUpgrade(request, wire, head, (socket) => {
    upgraded = true;
    const peer = new SocketPeer(socket, wire, token);
    listen(route, socket, peer);
    route.open(peer);
    strike(route, peer, doom);
  });
  if (!upgraded) route.tally.refused += 1;
}
function listen(route, socket, peer) {
  socket.on("message", (data, binary) => {
    if (Buffer.isBuffer(data)) route.receive(peer, data, binary);
  });
  socket.on("ping", () => {
    route.tally.pings += 1;
  });
  socket.on("error", () => void 0);
  socket.on("close", () => route.leave(peer));
}
function strike(route, peer, doom) {
  const { tally, world } = route;
  if (doom?.kind === "unauthorized" || doom?.kind === "reject") {
    tally.rejected += 1;
    const unauthorized = doom.kind === "unauthorized";
    peer.close(unauthorized ? POLICY_VIOLATION : doom.code, unauthorized ? "invalid token" : doom.reason ?? "");
    return;
  }
  route.greet(peer);
  if (doom?.kind !== "drop" && doom?.kind !== "silence") return;
  world.schedule(performance.now() + doom.afterMs, () => {
    if (!peer.isLive) return;
    if (doom.kind === "silence") {
      tally.silenced += 1;
      peer.silence();
      return;
    }
    tally.dropped += 1;
    if (doom.code === void 0) peer.reset();
    else peer.close(doom.code, "");
  });
}
function tokenIn(request) {
  const url = request.url ?? "";
  const queryAt = url.indexOf("?");
  const asked = queryAt < 0 ? null : new URLSearchParams(url.slice(queryAt + 1)).get("token");
  return asked ?? tokenOf(request.headers);
}

// src/demo/sockets/handle-upgrade.ts
function wantsSocket(request) {
  return request.headers.upgrade?.toLowerCase() === "websocket";
}
function handleUpgrade(state, request, wire, head) {
  wire.on("error", () => void 0);
  state.begin(performance.now());
  const [path = "/"] = (request.url ?? "/").split("?", 1);
  const route = state.sockets.find(path);
  if (route !== void 0) {
    acceptSocket(route, { request, wire, head });
    return;
  }
  state.missHandshake();
  refuseHandshake(wire, 404);
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
  const server = buildServer2(dials, state);
  server.on("connection", (socket) => {
    state.connections += 1;
    state.openConnections += 1;
    sockets.add(socket);
    socket.once("close", () => {
      state.openConnections -= 1;
      sockets.delete(socket);
    });
  });
  server.on("upgrade", (request, wire, head) => handleUpgrade(state, request, wire, head));
  server.on("tlsClientError", () => {
    state.tlsErrors += 1;
  });
  const port = await listen2(server, dials.port ?? 0);
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
      state.stop();
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
  noDelay: true,
  shouldUpgradeCallback: wantsSocket
};
function buildServer2(dials, state) {
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
function listen2(server, port) {
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
  const [, , port = "0", name] = process.argv;
  const dials = name === void 0 ? demoDials : findSystem(name)?.dials;
  if (dials === void 0) {
    process.stderr.write(
      `There is no system ${name}: ${listSystems().map((system) => system.name).join(", ")}
`
    );
    process.exit(2);
  }
  const server = await startStagingServer({ ...dials, port: Number(port) });
  process.stdout.write(`The demo server listens on ${server.url}
`);
}
