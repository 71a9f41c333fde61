import { cycleMs, estimateIterationMs, sharesOf, type RequestTime } from './estimate-iteration.ts';
import type { PlannedPhase } from './plan.ts';
import type { Program } from './program.ts';
import { assignProfiles, joinMs, leaveMs, levelAtMs } from './user-levels.ts';

/** What one phase is expected to give the virtual users of one profile to do. */
export interface ProfileWork {
  /** Of arrivals and of fixed work; of a closed phase 0, where `spans` tell how far its users come. */
  readonly iterations: number;
  /** Of each virtual user of a closed phase: how old it is when the phase begins for it, and when it ends. */
  readonly spans: readonly Span[];
  /** Once the phase has reached its level; 0 for fixed work, which does not grow with time. */
  readonly iterationsPerSec: number;
  /** Virtual users that go through `start`. */
  readonly newUsers: number;
}

export interface Span {
  /** Since the user joined, ms; pauses are left out. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Whether it is there at the end of the phase. */
  readonly stays: boolean;
}

type WorkOfPhase = readonly ProfileWork[];

/**
 * The work of every phase by profile, if requests take `requestMs`. Open arrivals and fixed work do not depend on that, but for how many users they
 * need and how the profiles share; a closed user makes one iteration a cycle (the iteration and the think time after it).
 */
export function estimateWork(
  { phases, program }: { readonly phases: readonly PlannedPhase[]; readonly program: Program },
  requestMs: RequestTime,
): readonly WorkOfPhase[] {
  const profiles = program.users.map((user) => {
    const iterationMs = estimateIterationMs(user, program, requestMs);
    return { weight: user.weight, iterationMs, cycleMs: cycleMs(iterationMs, user.think) };
  });
  const none: Pool = { model: 'none', users: profiles.map(() => 0), joinedMs: [] };
  let pool = none;
  let startMs = 0;
  return phases.map((phase) => {
    if (phase.model === 'pause') return profiles.map(() => ({ iterations: 0, spans: [], iterationsPerSec: 0, newUsers: 0 }));
    const before = pool.model === phase.model && phase.model !== 'iterations' ? pool : none;
    const { work, users, joinedMs } =
      phase.model === 'open'
        ? workOfOpen(phase, profiles, before.users)
        : phase.model === 'closed'
          ? workOfClosed(phase, profiles, before, startMs)
          : workOfIterations(phase, profiles);
    pool = { model: phase.model, users, joinedMs };
    startMs += phase.durationMs;
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
  /** When each user of a closed pool joined, by its ordinal. */
  readonly joinedMs: readonly number[];
}

interface PhaseWork extends Pick<Pool, 'users' | 'joinedMs'> {
  readonly work: WorkOfPhase;
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
    spans: [],
    iterationsPerSec: phase.ratePerSec * (shares[index] ?? 0),
    newUsers: (users[index] ?? 0) - (before[index] ?? 0),
  }));
  return { work, users, joinedMs: [] };
}

function workOfClosed(phase: PhaseOf<'closed'>, profiles: readonly Profile[], before: Pool, startMs: number): PhaseWork {
  const most = Math.max(phase.users, phase.fromUsers);
  const assigned = assignProfiles(
    profiles.map((profile) => profile.weight),
    most,
  );
  const spans = profiles.map((): Span[] => []);
  const joinedMs: number[] = [];
  for (const [ordinal, profile] of assigned.entries()) {
    const [fromMs, leavesMs] = [ordinal < phase.users ? joinMs(phase, ordinal) : 0, leaveMs(phase, ordinal)];
    const joined = before.joinedMs[ordinal] ?? startMs + fromMs;
    joinedMs.push(joined);
    const bornMs = joined - startMs;
    const toMs = Math.min(phase.durationMs, leavesMs);
    if (toMs > fromMs) spans[profile]?.push({ fromMs: fromMs - bornMs, toMs: toMs - bornMs, stays: leavesMs > phase.durationMs });
  }
  const level = levelAtMs(phase, phase.durationMs);
  const users = profiles.map((_, index) => assigned.slice(0, level).filter((profile) => profile === index).length);
  const work = profiles.map(({ cycleMs: cycle }, index) => ({
    iterations: 0,
    spans: spans[index] ?? [],
    iterationsPerSec: (1_000 * (users[index] ?? 0)) / cycle,
    newUsers: Math.max(0, (users[index] ?? 0) - (before.users[index] ?? 0)),
  }));
  return { work, users, joinedMs: joinedMs.slice(0, level) };
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
    spans: [],
    iterationsPerSec: 0,
    newUsers: count,
  }));
  return { work, users, joinedMs: [] };
}
