import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  describeComparison
} from "./chunk-4EUKXEYM.js";
import {
  formatBounds,
  formatChange,
  formatReach,
  formatSide,
  formatTolerance
} from "./chunk-V5IUYEX3.js";
import {
  renderTable,
  wrapText
} from "./chunk-HVJM47ZC.js";
import {
  NOTHING
} from "./chunk-6T3VPJOM.js";
import {
  formatNumber
} from "./chunk-BRFOQZPS.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";

// src/terminal/comparison-lines.ts
var COLUMNS = [
  { title: "", align: "left" },
  { title: "metric", align: "left", shrinksTo: 18 },
  { title: "baseline", align: "right" },
  { title: "now", align: "right" },
  { title: "change", align: "right" },
  { title: "about 90 %", align: "right", goes: 4 },
  { title: "tolerance", align: "right", goes: 3 },
  { title: "could see", align: "right", goes: 2 },
  { title: "", align: "left", goes: 1 }
];
var MOST_ROWS = 10;
var LONGEST_SENTENCE = 600;
function comparisonLines(report, width, paint) {
  const text = describeComparison(report);
  if (!text) return [];
  const changed = text.rows.filter(({ state }) => state !== "unchanged").length;
  const shown = text.rows.slice(0, Math.max(MOST_ROWS, changed));
  const left = text.rows.length - shown.length;
  return [
    ...wrapText(cleanText(text.title), width, "  ").map((line) => paint("strong", line)),
    ...renderTable(COLUMNS, shown.map(rowCells), width, paint),
    ...left > 0 ? [paint("quiet", `… ${formatNumber(left, 0)} more unchanged`)] : [],
    ...text.sentences.flatMap((sentence) => wrapText(`- ${cleanText(sentence, LONGEST_SENTENCE)}`, width, "  "))
  ];
}
function rowCells(row) {
  const { metric, values, tolerance } = row;
  const [sign, style, word] = SIGNS[row.state];
  return [
    { text: sign, style },
    { text: row.name },
    { text: formatSide(metric, values.baseline) },
    { text: formatSide(metric, values.candidate) },
    { text: formatChange(metric, values.change), style: row.state === "unchanged" ? "plain" : style },
    { text: formatBounds(row) ?? NOTHING, style: "quiet" },
    { text: formatTolerance(metric, tolerance) },
    { text: formatReach(row), style: "quiet" },
    { text: word, style }
  ];
}
var SIGNS = {
  regressed: ["✗", "broken", "regressed"],
  suspect: ["?", "warning", "suspect"],
  "not-confirmed": ["✓", "warning", "not confirmed"],
  improved: ["✓", "good", "improved"],
  unchanged: ["✓", "good", "unchanged"]
};

export {
  comparisonLines
};
