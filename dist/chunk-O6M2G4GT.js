import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  arrivalsChart,
  comparisonSection,
  latencyChart,
  promisesSection,
  throughputChart,
  usersChart
} from "./chunk-4OKLBAXO.js";
import {
  formatServerValue
} from "./chunk-SIO4AA7A.js";
import {
  NOTHING_TO_SHOW,
  VERDICT_WORDS,
  buildLatencyScale,
  buildLinearScale,
  buildLogScale,
  buildTimeAxis,
  codeSpan,
  countSteps,
  dataBlock,
  describeCurves,
  describeEngine,
  describeSeed,
  drawBand,
  drawGrid,
  drawLabels,
  drawTicks,
  escapeMarkdown,
  formatLatencyTick,
  formatMoment,
  frameTime,
  labelBand,
  listBands,
  listMissing,
  listSlices,
  listTimeTicks,
  listValues,
  markup,
  openCanvas,
  pathData,
  perSecond,
  renderChart,
  renderFacts,
  renderFigure,
  renderPage,
  renderSection,
  renderTable,
  renderVerdict,
  showName
} from "./chunk-XR53GZEW.js";
import {
  NOTHING,
  formatCount,
  formatPair,
  formatPercentile,
  formatReading
} from "./chunk-ZLLVWJAM.js";
import {
  buildFingerprint
} from "./chunk-5YB5ZHND.js";
import {
  explainPart,
  nameShard
} from "./chunk-WKKYXOXW.js";
import {
  countJudged,
  judgeLatency,
  judgedPercentile,
  lengthOf,
  percentileOf,
  summarizeEndpoints
} from "./chunk-XW65F56M.js";
import {
  nameEngine
} from "./chunk-B3YCOJUD.js";
import {
  highestValueOfBucket,
  percentileUs
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

// src/report/html/percentile-chart.ts
function listSides({ run, further = [], live }) {
  const [baseline] = live?.runs ?? [];
  return [
    buildSide("this run", "now", run),
    ...further.slice(0, 1).map((burst) => buildSide("second burst", "again", burst)),
    ...baseline ? [buildSide("baseline", "base", baseline)] : []
  ];
}
function buildSide(label, tone, run) {
  const { rows, total } = summarizeEndpoints(run);
  const byName = new Map(rows.map((row) => [row.name, row]));
  return { label, tone, find: (name) => name === void 0 ? total : byName.get(name) };
}
var LANDMARKS = [50, 90, 99, 99.9, 99.99, 99.999, 99.9999];
function percentileChart(sides, name, { id, size, mostSteps }) {
  const judged = sides.flatMap(({ label, tone, find }) => {
    const endpoint = find(name);
    return endpoint ? [{ label, tone, latency: judgeLatency(endpoint, "latency", false) }] : [];
  });
  const reach = Math.max(1, ...judged.map(({ latency }) => Math.log10(Math.max(1, countJudged(latency) / Math.max(1, latency.lost)))));
  const plotAt = (steps) => ({
    at: steps.map((nines) => nines / reach),
    moments: steps.map(describeNines),
    width: 1 / steps.length,
    curves: judged.map(({ label, tone, latency }) => ({
      label,
      tone,
      form: "line",
      values: steps.map((nines) => readLatency(latency, nines)),
      show: formatLatency
    }))
  });
  const drawn = plotAt(Array.from({ length: mostSteps + 1 }, (_, index) => index / mostSteps * reach));
  const values = listValues(drawn.curves);
  if (values.length === 0) return NOTHING_TO_SHOW;
  const marks = LANDMARKS.map(toNines).filter((nines) => nines <= reach);
  const scale = buildLatencyScale(values);
  const [first, ...others] = judged.map(({ latency }) => latency);
  const lost = first?.lost ?? 0;
  const end = lost > 0 ? markup` The curve ends where the ${formatNumber(lost, 0)} requests begin that never came back.` : others.some((latency) => latency.lost > 0) ? markup` A curve that ends early has requests that never came back.` : void 0;
  return renderChart({
    id,
    size,
    title: "Latency by percentile",
    summary: describeCurves(drawn),
    note: markup`Each nine has the same room.${end}${scale.kind === "log" ? markup` Logarithmic scale.` : void 0}`,
    scale,
    showTick: formatLatencyTick,
    ticks: marks.map((nines) => ({ share: nines / reach, label: describeNines(nines) })),
    bands: [],
    drawn,
    told: plotAt(marks),
    axis: "percentile"
  });
}
function toNines(percentile) {
  return -Math.log10(1 - percentile / 100);
}
function readLatency(latency, nines) {
  const count = countJudged(latency);
  if (count === 0 || nines > Math.log10(count) + 1e-9) return void 0;
  const reading = judgedPercentile(latency, 100 * (1 - 10 ** -nines));
  return reading?.state === "exact" ? reading.us : void 0;
}
function describeNines(nines) {
  const percentile = 100 * (1 - 10 ** -nines);
  return `${formatNumber(percentile, Math.max(0, Math.ceil(nines + 1e-9) - 1))} %`;
}

// src/report/html/endpoints-section.ts
var COLUMNS = [
  { title: "endpoint" },
  ...["requests", "failures", "ok/s", "p50", "p95", "p99", "max"].map((title) => ({ title, isFigure: true }))
];
var MOST_CHARTED = 60;
var POINTS = 2e3;
var MOST_POINTS = 100;
var LEAST_POINTS = 40;
function endpointsSection(run, { rows, total }, sides) {
  const shown = rows.map((row, index) => ({ row, id: `e${index}` })).filter(({ row }) => row.selected);
  const charted = shown.filter(({ row }) => (row.attempts ?? 0) > 0).slice(0, MOST_CHARTED);
  const mostSteps = Math.min(MOST_POINTS, Math.max(LEAST_POINTS, Math.floor(POINTS / Math.max(1, charted.length))));
  const hasFold = new Set(charted.map(({ id }) => id));
  const table = renderTable({
    caption: "Endpoints over the judged phases",
    columns: COLUMNS,
    rows: [
      ...shown.map(({ row, id }) => endpointRow(row, hasFold.has(id) ? id : void 0)),
      { ...endpointRow(total, void 0), tone: "total" }
    ]
  });
  const left = shown.filter(({ row }) => (row.attempts ?? 0) > 0).length - charted.length;
  return renderSection("endpoints", "Endpoints", [
    markup`<div class="filter" hidden><label for="filter">Only endpoints whose name contains</label> <input type="search" id="filter" autocomplete="off" spellcheck="false"/> <label class="tick"><input type="checkbox" id="failing"/> with failures</label> <span role="status"></span></div>`,
    table,
    markup`<p class="note">Over the judged phases. Percentiles rank requests that never came back last.</p>`,
    charted.map(({ row, id }) => endpointFold({ run, row, id, mostSteps }, sides)),
    left > 0 ? markup`<p class="note">${formatNumber(left, 0)} more ${left === 1 ? "endpoint has" : "endpoints have"} no charts here.</p>` : void 0
  ]);
}
function endpointRow(row, id) {
  const share = row.failedRatio === void 0 ? "" : formatRatio(row.failedRatio);
  const name = row.kind === "total" ? "total" : showName(row.name);
  return {
    ...row.kind === "total" ? {} : { name: nameForFilter(row) },
    cells: [
      id === void 0 ? name : markup`<a href="#${id}-in">${name}</a>`,
      formatCount(row.attempts),
      row.failed === void 0 || row.failed === 0 ? formatCount(row.failed) : markup`<strong>${formatNumber(row.failed, 0)}</strong> <small>${share}</small>`,
      row.okPerSec === void 0 ? NOTHING : formatRate(row.okPerSec),
      ...[50, 95, 99, 100].map((percentile) => formatReading(percentileOf(row, percentile)))
    ]
  };
}
function nameForFilter({ name, failed }) {
  return `${(failed ?? 0) > 0 ? "!" : "."}${name}`;
}
function endpointFold({ run, row, id, mostSteps }, sides) {
  const series = run.series.filter(({ name }) => name === row.name);
  const place = (what) => ({
    id: `${id}-${what}`,
    size: "low",
    mostSteps
  });
  const p95 = formatReading(percentileOf(row, 95));
  const all = formatCount(row.attempts);
  const failures = row.failed === void 0 ? `${all} requests` : `${formatCount(row.failed)} of ${all} failed`;
  return markup`<details class="endpoint" id="${id}" data-name="${nameForFilter(row)}"><summary>${showName(row.name)} <span class="brief">p95 ${p95}, ${failures}</span></summary><div class="inside" id="${id}-in"><div class="pair">${latencyChart(run, series, place("l"))}${percentileChart(sides, row.name, place("p"))}${throughputChart(run, series, place("t"))}${spansTable(row, run.engine.kind)}</div>${renderFacts(transferFacts(row, run.engine.kind))}</div></details> `;
}
var SPANS = [
  ["waiting for a connection", "queue"],
  ["DNS and TCP", "connect"],
  ["TLS", "tls"],
  ["to the first byte", "ttfb"],
  ["body", "body"],
  ["from the actual start", "service"],
  ["from the intended start", "latency"],
  ["failures", "failedLatency"]
];
function spansTable(row, engine) {
  const rows = SPANS.filter(([, span]) => row[span].count > 0 && (engine !== "import" || span !== "latency")).map(([word, span]) => [
    word,
    ...[50, 95, 99].map((percentile) => formatPercentile(row[span], percentile))
  ]);
  const columns = [{ title: "span" }, ...["p50", "p95", "p99"].map((title2) => ({ title: title2, isFigure: true }))];
  const title = markup`<h3>Where the time went</h3>`;
  return markup`<div class="spans">${title}${renderTable({ caption: `Spans of ${row.name}`, columns, rows })}</div>`;
}
function transferFacts({ status, bytesSent, bytesReceived }, engine) {
  const isKnown = engine !== "import" || bytesSent + bytesReceived > 0;
  const codes = Object.entries(status).map(([code, count]) => `${code}: ${formatNumber(count, 0)}`);
  return [
    ...codes.length > 0 ? [["answers by status", codes.slice(0, 20).join(", ")]] : [],
    ...isKnown ? [["sent, received", markup`${formatBytes(bytesSent)}, ${formatBytes(bytesReceived)}`]] : []
  ];
}

// src/report/html/error-chart.ts
var LOST = /* @__PURE__ */ new Set(["timeout", "cut", "dropped"]);
var TONES = ["k0", "k1", "k2", "k3", "k4", "k5"];
function errorChart(run, { id, size, mostSteps }) {
  const perSecond2 = countClasses(run);
  if (perSecond2.size === 0) return NOTHING_TO_SHOW;
  const frame = frameTime(run, (axis) => stackClasses(perSecond2, axis), mostSteps);
  const { at, curves } = frame.drawn;
  const scale = buildLinearScale(at.map((_, step) => curves.reduce((sum, { values }) => sum + (values[step] ?? 0), 0)));
  const drops = run.series.flatMap(({ perPhase }) => perPhase).reduce((sum, { counts }) => sum + counts.drops, 0);
  return renderChart({
    id,
    size,
    title: "Failures over time, by class",
    summary: describeCurves(frame.drawn),
    note: markup`Warm-ups are shown too.${perSecond2.has("several classes") ? markup` Where a second of an endpoint may hold several classes, they are not told apart.` : void 0}${drops > 0 ? markup` WebSockets that were dropped (${formatNumber(drops, 0)}) stand in the table of failures alone.` : void 0}`,
    scale,
    showTick: (value) => formatNumber(value, 2),
    ...frame
  });
}
function countClasses(run) {
  const byKind = /* @__PURE__ */ new Map();
  const add = (part, second, isLost, count) => {
    if (count === 0) return;
    const kind = findClass(part, second, isLost);
    const seconds = byKind.get(kind) ?? /* @__PURE__ */ new Map();
    byKind.set(kind, seconds.set(second, (seconds.get(second) ?? 0) + count));
  };
  for (const part of run.series.flatMap(({ perPhase }) => perPhase)) {
    for (const { second, failed, censored } of part.slices) {
      add(part, second, false, failed);
      add(part, second, true, censored);
    }
  }
  return byKind;
}
function findClass({ failures }, second, isLost) {
  const possible = failures.filter((failure) => LOST.has(failure.class) === isLost);
  const near = possible.filter(
    ({ firstMs, lastMs }) => Math.floor((firstMs - 1) / 1e3) <= second && second <= Math.floor(lastMs / 1e3)
  );
  const classes = new Set((near.length > 0 ? near : possible).map((failure) => failure.class));
  const [only] = classes;
  return classes.size === 1 && only !== void 0 ? only : "several classes";
}
function stackClasses(perSecond2, axis) {
  const layers = [...perSecond2].map(([kind, seconds]) => {
    const values = new Array(countSteps(axis)).fill(0);
    for (const [second, count] of seconds) {
      const step = Math.floor(second / axis.stepSec);
      values[step] = (values[step] ?? 0) + count;
    }
    return { kind, values, total: [...seconds.values()].reduce((sum, count) => sum + count, 0) };
  }).sort((left, right) => Number(left.kind === "several classes") - Number(right.kind === "several classes") || right.total - left.total);
  const rest = layers.slice(TONES.length);
  const shown = layers.slice(0, TONES.length).map(({ kind, values }, index) => ({ label: kind, tone: kind === "several classes" ? "k6" : TONES[index] ?? "k6", values }));
  const others = {
    label: "other classes",
    tone: "k6",
    values: (rest[0]?.values ?? []).map((_, step) => rest.reduce((sum, { values }) => sum + (values[step] ?? 0), 0))
  };
  return [...shown, ...rest.length > 0 ? [others] : []].map((layer) => ({
    ...layer,
    form: "layer",
    show: (value) => formatNumber(value, 0)
  }));
}

// src/report/html/failures-section.ts
var COLUMNS2 = [
  { title: "endpoint" },
  { title: "class" },
  { title: "reason" },
  { title: "count", isFigure: true },
  { title: "first seen", isFigure: true },
  { title: "last seen", isFigure: true },
  { title: "when" },
  { title: "a sample" }
];
var MOST_ROWS = 200;
function failuresSection(run, { rows }) {
  const failures = rows.flatMap(({ name, failures: list }) => list.map((failure) => ({ name, failure }))).sort((left2, right) => right.failure.count - left2.failure.count);
  if (failures.length === 0) return void 0;
  const lengthMs = Math.max(1, run.durationMs);
  const count = failures.reduce((sum, { failure }) => sum + failure.count, 0);
  const table = renderTable({
    caption: "Failures by endpoint, class and reason",
    columns: COLUMNS2,
    asCards: true,
    rows: failures.slice(0, MOST_ROWS).map(({ name, failure }) => ({
      name: `!${name}`,
      cells: [
        showName(name),
        failure.class,
        markup`<bdi>${failure.reason}</bdi>`,
        formatNumber(failure.count, 0),
        formatDuration(failure.firstMs),
        formatDuration(failure.lastMs),
        drawSpan(failure.firstMs / lengthMs, failure.lastMs / lengthMs),
        markup`<bdi class="sample">${failure.sample}</bdi>`
      ]
    }))
  });
  const left = failures.length - MOST_ROWS;
  return renderSection("failures", "Failures", [
    markup`<p class="lead">${formatNumber(count, 0)} in the judged phases.</p>`,
    table,
    left > 0 ? markup`<p class="note">${formatNumber(left, 0)} more kinds are in results.json.</p>` : void 0
  ]);
}
var WIDTH = 80;
function drawSpan(first, last) {
  const x = (share) => Math.round(Math.min(1, Math.max(0, share)) * (WIDTH - 6)) + 3;
  return markup`<svg class="span" width="${WIDTH}" height="12" aria-hidden="true"><path class="ground" d="${pathData(`M0 6H${WIDTH}`)}"/><path class="seen" d="${pathData(`M${x(first)} 6H${x(last)}h0`)}"/></svg>`;
}
function slowSection({ slowRequests }) {
  if (slowRequests.length === 0) return void 0;
  const columns = [{ title: "endpoint" }, { title: "took", isFigure: true }, { title: "at", isFigure: true }, { title: "trace" }];
  const rows = slowRequests.map(({ series, latencyUs, atMs, traceId }) => ({
    name: `.${series}`,
    cells: [showName(series), formatLatency(latencyUs), formatDuration(atMs), traceId === void 0 ? NOTHING : showName(traceId, 64)]
  }));
  return renderSection("slow", "Slow requests", renderTable({ caption: "Slow requests, the slowest first", columns, rows }));
}

// src/report/html/heat-map.ts
var ROWS = 36;
var MOST_TOLD = 20;
var LEVELS = 8;
var SHADES = markup`<li>few<svg class="key" width="${LEVELS * 14}" height="12" aria-hidden="true">${Array.from({ length: LEVELS }, (_, level) => markup`<rect class="heat h${level}" x="${level * 14}" width="14" height="12"/>`)}</svg>many</li>`;
function heatMap(run, series, { id, size, mostSteps }) {
  const slices = listSlices(series).filter(({ latency }) => latency.count > 0);
  if (slices.length === 0) return NOTHING_TO_SHOW;
  const heat = countCells(slices, buildTimeAxis(run, mostSteps));
  const told = countCells(slices, buildTimeAxis(run, Math.min(mostSteps, MOST_TOLD)));
  const { endSec } = heat.axis;
  const labels = heat.scale.ticks.map((us) => ({ share: heat.scale.toShare(us), label: formatLatencyTick(us) }));
  const bands = listBands(run, endSec);
  const marks = markup`${bands.map(drawBand)}${drawGrid(labels)}${openCanvas(heat.cells.length, ROWS, drawCells(heat))}${drawLabels(labels)}${bands.map((band) => labelBand(band, size === "tall"))}${drawTicks(listTimeTicks(endSec))}`;
  const summary = `Of ${formatNumber(
    slices.reduce((sum, { latency }) => sum + latency.count, 0),
    0
  )} successes. ${describePeak(heat)}`;
  const note = markup`The stronger the colour, the more successes took so long. Logarithmic scale.`;
  const title = "Spread of latency over time";
  const columns = [{ title: "time" }, { title: "successes", isFigure: true }, { title: "most took", isFigure: true }];
  const rows = describeColumns(told).map(({ moment, values }) => [moment, ...values].map((text) => text));
  const seen = describeColumns(heat);
  return renderFigure(
    {
      id,
      title,
      summary,
      note,
      size,
      legend: [SHADES, ...["successes", "most took"].map((label) => markup`<li class="reading">${label}<b class="value"></b></li>`)],
      marks
    },
    [
      markup`<details class="numbers"><summary>Numbers</summary>${renderTable({ caption: `${title}: numbers`, columns, rows })}</details>`,
      dataBlock({
        title,
        at: seen.map((_, column) => Math.round((column + 0.5) / seen.length * 1e3)),
        moments: seen.map(({ moment }) => moment),
        values: [0, 1].map((place) => seen.map(({ values }) => values[place] ?? 0))
      })
    ]
  );
}
function countCells(slices, axis) {
  const scale = buildLogScale(
    slices.reduce((low, { latency }) => Math.min(low, latency.lowestUs), Number.POSITIVE_INFINITY),
    slices.reduce((high, { latency }) => Math.max(high, latency.highestUs), 1)
  );
  const cells = Array.from({ length: countSteps(axis) }, () => new Array(ROWS).fill(0));
  let most = 0;
  for (const { second, latency } of slices) {
    const column = cells[Math.floor(second / axis.stepSec)];
    if (!column) continue;
    for (const [place, bucket] of latency.buckets.entries()) {
      const row = Math.min(ROWS - 1, Math.floor(scale.toShare(highestValueOfBucket(bucket)) * ROWS));
      const count = (column[row] ?? 0) + (latency.counts[place] ?? 0);
      column[row] = count;
      most = Math.max(most, count);
    }
  }
  return { axis, scale, cells, most };
}
function drawCells({ cells, most }) {
  const paths = Array.from({ length: LEVELS }, () => "");
  for (let row = 0; row < ROWS; row++) {
    let from = 0;
    for (let column = 1; column <= cells.length; column++) {
      const level = levelOf(cells[from]?.[row] ?? 0, most);
      if (column < cells.length && levelOf(cells[column]?.[row] ?? 0, most) === level) continue;
      if (level >= 0) paths[level] += `M${from} ${ROWS - 1 - row}h${column - from}v1h${from - column}z`;
      from = column;
    }
  }
  return paths.flatMap((d, level) => d === "" ? [] : [markup`<path class="heat h${level}" d="${pathData(d)}"/>`]);
}
function levelOf(count, most) {
  if (count === 0) return -1;
  return Math.min(LEVELS - 1, Math.floor((count / most) ** 0.4 * LEVELS));
}
function describeColumns({ axis, cells, scale }) {
  return cells.map((column, index) => {
    const count = column.reduce((sum, cell) => sum + cell, 0);
    const row = column.indexOf(Math.max(...column));
    return {
      moment: formatMoment(index * axis.stepSec),
      values: [
        formatNumber(count, 0),
        count === 0 ? "–" : `${formatLatency(valueOfRow(row, scale))} – ${formatLatency(valueOfRow(row + 1, scale))}`
      ]
    };
  });
}
function valueOfRow(row, { ticks }) {
  const [low, high] = [ticks[0] ?? 1, ticks.at(-1) ?? 1];
  return low * (high / low) ** (row / ROWS);
}
function describePeak(heat) {
  const columns = describeColumns(heat);
  const [first, last] = [columns.find(({ values }) => values[0] !== "0"), columns.findLast(({ values }) => values[0] !== "0")];
  return first && last ? `Most took ${first.values[1]} at ${first.moment}, and ${last.values[1]} at ${last.moment}.` : "";
}

// src/metrics/check-shards.ts
var FURTHEST_APART_MS = 2e3;
var MOST_NAMED = 8;
function checkShards(parts) {
  const [first] = parts;
  if (first === void 0) return ["No shard has left a result."];
  const strangers = parts.filter(({ run }) => run.shards.length !== 1);
  if (strangers.length > 0) return strangers.slice(0, MOST_NAMED).map(({ name }) => `${name} is not the result of one shard.`);
  const infos = parts.map(({ run }) => run.shards[0]);
  const foreign = listForeign(parts);
  if (foreign.length > 0) return foreign;
  return [...listMissing2(parts, infos), ...listUnfinished(parts), ...listApart(infos)];
}
var SHARED = [
  ["the number of shards", ({ shards }) => shards[0]?.count],
  ["the plan", ({ shards }) => [shards[0]?.planHash, shards[0]?.startAt]],
  ["the attempt of the workflow run", ({ shards }) => shards[0]?.attempt],
  ["the version of load-gate", ({ tool }) => tool.version],
  ["the engine", ({ engine }) => engine],
  ["the scenario", ({ scenario }) => [scenario.hash, scenario.profile ?? ""]],
  ["the target", ({ target }) => target],
  ["the seed", ({ seed }) => seed],
  ["the phases", ({ phases }) => phases.map(({ plan }) => plan)],
  ["the endpoints", ({ series }) => series.map(({ perPhase, ...rest }) => [rest, perPhase.length])]
];
function listForeign(parts) {
  const [first, ...others] = parts;
  if (first === void 0) return [];
  return others.flatMap(({ name, run }) => {
    const odd = SHARED.filter(([, of]) => JSON.stringify(of(run)) !== JSON.stringify(of(first.run))).map(([what]) => what);
    return odd.length === 0 ? [] : [`${name} and ${first.name} are not of one burst: they differ in ${odd.join(", ")}.`];
  }).slice(0, MOST_NAMED);
}
function listMissing2(parts, infos) {
  const count = infos[0]?.count ?? 0;
  const byPlace = Map.groupBy(parts, ({ run }) => run.shards[0]?.index ?? -1);
  const missing = Array.from({ length: count }, (_, index) => index).filter((index) => !byPlace.has(index));
  const doubled = [...byPlace].filter(([, all]) => all.length > 1);
  const named = missing.slice(0, MOST_NAMED).map((index) => String(index + 1));
  const more = missing.length > named.length ? ` and ${missing.length - named.length} more` : "";
  return [
    ...missing.length === 0 ? [] : [
      `${missing.length === 1 ? "Shard" : "Shards"} ${named.join(", ")}${more} of ${count} ${missing.length === 1 ? "is" : "are"} missing.`
    ],
    ...doubled.slice(0, MOST_NAMED).map(
      ([index, all]) => `${capitalize(nameShard({ index, count }))} is there ${all.length} times: ${all.map(({ name }) => name).join(", ")}.`
    )
  ];
}
function listUnfinished(parts) {
  return parts.flatMap(
    ({ run: { ending, shards } }) => ending.state === "cut-short" && shards[0] ? [`${capitalize(nameShard(shards[0]))} was cut short: ${ending.reason.replace(/\.$/, "")}.`] : []
  ).slice(0, MOST_NAMED);
}
function listApart(infos) {
  const spread = spreadOf(infos);
  if (spread === void 0 || spread.apartMs <= FURTHEST_APART_MS) return [];
  return [
    `The clocks of the shards were ${spread.apartMs} ms apart, so that they did not begin together; let their machines keep the time (NTP).`
  ];
}
function spreadOf(shards) {
  const clocks = shards.flatMap(({ clock }) => clock ? [clock] : []);
  if (clocks.length === 0 || clocks.length < shards.length) return void 0;
  const offsets = clocks.map(({ offsetMs }) => offsetMs);
  const withins = clocks.map(({ withinMs }) => withinMs).sort((left, right) => right - left);
  return {
    apartMs: Math.max(...offsets) - Math.min(...offsets),
    withinMs: (withins[0] ?? 0) + (withins[1] ?? 0)
  };
}
function capitalize(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// src/report/describe-shards.ts
var REMARKABLE_MS = 250;
function describeShards({ shards }) {
  if (shards.length === 0) return "";
  const part = explainPart({ shards });
  if (part !== void 0) return part;
  const spread = spreadOf(shards);
  const count = `${formatNumber(shards.length, 0)} shards`;
  if (spread === void 0) return `${count}; how far their clocks were apart is not known, because the target tells no time`;
  return `${count}, started within ${formatNumber(spread.apartMs, 0)} ms of each other (± ${formatNumber(spread.withinMs, 0)} ms)`;
}
function remarkOnClocks({ shards }) {
  const spread = spreadOf(shards);
  if (spread === void 0 || spread.apartMs - spread.withinMs <= REMARKABLE_MS) return void 0;
  return `The clocks of the shards were ${formatNumber(spread.apartMs, 0)} ms apart (± ${formatNumber(spread.withinMs, 0)} ms): seconds of the report hold what happened so far apart; let their machines keep the time (NTP).`;
}

// src/report/table-block.ts
function tableBlock(title, columns, rows) {
  const heads = columns.map((column) => column.replace(/ >$/, "").replace(" %", `${NO_BREAK_SPACE}%`));
  const areFigures = columns.map((column) => column.endsWith(" >"));
  const rules = areFigures.map((isFigure) => isFigure ? "--:" : ":--");
  const body = rows.map((row) => row.map((cell, index) => areFigures[index] ? keepTogether(cell) : cell));
  return { head: [...title === "" ? [] : [title], "", tableRow(heads), tableRow(rules)], rows: body.map(tableRow), tail: [] };
}
var NO_BREAK_SPACE = " ";
var WORD_JOINER = "⁠";
function keepTogether(text) {
  return text.replaceAll("– ", `–${WORD_JOINER} `).replaceAll(" ", NO_BREAK_SPACE);
}
function tableRow(cells) {
  return `| ${cells.map(escapePipes).join(" | ")} |`;
}
function escapePipes(cell) {
  return cell.replace(/\\\|/g, "\\¦").replace(/\|/g, "\\|");
}

// src/report/summary-details.ts
function detailFolds({ run, verdict }, endpoints) {
  const attempted = endpoints.rows.filter(({ attempts }) => attempts === void 0 || attempts > 0);
  const blocks = [
    phaseBlock(run),
    ...latencyBlocks(attempted),
    ...transferBlocks(endpoints, verdict),
    ...slowBlocks(run),
    healthBlock(run),
    environmentBlock(run)
  ];
  return [...failureFolds(endpoints.rows), { summary: "Details: phases, latency, generator, surroundings", blocks }];
}
function failureFolds(rows) {
  const failures = rows.flatMap((row) => row.failures.map((failure) => ({ row, failure }))).sort((left, right) => right.failure.count - left.failure.count);
  if (failures.length === 0) return [];
  const cells = failures.map(({ row, failure }) => [
    failure.class,
    codeSpan(row.name, 120),
    codeSpan(failure.reason, 120),
    formatNumber(failure.count, 0),
    `${formatDuration(failure.firstMs)} – ${formatDuration(failure.lastMs)}`,
    codeSpan(failure.sample, 200)
  ]);
  const count = failures.reduce((sum, { failure }) => sum + failure.count, 0);
  const columns = ["class", "endpoint", "reason", "count >", "first – last >", "a sample"];
  return [{ summary: `Failures: ${formatNumber(count, 0)}`, blocks: [tableBlock("", columns, cells)] }];
}
function phaseBlock(run) {
  const columns = [
    "phase",
    "asked",
    "lasted >",
    "started >",
    "per second >",
    "dropped >",
    "missed >",
    "failed >",
    "unfinished >",
    "users at most >"
  ];
  return tableBlock("#### Phases: what was asked, and what happened", columns, run.phases.map(phaseRow));
}
function phaseRow(phase) {
  const { plan, iterations } = phase;
  const name = `${codeSpan(plan.name, 60)}${plan.warmup ? " (warm-up, not judged)" : ""}`;
  const lengthMs = lengthOf(phase);
  if (phase.startMs === void 0) return [name, describePlan(plan), "never began", ...Array.from({ length: 7 }, () => NOTHING)];
  if (plan.model === "pause" || plan.model === "foreign")
    return [name, describePlan(plan), formatDuration(lengthMs), ...Array.from({ length: 7 }, () => NOTHING)];
  return [
    name,
    describePlan(plan),
    formatDuration(lengthMs),
    formatNumber(iterations.started, 0),
    lengthMs > 0 ? formatRate(iterations.started / (lengthMs / 1e3)) : NOTHING,
    ...[iterations.dropped, iterations.missed, iterations.failed + iterations.cut, iterations.interrupted, phase.peakUsers].map(
      (count) => formatNumber(count, 0)
    )
  ];
}
function describePlan(plan) {
  const span = `for ${formatDuration(plan.durationMs)}`;
  switch (plan.model) {
    case "open": {
      const rate = plan.rampMs > 0 ? `${formatRate(plan.fromRatePerSec)} to ${formatRate(plan.ratePerSec)} in ${formatDuration(plan.rampMs)}` : formatRate(plan.ratePerSec);
      return `${rate} ${span}: ${formatNumber(plan.plannedArrivals, 0)} arrivals, at most ${formatNumber(plan.maxUsers, 0)} users`;
    }
    case "closed": {
      const users = plan.rampMs > 0 ? `${plan.fromUsers} to ${plan.users} users in ${formatDuration(plan.rampMs)}` : `${formatNumber(plan.users, 0)} users`;
      return `${users} ${span}`;
    }
    case "iterations":
      return `${formatNumber(plan.iterations, 0)} iterations by ${formatNumber(plan.users, 0)} users within ${formatDuration(plan.durationMs)}`;
    case "pause":
      return `pause of ${formatDuration(plan.durationMs)}`;
    case "foreign":
      return "not known";
  }
}
function latencyBlocks(rows) {
  if (rows.length === 0) return [];
  const readings = rows.map((row) => [
    codeSpan(row.name, 120),
    ...[50, 95, 99].map((percentile) => escapeMarkdown(formatReading(percentileOf(row, percentile)))),
    ...[50, 95, 99].map((percentile) => formatPercentile(row.latency, percentile)),
    formatPercentile(row.failedLatency, 95)
  ]);
  const spans = rows.map((row) => [
    codeSpan(row.name, 120),
    ...[row.queue, row.connect, row.tls, row.ttfb, row.body, row.service, row.latency].map(
      (span) => span.count === 0 ? NOTHING : formatPair(formatPercentile(span, 50), formatPercentile(span, 95), " / ")
    )
  ]);
  return [
    tableBlock(
      "#### Latency: with lost requests ranked last (judged), and of successes alone",
      ["endpoint", "judged p50 >", "p95 >", "p99 >", "successes p50 >", "p95 >", "p99 >", "failures p95 >"],
      readings
    ),
    tableBlock(
      "#### Spans (p50 / p95): from the actual start, and from the schedule",
      ["endpoint", "queue >", "connect >", "TLS >", "first byte >", "body >", "service >", "from schedule >"],
      spans
    )
  ];
}
var MUCH = 1e6;
function transferBlocks({ rows, total }, { checks }) {
  const perSec = (bytes) => total.durationMs > 0 ? bytes / (total.durationMs / 1e3) : 0;
  const isAsked = checks.some(({ metric }) => metric === "upload" || metric === "download");
  const isMuch = Math.max(perSec(total.counts.sentBeforeEnd), perSec(total.counts.receivedBeforeEnd)) >= MUCH;
  if (!isAsked && !isMuch) return [];
  const moved = rows.filter(({ counts }) => counts.sentBeforeEnd + counts.receivedBeforeEnd > 0);
  const cells = [...moved, total].map(({ name, kind, counts }) => [
    kind === "total" ? "**total**" : codeSpan(name, 120),
    `${formatBytes(perSec(counts.sentBeforeEnd))}/s`,
    `${formatBytes(perSec(counts.receivedBeforeEnd))}/s`,
    formatBytes(counts.sentBeforeEnd),
    formatBytes(counts.receivedBeforeEnd)
  ]);
  return [
    tableBlock(
      "#### Transfer: bodies of successes and messages of WebSockets, before the end of each phase",
      ["endpoint", "upload >", "download >", "sent >", "received >"],
      cells
    )
  ];
}
function slowBlocks(run) {
  if (run.slowRequests.length === 0) return [];
  const rows = run.slowRequests.map((slow) => [
    codeSpan(slow.series, 120),
    formatLatency(slow.latencyUs),
    formatDuration(slow.atMs),
    slow.traceId === void 0 ? NOTHING : codeSpan(slow.traceId, 64)
  ]);
  return [tableBlock(`#### Slow requests: ${run.slowRequests.length}`, ["endpoint", "took >", "at >", "trace"], rows)];
}
function healthBlock(run) {
  if (run.engine.kind !== "import") return ownHealthBlock(run);
  return {
    head: ["#### What was imported does not say everything", ""],
    rows: listMissing(run).map((sentence) => `- ${escapeMarkdown(sentence, 400)}`),
    tail: []
  };
}
function ownHealthBlock({ health, transport, workers, imbalances }) {
  const p99 = (us) => us === void 0 ? "nothing was scheduled" : formatLatency(us);
  const protocols = Object.entries(transport.protocols).map(([protocol, count]) => `${codeSpan(protocol, 20)} ${formatNumber(count, 0)}`);
  const rows = [
    `- schedule lag p99: ${p99(percentileUs(health.scheduleLag, 99))}`,
    `- event-loop delay p99: ${p99(percentileUs(health.eventLoopDelay, 99))}`,
    `- workers: ${workers}; CPU of the busiest: ${health.busiestWorkerCpu === void 0 ? "unknown" : `${formatRatio(health.busiestWorkerCpu)} of a core`}`,
    `- CPU ${formatNumber(health.processCpuSeconds)} s, memory at most ${formatBytes(health.peakMemoryBytes)}`,
    `- missed starts: ${formatRatio(health.missedRatio)}; silent stretches: ${health.silentStretchesMs.length}`,
    `- connections opened: ${formatNumber(transport.connectionsOpened, 0)}; requests on reused ones: ${formatNumber(transport.requestsOnReusedConnections, 0)}`,
    `- protocols: ${protocols.length === 0 ? NOTHING : protocols.join(", ")}`,
    `- books: ${imbalances.length === 0 ? "balanced" : imbalances.map((imbalance) => codeSpan(imbalance)).join("; ")}`
  ];
  return { head: ["#### Health of the generator", ""], rows, tail: [] };
}
function environmentBlock({ engine, environment, scenario, startedAt, tool }) {
  const machine = [
    `- load-gate ${escapeMarkdown(tool.version, 40)}, Node ${escapeMarkdown(environment.node, 40)}, ${escapeMarkdown(environment.platform, 60)}`,
    `- ${environment.cores} × ${escapeMarkdown(environment.cpuModel, 80)}, ${formatBytes(environment.memoryBytes)}`
  ];
  const rows = [
    ...engine.kind === "import" ? [`- load-gate ${escapeMarkdown(tool.version, 40)}`] : machine,
    ...environment.runnerImage === void 0 ? [] : [`- runner image ${codeSpan(environment.runnerImage, 80)}`],
    `- ${codeSpan(scenario.file, 160)}, ${codeSpan(scenario.hash, 80)}`,
    `- started ${escapeMarkdown(startedAt, 40)}`
  ];
  return { head: ["#### Surroundings", ""], rows, tail: [] };
}

// src/report/html/run-sections.ts
function healthSection(run) {
  const { engine, health, transport, workers, imbalances } = run;
  if (engine.kind === "import")
    return renderSection("health", "What was imported does not say everything", [
      markup`<ul>${listMissing(run).map((sentence) => markup`<li><bdi>${sentence}</bdi></li>`)}</ul>`
    ]);
  const p99 = (us) => us === void 0 ? "nothing was scheduled" : formatLatency(us);
  const protocols = Object.entries(transport.protocols).slice(0, 10);
  const cpu = health.busiestWorkerCpu === void 0 ? "unknown" : `${formatRatio(health.busiestWorkerCpu)} of a core`;
  const silent = health.silentStretchesMs.slice(0, 10).map((startMs) => `from ${formatDuration(startMs)}`);
  return renderSection("health", "Health of the generator", [
    renderFacts([
      ["schedule lag, p99", p99(percentileUs(health.scheduleLag, 99))],
      ["delay of the event loop, p99", p99(percentileUs(health.eventLoopDelay, 99))],
      ["CPU of the busiest worker", cpu],
      ["workers", workers],
      ["CPU time", markup`${formatNumber(health.processCpuSeconds)} s`],
      ["memory at most", formatBytes(health.peakMemoryBytes)],
      ["missed starts", formatRatio(health.missedRatio)],
      ["silent stretches of 5 s", health.silentStretchesMs.length === 0 ? "none" : silent.join(", ")],
      ["values beyond an hour", formatNumber(health.clamped, 0)],
      ["connections opened", formatNumber(transport.connectionsOpened, 0)],
      ["requests on reused ones", formatNumber(transport.requestsOnReusedConnections, 0)],
      [
        "protocols",
        protocols.length === 0 ? NOTHING : markup`${protocols.map(([name, count]) => markup`${showName(name, 20)} ${formatNumber(count, 0)} `)}`
      ],
      [
        "books",
        imbalances.length === 0 ? "balanced" : markup`<ul>${imbalances.slice(0, 20).map((imbalance) => markup`<li><bdi>${imbalance}</bdi></li>`)}</ul>`
      ]
    ])
  ]);
}
var PHASE_COLUMNS = [
  { title: "phase" },
  { title: "asked" },
  ...["lasted", "started", "per second", "of planned", "dropped", "missed", "failed", "unfinished", "users at most"].map((title) => ({
    title,
    isFigure: true
  }))
];
function phasesSection(run) {
  const { phases } = run;
  const table = renderTable({
    caption: "Phases: what was asked, and what happened",
    columns: PHASE_COLUMNS,
    rows: phases.map((phase) => phaseCells(phase))
  });
  return renderSection("phases", "What was asked, and what happened", [
    table,
    markup`<p class="note">Counted in iterations: passes of a user through the steps.</p>`,
    run.levelChanges.length > 0 ? levelsTable(run) : void 0
  ]);
}
var LEVEL_COLUMNS = [
  { title: "phase" },
  ...["at", "users then", "asked for", "at a rate of", "there in the end"].map((title) => ({ title, isFigure: true }))
];
var MOST_LEVELS = 50;
function levelsTable({ levelChanges, phases, timeline }) {
  const shown = levelChanges.slice(0, MOST_LEVELS);
  const rows = shown.map(({ atMs, phase, fromUsers, users, spawnRatePerSec }, index) => {
    const next = levelChanges[index + 1];
    const untilMs = Math.min(next?.atMs ?? Number.POSITIVE_INFINITY, phases[phase]?.endMs ?? Number.POSITIVE_INFINITY);
    const last = timeline.findLast(({ second }) => (second + 1) * 1e3 < untilMs && (second + 1) * 1e3 > atMs);
    return [
      showName(phases[phase]?.plan.name ?? NOTHING, 60),
      formatDuration(Math.round(atMs / 100) * 100),
      formatNumber(fromUsers, 0),
      formatNumber(users, 0),
      formatRate(spawnRatePerSec),
      last ? formatNumber(last.users, 0) : NOTHING
    ];
  });
  const left = levelChanges.length - shown.length;
  return markup`<h3>Users set by hand</h3>${renderTable({ caption: "Users set by hand while the run went on", columns: LEVEL_COLUMNS, rows })}${left > 0 ? markup`<p class="note">${formatNumber(left, 0)} more in results.json.</p>` : void 0}`;
}
function phaseCells(phase) {
  const { plan, iterations } = phase;
  const name = markup`${showName(plan.name, 60)}${plan.warmup ? markup` <small>warm-up, not judged</small>` : void 0}`;
  const lengthMs = lengthOf(phase);
  const empty = (count) => Array.from({ length: count }, () => NOTHING);
  if (phase.startMs === void 0) return [name, describePlan(plan), "never began", ...empty(8)];
  if (plan.model === "pause" || plan.model === "foreign") return [name, describePlan(plan), formatDuration(lengthMs), ...empty(8)];
  const counts = [iterations.dropped, iterations.missed, iterations.failed + iterations.cut, iterations.interrupted, phase.peakUsers];
  return [
    name,
    describePlan(plan),
    formatDuration(lengthMs),
    formatNumber(iterations.started, 0),
    lengthMs > 0 ? formatRate(iterations.started / (lengthMs / 1e3)) : NOTHING,
    plan.model === "closed" || iterations.planned === 0 ? NOTHING : formatRatio(iterations.started / iterations.planned),
    ...counts.map((count) => formatNumber(count, 0))
  ];
}
function environmentSection(run) {
  const { environment, scenario, tool, startedAt, seed, target } = run;
  const engine = describeEngine(run);
  return renderSection("environment", "Environment and fingerprint", [
    renderFacts([
      ["started", startedAt],
      ["load-gate", tool.version],
      ...engine === void 0 ? [] : [["engine", engine]],
      ...run.engine.kind === "import" ? [] : describeMachine(environment),
      ...describeSeed(run) === "" ? [] : [["seed", seed]],
      ...run.shards.length === 0 ? [] : [["shards", describeShards(run)]]
    ]),
    run.shards.length === 0 ? void 0 : shardsTable(run),
    markup`<h3>Fingerprint</h3><p class="note">Two runs are compared only where all of these agree.</p>`,
    renderFacts([
      ["scenario", markup`${showName(scenario.file, 160)} <code>${scenario.hash}</code>`],
      ["profile", scenario.profile === void 0 ? "none" : showName(scenario.profile, 60)],
      ["target", target === "" ? "not shown" : showName(target, 160)],
      ["major version", majorOf(run)],
      ...engine === void 0 ? [] : [["engine", nameEngine(run.engine)]]
    ])
  ]);
}
function describeMachine({
  node,
  platform,
  cores,
  cpuModel,
  memoryBytes,
  runnerImage
}) {
  return [
    ["Node", node],
    ["platform", platform],
    ["CPU", markup`${cores} × ${cpuModel}`],
    ["memory", formatBytes(memoryBytes)],
    ...runnerImage === void 0 ? [] : [["runner image", showName(runnerImage, 80)]]
  ];
}
var SHARD_COLUMNS = [
  { title: "shard" },
  ...["workers", "clock of the target", "known within"].map((title) => ({ title, isFigure: true }))
];
function shardsTable({ shards }) {
  const rows = shards.map(({ index, count, workers, clock }) => [
    `${index + 1} of ${count}`,
    formatNumber(workers, 0),
    clock ? `${clock.offsetMs < 0 ? "−" : "+"}${formatNumber(Math.abs(clock.offsetMs), 0)} ms` : "not known",
    clock ? `± ${formatNumber(clock.withinMs, 0)} ms` : NOTHING
  ]);
  return renderTable({ caption: "Shards: the machines that made the burst", columns: SHARD_COLUMNS, rows });
}
function majorOf(run) {
  return /^\d{1,6}\./.test(run.tool.version) ? String(buildFingerprint(run).major) : NOTHING;
}

// src/report/server-rows.ts
var SERVER_TITLES = ["lowest", "mean", "highest", "first", "last", "values", "lost"];
function serverFigures({ judged, lost, unit }) {
  const counts = [formatNumber(judged?.count ?? 0, 0), formatNumber(lost, 0)];
  if (!judged) return [...Array.from({ length: 5 }, () => NOTHING), ...counts];
  return [...[judged.min, judged.avg, judged.max, judged.first, judged.last].map((value) => formatServerValue(unit, value)), ...counts];
}
function describeTrouble({ trouble }) {
  return trouble === void 0 ? "" : `not judged: ${trouble}`;
}

// src/report/html/server-chart.ts
var LEVELS2 = /* @__PURE__ */ new Set(["max", "min", "last", "avg"]);
var MOST_DISTANCES = 3;
var LEAST_GAP_MS = 2e3;
function serverChart(run, series, { checks, id }) {
  const last = series.samples.at(-1);
  if (!last) return NOTHING_TO_SHOW;
  const show = (value) => formatServerValue(series.unit, value);
  const limits = checks.flatMap(
    (check) => "observed" in check && LEVELS2.has(check.metric) ? [{ check, value: check.observed.limitValue }] : []
  );
  const frame = frameTime({ ...run, durationMs: Math.max(run.durationMs, last.atMs) }, (axis) => [
    ...drawValues(series.samples, axis, show),
    ...limits.map(({ check, value }) => ({
      label: `limit of ${check.metric}`,
      tone: "plan",
      form: "line",
      values: new Array(countSteps(axis)).fill(value),
      show
    }))
  ]);
  return renderChart({
    id,
    size: "low",
    title: cleanText(series.name, 120),
    summary: describeCurves(frame.drawn),
    note: markup`${limits.map(({ check }) => markup`${check.metric} ${check.limit}. `)}`,
    scale: buildScale(listValues(frame.drawn.curves)),
    showTick: show,
    ...frame
  });
}
function drawValues(samples, axis, show) {
  const steps = Array.from({ length: countSteps(axis) }, () => []);
  for (const { atMs, value } of samples) steps[Math.min(steps.length - 1, Math.floor(atMs / 1e3 / axis.stepSec))]?.push(value);
  const highest = steps.map((values) => values.length === 0 ? void 0 : Math.max(...values));
  const lowest = steps.map((values) => values.length === 0 ? void 0 : Math.min(...values));
  const carried = Math.ceil(gapMs(samples) / 1e3 / axis.stepSec);
  const curve = (label, tone, values) => ({
    label,
    tone,
    form: "line",
    values: carry(values, carried),
    show
  });
  if (highest.every((value, step) => value === lowest[step])) return [curve("value", "now", highest)];
  return [curve("highest", "now", highest), curve("lowest", "again", lowest)];
}
function gapMs(samples) {
  const distances = samples.slice(1).map(({ atMs }, index) => atMs - (samples[index]?.atMs ?? atMs));
  const usual = distances.toSorted((left, right) => left - right)[Math.floor(distances.length / 2)] ?? 0;
  return Math.max(LEAST_GAP_MS, MOST_DISTANCES * usual);
}
function carry(values, most) {
  let held;
  let age = 0;
  const end = values.findLastIndex((value) => value !== void 0);
  return values.map((value, step) => {
    age = value === void 0 ? age + 1 : 0;
    held = value ?? (age <= most && step < end ? held : void 0);
    return held;
  });
}
function buildScale(values) {
  const low = values.reduce((least, value) => Math.min(least, value), 0);
  if (low === 0) {
    const most = values.reduce((high2, value) => Math.max(high2, value), 0);
    if (most === 0 || most > 1e-6) return buildLinearScale(values);
  }
  const high = values.reduce((most, value) => Math.max(most, value), 0);
  const step = roundUp(((high - low) * 1.08 || 1) / LINES);
  const from = Math.floor(low / step);
  const count = Math.ceil((high - from * step) / step + 1e-9) || 1;
  return {
    kind: "linear",
    ticks: Array.from({ length: count + 1 }, (_, line) => (from + line) * step),
    toShare: (value) => Math.min(1, Math.max(0, (value / step - from) / count))
  };
}
var LINES = 4;
function roundUp(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5].find((digit) => digit * power >= value * (1 - 1e-9)) ?? 10) * power;
}

