import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  compareText,
  listJudgedPhases,
  summarizeEndpoints
} from "./chunk-XW65F56M.js";
import {
  describeFailedChecks
} from "./chunk-B3YCOJUD.js";
import {
  EMPTY_DISTRIBUTION,
  mergeDistributions,
  valueAtRank
} from "./chunk-QC36IMXK.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";

// src/report/format-csv.ts
function formatCsv(columns, rows) {
  return [columns, ...rows.map((row) => row.map(quote).join(","))].map((line) => `${line}\r
`).join("");
}
function quote(field) {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

// src/report/format-python-float.ts
function formatPythonFloat(value) {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const [mantissa = "0", power = "0"] = Math.abs(value).toExponential().split("e");
  const digits = mantissa.replace(".", "");
  const exponent = Number(power);
  if (exponent < -4 || exponent >= 16) {
    const shown = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
    return `${sign}${shown}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
  }
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.padEnd(exponent + 1, "0").slice(0, exponent + 1);
  return `${sign}${whole}.${digits.slice(exponent + 1) || "0"}`;
}

// src/report/locust-times.ts
var PERCENTILE_COLUMNS = "50%,66%,75%,80%,90%,95%,98%,99%,99.9%,99.99%,100%";
var FRACTIONS = [0.5, 0.66, 0.75, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999, 0.9999, 1];
var TOTAL_COLUMNS = [
  "Request Count",
  "Failure Count",
  "Median Response Time",
  "Average Response Time",
  "Min Response Time",
  "Max Response Time",
  "Average Content Size"
];
function formatTotals({ requests, failures, bytesReceived, times, sumUs, lowestUs, highestUs }) {
  return [
    String(requests),
    formatFailures(failures),
    formatMedian(times, lowestUs, highestUs),
    formatPythonFloat(times.count === 0 ? 0 : sumUs / 1e3 / times.count),
    lowestUs === 0 ? "0" : formatPythonFloat(lowestUs / 1e3),
    times.count === 0 ? "0" : formatPythonFloat(highestUs / 1e3),
    requests === 0 ? "0" : formatPythonFloat(bytesReceived / requests)
  ];
}
function formatFailures(failures) {
  return failures === void 0 ? "N/A" : String(failures);
}
function formatMedian(times, lowestUs, highestUs) {
  if (times.count === 0) return "0";
  const median = milliseconds(times, 0.5);
  const us = Number(median) * 1e3;
  return us > highestUs ? formatPythonFloat(highestUs / 1e3) : us < lowestUs ? formatPythonFloat(lowestUs / 1e3) : median;
}
function formatPercentiles(times) {
  return FRACTIONS.map((fraction) => milliseconds(times, fraction));
}
function milliseconds(times, fraction) {
  const us = valueAtRank(times, Math.min(times.count, Math.floor(times.count * fraction) + 1));
  return us === void 0 ? "N/A" : String(Math.round(us / 1e3));
}
function formatStated({ percentiles, meanUs, minUs, maxUs }, { requests, failures, bytesReceived }) {
  const median = percentiles.find(({ percentile }) => percentile === 50)?.us;
  const times = [median, meanUs, minUs, maxUs].map((us) => us === void 0 ? "N/A" : formatPythonFloat(us / 1e3));
  return [String(requests), formatFailures(failures), ...times, requests === 0 ? "0" : formatPythonFloat(bytesReceived / requests)];
}
function formatStatedPercentiles({ percentiles, maxUs }) {
  return FRACTIONS.map((fraction) => {
    const us = fraction === 1 ? maxUs : percentiles.find(({ percentile }) => Math.abs(percentile - fraction * 100) < 1e-9)?.us;
    return us === void 0 ? "N/A" : String(Math.round(us / 1e3));
  });
}

// src/report/render-locust-history.ts
var COLUMNS = [
  "Timestamp,User Count,Type,Name,Requests/s,Failures/s",
  PERCENTILE_COLUMNS,
  ...TOTAL_COLUMNS.map((column) => `Total ${column}`)
].join(",");
var RATE_FROM = 12;
var RATE_TO = 3;
function renderLocustHistory(run) {
  const startMs = listJudgedPhases(run.phases).flatMap((index) => run.phases[index]?.startMs ?? [])[0];
  const seconds = startMs === void 0 ? [] : run.timeline.filter(({ second }) => (second + 1) * 1e3 > startMs);
  const startedMs = Date.parse(run.startedAt);
  let totals = ZERO;
  let last;
  const rows = seconds.map((second, index) => {
    totals = addSecond(totals, second);
    if (second.requests > 0) last = index;
    const window = last === void 0 ? [] : seconds.slice(Math.max(0, last - RATE_FROM), Math.max(0, last - RATE_TO + 1));
    return [
      String(Math.floor((startedMs + (second.second + 1) * 1e3) / 1e3)),
      String(second.users),
      "",
      "Aggregated",
      perSecond(window.map(({ requests }) => requests)),
      perSecond(window.map(({ failures }) => failures)),
      ...formatPercentiles(totals.times),
      ...formatTotals(totals)
    ];
  });
  return formatCsv(COLUMNS, rows);
}
var ZERO = { requests: 0, failures: 0, bytesReceived: 0, times: EMPTY_DISTRIBUTION, sumUs: 0, lowestUs: 0, highestUs: 0 };
function addSecond(totals, second) {
  const isFirst = totals.times.count === 0;
  return {
    requests: totals.requests + second.requests,
    failures: totals.failures + second.failures,
    bytesReceived: totals.bytesReceived + second.bytesReceived,
    times: mergeDistributions([totals.times, second.service]),
    sumUs: totals.sumUs + second.sumUs,
    lowestUs: second.service.count === 0 ? totals.lowestUs : isFirst ? second.lowestUs : Math.min(totals.lowestUs, second.lowestUs),
    highestUs: Math.max(totals.highestUs, second.highestUs)
  };
}
function perSecond(counts) {
  return (counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length)).toFixed(6);
}

// src/report/render-locust-csv.ts
var STATS_COLUMNS = ["Type,Name", ...TOTAL_COLUMNS, "Requests/s,Failures/s", PERCENTILE_COLUMNS].join(",");
var FAILURES_COLUMNS = "Method,Name,Error,Occurrences,First Seen,Last Seen";
var EXCEPTIONS_COLUMNS = "Count,Message,Traceback,Nodes";
function renderLocustCsv({ run }) {
  const { rows, total } = summarizeEndpoints(run);
  const sent = rows.filter((row) => requestsOf(row) > 0).map((row) => ({ ...row, name: locustName(row) })).sort((left, right) => compareText(left.name, right.name) || compareText(left.method, right.method));
  const stats = [...sent, { ...total, name: "Aggregated", method: "" }].map((row) => statsRow(row, total.durationMs / 1e3));
  const startedMs = Date.parse(run.startedAt);
  const failures = sent.flatMap((row) => failureRows(row, startedMs));
  return {
    stats: formatCsv(STATS_COLUMNS, stats),
    history: renderLocustHistory(run),
    failures: formatCsv(FAILURES_COLUMNS, failures),
    exceptions: formatCsv(EXCEPTIONS_COLUMNS, listExceptions(run.engine))
  };
}
function listExceptions(engine) {
  if (engine.kind !== "import") return [];
  const { tool, failedChecks: count = 0 } = engine;
  return count > 0 ? [[String(count), describeFailedChecks(tool, count), "", ""]] : [];
}
function locustName({ name, kind, method }) {
  if (kind === "ws" && name.startsWith("ws /")) return name.slice("ws ".length);
  return name.startsWith(`${method} `) ? name.slice(method.length + 1) : name;
}
function requestsOf(row) {
  return row.counts.ok + failuresOf(row);
}
function failuresOf({ counts }) {
  return counts.failed + counts.timedOut + counts.cut + counts.drops;
}
function statsRow(row, seconds) {
  const requests = requestsOf(row);
  const failures = row.failed === void 0 ? void 0 : failuresOf(row);
  const times = mergeDistributions([row.service, row.failedService]);
  const perSecond2 = (count) => formatPythonFloat(seconds > 0 ? count / seconds : 0);
  return [
    row.method,
    row.name,
    ...row.stated ? formatStated(row.stated, { requests, failures, bytesReceived: row.bytesReceived }) : formatTotals({ ...times, requests, failures, bytesReceived: row.bytesReceived, times }),
    perSecond2(requests),
    failures === void 0 ? "N/A" : perSecond2(failures),
    ...row.stated && times.count === 0 ? formatStatedPercentiles(row.stated) : formatPercentiles(times)
  ];
}
function failureRows(row, startedMs) {
  return row.failures.filter((failure) => failure.class !== "dropped").toSorted((left, right) => compareText(left.reason, right.reason)).map((failure) => [
    row.method,
    row.name,
    cleanText(failure.reason),
    String(failure.count),
    timestamp(startedMs + failure.firstMs),
    timestamp(startedMs + failure.lastMs)
  ]);
}
function timestamp(epochMs) {
  return `${new Date(epochMs).toISOString().slice(0, 19)}Z`;
}

export {
  renderLocustCsv
};
