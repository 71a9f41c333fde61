import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isInside
} from "./chunk-JHW4SND7.js";
import {
  GateError,
  messageOf
} from "./chunk-WYDHRVNK.js";

// src/workspace/write-reports.ts
import { existsSync, realpathSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
function resolveOut(from, out, names) {
  const folder = resolve(from.cwd, fillIn(out, names));
  refuseOutside(from.root, folder);
  return folder;
}
function resolvePrefix(from, prefix, names) {
  const path = resolve(from.cwd, fillIn(prefix, names));
  const place = { folder: dirname(path), name: basename(path) };
  refuseOutside(from.root, place.folder);
  return place;
}
function fillIn(template, names) {
  return template.replace(/\{(time|name|profile)\}/g, (_whole, key) => safeName(names[key]));
}
function refuseOutside(root, folder) {
  if (root === void 0 || isInside(realpathSync(root), followLinks(folder))) return;
  throw new GateError("LOAD_GATE_UNSAFE_PATH", `the reports would be written to ${folder}, outside of the workspace`, {
    hint: "name a folder inside the checkout"
  });
}
async function writeReports(folder, files) {
  try {
    await makeFolder(folder);
    for (const [name, content] of files) {
      const partial = join(folder, `.${name}.${process.pid}.partial`);
      try {
        await rm(partial, { force: true });
        await writeFile(partial, content, { flag: "wx" });
        await rename(partial, join(folder, name));
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
    }
  } catch (error) {
    throw new GateError("LOAD_GATE_OUTPUT_UNWRITABLE", `the reports cannot be written to ${folder}: ${messageOf(error)}`, {
      hint: "choose another folder with --out",
      cause: error
    });
  }
}
async function makeFolder(folder) {
  const missing = [];
  for (let path = folder; !existsSync(path) && dirname(path) !== path; path = dirname(path)) missing.unshift(path);
  for (const path of missing) {
    try {
      await mkdir(path);
    } catch (error) {
      if (!existsSync(path)) throw error;
    }
  }
}
function safeName(text) {
  const safe = text.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[.-]+|-+$/g, "");
  return safe === "" ? "run" : safe.slice(0, 80);
}
function followLinks(path) {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(followLinks(parent), basename(path));
  }
}
async function forgetFiles(folder, names) {
  for (const name of names) await rm(join(folder, name), { force: true }).catch(() => void 0);
}

export {
  resolveOut,
  resolvePrefix,
  writeReports,
  safeName,
  forgetFiles
};
