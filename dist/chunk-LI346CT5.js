import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  assignProfiles,
  joinMs,
  leaveMs,
  levelAtMs
} from "./chunk-EBQF5HMN.js";
import {
  slotsOf,
  slotsReadBy
} from "./chunk-QFYDUHTM.js";

// src/plan/walk-flow.ts
function walkFlow(code, tables) {
  const steps = [];
  const loops = [];
  for (const instruction of code) {
    if (instruction.op === "loop") {
      const times = instruction.table >= 0 ? tables[instruction.table]?.rows.length ?? 0 : instruction.times;
      loops.push({ times, slot: instruction.slot });
    } else if (instruction.op === "next") loops.pop();
    else
      steps.push({
        instruction,
        times: loops.reduce((product, loop) => product * loop.times, 1),
        loopSlots: loops.flatMap(({ slot }) => slot >= 0 ? [slot] : [])
      });
  }
  return steps;
}

// src/plan/estimate-work.ts
function estimateWork({ phases, program }, requestMs) {
  const profiles = program.users.map((user) => {
    const iterationMs = estimateIterationMs(user, program, requestMs);
    return { weight: user.weight, iterationMs, cycleMs: cycleMs(iterationMs, user.think) };
  });
  let pool = { model: "none", users: profiles.map(() => 0) };
  return phases.map((phase) => {
    if (phase.model === "pause") return profiles.map(() => ({ iterations: 0, iterationsPerSec: 0, newUsers: 0 }));
    const before = pool.model === phase.model && phase.model !== "iterations" ? pool.users : profiles.map(() => 0);
    const { work, users } = phase.model === "open" ? workOfOpen(phase, profiles, before) : phase.model === "closed" ? workOfClosed(phase, profiles, before) : workOfIterations(phase, profiles);
    pool = { model: phase.model, users };
    return work;
  });
}
function workOfOpen(phase, profiles, before) {
  const shares = sharesOf(profiles.map((profile) => profile.weight));
  const users = profiles.map((profile, index) => {
    const share = shares[index] ?? 0;
    const busy = Math.ceil(phase.ratePerSec * share * profile.iterationMs / 1e3);
    return Math.max(before[index] ?? 0, Math.min(phase.maxUsers * share, busy));
  });
  const work = profiles.map((_, index) => ({
    iterations: phase.plannedArrivals * (shares[index] ?? 0),
    iterationsPerSec: phase.ratePerSec * (shares[index] ?? 0),
    newUsers: (users[index] ?? 0) - (before[index] ?? 0)
  }));
  return { work, users };
}
function workOfClosed(phase, profiles, before) {
  const activeMs = profiles.map(() => 0);
  const most = Math.max(phase.users, phase.fromUsers);
  const assigned = assignProfiles(
    profiles.map((profile) => profile.weight),
    most
  );
  for (const [ordinal, profile] of assigned.entries()) {
    const fromMs = ordinal < phase.users ? joinMs(phase, ordinal) : 0;
    const toMs = Math.min(phase.durationMs, leaveMs(phase, ordinal));
    activeMs[profile] = (activeMs[profile] ?? 0) + Math.max(0, toMs - fromMs);
  }
  const reached = assigned.slice(0, levelAtMs(phase, phase.durationMs));
  const users = profiles.map((_, index) => reached.filter((profile) => profile === index).length);
  const work = profiles.map(({ cycleMs: cycle }, index) => ({
    iterations: (activeMs[index] ?? 0) / cycle,
    iterationsPerSec: 1e3 * (users[index] ?? 0) / cycle,
    newUsers: Math.max(0, (users[index] ?? 0) - (before[index] ?? 0))
  }));
  return { work, users };
}
function workOfIterations(phase, profiles) {
  const assigned = assignProfiles(
    profiles.map((profile) => profile.weight),
    phase.users
  );
  const users = profiles.map((_, index) => assigned.filter((profile) => profile === index).length);
  const shares = sharesOf(profiles.map((profile, index) => (users[index] ?? 0) / profile.iterationMs));
  const work = users.map((count, index) => ({
    iterations: phase.iterations * (shares[index] ?? 0),
    iterationsPerSec: 0,
    newUsers: count
  }));
  return { work, users };
}
var SHORTEST_MS = 1;
function estimateIterationMs(user, program, requestMs) {
  const shares = sharesOf(user.tasks.map((task) => task.weight));
  const mean = user.tasks.reduce((sum, task, index) => {
    const taskMs = walkFlow(task.code, program.data).reduce((ms, { instruction, times }) => {
      return ms + times * estimateStepMs(instruction, requestMs);
    }, 0);
    return sum + taskMs * (shares[index] ?? 0);
  }, 0);
  return Math.max(SHORTEST_MS, mean);
}
function estimateStepMs(instruction, requestMs) {
  switch (instruction.op) {
    case "think":
      return meanThinkMs(instruction.think);
    case "hold":
      return instruction.holdUs / 1e3;
    case "send":
    case "close":
    case "loop":
    case "next":
      return 0;
    case "http":
    case "parallel":
    case "poll":
    case "ws":
    case "receive":
      return requestMs;
  }
}
function cycleMs(iterationMs, think) {
  if (think?.kind === "pace") return Math.max(think.ms, iterationMs);
  return iterationMs + (think ? meanThinkMs(think) : 0);
}
function meanThinkMs(think) {
  switch (think.kind) {
    case "fixed":
    case "pace":
      return think.ms;
    case "uniform":
      return (think.minMs + think.maxMs) / 2;
    case "exponential":
      return think.meanMs;
  }
}
function sharesOf(weights) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => total > 0 ? weight / total : 0);
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

