import { isFileIssue } from '../config/is-file-issue.ts';
import type { Issue } from '../config/issue.ts';
import { cleanText } from '../report/clean-text.ts';
import type { Paint } from './paint.ts';

/** Issues as compilers print them, file by file in the order first met, each file by line: place, word, message, and below it what to do. */
export function renderIssues(issues: readonly Issue[], paint: Paint): string {
  if (issues.length === 0) return '';
  const groups = [...Map.groupBy(issues, (issue) => issue.file).values()].map((group) => renderGroup(group, paint));
  return `${[...groups, countLine(issues, paint)].join('\n\n')}\n`;
}

function renderGroup(group: readonly Issue[], paint: Paint): string {
  const sorted = group.toSorted((left, right) => left.line - right.line || left.column - right.column);
  const places = sorted.map(placeOf);
  const width = Math.max(...places.map((place) => place.length));
  const lines = sorted.map((issue, index) => {
    const word = paint(issue.severity === 'error' ? 'broken' : 'warning', issue.severity.padEnd(7));
    const line = `${(places[index] ?? '').padEnd(width)}  ${word}  ${cleanText(issue.message, 500)}`;
    return issue.suggestion === undefined
      ? line
      : `${line}\n${' '.repeat(width + 11)}${paint('quiet', advise(cleanText(issue.suggestion, 300)))}`;
  });
  return lines.join('\n');
}

function placeOf(issue: Issue): string {
  const file = cleanText(issue.file);
  return isFileIssue(issue) ? `${file}:${issue.line}:${issue.column}` : file;
}

/** A word or the name of an endpoint is what was meant; anything longer says by itself what to do. */
function advise(suggestion: string): string {
  return /^(?:\S+|[A-Z]+ \/\S*)$/.test(suggestion) ? `did you mean ${suggestion}?` : suggestion;
}

function countLine(issues: readonly Issue[], paint: Paint): string {
  const errors = issues.filter((issue) => issue.severity === 'error').length;
  const warnings = issues.length - errors;
  const parts = [
    ...(errors > 0 ? [paint('broken', plural(errors, 'error'))] : []),
    ...(warnings > 0 ? [paint('warning', plural(warnings, 'warning'))] : []),
  ];
  return parts.join(', ');
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
