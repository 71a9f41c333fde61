import type { ThinkTime } from '../config/step.ts';
import type { PlannedPhase } from '../plan/plan.ts';
import { formatDuration, formatNumber, formatRate } from '../units.ts';

/** A phase in one sentence, without its name and without a full stop. */
export function describePhase(phase: PlannedPhase): string {
  const tail = phase.warmup ? '; a warm-up: recorded, never judged' : '';
  switch (phase.model) {
    case 'pause':
      return `no load for ${formatDuration(phase.durationMs)}`;
    case 'iterations':
      return `${count(phase.iterations, 'iteration')} by ${count(phase.users, 'virtual user')}, for at most ${formatDuration(phase.durationMs)}${tail}`;
    case 'closed':
      return `${describeLevel(phase)}${tail}`;
    case 'open': {
      const spacing = phase.arrivals === 'even' ? 'evenly spaced' : 'a Poisson process';
      return `${describeRate(phase)}, ${spacing}: ${count(phase.plannedArrivals, 'arrival')}, at most ${count(phase.maxUsers, 'virtual user')}${tail}`;
    }
  }
}

function describeRate({ fromRatePerSec, ratePerSec, rampMs, durationMs }: Extract<PlannedPhase, { model: 'open' }>): string {
  const rate = formatRate(ratePerSec);
  if (rampMs === 0) return `${rate} for ${formatDuration(durationMs)}`;
  return `from ${formatRate(fromRatePerSec)} to ${rate} ${describeRamp(rampMs, durationMs)}`;
}

function describeLevel({ fromUsers, users, rampMs, durationMs }: Extract<PlannedPhase, { model: 'closed' }>): string {
  if (rampMs === 0 || users === fromUsers) return `${count(users, 'virtual user')} for ${formatDuration(durationMs)}`;
  return `from ${formatNumber(fromUsers, 0)} to ${count(users, 'virtual user')} ${describeRamp(rampMs, durationMs)}`;
}

function describeRamp(rampMs: number, durationMs: number): string {
  if (rampMs >= durationMs)
    return `in ${formatDuration(rampMs)}${rampMs > durationMs ? `, cut off after ${formatDuration(durationMs)}` : ''}`;
  return `in ${formatDuration(rampMs)}, then level for ${formatDuration(durationMs - rampMs)}`;
}

/** `1 s to 5 s between tasks`. */
export function describeThink(think: ThinkTime): string {
  switch (think.kind) {
    case 'fixed':
      return `${formatDuration(think.ms)} between tasks`;
    case 'uniform':
      return `${formatDuration(think.minMs)} to ${formatDuration(think.maxMs)} between tasks`;
    case 'exponential':
      return `${formatDuration(think.meanMs)} on average between tasks, exponential`;
    case 'pace':
      return `one task every ${formatDuration(think.ms)}`;
  }
}

/** `1 arrival`, `2,000 arrivals`. */
export function count(number: number, word: string): string {
  return `${formatNumber(number, 0)} ${word}${number === 1 ? '' : 's'}`;
}
