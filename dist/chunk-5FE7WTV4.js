import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  describeComparison
} from "./chunk-BWARCQRU.js";
import {
  formatChange,
  formatReach,
  formatSide,
  formatTolerance
} from "./chunk-SYZ5DSLP.js";
import {
  renderTable,
  wrapText
} from "./chunk-6UC7EXHP.js";
import {
  cleanText
} from "./chunk-GNIJBZKR.js";
import {
  formatNumber
} from "./chunk-BRFOQZPS.js";

// src/config/is-file-issue.ts
function isFileIssue({ file }) {
  return !/^(?:--[a-z-]+|input [a-z-]+|command line|SCENARIO)$/.test(file);
}

// src/terminal/render-issues.ts
function renderIssues(issues, paint) {
  if (issues.length === 0) return "";
  const groups = [...Map.groupBy(issues, (issue) => issue.file).values()].map((group) => renderGroup(group, paint));
  return `${[...groups, countLine(issues, paint)].join("\n\n")}
`;
}
function renderGroup(group, paint) {
  const sorted = group.toSorted((left, right) => left.line - right.line || left.column - right.column);
  const places = sorted.map(placeOf);
  const width = Math.max(...places.map((place) => place.length));
  const lines = sorted.map((issue, index) => {
    const word = paint(issue.severity === "error" ? "broken" : "warning", issue.severity.padEnd(7));
    const line = `${(places[index] ?? "").padEnd(width)}  ${word}  ${cleanText(issue.message, 500)}`;
    return issue.suggestion === void 0 ? line : `${line}
${" ".repeat(width + 11)}${paint("quiet", advise(cleanText(issue.suggestion, 300)))}`;
  });
  return lines.join("\n");
}
function placeOf(issue) {
  const file = cleanText(issue.file);
  return isFileIssue(issue) ? `${file}:${issue.line}:${issue.column}` : file;
}
function advise(suggestion) {
  return /^(?:\S+|[A-Z]+ \/\S*)$/.test(suggestion) ? `did you mean ${suggestion}?` : suggestion;
}
function countLine(issues, paint) {
  const errors = issues.filter((issue) => issue.severity === "error").length;
  const warnings = issues.length - errors;
  const parts = [
    ...errors > 0 ? [paint("broken", plural(errors, "error"))] : [],
    ...warnings > 0 ? [paint("warning", plural(warnings, "warning"))] : []
  ];
  return parts.join(", ");
}
function plural(count, word) {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

// src/terminal/comparison-lines.ts
var COLUMNS = [
  { title: "", align: "left" },
  { title: "metric", align: "left", shrinksTo: 18 },
  { title: "baseline", align: "right" },
  { title: "now", align: "right" },
  { title: "change", align: "right" },
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
  isFileIssue,
  comparisonLines,
  renderIssues
};
