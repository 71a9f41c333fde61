import { isFileIssue } from '../config/is-file-issue.ts';
import type { Issue } from '../config/issue.ts';
import { publishAnnotations } from './publish-annotations.ts';

/** GitHub shows ten annotations of a kind for each step. */
const MOST = 10;

/** Puts what is wrong in the user's files on their lines; the tenth says how many more there are. */
export async function publishIssues(issues: readonly Issue[], fromRoot: (path: string) => string): Promise<void> {
  const shown = issues.slice(0, issues.length > MOST ? MOST - 1 : MOST);
  const annotations = shown.map((issue) => ({
    level: issue.severity,
    file: isFileIssue(issue) ? fromRoot(issue.file) : '',
    line: issue.line,
    title: `load-gate: ${issue.code}`,
    message: [isFileIssue(issue) ? issue.message : `${issue.file}: ${issue.message}`, issue.suggestion].filter(Boolean).join(' — '),
  }));
  const more = issues.length - shown.length;
  if (more > 0)
    annotations.push({ level: 'error', file: '', line: 1, title: 'load-gate', message: `${more} more issues; the log lists all` });
  await publishAnnotations(annotations);
}
