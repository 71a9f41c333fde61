import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  dataSeed,
  judgeRun,
  publishRun
} from "./chunk-FG3ZWFYC.js";
import {
  compareValues,
  lookOnce
} from "./chunk-EW3JHPTR.js";
import {
  parseSla
} from "./chunk-Q7O4VZSC.js";
import {
  readOrigin
} from "./chunk-457D4EUQ.js";
import {
  openBaseline
} from "./chunk-B352537M.js";
import {
  createFileReader
} from "./chunk-JHW4SND7.js";

// src/gate-once.ts
async function judgeOnce(run, { sla, request, ports, noSecondLook }) {
  const opened = await openBaseline(request.baseline, request.key, ports);
  try {
    const baseline = opened && { ...opened, history: leaveOutSelf(run, opened.history, ports) };
    const report = judge(run, sla, baseline, { ports, noSecondLook });
    return { kind: "judged", ...await publishRun(report, request, { ports, baseline }) };
  } finally {
    await opened?.store.close();
  }
}
function leaveOutSelf(run, history, { onNote }) {
  if (history.state !== "found") return history;
  const figures = showFigures(run);
  const isSelf = ({ report }) => showFigures(report.run) === figures;
  const own = history.runs.filter(isSelf);
  if (own.length === 0) return history;
  onNote(`${own.map(({ id }) => id).join(", ")} in the baseline is this very measurement, and is not compared with itself.`);
  const runs = history.runs.filter((stored) => !isSelf(stored));
  return runs.length > 0 ? { ...history, runs } : { state: "none-yet", otherKeys: [] };
}
function showFigures({ startedAt, durationMs, series }) {
  const figures = series.map(({ name, perPhase }) => [name, perPhase.map(({ counts, latency }) => [counts, latency.count, latency.sumUs])]);
  return JSON.stringify([startedAt, durationMs, figures]);
}
function judge(run, sla, baseline, { ports, noSecondLook }) {
  const { env, onNote } = ports;
  const mask = (stored) => stored;
  const comparison = baseline && lookOnce(run, { sla, baseline, origin: readOrigin(env), mask, onNote, noSecondLook });
  const looks = baseline && { further: [], regression: comparison?.result };
  const verdict = judgeRun(run, sla, dataSeed(run), looks);
  return { run, verdict, handRows: compareValues(run, sla), ...comparison && { comparison } };
}

// src/workspace/read-sla.ts
import { existsSync } from "node:fs";
import { resolve } from "node:path";
function readSlaAlone({ file, isGiven }, { workingDirectory, root, env, requireSecrets }) {
  const files = createFileReader({ workingDirectory, root }, ".");
  const path = resolve(workingDirectory, file);
  const text = isGiven || existsSync(path) ? files.text(path) : "{}";
  if (typeof text === "string") return parseSla({ file, text, env, files, sets: [], requireSecrets });
  const suggestion = "name the SLA: --sla path/to/sla.yaml";
  return { ok: false, issues: [{ file, line: 1, column: 1, code: "file", severity: "error", message: text.error, suggestion }] };
}

export {
  judgeOnce,
  readSlaAlone
};
