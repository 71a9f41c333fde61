import { cycleMs, estimateIterationMs, sharesOf, type RequestTime } from './estimate-iteration.ts';
import { buildProgress, type Progress } from './estimate-progress.ts';
import { estimateWork, type ProfileWork } from './estimate-work.ts';
import { seriesOfStep } from './list-uses.ts';
import type { Plan, PlannedPhase } from './plan.ts';
import type { Instruction, UserProgram } from './program.ts';
import { walkFlow } from './walk-flow.ts';

/** How many samples a series is expected to get in one phase. */
export interface SampleEstimate {
  readonly samples: number;
  /** So many of them do not depend on chance: each virtual user that a phase begins goes through `start` once. */
  readonly certain: number;
  /** What a longer phase adds, once it has reached its level; 0 for fixed work, and for what each virtual user does but once. */
  readonly perSec: number;
}

type EstimatedPlan = Pick<Plan, 'phases' | 'program' | 'series'>;

/** Estimates by series, then by phase, in the plan's order, if requests take `requestMs`, which a closed phase's number depends on. */
export function estimateSamples(plan: EstimatedPlan, requestMs: RequestTime): readonly (readonly SampleEstimate[])[] {
  const work = estimateWork(plan, requestMs);
  const users = plan.program.users.map((user) => describeUser(user, plan, requestMs));
  const phases = plan.phases.map((phase, place) => estimatePhase(phase, work[place] ?? [], users, plan.series.length));
  return plan.series.map((_, series) => phases.map((estimates) => estimates[series] ?? { samples: 0, certain: 0, perSec: 0 }));
}

interface UserSamples {
  /** By series: of one iteration, of `start`. */
  readonly perIteration: readonly number[];
  readonly perStart: readonly number[];
  readonly progress: Progress;
  readonly cycleMs: number;
}

function describeUser(user: UserProgram, plan: EstimatedPlan, requestMs: RequestTime): UserSamples {
  const shares = sharesOf(user.tasks.map((task) => task.weight));
  const tasks = user.tasks.map((task) => countBySeries(task.code, plan));
  return {
    perIteration: plan.series.map((_, series) => tasks.reduce((sum, counts, task) => sum + (counts[series] ?? 0) * (shares[task] ?? 0), 0)),
    perStart: countBySeries(user.start, plan),
    progress: buildProgress(user, plan.program, requestMs),
    cycleMs: cycleMs(estimateIterationMs(user, plan.program, requestMs), user.think),
  };
}

function estimatePhase(
  phase: PlannedPhase,
  work: readonly ProfileWork[],
  users: readonly UserSamples[],
  length: number,
): readonly SampleEstimate[] {
  const zeros = (): number[] => new Array<number>(length).fill(0);
  const [samples, certain, perSec] = [zeros(), zeros(), zeros()];
  for (const [place, user] of users.entries()) {
    const { iterations, iterationsPerSec, newUsers, spans } = work[place] ?? NO_WORK;
    // An iteration that is longer than its phase adds nothing at an even pace: what comes next is seen by looking on for as long again.
    const isSteady = user.cycleMs <= phase.durationMs;
    const next = zeros();
    for (const { fromMs, toMs, stays } of spans) {
      user.progress(samples, toMs, 1);
      user.progress(samples, fromMs, -1);
      if (isSteady || !stays) continue;
      user.progress(next, toMs + phase.durationMs, 1);
      user.progress(next, toMs, -1);
    }
    for (let series = 0; series < length; series++) {
      const [each, once] = [user.perIteration[series] ?? 0, newUsers * (user.perStart[series] ?? 0)];
      samples[series] = (samples[series] ?? 0) + iterations * each + once;
      certain[series] = (certain[series] ?? 0) + (phase.model === 'open' ? 0 : once);
      perSec[series] =
        (perSec[series] ?? 0) +
        (phase.model === 'closed' && !isSteady ? (1_000 * (next[series] ?? 0)) / phase.durationMs : iterationsPerSec * each);
    }
  }
  return samples.map((count, series) => ({ samples: count, certain: certain[series] ?? 0, perSec: perSec[series] ?? 0 }));
}

const NO_WORK: ProfileWork = { iterations: 0, iterationsPerSec: 0, newUsers: 0, spans: [] };

/** Samples that one pass through a flow gives each series; a poll gives one. */
function countBySeries(code: readonly Instruction[], { program, series }: Pick<Plan, 'program' | 'series'>): readonly number[] {
  const counts = series.map(() => 0);
  for (const step of walkFlow(code, program.data)) {
    for (const index of seriesOfStep(step.instruction)) counts[index] = (counts[index] ?? 0) + step.times;
  }
  return counts;
}
