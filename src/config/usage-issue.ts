import type { Issue } from './issue.ts';

/** An issue that points at a flag or an input. */
export function usageIssue(at: string, code: string, message: string, suggestion?: string): Issue {
  return { file: at, line: 1, column: 1, code, severity: 'error', message, ...(suggestion === undefined ? {} : { suggestion }) };
}
