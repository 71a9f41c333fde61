import type { Stripe } from './fire-times.ts';

/** One of several machines that make one burst together; `index` counts from 0. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** One machine that makes all of it. */
export const WHOLE_BURST: Shard = Object.freeze({ index: 0, count: 1 });

/** A worker thread of a shard. */
export interface WorkerPlace {
  readonly shard: Shard;
  readonly worker: Stripe;
}

/**
 * The arrivals and users of a worker: shard i of N takes every N-th from i on, and worker w of its W every W-th of those. What a shard takes does not depend on how many
 * workers others have.
 */
export function stripeOf({ shard, worker }: WorkerPlace): Stripe {
  return { index: shard.index + shard.count * worker.index, count: shard.count * worker.count };
}

/** How many of `total` numbered things part `index` of `count` has, which takes every `count`-th: the first parts have one more where they do not divide evenly. */
export function shareOf(total: number, { index, count }: Stripe): number {
  return Math.floor(total / count) + (index < total % count ? 1 : 0);
}

/** The share of a worker in something that is divided among shards, and then among their workers. */
export function shareOfWorker(total: number, { shard, worker }: WorkerPlace): number {
  return shareOf(shareOf(total, shard), worker);
}

/** The share of a shard in fixed work: only shards that have a user have one. */
export function workOfShard(iterations: number, users: number, shard: Shard): number {
  return shareAmong(iterations, Math.min(shard.count, users), shard.index);
}

/** The share of a worker in fixed work: only workers that have a user have one. */
export function workOfWorker(iterations: number, users: number, { shard, worker }: WorkerPlace): number {
  return shareAmong(workOfShard(iterations, users, shard), Math.min(worker.count, shareOf(users, shard)), worker.index);
}

function shareAmong(total: number, working: number, index: number): number {
  return index < working ? shareOf(total, { index, count: working }) : 0;
}
