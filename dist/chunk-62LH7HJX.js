import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/engine/locust/locustfile/select-profiles.ts
function selectProfiles(scenario, plan) {
  return plan.program.users.map((program) => {
    const user = found(scenario.users, program.name);
    const tasks = program.tasks.map((taskProgram) => ({ task: found(user.tasks, taskProgram.name), program: taskProgram }));
    return { user: { ...user, tasks: tasks.map(({ task }) => task) }, program, tasks };
  });
}
function codeOf({ start, tasks }) {
  return [...start, ...tasks.flatMap((task) => task.code)];
}
function found(list, name) {
  const one = list.find((entry) => entry.name === name);
  if (one === void 0) throw new RangeError(`the plan is not one of this scenario: it has ${name}`);
  return one;
}

export {
  selectProfiles,
  codeOf
};
