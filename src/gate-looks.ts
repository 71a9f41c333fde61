import type { Sla } from './config/sla.ts';
import { compareWithHistory, SECOND_LOOK_BURSTS, type OpenBaseline } from './gate-baseline.ts';
import type { RunSummary } from './metrics/run-summary.ts';
import type { Plan } from './plan/plan.ts';
import type { Comparison } from './report/report.ts';
import { formatDuration } from './units.ts';
import { listInvalidities } from './verdict/generator-validity.ts';
import type { RegressionResult } from './verdict/regression/regression-result.ts';
import type { Origin } from './workspace/read-origin.ts';

/** The bursts beside the first, and what the comparison came to; undefined: the measurement was not fit to be compared. */
export interface Looks {
  readonly further: readonly RunSummary[];
  readonly comparison: Comparison | undefined;
}

export interface LooksInput {
  readonly plan: Plan;
  readonly sla: Sla;
  readonly baseline: OpenBaseline;
  readonly origin: Origin;
  /** A baseline stores two bursts of a job, so that the noise between bursts is known apart from that between jobs. */
  readonly storesBursts: boolean;
  /** One more burst of a plan; it counts from 1. */
  readonly runBurst: (plan: Plan) => Promise<RunSummary>;
  readonly onNote: (note: string) => void;
}

/**
 * Compares the first burst with what is stored and, where something looks slower, looks exactly once more: at fresh data of the same plan. Asking again until an answer
 * pleases would make an 11 % test of a 5 % one.
 */
export async function lookAtBaseline(first: RunSummary, input: LooksInput): Promise<Looks> {
  const { baseline, sla, origin, storesBursts, onNote } = input;
  if (!isSound(first, sla)) return { further: [], comparison: undefined };
  const compare = (further: readonly RunSummary[]): RegressionResult =>
    compareWithHistory(first, further, { history: baseline.history, rules: sla.regression, origin });
  let result = compare([]);
  let further: readonly RunSummary[] = [];
  if (result.state === 'second-look') {
    onNote(`A second look at fresh data: ${result.suspects.join(', ')} may be worse than the baseline.`);
    further = await runMore(first, SECOND_LOOK_BURSTS, input);
    // Closed: without both bursts the suspicion stays, and the verdict is inconclusive.
    if (further.length === SECOND_LOOK_BURSTS) result = compare(further);
  } else if (storesBursts) {
    onNote('A second burst for the baseline.');
    further = await runMore(first, 1, input);
  }
  return {
    further,
    comparison: { where: baseline.store.where, at: sla.regressionPlaces.at, runs: countAdmitted(baseline, result), result },
  };
}

/** As many bursts as were asked for, as long as they fit into the time box and are sound. */
async function runMore(first: RunSummary, count: number, { plan, sla, runBurst, onNote }: LooksInput): Promise<readonly RunSummary[]> {
  const bursts: RunSummary[] = [];
  for (let number = 1; number <= count; number++) {
    const neededMs = (number + 1) * first.durationMs;
    if (neededMs > plan.timeBoxMs) {
      onNote(
        `There is no time for it: ${number + 1} bursts take ${formatDuration(neededMs)}, the time box is ${formatDuration(plan.timeBoxMs)}; set \`time_box: ${Math.ceil((count + 1.1) * (first.durationMs / 1_000))}s\`.`,
      );
      break;
    }
    const burst = await runBurst({ ...plan, seed: (plan.seed + number) >>> 0 });
    if (!isSound(burst, sla)) {
      onNote('It cannot be used: the burst was cut short, or the generator could not keep its schedule.');
      break;
    }
    bursts.push(burst);
  }
  return bursts;
}

/** Stored runs that count: those that no remark leaves out. */
function countAdmitted({ history }: OpenBaseline, { notes }: RegressionResult): number {
  const stored = history.state === 'found' ? history.runs.length : 0;
  return stored - notes.reduce((sum, note) => sum + (note.kind === 'left-out' ? note.runs.length : 0), 0);
}

function isSound(run: RunSummary, sla: Sla): boolean {
  return run.ending.state === 'complete' && listInvalidities(run, sla.generator).length === 0;
}
