import type { Shard } from '../plan/shard.ts';
import { MOST_SHARDS } from '../metrics/explain-part.ts';

/** The form of the value, for messages. */
export const SHARD_FORM = `I/N such as 2/4: I from 1 to N, N from 2 to ${MOST_SHARDS}`;

/** `2/4` → the second of four. One machine that makes all of a burst is no shard. Undefined for anything else. */
export function parseShard(value: string): Shard | undefined {
  const [, place = '', all = ''] = /^([1-9]\d{0,2})\/([1-9]\d{0,2})$/.exec(value) ?? [];
  const [number, count] = [Number(place), Number(all)];
  if (number < 1 || count < 2 || number > count || count > MOST_SHARDS) return undefined;
  return { index: number - 1, count };
}
