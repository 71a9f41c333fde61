import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  LineLog,
  RunLog,
  buildRequest,
  catchStrayErrors,
  explainError,
  listenForSignals,
  paintPlain,
  renderFinal,
  renderProgressLine
} from "./chunk-C4PW2ZQI.js";
import {
  escapeMarkdown,
  runGate
} from "./chunk-43APEW6H.js";
import {
  describeCheck,
  sortChecks
} from "./chunk-P44L3W56.js";
import {
  OPTIONS,
  exitCodeFor
} from "./chunk-ZFEB3R6O.js";
import {
  isFileIssue,
  renderIssues
} from "./chunk-5FE7WTV4.js";
import {
  isInside
} from "./chunk-MKIBHTSB.js";
import {
  listRegressed
} from "./chunk-BWARCQRU.js";
import "./chunk-457D4EUQ.js";
import "./chunk-I65OGUAE.js";
import {
  describeRow
} from "./chunk-SYZ5DSLP.js";
import "./chunk-CYQKHEPR.js";
import "./chunk-6UC7EXHP.js";
import "./chunk-B56ZWI64.js";
import "./chunk-MIOVG5TH.js";
import "./chunk-V23HYMIJ.js";
import "./chunk-7GDODETR.js";
import "./chunk-EBQF5HMN.js";
import "./chunk-TNBACOKF.js";
import "./chunk-VPNJNPXV.js";
import "./chunk-E6NH22QY.js";
import {
  cleanText
} from "./chunk-GNIJBZKR.js";
import "./chunk-ZBZHH72O.js";
import "./chunk-6YJF3WAO.js";
import "./chunk-M3TBPBE2.js";
import "./chunk-QFYDUHTM.js";
import "./chunk-BRFOQZPS.js";
import {
  createMasker
} from "./chunk-ZR3GJHUS.js";
import "./chunk-DEPG7QEM.js";
import {
  GateError,
  messageOf
} from "./chunk-2EGEYTRJ.js";
import "./chunk-NV5WPINZ.js";

// src/github/defuse-commands.ts
function defuseCommands(text) {
  return text.replace(/(^|[\r\n])([^\S\r\n]*):(?=:)/g, "$1$2: ").replaceAll("##[", "## [");
}

// src/github/mask-secrets.ts
var SHORTEST_LINE = 4;
async function maskSecrets(secrets) {
  const forms = new Set(secrets.flatMap(listForms));
  if (forms.size === 0) return;
  const { setSecret } = await import("./chunk-OZ3R6SDM.js");
  for (const form of [...forms].toSorted((left, right) => right.length - left.length)) setSecret(form);
}
function listForms(secret) {
  if (secret.trim() === "") return [];
  const lines = secret.split(/\r?\n/).map((line) => line.trim());
  const parts = lines.length > 1 ? [secret, ...lines.filter((line) => line.length >= SHORTEST_LINE)] : [secret, secret.trim()];
  return parts.flatMap((part) => {
    const base64 = Buffer.from(part, "utf8").toString("base64");
    const urlEncoded = encodeURIComponent(part.toWellFormed());
    const base64Url = base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
    return [part, base64, base64Url, urlEncoded, new URLSearchParams([["", part]]).toString().slice(1), JSON.stringify(part).slice(1, -1)];
  });
}

// src/github/publish-annotations.ts
var TITLE_LENGTH = 255;
var MESSAGE_LENGTH = 4e3;
async function publishAnnotations(annotations) {
  if (annotations.length === 0) return;
  const core = await import("./chunk-OZ3R6SDM.js");
  for (const annotation of annotations) {
    const title = cleanText2(annotation.title.replace(/\s+/g, " "), TITLE_LENGTH);
    const place = annotation.file === "" ? {} : { file: cleanText2(annotation.file, TITLE_LENGTH), startLine: annotation.line };
    core[annotation.level](cleanText2(annotation.message, MESSAGE_LENGTH), { title, ...place });
  }
}
function cleanText2(text, length) {
  const clean = text.replace(/[^\P{Cc}\n\r\t]|[\u202a-\u202e\u2066-\u2069]/gu, "");
  return clean.length > length ? `${clean.slice(0, length - 1)}…` : clean;
}

// src/github/publish-issues.ts
var MOST = 10;
async function publishIssues(issues, fromRoot) {
  const shown = issues.slice(0, issues.length > MOST ? MOST - 1 : MOST);
  const annotations = shown.map((issue) => ({
    level: issue.severity,
    file: isFileIssue(issue) ? fromRoot(issue.file) : "",
    line: issue.line,
    title: `load-gate: ${issue.code}`,
    message: [isFileIssue(issue) ? issue.message : `${issue.file}: ${issue.message}`, issue.suggestion].filter(Boolean).join(" — ")
  }));
  const more = issues.length - shown.length;
  if (more > 0)
    annotations.push({ level: "error", file: "", line: 1, title: "load-gate", message: `${more} more issues; the log lists all` });
  await publishAnnotations(annotations);
}

