import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readSla
} from "./chunk-VS37YGNM.js";
import {
  readStoredResults
} from "./chunk-OWQHJKPP.js";
import {
  listInvalidities,
  listSharedInvalidities
} from "./chunk-XFBL2BYX.js";
import "./chunk-Q7O4VZSC.js";
import {
  renderIssues
} from "./chunk-7O3YJNJG.js";
import "./chunk-H3FF2RGQ.js";
import "./chunk-HU2CD3QW.js";
import {
  renderTable,
  wrapText
} from "./chunk-B4CW4QRU.js";
import {
  compareLive,
  explainUnfitEndpoint,
  explainUnfitSide,
  listTracks
} from "./chunk-JHW4SND7.js";
import {
  listDifferences
} from "./chunk-D753NKHP.js";
import {
  describeNotJudged,
  formatSigned
} from "./chunk-A3SLCI4C.js";
import "./chunk-ZLLVWJAM.js";
import {
  logGamma
} from "./chunk-2TOVJSTJ.js";
import {
  roundStatistic
} from "./chunk-GCV36XLM.js";
import {
  buildFingerprint
} from "./chunk-5YB5ZHND.js";
import "./chunk-WKKYXOXW.js";
import "./chunk-XW65F56M.js";
import "./chunk-EVO6VOKN.js";
import "./chunk-NE3VJX42.js";
import "./chunk-B3YCOJUD.js";
import "./chunk-M3TBPBE2.js";
import "./chunk-QC36IMXK.js";
import {
  formatNumber
} from "./chunk-BRFOQZPS.js";
import "./chunk-IW22IME3.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";
import "./chunk-WYDHRVNK.js";
import "./chunk-5PVW3TJC.js";

