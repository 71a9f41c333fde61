import type { ThinkTime } from '../config/step.ts';
import { requestsOfStep } from '../plan/list-uses.ts';
import type { PlannedPhase } from '../plan/plan.ts';
import type { Instruction, Program } from '../plan/program.ts';
import { walkFlow, type FlowStep } from '../plan/walk-flow.ts';
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

/** The steps of a flow by name, in order: `GET /a, GET /b (100 times), GET /c + GET /d`. */
export function describeFlow(code: readonly Instruction[], { data, slots }: Pick<Program, 'data' | 'slots'>): string {
  return walkFlow(code, data)
    .map(({ instruction, times }) => `${describeStep(instruction, slots)}${times === 1 ? '' : ` (${formatNumber(times, 0)} times)`}`)
    .join(', ');
}

function describeStep(instruction: FlowStep['instruction'], slots: Program['slots']): string {
  const connection = (slot: number): string => slots[slot]?.name.trim() ?? '';
  switch (instruction.op) {
    case 'think':
      return `a pause of ${describeThink(instruction.think).replace(' between tasks', '')}`;
    case 'poll':
      return `${instruction.poll.request.name}, asked every ${formatDuration(instruction.poll.everyUs / 1_000)} for at most ${formatDuration(instruction.poll.withinUs / 1_000)}`;
    case 'send':
      return `send to ${connection(instruction.send.slot)}`;
    case 'receive':
      return `${instruction.receive.name} within ${formatDuration(instruction.receive.withinUs / 1_000)}`;
    case 'hold':
      return `hold for ${formatDuration(instruction.holdUs / 1_000)}`;
    case 'close':
      return `close ${connection(instruction.slot)}`;
    case 'http':
    case 'parallel':
    case 'ws':
      return requestsOfStep(instruction)
        .map((request) => request.name)
        .join(' + ');
  }
}

/** `1 arrival`, `2,000 arrivals`. */
export function count(number: number, word: string): string {
  return `${formatNumber(number, 0)} ${word}${number === 1 ? '' : 's'}`;
}
