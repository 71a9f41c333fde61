import { estimateWork, sharesOf } from './estimate-work.ts';
import { seriesOfStep } from './list-uses.ts';
import type { Plan } from './plan.ts';
import type { Instruction } from './program.ts';
import { walkFlow } from './walk-flow.ts';

/** How many samples a series is expected to get in one phase. */
export interface SampleEstimate {
  readonly samples: number;
  /** Once the phase has reached its level: what a longer phase adds; 0 for fixed work. */
  readonly perSec: number;
}

/** Estimates by series, then by phase, in the plan's order. `requestMs`: what a request takes, which a closed phase's number depends on. */
export function estimateSamples(
  plan: Pick<Plan, 'phases' | 'program' | 'series'>,
  requestMs: number,
): readonly (readonly SampleEstimate[])[] {
  const work = estimateWork(plan, requestMs);
  const perIteration = plan.program.users.map((user) => {
    const shares = sharesOf(user.tasks.map((task) => task.weight));
    const tasks = user.tasks.map((task) => countBySeries(task.code, plan));
    return plan.series.map((_, series) => tasks.reduce((sum, counts, task) => sum + (counts[series] ?? 0) * (shares[task] ?? 0), 0));
  });
  const perStart = plan.program.users.map((user) => countBySeries(user.start, plan));
  return plan.series.map((_, series) =>
    plan.phases.map((_phase, phase) => {
      let samples = 0;
      let perSec = 0;
      for (const [user, { iterations, iterationsPerSec, newUsers }] of (work[phase] ?? []).entries()) {
        const each = perIteration[user]?.[series] ?? 0;
        samples += iterations * each + newUsers * (perStart[user]?.[series] ?? 0);
        perSec += iterationsPerSec * each;
      }
      return { samples, perSec };
    }),
  );
}

/** Samples that one pass through a flow gives each series; a poll gives one. */
function countBySeries(code: readonly Instruction[], { program, series }: Pick<Plan, 'program' | 'series'>): readonly number[] {
  const counts = series.map(() => 0);
  for (const step of walkFlow(code, program.data)) {
    for (const index of seriesOfStep(step.instruction)) counts[index] = (counts[index] ?? 0) + step.times;
  }
  return counts;
}
