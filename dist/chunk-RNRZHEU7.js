import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  describeNotJudged,
  describeNote,
  formatChange,
  formatTolerance
} from "./chunk-A3SLCI4C.js";
import {
  roundStatistic
} from "./chunk-GCV36XLM.js";
import {
  formatDuration,
  formatLatency,
  formatNumber
} from "./chunk-BRFOQZPS.js";

// src/verdict/describe-level-changes.ts
var MOST_TOLD = 3;
function describeLevelChanges(changes) {
  const told = changes.slice(0, MOST_TOLD).map(({ atMs, fromUsers, users }) => {
    const atSecond = Math.round(atMs / 100) * 100;
    return `from ${formatNumber(fromUsers, 0)} to ${formatNumber(users, 0)} at ${formatDuration(atSecond)}`;
  });
  const left = changes.length - told.length;
  return left > 0 ? `${told.join(", ")}, and ${formatNumber(left, 0)} more` : told.join(", ");
}

// src/verdict/regression/compare-baseline-values.ts
function compareValue(value, measuredUs, tolerance) {
  if (measuredUs === void 0) return void 0;
  if (!(value.us > 0)) throw new RangeError(`a baseline of ${value.us} µs cannot be compared with`);
  const change = roundStatistic(measuredUs / value.us - 1);
  const state = change > roundStatistic(tolerance) ? "beyond" : "within";
  return { name: `${value.endpoint} p${value.percentile}`, baselineUs: value.us, candidateUs: measuredUs, change, tolerance, state };
}
function describeValue(row) {
  return `${row.name} ${formatLatency(row.baselineUs)} → ${formatLatency(row.candidateUs)} (by hand, no noise model)`;
}

// src/report/describe-comparison.ts
function describeComparison({ comparison, handRows = [] }) {
  if (!comparison && handRows.length === 0) return void 0;
  const { where = "", result } = comparison ?? {};
  const rows = result?.rows ?? [];
  const sentences = [
    ...result?.state === "not-judged" ? [`Not judged: ${describeNotJudged(result.why)}`] : [],
    ...describeUngated(rows),
    ...handRows.toSorted((left, right) => Number(isBeyond(right)) - Number(isBeyond(left))).map(describeHandRow),
    ...(result?.notes ?? []).map(describeRemark)
  ];
  return {
    title: comparison ? nameBaseline(comparison) : "Against baseline_values",
    rows: sortRows(rows),
    sentences: sentences.map((sentence) => `${sentence}.`),
    names: [
      where,
      ...rows.flatMap(({ name, endpoint }) => [name, endpoint]),
      ...handRows.map(({ name }) => name),
      ...listNames(result?.notes ?? [])
    ]
  };
}
function listRegressed({ comparison }) {
  return comparison ? sortRows(comparison.result.rows).filter(({ state }) => state === "regressed") : [];
}
function listGated({ comparison }) {
  return comparison?.result.rows.filter(isCompared) ?? [];
}
function listReasons({ verdict, comparison }) {
  const remarks = new Set(comparison?.result.notes.map((note) => `${describeNote(note)}.`));
  return verdict.reasons.filter((reason) => !remarks.has(reason));
}
function nameBaseline(comparison) {
  if (comparison.kind === "live") {
    return `Against ${comparison.where}, ${comparison.interleave === "abba" ? "by turns (ABBA)" : "at the same time (A/B)"}`;
  }
  const { where, runs } = comparison;
  const count = runs === void 0 ? "" : `${formatNumber(runs, 0)} ${runs === 1 ? "run" : "runs"} in `;
  return `Against the baseline (${count}${where})`;
}
function isCompared(row) {
  return row.state !== "not-eligible";
}
var RANKS = { regressed: 0, suspect: 1, "not-confirmed": 2, improved: 3, unchanged: 4 };
function sortRows(rows) {
  const share = ({ values, tolerance }) => Math.abs(values.change) / tolerance;
  return rows.filter(isCompared).sort((left, right) => RANKS[left.state] - RANKS[right.state] || share(right) - share(left));
}
var MOST_REASONS = 4;
var MOST_NAMES = 3;
function describeUngated(rows) {
  const ungated = rows.flatMap((row) => row.state === "not-eligible" ? [{ name: row.name, reason: row.reason }] : []);
  if (ungated.length === 0) return [];
  const subject = ungated.length === 1 ? "1 metric is" : `${formatNumber(ungated.length, 0)} metrics are`;
  return [`${subject} reported, not gated: ${groupReasons(ungated)}`];
}
function groupReasons(entries) {
  const groups = Map.groupBy(entries, ({ reason }) => reason);
  const texts = [...groups].sort(([, left2], [, right]) => right.length - left2.length).map(([reason, members]) => {
    const shown = members.slice(0, MOST_NAMES).map(({ name }) => name);
    const left2 = members.length - shown.length;
    return `${reason} (${shown.join(", ")}${left2 > 0 ? ` and ${formatNumber(left2, 0)} more` : ""})`;
  });
  const left = texts.length - MOST_REASONS;
  return [
    ...texts.slice(0, MOST_REASONS),
    ...left > 0 ? [`and ${formatNumber(left, 0)} other ${left === 1 ? "reason" : "reasons"}`] : []
  ].join("; ");
}
function describeRemark(note) {
  if (note.kind !== "left-out" || note.runs.length < 2) return describeNote(note);
  const newestFirst = note.runs.toReversed().map(({ id, reason }) => ({ name: id, reason }));
  return `${formatNumber(note.runs.length, 0)} stored runs do not count: ${groupReasons(newestFirst)}`;
}
function isBeyond({ state }) {
  return state === "beyond" || state === "lost";
}
function describeHandRow(row) {
  const metric = { kind: "percentile", percentile: 0 };
  const tolerance = `the tolerance of ${formatTolerance(metric, row.tolerance)}`;
  const from = `${row.name} ${formatLatency(row.baselineUs)}`;
  switch (row.state) {
    case "within":
    case "beyond":
      return `${describeValue(row)}: ${formatChange(metric, row.change)}, ${row.state} ${tolerance}`;
    case "lost":
      return `${from} → ${row.atLeastUs === void 0 ? "no answer" : `> ${formatLatency(row.atLeastUs)}`} (by hand, no noise model): beyond ${tolerance}`;
    case "no-data":
      return `${from} (by hand, no noise model): nothing was measured`;
  }
}
function listNames(notes) {
  return notes.flatMap((note) => {
    switch (note.kind) {
      case "new-endpoints":
      case "gone-endpoints":
        return note.names;
      case "level-shift":
        return [note.name, note.from];
      case "creep":
        return [note.name];
      case "outliers":
        return note.runs.flatMap(({ id, name }) => [id, name]);
      case "other-machine":
        return [note.own, ...note.stored];
      case "left-out":
        return note.runs.map(({ id }) => id);
      case "environment-moved":
        return [];
    }
  });
}

export {
  describeLevelChanges,
  compareValue,
  describeComparison,
  listRegressed,
  listGated,
  listReasons,
  groupReasons
};
