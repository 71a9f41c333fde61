import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  codeOf
} from "./chunk-62LH7HJX.js";
import {
  compileCapture,
  compileJson,
  compileRequest,
  compileText,
  slotsOf,
  slotsReadBy
} from "./chunk-MFS6CBON.js";

// src/plan/list-requests.ts
function listRequests(before, users) {
  return [
    ...before.map((step) => ({
      kind: "request",
      request: step.request,
      at: step.kind === "request" ? step.request.at : step.at
    })),
    ...listSteps(users).flatMap(requestOf)
  ];
}
function listSteps(users) {
  return users.flatMap((user) => [...user.start, ...user.tasks.flatMap((task) => task.steps)]).flatMap(stepsIn);
}
function stepsIn(step) {
  switch (step.kind) {
    case "parallel":
    case "repeat":
    case "for-each":
      return step.steps.flatMap(stepsIn);
    default:
      return [step];
  }
}
function requestOf(step) {
  switch (step.kind) {
    case "http":
      return [{ kind: "request", request: step, at: step.at }];
    case "poll":
      return [{ kind: "request", request: step.request, at: step.at }];
    case "ws":
      return [{ kind: "handshake", request: step.request, at: step.at }];
    case "think":
    case "send":
    case "receive":
    case "hold":
    case "close":
      return [];
  }
}

// src/plan/list-uses.ts
function requestsOfStep(instruction) {
  switch (instruction.op) {
    case "http":
      return [instruction.step];
    case "parallel":
      return instruction.steps;
    case "poll":
      return [instruction.poll.request];
    case "ws":
      return [instruction.socket.request];
    case "think":
    case "send":
    case "receive":
    case "hold":
    case "close":
    case "loop":
    case "next":
      return [];
  }
}
function seriesOfStep(instruction) {
  if (instruction.op === "poll") return [instruction.poll.series];
  if (instruction.op === "receive") return [instruction.receive.series];
  return requestsOfStep(instruction).map(({ series }) => series);
}
function slotsReadByStep(instruction) {
  const ofRequests = requestsOfStep(instruction).flatMap(slotsReadBy);
  switch (instruction.op) {
    case "ws":
      return [...ofRequests, ...slotsOf(instruction.socket.subprotocol ?? ""), ...slotsOfMatch(instruction.socket.ready)];
    case "send":
      return [instruction.send.slot, ...slotsOfMessage(instruction.send.message)];
    case "receive":
      return [instruction.receive.slot, ...slotsOfMatch(instruction.receive.match)];
    case "hold":
      return instruction.slots;
    case "close":
      return [instruction.slot];
    default:
      return ofRequests;
  }
}
function slotsSetByStep(instruction) {
  const slots = (captures) => captures.map(({ slot }) => slot);
  if (instruction.op === "ws") return [instruction.socket.slot, ...slots(instruction.socket.captures)];
  if (instruction.op === "receive") return slots(instruction.receive.captures);
  return requestsOfStep(instruction).flatMap(({ captures }) => slots(captures));
}
function socketsOpenAfter(code, open) {
  const slots = new Set(open);
  for (const instruction of code) {
    if (instruction.op === "ws") slots.add(instruction.socket.slot);
    else if (instruction.op === "close") slots.delete(instruction.slot);
  }
  return [...slots];
}
function slotsOfMatch(match) {
  switch (match?.kind) {
    case "json":
      return slotsOf(match.json);
    case "text":
      return slotsOf(match.text);
    case "regex":
    case void 0:
      return [];
  }
}
function slotsOfMessage(message) {
  return message.kind === "bytes" ? [] : slotsOf(message.kind === "json" ? message.json : message.text);
}

// src/engine/locust/check/list-connections.ts
function listConnections({ program }) {
  const used = new Set(
    program.users.flatMap(codeOf).flatMap(requestsOfStep).map((request) => request.connection)
  );
  return program.connections.filter((_, index) => used.has(index));
}
function listBounds({ program }) {
  const requests = program.users.flatMap(codeOf).flatMap((step) => step.op === "ws" ? [] : requestsOfStep(step));
  return [...new Set(requests.map(({ connection }) => program.connections[connection]?.limit))];
}

