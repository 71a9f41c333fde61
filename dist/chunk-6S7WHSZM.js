import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  LineLog,
  formatSeconds,
  listenForSignals,
  renderProgress,
  renderProgressLine,
  renderShardFinal,
  renderSuiteFinal,
  runGates,
  runShard
} from "./chunk-H7BOSRCM.js";
import "./chunk-ECKKQ7OZ.js";
import "./chunk-O7J3BUEA.js";
import "./chunk-JF6XPDQB.js";
import "./chunk-54YPKBCZ.js";
import "./chunk-IFVUP5D5.js";
import "./chunk-6KYQQO5W.js";
import {
  RunLog,
  renderFinal
} from "./chunk-FG3ZWFYC.js";
import "./chunk-O6M2G4GT.js";
import "./chunk-JZEOROUZ.js";
import "./chunk-4OKLBAXO.js";
import {
  choosePaint
} from "./chunk-Q4F5AXB4.js";
import "./chunk-JSR3KTVL.js";
import "./chunk-SIO4AA7A.js";
import "./chunk-EW3JHPTR.js";
import "./chunk-XFBL2BYX.js";
import "./chunk-Q7O4VZSC.js";
import {
  renderIssues
} from "./chunk-7O3YJNJG.js";
import "./chunk-H3FF2RGQ.js";
import "./chunk-HU2CD3QW.js";
import "./chunk-PKM3PKZK.js";
import "./chunk-Q7GH57CB.js";
import "./chunk-XR53GZEW.js";
import "./chunk-RNRZHEU7.js";
import "./chunk-457D4EUQ.js";
import {
  fitText,
  measureWidth,
  renderTable
} from "./chunk-B4CW4QRU.js";
import "./chunk-JEDR5GJU.js";
import "./chunk-B352537M.js";
import "./chunk-JHW4SND7.js";
import "./chunk-D753NKHP.js";
import "./chunk-A3SLCI4C.js";
import {
  NOTHING
} from "./chunk-ZLLVWJAM.js";
import "./chunk-2TOVJSTJ.js";
import "./chunk-GCV36XLM.js";
import "./chunk-NFQGUP3O.js";
import "./chunk-5YB5ZHND.js";
import "./chunk-WKKYXOXW.js";
import "./chunk-XW65F56M.js";
import "./chunk-3VIWAPV4.js";
import "./chunk-SSNSFCKQ.js";
import "./chunk-Q6SUR2IB.js";
import "./chunk-EVO6VOKN.js";
import "./chunk-NE3VJX42.js";
import "./chunk-B3YCOJUD.js";
import "./chunk-2GSS2K66.js";
import "./chunk-62LH7HJX.js";
import "./chunk-CNZLAFSP.js";
import "./chunk-ZBZHH72O.js";
import "./chunk-M3TBPBE2.js";
import "./chunk-NSEIX5CG.js";
import "./chunk-V5SBQFRO.js";
import "./chunk-7GDODETR.js";
import "./chunk-36QIXGWF.js";
import "./chunk-6YJF3WAO.js";
import "./chunk-IIID24TU.js";
import "./chunk-QC36IMXK.js";
import {
  formatLatency,
  formatNumber,
  formatRate
} from "./chunk-BRFOQZPS.js";
import "./chunk-MFS6CBON.js";
import "./chunk-IW22IME3.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";
import "./chunk-WYDHRVNK.js";
import "./chunk-MLCRLLSN.js";
import "./chunk-5PVW3TJC.js";

