import { parseDuration } from '../units.ts';
import type { ThinkTime } from './step.ts';

/**
 *   think = duration | duration ".." duration | "exp" duration | "pace" duration
 *
 * Undefined for anything else, and for a range whose end is before its begin.
 */
export function parseThink(text: string): ThinkTime | undefined {
  const [low = '', high, more] = text.split('..');
  if (more !== undefined) return undefined;
  if (high !== undefined) {
    const minMs = parseDuration(low);
    const maxMs = parseDuration(high);
    return minMs === undefined || maxMs === undefined || minMs > maxMs ? undefined : { kind: 'uniform', minMs, maxMs };
  }
  const [, word, quantity = ''] = /^(?:(exp|pace) +)?(\S+)$/.exec(text) ?? [];
  const ms = parseDuration(quantity);
  if (ms === undefined) return undefined;
  if (word === 'exp') return { kind: 'exponential', meanMs: ms };
  return { kind: word === 'pace' ? 'pace' : 'fixed', ms };
}
