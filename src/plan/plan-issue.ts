import type { Issue, Position } from '../config/issue.ts';

/** An issue that stops the run. */
export function planError(at: Position, code: string, message: string, suggestion?: string): Issue {
  return planIssue('error', { at, code, message, suggestion });
}

/** An issue that is shown and stops nothing. */
export function planWarning(at: Position, code: string, message: string, suggestion?: string): Issue {
  return planIssue('warning', { at, code, message, suggestion });
}

interface IssueText {
  readonly at: Position;
  readonly code: string;
  readonly message: string;
  readonly suggestion: string | undefined;
}

function planIssue(severity: Issue['severity'], { at, code, message, suggestion }: IssueText): Issue {
  const { file, line, column } = at;
  return { file, line, column, code, severity, message, ...(suggestion === undefined ? {} : { suggestion }) };
}
