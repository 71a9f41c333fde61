import { sharesOf } from './estimate-iteration.ts';
import { estimateWork } from './estimate-work.ts';
import type { Plan } from './plan.ts';
import type { TaskProgram, UserProgram } from './program.ts';

/** How much of something (rows, bytes) a virtual user needs for its `start` and for one iteration of a task. Never negative. */
export interface Amounts {
  readonly ofStart: (user: UserProgram) => number;
  readonly ofTask: (task: TaskProgram, user: UserProgram) => number;
}

/** −ln of the chance that a run needs less: one in a thousand million. */
const DOUBT = 9 * Math.LN10;

/**
 * What a plan that goes as planned needs at least. The sum of independent draws lies below its mean by more than t with a probability of at most
 * exp(−t² / 2(V + b·t/3)), where V is the sum of their variances and b the farthest that one draw can lie below its mean (Bernstein's inequality); solved for t.
 * Exact when every draw needs the same: then V and b are 0. Of a closed phase only the first iteration of each user is certain; how many users an open phase
 * has for its arrivals is not.
 */
export function certainTotal(plan: Pick<Plan, 'phases' | 'program'>, amounts: Amounts): number {
  const { users } = plan.program;
  const draws = users.map((user) => drawOf(user, amounts));
  const starts = users.map((user) => amounts.ofStart(user));
  const work = estimateWork(plan, () => 0);
  let mean = 0;
  let variance = 0;
  let farthest = 0;
  const add = (count: number, draw: Draw): void => {
    if (count === 0) return;
    mean += count * draw.mean;
    // Less than this is rounding: all draws are the same.
    if (draw.mean - draw.least <= 1e-12 * draw.mean) return;
    variance += count * Math.max(0, draw.meanSquare - draw.mean ** 2);
    farthest = Math.max(farthest, draw.mean - draw.least);
  };
  for (const [index, phase] of plan.phases.entries()) {
    if (phase.model === 'pause') continue;
    const newUsers = users.map((_, user) => work[index]?.[user]?.newUsers ?? 0);
    if (phase.model !== 'open') mean += starts.reduce((sum, start, user) => sum + start * (newUsers[user] ?? 0), 0);
    if (phase.model === 'open') add(phase.plannedArrivals, mixDraws(draws, sharesOf(users.map((user) => user.weight))));
    else if (phase.model === 'closed') for (const [user, draw] of draws.entries()) add(newUsers[user] ?? 0, draw);
    else add(phase.iterations, leastDraw(draws.filter((_, user) => (newUsers[user] ?? 0) > 0)));
  }
  const linear = (DOUBT * farthest) / 3;
  return Math.max(0, mean - (linear + Math.sqrt(linear ** 2 + 2 * DOUBT * variance)));
}

/** The amount of one draw: its mean, the mean of its square, and the least that it can be. */
interface Draw {
  readonly mean: number;
  readonly meanSquare: number;
  readonly least: number;
}

/** One task of a user. Where a task waits for a variable, how often it is drawn depends on the target: the cheapest counts. */
function drawOf(user: UserProgram, amounts: Amounts): Draw {
  const shares = sharesOf(user.tasks.map((task) => task.weight));
  const draws = user.tasks
    .map((task) => amounts.ofTask(task, user))
    .map((amount) => ({ mean: amount, meanSquare: amount ** 2, least: amount }));
  return user.tasks.length > 1 && user.tasks.some((task) => task.needs.length > 0) ? leastDraw(draws) : mixDraws(draws, shares);
}

function mixDraws(draws: readonly Draw[], shares: readonly number[]): Draw {
  const average = (key: 'mean' | 'meanSquare'): number => draws.reduce((sum, draw, index) => sum + draw[key] * (shares[index] ?? 0), 0);
  return { mean: average('mean'), meanSquare: average('meanSquare'), least: Math.min(...draws.map((draw) => draw.least)) };
}

function leastDraw(draws: readonly Draw[]): Draw {
  return draws.reduce((least, draw) => (draw.mean < least.mean ? draw : least), draws[0] ?? { mean: 0, meanSquare: 0, least: 0 });
}