// src/verdict/chi-squared.ts
function chiSquaredCdf(x, degrees) {
  if (!(x > 0)) return 0;
  const [a, z] = [degrees / 2, x / 2];
  let term = 1;
  let sum = 1;
  for (let n = 1; n < 1e5 && term > sum * 1e-16; n++) {
    term *= z / (a + n);
    sum += term;
  }
  return Math.min(1, Math.exp(a * Math.log(z) - z - logGamma(a + 1) + Math.log(sum)));
}
function chiSquaredQuantile(probability, degrees) {
  if (!(probability > 0 && probability < 1) || !(degrees > 0))
    throw new RangeError(`no χ² quantile for ${probability} and ${degrees} degrees of freedom`);
  let low = 0;
  let high = degrees;
  while (chiSquaredCdf(high, degrees) < probability) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-13 * high; step++) {
    const middle = (low + high) / 2;
    if (chiSquaredCdf(middle, degrees) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

// src/verdict/regression/estimate-deployment-noise.ts
var LEAST_RUNS = 10;
var LEAST_TAU = 0.01;
function estimateDeploymentNoise(runs) {
  const points = runs.flat();
  const count = runs.filter((own) => own.length > 0).length;
  if (points.length === 0) throw new RangeError("no noise can be estimated from nothing");
  const meanSquare = meanOf(points.map(({ change }) => change ** 2));
  const meanVariance = meanOf(points.map(({ error }) => error ** 2));
  const toTau = (square) => roundStatistic(Math.max(LEAST_TAU, Math.sqrt(Math.max(0, (square - meanVariance) / 2))));
  const bound = (probability) => toTau(count * meanSquare / chiSquaredQuantile(probability, count));
  const groups = Map.groupBy(points, ({ name }) => name);
  return {
    tau: toTau(meanSquare),
    interval: { low: bound(0.975), high: bound(0.025) },
    runs: count,
    rows: [...groups].map(([name, own]) => describeRow(name, own))
  };
}
function describeRow(name, points) {
  const meanChange = meanOf(points.map(({ change }) => change));
  const squares = points.reduce((sum, { change }) => sum + (change - meanChange) ** 2, 0);
  return {
    name,
    runs: points.length,
    meanChange: roundStatistic(meanChange),
    spread: roundStatistic(points.length > 1 ? Math.sqrt(squares / (points.length - 1)) : 0),
    error: roundStatistic(Math.sqrt(meanOf(points.map(({ error }) => error ** 2))))
  };
}
function meanOf(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

// src/terminal/render-calibration.ts
var MOST_TAU = 0.5;
var COLUMNS = [
  { title: "latency", align: "left", shrinksTo: 18 },
  { title: "runs", align: "right", goes: 1 },
  { title: "mean change", align: "right" },
  { title: "spread", align: "right" },
  { title: "spread within runs", align: "right", goes: 2 }
];
function renderCalibration(noise, leftOut, width, paint) {
  const { tau, runs, rows } = noise;
  const line = renderRule(tau);
  const sections = [
    [paint("strong", `Deployment noise, from ${formatNumber(runs, 0)} runs of one commit against itself`)],
    renderTable(COLUMNS, rows.map(rowCells), width, paint),
    wrapText(`${describeNoise(noise)} As far as ${formatNumber(runs, 0)} runs can tell, it is ${describeInterval(noise)}.`, width),
    line === void 0 ? wrapText("Against so much noise nothing can be gated: find out what the deployments differ in.", width) : ["For the SLA file:", "", `  ${paint("strong", line)}`],
    listLeftOut(leftOut, width, paint)
  ];
  return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}
`;
}
function listLeftOut(leftOut, width, paint) {
  if (leftOut.length === 0) return [];
  const head = leftOut.length === 1 ? "1 result is left out:" : `${formatNumber(leftOut.length, 0)} results are left out:`;
  const lines = leftOut.flatMap(({ file, reason }) => wrapText(`- ${cleanText(file)}: ${cleanText(reason, 600)}`, width, "  "));
  return [head, ...lines].map((line) => paint("warning", line));
}
function renderRule(tau) {
  return tau > MOST_TAU ? void 0 : `regression: { deployment_noise: ${formatPercent(tau)}% }`;
}
function describeNoise({ tau }) {
  if (tau <= LEAST_TAU)
    return `The deployments did not differ by more than ${formatPercent(LEAST_TAU)} %, which is the least that is assumed.`;
  return `From one deployment of the same commit to the next the latency varies by ${formatPercent(tau)} %.`;
}
function describeInterval({ interval: { low, high } }) {
  return low <= LEAST_TAU ? `at most ${formatPercent(high)} %` : `between ${formatPercent(low)} and ${formatPercent(high)} %`;
}
function formatPercent(tau) {
  return formatNumber(Math.ceil(Math.round(tau * 1e7) / 1e4) / 10, 1);
}
function rowCells({ name, runs, meanChange, spread, error }) {
  return [
    { text: name },
    { text: formatNumber(runs, 0) },
    { text: formatSigned(Math.expm1(meanChange)) },
    { text: `${formatNumber(100 * spread, 1)} %` },
    { text: `${formatNumber(100 * error, 1)} %`, style: "quiet" }
  ];
}

// src/verdict/regression/measure-noise.ts
function measureNoise(candidate, baseline, rules) {
  const unfit = explainUnfitSide(candidate);
  if (unfit !== void 0) return { state: "unfit", reason: `the candidate did not answer soundly (${unfit})` };
  const result = compareLive({ first: { candidate, baseline }, second: [], rules: { ...rules, deploymentNoise: 0 } });
  if (result.state === "not-judged") return { state: "unfit", reason: describeNotJudged(result.why) };
  const broken = new Set(listTracks(candidate).flatMap(({ name, slices }) => explainUnfitEndpoint(slices) === void 0 ? [] : [name]));
  const points = result.rows.flatMap((row) => {
    const look = row.state === "not-eligible" || row.metric.kind !== "percentile" || broken.has(row.endpoint) ? void 0 : row.looks[0];
    return look ? [{ name: row.name, change: look.change, error: look.error }] : [];
  });
  return points.length > 0 ? { state: "measured", points } : { state: "unfit", reason: "no latency has enough samples on both sides" };
}

// src/command-calibrate.ts
async function calibrate(request, ports) {
  const sla = readSla(request.sla, ports);
  if (!sla.ok) {
    ports.writeAside(renderIssues(sla.issues, ports.paint));
    return { kind: "user-error" };
  }
  const stored = await readStoredResults(ports.cwd, request.results);
  const measured = measureAll(stored, sla.value);
  const leftOut = [...stored.setAside, ...measured.leftOut];
  const missing = LEAST_RUNS - measured.runs.length;
  if (missing > 0) {
    const lines = [
      ...listLeftOut(leftOut, ports.width, ports.paint),
      `calibrate needs ${LEAST_RUNS} runs with --baseline url: of one commit against itself, and ${describeCount(measured.runs.length)} can be used: make ${formatNumber(missing, 0)} more, deployed anew each time`
    ];
    ports.writeAside(`${lines.join("\n")}
`);
    return { kind: "user-error" };
  }
  const noise = estimateDeploymentNoise(measured.runs);
  const text = renderCalibration(noise, leftOut, ports.width, ports.paint);
  if (request.json) {
    ports.writeAside(text);
    ports.write(renderJson(noise, leftOut));
  } else ports.write(text);
  return { kind: "done" };
}
function describeCount(count) {
  return count === 0 ? "none" : formatNumber(count, 0);
}
function measureAll({ runs: stored, names }, sla) {
  const common = findCommonScenario(stored);
  const runs = [];
  const leftOut = [];
  for (const one of stored) {
    const measured = measureRun(one, common, sla);
    if (typeof measured === "string") leftOut.push({ file: names.get(one.id) ?? one.fileName, reason: measured });
    else runs.push(measured);
  }
  return { runs, leftOut };
}
function measureRun({ report }, common, sla) {
  const { run, live } = report;
  const [side] = live?.runs ?? [];
  if (side === void 0 || common === void 0) return "it was not compared with another target: run it with --baseline url:URL";
  const differences = listDifferences(fingerprintOf(report.run), fingerprintOf(common.report.run));
  if (differences.length > 0) return `not the same test: ${differences.join(", ")}`;
  const [doubt] = [...listInvalidities(run, sla.generator), ...listSharedInvalidities(side, sla.generator)];
  if (doubt !== void 0) return `its measurement is not valid: ${doubt}`;
  if ([run, side].some(({ levelChanges }) => levelChanges.length > 0)) return "its users were set by hand";
  const measured = measureNoise(run, side, sla.regression);
  return measured.state === "measured" ? measured.points : measured.reason;
}
function findCommonScenario(stored) {
  const live = stored.filter(({ report }) => report.live !== void 0);
  const groups = Map.groupBy(live, ({ report }) => JSON.stringify(fingerprintOf(report.run)));
  const sorted = [...groups.values()].sort((left, right) => right.length - left.length || (isBefore(left, right) ? 1 : -1));
  return sorted[0]?.at(-1);
}
function isBefore(left, right) {
  return (left.at(-1)?.id ?? "") < (right.at(-1)?.id ?? "");
}
function fingerprintOf(run) {
  return buildFingerprint(run, "");
}
function renderJson({ tau, interval, runs, rows }, leftOut) {
  const document = {
    calibrate_version: 1,
    deployment_noise: tau,
    interval,
    runs,
    rule: renderRule(tau),
    latencies: rows.map(({ name, runs: own, meanChange, spread, error }) => ({ name, runs: own, mean_change: meanChange, spread, error })),
    left_out: leftOut.map(({ file, reason }) => ({ file, reason }))
  };
  return `${JSON.stringify(document, void 0, 2)}
`;
}
export {
  calibrate
};