// src/github/publish-outputs.ts
async function publishOutputs(outputs) {
  const { setOutput } = await import("./chunk-OZ3R6SDM.js");
  try {
    for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
  } catch (thrown) {
    throw new GateError("LOAD_GATE_OUTPUT_UNWRITABLE", `the outputs of the action could not be set: ${messageOf(thrown)}`, {
      cause: thrown
    });
  }
}

// src/github/publish-summary.ts
var SUMMARY_CAP_BYTES = 9e5;
var NOTE = "> This summary was cut to fit; the whole of it is in `summary.md` of the reports.\n\n";
async function publishSummary(markdown) {
  const { summary, warning } = await import("./chunk-OZ3R6SDM.js");
  try {
    await summary.emptyBuffer().addRaw(cutSummary(markdown, SUMMARY_CAP_BYTES), true).write();
    return true;
  } catch (thrown) {
    summary.emptyBuffer();
    warning(`the job summary could not be written: ${messageOf(thrown)}`, { title: "load-gate" });
    return false;
  }
}
function cutSummary(markdown, capBytes) {
  const bytes = new TextEncoder().encode(markdown);
  if (bytes.length <= capBytes) return markdown;
  const room = capBytes - new TextEncoder().encode(NOTE).length;
  const lineEnd = bytes.lastIndexOf(10, room - 1);
  return NOTE + new TextDecoder().decode(bytes.subarray(0, lineEnd + 1));
}

// src/github/read-inputs.ts
async function readInputs(names) {
  const { getInput } = await import("./chunk-OZ3R6SDM.js");
  return Object.freeze(Object.fromEntries(names.map((name) => [name, getInput(name)])));
}

// src/options/parse-inputs.ts
function parseInputs(inputs) {
  const given = [];
  for (const option of OPTIONS) {
    if (!option.input || !Object.hasOwn(inputs, option.name)) continue;
    const text = (inputs[option.name] ?? "").trim();
    const manyLines = option.kind === "assignment" || option.name === "scenario";
    for (const part of manyLines ? text.split("\n") : [text]) {
      if (part.trim() !== "") given.push({ option, text: part.trim(), at: `input ${option.name}` });
    }
  }
  return buildRequest("run", given);
}

// src/report/render-annotations.ts
var MOST2 = 10;
function renderAnnotations(report) {
  const sorted = sortChecks(report.verdict.checks);
  const broken = sorted.filter((check) => check.state === "breached" && check.severity === "fail").map((check) => annotate(check, "error"));
  const regressed = listRegressed(report).map((row) => annotateRegression(row, report));
  const warnings = sorted.filter((check) => check.state === "no-data" || check.state === "breached" && check.severity === "warn");
  return [
    ...bound([...verdictAlone(report, broken.length, regressed.length), ...broken, ...regressed]),
    ...bound(warnings.map((check) => annotate(check, "warning")))
  ];
}
function verdictAlone({ run, verdict }, broken, regressed) {
  const { state } = verdict;
  const isExplained = state === "pass" || state === "breach" && broken > 0 || state === "regression" && regressed > 0;
  if (isExplained) return [];
  const message = verdict.reasons.map((reason) => cleanText(reason)).join(" ");
  return [{ level: "error", file: run.scenario.file, line: 1, title: `load-gate: ${state}`, message: cleanText(message, 1e3) }];
}
function bound(annotations) {
  if (annotations.length <= MOST2) return annotations;
  const shown = annotations.slice(0, MOST2 - 1);
  const [first] = annotations.slice(MOST2 - 1);
  const left = annotations.length - shown.length;
  return first ? [...shown, { ...first, title: `${left} more`, message: `${left} more are in the job summary and in results.json.` }] : shown;
}
function annotateRegression(row, { run, comparison }) {
  const { file, line } = comparison?.at ?? { file: run.scenario.file, line: 1 };
  return { level: "error", file, line, title: cleanText(`${row.name}: regression`, 120), message: cleanText(`${describeRow(row)}.`, 600) };
}
function annotate(check, level) {
  const word = check.state === "breached" ? "broken" : "not judged";
  const { file, line } = check.at;
  return { level, file, line, title: cleanText(`${check.name}: ${word}`, 120), message: cleanText(describeCheck(check), 600) };
}

// src/report/render-outputs.ts
function renderOutputs(report, published) {
  const breaches = report.verdict.checks.filter((check) => check.state === "breached" && check.severity === "fail");
  return {
    verdict: report.verdict.state,
    breaches: String(breaches.length),
    regressions: String(listRegressed(report).length),
    "report-path": published.reportPath,
    "results-path": published.resultsPath,
    summary: published.summary
  };
}

