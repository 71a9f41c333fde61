import { formatRatio } from '../units.ts';
import type { Check, Observed } from '../verdict/verdict.ts';
import { NOTHING } from './format-reading.ts';

/** The series of a check with its phase: `GET /health`, `GET /health in burst`. */
export function describeSubject(check: Check): string {
  return check.phase === undefined ? check.series : `${check.series} in ${check.phase}`;
}

/** What was seen: `142 ms`, or why nothing was. */
export function describeObserved(check: Check): string {
  return 'observed' in check ? check.observed.text : check.reason;
}

/** The word of a state, with its severity: `breached`, `breached (warning)`. */
export function describeState(check: Check): string {
  const word = check.state === 'no-data' ? 'not judged' : check.state;
  return check.severity === 'warn' && (check.state === 'breached' || check.state === 'no-data') ? `${word} (warning)` : word;
}

/** One sentence: `POST /v1/messages p95 is 212 ms; promised is ≤ 150 ms (p95: 150ms).` */
export function describeCheck(check: Check): string {
  switch (check.state) {
    case 'passed':
    case 'breached':
      return `${check.name} is ${check.observed.text}; promised is ${check.limit} (${check.promise}).`;
    case 'skipped':
      return `${check.name} was skipped: ${check.reason}`;
    case 'no-data':
      return `${check.name} could not be judged: ${check.reason}`;
  }
}

/** `37 % of the budget`: used ÷ allowed, or a dash where there is no budget. */
export function describeBudget(observed: Observed): string {
  return observed.budgetUsed === undefined ? NOTHING : formatRatio(Math.round(observed.budgetUsed * 100) / 100);
}
