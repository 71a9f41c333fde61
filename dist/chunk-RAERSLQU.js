import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  listLeftOut,
  listSetAside
} from "./chunk-OUHGSCM2.js";
import {
  comparisonLines,
  renderIssues
} from "./chunk-5FE7WTV4.js";
import {
  compareValues,
  createFileReader,
  decide,
  listInvalidities,
  parseSla
} from "./chunk-MKIBHTSB.js";
import "./chunk-BWARCQRU.js";
import {
  SECOND_LOOK_BURSTS,
  compareWithHistory
} from "./chunk-I65OGUAE.js";
import {
  describeRegression
} from "./chunk-SYZ5DSLP.js";
import {
  wrapText
} from "./chunk-6UC7EXHP.js";
import "./chunk-B56ZWI64.js";
import "./chunk-MIOVG5TH.js";
import {
  buildFingerprint,
  nameAcceptanceFile,
  nameRun,
  nameRunFile,
  parseAcceptance,
  parseDocument,
  parseFileName,
  parseResults,
  parseRun,
  renderResults
} from "./chunk-VPNJNPXV.js";
import "./chunk-E6NH22QY.js";
import {
  cleanText
} from "./chunk-GNIJBZKR.js";
import "./chunk-M3TBPBE2.js";
import "./chunk-BRFOQZPS.js";
import "./chunk-DEPG7QEM.js";
import {
  GateError,
  messageOf
} from "./chunk-2EGEYTRJ.js";
import "./chunk-NV5WPINZ.js";

// src/command-compare.ts
import { resolve as resolve2 } from "node:path";

