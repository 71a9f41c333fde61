import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  SERVER_TITLES,
  SOCKET_TITLES,
  describeShards,
  describeTrouble,
  detailFolds,
  keepTogether,
  listSocketRows,
  renderReportHtml,
  serverFigures,
  socketFigures,
  tableBlock
} from "./chunk-O6M2G4GT.js";
import {
  renderLocustCsv
} from "./chunk-JZEOROUZ.js";
import {
  describeBudget,
  describeCheck,
  describeObserved,
  describeState,
  describeSubject,
  findPeakUsers,
  sortChecks
} from "./chunk-4OKLBAXO.js";
import {
  checkServer,
  explainNoName,
  measureMetric,
  nameMetric,
  nameSamples,
  requiredSamples,
  resolvePromises
} from "./chunk-JSR3KTVL.js";
import {
  formatCensored,
  formatLimit,
  formatObserved,
  formatValue
} from "./chunk-SIO4AA7A.js";
import {
  comparisonLines,
  decide
} from "./chunk-EW3JHPTR.js";
import {
  listForeignDrops,
  listInvalidities,
  listSharedInvalidities
} from "./chunk-XFBL2BYX.js";
import {
  codeSpan,
  describeEngine,
  describeSeed,
  escapeMarkdown,
  escapeSentence,
  listMissing
} from "./chunk-XR53GZEW.js";
import {
  describeComparison,
  describeLevelChanges,
  groupReasons,
  listGated,
  listReasons,
  listRegressed
} from "./chunk-RNRZHEU7.js";
import {
  readOrigin
} from "./chunk-457D4EUQ.js";
import {
  renderTable,
  wrapText
} from "./chunk-B4CW4QRU.js";
import {
  forgetFiles,
  resolveOut,
  resolvePrefix,
  writeReports
} from "./chunk-JEDR5GJU.js";
import {
  buildStoredRun,
  explainUnfit,
  isSlower
} from "./chunk-B352537M.js";
import {
  matchPattern
} from "./chunk-JHW4SND7.js";
import {
  describeRow,
  formatBounds,
  formatChange,
  formatReach,
  formatSide,
  formatTolerance
} from "./chunk-A3SLCI4C.js";
import {
  NOTHING,
  formatCount,
  formatPair,
  formatReading
} from "./chunk-ZLLVWJAM.js";
import {
  studentTQuantile
} from "./chunk-2TOVJSTJ.js";
import {
  holds,
  holdsFromBound,
  roundStatistic
} from "./chunk-GCV36XLM.js";
import {
  renderResults
} from "./chunk-5YB5ZHND.js";
import {
  explainPart
} from "./chunk-WKKYXOXW.js";
import {
  addSlices,
  chargeableOf,
  countJudged,
  judgedPercentile,
  listJudgedPhases,
  listKnownTimes,
  listSecondsOf,
  mergeSeriesPhases,
  mergeSlices,
  percentileOf,
  summarizeEndpoints
} from "./chunk-XW65F56M.js";
import {
  describeFailedChecks,
  explainMissing
} from "./chunk-B3YCOJUD.js";
import {
  encodeHistogram
} from "./chunk-36QIXGWF.js";
import {
  attemptsOf,
  failuresOf,
  highestValueOfBucket,
  mergeDistributions,
  percentileUs,
  rankOf
} from "./chunk-QC36IMXK.js";
import {
  formatBytes,
  formatDuration,
  formatLatency,
  formatNumber,
  formatRate,
  formatRatio
} from "./chunk-BRFOQZPS.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";
import {
  GateError
} from "./chunk-WYDHRVNK.js";

