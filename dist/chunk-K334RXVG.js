import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  MORE_STYLE
} from "./chunk-KO5RPUG2.js";
import {
  NOTHING_TO_SHOW,
  VERDICT_WORDS,
  buildLatencyScale,
  buildLinearScale,
  describeRange,
  drawMarks,
  formatLatencyTick,
  markNames,
  markup,
  pathData,
  placeAt,
  renderFigure,
  renderKey,
  renderPage,
  renderReading,
  renderSection,
  renderTable,
  showName,
  showState,
  signVerdict
} from "./chunk-XR53GZEW.js";
import "./chunk-RNRZHEU7.js";
import {
  PERCENTILES
} from "./chunk-WE3RHMA4.js";
import {
  formatSigned
} from "./chunk-A3SLCI4C.js";
import {
  NOTHING,
  formatReading
} from "./chunk-ZLLVWJAM.js";
import "./chunk-2TOVJSTJ.js";
import "./chunk-GCV36XLM.js";
import "./chunk-XW65F56M.js";
import "./chunk-B3YCOJUD.js";
import "./chunk-QC36IMXK.js";
import {
  formatLatency,
  formatNumber,
  formatRate,
  formatRatio
} from "./chunk-BRFOQZPS.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";
import "./chunk-5PVW3TJC.js";

// src/report/html/standing-marks.ts
var MARKS = [
  { kind: "counts", word: "counts" },
  { kind: "by-hand", word: "accepted by hand" },
  { kind: "outlying", word: "outlying here" },
  { kind: "slower", word: "slower, not accepted" },
  { kind: "left-out", word: "left out" },
  { kind: "earlier", word: "counted earlier" }
];
var MARK_SHAPES = markup`<svg class="unseen" aria-hidden="true"><path id="m-counts" d="M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z"/><path id="m-by-hand" d="M0-6L6 0L0 6L-6 0z"/><path id="m-outlying" d="M0-6L6 4.6H-6z"/><path id="m-slower" d="M-4.5-4.5L4.5 4.5M4.5-4.5L-4.5 4.5"/><path id="m-left-out" d="M-3.6 0a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0z"/><path id="m-earlier" d="M-2.4 0a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0z"/></svg> `;
function drawMark(kind, { x, y }) {
  return markup`<use class="mark ${kind}" href="#m-${kind}" x="${x}" y="${y}"/>`;
}
function showMark(kind, word = wordOf(kind)) {
  return markup`<span class="standing"><svg class="key" width="16" height="16" aria-hidden="true">${drawMark(kind, { x: "8", y: "8" })}</svg>${word}</span>`;
}
function wordOf(kind) {
  return MARKS.find((mark) => mark.kind === kind)?.word ?? kind;
}
function listMarks(runs, level) {
  const start = runs.findIndex(({ id }) => level?.members.has(id));
  return runs.map(({ id, standing }, place) => {
    if (standing.kind !== "counts" && standing.kind !== "by-hand") return standing.kind;
    if (level?.outliers.has(id)) return "outlying";
    return place < start ? "earlier" : standing.kind;
  });
}
function isNormal(kind) {
  return kind === "counts" || kind === "by-hand" || kind === "earlier";
}

