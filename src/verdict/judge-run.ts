import type { Sla } from '../config/sla.ts';
import type { RunSummary } from '../metrics/run-summary.ts';
import { checkSla } from './check-sla.ts';
import { checkWindows } from './check-windows.ts';
import { decide, type DecideInput } from './decide.ts';
import { describeFailures } from './describe-failures.ts';
import { listInvalidities, listSharedInvalidities } from './generator-validity.ts';
import type { Verdict } from './verdict.ts';

/** What was measured beside the run, and what the comparison with a baseline came to. */
type Looks = Pick<DecideInput, 'further' | 'regression'> & {
  /** The bursts of the other side of a live comparison. */
  readonly others?: readonly RunSummary[] | undefined;
};

/**
 * A run, what was promised of it, and what the comparison with a baseline came to → the verdict. The seed moves the intervals alone; give the same for the same
 * data.
 */
export function judgeRun(run: RunSummary, sla: Sla, seed: number, { others, ...looks }: Looks = {}): Verdict {
  const checks = [...checkSla(run, sla, seed), ...checkWindows(run, sla)];
  return decide({
    run,
    checks,
    invalidities: listInvalidities(run, sla.generator),
    failures: describeFailures(run),
    ...looks,
    others: others?.map((side) => ({ run: side, invalidities: listSharedInvalidities(side, sla.generator) })),
  });
}
