import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  fromEvidence,
  studentTQuantile
} from "./chunk-2TOVJSTJ.js";
import {
  roundStatistic
} from "./chunk-GCV36XLM.js";
import {
  formatLatency,
  formatNumber,
  formatRate,
  formatRatio
} from "./chunk-BRFOQZPS.js";

// src/verdict/regression/bound-change.ts
var UPPER = 0.95;
function boundChange({ metric, values, looks }) {
  const look = looks.at(-1);
  if (!look || !(look.error > 0)) return void 0;
  const half = roundStatistic(studentTQuantile(UPPER, look.degrees) * look.error);
  const middle = metric.kind === "error-ratio" ? values.change : look.change;
  const ends = [fromEvidence(metric, middle - half), fromEvidence(metric, middle + half)];
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

// src/verdict/regression/format-change.ts
function formatSide(metric, value) {
  switch (metric.kind) {
    case "percentile":
      return formatLatency(value);
    case "error-ratio":
      return formatRatio(value);
    case "throughput":
      return formatRate(value);
  }
}
function formatChange(metric, change) {
  return metric.kind === "error-ratio" ? `${signNumber(change * 100, 2)} points` : formatSigned(change);
}
function formatSigned(ratio) {
  return `${signNumber(ratio * 100, Math.abs(ratio) < 0.0995 ? 1 : 0)} %`;
}
function formatTolerance(metric, tolerance) {
  return metric.kind === "error-ratio" ? `${formatNumber(tolerance * 100, 2)} points` : `${formatNumber(tolerance * 100, 1)} %`;
}
function formatReach({ metric, detectable }) {
  if (detectable === void 0) return metric.kind === "error-ratio" ? "–" : "> 10×";
  return formatChange(metric, metric.kind === "throughput" ? -detectable : detectable);
}
var TENFOLD = 9;
function formatBounds(row) {
  const bounds = boundChange(row);
  if (!bounds) return void 0;
  const { low, high } = bounds;
  const isRatio = row.metric.kind === "error-ratio";
  const digits = isRatio ? high - low < 2e-3 ? 2 : 1 : high - low < 0.02 ? 1 : 0;
  const end = (value) => !isRatio && value > TENFOLD ? "> 10×" : signNumber(value * 100, digits);
  return `${end(low)} … ${end(high)}`;
}
function signNumber(value, digits) {
  const text = formatNumber(Math.abs(value), digits);
  return text === "0" ? text : `${value < 0 ? "−" : "+"}${text}`;
}

// src/verdict/regression/describe-regression.ts
function describeRegression(result) {
  switch (result.state) {
    case "not-judged":
      return `Regression: not judged; ${describeNotJudged(result.why)}.`;
    case "second-look":
      return `Regression: not decided; ${listNames(result.suspects)} ${result.suspects.length === 1 ? "needs" : "need"} a second look at fresh data.`;
    case "decided": {
      const [first, ...more] = result.rows.filter(({ state }) => state === "regressed");
      if (!first) return `Regression: none${describeReach(result.rows)}.`;
      return `Regression: ${describeRow(first)}${more.length === 0 ? "" : `; and ${formatNumber(more.length, 0)} more`}.`;
    }
  }
}
function describeRow(row) {
  if (row.state === "not-eligible") return `${row.name} is reported, not gated: ${row.reason}`;
  const { baseline, candidate, change } = row.values;
  const [from, to] = [formatSide(row.metric, baseline), formatSide(row.metric, candidate)];
  const head = `${row.name} ${from} → ${to} (${formatChange(row.metric, change)}, tolerance ${formatTolerance(row.metric, row.tolerance)})`;
  return [head, ...describeState(row), ...describeDetectable(row)].join("; ");
}
function describeState(row) {
  switch (row.state) {
    case "regressed":
      return [row.looks.length > 1 ? "confirmed on fresh data" : "decided by one look"];
    case "not-confirmed":
      return ["looked slower at first, and was not confirmed on fresh data"];
    case "suspect":
      return ["suspect, and needs a second look"];
    case "improved":
      return ["improved"];
    case "unchanged":
    case "not-eligible":
      return [];
  }
}
function describeDetectable(row) {
  if (row.state === "not-eligible") return [];
  if (row.detectable === void 0 && row.metric.kind === "error-ratio") return [];
  if (row.detectable === void 0) return ["this run was too short or too noisy to see any change up to tenfold"];
  return [
    `this run could see changes from ${formatChange(row.metric, row.metric.kind === "throughput" ? -row.detectable : row.detectable)}`
  ];
}
function describeReach(rows) {
  const gated = rows.filter((row) => row.state !== "not-eligible" && row.metric.kind !== "error-ratio");
  const reaches = gated.map((row) => row.state === "not-eligible" ? void 0 : row.detectable);
  const known = reaches.filter((reach) => reach !== void 0);
  const left = rows.filter(({ state }) => state === "not-eligible").length;
  const silent = left === 0 ? "" : `; ${formatNumber(left, 0)} ${left === 1 ? "metric was" : "metrics were"} not gated`;
  if (known.length < gated.length) return `, and some metrics were too noisy to see any change up to tenfold${silent}`;
  if (known.length === 0) return silent;
  const [least, most] = [formatSigned(Math.min(...known)), formatSigned(Math.max(...known))];
  return `; this run could see changes from ${least === most ? least : `${least} (the quietest metric) or ${most} (the noisiest)`}${silent}`;
}
function describeNotJudged(why) {
  switch (why.reason) {
    case "no-baseline":
      return "there is no baseline yet";
    case "none-admitted":
      return `none of the ${formatNumber(why.stored, 0)} stored runs counts`;
    case "not-comparable":
      return `the baseline is not comparable (${why.differences.join("; ")})`;
    case "nothing-eligible":
      return "no latency has enough samples on both sides; longer phases or a higher rate give more";
    case "baseline-failed":
      return `the baseline did not answer soundly (${why.why})`;
  }
}
function describeNote(note) {
  switch (note.kind) {
    case "new-endpoints":
      return `New, and without a baseline: ${listNames(note.names)}`;
    case "gone-endpoints":
      return `In the baseline only, gone or renamed: ${listNames(note.names)}`;
    case "environment-moved":
      return `The whole environment moved: ${note.moved} of ${note.of} endpoints changed by about ${formatSigned(note.factor - 1)}; the verdict stays`;
    case "creep":
      return `${note.name} has crept ${formatSigned(note.change)} away from its anchor, in steps too small to fail a build`;
    case "level-shift":
      return `${note.name} has had a new level since run ${note.from} (${formatSigned(note.change)}); older runs no longer count`;
    case "outliers":
      return `Too far from the other runs to count there: ${listNames(note.runs.map(describeOutlier))}`;
    case "other-machine": {
      const more = note.more > 0 ? ` and ${note.more} more ${note.more === 1 ? "kind" : "kinds"}` : "";
      return `Measured on another machine than the baseline: here ${note.own}, there ${note.stored.join(", ")}${more}; a change may be the machine's`;
    }
    case "left-out":
      return note.runs.map(({ id, reason }) => `Run ${id} does not count: ${reason}`).join(". ");
  }
}
function describeOutlier({ id, name, change, more }) {
  return `run ${id} in ${name} (${formatSigned(change)})${more > 0 ? ` and ${more} more ${more === 1 ? "row" : "rows"}` : ""}`;
}
function listNames(names) {
  const shown = names.slice(0, 5).join(", ");
  return names.length > 5 ? `${shown} and ${formatNumber(names.length - 5, 0)} more` : shown;
}

export {
  boundChange,
  formatSide,
  formatChange,
  formatSigned,
  formatTolerance,
  formatReach,
  formatBounds,
  describeRegression,
  describeRow,
  describeNotJudged,
  describeNote
};
