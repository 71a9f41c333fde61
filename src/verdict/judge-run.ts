import type { Sla } from '../config/sla.ts';
import { explainPart } from '../metrics/explain-part.ts';
import type { RunSummary } from '../metrics/run-summary.ts';
import { checkServer } from './check-server.ts';
import { checkSla } from './check-sla.ts';
import { checkWindows } from './check-windows.ts';
import { decide, type DecideInput } from './decide.ts';
import { describeLevelChanges } from './describe-level-changes.ts';
import { describeFailures } from './describe-failures.ts';
import { listForeignDrops, listInvalidities, listSharedInvalidities } from './generator-validity.ts';
import type { Verdict } from './verdict.ts';

/** What was measured beside the run, and what the comparison with a baseline came to. */
type Looks = Pick<DecideInput, 'regression'> & {
  /** Bursts beside the run. */
  readonly further?: readonly RunSummary[] | undefined;
  /** The bursts of the other side of a live comparison. */
  readonly others?: readonly RunSummary[] | undefined;
};

/**
 * A run, what was promised of it, and what the comparison with a baseline came to → the verdict. The seed moves the intervals alone; give the same for the same
 * data. Without looks no comparison was asked for.
 */
export function judgeRun(run: RunSummary, sla: Sla, seed: number, looks?: Looks): Verdict {
  const { others, ...compared } = looks ?? {};
  const checks = [...checkSla(run, sla, seed), ...checkWindows(run, sla), ...checkServer(run, sla)];
  return decide({
    run,
    checks,
    invalidities: [...tellPart(run), ...listInvalidities(run, sla.generator)],
    unmade: listForeignDrops(run, sla.generator),
    failures: describeFailures(run),
    ...compared,
    notCompared: looks && [
      ...tellSteered('The run was compared with no baseline', run),
      ...(looks.further ?? []).flatMap((burst) => tellSteered('A further burst cannot be used', burst)),
    ],
    others: others?.map((side) => ({ run: side, invalidities: listSharedInvalidities(side, sla.generator) })),
  });
}

/** Closed: a part keeps a promise of a sum, or breaks one of a rate, that the whole does not. */
function tellPart(run: RunSummary): readonly string[] {
  const part = explainPart(run);
  return part === undefined ? [] : [`This is ${part}.`];
}

/** Closed: what somebody did by hand was done to one side of a comparison alone. */
function tellSteered(so: string, { levelChanges }: Pick<RunSummary, 'levelChanges'>): readonly string[] {
  return levelChanges.length === 0 ? [] : [`${so}: its users were set by hand (${describeLevelChanges(levelChanges)}).`];
}
