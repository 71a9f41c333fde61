import type { RunSummary } from './run-summary.ts';

/** Most machines that one burst is made by: as many as a matrix of GitHub has jobs. */
export const MOST_SHARDS = 256;

/** Why a run is no more than a part of one, without a full stop; undefined: it is whole. */
export function explainPart({ shards }: Pick<RunSummary, 'shards'>): string | undefined {
  const [first] = shards;
  if (first === undefined || shards.length === first.count) return undefined;
  return `${nameShard(first)} alone; load-gate merge judges all of them together`;
}

/** `shard 2 of 4`: counted from 1, as people do. */
export function nameShard({ index, count }: { readonly index: number; readonly count: number }): string {
  return `shard ${index + 1} of ${count}`;
}
