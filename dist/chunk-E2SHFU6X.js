import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  renderTable,
  wrapText
} from "./chunk-B4CW4QRU.js";
import {
  compareWithHistory
} from "./chunk-B352537M.js";
import {
  DEFAULT_REGRESSION_RULES
} from "./chunk-JHW4SND7.js";
import {
  NOTHING
} from "./chunk-ZLLVWJAM.js";
import {
  formatLatency,
  formatNumber
} from "./chunk-BRFOQZPS.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";

// src/command-admission.ts
var NO_PERCENTILES = { ...DEFAULT_REGRESSION_RULES, percentiles: [] };
function listCounting(runs, origin) {
  const newest = runs.at(-1);
  let rest = runs;
  let counting = [];
  for (; ; ) {
    const [first, ...more] = rest;
    if (newest === void 0 || first === void 0) return counting;
    const history = { state: "found", runs: [first, ...more], setAside: [], unread: 0 };
    const reasons = listLeftOut(compareWithHistory(newest.report.run, [], { history, rules: NO_PERCENTILES, origin }));
    const window = rest.filter(({ id }) => !reasons.has(id));
    if (window.length === 0) return counting;
    counting = [...window, ...counting];
    rest = rest.filter(({ id }) => reasons.has(id));
  }
}
function listLeftOut({ notes }) {
  const runs = notes.flatMap((note) => note.kind === "left-out" ? note.runs : []);
  return new Map(runs.map(({ id, reason }) => [id, reason]));
}

// src/terminal/render-history.ts
var COLUMNS = [
  { title: "run", align: "left" },
  { title: "time (UTC)", align: "left", goes: 4 },
  { title: "commit", align: "left", goes: 2 },
  { title: "event", align: "left", goes: 3 },
  { title: "judged", align: "left", goes: 1 },
  { title: "counts", align: "left", shrinksTo: 50 }
];
var TREND_COLUMNS = [
  { title: "p95 over the runs that count", align: "left", shrinksTo: 20 },
  { title: "", align: "left", shrinksTo: 10 },
  { title: "least", align: "right", goes: 2 },
  { title: "most", align: "right", goes: 1 },
  { title: "newest", align: "right" }
];
function renderHistory(view, width, paint) {
  const counting = view.runs.filter(({ leftOut }) => leftOut === void 0).length;
  const title = `${formatNumber(view.runs.length, 0)} stored ${view.runs.length === 1 ? "run" : "runs"} in ${cleanText(view.where)}, ${counting} of which ${counting === 1 ? "counts" : "count"}`;
  const sections = [
    wrapText(title, width, "  ").map((line) => paint("strong", line)),
    renderTable(COLUMNS, view.runs.map(runCells), width, paint),
    renderTable(TREND_COLUMNS, view.trends.map(trendCells), width, paint),
    view.notes.flatMap((note) => wrapText(`- ${cleanText(note, 600)}`, width, "  ")),
    [...listSetAside(view.setAside, width, paint), ...listUnread(view.unread, width, paint)]
  ];
  return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}
`;
}
function listSetAside(files, width, paint) {
  if (files.length === 0) return [];
  const head = files.length === 1 ? "1 file is set aside:" : `${formatNumber(files.length, 0)} files are set aside:`;
  const lines = files.flatMap(({ file, reason }) => wrapText(`- ${cleanText(file)}: ${cleanText(reason, 600)}`, width, "  "));
  return [head, ...lines].map((line) => paint("warning", line));
}
function listUnread(unread, width, paint) {
  if (unread === 0) return [];
  const what = unread === 1 ? "1 older run is" : `${formatNumber(unread, 0)} older runs are`;
  return wrapText(`${what} not read; load-gate baseline prune takes out what is not needed`, width, "  ").map(
    (line) => paint("quiet", line)
  );
}
var JUDGED_STYLES = {
  pass: "plain",
  breach: "broken",
  regression: "broken",
  inconclusive: "warning"
};
function runCells({ id, startedAt, commit, event, judged, acceptedBy, leftOut }) {
  const counts = leftOut === void 0 ? `yes${acceptedBy === void 0 ? "" : `, accepted by ${acceptedBy}`}` : `no: ${leftOut}`;
  return [
    { text: id },
    { text: startedAt.slice(0, 16).replace("T", " ") },
    { text: commit?.slice(0, 8) ?? NOTHING },
    { text: event ?? NOTHING },
    { text: judged, style: JUDGED_STYLES[judged] },
    { text: counts, style: leftOut === void 0 ? "good" : "quiet" }
  ];
}
function trendCells({ name, p95Us }) {
  const known = p95Us.filter((value) => value !== void 0);
  const show = (value) => value === void 0 ? NOTHING : formatLatency(value);
  const [least, most] = known.length === 0 ? [] : [Math.min(...known), Math.max(...known)];
  return [{ text: name }, { text: drawSparkline(p95Us) }, { text: show(least) }, { text: show(most) }, { text: show(p95Us.at(-1)) }];
}
var BARS = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
var LEAST_SPAN = 0.2;
function drawSparkline(values) {
  const logs = values.map((value) => value === void 0 ? void 0 : Math.log(Math.max(1, value)));
  const known = logs.filter((value) => value !== void 0);
  const floor = Math.min(...known);
  const span = Math.max(Math.log1p(LEAST_SPAN), Math.max(...known) - floor);
  return logs.map((log) => log === void 0 ? "·" : BARS[Math.round((log - floor) / span * (BARS.length - 1))]).join("");
}

export {
  listCounting,
  listLeftOut,
  renderHistory,
  listSetAside
};
