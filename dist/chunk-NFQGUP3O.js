import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  BASELINE_VERSION,
  MOST_FILE_BYTES,
  describeOversize,
  isRunId,
  nameAcceptanceFile,
  nameRun,
  nameRunFile,
  parseAcceptance,
  parseFileName,
  parseRun,
  renderResults
} from "./chunk-5YB5ZHND.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";
import {
  GateError
} from "./chunk-WYDHRVNK.js";

// src/baseline/build-files.ts
function buildRunFile(origin, report) {
  const results = JSON.parse(renderResults(report));
  if (typeof results !== "object" || results === null) throw new TypeError("results are an object");
  const { scenarioHash, profile, target, major, engine } = origin.fingerprint;
  const document = {
    baseline_version: BASELINE_VERSION,
    key: origin.key,
    fingerprint: { scenario: scenarioHash, profile: profile ?? null, target, major, ...engine !== void 0 && { engine } },
    commit: origin.commit ?? null,
    branch: origin.branch ?? null,
    event: origin.event ?? null,
    accepted: origin.accepted,
    judged: report.verdict.state,
    results
  };
  const text = JSON.stringify(document);
  const content = new TextEncoder().encode(text);
  const id = nameRun(report.run.startedAt, content);
  checkRunFile(origin.key, { id, text });
  return { id, text };
}
function checkRunFile(key, { id, text }) {
  const content = new TextEncoder().encode(text);
  const parsed = parseRun({ id, key }, content);
  if (!parsed.ok) {
    throw new GateError("LOAD_GATE_BASELINE_INVALID", `the run cannot be stored as a baseline: ${parsed.reason}`, {
      ...parsed.kind === "oversized" && { hint: "shorten the run or gate fewer endpoints" }
    });
  }
  return content;
}
function buildAcceptance(id, { by, at, why }) {
  const document = { baseline_version: BASELINE_VERSION, accepts: id, by, at, why };
  const content = new TextEncoder().encode(JSON.stringify(document));
  const parsed = parseAcceptance(id, content);
  if (!parsed.ok) throw new GateError("LOAD_GATE_BASELINE_INVALID", `the acceptance cannot be stored: ${parsed.reason}`);
  return content;
}