// src/report/html/server-section.ts
var MOST_CHARTS = 24;
function serverSection({ run, verdict }) {
  if (run.server.length === 0) return void 0;
  const columns = [{ title: "value" }, ...SERVER_TITLES.map((title) => ({ title, isFigure: true })), { title: "from" }];
  const table = renderTable({
    caption: "What the target said of itself over the judged phases",
    columns,
    rows: run.server.map((series) => ({
      ...series.trouble === void 0 ? {} : { tone: "doubt" },
      cells: [showName(series.name), ...serverFigures(series), showSource(series)]
    }))
  });
  const checksOf = ({ name }) => verdict.checks.filter((check) => check.kind === "server" && check.series === name);
  const charts = chooseDrawn(run, checksOf).map(
    (series, place) => serverChart(run, series, { checks: checksOf(series), id: `chart-server-${place}` })
  );
  return renderSection("server", "What the target said of itself", [
    markup`<p class="note">Lost: how often it was asked and no value came. All other figures are of the judged phases alone; the pictures show the whole run, and the wait after it.</p>`,
    table,
    markup`<div class="pair">${charts}</div>`
  ]);
}
function showSource(series) {
  const trouble = describeTrouble(series);
  const why = trouble === "" ? void 0 : markup`<br/><small class="why">${trouble}</small>`;
  return markup`<small>${showName(series.source, 200)}</small>${why}`;
}
function chooseDrawn({ server }, checksOf) {
  const drawn = server.filter(({ samples }) => samples.length > 0);
  if (drawn.length <= MOST_CHARTS) return drawn;
  const failed = drawn.filter((series) => checksOf(series).some(({ state }) => state !== "passed"));
  return [...failed, ...drawn.filter((series) => !failed.includes(series))].slice(0, Math.max(MOST_CHARTS, Math.min(failed.length, 100)));
}

