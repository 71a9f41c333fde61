import type { ThinkTime } from '../../config/step.ts';
import type { SeededRandom } from '../../seeded-random.ts';

/** A think time, µs, 0 or more. Exponential: −mean · ln(1 − u), the inverse of its distribution function. `pace` is a period, not a pause. */
export function drawThinkUs(think: ThinkTime, random: SeededRandom): number {
  switch (think.kind) {
    case 'fixed':
    case 'pace':
      return think.ms * 1_000;
    case 'uniform':
      return (think.minMs + (think.maxMs - think.minMs) * random.next()) * 1_000;
    case 'exponential':
      return -think.meanMs * 1_000 * Math.log(1 - random.next());
  }
}
