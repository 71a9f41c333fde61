import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  slotsOf,
  slotsReadBy
} from "./chunk-MFS6CBON.js";

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

// src/engine/locust/select-profiles.ts
function selectProfiles(scenario, plan) {
  return plan.program.users.map((program) => {
    const user = found(scenario.users, program.name);
    const tasks = program.tasks.map((taskProgram) => ({ task: found(user.tasks, taskProgram.name), program: taskProgram }));
    return { user: { ...user, tasks: tasks.map(({ task }) => task) }, program, tasks };
  });
}
function listBounds({ program }) {
  const requests = program.users.flatMap(codeOf).flatMap((step) => step.op === "ws" ? [] : requestsOfStep(step));
  return [...new Set(requests.map(({ connection }) => program.connections[connection]?.limit))];
}
function codeOf({ start, tasks }) {
  return [...start, ...tasks.flatMap((task) => task.code)];
}
function listConnections({ program }) {
  const used = new Set(
    program.users.flatMap(codeOf).flatMap(requestsOfStep).map((request) => request.connection)
  );
  return program.connections.filter((_, index) => used.has(index));
}
function found(list, name) {
  const one = list.find((entry) => entry.name === name);
  if (one === void 0) throw new RangeError(`the plan is not one of this scenario: it has ${name}`);
  return one;
}

export {
  requestsOfStep,
  seriesOfStep,
  slotsReadByStep,
  slotsSetByStep,
  socketsOpenAfter,
  selectProfiles,
  listBounds,
  codeOf,
  listConnections
};