// src/terminal/run-log.ts
var STYLES = /\u001b\[[0-9;]*m/g;
var MOST_LINES = 5e4;
var RunLog = class {
  #lines = [];
  #dropped = 0;
  /** `elapsedMs` counts from the start of the process's work; text of several lines keeps them, indented alike. */
  add(elapsedMs, text) {
    const stamp = `${(elapsedMs / 1e3).toFixed(3).padStart(9)}  `;
    for (const line of text.replace(STYLES, "").split("\n")) {
      if (this.#lines.length < MOST_LINES) this.#lines.push(`${stamp}${line}`.trimEnd());
      else this.#dropped++;
    }
  }
  /** The whole log; empty when nothing was added. */
  text() {
    const note = this.#dropped > 0 ? [`… ${formatNumber(this.#dropped, 0)} more lines were not kept`] : [];
    return [...this.#lines, ...note].map((line) => `${line}
`).join("");
  }
};

// src/terminal/server-lines.ts
var GOES = [2, 3, 0, 6, 1, 4, 5];
var COLUMNS = [
  { title: "the target itself", align: "left", shrinksTo: 20 },
  ...SERVER_TITLES.map((title, place) => {
    const goes = GOES[place] ?? 0;
    return { title, align: "right", ...goes > 0 && { goes } };
  })
];
function serverBlocks({ server }, width, paint) {
  const rows = server.map((series) => [{ text: series.name }, ...serverFigures(series).map((text) => ({ text }))]);
  const troubles = server.flatMap(
    ({ name, trouble }) => trouble === void 0 ? [] : wrapText(cleanText(`${name} was not judged: ${trouble}`, 400), width, "  ").map((line) => paint("warning", line))
  );
  return server.length === 0 ? [] : [[...renderTable(COLUMNS, rows, width, paint), ...troubles]];
}

// src/terminal/render-final.ts
var MOST_FAILURES = 10;
var MOST_REASONS = 8;
function renderFinal(report, options) {
  const { run, verdict } = report;
  const { width, paint } = options;
  const endpoints = summarizeEndpoints(run);
  const [promises, comparison] = [checkLines(verdict, width, paint), comparisonLines(report, width, paint)];
  const sections = [
    titleLines(report, endpoints, options),
    reasonLines(listReasons(report), options),
    // What decided comes first.
    ...verdict.state === "regression" ? [comparison, promises] : [promises, comparison],
    endpointLines(endpoints, width, paint),
    socketLines(endpoints, width, paint),
    ...serverBlocks(run, width, paint),
    failureLines(endpoints, width, paint),
    healthLines(run, options),
    options.reportPath === void 0 ? [] : wrapText(`reports: ${cleanText(options.reportPath)}`, width, "  ")
  ];
  return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}
`;
}
var TITLES = {
  pass: ["good", "PASS"],
  breach: ["broken", "BREACH"],
  regression: ["broken", "REGRESSION"],
  inconclusive: ["warning", "INCONCLUSIVE"]
};
function titleLines({ run, verdict }, { total }, { width, paint }) {
  const [style, word] = TITLES[verdict.state];
  const profile = run.scenario.profile === void 0 ? "" : ` (${run.scenario.profile})`;
  const where = run.target === "" ? "" : ` on ${run.target}`;
  const parts = [
    `${run.scenario.name}${profile}${where}`,
    formatDuration(run.durationMs),
    `${formatCount(total.attempts)} requests`,
    describeSeed(run)
  ];
  const facts = parts.filter((part) => part !== "").join(", ");
  const [first = "", ...rest] = wrapText(`${word}  ${cleanText(facts)}`, width, "  ");
  const ending = run.ending.state === "complete" ? [] : wrapText(`${run.ending.state === "aborted" ? "aborted" : "cut short"}: ${cleanText(run.ending.reason)}`, width, "  ");
  const steered = run.levelChanges.length === 0 ? [] : wrapText(`users set by hand: ${describeLevelChanges(run.levelChanges)}`, width, "  ");
  const shards = run.shards.length === 0 ? [] : wrapText(describeShards(run), width, "  ");
  const engine = describeEngine(run);
  return [
    paint(style, word) + first.slice(word.length),
    ...rest,
    ...engine === void 0 ? [] : wrapText(cleanText(engine), width, "  "),
    ...shards,
    ...[...ending, ...steered].map((line) => paint("warning", line))
  ];
}
function reasonLines(reasons, { width, paint }) {
  const shown = reasons.length > MOST_REASONS ? reasons.slice(0, MOST_REASONS - 1) : reasons;
  const left = reasons.length - shown.length;
  const lines = shown.flatMap((reason) => wrapText(`- ${cleanText(reason, 600)}`, width, "  "));
  return left > 0 ? [...lines, paint("quiet", `- ${left} more`)] : lines;
}
var CHECK_COLUMNS = [
  { title: "", align: "left" },
  { title: "promise of", align: "left", shrinksTo: 22 },
  { title: "promised", align: "left" },
  { title: "observed", align: "right" },
  { title: "about 85 %", align: "right", goes: 4 },
  { title: "budget used", align: "right", goes: 2 },
  { title: "samples", align: "right", goes: 3 }
];
function checkLines(verdict, width, paint) {
  return renderTable(CHECK_COLUMNS, sortChecks(verdict.checks).map(checkRow), width, paint);
}
function checkRow(check) {
  const seen = "observed" in check ? check.observed : void 0;
  const samples = seen?.samples ?? (check.state === "no-data" ? check.samples : void 0);
  const [sign, style] = signOf(check);
  return [
    { text: sign, style },
    { text: describeSubject(check) },
    { text: check.promise },
    { text: seen ? describeObserved(check) : describeState(check), style },
    { text: seen?.interval?.text ?? NOTHING, style: "quiet" },
    { text: seen ? describeBudget(seen) : NOTHING },
    { text: samples === void 0 ? NOTHING : formatNumber(samples, 0) }
  ];
}
function signOf(check) {
  switch (check.state) {
    case "passed":
      return ["✓", "good"];
    case "breached":
      return check.severity === "warn" ? ["!", "warning"] : ["✗", "broken"];
    case "no-data":
      return ["?", "warning"];
    case "skipped":
      return ["-", "quiet"];
  }
}
var ENDPOINT_COLUMNS = [
  { title: "endpoint", align: "left", shrinksTo: 20 },
  { title: "requests", align: "right", goes: 2 },
  { title: "failures", align: "right" },
  { title: "ok/s", align: "right", goes: 3 },
  { title: "p50", align: "right", goes: 4 },
  { title: "p95", align: "right", goes: 1 },
  { title: "p99", align: "right", goes: 5 },
  { title: "max", align: "right", goes: 6 }
];
function endpointLines({ rows, total }, width, paint) {
  const selected = rows.filter((row) => row.selected);
  return renderTable(ENDPOINT_COLUMNS, [...selected.map((row) => endpointRow(row, "plain")), endpointRow(total, "strong")], width, paint);
}
function endpointRow(row, style) {
  return [
    { text: row.name, style },
    { text: formatCount(row.attempts), style },
    { text: formatCount(row.failed), style: (row.failed ?? 0) > 0 ? "broken" : style },
    { text: row.okPerSec === void 0 ? NOTHING : formatRate(row.okPerSec), style },
    ...[50, 95, 99, 100].map((percentile) => ({ text: formatReading(percentileOf(row, percentile)), style }))
  ];
}
var SOCKET_GOES = [1, 7, 2, 4, 5, 8, 3, 6, 9, 10];
var SOCKET_COLUMNS = [
  { title: "WebSockets", align: "left", shrinksTo: 20 },
  ...SOCKET_TITLES.map((title, place) => ({ title, align: "right", goes: SOCKET_GOES[place] ?? 0 }))
];
function socketLines(endpoints, width, paint) {
  const rows = listSocketRows(endpoints).map((row) => [{ text: row.name }, ...socketFigures(row).map((text) => ({ text }))]);
  return renderTable(SOCKET_COLUMNS, rows, width, paint);
}
var FAILURE_COLUMNS = [
  { title: "count", align: "right" },
  { title: "class", align: "left", goes: 1 },
  { title: "endpoint", align: "left", shrinksTo: 20, goes: 2 },
  { title: "reason", align: "left", shrinksTo: 20 }
];
function failureLines({ rows }, width, paint) {
  const failures = rows.flatMap((row) => row.failures.map((failure) => ({ name: row.name, ...failure }))).sort((left2, right) => right.count - left2.count);
  const shown = failures.slice(0, MOST_FAILURES);
  const cells = shown.map((failure) => [
    { text: formatNumber(failure.count, 0) },
    { text: failure.class },
    { text: failure.name },
    { text: failure.reason }
  ]);
  const left = failures.length - shown.length;
  return [...renderTable(FAILURE_COLUMNS, cells, width, paint), ...left > 0 ? [paint("quiet", `… ${left} more in results.json`)] : []];
}
function healthLines(run, { width, paint }) {
  const sentences = run.engine.kind === "import" ? listMissing(run).map((sentence) => `- ${cleanText(sentence, 400)}`) : [describeHealth(run)];
  return sentences.flatMap((sentence) => wrapText(sentence, width, "  ")).map((line) => paint("quiet", line));
}
function describeHealth({ health, workers }) {
  const p99 = (us) => us === void 0 ? NOTHING : formatLatency(us);
  const parts = [
    `schedule lag p99 ${p99(percentileUs(health.scheduleLag, 99))}`,
    `event loop p99 ${p99(percentileUs(health.eventLoopDelay, 99))}`,
    `busiest CPU ${health.busiestWorkerCpu === void 0 ? "unknown" : formatRatio(health.busiestWorkerCpu)}`,
    `missed ${formatRatio(health.missedRatio)}`,
    `memory ${formatBytes(health.peakMemoryBytes)}`
  ];
  return `generator (${workers} ${workers === 1 ? "worker" : "workers"}): ${parts.join(", ")}`;
}

// src/report/fit-blocks.ts
var RESERVED = 200;
function fitBlocks(pieces, limit) {
  const whole = joinTexts(pieces.map(renderPiece));
  if (sizeOf(whole) <= limit) return whole;
  const parts = [];
  let left = limit - RESERVED;
  let missing = 0;
  for (const [index, piece] of pieces.entries()) {
    const fitted = index === 0 ? { text: renderPiece(piece), missing: 0 } : fitPiece(piece, left);
    missing += fitted.missing;
    if (fitted.text === "") continue;
    parts.push(fitted.text);
    left -= sizeOf(fitted.text) + 1;
  }
  parts.push(`_${missing} rows in all were left out to keep this short; results.json has everything._
`);
  return joinTexts(parts);
}
function joinTexts(texts) {
  return texts.join("\n").replace(/\n{3,}/g, "\n\n");
}
function fitPiece(piece, room) {
  return "summary" in piece ? fitFold(piece, room) : fitBlock(piece, room);
}
function fitFold({ summary, blocks }, room) {
  const texts = [];
  let left = room - sizeOf(wrapFold(summary, []));
  let missing = 0;
  for (const block of blocks) {
    const fitted = fitBlock(block, left);
    missing += fitted.missing;
    if (fitted.text === "") continue;
    texts.push(fitted.text);
    left -= sizeOf(fitted.text) + 1;
  }
  return { text: texts.length === 0 ? "" : wrapFold(summary, texts), missing };
}
function fitBlock(block, room) {
  const frame = sizeOf(renderBlock({ ...block, rows: [] })) + RESERVED / 2;
  let used = frame;
  let kept = 0;
  for (const row of block.rows) {
    used += sizeOf(row) + 1;
    if (used > room) break;
    kept++;
  }
  if (frame > room || kept === 0 && block.rows.length > 0) return { text: "", missing: block.rows.length };
  const missing = block.rows.length - kept;
  return { text: renderBlock(cutNote({ ...block, rows: block.rows.slice(0, kept) }, missing)), missing };
}
function cutNote(block, missing) {
  return missing === 0 ? block : { ...block, tail: ["", `_… and ${missing} more rows._`, ...block.tail] };
}
function renderPiece(piece) {
  return "summary" in piece ? wrapFold(piece.summary, piece.blocks.map(renderBlock)) : renderBlock(piece);
}
function wrapFold(summary, texts) {
  return `<details><summary>${summary}</summary>

${texts.join("\n").trimStart()}
</details>
`;
}
function renderBlock(block) {
  return [...block.head, ...block.rows, ...block.tail, ""].join("\n");
}
function sizeOf(text) {
  return new TextEncoder().encode(text).length;
}

// src/report/render-mermaid.ts
var COLOURS = { p95: "#db6d28", p50: "#388bfd" };
var SECOND_US = 1e6;
var HEADROOM = 1.02;
function drawLines({ fromSec, stepSec, points }) {
  const highest = points.reduce((high, point) => Math.max(high, point?.p95Us ?? 0), 0);
  const [unit, unitUs] = highest >= 10 * SECOND_US ? ["s", SECOND_US] : ["ms", 1e3];
  const line = (of) => `  line [${fillGaps(points.map((point) => point && of(point) / unitUs)).map(shorten).join(", ")}]`;
  return [
    "```mermaid",
    "---",
    "config:",
    "  xyChart: { width: 720, height: 260, showTitle: false }",
    `  themeVariables: { xyChart: { backgroundColor: "transparent", plotColorPalette: "${COLOURS.p95}, ${COLOURS.p50}" } }`,
    "---",
    "xychart-beta",
    `  x-axis "seconds since the start of the run" ${fromSec} --> ${fromSec + (points.length - 1) * stepSec}`,
    `  y-axis "${unit}" 0 --> ${roundUp(highest * HEADROOM / unitUs)}`,
    line(({ p95Us }) => p95Us),
    line(({ p50Us }) => p50Us),
    "```"
  ];
}
function fillGaps(values) {
  const filled = [];
  let next = 0;
  for (const [index, value] of values.entries()) {
    if (next <= index) next = values.findIndex((other, place) => place > index && other !== void 0);
    if (value !== void 0) filled.push(value);
    else {
      const before = filled.at(-1) ?? 0;
      const after = values[next] ?? before;
      filled.push(before + (after - before) / (next - index + 1));
    }
  }
  return filled;
}
function shorten(value) {
  return Number(value.toPrecision(3));
}
function roundUp(value) {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1e-3)));
  const factor = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8].find((step) => step * power >= value) ?? 10;
  return Number((factor * power).toPrecision(2));
}

// src/report/summary-chart.ts
var MOST_POINTS = 60;
var MOST_CHARTS = 3;
var SAMPLES_A_POINT = 20;
function chartBlocks(report) {
  const { run } = report;
  const subject = findSubject(report);
  const charts = listJudgedPhases(run.phases).flatMap((index) => drawPhase(run, index, subject));
  const [first, ...others] = charts.slice(0, MOST_CHARTS);
  if (!first) return [];
  const who = subject === void 0 ? "all endpoints together" : codeSpan(subject, 120);
  const intro = `Of ${who}: p95 (orange, above) and p50 (blue, below) of successes, by the time at which they ended.`;
  const left = charts.length - MOST_CHARTS;
  const note = `_${formatNumber(left, 0)} more ${left === 1 ? "phase has" : "phases have"} no chart here._`;
  return [["### Latency over time", "", intro, "", ...first], ...others, ...left > 0 ? [[note]] : []].map((head) => ({
    head,
    rows: [],
    tail: []
  }));
}
function findSubject(report) {
  const broken = sortChecks(report.verdict.checks).find(({ state }) => state === "breached");
  const name = broken?.series ?? listRegressed(report)[0]?.endpoint;
  return report.run.series.some((series) => series.name === name) ? name : void 0;
}
function drawPhase({ phases, series }, index, subject) {
  const parts = series.filter(({ name }) => subject === void 0 || name === subject).map(({ perPhase }) => perPhase[index]?.slices ?? []);
  const curve = mergePoints(mergeSlices(parts, []).filter(({ latency }) => latency.count > 0));
  if (!curve || curve.points.length < 2) return [];
  const caption = [`Phase ${codeSpan(phases[index]?.plan.name ?? "", 60)}`, ...describeCurve(curve)].join("; ");
  return [[`${caption}.`, "", ...drawLines(curve)]];
}
function describeCurve({ stepSec, points }) {
  const gaps = points.filter((point) => point === void 0).length * stepSec;
  return [
    ...stepSec > 1 ? [`each point covers ${formatNumber(stepSec, 0)} s`] : [],
    ...gaps > 0 ? [`for ${formatNumber(gaps, 0)} s nothing succeeded, and the lines run straight across`] : []
  ];
}
function mergePoints(slices) {
  const [first, last] = [slices[0]?.second, slices.at(-1)?.second];
  if (first === void 0 || last === void 0) return void 0;
  const seconds = last - first + 1;
  const samples = slices.reduce((sum, { latency }) => sum + latency.count, 0);
  const stepSec = Math.ceil(Math.max(seconds / MOST_POINTS, SAMPLES_A_POINT * slices.length / samples));
  const steps = Map.groupBy(slices, ({ second }) => Math.floor((second - first) / stepSec));
  const points = Array.from({ length: Math.floor((last - first) / stepSec) + 1 }, (_, step) => measurePoint(steps.get(step) ?? []));
  return { fromSec: first, stepSec, points };
}
function measurePoint(slices) {
  const latency = mergeDistributions(slices.map((slice) => slice.latency));
  const [p50Us, p95Us] = [percentileUs(latency, 50), percentileUs(latency, 95)];
  return p50Us === void 0 || p95Us === void 0 ? void 0 : { p50Us, p95Us };
}