// src/report/html/trend-chart.ts
function trendChart(runs, trend) {
  const { id, title, size, curve, scale, showTick, lost } = trend;
  const level = trend.level === "none" ? void 0 : trend.level;
  const kinds = listMarks(runs, level);
  const at = runs.map((_, place) => (place + 0.5) / runs.length);
  const all = { at, moments: runs.map((run, place) => nameMoment(run, kinds[place])), width: 1 / runs.length, curves: [curve] };
  if (curve.values.every((value) => value === void 0)) return NOTHING_TO_SHOW;
  const ticks = listDateTicks(runs);
  const marks = drawMarks({ scale, showTick, ticks, bands: [], size, drawn: pickNormal(all, kinds) });
  return renderFigure(
    {
      id,
      title,
      size,
      summary: summarize(all, kinds),
      note: trend.level || lost > 0 ? markup`${trend.level && describeLevel(trend.level)}${describeLost(lost)}` : void 0,
      legend: [renderKey(curve), ...level ? [LEVEL_KEY] : []],
      marks: markup`${level && drawFence(level, runs, scale)}${marks}${level && drawLevel(level, runs, scale)}${drawRuns(all, kinds, scale)}`
    },
    renderReading(title, all)
  );
}
function listShown(values, level) {
  const known = values.filter((value) => value !== void 0);
  return level ? [...known, level.us, ...level.fence ? [level.fence.highUs] : []] : known;
}
function showMinute(startedAt) {
  return cleanText(startedAt.slice(0, 16).replace("T", " "));
}
function nameMoment({ startedAt }, kind = "counts") {
  return `${showMinute(startedAt)}: ${wordOf(kind)}`;
}
function pickNormal({ at, moments, width, curves }, kinds) {
  const places = at.flatMap((_, place) => {
    const kind = kinds[place];
    return kind !== void 0 && isNormal(kind) && curves.every(({ values }) => values[place] !== void 0) ? [place] : [];
  });
  const pick = (list) => places.flatMap((place) => list.slice(place, place + 1));
  return { at: pick(at), moments: pick(moments), width, curves: curves.map((curve) => ({ ...curve, values: pick(curve.values) })) };
}
function drawRuns({ at, curves }, kinds, scale) {
  const values = curves[0]?.values ?? [];
  return values.flatMap((value, place) => {
    const kind = kinds[place];
    return value === void 0 || kind === void 0 ? [] : [drawMark(kind, placeAt(at[place] ?? 0, scale.toShare(value)))];
  });
}
var LEVEL_KEY = markup`<li><svg class="key" width="14" height="12" aria-hidden="true"><path class="line plan" d="M1 6H13"/></svg>level now</li>`;
function describeLevel(level) {
  if (level === "none") return markup`No level: no run that counts has enough samples for one.`;
  const { us, members, fence } = level;
  const runs = `${members.size} ${members.size === 1 ? "run" : "runs"}`;
  const beyond = fence ? markup` A run below ${formatLatency(fence.lowUs)} or above ${formatLatency(fence.highUs)} would be outlying.` : markup` Too few runs to tell which are outlying.`;
  return markup`Level now: ${formatLatency(us)}, of ${runs}.${beyond}`;
}
function describeLost(lost) {
  if (lost === 0) return void 0;
  return markup` Not drawn: ${lost === 1 ? "1 run" : `${lost} runs`} in which too many requests never came back to tell.`;
}
function startOf({ members }, runs) {
  return Math.max(
    0,
    runs.findIndex(({ id }) => members.has(id))
  );
}
function drawLevel(level, runs, scale) {
  const { x, y } = placeAt(startOf(level, runs) / runs.length, scale.toShare(level.us));
  return markup`<line class="line plan" x1="${x}" x2="100%" y1="${y}" y2="${y}"/>`;
}
function drawFence(level, runs, scale) {
  if (!level.fence) return void 0;
  const start = startOf(level, runs) / runs.length;
  const [top, bottom] = [placeAt(start, scale.toShare(level.fence.highUs)), placeAt(1 - start, scale.toShare(level.fence.lowUs))];
  return markup`<rect class="fence" x="${top.x}" y="${top.y}" width="${bottom.x}" height="${Math.round((Number.parseFloat(bottom.y) - Number.parseFloat(top.y)) * 100) / 100}%"/>`;
}
var MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
var MOST_TICKS = 6;
function listDateTicks(runs) {
  const isOneDay = new Set(runs.map(({ startedAt }) => startedAt.slice(0, 10))).size === 1;
  const step = Math.ceil(runs.length / MOST_TICKS);
  return runs.flatMap(({ startedAt }, place) => {
    if (place % step !== 0) return [];
    const month = MONTHS[Number(startedAt.slice(5, 7)) - 1] ?? "";
    const label = isOneDay ? startedAt.slice(11, 16) : `${Number(startedAt.slice(8, 10))} ${month}`;
    return [{ share: (place + 0.5) / runs.length, label }];
  });
}
function summarize(plot, kinds) {
  const [curve] = plot.curves;
  if (!curve) return "";
  const last = curve.values.findLastIndex((value2) => value2 !== void 0);
  const value = curve.values[last];
  const range = describeRange(plot, curve) ?? "was not measured";
  const newest = value === void 0 ? "" : ` The newest run that has it: ${curve.show(value)}, ${wordOf(kinds[last] ?? "counts")}.`;
  return `${curve.label} ${range}.${newest}`;
}

