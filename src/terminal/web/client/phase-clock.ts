import type { LiveSecond } from '../../../metrics/live-second.ts';
import type { PhaseSummary } from '../../../metrics/run-summary.ts';
import type { PlannedPhase } from '../../../plan/plan.ts';
import { planTimes, type PhaseTimes } from '../../../plan/plan-times.ts';

/**
 * When the phases of a burst are: as planned, as far as the plan can know, and after fixed work as it was seen second by second. A burst that is stopped leaves its phases
 * at once; those to come never begin.
 */
export class PhaseClock {
  readonly #planned: readonly PhaseTimes[];
  readonly #phases: number;
  /** By place: the start of the second in which a phase was first seen. */
  readonly #seenMs = new Map<number, number>();
  #overMs: number | undefined;
  #seconds = 0;
  #phase: number | undefined;

  constructor(phases: readonly PlannedPhase[]) {
    this.#planned = planTimes(phases);
    this.#phases = phases.length;
  }

  /** How many seconds have passed. */
  get seconds(): number {
    return this.#seconds;
  }

  /** The place of the phase that the last second ended in; undefined before the first. */
  get phase(): number | undefined {
    return this.#phase;
  }

  /** Takes in a second, in their order. */
  follow({ second, phase }: Pick<LiveSecond, 'second' | 'phase'>): void {
    this.#seconds = second + 1;
    this.#phase = phase;
    if (phase >= this.#phases) this.#overMs ??= this.#seconds * 1_000;
    else if (!this.#seenMs.has(phase)) this.#seenMs.set(phase, second * 1_000);
  }

  /** Of the phase at a place; the end of one that goes on is now. Both undefined: it has not begun. */
  timesOf(place: number): Pick<PhaseSummary, 'startMs' | 'endMs'> {
    const nowMs = Math.min(this.#seconds * 1_000, this.#overMs ?? Number.POSITIVE_INFINITY);
    const startMs = this.#planned[place]?.startMs ?? this.#seenMs.get(place);
    if (startMs === undefined || startMs >= nowMs) return { startMs: undefined, endMs: undefined };
    const endMs = this.#planned[place]?.endMs ?? this.#nextSeenMs(place) ?? nowMs;
    return { startMs, endMs: Math.min(endMs, nowMs) };
  }

  /** When the first phase after this one was seen. */
  #nextSeenMs(place: number): number | undefined {
    const later = [...this.#seenMs].filter(([other]) => other > place).map(([, ms]) => ms);
    return later.length === 0 ? undefined : Math.min(...later);
  }
}
