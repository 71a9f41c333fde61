import { formatDuration } from '../units.ts';
import type { ApiProblem } from './classify-problem.ts';

/** What was tried, for the sentence that says why it failed. */
export interface Attempt {
  /** `the comment was not written`. */
  readonly what: string;
  /** What the job needs: `pull-requests: write`. */
  readonly permission: string;
}

/** One sentence: what failed, why, and the next step; a missing permission is named. The words of GitHub in it are cleaned, and must be escaped where shown. */
export function explainApiError(problem: ApiProblem, { what, permission }: Attempt): string {
  const subject = `${what.charAt(0).toUpperCase()}${what.slice(1)}`;
  switch (problem.kind) {
    case 'rate-limited': {
      const wait = problem.waitMs === undefined ? '' : ` for ${formatDuration(Math.max(1_000, problem.waitMs))}`;
      return `${subject}: GitHub's rate limit is used up${wait}; run the job again later, or give it a \`github-token\` of its own.`;
    }
    case 'trouble':
      return `${subject}: GitHub has trouble (${problem.status}); run the job again later.`;
    case 'too-slow':
      return `${subject}: GitHub did not answer in time; run the job again later.`;
    case 'unreachable':
      return `${subject}: GitHub could not be reached (${problem.says}); check the network and proxy of the runner.`;
    case 'refused':
      return `${subject}: ${explainRefusal(problem.status, problem.says, permission)}.`;
  }
}

function explainRefusal(status: number, says: string, permission: string): string {
  const grant = `give the job \`permissions: ${permission}\``;
  if (/\blocked\b/i.test(says)) return `the conversation is locked (${status}); unlock it, or set \`comment: never\``;
  switch (status) {
    case 401:
      return 'GitHub does not know the token (401), which is wrong, expired or of a job that has ended; check `github-token`';
    case 403:
      return /not accessible by/i.test(says) ? `the token may not do that (403); ${grant}` : `GitHub forbids it (403: ${says}); ${grant}`;
    case 404:
      return `GitHub does not find it, or the token may not see it (404); ${grant}`;
    case 410:
      return `it is gone, or comments are turned off (410); set \`comment: never\``;
    case 422:
      return `GitHub refuses the content (422: ${says}); the job summary has all of it`;
    default:
      return `GitHub refuses it (${status}: ${says}); ${grant}`;
  }
}