// src/report/summary-comparison.ts
var COLUMNS2 = ["", "metric", "base → now >", "change >", "tolerance >", "could see >"];
var NOTE = "_In brackets: where the true change lies (about 90 %). Could see: the smallest true change that this run would have found._";
var MOST_OPEN = 10;
function comparisonBlocks(report) {
  const text = describeComparison(report);
  if (!text) return [];
  const isOpen = text.rows.length <= MOST_OPEN;
  const open = text.rows.filter(({ state }) => isOpen || state !== "unchanged");
  const folded = text.rows.slice(open.length);
  const title = `### ${escapeSentence(text.title, text.names)}`;
  const sentences = text.sentences.map((sentence) => `- ${escapeSentence(sentence, text.names)}`);
  return [
    open.length > 0 ? tableBlock(title, COLUMNS2, open.map(rowCells)) : { head: [title], rows: [], tail: [] },
    ...folded.length > 0 ? [{ summary: `Unchanged: ${formatNumber(folded.length, 0)}`, blocks: [tableBlock("", COLUMNS2, folded.map(rowCells))] }] : [],
    ...text.rows.length > 0 ? [{ head: [NOTE], rows: [], tail: [] }] : [],
    ...sentences.length > 0 ? [{ head: [], rows: sentences, tail: [] }] : []
  ];
}
function rowCells(row) {
  const { metric, values, tolerance } = row;
  const change = formatChange(metric, values.change);
  const bounds = formatBounds(row);
  return [
    signOf2(row),
    `${codeSpan(row.name, 120)}${row.state === "unchanged" ? "" : ` ${keepTogether(`· ${wordOf(row)}`)}`}`,
    formatPair(formatSide(metric, values.baseline), formatSide(metric, values.candidate), " → "),
    `${row.state === "regressed" ? `**${change}**` : change}${bounds === void 0 ? "" : ` (${escapeMarkdown(bounds)})`}`,
    formatTolerance(metric, tolerance),
    escapeMarkdown(formatReach(row))
  ];
}
function signOf2({ state }) {
  switch (state) {
    case "regressed":
      return "❌";
    case "suspect":
      return "⚠️";
    case "not-confirmed":
    case "improved":
    case "unchanged":
      return "✅";
  }
}
function wordOf({ state }) {
  return state === "not-confirmed" ? "not confirmed" : state;
}

// src/report/summary-promises.ts
var COLUMNS3 = ["", "endpoint", "promise", "observed >", "about 85 % >", "budget used >", "samples >"];
var OPTIONAL = /* @__PURE__ */ new Set(["about 85 % >", "budget used >"]);
function promiseTable(title, checks) {
  const rows = checks.map(checkRow2);
  const shown = COLUMNS3.map((column, index) => !OPTIONAL.has(column) || rows.some((row) => row[index] !== NOTHING));
  const pick = (cells) => cells.filter((_, index) => shown[index]);
  return tableBlock(title, pick(COLUMNS3), rows.map(pick));
}
function checkRow2(check) {
  const seen = "observed" in check ? check.observed : void 0;
  const samples = seen?.samples ?? (check.state === "no-data" ? check.samples : void 0);
  const text = escapeMarkdown(describeObserved(check), 60);
  return [
    signOf3(check),
    codeSpan(describeSubject(check), 120),
    codeSpan(check.promise, 120),
    seen ? check.state === "breached" ? `**${text}**` : text : describeState(check),
    seen?.interval ? escapeMarkdown(seen.interval.text, 60) : NOTHING,
    seen ? `${describeBudget(seen)}${describeBurn(seen)}` : NOTHING,
    samples === void 0 ? NOTHING : formatNumber(samples, 0)
  ];
}
function describeBurn({ burnRate }) {
  return burnRate === void 0 ? "" : `, burn ${formatNumber(burnRate)}×`;
}
function signOf3(check) {
  switch (check.state) {
    case "passed":
      return "✅";
    case "breached":
      return check.severity === "warn" ? "⚠️" : "❌";
    case "no-data":
      return "⚠️";
    case "skipped":
      return "➖";
  }
}
function unjudgedBlocks(checks, told) {
  const rows = ["no-data", "skipped"].flatMap((state) => {
    const untold = checks.flatMap(
      (check) => check.state !== state || told.some((sentence2) => sentence2.includes(check.name) && sentence2.includes(check.reason)) ? [] : [check]
    );
    if (untold.length === 0) return [];
    const entries = untold.map(({ name, reason }) => ({ name, reason: reason.replace(/\.$/, "") }));
    const sentence = `${state === "skipped" ? "Skipped" : "Not judged"}: ${groupReasons(entries)}.`;
    return [
      `- ${escapeSentence(
        sentence,
        untold.map(({ name }) => name)
      )}`
    ];
  });
  return rows.length === 0 ? [] : [{ head: [], rows, tail: [] }];
}

// src/report/render-summary-md.ts
var LIMIT = 6e4;
var SIGNS = { pass: "✅", breach: "❌", regression: "❌", inconclusive: "⚠️" };
var WORDS = { pass: "Pass", breach: "Breach", regression: "Regression", inconclusive: "Inconclusive" };
function renderSummaryMd(report, limit = LIMIT) {
  const endpoints = summarizeEndpoints(report.run);
  const [promises, comparison] = [checkBlocks(report.verdict), comparisonBlocks(report)];
  return fitBlocks(
    [
      titleBlock(report, endpoints),
      reasonsBlock(report),
      // What decided comes first.
      ...report.verdict.state === "regression" ? [...comparison, ...promises] : [...promises, ...comparison],
      endpointTable("### Endpoints", endpoints),
      ...socketTables("### WebSockets", endpoints),
      ...serverTables("### What the target said of itself", report.run),
      ...chartBlocks(report),
      ...detailFolds(report, endpoints)
    ],
    limit
  );
}
function titleBlock({ run, verdict }, { total }) {
  const facts = [
    run.scenario.profile === void 0 ? "" : `profile ${codeSpan(run.scenario.profile, 60)}`,
    run.target === "" ? "" : `target ${codeSpan(run.target, 120)}`,
    formatDuration(run.durationMs),
    `${formatCount(total.attempts)} requests`,
    total.failedRatio === void 0 ? "" : `${formatRatio(total.failedRatio)} failed`,
    describeSeed(run)
  ];
  const engine = describeEngine(run);
  const head = [
    `## ${SIGNS[verdict.state]} ${WORDS[verdict.state]}: ${escapeMarkdown(run.scenario.name, 80)}`,
    "",
    facts.filter((fact) => fact !== "").join(" · "),
    ...engine === void 0 ? [] : ["", escapeMarkdown(engine, 200)],
    ...run.shards.length === 0 ? [] : ["", escapeMarkdown(describeShards(run), 200)],
    ...run.ending.state === "complete" ? [] : ["", `**${run.ending.state === "aborted" ? "Aborted" : "Cut short"}**: ${escapeMarkdown(run.ending.reason, 200)}`],
    ...run.levelChanges.length === 0 ? [] : ["", `**Users set by hand**: ${describeLevelChanges(run.levelChanges)}. Such a run is compared with no baseline.`]
  ];
  return { head, rows: [], tail: [] };
}
function reasonsBlock(report) {
  const { run, verdict, comparison } = report;
  const names = [
    ...verdict.checks.map((check) => check.name),
    ...run.series.map((series) => series.name),
    ...run.phases.map((phase) => phase.plan.name),
    ...(comparison?.result.rows ?? []).map((row) => row.name)
  ];
  return { head: [], rows: listReasons(report).map((reason) => `- ${escapeSentence(reason, names)}`), tail: [] };
}
function checkBlocks({ checks, reasons }) {
  return checks.length === 0 ? [] : [promiseTable("### Promises", sortChecks(checks)), ...unjudgedBlocks(checks, reasons)];
}
function endpointTable(title, { rows, total }) {
  const columns = ["endpoint", "requests >", "failures >", "ok/s >", "p50 >", "p95 >", "p99 >", "max >"];
  const selected = rows.filter((row) => row.selected);
  const body = [...selected.map((row) => endpointRow2(row, codeSpan(row.name, 120))), endpointRow2(total, "**total**")];
  return tableBlock(title, columns, body);
}
function socketTables(title, endpoints) {
  const rows = listSocketRows(endpoints);
  if (rows.length === 0) return [];
  const columns = ["endpoint", ...SOCKET_TITLES.map((name) => `${name} >`)];
  return [
    tableBlock(
      title,
      columns,
      rows.map((row) => [codeSpan(row.name, 120), ...socketFigures(row)])
    )
  ];
}
function serverTables(title, { server }) {
  if (server.length === 0) return [];
  const columns = ["value", ...SERVER_TITLES.map((name) => `${name} >`), "from"];
  const rows = server.map((series) => [
    codeSpan(series.name, 120),
    ...serverFigures(series).map((figure) => escapeMarkdown(figure)),
    [series.source === "" ? "" : codeSpan(series.source, 160), escapeMarkdown(describeTrouble(series), 200)].filter((text) => text !== "").join(" · ")
  ]);
  return [tableBlock(title, columns, rows)];
}
function endpointRow2(row, name) {
  const share = row.failedRatio === void 0 ? "" : ` (${formatRatio(row.failedRatio)})`;
  return [
    name,
    formatCount(row.attempts),
    `${formatCount(row.failed)}${row.failed === 0 ? "" : share}`,
    row.okPerSec === void 0 ? NOTHING : formatRate(row.okPerSec),
    ...[50, 95, 99, 100].map((percentile) => escapeMarkdown(formatReading(percentileOf(row, percentile))))
  ];
}

// src/gate-files.ts
var LOCUST_FILES = ["stats.csv", "stats_history.csv", "failures.csv", "exceptions.csv"];
var READ_BY_TOOLS = ["results.json", "junit.xml", "badge.json", "metrics.prom", ...LOCUST_FILES];
function resolvePlaces(request, from, names) {
  const within = { cwd: from.cwd, root: from.root };
  return {
    folder: resolveOut(within, request.out, names),
    prefix: request.csvPrefix === void 0 ? void 0 : resolvePrefix(within, request.csvPrefix, names)
  };
}
async function forgetEarlier(request, { folder, prefix }) {
  if (!request.out.includes("{time}")) await forgetFiles(folder, READ_BY_TOOLS);
  if (prefix && request.csvPrefix?.includes("{time}") === false) await forgetFiles(prefix.folder, LOCUST_FILES.map(nameBehind(prefix)));
}
async function forgetReports(folder) {
  await forgetFiles(folder, [...READ_BY_TOOLS, "latency.hlog", "report.html", "summary.md"]);
}
async function writeLocustFiles(prefix, files) {
  const name = nameBehind(prefix);
  const renamed = LOCUST_FILES.map((file) => {
    const text = files.get(file);
    if (text === void 0) throw new Error(`there is no ${file} to write`);
    return [name(file), text];
  });
  await writeReports(prefix.folder, new Map(renamed));
}
function nameBehind(prefix) {
  return (file) => `${prefix.name}_${file}`;
}

