import type { Issue } from './issue.ts';

/** Whether an issue stands on a line of a file; those of a flag, an input or the command line name that in place of a file, and have no line. */
export function isFileIssue({ file }: Issue): boolean {
  return !/^(?:--[a-z-]+|input [a-z-]+|command line|SCENARIO)$/.test(file);
}