// src/workspace/resolve-workspace.ts
import { realpathSync } from "node:fs";
import { relative, resolve } from "node:path";
function resolveWorkspace(workingDirectory, env) {
  const root = realpathSync(env["GITHUB_WORKSPACE"] || process.cwd());
  let folder;
  try {
    folder = realpathSync(resolve(root, workingDirectory));
  } catch (cause) {
    throw new GateError("LOAD_GATE_USAGE", `the working-directory ${workingDirectory} does not exist`, {
      hint: "is the repository checked out before this step?",
      cause
    });
  }
  if (!isInside(root, folder)) {
    throw new GateError("LOAD_GATE_UNSAFE_PATH", `the working-directory ${workingDirectory} leads out of the workspace`, {
      hint: "name a folder inside the checkout"
    });
  }
  return { root, folder, fromRoot: (path) => relative(root, resolve(folder, path)).replaceAll("\\", "/") };
}

// src/action.ts
var WIDTH = 120;
var mask = (text) => text;
catchStrayErrors(explainThrown);
try {
  process.exitCode = exitCodeFor(await main());
} catch (thrown) {
  process.exitCode = explainThrown(thrown);
  await publishThrown(thrown);
}
function print(text) {
  process.stdout.write(`${defuseCommands(mask(text))}
`);
}
function explainThrown(thrown) {
  const { lines, outcome } = explainError(thrown);
  print(lines.join("\n"));
  return exitCodeFor(outcome);
}
async function publishThrown(thrown) {
  const { outcome } = explainError(thrown);
  const [title, text] = thrown instanceof GateError ? [`load-gate: ${thrown.code}`, [thrown.message, thrown.hint].filter(Boolean).join(" — ")] : ["load-gate: a bug", "load-gate ended unexpectedly; the log has the details"];
  const message = mask(text);
  await publishAnnotations([{ level: "error", file: "", line: 1, title, message }]);
  if (outcome.kind !== "not-measured") return;
  await publishSummary(`## Inconclusive: nothing was measured

${escapeMarkdown(message, 1e3)}
`);
  await publishOutputs({ verdict: "inconclusive", breaches: "0", regressions: "0" });
}
async function main() {
  const parsed = parseInputs(await readInputs(OPTIONS.filter((option) => option.input).map((option) => option.name)));
  if (!parsed.ok) return refuse(parsed.issues, (path) => path);
  if (parsed.value.command !== "run") throw new Error("the action asked for a command that it does not have");
  const request = parsed.value;
  const workspace = resolveWorkspace(request.workingDirectory, process.env);
  const result = await runGate(request, openPorts(request, workspace));
  return result.kind === "issues" ? refuse(result.issues, workspace.fromRoot) : publish(result, workspace);
}
async function refuse(issues, fromRoot) {
  print(renderIssues(issues, paintPlain).trimEnd());
  await publishIssues(issues, fromRoot);
  return { kind: "user-error" };
}
function openPorts(request, workspace) {
  const began = performance.now();
  const log = new RunLog();
  const say = (text) => {
    log.add(performance.now() - began, mask(text));
    print(text);
  };
  const lines = new LineLog((line) => print(line));
  return {
    env: process.env,
    cwd: workspace.folder,
    root: workspace.root,
    onIssues: (issues) => {
      if (issues.length > 0) say(renderIssues(issues, paintPlain).trimEnd());
    },
    onSecrets: (secrets) => {
      mask = createMasker(secrets);
      return maskSecrets(secrets);
    },
    onNote: say,
    onProgress: (snapshot) => {
      log.add(performance.now() - began, renderProgressLine(snapshot));
      if (!request.quiet) lines.update(snapshot);
    },
    stopped: listenForSignals(say),
    log: () => log.text()
  };
}
async function publish({ report, reportPath, files, outcome }, workspace) {
  print(`
${renderFinal(report, { width: WIDTH, paint: paintPlain, reportPath })}`);
  const annotations = renderAnnotations(report);
  await publishAnnotations(annotations.map((annotation) => ({ ...annotation, file: workspace.fromRoot(annotation.file) })));
  const summary = files.get("summary.md") ?? "";
  await publishSummary(summary);
  const folder = reportPath === void 0 ? "" : workspace.fromRoot(reportPath);
  const published = { reportPath: folder, resultsPath: reportPath === void 0 ? "" : `${folder}/results.json`, summary };
  try {
    await publishOutputs(renderOutputs(report, published));
    return outcome;
  } catch (thrown) {
    print(messageOf(thrown));
    return outcome.kind === "judged" ? { ...outcome, isWritten: false } : outcome;
  }
}