// src/gate-publish.ts
import { relative } from "node:path";

// src/report/render-badge.ts
function renderBadge(report) {
  const { state } = report.verdict;
  return `${JSON.stringify({ schemaVersion: 1, label: "load gate", ...describe(report), ...state === "pass" ? {} : { isError: true } })}
`;
}
function describe(report) {
  const { state, checks } = report.verdict;
  switch (state) {
    case "pass":
      return { message: "pass", color: "brightgreen" };
    case "breach": {
      const broken = checks.filter((check) => check.state === "breached" && check.severity === "fail").length;
      return { message: broken === 0 ? "breach" : `${broken} broken`, color: "red" };
    }
    case "regression": {
      const slower = listRegressed(report).length;
      return { message: slower === 0 ? "regression" : `${slower} regressed`, color: "orange" };
    }
    case "inconclusive":
      return { message: "inconclusive", color: "yellow" };
  }
}

// src/report/render-hlog.ts
var INTERVALS = [1, 2, 5, 10, 15, 30, 60];
var MOST_BYTES = 9e5;
var BYTES_PER_LINE = 80;
var BYTES_PER_BUCKET = 4;
function renderHlog({ run }) {
  const { rows } = summarizeEndpoints(run);
  const tags = nameTags(rows.map(({ name }) => name));
  const { seconds, lines } = chooseIntervals(rows, tags);
  const startedMs = Date.parse(run.startedAt);
  const startSec = (startedMs / 1e3).toFixed(3);
  return [
    "#[Histogram log format version 1.3]",
    `#[StartTime: ${startSec} (seconds since epoch), ${new Date(startedMs).toISOString()}]`,
    `#[BaseTime: ${startSec} (seconds since epoch)]`,
    "#[Values: microseconds from the intended start, of successes; Interval_Max: milliseconds]",
    '"StartTimestamp","Interval_Length","Interval_Max","Interval_Compressed_Histogram"',
    ...lines.map((line) => renderLine(line, seconds)),
    ""
  ].join("\n");
}
function renderLine({ startSecond, tag, latency }, seconds) {
  const maxMs = (latency.highestUs / 1e3).toFixed(3);
  return `Tag=${tag},${startSecond.toFixed(3)},${seconds.toFixed(3)},${maxMs},${encodeHistogram(latency)}`;
}
function chooseIntervals(rows, tags) {
  for (const seconds of INTERVALS) {
    const lines = listLines(rows, tags, seconds);
    const bytes = lines.reduce((sum, { latency }) => sum + BYTES_PER_LINE + BYTES_PER_BUCKET * latency.buckets.length, 0);
    if (bytes <= MOST_BYTES || seconds === INTERVALS.at(-1)) return { seconds, lines };
  }
  throw new Error("there are no intervals to choose from");
}
function listLines(rows, tags, seconds) {
  return rows.flatMap(({ slices }, index) => {
    const byStart = Map.groupBy(
      slices.filter(({ latency }) => latency.count > 0),
      ({ second }) => second - second % seconds
    );
    return [...byStart].map(([startSecond, parts]) => ({
      startSecond,
      tag: tags[index] ?? "",
      latency: mergeDistributions(parts.map(({ latency }) => latency))
    }));
  }).sort((left, right) => left.startSecond - right.startSecond);
}
function nameTags(names) {
  const taken = /* @__PURE__ */ new Set();
  return names.map((name) => {
    const plain = cleanText(name).replace(/[\s,]+/g, "_") || "_";
    let tag = plain;
    for (let nth = 2; taken.has(tag); nth++) tag = `${plain}~${nth}`;
    taken.add(tag);
    return tag;
  });
}

