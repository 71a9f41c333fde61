import type { Issue } from '../config/issue.ts';
import { requestsOfStep } from './list-uses.ts';
import { planError } from './plan-issue.ts';
import type { Plan } from './plan.ts';
import type { RequestProgram } from './program.ts';

/** Headers that no request can have: a secret with a line break, which `echo` likes to leave at its end, would end the header (RFC 9110 section 5.5). */
export function checkHeaders({ file, program, before }: Pick<Plan, 'file' | 'program' | 'before'>): readonly Issue[] {
  const flows = [
    ...program.users.flatMap((user) => [user.start, ...user.tasks.map((task) => task.code)]),
    ...before.map(({ code }) => code),
  ];
  const broken = new Set(flows.flatMap((code) => code.flatMap(requestsOfStep).flatMap(brokenHeaders)));
  return [...broken].map((name) =>
    planError(
      { file, line: 1, column: 1 },
      'header',
      `the header ${name} holds a line break that comes from a secret`,
      'set the secret again without it: printf %s instead of echo',
    ),
  );
}

function brokenHeaders({ headers, templatedHeaders }: RequestProgram): readonly string[] {
  const constant = headers.flatMap((value, index) => (index % 2 === 1 && isBroken(value) ? [headers[index - 1] ?? ''] : []));
  const templated = templatedHeaders.filter(
    ({ value }) => typeof value !== 'string' && value.some((part) => typeof part === 'string' && isBroken(part)),
  );
  return [...constant, ...templated.map(({ name }) => name)];
}

function isBroken(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- NUL is as bad as a line break
  return /[\u0000\r\n]/.test(text);
}
