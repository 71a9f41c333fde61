import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/workspace/read-origin.ts
import { readFileSync } from "node:fs";
var LONGEST_EVENT = 1e7;
function readOrigin(env) {
  if (env["GITHUB_ACTIONS"] !== "true")
    return { event: void 0, branch: void 0, commit: void 0, defaultBranch: void 0, isCi: false };
  const event = env["GITHUB_EVENT_NAME"];
  const branch = env["GITHUB_REF_TYPE"] === "branch" ? env["GITHUB_REF_NAME"] : void 0;
  return {
    event,
    branch,
    commit: env["GITHUB_SHA"],
    // A schedule runs on the default branch alone, and its event need not name it.
    defaultBranch: readDefaultBranch(env["GITHUB_EVENT_PATH"]) ?? (event === "schedule" ? branch : void 0),
    isCi: true
  };
}
function readDefaultBranch(path) {
  if (path === void 0 || path === "") return void 0;
  try {
    const text = readFileSync(path, "utf8");
    const event = text.length > LONGEST_EVENT ? void 0 : JSON.parse(text);
    const repository = isMap(event) ? event["repository"] : void 0;
    const name = isMap(repository) ? repository["default_branch"] : void 0;
    return typeof name === "string" ? name : void 0;
  } catch {
    return void 0;
  }
}
function isMap(value) {
  return typeof value === "object" && value !== null;
}

export {
  readOrigin
};
