import type { Report } from './report.ts';

/**
 * Whether a report says more than that all is well: anything but a pass, a warning, a change beyond the noise for the better or the worse, or a value by
 * hand that is exceeded. A first report without news needs no comment.
 */
export function hasNews({ verdict, comparison, handRows = [] }: Report): boolean {
  return (
    verdict.state !== 'pass' ||
    verdict.checks.some(({ state }) => state === 'breached' || state === 'no-data') ||
    (comparison?.result.rows ?? []).some(({ state }) => state === 'regressed' || state === 'suspect' || state === 'improved') ||
    handRows.some(({ state }) => state === 'beyond' || state === 'lost')
  );
}
