import type { ThinkTime } from '../config/step.ts';
import { seriesOfStep } from './list-uses.ts';
import type { Instruction, Program, UserProgram } from './program.ts';
import { walkFlow } from './walk-flow.ts';

/** What a request, a handshake or a wait for a message of a series is taken to last, ms. */
export type RequestTime = (series: number) => number;

/** A flow that asks nothing is repeated after a second, as the executors do. */
const SHORTEST_MS = 1;

/** The mean of one pass through a task, drawn by weight, if requests take `requestMs`; at least 1 ms. */
export function estimateIterationMs(user: UserProgram, program: Program, requestMs: RequestTime): number {
  const shares = sharesOf(user.tasks.map((task) => task.weight));
  const mean = user.tasks.reduce((sum, task, index) => {
    const taskMs = walkFlow(task.code, program.data).reduce((ms, { instruction, times }) => {
      return ms + times * estimateStepMs(instruction, requestMs);
    }, 0);
    return sum + taskMs * (shares[index] ?? 0);
  }, 0);
  return Math.max(SHORTEST_MS, mean);
}

/** What a step lasts if requests take `requestMs`: the slowest of a `parallel`, a pass of nothing for the jumps of a loop. */
export function estimateStepMs(instruction: Instruction, requestMs: RequestTime): number {
  switch (instruction.op) {
    case 'think':
      return meanThinkMs(instruction.think);
    case 'hold':
      return instruction.holdUs / 1_000;
    case 'send':
    case 'close':
    case 'loop':
    case 'next':
      return 0;
    case 'http':
    case 'parallel':
    case 'poll':
    case 'ws':
    case 'receive':
      return Math.max(...seriesOfStep(instruction).map(requestMs));
  }
}

/** From the beginning of one iteration to that of the next. */
export function cycleMs(iterationMs: number, think: ThinkTime | undefined): number {
  if (think?.kind === 'pace') return Math.max(think.ms, iterationMs);
  return iterationMs + (think ? meanThinkMs(think) : 0);
}

/** The mean of a think time, ms. */
export function meanThinkMs(think: ThinkTime): number {
  switch (think.kind) {
    case 'fixed':
    case 'pace':
      return think.ms;
    case 'uniform':
      return (think.minMs + think.maxMs) / 2;
    case 'exponential':
      return think.meanMs;
  }
}

/** Weights → parts of 1; of nothing but zeros: zeros. */
export function sharesOf(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (total > 0 ? weight / total : 0));
}