// src/report/html/history-runs.ts
var COLUMNS = [
  { title: "started (UTC)" },
  { title: "run" },
  { title: "commit" },
  { title: "branch, event" },
  { title: "judged" },
  { title: "counts" }
];
var MACHINE = { title: "machine" };
function runsSection({ runs }) {
  const machines = new Set(runs.map(({ machine }) => machine));
  const [only = ""] = machines;
  const isMixed = machines.size > 1;
  const rows = runs.toReversed().map((run) => [...runCells(run), ...isMixed ? [markup`<small class="machine"><bdi>${run.machine}</bdi></small>`] : []]);
  return renderSection("runs", "Stored runs", [
    isMixed ? void 0 : markup`<p class="lead">All made on <bdi>${only}</bdi>.</p>`,
    markup`<div class="stored">${renderTable({ caption: "Stored runs, the newest first", columns: isMixed ? [...COLUMNS, MACHINE] : COLUMNS, rows, asCards: true })}</div>`
  ]);
}
function runCells({ id, startedAt, commit, branch, event, judged, standing }) {
  const from = [branch, event].flatMap((word) => word === void 0 ? [] : [showName(word, 60)]);
  return [
    markup`<span class="whole">${showMinute(startedAt)}</span>`,
    markup`<code>${id}</code>`,
    commit === void 0 ? NOTHING : markup`<span class="whole">${commit.slice(0, 8)}</span>`,
    from.length === 0 ? NOTHING : markup`${from.map((word, place) => markup`${place > 0 ? COMMA : void 0}${word}`)}`,
    showState(signVerdict({ state: judged }), VERDICT_WORDS[judged]),
    markup`${showMark(standing.kind)}${explain(standing)}`
  ];
}
var COMMA = markup`, `;
function explain(standing) {
  switch (standing.kind) {
    case "counts":
      return void 0;
    case "by-hand":
      return markup` <small class="reason">by ${showName(standing.by, 60)}, ${showMinute(standing.at)}: <bdi>${standing.why}</bdi></small>`;
    case "earlier":
    case "slower":
    case "left-out":
      return markup` <small class="reason"><bdi>${standing.why}</bdi></small>`;
  }
}
function unusedSection(setAside, unread) {
  if (setAside.length === 0 && unread === 0) return void 0;
  const columns = [{ title: "file" }, { title: "why" }];
  const rows = setAside.map(({ file, reason }) => [showName(file, 160), markup`<bdi>${reason}</bdi>`]);
  return renderSection("unused", "Not used", [
    rows.length > 0 ? renderTable({ caption: "Files that are set aside", columns, rows }) : void 0,
    unread > 0 ? markup`<p class="note">${formatNumber(unread, 0)} older ${unread === 1 ? "run is" : "runs are"} not read; <code>load-gate baseline prune</code> takes out what is not needed.</p>` : void 0
  ]);
}

