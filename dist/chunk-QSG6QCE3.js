import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  buildGitEnvironment,
  runGit
} from "./chunk-MI6B5HL2.js";
import "./chunk-5PVW3TJC.js";

// src/baseline/branch/find-obstacle.ts
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
async function findObstacle({ cwd, env, remote }) {
  const place = { cwd, env: buildGitEnvironment(env) };
  const ask = (args) => runGit(place, args).catch(() => void 0);
  const found = await ask(["rev-parse", "--show-toplevel"]);
  if (found === void 0) return holdsRepository(resolve(cwd)) ? void 0 : NO_CHECKOUT;
  if (found.code !== 0) return /^fatal: not a git repository \(or any /m.test(found.stderr) ? NO_CHECKOUT : void 0;
  const urls = await ask(["config", "--local", "--includes", "--get-all", `remote.${remote}.url`]);
  return urls?.code === 1 && urls.stdout.length === 0 ? `this checkout has no remote ${remote}` : void 0;
}
var NO_CHECKOUT = "this folder is not a git checkout";
function holdsRepository(folder) {
  if (existsSync(join(folder, ".git"))) return true;
  const above = dirname(folder);
  return above !== folder && holdsRepository(above);
}
export {
  findObstacle
};