// src/report/render-junit.ts
function renderJunit(report) {
  return renderJunitSuites([{ name: report.run.scenario.name, report }]);
}
function renderJunitSuites(runs, extra = []) {
  const isMany = runs.length + extra.length > 1;
  const suites = runs.map(({ name, report }) => {
    const { durationMs, startedAt } = report.run;
    const cases2 = listCases(report).map((one) => isMany ? { ...one, classname: `${name}: ${one.classname}` } : one);
    return { name, cases: cases2, seconds: durationMs / 1e3, startedAt };
  });
  const own = extra.length > 0 ? [{ name: "load-gate", cases: extra, seconds: 0, startedAt: runs[0]?.report.run.startedAt ?? "" }] : [];
  const all = [...suites, ...own];
  const cases = all.flatMap((suite) => suite.cases);
  const seconds = suites.reduce((sum, suite) => sum + suite.seconds, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="load-gate" ${countCases(cases)} time="${seconds.toFixed(3)}">`,
    ...all.flatMap(renderSuite),
    "</testsuites>",
    ""
  ].join("\n");
}
function renderSuite({ name, cases, seconds, startedAt }) {
  const times = `time="${seconds.toFixed(3)}"${startedAt === "" ? "" : ` timestamp="${escapeXml(startedAt)}"`}`;
  return [`  <testsuite name="${escapeXml(name)}" ${countCases(cases)} ${times}>`, ...cases.map(renderCase), "  </testsuite>"];
}
function countCases(cases) {
  const tally = (kind) => cases.filter((one) => one.kind === kind).length;
  return `tests="${cases.length}" failures="${tally("failure")}" errors="${tally("error")}" skipped="${tally("skipped")}"`;
}
function listCases(report) {
  return [...report.verdict.checks.map(checkCase), ...listGated(report).map((row) => regressionCase(row, report)), verdictCase(report)];
}
function checkCase(check) {
  const place = { classname: check.series, name: check.name, file: check.at.file, line: check.at.line };
  const message = describeCheck(check);
  const isWarning = check.severity === "warn";
  switch (check.state) {
    case "passed":
      return { kind: "passed", ...place, message };
    case "breached":
      return { kind: isWarning ? "skipped" : "failure", ...place, message: isWarning ? `Warning only: ${message}` : message };
    case "no-data":
      return { kind: isWarning ? "skipped" : "error", ...place, message: isWarning ? `Warning only: ${message}` : message };
    case "skipped":
      return { kind: "skipped", ...place, message };
  }
}
function regressionCase(row, { run, comparison }) {
  const { file, line } = comparison?.at ?? { file: run.scenario.file, line: 1 };
  const kind = row.state === "regressed" ? "failure" : row.state === "suspect" ? "error" : "passed";
  const bounds = formatBounds(row);
  const interval = bounds === void 0 ? "" : `; about 90 % interval of the change ${bounds}`;
  const message = `${describeRow(row)}${interval}.`;
  return { kind, classname: row.endpoint, name: `${row.name} against the baseline`, file, line, message };
}
function verdictCase({ run, verdict }) {
  const kind = verdict.state === "pass" ? "passed" : verdict.state === "inconclusive" ? "error" : "failure";
  const message = `${verdict.state}: ${verdict.reasons.join(" ")}`;
  return { kind, classname: "load-gate", name: "verdict", file: run.scenario.file, line: 1, message };
}
function renderCase(one) {
  const place = `classname="${escapeXml(one.classname)}" name="${escapeXml(one.name)}" file="${escapeXml(one.file)}" line="${one.line}"`;
  const message = escapeXml(one.message);
  switch (one.kind) {
    case "passed":
      return `    <testcase ${place}><system-out>${message}</system-out></testcase>`;
    case "skipped":
      return `    <testcase ${place}><skipped message="${message}"/></testcase>`;
    case "failure":
    case "error":
      return `    <testcase ${place}><${one.kind} type="${one.kind}" message="${message}">${message}</${one.kind}></testcase>`;
  }
}
function escapeXml(text) {
  return cleanText(text, 2e3).replace(/[\ufffe\uffff]/g, "").replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

// src/report/format-open-metrics.ts
function formatOpenMetrics(families) {
  const lines = families.filter(({ samples }) => samples.length > 0).flatMap(formatFamily);
  return [...lines, "# EOF", ""].join("\n");
}
function formatFamily({ name, type, unit, help, samples }) {
  return [
    `# HELP ${name} ${escapeText(help)}`,
    `# TYPE ${name} ${type}`,
    ...unit === void 0 ? [] : [`# UNIT ${name} ${unit}`],
    ...samples.map(({ suffix = "", labels, value }) => `${name}${suffix}${formatLabels(labels)} ${formatValue2(value)}`)
  ];
}
function formatLabels(labels) {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}="${escapeText(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}
function escapeText(text) {
  return text.toWellFormed().replace(/[\\"\n]/g, (character) => character === "\n" ? "\\n" : `\\${character}`);
}
function formatValue2(value) {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "+Inf" : "-Inf";
  return String(value);
}

// src/report/render-metrics.ts
function renderMetrics(report) {
  const { rows, total } = summarizeEndpoints(report.run);
  const selected = rows.filter((row) => row.selected);
  const latency = `Latency from the ${report.run.engine.kind === "import" ? "actual" : "intended"} start`;
  return formatOpenMetrics([
    ...describeRun(report),
    ...describeVerdict(report.verdict),
    ...describeComparison2(report),
    ...describeRequests(selected, report.run),
    latencyFamily("load_gate_latency_seconds", `${latency}, by endpoint`, selected),
    latencyFamily("load_gate_run_latency_seconds", `${latency}, of all endpoints together`, [total])
  ]);
}
function describeRun({ run }) {
  const engine = run.engine.kind === "embedded" ? {} : { engine: run.engine.kind };
  const labels = { scenario: run.scenario.name, profile: run.scenario.profile ?? "", version: run.tool.version, ...engine };
  const began = run.phases.filter(({ startMs }) => startMs !== void 0);
  return [
    gauge("load_gate_run_info", "What was run, and by which version.", [{ labels, value: 1 }]),
    inUnit("seconds", "load_gate_run_start_timestamp_seconds", "When the run started, since the epoch.", [
      { labels: {}, value: Date.parse(run.startedAt) / 1e3 }
    ]),
    inUnit("seconds", "load_gate_run_duration_seconds", "How long the run took, warm-ups and pauses included.", [
      { labels: {}, value: run.durationMs / 1e3 }
    ]),
    gauge(
      "load_gate_peak_users",
      "Most virtual users at once, by phase.",
      began.flatMap((phase) => {
        const users = findPeakUsers(phase);
        return users === void 0 ? [] : [{ labels: { phase: phase.plan.name }, value: users }];
      })
    ),
    inUnit("ratio", "load_gate_generator_missed_ratio", "Planned starts that the generator did not make in time.", [
      ...run.engine.kind === "import" ? [] : [{ labels: {}, value: run.health.missedRatio }]
    ])
  ];
}
var VERDICTS = ["pass", "breach", "regression", "inconclusive"];
var CHECK_STATES = ["passed", "breached", "no-data", "skipped"];
function describeVerdict({ state, checks }) {
  const judged = checks.filter((check) => check.state !== "skipped");
  return [
    gauge(
      "load_gate_verdict",
      "The verdict: 1 for the state that it has, 0 for the others.",
      VERDICTS.map((one) => ({ labels: { state: one }, value: one === state ? 1 : 0 }))
    ),
    gauge(
      "load_gate_checks",
      "Promises of the SLA, by what became of them.",
      CHECK_STATES.map((one) => ({ labels: { state: one }, value: checks.filter((check) => check.state === one).length }))
    ),
    gauge(
      "load_gate_check_holds",
      "A promise of the SLA: 1 if it holds, 0 if it is broken or could not be judged.",
      judged.map(({ name, series, metric, phase, severity, state: became }) => ({
        labels: { check: name, endpoint: series, metric, phase: phase ?? "", severity },
        value: became === "passed" ? 1 : 0
      }))
    )
  ];
}
function describeComparison2(report) {
  const samples = report.comparison === void 0 ? [] : [{ labels: {}, value: listRegressed(report).length }];
  return [gauge("load_gate_regressions", "Metrics that are worse than in the baseline.", samples)];
}
var OUTCOMES = [
  ["ok", "ok"],
  ["failed", "failed"],
  ["timedOut", "timed-out"],
  ["cut", "cut"],
  ["dropped", "dropped"]
];
function describeRequests(rows, { engine }) {
  const isTold = (outcome, value) => engine.kind !== "import" || outcome === "ok" || outcome === "failed" || value > 0;
  const outcomes = rows.flatMap(
    ({ name, counts, failed }) => (
      // Where nobody says how many failed, the others may have failed, too.
      (failed === void 0 ? [] : OUTCOMES).flatMap(
        ([key, outcome]) => isTold(key, counts[key]) ? [{ labels: { endpoint: name, outcome }, value: counts[key] }] : []
      )
    )
  );
  const bytes = (facet, pick) => (explainMissing(engine, facet) === void 0 ? rows : []).map((row) => ({ labels: { endpoint: row.name }, value: pick(row) }));
  return [
    gauge("load_gate_requests", "Attempts, by endpoint and how they ended.", outcomes),
    gauge("load_gate_failures", "Failures, by endpoint and class.", rows.flatMap(countClasses)),
    gauge(
      "load_gate_successes_per_second",
      "Complete successes per second, pauses and drains left out.",
      rows.flatMap(({ name, okPerSec }) => okPerSec === void 0 ? [] : [{ labels: { endpoint: name }, value: okPerSec }])
    ),
    inUnit(
      "bytes",
      "load_gate_sent_bytes",
      "Bodies and messages that were sent.",
      bytes("bytes sent", (row) => row.bytesSent)
    ),
    inUnit(
      "bytes",
      "load_gate_received_bytes",
      "Bodies and messages that were received.",
      bytes("bytes received", (row) => row.bytesReceived)
    )
  ];
}
function countClasses({ name, failures }) {
  const byClass = /* @__PURE__ */ new Map();
  for (const failure of failures) byClass.set(failure.class, (byClass.get(failure.class) ?? 0) + failure.count);
  return [...byClass].map(([kind, value]) => ({ labels: { endpoint: name, class: kind }, value }));
}
var QUANTILES = [0.5, 0.9, 0.95, 0.99, 0.999];
function latencyFamily(name, what, rows) {
  const samples = rows.flatMap((row) => {
    const labels = row.kind === "total" ? {} : { endpoint: row.name };
    const quantiles = QUANTILES.flatMap((quantile) => {
      const reading = percentileOf(row, quantile * 100);
      if (reading === void 0) return [];
      const value = reading.state === "exact" ? reading.us / 1e6 : Number.POSITIVE_INFINITY;
      return [{ labels: { ...labels, quantile: String(quantile) }, value }];
    });
    const whole = findWhole(row);
    return [
      ...quantiles,
      ...whole ? [{ suffix: "_sum", labels, value: whole.sumUs / 1e6 }, { suffix: "_count", labels, value: whole.count }] : []
    ];
  });
  const help = `${what}; what never came back is +Inf, sum and count are of successes.`;
  return { name, type: "summary", unit: "seconds", help, samples };
}
function findWhole({ stated, latency, counts }) {
  if (!stated) return latency.count > 0 || counts.ok === 0 ? latency : void 0;
  const { of, count, meanUs } = stated;
  return of === "successes" && count !== void 0 && meanUs !== void 0 ? { sumUs: count * meanUs, count } : void 0;
}
function gauge(name, help, samples) {
  return { name, type: "gauge", help, samples };
}
function inUnit(unit, name, help, samples) {
  return { ...gauge(name, help, samples), unit };
}

// src/report/render-reports.ts
function renderReports(report) {
  const csv = renderLocustCsv(report);
  return /* @__PURE__ */ new Map([
    ["results.json", renderResults(report)],
    ["report.html", renderReportHtml(report)],
    ["summary.md", renderSummaryMd(report)],
    ["junit.xml", renderJunit(report)],
    ["badge.json", renderBadge(report)],
    ["stats.csv", csv.stats],
    ["stats_history.csv", csv.history],
    ["failures.csv", csv.failures],
    ["exceptions.csv", csv.exceptions],
    ["latency.hlog", renderHlog(report)],
    ["metrics.prom", renderMetrics(report)]
  ]);
}

// src/gate-publish.ts
async function publishRun(report, request, { ports, baseline }) {
  const { run, verdict } = report;
  const { folder, prefix } = resolvePlaces(request, ports, {
    time: run.startedAt,
    name: run.scenario.name,
    profile: run.scenario.profile ?? "default"
  });
  const files = new Map(renderReports(report));
  const shown = relative(ports.cwd, folder) || ".";
  let isWritten = await tryWriting(() => writeReports(folder, new Map([...files, ["run.log", ports.log()]])), ports);
  const hasReports = isWritten;
  if (prefix) isWritten = await tryWriting(() => writeLocustFiles(prefix, files), ports) && isWritten;
  if (baseline && request.mode === "update-baseline") isWritten = await store(report, request, { ports, baseline }) && isWritten;
  const lacksBaseline = !isCompared(report);
  if (lacksBaseline && request.failOn.includes("no-baseline"))
    ports.onNote("There was no baseline to compare with, which fails the build, because --fail-on has no-baseline.");
  return {
    report,
    reportPath: hasReports ? shown.startsWith("..") ? folder : shown : void 0,
    files,
    outcome: { kind: "judged", verdict: verdict.state, failOn: request.failOn, lacksBaseline, isWritten }
  };
}
function isCompared({ comparison }) {
  return comparison !== void 0 && comparison.result.state !== "not-judged";
}
async function tryWriting(write, ports) {
  try {
    await write();
    return true;
  } catch (error) {
    if (!(error instanceof GateError)) throw error;
    ports.onNote(`${error.message}. ${error.hint ?? ""}`.trim());
    return false;
  }
}
async function store(report, request, { ports, baseline }) {
  const unfit = explainUnfit(report);
  if (unfit !== void 0) {
    ports.onNote(`The baseline stays as it is: ${unfit}.`);
    return true;
  }
  return tryWriting(async () => {
    const file = buildStoredRun(report, request.key, readOrigin(ports.env));
    const written = await baseline.store.add(file);
    const kept = isSlower(report) ? "; it is slower, and does not count until it is accepted" : "";
    ports.onNote(`${written === "added" ? "Stored" : "Was stored already"} as ${file.id} in ${baseline.store.where}${kept}.`);
  }, ports);
}

// src/gate-seed.ts
import { createHash } from "node:crypto";
function dataSeed(run) {
  const slices = run.series.map((series) => [series.name, series.perPhase.map((phase) => phase.slices)]);
  return createHash("sha256").update(JSON.stringify(slices)).digest().readUInt32BE(0);
}

// src/verdict/seeded-random.ts
function seededRandom(seed) {
  const low = Math.floor(seed) >>> 0;
  const high = Math.floor(seed / 2 ** 32) >>> 0;
  const fraction = Math.floor((seed - Math.floor(seed)) * 2 ** 32) >>> 0;
  const fill = splitmix32((low ^ Math.imul(high, 2654435761) ^ Math.imul(fraction, 2246822519)) >>> 0);
  let a = fill();
  let b = fill();
  let c = fill();
  let counter = 1;
  const next = () => {
    const result = (a + b | 0) + counter | 0;
    counter = counter + 1 | 0;
    a = b ^ b >>> 9;
    b = c + (c << 3) | 0;
    c = (c << 21 | c >>> 11) + result | 0;
    return result >>> 0;
  };
  for (let warmUp = 0; warmUp < 12; warmUp++) next();
  return next;
}
function nextBelow(next, end) {
  return Math.floor(next() / 2 ** 32 * end);
}
function splitmix32(seed) {
  let state = seed;
  return () => {
    state = state + 2654435769 | 0;
    let mixed = state ^ state >>> 16;
    mixed = Math.imul(mixed, 569420461);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 1935289751);
    return (mixed ^ mixed >>> 15) >>> 0;
  };
}

// src/verdict/block-bootstrap.ts
var RESAMPLES = 400;
var BLOCK_SECONDS = 5;
var MOST_SLICES = 240;
var LEAST_BLOCKS = 3;
function drawResampling(slices, seed) {
  const secondsEach = Math.max(1, Math.ceil(slices.length / MOST_SLICES));
  const coarse = coarsen(slices, secondsEach);
  const blockLength = Math.ceil(BLOCK_SECONDS / secondsEach);
  const blocks = Math.floor(coarse.length / blockLength);
  if (blocks < LEAST_BLOCKS) return void 0;
  const next = seededRandom(seed);
  const length = coarse.length;
  const weights = new Uint16Array(RESAMPLES * length);
  for (let row = 0; row < RESAMPLES; row++) {
    let start = 0;
    for (let drawn = 0; drawn < length; drawn++) {
      if (drawn % blockLength === 0) start = nextBelow(next, length);
      const cell = row * length + (start + drawn % blockLength) % length;
      weights[cell] = (weights[cell] ?? 0) + 1;
    }
  }
  return { slices: coarse, weights, blocks };
}
function bootstrapError(resampling, statistic) {
  const { slices, weights } = resampling;
  const values = [];
  for (let row = 0; row < RESAMPLES; row++) {
    const value = statistic(weights.subarray(row * slices.length, (row + 1) * slices.length));
    if (value !== void 0) values.push(roundStatistic(value));
  }
  if (values.length < 0.9 * RESAMPLES) return void 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return roundStatistic(Math.sqrt(squares / (values.length - 1)));
}
function halfWidth(resampling, standardError) {
  return roundStatistic(roundStatistic(studentTQuantile(0.975, resampling.blocks - 1)) * standardError);
}
function coarsen(slices, secondsEach) {
  if (secondsEach === 1) return slices;
  const coarse = [];
  for (let from = 0; from < slices.length; from += secondsEach) {
    const together = slices.slice(from, from + secondsEach);
    coarse.push(addSlices(together[0]?.second ?? 0, together));
  }
  return coarse;
}

// src/verdict/estimate-interval.ts
var WIDEST_LOG = Math.log(10);
function percentileInterval(resampling, statistic, percentile, pointUs) {
  const error = bootstrapError(resampling, (weights) => statistic(weights, percentile));
  if (error === void 0) return void 0;
  const middle = Math.log(Math.max(1, pointUs));
  const half = halfWidth(resampling, error);
  if (half > WIDEST_LOG) return void 0;
  return { low: Math.exp(roundStatistic(middle - half)), high: Math.exp(roundStatistic(middle + half)) };
}
function errorRatioInterval(resampling, point) {
  if (point === 0) return void 0;
  const bad = resampling.slices.map(({ failed, censored }) => failed + censored);
  const all = resampling.slices.map(({ ok, failed, censored }) => ok + failed + censored);
  const error = bootstrapError(resampling, (weights) => {
    const attempts = weigh(weights, all);
    return attempts === 0 ? void 0 : weigh(weights, bad) / attempts;
  });
  if (error === void 0) return void 0;
  const half = halfWidth(resampling, error);
  return { low: Math.max(0, point - half), high: Math.min(1, point + half) };
}
function throughputInterval(resampling, pointPerSec) {
  const ok = resampling.slices.map((slice) => slice.ok);
  const mean = ok.reduce((sum, value) => sum + value, 0) / ok.length;
  if (mean === 0) return void 0;
  const error = bootstrapError(resampling, (weights) => weigh(weights, ok) / ok.length / mean);
  if (error === void 0) return void 0;
  const half = halfWidth(resampling, error) * pointPerSec;
  return { low: Math.max(0, pointPerSec - half), high: pointPerSec + half };
}
function buildPercentileOfDraw(slices, failuresLost) {
  const buckets = [...new Set(slices.flatMap(({ latency }) => latency.buckets))].sort((left, right) => left - right);
  const cumulative = accumulate(slices, buckets);
  const lost = slices.map(({ censored, failed }) => censored + (failuresLost ? failed : 0));
  const highestUs = slices.reduce((highest, { latency }) => Math.max(highest, latency.highestUs), 0);
  const width = slices.length;
  const answeredUpTo = (weights, row) => {
    let sum = 0;
    for (let slice = 0, cell = row * width; slice < width; slice++, cell++) sum += (weights[slice] ?? 0) * (cumulative[cell] ?? 0);
    return sum;
  };
  return (weights, percentile) => {
    const answered = buckets.length === 0 ? 0 : answeredUpTo(weights, buckets.length - 1);
    const rank = rankOf(answered + weigh(weights, lost), percentile);
    if (rank === 0 || rank > answered) return void 0;
    let low = 0;
    let high = buckets.length - 1;
    while (low < high) {
      const middle = low + high >> 1;
      if (answeredUpTo(weights, middle) >= rank) high = middle;
      else low = middle + 1;
    }
    return Math.log(Math.max(1, Math.min(highestValueOfBucket(buckets[low] ?? 0), highestUs)));
  };
}
function accumulate(slices, buckets) {
  const width = slices.length;
  const rowOf = new Map(buckets.map((bucket, row) => [bucket, row]));
  const table = new Uint32Array(buckets.length * width);
  for (const [slice, { latency }] of slices.entries()) {
    for (const [place, bucket] of latency.buckets.entries()) table[(rowOf.get(bucket) ?? 0) * width + slice] = latency.counts[place] ?? 0;
  }
  for (let cell = width; cell < table.length; cell++) table[cell] = (table[cell] ?? 0) + (table[cell - width] ?? 0);
  return table;
}
function weigh(weights, values) {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += (weights[index] ?? 0) * (values[index] ?? 0);
  return sum;
}

// src/verdict/explain-lack.ts
function explainLack(metric, engine) {
  const facet = facetOf(metric);
  return facet && explainMissing(engine, facet);
}
function facetOf(metric) {
  switch (metric.kind) {
    case "percentile":
      return metric.span === "ttfb" ? "first byte" : metric.span === "session" ? "sessions" : void 0;
    case "error-budget":
    case "failures":
    case "count":
    case "throughput":
      return "failures";
    case "status":
      return "statuses";
    case "upload":
      return "bytes sent";
    case "download":
      return "bytes received";
    case "concurrent":
    case "drops":
      return "connections";
    case "messages-in":
    case "messages-out":
      return "messages";
    case "late":
    case "duplicates":
    case "unmatched":
      return "matching";
    case "mean":
    case "min":
    case "max":
    case "duration":
      return void 0;
  }
}

// src/verdict/measure-foreign.ts
var MOST_OF_TAIL = 0.1;
var MOST_IN_MEAN = 5e-3;
function measureForeign(metric, view, options) {
  const { engine } = options;
  if (engine?.kind !== "import") return void 0;
  const attempts = attemptsOf(view.counts);
  const lack = explainLack(metric, engine);
  if (lack !== void 0) return noData(lack, attempts);
  if (metric.kind !== "percentile" && metric.kind !== "mean" && metric.kind !== "min" && metric.kind !== "max") return void 0;
  const times = listKnownTimes(view);
  if (times === void 0) return void 0;
  if (times.count === void 0)
    return noData(`${engine.format} does not say how many requests these figures are of, or how many of them failed`, attempts);
  if (attempts === 0) return noData("no request was made", 0);
  if (times.count === 0 && view.counts.ok > 0) return noData(`${engine.format} has no times of these requests`, attempts);
  if (view.counts.ok === 0) return { state: "censored", atLeast: void 0, samples: attempts };
  return measureTimes(metric, { ...times, count: times.count }, { view, options, format: engine.format });
}
function measureTimes(metric, times, around) {
  const { view, options, format } = around;
  if (metric.kind === "percentile") return measurePercentile(metric.percentile, times, around);
  if (metric.kind === "max") return measurePercentile(100, times, around);
  const samples = attemptsOf(view.counts);
  const { failed } = view.counts;
  if (failed > 0 && options.failuresLost) return noData(explainUnguarded(view), samples);
  if (failed > MOST_IN_MEAN * samples) return noData(explainMixed(view, times.of), samples);
  const [value, name] = metric.kind === "mean" ? [times.meanUs, "mean"] : [times.minUs, "lowest value"];
  return value === void 0 ? noData(`${format} has no ${name}`, samples) : { state: "measured", value, samples };
}
function measurePercentile(percentile, times, { view, options, format }) {
  const samples = attemptsOf(view.counts);
  const figure = times.figure(percentile);
  if (figure === void 0) return noData(`${format} has no ${percentile === 100 ? "highest value" : `p${percentile}`}`, samples);
  const needed = requiredSamples(percentile, options.minSamples);
  const timed = Math.min(samples, times.count + (times.of === "all" ? 0 : view.counts.failed));
  if (timed < needed) return noData(`${nameSamples(timed)}; p${percentile} needs ${formatNumber(needed, 0)}`, timed);
  const own = rankOf(times.count, percentile);
  const ranks = rankPercentile(percentile, times, { failed: view.counts.failed, failuresLost: options.failuresLost });
  if (ranks.low > ranks.most) return { state: "censored", atLeast: times.at(ranks.most).low, samples };
  if (ranks.high === own) return { state: "measured", value: figure, samples };
  const low = ranks.low === own ? figure : times.at(ranks.low).low;
  const high = Number.isFinite(ranks.high) ? times.at(ranks.high).high : void 0;
  const reason = options.failuresLost ? explainUnguarded(view) : explainMixed(view, times.of);
  return { state: "between", low: low ?? 0, high, samples, reason };
}
function rankPercentile(percentile, { of, count }, { failed, failuresLost }) {
  const own = rankOf(count, percentile);
  if (failed === 0) return { low: own, high: own, most: count };
  const withAll = rankOf(count + failed, percentile);
  if (of === "successes" && failuresLost) return { low: withAll, high: withAll, most: count };
  const most = of === "all" && failuresLost ? Math.max(1, count - failed) : count;
  if (!failuresLost && failed <= MOST_OF_TAIL * (1 - percentile / 100) * count) return { low: own, high: own, most };
  const isBounded = of === "all" ? own <= count - failed : withAll <= count;
  const highest = of === "all" ? own + failed : withAll;
  return { low: own, high: isBounded ? highest : Number.POSITIVE_INFINITY, most };
}
function explainUnguarded({ counts }) {
  return `${formatNumber(counts.failed, 0)} of ${formatNumber(attemptsOf(counts), 0)} requests failed, the file does not keep their times apart, and no error_budget charges them`;
}
function explainMixed({ counts }, of) {
  const why = of === "all" ? "does not keep their times apart" : "does not say how many of them were timeouts, which rank last";
  return `${formatRatio(counts.failed / attemptsOf(counts))} of the requests failed, and the file ${why}`;
}
function noData(reason, samples) {
  return { state: "no-data", reason, samples };
}

// src/verdict/doubt-checks.ts
function doubtChecks(metric, measurement, { view, engine, failuresLost }) {
  if (engine?.kind !== "import") return measurement;
  const { failedChecks = 0 } = engine;
  if (failedChecks === 0 || measurement.state !== "measured" && measurement.state !== "between") return measurement;
  const { counts } = view;
  const most = Math.min(attemptsOf(counts), failuresOf(counts) + failedChecks);
  const stated = measurement.state === "measured" ? measurement.value : measurement.low;
  const between = (low, high) => ({
    state: "between",
    low,
    high,
    stated,
    samples: measurement.samples,
    reason: describeFailedChecks(engine.tool, failedChecks)
  });
  switch (metric.kind) {
    case "failures":
      return between(stated, most);
    case "error-budget":
      return between(stated, most / chargeableOf(view));
    case "throughput":
      return between(stated * Math.max(0, 1 - failedChecks / Math.max(1, counts.ok)), stated);
    case "percentile":
      return failuresLost || failedChecks > MOST_OF_TAIL * attemptsOf(counts) ? between(stated, void 0) : measurement;
    case "mean": {
      const left = counts.ok - failedChecks;
      return between(stated, failuresLost || left <= 0 ? void 0 : stated * counts.ok / left);
    }
    case "min":
    case "max":
      return failuresLost ? between(stated, void 0) : measurement;
    default:
      return measurement;
  }
}

// src/verdict/guards-failures.ts
function guardsFailures(promises, shape, scope, phase) {
  const guards = promises.filter((promise) => isGuard(promise) && (promise.phase === void 0 || promise.phase === phase));
  if (guards.some((guard) => guard.scope.kind === "total")) return true;
  const guarded = new Set(guards.map((guard) => guard.scope.kind === "series" ? guard.scope.name : void 0));
  if (scope.kind === "series") return guarded.has(scope.name);
  return shape.series.every(({ name, selected }) => !selected || guarded.has(name));
}
function isGuard({ state, severity, limit }) {
  const { metric, comparison } = limit;
  if (state !== "active" || severity !== "fail") return false;
  if (metric.kind !== "error-budget" && metric.kind !== "failures") return false;
  return comparison === "<" || comparison === "<=" || comparison === "==";
}

// src/verdict/measure-budget.ts
var BURN_SHARE = 0.1;
function measureBudget(limit, observedRatio, slices) {
  const isUpper = limit.comparison === "<" || limit.comparison === "<=";
  if (limit.metric.kind !== "error-budget" || !isUpper || limit.value <= 0) return void 0;
  return { used: observedRatio / limit.value, burnRate: highestBurnRate(slices, limit.value) };
}
function highestBurnRate(slices, allowedRatio) {
  const width = Math.max(1, Math.ceil(slices.length * BURN_SHARE));
  let highest;
  let bad = 0;
  let all = 0;
  for (const [index, slice] of slices.entries()) {
    const left = slices[index - width];
    bad += slice.failed + slice.censored - (left ? left.failed + left.censored : 0);
    all += slice.ok + slice.failed + slice.censored - (left ? left.ok + left.failed + left.censored : 0);
    if (index >= width - 1 && all > 0) highest = Math.max(highest ?? 0, bad / all / allowedRatio);
  }
  return highest;
}

// src/verdict/judge-between.ts
function judgeBetween({ low, high }, comparison, limit) {
  const isHeld = (value) => holds(value, comparison, limit);
  switch (comparison) {
    case "<":
    case "<=":
      if (high !== void 0 && isHeld(high)) return { kept: true, value: high };
      return isHeld(low) ? void 0 : { kept: false, value: low };
    case ">":
    case ">=":
      if (holdsFromBound(low, comparison, limit)) return { kept: true, value: low };
      return high === void 0 || isHeld(high) ? void 0 : { kept: false, value: high };
    case "==":
    case "!=":
      return void 0;
  }
}

// src/verdict/check-sla.ts
function checkSla(run, sla, seed) {
  const shape = { series: run.series, phases: run.phases.map(({ plan }) => plan) };
  const promises = resolvePromises(sla, shape);
  const subjects = /* @__PURE__ */ new Map();
  const names = /* @__PURE__ */ new Map();
  return promises.map((promise) => {
    const base = describePromise(promise, names);
    if (promise.state === "skipped") return { ...base, state: "skipped", reason: promise.reason };
    if (promise.state === "unmeasurable") return { ...base, state: "no-data", reason: promise.reason, samples: 0 };
    const key = JSON.stringify([promise.scope, promise.phase]);
    const subject = subjects.get(key) ?? buildSubject(run, promise, !guardsFailures(promises, shape, promise.scope, promise.phase), seed);
    subjects.set(key, subject);
    return { ...base, ...judge(promise, subject, sla.minSamples) };
  });
}
function buildSubject(run, promise, failuresLost, seed) {
  const { scope, phase } = promise;
  const places = phase === void 0 ? listJudgedPhases(run.phases) : run.phases.flatMap(({ plan }, place) => plan.name === phase ? [place] : []);
  const chosen = new Set(places);
  const series = run.series.filter(({ name }) => scope.kind === "total" || name === scope.name);
  const parts = series.map(({ perPhase }) => perPhase.filter((_, place) => chosen.has(place)));
  const merged = mergeSeriesPhases(
    parts,
    run.phases.filter((_, place) => chosen.has(place))
  );
  const view = scope.kind === "total" && run.statedTotal ? { ...merged, stated: run.statedTotal } : merged;
  const hasSeconds = explainMissing(run.engine, "seconds") === void 0;
  const draw = (slices) => seed === void 0 || !hasSeconds ? void 0 : drawResampling(slices, seed);
  const resampling = once(() => draw(view.slices));
  return {
    view,
    engine: run.engine,
    failuresLost,
    resampling,
    phaseResampling: once(() => draw(view.phaseSlices)),
    percentileOfDraw: once(() => {
      const drawn = resampling();
      return drawn && buildPercentileOfDraw(drawn.slices, failuresLost);
    })
  };
}
function judge(promise, subject, minSamples) {
  const { metric, comparison, value: limit } = promise.limit;
  const { view, engine, failuresLost } = subject;
  const options = { minSamples, failuresLost };
  const measured = measureForeign(metric, view, { ...options, engine }) ?? measureMetric(metric, view, options);
  const measurement = doubtChecks(metric, measured, { view, engine, failuresLost });
  switch (measurement.state) {
    case "no-data":
      return measurement;
    case "censored": {
      const kept = holdsFromBound(measurement.atLeast, comparison, limit);
      return { state: kept ? "passed" : "breached", observed: observeCensored(promise, measurement) };
    }
    case "between": {
      const end = judgeBetween(measurement, comparison, limit);
      if (end === void 0) return { state: "no-data", reason: measurement.reason, samples: measurement.samples };
      return {
        state: end.kept ? "passed" : "breached",
        observed: observe(promise, { state: "measured", samples: measurement.samples, value: measurement.stated ?? end.value }, subject)
      };
    }
    case "measured": {
      const kept = holds(measurement.value, comparison, limit);
      return { state: kept ? "passed" : "breached", observed: observe(promise, measurement, subject) };
    }
  }
}
function observe(promise, { value, samples }, subject) {
  const { metric, value: limitValue } = promise.limit;
  const interval = estimate(metric, value, subject);
  const hasSeconds = explainMissing(subject.engine, "seconds") === void 0;
  const budget = measureBudget(promise.limit, value, hasSeconds && isOfRequests(subject.view) ? subject.view.slices : []);
  return {
    value,
    censored: false,
    text: formatObserved(metric, value, limitValue),
    limitValue,
    samples,
    interval: interval && { ...interval, text: `${formatValue(metric, interval.low)} to ${formatValue(metric, interval.high)}` },
    budgetUsed: budget?.used,
    burnRate: budget?.burnRate
  };
}
function observeCensored(promise, { atLeast, samples }) {
  const { metric, value: limitValue } = promise.limit;
  const text = formatCensored(metric, atLeast);
  return {
    value: atLeast ?? limitValue,
    censored: true,
    text,
    limitValue,
    samples,
    interval: void 0,
    budgetUsed: void 0,
    burnRate: void 0
  };
}
function estimate(metric, point, subject) {
  if (metric.kind === "throughput") {
    const resampling2 = subject.phaseResampling();
    return resampling2 && throughputInterval(resampling2, point);
  }
  const resampling = subject.resampling();
  if (resampling === void 0) return void 0;
  if (metric.kind === "error-budget") return isOfRequests(subject.view) ? errorRatioInterval(resampling, point) : void 0;
  if (metric.kind !== "percentile" || metric.span !== "latency") return void 0;
  const statistic = subject.percentileOfDraw();
  return statistic && percentileInterval(resampling, statistic, metric.percentile, point);
}
function isOfRequests({ counts, carried }) {
  return counts.drops + carried === 0;
}
function describePromise({ scope, phase, limit, severity }, names) {
  const series = nameScope(scope);
  const metric = nameMetric(limit.metric);
  const name = `${series} ${metric}${phase === void 0 ? "" : ` in ${phase}`}`;
  const times = (names.get(name) ?? 0) + 1;
  names.set(name, times);
  return {
    name: times === 1 ? name : `${name} (${times})`,
    series,
    phase,
    kind: "sla",
    metric,
    promise: limit.text,
    limit: formatLimit(limit.metric, limit.comparison, limit.value),
    severity,
    at: limit.at
  };
}
function nameScope(scope) {
  return scope.kind === "total" ? "total" : scope.name;
}
function once(compute) {
  let done;
  return () => (done ??= { value: compute() }).value;
}

// src/verdict/window-streak.ts
var WindowStreak = class {
  #rule;
  #failuresLost;
  #width;
  #recent = [];
  #streak = 0;
  #countedSecond = Number.NEGATIVE_INFINITY;
  /** The worst window so far; undefined: none had evidence. */
  worst;
  longestStreak = 0;
  /** The most samples that any full window had. */
  mostSamples;
  /** The window that completed the first streak of `for`; undefined: the rule holds so far. */
  fired;
  constructor(rule, failuresLost) {
    this.#rule = rule;
    this.#failuresLost = failuresLost;
    this.#width = Math.max(1, Math.ceil(rule.windowMs / 1e3));
  }
  /** The next second; a gap before it empties the window, because only full windows count. */
  push(slice) {
    const last = this.#recent.at(-1);
    if (last && slice.second <= last.second) throw new RangeError(`second ${slice.second} comes after second ${last.second}`);
    if (last && slice.second !== last.second + 1) this.#recent = [];
    this.#recent.push(slice);
    if (this.#recent.length > this.#width) this.#recent.shift();
    if (this.#recent.length < this.#width) return;
    const reading = this.#read(addSlices(slice.second, this.#recent));
    if (reading !== void 0) this.#count(reading);
  }
  #count(reading) {
    if (this.worst === void 0 || isWorse(reading, this.worst)) this.worst = reading;
    if (!reading.breaches) {
      this.#streak = 0;
      this.#countedSecond = Number.NEGATIVE_INFINITY;
      return;
    }
    if (reading.lastSecond - this.#width < this.#countedSecond) return;
    this.#streak++;
    this.#countedSecond = reading.lastSecond;
    this.longestStreak = Math.max(this.longestStreak, this.#streak);
    if (this.#streak >= this.#rule.forWindows) this.fired ??= reading;
  }
  #read(window) {
    const { metric, comparison, value: limit } = this.#rule;
    const lastSecond = window.second;
    if (metric.kind === "error-rate") {
      const samples2 = window.ok + window.failed + window.censored;
      this.mostSamples = Math.max(this.mostSamples ?? 0, samples2);
      if (samples2 === 0) return void 0;
      const value = (window.failed + window.censored) / samples2;
      return { lastSecond, value, censored: false, samples: samples2, breaches: !holds(value, comparison, limit) };
    }
    const lost = window.censored + (this.#failuresLost ? window.failed : 0);
    const lowerBoundUs = window.latency.count > 0 ? window.latency.highestUs : void 0;
    const judged = { answered: window.latency, lost, lowerBoundUs };
    const samples = countJudged(judged);
    this.mostSamples = Math.max(this.mostSamples ?? 0, samples);
    if (samples < windowSamples(metric.percentile)) return void 0;
    const read = judgedPercentile(judged, metric.percentile);
    if (read === void 0) return void 0;
    if (read.state === "exact")
      return { lastSecond, value: read.us, censored: false, samples, breaches: !holds(read.us, comparison, limit) };
    return { lastSecond, value: read.atLeastUs, censored: true, samples, breaches: !holdsFromBound(read.atLeastUs, comparison, limit) };
  }
};
function windowSamples(percentile) {
  return percentile >= 100 ? 1 : Math.ceil(100 / (100 - percentile) * (1 - 1e-9));
}
function isWorse(left, right) {
  if (left.breaches !== right.breaches) return left.breaches;
  if (left.censored !== right.censored) return left.censored;
  return (left.value ?? Number.POSITIVE_INFINITY) > (right.value ?? Number.POSITIVE_INFINITY);
}

// src/verdict/window-watch.ts
var WindowWatch = class {
  watched;
  constructor(sla, shape) {
    const promises = resolvePromises(sla, shape);
    this.watched = sla.windows.flatMap(
      (rule) => listScopes(rule, shape).map((scope) => {
        const failuresLost = !guardsFailures(promises, shape, scope, void 0);
        return { rule, scope, streak: new WindowStreak(rule, failuresLost) };
      })
    );
  }
  /** Answers the abort rules that have fired by now, those of earlier seconds included; empty: go on. */
  feed(completed) {
    for (const { scope, streak } of this.watched) {
      const parts = scope.kind === "total" ? completed.series : completed.series.filter(({ name }) => name === scope.name);
      streak.push({
        second: completed.second,
        ok: parts.reduce((sum, { ok }) => sum + ok, 0),
        failed: parts.reduce((sum, { failed }) => sum + failed, 0),
        censored: parts.reduce((sum, { censored }) => sum + censored, 0),
        latency: mergeDistributions(parts.map(({ latency }) => latency))
      });
    }
    return this.watched.filter(({ rule, streak }) => rule.then === "abort" && streak.fired !== void 0);
  }
};
function listScopes(rule, shape) {
  const { endpoint } = rule;
  if (endpoint === void 0) return [{ kind: "total" }];
  return shape.series.filter(({ name, selected }) => selected && matchPattern(endpoint, name)).map(({ name }) => ({ kind: "series", name }));
}

// src/verdict/check-windows.ts
function checkWindows(run, sla) {
  const missing = explainMissing(run.engine, "seconds");
  if (missing !== void 0) return refuseWindows(sla, missing);
  const watch = new WindowWatch(sla, { series: run.series, phases: run.phases.map(({ plan }) => plan) });
  for (const second of listCompletedSeconds(run)) watch.feed(second);
  const names = /* @__PURE__ */ new Map();
  return sla.windows.flatMap((rule) => {
    const watched = watch.watched.filter((candidate) => candidate.rule === rule);
    return watched.length > 0 ? watched.map((each) => checkWatched(each, run, names)) : checkUnwatched(rule, run, names);
  });
}
function refuseWindows({ windows }, reason) {
  const names = /* @__PURE__ */ new Map();
  return windows.map((rule) => ({ ...describeRule(rule, rule.endpoint ?? "total", names), state: "no-data", reason, samples: 0 }));
}
function listCompletedSeconds(run) {
  const places = new Set(listJudgedPhases(run.phases));
  const seconds = listSecondsOf(run.phases.filter((_, place) => places.has(place)));
  const bySecond = new Map(seconds.map((second) => [second, { second, series: new Array() }]));
  for (const { name, perPhase } of run.series) {
    const lists = perPhase.filter((_, place) => places.has(place)).map(({ slices }) => slices);
    for (const slice of mergeSlices(lists, [])) bySecond.get(slice.second)?.series.push({ ...slice, name });
  }
  return [...bySecond.values()];
}
function checkWatched({ rule, scope, streak }, run, names) {
  const series = scope.kind === "total" ? "total" : scope.name;
  const base = describeRule(rule, series, names);
  if (streak.fired) return { ...base, state: "breached", observed: observe2(rule, streak, streak.fired) };
  if (streak.worst) return { ...base, state: "passed", observed: observe2(rule, streak, streak.worst) };
  const { ok, attempts } = countJudgedAttempts(run, scope.kind === "total" ? void 0 : scope.name);
  if (ok === 0 && attempts > 0) {
    const dead = {
      lastSecond: 0,
      value: rule.metric.kind === "error-rate" ? 1 : void 0,
      censored: rule.metric.kind !== "error-rate",
      samples: attempts
    };
    return { ...base, state: "breached", observed: observe2(rule, streak, { ...dead, breaches: true }) };
  }
  return { ...base, state: "no-data", reason: explainNoEvidence(rule, streak), samples: streak.mostSamples ?? 0 };
}
function checkUnwatched(rule, run, names) {
  const pattern = rule.endpoint ?? "total";
  const filtered = run.series.filter(({ name }) => matchPattern(pattern, name));
  if (filtered.length === 0) {
    return [{ ...describeRule(rule, pattern, names), state: "no-data", reason: explainNoName(pattern, run.series), samples: 0 }];
  }
  return filtered.map(({ name }) => ({
    ...describeRule(rule, name, names),
    state: "skipped",
    reason: "its tasks were filtered out of this run"
  }));
}
function observe2(rule, streak, reading) {
  const { metric, value: limitValue, forWindows } = rule;
  const value = reading.value === void 0 || reading.censored ? formatCensored(metric, reading.value) : formatObserved(metric, reading.value, limitValue);
  const isShort = streak.fired === void 0 && reading.breaches && streak.longestStreak > 0;
  return {
    value: reading.value ?? limitValue,
    censored: reading.censored,
    text: isShort ? `${value} (${streak.longestStreak} of ${forWindows} windows in a row)` : value,
    limitValue,
    samples: reading.samples,
    interval: void 0,
    budgetUsed: void 0,
    burnRate: void 0
  };
}
function explainNoEvidence({ metric, windowMs }, { mostSamples }) {
  const window = `${formatNumber(windowMs / 1e3, 3)} s`;
  if (mostSamples === void 0) return `the judged phases hold no full window of ${window}`;
  if (metric.kind === "error-rate" || mostSamples === 0) return `no request ended in any window of ${window}`;
  const needed = formatNumber(windowSamples(metric.percentile), 0);
  return `at most ${formatNumber(mostSamples, 0)} samples in a window of ${window}; p${metric.percentile} needs ${needed}`;
}
function countJudgedAttempts(run, series) {
  const places = new Set(listJudgedPhases(run.phases));
  const parts = run.series.filter(({ name }) => series === void 0 || name === series).flatMap(({ perPhase }) => perPhase.filter((_, place) => places.has(place)));
  return {
    ok: parts.reduce((sum, { counts }) => sum + counts.ok, 0),
    attempts: parts.reduce((sum, { counts }) => sum + attemptsOf(counts), 0)
  };
}
function describeRule(rule, series, names) {
  const metric = nameMetric(rule.metric);
  const window = `${formatNumber(rule.windowMs / 1e3, 3)} s`;
  const name = `${series} ${metric} in ${rule.forWindows === 1 ? "a window" : `${rule.forWindows} windows`} of ${window}`;
  const times = (names.get(name) ?? 0) + 1;
  names.set(name, times);
  return {
    name: times === 1 ? name : `${name} (${times})`,
    series,
    phase: void 0,
    kind: "window",
    metric,
    promise: rule.text,
    limit: formatLimit(rule.metric, rule.comparison, rule.value),
    severity: rule.then === "warn" ? "warn" : "fail",
    at: rule.at
  };
}

// src/verdict/describe-failures.ts
var MOST_NAMED = 3;
function describeFailures(run) {
  const places = new Set(listJudgedPhases(run.phases));
  const judged = run.series.flatMap(({ perPhase }) => perPhase.filter((_, place) => places.has(place)));
  const attempts = judged.reduce((sum, { counts }) => sum + attemptsOf(counts), 0);
  const drops = judged.reduce((sum, { counts }) => sum + counts.drops, 0);
  const failed = judged.reduce((sum, { counts }) => sum + failuresOf(counts), 0) - drops;
  if (failed + drops === 0) return void 0;
  const byReason = /* @__PURE__ */ new Map();
  for (const { reason, count } of judged.flatMap(({ failures: failures2 }) => failures2)) byReason.set(reason, (byReason.get(reason) ?? 0) + count);
  const worst = [...byReason].sort(([, left], [, right]) => right - left);
  const named = worst.slice(0, MOST_NAMED).map(([reason, count]) => `${formatNumber(count)} × ${reason}`);
  const others = worst.length > MOST_NAMED ? ", and others" : "";
  const failures = failed === 0 ? [] : [`Of ${formatNumber(attempts)} requests ${formatNumber(failed)} failed`];
  const dropped = drops === 0 ? [] : [drops === 1 ? "1 connection was dropped" : `${formatNumber(drops)} connections were dropped`];
  return `${[...failures, ...dropped].join(", and ")}${named.length === 0 ? "" : `: ${named.join(", ")}${others}`}.`;
}

// src/verdict/judge-run.ts
function judgeRun(run, sla, seed, looks) {
  const { others, ...compared } = looks ?? {};
  const checks = [...checkSla(run, sla, seed), ...checkWindows(run, sla), ...checkServer(run, sla)];
  return decide({
    run,
    checks,
    invalidities: [...tellPart(run), ...listInvalidities(run, sla.generator)],
    unmade: listForeignDrops(run, sla.generator),
    failures: describeFailures(run),
    ...compared,
    notCompared: looks && [
      ...tellSteered("The run was compared with no baseline", run),
      ...(looks.further ?? []).flatMap((burst) => tellSteered("A further burst cannot be used", burst))
    ],
    others: others?.map((side) => ({ run: side, invalidities: listSharedInvalidities(side, sla.generator) }))
  });
}
function tellPart(run) {
  const part = explainPart(run);
  return part === void 0 ? [] : [`This is ${part}.`];
}
function tellSteered(so, { levelChanges }) {
  return levelChanges.length === 0 ? [] : [`${so}: its users were set by hand (${describeLevelChanges(levelChanges)}).`];
}

export {
  RunLog,
  fitBlocks,
  comparisonBlocks,
  promiseTable,
  unjudgedBlocks,
  SIGNS,
  WORDS,
  renderSummaryMd,
  titleBlock,
  reasonsBlock,
  endpointTable,
  socketTables,
  serverTables,
  renderFinal,
  TITLES,
  resolvePlaces,
  forgetEarlier,
  forgetReports,
  renderJunitSuites,
  publishRun,
  tryWriting,
  checkSla,
  WindowWatch,
  checkWatched,
  dataSeed,
  judgeRun
};