// src/report/socket-rows.ts
var SOCKET_TITLES = ["most at once", "opened", "drops", "in", "out", "unmatched", "late", "twice", "session p50", "p95"];
function listSocketRows({ rows }) {
  return rows.filter(({ kind, selected }) => selected && (kind === "ws" || kind === "receive"));
}
function socketFigures({ kind, counts, concurrent, messages, session, knowsConnections }) {
  const of = (owner, count) => kind === owner ? formatNumber(count, 0) : NOTHING;
  const kept = (figure) => knowsConnections ? figure : NOTHING;
  return [
    kept(of("ws", concurrent)),
    of("ws", counts.ok),
    kept(of("ws", counts.drops)),
    of("ws", messages.messagesIn),
    of("ws", messages.messagesOut),
    kept(of("ws", messages.unmatched)),
    of("receive", messages.late),
    of("receive", messages.duplicates),
    formatPercentile(session, 50),
    formatPercentile(session, 95)
  ];
}

// src/report/html/sockets-section.ts
function socketsSection(run, endpoints) {
  const rows = listSocketRows(endpoints);
  if (rows.length === 0) return void 0;
  const columns = [{ title: "endpoint" }, ...SOCKET_TITLES.map((title) => ({ title, isFigure: true }))];
  const table = renderTable({
    caption: "WebSockets over the judged phases",
    columns,
    rows: rows.map((row) => ({
      name: `${(row.failed ?? 0) > 0 ? "!" : "."}${row.name}`,
      cells: [showName(row.name), ...socketFigures(row).map((figure) => figure)]
    }))
  });
  return renderSection("sockets", "WebSockets", [table, markup`<div class="pair">${openChart(run)}${messagesChart(run)}</div>`]);
}
function openChart(run) {
  const frame = frameTime(run, (axis) => [
    { label: "open", tone: "now", form: "area", values: measureOpen(run, axis), show: (value) => formatNumber(value, 0) }
  ]);
  const scale = buildLinearScale(listValues(frame.drawn.curves));
  const note = markup`At the end of each second; the most of a step.`;
  return renderChart({
    id: "sockets-open",
    size: "low",
    title: "Open connections",
    summary: describeCurves(frame.drawn),
    note,
    scale,
    showTick: (value) => formatNumber(value, 1),
    ...frame
  });
}
function messagesChart(run) {
  const frame = frameTime(run, (axis) => [
    { label: "in", tone: "now", form: "line", values: countMessages(run, axis, "messagesIn"), show: formatRate },
    { label: "out", tone: "plan", form: "line", values: countMessages(run, axis, "messagesOut"), show: formatRate }
  ]);
  const scale = buildLinearScale(listValues(frame.drawn.curves));
  const note = markup`Whole messages, control frames left out.`;
  return renderChart({
    id: "sockets-messages",
    size: "low",
    title: "Messages per second",
    summary: describeCurves(frame.drawn),
    note,
    scale,
    showTick: (value) => formatNumber(value, 1),
    ...frame
  });
}
function measureOpen(run, { stepSec, endSec }) {
  const bySecond = sumSeconds(run, "open");
  const steps = new Array(countSteps({ stepSec, endSec })).fill(0);
  for (const [second, open] of bySecond) {
    const step = Math.floor(second / stepSec);
    steps[step] = Math.max(steps[step] ?? 0, open);
  }
  return steps;
}
function countMessages(run, axis, what) {
  const steps = new Array(countSteps(axis)).fill(0);
  for (const [second, count] of sumSeconds(run, what)) {
    const step = Math.floor(second / axis.stepSec);
    steps[step] = (steps[step] ?? 0) + count;
  }
  return steps.map((count, step) => perSecond(count, step, axis));
}
function sumSeconds(run, what) {
  const sums = /* @__PURE__ */ new Map();
  for (const { kind, perPhase } of run.series) {
    if (kind !== "ws") continue;
    const own = /* @__PURE__ */ new Map();
    for (const one of perPhase.flatMap(({ socket }) => socket?.seconds ?? []))
      own.set(one.second, what === "open" ? one.open : (own.get(one.second) ?? 0) + one[what]);
    for (const [second, value] of own) sums.set(second, (sums.get(second) ?? 0) + value);
  }
  return sums;
}