// src/report/html/trends-section.ts
var MOST_CHARTED = 60;
var MOST_OPEN = 3;
var MOST_NUMBERS = 100;
var P95 = PERCENTILES.indexOf(95);
var COLUMNS2 = [
  { title: "endpoint" },
  { title: "p95 of the runs that count" },
  ...["least", "most", "level now", "newest", "against the level"].map((title) => ({ title, isFigure: true }))
];
function trendsSection({ runs, endpoints }) {
  const charted = endpoints.filter(({ points }) => points.some((point) => point !== void 0)).slice(0, MOST_CHARTED);
  const folds = new Map(charted.map((endpoint, place) => [endpoint, `e${place}`]));
  const rows = endpoints.map((endpoint) => tableRow(endpoint, runs, folds.get(endpoint)));
  const left = endpoints.length - charted.length;
  return renderSection("endpoints", "Endpoints", [
    markup`<div class="filter" hidden><label for="filter">Only endpoints whose name contains</label> <input type="search" id="filter" autocomplete="off" spellcheck="false"/> <label class="tick"><input type="checkbox" id="failing"/> with failures in the newest run</label> <span role="status"></span></div>`,
    renderTable({ caption: "p95 of each endpoint through the runs", columns: COLUMNS2, rows, asCards: true }),
    markup`<div class="legends"><fieldset class="choose"><legend>Draw</legend>${PERCENTILES.map(choice)}</fieldset><ul class="legend marks">${MARKS.map(({ kind }) => markup`<li>${showMark(kind)}</li>`)}</ul></div>`,
    markup`<p class="note">Each run has the same room, in the order of time; a point is the mean of the bursts of its run. The line goes through the runs that count, or counted before newer ones took their place or a new level began; the shade is where the next one would not be outlying.</p>`,
    charted.map((endpoint, place) => endpointFold(endpoint, runs, { id: `e${place}`, isOpen: place < MOST_OPEN })),
    left > 0 ? markup`<p class="note">${formatNumber(left, 0)} more ${left === 1 ? "endpoint has" : "endpoints have"} no charts here.</p>` : void 0
  ]);
}
function choice(percentile, place) {
  const checked = place === P95 ? markup` checked` : void 0;
  return markup`<label class="tick"><input type="radio" name="percentile" id="draw-p${percentile}"${checked}/> p${percentile}</label>`;
}
function nameForFilter({ name, points }) {
  return `${(points.at(-1)?.failedRatio ?? 0) > 0 ? "!" : "."}${name}`;
}
function exactUs(point, place) {
  const latency = point?.latencies[place];
  return latency?.state === "exact" ? latency.us : void 0;
}
function tableRow(endpoint, runs, fold) {
  const { name, points, levels, isCurrent } = endpoint;
  const level = levels[P95];
  const counting = points.filter((_, place) => {
    const kind = runs[place]?.standing.kind;
    return kind === "counts" || kind === "by-hand";
  });
  const values = counting.map((point) => exactUs(point, P95));
  const known = values.filter((value) => value !== void 0);
  const newest = exactUs(points.at(-1), P95);
  const gone = isCurrent ? void 0 : markup` <small>not in the newest run</small>`;
  const show = (us) => us === void 0 ? NOTHING : formatLatency(us);
  return {
    name: nameForFilter(endpoint),
    cells: [
      markup`${fold === void 0 ? showName(name) : markup`<a href="#${fold}-in">${showName(name)}</a>`}${gone}`,
      drawLine(values),
      show(known.length > 0 ? Math.min(...known) : void 0),
      show(known.length > 0 ? Math.max(...known) : void 0),
      show(level?.us),
      formatReading(points.at(-1)?.latencies[P95]),
      level && newest !== void 0 ? formatSigned(newest / level.us - 1) : NOTHING
    ]
  };
}
var LEAST_FAILURES = 9e-3;
var WIDTH = 140;
var HEIGHT = 26;
var LEAST_SPAN = 0.2;
function drawLine(values) {
  const logs = values.flatMap((value) => value === void 0 ? [] : [Math.log(Math.max(1, value))]);
  if (logs.length < 2) return "";
  const [low, high] = [Math.min(...logs), Math.max(...logs)];
  const span = Math.max(Math.log1p(LEAST_SPAN), high - low);
  const floor = (low + high - span) / 2;
  const points = logs.map((log, place) => {
    const x = Math.round(place / (logs.length - 1) * WIDTH * 10) / 10;
    return `${x} ${Math.round((1 - (log - floor) / span) * (HEIGHT - 4) * 10) / 10 + 2}`;
  });
  return markup`<svg class="spark" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true"><path class="line now" d="${pathData(`M${points.join("L")}`)}"/></svg>`;
}
function endpointFold(endpoint, runs, { id, isOpen }) {
  const { name, points, levels } = endpoint;
  const latencies = PERCENTILES.map(
    (percentile, place) => markup`<div class="of p${percentile}">${latencyTrend(endpoint, runs, { id, percentile, place })}</div>`
  );
  const rates = points.map((point) => point?.okPerSec);
  const ratios = points.map((point) => point?.failedRatio);
  const outliers = levels[P95]?.outliers.size ?? 0;
  const brief = [
    `p95 ${formatReading(points.at(-1)?.latencies[P95])} in the newest run`,
    ...outliers > 0 ? [`${outliers} outlying`] : [],
    ...endpoint.isCurrent ? [] : ["gone"]
  ];
  return markup`<details class="endpoint trend" id="${id}" data-name="${nameForFilter(endpoint)}"${isOpen ? markup` open` : void 0}><summary>${showName(name)} <span class="brief">${brief.join(", ")}</span></summary><div class="inside" id="${id}-in">${latencies}<div class="pair">${trendChart(
    runs,
    {
      id: `${id}-t`,
      title: "Successes per second",
      size: "low",
      curve: curveOf("successes", "now", rates, formatRate),
      scale: buildLinearScale(listShown(rates, void 0)),
      showTick: (value) => formatNumber(value, 2),
      level: void 0,
      lost: 0
    }
  )}${trendChart(runs, {
    id: `${id}-f`,
    title: "Failures",
    size: "low",
    curve: curveOf("failed", "now", ratios, formatRatio),
    scale: buildLinearScale([...listShown(ratios, void 0), LEAST_FAILURES]),
    showTick: formatRatio,
    level: void 0,
    lost: 0
  })}</div>${renderNumbers(endpoint, runs)}</div></details> `;
}
function latencyTrend({ points, levels }, runs, { id, percentile, place }) {
  const values = points.map((point) => exactUs(point, place));
  const level = levels[place];
  const scale = buildLatencyScale(listShown(values, level));
  return trendChart(runs, {
    id: `${id}-p${percentile}`,
    title: `Latency, p${percentile}`,
    size: "tall",
    curve: curveOf(`p${percentile}`, "now", values, formatLatency),
    scale,
    showTick: formatLatencyTick,
    level: level ?? "none",
    lost: points.filter((point) => point?.latencies[place]?.state === "censored").length
  });
}
function curveOf(label, tone, values, show) {
  return { label, tone, form: "line", values, show };
}
function renderNumbers({ name, points, levels }, runs) {
  const marks = listMarks(runs, levels[P95]);
  const rows = runs.flatMap((run, place) => {
    const point = points[place];
    if (point === void 0) return [];
    return [
      [
        showMinute(run.startedAt),
        wordOf(marks[place] ?? run.standing.kind),
        ...point.latencies.map(formatReading),
        point.okPerSec === void 0 ? NOTHING : formatRate(point.okPerSec),
        point.failedRatio === void 0 ? NOTHING : formatRatio(point.failedRatio),
        formatNumber(point.attempts, 0)
      ]
    ];
  });
  const columns = [
    { title: "started (UTC)" },
    { title: "stands for p95" },
    ...[...PERCENTILES.map((percentile) => `p${percentile}`), "ok/s", "failures", "requests"].map((title) => ({ title, isFigure: true }))
  ];
  const shown = rows.toReversed().slice(0, MOST_NUMBERS);
  return markup`<details class="numbers"><summary>Numbers</summary>${renderTable({ caption: `${name}: numbers`, columns, rows: shown })}</details>`;
}