// src/baseline/create-store.ts
var MOST_RUNS = 200;
var MOST_BYTES = 256e6;
var MOST_KEYS = 20;
var LONGEST_KEY = 120;
function createStore(key, files) {
  return {
    where: files.where,
    list: () => readHistory(key, files),
    add: async (run) => addRun(files, nameRunFile(run.id), checkRunFile(key, run)),
    accept: (id, acceptance) => acceptRun({ key, files }, id, acceptance),
    prune: (keep) => pruneRuns(files, keep),
    close: () => files.close()
  };
}
async function readHistory(key, files) {
  const { runs, acceptances, setAside: odd, ids } = sortFolder(await files.list());
  const setAside = [...odd];
  const chosen = chooseNewest(runs);
  const found = [];
  for await (const file of files.read(chosen)) {
    const named = parseFileName(file.name);
    if (named.kind !== "run") continue;
    const parsed = file.state === "failed" ? file : parseRun({ id: named.id, key }, file.content);
    if ("ok" in parsed && parsed.ok) found.push(parsed.run);
    else setAside.push(sayWhy(file.name, parsed));
  }
  const accepted = await readAcceptances(files, { found, acceptances, ids }, setAside);
  setAside.sort((left, right) => left.file < right.file ? -1 : 1);
  const unread = runs.size - chosen.length;
  const [first, ...rest] = accepted.toSorted((left, right) => left.id < right.id ? -1 : 1);
  if (first !== void 0) return { state: "found", runs: [first, ...rest], setAside, unread };
  if (setAside.length > 0) return { state: "unusable", setAside, unread };
  return { state: "none-yet", otherKeys: await listOtherKeys(key, files) };
}
async function listOtherKeys(key, files) {
  const others = (await files.listKeys()).filter((other) => other !== key).map((other) => cleanText(other, LONGEST_KEY));
  return [...new Set(others)].toSorted().slice(0, MOST_KEYS);
}
function sortFolder(listed) {
  const runs = [];
  const acceptances = /* @__PURE__ */ new Set();
  const setAside = [];
  const ids = /* @__PURE__ */ new Set();
  for (const entry of listed) {
    const named = parseFileName(entry.name);
    if (named.kind === "run") ids.add(named.id);
    if (named.kind === "foreign") setAside.push(sayWhy(entry.name, { kind: "foreign", reason: "load-gate does not name its files so" }));
    else if (entry.state === "strange") setAside.push(sayWhy(entry.name, { kind: "strange", reason: `it is ${entry.what}, not a file` }));
    else if (entry.bytes > MOST_FILE_BYTES) setAside.push(sayWhy(entry.name, { kind: "oversized", reason: describeOversize(entry.bytes) }));
    else if (named.kind === "acceptance") acceptances.add(named.id);
    else runs.push([entry.name, entry.bytes]);
  }
  return { runs: new Map(runs.sort(([left], [right]) => left < right ? 1 : -1)), acceptances, setAside, ids };
}
function chooseNewest(runs) {
  const chosen = [];
  let total = 0;
  for (const [name, bytes] of runs) {
    total += bytes;
    if (chosen.length === MOST_RUNS || total > MOST_BYTES) break;
    chosen.push(name);
  }
  return chosen;
}
async function readAcceptances(files, { found, acceptances, ids }, setAside) {
  for (const id of acceptances) {
    if (!ids.has(id)) setAside.push(sayWhy(nameAcceptanceFile(id), { kind: "orphan", reason: "the run that it accepts is not here" }));
  }
  const byId = new Map(found.map((run) => [run.id, run]));
  const names = [...acceptances].filter((id) => byId.has(id)).map(nameAcceptanceFile);
  for await (const file of files.read(names)) {
    const named = parseFileName(file.name);
    const run = named.kind === "acceptance" ? byId.get(named.id) : void 0;
    if (run === void 0) continue;
    const parsed = file.state === "failed" ? file : parseAcceptance(run.id, file.content);
    if ("ok" in parsed && parsed.ok) byId.set(run.id, { ...run, acceptance: parsed.acceptance });
    else setAside.push(sayWhy(file.name, parsed));
  }
  return [...byId.values()];
}
async function addRun(files, name, content) {
  const outcome = await files.add(name, content);
  if (outcome === "taken") throw taken(files, name);
  return outcome;
}
async function acceptRun({ key, files }, id, acceptance) {
  const content = buildAcceptance(id, acceptance);
  const run = await readRun(key, files, id);
  if (run.origin.accepted) return "present";
  const name = nameAcceptanceFile(id);
  const outcome = await files.add(name, content);
  if (outcome !== "taken") return outcome;
  await files.list();
  for await (const file of files.read([name])) {
    if (file.state === "read" && parseAcceptance(id, file.content).ok) return "present";
  }
  throw taken(files, name);
}
function taken(files, name) {
  return new GateError("LOAD_GATE_BASELINE_UNWRITABLE", `${files.where} holds ${name} with another content, which cannot be used`, {
    hint: "files of a history are never rewritten: take this one out by hand"
  });
}
async function readRun(key, files, id) {
  const name = nameRunFile(id);
  const entry = isRunId(id) ? (await files.list()).find((file) => file.name === name) : void 0;
  if (entry === void 0) {
    throw new GateError("LOAD_GATE_BASELINE_NO_RUN", `${files.where} holds no run ${cleanText(id, 60)}`, {
      hint: "see `load-gate baseline show` for the runs and their ids"
    });
  }
  let reason = "it cannot be read";
  if (entry.state === "strange") reason = `it is ${entry.what}, not a file`;
  else if (entry.bytes > MOST_FILE_BYTES) reason = describeOversize(entry.bytes);
  else {
    for await (const file of files.read([name])) {
      const parsed = file.state === "failed" ? file : parseRun({ id, key }, file.content);
      if ("ok" in parsed && parsed.ok) return parsed.run;
      reason = parsed.reason;
    }
  }
  throw new GateError("LOAD_GATE_BASELINE_INVALID", `the run ${id} in ${files.where} cannot be used: ${reason}`);
}
async function pruneRuns(files, { newest, pinned }) {
  if (!Number.isSafeInteger(newest) || newest < 1) {
    throw new GateError("LOAD_GATE_USAGE", `prune must keep at least 1 run, not ${newest}`);
  }
  const listed = (await files.list()).filter(({ state }) => state === "regular").map(({ name }) => parseFileName(name));
  const ids = listed.flatMap((named) => named.kind === "run" ? [named.id] : []).sort();
  const old = ids.slice(0, Math.max(0, ids.length - newest)).filter((id) => !pinned.has(id));
  if (old.length > 0) await files.remove(old.flatMap((id) => [nameRunFile(id), nameAcceptanceFile(id)]));
  return old;
}
function sayWhy(file, { kind, reason }) {
  return { file: cleanText(file, 100), kind, reason: cleanText(reason) };
}

export {
  buildRunFile,
  createStore
};
