import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  buildFingerprint,
  nameAcceptanceFile,
  nameRun,
  nameRunFile,
  parseAcceptance,
  parseDocument,
  parseFileName,
  parseResults,
  parseRun
} from "./chunk-5YB5ZHND.js";
import {
  explainPart
} from "./chunk-WKKYXOXW.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";
import {
  GateError,
  messageOf
} from "./chunk-WYDHRVNK.js";

// src/command-stored-results.ts
import { constants, lstat, open, readdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
var MOST_BYTES = 4e8;
async function readStoredResult(cwd, file) {
  const path = resolve(cwd, file);
  const read = refusePart(await readRun(path));
  if (read.ok) return read.run;
  throw unusable(file, read.reason);
}
async function readShownResult(cwd, file) {
  const read = await readRun(resolve(cwd, file));
  if (read.ok) return read.run;
  throw unusable(file, read.reason);
}
function refusePart(read) {
  const part = read.ok ? explainPart(read.run.report.run) : void 0;
  return part === void 0 ? read : { ok: false, reason: `it is ${part}` };
}
async function readStoredResults(cwd, named) {
  const runs = /* @__PURE__ */ new Map();
  const names = /* @__PURE__ */ new Map();
  const setAside = [];
  for (const name of named.filter((each) => parseFileName(basename(each)).kind !== "acceptance")) {
    const path = resolve(cwd, name);
    if (!await isFolder(path, name)) {
      const run = await readStoredResult(cwd, name);
      runs.set(run.id, run);
      names.set(run.id, cleanText(name));
      continue;
    }
    const folder = await readFolder(path, name);
    for (const run of folder.runs) runs.set(run.id, run);
    for (const [id, shown] of folder.names) names.set(id, shown);
    setAside.push(...folder.setAside);
  }
  return { runs: [...runs.values()].sort((left, right) => left.id < right.id ? -1 : 1), setAside, names };
}
async function readFolder(path, shown) {
  const names = (await readdir(path)).filter((name) => name.endsWith(".json") && parseFileName(name).kind !== "acceptance").sort();
  const runs = [];
  const setAside = [];
  const named = /* @__PURE__ */ new Map();
  for (const name of names) {
    const read = refusePart(await readRun(join(path, name)));
    const file = cleanText(join(shown, name));
    if (!read.ok) {
      setAside.push({ file, kind: "invalid", reason: read.reason });
      continue;
    }
    runs.push(read.run.judged === "regression" && isLoose(read.run) ? withOrigin(read.run, { accepted: false }) : read.run);
    named.set(read.run.id, file);
  }
  if (runs.length > 0) return { runs, setAside, names: named };
  const first = setAside.find(({ file }) => basename(file) === "results.json") ?? setAside[0];
  throw unusable(
    shown,
    first === void 0 ? "the folder holds no .json file" : `none of its files can be used; ${first.file}: ${first.reason}`
  );
}
async function readRun(path) {
  const content = await readContent(path);
  if (typeof content === "string") return { ok: false, reason: content };
  const named = parseFileName(basename(path));
  const document = parseDocument(content);
  if (document.ok && document.kind === "run") {
    const id = named.kind === "run" ? named.id : nameContent(content, document.document.results);
    const parsed = parseRun({ id, key: document.document.key }, content);
    return parsed.ok ? { ok: true, run: await addAcceptance(path, parsed.run) } : { ok: false, reason: parsed.reason };
  }
  if (document.ok) return { ok: false, reason: "the file holds an acceptance, not a run" };
  return named.kind === "run" ? { ok: false, reason: document.reason } : readResults(content);
}
function nameContent(content, results) {
  const parsed = parseResults(JSON.stringify(results));
  return parsed.ok ? nameRun(parsed.report.run.startedAt, content) : "";
}
function readResults(content) {
  const parsed = parseResults(new TextDecoder().decode(content));
  if (!parsed.ok) return { ok: false, reason: parsed.problem };
  const { report } = parsed;
  const { startedAt, tool } = report.run;
  if (!/^\d{1,6}\./.test(tool.version)) return { ok: false, reason: "run.tool.version must be a version of load-gate" };
  const id = nameRun(startedAt, content);
  const origin = {
    key: LOOSE,
    fingerprint: buildFingerprint(report.run),
    commit: void 0,
    branch: void 0,
    event: void 0,
    accepted: true
  };
  const { state } = report.verdict;
  return {
    ok: true,
    run: { id, fileName: nameRunFile(id), bytes: content.byteLength, origin, judged: state, acceptance: void 0, report }
  };
}
var LOOSE = "";
function isLoose({ origin }) {
  return origin.key === LOOSE;
}
function withOrigin(run, origin) {
  return { ...run, origin: { ...run.origin, ...origin } };
}
async function addAcceptance(path, run) {
  const content = await readContent(join(dirname(path), nameAcceptanceFile(run.id)));
  if (typeof content === "string") return run;
  const parsed = parseAcceptance(run.id, content);
  return parsed.ok ? { ...run, acceptance: parsed.acceptance } : run;
}
async function readContent(path) {
  try {
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) return "it is not a file";
      if (stats.size > MOST_BYTES) return `the file has ${stats.size} bytes; at most ${MOST_BYTES / 1e6} MB are read`;
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    return cleanText(`it cannot be read: ${messageOf(thrown)}`);
  }
}
async function isFolder(path, shown) {
  try {
    return (await lstat(path)).isDirectory();
  } catch (thrown) {
    throw unusable(shown, `it cannot be read: ${messageOf(thrown)}`);
  }
}
function unusable(file, reason) {
  return new GateError("LOAD_GATE_RESULT_INVALID", `${file} cannot be used: ${reason}`, {
    hint: "name a results.json, a file of a baseline, or a folder of them"
  });
}

export {
  readStoredResult,
  readShownResult,
  readStoredResults,
  isLoose
};
