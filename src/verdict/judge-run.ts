import type { Sla } from '../config/sla.ts';
import type { RunSummary } from '../metrics/run-summary.ts';
import { checkSla } from './check-sla.ts';
import { checkWindows } from './check-windows.ts';
import { decide } from './decide.ts';
import { describeFailures } from './describe-failures.ts';
import { listInvalidities } from './generator-validity.ts';
import type { RegressionResult } from './regression/regression-result.ts';
import type { Verdict } from './verdict.ts';

/**
 * A run, what was promised of it, and what the comparison with a baseline came to → the verdict. The seed moves the intervals alone; give the same for the same
 * data.
 */
export function judgeRun(run: RunSummary, sla: Sla, seed: number, regression?: RegressionResult): Verdict {
  const checks = [...checkSla(run, sla, seed), ...checkWindows(run, sla)];
  return decide({ run, checks, invalidities: listInvalidities(run, sla.generator), failures: describeFailures(run), regression });
}
