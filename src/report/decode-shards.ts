import { MOST_SHARDS } from '../metrics/explain-part.ts';
import type { ClockOffset, ShardInfo } from '../metrics/shard-info.ts';
import { count, DecodeProblem, list, number, object, optional, text, type Decoder } from './decode-json.ts';

/** A text of a closed form, so that nobody speaks through it. */
function matching(pattern: RegExp, expected: string): Decoder<string> {
  return (value, path) => {
    const found = text(value, path);
    if (!pattern.test(found)) throw new DecodeProblem(`${path} must be ${expected}`);
    return found;
  };
}

const isoTime: Decoder<string> = (value, path) => {
  const time = text(value, path);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(time) || Number.isNaN(Date.parse(time)))
    throw new DecodeProblem(`${path} must be a time such as 2026-03-01T12:00:00.000Z`);
  return time;
};

const listOfShards = list(
  object<ShardInfo>({
    index: count,
    count,
    planHash: matching(/^[0-9a-f]{64}$/, '64 hex digits'),
    startAt: isoTime,
    attempt: matching(/^(?:\d{1,20}\/\d{1,9})?$/, 'a workflow run and its attempt such as 17000000000/1, or empty'),
    workers: count,
    clock: optional(object<ClockOffset>({ offsetMs: number, withinMs: number })),
  }),
);

/** `run.shards` of results.json: one machine alone, or all of them in order. Empty where it is absent, as for a burst of one machine. */
export const decodeShards: Decoder<readonly ShardInfo[]> = (value, path) => {
  if (value === undefined) return [];
  const shards = listOfShards(value, path);
  const [first] = shards;
  if (first === undefined || shards.length > MOST_SHARDS) throw new DecodeProblem(`${path} must be a list of 1 to ${MOST_SHARDS} shards`);
  const { count: all } = first;
  if (all < 2 || all > MOST_SHARDS) throw new DecodeProblem(`${path}[0].count must be a whole number from 2 to ${MOST_SHARDS}`);
  const odd = shards.findIndex((shard) => shard.count !== all || shard.planHash !== first.planHash || shard.index >= all);
  if (odd >= 0) throw new DecodeProblem(`${path}[${odd}] must be one of the ${all} shards of one plan`);
  // Closed: some of several are neither a part nor the whole.
  if (shards.length > 1 && (shards.length !== all || shards.some(({ index }, place) => index !== place)))
    throw new DecodeProblem(`${path} must hold one shard, or all ${all} in order`);
  return shards;
};
