import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  servePages
} from "./chunk-3TTJKRSK.js";
import {
  readShownResult,
  readStoredResults
} from "./chunk-OWQHJKPP.js";
import {
  MORE_STYLE
} from "./chunk-KO5RPUG2.js";
import {
  buildSide,
  percentileChart,
  renderReportHtml
} from "./chunk-O6M2G4GT.js";
import "./chunk-4OKLBAXO.js";
import "./chunk-SIO4AA7A.js";
import "./chunk-Q7GH57CB.js";
import {
  NOTHING_TO_SHOW,
  VERDICT_WORDS,
  buildLatencyScale,
  buildLinearScale,
  buildTimeAxis,
  buildTimeline,
  describeCurves,
  drawPercentiles,
  formatLatencyTick,
  frameTogether,
  listPolicy,
  listSlices,
  listValues,
  markup,
  pathData,
  perSecond,
  renderChart,
  renderPage,
  renderSection,
  renderTable,
  showName,
  showState,
  signVerdict
} from "./chunk-XR53GZEW.js";
import {
  describeLevelChanges
} from "./chunk-RNRZHEU7.js";
import {
  listDifferences
} from "./chunk-D753NKHP.js";
import {
  formatChange
} from "./chunk-A3SLCI4C.js";
import {
  NOTHING,
  formatCount,
  formatReading
} from "./chunk-ZLLVWJAM.js";
import "./chunk-2TOVJSTJ.js";
import "./chunk-GCV36XLM.js";
import {
  buildFingerprint
} from "./chunk-5YB5ZHND.js";
import "./chunk-WKKYXOXW.js";
import {
  percentileOf,
  summarizeEndpoints
} from "./chunk-XW65F56M.js";
import "./chunk-NE3VJX42.js";
import "./chunk-B3YCOJUD.js";
import "./chunk-NSEIX5CG.js";
import {
  percentileUs
} from "./chunk-QC36IMXK.js";
import {
  formatDuration,
  formatLatency,
  formatNumber,
  formatRate,
  formatRatio
} from "./chunk-BRFOQZPS.js";
import "./chunk-P7N3RRTJ.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";
import {
  GateError
} from "./chunk-WYDHRVNK.js";
import {
  VERSION
} from "./chunk-MLCRLLSN.js";
import "./chunk-5PVW3TJC.js";

// src/command-view.ts
import { lstat } from "node:fs/promises";
import { join, resolve } from "node:path";

// src/report/line-up-endpoints.ts
var METRICS = [
  { title: "p50", metric: { kind: "percentile", percentile: 50 } },
  { title: "p95", metric: { kind: "percentile", percentile: 95 } },
  { title: "p99", metric: { kind: "percentile", percentile: 99 } },
  { title: "failures", metric: { kind: "error-ratio" } },
  { title: "ok/s", metric: { kind: "throughput" } }
];
function lineUpEndpoints(runs) {
  const tables = runs.map((run) => {
    const { rows, total: total2 } = summarizeEndpoints(run);
    return { rows: new Map(rows.map((row) => [row.name, row])), total: total2 };
  });
  const names = [...new Set(tables.flatMap(({ rows }) => [...rows.keys()]))];
  const [total] = tables;
  return [
    ...names.map(
      (name) => lineUp(
        name,
        tables.map(({ rows }) => rows.get(name))
      )
    ),
    ...total ? [
      lineUp(
        "total",
        tables.map((table) => table.total)
      )
    ] : []
  ];
}
function lineUp(name, found) {
  const [first] = found;
  const base = first && first.attempts !== 0 ? readFigures(first) : void 0;
  const inRuns = found.map((endpoint, place) => {
    if (endpoint === void 0) return { state: "absent" };
    if (endpoint.attempts === 0) return { state: "idle" };
    const figures = readFigures(endpoint).map((figure, column) => {
      const change = place === 0 ? void 0 : changeBetween(METRICS[column]?.metric, base?.[column]?.value, figure.value);
      return { ...figure, change };
    });
    return { state: "measured", endpoint, figures };
  });
  return { name, kind: found.find((endpoint) => endpoint !== void 0)?.kind ?? "http", inRuns };
}
function readFigures(endpoint) {
  return METRICS.map(({ metric }) => {
    switch (metric.kind) {
      case "percentile": {
        const reading = percentileOf(endpoint, metric.percentile);
        return { text: formatReading(reading), value: reading?.state === "exact" ? reading.us : void 0 };
      }
      case "error-ratio": {
        const { failedRatio: value } = endpoint;
        return { text: value === void 0 ? NOTHING : formatRatio(value), value };
      }
      case "throughput":
        return { text: endpoint.okPerSec === void 0 ? NOTHING : formatRate(endpoint.okPerSec), value: endpoint.okPerSec };
    }
  });
}
function changeBetween(metric, base, value) {
  if (metric === void 0 || base === void 0 || value === void 0) return void 0;
  if (metric.kind === "error-ratio") return value - base;
  return base > 0 ? value / base - 1 : void 0;
}

