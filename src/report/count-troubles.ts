import { listRegressed } from './describe-comparison.ts';
import type { Report } from './report.ts';

/** What fails a build, in numbers. */
export interface Troubles {
  /** Broken promises that are no mere warnings. */
  readonly breaches: number;
  /** Metrics that regressed. */
  readonly regressions: number;
}

/** Of one or more runs together. */
export function countTroubles(reports: readonly Report[]): Troubles {
  const breaches = reports.flatMap(({ verdict }) =>
    verdict.checks.filter((check) => check.state === 'breached' && check.severity === 'fail'),
  );
  return { breaches: breaches.length, regressions: reports.reduce((sum, report) => sum + listRegressed(report).length, 0) };
}
