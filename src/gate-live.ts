import type { Sla } from './config/sla.ts';
import { SECOND_LOOK_BURSTS } from './gate-baseline.ts';
import { explainNoTime, explainUnusable, isSound, type Looks } from './gate-looks.ts';
import type { RunSummary } from './metrics/run-summary.ts';
import type { Interleave } from './options/request.ts';
import { reseedPlan } from './plan/reseed-plan.ts';
import type { LivePlans } from './plan/plan-live.ts';
import type { LiveBaseline } from './report/report.ts';
import { compareLive } from './verdict/regression/compare-live.ts';

/** One burst on both targets. */
export interface PairOfRuns {
  readonly candidate: RunSummary;
  readonly baseline: RunSummary;
}

export interface LiveInput {
  readonly plans: LivePlans;
  readonly interleave: Interleave;
  readonly maxDurationMs: number;
  readonly sla: Sla;
  /** One more burst of both plans. */
  readonly runPair: (plans: LivePlans) => Promise<PairOfRuns>;
  /** Bursts are compared as they are stored, or a secret that stands in a name would make two of one endpoint. */
  readonly mask: (burst: RunSummary) => RunSummary;
  readonly onNote: (note: string) => void;
}

/** What was measured beside the first burst of the candidate, and what the comparison came to. */
export interface LiveLooks extends Looks {
  readonly live: LiveBaseline;
}

/**
 * Compares two targets that had the same load and, where the candidate looks slower, looks exactly once more: at two fresh bursts of both. A measurement of the
 * candidate that is not sound is not compared; what is wrong with the baseline's side is for the comparison to say.
 */
export async function lookAtLive(first: PairOfRuns, input: LiveInput): Promise<LiveLooks> {
  const { sla, interleave, onNote } = input;
  const pairs: [PairOfRuns, ...PairOfRuns[]] = [maskPair(first, input)];
  const describe = (result?: ReturnType<typeof compareLive>): LiveLooks => {
    const [, ...more] = pairs;
    const further = more.map(({ candidate }) => candidate);
    const where = input.plans.baseline.shownTarget;
    const live = { where, interleave, runs: pairs.map(({ baseline }) => baseline) };
    return { further, made: further, live, comparison: result && { kind: 'live', where, interleave, at: sla.regressionPlaces.at, result } };
  };
  if (!isSound(first.candidate, sla)) return describe();
  const compare = (): ReturnType<typeof compareLive> => {
    const [look, ...second] = pairs;
    return compareLive({ first: look, second, rules: sla.regression });
  };
  const early = compare();
  if (early.state !== 'second-look') return describe(early);
  onNote(`A second look at fresh data: ${early.suspects.join(', ')} may be worse than the baseline.`);
  const limits = { timeBoxMs: input.plans.candidate.timeBoxMs, maxDurationMs: input.maxDurationMs };
  const refusal = explainNoTime(first.candidate.durationMs, SECOND_LOOK_BURSTS, limits);
  if (refusal !== undefined) {
    onNote(refusal);
    return describe(early);
  }
  for (let number = 1; number <= SECOND_LOOK_BURSTS; number++) {
    const pair = maskPair(await input.runPair(reseed(input.plans, number)), input);
    pairs.push(pair);
    const why = explainUnusable(pair.candidate, sla);
    if (why === undefined) continue;
    onNote(why);
    // Closed: without both bursts the suspicion stays, and the verdict is inconclusive.
    return describe(early);
  }
  return describe(compare());
}

function maskPair({ candidate, baseline }: PairOfRuns, { mask }: LiveInput): PairOfRuns {
  return { candidate: mask(candidate), baseline: mask(baseline) };
}

function reseed({ candidate, baseline }: LivePlans, number: number): LivePlans {
  const seed = (candidate.seed + number) >>> 0;
  return { candidate: reseedPlan(candidate, seed), baseline: reseedPlan(baseline, seed) };
}
