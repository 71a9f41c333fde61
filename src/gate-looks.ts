import type { Sla } from './config/sla.ts';
import { compareWithHistory, hasSuccess, SECOND_LOOK_BURSTS, type OpenBaseline } from './gate-baseline.ts';
import type { RunSummary } from './metrics/run-summary.ts';
import type { Plan } from './plan/plan.ts';
import { reseedPlan } from './plan/reseed-plan.ts';
import type { Comparison } from './report/report.ts';
import { formatDuration } from './units.ts';
import { describeLevelChanges } from './verdict/describe-level-changes.ts';
import { listInvalidities } from './verdict/generator-validity.ts';
import type { RegressionResult } from './verdict/regression/regression-result.ts';
import type { Origin } from './workspace/read-origin.ts';

/** The bursts beside the first, and what the comparison came to; undefined: the measurement was not fit to be compared. */
export interface Looks {
  /** Those that can be compared. */
  readonly further: readonly RunSummary[];
  /** All that were made, one that cannot be used among them: what broke in it is part of the verdict. */
  readonly made: readonly RunSummary[];
  readonly comparison: Comparison | undefined;
}

export interface LooksInput {
  readonly plan: Plan;
  readonly sla: Sla;
  readonly baseline: OpenBaseline;
  readonly origin: Origin;
  /** A baseline stores two bursts of a job, so that the noise between bursts is known apart from that between jobs. */
  readonly storesBursts: boolean;
  readonly maxDurationMs: number;
  /** One more burst of a plan; it counts from 1. */
  readonly runBurst: (plan: Plan) => Promise<RunSummary>;
  /** Bursts are compared as they are stored, or a secret that stands in a name would make two of one endpoint. */
  readonly mask: (burst: RunSummary) => RunSummary;
  readonly onNote: (note: string) => void;
}

/**
 * Compares the first burst with what is stored and, where something looks slower, looks exactly once more: at fresh data of the same plan. Asking again until an answer
 * pleases would make an 11 % test of a 5 % one.
 */
export async function lookAtBaseline(run: RunSummary, input: LooksInput): Promise<Looks> {
  const { baseline, sla, origin, storesBursts, onNote } = input;
  if (!isSound(run, sla)) return { further: [], made: [], comparison: undefined };
  const first = input.mask(run);
  const compare = (further: readonly RunSummary[]): RegressionResult =>
    compareWithHistory(first, further, { history: baseline.history, rules: sla.regression, origin });
  let result = compare([]);
  let more: Bursts = { further: [], made: [] };
  if (result.state === 'second-look') {
    onNote(`A second look at fresh data: ${result.suspects.join(', ')} may be worse than the baseline.`);
    more = await runMore(first, SECOND_LOOK_BURSTS, input);
    // Closed: without both bursts the suspicion stays, and the verdict is inconclusive.
    if (more.further.length === SECOND_LOOK_BURSTS) result = compare(more.further);
  } else if (storesBursts) {
    onNote('A second burst for the baseline.');
    more = await runMore(first, 1, input);
  }
  return {
    ...more,
    comparison: { kind: 'stored', where: baseline.store.where, at: sla.regressionPlaces.at, runs: countAdmitted(baseline, result), result },
  };
}

/** What is said of a suspicion ends with `noSecondLook`. */
export type LookOnceInput = Pick<LooksInput, 'baseline' | 'sla' | 'origin' | 'mask' | 'onNote'> & { readonly noSecondLook: string };

/** The same of a burst that cannot be made again: what looks slower stays a suspicion. Undefined: it was not fit to be compared. */
export function lookOnce(run: RunSummary, { baseline, sla, origin, mask, onNote, noSecondLook }: LookOnceInput): Comparison | undefined {
  if (!isSound(run, sla)) return undefined;
  const result = compareWithHistory(mask(run), [], { history: baseline.history, rules: sla.regression, origin });
  if (result.state === 'second-look')
    onNote(`${result.suspects.join(', ')} may be worse than the baseline, and there is no second look: ${noSecondLook}.`);
  return { kind: 'stored', where: baseline.store.where, at: sla.regressionPlaces.at, runs: countAdmitted(baseline, result), result };
}

/** Why a further burst cannot be compared, as a sentence; undefined: it can. */
export function explainUnusable(run: RunSummary, sla: Sla): string | undefined {
  const { ending } = run;
  const [doubt] = listInvalidities(run, sla.generator);
  if (ending.state !== 'complete')
    return `It cannot be used: the burst was ${ending.state === 'aborted' ? 'aborted' : 'cut short'}: ${ending.reason.replace(/\.$/, '')}.`;
  if (doubt !== undefined) return `It cannot be used: ${doubt}`;
  if (run.levelChanges.length > 0) return `It cannot be used: its users were set by hand (${describeLevelChanges(run.levelChanges)}).`;
  return hasSuccess(run) ? undefined : 'It cannot be used: nothing succeeded.';
}

/** How long all bursts of a scenario may take together, ms. */
export interface LookLimits {
  readonly timeBoxMs: number;
  /** Of `--max-duration`; of a suite what the other parts leave of it. */
  readonly maxDurationMs: number;
}

/** Why `count` more bursts as long as the first do not fit into the time box and the cap; undefined: they do. All times in ms. */
export function explainNoTime(burstMs: number, count: number, { timeBoxMs, maxDurationMs }: LookLimits): string | undefined {
  const neededMs = (count + 1) * burstMs;
  const take = `There is no time for it: ${count + 1} bursts take ${formatDuration(neededMs)}`;
  const seconds = Math.ceil((count + 1.1) * (burstMs / 1_000));
  if (neededMs > timeBoxMs) return `${take}, the time box is ${formatDuration(timeBoxMs)}; set \`time_box: ${seconds}s\`.`;
  // Closed: a cap that held for the first burst alone would be none.
  if (neededMs > maxDurationMs) return `${take}, --max-duration leaves ${formatDuration(maxDurationMs)}; raise it.`;
  return undefined;
}

type Bursts = Pick<Looks, 'further' | 'made'>;

/** As many bursts as were asked for, if they all fit into the time box, up to one that is not sound. */
async function runMore(first: RunSummary, count: number, input: LooksInput): Promise<Bursts> {
  const { plan, sla, runBurst, mask, onNote, maxDurationMs } = input;
  const refusal = explainNoTime(first.durationMs, count, { timeBoxMs: plan.timeBoxMs, maxDurationMs });
  if (refusal !== undefined) {
    onNote(refusal);
    return { further: [], made: [] };
  }
  const made: RunSummary[] = [];
  for (let number = 1; number <= count; number++) {
    const burst = mask(await runBurst(reseedPlan(plan, (plan.seed + number) >>> 0)));
    made.push(burst);
    const why = explainUnusable(burst, sla);
    if (why === undefined) continue;
    onNote(why);
    return { further: made.slice(0, -1), made };
  }
  return { further: made, made };
}

/** Stored runs that count: those that no remark leaves out. */
function countAdmitted({ history }: OpenBaseline, { notes }: RegressionResult): number {
  const stored = history.state === 'found' ? history.runs.length : 0;
  return stored - notes.reduce((sum, note) => sum + (note.kind === 'left-out' ? note.runs.length : 0), 0);
}

/** The measurement is whole and what was planned, and the generator kept its schedule. */
export function isSound(run: RunSummary, sla: Sla): boolean {
  return run.ending.state === 'complete' && run.levelChanges.length === 0 && listInvalidities(run, sla.generator).length === 0;
}