// src/terminal/render-live-checks.ts
var SIGNS = {
  broken: ["✗", "broken", "broken"],
  warning: ["!", "warning", "broken as a warning"],
  waiting: ["·", "quiet", "not decided yet"],
  holding: ["✓", "good", "hold so far"]
};
var ORDER = ["broken", "warning", "waiting", "holding"];
var NARROWEST_NAME = 16;
var COLUMNS = [
  { title: "", align: "left" },
  { title: "promise", align: "left", shrinksTo: NARROWEST_NAME },
  { title: "so far", align: "right" },
  { title: "limit", align: "left", goes: 1 }
];
function countCheckLines(checks) {
  return checks.length === 0 ? 0 : checks.length + 1;
}
function renderLiveChecks(checks, most, width, paint) {
  if (checks.length === 0 || most < 1) return [];
  const sorted = ORDER.flatMap((state) => checks.filter((check) => check.state === state));
  const room = most - 1;
  const shown = sorted.length <= room ? sorted : sorted.slice(0, Math.max(0, room - 1));
  const rest = sorted.slice(shown.length);
  const roomForName = measureRoom(shown, width);
  const rows = shown.map((check) => {
    const [sign, style] = SIGNS[check.state];
    const seen = { text: showObserved(check), style: check.state === "holding" ? "plain" : style };
    return [{ text: sign, style }, { text: fitName(check, roomForName) }, seen, { text: check.limit, style: "quiet" }];
  });
  return [
    paintTally(checks, width, paint),
    ...renderTable(COLUMNS, rows, width, paint).slice(1),
    ...rest.length > 0 && room > 0 ? [paint("quiet", fitTally(`… ${formatNumber(rest.length, 0)} more: `, rest, width))] : []
  ];
}
function showObserved({ observed }) {
  return observed === "" ? NOTHING : observed;
}
var GAP = 2;
function measureRoom(checks, width) {
  const widest = (textOf) => Math.max(0, ...checks.map((check) => measureWidth(cleanText(textOf(check)))));
  const others = 1 + GAP + GAP + widest(showObserved);
  const withLimits = width - others - GAP - widest(({ limit }) => limit);
  return withLimits >= NARROWEST_NAME ? withLimits : width - others;
}
function fitName({ name, series }, room) {
  const clean = cleanText(name);
  const subject = cleanText(series);
  const promised = clean.slice(subject.length);
  const left = room - measureWidth(promised);
  if (measureWidth(clean) <= room || !clean.startsWith(`${subject} `) || left < 4) return fitText(clean, room);
  return fitText(subject, left) + promised;
}
function paintTally(checks, width, paint) {
  const style = checks.some(({ state }) => state === "broken") ? "broken" : "strong";
  return paint(style, fitTally("promises: ", checks, width));
}
function fitTally(lead, checks, width) {
  const words = lead + tallyOf(checks);
  return measureWidth(words) <= width ? words : fitText(lead + tallyOf(checks, 0), width);
}
function tallyOf(checks, say = 2) {
  return ORDER.flatMap((state) => {
    const count = checks.filter((check) => check.state === state).length;
    const word = say === 2 && state === "holding" && count === 1 ? "holds so far" : SIGNS[state][say];
    return count === 0 ? [] : [`${formatNumber(count, 0)} ${word}`];
  }).join(", ");
}

// src/terminal/render-live-table.ts
var OTHER_LINES = 5;
function renderLiveTable(snapshot, room) {
  const { width, height, paint } = room;
  const checks = snapshot.checks ?? [];
  const lines = shareLines(snapshot.rows.length, checks, height - OTHER_LINES - (checks.length > 0 ? 1 : 0));
  const isCut = snapshot.rows.length > lines.endpoints;
  const shown = isCut ? snapshot.rows.slice(0, Math.max(1, lines.endpoints - 1)) : snapshot.rows;
  const left = snapshot.rows.length - shown.length;
  const broken = listBrokenCells(checks);
  const table = renderTable(
    COLUMNS2,
    [...shown.map((row) => describeRow(row, "plain", broken.get(row.name))), describeRow(snapshot.total, "strong", broken.get("total"))],
    width,
    paint
  );
  const promises = renderLiveChecks(checks, lines.promises, width, paint);
  return [
    paint("quiet", fitText(cleanText(describePlace(snapshot)), width)),
    renderProgress(snapshot, width),
    "",
    ...table.slice(0, -1),
    ...left > 0 ? [paint("quiet", fitText(`… ${left} more endpoints`, width))] : [],
    ...table.slice(-1),
    ...promises.length > 0 ? ["", ...promises] : []
  ].slice(0, Math.max(2, height));
}
function shareLines(rows, checks, room) {
  const wanted = countCheckLines(checks);
  if (rows + wanted <= room) return { endpoints: rows, promises: wanted };
  const broken = checks.filter(({ state }) => state === "broken").length;
  const share = Math.max(Math.floor(room / 3), Math.min(broken + 2, Math.floor(room / 2)), room - rows, 1);
  const promises = Math.min(wanted, share);
  return { endpoints: Math.max(1, room - promises), promises };
}
function listBrokenCells(checks) {
  const cells = /* @__PURE__ */ new Map();
  for (const { series, metric, scope, state } of checks) {
    if (state !== "broken" || scope !== "run") continue;
    const own = cells.get(series) ?? /* @__PURE__ */ new Set();
    cells.set(series, own.add(metric === "error_budget" ? "failures" : metric));
  }
  return cells;
}
function describePlace(snapshot) {
  const sockets = snapshot.openSockets ? ` · ${formatNumber(snapshot.openSockets, 0)} open sockets` : "";
  return `${snapshot.phase} · ${formatNumber(snapshot.users, 0)} users${sockets} · ${formatSeconds(snapshot.elapsedMs)} of ${formatSeconds(snapshot.plannedMs)}`;
}
var COLUMNS2 = [
  { title: "endpoint", align: "left", shrinksTo: 20 },
  { title: "requests", align: "right", goes: 2 },
  { title: "failures", align: "right" },
  { title: "rate", align: "right", goes: 3 },
  { title: "p50", align: "right", goes: 4 },
  { title: "p95", align: "right", goes: 1 },
  { title: "p99", align: "right", goes: 5 }
];
var NONE = /* @__PURE__ */ new Set();
function describeRow(row, style, broken = NONE) {
  const cell = (column, text, otherwise = style) => broken.has(column) ? { text: `✗ ${text}`, style: "broken" } : { text, style: otherwise };
  const latency = (column, us) => cell(column, us === void 0 ? NOTHING : formatLatency(us));
  return [
    { text: row.name, style },
    { text: formatNumber(row.requests, 0), style },
    cell("failures", formatNumber(row.failures, 0), row.failures > 0 ? "warning" : style),
    { text: formatRate(row.ratePerSec), style },
    latency("p50", row.p50Us),
    latency("p95", row.p95Us),
    latency("p99", row.p99Us)
  ];
}