// src/plan/count-sockets.ts
function mostSockets(plan) {
  const { users } = plan.program;
  const sockets = users.map(socketsOfUser);
  const asks = users.map((user) => listInstructions(user).some(asksByItself) ? 1 : 0);
  const limit = mostRequests(plan.program);
  let most = { webSockets: 0, requests: 0, phase: -1 };
  let arrivals = 0;
  for (const [phase, planned] of plan.phases.entries()) {
    if (planned.model === "open") arrivals += planned.plannedArrivals;
    const counts = usersOfPhase(planned, users, arrivals);
    const sum = (each) => counts.reduce((all, count, user) => all + count * (each[user] ?? 0), 0);
    const peak = { webSockets: sum(sockets), requests: Math.min(sum(asks), limit), phase };
    if (peak.webSockets + peak.requests > most.webSockets + most.requests) most = peak;
  }
  return most;
}
function listInstructions(user) {
  return [user.start, ...user.tasks.map(({ code }) => code)].flat();
}
function asksByItself(instruction) {
  return instruction.op !== "ws" && requestsOfStep(instruction).length > 0;
}
function mostRequests({ users, connections }) {
  const limits = /* @__PURE__ */ new Map();
  for (const { connection, origin } of users.flatMap(listInstructions).filter(asksByItself).flatMap(requestsOfStep))
    limits.set(`${connection} ${origin}`, (origin === void 0 ? void 0 : connections[connection]?.limit) ?? Number.POSITIVE_INFINITY);
  return [...limits.values()].reduce((sum, limit) => sum + limit, 0);
}
function socketsOfUser(user) {
  const flows = [user.start, ...user.tasks.map(({ code }) => code)];
  const lasting = new Set(flows.flatMap((code) => socketsOpenAfter(code, [])));
  const peaks = flows.map((code) => {
    const open = new Set(lasting);
    let most = open.size;
    for (const instruction of code) {
      if (instruction.op === "ws") open.add(instruction.socket.slot);
      else if (instruction.op === "close") open.delete(instruction.slot);
      most = Math.max(most, open.size);
    }
    return most;
  });
  return Math.max(...peaks);
}
function usersOfPhase(phase, users, arrivals) {
  const weights = users.map(({ weight }) => weight);
  switch (phase.model) {
    case "pause":
      return weights.map(() => 0);
    case "open":
      return sharesOf(weights).map((share) => Math.ceil(Math.min(phase.maxUsers, arrivals) * share - 1e-9));
    case "closed":
      return countProfiles(weights, Math.max(phase.fromUsers, levelAtMs(phase, phase.durationMs)));
    case "iterations":
      return countProfiles(weights, phase.users);
  }
}
function countProfiles(weights, users) {
  const counts = weights.map(() => 0);
  for (const profile of assignProfiles(weights, users)) counts[profile] = (counts[profile] ?? 0) + 1;
  return counts;
}

export {
  requestsOfStep,
  seriesOfStep,
  slotsReadByStep,
  slotsSetByStep,
  socketsOpenAfter,
  walkFlow,
  estimateWork,
  estimateIterationMs,
  sharesOf,
  mostSockets
};