// src/report/html/render-history-html.ts
function renderHistoryHtml(history, version) {
  const common = {
    skip: "Skip to the history",
    source: markup`The stored runs themselves are in ${showName(history.where, 200)}.`,
    version,
    more: MORE_STYLE,
    shapes: MARK_SHAPES
  };
  return renderPage({ ...common, ...describePage(history) });
}
function describePage(history) {
  switch (history.state) {
    case "none-yet":
      return { title: "No stored run yet", top: renderEmpty(history), sections: [] };
    case "unusable":
      return {
        title: "No stored run can be used",
        top: renderTop(history.where, markup`<strong>None of the stored files can be used</strong>`, [
          markup`<p>They are listed below with what is wrong with each. A comparison with them is an error until they are taken away.</p>`
        ]),
        sections: [unusedSection(history.setAside, 0)].filter((section) => section !== void 0)
      };
    case "found":
      return {
        title: `History: ${history.runs.length} stored runs`,
        top: renderFound(history),
        sections: [trendsSection(history), runsSection(history), unusedSection(history.setAside, history.unread)].filter(
          (section) => section !== void 0
        )
      };
  }
}
function renderTop(where, heading, below) {
  return markup`<header class="top"><p class="what">${showName(where, 200)} <span class="tool">load-gate baseline show</span></p>
<h1><span>${heading}</span></h1>
${below}</header>`;
}
function renderEmpty({ where, otherKeys }) {
  return renderTop(where, markup`<strong>No run is stored here yet</strong>`, [
    markup`<p>A history begins with one run of the default branch: <code>load-gate baseline update</code> runs the scenario and stores what it measured; in a workflow, <code>mode: update-baseline</code> on a push does. This page then has a chart for each endpoint.</p>`,
    otherKeys === "" ? void 0 : markup`<p><bdi>${otherKeys}</bdi></p>`
  ]);
}
var TILES = ["counts", "by-hand", "slower", "left-out", "earlier"];
function renderFound({ where, runs, notes, names }) {
  const counting = runs.filter(({ standing }) => standing.kind === "counts" || standing.kind === "by-hand").length;
  const [first, last] = [runs[0], runs.at(-1)];
  const tiles = TILES.map((kind) => ({ kind, count: runs.filter(({ standing }) => standing.kind === kind).length }));
  const slower = runs.findLast(({ standing }) => standing.kind === "slower");
  const heading = markup`<strong>${formatNumber(runs.length, 0)} stored ${runs.length === 1 ? "run" : "runs"}</strong>, ${formatNumber(counting, 0)} of which ${counting === 1 ? "counts" : "count"} for the next comparison`;
  const span = first && last ? markup`<p class="about"><span>${first === last ? void 0 : markup`${showMinute(first.startedAt)} to `}${showMinute(last.startedAt)} UTC</span></p>` : void 0;
  return renderTop(where, heading, [
    span,
    renderNotes(notes, names),
    slower ? markup`<p class="waiting">The newest run that was judged slower waits: if that is meant to stay, <code>load-gate baseline accept ${slower.id} --baseline …</code> lets it count.</p>` : void 0,
    markup`<dl class="figures five">${tiles.map(({ kind, count }) => markup`<div><dt>${showMark(kind, wordOf(kind))}</dt><dd>${formatNumber(count, 0)}</dd></div>`)}</dl>`
  ]);
}
var MOST_NOTES = 3;
function renderNotes(notes, names) {
  const items = notes.map((note) => markup`<li>${markNames(note, names)}</li>`);
  const [first, more] = [items.slice(0, MOST_NOTES), items.slice(MOST_NOTES)];
  if (first.length === 0) return void 0;
  const fold = markup`<details class="more"><summary>${formatNumber(more.length, 0)} more</summary><ul class="reasons">${more}</ul></details>`;
  return markup`<ul class="reasons">${first}</ul>${more.length > 0 ? fold : void 0}`;
}
export {
  renderHistoryHtml
};