// src/command-stored-results.ts
import { lstat, open, readdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
var MOST_BYTES = 4e8;
async function readStoredResult(cwd, file) {
  const path = resolve(cwd, file);
  const read = await readRun(path);
  if (read.ok) return read.run;
  throw unusable(file, read.reason);
}
async function readStoredResults(cwd, named) {
  const runs = /* @__PURE__ */ new Map();
  const setAside = [];
  for (const name of named.filter((each) => parseFileName(basename(each)).kind !== "acceptance")) {
    const path = resolve(cwd, name);
    if (!await isFolder(path, name)) {
      const run = await readStoredResult(cwd, name);
      runs.set(run.id, run);
      continue;
    }
    const folder = await readFolder(path, name);
    for (const run of folder.runs) runs.set(run.id, run);
    setAside.push(...folder.setAside);
  }
  return { runs: [...runs.values()].sort((left, right) => left.id < right.id ? -1 : 1), setAside };
}
async function readFolder(path, shown) {
  const names = (await readdir(path)).filter((name) => name.endsWith(".json") && parseFileName(name).kind !== "acceptance").sort();
  const runs = [];
  const setAside = [];
  for (const name of names) {
    const read = await readRun(join(path, name));
    if (!read.ok) setAside.push({ file: cleanText(join(shown, name)), kind: "invalid", reason: read.reason });
    else runs.push(read.run.judged === "regression" && isLoose(read.run) ? withOrigin(read.run, { accepted: false }) : read.run);
  }
  if (runs.length > 0) return { runs, setAside };
  const [first] = setAside;
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
    const handle = await open(path);
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
  return new GateError("LOAD_GATE_RESULT_INVALID", `${file} cannot be compared: ${reason}`, {
    hint: "name a results.json, a file of a baseline, or a folder of them"
  });
}

// src/terminal/render-comparison.ts
var TITLES = {
  pass: ["good", "PASS"],
  regression: ["broken", "REGRESSION"],
  inconclusive: ["warning", "NOT JUDGED"]
};
function renderComparison({ report, state, doubts, setAside }, width, paint) {
  const [style, word] = TITLES[state];
  const sentence = report.comparison ? describeRegression(report.comparison.result) : "";
  const [first = "", ...rest] = wrapText(`${word}  ${cleanText(sentence, 600)}`, width, "  ");
  const sections = [
    [paint(style, word) + first.slice(word.length), ...rest],
    doubts.flatMap((doubt) => wrapText(`- ${cleanText(doubt, 600)}`, width, "  ")),
    comparisonLines(report, width, paint),
    listSetAside(setAside, width, paint)
  ];
  return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}
`;
}

// src/command-compare.ts
var ANYWHERE = { event: void 0, branch: void 0, commit: void 0, defaultBranch: void 0, isCi: false };
async function compareStored(request, ports) {
  const sla = readSla(request.sla, ports);
  if (!sla.ok) {
    ports.writeAside(renderIssues(sla.issues, ports.paint));
    return { kind: "user-error" };
  }
  const { report } = await readStoredResult(ports.cwd, request.result);
  const stored = await readStoredResults(ports.cwd, request.baselines);
  const runs = stored.runs.filter((run) => !isSame(run.report, report)).map((run) => judgeLoose(run, sla.value));
  const result = compareWithRuns(report, runs, sla.value);
  const doubts = [report.run, ...report.further ?? []].flatMap((burst) => listDoubts(burst, sla.value));
  const state = decideState(report.run, doubts, result);
  const where = request.baselines.join(", ");
  const comparison = { where, result, runs: runs.length - listLeftOut(result).size };
  const view = {
    report: { ...report, comparison, handRows: compareValues(report.run, sla.value) },
    state,
    doubts,
    setAside: stored.setAside
  };
  const text = renderComparison(view, ports.width, ports.paint);
  if (request.json) {
    ports.writeAside(text);
    ports.write(renderJson(view, result, runs));
  } else ports.write(text);
  return { kind: "judged", verdict: state, failOn: ["regression", "inconclusive"], lacksBaseline: false, isWritten: true };
}
function compareWithRuns({ run, further = [] }, runs, sla) {
  const [first, ...more] = runs;
  if (first === void 0) throw new GateError("LOAD_GATE_RESULT_INVALID", "there is nothing to compare with but the result itself");
  const history = { state: "found", runs: [first, ...more], setAside: [], unread: 0 };
  const input = { history, rules: sla.regression, origin: ANYWHERE };
  const result = compareWithHistory(run, [], input);
  return result.state === "second-look" && further.length === SECOND_LOOK_BURSTS ? compareWithHistory(run, further, input) : result;
}
function judgeLoose(run, sla) {
  if (!isLoose(run)) return run;
  const isSound = [run.report.run, ...run.report.further ?? []].every((burst) => listDoubts(burst, sla).length === 0);
  if (!isSound) return { ...run, judged: "inconclusive" };
  return run.judged === "inconclusive" ? { ...run, judged: "pass" } : run;
}
function listDoubts(burst, sla) {
  const { ending } = burst;
  const invalidities = listInvalidities(burst, sla.generator);
  return ending.state === "complete" ? invalidities : [...invalidities, `A burst did not run to its end: ${ending.reason.replace(/\.$/, "")}.`];
}
function decideState(run, doubts, regression) {
  const { state } = decide({ run, checks: [], invalidities: doubts, regression });
  return state === "breach" ? "inconclusive" : state;
}
function isSame(left, right) {
  return left.run.startedAt === right.run.startedAt && renderResults(left) === renderResults(right);
}
function readSla(file, { cwd, env }) {
  const files = createFileReader({ workingDirectory: cwd, root: void 0 }, file ?? ".");
  const text = file === void 0 ? "{}" : files.text(resolve2(cwd, file));
  if (typeof text === "string") return parseSla({ file: file ?? "", text, env, files, sets: [], requireSecrets: false });
  return { ok: false, issues: [{ file: file ?? "", line: 1, column: 1, code: "file", severity: "error", message: text.error }] };
}
function renderJson({ state, doubts, setAside }, result, runs) {
  const left = listLeftOut(result);
  const baselines = runs.map(({ id }) => ({ id, counts: !left.has(id) }));
  return `${JSON.stringify({ compare_version: 1, state, doubts, baselines, comparison: result, set_aside: setAside }, void 0, 2)}
`;
}
export {
  compareStored
};
