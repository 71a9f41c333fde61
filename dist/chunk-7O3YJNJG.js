import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  cleanText
} from "./chunk-6NJWPGFM.js";

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

export {
  isFileIssue,
  renderIssues
};