// src/terminal/live-view.ts
var DEFAULT_COLUMNS = 80;
var DEFAULT_ROWS = 24;
var STYLES = /\u001b\[[0-9;]*m/g;
var LiveView = class {
  #screen;
  #paint;
  #frame = [];
  constructor(screen, paint) {
    this.#screen = screen;
    this.#paint = paint;
  }
  update(snapshot) {
    const { width, height } = this.#room();
    this.#repaint([], renderLiveTable(snapshot, { width, height, paint: this.#paint }));
  }
  log(line) {
    this.#repaint([line], this.#frame);
  }
  finish() {
    this.#repaint([], []);
  }
  /** One column and one row less than there are: a full line would wrap, and a full screen scroll. */
  #room() {
    return {
      width: Math.max(1, (this.#screen.columns ?? DEFAULT_COLUMNS) - 1),
      height: Math.max(1, (this.#screen.rows ?? DEFAULT_ROWS) - 1)
    };
  }
  #repaint(above, frame) {
    const up = this.#rowsOfFrame();
    const lines = [...above, ...frame].map((line) => `${line}\x1B[K
`).join("");
    this.#screen.write(`${up > 0 ? `\x1B[${up}A\r` : ""}${lines}\x1B[J`);
    this.#frame = frame;
  }
  /** Rows that the last frame takes now: a terminal that became narrower has wrapped its lines. */
  #rowsOfFrame() {
    const columns = Math.max(1, this.#screen.columns ?? DEFAULT_COLUMNS);
    return this.#frame.reduce((rows, line) => rows + Math.max(1, Math.ceil(measureWidth(line.replace(STYLES, "")) / columns)), 0);
  }
};

// src/terminal/open-progress-view.ts
function openProgressView(screen, paint, quiet) {
  if (quiet) return { update: () => void 0, log: (line) => void screen.write(`${line}
`), finish: () => void 0 };
  return screen.isTTY === true ? new LiveView(screen, paint) : new LineLog((line) => void screen.write(`${line}
`));
}

// src/command-run.ts
async function runOnTerminal(request, { refuse, masking, env }) {
  const out = request.json ? process.stderr : process.stdout;
  const paint = choosePaint(out.isTTY, process.env);
  const view = openProgressView(out, paint, request.quiet);
  const opened = openPorts(view, masking, (issues) => renderIssues(issues, paint));
  const ports = env === void 0 ? opened : { ...opened, env: { ...env, ...process.env } };
  const { shard } = request;
  if (shard) return runShardOnTerminal({ ...request, shard }, { out, paint, view, ports, refuse });
  let result;
  try {
    result = request.page ? await runShown(request, request.page, { ports, masking, view }) : await runGates(request, ports);
  } finally {
    view.finish();
  }
  if (result.kind === "issues") return refuse(result.issues);
  const options = { width: out.columns ?? 100, paint, reportPath: result.reportPath };
  const final = result.kind === "suite" ? renderSuiteFinal(result.report, options) : renderFinal(result.report, options);
  out.write(`${request.quiet ? "" : "\n"}${final}`);
  if (request.json) process.stdout.write(result.files.get("results.json") ?? "");
  return result.outcome;
}
async function runShardOnTerminal(request, { out, paint, view, ports, refuse }) {
  const result = await runShard(request, ports).finally(() => view.finish());
  if (result.kind === "issues") return refuse(result.issues);
  const { report, reportPath, files, outcome } = result;
  const final = renderShardFinal({ ...result, run: report.run }, { width: out.columns ?? 100, paint, reportPath });
  out.write(`${request.quiet ? "" : "\n"}${final}`);
  if (request.json) process.stdout.write(files.get("results.json") ?? "");
  return outcome;
}
async function runShown(request, page, { ports, masking, view }) {
  const { runOnPage } = await import("./chunk-TJ7NPEGK.js");
  return runOnPage(request, page, { ports, mask: (text) => masking.mask(text), print: (line) => view.log(line), run: runGates });
}
function openPorts(view, masking, show) {
  const log = new RunLog();
  const began = performance.now();
  const say = (text) => {
    const shown = masking.mask(text);
    log.add(performance.now() - began, shown);
    view.log(shown);
  };
  return {
    env: process.env,
    cwd: process.cwd(),
    onIssues: (issues) => {
      if (issues.length > 0) say(show(issues).trimEnd());
    },
    onSecrets: (secrets) => {
      masking.add(secrets);
      return Promise.resolve();
    },
    onNote: say,
    onLog: (line) => log.add(performance.now() - began, masking.mask(line)),
    onProgress: (snapshot) => {
      log.add(performance.now() - began, renderProgressLine(snapshot));
      view.update(snapshot);
    },
    stopped: listenForSignals(say),
    log: () => log.text()
  };
}
export {
  runOnTerminal
};
