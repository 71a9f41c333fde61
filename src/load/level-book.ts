import type { WantedLevel } from '../metrics/burst.ts';
import type { LevelChange } from '../metrics/run-summary.ts';
import { traceLevels } from '../metrics/trace-levels.ts';
import { planTimes } from '../plan/plan-times.ts';
import type { Plan } from '../plan/plan.ts';
import { levelAtMs } from '../plan/user-levels.ts';

/** So near to its end a phase is left alone: a change must not reach some workers before it and others after. */
const LEAST_LEFT_MS = 250;
/** Each stands in the results. */
const MOST_CHANGES = 1_000;

/** The levels of a burst as they were planned and as they were set by hand. Closed: what cannot be followed to the letter is refused. */
export class LevelBook {
  readonly #plan: Pick<Plan, 'phases' | 'program'>;
  /** As far as they are known. */
  readonly #startsMs: (number | undefined)[];
  readonly #changes: LevelChange[] = [];

  constructor(plan: Pick<Plan, 'phases' | 'program'>) {
    this.#plan = plan;
    this.#startsMs = planTimes(plan.phases).map(({ startMs }) => startMs);
  }

  /** Ascending. */
  get changes(): readonly LevelChange[] {
    return this.#changes;
  }

  /** Fixed work is done, and the phase after it begins: the times of the phases from it on are known. */
  beginPhase(place: number, startMs: number): void {
    const times = planTimes(this.#plan.phases.slice(place));
    for (const [index, time] of times.entries()) this.#startsMs[place + index] = startMs + time.startMs;
  }

  /** Notes the change, if the phase runs at that time; `as-it-is`: the users are there already, or on their way at that pace. */
  set(wanted: WantedLevel, atMs: number): LevelChange | 'as-it-is' | 'refused' {
    const { users, spawnRatePerSec, phase } = wanted;
    const plan = this.#plan.phases[phase];
    const startMs = this.#startsMs[phase];
    if (plan?.model !== 'closed' || startMs === undefined || this.#changes.length >= MOST_CHANGES) return 'refused';
    if (!(atMs >= startMs && atMs <= startMs + plan.durationMs - LEAST_LEFT_MS)) return 'refused';
    if (atMs <= (this.#changes.at(-1)?.atMs ?? -1)) return 'refused';
    if (!Number.isInteger(users) || users < 0 || users > this.#plan.program.maxUsers) return 'refused';
    if (!Number.isFinite(spawnRatePerSec) || spawnRatePerSec <= 0) return 'refused';
    const stretch = traceLevels(this.#timePhases(), this.#changes).findLast((each) => each.phase === phase && each.startMs <= atMs);
    if (!stretch) return 'refused';
    const fromUsers = levelAtMs(stretch.curve, atMs - stretch.startMs);
    if (stretch.curve.users === users && fromUsers === users) return 'as-it-is';
    const change = { atMs, phase, fromUsers, users, spawnRatePerSec };
    this.#changes.push(change);
    return change;
  }

  #timePhases(): Parameters<typeof traceLevels>[0] {
    return this.#plan.phases.map((plan, place) => {
      const startMs = this.#startsMs[place];
      return { plan, startMs, endMs: startMs === undefined ? undefined : startMs + plan.durationMs };
    });
  }
}
