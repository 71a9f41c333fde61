import type { Issue, Position } from './issue.ts';

/** Collects what is wrong; every stage adds to the same list. */
export interface IssueList {
  error(at: Position, code: string, message: string, suggestion?: string): void;
  warn(at: Position, code: string, message: string, suggestion?: string): void;
  readonly hasErrors: boolean;
  /** Is there an issue with this code? */
  has(code: string): boolean;
  /** In file order, without repetitions, at most 100 and a line that counts the rest. */
  sorted(): readonly Issue[];
}

const MOST_SHOWN = 100;

/** An empty list of issues. */
export function createIssueList(): IssueList {
  const issues: Issue[] = [];
  const add = (
    severity: Issue['severity'],
    at: Position,
    rest: Pick<Issue, 'code' | 'message'> & { suggestion: string | undefined },
  ): void => {
    const { suggestion, code, message } = rest;
    issues.push({
      file: at.file,
      line: at.line,
      column: at.column,
      code,
      severity,
      message,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  };
  return {
    error: (at, code, message, suggestion) => add('error', at, { code, message, suggestion }),
    warn: (at, code, message, suggestion) => add('warning', at, { code, message, suggestion }),
    get hasErrors() {
      return issues.some((issue) => issue.severity === 'error');
    },
    has: (code) => issues.some((issue) => issue.code === code),
    sorted: () => capIssues(withoutEchoes(issues)),
  };
}

/** Codes after which any other error at the same place is noise. */
const SPOILING = new Set(['yaml', 'type', 'unit', 'value', 'env', 'unknown-key', 'not-available-yet']);

/** Without repetitions, and without what only follows from a value that is wrong by itself. All of `--set` stands at one place, so nothing is noise there. */
function withoutEchoes(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  const spoiled = new Set<string>();
  const kept = issues.filter((issue) => {
    const place = `${issue.file}\n${issue.line}:${issue.column}`;
    const key = `${place}\n${issue.severity}\n${issue.message}`;
    if (seen.has(key) || spoiled.has(place)) return false;
    seen.add(key);
    if (issue.file !== '--set' && SPOILING.has(issue.code)) spoiled.add(place);
    return true;
  });
  return kept.sort((left, right) => compareFiles(left.file, right.file) || left.line - right.line || left.column - right.column);
}

/** `--set` first, then the files by name. */
function compareFiles(left: string, right: string): number {
  if (left === right) return 0;
  if (left === '--set' || right === '--set') return left === '--set' ? -1 : 1;
  return left < right ? -1 : 1;
}

function capIssues(issues: readonly Issue[]): readonly Issue[] {
  const last = issues[MOST_SHOWN - 1];
  if (issues.length <= MOST_SHOWN || last === undefined) return issues;
  const left = issues.slice(MOST_SHOWN);
  const severity = left.some((issue) => issue.severity === 'error') ? 'error' : 'warning';
  const { file, line, column } = last;
  return [...issues.slice(0, MOST_SHOWN), { file, line, column, code: 'more', severity, message: `and ${left.length} more` }];
}
