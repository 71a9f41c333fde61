import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

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

export {
  listRequests,
  listSteps
};
