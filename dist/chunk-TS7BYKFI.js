import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  createStore
} from "./chunk-NFQGUP3O.js";
import {
  MOST_FILE_BYTES,
  describeOversize,
  isFolderName,
  nameFolder,
  parseFileName,
  parseFolderName
} from "./chunk-5YB5ZHND.js";
import "./chunk-WKKYXOXW.js";
import "./chunk-XW65F56M.js";
import "./chunk-NE3VJX42.js";
import "./chunk-B3YCOJUD.js";
import "./chunk-QC36IMXK.js";
import "./chunk-BRFOQZPS.js";
import "./chunk-6NJWPGFM.js";
import {
  GateError,
  messageOf
} from "./chunk-WYDHRVNK.js";
import "./chunk-5PVW3TJC.js";

// src/baseline/open-file-store.ts
import { randomUUID } from "node:crypto";
import { constants, existsSync } from "node:fs";
import { link, lstat, mkdir, open, readdir, realpath, rename, rm, unlink } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
var READ_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
var MOST_FOLDERS = 200;
function openFileStore(directory, key) {
  const root = resolve(directory);
  const folder = join(root, nameFolder(key));
  const files = {
    where: root,
    list: () => listFolder(root, folder),
    listKeys: () => listKeys(root),
    read: (names) => readFiles(folder, names),
    add: (name, content) => addFile({ root, folder, name }, content),
    remove: (names) => removeFiles(root, folder, names),
    close: () => Promise.resolve()
  };
  return createStore(key, files);
}
async function listFolder(root, folder) {
  try {
    if (!await findFolder(root, folder)) return [];
    const entries = await readdir(folder, { withFileTypes: true });
    return await Promise.all(entries.filter(({ name }) => !name.startsWith(".")).map((entry) => describeEntry(folder, entry)));
  } catch (error) {
    throw unreadable(root, error);
  }
}
async function describeEntry(folder, entry) {
  const { name } = entry;
  if (entry.isFile()) return { state: "regular", name, bytes: (await lstat(join(folder, name))).size };
  const what = entry.isSymbolicLink() ? "a symbolic link" : entry.isDirectory() ? "a folder" : "a pipe, a socket or a device";
  return { state: "strange", name, what };
}
async function listKeys(root) {
  try {
    if (await lstatOrNone(root) === void 0) return [];
    const entries = (await readdir(root, { withFileTypes: true })).filter((entry) => entry.isDirectory() && isFolderName(entry.name));
    const keys = [];
    for (const { name } of entries.slice(0, MOST_FOLDERS)) {
      const names = await readdir(join(root, name)).catch(() => []);
      const key = names.some((file) => parseFileName(file).kind === "run") ? parseFolderName(name) : void 0;
      if (key !== void 0) keys.push(key);
    }
    return keys;
  } catch (error) {
    throw unreadable(root, error);
  }
}
async function* readFiles(folder, names) {
  for (const name of names) yield await readFile(folder, name);
}
async function readFile(folder, name) {
  let handle;
  try {
    handle = await open(join(folder, name), READ_FLAGS);
    const stats = await handle.stat();
    if (!stats.isFile()) return { state: "failed", name, kind: "strange", reason: "it is not a file" };
    if (stats.size > MOST_FILE_BYTES) return { state: "failed", name, kind: "oversized", reason: describeOversize(stats.size) };
    return { state: "read", name, content: await handle.readFile() };
  } catch (error) {
    return { state: "failed", name, kind: "unreadable", reason: `it cannot be read: ${messageOf(error)}` };
  } finally {
    await handle?.close();
  }
}
async function addFile({ root, folder, name }, content) {
  const partial = join(folder, `.${name}.${randomUUID()}.partial`);
  try {
    await makeFolders(folder);
    if (!await findFolder(root, folder)) throw new Error(`${folder} vanished`);
    await writeDurably(partial, content);
    const isNew = await putInPlace(partial, join(folder, name));
    await syncFolder(folder);
    if (isNew) return "added";
  } catch (error) {
    throw unwritable(root, error);
  } finally {
    await rm(partial, { force: true }).catch(() => void 0);
  }
  const present = await readFile(folder, name);
  return present.state === "read" && Buffer.compare(present.content, content) === 0 ? "present" : "taken";
}
async function findFolder(root, folder) {
  if (await lstatOrNone(root) === void 0) return false;
  if (!(await lstat(await realpath(root))).isDirectory()) throw new Error(`${root} is not a folder`);
  const stats = await lstatOrNone(folder);
  if (stats !== void 0 && !stats.isDirectory()) throw new Error(`${folder} is not a folder of its own`);
  return stats !== void 0;
}
async function lstatOrNone(path) {
  try {
    return await lstat(path);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return void 0;
    throw error;
  }
}
async function makeFolders(folder) {
  const missing = [];
  for (let path = folder; !existsSync(path) && dirname(path) !== path; path = dirname(path)) missing.unshift(path);
  for (const path of missing) {
    await mkdir(path).catch((error) => {
      if (!hasCode(error, "EEXIST")) throw error;
    });
  }
}
async function writeDurably(path, content) {
  const handle = await open(path, "wx");
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
async function putInPlace(partial, path) {
  try {
    await link(partial, path);
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    if (!hasCode(error, "EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK")) throw error;
  }
  if (await lstatOrNone(path) !== void 0) return false;
  await rename(partial, path);
  return true;
}
async function syncFolder(folder) {
  const handle = await open(folder, constants.O_RDONLY).catch(() => void 0);
  await handle?.sync().catch(() => void 0);
  await handle?.close();
}
async function removeFiles(root, folder, names) {
  try {
    if (!await findFolder(root, folder)) return;
    for (const name of names) {
      await unlink(join(folder, name)).catch((error) => {
        if (!hasCode(error, "ENOENT")) throw error;
      });
    }
  } catch (error) {
    throw unwritable(root, error);
  }
}
function unreadable(root, cause) {
  return new GateError("LOAD_GATE_BASELINE_UNREADABLE", `the baselines in ${root} cannot be read: ${messageOf(cause)}`, {
    hint: "this is not the same as having none: check the path and its permissions",
    cause
  });
}
function unwritable(root, cause) {
  return new GateError("LOAD_GATE_BASELINE_UNWRITABLE", `the baselines in ${root} cannot be written: ${messageOf(cause)}`, {
    hint: "check the path, its permissions and the free space",
    cause
  });
}
function hasCode(error, ...codes) {
  return error instanceof Error && "code" in error && typeof error.code === "string" && codes.includes(error.code);
}
export {
  openFileStore
};