// src/plan/slot-table.ts
function buildSlotTable(scenario, secrets) {
  const tables = scenario.data.map(toTable);
  const slots = [];
  const indexes = /* @__PURE__ */ new Map();
  const add = (slot) => {
    if (indexes.has(slot.name)) return;
    indexes.set(slot.name, slots.length);
    slots.push(slot);
  };
  for (const variable of scenario.vars) add({ name: variable.name, kind: "drawn", variable });
  for (const [index, source] of scenario.data.entries()) add({ name: source.name, kind: "data", table: index });
  for (const step of scenario.before) if (step.kind === "request") addStepSlots(step.request, add);
  for (const user of scenario.users) {
    for (const step of [...user.start, ...user.tasks.flatMap((task) => task.steps)]) addStepSlots(step, add);
  }
  const used = /* @__PURE__ */ new Set();
  return {
    slots,
    tables,
    secret(name) {
      const value = secrets[name] ?? "";
      if (value !== "") used.add(value);
      return value;
    },
    usedSecrets: () => [...used],
    slotOf: (name) => found(indexes.get(name), name),
    tableOf: (name) => found(
      tables.findIndex((table) => table.name === name),
      name
    )
  };
}
function socketSlotName(connection) {
  return ` ${connection}`;
}
function found(index, name) {
  if (index === void 0 || index < 0) throw new RangeError(`the name ${name} is not defined in the scenario`);
  return index;
}
function addStepSlots(step, add) {
  switch (step.kind) {
    case "ws":
      add({ name: socketSlotName(step.as), kind: "socket" });
      for (const capture of step.capture) add({ name: capture.name, kind: "capture" });
      break;
    case "http":
    case "receive":
      for (const capture of step.capture) add({ name: capture.name, kind: "capture" });
      break;
    case "parallel":
      for (const inner of step.steps) addStepSlots(inner, add);
      break;
    case "repeat":
      if (step.as !== void 0) add({ name: step.as, kind: "loop" });
      for (const inner of step.steps) addStepSlots(inner, add);
      break;
    case "for-each":
      add({ name: step.as, kind: "loop" });
      for (const inner of step.steps) addStepSlots(inner, add);
      break;
    case "poll":
    case "think":
    case "send":
    case "hold":
    case "close":
      break;
  }
}
function toTable(source) {
  return { name: source.name, pick: source.pick, rows: source.rows.map(plainValue) };
}
function plainValue(row) {
  return Object.hasOwn(row, "") ? row[""] ?? null : row;
}

// src/plan/compile-socket.ts
var SWITCHING = { status: [{ from: 101, to: 101 }], headers: [], body: [], json: [], maxSizeBytes: void 0 };
var MOST_SHOWN = 80;
function compileSocket(step, context) {
  const { names } = context;
  const series = context.seriesOf(step.name);
  return {
    series,
    name: step.name,
    slot: names.slotOf(socketSlotName(step.as)),
    request: compileHandshake(step, series, context),
    subprotocol: step.subprotocol === void 0 ? void 0 : compileText(step.subprotocol, names),
    ready: step.ready && compileMatch(step.ready, names),
    captures: step.capture.map((capture) => compileCapture(capture, names)),
    heartbeatUs: step.heartbeatMs === void 0 ? Number.POSITIVE_INFINITY : step.heartbeatMs * 1e3,
    deflate: step.deflate,
    keepsMessages: context.received.has(step.as)
  };
}
function compileHandshake(step, series, context) {
  const request = compileRequest({ ...step.request, name: step.name, expect: SWITCHING }, series, {
    ...context,
    connectionFor: (options, names) => context.connectionFor({ ...options, connections: void 0, http2: false }, names)
  });
  const { path } = request;
  const origin = request.origin && toHttp(request.origin);
  const [head, ...rest] = path;
  if (origin !== void 0 || typeof path === "string" || typeof head !== "string") return { ...request, origin };
  return { ...request, origin, path: [toHttp(head), ...rest] };
}
function toHttp(url) {
  return url.replace(/^ws(?=s?:)/i, "http");
}
function compileSend(step, { names }) {
  const { message } = step;
  const slot = names.slotOf(socketSlotName(step.on));
  switch (message.kind) {
    case "json":
      return { slot, message: { kind: "json", json: compileJson(message.value, names) } };
    case "text":
      return { slot, message: { kind: "text", text: compileText(message.text, names) } };
    case "bytes":
      return { slot, message };
  }
}
function compileReceive(step, context) {
  const { names } = context;
  return {
    series: context.seriesOf(step.name),
    name: step.name,
    slot: names.slotOf(socketSlotName(step.on)),
    match: compileMatch(step.match, names),
    shownMatch: showMatch(step.match),
    withinUs: step.withinMs * 1e3,
    since: step.since === void 0 ? -1 : context.seriesOf(step.since),
    captures: step.capture.map((capture) => compileCapture(capture, names))
  };
}
function compileMatch(match, names) {
  switch (match.kind) {
    case "json":
      return { kind: "json", json: compileJson(match.value, names) };
    case "text":
      return { kind: "text", text: compileText(match.text, names) };
    case "regex":
      return match;
  }
}
function showMatch(match) {
  const text = match.kind === "json" ? JSON.stringify(match.value) : match.kind === "text" ? match.text : `/${match.source}/${match.flags}`;
  const line = text.replace(/\s+/g, " ");
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN - 1)}…` : line;
}

export {
  listRequests,
  listSteps,
  requestsOfStep,
  seriesOfStep,
  slotsReadByStep,
  slotsSetByStep,
  socketsOpenAfter,
  listConnections,
  listBounds,
  buildSlotTable,
  socketSlotName,
  compileSocket,
  compileHandshake,
  compileSend,
  compileReceive,
  showMatch
};
