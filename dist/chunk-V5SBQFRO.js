import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/plan/shard.ts
var WHOLE_BURST = Object.freeze({ index: 0, count: 1 });
function stripeOf({ shard, worker }) {
  return { index: shard.index + shard.count * worker.index, count: shard.count * worker.count };
}
function shareOf(total, { index, count }) {
  return Math.floor(total / count) + (index < total % count ? 1 : 0);
}
function shareOfWorker(total, { shard, worker }) {
  return shareOf(shareOf(total, shard), worker);
}
function workOfShard(iterations, users, shard) {
  return shareAmong(iterations, Math.min(shard.count, users), shard.index);
}
function workOfWorker(iterations, users, { shard, worker }) {
  return shareAmong(workOfShard(iterations, users, shard), Math.min(worker.count, shareOf(users, shard)), worker.index);
}
function shareAmong(total, working, index) {
  return index < working ? shareOf(total, { index, count: working }) : 0;
}

export {
  WHOLE_BURST,
  stripeOf,
  shareOf,
  shareOfWorker,
  workOfShard,
  workOfWorker
};