// src/report/html/render-report-html.ts
function renderReportHtml(report) {
  const { run, verdict } = report;
  const endpoints = summarizeEndpoints(run);
  return renderPage({
    title: `${VERDICT_WORDS[verdict.state]}: ${run.scenario.name}`,
    skip: "Skip to the report",
    top: renderVerdict(report, endpoints),
    sections: listSections(report, endpoints),
    source: markup`Everything behind these figures is in <code>results.json</code> beside this file.`,
    version: run.tool.version
  });
}
function listSections(report, endpoints) {
  const { run, verdict } = report;
  const sides = listSides(report);
  const [promises, comparison] = [promisesSection(report), comparisonSection(report)];
  const curve = percentileChart(sides, void 0, { id: "chart-percentiles", size: "tall", mostSteps: 240 });
  const sections = [
    // What decided comes first.
    ...verdict.state === "regression" ? [comparison, promises] : [promises, comparison],
    chartSection("latency", "Latency over time", latencyChart(run, run.series, { ...TALL, id: "chart-latency" })),
    loadSection(run),
    chartSection("errors", "Failures over time", errorChart(run, { ...TALL, id: "chart-errors" })),
    chartSection("percentiles", "Latency by percentile", curve),
    chartSection("heat", "Spread of latency over time", heatMap(run, run.series, { ...TALL, id: "chart-heat", mostSteps: 150 })),
    endpointsSection(run, endpoints, sides),
    failuresSection(run, endpoints),
    slowSection(run),
    socketsSection(run, endpoints),
    serverSection(report),
    healthSection(run),
    phasesSection(run),
    environmentSection(run)
  ];
  return sections.filter((section) => section !== void 0);
}
function loadSection(run) {
  const throughput = throughputChart(run, run.series, { ...TALL, id: "chart-throughput" });
  const beside = markup`${arrivalsChart(run, { ...LOW, id: "chart-arrivals" })}${usersChart(run, { ...LOW, id: "chart-users" })}`;
  if (`${throughput.toString()}${beside.toString()}` === "") return void 0;
  return renderSection("load", "Throughput and users", [throughput, markup`<div class="pair">${beside}</div>`]);
}
var TALL = { size: "tall", mostSteps: 300 };
var LOW = { size: "low", mostSteps: 300 };
function chartSection(id, title, chart) {
  return chart.toString() === "" ? void 0 : renderSection(id, title, chart);
}

export {
  checkShards,
  describeShards,
  remarkOnClocks,
  SERVER_TITLES,
  serverFigures,
  describeTrouble,
  SOCKET_TITLES,
  listSocketRows,
  socketFigures,
  tableBlock,
  keepTogether,
  detailFolds,
  buildSide,
  percentileChart,
  renderReportHtml
};
