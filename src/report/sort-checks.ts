import type { Check } from '../verdict/verdict.ts';

/** Broken promises first, then what could not be judged, warnings, what holds, and last what was skipped. Ties keep the order of the SLA. */
export function sortChecks(checks: readonly Check[]): readonly Check[] {
  return checks.toSorted((left, right) => rankOf(left) - rankOf(right) || excessOf(right) - excessOf(left));
}

function rankOf(check: Check): number {
  switch (check.state) {
    case 'breached':
      return check.severity === 'fail' ? 0 : 2;
    case 'no-data':
      return check.severity === 'fail' ? 1 : 3;
    case 'passed':
      return 4;
    case 'skipped':
      return 5;
  }
}

/** How far beyond its limit a broken promise is, as a share of the limit, so that different units compare; 0 for anything not broken. */
function excessOf(check: Check): number {
  if (check.state !== 'breached') return 0;
  const { value, limitValue, censored } = check.observed;
  if (censored || limitValue === 0) return Number.MAX_VALUE;
  return Math.abs(value - limitValue) / Math.abs(limitValue);
}
