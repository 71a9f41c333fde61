import type { ThinkTime } from '../config/step.ts';
import type { PlannedPhase } from './plan.ts';
import type { Instruction, Program, UserProgram } from './program.ts';
import { assignProfiles, joinMs, leaveMs, levelAtMs } from './user-levels.ts';
import { walkFlow } from './walk-flow.ts';

/** What one phase is expected to give the virtual users of one profile to do. */
export interface ProfileWork {
  readonly iterations: number;
  /** Once the phase has reached its level; 0 for fixed work, which does not grow with time. */
  readonly iterationsPerSec: number;
  /** Virtual users that go through `start`. */
  readonly newUsers: number;
}

type WorkOfPhase = readonly ProfileWork[];

/**
 * The work of every phase by profile, if each request, handshake and wait for a message takes `requestMs`. Open arrivals and fixed work do not depend on that, but for how many users they
 * need and how the profiles share; a closed user makes one iteration a cycle (the iteration and the think time after it).
 */
export function estimateWork(
  { phases, program }: { readonly phases: readonly PlannedPhase[]; readonly program: Program },
  requestMs: number,
): readonly WorkOfPhase[] {
  const profiles = program.users.map((user) => {
    const iterationMs = estimateIterationMs(user, program, requestMs);
    return { weight: user.weight, iterationMs, cycleMs: cycleMs(iterationMs, user.think) };
  });
  let pool: Pool = { model: 'none', users: profiles.map(() => 0) };
  return phases.map((phase) => {
    if (phase.model === 'pause') return profiles.map(() => ({ iterations: 0, iterationsPerSec: 0, newUsers: 0 }));
    const before = pool.model === phase.model && phase.model !== 'iterations' ? pool.users : profiles.map(() => 0);
    const { work, users } =
      phase.model === 'open'
        ? workOfOpen(phase, profiles, before)
        : phase.model === 'closed'
          ? workOfClosed(phase, profiles, before)
          : workOfIterations(phase, profiles);
    pool = { model: phase.model, users };
    return work;
  });
}

interface Profile {
  readonly weight: number;
  readonly iterationMs: number;
  readonly cycleMs: number;
}

/** Virtual users of each profile that are there already. */
interface Pool {
  readonly model: 'none' | 'open' | 'closed' | 'iterations';
  readonly users: readonly number[];
}

interface PhaseWork {
  readonly work: WorkOfPhase;
  readonly users: readonly number[];
}

type PhaseOf<Model extends PlannedPhase['model']> = Extract<PlannedPhase, { model: Model }>;

/** Little's law: an arrival rate of λ/s with iterations of W seconds keeps λ·W users busy. */
function workOfOpen(phase: PhaseOf<'open'>, profiles: readonly Profile[], before: readonly number[]): PhaseWork {
  const shares = sharesOf(profiles.map((profile) => profile.weight));
  const users = profiles.map((profile, index) => {
    const share = shares[index] ?? 0;
    const busy = Math.ceil((phase.ratePerSec * share * profile.iterationMs) / 1_000);
    return Math.max(before[index] ?? 0, Math.min(phase.maxUsers * share, busy));
  });
  const work = profiles.map((_, index) => ({
    iterations: phase.plannedArrivals * (shares[index] ?? 0),
    iterationsPerSec: phase.ratePerSec * (shares[index] ?? 0),
    newUsers: (users[index] ?? 0) - (before[index] ?? 0),
  }));
  return { work, users };
}

function workOfClosed(phase: PhaseOf<'closed'>, profiles: readonly Profile[], before: readonly number[]): PhaseWork {
  const activeMs = profiles.map(() => 0);
  const most = Math.max(phase.users, phase.fromUsers);
  const assigned = assignProfiles(
    profiles.map((profile) => profile.weight),
    most,
  );
  for (const [ordinal, profile] of assigned.entries()) {
    const fromMs = ordinal < phase.users ? joinMs(phase, ordinal) : 0;
    const toMs = Math.min(phase.durationMs, leaveMs(phase, ordinal));
    activeMs[profile] = (activeMs[profile] ?? 0) + Math.max(0, toMs - fromMs);
  }
  const reached = assigned.slice(0, levelAtMs(phase, phase.durationMs));
  const users = profiles.map((_, index) => reached.filter((profile) => profile === index).length);
  const work = profiles.map(({ cycleMs: cycle }, index) => ({
    iterations: (activeMs[index] ?? 0) / cycle,
    iterationsPerSec: (1_000 * (users[index] ?? 0)) / cycle,
    newUsers: Math.max(0, (users[index] ?? 0) - (before[index] ?? 0)),
  }));
  return { work, users };
}

/** Every user takes from the same heap as fast as it can. */
function workOfIterations(phase: PhaseOf<'iterations'>, profiles: readonly Profile[]): PhaseWork {
  const assigned = assignProfiles(
    profiles.map((profile) => profile.weight),
    phase.users,
  );
  const users = profiles.map((_, index) => assigned.filter((profile) => profile === index).length);
  const shares = sharesOf(profiles.map((profile, index) => (users[index] ?? 0) / profile.iterationMs));
  const work = users.map((count, index) => ({
    iterations: phase.iterations * (shares[index] ?? 0),
    iterationsPerSec: 0,
    newUsers: count,
  }));
  return { work, users };
}

/** A flow that asks nothing is repeated after a second, as the executors do. */
const SHORTEST_MS = 1;

/** The mean of one pass through a task, drawn by weight, if each request takes `requestMs`; at least 1 ms. */
export function estimateIterationMs(user: UserProgram, program: Program, requestMs: number): number {
  const shares = sharesOf(user.tasks.map((task) => task.weight));
  const mean = user.tasks.reduce((sum, task, index) => {
    const taskMs = walkFlow(task.code, program.data).reduce((ms, { instruction, times }) => {
      return ms + times * estimateStepMs(instruction, requestMs);
    }, 0);
    return sum + taskMs * (shares[index] ?? 0);
  }, 0);
  return Math.max(SHORTEST_MS, mean);
}

function estimateStepMs(instruction: Instruction, requestMs: number): number {
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
      return requestMs;
  }
}

function cycleMs(iterationMs: number, think: ThinkTime | undefined): number {
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