// src/report/html/viewed-run.ts
var TAGS = ["A", "B", "C", "D", "E", "F", "G", "H"];
var TONES = ["r0", "r1", "r2", "r3", "r4", "r5", "r6", "r7"];
var MOST_RUNS = TAGS.length;
function tagRuns(runs) {
  return runs.map((run, place) => {
    const [tag, tone] = [TAGS[place], TONES[place]];
    if (tag === void 0 || tone === void 0) throw new RangeError(`at most ${MOST_RUNS} runs stand side by side`);
    return { ...run, tag, tone };
  });
}
function showTag({ tag, tone }) {
  return markup`<span class="tag"><svg class="key" width="26" height="12" aria-hidden="true"><path class="line ${tone}" d="M1 6H25"/></svg>${tag}</span>`;
}

// src/report/html/delta-section.ts
var COLUMNS = [
  { title: "run" },
  { title: "requests", isFigure: true },
  ...METRICS.map(({ title }) => ({ title, isFigure: true }))
];
function deltaTable(endpoints, runs, foldOf) {
  const caption = `Endpoints, each against run ${runs[0]?.tag ?? ""}`;
  const heads = COLUMNS.map(
    ({ title, isFigure }) => markup`<th scope="col" role="columnheader"${isFigure ? FIGURE : void 0}>${title}</th>`
  );
  const groups = endpoints.map((endpoint) => renderGroup(endpoint, runs, foldOf(endpoint)));
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="cards deltas" role="table"><caption class="unseen">${caption}</caption><thead role="rowgroup"><tr role="row">${heads}</tr></thead>${groups}</table></div>
`;
}
var FIGURE = markup` class="n"`;
function renderGroup(endpoint, runs, fold) {
  const { name, kind, inRuns } = endpoint;
  const shown = kind === "total" ? markup`<strong>all together</strong>` : showName(name);
  const linked = fold === void 0 ? shown : markup`<a href="#${fold}-in">${shown}</a>`;
  const filtered = kind === "total" ? void 0 : markup` data-name="${nameForFilter(endpoint)}"`;
  const rows = runs.map((run, place) => renderRow(run, inRuns[place] ?? { state: "absent" }));
  return markup`
<tbody role="rowgroup"><tr class="over" role="row"${filtered}><th scope="rowgroup" role="rowheader" colspan="${COLUMNS.length}">${linked}</th></tr>${rows}</tbody>`;
}
function renderRow(run, inRun) {
  const cells = figureCells(inRun).map((cell, index) => {
    const { title = "", isFigure } = COLUMNS[index + 1] ?? {};
    return markup`<td role="cell" data-label="${title}"${isFigure ? FIGURE : void 0}>${cell}</td>`;
  });
  return markup`
<tr role="row"><th scope="row" role="rowheader">${showTag(run)}</th>${cells}</tr>`;
}
function nameForFilter({ name, inRuns }) {
  return `${inRuns.some((each) => each.state === "measured" && (each.endpoint.failed ?? 0) > 0) ? "!" : "."}${name}`;
}
function figureCells(inRun) {
  switch (inRun.state) {
    case "absent":
      return [
        markup`<small>not in this run</small>`,
        ...METRICS.map(({ metric }) => figureCell({ text: NOTHING, value: void 0, change: void 0 }, metric))
      ];
    case "idle":
      return [
        markup`<small>not called</small>`,
        ...METRICS.map(({ metric }) => figureCell({ text: NOTHING, value: void 0, change: void 0 }, metric))
      ];
    case "measured":
      return [
        formatCount(inRun.endpoint.attempts),
        ...inRun.figures.map((figure, column) => figureCell(figure, METRICS[column]?.metric ?? { kind: "throughput" }))
      ];
  }
}
function figureCell({ text, change }, metric) {
  const isSilent = change === void 0 || metric.kind === "error-ratio" && change === 0;
  const shown = isSilent ? void 0 : markup`${formatChange(metric, change)}${drawDelta(metric, change)}`;
  return markup`${text}<span class="delta${metric.kind === "error-ratio" ? markup` points` : void 0}">${shown}</span>`;
}
var WIDTH = 60;
var REACH = { ratio: Math.LN2, points: 0.1 };
function drawDelta(metric, change) {
  const share = metric.kind === "error-ratio" ? change / REACH.points : Math.log1p(Math.max(-0.99, change)) / REACH.ratio;
  const half = WIDTH / 2;
  const length = Math.round(Math.min(1, Math.max(-1, share)) * half * 10) / 10;
  return markup`<svg class="bar" viewBox="0 0 ${WIDTH} 4" preserveAspectRatio="none" aria-hidden="true"><path class="middle" d="${pathData(`M${half} 0V4`)}"/><path class="much" d="${pathData(`M${half} 2h${length}`)}"/></svg>`;
}
function describeAbsent(endpoints, runs) {
  const listWith = (test) => endpoints.filter(test);
  const first = runs[0]?.tag ?? "";
  const isNew = ({ inRuns }) => inRuns[0]?.state !== "measured" && inRuns.some(({ state }) => state === "measured");
  const isPartial = (endpoint) => !isNew(endpoint) && endpoint.inRuns[0]?.state === "measured" && endpoint.inRuns.some(({ state }) => state !== "measured");
  const [news, partial] = [listWith(isNew), listWith(isPartial)];
  return [
    ...news.length > 0 ? [markup`Not measured in ${first}, so without a difference: ${listNames(news)}.`] : [],
    ...partial.length > 0 ? [markup`Measured in ${first} and not in all of the others: ${listNames(partial)}.`] : [],
    ...news.length + partial.length > 0 ? [markup`So the rows of all together are not of the same endpoints.`] : []
  ];
}
var MOST_NAMES = 12;
var COMMA = markup`, `;
function listNames(endpoints) {
  const left = endpoints.length - MOST_NAMES;
  return [
    ...endpoints.slice(0, MOST_NAMES).map(({ name }, place) => markup`${place > 0 ? COMMA : void 0}${showName(name)}`),
    left > 0 ? markup` and ${formatNumber(left, 0)} more` : void 0
  ];
}

// src/report/html/overlay-charts.ts
function latencyOverlay(runs, name, place) {
  const frame = overlay(runs, place, (run, axis) => {
    const { steps } = buildTimeline(slicesOf(run, name), axis);
    return { values: steps.map((step) => percentileUs(step.latency(), 95)), show: formatLatency };
  });
  const values = listValues(frame.drawn.curves);
  if (values.length === 0) return NOTHING_TO_SHOW;
  return renderLatency(frame, { ...place, title: "p95 over time", values });
}
function throughputOverlay(runs, name, place) {
  const frame = overlay(runs, place, (run, axis) => ({ values: countSuccesses(slicesOf(run, name), axis), show: formatRate }));
  return renderRate(frame, { ...place, title: "Successes per second", values: listValues(frame.drawn.curves) });
}
function latencyMultiples(runs, mostSteps) {
  const frames = frameEach(runs, (run, axis) => drawPercentiles(slicesOf(run, void 0), axis), mostSteps);
  const values = frames.flatMap(({ frame }) => listValues(frame.drawn.curves));
  const measured = frames.filter(({ frame }) => listValues(frame.drawn.curves).length > 0);
  return showMultiples(
    measured.map(({ run, frame }) => renderLatency(frame, { id: `m-latency-${run.tag}`, size: "low", title: nameRun(run), values }))
  );
}
function throughputMultiples(runs, mostSteps) {
  const frames = frameEach(runs, drawThroughput, mostSteps);
  const values = frames.flatMap(({ frame }) => listValues(frame.drawn.curves));
  return showMultiples(
    frames.map(({ run, frame }) => renderRate(frame, { id: `m-rate-${run.tag}`, size: "low", title: nameRun(run), values }))
  );
}
function frameEach(runs, curvesOf, mostSteps) {
  const bursts = runs.map(({ report }) => report.run);
  return runs.map((run) => ({
    run,
    frame: frameTogether(bursts, (axis) => curvesOf(run, axis), { mostSteps, banded: run.report.run })
  }));
}
function drawThroughput(run, axis) {
  const slices = slicesOf(run, void 0);
  const timeline = buildTimeline(slices, axis);
  const ended = timeline.steps.map(({ ok, failed, censored }, step) => perSecond(ok + failed + censored, step, timeline));
  const curves = [
    { label: "succeeded", tone: "now", form: "area", values: countSuccesses(slices, axis), show: formatRate },
    { label: "ended, failures too", tone: "plan", form: "line", values: ended, show: formatRate }
  ];
  return curves.map((curve) => ({ ...curve, values: endWith(run, axis, curve.values) }));
}
function overlay(runs, { mostSteps }, of) {
  const bursts = runs.map(({ report }) => report.run);
  return frameTogether(
    bursts,
    (axis) => runs.map((run) => {
      const { values, show } = of(run, axis);
      return { label: run.tag, tone: run.tone, form: "line", values: endWith(run, axis, values), show };
    }),
    { mostSteps, banded: haveSamePhases(bursts) ? bursts[0] : void 0 }
  );
}
function haveSamePhases(runs) {
  const namesOf = ({ phases }) => JSON.stringify(phases.map(({ plan }) => [plan.name, plan.durationMs, plan.warmup]));
  return new Set(runs.map(namesOf)).size === 1;
}
function slicesOf({ report }, name) {
  const { series } = report.run;
  return listSlices(name === void 0 ? series : series.filter((each) => each.name === name));
}
function countSuccesses(slices, axis) {
  const timeline = buildTimeline(slices, axis);
  return timeline.steps.map(({ ok }, step) => perSecond(ok, step, timeline));
}
function endWith({ report }, { stepSec }, values) {
  const { endSec } = buildTimeAxis(report.run, 1);
  return values.map((value, step) => step * stepSec < endSec ? value : void 0);
}
function renderLatency(frame, { values, ...chart }) {
  const scale = buildLatencyScale(values);
  const note = markup`Of successes, from the intended start.${scale.kind === "log" ? markup` Logarithmic scale.` : void 0}`;
  return draw({ ...chart, ...frame, note, scale, showTick: formatLatencyTick });
}
function renderRate(frame, { values, ...chart }) {
  return draw({ ...chart, ...frame, scale: buildLinearScale(values), showTick: (value) => formatNumber(value, 2) });
}
function draw(chart) {
  return renderChart({ ...chart, summary: describeCurves(chart.drawn) });
}
function nameRun({ tag, name }) {
  return `${tag}: ${name}`;
}
function showMultiples(charts) {
  return charts.length === 0 ? NOTHING_TO_SHOW : markup`<div class="multiples">${charts}</div>`;
}

// src/report/html/runs-head.ts
var COLUMNS2 = [
  { title: "run" },
  { title: "verdict" },
  { title: "started (UTC)" },
  { title: "target", isOptional: true },
  { title: "commit" },
  { title: "seed", isFigure: true },
  { title: "lasted", isFigure: true },
  { title: "requests", isFigure: true },
  { title: "failed", isFigure: true },
  { title: "p95", isFigure: true }
];
function renderRunsHead(runs) {
  const [first, ...others] = runs;
  const names = [...new Set(runs.map(({ report }) => report.run.scenario.name))];
  const targets = new Set(runs.map(({ report }) => report.run.target));
  const [target = ""] = targets;
  const isShown = COLUMNS2.map((column) => targets.size > 1 || !("isOptional" in column));
  const rows = runs.map((run) => runCells(run).filter((_, place) => isShown[place]));
  const bursts = runs.filter(({ report }) => (report.further ?? []).length > 0 || report.live);
  return markup`<header class="top"><p class="what">${names.map((name, place) => markup`${place > 0 ? COMMA2 : void 0}${showName(name, 80)}`)} <span class="tool">load-gate view</span></p>
<h1><span><strong>${formatNumber(runs.length, 0)} runs</strong> side by side</span></h1>
<p class="plain">A plain comparison, and no verdict: nothing on this page says whether a difference is more than noise. <code>load-gate compare RESULT BASELINE</code> does, with the statistics of the gate.</p>
${targets.size === 1 && target !== "" ? markup`<p class="about"><span>target ${showName(target, 120)}</span></p>` : void 0}
<div class="runs">${renderTable({ caption: "The runs", columns: COLUMNS2.filter((_, place) => isShown[place]), rows, asCards: true })}</div>
${first ? listUnlike(first, others) : void 0}
${bursts.length > 0 ? markup`<p class="note">Of a run with several bursts, and of a live comparison, the first burst of the candidate is shown: ${bursts.map(({ tag }) => tag).join(", ")}.</p>` : void 0}
</header>`;
}
function runCells(run) {
  const { report, name, commit, address } = run;
  const { run: burst, verdict } = report;
  const { total } = summarizeEndpoints(burst);
  const profile = burst.scenario.profile === void 0 ? void 0 : markup` <small>profile ${showName(burst.scenario.profile, 40)}</small>`;
  const ending = burst.ending.state === "complete" ? void 0 : markup` <small>${burst.ending.state}</small>`;
  const shown = showName(name, 100);
  return [
    markup`${showTag(run)} ${address === void 0 ? shown : markup`<a href="${address}">${shown}</a>`}${profile}`,
    markup`${showState(signVerdict(verdict), VERDICT_WORDS[verdict.state])}${ending}`,
    markup`<span class="whole">${burst.startedAt.slice(0, 16).replace("T", " ")}</span>`,
    burst.target === "" ? NOTHING : showName(burst.target, 80),
    commit === void 0 ? NOTHING : markup`<span class="whole">${commit.slice(0, 8)}</span>`,
    burst.engine.kind === "import" ? NOTHING : burst.seed,
    formatDuration(burst.durationMs),
    formatCount(total.attempts),
    total.failedRatio === void 0 ? NOTHING : formatRatio(total.failedRatio),
    formatReading(percentileOf(total, 95))
  ];
}
function listUnlike(first, others) {
  const groups = Map.groupBy(others, (run) => describeDifferences(first.report.run, run.report.run).join("; "));
  const items = [...groups].filter(([text]) => text !== "").map(([text, runs]) => markup`<li>${runs.map(({ tag }) => tag).join(", ")} against ${first.tag}: <bdi>${text}</bdi></li>`);
  return items.length === 0 ? void 0 : markup`<p class="unlike"><strong>Not alike</strong>, so a difference may come from that:</p><ul class="reasons">${items}</ul>`;
}
function describeDifferences(base, run) {
  const isKnown = [base, run].every(({ tool }) => /^\d{1,6}\./.test(tool.version));
  return [...isKnown ? listDifferences(buildFingerprint(run), buildFingerprint(base)) : [], ...describeLoad(base, run)];
}
var COMMA2 = markup`, `;
function describeLoad(base, run) {
  const plansOf = ({ phases }) => JSON.stringify(phases.map(({ plan }) => plan));
  const machineOf = ({ environment: { cores, cpuModel } }) => `${cores} × ${cpuModel}`;
  return [
    ...plansOf(base) === plansOf(run) ? [] : ["other phases"],
    ...describeSteering(base, run),
    ...machineOf(base) === machineOf(run) ? [] : [`made on ${machineOf(run)} instead of ${machineOf(base)}`]
  ];
}
function describeSteering(base, run) {
  if (base.levelChanges.length === 0 && run.levelChanges.length === 0) return [];
  const tell = ({ levelChanges }) => describeLevelChanges(levelChanges) || "never";
  return [`users set by hand ${tell(run)} instead of ${tell(base)}`];
}

// src/report/html/render-runs-html.ts
var TALL = { size: "tall", mostSteps: 240 };
var MULTIPLE_STEPS = 120;
var MOST_CHARTED = 60;
var POINTS = 6e3;
var MOST_POINTS = 100;
var LEAST_POINTS = 30;
function renderRunsHtml(runs, version) {
  const bursts = runs.map(({ report }) => report.run);
  const sides = runs.map(({ tag, tone, report }) => buildSide(tag, tone, report.run));
  const endpoints = lineUpEndpoints(bursts);
  const charted = endpoints.filter(isMeasured).slice(0, MOST_CHARTED);
  const folds = new Map(charted.map((endpoint, place) => [endpoint, `e${place}`]));
  const sections = [
    endpointsSection(endpoints, runs, folds),
    chartSection("percentiles", "Latency by percentile", [percentileChart(sides, void 0, { ...TALL, id: "chart-percentiles" })]),
    chartSection("latency", "Latency over time", [
      latencyOverlay(runs, void 0, { ...TALL, id: "chart-latency" }),
      latencyMultiples(runs, MULTIPLE_STEPS)
    ]),
    chartSection("load", "Throughput over time", [
      throughputOverlay(runs, void 0, { ...TALL, id: "chart-throughput" }),
      throughputMultiples(runs, MULTIPLE_STEPS)
    ]),
    foldsSection({ runs, sides, folds, left: endpoints.filter(isMeasured).length - charted.length })
  ];
  const names = [...new Set(bursts.map(({ scenario }) => scenario.name))];
  return renderPage({
    title: `${runs.map(({ tag }) => tag).join(", ")} side by side: ${names.join(", ")}`,
    skip: "Skip to the runs",
    top: renderRunsHead(runs),
    sections: sections.filter((section) => section !== void 0),
    source: markup`Everything behind these figures is in the results of each run.`,
    version,
    more: MORE_STYLE
  });
}
function chartSection(id, title, charts) {
  return charts.every((chart) => chart.toString() === "") ? void 0 : renderSection(id, title, charts);
}
function isMeasured({ kind, inRuns }) {
  return kind !== "total" && inRuns.some(({ state }) => state === "measured");
}
function endpointsSection(endpoints, runs, folds) {
  return renderSection("endpoints", "Endpoints", [
    markup`<div class="filter" hidden><label for="filter">Only endpoints whose name contains</label> <input type="search" id="filter" autocomplete="off" spellcheck="false"/> <label class="tick"><input type="checkbox" id="failing"/> with failures</label> <span role="status"></span></div>`,
    deltaTable(endpoints, runs, (endpoint) => folds.get(endpoint)),
    markup`<p class="note">Over the judged phases of each run. Beside each figure its difference to that of ${runs[0]?.tag}; the bar ends at twice or half as much (of failures at ten points). Percentiles rank requests that never came back last.</p>`,
    describeAbsent(endpoints, runs).map((sentence) => markup`<p class="absent">${sentence}</p>`)
  ]);
}
function foldsSection({ runs, sides, folds, left }) {
  if (folds.size === 0) return void 0;
  const points = Math.floor(POINTS / (folds.size * runs.length));
  const mostSteps = Math.min(MOST_POINTS, Math.max(LEAST_POINTS, points));
  return renderSection("each", "Each endpoint", [
    [...folds].map(([endpoint, id]) => endpointFold(endpoint, id, { runs, sides, mostSteps })),
    left > 0 ? markup`<p class="note">${formatNumber(left, 0)} more ${left === 1 ? "endpoint has" : "endpoints have"} no charts here.</p>` : void 0
  ]);
}
function endpointFold(endpoint, id, { runs, sides, mostSteps }) {
  const { name, inRuns } = endpoint;
  const isIn = (place2) => inRuns[place2]?.state === "measured";
  const having = runs.filter((_, place2) => isIn(place2));
  const place = (what) => ({
    id: `${id}-${what}`,
    size: "low",
    mostSteps
  });
  const p95 = runs.flatMap(({ tag }, index) => {
    const inRun = inRuns[index];
    return inRun?.state === "measured" ? [`${tag} ${inRun.figures[1]?.text ?? ""}`] : [];
  });
  const curve = percentileChart(
    sides.filter((_, index) => isIn(index)),
    name,
    place("p")
  );
  return markup`<details class="endpoint" id="${id}" data-name="${nameForFilter(endpoint)}"><summary>${showName(name)} <span class="brief">p95: ${p95.join(", ")}</span></summary><div class="inside" id="${id}-in"><div class="pair">${curve}${latencyOverlay(having, name, place("l"))}${throughputOverlay(having, name, place("t"))}</div></div></details> `;
}

// src/command-view.ts
var RESULTS = "results.json";
async function viewStored(request, ports, waitForEnd) {
  const runs = await readViewed(request.results, ports);
  const server = await servePages({ port: request.port, routes: buildRoutes(runs) });
  try {
    const what = runs.length === 1 ? "the report" : `${runs.length} runs side by side`;
    ports.write(`${what}: ${server.url}
Ctrl-C ends it.
`);
    await waitForEnd();
  } finally {
    await server.close();
  }
  return { kind: "done" };
}
function buildRoutes(runs) {
  const [first, ...others] = runs;
  if (first === void 0) throw new Error("view was let through without a result");
  if (others.length === 0) return /* @__PURE__ */ new Map([["", reportRoute(first)]]);
  const viewed = tagRuns(
    runs.map(({ name, run }, place) => ({ name, commit: run.origin.commit, report: run.report, address: addressOf(place) }))
  );
  return new Map([
    ["", pageRoute(() => renderRunsHtml(viewed, VERSION), listPolicy(MORE_STYLE))],
    ...runs.map((run, place) => [addressOf(place), reportRoute(run)])
  ]);
}
function addressOf(place) {
  return `report-${place + 1}.html`;
}
function reportRoute({ run }) {
  return pageRoute(() => renderReportHtml(run.report), listPolicy());
}
function pageRoute(render, policy) {
  let page;
  return { contentType: "text/html; charset=utf-8", policy, body: () => page ??= render() };
}
async function readViewed(named, ports) {
  const runs = /* @__PURE__ */ new Map();
  for (const name of named) {
    for (const run of await readNamed(name, ports)) if (!runs.has(run.run.id)) runs.set(run.run.id, run);
  }
  if (runs.size <= MOST_RUNS) return [...runs.values()];
  throw new GateError("LOAD_GATE_USAGE", `view shows at most ${MOST_RUNS} runs side by side; here are ${runs.size}`, {
    hint: "name the files of those that you want to see"
  });
}
async function readNamed(name, ports) {
  const inside = join(name, RESULTS);
  const path = await isThere(resolve(ports.cwd, inside)) ? inside : name;
  const isFolder = path === name && (await lstat(resolve(ports.cwd, name)).catch(() => void 0))?.isDirectory() === true;
  if (!isFolder) return [{ name: cleanText(path), run: await readShownResult(ports.cwd, path) }];
  const { runs, names, setAside } = await readStoredResults(ports.cwd, [name]);
  const [broken] = setAside;
  if (broken !== void 0) {
    throw new GateError("LOAD_GATE_RESULT_INVALID", `${broken.file} cannot be used: ${broken.reason}`, {
      hint: "name the files that you want to see, or the folder of a report"
    });
  }
  return runs.map((run) => ({ name: names.get(run.id) ?? run.fileName, run }));
}
async function isThere(path) {
  return await lstat(path).catch(() => void 0) !== void 0;
}
export {
  buildRoutes,
  viewStored
};
