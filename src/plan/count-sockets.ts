import { sharesOf } from './estimate-iteration.ts';
import { requestsOfStep, socketsOpenAfter } from './list-uses.ts';
import type { Plan, PlannedPhase } from './plan.ts';
import type { Instruction, Program, UserProgram } from './program.ts';
import { assignProfiles, levelAtMs } from './user-levels.ts';

/** The most connections that a phase can want at once, all workers together. */
export interface SocketPeak {
  /** 0: the plan opens none. */
  readonly webSockets: number;
  /** One for each virtual user that makes requests of its own; fewer where `connections` limits them. */
  readonly requests: number;
}

/** The phase with the most connections, and the place of the phase; zeros and -1 without any. */
export function mostSockets(plan: Pick<Plan, 'phases' | 'program'>): SocketPeak & { readonly phase: number } {
  const { users } = plan.program;
  const sockets = users.map(socketsOfUser);
  const asks = users.map((user) => (listInstructions(user).some(asksByItself) ? 1 : 0));
  const limit = mostRequests(plan.program);
  let most = { webSockets: 0, requests: 0, phase: -1 };
  let arrivals = 0;
  for (const [phase, planned] of plan.phases.entries()) {
    if (planned.model === 'open') arrivals += planned.plannedArrivals;
    const counts = usersOfPhase(planned, users, arrivals);
    const sum = (each: readonly number[]): number => counts.reduce((all, count, user) => all + count * (each[user] ?? 0), 0);
    const peak = { webSockets: sum(sockets), requests: Math.min(sum(asks), limit), phase };
    if (peak.webSockets + peak.requests > most.webSockets + most.requests) most = peak;
  }
  return most;
}

function listInstructions(user: UserProgram): readonly Instruction[] {
  return [user.start, ...user.tasks.map(({ code }) => code)].flat();
}

function asksByItself(instruction: Instruction): boolean {
  return instruction.op !== 'ws' && requestsOfStep(instruction).length > 0;
}

/** What `connections` leaves, over all origins and settings; Infinity where one of them has no limit, or is only known when its variables are. */
function mostRequests({ users, connections }: Program): number {
  const limits = new Map<string, number>();
  for (const { connection, origin } of users.flatMap(listInstructions).filter(asksByItself).flatMap(requestsOfStep))
    limits.set(`${connection} ${origin}`, (origin === undefined ? undefined : connections[connection]?.limit) ?? Number.POSITIVE_INFINITY);
  return [...limits.values()].reduce((sum, limit) => sum + limit, 0);
}

/**
 * WebSockets that one virtual user has at most at once. They last as long as the user, so what `start` or any task leaves open stays open while another
 * task runs.
 */
function socketsOfUser(user: UserProgram): number {
  const flows = [user.start, ...user.tasks.map(({ code }) => code)];
  const lasting = new Set(flows.flatMap((code) => socketsOpenAfter(code, [])));
  const peaks = flows.map((code) => {
    const open = new Set(lasting);
    let most = open.size;
    for (const instruction of code) {
      if (instruction.op === 'ws') open.add(instruction.socket.slot);
      else if (instruction.op === 'close') open.delete(instruction.slot);
      most = Math.max(most, open.size);
    }
    return most;
  });
  return Math.max(...peaks);
}

/** The most virtual users of each profile that a phase has at once; of an open one no more than arrivals so far. */
function usersOfPhase(phase: PlannedPhase, users: readonly UserProgram[], arrivals: number): readonly number[] {
  const weights = users.map(({ weight }) => weight);
  switch (phase.model) {
    case 'pause':
      return weights.map(() => 0);
    case 'open':
      return sharesOf(weights).map((share) => Math.ceil(Math.min(phase.maxUsers, arrivals) * share - 1e-9));
    case 'closed':
      return countProfiles(weights, Math.max(phase.fromUsers, levelAtMs(phase, phase.durationMs)));
    case 'iterations':
      return countProfiles(weights, phase.users);
  }
}

function countProfiles(weights: readonly number[], users: number): readonly number[] {
  const counts = weights.map(() => 0);
  for (const profile of assignProfiles(weights, users)) counts[profile] = (counts[profile] ?? 0) + 1;
  return counts;
}
